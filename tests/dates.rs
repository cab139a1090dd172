//! Dates by value, as data: each line of `tests/dates/*.tsv` is a reference date (or `-`), a text whose mentions stand
//! in braces, and their values in order. `nothing.tsv` holds texts in which there is no date at all; `timex.tsv` is read
//! as TIMEX3 cuts mentions.

use pactum::dates::{Context, Convention, DateMention, find};

/// One line of a table.
struct Case {
    place: String,
    context: Context,
    text: String,
    /// The mentions as byte offsets, with their values.
    wanted: Vec<(usize, usize, String)>,
}

fn cases(file: &str) -> Vec<Case> {
    let path = format!("{}/tests/dates/{file}", env!("CARGO_MANIFEST_DIR"));
    let table = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let lines = table.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    lines.map(|(index, line)| case(format!("{file}:{}", index + 1), line)).collect()
}

fn case(place: String, line: &str) -> Case {
    let mut columns = line.split('\t');
    let (reference, marked, values) = (columns.next().unwrap(), columns.next().unwrap(), columns.next().unwrap_or_default());
    let context = if reference == "-" { Context::new() } else { Context::new().reference(reference.parse().unwrap()) };
    let mut text = String::new();
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for c in marked.replace("\\n", "\n").chars() {
        match c {
            '{' => spans.push((text.len(), 0)),
            '}' => spans.last_mut().unwrap().1 = text.len(),
            c => text.push(c),
        }
    }
    let values: Vec<&str> = values.split("; ").filter(|value| !value.is_empty()).collect();
    assert_eq!(spans.len(), values.len(), "{place}: mentions and values must be as many");
    let wanted = spans.into_iter().zip(values).map(|((start, end), value)| (start, end, value.to_owned())).collect();
    Case { place, context, text, wanted }
}

/// Runs a table; `value` is what a mention is compared by, absent where it does not count.
fn check(file: &str, value: fn(&DateMention) -> Option<String>, convention: Convention) {
    let mut failures = Vec::new();
    let cases = cases(file);
    for case in &cases {
        let mentions = find(&case.text, &case.context.clone().convention(convention));
        let found: Vec<(usize, usize, String)> =
            mentions.iter().filter_map(|mention| Some((mention.span.start(), mention.span.end(), value(mention)?))).collect();
        if found != case.wanted {
            let shown = |mentions: &[(usize, usize, String)]| {
                mentions.iter().map(|(start, end, value)| format!("{} = {value}", &case.text[*start..*end])).collect::<Vec<_>>().join("; ")
            };
            failures.push(format!("{} {:?}\n   wanted {}\n   found  {}", case.place, case.text, shown(&case.wanted), shown(&found)));
        }
    }
    assert!(failures.is_empty(), "{} of {} fail:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

/// A date as records have it: no durations, no repetitions.
fn date(mention: &DateMention) -> Option<String> {
    Some(mention.value?.date()?.to_string())
}

/// Any of the four types.
fn any(mention: &DateMention) -> Option<String> {
    Some(mention.value.map_or("?".to_owned(), |value| value.to_string()))
}

/// One test a table, so that each names itself when it fails.
macro_rules! tables {
    ($($name:ident $value:ident),+ $(,)?) => {$(
        #[test]
        fn $name() {
            check(concat!(stringify!($name), ".tsv"), $value, Convention::Record);
        }
    )+};
}

tables! {
    calendar date, numeric date, clock date, ranges date, weekdays date, relative date, periods date, discourse date,
    vague date, holidays date, calendars date, durations any, sets any, nothing any,
}

#[test]
fn timex() {
    check("timex.tsv", any, Convention::Timex3);
}
