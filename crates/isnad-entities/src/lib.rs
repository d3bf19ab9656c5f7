//! Named entities in Arabic news, by gazetteers and readable rules.
//!
//! A text is read in four steps, and each can be looked at: every token gets its *pieces*, the ways to read what begins
//! there with their classes (data/classes.tsv; [`Entities::explain`]); rules written over classes (data/rules.toml)
//! give candidates ([`Entities::candidates`]); of candidates that overlap the longest stays; a document pass gives short
//! mentions the id of the full ones ([`Entities::find`]).
//!
//! ```
//! use isnad_entities::{Entities, EntityType};
//!
//! // "Colonel Samer al-Khatib, spokesman of the Iraqi Ministry of Defence, arrived in Mosul. Al-Khatib said …"
//! let text = isnad_text::Text::new("وصل العقيد سامر الخطيب، الناطق باسم وزارة الدفاع العراقية، إلى الموصل. وقال الخطيب إنه باق.");
//! let found = Entities::new().find(&text);
//! let seen: Vec<_> = found.iter().map(|e| (text.slice(e.span), e.entity_type)).collect();
//! assert_eq!(seen, [
//!     ("سامر الخطيب", EntityType::Person),
//!     ("وزارة الدفاع العراقية", EntityType::Organisation),
//!     ("الموصل", EntityType::Location),
//!     ("الخطيب", EntityType::Person),
//! ]);
//! assert_eq!(found[0].id, found[3].id);
//! ```
//!
//! What it makes of a few words:
//!
//! ```
//! use isnad_entities::EntityType::{self, Event, Facility, Group, Location, Organisation, Person};
//!
//! let cases: [(&str, &[(&str, EntityType)]); 7] = [
//!     ("في مدينة حمص", &[("حمص", Location)]),                           // in the city of Homs
//!     ("قالت وكالة رويترز", &[("وكالة رويترز", Organisation)]),        // the agency Reuters said
//!     ("قال الطبيب سامر الخطيب", &[("سامر الخطيب", Person)]),                   // the physician Samer al-Khatib said
//!     ("فر من سجن غويران", &[("سجن غويران", Facility)]),                        // he fled from Ghwayran prison
//!     ("من الأكراد", &[("الأكراد", Group)]),                                      // of the Kurds
//!     ("قبل الحرب العالمية الثانية", &[("الحرب العالمية الثانية", Event)]),      // before the Second World War
//!     ("وردة في مدينة بعيدة", &[]),                                                   // a rose in a distant city
//! ];
//! for (text, expected) in cases {
//!     let found = isnad_entities::find(text);
//!     let seen: Vec<_> = found.iter().map(|e| (&text[e.span.range()], e.entity_type)).collect();
//!     assert_eq!(seen, expected, "{text}");
//! }
//! ```
//!
//! # Where an entity begins and ends
//!
//! A span leaves out proclitics (و ف ب ل ك), the mark of a hashtag, enclosing quotation marks and the title of a
//! person; it keeps the article. Head nouns belong to organisations and facilities (تنظيم داعش, سجن غويران; of a
//! newspaper only the name), not to places (مدينة حمص is `حمص`). The longest name is the entity; names within it are
//! among the [candidates](Entities::candidates).
//!
//! # Ids
//!
//! Ids of the gazetteer are stable (`iso:IQ`, `geonames:99072`, `isnad:org/…`). What no gazetteer holds gets an id made
//! of its type and spelling (`per:سامر-الخطيب`), good within the text; adjectives of origin count as their country.
//!
//! # What speaks for an entity
//!
//! Each has the rule that found it and a [`Confidence`]: whether the gazetteer, the words around it, both or neither say
//! what it is. [`Entities::find_detailed`] adds what else its words may name, with weights, and the names within it;
//! [`Entities::explain`] shows what the rules saw.
//!
//! # Your own names and rules
//!
//! With the feature `user`, `Entities::builder` adds gazetteers and rule files, replaces built-in rules by name or
//! leaves them out, and says file, line and cause of what it cannot read.
//!
//! # Performance
//!
//! Gazetteers and rules are compiled to const tables; nothing is parsed at start-up. A word that a text repeats is read
//! once, and a rule is tried only where a token and the next are what it may begin with.
//!
//! # Untrusted input
//!
//! Any text gives a result, in time and memory linear in its length; nothing panics. A rule, built in or of
//! the user, takes a bounded number of steps at each token. Files of a user that cannot be read are errors with file, line and cause.
//!
//! # Features
//!
//! `user` reads gazetteers and rules at run time (it brings `serde` and toml, through the rules of isnad-text); `serde` writes
//! everything that is found, and reads it back; `schemars_1` gives JSON Schemas of the kinds. None is on by default.
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
mod countries;
mod detail;
mod document;
mod entity;
mod finder;
mod hashes;
mod naming;
mod shape;
mod tables;
#[cfg(feature = "user")]
mod user;
mod words;

pub use detail::{Alternative, Detailed};
pub use entity::{Confidence, Entity, EntityType};
pub use finder::{Entities, Seen, find};
/// The layer below, whose types stand in the signatures here.
#[doc(no_inline)]
pub use isnad_text as text;
#[cfg(feature = "user")]
pub use isnad_text::LoadError;
#[cfg(feature = "user")]
pub use user::{EntitiesBuilder, UnknownRule};
