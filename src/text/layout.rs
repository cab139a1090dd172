//! The blocks of a page: what each paragraph, row and line is.

use super::Page;
use super::dateline::{self, DatelineToks};
use super::furniture::{ends_in_photographer, ends_sentence, is_aside, is_caption, is_furniture, label, opens_related, page_word};
use super::lines::{self, Marker, MarkerKind, Unit};
use super::page::{PageBlock, PageStamp};
use super::sentences::{cut, is_initials};
use super::stamp::{self, Stamp, StampRole, Stand, form_at};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{FastMap, Gazetteer, Kind, PageWord};
use crate::phrases::dates::Form;
use crate::report::Span;
use crate::text::{Case, TokenKind, split_possessive};

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

/// The blocks of the page by token, and what its header says.
pub(super) struct Layout {
    pub blocks: Vec<PageBlock>,
    pub title: Option<Toks>,
    pub stamps: Vec<PageStamp>,
    pub dateline: Option<DatelineToks>,
}

/// No header has more lines: they are compared with one another.
const LONGEST_HEADER: usize = 120;

/// Reads the page: the lines over the first paragraph are its header, the rest is body.
pub(super) fn read(doc: &Doc, dates: &[Form]) -> Layout {
    let units = lines::units(doc, crawl_date(doc, dates));
    let body = body_start(doc, dates, &units).min(LONGEST_HEADER);
    let (header, rest) = units.split_at(body);
    let mut layout = Layout { blocks: Vec::with_capacity(units.len()), title: None, stamps: Vec::new(), dateline: None };
    read_header(doc, dates, header, rest, &mut layout);
    let mut place = Place::default();
    for (index, unit) in rest.iter().enumerate() {
        let kind = body_kind(doc, &rest[index..], index.checked_sub(1).map(|b| &rest[b]), &mut place);
        if kind == BlockKind::Paragraph && index < 3 {
            let line = dateline::read(doc, dates, &unit.toks).filter(|line| {
                if index == 0 {
                    layout.dateline.is_none() || line.opens_text(&unit.toks)
                } else {
                    layout.dateline.is_none() && line.is_marked()
                }
            });
            // "(Meridian News) -" under "ARICA | Sun May 4, 2031"
            if let (0, None, Some(over)) = (index, &line, layout.dateline.as_mut().filter(|over| over.agencies.is_empty())) {
                let agency = dateline::read(doc, dates, &unit.toks).filter(|line| line.place.is_none() && line.date.is_none());
                over.agencies = agency.map_or_else(Vec::new, |line| line.agencies);
            }
            layout.dateline = line.or(layout.dateline.take());
            layout.stamps.extend(stamp::in_brackets(doc, dates, &unit.toks).map(|stamp| PageStamp { stamp, stand: Stand::Under }));
        }
        let plain_stamp = || if unit.shape.words < 12 { stamp::read(doc, dates, &unit.toks, Stand::Behind) } else { None };
        let stamp = stamp::credit(doc, dates, &unit.toks).or_else(plain_stamp);
        let plain = matches!(kind, BlockKind::Paragraph | BlockKind::Heading) && !ends_sentence(doc, unit);
        let slug = |form: usize| dates[form].has_clock() && unit.shape.words <= 5;
        let is_stamp = plain
            && stamp.as_ref().is_some_and(|stamp| stamp.dates.iter().any(|date| date.role != StampRole::Unlabelled || slug(date.form)));
        let kind = if is_stamp || plain && ends_with(doc, &unit.toks, layout.title.as_ref()) { BlockKind::Furniture } else { kind };
        layout.stamps.extend(stamp.map(|stamp| PageStamp { stamp, stand: Stand::Behind }));
        layout.blocks.push(PageBlock { kind, toks: unit.toks.clone() });
    }
    layout
}

