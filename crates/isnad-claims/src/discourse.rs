//! Who speaks where only the verb holds the subject, and the names by which a speaker is known.

use core::cell::LazyCell;
use core::ops::Range;
use std::borrow::Cow;

use isnad_entities::{Entity, EntityType};
use isnad_text::Proclitics;

use crate::content::Content;
use crate::cue::Site;
use crate::generated::vocabulary::{BODY, SPOKESMAN, THEREIN};
use crate::scene::Scene;
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, List, Part, Particle, SpeakerKind};
use crate::{Evidence, Named};

mod unnamed;

use unnamed::{brief_head, goes_on, quoted_name};

/// The names of who speaks at each site, in order; `None` where nobody is named.
pub(crate) fn speakers(
    scene: &Scene<'_, '_>,
    sites: &[Site],
    contents: &[Option<Content>],
) -> Vec<Option<Named>> {
    let mut speakers = Vec::with_capacity(sites.len());
    let mut known: Vec<Known> = Vec::new();
    // Where what a person says ends: who is quoted in it does not carry the discourse on.
    let mut said = 0;
    for (site, content) in sites.iter().zip(contents) {
        let nested = site.span.start < said;
        let mut carried = None;
        let names = match &site.source {
            Some(source) => {
                let mut named = names(scene, source.clone(), &known, Evidence::Source);
                if let Some(same) = goes_on(scene, site, source, &known).filter(|_| named.names.len() == 1) {
                    named.entity = same.entity;
                    named.names.extend(same.names.iter().rev().take(2).cloned());
                }
                // ذكرت صحيفة نقلا عن مصدر. وأضافت: whoever handed it on may go on, by the form of the verb.
                let goes_on_by_verb =
                    !site.relayed && matches!(site.word.part, Part::Perfect | Part::Imperfect);
                if let Some(via) = site.via.as_ref().filter(|v| v.start < source.start && goes_on_by_verb) {
                    known.push(Known {
                        head: via.start,
                        named: self::names(scene, via.clone(), &known, Evidence::Source),
                        flags: site.word.flags,
                        sentence: site.sentence,
                        nested,
                    });
                }
                if site.word.part != Part::Noun {
                    known.push(Known {
                        head: source.start,
                        named: named.clone(),
                        // نقلت صحيفة عن مسؤولين: the verb agrees with the outlet.
                        flags: if site.relayed {
                            CueFlags::default()
                        } else if site.via.as_ref().is_some_and(|v| v.start < source.start) {
                            gender(scene, source.start)
                        } else {
                            site.word.flags
                        },
                        sentence: site.sentence,
                        nested: nested || is_of_speaker(scene, source),
                    });
                    carried = Some(source.start);
                }
                Some(named)
            }
            // تشير التقديرات: what is estimated has no speaker but the estimates themselves.
            None if site.word.part == Part::Impersonal
                && site.word.class == crate::Class::Estimate
                && site.tokens.len() == 2
                && !source::is_preposition(scene, site.tokens.start) =>
            {
                let estimates = site.tokens.start + 1;
                Some(Named {
                    names: vec![clean(scene.text.surface(estimates)).into_owned(), "estimates".to_string()],
                    span: scene.text.span_of(estimates..estimates + 1),
                    entity: None,
                    evidence: Evidence::Source,
                })
            }
            None if site.word.flags.has(CueFlags::NO_SOURCE) => None,
            None if site.word.part == Part::Noun && !site.word.flags.has(CueFlags::PRONOUN) => None,
            // بيان أكد فيه: whoever made the document, which the sentence names.
            None if THEREIN.fit(scene.text.folded(site.tokens.end)) => {
                let maker = site.maker.clone().map(|m| names(scene, m, &known, Evidence::Discourse));
                let named = maker.or_else(|| subject(scene, site));
                if let Some(named) = &named {
                    known.push(Known {
                        head: site.maker.as_ref().map_or(site.tokens.start, |m| m.start),
                        named: named.clone(),
                        flags: site.word.flags,
                        sentence: site.sentence,
                        nested,
                    });
                }
                named.or_else(|| resolve(&known, site).map(Known::carry))
            }
            None => match acts(scene, site, &known) {
                Some(head) => {
                    let named = names(scene, head.clone(), &known, Evidence::Discourse);
                    known.push(Known {
                        head: head.start,
                        named: named.clone(),
                        flags: site.word.flags,
                        sentence: site.sentence,
                        nested,
                    });
                    carried = Some(head.start);
                    Some(named)
                }
                None => {
                    let found = resolve(&known, site);
                    // رفع المتظاهرون شعارات تطالب ب…، | وهتفوا: nobody who spoke agrees.
                    if found.is_none()
                        && let Some(head) = acting(scene, site)
                    {
                        speakers.push(Some(names(scene, head, &known, Evidence::Discourse)));
                        continue;
                    }
                    let finite = matches!(site.word.part, Part::Perfect | Part::Imperfect);
                    if let Some(last) = found.filter(|_| finite && !nested) {
                        carried = Some(last.head);
                        let named = Named { evidence: Evidence::Discourse, ..last.named.clone() };
                        known.push(Known {
                            head: last.head,
                            named: named.clone(),
                            flags: last.flags,
                            sentence: site.sentence,
                            nested: false,
                        });
                        Some(named)
                    } else {
                        found.map(Known::carry).or_else(|| subject(scene, site))
                    }
                }
            },
        };
        let outlet = |head| scene.hit(head).is_some_and(|h| h.speaker() == Some(SpeakerKind::Outlet));
        if let Some(content) = content
            && !nested
            && carried.is_some_and(|head| !outlet(head))
            && content.span.start >= site.span.end
        {
            said = content.span.end;
        }
        speakers.push(names);
    }
    speakers
}

