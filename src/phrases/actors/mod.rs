//! Actors: states, organisations, government bodies, firms, provinces, groups - whoever can be a party.
//!
//! `scan` finds the mentions in one pass, `names` reads the capitalised names that grammar tells,
//! `beside` what stands beside a name, `owners` infers the
//! state of a body where the phrase does not say it, `references` adds what points back to a name, and `merge` makes one actor of all mentions of one thing.

mod beside;
mod merge;
mod names;
mod owners;
mod places;
mod references;
mod scan;
mod states;
mod words;

use crate::doc::{Doc, Toks};
use crate::report::{CountryCode, PartyKind, Rule};
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
    /// A state by an adjective with a noun for its government: "Turkish government", "Kenyan side".
    Government,
    /// A state by its capital or seat, which acts for the government: "Minsk and Islamabad agreed", "the Kremlin".
    Seat,
    /// A capital, city or region where something is or happens: "in Minsk".
    Place,
    /// By a noun alone that points back: "the Ministry", "the Kingdom".
    Short,
}

/// A mention of an actor.
#[derive(Clone, Debug)]
pub(crate) struct ActorMention {
    pub toks: Toks,
    /// The name in the mention: of "Government of the Republic of Ghana" it is "Republic of Ghana".
    pub name: Toks,
    pub kind: PartyKind,
    pub form: ActorForm,
    /// The state: its own code for a state, that of the owner for a body where the phrase says it.
    pub of: Option<CountryCode>,
    /// Where the phrase does not say the state but a rule inferred it.
    pub inferred: bool,
    /// The rule that found the mention.
    pub rule: Rule,
    /// The rule that gave `of`.
    pub of_rule: Rule,
    /// Whether it stands inside the name of another actor, or beside it to say whose that is: "Ghana" in "Ministry of
    /// Energy of Ghana" and in "Ghana's Energy Ministry".
    pub nested: bool,
    /// The index of the actor in the entities; mentions of one actor share it.
    pub actor: usize,
}

/// An actor: all mentions of one state, body or organisation.
#[derive(Clone, Debug)]
pub(crate) struct Actor {
    pub kind: PartyKind,
    pub of: Option<CountryCode>,
    pub of_inferred: bool,
    /// The rule that found the fullest name.
    pub rule: Rule,
    /// The rule that gave `of`.
    pub of_rule: Rule,
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
pub(crate) fn find(doc: &Doc, page: &Page) -> Actors {
    let mut found = scan::scan(doc, page);
    owners::infer(doc, page, &mut found);
    references::add(doc, &mut found);
    merge::merge(doc, found)
}
