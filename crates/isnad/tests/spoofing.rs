//! Characters that deceive the eye cannot change a value unseen: what is read stays, or the document says where they are.
#![cfg(feature = "claims")]

use isnad::{Analyzer, Deception, Document};

/// Controls that turn about, marks of direction, characters without width.
const HIDDEN: [char; 15] = [
    '\u{61c}',
    '\u{200e}',
    '\u{200f}',
    '\u{202a}',
    '\u{202b}',
    '\u{202d}',
    '\u{202e}',
    '\u{2066}',
    '\u{2067}',
    '\u{2069}',
    '\u{200b}',
    '\u{2060}',
    '\u{feff}',
    '\u{ad}',
    '\u{e0041}',
];

/// "The Iraqi Ministry of Health said on 14 January 2024 that 1250 people were killed in Baghdad."
const SENTENCE: &str = "قالت وزارة الصحة العراقية في 14 كانون الثاني 2024 إن 1250 شخصا قتلوا في بغداد.";

/// What a reader would take away.
fn values(document: &Document<'_>) -> (Vec<String>, Vec<String>, Vec<Option<String>>) {
    (
        document.quantities.iter().map(|q| format!("{:?} {:?}", q.low, q.high)).collect(),
        document.dates.iter().map(|d| d.timex3()).collect(),
        document.entities.iter().map(|e| e.id.as_deref().map(str::to_string)).collect(),
    )
}

/// Every hidden character at every place inside a word or number.
#[test]
fn hidden_characters_are_told() {
    let analyzer = Analyzer::new();
    let clean = analyzer.analyze(SENTENCE);
    assert!(clean.suspicious().is_empty());
    assert_eq!((clean.quantities.len(), clean.dates.len(), clean.entities.len()), (1, 1, 2));
    let wanted = values(&clean);
    let mut changed = Vec::new();
    for hidden in HIDDEN {
        let letters = SENTENCE.char_indices().zip(SENTENCE.chars().skip(1));
        for ((at, before), after) in letters {
            if !before.is_alphanumeric() || !after.is_alphanumeric() {
                continue;
            }
            let (left, right) = SENTENCE.split_at(at + before.len_utf8());
            let source = format!("{left}{hidden}{right}");
            let document = analyzer.analyze(&source);
            let told = document.suspicious();
            assert!(
                told.iter().any(|s| document.text.slice(s.span).contains(hidden)),
                "{hidden:?} at {at} is not told"
            );
            // Numbers and dates stay; a name may be lost, and never becomes another.
            let (numbers, dates, names) = values(&document);
            if numbers != wanted.0 || dates != wanted.1 || names.iter().any(|name| !wanted.2.contains(name)) {
                changed.push(format!("{hidden:?} at {at}: {numbers:?} {dates:?} {names:?}"));
            }
        }
    }
    assert!(changed.is_empty(), "{} readings are changed:\n{}", changed.len(), changed.join("\n"));
}

#[test]
fn look_alikes_are_told() {
    let analyzer = Analyzer::new();
    let kinds = |text: &str| analyzer.analyze(text).suspicious().iter().map(|s| s.kind).collect::<Vec<_>>();
    // A Cyrillic а in a Latin name; Persian kaf and ya in an Arabic one.
    assert_eq!(kinds("قال متحدث باسم Bаnk of Iraq"), [Deception::MixedScripts]);
    assert_eq!(kinds("قال الرئيس الأمريکی"), [Deception::LookAlike]);
    // A turned number, told once for a run of controls.
    assert_eq!(kinds("قتل \u{202e}\u{2066}12 شخصا"), [Deception::BidiControl]);
    // Marks of direction beside punctuation, and joiners in words, are how people type.
    assert_eq!(kinds("قال: \u{200f}«نعم»\u{200f}. می\u{200c}خواهم"), []);
}
