//! Who did it, where and when: each from the clause, the sentence or the event's own earlier mention, or not at all.

use core::ops::Range;

use isnad_dates::{TemporalExpression, TemporalKind, TimeValue};
use isnad_entities::{Entity, EntityType};
use isnad_text::Proclitics;

use crate::CountType;
use crate::discourse;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, EventWord, Particle};

/// An event word in the text.
#[derive(Clone, Copy)]
pub(crate) struct Trigger {
    pub(crate) token: usize,
    pub(crate) end: usize,
    pub(crate) word: &'static EventWord,
}

/// The event words of a range of tokens, nouns for victims left out.
pub(crate) fn triggers<'s>(
    scene: &'s Scene<'_, '_>,
    range: Range<usize>,
) -> impl Iterator<Item = Trigger> + use<'s> {
    range.filter_map(|token| {
        let hit = scene.hit(token)?;
        let word = hit.events().find(|e| e.frame != EventFrame::None || e.count == CountType::Attacks)?;
        let entity = scene.entity_at(token).is_some();
        (!entity && !word.flags.has(EventFlags::NEGATED)).then_some(Trigger { token, end: hit.end, word })
    })
}

/// The stretch around a token that its commas and connectives bound loosely: where its own place and date stand.
fn clause(scene: &Scene<'_, '_>, token: usize, sentence: &Range<usize>) -> Range<usize> {
    let bound = |i: &usize| {
        scene.is_stop(*i)
            || scene.is_comma(*i)
                && scene.hit(i + 1).is_some_and(|h| {
                    matches!(h.particle(), Some(Particle::Cut | Particle::Connective))
                        || h.proclitics.has(Proclitics::WAW)
                })
    };
    let start = (sentence.start..token).rev().find(bound).map_or(sentence.start, |i| i + 1);
    let end = (token..sentence.end).find(bound).unwrap_or(sentence.end);
    start..end
}

fn is_place(entity: &Entity) -> bool {
    matches!(entity.entity_type, EntityType::Location | EntityType::Facility)
}

/// Where it happened.
pub(crate) fn place(
    scene: &Scene<'_, '_>,
    token: usize,
    sentence: &Range<usize>,
    held: bool,
) -> Option<Vec<String>> {
    let clause = clause(scene, token, sentence);
    let entity = (if held { facility(scene, clause.clone()) } else { None })
        .or_else(|| located(scene, token..clause.end))
        .or_else(|| located_last(scene, clause.start..token))
        .or_else(|| located(scene, clause.end..sentence.end))
        .or_else(|| located_last(scene, sentence.start..clause.start))
        .or_else(|| if held { facility(scene, sentence.clone()) } else { None })?;
    Some(discourse::entity_names(scene, entity))
}

fn facility<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    range.filter_map(|i| scene.entity_from(i)).find(|e| e.entity_type == EntityType::Facility)
}

/// The first place of a range that a preposition of place or a word like مدينة brings in.
fn located<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    range.filter_map(|i| scene.entity_from(i)).find(|e| is_place(e) && is_located(scene, e))
}

fn located_last<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    range.rev().filter_map(|i| scene.entity_from(i)).find(|e| is_place(e) && is_located(scene, e))
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
    let mut at = first;
    let mut steps = 0;
    while at > 0 && steps < 4 {
        at -= 1;
        steps += 1;
        let folded = scene.text.folded(at);
        if matches!(
            folded,
            "في" | "قرب"
                | "بالقرب"
                | "غرب"
                | "غربي"
                | "شرق"
                | "شرقي"
                | "شمال"
                | "شمالي"
                | "جنوب"
                | "جنوبي"
                | "وسط"
                | "داخل"
                | "الي"
                | "من"
                | "باتجاه"
                | "بين"
                | "شهدت"
                | "شهد"
                | "بمدينه"
                | "بمحافظه"
                | "ببلده"
                | "بمنطقه"
                | "بحي"
                | "بقضاء"
                | "بناحيه"
                | "بريف"
                | "بسجن"
                | "عبر"
                | "مدن"
        ) {
            return true;
        }
        let generic = matches!(
            folded,
            "محافظه"
                | "مدينه"
                | "بلده"
                | "حي"
                | "قضاء"
                | "ناحيه"
                | "قريه"
                | "منطقه"
                | "ريف"
                | "سجن"
                | "مخيم"
                | "عاصمه"
                | "العاصمه"
                | "مطار"
                | "ولايه"
                | "اقليم"
                | "جزيره"
                | "ساحل"
                | "حدود"
                | "احياء"
                | "محافظات"
                | "#"
                | "كل"
                | "انحاء"
                | "\""
                | "«"
                | "“"
        );
        if !generic && !scene.text.token(at).is_some_and(|t| t.is_quote()) {
            return false;
        }
    }
    false
}

