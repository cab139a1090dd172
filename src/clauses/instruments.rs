//! Instruments: noun phrases that name an accord, with what hangs on them: "seven MoUs between A and B on X and Y".

use super::layers::Layers;
use super::picks::{self, Pick};
use crate::doc::Toks;
use crate::gazetteer::{ActKind, Cue, Entry, InstrumentWeight, Kind, VerbShape, WordId, function_words as w};
use crate::phrases::actors::ActorForm;
use crate::report::{AccordType, DateValue, PartyKind, Subject};
use crate::text::{Case, TokenKind};

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// "an agreement", "two MoUs", "agreements"
    New,
    /// "the agreement", "both documents", "its pact"
    Definite,
    /// "Readmission Agreement" without determiner
    Bare,
    /// "another on fisheries", "the third, on visas"
    Pronoun,
}

/// How many instruments a mention stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Exactly(u32),
    /// "several agreements", "agreements"
    Several,
}

/// A mention of one or more instruments.
#[derive(Clone, Debug)]
pub(crate) struct Instrument {
    /// From the first modifier to the end of the topic, without determiner.
    pub toks: Toks,
    pub head: Toks,
    pub accord_type: AccordType,
    pub weight: InstrumentWeight,
    pub usual_subject: Option<Subject>,
    pub reference: Reference,
    pub count: Count,
    /// Written as a name: its head is capitalised in running text, or it is quoted.
    pub named: bool,
    /// "on cooperation in tourism"
    pub topic: Option<Toks>,
    /// The topics of several: "agreements on postal services, business support and trade".
    pub parts: Vec<Toks>,
    /// "between the Ministry of Energy of Ghana and ...", "with Uzbekistan"
    pub parties: Option<Toks>,
    /// "second"
    pub ordinal: Option<u32>,
    /// "the first two": those of the accords told before that it takes.
    pub pick: Option<Pick>,
    /// Whether nothing but the head is there.
    pub is_plain: bool,
    /// The abbreviation in brackets behind it: "(ATIGA)".
    pub acronym: Option<usize>,
}

impl Instrument {
    pub fn is_plural(&self) -> bool {
        self.count != Count::One
    }
}

/// Finds the instruments of a sentence or a list item, in the order of the text.
pub(crate) fn find(l: &Layers, within: &Toks) -> Vec<Instrument> {
    let mut out: Vec<Instrument> = Vec::new();
    let mut at = within.start;
    let mut trapped = within.start;
    while at < within.end {
        if let Some((end, _)) = l.doc.longest(at, Kind::InstrumentTrap) {
            trapped = trapped.max(end);
        }
        let head = l.doc.longest(at, Kind::Instrument).filter(|_| !inside_a_name(l, at));
        match head {
            Some((end, entry)) if end > trapped && end <= within.end => {
                if let Some(instrument) = read(l, within, at..end, entry, out.last()) {
                    at = instrument.toks.end.max(end);
                    out.push(instrument);
                } else {
                    at = end;
                }
            }
            _ => match pronoun(l, within, at, out.last()) {
                Some(instrument) => {
                    at = instrument.toks.end;
                    out.push(instrument);
                }
                None => at += 1,
            },
        }
    }
    out
}

/// "the Treaty Department", "Convention Secretariat": the noun is part of an actor's or an official's name.
fn inside_a_name(l: &Layers, at: usize) -> bool {
    l.actor(at).is_some_and(|m| m.toks.len() > 1) || l.official(at).is_some()
}

