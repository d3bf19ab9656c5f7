//! The countries that a text is about decide which of several places of one name is meant, and whether a word that is
//! also an ordinary one names a place: القائم "the existing" is a town in a text about Iraq.

use core::ops::Range;
use std::collections::BTreeMap;

use isnad_text::pattern::{Classes, Piece};
use isnad_text::{Proclitics, RuleId};

use crate::annotate::Annotated;
use crate::generated::classes as class;
use crate::words::Named;
use crate::{Confidence, Entity, EntityType};

const COUNTRY: RuleId = RuleId::new("entities.document.country");

/// How often a text names places of each country, but for places that share their name with one elsewhere.
pub(crate) struct Countries {
    counts: BTreeMap<Box<str>, u32>,
    all: u32,
    /// The indices of those whose name other places have too.
    shared: Vec<usize>,
}

impl Countries {
    /// So many of its places must be in a country for a text to be about it, and one in so many.
    const LEAST: u32 = 3;
    const PART: u32 = 4;

    pub(crate) fn of(annotated: &Annotated<'_, '_>, found: &[Entity]) -> Countries {
        let mut countries = Countries { counts: BTreeMap::new(), all: 0, shared: Vec::new() };
        for (n, entity) in found.iter().enumerate().filter(|(_, e)| is_place(e)) {
            let Some(country) = entity.country.as_deref() else { continue };
            let things = homonyms(annotated, entity);
            let (mut count, mut is_shared) = (0, false);
            things.for_each(|t| (count, is_shared) = (count + 1, is_shared || entity.id != Some(t.id)));
            if is_shared {
                countries.shared.push(n);
            }
            if count > 1 {
                continue;
            }
            countries.all += 1;
            match countries.counts.get_mut(country) {
                Some(count) => *count += 1,
                None => _ = countries.counts.insert(country.into(), 1),
            }
        }
        countries
    }

    fn count(&self, country: Option<&str>) -> u32 {
        country.and_then(|country| self.counts.get(country)).copied().unwrap_or_default()
    }

    /// Whether the text is about a country.
    fn are_about(&self, country: Option<&str>) -> bool {
        let count = self.count(country);
        count >= Self::LEAST && count * Self::PART >= self.all
    }

    /// Gives each place that shares its name with others the one in the country of which the text says most: الصحراء
    /// الغربية is the Western Sahara, in a text about Iraq the west of Anbar.
    pub(crate) fn settle(&self, annotated: &Annotated<'_, '_>, found: &mut [Entity]) {
        for &n in &self.shared {
            let Some(entity) = found.get_mut(n) else { continue };
            let mut best = self.count(entity.country.as_deref());
            for Named { id, name, label, country, .. } in homonyms(annotated, entity) {
                let count = self.count(country.as_deref());
                if count > best {
                    best = count;
                    (entity.id, entity.name, entity.label, entity.country) =
                        (Some(id), Some(name), label, country);
                }
            }
        }
    }

    /// The place that a word names which needs evidence, where the text is about its country and a place is what may
    /// stand there.
    pub(crate) fn place(&self, annotated: &Annotated<'_, '_>, at: usize, piece: &Piece) -> Option<Entity> {
        const NO_PLACE: Classes = Classes(
            class::STOP.0
                | class::VERB.0
                | class::SPEECH.0
                | class::GIVEN.0
                | class::TITLE.0
                | class::OFFICIAL.0,
        );
        let bare_family = piece.classes.has(class::FAMILY) && !piece.classes.has(class::DEF);
        if !piece.classes.has(class::MAYBE_LOC) || piece.classes.any(NO_PLACE) || bare_family {
            return None;
        }
        let end = at + usize::from(piece.tokens);
        let goes_on = |class| annotated.at(end).iter().any(|p| p.skip == 0 && p.classes.any(class));
        let another = class::PLACE_HEAD.with(class::LOC).with(class::MAYBE_LOC);
        let and = |p: &Piece| p.proclitics.has(Proclitics::WAW) && p.classes.any(another);
        let bounded = || {
            goes_on(class::DIRECTION.with(class::PLACE_HEAD).with(class::COMMA).with(class::LPAREN))
                || annotated.at(end).iter().any(and)
                || annotated.text.token(end).is_none_or(|t| !t.is_word() || t.starts_paragraph())
        };
        if goes_on(class::DEF)
            || !is_led(annotated, at, piece)
            || piece.classes.has(class::COMMON) && !bounded()
        {
            return None;
        }
        let mut things = annotated.words.things(piece.tag);
        let thing =
            things.find(|t| t.entity_type == EntityType::Location && self.are_about(t.country.as_deref()))?;
        let mut span = annotated.text.span_of(at..end);
        span.start += usize::from(piece.skip);
        Some(Entity {
            span,
            tokens: at..end,
            entity_type: EntityType::Location,
            id: Some(thing.id),
            name: Some(thing.name),
            label: thing.label,
            country: thing.country,
            confidence: Confidence::Medium,
            rule: COUNTRY,
            priority: -1,
        })
    }
}

fn is_place(entity: &Entity) -> bool {
    matches!(entity.entity_type, EntityType::Location | EntityType::Facility)
}

/// The things of its type that the words of an entity name.
fn homonyms<'a>(annotated: &'a Annotated<'_, '_>, entity: &Entity) -> impl Iterator<Item = Named> + 'a {
    let (Range { start, end }, entity_type) = (entity.tokens.clone(), entity.entity_type);
    let piece = annotated
        .at(start)
        .iter()
        .find(|p| start + usize::from(p.tokens) == end && annotated.words.names(p.tag, entity_type));
    let things = piece.map(|p| annotated.words.things(p.tag));
    things.into_iter().flatten().filter(move |t| t.entity_type == entity_type)
}

/// Whether what stands before a word leads to a place.
fn is_led(annotated: &Annotated<'_, '_>, at: usize, piece: &Piece) -> bool {
    const PREPOSITIONS: [&str; 9] = ["في", "الي", "من", "قرب", "نحو", "باتجاه", "بين", "داخل", "صوب"];
    let Some(before) = at.checked_sub(1) else { return false };
    if piece.proclitics.has(Proclitics::BA) {
        return true;
    }
    let places = class::LOC.with(class::MAYBE_LOC);
    let after = |class| annotated.at(before).iter().any(|p| p.classes.any(class));
    if piece.proclitics.has(Proclitics::WAW) {
        return after(places);
    }
    piece.skip == 0 && (PREPOSITIONS.contains(&annotated.text.folded(before)) || after(class::DIRECTION))
}
