//! What a count leaves unsaid because the text has told it: the whole of which it is a part, the attack that went before,
//! the same figure in headline and body.

use isnad_dates::{Date, Point, Reference, TimeValue};
use isnad_entities::{Entity, EntityType};
use isnad_numerals::Number;
use isnad_text::Span;

use crate::generated::vocabulary::{ANYBODY, CLAIMANT, DIED, FOUND, NO_CLAIM, OWNED, RECRUIT, STATE_FORCE};
use crate::scene::Scene;
use crate::tally::Tally;
use crate::vocabulary::{List, PersonClass};
use crate::{
    Claim, Class, Count, CountKind, Event, EventKind, Evidence, Named, Polarity, Precision, When, court,
    dated, discourse, slots, stated, sum,
};

/// What of a tally the count does not keep.
pub(crate) struct Seen {
    pub(crate) sentence: usize,
    pub(crate) militant: bool,
    token: usize,
    trigger: Option<usize>,
    /// The word that sums the figure up over a time, and whether it or another says that it is a sum.
    pub(crate) since: Option<usize>,
    pub(crate) summed: bool,
    pub(crate) of_war: bool,
    /// One past what is counted.
    end: usize,
    /// What somebody is accused of, not done by whoever else is told of.
    accused: bool,
    forces: bool,
}

impl Seen {
    /// Of all counts. مقتل جندي وإصابة آخر: another is one like the one before.
    pub(crate) fn all(scene: &Scene<'_, '_>, tallies: &[Tally]) -> Vec<Seen> {
        let mut all: Vec<Seen> = Vec::with_capacity(tallies.len());
        for tally in tallies {
            let mut seen = Seen::new(scene, tally);
            let another = tally.object.as_ref().is_none_or(|o| scene.on(o.start, List::Other));
            let before = all.last().filter(|b| another && b.sentence == seen.sentence);
            seen.forces |= before.is_some_and(|b| b.forces);
            all.push(seen);
        }
        all
    }

    pub(crate) fn new(scene: &Scene<'_, '_>, tally: &Tally) -> Seen {
        let figure = scene.token_near(tally.span.start, tally.tokens.start);
        let since = sum::since(scene, figure);
        let of_war = sum::of_war(scene, figure);
        Seen {
            since,
            of_war,
            summed: since.is_some() || of_war || sum::is_lasting(scene, figure),
            end: tally.object.as_ref().map_or(tally.tokens.end, |o| o.end).max(tally.tokens.end),
            sentence: tally.sentence,
            militant: is_militant(scene, tally),
            token: tally.tokens.start,
            trigger: tally.trigger,
            forces: is_forces(scene, tally),
            accused: tally.trigger.is_some_and(|t| court::is_accusation(scene, t)),
        }
    }
}

/// Whether gunmen are counted, who are more often killed by the other side.
fn is_militant(scene: &Scene<'_, '_>, tally: &Tally) -> bool {
    let Some(hit) = tally.object.as_ref().and_then(|o| scene.hit(o.start)) else { return false };
    // مجندين: soldiers, though gunmen may be recruits too.
    let soldiers = hit.person().is_some_and(|p| p.class == PersonClass::Security);
    let recruits = soldiers && RECRUIT.fit(scene.text.folded(hit.first));
    let gunmen = hit.person().is_some_and(|p| p.class == PersonClass::Militant)
        || !recruits && hit.events().any(|e| e.count == CountKind::Fighters);
    // مقاتلا, عنصرا من …: of whom, what follows says.
    let mut of = hit.end..hit.end + 4;
    if !gunmen || of.clone().any(|i| scene.on(i, List::Forces)) {
        return false;
    }
    let anybody = ANYBODY.fit(scene.text.folded(hit.first));
    !anybody
        || of.any(|i| {
            scene.entity_at(i).is_some_and(|e| e.entity_type == EntityType::Organisation)
                || scene.is_definite(i) && discourse::referred(scene, i).is_some()
        })
}

