//! One pass over the text that finds the mentions, longest names first.

use super::words::state_name;
use super::{ActorForm, ActorMention, names, states};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, FastMap, Kind, PlaceKind};
use crate::report::{CountryCode, PartyKind};
use crate::text::{Case, Page, split_possessive};

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
    /// Mentions of a form that two states share, with the second state.
    pub ambiguous: Vec<(usize, CountryCode)>,
}

struct Scan<'a, 't> {
    doc: &'a Doc<'t>,
    page: &'a Page,
    found: Found,
    /// Abbreviations that the text has introduced, and whose they are.
    shorts: FastMap<&'t str, usize>,
    block: usize,
    /// Whether the block prints most words with a capital, as titles do.
    careful: bool,
}

/// Finds the mentions of a text, in its order.
pub(super) fn scan(doc: &Doc, page: &Page) -> Found {
    let mut scan = Scan { doc, page, found: Found::default(), shorts: FastMap::default(), block: usize::MAX, careful: false };
    let mut at = 0;
    while at < doc.len() {
        at = if doc.lookups_at(at).is_empty() && !doc.is_capitalised(at) { at + 1 } else { scan.step(at) };
    }
    scan.found
}

impl<'t> Scan<'_, 't> {
    /// Reads the mention that begins at a token, if one does; the token to go on with.
    fn step(&mut self, at: usize) -> usize {
        self.enter_block(at);
        if let Some(&same) = self.shorts.get(split_possessive(self.doc.printed(at)).0) {
            return self.push_short(at..at + 1, same);
        }
        let organisation = self.organisation(at);
        let name = names::read(self.doc, at, self.careful);
        let state = states::read(self.doc, at);
        let ends =
            [organisation.as_ref().map_or(0, |o| o.0), name.as_ref().map_or(0, |n| n.toks.end), state.as_ref().map_or(0, |s| s.toks.end)];
        let longest = *ends.iter().max().unwrap_or(&0);
        if longest == 0 {
            return self.place(at).unwrap_or(at + 1);
        }
        if let Some((end, index, kind, of)) = organisation.filter(|o| o.0 == longest) {
            return self.push_organisation(at..end, index, kind, of);
        }
        if let Some(state) = state.filter(|s| s.toks.end == longest) {
            return self.push_state(state);
        }
        match name {
            Some(name) => self.push_name(name),
            None => at + 1,
        }
    }

    /// Keeps track of the block, to know whether it is printed as titles are.
    fn enter_block(&mut self, at: usize) {
        let index = self.page.blocks.partition_point(|b| b.toks.end <= at);
        if index == self.block {
            return;
        }
        self.block = index;
        let Some(block) = self.page.blocks.get(index) else { return };
        let words =
            block.toks.clone().filter(|&t| self.doc.is_word(t) && !crate::gazetteer::function_words::is_function_word(self.doc.word(t)));
        let (mut capitals, mut others) = (0, 0);
        for token in words.take(40) {
            if self.doc.is_capitalised(token) { capitals += 1 } else { others += 1 }
        }
        self.careful = capitals >= 4 && capitals > others * 4;
    }

    /// The organisation of the gazetteer that begins at a token.
    fn organisation(&self, at: usize) -> Option<(usize, u32, PartyKind, Option<CountryCode>)> {
        match self.doc.longest(at, Kind::Organisation)? {
            (end, Entry::Organisation { index, kind, of }) => Some((end, index, kind, of)),
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
        let mention = ActorMention { toks: toks.clone(), name: toks.clone(), form: ActorForm::Abbreviation, nested: false, ..of.clone() };
        self.push(mention, Identity::Same(same));
        toks.end
    }

    fn push_organisation(&mut self, toks: Toks, index: u32, kind: PartyKind, of: Option<CountryCode>) -> usize {
        let abbreviation = toks.len() == 1 && self.doc.tokens[toks.start].case() == Case::Upper;
        let form = if abbreviation { ActorForm::Abbreviation } else { ActorForm::Name };
        let end = toks.end;
        let mention = ActorMention { toks: toks.clone(), name: toks.clone(), kind, form, of, inferred: false, nested: false, actor: 0 };
        let at = self.push(mention, Identity::Organisation(index));
        self.nested_states(&toks);
        self.introduce(at, end)
    }

    fn push_state(&mut self, state: states::StateFound) -> usize {
        let end = state.toks.end;
        let mention = ActorMention {
            toks: state.toks.clone(),
            name: state.toks,
            kind: PartyKind::State,
            form: state.form,
            of: Some(state.code),
            inferred: false,
            nested: false,
            actor: 0,
        };
        let at = self.push(mention, Identity::State);
        if let Some(other) = state.other {
            self.found.ambiguous.push((at, other));
        }
        self.introduce(at, end)
    }

    fn push_name(&mut self, name: names::Name) -> usize {
        let end = name.toks.end;
        let Some(kind) = name.kind else { return end };
        let of = name.of.or_else(|| self.owner_before(name.toks.start)).or_else(|| self.owner_behind(end));
        let of = of.filter(|_| kind != PartyKind::InternationalOrganisation);
        let mention = ActorMention {
            toks: name.toks.clone(),
            name: name.toks.clone(),
            kind,
            form: ActorForm::Name,
            of,
            inferred: false,
            nested: false,
            actor: 0,
        };
        let at = self.push(mention, Identity::Named { head: name.head });
        self.nested_states(&name.toks);
        self.introduce(at, end)
    }

    /// "Uzbekistan's| State Customs Committee", "Chinese energy giant| Northern Power Corp".
    fn owner_before(&self, start: usize) -> Option<CountryCode> {
        let last = self.found.mentions.last()?;
        let owner = last.of.filter(|_| last.kind == PartyKind::State || last.toks.len() == 1)?;
        if last.toks.end == start && self.doc.is_possessive(start - 1) {
            return Some(owner);
        }
        let gap = last.toks.end..start;
        let describes = last.kind == PartyKind::State && (last.form == ActorForm::Demonym || self.doc.is_possessive(last.toks.end - 1));
        let plain = gap.len() <= 5
            && gap.clone().all(|t| {
                self.doc.is_word(t) && !self.doc.is_capitalised(t) && (!w::is_function_word(self.doc.word(t)) || self.doc.word(t) == w::AND)
            });
        (describes && !gap.is_empty() && plain).then_some(owner)
    }

    /// "|in the State of Qatar", "|, of Spain", "|, Kenya,".
    fn owner_behind(&self, mut end: usize) -> Option<CountryCode> {
        let doc = self.doc;
        if doc.word(end) == w::OPEN && doc.word(end + 2) == w::CLOSE {
            if let Some((_, code, _)) = state_name(doc, end + 1) {
                return Some(code);
            }
            end += 3;
        }
        let comma = doc.word(end) == w::COMMA;
        end += usize::from(comma);
        let preposition = doc.word(end) == w::OF || doc.word(end) == w::IN;
        end += usize::from(preposition);
        if preposition && doc.word(end) == w::THE {
            end += 1;
        }
        if !comma && !preposition {
            return None;
        }
        let (state_end, code, _) = state_name(doc, end)?;
        let alone = preposition || [w::COMMA, w::STOP, w::CLOSE, w::SEMICOLON].contains(&doc.word(state_end));
        (alone && !doc.is_capitalised(state_end)).then_some(code)
    }

    /// The states inside a longer name: "Ministry of Energy of |Ghana|".
    fn nested_states(&mut self, toks: &Toks) {
        let mut at = toks.start;
        while at < toks.end {
            match states::read(self.doc, at).filter(|s| s.toks.end <= toks.end && s.toks != *toks) {
                Some(state) => {
                    at = state.toks.end;
                    let index = self.found.mentions.len();
                    self.push_state(state);
                    self.found.mentions[index].nested = true;
                }
                None => at += 1,
            }
        }
    }

    /// "(HEC)" behind a full name: its abbreviation from then on.
    fn introduce(&mut self, mention: usize, end: usize) -> usize {
        let doc = self.doc;
        if doc.word(end) != w::OPEN || self.found.mentions[mention].nested {
            return end;
        }
        let close = (end + 2..end + 4).find(|&t| doc.word(t) == w::CLOSE);
        let Some(close) = close else { return end };
        let short = doc.printed(end + 1);
        if close != end + 2 || !is_abbreviation(short) {
            return end;
        }
        self.shorts.insert(short, mention);
        self.push_short(end + 1..close, mention);
        close + 1
    }

    /// A city or region of the gazetteer.
    fn place(&mut self, at: usize) -> Option<usize> {
        let (end, entry) = self.doc.longest(at, Kind::Place)?;
        let Entry::Place { code, kind } = entry else { return None };
        let _: PlaceKind = kind;
        let toks = at..end;
        let mention = ActorMention {
            toks: toks.clone(),
            name: toks.clone(),
            kind: PartyKind::Subnational,
            form: ActorForm::Place,
            of: Some(code),
            inferred: false,
            nested: false,
            actor: 0,
        };
        self.push(mention, Identity::Named { head: toks });
        Some(end)
    }
}

/// "HEC", "CityU", "NAST": at least two capitals, or one at the head of a mixed word.
fn is_abbreviation(word: &str) -> bool {
    word.len() <= 14 && word.chars().next().is_some_and(char::is_uppercase) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}
