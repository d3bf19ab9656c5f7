//! What the built-in lexicon says of a phrase.

use isnad_text::pattern::Classes;
use isnad_text::{Lexicon, LexiconTable};

use crate::EntityType;
use crate::generated::words::{OF_RECORD, RECORDS, THINGS, WORDS};

/// A thing of the gazetteer: id, type, canonical Arabic name, English label, country.
#[derive(Debug)]
pub(crate) struct Thing(
    pub(crate) &'static str,
    pub(crate) EntityType,
    pub(crate) &'static str,
    pub(crate) &'static str,
    pub(crate) &'static str,
);

/// A phrase: its classes, and the stretch of `OF_RECORD` that lists the things it names.
#[derive(Debug)]
pub(crate) struct Record(pub(crate) u64, pub(crate) u32, pub(crate) u32);

/// The phrases of the built-in data.
pub(crate) const fn lexicon() -> Lexicon {
    static TABLE: &LexiconTable = &WORDS;
    Lexicon::built_in(TABLE)
}

/// Classes of a record.
pub(crate) fn classes(record: u32) -> Classes {
    Classes(RECORDS.get(record as usize).map_or(0, |r| r.0))
}

/// Things that a record names.
pub(crate) fn things(record: u32) -> impl Iterator<Item = &'static Thing> {
    let range = RECORDS.get(record as usize).map_or(0..0, |r| r.1 as usize..(r.1 + r.2) as usize);
    OF_RECORD.get(range).unwrap_or_default().iter().filter_map(|&t| THINGS.get(usize::from(t)))
}

/// The country of an adjective of origin.
pub(crate) fn nisba_country(record: u32) -> Option<&'static str> {
    things(record).find(|t| t.1 == EntityType::Group && !t.4.is_empty()).map(|t| t.4)
}
