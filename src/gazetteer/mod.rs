//! Word lists as data, and the one look-up pass that marks every token run that they know.
//!
//! Each list is a TSV file in `data/`, each line one form. A form matches by letter case as it is written: a
//! capitalised word of it only a capitalised or an all-caps word, an all-caps word only all caps, a lower-case
//! word any case ("Chad" is not "chad", "US" is not "us", "accord" is also "Accord").
//!
//! # Own words
//!
//! [`Gazetteer::with_tsv`] adds lines of the same columns at run time. [`Gazetteer::lists`] gives the built-in lists;
//! the comments at the head of each say what its columns hold.
//!
//! - A line gives a form its meaning. What the list said of that very form before is dropped; what other lists say of
//!   it stays. A form with several meanings has a line for each.
//! - `-form`, alone on a line, switches a form of the list off.
//! - Empty lines and lines that start with `#` say nothing.
//!
//! The order of the lines does not matter. Nothing is half read: the first bad line is an error that names file, line,
//! column and what was expected, and the gazetteer is as it was.
//!
//! ```
//! use pactum::{Extractor, Gazetteer};
//!
//! let words = "North Atlantic Whelk Board\tNorth Atlantic Whelk Board\tinternational_organisation\t-\n";
//! let gazetteer = Gazetteer::builtin().with_tsv("organisations.tsv", words)?;
//! let extractor = Extractor::builder().gazetteer(gazetteer).build();
//! let report = extractor.extract("Iceland and the North Atlantic Whelk Board signed an agreement on research.");
//! assert_eq!(report.parties[1].name.value, "North Atlantic Whelk Board");
//!
//! let error = Gazetteer::builtin().with_tsv("packs/states.tsv", "Ruritania\tshort\tRRT").unwrap_err();
//! assert_eq!(error.to_string(), "packs/states.tsv, line 1, column 3: expected an ISO 3166-1 alpha-3 code");
//! # Ok::<(), pactum::Error>(())
//! ```

mod entry;
mod forms;
pub(crate) mod function_words;
mod hash;
mod leaders;
#[cfg(test)]
mod lint;
mod lists;
mod table;
mod tree;
mod vocabulary;

use std::sync::Arc;

use once_cell::sync::Lazy;

pub(crate) use entry::HeadStrength;
pub(crate) use entry::{
    ActKind, ColumnRole, Cue, Entry, InstrumentWeight, Kind, Kinds, Modality, NameClass, NumberKind, PlaceKind, StateSense, SubjectWeight,
    VerbShape,
};
pub(crate) use entry::{HonorificKind, NotNameSense, OfficeClass, OfficeUse, OwnerSense, ParticleSense, RankSense};
pub(crate) use entry::{PageWord, SentenceWord};
pub(crate) use hash::FastMap;
pub(crate) use leaders::state_led_by;

pub(crate) use vocabulary::WordId;

use entry::Refused;
use forms::Forms;
use lists::{NAMES, ORGANISATIONS, TEXTS, lines};
use table::Table;
use tree::{Cases, Tree};
use vocabulary::Vocabulary;

use crate::error::Error;
use crate::text::{Token, tokens};

/// A token run that a word list knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lookup {
    /// The first token.
    pub first: u32,
    /// One behind the last token.
    pub last: u32,
    /// What it is.
    pub entry: Entry,
    /// The kind of the entry.
    pub kind: Kind,
}

/// The words that an extractor knows.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    vocabulary: Vocabulary,
    forms: Forms,
    /// Full names of organisations, each with the index that an entry holds; none as long as only the built-in ones are known.
    organisations: Option<FastMap<Box<str>, u32>>,
}

/// The tables of some lists as `build.rs` writes them.
macro_rules! tables {
    ($set:literal) => {{
        macro_rules! file {
            ($name:literal) => {
                include_bytes!(concat!(env!("OUT_DIR"), "/", $set, ".", $name))
            };
        }
        Gazetteer {
            vocabulary: Vocabulary {
                tags: file!("tags").as_slice().into(),
                slots: Table::of(file!("word_slots")),
                keys: Table::of(file!("keys")),
                long: include_str!(concat!(env!("OUT_DIR"), "/", $set, ".long")).into(),
            },
            forms: Forms::new(
                Tree {
                    roots: Table::of(file!("roots")),
                    nodes: Table::of(file!("nodes")),
                    slots: Table::of(file!("node_slots")),
                    forms: Table::of(file!("forms")),
                },
                built_in_entries(include_str!(concat!(env!("OUT_DIR"), "/", $set, ".meanings"))),
            ),
            organisations: None,
        }
    }};
}

