//! Who did it, where and when: each from the clause, the sentence or the event's own earlier mention, or not at all.

use core::ops::Range;

use isnad_dates::{Reference, TemporalExpression, TemporalKind, TimeValue};
use isnad_entities::{Entity, EntityType};
use isnad_text::{Proclitics, Text, TokenKind};

use crate::discourse;
use crate::scene::Scene;
use crate::vocabulary::{EventFlags, EventFrame, EventWord, List, Particle};
use crate::{CountKind, Evidence, Named, Precision, When};

/// An event word in the text.
#[derive(Clone, Copy)]
pub(crate) struct Trigger<'v> {
    pub(crate) token: usize,
    pub(crate) end: usize,
    pub(crate) word: &'v EventWord,
}

/// The event words of a range of tokens, nouns for victims left out.
pub(crate) fn triggers<'s, 'v>(
    scene: &'s Scene<'v, '_>,
    range: Range<usize>,
) -> impl Iterator<Item = Trigger<'v>> + use<'s, 'v> {
    range.filter(|&token| scene.tells(token)).filter_map(|token| {
        let hit = scene.hit(token)?;
        let word = hit.events().find(|e| e.frame != EventFrame::None || e.count == CountKind::Attacks)?;
        let entity = scene.entity_at(token).is_some();
        (!entity && !word.flags.has(EventFlags::NEGATED)).then_some(Trigger { token, end: hit.end, word })
    })
}

/// The stretch around a token that its commas and connectives bound loosely: where its own place and date stand.
pub(crate) fn clause(scene: &Scene<'_, '_>, token: usize, sentence: &Range<usize>) -> Range<usize> {
    let bound = |i: &usize| {
        scene.is_break(*i)
            && (scene.is_stop(*i)
                || scene
                    .hit(i + 1)
                    .is_some_and(|h| matches!(h.particle(), Some(Particle::Cut | Particle::Connective)))
                || scene.proclitic(i + 1, Proclitics::WAW).is_some() && scene.entity_at(i + 1).is_none())
    };
    let start = (sentence.start..token).rev().find(bound).map_or(sentence.start, |i| i + 1);
    let end = (token..sentence.end).find(bound).unwrap_or(sentence.end);
    start..end
}

fn is_place(entity: &Entity) -> bool {
    matches!(entity.entity_type, EntityType::Location | EntityType::Facility)
}

/// Where it happened: in the clause, else the sentence, else where the event was told before.
pub(crate) fn place(scene: &Scene<'_, '_>, token: usize, within: &Range<usize>, held: bool) -> Option<Named> {
    let clause = clause(scene, token, within);
    let all = scene.entities_in(within.clone());
    let facility = |range: &Range<usize>| {
        let mut inside = all.iter().filter(|e| range.contains(&e.tokens.start));
        inside.find(|e| e.entity_type == EntityType::Facility)
    };
    let located =
        |range: Range<usize>| first_located(scene, all.iter().filter(|e| range.contains(&e.tokens.start)));
    let located_last = |range: Range<usize>| {
        first_located(scene, all.iter().rev().filter(|e| range.contains(&e.tokens.start)))
    };
    let entity = (if held { facility(&clause) } else { None })
        .or_else(|| if held { referred(scene, within.clone()) } else { None })
        .or_else(|| located(token..clause.end))
        .or_else(|| located_last(clause.start..token))
        .or_else(|| located(clause.end..within.end))
        .or_else(|| located_last(within.start..clause.start))
        .or_else(|| if held { facility(within) } else { None });
    let near = |e: &Entity| clause.contains(&e.tokens.start);
    let entity = match entity {
        Some(entity) if near(entity) => entity,
        far => match village(scene, &clause).or_else(|| village(scene, within)) {
            Some(village) => return Some(village),
            None => far?,
        },
    };
    let near = near(entity);
    Some(discourse::named(scene, entity, if near { Evidence::Clause } else { Evidence::Sentence }))
}

