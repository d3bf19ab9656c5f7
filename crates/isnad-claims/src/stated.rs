//! Who did it as those who state it tell: whom they accuse, what they did themselves, whose soldiers they send.

use core::ops::Range;

use isnad_entities::{Entity, EntityType};
use isnad_text::Proclitics;

use crate::agents::{subject, whole};
use crate::discourse;
use crate::generated::vocabulary::OWNS_TO;
use crate::origin::{country, is_origin, named_country, with_country};
use crate::scene::Scene;
use crate::slots::triggers;
use crate::vocabulary::{List, Particle, SpeakerKind};
use crate::{Claim, CountKind, Evidence, Named};

/// Whose soldiers are counted: 2500 جندي أمريكي, لفرنسا 300 جندي, or those of who says that he sends them.
pub(crate) fn of_troops(
    scene: &Scene<'_, '_>,
    tokens: &Range<usize>,
    object: Option<&Range<usize>>,
    claim: Option<&Claim>,
) -> Option<Named> {
    let behind = object.map_or(tokens.end..tokens.end, |o| o.start + 1..o.start + 3);
    if let Some(at) = behind.into_iter().find(|&i| is_origin(scene, i)) {
        let (name, english) = country(scene, at)?;
        let entity = named_country(scene, at).and_then(|e| scene.entity_index(e.tokens.start));
        let names = vec![name.to_string(), english.to_string()];
        return Some(Named {
            names,
            span: scene.text.span_of(at..at + 1),
            entity,
            evidence: Evidence::Object,
        });
    }
    let owner = (tokens.start.saturating_sub(4)..tokens.start).rev().find_map(|i| scene.entity_at(i));
    let owner = owner.filter(|e| {
        let first = e.tokens.start;
        matches!(e.entity_type, EntityType::Location | EntityType::Organisation)
            && (scene.proclitic(first, Proclitics::LAM).is_some() || starts_behind_lam(scene, first))
    });
    if let Some(owner) = owner {
        return Some(discourse::named(scene, owner, Evidence::Subject));
    }
    let claim = claim?;
    let start = scene.text.token_at(claim.content.start);
    let sends = triggers(scene, start..start + 1).any(|t| t.word.count == CountKind::Troops);
    let speaker = claim.speaker.as_ref().filter(|_| sends)?;
    let words = scene.text.token_at(speaker.span.start)..scene.text.token_at(speaker.span.end);
    let named = Named { evidence: Evidence::Speaker, ..speaker.clone() };
    Some(with_country(scene, words, named))
}

/// Whom an accusation names: اتهمت المنظمة | القوات الحكومية | بإعدام …
pub(crate) fn accused(scene: &Scene<'_, '_>, claim: &Claim, trigger: usize) -> Option<Named> {
    let (source, deed) = blamed(scene, claim)?;
    let plain = deed <= trigger && !(deed..trigger).any(|i| scene.is_stop(i) || scene.is_comma(i));
    plain.then(|| whole(scene, source, Evidence::Object))
}

/// Whom an accusation names, and where what he is accused of begins: اتهم فلان | الجماعة | بالوقوف وراء …
fn blamed(scene: &Scene<'_, '_>, claim: &Claim) -> Option<(Range<usize>, usize)> {
    let start = scene.text.token_at(claim.content.start);
    let end = scene.text.token_at(claim.content.end).min(start + 14);
    if claim.cue.class != crate::Class::Accuse {
        return None;
    }
    let deed = (start..end).find(|&i| {
        i > start
            && scene.entity_at(i).is_none()
            && !scene.on(i, List::AtPlace)
            && !scene.is(i, Particle::Led)
            && scene.text.folded(i).starts_with('ب')
            && scene.proclitic(i, Proclitics::BA).is_some()
    })?;
    let source = subject(scene, start..deed)?;
    // الجيش | وقوات فاغنر: several.
    let several =
        |i: usize| scene.entity_at(i).is_some() || scene.on(i, List::Forces) || scene.is_definite(i);
    (source.end == deed || (source.end..deed).all(several)).then_some((source.start..deed, deed))
}

/// Who is said to be behind what was told: حملت … مسؤوليته | لجماعة …, اتهمت | الجماعة | بالوقوف وراءه. Also
/// whether it tells of the attack itself (بقصف السوق), which may be another than one told elsewhere.
pub(crate) fn suspect(scene: &Scene<'_, '_>, claim: &Claim) -> Option<(Named, bool)> {
    let (source, deed) = blamed(scene, claim)?;
    let attached = |i: usize| i == deed && !scene.is_definite(i) && is_attack_word(scene, i);
    let behind = (deed..deed + 4).any(|i| {
        let folded = scene.text.folded(i);
        folded.starts_with("وراء")
            || folded == "خلف"
            || folded.contains("مسوولي")
            || is_attack_word(scene, i) && !attached(i)
    });
    let anew = !behind && attached(deed);
    (behind || anew).then(|| (whole(scene, source, Evidence::Object), anew))
}

