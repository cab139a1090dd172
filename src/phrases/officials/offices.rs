//! Offices: a noun with its ranks, its field, the body where it is held, and whom it serves.

use super::Role;
use super::sides::pair_before;
use super::words::{Head, StateWord, Tag, Words};
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, NumberKind, OfficeClass, OfficeUse, StateSense, WordId};
use crate::report::{CountryCode, PartyKind};

/// What stands before an office and says which one is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    None,
    /// "the", or a possessive noun
    Definite,
    /// "a"
    Indefinite,
    /// "his", "its"
    Possessive,
}

/// Whom the phrase says that an office serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    State(CountryCode),
    /// The index of an actor.
    Actor(usize),
    /// A name that no other stage knows: its first token, and one behind its last.
    Named(usize, usize),
}

/// An office as it stands in one place.
#[derive(Clone, Debug)]
pub(super) struct Office {
    /// From the determiner or the owner to the end of the complement.
    pub toks: Toks,
    /// Behind the determiner.
    pub start: usize,
    pub role: Role,
    pub head: Toks,
    pub class: OfficeClass,
    pub plural: bool,
    pub determiner: Determiner,
    pub owner: Option<Owner>,
    /// "of Kenya and Uganda": the owners of a plural office, in their order.
    pub owners: Vec<Owner>,
    /// Where a diplomat is sent: a state that the office does not serve.
    pub away: Option<CountryCode>,
    /// Whether it names a field or a body, and not just a rank.
    pub specific: bool,
    /// "then", "former": its holder does not hold it now.
    pub past: bool,
    /// Forms of address before it: "HE" in "HE Prime Minister".
    pub titles: Vec<Toks>,
}

impl Office {
    /// The possessive word that the phrase begins with: "Larijani's".
    pub fn first_possessive(&self, words: &Words) -> Option<usize> {
        let token = self.start.checked_sub(1)?;
        (token >= self.toks.start && words.doc.is_possessive(token)).then_some(token)
    }
}

/// Every office of the text, in its order; none overlaps another.
pub(super) fn find(words: &Words) -> Vec<Office> {
    let mut out: Vec<Office> = Vec::new();
    let mut floor = 0;
    let mut block = 0;
    for head in &words.heads {
        if head.toks.start < floor || words.is(head.toks.start, Tag::ACTOR) && !head_may_lie_in_actor(words, head) {
            continue;
        }
        while words.page.blocks.get(block).is_some_and(|b| b.toks.end <= head.toks.start) {
            block += 1;
        }
        let Some(bounds) = words.page.blocks.get(block).map(|b| b.toks.clone()).filter(|b| b.contains(&head.toks.start)) else {
            continue;
        };
        // "Emir" in "President of Kosovo Emir Berisha": a word of a name
        let given = matches!(head.class, OfficeClass::HeadOfState | OfficeClass::Judge) && head.toks.len() == 1 && !head.plural;
        let behind_office = out.last().is_some_and(|last| last.toks.end == head.toks.start);
        // "Sultan" in "HE Sultan bin Saad"
        let particle =
            words.is(head.toks.end, Tag::PARTICLE) && !words.doc.is_capitalised(head.toks.end) || is_arab_article(words, head.toks.end);
        if given && (behind_office && words.doc.is_capitalised(head.toks.end) || particle || is_surname(words, head))
            || is_surname_of(words, head, out.last().map(|last| last.toks.end))
        {
            continue;
        }
        if let Some(office) = office(words, head, floor.max(bounds.start), bounds.end) {
            floor = office.toks.end;
            out.push(office);
        }
    }
    out
}

/// "Bishop" in "Deputy Minister Peter Bishop": a word that is no part of an office stands between it and an office or a
/// form of address.
fn is_surname_of(words: &Words, head: &Head, office_end: Option<usize>) -> bool {
    let doc = words.doc;
    let Some(prior) = head.toks.start.checked_sub(1) else { return false };
    let stopped = |t: usize| doc.word(t) == w::STOP && t > 0 && words.is(t - 1, Tag::TITLE);
    let anchored = office_end == Some(prior) || prior > 0 && (words.is(prior - 1, Tag::TITLE) || stopped(prior - 1));
    let other = Tag::PORTFOLIO.and(Tag::STATE).and(Tag::ACTOR).and(Tag::OFFICE).and(Tag::KEPT_RANK).and(Tag::DROPPED_RANK);
    anchored
        && head.toks.len() == 1
        && !head.plural
        && doc.is_capitalised(head.toks.start)
        && doc.is_capitalised(prior)
        && !doc.is_possessive(prior)
        && doc.printed(prior).len() > 1
        && !words.is(prior, other.and(Tag::NOT_NAME).and(Tag::COMMON).and(Tag::TITLE))
        && !doc.is_capitalised(head.toks.end)
        && doc.word(head.toks.end) != w::OF
}

/// "King" in "Rodney King": a word of no list stands before it.
fn is_surname(words: &Words, head: &Head) -> bool {
    let prior = head.toks.start.wrapping_sub(1);
    words.doc.word(prior) == WordId::UNKNOWN
        && words.doc.is_capitalised(prior)
        && words.doc.is_capitalised(head.toks.start)
        && !sentence_start(words, prior)
        && !words.doc.is_possessive(prior)
}

/// "Al" in "Al-Marshad".
fn is_arab_article(words: &Words, at: usize) -> bool {
    words.is(at, Tag::PARTICLE) && words.is_hyphen(at + 1)
}

/// "the", "both", "two", "three" before a plural.
fn is_group(words: &Words, at: usize) -> bool {
    let doc = words.doc;
    matches!(doc.word(at), w::THE | w::BOTH | w::THESE)
        || doc.lookups_with(at, Kind::Number).iter().any(|l| matches!(l.entry, Entry::Number { kind: NumberKind::Cardinal, .. }))
}

/// An actor that ends with the noun of an office was cut wrongly ("Riga Mayor"); one that ends inside it stands before its
/// noun ("Nakuru County Governor").
fn head_may_lie_in_actor(words: &Words, head: &Head) -> bool {
    words.actor_before(head.toks.end).is_some_and(|m| words.actors.mentions[m].toks.start < head.toks.start)
        || actor_into(words, head).is_some()
}

/// The actor whose name ends with the first word of an office: "|Nakuru County| Governor".
fn actor_into(words: &Words, head: &Head) -> Option<usize> {
    let mention = words.actor_before(head.toks.start + 1).filter(|_| head.toks.len() > 1)?;
    (words.actors.mentions[mention].toks.start < head.toks.start).then_some(mention)
}

