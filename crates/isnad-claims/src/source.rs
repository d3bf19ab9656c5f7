//! The noun phrase of a source: where it begins and where it ends.

use core::ops::Range;

use isnad_text::{Proclitics, TokenKind};

use crate::generated::vocabulary::{AND_HE, CALLED, MADE, RESPONSIBILITY, WHO};
use crate::scene::Scene;
use crate::vocabulary::{CueFlags, List, Particle, SpeakerKind};

mod aside;
mod leading;

pub(crate) use aside::{is_audience, is_handed_on, is_own, is_to_somebody, keeps_back_at};
use aside::{is_told_outlet, keeps_back};
pub(crate) use leading::{is_out_of, is_plausible, leading};

/// The source in a stretch between a cue and its content, where nothing but the source and what is said about the
/// saying stands: `قال | مدير المركز فرهاد الشامي، على تويتر | : …`.
pub(crate) fn within(scene: &Scene<'_, '_>, region: Range<usize>) -> Option<Range<usize>> {
    let start = begin(scene, region.clone())?;
    let end = end(scene, start..region.end);
    trim(scene, start..told(scene, end, region.end).unwrap_or(end))
}

/// `فلان، وهو خبير …، | أن`, `فلانة (40 عاما)، وهي نازحة: `: what is told of him behind a comma, up to another or to the end of
/// the region, belongs to him. Returns where it ends.
fn told(scene: &Scene<'_, '_>, comma: usize, end: usize) -> Option<usize> {
    if !scene.is_comma(comma) || comma + 2 >= end {
        return None;
    }
    let close = (comma + 1..end.min(comma + TOLD)).find(|&i| scene.is_comma(i)).unwrap_or(end);
    let whole = close + 1 >= end;
    let pronoun = AND_HE.fit(scene.text.folded(comma + 1));
    let called = CALLED.fit(scene.text.folded(comma + 1));
    let named =
        whole && (2..=5).contains(&(close - comma - 1)) && (comma + 1..close).all(|i| is_name(scene, i));
    let relative = whole && scene.is(comma + 1, Particle::Relative);
    // …، لوكالة فرانس برس, …، في مقابلة: what follows is of the saying.
    let goes_on = whole
        || is_phrase_start(scene, close + 1)
        || scene.date_at(close + 1).is_some()
        || is_told_outlet(scene, close + 1);
    let told = (pronoun || called) && goes_on && (close < end || scene.is_colon(end) || called)
        || close < end && (named || relative);
    let plain = close - comma < TOLD
        && !is_audience(scene, comma + 1)
        && !(comma + 1..close).any(|i| keeps_back_at(scene, i));
    (told && plain).then_some(close)
}

/// What is told of a speaker between commas is never longer, in tokens.
const TOLD: usize = 20;

/// A word of a name, whether or not a layer below knows it.
fn is_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    let unknown = scene.hit(at).is_none() && scene.date_at(at).is_none() && scene.quantity_at(at).is_none();
    scene.entity_at(at).is_some() || unknown && scene.text.token(at).is_some_and(|t| t.is_arabic())
}

/// Where a source begins: behind adverbs, dates and phrases of place (في هذا الصدد، في مقابلة).
fn begin(scene: &Scene<'_, '_>, region: Range<usize>) -> Option<usize> {
    let mut at = region.start;
    while at < region.end {
        if let Some(date) = scene.date_at(at) {
            at = date.tokens.end.max(at + 1);
            continue;
        }
        if scene.is(at, Particle::By) {
            at = scene.hit(at).map_or(at + 1, |h| h.end);
            continue;
        }
        if is_phrase_start(scene, at) {
            // The phrase ends where somebody is named: شدد في هذا الصدد | وزير الاقتصاد
            let next = (at + 2..region.end.min(at + 40)).find(|&i| {
                names_somebody(scene, i)
                    && !is_preposition(scene, i - 1)
                    && !is_imperfect(scene, i - 1)
                    && !scene.is(i - 2, Particle::Relative)
                    && !scene.hit(i - 1).is_some_and(is_handed_on)
                    && scene.entity_at(i - 1).is_none()
                    && scene.hit(i - 1).is_none_or(|h| !h.is(Particle::Venue))
                    && (scene.date_at(i - 1).is_some() || i - at > 2)
            });
            return next.filter(|_| !is_audience(scene, at));
        }
        let skip = scene.is_comma(at)
            // قال لي | سائق
            || at == region.start && is_to_somebody(scene, at) && !is_preposition(scene, at)
            || scene
                .hit(at)
                .is_some_and(|h| h.is(Particle::Adverb) || h.is(Particle::Connective) || h.is(Particle::Qad));
        if !skip {
            let token = scene.text.token(at)?;
            let clause = scene.is(at, Particle::Pronoun)
                || scene
                    .hit(at)
                    .is_some_and(|h| h.cues().any(|c| c.part == crate::vocabulary::Part::Preposition))
                || scene.is(at, Particle::Negation)
                || is_meanwhile(scene, at)
                || is_imperfect(scene, at);
            if clause {
                return None;
            }
            let opens = matches!(token.kind(), TokenKind::Word | TokenKind::OpenQuote | TokenKind::Hash);
            return opens.then_some(at);
        }
        at = scene.hit(at).map_or(at + 1, |h| h.end);
    }
    None
}

