//! The shape of an item of a list: its mark, where its words begin and end, and what it names.

use super::drafts::{Draft, StageDraft};
use super::frames::{self, Place};
use super::instruments::{self, Instrument, Reference};
use super::layers::Layers;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::is_function_word;
use crate::gazetteer::{ActKind, Cue, Entry, Kind, WordId, function_words as w};
use crate::phrases::actors::{ActorForm, ActorMention};
use crate::phrases::acts;
use crate::report::{Rule, Status};
use crate::text::{Case, TokenKind};

/// How many tokens a label over items may have: "In the field of trade:".
pub(super) const LONGEST_LABEL: usize = 8;

/// Where an instrument's words end before a bracket that tells of it, or that does not close in it: "(Lima, 3 May 2009)".
pub(super) fn aside_of(l: &Layers, instrument: &Instrument) -> Option<usize> {
    let behind = instrument.head.end..instrument.toks.end;
    let open = behind.clone().rev().find(|&t| matches!(l.doc.word(t), w::OPEN | w::CLOSE))?;
    if l.doc.word(open) == w::OPEN {
        return Some(open);
    }
    let start = behind.rev().find(|&t| l.doc.word(t) == w::OPEN)?;
    (l.dates_in(&(start..open)).next().is_some() && l.city(start + 1).is_some()).then_some(start)
}

/// "(Lima, 3 May 2009)", "(3 May 2009)" behind an item: where and when it was signed.
pub(super) fn signed_in(l: &Layers, draft: &Draft, limit: usize) -> Option<StageDraft> {
    let open = draft.text.end;
    let close = (open..limit.min(open + 12)).find(|&t| matches!(l.doc.word(t), w::CLOSE | w::SEMICOLON))?;
    let date = l.dates_in(&(open..close)).find(|d| !frames::is_term(l, &d.toks) || d.toks.start > open + 1)?;
    let city = l.city(open + 1).filter(|&end| l.doc.word(end) == w::COMMA).map(|end| open + 1..end);
    let plain = city.as_ref().map_or(open + 1, |c| c.end + 1) == date.toks.start && date.toks.end == close;
    let full = date.value.to_string().len() > 4 || city.is_some();
    let stage = || StageDraft {
        status: Status::Signed,
        date: Some(date.toks.clone()),
        place: city.clone().map(Place::At),
        act: date.toks.clone(),
        rule: Rule::AccordsListItem,
    };
    (l.doc.word(open) == w::OPEN && plain && full).then(stage)
}

/// "Chad – agreement on trade", "Brenta Ltd and Oulu Motors: contract for": where the instrument behind the parties begins.
pub(super) fn behind_parties(l: &Layers, toks: &Toks, found: &[Instrument]) -> Option<usize> {
    let start = found.first()?.toks.start;
    let article = usize::from(matches!(l.doc.word(start.wrapping_sub(1)), w::A | w::AN | w::THE));
    let mark = start.checked_sub(1 + article).filter(|&at| at > toks.start && is_item_mark(l.doc, at) && l.doc.word(at) != w::COMMA)?;
    let labelled = l.doc.word(mark) == w::COLON && mark < toks.start + LONGEST_LABEL;
    let named = labelled || l.actors_in(&(toks.start..mark)).next().is_some() || !found[0].is_plain && l.doc.is_capitalised(mark - 1);
    (named && !l.doc.is_glued(start)).then_some(start)
}

/// What parts an item from what is said of it.
pub(super) fn is_item_mark(doc: &Doc, at: usize) -> bool {
    matches!(doc.word(at), w::COLON | w::COMMA | w::EN_DASH | w::EM_DASH | w::HYPHEN)
}

/// Whether an item begins with an instrument: behind a quotation mark, a determiner or a number at most.
pub(super) fn heads(l: &Layers, toks: &Toks, instrument: &Instrument) -> bool {
    instrument.toks.start <= toks.start + 2 + usize::from(l.doc.word(toks.start) == w::QUOTE)
}

