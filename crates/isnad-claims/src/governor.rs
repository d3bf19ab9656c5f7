//! The event word that says what became of those counted.

use core::ops::Range;

use isnad_numerals::Number;
use isnad_text::Proclitics;

use crate::CountKind;
use crate::agents;
use crate::candidate::{Candidate, person};
use crate::generated::vocabulary::{HIS, HOUSEHOLD, THAT};
use crate::reach;
use crate::scene::Scene;
use crate::slots::Trigger;
use crate::source;
use crate::tally::Tally;
use crate::vocabulary::{
    EventFlags, EventFrame, EventPart, EventWord, Grammatical, List, Particle, PersonClass,
};

/// The event word that governs a candidate: before it with nothing but its own phrase between, or a verb behind it.
pub(crate) fn governor<'v>(
    scene: &Scene<'v, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
    all: &[Tally],
) -> Option<Trigger<'v>> {
    let behind = after(scene, candidate, sentence);
    // أسرت ثلاثة، وإن 20 عنصرا سلموا أنفسهم: the verb next to them is theirs.
    if behind.is_some_and(|t| t.token == candidate.end && !candidate.bare) {
        return behind;
    }
    before(scene, candidate, sentence, all).or(behind)
}

pub(crate) fn trigger_at<'v>(scene: &Scene<'v, '_>, at: usize) -> Option<Trigger<'v>> {
    let hit = scene.hit(at).filter(|_| scene.tells(at))?;
    let word = hit.events().find(|e| e.part != EventPart::VictimNoun && e.frame != EventFrame::None)?;
    let attached = hit.proclitics.has(Proclitics::KAF);
    (!attached).then_some(Trigger { token: at, end: hit.end, word })
}

