//! Sentences: they end at stops that are not those of an abbreviation, and never cross a block.

use super::Page;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{Entry, Gazetteer, Kind, SentenceWord};
use crate::report::Span;
use crate::text::Case;

/// A sentence of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sentence {
    /// Where it stands, in bytes, without white space at either end.
    pub span: Span,
    /// The index of its block in [`blocks`](super::blocks).
    pub block: usize,
}

/// Cuts a text into sentences.
///
/// A sentence ends with its stop and the quotation marks and brackets that close behind it. A headline, a list
/// item or a caption is a sentence, with or without a stop. Abbreviations, initials, numbers and the stops of a
/// quotation that its speaker follows end none.
///
/// ```
/// let text = "Gen. (retd.) R. Okello flew to St. Lucia on Dec. 3. “Shall we sign?” he asked.";
/// let sentences: Vec<_> = pactum::text::sentences(text).into_iter().map(|s| s.span.of(text)).collect();
/// assert_eq!(sentences, ["Gen. (retd.) R. Okello flew to St. Lucia on Dec. 3.", "“Shall we sign?” he asked."]);
/// ```
pub fn sentences(text: &str) -> Vec<Sentence> {
    let gazetteer = Gazetteer::builtin();
    let doc = Doc::new(text, &gazetteer);
    let page = Page::read(&doc);
    let mut block = usize::MAX;
    let mut out = Vec::with_capacity(page.sentences.len());
    for sentence in &page.sentences {
        // The first sentence of a block begins with it, dateline included.
        let opens = std::mem::replace(&mut block, sentence.block) != sentence.block;
        let start = if opens { page.blocks[sentence.block].toks.start } else { sentence.toks.start };
        out.push(Sentence { span: doc.printed_span(&(start..sentence.toks.end)), block: sentence.block });
    }
    out
}

/// Cuts a run of tokens into sentences.
pub(super) fn cut(doc: &Doc, run: Toks, mut sentence: impl FnMut(Toks)) {
    let mut start = run.start;
    let mut token = past_enumerator(doc, &run);
    while token < run.end {
        token = match end_of_sentence(doc, token, run.end) {
            Some(end) => {
                sentence(start..end);
                start = end;
                end
            }
            None => token + 1,
        };
    }
    if start < run.end {
        sentence(start..run.end);
    }
}

/// "1. The sides agreed", "iv. Treaty": the stop of the number is no end.
fn past_enumerator(doc: &Doc, run: &Toks) -> usize {
    let label = doc.printed(run.start);
    let numbered =
        doc.is_number(run.start) || label.len() == 1 || label.len() <= 4 && label.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    if numbered && doc.word(run.start + 1) == w::STOP { run.start + 2 } else { run.start }
}

/// One behind the sentence, if it ends at this token.
fn end_of_sentence(doc: &Doc, stop: usize, block_end: usize) -> Option<usize> {
    if !is_stop(doc, stop) || stop + 1 < block_end && is_stop(doc, stop + 1) {
        return None;
    }
    let mut end = stop + 1;
    while end < block_end && closes(doc, end) {
        end += 1;
    }
    if end == block_end {
        return Some(end);
    }
    if doc.is_glued(end) {
        end = past_note(doc, end)?;
        if end >= block_end {
            return Some(block_end);
        }
    }
    let mut next = end;
    while next < block_end && opens(doc, next) {
        next += 1;
    }
    let quoted = (stop + 1..end).any(|t| is_quote(doc, t));
    if quoted && speech_follows(doc, next) {
        return None;
    }
    match doc.tokens.get(next) {
        Some(token) if token.case() == Case::Lower => return particle_opens(doc, stop, next).then_some(end),
        Some(_) if matches!(doc.word(next), w::COMMA | w::SEMICOLON | w::COLON) => return None,
        _ => {}
    }
    let ends = doc.word(stop) != w::STOP || quoted || stop_ends(doc, stop, next);
    ends.then_some(end)
}

