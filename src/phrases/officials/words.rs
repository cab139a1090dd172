//! What the word lists say of each token, so that grammar can read to the left as well as to the right.

use super::super::actors::{ActorForm, Actors};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{
    Entry, HonorificKind, NotNameSense, NumberKind, OfficeClass, OfficeUse, OwnerSense, ParticleSense, RankSense, StateSense, WordId,
};
use crate::report::{CountryCode, PartyKind};
use crate::text::{BlockKind, Page};

/// A set of senses of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tag(u32);

impl Tag {
    pub const FIELD: Tag = Tag(1);
    pub const BODY: Tag = Tag(2);
    pub const KEPT_RANK: Tag = Tag(4);
    pub const DROPPED_RANK: Tag = Tag(8);
    pub const OFFICE: Tag = Tag(16);
    pub const NOT_NAME: Tag = Tag(32);
    pub const PARTICLE: Tag = Tag(64);
    pub const SUFFIX: Tag = Tag(128);
    pub const LETTERS: Tag = Tag(256);
    pub const STATE: Tag = Tag(512);
    /// Inside a mention of an organisation, a body, a firm.
    pub const ACTOR: Tag = Tag(1024);
    /// The noun of an instrument or a body: no word of a name.
    pub const COMMON: Tag = Tag(2048);
    /// A rank that stands behind its office: "designate".
    pub const RANK_BEHIND: Tag = Tag(4096);
    /// The first token of a cell or a column.
    pub const CELL: Tag = Tag(8192);
    /// A noun that stands for a state already named: "country".
    pub const STATE_NOUN: Tag = Tag(16384);
    /// A noun that stands for an organisation already named: "company".
    pub const BODY_NOUN: Tag = Tag(32768);
    /// "side", "delegation": who acts for a state.
    pub const SIDE: Tag = Tag(131072);
    /// A place that is a surname as well: "Park".
    pub const SURNAME: Tag = Tag(1048576);
    /// "then", "late": said of one who held an office.
    pub const PAST: Tag = Tag(2097152);
    /// "appointed", "sworn in": between a name and its office.
    pub const APPOINTED: Tag = Tag(4194304);
    /// "two", "several"
    pub const COUNT: Tag = Tag(8388608);
    /// A form of address.
    pub const TITLE: Tag = Tag(524288);
    /// A city or a region.
    pub const PLACE: Tag = Tag(262144);
    /// A building, a street, a prize, a contest.
    pub const VENUE: Tag = Tag(65536);
    pub const PORTFOLIO: Tag = Tag(1 | 2);

    pub const fn and(self, other: Tag) -> Tag {
        Tag(self.0 | other.0)
    }

    pub fn has(self, any: Tag) -> bool {
        self.0 & any.0 != 0
    }
}

/// The noun of an office.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub toks: Toks,
    pub class: OfficeClass,
    pub plural: bool,
    pub usage: OfficeUse,
}

/// A state as a phrase names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StateWord {
    pub start: usize,
    pub end: usize,
    pub code: CountryCode,
    /// The noun's sense, where the adjective is the same word: "New Zealand".
    pub sense: StateSense,
    /// Whether the word is an adjective, if perhaps a noun too.
    pub adjective: bool,
}

/// Whether the words are printed as a title is.
fn is_title(doc: &Doc, toks: &Toks) -> bool {
    doc.is_capitalised(toks.start)
}

/// Whether a sense of a state word gives way to another.
fn is_weaker(sense: StateSense, other: StateSense) -> bool {
    let rank = |s| match s {
        StateSense::Prefix => 0,
        StateSense::People => 1,
        StateSense::Demonym => 2,
        _ => 3,
    };
    rank(sense) < rank(other)
}

/// The text with the senses of its tokens.
pub(super) struct Words<'d, 't> {
    pub doc: &'d Doc<'t>,
    pub page: &'d Page,
    pub actors: &'d Actors,
    tags: Vec<Tag>,
    /// Every state word, longest at each place, by its start; none overlaps another.
    states: Vec<StateWord>,
    pub heads: Vec<Head>,
    has_body: bool,
    /// One behind the last title read.
    title_end: usize,
    /// Forms of address that stand before an office too ("HE President"): first token, one behind the last.
    honours: Vec<(usize, usize)>,
}

