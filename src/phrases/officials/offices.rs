//! Offices: a noun with its ranks, its field, the body where it is held, and whom it serves.

use super::Role;
use super::words::{Head, StateWord, Tag, Words};
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{OfficeClass, OfficeUse, StateSense};
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
    /// Whether it names a field or a body, and not just a rank.
    pub specific: bool,
}

/// Every office of the text, in its order; none overlaps another.
pub(super) fn find(words: &Words) -> Vec<Office> {
    let mut out: Vec<Office> = Vec::new();
    let mut floor = 0;
    let mut block = 0;
    for (index, head) in words.heads.iter().enumerate() {
        if head.toks.start < floor || words.is(head.toks.start, Tag::ACTOR) {
            continue;
        }
        while words.page.blocks.get(block).is_some_and(|b| b.toks.end <= head.toks.start) {
            block += 1;
        }
        let Some(bounds) = words.page.blocks.get(block).map(|b| b.toks.clone()).filter(|b| b.contains(&head.toks.start)) else {
            continue;
        };
        let limit = words.heads.get(index + 1).map_or(bounds.end, |next| next.toks.start.min(bounds.end));
        if let Some(office) = office(words, head, floor.max(bounds.start), bounds.end, limit) {
            floor = office.toks.end;
            out.push(office);
        }
    }
    out
}

/// Reads the phrase round a head, between `floor` and `end`; `next_head` is where the next office noun stands.
fn office(words: &Words, head: &Head, floor: usize, end: usize, next_head: usize) -> Option<Office> {
    let before = Before::read(words, head, floor);
    let after = After::read(words, head, end, next_head);
    let specific = before.field || after.field;
    let owner = before.owner.or(after.owner);
    if head.usage == OfficeUse::With && !specific && owner.is_none() && before.determiner != Determiner::Possessive {
        let named = words.doc.is_capitalised(after.end) && words.doc.is_capitalised(head.toks.start);
        if !named && !before.possessive_noun {
            return None;
        }
    }
    Some(Office {
        toks: before.first..after.end,
        start: before.start,
        role: Role { toks: before.role..after.role, cut: before.cut.or(after.cut) },
        head: head.toks.clone(),
        class: head.class,
        plural: head.plural,
        determiner: before.determiner,
        owner,
        owners: after.owners,
        specific,
    })
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
    determiner: Determiner,
    /// "the company's chairman"
    possessive_noun: bool,
    field: bool,
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
            determiner: Determiner::None,
            possessive_noun: false,
            field: false,
        };
        let mut owner: Option<Toks> = None;
        let mut at = head.toks.start;
        let mut joined = false;
        while at > floor {
            let prior = at - 1;
            if words.is(prior, Tag::OFFICE) && !words.is(prior, Tag::KEPT_RANK) {
                break;
            }
            if words.is_hyphen(prior) && prior > floor && words.is(prior - 1, Tag::KEPT_RANK) {
                // "co-", "ex-"
                at = prior - 1;
                out.role = at;
            } else if let Some(state) = words.state_before(at).filter(|s| s.start >= floor && out.owner.is_none() && owns(words, s)) {
                out.owner = Some(Owner::State(state.code));
                at = state.start;
                owner = Some(at..state.end);
            } else if let Some(mention) =
                words.actor_before(at).filter(|&m| out.owner.is_none() && words.actors.mentions[m].toks.start >= floor)
            {
                let actor = &words.actors.mentions[mention];
                at = actor.toks.start;
                if is_organ(actor.kind) {
                    // "NASA Administrator": a national agency stays in the role.
                    out.owner = words.state_of_mention(mention).map(Owner::State);
                    if doc.is_possessive(actor.toks.end - 1) {
                        owner = Some(actor.toks.clone());
                    } else {
                        out.role = at;
                    }
                } else {
                    out.owner = Some(Owner::Actor(actor.actor));
                    owner = Some(actor.toks.clone());
                }
                out.field = true;
            } else if words.is(prior, Tag::PORTFOLIO) && agrees(words, prior, head.toks.start) && !doc.is_possessive(prior) {
                out.field = true;
                at = prior;
                out.role = at;
                joined = false;
            } else if words.is(prior, Tag::KEPT_RANK) && owner.as_ref().is_none_or(|o| o.start == at) {
                at = prior;
                out.role = at;
                if let Some(owner) = owner.take() {
                    out.cut = Some(owner);
                }
            } else if words.is(prior, Tag::DROPPED_RANK) {
                at = prior;
            } else if !joined && is_join(words, prior) && out.field && out.role == at && prior > floor && words.is(prior - 1, Tag::FIELD) {
                // "Water and Environmental Affairs Minister"
                if words.doc.word(prior) == w::COMMA && !list_before_and(words, at) || !same_case(words, prior - 1, at) {
                    break;
                }
                joined = true;
                at = prior;
            } else if is_acronym(words, prior) && out.owner.is_none() && doc.is_capitalised(head.toks.start) && owner.is_none() {
                at = prior;
                out.role = at;
                out.field = true;
            } else {
                break;
            }
        }
        out.start = at;
        out.first = at;
        if at > floor {
            match doc.word(at - 1) {
                w::THE => (out.determiner, out.first) = (Determiner::Definite, at - 1),
                w::A | w::AN => (out.determiner, out.first) = (Determiner::Indefinite, at - 1),
                w::HIS | w::HER | w::ITS | w::THEIR | w::OUR => (out.determiner, out.first) = (Determiner::Possessive, at - 1),
                _ if doc.is_possessive(at - 1) && doc.is_word(at - 1) => {
                    out.determiner = Determiner::Definite;
                    out.possessive_noun = true;
                }
                _ => {}
            }
        }
        if matches!(out.owner, Some(Owner::State(_))) && owner.as_ref().is_some_and(|o| doc.is_possessive(o.end - 1)) {
            out.determiner = Determiner::Definite;
        }
        out
    }
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
        StateSense::Demonym => true,
        StateSense::People | StateSense::Prefix => false,
        _ => words.doc.is_possessive(state.end - 1) || words.doc.is_capitalised(state.end) || !words.is(state.end, Tag::OFFICE),
    }
}

