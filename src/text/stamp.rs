//! Lines that say who wrote an article and when it was published.

use super::dateline::{self, DatelineToks};
use super::furniture::page_word;
use super::lines::{is_bar, is_wide};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{Kind, Kinds, PageWord};
use crate::phrases::dates::Form;
use crate::text::{Case, TokenKind};

/// What a line of dates and names says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Stamp {
    pub dates: Vec<StampDate>,
    pub authors: Vec<Toks>,
    pub dateline: Option<DatelineToks>,
}

/// A date of a stamp: its index among the page's forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StampDate {
    pub form: usize,
    pub role: StampRole,
}

/// What a date of a stamp is, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StampRole {
    /// "Published on"
    Published,
    Unlabelled,
    /// "Last updated"
    Updated,
}

/// What the dates behind a label are.
pub(super) fn role_of(label: PageWord) -> Option<StampRole> {
    match label {
        PageWord::Published => Some(StampRole::Published),
        PageWord::Updated => Some(StampRole::Updated),
        _ => None,
    }
}

impl Stamp {
    /// The stamp under a line that is a label alone.
    pub(super) fn with_role(mut self, role: StampRole) -> Stamp {
        for date in self.dates.iter_mut().filter(|date| date.role == StampRole::Unlabelled) {
            date.role = role;
        }
        self
    }
}

/// Where a line stands, which decides whether a name alone is a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stand {
    /// Over the title.
    Over,
    /// Between title and text.
    Under,
    /// Behind the text.
    Behind,
}

/// Stamps hold so few words that say nothing of date or author.
const MOST_OTHERS: usize = 7;
/// So many of them may stand in one cell with a date without label.
const MOST_BESIDE: usize = 4;
/// No stamp is longer.
const LONGEST: usize = 60;

/// Reads a line as a stamp; nothing where it is none.
pub(super) fn read(doc: &Doc, dates: &[Form], line: &Toks, stand: Stand) -> Option<Stamp> {
    if line.len() > LONGEST {
        return None;
    }
    let mut reader = Reader {
        doc,
        dates,
        end: line.end,
        stamp: Stamp::default(),
        others: 0,
        beside: 0,
        most_beside: 0,
        dated: false,
        label: None,
        stand,
        doubled: line
            .clone()
            .skip(1)
            .filter(|&t| doc.is_apart(t) && doc.gap(t) == "  " && doc.tokens[t - 1].kind() != TokenKind::Mark)
            .count()
            >= 2,
    };
    let mut at = line.start;
    while at < line.end {
        let opens_cell = at == line.start || parts(doc, at - 1) || reader.is_gap(at);
        if opens_cell {
            reader.label = reader.label.filter(|_| is_time(dates, at));
            reader.end_cell();
        }
        at = reader.step(at, opens_cell);
    }
    reader.finish()
}

/// "[MEDIA RELEASE – 20 March 2014] – The fisheries ministers ...": the date in the brackets that a text begins with.
pub(super) fn in_brackets(doc: &Doc, dates: &[Form], text: &Toks) -> Option<Stamp> {
    let close = match doc.word(text.start) {
        w::OPEN => w::CLOSE,
        w::OPEN_SQUARE => w::CLOSE_SQUARE,
        _ => return None,
    };
    let end = (text.start + 2..text.end).take(14).find(|&t| doc.word(t) == close)?;
    let inner = text.start + 1..end;
    let (word, _) = page_word(doc, inner.start).filter(|(_, end)| *end <= inner.end)?;
    let stamp = matches!(word, PageWord::Release | PageWord::Published).then(|| read(doc, dates, &inner, Stand::Under))??;
    Some(Stamp { authors: Vec::new(), dateline: None, ..stamp }.with_role(StampRole::Published))
}

/// "(Andean Wire, 20 March 2014)": an agency and a day in brackets, alone on a line behind the text.
pub(super) fn credit(doc: &Doc, dates: &[Form], line: &Toks) -> Option<Stamp> {
    let bracketed = line.len() <= 14 && doc.word(line.start) == w::OPEN && doc.word(line.end - 1) == w::CLOSE;
    let agency = bracketed.then(|| doc.longest(line.start + 1, Kind::Agency)).flatten()?.0;
    let day = (agency..line.end - 1).find_map(|t| form_at(dates, t)).map(|index| &dates[index])?;
    let whole = day.is_calendar_day() && day.toks.end + 1 == line.end;
    whole.then(|| read(doc, dates, &day.toks, Stand::Behind)).flatten().map(|stamp| stamp.with_role(StampRole::Published))
}

