//! Instruments: noun phrases that name an accord, with what hangs on them: "seven MoUs between A and B on X and Y".

use super::layers::Layers;
use super::picks::{self, Pick};
use super::pronouns::pronoun;
use super::topics::{bracket_end, parties_end, split_parts, starts_topic, titled, topic_end, topic_start};
use crate::doc::Toks;
use crate::gazetteer::{Cue, Entry, InstrumentWeight, Kind, VerbShape, WordId, function_words as w};
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
        // "such an agreement"
        w::A | w::AN if doc.word(text_start.wrapping_sub(2)) == w::SUCH => Reference::Definite,
        w::A | w::AN | w::ANOTHER | w::ONE => Reference::New,
        w::THE | w::THIS | w::THAT | w::THESE | w::THOSE | w::BOTH | w::ITS | w::THEIR | w::SUCH | w::HIS | w::HER => Reference::Definite,
        _ if doc.word(text_start) == w::ANOTHER || plural => Reference::New,
        _ => Reference::Bare,
    };
    // "there was broad agreement that prices must fall": no accord, unlike "an agreement that the two signed".
    if reference == Reference::Bare && !capital && doc.word(head.end) == w::THAT {
        return None;
    }
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

pub(super) struct Tail {
    pub end: usize,
    pub topic: Option<Toks>,
    pub parts: Vec<Toks>,
    pub parties: Option<Toks>,
}

/// What hangs on a head behind it: "(MoU) between A and B on X".
pub(super) fn tail(l: &Layers, within: &Toks, head: &Toks, plural: bool) -> Tail {
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
            // "the following papers of Norway and Spain"
            w::OF if tail.parties.is_none() && tail.topic.is_none() && is_of_states(l, at + 1, within.end) => {
                let end = parties_end(l, at + 1, within.end);
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

/// "of | Norway and Spain", "of | the three states": two states or more right behind.
fn is_of_states(l: &Layers, from: usize, limit: usize) -> bool {
    let all = from..parties_end(l, from, limit);
    let states = l.actors_in(&all).filter(|m| m.kind == PartyKind::State && m.form == ActorForm::Name && m.toks.end <= all.end);
    l.actor(l.doc.behind_the(from)).is_some_and(|m| m.kind == PartyKind::State) && states.count() > 1
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
