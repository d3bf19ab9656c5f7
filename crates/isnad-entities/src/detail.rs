//! What else a mention may be, and what stands inside it.

use isnad_text::{Mention, resolve_overlaps};

use crate::annotate::Annotated;
use crate::finder::Candidate;
use crate::words::Named;
use crate::{Confidence, Entity, EntityType};

/// An entity with what else it may be and the names within it: see [`Entities::find_detailed`](crate::Entities::find_detailed).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Detailed {
    /// The entity.
    pub entity: Entity,
    /// Its share against the alternatives: 1 where there are none.
    pub weight: f32,
    /// What else the same words may name, the weightiest first.
    pub alternatives: Vec<Alternative>,
    /// Names within its name, sorted and disjoint: بغداد in جامعة بغداد "the University of Baghdad".
    pub nested: Vec<Entity>,
}

/// Something else that the words of an entity may name.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Alternative {
    /// The entity that it would be.
    pub entity: Entity,
    /// Its share, between 0 and 1.
    pub weight: f32,
}

/// How much a reading counts against others of the same words. A convention that orders readings, not a probability.
const fn points(confidence: Confidence) -> f32 {
    match confidence {
        Confidence::High => 4.0,
        Confidence::Medium => 2.0,
        Confidence::Low => 1.0,
    }
}

/// Most alternatives and nested names that are listed of one entity: many villages share a name.
const MOST: usize = 16;

/// Joins entities with the candidates that they were chosen from, which are sorted by place.
pub(crate) fn of(
    annotated: &Annotated<'_, '_>,
    found: Vec<Entity>,
    candidates: &[Candidate<'_>],
) -> Vec<Detailed> {
    found
        .into_iter()
        .map(|entity| {
            let from = candidates.partition_point(|c| c.span().start < entity.span.start);
            let within = candidates.get(from..).unwrap_or_default().iter();
            let within = within.take_while(|c| c.span().start < entity.span.end);
            let within = within.filter(|c| c.span().end <= entity.span.end);
            let mut alternatives: Vec<Entity> = Vec::new();
            let mut nested = Vec::new();
            for candidate in within.take(4 * MOST) {
                if candidate.span() != entity.span {
                    nested.push(candidate.entity(annotated));
                    continue;
                }
                let one = candidate.entity(annotated);
                for thing in
                    annotated.words.things(candidate.tag).filter(|t| t.entity_type == one.entity_type)
                {
                    add(&mut alternatives, &entity, named(&one, thing));
                }
                add(&mut alternatives, &entity, one);
            }
            resolve_overlaps(&mut nested);
            let all =
                points(entity.confidence) + alternatives.iter().map(|a| points(a.confidence)).sum::<f32>();
            let weight = |e: &Entity| points(e.confidence) / all;
            alternatives.sort_by_key(|a| core::cmp::Reverse(a.confidence));
            Detailed {
                weight: weight(&entity),
                alternatives: alternatives
                    .into_iter()
                    .map(|entity| Alternative { weight: weight(&entity), entity })
                    .collect(),
                entity,
                nested,
            }
        })
        .collect()
}

fn named(entity: &Entity, thing: Named) -> Entity {
    Entity {
        id: Some(thing.id),
        name: Some(thing.name),
        label: thing.label,
        country: thing.country,
        ..entity.clone()
    }
}

/// Adds a reading that is none of those there: another type, or another thing of the gazetteer.
fn add(alternatives: &mut Vec<Entity>, entity: &Entity, other: Entity) {
    let same = |e: &Entity| {
        let told: (EntityType, _) = (e.entity_type, &e.id);
        told.0 == other.entity_type && (other.id.is_none() || *told.1 == other.id)
    };
    if alternatives.len() < MOST && !same(entity) && !alternatives.iter().any(same) {
        alternatives.push(other);
    }
}
