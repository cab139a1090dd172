//! The forms of the word lists as a tree of words: a node stands for the words that lead to it.

use super::WordId;
use super::table::Table;
use crate::text::Token;

/// A form at the node of its last word.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Form {
    /// The list that it is from, by its index.
    pub list: u8,
    /// The letter case that each token must have.
    pub cases: Cases,
    /// What the list says of it, by an index that the tree knows nothing of; below 2^24.
    pub meaning: u32,
    /// Of an organisation the index of its name.
    pub name: u32,
    /// The next form at the node, by its index and one; 0 for none.
    next: u32,
}

impl Form {
    pub fn new(list: u8, cases: Cases, meaning: u32, name: u32) -> Self {
        Self { list, cases, meaning, name, next: 0 }
    }

    fn row(self) -> [u32; 5] {
        [u32::from(self.list) << 24 | self.meaning, self.name, self.cases.0 as u32, (self.cases.0 >> 32) as u32, self.next]
    }

    fn of([meaning, name, low, high, next]: [u32; 5]) -> Self {
        let cases = Cases(u64::from(high) << 32 | u64::from(low));
        Self { list: (meaning >> 24) as u8, cases, meaning: meaning & 0xff_ffff, name, next }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Node {
    /// The node one word before; 0 for a first word.
    pub before: u32,
    /// The last of the words that lead here.
    pub word: WordId,
    /// Whether longer forms go on from here.
    goes_on: bool,
    /// The first form at the node, by its index and one; 0 for none.
    first: u32,
}

impl Node {
    fn row(self) -> [u32; 3] {
        [self.before, u32::from(self.goes_on) << 31 | self.word.0, self.first]
    }

    fn of([before, word, first]: [u32; 3]) -> Self {
        Self { before, word: WordId(word & !(1 << 31)), goes_on: word >> 31 == 1, first }
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Tree {
    /// For each word the node that a form beginning with it leads to; 0 for none.
    pub roots: Table<1>,
    pub nodes: Table<3>,
    /// The nodes that stand behind others, at the slot of the hash of node and word before or the next free one behind it;
    /// 0 is a free slot. A power of two, and at least a quarter are free.
    pub slots: Table<1>,
    pub forms: Table<5>,
}

impl Tree {
    /// One without forms, where the build script begins.
    #[allow(dead_code)]
    pub fn empty() -> Self {
        Self { roots: Table::zeros(1), nodes: Table::zeros(1), slots: Table::zeros(8), forms: Table::zeros(0) }
    }

    /// Adds a form by its words. Forms of one node are in the order of the lists, whichever was added first.
    pub fn insert(&mut self, words: &[WordId], form: Form) {
        let [first, rest @ ..] = words else { return };
        self.roots.reach(first.0 as usize + 1);
        let [mut node] = self.roots.row(first.0 as usize);
        if node == 0 {
            node = self.add_node(Node { word: *first, ..Node::default() });
            self.roots.set(first.0 as usize, [node]);
        }
        for &word in rest {
            let before = self.node(node);
            if !before.goes_on {
                self.nodes.set(node as usize, Node { goes_on: true, ..before }.row());
            }
            node = self.add_behind(node, word);
        }
        let (mut before, mut at) = (0, self.node(node).first);
        while let Some(known) = self.form(at).filter(|known| known.list <= form.list) {
            if (Form { next: 0, ..known }) == form {
                return;
            }
            (before, at) = (at, known.next);
        }
        self.forms.push(Form { next: at, ..form }.row());
        self.link(node, before, self.forms.rows() as u32);
    }

    pub fn node(&self, at: u32) -> Node {
        Node::of(self.nodes.row(at as usize))
    }

    fn add_node(&mut self, node: Node) -> u32 {
        self.nodes.push(node.row());
        self.nodes.rows() as u32 - 1
    }

    /// The slot of the node behind another by a word, or the free one where it would stand.
    fn slot(&self, before: u32, word: WordId) -> usize {
        let mask = self.slots.rows() - 1;
        let mixed = (u64::from(before) << 32 | u64::from(word.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut slot = (mixed >> 32) as usize & mask;
        loop {
            let [at] = self.slots.row(slot);
            if at == 0 {
                return slot;
            }
            let node = self.node(at);
            if node.before == before && node.word == word {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The node behind another by a word; 0 where there is none.
    fn behind(&self, before: u32, word: WordId) -> u32 {
        self.slots.row(self.slot(before, word))[0]
    }

    fn add_behind(&mut self, before: u32, word: WordId) -> u32 {
        if (self.nodes.rows() + 1) * 4 > self.slots.rows() * 3 {
            self.slots = Table::zeros(self.slots.rows() * 2);
            for at in 1..self.nodes.rows() as u32 {
                let node = self.node(at);
                if node.before != 0 {
                    self.slots.set(self.slot(node.before, node.word), [at]);
                }
            }
        }
        let slot = self.slot(before, word);
        let [known] = self.slots.row(slot);
        if known != 0 {
            return known;
        }
        let new = self.add_node(Node { before, word, ..Node::default() });
        self.slots.set(slot, [new]);
        new
    }

    fn form(&self, at: u32) -> Option<Form> {
        at.checked_sub(1).map(|at| Form::of(self.forms.row(at as usize)))
    }

    /// Lets a form follow another of a node; the node itself where that is 0.
    fn link(&mut self, node: u32, before: u32, next: u32) {
        match self.form(before) {
            None => self.nodes.set(node as usize, Node { first: next, ..self.node(node) }.row()),
            Some(form) => self.forms.set(before as usize - 1, Form { next, ..form }.row()),
        }
    }

    /// The forms at a node.
    pub fn at(&self, node: u32) -> impl Iterator<Item = Form> {
        std::iter::successors(self.form(self.node(node).first), |form| self.form(form.next))
    }

    /// The node that words lead to, 0 for none.
    pub fn find(&self, words: &[WordId]) -> u32 {
        let [first, rest @ ..] = words else { return 0 };
        rest.iter().fold(self.root(*first), |node, &word| if node == 0 { 0 } else { self.behind(node, word) })
    }

    /// The node that a form beginning with a word leads to; 0 for none.
    fn root(&self, word: WordId) -> u32 {
        if (word.0 as usize) < self.roots.rows() { self.roots.row(word.0 as usize)[0] } else { 0 }
    }

    /// Drops what a list says of a form.
    pub fn remove(&mut self, words: &[WordId], cases: Cases, list: u8) {
        let node = self.find(words);
        let (mut before, mut at) = (0, self.node(node).first);
        while let Some(form) = self.form(at) {
            if form.list == list && form.cases == cases {
                self.link(node, before, form.next);
            } else {
                before = at;
            }
            at = form.next;
        }
    }

    /// Gives each run of tokens from a token on that is a form, shorter ones first: the form, and the token behind it.
    /// `inner` says whether a word stands in any form behind the first word.
    pub fn runs_at(
        &self,
        tokens: &[Token],
        word: impl Fn(usize) -> WordId,
        inner: impl Fn(WordId) -> bool,
        first: usize,
        mut each: impl FnMut(Form, usize),
    ) {
        let mut at = self.root(word(first));
        let mut last = first;
        let mut cases = Cases::default();
        while at != 0 {
            cases.set(last - first, tokens[last].case().bits());
            last += 1;
            self.at(at).filter(|form| form.cases.admit(cases)).for_each(|form| each(form, last));
            if last == tokens.len() || !self.node(at).goes_on {
                break;
            }
            let next = word(last);
            at = if inner(next) { self.behind(at, next) } else { 0 };
        }
    }
}

/// The letter cases of a run of tokens, two bits each: capitals only, a capital first, or whatever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cases(u64);

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
