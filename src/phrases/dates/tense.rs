//! The tense of the clause that a date stands in: it says on which side of the report an unnamed year or week lies.

use super::scan::Scan;
use super::words::DateWord;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, Modality, WordId};

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

/// What the words around a date tell of its time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clause {
    pub tense: Option<Tense>,
    /// The verb stands next to the date: "ended 31 January".
    pub near: bool,
}

impl Clause {
    pub fn of(tense: Tense) -> Clause {
        Clause { tense: Some(tense), near: false }
    }
}

/// The tense of the verb nearest to a date, those before it first.
pub(super) fn around(doc: &Doc, toks: &Toks) -> Clause {
    let scan = Scan { doc };
    let before = |n: usize| toks.start.checked_sub(n).map_or(WordId::UNKNOWN, |i| doc.word(i));
    // "the minister Friday vowed to stay", "the court Thursday refused"
    if let Some(tense) = behind(&scan, toks.end).filter(|_| before(1) != w::ON && toks.start > 0 && doc.is_word(toks.start - 1)) {
        return Clause { tense: Some(tense), near: true };
    }
    let found = || left(&scan, toks.start).or_else(|| right(&scan, toks.end));
    // "around Wednesday's ruling": what is named by its day has been, unless something is to be at or before it.
    if doc.is_possessive(toks.end - 1) && !matches!(before(1), w::AT | w::IN | w::DURING | w::BEFORE | w::OF) {
        return Clause { tense: found().filter(|&(tense, _)| tense == Tense::Past).map(|(tense, _)| tense), near: false };
    }
    // "is set for Thursday", "open until 9 June"; but "Until Thursday, they had waited", "not until Thursday"
    let opens = toks.start == 1 || toks.start > 1 && (ends_sentence(doc, toks.start - 2) || matches!(before(2), w::NOT | w::UP));
    if matches!(before(1), w::FOR | w::THROUGH) || matches!(before(1), w::UNTIL | w::TILL) && !opens {
        return Clause::of(Tense::Future);
    }
    match found() {
        Some((tense, distance)) => Clause { tense: Some(tense), near: distance <= 2 },
        None => Clause::default(),
    }
}

/// The tense of a verb that stands right behind a date; "vowed to" has its own, whatever it looks forward to.
fn behind(scan: &Scan, i: usize) -> Option<Tense> {
    if !scan.joined(i) {
        return None;
    }
    if is_ed(scan.doc, i) {
        return Some(Tense::Past);
    }
    scan.has(i, |word| word == DateWord::Tense(Tense::Past)).then_some(Tense::Past)
}

/// The nearest verb before a date in its sentence, and how far it is.
fn left(scan: &Scan, start: usize) -> Option<(Tense, usize)> {
    for i in (start.saturating_sub(WINDOW)..start).rev() {
        if ends_sentence(scan.doc, i) || scan.doc.gap(i + 1).contains('\n') && !scan.joined(i + 1) {
            return None;
        }
        if let Some(tense) = at(scan, i) {
            return Some((tense, start - i));
        }
    }
    None
}

/// The nearest verb behind a date in its sentence, and how far it is.
fn right(scan: &Scan, end: usize) -> Option<(Tense, usize)> {
    for i in end..scan.doc.len().min(end + WINDOW) {
        if scan.doc.gap(i).contains('\n') && !scan.joined(i) {
            return None;
        }
        if let Some(tense) = at(scan, i) {
            return Some((tense, WINDOW));
        }
        if ends_sentence(scan.doc, i) {
            return None;
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
    (is_ed(doc, i) && !doc.is(i, Kind::Modality)).then_some(Tense::Past)
}

/// "signed"
fn is_ed(doc: &Doc, i: usize) -> bool {
    doc.is_word(i) && !doc.is_capitalised(i) && doc.printed(i).len() > 4 && doc.printed(i).ends_with("ed")
}
