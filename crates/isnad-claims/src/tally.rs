//! Which numbers and nouns count people or attacks, and what happened to those counted.

use core::ops::Range;

use isnad_entities::EntityType;
use isnad_numerals::Number;
use isnad_text::{Proclitics, Span};

use crate::CountKind;
use crate::candidate::{Candidate, candidate, is_joined_one, person};
use crate::fate;
use crate::generated::vocabulary::{FOR_THE, IN_OR_OF, OVER_TIME, SHELL, TAKES_UP};
use crate::governor::governor;
use crate::illness;
use crate::kind::{holds, kind_of};
use crate::reach;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, EventWord, Grammatical, List, Particle};

/// A count before it is known who, where, when.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    /// The number, or the noun that carries it.
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    pub(crate) low: Option<Number>,
    pub(crate) high: Option<Number>,
    pub(crate) approx: bool,
    pub(crate) part: bool,
    pub(crate) object: Option<Range<usize>>,
    pub(crate) kind: CountKind,
    /// The event word that governs it, as a token.
    pub(crate) trigger: Option<usize>,
    pub(crate) sentence: usize,
    pub(crate) rule: &'static str,
}

/// All counts of a text, in order.
pub(crate) fn tallies(scene: &Scene<'_, '_>) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = Vec::with_capacity(scene.quantities.len());
    let epidemic = illness::is_epidemic(scene);
    for (sentence, range) in scene.text.sentences().iter().map(|s| s.tokens.clone()).enumerate() {
        let mut next = range.start;
        for at in scene.countable.within(range.clone()) {
            if at < next {
                continue;
            }
            let Some(candidate) = candidate(scene, at, &range) else { continue };
            next = candidate.tokens.end;
            let last = tallies.last().filter(|t| t.sentence == sentence);
            if let Some(tally) = settle(scene, candidate, &range, sentence, last, &tallies, epidemic) {
                next = tally.object.as_ref().map_or(next, |o| o.end.max(next));
                tallies.push(tally);
            }
        }
    }
    tallies
}

