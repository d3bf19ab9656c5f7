//! Arabic numbers and quantities, in digits and in words, with exact values and byte offsets; and numbers back to words.
//!
//! | text | found | low | high | |
//! |---|---|---|---|---|
//! | أكثر من 600 كيلومتر "more than 600 km" | `600 كيلومتر` | 600 | | measure, km |
//! | نحو 14 ألفاً "about 14 thousand" | `14 ألفاً` | 14000 | 14000 | approximate |
//! | ما بين مئة ومئتي ألف "between 100 and 200 thousand" | `مئة ومئتي ألف` | 100000 | 200000 | range |
//! | مليون ونصف المليون دولار "a million and a half dollars" | all of it | 1500000 | 1500000 | money, USD |
//! | عشرات الآلاف "tens of thousands" | `عشرات الآلاف` | 20000 | 99999 | vague |
//! | جنديان "two soldiers" | `جنديان` | 2 | 2 | dual |
//! | الذكرى الخامسة والعشرون "the 25th anniversary" | `الخامسة والعشرون` | 25 | 25 | ordinal |
//! | صفحة 12 "page 12", F-16, 14:30, آن واحد "at once" | nothing | | | |
//!
//! ```
//! use isnad_numerals::{QuantityKind, find};
//!
//! // "More than 14 thousand people, of whom 20 % are children, need 1.5 million dollars."
//! let text = "يحتاج أكثر من 14 ألف شخص، 20% منهم أطفال، إلى مليون ونصف المليون دولار";
//! let found = find(text);
//! let seen: Vec<String> = found.iter().map(|q| format!("{} {}", &text[q.span.range()], q.interval())).collect();
//! assert_eq!(seen, ["14 ألف 14000..", "20% 20", "مليون ونصف المليون دولار 1500000"]);
//! assert_eq!(found[2].kind, QuantityKind::Money);
//! ```
//!
//! # How it reads
//!
//! One walk over the tokens of a [`Text`](isnad_text::Text). A word of the vocabulary or a token of digits begins a
//! number; the grammar reads on to its last word; then its unit, the other end of a range, and what stands before and
//! after it as a bound or an approximation are put to it. A reading is guarded by shape alone: that 2014 is a year is
//! for isnad-dates to say, and an ambiguous unit (دينار) keeps its [candidates](Quantity::candidates).
//!
//! The words are data (`data/*.tsv`). With the feature `user` (on by default) one's own stand beside them:
//! see `Numerals::builder`.
//!
//! # Untrusted input
//!
//! Any text gives a result, in time and memory linear in its length. A number beyond 10^38, digits grouped absurdly
//! (`1,23,4`) and what looks like a telephone number, a date or a version are not found at all, rather than found wrong.
//!
//! # Performance
//!
//! A token that is neither digits nor the first word of a number costs one look at a filter. Numbers are exact fractions of
//! 128-bit integers; nothing is a float until it is printed as one.
//!
//! # Features
//!
//! `user` (on by default) reads further words and units; `serde` serialises; `schemars_1` gives JSON Schemas.
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

mod context;
mod digits;
mod dual;
mod elision;
mod finder;
mod grammar;
mod interval;
mod modifiers;
mod number;
mod quantity;
mod range;
pub mod spell;
mod term;
#[cfg(feature = "user")]
mod user;
mod vocabulary;

pub use finder::{Numerals, find};
pub use interval::Interval;
#[cfg(feature = "user")]
pub use isnad_text::LoadError;
pub use number::{Number, NumberError};
pub use quantity::{Quantity, QuantityKind, Unit};
#[cfg(feature = "user")]
pub use user::NumeralsBuilder;
