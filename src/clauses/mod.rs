//! Who did what to which instrument.

use crate::doc::Doc;
use crate::phrases::actors::Actors;
use crate::phrases::officials::Officials;
use crate::report::Report;
use crate::text::Page;

/// Finds the accords and writes them, their parties and their officials into the report.
pub(crate) fn find(_doc: &Doc, _page: &Page, _actors: &Actors, _officials: &Officials, _report: &mut Report) {}
