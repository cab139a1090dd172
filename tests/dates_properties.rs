//! Any day, printed in any form that is read, is read back as that day; and no text makes the reader fail.

use jiff::civil::{Date, date};
use pactum::dates::{Context, Convention, DayMonthOrder, find};
use proptest::prelude::*;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn days() -> impl Strategy<Value = Date> {
    (1000i16..=2199, 1i8..=12, 1i8..=31).prop_filter_map("a day of the calendar", |(year, month, day)| Date::new(year, month, day).ok())
}

fn ordinal(n: i8) -> String {
    let ending = match (n % 10, n / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// The day in every form that leaves no doubt.
fn forms(day: Date) -> Vec<String> {
    let (year, m, d) = (day.year(), day.month(), day.day());
    let month = MONTHS[m as usize - 1];
    let short = SHORT[m as usize - 1];
    let roman = ROMAN[m as usize - 1];
    let weekday = WEEKDAYS[day.weekday().to_monday_zero_offset() as usize];
    let stop = if month == short { "" } else { "." };
    let mut forms = vec![
        format!("{year:04}-{m:02}-{d:02}"),
        format!("{year:04}/{m:02}/{d:02}"),
        format!("{year:04}.{m:02}.{d:02}"),
        format!("{d}-{roman}-{year:04}"),
        format!("{d} {month} {year:04}"),
        format!("{d:02} {short} {year:04}"),
        format!("{d} {short}{stop} {year:04}"),
        format!("{d}-{short}-{year:04}"),
        format!("{d:02}-{month}-{year:04}"),
        format!("{} {month} {year:04}", ordinal(d)),
        format!("{} of {month}, {year:04}", ordinal(d)),
        format!("{} day of {month}, {year:04}", ordinal(d)),
        format!("{month} {d}, {year:04}"),
        format!("{month} {}, {year:04}", ordinal(d)),
        format!("{} {d}, {year:04}", month.to_uppercase()),
        format!("{short}{stop} {d}, {year:04}"),
        format!("{short} {d:02} {year:04}"),
        format!("{weekday}, {d} {month} {year:04}"),
        format!("{weekday}, {month} {d}, {year:04}"),
        format!("{} {short} {d} {year:04}", &weekday[..3]),
        format!("{month} {d}, {year:04} ({weekday})"),
    ];
    if d > 12 {
        forms.extend([format!("{d}/{m}/{year:04}"), format!("{d:02}.{m:02}.{year:04}"), format!("{d:02}-{m:02}-{year:04}")]);
        forms.push(format!("{m}/{d}/{year:04}"));
    }
    forms
}

/// The only mention of a text, and its value.
fn only(text: &str, context: &Context) -> Option<(String, String)> {
    match find(text, context).as_slice() {
        [mention] => Some((mention.span.of(text).to_owned(), mention.value?.to_string())),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_day_in_any_form_is_that_day(day in days()) {
        for form in forms(day) {
            for text in [form.clone(), format!("Done at Lisbon on {form}."), format!("({form})"), format!("Cairo | {form}\nThe text")] {
                prop_assert_eq!(only(&text, &Context::new()), Some((form.clone(), day.to_string())), "{}", text);
            }
        }
    }

    #[test]
    fn the_order_of_day_and_month_is_the_callers(day in days()) {
        prop_assume!(day.day() <= 12 && day.day() != day.month());
        let (month_first, day_first) = (Context::new().order(DayMonthOrder::MonthFirst), Context::new());
        let form = format!("{}/{}/{}", day.month(), day.day(), day.year());
        prop_assert_eq!(only(&form, &month_first), Some((form.clone(), day.to_string())));
        let form = format!("{}/{}/{}", day.day(), day.month(), day.year());
        prop_assert_eq!(only(&form, &day_first), Some((form.clone(), day.to_string())));
    }

    #[test]
    fn a_time_in_any_form_is_that_time(day in days(), hour in 0u8..24, minute in 0u8..60) {
        let (half, twelve) = (if hour < 12 { "a.m." } else { "p.m." }, (hour + 11) % 12 + 1);
        let value = format!("{day}T{hour:02}:{minute:02}");
        let printed = format!("{} {} {}", day.day(), MONTHS[day.month() as usize - 1], day.year());
        for (form, zone) in [
            (format!("{day} {hour:02}:{minute:02}"), ""),
            (format!("{day}T{hour:02}:{minute:02}"), ""),
            (format!("{day}T{hour:02}:{minute:02}Z"), "Z"),
            (format!("{day}T{hour:02}:{minute:02}+05:30"), "+05:30"),
            (format!("{printed}, {hour:02}:{minute:02}"), ""),
            (format!("{printed} at {twelve}:{minute:02} {half}"), ""),
            (format!("{printed} | {twelve}:{minute:02}{}", half.replace('.', "")), ""),
            (format!("{printed}, {hour:02}h{minute:02}"), ""),
            (format!("{hour:02}:{minute:02} GMT on {printed}"), "Z"),
            (format!("{printed} {hour:02}:{minute:02} (UTC-3)"), "-03:00"),
        ] {
            prop_assert_eq!(only(&form, &Context::new()), Some((form.clone(), format!("{value}{zone}"))));
        }
    }

    #[test]
    fn a_span_of_days_is_that_span(first in days(), length in 1i32..400) {
        let Ok(last) = first.checked_add(jiff::Span::new().days(length)) else { return Ok(()) };
        prop_assume!(last.year() < 2200);
        let printed = |day: Date| format!("{} {} {}", day.day(), MONTHS[day.month() as usize - 1], day.year());
        let mut forms = vec![format!("{} - {}", printed(first), printed(last)), format!("{} to {}", printed(first), printed(last))];
        let month = MONTHS[first.month() as usize - 1];
        if first.first_of_month() == last.first_of_month() {
            forms.push(format!("{}-{} {month} {}", first.day(), last.day(), first.year()));
            forms.push(format!("{month} {}-{}, {}", first.day(), last.day(), first.year()));
        } else if first.year() == last.year() {
            forms.push(format!("{} {month} to {}", first.day(), printed(last)));
        }
        for form in forms {
            prop_assert_eq!(only(&form, &Context::new()), Some((form.clone(), format!("{first}/{last}"))));
        }
    }

    #[test]
    fn a_weekday_is_of_the_seven_days_up_to_the_report(reference in days(), weekday in 0usize..7) {
        let context = Context::new().reference(reference);
        let text = format!("The envoys met on {}.", WEEKDAYS[weekday]);
        let value = find(&text, &context)[0].value.unwrap().date().unwrap().earliest().unwrap();
        prop_assert_eq!(value.weekday().to_monday_zero_offset() as usize, weekday);
        let age = reference.since(value).unwrap().get_days();
        prop_assert!((0..7).contains(&age));
    }

    #[test]
    fn spans_are_in_order_and_on_boundaries(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        for convention in [Convention::Record, Convention::Timex3] {
            let mut end = 0;
            for mention in find(&text, &Context::new().reference(date(2025, 4, 11)).convention(convention)) {
                prop_assert!(mention.span.start() >= end && !mention.span.is_empty());
                prop_assert!(text.get(mention.span.range()).is_some());
                end = mention.span.end();
            }
        }
    }
}

/// What phrases of time are made of, in any order.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\t",
    "-",
    "–",
    "/",
    ".",
    ",",
    ":",
    "(",
    ")",
    "[",
    "’",
    "'",
    "the ",
    "a ",
    "of ",
    "in ",
    "last ",
    "next ",
    "this ",
    "to ",
    "and ",
    "early ",
    "end ",
    "mid-",
    "half ",
    "11",
    "4",
    "2025",
    "31",
    "99",
    "15",
    "00",
    "07",
    "1990s",
    "3pm",
    "11th",
    "11.4.2025",
    "8.40am",
    "16h20",
    "11T15",
    "30Z",
    "0600",
    "141320",
    "GMT ",
    "BST",
    "UTC+5",
    "p.m.",
    "April",
    "May ",
    "Dec.",
    "Friday",
    "Sun ",
    "year ",
    "years ",
    "week ",
    "quarter ",
    "Q3 ",
    "ago ",
    "later ",
    "earlier ",
    "every ",
    "weekend",
    "winter",
    "noon",
    "today",
    "now",
    "XI",
    "FY",
    "No.",
    "$",
    "%",
    "Ramadan ",
    "AH",
    "éàü",
    "🇹🇷",
    "中",
    "１２",
    "٢٠٢٥",
];
