//! Where a claim is reported: a cue that stands in its frame, with the source beside it.

use core::ops::Range;

use isnad_text::Span;

use crate::Class;
use crate::generated::vocabulary::NOT;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::{CueFlags, CueWord, Hit, Part, Particle};

mod court;
mod headline;
mod marker;
mod object;
mod phrase;
mod relative;
mod saying;
mod subject;
mod verb;

use marker::Marker;

/// A cue in its frame.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) tokens: Range<usize>,
    pub(crate) span: Span,
    pub(crate) word: CueWord,
    pub(crate) source: Option<Range<usize>>,
    pub(crate) via: Option<Range<usize>>,
    pub(crate) body: Body,
    /// Whether it begins a clause of its own, which ends the content before it.
    pub(crate) opens: bool,
    /// First token of that clause.
    pub(crate) clause: usize,
    pub(crate) sentence: usize,
    /// Who made the document that the cue describes: كلمة أكد فيها.
    pub(crate) maker: Option<Range<usize>>,
    /// Whether it says that nobody says so: لم تعلن أي جهة.
    pub(crate) negated: bool,
    /// Whether an outlet quotes its source: نقلت الوكالة عن.
    pub(crate) relayed: bool,
    pub(crate) rule: &'static str,
}

/// Where its content is.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// From a byte within a token on.
    From { token: usize, start: usize, how: Introduced },
    /// A quotation before it, by its first and last mark.
    Quotation(Range<usize>),
    /// The clause before it.
    Before,
    /// The noun phrase that a relative clause belongs to.
    Antecedent(Range<usize>),
    /// What was said just before.
    Same,
}

/// What brings the content in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Introduced {
    That,
    Colon,
    Preposition,
    Bare,
}

/// How far a frame's marker may stand from its cue, in tokens.
const REACH: usize = crate::reach::CUE;

/// All cues of a text that stand in their frames, in order.
pub(crate) fn sites(scene: &Scene<'_, '_>) -> Vec<Site> {
    let mut sites: Vec<Site> = Vec::with_capacity(scene.hits.cues().count());
    let mut sentence = 0;
    let sentences = scene.text.sentences();
    let mut taken = 0;
    let mut phrase = 0; // end of a fixed phrase: ما لا يقل عن, رفض الكشف عن اسمه
    for hit in scene.hits.cues() {
        let within = hit.first < phrase;
        if hit.is_fixed_phrase() {
            phrase = phrase.max(hit.end);
        }
        while sentences.get(sentence).is_some_and(|s| s.tokens.end <= hit.first) {
            sentence += 1;
        }
        let Some(range) = sentences.get(sentence).map(|s| s.tokens.clone()) else { break };
        // Names of things are not cues: صحيفة الاتحاد, قناة الحدث. Nor is what a cue before it took up.
        let strong =
            |c: &CueWord| matches!(c.part, Part::Perfect | Part::Imperfect) && !c.flags.has(CueFlags::WEAK);
        let named = scene.entity_at(hit.first).is_some_and(|e| e.tokens.len() > 1 || !hit.cues().any(strong));
        if hit.first < taken || within || named {
            continue;
        }
        // اعتُبر: vowel marks that tell the passive tell that it is not active.
        let passive = hit.cues().any(|c| c.part == Part::Passive && !c.marked.is_empty());
        let active = |c: &&CueWord| matches!(c.part, Part::Perfect | Part::Imperfect);
        let found = hit.cues().filter(|c| !passive || !active(c)).find_map(|word| {
            let spoken = sites.last().is_some_and(|s| s.sentence == sentence);
            Place { scene, hit, word, sentence, range: range.clone(), spoken, last: taken }.site()
        });
        // A cue between another cue and its content belongs to that one: يتابع الخبير قائلاً.
        let covered =
            |site: &Site| sites.last().is_some_and(|last| last.sentence == sentence && takes_up(last, site));
        // أبدت روسيا استعدادها ل: one report, not two.
        let told = |site: &Site| {
            let same =
                |last: &Site| matches!(last.body, Body::From { token, .. } if token == site.tokens.start);
            site.word.part == Part::Noun && sites.last().is_some_and(same)
        };
        if let Some(site) = found
            && !covered(&site)
            && !told(&site)
        {
            taken = site.tokens.end;
            sites.push(site);
        }
    }
    let headlines = headline::sites(scene);
    if !headlines.is_empty() {
        sites.extend(headlines);
        sites.sort_by_key(|s| s.tokens.start);
    }
    sites
}

/// Whether a cue stands between the cue before it and that one's content, or is a noun with which that content, a
/// description, begins.
const fn takes_up(last: &Site, site: &Site) -> bool {
    let Body::From { token, .. } = last.body else { return false };
    let at = site.tokens.start;
    let is_described = matches!(site.word.part, Part::Noun) && matches!(last.word.class, Class::Describe);
    at > last.tokens.start && (at < token || at == token && is_described)
}

