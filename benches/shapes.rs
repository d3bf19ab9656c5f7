//! Shapes of text that a careless program reads in quadratic time.

/// A name, and what is repeated.
pub(crate) const SHAPES: [(&str, &str); 19] = [
    ("digits", "1"),
    ("words of one letter", "و "),
    ("one long word", "وال"),
    ("cues", "قال إن "),
    ("opening quotation marks", "«"),
    ("nested speech", "وقال محمد إن «"),
    ("names without end", "عبد الرحمن بن "),
    ("ranges without end", "بين 3 و"),
    ("dates without end", "1/2/"),
    ("marks", "ب\u{64e}\u{651}\u{650}"),
    ("controls", "\u{202e}\u{200b}7"),
    ("counts on one line", "12 قتيلا و3 جرحى، "),
    ("one mark", "\u{64e}"),
    ("marks out of order", "ب\u{651}\u{64e}"),
    ("empty quotations", "«»"),
    ("quotation marks of two kinds", "«\""),
    ("hashtags without words", "#_"),
    ("word ligatures", "ﷺ"),
    ("presentation forms", "ﻣﺤﻤﺪ ﻻ"),
];

/// The unit over and over, up to `bytes`.
#[allow(dead_code)] // one of the programs that share this file only names the shapes
pub(crate) fn repeat(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}
