//! Names that neither list nor noun tells, by their place: "chief executive of |Sermeq|", "an agreement between |Sermeq| and".

use super::beside::run_end;
use super::words::{common_head, goes_on, is_class};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, NameClass, OfficeClass};
use crate::report::PartyKind;
use crate::text::{Case, split_possessive};

/// How far back an instrument, and between it and a name "between", may stand.
const NEAR: usize = 14;
/// How far from a word it is looked for as somebody's last name.
const REACH: usize = 800;

/// The name that begins at a token, if it stands where only one who acts for himself does.
pub(super) fn read(doc: &Doc, at: usize) -> Option<(Toks, PartyKind)> {
    if at == 0 || !doc.is_word(at) {
        return None;
    }
    let article = usize::from(doc.word(at - 1) == w::THE && at > 1);
    let before = at - 1 - article;
    let own = |t: usize| doc.is_word(t) && doc.lookups_at(t).is_empty();
    let end = run_end(doc, at)?;
    if !(at..end).any(own) || is_class(doc, end, NameClass::Particle) || (at..end).any(|t| is_state_body(doc, t)) {
        return None;
    }
    // "the mayor of Olkusz Piotr Zawada": the name of whoever holds the office may follow.
    let short = end <= at + 2;
    let closed = short && !goes_on(doc, end) || matches!(doc.word(end), w::COMMA | w::STOP | w::CLOSE | w::SEMICOLON | w::AND);
    let of = |class: OfficeClass| closed && doc.word(before) == w::OF && ends_office(doc, before, class);
    if short && article == 0 && of(OfficeClass::Local) {
        return Some((at..end, PartyKind::Subnational));
    }
    // "Sermeq's chairman", "Sermeq chairman Ole Holm"
    let leads = || {
        let office_end = office(doc, end, OfficeClass::Executive);
        office_end.is_some_and(|last| doc.is_possessive(end - 1) || goes_on(doc, end) && goes_on(doc, last))
    };
    let bound = || end == at + 1 && own(at) && article == 0 && is_bound(doc, before);
    let placed = of(OfficeClass::Executive) || (leads() || bound()) && !is_last_name(doc, at..end);
    placed.then_some((at..end, PartyKind::Company))
}

/// "chief executive| of"
fn ends_office(doc: &Doc, end: usize, class: OfficeClass) -> bool {
    (end.saturating_sub(3)..end).any(|t| office(doc, t, class) == Some(end))
}

/// One behind the office of a class that begins at a token.
fn office(doc: &Doc, at: usize, wanted: OfficeClass) -> Option<usize> {
    match doc.longest(at, Kind::Office)? {
        (end, Entry::Office { class, .. }) if class == wanted => Some(end),
        _ => None,
    }
}

/// "Committee", "River": the noun of what is no firm.
fn is_state_body(doc: &Doc, token: usize) -> bool {
    common_head(doc, token).is_some_and(|head| matches!(head.kind, None | Some(PartyKind::GovernmentBody)))
}

/// "an agreement between |", "an agreement between Brenta Ltd and |": whether the parties of an instrument stand behind a token.
fn is_bound(doc: &Doc, before: usize) -> bool {
    if !matches!(doc.word(before), w::BETWEEN | w::AND) {
        return false;
    }
    let goes_on = |t: &usize| !matches!(doc.word(*t), w::STOP | w::SEMICOLON) && !doc.is_below(*t + 1);
    let mut back = (before.saturating_sub(NEAR)..before + 1).rev().take_while(goes_on);
    let Some(between) = back.find(|&t| doc.word(t) == w::BETWEEN) else { return false };
    let mut back = (between.saturating_sub(NEAR)..between).rev().take_while(goes_on);
    back.any(|t| doc.begins(t, Kind::Instrument))
}

/// Whether the last word of a name stands behind another capitalised word elsewhere: "Holm" with "Ole Holm". Capitals
/// throughout are no person's.
fn is_last_name(doc: &Doc, name: Toks) -> bool {
    let last = name.end - 1;
    if doc.tokens[last].case() == Case::Upper {
        return false;
    }
    let word = split_possessive(doc.printed(last)).0;
    let around = name.start.saturating_sub(REACH)..doc.len().min(name.end + REACH);
    around.filter(|t| !name.contains(t)).any(|t| {
        t > 0
            && split_possessive(doc.printed(t)).0 == word
            && goes_on(doc, t)
            && doc.is_capitalised(t - 1)
            && !w::is_function_word(doc.word(t - 1))
    })
}
