//! The words of all lists, each with its id. Nearly all are short and ASCII: those are compared as one number.

use super::WordId;
use super::hash::FastMap;
use crate::text::split_possessive;

/// Folded words and their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    /// Words of at most sixteen ASCII bytes, at the slot of their hash or the next free one behind it. Its length is
    /// a power of two, and more than half of the slots are free.
    short: Vec<(Key, WordId)>,
    used: usize,
    long: FastMap<Box<str>, WordId>,
}

/// Up to sixteen ASCII bytes in two words; (0, 0) is none.
type Key = (u64, u64);

const LONGEST: usize = 16;

impl Vocabulary {
    /// The id of a word as a token prints it: letter case, a possessive ending and curly apostrophes do not count.
    pub fn find(&self, token: &str) -> Option<WordId> {
        match lower_key(token.as_bytes()) {
            Some(key) => self.short(key),
            None => {
                let folded = fold(token);
                match lower_key(folded.as_bytes()) {
                    Some(key) => self.short(key),
                    None => self.long.get(folded.as_str()).copied(),
                }
            }
        }
    }

    /// Adds a word, as a token prints it, under an id; there must not be one yet.
    pub fn insert(&mut self, token: &str, id: WordId) {
        match lower_key(token.as_bytes()).or_else(|| lower_key(fold(token).as_bytes())) {
            Some(key) => {
                if self.used * 2 >= self.short.len() {
                    self.grow();
                }
                self.used += 1;
                place(&mut self.short, key, id);
            }
            None => {
                self.long.insert(fold(token).into_boxed_str(), id);
            }
        }
    }

    fn short(&self, key: Key) -> Option<WordId> {
        let mask = self.short.len().checked_sub(1)?;
        let mut slot = hash(key) & mask;
        loop {
            match self.short[slot] {
                (found, id) if found == key && key != (0, 0) => return Some(id),
                ((0, 0), _) => return None,
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let mut wider = vec![((0, 0), WordId::UNKNOWN); (self.short.len() * 2).max(64)];
        for &(key, id) in self.short.iter().filter(|(key, _)| *key != (0, 0)) {
            place(&mut wider, key, id);
        }
        self.short = wider;
    }
}

/// Puts a word at the first free slot.
fn place(slots: &mut [(Key, WordId)], key: Key, id: WordId) {
    let mask = slots.len() - 1;
    let mut slot = hash(key) & mask;
    while slots[slot].0 != (0, 0) {
        slot = (slot + 1) & mask;
    }
    slots[slot] = (key, id);
}

fn hash((low, high): Key) -> usize {
    let mixed = (low ^ high.rotate_left(29).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0x517c_c1b7_2722_0a95);
    (mixed ^ mixed >> 32) as usize
}

/// The bytes of a token in lower case, without a possessive ending; none where it is long or not ASCII.
fn lower_key(bytes: &[u8]) -> Option<Key> {
    let stem = match bytes {
        [stem @ .., b'\'', b's' | b'S'] => stem,
        _ => bytes,
    };
    if stem.is_empty() || stem.len() > LONGEST {
        return None;
    }
    let (low, high) = load(stem);
    const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
    ((low | high) & HIGH_BITS == 0).then(|| (lower(low), lower(high)))
}

/// One to sixteen bytes in two words, the first byte lowest.
fn load(bytes: &[u8]) -> Key {
    let n = bytes.len();
    let eight = |at: usize| bytes.get(at..at + 8).and_then(|b| b.try_into().ok()).map_or(0, u64::from_le_bytes);
    let four = |at: usize| u64::from(bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes));
    match n {
        8 => (eight(0), 0),
        9..=LONGEST => (eight(0), eight(n - 8) >> (8 * (LONGEST - n))),
        4..=7 => (four(0) | four(n - 4) << (8 * (n - 4)), 0),
        _ => {
            let one = |at: usize| bytes.get(at).map_or(0, |&b| u64::from(b) << (8 * at));
            (one(0) | one(1) | one(2), 0)
        }
    }
}

/// Eight ASCII bytes at once in lower case.
fn lower(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let from_a = word + EACH * u64::from(0x80 - b'A');
    let behind_z = word + EACH * u64::from(0x7f - b'Z');
    let capital = (from_a & !behind_z) & (EACH * 0x80);
    word | capital >> 2
}

/// Lower case, without a possessive ending, with straight apostrophes.
fn fold(token: &str) -> String {
    let mut folded = String::with_capacity(token.len());
    for c in split_possessive(token).0.chars() {
        match c {
            '’' | '‘' | 'ʼ' | 'ʻ' => folded.push('\''),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_however_they_are_printed() {
        let mut words = Vocabulary::default();
        let list = ["a", "it", "the", "mind", "o'clock", "treaties", "agreement", "responsibilities", "misunderstandings", "türkiye", "’"];
        for (id, word) in list.into_iter().enumerate() {
            words.insert(word, WordId(id as u32 + 1));
        }
        for (id, word) in list.into_iter().enumerate() {
            for printed in [word.to_owned(), word.to_uppercase(), format!("{word}'s"), format!("{word}’S"), word.replace('\'', "’")] {
                assert_eq!(words.find(&printed), Some(WordId(id as u32 + 1)), "{printed}");
            }
        }
        for stranger in ["", "b", "thee", "agreements", "responsibilitie", "turkiye", "\0", "@", "[", "`"] {
            assert_eq!(words.find(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn many_words_keep_their_ids() {
        let mut words = Vocabulary::default();
        for n in 1..5000 {
            words.insert(&format!("word{n}"), WordId(n));
        }
        assert!((1..5000).all(|n| words.find(&format!("Word{n}")) == Some(WordId(n))));
    }

    #[test]
    fn only_letters_change_in_lower_case() {
        for byte in 0..128u8 {
            assert_eq!(lower(u64::from(byte)), u64::from(byte.to_ascii_lowercase()));
        }
    }
}
