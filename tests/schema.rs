//! The JSON of reports and records is what its schema says.

use std::path::{Path, PathBuf};

use jsonschema::Validator;
use pactum::{Extractor, Report, report::Record};
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema_file(name: &str) -> PathBuf {
    root().join(format!("docs/schema/{name}.json"))
}

fn validator(name: &str) -> Validator {
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(schema_file(name)).unwrap()).unwrap();
    jsonschema::draft202012::new(&schema).expect("a schema")
}

/// The articles of the corpus and the samples, read.
fn reports() -> Vec<(String, Report)> {
    let mut reports = Vec::new();
    for folder in ["tests/corpus/articles", "examples/articles"] {
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let file = entry.unwrap().path();
            if file.extension().is_some_and(|extension| extension == "txt") {
                reports.push((file.display().to_string(), Extractor::new().extract(&std::fs::read_to_string(&file).unwrap())));
            }
        }
    }
    reports
}

#[test]
fn reports_and_records_are_what_their_schemas_say() {
    let (report_schema, record_schema) = (validator("report"), validator("record"));
    for (name, report) in reports() {
        let (json, record) = (serde_json::to_value(&report).unwrap(), serde_json::to_value(report.to_record("x")).unwrap());
        let faults = report_schema.iter_errors(&json).chain(record_schema.iter_errors(&record));
        let faults: Vec<String> = faults.map(|error| format!("{error} at {}", error.instance_path)).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn schemas_refuse_what_reading_back_refuses() {
    let report = Extractor::new().extract("LIMA, 6 May 2024 - Peru and Chile signed a treaty on water on Monday.");
    let good = serde_json::to_value(&report).unwrap();
    let schema = validator("report");
    assert!(schema.is_valid(&good) && serde_json::from_value::<Report>(good.clone()).unwrap() == report);
    let broken: &[(&str, Value)] = &[
        ("/version", json!(2)),
        ("/accords/0/status/value", json!("done")),
        ("/accords/0/status/span", json!({"start": 1})),
        ("/accords/0/status/rule", json!("accords.guess")),
        ("/accords/0/mention", json!("treaty")),
        ("/parties/0/of/value", json!("QQQ")),
        ("/dates/0/value/value", json!("Monday")),
        ("/article", json!({"title": null, "authors": [], "published": null, "dateline": null, "mood": "good"})),
        ("/notes", json!(["dull"])),
    ];
    for (pointer, value) in broken {
        let mut json = good.clone();
        *json.pointer_mut(pointer).unwrap_or_else(|| panic!("no {pointer}")) = value.clone();
        assert!(!schema.is_valid(&json), "{pointer} takes {value}");
        assert!(serde_json::from_value::<Report>(json).is_err(), "{pointer} reads {value}");
    }
}

#[test]
fn a_key_that_is_not_known_is_named_and_refused() {
    let report = Extractor::new().extract("Peru and Chile signed a treaty on water.");
    let mut json = serde_json::to_value(report.to_record("x")).unwrap();
    assert!(serde_json::from_value::<Record>(json.clone()).is_ok());
    json["accords"][0]["mood"] = json!("good");
    let error = serde_json::from_value::<Record>(json.clone()).unwrap_err();
    assert!(error.to_string().contains("unknown field `mood`"), "{error}");
    assert!(!validator("record").is_valid(&json));
}

#[cfg(feature = "schema")]
#[test]
fn the_schemas_are_current() {
    for (name, schema) in [("report", Report::json_schema()), ("record", Record::json_schema())] {
        let current = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if std::env::var_os("PACTUM_ACCEPT").is_some() {
            std::fs::write(schema_file(name), current).expect("the schema can be written");
        } else {
            let written = std::fs::read_to_string(schema_file(name)).unwrap_or_default();
            assert_eq!(written, current, "to write it anew: PACTUM_ACCEPT=1 cargo test --features schema --test schema");
        }
    }
}
