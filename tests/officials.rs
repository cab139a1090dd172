//! The language of offices and names that is covered, as tables: a sentence, and the officials that are read from it.

use pactum::Extractor;
use pactum::report::{Fact, Official};

/// "Name | titles | roles | of", with "-" for what is absent.
fn line(official: &Official) -> String {
    let join = |facts: &[Fact<String>]| match facts {
        [] => "-".to_owned(),
        facts => facts.iter().map(|f| f.value.as_str()).collect::<Vec<_>>().join(", "),
    };
    let name = official.name.as_ref().map_or("-", |name| name.value.as_str());
    let of = official.of.as_ref().map_or("-".to_owned(), |of| of.value.to_string());
    format!("{name} | {} | {} | {of}", join(&official.titles), join(&official.roles))
}

/// Runs a table: each line a text ("\\n" for a new line), a tab, and the officials wanted, apart by " ; ", or "none".
fn run(name: &str, table: &str) {
    let extractor = Extractor::new();
    let mut failures = Vec::new();
    for row in table.lines().filter(|row| !row.is_empty() && !row.starts_with('#')) {
        let (text, wanted) = row.split_once('\t').expect("a sentence, a tab, the officials");
        let got = extractor.extract(&text.replace("\\n", "\n")).officials.iter().map(line).collect::<Vec<_>>().join(" ; ");
        let got = if got.is_empty() { "none".to_owned() } else { got };
        if got != wanted.trim() {
            failures.push(format!("{text}\n  wanted {wanted}\n  got    {got}"));
        }
    }
    assert!(failures.is_empty(), "{name}: {} failed\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn heads_of_state_and_government() {
    run("heads", include_str!("officials/heads.tsv"));
}

#[test]
fn ministers_and_secretaries() {
    run("ministers", include_str!("officials/ministers.tsv"));
}

#[test]
fn other_offices() {
    run("others", include_str!("officials/others.tsv"));
}

#[test]
fn names_of_the_world() {
    run("names", include_str!("officials/names.tsv"));
}

#[test]
fn several_at_once() {
    run("shared", include_str!("officials/shared.tsv"));
}

#[test]
fn whom_they_serve() {
    run("sides", include_str!("officials/sides.tsv"));
}

#[test]
fn nobody() {
    run("nobody", include_str!("officials/nobody.tsv"));
}