/// "date 2031-05-04 Open menu": one behind the date that crawlers put before the first line of a page.
fn crawl_date(doc: &Doc, dates: &[Form]) -> usize {
    let labelled = matches!(page_word(doc, 0), Some((PageWord::Published, 1)));
    dates.first().filter(|form| labelled && form.toks.start == 1 && form.is_calendar_day()).map_or(0, |form| form.toks.end)
}

/// The index of the first unit of the body.
fn body_start(doc: &Doc, dates: &[Form], units: &[Unit]) -> usize {
    let mut titled = false;
    let Some(first) = (0..units.len()).find(|&index| {
        let opens = opens_body(doc, dates, &units[index..], titled);
        titled |= units[index].shape.words >= 4 && units[index].shape.bars == 0;
        opens
    }) else {
        // No running text: the items of a list are the body.
        return (1..units.len()).find(|&index| units[index].marker.is_some()).unwrap_or(units.len());
    };
    // A title or subtitle in a whole sentence stands over the byline too.
    if units[first].shape.words > 40 || opens_table(doc, &units[first..]) || dateline::read(doc, dates, &units[first].toks).is_some() {
        return first;
    }
    let stamped = |unit: &Unit| {
        unit.shape.words <= 14
            && unit.marker.is_none()
            && !is_data(unit)
            && stamp_of(doc, dates, unit, Stand::Over).is_some_and(|stamp| stamp.dateline.is_none())
    };
    let near = (first + 1..units.len().min(first + 7)).take_while(|&index| !is_prose(doc, &units[index], 20));
    let Some(byline) = near.into_iter().find(|&index| stamped(&units[index])) else { return first };
    (byline..units.len()).find(|&index| opens_body(doc, dates, &units[index..], true)).unwrap_or(first)
}

/// The first paragraph of running text; or, on a page without any, the first of three rows or items.
fn opens_body(doc: &Doc, dates: &[Form], units: &[Unit], titled: bool) -> bool {
    let unit = &units[0];
    if is_caption(doc, unit) || is_furniture(doc, unit) || is_aside(doc, unit) {
        return false;
    }
    if opens_table(doc, units) {
        let columns = |unit: &Unit| lines::is_rule(doc, &unit.toks) || unit.shape.wide_gaps >= 2;
        return stamp_of(doc, dates, unit, Stand::Over).is_none() || units[..2].iter().all(columns);
    }
    if unit.marker.is_some_and(|m| m.kind != MarkerKind::Number) {
        return false;
    }
    let spoken = ends_sentence(doc, unit) || unit.shape.words >= 30;
    if !titled && matches!(doc.word(unit.toks.end - 1), w::QUESTION | w::EXCLAMATION) && unit.shape.words < 25 {
        return false;
    }
    let stopped = titled && doc.word(unit.toks.end - 1) == w::STOP && is_prose(doc, unit, 6);
    stopped
        || is_prose(doc, unit, 12)
        || spoken && dateline::read(doc, dates, &unit.toks).is_some_and(|line| line.toks.end + 4 < unit.toks.end)
}

/// The first of three rows: their cells are apart alike, and some hold numbers.
fn opens_table(doc: &Doc, units: &[Unit]) -> bool {
    // The names of the columns stand over a rule.
    if let [heads, rule, ..] = units {
        if heads.shape.wide_gaps >= 2 && rule.shape.wide_gaps >= 2 && lines::is_rule(doc, &rule.toks) {
            return true;
        }
    }
    let Some(rows) = units.get(..3) else { return false };
    let ruled = |unit: &Unit| lines::is_rule(doc, &unit.toks) || unit.shape.tabs > 0 || unit.shape.wide_gaps > 0 && unit.shape.numbers > 0;
    let counted = rows[1..].iter().all(|unit| unit.shape.numbers > 0 || lines::is_rule(doc, &unit.toks));
    let numbers = rows.iter().any(|unit| unit.shape.numbers > 0);
    rows.iter().all(|unit| unit.marker.is_none() && ruled(unit))
        || counted && rows.iter().all(|unit| unit.shape.bars >= 2)
        || numbers && rows.iter().all(|unit| unit.shape.wide_gaps >= 2 && unit.marker.is_none())
}