/// Whether soldiers or police are counted, who are not killed by their own.
pub(crate) fn is_forces(scene: &Scene<'_, '_>, tally: &Tally) -> bool {
    let hit = tally.object.as_ref().and_then(|o| scene.hit(o.start));
    hit.and_then(|h| h.person()).is_some_and(|p| p.class == PersonClass::Security)
}

/// مقتل اثنين في هجوم مماثل: of another attack than the one that is told of.
pub(crate) fn is_of_another(scene: &Scene<'_, '_>, seen: &Seen) -> bool {
    (seen.end..seen.end + 6).take_while(|&i| !scene.is_break(i)).any(|i| {
        scene.on(i, List::Another)
            && scene.hit(i - 1).is_some_and(|h| h.happening().is_some() || h.events().next().is_some())
    })
}

/// Whether the word that tells of a death tells of one that nobody brought about: توفي, مات.
fn is_natural(scene: &Scene<'_, '_>, seen: &Seen) -> bool {
    // عثر على جثث خمسة: nobody says who killed those found.
    let found = (seen.token.saturating_sub(7)..seen.token).any(|i| FOUND.fit(scene.text.folded(i)));
    found || is_of_another(scene, seen) || seen.trigger.is_some_and(|t| DIED.fit(scene.text.folded(t)))
}

/// How many sentences an event is gone on about.
const NEAR: usize = 3;

/// Fills what is missing from where it was told.
pub(crate) fn fill(
    scene: &Scene<'_, '_>,
    counts: &mut [Count],
    seen: &[Seen],
    events: &[Event],
    claims: &[Claim],
    reference: Option<Reference>,
    said: &[Span],
) {
    parts(counts, seen);
    let sums = sum::summed(scene, counts, seen);
    attackers(scene, counts, seen, &sums, events, claims, reference);
    dates(scene, counts, seen, &sums, reference);
    same_figures(counts, seen);
    theatre(scene, counts, seen, reference, said);
    sum::sums(scene, counts, seen, &sums);
    parts(counts, seen);
}

/// What is told of no place is told of where the text plays; a state (displaced, fighters) is not that of the sentence
/// before.
fn theatre(
    scene: &Scene<'_, '_>,
    counts: &mut [Count],
    seen: &[Seen],
    reference: Option<Reference>,
    said: &[Span],
) {
    let Some(place) = main_place(scene, said) else { return };
    for (count, seen) in counts.iter_mut().zip(seen) {
        // وفي مالي: of elsewhere.
        if slots::opens_anew(scene, seen.sentence) && count.place.is_none() {
            continue;
        }
        let state = matches!(count.kind, CountKind::Displaced | CountKind::Fighters | CountKind::Troops);
        // How many vote or work there may be of anywhere.
        if matches!(count.kind, CountKind::People | CountKind::Held) || is_background(scene, count, reference)
        {
            continue;
        }
        if count.place.is_none() || state && !own_place(count) {
            count.place = Some(place.clone());
        }
    }
}

/// A part has the circumstances of its whole.
fn parts(counts: &mut [Count], seen: &[Seen]) {
    let mut whole: Option<usize> = None;
    for (at, seen_part) in seen.iter().enumerate() {
        let Some((before, [count, ..])) = counts.split_at_mut_checked(at) else { break };
        if !count.part {
            // لفرنسا 300 جندي في النيجر و900 في تشاد: of the same country.
            let last =
                at.checked_sub(1).filter(|l| seen.get(*l).is_some_and(|s| s.sentence == seen_part.sentence));
            let troops = last
                .and_then(|l| before.get(l))
                .filter(|l| l.kind == count.kind && l.kind == CountKind::Troops);
            if let Some(troops) = troops.filter(|_| count.agent.is_none()) {
                count.agent.clone_from(&troops.agent);
            }
            whole = Some(at);
            continue;
        }
        let here = |w: &usize| seen.get(*w).is_some_and(|s| s.sentence == seen_part.sentence);
        // خطف 251 ما زال 116 منهم محتجزين: by the same.
        let goes_on = |w: &&Count| w.kind == count.kind || held_of(count.kind, w.kind);
        let whole = whole.filter(here).and_then(|w| before.get(w)).filter(goes_on);
        let Some(whole) = whole else { continue };
        if count.agent.is_none() {
            count.agent.clone_from(&whole.agent);
        }
        take_place(count, whole);
        take_date(count, whole);
    }
}