/// The type of a candidate, or that it is no count.
fn settle(
    scene: &Scene<'_, '_>,
    candidate: Candidate,
    sentence: &Range<usize>,
    index: usize,
    last: Option<&Tally>,
    all: &[Tally],
    epidemic: bool,
) -> Option<Tally> {
    let start = candidate.tokens.start;
    if let Some((kind, object)) = fate::announced(scene, &candidate, sentence) {
        return Some(Tally {
            tokens: candidate.tokens,
            span: candidate.span,
            low: candidate.low,
            high: candidate.high,
            approx: candidate.approx,
            part: false,
            object: Some(object),
            kind,
            trigger: None,
            sentence: index,
            rule: "claims.count.state",
        });
    }
    let inherent =
        candidate.noun.and_then(|n| scene.hit(n)?.events().find(|e| e.part == EventPart::VictimNoun));
    let attack = inherent.is_some_and(|i| i.count == CountKind::Attacks);
    // سبع غارات … ثلاثة منهم: people are no part of the attacks.
    let whole = last.filter(|l| attack || l.kind != CountKind::Attacks);
    let part = is_part(scene, &candidate, sentence, whole);
    // بينهم طفلان، إضافة إلى 23 جريحا: what the noun itself says befell them.
    let told = inherent.filter(|i| is_fate(i.count)).map(|i| i.count);
    let added = last.filter(|l| {
        !candidate.bare && told.is_none_or(|t| t == l.kind) && fate::is_added(scene, &candidate, l)
    });
    let governor = governor(scene, &candidate, sentence, all);
    let listed = last.filter(|l| {
        follows(scene, l, first_word(scene, &candidate)) || goes_on_elsewhere(scene, l, &candidate)
    });
    let fated = inherent.is_some_and(|i| is_fate(i.count));
    let dual = candidate.bare && candidate.low == Some(Number::from(2));
    // قتيل alone is a victim, no number; a year is no number of anything.
    if candidate.bare
        && inherent.is_some()
        && governor.is_none()
        && !part
        && listed.is_none()
        && !is_attack_pair(scene, &candidate, inherent)
        && !(fated
            && (dual && scene.text.surface(start).ends_with('ن')
                || fate::is_headline(scene, &candidate, sentence)))
    {
        return None;
    }
    // زوجته: counted beside others, not where only she is told of.
    let owned = candidate.bare && !dual && isnad_text::pronoun_len(scene.text.surface(start)) > 0;
    if owned && !part && last.is_none() {
        return None;
    }
    if last.is_some_and(|l| fate::shares_number(scene, &candidate, l)) {
        return None;
    }
    // اعتقال خمسة في عمليتين: the attacks are no part of those arrested.
    if part
        && inherent.is_some_and(|i| i.count == CountKind::Attacks)
        && last.is_some_and(|l| l.kind != CountKind::Attacks)
    {
        return None;
    }
    // ضبط عبوتين, هجومان: neither arrested nor killed; هاجم 20 مسلحا: no attacks.
    // 340 عملية استباقية: what forces do to find others; سبع قذائف: shot by the dozen, none an attack.
    let shell = |n: usize| SHELL.fit(scene.text.folded(n));
    if attack && (scene.on(candidate.tokens.end + 1, List::Policing) || candidate.noun.is_some_and(shell)) {
        return None;
    }
    let governor = governor
        .filter(|g| {
            attack == (g.word.count == CountKind::Attacks) || !attack && (fated || candidate.noun.is_none())
        })
        .filter(|g| fate::is_completed(scene, g.token, &candidate, sentence));
    // حالات للإصابة, 17 وفاة: cases are counted.
    if let Some((kind, end)) = illness::cases(scene, &candidate, sentence, last, epidemic) {
        return Some(Tally {
            object: (candidate.tokens.end < end).then_some(candidate.tokens.end..end),
            tokens: candidate.tokens,
            span: candidate.span,
            low: candidate.low,
            high: candidate.high,
            approx: candidate.approx,
            part,
            kind,
            trigger: None,
            sentence: index,
            rule: "claims.count.cases",
        });
    }
    // 5 معسكرات: something else is counted.
    // بينهم اثنان بحالة حرجة: how they are.
    let so = part && scene.proclitic(candidate.tokens.end, Proclitics::BA).is_some();
    let goes_on = candidate.tokens.end < sentence.end;
    if !candidate.bare
        && candidate.noun.is_none()
        && !so
        && goes_on
        && counts_things(scene, candidate.tokens.end)
    {
        return None;
    }
    if !candidate.bare && candidate.noun.is_none() && fate::numbers_things(scene, &candidate, sentence) {
        return None;
    }
    // إصابة 15 آخرين: "others" are people like those before.
    let others = scene.on(candidate.tokens.end, List::Other)
        || scene.is(candidate.tokens.end, Particle::Min)
        || scene.is(candidate.tokens.end, Particle::Partitive);
    if !candidate.bare
        && candidate.noun.is_none()
        && !others
        && !tolled(scene, &candidate, last, sentence)
        && governor.is_some_and(|g| {
            g.word.flags.has(EventFlags::AMBIGUOUS)
                && g.word.part != EventPart::VictimNoun
                && !matches!(g.word.frame, EventFrame::Container | EventFrame::Act)
        })
    {
        return None;
    }
    // 39 شخصا وكيانا: people and others in one number.
    if !candidate.bare && scene.text.folded(candidate.end).starts_with("وكيان") {
        return None;
    }
    let mut of_whole = part;
    let (kind, trigger, rule) = if part {
        let whole = last?;
        // وتوفي 12 منهم, حُرر منهم 30: what is told of the part alone.
        // وتمكن 20 منهم من الفرار
        let fled = fate::split(scene, &candidate, sentence)
            .or_else(|| fate::state(scene, &candidate, sentence).filter(|_| !candidate.bare));
        let own = fate::verb_of_part(scene, &candidate)
            .or_else(|| governor.filter(|g| g.token >= whole.tokens.end && g.end + 2 >= start));
        match own {
            _ if !candidate.bare && fate::is_missing(scene, &candidate, sentence) => {
                (CountKind::Missing, None, "claims.count.part")
            }
            Some(own) => (own.word.count, Some(own.token), "claims.count.part"),
            None if fled.is_some() => (fled?, None, "claims.count.part"),
            // 89 قتيلا، من بينهم 31 امرأة، | و277 جريحا: the next figure of the toll.
            None if inherent.is_some_and(|i| is_fate(i.count) && i.count != whole.kind) && whole.part => {
                of_whole = false;
                (inherent?.count, None, NEXT_OF_TOLL)
            }
            None => (whole.kind, whole.trigger, "claims.count.part"),
        }
    } else if let Some(added) =
        added.filter(|l| inherent.is_none_or(|i| !is_fate(i.count)) && is_fate(l.kind))
    {
        (added.kind, added.trigger, "claims.count.list")
    } else if !candidate.bare && fate::is_lost(scene, &candidate, inherent) {
        (CountKind::Killed, None, "claims.count.state")
    } else if !candidate.bare && fate::is_joint(scene, &candidate, sentence) {
        (CountKind::People, governor.map(|g| g.token), "claims.count.joint")
    } else if let Some(fate) = fate::split(scene, &candidate, sentence) {
        (fate, None, "claims.count.state")
    } else if let Some((group, theirs)) =
        fate::group(scene, &candidate, sentence).filter(|_| governor.is_none())
    {
        of_whole = theirs;
        (group, None, if theirs { "claims.count.part" } else { "claims.count.state" })
    } else if let Some(kind) = fate::numbered(scene, &candidate, sentence).filter(|_| governor.is_none()) {
        (kind, None, "claims.count.state")
    } else if fated && fate::recovers(scene, &candidate) {
        (CountKind::People, None, "claims.count.people")
    } else if !candidate.bare && fate::is_driven(scene, &candidate, sentence) {
        (CountKind::Displaced, None, "claims.count.state")
    } else if !candidate.bare && fate::is_aboard(scene, &candidate) {
        (CountKind::People, None, "claims.count.people")
    } else if let Some(whole) = last.filter(|_| governor.is_none() && fate::is_compared(scene, &candidate)) {
        (whole.kind, whole.trigger, "claims.count.list")
    } else if let Some(fate) = fate::predicate(scene, &candidate) {
        (fate, None, "claims.count.victims")
    } else if let Some(state) =
        fate::state(scene, &candidate, sentence).filter(|_| governor.is_none() && !candidate.bare && !fated)
    {
        (state, None, "claims.count.state")
    } else if governor.is_none() && fate::is_missing(scene, &candidate, sentence) {
        (CountKind::Missing, None, "claims.count.state")
    } else if let Some(held) =
        fate::held(scene, &candidate, sentence).filter(|_| governor.is_none() && !candidate.bare)
    {
        (held, None, "claims.count.state")
    } else if let Some(inherent) = inherent.filter(|e| !e.flags.has(EventFlags::STANCE) && is_fate(e.count)) {
        (inherent.count, governor.filter(|g| start <= g.end + 6).map(|g| g.token), "claims.count.victims")
    } else if let Some(trigger) = governor.filter(|t| {
        t.word.frame != EventFrame::Container
            || inherent.is_none_or(|i| i.count == CountKind::People)
            || holds(scene, *t, &candidate)
    }) {
        if trigger.word.flags.has(EventFlags::NEGATED) {
            return None;
        }
        if trigger.word.frame == EventFrame::Result
            && trigger.word.flags.has(EventFlags::AMBIGUOUS)
            && candidate.noun.is_none()
        {
            return None;
        }
        let rule = if trigger.word.joint { "claims.count.joint" } else { "claims.count.event" };
        // النقيب فلان قتل وأصيب ثلاثة: he was killed, they were wounded.
        let finite = matches!(trigger.word.part, EventPart::Perfect | EventPart::Passive);
        let other = finite
            && scene.hit(trigger.token).is_some_and(|h| h.proclitics.is_none())
            && trigger.token.checked_sub(1).is_some_and(|p| {
                p >= sentence.start
                    && scene.text.token(p).is_some_and(|t| t.is_word())
                    && scene.hit(p).is_none_or(|h| h.particle().is_none())
            });
        let kind = match trigger.word.joint {
            true if other => CountKind::Wounded,
            true => CountKind::People,
            false => trigger.word.count,
        };
        if kind == CountKind::Attacks
            && (inherent.is_none_or(|i| i.count != CountKind::Attacks)
                || candidate.bare && !is_attack_pair(scene, &candidate, inherent))
        {
            return None;
        }
        (kind_of(scene, trigger, kind, &candidate, inherent, index), Some(trigger.token), rule)
    } else if let Some(listed) = listed.filter(|_| inherent.is_none_or(|i| i.flags.has(EventFlags::STANCE))) {
        (listed.kind, listed.trigger, "claims.count.list")
    } else if let Some(inherent) = inherent {
        if candidate.bare || inherent.flags.has(EventFlags::AMBIGUOUS) && inherent.count == CountKind::Attacks
        {
            // عمليتان لتنظيم: of what two means only with whose they are.
            let whose = (candidate.end..(candidate.end + 3).min(sentence.end))
                .any(|i| scene.entity_at(i).is_some_and(|e| e.entity_type == EntityType::Organisation));
            let dual = person(scene, candidate.noun?) == Some(Grammatical::Dual);
            let plain = !inherent.flags.has(EventFlags::AMBIGUOUS) && dual;
            if !(inherent.count == CountKind::Attacks && (plain || whose && (dual || !candidate.bare))) {
                return None;
            }
        }
        let state = match inherent.count {
            CountKind::Fighters if fate::of_forces(scene, &candidate) => CountKind::Troops,
            CountKind::People if fate::is_protest(scene, &candidate, sentence) => CountKind::Protesters,
            // مئات الموقوفين: a state, where nobody says that they were arrested.
            CountKind::Arrested => CountKind::Held,
            count => count,
        };
        (state, None, "claims.count.state")
    } else {
        candidate.noun?;
        if candidate.bare {
            return None;
        }
        let protest = fate::is_protest(scene, &candidate, sentence);
        let kind = match protest {
            true => CountKind::Protesters,
            false if fate::is_soldiery(scene, &candidate) => CountKind::Troops,
            false => CountKind::People,
        };
        (kind, None, "claims.count.people")
    };
    // انتشال رضيعة: one of whom nothing is told that could be added up.
    let single = candidate.bare && candidate.low == Some(Number::from(1));
    if kind == CountKind::People && single && (owned || !part) {
        return None;
    }
    // أصيب 400 شخص بالكوليرا: they are ill.
    let ill = match kind {
        CountKind::Wounded => {
            !part && illness::is_ill(scene, &candidate, sentence, trigger)
                || illness::is_of_disease(scene, sentence, start)
                || epidemic && illness::is_of_epidemic(scene, sentence)
        }
        CountKind::People => epidemic && !part && illness::are_patients(scene, &candidate),
        _ => false,
    };
    let ill = ill || part && last.is_some_and(|l| l.kind == CountKind::Infected && kind == l.kind);
    let kind = if ill { CountKind::Infected } else { kind };
    let high = candidate.high.filter(|_| !fate::at_least(scene, &candidate, sentence));
    let of_them = |t: usize| t.checked_sub(1).is_some_and(|p| scene.text.folded(p) == "بين");
    let one_of = scene.on(start, List::OneOf) && scene.is_definite(start + 1);
    let part = of_whole
        || one_of
        || is_among(scene, &candidate, sentence)
        || trigger.is_some_and(of_them)
        || added.is_some_and(|l| l.part)
        || listed.is_some_and(|l| l.part && trigger == l.trigger && goes_on_elsewhere(scene, l, &candidate));
    let object =
        candidate.noun.filter(|&n| n >= start || !candidate.bare).map(|n| n..candidate.end.max(n + 1));
    Some(Tally {
        tokens: candidate.tokens,
        span: candidate.span,
        low: candidate.low,
        high,
        approx: candidate.approx,
        part,
        object,
        kind,
        trigger,
        sentence: index,
        rule,
    })
}

