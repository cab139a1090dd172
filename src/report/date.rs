//! Date values: what a date, a span of dates or a duration is once it is resolved.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Time, Weekday, date};
use jiff::tz::Offset;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A resolved date: one period of the calendar, a span from one to another, or a vague reference.
///
/// Its string is ISO 8601, extended as TIMEX3 does for seasons, decades and unknown years.
///
/// ```
/// use pactum::report::DateValue;
///
/// let span: DateValue = "2025-04-10/2025-04-12".parse().unwrap();
/// assert_eq!(span.earliest(), Some(jiff::civil::date(2025, 4, 10)));
/// assert_eq!(span.to_string(), "2025-04-10/2025-04-12");
/// for text in ["2025", "2025-Q2", "2025-W15", "199X", "2025-SU", "XXXX-04-11", "2025-04-11T15:00+05:00", "2025/..", "PRESENT_REF"] {
///     assert_eq!(text.parse::<DateValue>().unwrap().to_string(), text);
/// }
/// assert!("2025-02-29".parse::<DateValue>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateValue {
    /// A day, a month, a year, a time of day and the like.
    Period(Period),
    /// From one period to another, both included.
    Span(DateSpan),
    /// "now", "recently", "soon".
    Vague(Vague),
}

/// One period of the calendar, at the precision of the text.
///
/// Variants are made by the constructors of this type or parsed, so each holds a period that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Period {
    /// `20XX`: the hundred years that begin with these digits.
    #[non_exhaustive]
    Century {
        /// The first two digits.
        digits: u8,
    },
    /// `199X`
    #[non_exhaustive]
    Decade {
        /// The first three digits.
        digits: u16,
    },
    /// `2025`
    #[non_exhaustive]
    Year {
        /// From 0 to 9999.
        year: i16,
    },
    /// `2025-H1`
    #[non_exhaustive]
    Half {
        /// From 0 to 9999.
        year: i16,
        /// 1 or 2.
        half: u8,
    },
    /// `2025-Q2`
    #[non_exhaustive]
    Quarter {
        /// From 0 to 9999.
        year: i16,
        /// From 1 to 4.
        quarter: u8,
    },
    /// `2025-SU`
    #[non_exhaustive]
    Season {
        /// The year in which it begins.
        year: i16,
        /// Which one.
        season: Season,
    },
    /// `2025-04`, or `XXXX-04` where the year cannot be known.
    #[non_exhaustive]
    Month {
        /// From 0 to 9999.
        year: Option<i16>,
        /// From 1 to 12.
        month: u8,
    },
    /// `2025-W15`: a week of ISO 8601, from Monday to Sunday.
    #[non_exhaustive]
    Week {
        /// The year that the week is counted in.
        year: i16,
        /// From 1 to 53.
        week: u8,
    },
    /// `2025-04-11`
    #[non_exhaustive]
    Day {
        /// The day.
        date: Date,
    },
    /// `XXXX-04-11`: a day of the year where the year cannot be known.
    #[non_exhaustive]
    YearlessDay {
        /// From 1 to 12.
        month: u8,
        /// From 1 to 31.
        day: u8,
    },
    /// `2025-04-11T15:00+05:00`, or `T15:00` where the day cannot be known.
    #[non_exhaustive]
    Time {
        /// The day.
        date: Option<Date>,
        /// The time of day.
        clock: Clock,
    },
}

/// A time of day, to the minute or the second, with an offset from UTC only where one is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    time: Time,
    seconds: bool,
    offset: Option<Offset>,
}

/// A season of the year, as in the northern hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Season {
    /// `SP`: March to May.
    Spring,
    /// `SU`: June to August.
    Summer,
    /// `FA`: September to November.
    Autumn,
    /// `WI`: December to February of the year after.
    Winter,
}

/// A reference to a time that has no place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Vague {
    /// `PAST_REF`: "recently".
    Past,
    /// `PRESENT_REF`: "now".
    Present,
    /// `FUTURE_REF`: "soon".
    Future,
}

/// A span of dates, both ends included. One end may be open; they are in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateSpan {
    start: Option<Period>,
    end: Option<Period>,
}

