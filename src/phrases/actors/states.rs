//! Mentions of states: which look-up is meant, and whether it is the state at all.

use super::ActorForm;
use super::words::{common_head, goes_on, is_class, is_in_region, is_stop};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Cue, Entry, Kind, Kinds, NameClass, StateSense, WordId};
use crate::report::{CountryCode, PartyKind};
use crate::text::Case;

/// A state, by one of its forms.
pub(super) struct StateFound {
    pub toks: Toks,
    pub code: CountryCode,
    /// A second state that the form can mean: "Congo".
    pub second: Option<CountryCode>,
    /// The state of a city or region that has the same name: "Victoria".
    pub region: Option<CountryCode>,
    pub form: ActorForm,
}

/// The state whose form begins at a token.
pub(super) fn read(doc: &Doc, first: usize) -> Option<StateFound> {
    let lookups = doc.lookups_with(first, Kind::State);
    let longest = lookups.iter().find(|l| l.kind == Kind::State)?.last;
    let mut found: Option<(StateSense, CountryCode)> = None;
    let mut second = None;
    let mut region = None;
    for lookup in lookups.iter().filter(|l| l.last == longest) {
        match lookup.entry {
            Entry::State { code, sense: StateSense::Second } => second = Some(code),
            Entry::State { sense: StateSense::Realm, .. } => {}
            Entry::State { code, sense } if found.is_none_or(|(best, _)| sense < best) => found = Some((sense, code)),
            Entry::Place { code, .. } => region = Some(code),
            _ => {}
        }
    }
    let (sense, code) = found?;
    let toks = first..longest as usize;
    // "US|$|600", "US |dollars|"
    let currency = doc.is_glued(toks.end) && doc.printed(toks.end) == "$" || doc.is_cue(toks.end, Cue::Currency);
    if currency || is_person(doc, &toks) || is_in_region(doc, toks.start, toks.end) {
        return None;
    }
    if sense == StateSense::Prefix && !is_before_state(doc, toks.end) {
        return None;
    }
    let namesake = region.filter(|&region| region != code);
    if let Some(region) = namesake {
        if is_region(doc, &toks, region) {
            return Some(StateFound { toks, code: region, second: None, region: None, form: ActorForm::Place });
        }
    }
    let form = match sense {
        StateSense::Abbreviation => ActorForm::Abbreviation,
        StateSense::Demonym | StateSense::People | StateSense::Prefix => ActorForm::Demonym,
        StateSense::Seat => ActorForm::Seat,
        StateSense::Capital => capital_form(doc, &toks),
        _ => ActorForm::Name,
    };
    let region = namesake.filter(|_| sense == StateSense::Capital);
    Some(StateFound { toks, code, second, region, form })
}

/// "Franco|-German"
fn is_before_state(doc: &Doc, end: usize) -> bool {
    doc.is_glued(end)
        && (doc.word(end) == w::HYPHEN || doc.word(end) == w::EN_DASH)
        && doc.begins(end + 1, Kinds::of(&[Kind::State, Kind::Organisation]))
}

/// "Michael |Jordan|", "|Chad| Mbaye", "Ms |Israel|": a person's name that is a state's too.
fn is_person(doc: &Doc, toks: &Toks) -> bool {
    is_class(doc, toks.start, NameClass::Personal) && is_in_person(doc, toks)
}

/// Whether a name of one word stands among words that none of the lists know: "|Rio| Sereno", "Oscar |Nelson|".
pub(super) fn is_in_person(doc: &Doc, toks: &Toks) -> bool {
    if toks.len() != 1 {
        return false;
    }
    let unknown = |t: usize| doc.is_word(t) && doc.lookups_at(t).is_empty() && doc.tokens[t].case() == Case::Title;
    if goes_on(doc, toks.end) && unknown(toks.end) && !doc.is_possessive(toks.start) {
        return true;
    }
    if toks.start == 0 || !goes_on(doc, toks.start) {
        return false;
    }
    let before = toks.start - 1;
    unknown(before) || (is_class(doc, before, NameClass::Stop) && doc.is_capitalised(before))
}

/// "Atlanta, |Georgia|", "|Georgia|, USA", "the state of |Georgia|", "Alabama and |Georgia|".
fn is_region(doc: &Doc, toks: &Toks, region: CountryCode) -> bool {
    let of_region = |t: usize| doc.lookups_at(t).iter().any(|l| matches!(l.entry, Entry::Place { code, .. } if code == region));
    let Some(before) = toks.start.checked_sub(1) else { return false };
    let mark = doc.word(before);
    let neighbour = [w::COMMA, w::AND, w::OR].contains(&mark) && before > 0 && of_region(before - 1);
    let named = mark == w::OF && before > 0 && common_head(doc, before - 1).is_some_and(|h| h.kind == Some(PartyKind::Subnational));
    let owned = doc.word(toks.end) == w::COMMA
        && doc.lookups_at(toks.end + 1).iter().any(|l| matches!(l.entry, Entry::State { code, .. } if code == region));
    neighbour || named || owned
}

/// Whether a capital stands for its government ("between Minsk and Islamabad") or is where something happens ("in Minsk").
fn capital_form(doc: &Doc, toks: &Toks) -> ActorForm {
    const PLACE: &[WordId] = &[w::IN, w::AT, w::TO, w::FROM, w::VIA, w::THROUGH, w::OF, w::INTO, w::OVER, w::ON];
    let before = toks.start.checked_sub(1).map_or(WordId::UNKNOWN, |t| doc.word(t));
    if PLACE.contains(&before) && !doc.is_possessive(toks.end - 1) {
        return ActorForm::Place;
    }
    // "MINSK, April 11": a dateline; "MINSK:" or "MINSK -" likewise.
    let starts_block = toks.start == 0 || doc.is_below(toks.start);
    let mark = doc.word(toks.end);
    if starts_block && [w::COMMA, w::COLON, w::HYPHEN, w::EN_DASH, w::EM_DASH, w::OPEN].contains(&mark) {
        return ActorForm::Place;
    }
    // "|Delhi| police", "|Paris|-based"
    let based = doc.is_glued(toks.end) && mark == w::HYPHEN && !doc.is_capitalised(toks.end + 1);
    let local = !doc.is_possessive(toks.end - 1) && !doc.is_capitalised(toks.end) && doc.is(toks.end, Kind::BodyHead);
    if based || local {
        return ActorForm::Place;
    }
    // "Hotel Astoria |Belgrade|", "|Belgrade| Airport": part of some other name; so is "|Paris|, France".
    let in_name = goes_on(doc, toks.end) && !is_stop(doc, toks.end);
    let behind_name =
        toks.start > 0 && goes_on(doc, toks.start) && doc.is_capitalised(toks.start - 1) && doc.lookups_at(toks.start - 1).is_empty();
    let address = mark == w::COMMA && doc.begins(toks.end + 1, Kind::State) && before != w::AND;
    if in_name || behind_name || address { ActorForm::Place } else { ActorForm::Seat }
}
