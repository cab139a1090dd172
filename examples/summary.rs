//! Tells one article in readable lines: each fact, whether the text states it, its rule, and the words it was read from.
//!
//! `cargo run --release --example summary -- examples/articles/faq-finland-uruguay.txt`

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use pactum::report::{Accord, Basis, Fact, OfficialId, PartyId};
use pactum::{Extractor, Report};

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: summary ARTICLE.txt");
        return ExitCode::FAILURE;
    };
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let report = Extractor::new().extract(&text);
    match std::io::stdout().lock().write_all(summary(&report, &text).as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The whole report in lines.
fn summary(report: &Report, text: &str) -> String {
    let mut lines = Lines { text, out: String::new() };
    lines.article(report);
    lines.dates(report);
    lines.parties(report);
    lines.officials(report);
    for (index, accord) in report.accords.iter().enumerate() {
        lines.accord(index + 1, accord, report);
    }
    lines.out
}

struct Lines<'t> {
    text: &'t str,
    out: String,
}

impl Lines<'_> {
    fn heading(&mut self, words: &str) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out += words;
        self.out.push('\n');
    }

    /// "  place       Wellington            <- WELLINGTON  [header.dateline]"
    fn fact<T>(&mut self, label: &str, value: impl Display, fact: &Fact<T>) {
        let sign = if fact.basis == Basis::Stated { "<-" } else { "<~" };
        let words = std::iter::once(&fact.span).chain(&fact.also).map(|span| one_line(span.of(self.text))).collect::<Vec<_>>();
        self.out += &format!("  {label:<11} {value:<32} {sign} {}  [{}]\n", words.join(" … "), fact.rule);
    }

    fn one<T: Display>(&mut self, label: &str, fact: Option<&Fact<T>>) {
        if let Some(fact) = fact {
            self.fact(label, one_line(&fact.value.to_string()), fact);
        }
    }

    fn article(&mut self, report: &Report) {
        let article = &report.article;
        self.heading("ARTICLE");
        self.one("title", article.title.as_ref());
        for author in &article.authors {
            self.one("author", Some(author));
        }
        self.one("published", article.published.as_ref());
        if let Some(dateline) = &article.dateline {
            self.one("place", dateline.place.as_ref());
            for agency in &dateline.agencies {
                self.one("agency", Some(agency));
            }
            self.one("date", dateline.date.as_ref());
        }
    }

    fn dates(&mut self, report: &Report) {
        if !report.dates.is_empty() {
            self.heading("DATES");
        }
        for date in &report.dates {
            self.one("date", Some(&date.value));
        }
    }

    fn parties(&mut self, report: &Report) {
        for party in &report.parties {
            self.heading(&format!("PARTY {}", party.name.value));
            self.one("kind", Some(&party.kind));
            self.one("of", party.of.as_ref());
        }
    }

    fn officials(&mut self, report: &Report) {
        for official in &report.officials {
            self.heading(&format!("OFFICIAL {}", official.label()));
            self.one("name", official.name.as_ref());
            for title in &official.titles {
                self.one("title", Some(title));
            }
            for role in &official.roles {
                self.one("role", Some(role));
            }
            self.one("of", official.of.as_ref());
        }
    }

    fn accord(&mut self, number: usize, accord: &Accord, report: &Report) {
        self.heading(&format!("ACCORD {number}: {}", one_line(&accord.mention.value)));
        self.one("type", Some(&accord.accord_type));
        self.one("status", Some(&accord.status));
        self.one("count", accord.count.as_ref());
        for (label, parties) in [("party", &accord.parties), ("body", &accord.bodies)] {
            for fact in parties {
                self.fact(label, party_name(report, fact.value), fact);
            }
        }
        for subject in &accord.subjects {
            self.one("subject", Some(subject));
        }
        self.one("date", accord.date.as_ref());
        self.one("place", accord.place.as_ref());
        self.one("term", accord.term.as_ref());
        let hands = [("signed by", &accord.signed_by), ("exchanged", &accord.exchanged_by), ("witnessed", &accord.witnessed_by)];
        for (label, officials) in hands {
            for fact in officials {
                self.fact(label, official_name(report, fact.value), fact);
            }
        }
    }
}

fn party_name(report: &Report, id: PartyId) -> &str {
    report.parties.get(id.0 as usize).map_or("", |party| &party.name.value)
}

fn official_name(report: &Report, id: OfficialId) -> String {
    report.officials.get(id.0 as usize).map(|official| official.label()).unwrap_or_default()
}

/// The words on one line, long ones shortened in the middle.
fn one_line(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    match words.as_slice() {
        [first @ .., a, b, c] if words.len() > 14 => format!("{} … {a} {b} {c}", first[..8].join(" ")),
        _ => words.join(" "),
    }
}
