//! Officials: offices with their holders, "Deputy Prime Minister and Foreign Minister Senator Amina Diallo".

mod affiliation;
mod binding;
mod merge;
mod names;
mod offices;
mod sides;
mod ties;
mod words;

use super::actors::{ActorMention, Actors};
use crate::doc::{Doc, Toks};
use crate::report::{Affiliation, CountryCode, Fact, Official, Rule, Span};
use crate::text::Page;

/// Whom an official serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Serves {
    State(CountryCode),
    /// The index of an actor.
    Actor(usize),
    /// An organisation that no actor stands for: its first token, and one behind its last.
    Named(usize, usize),
}

/// An office as printed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Role {
    pub toks: Toks,
    /// A state inside it that is no part of it: "Malaysian" in "former Malaysian prime minister".
    pub cut: Option<Toks>,
    /// The noun, where it is printed in the plural for several holders: "Presidents".
    pub plural: Option<Toks>,
}

impl Role {
    /// The office without the state, for one holder.
    pub fn text(&self, doc: &Doc) -> String {
        let mut out = String::new();
        let cut = self.cut.clone().unwrap_or(0..0);
        let mut singular = self.plural.clone();
        for token in self.toks.clone().filter(|token| !cut.contains(token)) {
            if !out.is_empty() && !doc.gap(token).is_empty() {
                out.push(' ');
            }
            let printed = if token + 1 == self.toks.end { doc.slice(&(token..token + 1)) } else { doc.printed(token) };
            match singular.clone().filter(|noun| noun.contains(&token)).and_then(|_| singular_of(printed)) {
                Some(one) => {
                    out.push_str(&one);
                    singular = None;
                }
                None => out.push_str(printed),
            }
        }
        out
    }
}

/// "minister" of "ministers", "secretary" of "secretaries", "spokesman" of "spokesmen".
fn singular_of(word: &str) -> Option<String> {
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| !stem.is_empty());
    if let Some(stem) = stem("men") {
        return Some(format!("{stem}man"));
    }
    if let Some(stem) = stem("ies") {
        return Some(format!("{stem}y"));
    }
    if let Some(stem) = stem("S").filter(|stem| stem.chars().all(char::is_uppercase)) {
        return Some(stem.to_owned());
    }
    stem("s").filter(|stem| !stem.ends_with('s')).map(str::to_owned)
}

/// A holder of an office, all mentions merged.
#[derive(Clone, Debug)]
pub(crate) struct OfficialEntity {
    /// The fullest form of the name printed.
    pub name: Option<Toks>,
    pub titles: Vec<Toks>,
    pub roles: Vec<Role>,
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
pub(crate) fn find(doc: &Doc, page: &Page, actors: &Actors) -> Officials {
    let words = words::Words::read(doc, page, actors);
    let offices = offices::find(&words);
    let found = binding::bind(&words, &offices);
    merge::merge(&words, &offices, &found)
}

impl Officials {
    /// The officials to be reported, each with its index in the entities.
    pub fn reported(&self, doc: &Doc, actors: &Actors) -> Vec<(usize, Official)> {
        let mut mentions: Vec<Vec<Span>> = vec![Vec::new(); self.officials.len()];
        for mention in &self.mentions {
            for &official in &mention.officials {
                mentions[official].push(doc.span(&mention.toks));
            }
        }
        let entries = self.officials.iter().zip(mentions).enumerate().filter(|(_, (official, _))| official.reported);
        entries.map(|(index, (official, mentions))| (index, official.report(doc, actors, mentions))).collect()
    }
}

impl OfficialEntity {
    /// The official as the report holds it.
    fn report(&self, doc: &Doc, actors: &Actors, mentions: Vec<Span>) -> Official {
        let fact = |toks: &Toks, rule| Fact::stated(one_line(doc.slice(toks)), doc.span(toks), rule);
        let anchor = self.name.as_ref().or(self.roles.first().map(|role| &role.toks)).map(|toks| doc.span(toks)).unwrap_or_default();
        let organisation = |toks: &Toks| Affiliation::Organisation(one_line(doc.slice(toks)));
        let affiliation = match &self.of {
            Some(Serves::State(code)) => Some(Affiliation::State(*code)),
            Some(Serves::Actor(actor)) => actors.actors.get(*actor).map(|a| organisation(&a.name)),
            Some(Serves::Named(start, end)) => Some(organisation(&(*start..*end))),
            None => None,
        };
        Official {
            name: self.name.as_ref().map(|name| fact(name, Rule::OfficialsOfficeName)),
            titles: self.titles.iter().map(|title| fact(title, Rule::OfficialsTitle)).collect(),
            roles: self.roles.iter().map(|role| Fact::stated(role.text(doc), doc.span(&role.toks), Rule::OfficialsOfficeName)).collect(),
            of: affiliation.map(|of| {
                if self.of_inferred {
                    Fact::inferred(of, anchor, Rule::OfficialsOfEvent)
                } else {
                    let span = self.owner(actors).map_or(anchor, |toks| doc.span(&toks));
                    Fact::stated(of, span, Rule::OfficialsOf)
                }
            }),
            mentions,
        }
    }

