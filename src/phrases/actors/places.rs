//! Cities and regions as bodies: "the administration of Islamabad", "Khyber Pakhtunkhwa province".

use super::words::{common_head, goes_on, is_space, place_name};
use crate::doc::{Doc, Toks};
use crate::gazetteer::Kind;
use crate::gazetteer::function_words as w;
use crate::report::{CountryCode, PartyKind};

/// The city or region with its noun that begins at a token.
pub(super) fn read(doc: &Doc, at: usize) -> Option<(Toks, CountryCode)> {
    administration(doc, at).or_else(|| with_noun(doc, at))
}

/// "|city of Almaty|", "|khokimiyat of Tashkent City|", "|Government of Flanders|"
fn administration(doc: &Doc, at: usize) -> Option<(Toks, CountryCode)> {
    let noun_end = match common_head(doc, at) {
        Some(head) if head.kind == Some(PartyKind::Subnational) && !head.plural && !doc.is_capitalised(at) => head.end,
        _ if doc.is(at, Kind::StateNoun) => at + 1,
        _ => return None,
    };
    if doc.word(noun_end) != w::OF {
        return None;
    }
    let place = noun_end + 1 + usize::from(doc.word(noun_end + 1) == w::THE);
    let (mut end, code) = place_name(doc, place)?;
    if goes_on(doc, end) && is_subnational(doc, end) {
        end += 1;
    }
    Some((at..end, code))
}

/// "|Khyber Pakhtunkhwa province|", "|Eastern Cape Government|"
fn with_noun(doc: &Doc, at: usize) -> Option<(Toks, CountryCode)> {
    let (end, code) = place_name(doc, at)?;
    let region = doc.longest(at, Kind::Place).is_some_and(|place| place.0 == end);
    if region && doc.is(end, Kind::StateNoun) && is_space(doc.gap(end)) && !doc.is_possessive(end - 1) {
        return Some((at..end + 1, code));
    }
    let noun = common_head(doc, end).filter(|h| h.kind == Some(PartyKind::Subnational) && !h.plural)?;
    let plain = is_space(doc.gap(end)) && !doc.is_possessive(end - 1) && !doc.is_capitalised(end);
    plain.then_some((at..noun.end, code))
}

fn is_subnational(doc: &Doc, token: usize) -> bool {
    common_head(doc, token).is_some_and(|head| head.kind == Some(PartyKind::Subnational))
}
