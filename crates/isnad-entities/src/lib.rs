//! Named entities in Arabic news, by gazetteers and readable rules.
//!
//! ```
//! assert!(isnad_entities::find("لا أسماء هنا").is_empty()); // "no names here"
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

mod annotate;
mod document;
mod entity;
mod finder;
mod naming;
mod shape;
#[cfg(feature = "user")]
mod user;
mod words;

pub use entity::{Entity, EntityType};
pub use finder::{Entities, Seen, find};
#[cfg(feature = "user")]
pub use user::{EntitiesBuilder, LoadError};
