//! Topics: what hangs on an instrument and tells what it is about, "on | energy, mining and roads |", and where it ends.

use super::instruments::is_function_word;
use super::layers::Layers;
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, Entry, InstrumentWeight, Kind, VerbShape, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::report::PartyKind;
use crate::text::{Case, TokenKind};

/// "entitled “Opportunities for Trade”": a title in quotes follows.
pub(super) fn titled(l: &Layers, at: usize) -> bool {
    matches!(l.doc.word(at + 1), w::OPEN_QUOTE | w::QUOTE) && l.cue(at, Cue::TitleVerb)
}

pub(super) fn bracket_end(l: &Layers, open: usize, limit: usize) -> Option<usize> {
    let close = (open + 1..limit.min(open + 12)).find(|&t| l.doc.word(t) == w::CLOSE)?;
    // "(signed in 2010)" is a clause of its own.
    (open + 1..close).all(|t| l.doc.longest(t, Kind::Act).is_none()).then_some(close + 1)
}

/// "on", "for", "in the field of", "to defer", "establishing".
pub(super) fn starts_topic(l: &Layers, at: usize, limit: usize) -> bool {
    let doc = l.doc;
    if at + 1 >= limit || is_circumstance(l, at) {
        return false;
    }
    match doc.word(at) {
        w::FOR
            if matches!(doc.word(at + 1), w::ITS | w::THEIR | w::HIS | w::HER | w::BOTH)
                || l.actor(at + 1).is_some_and(|m| m.kind == PartyKind::State && m.form != ActorForm::Demonym) =>
        {
            false
        }
        // "for another five years": how long.
        w::FOR if l.cue(at, Cue::Term) || l.durations_in(&(at + 1..at + 2)).next().is_some() => false,
        // "signed the treaty on behalf of"
        w::ON if doc.word(at + 1) == w::BEHALF => false,
        w::ON | w::FOR | w::CONCERNING | w::REGARDING | w::ABOUT => l.date(at + 1).is_none() && l.official(at + 1).is_none(),
        w::IN => {
            l.date(at + 1).is_none()
                && l.city(at + 1).is_none()
                && l.actor(at + 1).is_none()
                && !is_unknown_place(l, at + 1)
                && doc.word(at + 1) != w::PRESENCE
                && !is_presence(l, at)
        }
        w::TO => {
            doc.is_word(at + 1)
                && !matches!(doc.word(at + 1), w::BE)
                && !doc.is(at + 1, Kind::Act)
                && doc.longest(at + 1, Kind::Act).is_none()
                && l.official(at + 1).is_none()
                && l.actor(at + 1).is_none()
        }
        w::OF => l.date(at + 1).is_none() && l.official(at + 1).is_none(),
        w::AGAINST => true,
        _ => {
            let printed = doc.printed(at);
            doc.is_word(at)
                && printed.ends_with("ing")
                && doc.tokens[at].case() == Case::Lower
                && printed.len() > 5
                && !doc.is(at, Kind::Act)
                && !doc.is(at, Kind::Modality)
        }
    }
}

/// "in order to", "on the sidelines of": a preposition that hangs on the act.
fn is_circumstance(l: &Layers, at: usize) -> bool {
    matches!(l.doc.word(at), w::IN | w::ON | w::FOR) && (l.cue(at, Cue::Circumstance) || l.cue(at, Cue::Besides))
}

/// "in | Borgarnes, Iceland": a capitalised word that no list knows, before a comma, a stop or a preposition.
pub(crate) fn is_unknown_place(l: &Layers, at: usize) -> bool {
    let doc = l.doc;
    let plain = |t: usize| {
        doc.is_word(t)
            && doc.tokens[t].case() == Case::Title
            && doc.lookups_at(t).is_empty()
            && l.official(t).is_none()
            && l.actor(t).is_none()
            && l.date(t).is_none()
    };
    let end = if plain(at + 1) && doc.gap(at + 1) == " " { at + 2 } else { at + 1 };
    plain(at) && (matches!(doc.word(end), w::COMMA | w::STOP | w::ON | w::BY | w::AND | w::IN) || l.date(end).is_some() || end >= doc.len())
}