/// Whether those held were taken before: kidnapped or arrested.
const fn held_of(part: CountKind, whole: CountKind) -> bool {
    matches!(part, CountKind::Held) && matches!(whole, CountKind::Kidnapped | CountKind::Arrested)
}

/// Whether a count is of another year than the article, and so of another event.
fn is_background(scene: &Scene<'_, '_>, count: &Count, reference: Option<Reference>) -> bool {
    let own = count.date.as_ref().filter(|d| is_own(d.evidence));
    own.is_some_and(|d| is_other_year(scene, d, reference))
}

/// Whether a day is near that of the article, so that what is told around it may go on about it: not in March of an
/// article of September.
pub(crate) fn is_recent(scene: &Scene<'_, '_>, date: &When, reference: Option<Reference>) -> bool {
    let month = |day: Date| day.year() * 12 + i32::from(day.month());
    let start = match dated::told(scene, date) {
        Some(value) if matches!(Precision::of(&value), Precision::Day | Precision::Month) => {
            value.extent().and_then(|e| e.start)
        }
        _ => None,
    };
    start.zip(reference).is_none_or(|(start, today)| (month(today.date) - month(start.date)).abs() <= 1)
}

/// Whether a date is of another year than that of the article.
pub(crate) fn is_other_year(scene: &Scene<'_, '_>, date: &When, reference: Option<Reference>) -> bool {
    let year = |value: TimeValue| match value {
        // The first week of a year may begin in the one before.
        TimeValue::Point(Point::Week(Some((year, _)))) => Some(year),
        value => value.extent()?.start.map(|start| start.date.year()),
    };
    let told = dated::told(scene, date).map(year);
    reference.zip(told).is_some_and(|(r, told)| told != Some(r.date.year()))
}

/// Whether the count's own sentence says it.
const fn is_own(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Clause | Evidence::Sentence)
}

pub(crate) fn own_place(count: &Count) -> bool {
    count.place.as_ref().is_some_and(|p| is_own(p.evidence))
}

fn own_date(count: &Count) -> bool {
    count.date.as_ref().is_some_and(|d| is_own(d.evidence))
}

fn take_place(count: &mut Count, from: &Count) {
    if let Some(place) =
        from.place.as_ref().filter(|p| count.place.is_none() || !own_place(count) && is_own(p.evidence))
    {
        count.place = Some(place.clone());
        inherited(count.place.as_mut().map(|p| &mut p.evidence));
    }
}

fn take_date(count: &mut Count, from: &Count) {
    if !own_date(count)
        && let Some(date) = from.date.as_ref().filter(|d| is_own(d.evidence))
    {
        count.date = Some(date.clone());
        inherited(count.date.as_mut().map(|d| &mut d.evidence));
    }
}

fn inherited(evidence: Option<&mut Evidence>) {
    if let Some(evidence) = evidence {
        *evidence = Evidence::Earlier;
    }
}

/// An attack whose author the text names.
struct Attack<'a> {
    sentence: usize,
    by: &'a Named,
    date: Option<&'a When>,
    place: Option<&'a Named>,
}

/// Whether a name is of more than one person, who is more often named in passing.
fn is_body(scene: &Scene<'_, '_>, named: &Named) -> bool {
    let entity = named.entity.and_then(|i| scene.entities.get(i));
    // مقاتليها: whose, the name does not say.
    let name = scene.text.folded(scene.text.token_at(named.span.start));
    let owned = entity.is_none() && OWNED.fit(name) && !name.starts_with("ال");
    // ، متحدثة عن: who goes on speaking.
    let at = scene.text.token_at(named.span.start);
    let speaks = at.checked_sub(1).is_some_and(|p| scene.is_comma(p))
        && scene.hit(at).is_some_and(|h| h.cues().next().is_some());
    !owned && !speaks && entity.is_none_or(|e| e.entity_type != EntityType::Person)
}