/// A mark between two entries of a line: "|", "·", a dash with space around it.
fn parts(doc: &Doc, token: usize) -> bool {
    is_bar(doc, token) || matches!(doc.word(token), w::BULLET | w::SEMICOLON) || is_free_dash(doc, token)
}

fn is_free_dash(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::HYPHEN | w::EN_DASH | w::EM_DASH) && !doc.is_glued(token) && !doc.is_glued(token + 1)
}

fn is_time(dates: &[Form], token: usize) -> bool {
    form_at(dates, token).is_some_and(|index| dates[index].is_clock())
}

/// The form that begins at a token.
pub(super) fn form_at(dates: &[Form], token: usize) -> Option<usize> {
    let index = dates.partition_point(|form| form.toks.start < token);
    dates.get(index).filter(|form| form.toks.start == token).map(|_| index)
}

struct Reader<'a> {
    doc: &'a Doc<'a>,
    dates: &'a [Form],
    end: usize,
    stamp: Stamp,
    /// Words that are neither date nor author nor label.
    others: usize,
    /// Those of them in the present cell, and the most that stand in one cell with a date.
    beside: usize,
    most_beside: usize,
    /// Whether the present cell has a date.
    dated: bool,
    label: Option<PageWord>,
    stand: Stand,
    /// Whether gaps of two spaces part the entries.
    doubled: bool,
}

