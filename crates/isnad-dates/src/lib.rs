//! Arabic dates and times, resolved against a reference date.
//!
//! ```
//! assert!(isnad_dates::find("لا تاريخ هنا", None).is_empty()); // "no date here"
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

mod date;
mod expression;
mod finder;

pub use date::{Date, Reference, ReferenceError};
pub use expression::{Modifier, TemporalExpression, TemporalKind};
pub use finder::{Dates, find};
