//! The dateline: "MINSK, April 11 (BelTA) -", in the styles of the world's agencies.

use super::sentences::{is_initials, sense};
use crate::doc::{Doc, Toks};
use crate::gazetteer::function_words::{self as w, is_function_word};
use crate::gazetteer::{Entry, Kind, PageWord, PlaceKind, SentenceWord, StateSense};
use crate::phrases::dates::Form;
use crate::text::Case;

/// A dateline by its tokens.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct DatelineToks {
    pub place: Option<Toks>,
    pub agencies: Vec<Toks>,
    /// The index of its date among the page's forms.
    pub date: Option<usize>,
    /// A desk or a name at its end: "Bishkek – 24.kg, News Desk".
    pub authors: Vec<Toks>,
    /// All of it, with the mark that ends it.
    pub toks: Toks,
}

/// Datelines are looked for in so many tokens.
const LONGEST: usize = 48;

/// The dateline that a run of tokens begins with.
pub(super) fn read(doc: &Doc, dates: &[Form], run: &Toks) -> Option<DatelineToks> {
    let end = run.end.min(run.start + LONGEST);
    let mut reader =
        Reader { doc, dates, end, whole: end == run.end, at: run.start, line: DatelineToks::default(), after: After::Start, sure: false };
    let stop = reader.elements()?;
    reader.line.toks = run.start..reader.at;
    reader.is_credible(stop).then_some(reader.line)
}

impl DatelineToks {
    /// Whether text follows a dateline with a place and more: one that stands over the text gives way to it.
    pub fn opens_text(&self, unit: &Toks) -> bool {
        self.is_marked() && self.toks.end + 4 < unit.end
    }

    /// Whether an agency or a date stands in it, so that it is one wherever it stands.
    pub fn is_marked(&self) -> bool {
        self.place.is_some() && (self.date.is_some() || !self.agencies.is_empty())
    }
}

/// What came before the next element.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Start,
    Comma,
    Stop,
    Dash,
    /// Nothing but space.
    Space,
    /// A date in brackets.
    Bracket,
}

/// How a dateline ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Dash,
    Colon,
    /// A full stop.
    Point,
    /// With the run.
    Line,
    /// Behind an agency in brackets.
    Nothing,
}

struct Reader<'a> {
    doc: &'a Doc<'a>,
    dates: &'a [Form],
    end: usize,
    /// Whether the run ends at `end`.
    whole: bool,
    at: usize,
    line: DatelineToks,
    after: After,
    /// Whether an agency stands in brackets or slashes, or is a known one.
    sure: bool,
}

