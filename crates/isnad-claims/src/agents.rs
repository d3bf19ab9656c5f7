//! Who did it: the subject of the verb, who is named behind "by", whose attack it came of, or who announces its own act.

use core::ops::Range;

use isnad_entities::{Entity, EntityType};
use isnad_text::Proclitics;

use crate::generated::vocabulary::{CARRIES_OUT, COUNTRIES, STRUCK_BUILDING, TARGETS};
use crate::origin::{by_origin, country, is_adjective, is_origin, named_country, with_country};
use crate::reach;
use crate::scene::Scene;
use crate::slots::{Trigger, clause, triggers};
use crate::source;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, List, Particle, PersonClass, SpeakerKind};
use crate::{CountKind, Evidence, Named};
use crate::{court, discourse};

/// A deed whose doer is sought.
pub(crate) struct Deed<'a> {
    /// First token of those whom it befell.
    pub(crate) at: usize,
    /// The word that tells of it.
    pub(crate) trigger: Option<usize>,
    /// Where the doer may stand.
    pub(crate) within: Range<usize>,
    pub(crate) kind: CountKind,
    /// Who states it, and where the statement begins: in `قالت القوات إنها حررت تسعة` the verb's subject is the speaker.
    pub(crate) speaker: Option<(&'a Named, usize)>,
    /// Whether it befell gunmen.
    pub(crate) militant: bool,
}

/// Who did it, by voice, preposition or the attack that it came of.
pub(crate) fn agent(scene: &Scene<'_, '_>, deed: &Deed<'_>) -> Option<Named> {
    told(scene, deed).filter(|agent| acts(scene, agent))
}

/// Whether a name is of somebody who acts: no building, and of places only a country, or the subject of a verb that agrees
/// with it (قصف إدلب: what was hit; قصفت واشنطن).
fn acts(scene: &Scene<'_, '_>, agent: &Named) -> bool {
    let first = scene.text.token_at(agent.span.start);
    let Some(entity) = scene.entity_from(first).filter(|e| e.span == agent.span) else {
        return !agent.name().is_empty();
    };
    match entity.entity_type {
        EntityType::Facility => !matches!(agent.evidence, Evidence::Attack | Evidence::Subject),
        EntityType::Location if matches!(agent.evidence, Evidence::Attack | Evidence::Subject) => {
            let agrees = || first.checked_sub(1).is_some_and(|p| scene.text.folded(p).ends_with('ت'));
            let before =
                || first.checked_sub(1).is_some_and(|p| scene.hit(p).is_none_or(|h| h.happening().is_none()));
            agrees()
                || before()
                || agent.names.iter().any(|name| COUNTRIES.iter().any(|row| row.2 == name || row.3 == name))
        }
        _ => true,
    }
}