/// A length of time, in calendar units: `P5Y`, `P2Y6M`, `PT48H`.
///
/// The units are those of the text: eighteen months are not a year and a half. A decade is ten years, a
/// quarter three months.
///
/// ```
/// use pactum::report::Duration;
///
/// let term: Duration = "P2Y6M".parse().unwrap();
/// assert_eq!((term.years(), term.months()), (2, 6));
/// assert!("P".parse::<Duration>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    years: u32,
    months: u32,
    weeks: u32,
    days: u32,
    hours: u32,
    minutes: u32,
    seconds: u32,
}

/// For how long an accord is: a span of dates, or a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Term {
    /// `2025/2027`
    Dates(DateValue),
    /// `P5Y`
    Duration(Duration),
}

/// A string that is no date value, duration or term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a {expected}")]
pub struct NotADate {
    expected: &'static str,
}

impl Period {
    /// A century by its first two digits: 20 for the years 2000 to 2099.
    pub fn century(digits: u8) -> Option<Period> {
        (digits <= 99).then_some(Period::Century { digits })
    }

    /// A decade by its first three digits: 199 for the years 1990 to 1999.
    pub fn decade(digits: u16) -> Option<Period> {
        (digits <= 999).then_some(Period::Decade { digits })
    }

    /// A year from 0 to 9999.
    pub fn year(year: i16) -> Option<Period> {
        is_year(year).then_some(Period::Year { year })
    }

    /// A half of a year, 1 or 2.
    pub fn half(year: i16, half: u8) -> Option<Period> {
        (is_year(year) && (1..=2).contains(&half)).then_some(Period::Half { year, half })
    }

    /// A quarter of a year, from 1 to 4.
    pub fn quarter(year: i16, quarter: u8) -> Option<Period> {
        (is_year(year) && (1..=4).contains(&quarter)).then_some(Period::Quarter { year, quarter })
    }

    /// A season; a winter goes by the year in which it begins.
    pub fn season(year: i16, season: Season) -> Option<Period> {
        (0..=9998).contains(&year).then_some(Period::Season { year, season })
    }

    /// A month from 1 to 12, of a year if it is known.
    pub fn month(year: Option<i16>, month: u8) -> Option<Period> {
        (year.is_none_or(is_year) && (1..=12).contains(&month)).then_some(Period::Month { year, month })
    }

    /// A week of ISO 8601.
    pub fn week(year: i16, week: u8) -> Option<Period> {
        let monday = ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok()?.date();
        (is_year(year) && is_year(monday.year())).then_some(Period::Week { year, week })
    }

    /// The week of ISO 8601 that holds a day.
    pub fn week_of(date: Date) -> Option<Period> {
        let week = date.iso_week_date();
        Period::week(week.year(), week.week().unsigned_abs())
    }

    /// A day of the years 0 to 9999.
    pub fn day(date: Date) -> Option<Period> {
        is_year(date.year()).then_some(Period::Day { date })
    }

    /// A day of the year whose year is not known.
    pub fn yearless_day(month: u8, day: u8) -> Option<Period> {
        let leap_year = 2000;
        civil(leap_year, month, day).map(|_| Period::YearlessDay { month, day })
    }

    /// A time of day, of a day if it is known.
    pub fn time(date: Option<Date>, clock: Clock) -> Option<Period> {
        date.is_none_or(|date| is_year(date.year())).then_some(Period::Time { date, clock })
    }

    /// The first day, where the year is known.
    pub fn earliest(self) -> Option<Date> {
        match self {
            Period::Century { digits } => civil(i16::from(digits) * 100, 1, 1),
            Period::Decade { digits } => civil(i16::try_from(digits).ok()? * 10, 1, 1),
            Period::Year { year } => civil(year, 1, 1),
            Period::Half { year, half } => civil(year, half * 6 - 5, 1),
            Period::Quarter { year, quarter } => civil(year, quarter * 3 - 2, 1),
            Period::Season { year, season } => civil(year, season.first_month(), 1),
            Period::Month { year, month } => civil(year?, month, 1),
            Period::Week { year, week } => Some(ISOWeekDate::new(year, i8::try_from(week).ok()?, Weekday::Monday).ok()?.date()),
            Period::Day { date } => Some(date),
            Period::YearlessDay { .. } => None,
            Period::Time { date, .. } => date,
        }
    }

