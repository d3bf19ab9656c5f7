//! Words of grammar: what is neither noun nor full verb (`data/function_words.tsv`).

use crate::generated::function_words::{FUNCTION_WORDS, PREPOSITIONS};

/// Whether a folded word is a preposition.
///
/// ```
/// assert!(isnad_text::is_preposition("علي")); // على "on", as it folds
/// assert!(!isnad_text::is_preposition("ثم")); // "then"
/// ```
#[must_use]
pub fn is_preposition(folded: &str) -> bool {
    PREPOSITIONS.binary_search(&folded).is_ok()
}

/// Whether a folded word is a preposition, a conjunction, an adverb, a pronoun, a particle or an auxiliary: no noun that a
/// number before it counts.
///
/// ```
/// assert!(isnad_text::is_function_word("ثم")); // "then"
/// assert!(!isnad_text::is_function_word("كتاب")); // "book"
/// ```
#[must_use]
pub fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.binary_search(&folded).is_ok()
}