/// Whether a paragraph is an item without a mark: "Treaty on extradition."
pub(super) fn opens_like_an_item(l: &Layers, toks: &Toks) -> bool {
    let toks = item_start(l.doc, toks)..toks.end;
    let determined = matches!(l.doc.word(toks.start), w::THE | w::THIS | w::THESE | w::A | w::AN | w::BOTH | w::ALL);
    !determined
        && l.doc.is_capitalised(toks.start)
        && !is_clause(l, &toks)
        && instruments::find(l, &(toks.start..toks.end.min(toks.start + 24)))
            .first()
            .is_some_and(|i| heads(l, &toks, i) && !i.is_plural() && i.reference != Reference::Pronoun)
}

/// The items on the lines of one sentence: "Treaty on extradition; and" / "Agreement on post."
pub(super) fn lines(l: &Layers, toks: Toks) -> Vec<Toks> {
    let mut out = vec![toks.clone()];
    for at in toks.start + 1..toks.end {
        let parted = l.doc.gap(at).contains('\n') && matches!(l.doc.word(at - 1), w::SEMICOLON | w::AND);
        if parted && opens_like_an_item(l, &(at..toks.end)) {
            if let Some(last) = out.last_mut() {
                last.end = at;
            }
            out.push(at..toks.end);
        }
    }
    out
}

/// Whether a run only names people, and for whom they sign: "Signatories: A (Ghana) and B (Togo)", "Ghana: A, Minister of Trade".
pub(super) fn names_signers(l: &Layers, toks: &Toks) -> bool {
    let doc = l.doc;
    let named = |t: usize| l.official(t).is_some() || l.actor(t).is_some();
    let signing = |t: usize| matches!(doc.longest(t, Kind::Act), Some((_, Entry::Act { act: ActKind::Sign | ActKind::Exchange, .. })));
    let other = |t: &usize| doc.is_word(*t) && !named(*t) && !is_function_word(doc.word(*t)) && !signing(*t) && !l.cue(*t, Cue::Side);
    // "They bear the signatures of A and B" speaks of all.
    let pronoun = matches!(doc.word(toks.start), w::THEY | w::IT | w::BOTH | w::ALL | w::THESE | w::THOSE);
    !pronoun && l.officials_in(toks).next().is_some() && !toks.clone().any(|t| is_finite(doc, t)) && toks.clone().filter(other).count() < 2
}

/// "is", "has", "will"
fn is_finite(doc: &Doc, t: usize) -> bool {
    matches!(doc.word(t), w::IS | w::ARE | w::WAS | w::WERE | w::HAS | w::HAVE | w::HAD | w::WILL | w::SHALL | w::WOULD | w::BE)
}

/// "Third: an agreement on trade": where the words behind the ordinal begin.
pub(super) fn behind_ordinal(l: &Layers, toks: &Toks) -> Option<usize> {
    let (_, end) = l.ordinal(toks.start)?;
    let start = end + 1;
    let named = || instruments::find(l, &(start..toks.end)).first().is_some_and(|i| i.toks.start <= start + 2 && !i.is_plural());
    (l.doc.word(end) == w::COLON && start < toks.end && named()).then_some(start)
}

/// The one that an item consists of, which is the partner in its accord: "(a) University of Malta;", "Chad: signed in May".
pub(super) fn partner<'a>(l: &Layers<'a>, toks: &Toks) -> Option<&'a ActorMention> {
    let start = l.doc.behind_the(toks.start);
    let mention = l.actor(start).filter(|m| m.toks.start <= start)?;
    let named = matches!(mention.form, ActorForm::Name | ActorForm::Abbreviation | ActorForm::Seat | ActorForm::Place);
    let end = mention.toks.end;
    let alone = end >= toks.end
        || matches!(l.doc.word(end), w::SEMICOLON | w::COLON | w::STOP | w::OPEN | w::EN_DASH | w::EM_DASH | w::HYPHEN | w::BAR)
        || l.doc.word(end) == w::COMMA
            && (end + 1 >= toks.end || l.doc.longest(end + 1, Kind::State).is_some() || l.city(end + 1).is_some())
        || l.doc.word(end) == w::AND && (end + 1 >= toks.end || l.actor(end + 1).is_some() || l.actor(end + 2).is_some());
    (named && alone).then_some(mention)
}

