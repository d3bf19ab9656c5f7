//! Arabic numbers and quantities, in digits and in words, with exact values and byte offsets; and numbers back to words.
//!
//! What it makes of a few words, as what is found, its bounds, its kind, its unit (`~`: the text says "about"):
//!
//! ```
//! use isnad_numerals::{QuantityKind::{self, *}, find};
//!
//! let cases: [(&str, &[(&str, &str, QuantityKind, &str)]); 9] = [
//!     ("أكثر من 600 كيلومتر", &[("600 كيلومتر", "600..", Measure, "km")]),                  // more than 600 km
//!     ("نحو 14 ألفا", &[("14 ألفا", "~14000", Cardinal, "")]),                               // about 14 thousand
//!     ("ما بين مئة ومئتي ألف", &[("مئة ومئتي ألف", "100000..200000", Range, "")]),           // between 100 and 200 thousand
//!     ("مليون ونصف المليون دولار", &[("مليون ونصف المليون دولار", "1500000", Money, "USD")]), // a million and a half dollars
//!     ("20% من الأطفال", &[("20%", "20", Percent, "percent")]),                              // 20 % of the children
//!     ("عشرات الآلاف", &[("عشرات الآلاف", "20000..99999", Vague, "")]),                      // tens of thousands
//!     ("قتل جنديان", &[("جنديان", "2", Cardinal, "")]),                                       // two soldiers were killed
//!     ("الذكرى الخامسة والعشرون", &[("الخامسة والعشرون", "25", Ordinal, "")]),               // the 25th anniversary
//!     ("صفحة 12، إف-16، في آن واحد", &[]),                                                   // page 12, F-16, at once
//! ];
//! for (text, expected) in cases {
//!     let found = find(text);
//!     let bounds: Vec<String> =
//!         found.iter().map(|q| format!("{}{}", if q.approx { "~" } else { "" }, q.interval())).collect();
//!     let seen: Vec<_> = found
//!         .iter()
//!         .zip(&bounds)
//!         .map(|(q, bounds)| (&text[q.span.range()], bounds.as_str(), q.kind, q.unit.as_ref().map_or("", |u| u.as_str())))
//!         .collect();
//!     assert_eq!(seen, expected, "{text}");
//! }
//! ```
//!
//! # How it reads
//!
//! One walk over the tokens of a [`Text`](isnad_text::Text). A word of the vocabulary or a token of digits begins a
//! number; the grammar reads on to its last word; then its unit, the other end of a range, and what stands before and
//! after it as a bound or an approximation are put to it. A reading is guarded by shape alone: that 2014 is a year is
//! for isnad-dates to say, and an ambiguous unit (دينار) keeps its [candidates](Quantity::unit_candidates).
//!
//! The words are data (`data/*.tsv`). One's own may stand beside them: see [`Numerals::builder`].
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
//! `serde` serialises; `schemars_1` gives JSON Schemas. None is on by default.
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
mod user;
mod vocabulary;

pub use finder::{Numerals, find};
pub use interval::Interval;
/// The layer below, whose types stand in the signatures here.
#[doc(no_inline)]
pub use isnad_text as text;
pub use isnad_text::LoadError;
pub use number::{Number, NumberError};
pub use quantity::{Quantity, QuantityKind, Unit};
pub use user::NumeralsBuilder;
