//! What stands for a name where a source has none.

use core::ops::Range;

use isnad_entities::EntityType;
use isnad_text::Proclitics;

use super::{Known, words};
use crate::Named;
use crate::cue::Site;
use crate::scene::Scene;
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, SpeakerKind};

/// `مصدر أمني | في حلب`, `ممرضة | تعمل في المستشفى`: whoever has no name, without where he is and what he does.
pub(super) fn brief_head(scene: &Scene<'_, '_>, source: &Range<usize>) -> Option<String> {
    let plain = |i: &usize| {
        let at = *i;
        !scene.is_definite(at)
            && scene.entity_at(at).is_none()
            && scene.text.token(at).is_some_and(|t| t.is_word())
            && !source::is_preposition(scene, at)
            && scene.proclitic(at, Proclitics::BA).is_none()
            && (at == source.start || !source::is_imperfect(scene, at) && !source::names_somebody(scene, at))
    };
    let known = scene.hit(source.start).is_some_and(|h| h.speaker().is_some());
    let end = source.clone().take_while(plain).last()? + 1;
    let parted = end < source.end
        && (source::is_preposition(scene, end)
            || scene.proclitic(end, Proclitics::BA).is_some()
            || source::is_imperfect(scene, end));
    (known && parted && end - source.start <= 3).then(|| words(scene, source.start..end).into_owned())
}

/// شركة | «…»: the name between quotation marks with which a source ends.
pub(super) fn quoted_name(scene: &Scene<'_, '_>, source: &Range<usize>) -> Option<String> {
    let quotation = scene.quotation_to(source.end.checked_sub(1)?)?;
    let named = quotation.closed && quotation.tokens.start > source.start && quotation.tokens.len() <= 5;
    named.then(|| words(scene, quotation.tokens.clone()).into_owned())
}

/// `قال ترامب … وأضاف | الرئيس الأميركي`: a verb that goes on, whose subject is what the last speaker is called.
pub(super) fn goes_on<'k>(
    scene: &Scene<'_, '_>,
    site: &Site,
    source: &Range<usize>,
    known: &'k [Known],
) -> Option<&'k Named> {
    let kind = |i: usize| scene.hit(i).and_then(|h| h.speaker());
    let called = matches!(kind(source.start), Some(SpeakerKind::Person | SpeakerKind::Collective));
    // وأضاف | البرتغالي
    let nisba = source.len() == 1
        && shape::is_nisba(scene.text.folded(source.start))
        && kind(source.start).is_none()
        && scene.entity_at(source.start).is_none();
    let plain = source.len() <= 2 && scene.is_definite(source.start) && (called || nisba);
    let last = known.iter().rev().find(|k| !k.nested)?;
    let unlike = |a, b| last.flags.has(a) && site.word.flags.has(b);
    let agrees = !unlike(CueFlags::M, CueFlags::F) && !unlike(CueFlags::F, CueFlags::M);
    let person = nisba || kind(source.start) == Some(SpeakerKind::Person);
    let of = last.named.entity.and_then(|i| scene.entities.get(i))?;
    let alike =
        matches!((of.entity_type, person), (EntityType::Person, true) | (EntityType::Organisation, false));
    let bare = nisba || kind(last.head) != Some(SpeakerKind::Person) || !person;
    (site.word.flags.has(CueFlags::CONTINUE)
        && plain
        && agrees
        && alike
        && bare
        && site.sentence - last.sentence <= 2)
        .then_some(&last.named)
}
