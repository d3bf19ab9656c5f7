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

mod class;
mod clitics;
mod filter;
mod layout;
mod lexicon;
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

pub use clitics::{Proclitics, Reading};
pub use filter::KeyFilter;
pub use isnad_normalize::{Key, OffsetIndex, OffsetUnit, fold_char, fold_into, fold_key, is_ignorable};
pub use layout::ParagraphKind;
pub use lexicon::{Edge, Entry, Lexicon, LexiconBuilder, LexiconError, LexiconTable, Match, PhraseFlags};
pub use overlap::{Mention, resolve_overlaps};
pub use quotation::Quotation;
pub use rule::RuleId;
pub use sentence::Sentence;
pub use span::Span;
pub use text::Text;
pub use token::{Token, TokenKind};