/// في قرية …: a village that no layer below knows, named by the word behind its noun.
fn village(scene: &Scene<'_, '_>, range: &Range<usize>) -> Option<Named> {
    let noun = |at: usize| {
        matches!(
            scene.text.folded(at).strip_prefix('ب').unwrap_or(scene.text.folded(at)),
            "قريه" | "بلده" | "ناحيه" | "حي"
        )
    };
    let unknown = |at: usize| {
        scene.entity_at(at).is_none()
            && scene.hit(at).is_none()
            && scene.quantity_at(at).is_none()
            && scene.text.token(at).is_some_and(|t| t.is_arabic())
            && scene.text.folded(at).chars().count() > 2
    };
    let brought = |at: usize| {
        scene.text.folded(at).starts_with('ب') && scene.text.folded(at) != "بلده"
            || at.checked_sub(1).is_some_and(|p| scene.on(p, List::AtPlace) || scene.is(p, Particle::Ala))
    };
    let at =
        range.clone().find(|&at| noun(at) && brought(at) && range.contains(&(at + 1)) && unknown(at + 1))?
            + 1;
    let span = scene.text.span_of(at..at + 1);
    let names = vec![scene.text.slice(span).to_string()];
    Some(Named { names, span, entity: None, evidence: Evidence::Sentence })
}

/// Where an event was told before: the first place of the nearest sentence before that names one.
pub(crate) fn earlier_place(scene: &Scene<'_, '_>, sentence: usize, held: bool) -> Option<Named> {
    earlier(scene, sentence).find_map(|range| {
        let all = scene.entities_in(range);
        let facility = if held { all.iter().find(|e| e.entity_type == EntityType::Facility) } else { None };
        // A building named in passing (the hospital of the wounded) is not where something else happened.
        let open = |e: &&Entity| held || e.entity_type == EntityType::Location;
        let entity = facility.or_else(|| first_located(scene, all.iter()).filter(open))?;
        Some(discourse::named(scene, entity, Evidence::Earlier))
    })
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
        let event = attack.or_else(|| triggers(scene, range.clone()).next()).map_or(range.start, |t| t.token);
        Some(When { evidence: Evidence::Earlier, ..date(scene, event, &range, reference)? })
    })
}

/// The two sentences before one, the nearer first.
fn earlier<'s>(scene: &'s Scene<'_, '_>, sentence: usize) -> impl Iterator<Item = Range<usize>> + use<'s> {
    let sentences = scene.text.sentences();
    sentences
        .get(sentence.saturating_sub(3)..sentence)
        .unwrap_or_default()
        .iter()
        .rev()
        .map(|s| s.tokens.start..s.tokens.end.min(s.tokens.start + WINDOW))
}

/// How far from a count its circumstances may stand, in tokens.
pub(crate) const WINDOW: usize = 90;

/// السجن, المخيم: a place that was named before.
fn referred<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    range
        .filter(|&i| scene.on(i, List::Building) && scene.entity_at(i).is_none())
        .find_map(|i| discourse::referred(scene, i))
        .filter(|e| is_place(e))
}

/// The first place that a preposition of place or a word like مدينة brings in; one that only gives the direction
/// (شمالي بغداد) where there is no other.
pub(crate) fn first_located<'a>(
    scene: &Scene<'a, '_>,
    entities: impl Iterator<Item = &'a Entity>,
) -> Option<&'a Entity> {
    let mut direction = None;
    for entity in entities.filter(|e| is_place(e) && is_located(scene, e)) {
        if !is_direction(scene, entity) {
            return Some(entity);
        }
        direction = direction.or(Some(entity));
    }
    direction
}

fn is_direction(scene: &Scene<'_, '_>, entity: &Entity) -> bool {
    let word = |at: usize| scene.on(at, List::Direction);
    let first = entity.tokens.start;
    first.checked_sub(1).is_some_and(word)
        || first.checked_sub(2).is_some_and(|b| scene.text.surface(b + 1) == "#" && word(b))
}

