//! Accords that are named only by where they stand: "another, on roads", "the third", "its predecessor", "the LBA".

use super::instruments::{Count, Instrument, Reference, tail};
use super::layers::Layers;
use super::picks;
use super::topics::{split_parts, topic_end};
use crate::doc::Toks;
use crate::gazetteer::{Cue, Entry, InstrumentWeight, Kind, VerbShape, function_words as w};
use crate::report::AccordType;

/// A mention by an abbreviation that the text brought in: "the LBA".
pub(crate) fn abbreviated(named: &Instrument, at: usize) -> Instrument {
    Instrument {
        toks: at..at + 1,
        head: at..at + 1,
        reference: Reference::Definite,
        topic: None,
        parts: Vec::new(),
        parties: None,
        is_plain: true,
        ..named.clone()
    }
}

/// An accord named only by where it stands: "another", "the third". Its type is that of the one before it.
fn pronominal(head: Toks, last: Option<&Instrument>, ordinal: Option<u32>) -> Instrument {
    Instrument {
        toks: head.clone(),
        head,
        accord_type: last.map_or(AccordType::Unspecified, |i| i.accord_type),
        weight: InstrumentWeight::Weak,
        usual_subject: None,
        reference: Reference::Pronoun,
        count: Count::One,
        named: false,
        topic: None,
        parts: Vec::new(),
        parties: None,
        ordinal,
        pick: None,
        is_plain: false,
        acronym: None,
    }
}

