//! What may be a count: a number with the noun behind it, or a noun that counts by itself.

use core::ops::Range;

use isnad_entities::EntityType;
use isnad_numerals::{Number, QuantityKind};
use isnad_text::{Proclitics, Span};

use crate::generated::vocabulary::{ENDS_ONE, KNOWN_AS, ONE, ONE_OR_TWO};
use crate::governor::trigger_at;
use crate::scene::Scene;
use crate::shape::{self, Nisba};
use crate::vocabulary::{EventFlags, EventPart, Grammatical, List, Particle, SpeakerKind};

/// Something that may be a count: a number with the noun behind it, or a noun alone.
pub(crate) struct Candidate {
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    pub(crate) low: Option<Number>,
    pub(crate) high: Option<Number>,
    pub(crate) approx: bool,
    /// First token of the noun.
    pub(crate) noun: Option<usize>,
    /// One past what is counted.
    pub(crate) end: usize,
    /// A noun without a number, which counts only where an event governs it.
    pub(crate) bare: bool,
}

/// The candidate that begins at a token.
pub(crate) fn candidate(scene: &Scene<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<Candidate> {
    if scene.date_at(at).is_some() {
        return None;
    }
    if let Some(next) = next_one(scene, at) {
        return Some(next);
    }
    if let Some(index) = scene.quantity_at(at) {
        let quantity = scene.quantities.get(index)?;
        if quantity.tokens.start != at {
            return None;
        }
        // أب لثلاثة أطفال, أحد اثنين: a family, one of those meant.
        let told = |list: List| {
            at.checked_sub(1).is_some_and(|p| {
                scene.on(p, list) || p > 0 && scene.text.folded(p) == "ل" && scene.on(p - 1, list)
            })
        };
        if told(List::Parent) || told(List::OneOf) {
            return None;
        }
        let counts =
            matches!(quantity.kind, QuantityKind::Cardinal | QuantityKind::Range | QuantityKind::Vague)
                && quantity.unit.is_none();
        if !counts {
            return None;
        }
        // اثنين من العمال: a number like others; قاربين counts things.
        if quantity.dual && person(scene, at).is_none() && !scene.text.folded(at).contains("اثن") {
            return None;
        }
        let dual = quantity.dual && person(scene, at).is_some();
        let (noun, end) = if dual {
            (Some(at), quantity.tokens.end)
        } else {
            // شيع الآلاف جثامين: behind the article another noun is no more counted.
            let apart = |noun: usize| {
                noun == quantity.tokens.end && scene.is_definite(at) && !scene.is_definite(noun)
            };
            counted(scene, quantity.tokens.end, sentence.end)
                .filter(|&(noun, _)| quantity.kind != QuantityKind::Vague || !apart(noun))
                .map_or((None, quantity.tokens.end), |(noun, end)| (Some(noun), end))
        };
        // شرطي واحد, المتهمون الخمسون: the noun stands before.
        let noun = noun.or_else(|| {
            let before = at.checked_sub(1).filter(|&b| b >= sentence.start)?;
            // مدنيين اثنين
            let adjective = ONE_OR_TWO.fit(scene.text.folded(at)) && !scene.is_definite(before);
            ((adjective || scene.is_definite(at)) && person(scene, before).is_some()).then_some(before)
        });
        // عائلة واحدة: an adjective of what is no person.
        let one = ONE.fit(scene.text.folded(at));
        let of_thing = |b: usize| {
            b >= sentence.start
                && trigger_at(scene, b).is_none()
                && scene.text.token(b).is_some_and(|t| t.is_arabic())
        };
        if one && noun.is_none() && at.checked_sub(1).is_some_and(of_thing) && scene.text.folded(end) != "من"
        {
            return None;
        }
        return Some(Candidate {
            tokens: quantity.tokens.clone(),
            span: if is_joined_one(scene, at) {
                Span { start: quantity.span.start + 'و'.len_utf8(), ..quantity.span }
            } else {
                quantity.span
            },
            low: quantity.low,
            high: quantity.high,
            approx: quantity.approx,
            noun,
            end,
            bare: dual,
        });
    }
    if let Some(other) = other(scene, at).or_else(|| one_of_them(scene, at)) {
        return Some(other);
    }
    let number = person(scene, at)?;
    let hit = scene.hit(at)?;
    if is_adverb(scene, at) || is_nationality(scene, at) {
        return None;
    }
    // قتلى وجرحى: some, nobody says how many.
    if hit.events().any(|e| e.joint) {
        return None;
    }
    // ، مضيفا أن: who adds, no host.
    if hit.cues().next().is_some()
        && at.checked_sub(1).is_some_and(|p| scene.is_comma(p))
        && hit.proclitics.is_none()
    {
        return None;
    }
    // طبيبة وأحد المتطوعين: the next of a list.
    let followed_by_one = scene.quantity_at(hit.end).is_some()
        && scene.proclitic(hit.end, Proclitics::WAW).is_none()
        && !is_joined_one(scene, hit.end);
    let attached = [Proclitics::BA, Proclitics::LAM, Proclitics::KAF].iter().any(|&p| hit.proclitics.has(p));
    // والدتهما: known as it stands, with no article in it.
    let whole = hit.proclitics.is_none() && scene.text.folded(at).starts_with("وال");
    let definite = scene.is_definite(at) && !whole;
    let amount = match number {
        Grammatical::Singular if !definite => 1,
        Grammatical::Dual if !definite => 2,
        Grammatical::Plural if !definite && is_told_dual(scene, at, hit.end) => 2,
        _ => return None,
    };
    // ضابط برتبة | نقيب: his rank, not another.
    let rank = at.checked_sub(1).is_some_and(|p| scene.text.folded(p) == "برتبه");
    if followed_by_one || (attached && amount == 1) || rank || scene.entity_at(at).is_some() {
        return None;
    }
    Some(Candidate {
        tokens: at..hit.end,
        span: hit.span,
        low: Some(Number::from(amount)),
        high: Some(Number::from(amount)),
        approx: false,
        noun: Some(at),
        end: hit.end,
        bare: true,
    })
}

/// مدنيَين, مدنيين أصيبا: a dual that is written like a plural, told by its vowel or its verb.
fn is_told_dual(scene: &Scene<'_, '_>, at: usize, end: usize) -> bool {
    scene.text.surface(at).contains("\u{64E}ين")
        || scene.text.folded(end - 1).ends_with("ين")
            && trigger_at(scene, end).is_some_and(|t| t.word.flags.has(EventFlags::DUAL))
}

/// المعروفة | إعلاميا: how, behind a participle or adjective with the article.
fn is_adverb(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.text.folded(at);
    let known = |p: usize| KNOWN_AS.fit(scene.text.folded(p));
    word.ends_with("يا") && at.checked_sub(1).is_some_and(known)
}

/// مسؤول | عراقي: an adjective of the one who stands before it.
fn is_nationality(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.text.folded(at);
    let speaks = |p: usize| {
        !scene.is_definite(p)
            && scene.hit(p).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person) && h.end >= at)
    };
    let relational = word.ends_with('ي') || word.ends_with("يه");
    relational
        && scene.hit(at).is_some_and(|h| h.proclitics.is_none())
        && at.checked_sub(1).is_some_and(speaks)
}

