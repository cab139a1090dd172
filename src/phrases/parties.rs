//! States, organisations, government bodies, firms and groups in prose: found, merged, and given their codes. Usable alone.
//!
//! ```
//! use pactum::{parties, report::PartyKind};
//!
//! let text = "The Ministry of Energy of Ghana and Togo's Customs Office signed it with UNESCO.";
//! let found = parties::find(text);
//! let bodies: Vec<_> = found.iter().filter(|p| p.kind == PartyKind::GovernmentBody).map(|p| p.name(text)).collect();
//! assert_eq!(bodies, ["Ministry of Energy of Ghana", "Customs Office"]);
//! assert_eq!(found[1].of.map(|code| code.to_string()).as_deref(), Some("GHA"));
//! ```

use serde::{Deserialize, Serialize};

use super::actors;
use crate::doc::Doc;
use crate::gazetteer::Gazetteer;
use crate::report::{Basis, CountryCode, PartyKind, Span};
use crate::text::Page;

/// Whoever can be a party to an accord, with every mention in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Candidate {
    /// Where the fullest name stands.
    pub span: Span,
    /// What it is.
    pub kind: PartyKind,
    /// The state it belongs to; for a state, its own code.
    pub of: Option<CountryCode>,
    /// Whether the text states `of`, or a rule inferred it.
    pub basis: Basis,
    /// Every mention, in the order of the text.
    pub mentions: Vec<Span>,
}

impl Candidate {
    /// The fullest name, as printed.
    pub fn name<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }
}

/// Finds them in a text, in the order of their first mentions.
pub fn find(text: &str) -> Vec<Candidate> {
    let gazetteer = Gazetteer::builtin();
    let doc = Doc::new(text, &gazetteer);
    let found = actors::find(&doc, &Page::read(&doc));
    let basis = |inferred| if inferred { Basis::Inferred } else { Basis::Stated };
    let mut out: Vec<Candidate> = found
        .actors
        .iter()
        .map(|a| Candidate { span: doc.span(&a.name), kind: a.kind, of: a.of, basis: basis(a.of_inferred), mentions: Vec::new() })
        .collect();
    for mention in &found.mentions {
        out[mention.actor].mentions.push(doc.span(&mention.toks));
    }
    out
}
