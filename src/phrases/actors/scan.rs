//! One pass over the text that finds the mentions, longest names first.

use super::words::{goes_on, is_class, is_space, place_name, state_name};
use super::{ActorForm, ActorMention, beside, names, placed, places, states};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, FastMap, Kind, Kinds, NameClass};
use crate::report::{CountryCode, PartyKind, Rule};
use crate::text::{BlockKind, Case, Page, split_possessive};

/// What a mention is known by, for merging.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Identity {
    State,
    /// Of the gazetteer.
    Organisation(u32),
    /// By its words; with the head noun among them.
    Named {
        head: Toks,
    },
    /// A short form of an earlier mention.
    Same(usize),
}

/// Mentions, and what each is known by.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub mentions: Vec<ActorMention>,
    pub identities: Vec<Identity>,
    /// Names that the text explains, and whose they are.
    pub introduced: Vec<(Toks, usize)>,
    /// Names that only their place tells.
    pub placed: Vec<(Toks, PartyKind)>,
    /// Mentions of a form that two states share, with the second state.
    pub second: Vec<(usize, CountryCode)>,
    /// Mentions of a state whose name a city or region of another has too, with that other state.
    pub regions: Vec<(usize, CountryCode)>,
}

/// An organisation of the gazetteer.
struct Known {
    /// One behind its last token.
    end: usize,
    index: u32,
    kind: PartyKind,
    of: Option<CountryCode>,
}

struct Scan<'a, 't> {
    doc: &'a Doc<'t>,
    page: &'a Page,
    found: Found,
    /// Abbreviations that the text has introduced, and whose they are.
    shorts: FastMap<&'t str, usize>,
    /// Where the state of the last name stands, if behind it.
    owner_ahead: Option<usize>,
    block: usize,
    /// Whether the block prints most words with a capital, as titles do.
    careful: bool,
}

/// Finds the mentions of a text, in its order.
pub(super) fn scan(doc: &Doc, page: &Page) -> Found {
    let mut scan =
        Scan { doc, page, found: Found::default(), shorts: FastMap::default(), owner_ahead: None, block: usize::MAX, careful: false };
    let mut at = 0;
    while at < doc.len() {
        at = if doc.is_capitalised(at) || may_begin(doc, at) { scan.step(at) } else { at + 1 };
    }
    scan.found
}

/// Whether an actor can begin at a word in lower case: "anti-Balaka", "province of Almaty".
fn may_begin(doc: &Doc, token: usize) -> bool {
    doc.begins(token, Kinds::of(&[Kind::State, Kind::Organisation, Kind::Place, Kind::BodyHead, Kind::StateNoun]))
}

