use std::cmp::Reverse;
use std::ops::Range;

use super::{Item, Report, Span};

/// A mention of an item in the text, with its offsets in three units.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Annotation {
    /// What is mentioned.
    pub item: Item,
    /// Where, in bytes.
    pub span: Span,
    /// Where, in Unicode scalar values, as Python strings count.
    pub chars: Range<usize>,
    /// Where, in UTF-16 code units, as JavaScript and Java strings count.
    pub utf16: Range<usize>,
}

impl Report {
    /// Every mention of an accord, an official, a party and a date, in the order of the text, ready for highlighting.
    ///
    /// A mention may stand inside another ("Peru" in "treaty between Peru and Chile"), behind which it then comes; no two
    /// cross. `text` is the one that the report was read from.
    ///
    /// ```
    /// let text = "“Peru” and Chile signed a treaty on water.";
    /// let report = pactum::Extractor::new().extract(text);
    /// let found: Vec<_> = report.annotate(text).into_iter().map(|a| (a.item.kind(), a.span.of(text), a.chars)).collect();
    /// assert_eq!(found, [("party", "Peru", 1..5), ("party", "Chile", 11..16), ("accord", "treaty on water", 26..41)]);
    /// ```
    pub fn annotate(&self, text: &str) -> Vec<Annotation> {
        let mut mentions = self.mentions();
        mentions.retain(|(_, span)| !span.of(text).is_empty());
        mentions.sort_unstable_by_key(|&(item, span)| (span.start(), Reverse(span.end()), item));
        mentions.dedup();
        drop_crossing(&mut mentions);
        let offsets = Offsets::new(text, &mentions);
        let annotation = |(item, span): (Item, Span)| {
            let (start, end) = (offsets.of(span.start()), offsets.of(span.end()));
            Annotation { item, span, chars: start.0..end.0, utf16: start.1..end.1 }
        };
        mentions.into_iter().map(annotation).collect()
    }

    fn mentions(&self) -> Vec<(Item, Span)> {
        let each = |item: Item, spans: &[Span]| spans.iter().map(move |&span| (item, span)).collect::<Vec<_>>();
        let mut out: Vec<(Item, Span)> = self.date_items().map(|(item, date)| (item, date.value.span)).collect();
        out.extend(self.party_items().flat_map(|(item, party)| each(item, &party.mentions)));
        out.extend(self.official_items().flat_map(|(item, official)| each(item, &official.mentions)));
        out.extend(self.accord_items().flat_map(|(item, accord)| each(item, &accord.mentions)));
        out.extend(self.accord_items().map(|(item, accord)| (item, accord.mention.span)));
        out
    }
}

/// Leaves out a mention that begins inside an earlier one and ends behind it.
fn drop_crossing(mentions: &mut Vec<(Item, Span)>) {
    let mut open: Vec<usize> = Vec::new();
    mentions.retain(|(_, span)| {
        while open.last().is_some_and(|&end| end <= span.start()) {
            open.pop();
        }
        let kept = open.last().is_none_or(|&end| span.end() <= end);
        if kept {
            open.push(span.end());
        }
        kept
    });
}

/// Byte offsets with their counts of characters and of UTF-16 units, found in one pass over the text.
struct Offsets {
    bytes: Vec<usize>,
    counts: Vec<(usize, usize)>,
}

impl Offsets {
    fn new(text: &str, mentions: &[(Item, Span)]) -> Self {
        let mut bytes: Vec<usize> = mentions.iter().flat_map(|(_, span)| [span.start(), span.end()]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut counts = Vec::with_capacity(bytes.len());
        let (mut at, mut chars, mut utf16) = (0, 0, 0);
        for &byte in &bytes {
            for c in text[at..byte].chars() {
                chars += 1;
                utf16 += c.len_utf16();
            }
            at = byte;
            counts.push((chars, utf16));
        }
        Self { bytes, counts }
    }

    fn of(&self, byte: usize) -> (usize, usize) {
        self.bytes.binary_search(&byte).map_or((0, 0), |index| self.counts[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_mentions_are_left_out_and_nested_ones_kept() {
        let span = |start, end| (Item::Date(start), Span::new(start, end));
        let mut mentions = vec![span(0, 9), span(2, 5), span(4, 7), span(5, 9), span(8, 12), span(9, 10)];
        drop_crossing(&mut mentions);
        assert_eq!(mentions, [span(0, 9), span(2, 5), span(5, 9), span(9, 10)]);
    }
}
