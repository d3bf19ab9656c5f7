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
//! What comes out of a sentence:
//!
//! ```
//! # #[cfg(feature = "claims")] {
//! use isnad::Analyzer;
//!
//! let analyzer = Analyzer::new();
//! for (text, source, counts) in [
//!     // "A security source said that ten civilians were killed."
//!     ("قال مصدر أمني إن عشرة مدنيين قتلوا.", Some("مصدر أمني"), "killed 10"),
//!     // "The police announced the arrest of 5 suspects."
//!     ("أعلنت الشرطة اعتقال 5 مشتبه بهم.", Some("الشرطة"), "arrested 5"),
//!     // "About 40 people were wounded": the article itself says so.
//!     ("أصيب نحو 40 شخصا.", None, "wounded 40"),
//!     // "The minister denied that."
//!     ("نفى الوزير ذلك.", Some("الوزير"), ""),
//! ] {
//!     let document = analyzer.analyze(text);
//!     let said_by = document.claims.first().and_then(|c| c.source).map(|s| document.text.slice(s));
//!     let counted: Vec<String> =
//!         document.counts.iter().map(|c| format!("{} {}", c.kind, c.low.unwrap())).collect();
//!     assert_eq!((said_by, counted.join(", ").as_str()), (source, counts), "{text}");
//! }
//! # }
//! ```
//!
//! | Module | Does |
//! |---|---|
//! | [`normalize`] | folds and normalizes spellings, with offset maps both ways |
//! | [`text`] | tokens, sentences, quotations, proclitics, lexicons, patterns |
//! | `numerals` | numbers and quantities, and numbers back to words |
//! | `dates` | dates and times, Gregorian and Hijri |
//! | `entities` | persons, organisations, places, with ids |
//! | `claims` | attributions, events, counts |
//! | `record` | the JSON record |
//!
//! The tutorial (module `tutorial`, with the features `record` and `user`) goes on from here: the record, one's own names, rules, words and cues.
//!
//! # Performance
//!
//! An [`Analyzer`] is compiled once and shared; a text is prepared once, and every layer asks it. `benches/` measures each
//! layer beside `str::from_utf8` over the same bytes; `instructions` counts what the sample article costs.
//!
//! # Untrusted input
//!
//! Any string gives a [`Document`]: extraction does not fail, and nothing panics (fuzzed; what was found is kept as tests).
//! Time and memory are linear in the text, shown for hostile shapes by counting instructions. Nothing is asked of a clock,
//! the environment, files or the network, and there is no `unsafe`. [`Document::suspicious`] tells what in the text may
//! deceive the eye of who checks a result against it. Results quote the text: whoever puts them on a page or terminal
//! escapes and isolates them, as the example `report` does.
//!
//! # Features
//!
//! `numerals`, `dates`, `entities` and `claims` (all on by default) each bring one layer and those it stands on; `hijri`
//! (on by default) reckons Hijri dates; `record` (on by default) brings all layers and the module `record`, the JSON record
//! of the project; `schemars_1` its JSON Schema; `serde` serialises what the layers that are there find; `user`
//! gazetteers, rules, cues and event frames at run time (number words and names of dates need no feature); `jiff_0_2`,
//! `chrono_0_4` and `time_0_3` conversions of dates.
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
#[cfg(feature = "record")]
pub mod record;
#[cfg(feature = "dates")]
mod settle;
mod suspicious;
#[cfg(all(feature = "record", feature = "user"))]
pub mod tutorial;

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
