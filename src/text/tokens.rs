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

impl Case {
    /// Two bits of which a word that fits has at least those of the form that it fits: "ACCORD" fits "Accord" and "accord".
    pub(crate) fn bits(self) -> u32 {
        match self {
            Case::Upper => 0b11,
            Case::Title => 0b01,
            Case::Lower | Case::None => 0b00,
        }
    }
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

    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
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

/// Cuts a text into tokens at white space and at the word boundaries of Unicode Standard Annex 29, dropping the white space
/// and the accents and format characters that combine with it.
///
/// Beyond the annex it parts what pages paste together without a space: "month.Under", "May 10,2014", "2004Security".
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
    let text = readable(text);
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if CLASSES[bytes[at] as usize] == Class::Space {
            at += 1;
            continue;
        }
        let (first, begin) = (out.len(), at);
        at = match plain_run(text, at, &mut out) {
            Ok(end) => end,
            Err(hard) => {
                // A mark combines with the space before it.
                out.truncate(first);
                let begin = if hard == begin { begin.saturating_sub(1) } else { begin };
                let end = hard + bytes[hard..].iter().position(|&b| CLASSES[b as usize] == Class::Space).unwrap_or(bytes.len() - hard);
                any_run(text, begin, end, &mut out);
                end
            }
        };
    }
    out
}

/// Offsets are `u32`: what lies behind 4 GiB is not read.
fn readable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The Word_Break property of characters, as far as the quick path goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// White space of ASCII.
    Space,
    Lower,
    Upper,
    /// A letter outside ASCII, of whatever case.
    Letter,
    Digit,
    /// "_"
    Join,
    /// ":" and "·" between letters.
    MidLetter,
    /// "," and ";" between digits.
    MidNumber,
    /// ".", "'" and "’" between letters or between digits.
    MidBoth,
    /// A token by itself.
    Mark,
    /// White space outside ASCII, a piece by itself and no token.
    Blank,
    /// Not for the quick path: combining marks, joiners, other scripts.
    Hard,
}

impl Class {
    /// A letter, a digit or "_", of ASCII.
    fn is_wordy(self) -> bool {
        matches!(self, Class::Lower | Class::Upper | Class::Digit | Class::Join)
    }
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Hard; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => Class::Space,
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Join,
            b':' => Class::MidLetter,
            b',' | b';' => Class::MidNumber,
            b'.' | b'\'' => Class::MidBoth,
            _ => Class::Mark,
        };
        byte += 1;
    }
    table
};

/// The class of the character at an offset, and its length.
fn class_at(text: &str, at: usize) -> (Class, usize) {
    let class = CLASSES[text.as_bytes()[at] as usize];
    if class != Class::Hard { (class, 1) } else { wide_class(text, at) }
}

/// The class of a character outside ASCII.
#[cold]
fn wide_class(text: &str, at: usize) -> (Class, usize) {
    let Some(c) = text[at..].chars().next() else { return (Class::Hard, 1) };
    let class = match c {
        '\u{a0}' => Class::Blank,
        '·' => Class::MidLetter,
        '‘' | '’' => Class::MidBoth,
        '\u{ad}' | '¸' => Class::Hard,
        'ª' | 'µ' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' | 'Ḁ'..='ỿ' => Class::Letter,
        '¡'..='¿' | '×' | '÷' => Class::Mark,
        '‐'..='―' | '“'..='‟' | '†'..='•' | '…' | '‰' | '‹' | '›' | '€' | '™' | '−' => Class::Mark,
        _ => Class::Hard,
    };
    (class, c.len_utf8())
}

/// Cuts a run without ASCII space by the rules of plain text; or tells where a character stands that these do not cover.
fn plain_run(text: &str, mut at: usize, out: &mut Vec<Token>) -> Result<usize, usize> {
    let len = text.len();
    while at < len {
        let start = at;
        let (class, width) = class_at(text, at);
        at += width;
        match class {
            Class::Space => return Ok(start),
            Class::Hard => return Err(start),
            Class::Blank => continue,
            Class::Lower | Class::Upper | Class::Letter | Class::Digit | Class::Join => {
                let (end, joined) = word_end(text, at, class)?;
                let seam = if joined || class == Class::Digit && end > start + 4 { seam(&text[start..end]) } else { None };
                at = seam.map_or(end, |seam| start + seam);
            }
            Class::MidLetter | Class::MidNumber | Class::MidBoth | Class::Mark => {}
        }
        out.push(token(text, start, at, class));
    }
    Ok(at)
}