/// The attacks of a text and who claimed them, in order.
fn attacks<'a>(scene: &Scene<'_, '_>, events: &'a [Event]) -> Vec<Attack<'a>> {
    let attack = |e: &&Event| {
        matches!(e.kind, EventKind::Attack | EventKind::Bombing | EventKind::Shelling | EventKind::AirStrike)
    };
    let mut near = 0;
    let told = events.iter().filter(attack).filter_map(|e| {
        near = scene.token_near(e.span.start, near);
        let sentence = scene.text.sentence_of(near)?;
        // اتهم الجيش الجماعة بقصف أحياء: an attack that is only laid to somebody.
        let by = e.agent.as_ref().filter(|by| is_body(scene, by) && by.evidence != Evidence::Object)?;
        Some(Attack { sentence, by, date: e.date.as_ref(), place: e.place.as_ref() })
    });
    told.collect()
}

/// Who claimed the attack that the text is about, and in which sentence.
fn responsible<'a>(scene: &Scene<'_, '_>, claims: &'a [Claim]) -> Option<(usize, &'a Named)> {
    let claimed = |c: &&Claim| c.cue.class == Class::ClaimResponsibility && c.polarity == Polarity::Asserted;
    claims.iter().filter(claimed).find_map(|c| {
        let at = scene.text.token_at(c.cue.span.start);
        let sentence = scene.text.sentence_of(at)?;
        // يتبنى دوريا هجمات: what it does again and again, but for a headline.
        let again = sentence > 1 && scene.has_imperfect_shape(at);
        Some((sentence, c.speaker.as_ref().filter(|by| !again && is_body(scene, by))?))
    })
}

/// Who is said to be behind an attack.
struct Suspect {
    sentence: usize,
    by: Named,
    /// The accusation tells of the attack itself, which is only for certain that of its own sentence.
    anew: bool,
}

/// All who are said to be behind an attack, in order.
fn suspects(scene: &Scene<'_, '_>, claims: &[Claim]) -> Vec<Suspect> {
    let of = |c: &Claim| {
        let sentence = scene.text.sentence_of(scene.text.token_at(c.cue.span.start))?;
        let (by, anew) = stated::suspect(scene, c)?;
        Some(Suspect { sentence, by, anew })
    };
    let accused = claims.iter().filter(|c| c.cue.class == Class::Accuse).filter_map(of);
    let answerable = scene.duties.within(0..scene.text.tokens().len()).filter_map(|at| {
        let named = discourse::named(scene, stated::answerable(scene, at)?, Evidence::Object);
        Some(Suspect { sentence: scene.text.sentence_of(at)?, by: named, anew: false })
    });
    let mut all: Vec<Suspect> = accused.chain(answerable).collect();
    all.sort_by_key(|s| s.sentence);
    all
}

/// The sentences of which it is said that nobody claimed what they tell.
fn disclaimed(scene: &Scene<'_, '_>, claims: &[Claim]) -> Vec<usize> {
    let denied = |c: &&Claim| c.cue.class == Class::ClaimResponsibility && c.polarity == Polarity::Denied;
    let at = |c: &Claim| scene.text.sentence_of(scene.text.token_at(c.cue.span.start));
    let duties = scene.duties.within(0..scene.text.tokens().len());
    let unclaimed = duties.filter(|&t| nobody_claims(scene, t));
    let unclaimed = unclaimed.filter_map(|t| scene.text.sentence_of(t));
    let mut all: Vec<usize> = claims.iter().filter(denied).filter_map(at).chain(unclaimed).collect();
    all.sort_unstable();
    all
}