/// Reads the phrase round a head, between `floor` and `end`.
fn office(words: &Words, head: &Head, floor: usize, end: usize) -> Option<Office> {
    let before = Before::read(words, head, floor);
    let after = After::read(words, head, end);
    let specific = before.field || after.field;
    let mut owner = before.owner.or(after.owner);
    if owner.is_none() {
        owner = match after.refers.or(before.refers) {
            Some(Reference::State) => words.last_state(before.first).map(|s| Owner::State(s.code)),
            Some(Reference::Body(noun)) => named_by_noun(words, before.first, noun),
            Some(Reference::Former) => pair_before(words, before.first).map(|pair| pair.0),
            Some(Reference::Latter) => pair_before(words, before.first).map(|pair| pair.1),
            Some(Reference::Either) => nearest(words, head, before.first),
            Some(Reference::Last) => last_named(words, before.first),
            None => None,
        };
    }
    // "his Georgian colleague", not just any colleague
    if head.usage == OfficeUse::With && head.class == OfficeClass::Counterpart && !matches!(owner, Some(Owner::State(_))) {
        return None;
    }
    // "the two leaders", "both chairmen" need nothing beside them.
    let group = head.plural && head.toks.start > 0 && is_group(words, head.toks.start - 1);
    if head.usage == OfficeUse::With && !group && !specific && owner.is_none() && before.determiner != Determiner::Possessive {
        let capital = words.doc.is_capitalised(head.toks.start);
        let title = words.doc.begins(head.toks.start, Kind::Honorific);
        let named = words.doc.is_capitalised(after.end) && !words.is(after.end, Tag::NOT_NAME) && !title;
        // "Amina Diallo, Chair"
        let apposed =
            before.first > floor + 1 && words.doc.word(before.first - 1) == w::COMMA && words.doc.is_capitalised(before.first - 2);
        // "Amina Diallo, a spokeswoman for one of the groups"
        let bound = apposed && matches!(words.doc.word(after.end), w::OF | w::FOR | w::AT);
        if !bound && (!capital || !named && !apposed) {
            return None;
        }
    }
    Some(Office {
        toks: before.first..after.end,
        start: before.start,
        role: Role { toks: before.role..after.role, cut: before.cut, plural: head.plural.then(|| head.toks.clone()) },
        head: head.toks.clone(),
        class: head.class,
        plural: head.plural,
        determiner: before.determiner,
        owner,
        away: after.away,
        owners: if before.owners.is_empty() { after.owners } else { before.owners },
        specific,
        past: (before.first.saturating_sub(1).max(floor)..head.toks.start)
            .any(|t| words.is(t, Tag::PAST) || words.doc.word(t) == w::FORMER),
        titles: before.titles,
    })
}

/// "the university's rector": the last organisation with the noun in its name, else the last one.
fn named_by_noun(words: &Words, at: usize, noun: usize) -> Option<Owner> {
    let kind = match words.doc.longest(noun, Kind::Descriptor) {
        Some((_, Entry::Descriptor(kind @ (PartyKind::Company | PartyKind::University)))) => Some(kind),
        _ => None,
    };
    let noun = words.doc.word(noun);
    let mentions = &words.actors.mentions;
    let last = words.last_actor(at)?;
    let before = last.saturating_sub(24)..last + 1;
    let named = before.clone().rev().find(|&m| mentions[m].toks.clone().any(|t| words.doc.word(t) == noun));
    let mention = match (named, kind) {
        (Some(named), _) => named,
        (None, Some(kind)) => before.rev().find(|&m| mentions[m].kind == kind)?,
        (None, None) => last,
    };
    Some(Owner::Actor(mentions[mention].actor))
}

/// "its" in "Austria, with Petra Weiss, its ambassador": the state that the clause begins with, else the state or body
/// last named.
fn nearest(words: &Words, head: &Head, at: usize) -> Option<Owner> {
    if matches!(head.class, OfficeClass::Executive | OfficeClass::Director | OfficeClass::Spokesperson) {
        let actor = words.last_actor(at).map(|m| &words.actors.mentions[m]).filter(|m| m.toks.end + 40 > at && !is_organ(m.kind));
        if let Some(actor) = actor {
            return Some(Owner::Actor(actor.actor));
        }
    }
    if let Some(state) = at.checked_sub(1).filter(|&by| words.doc.word(by) == w::BY).and_then(|by| words.state_before(by)) {
        // "Iceland by its foreign minister"
        return Some(Owner::State(state.code));
    }
    let sentence = words.page.sentence_of(at).map_or(at, |s| words.page.sentences[s].toks.start);
    let sentence = sentence.max(at.saturating_sub(120));
    let clause = (sentence..at).rev().find(|&t| words.doc.word(t) == w::SEMICOLON).unwrap_or(sentence);
    let subject = words.first_state(clause).filter(|s| s.end <= at && s.start <= clause + 12);
    if let Some(subject) = subject {
        if words.last_actor(at).is_none_or(|m| words.actors.mentions[m].toks.end <= subject.end || is_organ(words.actors.mentions[m].kind))
        {
            return Some(Owner::State(subject.code));
        }
    }
    last_named(words, at)
}

/// "whose president": the state or body last named.
fn last_named(words: &Words, at: usize) -> Option<Owner> {
    let state = words.last_state(at).filter(|s| s.sense != StateSense::Demonym && s.end + 40 > at);
    let actor = words.last_actor(at).map(|m| &words.actors.mentions[m]).filter(|m| m.toks.end + 40 > at && !is_organ(m.kind));
    match (state, actor) {
        (Some(state), Some(actor)) if actor.toks.end > state.end => Some(Owner::Actor(actor.actor)),
        (Some(state), _) => Some(Owner::State(state.code)),
        (None, Some(actor)) => Some(Owner::Actor(actor.actor)),
        (None, None) => None,
    }
}

/// What a word for the owner stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reference {
    State,
    /// The token of the noun.
    Body(usize),
    Either,
    /// "whose"
    Last,
    Former,
    Latter,
}

/// "country", "company"
fn reference(words: &Words, at: usize) -> Option<Reference> {
    if words.is(at, Tag::STATE_NOUN) {
        Some(Reference::State)
    } else if words.is(at, Tag::BODY_NOUN) {
        Some(Reference::Body(at))
    } else if words.doc.word(at) == w::FORMER {
        Some(Reference::Former)
    } else if words.doc.word(at) == w::LATTER {
        Some(Reference::Latter)
    } else {
        None
    }
}

/// What stands before the noun of an office.
struct Before {
    /// The first token of the role.
    role: usize,
    /// The first token behind the determiner.
    start: usize,
    /// The first token of all.
    first: usize,
    /// The owner inside the role: "Malaysian" in "former Malaysian prime minister".
    cut: Option<Toks>,
    owner: Option<Owner>,
    refers: Option<Reference>,
    determiner: Determiner,
    field: bool,
    titles: Vec<Toks>,
    /// "Iranian and Omani" before a plural.
    owners: Vec<Owner>,
}

