//! Frames: which act of a sentence is done to which of its instruments, by whom, when and where.
//!
//! Roles come from position and preposition. Before an active act stands who acts, behind it the instruments; in the
//! passive the reverse, with "by"; "in the presence of", "for the Ghanaian side" and the like carry their own.

use super::instruments::{Instrument, Reference};
use super::layers::Layers;
use super::topics::{is_presence, is_unknown_place};
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, InstrumentWeight, Kind, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::phrases::acts::{Act, Claim, Voice};

/// One act with its arguments.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    pub act: Act,
    /// Indices of the sentence's instruments that it is done to.
    pub instruments: Vec<usize>,
    /// Who acts: the tokens that hold the officials and actors.
    pub agents: Toks,
    /// Who acts together with them: "A signed it with B", "A signed for Chad, B for Mali".
    pub partners: Vec<Toks>,
    /// The index of its date.
    pub date: Option<Toks>,
    pub place: Option<Place>,
}

/// Where an act happened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Place {
    /// As printed.
    At(Toks),
    /// "here": the place of the dateline.
    Here,
}

/// Reads the frames of one sentence.
pub(crate) fn read(l: &Layers, within: &Toks, instruments: &[Instrument], acts: &[Act]) -> Vec<Frame> {
    let acts: Vec<Act> = acts
        .iter()
        .map(|act| {
            let passive = is_reduced(l, instruments, act) || is_fronted(l, within, act);
            let voice = match act.voice {
                _ if passive => Voice::Passive,
                Voice::Nominal if is_absolute(l, act) => Voice::Active,
                voice => voice,
            };
            // "takes effect on 1 January next": not yet.
            let present = l.doc.printed(act.toks.start).ends_with('s');
            // "takes effect once both have ratified it"
            let conditional = l.cue(act.toks.end, Cue::Condition) || matches!(l.doc.word(act.toks.end), w::WHEN | w::AFTER | w::IF);
            let to_come =
                act.kind == ActKind::InForce && present && act.claim == Claim::Asserted && (conditional || is_dated_ahead(l, within, act));
            let claim = if to_come { Claim::Planned } else { act.claim };
            Act { voice, claim, ..act.clone() }
        })
        .collect();
    // A clause ends where another verb has a subject of its own.
    let bounds = |act: &&Act| act.finite || act.voice == Voice::Active;
    let mut frames: Vec<Frame> = Vec::with_capacity(acts.len());
    for (index, act) in acts.iter().enumerate() {
        let before = acts[..index].iter().rev().find(bounds).map_or(within.start, |a| a.group.end);
        let after = acts[index + 1..].iter().find(bounds).map_or(within.end, |a| a.group.start);
        // "The signatories were A, of Chad; and B, of Mali."
        let ends = |&t: &usize| l.doc.word(t) == w::SEMICOLON && act.voice != Voice::Borne;
        let after = (act.toks.end..after.max(act.toks.end)).find(ends).unwrap_or(after);
        // "..., the two said in a statement"
        let after = (act.toks.end..after).find(|&t| l.cue(t, Cue::Saying) && !l.doc.is_capitalised(t)).unwrap_or(after);
        let next = acts.get(index + 1).map_or(within.end, |a| a.group.start);
        let previous = index.checked_sub(1).map_or(within.start, |i| acts[i].group.end);
        let left = clause_start(l, before, act.group.start)..act.group.start;
        let mut objects = objects(l, within, instruments, act, &left, after, &acts);
        // "Negotiations on | the protocol | were concluded": the text is agreed, and no more.
        let talked = |i: &usize| {
            let noun = |a: &Act| a.voice == Voice::Nominal && a.kind == ActKind::Negotiate && a.toks.end <= instruments[*i].toks.start;
            let near = |a: &Act| a.toks.end + 3 >= instruments[*i].toks.start;
            acts.iter().any(|a| noun(a) && near(a) && !(a.toks.end..instruments[*i].toks.start).any(|t| l.doc.word(t) == w::COMMA))
        };
        let of_talks = act.finite && act.voice == Voice::Passive && objects.first().is_some_and(talked);
        let concluded = matches!(act.kind, ActKind::Sign | ActKind::Agree | ActKind::Settle);
        let act = Act { kind: if of_talks && concluded { ActKind::Agree } else { act.kind }, ..act.clone() };
        if of_talks && !concluded {
            objects.clear();
        }
        // "the instruments of ratification of | the treaty | changed hands"
        if let Some(&first) = objects.first().filter(|&&first| first > 0 && instruments[first - 1].weight == InstrumentWeight::Ratification)
        {
            let near = instruments[first - 1].toks.end + 3 > instruments[first].toks.start;
            if near && !objects.contains(&(first - 1)) {
                objects.insert(0, first - 1);
            }
        }
        // "had been initialled on Tuesday and would be signed": one subject for both.
        let objects = match frames.last() {
            Some(last)
                if objects.is_empty()
                    && act.finite
                    && act.voice == Voice::Passive
                    && last.act.voice == Voice::Passive
                    && !pronoun_subject(l, &act) =>
            {
                let joined = (last.act.toks.end..act.group.start)
                    .all(|t| l.official(t).is_none() && l.actor(t).is_none_or(|m| m.form == ActorForm::Place))
                    && matches!(l.doc.word(act.group.start.wrapping_sub(1)), w::AND | w::BUT | w::OR);
                if joined { last.instruments.clone() } else { objects }
            }
            _ => objects,
        };
        let mut agents = agents(l, within, instruments, &act, &left, after, &objects);
        // "signed, and swapped, letters": the second verb has the first one's subject.
        let before = (previous..act.group.start).rev().find(|&t| !l.doc.is(t, Kind::Adverb)).map_or(w::STOP, |t| l.doc.word(t));
        let joined = previous > within.start && matches!(before, w::AND | w::THEN);
        let bare = act.voice == Voice::Active
            && (joined || l.officials_in(&agents).next().is_none() && l.actors_in(&agents).next().is_none() && agents.len() < 4);
        if let Some(last) = frames.last().filter(|f| bare && f.act.voice == Voice::Active) {
            agents = last.agents.clone();
        }
        let partners = partners(l, within, &act, &acts[index + 1..]);
        let inside = |toks: &Toks| instruments.iter().any(|i| i.toks.start <= toks.start && toks.end <= i.toks.end);
        let told = frames.last().and_then(|f: &Frame| f.date.clone());
        let mut date = date(l, within, &act, previous, next, &inside).filter(|date| {
            // "left the pact in July, and Chad has denounced the other": the day of the clause before.
            let subject = || {
                let between = date.end..act.group.start.max(date.end);
                l.actors_in(&between).next().is_some() || l.officials_in(&between).next().is_some()
            };
            told.as_ref() != Some(date) || date.start < frames.last().map_or(0, |f| f.act.toks.end) || !subject()
        });
        // "In 1994 he witnessed the signing of": the day is that of the verb.
        let beside =
            |f: &&Frame| f.act.toks.contains(&act.toks.start) || f.act.toks.end <= act.toks.start && act.toks.start <= f.act.toks.end + 3;
        let governed = act.voice == Voice::Nominal && act.kind != ActKind::Witness;
        let witnessed = frames.last().filter(|f| governed && f.act.kind == ActKind::Witness).filter(beside);
        date = date.or_else(|| witnessed.and_then(|f| f.date.clone()));
        // "today passed the Act on the Ratification of": the day is that of the verb that governs the noun.
        if act.voice == Voice::Nominal && act.kind == ActKind::Ratify && date.is_none() {
            date = frames.last().filter(|f| f.act.kind == ActKind::Adopt && f.act.voice != Voice::Nominal).and_then(|f| f.date.clone());
        }
        let place = place(l, within, &act, previous, next, instruments);
        frames.push(Frame { act, instruments: objects, agents, partners, date, place });
    }
    share_objects(l, &mut frames);
    gapped(l, within, instruments, &mut frames);
    frames
}

