//! Counts with their circumstances: who, where, when, and who states them.

use core::ops::Range;

use isnad_dates::Reference;
use isnad_entities::EntityType;
use isnad_text::{Proclitics, RuleId, Span};

use crate::agents::Deed;
use crate::reach;
use crate::scene::Scene;
use crate::tally::Tally;
use crate::vocabulary::{EventFrame, List};
use crate::{
    Claim, Count, CountKind, Event, Evidence, Named, Precision, When, agents, court, dated, inherit, slots,
    stated, sum,
};

/// All counts of a text, in order.
pub(crate) fn counts(
    scene: &Scene<'_, '_>,
    tallies: Vec<Tally>,
    events: &[Event],
    claims: &[Claim],
    reference: Option<Reference>,
) -> Vec<Count> {
    let mut before = Before::default();
    // What is asked of every claim and event, kept close together.
    let mut reach = 0;
    let stated = claims.iter().map(|c| {
        reach = reach.max(c.content.end);
        Stated { cue: c.cue.span.start, content: c.content, reach }
    });
    let stated: Vec<Stated> = stated.collect();
    let mut said: Vec<Span> = claims.iter().filter_map(|c| c.source).collect();
    said.sort_unstable_by_key(|s| s.start);
    let event_starts: Vec<usize> = events.iter().map(|e| e.span.start).collect();
    let today = reference.map(|r| r.date.to_string());
    let count = |(tally, seen): (Tally, &inherit::Seen)| {
        let token = tally.tokens.start;
        let claim = stating(&stated, tally.span);
        let stated = claim.and_then(|i| claims.get(i));
        let within = surroundings(scene, &tally, stated);
        let held = matches!(
            tally.kind,
            CountKind::Held | CountKind::Escaped | CountKind::Surrendered | CountKind::Freed
        );
        let befell = held || inherit::harm(tally.kind) || tally.kind == CountKind::Displaced;
        let housed = matches!(tally.kind, CountKind::People | CountKind::Held | CountKind::Displaced);
        let fled = tally.kind == CountKind::Displaced;
        let seek = slots::Seek { held, befell, housed, fled };
        let speaker =
            stated.and_then(|c| Some((c.speaker.as_ref()?, scene.token_near(c.content.start, token))));
        // إرهابيين اثنين: where the noun stands before its number, they begin with it.
        let first = tally.object.as_ref().map_or(token, |o| o.start.min(token));
        let deed = Deed {
            at: first,
            trigger: tally.trigger,
            within: within.clone(),
            kind: tally.kind,
            speaker,
            militant: seen.militant,
        };
        let other = |a: &Named| {
            a.evidence == Evidence::Attack
                && a.span.end <= tally.span.start
                && inherit::is_of_another(scene, seen)
        };
        let agent = agents::agent(scene, &deed).filter(|a| !other(a));
        // قوة أخرى: whose, the one who announces it is.
        let another = |a: &Named| {
            let last = scene.text.token_at(a.span.end).saturating_sub(1);
            a.entity.is_none() && scene.on(last, List::Other)
        };
        let nameless = agent.as_ref().is_none_or(another);
        let agent =
            if nameless { stated.and_then(|c| announced(scene, &tally, seen, c)).or(agent) } else { agent };
        // قضت المحكمة بسجن ثمانية متهمين: who rules on them.
        let ruled = || {
            let court = |c: &&Claim| {
                c.source.is_some_and(|s| scene.on(scene.text.token_at(s.start), List::Court))
                    && c.cue.class == crate::Class::Announce
            };
            let speaker = stated.filter(court).and_then(|c| c.speaker.as_ref());
            speaker.filter(|_| tally.kind == CountKind::People).cloned()
        };
        let agent = agent.or_else(ruled);
        let harmed = matches!(tally.kind, CountKind::Killed | CountKind::Wounded);
        let troops = || {
            if tally.kind == CountKind::Troops {
                stated::of_troops(scene, &tally.tokens, tally.object.as_ref(), stated)
            } else {
                None
            }
        };
        // داهمت القوات منزلا، وألقي القبض على أربعة: by those whose operation it was.
        let raid = || {
            let theirs = tally.kind == CountKind::Arrested;
            let verb = tally.trigger.filter(|_| theirs)?;
            agents::operation(scene, within.start.min(verb)..verb, None)
        };
        // ما أدى إلى مقتل متظاهر, قُتل فيه ثمانية: by those of whose operation the clause before tells.
        let struck = || {
            let verb = tally.trigger.filter(|_| harmed && !inherit::is_forces(scene, &tally))?;
            let result = scene.hit(verb)?.events().any(|e| e.frame == EventFrame::Result)
                || follows_result(scene, verb);
            let therein = matches!(scene.text.folded(verb + 1), "فيه" | "فيها" | "خلاله" | "خلالها");
            if !result && !therein {
                return None;
            }
            agents::operation(scene, within.start.min(verb)..verb, None)
        };
        // أجبرت القوات ثلاثة آلاف على المغادرة
        let driven = || {
            let mut near = (tally.tokens.start.saturating_sub(9)..tally.tokens.start).rev().filter(|_| fled);
            let verb = near.find(|&i| scene.on(i, List::Drives))?;
            let body = agents::subject(scene, verb + 1..tally.tokens.start)?;
            Some(agents::whole(scene, body, Evidence::Subject))
        };
        let court = || {
            let decided = tally.kind == CountKind::People;
            if decided { court::court(scene, &within, token) } else { None }
        };
        let agent = agent.or_else(troops).or_else(raid).or_else(struck).or_else(driven).or_else(court);
        let implied = || {
            let claim = stated?;
            let accused = tally.trigger.and_then(|t| stated::accused(scene, claim, t));
            let accused = accused.or_else(|| if harmed { stated::operator(scene, claim) } else { None });
            accused
                .or_else(|| if harmed { stated::admits(scene, claim, tally.object.as_ref()) } else { None })
        };
        let agent = agent.or_else(implied);
        let place = slots::place(scene, token, &within, seek);
        // What has befallen people did so on no day to come.
        let past = |d: &When| {
            !inherit::harm(tally.kind) || reference.is_none_or(|today| dated::is_past(scene, d, today))
        };
        let date = dated::date(scene, token, &within, reference).filter(past);
        // A state holds on the day it is told of; an event need not have been then.
        let state = matches!(
            tally.kind,
            CountKind::Infected
                | CountKind::Held
                | CountKind::Displaced
                | CountKind::Fighters
                | CountKind::Troops
        );
        let sentence = scene.text.sentences().get(tally.sentence).map_or(0..0, |s| s.tokens.clone());
        let told = |end: usize| {
            let window = sentence.start.max(token.saturating_sub(reach::CIRCUMSTANCES))..end;
            dated::date(scene, token, &window, reference)
        };
        let date = date.or_else(|| if state { told(token) } else { None });
        // A sentence that tells neither place nor time goes on with the event before it.
        let goes_on = place.is_none() && date.is_none();
        // بدأ عقب هجوم … الخميس الماضي، وقالت الوزارة إنه أوقع: the event, before who tells of it.
        let around_date = || {
            let cue = stated.map(|c| scene.text.token_at(c.cue.span.start))?;
            let around =
                sentence.start.max(token.saturating_sub(reach::CIRCUMSTANCES))..within.start.min(cue);
            let event = slots::triggers(scene, around.clone()).last()?;
            dated::date(scene, event.token, &around, reference).filter(past)
        };
        let date = date.or_else(|| if state { None } else { around_date() });
        let date = date.or_else(|| {
            let sum = || sum::since(scene, token).is_some();
            if goes_on && !sum() { before.date(scene, tally.sentence, reference).filter(past) } else { None }
        });
        // قال أمس إن …: what is told of no day is told of that of its announcement.
        let announced = || {
            let date = told(sentence.end.min(token + reach::CIRCUMSTANCES))
                .filter(|d| d.precision == Precision::Day)?;
            Some(When { evidence: Evidence::Earlier, ..date })
        };
        let date = date.or_else(|| if stated.is_some() && !state { announced() } else { None });
        let background = date.as_ref().is_some_and(|d| inherit::is_other_year(scene, d, reference));
        // Where the sentence plays that holds what is said.
        let around = || {
            let start = sentence.start.max(token.saturating_sub(reach::CIRCUMSTANCES));
            let cue = stated.map(|c| scene.text.token_at(c.cue.span.start))?;
            let around = start..within.start.min(cue);
            let place =
                if around.is_empty() { None } else { slots::place(scene, around.end - 1, &around, seek) }?;
            // وفي بروكسل، قالت: where it was said; وفي الموصل، قال … إن ثلاثة قتلوا: where they were.
            let at = scene.text.token_at(place.span.start);
            let said = !inherit::harm(tally.kind)
                && (sentence.start..at).all(|i| scene.on(i, List::AtPlace) || scene.on(i, List::PlaceNoun));
            (!said).then_some(Named { evidence: Evidence::Sentence, ..place })
        };
        let place = place
            .or_else(around)
            .or_else(|| if background { None } else { before.place(scene, tally.sentence, held, &said) })
            .filter(|p| {
                tally.kind != CountKind::Held || p.evidence != Evidence::Earlier || is_facility(scene, p)
            });
        let date = date.or_else(|| {
            let value = today.clone()?;
            Some(When { value, date: None, precision: Precision::Day, evidence: Evidence::Reference })
        });
        Count {
            span: tally.span,
            kind: tally.kind,
            low: tally.low,
            high: tally.high,
            approx: tally.approx,
            part: tally.part,
            object: tally.object.map(|o| {
                let span = scene.text.span_of(o.clone());
                Span::new(scene.bare_start(o.start, Proclitics::WAW).min(span.end), span.end)
            }),
            agent,
            place,
            date,
            trigger: tally.trigger.and_then(|t| scene.hit(t)).map(|hit| hit.span),
            quantity: scene.quantity_at(token),
            event: tally.trigger.and_then(|t| event_at(scene, &event_starts, t)),
            claim,
            rule: RuleId::new(tally.rule),
        }
    };
    let seen = inherit::Seen::all(scene, &tallies);
    let mut counts: Vec<Count> = tallies.into_iter().zip(&seen).map(count).collect();
    inherit::fill(scene, &mut counts, &seen, events, claims, reference, &said);
    counts
}

