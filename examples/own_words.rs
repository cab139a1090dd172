//! Reads a text with the built-in words, then with those of a pack, and prints the accords of both.
//!
//! `cargo run --example own_words -- examples/packs/fisheries`
//!
//! A pack is a folder of TSV files, each named as the built-in list that it adds to.

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use pactum::{Extractor, Gazetteer, Report};

const TEXT: &str = "\
REYKJAVIK, 3 March 2025 - Iceland and Namibia signed a quota swap on blue whiting on Monday. \
Chief fisheries officer Hanna Lund signed for Fiskistova. The quota swap was gazetted on 5 March.";

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: own_words FOLDER");
        return ExitCode::FAILURE;
    };
    let gazetteer = match with_pack(Path::new(&folder)) {
        Ok(gazetteer) => gazetteer,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    println!("{TEXT}\n\nBuilt-in words:");
    print(&Extractor::new().extract(TEXT));
    println!("\nWith the pack:");
    print(&Extractor::builder().gazetteer(gazetteer).build().extract(TEXT));
    ExitCode::SUCCESS
}

/// The built-in words with every list of a folder.
fn with_pack(folder: &Path) -> Result<Arc<Gazetteer>, Box<dyn std::error::Error>> {
    let mut gazetteer = Gazetteer::builtin();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "tsv") {
            gazetteer = gazetteer.with_tsv(&path.to_string_lossy(), &std::fs::read_to_string(&path)?)?;
        }
    }
    Ok(gazetteer)
}

fn print(report: &Report) {
    if report.accords.is_empty() {
        println!("  no accord");
    }
    for accord in &report.to_record("").accords {
        println!("  {} ({}), {}: {}", accord.text, accord.subjects.join(", "), accord.status, accord.parties.join(", "));
        println!("  bodies: {}; signed by: {}", accord.bodies.join(", "), accord.signed_by.join(", "));
    }
}