static BUILTIN: Lazy<Arc<Gazetteer>> = Lazy::new(|| Arc::new(tables!("all")));

/// Small, so that reading dates alone touches little memory.
static DATES: Lazy<Arc<Gazetteer>> = Lazy::new(|| Arc::new(tables!("dates")));

/// The entries of lines of the built-in lists, each with the index of its list in place of the form, or of form and name.
fn built_in_entries(meanings: &str) -> Vec<Entry> {
    let entry = |meaning: &str| {
        let (index, columns) = meaning.split_once('\t').unwrap_or((meaning, ""));
        let list = index.parse().ok().and_then(|index: usize| NAMES.get(index)).map_or("", |name| *name);
        let entry = match columns.split_once('\t') {
            Some((kind, of)) if list == ORGANISATIONS => {
                entry::organisation(kind, of).map(|(kind, of)| Entry::Organisation { index: 0, kind, of })
            }
            _ => parse(list, std::iter::once("form").chain(columns.split('\t')), |_| 0),
        };
        // The lists are part of the crate, and a test reads each line of them.
        entry.unwrap_or_else(|(_, expected)| unreachable!("{meaning}: {expected}"))
    };
    meanings.lines().map(entry).collect()
}

/// Reads the columns of a line of a list; `organisation` gives the index of an organisation by its name.
fn parse<'c>(list: &str, line: impl Iterator<Item = &'c str>, organisation: impl FnMut(&str) -> u32) -> Result<Entry, Refused> {
    let mut columns = [""; entry::MOST_COLUMNS];
    columns.iter_mut().zip(line).for_each(|(slot, column)| *slot = column);
    entry::parse(list, &columns, organisation)
}

impl Gazetteer {
    /// The words that come with the crate.
    pub fn builtin() -> Arc<Gazetteer> {
        Arc::clone(&BUILTIN)
    }

    /// The words of dates alone.
    pub(crate) fn dates() -> Arc<Gazetteer> {
        Arc::clone(&DATES)
    }

    /// The id of a word as a token prints it, folded: case, possessive ending and curly apostrophes do not count.
    pub(crate) fn word(&self, text: &str, token: Token) -> WordId {
        self.vocabulary.find(text, token.start as usize, token.end as usize)
    }

    /// The built-in lists: the name of each, and its lines.
    ///
    /// ```
    /// use pactum::Gazetteer;
    ///
    /// let (_, states) = Gazetteer::lists().find(|(name, _)| *name == "states.tsv").unwrap();
    /// assert!(states.contains("Pakistan\tshort\tPAK\n"));
    /// ```
    pub fn lists() -> impl Iterator<Item = (&'static str, &'static str)> {
        NAMES.iter().copied().zip(TEXTS.iter().copied())
    }

