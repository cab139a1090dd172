//! What belongs to the page and not to the article: buttons, rights, links, contacts, credits.

use super::lines::{self, Unit};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Entry, Kind, PageWord};
use crate::text::{Case, TokenKind};

/// The page words that a run of tokens begins with, behind marks: the longest.
pub(super) fn label(doc: &Doc, toks: &Toks) -> Option<(PageWord, usize)> {
    let first = toks.clone().find(|&t| doc.tokens[t].kind() != TokenKind::Mark)?;
    page_word(doc, first).filter(|&(_, end)| end <= toks.end)
}

/// The longest page words at a token, and one behind them.
pub(super) fn page_word(doc: &Doc, token: usize) -> Option<(PageWord, usize)> {
    match doc.longest(token, Kind::Page) {
        Some((end, Entry::Page(word))) => Some((word, end)),
        _ => None,
    }
}

pub(super) fn ends_sentence(doc: &Doc, unit: &Unit) -> bool {
    let mut last = unit.toks.end - 1;
    while last > unit.toks.start && is_closer(doc, last) {
        last -= 1;
    }
    matches!(doc.word(last), w::STOP | w::QUESTION | w::EXCLAMATION | w::COLON | w::SEMICOLON | w::ELLIPSIS)
}

fn is_closer(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::QUOTE | w::CLOSE_QUOTE | w::CLOSE_GUILLEMET | w::CLOSE | w::CLOSE_SQUARE | w::APOSTROPHE | w::BAR)
        || doc.printed(token) == "’"
}

/// "(changing dateline)", "[f] [X]": all of it in brackets.
pub(super) fn is_aside(doc: &Doc, unit: &Unit) -> bool {
    let ends = (doc.word(unit.toks.start), doc.word(unit.toks.end - 1));
    matches!(ends, (w::OPEN, w::CLOSE) | (w::OPEN_SQUARE, w::CLOSE_SQUARE))
}

/// "[Photo] The two presidents", "PICTURE: ...", "... Photo: handout"
pub(super) fn is_caption(doc: &Doc, unit: &Unit) -> bool {
    let Some((PageWord::Caption, end)) = label(doc, &unit.toks) else { return ends_in_credit(doc, unit) };
    let marked =
        matches!(doc.word(end), w::COLON | w::CLOSE_SQUARE | w::BAR | w::CLOSE | w::SLASH) || doc.word(unit.toks.start) == w::OPEN_SQUARE;
    marked || end == unit.toks.end || unit.shape.words < 12 || end > unit.toks.start + 1
}

/// "... in Lima on Monday. — Reuters photo", "(Photo by ...)"
fn ends_in_credit(doc: &Doc, unit: &Unit) -> bool {
    if unit.toks.len() <= 6 || unit.shape.words > 60 {
        return false;
    }
    let last = unit.toks.end - 6;
    let credit = |t: usize| {
        let caption = matches!(page_word(doc, t), Some((PageWord::Caption, end)) if end + 1 >= unit.toks.end);
        caption && (last..t).any(|b| matches!(doc.word(b), w::EM_DASH | w::EN_DASH | w::HYPHEN | w::SLASH | w::OPEN | w::STOP))
    };
    (last..unit.toks.end).any(credit)
}

/// "... in Lima on Monday. Photo: Reuters": no title; in a gallery, the text itself.
pub(super) fn ends_in_photographer(doc: &Doc, unit: &Unit) -> bool {
    let first = unit.toks.end.saturating_sub(7).max(unit.toks.start + 1);
    (first..unit.toks.end).any(|t| {
        let named = |end: usize| matches!(doc.word(end), w::COLON | w::BAR) && end + 1 < unit.toks.end && end + 5 >= unit.toks.end;
        matches!(page_word(doc, t), Some((PageWord::Caption, end)) if named(end)) && !doc.is_word(t - 1)
    })
}

/// Furniture by its own words, wherever on the page.
pub(super) fn is_furniture(doc: &Doc, unit: &Unit) -> bool {
    if lines::is_rule(doc, &unit.toks) || is_pager(doc, unit) || is_address(doc, unit) || is_rights(doc, unit) || is_desk_sign(doc, unit) {
        return true;
    }
    let Some((word, end)) = label(doc, &unit.toks) else { return mostly_buttons(doc, unit) };
    let colon = matches!(doc.word(end), w::COLON | w::BAR) || end == unit.toks.end;
    let short = unit.shape.words <= 12;
    let sentence = unit.shape.words > 6 && ends_sentence(doc, unit);
    match word {
        PageWord::Legal | PageWord::Action => short && !sentence || colon || end - unit.toks.start >= 3 || mostly_buttons(doc, unit),
        PageWord::Tags => colon || short && doc.is_wide_before(end),
        // "More in Business: ..."
        PageWord::Related => {
            colon || short && (doc.is_wide_before(end) || (end..unit.toks.end.min(end + 4)).any(|t| doc.word(t) == w::COLON))
        }
        PageWord::Contact => {
            colon || short && unit.shape.numbers > 0 || short && !sentence && end > unit.toks.start + 1 || mostly_buttons(doc, unit)
        }
        PageWord::End => {
            unit.shape.words <= 2 || doc.word(unit.toks.start) == w::OPEN && unit.shape.words <= 5 || doc.word(end) == w::HYPHEN && short
        }
        PageWord::Source => colon && short || doc.tokens[end - 1].case() == Case::Upper && unit.shape.words <= 6,
        PageWord::Editor | PageWord::Updated => colon && short,
        _ => mostly_buttons(doc, unit),
    }
}

