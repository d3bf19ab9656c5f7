//! What a governing event says of those counted, where that hangs on who they are.

use crate::CountKind;
use crate::candidate::Candidate;
use crate::scene::Scene;
use crate::slots::Trigger;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, EventWord, List, PersonClass};
use crate::{court, fate};

/// What a governing event says of those counted, where that hangs on who they are.
pub(crate) fn kind_of(
    scene: &Scene<'_, '_>,
    trigger: Trigger<'_>,
    kind: CountKind,
    candidate: &Candidate,
    inherent: Option<&EventWord>,
    sentence: usize,
) -> CountKind {
    // تعتقل الآلاف: who is said to arrest thousands holds them; a headline tells in this form what has happened.
    if kind == CountKind::Arrested
        && sentence > 0
        && trigger.word.part == EventPart::Imperfect
        && candidate.low != candidate.high
        && candidate.high.is_some()
    {
        return CountKind::Held;
    }
    // قضت المحكمة بإعدام عشرة: what a court decides has not happened to them yet.
    if court::is_sentence(scene, trigger.token, candidate) {
        return CountKind::People;
    }
    // انسحاب 14 نائبا: only soldiers are troops.
    let soldiers = inherent.is_some_and(|i| i.flags.has(EventFlags::STANCE))
        || candidate
            .noun
            .and_then(|n| scene.hit(n)?.person())
            .is_some_and(|p| p.class == PersonClass::Security);
    if trigger.word.flags.has(EventFlags::STANCE) && !soldiers {
        return CountKind::People;
    }
    // يضم السجن 3500: held only where the container is a prison.
    if matches!(kind, CountKind::Held | CountKind::People) && trigger.word.frame == EventFrame::Container {
        return if holds(scene, trigger, candidate) {
            CountKind::Held
        } else {
            inherent.map_or(CountKind::People, |i| i.count)
        };
    }
    // فقدت دمشق مئات الرجال: who loses men loses them for good.
    // فقدت القرية خمسة من أبنائها
    let own = candidate.noun.is_some_and(|n| {
        let noun = scene.text.folded(n);
        noun.starts_with("ابناي")
            || noun.starts_with("ابناء") && (noun.ends_with("ها") || noun.ends_with("ه"))
    });
    if kind == CountKind::Missing
        && trigger.word.frame == EventFrame::Act
        && (own
            || (trigger.end..candidate.tokens.start)
                .any(|i| scene.entity_at(i).is_some() || scene.is_definite(i)))
    {
        return CountKind::Killed;
    }
    // فر 30 ألفا من سكان البلدة: driven out, not escaped.
    let civilians = candidate.noun.and_then(|n| scene.hit(n)?.person()).is_some_and(|p| {
        matches!(
            p.class,
            PersonClass::Civilian | PersonClass::Companion | PersonClass::Woman | PersonClass::Child
        )
    });
    // إجلاء ألف جندي: withdrawn, not driven out.
    if kind == CountKind::Displaced && soldiers && inherent.is_none_or(|i| i.count == CountKind::Troops) {
        return CountKind::Troops;
    }
    if kind == CountKind::Escaped && (civilians || leaves_a_place(scene, candidate)) {
        return CountKind::Displaced;
    }
    // أنقذ خفر السواحل 20 مهاجرا: only who was held is set free.
    if kind == CountKind::Freed
        && scene.text.folded(trigger.token).contains("انق")
        && !fate::was_held(scene, candidate)
    {
        return CountKind::People;
    }
    kind
}

/// فر 500 ألف شخص من البلدة: people of whom neither they nor what is near says that they were held.
fn leaves_a_place(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let plain = candidate
        .noun
        .and_then(|n| scene.hit(n))
        .is_some_and(|h| h.person().is_some_and(|p| p.class == PersonClass::Person));
    let near = candidate.tokens.start.saturating_sub(12)..candidate.end + 12;
    plain && !near.into_iter().any(|i| scene.on(i, List::Prison) || scene.on(i, List::Building))
}

/// سجن يأوي الآلاف: whether what contains them is a prison.
pub(crate) fn holds(scene: &Scene<'_, '_>, trigger: Trigger<'_>, candidate: &Candidate) -> bool {
    let near = trigger.token.saturating_sub(8)..candidate.tokens.start;
    near.into_iter().any(|i| scene.on(i, List::Prison))
}