fn read(l: &Layers, within: &Toks, head: Toks, entry: Entry, last: Option<&Instrument>) -> Option<Instrument> {
    let Entry::Instrument { accord_type, plural, weight, subject } = entry else { return None };
    let doc = l.doc;
    if is_modifier(l, &head) {
        return None;
    }
    let floor = last.map_or(within.start, |i| i.toks.end).max(within.start);
    let start = modifiers_start(l, floor, head.start);
    // "Decision on ...", "Astana Act" name an accord only where they head a list item.
    if weight == InstrumentWeight::Item && start > within.start + 3 {
        return None;
    }
    let mut text_start = start;
    let mut count = if plural { Count::Several } else { Count::One };
    let mut ordinal = None;
    // A number may be the first modifier, or stand before it: "seven signed MoUs".
    for at in start.saturating_sub(1).max(floor)..head.start {
        if let Some((value, _)) = l.count(at).filter(|_| plural) {
            count = value.map_or(Count::Several, Count::Exactly);
            text_start = text_start.min(at);
            break;
        }
        if let Some((value, _)) = l.ordinal(at) {
            ordinal = Some(value);
        }
    }
    let determiner = doc.word(text_start.wrapping_sub(1));
    // "has no agreement with either", "denied that any accord"
    if text_start > floor && matches!(determiner, w::NO | w::NEITHER | w::WITHOUT | w::ANY) || doc.word(text_start) == w::ANY {
        return None;
    }
    let before_floor = text_start == floor && floor == within.start;
    let capital = doc.is_capitalised(head.start) && head.start != within.start || is_title_case(l, &(text_start..head.end));
    let reference = match determiner {
        _ if before_floor => {
            if plural && count != Count::One {
                Reference::New
            } else {
                Reference::Bare
            }
        }
        w::A | w::AN | w::ANOTHER | w::ONE => Reference::New,
        w::THE | w::THIS | w::THAT | w::THESE | w::THOSE | w::BOTH | w::ITS | w::THEIR | w::SUCH | w::HIS | w::HER => Reference::Definite,
        _ if doc.word(text_start) == w::ANOTHER || plural => Reference::New,
        _ => Reference::Bare,
    };
    let limit = if weight == InstrumentWeight::Ratification { head.end } else { within.end };
    if is_private(l, &head, within.end) || weight == InstrumentWeight::Generic && is_of_instrument(l, &head, within.end) {
        return None;
    }
    let mut tail = tail(l, &(within.start..quote_end(l, text_start, &head, limit)), &head, plural);
    // "four agreements: tourism, youth, extradition and roads"
    if let (Count::Exactly(n), w::COLON, true) = (count, doc.word(tail.end), tail.topic.is_none() && tail.end < within.end) {
        let parts = split_parts(l, tail.end + 1, within.end);
        if let (true, Some(last)) = (parts.len() as u32 == n && n > 1, parts.last()) {
            (tail.topic, tail.end) = (Some(tail.end + 1..last.end), last.end);
            tail.parts = parts;
        }
    }
    let counted = (text_start..head.start).all(|t| l.count(t).is_some() || l.ordinal(t).is_some() || doc.word(t) == w::OF);
    let is_plain = subject.is_none() && counted && tail.topic.is_none() && tail.parties.is_none() && tail.end <= head.end + 3;
    Some(Instrument {
        toks: text_start..tail.end,
        accord_type,
        weight,
        usual_subject: subject,
        reference,
        count,
        named: capital,
        topic: tail.topic,
        parts: tail.parts,
        parties: tail.parties,
        ordinal,
        pick: plural.then(|| picks::of_modifiers(l, &(text_start..head.start))).flatten(),
        is_plain,
        acronym: (head.end..tail.end)
            .find(|&t| l.doc.word(t) == w::OPEN && l.doc.word(t + 2) == w::CLOSE && is_acronym(l, t + 1))
            .map(|t| t + 1),
        head,
    })
}

/// "the text of | a treaty": the treaty is what is spoken of.
fn is_of_instrument(l: &Layers, head: &Toks, limit: usize) -> bool {
    let from = head.end + 1;
    l.doc.word(head.end) == w::OF && (from..limit.min(from + 6)).take_while(|&t| l.doc.is_word(t)).any(|t| l.doc.is(t, Kind::Instrument))
}

/// "a contract with | the club", "a deal with her publisher": with somebody who is no party to an accord.
fn is_private(l: &Layers, head: &Toks, limit: usize) -> bool {
    let doc = l.doc;
    let from = head.end + 1;
    matches!(doc.word(head.end), w::WITH | w::BETWEEN)
        && l.actor(from).is_none()
        && (from..limit.min(from + 4)).take_while(|&t| doc.is_word(t) && l.actor(t).is_none()).any(|t| l.cue(t, Cue::Private))
}