/// Sentences rather than a line of words.
fn is_prose(doc: &Doc, unit: &Unit, words: usize) -> bool {
    let shape = unit.shape;
    let small = if shape.words >= 20 { 5 } else { 3 };
    shape.words >= words
        && shape.lower * small >= shape.words
        && (shape.wide_gaps < 2 || shape.cells * 3 < shape.words.min(shape.lower))
        && shape.bars < 3
        && (ends_sentence(doc, unit) && (shape.words >= 20 || !ends_in_abbreviation(doc, unit))
            || shape.words >= 40 && shape.lower * 2 >= shape.words)
}

/// "Court clears way for extradition to the U.S.": the stop is not that of a sentence.
fn ends_in_abbreviation(doc: &Doc, unit: &Unit) -> bool {
    unit.toks.len() > 1 && doc.word(unit.toks.end - 1) == w::STOP && is_initials(doc.printed(unit.toks.end - 2))
}

fn read_header(doc: &Doc, dates: &[Form], header: &[Unit], body: &[Unit], layout: &mut Layout) {
    let stand = |over: bool| if over { Stand::Over } else { Stand::Under };
    let stamps: Vec<Option<Stamp>> = header.iter().map(|unit| stamp_of(doc, dates, unit, Stand::Over)).collect();
    let title = headline(doc, dates, header, body, &stamps);
    layout.title = title.map(|title| title_proper(doc, &header[title].toks));
    let mut carried = None;
    let mut sourced = false;
    for (index, unit) in header.iter().enumerate() {
        let over = title.is_none_or(|title| index < title);
        let is_title = title.is_some_and(|title| title == index || same_words(doc, &header[title].toks, &unit.toks));
        sourced = sourced && !unit.after_blank;
        let stamp = if is_title || sourced && stamps[index].is_none() { None } else { stamp_of(doc, dates, unit, stand(over)) };
        // "Last updated" over its date.
        let stamp = match (stamp, carried.take()) {
            (Some(stamp), Some(role)) => Some(stamp.with_role(role)),
            (stamp, _) => stamp,
        };
        carried = label(doc, &unit.toks).and_then(|(word, end)| stamp::role_of(word).filter(|_| end + 1 >= unit.toks.end));
        let kind = match &stamp {
            _ if is_title => BlockKind::Headline,
            _ if is_caption(doc, unit) || ends_in_photographer(doc, unit) => BlockKind::Caption,
            Some(_) => BlockKind::Byline,
            None if over || sourced || is_furniture(doc, unit) || unit.shape.bars > 0 => BlockKind::Furniture,
            None if label(doc, &unit.toks).is_some_and(|(word, _)| word == PageWord::Source) => BlockKind::Byline,
            None if unit.marker.is_some() => BlockKind::ListItem,
            None if unit.shape.wide_gaps > 1 => BlockKind::TableRow,
            None => BlockKind::Heading,
        };
        sourced = sourced || label(doc, &unit.toks).is_some_and(|(word, end)| word == PageWord::Source && end == unit.toks.end);
        layout.blocks.push(PageBlock { kind, toks: unit.toks.clone() });
        if let Some(stamp) = stamp {
            layout.stamps.push(PageStamp { stamp, stand: stand(over) });
        } else if !is_title && dateline::is_place(doc, &unit.toks) {
            place_beside_date(doc, header, &stamps, index, layout);
        }
    }
    layout.dateline = layout.dateline.take().or_else(|| layout.stamps.iter().find_map(|s| s.stamp.dateline.clone()));
}

fn stamp_of(doc: &Doc, dates: &[Form], unit: &Unit, stand: Stand) -> Option<Stamp> {
    if is_caption(doc, unit) || is_aside(doc, unit) {
        return None;
    }
    stamp::read(doc, dates, &unit.toks, stand)
}

