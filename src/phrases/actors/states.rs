//! Mentions of states: which look-up is meant, and whether it is the state at all.

use super::ActorForm;
use super::words::is_stop;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, StateSense};
use crate::report::CountryCode;

/// A state, by one of its forms.
pub(super) struct StateFound {
    pub toks: Toks,
    pub code: CountryCode,
    /// A second state that the form can mean: "Congo".
    pub other: Option<CountryCode>,
    pub sense: StateSense,
    pub form: ActorForm,
}

/// The state whose form begins at a token.
pub(super) fn read(doc: &Doc, first: usize) -> Option<StateFound> {
    let lookups = doc.lookups_at(first);
    let longest = lookups.iter().find(|l| l.entry.kind() == Kind::State)?.last;
    let senses = lookups.iter().filter(|l| l.last == longest);
    let mut found: Option<(StateSense, CountryCode)> = None;
    let mut other = None;
    for lookup in senses {
        if let Entry::State { code, sense } = lookup.entry {
            match found {
                Some((best, _)) if rank(best) < rank(sense) => {}
                Some((best, first)) if rank(best) == rank(sense) && first != code => other = Some(code),
                _ => found = Some((sense, code)),
            }
        }
    }
    let (sense, code) = found?;
    let toks = first..longest as usize;
    let form = match sense {
        StateSense::Short | StateSense::Formal | StateSense::Custom | StateSense::Old => ActorForm::Name,
        StateSense::Abbreviation => ActorForm::Abbreviation,
        StateSense::Demonym | StateSense::People | StateSense::Prefix => ActorForm::Demonym,
        StateSense::Seat => ActorForm::Seat,
        StateSense::Capital => capital_form(doc, &toks),
    };
    if sense == StateSense::Prefix && !(doc.is_glued(toks.end) && doc.word(toks.end) == w::HYPHEN) {
        return None;
    }
    Some(StateFound { toks, code, other, sense, form })
}

/// Names before abbreviations before adjectives before capitals: Singapore is a state first.
fn rank(sense: StateSense) -> u8 {
    match sense {
        StateSense::Formal => 0,
        StateSense::Short => 1,
        StateSense::Custom => 2,
        StateSense::Old => 3,
        StateSense::Abbreviation => 4,
        StateSense::Demonym => 5,
        StateSense::People => 6,
        StateSense::Prefix => 7,
        StateSense::Capital => 8,
        StateSense::Seat => 9,
    }
}

/// Whether a capital stands for its government ("between Minsk and Islamabad") or is where something happens ("in Minsk").
fn capital_form(doc: &Doc, toks: &Toks) -> ActorForm {
    const PLACE: &[crate::gazetteer::WordId] = &[w::IN, w::AT, w::TO, w::FROM, w::VIA, w::THROUGH, w::OF, w::INTO, w::OVER];
    let before = if toks.start == 0 { crate::gazetteer::WordId::UNKNOWN } else { doc.word(toks.start - 1) };
    if PLACE.contains(&before) && !doc.is_possessive(toks.end - 1) {
        return ActorForm::Place;
    }
    // "MINSK, April 11": a dateline; "MINSK:" or "MINSK -" likewise.
    let starts_block = toks.start == 0 || doc.gap(toks.start).contains('\n');
    let mark = doc.word(toks.end);
    if starts_block && [w::COMMA, w::COLON, w::HYPHEN, w::EN_DASH, w::EM_DASH, w::OPEN].contains(&mark) {
        return ActorForm::Place;
    }
    // "University of Minsk" apart, a capitalised neighbour makes it part of some other name.
    if doc.is_capitalised(toks.end) && !is_stop(doc, toks.end) && doc.gap(toks.end) == " " {
        return ActorForm::Place;
    }
    ActorForm::Seat
}
