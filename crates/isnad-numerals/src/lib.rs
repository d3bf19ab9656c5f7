//! Arabic numbers and quantities, in digits and in words, with exact values and byte offsets.
//!
//! ```
//! use isnad_numerals::find;
//! assert!(find("لا أرقام هنا").is_empty()); // "no numbers here"
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
#[cfg(feature = "user-data")]
mod user;
mod vocabulary;

pub use finder::{Numerals, find};
pub use interval::Interval;
pub use number::{Number, NumberError};
pub use quantity::{Quantity, QuantityKind, Unit};
#[cfg(feature = "user-data")]
pub use user::{DataError, NumeralsBuilder};
