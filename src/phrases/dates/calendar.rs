//! Dates of the calendar: "11 April 2025", "Dec. 9", "25.04.2018", "Q3 2024", "spring of 2013", "the 1990s".

use super::form::{Fields, PartField, YearField};
use super::numerals::{Numeral, roman_month};
use super::scan::{Found, Scan};
use super::words::{Calendar, DateWord, Direction, Holiday};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Kind, NumberKind, WordId};
use crate::report::{Clock, Unit};

/// A figure and its digits.
type Figure = (u32, u8);

impl Scan<'_> {
    /// "2025-04-11", "11/04/2025", "25.04.2018", "14-XI-2003", "15/05", "08/2023"
    pub(super) fn numeric_date(&self, i: usize) -> Found<Fields> {
        let found = match self.numeral(i) {
            Numeral::Dotted(parts, 3) if !self.goes_on(i + 1) => Some((i + 1, three(parts[0], parts[1], parts[2], true)?)),
            Numeral::Plain(first, digits) if digits <= 4 => self.separated((first, digits), i),
            _ => None,
        };
        found.filter(|_| !self.is_numbered(i) && !self.is_part_of_figure(i))
    }

    /// Figures with the same mark between them: "2025-04-11", "11/04/2025".
    fn separated(&self, first: Figure, i: usize) -> Found<Fields> {
        let mark = self.doc.word(i + 1);
        // "12.VI.2021"
        let roman = mark == w::STOP && self.doc.is_word(i + 2) && roman_month(self.doc.printed(i + 2)).is_some();
        if !(roman || matches!(mark, w::HYPHEN | w::SLASH | w::EN_DASH)) || !self.doc.is_glued(i + 1) || !self.doc.is_glued(i + 2) {
            return None;
        }
        let second = match self.numeral(i + 2) {
            Numeral::Plain(n, digits) => (n, digits),
            // "14-XI-2003", "2003-Nov-14"
            _ => match self.month(i + 2) {
                Some((end, Month::Ours(month, _))) if end == i + 3 => (u32::from(month), 0),
                _ => (u32::from(roman_month(self.doc.printed(i + 2))?), 0),
            },
        };
        let end = i + 3;
        if self.doc.word(end) != mark || !self.doc.is_glued(end) || !self.doc.is_glued(end + 1) || !self.doc.is_number(end + 1) {
            let more = matches!(self.doc.word(end), w::HYPHEN | w::SLASH) && self.doc.is_glued(end) && self.doc.is_glued(end + 1);
            return if more { None } else { Some((end, self.two(first, second, mark == w::SLASH, i)?)) };
        }
        let end = end + 2;
        // A longer row of figures is a number of another kind.
        if matches!(self.doc.word(end), w::HYPHEN | w::SLASH) && self.doc.is_glued(end) && self.doc.is_number(end + 1) {
            return None;
        }
        match self.numeral(end - 1) {
            Numeral::Plain(third, digits) => Some((end, three(first, second, (third, digits), mark == w::SLASH)?)),
            // "2025-04-11T15:00+05:00"
            Numeral::DayAndHour(day, hour) => {
                let fields = three(first, second, (u32::from(day), 2), false)?;
                let (end, clock) = self.clock_behind_hour(end - 1, hour)?;
                Some((end, Fields { clock: Some(clock), ..fields }))
            }
            _ => None,
        }
    }

    /// Whether a mark at a token joins more figures to those before it: "/752", "-34".
    fn goes_on(&self, i: usize) -> bool {
        matches!(self.doc.word(i), w::HYPHEN | w::SLASH | w::STOP)
            && self.doc.is_glued(i)
            && self.doc.is_glued(i + 1)
            && self.doc.is_number(i + 1)
    }

    /// "15/05", "08/2023", "2025-04"
    fn two(&self, first: Figure, second: Figure, slash: bool, i: usize) -> Option<Fields> {
        let before = i.wrapping_sub(1);
        let named = i > 0 && self.joined(i) && self.doc.is_capitalised(before) && !w::is_function_word(self.doc.word(before));
        if first.1 == 4 && second.1 == 2 && (1900..=2100).contains(&first.0) && !(slash && named) {
            let range = second.0 > first.0 % 100;
            let month = (1..=12).contains(&second.0) && !range;
            return month.then_some(Fields { year: year_of(first.0), part: Some(PartField::Month(second.0 as u8)), ..Fields::default() });
        }
        if !slash || named {
            return None;
        }
        if second.1 == 4 && first.1 <= 2 && (1900..=2100).contains(&second.0) {
            let month = (1..=12).contains(&first.0);
            return month.then_some(Fields { year: year_of(second.0), part: Some(PartField::Month(first.0 as u8)), ..Fields::default() });
        }
        // "15/05": a fraction has no noughts before its figures.
        let dated = i > 0
            && (matches!(self.doc.word(before), w::ON | w::FROM | w::UNTIL | w::BY | w::SINCE)
                || self.ends_slashed(i)
                || self.in_brackets(i));
        let padded = first.1 == 2 && second.1 == 2 && (first.0 < 10 || second.0 < 10);
        if !(padded || dated && first.1 <= 2 && second.1 <= 2) {
            return None;
        }
        let (day, month, swappable) = day_and_month(first.0, second.0)?;
        Some(Fields { day: Some(day), part: Some(PartField::Month(month)), swappable, ..Fields::default() })
    }

    /// Whether a figure opens brackets behind a weekday: "Tuesday (15/6)".
    fn in_brackets(&self, i: usize) -> bool {
        i > 1 && self.doc.word(i - 1) == w::OPEN && self.weekday(i - 2).is_some() && self.doc.word(i + 3) == w::CLOSE
    }

    /// Whether a figure is behind "10/1 to": the end of a span.
    fn ends_slashed(&self, i: usize) -> bool {
        i > 4
            && matches!(self.doc.word(i - 1), w::TO | w::AND)
            && self.doc.word(i - 3) == w::SLASH
            && self.doc.is_number(i - 2)
            && matches!(self.doc.word(i - 5), w::FROM | w::BETWEEN)
    }

    /// "11th Apr, 2025", "April 11, 2025", "8th to 10th May", "Nov 14-19", "May 2017", "first of May"
    pub(super) fn named_date(&self, i: usize) -> Found<Fields> {
        self.day_first(i).or_else(|| self.month_first(i)).or_else(|| self.date_time_group(i))
    }

    /// "11 April", "28th day of April, 2005", "17-February-2018"
    fn day_first(&self, i: usize) -> Found<Fields> {
        let i = self.doc.behind_the(i);
        let (mut next, (day, day_to)) = self.days(i)?;
        if matches!(self.doc.word(next), w::HYPHEN | w::SLASH) {
            next += 1;
        } else if self.is_unit(next, Unit::Day) && self.doc.word(next + 1) == w::OF {
            next += 2;
        } else if self.doc.word(next) == w::OF {
            next += 1;
        } else if self.doc.word(next) == w::STOP && self.doc.is_glued(next) {
            // "16. Nov. 2016"
            let dated = self.month(next + 1).is_some_and(|(end, _)| matches!(self.numeral(end), Numeral::Plain(1900..=2199, 4)));
            next += usize::from(dated);
        }
        if !self.joined(next) {
            return None;
        }
        let (end, month) = self.month(next)?;
        if self.is_part_of_figure(i) || self.doc.is_number(i) && self.is_numbered(i) {
            return None;
        }
        let (end, fields) = match month {
            Month::Ours(month, _) => {
                let (end, year) = self.year_behind(end).map_or((end, None), |(end, year)| (end, Some(year)));
                (end, Fields { year, part: Some(PartField::Month(month)), day: Some(day), day_to, ..Fields::default() })
            }
            Month::Other(calendar, month) => self.year_of_calendar(end, calendar, month, day)?,
        };
        (!self.is_named_after(end, &fields)).then_some((end, fields))
    }

    /// "the last day of February 2024"
    pub(super) fn last_day(&self, i: usize) -> Found<Fields> {
        let i = self.doc.behind_the(i);
        let last = self.direction(i).is_some_and(|(_, direction)| direction == Direction::Last);
        if !last || !self.is_unit(i + 1, Unit::Day) || self.doc.word(i + 2) != w::OF {
            return None;
        }
        let (end, Month::Ours(month, _)) = self.month(i + 3)? else { return None };
        let (end, year) = self.year_behind(end).map_or((end, None), |(end, year)| (end, Some(year)));
        let (month, day, days_from) = match month {
            // Of February it is the day before 1 March.
            2 => (3, 1, -1),
            4 | 6 | 9 | 11 => (month, 30, 0),
            _ => (month, 31, 0),
        };
        Some((end, Fields { year, part: Some(PartField::Month(month)), day: Some(day), days_from, ..Fields::default() }))
    }

    /// "April 11, 2025", "Nov 14-19", "Dec. 9", "May 2017", "Nov - 16 - 2019"
    fn month_first(&self, i: usize) -> Found<Fields> {
        let (month_end, month) = self.month(i)?;
        let month = match month {
            Month::Ours(month, _) => month,
            Month::Other(calendar, month) => return self.other_month_first(month_end, calendar, month),
        };
        let mut next = month_end;
        let dashed = self.doc.word(next) == w::HYPHEN && self.doc.is_number(next + 1);
        let slashed = self.doc.word(next) == w::SLASH && self.doc.is_glued(next) && self.doc.is_number(next + 1);
        if dashed || slashed || self.doc.word(next) == w::THE {
            next += 1;
        }
        if let Some((mut end, (day, day_to))) = self.days(next).filter(|_| self.joined(next)) {
            let clock =
                self.doc.word(end) == w::COLON && self.doc.is_glued(end) && self.doc.is_glued(end + 1) && self.doc.is_number(end + 1);
            let share = self.doc.word(end) == w::PERCENT;
            let count = day_to.is_none() && self.counts_surely(end);
            if !clock && !share && !count {
                let mut year = None;
                if let Some((next, found)) = self.year_behind(end) {
                    (end, year) = (next, Some(found));
                }
                let fields = Fields { year, part: Some(PartField::Month(month)), day: Some(day), day_to, ..Fields::default() };
                return (!self.is_named_after(end, &fields)).then_some((end, fields));
            }
        }
        // "May 2017", "May, 2017", "May of 2017", "May-2017"
        let (end, year) = self.year_behind(month_end)?;
        Some((end, Fields { year: Some(year), part: Some(PartField::Month(month)), ..Fields::default() }))
    }

    /// "the first Monday of October", "the last Friday in May"
    pub(super) fn nth_weekday(&self, i: usize) -> Found<Fields> {
        let at = self.doc.behind_the(i);
        let last = self.direction(at).is_some_and(|(_, direction)| direction == Direction::Last);
        let (next, nth) =
            if last { (at + 1, -1) } else { self.number_word(at, NumberKind::Ordinal).map(|(next, nth)| (next, nth as i8))? };
        if !(nth == -1 || (1..=5).contains(&nth)) {
            return None;
        }
        let (end, (weekday, _)) = self.weekday(next)?;
        if !matches!(self.doc.word(end), w::OF | w::IN) {
            return None;
        }
        let holiday = |month| Some(Holiday::Nth { month, nth, weekday, after: 0 });
        // "the third Wednesday of next month"
        if let Some((end, fields)) = self.pointed(end + 1, true).filter(|(_, fields)| fields.level() == 6 && fields.part.is_none()) {
            return Some((end, Fields { holiday: holiday(0), bare: false, ..fields }));
        }
        let (end, Month::Ours(month, true)) = self.month(end + 1)? else { return None };
        Some((end, Fields { holiday: holiday(month), ..Fields::default() }))
    }

    /// "the first week of May", "the last week of 2015", "the third week of next month"
    pub(super) fn nth_week(&self, i: usize) -> Found<Fields> {
        let at = self.doc.behind_the(i);
        let last = self.direction(at).is_some_and(|(_, direction)| direction == Direction::Last);
        let (next, nth) = if last {
            (at + 1, -1)
        } else {
            self.number_word(at, NumberKind::Ordinal).filter(|&(_, nth)| nth <= 53).map(|(next, nth)| (next, nth as i8))?
        };
        if !self.is_unit(next, Unit::Week) || !matches!(self.doc.word(next + 1), w::OF | w::IN) {
            return None;
        }
        let at = next + 2;
        let month = |fields: &Fields| fields.level() == 6 && fields.day.is_none() && nth <= 5;
        let (end, fields) = self
            .named_date(at)
            .or_else(|| self.month_alone(at, true))
            .or_else(|| self.pointed(at, true))
            .or_else(|| self.year_part(at, true))
            .filter(|(_, fields)| month(fields) || fields.level() == 2 && fields.shift.is_none())?;
        Some((end, Fields { nth_week: Some(nth), bare: false, ..fields }))
    }

    /// "141320 GMT OCT 24": day, hour, minute, zone, month, year.
    fn date_time_group(&self, i: usize) -> Found<Fields> {
        let Numeral::Plain(number, 6) = self.numeral(i) else { return None };
        let (day, hour, minute) = ((number / 10_000) as u8, (number / 100 % 100) as u8, (number % 100) as u8);
        let clock = Clock::minutes(hour, minute).filter(|_| (1..=31).contains(&day))?;
        let (next, offset) = self.doc.longest(i + 1, Kind::Zone).and_then(|(next, entry)| match entry {
            crate::gazetteer::Entry::Zone(offset) => Some((next, offset)),
            _ => None,
        })?;
        let (end, Month::Ours(month, _)) = self.month(next)? else { return None };
        let (end, year) = match self.numeral(end) {
            Numeral::Plain(year, 2) => (end + 1, YearField::Short(year as u8)),
            Numeral::Plain(year, 4) => (end + 1, YearField::Year(year as i16)),
            _ => return None,
        };
        let clock = match offset.and_then(|minutes| jiff::tz::Offset::from_seconds(i32::from(minutes) * 60).ok()) {
            Some(offset) => clock.with_offset(offset),
            None => clock,
        };
        let part = Some(PartField::Month(month));
        Some((end, Fields { year: Some(year), part, day: Some(day), clock: Some(clock), ..Fields::default() }))
    }

    /// A month by its name, with the full stop of an abbreviation.
    fn month(&self, i: usize) -> Found<Month> {
        let (end, month) = self
            .date_word(i, |word| match word {
                DateWord::Month { month, whole } => Some(Month::Ours(month, whole)),
                _ => None,
            })
            .or_else(|| {
                self.date_word(i, |word| match word {
                    DateWord::OtherMonth { calendar, month } => Some(Month::Other(calendar, month)),
                    _ => None,
                })
            })?;
        let stop = matches!(month, Month::Ours(_, false)) && self.doc.word(end) == w::STOP && self.doc.is_glued(end);
        Some((if stop { end + 1 } else { end }, month))
    }

    /// "11", "the 3rd", "10-12", "14/15", "23 to 25", "8th to 10th", "14 and 15"
    pub(super) fn days(&self, i: usize) -> Found<(u8, Option<u8>)> {
        let (end, day) = self.day(i)?;
        let (mark, next) = (self.doc.word(end), end + 1);
        let ranged = match mark {
            w::HYPHEN | w::EN_DASH | w::EM_DASH | w::SLASH => true,
            w::TO | w::THROUGH | w::AND | w::UNTIL | w::TILL | w::THRU => self.joined(end) && self.joined(next),
            _ => false,
        };
        if !ranged {
            return Some((end, (day, None)));
        }
        let next = self.doc.behind_the(next);
        let Some((last_end, last)) = self.day(next) else { return Some((end, (day, None))) };
        let clock = self.doc.word(last_end) == w::COLON && self.doc.is_glued(last_end);
        let figure =
            matches!(self.doc.word(last_end), w::SLASH | w::HYPHEN) && self.doc.is_glued(last_end) && self.doc.is_number(last_end + 1);
        // "14 and 15 May"; "between 2 and 7 February"
        let between = i > 0 && self.doc.word(i - 1) == w::BETWEEN;
        if last <= day || clock || figure || mark == w::AND && last != day + 1 && !between {
            return Some((end, (day, None)));
        }
        Some((last_end, (day, Some(last))))
    }

    /// A day of the month: "7", "07", "7th", "seventh", "twenty-first".
    pub(super) fn day(&self, i: usize) -> Found<u8> {
        let (end, day) = match self.numeral(i) {
            Numeral::Plain(day, 1 | 2) => (i + 1, day),
            Numeral::Ordinal(day) => (i + 1, u32::from(day)),
            Numeral::Other => match self.number_word(i, NumberKind::Ordinal) {
                Some(found) => found,
                // "twenty second"
                None => {
                    let (next, tens) = self.number_word(i, NumberKind::Cardinal).filter(|&(_, tens)| matches!(tens, 20 | 30))?;
                    let (end, ones) = self.number_word(next, NumberKind::Ordinal).filter(|&(_, ones)| ones < 10 && self.joined(next))?;
                    (end, tens + ones)
                }
            },
            _ => return None,
        };
        (1..=31).contains(&day).then_some((end, day as u8))
    }

    /// The year behind a month or a day: ", 2025", " of 2025", " 2025", "-2025", "-21", " '98".
    fn year_behind(&self, i: usize) -> Found<YearField> {
        let dashed = matches!(self.doc.word(i), w::HYPHEN | w::SLASH) && (self.doc.is_glued(i + 1) == self.doc.is_glued(i));
        let next = if dashed || matches!(self.doc.word(i), w::COMMA | w::OF) { i + 1 } else { i };
        if !self.joined(next) && next == i || !self.joined(next) && !self.doc.is_glued(next) {
            return None;
        }
        if self.doc.word(i) == w::OF && !self.doc.is_number(next) {
            return self.spoken_year(next);
        }
        let year = self.year_figure(next)?;
        let Numeral::Plain(number, digits) = year else {
            return match self.short_year(next) {
                Some((end, short)) => Some((end, YearField::Short(short))),
                None => self.spoken_year(next),
            };
        };
        let glued_on = matches!(self.doc.word(next + 1), w::COLON) && self.doc.is_glued(next + 1) && self.doc.is_number(next + 2);
        match digits {
            4 if (1000..=2199).contains(&number) && !glued_on && !self.counts_surely(next + 1) => {
                // "on 5 April, 2000 people"
                Some((next + 1, YearField::Year(number as i16)))
            }
            2 if dashed && self.doc.is_glued(next) => Some((next + 1, YearField::Short(number as u8))),
            _ => self.short_year(next).map(|(end, short)| (end, YearField::Short(short))),
        }
    }

    fn year_figure(&self, i: usize) -> Option<Numeral> {
        (i < self.doc.len()).then(|| self.numeral(i))
    }

    /// "'98"
    fn short_year(&self, i: usize) -> Found<u8> {
        if !matches!(self.doc.word(i), w::APOSTROPHE) || !self.doc.is_glued(i + 1) {
            return None;
        }
        match self.numeral(i + 1) {
            Numeral::Plain(year, 2) => Some((i + 2, year as u8)),
            _ => None,
        }
    }

    /// "nineteen ninety-six", "twenty twenty-five"
    pub(super) fn spoken_year(&self, i: usize) -> Found<YearField> {
        let (next, century) = self.number_word(i, NumberKind::Cardinal)?;
        if self.has(next, |word| word == DateWord::Magnitude(1000)) && century == 2 && self.joined(next) {
            // "two thousand", "two thousand and three"
            let after = if self.doc.word(next + 1) == w::AND { next + 2 } else { next + 1 };
            return Some(match self.number_word(after, NumberKind::Cardinal).filter(|&(_, years)| years < 100 && self.joined(after)) {
                Some((end, years)) => (end, YearField::Year(2000 + years as i16)),
                None => (next + 1, YearField::Year(2000)),
            });
        }
        if !matches!(century, 19 | 20) || next != i + 1 || !self.joined(next) {
            return None;
        }
        let (end, rest) = self.number_word(next, NumberKind::Cardinal)?;
        (10..=99).contains(&rest).then_some((end, YearField::Year((century * 100 + rest) as i16)))
    }

    /// "the 1st of Muharram 1447", "Miazia 20, 1997 E.C."
    fn year_of_calendar(&self, i: usize, calendar: Calendar, month: u8, day: u8) -> Found<Fields> {
        let next = if self.doc.word(i) == w::COMMA { i + 1 } else { i };
        let Numeral::Plain(year, 4) = self.numeral(next) else { return None };
        if !self.joined(next) && !self.doc.is_glued(i) {
            return None;
        }
        let mut end = next + 1;
        if let Some((behind, _)) = self.era(end) {
            end = behind;
        }
        let year = Some(YearField::Other(calendar, year as u16));
        Some((end, Fields { year, part: Some(PartField::Month(month)), day: Some(day), ..Fields::default() }))
    }

    /// "AH", "E.C."
    fn era(&self, i: usize) -> Found<Calendar> {
        if !self.joined(i) {
            return None;
        }
        let (end, calendar) = self.date_word(i, |word| match word {
            DateWord::Era(calendar) => Some(calendar),
            _ => None,
        })?;
        let stop = self.doc.word(end) == w::STOP && self.doc.is_glued(end) && self.doc.printed(i).contains('.');
        Some((if stop { end + 1 } else { end }, calendar))
    }

    fn other_month_first(&self, i: usize, calendar: Calendar, month: u8) -> Found<Fields> {
        let (next, day) = self.day(i)?;
        self.year_of_calendar(next, calendar, month, day)
    }

    /// A month alone: "in May", "January".
    pub(super) fn month_alone(&self, i: usize, within: bool) -> Found<Fields> {
        let (end, month) = self.month(i)?;
        let Month::Ours(month, whole) = month else { return None };
        if !within && !self.month_stands(i, end, month, whole) || self.is_named_after(end, &Fields::default()) {
            return None;
        }
        Some((end, Fields { part: Some(PartField::Month(month)), ..Fields::default() }))
    }

    /// Whether a month's name means the month: "May", "March", "April", "June", "August" are words and names too.
    fn month_stands(&self, i: usize, end: usize, month: u8, whole: bool) -> bool {
        let before = i.wrapping_sub(1);
        let pointed = self.has(before, |word| matches!(word, DateWord::Direction(_) | DateWord::PartOf(_)));
        let lead = i > 0 && self.joined(i) && (pointed || self.is_one_of(before, MONTH_LEADS));
        if !whole {
            let named = self.joined(end) && self.doc.is_capitalised(end) && !self.doc.is(end, Kind::Date);
            // "Jan-Mar 2022"
            let ranged = self.range_mark(end).is_some_and(|next| self.month(next).is_some_and(|(end, _)| self.year_behind(end).is_some()));
            return ranged || lead && (self.doc.word(end - 1) == w::STOP || !named);
        }
        let name_too = matches!(month, 3 | 4 | 5 | 6 | 8);
        // "the June talks"
        let named = i > 0
            && self.is_one_of(before, &[w::THE, w::A, w::AN, w::ITS, w::THEIR, w::HIS, w::HER, w::OUR])
            && self.joined(end)
            && self.doc.is_word(end)
            && !self.doc.is_capitalised(end)
            && !self.is_light(end);
        // "June/July", "May to July"
        let ranged = self.range_mark(end).is_some_and(|next| self.month(next).is_some());
        if name_too && !named && !ranged {
            let list = i > 1 && matches!(self.doc.word(before), w::AND | w::COMMA | w::OR) && self.month(i - 2).is_some();
            return lead || list;
        }
        // "January Jones"
        lead || !(self.joined(end) && self.doc.is_capitalised(end) && !self.doc.is(end, Kind::Date))
    }

    /// "Q3 2024", "the third quarter", "third-quarter", "first half", "quarter two", "H1"
    pub(super) fn quarter_or_half(&self, i: usize) -> Found<Fields> {
        let part = |part| Fields { part: Some(part), ..Fields::default() };
        let code = self.date_word(i, |word| match word {
            DateWord::Quarter(quarter) => Some(PartField::Quarter(quarter)),
            DateWord::HalfYear(half) => Some(PartField::Half(half)),
            _ => None,
        });
        if let Some((end, code)) = code {
            return Some((end, part(code)));
        }
        let mut at = self.doc.behind_the(i);
        if self.is_unit(at, Unit::Quarter) {
            let (end, number) = self.number_word(at + 1, NumberKind::Cardinal)?;
            return (1..=4).contains(&number).then(|| (end, part(PartField::Quarter(number as u8))));
        }
        // "week 15 of 2025"
        if let (true, Numeral::Plain(week @ 1..=53, 1 | 2)) = (self.is_unit(at, Unit::Week), self.numeral(at + 1)) {
            let next = if self.doc.word(at + 2) == w::OF { at + 3 } else { at + 2 };
            let year = matches!(self.numeral(next), Numeral::Plain(1900..=2199, 4)) && self.joined(next);
            return year.then(|| (at + 2, part(PartField::Week(week as u8))));
        }
        if self.is_fiscal(at) {
            at += 1;
        }
        let last = self.direction(at).is_some_and(|(_, direction)| direction == Direction::Last);
        let (mut next, number) = match self.numeral(at) {
            Numeral::Ordinal(number) => (at + 1, u32::from(number)),
            _ if last => (at + 1, 2),
            _ => self.number_word(at, NumberKind::Ordinal)?,
        };
        if self.doc.word(next) == w::HYPHEN || self.is_fiscal(next) {
            next += 1;
        }
        if self.is_unit(next, Unit::Quarter) && (1..=4).contains(&number) && !last {
            return Some((next + 1, part(PartField::Quarter(number as u8))));
        }
        let half = self.has(next, |word| matches!(word, DateWord::Half)) && (1..=2).contains(&number) && self.half_of_year(next + 1);
        half.then(|| (next + 1, part(PartField::Half(number as u8))))
    }

    /// Whether "the first half" is that of a year: "of 2025", "of the year", "of this year".
    fn half_of_year(&self, i: usize) -> bool {
        if self.doc.word(i) != w::OF {
            return self.year_figure(i).is_some_and(|numeral| matches!(numeral, Numeral::Plain(1900..=2100, 4)));
        }
        let next = i + 1;
        self.year_part(next, true).is_some() || self.relative(next, true).is_some_and(|(_, fields)| fields.level() == 2)
    }

    /// "spring 2023", "the summer", "in winter"
    pub(super) fn season_part(&self, i: usize, within: bool) -> Found<Fields> {
        let the = self.doc.word(i) == w::THE;
        let at = if the { i + 1 } else { i };
        let (end, season) = self.date_word(at, |word| match word {
            DateWord::Season(season) => Some(season),
            _ => None,
        })?;
        let fields = Fields { part: Some(PartField::Season(season)), ..Fields::default() };
        let next = if self.doc.word(end) == w::OF { end + 1 } else { end };
        if (self.year_figure(next).is_some_and(|numeral| matches!(numeral, Numeral::Plain(1000..=2199, 4)))
            || self.spoken_year(next).is_some())
            && self.joined(next)
        {
            return Some((end, fields));
        }
        let of_year = self.doc.word(end) == w::OF && self.relative(end + 1, true).is_some_and(|(_, fields)| fields.level() == 2);
        let stands = within || the && self.is_light(end) && self.doc.word(end) != w::OF;
        (of_year || stands).then_some((end, fields))
    }

    /// "the 1990s", "1980s", "the nineties", "the '90s", "the 21st century"
    pub(super) fn decade(&self, i: usize) -> Found<Fields> {
        let at = self.doc.behind_the(i);
        let at_figure = if matches!(self.doc.word(at), w::APOSTROPHE) { at + 1 } else { at };
        let year = |year| Fields { year: Some(year), ..Fields::default() };
        // "1990's", "the 70's"
        let apart = self.doc.word(at_figure + 1) == w::APOSTROPHE && self.doc.is_glued(at_figure + 1) && self.doc.is_glued(at_figure + 2);
        if apart && self.doc.printed(at_figure + 2) == "s" {
            let decade = match self.numeral(at_figure) {
                Numeral::Plain(number @ 1000..=2190, 4) if number % 10 == 0 => Some(YearField::Decade((number / 10) as u16)),
                Numeral::Plain(number @ 10..=90, 2) if number % 10 == 0 && at_figure > i => {
                    Some(YearField::ShortDecade((number / 10) as u8))
                }
                _ => None,
            };
            if let Some(decade) = decade {
                return Some((at_figure + 3, year(decade)));
            }
        }
        match self.numeral(at_figure) {
            Numeral::Plural(number, 4) if number % 100 == 0 && number < 1900 => {
                return Some((at_figure + 1, year(YearField::Century((number / 100) as u8))));
            }
            Numeral::Plural(number, 4) if number % 10 == 0 && (1000..2200).contains(&number) => {
                return Some((at_figure + 1, year(YearField::Decade(number / 10))));
            }
            Numeral::Plural(number, 2) if number % 10 == 0 && (at_figure > i || self.behind_decade(i)) => {
                return Some((at_figure + 1, year(YearField::ShortDecade((number / 10) as u8))));
            }
            Numeral::Ordinal(century) if self.century_word(at_figure + 1).is_some() => {
                return Some((self.century_word(at_figure + 1)?, year(YearField::Century(century.checked_sub(1)?))));
            }
            _ => {}
        }
        if at > i {
            let decade = self.date_word(at, |word| match word {
                DateWord::DecadeWord(decade) => Some(decade),
                _ => None,
            });
            if let Some((end, decade)) = decade {
                return Some((end, year(YearField::ShortDecade(decade))));
            }
            // "the nineteen seventies"
            let spoken =
                self.number_word(at, NumberKind::Cardinal).filter(|&(next, century)| (15..=20).contains(&century) && self.joined(next));
            if let Some((next, century)) = spoken {
                let at = if self.doc.word(next) == w::HYPHEN { next + 1 } else { next };
                let decade = self.date_word(at, |word| match word {
                    DateWord::DecadeWord(decade) => Some(decade),
                    _ => None,
                });
                if let Some((end, decade)) = decade {
                    return Some((end, year(YearField::Decade(century as u16 * 10 + u16::from(decade)))));
                }
            }
        }
        let (next, century) = self.number_word(at, NumberKind::Ordinal)?;
        let end = self.century_word(next)?;
        Some((end, year(YearField::Century(u8::try_from(century).ok()?.checked_sub(1)?))))
    }

    /// "BC", "B.C.E."
    fn before_christ(&self, i: usize) -> bool {
        self.joined(i) && self.has(i, |word| word == DateWord::BeforeChrist)
    }

    /// "the 1960s and 70s": the decade behind a decade.
    fn behind_decade(&self, i: usize) -> bool {
        i > 1
            && matches!(self.doc.word(i - 1), w::AND | w::TO | w::OR)
            && matches!(self.numeral(i - 2), Numeral::Plural(_, 4))
            && self.joined(i)
    }

    /// "century", "-century"
    fn century_word(&self, i: usize) -> Option<usize> {
        let at = if self.doc.word(i) == w::HYPHEN { i + 1 } else { i };
        (self.is_unit(at, Unit::Century) && !self.before_christ(at + 1)).then_some(at + 1)
    }

    /// "2025", "FY2024-25", "fiscal year 2006", "2025-2027"
    pub(super) fn year_part(&self, i: usize, within: bool) -> Found<Fields> {
        if let Some((next, _)) = self.fiscal(i) {
            let (end, year) = self.fiscal_figure(next)?;
            return Some((end, Fields { year: Some(YearField::Year(year)), ..Fields::default() }));
        }
        if self.doc.word(i) == w::THE && self.is_unit(i + 1, Unit::Year) {
            let (end, fields) = self.year_part(i + 2, true)?;
            return (self.joined(i + 2)).then_some((end, fields));
        }
        // "two thousand" is a count, but for "the year two thousand".
        let counted = self.has(i + 1, |word| word == DateWord::Magnitude(1000)) && !within;
        if let Some((end, year)) = self.spoken_year(i).filter(|_| !counted) {
            return Some((end, Fields { year: Some(year), ..Fields::default() }));
        }
        let Numeral::Plain(year @ 1000..=2199, 4) = self.numeral(i) else { return None };
        if !self.year_stands(i, year, within) {
            return None;
        }
        Some((i + 1, Fields { year: Some(YearField::Year(year as i16)), ..Fields::default() }))
    }

    /// "fiscal", "fiscal year", "FY"
    fn fiscal(&self, i: usize) -> Found<()> {
        let (end, ()) = self.date_word(i, |word| matches!(word, DateWord::Fiscal).then_some(()))?;
        Some((if self.is_unit(end, Unit::Year) { end + 1 } else { end }, ()))
    }

    fn is_fiscal(&self, i: usize) -> bool {
        self.has(i, |word| matches!(word, DateWord::Fiscal))
    }

    fn is_unit(&self, i: usize, wanted: Unit) -> bool {
        self.unit(i).is_some_and(|(_, (unit, plural))| unit == wanted && !plural)
    }

    /// The year of "fiscal 2006"; of "FY 2024-25" the first.
    fn fiscal_figure(&self, i: usize) -> Found<i16> {
        match self.numeral(i) {
            Numeral::Plain(year @ 1900..=2199, 4) => Some((i + 1, year as i16)),
            _ => None,
        }
    }

    /// Whether a figure of four digits is a year: not a count, a price, a flight, a resolution, part of a longer number.
    fn year_stands(&self, i: usize, year: u32, within: bool) -> bool {
        if self.is_numbered_year(i) || self.is_part_of_figure(i) || self.counts_surely(i + 1) || self.before_christ(i + 1) {
            return false;
        }
        let before = if self.joined(i) { self.doc.word(i.wrapping_sub(1)) } else { WordId::UNKNOWN };
        // "c. 1850"
        let about = before == w::STOP && i > 1 && self.doc.is_glued(i - 1) && matches!(self.doc.printed(i - 2), "c" | "ca");
        let lead = about || YEAR_LEADS.contains(&before) || i > 0 && self.is_unit(i - 1, Unit::Year);
        // "Tel 2022 2023", "A-2015-B"
        let row = i > 0 && self.joined(i) && self.doc.is_number(i - 1);
        let hyphen = |at: usize| self.doc.word(at) == w::HYPHEN && self.doc.is_glued(at);
        let inside = i > 0 && hyphen(i - 1) && self.doc.is_glued(i) && hyphen(i + 1) && self.doc.is_glued(i + 2);
        if (row || inside) && !within {
            return false;
        }
        let behind_mark = self.doc.is_glued(i) && i > 1 && self.doc.is_number(i - 2) && self.goes_on(i - 1);
        if behind_mark && !within || self.goes_on(i + 1) && !self.year_runs_on(i + 2, year) {
            return false;
        }
        let plural = !self.is_light(i + 1) && self.is_plural(i + 1);
        if (1900..=2100).contains(&year) {
            let counted = plural && year % 100 == 0 && !matches!(before, w::THE | w::IN | w::SINCE);
            return within || !counted;
        }
        (lead || within) && !plural && year < 2100
    }

    /// Whether the figure behind a year and a mark is a later year: "2025-2027", "1978-82".
    fn year_runs_on(&self, i: usize, year: u32) -> bool {
        match self.numeral(i) {
            Numeral::Plain(next, 4) => next > year && next < 2200,
            Numeral::Plain(next, 2) => next > year % 100 && next < year % 100 + 60 || next == (year + 1) % 100,
            _ => false,
        }
    }

    /// A plural noun, as far as its ending tells.
    fn is_plural(&self, i: usize) -> bool {
        let word = self.doc.printed(i);
        self.doc.is_word(i) && !self.doc.is_capitalised(i) && word.ends_with('s') && !word.ends_with("ss") && word.len() > 3
    }

    /// Whether what follows is certainly counted or measured: "people", "km", "%", "million".
    pub(super) fn counts_surely(&self, i: usize) -> bool {
        if self.doc.is_glued(i) && matches!(self.doc.word(i), w::PERCENT | w::DEGREE) {
            return true;
        }
        self.joined(i) && self.date_word(i, |word| matches!(word, DateWord::Measure).then_some(())).is_some()
    }

    /// "Resolution 1973", "Flight 2025", "No 24/2020": the number is a name.
    fn is_numbered(&self, i: usize) -> bool {
        self.numbered_before(i).is_some()
    }

    /// As [`Self::is_numbered`], but "Act 2010" names a year.
    fn is_numbered_year(&self, i: usize) -> bool {
        self.numbered_before(i) == Some(false)
    }

    fn numbered_before(&self, i: usize) -> Option<bool> {
        if i == 0 || !self.joined(i) {
            return None;
        }
        // "Nos 24 and 25"
        if i > 2
            && matches!(self.doc.word(i - 1), w::AND | w::COMMA)
            && self.doc.is_number(i - 2)
            && self.has(i - 3, |word| matches!(word, DateWord::Numbered { year: false }))
        {
            return Some(false);
        }
        let stop = self.doc.word(i - 1) == w::STOP && i > 1;
        let at = if stop { i - 2 } else { i - 1 };
        if stop && !self.doc.is_glued(i - 1) {
            return None;
        }
        if self.doc.word(at) == w::HASH {
            return Some(false);
        }
        let (end, year) = self.date_word(at, |word| match word {
            DateWord::Numbered { year } => Some(year),
            _ => None,
        })?;
        (end == at + 1).then_some(year && !stop)
    }

    /// Whether a figure hangs on a longer one: "+44 20 1234", "$2000", "12-34-2025", "1.2.2025.4".
    pub(super) fn is_part_of_figure(&self, i: usize) -> bool {
        let glued_before = i > 0 && self.doc.is_glued(i);
        if glued_before {
            let before = self.doc.word(i - 1);
            let open = matches!(
                before,
                w::OPEN
                    | w::OPEN_SQUARE
                    | w::QUOTE
                    | w::OPEN_QUOTE
                    | w::APOSTROPHE
                    | w::COMMA
                    | w::COLON
                    | w::BAR
                    | w::EM_DASH
                    | w::OPEN_GUILLEMET
                    | w::BULLET
                    | w::ASTERISK
                    | w::SEMICOLON
                    | w::STOP
                    | w::CLOSE
            );
            let dash =
                matches!(before, w::HYPHEN | w::EN_DASH | w::SLASH) && !(i > 1 && self.doc.is_number(i - 2) && self.doc.is_glued(i - 1));
            let day = matches!(before, w::HYPHEN | w::EN_DASH | w::SLASH)
                && i > 1
                && matches!(self.numeral(i - 2), Numeral::Plain(1000..=2199, 4) | Numeral::Dotted(_, 3));
            if !(open || dash || day) || before == w::COLON && i > 1 && self.doc.is_number(i - 2) {
                return true;
            }
        }
        let after = self.doc.word(i + 1);
        self.doc.is_glued(i + 1) && matches!(after, w::PERCENT | w::DEGREE | w::DOLLAR | w::EURO | w::POUND)
    }

    /// "6th of October City", "July 14 Bridge": a name, and no date.
    fn is_named_after(&self, end: usize, fields: &Fields) -> bool {
        fields.year.is_none()
            && self.joined(end)
            && self.doc.is_capitalised(end)
            && self.date_word(end, |word| matches!(word, DateWord::NamedAfter).then_some(())).is_some()
    }
}

