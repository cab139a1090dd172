//! Cities and regions as bodies: "the administration of Islamabad", "Khyber Pakhtunkhwa province".

use super::words::{PlaceFound, common_head, goes_on, is_space, place_name};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{HeadStrength, Kind};
use crate::report::{CountryCode, PartyKind};

/// A city or region with its noun.
pub(super) struct Place {
    pub toks: Toks,
    /// "Almaty" in "the city of Almaty", but all of "the administration of Almaty".
    pub name: Toks,
    pub code: CountryCode,
    /// A second state that has a place of this name: "Punjab".
    pub second: Option<CountryCode>,
}

/// The city or region with its noun that begins at a token.
pub(super) fn read(doc: &Doc, at: usize) -> Option<Place> {
    administration(doc, at).or_else(|| with_noun(doc, at))
}

/// "|city of Almaty|", "|khokimiyat of Tashkent City|", "|Government of Flanders|"
fn administration(doc: &Doc, at: usize) -> Option<Place> {
    let subnational = common_head(doc, at).filter(|head| head.kind == Some(PartyKind::Subnational) && !head.plural);
    let noun_end = match &subnational {
        Some(head) if !doc.is_capitalised(at) => head.end,
        _ if doc.is(at, Kind::StateNoun) => at + 1,
        _ => return None,
    };
    if doc.word(noun_end) != w::OF {
        return None;
    }
    let place = doc.behind_the(noun_end + 1);
    let known = place_name(doc, place)?;
    let mut end = known.end;
    if goes_on(doc, end) && is_subnational(doc, end) {
        end += 1;
    }
    let territory = subnational.is_some_and(|head| head.strength == HeadStrength::Territory);
    let name = if territory { place..end } else { at..end };
    Some(Place { toks: at..end, name, code: known.code, second: known.second })
}

/// "|Khyber Pakhtunkhwa province|", "|Eastern Cape Government|"
fn with_noun(doc: &Doc, at: usize) -> Option<Place> {
    let PlaceFound { end, code, second } = place_name(doc, at)?;
    if !is_space(doc.gap(end)) || doc.is_possessive(end - 1) {
        return None;
    }
    let region = doc.longest(at, Kind::Place).is_some_and(|place| place.0 == end);
    let noun = common_head(doc, end).filter(|h| h.kind == Some(PartyKind::Subnational) && !h.plural && !doc.is_capitalised(end));
    let end = if region && doc.is(end, Kind::StateNoun) { end + 1 } else { noun?.end };
    Some(Place { toks: at..end, name: at..end, code, second })
}

fn is_subnational(doc: &Doc, token: usize) -> bool {
    common_head(doc, token).is_some_and(|head| head.kind == Some(PartyKind::Subnational))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn places_with_their_nouns_are_bodies() {
        assert_eq!(read("between the administration of Ndola and others"), ["Name subnational ZMB: administration of Ndola"]);
        assert_eq!(read("between Punjab province and others"), ["Name subnational IND: Punjab province"]);
        assert_eq!(read("a hotel in Ndola"), ["Place subnational ZMB: Ndola"]);
    }
}
