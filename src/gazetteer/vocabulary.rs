//! The words of all lists, each with its id. Nearly all are short and ASCII: those are compared as one number.

use std::borrow::Cow;
use std::hash::Hasher;

use super::hash::FastHasher;
use super::table::Table;
use crate::text::split_possessive;

/// A folded word of the vocabulary; [`WordId::UNKNOWN`] for all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// Folded words and their ids.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// For each slot some bits of the hash of its word, and 0 for a free one: most strangers are told by them alone.
    pub tags: Cow<'static, [u8]>,
    /// For each slot its word: the slot of the hash of the word or the next free one behind it. As many as tags, a power of
    /// two, and more than half of them are free.
    pub slots: Table<1>,
    /// The keys of the words by their ids.
    pub keys: Table<4>,
    /// The words that are long or not ASCII, one behind the other.
    pub long: Cow<'static, str>,
}

/// Up to sixteen ASCII bytes in two numbers. Of other words [`LONG`] with the length, and where they begin in `long`.
type Key = (u64, u64);

/// No byte with this bit is ASCII.
const LONG: u64 = 1 << 63;

const LONGEST: usize = 16;

impl Vocabulary {
    /// One without words but the unknown, where the build script begins.
    #[allow(dead_code)]
    pub fn empty() -> Self {
        Self { tags: vec![0; 8].into(), slots: Table::zeros(8), keys: Table::zeros(1), long: "".into() }
    }

    /// The id of a word from `start` to `end` of a text: letter case, a possessive ending and curly apostrophes do not count.
    pub fn find(&self, text: &str, start: usize, end: usize) -> WordId {
        match lower_key(text.as_bytes(), start, end) {
            Some(key) => self.at(self.slot_of_short(key)),
            None => self.find_folded(&fold(text.get(start..end).unwrap_or_default())),
        }
    }

    #[cold]
    fn find_folded(&self, folded: &str) -> WordId {
        self.at(match lower_key(folded.as_bytes(), 0, folded.len()) {
            Some(key) => self.slot_of_short(key),
            None => self.slot_of_long(folded),
        })
    }

    /// The id of a word, as [`Self::find`] has it; a new one if it was not known.
    pub fn intern(&mut self, text: &str, start: usize, end: usize) -> WordId {
        if (self.keys.rows() + 1) * 2 > self.tags.len() {
            self.grow();
        }
        let folded;
        let (key, long) = match lower_key(text.as_bytes(), start, end) {
            Some(key) => (key, ""),
            None => {
                folded = fold(text.get(start..end).unwrap_or_default());
                match lower_key(folded.as_bytes(), 0, folded.len()) {
                    Some(key) => (key, ""),
                    None => ((LONG | folded.len() as u64, self.long.len() as u64), folded.as_str()),
                }
            }
        };
        let slot = if long.is_empty() { self.slot_of_short(key) } else { self.slot_of_long(long) };
        if self.tags[slot] == 0 {
            self.long.to_mut().push_str(long);
            self.take(slot, if long.is_empty() { hash(key) } else { hash_long(long) }, WordId(self.keys.rows() as u32));
            self.keys.push([key.0 as u32, (key.0 >> 32) as u32, key.1 as u32, (key.1 >> 32) as u32]);
        }
        self.at(slot)
    }

    /// The word of a slot, unknown where it is free.
    fn at(&self, slot: usize) -> WordId {
        WordId(self.slots.row(slot)[0])
    }

    fn key(&self, word: WordId) -> Key {
        let [low, next, third, high] = self.keys.row(word.0 as usize).map(u64::from);
        (low | next << 32, third | high << 32)
    }

    /// A word that is long or not ASCII, by its key.
    fn long(&self, (length, start): Key) -> Option<&str> {
        let start = start as usize;
        if length & LONG == 0 { None } else { self.long.get(start..start + (length & !LONG) as usize) }
    }

    fn slot_of_short(&self, key: Key) -> usize {
        self.slot(hash(key), |known| known == key)
    }

    fn slot_of_long(&self, folded: &str) -> usize {
        self.slot(hash_long(folded), |known| self.long(known) == Some(folded))
    }

