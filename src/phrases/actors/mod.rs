//! Actors: states, organisations, government bodies, firms, provinces, groups - whoever can be a party.
//!
//! `scan` finds the mentions in one pass, `names` reads the capitalised names that grammar tells,
//! `beside` what stands beside a name, `placed` those whose place tells that they act, `owners` infers the
//! state of a body where the phrase does not say it, `references` adds what points back to a name, and `merge` makes one actor of all mentions of one thing.

mod beside;
mod merge;
mod names;
mod owners;
mod placed;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;

    /// The mentions of a text, each as "form kind state: words"; those inside another in brackets.
    pub(super) fn read(text: &str) -> Vec<String> {
        let gazetteer = Gazetteer::builtin();
        let doc = Doc::new(text, &gazetteer);
        let actors = find(&doc, &Page::read(&doc));
        let line = |m: &ActorMention| {
            let of = m.of.map_or("-".to_owned(), |of| of.to_string());
            let line = format!("{:?} {} {of}: {}", m.form, m.kind, doc.slice(&m.toks));
            if m.nested { format!("({line})") } else { line }
        };
        actors.mentions.iter().map(line).collect()
    }

    #[test]
    fn a_capital_is_a_place_or_a_government() {
        assert_eq!(read("Talks were held in Lusaka."), ["Place subnational ZMB: Lusaka"]);
        assert_eq!(read("It was agreed between Lusaka and Harare."), ["Seat state ZMB: Lusaka", "Seat state ZWE: Harare"]);
        assert_eq!(read("LUSAKA, 3 May - Talks began."), ["Place subnational ZMB: LUSAKA"]);
    }

    #[test]
    fn a_government_by_its_adjective_and_its_noun() {
        assert_eq!(read("The Zambian government agreed."), ["Government state ZMB: Zambian government"]);
        assert_eq!(read("The Royal Government of Bhutan agreed."), ["Name state BTN: Royal Government of Bhutan"]);
        assert_eq!(read("A Zambian singer agreed."), ["Demonym state ZMB: Zambian"]);
    }

    #[test]
    fn mentions_of_one_actor_share_it_and_it_has_the_fullest_name() {
        let gazetteer = Gazetteer::builtin();
        let doc = Doc::new("Zambia and Malawi. The Republic of Zambia, Zambians.", &gazetteer);
        let actors = find(&doc, &Page::read(&doc));
        let names: Vec<&str> = actors.actors.iter().map(|a| doc.slice(&a.name)).collect();
        assert_eq!(names, ["Republic of Zambia", "Malawi"]);
        let of: Vec<usize> = actors.mentions.iter().map(|m| m.actor).collect();
        assert_eq!(of, [0, 1, 0, 0]);
    }
}