/// أي جهة لم تعلن مسؤوليتها: whether nobody answers for it, by the word for what one answers for.
fn nobody_claims(scene: &Scene<'_, '_>, duty: usize) -> bool {
    let near = duty.saturating_sub(8)..duty + 5;
    let not = near.clone().any(|i| NO_CLAIM.fit(scene.text.folded(i)));
    not && near.into_iter().any(|i| {
        let word = scene.text.folded(i);
        word == "اي" && CLAIMANT.fit(scene.text.folded(i + 1)) || word == "احد"
    })
}

/// Those killed and wounded were so in the attack told nearest before, or that of which the headline tells.
fn attackers(
    scene: &Scene<'_, '_>,
    counts: &mut [Count],
    seen: &[Seen],
    sums: &[bool],
    events: &[Event],
    claims: &[Claim],
    reference: Option<Reference>,
) {
    let attacks = attacks(scene, events);
    let claimed = responsible(scene, claims);
    let chance = by_chance(scene, 0);
    let suspects = suspects(scene, claims);
    let disclaimed = disclaimed(scene, claims);
    let stories: Vec<usize> =
        (1..scene.text.sentences().len()).filter(|&s| slots::opens_story(scene, s)).collect();
    let told: Vec<(usize, CountKind)> =
        seen.iter().zip(counts.iter()).map(|(s, c)| (s.sentence, c.kind)).collect();
    for ((count, seen), &sum) in counts.iter_mut().zip(seen).zip(sums) {
        let harmed = matches!(count.kind, CountKind::Killed | CountKind::Wounded | CountKind::Kidnapped);
        let anew = slots::opens_anew(scene, seen.sentence);
        if !harmed
            || is_background(scene, count, reference)
            || seen.accused
            || count.agent.is_some()
            || seen.militant
            || chance
            || sum
            || is_natural(scene, seen)
            || by_chance(scene, seen.sentence)
        {
            continue;
        }
        let next = disclaimed.partition_point(|s| *s < seen.sentence);
        if disclaimed.get(next).is_some_and(|s| s - seen.sentence < NEAR) {
            continue;
        }
        let upto = attacks.partition_point(|a| a.sentence <= seen.sentence);
        let (before, after) = attacks.split_at(upto.min(attacks.len()));
        let anew_since =
            |a: &&Attack<'_>| (a.sentence + 1..=seen.sentence).any(|s| slots::opens_anew(scene, s));
        let before = before.last().filter(|a| seen.sentence - a.sentence <= NEAR).filter(|a| !anew_since(a));
        // An attack told behind with its own dead is another.
        let own =
            |a: &&Attack<'_>| seen.sentence == 0 || told.binary_search(&(a.sentence, count.kind)).is_err();
        let after =
            after.first().filter(|a| seen.sentence < 2 && a.sentence <= seen.sentence + NEAR).filter(own);
        let attack = before.or(after).filter(|a| same_day(count, a.date) && same_place(count, a.place));
        let story = |at: usize| stories.partition_point(|s| *s <= at);
        let claimed = || {
            let (at, by) = claimed?;
            let of_it = !anew && (!own_date(count) || seen.sentence < NEAR);
            (of_it && story(at) == story(seen.sentence)).then_some(by)
        };
        let suspect = || {
            let first = suspects.partition_point(|s| s.sentence + 1 < seen.sentence);
            let near = suspects.get(first..).into_iter().flatten();
            let mut near = near.take_while(|s| s.sentence <= seen.sentence + 1);
            Some(&near.find(|s| !s.anew || s.sentence == seen.sentence)?.by)
        };
        // نفذه انتحاري, وتبنى التنظيم: whose man he was says more.
        let named = attack.filter(|a| a.by.entity.is_some() || !generic(scene, a.by)).map(|a| a.by);
        let by = named.or_else(claimed).or(attack.map(|a| a.by)).or_else(suspect);
        // جيش … مقتل جندي: soldiers do not fall to their own.
        let by = by.filter(|by| !seen.forces || !of_state(scene, by));
        count.agent = by.map(|by| Named { evidence: Evidence::Earlier, ..by.clone() });
    }
}