    /// The last day, where the year is known.
    pub fn latest(self) -> Option<Date> {
        let months =
            |count: i32| self.earliest().and_then(|first| first.checked_add(jiff::Span::new().months(count)).ok()?.yesterday().ok());
        match self {
            Period::Century { digits } => civil(i16::from(digits) * 100 + 99, 12, 31),
            Period::Decade { digits } => civil(i16::try_from(digits).ok()? * 10 + 9, 12, 31),
            Period::Year { year } => civil(year, 12, 31),
            Period::Half { half: 2, year } | Period::Quarter { quarter: 4, year } => civil(year, 12, 31),
            Period::Half { .. } => months(6),
            Period::Quarter { .. } | Period::Season { .. } => months(3),
            Period::Month { .. } => self.earliest().map(Date::last_of_month),
            Period::Week { .. } => self.earliest()?.checked_add(jiff::Span::new().days(6)).ok(),
            Period::Day { .. } | Period::YearlessDay { .. } | Period::Time { .. } => self.earliest(),
        }
    }

    /// The year, where it is one and is known.
    pub fn year_number(self) -> Option<i16> {
        match self {
            Period::Century { .. } | Period::Decade { .. } | Period::YearlessDay { .. } => None,
            Period::Week { year, .. } => Some(year),
            _ => self.earliest().map(Date::year),
        }
    }

    fn clock(self) -> Option<Clock> {
        match self {
            Period::Time { clock, .. } => Some(clock),
            _ => None,
        }
    }
}

fn is_year(year: i16) -> bool {
    (0..=9999).contains(&year)
}

/// A day, if the calendar has it.
fn civil(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

impl Season {
    /// The month in which it begins.
    pub fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    pub(crate) fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    pub(crate) fn of_code(code: &str) -> Option<Season> {
        [Season::Spring, Season::Summer, Season::Autumn, Season::Winter].into_iter().find(|season| season.code() == code)
    }
}

impl Vague {
    fn code(self) -> &'static str {
        match self {
            Vague::Past => "PAST_REF",
            Vague::Present => "PRESENT_REF",
            Vague::Future => "FUTURE_REF",
        }
    }

    fn of_code(code: &str) -> Option<Vague> {
        [Vague::Past, Vague::Present, Vague::Future].into_iter().find(|vague| vague.code() == code)
    }
}

impl Clock {
    /// A time to the minute.
    pub fn minutes(hour: u8, minute: u8) -> Option<Clock> {
        Clock::new(hour, minute, 0, false)
    }

    /// A time to the second.
    pub fn seconds(hour: u8, minute: u8, second: u8) -> Option<Clock> {
        Clock::new(hour, minute, second, true)
    }

    fn new(hour: u8, minute: u8, second: u8, seconds: bool) -> Option<Clock> {
        let part = |n: u8| i8::try_from(n).ok();
        let time = Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()?;
        Some(Clock { time, seconds, offset: None })
    }

    /// The same time with an offset from UTC; what is below a minute of it is dropped.
    pub fn with_offset(self, offset: Offset) -> Clock {
        let minutes = offset.seconds() / 60 * 60;
        Clock { offset: Offset::from_seconds(minutes).ok(), ..self }
    }

    /// The same time without an offset.
    pub fn without_offset(self) -> Clock {
        Clock { offset: None, ..self }
    }

    /// The time of day.
    pub fn time(self) -> Time {
        self.time
    }

    /// Whether the text gives the second.
    pub fn has_seconds(self) -> bool {
        self.seconds
    }

    /// The offset from UTC that the text gives.
    pub fn offset(self) -> Option<Offset> {
        self.offset
    }
}

impl DateSpan {
    /// The span from `start` to `end`; none where they are out of order, or both open.
    pub fn new(start: Option<Period>, end: Option<Period>) -> Option<DateSpan> {
        match (start, end) {
            (None, None) => None,
            (Some(a), Some(b)) if !in_order(a, b) => None,
            _ => Some(DateSpan { start, end }),
        }
    }

    /// Where it begins; absent where that is open.
    pub fn start(self) -> Option<Period> {
        self.start
    }

    /// Where it ends, that period included; absent where that is open.
    pub fn end(self) -> Option<Period> {
        self.end
    }
}

/// Whether one period may be followed by the other in a span; those of unknown years may.
fn in_order(a: Period, b: Period) -> bool {
    match (a.earliest(), b.latest()) {
        (Some(first), Some(last)) if first == last => match (a.clock(), b.clock()) {
            (Some(from), Some(to)) => from.time <= to.time,
            _ => true,
        },
        (Some(first), Some(last)) => first < last,
        _ => true,
    }
}

