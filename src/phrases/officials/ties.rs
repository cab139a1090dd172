//! Who is named beside whom, and what that tells of the sides they are on: "received by", "accompanied by", "A and B".

use super::binding::Found;
use super::offices::Owner;
use super::sides::side_at;
use super::words::Words;
use crate::doc::Toks;
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Cue, Entry, Kind, StateSense};
use crate::report::{CountryCode, PartyKind};

/// How far behind an official those whom he meets, and the states he visits, are looked for.
const REACH: usize = 40;
/// How many tokens may stand between the two of a tie.
const BETWEEN: usize = 24;
/// How many words of whom he meets are read.
const PHRASE: usize = 9;
/// How far before an official in another sentence the one may stand whom he accompanies.
const BACK: usize = 90;

/// What the words round an official tell of his side.
#[derive(Clone, Debug, Default)]
pub(super) struct Ties {
    /// The official whom "and" joins to this one.
    pub partner: Option<usize>,
    /// One of the same side: "accompanied by".
    pub same: Option<usize>,
    /// One of another side: "received".
    pub opposite: Option<usize>,
    /// States that he meets or visits, and so does not serve.
    pub never: Vec<CountryCode>,
}

/// The ties of each official, who are `count` in number; `resolved` says which official each mention found is.
pub(super) fn read(words: &Words, all: &[Found], resolved: &[Option<usize>], count: usize) -> Vec<Ties> {
    let mut ties = vec![Ties::default(); count];
    let named: Vec<(usize, usize)> = resolved.iter().enumerate().filter_map(|(i, e)| e.map(|e| (i, e))).collect();
    for (position, &(index, entity)) in named.iter().enumerate() {
        let behind = named.get(position + 1).map(|n| all[n.0].toks.start);
        for code in met_states(words, all[index].toks.end, behind) {
            if ties[entity].never.len() < 4 && !ties[entity].never.contains(&code) {
                ties[entity].never.push(code);
            }
        }
    }
    // Whom the sentence says that somebody meets, and who it is that meets him.
    let mut met: Option<(usize, usize)> = None;
    for pair in named.windows(2) {
        let [(first, one), (second, other)] = pair else { continue };
        if one == other {
            continue;
        }
        let gap = all[*first].toks.end..all[*second].toks.start;
        let (one, other) = (*one, *other);
        if gap.start > gap.end {
            continue;
        }
        if first + 1 == *second && is_joint(words, &gap) {
            ties[one].partner = Some(other);
            ties[other].partner = Some(one);
        }
        if let (Some(same), true) = (ties[one].same, is_list(words, &gap)) {
            // "accompanied by A, B and C"
            ties[other].same.get_or_insert(same);
            continue;
        }
        if let (Some((object, subject)), true) = (met, is_list(words, &gap)) {
            // "met A and B"
            if object == one && ties[other].same.is_none() {
                ties[other].same = Some(one);
                ties[other].opposite.get_or_insert(subject);
                ties[other].partner = ties[other].partner.filter(|&p| p != one);
                met = Some((other, subject));
                continue;
            }
        }
        met = None;
        match cue_between(words, &gap) {
            Some(Cue::Company) => {
                ties[other].same.get_or_insert(one);
            }
            Some(_) => {
                met = Some((other, one));
                ties[one].opposite.get_or_insert(other);
                ties[other].opposite.get_or_insert(one);
            }
            None => {}
        }
    }
    ties
}

/// "Minister Sarr and Minister Ruiz of Peru", "(Minister Sarr, Minister Ruiz)".
fn is_joint(words: &Words, gap: &Toks) -> bool {
    let doc = words.doc;
    let open = gap
        .clone()
        .all(|t| matches!(doc.word(t), w::AND | w::COMMA | w::WITH | w::BY | w::OF | w::THE | w::FROM | w::FOR) || !doc.is_capitalised(t));
    open && gap.len() <= 8
        && matches!(doc.word(gap.start), w::AND | w::COMMA | w::WITH)
        && gap.clone().any(|t| matches!(doc.word(t), w::AND | w::WITH))
}

