//! Word lists as data, and the one look-up pass that marks every token run that they know.
//!
//! Each list is a TSV file in `data/`, each line one form. A form matches by letter case as it is written: a
//! capitalised word of it only a capitalised or an all-caps word, an all-caps word only all caps, a lower-case
//! word any case ("Chad" is not "chad", "US" is not "us", "accord" is also "Accord").

mod entry;
pub(crate) mod function_words;
mod hash;
#[cfg(test)]
mod lint;
mod vocabulary;

use std::sync::Arc;

use once_cell::sync::Lazy;

pub(crate) use entry::HeadStrength;
pub(crate) use entry::{ActKind, Cue, Entry, InstrumentWeight, Kind, Modality, NameClass, NumberKind, PlaceKind, StateSense, VerbShape};
pub(crate) use entry::{HonorificKind, NotNameSense, OfficeClass, OfficeUse, OwnerSense, ParticleSense, RankSense};
pub(crate) use entry::{PageWord, SentenceWord};
pub(crate) use hash::FastMap;

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
    /// For each word, the kinds of its one-word forms of any case, as bits; and [`INNER`].
    kinds: Vec<u64>,
    /// Full names of organisations, by the index that an entry holds.
    organisations: Vec<Box<str>>,
    organisation_ids: FastMap<Box<str>, u32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Form {
    entry: Entry,
    /// The letter case that each token must have.
    cases: Cases,
}

static BUILTIN: Lazy<Arc<Gazetteer>> = Lazy::new(|| built_in(|_| true));

/// Small, so that reading dates alone touches little memory.
static DATES: Lazy<Arc<Gazetteer>> = Lazy::new(|| built_in(|name| entry::DATE_FILES.contains(&name)));

fn built_in(wanted: impl Fn(&str) -> bool) -> Arc<Gazetteer> {
    let mut gazetteer = Gazetteer::empty();
    for (name, data) in entry::BUILTIN_FILES.iter().filter(|(name, _)| wanted(name)) {
        if let Err(error) = gazetteer.add_tsv(name, data) {
            // The files are part of the crate, and a test reads each of them.
            unreachable!("built-in word list: {error}");
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
        let mut gazetteer = Self { roots: vec![0], kinds: vec![0], nodes: vec![Vec::new()], ..Self::default() };
        for word in function_words::FUNCTION_WORDS {
            gazetteer.intern(word);
        }
        gazetteer
    }

    /// The id of a word as a token prints it, folded: case, possessive ending and curly apostrophes do not count.
    pub(crate) fn word(&self, token: &str) -> WordId {
        self.vocabulary.find(token).unwrap_or(WordId::UNKNOWN)
    }

    fn intern(&mut self, word: &str) -> WordId {
        if let Some(id) = self.vocabulary.find(word) {
            return id;
        }
        let id = WordId(self.roots.len() as u32);
        self.vocabulary.insert(word, id);
        self.roots.push(0);
        self.kinds.push(0);
        id
    }

    /// Adds the lines of a word list; `name` says which, and what its columns are.
    fn add_tsv(&mut self, name: &str, data: &str) -> Result<(), Error> {
        for (index, line) in data.lines().enumerate() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let columns: Vec<&str> = line.split('\t').collect();
            let entry =
                entry::parse(self, name, &columns).map_err(|(column, expected)| Error::word_list(name, index + 1, column, expected))?;
            self.insert(columns[0], entry);
        }
        Ok(())
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

    /// The full name of an organisation.
    pub(crate) fn organisation_name(&self, index: u32) -> &str {
        &self.organisations[index as usize]
    }

    fn insert(&mut self, form: &str, entry: Entry) {
        let tokens = tokens(form);
        let mut cases = Cases::default();
        for (index, token) in tokens.iter().enumerate() {
            cases.set(index, token.case());
        }
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
                self.kinds[word.0 as usize] |= INNER;
                *self.edges.entry(edge(node, word)).or_insert(new)
            };
            if next == new {
                self.nodes.push(Vec::new());
            }
            node = next;
            if tokens.len() == 1 {
                self.kinds[word.0 as usize] |= 1 << entry.kind() as u64;
            } else if index == 0 && entry.kind() == Kind::Date {
                self.kinds[word.0 as usize] |= 1 << Kind::DatePhrase as u64;
            }
        }
        let form = Form { entry, cases };
        let forms = &mut self.nodes[node as usize];
        if node != 0 && !forms.contains(&form) {
            forms.push(form);
        }
    }

    /// Whether the word alone, in some letter case, is of this kind.
    pub(crate) fn is(&self, word: WordId, kind: Kind) -> bool {
        self.kinds[word.0 as usize] & (1 << kind as u64) != 0
    }

    /// Whether the word alone, in some letter case, is of one of these kinds.
    pub(crate) fn is_any(&self, word: WordId, kinds: &[Kind]) -> bool {
        let wanted = kinds.iter().fold(0, |bits, &kind| bits | 1 << kind as u64);
        self.kinds[word.0 as usize] & wanted != 0
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
                if self.kinds[word.0 as usize] & INNER == 0 {
                    break;
                }
                node = self.edges.get(&edge(node, word)).copied().unwrap_or(0);
            }
            out[begin..].reverse();
        }
        out
    }
}

/// The bit of a word that stands in a form behind its first word.
const INNER: u64 = 1 << 63;

fn edge(node: u32, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word.0)
}

/// The letter cases of a run of tokens, two bits each: capitals only, a capital first, or whatever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cases(u64);

impl Cases {
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
