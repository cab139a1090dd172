//! The word lists are in order, and complete where they must be.

use super::Gazetteer;
use crate::report::CountryCode;

/// The lines of a list that are not comments, as columns.
fn rows(data: &str) -> impl Iterator<Item = Vec<&str>> {
    data.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn list(name: &str) -> &'static str {
    Gazetteer::lists().find(|list| list.0 == name).expect("a built-in list").1
}

#[test]
fn lists_are_sorted_without_duplicates() {
    for (name, data) in Gazetteer::lists() {
        let lines: Vec<&str> = data.lines().filter(|line| !line.starts_with('#')).collect();
        for pair in lines.windows(2) {
            assert!(pair[0].as_bytes() < pair[1].as_bytes(), "{name}: {:?} must not stand before {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn rows_have_one_number_of_columns_and_no_stray_white_space() {
    for (name, data) in Gazetteer::lists() {
        let width = rows(data).next().map_or(0, |row| row.len());
        for row in rows(data) {
            assert_eq!(row.len(), width, "{name}: {row:?}");
            let clean = row.iter().all(|cell| !cell.is_empty() && cell.trim() == *cell && !cell.contains("  "));
            assert!(clean, "{name}: an empty cell or stray white space in {row:?}");
        }
    }
}

#[test]
fn lists_say_where_they_come_from() {
    for (name, data) in Gazetteer::lists() {
        let head: Vec<&str> = data.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(head.iter().any(|line| line.contains("Source:")), "{name} names no source");
    }
}

#[test]
fn every_member_of_the_united_nations_has_its_forms() {
    let states: Vec<Vec<&str>> = rows(list("states.tsv")).collect();
    for code in CountryCode::all().filter(|code| code.is_un_member()) {
        for sense in ["short", "formal", "demonym", "people", "capital"] {
            let has = |row: &&Vec<&str>| row[2] == code.as_str() && (row[1] == sense || row[1] == "second");
            assert!(states.iter().any(|row| has(&row)), "{code} has no {sense} form in states.tsv");
        }
    }
}

#[test]
fn every_code_has_a_short_name() {
    let states: Vec<Vec<&str>> = rows(list("states.tsv")).collect();
    for code in CountryCode::all().filter(|&code| code != CountryCode::EUROPEAN_UNION) {
        assert!(states.iter().any(|row| row[1] == "short" && row[2] == code.as_str()), "{code} ({}) has no short form", code.name());
    }
}

#[test]
fn a_form_stands_for_one_state_only_or_says_which_is_second() {
    let mut states: Vec<Vec<&str>> = rows(list("states.tsv")).filter(|row| row[1] != "second" && row[1] != "realm").collect();
    states.sort();
    for pair in states.windows(2) {
        assert!(pair[0][0] != pair[1][0] || pair[0][2] == pair[1][2], "{:?} and {:?}", pair[0], pair[1]);
    }
}

#[test]
fn organisations_are_many_and_each_of_one_kind() {
    let mut kinds = std::collections::BTreeMap::new();
    for row in rows(list("organisations.tsv")) {
        let known = kinds.entry(row[1]).or_insert((row[2], row[3]));
        assert_eq!(*known, (row[2], row[3]), "{:?} is of two kinds", row[1]);
    }
    let international = kinds.values().filter(|kind| kind.0 == "international_organisation").count();
    assert!(international >= 250, "{international} international organisations");
}