    /// The words beside an office that say whom it serves.
    fn owner(&self, actors: &Actors) -> Option<Toks> {
        /// How many tokens before and behind the office they may stand.
        const BESIDE: usize = 6;
        if let Some(Serves::Named(start, end)) = self.of {
            return Some(start..end);
        }
        let serves = |mention: &ActorMention| match self.of {
            Some(Serves::State(code)) => mention.of == Some(code),
            Some(Serves::Actor(actor)) => mention.actor == actor,
            Some(Serves::Named(..)) | None => false,
        };
        let beside = |role: &Role| {
            let first = actors.mentions.partition_point(|m| m.toks.start + BESIDE < role.toks.start);
            let near = actors.mentions[first..].iter().take_while(|m| m.toks.start <= role.toks.end + BESIDE);
            near.filter(|m| serves(m)).min_by_key(|m| m.toks.start.abs_diff(role.toks.start)).map(|m| m.toks.clone())
        };
        self.roles.iter().find_map(beside)
    }
}

/// Printed text with its line breaks as single spaces.
fn one_line(text: &str) -> String {
    if text.contains(['\n', '\r', '\t']) || text.contains("  ") {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::phrases::actors;

    /// The officials of a text as "Name: role; role (OF)".
    pub(super) fn read(text: &str) -> Vec<String> {
        let gazetteer = Gazetteer::builtin();
        let doc = Doc::new(text, &gazetteer);
        let page = Page::read(&doc);
        let actors = actors::find(&doc, &page);
        let officials = find(&doc, &page, &actors).reported(&doc, &actors);
        officials.into_iter().map(|(_, o)| line(&o)).collect()
    }

    fn line(official: &Official) -> String {
        let join = |facts: &[Fact<String>]| facts.iter().map(|f| f.value.as_str()).collect::<Vec<_>>().join("; ");
        let name = official.name.as_ref().map_or("-", |name| &name.value);
        let of = official.of.as_ref().map_or("-".to_owned(), |of| of.value.to_string());
        format!("{name} | {} | {} | {of}", join(&official.titles), join(&official.roles))
    }

    #[test]
    fn an_office_and_a_name() {
        assert_eq!(read("Senegalese Foreign Minister Dr Awa Sarr flew home."), ["Awa Sarr | Dr | Foreign Minister | SEN"]);
        assert_eq!(
            read("Ana Belén Ruiz, Minister of Energy and Mines of Peru, signed."),
            ["Ana Belén Ruiz |  | Minister of Energy and Mines | PER"]
        );
    }

    #[test]
    fn one_person_one_entry() {
        let text = "Togo's Trade Minister Kossi Mensah signed. Mr Mensah thanked Ghana. The minister flew home.";
        assert_eq!(read(text), ["Kossi Mensah | Mr | Trade Minister | TGO"]);
        let text = "Togo's Trade Minister Kossi Mensah met Ghana's Trade Minister Ama Mensah.";
        assert_eq!(read(text), ["Kossi Mensah |  | Trade Minister | TGO", "Ama Mensah |  | Trade Minister | GHA"]);
    }

    #[test]
    fn a_counterpart_has_the_office_but_not_the_state() {
        let text = "Omani Foreign Minister Badr Said and his Swiss counterpart Karin Meier spoke.";
        assert_eq!(read(text), ["Badr Said |  | Foreign Minister | OMN", "Karin Meier |  | Foreign Minister | CHE"]);
    }

    #[test]
    fn mentions_cover_names_offices_and_groups() {
        let gazetteer = Gazetteer::builtin();
        let text = "Peru's President Ana Ruiz met Chilean President Luis Vega. The two presidents signed. Ruiz left.";
        let doc = Doc::new(text, &gazetteer);
        let page = Page::read(&doc);
        let officials = find(&doc, &page, &actors::find(&doc, &page));
        let mentions: Vec<_> = officials.mentions.iter().map(|m| (doc.slice(&m.toks), m.officials.len())).collect();
        let wanted = [("Peru's President Ana Ruiz", 1), ("Chilean President Luis Vega", 1), ("The two presidents", 2), ("Ruiz", 1)];
        assert_eq!(mentions, wanted);
    }

    #[test]
    fn places_prizes_and_bodies_are_nobody() {
        assert!(read("They met at the Ambassador Hotel before the Minister's Cup.").is_empty());
        assert!(read("The General Assembly and the Prime Minister's Office were informed.").is_empty());
    }
}
