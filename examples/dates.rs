//! Lists the dates of a text, each with its value, and how the value was found.
//!
//! `cargo run --example dates -- 2025-04-11 < article.txt`, the day being that of the report.

use std::io::{Read, Write};

use pactum::dates::{Context, find};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let context = match std::env::args().nth(1) {
        Some(day) => Context::new().reference(day.parse()?),
        None => Context::new(),
    };
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let mut out = std::io::stdout().lock();
    for mention in find(&text, &context) {
        let value = mention.value.map_or("unknown".to_owned(), |value| value.to_string());
        let words = mention.span.of(&text).replace('\n', " ");
        writeln!(
            out,
            "{:>6}  {:8}  {value:22}  {:8}  {:16}  {words}",
            mention.span.start(),
            mention.kind.as_str(),
            mention.basis,
            mention.rule
        )?;
    }
    Ok(())
}