impl Reader<'_> {
    /// Whether an entry of the line ends before a token.
    fn is_gap(&self, token: usize) -> bool {
        self.doc.is_apart(token) && is_wide(self.doc.gap(token)) || self.doubled && self.doc.gap(token) == "  "
    }

    /// Reads what begins at a token; gives the next.
    fn step(&mut self, at: usize, opens_cell: bool) -> usize {
        if opens_cell {
            if let Some(end) = self.dateline(at) {
                return end;
            }
        }
        if let Some(index) = form_at(self.dates, at).filter(|&index| self.dates[index].toks.end <= self.end) {
            return self.date(index);
        }
        if self.doc.tokens[at].kind() == TokenKind::Mark {
            return at + 1;
        }
        let word = page_word(self.doc, at).filter(|&(_, end)| end <= self.end);
        let section = word.is_some_and(|(word, _)| matches!(word, PageWord::Menu | PageWord::Masthead));
        if opens_cell && section {
            if let Some(end) = self.name_cell(at) {
                return end;
            }
        }
        if let Some((word, end)) = word {
            if let Some(next) = self.labelled(word, at, end, opens_cell) {
                return next;
            }
        }
        if matches!(self.label, Some(PageWord::Source | PageWord::Editor | PageWord::Caption | PageWord::Tags)) {
            return at + 1;
        }
        // "05 May 2031 - 10:12 Ana Soto"
        let behind_date = self.dated && self.beside == 0 && self.stand == Stand::Under;
        if opens_cell || behind_date {
            if let Some(end) = self.name_cell(at) {
                return end;
            }
        }
        self.others += 1;
        self.beside += 1;
        at + 1
    }

    /// "ADDIS ABABA - 28th April, 2005" in a cell of its own.
    fn dateline(&mut self, at: usize) -> Option<usize> {
        let cell_end = (at + 1..self.end).find(|&t| is_bar(self.doc, t) || self.is_gap(t) || self.doc.is_below(t)).unwrap_or(self.end);
        if let Some(line) = self.place_before_date(&(at..cell_end)) {
            self.stamp.dateline = Some(line);
            return Some(cell_end);
        }
        let with_date = form_at(self.dates, at).filter(|&index| self.dates[index].is_calendar_day());
        // "13/03/25 16:26, Bishkek – 24.kg": the date is the page's as well.
        let emphasis = |t: usize| self.doc.word(t) == w::ASTERISK;
        let from = if emphasis(at) { at + 1 } else { at };
        let last = if cell_end > from + 1 && emphasis(cell_end - 1) { cell_end - 1 } else { cell_end };
        let line = dateline::read(self.doc, self.dates, &(from..last)).filter(|line| line.place.is_some() && line.toks.end == last)?;
        if self.stamp.dateline.is_some() {
            return None;
        }
        // "Arica, May 4, 2031 22:10"
        let with_clock = || line.date.filter(|&index| self.dates[index].has_clock() && self.stand == Stand::Under);
        if let Some(form) = with_date.filter(|_| line.date.is_some()).or_else(with_clock) {
            self.stamp.dates.push(StampDate { form, role: StampRole::Unlabelled });
        }
        self.stamp.authors.extend(line.authors.iter().cloned());
        self.stamp.dateline = Some(line);
        Some(cell_end)
    }

    /// "ARICA, Chile | May 4, 2031", "Arica  /  Sun, May 4, 2031": a cell that is a place, and one that begins with a day.
    fn place_before_date(&self, cell: &Toks) -> Option<DatelineToks> {
        if self.stand != Stand::Under || self.stamp.dateline.is_some() || !dateline::is_list_of_places(self.doc, cell) {
            return None;
        }
        let date = match self.stamp.dates[..] {
            // "May 4, 2031 | Arica"
            [StampDate { form, role: StampRole::Unlabelled }] => {
                let ends_line = cell.end == self.end && self.others == 0 && self.dates[form].is_calendar_day();
                ends_line.then_some(form)
            }
            _ => self.day_behind(cell),
        };
        let toks = cell.clone();
        date.map(|date| DatelineToks { place: Some(toks.clone()), date: Some(date), toks, ..DatelineToks::default() })
    }

    /// The day with which the next cell begins.
    fn day_behind(&self, cell: &Toks) -> Option<usize> {
        let next = if is_bar(self.doc, cell.end) { cell.end + 1 } else { cell.end };
        form_at(self.dates, next).filter(|&index| next < self.end && self.dates[index].is_calendar_day())
    }

    fn end_cell(&mut self) {
        if std::mem::take(&mut self.dated) {
            self.most_beside = self.most_beside.max(self.beside);
        }
        self.beside = 0;
    }

    fn date(&mut self, index: usize) -> usize {
        let form = &self.dates[index];
        if form.is_calendar() {
            self.dated = true;
            let role = self.label.and_then(role_of).unwrap_or(StampRole::Unlabelled);
            let ignored =
                matches!(self.label, Some(PageWord::Legal | PageWord::Caption | PageWord::Related | PageWord::Action | PageWord::Release));
            if !ignored {
                self.stamp.dates.push(StampDate { form: index, role });
            }
        }
        form.toks.end
    }

    /// "Published on", "By", "Source:": what follows a label; nothing where the word is no label here.
    fn labelled(&mut self, word: PageWord, at: usize, end: usize, opens_cell: bool) -> Option<usize> {
        let colon = self.doc.word(end) == w::COLON;
        let before = if at > 0 && self.doc.word(at - 1) == w::COMMA { at - 1 } else { at };
        let behind_date =
            before > 0 && self.dates.get(self.dates.partition_point(|f| f.toks.end < before)).is_some_and(|f| f.toks.end == before);
        match word {
            PageWord::Author if colon || (opens_cell || behind_date) && (self.doc.word(end - 1) == w::BY || end > at + 1) => {
                let from = if colon { end + 1 } else { end };
                Some(self.authors(from))
            }
            PageWord::Published | PageWord::Updated
                if opens_cell && (end > at + 1 || !is_function_word(self.doc.word(at)))
                    || colon
                    || form_at(self.dates, end).is_some() && self.doc.is_capitalised(at) =>
            {
                self.label = Some(word);
                Some(end)
            }
            PageWord::Source if opens_cell && !colon && self.doc.word(end - 1) == w::FROM && self.stand == Stand::Under => {
                Some(self.sender(end).unwrap_or_else(|| {
                    self.label = Some(word);
                    end
                }))
            }
            PageWord::Source | PageWord::Editor | PageWord::Tags if opens_cell || colon => {
                self.label = Some(word);
                Some(end)
            }
            PageWord::Caption if colon => {
                self.label = Some(word);
                Some(end)
            }
            PageWord::Legal => {
                self.label = Some(word);
                Some(end)
            }
            PageWord::Desk if opens_cell && self.stand != Stand::Behind => None,
            PageWord::Release | PageWord::Related
                if word == PageWord::Related || self.doc.printed(end - 1).eq_ignore_ascii_case("until") =>
            {
                self.label = Some(PageWord::Release);
                Some(end)
            }
            PageWord::Menu | PageWord::Action | PageWord::Release => Some(end),
            _ => None,
        }
    }

    /// "From Rosa Soto, Arica", "From Our Correspondent": who is behind "from", where it is a person or a desk.
    fn sender(&mut self, from: usize) -> Option<usize> {
        if let Some((PageWord::Desk, end)) = page_word(self.doc, from).filter(|&(_, end)| end <= self.end) {
            if end < self.end && !parts(self.doc, end) && self.doc.word(end) != w::COMMA {
                return Some(self.authors(end));
            }
            self.stamp.authors.push(from..end);
            return Some(end);
        }
        let name = (from..self.end).find(|&t| matches!(self.doc.word(t), w::COMMA | w::IN)).unwrap_or(self.end);
        is_list_of_names(self.doc, &(from..name)).then(|| self.authors(from))
    }

    /// The names behind "By": "A. Ndiaye and B. Osei in Dakar", "Diplomatic Editor".
    fn authors(&mut self, from: usize) -> usize {
        let mut at = from;
        let mut name = from;
        let mut skipping = false;
        while at < self.end {
            let word = self.doc.word(at);
            let cell = at > from && (self.is_gap(at) || self.doc.is_below(at)) || is_bar(self.doc, at) || is_free_dash(self.doc, at);
            let label = match page_word(self.doc, at) {
                Some((PageWord::Published | PageWord::Updated, _)) => true,
                Some((PageWord::Source | PageWord::Editor, end)) => self.doc.word(end) == w::COLON || self.doc.word(end - 1) == w::BY,
                _ => false,
            };
            if cell
                || form_at(self.dates, at).is_some()
                || label && at > from && (self.doc.is_capitalised(at) || self.doc.word(at - 1) == w::SEMICOLON)
            {
                break;
            }
            let ends_name =
                matches!(
                    word,
                    w::COMMA
                        | w::AND
                        | w::AMPERSAND
                        | w::SLASH
                        | w::SEMICOLON
                        | w::IN
                        | w::WITH
                        | w::FOR
                        | w::FROM
                        | w::AT
                        | w::ON
                        | w::OPEN
                        | w::BULLET
                ) || at > name && !self.doc.is_capitalised(at) && matches!(page_word(self.doc, at), Some((PageWord::Author, _)))
                    || self.doc.printed(at + 1) == "@"
                    || self.doc.printed(at) == "@";
            if ends_name {
                self.author(name..at, skipping);
                skipping = matches!(word, w::IN | w::FOR | w::FROM | w::AT | w::ON | w::WITH)
                    || self.doc.printed(at) == "@"
                    || self.doc.printed(at + 1) == "@"
                    || skipping && word != w::AND;
                name = at + 1;
            }
            at += 1;
        }
        self.author(name..at, skipping);
        at.max(from)
    }

    /// One name of a byline, unless it is a place or a role behind one.
    fn author(&mut self, mut name: Toks, skipping: bool) {
        while !name.is_empty() && self.doc.tokens[name.end - 1].kind() == TokenKind::Mark && !self.ends_initial(name.end - 1) {
            name.end -= 1;
        }
        // "foreign affairs reporter Ana Soto"
        if let Some(capital) = name.clone().find(|&t| self.doc.is_capitalised(t)).filter(|&t| name.end - t > 1) {
            name.start = capital;
        }
        let office = name.clone().any(|t| self.doc.is(t, Kind::Office)) && !self.is_role(&name);
        let plain = !self.doc.is_capitalised(name.start.min(self.end - 1)) && !self.is_role(&name);
        if office || plain {
            return;
        }
        if skipping || name.is_empty() || name.len() > 8 || self.doc.tokens[name.start].kind() == TokenKind::Number {
            return;
        }
        // "by PIB Lima": an office and where it is.
        let bureau = name.len() == 2
            && self.doc.tokens[name.start].case() == Case::Upper
            && self.doc.tokens[name.end - 1].case() == Case::Title
            && dateline::known_place(self.doc, &(name.end - 1..name.end));
        if bureau {
            return;
        }
        let second = !self.stamp.authors.is_empty();
        let behind_comma = second && self.doc.word(name.start - 1) == w::COMMA;
        let person = || name.clone().filter(|&t| self.doc.is_word(t)).count() > 1 && !name.clone().any(|t| is_thing(self.doc, t));
        if second && (self.is_role(&name) || dateline::known_place(self.doc, &name)) || behind_comma && !person() {
            return;
        }
        self.stamp.authors.push(name);
    }

    fn ends_initial(&self, stop: usize) -> bool {
        let initial = self.doc.printed(stop - 1).len() == 1 && self.doc.tokens[stop - 1].case() == Case::Upper;
        self.doc.word(stop) == w::STOP && (initial || matches!(self.doc.printed(stop - 1), "Jr" | "Sr" | "Esq"))
    }

    /// "Diplomatic Editor", "Staff Writer" behind a name.
    fn is_role(&self, name: &Toks) -> bool {
        name.clone().any(|t| matches!(page_word(self.doc, t), Some((PageWord::Desk | PageWord::Editor, end)) if end == name.end))
    }

    /// A cell that is a desk or, under the title, a person's name.
    fn name_cell(&mut self, at: usize) -> Option<usize> {
        if self.stand == Stand::Behind {
            return None;
        }
        let doc = self.doc;
        let cell_end = (at + 1..self.end)
            .find(|&t| {
                let label = matches!(page_word(doc, t), Some((PageWord::Published | PageWord::Updated, _))) && doc.is_capitalised(t);
                is_bar(doc, t) || self.is_gap(t) || doc.is_below(t) || is_free_dash(doc, t) || form_at(self.dates, t).is_some() || label
            })
            .unwrap_or(self.end);
        let before_date = cell_end < self.end
            && (form_at(self.dates, cell_end).is_some() || matches!(page_word(doc, cell_end), Some((PageWord::Published, _))));
        let desk_end = (at..cell_end).find_map(|t| match page_word(doc, t) {
            Some((PageWord::Desk | PageWord::Editor, end)) if end <= cell_end => Some(end),
            _ => None,
        });
        let role = |t: usize| matches!(page_word(doc, t), Some((PageWord::Desk | PageWord::Editor, _)));
        let capitals = |run: Toks| {
            run.clone().all(|t| doc.is_capitalised(t) || !doc.is_word(t) || is_function_word(doc.word(t)) || role(t) && t > run.start)
        };
        // Over the title a desk has no name before it: "PACIFIC ISLANDS NEWS SERVICE" is the head of the page.
        let own = |end: usize| {
            let mut at = at;
            while let Some((PageWord::Desk | PageWord::Menu | PageWord::Editor, next)) = page_word(doc, at).filter(|_| at < end) {
                at = next;
            }
            self.stand == Stand::Under || at == end
        };
        if let Some(end) = desk_end.filter(|&end| own(end) && end - at <= 6 && capitals(at..end)) {
            let closed = end == cell_end || matches!(doc.word(end), w::COMMA | w::COLON | w::OPEN | w::SLASH);
            let name_first = end == cell_end || closed;
            if name_first && doc.word(end) != w::COLON {
                let comma = (at..end).find(|&t| doc.word(t) == w::COMMA);
                // "Amina Diallo, Staff Writer": the name, not the role.
                let name = if let Some(comma) = comma { at..comma } else { at..end };
                self.stamp.authors.push(name);
                return Some(cell_end);
            }
        }
        let apart = !self.stamp.dates.is_empty() && self.is_gap(cell_end);
        // "Rosa Soto  Arica  4 MAY 2031"
        let placed = self.is_gap(cell_end) && dateline::known_place(doc, &(cell_end..self.end.min(cell_end + 1)));
        let below = cell_end < self.end && doc.is_below(cell_end);
        let of_paper = || {
            let rest = cell_end..self.end;
            self.is_gap(cell_end) && rest.clone().any(|t| matches!(page_word(doc, t), Some((PageWord::Masthead, _))))
        };
        let names = self.stand == Stand::Under
            && (cell_end == self.end || before_date || apart || below || parts(doc, cell_end) || of_paper() || placed);
        let mut last = if doc.word(cell_end - 1) == w::COMMA { cell_end - 1 } else { cell_end };
        // "Ana SOTO (AFP)"
        if doc.word(last - 1) == w::CLOSE {
            let open = (at..last - 1).rev().take(5).find(|&t| doc.word(t) == w::OPEN);
            last = open.filter(|&open| doc.longest(open + 1, Kind::Agency).is_some_and(|(end, _)| end == last - 1)).unwrap_or(last);
        }
        if names && (is_list_of_names(doc, &(at..last)) || is_names_in_places(doc, &(at..last))) {
            let end = std::mem::replace(&mut self.end, last);
            self.authors(at);
            self.end = end;
            return Some(cell_end);
        }
        None
    }

    fn finish(mut self) -> Option<Stamp> {
        self.end_cell();
        let Stamp { dates, authors, dateline } = &self.stamp;
        let found = !dates.is_empty() || !authors.is_empty() || dateline.is_some();
        let labelled = dates.iter().any(|date| date.role != StampRole::Unlabelled) || dateline.is_some();
        let beside = if labelled { MOST_OTHERS } else { MOST_BESIDE };
        (found && self.others <= MOST_OTHERS && self.most_beside <= beside).then_some(self.stamp)
    }
}