/// عمليتان: two attacks told by the noun alone.
fn is_attack_pair(scene: &Scene<'_, '_>, candidate: &Candidate, inherent: Option<&EventWord>) -> bool {
    inherent.is_some_and(|i| i.count == CountKind::Attacks)
        && candidate.noun.and_then(|n| person(scene, n)) == Some(Grammatical::Dual)
}

/// What a noun alone says has befallen those it counts, whatever else is told of them.
const fn is_fate(count: CountKind) -> bool {
    matches!(count, CountKind::Killed | CountKind::Wounded | CountKind::Missing)
}

/// Whether the candidate is a part of the count before it: `بينهم ثلاثة أطفال`, `118 منهم`.
fn is_part(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
    last: Option<&Tally>,
) -> bool {
    let Some(last) = last else { return false };
    let after = !candidate.bare
        && scene
            .hit(candidate.tokens.end)
            .is_some_and(|h| h.is(Particle::Partitive) && h.proclitics.is_none());
    let mut at = candidate.tokens.start;
    let mut marked = after && candidate.tokens.start > last.tokens.start
        // أحدهم قيادي
        || candidate.bare && scene.on(at, List::OneOf) && scene.is(at, Particle::Partitive);
    // From the marker on, a list: بينهم ثلاثة أطفال وامرأتان.
    let floor = last.tokens.end.max(sentence.start).max(at.saturating_sub(reach::PART));
    while !marked && at > floor {
        at -= 1;
        // تسعة مدنيين، هم أم وأربعة أطفال
        let ends = last.object.as_ref().map_or(last.tokens.end, |o| o.end);
        let what = TAKES_UP.fit(scene.text.folded(at + 1)); // وهو ما رفضه مسؤول
        let they = scene.is(at, Particle::Pronoun) && !what && (at == ends || at.checked_sub(1).is_some_and(|p| scene.is_comma(p)))
            // 14 شخصا: ستة من …
            || scene.is_colon(at) && at == ends && at + 1 == candidate.tokens.start && !candidate.bare;
        // أحدهم قيادي … مسلح: one of them alone.
        // كل منهم: each of them.
        let each = at.checked_sub(1).is_some_and(|p| scene.text.folded(p).trim_start_matches('ل') == "كل");
        marked = they || scene.is(at, Particle::Partitive) && !scene.on(at, List::OneOf) && !each;
        let breaks = scene.is_stop(at)
            || scene.hit(at).is_some_and(|h| {
                h.particle().is_some_and(|p| matches!(p, Particle::Cut | Particle::Relative | Particle::That))
                    || h.events().any(|e| e.part != EventPart::VictimNoun && e.frame != EventFrame::None)
                    || h.cues().any(|c| {
                        matches!(
                            c.part,
                            crate::vocabulary::Part::Perfect | crate::vocabulary::Part::Imperfect
                        )
                    })
            });
        // بينهم ما بين 200 و300
        let about = scene.on(at, List::About) && candidate.tokens.start - at < 5;
        if breaks && !marked && !about {
            return false;
        }
    }
    if marked || is_share(scene, candidate, last) {
        return true;
    }
    last.part && (follows(scene, last, first_word(scene, candidate)) || lists_on(scene, last, candidate))
}

