//! What single tokens tell about names.

use crate::doc::Doc;
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{Entry, HeadStrength, Kind, Kinds, Lookup, NameClass, StateSense};
use crate::report::{CountryCode, PartyKind};

/// The head noun of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// One behind its last token.
    pub end: usize,
    pub kind: Option<PartyKind>,
    pub strength: HeadStrength,
    pub plural: bool,
}

/// The head noun that starts at a token, the longest there is, in whatever case.
pub(super) fn common_head(doc: &Doc, token: usize) -> Option<Head> {
    match doc.longest(token, Kind::BodyHead)? {
        (end, Entry::BodyHead { kind, strength, plural }) => Some(Head { end, kind, strength, plural }),
        _ => None,
    }
}

/// The capitalised head noun that starts at a token, the longest there is.
pub(super) fn head(doc: &Doc, token: usize) -> Option<Head> {
    if doc.is_capitalised(token) { common_head(doc, token) } else { None }
}

/// Whether the capitalised token is a name word of a class.
pub(super) fn is_class(doc: &Doc, token: usize, class: NameClass) -> bool {
    doc.lookups_with(token, Kind::NameWord).iter().any(|l| l.entry == Entry::NameWord(class))
}

/// A field of government: "Health", "Seismology".
pub(super) fn is_field(doc: &Doc, token: usize) -> bool {
    let by_list = || doc.lookups_with(token, Kind::Portfolio).iter().any(|l| l.entry == Entry::Portfolio { body: false });
    match doc.is(token, Kind::NameWord) {
        true => is_class(doc, token, NameClass::Field),
        false => doc.is(token, Kind::Portfolio) && by_list(),
    }
}

/// "Monday", "the": what no name goes on over.
pub(super) fn is_stop(doc: &Doc, token: usize) -> bool {
    let word = doc.word(token);
    is_class(doc, token, NameClass::Stop) || (is_function_word(word) && word != w::US && word != w::MAY)
}

/// "Minister"
pub(super) fn is_office(doc: &Doc, token: usize) -> bool {
    is_class(doc, token, NameClass::Office)
}

/// Whether the word lists know that a name can hold this word.
pub(super) fn is_known(doc: &Doc, token: usize) -> bool {
    const KNOWN: Kinds = Kinds::of(&[Kind::NameWord, Kind::State, Kind::Place, Kind::Organisation, Kind::BodyHead]);
    is_field(doc, token)
        || doc.lookups_with(token, KNOWN).iter().any(|l| match l.entry {
            Entry::NameWord(class) => !matches!(class, NameClass::Stop | NameClass::Office | NameClass::Personal),
            other => matches!(other.kind(), Kind::State | Kind::Place | Kind::Organisation | Kind::BodyHead),
        })
}

/// Whether a word says nothing of its own in a name: a field, a rank, a region.
pub(super) fn is_common(doc: &Doc, token: usize) -> bool {
    (doc.is(token, Kind::NameWord) && !is_class(doc, token, NameClass::Personal)) || is_field(doc, token)
}

/// The state that a look-up at a token names, with one behind its last token; capitals and seats do not count.
pub(super) fn state_name(doc: &Doc, token: usize) -> Option<(usize, CountryCode, StateSense)> {
    doc.lookups_with(token, Kind::State).iter().find_map(|l| match l.entry {
        Entry::State { code, sense } if sense < StateSense::Prefix => {
            let end = l.last as usize;
            (!is_in_region(doc, token, end)).then_some((end, code, sense))
        }
        _ => None,
    })
}

/// "Latin |American|", "Inter-|American|": a word of a region of the world.
pub(super) fn is_in_region(doc: &Doc, start: usize, end: usize) -> bool {
    let spans = |l: &Lookup| l.entry == Entry::NameWord(NameClass::Region) && l.last as usize >= end;
    (start.saturating_sub(2)..start).any(|first| doc.lookups_with(first, Kind::NameWord).iter().any(spans))
}

/// A capital, city or region.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlaceFound {
    /// One behind its last token.
    pub end: usize,
    pub code: CountryCode,
    /// A second state that has a place of this name: "Punjab".
    pub second: Option<CountryCode>,
}

/// The capital, city or region that starts at a token.
pub(super) fn place_name(doc: &Doc, token: usize) -> Option<PlaceFound> {
    let mut found: Option<PlaceFound> = None;
    for lookup in doc.lookups_with(token, Kinds::of(&[Kind::State, Kind::Place])) {
        let (Entry::State { code, sense: StateSense::Capital } | Entry::Place { code, .. }) = lookup.entry else { continue };
        let end = lookup.last as usize;
        match &mut found {
            None => found = Some(PlaceFound { end, code, second: None }),
            // Of two states the first in the list is meant; the look-ups have it last.
            Some(known) if known.end == end && known.code != code => (known.code, known.second) = (code, Some(known.code)),
            Some(_) => {}
        }
    }
    found
}

/// Whether a sense is a name of the state, not an adjective.
pub(super) fn is_noun(sense: StateSense) -> bool {
    !matches!(sense, StateSense::Demonym | StateSense::People | StateSense::Prefix)
}

/// Whether what stands between two words of a name is but a space.
pub(super) fn is_space(gap: &str) -> bool {
    matches!(gap, " " | "\u{a0}")
}

/// Whether a capitalised word follows with but a space between.
pub(super) fn goes_on(doc: &Doc, token: usize) -> bool {
    doc.is_capitalised(token) && is_space(doc.gap(token))
}
