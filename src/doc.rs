//! The text under analysis: the layers that every later stage reads, and nothing changes.

use std::ops::Range;

use crate::gazetteer::function_words as w;
use crate::gazetteer::{Cue, Entry, Gazetteer, Kind, Kinds, Lookup, WordId};
use crate::report::Span;
use crate::text::{Token, TokenKind, split_possessive, tokens};

/// A run of tokens: the first, and one behind the last.
pub(crate) type Toks = Range<usize>;

pub(crate) struct Doc<'t> {
    pub text: &'t str,
    pub tokens: Vec<Token>,
    /// What the word lists know of each token; one more at the end.
    known: Vec<Known>,
    lookups: Vec<Lookup>,
}

/// What the word lists know of a token, and what stands before it.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The folded word.
    word: WordId,
    /// The index of the first look-up that starts at the token or behind it.
    first: u32,
    /// The kinds of the word alone, in whatever letter case.
    alone: Kinds,
    /// The kinds of the look-ups that start at the token: most questions for one are answered with no by them alone.
    begun: Kinds,
    gap: Gap,
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    Nothing,
    Space,
    #[default]
    Other,
}

impl Gap {
    fn of(text: &str, from: usize, to: usize) -> Gap {
        match to - from {
            0 => Gap::Nothing,
            1 if text.as_bytes()[from] == b' ' => Gap::Space,
            _ => Gap::Other,
        }
    }
}

impl<'t> Doc<'t> {
    pub fn new(text: &'t str, gazetteer: &Gazetteer) -> Self {
        let tokens = tokens(text);
        let mut known = Vec::with_capacity(tokens.len() + 1);
        let mut end = 0;
        for &token in &tokens {
            let word = gazetteer.word(text, token);
            known.push(Known { word, alone: gazetteer.kinds(word), gap: Gap::of(text, end, token.start as usize), ..Known::default() });
            end = token.end as usize;
        }
        known.push(Known { gap: Gap::of(text, end, text.len()), ..Known::default() });
        let mut lookups = Vec::with_capacity(tokens.len());
        for at in 0..tokens.len() {
            let word = |token: usize| known[token].word;
            let first = lookups.len();
            let begun = gazetteer.lookups_at(&tokens, word, at, &mut lookups);
            (known[at].first, known[at].begun) = (first as u32, begun);
        }
        known[tokens.len()].first = lookups.len() as u32;
        Self { text, tokens, known, lookups }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The folded word at a token; unknown outside the text.
    pub fn word(&self, token: usize) -> WordId {
        self.known.get(token).map_or(WordId::UNKNOWN, |known| known.word)
    }

    /// The token as printed; empty outside the text.
    pub fn printed(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |t| &self.text[t.start as usize..t.end as usize])
    }

    /// The token behind "the" if that stands at a token, else the token itself.
    pub fn behind_the(&self, token: usize) -> usize {
        if self.word(token) == w::THE { token + 1 } else { token }
    }

    /// Whether words that say in whose name begin at a token: "for Fiji", "on behalf of Fiji".
    pub fn speaks_for(&self, token: usize) -> bool {
        matches!((self.word(token), self.word(token + 1)), (w::FOR, _) | (w::ON, w::BEHALF))
    }

