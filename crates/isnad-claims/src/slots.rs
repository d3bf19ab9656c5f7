//! Who did it, where and when: each from the clause, the sentence or the event's own earlier mention, or not at all.

use core::ops::Range;
use std::borrow::Cow;

use isnad_entities::{Entity, EntityType};
use isnad_text::{Proclitics, Span, TokenKind};

use crate::generated::vocabulary::{
    BESIDE, COUNTRIES, IN_PLACE, KIND_OF_PLACE, MAKES_BASE, MASSACRE, MOVES, NOT_BESIDE, NOT_BETWEEN,
    ON_LEVEL, TOWARDS,
};
use crate::marks::Marks;
use crate::reach;
use crate::scene::Scene;
use crate::shape::{self, Nisba};
use crate::vocabulary::{EventFlags, EventFrame, EventPart, EventWord, Hit, List, Particle};
use crate::{CountKind, Evidence, Named};
use crate::{discourse, origin, place};

/// An event word in the text.
#[derive(Clone, Copy)]
pub(crate) struct Trigger<'v> {
    pub(crate) token: usize,
    pub(crate) end: usize,
    pub(crate) word: &'v EventWord,
}

/// قصف مدفعي, غارة جوية: what only the list of happenings knows as an attack.
static ATTACK: EventWord = EventWord {
    part: EventPart::VictimNoun,
    count: CountKind::Attacks,
    joint: false,
    frame: EventFrame::None,
    flags: EventFlags(0),
    marked: "",
};

fn is_attack(hit: &Hit<'_>) -> bool {
    use crate::EventKind::{AirStrike, Attack, Bombing, Shelling};
    matches!(hit.happening(), Some(AirStrike | Attack | Bombing | Shelling))
}

/// The event words of a range of tokens, nouns for victims left out.
pub(crate) fn triggers<'s, 'v>(
    scene: &'s Scene<'v, '_>,
    range: Range<usize>,
) -> impl Iterator<Item = Trigger<'v>> + use<'s, 'v> {
    scene.telling.within(range).filter_map(|token| {
        let hit = scene.hit(token)?;
        let told = hit.events().find(|e| e.frame != EventFrame::None || e.count == CountKind::Attacks);
        let word = told.or_else(|| is_attack(hit).then_some(&ATTACK))?;
        let entity = scene.entity_at(token).is_some();
        (!entity && !word.flags.has(EventFlags::NEGATED)).then_some(Trigger { token, end: hit.end, word })
    })
}

/// The stretch around a token that its commas and connectives bound loosely: where its own place and date stand.
pub(crate) fn clause(scene: &Scene<'_, '_>, token: usize, sentence: &Range<usize>) -> Range<usize> {
    let start = scene.bounds.last(sentence.start..token).map_or(sentence.start, |i| i + 1);
    let end = scene.bounds.within(token..sentence.end).next().unwrap_or(sentence.end);
    start..end
}

fn is_place(entity: &Entity) -> bool {
    matches!(entity.entity_type, EntityType::Location | EntityType::Facility)
}