/// `وأضاف | والدموع في عينيه |`: a definite noun behind و that nobody is, which opens a clause.
fn is_meanwhile(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    folded.starts_with("وال")
        && folded.chars().count() >= 6
        && scene.is_definite(at)
        && scene.entity_at(at).is_none()
        && scene.hit(at).is_none_or(|h| h.speaker().is_none())
}

/// Whether somebody who may speak is named from here on.
pub(crate) fn names_somebody(scene: &Scene<'_, '_>, at: usize) -> bool {
    let bare = |p: Proclitics| !p.has(Proclitics::BA) && !p.has(Proclitics::LAM) && !p.has(Proclitics::WAW);
    scene.hit(at).is_some_and(|h| h.speaker().is_some() && bare(h.proclitics))
}

/// Whether the word has the shape of an imperfect verb that the vocabulary need not know: يعني, يضم.
pub(crate) fn is_imperfect(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.has_imperfect_shape(at)
        && scene.entity_at(at).is_none()
        && scene.date_at(at).is_none()
        && scene.hit(at).is_none_or(|h| h.speaker().is_none())
}

/// ما "what", "that which".
pub(crate) fn is_what(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at) == "ما"
}

/// …، الأمر | الذي نفته: "a thing which", a comment on the whole.
pub(crate) fn is_matter(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at) == "الامر"
}

/// أي "any", by its hamza.
pub(crate) fn is_any(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.surface(at) == "أي"
}

/// وهو "and he", وهي "and she": a clause about whoever was named before.
pub(crate) fn is_and_pronoun(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.is(at, Particle::Pronoun) && scene.text.folded(at).starts_with('و')
}

pub(crate) fn is_preposition(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).and_then(|h| h.particle()).is_some_and(|p| {
        matches!(
            p,
            Particle::Preposition
                | Particle::Ila
                | Particle::Ala
                | Particle::An
                | Particle::Min
                | Particle::Adjunct
        )
    })
}

/// في، خلال، لوكالة, بشأن: the beginning of a phrase that is no noun phrase.
fn is_phrase_start(scene: &Scene<'_, '_>, at: usize) -> bool {
    is_preposition(scene, at) || scene.on(at, List::Manner) || is_audience(scene, at)
}

/// Where a source that begins a range ends.
fn end(scene: &Scene<'_, '_>, range: Range<usize>) -> usize {
    let mut at = range.start;
    while at < range.end {
        if at > range.start && is_audience(scene, at) {
            return at;
        }
        if at > range.start && is_told_outlet(scene, at) {
            return at;
        }
        if let Some(entity) = scene.entity_at(at) {
            at = entity.tokens.end.max(at + 1);
            continue;
        }
        // أم ياسر (40 عاما): what stands between parentheses.
        if at > range.start && scene.text.surface(at) == "(" {
            let close = (at + 1..range.end.min(at + 8)).find(|&i| scene.text.surface(i) == ")");
            if let Some(close) = close {
                at = close + 1;
                continue;
            }
        }
        if scene.date_at(at).is_some() && at > range.start {
            return at;
        }
        if let Some(quotation) = scene.quotation_from(at) {
            at = (quotation.tokens.end + 1).min(range.end);
            continue;
        }
        if scene.is_comma(at) || scene.is_dash(at) {
            if !is_apposition(scene, at + 1, range.end) {
                return at;
            }
            at += 1;
            continue;
        }
        if scene.is_stop(at) {
            return at;
        }
        // نفى الضابط | ما أوردته المنصة
        let what = scene.is(at, Particle::Relative) && is_what(scene, at);
        if at > range.start && (what || ends_before(scene, at)) {
            return at;
        }
        at = scene.hit(at).map_or(at + 1, |h| h.end.max(at + 1));
    }
    range.end
}

