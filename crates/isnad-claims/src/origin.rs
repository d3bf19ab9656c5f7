//! Adjectives of countries, and whose weapons and forces they say those before them are.

use core::ops::Range;

use isnad_entities::{Entity, EntityType};
use isnad_text::{Proclitics, Span};

use crate::generated::vocabulary::COUNTRIES;
use crate::reach;
use crate::scene::Scene;
use crate::shape::{Nisba, nisba};
use crate::slots::Trigger;
use crate::vocabulary::List;
use crate::{Evidence, Named};

/// قصف مدفعي سعودي: the adjective of origin says whose it was.
pub(crate) fn by_origin(scene: &Scene<'_, '_>, attack: Trigger<'_>, within: &Range<usize>) -> Option<Named> {
    let at = (attack.end..(attack.end + 3).min(within.end))
        .find(|&at| !is_adjective(scene, at) || is_origin(scene, at))?;
    if !is_origin(scene, at) {
        return None;
    }
    let span = scene.text.span_of(attack.token..at + 1);
    let span =
        Span::new(scene.bare_start(attack.token, Proclitics::BA).clamp(span.start, span.end), span.end);
    let mut names = vec![scene.text.slice(span).to_string()];
    names.extend(
        country(scene, at).into_iter().flat_map(|(name, english)| [name, english]).map(str::to_string),
    );
    let entity = named_country(scene, at).and_then(|e| scene.entity_index(e.tokens.start));
    Some(Named { names, span, entity, evidence: Evidence::Attack })
}

pub(crate) fn is_adjective(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    scene.entity_at(at).is_none()
        && scene.hit(at).is_none_or(|h| h.particle().is_none())
        && nisba(folded).is_some_and(|n| n != Nisba::Plural)
}

/// روسي, إسرائيلية: of a country.
pub(crate) fn is_origin(scene: &Scene<'_, '_>, at: usize) -> bool {
    // سوريا, روسيا: the country, though its adjective may read so.
    scene.on(at, List::Origin) && (scene.entity_at(at).is_none() || !scene.text.folded(at).ends_with("يا"))
}

/// An adjective of origin in the masculine, without its article: الروسية → روسي.
fn masculine<'s>(scene: &'s Scene<'_, '_>, at: usize) -> &'s str {
    let folded = scene.text.folded(at);
    let bare = folded.strip_prefix("ال").unwrap_or(folded);
    let bare =
        bare.strip_suffix("يا").map_or(bare, |stem| bare.get(..stem.len() + 'ي'.len_utf8()).unwrap_or(bare));
    bare.strip_suffix("يه").map_or(bare, |stem| bare.get(..stem.len() + 'ي'.len_utf8()).unwrap_or(bare))
}

/// The country of an adjective: its Arabic name and its English label.
pub(crate) fn country(scene: &Scene<'_, '_>, at: usize) -> Option<(&'static str, &'static str)> {
    let adjective = masculine(scene, at);
    let row = COUNTRIES.binary_search_by_key(&adjective, |row| row.0).ok()?;
    COUNTRIES.get(row).map(|row| (row.2, row.3))
}

/// The country of an adjective, where the text names it: روسية, روسيا.
pub(crate) fn named_country<'a>(scene: &Scene<'a, '_>, at: usize) -> Option<&'a Entity> {
    let stem = masculine(scene, at).strip_suffix('ي')?;
    let near = scene.entities.partition_point(|e| e.tokens.start < at);
    let around = scene
        .entities
        .get(near.saturating_sub(reach::COUNTRY.0)..(near + reach::COUNTRY.1).min(scene.entities.len()))?;
    around.iter().find(|e| {
        let name = scene.text.folded(e.tokens.start);
        e.entity_type == EntityType::Location
            && e.tokens.len() == 1
            && e.country.is_some()
            && name.strip_prefix("ال").unwrap_or(name).strip_prefix(stem).is_some_and(|rest| rest.len() <= 4)
    })
}

/// حرس الحدود | التركي: forces of a country act for it.
pub(crate) fn with_country(scene: &Scene<'_, '_>, body: Range<usize>, mut named: Named) -> Named {
    let forces = body.clone().take(6).any(|i| scene.on(i, List::Forces) || scene.on(i, List::Weapon));
    let words = body.start + 1..body.end.min(body.start + 9);
    let origin = words.rev().find(|&i| is_origin(scene, i));
    if let Some((name, _)) = origin.filter(|_| forces).and_then(|at| country(scene, at))
        && named.names.len() < 3
    {
        named.names.push(name.to_string());
    }
    named
}
