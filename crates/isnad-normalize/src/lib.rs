//! Arabic text folding and normalization.
#![cfg_attr(not(feature = "std"), no_std)]
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

extern crate alloc;

mod canonical;
mod context;
mod fold;
mod generated;
mod normalized;
mod normalizer;
mod offsets;
mod profile;
mod rules;
mod scan;
mod search;
mod transliterate;

pub use fold::{Key, fold_arabic, fold_char, fold_into, fold_key, is_ignorable};
pub use normalized::{Normalized, OffsetMap};
pub use normalizer::Normalizer;
pub use offsets::{OffsetIndex, OffsetUnit};
pub use profile::{AlefMaqsura, Canonical, Digits, Hamza, Profile, SuperscriptAlef, WordLigatures, Zwnj};
pub use search::{is_stop_word, light_stem, stop_words};
pub use transliterate::Scheme;
