//! The words of dates: what a line of `dates.tsv` or `time_zones.tsv` means.

use jiff::civil::Weekday;

use super::tense::Tense;
use super::value::{DayPart, Modifier};
use crate::gazetteer::Kind;
use crate::report::{Duration, Season, Unit, Vague};

/// What a word of `dates.tsv` means; the name of each class is that of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DateWord {
    /// `month`, `month-abbr`: "April", "Apr"; an abbreviation is no month without a day or a year.
    Month { month: u8, whole: bool },
    /// `weekday`, `weekday-abbr`: "Friday", "Fri"; an abbreviation is no day without a date.
    Weekday { day: Weekday, whole: bool },
    /// `weekdays`: "Fridays".
    Weekdays(Weekday),
    /// `unit`, `units`: "year", "years".
    Unit { unit: Unit, plural: bool },
    /// `fortnight`: "fortnight", "fortnights".
    Fortnight,
    /// `weekend`
    Weekend,
    /// `day-part`, `day-parts`: "morning", "mornings".
    DayPart { part: DayPart, plural: bool },
    /// `clock-word`: "noon"; the value is an hour.
    ClockWord(u8),
    /// `season`: "summer".
    Season(Season),
    /// `decade-word`: "nineties".
    DecadeWord(u8),
    /// `day-shift`: "yesterday"; the value counts days from the report.
    DayShift(i8),
    /// `tonight`
    Tonight,
    /// `overnight`
    Overnight,
    /// `vague`: "now", "recently".
    Vague(Vague),
    /// `vague-timex`: "current", "the future"; a mention for TIMEX3 only.
    VagueTimex(Vague),
    /// `direction`: "last", "next".
    Direction(Direction),
    /// `part-of`: "early", "end".
    PartOf(Modifier),
    /// `meridiem`: "a.m.", "pm".
    Meridiem { afternoon: bool },
    /// `frequency`: "daily".
    Frequency(Units),
    /// `fiscal`: "fiscal", "FY".
    Fiscal,
    /// `numbered`: "Resolution", "flight": the number behind it is no date; "Act": only a year is.
    Numbered { year: bool },
    /// `holiday`: "Christmas Day".
    Holiday(Holiday),
    /// `tense`: "said", "due": what tells the tense of a clause.
    Tense(Tense),
    /// `present`: "meets", "expires": with a day right behind it, what is yet to be.
    Present,
    /// `quarter`: "Q3".
    Quarter(u8),
    /// `half-year`: "H1".
    HalfYear(u8),
    /// `period`: "the latest period", "the year-ago period".
    Period,
    /// `opener`: "the", "every": a phrase of time can begin with it, if the next word is one of time.
    Opener,
    /// `half`: "half".
    Half,
    /// `magnitude`: "hundred", "thousand".
    Magnitude(u32),
    /// `ending`: "ended": a year or a quarter by its last day.
    Ending,
    /// `length`: "yearlong".
    Length(Units),
    /// `commencing`: "the week beginning 7 April".
    Commencing,
    /// `past`: "half past nine".
    Past,
    /// `before-christ`: "BC": the year or century before it is none that is counted on.
    BeforeChrist,
    /// `base-past`: "put", "cut": past unless an auxiliary or "to" stands before it.
    BasePast,
    /// `of-the-age`: "today's world": today is nowadays.
    OfTheAge,
    /// `o-clock`: "o'clock".
    OClock,
    /// `onward`: "onwards".
    Onward,
    /// `open-end`: "2019 to date", "2022-present".
    OpenEnd,
    /// `age`: "old".
    Age,
    /// `more`: "five more years", "five consecutive years".
    More,
    /// `about`: "nearly", "more than".
    About(Modifier),
    /// `measure`: "people", "km": what a figure before it counts.
    Measure,
    /// `named-after`: "City", "Bridge": what is named after a day.
    NamedAfter,
    /// `accord`: "Agreement": what is named after a holiday.
    Accord,
    /// `other-month`: "Ramadan", "Miazia".
    OtherMonth { calendar: Calendar, month: u8 },
    /// `era`: "AH", "E.C.".
    Era(Calendar),
}

/// Where a phrase points to from the report or from the last date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Last,
    Next,
    /// "coming", "upcoming"
    Coming,
    Current,
    /// "previous": before the last date named.
    Previous,
    /// "following": after the last date named.
    Following,
    /// "same": the last date named.
    Same,
    /// "latest": the last that is complete.
    Latest,
    /// "recent"
    Recent,
}

/// A day of each year that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// The same day of each year.
    Fixed { month: u8, day: u8 },
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
    /// So many days after Easter Sunday of the eastern churches.
    EasternEaster(i8),
    /// The nth weekday of a month, -1 for the last, or so many days after it; month 0 for one that is given by distance.
    Nth { month: u8, nth: i8, weekday: Weekday, after: i8 },
}