/// مقتل 17 …، | 9 في الأول: a smaller number with nothing but where.
fn is_share(scene: &Scene<'_, '_>, candidate: &Candidate, last: &Tally) -> bool {
    let start = candidate.tokens.start;
    let end = last.object.as_ref().map_or(last.tokens.end, |o| o.end).max(last.tokens.end);
    !candidate.bare
        && candidate.noun.is_none()
        && candidate.low.zip(last.low).is_some_and(|(own, whole)| own < whole)
        && IN_OR_OF.fit(scene.text.folded(candidate.tokens.end))
        && start.checked_sub(1).is_some_and(|p| scene.is_comma(p) || scene.is_colon(p))
        && end < start
        && start - end <= 8
        && !(end..start).any(|i| scene.is_stop(i) || scene.hit(i).is_some_and(source::is_verb))
}

/// 34 من تنظيم …، | و89 من قوات …، | و118 مدنيا: the parts of one whole, each behind a comma.
fn lists_on(scene: &Scene<'_, '_>, last: &Tally, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    let lone = start.checked_sub(1).filter(|&p| scene.text.folded(p) == "و");
    let joined = lone.is_some() || scene.text.folded(start).starts_with('و');
    let comma = lone.unwrap_or(start).checked_sub(1).is_some_and(|p| scene.is_comma(p));
    let verb = |i: usize| {
        scene.is_stop(i)
            || scene.hit(i).is_some_and(|h| {
                // وفق ما ذكر: who says so.
                let said = i.checked_sub(1).is_some_and(|p| scene.text.folded(p) == "ما");
                source::is_verb(h) && !said || h.is(Particle::That) || h.is(Particle::Cut)
            })
    };
    !candidate.bare
        && (comma || lone.unwrap_or(start) - last.tokens.end > 2)
        && joined
        && start - last.tokens.end < reach::PART / 2
        && !(last.tokens.end..start).any(verb)
}