/// `وصل وزير الخارجية إلى بيروت | وقال إن`: who acts in the clause before, where nobody speaks in the sentence yet.
fn acts(scene: &Scene<'_, '_>, site: &Site, known: &[Known]) -> Option<Range<usize>> {
    let start = scene.text.sentences().get(site.sentence)?.tokens.start;
    let finite = matches!(site.word.part, Part::Perfect | Part::Imperfect | Part::Participle);
    let joined = site.tokens.start > start
        && (site.word.part == Part::Participle
            || scene.proclitic(site.tokens.start, Proclitics::WAW).is_some()
            // لكنه | شدد
            || scene.is(site.tokens.start - 1, Particle::Cut)
                && isnad_text::pronoun_len(scene.text.surface(site.tokens.start - 1)) > 0);
    let spoken = known.last().is_some_and(|k| k.sentence == site.sentence);
    if !finite || !joined || spoken {
        return None;
    }
    acting(scene, site)
}

/// The subject of the verb that begins the sentence, if the cue agrees with it.
fn acting(scene: &Scene<'_, '_>, site: &Site) -> Option<Range<usize>> {
    let start = scene.text.sentences().get(site.sentence)?.tokens.start;
    let mut at = start;
    while at < site.tokens.start
        && (scene.is_comma(at)
            || scene.date_at(at).is_some()
            || [Particle::Connective, Particle::Adverb, Particle::Qad, Particle::Kana, Particle::Negation]
                .iter()
                .any(|&p| scene.is(at, p)))
    {
        at = scene.hit(at).map_or(at + 1, |h| h.end);
    }
    let verb = scene.text.folded(at);
    let nominal = scene.is_definite(at) || source::names_somebody(scene, at) || scene.entity_at(at).is_some();
    let phrase = source::is_preposition(scene, at) || scene.hit(at).is_some_and(|h| h.particle().is_some());
    if nominal || phrase || at >= site.tokens.start {
        return None;
    }
    let feminine = verb.ends_with('ت') || scene.text.bare(at, Proclitics::WAW).starts_with('ت');
    let agrees = !(site.word.flags.has(CueFlags::F) && !feminine
        || site.word.flags.has(CueFlags::M) && verb.ends_with('ت'));
    let (subject, _) = source::leading(scene, at + 1..site.tokens.start.min(at + 24));
    subject.filter(|s| agrees && source::is_plausible(scene, s.start))
}

/// The gender of a noun, by its form.
fn gender(scene: &Scene<'_, '_>, noun: usize) -> CueFlags {
    let plural = scene.text.folded(noun).starts_with("مصادر");
    if plural || scene.text.surface(noun).ends_with('ة') { CueFlags::F } else { CueFlags::M }
}

/// A speaker who was named.
struct Known {
    /// First token of the noun phrase.
    head: usize,
    named: Named,
    flags: CueFlags,
    sentence: usize,
    /// Within what another says.
    nested: bool,
}

impl Known {
    /// Who goes on speaking.
    fn carry(&self) -> Named {
        Named { evidence: Evidence::Discourse, ..self.named.clone() }
    }
}

