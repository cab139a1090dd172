//! The lines of the page, what they look like, and which of them belong together.

use crate::doc::{Doc, Toks};
use crate::gazetteer::Kind;
use crate::gazetteer::function_words::{self as w, is_function_word};
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
    /// Gaps of a tab or of more spaces than two.
    pub wide_gaps: usize,
    /// Gaps of two spaces, other than behind a stop.
    pub double_gaps: usize,
    /// Gaps of either kind that no small letter follows; in justified prose they are few.
    pub cells: usize,
    /// Bars, arrows, bullets and slashes that stand free between words.
    pub bars: usize,
    pub tabs: usize,
}

impl Shape {
    fn add(&mut self, line: Shape) {
        self.words += line.words;
        self.lower += line.lower;
        self.upper += line.upper;
        self.numbers += line.numbers;
        self.wide_gaps += line.wide_gaps;
        self.double_gaps += line.double_gaps;
        self.cells += line.cells;
        self.bars += line.bars;
        self.tabs += line.tabs;
    }
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

/// The units of the page, in the order of the text; the tokens before `cut` are a line of their own.
pub(super) fn units(doc: &Doc, cut: usize) -> Vec<Unit> {
    let mut lines = lines(doc);
    if let Some(first) = lines.first_mut().filter(|first| 0 < cut && cut < first.toks.end) {
        let rest = Line { toks: cut..first.toks.end, after_blank: true, ..first.clone() };
        first.toks.end = cut;
        lines.insert(1, rest);
    }
    let margin = margin(doc, &lines);
    let mut out: Vec<Unit> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|b| &lines[b]);
        match (before, out.last_mut()) {
            (Some(before), Some(unit)) if !line.after_blank && continues(doc, unit, before, line, margin) => {
                unit.toks.end = line.toks.end;
                unit.shape.add(shape(doc, &line.toks));
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

/// The column at which the page's lines are wrapped; none where too few of them break in mid-sentence.
fn margin(doc: &Doc, lines: &[Line]) -> Option<usize> {
    let mut broken = 0;
    let mut margin = 0;
    for pair in lines.windows(2) {
        let [before, line] = pair else { continue };
        let wrapped = !line.after_blank && (NARROWEST_WRAP..=WIDEST_WRAP).contains(&before.right) && breaks_sentence(doc, before, line);
        if wrapped && marker(doc, &line.toks).is_none() {
            broken += 1;
            margin = margin.max(before.right);
        }
    }
    (broken >= 2).then_some(margin)
}

/// Whether a sentence goes on over the end of a line.
fn breaks_sentence(doc: &Doc, before: &Line, line: &Line) -> bool {
    let last = before.toks.end - 1;
    let (end, first) = (doc.word(last), doc.tokens[line.toks.start]);
    if matches!(end, w::STOP | w::QUESTION | w::EXCLAMATION | w::COLON | w::SEMICOLON) {
        return false;
    }
    let open = is_function_word(end) && doc.tokens[last].case() == Case::Lower;
    first.case() == Case::Lower && doc.printed(line.toks.start).len() > 1 || open || end == w::COMMA && before.right >= 60
}

/// "AGREEMENT BETWEEN PERU" / "AND CHILE ON TAXES": a title in capitals broken at a small word.
fn titles_go_on(doc: &Doc, before: &Line, line: &Line) -> bool {
    let small = |t: usize| matches!(doc.word(t), w::OF | w::AND | w::BETWEEN | w::FOR | w::TO | w::WITH | w::THE | w::IN | w::ON);
    let capitals = |toks: &Toks| toks.clone().all(|t| !doc.is_word(t) || doc.tokens[t].case() != Case::Lower);
    let broken = small(before.toks.end - 1) || matches!(doc.word(line.toks.start), w::OF | w::AND | w::BETWEEN | w::ON);
    // "JOINT COMMUNIQUÉ" / "ON THE VISIT OF ...", "TREATY" / "BETWEEN ..."
    let kind = doc.longest(before.toks.start, Kind::Instrument).is_some_and(|(end, _)| end == before.toks.end);
    let all = broken && (before.toks.len() > 2 || kind) && before.toks.len() < 24 && capitals(&before.toks) && capitals(&line.toks);
    let centred = before.indent >= 4
        && line.indent >= 4
        && before.toks.len() > 3
        && capitals(&before.toks)
        && capitals(&line.toks)
        && shouts(doc, before)
        && shouts(doc, line);
    let listed = doc.word(before.toks.end - 1) == w::COMMA && doc.tokens[line.toks.start].case() == Case::Lower && before.toks.len() > 4;
    all || centred || listed || title_of(doc, before, line)
}

/// All capitals.
fn shouts(doc: &Doc, line: &Line) -> bool {
    line.toks.clone().all(|t| matches!(doc.tokens[t].case(), Case::Upper | Case::None) || doc.printed(t).len() == 1)
}

/// "Joint Statement" / "by the Presidents of Peru and Chile"
fn title_of(doc: &Doc, before: &Line, line: &Line) -> bool {
    let first = line.toks.start;
    let small = doc.tokens[first].case() == Case::Lower
        && (matches!(doc.word(first), w::OF | w::BETWEEN | w::AND | w::ON)
            || matches!(doc.word(first), w::BY | w::FOR) && doc.word(first + 1) == w::THE);
    let titled = before.toks.clone().all(|t| doc.is_capitalised(t) || is_function_word(doc.word(t)));
    small && titled && before.toks.len() <= 14
}

/// Whether a line goes on with what the line before it began.
fn continues(doc: &Doc, unit: &Unit, before: &Line, line: &Line, margin: Option<usize>) -> bool {
    let last = doc.word(before.toks.end - 1);
    if marker(doc, &line.toks).is_some() || is_rule(doc, &before.toks) || is_rule(doc, &line.toks) || last == w::COLON {
        return false;
    }
    let cells = shape(doc, &line.toks).wide_gaps;
    if unit.shape.wide_gaps > 0 {
        // The second line of a cell stands under the first.
        let hangs = line.indent > unit.indent + 1 && (cells < unit.shape.wide_gaps || line.indent > unit.indent + 6);
        // So does that of the first cell, in small letters.
        let small = doc.tokens[line.toks.start].case() == Case::Lower && cells == 0 && line.right < NARROWEST_WRAP;
        return unit.shape.tabs == 0 && (hangs || small && unit.shape.wide_gaps > 1);
    }
    if cells == 0 && titles_go_on(doc, before, line) {
        return true;
    }
    if cells > 0 || before.right > WIDEST_WRAP || is_by_name(doc, &line.toks) {
        return false;
    }
    if before.right < NARROWEST_WRAP {
        return goes_on_in_small(doc, unit, before, line);
    }
    if unit.marker.is_none() && line.indent > before.indent && unit.toks.start != before.toks.start {
        return false;
    }
    let first = doc.tokens[line.toks.start];
    let next_word = doc.text[first.start as usize..first.end as usize].chars().count();
    let full = margin.is_none_or(|margin| before.right + 1 + next_word > margin);
    if breaks_sentence(doc, before, line) {
        return full || line.indent > unit.indent && unit.marker.is_some();
    }
    // A sentence ends with the line, or a name goes on: only where the page is wrapped, and the line was full.
    let is_new = line.indent > before.indent && unit.marker.is_none();
    margin.is_some_and(|margin| before.right + 1 + next_word > margin) && !is_new && last != w::SEMICOLON
}

/// "Mali and Niger settle the last" / "miles of their border": a short line, and small letters under it; the motto of a paper
/// stands so under its name too.
fn goes_on_in_small(doc: &Doc, unit: &Unit, before: &Line, line: &Line) -> bool {
    let words = |toks: &Toks| toks.clone().filter(|&t| doc.is_word(t)).count();
    unit.toks.start == before.toks.start
        && unit.after_blank
        && doc.is_capitalised(before.toks.start)
        && (words(&before.toks) >= 5 && words(&line.toks) >= 3
            || words(&before.toks) >= 3 && before.toks.clone().any(|t| doc.is(t, Kind::Act)))
        && unit.shape.bars == 0
        && breaks_sentence(doc, before, line)
}

/// "by Ana Soto"
fn is_by_name(doc: &Doc, toks: &Toks) -> bool {
    let name = toks.start + 1..toks.end;
    doc.word(toks.start) == w::BY && (2..=6).contains(&name.len()) && name.clone().all(|t| doc.is_capitalised(t) || !doc.is_word(t))
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
        if t == toks.start || !doc.is_apart(t) || doc.gap(t).len() < 2 && doc.gap(t) != "\t" {
            continue;
        }
        let behind_stop =
            matches!(doc.word(t - 1), w::STOP | w::QUESTION | w::EXCLAMATION | w::COLON) && doc.gap(t).len() <= 3 && doc.gap(t) != "\t";
        if behind_stop || doc.is_below(t) {
            continue;
        }
        shape.cells += usize::from(token.case() != Case::Lower);
        if is_wide(doc.gap(t)) {
            shape.wide_gaps += 1;
            shape.tabs += usize::from(doc.gap(t).contains('\t'));
        } else if doc.gap(t) == "  " && doc.tokens[t - 1].kind() != TokenKind::Mark {
            shape.double_gaps += 1;
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
    if !doc.is_mark(token) {
        return false;
    }
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
    matches!(doc.printed(token), ">" | "|" | "/") && (same(token, token + 1) || token > 0 && same(token, token - 1))
}

const BULLETS: &[char] = &[
    '•', '▪', '■', '□', '‣', '◦', '●', '○', '▶', '►', '✓', '✔', '◆', '◇', '♦', '❖', '⁃', '∙', '·', '➢', '➤', '★', '☆', '\u{f0b7}',
    '\u{f0a7}',
];

/// "-- 1902 --", "*** EMBARGOED ***", "< OUTLINE >": the tokens inside the marks, where a line is so adorned.
pub(super) fn decoration(doc: &Doc, toks: &Toks) -> Option<Toks> {
    let mirrored = |open: &str, close: &str| {
        open == close && matches!(open, "-" | "–" | "—" | "*" | "+" | "=" | "~" | "#") || (open, close) == ("<", ">")
    };
    let mut inner = toks.clone();
    while inner.len() > 2 && mirrored(doc.printed(inner.start), doc.printed(inner.end - 1)) {
        inner = inner.start + 1..inner.end - 1;
    }
    (inner != *toks && inner.clone().any(|t| doc.is_word(t) || doc.is_number(t))).then_some(inner)
}

/// The marker before a list item.
pub(super) fn marker(doc: &Doc, toks: &Toks) -> Option<Marker> {
    let at = toks.start;
    let glued = |n: usize| at + n < toks.end && doc.is_glued(at + n);
    let apart = |n: usize| at + n < toks.end && !doc.is_glued(at + n);
    let found = |kind, n: usize| (at + n < toks.end).then_some(Marker { kind, body: at + n });
    if decoration(doc, toks).is_some() {
        return None;
    }
    match doc.printed(at) {
        printed if printed.starts_with(BULLETS) => found(MarkerKind::Bullet, 1),
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