impl<'d, 't> Words<'d, 't> {
    pub fn read(doc: &'d Doc<'t>, page: &'d Page, actors: &'d Actors) -> Self {
        let mut words = Self {
            doc,
            page,
            actors,
            tags: vec![Tag::default(); doc.len() + 1],
            states: Vec::new(),
            heads: Vec::new(),
            has_body: false,
            title_end: usize::MAX,
            honours: Vec::new(),
        };
        for lookup in doc.lookups() {
            let toks = lookup.first as usize..lookup.last as usize;
            match lookup.entry {
                Entry::Office { class, plural, usage } => words.add_head(Head { toks, class, plural, usage }),
                Entry::Honorific { kind: HonorificKind::Address | HonorificKind::Honour, .. } if is_title(doc, &toks) => {
                    words.tag(toks.clone(), Tag::TITLE);
                    let stop = doc.word(toks.end) == w::STOP && doc.is_glued(toks.end);
                    let end = if stop { toks.end + 1 } else { toks.end };
                    words.title_end = if words.title_end == usize::MAX { end } else { words.title_end.max(end) };
                }
                Entry::Rank(RankSense::Kept) => words.tag(toks, Tag::KEPT_RANK),
                Entry::Rank(RankSense::Dropped) => words.tag(toks, Tag::DROPPED_RANK),
                Entry::Rank(RankSense::Past) => words.tag(toks, Tag::DROPPED_RANK.and(Tag::PAST)),
                Entry::Rank(RankSense::Appointed) => words.tag(toks, Tag::APPOINTED),
                Entry::Number { kind: NumberKind::Ordinal, .. } => words.tag(toks, Tag::DROPPED_RANK),
                Entry::Number { .. } => words.tag(toks, Tag::COUNT),
                Entry::Rank(RankSense::Behind) => words.tag(toks, Tag::RANK_BEHIND),
                Entry::Honorific { kind: HonorificKind::Style, .. } => {
                    words.tag(toks.clone(), Tag::TITLE);
                    words.add_honour(toks);
                }
                Entry::Place { .. } => words.tag(toks, Tag::PLACE),
                Entry::Instrument { .. } | Entry::BodyHead { .. } => words.tag(toks, Tag::COMMON),
                Entry::Portfolio { body } => words.tag(toks, if body { Tag::BODY } else { Tag::FIELD }),
                Entry::NotName(NotNameSense::Venue) => words.tag(toks, Tag::NOT_NAME.and(Tag::VENUE)),
                Entry::NotName(NotNameSense::Surname) => words.tag(toks, Tag::NOT_NAME.and(Tag::VENUE).and(Tag::SURNAME)),
                Entry::NotName(NotNameSense::Other) => words.tag(toks, Tag::NOT_NAME),
                Entry::NameParticle { sense } => words.tag(
                    toks,
                    match sense {
                        ParticleSense::Particle => Tag::PARTICLE,
                        ParticleSense::Suffix => Tag::SUFFIX,
                        ParticleSense::Letters => Tag::LETTERS,
                    },
                ),
                Entry::OwnerNoun(OwnerSense::State) => words.tag(toks, Tag::STATE_NOUN),
                Entry::OwnerNoun(OwnerSense::Body) => words.tag(toks, Tag::BODY_NOUN),
                Entry::OwnerNoun(OwnerSense::Side) | Entry::StateNoun => words.tag(toks, Tag::SIDE),
                Entry::State { code, sense } if sense < StateSense::Second => words.add_state(toks, code, sense),
                _ => {}
            }
        }
        for mention in &actors.mentions {
            if let (PartyKind::State, Some(code)) = (mention.kind, mention.of) {
                // "Congolese" is of two states; which one is meant has been found already.
                let index = words.states.partition_point(|s| s.start < mention.toks.start);
                if let Some(state) = words.states.get_mut(index).filter(|s| s.start == mention.toks.start) {
                    state.code = code;
                }
            }
            // A word that is a place or a firm may be a name as well ("Nelson").
            let known = mention.toks.clone().any(|t| doc.word(t) != WordId::UNKNOWN && doc.is_word(t));
            if mention.kind != PartyKind::State && (known && mention.toks.len() > 1 || mention.form == ActorForm::Abbreviation) {
                words.tag(mention.toks.clone(), Tag::ACTOR);
            }
        }
        words.has_body = page.blocks.iter().any(|b| b.kind == BlockKind::Paragraph);
        for token in 1..doc.len() {
            if words.is_apart(token, doc.gap(token)) {
                words.tag(token..token + 1, Tag::CELL);
            }
        }
        words
    }