/// A quoted name ends with its quote: "“Agreement on trade between A and B” |".
fn quote_end(l: &Layers, start: usize, head: &Toks, limit: usize) -> usize {
    let before =
        [start, start.wrapping_sub(1)].into_iter().find(|&t| matches!(l.doc.word(t), w::OPEN_QUOTE | w::QUOTE | w::OPEN_GUILLEMET));
    let close = before.and_then(|_| (head.end..limit).find(|&t| matches!(l.doc.word(t), w::CLOSE_QUOTE | w::QUOTE | w::CLOSE_GUILLEMET)));
    close.map_or(limit, |t| t + 1)
}

/// Whether every word of a run but the small ones is capitalised: "Joint Action Plan".
fn is_title_case(l: &Layers, toks: &Toks) -> bool {
    toks.len() > 1 && toks.clone().filter(|&t| l.doc.is_word(t) && !is_function_word(l.doc.word(t))).all(|t| l.doc.is_capitalised(t))
}

pub(crate) fn is_function_word(word: WordId) -> bool {
    word != WordId::UNKNOWN && (word.0 as usize) <= w::FUNCTION_WORDS.len()
}

/// "agreement talks", "treaty text": another noun follows that the instrument only modifies.
fn is_modifier(l: &Layers, head: &Toks) -> bool {
    let doc = l.doc;
    let next = head.end;
    if !doc.is_word(next) || doc.is_below(next) || doc.gap(next).is_empty() {
        return false;
    }
    l.cue(next, Cue::ModifiedNoun)
}

/// Where the modifiers of a head begin: "cultural, technical and scientific | agreement".
fn modifiers_start(l: &Layers, floor: usize, head: usize) -> usize {
    let doc = l.doc;
    let mut start = head;
    while start > floor && head - start < 12 {
        let at = start - 1;
        let word = doc.word(at);
        if doc.is_below(start) && doc.gap(start).trim_matches([' ', '\t']).len() > 1 {
            break;
        }
        if l.official(at).is_some() {
            break;
        }
        if l.date(at).is_some_and(|d| d.toks.len() > 1) {
            break;
        }
        let plain = match word {
            w::HYPHEN | w::EN_DASH | w::SLASH => doc.is_glued(at) && doc.is_glued(start),
            w::AND | w::AMPERSAND | w::COMMA => coordinates_modifiers(l, floor, at, start),
            w::OPEN_QUOTE | w::QUOTE | w::OPEN_GUILLEMET => {
                start = at;
                break;
            }
            w::OPEN | w::CLOSE => in_brackets_before(l, floor, at),
            w::ANOTHER => {
                start = at;
                break;
            }
            w::OTHER | w::SAME | w::FORMER => true,
            _ if is_function_word(word) => false,
            _ => match doc.tokens[at].kind() {
                TokenKind::Mark => false,
                TokenKind::Number => true,
                _ => is_modifier_word(l, at),
            },
        };
        if !plain {
            break;
        }
        start = at;
        // A number that counts begins the phrase: "left | six signed documents".
        if l.count(at).is_some() && !doc.is_glued(at + 1) && doc.printed(at).len() != 4 && !doc.printed(at).contains('.') {
            break;
        }
    }
    // "a | EUR 75 million | loan agreement"
    if start > floor && doc.is_number(start) && is_currency(l, start - 1) {
        start -= 1;
    }
    // A comma, a dash or an "and" that nothing precedes is no modifier.
    while start < head && matches!(doc.word(start), w::COMMA | w::AND | w::AMPERSAND | w::HYPHEN | w::EN_DASH | w::SLASH | w::CLOSE) {
        start += 1;
    }
    start
}

/// "EUR", "US$", "€"
fn is_currency(l: &Layers, at: usize) -> bool {
    let code = l.doc.printed(at).len() == 3 && l.doc.tokens[at].case() == Case::Upper;
    code && l.doc.is_word(at) || matches!(l.doc.word(at), w::DOLLAR | w::EURO | w::POUND)
}

