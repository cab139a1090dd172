//! States, bodies and firms in sentences of the usual shapes, for every member of the United Nations.

use pactum::parties::{self, Candidate};
use pactum::report::{CountryCode, PartyKind};

/// The forms of a state in one sense of the word list.
fn forms(code: CountryCode, sense: &str) -> Vec<&'static str> {
    include_str!("../src/gazetteer/data/states.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|columns| columns[1] == sense && columns[2] == code.as_str())
        .map(|columns| columns[0])
        .collect()
}

/// Whether a form is that of two states.
fn is_shared(form: &str) -> bool {
    include_str!("../src/gazetteer/data/states.tsv").lines().any(|line| line.starts_with(&format!("{form}\tsecond\t")))
}

fn members() -> impl Iterator<Item = CountryCode> {
    CountryCode::all().filter(|code| code.is_un_member())
}

/// What `sentence` says that is not expected: a party of this kind, name and state.
fn misses(sentence: &str, kind: PartyKind, name: &str, of: CountryCode) -> Option<String> {
    let found = parties::find(sentence);
    let right = |party: &Candidate| party.kind == kind && party.name(sentence) == name && party.of == Some(of);
    if found.iter().any(right) {
        return None;
    }
    let got: Vec<String> = found.iter().map(|p| format!("{} ({}, {:?})", p.name(sentence), p.kind, p.of)).collect();
    Some(format!("{sentence:?} wants {name} of {of}, gives {got:?}"))
}

fn assert_none(misses: impl Iterator<Item = String>) {
    let misses: Vec<String> = misses.collect();
    assert!(misses.is_empty(), "{} sentences are misread:\n{}", misses.len(), misses.join("\n"));
}

#[test]
fn every_member_by_its_names() {
    assert_none(members().flat_map(|code| {
        let names = forms(code, "short").into_iter().chain(forms(code, "formal"));
        names.filter_map(move |name| misses(&format!("It was signed last week by {name} after long talks."), PartyKind::State, name, code))
    }));
}

#[test]
fn every_member_in_a_pair() {
    assert_none(members().flat_map(|code| {
        let partner = if code.as_str() == "ISL" { "Malta" } else { "Iceland" };
        forms(code, "short")
            .into_iter()
            .filter_map(move |name| misses(&format!("Trade between {partner} and {name} doubled."), PartyKind::State, name, code))
    }));
}

#[test]
fn every_member_with_its_ministry() {
    assert_none(members().flat_map(|code| {
        forms(code, "short").into_iter().filter_map(move |name| {
            let ministry = format!("Ministry of Energy and Water of {name}");
            misses(&format!("A note came from the {ministry} on Monday."), PartyKind::GovernmentBody, &ministry, code)
        })
    }));
}

#[test]
fn every_member_with_its_ministry_behind_the_name() {
    assert_none(members().flat_map(|code| {
        forms(code, "short").into_iter().filter_map(move |name| {
            let sentence = format!("A note came from {name}'s Fisheries Ministry on Monday.");
            misses(&sentence, PartyKind::GovernmentBody, "Fisheries Ministry", code)
        })
    }));
}

#[test]
fn every_member_with_its_ministry_behind_the_adjective() {
    assert_none(members().flat_map(|code| {
        forms(code, "demonym").into_iter().filter(|form| !is_shared(form)).filter_map(move |adjective| {
            let ministry = format!("{adjective} Foreign Ministry");
            misses(&format!("A note came from the {ministry} on Monday."), PartyKind::GovernmentBody, &ministry, code)
        })
    }));
}
