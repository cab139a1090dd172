//! The blocks of a page: what each paragraph, row and line is.

use super::Page;
use super::lines::{self, Marker, MarkerKind, Unit};
use super::page::PageBlock;
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{Entry, Gazetteer, Kind, PageWord};
use crate::report::Span;
use crate::text::{Case, TokenKind};

/// What a block of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// Who wrote it, and when it was published.
    Byline,
    /// Running text.
    Paragraph,
    /// One item of a list: a bullet, a dash, a number or a letter stands before it, or a line that ends in a colon.
    ListItem,
    /// A row of a table: cells apart by tabs, bars or runs of spaces.
    TableRow,
    /// A heading inside the article, or under its title.
    Heading,
    /// The text under or over a picture.
    Caption,
    /// Menus, share buttons, tags, copyright lines, links to other stories.
    Furniture,
}

/// A block of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes.
    pub span: Span,
}

/// Cuts a page into blocks, in the order of the text. Lines that are broken in mid-sentence are one block.
///
/// ```
/// use pactum::text::{BlockKind, blocks};
///
/// let page = "The Coast Herald\nHome | World | Sport\n\nPeru and Chile sign tax treaty\n\n\
///             The tax treaty was signed in Arica on Monday by the two finance ministers.\n\n\
///             Tags: Peru, Chile\n© 2031 The Coast Herald";
/// let kinds: Vec<_> = blocks(page).into_iter().map(|block| block.kind).collect();
/// use BlockKind::*;
/// assert_eq!(kinds, [Furniture, Furniture, Headline, Paragraph, Furniture, Furniture]);
/// ```
pub fn blocks(text: &str) -> Vec<Block> {
    let gazetteer = Gazetteer::builtin();
    let doc = Doc::new(text, &gazetteer);
    Page::read(&doc).blocks.iter().map(|b| Block { kind: b.kind, span: doc.printed_span(&b.toks) }).collect()
}

/// The blocks of the page by token.
pub(super) fn read(doc: &Doc) -> Vec<PageBlock> {
    let units = lines::units(doc);
    let body = units.iter().position(|unit| opens_body(doc, unit)).unwrap_or(units.len());
    let (header, rest) = units.split_at(body);
    let title = headline(doc, header);
    let mut out = Vec::with_capacity(units.len());
    for (index, unit) in header.iter().enumerate() {
        out.push(PageBlock { kind: header_kind(doc, header, index, title), toks: unit.toks.clone() });
    }
    let mut place = Place::default();
    for (index, unit) in rest.iter().enumerate() {
        let kind = body_kind(doc, unit, rest.get(index + 1), &mut place);
        out.push(PageBlock { kind, toks: unit.toks.clone() });
    }
    out
}

/// The first paragraph of running text.
fn opens_body(doc: &Doc, unit: &Unit) -> bool {
    let listed = unit.marker.is_some_and(|m| m.kind != MarkerKind::Number);
    !listed && !is_caption(doc, unit) && !is_furniture(doc, unit) && !is_aside(doc, unit) && is_prose(doc, unit, 12)
}

/// Sentences rather than a line of words.
fn is_prose(doc: &Doc, unit: &Unit, words: usize) -> bool {
    let shape = unit.shape;
    shape.words >= words && shape.lower * 5 >= shape.words * 2 && shape.wide_gaps < 2 && (ends_sentence(doc, unit) || shape.words >= 40)
}

fn ends_sentence(doc: &Doc, unit: &Unit) -> bool {
    let mut last = unit.toks.end - 1;
    while last > unit.toks.start && is_closer(doc, last) {
        last -= 1;
    }
    matches!(doc.word(last), w::STOP | w::QUESTION | w::EXCLAMATION | w::COLON | w::SEMICOLON | w::ELLIPSIS)
}

fn is_closer(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::QUOTE | w::CLOSE_QUOTE | w::CLOSE_GUILLEMET | w::CLOSE | w::CLOSE_SQUARE | w::APOSTROPHE)
        || doc.printed(token) == "’"
}

/// "(changing dateline)", "[f] [X]": all of it in brackets.
fn is_aside(doc: &Doc, unit: &Unit) -> bool {
    let ends = (doc.word(unit.toks.start), doc.word(unit.toks.end - 1));
    matches!(ends, (w::OPEN, w::CLOSE) | (w::OPEN_SQUARE, w::CLOSE_SQUARE)) || doc.printed(unit.toks.start) == "<"
}

