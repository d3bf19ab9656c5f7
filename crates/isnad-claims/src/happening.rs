//! Events: each word that tells one, with who, whom, where and when.

use core::ops::Range;

use isnad_text::RuleId;

use crate::agents::Deed;
use crate::dated;
use crate::reach;
use crate::scene::Scene;
use crate::slots::{self, Seek};
use crate::source;
use crate::tally::Tally;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, EventWord, Hit, Particle};
use crate::{CountKind, Event, EventKind, Evidence, Named, agents, discourse};

/// All events of a text, in order, with the counts that each governs.
pub(crate) fn events(scene: &Scene<'_, '_>, tallies: &[Tally]) -> Vec<Event> {
    let mut events = Vec::with_capacity(scene.hits.telling().count());
    let mut sentence = 0;
    let mut taken = 0;
    let sentences = scene.text.sentences();
    let mut near = 0; // the first count that a word may govern
    for hit in scene.hits.telling() {
        while sentences.get(sentence).is_some_and(|s| s.tokens.end <= hit.first) {
            sentence += 1;
        }
        let Some((kind, word)) = told(hit) else { continue };
        let named = scene.entity_at(hit.first).is_some() || scene.date_at(hit.first).is_some(); // فجر الثلاثاء "dawn"
        if hit.first < taken || named || is_negated(scene, hit, word) {
            continue;
        }
        taken = hit.end;
        let range = sentences.get(sentence).map_or(0..0, |s| s.tokens.clone());
        let window = range.start.max(hit.first.saturating_sub(reach::CIRCUMSTANCES))
            ..range.end.min(hit.first + reach::CIRCUMSTANCES);
        events.push(Event {
            span: hit.span,
            kind,
            agent: agent(scene, hit, word, &window),
            target: target(scene, hit, word, &window),
            place: slots::place(scene, hit.first, &window, Seek::default()),
            date: dated::date(scene, hit.first, &window, None),
            counts: governed(tallies, &mut near, hit.first),
            rule: RuleId::new(if word.is_some() { "claims.event.frame" } else { "claims.event.word" }),
        });
    }
    events
}

/// The event that a word tells, and its frame where it has one.
fn told<'v>(hit: &Hit<'v>) -> Option<(EventKind, Option<&'v EventWord>)> {
    let attack = |e: &&EventWord| e.part == EventPart::VictimNoun && e.count == CountKind::Attacks;
    let frame =
        |e: &&EventWord| !matches!(e.frame, EventFrame::None | EventFrame::Container | EventFrame::Result);
    let word = hit.events().find(frame).or_else(|| hit.events().find(attack));
    let word = word.filter(|w| !w.flags.has(EventFlags::NEGATED));
    let kind = hit.happening().or_else(|| word.and_then(|w| of_count(w.count)))?;
    Some((kind, word))
}

/// The event by which people come to be counted so.
const fn of_count(count: CountKind) -> Option<EventKind> {
    Some(match count {
        CountKind::Killed => EventKind::Killing,
        CountKind::Wounded => EventKind::Wounding,
        CountKind::Missing => EventKind::Disappearance,
        CountKind::Arrested => EventKind::Arrest,
        CountKind::Held => EventKind::Detention,
        CountKind::Escaped => EventKind::Escape,
        CountKind::Freed => EventKind::Release,
        CountKind::Kidnapped => EventKind::Kidnapping,
        CountKind::Surrendered => EventKind::Surrender,
        CountKind::Displaced => EventKind::Displacement,
        CountKind::Infected => EventKind::Infection,
        CountKind::Troops => EventKind::Deployment,
        CountKind::Protesters => EventKind::Protest,
        CountKind::Attacks => EventKind::Attack,
        CountKind::Fighters | CountKind::People => return None,
    })
}

/// لم يستسلم; لم تقع اشتباكات: nor did what is the subject of a negated verb.
fn is_negated(scene: &Scene<'_, '_>, hit: &Hit<'_>, word: Option<&EventWord>) -> bool {
    let not = |p: usize| scene.is(p, Particle::Negation);
    let noun = word.is_none_or(|w| matches!(w.part, EventPart::Noun | EventPart::VictimNoun));
    let indefinite = noun && hit.proclitics.is_none() && !scene.is_definite(hit.first);
    let verb = |p: usize| scene.text.token(p).is_some_and(|t| t.is_word()) && scene.entity_at(p).is_none();
    let subject = || {
        let (verb_at, not_at) = (hit.first.checked_sub(1), hit.first.checked_sub(2));
        indefinite && verb_at.is_some_and(verb) && not_at.is_some_and(not)
    };
    hit.first.checked_sub(1).is_some_and(not) || subject()
}

/// Who did it: the subject of an active verb, or whose attack it was.
fn agent(
    scene: &Scene<'_, '_>,
    hit: &Hit<'_>,
    word: Option<&EventWord>,
    window: &Range<usize>,
) -> Option<Named> {
    let count = word?.count;
    let end = window.end.min(hit.end + 10);
    let within = window.start..end;
    let deed =
        Deed { at: end, trigger: Some(hit.first), within, kind: count, speaker: None, militant: false };
    agents::agent(scene, &deed)
}

/// Whom it befell: the name behind a verbal noun or a passive.
fn target(
    scene: &Scene<'_, '_>,
    hit: &Hit<'_>,
    word: Option<&EventWord>,
    window: &Range<usize>,
) -> Option<Named> {
    let befalls = matches!(word?.frame, EventFrame::Of | EventFrame::Pass | EventFrame::Subj);
    let (source, _) = source::leading(scene, hit.end..window.end.min(hit.end + 10));
    source
        .filter(|s| befalls && s.start == hit.end)
        .map(|s| discourse::plain_names(scene, s, Evidence::Object))
}

/// Indices of the counts that an event word governs; `from` is the first that may be near, and moves on with the words.
fn governed(tallies: &[Tally], from: &mut usize, token: usize) -> Vec<usize> {
    while tallies.get(*from).is_some_and(|t| t.tokens.start + reach::CIRCUMSTANCES < token) {
        *from += 1;
    }
    let near = tallies
        .iter()
        .enumerate()
        .skip(*from)
        .take_while(|(_, t)| t.tokens.start < token + reach::CIRCUMSTANCES);
    near.filter(|(_, t)| t.trigger == Some(token)).map(|(i, _)| i).collect()
}
