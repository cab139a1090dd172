//! Picks: words that take some accords out of those told together: "the first two", "the other two", "items 1 to 5".

use super::layers::Layers;
use crate::doc::Toks;
use crate::gazetteer::{Cue, Kind, function_words as w};

/// Which of the accords told together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pick {
    /// "the first two"
    First(usize),
    /// "the last two"
    Last(usize),
    /// "the other two": those that no pick before it took.
    Rest,
    /// "items 1 to 5", "item 6": by number, both included.
    Numbers(usize, usize),
}

impl Pick {
    /// Those it takes of the accords told together; `taken` is how many the pick before it took.
    pub fn of(self, group: &[usize], taken: usize) -> &[usize] {
        let len = group.len();
        let range = match self {
            Pick::First(n) => 0..n,
            Pick::Last(n) => len.saturating_sub(n)..len,
            Pick::Rest => taken..len,
            Pick::Numbers(from, to) => from.saturating_sub(1)..to,
        };
        group.get(range).unwrap_or_default()
    }
}

/// The pick that begins at a token, and one behind its last.
pub(crate) fn pick(l: &Layers, at: usize, limit: usize) -> Option<(Pick, usize)> {
    let (pick, end) = numbered(l, at).or_else(|| counted(l, at))?;
    // "the first two agreements" names what they are; "the first two weeks" are none.
    let next = l.doc.word(end);
    let ends = end >= limit
        || matches!(
            next,
            w::WAS | w::WERE | w::IS | w::ARE | w::WILL | w::HAS | w::HAVE | w::HAD | w::BY | w::COMMA | w::AND | w::SEMICOLON
        )
        || l.doc.is(end, Kind::Act);
    (ends && end <= limit).then_some((pick, end))
}

/// "Items 1 to 5", "Nos. 2 and 3", "item 6"
fn numbered(l: &Layers, at: usize) -> Option<(Pick, usize)> {
    if !l.cue(at, Cue::Item) {
        return None;
    }
    let first = l.behind_cue(at);
    let first = first + usize::from(l.doc.word(first) == w::STOP);
    let number = |t: usize| l.doc.is_number(t).then(|| l.doc.printed(t).parse::<usize>().ok()).flatten().filter(|&n| n > 0);
    let from = number(first)?;
    if matches!(l.doc.word(first + 1), w::TO | w::AND | w::HYPHEN | w::EN_DASH | w::THROUGH) {
        if let Some(to) = number(first + 2).filter(|&to| to > from) {
            return Some((Pick::Numbers(from, to), first + 3));
        }
    }
    Some((Pick::Numbers(from, from), first + 1))
}

/// "the | first two", "the | other two", "the | last three"
fn counted(l: &Layers, at: usize) -> Option<(Pick, usize)> {
    if l.doc.word(at.wrapping_sub(1)) != w::THE {
        return None;
    }
    let size = |t: usize| l.count(t).and_then(|(n, end)| Some((n? as usize, end)));
    if let Some((1, end)) = l.ordinal(at) {
        return size(end).map(|(n, end)| (Pick::First(n), end));
    }
    let (_, end) = size(at + 1)?;
    match l.doc.word(at) {
        w::OTHER => Some((Pick::Rest, end)),
        _ if l.cue(at, Cue::Remaining) => Some((Pick::Rest, end)),
        w::LATTER => size(at + 1).map(|(n, end)| (Pick::Last(n), end)),
        _ if l.cue(at, Cue::Last) => size(at + 1).map(|(n, end)| (Pick::Last(n), end)),
        _ => None,
    }
}

/// The pick that the words of an instrument make: "the | first two | agreements".
pub(crate) fn of_modifiers(l: &Layers, modifiers: &Toks) -> Option<Pick> {
    let from = modifiers.start.saturating_sub(1);
    (from..modifiers.end).find_map(|at| counted(l, at).filter(|(_, end)| *end == modifiers.end)).map(|(pick, _)| pick)
}

#[cfg(test)]
mod tests {
    use crate::clauses::lists::tests::accords;

    const PAGE: &str = "Togo and Nepal sign four documents\n\nLOMÉ, 4 May 2031 - Togo and Nepal signed the following documents on Monday: a \
                        treaty on extradition; a memorandum on tea; a protocol on horses; and an agreement on roads. ";

    /// Who signed each of the four.
    fn signers(told: &str) -> Vec<String> {
        accords(&format!("{PAGE}{told}\n")).iter().map(|line| line.rsplit(" | ").next().unwrap_or("").to_owned()).collect()
    }

    #[test]
    fn the_first_and_the_others() {
        let told = "The first two were signed by Foreign Minister Kofi Adjo of Togo; the other two by Trade Minister Hari Thapa of Nepal.";
        assert_eq!(signers(told), ["Kofi Adjo", "Kofi Adjo", "Hari Thapa", "Hari Thapa"]);
    }

    #[test]
    fn the_last_and_the_remaining() {
        let told = "The first two documents were signed by Foreign Minister Kofi Adjo of Togo. The remaining two were signed by Trade \
                    Minister Hari Thapa of Nepal.";
        assert_eq!(signers(told), ["Kofi Adjo", "Kofi Adjo", "Hari Thapa", "Hari Thapa"]);
        let told = "The last two were signed by Trade Minister Hari Thapa of Nepal.";
        assert_eq!(signers(told), ["", "", "Hari Thapa", "Hari Thapa"]);
    }

    #[test]
    fn by_number() {
        let told = "Items 2 to 4 were signed by Trade Minister Hari Thapa of Nepal.";
        assert_eq!(signers(told), ["", "Hari Thapa", "Hari Thapa", "Hari Thapa"]);
        let told = "Item 1 was signed by Foreign Minister Kofi Adjo of Togo.";
        assert_eq!(signers(told), ["Kofi Adjo", "", "", ""]);
    }

    #[test]
    fn weeks_are_no_accords() {
        let told = "The first two weeks were signed off by Trade Minister Hari Thapa of Nepal.";
        assert_eq!(accords(&format!("{PAGE}{told}\n")).len(), 4);
    }
}