fn before<'v>(
    scene: &Scene<'v, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
    all: &[Tally],
) -> Option<Trigger<'v>> {
    let start = candidate.tokens.start;
    let floor = sentence.start.max(start.saturating_sub(if candidate.bare {
        reach::NEAR_GOVERNOR
    } else {
        reach::GOVERNOR
    }));
    let mut commas = 0;
    let mut at = start;
    // ارتفاع عدد القتلى الذين … إلى 30: the number goes with what rose.
    let about = |i: &usize| scene.on(*i, List::About);
    let to =
        (start.saturating_sub(4)..start).rev().find(|i| !about(i)).filter(|&i| scene.is(i, Particle::Ila));
    let toll = |i: usize| i.checked_sub(1).is_some_and(|p| trigger_at(scene, p).is_none());
    let risen = to.is_some() || !candidate.bare && scene.listed(List::Numbers, floor..start).any(toll);
    while at > floor {
        at -= 1;
        if scene.is_stop(at) || scene.is_colon(at) {
            return None;
        }
        if scene.is_comma(at) {
            commas += 1;
            if commas > 2 {
                return None;
            }
            continue;
        }
        if scene.entity_at(at).is_some() || scene.date_at(at).is_some() {
            continue;
        }
        // الإصابة within حالات الإصابة: the phrase is the word.
        let phrase = (1..=3)
            .rev()
            .filter_map(|back| at.checked_sub(back))
            .find(|&p| p >= floor && scene.hit(p).is_some_and(|h| h.end > at && h.end <= start));
        at = phrase.unwrap_or(at);
        if let Some(trigger) = trigger_at(scene, at) {
            if trigger.end > start {
                continue;
            }
            // تؤوي نازحين 27, غارة استهدفت مدرسة 27: what tells of others in a relative clause.
            if !candidate.bare && tells_of_others(scene, trigger, start) {
                continue;
            }
            let taken = all.iter().rev().take(6).any(|t| t.trigger == Some(at) && t.tokens.start > at);
            // فقد أوكلت …: the particle, far from what would be lost.
            if scene.is(at, Particle::Qad) && trigger.end + 3 < start {
                continue;
            }
            // مقتل شخص وانقطاع الكهرباء عن عشرة ملايين: of another noun's preposition.
            let other = |i: usize| {
                (scene.is(i, Particle::An) || scene.is(i, Particle::Ala))
                    && !i
                        .checked_sub(1)
                        .is_some_and(|p| scene.on(p, List::About) || scene.text.folded(p).contains("زيد"))
            };
            if start > trigger.end && other(start - 1) && trigger.word.frame == EventFrame::Of {
                return None;
            }
            let direct = if candidate.bare { is_direct(scene, trigger, start) } else { true };
            let governs = match trigger.word.frame {
                EventFrame::Container | EventFrame::Result => commas == 0,
                _ => commas == 0 || !taken,
            };
            let negated =
                at.checked_sub(1).is_some_and(|p| p >= sentence.start && scene.is(p, Particle::Negation));
            return (direct && governs && !negated && (!taken || candidate_joins(scene, candidate)))
                .then_some(trigger);
        }
        let Some(hit) = scene.hit(at) else {
            // عدد الذين فروا لا يتجاوز 40: as many as it says.
            let amounts = risen && scene.on(at, List::Reaches);
            if !amounts && source::is_imperfect(scene, at) || is_new_verb(scene, at, start) {
                return None;
            }
            continue;
        };
        // عدد ضحاياها … 81 شخصا: a noun of victims that is numbered.
        if let Some(word) =
            hit.events().find(|e| e.part == EventPart::VictimNoun && !e.flags.has(EventFlags::STANCE))
        {
            // عدد المفقودين, as one entry or two
            let mut numbered =
                scene.on(at, List::Numbers) || at.checked_sub(1).is_some_and(|p| scene.on(p, List::Numbers));
            // عدد القتلى إلى 30 والمصابين | إلى 80: both are numbered.
            // ارتفعت الوفيات إلى 74
            let rises = |p: usize| {
                use crate::EventKind::{Amount, Fall, Rise};
                scene.hit(p).and_then(|h| h.happening()).is_some_and(|k| matches!(k, Rise | Fall | Amount))
            };
            numbered |= to == Some(hit.end) && scene.is_definite(at) && at.checked_sub(1).is_some_and(rises);
            numbered |= to == Some(hit.end) && hit.proclitics.has(Proclitics::WAW) && scene.is_definite(at);
            if numbered && commas == 0 && !candidate.bare {
                return Some(Trigger { token: at, end: hit.end, word });
            }
        }
        // عدد النازحين بما بين 600 و700: "at", not "with what".
        let bars = hit.speaker().is_none()
            && scene.text.folded(at) != "بما"
            && hit.person().is_none()
            && (!risen
                && matches!(hit.particle(), Some(Particle::Relative | Particle::Cut | Particle::That))
                || hit.cues().any(|c| {
                    matches!(c.part, crate::vocabulary::Part::Perfect | crate::vocabulary::Part::Imperfect)
                        && !c.flags.has(crate::vocabulary::CueFlags::WEAK)
                }));
        if bars {
            return None;
        }
    }
    None
}

/// قتلت غارة | استهدفت مدرسة | تؤوي نازحين | 27 شخصا: an attribute of a noun before it, whose own object stands between.
fn tells_of_others(scene: &Scene<'_, '_>, trigger: Trigger<'_>, number: usize) -> bool {
    let finite = matches!(trigger.word.part, EventPart::Perfect | EventPart::Imperfect);
    let attribute = trigger.token.checked_sub(1).is_some_and(|p| {
        let plain = |i: usize| !scene.is_definite(i) && scene.entity_at(i).is_none() && !scene.is_break(i);
        plain(p)
            && !scene.is(p, Particle::Relative)
            && scene.text.token(p).is_some_and(|t| t.is_arabic())
            && (scene.hit(p).is_none_or(|h| h.particle().is_none() && h.cues().next().is_none()))
    });
    let joined = scene.hit(trigger.token).is_some_and(|h| !h.proclitics.is_none());
    if !finite || !attribute || joined {
        return false;
    }
    match trigger.word.frame {
        EventFrame::Container => person(scene, trigger.end).is_some() && trigger.end < number,
        EventFrame::Act if trigger.word.count == CountKind::Attacks => trigger.end < number,
        _ => false,
    }
}