/// "signed but has not ratified | the convention", "signed, then exchanged, | a memorandum": one object for both verbs.
fn share_objects(l: &Layers, frames: &mut [Frame]) {
    for index in (1..frames.len()).rev() {
        let (before, rest) = frames.split_at_mut(index);
        let (first, second) = (&mut before[index - 1], &rest[0]);
        let mut gap = first.act.toks.end..second.act.toks.start;
        let joined = !gap.is_empty()
            && gap.all(|t| {
                matches!(l.doc.word(t), w::COMMA | w::AND | w::BUT | w::OR | w::THEN | w::NOT | w::NEVER | w::HAS | w::HAVE)
                    || l.doc.is(t, Kind::Adverb)
            });
        if joined && first.instruments.is_empty() && first.act.voice == Voice::Active && second.act.voice == Voice::Active {
            first.instruments.clone_from(&second.instruments);
        }
    }
}

/// "The treaty was signed by A; | the protocol by B |": the verb of the clause before stands for the one left out.
fn gapped(l: &Layers, within: &Toks, instruments: &[Instrument], frames: &mut Vec<Frame>) {
    for (i, instrument) in instruments.iter().enumerate() {
        let by = instrument.toks.end;
        let named = l.doc.word(by) == w::BY && (by + 1..by + 4).any(|t| l.official(t).is_some());
        let model = frames.iter().rposition(|f| f.act.voice == Voice::Passive && f.act.toks.end <= instrument.toks.start);
        let Some(model) = model.filter(|_| named && !frames.iter().any(|f| f.instruments.contains(&i))) else { continue };
        let next = instruments.get(i + 1).map_or(within.end, |next| next.toks.start);
        let agents = by + 1..agents_end(l, by + 1, next);
        let before = &mut frames[model];
        before.agents.end = before.agents.end.min(instrument.toks.start).max(before.agents.start);
        // "| the treaty and the protocol | by B"
        let joined = i > 0
            && before.act.toks.end <= instruments[i - 1].toks.start
            && (instruments[i - 1].toks.end..instrument.toks.start)
                .all(|t| matches!(l.doc.word(t), w::AND | w::COMMA | w::THE | w::A | w::AN));
        let gap = Frame { instruments: if joined { vec![i - 1, i] } else { vec![i] }, agents, partners: Vec::new(), ..before.clone() };
        frames.insert(model + 1, gap);
    }
    // "The treaty with A entered into force on 3 May, and | the treaty with B on 5 July"
    for (i, instrument) in instruments.iter().enumerate() {
        let end = instrument.toks.end;
        let day = if l.doc.word(end) == w::ON || l.doc.word(end) == w::IN { l.date(end + 1) } else { None };
        let opens = |t: usize| matches!(l.doc.word(t), w::THE | w::A | w::AN | w::AND | w::COMMA | w::THAT | w::ONE);
        let and = (within.start..instrument.toks.start).rev().find(|&t| !opens(t)).map(|t| t + 1);
        let joined = and.is_some_and(|from| (from..instrument.toks.start).any(|t| matches!(l.doc.word(t), w::AND | w::COMMA)));
        let model = frames.iter().rposition(|f| f.act.finite && f.act.toks.end <= instrument.toks.start && f.date.is_some());
        let taken = frames.iter().any(|f| f.instruments.contains(&i));
        let (Some(model), Some(day)) = (model.filter(|_| joined && !taken), day) else { continue };
        let subject = frames[model].instruments.iter().all(|&other| instruments[other].toks.end <= frames[model].act.group.start);
        if subject && !frames[model].instruments.is_empty() && !is_term(l, &day.toks) {
            let gap = Frame { instruments: vec![i], date: Some(day.toks.clone()), place: None, ..frames[model].clone() };
            frames.insert(model + 1, gap);
        }
    }
    // "A and B signed a treaty; C and D, | a protocol |"
    for (i, instrument) in instruments.iter().enumerate() {
        let comma = (within.start..instrument.toks.start).rev().find(|&t| !matches!(l.doc.word(t), w::A | w::AN | w::ANOTHER | w::ONE));
        let Some(comma) = comma.filter(|&t| l.doc.word(t) == w::COMMA) else { continue };
        let clause = clause_start(l, within.start, comma)..comma;
        let named = clause.start > within.start && (l.actors_in(&clause).next().is_some() || l.officials_in(&clause).next().is_some());
        let verbless = !frames.iter().any(|f| clause.start <= f.act.toks.start && f.act.toks.start < instrument.toks.start);
        let claimed = frames.iter().any(|f| f.instruments.contains(&i) && f.act.toks.start >= clause.start);
        let model =
            frames.iter().rposition(|f| f.act.voice == Voice::Active && f.act.toks.end <= clause.start && !f.instruments.is_empty());
        let Some(model) = model.filter(|_| named && verbless && !claimed) else { continue };
        frames.iter_mut().for_each(|f| f.instruments.retain(|&other| other != i));
        let gap = Frame { instruments: vec![i], agents: clause, partners: Vec::new(), ..frames[model].clone() };
        frames.insert(model + 1, gap);
    }
}

