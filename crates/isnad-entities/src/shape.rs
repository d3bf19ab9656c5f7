//! What the letters of a word tell that no list holds: transliterated names look unlike Arabic words.
//!
//! Arabic words are made of roots in patterns, with endings and beginnings that come back everywhere. Foreign names
//! written in Arabic letters (كوفيليس, شاكوفسي) have long vowels and clusters where no pattern has them. Three letters
//! that follow each other are weighed by how much oftener they stand in the ones than in the others (data/shapes.tsv).

use isnad_text::pattern::Classes;

use crate::generated::classes as class;
use crate::generated::shapes::{LETTERS, WEIGHTS};

/// From this weight on a word is foreign; in half nats.
const FOREIGN: i32 = 6;
/// From this weight on it leans to foreign.
const ODD: i32 = 0;

/// Endings of common words: their, her, our, adverbial and plural endings; folded.
const ENDINGS: [&str; 9] = ["ها", "هم", "هما", "نا", "وا", "ات", "ين", "ون", "ته"];

/// Classes that the length alone tells.
pub(crate) fn length(folded: &str) -> Classes {
    if folded.len() <= 4 { class::SHORT } else { Classes::NONE }
}

/// Classes that the letters of an unknown word tell.
pub(crate) fn of(surface: &str, folded: &str) -> Classes {
    let word = folded.strip_prefix("ال").unwrap_or(folded);
    if surface.contains('\u{64B}') {
        return class::INFLECTED; // قائلاً: the ending of adverbs and objects
    }
    if folded.starts_with("ال") && folded.ends_with("يه") {
        return class::INFLECTED; // النسبية: feminine adjectives
    }
    if folded.starts_with("الم") && !folded.ends_with('ي') {
        return class::INFLECTED; // المحترف, المنتقل: participles, hardly ever names
    }
    let weight = weight(word);
    let ending = ENDINGS.iter().any(|e| word.len() >= e.len() + 6 && word.ends_with(e));
    // No verb bears the article: اليزمي is a name.
    let imperfect = word.len() == folded.len() && word.len() >= 8 && word.starts_with(['ي', 'ت', 'ن']);
    // What looks like a verb, or like a word with an ending, must look very foreign to be a name.
    let (mut odd, mut foreign) = (ODD, FOREIGN);
    if ending || imperfect {
        (odd, foreign) = (odd + FOREIGN, foreign + FOREIGN);
    }
    if word.ends_with("يا") {
        foreign += FOREIGN / 2; // يوميا "daily" as often as ألكسندريا
    }
    if word.ends_with('ا') {
        odd += FOREIGN; // زيا "a costume": the ending of objects
    }
    if word.ends_with('ه') && word.len() == folded.len() {
        (odd, foreign) = (odd + 2 * FOREIGN, foreign + FOREIGN);
    }
    let mut classes = Classes::NONE;
    // برنامجا, قوله: the endings of objects and of "his" end no name that the letters do not speak for.
    let object = word.ends_with('ا') || (surface.ends_with('ه') && folded.len() >= 8);
    if (ending || imperfect || object) && weight < odd {
        classes = classes.with(class::INFLECTED);
    }
    if weight >= odd {
        classes = classes.with(class::ODD);
    }
    if weight >= foreign {
        classes = classes.with(class::FOREIGN);
    }
    classes
}

/// Whether an unknown word looks like an Arabic word behind a proclitic (بنتائج "with results") more than like a name.
pub(crate) fn looks_prefixed(folded: &str) -> bool {
    let rest = folded.get(2..).unwrap_or_default();
    weight(rest) < ODD && weight(folded) < 2 * FOREIGN
}

/// Sum of the weights of a word's trigrams, borders included.
fn weight(word: &str) -> i32 {
    let (mut first, mut second, mut sum) = (None, 0, 0);
    for symbol in word.chars().map(symbol).chain([Some(0)]) {
        // Letters that Arabic does not have (پ چ ڤ گ) stand in foreign names alone.
        let Some(symbol) = symbol else { return FOREIGN };
        if let Some(first) = first {
            let at = (first * 30 + second) * 30 + symbol;
            sum += WEIGHTS.get(at).map_or(0, |&w| i32::from(w) - i32::from(b'N'));
        }
        first = Some(second);
        second = symbol;
    }
    sum
}

/// Number of a letter, 1–29.
fn symbol(c: char) -> Option<usize> {
    let at = (c as usize).checked_sub(0x0621)?;
    SYMBOLS.get(at).copied().filter(|&s| s > 0).map(usize::from)
}

/// U+0621–U+064A, 0 for what no folded word has.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler: an index out of range would not build
static SYMBOLS: [u8; 42] = {
    let mut table = [0; 42];
    let letters = LETTERS.as_bytes();
    let mut n = 0;
    while 2 * n < letters.len() {
        // Two bytes of UTF-8: 110xxxxx 10xxxxxx.
        let code = ((letters[2 * n] as usize & 0x1F) << 6) | (letters[2 * n + 1] as usize & 0x3F);
        table[code - 0x0621] = n as u8 + 1;
        n += 1;
    }
    table
};