/// Where a word of the annex is two that were pasted together: "month|.Under", "10|,2014", "2004|Security".
fn seam(word: &str) -> Option<usize> {
    let lower = |c: Option<char>| c.is_some_and(char::is_lowercase);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(word);
    let rest = &word[first..];
    let titled = |text: &str| text.starts_with(char::is_uppercase) && lower(text.chars().nth(1));
    if first == 4 && titled(rest) || (1..=2).contains(&first) && rest.starts_with(',') && digits(&rest[1..]) == 4 && rest.len() == 5 {
        return Some(first);
    }
    // Not "Kh.Battulga", an initial and a name.
    let stop = |(at, _): &(usize, &str)| *at > 2 && lower(word[..*at].chars().next_back()) && titled(&word[at + 1..]);
    word.match_indices('.').find(stop).map(|(at, _)| at)
}

/// The end of a word or number, whose last character so far is of a class, and whether a mark inside joins two parts.
fn word_end(text: &str, mut at: usize, mut last: Class) -> Result<(usize, bool), usize> {
    let bytes = text.as_bytes();
    let mut joined = false;
    loop {
        let Some(&byte) = bytes.get(at) else { return Ok((at, joined)) };
        let class = CLASSES[byte as usize];
        if class.is_wordy() {
            last = class;
            at += 1;
            continue;
        }
        if matches!(class, Class::Space | Class::Mark) {
            return Ok((at, joined));
        }
        let (class, width) = class_at(text, at);
        match class {
            Class::Letter => {
                last = class;
                at += width;
            }
            Class::MidLetter | Class::MidNumber | Class::MidBoth => {
                let next = if at + width < text.len() { class_at(text, at + width).0 } else { Class::Space };
                let joins = match (last, next) {
                    (_, Class::Hard) => return Err(at + width),
                    (Class::Digit, Class::Digit) => class != Class::MidLetter,
                    (Class::Lower | Class::Upper | Class::Letter, Class::Lower | Class::Upper | Class::Letter) => class != Class::MidNumber,
                    _ => false,
                };
                if !joins {
                    return Ok((at, joined));
                }
                joined = true;
                at += width;
            }
            Class::Hard => return Err(at),
            _ => return Ok((at, joined)),
        }
    }
}

/// A token of the quick path; its class is that of its first character.
fn token(text: &str, start: usize, end: usize, first: Class) -> Token {
    let (kind, case) = match first {
        Class::Lower => (TokenKind::Word, Case::Lower),
        Class::Upper | Class::Letter => (TokenKind::Word, case_of(&text[start..end])),
        Class::Digit => (TokenKind::Number, Case::None),
        _ => return other_token(text, start, end),
    };
    Token { start: start as u32, end: end as u32, kind, case }
}

/// A token by the nature of its first character.
fn other_token(text: &str, start: usize, end: usize) -> Token {
    let piece = &text[start..end];
    let first = piece.chars().next().unwrap_or(' ');
    let (kind, case) = if first.is_alphabetic() {
        (TokenKind::Word, case_of(piece))
    } else if first.is_numeric() {
        (TokenKind::Number, Case::None)
    } else {
        (TokenKind::Mark, Case::None)
    };
    Token { start: start as u32, end: end as u32, kind, case }
}

/// Cuts a run by all rules of the annex, and at the narrow space in "« Paris »", which the annex takes for a joint of words.
fn any_run(text: &str, begin: usize, end: usize, out: &mut Vec<Token>) {
    for (offset, piece) in text[begin..end].split_word_bound_indices() {
        let first = begin + offset;
        let mut start = first;
        for part in piece.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            // Of what combines with white space only vowel signs are kept, as letters: no accent, no direction mark.
            if word.contains(char::is_alphanumeric) || start == first && !word.is_empty() {
                parts(word).for_each(|(at, part)| out.push(other_token(text, start + at, start + at + part.len())));
            }
            start += part.len();
        }
    }
}