/// "in the presence of", "in presence of"
pub(crate) fn is_presence(l: &Layers, at: usize) -> bool {
    l.doc.word(at) == w::IN && (l.doc.word(at + 1) == w::PRESENCE || l.doc.word(at + 2) == w::PRESENCE)
}

/// Where the topic's own words begin: behind "on"; a verb is kept: "| establishing the commission".
pub(super) fn topic_start(l: &Layers, at: usize) -> usize {
    match l.doc.longest(at, Kind::Cue) {
        Some((end, Entry::Cue(Cue::ItemVerb))) => end,
        _ if is_function_word(l.doc.word(at)) => at + 1,
        _ => at,
    }
}

/// One behind the actor that begins at a token: what its name holds ends no topic.
fn actor_end(l: &Layers, at: usize, limit: usize) -> Option<usize> {
    l.actor_starting_at(at).map(|m| m.toks.end).filter(|&end| end <= limit)
}

/// Where a topic ends: at the verb, at a relative, before a date, a place, an onlooker, or the next instrument.
pub(super) fn topic_end(l: &Layers, from: usize, limit: usize) -> usize {
    let doc = l.doc;
    let mut at = from;
    while at < limit {
        at = match actor_end(l, at, limit) {
            Some(end) => end,
            None if ends_topic(l, from, at, limit) => break,
            None => at + 1,
        };
    }
    while at > from
        && matches!(
            doc.word(at - 1),
            w::COMMA | w::AND | w::ON | w::IN | w::AT | w::BY | w::FOR | w::OF | w::WITH | w::AS | w::TO | w::EN_DASH | w::HYPHEN | w::OPEN
        )
    {
        at -= 1;
    }
    at
}

fn ends_topic(l: &Layers, from: usize, at: usize, limit: usize) -> bool {
    let doc = l.doc;
    let word = doc.word(at);
    match word {
        w::STOP => !doc.gap(at + 1).is_empty() || at + 1 >= limit,
        _ if at > from && is_circumstance(l, at) => true,
        _ if at > from + 1 && l.cue(at, Cue::ItemVerb) && !doc.is_capitalised(at) && doc.printed(at).ends_with('s') => true,
        w::SEMICOLON
        | w::COLON
        | w::QUESTION
        | w::EXCLAMATION
        | w::EM_DASH
        | w::WHICH
        | w::WHO
        | w::WHOM
        | w::WHOSE
        | w::WHERE
        | w::WHEN
        | w::WHILE
        | w::DURING
        | w::AFTER
        | w::BEFORE
        | w::AMID
        | w::HERE
        | w::IS
        | w::ARE
        | w::WAS
        | w::WERE
        | w::HAS
        | w::HAVE
        | w::HAD
        | w::WILL
        | w::WOULD
        | w::MAY
        | w::COULD
        | w::SHOULD
        | w::SHALL
        | w::BUT
        | w::SINCE
        | w::UNTIL
        | w::BULLET
        | w::BAR
        | w::OPEN_SQUARE
        | w::UNDER
        | w::BE
        | w::DESPITE => true,
        w::THAT => doc.word(at + 1) != w::OF,
        w::CLOSE => !(from..at).any(|t| doc.word(t) == w::OPEN),
        w::EN_DASH | w::HYPHEN => !doc.is_glued(at) || !doc.is_glued(at + 1),
        w::BY | w::FROM => {
            l.date(at + 1).is_some()
                || l.official(at + 1).is_some()
                || l.actor(at + 1).is_some()
                || doc.word(at + 1) == w::WHICH
                || word == w::BY && at > from + 2
        }
        w::AT => true,
        w::TOGETHER => doc.word(at + 1) == w::WITH,
        // "within a year"
        w::WITHIN => l.durations_in(&(at + 1..(at + 4).min(limit))).next().is_some(),
        w::AS => at > from,
        w::ON | w::FOR | w::OF => l.date(at + 1).is_some() && at > from || word == w::FOR && l.official(at + 1).is_some(),
        w::WITH => l.actor(at + 1).is_some() || l.official(at + 1).is_some(),
        w::BETWEEN | w::AMONG => at > from && (can_agree(l, at + 1) || l.doc.word(at + 1) == w::THE && can_agree(l, at + 2)),
        w::IN => is_presence(l, at) || at > from && (l.date(at + 1).is_some() || l.city(at + 1).is_some()),
        w::COMMA => !list_continues(l, at, limit),
        w::AND => starts_new_phrase(l, at + 1, limit),
        // "the Treaty of Ancón | ended the war"
        _ if at > from
            && doc.tokens[at].case() == Case::Lower
            && doc.printed(at).ends_with("ed")
            && matches!(doc.word(at + 1), w::THE | w::A | w::AN | w::ITS | w::THEIR | w::HIS | w::THIS) =>
        {
            true
        }
        _ => {
            l.official(at).is_some()
                || l.date(at).is_some_and(|d| {
                    d.toks.start == at && at > from && doc.word(at - 1) != w::OF && !(doc.is_number(at) && d.toks.len() <= 3)
                })
                || doc.longest(at, Kind::Act).is_some_and(|(_, entry)| {
                    matches!(
                        entry,
                        Entry::Act {
                            shape: VerbShape::Ed | VerbShape::Past | VerbShape::Participle | VerbShape::Borne | VerbShape::Adjective,
                            ..
                        }
                    )
                }) && at > from
                || doc
                    .longest(at, Kind::Act)
                    .is_some_and(|(end, entry)| matches!(entry, Entry::Act { shape: VerbShape::Third, .. }) && end > at + 1)
        }
    }
}