/// Whether a range is one source to its end.
pub(crate) fn whole(scene: &Scene<'_, '_>, range: Range<usize>) -> bool {
    end(scene, range.clone()) == range.end
}

/// Whether a source ends before the word: when, where and to whom it was said.
fn ends_before(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(hit) = scene.hit(at) else {
        return is_audience(scene, at) || is_any(scene, at) || RESPONSIBILITY.fit(scene.text.folded(at));
    };
    if is_audience(scene, at) || is_handed_on(hit) || keeps_back(scene, hit, at) {
        return true;
    }
    // طهران | على لسان المتحدث: through whom.
    let through = hit.proclitics.is_none()
        && scene.text.folded(at) != "نقلا"
        && hit.end > at + 1
        && hit.cues().any(|c| c.part == crate::vocabulary::Part::Preposition);
    if through && hit.speaker().is_none() {
        return true;
    }
    // المدرب | قائلا: as what he says it; لفت المبعوث | الانتباه: the verb's object; مصدر | لم تسمه: how he is spoken of.
    let saying = hit.speaker().is_none()
        && hit.cues().any(|c| c.part == crate::vocabulary::Part::Participle && !c.flags.has(CueFlags::WEAK))
        && scene.text.folded(at).starts_with("قا");
    if saying || scene.on(at, List::Light) || scene.text.folded(at) == "لم" {
        return true;
    }
    // أم خالد | وهي تجلس: what she does meanwhile.
    if is_and_pronoun(scene, at) && !scene.is_comma(at - 1) {
        return true;
    }
    // أعلن التنظيم | مسؤوليته: what he claims.
    if RESPONSIBILITY.fit(scene.text.folded(at)) {
        return true;
    }
    // نفى الكرملين | أي صلة له: what he denies.
    if is_any(scene, at) {
        return true;
    }
    // نفى الضابط | ما أوردته الصحيفة: what he denies.
    if is_what(scene, at) && hit.end == at + 1 {
        return true;
    }
    // السفير لدى بغداد: to whom he is sent belongs to his title.
    if scene.text.folded(at) == "لدي" && scene.entity_from(at + 1).is_some() {
        return false;
    }
    match hit.particle() {
        Some(
            Particle::Adjunct
            | Particle::Adverb
            | Particle::Cut
            | Particle::That
            | Particle::Qad
            | Particle::Connective,
        ) => hit.proclitics.is_none() || !hit.is(Particle::Connective),
        Some(Particle::Preposition | Particle::Ala) => {
            scene
                .hit(hit.end)
                .is_some_and(|h| h.is(Particle::Venue) || h.speaker() == Some(SpeakerKind::Document))
                || scene.date_at(hit.end).is_some()
                || scene.text.folded(at) == "في" && is_own(scene, hit.end)
                || scene.is(hit.end, Particle::Demonstrative)
                || is_what(scene, hit.end)
        }
        _ => false,
    }
}

/// After a comma: مدير المركز (a title), وحسابات كثيرة (another source); not وهو معهد, الثلاثاء, في بيان.
fn is_apposition(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    if at >= end || scene.date_at(at).is_some() || is_phrase_start(scene, at) {
        return false;
    }
    if let Some(hit) = scene.hit(at) {
        if let Some(particle) = hit.particle() {
            return matches!(particle, Particle::Demonstrative);
        }
        if hit.cues().any(|c| !matches!(c.part, crate::vocabulary::Part::Noun)) {
            return hit.speaker().is_some();
        }
        if hit.speaker().is_some() {
            return true;
        }
    }
    // فلان، كبير محللي المصرف، والد الضحية: a noun in idafa behind a person's name.
    let title = || {
        let named = at.checked_sub(2).and_then(|p| scene.entity_at(p));
        let noun = scene.hit(at).is_none() && scene.text.token(at).is_some_and(|t| t.is_arabic());
        noun && !is_imperfect(scene, at)
            && named.is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person)
            && (at + 1..end.min(at + 3)).any(|i| scene.is_definite(i) || names_somebody(scene, i))
    };
    scene.entity_at(at).is_some()
        || title()
        || scene.quotation_from(at).is_some()
        || scene.is_definite(at)
        || scene.proclitic(at, Proclitics::WAW).is_some()
        || scene.text.folded(at) == "خاصه"
}

