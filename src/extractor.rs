//! The cascade in order: each stage reads what the stages before it made.

use std::sync::Arc;

use crate::clauses::{self, Lasting, Layers, ReportDay, When};
use crate::doc::Doc;
use crate::doubts;
use crate::entities;
use crate::gazetteer::Gazetteer;
use crate::phrases::{actors, dates, header, officials};
use crate::report::{Article, DateMention, DateValue, Fact, Report, Span};
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
    reference: Option<jiff::civil::Date>,
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl Extractor {
    /// An extractor with the built-in words.
    pub fn new() -> Self {
        Self { gazetteer: Gazetteer::builtin(), reference: None }
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
        let printed = printed_day(&report.article);
        let day = printed.or_else(|| opening_day(&doc, &page));
        let dated = dates::resolve(&doc, &page.dates, &self.context(day));
        report.dates = dated.iter().filter_map(|dated| date_mention(&doc, dated)).collect();
        let actors = actors::find(&doc, &page);
        let officials = officials::find(&doc, &page, &actors);
        report.officials = officials.reported(&doc, &actors).into_iter().map(|(_, official)| official).collect();
        let dates = days(&dated);
        let terms = durations(&dated);
        let layers = Layers::new(&doc, &page, &actors, &officials, &dates, &terms, ReportDay { reference: day, printed });
        let reading = clauses::read(&layers);
        entities::assemble(&layers, &reading, &mut report);
        report.sentences = sentences(&doc, &page);
        report.doubts = doubts::find(&doc, &page, &report);
        report.notes = doubts::notes(&doc, &page, day.or(self.reference).is_some());
        report
    }

    /// The day that dates count from: the one printed, else the one set beforehand.
    fn context(&self, printed: Option<jiff::civil::Date>) -> dates::Context {
        match printed.or(self.reference) {
            Some(reference) => dates::Context::new().reference(reference),
            None => dates::Context::new(),
        }
    }
}

/// The day of the dateline, else of the publication.
fn printed_day(article: &Article) -> Option<jiff::civil::Date> {
    let dateline = article.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
    dateline.or(article.published.as_ref()).and_then(|date| date.value.earliest())
}

/// The first full date in the first lines, where neither dateline nor byline has one: "Osorno, 24 June 2014."
fn opening_day(doc: &Doc, page: &Page) -> Option<jiff::civil::Date> {
    const LINES: usize = 6;
    let end = page.blocks[..page.blocks.len().min(LINES)].last()?.toks.end;
    let value = dates::value_in(doc, &page.dates, &(0..end), &dates::Context::new())?;
    value.earliest().filter(|first| Some(*first) == value.latest())
}

/// The sentences by span; the dateline belongs to the one behind it.
fn sentences(doc: &Doc, page: &Page) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(page.sentences.len());
    let mut behind = 0;
    for sentence in &page.sentences {
        let first = page.blocks.get(sentence.block).map_or(behind, |block| block.toks.start.max(behind));
        let start = if first < sentence.toks.start { first } else { sentence.toks.start };
        behind = sentence.toks.end;
        out.push(doc.printed_span(&(start..sentence.toks.end)));
    }
    out
}

/// The durations of the text by token: "five years".
fn durations(dated: &[dates::Dated]) -> Vec<Lasting> {
    dated.iter().filter_map(|dated| Some(Lasting { toks: dated.toks.clone(), value: dated.value?.duration()? })).collect()
}

/// The dates of the text by token, as the clauses read them.
fn days(dated: &[dates::Dated]) -> Vec<When> {
    let value = |dated: &dates::Dated| dated.value.and_then(dates::Value::date).filter(|_| !dated.timex_only);
    dated.iter().filter_map(|dated| Some(When { toks: dated.toks.clone(), value: value(dated)? })).collect()
}

/// A date of the report.
fn date_mention(doc: &Doc, dated: &dates::Dated) -> Option<DateMention> {
    let value: DateValue = dated.value.filter(|_| !dated.timex_only)?.date()?;
    let span = doc.span(&dated.toks);
    let fact = Fact { value, span, also: Vec::new(), basis: dated.basis, rule: dated.rule };
    Some(DateMention { text: span.of(doc.text).to_owned(), value: fact, other: dated.other })
}

/// What an [`Extractor`] is to know beforehand.
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    reference: Option<jiff::civil::Date>,
    gazetteer: Option<Arc<Gazetteer>>,
}

impl ExtractorBuilder {
    /// The day that "yesterday" counts from in articles that print no date of their own.
    ///
    /// ```
    /// let extractor = pactum::Extractor::builder().reference(jiff::civil::date(2025, 4, 11)).build();
    /// let report = extractor.extract("Ghana and Togo signed a customs accord yesterday.");
    /// assert_eq!(report.dates[0].value.value.to_string(), "2025-04-10");
    /// ```
    pub fn reference(self, reference: jiff::civil::Date) -> Self {
        Self { reference: Some(reference), ..self }
    }

    /// The words to read with, in place of the built-in ones: these with [own ones](crate::gazetteer#own-words).
    ///
    /// ```
    /// use pactum::{Extractor, Gazetteer};
    ///
    /// let gazetteer = Gazetteer::builtin().with_tsv("instruments.tsv", "fishing licence\tarrangement\tone\tstrong\tfisheries")?;
    /// let extractor = Extractor::builder().gazetteer(gazetteer).build();
    /// let report = extractor.extract("Senegal and Japan signed a fishing licence.");
    /// assert_eq!(report.accords[0].mention.value, "fishing licence");
    /// # Ok::<(), pactum::Error>(())
    /// ```
    pub fn gazetteer(self, gazetteer: Arc<Gazetteer>) -> Self {
        Self { gazetteer: Some(gazetteer), ..self }
    }

    /// The extractor.
    pub fn build(self) -> Extractor {
        Extractor { reference: self.reference, gazetteer: self.gazetteer.unwrap_or_else(Gazetteer::builtin) }
    }
}