/// انتحاري, مسلحون: a gunman without a name.
fn generic(scene: &Scene<'_, '_>, by: &Named) -> bool {
    let first = scene.text.token_at(by.span.start);
    scene.hit(first).and_then(|h| h.person()).is_some_and(|p| p.class == PersonClass::Militant)
}

/// جيش, عدوان إسرائيلي: of a state, by its forces or its adjective.
fn of_state(scene: &Scene<'_, '_>, by: &Named) -> bool {
    let tokens = scene.text.token_at(by.span.start)..scene.text.token_at(by.span.end);
    tokens.take(6).any(|i| STATE_FORCE.fit(scene.text.folded(i)))
}

/// Whether nothing says that a count is of another day.
fn same_day(count: &Count, date: Option<&When>) -> bool {
    let own = count.date.as_ref().filter(|d| is_own(d.evidence));
    // منذ مطلع العام: no single attack brought about what a year did.
    if own.is_some_and(|d| !d.is_one_day()) {
        return false;
    }
    let Some((own, date)) = own.zip(date.filter(|d| is_own(d.evidence))) else { return true };
    own.value == date.value
}

/// Whether a count is of another country than a place.
fn abroad(scene: &Scene<'_, '_>, count: &Count, place: Option<&Named>) -> bool {
    let country = |named: &Named| scene.entities.get(named.entity?)?.country.as_deref();
    let own = count.place.as_ref().filter(|p| is_own(p.evidence)).and_then(country);
    own.zip(place.and_then(country)).is_some_and(|(own, other)| own != other)
}

/// Whether nothing says that a count is of another place.
fn same_place(count: &Count, place: Option<&Named>) -> bool {
    let own = count.place.as_ref().filter(|p| is_own(p.evidence));
    let Some((own, place)) = own.zip(place.filter(|p| is_own(p.evidence))) else { return true };
    own.names.iter().any(|name| place.names.contains(name))
}

/// Whether a sentence tells of a disaster or an accident, that nobody did.
fn by_chance(scene: &Scene<'_, '_>, sentence: usize) -> bool {
    tells(scene, sentence, &[EventKind::Disaster, EventKind::Accident])
}

/// Whether a sentence tells of an event of one of these kinds.
fn tells(scene: &Scene<'_, '_>, sentence: usize, kinds: &[EventKind]) -> bool {
    let tokens = scene.text.sentences().get(sentence).map_or(0..0, |s| s.tokens.clone());
    scene.happenings(&tokens).any(|kind| kinds.contains(&kind))
}

/// What is gone on about happened when it was last said to have, and a headline's event when its body says.
fn dates(
    scene: &Scene<'_, '_>,
    counts: &mut [Count],
    seen: &[Seen],
    sums: &[bool],
    reference: Option<Reference>,
) {
    let mut last: Option<(usize, When, Option<Named>)> = None;
    // A quake is one, in whatever country its dead are counted.
    let disaster = (0..2).any(|lead| tells(scene, lead, &[EventKind::Disaster]));
    for ((count, seen), &sum) in counts.iter_mut().zip(seen).zip(sums) {
        if own_date(count) && harm(count.kind) && is_one_day(count) {
            let of_now =
                seen.sentence < 2 || count.date.as_ref().is_none_or(|d| is_recent(scene, d, reference));
            last = count.date.clone().filter(|_| of_now).map(|d| (seen.sentence, d, count.place.clone()));
        } else if lacks_date(count) && harm(count.kind) {
            let near = last.as_ref().filter(|(sentence, ..)| seen.sentence - sentence <= NEAR);
            let anew = |from: usize| (from + 1..=seen.sentence).any(|s| slots::opens_anew(scene, s));
            let near = near.filter(|(from, ..)| (disaster || !anew(*from)) && !sum);
            // In another country it is another event.
            let near = near.filter(|(.., place)| disaster || !abroad(scene, count, place.as_ref()));
            if let Some((_, date, _)) = near {
                count.date = Some(When { evidence: Evidence::Earlier, ..date.clone() });
            }
        }
    }
}

