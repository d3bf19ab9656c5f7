//! The text foundation of Isnad: a [`Text`] is prepared once, and every layer above asks it.
//!
//! ```
//! use isnad_text::Text;
//!
//! // "And the Ministry of Defence said: «We control the city»."
//! let text = Text::new("وقالت وزارة الدفاع: «نسيطر على المدينة».");
//! let words: Vec<&str> = text.tokens().iter().map(|t| text.slice(t.span())).collect();
//! assert_eq!(words, ["وقالت", "وزارة", "الدفاع", ":", "«", "نسيطر", "على", "المدينة", "»", "."]);
//! assert_eq!(text.sentences().len(), 1);
//! assert_eq!(text.slice(text.quotations()[0].inner), "نسيطر على المدينة");
//! ```
//!
//! What it makes of a text:
//!
//! ```
//! use isnad_text::{Text, TokenKind};
//!
//! for (text, tokens, sentences) in [
//!     ("قال 3.5 كلم.", 4, 1),                  // a decimal point ends no sentence
//!     ("عاد د. سامر. ثم غادر.", 8, 2),         // nor does the point of an abbreviation, "Dr."
//!     ("وبالعراق", 1, 1),                      // "and in Iraq" is one token with several readings
//!     ("«نعم» – لا", 5, 1),
//! ] {
//!     let text = Text::new(text);
//!     assert_eq!((text.tokens().len(), text.sentences().len()), (tokens, sentences), "{}", text.source());
//! }
//! let text = Text::new("وبالعراق");
//! assert!(text.readings(0).len() >= 2 && text.tokens()[0].kind() == TokenKind::Word);
//! ```
//!
//! A [`Lexicon`] finds phrases over tokens, through proclitics and spellings; [`pattern`] is the language of rules;
//! [`resolve_overlaps`] is the one order in which overlapping finds yield.
//!
//! # Performance
//!
//! One pass over the characters for tokens, folded forms and keys; nothing is allocated for a token. A lexicon answers a
//! word that begins none of its phrases with one look at a small array.
//!
//! # Untrusted input
//!
//! Any string gives a [`Text`], in time and memory linear in its length; nothing panics. A text reads at most 2 GiB. One
//! attempt at a pattern takes at most 4096 steps, whatever the pattern. Rule files and lexicons of a user that cannot be
//! read are errors with file and line. No clock, environment, file or network is asked, and there is no `unsafe`.
//!
//! # Features
//!
//! `rules` reads rule files (TOML), `json` lexicons from JSON Lines, `serde` writes spans, sentences, quotations, rules' names
//! and kinds, and reads them back. None is on by default.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod generated;

#[macro_use]
mod names;

mod class;
mod clitics;
mod filter;
mod function_words;
mod layout;
mod lexicon;
mod load;
mod overlap;
mod packed;
mod paragraph;
pub mod pattern;
mod plain;
mod quotation;
mod rule;
mod sentence;
mod span;
mod text;
mod token;
mod tokenize;

pub use clitics::{Proclitics, Reading, pronoun_len};
pub use filter::KeyFilter;
pub use function_words::{is_function_word, is_preposition};
/// The layer below, whose types stand in the signatures here.
#[doc(no_inline)]
pub use isnad_normalize as normalize;
pub use isnad_normalize::{Key, OffsetIndex, OffsetUnit, fold_char, fold_into, fold_key, is_ignorable};
pub use layout::ParagraphKind;
pub use lexicon::{Edge, Entry, Lexicon, LexiconBuilder, LexiconTable, Match, PhraseFlags, same_bytes};
pub use load::LoadError;
pub use names::UnknownName;
pub use overlap::{Mention, resolve_overlaps};
pub use quotation::Quotation;
pub use rule::RuleId;
pub use sentence::Sentence;
pub use span::Span;
pub use text::Text;
pub use token::{Token, TokenKind};
