//! Days of other calendars, and Easter Sunday.

use calendrical_calculations::{coptic, ethiopian, gregorian, islamic, julian, persian, rata_die::RataDie};
use jiff::civil::Date;

use super::words::Calendar;

/// The day of a date of another calendar. A day of the Hijri calendar is that of its civil reckoning: where the moon
/// is sighted, it can be one off.
pub(super) fn to_gregorian(calendar: Calendar, year: u16, month: u8, day: u8) -> Option<Date> {
    let (months, days) = match calendar {
        Calendar::Hijri => (12, 30),
        Calendar::Ethiopian | Calendar::Coptic => (13, 30),
        Calendar::Persian | Calendar::Buddhist | Calendar::Minguo => (12, 31),
    };
    let plausible = (1..=9999).contains(&year) && (1..=months).contains(&month) && (1..=days).contains(&day);
    if !plausible {
        return None;
    }
    let years = i32::from(year);
    match calendar {
        Calendar::Hijri => date(islamic::fixed_from_tabular_islamic(years, month, day, islamic::ISLAMIC_EPOCH_FRIDAY)),
        Calendar::Persian => date(persian::fixed_from_fast_persian(years, month, day)),
        Calendar::Ethiopian => date(ethiopian::fixed_from_ethiopian(years, month, day)),
        Calendar::Coptic => date(coptic::fixed_from_coptic(years, month, day)),
        Calendar::Buddhist => Date::new(i16::try_from(years - 543).ok()?, month as i8, day as i8).ok(),
        Calendar::Minguo => Date::new(i16::try_from(years + 1911).ok()?, month as i8, day as i8).ok(),
    }
}

/// Easter Sunday of the western churches.
pub(super) fn easter(year: i16) -> Option<Date> {
    date(gregorian::easter(i32::from(year)))
}

/// Easter Sunday of the eastern churches.
pub(super) fn eastern_easter(year: i16) -> Option<Date> {
    date(julian::easter(i32::from(year)))
}

fn date(fixed: RataDie) -> Option<Date> {
    let (year, month, day) = gregorian::gregorian_from_fixed(fixed).ok()?;
    Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_other_calendars() {
        let day = |calendar, year, month, day| to_gregorian(calendar, year, month, day).map(|date| date.to_string());
        assert_eq!(day(Calendar::Ethiopian, 2017, 1, 1).as_deref(), Some("2024-09-11"));
        assert_eq!(day(Calendar::Persian, 1404, 1, 1).as_deref(), Some("2025-03-21"));
        assert_eq!(day(Calendar::Hijri, 1446, 1, 1).as_deref(), Some("2024-07-08"));
        assert_eq!(day(Calendar::Buddhist, 2568, 4, 11).as_deref(), Some("2025-04-11"));
        assert_eq!(day(Calendar::Minguo, 114, 4, 11).as_deref(), Some("2025-04-11"));
        assert_eq!(day(Calendar::Hijri, 1446, 13, 1), None);
    }

    #[test]
    fn easter_sundays() {
        assert_eq!(easter(2025).map(|date| date.to_string()).as_deref(), Some("2025-04-20"));
        assert_eq!(easter(2024).map(|date| date.to_string()).as_deref(), Some("2024-03-31"));
        assert_eq!(eastern_easter(2024).map(|date| date.to_string()).as_deref(), Some("2024-05-05"));
    }
}