/// "STATE HOUSE, NAIROBI" over "9TH MAY 2018", "Nairobi, Kenya" under it: a dateline on two lines. "NAIROBI, Kenya" right over
/// the text is one without a day.
fn place_beside_date(doc: &Doc, header: &[Unit], stamps: &[Option<Stamp>], index: usize, layout: &mut Layout) {
    let town = dateline::is_town_of_state(doc, &header[index].toks);
    let day = |beside: usize, blank: bool| match stamps.get(beside)?.as_ref()?.dates[..] {
        [date] if !blank && header[beside].shape.words <= 3 => Some(date.form),
        _ => None,
    };
    let below = header.get(index + 1).and_then(|below| day(index + 1, below.after_blank));
    let date = below.or_else(|| day(index.checked_sub(1).filter(|_| town)?, header[index].after_blank));
    let alone = town && index + 1 == header.len() && doc.tokens[header[index].toks.start].case() == Case::Upper;
    if layout.dateline.is_none() && (date.is_some() || alone) {
        let toks = header[index].toks.clone();
        layout.dateline = Some(DatelineToks { place: Some(toks.clone()), date, toks, ..DatelineToks::default() });
    }
}

/// The unit of the header that is the title.
fn headline(doc: &Doc, dates: &[Form], header: &[Unit], body: &[Unit], stamps: &[Option<Stamp>]) -> Option<usize> {
    let masthead = masthead(doc, header, stamps);
    let score = |index: usize| {
        let score = headline_score(doc, dates, header, stamps, index)?;
        Some(if index < masthead { score.saturating_sub(MASTHEAD) } else { score })
    };
    let mut scores: Vec<Option<usize>> = (0..header.len()).map(score).collect();
    if scores.iter().flatten().nth(1).is_some() {
        let lead = Lead::read(doc, body);
        for (unit, score) in header.iter().zip(&mut scores) {
            *score = score.map(|score| score + ECHO * lead.echoes(doc, &unit.toks));
        }
    }
    if scores.iter().flatten().all(|&score| score < LEAST) {
        if let Some(dated) = (masthead..header.len()).find(|&index| is_dated_title(doc, &header[index], stamps[index].as_ref())) {
            return Some(dated);
        }
    }
    let best = scores.iter().flatten().max()?;
    // A subtitle may look more like a sentence than the title over it.
    (0..header.len()).find(|&index| {
        let close = |score: usize| score + CLOSE >= *best && header[index].shape.words >= 5;
        scores[index].is_some_and(|score| score == *best || close(score))
    })
}

/// So much more a line looks like a title for each of its words that the text takes up.
const ECHO: usize = 5;

/// The words that the text begins with: a title speaks of them, a menu does not.
struct Lead(FastMap<u64, ()>);

impl Lead {
    /// How much of the text is looked at, in tokens.
    const LONG: usize = 160;
    /// How many words of a line count.
    const MOST: usize = 2;

    fn read(doc: &Doc, body: &[Unit]) -> Self {
        let words = body.iter().flat_map(|unit| unit.toks.clone()).take(Self::LONG);
        Self(words.filter_map(|t| Some((Self::key(doc, t)?, ()))).collect())
    }

    /// A word of some length, in whatever case and without its possessive.
    fn key(doc: &Doc, token: usize) -> Option<u64> {
        let word = split_possessive(doc.printed(token)).0;
        let telling = doc.is_word(token) && word.len() > 3 && !is_function_word(doc.word(token));
        let fold = |key: u64, byte: u8| (key ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3);
        telling.then(|| word.bytes().fold(0xcbf2_9ce4_8422_2325, fold))
    }

    fn echoes(&self, doc: &Doc, line: &Toks) -> usize {
        line.clone().filter(|&t| Self::key(doc, t).is_some_and(|key| self.0.contains_key(&key))).take(Self::MOST).count()
    }
}

