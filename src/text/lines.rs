//! The lines of the page, what they look like, and which of them belong together.

use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words as w;
use crate::text::{Case, TokenKind};

/// A line that is not empty.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub toks: Toks,
    /// Columns before the first character.
    pub indent: usize,
    /// The column behind the last character.
    pub right: usize,
    pub after_blank: bool,
}

/// Lines that are one paragraph, heading, list item or row.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub toks: Toks,
    pub indent: usize,
    pub after_blank: bool,
    pub shape: Shape,
    pub marker: Option<Marker>,
}

/// What a run of tokens looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    pub words: usize,
    /// Words in small letters.
    pub lower: usize,
    /// Words in capitals only.
    pub upper: usize,
    pub numbers: usize,
    /// Gaps of a tab or of two spaces and more.
    pub wide_gaps: usize,
    /// Bars, arrows, bullets and slashes that stand free between words.
    pub bars: usize,
    pub tabs: usize,
}

/// What stands before a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub kind: MarkerKind,
    /// The first token of the item's text.
    pub body: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkerKind {
    Bullet,
    Dash,
    Number,
    Letter,
    /// ">", "»", "+": of links more often than of lists.
    Arrow,
}

/// Lines above this column are not wrapped ones.
const WIDEST_WRAP: usize = 130;
/// Lines under this column are not wrapped ones.
const NARROWEST_WRAP: usize = 40;

/// The units of the page, in the order of the text.
pub(super) fn units(doc: &Doc) -> Vec<Unit> {
    let lines = lines(doc);
    let mut out: Vec<Unit> = Vec::new();
    let mut group = 0..0;
    let mut margin = 0;
    for (index, line) in lines.iter().enumerate() {
        if index >= group.end {
            let size = lines[index + 1..].iter().take_while(|l| !l.after_blank).count();
            group = index..index + 1 + size;
            margin = lines[group.clone()].iter().map(|l| l.right).max().unwrap_or(0);
        }
        let continues = index > group.start && continues(doc, &lines[group.start..=index], margin, out.last());
        match out.last_mut() {
            Some(unit) if continues => {
                unit.toks.end = line.toks.end;
                unit.shape = shape(doc, &unit.toks);
            }
            _ => out.push(Unit {
                toks: line.toks.clone(),
                indent: line.indent,
                after_blank: line.after_blank,
                shape: shape(doc, &line.toks),
                marker: marker(doc, &line.toks),
            }),
        }
    }
    out
}

fn lines(doc: &Doc) -> Vec<Line> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut first = 0;
    let mut after_blank = true;
    for raw in doc.text.split_inclusive('\n') {
        let end = start + raw.len();
        let last = first + doc.tokens[first..].iter().take_while(|t| (t.start as usize) < end).count();
        if first < last {
            let from = doc.tokens[first].start as usize;
            let indent: usize = doc.text[start..from].chars().map(|c| if c == '\t' { 4 } else { 1 }).sum();
            let width = doc.text[from..doc.tokens[last - 1].end as usize].chars().count();
            out.push(Line { toks: first..last, indent, right: indent + width, after_blank });
            after_blank = false;
        } else {
            after_blank = true;
        }
        first = last;
        start = end;
    }
    out
}

/// Whether the last of these lines goes on with what the line before it began.
fn continues(doc: &Doc, lines: &[Line], margin: usize, unit: Option<&Unit>) -> bool {
    let ([.., before, line], Some(unit)) = (lines, unit) else { return false };
    let last = doc.word(before.toks.end - 1);
    if marker(doc, &line.toks).is_some() || is_rule(doc, &before.toks) || is_rule(doc, &line.toks) || last == w::COLON {
        return false;
    }
    let hangs = line.indent > before.indent && line.indent >= 4;
    if hangs && unit.shape.wide_gaps > 0 {
        // The second line of a cell stands under the first.
        return shape(doc, &line.toks).wide_gaps == 0 && line.indent > unit.indent + 4 || unit.shape.tabs == 0 && line.indent > unit.indent;
    }
    let first = doc.tokens[line.toks.start];
    let word = (first.end - first.start) as usize;
    let full = margin <= WIDEST_WRAP && before.right >= NARROWEST_WRAP && before.right + 1 + word > margin;
    if !full || shape(doc, &line.toks).wide_gaps > 0 || unit.shape.wide_gaps > 0 {
        return false;
    }
    let paragraph_indent = line.indent > before.indent && unit.marker.is_none();
    if paragraph_indent {
        return false;
    }
    let ended = matches!(last, w::STOP | w::QUESTION | w::EXCLAMATION | w::SEMICOLON) || is_closing_quote(doc, before.toks.end - 1);
    if !ended {
        return first.case() == Case::Lower
            || first.kind() == TokenKind::Number
            || lines.len() > 2
            || is_wrapped(lines, margin)
            || open_ended(doc, before);
    }
    last != w::SEMICOLON && is_wrapped(lines, margin)
}

/// "of", "the", a comma: nothing ends so.
fn open_ended(doc: &Doc, line: &Line) -> bool {
    let last = doc.word(line.toks.end - 1);
    last == w::COMMA || crate::gazetteer::function_words::is_function_word(last) && doc.tokens[line.toks.end - 1].case() == Case::Lower
}