/// An organ of a state stays in the role, an organisation does not.
fn is_organ(kind: PartyKind) -> bool {
    matches!(kind, PartyKind::GovernmentBody | PartyKind::Subnational)
}

/// "FEMA", "ICE": two to six capitals that no list knows.
fn is_acronym(words: &Words, at: usize) -> bool {
    let printed = words.doc.printed(at);
    (2..=6).contains(&printed.len()) && printed.bytes().all(|b| b.is_ascii_uppercase()) && !words.is(at, Tag::NOT_NAME)
}

/// What stands behind the noun of an office.
struct After {
    /// Behind the last token of the role.
    role: usize,
    end: usize,
    cut: Option<Toks>,
    owner: Option<Owner>,
    owners: Vec<Owner>,
    field: bool,
}

impl After {
    fn read(words: &Words, head: &Head, end: usize, next_head: usize) -> Self {
        let at = head.toks.end;
        let mut out = After { role: at, end: at, cut: None, owner: None, owners: Vec::new(), field: false };
        if words.is_hyphen(at) && words.is(at + 1, Tag::KEPT_RANK) {
            // "president-designate"
            out.role = at + 2;
            out.end = at + 2;
        }
        if let Some(close) = bracketed_field(words, head, out.end, end) {
            out.role = close;
            out.end = close;
            out.field = true;
        }
        for _ in 0..5 {
            if out.owner.is_some() || !out.complement(words, head, end, next_head) {
                break;
            }
        }
        out
    }

