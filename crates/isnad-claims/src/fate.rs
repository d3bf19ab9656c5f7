//! What the words behind those counted say of them: missing, dead or wounded, at a protest.

use core::ops::Range;

use isnad_text::Proclitics;

use crate::candidate::Candidate;
use crate::generated::vocabulary::{
    ABOARD, COMPLETIONS, IN_CUSTODY, MISSING, NUMBER_OF, ORGANISED, PUT, RECKONING, RECOVERS, RUBBLE_ALONE,
    SOLDIER, STATE_OF, THEIR_DEAD, THEIR_END, THEIR_NUMBER, THEIR_WOUNDED, THEY, UNDER, WAS, WHOLE_OF,
    WHOSE_FATE,
};
use crate::governor::trigger_at;
use crate::reach;
use crate::scene::Scene;
use crate::slots::Trigger;
use crate::tally::Tally;
use crate::vocabulary::{EventFlags, EventFrame, EventPart, List, Particle, PersonClass};
use crate::{CountKind, EventKind};

/// The tokens behind those counted, up to the end of their clause.
pub(crate) fn behind(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> Range<usize> {
    let end = sentence.end.min(candidate.end + reach::FATE);
    let bound = |i: &usize| scene.is_break(*i) || scene.is_dash(*i) || scene.quantity_at(*i).is_some();
    candidate.end..(candidate.end..end).find(bound).unwrap_or(end)
}

/// 20 شخصا بين قتيل وجريح: killed and wounded in one number.
pub(crate) fn is_joint(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    let fate = |at: usize| {
        scene.hit(at).is_some_and(|h| {
            h.events().any(|e| {
                e.part == EventPart::VictimNoun && matches!(e.count, CountKind::Killed | CountKind::Wounded)
            })
        })
    };
    behind(scene, candidate, sentence).any(|i| scene.text.folded(i) == "بين" && fate(i + 1) && fate(i + 2))
}

/// دفع 30 ألفا إلى النزوح: driven from where they live.
pub(crate) fn is_driven(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    behind(scene, candidate, sentence)
        .take(4)
        .any(|i| (scene.is(i, Particle::Ila) || scene.is(i, Particle::Ala)) && scene.on(i + 1, List::Leaving))
}

/// على متنه 30 شخصا: aboard, whatever became of the ship.
pub(crate) fn is_aboard(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    (start.saturating_sub(6)..start).rev().take_while(|&i| !scene.is_stop(i) && !scene.is_comma(i)).any(|i| {
        let aboard = ABOARD.fit(scene.text.folded(i)) && i > 0 && scene.text.folded(i - 1).ends_with("علي");
        let carries = scene.on(i, List::Carries);
        aboard || carries && scene.text.folded(i + 1) != "عن"
    })
}

/// 30 قتيلا مقابل 45 في العام السابق: of the same as the figure before.
pub(crate) fn is_compared(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let before = candidate.tokens.start.checked_sub(1);
    !candidate.bare
        && candidate.noun.is_none()
        && before.is_some_and(|p| WHOLE_OF.fit(scene.text.folded(p)))
        && scene.text.folded(candidate.tokens.end) == "في"
}

/// 20 من الموظفين محتجزون, لا يزالون فارين: what they are said to be.
pub(crate) fn state(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> Option<CountKind> {
    let near = behind(scene, candidate, sentence);
    // 20 موظفا، بينهم طباخون، | محتجزون; 40 ألفا — نصفهم أطفال — | محتجزين
    let apart = inserted(scene, near.end, sentence).map_or(0..0, |i| i..i + 3);
    near.chain(apart).find_map(|i| {
        let hit = scene.hit(i).filter(|h| h.proclitics.is_none() && !scene.is_definite(h.first))?;
        // كانوا محتجزين: no more.
        if i.checked_sub(1).is_some_and(|p| scene.is(p, Particle::Kana) && WAS.fit(scene.text.folded(p))) {
            return None;
        }
        let state = |e: &&crate::vocabulary::EventWord| {
            e.part == EventPart::VictimNoun
                && e.flags.has(EventFlags::PLURAL)
                && matches!(e.count, CountKind::Held | CountKind::Escaped | CountKind::Missing)
        };
        hit.events().find(state).map(|e| e.count)
    })
}

/// Where the sentence goes on behind what is put in between: ، بينهم …، or — … —.
fn inserted(scene: &Scene<'_, '_>, at: usize, sentence: &Range<usize>) -> Option<usize> {
    let end = sentence.end.min(at + reach::FATE);
    let closes = if scene.is_dash(at) {
        (at + 1..end).find(|&i| scene.is_dash(i))
    } else if scene.is_comma(at) && scene.is(at + 1, Particle::Partitive) {
        (at + 1..end).find(|&i| scene.is_comma(i))
    } else {
        None
    };
    closes.map(|i| i + 1)
}

/// قيد الاحتجاز, رهن الاعتقال, المقاتلين المحتجزين: where nothing else is told of them; وضعوا قيد الاحتجاز: they were arrested.
pub(crate) fn held(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> Option<CountKind> {
    if are_detained(scene, candidate) {
        return Some(CountKind::Held);
    }
    let at = behind(scene, candidate, sentence)
        .find(|&i| IN_CUSTODY.fit(scene.text.folded(i)) && scene.on(i + 1, List::Custody))?;
    let put = at.checked_sub(1).is_some_and(|p| PUT.fit(scene.text.folded(p)));
    Some(if put { CountKind::Arrested } else { CountKind::Held })
}

/// آلاف المقاتلين | المحتجزين: an attribute of a noun with the article.
fn are_detained(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let Some(noun) = candidate.noun.filter(|&n| scene.is_definite(n)) else { return false };
    let detained = |i: usize| {
        let held = |e: &crate::vocabulary::EventWord| {
            e.part == EventPart::VictimNoun
                && e.flags.has(EventFlags::PLURAL)
                && matches!(e.count, CountKind::Held | CountKind::Arrested)
        };
        scene.is_definite(i)
            && scene.hit(i).is_some_and(|h| !h.proclitics.has(Proclitics::WAW) && h.events().any(held))
    };
    (noun + 1..candidate.end.max(noun + 1) + 1).any(detained)
}

/// مقتل 121 شخصا، إضافة إلى | 374 مسلحا: the same befell those whom a figure is added to.
pub(crate) fn is_added(scene: &Scene<'_, '_>, candidate: &Candidate, last: &Tally) -> bool {
    let start = candidate.tokens.start;
    let Some(at) = (start.saturating_sub(3)..start).rev().find(|&i| !scene.on(i, List::About)) else {
        return false;
    };
    let phrase = [at.saturating_sub(1), at].map(|i| scene.text.folded(i));
    let adds = matches!(
        phrase,
        ["اضافه" | "بالاضافه", "الي"] | ["الي", "جانب"] | ["فضلا" | "ناهيك", "عن"] | ["علاوه", "علي"]
    );
    // ، ووصلت تعزيزات، إضافة إلى …: of another clause.
    let verb = |i: usize| {
        scene.is_stop(i)
            || scene.is_comma(i) && i + 2 != at
            || scene.hit(i).is_some_and(crate::source::is_verb)
    };
    adds && last.tokens.end < at && at - last.tokens.end < 20 && !(last.tokens.end..at).any(verb)
}

/// خسرت … 70 عنصرا, فقدت القوات عشرة جنود: a force loses its own for good.
pub(crate) fn is_lost(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    inherent: Option<&crate::vocabulary::EventWord>,
) -> bool {
    let person = candidate.noun.and_then(|n| scene.hit(n)).and_then(|h| h.person()).map(|p| p.class);
    let fights = matches!(person, Some(PersonClass::Militant | PersonClass::Security))
        || inherent.is_some_and(|i| i.count == CountKind::Fighters);
    let start = candidate.tokens.start;
    fights
        && (start.saturating_sub(14)..start)
            .rev()
            .take_while(|&i| !scene.is_break(i))
            .any(|i| scene.on(i, List::Loses))
}

/// 300 ألف جندي: so many soldiers are forces, whatever else is told of them.
pub(crate) fn is_soldiery(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let many = candidate.low.or(candidate.high).is_some_and(|n| n >= 100.into());
    let soldier = |word: &str| SOLDIER.fit(word);
    many && candidate.noun.is_some_and(|n| soldier(scene.text.folded(n)))
}

/// رهائن, مختطفين, محتجزين: people who were held before.
pub(crate) fn was_held(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    candidate.noun.and_then(|n| scene.hit(n)).is_some_and(|h| {
        h.person().is_some_and(|p| p.class == PersonClass::Detainee)
            || h.events().any(|e| {
                e.part == EventPart::VictimNoun
                    && matches!(e.count, CountKind::Held | CountKind::Kidnapped | CountKind::Arrested)
            })
    })
}

/// في عداد المفقودين, تحت الأنقاض, مصير 30 شخصا: where nothing else is told of them.
pub(crate) fn is_missing(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    // فيما لا يزال طفل | في عداد المفقودين: of one alone, what stands right behind.
    if candidate.bare {
        let [at, next, last] = [0, 1, 2].map(|i| scene.text.folded(candidate.end + i));
        return at == "في" && RECKONING.fit(next) && MISSING.fit(last)
            || UNDER.fit(at) && RUBBLE_ALONE.fit(next);
    }
    if are_detained(scene, candidate) {
        return false;
    }
    let fate = candidate.tokens.start.checked_sub(1).is_some_and(|p| WHOSE_FATE.fit(scene.text.folded(p)));
    if fate && (candidate.noun.is_some() || scene.is(candidate.tokens.end, Particle::Partitive)) {
        return true;
    }
    // في عداد المفقودين … بـ2700 شخص: as many as are missing.
    let start = candidate.tokens.start;
    let before = (sentence.start.max(start.saturating_sub(6))..start).rev();
    let before = before.take_while(|&i| !scene.is_break(i) && scene.quantity_at(i).is_none());
    before.chain(behind(scene, candidate, sentence)).any(|i| {
        let word = scene.text.folded(i);
        RECKONING.fit(word) && MISSING.fit(scene.text.folded(i + 1))
            || UNDER.fit(word) && scene.on(i + 1, List::Rubble)
    })
}

/// شاركوا في وقفة: they protested.
pub(crate) fn is_protest(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    behind(scene, candidate, sentence).any(|i| {
        let told = scene.hit(i).is_some_and(|h| {
            h.happening() == Some(EventKind::Protest)
                || h.events().any(|e| e.count == CountKind::Protesters && e.part == EventPart::Noun)
        });
        let held = || {
            let before = candidate.tokens.start.saturating_sub(3)..candidate.tokens.start;
            before.into_iter().any(|p| ORGANISED.fit(scene.text.folded(p)))
        };
        // اعتصامهم: their own.
        told && (scene.text.folded(i).ends_with("هم")
            || held()
            || scene.hit(i).is_some_and(|h| h.proclitics.has(Proclitics::BA))
            || i.checked_sub(1).is_some_and(|p| scene.text.folded(p) == "في"))
    })
}

/// فارق طفلان الحياة: a verb before those counted, and behind them what completes it.
pub(crate) fn split(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> Option<CountKind> {
    let start = candidate.tokens.start;
    let about = |i: &usize| scene.on(*i, List::About);
    let before = (sentence.start.max(start.saturating_sub(4))..start).rev().find(|i| !about(i))?;
    let verb = scene.text.folded(before);
    // فقد 500 موظف في 30 شركة | وظائفهم: behind another figure too.
    let end = sentence.end.min(candidate.end + reach::BELONGINGS);
    let behind = candidate.end..(candidate.end..end).find(|&i| scene.is_break(i)).unwrap_or(end);
    let joined = verb.strip_prefix(['و', 'ف']);
    // The letter that each form begins with: one look tells most.
    let letter = |word: &str| word.as_bytes().get(1).copied();
    let letters = [letter(verb), joined.and_then(letter)];
    let is = |form: &str| {
        // Its feminine and its plural: سلمت, سلموا.
        let ends = |verb: &str| verb.strip_prefix(form).is_some_and(|rest| matches!(rest, "" | "ت" | "وا"));
        ends(verb) || joined.is_some_and(ends)
    };
    let told = COMPLETIONS.iter().filter(|(form, ..)| letters.contains(&letter(form)) && is(form));
    let completed = |complement: &str| behind.clone().any(|i| scene.text.folded(i) == complement);
    told.into_iter().find(|(_, complement, _)| completed(complement)).map(|&(.., kind)| kind)
}

/// غادر 5 مصابين المستشفى, تعافى 900 مريض: those wounded or ill before, of whom something else is told.
pub(crate) fn recovers(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let start = candidate.tokens.start;
    (start.saturating_sub(2)..start).any(|i| RECOVERS.fit(scene.text.bare(i, Proclitics::WAW)))
}

/// المصابين … ثلاثة منهم: whose part it is, where the whole is named by no number; or all of them (القتلى هم أربعة), no part.
pub(crate) fn group(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> Option<(CountKind, bool)> {
    let start = candidate.tokens.start;
    let theirs =
        scene.hit(candidate.tokens.end).is_some_and(|h| h.is(Particle::Partitive) && h.proclitics.is_none());
    // القتلى هم أربعة جنود
    let they = start.checked_sub(1).is_some_and(|p| THEY.fit(scene.text.folded(p)));
    if !they && (candidate.bare || !theirs) {
        return None;
    }
    let floor = sentence.start.max(start.saturating_sub(reach::GROUP));
    let named = |i: usize| {
        let hit = scene.hit(i).filter(|_| scene.is_definite(i))?;
        let fate = |e: &&crate::vocabulary::EventWord| {
            e.part == EventPart::VictimNoun
                && e.flags.has(EventFlags::PLURAL)
                && !e.flags.has(EventFlags::STANCE)
                && !matches!(e.count, CountKind::People | CountKind::Attacks)
        };
        hit.events().find(fate).map(|e| e.count)
    };
    (floor..start).rev().find_map(named).map(|kind| (kind, theirs))
}

/// Whether a verb that needs it has its completion: لقي 20 شخصا … حتفهم, but تلقى 20 شخصا اللقاح.
pub(crate) fn is_completed(
    scene: &Scene<'_, '_>,
    verb: usize,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> bool {
    let met = scene.on(verb, List::Meets);
    let end = sentence.end.min(candidate.end + reach::COMPLETION);
    !met || (verb + 1..end).any(|i| {
        let word = scene.text.folded(i);
        // مصرع كل من: no completion.
        THEIR_END.fit(word)
    })
}

/// عدد المتعافين 2300, المصابون وعددهم 14: people whose noun stands before, as that which is numbered.
pub(crate) fn numbered(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> Option<CountKind> {
    let start = candidate.tokens.start;
    // المصابين البالغ عددهم 600 | من الأطفال: what part of the population they are.
    let of = || {
        scene.text.folded(candidate.tokens.end) == "من"
            && start.checked_sub(1).is_some_and(|p| scene.text.folded(p) == "عددهم")
    };
    if candidate.bare || candidate.noun.is_some() && !of() {
        return None;
    }
    let floor = sentence.start.max(start.saturating_sub(reach::NEAR_GOVERNOR));
    let kind = |at: usize| {
        let hit = scene.hit(at)?;
        let victim = hit.events().find(|e| e.part == EventPart::VictimNoun);
        (hit.person().is_some() || victim.is_some()).then_some(())?;
        let plural = hit.person().is_none_or(|p| p.number == crate::vocabulary::Grammatical::Plural)
            && victim.is_none_or(|v| v.flags.has(EventFlags::PLURAL));
        // عدد مقاتليه: who they are tells where no event noun does.
        let state = match hit.person().map(|p| p.class) {
            Some(PersonClass::Militant) => CountKind::Fighters,
            Some(PersonClass::Security) => CountKind::Troops,
            Some(PersonClass::Detainee) => CountKind::Held,
            _ => CountKind::People,
        };
        plural.then(|| victim.map_or(state, |v| v.count)).filter(|k| *k != CountKind::Attacks)
    };
    for at in (floor..start).rev() {
        if scene.is_stop(at) || scene.quantity_at(at).is_some() {
            return None;
        }
        let word = scene.text.folded(at);
        // عددهم: those of whom was spoken.
        if THEIR_NUMBER.fit(word) {
            let near = (at + 1..start).all(|i| scene.on(i, List::About) || scene.hit(i).is_none());
            return near.then(|| (floor..at).rev().find_map(kind).unwrap_or(CountKind::People));
        }
        if scene.on(at, List::Numbers) && word.ends_with("عدد") {
            return kind(at + 1);
        }
    }
    None
}

/// قتيل وجريحان في انفجار: a headline of nouns alone.
pub(crate) fn is_headline(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    let start = candidate.tokens.start;
    let opens = start == sentence.start
        || start.checked_sub(1).is_some_and(|p| {
            scene.is_colon(p)
                || matches!(scene.text.surface(p), "|" | "/" | "-" | "–" | "..")
                || scene.is_stop(p)
        });
    let next = candidate.end;
    let joined = || scene.proclitic(next, Proclitics::WAW).is_some();
    let told = || scene.on(next, List::Circumstance) || scene.on(next, List::Other);
    opens && (joined() || told())
}

/// 33 جنديا قتلى: what the noun behind them says.
pub(crate) fn predicate(scene: &Scene<'_, '_>, candidate: &Candidate) -> Option<CountKind> {
    let hit = scene.hit(candidate.end).filter(|h| h.proclitics.is_none() && !candidate.bare)?;
    candidate.noun.filter(|&n| n < candidate.end)?;
    let fate = |e: &&crate::vocabulary::EventWord| {
        e.part == EventPart::VictimNoun
            && e.flags.has(EventFlags::PLURAL)
            && matches!(e.count, CountKind::Killed | CountKind::Wounded | CountKind::Missing)
    };
    hit.events().find(fate).map(|e| e.count)
}

/// أربعون منهم أصيبوا: a part of which a verb of its own tells.
pub(crate) fn verb_of_part<'v>(scene: &Scene<'v, '_>, candidate: &Candidate) -> Option<Trigger<'v>> {
    let partitive = scene.is(candidate.tokens.end, Particle::Partitive);
    let at = if partitive { candidate.tokens.end + 1 } else { candidate.end };
    let told = trigger_at(scene, at)?;
    let subject = matches!(told.word.frame, EventFrame::Subj | EventFrame::Pass);
    (subject && told.word.flags.has(EventFlags::PLURAL)).then_some(told)
}

/// معلم ومعلمة, 36 امرأة وطفلا: one number for both.
pub(crate) fn shares_number(scene: &Scene<'_, '_>, candidate: &Candidate, last: &Tally) -> bool {
    let Some((noun, before)) = candidate.noun.zip(last.object.as_ref()) else { return false };
    let singular = last.low.or(last.high).is_some_and(|n| n > 10.into());
    let joined = scene.proclitic(noun, Proclitics::WAW).is_some() && before.end == noun;
    let word = scene.text.folded(noun);
    let female = word.strip_prefix('و').and_then(|w| w.strip_suffix('ه'));
    let masculine = scene.text.folded(before.start);
    let masculine = masculine.strip_suffix('ا').unwrap_or(masculine);
    let accusative = scene.text.surface(noun).trim_end_matches('\u{64B}').ends_with('ا');
    candidate.bare
        && singular
        && joined
        && last.tokens.end < before.end + usize::from(before.is_empty())
        && (accusative || female == Some(masculine))
}

/// 17 عنصرا من الجيش على الأقل, تجاوزت حصيلة الزلزال … 25 ألفا: a bound that stands behind those counted, or far before.
pub(crate) fn at_least(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    let start = candidate.tokens.start;
    let floor = sentence.start.max(start.saturating_sub(reach::NEAR_GOVERNOR));
    let exceeds = |i: &usize| scene.on(*i, List::Exceeds);
    let exceeded = (floor..start)
        .rev()
        .take_while(|&i| !scene.is_stop(i) && scene.quantity_at(i).is_none())
        .find(exceeds)
        .is_some_and(|i| i.checked_sub(1).is_none_or(|p| !scene.is(p, Particle::Negation)));
    if exceeded && !candidate.bare {
        return true;
    }
    !candidate.bare
        && behind(scene, candidate, sentence)
            .any(|i| scene.text.folded(i) == "علي" && scene.text.folded(i + 1) == "الاقل")
}

/// عنصر من الجيش: soldiers, no gunmen.
pub(crate) fn of_forces(scene: &Scene<'_, '_>, candidate: &Candidate) -> bool {
    let near = candidate.tokens.end..candidate.end + 3;
    near.into_iter().any(|i| scene.on(i, List::Forces) && scene.on(i, List::OfState))
}

/// يرتفع إلى 64 عدد القتلى, إلى 37 عدد المدنيين الذين قتلوا: the figure before the words that it numbers, and who they are.
pub(crate) fn announced(
    scene: &Scene<'_, '_>,
    candidate: &Candidate,
    sentence: &Range<usize>,
) -> Option<(CountKind, Range<usize>)> {
    let (start, numbers) = (candidate.tokens.start, candidate.tokens.end);
    let of = numbers + 1;
    let to = (start.saturating_sub(4)..start).rev().find(|&i| !scene.on(i, List::About))?;
    if candidate.bare
        || of >= sentence.end
        || !scene.on(numbers, List::Numbers)
        || !scene.is(to, Particle::Ila)
    {
        return None;
    }
    let victims = scene.hit(of).and_then(|h| h.events().find(|e| e.part == EventPart::VictimNoun));
    let owned = scene.text.folded(of);
    let kind = match victims {
        Some(victims) if !matches!(victims.count, CountKind::Attacks | CountKind::People) => victims.count,
        Some(victims) if victims.count == CountKind::Attacks => return None,
        None if THEIR_DEAD.fit(owned) => CountKind::Killed,
        None if THEIR_WOUNDED.fit(owned) => CountKind::Wounded,
        _ => {
            victims.map(|_| ()).or_else(|| scene.hit(of)?.person().map(|_| ()))?;
            let told = (of + 1..sentence.end.min(of + 6)).filter(|&i| scene.is(i, Particle::Relative));
            let told = told.filter_map(|i| trigger_at(scene, i + 1));
            let theirs = told.filter(|t| t.word.flags.has(EventFlags::PLURAL)).map(|t| t.word.count).next();
            theirs.unwrap_or(CountKind::People)
        }
    };
    Some((kind, of..of + 1))
}

/// ارتفاع عدد المقابر إلى 82: a noun that is no word for people is numbered.
pub(crate) fn numbers_things(scene: &Scene<'_, '_>, candidate: &Candidate, sentence: &Range<usize>) -> bool {
    let start = candidate.tokens.start;
    let to = (start.saturating_sub(4)..start).rev().find(|&i| !scene.on(i, List::About));
    if !to.is_some_and(|to| scene.is(to, Particle::Ila)) {
        return false;
    }
    let floor = sentence.start.max(start.saturating_sub(9));
    let number =
        (floor..start).rev().find(|&i| scene.on(i, List::Numbers) && NUMBER_OF.fit(scene.text.folded(i)));
    number.is_some_and(|i| {
        let of = i + 1;
        scene.is_definite(of)
            && scene.hit(of).is_none()
            && scene.entity_at(of).is_none()
            && !STATE_OF.fit(scene.text.folded(of))
    })
}