/// "signed" without auxiliary right behind its instrument is a participle: "the pact, signed in Accra".
fn is_reduced(l: &Layers, instruments: &[Instrument], act: &Act) -> bool {
    act.voice == Voice::Active
        && !act.finite
        && instruments.iter().any(|i| {
            i.toks.end <= act.toks.start
                && (i.toks.end..act.toks.start).all(|t| {
                    matches!(l.doc.word(t), w::COMMA | w::COLON | w::EN_DASH | w::HYPHEN | w::EM_DASH | w::CLOSE_QUOTE | w::OPEN | w::CLOSE)
                        || l.doc.is(t, Kind::Adverb)
                        || l.doc.printed(t).ends_with("ly")
                })
        })
        && !instruments.iter().any(|i| i.toks.start >= act.toks.end && i.toks.start <= act.toks.end + 1)
}

/// Whether the only day beside an act lies behind that of the report.
fn is_dated_ahead(l: &Layers, within: &Toks, act: &Act) -> bool {
    let ahead = |d: &crate::clauses::When| Some(d.value.latest()? > l.printed?);
    let near = act.group.start.saturating_sub(8).max(within.start)..within.end.min(act.toks.end + 8);
    // "this month" is not over yet.
    let mut days = l.dates_in(&near).filter(|d| !is_term(l, &d.toks)).filter_map(ahead);
    days.next() == Some(true) && days.all(|ahead| ahead)
}

/// "with |the governor| signing for the bank": a participle right behind who acts.
fn is_absolute(l: &Layers, act: &Act) -> bool {
    let before = act.group.start.wrapping_sub(1);
    l.official(before).is_some_and(|m| m.toks.end == act.group.start) && l.doc.printed(act.group.start).ends_with("ing")
}

/// "Signed in Lima in 1998, the treaty ...": a participle that opens the sentence.
fn is_fronted(l: &Layers, within: &Toks, act: &Act) -> bool {
    act.voice == Voice::Active
        && !act.finite
        && act.group.start <= within.start + 1
        && matches!(l.doc.word(act.toks.end), w::IN | w::ON | w::AT | w::DURING | w::BETWEEN | w::UNDER | w::AFTER)
}

/// Behind the last semicolon before the act.
fn clause_start(l: &Layers, from: usize, to: usize) -> usize {
    (from..to).rev().find(|&t| matches!(l.doc.word(t), w::SEMICOLON)).map_or(from, |t| t + 1)
}