impl DateValue {
    /// The span from `start` to `end`; none where they are out of order, or both open.
    pub fn span(start: Option<Period>, end: Option<Period>) -> Option<DateValue> {
        DateSpan::new(start, end).map(DateValue::Span)
    }

    /// The first day; absent where the year is not known, the span is open there, or the reference vague.
    pub fn earliest(self) -> Option<Date> {
        match self {
            DateValue::Period(period) => period.earliest(),
            DateValue::Span(span) => span.start?.earliest(),
            DateValue::Vague(_) => None,
        }
    }

    /// The last day; absent where the year is not known, the span is open there, or the reference vague.
    pub fn latest(self) -> Option<Date> {
        match self {
            DateValue::Period(period) => period.latest(),
            DateValue::Span(span) => span.end?.latest(),
            DateValue::Vague(_) => None,
        }
    }

    /// The one period that it is.
    pub fn period(self) -> Option<Period> {
        match self {
            DateValue::Period(period) => Some(period),
            _ => None,
        }
    }

    /// By first day and time, longer ones first; what has no day comes last.
    fn sort_key(self) -> (bool, Option<Date>, Option<Time>, std::cmp::Reverse<Option<Date>>) {
        let clock = match self {
            DateValue::Period(period) => period.clock(),
            DateValue::Span(span) => span.start.and_then(Period::clock),
            DateValue::Vague(_) => None,
        };
        let (first, last) = (self.earliest(), self.latest());
        (first.is_none() && last.is_none(), first, clock.map(Clock::time), std::cmp::Reverse(last))
    }
}

impl From<Period> for DateValue {
    fn from(period: Period) -> Self {
        DateValue::Period(period)
    }
}

/// By first day and time, longer ones first; values without a day come last.
impl Ord for DateValue {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key().cmp(&other.sort_key()).then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for DateValue {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// As [`DateValue`].
impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        DateValue::Period(*self).cmp(&DateValue::Period(*other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Period::Century { digits } => write!(f, "{digits:02}XX"),
            Period::Decade { digits } => write!(f, "{digits:03}X"),
            Period::Year { year } => write!(f, "{year:04}"),
            Period::Half { year, half } => write!(f, "{year:04}-H{half}"),
            Period::Quarter { year, quarter } => write!(f, "{year:04}-Q{quarter}"),
            Period::Season { year, season } => write!(f, "{year:04}-{}", season.code()),
            Period::Month { year: Some(year), month } => write!(f, "{year:04}-{month:02}"),
            Period::Month { year: None, month } => write!(f, "XXXX-{month:02}"),
            Period::Week { year, week } => write!(f, "{year:04}-W{week:02}"),
            Period::Day { date } => write!(f, "{}", Day(date)),
            Period::YearlessDay { month, day } => write!(f, "XXXX-{month:02}-{day:02}"),
            Period::Time { date: Some(date), clock } => write!(f, "{}T{clock}", Day(date)),
            Period::Time { date: None, clock } => write!(f, "T{clock}"),
        }
    }
}

/// `2025-04-11`
struct Day(Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.time.hour(), self.time.minute())?;
        if self.seconds {
            write!(f, ":{:02}", self.time.second())?;
        }
        match self.offset {
            None => Ok(()),
            Some(Offset::UTC) => f.write_str("Z"),
            Some(offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

impl fmt::Display for DateSpan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.start {
            Some(start) => write!(f, "{start}/")?,
            None => f.write_str("../")?,
        }
        match self.end {
            Some(end) => write!(f, "{end}"),
            None => f.write_str(".."),
        }
    }
}

impl fmt::Display for DateValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            DateValue::Period(period) => period.fmt(f),
            DateValue::Span(span) => span.fmt(f),
            DateValue::Vague(vague) => f.write_str(vague.code()),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Term::Dates(value) => value.fmt(f),
            Term::Duration(duration) => duration.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        read_period(text).ok_or(NotADate { expected: "period of the calendar" })
    }
}

