//! The tense of the clause that a date stands in: it says on which side of the report an unnamed year or week lies.

use super::scan::Scan;
use super::words::DateWord;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, Kinds, Modality, WordId};

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

/// So far from a date a verb is its own: "to meet on Friday".
const ADJACENT: usize = 4;

/// So far from a date, without a comma between, a verb is of the same clause: "bought the mill in February".
const NEAR: usize = 12;

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

/// The tense of the verb nearest to a date, those before it first. Of a quarter there are results: "net income for the
/// second quarter" does not look forward.
pub(super) fn around(doc: &Doc, toks: &Toks, results: bool) -> Clause {
    let scan = Scan { doc };
    let before = |n: usize| toks.start.checked_sub(n).map_or(WordId::UNKNOWN, |i| doc.word(i));
    // "the minister Friday vowed to stay", "the court Thursday refused"
    if let Some(tense) = behind(&scan, toks.end).filter(|_| toks.start > 0 && doc.is_word(toks.start - 1)) {
        // "will meet on Friday reached": the verb before it has it.
        let taken = before(1) == w::ON && left(&scan, toks.start).is_some_and(|(_, distance)| distance <= ADJACENT);
        if !taken {
            return Clause { tense: Some(tense), near: true };
        }
    }
    let found = || left(&scan, toks.start).or_else(|| right(&scan, toks.end));
    // "around Wednesday's ruling": what is named by its day has been, unless something is to be at or before it.
    if doc.is_possessive(toks.end - 1) && !matches!(before(1), w::AT | w::IN | w::DURING | w::BEFORE | w::OF) {
        return Clause { tense: found().filter(|&(told, _)| told == Told::Past).and(Some(Tense::Past)), near: false };
    }
    // "is set for Thursday", "open until 9 June"; but "Until Thursday, they had waited", "not until Thursday"
    let opens = toks.start == 1 || toks.start > 1 && (ends_sentence(doc, toks.start - 2) || matches!(before(2), w::NOT | w::UP));
    let aimed = before(1) == w::THROUGH || before(1) == w::FOR && !results;
    if aimed || matches!(before(1), w::UNTIL | w::TILL) && !opens {
        return Clause::of(Tense::Future);
    }
    match found() {
        // "In January, the group brought in a new chief."
        Some((told, distance)) => Clause { tense: told.tense(), near: distance <= NEAR || opens && told == Told::Past },
        None => Clause::default(),
    }
}

/// What a verb tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    Past,
    Future,
    /// "is calling for": no more verbs are looked at.
    Present,
}

