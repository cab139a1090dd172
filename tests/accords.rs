//! The language of accords that is covered, as tables: a snippet, and the accords that are read from it.
//!
//! docs/LANGUAGE.md shows the same tables to a reader; `PACTUM_ACCEPT=1 cargo test --test accords` writes it anew.

use pactum::Extractor;
use pactum::report::RecordAccord;

/// A table, and what its snippets have in common.
const TABLES: &[(&str, &str, &str)] = &[
    ("instruments", include_str!("accords/instruments.tsv"), "Names of instruments, with what hangs on them"),
    ("acts", include_str!("accords/acts.tsv"), "What is done to them, and in which form the clause says so"),
    ("stages", include_str!("accords/stages.tsv"), "What is to come, only possible, denied, or done in steps"),
    ("counts", include_str!("accords/counts.tsv"), "Several at once, and one told twice"),
    ("people", include_str!("accords/people.tsv"), "Who signs, for whom, and before whom; when, where, and for how long"),
    ("none", include_str!("accords/none.tsv"), "What looks like an accord and is none"),
];

/// The rows of a table: a snippet ("\n" stands for a line break) and the accords wanted.
fn rows(table: &str) -> impl Iterator<Item = (String, &str)> {
    table.lines().filter(|row| !row.is_empty() && !row.starts_with('#')).map(|row| {
        let (snippet, wanted) = row.split_once('\t').unwrap_or_else(|| panic!("a snippet, a tab, the accords: {row}"));
        (snippet.replace("\\n", "\n"), wanted)
    })
}

/// What an accord has for a key of the table.
fn value(accord: &RecordAccord, key: &str) -> String {
    let absent = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    // Several come in any order.
    let join = |values: &[String]| {
        let mut values = values.to_vec();
        values.sort();
        values.join(", ")
    };
    match key {
        "parties" => join(&accord.parties),
        "bodies" => join(&accord.bodies),
        "subjects" => join(&accord.subjects),
        "date" => absent(&accord.date),
        "place" => absent(&accord.place),
        "term" => absent(&accord.term),
        "signed_by" => join(&accord.signed_by),
        "exchanged_by" => join(&accord.exchanged_by),
        "witnessed_by" => join(&accord.witnessed_by),
        _ => panic!("no such key: {key}"),
    }
}

/// Whether an accord is the one wanted: "text | type | status | count | key=value ...", of which the text need only overlap.
fn fits(accord: &RecordAccord, wanted: &str) -> bool {
    let mut cells = wanted.split(" | ");
    let mut next = || cells.next().map_or("", str::trim);
    let (text, accord_type, status, count) = (next(), next(), next(), next());
    (accord.text.contains(text) || text.contains(&accord.text))
        && accord.accord_type == accord_type
        && accord.status == status
        && accord.count.map_or("-".to_owned(), |count| count.to_string()) == count
        && cells.all(|cell| cell.split_once('=').is_some_and(|(key, wanted)| value(accord, key.trim()) == wanted.trim()))
}

/// An accord as the table would have it, with whatever else it says.
fn line(accord: &RecordAccord) -> String {
    let count = accord.count.map_or("-".to_owned(), |count| count.to_string());
    let mut line = format!("{} | {} | {} | {count}", accord.text, accord.accord_type, accord.status);
    for key in ["parties", "bodies", "date", "place", "term", "signed_by", "exchanged_by", "witnessed_by"] {
        let value = value(accord, key);
        if !value.is_empty() && value != "-" {
            line += &format!(" | {key}={value}");
        }
    }
    line
}

fn run(name: &str) {
    let table = TABLES.iter().find(|table| table.0 == name).expect("a table").1;
    let extractor = Extractor::new();
    let (mut all, mut failures) = (0, Vec::new());
    for (snippet, wanted) in rows(table) {
        all += 1;
        let wanted: Vec<&str> = wanted.split(" ; ").filter(|accord| *accord != "none").collect();
        let got = extractor.extract(&snippet).to_record("").accords;
        if got.len() != wanted.len() || !got.iter().zip(&wanted).all(|(accord, wanted)| fits(accord, wanted)) {
            let got: Vec<String> = got.iter().map(line).collect();
            failures.push(format!("{snippet}\n  wanted {}\n  got    {}", wanted.join("\n         "), got.join("\n         ")));
        }
    }
    assert!(failures.is_empty(), "{name}: {} of {all} failed\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn instruments() {
    run("instruments");
}

#[test]
fn acts() {
    run("acts");
}

#[test]
fn stages() {
    run("stages");
}

#[test]
fn counts() {
    run("counts");
}

#[test]
fn people() {
    run("people");
}

#[test]
fn none() {
    run("none");
}

/// docs/LANGUAGE.md is what the tables say.
#[test]
fn page_of_the_language_is_current() {
    let mut page = String::from(
        "# The language of accords\n\nMade from the tables in tests/accords by `PACTUM_ACCEPT=1 cargo test --test accords`. Each line is a snippet \
         that the tests read, with the accords that must come out: text, type, status, count (`-` for several), and what else is \
         checked.\n",
    );
    for (_, table, title) in TABLES {
        page += &format!("\n## {title}\n\n| Snippet | Accords |\n| --- | --- |\n");
        for (snippet, wanted) in rows(table) {
            let cell = |text: &str| text.replace('|', "·").replace('\n', "<br>");
            page += &format!("| {} | {} |\n", cell(&snippet), cell(&wanted.replace(" ; ", "\n")));
        }
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/LANGUAGE.md");
    if std::env::var_os("PACTUM_ACCEPT").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, &page).expect("a page");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/LANGUAGE.md is not current: run PACTUM_ACCEPT=1 cargo test --test accords");
}