    fn tag(&mut self, toks: Toks, tag: Tag) {
        for slot in &mut self.tags[toks] {
            *slot = slot.and(tag);
        }
    }

    /// Of heads that overlap, the first and longest stays: "secretary of state", not "secretary". Behind a title a
    /// word is a name ("Dr Amir Rahman") or an address ("Mr Speaker").
    fn add_head(&mut self, head: Head) {
        if head.toks.len() == 1 && self.title_end == head.toks.start && self.doc.is_capitalised(head.toks.start) {
            return;
        }
        if self.heads.last().is_some_and(|last| head.toks.start < last.toks.end) {
            return;
        }
        self.tag(head.toks.clone(), Tag::OFFICE);
        self.heads.push(head);
    }

    fn add_honour(&mut self, toks: Toks) {
        let stop = self.doc.word(toks.end) == w::STOP && self.doc.is_glued(toks.end);
        if self.honours.last().is_none_or(|last| last.1 <= toks.start) && self.doc.is_capitalised(toks.start) {
            self.honours.push((toks.start, if stop { toks.end + 1 } else { toks.end }));
        }
    }

    /// The form of address that ends before a token: its first token.
    pub fn honour_before(&self, token: usize) -> Option<usize> {
        let index = self.honours.partition_point(|h| h.1 < token);
        self.honours.get(index).filter(|h| h.1 == token).map(|h| h.0)
    }

    fn add_state(&mut self, toks: Toks, code: CountryCode, sense: StateSense) {
        if self.doc.word(toks.end) == w::DOLLAR && self.doc.is_glued(toks.end) {
            // "US$306m"
            return;
        }
        if let Some(last) = self.states.last_mut().filter(|last| toks.start < last.end) {
            // "Swiss" is an adjective, a people and a prefix; "New Zealand" an adjective and a noun.
            if last.start == toks.start && last.end == toks.end {
                last.adjective |= sense == StateSense::Demonym;
                if is_weaker(last.sense, sense) {
                    (last.code, last.sense) = (code, sense);
                }
            }
            return;
        }
        self.tag(toks.clone(), Tag::STATE);
        self.states.push(StateWord { start: toks.start, end: toks.end, code, sense, adjective: sense == StateSense::Demonym });
    }

    pub fn tag_of(&self, token: usize) -> Tag {
        self.tags.get(token).copied().unwrap_or_default()
    }

    pub fn is(&self, token: usize, any: Tag) -> bool {
        self.tag_of(token).has(any)
    }

    /// The state word that starts at a token.
    pub fn state_at(&self, token: usize) -> Option<StateWord> {
        let index = self.states.partition_point(|s| s.start < token);
        self.states.get(index).copied().filter(|s| s.start == token)
    }

    /// The state word that ends before a token.
    pub fn state_before(&self, token: usize) -> Option<StateWord> {
        let index = self.states.partition_point(|s| s.end < token);
        self.states.get(index).copied().filter(|s| s.end == token)
    }

    pub fn states(&self) -> &[StateWord] {
        &self.states
    }

    /// The actor, no state, whose mention starts at a token: its mention's index.
    pub fn actor_at(&self, token: usize) -> Option<usize> {
        let mentions = &self.actors.mentions;
        let index = mentions.partition_point(|m| m.toks.start < token);
        (index..mentions.len()).take_while(|&i| mentions[i].toks.start == token).find(|&i| mentions[i].kind != PartyKind::State)
    }

    /// The actor, no state, whose mention ends before a token: its mention's index.
    pub fn actor_before(&self, token: usize) -> Option<usize> {
        let mentions = &self.actors.mentions;
        // By their starts, for those inside others end before them.
        let index = mentions.partition_point(|m| m.toks.start < token);
        (index.saturating_sub(8)..index).find(|&i| mentions[i].toks.end == token && mentions[i].kind != PartyKind::State)
    }

    /// The organisation whose name begins with these words, "Norsk Alu" for "Norsk Alu ASA".
    pub fn actor_beginning(&self, toks: &Toks) -> Option<usize> {
        /// How many organisations of the text are looked at.
        const LOOKED_AT: usize = 256;
        let fold = |t: usize| crate::text::split_possessive(self.doc.printed(t)).0.to_lowercase();
        let begins = |name: &Toks| {
            name.len() > toks.len()
                && name.clone().zip(toks.clone()).all(|(a, b)| self.doc.word(a) == self.doc.word(b) && fold(a) == fold(b))
        };
        self.actors
            .actors
            .iter()
            .take(LOOKED_AT)
            .position(|a| !matches!(a.kind, PartyKind::State | PartyKind::Subnational | PartyKind::GovernmentBody) && begins(&a.name))
    }