/// Whether an actor at a token can be a party: a place where a bridge ends cannot.
fn can_agree(l: &Layers, at: usize) -> bool {
    l.actor(at).is_some_and(|m| m.form != ActorForm::Place && m.kind != PartyKind::Subnational)
}

/// Behind "and" begins another phrase and not another word of the topic: "... and a protocol", "... and Ghana signed".
fn starts_new_phrase(l: &Layers, at: usize, limit: usize) -> bool {
    let doc = l.doc;
    if at >= limit {
        return true;
    }
    let word = doc.word(at);
    if matches!(
        word,
        w::ANOTHER | w::ONE | w::WAS | w::WERE | w::IS | w::HAS | w::HAVE | w::WHICH | w::THAT | w::THOSE | w::IN | w::ON | w::BY | w::OF
    ) {
        return true;
    }
    if l.official(at).is_some() || l.ordinal(at + usize::from(word == w::A || word == w::THE)).is_some() {
        return true;
    }
    // "one on trade and | the other on sport"
    if word == w::THE && matches!(doc.word(at + 1), w::OTHER | w::OTHERS | w::FORMER | w::LATTER) {
        return true;
    }
    if l.count(at).is_some() && !doc.is_number(at) {
        return true;
    }
    let from = at + usize::from(matches!(word, w::A | w::AN | w::THE | w::ITS));
    let named = |t: &usize| doc.longest(*t, Kind::Instrument).map(|(_, entry)| entry);
    let head = (from..limit.min(from + 5)).take_while(|&t| doc.is_word(t) && !is_function_word(doc.word(t))).find_map(|t| named(&t));
    match head {
        Some(Entry::Instrument { weight, .. }) if weight != InstrumentWeight::Item && (from > at || doc.is_capitalised(from)) => {
            return true;
        }
        // "energy and | letters of intent on tourism"
        Some(Entry::Instrument { weight: InstrumentWeight::Strong, plural: true, .. }) => return true,
        _ => {}
    }
    if matches!(word, w::A | w::AN) {
        return true;
    }
    // "... and negotiations on another"
    if matches!(doc.longest(at, Kind::Act), Some((_, Entry::Act { act: ActKind::Negotiate, shape: VerbShape::Noun }))) {
        return true;
    }
    // "... and Ghana has agreed"
    l.actor(at).is_some_and(|m| {
        matches!(doc.word(m.toks.end), w::IS | w::WAS | w::HAS | w::HAD | w::HAVE | w::WILL) || doc.is(m.toks.end, Kind::Act)
    })
}

