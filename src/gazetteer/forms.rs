//! The forms of the word lists as a tree of words: a node stands for the words that lead to it.

use super::entry::{Entry, Kind, Kinds};
use super::{Lookup, WordId};
use crate::text::{Case, Token};

/// A form at the node of its last word.
#[derive(Clone, Debug)]
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

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The first form at the node, by its index and one; 0 for none.
    first: u32,
    /// Whether longer forms go on from here.
    goes_on: bool,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
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
    forms: Vec<Form>,
    edges: Edges,
}

impl Forms {
    pub fn empty() -> Self {
        Self { words: vec![Word::default()], nodes: vec![Node::default()], forms: Vec::new(), edges: Edges::default() }
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
            let new = self.nodes.len() as u32;
            node = self.edges.add(node, word, new);
            if node == new {
                self.nodes.push(Node::default());
            }
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
        rest.iter().fold(root, |node, &word| if node == 0 { 0 } else { self.edges.find(node, word) })
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
            cases.set(last - first, tokens[last].case());
            last += 1;
            for form in self.at(node).filter(|form| form.cases.admit(cases)) {
                kinds.add(form.kind);
                out.push(Lookup { first: first as u32, last: last as u32, entry: form.entry, kind: form.kind });
            }
            if last == tokens.len() || !self.nodes[node as usize].goes_on {
                break;
            }
            let next = word(last);
            node = if self.kinds(next).has(Kind::Inner) { self.edges.find(node, next) } else { 0 };
        }
        out[begin..].reverse();
        kinds
    }
}

/// What leads from a node by a word to the next: a hash table with open addresses, more than half of them free.
#[derive(Clone, Debug, Default)]
struct Edges {
    slots: Vec<Edge>,
    used: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    node: u32,
    word: WordId,
    /// 0 for a free slot.
    to: u32,
}

impl Edges {
    /// The slot of an edge, or the free one where it would stand.
    fn slot(&self, node: u32, word: WordId) -> usize {
        let mask = self.slots.len() - 1;
        let mixed = (u64::from(node) << 32 | u64::from(word.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed >> 32) as usize & mask;
        while self.slots[slot].to != 0 && (self.slots[slot].node, self.slots[slot].word) != (node, word) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    /// Where an edge leads to; 0 where there is none.
    fn find(&self, node: u32, word: WordId) -> u32 {
        if self.slots.is_empty() { 0 } else { self.slots[self.slot(node, word)].to }
    }

    /// Where an edge leads to: to `new` where there was none yet.
    fn add(&mut self, node: u32, word: WordId, new: u32) -> u32 {
        if self.used * 2 >= self.slots.len() {
            let wider = vec![Edge::default(); (self.slots.len() * 2).max(64)];
            for edge in std::mem::replace(&mut self.slots, wider).into_iter().filter(|edge| edge.to != 0) {
                let slot = self.slot(edge.node, edge.word);
                self.slots[slot] = edge;
            }
        }
        let slot = self.slot(node, word);
        if self.slots[slot].to == 0 {
            self.used += 1;
            self.slots[slot] = Edge { node, word, to: new };
        }
        self.slots[slot].to
    }
}

/// The letter cases of a run of tokens, two bits each: capitals only, a capital first, or whatever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cases(u64);

impl Cases {
    pub fn of(tokens: &[Token]) -> Self {
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