/// The page words that a run of tokens begins with, behind marks: the longest.
fn label(doc: &Doc, toks: &Toks) -> Option<(PageWord, usize)> {
    let first = toks.clone().find(|&t| doc.tokens[t].kind() != TokenKind::Mark)?;
    page_word(doc, first).filter(|&(_, end)| end <= toks.end)
}

fn page_word(doc: &Doc, token: usize) -> Option<(PageWord, usize)> {
    match doc.longest(token, Kind::Page) {
        Some((end, Entry::Page(word))) => Some((word, end)),
        _ => None,
    }
}

/// "[Photo] The two presidents", "PICTURE: ...", "... Photo: handout"
fn is_caption(doc: &Doc, unit: &Unit) -> bool {
    let Some((PageWord::Caption, end)) = label(doc, &unit.toks) else { return ends_in_credit(doc, unit) };
    matches!(doc.word(end), w::COLON | w::CLOSE_SQUARE | w::BAR | w::CLOSE | w::SLASH)
        || doc.word(unit.toks.start) == w::OPEN_SQUARE
        || end == unit.toks.end
        || unit.shape.words < 12
}

/// "... in Lima on Monday. — Reuters photo", "(Photo by ...)"
fn ends_in_credit(doc: &Doc, unit: &Unit) -> bool {
    let last = unit.toks.end.saturating_sub(6).max(unit.toks.start);
    let credit = |t: usize| {
        let caption = matches!(page_word(doc, t), Some((PageWord::Caption, end)) if end + 1 >= unit.toks.end);
        let parted = (last..t).any(|b| matches!(doc.word(b), w::EM_DASH | w::EN_DASH | w::HYPHEN | w::SLASH | w::OPEN | w::STOP));
        caption && parted
    };
    unit.toks.len() > 6 && (last..unit.toks.end).any(credit)
}

/// Furniture by its own words, wherever on the page.
fn is_furniture(doc: &Doc, unit: &Unit) -> bool {
    if lines::is_rule(doc, &unit.toks) || doc.printed(unit.toks.start) == "©" || is_pager(doc, unit) || is_mail(doc, unit) {
        return true;
    }
    let sign = unit.toks.clone().any(|t| doc.printed(t) == "©");
    if (sign || is_marked_c(doc, &unit.toks)) && unit.shape.words <= 30 {
        return true;
    }
    let Some((word, end)) = label(doc, &unit.toks) else { return mostly_buttons(doc, unit) };
    let colon = matches!(doc.word(end), w::COLON | w::BAR) || end == unit.toks.end;
    let short = unit.shape.words <= 12;
    match word {
        PageWord::Legal | PageWord::Action => short && !ends_clause(doc, unit) || colon || mostly_buttons(doc, unit),
        PageWord::Tags | PageWord::Related => colon || short && doc.is_wide_before(end),
        PageWord::Contact => colon || short && unit.shape.numbers > 0 || mostly_buttons(doc, unit),
        PageWord::End => unit.shape.words <= 2,
        PageWord::Source => colon && short || doc.tokens[end - 1].case() == Case::Upper && unit.shape.words <= 6,
        PageWord::Editor => colon && short,
        _ => mostly_buttons(doc, unit),
    }
}

/// "The terms of use were agreed." is a sentence.
fn ends_clause(doc: &Doc, unit: &Unit) -> bool {
    unit.shape.words > 6 && ends_sentence(doc, unit)
}

/// "(c) 2024"
fn is_marked_c(doc: &Doc, toks: &Toks) -> bool {
    toks.clone()
        .any(|t| doc.word(t) == w::OPEN && matches!(doc.printed(t + 1), "c" | "C") && doc.word(t + 2) == w::CLOSE && doc.is_number(t + 3))
}

/// "<< 1 2 3 ... 18 >>", "Page 2 of 7"
fn is_pager(doc: &Doc, unit: &Unit) -> bool {
    unit.shape.words <= 2
        && unit.shape.numbers >= 2
        && unit.shape.lower <= 2
        && matches!(doc.printed(unit.toks.start), "<" | "«" | "Page" | "page" | "PAGE")
}