fn objects(l: &Layers, within: &Toks, instruments: &[Instrument], act: &Act, left: &Toks, after: usize, acts: &[Act]) -> Vec<usize> {
    let behind = |limit: usize| behind(l, instruments, act, limit, acts);
    let in_left = || subjects(l, instruments, act, left);
    let nearest_before = |floor: usize| -> Vec<usize> {
        (0..instruments.len())
            .rev()
            .find(|&i| instruments[i].head.end <= act.group.start && instruments[i].toks.start >= floor)
            .into_iter()
            .collect()
    };
    match act.voice {
        Voice::Active if matches!(act.kind, ActKind::Witness) => behind(after),
        Voice::Active => {
            let found = behind(after);
            let direct = found.first().is_some_and(|&i| instruments[i].toks.start <= act.toks.end + 3);
            if let Some(antecedent) = antecedent(l, instruments, left).filter(|_| !direct) {
                return vec![antecedent];
            }
            if !found.is_empty() {
                return found;
            }
            // "the pact which A and B signed", "the pact A and B signed", "the pact expired"
            let before = nearest_before(within.start);
            let relative = before.first().is_some_and(|&i| {
                let gap = instruments[i].head.end..act.group.start;
                gap.clone().any(|t| matches!(l.doc.word(t), w::WHICH | w::THAT | w::WHOM | w::WHAT))
                    || act.kind == ActKind::Terminate && gap.len() < 4
                    || gap
                        .clone()
                        .next()
                        .is_some_and(|t| l.official(t).is_some() || matches!(l.doc.word(t), w::I | w::WE | w::THEY | w::HE | w::SHE))
            });
            if relative { before } else { Vec::new() }
        }
        // "was followed in 1999 by | an agreement"
        Voice::Passive if act.kind == ActKind::Follow && (act.toks.end..act.toks.end + 6).any(|t| l.doc.word(t) == w::BY) => behind(after),
        Voice::Passive if act.finite => {
            // "when they were negotiated" speaks of what was named before.
            let inside = instruments.iter().any(|i| i.toks.contains(&act.group.start.wrapping_sub(1)));
            if !inside && pronoun_subject(l, act) {
                return Vec::new();
            }
            let found = in_left();
            if !found.is_empty() {
                return found;
            }
            let relative = nearest_before(within.start);
            if relative
                .first()
                .is_some_and(|&i| (instruments[i].head.end..act.group.start).any(|t| matches!(l.doc.word(t), w::WHICH | w::THAT)))
            {
                return relative;
            }
            // "Eight instruments, on matters from scrapped ships to patents, were signed": a participle on the way.
            let finite = acts.iter().rev().find(|a| a.finite && a.group.end <= act.group.start).map_or(within.start, |a| a.group.end);
            let wide = subjects(l, instruments, act, &(clause_start(l, finite, act.group.start)..act.group.start));
            if !wide.is_empty() && finite < left.start {
                return wide;
            }
            // "there were signed", "signed were": the instruments follow.
            let inverted = !left.clone().any(|t| l.actor(t).is_some()) || left.clone().any(|t| l.doc.word(t) == w::THERE);
            if inverted { behind(after) } else { Vec::new() }
        }
        Voice::Passive => {
            let found = nearest_before(within.start);
            if found.is_empty() { behind(after) } else { found }
        }
        Voice::Borne => {
            // "the signatories of | the pact | were A and B"
            let direct = behind(after)
                .first()
                .copied()
                .filter(|&i| matches!(l.doc.word(act.toks.end), w::OF | w::TO) && instruments[i].toks.start <= act.toks.end + 3);
            if let Some(direct) = direct {
                return vec![direct];
            }
            let found = in_left();
            if found.is_empty() { nearest_before(within.start) } else { found }
        }
        Voice::Nominal => {
            let found = behind(after);
            // "talks with Ghana on | a fisheries protocol"
            let reach = if act.kind == ActKind::Negotiate { 12 } else { 6 };
            let direct = found.first().is_some_and(|&i| instruments[i].toks.start <= behind_aside(l, act.toks.end) + reach);
            if direct {
                return found;
            }
            nearest_before(within.start).into_iter().filter(|&i| instruments[i].toks.end + 5 >= act.group.start).collect()
        }
    }
}

/// "the pact | which A and B | signed", "a letter | to which A | put her name": what the relative pronoun stands for.
fn antecedent(l: &Layers, instruments: &[Instrument], left: &Toks) -> Option<usize> {
    let index = instruments.iter().rposition(|i| i.head.end <= left.end && i.toks.end >= left.start)?;
    let end = instruments[index].toks.end;
    (end..end + 3).any(|t| t < left.end && matches!(l.doc.word(t), w::WHICH | w::THAT | w::WHOM)).then_some(index)
}

/// The instruments that a passive is said of: the one right before it with those joined to it, else all of the clause.
fn subjects(l: &Layers, instruments: &[Instrument], act: &Act, left: &Toks) -> Vec<usize> {
    let mut found: Vec<usize> =
        (0..instruments.len()).filter(|&i| instruments[i].toks.start >= left.start && instruments[i].head.end <= left.end).collect();
    let Some(&last) = found.last() else { return found };
    // "The 1970 treaty, amended by | a protocol of 1999|, remains in force"
    if l.doc.word(act.group.start.wrapping_sub(1)) == w::COMMA && found.len() > 1 {
        let before = found.iter().rev().copied().find(|&i| {
            let comma = instruments[i].toks.end;
            let participle = l.doc.printed(comma + 1).ends_with("ed") || l.doc.is(comma + 1, Kind::Act);
            l.doc.word(comma) == w::COMMA && comma + 1 < instruments[last].toks.start && participle
        });
        if let Some(before) = before {
            return vec![before];
        }
    }
    if instruments[last].toks.end + 2 < act.group.start {
        found.retain(|&i| !under_preposition(l, &instruments[i], 0));
        return found;
    }
    let anaphor = instruments[last].is_plural() && instruments[last].reference == Reference::Definite && instruments[last].is_plain;
    let joined = |a: usize, b: usize| {
        (instruments[a].toks.end..instruments[b].toks.start).all(|t| {
            matches!(l.doc.word(t), w::AND | w::COMMA | w::A | w::AN | w::THE | w::OF | w::AS | w::ITS | w::BOTH | w::AMPERSAND | w::OR)
                || l.doc.is(t, Kind::Adverb)
                || l.doc.is(t, Kind::Act)
                || l.date(t).is_some()
                || l.doc.printed(t).eq_ignore_ascii_case("well")
        })
    };
    let mut first = found.len() - 1;
    while !anaphor && first > 0 && joined(found[first - 1], found[first]) {
        first -= 1;
    }
    found.split_off(first)
}

/// "It was signed", "they entered into force", "will see it signed".
pub(crate) fn pronoun_subject(l: &Layers, act: &Act) -> bool {
    // "initialled it"
    if act.voice == Voice::Active && matches!(l.doc.word(act.toks.end), w::IT | w::THEM) {
        return true;
    }
    let mut at = act.group.start;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else { return false };
        match l.doc.word(before) {
            w::IT | w::THEY => return matches!(act.voice, Voice::Passive | Voice::Borne) || !act.finite,
            w::BOTH | w::ALL => at = before,
            _ if l.doc.is(before, Kind::Adverb) => at = before,
            _ => return false,
        }
    }
    false
}

