//! The tense of the clause that a date stands in: it says on which side of the report an unnamed year or week lies.

use super::scan::Scan;
use super::words::DateWord;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, Modality};

/// On which side of the report something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tense {
    /// "signed", "has signed", "was signing"
    Past,
    /// "will sign", "is to sign", "is due"
    Future,
}

/// A clause is not looked through further than this: sentences can be endless.
const WINDOW: usize = 40;

/// The tense of the verb nearest to a date, those before it first.
pub(super) fn around(doc: &Doc, toks: &Toks) -> Option<Tense> {
    let scan = Scan { doc };
    let first = toks.start.saturating_sub(WINDOW);
    // "is set for Thursday", "open until 9 June"
    if toks.start > 0 && matches!(doc.word(toks.start - 1), w::FOR | w::UNTIL | w::TILL | w::THROUGH) {
        return Some(Tense::Future);
    }
    for i in (first..toks.start).rev() {
        if ends_sentence(doc, i) || doc.gap(i + 1).contains('\n') && !scan.joined(i + 1) {
            break;
        }
        if let Some(tense) = at(&scan, i) {
            return Some(tense);
        }
    }
    for i in toks.end..doc.len().min(toks.end + WINDOW) {
        if doc.gap(i).contains('\n') && !scan.joined(i) {
            break;
        }
        if let Some(tense) = at(&scan, i) {
            return Some(tense);
        }
        if ends_sentence(doc, i) {
            break;
        }
    }
    None
}

/// Whether a sentence ends with a token: not at the full stop of "Dec." or "U.S."
pub(super) fn ends_sentence(doc: &Doc, i: usize) -> bool {
    match doc.word(i) {
        w::EXCLAMATION | w::QUESTION | w::SEMICOLON => true,
        w::STOP => {
            let capital = doc.is_capitalised(i + 1) || !doc.is_word(i + 1) && !doc.is_number(i + 1);
            let abbreviation = i > 0 && doc.is_capitalised(i - 1) && (doc.printed(i - 1).len() < 4 || doc.printed(i - 1).contains('.'));
            capital && !abbreviation
        }
        _ => false,
    }
}

/// The tense that a word tells.
fn at(scan: &Scan, i: usize) -> Option<Tense> {
    let doc = scan.doc;
    match doc.word(i) {
        w::WAS | w::WERE | w::HAD | w::DID | w::HAS | w::HAVE => {
            // "was to visit", "has to"
            return Some(if doc.word(i + 1) == w::TO { Tense::Future } else { Tense::Past });
        }
        w::IS | w::ARE if doc.word(i + 1) == w::TO => return Some(Tense::Future),
        w::WILL | w::SHALL => return Some(Tense::Future),
        _ => {}
    }
    for lookup in doc.lookups_at(i) {
        match lookup.entry {
            Entry::Modality(Modality::Planned) | Entry::Date(DateWord::Tense(Tense::Future)) => {
                // "had been due to end"
                let before = (i.saturating_sub(2)..i).any(|before| doc.word(before) == w::HAD);
                return Some(if before { Tense::Past } else { Tense::Future });
            }
            Entry::Date(DateWord::Tense(Tense::Past)) => return Some(Tense::Past),
            _ => {}
        }
    }
    // "to be signed", "has been signed": the auxiliary tells.
    if i > 0 && matches!(doc.word(i - 1), w::BE | w::BEEN | w::BEING) {
        return None;
    }
    let past = doc.is_word(i)
        && !doc.is_capitalised(i)
        && doc.printed(i).len() > 4
        && doc.printed(i).ends_with("ed")
        && !doc.is(i, Kind::Modality);
    past.then_some(Tense::Past)
}