impl Before {
    fn read(words: &Words, head: &Head, floor: usize) -> Self {
        let doc = words.doc;
        let mut out = Before {
            role: head.toks.start,
            start: head.toks.start,
            first: head.toks.start,
            cut: None,
            owner: None,
            refers: None,
            determiner: Determiner::None,
            field: false,
            titles: Vec::new(),
            owners: Vec::new(),
        };
        // The owner's words while it is not known whether more of the role stands before them.
        let mut owner: Option<Toks> = None;
        let mut at = head.toks.start;
        let mut joined = false;
        if let Some(mention) = actor_into(words, head).filter(|&m| words.actors.mentions[m].toks.start >= floor) {
            at = words.actors.mentions[mention].toks.start;
            (out.role, out.owner, out.field) = (at, words.state_of_mention(mention).map(Owner::State), true);
        }
        while at > floor && !words.is(at, Tag::CELL) {
            let prior = at - 1;
            if let Some(start) = words.honour_before(at).filter(|&start| start >= floor) {
                out.titles.push(start..at);
                at = start;
                break;
            }
            if words.is(prior, Tag::OFFICE) && !words.is(prior, Tag::KEPT_RANK) {
                break;
            }
            if words.is_hyphen(prior) && prior > floor && words.is(prior - 1, Tag::KEPT_RANK) {
                // "co-", "ex-"
                at = prior - 1;
                out.role = at;
            } else if let Some(actor) = words
                .actor_before(at)
                .map(|m| (m, &words.actors.mentions[m]))
                .filter(|(_, m)| out.owner.is_none() && owner.is_none() && m.toks.start >= floor)
            {
                let (mention, actor) = actor;
                let possessive = doc.is_possessive(actor.toks.end - 1);
                at = actor.toks.start;
                if is_organ(actor.kind) {
                    // "NASA Administrator": a national agency stays in the role.
                    out.owner = words.state_of_mention(mention).map(Owner::State);
                    if possessive {
                        owner = Some(actor.toks.clone());
                    } else {
                        out.role = with_state_cut(words, &actor.toks);
                    }
                    out.field = true;
                } else {
                    out.owner = Some(Owner::Actor(actor.actor));
                    owner = Some(actor.toks.clone());
                }
            } else if let Some(state) = words.state_before(at).filter(|s| s.start >= floor && out.owner.is_none() && owns(words, s)) {
                out.owner = Some(Owner::State(state.code));
                at = state.start;
                if state.sense == StateSense::Seat && !doc.is_possessive(state.end - 1) {
                    // "White House adviser"
                    out.role = at;
                    out.field = true;
                } else {
                    owner = Some(at..state.end);
                }
            } else if let Some(start) = unlisted_body(words, head, at, floor).filter(|_| out.owner.is_none() && owner.is_none()) {
                out.owner = Some(Owner::Named(start, at));
                owner = Some(start..at);
                at = start;
            } else if words.is(prior, Tag::PORTFOLIO)
                && agrees(words, compound_start(words, prior), head.toks.start)
                && !doc.is_possessive(prior)
                && owner.is_none()
            {
                out.field = true;
                at = compound_start(words, prior);
                out.role = at;
                joined = false;
            } else if words.is(prior, Tag::KEPT_RANK) && !doc.is_possessive(prior) && owner.as_ref().is_none_or(|o| o.start == at) {
                at = prior;
                out.role = at;
                if let Some(owner) = owner.take() {
                    out.cut = Some(owner);
                }
            } else if words.is(prior, Tag::DROPPED_RANK) && !doc.is_possessive(prior) || head.plural && words.is(prior, Tag::COUNT) {
                at = prior;
            } else if !joined && is_join(words, prior) && out.field && out.role == at && prior > floor && words.is(prior - 1, Tag::FIELD) {
                // "Water and Environmental Affairs Minister"
                if doc.word(prior) == w::COMMA && !list_before_and(words, at)
                    || !same_case(words, prior - 1, at)
                    || words.is(prior, Tag::CELL)
                {
                    break;
                }
                joined = true;
                at = prior;
            } else if is_acronym(words, prior) && head.class == OfficeClass::Executive && out.owner.is_none() && owner.is_none() {
                out.owner = Some(Owner::Named(prior, at));
                owner = Some(prior..at);
                at = prior;
            } else if is_acronym(words, prior) && out.owner.is_none() && owner.is_none() {
                at = prior;
                out.role = at;
                out.field = true;
            } else if let Some(start) = unlisted_organisation(words, head, at, floor).filter(|_| out.owner.is_none() && owner.is_none()) {
                out.owner = Some(Owner::Named(start, at));
                owner = Some(start..at);
                at = start;
            } else {
                break;
            }
        }
        if joined {
            at += 1;
        }
        if let Some(seat) = constituency(words, head, at, floor) {
            at = seat;
            out.role = seat;
        }
        out.start = at;
        out.first = at;
        if at > floor {
            out.determine(words, at, floor);
        }
        if head.plural {
            if let (Some(Owner::State(code)), true) = (out.owner, at > floor + 1 && doc.word(at - 1) == w::AND) {
                if let Some(other) = words.state_before(at - 1).filter(|s| s.start >= floor && s.adjective) {
                    // "Iranian and Omani justice ministers"
                    out.owners = vec![Owner::State(other.code), Owner::State(code)];
                    out.owner = None;
                    at = other.start;
                    out.start = at;
                    out.first = at;
                    out.determine(words, at, floor);
                }
            }
        }
        if matches!(out.owner, Some(Owner::State(_))) && owner.as_ref().is_some_and(|o| doc.is_possessive(o.end - 1)) {
            out.determiner = Determiner::Definite;
        }
        out
    }

    /// "the", "its", "the country's" before the phrase.
    fn determine(&mut self, words: &Words, at: usize, floor: usize) {
        let doc = words.doc;
        match doc.word(at - 1) {
            w::BOTH => (self.determiner, self.first) = (Determiner::Definite, at - 1),
            w::THE => (self.determiner, self.first) = (Determiner::Definite, at - 1),
            w::A | w::AN => (self.determiner, self.first) = (Determiner::Indefinite, at - 1),
            w::HIS | w::HER | w::ITS | w::THEIR | w::OUR => (self.determiner, self.first) = (Determiner::Possessive, at - 1),
            _ if doc.is_possessive(at - 1) && doc.is_word(at - 1) => {
                self.determiner = Determiner::Definite;
                self.refers = reference(words, at - 1);
                self.first = at - 1;
                // "Mr. Modi's"
                let title = if doc.word(at.wrapping_sub(2)) == w::STOP { at.wrapping_sub(3) } else { at.wrapping_sub(2) };
                if at >= floor + 3 && words.is(title, Tag::TITLE) {
                    self.first = title;
                }
            }
            _ => {}
        }
        if doc.word(at - 1) == w::WHOSE {
            self.determiner = Determiner::Possessive;
            self.refers = Some(Reference::Last);
        }
        if doc.word(at - 1) == w::ITS {
            self.refers = Some(Reference::Either);
        }
        if let Some(start) = words.honour_before(self.first).filter(|&start| start >= floor && self.titles.is_empty()) {
            // "HH the Amir"
            self.titles.push(start..self.first);
            self.first = start;
        }
    }
}