/// The instruments behind an act; of those that change an accord, only one right behind: "extended the treaty".
fn behind(l: &Layers, instruments: &[Instrument], act: &Act, limit: usize, acts: &[Act]) -> Vec<usize> {
    let found = chain(l, instruments, act, limit, acts);
    let direct = matches!(
        act.kind,
        ActKind::Enter | ActKind::Settle | ActKind::Renew | ActKind::Suspend | ActKind::Terminate | ActKind::Reject | ActKind::Postpone
    );
    let changes = direct && act.voice == Voice::Active;
    // "renewed their commitment to | the treaty": something else is renewed.
    let other = |i: usize| {
        let mut gap = behind_aside(l, act.toks.end)..instruments[i].toks.start;
        gap.len() > 2 && gap.any(|t| matches!(l.doc.word(t), w::TO | w::OF | w::IN | w::FOR | w::ON | w::WITH))
    };
    let near = found.first().is_some_and(|&i| instruments[i].toks.start <= behind_aside(l, act.toks.end) + 4 && !other(i));
    if changes && !near { Vec::new() } else { found }
}

/// "turned down|, for the time being,| an agreement": one behind what stands between commas.
fn behind_aside(l: &Layers, at: usize) -> usize {
    if l.doc.word(at) != w::COMMA {
        return at;
    }
    (at + 1..at + 9).find(|&t| l.doc.word(t) == w::COMMA).map_or(at, |t| t + 1)
}

/// The instruments behind an act up to the next finite act: those that follow each other by "and", "as well as", commas.
fn chain(l: &Layers, instruments: &[Instrument], act: &Act, limit: usize, acts: &[Act]) -> Vec<usize> {
    let from = act.toks.end;
    let mut found: Vec<usize> = Vec::new();
    for (index, instrument) in instruments.iter().enumerate() {
        if instrument.toks.start < from || instrument.head.start >= limit {
            continue;
        }
        if act.kind != ActKind::Negotiate
            && under_preposition(l, instrument, from)
            && (found.is_empty() || !matches!(l.doc.word(instrument.toks.start.wrapping_sub(1)), w::AND))
            && !is_to(l, from)
        {
            continue;
        }
        // "agreed to start negotiations on | a treaty": the other act's object.
        let to = act.kind == ActKind::Agree && l.doc.word(from - 1) == w::TO;
        if to && acts.iter().any(|a| a.toks.start >= from && a.toks.end <= instrument.toks.start) {
            continue;
        }
        // "exchanged notes, and negotiations on | a treaty | begin": the object of a noun.
        let nominal = |a: &Act| {
            a.voice == Voice::Nominal
                && a.toks.start >= from
                && a.toks.end <= instrument.toks.start
                && instrument.toks.start <= a.toks.end + 3
        };
        if act.voice != Voice::Nominal && act.kind != ActKind::Witness && !found.is_empty() && acts.iter().any(nominal) {
            break;
        }
        // "signed for Sporting | on a two-year deal": what binds a player.
        let engages = act.kind == ActKind::Sign
            && act.voice == Voice::Active
            && matches!(l.doc.word(from), w::FOR | w::WITH)
            && l.doc.word(instrument.toks.start.wrapping_sub(1)) == w::A
            && l.doc.word(instrument.toks.start.wrapping_sub(2)) == w::ON;
        if engages {
            continue;
        }
        // "signed a treaty, and the documents were exchanged": the subject of the next clause.
        let next = acts.iter().find(|a| a.group.start >= instrument.toks.end && a.finite && a.voice == Voice::Passive);
        let subject = next.is_some_and(|a| instrument.toks.end + 1 >= a.group.start) && !found.is_empty();
        if !subject {
            found.push(index);
        }
    }
    found
}

/// "signed up to | the pact", "put their names | to": the act's own words end with the preposition.
fn is_to(l: &Layers, from: usize) -> bool {
    from > 0 && matches!(l.doc.word(from - 1), w::TO | w::ON | w::OF | w::UNDER | w::FROM | w::IN)
        || (from..from + 3).any(|t| matches!(l.doc.word(t), w::TO | w::ON | w::UNDER))
}

/// "under the agreement", "after the treaty": said of the circumstances; not the preposition of the act, "withdrew from |".
fn under_preposition(l: &Layers, instrument: &Instrument, floor: usize) -> bool {
    let doc = l.doc;
    let mut at = instrument.toks.start;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else { return false };
        match doc.word(before) {
            w::UNDER
            | w::AFTER
            | w::SINCE
            | w::FROM
            | w::THROUGH
            | w::VIA
            | w::WITHIN
            | w::AGAINST
            | w::ABOUT
            | w::DESPITE
            | w::WITHOUT => return true,
            w::IN => return instrument.weight == InstrumentWeight::Weak,
            w::THE | w::A | w::AN | w::THIS | w::ITS | w::THEIR => at = before,
            _ => return false,
        }
    }
    false
}

/// "the text of the agreement", "under an accord", "party to the Convention": said of what another noun or verb is about.
pub(super) fn is_governed(l: &Layers, instrument: &Instrument, floor: usize) -> bool {
    let doc = l.doc;
    let determiner = |t: usize| matches!(doc.word(t), w::THE | w::A | w::AN | w::THIS | w::ITS | w::THEIR);
    let Some(before) = (floor..instrument.toks.start).rev().find(|&t| !determiner(t)) else { return false };
    under_preposition(l, instrument, floor)
        || matches!(doc.word(before), w::OF | w::TO | w::FOR | w::ON | w::IN | w::BY | w::AS | w::NO | w::NOT | w::OR)
}