    /// One prepositional phrase behind the office; whether there was one.
    fn complement(&mut self, words: &Words, head: &Head, end: usize, next_head: usize) -> bool {
        let doc = words.doc;
        let preposition = doc.word(self.end);
        if self.end + 1 >= end || doc.is_capitalised(self.end) && !doc.is_capitalised(head.toks.start) {
            return false;
        }
        let diplomat = matches!(head.class, OfficeClass::Diplomat);
        let advises = matches!(head.class, OfficeClass::Official | OfficeClass::Secretary | OfficeClass::Executive | OfficeClass::Diplomat);
        let admitted = match preposition {
            w::OF | w::FOR => true,
            w::TO => diplomat || advises,
            w::ON => advises || matches!(head.class, OfficeClass::Minister),
            w::IN | w::AT | w::UNDER | w::WITH => true,
            _ => false,
        };
        if !admitted {
            return false;
        }
        let mut at = self.end + 1;
        if doc.word(at) == w::THE {
            at += 1;
        }
        if let Some(state) = words.state_at(at).filter(|s| s.end <= end) {
            return self.state_complement(words, head, state, preposition, end);
        }
        if let Some(mention) = words.actor_at(at).filter(|&m| words.actors.mentions[m].toks.end <= end) {
            let actor = &words.actors.mentions[mention];
            if is_organ(actor.kind) {
                self.role = without_state(words, &actor.toks);
                self.end = actor.toks.end;
                self.owner = words.state_of_mention(mention).map(Owner::State);
                self.field = true;
                return true;
            }
            if diplomat && preposition == w::TO {
                self.role = actor.toks.end;
                self.end = actor.toks.end;
                return true;
            }
            if matches!(preposition, w::OF | w::AT | w::FOR | w::IN) {
                self.end = actor.toks.end;
                self.owner = Some(Owner::Actor(actor.actor));
                self.field = true;
                return true;
            }
            return false;
        }
        let limit = end.min(next_head.max(at));
        let Some(field_end) = field_phrase(words, head, at, limit, preposition) else { return false };
        self.role = field_end;
        self.end = field_end;
        self.field = true;
        true
    }

