use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of the text that was read, in UTF-8 byte offsets, end exclusive.
///
/// Both ends lie on character boundaries, so `&text[span.range()]` is the mention as printed.
///
/// ```
/// use pactum::Span;
///
/// let text = "signed in Minsk";
/// let span = Span::new(10, 15);
/// assert_eq!(span.of(text), "Minsk");
/// assert_eq!(span.chars(text), 10..15);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` up to, not including, byte `end`.
    ///
    /// Offsets above 4 GiB are clamped to 4 GiB: no longer text is read.
    pub fn new(start: usize, end: usize) -> Self {
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// The byte offset of the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte offset behind the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The span as a range of byte offsets, to index the text with.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The text of the span; empty where `text` is not the text that the span was read from.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The same stretch in Unicode scalar values, as Python strings count.
    pub fn chars(self, text: &str) -> Range<usize> {
        let start = text.get(..self.start()).map_or(0, |before| before.chars().count());
        start..start + self.of(text).chars().count()
    }

    /// The same stretch in UTF-16 code units, as JavaScript and Java strings count.
    pub fn utf16(self, text: &str) -> Range<usize> {
        let start = text.get(..self.start()).map_or(0, |before| before.encode_utf16().count());
        start..start + self.of(text).encode_utf16().count()
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_in_three_units() {
        let text = "“Türkiye” 🇹🇷 signs";
        let start = text.find("signs").unwrap();
        let span = Span::new(start, start + 5);
        assert_eq!(span.of(text), "signs");
        assert_eq!(span.chars(text), 13..18);
        assert_eq!(span.utf16(text), 15..20);
    }

    #[test]
    fn a_span_of_another_text_is_empty() {
        assert_eq!(Span::new(10, 20).of("short"), "");
        assert_eq!(Span::new(1, 2).of("é"), "");
    }
}
