//! Reads the articles of `tests/corpus`, scores the records against those of the corpus, prints the table, and fails
//! where a row falls under its floor or under what `scores.tsv` holds. The sample articles of `examples/articles` are
//! scored beside it, against `tests/samples`: no rule was written with them in view. So are those of `tests/more`, of
//! other countries and kinds, which rules were tried on.

mod scorer;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use scorer::{Record, Scores, Tally};

/// What F1 may never fall under, whatever `scores.tsv` says.
const FLOORS: &[(&str, f64)] = &[("facts", 0.70), (SAMPLES, 0.70), (MORE, 0.70)];

/// The row of the sample articles: all their facts.
const SAMPLES: &str = "samples";

/// The row of the articles of `tests/more`: all their facts.
const MORE: &str = "more";

const ACCEPT: &str = "PACTUM_ACCEPT=1 cargo test --release --test accuracy";

#[test]
fn no_row_falls() {
    let kept_file = corpus().join("scores.tsv");
    let (total, mut articles) = score(corpus_files(&corpus().join("articles"), &corpus().join("articles")));
    println!("{}", table(&total));
    let (samples, sample_articles) = score(corpus_files(&root().join("tests/samples"), &root().join("examples/articles")));
    println!("sample articles\n{}", table(&samples));

    let (more, more_articles) = score(corpus_files(&root().join("tests/more"), &root().join("tests/more")));
    println!("more articles\n{}", table(&more));

    articles.extend(sample_articles);
    articles.extend(more_articles);
    let mut now = lines(&total, &articles);
    now.insert(SAMPLES.to_owned(), facts(&samples));
    now.insert(MORE.to_owned(), facts(&more));
    let kept = read(&kept_file);
    let mut losses = Vec::new();
    for (name, &value) in &now {
        let before = kept.get(name).copied().unwrap_or(0.0);
        // An article may lose what others gain; a row may not.
        if value < before {
            println!("loss  {name:<44} {before:.3} -> {value:.3}");
            if !name.starts_with(ARTICLE) {
                losses.push(name);
            }
        } else if value > before {
            println!("gain  {name:<44} {before:.3} -> {value:.3}");
        }
    }
    let under: Vec<_> = FLOORS.iter().filter(|(name, floor)| now[*name] < *floor).collect();
    assert!(under.is_empty(), "under the floor: {under:?}");

    if std::env::var_os("PACTUM_ACCEPT").is_some() {
        std::fs::write(&kept_file, written(&now)).expect("scores.tsv can be written");
        std::fs::write(readme_file(), readme_with(&now)).expect("the README can be written");
        return;
    }
    assert!(losses.is_empty(), "lost against scores.tsv: {losses:?}. If that is meant: {ACCEPT}");
}

/// The rows that the README shows, and what it calls them.
const README_ROWS: &[(&str, &str)] = &[
    ("facts", "every fact, once"),
    ("article.title", "headline"),
    ("article.published", "publication date"),
    ("dates.strict", "dates, exact span"),
    ("dates.value", "dates, resolved value"),
    ("parties", "parties"),
    ("officials", "officials"),
    ("officials.roles", "their offices"),
    ("officials.of", "whom they serve"),
    ("accords", "accords, with the right type"),
    ("accords.status", "status"),
    ("accords.parties", "parties to them"),
    ("accords.subjects", "subjects"),
    ("accords.date", "date"),
    ("accords.place", "place"),
    ("accords.signed_by", "signed by"),
    ("accords.witnessed_by", "witnessed by"),
];

#[test]
fn the_readme_shows_the_scores_that_are_kept() {
    if std::env::var_os("PACTUM_ACCEPT").is_none() {
        let kept = read(&corpus().join("scores.tsv"));
        let readme = std::fs::read_to_string(readme_file()).expect("the README is there");
        assert_eq!(readme, readme_with(&kept), "to write it anew: {ACCEPT}");
    }
}

fn readme_file() -> PathBuf {
    root().join("README.md")
}

