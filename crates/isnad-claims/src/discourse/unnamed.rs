//! What stands for a name where a source has none.

use core::ops::Range;

use isnad_text::Proclitics;

use super::words;
use crate::scene::Scene;
use crate::source;

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