/// قتل 12 وأصيب 30, مقتل 3 وفقدان 5: the next figure of a toll.
fn tolled(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    last: Option<&Tally>,
    sentence: &Range<usize>,
) -> bool {
    let next = candidate.tokens.end;
    let ends = next >= sentence.end
        || scene.date_at(next).is_some()
        || OVER_TIME.fit(scene.text.folded(next))
        || scene.on(next, List::Manner)
        || scene.is_stop(next)
        || scene.is_comma(next)
        || scene.text.folded(next) == "في"
        || scene.proclitic(next, Proclitics::WAW).is_some();
    ends && last.is_some_and(|l| !matches!(l.kind, CountKind::People | CountKind::Attacks))
}

/// Whether a number is followed by a noun that the vocabulary does not know: it counts things.
fn counts_things(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.token(at).is_some_and(|t| t.is_arabic())
        && scene
            .hit(at)
            .is_none_or(|h| h.particle().is_none() && h.person().is_none() && h.events().next().is_none())
        && !scene.on(at, List::Other)
        && !scene.on(at, List::Counter)
        && !scene.on(at, List::Manner)
        && scene.date_at(at).is_none()
        && scene.proclitic(at, Proclitics::WAW).is_none()
        && scene.proclitic(at, Proclitics::FA).is_none()
        && !FOR_THE.fit(scene.text.folded(at))
}