/// A word that may stand before a head: no possessive owner, no verb.
fn is_modifier_word(l: &Layers, at: usize) -> bool {
    let doc = l.doc;
    if doc.is_possessive(at) || doc.is(at, Kind::Modality) {
        return false;
    }
    let printed = doc.printed(at);
    // "a non-|binding| memorandum"
    if at > 0 && doc.word(at - 1) == w::HYPHEN && doc.is_glued(at - 1) && doc.is_glued(at) {
        return true;
    }
    let verbal = doc.is(at, Kind::Act)
        && doc.longest(at, Kind::Act).is_some_and(|(_, entry)| !matches!(entry, Entry::Act { shape: VerbShape::Noun, .. }))
        || doc.tokens[at].case() == Case::Lower && (printed.ends_with("ed") || printed.ends_with("ing")) && !printed.contains("-");
    if verbal {
        // "a revised treaty", "an eagerly awaited pact", "six signed documents", but not "the countries signed agreements".
        let at = if at > 1 && doc.printed(at - 1).ends_with("ly") { at - 1 } else { at };
        let before = doc.word(at.wrapping_sub(1));
        return matches!(before, w::A | w::AN | w::THE | w::THIS | w::ANOTHER)
            || at > 0 && l.count(at - 1).is_some()
            || l.ordinal(at.wrapping_sub(1)).is_some();
    }
    !doc.lookups_with(at, Kind::Adverb).iter().any(|look| matches!(look.entry, Entry::Adverb)) || doc.is_capitalised(at)
}

/// "cultural, technical | and scientific": the words on both sides of a coordinator modify one head.
fn coordinates_modifiers(l: &Layers, floor: usize, at: usize, start: usize) -> bool {
    let doc = l.doc;
    if at <= floor || !doc.is_word(at - 1) || !doc.is_word(start) || is_function_word(doc.word(at - 1)) {
        return false;
    }
    let adjective = |token: usize| {
        let word = doc.printed(token);
        ["al", "ic", "ive", "ary", "ous", "an", "ese", "ish", "ern", "ism", "ity", "ment", "ion"]
            .iter()
            .any(|ending| word.ends_with(ending))
    };
    // "search and rescue"
    let known =
        |t: usize| l.doc.lookups_with(t, Kind::Subject).iter().any(|look| look.kind == Kind::Subject && look.last as usize > at + 1);
    if doc.word(at) == w::AND && (at.saturating_sub(3).max(floor)..at).any(known) {
        return true;
    }
    let capitals = doc.is_capitalised(at - 1) && doc.is_capitalised(start) && l.actor(at - 1).is_none();
    let lower = doc.tokens[at - 1].case() == Case::Lower && adjective(at - 1) && adjective(start);
    capitals && doc.word(at) != w::COMMA || lower || capitals && adjective(at - 1)
}

/// A word by its ending: "technical", "scientific", "administrative".
fn is_adjective(l: &Layers, token: usize) -> bool {
    let word = l.doc.printed(token);
    ["al", "ic", "ive", "ary", "ous", "an", "ese", "ish", "ern"].iter().any(|ending| word.ends_with(ending))
}

/// "(CAFTA)" inside a name: the bracket holds one abbreviation.
fn in_brackets_before(l: &Layers, floor: usize, at: usize) -> bool {
    let doc = l.doc;
    match doc.word(at) {
        w::CLOSE => at >= floor + 2 && doc.word(at - 2) == w::OPEN && doc.tokens[at - 1].case() == Case::Upper,
        _ => doc.word(at + 2) == w::CLOSE,
    }
}

/// "ATIGA": capitals, and no word for a kind of instrument.
fn is_acronym(l: &Layers, token: usize) -> bool {
    l.doc.tokens[token].case() == Case::Upper && !l.doc.is(token, Kind::Instrument)
}

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

struct Tail {
    end: usize,
    topic: Option<Toks>,
    parts: Vec<Toks>,
    parties: Option<Toks>,
}