    /// "of Kenya", "of Kenya and Uganda", "to France", "in Jamaica", "of Ghana's National Theatre", "of the Thai navy".
    fn state_complement(
        &mut self,
        words: &Words,
        head: &Head,
        state: StateWord,
        preposition: crate::gazetteer::WordId,
        end: usize,
    ) -> bool {
        let doc = words.doc;
        let owner = Owner::State(state.code);
        if doc.is_possessive(state.end - 1) || state.sense == StateSense::Demonym {
            // The role cannot hold the owner, so it ends before it.
            if preposition == w::TO {
                return false;
            }
            let mut last = state.end;
            while last < end && (words.is(last, Tag::PORTFOLIO) || doc.is_capitalised(last) && !words.is(last, Tag::OFFICE)) {
                last += 1;
            }
            if last == state.end {
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
                if matches!(head.class, OfficeClass::Diplomat | OfficeClass::Executive) && state.sense != StateSense::Demonym =>
            {
                if preposition != w::TO && state.sense == StateSense::Capital {
                    return false;
                }
                self.end = destinations_end(words, state.end, end);
                self.role = self.end;
                self.field = true;
                true
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

/// "and Rwanda", "and the African Union" behind the first state that a diplomat is sent to.
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
        match state.or(actor) {
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
    if at < state.start { at } else { toks.end }
}

/// "(Commerce)" behind a secretary.
fn bracketed_field(words: &Words, head: &Head, at: usize, end: usize) -> Option<usize> {
    let doc = words.doc;
    if doc.word(at) != w::OPEN || head.plural {
        return None;
    }
    let close = (at + 1..end.min(at + 10)).find(|&t| doc.word(t) == w::CLOSE)?;
    let bare = head.class == OfficeClass::Secretary && head.toks.len() == 1;
    let fits = |t: usize| {
        words.is(t, Tag::PORTFOLIO.and(Tag::KEPT_RANK))
            || matches!(doc.word(t), w::AND | w::AMPERSAND | w::COMMA | w::HYPHEN)
            || bare && is_acronym(words, t)
    };
    (close > at + 1 && (at + 1..close).all(fits)).then_some(close + 1)
}

/// "Foreign Affairs, Trade and Regional Integration", "the Halk Maslahaty", "customs", "Salamanca".
fn field_phrase(words: &Words, head: &Head, at: usize, limit: usize, preposition: crate::gazetteer::WordId) -> Option<usize> {
    let doc = words.doc;
    let mut next = at;
    let mut end = None;
    while next < limit {
        if doc.is_possessive(next) && !words.is(next, Tag::PORTFOLIO) {
            break;
        }
        if words.is(next, Tag::PORTFOLIO) && !words.is(next, Tag::OFFICE) {
            next += 1;
            end = Some(next);
        } else if words.is_hyphen(next) && end.is_some() {
            next += 1;
        } else if let Some(run) = unknown_run(words, next, limit, end.is_some(), head, preposition, doc.word(at - 1) == w::THE) {
            next = run;
            end = Some(next);
        } else if words.is(next, Tag::KEPT_RANK) && words.is(next + 1, Tag::PORTFOLIO) {
            next += 1;
        } else if end.is_some() && is_link(words, next) {
            let mut after = next + 1;
            while matches!(doc.word(after), w::THE | w::AND | w::OF) {
                after += 1;
            }
            let capital = doc.is_capitalised(next - 1);
            let goes_on = words.is(after, Tag::PORTFOLIO.and(Tag::KEPT_RANK))
                && (doc.is_capitalised(after) || !capital)
                && !begins_office(words, after)
                || doc.word(next) != w::COMMA
                    && unknown_run(words, after, limit, false, head, w::OF, true).is_some_and(|e| words.is(e - 1, Tag::PORTFOLIO));
            if !goes_on || words.state_at(after).is_some() {
                break;
            }
            if doc.word(next) == w::COMMA && !comma_goes_on(words, after, limit) {
                break;
            }
            next = after;
        } else {
            break;
        }
    }
    end
}

/// A comma inside a field is one of a list that ends in "and": "Trade, Industry and Energy".
fn comma_goes_on(words: &Words, at: usize, limit: usize) -> bool {
    (at..limit.min(at + 14))
        .take_while(|&t| {
            words.is(t, Tag::PORTFOLIO.and(Tag::KEPT_RANK))
                || is_join(words, t)
                || words.is_hyphen(t)
                || words.doc.word(t) == w::THE
                || words.doc.word(t) == w::OF
        })
        .any(|t| matches!(words.doc.word(t), w::AND | w::AMPERSAND) && words.is(t + 1, Tag::PORTFOLIO) | (words.doc.word(t + 1) == w::THE))
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
fn unknown_run(
    words: &Words,
    at: usize,
    limit: usize,
    inner: bool,
    head: &Head,
    preposition: crate::gazetteer::WordId,
    definite: bool,
) -> Option<usize> {
    let doc = words.doc;
    let unknown = |t: usize| doc.is_word(t) && doc.is_capitalised(t) && !words.is(t, Tag::STATE.and(Tag::OFFICE).and(Tag::ACTOR));
    if !unknown(at) {
        return None;
    }
    let mut end = at;
    let mut last = None;
    while end < limit && (unknown(end) || end > at && words.is_hyphen(end)) && end < at + 8 {
        end += 1;
        if words.is(end - 1, Tag::PORTFOLIO) {
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
            OfficeClass::Local
                | OfficeClass::Executive
                | OfficeClass::Official
                | OfficeClass::President
                | OfficeClass::HeadOfGovernment
                | OfficeClass::HeadOfState
                | OfficeClass::Military
                | OfficeClass::Judge
        );
    (!inner && named && (definite || end <= at + 2)).then_some(end)
}