/// A month of our calendar, with whether its name is whole, or of another.
#[derive(Clone, Copy)]
enum Month {
    Ours(u8, bool),
    Other(Calendar, u8),
}

/// Words before a month's name that make it one.
const MONTH_LEADS: &[WordId] = &[
    w::IN,
    w::OF,
    w::BY,
    w::SINCE,
    w::UNTIL,
    w::TILL,
    w::FROM,
    w::TO,
    w::BETWEEN,
    w::THIS,
    w::DURING,
    w::BEFORE,
    w::AFTER,
    w::FOR,
    w::THROUGH,
    w::EACH,
    w::EVERY,
    w::AROUND,
    w::ABOUT,
    w::THROUGHOUT,
    w::WITHIN,
];

/// Words before a figure that make it a year, be it ever so early.
const YEAR_LEADS: &[WordId] = &[w::IN, w::SINCE, w::OF, w::UNTIL, w::TILL, w::BEFORE, w::AFTER, w::CIRCA, w::BETWEEN, w::FROM, w::THE];

fn year_of(number: u32) -> Option<YearField> {
    i16::try_from(number).ok().map(YearField::Year)
}

/// Three figures as a date, the year first or last; `short` allows a year of two digits.
fn three(a: Figure, b: Figure, c: Figure, short: bool) -> Option<Fields> {
    let fields = |year, month: u32, day: u32, swappable| {
        let date = (1..=12).contains(&month) && (1..=31).contains(&day);
        date.then_some(Fields {
            year: Some(year),
            part: Some(PartField::Month(month as u8)),
            day: Some(day as u8),
            swappable,
            ..Fields::default()
        })
    };
    if a.1 == 4 {
        let year = (1000..=2199).contains(&a.0);
        return if year && b.1 <= 2 && c.1 <= 2 { fields(year_of(a.0)?, b.0, c.0, false) } else { None };
    }
    let year = match c.1 {
        4 if (1000..=2199).contains(&c.0) => year_of(c.0)?,
        2 if short && a.1 == 2 && b.1 == 2 => YearField::Short(c.0 as u8),
        _ => return None,
    };
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    if b.1 == 0 {
        return fields(year, b.0, a.0, false);
    }
    let (day, month, swappable) = day_and_month(a.0, b.0)?;
    fields(year, u32::from(month), u32::from(day), swappable)
}

/// Day and month out of two figures, the day first where both orders are dates; and whether both are.
fn day_and_month(a: u32, b: u32) -> Option<(u8, u8, bool)> {
    let day = |n| (1..=31).contains(&n);
    let month = |n| (1..=12).contains(&n);
    match (day(a) && month(b), month(a) && day(b)) {
        (true, other) => Some((a as u8, b as u8, other && a != b)),
        (false, true) => Some((b as u8, a as u8, false)),
        (false, false) => None,
    }
}
