//! Attributed claims, events and counts: who said what, and what happened to how many, where, when.
//!
//! ```
//! use isnad_claims::{Class, CountType, find};
//!
//! // "A security source said that ten civilians were killed in the bombing."
//! let text = "قال مصدر أمني إن عشرة مدنيين قتلوا في التفجير.";
//! let article = find(text, None);
//! let claim = &article.claims[0];
//! assert_eq!(claim.cue.class, Class::Assert);
//! assert_eq!(&text[claim.source.unwrap().range()], "مصدر أمني");
//! assert_eq!(&text[claim.content.range()], "عشرة مدنيين قتلوا في التفجير");
//! let count = &article.counts[0];
//! assert_eq!((count.count_type, count.low), (CountType::Killed, Some(10.into())));
//! ```
//!
//! A [`Claim`] is one reported statement: the words that report it (the [`Cue`], with its [`Class`]), who says it, through
//! whom, what is said, in whose words, and whether its source holds it to be so. A [`Count`] is one stated number of people
//! or attacks with what happened to them, by whom, where, when, and who states it; what the text does not say is `None`,
//! never guessed. An [`Event`] is what happened. The entry point is the [`Extractor`]: compiled once, it reads a
//! text whose numbers, dates and entities are found.
//!
//! # Untrusted input
//!
//! Nothing panics, whatever the text. Looking ahead has a bound everywhere, and contents nest at most eight deep, so that
//! time, memory and output grow with the text and no faster.
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

mod candidate;
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
pub use extractor::{Article, Extraction, Extractor, find};
