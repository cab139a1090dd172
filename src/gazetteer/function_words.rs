//! The closed class of English: words that grammar is written with, each a constant.
//!
//! They have fixed ids at the head of every vocabulary, so a rule compares numbers:
//! `doc.word(i) == w::BETWEEN`.

use super::WordId;

macro_rules! function_words {
    ($($name:ident $form:literal),+ $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Id { _UNKNOWN, $($name),+ }
        $(#[doc = $form] #[allow(dead_code)] pub(crate) const $name: WordId = WordId(Id::$name as u32);)+
        /// Every function word, in the order of its id, which counts from 1.
        pub(crate) const FUNCTION_WORDS: &[&str] = &[$($form),+];
    };
}

function_words! {
    A "a", ABOUT "about", ABOVE "above", AFTER "after", AGAINST "against", AGO "ago", ALL "all", ALONG "along",
    ALSO "also", AM "am", AMID "amid", AMONG "among", AN "an", AND "and", ANOTHER "another", ANY "any", ARE "are", AS "as",
    AT "at", BE "be", BEEN "been", BEFORE "before", BEHALF "behalf", BEING "being", BETWEEN "between", BOTH "both",
    BUT "but", BY "by", CAN "can", CONCERNING "concerning", COULD "could", DESPITE "despite", DID "did", DO "do",
    DOES "does", DURING "during", EACH "each", EARLIER "earlier", EVERY "every", EXCEPT "except", FOR "for",
    FORMER "former", FROM "from", HAD "had", HAS "has", HAVE "have", HAVING "having", HE "he", HER "her",
    HERE "here", HIM "him", HIS "his", I "i", IF "if", IN "in", INTO "into", IS "is", IT "it", ITS "its",
    LATTER "latter", MAY "may", MIGHT "might", MUST "must", NEITHER "neither", NEVER "never", NO "no", NOR "nor",
    NOT "not", OF "of", OFF "off", ON "on", ONE "one", ONTO "onto", OR "or", OTHER "other", OTHERS "others",
    OUR "our", OVER "over", PRESENCE "presence", REGARDING "regarding", RESPECTIVELY "respectively", SAME "same",
    SHALL "shall", SHE "she", SHOULD "should", SIDE "side", SINCE "since", SO "so", SUCH "such", THAN "than",
    THAT "that", THE "the", THEIR "their", THEM "them", THEN "then", THERE "there", THESE "these", THEY "they",
    THIS "this", THOSE "those", THROUGH "through", TO "to", TOGETHER "together", TOWARDS "towards",
    UNDER "under", UNTIL "until", UP "up", UPON "upon", US "us", VIA "via", WAS "was", WE "we", WERE "were",
    WHAT "what", WHEN "when", WHERE "where", WHICH "which", WHILE "while", WHO "who", WHOM "whom", WHOSE "whose",
    WILL "will", WITH "with", WITHIN "within", WITHOUT "without", WOULD "would", YOUR "your",
    LATER "later", HENCE "hence", TILL "till", THRU "thru", THROUGHOUT "throughout", CIRCA "circa", AROUND "around",
    PREVIOUSLY "previously",
    COMMA ",", STOP ".", COLON ":", SEMICOLON ";", HYPHEN "-", EN_DASH "–", EM_DASH "—", SLASH "/", OPEN "(",
    CLOSE ")", OPEN_SQUARE "[", CLOSE_SQUARE "]", QUOTE "\"", APOSTROPHE "'", OPEN_QUOTE "“", CLOSE_QUOTE "”",
    AMPERSAND "&", BULLET "•", BAR "|", ASTERISK "*", EXCLAMATION "!", QUESTION "?", OPEN_GUILLEMET "«",
    CLOSE_GUILLEMET "»", ELLIPSIS "…", PLUS "+", PERCENT "%", HASH "#",
    MIDDLE_DOT "·", DEGREE "°", DOLLAR "$", EURO "€", POUND "£", MINUS "−",
}

/// Whether a word is of the closed class; marks are not.
pub(crate) fn is_function_word(word: WordId) -> bool {
    (A.0..COMMA.0).contains(&word.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_count_from_one_and_words_are_distinct() {
        assert_eq!(FUNCTION_WORDS[A.0 as usize - 1], "a");
        assert_eq!(FUNCTION_WORDS[HASH.0 as usize - 1], "#");
        let mut sorted = FUNCTION_WORDS.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), FUNCTION_WORDS.len());
    }
}
