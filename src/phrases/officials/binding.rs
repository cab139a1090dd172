//! Offices and names brought together: before, behind, in brackets, shared.

use super::names::{PersonName, name_at};
use super::offices::{Determiner, Office, Owner, is_organ, own_abbreviation};
use super::sides::{self, side_at};
use super::words::{Tag, Words};
use crate::doc::Toks;
use crate::gazetteer::OfficeClass;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Cue, Kind, StateSense, WordId};
use crate::report::PartyKind;
use crate::text::BlockKind;

/// A person or an office-holder in one place of the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub name: Option<PersonName>,
    /// Indices into the offices.
    pub offices: Vec<usize>,
    /// The owner that the words round the name give: "(Peru)", "of Kenya".
    pub owner: Option<Owner>,
    pub toks: Toks,
    /// Whether the office is another's: its owner is not this one's.
    pub borrowed: bool,
}

/// An office or a name, in the order of the text.
enum Unit {
    Office(usize),
    Name(PersonName),
}

/// What stands between two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Nothing,
    Comma,
    And,
    /// "(SHCP)"
    Bracket,
    /// "(" before an office
    Open,
    Dash,
    /// "is", "who was", "as"
    Copula,
    /// The edge of a table's cell.
    Cell,
    Other,
}

/// Brings the offices and names of the text together, in its order.
pub(super) fn bind(words: &Words, offices: &[Office]) -> Vec<Found> {
    let mut out = Vec::new();
    let mut first = 0;
    let mut above = Lone::Neither;
    for block in &words.page.blocks {
        let mut last = first;
        while offices.get(last).is_some_and(|o| o.toks.start < block.toks.end) {
            last += 1;
        }
        let units = units(words, offices, first..last, &block.toks);
        let lone = match &units[..] {
            [Unit::Name(name)] if name.toks == block.toks && name.name.len() > 1 => Lone::Name(name.clone()),
            [Unit::Office(office)] if covers(words, &offices[*office].toks, &block.toks) => Lone::Office(*office),
            _ => Lone::Neither,
        };
        if let (Lone::Name(name), Lone::Office(office)) = (&above, &lone) {
            // A signature: the name on one line, the office on the next.
            out.pop();
            let toks = name.toks.start..offices[*office].toks.end;
            out.push(Found { name: Some(name.clone()), offices: vec![*office], owner: None, toks, borrowed: false });
            above = Lone::Neither;
            first = last;
            continue;
        }
        above = lone;
        Binder { words, offices, units, block: block.toks.clone(), out: &mut out }.run();
        first = last;
    }
    out
}

/// What a line consists of, where it is one thing only.
enum Lone {
    Name(PersonName),
    Office(usize),
    Neither,
}

/// Whether a phrase is all of a line but its last mark.
fn covers(words: &Words, toks: &Toks, line: &Toks) -> bool {
    toks.start == line.start && (toks.end == line.end || toks.end + 1 == line.end && !words.doc.is_word(toks.end))
}

/// The units of a block.
fn units(words: &Words, offices: &[Office], range: Toks, block: &Toks) -> Vec<Unit> {
    let mut out = Vec::new();
    let mut at = block.start;
    let mut next = range.start;
    let mut after_office = usize::MAX;
    while at < block.end {
        let limit = if next < range.end { offices[next].toks.start } else { block.end };
        if at >= limit && next < range.end {
            at = offices[next].toks.end;
            after_office = at;
            out.push(Unit::Office(next));
            next += 1;
            continue;
        }
        if is_bracketed_abbreviation(words, at) {
            at += 1;
            continue;
        }
        let anchored = at == after_office || at == after_office.saturating_add(1);
        match name_at(words, at, limit, anchored) {
            Some(name) => {
                at = name.toks.end;
                out.push(Unit::Name(name));
            }
            None => at += 1,
        }
    }
    out
}

/// "(SHCP)"
fn is_bracketed_abbreviation(words: &Words, at: usize) -> bool {
    let doc = words.doc;
    at > 0 && doc.word(at - 1) == w::OPEN && doc.word(at + 1) == w::CLOSE && doc.is_capitalised(at)
}

/// "MP": an office that stands behind a name as letters do.
fn is_letters(words: &Words, office: &Office) -> bool {
    words.is(office.head.start, Tag::LETTERS) && office.toks == office.head
}

