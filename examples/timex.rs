//! Tags temporal expressions as TIMEX3 does: reads on standard input a JSON list of `{"id", "dct", "text"}`, and writes
//! `{"name": "pactum", "docs": {id: [{"start", "end", "type", "value"}]}}` with offsets in characters.
//!
//! `cargo run --release --example timex < documents.json`

use std::collections::BTreeMap;

use pactum::dates::{Context, Convention, find};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Document {
    id: String,
    dct: Option<String>,
    text: String,
}

#[derive(Serialize)]
struct Tagged {
    name: &'static str,
    docs: BTreeMap<String, Vec<Timex>>,
}

#[derive(Serialize)]
struct Timex {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let documents: Vec<Document> = serde_json::from_reader(std::io::stdin().lock())?;
    let mut tagged = Tagged { name: "pactum", docs: BTreeMap::new() };
    for document in documents {
        let mut context = Context::new().convention(Convention::Timex3);
        // The creation time may carry a time of day.
        if let Some(day) = document.dct.as_deref().and_then(|dct| dct.get(..10)).and_then(|day| day.parse().ok()) {
            context = context.reference(day);
        }
        let mentions = find(&document.text, &context).into_iter().filter_map(|mention| {
            let value = mention.value?.to_string();
            let chars = mention.span.chars(&document.text);
            Some(Timex { start: chars.start, end: chars.end, kind: mention.kind.as_str(), value })
        });
        tagged.docs.insert(document.id, mentions.collect());
    }
    serde_json::to_writer(std::io::stdout().lock(), &tagged)?;
    Ok(())
}
