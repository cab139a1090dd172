//! Makes the tables of the word lists, so that loading them is to point at them.
//!
//! For all lists and for those of dates there are the files `SET.NAME` of the tables in `src/gazetteer`, and `SET.meanings`:
//! for each different meaning a line, the index of the list and the columns behind the form, or, of an organisation, whose
//! first column behind the form is its name, those behind the name.

use std::collections::HashMap;
use std::path::Path;
use std::{env, fs, io};

#[allow(dead_code)]
#[path = "src/text"]
mod text {
    mod tokens;
    pub(crate) use tokens::{Token, split_possessive, tokens};
}

#[allow(dead_code)]
#[path = "src/gazetteer"]
mod gazetteer {
    mod function_words;
    mod hash;
    mod lists;
    mod table;
    mod tree;
    mod vocabulary;
    pub(crate) use function_words::FUNCTION_WORDS;
    pub(crate) use lists::{NAMES, ORGANISATIONS, TEXTS, lines};
    pub(crate) use tree::{Cases, Form, Tree};
    pub(crate) use vocabulary::{Vocabulary, WordId};
}

/// What the tokens need of the crate.
mod report {
    pub struct Span;

    impl Span {
        pub fn new(_: usize, _: usize) -> Self {
            Span
        }
    }
}

use gazetteer::{Cases, FUNCTION_WORDS, Form, NAMES, ORGANISATIONS, TEXTS, Tree, Vocabulary, WordId, lines};

/// The lists that dates alone are read with.
const DATE_LISTS: &[&str] = &["dates.tsv", "time_zones.tsv", "numbers.tsv", "modality.tsv"];

fn main() -> io::Result<()> {
    // The lists and the modules are part of this script, which is built anew when they change.
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    write(Path::new(&out), "all", |_| true)?;
    write(Path::new(&out), "dates", |name| DATE_LISTS.contains(&name))
}

/// Writes the tables of a set of lists.
fn write(out: &Path, set: &str, wanted: impl Fn(&str) -> bool) -> io::Result<()> {
    let (mut vocabulary, mut tree) = (Vocabulary::empty(), Tree::empty());
    for word in FUNCTION_WORDS {
        vocabulary.intern(word, 0, word.len());
    }
    let mut meanings = String::new();
    let mut count = 0;
    for (index, (&list, text)) in NAMES.iter().zip(TEXTS).enumerate().filter(|(_, (name, _))| wanted(name)) {
        let (mut known, mut names) = (HashMap::new(), HashMap::new());
        for (_, line) in lines(text) {
            let (form, columns) = line.split_once('\t').unwrap_or((line, ""));
            let (name, columns) = if list == ORGANISATIONS { columns.split_once('\t').unwrap_or(("", columns)) } else { ("", columns) };
            let meaning = *known.entry(columns).or_insert_with(|| {
                meanings += &format!("{index}\t{columns}\n");
                count += 1;
                count - 1
            });
            let new = names.len() as u32;
            let name = *names.entry(name).or_insert(new);
            let tokens = text::tokens(form);
            let words: Vec<WordId> = tokens.iter().map(|token| vocabulary.intern(form, token.range().start, token.range().end)).collect();
            tree.insert(&words, Form::new(index as u8, Cases::of(&tokens), meaning, name));
        }
    }
    let tables: [(&str, &[u8]); 9] = [
        ("tags", &vocabulary.tags),
        ("word_slots", vocabulary.slots.bytes()),
        ("keys", vocabulary.keys.bytes()),
        ("long", vocabulary.long.as_bytes()),
        ("roots", tree.roots.bytes()),
        ("nodes", tree.nodes.bytes()),
        ("node_slots", tree.slots.bytes()),
        ("forms", tree.forms.bytes()),
        ("meanings", meanings.as_bytes()),
    ];
    tables.iter().try_for_each(|(name, bytes)| fs::write(out.join(format!("{set}.{name}")), bytes))
}