/// What hangs on a head behind it: "(MoU) between A and B on X".
fn tail(l: &Layers, within: &Toks, head: &Toks, plural: bool) -> Tail {
    let doc = l.doc;
    let mut tail = Tail { end: head.end, topic: None, parts: Vec::new(), parties: None };
    let mut at = head.end;
    while at < within.end {
        let word = doc.word(at);
        match word {
            w::OPEN => match bracket_end(l, at, within.end) {
                Some(end) => at = end,
                None => break,
            },
            w::BETWEEN | w::AMONG | w::WITH if tail.parties.is_none() => {
                let end = parties_end(l, at + 1, within.end);
                if end == at + 1 {
                    break;
                }
                tail.parties = Some(at + 1..end);
                at = end;
            }
            w::COMMA
                if tail.topic.is_none()
                    && matches!(doc.word(at + 1), w::ON | w::FOR | w::CONCERNING | w::REGARDING)
                    && starts_topic(l, at + 1, within.end) =>
            {
                at += 1;
                continue;
            }
            w::CLOSE_QUOTE | w::QUOTE | w::CLOSE_GUILLEMET if at + 1 == within.end => at += 1,
            // "three memoranda: on customs; on tourism; and on health"
            w::COLON if plural && tail.topic.is_none() && starts_topic(l, at + 1, within.end) => {
                at += 1;
                continue;
            }
            _ if tail.topic.is_none() && (starts_topic(l, at, within.end) || titled(l, at)) => {
                let from = if titled(l, at) { at + 1 } else { topic_start(l, at) };
                let parts = if plural { split_parts(l, from, within.end) } else { Vec::new() };
                let end = parts.last().map_or_else(|| topic_end(l, from, within.end), |part| part.end);
                if end <= from {
                    break;
                }
                tail.topic = Some(from..end);
                tail.parts = parts;
                at = end;
            }
            // "two agreements worth 26 million dollars (about 24 million euros) for | roads and for schools"
            _ if tail.topic.is_none() && l.cue(at, Cue::Amount) => {
                let on = (at + 1..within.end.min(at + 20))
                    .find(|&t| matches!(doc.word(t), w::FOR | w::ON | w::TO) && starts_topic(l, t, within.end));
                match on {
                    Some(on) => at = on,
                    None => break,
                }
            }
            _ if doc.printed(at).eq_ignore_ascii_case("no") && doc.is_number(at + 1 + usize::from(doc.word(at + 1) == w::STOP)) => {
                at += 2 + usize::from(doc.word(at + 1) == w::STOP);
            }
            // "signed two agreements yesterday, | on transit and on tariffs"
            _ if plural && tail.topic.is_none() && dated_aside(l, at, within.end).is_some() => {
                at = dated_aside(l, at, within.end).unwrap_or(at + 1);
                continue;
            }
            // "Action Plan 2024-2026 | against"
            _ if is_years(l, at) && tail.topic.is_none() => at = l.date(at).map_or(at + 1, |d| d.toks.end),
            // "of 5 May 1985", "for 2024-2026"
            w::OF | w::FOR if l.date(at + 1).is_some() => at = l.date(at + 1).map_or(at + 1, |d| d.toks.end),
            _ => break,
        }
        tail.end = at;
    }
    tail.end = tail.end.min(within.end);
    tail
}

/// "| yesterday,| on transit": the preposition behind a day between commas.
fn dated_aside(l: &Layers, at: usize, limit: usize) -> Option<usize> {
    let day = at + usize::from(l.doc.word(at) == w::COMMA);
    let day = l.date(day + usize::from(l.doc.word(day) == w::ON)).filter(|d| d.toks.start <= day + 1)?;
    let on = day.toks.end + 1;
    (l.doc.word(day.toks.end) == w::COMMA && l.doc.word(on) == w::ON && starts_topic(l, on, limit)).then_some(on)
}

/// "2024-2026": from one year to another.
pub(super) fn is_years(l: &Layers, at: usize) -> bool {
    l.date(at).is_some_and(|d| d.toks.start == at && matches!(d.value, DateValue::Span(_)) && d.value.to_string().len() == 9)
}

