//! From Arabic news text to claims that can be checked: who said what, about how many, where and when.
//!
//! [`Analyzer`] runs every layer over a text and gives a [`Document`]. Each layer is a crate of its own, re-exported here.
//!
//! ```
//! # #[cfg(feature = "claims")] {
//! use isnad::Analyzer;
//!
//! // "The spokesman of the Ministry of Health said that 12 people were killed."
//! let document = Analyzer::new().analyze("قال المتحدث باسم وزارة الصحة إن 12 شخصا قتلوا.");
//! let claim = &document.claims[0];
//! assert_eq!(document.text.slice(claim.content), "12 شخصا قتلوا");
//! assert_eq!(document.counts[0].low, Some(12.into()));
//! # }
//! ```
//!
//! # Features
//!
//! `numerals`, `dates`, `entities` and `claims` (all on by default) each bring one layer and those it stands on; `serde`
//! (on by default) brings all of them and [`record`], the JSON record of the project.
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

mod analyzer;
mod document;
#[cfg(feature = "serde")]
pub mod record;
#[cfg(feature = "dates")]
mod settle;
mod suspicious;

pub use analyzer::Analyzer;
pub use document::Document;
pub use suspicious::{Deception, Suspicious};

#[cfg(feature = "claims")]
pub use isnad_claims as claims;
#[cfg(feature = "dates")]
pub use isnad_dates as dates;
#[cfg(feature = "entities")]
pub use isnad_entities as entities;
pub use isnad_normalize as normalize;
#[cfg(feature = "numerals")]
pub use isnad_numerals as numerals;
pub use isnad_text as text;