/// Where it happened: in the clause, else the sentence, else where the event was told before.
pub(crate) fn place(scene: &Scene<'_, '_>, token: usize, within: &Range<usize>, seek: Seek) -> Option<Named> {
    let held = seek.held;
    let clause = clause(scene, token, within);
    // 34 شخصا، من ضمنهم عشرة في …: where a part fell is not where the whole did.
    let part = part(scene, token..clause.end).unwrap_or(clause.end..clause.end);
    let all = scene.entities_in(within.clone());
    let goal = |e: &&Entity| !seek.befell || !is_goal(scene, e);
    let facility = |range: &Range<usize>| {
        let mut inside = all.iter().filter(|e| range.contains(&e.tokens.start));
        inside.find(|e| e.entity_type == EntityType::Facility)
    };
    let located = |range: Range<usize>| {
        first_located(scene, all.iter().filter(|e| range.contains(&e.tokens.start)).filter(goal))
    };
    let located_last = |range: Range<usize>| {
        first_located(scene, all.iter().rev().filter(|e| range.contains(&e.tokens.start)).filter(goal))
    };
    let entity = (if held { facility(&clause) } else { None })
        .or_else(|| if seek.housed { housing(scene, within.start..token) } else { None })
        .or_else(|| if seek.fled { whence(scene, token..clause.end) } else { None })
        .or_else(|| if held { referred(scene, within.clone()) } else { None })
        .or_else(|| located(token..part.start))
        .or_else(|| located(part.end..clause.end))
        .or_else(|| beside(scene, clause.clone()))
        .or_else(|| place::again(scene, clause.clone()))
        .or_else(|| located_last(clause.start..token))
        .or_else(|| located(clause.end..within.end))
        .or_else(|| located_last(within.start..clause.start))
        .or_else(|| place::again(scene, within.clone()))
        .or_else(|| if held { facility(within) } else { None });
    let near = |e: &Entity| clause.contains(&e.tokens.start);
    let entity = match entity {
        Some(entity) if near(entity) => {
            // قرية … | بريف حلب: the village first, and then what it lies in.
            let before = clause.start.max(entity.tokens.start.saturating_sub(7))..entity.tokens.start;
            let lies = |v: &(usize, Named)| goes_on(scene, v.0 + 1..entity.tokens.start);
            if let Some((_, mut village)) = village(scene, &before).filter(lies) {
                village
                    .names
                    .extend(within_places(scene, entity, Evidence::Clause).names.into_iter().take(2));
                return Some(village);
            }
            entity
        }
        far => {
            let near = || {
                clause.contains(&token).then(|| struck(scene, scene.entities_in(clause.clone()))).flatten()
            };
            let told = village(scene, &clause).map(|(_, v)| v);
            let told = told.or_else(|| Some(within_places(scene, near()?, Evidence::Clause)));
            let told = told.or_else(|| Some(land(scene, &clause).or_else(|| village(scene, within))?.1));
            match told {
                Some(place) => return Some(place),
                None => match far.or_else(|| struck(scene, all)) {
                    Some(entity) => entity,
                    None => return land(scene, within).map(|(_, land)| land),
                },
            }
        }
    };
    let evidence = if near(entity) { Evidence::Clause } else { Evidence::Sentence };
    Some(within_places(scene, entity, evidence))
}

/// Where a part is told of: from the comma before بينهم to the next.
fn part(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Range<usize>> {
    let opens = |i: &usize| scene.is_comma(*i) && (i + 1..i + 5).any(|p| scene.is(p, Particle::Partitive));
    let start = range.clone().find(opens)?;
    let end = (start + 1..range.end).find(|&i| scene.is_comma(i));
    Some(start..end.unwrap_or(range.end))
}

/// What place is sought.
#[derive(Clone, Copy, Default)]
pub(crate) struct Seek {
    /// Of those held in it.
    pub(crate) held: bool,
    /// Where something befell people, not whither they went.
    pub(crate) befell: bool,
    /// Of those who live in it.
    pub(crate) housed: bool,
    /// Whence they fled.
    pub(crate) fled: bool,
}

/// نقلوا إلى …, نزحوا إلى …: whither.
fn is_goal(scene: &Scene<'_, '_>, entity: &Entity) -> bool {
    let first = entity.tokens.start;
    let mut before = (first.saturating_sub(4)..first).rev();
    let Some(at) = before.find(|&at| scene.on(at, List::AtPlace) || !scene.on(at, List::PlaceNoun)) else {
        return false;
    };
    let moves = |i: usize| MOVES.fit(scene.text.folded(i));
    scene.is(at, Particle::Ila) && (at.saturating_sub(7)..at).any(moves) || TOWARDS.fit(scene.text.folded(at))
}

/// نزح 30 ألفا | من درنة: where those who fled did so.
fn whence<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    let from = range.clone().take(9).filter(|&i| scene.text.folded(i) == "من");
    let named = |from: usize| {
        let noun = (from + 1..from + 4).find(|&i| !scene.on(i, List::PlaceNoun));
        scene.entity_from(noun?).filter(|e| is_place(e))
    };
    from.filter_map(named).next()
}

