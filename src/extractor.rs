//! The cascade in order: each stage reads what the stages before it made.

use std::sync::Arc;

use crate::clauses::{self, Layers, When};
use crate::doc::Doc;
use crate::entities;
use crate::gazetteer::Gazetteer;
use crate::phrases::{actors, header, officials};
use crate::report::Report;
use crate::text::Page;

/// Reads articles. Cheap to clone and to share between threads.
///
/// ```
/// let report = pactum::Extractor::new().extract("MINSK, 11 April 2025 - Pakistan and Belarus signed a pact.");
/// # let _ = report;
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    gazetteer: Arc<Gazetteer>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the built-in words.
    pub fn new() -> Self {
        Self { gazetteer: Gazetteer::builtin() }
    }

    /// Sets what an extractor is to know beforehand.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one article: a page as text, furniture included.
    pub fn extract(&self, text: &str) -> Report {
        let doc = Doc::new(text, &self.gazetteer);
        let page = Page::read(&doc);
        let mut report = Report { article: header::read(&doc, &page), ..Report::default() };
        let actors = actors::find(&doc, &page);
        let officials = officials::find(&doc, &page, &actors);
        report.officials = officials.reported(&doc, &actors).into_iter().map(|(_, official)| official).collect();
        let dates: Vec<When> = Vec::new();
        let layers = Layers::new(&doc, &page, &actors, &officials, &dates);
        let reading = clauses::read(&layers);
        entities::assemble(&layers, &reading, &mut report);
        report
    }
}

/// What an [`Extractor`] is to know beforehand.
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {}

impl ExtractorBuilder {
    /// The extractor.
    pub fn build(self) -> Extractor {
        Extractor::new()
    }
}
#[cfg(test)]
pub(crate) fn scratch_dates(_doc: &Doc, _page: &Page) -> Vec<When> {
    Vec::new()
}