/// The README with these scores in its table.
fn readme_with(lines: &BTreeMap<String, f64>) -> String {
    let readme = std::fs::read_to_string(readme_file()).expect("the README is there");
    let (before, rest) = readme.split_once("<!-- accuracy -->\n").expect("the README marks the table");
    let (_, after) = rest.split_once("<!-- end -->").expect("the README marks the table's end");
    let mut table = String::from("| | F1 |\n|---|---:|\n");
    for (row, name) in README_ROWS {
        writeln!(table, "| {name} | {:.3} |", lines.get(*row).copied().unwrap_or_default()).unwrap();
    }
    format!("{before}<!-- accuracy -->\n{table}<!-- end -->{after}")
}

#[test]
fn the_corpus_against_itself_is_perfect() {
    let mut scores = Scores::default();
    for (text, gold) in corpus_files(&corpus().join("articles"), &corpus().join("articles")) {
        scores.add(&gold, &gold, &text);
    }
    for (row, tally) in scores.table() {
        assert_eq!(tally.f1(), 1.0, "{row}");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn corpus() -> PathBuf {
    root().join("tests/corpus")
}

/// The scores of all articles together, and of each.
fn score(files: Vec<(String, Record)>) -> (Scores, Vec<(String, Scores)>) {
    let extractor = pactum::Extractor::new();
    let (mut total, mut articles) = (Scores::default(), Vec::new());
    for (text, gold) in files {
        let record = extractor.extract(&text).to_record(&gold.id);
        let record = serde_json::to_value(record).expect("a record is always JSON");
        let got: Record = serde_json::from_value(record).expect("a record has the shape of the guidelines");
        total.add(&gold, &got, &text);
        let mut scores = Scores::default();
        scores.add(&gold, &got, &text);
        articles.push((gold.id, scores));
    }
    (total, articles)
}

/// Every article that has a record, and the record, in the order of their names.
fn corpus_files(records: &Path, articles: &Path) -> Vec<(String, Record)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(records).expect("the corpus is there").map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let read = |file: &Path| std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let parse = |file: &Path| serde_json::from_str(&read(file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let article = |file: &Path| articles.join(file.file_name().expect("a file")).with_extension("txt");
    files.iter().map(|file| (read(&article(file)), parse(file))).collect()
}

fn table(scores: &Scores) -> String {
    let mut out = format!("{:26} {:>6} {:>6} {:>6} {:>6}\n", "", "P", "R", "F1", "facts");
    for (name, tally) in scores.table() {
        let (p, r, f1) = (tally.precision(), tally.recall(), tally.f1());
        writeln!(out, "{name:26} {p:6.3} {r:6.3} {f1:6.3} {:6}", tally.gold()).unwrap();
    }
    out
}

const ARTICLE: &str = "facts of ";

/// F1 to three decimals.
fn rounded(tally: &Tally) -> f64 {
    format!("{:.3}", tally.f1()).parse().expect("a number")
}

/// F1 of all facts.
fn facts(scores: &Scores) -> f64 {
    scores.table().last().map_or(0.0, |(_, tally)| rounded(tally))
}

/// F1 by row, and of the facts of each article.
fn lines(total: &Scores, articles: &[(String, Scores)]) -> BTreeMap<String, f64> {
    let mut out: BTreeMap<String, f64> = total.table().iter().map(|(name, tally)| (name.to_string(), rounded(tally))).collect();
    for (id, scores) in articles {
        out.insert(format!("{ARTICLE}{id}"), facts(scores));
    }
    out
}

fn written(lines: &BTreeMap<String, f64>) -> String {
    let mut out = format!("# F1 by row of the table, and of the facts of each article.\n# Written by: {ACCEPT}\n");
    for (name, value) in lines {
        writeln!(out, "{name}\t{value:.3}").unwrap();
    }
    out
}

fn read(file: &Path) -> BTreeMap<String, f64> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = |line: &str| line.split_once('\t').and_then(|(name, value)| Some((name.to_owned(), value.parse().ok()?)));
    text.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}