/// Whether a comma is inside a list: "energy, mining and forest development", "Trade, Economic and Technical Cooperation".
fn list_continues(l: &Layers, comma: usize, limit: usize) -> bool {
    let doc = l.doc;
    let mut words = 0;
    for at in comma + 1..limit.min(comma + 40) {
        let word = doc.word(at);
        match word {
            w::COMMA => {
                if words == 0 {
                    return false;
                }
                words = 0;
            }
            w::AND | w::AMPERSAND => {
                return (words > 0 || doc.word(at - 1) == w::COMMA) && !starts_new_phrase(l, at + 1, limit) && !ends_topic_plain(l, at + 1);
            }
            w::OF | w::FOR | w::THE | w::IN if words > 0 => {}
            _ if is_function_word(word) => return false,
            _ => {
                if ends_topic_plain(l, at) {
                    return false;
                }
                words += 1;
                if words > 6 {
                    return false;
                }
            }
        }
    }
    false
}

/// A token that no topic's list can hold: an official, a date, an act, a number of things.
fn ends_topic_plain(l: &Layers, at: usize) -> bool {
    let doc = l.doc;
    l.official(at).is_some()
        || l.date(at).is_some()
        || doc.tokens.get(at).is_none_or(|t| t.kind() == TokenKind::Mark && !matches!(doc.word(at), w::HYPHEN | w::APOSTROPHE | w::SLASH))
        || doc.longest(at, Kind::Act).is_some_and(|(_, entry)| {
            matches!(entry, Entry::Act { shape: VerbShape::Ed | VerbShape::Past | VerbShape::Participle | VerbShape::Borne, .. })
        })
        || matches!(doc.word(at), w::WHICH | w::WHO | w::WHERE | w::WHILE | w::IS | w::WAS | w::WERE | w::ARE | w::HAS)
}

/// The end of "A and B" behind "between".
pub(super) fn parties_end(l: &Layers, from: usize, limit: usize) -> usize {
    let doc = l.doc;
    let mut at = from;
    while at < limit {
        if let Some(end) = actor_end(l, at, limit) {
            at = end;
            continue;
        }
        // "the Ministry of Labour | in Qatar | and the Ministry of Labour in Oman"
        let state = doc.behind_the(at + 1);
        if let Some((end, _)) =
            doc.longest(state, Kind::State).filter(|&(end, _)| doc.word(at) == w::IN && doc.word(end) == w::AND && end < limit)
        {
            at = end;
            continue;
        }
        // "the Union and its Member States|, of the one part,| and the Republic of Korea|, of the other part,| on"
        if doc.word(at) == w::COMMA && doc.word(at + 1) == w::OF && matches!(doc.word(at + 3), w::ONE | w::OTHER) {
            if let Some(close) = (at + 4..limit.min(at + 7)).find(|&t| doc.word(t) == w::COMMA) {
                at = close + 1;
                continue;
            }
        }
        let word = doc.word(at);
        let stop = match word {
            w::ON | w::FOR | w::CONCERNING | w::REGARDING | w::ABOUT | w::IN | w::AT | w::BY | w::TO | w::DURING | w::AFTER | w::UNDER => {
                true
            }
            w::WITH => at > from,
            w::COMMA => l.actor(at + 1).is_none() && l.actor(at + 2).is_none(),
            w::AND => {
                l.official(at + 1).is_some()
                    || starts_new_phrase(l, at + 1, limit)
                        && l.actor(at + 1).is_none()
                        && !matches!(doc.word(at + 1), w::THE | w::THOSE | w::THAT | w::ITS)
            }
            w::OPEN => {
                at = bracket_end(l, at, limit).unwrap_or(limit);
                continue;
            }
            w::STOP => !doc.gap(at + 1).is_empty() || at + 1 >= limit,
            _ => ends_topic(l, from.saturating_sub(1), at, limit),
        };
        if stop {
            break;
        }
        at += 1;
    }
    while at > from && matches!(doc.word(at - 1), w::COMMA | w::AND | w::THE) {
        at -= 1;
    }
    at
}