/// "© 2031 The Coast Herald", "(c) 2024"
fn is_rights(doc: &Doc, unit: &Unit) -> bool {
    let c =
        |t: usize| doc.word(t) == w::OPEN && matches!(doc.printed(t + 1), "c" | "C") && doc.word(t + 2) == w::CLOSE && doc.is_number(t + 3);
    unit.shape.words <= 30 && unit.toks.clone().any(|t| doc.is_mark(t) && (doc.printed(t) == "©" || c(t)))
}

/// "<< 1 2 3 ... 18 >>", "Page 2 of 7"
fn is_pager(doc: &Doc, unit: &Unit) -> bool {
    let first = doc.printed(unit.toks.start);
    unit.shape.words <= 2 && unit.shape.numbers >= 2 && (matches!(first, "<" | "«") || first.eq_ignore_ascii_case("page"))
}

/// "press@example.org", "www.example.org", "555-0123"
fn is_address(doc: &Doc, unit: &Unit) -> bool {
    let address = |t: usize| doc.printed(t) == "@" || doc.printed(t).starts_with("www.") || doc.printed(t).starts_with("http");
    let digits = || unit.toks.clone().all(|t| doc.is_number(t) || matches!(doc.word(t), w::HYPHEN | w::PLUS | w::OPEN | w::CLOSE));
    unit.shape.words <= 8 && unit.toks.clone().any(address) || unit.shape.numbers >= 3 && digits()
}

/// "jk/ao", "MNH/RTF", "(PAP)", "--SPA", "ta.hm": the initials of a desk, or an agency's name alone.
fn is_desk_sign(doc: &Doc, unit: &Unit) -> bool {
    if unit.toks.len() > 8 || unit.shape.words > 4 || unit.shape.numbers > 0 {
        return false;
    }
    let words = || unit.toks.clone().filter(|&t| doc.is_word(t));
    let signed = unit.toks.clone().any(|t| doc.word(t) == w::SLASH && doc.is_glued(t)) && words().all(|t| doc.printed(t).len() <= 4);
    let pair = unit.toks.len() == 1 && doc.printed(unit.toks.start).contains('.') && unit.shape.lower == 1;
    let marked = doc.tokens[unit.toks.start].kind() == TokenKind::Mark;
    let agency = marked && words().next().is_some_and(|t| doc.longest(t, Kind::Agency).is_some_and(|(end, _)| end + 1 >= unit.toks.end));
    let bracketed = marked && doc.word(unit.toks.start) == w::OPEN && unit.shape.words == 1 && unit.shape.upper == 1;
    signed || pair || agency || bracketed
}

/// Whether more of the words are those of buttons and notes than not.
fn mostly_buttons(doc: &Doc, unit: &Unit) -> bool {
    if unit.shape.words > 40 {
        return false;
    }
    let mut known = 0;
    let mut token = unit.toks.start;
    while token < unit.toks.end {
        token = match page_word(doc, token) {
            Some((PageWord::Action | PageWord::Legal | PageWord::Related | PageWord::Tags, end)) => {
                known += end - token;
                end
            }
            _ => token + 1,
        };
    }
    known * 2 > unit.shape.words || is_bare_menu(doc, unit)
}

/// "Lifestyle Business Sport Opinion": entries of a menu without marks between them, and nothing else.
fn is_bare_menu(doc: &Doc, unit: &Unit) -> bool {
    let entry = |t: usize| matches!(page_word(doc, t), Some((PageWord::Menu, _))) && doc.is_capitalised(t);
    unit.shape.words >= 3 && unit.toks.clone().all(entry)
}

/// "Related stories", alone on its line or with a few words of its own: "MORE IN BUSINESS".
pub(super) fn opens_related(doc: &Doc, unit: &Unit) -> bool {
    let Some((PageWord::Related, end)) = label(doc, &unit.toks) else { return false };
    let rest = unit.toks.end - end;
    let colon = unit.toks.clone().take(unit.toks.len() - 1).any(|t| doc.word(t) == w::COLON);
    unit.shape.words <= 7
        && (rest <= 1 || !colon && !ends_sentence(doc, unit) && rest <= 5 && unit.shape.lower <= 3 && unit.shape.bars == 0)
}
