//! The blocks of a page: one line of the page is one block, except that lines broken in mid-sentence are joined.

use crate::report::Span;

/// What a block of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The title of the article.
    Headline,
    /// Who wrote it, and when it was published.
    Byline,
    /// Running text.
    Paragraph,
    /// One item of a list: a bullet, a dash, a number or a letter stands before it.
    ListItem,
    /// A row of a table: cells apart by tabs, bars or runs of spaces.
    TableRow,
    /// A heading inside the article.
    Heading,
    /// The text under or over a picture.
    Caption,
    /// Menus, share buttons, tags, copyright lines, links to other stories.
    Furniture,
}

/// A block of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes.
    pub span: Span,
}

/// Cuts a page into blocks, in the order of the text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let at = start + (line.len() - line.trim_start().len());
            out.push(Block { kind: BlockKind::Paragraph, span: Span::new(at, at + trimmed.len()) });
        }
        start += line.len();
    }
    out
}
