//! What a temporal expression means, with all that TIMEX3 keeps.

use std::fmt;

use jiff::civil::Date;

use crate::report::{DateValue, Duration, Period, Unit};

/// The four types of temporal expressions of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A day or longer, or a vague reference: "11 April 2025", "now".
    Date,
    /// A time of day, or a part of one: "3 p.m.", "Tuesday morning".
    Time,
    /// A length of time: "five years".
    Duration,
    /// Something that comes again: "every Monday".
    Set,
}

impl Kind {
    /// `DATE`, `TIME`, `DURATION`, `SET`.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Date => "DATE",
            Kind::Time => "TIME",
            Kind::Duration => "DURATION",
            Kind::Set => "SET",
        }
    }
}

/// What a temporal expression means; its string is a TIMEX3 value: "the 1990s" are `199`, "two decades" `P20Y`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Value {
    /// A date or a time of day.
    Date(DateValue),
    /// `2025-04-08TMO`: a part of a day.
    DayPart {
        /// The day; absent where it cannot be known.
        date: Option<Date>,
        /// Which part.
        part: DayPart,
    },
    /// `2025-W15-WE`: Saturday and Sunday of a week.
    Weekend {
        /// The Saturday.
        saturday: Date,
    },
    /// `P5Y`
    Duration(Duration),
    /// `P3Q`, `P20Y`: a count of quarters, or of decades and longer, printed in years.
    Count {
        /// How many.
        count: u32,
        /// Of what: quarters, decades, centuries.
        unit: Unit,
    },
    /// `PXY`: an unnamed number of a unit.
    Some(Unit),
    /// `XXXX-WXX-1`: every such weekday, or every such month, season.
    Each(Each),
}

/// What comes again each week or each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Each {
    /// `XXXX-WXX-1`, from 1 for Monday, perhaps with a part of the day.
    Weekday(u8, Option<DayPart>),
    /// `XXXX-04`
    Month(u8),
    /// `XXXX-SU`
    Season(crate::report::Season),
    /// `XXXX-Q3`
    Quarter(u8),
    /// `XXXX-WXX-WE`
    Weekend,
    /// `XXXX-XX-XXTMO`
    DayPart(DayPart),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DayPart {
    /// `MO`
    Morning,
    /// `AF`
    Afternoon,
    /// `EV`
    Evening,
    /// `NI`
    Night,
    /// `DT`
    Daytime,
}

impl DayPart {
    /// The two letters.
    pub fn as_str(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
            DayPart::Daytime => "DT",
        }
    }

    pub(crate) fn of_code(code: &str) -> Option<DayPart> {
        let all = [DayPart::Morning, DayPart::Afternoon, DayPart::Evening, DayPart::Night, DayPart::Daytime];
        all.into_iter().find(|part| part.as_str() == code)
    }
}

/// What the text says of a date or a duration beside its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Modifier {
    /// "early 2025"
    Early,
    /// "the beginning of 2025"
    Start,
    /// "mid-2025"
    Mid,
    /// "late 2025"
    Late,
    /// "the end of 2025"
    End,
    /// "about five years"
    Approximate,
    /// "more than five years"
    MoreThan,
    /// "less than five years", "nearly five years"
    LessThan,
    /// "at least five years"
    AtLeast,
    /// "up to five years"
    AtMost,
}

impl Modifier {
    /// The `mod` attribute of TIMEX3.
    pub fn as_str(self) -> &'static str {
        match self {
            Modifier::Early | Modifier::Start => "START",
            Modifier::Mid => "MID",
            Modifier::Late | Modifier::End => "END",
            Modifier::Approximate => "APPROX",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::LessThan => "LESS_THAN",
            Modifier::AtLeast => "EQUAL_OR_MORE",
            Modifier::AtMost => "EQUAL_OR_LESS",
        }
    }
}

impl Value {
    /// The date as records have it: a part of a day is the day, a weekend its two days; durations and sets are none.
    pub fn date(self) -> Option<DateValue> {
        match self {
            Value::Date(value) => Some(value),
            Value::DayPart { date, .. } => date.and_then(Period::day).map(DateValue::from),
            Value::Weekend { saturday } => DateValue::span(Period::day(saturday), Period::day(saturday.tomorrow().ok()?)),
            Value::Duration(_) | Value::Count { .. } | Value::Some(_) | Value::Each(_) => None,
        }
    }

    /// The length of time in units of ISO 8601: two decades are `P20Y`.
    pub fn duration(self) -> Option<Duration> {
        match self {
            Value::Duration(duration) => Some(duration),
            Value::Count { count, unit } => Duration::of(count, unit),
            _ => None,
        }
    }
}

impl From<DateValue> for Value {
    fn from(value: DateValue) -> Self {
        Value::Date(value)
    }
}

impl From<Period> for Value {
    fn from(period: Period) -> Self {
        Value::Date(period.into())
    }
}

fn unit_code(unit: Unit) -> &'static str {
    match unit {
        Unit::Second => "T#S",
        Unit::Minute => "T#M",
        Unit::Hour => "T#H",
        Unit::Day => "#D",
        Unit::Week => "#W",
        Unit::Month => "#M",
        Unit::Quarter => "#Q",
        Unit::Half => "#H",
        Unit::Year => "#Y",
        Unit::Decade => "#DE",
        Unit::Century => "#CE",
        Unit::Millennium => "#ML",
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Value::Date(DateValue::Period(Period::Decade { digits })) => write!(f, "{digits:03}"),
            Value::Date(DateValue::Period(Period::Century { digits })) => write!(f, "{digits:02}"),
            Value::Date(value) => value.fmt(f),
            Value::DayPart { date: Some(date), part } => write!(f, "{}T{}", DateValue::from(date), part.as_str()),
            Value::DayPart { date: None, part } => write!(f, "T{}", part.as_str()),
            Value::Weekend { saturday } => match Period::week_of(saturday) {
                Some(week) => write!(f, "{week}-WE"),
                None => f.write_str("WE"),
            },
            Value::Duration(duration) => duration.fmt(f),
            Value::Count { count, unit } => match Duration::of(count, unit).filter(|_| unit != Unit::Quarter) {
                Some(duration) => duration.fmt(f),
                None => write!(f, "P{}", unit_code(unit).replace('#', &count.to_string())),
            },
            Value::Some(unit) => write!(f, "P{}", unit_code(unit).replace('#', "X")),
            Value::Each(each) => each.fmt(f),
        }
    }
}

impl fmt::Display for Each {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Each::Weekday(day, None) => write!(f, "XXXX-WXX-{day}"),
            Each::Weekday(day, Some(part)) => write!(f, "XXXX-WXX-{day}T{}", part.as_str()),
            Each::Month(month) => write!(f, "XXXX-{month:02}"),
            Each::Season(season) => write!(f, "XXXX-{}", season.code()),
            Each::Quarter(quarter) => write!(f, "XXXX-Q{quarter}"),
            Each::Weekend => f.write_str("XXXX-WXX-WE"),
            Each::DayPart(part) => write!(f, "XXXX-XX-XXT{}", part.as_str()),
        }
    }
}