/// "Techiman North" in "Techiman North MP Abena Ofori": the seat before a member's letters that a name follows.
fn constituency(words: &Words, head: &Head, at: usize, floor: usize) -> Option<usize> {
    let doc = words.doc;
    let name = |t: usize| {
        doc.is_word(t) && doc.is_capitalised(t) && !words.is(t, Tag::OFFICE.and(Tag::PORTFOLIO).and(Tag::NOT_NAME).and(Tag::KEPT_RANK))
    };
    if at != head.toks.start || !words.is(at, Tag::LETTERS) || !name(head.toks.end) || doc.gap(head.toks.end) != " " {
        return None;
    }
    let seat = |t: usize| name(t) && !words.is(t, Tag::STATE.and(Tag::ACTOR).and(Tag::TITLE)) && !doc.is_possessive(t);
    let first = (floor..at).rev().take(3).take_while(|&t| seat(t)).last()?;
    Some(first)
}

/// "Norsk Alu" in "Norsk Alu's chief executive", "Norsk Alu CEO": a firm that no list knows.
fn unlisted_organisation(words: &Words, head: &Head, at: usize, floor: usize) -> Option<usize> {
    let doc = words.doc;
    let possessive = doc.is_possessive(at - 1);
    if head.class != OfficeClass::Executive || !possessive && (!doc.is_capitalised(at) || sentence_start(words, at - 1)) {
        return None;
    }
    let unknown = |t: usize| {
        doc.is_word(t) && doc.is_capitalised(t) && !words.is(t, Tag::STATE.and(Tag::OFFICE).and(Tag::NOT_NAME).and(Tag::PORTFOLIO))
    };
    let mut start = at;
    while start > floor && (unknown(start - 1) || start < at && words.is_hyphen(start - 1)) && at - start < 6 {
        start -= 1;
    }
    (start < at && doc.word(start) == WordId::UNKNOWN && !words.is_hyphen(start)).then_some(start)
}

/// "Wukari University" in "Wukari University president": a body with a name that no list knows.
fn unlisted_body(words: &Words, head: &Head, at: usize, floor: usize) -> Option<usize> {
    use OfficeClass::{Director, Executive, President, Spokesperson};
    let doc = words.doc;
    let named = |t: usize| {
        doc.is_word(t)
            && doc.is_capitalised(t)
            && !words.is(t, Tag::STATE.and(Tag::OFFICE).and(Tag::NOT_NAME).and(Tag::PORTFOLIO).and(Tag::KEPT_RANK))
    };
    if !matches!(head.class, Director | Executive | President | Spokesperson)
        || at < floor + 2
        || !words.is(at - 1, Tag::BODY)
        || !doc.is_capitalised(at - 1)
    {
        return None;
    }
    let mut start = at - 1;
    while start > floor && named(start - 1) && at - start < 7 {
        start -= 1;
    }
    (start < at - 1 && (!sentence_start(words, at - 2) || is_acronym(words, start))).then_some(start)
}

/// Whether a token is the first of its sentence.
fn sentence_start(words: &Words, at: usize) -> bool {
    words.page.sentence_of(at).is_some_and(|s| words.page.sentences[s].toks.start == at)
}

/// The first token of a word with hyphens: "Co-operation".
fn compound_start(words: &Words, mut at: usize) -> usize {
    while at >= 2 && words.is_hyphen(at - 1) && words.is(at - 1, Tag::PORTFOLIO) {
        at -= 2;
    }
    at
}

/// "and", "&", a comma, between two fields.
fn is_join(words: &Words, at: usize) -> bool {
    matches!(words.doc.word(at), w::AND | w::AMPERSAND | w::COMMA)
}

/// Whether the fields from a token on hold an "and", so that a comma before them is one of their list.
fn list_before_and(words: &Words, at: usize) -> bool {
    (at..at + 8)
        .take_while(|&t| words.is(t, Tag::PORTFOLIO) || is_join(words, t))
        .any(|t| matches!(words.doc.word(t), w::AND | w::AMPERSAND))
}

fn same_case(words: &Words, a: usize, b: usize) -> bool {
    words.doc.is_capitalised(a) == words.doc.is_capitalised(b)
}

/// A capitalised office has capitalised words before it.
fn agrees(words: &Words, prior: usize, head: usize) -> bool {
    words.doc.is_capitalised(prior) || !words.doc.is_capitalised(head)
}

/// Whether a state word before an office says whose it is: an adjective, a possessive, or a bare name ("UAE President").
fn owns(words: &Words, state: &StateWord) -> bool {
    match state.sense {
        _ if state.adjective => true,
        StateSense::People | StateSense::Prefix => false,
        // "US president Joan Hill"
        StateSense::Seat | StateSense::Abbreviation => true,
        _ => words.doc.is_possessive(state.end - 1) || words.doc.is_capitalised(state.end) || !words.is(state.end, Tag::OFFICE),
    }
}

/// An organ of a state stays in the role, an organisation does not.
pub(super) fn is_organ(kind: PartyKind) -> bool {
    matches!(kind, PartyKind::GovernmentBody | PartyKind::Subnational)
}

/// "FEMA", "ICE": two to six capitals that no list knows.
fn is_acronym(words: &Words, at: usize) -> bool {
    let printed = words.doc.printed(at);
    (2..=6).contains(&printed.len())
        && printed.bytes().all(|b| b.is_ascii_uppercase())
        && !words.is(at, Tag::NOT_NAME)
        && words.honour_before(at + 1).is_none()
}

/// The start of a body's name behind the state that it begins with: "Interior Ministry" of "Malian Interior Ministry".
fn with_state_cut(words: &Words, toks: &Toks) -> usize {
    match words.state_at(toks.start) {
        Some(state) if state.end < toks.end && (state.adjective || words.doc.is_possessive(state.end - 1)) => state.end,
        _ => toks.start,
    }
}

/// What stands behind the noun of an office.
struct After {
    /// Behind the last token of the role.
    role: usize,
    end: usize,
    owner: Option<Owner>,
    refers: Option<Reference>,
    owners: Vec<Owner>,
    away: Option<CountryCode>,
    field: bool,
}

impl After {
    fn read(words: &Words, head: &Head, end: usize) -> Self {
        let at = head.toks.end;
        let mut out = After { role: at, end: at, owner: None, refers: None, owners: Vec::new(), away: None, field: false };
        if let Some((owner, last)) = trailing_owner(words, head, at, end) {
            out.owner = Some(owner);
            out.end = last;
            return out;
        }
        let behind = if words.is_hyphen(at) { at + 1 } else { at };
        if behind < end && words.is(behind, Tag::RANK_BEHIND) && !words.doc.is_possessive(head.toks.end - 1) {
            // "president-designate", "Minister Delegate", "Minister Attached to"
            let mut last = behind + 1;
            while last < end && words.is(last, Tag::RANK_BEHIND) {
                last += 1;
            }
            out.role = last;
            out.end = last;
        }
        if let Some(close) = bracketed_field(words, head, out.end, end) {
            out.role = close;
            out.end = close;
            out.field = true;
        }
        if out.end == at
            && matches!(head.class, OfficeClass::Executive | OfficeClass::Director | OfficeClass::President | OfficeClass::Secretary)
            && words.doc.is_capitalised(head.toks.start)
        {
            // "VP International", "Director Operations"
            let mut last = at;
            while last < end
                && words.is(last, Tag::FIELD)
                && !words.is(last, Tag::OFFICE.and(Tag::KEPT_RANK))
                && words.doc.is_capitalised(last)
            {
                last += 1;
            }
            if last > at && !begins_office(words, at) {
                out.take(last);
            }
        }
        for _ in 0..5 {
            if out.owner.is_some() || out.refers.is_some() || !out.complement(words, head, end) {
                break;
            }
        }
        if out.owner.is_none() && !head.plural {
            if let Some((owner, last)) = trailing_owner(words, head, out.end, end) {
                out.owner = Some(owner);
                out.end = last;
            }
        }
        out
    }

