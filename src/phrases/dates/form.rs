//! A date as its words give it: what is said, and nothing filled in.

use jiff::civil::Weekday;

use super::value::{DayPart, Modifier, Value};
use super::words::{Calendar, Holiday};
use crate::doc::Toks;
use crate::report::{Clock, DateValue, Period, Season, Unit, Vague};

/// A temporal expression found in the text, before it is resolved.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Form {
    /// The mention, as records have it: no preposition, a determiner only where it is no date without.
    pub toks: Toks,
    /// The mention as TIMEX3 has it: with determiner, without what follows by apposition.
    pub wide: Toks,
    pub expr: Expr,
    pub modifier: Option<Modifier>,
    /// A mention for TIMEX3 only: "the quarter", "current", "the past five years".
    pub timex_only: bool,
}

/// What the words mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Expr {
    /// One date.
    Point(Fields),
    /// From one date to another; the tokens at which the second begins, and the first ends.
    Range { from: Fields, to: Fields, from_end: usize, to_start: usize },
    /// A date and all that follows: "2024 onwards".
    Open(Fields),
    /// "now", "recently".
    Vague(Vague),
    /// A length of time.
    Value(Value),
    /// What comes again.
    Set(Value),
}

/// The parts of a date that the words give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub year: Option<YearField>,
    pub part: Option<PartField>,
    pub day: Option<u8>,
    /// The last day of a range inside a month: "10-12 April".
    pub day_to: Option<u8>,
    pub weekday: Option<Weekday>,
    pub holiday: Option<Holiday>,
    pub clock: Option<Clock>,
    pub day_part: Option<DayPart>,
    pub shift: Option<Shift>,
    /// "7/2/2015": day and month may be the other way round.
    pub swappable: bool,
    /// "the week of 7 April"
    pub week_of: bool,
    /// "the first week of May", -1 for the last
    pub nth_week: Option<i8>,
    /// "two days after Easter", "the day before the 14th": so many days from the date.
    pub days_from: i32,
    /// "a year ago", "year-earlier": a year by its distance, in words that leave open which part of it.
    pub ago: bool,
    /// "the quarter", "the year": a date only within a longer phrase.
    pub bare: bool,
    /// "ten years ago today"
    pub to_the_day: bool,
    /// "this weekend": the one that comes, where no verb tells.
    pub coming: bool,
    /// "the 1988 quarter", "the quarter a year ago": of that year, the part that was last spoken of.
    pub same_part: bool,
}

/// A year, or some of its digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearField {
    Year(i16),
    /// "'98", "22.02.22": the last two digits.
    Short(u8),
    /// "1990s"
    Decade(u16),
    /// "the nineties"
    ShortDecade(u8),
    /// "21st century" is 20.
    Century(u8),
    /// A year of another calendar, with that calendar's month and day in the other fields.
    Other(Calendar, u16),
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartField {
    Half(u8),
    Quarter(u8),
    Season(Season),
    Month(u8),
    Week(u8),
    /// "the weekend"
    Weekend,
}

/// How a date hangs on another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    pub unit: ShiftUnit,
    /// So many units away.
    pub count: i32,
    pub anchor: Anchor,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ShiftUnit {
    /// Units of the calendar: "last year", "three days ago".
    Unit(Unit),
    /// What the phrase names: "last Friday", "next June", "this summer".
    Named,
}

/// From where it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// The day of the report.
    Report,
    /// The last date named.
    Last,
}

impl Fields {
    /// Whether day, month and year are given, or a coarser date with its year.
    pub(super) fn is_absolute(&self) -> bool {
        self.shift.is_none()
            && matches!(self.year, Some(YearField::Year(_) | YearField::Decade(_) | YearField::Century(_) | YearField::Other(..)))
    }

    /// "a year ago" alone.
    pub(super) fn is_year_shift(&self) -> bool {
        self.ago && self.part.is_none() && self.day.is_none()
    }

    pub(super) fn month(&self) -> Option<u8> {
        match self.part {
            Some(PartField::Month(month)) => Some(month),
            _ => None,
        }
    }

    /// The finest part that is given, from 0 for a century to 9 for a time of day.
    pub(super) fn level(&self) -> u8 {
        if self.clock.is_some() {
            return 9;
        }
        if self.day.is_some() || self.weekday.is_some() || self.holiday.is_some() || self.day_part.is_some() {
            return 8;
        }
        match (self.part, self.shift) {
            (Some(PartField::Weekend | PartField::Week(_)), _) => 7,
            (Some(PartField::Month(_)), _) => 6,
            (Some(PartField::Season(_)), _) => 5,
            (Some(PartField::Quarter(_)), _) => 4,
            (Some(PartField::Half(_)), _) => 3,
            (None, Some(Shift { unit: ShiftUnit::Unit(unit), .. })) => match unit {
                Unit::Second | Unit::Minute | Unit::Hour => 9,
                Unit::Day => 8,
                Unit::Week => 7,
                Unit::Month => 6,
                Unit::Quarter => 4,
                Unit::Half => 3,
                Unit::Year => 2,
                Unit::Decade => 1,
                Unit::Century | Unit::Millennium => 0,
            },
            _ => match self.year {
                Some(YearField::Century(_)) => 0,
                Some(YearField::Decade(_) | YearField::ShortDecade(_)) => 1,
                _ => 2,
            },
        }
    }
}

impl Form {
    pub(super) fn point(toks: Toks, fields: Fields) -> Form {
        Form { wide: toks.clone(), toks, expr: Expr::Point(fields), modifier: None, timex_only: fields.bare }
    }

    /// One calendar date of a month at least, not counted from another: what stamps and datelines print.
    pub(crate) fn is_calendar(&self) -> bool {
        let Expr::Point(fields) = &self.expr else { return false };
        let month = fields.month().is_some() && fields.day_to.is_none() && (fields.year.is_some() || fields.day.is_some());
        month && fields.shift.is_none() && !self.timex_only
    }

    /// As [`is_calendar`](Self::is_calendar), of a day.
    pub(crate) fn is_calendar_day(&self) -> bool {
        self.is_calendar() && self.fields().is_some_and(|fields| fields.day.is_some())
    }

    /// Whether it gives a time of day.
    pub(crate) fn has_clock(&self) -> bool {
        matches!(&self.expr, Expr::Point(fields) if fields.clock.is_some())
    }

    /// A time of day alone: "11h42".
    pub(crate) fn is_clock(&self) -> bool {
        matches!(&self.expr, Expr::Point(fields) if fields.clock.is_some() && fields.day.is_none() && fields.part.is_none() && fields.year.is_none())
    }

    /// Its date in a year, where it prints none.
    pub(crate) fn in_year(&self, year: i16) -> Option<DateValue> {
        let fields = self.fields().filter(|fields| fields.year.is_none())?;
        super::resolve::in_year(fields, year).map(DateValue::Period)
    }

    /// The parts of its one date, or of the first of two.
    pub(super) fn fields(&self) -> Option<&Fields> {
        match &self.expr {
            Expr::Point(fields) | Expr::Open(fields) | Expr::Range { from: fields, .. } => Some(fields),
            Expr::Vague(_) | Expr::Value(_) | Expr::Set(_) => None,
        }
    }
}

/// The date of a day, month or year as given in full.
pub(super) fn given(fields: &Fields) -> Option<Period> {
    fields.is_absolute().then(|| super::resolve::period_of(fields))?
}
