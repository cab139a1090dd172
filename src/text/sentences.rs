//! Sentences: they end at full stops that are not those of an abbreviation, and never cross a block.

use super::{blocks, tokens};
use crate::report::Span;

/// A sentence of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sentence {
    /// Where it stands, in bytes, without white space at either end.
    pub span: Span,
    /// The index of its block in [`blocks`].
    pub block: usize,
}

/// Cuts a text into sentences.
pub fn sentences(text: &str) -> Vec<Sentence> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    for (block, b) in blocks(text).iter().enumerate() {
        let mut start = None;
        let mut end = 0;
        for t in tokens.iter().filter(|t| b.span.contains(t.span())) {
            start.get_or_insert(t.span().start());
            end = t.span().end();
            if matches!(t.span().of(text), "." | "!" | "?") {
                out.push(Sentence { span: Span::new(start.take().unwrap_or(end), end), block });
            }
        }
        if let Some(start) = start {
            out.push(Sentence { span: Span::new(start, end), block });
        }
    }
    out
}