    fn take(&mut self, to: usize) -> bool {
        self.role = to;
        self.end = to;
        self.field = true;
        true
    }

    /// One prepositional phrase behind the office; whether there was one.
    fn complement(&mut self, words: &Words, head: &Head, end: usize) -> bool {
        let doc = words.doc;
        let preposition = doc.word(self.end);
        if self.end + 1 >= end
            || words.is(self.end, Tag::CELL)
            || doc.is_possessive(self.end - 1)
            || !admits(words, head, preposition, self.end)
        {
            return false;
        }
        let mut at = self.end + 1;
        if matches!(doc.word(at), w::THE | w::ITS | w::A) {
            at += 1;
        }
        if head.class == OfficeClass::Counterpart {
            return self.counterpart_complement(words, at, end);
        }
        if preposition == w::OF {
            if let Some((last, owner)) = governed(words, head, at, end) {
                self.owner = owner;
                return self.take(last);
            }
        }
        let mention = words.actor_at(at).filter(|&m| words.actors.mentions[m].toks.end <= end);
        let state = words.state_at(at).filter(|s| s.end <= end);
        if let Some(state) = state {
            if mention.is_none_or(|m| words.actors.mentions[m].toks.end <= state.end) {
                if heads_field(words, state.end) && !doc.is_possessive(state.end - 1) && state.sense != StateSense::Demonym {
                    // "for ASEAN Affairs"
                    return field_phrase(words, head, state.end, end, preposition).is_some_and(|last| self.take(last));
                }
                return self.state_complement(words, head, state, preposition, end);
            }
        }
        if let Some(mention) = mention {
            let behind = words.actors.mentions[mention].toks.end;
            if heads_field(words, behind) && !doc.is_possessive(behind - 1) {
                return field_phrase(words, head, behind, end, preposition).is_some_and(|last| self.take(last));
            }
            return self.actor_complement(words, head, mention, preposition);
        }
        if let Some(superior) = superior(words, at, end) {
            return self.take(superior);
        }
        if reference(words, at).is_some()
            && at > self.end + 1
            && !doc.is_capitalised(at)
            && (doc.is_possessive(at) || !words.is(at + 1, Tag::PORTFOLIO))
            && !words.is_hyphen(at + 1)
        {
            // "a spokeswoman for the hospital", "president of the country"
            if doc.is_possessive(at) {
                let mut last = at + 1;
                while last < end && doc.is_capitalised(last) && !words.is(last, Tag::OFFICE) {
                    last += 1;
                }
                if last == at + 1 {
                    return false;
                }
                self.end = last;
            } else {
                self.end = at + 1;
            }
            self.refers = reference(words, at);
            return true;
        }
        if let Some(last) = field_phrase(words, head, at, end, preposition) {
            let unlisted = match head.class {
                // "Managing Director of Mirai Technology"
                OfficeClass::Executive | OfficeClass::President if at == self.end + 1 => {
                    doc.word(at) == WordId::UNKNOWN && doc.is_capitalised(at)
                }
                OfficeClass::Executive => !(at..last).any(|t| words.is(t, Tag::PORTFOLIO.and(Tag::PLACE))),
                _ => false,
            };
            let known = matches!(preposition, w::OF | w::AT)
                && matches!(head.class, OfficeClass::Executive | OfficeClass::Director | OfficeClass::President);
            if let Some(actor) = known.then(|| words.actor_beginning(&(at..last))).flatten() {
                self.owner = Some(Owner::Actor(actor));
                self.end = last;
                self.field = true;
                return true;
            }
            if (unlisted || is_unlisted_institution(words, head, at, last)) && matches!(preposition, w::OF | w::AT) {
                // "chief executive of Norsk Alu"
                self.owner = Some(Owner::Named(at, last));
                self.end = last;
                self.field = true;
                return true;
            }
            return self.take(last);
        }
        false
    }

    /// "from Kenya", "of Kenya", "on the Kenyan side", "from Kenya and Uganda" behind a counterpart.
    fn counterpart_complement(&mut self, words: &Words, at: usize, end: usize) -> bool {
        let Some(state) = words.state_at(at).filter(|s| s.end <= end && s.sense != StateSense::People) else { return false };
        let side = state.sense == StateSense::Demonym;
        if side && !words.is(state.end, Tag::SIDE) {
            return false;
        }
        self.end = if side { state.end + 1 } else { state.end };
        self.owner = Some(Owner::State(state.code));
        self.owners.push(Owner::State(state.code));
        if !side {
            self.more_owners(words, end);
        }
        true
    }

    /// "of the World Bank", "at the Ministry of Energy of Ghana", "to CARICOM".
    fn actor_complement(&mut self, words: &Words, head: &Head, mention: usize, preposition: WordId) -> bool {
        let actor = &words.actors.mentions[mention];
        if is_organ(actor.kind) {
            let begins = words.state_at(actor.toks.start).filter(|s| s.end < actor.toks.end && words.doc.is_possessive(s.end - 1));
            if begins.is_none() {
                self.role = without_state(words, &actor.toks);
            }
            self.end = actor.toks.end;
            self.owner = words.state_of_mention(mention).map(Owner::State);
            self.field = true;
            if let Some(close) = own_abbreviation(words, actor.toks.end) {
                self.end = close;
            }
            if let Some(state) = state_behind(words, self.end).filter(|_| self.owner.is_none()) {
                self.owner = Some(Owner::State(state.code));
                self.end = state.end;
            }
            return true;
        }
        if head.class == OfficeClass::Diplomat && preposition == w::TO {
            return self.take(destinations_end(words, actor.toks.end, usize::MAX));
        }
        let faculty =
            actor.kind == PartyKind::University && words.is(actor.toks.start, Tag::BODY) && words.doc.word(actor.toks.start - 1) == w::THE;
        if faculty && preposition == w::OF && matches!(head.class, OfficeClass::Executive | OfficeClass::Director) {
            // "Dean of the College of Fisheries"
            return self.take(actor.toks.end);
        }
        if matches!(preposition, w::OF | w::AT | w::FOR | w::IN) {
            self.end = own_abbreviation(words, actor.toks.end).unwrap_or(actor.toks.end);
            // "Ain Shams University of Egypt", whose name the lists know without its state
            self.end = state_behind(words, self.end).map_or(self.end, |state| state.end);
            self.owner = Some(Owner::Actor(actor.actor));
            self.field = true;
            return true;
        }
        false
    }

