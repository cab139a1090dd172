//! What holds for every text, whatever it says.

use std::time::{Duration, Instant};

use pactum::report::{Accord, Basis, Fact};
use pactum::{Extractor, Report, Span};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use unicode_segmentation::UnicodeSegmentation;

/// Extracts, and checks all that a report promises of its spans and ids.
fn check(text: &str) -> Report {
    let extractor = Extractor::new();
    let report = extractor.extract(text);
    assert_eq!(report, extractor.extract(text), "a second reading differs");
    let mut ends = 0;
    for date in &report.dates {
        assert_eq!(date.value.span.of(text), date.text);
        assert!(date.value.span.start() >= ends, "dates overlap or are out of order");
        ends = date.value.span.end();
        fact(&date.value, text);
    }
    header(&report, text);
    for party in &report.parties {
        printed(&party.name, text);
        party.of.iter().for_each(|of| fact(of, text));
    }
    for official in &report.officials {
        official.name.iter().chain(&official.titles).for_each(|words| printed(words, text));
        official.roles.iter().for_each(|office| role(office, text));
        official.of.iter().for_each(|of| fact(of, text));
    }
    report.accords.iter().for_each(|entry| accord(entry, &report, text));
    report
}

fn header(report: &Report, text: &str) {
    let article = &report.article;
    article.title.iter().chain(&article.authors).for_each(|words| printed(words, text));
    article.published.iter().for_each(|date| fact(date, text));
    if let Some(dateline) = &article.dateline {
        dateline.place.iter().chain(&dateline.agencies).for_each(|words| printed(words, text));
        dateline.date.iter().for_each(|date| fact(date, text));
    }
}

fn accord(accord: &Accord, report: &Report, text: &str) {
    printed(&accord.mention, text);
    accord.mentions.iter().for_each(|&mention| inside(mention, text));
    fact(&accord.accord_type, text);
    fact(&accord.status, text);
    accord.count.iter().for_each(|count| fact(count, text));
    accord.subjects.iter().for_each(|subject| fact(subject, text));
    accord.date.iter().for_each(|date| fact(date, text));
    accord.place.iter().for_each(|place| printed(place, text));
    accord.term.iter().for_each(|term| fact(term, text));
    for party in accord.parties.iter().chain(&accord.bodies) {
        fact(party, text);
        assert!((party.value.0 as usize) < report.parties.len());
    }
    for official in accord.signed_by.iter().chain(&accord.exchanged_by).chain(&accord.witnessed_by) {
        fact(official, text);
        assert!((official.value.0 as usize) < report.officials.len());
    }
    for stage in &accord.history {
        fact(&stage.status, text);
        stage.date.iter().for_each(|date| fact(date, text));
    }
}

/// A fact whose value, where the text states it, is the words of its span; a line broken in the middle is joined.
fn printed(words: &Fact<String>, text: &str) {
    fact(words, text);
    let source = words.span.of(text);
    assert!(words.basis == Basis::Inferred || source.split_whitespace().eq(words.value.split_whitespace()), "{words:?} from {source:?}");
}

/// An office: its words stand in the span in their order, though "Presidents A and B" gives each "President".
fn role(role: &Fact<String>, text: &str) {
    fact(role, text);
    let mut printed = role.span.of(text).split_whitespace();
    let stands = role.value.split_whitespace().all(|word| printed.any(|other| other.contains(word)));
    assert!(stands, "{:?} from {:?}", role.value, role.span.of(text));
}

fn fact<T>(fact: &Fact<T>, text: &str) {
    inside(fact.span, text);
    fact.also.iter().for_each(|&span| inside(span, text));
}

fn inside(span: Span, text: &str) {
    assert!(text.get(span.range()).is_some(), "{span:?} is not a stretch of the text");
}

/// The sample articles.
fn samples() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

/// Words and marks that the grammar is made of, and some that it is not.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "Agreement", "agreements", "memorandum of understanding", "MoU", "Treaty", "between", "with", "and", "on", "of", "the", "signed",
    "will sign", "ratified", "was", "by", "not", "Minister", "Foreign", "President", "Deputy Prime", "Dr", "H.E.", "Lt Gen (retd)",
    "Kenya", "Kenyan", "Ministry of Health", "European Union", "Guinea-Bissau", "NAIROBI", "Nairobi", "Amina", "Diallo", "O’Brien",
    "counterpart", "his", "two", "seven", "several", "following", "documents", "1.", "2)", "-", "–", "—", "•", "|", ",", ";", ":", ".",
    "\n", "\n\n", "\t", "(", ")", "“", "”", "\"", "'s", "’s", "April", "11", "2025", "11.04.2025", "Friday", "last", "week", "next",
    "year", "at 3 p.m.", "15:00", "for five years", "until", "from", "in", "presence", "respectively", "Published", "By", "©", "é",
    "中国", "🇹🇷", "\u{200d}", "\u{feff}", "\r\n", "\0",
];

