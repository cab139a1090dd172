//! The page as the later stages read it: blocks and sentences by token.

use super::{BlockKind, layout, sentences};
use crate::doc::{Doc, Toks};

/// A block by its tokens.
#[derive(Clone, Debug)]
pub(crate) struct PageBlock {
    pub kind: BlockKind,
    pub toks: Toks,
}

/// A sentence by its tokens.
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
}

impl Page {
    pub fn read(doc: &Doc) -> Page {
        let mut page = Page { blocks: layout::read(doc), sentences: Vec::new() };
        for (block, b) in page.blocks.iter().enumerate() {
            sentences::cut(doc, b.toks.clone(), |toks| page.sentences.push(PageSentence { toks, block }));
        }
        page
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.toks.end <= token);
        self.sentences.get(index).filter(|s| s.toks.contains(&token)).map(|_| index)
    }

    /// The kind of the block that holds a token; furniture outside all blocks.
    pub fn kind_of(&self, token: usize) -> BlockKind {
        let index = self.blocks.partition_point(|b| b.toks.end <= token);
        self.blocks.get(index).filter(|b| b.toks.contains(&token)).map_or(BlockKind::Furniture, |b| b.kind)
    }
}