/// بلاده, حكومتها: the pronoun stands for who speaks already.
fn is_of_speaker(scene: &Scene<'_, '_>, source: &Range<usize>) -> bool {
    let word = scene.text.surface(source.start);
    source.len() == 1
        && scene.entity_at(source.start).is_none()
        && word.chars().count() > 3
        && isnad_text::pronoun_len(word) > 0
}

/// The last speaker who agrees with the verb. A participle goes with the clause it stands in.
fn resolve<'k>(known: &'k [Known], site: &Site) -> Option<&'k Known> {
    let agrees = |k: &&Known| {
        let unlike = |a, b| k.flags.has(a) && site.word.flags.has(b);
        !(unlike(CueFlags::M, CueFlags::F) || unlike(CueFlags::F, CueFlags::M))
    };
    let near = known.iter().rev().take(40).take_while(|k| site.sentence - k.sentence <= 12);
    let outer = near.clone().filter(|k| !k.nested);
    let same = |k: &&Known| k.sentence == site.sentence;
    let found = if site.word.part == Part::Participle {
        let agreed = outer.clone().filter(same).find(agrees);
        agreed.or_else(|| outer.clone().find(same)).or_else(|| near.clone().find(same))
    } else {
        None
    };
    found.or_else(|| outer.clone().find(agrees)).or_else(|| near.clone().find(agrees))
}

/// The subject of the sentence so far, where nobody spoke before: `نشرت الأمم المتحدة تقريراً … حذرت فيه من`.
fn subject(scene: &Scene<'_, '_>, site: &Site) -> Option<Named> {
    let start = scene.text.sentences().get(site.sentence)?.tokens.start;
    let entity = (start..site.tokens.start.min(start + 60)).find_map(|i| {
        scene
            .entity_from(i)
            .filter(|e| matches!(e.entity_type, EntityType::Organisation | EntityType::Person))
    })?;
    Some(named(scene, entity, Evidence::Discourse))
}

/// The names of a source: as it stands, the canonical name, the English label.
fn names(scene: &Scene<'_, '_>, source: Range<usize>, known: &[Known], evidence: Evidence) -> Named {
    let mut of = None;
    let span = span(scene, &source);
    let mut names = Vec::with_capacity(MOST_NAMES);
    add(&mut names, clean(scene.text.slice(span)));
    let plain = |i: usize| is_plain(scene, i);
    // الوزير الأول، | أيمن بن صالح: a title is no name.
    let title = |e: &&Entity| {
        e.entity_type == EntityType::Person
            && scene.is_definite(e.tokens.start)
            && scene.hit(e.tokens.start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
    };
    let same = LazyCell::new(|| same_name(scene, &source, known));
    let brief = brief_head(scene, &source);
    // مصدر أمني في حلب: where he is does not name him.
    let elsewhere = |e: &&Entity| brief.is_some() && e.entity_type == EntityType::Location;
    let entities =
        || source.clone().filter_map(|i| scene.entity_from(i)).filter(|e| !title(e) && !elsewhere(e));
    let person = entities().find(|e| e.entity_type == EntityType::Person);
    let head = scene.entity_at(source.start).filter(|e| !title(e)).or_else(|| {
        let role = scene.hit(source.start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person));
        let speaks_for = SPOKESMAN.fit(scene.text.folded(source.start));
        entities().next().filter(|_| !role || speaks_for)
    });
    // شركة البث السويدية | سبوتيفاي: the name behind what it is.
    let head = head.map(|e| {
        let next = scene
            .entity_from(e.tokens.end)
            .filter(|n| n.tokens.end == source.end && n.entity_type == e.entity_type && n.id.is_some());
        next.unwrap_or(e)
    });
    if let Some(entity) = person.or(head) {
        of = scene.entity_index(entity.tokens.start);
        // شيخة حسينة | واجد: a name that the layer below knows in part.
        let rest = entity.tokens.end..source.end;
        let named = |i: usize| {
            plain(i)
                || scene.entity_at(i).is_none()
                    && !scene.is_definite(i)
                    && scene.hit(i).is_some_and(|h| h.particle().is_none() && h.speaker().is_none())
        };
        let longer = rest.take_while(|&i| named(i)).take(3).count();
        let longer = longer + entity.tokens.end;
        let whole = longer == source.end
            || scene.is_comma(longer)
            || scene.hit(longer).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person));
        let more = person.is_some() && whole && (1..=2).contains(&(longer - entity.tokens.end));
        // بير | ديان جعفر: the first of its names is unknown.
        let first =
            |i: &usize| plain(*i) && !scene.is_definite(*i) && scene.proclitic(*i, Proclitics::BA).is_none();
        let start = (source.start + 1..entity.tokens.start).rev().take_while(first).last();
        let start = start.filter(|&s| {
            person.is_some()
                && entity.tokens.start - s <= 2
                && (scene.is_comma(s - 1)
                    || scene.is_definite(s - 1)
                    || scene.hit(s - 1).is_some_and(|h| h.speaker().is_some()))
        });
        if let Some(start) = start {
            add(&mut names, words(scene, start..entity.tokens.end));
        } else if more {
            add(&mut names, words(scene, entity.tokens.start..longer));
        }
        if let Some(name) = leading_name(scene, &source).filter(|_| person.is_none()) {
            add(&mut names, name);
        }
        add_names_of(&mut names, scene, entity);
    } else if let Some(whom) = honoured(scene, &source, known).or_else(|| *same) {
        of = whom.entity;
        whom.names.iter().for_each(|name| add(&mut names, name.into()));
    } else if let Some(name) = trailing_name(scene, &source) {
        add(&mut names, name);
    } else if let Some(antecedent) = antecedent(scene, &source, known) {
        of = antecedent.entity;
        antecedent.names.into_iter().for_each(|name| add(&mut names, name.into()));
    }
    if names.len() == 1 {
        if let Some(whom) = *same {
            of = whom.entity.or(of);
            whom.names.iter().rev().take(2).for_each(|name| add(&mut names, name.into()));
        } else if let Some(name) = brief.or_else(|| quoted_name(scene, &source)) {
            add(&mut names, name.into());
        }
    }
    Named { names, span, entity: of, evidence }
}