/// "Depositary actions, week of 22 August 2031": words with a date, where no other line is a title.
fn is_dated_title(doc: &Doc, unit: &Unit, stamp: Option<&Stamp>) -> bool {
    let plain = stamp.is_some_and(|stamp| {
        stamp.authors.is_empty() && stamp.dateline.is_none() && stamp.dates.iter().all(|date| date.role == StampRole::Unlabelled)
    });
    let content = unit.toks.clone().filter(|&t| doc.tokens[t].case() == Case::Lower && !is_function_word(doc.word(t))).count();
    plain && content >= 2 && unit.shape.bars == 0 && unit.shape.wide_gaps == 0 && label(doc, &unit.toks).is_none()
}

/// So much less a line of the masthead looks like a title.
const MASTHEAD: usize = 14;

/// "THE COAST HERALD" / "The island's oldest weekly": the lines up to the first blank one, where the first of them is a
/// name; none where a byline is among them, or nothing follows.
fn masthead(doc: &Doc, header: &[Unit], stamps: &[Option<Stamp>]) -> usize {
    let blank = (1..header.len()).find(|&index| header[index].after_blank).unwrap_or(0);
    // "No. 34 - May 2031" ends it; a byline, or a date right under the first line, is that of an article.
    let stamped = stamps[..blank].iter().position(Option::is_some).unwrap_or(blank);
    let bylined = stamps[..blank].iter().flatten().any(|stamp| !stamp.authors.is_empty());
    let end = if bylined || stamped < blank.min(2) { 0 } else { stamped };
    let Some(first) = header.first().filter(|_| end > 0) else { return 0 };
    let name = |t: usize| {
        let plain = !doc.is(t, Kind::Act) && (doc.tokens[t].case() != Case::Lower || is_function_word(doc.word(t)));
        plain && !matches!(doc.word(t), w::COLON | w::COMMA | w::QUESTION | w::SEMICOLON | w::EXCLAMATION)
    };
    let most = if is_institution(doc, &first.toks) { 10 } else { 7 };
    let named = first.shape.words <= most && first.shape.bars == 0 && first.toks.clone().all(name);
    if named { end } else { 0 }
}

/// What scores less is no title.
const LEAST: usize = 9;
/// A title this much behind the best still wins when it stands before it.
const CLOSE: usize = 7;