/// When it happened: a date of the clause, else the only one of the sentence.
pub(crate) fn date(scene: &Scene<'_, '_>, token: usize, sentence: &Range<usize>) -> Option<String> {
    let clause = clause(scene, token, sentence);
    let dated = |range: Range<usize>| -> Option<&TemporalExpression> {
        let inside = |d: &&TemporalExpression| range.contains(&d.tokens.start) && is_day(d);
        let near = |d: &&TemporalExpression| d.tokens.start.abs_diff(token);
        scene.dates.iter().filter(inside).min_by_key(near)
    };
    dated(clause).or_else(|| dated(sentence.clone())).map(|d| day(&d.timex3()))
}

/// Whether an expression says when: not a duration, not "recently".
fn is_day(date: &TemporalExpression) -> bool {
    matches!(date.kind, TemporalKind::Date | TemporalKind::Time)
        && matches!(date.value, TimeValue::Point(_) | TimeValue::Interval(Some(_), Some(_)))
        && !date.timex3().contains('X')
}

/// A time of day stands for its day.
fn day(value: &str) -> String {
    value.split('T').next().unwrap_or(value).to_string()
}

/// Who did it, by voice, preposition or the attack that it came of.
pub(crate) fn agent(
    scene: &Scene<'_, '_>,
    token: usize,
    trigger: Option<usize>,
    sentence: &Range<usize>,
    count: CountType,
) -> Option<Vec<String>> {
    let own = trigger.and_then(|t| triggers(scene, t..t + 1).next());
    if let Some(own) = own {
        if own.word.frame == EventFrame::Act
            && let Some(names) = actor(scene, own, token, sentence)
        {
            return Some(names);
        }
        if let Some(names) = by(scene, own.end..clause(scene, token, sentence).end) {
            return Some(names);
        }
    }
    let harmed = matches!(
        count,
        CountType::Killed
            | CountType::Wounded
            | CountType::Kidnapped
            | CountType::Displaced
            | CountType::Missing
            | CountType::Attacks
    );
    if !harmed {
        return None;
    }
    let attacks: Vec<Trigger> =
        triggers(scene, sentence.clone()).filter(|t| t.word.count == CountType::Attacks).collect();
    attacks.into_iter().find_map(|attack| attacker(scene, attack, sentence))
}

/// The subject of an active verb: before it or between it and its object.
fn actor(
    scene: &Scene<'_, '_>,
    verb: Trigger,
    object: usize,
    sentence: &Range<usize>,
) -> Option<Vec<String>> {
    if object > verb.end {
        let (source, _) = source::leading(scene, verb.end..object);
        if let Some(source) = source {
            return Some(discourse::plain_names(scene, source));
        }
    }
    let before = source::before(scene, verb.token, sentence.start)?;
    source::is_plausible(scene, before.start).then(|| discourse::plain_names(scene, before))
}

/// على يد, بنيران, برصاص and whose.
fn by(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Vec<String>> {
    let at = range.clone().find(|&i| {
        scene.is(i, Particle::By)
            || matches!(scene.text.folded(i), "بيد" | "بنيران" | "برصاص" | "بايدي" | "بقصف")
    })?;
    let from = scene.hit(at).filter(|h| h.is(Particle::By)).map_or(at + 1, |h| h.end);
    let (source, _) = source::leading(scene, from..range.end);
    source.map(|s| discourse::plain_names(scene, s))
}

/// Whose attack it was: هاجم تنظيم …, هجوم لتنظيم …, هجوم شنه التنظيم.
fn attacker(scene: &Scene<'_, '_>, attack: Trigger, sentence: &Range<usize>) -> Option<Vec<String>> {
    let part = attack.word.part;
    if matches!(part, EventPart::Perfect | EventPart::Imperfect) {
        let (source, _) = source::leading(scene, attack.end..(attack.end + 8).min(sentence.end));
        let names = source.map(|s| discourse::plain_names(scene, s));
        return names.or_else(|| {
            let before = source::before(scene, attack.token, sentence.start)?;
            source::is_plausible(scene, before.start).then(|| discourse::plain_names(scene, before))
        });
    }
    // The genitive or ل, with at most two adjectives between: الهجمات العنيفة لتنظيم داعش.
    let mut at = attack.end;
    while at < sentence.end && at < attack.end + 3 {
        if let Some(entity) = scene.entity_from(at) {
            let acts = matches!(entity.entity_type, EntityType::Organisation | EntityType::Person);
            return acts.then(|| discourse::entity_names(scene, entity));
        }
        at += 1;
    }
    None
}