/// "another, on maritime cooperation", "one between the ministries", "the third, for the training of officers", "those on".
pub(super) fn pronoun(l: &Layers, within: &Toks, at: usize, last: Option<&Instrument>) -> Option<Instrument> {
    let doc = l.doc;
    let word = doc.word(at);
    if let Some((pick, end)) = picks::pick(l, at, within.end).filter(|_| l.date(at).is_none()) {
        return Some(Instrument { pick: Some(pick), ..pronominal(at..end, last, None) });
    }
    // "including one on trade and two on fisheries"
    if let Some((Some(n), end)) = l.count(at).filter(|_| last.is_some() && word != w::ONE) {
        let tail = tail(l, within, &(at..end), true);
        if matches!(doc.word(end), w::ON | w::CONCERNING | w::REGARDING | w::BETWEEN) && (tail.topic.is_some() || tail.parties.is_some()) {
            let (topic, parts, parties) = (tail.topic, tail.parts, tail.parties);
            return Some(Instrument {
                toks: at..tail.end,
                count: Count::Exactly(n),
                topic,
                parts,
                parties,
                ..pronominal(at..end, last, None)
            });
        }
    }
    let determined = matches!(doc.word(at.wrapping_sub(1)), w::THE | w::A);
    let (end, ordinal) = match word {
        // "another of the same kind on"
        w::ANOTHER | w::ONE if doc.word(at + 1) == w::OF && l.cue(at + 3 + usize::from(doc.word(at + 3) == w::SAME), Cue::KindOf) => {
            (at + 4 + usize::from(doc.word(at + 3) == w::SAME), None)
        }
        w::ANOTHER | w::ONE => (at + 1, None),
        w::FORMER | w::LATTER | w::OTHER | w::OTHERS if determined || word == w::OTHERS => (at + 1, None),
        w::THAT | w::THOSE if doc.word(at + 1) == w::ON || doc.word(at + 1) == w::FOR && at == within.start => (at + 1, None),
        // "its predecessor, signed in 2008"
        _ if l.cue(at, Cue::Successor)
            && !(doc.word(at + 1) == w::COMMA && matches!(doc.word(at + 2), w::A | w::AN | w::THE))
            && matches!(doc.word(at.wrapping_sub(1)), w::ITS | w::THE | w::THEIR | w::A) =>
        {
            return Some(pronominal(at..at + 1, last, None));
        }
        _ => {
            let (value, end) = l.ordinal(at).filter(|_| determined)?;
            // "a second one", "the third set"
            (end + usize::from(matches!(doc.word(end), w::ONE)), Some(value))
        }
    };
    // "replaces the one signed in 1979"
    if word == w::ONE && determined && matches!(doc.longest(end, Kind::Act), Some((_, Entry::Act { shape: VerbShape::Ed, .. }))) {
        return Some(pronominal(at..end, last, None));
    }
    // "twice the size of the one that expired"
    if word == w::ONE && matches!(doc.word(end), w::THAT | w::WHICH) && doc.is(end + 1, Kind::Act) {
        return Some(pronominal(at..end, last, None));
    }
    // "takes the place of the one of 1979"
    if word == w::ONE && determined && matches!(doc.word(end), w::OF | w::FROM) && l.date(end + 1).is_some() {
        let date = l.date(end + 1).map_or(end, |d| d.toks.end);
        return Some(Instrument { toks: at..date, ..pronominal(at..end, last, None) });
    }
    if word == w::ONE && doc.word(end) == w::FOR && doc.word(end + 1) == w::EACH {
        return None;
    }
    if end >= within.end || l.date(at).is_some() || l.official(at).is_some() || l.actor(at).is_some() {
        return None;
    }
    // "Others of the kind deal with culture, tourism and sport", "A third concerns energy".
    let opens = at <= within.start + 1 || matches!(doc.word(at.wrapping_sub(2)), w::COMMA | w::AND | w::SEMICOLON);
    let verb = (end..(end + 5).min(within.end)).take_while(|&t| doc.is_word(t) || doc.word(t) == w::OF).find(|&t| l.cue(t, Cue::ItemVerb));
    if let Some(verb) = verb.filter(|_| opens && (ordinal.is_some() || matches!(word, w::OTHERS | w::ANOTHER | w::OTHER))) {
        let from = l.behind_cue(verb);
        let plural = word == w::OTHERS;
        let parts = if plural { split_parts(l, from, within.end) } else { Vec::new() };
        let stop = parts.last().map_or_else(|| topic_end(l, from, within.end), |part| part.end);
        if stop > from {
            // "The fifth MoU is on trade": the verb is no part of its name.
            let noun = (end..verb).find(|&t| doc.is(t, Kind::Instrument));
            return Some(Instrument {
                toks: at..noun.map_or(stop, |noun| noun + 1),
                count: if plural { Count::Several } else { Count::One },
                topic: Some(from..stop),
                parts,
                ..pronominal(at..end, last, ordinal)
            });
        }
    }
    let next = doc.word(end);
    // "The first, at 37 million dollars, is there to ..."
    let opening = at <= within.start + 1 && determined && ordinal.is_some();
    // "The first is an agreement on trade" names it itself.
    let named = matches!(next, w::IS | w::WAS)
        && matches!(doc.word(end + 1), w::A | w::AN | w::THE)
        && (end + 2..within.end.min(end + 8)).any(|t| doc.is(t, Kind::Instrument));
    if named {
        return None;
    }
    // "The second, an agreement on customs": the apposition names it.
    let apposed = next == w::COMMA && (matches!(doc.word(end + 1), w::A | w::AN | w::THE) || l.cue(end + 1, Cue::TitleVerb));
    if opening && !apposed && matches!(next, w::COMMA | w::OPEN | w::IS | w::WAS | w::WILL | w::HAS) {
        return Some(pronominal(at..end, last, ordinal));
    }
    // "a treaty, the first between the two, was signed": said of the one before.
    let beside = |i: &Instrument| i.toks.end + 2 == at && doc.word(i.toks.end) == w::COMMA && i.reference != Reference::Pronoun;
    if ordinal.is_some() && last.is_some_and(beside) {
        return None;
    }
    let topical = matches!(next, w::ON | w::CONCERNING | w::REGARDING | w::BETWEEN)
        || matches!(next, w::FOR | w::WITH) && l.official(end + 1).is_none()
        || next == w::COMMA && matches!(doc.word(end + 1), w::ON | w::FOR | w::CONCERNING | w::BETWEEN)
        || next == w::COMMA && doc.word(end + 1) == w::WITH && l.actor(end + 2).is_some();
    if !topical {
        return None;
    }
    let head = at..end;
    let plural = matches!(word, w::THOSE | w::OTHERS);
    let tail = tail(l, within, &head, plural);
    if tail.topic.is_none() && tail.parties.is_none() {
        return None;
    }
    Some(Instrument {
        toks: at..tail.end,
        count: if plural { Count::Several } else { Count::One },
        topic: tail.topic,
        parts: tail.parts,
        parties: tail.parties,
        ..pronominal(head, last, ordinal)
    })
}