/// ، ووصل 168 شخصا: an unknown word between a comma and the number is its verb.
fn is_new_verb(scene: &Scene<'_, '_>, at: usize, number: usize) -> bool {
    at + 1 == number
        && at.checked_sub(1).is_some_and(|p| scene.is_comma(p))
        && scene.quantity_at(number).is_some()
        && scene.text.token(at).is_some_and(|t| t.is_arabic())
        && !scene.is_definite(at)
}

/// Whether a bare noun is what the event word is about: the next noun, or the object behind an agent.
fn is_direct(scene: &Scene<'_, '_>, trigger: Trigger<'_>, noun: usize) -> bool {
    let between = trigger.end..noun;
    // قتل رجل | زوجته: what is his stands behind him; he did it.
    let kin = |i: usize| {
        let word = scene.text.folded(i);
        scene.hit(i).is_some_and(|h| {
            h.proclitics.is_none() && h.person().is_some_and(|p| p.class == PersonClass::Companion)
        }) && HIS.fit(word)
            && !word.ends_with("يه")
    };
    if trigger.word.frame == EventFrame::Act && trigger.word.count == CountKind::Killed {
        if between.is_empty() && kin(noun + 1) {
            return false;
        }
        if between.len() == 1 && kin(noun) && person(scene, between.start) == Some(Grammatical::Singular) {
            return true;
        }
    }
    if matches!(trigger.word.frame, EventFrame::Container | EventFrame::Result) {
        // خلّف | قتيلا: a victim right behind.
        let victim = |e: &EventWord| {
            e.part == EventPart::VictimNoun && matches!(e.count, CountKind::Killed | CountKind::Wounded)
        };
        return between.is_empty() && scene.hit(noun).is_some_and(|h| h.events().any(victim));
    }
    // اغتال مسلحان ضابطا: of a verb that is no passive the subject comes first.
    let passive = trigger.word.frame != EventFrame::Act || trigger.word.flags.has(EventFlags::AMBIGUOUS);
    if between.is_empty() && passive {
        return true;
    }
    // أصيب في الحادث سائق الحافلة
    let inserted = between.len() == 2 && scene.on(trigger.end, List::AtPlace) && scene.is_definite(noun - 1);
    if inserted && passive && matches!(trigger.word.part, EventPart::Perfect | EventPart::Passive) {
        return true;
    }
    // اختطف مسلحون مجهولون | ناشطة: the object behind the whole subject, where no ending could show it.
    let unmarked = scene.text.folded(noun).ends_with('ه') || scene.text.surface(noun).ends_with('ى');
    let feminine = unmarked && trigger.word.frame == EventFrame::Act;
    if feminine
        && !between.is_empty()
        && agents::subject(scene, between.clone()).is_some_and(|s| s.end == noun)
    {
        return true;
    }
    if trigger.word.frame == EventFrame::Act {
        // قتلت خلية …، شخصا: the object bears the accusative.
        let surface = scene.text.surface(noun);
        let dual = person(scene, noun) == Some(Grammatical::Dual) && surface.ends_with("ين");
        return dual || surface.ends_with('ا') || surface.ends_with("اً") || surface.ends_with("ًا");
    }
    false
}

/// Whether a second number may share its event word: a list goes on.
fn candidate_joins(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    scene.proclitic(start, Proclitics::WAW).is_some() || !candidate.bare
}

