//! Dates by their distance: "yesterday", "last Friday", "next June", "three days ago", "the same day".

use super::form::{Anchor, Fields, PartField, Shift, ShiftUnit};
use super::length::Amount;
use super::numerals::Numeral;
use super::scan::{Found, Scan};
use super::value::DayPart;
use super::words::{DateWord, Direction};
use crate::gazetteer::function_words as w;
use crate::gazetteer::{Kind, NumberKind, WordId};
use crate::report::{Unit, Vague};

/// A noun of time.
#[derive(Clone, Copy)]
enum Noun {
    Unit(Unit),
    /// What has a name, and comes once a week or a year.
    Named(Fields),
    /// "morning": a part of the day.
    Part(DayPart),
}

impl Scan<'_> {
    /// "yesterday", "last week", "that year", "two years later"
    pub(super) fn relative(&self, i: usize, within: bool) -> Found<Fields> {
        self.day_word(i)
            .or_else(|| self.the_day_before(i))
            .or_else(|| self.after_next(i))
            .or_else(|| self.pointed(i, within))
            .or_else(|| self.ago(i))
            .or_else(|| self.year_ago(i))
            .or_else(|| if within { None } else { self.bare_weekend(i).or_else(|| self.overnight(i)).or_else(|| self.in_the_morning(i)) })
    }

    /// As [`Self::relative`], for what "earlier" and "later" stand before: "this year", "in the week", "that day".
    pub(super) fn shift_of_report(&self, i: usize) -> Found<Fields> {
        let at = if self.doc.word(i) == w::IN && self.doc.word(i + 1) == w::THE { i + 1 } else { i };
        // "later in the day"
        if let Some(end) = self.the_day(at).filter(|_| at > i) {
            return Some((end, same_day()));
        }
        let (end, fields) =
            self.day_word(at).or_else(|| self.pointed(at, true)).or_else(|| if at == i { self.weekday_alone(i) } else { None })?;
        let fits = fields.shift.is_some_and(|shift| shift.count == 0 || fields.level() == 8) || fields.weekday.is_some();
        fits.then_some((end, fields))
    }

    pub(super) fn weekday_alone(&self, i: usize) -> Found<Fields> {
        let (end, (day, whole)) = self.weekday(i)?;
        whole.then_some((end, Fields { weekday: Some(day), ..Fields::default() }))
    }

    /// "today", "the day before yesterday", "tonight"
    pub(super) fn day_word(&self, i: usize) -> Found<Fields> {
        let (end, (days, day_part)) = self.date_word(i, |word| match word {
            DateWord::DayShift(days) => Some((days, None)),
            DateWord::Tonight => Some((0, Some(DayPart::Night))),
            _ => None,
        })?;
        Some((end, Fields { day_part, ..shifted(Unit::Day, i32::from(days), Anchor::Report) }))
    }

    /// "the week after next", "the year before last"
    fn after_next(&self, i: usize) -> Found<Fields> {
        let (end, (unit, plural)) = self.unit(i + 1).filter(|_| self.doc.word(i) == w::THE)?;
        let at = self.doc.behind_the(end + 1);
        let count = match (self.doc.word(end), self.direction(at)?.1) {
            (w::AFTER, Direction::Next) => 2,
            (w::BEFORE, Direction::Last) => -2,
            _ => return None,
        };
        (!plural && unit >= Unit::Day && self.is_light(at + 1)).then(|| (at + 1, shifted(unit, count, Anchor::Report)))
    }

    /// "the day before", "the evening before", "the day after", where nothing follows that they hang on.
    fn the_day_before(&self, i: usize) -> Found<Fields> {
        if self.doc.word(i) != w::THE {
            return None;
        }
        let count = match self.doc.word(i + 2) {
            w::BEFORE | w::EARLIER => -1,
            w::AFTER | w::LATER => 1,
            _ => return None,
        };
        let hangs = matches!(self.doc.word(i + 2), w::BEFORE | w::AFTER) && !self.ends_clause(i + 3);
        let (end, noun) = self.noun(i + 1)?;
        if hangs || end != i + 2 {
            return None;
        }
        let fields = match noun {
            Noun::Unit(unit) => shifted(unit, count, Anchor::Last),
            Noun::Part(part) => Fields { day_part: Some(part), ..shifted(Unit::Day, count, Anchor::Last) },
            Noun::Named(_) => return None,
        };
        Some((i + 3, fields))
    }

    /// Whether a phrase can end before this token: a mark, an auxiliary, a conjunction, or the end of the line.
    fn ends_clause(&self, i: usize) -> bool {
        !self.joined(i)
            || !self.doc.is_word(i) && !self.doc.is_number(i)
            || self.is_one_of(
                i,
                &[w::AND, w::BUT, w::WAS, w::WERE, w::HAD, w::WITH, w::IN, w::AT, w::BY, w::FOR, w::TO, w::WHEN, w::WHILE, w::ON],
            )
    }

    /// "last week", "this past Friday", "the following day", "that same year", "this morning", "the current month"
    pub(super) fn pointed(&self, i: usize, within: bool) -> Found<Fields> {
        let article = self.doc.word(i);
        let determined = matches!(article, w::THE | w::THIS | w::THAT);
        let at = if determined { i + 1 } else { i };
        let (next, direction) = match self.direction(at) {
            Some((next, direction)) => (next, Some(direction)),
            // "the full year"
            None if article == w::THE && self.has(at, |word| word == DateWord::More) && self.unit(at + 1).is_some() => (at + 1, None),
            None => (at, None),
        };
        if next == i || next > i && !self.joined(next) || self.doc.word(next) == w::HYPHEN {
            return None;
        }
        let (end, noun) = self.noun(next)?;
        if self.doc.is(end, Kind::Date) && self.compound(end) {
            return None;
        }
        // "the year two thousand"
        if direction.is_none() && matches!(noun, Noun::Unit(Unit::Year)) && self.spoken_year(end).is_some() {
            return None;
        }
        let (count, anchor) = match (direction, article) {
            (Some(Direction::Last), w::THIS) | (Some(Direction::Last), _) if article != w::THE => (-1, Anchor::Report),
            (Some(Direction::Last | Direction::Latest), _) => (-1, Anchor::Report),
            (Some(Direction::Next), w::THE) => (1, Anchor::Last),
            (Some(Direction::Next | Direction::Coming), _) => (1, Anchor::Report),
            (Some(Direction::Previous), _) => (-1, Anchor::Last),
            (Some(Direction::Following), _) => (1, Anchor::Last),
            (Some(Direction::Same), _) if determined => (0, Anchor::Last),
            (Some(Direction::Current), _) | (None, w::THIS) => (0, Anchor::Report),
            (None, w::THAT) => (0, Anchor::Last),
            (None, w::THE) => (0, Anchor::Report),
            _ => return None,
        };
        let bare = match direction {
            None | Some(Direction::Last) => article == w::THE,
            direction => direction == Some(Direction::Latest),
        };
        let period = matches!(noun, Noun::Named(fields) if fields.bare);
        if bare
            && !within
            && !period
            && !matches!(noun, Noun::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century))
        {
            return None;
        }
        let fields = match noun {
            Noun::Unit(Unit::Second | Unit::Minute | Unit::Hour) => return None,
            // "on his last day"
            Noun::Unit(Unit::Day) if bare || matches!(direction, Some(Direction::Last | Direction::Latest)) => return None,
            Noun::Unit(unit) => Fields { bare, ..shifted(unit, count, anchor) },
            Noun::Named(fields) if direction == Some(Direction::Latest) && fields.bare => {
                return Some((end, Fields { bare: true, ..shifted(Unit::Quarter, 0, Anchor::Report) }));
            }
            Noun::Named(fields) => {
                if article == w::THAT && direction.is_none() || direction.is_none() && article == w::THE && !within {
                    return None;
                }
                if fields.bare {
                    return None;
                }
                // "last Oct. 23"
                let day = if fields.month().is_some() { self.day(end).filter(|_| self.joined(end)) } else { None };
                let (end, day) = day.map_or((end, None), |(end, day)| (end, Some(day)));
                return Some((
                    end,
                    Fields {
                        shift: Some(Shift { unit: ShiftUnit::Named, count, anchor }),
                        bare,
                        day,
                        coming: article == w::THIS,
                        ..fields
                    },
                ));
            }
            Noun::Part(_) if bare => return None,
            Noun::Part(part) => Fields { day_part: Some(part), ..shifted(Unit::Day, count, anchor) },
        };
        if matches!(noun, Noun::Unit(_)) && self.doc.word(end) == w::HYPHEN && self.doc.is_glued(end) {
            return None;
        }
        Some((end, fields))
    }

    /// "overnight": the night before the last day named.
    pub(super) fn overnight(&self, i: usize) -> Found<Fields> {
        let (end, ()) = self.date_word(i, |word| (word == DateWord::Overnight).then_some(()))?;
        Some((end, Fields { day_part: Some(DayPart::Night), bare: true, ..shifted(Unit::Day, -1, Anchor::Last) }))
    }

    /// "in the morning": of the last day named.
    pub(super) fn in_the_morning(&self, i: usize) -> Found<Fields> {
        let led = self.doc.word(i) == w::THE && i > 0 && matches!(self.doc.word(i - 1), w::IN | w::DURING | w::BY);
        let (end, part) = self.day_part(i + 1)?;
        let stands = led && self.is_light(end) && !matches!(self.doc.word(end), w::OF | w::AFTER | w::BEFORE | w::AT);
        stands.then(|| (end, Fields { day_part: Some(part), ..same_day() }))
    }

    /// Whether the noun goes on: "last year end", "this day week".
    fn compound(&self, i: usize) -> bool {
        self.date_word(i, |word| matches!(word, DateWord::Unit { plural: true, .. }).then_some(())).is_some() && self.joined(i)
    }

    /// "the weekend", "that weekend"
    fn bare_weekend(&self, i: usize) -> Found<Fields> {
        let weekend = matches!(self.doc.word(i), w::THE | w::THAT)
            && self.date_word(i + 1, |word| matches!(word, DateWord::Weekend).then_some(())).is_some();
        let anchor = if self.doc.word(i) == w::THAT { Anchor::Last } else { Anchor::Report };
        let shift = Some(Shift { unit: ShiftUnit::Named, count: 0, anchor });
        // "by the weekend"
        let coming = i > 0 && matches!(self.doc.word(i - 1), w::BY | w::BEFORE | w::UNTIL | w::TILL | w::FOR);
        weekend.then(|| (i + 2, Fields { part: Some(PartField::Weekend), shift, coming, ..Fields::default() }))
    }

    /// "year", "fiscal year", "Friday", "June", "weekend", "summer", "night"
    fn noun(&self, i: usize) -> Found<Noun> {
        let fiscal = self.date_word(i, |word| matches!(word, DateWord::Fiscal).then_some(())).is_some();
        let i = if fiscal { i + 1 } else { i };
        self.date_word(i, |word| {
            let named = |fields| Some(Noun::Named(fields));
            match word {
                DateWord::Unit { unit, plural: false } => Some(Noun::Unit(unit)),
                DateWord::DayPart { part, plural: false } => Some(Noun::Part(part)),
                DateWord::Weekday { day, whole: true } => named(Fields { weekday: Some(day), ..Fields::default() }),
                DateWord::Month { month, .. } => named(Fields { part: Some(PartField::Month(month)), ..Fields::default() }),
                DateWord::Season(season) => named(Fields { part: Some(PartField::Season(season)), ..Fields::default() }),
                DateWord::Period => named(Fields { bare: true, ..Fields::default() }),
                DateWord::Weekend => named(Fields { part: Some(PartField::Weekend), ..Fields::default() }),
                DateWord::Holiday(holiday) => named(Fields { holiday: Some(holiday), ..Fields::default() }),
                _ => None,
            }
        })
        .map(|(end, noun)| {
            let stop = self.doc.word(end) == w::STOP
                && self.doc.is_glued(end)
                && self.date_word(i, |word| matches!(word, DateWord::Month { whole: false, .. }).then_some(())).is_some();
            (if stop { end + 1 } else { end }, noun)
        })
    }

    /// "three days ago", "a year earlier", "two years later", "30 days from now", "41 years on"
    pub(super) fn ago(&self, i: usize) -> Found<Fields> {
        let (end, amount) = self.amount(i)?;
        let Amount::Exact(counts) = amount else { return None };
        if amount.is_short_of_a_day() {
            return None;
        }
        // "a week or so ago"
        let end = if self.doc.word(end) == w::OR && self.doc.word(end + 1) == w::SO { end + 2 } else { end };
        let (next, sign, anchor) = self.ago_word(end)?;
        // "two and a half years" are months.
        let (count, unit) = match counts {
            [(count, unit), (0, _)] => (count, unit),
            [(years, Unit::Year), (months, Unit::Month)] => (years.checked_mul(12)?.checked_add(months)?, Unit::Month),
            _ => return None,
        };
        let count = i32::try_from(count).ok()? * sign;
        if unit == Unit::Year && anchor == Anchor::Report {
            // "eleven years ago this month"
            if let Some((end, Fields { shift: Some(Shift { unit: ShiftUnit::Unit(Unit::Month), count: 0, .. }), .. })) =
                self.pointed(next, true)
            {
                return Some((end, shifted(Unit::Month, count.checked_mul(12)?, anchor)));
            }
        }
        // "ten years ago today"
        let to_the_day =
            unit >= Unit::Month && anchor == Anchor::Report && self.has(next, |word| word == DateWord::DayShift(0)) && self.joined(next);
        Some((next + usize::from(to_the_day), Fields { ago: count == -1, to_the_day, ..shifted(unit, count, anchor) }))
    }

    /// "year-ago", "the year-earlier quarter"
    fn year_ago(&self, i: usize) -> Found<Fields> {
        let at = if matches!(self.doc.word(i), w::THE | w::A) { i + 1 } else { i };
        let year = self.unit(at).is_some_and(|(_, (unit, plural))| unit == Unit::Year && !plural);
        if !year || self.doc.word(at + 1) != w::HYPHEN || !matches!(self.doc.word(at + 2), w::AGO | w::EARLIER) {
            return None;
        }
        let fields = Fields { ago: true, bare: true, ..shifted(Unit::Year, -1, Anchor::Report) };
        if let Some((end, quarter)) = self.quarter_or_half(at + 3) {
            return Some((end, Fields { part: quarter.part, bare: false, ..fields }));
        }
        let end =
            if self.has(at + 3, |word| matches!(word, DateWord::Unit { plural: false, .. } | DateWord::Period)) { at + 4 } else { at + 3 };
        Some((end, fields))
    }

    /// "ago", "earlier", "later", "from now": the direction, and from where.
    pub(super) fn ago_word(&self, i: usize) -> Option<(usize, i32, Anchor)> {
        if !self.joined(i) {
            return None;
        }
        match self.doc.word(i) {
            w::AGO => Some((i + 1, -1, Anchor::Report)),
            w::EARLIER => Some((i + 1, -1, Anchor::Last)),
            w::LATER => Some((i + 1, 1, Anchor::Last)),
            w::BEFORE | w::PREVIOUSLY if self.ends_clause(i + 1) => Some((i + 1, -1, Anchor::Last)),
            w::AFTER if self.ends_clause(i + 1) => Some((i + 1, 1, Anchor::Last)),
            // "41 years on": in the year of the report.
            w::ON if self.ends_clause(i + 1) && self.unit(i - 1).is_some_and(|(_, (unit, _))| unit >= Unit::Month) => {
                Some((i + 1, 0, Anchor::Report))
            }
            w::HENCE => Some((i + 1, 1, Anchor::Report)),
            w::FROM if self.has(i + 1, |word| matches!(word, DateWord::Vague(Vague::Present) | DateWord::DayShift(0))) => {
                Some((i + 2, 1, Anchor::Report))
            }
            _ => None,
        }
    }

    /// "two days after Easter", "the day before yesterday's talks", "three weeks from tomorrow"
    pub(super) fn days_from(&self, i: usize) -> Found<Fields> {
        let (end, days) = match self.amount(i) {
            Some((end, Amount::Exact([(count, Unit::Day), (0, _)]))) => (end, count),
            Some((end, Amount::Exact([(count, Unit::Week), (0, _)]))) => (end, count.checked_mul(7)?),
            Some(_) => return None,
            None => (self.the_day_of(i)?, 1),
        };
        // "eight trading days after 3 June" are more days of the calendar.
        if (i..end).any(|i| self.has(i, |word| word == DateWord::More)) {
            return None;
        }
        let sign = match self.doc.word(end) {
            w::AFTER | w::FROM => 1,
            w::BEFORE => -1,
            _ => return None,
        };
        if !self.joined(end) {
            return None;
        }
        let at = end + 1;
        let (end, fields) = self
            .named_date(at)
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.day_word(at))
            .or_else(|| self.holiday_part(at))
            .or_else(|| self.weekday_alone(at).filter(|_| days == 1))?;
        let days = i32::try_from(days).ok()?.checked_mul(sign)?;
        (fields.level() == 8 && fields.day_part.is_none() && !fields.week_of && !self.doc.is_possessive(end - 1))
            .then_some((end, Fields { days_from: days, ..fields }))
    }

    /// The token behind "the day".
    pub(super) fn the_day_of(&self, i: usize) -> Option<usize> {
        let day = self.doc.word(i) == w::THE && self.unit(i + 1).is_some_and(|(_, unit)| unit == (Unit::Day, false));
        day.then_some(i + 2)
    }

    /// "4 to 22 this month", "between 9 and 12 of next month"
    pub(super) fn days_of_month(&self, i: usize) -> Found<Fields> {
        let (end, (day, Some(last))) = self.days(i)? else { return None };
        let at = if matches!(self.doc.word(end), w::OF | w::IN) { end + 1 } else { end };
        if !self.joined(end) || self.is_part_of_figure(i) {
            return None;
        }
        let (end, month) = self.pointed(at, true).filter(|(_, fields)| fields.level() == 6 && fields.part.is_none())?;
        Some((end, Fields { day: Some(day), day_to: Some(last), bare: false, ..month }))
    }

    /// "on the 30th", "Friday the 15th" alone; "20th of next month" with what follows.
    pub(super) fn day_alone(&self, i: usize) -> Found<Fields> {
        let the = self.doc.word(i) == w::THE;
        let at = if the { i + 1 } else { i };
        let figure = matches!(self.numeral(at), Numeral::Ordinal(1..=31));
        let word = the && self.number_word(at, NumberKind::Ordinal).is_some();
        if !figure && !word {
            return None;
        }
        let (end, day) = self.day(at)?;
        let of_month = self.doc.word(end) == w::OF && self.pointed(end + 1, true).is_some_and(|(_, fields)| fields.level() == 6);
        const LEADS: &[WordId] = &[w::ON, w::FROM, w::UNTIL, w::BY, w::SINCE, w::TO, w::AND, w::BEFORE, w::AFTER, w::OF, w::FOR];
        let lead = i > 0 && (self.is_one_of(i - 1, LEADS) || self.has(i - 1, |word| matches!(word, DateWord::Weekday { .. })));
        // "on 22nd", as in India
        let on = !the && i > 0 && self.doc.word(i - 1) == w::ON;
        let alone = (the || on) && figure && lead && self.is_light(end) && self.doc.word(end) != w::OF;
        (of_month || alone).then_some((end, Fields { day: Some(day), ..Fields::default() }))
    }
}

/// The last day named: "later in the day", "in the morning".
pub(super) fn same_day() -> Fields {
    Fields { bare: true, ..shifted(Unit::Day, 0, Anchor::Last) }
}

fn shifted(unit: Unit, count: i32, anchor: Anchor) -> Fields {
    Fields { shift: Some(Shift { unit: ShiftUnit::Unit(unit), count, anchor }), ..Fields::default() }
}