fn scramble() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(PIECES);
    proptest::collection::vec((piece, prop_oneof![9 => Just(" "), 1 => Just("")]), 0..80)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| format!("{piece}{gap}")).collect())
}

fn boundary(text: &str, at: prop::sample::Index) -> usize {
    let at = at.index(text.len() + 1);
    (0..=at).rev().find(|&byte| text.is_char_boundary(byte)).unwrap_or_default()
}

/// White space, with the marks that Unicode joins to it.
fn only_space(gap: &str) -> bool {
    gap.split_word_bounds().all(|piece| piece.starts_with(char::is_whitespace))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400,
        // Every text that failed once is kept, and tried again.
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/properties.regressions"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn any_string_gives_a_sound_report(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_order_of_the_grammars_words_gives_a_sound_report(text in scramble()) {
        check(&text);
    }

    /// Cut, double, drop and join stretches of the sample articles at any character.
    #[test]
    fn mutilated_articles_give_sound_reports(
        picks in (any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        cuts in (any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<prop::sample::Index>()),
        double in any::<bool>(),
    ) {
        let samples = samples();
        let (one, other) = (picks.0.get(&samples), picks.1.get(&samples));
        let (a, b) = (boundary(one, cuts.0), boundary(one, cuts.1));
        let (a, b) = (a.min(b), a.max(b));
        let middle = if double { one[a..b].repeat(2) } else { String::new() };
        check(&format!("{}{middle}{}{}", &one[..a], &one[b..], &other[boundary(other, cuts.2)..]));
    }

    #[test]
    fn joined_tokens_and_gaps_are_the_text(text in prop_oneof![any::<String>(), scramble()]) {
        let mut end = 0;
        for token in pactum::text::tokens(&text) {
            let span = token.span();
            prop_assert!(span.start() >= end && !span.is_empty());
            prop_assert!(only_space(&text[end..span.start()]));
            inside(span, &text);
            end = span.end();
        }
        prop_assert!(only_space(&text[end..]));
    }

    #[test]
    fn json_gives_the_report_back(text in scramble()) {
        let report = check(&text);
        let json = serde_json::to_string(&report).unwrap();
        prop_assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    }
}

#[test]
fn every_sample_gives_a_sound_report() {
    for text in samples() {
        check(&text);
    }
}

/// Texts that send a careless rule into a loop over all that went before.
#[rustfmt::skip]
const HOSTILE: &[&str] = &[
    "(", ")", "\"", "“", ".", ",", "- ", "\n", "\n\n", " ", "a", "A", "A ", "1 ", "1 2 3\n", "1. ", "| ", "of the ", "and ",
    "Minister ", "Minister of ", "Minister and ", "Dr ", "his ", "he ", "signed ", "signed by ", "agreement ", "agreements on ",
    "Agreement between ", "agreement, ", "the following documents: ", "between Kenya and ", "Kenya ", "Kenya, ", "Kenyan ",
    "Ministry of ", "Ministry of Health of ", "Amina Diallo ", "Amina Diallo, ", "Amina Diallo. ", "Foreign Minister Amina Diallo ",
    "Friday ", "2025 ", "April ", "11 April 2025 ", "from 2025 to ", "last ", "the same day ", "two ", "the two sides ",
    "respectively ", "in the presence of ", "will sign ", "By ", "Published ", "NAIROBI, ", "MoU\n", "1. Agreement\n", "Published: 03/04/2025\n\n",
];

/// A text eight times as long takes some eight times as long; a quadratic rule would take sixty-four times.
#[test]
fn time_is_linear_on_hostile_texts() {
    let extractor = Extractor::new();
    let time = |text: &str| {
        let start = Instant::now();
        extractor.extract(text);
        start.elapsed()
    };
    // The best of three: the machine may be busy with something else.
    let best = |text: &str| (0..3).map(|_| time(text)).min().unwrap_or_default();
    let short = if cfg!(debug_assertions) { 1 << 11 } else { 1 << 14 };
    let mut slow = Vec::new();
    for piece in HOSTILE {
        let mut text = piece.repeat(short / piece.len());
        let mut before = best(&text);
        for _ in 0..2 {
            text = text.repeat(8);
            let after = best(&text);
            if after > before.max(Duration::from_millis(5)) * 32 {
                slow.push((piece, text.len(), before, after));
                break;
            }
            before = after;
        }
    }
    assert!(slow.is_empty(), "eight times the text took more than 32 times as long: {slow:#?}");
}
