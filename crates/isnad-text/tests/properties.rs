//! Laws that hold for any text.

use isnad_dev::testing::config;
use isnad_text::{Lexicon, OffsetIndex, OffsetUnit, PhraseFlags, Text};
use proptest::prelude::*;

/// Text made of what Arabic news is made of, in any order.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("والعراق"),
        Just("«"),
        Just("»"),
        Just("\""),
        Just("#"),
        Just("_"),
        Just("و"),
        Just("لل"),
        Just(" "),
        Just("\n"),
        Just("\n\n"),
        Just("."),
        Just("،"),
        Just("1,500"),
        Just("ً"),
        Just("ـ"),
        Just("\u{200f}"),
        Just("www.a.b"),
        Just("a@b.c"),
        Just("قال"),
        Just("؟!"),
        Just("🙂"),
        Just("ﻻ"),
        Just("%"),
        Just("’"),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn holds(source: &str) {
    let text = Text::new(source);
    let mut end = 0;
    for token in text.tokens() {
        let span = token.span();
        assert!(end <= span.start && span.start < span.end && source.get(span.range()).is_some());
        let gap = &source[end..span.start];
        assert!(
            gap.chars().all(|c| c.is_whitespace()
                || c == '_'
                || isnad_text::is_ignorable(c)
                || c.is_control()
                || matches!(c as u32, 0x600..=0x605 | 0x6DD)),
            "{gap:?}"
        );
        end = span.end;
    }
    // Paragraphs and sentences partition the tokens.
    let mut next = 0;
    for paragraph in text.paragraphs() {
        assert_eq!(paragraph.start, next);
        next = paragraph.end;
    }
    assert_eq!(next, text.tokens().len());
    let mut next = 0;
    for sentence in text.sentences() {
        assert_eq!(sentence.tokens.start, next);
        assert_eq!(text.span_of(sentence.tokens.clone()), sentence.span);
        next = sentence.tokens.end;
    }
    assert_eq!(next, text.tokens().len());
    for quotation in text.quotations() {
        assert!(quotation.outer.contains(quotation.inner) && source.get(quotation.inner.range()).is_some());
    }
    for i in 0..text.tokens().len() {
        assert_eq!(isnad_text::Key::of_folded(text.folded(i)), text.tokens()[i].key());
        for reading in text.readings(i) {
            assert!(text.surface(i).get(reading.skip as usize..).is_some_and(|rest| !rest.is_empty()));
        }
    }
}

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn any_text_is_partitioned(source in any::<String>()) {
        holds(&source);
    }

    #[test]
    fn newsy_text_is_partitioned(source in newsy()) {
        holds(&source);
    }

    #[test]
    fn every_phrase_is_found_where_it_stands(words in proptest::collection::vec("[ابتثدرسلمنوي]{3,6}", 1..4), before in 0usize..2) {
        let phrase = words.join(" ");
        let mut builder = Lexicon::builder();
        builder.add(&phrase, 5, PhraseFlags::NONE);
        let source = format!("{}{phrase} غدا", ["", "و"][before]);
        let text = Text::new(&source);
        let lexicon = builder.build();
        let found = lexicon.longest_at(&text, 0);
        // A word that only looks prefixed is not split, and a word of three letters may be all prefix.
        if before == 0 {
            prop_assert_eq!(text.slice(found.unwrap().span), phrase);
        } else if let Some(found) = found {
            prop_assert_eq!(text.slice(found.span), phrase);
        }
    }

    #[test]
    fn offsets_grow_with_bytes(source in any::<String>()) {
        let index = OffsetIndex::new(&source, OffsetUnit::Utf16);
        let mut last = 0;
        for (byte, _) in source.char_indices() {
            prop_assert!(index.get(byte) >= last);
            last = index.get(byte);
        }
        prop_assert_eq!(index.get(source.len()), source.encode_utf16().count());
    }
}
