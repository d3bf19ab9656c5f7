//! Who did it, where and when: each from the clause, the sentence or the event's own earlier mention, or not at all.

use core::ops::Range;

use isnad_dates::{TemporalExpression, TemporalKind, TimeValue};
use isnad_entities::{Entity, EntityType};
use isnad_text::{Proclitics, TokenKind};

use crate::discourse;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, EventWord, List, Particle};
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
fn clause(scene: &Scene<'_, '_>, token: usize, sentence: &Range<usize>) -> Range<usize> {
    let bound = |i: &usize| {
        scene.is_stop(*i)
            || scene.is_comma(*i)
                && (scene
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
        .or_else(|| if held { facility(within) } else { None })?;
    let near = clause.contains(&entity.tokens.start);
    Some(discourse::named(scene, entity, if near { Evidence::Clause } else { Evidence::Sentence }))
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
pub(crate) fn earlier_date(scene: &Scene<'_, '_>, sentence: usize) -> Option<When> {
    // The date nearest to the event, not that of its announcement: أعلنت …، اليوم الأحد، أن الهجوم الذي وقع مساء السبت …
    earlier(scene, sentence).find_map(|range| {
        let attack = triggers(scene, range.clone()).find(|t| t.word.count == CountKind::Attacks);
        let event = attack.or_else(|| triggers(scene, range.clone()).next()).map_or(range.start, |t| t.token);
        Some(When { evidence: Evidence::Earlier, ..date(scene, event, &range)? })
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
fn first_located<'a>(
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
        let brings = scene.on(at, List::AtPlace);
        (brings || !scene.on(at, List::PlaceNoun) && !mark()).then_some(brings)
    }) == Some(true)
}

/// When it happened: a date of the clause, else the only one of the sentence.
pub(crate) fn date(scene: &Scene<'_, '_>, token: usize, sentence: &Range<usize>) -> Option<When> {
    let clause = clause(scene, token, sentence);
    let dated = |range: Range<usize>| -> Option<&TemporalExpression> {
        let inside = |d: &&TemporalExpression| range.contains(&d.tokens.start) && is_day(d);
        // A day says more than the year beside it.
        let near = |d: &&TemporalExpression| (!is_precise(d), d.tokens.start.abs_diff(token));
        let first = scene.dates.partition_point(|d| d.tokens.start < range.start);
        scene
            .dates
            .get(first..)?
            .iter()
            .take_while(|d| d.tokens.start < range.end)
            .filter(inside)
            .min_by_key(near)
    };
    let told = |date: &TemporalExpression, evidence| {
        let value = day(&date.timex3());
        let precision = Precision::of(&value);
        When { value, date: scene.date_index(date.tokens.start), precision, evidence }
    };
    dated(clause)
        .map(|d| told(d, Evidence::Clause))
        .or_else(|| dated(sentence.clone()).map(|d| told(d, Evidence::Sentence)))
}

/// Whether an expression says when: not a duration, not "recently", not an hour of no day.
fn is_day(date: &TemporalExpression) -> bool {
    matches!(date.kind, TemporalKind::Date | TemporalKind::Time)
        && !date.rule.as_str().starts_with("dates.time.")
        && matches!(date.value, TimeValue::Point(_) | TimeValue::Interval(Some(_), Some(_)))
        && !date.timex3().contains('X')
}

/// Whether it says the day.
fn is_precise(date: &TemporalExpression) -> bool {
    day(&date.timex3()).len() >= "2020-01-01".len()
}

/// A time of day stands for its day.
fn day(value: &str) -> String {
    value.split('T').next().unwrap_or(value).to_string()
}

/// Who did it, by voice, preposition or the attack that it came of. `speaker` is who states it, and where the statement
/// begins: in `قالت القوات إنها حررت تسعة` the verb's subject is the speaker.
pub(crate) fn agent(
    scene: &Scene<'_, '_>,
    token: usize,
    trigger: Option<usize>,
    within: &Range<usize>,
    count: CountKind,
    speaker: Option<(&Named, usize)>,
) -> Option<Named> {
    let own = trigger.and_then(|t| triggers(scene, t..t + 1).next());
    if let Some(own) = own {
        let active = own.word.frame == EventFrame::Act && own.word.count != CountKind::Missing;
        if active && let Some(names) = actor(scene, own, token, within) {
            return Some(names);
        }
        if active && let Some(names) = shared_actor(scene, own, token, within) {
            return Some(names);
        }
        if let Some(names) = by(scene, own.end..clause(scene, token, within).end) {
            return Some(names);
        }
        if active && let Some((names, start)) = speaker {
            let joined = scene.hit(own.token).is_some_and(|h| h.proclitics.has(Proclitics::WAW));
            let own_verb = own.token <= start + 1 || joined && own.word.flags.has(EventFlags::FEMININE);
            let own_start = scene.hit(start.saturating_sub(1)).is_some_and(|h| h.is(Particle::That));
            if own_verb && own_start {
                return Some(Named { evidence: Evidence::Speaker, ..names.clone() });
            }
        }
    }
    let harmed = matches!(
        count,
        CountKind::Killed
            | CountKind::Wounded
            | CountKind::Kidnapped
            | CountKind::Displaced
            | CountKind::Missing
            | CountKind::Attacks
    );
    if !harmed {
        return None;
    }
    triggers(scene, within.start..(token + WINDOW / 2).min(within.end))
        .filter(|t| t.word.count == CountKind::Attacks)
        .find_map(|attack| attacker(scene, attack, within))
}

/// The subject of an active verb: before it or between it and its object.
fn actor(scene: &Scene<'_, '_>, verb: Trigger<'_>, object: usize, sentence: &Range<usize>) -> Option<Named> {
    // هاجموا الشرطة: a plural verb has its subject in itself.
    if object > verb.end && !verb.word.flags.has(EventFlags::PLURAL) {
        let (source, _) = source::leading(scene, verb.end..object);
        if let Some(source) = source {
            return Some(discourse::plain_names(scene, source, Evidence::Subject));
        }
    }
    let before = source::before(scene, verb.token, sentence.start)?;
    source::is_plausible(scene, before.start)
        .then(|| discourse::plain_names(scene, before, Evidence::Subject))
}

/// `يسيطر التنظيم على السجن ويحتجز مئات`: a verb that goes on has the subject of the one before it.
fn shared_actor(
    scene: &Scene<'_, '_>,
    verb: Trigger<'_>,
    object: usize,
    within: &Range<usize>,
) -> Option<Named> {
    let joined = scene.hit(verb.token).is_some_and(|h| h.proclitics.has(Proclitics::WAW));
    // قتل alone may be a passive.
    let active = verb.word.part == EventPart::Imperfect || verb.word.flags.has(EventFlags::FEMININE);
    let clause = clause(scene, object, within);
    if !joined || !active || clause.start + 1 >= verb.token {
        return None;
    }
    // The subject stands behind the verb before (يسيطر | التنظيم | … ويحتجز) or before it (القوات | قتلت … واعتقلت).
    let finite = |t: &Trigger<'_>| matches!(t.word.part, EventPart::Perfect | EventPart::Imperfect);
    let first = triggers(scene, clause.start..verb.token).find(finite).map(|t| t.token);
    let region = match first {
        Some(first) if first > clause.start => clause.start..first,
        _ => clause.start + 1..verb.token,
    };
    let (source, _) = source::leading(scene, region);
    source.map(|s| discourse::plain_names(scene, s, Evidence::SharedSubject))
}

/// على يد, بنيران, برصاص and whose.
fn by(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Named> {
    let at = range.clone().find(|&i| scene.is(i, Particle::By) || scene.on(i, List::ByMeans))?;
    let from = scene.hit(at).filter(|h| h.is(Particle::By)).map_or(at + 1, |h| h.end);
    let (source, _) = source::leading(scene, from..range.end);
    source.map(|s| discourse::plain_names(scene, s, Evidence::Preposition))
}

/// Whose attack it was: هاجم تنظيم …, هجوم لتنظيم …, هجوم شنه التنظيم.
fn attacker(scene: &Scene<'_, '_>, attack: Trigger<'_>, within: &Range<usize>) -> Option<Named> {
    if matches!(attack.word.part, EventPart::Perfect | EventPart::Imperfect) {
        // هاجموا الشرطة: the subject is in the verb, and what follows is attacked.
        let plural = attack.word.flags.has(EventFlags::PLURAL);
        let behind = attack.end..(attack.end + 8).min(within.end);
        let source = if plural { None } else { source::leading(scene, behind).0 };
        let source = source.or_else(|| {
            source::before(scene, attack.token, within.start).filter(|b| source::is_plausible(scene, b.start))
        });
        return source.map(|s| discourse::plain_names(scene, s, Evidence::Attack));
    }
    // اقتحام موقع للجيش: what stands behind such a noun is attacked.
    if attack.word.frame == EventFrame::Of {
        return None;
    }
    // The genitive or ل, with at most two adjectives between: الهجمات العنيفة لتنظيم داعش.
    for at in attack.end..(attack.end + 3).min(within.end) {
        if let Some(entity) = scene.entity_from(at) {
            let acts = matches!(entity.entity_type, EntityType::Organisation | EntityType::Person);
            return acts.then(|| discourse::named(scene, entity, Evidence::Attack));
        }
        if scene.is_definite(at)
            && scene.hit(at).is_some_and(|h| h.speaker().is_some())
            && let Some(entity) = discourse::referred(scene, at)
        {
            return Some(discourse::named(scene, entity, Evidence::Attack));
        }
        if source::is_preposition(scene, at) || scene.is_comma(at) {
            return None;
        }
    }
    None
}
