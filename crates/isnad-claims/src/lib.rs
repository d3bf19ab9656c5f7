//! Attributed claims, events and counts: who said what, and what happened to how many, where, when.
//!
//! ```
//! use isnad_claims::{Class, CountKind, find};
//!
//! // "A security source said that ten civilians were killed in the bombing."
//! let text = "قال مصدر أمني إن عشرة مدنيين قتلوا في التفجير.";
//! let article = find(text, None);
//! let claim = &article.claims[0];
//! assert_eq!(claim.cue.class, Class::Assert);
//! assert_eq!(&text[claim.source.unwrap().range()], "مصدر أمني");
//! assert_eq!(&text[claim.content.range()], "عشرة مدنيين قتلوا في التفجير");
//! let count = &article.counts[0];
//! assert_eq!((count.kind, count.low), (CountKind::Killed, Some(10.into())));
//! ```
//!
//! What it makes of a sentence:
//!
//! ```
//! use isnad_claims::{Class, Polarity, Quote, find};
//!
//! for (text, class, source, content, quote, polarity) in [
//!     // "The minister said: «We shall rebuild the bridge»."
//!     ("قال الوزير: «سنعيد بناء الجسر».", Class::Assert, Some("الوزير"), "سنعيد بناء الجسر", Quote::Direct, Polarity::Asserted),
//!     // "The army denied bombing the village."
//!     ("نفى الجيش قصف القرية.", Class::Deny, Some("الجيش"), "قصف القرية", Quote::Indirect, Polarity::Denied),
//!     // "The organisation warned that stocks were running out."
//!     ("حذرت المنظمة من أن المخزون ينفد.", Class::Warn, Some("المنظمة"), "المخزون ينفد", Quote::Indirect, Polarity::Hypothetical),
//! ] {
//!     let claim = &find(text, None).claims[0];
//!     assert_eq!((claim.cue.class, claim.quote, claim.polarity), (class, quote, polarity), "{text}");
//!     assert_eq!((claim.source.map(|s| &text[s.range()]), &text[claim.content.range()]), (source, content));
//! }
//! ```
//!
//! What happened, beside who says it:
//!
//! ```
//! use isnad_claims::{EventKind, find};
//!
//! // "The police arrested seven people in Baghdad on Tuesday."
//! let article = find("اعتقلت الشرطة سبعة أشخاص في بغداد الثلاثاء.", "2024-01-18".parse().ok());
//! let event = &article.events[0];
//! assert_eq!((event.kind, event.kind.as_str()), (EventKind::Arrest, "arrest"));
//! assert_eq!(event.agent.as_ref().map(|agent| agent.name()), Some("الشرطة"));
//! assert_eq!(event.date.as_ref().map(|date| date.value.as_str()), Some("2024-01-16"));
//! ```
//!
//! A [`Claim`] is one reported statement: the words that report it (the [`Cue`], with its [`Class`]), who says it, through
//! whom, what is said, in whose words, and whether its source holds it to be so. A [`Count`] is one stated number of people
//! or attacks with what happened to them, by whom, where, when, and who states it; what the text does not say is `None`,
//! never guessed. An [`Event`] is what happened. The entry point is the [`Extractor`]: compiled once, it reads a
//! text whose numbers, dates and entities are found.
//!
//! Every result points to what it was made of: a claim to the quantities, dates, entities, events and counts of its
//! content, a count to its quantity, its event and its claim, each agent, place and date to what in the text says so
//! ([`Evidence`]); all have the name of their rule, and `explain` tells a person why in a paragraph.
//!
//! With the feature `user`, `Extractor::builder` adds cues, speakers and event frames from TOML.
//!
//! # Untrusted input
//!
//! Nothing panics, whatever the text. Looking ahead has a bound everywhere, and contents nest at most eight deep, so that
//! time, memory and output grow with the text and no faster.
//!
//! # Performance
//!
//! Cues, events and people nouns are found by one look-up a token; the rest is asked only around them, within bounds.
//!
//! # Features
//!
//! `user` reads cues, speakers and event frames at run time (it brings the crates serde and toml); `serde` writes everything
//! that is found, and reads it back; `schemars_1` gives JSON Schemas of the kinds. None is on by default.
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

mod agents;
mod candidate;
mod circumstance;
mod claim;
mod content;
mod count;
mod counted;
mod court;
mod cue;
mod dated;
mod discourse;
mod event;
mod extractor;
mod fate;
mod generated;
mod governor;
mod happening;
mod illness;
mod inherit;
mod kind;
mod marks;
mod origin;
mod place;
mod reach;
mod scene;
mod senses;
mod shape;
mod slots;
mod source;
mod stated;
mod sum;
mod tally;
#[cfg(feature = "user")]
mod user;
mod vocabulary;

pub use circumstance::{Evidence, Named, Precision, When};
pub use claim::{Claim, Class, Cue, Ending, Polarity, Quote};
pub use count::{Count, CountKind};
pub use event::{Event, EventKind};
pub use extractor::{Article, Extraction, Extractor, find};
#[cfg(feature = "user")]
pub use isnad_text::LoadError;
#[cfg(feature = "user")]
pub use user::ExtractorBuilder;
/// The layers below, whose types stand in the signatures here.
#[doc(no_inline)]
pub use {isnad_dates as dates, isnad_entities as entities, isnad_numerals as numerals, isnad_text as text};
