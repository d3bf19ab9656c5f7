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
//! # Unlike Unicode
//!
//! Canonical forms are those of Unicode. Compatibility forms (`expand_forms` with [`WordLigatures::Expand`]) are too, but for
//! these 24 characters: where Unicode shows a mark by putting it on a space or a tatweel, here a mark is a mark. A fatha that
//! an old font wrote as U+FE77 belongs to the letter before it, and a space would cut the word in two there. `x²` and what
//! else is compatible outside the Arabic blocks stays.
//!
//! ```
//! use isnad_normalize::{Canonical, Normalizer, Profile, WordLigatures};
//!
//! let expand = Profile { expand_forms: true, word_ligatures: WordLigatures::Expand, ..Profile::COMPOSED };
//! let ours = Normalizer::new(expand);
//! // The character, its NFKC, its form here: what it is. NFKD and Canonical::Decompose differ alike.
//! for (c, nfkc, form) in [
//!     ('\u{FC5E}', " \u{64c}\u{651}", "\u{64c}\u{651}"), // dammatan + shadda, shown alone
//!     ('\u{FC5F}', " \u{64d}\u{651}", "\u{64d}\u{651}"), // kasratan + shadda, shown alone
//!     ('\u{FC60}', " \u{64e}\u{651}", "\u{64e}\u{651}"), // fatha + shadda, shown alone
//!     ('\u{FC61}', " \u{64f}\u{651}", "\u{64f}\u{651}"), // damma + shadda, shown alone
//!     ('\u{FC62}', " \u{650}\u{651}", "\u{650}\u{651}"), // kasra + shadda, shown alone
//!     ('\u{FC63}', " \u{651}\u{670}", "\u{651}\u{670}"), // shadda + superscript alef, shown alone
//!     ('\u{FCF2}', "\u{640}\u{64e}\u{651}", "\u{64e}\u{651}"), // fatha + shadda, shown on a tatweel
//!     ('\u{FCF3}', "\u{640}\u{64f}\u{651}", "\u{64f}\u{651}"), // damma + shadda, shown on a tatweel
//!     ('\u{FCF4}', "\u{640}\u{650}\u{651}", "\u{650}\u{651}"), // kasra + shadda, shown on a tatweel
//!     ('\u{FDFC}', "ریال", "ريال"), // rial, with the Arabic ya: U+06CC is a letter of Persian
//!     ('\u{FE70}', " \u{64b}", "\u{64b}"), // fathatan, shown alone
//!     ('\u{FE71}', "\u{640}\u{64b}", "\u{64b}"), // fathatan, shown on a tatweel
//!     ('\u{FE72}', " \u{64c}", "\u{64c}"), // dammatan, shown alone
//!     ('\u{FE74}', " \u{64d}", "\u{64d}"), // kasratan, shown alone
//!     ('\u{FE76}', " \u{64e}", "\u{64e}"), // fatha, shown alone
//!     ('\u{FE77}', "\u{640}\u{64e}", "\u{64e}"), // fatha, shown on a tatweel
//!     ('\u{FE78}', " \u{64f}", "\u{64f}"), // damma, shown alone
//!     ('\u{FE79}', "\u{640}\u{64f}", "\u{64f}"), // damma, shown on a tatweel
//!     ('\u{FE7A}', " \u{650}", "\u{650}"), // kasra, shown alone
//!     ('\u{FE7B}', "\u{640}\u{650}", "\u{650}"), // kasra, shown on a tatweel
//!     ('\u{FE7C}', " \u{651}", "\u{651}"), // shadda, shown alone
//!     ('\u{FE7D}', "\u{640}\u{651}", "\u{651}"), // shadda, shown on a tatweel
//!     ('\u{FE7E}', " \u{652}", "\u{652}"), // sukun, shown alone
//!     ('\u{FE7F}', "\u{640}\u{652}", "\u{652}"), // sukun, shown on a tatweel
//! ] {
//!     assert_eq!(ours.normalize(&c.to_string()).text(), form, "{c:?}");
//!     assert_ne!(nfkc, form);
//!     let decompose = Normalizer::new(Profile { canonical: Canonical::Decompose, ..expand });
//!     assert_eq!(decompose.normalize(&c.to_string()).text(), form);
//! }
//! // ﷽, which Unicode leaves as it is, is expanded too: "in the name of God, the Merciful, the Compassionate".
//! assert_eq!(ours.normalize("\u{FDFD}").text(), "بسم الله الرحمن الرحيم");
//! ```
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
mod slots;
mod transliterate;

#[doc(hidden)]
pub use context::is_wrapped;
#[doc(hidden)]
pub use fold::folds_to_several;
pub use fold::{
    Key, fold_arabic, fold_char, fold_into, fold_key, is_bidi_control, is_ignorable, is_invisible,
};
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