/// يؤوي المخيم …: what houses them is where they are.
fn housing<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    let at = triggers(scene, range).find(|t| t.word.frame == EventFrame::Container)?.end;
    let named = scene.entity_from(at).filter(|e| e.entity_type == EntityType::Facility);
    named
        .or_else(|| if scene.on(at, List::Building) { discourse::referred(scene, at) } else { None })
        .filter(|e| is_place(e))
}

/// A place, and by name what the text says that it lies in: `في قرية …، | بقضاء … | بمحافظة …`.
pub(crate) fn within_places(scene: &Scene<'_, '_>, entity: &Entity, evidence: Evidence) -> Named {
    let mut named = discourse::named(scene, entity, evidence);
    let Some(at) = scene.entity_index(entity.tokens.start) else { return named };
    let mut wider: Vec<&Entity> = Vec::new();
    let mut last = entity;
    for next in scene.entities.get(at + 1..).into_iter().flatten().take(2) {
        let apart = last.tokens.end < next.tokens.start
            || scene.proclitic(next.tokens.start, Proclitics::BA).is_some();
        if !is_place(next) || !apart || !goes_on(scene, last.tokens.end..next.tokens.start) {
            break;
        }
        wider.push(next);
        last = next;
    }
    let before = at.checked_sub(1).and_then(|b| scene.entities.get(b));
    let before = before.filter(|b| is_place(b) && goes_on(scene, b.tokens.end..entity.tokens.start));
    // استهدف قرية … | بريف حلب: what was struck lies in the place that follows.
    let narrow = |b: &&Entity| {
        b.tokens.start.checked_sub(1).is_some_and(|p| scene.on(p, List::PlaceNoun)) && !is_located(scene, b)
    };
    if let Some(narrow) = before.filter(narrow) {
        named = discourse::named(scene, narrow, evidence);
        wider.insert(0, entity);
    } else {
        wider.extend(before);
    }
    let names = wider.into_iter().map(|e| discourse::entity_name(scene, e));
    let known = |name: &Cow<'_, str>| named.names.iter().any(|known| known == name);
    let names: Vec<String> = names.filter(|name| !known(name)).take(2).map(Cow::into_owned).collect();
    named.names.truncate(3 - names.len());
    names.into_iter().enumerate().for_each(|(i, name)| named.names.insert(1 + i, name));
    named
}

/// Whether nothing but words like في، محافظة، شمالي stands between two places.
fn goes_on(scene: &Scene<'_, '_>, between: Range<usize>) -> bool {
    let word = |at: usize| {
        scene.is_comma(at)
            || scene.text.token(at).is_some_and(|t| t.is_quote() || t.kind() == TokenKind::Hash)
            || scene.on(at, List::PlaceNoun)
            || scene.on(at, List::Direction)
            || scene.on(at, List::AtPlace) && !NOT_BETWEEN.fit(scene.text.folded(at))
            || is_belonging(scene, at)
    };
    between.len() <= 5 && between.into_iter().all(word)
}

/// العراقية, الشمالي: an adjective of a place.
fn is_belonging(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    scene.is_definite(at)
        && matches!(shape::nisba(folded), Some(Nisba::Masculine | Nisba::Feminine))
        && folded.chars().count() > 4
        && scene.entity_at(at).is_none()
}