/// How many names are kept of anybody.
const MOST_NAMES: usize = 3;

/// Adds a name, unless it is the one before or there are enough.
fn add(names: &mut Vec<String>, name: Cow<'_, str>) {
    if names.len() < MOST_NAMES && names.last().is_none_or(|last| *last != name) {
        names.push(name.into_owned());
    }
}

/// Adds the names of an entity: as the text has it, the canonical one, the English label.
fn add_names_of(names: &mut Vec<String>, scene: &Scene<'_, '_>, entity: &Entity) {
    add(names, entity_name(scene, entity));
    let others = [entity.name.as_deref(), entity.label.as_deref()];
    others.into_iter().flatten().for_each(|name| add(names, name.into()));
}

/// Some words as a name.
fn words<'t>(scene: &Scene<'_, 't>, tokens: Range<usize>) -> Cow<'t, str> {
    clean(scene.text.slice(scene.text.span_of(tokens)))
}

/// سموه, معاليه: the title stands for the last who was named beside one.
fn honoured<'k>(scene: &Scene<'_, '_>, source: &Range<usize>, known: &'k [Known]) -> Option<&'k Named> {
    let alone = source.len() == 1 && scene.on(source.start, List::Honorific);
    let of_person = |k: &&Known| !k.nested && (k.named.entity.is_some() || k.named.names.len() > 1);
    let last = known.iter().rev().take(20).filter(|_| alone).find(of_person)?;
    Some(&last.named)
}

/// The last byte of ،.
const COMMA: u8 = 0x8C;

/// قال سامر حداد … قال حداد: the last of the names by which somebody was named, where no layer below knows it.
fn same_name<'k>(scene: &Scene<'_, '_>, source: &Range<usize>, known: &'k [Known]) -> Option<&'k Named> {
    let name = scene.text.slice(scene.text.span_of(source.clone()));
    let person = |i: usize| {
        scene.entity_at(i).is_some_and(|e| e.entity_type == EntityType::Person && e.label.is_none())
    };
    let bare = source.len() <= 2
        && source.clone().all(|i| is_plain(scene, i) || person(i))
        && (!scene.is_definite(source.start) || person(source.start));
    // Folded to the end, so that the compiler makes vectors of it; few names hold a comma.
    let parted = |n: &str| n.bytes().fold(false, |any, b| any | (b == COMMA));
    let bears = |k: &&Known| {
        k.named.names.iter().any(|n| {
            n.strip_suffix(name).is_some_and(|first| first.ends_with(' '))
                || parted(n)
                    && n.split_once('،').is_some_and(|(n, _)| n.ends_with(name) && n.len() > name.len())
        })
    };
    known.iter().rev().take(if bare { 60 } else { 0 }).find(bears).map(|k| &k.named)
}

