//! The text as a page gives it: tokens, sentences, and the blocks of the page. Usable alone.

mod layout;
mod lines;
mod page;
mod sentences;
mod tokens;

pub use layout::{Block, BlockKind, blocks};
pub(crate) use page::Page;
pub use sentences::{Sentence, sentences};
pub(crate) use tokens::split_possessive;
pub use tokens::{Case, Token, TokenKind, tokens};
