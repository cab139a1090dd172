//! Prints one flat record a line, as JSON, for each file named; its `id` is the file's stem.
//!
//! `cargo run --release --example records -- article.txt ...`

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let extractor = pactum::Extractor::new();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    for file in std::env::args().skip(1) {
        let text = match std::fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) => {
                eprintln!("{file}: {error}");
                code = ExitCode::FAILURE;
                continue;
            }
        };
        let id = Path::new(&file).file_stem().unwrap_or_default().to_string_lossy();
        let record = extractor.extract(&text).to_record(&id);
        let line = serde_json::to_string(&record).expect("a record is always JSON");
        if writeln!(out, "{line}").is_err() {
            return ExitCode::FAILURE;
        }
    }
    code
}