/// A word that no layer knows, as those of names.
fn is_plain(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.hit(at).is_none()
        && scene.entity_at(at).is_none()
        && scene.text.token(at).is_some_and(|t| t.is_arabic())
}

/// The name before a title, where no layer below knows it: طارق مرتضى | الناطق باسم النقابة.
fn leading_name<'t>(scene: &Scene<'_, 't>, source: &Range<usize>) -> Option<Cow<'t, str>> {
    // الباحث | آد ستون | مدير المشروع: behind a first title.
    let title = |i: usize| scene.hit(i).filter(|h| h.speaker() == Some(SpeakerKind::Person));
    let start =
        title(source.start).filter(|_| scene.is_definite(source.start)).map_or(source.start, |h| h.end);
    let end = (start..source.end).find(|&i| !is_plain(scene, i))?;
    let titled = scene.is_definite(end) || scene.is_comma(end) || title(end).is_some();
    let named = (2..=4).contains(&(end - start)) && !(start..end).take(2).any(|i| scene.is_definite(i));
    (titled && named).then(|| words(scene, start..end))
}

/// The name at the end of a title, where no layer below knows it: رئيس المجلس | عبد الكريم العلمي.
fn trailing_name<'t>(scene: &Scene<'_, 't>, source: &Range<usize>) -> Option<Cow<'t, str>> {
    let titled = scene.hit(source.start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person));
    let plain = |i: usize| is_plain(scene, i);
    let mut start = source.end;
    while start > source.start + 1 && plain(start - 1) {
        start -= 1;
    }
    while start < source.end && scene.is_definite(start) {
        start += 1;
    }
    (titled && (2..=4).contains(&(source.end - start))).then(|| words(scene, start..source.end))
}

/// The names of somebody who acts, wherever in the text he was named.
pub(crate) fn plain_names(scene: &Scene<'_, '_>, source: Range<usize>, evidence: Evidence) -> Named {
    let brief = brief_head(scene, &source);
    let mut named = names(scene, source, &[], evidence);
    named.names.retain(|n| Some(n) != brief.as_ref());
    named
}

/// What a definite noun without a name takes up: المنظمة ← منظمة الصحة العالمية.
fn antecedent(scene: &Scene<'_, '_>, source: &Range<usize>, known: &[Known]) -> Option<Named> {
    let noun = source.clone().find(|&i| scene.is_definite(i))?;
    let bare = bare(scene, noun)?;
    let is_head = |i: usize| matches(scene, i, bare);
    let statement = source.len() == 1 && bare == "بيان";
    // محافظ البنك المركزي, not of البنك الدولي: an adjective tells bodies apart.
    let head = scene.hit(source.start).and_then(|h| h.speaker());
    let adjective = noun + 1 < source.end && scene.is_definite(noun + 1);
    let person = scene.hit(noun).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person));
    let bears = |names: &[String]| {
        let adjective = scene.text.surface(noun + 1);
        names.iter().any(|n| n.contains(adjective))
    };
    let other = |names: &[String]| {
        let second =
            |n: &String| n.split(' ').nth(1).is_some_and(|w| w.starts_with("ال") && shape::is_nisba(w));
        names.iter().any(second)
    };
    let alike = |n: &Named| person || !adjective || bears(&n.names) || !other(&n.names);
    // وكيل | اللاعب: another man than the player.
    if noun > source.start && person && head != Some(SpeakerKind::Document) {
        return None;
    }
    let taken = known.iter().rev().take(100).find(|k| is_head(k.head) && alike(&k.named));
    if noun <= source.start + 1
        && let Some(known) = taken.filter(|k| !statement || k.named.names.len() > 1)
    {
        return Some(known.named.clone());
    }
    // أضاف البيان: of whoever put it out.
    let document = |i: usize| scene.hit(i).is_some_and(|h| h.speaker() == Some(SpeakerKind::Document));
    let near = known.iter().rev().take(if statement { 100 } else { 0 });
    let mut authors = near.filter(|k| !k.nested && !document(k.head) && source.start - k.head < 200);
    if let Some(author) = authors.next() {
        return Some(author.named.clone());
    }
    referred(scene, noun).map(|e| named(scene, e, Evidence::Source)).filter(alike).or_else(|| {
        // المليشيا: a body without a name, right after one with a name has spoken.
        let body = source.len() == 1
            && BODY.fit(bare)
            && scene.hit(source.start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Collective));
        known
            .last()
            .filter(|k| body && !document(k.head) && k.named.names.len() > 1 && source.start - k.head < 80)
            .map(|k| k.named.clone())
    })
}