fn read_period(text: &str) -> Option<Period> {
    if let Some((date, clock)) = text.split_once('T') {
        let clock = read_clock(clock)?;
        let date = if date.is_empty() { None } else { Some(read_period(date)?) };
        return match date {
            None => Period::time(None, clock),
            Some(Period::Day { date }) => Period::time(Some(date), clock),
            Some(_) => None,
        };
    }
    let (year, rest) = match text.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (text, None),
    };
    if year.len() != 4 {
        return None;
    }
    let Some(rest) = rest else {
        return match year.strip_suffix("XX") {
            Some(digits) => Period::century(number(digits, 2)? as u8),
            None => match year.strip_suffix('X') {
                Some(digits) => Period::decade(number(digits, 3)?),
                None => Period::year(number(year, 4)? as i16),
            },
        };
    };
    let year = if year == "XXXX" { None } else { Some(number(year, 4)? as i16) };
    if let Some(half) = rest.strip_prefix('H') {
        return Period::half(year?, number(half, 1)? as u8);
    }
    if let Some(quarter) = rest.strip_prefix('Q') {
        return Period::quarter(year?, number(quarter, 1)? as u8);
    }
    if let Some(season) = Season::of_code(rest) {
        return Period::season(year?, season);
    }
    if let Some(week) = rest.strip_prefix('W').filter(|week| week.len() == 2) {
        return Period::week(year?, number(week, 2)? as u8);
    }
    match rest.split_once('-') {
        None => Period::month(year, number(rest, 2)? as u8),
        Some((month, day)) => {
            let (month, day) = (number(month, 2)? as u8, number(day, 2)? as u8);
            match year {
                Some(year) => Period::day(civil(year, month, day)?),
                None => Period::yearless_day(month, day),
            }
        }
    }
}

fn read_clock(text: &str) -> Option<Clock> {
    let (time, offset) = match text.find(['Z', '+', '-']) {
        Some(at) => (&text[..at], Some(read_offset(&text[at..])?)),
        None => (text, None),
    };
    let mut parts = time.split(':');
    let mut next = || Some(number(parts.next()?, 2)? as u8);
    let (hour, minute) = (next()?, next()?);
    let second = next();
    let expected = if second.is_some() { "00:00:00".len() } else { "00:00".len() };
    if time.len() != expected {
        return None;
    }
    let clock = match second {
        Some(second) => Clock::seconds(hour, minute, second)?,
        None => Clock::minutes(hour, minute)?,
    };
    Some(match offset {
        Some(offset) => clock.with_offset(offset),
        None => clock,
    })
}

fn read_offset(text: &str) -> Option<Offset> {
    if text == "Z" {
        return Some(Offset::UTC);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let (hours, minutes) = (i32::from(number(hours, 2)?), i32::from(number(minutes, 2)?));
    if minutes > 59 {
        return None;
    }
    let offset = Offset::from_seconds(sign * (hours * 60 + minutes) * 60).ok()?;
    (offset != Offset::UTC).then_some(offset)
}

/// A number of so many ASCII digits.
fn number(text: &str, digits: usize) -> Option<u16> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl FromStr for DateSpan {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let error = NotADate { expected: "span of dates" };
        let (start, end) = text.split_once('/').ok_or(error)?;
        let read = |end: &str| if end == ".." { Ok(None) } else { end.parse::<Period>().map(Some).map_err(|_| error) };
        DateSpan::new(read(start)?, read(end)?).ok_or(error)
    }
}

impl FromStr for DateValue {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let error = NotADate { expected: "date value" };
        if let Some(vague) = Vague::of_code(text) {
            return Ok(DateValue::Vague(vague));
        }
        if text.contains('/') {
            return text.parse().map(DateValue::Span).map_err(|_| error);
        }
        text.parse().map(DateValue::Period).map_err(|_| error)
    }
}

impl FromStr for Term {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let error = NotADate { expected: "term" };
        if let Ok(duration) = text.parse() {
            return Ok(Term::Duration(duration));
        }
        text.parse().map(Term::Dates).map_err(|_| error)
    }
}

