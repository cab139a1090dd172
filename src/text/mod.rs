//! The text as a page gives it: tokens, sentences, and the blocks of the page. Usable alone.

mod dateline;
mod furniture;
mod layout;
mod lines;
mod page;
mod sentences;
mod stamp;
mod tokens;

pub(crate) use dateline::DatelineToks;
pub use layout::{Block, BlockKind, blocks};
pub(crate) use page::{Page, PageSentence};
pub use sentences::{Sentence, sentences};
pub(crate) use stamp::{StampRole, Stand};
pub(crate) use tokens::split_possessive;
pub use tokens::{Case, Token, TokenKind, tokens};
