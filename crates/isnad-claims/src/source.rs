//! The noun phrase of a source: where it begins and where it ends.

use core::ops::Range;

use isnad_text::{Proclitics, TokenKind};

use crate::scene::Scene;
use crate::shape::{ends_accusative, is_attribute, is_masdar, is_nisba, is_singular_head};
use crate::vocabulary::{CueFlags, Grammatical, Particle, PersonClass, SpeakerKind};

/// The source in a stretch between a cue and its content, where nothing but the source and what is said about the
/// saying stands: `قال | مدير المركز فرهاد الشامي، على تويتر | : …`.
pub(crate) fn within(scene: &Scene<'_, '_>, region: Range<usize>) -> Option<Range<usize>> {
    let start = begin(scene, region.clone())?;
    let end = end(scene, start..region.end);
    // فلان، وهو خبير …، | أن: what is told of him between two commas belongs to him.
    let told = scene.is_comma(end)
        && end + 2 < region.end
        && scene.is_comma(region.end - 1)
        && (scene.is(end + 1, Particle::Relative)
            || matches!(scene.text.folded(end + 1), "وهو" | "وهي" | "وهم")
            || (2..=5).contains(&(region.end - 2 - end))
                && (end + 1..region.end - 1).all(|i| is_name(scene, i)))
        && !(end + 1..region.end - 1).any(|i| scene.is_comma(i) || keeps_back_at(scene, i));
    trim(scene, start..if told { region.end } else { end })
}

/// A word of a name, whether or not a layer below knows it.
fn is_name(scene: &Scene<'_, '_>, at: usize) -> bool {
    let unknown = scene.hit(at).is_none() && scene.date_at(at).is_none() && scene.quantity_at(at).is_none();
    scene.entity_at(at).is_some() || unknown && scene.text.token(at).is_some_and(|t| t.is_arabic())
}

fn keeps_back_at(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).is_some_and(|h| keeps_back(scene, h, at))
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
                    && scene.entity_at(i - 1).is_none()
                    && scene.hit(i - 1).is_none_or(|h| !h.is(Particle::Venue))
                    && (scene.date_at(i - 1).is_some() || i - at > 2)
            });
            return next.filter(|_| !is_audience(scene, at));
        }
        let skip = scene.is_comma(at)
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
    is_preposition(scene, at) || is_audience(scene, at)
}

/// لوكالة رويترز, للصحفيين, لـ(…): to whom it is said.
pub(crate) fn is_audience(scene: &Scene<'_, '_>, at: usize) -> bool {
    if scene.text.folded(at) == "ل" {
        // لـ"…": to an outlet, unless a name or title goes on: مدير المركز الإعلامي لـ"قسد".
        return at.checked_sub(1).is_none_or(|p| {
            scene.entity_at(p).is_some()
                || scene.hit(p).is_some_and(|h| h.cues().next().is_some() || h.is(Particle::Adverb))
        });
    }
    let addressed = |h: &crate::vocabulary::Hit<'_>| {
        h.proclitics.has(Proclitics::LAM)
            && (h.is(Particle::Audience) || h.speaker() == Some(SpeakerKind::Outlet))
    };
    scene.hit(at).is_some_and(addressed)
        || (scene.proclitic(at, Proclitics::LAM).is_some()
            && scene.entity_from(at).is_some_and(|e| {
                e.id.as_deref().is_some_and(|id| id.contains("agency") || id.contains("channel"))
            }))
}