/// A cue word at a place of the text.
struct Place<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    hit: &'s Hit<'a>,
    word: &'a CueWord,
    sentence: usize,
    /// The sentence.
    range: Range<usize>,
    /// Whether somebody speaks in it before this cue.
    spoken: bool,
    /// One past the cue before, wherever it is.
    last: usize,
}

impl Place<'_, '_, '_> {
    fn site(&self) -> Option<Site> {
        match self.word.part {
            Part::Perfect | Part::Imperfect => self.verb(),
            Part::Passive | Part::Impersonal => self.impersonal(),
            Part::Participle => self.participle(),
            Part::Noun => self.noun(),
            Part::Preposition => self.preposition(),
            Part::Document => self.document(),
        }
    }

    fn weak(&self) -> bool {
        self.word.flags.has(CueFlags::WEAK)
    }

    fn make(&self, source: Option<Range<usize>>, body: Body, rule: &'static str) -> Site {
        Site {
            tokens: self.hit.first..self.hit.end,
            span: self.hit.span,
            word: *self.word,
            source,
            via: None,
            body,
            opens: false,
            clause: self.hit.first,
            sentence: self.sentence,
            maker: None,
            negated: NOT.fit(self.scene.text.folded(self.hit.first)),
            relayed: false,
            rule,
        }
    }

    fn previous(&self) -> Option<usize> {
        self.hit.first.checked_sub(1).filter(|&p| p >= self.range.start)
    }

    fn start_of(&self, token: usize) -> usize {
        self.scene.text.token(token).map_or(0, |t| t.span().start)
    }

    /// The outlet to which it was said: `قال لوكالة رويترز إن`, `لقناة "الجزيرة"`.
    fn via(&self, between: Range<usize>) -> Option<Range<usize>> {
        let scene = self.scene;
        let at =
            between.clone().find(|&i| source::is_audience(scene, i) && !scene.is(i, Particle::Audience))?;
        let first = if scene.text.folded(at) == "ل" { at + 1 } else { at };
        let end = (first + 1..between.end)
            .find(|&i| {
                scene.is_comma(i)
                    || source::is_preposition(scene, i)
                    || scene.date_at(i).is_some()
                    || scene.is_colon(i)
            })
            .unwrap_or(between.end);
        source::trim(scene, first..end)
    }

    /// The first token of the clause that the cue opens: connectives and auxiliaries before it belong to it.
    fn clause_start(&self, source: Option<&Range<usize>>) -> usize {
        let scene = self.scene;
        let mut start = source.map_or(self.hit.first, |s| s.start.min(self.hit.first));
        let floor = self.range.start.max(start.saturating_sub(REACH));
        while start > floor {
            let at = start - 1;
            let connects = scene.hit(at).is_some_and(|h| {
                matches!(
                    h.particle(),
                    Some(
                        Particle::Qad
                            | Particle::Kana
                            | Particle::Connective
                            | Particle::Cut
                            | Particle::Relative
                            | Particle::Pronoun
                            | Particle::Demonstrative
                    )
                )
            });
            // قبل أن | يعلن الوزير
            let when = || {
                scene.hit(at.saturating_sub(1)).is_some_and(|h| h.end == start && h.is(Particle::Adjunct))
                    && at > floor + 1
                    && scene.is_comma(at - 2)
            };
            if !connects && !scene.is_comma(at) {
                if start > floor + 2 && scene.text.folded(at) == "ان" && when() {
                    start = at - 1;
                    continue;
                }
                break;
            }
            start = at;
        }
        // …، وهي رواية | وصفها, …، في خطوة | وصفتها: the noun that the clause is about stands before it.
        if self.word.flags.has(CueFlags::PRONOUN) && start == self.hit.first && start > floor + 2 {
            let noun = start - 1;
            let comment = source::is_and_pronoun(scene, noun - 1) || scene.text.surface(noun - 1) == "في";
            if comment && !scene.is_definite(noun) && scene.is_comma(noun - 2) {
                start = noun - 1;
            }
        }
        while scene.is_comma(start) {
            start += 1;
        }
        start
    }

    /// Content that begins at a token with nothing to bring it in.
    pub(super) fn bare(&self, token: usize) -> Body {
        Body::From { token, start: self.start_of(token), how: Introduced::Bare }
    }
}

impl Hit<'_> {
    /// The speaker that is a part of an impersonal phrase: تشير | التقارير.
    fn speaker_in(&self, scene: &Scene<'_, '_>) -> Option<Range<usize>> {
        let second = self.first + 1;
        let speaks = self.end == second + 1 && scene.hit(second).is_some_and(|h| h.speaker().is_some());
        speaks.then_some(second..self.end)
    }
}
