//! Arabic text, folded and normalized: for search, for matching, for reading, for training.
//!
//! A [`Normalizer`] applies a [`Profile`]; every fold is switchable by itself. The [`Normalized`] text is borrowed where
//! nothing changes, and maps ranges back to the source and forth.
//!
//! ```
//! use isnad_normalize::{Change, Normalizer, Profile};
//!
//! let search = Normalizer::new(Profile::SEARCH);
//! // "Schools in Aleppo's countryside reopened"
//! let normalized = search.normalize("أُعِيدَ فتحُ المَدارِسِ في ريفِ حلبـــ");
//! assert_eq!(normalized.text(), "اعيد فتح المدارس في ريف حلب");
//!
//! let at = normalized.text().find("المدارس").unwrap();
//! assert_eq!(&normalized.source()[normalized.to_source(at..at + "المدارس".len())], "المَدارِسِ");
//! assert_eq!(search.report(normalized.source()).count(Change::Tatweel), 3);
//! ```
//!
//! What each profile makes of a text:
//!
//! ```
//! use isnad_normalize::{Normalizer, Profile};
//!
//! for (text, display, search) in [
//!     ("أحمَد", "أحمَد", "احمد"),                       // Ahmad: the hamza and the vowel go
//!     ("العـــراق", "العـــراق", "العراق"),             // Iraq, stretched
//!     ("\u{fefb}", "لا", "لا"),                         // a ligature of old fonts
//!     ("مدرسة", "مدرسة", "مدرسه"),                      // school: ta marbuta
//!     ("\u{202e}أمس", "أمس", "امس"),                    // yesterday, turned about
//! ] {
//!     assert_eq!(Normalizer::new(Profile::DISPLAY).normalize(text).text(), display);
//!     assert_eq!(Normalizer::new(Profile::SEARCH).normalize(text).text(), search);
//! }
//! ```
//!
//! Beside it stand [`fold_into`] and [`Key`], the fold that the lexicons of Isnad match by; [`Scheme`], transliteration
//! there and back; [`find_garbled`], for text that was decoded wrongly; [`light_stem`] and [`stop_words`], for search.
//!
//! # Performance
//!
//! Stretches that a profile leaves alone are found by vector comparisons and copied whole. The map costs about two
//! entries a kilobyte, however much was changed, and looks at half a kilobyte when it is asked.
//!
//! # Untrusted input
//!
//! Any string is welcome: nothing panics, and time and memory are linear in the length of the text.
//!
//! # Features
//!
//! None: `no_std` with `alloc`, and no dependency.
#![no_std]
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
#[cfg(test)]
extern crate std;

mod canonical;
mod context;
mod fold;
mod garbled;
mod generated;
mod normalized;
mod normalizer;
mod offsets;
mod profile;
mod report;
mod rules;
mod scan;
mod search;
mod transliterate;

#[doc(hidden)]
pub use context::is_wrapped;
pub use fold::{Key, fold_arabic, fold_char, fold_into, fold_key, is_ignorable};
pub use garbled::{Garbled, Misreading, find_garbled};
pub use normalized::{Normalized, OffsetMap};
pub use normalizer::Normalizer;
pub use offsets::{OffsetIndex, OffsetUnit};
pub use profile::{AlefMaqsura, Canonical, Digits, Hamza, Profile, SuperscriptAlef, WordLigatures, Zwnj};
pub use report::{Change, Report};
#[doc(hidden)]
pub use scan::bit_mask;
pub use search::{is_stop_word, light_stem, stop_words};
pub use transliterate::Scheme;
