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
pub(crate) mod function_words;
mod hash;
#[cfg(test)]
mod lint;
mod vocabulary;

use std::sync::Arc;

use once_cell::sync::Lazy;

pub(crate) use entry::HeadStrength;
pub(crate) use entry::{
    ActKind, ColumnRole, Cue, Entry, InstrumentWeight, Kind, Kinds, Modality, NameClass, NumberKind, PlaceKind, StateSense, VerbShape,
};
pub(crate) use entry::{HonorificKind, NotNameSense, OfficeClass, OfficeUse, OwnerSense, ParticleSense, RankSense};
pub(crate) use entry::{PageWord, SentenceWord};
pub(crate) use hash::FastMap;

use entry::Refused;

use crate::error::Error;
use crate::text::{Case, Token, tokens};
use vocabulary::Vocabulary;

/// A folded word of the vocabulary; [`WordId::UNKNOWN`] for all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// A token run that a word list knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lookup {
    /// The first token.
    pub first: u32,
    /// One behind the last token.
    pub last: u32,
    /// What it is.
    pub entry: Entry,
}

/// The words that an extractor knows.
#[derive(Clone, Debug, Default)]
pub struct Gazetteer {
    vocabulary: Vocabulary,
    /// For each word, the node that a form beginning with it leads to; 0 for none.
    roots: Vec<u32>,
    edges: FastMap<u64, u32>,
    nodes: Vec<Vec<Form>>,
    /// For each word, the kinds of its one-word forms of any case,.
    kinds: Vec<Kinds>,
    /// Full names of organisations, by the index that an entry holds.
    organisations: Vec<Box<str>>,
    organisation_ids: FastMap<Box<str>, u32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Form {
    entry: Entry,
    /// The list that it is from, by its index.
    list: u8,
    /// The letter case that each token must have.
    cases: Cases,
}

static BUILTIN: Lazy<Arc<Gazetteer>> = Lazy::new(|| built_in(|_| true));

/// Small, so that reading dates alone touches little memory.
static DATES: Lazy<Arc<Gazetteer>> = Lazy::new(|| built_in(|name| entry::DATE_FILES.contains(&name)));

fn built_in(wanted: impl Fn(&str) -> bool) -> Arc<Gazetteer> {
    let mut gazetteer = Gazetteer::empty();
    for (list, (name, data)) in entry::BUILTIN_FILES.iter().enumerate().filter(|(_, (name, _))| wanted(name)) {
        for (index, line) in lines(data) {
            // The files are part of the crate, and a test reads each of them.
            let entry = gazetteer.parse(list, line).unwrap_or_else(|(_, expected)| unreachable!("{name}, line {index}: {expected}"));
            gazetteer.insert(form(line), entry, list);
        }
    }
    Arc::new(gazetteer)
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

    fn empty() -> Self {
        let mut gazetteer = Self { roots: vec![0], kinds: vec![Kinds::default()], nodes: vec![Vec::new()], ..Self::default() };
        for word in function_words::FUNCTION_WORDS {
            gazetteer.intern(word);
        }
        gazetteer
    }

    /// The id of a word as a token prints it, folded: case, possessive ending and curly apostrophes do not count.
    pub(crate) fn word(&self, text: &str, token: Token) -> WordId {
        self.vocabulary.find_in(text, token.start as usize, token.end as usize).unwrap_or(WordId::UNKNOWN)
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.vocabulary.find(word) {
            return id;
        }
        let id = WordId(self.roots.len() as u32);
        self.vocabulary.insert(word, id);
        self.roots.push(0);
        self.kinds.push(Kinds::default());
        id
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
        entry::BUILTIN_FILES.iter().copied()
    }

    /// These words with those of a user's list. The last component of `file` says of which list the lines are: it is the name
    /// of a built-in one. See [the module](self) for what a line can say.
    ///
    /// # Errors
    ///
    /// Where there is no such list, or a line is none of it. The gazetteer is as it was.
    pub fn with_tsv(&self, file: &str, tsv: &str) -> Result<Arc<Gazetteer>, Error> {
        let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
        let list = entry::BUILTIN_FILES.iter().position(|(known, _)| *known == name).ok_or_else(|| Error::unknown_list(file))?;
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

    /// Reads a line of a built-in list.
    fn parse(&mut self, list: usize, line: &str) -> Result<Entry, Refused> {
        let columns: Vec<&str> = line.split('\t').collect();
        entry::parse(self, entry::BUILTIN_FILES[list].0, &columns)
    }

    /// Reads a line of a user's list, which must look as those of the built-in one do.
    fn checked(&mut self, list: usize, line: &str) -> Result<Entry, Refused> {
        let stray = |cell: &str| cell.is_empty() || cell.trim() != cell || cell.contains("  ");
        if tokens(form(line)).is_empty() || stray(form(line)) {
            return Err((1, "a form without white space around it".to_owned()));
        }
        let entry = self.parse(list, line)?;
        let width = lines(entry::BUILTIN_FILES[list].1).next().map_or(1, |(_, line)| line.split('\t').count());
        let cells = line.split('\t').count();
        if cells != width {
            return Err((cells.min(width) + 1, if cells < width { "another column" } else { "no further column" }.to_owned()));
        }
        match line.split('\t').position(stray) {
            Some(column) => Err((column + 1, "a value without white space around it".to_owned())),
            None => Ok(entry),
        }
    }

    fn organisation(&mut self, name: &str) -> u32 {
        if let Some(&index) = self.organisation_ids.get(name) {
            return index;
        }
        let index = self.organisations.len() as u32;
        self.organisations.push(name.into());
        self.organisation_ids.insert(name.into(), index);
        index
    }

    fn insert(&mut self, form: &str, entry: Entry, list: usize) {
        let tokens = tokens(form);
        let cases = Cases::of(&tokens);
        let mut node = 0;
        for (index, token) in tokens.iter().enumerate() {
            let word = self.intern(token.span().of(form));
            let new = self.nodes.len() as u32;
            let next = if index == 0 {
                let root = &mut self.roots[word.0 as usize];
                if *root == 0 {
                    *root = new;
                }
                *root
            } else {
                self.kinds[word.0 as usize].add(Kind::Inner);
                *self.edges.entry(edge(node, word)).or_insert(new)
            };
            if next == new {
                self.nodes.push(Vec::new());
            }
            node = next;
            if tokens.len() == 1 {
                self.kinds[word.0 as usize].add(entry.kind());
            } else if index == 0 && entry.kind() == Kind::Date {
                self.kinds[word.0 as usize].add(Kind::DatePhrase);
            }
        }
        let form = Form { entry, list: list as u8, cases };
        let forms = &mut self.nodes[node as usize];
        if node != 0 && !forms.contains(&form) {
            // In the order of the lists, whichever was added first.
            let at = forms.partition_point(|other| other.list <= form.list);
            forms.insert(at, form);
        }
    }

    /// The node that a form leads to, 0 for none, and the words of the form.
    fn find(&self, form: &str) -> (usize, Vec<Token>) {
        let tokens = tokens(form);
        let mut node = 0;
        for (index, token) in tokens.iter().enumerate() {
            let word = self.word(form, *token);
            node = match index {
                0 => self.roots[word.0 as usize],
                _ => self.edges.get(&edge(node, word)).copied().unwrap_or(0),
            };
            if node == 0 {
                break;
            }
        }
        (node as usize, tokens)
    }

    /// Whether a list holds a form, as it is written.
    fn holds(&self, form: &str, list: usize) -> bool {
        let (node, tokens) = self.find(form);
        let cases = Cases::of(&tokens);
        self.nodes[node].iter().any(|form| usize::from(form.list) == list && form.cases == cases)
    }

    /// Drops what a list says of a form.
    fn remove(&mut self, form: &str, list: usize) {
        let (node, tokens) = self.find(form);
        let cases = Cases::of(&tokens);
        self.nodes[node].retain(|form| usize::from(form.list) != list || form.cases != cases);
        if tokens.len() == 1 {
            let mut left = Kinds::default();
            self.nodes[node].iter().map(|form| form.entry.kind()).chain([Kind::Inner, Kind::DatePhrase]).for_each(|kind| left.add(kind));
            let word = self.word(form, tokens[0]);
            self.kinds[word.0 as usize].keep(left);
        }
    }

    /// The kinds of the word alone, in some letter case.
    pub(crate) fn kinds(&self, word: WordId) -> Kinds {
        self.kinds[word.0 as usize]
    }

    /// Marks every token run that the word lists know: by first token, longer runs first.
    pub(crate) fn lookups(&self, tokens: &[Token], words: &[WordId]) -> Vec<Lookup> {
        let mut out = Vec::with_capacity(tokens.len() / 4);
        for first in 0..tokens.len() {
            let mut node = self.roots[words[first].0 as usize];
            if node == 0 {
                continue;
            }
            let begin = out.len();
            let mut last = first;
            let mut cases = Cases::default();
            while node != 0 {
                cases.set(last - first, tokens[last].case());
                last += 1;
                for form in &self.nodes[node as usize] {
                    if form.cases.admit(cases) {
                        out.push(Lookup { first: first as u32, last: last as u32, entry: form.entry });
                    }
                }
                let Some(&word) = words.get(last) else { break };
                if !self.kinds[word.0 as usize].has(Kind::Inner) {
                    break;
                }
                node = self.edges.get(&edge(node, word)).copied().unwrap_or(0);
            }
            out[begin..].reverse();
        }
        out
    }
}

/// The lines of a list that are not comments, each with its number.
fn lines(tsv: &str) -> impl Iterator<Item = (usize, &str)> {
    tsv.lines().enumerate().map(|(index, line)| (index + 1, line)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The first column.
fn form(line: &str) -> &str {
    line.split('\t').next().unwrap_or_default()
}

fn edge(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word.0)
}

/// The letter cases of a run of tokens, two bits each: capitals only, a capital first, or whatever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cases(u64);

impl Cases {
    fn of(tokens: &[Token]) -> Self {
        let mut cases = Cases::default();
        for (index, token) in tokens.iter().enumerate() {
            cases.set(index, token.case());
        }
        cases
    }

    /// Sets the case of a token; behind the thirty-second no case is looked at.
    fn set(&mut self, index: usize, case: Case) {
        let bits = match case {
            Case::Upper => 0b11,
            Case::Title => 0b01,
            Case::Lower | Case::None => 0b00,
        };
        self.0 |= u64::checked_shl(bits, 2 * index as u32).unwrap_or(0);
    }

    /// Whether a form with these cases admits a run of tokens: "Chad" also "CHAD", and never "chad".
    fn admit(self, tokens: Cases) -> bool {
        self.0 & !tokens.0 == 0
    }
}
