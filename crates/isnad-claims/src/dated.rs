//! When it happened: a date of the clause, the sentence, or the event's own earlier mention.

use core::ops::Range;

use isnad_dates::{Point, Reference, TemporalExpression, TemporalKind, TimeValue};

use crate::generated::vocabulary::GIVEN_OUT;
use crate::reach;
use crate::scene::Scene;
use crate::slots::{clause, earlier, triggers};
use crate::vocabulary::{EventFrame, Particle};
use crate::{CountKind, Evidence, Precision, When};
use crate::{inherit, source};

/// When it happened: a date of the clause, else the only one of the sentence.
pub(crate) fn date(
    scene: &Scene<'_, '_>,
    token: usize,
    sentence: &Range<usize>,
    reference: Option<Reference>,
) -> Option<When> {
    scene.dates_in(sentence.clone()).next()?;
    let clause = clause(scene, token, sentence);
    let dated = |range: Range<usize>| -> Option<(&TemporalExpression, &TimeValue)> {
        let days = scene.dates_in(range).filter_map(|(d, day)| Some((d, day.as_ref()?)));
        let days = days.filter(|(d, _)| !is_of_toll(scene, d.tokens.start));
        // A day says more than the year beside it, and that of the event more than that of its announcement.
        days.min_by_key(|(d, day)| {
            let at = d.tokens.start;
            let told = at < token && is_of_telling(scene, at, sentence.start) || is_beginning(scene, at);
            (!is_precise(day), told, d.tokens.start.abs_diff(token))
        })
    };
    let told = |(date, day): (&TemporalExpression, &TimeValue), evidence| {
        let precision = Precision::of(day);
        let value = since(scene, date, day, reference).unwrap_or(*day).to_string();
        When { value, date: scene.date_index(date.tokens.start), precision, evidence }
    };
    dated(clause)
        .map(|d| told(d, Evidence::Clause))
        .or_else(|| dated(sentence.clone()).map(|d| told(d, Evidence::Sentence)))
}

/// حصيلة نُشرت أمس: when a toll was given out, not when people came to harm.
fn is_of_toll(scene: &Scene<'_, '_>, date: usize) -> bool {
    let near = date.saturating_sub(6)..date;
    let given = |i: usize| GIVEN_OUT.fit(scene.text.folded(i));
    let toll = near.into_iter().find(|&i| scene.text.folded(i).ends_with("حصيله"));
    toll.is_some_and(|toll| (toll + 1..date).any(given))
}

/// منذ اندلاعها في السابع من …: when what has gone on since began.
fn is_beginning(scene: &Scene<'_, '_>, date: usize) -> bool {
    let near = date.saturating_sub(4)..date.saturating_sub(1);
    near.into_iter().any(|i| scene.text.folded(i) == "منذ") && scene.text.folded(date - 1) == "في"
}

/// When an event was told before to have happened.
pub(crate) fn earlier_date(
    scene: &Scene<'_, '_>,
    sentence: usize,
    reference: Option<Reference>,
) -> Option<When> {
    // The date nearest to the event, not that of its announcement: أعلنت …، اليوم الأحد، أن الهجوم الذي وقع مساء السبت …
    earlier(scene, sentence).find_map(|range| {
        let attack = triggers(scene, range.clone()).find(|t| t.word.count == CountKind::Attacks);
        let event = attack.or_else(|| triggers(scene, range.clone()).next());
        let date = date(scene, event.map_or(range.start, |t| t.token), &range, reference)?;
        // Another year where nothing is told to have happened is of something else.
        let told = || {
            let at = date.date.and_then(|d| scene.dates.get(d)).map_or(range.start, |d| d.tokens.start);
            triggers(scene, clause(scene, at, &range))
                .any(|t| t.word.frame != EventFrame::Of && inherit::harm(t.word.count))
        };
        let apart = inherit::is_other_year(scene, &date, reference) && !told()
            || sentence > 2 && !inherit::is_recent(scene, &date, reference);
        (!apart).then_some(When { evidence: Evidence::Earlier, ..date })
    })
}

/// أعلنت الوزارة، الأحد، …: a date beside a word of saying, with no event between.
fn is_of_telling(scene: &Scene<'_, '_>, date: usize, floor: usize) -> bool {
    let near = (floor.max(date.saturating_sub(reach::DATE_OF_TELLING))..date).rev();
    let near = near.take_while(|&i| !scene.is_stop(i) && !scene.is(i, Particle::That));
    let told = near.filter_map(|i| scene.hit(i).filter(|_| scene.entity_at(i).is_none())).find_map(|hit| {
        let event = hit.events().any(|e| e.frame != EventFrame::None || e.count == CountKind::Attacks);
        match (event, source::is_verb(hit) && hit.cues().next().is_some()) {
            (true, _) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    });
    told == Some(true)
}

/// منذ السبت: from that day to the day of the article.
fn since(
    scene: &Scene<'_, '_>,
    date: &TemporalExpression,
    day: &TimeValue,
    reference: Option<Reference>,
) -> Option<TimeValue> {
    let before = date.tokens.start.checked_sub(1)?;
    let TimeValue::Point(Point::Day(first)) = *day else { return None };
    let today = reference?.date;
    (scene.text.folded(before) == "منذ" && first < today)
        .then_some(TimeValue::Interval(Some(Point::Day(first)), Some(Point::Day(today))))
}

/// The day, month or year that an expression says something happened in; none of a duration, of "recently", of an hour of
/// no day.
pub(crate) fn day(date: &TemporalExpression) -> Option<TimeValue> {
    if !matches!(date.kind, TemporalKind::Date | TemporalKind::Time) || date.day_inferred {
        return None;
    }
    // A time of day stands for its day.
    let whole = |point| match point {
        Point::DayPart(day, _) | Point::Time(day, _) => day.map(Point::Day),
        point => Some(point),
    };
    let value = match date.value {
        TimeValue::Point(point) => TimeValue::Point(whole(point)?),
        TimeValue::Interval(Some(start @ (Point::DayPart(..) | Point::Time(..))), Some(_)) => {
            TimeValue::Point(whole(start)?)
        }
        TimeValue::Interval(Some(start), Some(end)) => TimeValue::Interval(Some(start), Some(whole(end)?)),
        _ => return None,
    };
    // What is not known of it is written X.
    (!value.to_string().contains('X')).then_some(value)
}

/// What the expression of a date tells; `None` of the day of the article, for which the text has none.
pub(crate) fn told(scene: &Scene<'_, '_>, date: &When) -> Option<TimeValue> {
    scene.day(date.date?)
}

/// Whether a date does not begin behind the day of the article.
pub(crate) fn is_past(scene: &Scene<'_, '_>, date: &When, reference: Reference) -> bool {
    let start = told(scene, date).and_then(|value| value.extent()?.start);
    start.is_none_or(|start| start.date <= reference.date)
}

/// Whether it says the day.
fn is_precise(day: &TimeValue) -> bool {
    // From June to October: as telling as a day.
    let is_range = matches!(day, TimeValue::Interval(..));
    matches!((Precision::of(day), is_range), (Precision::Day, _) | (Precision::Month, true))
}