/// How much a unit of the header looks like a title; nothing for what cannot be one.
fn headline_score(doc: &Doc, dates: &[Form], header: &[Unit], stamps: &[Option<Stamp>], index: usize) -> Option<usize> {
    let unit = &header[index];
    let shape = unit.shape;
    let numbered =
        |word: PageWord, end: usize| word == PageWord::Release && shape.numbers > 0 && unit.toks.end <= end + 6 && shape.words <= 4;
    let named =
        |(word, end): (PageWord, usize)| end == unit.toks.end || doc.word(end) == w::COLON && names_or_dates(word) || numbered(word, end);
    let mut sentences = 0;
    cut(doc, unit.toks.clone(), |_| sentences += 1);
    let clocked = form_at(dates, unit.toks.start).is_some_and(|form| dates[form].has_clock());
    if clocked
        || lines::decoration(doc, &unit.toks).is_some()
        || sentences > 2 && (shape.words > 14 || ends_sentence(doc, unit))
        || sentences > 1 && ends_sentence(doc, unit)
        || doc.word(unit.toks.end - 1) == w::COMMA
    {
        return None;
    }
    let sited = shape.bars == 1 && without_site(doc, &unit.toks).end < unit.toks.end;
    let again = header.iter().skip(index + 1).any(|later| {
        later.toks.len() >= 4
            && later.toks.len() < unit.toks.len()
            && same_words(doc, &later.toks, &(unit.toks.start..unit.toks.start + later.toks.len()))
    });
    let barred = shape.bars > 0 && !sited
        || again
        || shape.wide_gaps > 0
        || shape.double_gaps > 1
        || unit.marker.is_some()
        || stamps[index].is_some();
    if barred
        || shape.words < 2
        || label(doc, &unit.toks).is_some_and(named)
        || is_aside(doc, unit)
        || is_caption(doc, unit)
        || ends_in_photographer(doc, unit)
        || is_furniture(doc, unit)
    {
        return None;
    }
    let content = unit.toks.clone().any(|t| doc.is_word(t) && doc.tokens[t].case() == Case::Lower && !is_function_word(doc.word(t)));
    let acts = unit.toks.clone().any(|t| doc.is(t, Kind::Act));
    let punctuated = unit.toks.clone().any(|t| matches!(doc.word(t), w::COLON | w::COMMA | w::SEMICOLON | w::QUESTION));
    let parted = header.get(index + 1).is_none_or(|next| next.after_blank || stamps[index + 1].is_some());
    let twice = header.iter().enumerate().any(|(other, o)| other != index && same_words(doc, &o.toks, &unit.toks));
    let institution = is_institution(doc, &unit.toks) && !acts;
    let subtitle = !unit.after_blank && index > 0 && header[index - 1].shape.words >= 5 && stamps[index - 1].is_none();
    let score = 3 * shape.words.min(7)
        + 4 * usize::from(content)
        + 4 * usize::from(acts)
        + 3 * usize::from(punctuated)
        + 5 * usize::from(unit.after_blank)
        + 3 * usize::from(parted)
        + 10 * usize::from(twice)
        + 20 * usize::from(title_proper(doc, &unit.toks).start > unit.toks.start);
    let stopped = doc.word(unit.toks.end - 1) == w::STOP && !ends_in_abbreviation(doc, unit);
    let marked = matches!(doc.word(unit.toks.start), w::STOP | w::ELLIPSIS | w::HYPHEN | w::EN_DASH);
    let against = 8 * usize::from(marked)
        + 12 * usize::from(institution)
        + 6 * usize::from(subtitle)
        + 4 * usize::from(shape.words > 16)
        + 8 * usize::from(stopped);
    score.checked_sub(against).filter(|&score| score >= LEAST)
}

/// "Embassy of Peru in Chad", "THE COAST HERALD": a name, and no sentence.
fn is_institution(doc: &Doc, toks: &Toks) -> bool {
    // "With" and "In" with a capital stand in headlines, not in names.
    let joins = |t: usize| matches!(doc.word(t), w::OF | w::THE | w::FOR | w::AND | w::AMPERSAND | w::APOSTROPHE);
    let named = |t: usize| match doc.tokens[t].case() {
        Case::Upper => true,
        Case::Title => joins(t) || !is_function_word(doc.word(t)),
        _ => joins(t) || matches!(doc.word(t), w::IN | w::ON | w::TO),
    };
    let plain = toks
        .clone()
        .all(|t| named(t) || doc.tokens[t].kind() == TokenKind::Mark && !matches!(doc.word(t), w::COLON | w::QUESTION | w::SEMICOLON));
    plain
        && !toks.clone().any(|t| doc.is(t, Kind::Instrument))
        && toks.clone().any(|t| {
            doc.is(t, Kind::BodyHead)
                || matches!(page_word(doc, t), Some((PageWord::Masthead, _)))
                || doc.longest(t, Kind::Agency).is_some()
        })
}

/// The title without a mark or label before it: "# Peru ratifies pact", "Subject: Peru ratifies pact".
fn title_proper(doc: &Doc, title: &Toks) -> Toks {
    let mut title = without_site(doc, title);
    while title.len() > 1 && matches!(doc.word(title.start), w::HASH | w::ASTERISK) {
        title.start += 1;
    }
    match label(doc, &title) {
        Some((PageWord::Title, end)) if doc.word(end) == w::COLON && end + 1 < title.end => end + 1..title.end,
        _ => title,
    }
}

