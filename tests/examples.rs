//! The examples do what their documentation says, on every sample article.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const README_SAMPLE: &str = "examples/articles/faq-finland-uruguay.txt";

/// Runs an example as a user would.
fn run(example: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", example, "--"]).args(arguments);
    command.current_dir(root()).output().expect("cargo runs")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn samples() -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(root().join("examples/articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files
}

#[test]
fn the_readme_shows_the_true_output() {
    let output = run("summary", &[README_SAMPLE]);
    assert!(output.status.success());
    let shown = format!(
        "```text\n$ cargo run --release --example summary -- {README_SAMPLE}\n{}```\n",
        String::from_utf8(output.stdout).expect("the summary is UTF-8")
    );
    let file = root().join("README.md");
    let readme = std::fs::read_to_string(&file).unwrap();
    let (before, rest) = readme.split_once("<!-- summary -->\n").expect("the README marks the summary");
    let (_, after) = rest.split_once("<!-- end -->").expect("the README marks the summary's end");
    let true_readme = format!("{before}<!-- summary -->\n{shown}<!-- end -->{after}");
    if std::env::var_os("PACTUM_ACCEPT").is_some() {
        std::fs::write(&file, true_readme).expect("the README can be written");
    } else {
        assert_eq!(readme, true_readme, "to write it anew: PACTUM_ACCEPT=1 cargo test --test examples");
    }
}

#[test]
fn summary_tells_every_sample() {
    for sample in samples() {
        let output = run("summary", &[&sample.to_string_lossy()]);
        assert!(output.status.success(), "{}", sample.display());
        let shown = String::from_utf8(output.stdout).expect("the summary is UTF-8");
        assert!(shown.starts_with("ARTICLE\n"), "{shown}");
    }
}

#[test]
fn records_prints_one_json_object_a_line() {
    let samples = samples();
    let arguments: Vec<_> = samples.iter().map(|file| file.to_string_lossy()).collect();
    let output = run("records", &arguments.iter().map(|file| &**file).collect::<Vec<_>>());
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).expect("records are UTF-8");
    let ids: Vec<String> = lines
        .lines()
        .map(|line| {
            let record: pactum::report::Record = serde_json::from_str(line).expect("a line is a record");
            record.id
        })
        .collect();
    let stems: Vec<_> = samples.iter().map(|file| file.file_stem().unwrap().to_string_lossy()).collect();
    assert_eq!(ids, stems);
}

#[test]
fn a_file_that_is_not_there_is_named_and_the_others_are_read() {
    let output = run("records", &["no/such/article.txt", README_SAMPLE]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/such/article.txt"));
    assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), 1);
}

#[test]
fn own_words_reads_more_with_the_pack() {
    let output = run("own_words", &["examples/packs/fisheries"]);
    assert!(output.status.success());
    let shown = String::from_utf8(output.stdout).expect("the output is UTF-8");
    let (before, after) = shown.split_once("With the pack:").expect("both readings are shown");
    assert!(before.contains("no accord") && after.contains("quota swap on blue whiting (fisheries), in_force: ISL, NAM"), "{shown}");

    let output = run("own_words", &["no/such/pack"]);
    assert!(!output.status.success());
}

#[test]
fn annotate_marks_up_every_sample_and_loses_no_word() {
    for sample in samples() {
        let output = run("annotate", &[&sample.to_string_lossy()]);
        assert!(output.status.success(), "{}", sample.display());
        let html = String::from_utf8(output.stdout).expect("the page is UTF-8");
        let (_, body) = html.split_once("</style>\n").expect("a style");
        assert_eq!(body.matches("<mark ").count(), body.matches("</mark>").count());
        let mut words = String::new();
        for (index, piece) in body.split('<').enumerate() {
            words += if index == 0 { piece } else { piece.split_once('>').expect("tags are closed").1 };
        }
        let words = words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        assert_eq!(words, std::fs::read_to_string(&sample).unwrap());
    }
}
