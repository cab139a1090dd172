//! Prints an article as HTML, every accord, official, party and date marked, each with why on hovering over it.
//!
//! `cargo run --example annotate -- examples/articles/faq-finland-uruguay.txt > article.html`

use std::process::ExitCode;

use pactum::{Extractor, Report};

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else {
        eprintln!("usage: annotate ARTICLE.txt");
        return ExitCode::FAILURE;
    };
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            print!("{}", html(&Extractor::new().extract(&text), &text));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

const HEAD: &str = "\
<!doctype html>
<meta charset=\"utf-8\">
<style>
  body { white-space: pre-wrap; max-width: 48em; font-family: serif; }
  .accord { background: #fe9; } .official { background: #cdf; } .party { background: #cfc; } .date { background: #fcc; }
</style>
";

fn html(report: &Report, text: &str) -> String {
    let mut out = HEAD.to_owned();
    let mut at = 0;
    // The ends of the marks that are open: mentions nest, and never cross.
    let mut open: Vec<usize> = Vec::new();
    for annotation in report.annotate(text) {
        let (start, end) = (annotation.span.start(), annotation.span.end());
        while let Some(closing) = open.last().copied().filter(|&closing| closing <= start) {
            open.pop();
            out += &escaped(&text[at..closing]);
            out += "</mark>";
            at = closing;
        }
        let why: Vec<String> = report.explain(text, annotation.item).iter().map(ToString::to_string).collect();
        out += &escaped(&text[at..start]);
        out += &format!("<mark class=\"{}\" title=\"{}\">", annotation.item.kind(), escaped(&why.join("\n")));
        at = start;
        open.push(end);
    }
    while let Some(closing) = open.pop() {
        out += &escaped(&text[at..closing]);
        out += "</mark>";
        at = closing;
    }
    out + &escaped(&text[at..])
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
