//! A user's own words work like the built-in ones, change what they should and nothing else.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use pactum::{Extractor, Gazetteer, Report};

fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|found| found == extension));
    files.sort();
    files
}

/// The articles of the corpus and the samples.
fn articles() -> Vec<String> {
    let files = files("tests/corpus/articles", "txt").into_iter().chain(files("examples/articles", "txt"));
    files.map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

fn read(gazetteer: &Arc<Gazetteer>, text: &str) -> Report {
    Extractor::builder().gazetteer(Arc::clone(gazetteer)).build().extract(text)
}

fn with(file: &str, tsv: &str) -> Arc<Gazetteer> {
    Gazetteer::builtin().with_tsv(file, tsv).unwrap()
}

/// The fisheries pack, its lines in the order that `order` gives them.
fn pack(order: impl Fn(&mut Vec<&str>)) -> Arc<Gazetteer> {
    files("examples/packs/fisheries", "tsv").iter().fold(Gazetteer::builtin(), |gazetteer, file| {
        let tsv = std::fs::read_to_string(file).unwrap();
        let mut lines: Vec<&str> = tsv.lines().collect();
        order(&mut lines);
        gazetteer.with_tsv(&file.to_string_lossy(), &lines.join("\n")).unwrap()
    })
}

const FISHERIES: &str = "\
REYKJAVIK, 3 March 2025 - Iceland and Namibia signed a quota swap on blue whiting on Monday. \
Chief fisheries officer Hanna Lund signed for Fiskistova. The quota swap was gazetted on 5 March.";

#[test]
fn a_pack_teaches_instruments_acts_subjects_offices_and_bodies() {
    assert!(read(&Gazetteer::builtin(), FISHERIES).accords.is_empty());
    let record = read(&pack(|_| {}), FISHERIES).to_record("");
    let [accord] = &record.accords[..] else { panic!("{record:#?}") };
    assert_eq!(
        (accord.text.as_str(), accord.accord_type.as_str(), accord.status.as_str()),
        ("quota swap on blue whiting", "arrangement", "in_force")
    );
    assert_eq!((&accord.subjects[..], &accord.parties[..]), (&["fisheries".to_owned()][..], &["ISL".to_owned(), "NAM".to_owned()][..]));
    assert_eq!(accord.signed_by, ["Hanna Lund"]);
    assert_eq!(record.officials[0].roles, ["Chief fisheries officer"]);
}

#[test]
fn a_pack_changes_nothing_where_its_words_do_not_stand() {
    let pack = pack(|_| {});
    let words: Vec<String> = files("examples/packs/fisheries", "tsv")
        .iter()
        .flat_map(|file| std::fs::read_to_string(file).unwrap().lines().map(str::to_owned).collect::<Vec<_>>())
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').next().unwrap().to_lowercase())
        .collect();
    let mut same = 0;
    for text in articles() {
        let lower = text.to_lowercase();
        if words.iter().all(|word| !lower.contains(word)) {
            assert_eq!(read(&pack, &text), Extractor::new().extract(&text));
            same += 1;
        }
    }
    assert!(same > 70, "{same} articles without a word of the pack");
}

#[test]
fn the_order_of_lines_and_of_lists_does_not_matter() {
    let expected = read(&pack(|_| {}), FISHERIES);
    assert_eq!(read(&pack(|lines| lines.reverse()), FISHERIES), expected);
    assert_eq!(read(&pack(|lines| lines.sort_by_key(|line| line.len())), FISHERIES), expected);

    let (organisations, subjects) = ("PIF\tPacific Iron Forum\tcompany\tNZL", "PIF\tmining\tstrong");
    let one = with("organisations.tsv", organisations).with_tsv("subjects.tsv", subjects).unwrap();
    let other = with("subjects.tsv", subjects).with_tsv("organisations.tsv", organisations).unwrap();
    let text = "Fiji and PIF signed an agreement on PIF standards.";
    assert_eq!(read(&one, text), read(&other, text));
}

#[test]
fn the_built_in_lines_added_again_change_nothing() {
    let again = Gazetteer::lists().fold(Gazetteer::builtin(), |gazetteer, (name, tsv)| gazetteer.with_tsv(name, tsv).unwrap());
    for text in articles() {
        assert_eq!(read(&again, &text), Extractor::new().extract(&text));
    }
}

#[test]
fn a_line_overrides_what_the_list_says_of_the_form() {
    let text = "Chile and Holland signed a treaty on water.";
    let parties = |gazetteer: &Arc<Gazetteer>| read(gazetteer, text).to_record("").accords[0].parties.join(" ");
    assert_eq!(parties(&Gazetteer::builtin()), "CHL NLD");
    assert_eq!(parties(&with("states.tsv", "Holland\tcustom\tBEL")), "CHL BEL");
    // The last call wins.
    assert_eq!(parties(&with("states.tsv", "Holland\tcustom\tBEL").with_tsv("states.tsv", "Holland\tcustom\tLUX").unwrap()), "CHL LUX");
}

#[test]
fn a_form_can_be_switched_off_and_on() {
    let text = "Chile and Peru signed a covenant on water.";
    let count = |gazetteer: &Arc<Gazetteer>| read(gazetteer, text).accords.len();
    assert_eq!(count(&Gazetteer::builtin()), 1);
    let off = with("instruments.tsv", "-covenant");
    assert_eq!(count(&off), 0);
    assert_eq!(count(&off.with_tsv("instruments.tsv", "covenant\tcharter\tone\tstrong\t-").unwrap()), 1);
    // Off and given anew in one list: the line that gives it holds, wherever it stands.
    for tsv in ["-covenant\ncovenant\tcharter\tone\tstrong\t-", "covenant\tcharter\tone\tstrong\t-\n-covenant"] {
        assert_eq!(count(&with("instruments.tsv", tsv)), 1);
    }
}

#[test]
fn comments_empty_lines_and_the_line_ends_of_windows_say_nothing() {
    let gazetteer = with("acts.tsv", "\u{feff}# own acts\r\n\r\ngazetted\tin_force\ted\r\n");
    assert_eq!(read(&gazetteer, "Chile and Peru gazetted a treaty on water.").accords.len(), 1);
}

/// File, lines, the line and column of the error, and how what was expected begins.
#[rustfmt::skip]
const BROKEN: &[(&str, &str, usize, usize, &str)] = &[
    ("states.tsv", "Ruritania\tshort\tRRT", 1, 3, "an ISO 3166-1 alpha-3 code"),
    ("states.tsv", "# states\n\nRuritania\tlong\tROU", 3, 2, "one of short, formal"),
    ("states.tsv", "Ruritania", 1, 2, "one of short, formal"),
    ("states.tsv", "Ruritania\tshort\tROU\tx", 1, 4, "no further column"),
    ("states.tsv", " Ruritania\tshort\tROU", 1, 1, "a form"),
    ("states.tsv", "\tshort\tROU", 1, 1, "a form"),
    ("states.tsv", "-Ruritania", 1, 1, "a form of states.tsv to switch off"),
    ("states.tsv", "-", 1, 1, "a form of states.tsv to switch off"),
    ("a/b/organisations.tsv", "X Board\tX Board\tclub\t-", 1, 3, "a kind of party"),
    ("organisations.tsv", "X Board\t X Board\tcompany\t-", 1, 2, "a value without white space"),
    ("organisations.tsv", "X Board\tX Board\tcompany\tDEU\nY Board\tY Board\tcompany", 2, 4, "an ISO 3166-1 alpha-3 code"),
    ("instruments.tsv", "licence\tpermit\tone\tstrong\t-", 1, 2, "a type of accord"),
    ("instruments.tsv", "licence\ttreaty\tone\tstrong\tfish", 1, 5, "a subject or -"),
    ("offices.tsv", "reeve\tmayor\tone\tany", 1, 2, "one of president"),
    ("adverbs.tsv", "soonish\tplanned", 1, 2, "no further column"),
    ("numbers.tsv", "umpteen\tvague\tmany", 1, 3, "a number"),
];

#[test]
fn a_broken_line_is_named_and_nothing_is_lost() {
    for &(file, tsv, line, column, expected) in BROKEN {
        let gazetteer = with("instruments.tsv", "quota swap\tarrangement\tone\tstrong\tfisheries");
        let error = gazetteer.with_tsv(file, &format!("{tsv}\n")).unwrap_err();
        assert!(error.is_bad_line() && !error.is_unknown_list());
        assert_eq!((error.file(), error.line(), error.column()), (file, Some(line), Some(column)), "{error}");
        assert!(error.expected().starts_with(expected), "{error}");
        assert_eq!(read(&gazetteer, "Chile and Peru signed a quota swap.").accords.len(), 1);
    }
}

#[test]
fn a_file_that_is_no_list_is_refused() {
    for file in ["words.tsv", "codes.tsv", "states", ""] {
        let error = Gazetteer::builtin().with_tsv(file, "").unwrap_err();
        assert!(error.is_unknown_list() && !error.is_bad_line());
        assert_eq!((error.file(), error.line(), error.column()), (file, None, None));
        assert!(error.to_string().contains("expected the name of a list"));
    }
}