/// The title without the name of the site behind it: "Peru ratifies pact | The Coast Herald".
fn without_site(doc: &Doc, title: &Toks) -> Toks {
    let bar = (title.start + 4..title.end)
        .rev()
        .find(|&t| matches!(doc.word(t), w::BAR | w::HYPHEN | w::EN_DASH | w::EM_DASH) && !doc.is_glued(t) && !doc.is_glued(t + 1));
    match bar {
        Some(bar)
            if title.end - bar <= 7
                && bar - title.start >= 5
                && is_institution(doc, &(bar + 1..title.end))
                && !is_institution(doc, &(title.start..bar)) =>
        {
            title.start..bar
        }
        _ => title.clone(),
    }
}

fn names_or_dates(word: PageWord) -> bool {
    matches!(word, PageWord::Published | PageWord::Updated | PageWord::Author | PageWord::Editor | PageWord::Source | PageWord::Desk)
}

/// Whether two runs print the same words, in whatever case.
fn same_words(doc: &Doc, a: &Toks, b: &Toks) -> bool {
    let folded = |toks: &Toks| doc.slice(toks).chars().flat_map(char::to_lowercase);
    a.len() == b.len() && folded(a).eq(folded(b))
}

/// "The Coast Herald: Peru and Chile sign tax treaty": the title once more, with a name before it.
fn ends_with(doc: &Doc, toks: &Toks, title: Option<&Toks>) -> bool {
    let Some(title) = title.filter(|title| title.len() > 2 && title.len() <= toks.len() && toks.len() <= title.len() + 10) else {
        return false;
    };
    same_words(doc, title, &(toks.end - title.len()..toks.end))
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
    /// Behind furniture.
    tail: bool,
    /// Among lines that are a list without markers.
    bare: bool,
}

/// What the first of these units is.
fn body_kind(doc: &Doc, units: &[Unit], before: Option<&Unit>, place: &mut Place) -> BlockKind {
    let unit = &units[0];
    let kind = unmarked_kind(doc, units, before, place);
    place.bare = place.bare && kind == BlockKind::ListItem;
    place.tail = kind == BlockKind::Furniture || kind == BlockKind::Caption && place.tail;
    place.listing = match kind {
        BlockKind::ListItem => place.listing && unit.marker.is_none(),
        _ => doc.word(unit.toks.end - 1) == w::COLON,
    };
    kind
}

fn unmarked_kind(doc: &Doc, units: &[Unit], before: Option<&Unit>, place: &mut Place) -> BlockKind {
    let unit = &units[0];
    let next = units.get(1);
    let prose = is_prose(doc, unit, 12);
    if opens_related(doc, unit) {
        place.related = true;
        return BlockKind::Furniture;
    }
    if place.related && (!prose || unit.marker.is_some() || is_dated_teaser(doc, unit)) {
        return BlockKind::Furniture;
    }
    place.related = false;
    if is_caption(doc, unit) {
        return BlockKind::Caption;
    }
    if is_furniture(doc, unit) {
        place.contact = label(doc, &unit.toks)
            .is_some_and(|(word, end)| matches!(word, PageWord::Contact | PageWord::Source) && unit.toks.end <= end + 1);
        return BlockKind::Furniture;
    }
    if place.contact && !prose && unit.marker.is_none() && unit.shape.wide_gaps == 0 {
        return BlockKind::Furniture;
    }
    place.contact = false;
    if is_row(unit) {
        return BlockKind::TableRow;
    }
    if unit.marker.is_some_and(|marker| is_item(doc, unit, marker)) {
        return BlockKind::ListItem;
    }
    if place.listing && is_bare_item(doc, unit) || in_bare_list(doc, units, before, place.bare) {
        place.bare = true;
        return BlockKind::ListItem;
    }
    if !prose && is_heading(doc, unit) {
        let over = |n: usize| units.get(n).is_some_and(|next| leads(doc, next));
        let over_heading = next.is_some_and(|next| is_heading(doc, next) && !is_furniture(doc, next)) && over(2);
        return match over(1) || over_heading {
            true => BlockKind::Heading,
            false if place.tail && unit.indent < 8 => BlockKind::Furniture,
            false => BlockKind::Paragraph,
        };
    }
    BlockKind::Paragraph
}