fn is_stop(doc: &Doc, token: usize) -> bool {
    let of_latin = || matches!(doc.word(token), w::STOP | w::EXCLAMATION | w::QUESTION | w::ELLIPSIS);
    doc.is_mark(token) && (of_latin() || matches!(doc.printed(token), "。" | "！" | "？" | "।" | "؟"))
}

/// Quotation marks and brackets that stand close behind a stop belong to its sentence.
fn closes(doc: &Doc, token: usize) -> bool {
    doc.is_glued(token)
        && match doc.word(token) {
            w::CLOSE | w::CLOSE_SQUARE | w::CLOSE_QUOTE | w::CLOSE_GUILLEMET => true,
            _ => is_quote(doc, token) && !doc.is_glued(token + 1) || is_quote(doc, token) && is_quote(doc, token + 1),
        }
}

fn is_quote(doc: &Doc, token: usize) -> bool {
    let known =
        || matches!(doc.word(token), w::QUOTE | w::APOSTROPHE | w::OPEN_QUOTE | w::CLOSE_QUOTE | w::OPEN_GUILLEMET | w::CLOSE_GUILLEMET);
    doc.is_mark(token) && (known() || matches!(doc.printed(token), "’" | "‘" | "„" | "‹" | "›"))
}

fn opens(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::OPEN | w::OPEN_SQUARE) || is_quote(doc, token)
}

/// "force.[2] The": one behind the note; nothing for other things that stand close behind a stop.
fn past_note(doc: &Doc, token: usize) -> Option<usize> {
    let note = doc.word(token) == w::OPEN_SQUARE && doc.word(token + 2) == w::CLOSE_SQUARE && !doc.is_glued(token + 3);
    note.then_some(token + 3)
}

/// "“Why now?” Deputy Minister Okello asked": up to five words of a name and office, and a verb of speech.
fn speech_follows(doc: &Doc, next: usize) -> bool {
    if sense(doc, next) == Some(SentenceWord::Speech) {
        return true;
    }
    (next..next + 6)
        .take_while(|&t| doc.is_capitalised(t) || doc.word(t) == w::STOP)
        .any(|t| sense(doc, t + 1) == Some(SentenceWord::Speech))
}

/// "al-Araji", "de Gaulle": a name that begins with a small letter opens a sentence behind a plain word.
fn particle_opens(doc: &Doc, stop: usize, next: usize) -> bool {
    let linked = doc.word(next + 1) == w::HYPHEN && doc.is_glued(next + 1) && doc.is_capitalised(next + 2);
    linked && doc.printed(next).len() == 2 && doc.word(stop) == w::STOP && sense(doc, stop - 1).is_none()
}

pub(super) fn sense(doc: &Doc, token: usize) -> Option<SentenceWord> {
    match doc.longest(token, Kind::Sentence) {
        Some((_, Entry::Sentence(sense))) => Some(sense),
        _ => None,
    }
}

/// Whether a full stop before a capital, a number or a mark ends a sentence.
fn stop_ends(doc: &Doc, stop: usize, next: usize) -> bool {
    let Some(before) = stop.checked_sub(1) else { return false };
    if !doc.is_glued(stop) {
        return true;
    }
    let before = if doc.word(before) == w::CLOSE { before.saturating_sub(1) } else { before };
    let number_next = doc.is_number(next) || is_roman(doc.printed(next));
    match sense(doc, before) {
        Some(SentenceWord::Open) => false,
        Some(SentenceWord::Number | SentenceWord::Date) => !number_next && opens_or_mark(doc, next),
        Some(SentenceWord::Closed) => !doc.is_number(next) && opens_or_mark(doc, next),
        Some(SentenceWord::Final) => true,
        _ if is_initials(doc.printed(before)) => !doc.is_number(next) && opens_sentence(doc, next),
        _ => true,
    }
}