/// في بغداد, بمحافظة ديالى, قرب سامراء, شهدت بغداد: not the government of a capital, nor an adjective of something else.
fn is_located(scene: &Scene<'_, '_>, entity: &Entity) -> bool {
    let first = entity.tokens.start;
    if scene.text.token(first).is_some_and(|t| t.span().start < entity.span.start) {
        return scene.proclitic(first, Proclitics::BA).is_some()
            || scene
                .text
                .source()
                .get(..entity.span.start)
                .is_some_and(|s| s.ends_with('ب') || s.ends_with('و'));
    }
    // At most three words stand between: في | مدينة «الموصل».
    let mut before = (first.saturating_sub(4)..first).rev();
    before.find_map(|at| {
        let mark = || scene.text.token(at).is_some_and(|t| t.is_quote() || t.kind() == TokenKind::Hash);
        let brings = scene.on(at, List::AtPlace) || scene.is(at, Particle::Ala);
        (brings || !scene.on(at, List::PlaceNoun) && !mark()).then_some(brings)
    }) == Some(true)
}

/// When it happened: a date of the clause, else the only one of the sentence.
pub(crate) fn date(
    scene: &Scene<'_, '_>,
    token: usize,
    sentence: &Range<usize>,
    reference: Option<Reference>,
) -> Option<When> {
    let clause = clause(scene, token, sentence);
    let dated = |range: Range<usize>| -> Option<(&TemporalExpression, &str)> {
        let first = scene.date_starts.partition_point(|start| (*start as usize) < range.start);
        let inside = scene.dates.get(first..)?.iter().take_while(|d| d.tokens.start < range.end);
        let days = inside.zip(scene.days.get(first..)?).filter_map(|(d, day)| Some((d, day.as_deref()?)));
        // A day says more than the year beside it.
        days.min_by_key(|(d, day)| (!is_precise(day), d.tokens.start.abs_diff(token)))
    };
    let told = |(date, day): (&TemporalExpression, &str), evidence| {
        let value = since(scene, date, day, reference).unwrap_or_else(|| day.to_string());
        let precision = Precision::of(&value);
        When { value, date: scene.date_index(date.tokens.start), precision, evidence }
    };
    dated(clause)
        .map(|d| told(d, Evidence::Clause))
        .or_else(|| dated(sentence.clone()).map(|d| told(d, Evidence::Sentence)))
}

/// منذ السبت: from that day to the day of the article.
fn since(
    scene: &Scene<'_, '_>,
    date: &TemporalExpression,
    day: &str,
    reference: Option<Reference>,
) -> Option<String> {
    let before = date.tokens.start.checked_sub(1)?;
    if scene.text.folded(before) != "منذ" || !is_precise(day) {
        return None;
    }
    let today = reference?.date.to_string();
    (*day < *today).then(|| format!("{day}/{today}"))
}

/// فجر اليوم, الساعة التاسعة أمس: an hour of a day that is told.
fn tells_day(text: &Text<'_>, date: &TemporalExpression) -> bool {
    date.tokens.clone().any(|i| ["اليوم", "امس", "الامس", "يوم"].contains(&text.folded(i)))
}

/// The day, month or year that an expression says something happened in, as TIMEX3; none of a duration, of "recently",
/// of an hour of no day.
pub(crate) fn day(text: &Text<'_>, date: &TemporalExpression) -> Option<String> {
    let says = matches!(date.kind, TemporalKind::Date | TemporalKind::Time)
        && (!date.rule.as_str().starts_with("dates.time.") || tells_day(text, date))
        && matches!(date.value, TimeValue::Point(_) | TimeValue::Interval(Some(_), Some(_)));
    let mut day = says.then(|| date.timex3()).filter(|value| !value.contains('X'))?;
    // A time of day stands for its day.
    day.truncate(day.find('T').unwrap_or(day.len()));
    Some(day)
}

/// Whether it says the day.
fn is_precise(day: &str) -> bool {
    day.len() >= "2020-01-01".len()
}