/// A calendar other than the Gregorian one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    Hijri,
    Persian,
    Ethiopian,
    Coptic,
    /// Thai years.
    Buddhist,
    /// Years of the Republic of China.
    Minguo,
}

/// So many of one unit: small, where a whole duration would make all entries of the word lists three times as large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Units {
    count: u16,
    unit: Unit,
}

impl Units {
    fn of(duration: Duration) -> Option<Units> {
        let counts = [
            (duration.years(), Unit::Year),
            (duration.months(), Unit::Month),
            (duration.weeks(), Unit::Week),
            (duration.days(), Unit::Day),
            (duration.hours(), Unit::Hour),
            (duration.minutes(), Unit::Minute),
            (duration.seconds(), Unit::Second),
        ];
        let mut some = counts.into_iter().filter(|&(count, _)| count > 0);
        match (some.next(), some.next()) {
            (Some((count, unit)), None) => Some(Units { count: count.try_into().ok()?, unit }),
            _ => None,
        }
    }

    pub(crate) fn duration(self) -> Option<Duration> {
        Duration::of(self.count.into(), self.unit)
    }
}

impl DateWord {
    /// The kind of its entry in the word lists.
    pub(crate) fn kind(self) -> Kind {
        match self {
            DateWord::Opener => Kind::DateOpener,
            word if word.begins() => Kind::Date,
            _ => Kind::DateCue,
        }
    }

    /// Whether a phrase of time can begin with it, or have it as its core; others only tell what stands beside them.
    fn begins(self) -> bool {
        use DateWord::{
            Accord, Age, BasePast, BeforeChrist, Commencing, Ending, Magnitude, Measure, Meridiem, More, NamedAfter, Numbered, OClock,
            OfTheAge, Onward, OpenEnd, Past, Period, Present, Tense,
        };
        !matches!(
            self,
            Age | BasePast
                | BeforeChrist
                | Commencing
                | OfTheAge
                | Past
                | Ending
                | Magnitude(_)
                | Period
                | Present
                | Measure
                | Meridiem { .. }
                | More
                | NamedAfter
                | Accord
                | Numbered { .. }
                | OClock
                | Onward
                | OpenEnd
                | Tense(_)
        )
    }

    /// Reads the class and value columns; the error is what was expected instead, with its column.
    pub(crate) fn parse(class: &str, value: &str) -> Result<DateWord, (usize, &'static str)> {
        let bad = |expected| (3, expected);
        let number = |max: u8| value.parse::<u8>().ok().filter(|n| (1..=max).contains(n)).ok_or(bad("a number in range"));
        let weekday = || Weekday::from_monday_one_offset(number(7)? as i8).map_err(|_| bad("a weekday from 1 to 7"));
        let units = || value.parse().ok().and_then(Units::of).ok_or(bad("a duration of one unit"));
        let unit = || unit_named(value).ok_or(bad("a unit"));
        let part = || DayPart::of_code(value).ok_or(bad("a part of the day"));
        let season = || Season::of_code(value).ok_or(bad("SP, SU, FA or WI"));
        let vague = || match value {
            "past" => Ok(Vague::Past),
            "present" => Ok(Vague::Present),
            "future" => Ok(Vague::Future),
            _ => Err(bad("past, present or future")),
        };
        Ok(match class {
            "month" => DateWord::Month { month: number(12)?, whole: true },
            "month-abbr" => DateWord::Month { month: number(12)?, whole: false },
            "weekday" => DateWord::Weekday { day: weekday()?, whole: true },
            "weekday-abbr" => DateWord::Weekday { day: weekday()?, whole: false },
            "weekdays" => DateWord::Weekdays(weekday()?),
            "unit" => DateWord::Unit { unit: unit()?, plural: false },
            "units" => DateWord::Unit { unit: unit()?, plural: true },
            "fortnight" => DateWord::Fortnight,
            "weekend" => DateWord::Weekend,
            "day-part" => DateWord::DayPart { part: part()?, plural: false },
            "day-parts" => DateWord::DayPart { part: part()?, plural: true },
            "clock-word" => DateWord::ClockWord(value.parse().ok().filter(|&hour| hour < 24).ok_or(bad("an hour"))?),
            "season" => DateWord::Season(season()?),
            "decade-word" => DateWord::DecadeWord(value.parse().ok().filter(|&decade| decade < 10).ok_or(bad("a figure"))?),
            "day-shift" => DateWord::DayShift(value.parse().map_err(|_| bad("a number of days"))?),
            "tonight" => DateWord::Tonight,
            "overnight" => DateWord::Overnight,
            "vague" => DateWord::Vague(vague()?),
            "vague-timex" => DateWord::VagueTimex(vague()?),
            "direction" => DateWord::Direction(direction_named(value).ok_or(bad("a direction"))?),
            "part-of" => DateWord::PartOf(part_named(value).ok_or(bad("early, late, start, mid or end"))?),
            "meridiem" => DateWord::Meridiem { afternoon: value == "pm" },
            "frequency" => DateWord::Frequency(units()?),
            "fiscal" => DateWord::Fiscal,
            "numbered" => DateWord::Numbered { year: value == "year" },
            "holiday" => DateWord::Holiday(Holiday::parse(value).ok_or(bad("a holiday"))?),
            "tense" => DateWord::Tense(if value == "past" { Tense::Past } else { Tense::Future }),
            "present" => DateWord::Present,
            "quarter" => DateWord::Quarter(number(4)?),
            "half-year" => DateWord::HalfYear(number(2)?),
            "period" => DateWord::Period,
            "opener" => DateWord::Opener,
            "half" => DateWord::Half,
            "magnitude" => DateWord::Magnitude(value.parse().map_err(|_| bad("a number"))?),
            "ending" => DateWord::Ending,
            "commencing" => DateWord::Commencing,
            "past" => DateWord::Past,
            "before-christ" => DateWord::BeforeChrist,
            "base-past" => DateWord::BasePast,
            "of-the-age" => DateWord::OfTheAge,
            "length" => DateWord::Length(units()?),
            "o-clock" => DateWord::OClock,
            "onward" => DateWord::Onward,
            "open-end" => DateWord::OpenEnd,
            "age" => DateWord::Age,
            "more" => DateWord::More,
            "about" => DateWord::About(about_named(value).ok_or(bad("about, more, less, least or most"))?),
            "measure" => DateWord::Measure,
            "named-after" => DateWord::NamedAfter,
            "accord" => DateWord::Accord,
            "other-month" => {
                let (calendar, month) = value.split_once(' ').ok_or(bad("a calendar and a month"))?;
                let calendar = Calendar::named(calendar).ok_or(bad("a calendar"))?;
                DateWord::OtherMonth { calendar, month: month.parse().map_err(|_| bad("a month"))? }
            }
            "era" => DateWord::Era(Calendar::named(value).ok_or(bad("a calendar"))?),
            _ => return Err((2, "a class of date words")),
        })
    }
}