/// "press@example.org", "www.example.org"
fn is_mail(doc: &Doc, unit: &Unit) -> bool {
    let address = |t: usize| doc.printed(t) == "@" || doc.printed(t).starts_with("www.") || doc.printed(t).starts_with("http");
    unit.shape.words <= 8 && unit.toks.clone().any(address)
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
    known * 2 > unit.shape.words
}

/// The unit of the header that is the title.
fn headline(doc: &Doc, header: &[Unit]) -> Option<usize> {
    let best = (0..header.len()).filter_map(|i| Some((headline_score(doc, header, i)?, std::cmp::Reverse(i)))).max()?;
    Some(best.1.0)
}

/// How much a unit of the header looks like a title; nothing for what cannot be one.
fn headline_score(doc: &Doc, header: &[Unit], index: usize) -> Option<usize> {
    let unit = &header[index];
    let shape = unit.shape;
    let menu = shape.bars > 0 || shape.wide_gaps > 0;
    let labelled =
        label(doc, &unit.toks).is_some_and(|(word, end)| end == unit.toks.end || names_or_dates(word) && doc.word(end) == w::COLON);
    if menu
        || labelled
        || shape.words < 2
        || is_stamp(doc, unit)
        || is_aside(doc, unit)
        || is_caption(doc, unit)
        || is_furniture(doc, unit)
        || unit.marker.is_some()
    {
        return None;
    }
    let content =
        unit.toks.clone().filter(|&t| doc.is_word(t) && doc.tokens[t].case() == Case::Lower && !is_function_word(doc.word(t))).count();
    let acts = unit.toks.clone().any(|t| doc.is(t, Kind::Act));
    let colon = unit.toks.clone().any(|t| doc.word(t) == w::COLON);
    let parted = unit.after_blank && header.get(index + 1).is_none_or(|next| next.after_blank || is_stamp(doc, next));
    let twice = header.iter().enumerate().any(|(other, o)| other != index && same_words(doc, &o.toks, &unit.toks));
    Some(
        3 * shape.words.min(7)
            + 4 * usize::from(content > 0)
            + 6 * usize::from(acts)
            + 2 * usize::from(colon)
            + 5 * usize::from(parted)
            + 10 * usize::from(twice),
    )
}

fn names_or_dates(word: PageWord) -> bool {
    matches!(word, PageWord::Published | PageWord::Updated | PageWord::Author | PageWord::Editor | PageWord::Source | PageWord::Desk)
}

/// Whether two runs print the same words, in whatever case.
fn same_words(doc: &Doc, a: &Toks, b: &Toks) -> bool {
    let folded = |toks: &Toks| doc.slice(toks).chars().flat_map(char::to_lowercase);
    a.len() == b.len() && folded(a).eq(folded(b))
}

/// A line of a date, a time or a byline rather than of words.
fn is_stamp(doc: &Doc, unit: &Unit) -> bool {
    let shape = unit.shape;
    let labelled = label(doc, &unit.toks).is_some_and(|(word, _)| names_or_dates(word));
    shape.words <= 12 && (shape.numbers > 0 && shape.words <= 4 || labelled && shape.words <= 8)
}

fn header_kind(doc: &Doc, header: &[Unit], index: usize, title: Option<usize>) -> BlockKind {
    let unit = &header[index];
    match title {
        Some(title) if title == index || same_words(doc, &header[title].toks, &unit.toks) => BlockKind::Headline,
        _ if is_caption(doc, unit) => BlockKind::Caption,
        _ if is_stamp(doc, unit) => BlockKind::Byline,
        Some(title) if index > title && !is_furniture(doc, unit) && unit.shape.bars == 0 => BlockKind::Heading,
        _ => BlockKind::Furniture,
    }
}

/// Where on the way through the body a unit stands.
#[derive(Default)]
struct Place {
    /// Under a heading such as "Related stories".
    related: bool,
    /// Under "For more information:".
    contact: bool,
    /// Under a line that ends in a colon, or among the items of its list.
    listing: bool,
}