impl Told {
    fn tense(self) -> Option<Tense> {
        match self {
            Told::Past => Some(Tense::Past),
            Told::Future => Some(Tense::Future),
            Told::Present => None,
        }
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
fn left(scan: &Scan, start: usize) -> Option<(Told, usize)> {
    for i in (start.saturating_sub(WINDOW)..start).rev() {
        if ends_sentence(scan.doc, i) || scan.doc.is_below(i + 1) && !scan.joined(i + 1) {
            return None;
        }
        if start - i <= ADJACENT && scan.has(i, |word| word == DateWord::Present) {
            if let Some(told) = present(scan, i) {
                return Some((told, start - i));
            }
        }
        if let Some(tense) = at(scan, i) {
            let apart = (i..start).any(|i| scan.doc.word(i) == w::COMMA);
            return Some((tense, if apart { WINDOW } else { start - i }));
        }
    }
    None
}

/// The nearest verb behind a date in its sentence, before the words of another, and how far it is.
fn right(scan: &Scan, end: usize) -> Option<(Told, usize)> {
    for i in end..scan.doc.len().min(end + WINDOW) {
        let quoted = matches!(scan.doc.word(i), w::QUOTE | w::OPEN_QUOTE) || scan.doc.printed(i).starts_with('`');
        if quoted || scan.doc.is_below(i) && !scan.joined(i) {
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
fn at(scan: &Scan, i: usize) -> Option<Told> {
    let doc = scan.doc;
    let next = doc.word(i + 1);
    match doc.word(i) {
        // "was to visit", "has to"
        w::WAS | w::WERE | w::HAD | w::DID | w::HAS | w::HAVE => {
            return Some(if next == w::TO { Told::Future } else { Told::Past });
        }
        w::IS | w::ARE if next == w::TO => return Some(Told::Future),
        w::IS | w::ARE if is_ing(doc, i + 1) || is_ing(doc, i + 2) => return Some(Told::Present),
        w::WILL | w::SHALL | w::WOULD | w::SHOULD | w::MIGHT if next != w::HAVE => return Some(Told::Future),
        w::MAY if next != w::HAVE && !doc.is_capitalised(i) => return Some(Told::Future),
        // "expect the sale to be completed by March"
        w::TO if next == w::BE && (is_ed(doc, i + 2) || scan.has(i + 2, |word| word == DateWord::Tense(Tense::Past))) => {
            return Some(Told::Future);
        }
        _ => {}
    }
    // "to be signed", "will be paid": the auxiliary tells.
    let participle = i > 0 && matches!(doc.word(i - 1), w::BE | w::BEEN | w::BEING | w::IS | w::ARE);
    for lookup in doc.lookups_with(i, Kinds::of(&[Kind::Modality, Kind::DateCue])) {
        match lookup.entry {
            Entry::Modality(Modality::Planned) | Entry::Date(DateWord::Tense(Tense::Future)) => {
                // "due to its loss" is a reason.
                if next == w::TO && is_determiner(doc.word(i + 2)) {
                    return None;
                }
                // "had been due to end"
                let before = (i.saturating_sub(2)..i).any(|before| doc.word(before) == w::HAD);
                return Some(if before { Told::Past } else { Told::Future });
            }
            Entry::Date(DateWord::Tense(Tense::Past)) if !participle => return Some(Told::Past),
            Entry::Date(DateWord::BasePast) if !participle && !is_base(doc, i) => return Some(Told::Past),
            _ => {}
        }
    }
    (!participle && is_ed(doc, i) && !doc.is(i, Kind::Modality)).then_some(Told::Past)
}

/// "meets Monday", "agreed to meet Monday" are to come; "failed to meet Monday" is past; "did not meet Monday" has its auxiliary.
fn present(scan: &Scan, i: usize) -> Option<Told> {
    let before = |n: usize| i.checked_sub(n).map_or(WordId::UNKNOWN, |i| scan.doc.word(i));
    match before(1) {
        w::NOT | w::DID | w::A | w::THE | w::ITS => None,
        w::TO => match i.checked_sub(2).and_then(|i| at(scan, i)) {
            Some(Told::Past) => Some(Told::Past),
            _ => Some(Told::Future),
        },
        _ => Some(Told::Future),
    }
}

/// "to put", "will cut", "a cut", "cut to 5 per cent": a base form or a noun, and no past.
fn is_base(doc: &Doc, i: usize) -> bool {
    let before = i.checked_sub(1).map_or(WordId::UNKNOWN, |i| doc.word(i));
    let auxiliary = matches!(
        before,
        w::TO
            | w::WILL
            | w::WOULD
            | w::SHALL
            | w::SHOULD
            | w::CAN
            | w::COULD
            | w::MAY
            | w::MIGHT
            | w::MUST
            | w::DO
            | w::DOES
            | w::DID
            | w::NOT
    );
    auxiliary || is_determiner(before) || matches!(doc.word(i + 1), w::TO | w::FOR | w::BY)
}

fn is_determiner(word: WordId) -> bool {
    matches!(word, w::THE | w::A | w::AN | w::ITS | w::THEIR | w::HIS | w::HER | w::THIS | w::THAT | w::SUCH)
}

/// "meeting": behind an auxiliary.
fn is_ing(doc: &Doc, i: usize) -> bool {
    doc.is_word(i) && !doc.is_capitalised(i) && doc.printed(i).len() > 5 && doc.printed(i).ends_with("ing")
}

/// "signed"
fn is_ed(doc: &Doc, i: usize) -> bool {
    let word = doc.printed(i);
    if !word.ends_with("ed") || word.len() < 5 || !doc.is_word(i) || doc.is_capitalised(i) {
        return false;
    }
    // "succeed", "exceed", "need"; but "agreed", "guaranteed".
    let stem = word.ends_with("eed") && !word.ends_with("reed") && !word.ends_with("teed");
    // "unspecified", "unexpected" are no verbs; "undermined" is, and the list has "unveiled".
    let negated = word.starts_with("un") && !word.starts_with("under");
    // "US-mediated"
    let compound = i > 0 && doc.is_glued(i) && doc.word(i - 1) == w::HYPHEN;
    // "an increased dividend", "a hastily planned trip"
    let article = |n: usize| i >= n && matches!(doc.word(i - n), w::A | w::AN | w::THE | w::ITS | w::THEIR | w::HIS | w::HER);
    let attribute = article(1) || article(2) && doc.printed(i - 1).ends_with("ly");
    !stem && !negated && !compound && !attribute
}