fn unit_named(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        "millennium" => Unit::Millennium,
        _ => return None,
    })
}

fn direction_named(name: &str) -> Option<Direction> {
    Some(match name {
        "last" => Direction::Last,
        "next" => Direction::Next,
        "coming" => Direction::Coming,
        "current" => Direction::Current,
        "previous" => Direction::Previous,
        "following" => Direction::Following,
        "same" => Direction::Same,
        "latest" => Direction::Latest,
        "recent" => Direction::Recent,
        _ => return None,
    })
}

fn part_named(name: &str) -> Option<Modifier> {
    Some(match name {
        "early" => Modifier::Early,
        "late" => Modifier::Late,
        "start" => Modifier::Start,
        "mid" => Modifier::Mid,
        "end" => Modifier::End,
        _ => return None,
    })
}

fn about_named(name: &str) -> Option<Modifier> {
    Some(match name {
        "about" => Modifier::Approximate,
        "more" => Modifier::MoreThan,
        "less" => Modifier::LessThan,
        "least" => Modifier::AtLeast,
        "most" => Modifier::AtMost,
        _ => return None,
    })
}

impl Holiday {
    /// "12-25", "easter +1", "eastern-easter -2", "nth 11 4 4" (month, which, weekday), "nth 11 4 4 +1" (the day after).
    fn parse(text: &str) -> Option<Holiday> {
        let mut words = text.split(' ');
        let first = words.next()?;
        let mut number = || words.next()?.trim_start_matches('+').parse::<i8>().ok();
        match first {
            "easter" => Some(Holiday::Easter(number()?)),
            "eastern-easter" => Some(Holiday::EasternEaster(number()?)),
            "nth" => {
                let (month, nth, weekday) = (number()?, number()?, number()?);
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                Some(Holiday::Nth { month: u8::try_from(month).ok()?, nth, weekday, after: number().unwrap_or(0) })
            }
            _ => {
                let (month, day) = first.split_once('-')?;
                Some(Holiday::Fixed { month: month.parse().ok()?, day: day.parse().ok()? })
            }
        }
    }
}

impl Calendar {
    fn named(name: &str) -> Option<Calendar> {
        Some(match name {
            "hijri" => Calendar::Hijri,
            "persian" => Calendar::Persian,
            "ethiopian" => Calendar::Ethiopian,
            "coptic" => Calendar::Coptic,
            "buddhist" => Calendar::Buddhist,
            "minguo" => Calendar::Minguo,
            _ => return None,
        })
    }
}