fn agents(l: &Layers, within: &Toks, instruments: &[Instrument], act: &Act, left: &Toks, after: usize, objects: &[usize]) -> Toks {
    let doc = l.doc;
    match act.voice {
        Voice::Active => {
            // A relative's antecedent is no agent: "the pact which | A and B | signed".
            let from = objects
                .iter()
                .filter(|&&i| instruments[i].head.end <= act.group.start)
                .map(|&i| instruments[i].toks.end.min(act.group.start))
                .max();
            let from = from.unwrap_or(left.start).max(left.start);
            behind_opening(l, within, &(from..left.end))..left.end
        }
        Voice::Borne => {
            // "Signing for Ghana | was A"
            let be = (act.toks.end..after.min(act.toks.end + 14)).find(|&t| matches!(doc.word(t), w::WAS | w::WERE | w::IS | w::ARE));
            be.map_or(act.toks.end, |t| t + 1)..after
        }
        Voice::Passive | Voice::Nominal => {
            let by = (act.toks.end..after.max(act.toks.end))
                .find(|&t| doc.word(t) == w::BY && l.date(t + 1).is_none() && !l.is_onlooking(t.saturating_sub(1)));
            // "was signed between | Minister A and Minister B|"
            let between = || {
                let named = |t: &usize| (t + 1..t + 4).any(|t| l.official_starting_at(t).is_some());
                let signs = matches!(act.kind, ActKind::Sign | ActKind::Initial) && act.voice == Voice::Passive;
                (act.toks.end..after).take(10).find(|&t| doc.word(t) == w::BETWEEN).filter(named).filter(|_| signs)
            };
            match by.or_else(between) {
                Some(by) => by + 1..agents_end(l, by + 1, within.end),
                None => act.toks.end..act.toks.end,
            }
        }
    }
}

/// "In a ceremony headed by the president, | the ministers |", "Flanked by A, | B |": behind what opens the sentence.
fn behind_opening(l: &Layers, within: &Toks, agents: &Toks) -> usize {
    let first = agents.start;
    let opens = first <= within.start + 1;
    let circumstance = matches!(l.doc.word(first), w::IN | w::AT | w::DURING | w::BEFORE | w::AFTER | w::UNDER | w::WITH);
    let participle = l.doc.printed(first).ends_with("ed") && matches!(l.doc.word(first + 1), w::BY | w::WITH);
    let mut commas = agents.clone().filter(|&t| l.doc.word(t) == w::COMMA);
    let comma = if participle { commas.next_back() } else { commas.next() };
    match comma {
        Some(comma) if opens && (circumstance || participle) => comma + 1,
        _ => first,
    }
}

/// Who signs beside the subject: "with B", "; for the visitors it was B", "and so did B", "B for the latter".
fn partners(l: &Layers, within: &Toks, act: &Act, later: &[Act]) -> Vec<Toks> {
    let doc = l.doc;
    if act.voice != Voice::Active || !matches!(act.kind, ActKind::Sign | ActKind::Exchange | ActKind::Initial) {
        return Vec::new();
    }
    let end = later.iter().find(|a| a.finite || a.voice == Voice::Active).map_or(within.end, |a| a.group.start);
    let mut found = Vec::new();
    for mention in l.officials_in(&(act.toks.end..end)) {
        let (start, stop) = (mention.toks.start, mention.toks.end);
        let before = |words: &[crate::gazetteer::WordId]| (start.saturating_sub(2)..start).any(|t| words.contains(&doc.word(t)));
        let inverted = (start.saturating_sub(12)..start).any(|t| doc.word(t) == w::SO && doc.word(t + 1) == w::DID)
            || before(&[w::WAS, w::WERE]) && before(&[w::IT, w::WAS]);
        // "with the two presidents looking on"
        let watches = before(&[w::WITH]) && later.iter().any(|a| a.kind == ActKind::Witness && a.toks.start >= stop);
        if watches {
            continue;
        }
        let side = doc.word(stop) == w::FOR || doc.word(stop) == w::COMMA && matches!(doc.word(stop + 1), w::FOR | w::ON);
        // "; for Brazil, Minister A"
        let fronted = doc.word(start.wrapping_sub(1)) == w::COMMA
            && start > 2
            && l.actor(start - 2).is_some_and(|m| m.toks.start > 0 && doc.word(m.toks.start - 1) == w::FOR);
        if before(&[w::WITH]) || inverted || side || fronted {
            found.push(mention.toks.clone());
        }
    }
    found
}

/// "by | A for Ghana and B for Togo | in the presence of": up to the next circumstance.
fn agents_end(l: &Layers, from: usize, limit: usize) -> usize {
    let mut at = from;
    while at < limit {
        if let Some(official) = l.official_starting_at(at) {
            at = official.toks.end;
            continue;
        }
        // "signed by A, Minister of Trade of Peru; | B, Minister of Trade of Chad; and |"
        if l.doc.word(at) == w::SEMICOLON {
            let next = at + 1 + usize::from(l.doc.word(at + 1) == w::AND);
            let listed = |end: usize| end >= limit || matches!(l.doc.word(end), w::COMMA | w::SEMICOLON | w::AND | w::STOP | w::OPEN);
            if l.official_starting_at(next).is_some_and(|official| listed(official.toks.end)) {
                at = next;
                continue;
            }
        }
        if is_presence(l, at)
            || l.cue(at, Cue::Presence)
            || matches!(l.doc.word(at), w::SEMICOLON | w::WHICH | w::WHO | w::DURING | w::AFTER | w::BEFORE | w::WHILE)
            || l.is_onlooking(at)
        {
            break;
        }
        at += 1;
    }
    at
}

