//! Reads news about accords between states and organisations into typed structs.

#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod clauses;
mod doc;
mod entities;
mod error;
mod extractor;
pub mod gazetteer;
mod phrases;
pub mod report;
pub mod text;

pub use error::Error;
pub use extractor::{Extractor, ExtractorBuilder};
pub use gazetteer::Gazetteer;
pub use phrases::{dates, parties};
pub use report::{Report, Span};
