//! The words of all lists, each with its id. Nearly all are short and ASCII: those are compared as one number.

use super::WordId;
use super::hash::FastMap;
use crate::text::split_possessive;

/// Folded words and their ids.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    /// For each slot some bits of the hash of its word, and 0 for a free one: most strangers are told by them alone.
    tags: Vec<u8>,
    /// For each slot its word: the slot of the hash of a short one or the next free one behind it. As many as tags, a power
    /// of two, and more than half of them are free.
    slots: Vec<WordId>,
    used: usize,
    /// Words of at most sixteen ASCII bytes by their ids; no key for others.
    keys: Vec<Key>,
    long: FastMap<Box<str>, WordId>,
}

/// Up to sixteen ASCII bytes in two words; (0, 0) is none.
type Key = (u64, u64);

const LONGEST: usize = 16;

impl Vocabulary {
    /// An empty one with room for so many words.
    pub fn with_room(words: usize) -> Self {
        let slots = (words * 2 + 1).next_power_of_two();
        // Of plain zeros, which the allocator has at hand, and not of ids.
        let ids = vec![0; slots].into_iter().map(WordId).collect();
        Self { tags: vec![0; slots], slots: ids, used: 0, keys: Vec::with_capacity(words), long: FastMap::default() }
    }

    /// The id of a word from `start` to `end` of a text: letter case, a possessive ending and curly apostrophes do not count.
    pub fn find(&self, text: &str, start: usize, end: usize) -> Option<WordId> {
        match lower_key(text.as_bytes(), start, end) {
            Some(key) => self.short(key),
            None => self.find_folded(&fold(text.get(start..end).unwrap_or_default())),
        }
    }

    #[cold]
    fn find_folded(&self, folded: &str) -> Option<WordId> {
        match lower_key(folded.as_bytes(), 0, folded.len()) {
            Some(key) => self.short(key),
            None => self.long.get(folded).copied(),
        }
    }

    /// The id of a word, as [`Self::find`] has it; `new` for one that was not known, and is from now on.
    pub fn intern(&mut self, text: &str, start: usize, end: usize, new: WordId) -> WordId {
        if let Some(key) = lower_key(text.as_bytes(), start, end) {
            return self.intern_short(key, new);
        }
        let folded = fold(text.get(start..end).unwrap_or_default());
        match lower_key(folded.as_bytes(), 0, folded.len()) {
            Some(key) => self.intern_short(key, new),
            None => *self.long.entry(folded.into_boxed_str()).or_insert(new),
        }
    }

    fn intern_short(&mut self, key: Key, new: WordId) -> WordId {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(key);
        if self.tags[slot] == 0 {
            self.used += 1;
            self.tags[slot] = tag_of(hash(key));
            self.slots[slot] = new;
            self.keys.resize(new.0 as usize, (0, 0));
            self.keys.push(key);
        }
        self.slots[slot]
    }

    fn short(&self, key: Key) -> Option<WordId> {
        let slot = self.slot(key);
        if self.tags[slot] == 0 { None } else { Some(self.slots[slot]) }
    }

    /// The slot of a word, or the free one where it would stand.
    fn slot(&self, key: Key) -> usize {
        let mask = self.tags.len() - 1;
        let hash = hash(key);
        let mut slot = hash & mask;
        while self.tags[slot] != 0 && (self.tags[slot] != tag_of(hash) || self.keys[self.slots[slot].0 as usize] != key) {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        let wider = self.slots.len() * 2;
        self.tags = vec![0; wider];
        for id in std::mem::replace(&mut self.slots, vec![WordId::UNKNOWN; wider]).into_iter().filter(|&id| id != WordId::UNKNOWN) {
            let key = self.keys[id.0 as usize];
            let slot = self.slot(key);
            (self.tags[slot], self.slots[slot]) = (tag_of(hash(key)), id);
        }
    }
}

fn hash((low, high): Key) -> usize {
    let mixed = (low ^ high.rotate_left(29).wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0x517c_c1b7_2722_0a95);
    (mixed ^ mixed >> 32) as usize
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
        let mut words = Vocabulary::with_room(0);
        let list = ["a", "it", "the", "mind", "o'clock", "treaties", "agreement", "responsibilities", "misunderstandings", "türkiye", "’"];
        for (id, word) in list.into_iter().enumerate() {
            assert_eq!(words.intern(word, 0, word.len(), WordId(id as u32 + 1)), WordId(id as u32 + 1));
        }
        let find = |word: &str| words.find(word, 0, word.len());
        for (id, word) in list.into_iter().enumerate() {
            for printed in [word.to_owned(), word.to_uppercase(), format!("{word}'s"), format!("{word}’S"), word.replace('\'', "’")] {
                assert_eq!(find(&printed), Some(WordId(id as u32 + 1)), "{printed}");
            }
        }
        for stranger in ["", "b", "thee", "agreements", "responsibilitie", "turkiye", "\0", "@", "[", "`"] {
            assert_eq!(find(stranger), None, "{stranger}");
        }
    }

    #[test]
    fn many_words_keep_their_ids() {
        let mut words = Vocabulary::with_room(0);
        for n in 1..5000 {
            words.intern(&format!("word{n}"), 0, 4 + n.to_string().len(), WordId(n));
        }
        assert!((1..5000).all(|n| words.find(&format!("Word{n} "), 0, 4 + n.to_string().len()) == Some(WordId(n))));
    }

    #[test]
    fn only_letters_change_in_lower_case() {
        for byte in 0..128u8 {
            assert_eq!(lower(u64::from(byte)), u64::from(byte.to_ascii_lowercase()));
        }
    }
}
