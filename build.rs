//! Cuts the forms of the word lists into words, so that loading the lists has only numbers to read.
//!
//! For each list `data/NAME.tsv` there is a `NAME.tsv.forms` of numbers, four bytes each, the lowest first. A form is
//! - the columns behind it: their index among those of the list, each once, in the order of the lines;
//! - where these columns are new, the byte where they begin, or the line does if it has no others;
//! - of an organisation, whose first column behind the form is its name, the index of the name, which is no part of the above;
//! - how many words it has;
//! - each word: its index, and its letter case in the two highest bits.
//!
//! The words stand one behind the other in `words.txt`; `words.lengths` has a byte for each, how long it is.

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs, io};

#[allow(dead_code)]
#[path = "src/text/tokens.rs"]
mod tokens;

/// What the tokens need of the crate.
mod report {
    pub struct Span;

    impl Span {
        pub fn new(_: usize, _: usize) -> Self {
            Span
        }
    }
}

fn main() -> io::Result<()> {
    let data = Path::new("src/gazetteer/data");
    println!("cargo::rerun-if-changed={}", data.display());
    println!("cargo::rerun-if-changed=src/text/tokens.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let mut words = Words::default();
    let mut files = fs::read_dir(data)?.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?;
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "tsv")) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let named = name == "organisations.tsv";
        let forms: Vec<u8> = forms(&fs::read_to_string(file)?, named, &mut words).into_iter().flat_map(u32::to_le_bytes).collect();
        fs::write(Path::new(&out).join(format!("{name}.forms")), forms)?;
    }
    let lengths: Vec<u8> = words.all.iter().map(|word| word.len().try_into().expect("a word of a list is short")).collect();
    fs::write(Path::new(&out).join("words.lengths"), lengths)?;
    fs::write(Path::new(&out).join("words.txt"), words.all.concat())
}

/// The words of all lists, each once, as they are printed.
#[derive(Default)]
struct Words {
    all: Vec<String>,
    indices: HashMap<String, u32>,
}

impl Words {
    fn index(&mut self, word: &str) -> u32 {
        *self.indices.entry(word.to_owned()).or_insert_with(|| {
            self.all.push(word.to_owned());
            self.all.len() as u32 - 1
        })
    }
}

/// The forms of a list; of one whose first column behind the form is a name, each with the index of its name.
fn forms(list: &str, named: bool, words: &mut Words) -> Vec<u32> {
    let mut out = Vec::new();
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut names: HashMap<&str, u32> = HashMap::new();
    let mut start = 0;
    for line in list.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (form, columns) = line.split_once('\t').unwrap_or((line, ""));
        let (name, columns) = if named { columns.split_once('\t').unwrap_or((columns, "")) } else { ("", columns) };
        let tokens = tokens::tokens(form);
        let new = known.len() as u32;
        let index = *known.entry(columns).or_insert(new);
        out.push(index);
        if index == new {
            out.push(if columns.is_empty() { at } else { at + line.len() - columns.len() } as u32);
        }
        if named {
            let new = names.len() as u32;
            out.push(*names.entry(name).or_insert(new));
        }
        out.push(tokens.len() as u32);
        for token in tokens {
            out.push(words.index(&form[token.range()]) | token.case().bits() << 30);
        }
    }
    out
}
