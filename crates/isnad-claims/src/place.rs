//! Places that a noun takes up again: in the city, in the capital.

use core::ops::Range;

use isnad_entities::{Entity, EntityType};
use isnad_text::Proclitics;

use crate::discourse;
use crate::reach;
use crate::scene::Scene;
use crate::vocabulary::{List, Particle};

/// في المدينة, بالمحافظة: the place that was last called so (مدينة …), where a preposition of place stands before the noun.
pub(crate) fn again<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    let brought = |at: usize| {
        scene.proclitic(at, Proclitics::BA).is_some()
            || at.checked_sub(1).is_some_and(|p| {
                scene.on(p, List::AtPlace)
                    && !matches!(scene.text.folded(p), "من" | "الي" | "بين")
                    && !scene.is(p, Particle::Ila)
            })
    };
    let alone = |at: usize| {
        scene.is_definite(at) && scene.entity_at(at).is_none() && scene.entity_from(at + 1).is_none()
    };
    range.filter(|&at| scene.on(at, List::Village) && alone(at) && brought(at)).find_map(|at| {
        let noun = scene.text.folded(at).trim_start_matches('ب').strip_prefix("ال")?;
        called(scene, at, noun)
            .or_else(|| discourse::referred(scene, at).filter(|e| e.entity_type == EntityType::Location))
    })
}

/// The last place before a token that this noun calls: محافظة | ديالى.
fn called<'a>(scene: &Scene<'a, '_>, before: usize, noun: &str) -> Option<&'a Entity> {
    let next = scene.entities.partition_point(|e| e.tokens.start < before);
    let named = |e: &&Entity| {
        let of = |p: usize| {
            let word = scene.text.folded(p);
            scene.on(p, List::Village) && (word == noun || word.strip_prefix(['ب', 'ل', 'و']) == Some(noun))
        };
        // قطاع غزة … في القطاع: the noun is part of its name.
        let own = || e.tokens.len() > 1 && of(e.tokens.start);
        e.entity_type == EntityType::Location && (e.tokens.start.checked_sub(1).is_some_and(of) || own())
    };
    scene.entities.get(..next)?.iter().rev().take(reach::PLACES).find(named)
}
