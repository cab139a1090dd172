//! The forms of the word lists as a tree of words: a node stands for the words that lead to it.

use super::entry::{Entry, Kind, Kinds};
use super::{Lookup, WordId};
use crate::text::Token;

/// A form at the node of its last word.
#[derive(Clone, Debug, PartialEq)]
struct Form {
    entry: Entry,
    kind: Kind,
    /// The list that it is from, by its index.
    list: u8,
    /// The letter case that each token must have.
    cases: Cases,
    /// The next form at the node, by its index and one; 0 for none.
    next: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Node {
    /// The node one word before, and that word; for a first word 0 and none.
    before: u32,
    word: WordId,
    /// The first form at the node, by its index and one; 0 for none.
    first: u32,
    /// Whether longer forms go on from here.
    goes_on: bool,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Word {
    /// The kinds of its one-word forms of any case.
    kinds: Kinds,
    /// The node that a form beginning with it leads to; 0 for none.
    root: u32,
}

#[derive(Clone, Debug)]
pub(super) struct Forms {
    words: Vec<Word>,
    nodes: Vec<Node>,
    /// The nodes that stand behind others, at the slot of the hash of node and word before or the next free one behind it;
    /// 0 is a free slot. A power of two, and at least a quarter are free.
    slots: Vec<u32>,
    /// How many slots are taken.
    used: usize,
    forms: Vec<Form>,
}

impl Forms {
    /// An empty one with room for so many forms.
    pub fn with_room(forms: usize) -> Self {
        let mut new = Self {
            words: Vec::with_capacity(forms / 2),
            nodes: Vec::with_capacity(forms * 3 / 2),
            slots: vec![0; (forms * 3 / 2 + 1).next_power_of_two()],
            used: 0,
            forms: Vec::with_capacity(forms),
        };
        new.words.push(Word::default());
        new.nodes.push(Node::default());
        new
    }

    /// The id of the next new word.
    pub fn next_word(&self) -> WordId {
        WordId(self.words.len() as u32)
    }

    pub fn add_word(&mut self) {
        self.words.push(Word::default());
    }

    /// The kinds of the word alone, in some letter case.
    pub fn kinds(&self, word: WordId) -> Kinds {
        self.words[word.0 as usize].kinds
    }

    /// Adds a form by its words, and what a list says of it. Forms of one node are in the order of the lists, whichever was
    /// added first.
    pub fn insert(&mut self, words: &[WordId], cases: Cases, list: u8, entry: Entry) {
        let [first, rest @ ..] = words else { return };
        let kind = entry.kind();
        let new = self.nodes.len() as u32;
        let word = &mut self.words[first.0 as usize];
        if rest.is_empty() {
            word.kinds.add(kind);
        } else if kind == Kind::Date {
            word.kinds.add(Kind::DatePhrase);
        }
        if word.root == 0 {
            word.root = new;
            self.nodes.push(Node::default());
        }
        let mut node = word.root;
        for &word in rest {
            self.words[word.0 as usize].kinds.add(Kind::Inner);
            self.nodes[node as usize].goes_on = true;
            node = self.add_behind(node, word);
        }
        let (mut before, mut at) = (0, self.nodes[node as usize].first);
        while let Some(form) = self.form(at).filter(|form| form.list <= list) {
            if form.list == list && form.cases == cases && form.entry == entry {
                return;
            }
            (before, at) = (at, form.next);
        }
        self.forms.push(Form { entry, kind, list, cases, next: at });
        *self.link(node, before) = self.forms.len() as u32;
    }

    /// The slot of the node behind another by a word, or the free one where it would stand.
    fn slot(&self, before: u32, word: WordId) -> usize {
        let mask = self.slots.len() - 1;
        let mixed = (u64::from(before) << 32 | u64::from(word.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed >> 32) as usize & mask;
        loop {
            let node = &self.nodes[self.slots[slot] as usize];
            if self.slots[slot] == 0 || node.before == before && node.word == word {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The node behind another by a word; 0 where there is none.
    fn behind(&self, before: u32, word: WordId) -> u32 {
        self.slots[self.slot(before, word)]
    }

    fn add_behind(&mut self, before: u32, word: WordId) -> u32 {
        if (self.used + 1) * 4 > self.slots.len() * 3 {
            let wider = vec![0; self.slots.len() * 2];
            for node in std::mem::replace(&mut self.slots, wider).into_iter().filter(|&node| node != 0) {
                let slot = self.slot(self.nodes[node as usize].before, self.nodes[node as usize].word);
                self.slots[slot] = node;
            }
        }
        let slot = self.slot(before, word);
        if self.slots[slot] == 0 {
            self.used += 1;
            self.slots[slot] = self.nodes.len() as u32;
            self.nodes.push(Node { before, word, ..Node::default() });
        }
        self.slots[slot]
    }

    fn form(&self, at: u32) -> Option<&Form> {
        self.forms.get((at as usize).wrapping_sub(1))
    }

    /// What leads to the form behind another of a node; to its first form where that is 0.
    fn link(&mut self, node: u32, before: u32) -> &mut u32 {
        match before {
            0 => &mut self.nodes[node as usize].first,
            before => &mut self.forms[before as usize - 1].next,
        }
    }

    /// The forms at a node.
    fn at(&self, node: u32) -> impl Iterator<Item = &Form> {
        let next = |at: u32| self.form(at);
        std::iter::successors(next(self.nodes[node as usize].first), move |form| next(form.next))
    }

    /// The node that words lead to, 0 for none.
    fn find(&self, words: &[WordId]) -> u32 {
        let [first, rest @ ..] = words else { return 0 };
        let root = self.words[first.0 as usize].root;
        rest.iter().fold(root, |node, &word| if node == 0 { 0 } else { self.behind(node, word) })
    }

    /// Whether a list holds a form, as it is written.
    pub fn holds(&self, words: &[WordId], cases: Cases, list: u8) -> bool {
        self.at(self.find(words)).any(|form| form.list == list && form.cases == cases)
    }

    /// Drops what a list says of a form.
    pub fn remove(&mut self, words: &[WordId], cases: Cases, list: u8) {
        let node = self.find(words);
        let (mut before, mut at) = (0, self.nodes[node as usize].first);
        while let Some(form) = self.form(at) {
            let next = form.next;
            if form.list == list && form.cases == cases {
                *self.link(node, before) = next;
            } else {
                before = at;
            }
            at = next;
        }
        if let [word] = words {
            let mut left = Kinds::of(&[Kind::Inner, Kind::DatePhrase]);
            self.at(node).for_each(|form| left.add(form.kind));
            self.words[word.0 as usize].kinds.keep(left);
        }
    }

    /// Notes every run of tokens from a token on that is a form, longer ones first; gives their kinds.
    pub fn lookups_at(&self, tokens: &[Token], word: impl Fn(usize) -> WordId, first: usize, out: &mut Vec<Lookup>) -> Kinds {
        let mut kinds = Kinds::default();
        let mut node = self.words[word(first).0 as usize].root;
        let begin = out.len();
        let mut last = first;
        let mut cases = Cases::default();
        while node != 0 {
            cases.set(last - first, tokens[last].case().bits());
            last += 1;
            for form in self.at(node).filter(|form| form.cases.admit(cases)) {
                kinds.add(form.kind);
                out.push(Lookup { first: first as u32, last: last as u32, entry: form.entry, kind: form.kind });
            }
            if last == tokens.len() || !self.nodes[node as usize].goes_on {
                break;
            }
            let next = word(last);
            node = if self.kinds(next).has(Kind::Inner) { self.behind(node, next) } else { 0 };
        }
        out[begin..].reverse();
        kinds
    }
}

#[cfg(test)]
impl PartialEq for Forms {
    /// Whether all is the same but the number of free slots.
    fn eq(&self, other: &Forms) -> bool {
        self.words == other.words && self.nodes == other.nodes && self.forms == other.forms
    }
}

/// The letter cases of a run of tokens, two bits each: capitals only, a capital first, or whatever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cases(u64);

impl Cases {
    pub fn of(tokens: &[Token]) -> Self {
        let mut cases = Cases::default();
        for (index, token) in tokens.iter().enumerate() {
            cases.set(index, token.case().bits());
        }
        cases
    }

    /// Sets the case of a token; behind the thirty-second no case is looked at.
    pub fn set(&mut self, index: usize, case: u32) {
        self.0 |= u64::checked_shl(case.into(), 2 * index as u32).unwrap_or(0);
    }

    /// Whether a form with these cases admits a run of tokens: "Chad" also "CHAD", and never "chad".
    fn admit(self, tokens: Cases) -> bool {
        self.0 & !tokens.0 == 0
    }
}