/// Commas and "and" only.
fn is_list(words: &Words, gap: &Toks) -> bool {
    gap.len() <= 4 && gap.clone().all(|t| matches!(words.doc.word(t), w::AND | w::COMMA | w::THE | w::SEMICOLON | w::AMPERSAND))
}

/// The cue for sides between two officials: in one sentence, or at the head of the second one's.
fn cue_between(words: &Words, gap: &Toks) -> Option<Cue> {
    let sentence = |t: usize| words.page.sentence_of(t);
    let here = sentence(gap.end)?;
    if gap.start > 0 && sentence(gap.start - 1) == Some(here) {
        return cue_in(words, gap).filter(|_| gap.len() <= BETWEEN);
    }
    let floor = words.page.sentences[here].toks.start.max(gap.start);
    let near = gap.end - floor <= BETWEEN && gap.len() <= BACK;
    cue_in(words, &(floor..gap.end)).filter(|&cue| near && cue == Cue::Company)
}

/// The last cue for sides in a range.
fn cue_in(words: &Words, range: &Toks) -> Option<Cue> {
    range.clone().rev().take(BETWEEN).find_map(|t| cue_at(words, t)).map(|(cue, _)| cue)
}

/// A cue for sides at a token, and one behind its last.
fn cue_at(words: &Words, token: usize) -> Option<(Cue, usize)> {
    match words.doc.longest(token, Kind::Cue)? {
        (end, Entry::Cue(cue @ (Cue::Meets | Cue::Company))) if !words.doc.is_capitalised(token) => Some((cue, end)),
        _ => None,
    }
}

/// The states that somebody meets with, signs with or travels to behind his name: "received the | Kenyan delegation".
fn met_states(words: &Words, from: usize, next: Option<usize>) -> Vec<CountryCode> {
    let doc = words.doc;
    let Some(sentence) = words.page.sentence_of(from) else { return Vec::new() };
    let limit = words.page.sentences[sentence].toks.end.min(from + REACH).min(next.map_or(usize::MAX, |next| next + 3));
    let mut out = Vec::new();
    for token in from..limit {
        if let Some((Cue::Meets, end)) = cue_at(words, token) {
            out.extend(state_met(words, end, limit));
            continue;
        }
        let visit = || doc.longest(token, Kind::Cue).filter(|(_, e)| *e == Entry::Cue(Cue::Visit)).map(|(end, _)| end);
        let at = if doc.word(token) == w::WITH {
            token + 1
        } else if let Some(end) = visit().filter(|&end| matches!(doc.word(end), w::TO | w::OF | w::IN | w::AT)) {
            end + 1
        } else {
            continue;
        };
        let skip = (at..at + 3).take_while(|&t| matches!(doc.word(t), w::THE | w::A | w::AN | w::HIS | w::HER)).count();
        out.extend(state_of(words, at + skip, limit));
    }
    out
}

/// The state of whom somebody meets: "received | the Ambassador of Portugal", "a delegation from Busan".
fn state_met(words: &Words, at: usize, limit: usize) -> Option<CountryCode> {
    let doc = words.doc;
    let phrase = (at..(at + PHRASE).min(limit)).take_while(|&t| doc.is_word(t) && !matches!(doc.word(t), w::IN | w::AT | w::ON | w::TO));
    if let Some(state) = phrase.clone().find_map(|t| words.state_at(t)) {
        return Some(state.code);
    }
    let mut places = phrase.filter(|&t| t > at && matches!(doc.word(t - 1), w::OF | w::FROM));
    match places.find_map(|t| side_at(words, t))?.0 {
        Owner::State(code) => Some(code),
        Owner::Actor(_) | Owner::Named(..) => None,
    }
}

/// The state that the words from a token on begin with, or the state of the ministry that they name.
fn state_of(words: &Words, at: usize, limit: usize) -> Option<CountryCode> {
    let state = words.state_at(at).filter(|s| s.end <= limit && !matches!(s.sense, StateSense::Prefix));
    let mention = words.actor_at(at).filter(|&m| words.actors.mentions[m].kind != PartyKind::Subnational);
    match (state, mention) {
        (Some(state), None) => Some(state.code),
        (_, Some(mention)) if words.actors.mentions[mention].kind == PartyKind::GovernmentBody => words.state_of_mention(mention),
        _ => None,
    }
}