/// Whether the date is a single day.
fn is_one_day(count: &Count) -> bool {
    count.date.as_ref().is_some_and(When::is_one_day)
}

fn lacks_date(count: &Count) -> bool {
    count.date.as_ref().is_none_or(|d| d.evidence == Evidence::Reference)
}

pub(crate) const fn harm(kind: CountKind) -> bool {
    matches!(
        kind,
        CountKind::Killed
            | CountKind::Wounded
            | CountKind::Missing
            | CountKind::Kidnapped
            | CountKind::Arrested
            | CountKind::Escaped
            | CountKind::Freed
            | CountKind::Attacks
    )
}

/// The same figure of the same kind is the same count: a headline is told in full below, a lead above.
fn same_figures(counts: &mut [Count], seen: &[Seen]) {
    let figure = |c: &Count| (c.kind, c.low.or(c.high), c.high.or(c.low));
    let whole = counts.iter().enumerate().filter(|(_, c)| !c.part);
    let mut figures: Vec<_> = whole.map(|(at, c)| (figure(c), at)).collect();
    figures.sort_unstable();
    for same in figures.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
        let mut full: Option<Count> = None;
        for count in same.iter().filter_map(|(_, at)| counts.get(*at)) {
            let all = full.get_or_insert_with(|| count.clone());
            if all.agent.is_none() && same_day(count, all.date.as_ref()) {
                all.agent.clone_from(&count.agent);
            }
            if !own_place(all) && own_place(count) {
                all.place.clone_from(&count.place);
            }
            if !own_date(all) && own_date(count) || lacks_date(all) && !lacks_date(count) {
                all.date.clone_from(&count.date);
            }
        }
        let Some(full) = full else { continue };
        for (_, at) in same {
            let Some((count, seen)) = counts.get_mut(*at).zip(seen.get(*at)) else { continue };
            take_told(count, seen, &full);
        }
    }
}

/// Fills a count from all that is told of its figure.
fn take_told(count: &mut Count, seen: &Seen, from: &Count) {
    let telling = count.low.or(count.high).is_some_and(|n| n >= Number::from(SMALL));
    if !telling && seen.sentence >= NEAR {
        return;
    }
    if count.agent.is_none() && same_day(count, from.date.as_ref()) {
        count.agent = from.agent.clone().map(|a| Named { evidence: Evidence::Earlier, ..a });
    }
    if count.place.is_none() || seen.sentence == 0 {
        take_place(count, from);
    }
    take_date(count, from);
    // A headline's event is of the day that its body gives, if only by when it was announced.
    if seen.sentence == 0 && lacks_date(count) && !lacks_date(from) {
        count.date.clone_from(&from.date);
        inherited(count.date.as_mut().map(|d| &mut d.evidence));
    }
}

/// Smaller figures come twice by chance.
const SMALL: i64 = 10;

/// Where the text plays: the first place in its first sentences that something is said to have happened in.
fn main_place(scene: &Scene<'_, '_>, said: &[Span]) -> Option<Named> {
    let sentences = scene.text.sentences().iter().enumerate().take(NEAR + 1);
    let sentences = sentences.take_while(|(at, _)| !slots::opens_anew(scene, *at));
    let places = |apart: bool| {
        let mut places = sentences.clone().filter_map(|(_, s)| {
            let all: &[Entity] = scene.entities_in(s.tokens.clone());
            slots::first_located(scene, all.iter().filter(|e| !apart || !slots::is_inside(said, e)))
        });
        places.next()
    };
    // سوريا: …, العراق.. …: what the headline names before it begins.
    let topic = || {
        let first = scene.entities.first().filter(|e| e.tokens.start == 0)?;
        let apart = scene.is_colon(first.tokens.end) || scene.text.surface(first.tokens.end) == "..";
        (first.entity_type == EntityType::Location && apart).then_some(first)
    };
    let place = places(true).or_else(|| places(false)).or_else(topic)?;
    Some(slots::within_places(scene, place, Evidence::Earlier))
}