/// A noun, or words for one, that counts by itself.
fn alone(scene: &Scene<'_, '_>, tokens: Range<usize>, noun: Option<usize>) -> Candidate {
    let span = scene.text.span_of(tokens.clone());
    let start = scene.bare_start(tokens.start, Proclitics::WAW).min(span.end);
    Candidate {
        end: tokens.end,
        tokens,
        span: Span::new(start, span.end),
        low: Some(Number::from(1)),
        high: Some(Number::from(1)),
        approx: false,
        noun,
        bare: true,
    }
}

/// إصابة سادس, مقتل اثنين في الدوحة | وثالث في …: one more, who is numbered.
fn next_one(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    if !scene.on(at, List::Next) {
        return None;
    }
    let joined = scene.text.folded(at).starts_with('و');
    let governed = at.checked_sub(1).is_some_and(|p| trigger_at(scene, p).is_some_and(|t| t.end == at));
    let next = at + 1;
    let ends = || {
        scene.is_break(next)
            || scene.proclitic(next, Proclitics::BA).is_some()
            || scene.hit(next).is_some_and(|h| h.particle().is_some())
            || ENDS_ONE.fit(scene.text.folded(next))
    };
    let placed = || scene.on(next, List::AtPlace) && scene.text.folded(next) != "من";
    let one = joined && placed() || governed && (placed() || ends());
    one.then(|| alone(scene, at..next, None))
}

/// أربعة مسلحين، | أحدهم قيادي: one of them, and who he is.
fn one_of_them(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    if !scene.on(at, List::OneOf) || !scene.is(at, Particle::Partitive) {
        return None;
    }
    let who = scene.hit(at + 1).filter(|h| h.proclitics.is_none() && !scene.is_definite(at + 1))?;
    (person(scene, at + 1) == Some(Grammatical::Singular)).then(|| alone(scene, at..who.end, Some(at + 1)))
}

