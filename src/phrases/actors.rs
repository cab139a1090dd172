//! Actors: states, organisations, government bodies, firms, provinces, groups - whoever can be a party.

use crate::doc::{Doc, Toks};
use crate::report::{CountryCode, PartyKind};
use crate::text::Page;

/// How an actor is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActorForm {
    /// By a name: "Pakistan", "Republic of Belarus", "Ministry of Energy of Ghana", "World Bank".
    Name,
    /// By an abbreviation: "UAE", "HEC".
    Abbreviation,
    /// By an adjective or as a people: "Pakistani", "Emiratis".
    Demonym,
    /// By its capital or seat, which may be the place and not the government: "Minsk", "the Kremlin".
    Seat,
}

/// A mention of an actor.
#[derive(Clone, Debug)]
pub(crate) struct ActorMention {
    pub toks: Toks,
    pub kind: PartyKind,
    pub form: ActorForm,
    /// The state: its own code for a state, that of the owner for a body where the phrase says it.
    pub of: Option<CountryCode>,
    /// Where the phrase does not say the state but a rule inferred it.
    pub inferred: bool,
    /// The index of the actor in the entities; mentions of one actor share it.
    pub actor: usize,
}

/// An actor: all mentions of one state, body or organisation.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    pub kind: PartyKind,
    pub of: Option<CountryCode>,
    pub of_inferred: bool,
    /// The fullest name printed.
    pub name: Toks,
}

/// Every actor of the text, and their mentions in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Actors {
    pub actors: Vec<Actor>,
    pub mentions: Vec<ActorMention>,
}

/// Finds and merges the actors of a text.
pub(crate) fn find(_doc: &Doc, _page: &Page) -> Actors {
    Actors::default()
}