/// Where a source that begins a range ends.
fn end(scene: &Scene<'_, '_>, range: Range<usize>) -> usize {
    let mut at = range.start;
    while at < range.end {
        if at > range.start && is_audience(scene, at) {
            return at;
        }
        if let Some(entity) = scene.entity_at(at) {
            at = entity.tokens.end.max(at + 1);
            continue;
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
        let what = scene.is(at, Particle::Relative) && scene.text.folded(at) == "ما";
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
    let Some(hit) = scene.hit(at) else { return is_audience(scene, at) };
    if is_audience(scene, at) || is_handed_on(hit) || keeps_back(scene, hit, at) {
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
                || scene.is(hit.end, Particle::Demonstrative)
                || scene.text.surface(hit.end) == "ما"
        }
        _ => false,
    }
}

/// بيان نقلته وكالة: who handed the document on.
pub(crate) fn is_handed_on(hit: &crate::vocabulary::Hit<'_>) -> bool {
    hit.speaker().is_none()
        && hit.cues().any(|c| c.flags.has(CueFlags::RELAY) && c.flags.has(CueFlags::PRONOUN))
}

/// مسؤول طلب عدم نشر اسمه, الذي رفض الكشف عن هويته: how he spoke, not who he is.
fn keeps_back(scene: &Scene<'_, '_>, hit: &crate::vocabulary::Hit<'_>, at: usize) -> bool {
    let verb = if hit.is(Particle::Relative) { hit.end } else { at };
    let asks = ["طلب", "رفض", "فضل", "اشترط"].iter().any(|v| scene.text.folded(verb).starts_with(v));
    asks && ["عدم", "الكشف", "ذكر", "نشر", "كشف", "الافصاح", "حجب"].contains(&scene.text.folded(verb + 1))
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
    scene.entity_at(at).is_some()
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
    // A closing parenthesis without its opening one.
    let count = |mark: &str| range.clone().filter(|&i| scene.text.surface(i) == mark).count();
    if range.start < range.end && scene.text.surface(range.end - 1) == ")" && count("(") < count(")") {
        range.end -= 1;
    }
    (range.start < range.end).then_some(range)
}

/// The source before its verb, in a clause that begins with it: `القاعدة تعلن تشكيل …`, `لكن البر نفى`.
pub(crate) fn before(scene: &Scene<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let floor = floor.max(verb.saturating_sub(24));
    // ضابط في الجهاز، فضل عدم ذكر اسمه، | أكد: what is put in between is passed over.
    let inserted = inserted(scene, verb, floor);
    let mut start = inserted.as_ref().map_or(verb, |i| i.start);
    while start > floor {
        let at = start - 1;
        let opens = scene.hit(at).is_some_and(|h| {
            matches!(h.particle(), Some(Particle::That | Particle::Cut | Particle::Kana))
                && scene.entity_at(at).is_none()
        });
        // شفق نيوز/ أفاد: a dateline.
        let dateline = scene.text.surface(at) == "/"
            || scene.is_dash(at) && scene.text.token(at).is_some_and(|t| t.has_gap_before());
        if opens || scene.is_stop(at) || scene.is_colon(at) || dateline {
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
            let made = scene.text.folded(at).contains("صادر");
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
    while end > start && (scene.is(end - 1, Particle::Qad) || scene.is_comma(end - 1)) {
        end -= 1;
    }
    // A clause that opens with a phrase of place or time has its subject elsewhere.
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
        && first.checked_sub(1).is_none_or(|p| p < floor || scene.entity_at(p).is_none());
    let conjunction =
        !named && scene.proclitic(first, Proclitics::WAW).is_some() && scene.hit(first).is_none();
    if conjunction || (first > floor && first == verb.saturating_sub(24)) {
        return None;
    }
    if let Some(inserted) = inserted {
        let region = trim(scene, first..inserted.start)?;
        let told = scene.text.folded(inserted.start + 1).contains("صادر");
        let whole = self::end(scene, region.clone()) == region.end;
        return whole.then(|| if told { region.start..inserted.end - 1 } else { region });
    }
    let region = trim(scene, first..end)?;
    (self::end(scene, region.clone()) == region.end).then_some(region)
}

/// What stands between two commas before a verb, and only tells how its subject spoke or whence it is.
fn inserted(scene: &Scene<'_, '_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let close = verb.checked_sub(1).filter(|&c| scene.is_comma(c))?;
    let open = (floor.max(close.saturating_sub(14))..close).rev().find(|&i| scene.is_comma(i))?;
    let tells = keeps_back_at(scene, open + 1) || scene.text.folded(open + 1).contains("صادر");
    tells.then_some(open..verb)
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

/// The source at the beginning of a stretch that also holds what is said or to whom, without a word between them:
/// `نفت | مصادر أوروبية | وجود جدول`, `دعا | سيدا | الدول العربية`. Returns it and where the rest begins.
pub(crate) fn leading(scene: &Scene<'_, '_>, region: Range<usize>) -> (Option<Range<usize>>, usize) {
    let Some(start) = begin(scene, region.clone()) else { return (None, region.start) };
    // المواطنين: an oblique plural is no subject.
    let long = scene.text.folded(start).chars().count() > 7; // not الأمين
    let oblique = long
        && scene.text.folded(start).ends_with("ين")
        && scene.is_definite(start)
        && scene.entity_at(start).is_none();
    if !is_plausible(scene, start) || oblique {
        return (None, region.start);
    }
    let mut at = start;
    let mut closed = false; // a definite word or a name has closed the chain of nouns
    while at < region.end {
        if let Some(entity) = scene.entity_at(at) {
            let titled = at > start
                && closed
                && scene.entity_at(at - 1).is_some_and(|e| e.entity_type == entity.entity_type);
            let person_after =
                at > start && closed && entity.entity_type == isnad_entities::EntityType::Person;
            if at > start
                && closed
                && !person_after
                && (titled || scene.proclitic(at, Proclitics::LAM).is_none())
            {
                break;
            }
            at = entity.tokens.end.max(at + 1);
            closed = true;
            continue;
        }
        if let Some(quotation) = scene.quotation_from(at) {
            // صحيفة "…", الجماعة "…" name; behind a complete name stands what is said: نفت الوزارة «وجود أي تقصير».
            let names = !closed || scene.entity_at(at + 1).is_some();
            if quotation.tokens.len() > 5 || (!names && quotation.tokens.len() > 1) {
                break;
            }
            at = quotation.tokens.end + 1;
            closed = true;
            continue;
        }
        let number = at > start && scene.quantity_at(at).is_some();
        if number || scene.date_at(at).is_some() || scene.is_stop(at) || scene.is_colon(at) {
            break;
        }
        if scene.is_comma(at) {
            if closed && is_apposition(scene, at + 1, region.end) && names_somebody(scene, at + 1) {
                at += 1;
                closed = false;
                continue;
            }
            break;
        }
        let hit = scene.hit(at);
        if at > start && hit.is_some_and(|h| is_verb(h) && h.speaker().is_none() && h.particle().is_none()) {
            break;
        }
        let particle = hit.and_then(|h| h.particle());
        if at > start && ends_before(scene, at) {
            break;
        }
        match particle {
            Some(Particle::Demonstrative | Particle::Quantifier) if !closed => {
                at = hit.map_or(at + 1, |h| h.end);
                continue;
            }
            Some(Particle::Led) => {
                at += 1;
                closed = false;
                continue;
            }
            Some(Particle::Preposition | Particle::Ala | Particle::An | Particle::Min) if at > start => {
                // مصدر في الأزهر: the phrase belongs to an indefinite role, and ends with its noun.
                at += 1;
                closed = false;
                continue;
            }
            Some(Particle::Relative) => break,
            Some(p) if p != Particle::Venue => break,
            _ => {}
        }
        let speaker = hit.is_some_and(|h| {
            h.speaker().is_some()
                && (h.proclitics.is_none() || h.proclitics == Proclitics::ARTICLE || at == start)
        });
        if speaker && !closed {
            let last = hit.map_or(at + 1, |h| h.end);
            closed = scene.is_definite(last - 1);
            at = last;
            continue;
        }
        let Some(token) = scene.text.token(at) else { break };
        if !token.is_word() && token.kind() != TokenKind::Hash {
            if scene.text.surface(at) == "(" {
                while at < region.end && scene.text.surface(at) != ")" {
                    at += 1;
                }
                at += 1;
                continue;
            }
            break;
        }
        if scene.proclitic(at, Proclitics::WAW).is_some() && scene.is_definite(at) && closed {
            at += 1;
            continue;
        }
        // قائد الشرطة | العميد أحمد طاهري: a rank before the name.
        let ranked = closed
            && scene.is_definite(at)
            && hit.is_some_and(|h| h.speaker() == Some(SpeakerKind::Person) && h.end == at + 1)
            && scene.entity_from(at + 1).is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person);
        if ranked {
            at += 1;
            continue;
        }
        if scene.is_definite(at) {
            let adjective = is_nisba(scene.text.folded(at)) || is_attribute(scene, start, at);
            // عزا مصدر أمني | الاشتباكات إلى: an indefinite noun and its adjective are whole.
            let whole = !closed
                && at > start + 1
                && is_nisba(scene.text.folded(at - 1))
                && scene.hit(at - 1).is_none_or(|h| h.speaker().is_none())
                && scene.hit(start).is_some_and(|h| h.speaker().is_some());
            if whole || closed && !adjective {
                break;
            }
            closed = true;
            at += 1;
            continue;
        }
        // شيخ العشيرة في المنطقة | نواف المضحي، …: the name behind a title, up to a comma.
        let run = (at..region.end.min(at + 5)).take_while(|&i| is_name(scene, i)).count();
        let titled = closed
            && scene.hit(start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
            && (2..=4).contains(&run)
            && scene.is_comma(at + run);
        if titled {
            at += run;
            break;
        }
        // An indefinite word: another link of the chain, an adjective of an indefinite head, or what is said.
        // مسلحون مجهولون | قرية: where they struck, no link.
        let object = scene.on(at, crate::vocabulary::List::PlaceNoun)
            && at > start
            && scene.text.folded(at - 1).ends_with("ون");
        // انتحاريان نفسيهما: themselves.
        if object || at > start && scene.text.folded(at).starts_with("نفس") && !scene.is_definite(at) {
            break;
        }
        let link = at == start
            || (!closed && !is_masdar(scene, at) && !ends_accusative(scene.text.surface(at)))
            || (!closed
                && at == start + 1
                && is_singular_head(scene, start)
                && !is_nisba(scene.text.folded(at)));
        if !link {
            break;
        }
        at += 1;
    }
    let end = at.max(start);
    match trim(scene, start..end.min(region.end)) {
        Some(source) => (Some(source), end),
        None => (None, region.start),
    }
}

/// Whether a noun phrase that begins here may speak, where no word after it says so.
pub(crate) fn is_plausible(scene: &Scene<'_, '_>, at: usize) -> bool {
    let at =
        if scene.is(at, Particle::Demonstrative) || scene.quotation_from(at).is_some() { at + 1 } else { at };
    // بعض الخبراء, العديد من المصادر: whoever they are of.
    let at =
        scene.hit(at).filter(|h| h.is(Particle::Quantifier) && h.speaker().is_none()).map_or(at, |h| h.end);
    let speaks = |e: &isnad_entities::Entity| e.entity_type != isnad_entities::EntityType::Event;
    let armed = scene.hit(at).and_then(|h| h.person()).is_some_and(|p| {
        matches!(p.class, PersonClass::Militant | PersonClass::Security) && p.number != Grammatical::Singular
    });
    armed
        || names_somebody(scene, at)
        || scene.entity_at(at).is_some_and(speaks)
        || scene.quotation_from(at.saturating_sub(1)).is_some_and(|q| q.tokens.len() <= 5)
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
