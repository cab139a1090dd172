//! Officials: offices with their holders, "Deputy Prime Minister and Foreign Minister Senator Amina Diallo".

use super::actors::Actors;
use crate::doc::{Doc, Toks};
use crate::report::CountryCode;
use crate::text::Page;

/// Whom an official serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Serves {
    State(CountryCode),
    /// The index of an actor.
    Actor(usize),
}

/// A holder of an office, all mentions merged.
#[derive(Clone, Debug)]
pub(crate) struct OfficialEntity {
    /// The fullest form of the name printed.
    pub name: Option<Toks>,
    pub titles: Vec<Toks>,
    pub roles: Vec<Toks>,
    pub of: Option<Serves>,
    pub of_inferred: bool,
    /// False for those who are mentioned but are not to be reported (a person without an office).
    pub reported: bool,
}

/// A mention: by name, by office, by pronoun ("he"), or of several at once ("the two leaders", "both ministers").
#[derive(Clone, Debug)]
pub(crate) struct OfficialMention {
    pub toks: Toks,
    /// Indices into the entities; more than one for a group.
    pub officials: Vec<usize>,
}

/// Every official of the text, and their mentions in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Officials {
    pub officials: Vec<OfficialEntity>,
    pub mentions: Vec<OfficialMention>,
}

/// Finds and merges the officials of a text.
pub(crate) fn find(_doc: &Doc, _page: &Page, _actors: &Actors) -> Officials {
    Officials::default()
}