fn body_kind(doc: &Doc, unit: &Unit, next: Option<&Unit>, place: &mut Place) -> BlockKind {
    let prose = is_prose(doc, unit, 12);
    if opens_related(doc, unit) {
        place.related = true;
        return BlockKind::Furniture;
    }
    if place.related && (!prose || unit.marker.is_some()) {
        return BlockKind::Furniture;
    }
    place.related = false;
    if is_caption(doc, unit) {
        return BlockKind::Caption;
    }
    if is_furniture(doc, unit) {
        place.contact = matches!(label(doc, &unit.toks), Some((PageWord::Contact, _)));
        return BlockKind::Furniture;
    }
    if place.contact && !prose && unit.marker.is_none() {
        return BlockKind::Furniture;
    }
    place.contact = false;
    let listing = std::mem::replace(&mut place.listing, doc.word(unit.toks.end - 1) == w::COLON);
    if is_row(unit) {
        place.listing |= listing;
        return BlockKind::TableRow;
    }
    if unit.marker.is_some_and(|marker| is_item(doc, unit, marker)) {
        place.listing |= listing;
        return BlockKind::ListItem;
    }
    if listing && is_bare_item(doc, unit) {
        place.listing = true;
        return BlockKind::ListItem;
    }
    if !prose && is_heading(doc, unit) {
        return if next.is_some_and(|n| leads(doc, n)) { BlockKind::Heading } else { trailing(doc, unit) };
    }
    BlockKind::Paragraph
}

/// "Related stories", alone on its line or in capitals.
fn opens_related(doc: &Doc, unit: &Unit) -> bool {
    let Some((PageWord::Related, end)) = label(doc, &unit.toks) else { return false };
    let rest = unit.toks.end - end;
    unit.shape.words <= 7
        && !ends_sentence(doc, unit)
        && (rest <= 1
            || !unit.toks.clone().any(|t| doc.word(t) == w::COLON) && doc.tokens[end - 1].case() == Case::Upper
            || rest <= 5 && unit.shape.lower <= 3)
}

fn is_row(unit: &Unit) -> bool {
    unit.shape.tabs > 0 || unit.shape.wide_gaps > 0 && unit.marker.is_none_or(|m| m.kind == MarkerKind::Number) || unit.shape.bars > 1
}

/// A marked item of a list; numbered paragraphs of several sentences are running text.
fn is_item(doc: &Doc, unit: &Unit, marker: Marker) -> bool {
    if marker.kind != MarkerKind::Number {
        return true;
    }
    let inner = (marker.body..unit.toks.end - 1).any(|t| doc.word(t) == w::STOP && !doc.is_glued(t + 1) && doc.is_capitalised(t + 1));
    !(unit.shape.words > 45 || unit.shape.words > 25 && inner || doc.word(unit.toks.end - 1) == w::COLON)
}

/// An item without a marker: under a colon, a line that no full stop ends.
fn is_bare_item(doc: &Doc, unit: &Unit) -> bool {
    let last = doc.word(unit.toks.end - 1);
    let quoted = matches!(doc.printed(unit.toks.start), "\"" | "“" | "«" | "”");
    !quoted && last != w::COLON && (!ends_sentence(doc, unit) || last == w::SEMICOLON) && unit.shape.words <= 60
}

/// A short line without a stop.
fn is_heading(doc: &Doc, unit: &Unit) -> bool {
    let question = doc.word(unit.toks.end - 1) == w::QUESTION;
    unit.shape.words <= 16 && (question || !ends_sentence(doc, unit)) && doc.word(unit.toks.end - 1) != w::COMMA
}

/// What a heading can stand over.
fn leads(doc: &Doc, next: &Unit) -> bool {
    is_prose(doc, next, 8) || next.marker.is_some() || next.shape.wide_gaps > 0 || ends_sentence(doc, next)
}

/// A short line at the end: a teaser in capitalised words or the initials of a desk; else text, such as a signature.
fn trailing(doc: &Doc, unit: &Unit) -> BlockKind {
    let initials = unit.shape.words <= 3 && unit.toks.len() >= 3 && unit.toks.clone().all(|t| !doc.is_word(t) || doc.printed(t).len() <= 4);
    let one = unit.toks.len() == 1 && doc.printed(unit.toks.start).contains('.');
    let wire = unit.toks.clone().any(|t| doc.longest(t, Kind::Agency).is_some()) && unit.shape.words <= 4;
    if initials || one || wire || unit.indent < 8 && unit.shape.words >= 5 { BlockKind::Furniture } else { BlockKind::Paragraph }
}
