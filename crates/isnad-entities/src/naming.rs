//! Ids for things that no gazetteer holds, and the words by which a later mention takes up an earlier one.

use std::borrow::Cow;

use isnad_text::pattern::Classes;
use isnad_text::{Key, Text, TokenKind};

use crate::annotate::{Annotated, NO_RECORD};
use crate::generated::classes as class;
use crate::{Entity, EntityType, words};

/// The names of the mentions of a text, taken apart into their words, without quotation and hash marks.
#[derive(Debug, Default)]
pub(crate) struct Names {
    keys: Vec<Key>,
    words: Vec<NameWord>,
    /// Where the keys and the words of each name start.
    starts: Vec<(u32, u32)>,
}

/// A word of a name. Particles are joined to what they introduce: عبد الرحمن, أبو هاشم are one word of a person's name.
#[derive(Clone, Copy, Debug)]
struct NameWord {
    /// Where its keys end among those of all names, and how many they are.
    end: u32,
    count: u32,
    classes: Classes,
}

/// One of the names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name<'n> {
    /// The keys of its words.
    pub(crate) keys: &'n [Key],
    words: &'n [NameWord],
    all: &'n [Key],
}

/// A word of a mention as it stands: its folded form behind proclitics, its key, its classes, its record.
struct Part<'t> {
    folded: Cow<'t, str>,
    key: Key,
    classes: Classes,
    tag: u32,
    /// Whether it goes with the particle before it.
    joined: bool,
}

impl Names {
    /// Adds the name of a mention.
    pub(crate) fn add(&mut self, annotated: &Annotated<'_, '_>, mention: &Entity) {
        self.starts.push((self.keys.len() as u32, self.words.len() as u32));
        parts(annotated, mention, |part| {
            self.keys.push(part.key);
            let end = self.keys.len() as u32;
            match self.words.last_mut() {
                Some(last) if part.joined => (last.end, last.count) = (end, last.count + 1),
                _ => self.words.push(NameWord { end, count: 1, classes: part.classes }),
            }
        });
    }

    pub(crate) fn get(&self, n: usize) -> Name<'_> {
        let all = (self.keys.len() as u32, self.words.len() as u32);
        let (from, to) = (self.starts.get(n).unwrap_or(&all), self.starts.get(n + 1).unwrap_or(&all));
        Name {
            keys: self.keys.get(from.0 as usize..to.0 as usize).unwrap_or_default(),
            words: self.words.get(from.1 as usize..to.1 as usize).unwrap_or_default(),
            all: &self.keys,
        }
    }
}

/// The words of a mention, in order.
fn parts<'t>(annotated: &Annotated<'_, 't>, entity: &Entity, mut take: impl FnMut(Part<'_>)) {
    let text = annotated.text;
    let mut joined = false;
    for at in entity.tokens.clone() {
        let Some(token) = text.token(at) else { continue };
        if !(token.is_word() || token.kind() == TokenKind::Number) {
            continue;
        }
        let skip = entity.span.start.saturating_sub(token.span().start);
        let piece = annotated.at(at).iter().find(|p| p.tokens == 1 && usize::from(p.skip) == skip);
        let folded = folded(text, at, skip);
        let key = if skip == 0 {
            token.key()
        } else if folded.starts_with("ال") {
            Key::of_folded(&folded)
        } else {
            piece.map_or(token.key(), |p| p.key)
        };
        let classes = piece.map_or(Classes::NONE, |p| p.classes);
        let particle =
            entity.entity_type == EntityType::Person && (classes.has(class::PARTICLE) || folded == "عبد");
        take(Part { folded, key, classes, tag: piece.map_or(NO_RECORD, |p| p.tag), joined });
        joined = particle;
    }
}

/// The id of a thing that no gazetteer holds: its type, and its words as they fold.
pub(crate) fn id(annotated: &Annotated<'_, '_>, entity: &Entity) -> String {
    let mut id = entity.entity_type.as_str().to_ascii_lowercase() + ":";
    let prefix = id.len();
    parts(annotated, entity, |part| {
        if id.len() > prefix {
            id.push('-');
        }
        let country = (!part.joined && part.classes.has(class::DEF)).then(|| words::nisba_country(part.tag));
        id.push_str(country.flatten().unwrap_or(&part.folded));
    });
    id
}

/// Forms are told apart by this mix of their keys.
pub(crate) fn form(keys: impl IntoIterator<Item = Key>) -> u64 {
    keys.into_iter()
        .fold(0, |form: u64, Key(key)| (form.rotate_left(29) ^ key).wrapping_mul(0xA24B_AED4_963E_E407))
}

