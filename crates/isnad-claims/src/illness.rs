//! The sick: cases, patients and those infected, who are told of in the words of the wounded.

use core::ops::Range;

use isnad_text::Proclitics;

use crate::candidate::Candidate;
use crate::fate::behind;
use crate::generated::vocabulary::{
    AFFLICTED, CASE, CASES, CASES_OF, CONFIRMED, CRIME, PATIENT, WITH_DISEASE,
};
use crate::reach;
use crate::scene::Scene;
use crate::tally::Tally;
use crate::vocabulary::List;
use crate::{CountKind, EventKind};

/// Whether a text is about a disease: its headline or first sentence names one, and tells of no attack or accident.
pub(crate) fn is_epidemic(scene: &Scene<'_, '_>) -> bool {
    let lead = scene.text.sentences().iter().take(2).map(|s| s.tokens.clone());
    lead.clone().any(|s| scene.listed(List::Disease, s).next().is_some())
        && lead.clone().all(|s| is_of_epidemic(scene, &s))
}

/// Whether a sentence tells of nothing else that wounds: no attack, no accident.
pub(crate) fn is_of_epidemic(scene: &Scene<'_, '_>, sentence: &Range<usize>) -> bool {
    let wounds = |kind: EventKind| {
        use EventKind::{Accident, AirStrike, Attack, Bombing, Clash, Shelling};
        matches!(kind, Attack | Bombing | Shelling | AirStrike | Clash | Accident)
    };
    !scene.happenings(sentence).any(wounds)
}

/// المصابين بفيروس … إلى 84 ألفا: whether a sentence names a disease before a figure, and nothing else that wounds.
pub(crate) fn is_of_disease(scene: &Scene<'_, '_>, sentence: &Range<usize>, token: usize) -> bool {
    let before = sentence.start.max(token.saturating_sub(reach::DISEASE))..token;
    scene.listed(List::Disease, before).next().is_some() && is_of_epidemic(scene, sentence)
}

/// مريضا, مصابا: people whom a hospital has.
pub(crate) fn are_patients(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    candidate.noun.is_some_and(|n| PATIENT.fit(scene.text.folded(n)))
}

/// عدد الحالات … 700: how many cases there are.
fn numbers_cases(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    let start = candidate.tokens.start;
    let floor = sentence.start.max(start.saturating_sub(10));
    let mut before =
        (floor..start).rev().take_while(|&i| !scene.is_break(i) && scene.quantity_at(i).is_none());
    before.any(|i| {
        CASES_OF.fit(scene.text.folded(i)) && i.checked_sub(1).is_some_and(|p| scene.on(p, List::Numbers))
    })
}

/// إصابة 30 شخصا بالحصبة: ill, not wounded.
pub(crate) fn is_ill(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
    trigger: Option<usize>,
) -> bool {
    let with = |i: usize| {
        scene.on(i, List::Disease)
            && (scene.proclitic(i, Proclitics::BA).is_some()
                || i.checked_sub(1).is_some_and(|p| {
                    scene.hit(p).is_some_and(|h| h.proclitics.has(Proclitics::BA))
                        || WITH_DISEASE.fit(scene.text.folded(p))
                }))
    };
    let between = trigger.filter(|&t| t < candidate.tokens.start).map_or(0..0, |t| t..candidate.tokens.start);
    // الوفيات بالكوليرا إلى 60 والإصابات إلى 900
    let case = trigger.filter(|&t| AFFLICTED.fit(scene.text.folded(t)));
    let before = case.map_or(0..0, |t| sentence.start.max(t.saturating_sub(16))..t);
    // أصاب الوباء …: what struck them.
    let struck = |i: usize| scene.on(i, List::Disease);
    if before.clone().any(struck) {
        return true;
    }
    between.chain(before).chain(behind(scene, candidate, sentence)).any(with)
}

/// 17 وفاة, 200 حالة اختناق, 145 إصابة: what each case counted was, and where its words end.
pub(crate) fn cases(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
    last: Option<&Tally>,
    epidemic: bool,
) -> Option<(CountKind, usize)> {
    let at = candidate.tokens.end;
    if candidate.bare {
        return None;
    }
    // عدد الحالات المشتبه بها بلغ 700
    if epidemic && candidate.noun.is_none() && numbers_cases(scene, candidate, sentence) {
        return Some((CountKind::Infected, at));
    }
    if at >= sentence.end {
        return None;
    }
    let case = CASE.fit(scene.text.folded(at));
    if case && scene.text.folded(at + 1) == "للاصابه" {
        return Some((CountKind::Infected, at + 2));
    }
    // 85 جريمة قتل
    let crime = case || CRIME.fit(scene.text.folded(at));
    if crime && scene.text.folded(at + 1) == "قتل" {
        return Some((CountKind::Killed, at + 2));
    }
    let noun = at + usize::from(case);
    let hit = scene.hit(at).filter(|h| h.end == noun + 1).or_else(|| scene.hit(noun));
    let end = hit.map_or(noun + 1, |h| h.end);
    let named = || {
        let new = CONFIRMED.fit(scene.text.folded(end));
        (end..end + 4)
            .take_while(|&i| !scene.is_stop(i) && !scene.is_comma(i))
            .any(|i| scene.on(i, List::Disease))
            || new
    };
    let of = scene.text.folded(noun);
    if let Some(&(_, kind, _)) = CASES.iter().find(|(n, _, behind)| *n == of && (case || !behind)) {
        return Some((kind, end));
    }
    match of {
        _ if scene.on(noun, List::Disease) && case => Some((CountKind::Infected, end)),
        "اصابه" | "اصابات"
            if epidemic
                || hit.is_some_and(|h| h.events().any(|e| e.count == CountKind::Infected))
                || named() =>
        {
            Some((CountKind::Infected, end))
        }
        "اصابه" | "اصابات" => match last?.kind {
            CountKind::Infected => Some((CountKind::Infected, end)),
            CountKind::Killed | CountKind::Wounded | CountKind::Missing => Some((CountKind::Wounded, end)),
            _ => None,
        },
        _ => None,
    }
}