    /// The slot of a word, or the free one where it would stand.
    fn slot(&self, hash: usize, is_word: impl Fn(Key) -> bool) -> usize {
        let mask = self.tags.len() - 1;
        let mut slot = hash & mask;
        while self.tags[slot] != 0 && (self.tags[slot] != tag_of(hash) || !is_word(self.key(self.at(slot)))) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn take(&mut self, slot: usize, hash: usize, word: WordId) {
        self.tags.to_mut()[slot] = tag_of(hash);
        self.slots.set(slot, [word.0]);
    }

    fn grow(&mut self) {
        let wider = self.tags.len() * 2;
        (self.tags, self.slots) = (vec![0; wider].into(), Table::zeros(wider));
        for word in (1..self.keys.rows() as u32).map(WordId) {
            let key = self.key(word);
            let hash = self.long(key).map_or_else(|| hash(key), hash_long);
            self.take(self.slot(hash, |_| false), hash, word);
        }
    }
}

fn hash((low, high): Key) -> usize {
    let mixed = (low ^ high.rotate_left(29).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0x517c_c1b7_2722_0a95);
    (mixed ^ mixed >> 32) as usize
}

fn hash_long(word: &str) -> usize {
    let mut hasher = FastHasher::default();
    hasher.write(word.as_bytes());
    hash((hasher.finish(), 0))
}

/// Bits of a hash that do not choose the slot; never 0.
fn tag_of(hash: usize) -> u8 {
    (hash >> 24) as u8 | 1
}

/// The bytes of a token in lower case, without a possessive ending; none where it is long or not ASCII.
fn lower_key(text: &[u8], start: usize, end: usize) -> Option<Key> {
    let end = match text.get(start..end)? {
        [.., b'\'', b's' | b'S'] => end - 2,
        _ => end,
    };
    let length = end - start;
    if length == 0 || length > LONGEST {
        return None;
    }
    let bytes: [u8; LONGEST] = match text.get(start..start + LONGEST) {
        Some(bytes) => bytes.try_into().ok()?,
        None => {
            let mut bytes = [0; LONGEST];
            bytes[..length].copy_from_slice(&text[start..end]);
            bytes
        }
    };
    let [low, high] = [0, 8].map(|from| u64::from_le_bytes(std::array::from_fn(|index| bytes[from + index])));
    let (low, high) = match length {
        0..8 => (low & (u64::MAX >> (8 * (8 - length))), 0),
        8 => (low, 0),
        _ => (low, high & (u64::MAX >> (8 * (LONGEST - length)))),
    };
    const HIGH_BITS: u64 = 0x8080_8080_8080_8080;
    ((low | high) & HIGH_BITS == 0).then(|| (lower(low), lower(high)))
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
        let mut words = Vocabulary::empty();
        let list = ["a", "it", "the", "mind", "o'clock", "treaties", "agreement", "responsibilities", "misunderstandings", "türkiye", "’"];
        for (id, word) in list.into_iter().enumerate() {
            assert_eq!(words.intern(word, 0, word.len()), WordId(id as u32 + 1));
        }
        let find = |word: &str| words.find(word, 0, word.len());
        for (id, word) in list.into_iter().enumerate() {
            for printed in [word.to_owned(), word.to_uppercase(), format!("{word}'s"), format!("{word}’S"), word.replace('\'', "’")] {
                assert_eq!(find(&printed), WordId(id as u32 + 1), "{printed}");
            }
        }
        for stranger in ["", "b", "thee", "agreements", "responsibilitie", "turkiye", "\0", "@", "[", "`"] {
            assert_eq!(find(stranger), WordId::UNKNOWN, "{stranger}");
        }
    }

    #[test]
    fn many_words_keep_their_ids() {
        let mut words = Vocabulary::empty();
        let word = |n: u32| if n % 3 == 0 { format!("wörd{n}") } else { format!("word{n}") };
        for n in 1..5000 {
            words.intern(&word(n), 0, word(n).len());
        }
        assert!((1..5000).all(|n| words.find(&(word(n) + " "), 0, word(n).len()) == WordId(n)));
    }

    #[test]
    fn only_letters_change_in_lower_case() {
        for byte in 0..128u8 {
            assert_eq!(lower(u64::from(byte)), u64::from(byte.to_ascii_lowercase()));
        }
    }
}