/// في قرية …: a village that no layer below knows, named by the word behind its noun.
fn village(scene: &Scene<'_, '_>, range: &Range<usize>) -> Option<(usize, Named)> {
    let noun = |at: usize| scene.on(at, List::Village) && !scene.is_definite(at);
    // قرية تابعة لبلدة …: what kind of village it is.
    let tells = |at: usize| KIND_OF_PLACE.fit(scene.text.folded(at));
    // منطقة سكنية: of what kind, no name.
    let kind = |at: usize| {
        !scene.is_definite(at)
            && (scene.text.folded(at).ends_with("يه") || scene.text.folded(at - 1).ends_with("منطقه"))
    };
    let unknown = |at: usize| {
        !tells(at)
            && !kind(at)
            && !scene.on(at, List::AtPlace)
            && !scene.on(at, List::PlaceNoun)
            && scene.entity_at(at).is_none()
            && scene.hit(at).is_none()
            && scene.quantity_at(at).is_none()
            && scene.text.token(at).is_some_and(|t| t.is_arabic())
            && scene.text.folded(at).chars().count() > 2
    };
    let brought = |at: usize| {
        scene.text.folded(at).starts_with('ب') && scene.text.folded(at) != "بلده"
            || at.checked_sub(1).is_some_and(|p| {
                scene.on(p, List::AtPlace) || scene.is(p, Particle::Ala) || scene.on(p, List::Strikes)
            })
    };
    let at = scene
        .place_words
        .within(range.clone())
        .find(|&at| noun(at) && brought(at) && range.contains(&(at + 1)) && unknown(at + 1))?
        + 1;
    let span = scene.text.span_of(at..at + 1);
    let names = vec![scene.text.slice(span).to_string()];
    Some((at, Named { names, span, entity: None, evidence: Evidence::Sentence }))
}

/// السواحل الليبية, أنحاء البلاد: all over a country.
fn land(scene: &Scene<'_, '_>, range: &Range<usize>) -> Option<(usize, Named)> {
    for at in scene.place_words.within(range.clone()) {
        if scene.on(at, List::Territory)
            && let Some((name, english)) = origin::country(scene, at + 1)
        {
            let names = vec![name.to_string(), english.to_string()];
            let span = scene.text.span_of(at..at + 2);
            return Some((at + 1, Named { names, span, entity: None, evidence: Evidence::Sentence }));
        }
        if scene.on(at, List::Homeland) {
            // The country that the places named before lie in.
            let before = scene.entities.partition_point(|e| e.tokens.start < at);
            let places =
                scene.entities.get(..before)?.iter().rev().take(reach::PLACES).filter(|e| is_place(e));
            let code = places.filter_map(|e| e.country.as_deref()).next()?;
            let row = COUNTRIES.iter().find(|row| row.1 == code)?;
            let names = vec![row.2.to_string(), row.3.to_string()];
            let span = scene.text.span_of(at..at + 1);
            return Some((at, Named { names, span, entity: None, evidence: Evidence::Sentence }));
        }
    }
    None
}

/// `ضرب زلزال | إقليم …`, `هز انفجار | بغداد`: where nothing else says where, what was struck; else whatever is called a
/// province or city by its noun.
fn struck<'a>(scene: &Scene<'_, '_>, all: &'a [Entity]) -> Option<&'a Entity> {
    let named = |e: &&Entity| {
        let noun = (e.tokens.start.saturating_sub(2)..e.tokens.start).rev();
        let noun = noun.take_while(|&i| scene.on(i, List::PlaceNoun)).last();
        let before = noun.unwrap_or(e.tokens.start).checked_sub(1);
        noun.is_some() || before.is_some_and(|p| scene.on(p, List::Strikes))
    };
    all.iter().filter(|e| is_place(e)).find(named)
}

/// Where an event was told before: the first place of the nearest sentence before that names one.
/// A place in the name of a speaker (`said`) is where he sits, and so the last resort.
pub(crate) fn earlier_place(
    scene: &Scene<'_, '_>,
    sentence: usize,
    held: bool,
    said: &[Span],
) -> Option<Named> {
    earlier(scene, sentence).find_map(|range| {
        let part = part(scene, range.clone()).unwrap_or(range.end..range.end);
        let all = scene.entities_in(range);
        let all = || all.iter().filter(|e| !part.contains(&e.tokens.start));
        let facility = if held { all().find(|e| e.entity_type == EntityType::Facility) } else { None };
        // A building named in passing (the hospital of the wounded) is not where something else happened.
        let open = |e: &&Entity| held || e.entity_type == EntityType::Location;
        let apart = |e: &&Entity| !is_inside(said, e);
        let located = first_located(scene, all().filter(apart)).or_else(|| first_located(scene, all()));
        let entity = facility.or_else(|| located.filter(open))?;
        Some(within_places(scene, entity, Evidence::Earlier))
    })
}

