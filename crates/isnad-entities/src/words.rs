//! What the lexicons say of a phrase: its classes, and the things that it names.

use std::borrow::Cow;

use isnad_text::pattern::Classes;
use isnad_text::{Key, Lexicon, Match, Proclitics, Reading, Text};

use crate::EntityType;
use crate::annotate::{Beginnings, NO_RECORD};
use crate::generated::words::{CLASS_SETS, TEXTS};
use crate::tables::{OF_RECORD, PHRASES, RECORDS, SINGLE, THINGS, Thing};

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

/// The record of words that are known and name nothing.
pub(crate) const NAMELESS: u32 = USER - 1;

impl Words {
    pub(crate) fn new(user: UserWords) -> Words {
        let beginnings = Beginnings::with(user.lexicon.as_ref());
        Words { built_in: Lexicon::built_in(&PHRASES), user, beginnings }
    }

    /// The classes of a word that names nothing.
    #[inline]
    pub(crate) fn single(&self, key: Key, proclitics: Proclitics) -> Classes {
        let (bare, with_article) = SINGLE.of(key).unwrap_or_default();
        Classes(if proclitics.has(Proclitics::ARTICLE) { with_article } else { bare })
    }

    /// What a phrase of one word is that is the token at `at`, with the given proclitics read off it: its record, its classes.
    #[inline]
    pub(crate) fn each_word_at(
        &self,
        text: &Text<'_>,
        at: usize,
        key: Key,
        reading: Option<&Reading>,
        mut found: impl FnMut(u32, Classes),
    ) {
        if let Some(phrase) = self.user.lexicon.as_ref().and_then(|l| l.word_at(text, at, key, reading)) {
            self.of_user_phrase(&phrase, &mut found);
        }
        if let Some(phrase) = self.built_in.word_at(text, at, key, reading) {
            self.of_phrase(&phrase, found);
        }
    }

    /// Every phrase of several tokens that begins at a token: where it ends, its record, its classes.
    pub(crate) fn each_phrase_at(
        &self,
        text: &Text<'_>,
        at: usize,
        reading: Option<&Reading>,
        mut found: impl FnMut(usize, u32, Classes),
    ) {
        if let Some(lexicon) = &self.user.lexicon {
            lexicon.each_longer_at(text, at, reading, |phrase| {
                self.of_user_phrase(&phrase, |record, classes| found(phrase.end, record, classes));
            });
        }
        self.built_in.each_longer_at(text, at, reading, |phrase| {
            self.of_phrase(&phrase, |record, classes| found(phrase.end, record, classes));
        });
    }

    fn of_user_phrase(&self, phrase: &Match<'_>, mut found: impl FnMut(u32, Classes)) {
        for id in phrase.ids() {
            let classes = self.user.records.get(id as usize).map_or(Classes::NONE, |r| r.0);
            found(id | USER, classes);
        }
    }

    fn of_phrase(&self, phrase: &Match<'_>, mut found: impl FnMut(u32, Classes)) {
        let set = |record: u32| CLASS_SETS.get(usize::from(RECORDS.get(record as usize)?.set));
        let of = |record: u32| Classes(set(record).copied().unwrap_or_default());
        let classes = phrase.ids().fold(Classes::NONE, |sum, record| sum.with(of(record)));
        let record = phrase.ids().find(|&r| self.names_things(r)).unwrap_or(phrase.id());
        found(record, classes);
    }

    /// Whether a record names anything.
    pub(crate) fn names_things(&self, record: u32) -> bool {
        record & USER != 0 || RECORDS.get(record as usize).is_some_and(|r| r.count > 0)
    }

    /// Whether a record names a thing of a type.
    pub(crate) fn names(&self, record: u32, entity_type: EntityType) -> bool {
        match self.of_user(record) {
            Some(thing) => thing.entity_type == entity_type,
            None => built_in(record).any(|t| t.entity_type == entity_type),
        }
    }

    /// The thing of a type that a record names.
    pub(crate) fn thing(&self, record: u32, entity_type: EntityType) -> Option<Named> {
        self.things(record).find(|t| t.entity_type == entity_type)
    }

    /// The things that a record names.
    pub(crate) fn things(&self, record: u32) -> impl Iterator<Item = Named> {
        self.of_user(record).cloned().into_iter().chain(built_in(record).map(|t| {
            let [id, name, label, country] = t.texts();
            Named {
                id: id.into(),
                entity_type: t.entity_type,
                name: name.into(),
                label: Some(label.into()),
                country: (!country.is_empty()).then(|| country.into()),
            }
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

impl Thing {
    /// Id, canonical Arabic name, English label, country.
    fn texts(&self) -> [&'static str; 4] {
        let mut start = self.start as usize;
        self.lens.map(|len| {
            let from = start;
            start += usize::from(len);
            TEXTS.get(from..start).unwrap_or_default()
        })
    }
}

fn built_in(record: u32) -> impl Iterator<Item = &'static Thing> {
    let range = |r: &crate::tables::Record| r.start as usize..r.start as usize + usize::from(r.count);
    let range = RECORDS.get(record as usize).map_or(0..0, range);
    OF_RECORD.get(range).unwrap_or_default().iter().filter_map(|&t| THINGS.get(usize::from(t)))
}

/// The country of an adjective of origin.
pub(crate) fn nisba_country(record: u32) -> Option<&'static str> {
    let [_, _, _, country] =
        built_in(record).find(|t| t.entity_type == EntityType::Group && t.lens[3] > 0)?.texts();
    Some(country)
}