/// A word of the annex, parted at its seams: where each part begins, and its text.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let (mut at, mut seamed) = (0, false);
    std::iter::from_fn(move || {
        let rest = word.get(at..).filter(|rest| !rest.is_empty())?;
        let mark = seamed && rest.starts_with(['.', ',']);
        let found = if mark || !rest.starts_with(char::is_alphanumeric) { None } else { seam(rest) };
        seamed = found.is_some();
        let part = (at, &rest[..if mark { 1 } else { found.unwrap_or(rest.len()) }]);
        at += part.1.len();
        Some(part)
    })
}

fn case_of(word: &str) -> Case {
    if let [b'A'..=b'Z', b'a'..=b'z', ..] = word.as_bytes() {
        return Case::Title;
    }
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
    let stem = word.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(['\'', '’']));
    (stem.unwrap_or(word), stem.is_some())
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
    fn what_pages_paste_together_is_parted() {
        assert_eq!(cut("this month.Under it"), ["this", "month", ".", "Under", "it"]);
        assert_eq!(cut("sécurité.Élan Nov 10,2014"), ["sécurité", ".", "Élan", "Nov", "10", ",", "2014"]);
        assert_eq!(cut("2004Security 2021By"), ["2004", "Security", "2021", "By"]);
        let whole = ["Ph.D", "S.p.A", "Kh.Battulga", "example.com", "10,204", "1,00,000", "A350", "2nd", "3D", "2000mAh", "Node.JS"];
        assert_eq!(cut(&whole.join(" ")), whole);
    }

    /// The tokens as the annex has them, by the crate that knows all of it.
    fn by_the_annex(text: &str) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        for (at, piece) in text.split_word_bound_indices() {
            for word in piece.split_whitespace() {
                let start = at + word.as_ptr() as usize - piece.as_ptr() as usize;
                if start == at || word.contains(char::is_alphanumeric) {
                    out.extend(parts(word).map(|(at, part)| (start + at, start + at + part.len())));
                }
            }
        }
        out
    }

    fn check(text: &str) {
        let cut: Vec<(usize, usize)> = tokens(text).iter().map(|t| (t.span().start(), t.span().end())).collect();
        assert_eq!(cut, by_the_annex(text), "{text:?}");
        let whole: Vec<Token> = by_the_annex(text).into_iter().map(|(start, end)| other_token(text, start, end)).collect();
        assert_eq!(tokens(text), whole, "{text:?}");
    }

    #[test]
    fn of_marks_behind_a_space_the_vowel_signs_are_kept() {
        assert_eq!(cut("a \u{93e} b"), ["a", "\u{93e}", "b"]);
        assert_eq!(cut("a\u{2000}\u{16f8f}"), ["a", "\u{16f8f}"]);
        assert_eq!(cut("a \u{301} \u{200e}b"), ["a", "b"]);
    }

    #[test]
    fn a_narrow_space_parts_words() {
        assert_eq!(cut("«\u{202f}Lomé\u{202f}»\u{202f}: 5\u{202f}May"), ["«", "Lomé", "»", ":", "5", "May"]);
    }

    #[test]
    fn every_character_is_cut_as_the_annex_says() {
        for c in ('\0'..='\u{33ff}').chain('\u{1f1e6}'..='\u{1f64f}') {
            for text in [
                format!("a{c}b"),
                format!("1{c}2"),
                format!(" {c} "),
                format!("{c}{c}s"),
                format!("a.{c}"),
                format!("'{c}_"),
                format!("\u{301}{c}"),
            ] {
                check(&text);
            }
        }
    }

    #[test]
    fn runs_of_all_kinds_are_cut_as_the_annex_says() {
        // Every string of four out of characters of each class.
        let kinds =
            [' ', '\n', 'a', 'B', 'é', '7', '_', ':', ',', '.', '’', '\'', '-', '\u{a0}', '\u{301}', '\u{200d}', '中', 'ア', '🇹', '\u{ad}'];
        for a in kinds {
            for b in kinds {
                for c in kinds {
                    for d in kinds {
                        check(&String::from_iter([a, b, c, d]));
                    }
                }
            }
        }
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