/// The last entity before a definite noun whose name begins with that noun: التنظيم ← تنظيم داعش.
pub(crate) fn referred<'a>(scene: &Scene<'a, '_>, noun: usize) -> Option<&'a Entity> {
    let bare = bare(scene, noun)?;
    let mut before = scene.entities.partition_point(|e| e.tokens.start < noun);
    if before.checked_sub(1).and_then(|last| scene.entities.get(last)).is_some_and(|e| e.tokens.end > noun) {
        before -= 1;
    }
    let candidates = scene.entities.get(..before)?.iter().zip(&scene.tails).rev().take(300);
    let tail = tail(bare);
    let mut alike = candidates.filter(|(_, of)| tail.is_none() || **of == tail);
    alike.find(|(e, _)| matches(scene, e.tokens.start, bare)).map(|(e, _)| e)
}

/// The last two letters of a word: what two words that [`matches`] holds for have in common.
pub(crate) fn tail(folded: &str) -> Option<[u8; 4]> {
    folded.as_bytes().last_chunk().copied()
}

/// A definite noun without its article and what is written before that: للتنظيم → تنظيم.
fn bare<'s>(scene: &'s Scene<'_, '_>, noun: usize) -> Option<&'s str> {
    let folded = scene.text.folded(noun);
    ["ال", "لل", "وال", "بال", "فال"].iter().find_map(|article| folded.strip_prefix(article))
}

fn matches(scene: &Scene<'_, '_>, token: usize, bare: &str) -> bool {
    let folded = scene.text.folded(token);
    folded == bare || folded.strip_prefix("ال") == Some(bare) || folded.strip_prefix('ل') == Some(bare)
}

/// An entity, for what it is named by.
pub(crate) fn named(scene: &Scene<'_, '_>, entity: &Entity, evidence: Evidence) -> Named {
    let index = scene.entity_index(entity.tokens.start);
    let mut names = Vec::with_capacity(MOST_NAMES);
    add_names_of(&mut names, scene, entity);
    Named { names, span: entity.span, entity: index, evidence }
}

/// The name of an entity as the text has it.
pub(crate) fn entity_name<'t>(scene: &Scene<'_, 't>, entity: &Entity) -> Cow<'t, str> {
    clean(scene.text.slice(entity.span))
}

/// The span of a source; a preposition written onto it stays outside.
pub(crate) fn span(scene: &Scene<'_, '_>, source: &Range<usize>) -> isnad_text::Span {
    let mut span = scene.text.span_of(source.clone());
    let joined =
        scene.hit(source.start).is_some_and(|h| h.proclitics.has(Proclitics::WAW) && h.speaker().is_some());
    // وموسكو تنفي: a name behind the conjunction.
    let named = scene.entity_from(source.start).filter(|e| e.span.start > span.start);
    if let Some(entity) = named {
        span.start = entity.span.start;
        return span;
    }
    let start = scene.bare_start(source.start, if joined { Proclitics::WAW } else { Proclitics::LAM });
    if start < span.end {
        span.start = start;
    }
    span
}

fn clean(surface: &str) -> Cow<'_, str> {
    let mut trimmed = surface.trim_matches(['"', '«', '»', '“', '”', '#', ' ']);
    // شركة «…»: a closing mark whose opening one stays.
    let count = |mark: char| trimmed.matches(mark).count();
    let open = count('«') > count('»') || count('“') > count('”') || count('"') % 2 == 1;
    if open
        && let Some(at) = surface.find(trimmed)
        && let Some(rest) = surface.get(at + trimmed.len()..)
        && let Some(mark) = rest.chars().next()
    {
        trimmed = surface.get(at..at + trimmed.len() + mark.len_utf8()).unwrap_or(trimmed);
    }
    let surface = trimmed;
    // Nearly all names are clean as they stand; white space beyond ASCII begins with one of these bytes.
    let odd = |b: u8| b < b' ' || matches!(b, b'#' | 0xC2 | 0xE1 | 0xE2 | 0xE3);
    let bytes = surface.as_bytes();
    let pairs = || bytes.iter().zip(bytes.iter().skip(1));
    // Folded to the end, so that the compiler makes vectors of it.
    if !bytes.iter().fold(false, |any, &b| any | odd(b))
        && !pairs().fold(false, |any, pair| any | (pair == (&b' ', &b' ')))
    {
        return Cow::Borrowed(surface);
    }
    Cow::Owned(surface.replace('#', "").split_whitespace().collect::<Vec<_>>().join(" "))
}
