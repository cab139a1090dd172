//! Sides: in whose name somebody acts ("for the Government of Ghana"), and the two that were set beside each other ("the
//! former", "the latter").

use super::offices::{Owner, own_abbreviation};
use super::words::{Tag, Words};
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{ActKind, Entry, Kind, StateSense};
use crate::phrases::actors::ActorForm;
use crate::report::PartyKind;

/// How many mentions of actors before a token are looked through for a pair.
const MENTIONS: usize = 24;
/// How many tokens may stand between the two of a pair, and between the pair and what points back to it.
const BETWEEN: usize = 14;
const BACK: usize = 80;
/// How many lines above a name its heading may stand.
const LINES: usize = 4;

/// Whom the words from a token on name as a side, and one behind: "the Government of |Ghana|", "the |Kenyan side|",
/// "|Norsk Alu|", "the |latter|".
pub(super) fn side_at(words: &Words, at: usize) -> Option<(Owner, usize)> {
    let doc = words.doc;
    let mut at = doc.behind_the(at);
    if matches!(doc.word(at), w::FORMER | w::LATTER) {
        let (former, latter) = pair_before(words, at)?;
        return Some((if doc.word(at) == w::FORMER { former } else { latter }, at + 1));
    }
    if words.is(at, Tag::SIDE) && doc.word(at + 1) == w::OF {
        at += 2;
        at = doc.behind_the(at);
    }
    if let Some(state) = words.state_at(at) {
        let side = state.sense == StateSense::Demonym;
        if side && words.is(state.end, Tag::BODY_NOUN) {
            // "for the Portuguese university"
            return words.actor_of(state.end, state.code).map(|actor| (Owner::Actor(actor), state.end + 1));
        }
        let last = if side || words.is(state.end, Tag::SIDE) { state.end + 1 } else { state.end };
        let fits = !doc.is_possessive(state.end - 1) && (!side || words.is(state.end, Tag::BODY.and(Tag::SIDE)));
        if fits {
            return Some((Owner::State(state.code), last));
        }
    }
    let mention = words.actor_at(at)?;
    let end = words.actors.mentions[mention].toks.end;
    Some((owner_of(words, mention), own_abbreviation(words, end).unwrap_or(end)))
}

/// Whom a mention of an actor stands for: a body or a province for its state.
pub(super) fn owner_of(words: &Words, mention: usize) -> Owner {
    let actor = &words.actors.mentions[mention];
    let place = words.actors.actors.get(actor.actor).and_then(|a| a.of).filter(|_| actor.kind == PartyKind::Subnational);
    match words.state_of_mention(mention).or(place) {
        Some(code) if matches!(actor.kind, PartyKind::State | PartyKind::GovernmentBody | PartyKind::Subnational) => Owner::State(code),
        _ => Owner::Actor(actor.actor),
    }
}

/// "for the former", "for Ghana" where the words up to a token end with it: the side.
pub(super) fn side_before(words: &Words, end: usize, floor: usize) -> Option<Owner> {
    /// The longest name of a side.
    const LONGEST: usize = 12;
    let doc = words.doc;
    let opener = |t: usize| {
        let at = match doc.word(t) {
            w::FOR => t + 1,
            w::BEHALF if doc.word(t + 1) == w::OF => t + 2,
            _ => return None,
        };
        side_at(words, at).filter(|side| side.1 == end).map(|side| side.0)
    };
    (floor.max(end.saturating_sub(LONGEST))..end).rev().find_map(opener)
}

/// "signed for Ghana", "did so for the latter" behind a name: the side.
pub(super) fn acts_for(words: &Words, at: usize, end: usize) -> Option<Owner> {
    let doc = words.doc;
    let limit = end.min(at + 8);
    let verb = |t: usize| {
        matches!(doc.word(t), w::DID | w::SO)
            || doc.longest(t, Kind::Act).is_some_and(|(_, e)| {
                matches!(e, Entry::Act { act: ActKind::Sign | ActKind::Initial | ActKind::Exchange | ActKind::Witness, .. })
            })
    };
    let mut acted = false;
    for token in at..limit {
        if doc.word(token) == w::FOR {
            return side_at(words, token + 1).filter(|_| acted).map(|side| side.0);
        }
        acted |= verb(token);
        let plain = doc.is_word(token) && !doc.is_capitalised(token) || doc.word(token) == w::COMMA && token == at;
        if !plain || words.is(token, Tag::OFFICE) {
            return None;
        }
    }
    None
}