/// `550 معتقلا شاركوا في الحصار استسلموا`, `امرأة توفيت`: the verb behind.
fn after<'v>(scene: &Scene<'v, '_>, candidate: &Candidate, sentence: &Range<usize>) -> Option<Trigger<'v>> {
    let own = candidate.end;
    // 200 عائلة كردية نزحت
    let household = scene.on(candidate.tokens.end, List::Counter)
        && HOUSEHOLD.fit(scene.text.folded(candidate.tokens.end));
    let counted = || household || scene.on(own, List::Other) || scene.is(own, Particle::Min);
    candidate.noun.or_else(|| counted().then_some(own))?;
    if candidate.bare {
        // The noun begins its clause: أن امرأة … توفيت.
        let opens = candidate.tokens.start.checked_sub(1).is_none_or(|p| {
            p < sentence.start || scene.is(p, Particle::That) && THAT.fit(scene.text.folded(p))
        });
        if !opens {
            return None;
        }
    }
    let reach = (candidate.end + if candidate.bare { reach::NEAR_VERB } else { reach::NEAR_GOVERNOR })
        .min(sentence.end);
    let mut inserted = false; // between the commas of ، بينهم ثلاثة أطفال،
    for at in candidate.end..reach {
        if scene.is_comma(at) && (inserted || scene.is(at + 1, Particle::Partitive)) {
            inserted = !inserted;
            continue;
        }
        if inserted {
            continue;
        }
        // 30 نزيلا وستة من الشرطة قتلوا: one verb for both.
        let joined = scene.proclitic(at, Proclitics::WAW).is_some();
        let other = scene.quantity_at(at).is_some_and(|_| !candidate.bare && !joined);
        let and = scene.text.folded(at) == "و" && scene.quantity_at(at + 1).is_none();
        if scene.is_stop(at) || scene.is_comma(at) || other || and {
            return None;
        }
        if let Some(trigger) = trigger_at(scene, at) {
            let verb =
                matches!(trigger.word.part, EventPart::Perfect | EventPart::Imperfect | EventPart::Passive)
                    && matches!(trigger.word.frame, EventFrame::Subj | EventFrame::Pass)
                    && scene.hit(at).is_some_and(|h| !h.proclitics.has(Proclitics::WAW));
            // اثنين من العمال قتلا
            let dual = trigger.word.flags.has(EventFlags::DUAL) && candidate.low == Some(Number::from(2));
            // 200 عائلة نزحت: a verb of the households.
            let household = household && trigger.word.flags.has(EventFlags::FEMININE);
            let agrees = dual || household || trigger.word.flags.has(EventFlags::PLURAL) != candidate.bare;
            if verb && agrees {
                return Some(trigger);
            }
            // جنديا قتل في …: of one alone, where no object follows.
            let next = trigger.end;
            let alone = candidate.bare
                && at == candidate.end
                && (scene.is_stop(next)
                    || scene.is_comma(next)
                    || scene.on(next, List::AtPlace)
                    || scene.text.folded(next).starts_with('و'));
            // قتلوا may be read as passive of its plural subject.
            let passive = (dual || alone || trigger.word.flags.has(EventFlags::PLURAL) && !candidate.bare)
                && trigger.word.frame == EventFrame::Act
                && trigger.word.flags.has(EventFlags::AMBIGUOUS);
            // ثلاثة من الموقوفين أطلق سراحهم: the pronoun takes them up.
            let taken_up = trigger.word.frame == EventFrame::Act
                && trigger.word.part == EventPart::Perfect
                && scene.text.folded(trigger.end - 1).ends_with("هم")
                && !candidate.bare;
            // وقتلوا 20 وخطفوا آخرين: the next verb tells of others.
            if (passive || taken_up) && scene.hit(at).is_some_and(|h| !h.proclitics.has(Proclitics::WAW)) {
                return Some(trigger);
            }
            // ثلاثة من حراس السجن قضوا: a noun that belongs to them.
            if trigger.word.part == EventPart::Noun && scene.is_definite(at) {
                continue;
            }
            return None;
        }
    }
    None
}