/// Whether the lines before the last are about as long as each other, as in wrapped prose.
fn is_wrapped(lines: &[Line], margin: usize) -> bool {
    let full = lines[..lines.len() - 1].iter().rev().take(3).filter(|l| l.right + 14 > margin).count();
    full == 3.min(lines.len() - 1) && (lines.len() > 2 || margin >= 60)
}

fn is_closing_quote(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::QUOTE | w::CLOSE_QUOTE | w::CLOSE_GUILLEMET)
        && matches!(doc.word(token.wrapping_sub(1)), w::STOP | w::QUESTION | w::EXCLAMATION)
}

/// "-----", "* * *", "......": no word in it.
pub(super) fn is_rule(doc: &Doc, toks: &Toks) -> bool {
    toks.clone().all(|t| doc.tokens[t].kind() == TokenKind::Mark)
}

pub(super) fn shape(doc: &Doc, toks: &Toks) -> Shape {
    let mut shape = Shape::default();
    for t in toks.clone() {
        let token = doc.tokens[t];
        match (token.kind(), token.case()) {
            (TokenKind::Number, _) => shape.numbers += 1,
            (TokenKind::Mark, _) => shape.bars += usize::from(t > toks.start && t + 1 < toks.end && is_bar(doc, t)),
            (TokenKind::Word, case) => {
                shape.words += 1;
                shape.lower += usize::from(case == Case::Lower);
                shape.upper += usize::from(case == Case::Upper);
            }
        }
        if t > toks.start && is_wide(doc.gap(t)) {
            shape.wide_gaps += 1;
            shape.tabs += usize::from(doc.gap(t).contains('\t'));
        }
    }
    shape
}

/// A gap between two cells: a tab, or more spaces than one. The end of a line is none.
pub(super) fn is_wide(gap: &str) -> bool {
    gap.len() > 1 && !gap.contains('\n') && (gap.contains('\t') || gap.chars().count() > 2) || gap == "\t"
}

/// A mark that stands free and parts the entries of a menu.
pub(super) fn is_bar(doc: &Doc, token: usize) -> bool {
    let free = !doc.gap(token).is_empty() && !doc.gap(token + 1).is_empty();
    let mark = || {
        matches!(doc.word(token), w::BAR | w::BULLET | w::SLASH | w::CLOSE_GUILLEMET)
            || matches!(doc.printed(token), ">" | "·" | "›" | "→" | "►" | "▸" | "●" | "¦" | "/" | "‹")
    };
    free && mark() || doc.word(token) == w::BAR || double_bar(doc, token)
}

/// ">>", "||"
fn double_bar(doc: &Doc, token: usize) -> bool {
    let same = |a: usize, b: usize| doc.printed(a) == doc.printed(b);
    matches!(doc.printed(token), ">" | "|") && (same(token, token + 1) || token > 0 && same(token, token - 1))
}

/// The marker before a list item.
pub(super) fn marker(doc: &Doc, toks: &Toks) -> Option<Marker> {
    let at = toks.start;
    let glued = |n: usize| at + n < toks.end && doc.is_glued(at + n);
    let apart = |n: usize| at + n < toks.end && !doc.is_glued(at + n);
    let found = |kind, n: usize| (at + n < toks.end).then_some(Marker { kind, body: at + n });
    match doc.printed(at) {
        "•" | "▪" | "■" | "‣" | "◦" | "●" | "○" | "▶" | "►" | "✓" | "✔" | "◆" | "♦" | "❖" | "⁃" | "∙" | "·" | "➢" | "➤" | "" => {
            found(MarkerKind::Bullet, 1)
        }
        "*" if apart(1) || glued(1) && doc.is_word(at + 1) => found(MarkerKind::Bullet, 1),
        "-" if glued(1) && doc.word(at + 1) == w::HYPHEN && apart(2) => found(MarkerKind::Dash, 2),
        "-" if at + 1 < toks.end && (apart(1) || doc.is_word(at + 1)) => found(MarkerKind::Dash, 1),
        "–" | "—" | "−" => found(MarkerKind::Dash, 1),
        ">" | "»" | "›" | "+" => found(MarkerKind::Arrow, (1..3).take_while(|&n| glued(n) && !doc.is_word(at + n)).count() + 1),
        "(" if glued(1) && glued(2) && doc.word(at + 2) == w::CLOSE && is_enumerator(doc.printed(at + 1)) => {
            found(enumerator_kind(doc, at + 1), 3)
        }
        _ if glued(1) && doc.word(at + 1) == w::CLOSE && is_enumerator(doc.printed(at)) => found(enumerator_kind(doc, at), 2),
        printed if glued(1) && doc.word(at + 1) == w::STOP && apart(2) && is_enumerator(printed) => {
            let letter = doc.is_word(at) && (doc.tokens[at].case() != Case::Lower || printed.len() > 3);
            if letter { None } else { found(enumerator_kind(doc, at), 2) }
        }
        _ => None,
    }
}

/// "12", "b", "iv"
fn is_enumerator(printed: &str) -> bool {
    let roman = || printed.len() <= 4 && printed.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'));
    let number = || printed.len() <= 3 && printed.bytes().all(|b| b.is_ascii_digit());
    let letter = || printed.len() == 1 && printed.as_bytes()[0].is_ascii_alphabetic();
    number() || letter() || roman()
}

fn enumerator_kind(doc: &Doc, token: usize) -> MarkerKind {
    if doc.is_number(token) { MarkerKind::Number } else { MarkerKind::Letter }
}