/// Whether an entity stands inside one of these spans, sorted by where they begin.
pub(crate) fn is_inside(spans: &[Span], entity: &Entity) -> bool {
    let next = spans.partition_point(|s| s.start <= entity.span.start);
    spans.get(..next).and_then(|before| before.last()).is_some_and(|s| entity.span.end <= s.end)
}

/// The two sentences before one, the nearer first.
pub(crate) fn earlier<'s>(
    scene: &'s Scene<'_, '_>,
    sentence: usize,
) -> impl Iterator<Item = Range<usize>> + use<'s> {
    let sentences = scene.text.sentences();
    let from = if opens_anew(scene, sentence) { sentence } else { sentence.saturating_sub(3) };
    sentences
        .get(from..sentence)
        .unwrap_or_default()
        .iter()
        .rev()
        .map(|s| s.tokens.start..s.tokens.end.min(s.tokens.start + reach::CIRCUMSTANCES))
}

/// حول السجن, داخل المخيم: at a place that was named before.
fn beside<'a>(scene: &Scene<'a, '_>, clause: Range<usize>) -> Option<&'a Entity> {
    let at = |i: usize| {
        i.checked_sub(1).is_some_and(|p| {
            scene.on(p, List::AtPlace) && !NOT_BESIDE.fit(scene.text.folded(p))
                || BESIDE.fit(scene.text.folded(p))
        })
    };
    let buildings = scene.listed(List::Building, clause);
    buildings
        .filter(|&i| at(i) && scene.entity_at(i).is_none())
        .find_map(|i| discourse::referred(scene, i))
        .filter(|e| is_place(e))
}

/// السجن, المخيم: a place that was named before.
fn referred<'a>(scene: &Scene<'a, '_>, range: Range<usize>) -> Option<&'a Entity> {
    let buildings = scene.listed(List::Building, range);
    buildings
        .filter(|&i| scene.entity_at(i).is_none())
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
        let before = scene.text.source().get(..entity.span.start).unwrap_or_default();
        if before.ends_with('و') {
            // في الموصل وتكريت: as the one before; not تركيا وسوريا where they act.
            let others =
                scene.entity_index(first).and_then(|at| scene.entities.get(at.saturating_sub(6)..at));
            let mut next = first;
            let row = others.unwrap_or_default().iter().rev().take_while(|e| {
                let joined = is_place(e) && next <= e.tokens.end + 2;
                next = e.tokens.start;
                joined
            });
            return row.last().is_some_and(|e| {
                let opened = scene.text.token(e.tokens.start).is_some_and(|t| t.span().start == e.span.start);
                if opened { is_brought(scene, e) } else { is_joined_by_ba(scene, e) }
            });
        }
        return is_joined_by_ba(scene, entity);
    }
    is_brought(scene, entity)
}

/// ببغداد
fn is_joined_by_ba(scene: &Scene<'_, '_>, entity: &Entity) -> bool {
    scene.proclitic(entity.tokens.start, Proclitics::BA).is_some()
        || scene.text.source().get(..entity.span.start).is_some_and(|s| s.ends_with('ب'))
}

