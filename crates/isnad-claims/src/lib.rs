//! Attributed claims, events and counts: who said what, and what happened to how many, where, when.
//!
//! ```
//! assert!(isnad_claims::find("لا أحد هنا", None).claims.is_empty());
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

mod claim;
mod content;
mod count;
mod cue;
mod discourse;
mod event;
mod extractor;
mod generated;
mod happening;
mod scene;
mod slots;
mod source;
mod tally;
mod vocabulary;

pub use claim::{Claim, Class, Cue, Polarity, Quote};
pub use count::{Count, CountType};
pub use event::{Event, EventType};
pub use extractor::{Extraction, Extractor, find};