/// "For the Government of Ghana" on a line of its own above a name, or above its column.
pub(super) fn heading(words: &Words, at: usize) -> Option<Owner> {
    let doc = words.doc;
    let blocks = &words.page.blocks;
    let index = words.page.block_of(at).filter(|&index| blocks[index].toks.len() < 32)?;
    let block = &blocks[index];
    let column = (block.toks.start..at + 1).filter(|&t| words.is(t, Tag::CELL)).count();
    for above in blocks[..index].iter().rev().take(LINES) {
        if above.toks.len() > 32 {
            return None;
        }
        let mut cells: Vec<usize> = vec![above.toks.start];
        cells.extend(above.toks.clone().skip(1).filter(|&t| words.is(t, Tag::CELL)));
        let Some(&start) = cells.get(column) else { continue };
        let end = cells.get(column + 1).copied().unwrap_or(above.toks.end);
        let opener = match doc.word(start) {
            w::FOR => start + 1,
            w::ON if doc.word(start + 1) == w::BEHALF && doc.word(start + 2) == w::OF => start + 3,
            _ => continue,
        };
        let Some((owner, last)) = side_at(words, opener) else { continue };
        if last == end || last + 1 == end && !doc.is_word(last) {
            return Some(owner);
        }
    }
    None
}

/// The two that were last set beside each other before a token, in the order of the text: "Togo and Ghana", "NASA and the
/// European Space Agency"; failing those, the last two organisations.
pub(super) fn pair_before(words: &Words, at: usize) -> Option<(Owner, Owner)> {
    let mentions = &words.actors.mentions;
    let end = mentions.partition_point(|m| m.toks.end <= at);
    let told = |m: usize| {
        let mention = &mentions[m];
        !mention.nested && !matches!(mention.form, ActorForm::Demonym | ActorForm::Place | ActorForm::Short)
    };
    let near: Vec<usize> = (end.saturating_sub(MENTIONS)..end).rev().filter(|&m| told(m) && mentions[m].toks.end + BACK > at).collect();
    for (position, &latter) in near.iter().enumerate() {
        let other = near[position + 1..].iter().copied().find(|&m| mentions[m].actor != mentions[latter].actor);
        let Some(former) = other.filter(|&m| mentions[m].toks.end < mentions[latter].toks.start) else { continue };
        let gap = mentions[former].toks.end..mentions[latter].toks.start;
        if gap.len() <= BETWEEN && is_joint(words, &gap) {
            return Some((owner_of(words, former), owner_of(words, latter)));
        }
    }
    let organisation = |m: &&usize| !matches!(mentions[**m].kind, PartyKind::State | PartyKind::Subnational);
    let latter = *near.iter().find(organisation)?;
    let former = *near.iter().filter(organisation).find(|&&m| mentions[m].actor != mentions[latter].actor)?;
    Some((Owner::Actor(mentions[former].actor), Owner::Actor(mentions[latter].actor)))
}

/// The two states that the paragraph sets beside each other before a token: "Peru and Chile".
pub(super) fn states_before(words: &Words, at: usize, floor: usize) -> Option<Vec<Owner>> {
    let doc = words.doc;
    let floor = floor.max(at.saturating_sub(BACK));
    let second = (floor..at).rev().filter_map(|t| words.state_at(t)).find(|second| {
        let first = second.start.checked_sub(1).filter(|&and| doc.word(and) == w::AND).and_then(|and| words.state_before(and));
        second.sense != StateSense::Demonym && first.is_some_and(|first| first.start >= floor && first.sense != StateSense::Demonym)
    })?;
    let first = words.state_before(second.start - 1)?;
    (first.code != second.code).then(|| vec![Owner::State(first.code), Owner::State(second.code)])
}

/// "a delegation of Tatsuno City, led by" before a name: whose delegation it is.
pub(super) fn delegation(words: &Words, at: usize, floor: usize) -> Option<Owner> {
    /// How far back the delegation may be named.
    const NEAR: usize = 18;
    let doc = words.doc;
    if at == 0 || doc.word(at - 1) != w::BY {
        return None;
    }
    let noun = (floor.max(at.saturating_sub(NEAR))..at)
        .rev()
        .take_while(|&t| !matches!(doc.word(t), w::STOP | w::SEMICOLON))
        .find(|&t| words.is(t, Tag::SIDE) && !doc.is(t, Kind::StateNoun))?;
    if matches!(doc.word(noun + 1), w::OF | w::FROM) {
        return side_at(words, noun + 2).map(|side| side.0);
    }
    None
}

/// Whether what stands between two names sets them beside each other: "and", "(HEC) and the".
fn is_joint(words: &Words, gap: &Toks) -> bool {
    let doc = words.doc;
    let joined = gap.clone().any(|t| doc.word(t) == w::AND);
    joined && !gap.clone().any(|t| matches!(doc.word(t), w::STOP | w::SEMICOLON) || doc.is(t, Kind::Act))
}