fn told(scene: &Scene<'_, '_>, deed: &Deed<'_>) -> Option<Named> {
    let &Deed { at: token, trigger, ref within, kind: count, speaker, militant } = deed;
    // انتشلت دورية سبع جثث: who found them is not who killed them.
    let own = trigger.and_then(|t| triggers(scene, t..t + 1).next()).filter(|own| {
        let harm = |kind| matches!(kind, CountKind::Killed | CountKind::Wounded);
        own.word.joint || !harm(count) || own.word.count == count || own.word.frame == EventFrame::Result
    });
    if let Some(own) = own {
        let finite = matches!(own.word.part, EventPart::Perfect | EventPart::Imperfect);
        let about = own.word.frame == EventFrame::About && finite;
        let active = (own.word.frame == EventFrame::Act || about)
            && own.word.count != CountKind::Missing
            && !is_noun(scene, own.token)
            && !is_passive(scene, own.token)
            && !describes(scene, own);
        if active && let Some(names) = actor(scene, own, token, within) {
            return Some(names);
        }
        if active && let Some(names) = shared_actor(scene, own, token, within) {
            return Some(names);
        }
        if own.word.frame == EventFrame::Of
            && let Some(names) = doer(scene, own, token).or_else(|| thrower(scene, own))
        {
            return Some(names);
        }
        if court::is_accusation(scene, own.token) {
            return None;
        }
        if let Some(names) = by(scene, own.end..clause(scene, token, within).end) {
            return Some(names);
        }
        if active && let Some((names, start)) = speaker {
            let joined = is_joined(scene, own.token);
            let own_start = start.checked_sub(1).is_some_and(|p| is_of_speaker(scene, p));
            // قالت إنها أطلقت سراح 20 وقتلت خمسة: the second verb is of the subject of the first.
            let goes_on =
                joined && own_start && gender_of(scene, start).is_none_or(|f| f == is_feminine(&own));
            if own.token <= start + 1 && scene.is(start.saturating_sub(1), Particle::That) || goes_on {
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
    if !militant && let Some(named) = fired(scene, token..clause(scene, token, within).end) {
        return Some(named);
    }
    // Of the attackers who fell, the attack told elsewhere was their own.
    let reach = if militant { clause(scene, token, within) } else { within.clone() };
    let told = own.filter(|own| own.word.count == CountKind::Attacks && count == CountKind::Attacks);
    let start = told.map_or(reach.start, |own| own.token);
    triggers(scene, start..(token + reach::CIRCUMSTANCES / 2).min(reach.end))
        .filter(|t| t.word.count == CountKind::Attacks)
        .find_map(|attack| attacker(scene, attack, within))
}

/// إعدام التنظيم 40 مدنيا: between a verbal noun and its object stands who did it.
fn doer(scene: &Scene<'_, '_>, noun: Trigger<'_>, object: usize) -> Option<Named> {
    let first = noun.end;
    if first >= object || first + 5 < object {
        return None;
    }
    let entity = scene
        .entity_from(first)
        .filter(|e| e.entity_type == EntityType::Organisation && e.tokens.end == object)
        .or_else(|| {
            (first + 1 == object && scene.is_definite(first)).then(|| discourse::referred(scene, first))?
        });
    entity.map(|e| discourse::named(scene, e, Evidence::Subject))
}

/// ألقت | الأجهزة الأمنية | القبض على: who stands between the verb and the noun that completes it.
fn thrower(scene: &Scene<'_, '_>, noun: Trigger<'_>) -> Option<Named> {
    if scene.text.folded(noun.token) != "القبض" {
        return None;
    }
    let verb = |&i: &usize| scene.on(i, List::Lays);
    let verb = (noun.token.saturating_sub(9)..noun.token).rev().find(verb)?;
    let body = subject(scene, verb + 1..noun.token)?;
    (body.end <= noun.token).then(|| whole(scene, body, Evidence::Subject))
}

/// The subject of an active verb: before it or between it and its object.
fn actor(scene: &Scene<'_, '_>, verb: Trigger<'_>, object: usize, sentence: &Range<usize>) -> Option<Named> {
    // قال إنه استهدف موقعا: who says so.
    if verb.token.checked_sub(1).is_some_and(|p| is_of_speaker(scene, p)) {
        return None;
    }
    // هاجموا الشرطة: a plural verb has its subject in itself.
    if object > verb.end
        && !verb.word.flags.has(EventFlags::PLURAL)
        && let Some(source) = subject(scene, verb.end..object)
        // قتل قائد ميداني | واثنان من حراسه: the first of those killed.
        && !(scene.proclitic(object, Proclitics::WAW).is_some()
            && !scene.is_definite(source.start)
            && scene.hit(source.start).is_some_and(|h| h.person().is_some()))
    {
        return Some(whole(scene, source, Evidence::Subject));
    }
    // الميليشيات التي نفذت 30 هجوما: whom the relative clause tells about.
    if let Some(relative) = verb.token.checked_sub(1).filter(|&p| scene.is(p, Particle::Relative)) {
        let near = sentence.start.max(relative.saturating_sub(6))..relative;
        let acts = |i: usize| {
            scene.on(i, List::Forces)
                || source::names_somebody(scene, i)
                || scene.entity_from(i).is_some_and(|e| e.entity_type == EntityType::Organisation)
        };
        let head = near.into_iter().find(|&i| acts(i))?;
        let body = source::trim(scene, head..relative)?;
        return source::whole(scene, body.clone()).then(|| whole(scene, body, Evidence::Subject));
    }
    if let Some(weapon) = weapon_before(scene, verb.token, sentence.start) {
        return Some(whole(scene, weapon, Evidence::Subject));
    }
    if let Some(person) = introduced(scene, verb.token) {
        return Some(whole(scene, person, Evidence::Subject));
    }
    let before = source::before(scene, verb.token, sentence.start)?;
    (source::is_plausible(scene, before.start) || scene.on(before.start, List::Forces))
        .then(|| whole(scene, before, Evidence::Subject))
}

/// إن | مسلحا | قتل ثمانية, أن مسلحين مجهولين | خطفوا: people without a name between أن and the verb that tells what they did.
fn introduced(scene: &Scene<'_, '_>, verb: usize) -> Option<Range<usize>> {
    let near = verb.saturating_sub(4)..verb;
    let first = near.rev().find(|&i| scene.is(i, Particle::That) && !is_of_speaker(scene, i))? + 1;
    let people = scene.hit(first).filter(|h| h.person().is_some() && h.cues().next().is_none())?;
    let plain = |i: usize| scene.hit(i).is_none_or(|h| h.particle().is_none()) && !scene.is_break(i);
    (!scene.is_definite(first) && people.end <= verb && (people.end..verb).all(plain)).then_some(first..verb)
}

/// `يسيطر التنظيم على السجن ويحتجز مئات`: a verb that goes on has the subject of the one before it.
fn shared_actor(
    scene: &Scene<'_, '_>,
    verb: Trigger<'_>,
    object: usize,
    within: &Range<usize>,
) -> Option<Named> {
    // قتل alone may be a passive.
    let active = verb.word.part == EventPart::Imperfect || is_feminine(&verb);
    let clause = clause(scene, object, within);
    if !is_joined(scene, verb.token) || !active {
        return None;
    }
    // القوة ألقت القبض على ستة، وقتلت اثنين: who did what was told just before.
    if clause.start + 1 >= verb.token {
        let start = within.start.max(verb.token.saturating_sub(reach::CIRCUMSTANCES / 2));
        let alike = |t: &Trigger<'_>| {
            matches!(t.word.part, EventPart::Perfect | EventPart::Imperfect)
                && t.word.frame == EventFrame::Act
                && is_feminine(t) == is_feminine(&verb)
                && !is_passive(scene, t.token)
        };
        let last = triggers(scene, start..verb.token).filter(alike).last();
        let told = last.and_then(|last| actor(scene, last, (last.end + 8).min(verb.token), within));
        let named = told.or_else(|| operation(scene, start..verb.token, Some(is_feminine(&verb))))?;
        return Some(Named { evidence: Evidence::SharedSubject, ..named });
    }
    // The subject stands behind the verb before (يسيطر | التنظيم | … ويحتجز) or before it (القوات | قتلت … واعتقلت).
    let finite = |t: &Trigger<'_>| matches!(t.word.part, EventPart::Perfect | EventPart::Imperfect);
    let first = triggers(scene, clause.start..verb.token).find(finite).map(|t| t.token);
    let region = match first {
        Some(first) if first > clause.start => clause.start..first,
        _ => clause.start + 1..verb.token,
    };
    let named = subject(scene, region).map(|s| whole(scene, s, Evidence::SharedSubject));
    named.or_else(|| operation(scene, within.start..verb.token, Some(is_feminine(&verb))))
}

/// `داهمت القوات المنزل، وأوقفت …`: the forces whose operation the last such verb of a stretch tells, of one gender where it
/// is asked for.
pub(crate) fn operation(scene: &Scene<'_, '_>, range: Range<usize>, feminine: Option<bool>) -> Option<Named> {
    let start = range.start;
    let like = |v: &usize| feminine.is_none_or(|f| scene.text.folded(*v).ends_with('ت') == f);
    let verb = scene.listed(List::Operates, range.clone()).filter(like).last()?;
    if verb.checked_sub(1).is_some_and(|p| source::is_preposition(scene, p)) {
        return None;
    }
    let behind = subject(scene, verb + 1..range.end.min(verb + 9));
    let body = behind
        .or_else(|| weapon_before(scene, verb, start).or_else(|| source::before(scene, verb, start)))?;
    let acts = |i: usize| scene.on(i, List::Forces) || scene.on(i, List::Weapon) || militants(scene, i);
    let named = scene.entities_in(body.clone()).iter().any(|e| e.entity_type == EntityType::Organisation);
    let body_known =
        named || scene.is_definite(body.start) && discourse::referred(scene, body.start).is_some();
    (acts(body.start) || body_known).then(|| whole(scene, body, Evidence::SharedSubject))
}

fn militants(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).and_then(|h| h.person()).is_some_and(|p| p.class == PersonClass::Militant)
}

/// وقتلت, فقتلت: a verb that goes on.
fn is_joined(scene: &Scene<'_, '_>, verb: usize) -> bool {
    scene.hit(verb).is_some_and(|h| h.proclitics.has(Proclitics::WAW) || h.proclitics.has(Proclitics::FA))
}

fn is_feminine(verb: &Trigger<'_>) -> bool {
    verb.word.flags.has(EventFlags::FEMININE)
}

/// Whether the verb that opens a statement is feminine, where it is known.
fn gender_of(scene: &Scene<'_, '_>, verb: usize) -> Option<bool> {
    triggers(scene, verb..verb + 1).next().map(|t| is_feminine(&t))
}

/// إنه, أنها: the subject of what is said is whoever says it.
fn is_of_speaker(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is(at, Particle::That) && scene.on(at, List::OfSpeaker)
}

/// طائرة مسيرة تركية: a weapon up to the adjective that says whose it is.
fn weapon(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Range<usize>> {
    if !scene.on(at, List::Weapon) {
        return None;
    }
    let origin = (at + 1..end.min(at + 5)).find(|&i| is_origin(scene, i))?;
    let plain =
        |i: usize| scene.on(i, List::Weapon) || is_adjective(scene, i) || !is_word_of_grammar(scene, i);
    (at + 1..origin).all(plain).then_some(at..origin + 1)
}

fn is_word_of_grammar(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).is_some() || scene.entity_at(at).is_some() || scene.is_comma(at) || scene.is_stop(at)
}

/// The weapon that is the subject before a verb.
fn weapon_before(scene: &Scene<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let near = floor.max(verb.saturating_sub(5))..verb;
    near.into_iter().find_map(|i| weapon(scene, i, verb)).filter(|w| w.end == verb)
}

/// على يد, بنيران, برصاص and whose.
fn by(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Named> {
    let at = scene.doers.within(range.clone()).next()?;
    let from = scene.hit(at).filter(|h| h.is(Particle::By)).map_or(at + 1, |h| h.end);
    // بنيران تركية: whose, the adjective says.
    if is_origin(scene, from)
        && let Some((name, english)) = country(scene, from)
    {
        let span = scene.text.span_of(at..from + 1);
        let names = vec![scene.text.slice(span).to_string(), name.to_string(), english.to_string()];
        let entity = named_country(scene, from).and_then(|e| scene.entity_index(e.tokens.start));
        return Some(Named { names, span, entity, evidence: Evidence::Preposition });
    }
    let (source, _) = source::leading(scene, from..range.end);
    source.map(|s| whole(scene, s, Evidence::Preposition))
}

/// بعدما أطلق | جنود النار, إثر إطلاق | قوات الأمن قنابل الغاز: who fired, behind those whom it befell.
fn fired(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Named> {
    let at = range.clone().find(|&i| {
        let noun = matches!(scene.text.folded(i), "اطلاق" | "باطلاق");
        let verb = scene.on(i, List::Operates) && i.checked_sub(1).is_some_and(|p| scene.on(p, List::When));
        noun || verb
    })?;
    let body = subject(scene, at + 1..range.end.min(at + 9))?;
    let acts = scene.on(body.start, List::Forces)
        || scene
            .hit(body.start)
            .and_then(|h| h.person())
            .is_some_and(|p| matches!(p.class, PersonClass::Security | PersonClass::Militant))
        || scene.entity_from(body.start).is_some_and(|e| e.entity_type == EntityType::Organisation);
    acts.then(|| whole(scene, body, Evidence::Attack))
}

/// Whose attack it was: هاجم تنظيم …, هجوم لتنظيم …, هجوم شنه التنظيم.
fn attacker(scene: &Scene<'_, '_>, attack: Trigger<'_>, within: &Range<usize>) -> Option<Named> {
    if matches!(attack.word.part, EventPart::Perfect | EventPart::Imperfect) && !is_noun(scene, attack.token)
    {
        // قال إنه استهدف موقعا: who says so, no word of this clause.
        if attack.token.checked_sub(1).is_some_and(|p| is_of_speaker(scene, p)) {
            return None;
        }
        // هاجموا الشرطة: the subject is in the verb, and what follows is attacked.
        let plural = attack.word.flags.has(EventFlags::PLURAL) || describes(scene, attack);
        let behind = attack.end..(attack.end + 8).min(within.end);
        let source = weapon_before(scene, attack.token, within.start);
        let source = source.or_else(|| if plural { None } else { subject(scene, behind) });
        let source = source.or_else(|| {
            source::before(scene, attack.token, within.start).filter(|b| source::is_plausible(scene, b.start))
        });
        let source = source.or_else(|| opening(scene, attack.token, within.start));
        return source.map(|s| whole(scene, s, Evidence::Attack));
    }
    // اقتحام موقع للجيش: what stands behind such a noun is attacked.
    if attack.word.frame == EventFrame::Of {
        return None;
    }
    // طيران الجيش نفذ | ضربة, غارة نفذتها | طائرة أميركية: of whom the verb beside it tells.
    if let Some(named) = carried_out(scene, attack, within) {
        return Some(named);
    }
    // The genitive or ل, with at most two adjectives between: الهجمات العنيفة لتنظيم داعش.
    let mut plain = true; // nothing but adjectives between: not قصف مواقع الجيش
    for at in attack.end..(attack.end + 3).min(within.end) {
        if is_origin(scene, at) {
            break;
        }
        if let Some(entity) = scene.entity_from(at) {
            let acts = matches!(entity.entity_type, EntityType::Organisation | EntityType::Person);
            return acts.then(|| discourse::named(scene, entity, Evidence::Attack));
        }
        if plain && let Some(named) = by_body(scene, at, within.end) {
            return Some(named);
        }
        plain = plain && is_adjective(scene, at);
        if source::is_preposition(scene, at) || scene.is_comma(at) || scene.is_stop(at) {
            break;
        }
    }
    // أطلقت الجماعة صاروخا: of whose weapon the verb before tells.
    let fired = || {
        let near = within.start.max(attack.token.saturating_sub(8))..attack.token;
        if scene.on(attack.token, List::Weapon) { operation(scene, near, None) } else { None }
    };
    by_origin(scene, attack, within).or_else(fired)
}

/// إن | مدفعية النظام المتمركزة في … | قصفت: forces that open a clause, whatever is said of where they stand.
fn opening(scene: &Scene<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(verb.saturating_sub(14));
    let opens = (floor..verb).rev().find(|&i| {
        scene.is_break(i) || scene.is(i, Particle::That) || scene.hit(i).is_some_and(source::is_verb)
    });
    let start = match opens {
        Some(at) if scene.is(at, Particle::That) => at + 1,
        Some(_) => return None,
        None => floor,
    };
    let acts = scene.on(start, List::Forces) || scene.on(start, List::Weapon);
    let body = acts.then(|| chain(scene, start, verb))?;
    // المتمركزة: an adjective of what they do, no name.
    let end =
        body.clone().skip(1).find(|&i| scene.text.folded(i).starts_with("الم") && scene.hit(i).is_none());
    Some(body.start..end.unwrap_or(body.end))
}

/// Who carried out an attack, where a verb beside its noun says so.
fn carried_out(scene: &Scene<'_, '_>, attack: Trigger<'_>, within: &Range<usize>) -> Option<Named> {
    let verb = attack.token.checked_sub(1).filter(|&v| v >= within.start && scene.on(v, List::Operates));
    if let Some(verb) = verb {
        let source = source::before(scene, verb, within.start)?;
        let acts = source::is_plausible(scene, source.start) || scene.on(source.start, List::Forces);
        return acts.then(|| whole(scene, source, Evidence::Attack));
    }
    let verb = scene.text.folded(attack.end);
    let told = CARRIES_OUT.fit(verb) && (verb.ends_with('ه') || verb.ends_with("ها"));
    if !told {
        return None;
    }
    let region = attack.end + 1..(attack.end + 9).min(within.end);
    if let Some(source) = subject(scene, region.clone()) {
        return Some(whole(scene, source, Evidence::Attack));
    }
    let origin = region.skip(1).take(3).find(|&i| is_origin(scene, i))?;
    let span = scene.text.span_of(attack.end + 1..origin + 1);
    let (name, english) = country(scene, origin)?;
    let names = vec![scene.text.slice(span).to_string(), name.to_string(), english.to_string()];
    let entity = named_country(scene, origin).and_then(|e| scene.entity_index(e.tokens.start));
    Some(Named { names, span, entity, evidence: Evidence::Attack })
}

/// قُتل: its vowel says that it is a passive.
fn is_passive(scene: &Scene<'_, '_>, at: usize) -> bool {
    let mut letters = scene.text.surface(at).chars().skip_while(|&c| matches!(c, 'و' | 'ف'));
    letters.next().is_some() && letters.next() == Some('\u{64F}')
}

/// في قصف, بقصف: the noun, though it might be the verb.
fn is_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).is_some_and(|h| h.proclitics.has(Proclitics::BA))
        || at.checked_sub(1).is_some_and(|p| source::is_preposition(scene, p))
}

/// عبوة استهدفت دورية: a verb that goes on about the noun before it, so that whom it hit stands behind.
fn describes(scene: &Scene<'_, '_>, attack: Trigger<'_>) -> bool {
    let targets = TARGETS.fit(scene.text.folded(attack.token));
    let opens = attack.token.checked_sub(1).is_none_or(|p| {
        scene.text.sentence_of(p) != scene.text.sentence_of(attack.token)
            || scene.is_comma(p)
            || scene.is_stop(p)
            || scene.is(p, Particle::That)
            || scene.is(p, Particle::Qad)
    });
    let joined = scene.hit(attack.token).is_some_and(|h| h.proclitics.has(Proclitics::WAW));
    targets && !opens && !joined
}

/// غارات تحالف …, قصف قوات …: a body, whether or not a layer below knows its name.
fn by_body(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Named> {
    let speaks = scene.hit(at).is_some_and(|h| {
        h.speaker() == Some(SpeakerKind::Collective) && h.cues().next().is_none() && h.particle().is_none()
    });
    let body = speaks || scene.on(at, List::Forces);
    // قصف مستشفى, قصف قصر: what was hit, though it may speak.
    let building = STRUCK_BUILDING.fit(scene.text.folded(at));
    if !body || building {
        return None;
    }
    if scene.is_definite(at)
        && let Some(entity) = discourse::referred(scene, at)
    {
        return Some(discourse::named(scene, entity, Evidence::Attack));
    }
    let (source, _) = source::leading(scene, at..end);
    Some(whole(scene, source.unwrap_or_else(|| chain(scene, at, end)), Evidence::Attack))
}

/// طائرات الاحتلال الإسرائيلي: forces with the nouns and adjectives that belong to them.
fn chain(scene: &Scene<'_, '_>, at: usize, end: usize) -> Range<usize> {
    let belongs = |i: &usize| {
        // طائرات إف 16 العراقية
        let make = |i: usize| scene.quantity_at(i).is_some() && scene.is_definite(i + 1);
        let noun = scene.is_definite(*i)
            || scene.on(*i, List::Forces)
            || scene.entity_at(*i).is_some()
            || make(*i)
            || make(*i + 1);
        noun && !source::is_preposition(scene, *i) && scene.date_at(*i).is_none()
    };
    at..(at + 1..end.min(at + 6)).find(|i| !belongs(i)).unwrap_or(end.min(at + 6)).max(at + 1)
}

/// The subject that leads a stretch, forces of no name too.
pub(crate) fn subject(scene: &Scene<'_, '_>, region: Range<usize>) -> Option<Range<usize>> {
    let forces = scene.on(region.start, List::Forces).then(|| chain(scene, region.start, region.end));
    let armed = weapon(scene, region.start, region.end);
    // فجر انتحاري من حركة …: a gunman, and then whose.
    let gunman = (militants(scene, region.start) && !scene.is_definite(region.start))
        .then(|| region.start..region.start + 1);
    let source = armed.or_else(|| source::leading(scene, region).0).or(forces).or(gunman)?;
    // مسلحون مجهولون | حافلة: what they attacked.
    let plural = |i: usize| ["ون", "ان"].iter().any(|e| scene.text.folded(i).ends_with(e));
    let dual = scene.text.folded(source.start).ends_with("ان") && militants(scene, source.start);
    let indefinite =
        (plural(source.start) && plural(source.start + 1) || dual) && !scene.is_definite(source.start);
    let end = if indefinite { (source.start..source.end).find(|&i| !plural(i)) } else { None };
    Some(
        source.start
            ..end
                .filter(|&e| !scene.is(e, Particle::Min) && scene.text.folded(e) != "من")
                .unwrap_or(source.end),
    )
}

/// A body that acts, without the phrase that says upon what or where: ميليشيات … | على رتل, قوات … | في ….
pub(crate) fn whole(scene: &Scene<'_, '_>, source: Range<usize>, evidence: Evidence) -> Named {
    let ends = |i: &usize| {
        scene.is(*i, Particle::Ala)
            || scene.is(*i, Particle::Ila)
            || scene.is(*i, Particle::An)
            || scene.is(*i, Particle::Led)
            || scene.text.folded(*i).starts_with("بقياد")
            || scene.text.folded(*i) == "في"
            // أجبرت القوات | ثلاثة آلاف: not طائرات إف 16 العراقية.
            || scene.quantity_at(*i).is_some() && !scene.is_definite(*i + 1)
    };
    let end = source.clone().skip(1).find(ends).unwrap_or(source.end);
    let mut named = discourse::plain_names(scene, source.start..end, evidence);
    if named.entity.is_none()
        && let Some(body) = belonging(scene, source.start, end)
    {
        named.entity = scene.entity_index(body.tokens.start);
        named.names.extend(discourse::named(scene, body, evidence).names);
    }
    // مفارز | الاستخبارات العسكرية: of whom they are is a name as well.
    let next = source.start + 1;
    if scene.on(source.start, List::Unit) && next < end && scene.is_definite(next) {
        named.names.push(scene.text.slice(scene.text.span_of(next..end)).to_string());
    }
    named.names.truncate(3);
    with_country(scene, source.start..end, named)
}

/// مسلحون | يُرجح أنهم من تنظيم …, عناصر | ينتمون إلى …: whose gunmen they are.
fn belonging<'a>(scene: &Scene<'a, '_>, first: usize, end: usize) -> Option<&'a Entity> {
    let gunmen = scene.hit(first).and_then(|h| h.person()).is_some_and(|p| p.class == PersonClass::Militant);
    let body = (end..end + 9)
        .take_while(|&i| !scene.is_comma(i) && !scene.is_stop(i))
        .find_map(|i| scene.entity_from(i).filter(|e| e.entity_type == EntityType::Organisation));
    let belongs = |i: usize| scene.on(i, List::Belongs);
    body.filter(|body| gunmen && (end..body.tokens.start).any(belongs))
}
