//! What the lexicons say of a phrase: its classes, and the things that it names.

use std::borrow::Cow;

use isnad_text::pattern::Classes;
use isnad_text::{Lexicon, LexiconTable, Reading, Text};

use crate::EntityType;
use crate::annotate::{Beginnings, NO_RECORD};
use crate::generated::words::{OF_RECORD, RECORDS, THINGS, WORDS};

/// A thing of the built-in gazetteer: id, type, canonical Arabic name, English label, country.
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

/// A thing that a phrase names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Named {
    pub(crate) id: Cow<'static, str>,
    pub(crate) entity_type: EntityType,
    pub(crate) name: Cow<'static, str>,
    pub(crate) label: Option<Cow<'static, str>>,
    pub(crate) country: Option<Cow<'static, str>>,
}

/// The phrases of a user.
#[derive(Clone, Debug, Default)]
pub(crate) struct UserWords {
    pub(crate) lexicon: Option<Lexicon>,
    /// By the ids of the lexicon.
    pub(crate) records: Vec<(Classes, u32)>,
    pub(crate) things: Vec<Named>,
}

/// All phrases: the built-in ones, and those of the user.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    built_in: Lexicon,
    user: UserWords,
    pub(crate) beginnings: Beginnings,
}

/// Marks the records of the user.
const USER: u32 = 1 << 31;

impl Words {
    pub(crate) fn new(user: UserWords) -> Words {
        static TABLE: &LexiconTable = &WORDS;
        let built_in = Lexicon::built_in(TABLE);
        let beginnings = Beginnings::of(core::iter::once(&built_in).chain(user.lexicon.as_ref()));
        Words { built_in, user, beginnings }
    }

    /// Every phrase that begins at a token: where it ends, its record, its classes.
    pub(crate) fn each_at(
        &self,
        text: &Text<'_>,
        at: usize,
        reading: Option<&Reading>,
        mut found: impl FnMut(usize, u32, Classes),
    ) {
        if let Some(lexicon) = &self.user.lexicon {
            lexicon.each_at(text, at, reading, |phrase| {
                for id in phrase.ids() {
                    let classes = self.user.records.get(id as usize).map_or(Classes::NONE, |r| r.0);
                    found(phrase.end, id | USER, classes);
                }
            });
        }
        self.built_in.each_at(text, at, reading, |phrase| {
            let of = |record: u32| Classes(RECORDS.get(record as usize).map_or(0, |r| r.0));
            let classes = phrase.ids().fold(Classes::NONE, |sum, record| sum.with(of(record)));
            let record = phrase.ids().find(|&r| self.names_things(r)).unwrap_or(phrase.id());
            found(phrase.end, record, classes);
        });
    }

    /// Whether a record names anything.
    pub(crate) fn names_things(&self, record: u32) -> bool {
        record & USER != 0 || RECORDS.get(record as usize).is_some_and(|r| r.2 > 0)
    }

    /// Whether a record names a thing of a type.
    pub(crate) fn names(&self, record: u32, entity_type: EntityType) -> bool {
        match self.of_user(record) {
            Some(thing) => thing.entity_type == entity_type,
            None => built_in(record).any(|t| t.1 == entity_type),
        }
    }

    /// The thing of a type that a record names.
    pub(crate) fn thing(&self, record: u32, entity_type: EntityType) -> Option<Named> {
        self.things(record).find(|t| t.entity_type == entity_type)
    }

    /// The things that a record names.
    pub(crate) fn things(&self, record: u32) -> impl Iterator<Item = Named> {
        self.of_user(record).cloned().into_iter().chain(built_in(record).map(|t| Named {
            id: t.0.into(),
            entity_type: t.1,
            name: t.2.into(),
            label: Some(t.3.into()),
            country: (!t.4.is_empty()).then(|| t.4.into()),
        }))
    }

    fn of_user(&self, record: u32) -> Option<&Named> {
        if record == NO_RECORD || record & USER == 0 {
            return None;
        }
        let thing = self.user.records.get((record & !USER) as usize)?.1;
        self.user.things.get(thing as usize)
    }
}

fn built_in(record: u32) -> impl Iterator<Item = &'static Thing> {
    let range = RECORDS.get(record as usize).map_or(0..0, |r| r.1 as usize..(r.1 + r.2) as usize);
    OF_RECORD.get(range).unwrap_or_default().iter().filter_map(|&t| THINGS.get(usize::from(t)))
}

/// The country of an adjective of origin.
pub(crate) fn nisba_country(record: u32) -> Option<&'static str> {
    built_in(record).find(|t| t.1 == EntityType::Group && !t.4.is_empty()).map(|t| t.4)
}