/// Whether a number is of a larger one behind it: ثلاثة من بين 17.
fn is_among(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    (candidate.end..(candidate.end + 4).min(sentence.end)).any(|i| {
        scene.text.folded(i) == "من"
            && scene.text.folded(i + 1) == "بين"
            && scene.quantity_at(i + 2).is_some()
    })
}

/// A toll that goes on behind a part of its first figure.
const NEXT_OF_TOLL: &str = "claims.count.victims";

/// Where the words of a candidate begin: صحافي | واحد stands before its number.
fn first_word(scene: &Scene<'_, '_>, candidate: &Candidate) -> usize {
    let start = candidate.tokens.start;
    candidate.noun.filter(|_| !is_joined_one(scene, start)).map_or(start, |n| n.min(start))
}

/// 2500 عسكري ينتشرون في العراق، | و900 في سوريا: the same of another place.
fn goes_on_elsewhere(scene: &Scene<'_, '_>, last: &Tally, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    let next = candidate.tokens.end;
    let joined = scene.text.folded(start).starts_with('و')
        || start.checked_sub(1).is_some_and(|p| scene.text.folded(p) == "و");
    let there = |i: usize| {
        scene.entity_from(i).is_some_and(|e| e.entity_type == EntityType::Location)
            || scene.on(i, List::PlaceNoun)
    };
    !candidate.bare
        && candidate.noun.is_none()
        && joined
        && scene.text.folded(next) == "في"
        && there(next + 1)
        && start.saturating_sub(last.tokens.end) <= 14
        && (last.tokens.end..start).any(|i| scene.entity_at(i).is_some())
        && !(last.tokens.end..start).any(|i| scene.is_stop(i) || scene.is(i, Particle::That))
}

/// Whether a candidate goes on with a list: `10 جنود وضابط`, `ثلاثة أطفال وامرأتان`.
fn follows(scene: &Scene<'_, '_>, last: &Tally, start: usize) -> bool {
    let end = last.object.as_ref().map_or(last.tokens.end, |o| o.end).max(last.tokens.end);
    let and = scene.hit(start).is_some_and(|h| h.proclitics.has(Proclitics::WAW))
        || scene.text.folded(start).starts_with('و') && scene.proclitic(start, Proclitics::WAW).is_some()
        || is_joined_one(scene, start)
        || start > 0 && scene.text.folded(start - 1) == "و";
    and && start >= end
        && start - end <= 4
        && !(end..start).any(|i| {
            scene.is_stop(i)
                || scene.hit(i).is_some_and(|h| {
                    h.events().next().is_some()
                        || h.particle().is_some_and(|p| !matches!(p, Particle::Preposition | Particle::Min))
                })
        })
}