/// "A" in "A. B. Khan", "U.N", "Ph.D"
pub(super) fn is_initials(word: &str) -> bool {
    let mut letters = word.chars();
    let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    single
        || word.contains('.')
            && word.split('.').all(|part| !part.is_empty() && part.chars().count() <= 2 && !part.starts_with(char::is_numeric))
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word != "I" && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
}

fn opens_or_mark(doc: &Doc, next: usize) -> bool {
    !doc.is_word(next) && !doc.is_number(next) && doc.word(next) != w::AMPERSAND && !is_dash(doc, next) || opens_sentence(doc, next)
}

fn is_dash(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::HYPHEN | w::EN_DASH | w::EM_DASH | w::SLASH)
}

/// Whether a capitalised word is one that sentences open with: "The", "Meanwhile"; not "May", which is a month too.
fn opens_sentence(doc: &Doc, token: usize) -> bool {
    let Some(printed) = doc.tokens.get(token).filter(|t| t.is_capitalised()) else { return false };
    match doc.word(token) {
        w::MAY | w::WILL | w::US => false,
        w::A => doc.tokens.get(token + 1).is_some_and(|t| t.case() == Case::Lower),
        w::I => doc.word(token + 1) != w::STOP,
        word => is_function_word(word) && (printed.case() == Case::Title) || sense(doc, token) == Some(SentenceWord::Opener),
    }
}

#[cfg(test)]
mod tests {
    use super::sentences;

    /// Checks that the text is cut at each bar, where the bar stands for a space.
    fn check(marked: &str) {
        let text = marked.replace(" | ", " ");
        let cut: Vec<&str> = sentences(&text).iter().map(|s| s.span.of(&text)).collect();
        assert_eq!(cut.join(" | "), marked);
    }

    #[test]
    fn titles_and_initials_end_none() {
        check("Lt. Gen. (retd) A. B. Osei met Mr. J. K. Mensah in Accra. | Both left.");
        check("The pact was signed by H.E. Mr. Paulo Dias, Amb. of Cape Verde to the U.N. in New York. | It lapses in May.");
        check("Sen. Lena Roth and Rep. Tom Vance spoke. | Gov. Ida Hall did not.");
    }

    #[test]
    fn abbreviations_end_a_sentence_before_an_opener() {
        check("Exports went to the U.S. | The rest stayed.");
        check("The U.S. Senate and the U.S.-led force agreed at 4 p.m. Monday. | Talks go on.");
        check("He works for Baltic Steel Co. Ltd. in Riga. | However, he lives in Oslo.");
        check("They met at 4 p.m. | In Rome they parted.");
        check("Roads, bridges, etc. | Officials agreed.");
    }

    #[test]
    fn numbers_and_dates_stay_whole() {
        check("Resolution No. 24/2020 under Art. 26 of the charter cost $3.5 million. | It passed on Dec. 11 in St. John's.");
        check("The 2025 round closed at 12.5 percent. | 24 states took part.");
        check("It was published in Vol. II of the series. | No. | He said no.");
        check("The deal runs until 2031. | Renewal is open.");
    }

    #[test]
    fn quotation_marks_go_with_the_sentence_they_close() {
        check("“We agree.” | “We sign today.” | The two smiled.");
        check("\"Is it done?\" asked Mr. Lund. | \"It is!\" Foreign Minister Aino Salo said.");
        check("He called it “a new era.” | Others did not.");
        check("(The annex is secret.) | Nobody has read it.");
        check("\"What now?\", she wondered. | \"Now we wait...\" | Silence fell.");
    }

    #[test]
    fn ellipses_and_marks() {
        check("It took years... and then a day. | It ended... | Then it began again.");
        check("Really?! | Yes!");
        check("The clause was dropped.[3] | The rest stands.");
        check("The pact covers trade: goods, services; and visas. | So it says.");
    }

    #[test]
    fn small_letters_open_only_names_with_a_hyphen() {
        check("The office denied it. | al-Sudani had said so.");
        check("The firm eBay is in. the stop was a slip.");
    }

    #[test]
    fn list_items_keep_their_numbers() {
        check("1. The sides met. | They parted.");
    }
}
