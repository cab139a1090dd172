//! Office holders in prose: found with their offices and whom they serve, all mentions merged. Usable alone.
//!
//! ```
//! use pactum::officials;
//!
//! let text = "Kenya's Foreign Minister, Dr Achieng Ouma, met her Danish counterpart Lars Holm. Ouma flew home on Friday.";
//! let found = officials::find(text);
//! assert_eq!(found[0].label(), "Achieng Ouma");
//! assert_eq!(found[0].titles[0].value, "Dr");
//! assert_eq!(found[0].roles[0].value, "Foreign Minister");
//! assert_eq!(found[0].of.as_ref().unwrap().value.to_string(), "KEN");
//! assert_eq!(found[0].mentions.last().unwrap().of(text), "Ouma");
//! assert_eq!(found[1].label(), "Lars Holm");
//! assert_eq!(found[1].of.as_ref().unwrap().value.to_string(), "DNK");
//! ```

use super::{actors, officials};
use crate::doc::Doc;
use crate::gazetteer::Gazetteer;
use crate::report::Official;
use crate::text::Page;

/// Finds them in a text, in the order of their first mentions by office.
pub fn find(text: &str) -> Vec<Official> {
    let gazetteer = Gazetteer::builtin();
    let doc = Doc::new(text, &gazetteer);
    let page = Page::read(&doc);
    let actors = actors::find(&doc, &page);
    officials::find(&doc, &page, &actors).reported(&doc, &actors).into_iter().map(|(_, official)| official).collect()
}
