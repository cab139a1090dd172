//! Words, numbers and marks: Unicode word boundaries, without the white space.

use unicode_segmentation::UnicodeSegmentation;

use crate::report::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Begins with a letter: "Minsk", "Sharif’s", "U.S", "A350".
    Word,
    /// Begins with a digit: "24", "11.4.2025", "1,200", "3rd".
    Number,
    /// Anything else: punctuation, symbols, emoji.
    Mark,
}

/// The letter case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Case {
    /// No letter that has a case: numbers, marks, words of scripts without case.
    None,
    /// "accord"; also "iPhone", whose first letter counts.
    Lower,
    /// "Accord", "McDonald", and single capitals: "A".
    Title,
    /// "MINSK", "UAE", "U.S"; at least two letters, all of them capitals.
    Upper,
}

/// One word, number or mark of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    kind: TokenKind,
    case: Case,
}

impl Token {
    /// Where it stands in the text, in bytes.
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// What it is made of.
    pub fn kind(self) -> TokenKind {
        self.kind
    }

    /// Its letter case.
    pub fn case(self) -> Case {
        self.case
    }

    /// Whether its first letter is a capital.
    pub fn is_capitalised(self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }
}

/// Cuts a text into tokens at the word boundaries of Unicode Standard Annex 29, dropping white space.
///
/// The tokens and the gaps between them, joined, give the text back.
///
/// ```
/// let text = "Signed on 11.4.2025, Minsk’s mayor said.";
/// let words: Vec<_> = pactum::text::tokens(text).into_iter().map(|t| t.span().of(text)).collect();
/// assert_eq!(words, ["Signed", "on", "11.4.2025", ",", "Minsk’s", "mayor", "said", "."]);
/// ```
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5 + 1);
    for (start, piece) in text.split_word_bound_indices() {
        let Ok(end) = u32::try_from(start + piece.len()) else { break };
        let first = piece.chars().next().unwrap_or(' ');
        if first.is_whitespace() {
            continue;
        }
        let (kind, case) = if first.is_alphabetic() {
            (TokenKind::Word, case_of(piece))
        } else if first.is_numeric() {
            (TokenKind::Number, Case::None)
        } else {
            (TokenKind::Mark, Case::None)
        };
        out.push(Token { start: start as u32, end, kind, case });
    }
    out
}

fn case_of(word: &str) -> Case {
    let stem = split_possessive(word).0;
    let first = stem.chars().next().unwrap_or(' ');
    if first.is_lowercase() {
        return Case::Lower;
    }
    if !first.is_uppercase() {
        return Case::None;
    }
    let mut capitals = 0;
    for c in stem.chars() {
        if c.is_lowercase() {
            return Case::Title;
        }
        capitals += usize::from(c.is_uppercase());
    }
    if capitals > 1 { Case::Upper } else { Case::Title }
}

/// The word without a possessive ending, and whether it had one: "Minsk’s" gives ("Minsk", true).
pub(crate) fn split_possessive(word: &str) -> (&str, bool) {
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = word.strip_suffix(ending) {
            return (stem, true);
        }
    }
    (word, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).into_iter().map(|t| t.span().of(text)).collect()
    }

    #[test]
    fn abbreviations_and_numbers_stay_whole() {
        assert_eq!(cut("U.S. troops, 1,200 of them"), ["U.S", ".", "troops", ",", "1,200", "of", "them"]);
        assert_eq!(cut("2025-2027 at 15:00"), ["2025", "-", "2027", "at", "15", ":", "00"]);
    }

    #[test]
    fn case_is_that_of_the_stem() {
        let case = |word: &str| tokens(word)[0].case();
        assert_eq!(case("UAE's"), Case::Upper);
        assert_eq!(case("Minsk’s"), Case::Title);
        assert_eq!(case("accord"), Case::Lower);
        assert_eq!(case("A"), Case::Title);
        assert_eq!(case("2025"), Case::None);
        assert_eq!(case("中"), Case::None);
    }
}