impl<'t> Scan<'_, 't> {
    /// Reads the mention that begins at a token, if one does; the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        self.enter_block(at);
        if let Some(place) = places::read(self.doc, at) {
            let end = self.push_place(place.name, place.code, place.second, ActorForm::Name);
            if let Some(mention) = self.found.mentions.last_mut() {
                mention.toks = place.toks;
            }
            return end;
        }
        if !self.shorts.is_empty() {
            if let Some(&same) = self.shorts.get(split_possessive(self.doc.printed(at)).0) {
                return self.push_short(at..at + 1, same);
            }
        }
        let organisation = self.organisation(at);
        let name = names::read(self.doc, at, self.careful).filter(|name| !self.is_known_by_less(name, organisation.as_ref()));
        let state = states::read(self.doc, at);
        let place = place_name(self.doc, at).filter(|place| self.careful || !states::is_in_person(self.doc, &(at..place.end)));
        let ends = [
            organisation.as_ref().map_or(0, |o| o.end),
            state.as_ref().map_or(0, |s| s.toks.end),
            name.as_ref().map_or(0, |n| n.toks.end),
            place.map_or(0, |p| p.end),
        ];
        let longest = ends.into_iter().max().filter(|&end| end > 0);
        match (longest, organisation, state, name, place) {
            (Some(end), Some(organisation), ..) if organisation.end == end => self.push_organisation(at..end, &organisation),
            (Some(end), _, Some(state), ..) if state.toks.end == end => self.push_state(state),
            (Some(end), known, _, Some(name), _) if name.toks.end == end => self.push_name(name, known),
            (Some(end), _, _, _, Some(place)) => self.push_place(at..end, place.code, place.second, ActorForm::Place),
            _ => self.described(at).unwrap_or(at + 1),
        }
    }

    /// "Nordic Fund |for the ...|": the list knows the name, and grammar only adds what it is for. Also
    /// "U.S. |Federal Reserve|": the list knows the name behind the state.
    fn is_known_by_less(&self, name: &names::Name, known: Option<&Known>) -> bool {
        let by_state = name.of.is_some() && known.is_some_and(|known| known.kind != PartyKind::ArmedGroup);
        if known.is_some_and(|known| known.end >= name.head.end) && name.kind != Some(PartyKind::Company) && !by_state {
            return true;
        }
        let behind_state = state_name(self.doc, name.toks.start).map(|s| s.0 + usize::from(self.doc.word(s.0) == w::STOP));
        behind_state.is_some_and(|at| self.organisation(at).is_some_and(|known| known.end == name.toks.end))
    }

    /// Keeps track of the block, to know whether it is printed as titles are.
    fn enter_block(&mut self, at: usize) {
        if self.page.blocks.get(self.block).is_some_and(|block| block.toks.contains(&at)) {
            return;
        }
        let index = self.page.blocks.partition_point(|b| b.toks.end <= at);
        self.block = index;
        let Some(block) = self.page.blocks.get(index) else { return };
        let words = block.toks.clone().filter(|&t| self.doc.is_word(t) && !w::is_function_word(self.doc.word(t)));
        let (mut capitals, mut others, mut shouted) = (0, 0, 0);
        for token in words.take(40) {
            shouted += usize::from(self.doc.tokens[token].case() == Case::Upper);
            if self.doc.is_capitalised(token) { capitals += 1 } else { others += 1 }
        }
        let item = block.kind == BlockKind::ListItem || [w::STOP, w::SEMICOLON].contains(&self.doc.word(block.toks.end - 1));
        let title = capitals >= 4 && capitals > others * 4 && !item;
        self.careful = title || (shouted >= 4 && shouted > others * 2);
    }

    /// The organisation of the gazetteer that begins at a token.
    fn organisation(&self, at: usize) -> Option<Known> {
        match self.doc.longest(at, Kind::Organisation)? {
            // "AU$100"
            (end, _) if self.doc.is_glued(end) && self.doc.printed(end) == "$" => None,
            // "WHO SIGNS WHAT"
            (end, _) if self.careful && end == at + 1 && w::is_function_word(self.doc.word(at)) => None,
            (end, Entry::Organisation { index, kind, of }) => Some(Known { end, index, kind, of }),
            _ => None,
        }
    }

    fn push(&mut self, mention: ActorMention, identity: Identity) -> usize {
        let index = self.found.mentions.len();
        self.found.mentions.push(mention);
        self.found.identities.push(identity);
        index
    }

    fn push_short(&mut self, toks: Toks, same: usize) -> usize {
        let of = &self.found.mentions[same];
        let mention = ActorMention {
            toks: toks.clone(),
            name: toks.clone(),
            form: ActorForm::Abbreviation,
            rule: Rule::PartiesReference,
            nested: false,
            ..of.clone()
        };
        self.push(mention, Identity::Same(same));
        toks.end
    }

    /// Enters a mention by a name; its index.
    fn push_named(&mut self, toks: Toks, kind: PartyKind, of: Option<CountryCode>, identity: Identity, rule: Rule) -> usize {
        let abbreviation = toks.len() == 1 && self.doc.tokens[toks.start].case() == Case::Upper;
        let form = if abbreviation { ActorForm::Abbreviation } else { ActorForm::Name };
        let mention =
            ActorMention { toks: toks.clone(), name: toks, kind, form, of, inferred: false, rule, of_rule: rule, nested: false, actor: 0 };
        self.push(mention, identity)
    }

    fn push_organisation(&mut self, toks: Toks, known: &Known) -> usize {
        if known.of.is_some() {
            self.owner_beside(&toks);
        }
        let index = self.push_named(toks.clone(), known.kind, known.of, Identity::Organisation(known.index), Rule::PartiesOrganisation);
        // "Central Bank of |Iran|", but not "Order of |Malta|".
        if known.of.is_some_and(|of| toks.clone().any(|t| state_name(self.doc, t).is_some_and(|state| state.1 == of))) {
            self.nested_states(&toks);
        }
        self.introduce(index, toks.end)
    }

    fn push_place(&mut self, toks: Toks, code: CountryCode, second: Option<CountryCode>, form: ActorForm) -> usize {
        let end = toks.end;
        let index = self.push_named(toks.clone(), PartyKind::Subnational, Some(code), Identity::Named { head: toks }, Rule::PartiesPlace);
        self.found.mentions[index].form = form;
        self.found.second.extend(second.map(|code| (index, code)));
        end
    }

    fn push_state(&mut self, state: states::StateFound) -> usize {
        let index = self.state_mention(state);
        self.introduce(index, self.found.mentions[index].toks.end)
    }

    /// Enters the mention of a state; its index.
    fn state_mention(&mut self, state: states::StateFound) -> usize {
        let state_start = state.toks.start;
        let mut toks = state.toks.clone();
        let mut form = state.form;
        // "Turkish |government|", "Kenyan |side|", "Greenland's |government|"
        if self.doc.is(toks.end, Kind::StateNoun) && is_space(self.doc.gap(toks.end)) && self.doc.word(toks.end + 1) != w::OF {
            match form {
                ActorForm::Demonym => form = ActorForm::Government,
                ActorForm::Place => form = ActorForm::Seat,
                _ => {}
            }
            toks.end += 1;
        }
        toks.start = self.government_of(toks.start);
        let city = form == ActorForm::Place;
        let kind = if city { PartyKind::Subnational } else { PartyKind::State };
        let identity = if city { Identity::Named { head: toks.clone() } } else { Identity::State };
        let mention = ActorMention {
            toks,
            name: state.toks,
            kind,
            form,
            of: Some(state.code),
            inferred: false,
            rule: Rule::PartiesState,
            of_rule: Rule::PartiesState,
            nested: self.owner_ahead.is_some_and(|at| at == state_start),
            actor: 0,
        };
        let at = self.push(mention, identity);
        self.found.second.extend(state.second.map(|code| (at, code)));
        self.found.regions.extend(state.region.map(|code| (at, code)));
        at
    }

    /// "|Royal Government of| Cambodia": where the phrase of a state begins.
    fn government_of(&self, start: usize) -> usize {
        let doc = self.doc;
        let mut at = start;
        if at > 0 && doc.word(at - 1) == w::THE {
            at -= 1;
        }
        if at < 2 || doc.word(at - 1) != w::OF || !doc.is(at - 2, Kind::StateNoun) {
            return start;
        }
        at -= 2;
        while at > 0 && doc.is_capitalised(at) && is_class(doc, at - 1, NameClass::Rank) && doc.is_capitalised(at - 1) {
            at -= 1;
        }
        at
    }

    fn push_name(&mut self, mut name: names::Name, known: Option<Known>) -> usize {
        let end = name.toks.end;
        let Some(mut kind) = name.kind else { return end };
        let mut identity = Identity::Named { head: name.head.clone() };
        if let Some(known) = known {
            // "|Siemens| AG", "|Department of State| of the United States"
            if known.end == name.head.start && kind == PartyKind::Company || known.end >= name.head.end && name.of == known.of {
                identity = Identity::Organisation(known.index);
                (name.of, kind) = (known.of, known.kind);
            }
        }
        // "PT |Pertamina|"
        if let Some(known) = self.organisation(name.head.end).filter(|o| o.end == end && kind == PartyKind::Company) {
            identity = Identity::Organisation(known.index);
            name.of = known.of;
        }
        // "Propaganda Commission of the |LPRP|": of the party, and of its state.
        if let Some(&holder) = (name.head.end..end).find_map(|t| self.shorts.get(self.doc.printed(t))) {
            let holder = &self.found.mentions[holder];
            name.of = name.of.or(holder.of);
            if holder.kind == PartyKind::CivilSociety && kind == PartyKind::GovernmentBody {
                kind = holder.kind;
            }
        }
        let beside = if kind == PartyKind::InternationalOrganisation { None } else { self.owner_beside(&name.toks) };
        let of = name.of.or(beside).filter(|_| kind != PartyKind::InternationalOrganisation);
        let of_rule = if name.of.is_some() { name.rule } else { Rule::PartiesOfBeside };
        let index = self.push_named(name.toks.clone(), kind, of, identity, name.rule);
        self.found.mentions[index].of_rule = of_rule;
        self.nested_states(&name.toks);
        self.introduce(index, end)
    }

    /// The state before or behind a name, whose mention is then part of the phrase of the name.
    fn owner_beside(&mut self, toks: &Toks) -> Option<CountryCode> {
        let before = beside::owner_before(self.doc, self.last(), toks.start);
        let owner = before.or_else(|| beside::owner_behind(self.doc, toks.end))?;
        self.own(owner);
        Some(owner.code)
    }

    /// Marks the mention of an owner as part of the phrase of what it owns.
    fn own(&mut self, owner: beside::Owner) {
        match self.found.mentions.iter_mut().rev().take(6).find(|m| m.name.start == owner.at) {
            Some(mention) => mention.nested = true,
            None => self.owner_ahead = Some(owner.at),
        }
    }

    /// The last mention that is not inside another.
    fn last(&self) -> Option<&ActorMention> {
        self.found.mentions.iter().rev().take(6).find(|m| !m.nested)
    }

    /// A name that only the noun beside it explains: "the Swedish carmaker |Volvia|".
    fn described(&mut self, at: usize) -> Option<usize> {
        if self.careful {
            return None;
        }
        let Some((toks, kind, owner)) = beside::described(self.doc, self.last(), at) else {
            let placed = placed::read(self.doc, at)?;
            let end = placed.0.end;
            self.found.placed.push(placed);
            return Some(end);
        };
        if let Some(owner) = owner {
            self.own(owner);
        }
        let index = self.push_named(
            toks.clone(),
            kind,
            owner.map(|owner| owner.code),
            Identity::Named { head: toks.clone() },
            Rule::PartiesDescribed,
        );
        self.found.introduced.push((toks.clone(), index));
        Some(self.introduce(index, toks.end))
    }

    /// The states inside a longer name: "Ministry of Energy of |Ghana|".
    fn nested_states(&mut self, toks: &Toks) {
        let mut at = toks.start;
        while at < toks.end {
            match states::read(self.doc, at).filter(|s| s.toks.end <= toks.end && s.toks != *toks) {
                Some(state) => {
                    at = state.toks.end;
                    let index = self.state_mention(state);
                    self.found.mentions[index].nested = true;
                }
                None => at += 1,
            }
        }
    }

    /// "(HEC)" behind a full name: its abbreviation from then on.
    fn introduce(&mut self, mention: usize, end: usize) -> usize {
        let doc = self.doc;
        let named = &self.found.mentions[mention];
        // "Petroleum Development |Oman| (PDO)": the brackets are not the state's.
        let part_of_more = named.kind == PartyKind::State
            && named.toks.start > 0
            && goes_on(doc, named.toks.start)
            && doc.is_capitalised(named.toks.start - 1);
        if doc.word(end) != w::OPEN || named.nested || part_of_more {
            return end;
        }
        let close = (end + 2..end + 4).find(|&t| doc.word(t) == w::CLOSE);
        let Some(close) = close else { return end };
        let short = doc.printed(end + 1);
        // "Vietnam National Petroleum Group (Petrolimex)": another name that the list knows.
        let alias = || self.organisation(end + 1).is_some_and(|known| known.end == close);
        if close != end + 2 || !is_abbreviation(short) && !alias() {
            return end;
        }
        self.shorts.insert(short, mention);
        self.found.introduced.push((end + 1..close, mention));
        self.push_short(end + 1..close, mention);
        close + 1
    }
}

/// "HEC", "CityU", "NAST": at least two capitals, or one at the head of a mixed word.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= 14 && word.chars().next().is_some_and(char::is_uppercase) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}