/// The date of an act: the nearest behind it in its clause, else the nearest before it, else one that opens the sentence.
fn date(l: &Layers, within: &Toks, act: &Act, previous: usize, next: usize, inside: &dyn Fn(&Toks) -> bool) -> Option<Toks> {
    // "in force since 2011"
    let since = |toks: &Toks| act.kind == ActKind::InForce && l.doc.word(toks.start.wrapping_sub(1)) == w::SINCE;
    let usable = |toks: &Toks| !inside(toks) && (!is_term(l, toks) || since(toks)) && is_calendar(l, toks) && is_timely(l, toks, act);
    let right = l.dates_in(&(act.toks.end..next)).find(|d| usable(&d.toks)).filter(|d| {
        // "..., and on 7 December the two" is another clause.
        !(act.toks.end..d.toks.start)
            .any(|t| l.doc.word(t) == w::COMMA && matches!(l.doc.word(t + 1), w::AND | w::WHILE | w::BUT) || l.doc.word(t) == w::SEMICOLON)
    });
    // "suspended the agreement, in force since 2013, | on Friday|": behind what stands between commas.
    let right = right.or_else(|| {
        let comma = next.checked_sub(1).filter(|&t| t > act.toks.end && l.doc.word(t) == w::COMMA)?;
        let close = (comma + 1..within.end.min(comma + 16)).find(|&t| l.doc.word(t) == w::COMMA)?;
        let day = l.date(close + 1 + usize::from(l.doc.word(close + 1) == w::ON))?;
        usable(&day.toks).then_some(day)
    });
    let own = l.dates_in(&act.group).find(|d| usable(&d.toks));
    // "announced today that they have signed", "today announced": the day of the telling.
    let telling = |toks: &Toks| {
        (toks.end..act.group.start).any(|t| l.cue(t, Cue::Saying))
            || (toks.start.saturating_sub(2)..toks.start).any(|t| l.cue(t, Cue::Saying))
    };
    let left = || l.dates_in(&(previous.min(act.group.start)..act.group.start)).filter(|d| usable(&d.toks) && !telling(&d.toks)).last();
    let opening = || l.dates_in(&(within.start..within.end.min(within.start + 12))).find(|d| usable(&d.toks) && !telling(&d.toks));
    // "announced today the signing of a treaty": the day is that of the verb.
    if act.voice == Voice::Nominal {
        return own.or(right).map(|d| d.toks.clone());
    }
    own.or(right).or_else(left).or_else(opening).map(|d| d.toks.clone())
}

/// "for 2025-2027", "from 2025 to 2027": how long, not when.
pub(crate) fn is_term(l: &Layers, toks: &Toks) -> bool {
    matches!(l.doc.word(toks.start.wrapping_sub(1)), w::FOR | w::UNTIL | w::SINCE | w::OPEN)
        && l.date(toks.start).is_some_and(|d| {
            let value = d.value.to_string();
            value.len() <= 4 || value.contains('/')
        })
}

/// What is done lies before the day of the report, what is planned behind it: "signed a pact that runs to |2027|".
fn is_timely(l: &Layers, toks: &Toks, act: &Act) -> bool {
    let (Some(day), Some(value)) = (l.printed, l.date(toks.start).map(|d| d.value)) else { return true };
    match act.claim {
        _ if act.kind == ActKind::Postpone => value.latest().is_none_or(|last| last >= day),
        Claim::Asserted => value.earliest().is_none_or(|first| first <= day),
        Claim::Planned => value.latest().is_none_or(|last| last >= day),
        Claim::Possible | Claim::Denied | Claim::Wished | Claim::Discussed => true,
    }
}

/// A date that can be that of an act: no "now", no "recently", no "1980s".
fn is_calendar(l: &Layers, toks: &Toks) -> bool {
    l.date(toks.start).is_some_and(|d| !d.value.to_string().ends_with("_REF") && !d.value.to_string().ends_with('X'))
}

/// The first date and place of a run up to the end of its clause: "| in Cairo on 7 May;".
pub(super) fn when_and_where(l: &Layers, toks: Toks) -> (Option<Toks>, Option<Place>) {
    let end = toks.clone().find(|&t| l.is_clause_mark(t)).unwrap_or(toks.end);
    let toks = toks.start..end;
    let date = l.dates_in(&toks).map(|d| d.toks.clone()).find(|d| !is_term(l, d) && is_calendar(l, d));
    (date, toks.into_iter().find_map(|t| place_at(l, t)))
}

/// The place of an act, by the same order as its date.
fn place(l: &Layers, within: &Toks, act: &Act, previous: usize, next: usize, instruments: &[Instrument]) -> Option<Place> {
    let inside = |t: usize| instruments.iter().any(|i| i.toks.contains(&t));
    let right = (act.toks.end..next).find_map(|t| place_at(l, t).filter(|_| !inside(t)));
    let left = || (previous.min(act.group.start)..act.group.start).rev().find_map(|t| place_at(l, t).filter(|_| !inside(t)));
    let opening = || (within.start..(within.start + 12).min(next)).find_map(|t| place_at(l, t).filter(|_| !inside(t)));
    right.or_else(left).or_else(opening)
}