/// The topics of a plural: "| postal services |, | business support | and | trade".
pub(crate) fn split_parts(l: &Layers, from: usize, limit: usize) -> Vec<Toks> {
    let doc = l.doc;
    let mut parts = Vec::new();
    let mut start = from;
    let mut at = from;
    let close = |start: usize, end: usize, parts: &mut Vec<Toks>| {
        let mut start = start;
        while start < end
            && matches!(doc.word(start), w::ON | w::FOR | w::THE | w::AND | w::COMMA | w::OF | w::IN | w::ALSO | w::A | w::AN)
            && doc.word(start) != w::THE
        {
            start += 1;
        }
        let mut end = end;
        while end > start && matches!(doc.word(end - 1), w::COMMA | w::AND | w::ON | w::IN | w::AT | w::FOR | w::BY) {
            end -= 1;
        }
        if end > start {
            parts.push(start..end);
        }
    };
    while at < limit {
        if let Some(end) = actor_end(l, at, limit) {
            at = end;
            continue;
        }
        match doc.word(at) {
            w::COMMA | w::SEMICOLON => {
                let next = at + 1 + usize::from(doc.word(at + 1) == w::AND);
                if next >= limit || ends_topic_plain(l, next) || starts_clause(l, next, limit) {
                    break;
                }
                // "scientific, economic and technical cooperation"
                if at == start + 1 && is_adjective(l, start) && doc.word(next) != w::AND && is_adjective(l, next) {
                    at = next;
                    continue;
                }
                close(start, at, &mut parts);
                start = next;
                at = next;
            }
            w::AND => {
                if starts_new_phrase(l, at + 1, limit) && doc.word(at + 1) != w::ON || ends_topic_plain(l, at + 1) {
                    break;
                }
                if splits(l, at, limit) {
                    close(start, at, &mut parts);
                    start = at + 1;
                }
                at += 1;
            }
            w::AS if doc.word(at + 2) == w::AS => {
                close(start, at, &mut parts);
                at += 3;
                start = at;
            }
            _ if ends_topic(l, start, at, limit) => break,
            _ => at += 1,
        }
    }
    close(start, at.min(limit), &mut parts);
    parts
}

/// Whether an "and" parts two topics, "energy | and | tourism", and not two words of one, "labour and employment".
fn splits(l: &Layers, and: usize, limit: usize) -> bool {
    // "information and communications technology" is one subject.
    let within =
        |t: usize| l.doc.lookups_with(t, Kind::Subject).iter().any(|look| look.kind == Kind::Subject && look.last as usize > and + 1);
    if (and.saturating_sub(3)..and).any(within) {
        return false;
    }
    // In a list of three or more, an "and" before the last comma, or before an "and on", joins words of one topic.
    let mut at = and + 1;
    while at < limit && !ends_topic(l, and, at, limit) {
        let word = l.doc.word(at);
        if word == w::COMMA || word == w::AND && matches!(l.doc.word(at + 1), w::ON | w::FOR | w::IN) {
            return false;
        }
        at += 1;
    }
    true
}

/// Behind a comma: a clause of its own, or an aside.
fn starts_clause(l: &Layers, at: usize, limit: usize) -> bool {
    let doc = l.doc;
    matches!(
        doc.word(at),
        w::WHICH
            | w::WHO
            | w::WHERE
            | w::WHILE
            | w::AS
            | w::BUT
            | w::WITH
            | w::BOTH
            | w::AFTER
            | w::BEFORE
            | w::DURING
            | w::IN
            | w::AT
            | w::BY
            | w::ALL
            | w::ALSO
            | w::THIS
            | w::IT
            | w::HE
            | w::SHE
            | w::THEY
    ) || l.official(at).is_some()
        || at >= limit
        || l.actor(at).is_some_and(|m| doc.is(m.toks.end, Kind::Act) || matches!(doc.word(m.toks.end), w::AND | w::IS | w::WAS | w::HAS))
        || doc.printed(at).ends_with("ing")
            && doc.is_word(at)
            && !doc.is_capitalised(at)
            // "post, | beekeeping | and trade": a topic of one word.
            && !(at + 1 >= limit || matches!(doc.word(at + 1), w::COMMA | w::AND | w::STOP | w::SEMICOLON))
}

/// A word by its ending: "technical", "scientific", "administrative".
fn is_adjective(l: &Layers, token: usize) -> bool {
    let word = l.doc.printed(token);
    ["al", "ic", "ive", "ary", "ous", "an", "ese", "ish", "ern"].iter().any(|ending| word.ends_with(ending))
}
