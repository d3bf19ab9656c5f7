//! For search engines: the light10 stemmer and a list of stop words.

use alloc::string::String;

use crate::fold_into;
use crate::generated::stop_words::STOP_WORDS;

/// Prefixes of light10, the first that fits is taken: the article with and without a proclitic, and و (and).
const PREFIXES: [&str; 7] = ["ال", "وال", "بال", "كال", "فال", "لل", "و"];
/// Suffixes of light10, each is tried once, in this order: pronouns, dual, plurals, nisba, feminine.
const SUFFIXES: [&str; 10] = ["ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"];

/// The stem that search engines index Arabic words by: light10 (Larkey, Ballesteros and Connell 2007), as Lucene has it.
///
/// Give it a word that the profile [`SEARCH`](crate::Profile::SEARCH) has normalized.
///
/// ```
/// use isnad_normalize::light_stem;
/// assert_eq!(light_stem("والمدارس"), "مدارس"); // "and the schools"
/// assert_eq!(light_stem("مدرسات"), "مدرس"); // "women teachers"
/// ```
#[must_use]
pub fn light_stem(word: &str) -> &str {
    let letters = |word: &str| word.chars().count();
    let mut stem = word;
    for prefix in PREFIXES {
        let shortest = if prefix == "و" { 3 } else { 2 };
        if let Some(rest) = stem.strip_prefix(prefix)
            && letters(rest) >= shortest
        {
            stem = rest;
            break;
        }
    }
    for suffix in SUFFIXES {
        if let Some(rest) = stem.strip_suffix(suffix)
            && letters(rest) >= 2
        {
            stem = rest;
        }
    }
    stem
}

/// Whether a word, however it is spelled, carries no content of its own.
///
/// ```
/// use isnad_normalize::is_stop_word;
/// assert!(is_stop_word("إلى") && is_stop_word("الى")); // to
/// assert!(!is_stop_word("وزير")); // minister
/// ```
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    STOP_WORDS.binary_search(&folded.as_str()).is_ok()
}

/// All stop words in their matching fold, sorted.
///
/// ```
/// assert!(isnad_normalize::stop_words().contains(&"الي")); // to
/// ```
#[must_use]
pub fn stop_words() -> &'static [&'static str] {
    STOP_WORDS
}
