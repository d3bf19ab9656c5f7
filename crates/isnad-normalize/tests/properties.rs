//! Laws that hold for any text.

use isnad_dev::testing::config;
use isnad_normalize::{Normalizer, OffsetUnit, Profile, Scheme};
use proptest::prelude::*;

const PRESETS: [Profile; 6] = [
    Profile::DISPLAY,
    Profile::MODEL,
    Profile::SEARCH,
    Profile::MATCHING,
    Profile::COMPOSED,
    Profile::DECOMPOSED,
];

/// What makes trouble, in any order.
fn troublesome() -> impl Strategy<Value = String> {
    let piece = proptest::sample::select(vec![
        "ا",
        "ا",
        "أ",
        "آ",
        "ى",
        "ي",
        "ة",
        "ه",
        "ل",
        "لا",
        "ﻻ",
        "ﷺ",
        "ﷲ",
        "ـ",
        "ـ",
        "َ",
        "ّ",
        "ٰ",
        "\u{653}",
        "\u{654}",
        "\u{655}",
        "\u{8f1}",
        "\u{fc60}",
        "\u{fe77}",
        " ",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\u{a0}",
        "\u{200c}",
        "\u{200f}",
        "\u{feff}",
        "١",
        "5",
        "٪",
        "،",
        "«",
        "“",
        "–",
        "A",
        "é",
        "🙂",
        "𝟙",
        "ی",
        "سطر طويل من نص نقل من صفحة ضيقة فانكسر",
    ]);
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![troublesome(), any::<String>(), "[\u{600}-\u{6ff} ]{0,80}"]
}

/// Normalizers are made once: that is the slow part.
fn preset(index: usize) -> &'static Normalizer {
    static ALL: std::sync::OnceLock<Vec<Normalizer>> = std::sync::OnceLock::new();
    &ALL.get_or_init(|| PRESETS.iter().map(|&p| Normalizer::new(p)).collect())[index]
}

fn is_idempotent(normalizer: &Normalizer, source: &str) {
    let once = normalizer.normalize(source);
    let twice = normalizer.normalize(once.text());
    assert_eq!(once.text(), twice.text(), "{source:?}");
    let mut into = String::new();
    normalizer.normalize_into(source, &mut into);
    assert_eq!(once.text(), into);
}

fn maps_both_ways(normalizer: &Normalizer, source: &str) {
    let normalized = normalizer.normalize(source);
    let text = normalized.text();
    let in_order: Vec<usize> = (0..=text.len()).filter(|&i| text.is_char_boundary(i)).collect();
    let mut last = 0;
    let step = 1 + in_order.len() / 120;
    for pair in in_order.windows(2).step_by(step) {
        let source_range = normalized.to_source(pair[0]..pair[1]);
        assert!(source.get(source_range.clone()).is_some_and(|s| !s.is_empty()), "{source:?} {pair:?}");
        assert!(source_range.start >= last, "{source:?} {pair:?}");
        last = source_range.start;
        let back = normalized.to_result(source_range);
        assert!(back.start <= pair[0] && pair[1] <= back.end, "{source:?} {pair:?} {back:?}");
    }
    if step > 1 {
        return;
    }
    let mut next = 0;
    for (at, c) in source.char_indices() {
        let range = normalized.to_result(at..at + c.len_utf8());
        assert!(text.get(range.clone()).is_some(), "{source:?} {at}");
        assert!(range.start <= next, "{source:?}: nothing came from {:?}", text.get(next..range.start));
        next = next.max(range.end);
    }
    assert_eq!(next, text.len(), "{source:?}");
    let chars = normalized.map(OffsetUnit::Chars);
    let whole = chars.to_result(0..source.chars().count());
    assert_eq!(whole, 0..text.chars().count());
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn folding_is_idempotent(source in any_text(), index in 0usize..6) {
        let normalizer = preset(index);
        // Elongation is not sought inside ligatures.
        let source = if normalizer.profile().shorten_elongation { source.replace(['ﻻ', 'ﷲ', 'ﷺ'], "") } else { source };
        is_idempotent(normalizer, &source);
    }

    #[test]
    fn the_map_covers_both_texts(source in any_text(), index in 0usize..6) {
        maps_both_ways(preset(index), &source);
    }

    #[test]
    fn long_texts_map_alike(source in troublesome(), index in 0usize..6) {
        let before = "قال المتحدث إن «الأُسرة» بخير. ".repeat(24);
        maps_both_ways(preset(index), &[before.as_str(), &source, &before].concat());
    }
}

const SCHEMES: [Scheme; 4] =
    [Scheme::Buckwalter, Scheme::SafeBuckwalter, Scheme::XmlBuckwalter, Scheme::HabashSoudiBuckwalter];

proptest! {
    #[test]
    fn transliteration_comes_back(source in any_text(), scheme in 0usize..4) {
        let scheme = SCHEMES[scheme];
        let signs = scheme.to_latin(&source);
        prop_assert_eq!(scheme.to_arabic(&signs), source.as_str());
    }

    #[test]
    fn signs_come_back(letters in "[\u{621}-\u{63a}\u{640}-\u{652}\u{670}\u{671}پچڤگ]{0,40}", scheme in 0usize..4) {
        let scheme = SCHEMES[scheme];
        let signs = scheme.to_latin(&letters).into_owned();
        let back = scheme.to_arabic(&signs);
        prop_assert_eq!(scheme.to_latin(&back), signs.as_str());
    }

    #[test]
    fn stems_are_part_of_their_words(word in "[\u{621}-\u{63a}\u{641}-\u{64a}]{0,9}") {
        prop_assert!(word.contains(isnad_normalize::light_stem(&word)));
    }
}
