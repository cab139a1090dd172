//! What holds of tokens, blocks and sentences of any text whatever.

use std::time::{Duration, Instant};

use pactum::text::{BlockKind, blocks, sentences, tokens};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

/// Pieces that pages are made of, in any order.
const PIECES: &[&str] = &[
    "LIMA, May 5 (Andean Wire) --",
    "The two sides signed a treaty on Monday, the ministry said.",
    "By Ana Soto",
    "Published: 5 May 2031 | 10:12",
    "\n",
    "\n\n",
    "• ",
    "1. ",
    "(a) ",
    "-- ",
    "    ",
    "\t",
    " | ",
    "Dr. J. K. Mensah of the U.N. said: “Why not?”",
    "Read also: ",
    "© 2031",
    "agreed on\nthe",
    "’s",
    "e\u{301}",
    "中国。",
    "🇵🇪",
    "\r\n",
    "...",
    "[Photo]",
    "\u{a0}",
];

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// Checks all properties of one text.
fn check(text: &str) {
    let cut: Vec<(usize, &str)> = tokens(text).into_iter().map(|token| (token.span().start(), token.span().of(text))).collect();
    let mut rest = &cut[..];
    for (at, piece) in text.split_word_bound_indices() {
        for word in piece.split_whitespace() {
            let start = at + word.as_ptr() as usize - piece.as_ptr() as usize;
            // Of what combines with white space, letters are kept.
            if start == at || word.contains(char::is_alphanumeric) {
                // "month.Under" is three tokens, which together are the word.
                let parts = rest.iter().take_while(|(at, _)| *at < start + word.len()).count();
                assert_eq!(rest[0].0, start);
                assert_eq!(rest[..parts].iter().map(|part| part.1).collect::<String>(), word);
                assert!(parts == 1 || word.contains(['.', ',']) || word.starts_with(|c: char| c.is_ascii_digit()), "{word}");
                rest = &rest[parts..];
            }
        }
    }
    assert!(rest.is_empty(), "{rest:?}");

    let blocks = blocks(text);
    let mut end = 0;
    for block in &blocks {
        let span = block.span;
        assert!(end <= span.start() && !span.is_empty(), "blocks follow one another: {blocks:?}");
        assert!(!text[end..span.start()].contains(|c: char| c.is_alphanumeric()), "no word stands outside the blocks");
        assert_eq!(span.of(text).trim(), span.of(text));
        end = span.end();
    }
    assert!(!text[end..].contains(|c: char| c.is_alphanumeric()));

    let mut end = 0;
    for sentence in sentences(text) {
        assert!(end <= sentence.span.start() && !sentence.span.is_empty(), "sentences follow one another");
        assert!(blocks[sentence.block].span.contains(sentence.span), "a sentence lies in its block");
        end = sentence.span.end();
    }
}

proptest! {
    #[test]
    fn any_string(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_order_of_the_pieces_of_pages(text in page()) {
        check(&text);
    }
}

#[test]
fn marks_behind_white_space() {
    for space in [" ", "\n", "\t", "\u{a0}", "\u{2000}", "\u{202f}", "\u{3000}"] {
        for mark in ["\u{301}", "\u{93e}", "\u{16f8f}", "\u{200d}", "\u{200e}", "\u{200d}\u{93e}"] {
            check(&[space, mark].concat());
            check(&["Peru", space, mark, space, "signed", space, mark, "."].concat());
        }
    }
}

#[test]
fn every_block_but_a_dateline_is_cut_into_sentences() {
    let text = "Peru, Chile sign treaty\n\nLIMA, May 5 (Andean Wire) -- It was signed on Monday. Both ministers spoke.";
    let cut: Vec<&str> = sentences(text).iter().map(|sentence| sentence.span.of(text)).collect();
    assert_eq!(cut, ["Peru, Chile sign treaty", "LIMA, May 5 (Andean Wire) -- It was signed on Monday.", "Both ministers spoke."]);
}

#[test]
fn wrapped_lines_are_one_block_and_items_are_not() {
    let page = "Peru and Chile sign two papers\n\n\
        The foreign ministers of Peru and Chile met on Monday in Arica and, once the\n\
        talks were over, signed two papers that had been under negotiation for most of\n\
        the past eleven years:\n\
        - a treaty on the shared waters of the lake, which has to be ratified by both\n\
        \x20 parliaments\n\
        - a memorandum on floods\n";
    let found: Vec<BlockKind> = blocks(page).iter().map(|block| block.kind).collect();
    assert_eq!(found, [BlockKind::Headline, BlockKind::Paragraph, BlockKind::ListItem, BlockKind::ListItem]);
}

/// Doubling a text must not take four times as long; the bound leaves room for a busy machine.
#[test]
fn time_is_linear_on_hostile_texts() {
    let hostile = [
        "(",
        "/",
        "a. ",
        "A. ",
        "\"",
        ".”",
        "LIMA, ",
        "(Andean ",
        "- ",
        "1. ",
        "\n",
        "word\n",
        "x | ",
        "  y",
        "By A and ",
        "e\u{301}",
        "No. 1 ",
        "agreed on\nthe",
    ];
    for piece in hostile {
        let time = |size: usize| {
            let text = piece.repeat(size / piece.len());
            (0..3)
                .map(|_| {
                    let start = Instant::now();
                    assert!(sentences(&text).len() <= text.len());
                    start.elapsed()
                })
                .min()
                .unwrap_or_default()
        };
        let (short, long) = (time(30_000), time(240_000));
        assert!(long < short * 32 + Duration::from_millis(50), "{piece:?}: {short:?}, {long:?}");
    }
}