/// The partners that an item names: one, or a pair that needs no other side.
pub(super) fn partners<'a>(l: &Layers<'a>, toks: &Toks) -> Vec<&'a ActorMention> {
    let Some(first) = partner(l, toks) else { return Vec::new() };
    let mut out = vec![first];
    let end = first.toks.end;
    if matches!(l.doc.word(end), w::AND | w::WITH | w::EN_DASH | w::HYPHEN | w::SLASH | w::AMPERSAND) {
        let next = l.doc.behind_the(end + 1);
        out.extend(l.actor_starting_at(next));
    }
    out
}

/// A list inside a sentence: what leads it in, and its items.
pub(super) fn inside(l: &Layers, toks: &Toks) -> Option<(Toks, Vec<Toks>)> {
    let starts = enumerated(l.doc, toks).or_else(|| parted(l, toks)).or_else(|| paired(l, toks))?;
    let lead = toks.start..starts[0];
    let several = instruments::find(l, &lead).iter().any(Instrument::is_plural);
    let acted = !acts::find(l.doc, &lead, |t| l.date(t).is_some()).is_empty();
    // "agreements on (a) tea and (b) horses were signed" is one clause.
    let leads = if l.ends_in_colon(&lead) { several || acted } else { several && acted };
    if !leads {
        return None;
    }
    let ends = starts[1..].iter().copied().chain([toks.end]);
    let items: Vec<Toks> = starts.iter().copied().zip(ends).map(|(start, end)| start..item_end(l.doc, start, end)).collect();
    Some((lead, items))
}

/// The end of an item inside a sentence: before the mark, and the "and" behind it, that lead to the next.
fn item_end(doc: &Doc, start: usize, end: usize) -> usize {
    let linked = |t: usize| matches!(doc.word(t), w::SEMICOLON | w::COMMA | w::AND);
    (start + 1..=end).rev().find(|&e| !linked(e - 1)).unwrap_or(end)
}

/// "(a) a treaty on trade; and (b) a pact on post", "1) trade 2) post": where the items begin.
fn enumerated(doc: &Doc, toks: &Toks) -> Option<Vec<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut style = None;
    for at in toks.start + 1..toks.end {
        let opened = doc.word(at) == w::OPEN;
        let label = at + usize::from(opened);
        if doc.word(label + 1) != w::CLOSE || !doc.is_glued(label + 1) || opened && !doc.is_glued(label) || doc.is_glued(at) {
            continue;
        }
        let printed = doc.printed(label);
        let style = *style.get_or_insert_with(|| Enumeration::of(printed));
        if style.is_some_and(|style| style.has(printed, starts.len())) {
            starts.push(at);
        } else if starts.is_empty() {
            return None;
        }
    }
    (starts.len() > 1).then_some(starts)
}

/// How the items of a list are counted.
#[derive(Clone, Copy)]
enum Enumeration {
    Numbers,
    Letters,
    Romans,
}

impl Enumeration {
    /// The way that begins with this label.
    fn of(label: &str) -> Option<Self> {
        match label {
            "1" => Some(Self::Numbers),
            "a" | "A" => Some(Self::Letters),
            "i" | "I" => Some(Self::Romans),
            _ => None,
        }
    }

    /// Whether a label is that of the item of this index.
    fn has(self, label: &str, index: usize) -> bool {
        match self {
            Self::Numbers => label.parse() == Ok(index + 1),
            Self::Letters => label.len() == 1 && label.as_bytes()[0].to_ascii_lowercase() as usize == usize::from(b'a') + index,
            Self::Romans => ROMANS.get(index).is_some_and(|roman| label.eq_ignore_ascii_case(roman)),
        }
    }
}

const ROMANS: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"];

/// "were signed: an agreement on trade; a memorandum on post": instruments behind a colon, with semicolons between them.
pub(super) fn parted(l: &Layers, toks: &Toks) -> Option<Vec<usize>> {
    let colon = toks.clone().find(|&t| l.doc.word(t) == w::COLON)?;
    let mut starts = vec![colon + 1];
    for at in colon + 1..toks.end.saturating_sub(1) {
        if l.doc.word(at) == w::SEMICOLON {
            starts.push(at + 1 + usize::from(l.doc.word(at + 1) == w::AND));
        }
    }
    let named = |&start: &usize| {
        instruments::find(l, &(start..toks.end.min(start + 12))).first().is_some_and(|i| heads(l, &(start..toks.end), i) && !i.is_plural())
    };
    (starts.len() > 1 && starts.iter().all(named)).then_some(starts)
}

