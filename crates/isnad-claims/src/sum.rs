//! Sums over a time: what a war or a year did, no single attack.

use isnad_dates::TemporalKind;
use isnad_numerals::Number;

use crate::generated::vocabulary::{BROKE_OUT, COUNTRIES, UNTIL};
use crate::inherit::{Seen, harm, own_place};
use crate::reach;
use crate::scene::Scene;
use crate::vocabulary::List;
use crate::{Count, CountKind};

/// حتى 11 يونيو, منذ مطلع العام, خلال الساعات الماضية: a sum over a time, which no single attack brought about.
fn is_sum(scene: &Scene<'_, '_>, count: &Count, seen: &Seen) -> bool {
    let dated = || {
        let date = count.date.as_ref().and_then(|d| scene.dates.get(d.date?))?.tokens.start;
        let until = date.checked_sub(1).is_some_and(|p| UNTIL.fit(scene.text.folded(p)));
        let token = scene.text.token_at(count.span.start);
        (until && scene.text.sentence_of(date) == scene.text.sentence_of(token)).then_some(())
    };
    seen.summed || dated().is_some()
}

/// إجمالي, خلال | ثلاثة أيام: words near a figure that say that it is a sum.
pub(crate) fn is_lasting(scene: &Scene<'_, '_>, token: usize) -> bool {
    (token.saturating_sub(4)..token).any(|i| scene.text.folded(i).ends_with("اجمالي"))
        || (token.saturating_sub(8)..token + 8).filter(|&i| scene.text.folded(i) == "خلال").any(|i| {
            (i + 1..i + 3).any(|d| scene.date_at(d).is_some_and(|d| d.kind == TemporalKind::Duration))
        })
}

/// منذ بدء الحرب, حتى مساء أمس, خلال أسبوع: words beside a figure that sum it up over a time.
pub(crate) fn since(scene: &Scene<'_, '_>, token: usize) -> Option<usize> {
    let sentence = scene.text.sentence_of(token).and_then(|s| scene.text.sentences().get(s))?.tokens.clone();
    // Of the next figure, what stands nearer to it.
    let own = scene.quantity_at(token);
    let other = |i: &usize| scene.quantity_at(*i).is_some_and(|q| Some(q) != own);
    let from = sentence.start.max(token.saturating_sub(reach::SUM.0));
    let from = (from..token).rev().find(other).map_or(from, |i| i + 1);
    let end = sentence.end.min(token + reach::SUM.1);
    let end = (token..end).find(other).unwrap_or(end);
    (from..end).find(|&i| match scene.text.folded(i) {
        "منذ" => true,
        "خلال" => scene.on(i + 1, List::Period),
        _ => false,
    })
}

/// اندلعت الحرب … وأدت إلى مقتل, حصيلة الحرب: of all that a war did.
pub(crate) fn of_war(scene: &Scene<'_, '_>, token: usize) -> bool {
    let Some(sentence) = scene.text.sentence_of(token).and_then(|s| scene.text.sentences().get(s)) else {
        return false;
    };
    let floor = sentence.tokens.start.max(token.saturating_sub(30));
    scene.listed(List::War, floor..token).filter_map(|i| i.checked_sub(1)).any(|p| {
        let before = scene.text.folded(p).trim_start_matches('و');
        BROKE_OUT.fit(before) || scene.on(p, List::Numbers)
    })
}

/// Half a million and more: of a country, not of a town.
fn is_many(count: &Count) -> bool {
    let people = matches!(count.kind, CountKind::Displaced | CountKind::People | CountKind::Killed);
    people && count.low.or(count.high).is_some_and(|n| n >= Number::from(500_000))
}

/// Which counts are sums over a time, or parts of one.
pub(crate) fn summed(scene: &Scene<'_, '_>, counts: &[Count], seen: &[Seen]) -> Vec<bool> {
    let mut whole: Option<(usize, bool)> = None;
    let sum = |(count, seen): (&Count, &Seen)| {
        let of_whole =
            whole.filter(|(sentence, _)| count.part && *sentence == seen.sentence).is_some_and(|w| w.1);
        let sum = of_whole || is_sum(scene, count, seen);
        if !count.part {
            whole = Some((seen.sentence, sum));
        }
        sum
    };
    counts.iter().zip(seen).map(sum).collect()
}

/// A sum over a war or a year that names no place is of the country, not of the last attack's town.
pub(crate) fn sums(scene: &Scene<'_, '_>, counts: &mut [Count], seen: &[Seen], sums: &[bool]) {
    for ((count, seen), sum) in counts.iter_mut().zip(seen).zip(sums) {
        let of_time = *sum && harm(count.kind);
        if own_place(count) || !of_time && !is_many(count) {
            continue;
        }
        // منذ يناير: may be of one town as well.
        let war = seen.of_war || seen.since.is_some_and(|i| scene.on(i + 1, List::Onset));
        if !war && !is_many(count) {
            continue;
        }
        let entity = count.place.as_ref().and_then(|p| scene.entities.get(p.entity?));
        let Some(code) = entity.and_then(|e| e.country.as_deref()) else { continue };
        if let Some(row) = COUNTRIES.iter().find(|row| row.1 == code)
            && let Some(place) = &mut count.place
        {
            place.names = vec![row.2.to_string(), row.3.to_string()];
            place.entity = None;
        }
    }
}