/// Leaves out punctuation and quotation marks that do not belong.
pub(crate) fn trim(scene: &Scene<'_, '_>, mut range: Range<usize>) -> Option<Range<usize>> {
    let loose = |i: usize| {
        scene.text.token(i).is_none_or(|t| matches!(t.kind(), TokenKind::Punctuation))
            && scene.text.surface(i) != ")"
    };
    while range.start < range.end && loose(range.start) {
        range.start += 1;
    }
    while range.start < range.end && loose(range.end - 1) {
        range.end -= 1;
    }
    // سامي الذي | فقد منزله, خبراء في | صحة: what is cut off.
    while range.len() > 1
        && (WHO.fit(scene.text.folded(range.end - 1)) || scene.text.surface(range.end - 1) == "في")
    {
        range.end -= 1;
    }
    // A closing parenthesis without its opening one.
    let count = |mark: &str| range.clone().filter(|&i| scene.text.surface(i) == mark).count();
    if range.start < range.end && scene.text.surface(range.end - 1) == ")" && count("(") < count(")") {
        range.end -= 1;
    }
    (range.start < range.end).then_some(range)
}

/// The comma that opens a clause which another closes right before the verb.
fn inserted(scene: &Scene<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let mut close = verb.checked_sub(1)?;
    while close > floor && scene.is(close, Particle::Qad) {
        close -= 1;
    }
    if close <= floor || !scene.is_comma(close) {
        return None;
    }
    let open = (floor.max(close.saturating_sub(14)) + 1..close).rev().find(|&i| scene.is_comma(i))?;
    let pronoun = || is_and_pronoun(scene, open + 1);
    let relative = || scene.is(open + 1, Particle::Relative) && scene.is_definite(open - 1);
    let told = MADE.fit(scene.text.folded(open + 1)) || pronoun() || relative();
    (told || keeps_back_at(scene, open + 1)).then_some(open..close)
}