/// A unit of the calendar or of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Duration {
    /// So many of one unit; none where that is nothing, or more than can be counted.
    pub fn of(count: u32, unit: Unit) -> Option<Duration> {
        Duration::default().and(count, unit)
    }

    /// This and so many of one unit more.
    pub fn and(mut self, count: u32, unit: Unit) -> Option<Duration> {
        let (field, factor) = match unit {
            Unit::Second => (&mut self.seconds, 1),
            Unit::Minute => (&mut self.minutes, 1),
            Unit::Hour => (&mut self.hours, 1),
            Unit::Day => (&mut self.days, 1),
            Unit::Week => (&mut self.weeks, 1),
            Unit::Month => (&mut self.months, 1),
            Unit::Quarter => (&mut self.months, 3),
            Unit::Half => (&mut self.months, 6),
            Unit::Year => (&mut self.years, 1),
            Unit::Decade => (&mut self.years, 10),
            Unit::Century => (&mut self.years, 100),
            Unit::Millennium => (&mut self.years, 1000),
        };
        *field = field.checked_add(count.checked_mul(factor)?)?;
        (self != Duration::default()).then_some(self)
    }

    /// The whole years.
    pub fn years(self) -> u32 {
        self.years
    }

    /// The months beside the years.
    pub fn months(self) -> u32 {
        self.months
    }

    /// The weeks.
    pub fn weeks(self) -> u32 {
        self.weeks
    }

    /// The days beside the weeks.
    pub fn days(self) -> u32 {
        self.days
    }

    /// The hours.
    pub fn hours(self) -> u32 {
        self.hours
    }

    /// The minutes beside the hours.
    pub fn minutes(self) -> u32 {
        self.minutes
    }

    /// The seconds beside the minutes.
    pub fn seconds(self) -> u32 {
        self.seconds
    }

    /// As a span of jiff, for arithmetic; none where it is longer than jiff counts.
    pub fn to_span(self) -> Option<jiff::Span> {
        jiff::Span::new()
            .try_years(self.years)
            .ok()?
            .try_months(self.months)
            .ok()?
            .try_weeks(self.weeks)
            .ok()?
            .try_days(self.days)
            .ok()?
            .try_hours(self.hours)
            .ok()?
            .try_minutes(self.minutes)
            .ok()?
            .try_seconds(self.seconds)
            .ok()
    }

    fn in_days(self) -> u128 {
        // Mean lengths, in seconds: only for the order.
        let seconds = [(self.years, 31_556_952), (self.months, 2_629_746), (self.weeks, 604_800), (self.days, 86_400)];
        let seconds = seconds.into_iter().chain([(self.hours, 3600), (self.minutes, 60), (self.seconds, 1)]);
        seconds.map(|(count, length)| u128::from(count) * length).sum()
    }
}

/// By mean length.
impl Ord for Duration {
    fn cmp(&self, other: &Self) -> Ordering {
        self.in_days().cmp(&other.in_days()).then_with(|| self.to_string().cmp(&other.to_string()))
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        for (count, letter) in [(self.years, 'Y'), (self.months, 'M'), (self.weeks, 'W'), (self.days, 'D')] {
            if count > 0 {
                write!(f, "{count}{letter}")?;
            }
        }
        if self.hours.max(self.minutes).max(self.seconds) > 0 {
            f.write_str("T")?;
        }
        for (count, letter) in [(self.hours, 'H'), (self.minutes, 'M'), (self.seconds, 'S')] {
            if count > 0 {
                write!(f, "{count}{letter}")?;
            }
        }
        Ok(())
    }
}

impl FromStr for Duration {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        read_duration(text).ok_or(NotADate { expected: "duration" })
    }
}

fn read_duration(text: &str) -> Option<Duration> {
    let (days, clock) = match text.strip_prefix('P')?.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (&text[1..], None),
    };
    let days_units = [('Y', Unit::Year), ('M', Unit::Month), ('W', Unit::Week), ('D', Unit::Day)];
    let clock_units = [('H', Unit::Hour), ('M', Unit::Minute), ('S', Unit::Second)];
    let mut duration = Duration::default();
    read_counts(days, &days_units, &mut duration)?;
    if let Some(clock) = clock {
        read_counts(clock, &clock_units, &mut duration)?;
    }
    (duration != Duration::default() && duration.to_string() == text).then_some(duration)
}

/// "2Y6M": counts with the letters of their units.
fn read_counts(mut text: &str, units: &[(char, Unit)], duration: &mut Duration) -> Option<()> {
    while let Some(at) = text.find(|c: char| !c.is_ascii_digit()) {
        let letter = text[at..].chars().next()?;
        let &(_, unit) = units.iter().find(|&&(known, _)| known == letter)?;
        *duration = duration.and(text[..at].parse().ok()?, unit)?;
        text = &text[at + letter.len_utf8()..];
    }
    text.is_empty().then_some(())
}

