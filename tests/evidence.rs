//! Every field of every report says where it was read, whether it is stated, and by which rule.

use std::collections::BTreeSet;
use std::path::Path;

use pactum::report::Rule;
use pactum::{Extractor, Report, Span};
use serde_json::Value;

/// The articles of the corpus and the samples.
fn articles() -> Vec<(String, String)> {
    let mut articles = Vec::new();
    for folder in ["tests/corpus/articles", "examples/articles"] {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "txt") {
                articles.push((file.display().to_string(), std::fs::read_to_string(&file).unwrap()));
            }
        }
    }
    articles.sort();
    articles
}

/// Walks the JSON of a report: every object with a rule is a fact, and whatever else there is must be known to be none.
struct Walk<'a> {
    text: &'a str,
    report: &'a Report,
    facts: usize,
    faults: Vec<String>,
}

impl Walk<'_> {
    fn walk(&mut self, path: &str, value: &Value) {
        match value {
            Value::Object(object) if object.contains_key("rule") => self.fact(path, value),
            Value::Object(object) if object.len() == 2 && object.contains_key("start") && object.contains_key("end") => {
                self.span(path, value);
            }
            Value::Object(object) => object.iter().for_each(|(key, inner)| self.walk(&format!("{path}.{key}"), inner)),
            Value::Array(items) => items.iter().for_each(|inner| self.walk(&format!("{path}[]"), inner)),
            Value::Null => {}
            // The words of the date's span, and another reading of them.
            _ if path == ".dates[].text" || path == ".dates[].other" => {}
            // Reasons of closed lists, and the items that they speak of.
            _ if path.starts_with(".doubts[].") || path == ".notes[]" || path == ".version" => {}
            leaf => self.faults.push(format!("{path}: {leaf} without evidence")),
        }
    }

    fn fact(&mut self, path: &str, fact: &Value) {
        self.facts += 1;
        let span = self.span(path, &fact["span"]);
        for also in fact["also"].as_array().into_iter().flatten() {
            self.span(path, also);
        }
        if self.report.sentence(span).is_none() {
            self.faults.push(format!("{path}: no sentence holds {:?}", span.of(self.text)));
        }
        if fact["rule"].as_str().is_none_or(|rule| rule.parse::<Rule>().is_err()) {
            self.faults.push(format!("{path}: no rule is named {}", fact["rule"]));
        }
        if !matches!(fact["basis"].as_str(), Some("stated" | "inferred")) {
            self.faults.push(format!("{path}: neither stated nor inferred"));
        }
    }

    fn span(&mut self, path: &str, value: &Value) -> Span {
        let offset = |key: &str| value[key].as_u64().expect("an offset") as usize;
        let span = Span::new(offset("start"), offset("end"));
        if self.text.get(span.range()).is_none_or(|words| words.trim().is_empty()) {
            self.faults.push(format!("{path}: {span:?} holds no words"));
        }
        span
    }
}

#[test]
fn every_field_has_evidence_that_lies_in_the_text() {
    let mut facts = 0;
    let mut faults = Vec::new();
    for (name, text) in articles() {
        let report = Extractor::new().extract(&text);
        let mut walk = Walk { text: &text, report: &report, facts: 0, faults: Vec::new() };
        walk.walk("", &serde_json::to_value(&report).unwrap());
        facts += walk.facts;
        faults.extend(walk.faults.into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(facts > 5000, "{facts} facts");
}

#[test]
fn sentences_are_in_order_and_apart() {
    for (name, text) in articles() {
        let mut end = 0;
        for sentence in Extractor::new().extract(&text).sentences {
            assert!(sentence.start() >= end && !sentence.is_empty(), "{name}: {:?}", sentence.of(&text));
            end = sentence.end();
        }
    }
}

#[test]
fn rules_have_names_of_their_own_and_an_example() {
    let names: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.as_str()).collect();
    assert_eq!(names.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        let stage = rule.as_str().split('.').next().unwrap();
        assert!(["dates", "header", "parties", "officials", "accords"].contains(&stage), "{rule}");
        assert!(rule.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'.' || byte == b'-'), "{rule}");
        assert!(rule.meaning().contains('"'), "{rule} has no example: {}", rule.meaning());
    }
}

/// The page of the rules.
fn page() -> String {
    let mut page = "\
# The rules

Every fact of a report names the rule that gave it. This page lists them with what each is for; it is made from
`src/report/rule.rs`, and a test holds it to that. Names are stable: a rule that goes takes its name with it.
"
    .to_owned();
    let mut stage = "";
    for rule in Rule::ALL {
        let of = rule.as_str().split('.').next().unwrap();
        if of != stage {
            page += &format!("\n## {of}\n\n| rule | for |\n|---|---|\n");
            stage = of;
        }
        page += &format!("| `{rule}` | {} |\n", rule.meaning());
    }
    page
}

#[test]
fn the_page_of_the_rules_is_current() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/RULES.md");
    if std::env::var_os("PACTUM_ACCEPT").is_some() {
        std::fs::write(&file, page()).expect("the page can be written");
    } else {
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(written, page(), "to write it anew: PACTUM_ACCEPT=1 cargo test --test evidence");
    }
}

#[test]
fn annotations_are_in_order_nest_and_count_in_three_units() {
    for (name, text) in articles() {
        let annotations = Extractor::new().extract(&text).annotate(&text);
        let mut open: Vec<usize> = Vec::new();
        for pair in annotations.windows(2) {
            assert!(pair[0].span.start() <= pair[1].span.start(), "{name}");
        }
        for annotation in &annotations {
            let span = annotation.span;
            open.retain(|&end| end > span.start());
            assert!(open.iter().all(|&end| span.end() <= end), "{name}: {:?} crosses another", span.of(&text));
            open.push(span.end());
            assert_eq!((&annotation.chars, &annotation.utf16), (&span.chars(&text), &span.utf16(&text)), "{name}");
        }
    }
}

#[test]
fn every_fact_of_every_item_is_explained() {
    for (name, text) in articles() {
        let report = Extractor::new().extract(&text);
        let accords = report.accord_items().map(|(item, _)| item);
        let officials = report.official_items().map(|(item, _)| item);
        let parties = report.party_items().map(|(item, _)| item);
        let dates = report.date_items().map(|(item, _)| item);
        for item in accords.chain(officials).chain(parties).chain(dates) {
            let reasons = report.explain(&text, item);
            assert!(!reasons.is_empty(), "{name}: nothing is said of {item:?}");
            for reason in reasons {
                assert!(!reason.value.is_empty() && !reason.sentence.is_empty(), "{name}: {reason}");
                assert!(reason.words.iter().all(|words| reason.to_string().contains(words.split_whitespace().next().unwrap())));
            }
        }
    }
}