/// Whether a place is a building: people are held in one, not where something else happened.
fn is_facility(scene: &Scene<'_, '_>, place: &Named) -> bool {
    let entity = place.entity.and_then(|i| scene.entities.get(i));
    entity.is_some_and(|e| e.entity_type == EntityType::Facility)
}

/// ما أدى إلى | مقتل: whether a noun stands behind what brought it about.
fn follows_result(scene: &Scene<'_, '_>, noun: usize) -> bool {
    let before = (noun.saturating_sub(6)..noun).rev().take_while(|&i| !scene.is_break(i));
    before.filter_map(|i| scene.hit(i)).any(|h| h.events().any(|e| e.frame == EventFrame::Result))
}

/// Who announces that they arrested, or killed of their enemies: the forces that say so.
fn announced(scene: &Scene<'_, '_>, tally: &Tally, seen: &inherit::Seen, claim: &Claim) -> Option<Named> {
    let theirs = match tally.kind {
        CountKind::Arrested => true,
        // القضاء على 200 جندي, تحييد عشرة: the noun is of those who did it.
        CountKind::Killed | CountKind::Wounded => {
            let overcome =
                |t: usize| ["القضاء", "قضاء", "تحييد"].iter().any(|w| scene.text.folded(t).ends_with(w));
            seen.militant || tally.trigger.is_some_and(overcome)
        }
        _ => false,
    };
    // أعلنت كييف أسر 22 جنديا: a capital speaks for its forces.
    let capital = || {
        let speaker = claim.speaker.as_ref().filter(|_| tally.kind == CountKind::Arrested)?;
        let place = speaker.entity.and_then(|i| scene.entities.get(i));
        place.filter(|e| e.entity_type == EntityType::Location)?;
        Some(Named { evidence: Evidence::Speaker, ..speaker.clone() })
    };
    if theirs { stated::announcer(scene, claim).or_else(capital) } else { None }
}