    /// "of Kenya", "of Kenya and Uganda", "to France", "in Jamaica", "of Ghana's National Theatre", "of the Thai navy".
    fn state_complement(&mut self, words: &Words, head: &Head, state: StateWord, preposition: WordId, end: usize) -> bool {
        let doc = words.doc;
        let owner = Owner::State(state.code);
        if doc.is_possessive(state.end - 1) || state.sense == StateSense::Demonym {
            // The role cannot hold the owner, so it ends before it.
            if preposition == w::TO {
                return false;
            }
            let body = words.actor_at(state.start).or_else(|| words.actor_at(state.end)).map(|m| words.actors.mentions[m].toks.end);
            let capital = |t: usize| {
                t < end && !words.is(t, Tag::CELL) && (words.is(t, Tag::PORTFOLIO) || doc.is_capitalised(t) && !words.is(t, Tag::OFFICE))
            };
            let run = (state.end..end)
                .take_while(|&t| capital(t) || is_join(words, t) && words.is(t + 1, Tag::PORTFOLIO))
                .last()
                .map_or(state.end, |t| t + 1);
            let known = (state.end..run).rev().find(|&t| words.is(t, Tag::PORTFOLIO.and(Tag::COMMON))).map(|t| t + 1);
            let last = body.or(known).unwrap_or(run);
            if last <= state.end {
                return false;
            }
            self.owner = Some(owner);
            self.end = last;
            self.field = true;
            return true;
        }
        if state.sense == StateSense::People {
            return false;
        }
        match preposition {
            w::OF if state.sense == StateSense::Capital && head.class == OfficeClass::Local => {
                // "mayor of Vienna"
                self.owner = Some(owner);
                self.take(state.end)
            }
            w::OF => {
                self.owner = Some(owner);
                self.end = state.end;
                self.owners.push(owner);
                if head.plural {
                    self.more_owners(words, end);
                }
                true
            }
            w::TO | w::IN | w::FOR
                if matches!(head.class, OfficeClass::Diplomat | OfficeClass::Executive | OfficeClass::Director | OfficeClass::Official) =>
            {
                if preposition != w::TO && state.sense == StateSense::Capital
                    || preposition == w::FOR && head.class == OfficeClass::Diplomat && state.end == end
                {
                    return false;
                }
                self.away = Some(state.code);
                self.take(destinations_end(words, state.end, end))
            }
            _ => false,
        }
    }

    /// "and Uganda", ", Uganda and Rwanda" behind the first owner of a plural office.
    fn more_owners(&mut self, words: &Words, end: usize) {
        loop {
            let mut at = self.end;
            while at < end && (is_join(words, at) || matches!(words.doc.word(at), w::THE | w::OF)) {
                at += 1;
            }
            match words.state_at(at) {
                Some(state) if at > self.end && at <= self.end + 4 && state.sense != StateSense::Demonym => {
                    self.owners.push(Owner::State(state.code));
                    self.end = state.end;
                }
                _ => break,
            }
        }
        if self.owners.len() > 1 {
            self.owner = None;
        }
    }
}

/// "Governor of |Jiangsu Province| Wu Lei", "Premier of |Victoria|", "Mayor of |Olkusz| Jan Zając": the place that somebody
/// governs, where a name follows at once or the place is a state's namesake, and its state if the lists know it.
fn governed(words: &Words, head: &Head, at: usize, end: usize) -> Option<(usize, Option<Owner>)> {
    let doc = words.doc;
    if !matches!(head.class, OfficeClass::Local | OfficeClass::HeadOfGovernment) || !doc.is_capitalised(at) {
        return None;
    }
    let places = doc.lookups_at(at).iter().filter_map(|lookup| match lookup.entry {
        Entry::Place { code, .. } if lookup.last as usize <= end => Some((lookup.last as usize, code)),
        _ => None,
    });
    // Of two states that have a place of this name, the one spoken of, else the first in the list, which comes last here.
    let longest = places.clone().map(|p| p.0).max();
    let named = |code: CountryCode| words.states().iter().take(256).any(|s| s.code == code);
    let mut places = places.filter(|p| Some(p.0) == longest).rev();
    let place = places.clone().find(|p| named(p.1)).or_else(|| places.next());
    let goes_on = |t: usize| t < end && doc.is_word(t) && doc.is_capitalised(t) && !words.is(t, Tag::CELL);
    if let Some((last, code)) = place.filter(|p| !doc.is_possessive(p.0 - 1)) {
        let namesake = words.state_at(at).is_some_and(|s| s.end == last && s.sense != StateSense::Demonym);
        let noun =
            doc.longest(last, Kind::BodyHead).filter(|(_, e)| matches!(e, Entry::BodyHead { kind: Some(PartyKind::Subnational), .. }));
        let last = noun.map_or(last, |(noun_end, _)| noun_end.min(end));
        return (namesake || goes_on(last) && !words.is(last, Tag::OFFICE)).then_some((last, Some(Owner::State(code))));
    }
    let unknown = |t: usize| goes_on(t) && doc.word(t) == WordId::UNKNOWN;
    // An unknown place, and two words of a name.
    (unknown(at) && unknown(at + 1) && unknown(at + 2) && words.actor_at(at).is_none()).then_some((at + 1, None))
}

/// "Rector TUF", "vice chancellor, USTM,", "Minister of Finance, Ghana.": the owner set behind without a preposition.
fn trailing_owner(words: &Words, head: &Head, at: usize, end: usize) -> Option<(Owner, usize)> {
    use OfficeClass::{Director, Executive, President};
    let doc = words.doc;
    let comma = doc.word(at) == w::COMMA;
    let next = if comma { at + 1 } else { at };
    if next >= end || head.plural || words.is(at, Tag::CELL) || words.is(next, Tag::CELL) || doc.is_possessive(at.wrapping_sub(1)) {
        return None;
    }
    let closed = |t: usize| t >= end || matches!(doc.word(t), w::COMMA | w::STOP | w::SEMICOLON | w::CLOSE);
    if comma {
        if let Some(state) = words.state_at(next) {
            let name = matches!(state.sense, StateSense::Short | StateSense::Formal | StateSense::Abbreviation | StateSense::Custom);
            return (name && closed(state.end) && !doc.is_possessive(state.end - 1)).then_some((Owner::State(state.code), state.end));
        }
    }
    if !matches!(head.class, Director | Executive | President) {
        return None;
    }
    if let Some(mention) = words.actor_at(next) {
        let actor = &words.actors.mentions[mention];
        let fits = !is_organ(actor.kind)
            && actor.toks.end <= end
            && (closed(actor.toks.end) || !comma && words.is_abbreviation(mention))
            && !doc.is_possessive(actor.toks.end - 1);
        return fits.then_some((Owner::Actor(actor.actor), actor.toks.end));
    }
    (is_acronym(words, next) && closed(next + 1) && comma).then_some((Owner::Named(next, next + 1), next + 1))
}