/// Serialises a type as the string that it displays as.
macro_rules! as_string {
    ($($name:ident),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(|error| serde::de::Error::custom(format_args!("{text:?} is {error}")))
            }
        }
    )+};
}

as_string!(DateValue, Period, Duration, Term);

impl From<Date> for DateValue {
    /// The day; years before 0 are clamped to it, as no text of the calendar in use means them.
    fn from(day: Date) -> Self {
        DateValue::Period(Period::Day { date: day.max(date(0, 1, 1)) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_printed() {
        let forms = [
            "2025",
            "2025-04",
            "2025-04-11",
            "2025-04-11T15:00",
            "2025-04-11T15:00:30",
            "2025-04-11T15:00Z",
            "2025-04-11T15:00:01-03:30",
            "T15:00",
            "2025-W15",
            "2025-Q2",
            "2025-H1",
            "2025-SP",
            "2025-WI",
            "199X",
            "20XX",
            "XXXX-04",
            "XXXX-02-29",
            "2025/2027",
            "../2025",
            "2025-04-10/..",
            "2025-04-10T09:00/2025-04-10T10:00",
            "PRESENT_REF",
            "PAST_REF",
            "FUTURE_REF",
        ];
        for form in forms {
            assert_eq!(form.parse::<DateValue>().map(|value| value.to_string()).as_deref(), Ok(form));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let forms = [
            "",
            "25",
            "2025-13",
            "2025-02-30",
            "2025-W54",
            "2025-Q5",
            "2025-H3",
            "XX",
            "2025-4-1",
            "2025-04-11T25:00",
            "2025-04T15:00",
            "../..",
            "2027/2025",
            "P5Y",
            "2025-04-11T15:00+00:00",
            "2025-04-11T1:00",
            "-2025",
            "XXXX-Q1",
            "٢٠٢٥",
            "2025-04-11T15:00:00:00",
        ];
        for form in forms {
            assert!(form.parse::<DateValue>().is_err(), "{form}");
        }
    }

    #[test]
    fn first_and_last_days() {
        let days = |text: &str| {
            let value: DateValue = text.parse().unwrap();
            (value.earliest().unwrap().to_string(), value.latest().unwrap().to_string())
        };
        assert_eq!(days("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
        assert_eq!(days("2025-W01"), ("2024-12-30".into(), "2025-01-05".into()));
        assert_eq!(days("9999-Q4"), ("9999-10-01".into(), "9999-12-31".into()));
        assert_eq!(days("2025-WI"), ("2025-12-01".into(), "2026-02-28".into()));
        assert_eq!(days("198X"), ("1980-01-01".into(), "1989-12-31".into()));
    }

    #[test]
    fn order_is_that_of_the_calendar() {
        let mut values: Vec<DateValue> = ["PRESENT_REF", "2025-04", "2025-04-01", "XXXX-01", "2025-04-01T09:00", "2024/2025", "2025"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        values.sort();
        let sorted: Vec<String> = values.iter().map(ToString::to_string).collect();
        assert_eq!(sorted, ["2024/2025", "2025", "2025-04", "2025-04-01", "2025-04-01T09:00", "PRESENT_REF", "XXXX-01"]);
    }

    #[test]
    fn durations_keep_their_units() {
        for text in ["P5Y", "P18M", "P2W", "PT48H", "P2Y6M", "P1DT12H", "PT1M30S"] {
            assert_eq!(text.parse::<Duration>().unwrap().to_string(), text);
        }
        for text in ["P", "PT", "P5", "5Y", "P0Y", "P5YT", "P1M1Y", "P99999999999Y", "P5é"] {
            assert!(text.parse::<Duration>().is_err(), "{text}");
        }
        assert_eq!(Duration::of(2, Unit::Decade), "P20Y".parse().ok());
        assert!(Duration::of(u32::MAX, Unit::Century).is_none());
    }

    #[test]
    fn json_is_the_string() {
        let term: Term = serde_json::from_str("\"P5Y\"").unwrap();
        assert_eq!(serde_json::to_string(&term).unwrap(), "\"P5Y\"");
        assert!(serde_json::from_str::<DateValue>("\"soonish\"").is_err());
    }
}