/// وأحد المتطوعين: "and one of", which reads like واحد "one".
pub(crate) fn is_joined_one(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.surface(at) == "وأحد"
}

/// One of several (أحد المتهمين), or one besides those before (إصابة آخر).
pub(crate) fn other(scene: &Scene<'_, '_>, at: usize) -> Option<Candidate> {
    if !scene.on(at, List::Other) && !scene.on(at, List::OneOf) {
        return None;
    }
    let (noun, amount) = match scene.text.folded(at) {
        _ if scene.on(at, List::OneOf) && person(scene, at + 1) == Some(Grammatical::Plural) => (at + 1, 1),
        "اخر" | "اخري" => (at, 1),
        "اخران" => (at, 2),
        _ => return None,
    };
    // A noun before آخر is what is counted: شخص آخر.
    if noun == at && at.checked_sub(1).is_none_or(|p| trigger_at(scene, p).is_none_or(|t| t.end != at)) {
        return None;
    }
    // سقوط آخر معقل: the last of something.
    let last = noun == at
        && scene.text.token(at + 1).is_some_and(|t| t.is_arabic())
        && scene.hit(at + 1).is_none()
        && ![Proclitics::WAW, Proclitics::BA, Proclitics::FA, Proclitics::LAM]
            .iter()
            .any(|&p| scene.proclitic(at + 1, p).is_some());
    if last {
        return None;
    }
    Some(Candidate {
        tokens: at..noun + 1,
        span: scene.text.span_of(at..noun + 1),
        low: Some(Number::from(amount)),
        high: Some(Number::from(amount)),
        approx: false,
        noun: Some(noun),
        end: noun + 1,
        bare: true,
    })
}

/// The grammatical number of a noun for people, or for attacks.
pub(crate) fn person(scene: &Scene<'_, '_>, at: usize) -> Option<Grammatical> {
    let hit = scene.hit(at)?;
    if let Some(person) = hit.person() {
        return Some(person.number);
    }
    let victim = hit.events().find(|e| e.part == EventPart::VictimNoun)?;
    Some(if victim.flags.has(EventFlags::DUAL) {
        Grammatical::Dual
    } else if victim.flags.has(EventFlags::PLURAL) {
        Grammatical::Plural
    } else {
        Grammatical::Singular
    })
}

/// The noun that a number counts, behind من and what may stand between, and where it ends.
pub(crate) fn counted(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<(usize, usize)> {
    let mut at = from;
    let mut steps = 0;
    // 500 | والمصابين: others, who are numbered behind.
    if scene.hit(from).is_some_and(|h| h.proclitics.has(Proclitics::WAW)) {
        return None;
    }
    while at < end && steps < 4 {
        if at > from && scene.proclitic(at, Proclitics::WAW).is_some() {
            return None;
        }
        let people = scene
            .hit(at)
            .is_some_and(|h| h.person().is_some() || h.events().any(|e| e.part == EventPart::VictimNoun))
            || scene.entity_at(at).is_some_and(|e| e.entity_type == EntityType::Group);
        if people {
            let mut after = scene.hit(at).map_or(at + 1, |h| h.end);
            while after < end && (belongs_to_counted(scene, after) || scene.entity_at(after).is_some()) {
                after += 1;
            }
            return Some((at, after));
        }
        // (1,200) حاجا: the mark that closes on the number.
        let closes = at == from && scene.text.surface(at) == ")";
        let skip = scene.is(at, Particle::Min)
            || closes
            || scene.text.token(at).is_some_and(|t| t.is_quote())
            || scene.on(at, List::Other)
            || scene.on(at, List::Counter)
            || scene.text.folded(at) == "من";
        if !skip {
            return None;
        }
        at += 1;
        steps += 1;
    }
    None
}

pub(crate) fn belongs_to_counted(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    scene.on(at, List::Other)
        || scene.on(at, List::Counted)
        || !joins_person(scene, at)
            && (folded.chars().count() > 4
                && matches!(shape::nisba(folded), Some(Nisba::Masculine | Nisba::Plural))
                && scene.hit(at).is_none_or(|h| h.particle().is_none()))
}

/// متظاهرين وشرطي: another person, no adjective of those before.
fn joins_person(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).is_some_and(|h| h.person().is_some() && h.proclitics.has(Proclitics::WAW))
}