    /// These words with those of a user's list. The last component of `file` says of which list the lines are: it is the name
    /// of a built-in one. See [the module](self) for what a line can say.
    ///
    /// # Errors
    ///
    /// Where there is no such list, or a line is none of it. The gazetteer is as it was.
    pub fn with_tsv(&self, file: &str, tsv: &str) -> Result<Arc<Gazetteer>, Error> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
        let list = NAMES.iter().position(|known| *known == name).ok_or_else(|| Error::unknown_list(file))?;
        let mut gazetteer = self.clone();
        let mut added: Vec<(&str, Entry)> = Vec::new();
        let mut dropped: Vec<&str> = Vec::new();
        for (index, line) in lines(tsv.strip_prefix('\u{feff}').unwrap_or(tsv)) {
            let refused = |(column, expected)| Error::word_list(file, index, column, expected);
            if let Some(off) = line.strip_prefix('-').filter(|_| !line.contains('\t')) {
                if !self.holds(off, list) {
                    return Err(refused((1, format!("a form of {name} to switch off"))));
                }
                dropped.push(off);
            } else {
                let entry = gazetteer.checked(list, line).map_err(refused)?;
                added.push((line, entry));
            }
        }
        for off in dropped.into_iter().chain(added.iter().map(|&(line, _)| form(line))) {
            gazetteer.remove(off, list);
        }
        added.sort_unstable_by_key(|&(line, _)| line);
        for (line, entry) in added {
            gazetteer.insert(form(line), entry, list);
        }
        Ok(Arc::new(gazetteer))
    }

    /// Reads a line of a user's list, which must look as those of the built-in one do.
    fn checked(&mut self, list: usize, line: &str) -> Result<Entry, Refused> {
        let stray = |cell: &str| cell.is_empty() || cell.trim() != cell || cell.contains("  ");
        if tokens(form(line)).is_empty() || stray(form(line)) {
            return Err((1, "a form without white space around it".to_owned()));
        }
        let entry = parse(NAMES[list], line.split('\t'), |name| self.organisation(name))?;
        let width = lines(TEXTS[list]).next().map_or(1, |(_, line)| line.split('\t').count());
        let cells = line.split('\t').count();
        if cells != width {
            return Err((cells.min(width) + 1, if cells < width { "another column" } else { "no further column" }.to_owned()));
        }
        match line.split('\t').position(stray) {
            Some(column) => Err((column + 1, "a value without white space around it".to_owned())),
            None => Ok(entry),
        }
    }

    /// The index of an organisation by its full name.
    fn organisation(&mut self, name: &str) -> u32 {
        let names = self.organisations.get_or_insert_with(|| {
            let mut names: FastMap<Box<str>, u32> = FastMap::default();
            let list = Self::lists().find(|(name, _)| *name == ORGANISATIONS);
            for name in list.into_iter().flat_map(|(_, text)| lines(text)).filter_map(|(_, line)| line.split('\t').nth(1)) {
                let new = names.len() as u32;
                names.entry(name.into()).or_insert(new);
            }
            names
        });
        let new = names.len() as u32;
        match names.get(name) {
            Some(&index) => index,
            None => *names.entry(name.into()).or_insert(new),
        }
    }

    fn insert(&mut self, form: &str, entry: Entry, list: usize) {
        let tokens = tokens(form);
        let words: Vec<WordId> = tokens.iter().map(|token| self.vocabulary.intern(form, token.range().start, token.range().end)).collect();
        self.forms.insert(&words, Cases::of(&tokens), list as u8, entry);
    }

    /// The words of a form and their cases.
    fn words(&self, form: &str) -> (Vec<WordId>, Cases) {
        let tokens = tokens(form);
        (tokens.iter().map(|&token| self.word(form, token)).collect(), Cases::of(&tokens))
    }

    /// Whether a list holds a form, as it is written.
    fn holds(&self, form: &str, list: usize) -> bool {
        let (words, cases) = self.words(form);
        self.forms.holds(&words, cases, list as u8)
    }

    /// Drops what a list says of a form.
    fn remove(&mut self, form: &str, list: usize) {
        let (words, cases) = self.words(form);
        self.forms.remove(&words, cases, list as u8);
    }

    /// The kinds of the word alone, in some letter case.
    pub(crate) fn kinds(&self, word: WordId) -> Kinds {
        self.forms.kinds(word)
    }

    /// Notes every token run from a token on that the word lists know, longer ones first; gives their kinds.
    pub(crate) fn lookups_at(&self, tokens: &[Token], word: impl Fn(usize) -> WordId, first: usize, out: &mut Vec<Lookup>) -> Kinds {
        self.forms.lookups_at(tokens, word, first, out)
    }
}

/// The first column.
fn form(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_as_built_are_those_that_are_read() {
        let mut read = Gazetteer { vocabulary: Vocabulary::empty(), forms: Forms::new(Tree::empty(), Vec::new()), organisations: None };
        for word in function_words::FUNCTION_WORDS {
            read.vocabulary.intern(word, 0, word.len());
        }
        for (list, (_, text)) in Gazetteer::lists().enumerate() {
            for (_, line) in lines(text) {
                let entry = parse(NAMES[list], line.split('\t'), |name| read.organisation(name)).unwrap();
                read.insert(form(line), entry, list);
            }
        }
        let built = Gazetteer::builtin();
        assert!(read.forms == built.forms);
        for (_, line) in Gazetteer::lists().flat_map(|(_, text)| lines(text)) {
            assert_eq!(read.words(form(line)), built.words(form(line)));
        }
    }
}
