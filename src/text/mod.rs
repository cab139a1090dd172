//! The text as a page gives it: tokens, sentences, and the blocks of the page. Usable alone.
//!
//! [`tokens`] cuts at the word boundaries of Unicode; [`blocks`] tells the article from the page around it; and
//! [`sentences`] cuts each block. All three give byte spans, in the order of the text, in time that grows with its length.
//!
//! ```
//! use pactum::text::{BlockKind, blocks, sentences};
//!
//! let page = "Home | World | Sport\n\nNiger and Benin reopen border\n\nNIAMEY, 4 June (Sahel Wire) - Trucks rolled at 6 a.m. \
//!             on Monday. Dr. A. Idi was there.\n\nRead also: Rain floods market";
//! let blocks = blocks(page);
//! let body: Vec<&str> = sentences(page)
//!     .into_iter()
//!     .filter(|sentence| blocks[sentence.block].kind == BlockKind::Paragraph)
//!     .map(|sentence| sentence.span.of(page))
//!     .collect();
//! assert_eq!(body, ["NIAMEY, 4 June (Sahel Wire) - Trucks rolled at 6 a.m. on Monday.", "Dr. A. Idi was there."]);
//! ```

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