impl Name<'_> {
    fn of(&self, words: &[NameWord]) -> impl Iterator<Item = Key> + Clone {
        words.iter().flat_map(|w| {
            let range = (w.end - w.count) as usize..w.end as usize;
            self.all.get(range).unwrap_or_default().iter().copied()
        })
    }

    /// Number of its words.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// Shorter names by which a text goes on to speak of the thing.
    pub(crate) fn short_forms(
        &self,
        entity_type: EntityType,
        room: &mut Vec<Key>,
        add: &mut impl FnMut(&[Key]),
    ) {
        let mut give = |parts: [&[NameWord]; 2]| {
            room.clear();
            room.extend(parts.into_iter().flat_map(|words| self.of(words)));
            add(room);
        };
        // The name itself, where nothing beside it says that it is one: بلدة ساكي, then ساكي.
        match self.words {
            [only] if !repeatable(only, entity_type) => {}
            words => give([words, &[]]),
        }
        match (entity_type, self.words) {
            (EntityType::Person, [first, middle @ .., last]) => {
                let (one, other) = (core::slice::from_ref(first), core::slice::from_ref(last));
                if usable(last) {
                    give([other, &[]]);
                }
                if usable(first) && !first.classes.any(class::DOUBTFUL.with(class::COMMON)) {
                    give([one, &[]]);
                }
                if !middle.is_empty() {
                    give([one, other]);
                    give([middle, other]);
                    give([one, middle]);
                }
            }
            (EntityType::Organisation, [head, rest @ ..]) if !rest.is_empty() => {
                if head.classes.has(class::STANDALONE.with(class::DEF)) {
                    give([core::slice::from_ref(head), &[]]);
                }
                if rest.len() < 2 {
                    return;
                }
                // حزب اليسار الديمقراطي -> اليسار الديمقراطي; وزارة الخارجية الصينية -> الخارجية الصينية
                if head.classes.has(class::ELIDED)
                    && !head.classes.has(class::DEF)
                    && rest.first().is_some_and(|w| w.classes.has(class::DEF))
                {
                    give([rest, &[]]);
                }
                // المجلس الوطني السوري -> المجلس الوطني; الجيش السوري الحر -> الجيش الحر
                let names_itself = head.classes.any(class::DEF.with(class::INSTITUTION));
                if names_itself && self.words.iter().any(|w| w.classes.has(class::NISBA)) {
                    let without: Vec<NameWord> =
                        self.words.iter().filter(|w| !w.classes.has(class::NISBA)).copied().collect();
                    if without.len() >= 2 {
                        give([&without, &[]]);
                    }
                }
            }
            (EntityType::Facility, [first, middle @ .., last])
                if !middle.is_empty() && last.classes.any(class::OFFICIAL.with(class::NISBA)) =>
            {
                give([core::slice::from_ref(first), middle]);
            }
            _ => {}
        }
    }
}

/// Whether a name of one word is known again without what told it the first time.
fn repeatable(word: &NameWord, entity_type: EntityType) -> bool {
    let doubtful = class::COMMON.with(class::STOP).with(class::VERB).with(class::SPEECH).with(class::TITLE);
    let doubtful = doubtful.with(class::DEF).with(class::NISBA).with(class::INFLECTED).with(class::SHORT);
    let names = match entity_type {
        EntityType::Person => class::GIVEN.with(class::FAMILY).with(class::ODD),
        EntityType::Location => class::UNKNOWN.with(class::MAYBE_LOC),
        _ => Classes::NONE,
    };
    word.count > 1 || word.classes.any(names) && !word.classes.any(doubtful)
}

/// Whether a word can stand for a person alone, if the text has named the person.
fn usable(word: &NameWord) -> bool {
    let classes = word.classes;
    word.count > 1
        || !(classes.any(class::STOP.with(class::VERB).with(class::SPEECH).with(class::SHORT))
            || (classes.has(class::COMMON)
                && !classes.any(class::GIVEN.with(class::FAMILY).with(class::DEF))))
}

/// The folded form of a word behind its proclitics; لل gets its article back.
fn folded<'t>(text: &'t Text<'_>, at: usize, skip: usize) -> Cow<'t, str> {
    let folded = text.folded(at);
    if skip == 0 {
        return folded.into();
    }
    let mut rest = String::new();
    isnad_text::fold_into(text.surface(at).get(skip..).unwrap_or_default(), &mut rest);
    let swallowed = folded.strip_suffix(rest.as_str()).is_some_and(|front| front.ends_with('ل'));
    match rest.strip_prefix('ل') {
        Some(bare) if swallowed => format!("ال{bare}").into(),
        _ => rest.into(),
    }
}