/// "of Egypt" behind a name.
fn state_behind(words: &Words, at: usize) -> Option<StateWord> {
    let of = Some(at).filter(|&at| words.doc.word(at) == w::OF)?;
    words.state_at(words.doc.behind_the(of + 1)).filter(|state| !matches!(state.sense, StateSense::Demonym | StateSense::People))
}

/// Whether an office takes a preposition: "adviser on trade", "secretary to the council".
fn admits(words: &Words, head: &Head, preposition: WordId, at: usize) -> bool {
    use OfficeClass::{
        Diplomat, Director, Executive, Minister, Negotiator, Official, President, Secretary, SecretaryGeneral, Spokesperson,
    };
    match preposition {
        _ if head.class == OfficeClass::Counterpart => matches!(preposition, w::OF | w::FROM | w::IN | w::ON),
        w::OF | w::FOR => true,
        w::TO => {
            matches!(head.class, Diplomat | Official | Secretary | SecretaryGeneral | Executive | Director)
                || words.is(at - 1, Tag::RANK_BEHIND)
        }
        w::ON => matches!(head.class, Official | Secretary | Diplomat | Negotiator),
        w::IN | w::AT | w::UNDER => {
            matches!(
                head.class,
                Official | Secretary | SecretaryGeneral | Executive | Director | Diplomat | Minister | Spokesperson | President
            )
        }
        w::WITH => matches!(head.class, Official | Executive | Director),
        _ => false,
    }
}

/// "the PM", "the Prime Minister's Department", "the president's office": an office inside another.
fn superior(words: &Words, at: usize, end: usize) -> Option<usize> {
    let mut head = at;
    while head < end && words.is(head, Tag::PORTFOLIO.and(Tag::KEPT_RANK)) && head < at + 4 {
        head += 1;
    }
    let index = words.heads.partition_point(|h| h.toks.start < head);
    let office = words.heads.get(index).filter(|h| h.toks.start == head && !h.plural && h.toks.end <= end)?;
    let mut last = office.toks.end;
    if !words.doc.is_possessive(last - 1) && words.doc.is_capitalised(last) && !words.is(last, Tag::NOT_NAME.and(Tag::PORTFOLIO)) {
        // "to President Obama": a person, no office
        return None;
    }
    if words.doc.is_possessive(last - 1) {
        if !words.is(last, Tag::BODY.and(Tag::FIELD)) && !words.is(last, Tag::COMMON) {
            return None;
        }
        while last < end && words.is(last, Tag::BODY.and(Tag::FIELD).and(Tag::COMMON)) {
            last += 1;
        }
    }
    Some(last)
}

/// Whether a field follows a name so that the name is a part of it: "ASEAN Affairs".
fn heads_field(words: &Words, at: usize) -> bool {
    words.is(at, Tag::FIELD) && words.doc.is_capitalised(at) && !words.is(at, Tag::CELL) && !begins_office(words, at)
}

/// "(NDMO)" behind the name of a body: its end.
pub(super) fn own_abbreviation(words: &Words, at: usize) -> Option<usize> {
    let doc = words.doc;
    (doc.word(at) == w::OPEN && doc.word(at + 2) == w::CLOSE && doc.is_capitalised(at + 1) && words.state_at(at + 1).is_none())
        .then_some(at + 3)
}

/// "and Rwanda", "and the African Union" behind the first that a diplomat is sent to.
fn destinations_end(words: &Words, mut at: usize, end: usize) -> usize {
    loop {
        if !is_join(words, at) {
            return at;
        }
        let mut next = at + 1;
        if words.doc.word(next) == w::AND {
            next += 1;
        }
        if words.doc.word(next) == w::THE {
            next += 1;
        }
        let state = words.state_at(next).filter(|s| s.sense != StateSense::Demonym && !words.doc.is_possessive(s.end - 1)).map(|s| s.end);
        let actor = words.actor_at(next).map(|m| words.actors.mentions[m].toks.end);
        let unlisted = is_acronym(words, next).then_some(next + 1);
        match state.or(actor).or(unlisted) {
            Some(last) if last <= end && !words.is(last, Tag::OFFICE.and(Tag::PORTFOLIO)) => at = last,
            _ => return at,
        }
    }
}

/// The end of a body's name without the state at its end: "Ministry of Energy" of "Ministry of Energy of Ghana".
fn without_state(words: &Words, toks: &Toks) -> usize {
    let doc = words.doc;
    let Some(state) = words.state_before(toks.end).filter(|s| s.start > toks.start) else { return toks.end };
    let mut at = state.start;
    while at > toks.start + 1 && matches!(doc.word(at - 1), w::OF | w::THE | w::IN) {
        at -= 1;
    }
    // "Bank of Ghana" is nothing without the state.
    let rest = at - toks.start;
    if at < state.start && (rest > 1 || words.is(toks.start, Tag::SIDE)) { at } else { toks.end }
}

/// "(Commerce)" behind a secretary.
fn bracketed_field(words: &Words, head: &Head, at: usize, end: usize) -> Option<usize> {
    let doc = words.doc;
    if doc.word(at) != w::OPEN || head.plural {
        return None;
    }
    let close = (at + 1..end.min(at + 10)).find(|&t| doc.word(t) == w::CLOSE)?;
    let bare = head.class == OfficeClass::Secretary && head.toks.len() == 1 && !words.is(head.toks.start.saturating_sub(1), Tag::PORTFOLIO);
    let fits = |t: usize| {
        words.is(t, Tag::PORTFOLIO.and(Tag::KEPT_RANK))
            || matches!(doc.word(t), w::AND | w::AMPERSAND | w::COMMA | w::HYPHEN)
            || bare && is_acronym(words, t)
    };
    (close > at + 1 && (at + 1..close).all(fits)).then_some(close + 1)
}

/// "Foreign Affairs, Trade and Regional Integration", "the Halk Maslahaty", "customs", "Salamanca".
fn field_phrase(words: &Words, head: &Head, at: usize, limit: usize, preposition: WordId) -> Option<usize> {
    let doc = words.doc;
    let definite = doc.word(at - 1) == w::THE;
    let mut next = at;
    let mut end = None;
    while next < limit && !(next > at && words.is(next, Tag::CELL)) {
        if next > at && doc.is_possessive(next - 1) && !words.is(next, Tag::PORTFOLIO) {
            break;
        }
        if words.is(next, Tag::PORTFOLIO) && !words.is(next, Tag::OFFICE) {
            if end.is_some() && !same_case(words, next, at) && doc.is_capitalised(next) {
                break;
            }
            next += 1;
            end = Some(next);
        } else if words.is_hyphen(next) && end.is_some() {
            next += 1;
        } else if let Some(run) = unknown_run(words, next, limit, end.is_some(), head, preposition, definite) {
            next = run;
            end = Some(next);
        } else if words.is(next, Tag::KEPT_RANK) && words.is(next + 1, Tag::PORTFOLIO) {
            next += 1;
        } else if end.is_some() && is_link(words, next) {
            match linked_field(words, head, next, limit) {
                Some(after) => next = after,
                None => break,
            }
        } else {
            break;
        }
    }
    end
}