impl Reader<'_> {
    /// Reads places, dates and agencies up to the mark that ends them.
    fn elements(&mut self) -> Option<Stop> {
        loop {
            if self.at >= self.end {
                return self.whole.then_some(Stop::Line);
            }
            if let Some((index, end)) = self.date_at(self.at) {
                if self.line.date.is_some() {
                    return None;
                }
                self.line.date = Some(index);
                self.at = end;
                self.after = After::Space;
                continue;
            }
            let word = self.doc.word(self.at);
            match word {
                w::OPEN if self.part_of_place() => {}
                w::OPEN => {
                    self.bracket()?;
                    if self.body_follows() && !self.place_follows() {
                        return Some(Stop::Nothing);
                    }
                }
                w::OPEN_SQUARE => self.state_in_brackets()?,
                w::SLASH if self.slashed().is_some() => {
                    if self.at + 1 < self.end && self.after == After::Space && self.body_follows() {
                        return Some(Stop::Nothing);
                    }
                }
                // "Arica/04.05.31/ANDAG:", "Arica | 4 May 2031 | Prices rose"
                w::SLASH | w::BAR if self.line.place.is_some() && (self.line.date.is_some() || self.date_at(self.at + 1).is_some()) => {
                    self.pass(After::Dash);
                    if self.doc.word(self.at - 1) == w::BAR && self.line.date.is_some() && self.prose_follows() {
                        return Some(Stop::Dash);
                    }
                }
                w::COMMA => self.pass(After::Comma),
                w::STOP => {
                    self.pass(After::Stop);
                    if !self.continues() {
                        return self.run_of_marks().or(Some(Stop::Point));
                    }
                }
                w::COLON => {
                    self.run_of_marks();
                    if self.doc.word(self.at) == w::OPEN && self.agency_at(self.at + 1).is_some_and(|end| self.doc.word(end) == w::CLOSE) {
                        self.bracket()?;
                        return Some(Stop::Nothing);
                    }
                    return Some(Stop::Colon);
                }
                _ if is_dash(self.doc, self.at) => {
                    self.run_of_marks();
                    if self.line.place.is_some() && !self.continues() || self.line.place.is_none() && self.sure {
                        self.place_behind_agency();
                        return Some(Stop::Dash);
                    }
                    self.after = After::Dash;
                }
                // "Arica, May 4 Three ships"
                _ if self.after == After::Space && self.is_town_and_day() && self.prose_follows() => return Some(Stop::Nothing),
                _ => {
                    self.name()?;
                    if self.sure && self.line.date.is_some() && self.body_follows() {
                        return Some(Stop::Nothing);
                    }
                }
            }
        }
    }

    /// "Arica, May 4": a known town with nothing but its day behind a comma.
    fn is_town_and_day(&self) -> bool {
        let (Some(place), Some(date)) = (&self.line.place, self.line.date) else { return false };
        let behind = self.doc.word(place.end) == w::COMMA && self.dates[date].toks.start == place.end + 1;
        behind
            && self.agency_at(self.at).is_none()
            && self.line.agencies.is_empty()
            && is_town(self.doc, place)
            && self.dates[date].toks.end == self.at
    }

    /// "(ANSA) - ROME, MAY 5 -"
    fn place_behind_agency(&mut self) {
        if self.line.place.is_some() {
            return;
        }
        let rest = self.at..self.end;
        let mut inner = Reader { at: rest.start, line: DatelineToks::default(), after: After::Start, sure: false, ..*self };
        let stop = inner.elements();
        if matches!(stop, Some(Stop::Dash)) && inner.line.agencies.is_empty() && inner.line.date.is_some() {
            let agencies = std::mem::take(&mut self.line.agencies);
            self.line = DatelineToks { agencies, ..inner.line };
            self.at = inner.at;
        }
    }

    /// "(AA) Djibouti, Jul 9 -": behind the agency stands a place with its own mark.
    fn place_follows(&self) -> bool {
        let Some(end) = self.run_of_names(self.at).filter(|&end| self.line.place.is_none() && end < self.end) else { return false };
        let dated = |end: usize| self.doc.word(end) == w::COMMA && self.date_at(end + 1).is_some();
        // "Arica, Chile, May 4"
        let state = || Some(end + 1).filter(|_| self.doc.word(end) == w::COMMA).and_then(|at| self.run_of_names(at));
        dated(end) || state().is_some_and(dated) || is_dash(self.doc, end) && known_place(self.doc, &(self.at..end))
    }

    /// "Ho (V/R), Feb. 3", "Springfield (Illinois), May 5": what stands in brackets belongs to the place before it.
    fn part_of_place(&mut self) -> bool {
        let Some(close) = (self.at + 2..self.end).take(5).find(|&t| self.doc.word(t) == w::CLOSE) else { return false };
        let piece = self.at + 1..close;
        let initials = piece.len() == 3 && self.doc.word(piece.start + 1) == w::SLASH && self.doc.printed(piece.start).len() == 1;
        let named =
            self.doc.tokens[piece.start].case() == Case::Title && known_place(self.doc, &piece) && self.agency_at(piece.start).is_none();
        let goes_on = self.doc.word(close + 1) == w::COMMA;
        match self.line.place.as_mut().filter(|place| place.end == self.at && goes_on && (initials || named)) {
            Some(place) => place.end = close + 1,
            None => return false,
        }
        self.at = close + 1;
        self.after = After::Space;
        true
    }

    /// "New Delhi [India]"
    fn state_in_brackets(&mut self) -> Option<()> {
        let close = (self.at + 2..self.end).take(4).find(|&t| self.doc.word(t) == w::CLOSE_SQUARE)?;
        let place = self.line.place.as_mut().filter(|place| place.end == self.at)?;
        place.end = close + 1;
        self.at = close + 1;
        Some(())
    }

    fn pass(&mut self, after: After) {
        self.at += 1;
        self.after = after;
    }

    /// Passes dashes, colons and stops: "--", ".-", ": –".
    fn run_of_marks(&mut self) -> Option<Stop> {
        let start = self.at;
        while self.at < self.end && (is_dash(self.doc, self.at) || matches!(self.doc.word(self.at), w::COLON | w::STOP)) {
            self.at += 1;
        }
        (self.at > start).then_some(Stop::Dash)
    }

    /// A date of a day or month, not a span.
    fn date_at(&self, token: usize) -> Option<(usize, usize)> {
        let index = self.dates.partition_point(|form| form.toks.start < token);
        let form = self.dates.get(index).filter(|form| form.toks.start == token && form.toks.end <= self.end)?;
        form.is_calendar_day().then_some((index, form.toks.end))
    }

    /// Whether a known agency, a bracket or a date goes on behind a mark that could have ended the line.
    fn continues(&self) -> bool {
        if self.at >= self.end {
            return false;
        }
        let agency = self.agency_at(self.at).is_some();
        let date = self.line.date.is_none()
            && self.date_at(self.at).is_some_and(|(_, end)| {
                end == self.end && self.whole || is_dash(self.doc, end) || matches!(self.doc.word(end), w::OPEN | w::STOP | w::SLASH)
            });
        agency
            || date
            || self.doc.word(self.at) == w::SLASH
            || self.doc.word(self.at) == w::OPEN && self.line.agencies.is_empty()
            || self.rest_is_names()
            // "ARICA. May 4. ANDAG -"
            || self.after == After::Stop
                && self.line.date.is_some()
                && self.line.place.is_some()
                && is_upper(self.doc, self.at)
                && is_dash(self.doc, self.at + 1)
    }

    /// "October 13, 2016 - Ottawa, Ontario - Global Affairs Canada": nothing but capitalised words up to the end of the line.
    fn rest_is_names(&self) -> bool {
        let rest = self.at..self.end;
        self.whole
            && (self.line.date.is_some() || self.doc.word(self.end - 1) == w::COLON)
            && !rest.is_empty()
            && rest.len() <= 8
            && rest
                .clone()
                .all(|t| self.doc.is_capitalised(t) || matches!(self.doc.word(t), w::AND | w::OF | w::AMPERSAND | w::COMMA | w::THE))
    }

    /// "(Xinhua)", "(APP - 11th Apr, 2025)", "(KHARTOUM)"
    fn bracket(&mut self) -> Option<()> {
        let close = (self.at + 1..self.end).take(30).find(|&t| self.doc.word(t) == w::CLOSE)?;
        let mut at = self.at + 1;
        while at < close {
            if let Some((index, end)) = self.date_at(at) {
                if self.line.date.is_some() {
                    return None;
                }
                self.line.date = Some(index);
                at = end;
                continue;
            }
            let word = self.doc.word(at);
            if matches!(word, w::COMMA | w::SLASH | w::SEMICOLON | w::BAR | w::AMPERSAND | w::AND) || is_dash(self.doc, at) {
                at += 1;
                continue;
            }
            let end = self.agency_at(at).filter(|&end| end <= close).unwrap_or_else(|| self.piece_end(at, close));
            self.in_bracket(at..end)?;
            at = end;
        }
        self.at = close + 1;
        self.after = if self.sure { After::Space } else { After::Bracket };
        Some(())
    }

    /// One behind a name inside a bracket.
    fn piece_end(&self, at: usize, close: usize) -> usize {
        let ends = |t: usize| {
            let spaced = is_dash(self.doc, t) && (!self.doc.is_glued(t) || !self.doc.is_glued(t + 1));
            spaced || matches!(self.doc.word(t), w::COMMA | w::SLASH | w::SEMICOLON | w::BAR) || self.date_at(t).is_some()
        };
        (at + 1..close).find(|&t| ends(t)).unwrap_or(close)
    }

    fn in_bracket(&mut self, piece: Toks) -> Option<()> {
        let small =
            |t: usize| self.doc.tokens[t].case() == Case::Lower && !is_function_word(self.doc.word(t)) && !self.doc.is(t, Kind::Page);
        // "Mr SOTO (Minister for Foreign Affairs):"
        let office = |t: usize| self.doc.is(t, Kind::Office) && self.doc.tokens[t].case() == Case::Title;
        if self.agency_at(piece.start).is_none() && piece.clone().any(office) {
            return None;
        }
        let own = self.doc.tokens[piece.start].case() != Case::Lower || self.agency_at(piece.start).is_some() || piece.len() == 1;
        if piece.len() > 8 || piece.clone().any(small) && piece.len() > 1 || !own {
            return None;
        }
        // "(Arica, Chile - 4 May 2031)"
        let comma = self.doc.word(piece.start - 1) == w::COMMA;
        let place = self.line.place.as_mut().filter(|place| comma && place.end + 1 == piece.start && is_list_of_places(self.doc, &piece));
        if let Some(place) = place {
            place.end = piece.end;
        } else if self.line.place.is_none() && known_place(self.doc, &piece) {
            self.line.place = Some(piece);
        } else {
            self.line.agencies.push(self.without_kind(piece));
            self.sure = true;
        }
        Some(())
    }

    /// "/TASS/": the agency between two slashes.
    fn slashed(&mut self) -> Option<()> {
        let close = (self.at + 2..self.end).take(8).find(|&t| self.doc.word(t) == w::SLASH)?;
        let piece = self.at + 1..close;
        let tight = self.doc.is_glued(piece.start) && self.doc.is_glued(close);
        if !tight && self.agency_at(piece.start) != Some(close) || self.date_at(piece.start).is_some() {
            return None;
        }
        // "KAZINFORM /Aliya Bek/": behind the agency stands its reporter.
        if self.line.agencies.is_empty() {
            self.line.agencies.push(piece)
        } else {
            self.line.authors.push(piece)
        }
        self.sure = true;
        self.at = close + 1;
        self.after = After::Space;
        Some(())
    }

    fn agency_at(&self, token: usize) -> Option<usize> {
        self.doc.longest(token, Kind::Agency).map(|(end, _)| end).filter(|&end| end <= self.end)
    }

    /// "Zagros news agency" is printed as an agency's name without its kind.
    fn without_kind(&self, piece: Toks) -> Toks {
        let kind = |t: usize| self.doc.tokens[t].case() == Case::Lower && self.doc.is_word(t);
        match self.agency_at(piece.start) {
            Some(end) if end < piece.end && (end..piece.end).all(kind) => piece.start..end,
            _ => piece,
        }
    }

    /// A place, an agency without brackets, or a desk.
    fn name(&mut self) -> Option<()> {
        let start = self.at;
        if let Some(mut end) = self.agency_at(start).filter(|_| self.line.place.is_some() || !known_place(self.doc, &(start..start + 1))) {
            self.line.agencies.push(start..end);
            self.sure = true;
            // "24.kg news agency"
            while end < self.end && self.doc.tokens[end].case() == Case::Lower && self.doc.is(end, Kind::Page) {
                end += 1;
            }
            self.at = end;
            self.after = After::Space;
            return Some(());
        }
        let article = self.doc.word(start) == w::THE && self.after == After::Comma;
        let end = self.run_of_names(if article { start + 1 } else { start })?;
        let run = start..end;
        self.at = end;
        let desk =
            (start..end).any(|t| matches!(self.doc.longest(t, Kind::Page), Some((last, Entry::Page(PageWord::Desk))) if last == end));
        match (&self.line.place, self.after) {
            _ if desk => self.line.authors.push(run),
            (None, _) => self.line.place = Some(run),
            // "BC, Tallinn"
            (Some(place), After::Comma)
                if place.len() == 1
                    && is_upper(self.doc, place.start)
                    && self.doc.printed(place.start).len() <= 5
                    && !known_place(self.doc, place)
                    && is_town(self.doc, &run) =>
            {
                self.line.agencies.extend(self.line.place.replace(run));
            }
            (Some(place), After::Comma) if place.end + 1 == start => self.line.place = Some(place.start..end),
            (Some(_), After::Comma | After::Dash | After::Stop) => self.line.agencies.push(run),
            // "BUDAPEST (March 16) CENS -"
            (Some(_), After::Bracket) if run.len() == 1 && self.doc.tokens[start].case() == Case::Upper => self.line.agencies.push(run),
            _ => return None,
        }
        self.after = After::Space;
        Some(())
    }

    /// Capitalised words, with particles, hyphens and the stops of abbreviations among them.
    fn run_of_names(&self, start: usize) -> Option<usize> {
        let doc = self.doc;
        let mut at = start;
        while at < self.end && at - start <= 9 && (at == start || self.date_at(at).is_none()) {
            let next_capital = doc.is_capitalised(at + 1) && at + 1 < self.end;
            let inner = doc.is_glued(at) && doc.is_glued(at + 1) && doc.is_word(at + 1);
            let abbreviated = || {
                is_initials(doc.printed(at - 1))
                    || matches!(sense(doc, at - 1), Some(SentenceWord::Open | SentenceWord::Closed | SentenceWord::Number))
            };
            let goes_on = match doc.word(at) {
                _ if doc.is_capitalised(at) => true,
                w::HYPHEN | w::APOSTROPHE => at > start && inner,
                w::SLASH => at > start && next_capital && self.end_of_slashes(at).is_none(),
                w::STOP => {
                    at > start
                        && doc.is_glued(at)
                        && abbreviated()
                        && (next_capital
                            || matches!(doc.word(at + 1), w::COMMA | w::OPEN | w::SLASH | w::COLON | w::HYPHEN | w::EN_DASH | w::EM_DASH))
                }
                w::AMPERSAND => next_capital,
                _ => {
                    at > start
                        && doc.is_word(at)
                        && doc.printed(at).len() <= 3
                        && (next_capital || doc.printed(at + 1).len() <= 3 && doc.is_capitalised(at + 2))
                }
            };
            if !goes_on || at > start && !doc.is_glued(at) && doc.is_wide_before(at) {
                break;
            }
            at += 1;
        }
        (at > start && at - start <= 9 && doc.is_capitalised(start)).then_some(at)
    }

    /// Whether a slash opens an agency in slashes.
    fn end_of_slashes(&self, at: usize) -> Option<usize> {
        if self.doc.is_glued(at) || !self.doc.is_glued(at + 1) {
            return None;
        }
        (at + 2..self.end).take(8).find(|&t| self.doc.word(t) == w::SLASH && self.doc.is_glued(t))
    }

    /// Whether running text begins here, with no mark between.
    fn body_follows(&self) -> bool {
        let opens = |t: usize| self.doc.is_capitalised(t) || matches!(self.doc.word(t), w::QUOTE | w::OPEN_QUOTE | w::OPEN_GUILLEMET);
        let placed = self.line.place.is_some() || self.line.agencies.iter().any(|agency| self.agency_at(agency.start) == Some(agency.end));
        placed && self.sure && self.at < self.end && opens(self.at) && self.date_at(self.at).is_none()
    }

    /// Whether what was read is a dateline and not the beginning of a sentence.
    fn is_credible(&self, stop: Stop) -> bool {
        let dated = self.line.date.is_some();
        let Some(place) = &self.line.place else {
            return !self.line.agencies.is_empty() && self.sure && stop != Stop::Line;
        };
        let known = known_place(self.doc, place);
        let capitals = place.clone().all(|t| !self.doc.is_word(t) || self.doc.tokens[t].case() == Case::Upper)
            && self.doc.printed(place.start).len() > 2;
        let words = place.clone().filter(|&t| self.doc.is_word(t)).count();
        let page_word = self.doc.longest(place.start, Kind::Page).is_some();
        match stop {
            // "National Cheng Kung University (NCKU) President" begins a sentence.
            Stop::Nothing if !dated && self.doc.longest(place.start, Kind::Organisation).is_some_and(|(end, _)| end == place.end) => false,
            Stop::Line | Stop::Nothing => {
                (known || capitals && self.sure && dated) && (self.sure || dated || !self.line.agencies.is_empty())
            }
            // "DAVOS. It took a year."
            Stop::Point if !self.sure && !dated => capitals && is_town(self.doc, place) && self.prose_follows(),
            Stop::Point => known || capitals || words <= 3 && self.prose_follows(),
            _ if self.sure || dated => known || words <= 6 && !page_word,
            Stop::Colon => known && (capitals || is_town(self.doc, place)),
            // "MANILA, Philippines --" on a line of its own
            Stop::Dash if self.at == self.end && self.whole => {
                known && self.doc.word(place.end) != w::HYPHEN && is_upper(self.doc, place.start)
            }
            Stop::Dash => capitals && known || self.opens_after_dash(known || !page_word && words <= if capitals { 5 } else { 3 }, place),
        }
    }

    /// Whether a sentence in small letters begins behind the line.
    fn prose_follows(&self) -> bool {
        let next = self.at..self.end.min(self.at + 12);
        next.len() > 2 && self.opens_sentence() && next.clone().skip(1).any(|t| self.doc.tokens[t].case() == Case::Lower)
    }

    fn opens_sentence(&self) -> bool {
        self.at < self.end && (self.doc.is_capitalised(self.at) || is_opening_quote(self.doc, self.at) || self.doc.is_number(self.at))
    }

    /// "Nadi - Ministers": a place of a few words, known or not, and a sentence behind the dash.
    fn opens_after_dash(&self, likely: bool, place: &Toks) -> bool {
        let plain = !is_function_word(self.doc.word(place.start)) && sense(self.doc, place.start) != Some(SentenceWord::Opener);
        likely && plain && self.opens_sentence()
    }
}