/// "Asmita Gurung & Rabin K. Thapa": persons' names and nothing else.
fn is_list_of_names(doc: &Doc, run: &Toks) -> bool {
    let mut words = 0;
    for t in run.clone() {
        match doc.word(t) {
            w::AND | w::AMPERSAND | w::COMMA => {
                if words < 2 {
                    return false;
                }
                words = 0;
            }
            w::STOP => {}
            w::HYPHEN | w::APOSTROPHE if doc.is_glued(t) && doc.is_glued(t + 1) => {}
            _ if doc.is_capitalised(t) && !is_thing(doc, t) => words += 1,
            _ if doc.is_word(t)
                && doc.tokens[t].case() == Case::Lower
                && doc.printed(t).len() <= 3
                && words > 0
                && !is_function_word(doc.word(t)) => {}
            _ => return false,
        }
        if words > 4 {
            return false;
        }
    }
    words >= 2
}

/// "Ana Soto in Arica", "Ana Soto in Arica and Luis Vega in Lima": each name with its place.
fn is_names_in_places(doc: &Doc, run: &Toks) -> bool {
    let mut name = run.start;
    let mut places = 0;
    // "Luis Vega reports from Arica"
    let reports =
        |t: usize| page_word(doc, t).filter(|&(word, _)| word == PageWord::Author && !doc.is_capitalised(t)).map(|(_, end)| end - 1);
    while let Some((verb, joint)) = (name..run.end).find_map(|t| match doc.word(t) {
        w::IN | w::AT => Some((t, t)),
        _ => reports(t).map(|joint| (t, joint)),
    }) {
        let end = (joint + 1..run.end).find(|&t| matches!(doc.word(t), w::AND | w::AMPERSAND)).unwrap_or(run.end);
        let place = joint + 1..end;
        let named = place.clone().all(|t| doc.is_capitalised(t) || matches!(doc.word(t), w::COMMA | w::HYPHEN | w::THE));
        if !is_list_of_names(doc, &(name..verb)) || place.is_empty() || place.len() > 5 || !named {
            return false;
        }
        places += 1;
        name = end + 1;
    }
    places > 0 && name >= run.end
}

/// A capitalised word that persons are not called by: a state, a body, a word of the page.
fn is_thing(doc: &Doc, token: usize) -> bool {
    const THINGS: Kinds = Kinds::of(&[
        Kind::Agency,
        Kind::Page,
        Kind::Instrument,
        Kind::BodyHead,
        Kind::Act,
        Kind::Office,
        Kind::Rank,
        Kind::Portfolio,
        Kind::NotName,
        Kind::State,
        Kind::Organisation,
    ]);
    let numeral = doc.printed(token).bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L')) && doc.printed(token).len() > 1;
    doc.begins(token, THINGS) || numeral || is_function_word(doc.word(token))
}