/// "VIGO (21 January 2030)  Dockers here ...": a teaser that begins with its place and date, or with a wide gap.
fn is_dated_teaser(doc: &Doc, unit: &Unit) -> bool {
    let head = unit.toks.start..unit.toks.end.min(unit.toks.start + 12);
    let close = head.clone().find(|&t| doc.word(t) == w::CLOSE);
    close.is_some_and(|close| {
        doc.is_number(close - 1) && doc.is_wide_before(close + 1) || doc.is_number(close - 1) && close - head.start < 8
    })
}

/// A row of a table that holds numbers: "Chad   Treaty on trade   12/05/2009   Lima   in force".
fn is_data(unit: &Unit) -> bool {
    unit.shape.wide_gaps >= 4 && unit.shape.numbers >= 2
}

fn is_row(unit: &Unit) -> bool {
    let shape = unit.shape;
    let gaps = shape.wide_gaps + shape.double_gaps;
    // Justified prose has wide gaps too, but small letters behind them.
    let parted =
        (shape.wide_gaps > 0 || shape.double_gaps > 1) && (shape.words <= gaps * 4 || shape.cells * 2 >= gaps && shape.words <= gaps * 36);
    shape.tabs > 0 || parted && unit.marker.is_none_or(|m| m.kind == MarkerKind::Number) || shape.bars > 1
}

/// A marked item of a list; numbered paragraphs are running text.
fn is_item(doc: &Doc, unit: &Unit, marker: Marker) -> bool {
    if marker.kind != MarkerKind::Number {
        return true;
    }
    let head = marker.body..unit.toks.end.min(marker.body + 6);
    let instrument = head.clone().any(|t| doc.is(t, Kind::Instrument)) && !head.clone().any(|t| doc.is(t, Kind::Act));
    let inner = (marker.body..unit.toks.end - 1).any(|t| doc.word(t) == w::STOP && !doc.is_glued(t + 1) && doc.is_capitalised(t + 1));
    let words = unit.shape.words;
    doc.word(unit.toks.end - 1) != w::COLON
        && (instrument
            || words <= 25 && !inner
            || words <= 45 && !inner && (doc.word(unit.toks.end - 1) != w::STOP || doc.tokens[marker.body].case() == Case::Lower))
}

/// An item without a marker: under a colon, a line that no full stop ends.
fn is_bare_item(doc: &Doc, unit: &Unit) -> bool {
    let last = doc.word(unit.toks.end - 1);
    let quoted = matches!(doc.printed(unit.toks.start), "\"" | "“" | "«" | "”");
    !quoted && unit.shape.words >= 2 && unit.shape.words <= 60 && last != w::COLON && (!ends_sentence(doc, unit) || last == w::SEMICOLON)
}

/// One of three lines or more that follow one another without a stop: a list without markers.
fn in_bare_list(doc: &Doc, units: &[Unit], before: Option<&Unit>, bare: bool) -> bool {
    let item = |unit: &Unit| {
        unit.marker.is_none() && unit.shape.words >= 2 && unit.shape.words <= 30 && unit.shape.wide_gaps == 0 && !ends_sentence(doc, unit)
    };
    let joined = |n: usize| units.get(n).is_some_and(|unit| !unit.after_blank && item(unit));
    let behind = before.is_some_and(|before| item(before) && !units[0].after_blank);
    item(&units[0]) && (joined(1) && joined(2) || behind && (joined(1) || bare))
}

/// A short line without a stop.
fn is_heading(doc: &Doc, unit: &Unit) -> bool {
    let question = doc.word(unit.toks.end - 1) == w::QUESTION;
    unit.shape.words <= 16 && (question || !ends_sentence(doc, unit)) && doc.word(unit.toks.end - 1) != w::COMMA
}

/// What a heading can stand over.
fn leads(doc: &Doc, next: &Unit) -> bool {
    !is_furniture(doc, next) && (is_prose(doc, next, 8) || next.marker.is_some() || next.shape.wide_gaps > 0 || ends_sentence(doc, next))
}
