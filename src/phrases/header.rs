//! The header of the page: headline, byline, publication date, dateline.

use crate::doc::Doc;
use crate::report::Article;
use crate::text::Page;

/// Reads the header.
pub(crate) fn read(_doc: &Doc, _page: &Page) -> Article {
    Article::default()
}