/// في مدينة الموصل, زلزال تركيا
fn is_brought(scene: &Scene<'_, '_>, entity: &Entity) -> bool {
    use crate::EventKind::{Accident, Bombing, Clash, Disaster, Protest};
    let first = entity.tokens.start;
    let strikes = |at: usize| {
        let word = scene.text.bare(at, Proclitics::WAW.with(Proclitics::BA).with(Proclitics::LAM));
        MASSACRE.fit(word)
            || matches!(
                scene.hit(at).and_then(Hit::happening),
                Some(Disaster | Accident | Protest | Clash | Bombing)
            ) && scene.hit(at).is_some_and(|h| !h.events().any(|e| e.frame == EventFrame::Act))
    };
    if first.checked_sub(1).is_some_and(strikes) {
        return true;
    }
    // At most three words stand between: في | مدينة «الموصل».
    let mut before = (first.saturating_sub(4)..first).rev();
    before.find_map(|at| {
        let mark = || scene.text.token(at).is_some_and(|t| t.is_quote() || t.kind() == TokenKind::Hash);
        let brings = scene.on(at, List::AtPlace) || scene.is(at, Particle::Ala);
        // سائحتان من ماليزيا, تتخذ من لندن مقرا: whence they are.
        let whence = scene.text.folded(at) == "من"
            && at.checked_sub(1).is_some_and(|p| {
                scene.on(p, List::Other)
                    || MAKES_BASE.fit(scene.text.folded(p))
                    || scene.hit(p).is_some_and(|h| {
                        h.person().is_some() && h.events().all(|e| e.count == CountKind::People)
                    })
            });
        if whence {
            return Some(false);
        }
        let passes = || scene.on(at, List::PlaceNoun) || is_belonging(scene, at) || mark();
        (brings || !passes()).then_some(brings)
    }) == Some(true)
}

/// مواضيع ذات صلة: what a page puts before another story.
pub(crate) fn opens_story(scene: &Scene<'_, '_>, sentence: usize) -> bool {
    let Some(sentence) = scene.text.sentences().get(sentence) else { return false };
    let start = sentence.tokens.start;
    let [first, second, third] = [0, 1, 2].map(|i| scene.text.folded(start + i));
    let related = second == "ذات" && third == "صله";
    let more = first == "المزيد" && second == "من" && third.starts_with("ال");
    (related || more) && sentence.tokens.len() < 6
}

/// وفي حادث منفصل, في سياق آخر: a sentence that tells of something else than those before it.
pub(crate) fn opens_anew(scene: &Scene<'_, '_>, sentence: usize) -> bool {
    let all = || {
        let count = scene.text.sentences().len();
        let mut anew = Marks::new(count);
        (0..count).filter(|&sentence| is_opened_anew(scene, sentence)).for_each(|at| anew.add(at));
        anew
    };
    scene.anew.get_or_init(all).has(sentence)
}

fn is_opened_anew(scene: &Scene<'_, '_>, sentence: usize) -> bool {
    let start = scene.text.sentences().get(sentence).map_or(0, |s| s.tokens.start);
    if opens_story(scene, sentence) {
        return true;
    }
    let another = || (start + 2..start + 4).any(|i| scene.on(i, List::Another));
    // وعلى صعيد آخر
    if ON_LEVEL.fit(scene.text.folded(start)) {
        return scene.text.folded(start + 1) == "صعيد" && another();
    }
    if !IN_PLACE.fit(scene.text.folded(start)) {
        return false;
    }
    // وفي مالي، …: where nothing was told of before.
    let place = (start + 1..start + 5).find_map(|i| scene.entity_from(i).filter(|e| is_place(e)));
    if let Some(place) = place.filter(|e| (start + 1..e.tokens.start).all(|i| goes_on(scene, i..i + 1)))
        && let Some(at) = scene.entity_index(place.tokens.start)
        && sentence > 0
    {
        let comma = (place.tokens.end..place.tokens.end + 3).any(|i| scene.is_comma(i));
        let before = scene.entities.get(at.saturating_sub(reach::PLACES_BEFORE)..at).unwrap_or_default();
        let same = |e: &Entity| {
            e.id.is_some() && e.id == place.id
                || scene.text.folded(e.tokens.start) == scene.text.folded(place.tokens.start)
        };
        return comma && !before.iter().any(same);
    }
    scene.on(start + 1, List::Occurrence) && another()
}
