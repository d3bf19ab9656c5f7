//! A source with nothing between it and what is said.

use core::ops::Range;

use isnad_text::{Proclitics, TokenKind};

use super::{begin, ends_before, is_apposition, is_name, is_own, is_verb, names_somebody, told, trim};
use crate::generated::vocabulary::{ITSELF, KUNYA};
use crate::scene::Scene;
use crate::shape;
use crate::vocabulary::{Grammatical, List, Particle, PersonClass, SpeakerKind};

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
    let mut at = titled(scene, start).filter(|_| !names_somebody(scene, start)).unwrap_or(start);
    let mut closed = at > start; // a definite word or a name has closed the chain of nouns
    while at < region.end {
        if let Some(entity) = scene.entity_at(at) {
            let titled = at > start
                && closed
                && scene.entity_at(at - 1).is_some_and(|e| e.entity_type == entity.entity_type);
            // شركة البث السويدية | سبوتيفاي، : the name of the body before it.
            let behind = entity.tokens.end;
            let named = at > start
                && entity.entity_type == isnad_entities::EntityType::Organisation
                && scene
                    .entity_at(at - 1)
                    .is_some_and(|e| e.entity_type == entity.entity_type && e.tokens.end == at)
                && !scene.is_definite(at)
                && scene.proclitic(at, Proclitics::LAM).is_none()
                && (scene.is_comma(behind) || behind >= region.end);
            let person_after =
                named || at > start && closed && entity.entity_type == isnad_entities::EntityType::Person;
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
            let nominative = at == start + 1 && ends_nominative(scene, start);
            let names = !closed && !nominative || scene.entity_at(at + 1).is_some();
            if quotation.tokens.len() > 5 || (!names && (nominative || quotation.tokens.len() > 1)) {
                break;
            }
            at = quotation.tokens.end + 1;
            closed = true;
            continue;
        }
        let number = at > start && scene.quantity_at(at).is_some() && !scene.on(at, List::OfTitle);
        if number || scene.date_at(at).is_some() || scene.is_stop(at) || scene.is_colon(at) {
            break;
        }
        if scene.is_comma(at) {
            // دعا فلان، وهو فقيه …، | إلى
            if closed && let Some(end) = told(scene, at, region.end) {
                at = if end + 1 >= region.end { region.end } else { end };
                break;
            }
            // طالب الشيخ نواف المضحي، | الحكومة ب: a body is no apposition of a man.
            let man = |i: usize| {
                scene.entity_at(i).is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person)
            };
            let body = scene.hit(at + 1).is_some_and(|h| h.speaker() == Some(SpeakerKind::Collective))
                && (scene.hit(start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
                    || (start..at).any(man));
            if closed && !body && is_apposition(scene, at + 1, region.end) && names_somebody(scene, at + 1) {
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
        // جماعة تطلق على نفسها اسم «…»: how it calls itself.
        let itself = at > start
            && scene.is(at + 1, Particle::Ala)
            && ITSELF.fit(scene.text.folded(at + 2))
            && !scene.is_definite(at);
        if itself && let Some(name) = (at + 3..at + 5).find_map(|i| scene.quotation_from(i)) {
            at = name.tokens.end + 1;
            closed = true;
            continue;
        }
        // سبعة خبراء | من أصل عشرة
        let out_of = is_out_of(scene, at);
        if at > start && (out_of || ends_before(scene, at)) {
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
            Some(Particle::Ala | Particle::An | Particle::Min) if closed => break,
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
            // أسرته | رجال الشرطة: a noun with its pronoun is whole.
            let owned = scene.hit(at).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
                && is_own(scene, last - 1);
            closed = scene.is_definite(last - 1) || owned;
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
        let rank =
            hit.filter(|h| closed && scene.is_definite(at) && h.speaker() == Some(SpeakerKind::Person));
        let person = |i: usize| {
            scene.entity_from(i).is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person)
        };
        // الفريق الركن أحمد سليم
        let ranked = rank.and_then(|h| {
            (h.end..h.end + 2).take_while(|&i| i == h.end || scene.is_definite(i - 1)).find(|&i| person(i))
        });
        if let Some(name) = ranked {
            at = name;
            continue;
        }
        // الجهاز المركزي | للإحصاء | تراجع التضخم: for what a body is, before a verbal noun.
        let for_it = scene.text.folded(at).starts_with("لل");
        let purpose = closed
            && for_it
            && scene.hit(at).is_none_or(|h| h.particle().is_none() && h.speaker().is_none())
            && shape::is_masdar(scene, at + 1);
        // المدير العام | للصندوق: of what he is, right behind a title.
        let of = at > start
            && for_it
            && scene.is_definite(at - 1)
            && scene.entity_at(at - 1).is_none()
            && scene.hit(start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
            && scene.hit(at).is_none_or(|h| h.particle().is_none() && h.person().is_none());
        if purpose || of {
            at += 1;
            continue;
        }
        if scene.is_definite(at) {
            // الناقد | الرواية: a man bears no feminine adjective.
            let unlike = at == start + 1
                && scene.hit(start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
                && scene.text.folded(at).ends_with("يه")
                && !scene.text.folded(start).ends_with('ه');
            let adjective = shape::is_nisba(scene.text.folded(at)) && !unlike
                || scene.on(at, List::OfTitle) && at == start + 1 && !unlike
                || scene.entity_at(at - 1).is_none() && shape::is_attribute(scene, start, at);
            // عزا مصدر أمني | الاشتباكات إلى: an indefinite noun and its adjective are whole.
            // مشجعون | الإدارة: this plural takes no genitive.
            let plural = ends_nominative(scene, start)
                && !scene.is_definite(start)
                && (at == start + 1 || shape::is_nisba(scene.text.folded(at - 1)));
            let whole = plural
                || !closed
                    && at > start + 1
                    && shape::is_nisba(scene.text.folded(at - 1))
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
        let masdar = |i: usize| shape::is_masdar(scene, i) && !scene.is_definite(i);
        // علاقته, بالأزمة: no names.
        // قرارات الحكم: a plural in idafa.
        let decisions = |i: usize| scene.text.folded(i).ends_with("ات") && scene.is_definite(i + 1);
        let name = |i: usize| {
            scene.entity_at(i).is_some()
                || is_name(scene, i)
                    && !masdar(i)
                    && !scene.is_definite(i)
                    && !decisions(i)
                    && (i > at || isnad_text::pronoun_len(scene.text.surface(i)) == 0)
        };
        let run = (at..region.end.min(at + 5)).take_while(|&i| name(i)).count();
        // … مديرة المركز سلمى جبر | تمديد العمل: before what is done.
        let deed = masdar(at + run) && !(at..at + run).any(|i| scene.text.surface(i).ends_with('ة'));
        let titled = closed
            && scene.entity_at(at - 1).is_none_or(|e| e.entity_type != isnad_entities::EntityType::Person)
            && scene.hit(start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
            && (2..=4).contains(&run)
            && (scene.is_comma(at + run)
                || deed
                || scene.date_at(at + run).is_some()
                || at + run >= region.end
                    && (scene.is(region.end, Particle::That) || scene.is_colon(region.end)));
        if titled {
            at += run;
            break;
        }
        // An indefinite word: another link of the chain, an adjective of an indefinite head, or what is said.
        // مسلحون مجهولون | قرية: where they struck, no link.
        let object = scene.on(at, List::PlaceNoun) && at > start && ends_nominative(scene, at - 1);
        // انتحاريان نفسيهما: themselves.
        if object || at > start && ITSELF.fit(scene.text.folded(at)) && !scene.is_definite(at) {
            break;
        }
        let link = at == start
            || !closed && scene.on(at, List::PlaceNoun)
            || (!closed && !shape::is_masdar(scene, at) && !shape::ends_accusative(scene.text.surface(at)))
            || (!closed
                && at == start + 1
                && shape::is_singular_head(scene, start)
                && !shape::is_nisba(scene.text.folded(at)));
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

/// سبعة | من أصل عشرة: "out of".
pub(crate) fn is_out_of(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at) == "من" && scene.text.folded(at + 1) == "اصل"
}

/// Whether a noun phrase that begins here may speak, where no word after it says so.
pub(crate) fn is_plausible(scene: &Scene<'_, '_>, at: usize) -> bool {
    if is_nominative(scene, at) {
        return true;
    }
    // أم ياسين, أبو علي: named after a child.
    let kunya = KUNYA.fit(scene.text.folded(at)) && scene.quantity_at(at).is_none();
    if kunya && is_name(scene, at + 1) && !scene.is_definite(at + 1) {
        return true;
    }
    // سبعة محللين: so many who speak.
    let noun = || (at + 1..at + 5).find(|&i| scene.quantity_at(i).is_none());
    if scene.quantity_at(at).is_some() && noun().is_some_and(|i| names_somebody(scene, i)) {
        return true;
    }
    let at =
        if scene.is(at, Particle::Demonstrative) || scene.quotation_from(at).is_some() { at + 1 } else { at };
    // بعض الخبراء, العديد من المصادر: whoever they are of.
    let at =
        scene.hit(at).filter(|h| h.is(Particle::Quantifier) && h.speaker().is_none()).map_or(at, |h| h.end);
    let speaks = |e: &isnad_entities::Entity| e.entity_type != isnad_entities::EntityType::Event;
    let armed = titled(scene, at).is_some()
        || scene.hit(at).and_then(|h| h.person()).is_some_and(|p| {
            matches!(p.class, PersonClass::Militant | PersonClass::Security)
                && p.number != Grammatical::Singular
        });
    armed
        || names_somebody(scene, at)
        || scene.entity_at(at).is_some_and(speaks)
        || scene.quotation_from(at.saturating_sub(1)).is_some_and(|q| q.tokens.len() <= 5)
}

/// ون, of a sound plural in the nominative.
fn ends_nominative(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at).ends_with("ون")
}

/// مشجعون, المحتجون: a sound plural in the nominative, which is a subject.
fn is_nominative(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    let bare = folded.strip_prefix("ال").unwrap_or(folded);
    (bare.starts_with('م') || bare.chars().nth(1) == Some('ا'))
        && ends_nominative(scene, at)
        && bare.chars().count() >= 6
        && scene.entity_at(at).is_none()
        && scene.quantity_at(at).is_none()
        && scene.date_at(at).is_none()
}

/// `الأميركية الأولى ميشيل أوباما`, `نجم ليفربول محمد صلاح`: a title that no list holds, right before a name; returns the name's end.
fn titled(scene: &Scene<'_, '_>, at: usize) -> Option<usize> {
    let person = |i: usize| {
        scene
            .entity_from(i)
            .filter(|e| e.entity_type == isnad_entities::EntityType::Person)
            .map(|e| e.tokens.end)
    };
    if scene.entity_at(at).is_some() || scene.date_at(at).is_some() || !scene.text.token(at)?.is_word() {
        return None;
    }
    if scene.is_definite(at) {
        // الجنوب إفريقي بيتسو
        let goes_on =
            |i: &usize| scene.is_definite(i - 1) || *i == at + 2 && shape::is_nisba(scene.text.folded(i - 1));
        return (at + 1..at + 4).take_while(goes_on).find_map(person);
    }
    let plain = scene.hit(at).is_none_or(|h| h.particle().is_none() && h.cues().next().is_none());
    scene.entity_from(at + 1).filter(|_| plain).and_then(|e| person(e.tokens.end))
}