struct Binder<'b, 'd, 't> {
    words: &'b Words<'d, 't>,
    offices: &'b [Office],
    units: Vec<Unit>,
    block: Toks,
    out: &'b mut Vec<Found>,
}

impl Binder<'_, '_, '_> {
    fn run(mut self) {
        let mut at = 0;
        while at < self.units.len() {
            at = match &self.units[at] {
                Unit::Office(_) => self.office(at),
                Unit::Name(_) => self.name(at),
            };
        }
    }

    fn toks(&self, unit: usize) -> Toks {
        match &self.units[unit] {
            Unit::Office(office) => self.offices[*office].toks.clone(),
            Unit::Name(name) => name.toks.clone(),
        }
    }

    fn office_of(&self, unit: usize) -> Option<&Office> {
        match self.units.get(unit)? {
            Unit::Office(office) => Some(&self.offices[*office]),
            Unit::Name(_) => None,
        }
    }

    fn name_of(&self, unit: usize) -> Option<&PersonName> {
        match self.units.get(unit)? {
            Unit::Name(name) => Some(name),
            Unit::Office(_) => None,
        }
    }

    fn index_of(&self, unit: usize) -> usize {
        match self.units[unit] {
            Unit::Office(office) => office,
            Unit::Name(_) => usize::MAX,
        }
    }

    /// What stands between a unit and the next.
    fn gap(&self, unit: usize) -> Gap {
        if unit + 1 >= self.units.len() {
            return Gap::Other;
        }
        self.gap_of(self.toks(unit).end, self.toks(unit + 1).start)
    }

    fn gap_of(&self, from: usize, to: usize) -> Gap {
        let doc = self.words.doc;
        let word = |n: usize| doc.word(from + n);
        if (from..=to).any(|t| self.words.is(t, Tag::CELL)) && to.saturating_sub(from) < 8 {
            let next = self.words.is(to, Tag::CELL) && (to == from || to == from + 1 && doc.word(from) == w::BAR);
            return if next { Gap::Cell } else { Gap::Other };
        }
        // "(SHCP), ": the bracket is no part of what parts the two.
        if doc.word(from) == w::OPEN && to > from + 3 && doc.word(from + 2) == w::CLOSE {
            let behind = self.gap_of(from + 3, to);
            return if behind == Gap::Comma { Gap::Comma } else { Gap::Other };
        }
        // "in the State," behind an office
        if doc.word(from) == w::IN && doc.word(to - 1) == w::COMMA && to - from <= 4 && doc.is_capitalised(to - 2) {
            return Gap::Comma;
        }
        if to > from && word(to - from - 1) == w::THE && self.words.is(to, Tag::TITLE) {
            // "the Hon. Delroy Grant"
            return self.gap_of(from, to - 1);
        }
        // "was sworn in on Friday as", "has been appointed"
        if to > from
            && to - from <= 9
            && (from..to).any(|t| self.words.is(t, Tag::APPOINTED))
            && (from..to).all(|t| doc.word(t) != w::COMMA && doc.word(t) != w::STOP)
        {
            return Gap::Copula;
        }
        match to.saturating_sub(from) {
            0 => Gap::Nothing,
            1 => match word(0) {
                w::COMMA => Gap::Comma,
                w::AND | w::AMPERSAND => Gap::And,
                w::OPEN => Gap::Open,
                w::HYPHEN | w::EN_DASH | w::EM_DASH | w::COLON => Gap::Dash,
                w::IS | w::WAS | w::AS => Gap::Copula,
                _ => Gap::Other,
            },
            2 => match (word(0), word(1)) {
                (w::COMMA, w::AND) => Gap::And,
                (w::COMMA, w::THEN) => Gap::Comma,
                (w::IS | w::WAS, w::THEN) | (w::COMMA, w::AS) | (w::WHO, w::IS | w::WAS | w::AS) => Gap::Copula,
                _ => Gap::Other,
            },
            3..=7 if word(0) == w::OPEN && doc.word(to - 1) == w::CLOSE && (from + 1..to - 1).all(|t| doc.word(t) != w::CLOSE) => {
                Gap::Bracket
            }
            // "of the time,"
            4 if word(0) == w::OF && word(1) == w::THE && word(3) == w::COMMA && !doc.is_capitalised(from + 2) => Gap::Comma,
            // ", at the time"
            4 if word(0) == w::COMMA && word(1) == w::AT && word(2) == w::THE && !doc.is_capitalised(from + 3) => Gap::Comma,
            3 if word(0) == w::OPEN && matches!(word(1), w::HE | w::SHE) && matches!(word(2), w::IS | w::WAS) => Gap::Copula,
            3 if word(0) == w::COMMA && word(1) == w::WHO && matches!(word(2), w::IS | w::WAS | w::AS) => Gap::Copula,
            _ => Gap::Other,
        }
    }

    /// Whether a name stands right behind an office, so that it holds it.
    fn holds_next(&self, unit: usize) -> bool {
        self.name_of(unit + 1).is_some() && matches!(self.gap(unit), Gap::Nothing | Gap::Bracket)
    }

    /// An office: alone, joined to others, before a name.
    fn office(&mut self, at: usize) -> usize {
        let mut last = at;
        while self.joins(last) {
            last += 1;
        }
        if self.office_of(last).is_some_and(|o| o.plural) {
            return self.plural(at, last);
        }
        self.share_with_counterpart(at, last);
        let named = self.name_of(last + 1).is_some_and(|name| match self.gap(last) {
            Gap::Nothing | Gap::Bracket => true,
            Gap::Comma => self.is_apposition(last, name),
            // "Prime Minister: Aino Virtanen" in a list
            Gap::Dash => self.block.len() < 16 && name.name.len() > 1,
            // "whose rector was then Aino Virtanen"
            Gap::Copula => name.name.len() > 1 && self.office_of(last).is_some_and(|o| o.determiner != Determiner::Indefinite),
            _ => false,
        });
        if !named {
            for unit in at..=last {
                self.alone(unit);
            }
            return last + 1;
        }
        let offices = (at..=last).map(|unit| self.index_of(unit)).collect();
        self.named(last + 1, offices, self.toks(at).start)
    }

    /// "Ana Revenco and her Romanian counterpart, Interior Minister Bode": the first has the second's office.
    fn share_with_counterpart(&mut self, at: usize, last: usize) {
        if last == at || self.office_of(at).is_none_or(|o| o.class != OfficeClass::Counterpart) {
            return;
        }
        let office = self.index_of(last);
        let start = self.toks(at).start;
        let doc = self.words.doc;
        if let Some(previous) = self.out.last_mut().filter(|f| f.offices.is_empty() && f.name.is_some()) {
            if previous.toks.end + 1 == start && doc.word(start - 1) == w::AND {
                previous.offices.push(office);
                previous.borrowed = true;
            }
        }
    }

    /// "the minister, Amina Diallo, said": a name closed off behind a comma.
    fn is_apposition(&self, unit: usize, name: &PersonName) -> bool {
        let Some(office) = self.office_of(unit) else { return false };
        let doc = self.words.doc;
        let end = name.toks.end;
        let closed = end >= self.block.end
            || !doc.is_word(end)
            || matches!(doc.word(end), w::AND | w::WHO | w::WITH | w::ON | w::IN | w::FOR | w::AT | w::OF)
            || doc.is_possessive(end - 1)
            // "the Minister of Energy of Chile, Marco Soto signed"
            || office.owner.is_some() && doc.is(end, Kind::Act)
            // "Chile's Energy Minister, Marco Soto also said"
            || name.name.len() > 1 && self.is_verb(end);
        // "A former envoy, Mohan Dubey, recalled": a name of two words closed off by commas
        let apposed = name.name.len() > 1 && doc.word(end) == w::COMMA && office.past;
        let defined = office.determiner != Determiner::Indefinite || office.specific || apposed;
        defined && (closed || !name.titles.is_empty())
    }

    /// "said", "also told", "has", "visited": a verb or its adverb, by its looks.
    fn is_verb(&self, at: usize) -> bool {
        let doc = self.words.doc;
        let plain = doc.is_word(at) && !doc.is_capitalised(at);
        let auxiliary = matches!(doc.word(at), w::HAS | w::HAD | w::IS | w::WAS | w::WILL);
        plain && (auxiliary || doc.is_cue(at, Cue::Saying) || doc.is(at, Kind::Adverb) || doc.printed(at).ends_with("ed"))
    }

    /// Whether an office and the next belong to one holder: "chairman and chief executive".
    fn joins(&self, unit: usize) -> bool {
        let (Some(one), Some(next)) = (self.office_of(unit), self.office_of(unit + 1)) else { return false };
        let gap = self.gap(unit);
        if one.class == OfficeClass::Counterpart && !next.plural {
            // "his Namibian counterpart, President Diallo"
            return matches!(gap, Gap::Nothing | Gap::Comma) && self.holder_follows(unit + 1) && next.owner.is_none();
        }
        // "The Ugandan minister's Kenyan counterpart"
        let relative = next.class == OfficeClass::Counterpart && self.words.doc.is_possessive(one.toks.end - 1);
        if one.plural || next.plural || next.determiner != Determiner::None || relative {
            return false;
        }
        let before = next.start < next.head.start && next.owner.is_some() && next.role.toks.start > next.start;
        let owned = one.owner.is_some() && (before || next.owner.is_some() && next.owner != one.owner);
        let follows = self.holder_follows(unit + 1);
        match gap {
            Gap::And => !owned && follows,
            Gap::Comma => !owned && follows && self.holds_next(unit + 1) && one.class != OfficeClass::President,
            Gap::Nothing => true,
            _ => false,
        }
    }

    /// Whether a name follows an office, at once or behind further offices joined to it, or stood before it.
    fn holder_follows(&self, mut unit: usize) -> bool {
        let last = unit + 6;
        while unit < last {
            if self.name_of(unit + 1).is_some() && matches!(self.gap(unit), Gap::Nothing | Gap::Bracket | Gap::Comma) {
                return true;
            }
            // "Finance Minister Senator Luis Vega": a form of address that is an office as well
            if self.office_of(unit + 1).is_none() || !matches!(self.gap(unit), Gap::And | Gap::Nothing) {
                return false;
            }
            unit += 1;
        }
        false
    }

    /// A name with the offices before it; takes the offices in apposition behind it too. Returns the next unit.
    fn named(&mut self, unit: usize, mut offices: Vec<usize>, start: usize) -> usize {
        let Some(name) = self.name_of(unit).cloned() else { return unit + 1 };
        let mut end = name.toks.end;
        let mut next = unit + 1;
        let mut owner = self.owner_behind(end);
        if let Some((_, closed)) = owner {
            end = closed;
        }
        let stated = offices.iter().any(|&o| self.offices[o].owner.is_some());
        if owner.is_none() && !stated {
            // "Senegal's Awa Sarr"
            let before = self.words.state_before(name.toks.start).filter(|s| self.words.doc.is_possessive(s.end - 1));
            owner = before.map(|s| (Owner::State(s.code), end));
        }
        if owner.is_none() && !stated {
            owner = self.principal(start, end).map(|o| (o, end));
        }
        if self.office_of(next).is_some_and(|o| is_letters(self.words, o)) && self.gap_of(end, self.toks(next).start) == Gap::Nothing {
            // "Amina Diallo MP, Secretary of State": letters where an office follows, else the office itself
            let follows = self.office_of(next + 1).is_some() && self.gap(next) == Gap::Comma && !self.holds_next(next + 1);
            if !follows && offices.is_empty() {
                offices.push(self.index_of(next));
            }
            end = self.toks(next).end;
            next += 1;
        }
        while self.office_of(next).is_some_and(|o| !o.plural) {
            let relative = self.office_of(next).is_some_and(|o| matches!(o.class, OfficeClass::Counterpart | OfficeClass::Successor));
            if relative && !offices.is_empty() {
                break;
            }
            let gap = self.gap_of(end, self.toks(next).start);
            let mut last = next;
            while self.office_of(last + 1).is_some_and(|o| !o.plural)
                && self.gap(last) == Gap::And
                && self.office_of(last + 1).is_some_and(|o| o.determiner != Determiner::Definite || o.owner.is_none())
                && !self.taken_by_next(last + 1)
            {
                last += 1;
            }
            // "appointed Mr Sarr Deputy Permanent Secretary"
            let appointed = gap == Gap::Nothing && offices.is_empty() && self.is_appointed(name.toks.start);
            let cells = gap == Gap::Cell && offices.is_empty() && self.fills_cell(&name.toks) && self.fills_cell(&self.toks(next));
            let fits = matches!(gap, Gap::Comma | Gap::Open | Gap::Copula) || gap == Gap::Dash && offices.is_empty() || cells || appointed;
            let first = offices.is_empty();
            if fits
                && !self.taken_by_next(last)
                && (!first && self.is_closed(last) || first && (appointed || self.may_hold_next(&name, gap)))
            {
                offices.extend((next..=last).map(|u| self.index_of(u)));
                end = self.toks(last).end;
                next = last + 1;
                if owner.is_none() && !offices.iter().any(|&o| self.offices[o].owner.is_some()) {
                    owner = self.principal(start, end).map(|o| (o, end));
                }
            } else {
                break;
            }
        }
        self.out.push(Found { name: Some(name), offices, owner: owner.map(|o| o.0), toks: start..end, borrowed: false });
        next
    }

    /// Whether somebody is said to be made something right before a name: "appointed |Mr Sarr".
    fn is_appointed(&self, at: usize) -> bool {
        at > self.block.start && self.words.is(at - 1, Tag::APPOINTED) && !self.words.doc.is_capitalised(at - 1)
    }

    /// Whether a phrase is all of a table's cell.
    fn fills_cell(&self, toks: &Toks) -> bool {
        let edge = |t: usize| t >= self.block.end || self.words.is(t, Tag::CELL) || self.words.doc.word(t) == w::BAR;
        (toks.start == self.block.start || self.words.is(toks.start, Tag::CELL)) && edge(toks.end)
    }

    /// Whether a name without an office may hold the one behind it: one word at the start of a sentence is no name
    /// ("Replying, the President ...").
    fn may_hold_next(&self, name: &PersonName, gap: Gap) -> bool {
        let start = name.toks.start;
        let opens = start == self.block.start
            || matches!(self.words.doc.word(start - 1), w::STOP | w::OPEN_SQUARE | w::BULLET | w::QUOTE | w::OPEN_QUOTE);
        let heading = matches!(self.words.page.kind_of(start), BlockKind::Headline | BlockKind::Heading);
        let words = name.name.len() > 1 || !name.titles.is_empty() || self.words.doc.printed(start).contains('.');
        // "Lula, the president": an unknown word that is no participle or adverb
        let printed = self.words.doc.printed(start);
        let bare = self.words.doc.word(start) == WordId::UNKNOWN && !["ing", "ly", "ed"].iter().any(|ending| printed.ends_with(ending));
        (words || (!opens || bare && gap == Gap::Comma) && gap != Gap::Dash) && !(heading && gap == Gap::Dash)
    }

    /// Whether an office is that of the name behind it, and not of the one before.
    fn taken_by_next(&self, unit: usize) -> bool {
        if self.holds_next(unit) {
            return true;
        }
        // ", the Foreign Minister, Amina Diallo, and": a second name in apposition with offices of its own to follow
        self.name_of(unit + 1).is_some_and(|name| self.gap(unit) == Gap::Comma && self.is_apposition(unit, name))
            && !(self.office_of(unit + 2).is_some() && self.gap(unit + 1) == Gap::Comma)
            && self.office_of(unit).is_some_and(|o| o.determiner == Determiner::Definite)
    }

    /// Whether punctuation closes an office in apposition.
    fn is_closed(&self, unit: usize) -> bool {
        let end = self.toks(unit).end;
        end >= self.block.end || !self.words.doc.is_word(end)
    }

    /// "for Ghana" behind a name, "for Ghana," before it: in whose name somebody acts.
    fn principal(&self, start: usize, end: usize) -> Option<Owner> {
        let doc = self.words.doc;
        let owner = |at: usize| side_at(self.words, at);
        if doc.word(end) == w::FOR {
            return owner(end + 1).map(|o| o.0);
        }
        if doc.word(end) == w::AT {
            // "Rector Aliya Nurlan at the Steppe University"
            let actor = |o: &(Owner, usize)| matches!(o.0, Owner::Actor(a) if self.words.actors.actors[a].kind == PartyKind::University);
            if let Some(school) = owner(end + 1).filter(actor) {
                return Some(school.0);
            }
        }
        if doc.word(end) == w::COMMA && doc.word(end + 1) == w::FOR {
            return owner(end + 2).filter(|o| matches!(doc.word(o.1), w::COMMA | w::STOP | w::SEMICOLON)).map(|o| o.0);
        }
        if let Some(side) = sides::acts_for(self.words, end, self.block.end) {
            return Some(side);
        }
        let behalf = if doc.word(end) == w::COMMA { end + 1 } else { end };
        if doc.word(behalf) == w::ON && doc.word(behalf + 1) == w::BEHALF && doc.word(behalf + 2) == w::OF {
            return owner(behalf + 3).map(|o| o.0);
        }
        // "for Ghana, Minister Mensah", "on behalf of Ghana, ...", "Signing for Ghana was the Hon. Kofi Mensah"
        let start = if start > 0 && doc.word(start - 1) == w::THE { start - 1 } else { start };
        if start > self.block.start + 3 && doc.word(start - 1) == w::BEHALF && doc.word(start - 2) == w::WHOSE {
            // "Chad's Customs Service, on whose behalf Idriss Hamid signed"
            let mention = self.words.last_actor(start)?;
            return match self.words.state_of_mention(mention) {
                Some(code) if is_organ(self.words.actors.mentions[mention].kind) => Some(Owner::State(code)),
                _ => Some(Owner::Actor(self.words.actors.mentions[mention].actor)),
            };
        }
        let comma = start.checked_sub(1).filter(|&t| matches!(doc.word(t), w::COMMA | w::COLON | w::WAS | w::IS))?;
        let floor = comma.saturating_sub(8).max(self.block.start);
        let opener = (floor..comma).rev().find(|&t| doc.word(t) == w::FOR || doc.word(t) == w::BEHALF && doc.word(t + 1) == w::OF)?;
        let at = if doc.word(opener) == w::FOR { opener + 1 } else { opener + 2 };
        let bracketed = |end: usize| doc.word(end) == w::OPEN && doc.word(end + 2) == w::CLOSE && end + 3 == comma;
        owner(at).filter(|o| o.1 == comma || bracketed(o.1)).map(|o| o.0)
    }

    /// "(Peru)", "of Kenya", ", of Egypt," behind a name: the owner and the end.
    fn owner_behind(&self, at: usize) -> Option<(Owner, usize)> {
        let doc = self.words.doc;
        let (mut next, bracket) = match doc.word(at) {
            w::OPEN => (at + 1, true),
            w::OF => (at + 1, false),
            w::COMMA if doc.word(at + 1) == w::OF => (at + 2, false),
            _ => return None,
        };
        if doc.word(next) == w::THE {
            next += 1;
        }
        let (owner, end) = match self.words.state_at(next) {
            Some(state) if !matches!(state.sense, StateSense::Demonym | StateSense::People) => (Owner::State(state.code), state.end),
            Some(state) => {
                // "of the Philippine government"
                let end = state.end + 1;
                if bracket || !self.words.is(state.end, Tag::BODY) {
                    return None;
                }
                (Owner::State(state.code), end)
            }
            None => {
                let mention = &self.words.actors.mentions[self.words.actor_at(next)?];
                (Owner::Actor(mention.actor), mention.toks.end)
            }
        };
        let end = own_abbreviation(self.words, end).filter(|_| !bracket).unwrap_or(end);
        if !bracket {
            return (end <= self.block.end).then_some((owner, end));
        }
        (doc.word(end) == w::CLOSE).then_some((owner, end + 1))
    }

    /// An office without a name.
    fn alone(&mut self, unit: usize) {
        let toks = self.toks(unit);
        let office = self.index_of(unit);
        self.out.push(Found { name: None, offices: vec![office], owner: None, toks, borrowed: false });
    }

    /// A name that no office before it took.
    fn name(&mut self, at: usize) -> usize {
        let start = self.toks(at).start;
        // "A and B, then presidents of X and Y"
        if let Some(next) = self.pair_before_plural(at) {
            return next;
        }
        self.named(at, Vec::new(), start)
    }

    /// "Amina Diallo and Juan Pérez, foreign ministers of Senegal and Spain"
    fn pair_before_plural(&mut self, at: usize) -> Option<usize> {
        let mut last = at;
        while self.name_of(last + 1).is_some() && matches!(self.gap(last), Gap::And | Gap::Comma) && last < at + 8 {
            last += 1;
        }
        let office = self.office_of(last + 1)?;
        if last == at || !office.plural || !matches!(self.gap(last), Gap::Comma | Gap::Copula) {
            return None;
        }
        let owners = office.owners.clone();
        let index = self.index_of(last + 1);
        let office_end = office.toks.end;
        for (position, unit) in (at..=last).enumerate() {
            let name = self.name_of(unit).cloned();
            let owner = if owners.len() == last + 1 - at { owners.get(position).copied() } else { None };
            let toks = if unit == last { self.toks(unit).start..office_end } else { self.toks(unit) };
            self.out.push(Found { name, offices: vec![index], owner, toks, borrowed: false });
        }
        Some(last + 2)
    }

    /// "of the two countries", "respectively" behind two names.
    fn is_respective(&self, end: usize) -> bool {
        let doc = self.words.doc;
        (end..(end + 6).min(self.block.end)).any(|t| doc.word(t) == w::RESPECTIVELY)
    }

    /// The two states last named before a token, in the order of the text.
    fn two_states(&self, at: usize) -> Vec<Owner> {
        let Some(second) = self.words.last_state(at) else { return Vec::new() };
        let first = self.words.last_state(second.start).filter(|first| first.code != second.code);
        first.map_or_else(Vec::new, |first| vec![Owner::State(first.code), Owner::State(second.code)])
    }

    /// "Presidents A of X and B of Y", "Prime Ministers A (X) and B (Y)", "the presidents of X and Y, A and B".
    fn plural(&mut self, at: usize, last: usize) -> usize {
        for unit in at..last {
            self.alone(unit);
        }
        let index = self.index_of(last);
        let owners = self.offices[index].owners.clone();
        let mut names: Vec<(usize, Option<Owner>, usize)> = Vec::new();
        let mut end = self.toks(last).end;
        let mut unit = last + 1;
        while self.name_of(unit).is_some() {
            let gap = self.gap_of(end, self.toks(unit).start);
            let fits = match gap {
                Gap::Nothing | Gap::Bracket => names.is_empty(),
                Gap::Comma => true,
                Gap::Dash => names.is_empty(),
                Gap::And => !names.is_empty(),
                _ => false,
            };
            if !fits {
                break;
            }
            end = self.toks(unit).end;
            let owner = self.owner_behind(end);
            if let Some((_, behind)) = owner {
                end = behind;
                if self.words.doc.word(end) == w::COMMA && matches!(self.words.doc.word(end + 1), w::AND) {
                    end += 1;
                }
            }
            names.push((unit, owner.map(|o| o.0), end));
            unit += 1;
        }
        if names.len() < 2 && (names.is_empty() || names[0].1.is_none() && self.gap(last) == Gap::Comma) {
            self.alone(last);
            return last + 1;
        }
        // "Presidents A and B of X and Y respectively"
        let mut trailing = Vec::new();
        if names.len() > 1 && names[..names.len() - 1].iter().all(|n| n.1.is_none()) && names.last().is_some_and(|n| n.1.is_some()) {
            trailing.extend(names.last().and_then(|n| n.1));
            let mut next = end;
            while matches!(self.words.doc.word(next), w::AND | w::COMMA | w::THE) && next < end + 4 {
                next += 1;
                if let Some(state) = self.words.state_at(next) {
                    trailing.push(Owner::State(state.code));
                    end = state.end;
                    next = end;
                }
            }
        }
        let count = names.len();
        if count == 2 && trailing.is_empty() && owners.is_empty() && names.iter().all(|n| n.1.is_none()) {
            let start = self.toks(last).start;
            // "Peru and Chile signed it in Lima. Presidents A and B ..."
            let pair = || sides::states_before(self.words, start, self.block.start);
            trailing = if self.is_respective(end) { self.two_states(start) } else { pair().unwrap_or_default() };
        }
        for (position, (unit, owner, behind)) in names.into_iter().enumerate() {
            let pick = |owners: &[Owner]| if owners.len() == count { owners.get(position).copied() } else { None };
            let owner = pick(&trailing).or(if trailing.is_empty() { owner } else { None }).or_else(|| pick(&owners));
            let start = if position == 0 { self.toks(last).start } else { self.toks(unit).start };
            let name = self.name_of(unit).cloned();
            self.out.push(Found { name, offices: vec![index], owner, toks: start..behind, borrowed: false });
        }
        unit
    }
}