/// "memoranda were signed between Brenta Ltd and Oulu Motors; Lima and Quito; ...": pairs with semicolons between them, or with
/// a "between" each.
fn paired(l: &Layers, toks: &Toks) -> Option<Vec<usize>> {
    let doc = l.doc;
    let first = toks.clone().find(|&t| doc.word(t) == w::BETWEEN)? + 1;
    let mut starts = vec![first];
    for at in first..toks.end.saturating_sub(2) {
        let joined = at + 1 + usize::from(matches!(doc.word(at), w::COMMA | w::SEMICOLON) && doc.word(at + 1) == w::AND);
        if matches!(doc.word(at), w::COMMA | w::AND) && doc.word(joined) == w::BETWEEN {
            starts.push(joined + 1);
        } else if doc.word(at) == w::SEMICOLON {
            starts.push(joined + usize::from(doc.word(joined) == w::BETWEEN));
        }
    }
    starts.dedup();
    let pairs = |&start: &usize| partners(l, &(start..toks.end)).len() == 2;
    (starts.len() > 1 && starts.iter().all(pairs)).then_some(starts)
}

/// Whether a run has a finite verb of its own.
pub(super) fn is_clause(l: &Layers, toks: &Toks) -> bool {
    let auxiliary = |t: usize| is_finite(l.doc, t);
    let verb = |t: usize| l.doc.printed(t).ends_with("ed") && l.doc.tokens[t].case() == Case::Lower && l.doc.is_word(t);
    // "President Diallo invited"
    let subject = |t: usize| t > toks.start && (l.official(t - 1).is_some() || l.actor(t - 1).is_some());
    toks.clone().take(24).any(|t| auxiliary(t) || verb(t) && subject(t)) || toks.len() > 14 && toks.clone().skip(1).take(8).any(verb)
}

/// What marks an item: a number, a letter, or the very mark.
pub(super) fn mark(doc: &Doc, toks: &Toks) -> Option<Result<WordId, TokenKind>> {
    let start = item_start(doc, toks);
    let first = (start > toks.start).then_some(toks.start)?;
    Some(if doc.is_word(first) || doc.is_number(first) { Err(doc.tokens[first].kind()) } else { Ok(doc.word(first)) })
}

/// Where an item's own words begin: behind its bullet, number or letter.
pub(super) fn item_start(doc: &Doc, toks: &Toks) -> usize {
    let mut at = toks.start;
    while at < toks.end {
        let printed = doc.printed(at);
        let mark = !doc.is_word(at) && !doc.is_number(at) && !matches!(doc.word(at), w::OPEN_QUOTE | w::QUOTE | w::OPEN_GUILLEMET);
        let short = doc.is_number(at) && printed.len() <= 3 || printed.len() == 1 || ROMANS.contains(&printed);
        if mark {
            at += 1;
        } else if short && matches!(doc.word(at + 1), w::STOP | w::CLOSE) && doc.is_glued(at + 1) {
            at += 2;
        } else {
            break;
        }
    }
    at.min(toks.end.saturating_sub(1))
}

/// The end of the phrase that names an item without a kind: before a comma with parties, a bracket, a stop.
pub(super) fn phrase_end(l: &Layers, toks: &Toks) -> usize {
    let doc = l.doc;
    toks.clone()
        .skip(1)
        .find(|&t| {
            matches!(doc.word(t), w::SEMICOLON | w::OPEN | w::COLON | w::BETWEEN | w::BAR | w::EN_DASH | w::EM_DASH)
                || doc.word(t) == w::HYPHEN && !doc.is_glued(t)
                || doc.word(t) == w::STOP && (!doc.gap(t + 1).is_empty() || t + 1 >= toks.end)
                || doc.word(t) == w::COMMA
                    && (l.actor(t + 1).is_some()
                        || l.actor(t + 2).is_some()
                        || doc.word(t + 1) == w::BETWEEN
                        || t + 1 >= toks.end
                        || l.official(t + 1).is_some())
                || doc.gap(t).contains('\t')
        })
        .unwrap_or(toks.end)
}