/// A topic that stands behind the verb: "accords were signed for cooperation on | customs, tourism and post".
pub(crate) fn extraposed(l: &Layers, instrument: &mut Instrument, from: usize, limit: usize) {
    // "Four agreements were signed: on trade, on energy", "were initialled by the two: on trade and on energy"
    let topical = |t: &usize| l.doc.word(*t) == w::COLON && matches!(l.doc.word(t + 1), w::ON | w::FOR | w::CONCERNING);
    let from = (from..limit).find(topical).map_or(from, |colon| colon + 1);
    let start = (from..limit.min(from + 14))
        .take_while(|&t| !l.is_clause_mark(t) && !matches!(l.doc.word(t), w::WHICH | w::THAT | w::WHO | w::AFTER | w::DURING))
        .find(|&t| {
            l.doc.word(t.wrapping_sub(1)) != w::ONE
                && matches!(l.doc.word(t), w::ON | w::FOR | w::CONCERNING | w::REGARDING | w::IN)
                && starts_topic(l, t, limit)
                && (l.doc.word(t) != w::IN || l.doc.word(t + 1) == w::THE)
                || l.cue(t, Cue::ItemVerb)
        });
    let Some(start) = start else { return };
    let from = topic_start(l, start);
    let from = if l.cue(start, Cue::ItemVerb) { start + 1 } else { from };
    let parts = if instrument.is_plural() { split_parts(l, from, limit) } else { Vec::new() };
    let end = parts.last().map_or_else(|| topic_end(l, from, limit), |part| part.end);
    if end > from {
        instrument.topic = Some(from..end);
        instrument.parts = parts;
        instrument.is_plain = false;
    }
}

/// "entitled “Opportunities for Trade”": a title in quotes follows.
fn titled(l: &Layers, at: usize) -> bool {
    matches!(l.doc.word(at + 1), w::OPEN_QUOTE | w::QUOTE) && l.cue(at, Cue::TitleVerb)
}

fn bracket_end(l: &Layers, open: usize, limit: usize) -> Option<usize> {
    let close = (open + 1..limit.min(open + 12)).find(|&t| l.doc.word(t) == w::CLOSE)?;
    // "(signed in 2010)" is a clause of its own.
    (open + 1..close).all(|t| l.doc.longest(t, Kind::Act).is_none()).then_some(close + 1)
}

/// "on", "for", "in the field of", "to defer", "establishing".
fn starts_topic(l: &Layers, at: usize, limit: usize) -> bool {
    let doc = l.doc;
    if at + 1 >= limit {
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
fn topic_start(l: &Layers, at: usize) -> usize {
    match l.doc.longest(at, Kind::Cue) {
        Some((end, Entry::Cue(Cue::ItemVerb))) => end,
        _ if is_function_word(l.doc.word(at)) => at + 1,
        _ => at,
    }
}

/// Where a topic ends: at the verb, at a relative, before a date, a place, an onlooker, or the next instrument.
fn topic_end(l: &Layers, from: usize, limit: usize) -> usize {
    let doc = l.doc;
    let mut at = from;
    while at < limit {
        if let Some(actor) = l.actor(at).filter(|m| m.toks.start == at && m.toks.end <= limit) {
            at = actor.toks.end;
            continue;
        }
        if ends_topic(l, from, at, limit) {
            break;
        }
        at += 1;
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
        if let Some(actor) = l.actor(at).filter(|m| m.toks.start == at && m.toks.end <= limit) {
            at = actor.toks.end;
            continue;
        }
        // "the Ministry of Labour | in Qatar | and the Ministry of Labour in Oman"
        let state = at + 1 + usize::from(doc.word(at + 1) == w::THE);
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
        if let Some(actor) = l.actor(at).filter(|m| m.toks.start == at && m.toks.end <= limit) {
            at = actor.toks.end;
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
fn pronoun(l: &Layers, within: &Toks, at: usize, last: Option<&Instrument>) -> Option<Instrument> {
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
        let from = doc.longest(verb, Kind::Cue).map_or(verb + 1, |(end, _)| end);
        let plural = word == w::OTHERS;
        let parts = if plural { split_parts(l, from, within.end) } else { Vec::new() };
        let stop = parts.last().map_or_else(|| topic_end(l, from, within.end), |part| part.end);
        if stop > from {
            return Some(Instrument {
                toks: at..stop,
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
