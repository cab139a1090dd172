//! What single tokens tell about names.

use crate::doc::Doc;
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{Entry, Kind, NameClass, StateSense};
use crate::report::{CountryCode, PartyKind};

/// The head noun of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    /// One behind its last token.
    pub end: usize,
    pub kind: Option<PartyKind>,
    pub strong: bool,
    pub plural: bool,
}

/// The capitalised head noun that starts at a token, the longest there is.
pub(super) fn head(doc: &Doc, token: usize) -> Option<Head> {
    if !doc.is_capitalised(token) {
        return None;
    }
    match doc.longest(token, Kind::BodyHead)? {
        (end, Entry::BodyHead { kind, strong, plural }) => Some(Head { end, kind, strong, plural }),
        _ => None,
    }
}

/// Whether the token is a name word of a class.
pub(super) fn is_class(doc: &Doc, token: usize, class: NameClass) -> bool {
    doc.is(token, Kind::NameWord) && doc.lookups_at(token).iter().any(|l| l.entry == Entry::NameWord(class))
}

/// "Monday", "President", "the": what no name goes on over.
pub(super) fn is_stop(doc: &Doc, token: usize) -> bool {
    is_class(doc, token, NameClass::Stop) || (is_function_word(doc.word(token)) && doc.word(token) != w::US && doc.word(token) != w::MAY)
}

/// Whether the word lists know that a name can hold this word.
pub(super) fn is_known(doc: &Doc, token: usize) -> bool {
    doc.lookups_at(token).iter().any(|l| {
        matches!(l.entry.kind(), Kind::State | Kind::Place | Kind::Organisation | Kind::BodyHead | Kind::NameWord)
            && l.entry != Entry::NameWord(NameClass::Stop)
    })
}

/// The state that a look-up at a token names, with one behind its last token; capitals and seats do not count.
pub(super) fn state_name(doc: &Doc, token: usize) -> Option<(usize, CountryCode, StateSense)> {
    doc.lookups_at(token).iter().find_map(|l| match l.entry {
        Entry::State { code, sense } if !matches!(sense, StateSense::Capital | StateSense::Seat) => Some((l.last as usize, code, sense)),
        _ => None,
    })
}