    /// The last mention of an actor, no state, that ends at a token or before it.
    pub fn last_actor(&self, token: usize) -> Option<usize> {
        let mentions = &self.actors.mentions;
        let index = mentions.partition_point(|m| m.toks.start < token);
        let fits = |i: &usize| mentions[*i].toks.end <= token && !matches!(mentions[*i].kind, PartyKind::State | PartyKind::Subnational);
        (index.saturating_sub(24)..index).rev().find(fits)
    }

    /// The last organisation of a state before a token, with the noun at the token in its name.
    pub fn actor_of(&self, token: usize, code: CountryCode) -> Option<usize> {
        let noun = self.doc.word(token);
        let mentions = &self.actors.mentions;
        let last = self.last_actor(token)?;
        let fits = |m: usize| {
            self.state_of_mention(m) == Some(code)
                && mentions[m].toks.clone().any(|t| self.doc.word(t) == noun)
                && mentions[m].kind != PartyKind::State
        };
        (last.saturating_sub(24)..=last).rev().find(|&m| fits(m)).map(|m| mentions[m].actor)
    }

    /// The first name of a state, no adjective, that starts at a token or behind it.
    pub fn first_state(&self, token: usize) -> Option<StateWord> {
        let index = self.states.partition_point(|s| s.start < token);
        self.states[index..]
            .iter()
            .take(8)
            .find(|s| !matches!(s.sense, StateSense::Prefix | StateSense::Demonym | StateSense::People))
            .copied()
    }

    /// The last name of a state that ends at a token or before it.
    pub fn last_state(&self, token: usize) -> Option<StateWord> {
        let index = self.states.partition_point(|s| s.end <= token);
        self.states[index.saturating_sub(16)..index].iter().rev().find(|s| s.sense != StateSense::Prefix).copied()
    }

    /// The state that a mention of an actor belongs to.
    pub fn state_of_mention(&self, mention: usize) -> Option<CountryCode> {
        let mention = &self.actors.mentions[mention];
        let stated = mention.of.filter(|_| !mention.inferred);
        stated.or_else(|| self.actors.actors.get(mention.actor).filter(|a| !a.of_inferred).and_then(|a| a.of))
    }

    pub fn is_abbreviation(&self, mention: usize) -> bool {
        self.actors.mentions[mention].form == ActorForm::Abbreviation
    }

    /// Whether a block is a row of a table: so laid out, or with a bar at its edge.
    pub fn is_row(&self, block: usize) -> bool {
        let block = &self.page.blocks[block];
        block.kind == BlockKind::TableRow || self.doc.word(block.toks.start) == w::BAR
    }

    /// Whether a new cell or a new column begins at a token.
    fn is_apart(&self, token: usize, gap: &str) -> bool {
        if self.doc.word(token - 1) == w::BAR {
            return self.page.block_of(token).is_some_and(|block| self.page.blocks[block].toks.start < token && self.is_row(block));
        }
        match gap {
            "" | " " | "\n" => false,
            "  " => self.page.kind_of(token) == BlockKind::TableRow,
            _ => gap.contains('\t') || gap.contains("   "),
        }
    }

    pub fn is_hyphen(&self, token: usize) -> bool {
        self.doc.word(token) == w::HYPHEN && self.doc.is_glued(token) && self.doc.is_glued(token + 1)
    }

    /// Whether a token lies in a block that is no part of the article. A page without a paragraph has no such blocks.
    pub fn is_outside(&self, token: usize) -> bool {
        self.has_body && matches!(self.page.kind_of(token), BlockKind::Furniture | BlockKind::Byline)
    }
}

/// Reads a text up to this layer, for the tests of the rules.
#[cfg(test)]
pub(super) fn with<R>(text: &str, read: impl FnOnce(&Words) -> R) -> R {
    let gazetteer = crate::gazetteer::Gazetteer::builtin();
    let doc = Doc::new(text, &gazetteer);
    let page = Page::read(&doc);
    let actors = super::super::actors::find(&doc, &page);
    read(&Words::read(&doc, &page, &actors))
}