    /// What stands between a token and the one before it.
    pub fn gap(&self, token: usize) -> &'t str {
        match self.known.get(token) {
            Some(Known { gap: Gap::Nothing, .. }) => "",
            Some(Known { gap: Gap::Space, .. }) => " ",
            _ => self.other_gap(token),
        }
    }

    #[inline(never)]
    fn other_gap(&self, token: usize) -> &'t str {
        let start = token.checked_sub(1).and_then(|t| self.tokens.get(t)).map_or(0, |t| t.end as usize);
        let end = self.tokens.get(token).map_or(self.text.len(), |t| t.start as usize);
        &self.text[start..end]
    }

    /// Whether nothing stands between a token and the one before it.
    pub fn is_glued(&self, token: usize) -> bool {
        token > 0 && self.gap(token).is_empty()
    }

    /// Whether more than a space stands between a token and the one before it.
    pub fn is_apart(&self, token: usize) -> bool {
        self.known.get(token).is_none_or(|known| known.gap == Gap::Other)
    }

    /// Whether a line ends between a token and the one before it.
    pub fn is_below(&self, token: usize) -> bool {
        self.is_apart(token) && self.gap(token).contains('\n')
    }

    /// Whether a token stands far behind the one before it: a tab or more than two spaces.
    pub fn is_wide_before(&self, token: usize) -> bool {
        self.is_apart(token) && (self.gap(token).contains('\t') || self.gap(token).len() > 2)
    }

    pub fn is_number(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind() == TokenKind::Number)
    }

    pub fn is_mark(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind() == TokenKind::Mark)
    }

    pub fn is_word(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.kind() == TokenKind::Word)
    }

    pub fn is_capitalised(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.is_capitalised())
    }

    /// "Minsk’s"
    pub fn is_possessive(&self, token: usize) -> bool {
        split_possessive(self.printed(token)).1
    }

    /// Whether the one word at a token is of a kind, in whatever letter case.
    pub fn is(&self, token: usize, kind: Kind) -> bool {
        self.known.get(token).is_some_and(|known| known.alone.has(kind))
    }

    /// Whether the one word at a token is of one of these kinds, in whatever letter case.
    pub fn is_any(&self, token: usize, kinds: Kinds) -> bool {
        self.known.get(token).is_some_and(|known| known.alone.meets(kinds))
    }

    /// The look-ups that start at a token, longer ones first.
    pub fn lookups_at(&self, token: usize) -> &[Lookup] {
        match self.known.get(token..token.saturating_add(2)) {
            Some([known, next]) => &self.lookups[known.first as usize..next.first as usize],
            _ => &[],
        }
    }

    /// The look-ups that start at a token, longer ones first, where one of these kinds is among them; else none.
    pub fn lookups_with(&self, token: usize, kinds: impl Into<Kinds>) -> &[Lookup] {
        if self.begins(token, kinds) { self.lookups_at(token) } else { &[] }
    }

    /// Whether a look-up of one of these kinds starts at a token.
    pub fn begins(&self, token: usize, kinds: impl Into<Kinds>) -> bool {
        self.known.get(token).is_some_and(|known| known.begun.meets(kinds.into()))
    }

    /// The longest look-up of a kind that starts at a token: one behind its last token, and the entry.
    #[inline]
    pub fn longest(&self, token: usize, kind: Kind) -> Option<(usize, Entry)> {
        if self.begins(token, kind) { self.longest_of(token, kind) } else { None }
    }

    #[inline(never)]
    fn longest_of(&self, token: usize, kind: Kind) -> Option<(usize, Entry)> {
        self.lookups_at(token).iter().find(|l| l.kind == kind).map(|l| (l.last as usize, l.entry))
    }

    /// Whether a cue of a kind starts at a token.
    pub fn is_cue(&self, token: usize, cue: Cue) -> bool {
        self.lookups_with(token, Kind::Cue).iter().any(|lookup| lookup.entry == Entry::Cue(cue))
    }

    /// All look-ups in the order of the text.
    pub fn lookups(&self) -> &[Lookup] {
        &self.lookups
    }

    /// The span of a run of tokens; without the possessive ending of the last.
    pub fn span(&self, toks: &Toks) -> Span {
        if toks.is_empty() || toks.end > self.tokens.len() {
            return Span::default();
        }
        let last = self.printed(toks.end - 1);
        let cut = last.len() - split_possessive(last).0.len();
        Span::new(self.tokens[toks.start].start as usize, self.tokens[toks.end - 1].end as usize - cut)
    }

    /// The span of a run of tokens, all of the last included.
    pub fn printed_span(&self, toks: &Toks) -> Span {
        match self.tokens.get(toks.clone()) {
            Some([first, .., last]) => Span::new(first.start as usize, last.end as usize),
            Some([only]) => only.span(),
            _ => Span::default(),
        }
    }

    /// The first token that starts at or behind a byte.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| (t.start as usize) < byte)
    }

    /// The printed text of a run of tokens.
    pub fn slice(&self, toks: &Toks) -> &'t str {
        self.span(toks).of(self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Texts of words that the lists know, names, marks, and gaps of all kinds.
    fn texts() -> impl Strategy<Value = String> {
        let piece =
            prop_oneof!["[a-zA-Z]{1,3}", "[ \n\t\u{a0}.,;:’'é]{1,3}", "(Peru|Chile|the|of|May|treaty|signed|Minister|two|12|al|-|UN)", " "];
        prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn what_is_noted_of_a_token_is_what_its_look_ups_and_the_text_say(text in texts()) {
            let gazetteer = Gazetteer::builtin();
            let doc = Doc::new(&text, &gazetteer);
            for token in 0..doc.len() + 3 {
                let lookups = doc.lookups_at(token);
                prop_assert!(lookups.iter().all(|l| l.first as usize == token && l.kind == l.entry.kind()));
                for kind in [Kind::State, Kind::Date, Kind::Number, Kind::Instrument, Kind::Office, Kind::Act, Kind::NameParticle] {
                    let longest = lookups.iter().find(|l| l.entry.kind() == kind).map(|l| (l.last as usize, l.entry));
                    prop_assert_eq!(doc.longest(token, kind), longest);
                    prop_assert_eq!(doc.lookups_with(token, kind).is_empty(), longest.is_none());
                }
                prop_assert_eq!(doc.gap(token), doc.other_gap(token));
                prop_assert_eq!(doc.is_below(token), doc.other_gap(token).contains('\n'));
                prop_assert_eq!(doc.is_apart(token), !matches!(doc.other_gap(token), "" | " ") || token > doc.len());
            }
        }
    }
}