/// "Leipzig Hospital" in "Medical Director of Leipzig Hospital": a proper name, and a noun that says what is so named.
fn is_unlisted_institution(words: &Words, head: &Head, at: usize, end: usize) -> bool {
    let proper = !words.is(at, Tag::PORTFOLIO.and(Tag::KEPT_RANK).and(Tag::COMMON)) && words.doc.is_capitalised(at);
    let noun = words.is(end - 1, Tag::BODY.and(Tag::VENUE)) && words.doc.is_capitalised(end - 1);
    matches!(head.class, OfficeClass::Executive | OfficeClass::Director) && proper && noun && end > at + 1
}

/// Behind "and", a comma, "of" or "for" inside a field: where the field goes on.
fn linked_field(words: &Words, head: &Head, link: usize, limit: usize) -> Option<usize> {
    let doc = words.doc;
    let mut after = link + 1;
    while matches!(doc.word(after), w::THE | w::AND | w::OF) {
        after += 1;
    }
    if words.state_at(after).is_some() && !words.actor_at(after).is_some_and(|m| is_organ(words.actors.mentions[m].kind)) {
        return None;
    }
    let capital = doc.is_capitalised(link - 1);
    let known = words.is(after, Tag::PORTFOLIO.and(Tag::KEPT_RANK)) && doc.is_capitalised(after) == capital && !begins_office(words, after);
    let named = doc.word(link) != w::COMMA
        && unknown_run(words, after, limit, false, head, w::OF, true)
            .is_some_and(|e| words.is(e - 1, Tag::PORTFOLIO) && !begins_office(words, e - 1));
    let goes_on = (known || named) && (doc.word(link) != w::COMMA || comma_goes_on(words, after, limit));
    goes_on.then_some(after)
}

/// A comma inside a field is one of a list that ends in "and": "Trade, Industry and Energy".
fn comma_goes_on(words: &Words, at: usize, limit: usize) -> bool {
    let inside = |t: usize| {
        words.is(t, Tag::PORTFOLIO.and(Tag::KEPT_RANK))
            || is_join(words, t)
            || words.is_hyphen(t)
            || matches!(words.doc.word(t), w::THE | w::OF | w::FOR)
    };
    (at..limit.min(at + 16)).take_while(|&t| inside(t)).any(|t| {
        matches!(words.doc.word(t), w::AND | w::AMPERSAND)
            && (words.is(t + 1, Tag::PORTFOLIO.and(Tag::KEPT_RANK)) && !begins_office(words, t + 1)
                || words.doc.word(t + 1) == w::THE
                || words.is(t + 2, Tag::PORTFOLIO))
    })
}

fn is_link(words: &Words, at: usize) -> bool {
    matches!(words.doc.word(at), w::AND | w::AMPERSAND | w::COMMA | w::OF | w::FOR | w::IN | w::ON)
}

/// Whether fields from a token on lead to the noun of another office: "Finance Minister".
fn begins_office(words: &Words, mut at: usize) -> bool {
    let start = at;
    while words.is(at, Tag::PORTFOLIO.and(Tag::KEPT_RANK)) && at < start + 6 {
        at += 1;
    }
    words.is(at, Tag::OFFICE)
}

/// Capitalised words that no list knows, up to the last one that is a field or a body; all of them where none is
/// and the phrase asks for a name ("mayor of Salamanca").
fn unknown_run(words: &Words, at: usize, limit: usize, inner: bool, head: &Head, preposition: WordId, definite: bool) -> Option<usize> {
    use OfficeClass::{Executive, HeadOfGovernment, HeadOfState, Judge, Local, Military, Official, President, Secretary, SecretaryGeneral};
    let doc = words.doc;
    let unknown =
        |t: usize| doc.is_word(t) && doc.is_capitalised(t) && !words.is(t, Tag::STATE.and(Tag::OFFICE)) && !words.is(t, Tag::CELL);
    let opens_cell = words.is(at, Tag::CELL) && doc.is_capitalised(at);
    if !unknown(at) && !opens_cell {
        return None;
    }
    let mut end = at;
    let mut last = None;
    while end < limit && (unknown(end) || end > at && words.is_hyphen(end)) && end < at + 8 {
        end += 1;
        if words.is(end - 1, Tag::PORTFOLIO) && !begins_office(words, end - 1) {
            last = Some(end);
        }
        if doc.is_possessive(end - 1) {
            break;
        }
    }
    if last.is_some() {
        return last;
    }
    let named = preposition == w::OF
        && matches!(
            head.class,
            Local | Executive | Official | President | HeadOfGovernment | HeadOfState | Military | Judge | Secretary | SecretaryGeneral
        );
    (!inner && named && (definite || end <= at + 2)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::super::words::with;
    use super::*;

    /// The offices of a text: role, a bar, the owner.
    fn offices(text: &str) -> Vec<String> {
        with(text, |words| {
            let owner = |office: &Office| match office.owner {
                Some(Owner::State(code)) => code.to_string(),
                Some(Owner::Actor(actor)) => words.doc.slice(&words.actors.actors[actor].name).to_owned(),
                Some(Owner::Named(start, end)) => words.doc.slice(&(start..end)).to_owned(),
                None => "-".to_owned(),
            };
            find(words).iter().map(|office| format!("{}|{}", office.role.text(words.doc), owner(office))).collect()
        })
    }

    #[test]
    fn a_field_stands_before_or_behind_the_noun() {
        assert_eq!(offices("Zambian Water and Sanitation Minister"), ["Water and Sanitation Minister|ZMB"]);
        assert_eq!(offices("the Minister of Trade, Industry and Energy of Peru"), ["Minister of Trade, Industry and Energy|PER"]);
        assert_eq!(offices("Secretary of the Security Council of Armenia"), ["Secretary of the Security Council|ARM"]);
        assert_eq!(offices("Adviser to the Prime Minister on Trade"), ["Adviser to the Prime Minister on Trade|-"]);
    }

    #[test]
    fn the_state_is_no_part_of_the_role() {
        assert_eq!(offices("former Malaysian prime minister"), ["former prime minister|MYS"]);
        assert_eq!(offices("Ghana's visiting president"), ["president|GHA"]);
        assert_eq!(offices("the spokesman for Mali's Foreign Ministry"), ["spokesman|MLI"]);
    }

    #[test]
    fn diplomats_keep_where_they_are_sent() {
        assert_eq!(offices("Cuba's ambassador to Chad and Niger"), ["ambassador to Chad and Niger|CUB"]);
    }

    #[test]
    fn a_plural_is_told_for_one_holder() {
        assert_eq!(offices("the foreign ministers of Togo and Benin"), ["foreign minister|-"]);
        assert_eq!(offices("Deputy Prime Ministers"), ["Deputy Prime Minister|-"]);
    }

    #[test]
    fn a_noun_that_needs_a_field_is_left_without_one() {
        assert!(offices("the head of the queue").is_empty());
        assert!(offices("a chief reason").is_empty());
    }
}
