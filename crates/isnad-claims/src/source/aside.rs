//! What stands beside a source and does not belong to it: to whom, where and how he said it.

use isnad_text::Proclitics;

use crate::Class;
use crate::generated::vocabulary::{KEEPS_BACK, KEPT_BACK, TO_HIM, UNNAMED};
use crate::scene::Scene;
use crate::shape;
use crate::vocabulary::{CueFlags, Particle, SpeakerKind};

/// لوكالة رويترز, للصحفيين, لـ(…): to whom it is said.
pub(crate) fn is_audience(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    if !folded.strip_prefix(['و', 'ف']).unwrap_or(folded).starts_with('ل') {
        return false;
    }
    // بيان للمركز الإعلامي, تعداد لوكالة رويترز: whose the document is.
    let owned = at.checked_sub(1).is_some_and(|p| {
        !scene.is_definite(p)
            && scene.hit(p).is_some_and(|h| h.speaker() == Some(SpeakerKind::Document) && h.end == at)
    });
    if owned && !scene.is(at, Particle::Audience) {
        return false;
    }
    if scene.is_lam(at) {
        // لـ"…": to an outlet, unless a name or title goes on: مدير المركز الإعلامي لـ"قسد".
        // مصادر مطلعة | لـ«…»
        let unnamed = (at.saturating_sub(2)..at).any(|i| UNNAMED.fit(scene.text.folded(i)));
        return at.checked_sub(1).is_none_or(|p| {
            unnamed
                || scene.entity_at(p).is_some()
                || scene.hit(p).is_some_and(|h| h.cues().next().is_some() || h.is(Particle::Adverb))
        });
    }
    let addressed = |h: &crate::vocabulary::Hit<'_>| {
        h.proclitics.has(Proclitics::LAM)
            && (h.is(Particle::Audience) || h.speaker() == Some(SpeakerKind::Outlet))
    };
    // مصادر محلية للمرصد، النائب فلان لشفق نيوز: no title ends so.
    let told = || {
        let next = scene.entity_from(at).map_or(at + 1, |e| e.tokens.end);
        let ends = scene.is_comma(next)
            || scene.is(next, Particle::That)
            || scene.is_colon(next)
            || scene.is_stop(next)
            || scene.text.token(next).is_none();
        let named = at.checked_sub(1).and_then(|p| scene.entity_at(p));
        // مدير المركز سامي الحلو لرووداو إن: a name that no layer knows.
        let plain = scene.is(next, Particle::That)
            && at.checked_sub(1).is_some_and(|p| {
                super::is_name(scene, p) && scene.entity_at(p).is_none() && !scene.is_definite(p)
            });
        let unnamed = (at.saturating_sub(3)..at).any(|i| UNNAMED.fit(scene.text.folded(i)));
        ends && (unnamed
            || plain
            || named.is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person))
    };
    // قال الوزير يوآف غالانت للجنود
    let people = || {
        scene.hit(at).is_some_and(|h| h.person().is_some() && h.proclitics.has(Proclitics::LAM))
            && scene.is_definite(at)
            && at
                .checked_sub(1)
                .and_then(|p| scene.entity_at(p))
                .is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person)
    };
    scene.hit(at).is_some_and(addressed)
        || people()
        || scene.proclitic(at, Proclitics::LAM).is_some()
            && (scene.is_definite(at)
                || scene
                    .entity_from(at)
                    .is_some_and(|e| e.entity_type == isnad_entities::EntityType::Organisation))
            && told()
        || (scene.proclitic(at, Proclitics::LAM).is_some()
            && scene.entity_from(at).is_some_and(|e| {
                e.id.as_deref().is_some_and(|id| id.contains("agency") || id.contains("channel"))
            }))
}

/// إليه, عليهم: a preposition with its pronoun.
pub(crate) fn is_to_somebody(scene: &Scene<'_, '_>, at: usize) -> bool {
    TO_HIM.fit(scene.text.folded(at))
}

/// في كلمته, في نشرتها: the speaker's own, in which he said it.
pub(crate) fn is_own(scene: &Scene<'_, '_>, at: usize) -> bool {
    let surface = scene.text.surface(at);
    isnad_text::pronoun_len(surface) > 0
        && surface.chars().count() > 4
        && !scene.is_definite(at)
        && scene.entity_at(at).is_none()
}

/// `أفاد مدير المرصد رامي عبد الرحمن | وكالة فرانس برس`, `أبلغ مصدر دبلوماسي | رويترز`: the outlet to which it was said, as
/// object.
pub(crate) fn is_told_outlet(scene: &Scene<'_, '_>, at: usize) -> bool {
    let organisation = |e: &isnad_entities::Entity| e.entity_type == isnad_entities::EntityType::Organisation;
    let relays = |e: &isnad_entities::Entity| {
        e.id.as_deref().is_some_and(|id| id.contains("agency") || id.contains("channel"))
    };
    let named = scene.entity_from(at).is_some_and(|e| organisation(e) && relays(e));
    let outlet = named
        || scene.hit(at).is_some_and(|h| h.speaker() == Some(SpeakerKind::Outlet) && h.proclitics.is_none())
            && (scene.entity_at(at).or_else(|| scene.entity_at(at + 1)).is_some()
                || scene.quotation_from(at + 1).is_some());
    let Some(before) = at.checked_sub(1).filter(|_| outlet) else { return false };
    let person = |e: &isnad_entities::Entity| {
        e.entity_type == isnad_entities::EntityType::Person && e.tokens.end == at
    };
    // مصدر محلي (تحفظ على اسمه) | وكالة الأنباء
    scene.entity_at(before).is_some_and(person)
        || scene.text.surface(before) == ")"
        || !scene.is_definite(before)
            && shape::is_nisba(scene.text.folded(before))
            && scene.hit(before).is_none_or(|h| h.speaker().is_none())
}

/// بيان نقلته وكالة: who handed the document on.
pub(crate) fn is_handed_on(hit: &crate::vocabulary::Hit<'_>) -> bool {
    hit.speaker().is_none()
        // مصادر | وصفتها بالمطلعة
        && hit.cues().any(|c| {
            c.flags.has(CueFlags::PRONOUN) && (c.flags.has(CueFlags::RELAY) || c.class == Class::Describe)
        })
}

/// مسؤول طلب عدم نشر اسمه, الذي رفض الكشف عن هويته: how he spoke, not who he is.
pub(crate) fn keeps_back(scene: &Scene<'_, '_>, hit: &crate::vocabulary::Hit<'_>, at: usize) -> bool {
    let verb = if hit.is(Particle::Relative) { hit.end } else { at };
    KEEPS_BACK.fit(scene.text.folded(verb)) && KEPT_BACK.fit(scene.text.folded(verb + 1))
}

pub(crate) fn keeps_back_at(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).is_some_and(|h| keeps_back(scene, h, at))
}
