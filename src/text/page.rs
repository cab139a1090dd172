//! The page as the later stages read it: blocks and sentences by token.

use super::dateline::DatelineToks;
use super::stamp::{Stamp, Stand};
use super::{BlockKind, layout, sentences};
use crate::doc::{Doc, Toks};
use crate::phrases::dates::{self, Form};

/// A block by its tokens.
#[derive(Clone, Debug)]
pub(crate) struct PageBlock {
    pub kind: BlockKind,
    pub toks: Toks,
}

/// A line of dates and names, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct PageStamp {
    pub stamp: Stamp,
    pub stand: Stand,
}

/// A sentence by its tokens; the dateline belongs to none.
#[derive(Clone, Debug)]
pub(crate) struct PageSentence {
    pub toks: Toks,
    /// The index of its block.
    pub block: usize,
}

/// Blocks and sentences, in the order of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    pub blocks: Vec<PageBlock>,
    pub sentences: Vec<PageSentence>,
    /// The title, where it stands first.
    pub title: Option<Toks>,
    pub stamps: Vec<PageStamp>,
    pub dateline: Option<DatelineToks>,
    /// Every form of a date, in the order of the text.
    pub dates: Vec<Form>,
}

/// What reads a sentence may look from every word of it at every other: longer ones are read in pieces of this length.
const LONGEST_SENTENCE: usize = 600;

fn pieces(toks: Toks) -> impl Iterator<Item = Toks> {
    toks.clone().step_by(LONGEST_SENTENCE).map(move |start| start..toks.end.min(start + LONGEST_SENTENCE))
}

impl Page {
    pub fn read(doc: &Doc) -> Page {
        let dates = dates::forms(doc);
        let layout = layout::read(doc, &dates);
        let mut sentences = Vec::with_capacity(layout.blocks.len() * 2);
        for (block, b) in layout.blocks.iter().enumerate() {
            let dateline = layout.dateline.as_ref().filter(|line| b.toks.contains(&line.toks.start) && line.toks.end < b.toks.end);
            let start = dateline.map_or(b.toks.start, |line| line.toks.end);
            sentences::cut(doc, start..b.toks.end, |toks| sentences.extend(pieces(toks).map(|toks| PageSentence { toks, block })));
        }
        Page { blocks: layout.blocks, sentences, title: layout.title, stamps: layout.stamps, dateline: layout.dateline, dates }
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.toks.end <= token);
        self.sentences.get(index).filter(|s| s.toks.contains(&token)).map(|_| index)
    }

    /// The index of the block that holds a token.
    pub fn block_of(&self, token: usize) -> Option<usize> {
        let index = self.blocks.partition_point(|b| b.toks.end <= token);
        self.blocks.get(index).filter(|b| b.toks.contains(&token)).map(|_| index)
    }

    /// The kind of the block that holds a token; furniture outside all blocks.
    pub fn kind_of(&self, token: usize) -> BlockKind {
        self.block_of(token).map_or(BlockKind::Furniture, |block| self.blocks[block].kind)
    }
}