/// The source before its verb, in a clause that begins with it: `القاعدة تعلن تشكيل …`, `لكن البر نفى`.
pub(crate) fn before(scene: &Scene<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    // ضابط في الجيش، فضل عدم ذكر اسمه، | أكد; التقرير، الذي صدر أمس، | يؤكد: what is put in between.
    if let Some(told) = inserted(scene, verb, floor) {
        let source = before(scene, told.start, floor)?;
        // المتهمون، وهم من سكان الحي، | قد أنكروا: many are no man with a title.
        let aside = keeps_back_at(scene, told.start + 1) || scene.text.folded(told.start + 1) == "وهم";
        return Some(if aside { source } else { source.start..told.end });
    }
    let mut start = verb;
    let floor = floor.max(verb.saturating_sub(24));
    while start > floor {
        let at = start - 1;
        let opens = scene.hit(at).is_some_and(|h| {
            matches!(h.particle(), Some(Particle::That | Particle::Cut | Particle::Kana))
                && scene.entity_at(at).is_none()
        });
        // لكن الوزير | كان قد صرح: the auxiliary between the subject and its verb.
        let auxiliary = opens
            && scene.is(at, Particle::Kana)
            && scene.hit(at).is_some_and(|h| h.proclitics.is_none())
            && (at + 1..verb).all(|i| scene.is(i, Particle::Qad))
            && at > floor;
        if auxiliary {
            start = at;
            continue;
        }
        // شفق نيوز/ أفاد, الجزائر - أعلنت: a dateline.
        let mark = scene.text.token(at).is_none_or(|t| !t.is_word()) && {
            let dash = (scene.is_dash(at) || scene.text.surface(at) == "/") && scene.entity_at(at).is_none();
            dash || scene.is_stop(at) || scene.is_colon(at)
        };
        if opens || mark {
            break;
        }
        // …، لكن | الوزير نفى: a conjunction behind a comma opens a clause.
        let joins = scene.is(at, Particle::Connective)
            && scene.entity_at(at).is_none()
            && at > floor
            && scene.is_comma(at - 1);
        if joins {
            break;
        }
        // … في البلاد | والحكومة ترفض: a second clause.
        let joined = verb - at <= 3
            && scene.hit(at).is_some_and(|h| h.speaker().is_some() && h.proclitics == Proclitics::WAW)
            && scene.is_definite(at)
            && whole(scene, at..verb);
        if joined {
            start = at;
            break;
        }
        if scene
            .entity_from(at)
            .is_some_and(|e| e.tokens.end == verb && e.span.start > scene.text.span_of(at..at + 1).start)
        {
            start = at;
            break;
        }
        // A two-word opener (إلا أن) is a hit at its first word.
        if at > floor && scene.hit(at - 1).is_some_and(|h| h.end > at && h.is(Particle::Cut)) {
            break;
        }
        if let Some(hit) = scene.hit(at)
            && scene.entity_at(at).is_none()
        {
            let made = MADE.fit(scene.text.folded(at));
            // دبلوماسي | طلب عدم كشف هويته | قال: how he speaks.
            if keeps_back_at(scene, at) && at > floor {
                return before(scene, at, floor);
            }
            if hit.is(Particle::Relative) || hit.is(Particle::Negation) || is_verb(hit) && !made {
                return None;
            }
            if hit.is(Particle::Kana) {
                break;
            }
        }
        start = at;
    }
    // لكن عضو المجلس رأى: the conjunction belongs to the clause, not to its subject.
    while start < verb && scene.is(start, Particle::Connective) && scene.entity_at(start).is_none() {
        start = scene.hit(start).map_or(start + 1, |h| h.end);
    }
    let start = start.min(verb);
    let mut end = verb;
    while end > start
        && (scene.is(end - 1, Particle::Qad) || scene.is(end - 1, Particle::Kana) || scene.is_comma(end - 1))
    {
        end -= 1;
    }
    // A clause that opens with a phrase of place or time has its subject elsewhere.
    // "الطلب أكبر من قدرتنا"، | يقول رامي: what is said stands before a comma.
    if scene.is_comma(verb.saturating_sub(1))
        && scene.quotation_from(start).is_some_and(|q| q.tokens.end + 2 >= verb && q.tokens.len() > 1)
    {
        return None;
    }
    let first = if scene.quotation_from(start).is_some() { start + 1 } else { start };
    if scene.date_at(first).is_some() || is_phrase_start(scene, first) {
        return None;
    }
    if scene.hit(first).is_some_and(|h| {
        let noun = |p| {
            matches!(p, Particle::Demonstrative | Particle::Quantifier)
                || p == Particle::Venue && h.speaker().is_some()
        };
        h.particle().is_some_and(|p| !noun(p)) && scene.entity_at(first).is_none()
    }) {
        return None;
    }
    // ودمشق تتهم: a name alone may begin a clause with و.
    let named = scene.entity_from(first).is_some_and(|e| e.tokens.end == verb)
        && first.checked_sub(1).is_none_or(|p| {
            // … في قصف على الرقة | وموسكو تنفي: the name before belongs to another clause.
            p < floor || scene.entity_at(p).is_none_or(|e| e.tokens.start > floor + 1)
        });
    let conjunction =
        !named && scene.proclitic(first, Proclitics::WAW).is_some() && scene.hit(first).is_none();
    if conjunction || (first > floor && first == verb.saturating_sub(24)) {
        return None;
    }
    let region = trim(scene, first..end)?;
    (self::end(scene, region.clone()) == region.end).then_some(region)
}

pub(crate) fn is_verb(hit: &crate::vocabulary::Hit<'_>) -> bool {
    use crate::vocabulary::EventPart;
    use crate::vocabulary::Part::{Imperfect, Passive, Perfect};
    let reports =
        |h: &crate::vocabulary::Hit<'_>| h.cues().any(|c| matches!(c.part, Perfect | Imperfect | Passive));
    let acts = |h: &crate::vocabulary::Hit<'_>| {
        h.events().any(|e| matches!(e.part, EventPart::Perfect | EventPart::Imperfect))
    };
    hit.speaker().is_none()
        && (reports(hit) || acts(hit))
        && !hit.proclitics.has(Proclitics::BA)
        && !hit.proclitics.has(Proclitics::LAM)
        && !hit.proclitics.has(Proclitics::ARTICLE)
}

/// The source behind a preposition, whose first word may bear ل: `وفقاً | لزعماء القبائل`.
pub(crate) fn within_prepositional(scene: &Scene<'_, '_>, region: Range<usize>) -> Option<Range<usize>> {
    let mut start = region.start;
    while start < region.end && scene.is_comma(start) || scene.text.folded(start) == "ل" {
        start += 1;
    }
    if start >= region.end {
        return None;
    }
    let end = end(scene, start..region.end);
    trim(scene, start..end)
}