/// "in Accra", "at State House, Nairobi", "here".
fn place_at(l: &Layers, at: usize) -> Option<Place> {
    let doc = l.doc;
    match doc.word(at) {
        w::HERE => Some(Place::Here),
        w::IN | w::AT => {
            let from = doc.behind_the(at + 1);
            // "at Nairobi House, Mombasa": a building by a city's name
            let housed = |end: usize| l.cue(end, Cue::Building) && doc.word(end + 1) == w::COMMA && l.city(end + 2).is_some();
            if let Some(end) = l.city(from).filter(|&end| !housed(end)) {
                return Some(Place::At(from..end));
            }
            if doc.word(at) == w::IN && is_unknown_place(l, from) {
                let two = doc.is_capitalised(from + 1) && doc.gap(from + 1) == " ";
                return Some(Place::At(from..from + 1 + usize::from(two)));
            }
            // A building, then its city: "at the Presidential Palace in Accra", "at State House, Nairobi", "at the seat of the Senate".
            let named = l.cue(from, Cue::Building) && matches!(doc.word(at + 1), w::THE | w::ITS);
            if (doc.word(at) == w::AT && doc.is_capitalised(from) || named) && l.official(from).is_none() {
                let first = if named { l.behind_cue(from) } else { from };
                let end = (first..first + 8)
                    .find(|&t| !(doc.is_capitalised(t) || matches!(doc.word(t), w::OF | w::THE)) || !doc.is_word(t))
                    .unwrap_or(first + 8);
                let city = end + 1;
                if matches!(doc.word(end), w::COMMA | w::IN) {
                    if let Some(city_end) = l.city(city) {
                        return Some(Place::At(city..city_end));
                    }
                }
                let whole = doc.is_capitalised(from) || doc.word(first) == w::OF && end > first + 1;
                let building =
                    whole && (from..end).any(|t| l.cue(t, Cue::Building)) && l.actor(from).is_none_or(|m| m.form == ActorForm::Seat);
                return building.then_some(Place::At(from..end));
            }
            None
        }
        _ => None,
    }
}

/// "the senate | approved", "was passed by | parliament": the body stands near its verb.
pub(crate) fn is_by_parliament(l: &Layers, frame: &Frame) -> bool {
    let agents = &frame.agents;
    let near = match frame.act.voice {
        Voice::Active => agents.end.saturating_sub(8).max(agents.start)..agents.end,
        _ => agents.start..agents.end.min(agents.start + 8),
    };
    near.into_iter().any(|t| l.cue(t, Cue::Parliament))
}

/// The tokens that hold those who look on: "in the presence of |A and B|", "witnessed by |A|", "with |A| looking on".
pub(crate) fn onlookers(l: &Layers, within: &Toks, acts: &[Act]) -> Vec<Toks> {
    let behind = |from: usize| from..onlookers_end(l, from, within.end);
    let mut found = Vec::new();
    let mut at = within.start;
    while at < within.end {
        if l.doc.word(at) == w::IN && l.doc.word(at + 1) == w::WHOSE && l.doc.word(at + 2) == w::PRESENCE {
            // "the minister, in whose presence it was signed"
            let before = at - usize::from(at > 0 && l.doc.word(at - 1) == w::COMMA);
            if let Some(official) = l.official(before.wrapping_sub(1)) {
                found.push(official.toks.clone());
            }
            at += 2;
        } else if l.doc.word(at) == w::BEFORE && is_audience(l, at + 1, within.end) {
            found.push(behind(at + 1));
        } else if is_presence(l, at) {
            let of = (at..at + 4).find(|&t| l.doc.word(t) == w::OF).unwrap_or(at + 2);
            found.push(behind(of + 1));
            at = of;
        } else if l.cue(at, Cue::Presence) {
            found.push(behind(l.behind_cue(at)));
        }
        at += 1;
    }
    let by = |act: &Act| (act.toks.end..within.end.min(act.toks.end + 6)).find(|&t| l.doc.word(t) == w::BY);
    for act in acts.iter().filter(|a| a.kind == ActKind::Witness && a.voice == Voice::Borne) {
        found.push(behind(act.toks.end));
    }
    for act in acts.iter().filter(|a| a.kind == ActKind::Witness && a.voice != Voice::Borne) {
        let officials = match act.voice {
            Voice::Passive if act.finite || by(act).is_some() => by(act).map_or(act.toks.end..act.toks.end, |by| behind(by + 1)),
            _ => {
                let start =
                    acts.iter().filter(|a| a.group.end <= act.group.start && a.finite).map(|a| a.group.end).max().unwrap_or(within.start);
                // "Minister A said that | Presidents B and C | witnessed it"
                let told = (start..act.group.start).rev().find(|&t| l.doc.word(t) == w::THAT && l.cue(t.wrapping_sub(1), Cue::Saying));
                told.map_or(start, |that| that + 1)..act.group.start
            }
        };
        found.push(officials);
    }
    found
}

/// "before | the two presidents|, ...": those named are no subject of a verb.
fn is_audience(l: &Layers, at: usize, limit: usize) -> bool {
    let Some(mention) = l.official_starting_at(at).or_else(|| l.official_starting_at(at + 1)) else { return false };
    let end = mention.toks.end;
    end >= limit || matches!(l.doc.word(end), w::COMMA | w::STOP | w::AND | w::SEMICOLON | w::OF | w::ON | w::IN | w::AT)
}

fn onlookers_end(l: &Layers, from: usize, limit: usize) -> usize {
    let mut at = from;
    while at < limit {
        if let Some(official) = l.official_starting_at(at) {
            at = official.toks.end;
            continue;
        }
        match l.doc.word(at) {
            w::SEMICOLON | w::WHICH | w::DURING | w::AFTER | w::BEFORE | w::WHILE | w::ON | w::AT | w::IN => break,
            _ => at += 1,
        }
    }
    at
}
