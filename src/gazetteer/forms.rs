//! What the forms of the word lists mean: the tree of their words, with an entry for each meaning.

use super::entry::{Entry, Kind, Kinds};
use super::tree::{Cases, Form, Tree};
use super::{Lookup, WordId};
use crate::text::Token;

#[derive(Clone, Debug)]
pub(super) struct Forms {
    tree: Tree,
    /// What the forms mean, of each entry its kind.
    meanings: Vec<(Entry, Kind)>,
    /// For each word the kinds of its one-word forms of any case.
    kinds: Vec<Kinds>,
}

impl Forms {
    /// Those of a tree, whose forms hold indices of the meanings.
    pub fn new(tree: Tree, meanings: Vec<Entry>) -> Self {
        let meanings = meanings.into_iter().map(|entry| (entry, entry.kind())).collect();
        let mut forms = Self { kinds: Vec::new(), tree, meanings };
        for node in 1..forms.tree.nodes.rows() as u32 {
            forms.learn(node);
        }
        forms
    }

    /// Notes what the forms at a node tell of its words.
    fn learn(&mut self, node: u32) {
        let at = self.tree.node(node);
        let last = at.word.0 as usize;
        if self.kinds.len() <= last {
            self.kinds.resize(last + 1, Kinds::default());
        }
        if at.before == 0 {
            self.tree.at(node).for_each(|form| self.kinds[last].add(self.meanings[form.meaning as usize].1));
            return;
        }
        self.kinds[last].add(Kind::Inner);
        if self.tree.at(node).any(|form| self.meanings[form.meaning as usize].1 == Kind::Date) {
            let mut first = at;
            while first.before != 0 {
                first = self.tree.node(first.before);
            }
            self.kinds[first.word.0 as usize].add(Kind::DatePhrase);
        }
    }

    /// The kinds of the word alone, in some letter case.
    pub fn kinds(&self, word: WordId) -> Kinds {
        self.kinds.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// Adds a form by its words, and what a list says of it.
    pub fn insert(&mut self, words: &[WordId], cases: Cases, list: u8, entry: Entry) {
        let (meaning, name) = match entry {
            Entry::Organisation { index, kind, of } => (Entry::Organisation { index: 0, kind, of }, index),
            meaning => (meaning, 0),
        };
        let known = self.meanings.iter().position(|&(known, _)| known == meaning);
        let index = known.unwrap_or_else(|| {
            self.meanings.push((meaning, meaning.kind()));
            self.meanings.len() - 1
        });
        self.tree.insert(words, Form::new(list, cases, index as u32, name));
        (1..=words.len()).for_each(|length| self.learn(self.tree.find(&words[..length])));
    }

    /// Whether a list holds a form, as it is written.
    pub fn holds(&self, words: &[WordId], cases: Cases, list: u8) -> bool {
        self.tree.at(self.tree.find(words)).any(|form| form.list == list && form.cases == cases)
    }

    /// Drops what a list says of a form.
    pub fn remove(&mut self, words: &[WordId], cases: Cases, list: u8) {
        self.tree.remove(words, cases, list);
        if let [word] = words {
            let mut left = Kinds::of(&[Kind::Inner, Kind::DatePhrase]);
            self.tree.at(self.tree.find(words)).for_each(|form| left.add(self.meanings[form.meaning as usize].1));
            if let Some(kinds) = self.kinds.get_mut(word.0 as usize) {
                kinds.keep(left);
            }
        }
    }

    /// Notes every run of tokens from a token on that is a form, longer ones first; gives their kinds.
    pub fn lookups_at(&self, tokens: &[Token], word: impl Fn(usize) -> WordId, first: usize, out: &mut Vec<Lookup>) -> Kinds {
        let mut kinds = Kinds::default();
        let begin = out.len();
        let inner = |word| self.kinds(word).has(Kind::Inner);
        self.tree.runs_at(tokens, word, inner, first, |form, last| {
            let (entry, kind) = self.entry(form);
            kinds.add(kind);
            out.push(Lookup { first: first as u32, last: last as u32, entry, kind });
        });
        out[begin..].reverse();
        kinds
    }

    fn entry(&self, form: Form) -> (Entry, Kind) {
        match self.meanings[form.meaning as usize] {
            (Entry::Organisation { kind: party, of, .. }, kind) => (Entry::Organisation { index: form.name, kind: party, of }, kind),
            meaning => meaning,
        }
    }
}

#[cfg(test)]
impl PartialEq for Forms {
    /// Whether the same words mean the same, in the same order.
    fn eq(&self, other: &Forms) -> bool {
        let at = |forms: &Forms, node| -> Vec<_> { forms.tree.at(node).map(|form| (form.list, form.cases, forms.entry(form))).collect() };
        self.kinds == other.kinds
            && self.tree.nodes.rows() == other.tree.nodes.rows()
            && (0..self.tree.nodes.rows() as u32).all(|node| {
                let (one, two) = (self.tree.node(node), other.tree.node(node));
                (one.before, one.word) == (two.before, two.word) && at(self, node) == at(other, node)
            })
    }
}