/// Where and when the event was told before, kept for the counts of one sentence.
#[derive(Default)]
struct Before {
    sentence: usize,
    date: Option<Option<When>>,
    places: [Option<Option<Named>>; 2],
}

impl Before {
    fn at(&mut self, sentence: usize) -> &mut Before {
        if self.sentence != sentence {
            *self = Before { sentence, ..Before::default() };
        }
        self
    }

    fn date(&mut self, scene: &Scene<'_, '_>, sentence: usize, reference: Option<Reference>) -> Option<When> {
        let earlier = || dated::earlier_date(scene, sentence, reference);
        self.at(sentence).date.get_or_insert_with(earlier).clone()
    }

    fn place(&mut self, scene: &Scene<'_, '_>, sentence: usize, held: bool, said: &[Span]) -> Option<Named> {
        let [open, confined] = &mut self.at(sentence).places;
        let place = if held { confined } else { open };
        place.get_or_insert_with(|| slots::earlier_place(scene, sentence, held, said)).clone()
    }
}

/// The event that the word at a token tells.
fn event_at(scene: &Scene<'_, '_>, starts: &[usize], token: usize) -> Option<usize> {
    starts.binary_search(&scene.hit(token)?.span.start).ok()
}

/// What a claim says.
struct Stated {
    /// Where its cue begins.
    cue: usize,
    content: Span,
    /// How far it or any claim before it goes.
    reach: usize,
}

/// The innermost claim that states a count, the first of those that say the same.
fn stating(stated: &[Stated], span: Span) -> Option<usize> {
    let near = stated.partition_point(|s| s.cue <= span.start);
    let window = near.saturating_sub(40)..(near + 8).min(stated.len());
    let claims = window.rev().filter_map(|i| Some((i, stated.get(i)?)));
    let holding = claims.take_while(|(_, s)| s.reach >= span.end).filter(|(_, s)| s.content.contains(span));
    holding.min_by_key(|(i, s)| (s.content.len(), *i)).map(|(i, _)| i)
}

/// Where a count's circumstances are sought: its sentence, or what is said where somebody states it.
fn surroundings(scene: &Scene<'_, '_>, tally: &Tally, stated: Option<&Claim>) -> Range<usize> {
    let sentence = scene.text.sentences().get(tally.sentence).map_or(0..0, |s| s.tokens.clone());
    let (mut start, mut end) = (sentence.start, sentence.end);
    let token = tally.tokens.start;
    if let Some(claim) = stated {
        start = start.max(scene.token_near(claim.content.start, token));
        end = end.min(scene.token_near(claim.content.end, token));
    }
    start.max(token.saturating_sub(reach::CIRCUMSTANCES))..end.min(token + reach::CIRCUMSTANCES)
}