/// مسؤوليتها, المسؤول: of what somebody answers for.
pub(crate) fn is_duty(folded: &str) -> bool {
    folded.starts_with("مس") && folded.contains("ولي")
}

/// حملت … مسؤوليته | لجماعة …: whom a statement makes answerable by such a word.
pub(crate) fn answerable<'a>(scene: &Scene<'a, '_>, duty: usize) -> Option<&'a Entity> {
    let lays = |i: usize| scene.text.bare(i, Proclitics::WAW).starts_with("حمل");
    if !(duty.saturating_sub(7)..duty).any(lays) {
        return None;
    }
    let to = |i: usize| {
        let quoted = i.checked_sub(2).is_some_and(|b| scene.is_lam(b) || scene.text.folded(b) == "ل");
        scene.proclitic(i, Proclitics::LAM).is_some() || starts_behind_lam(scene, i) || quoted
    };
    let body = (duty + 1..duty + 5).find_map(|i| scene.entity_from(i).filter(|_| to(i)))?;
    (body.entity_type == EntityType::Organisation).then_some(body)
}

fn starts_behind_lam(scene: &Scene<'_, '_>, at: usize) -> bool {
    let surface = scene.text.surface(at);
    surface.starts_with('ل')
        && scene
            .entity_from(at)
            .is_some_and(|e| !e.tokens.is_empty() && e.span.start > scene.text.span_of(at..at + 1).start)
}

fn is_attack_word(scene: &Scene<'_, '_>, at: usize) -> bool {
    triggers(scene, at..at + 1).any(|t| t.word.count == CountKind::Attacks)
}

/// `قالت القوات إنها | نفذت عملية … ما أسفر عن`: whose own operation they tell of.
pub(crate) fn operator(scene: &Scene<'_, '_>, claim: &Claim) -> Option<Named> {
    let start = scene.text.token_at(claim.content.start);
    let own =
        start.checked_sub(1).is_some_and(|p| scene.is(p, Particle::That) && scene.on(p, List::OfSpeaker));
    let speaker = claim.speaker.as_ref()?;
    (own && scene.on(start, List::Operates)).then(|| Named { evidence: Evidence::Speaker, ..speaker.clone() })
}

/// The forces that state a count, whose own doing it is to arrest and to fight: أعلنت الشرطة اعتقال …
pub(crate) fn announcer(scene: &Scene<'_, '_>, claim: &Claim) -> Option<Named> {
    let speaker = claim.speaker.as_ref()?;
    let tokens = scene.text.token_at(speaker.span.start)..scene.text.token_at(speaker.span.end);
    let forces = |tokens: Range<usize>| tokens.into_iter().take(12).any(|i| scene.on(i, List::Forces));
    let body = scene
        .entities_in(tokens.clone())
        .iter()
        .find(|e| e.entity_type == EntityType::Organisation && forces(e.tokens.clone()));
    let known = speaker.entity.and_then(|i| scene.entities.get(i)).filter(|e| forces(e.tokens.clone()));
    if let Some(body) = body.or(known) {
        let named = discourse::named(scene, body, Evidence::Speaker);
        return Some(with_country(scene, body.tokens.clone(), named));
    }
    let person = scene.hit(tokens.start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person));
    (!person && forces(tokens.start..(tokens.start + 2).min(tokens.end)))
        .then(|| Named { evidence: Evidence::Speaker, ..speaker.clone() })
}

/// أقر التحالف بمقتل 39 مدنيا: who owns to what he did to others; of his own people (من جنوده) he only tells.
pub(crate) fn admits(scene: &Scene<'_, '_>, claim: &Claim, object: Option<&Range<usize>>) -> Option<Named> {
    let cue = scene.text.token_at(claim.cue.span.start);
    let word = scene.text.folded(cue);
    let owns = OWNS_TO.fit(word);
    let object = object.filter(|_| owns)?;
    let theirs = scene.text.folded(object.end) == "من"
        || scene.hit(object.start).and_then(|h| h.person()).is_some_and(|p| {
            matches!(
                p.class,
                crate::vocabulary::PersonClass::Security | crate::vocabulary::PersonClass::Militant
            )
        });
    // بمقتل أربعة من جنودها و18 مدنيا: of a list, what is owned to is not told.
    let near = object.start <= scene.text.token_at(claim.content.start) + 6;
    let speaker = claim.speaker.as_ref().filter(|_| near)?;
    let tokens = scene.text.token_at(speaker.span.start)..scene.text.token_at(speaker.span.end);
    let forces = tokens.into_iter().take(6).any(|i| {
        scene.on(i, List::Forces)
            || scene.entity_at(i).is_some_and(|e| e.entity_type == EntityType::Organisation)
    }) || speaker
        .entity
        .and_then(|i| scene.entities.get(i))
        .is_some_and(|e| e.entity_type == EntityType::Organisation);
    (!theirs && forces).then(|| Named { evidence: Evidence::Speaker, ..speaker.clone() })
}