fn is_upper(doc: &Doc, token: usize) -> bool {
    doc.tokens[token].case() == Case::Upper
}

fn is_opening_quote(doc: &Doc, token: usize) -> bool {
    matches!(doc.word(token), w::QUOTE | w::OPEN_QUOTE | w::OPEN_GUILLEMET)
}

/// A dash between words, not the hyphen of one word.
fn is_dash(doc: &Doc, token: usize) -> bool {
    match doc.word(token) {
        w::HYPHEN => !(doc.is_glued(token) && doc.is_glued(token + 1) && doc.is_word(token + 1)) || doc.word(token + 1) == w::HYPHEN,
        w::EN_DASH | w::EM_DASH => true,
        // Wires of old print "_" for a dash.
        _ => matches!(doc.printed(token), "―" | "‒" | "‐" | "−" | "_"),
    }
}

/// Whether a run is places and nothing else: "ARICA, Chile".
pub(super) fn is_list_of_places(doc: &Doc, run: &Toks) -> bool {
    let mut part = run.start;
    for t in run.clone() {
        if t + 1 == run.end || doc.word(t + 1) == w::COMMA {
            if !names_place(doc, part, t + 1) {
                return false;
            }
            part = t + 2;
        }
    }
    !run.is_empty()
}

/// Whether a part of a place's name, first or last, is a place that the word lists know.
pub(super) fn known_place(doc: &Doc, place: &Toks) -> bool {
    let mut part = place.start;
    for t in place.clone() {
        let parts = |t: usize| matches!(doc.word(t), w::COMMA | w::SLASH | w::AMPERSAND);
        let ends = t + 1 == place.end || parts(t + 1);
        if parts(t) {
            part = t + 1;
        } else if ends && names_place(doc, part, t + 1) {
            return true;
        }
    }
    false
}

/// Whether a line is a place alone: "STATE HOUSE, NAIROBI" in capitals, or a town and its state, "Nairobi, Kenya".
pub(super) fn is_place(doc: &Doc, line: &Toks) -> bool {
    let capitals = line.clone().all(|t| !doc.is_word(t) || doc.tokens[t].case() == Case::Upper);
    line.len() <= 8 && (capitals && known_place(doc, line) || is_town_of_state(doc, line))
}

/// "Nairobi, Kenya"
pub(super) fn is_town_of_state(doc: &Doc, line: &Toks) -> bool {
    let parted = line.clone().filter(|&t| doc.word(t) == w::COMMA).count() == 1;
    parted && is_town(doc, line) && is_list_of_places(doc, line)
}

/// Whether a run of tokens, all of it, is the name of a place.
fn names_place(doc: &Doc, start: usize, end: usize) -> bool {
    doc.lookups_at(start).iter().filter(|l| l.last as usize == end).any(|l| match l.entry {
        Entry::State { sense, .. } => !matches!(sense, StateSense::Demonym | StateSense::People | StateSense::Prefix),
        Entry::Place { .. } => true,
        Entry::Organisation { .. } => end - start > 1,
        _ => false,
    })
}

/// The states that are towns, or whose capital news calls by their name.
const CITY_STATES: &[&str] = &["DJI", "GTM", "HKG", "KWT", "LUX", "MAC", "MCO", "PAN", "SGP", "SMR", "VAT"];

/// Whether a place is a town rather than a country.
fn is_town(doc: &Doc, place: &Toks) -> bool {
    doc.lookups_at(place.start).iter().any(|l| match l.entry {
        Entry::State { sense: StateSense::Short, code } => CITY_STATES.contains(&code.as_str()),
        Entry::State { sense, .. } => sense == StateSense::Capital,
        Entry::Place { kind, .. } => kind == PlaceKind::City,
        _ => false,
    })
}
