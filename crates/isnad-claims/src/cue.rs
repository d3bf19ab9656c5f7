//! Where a claim is reported: a cue that stands in its frame, with the source beside it.

use core::ops::Range;

use isnad_text::{Proclitics, Span};

use crate::Class;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::{CueFlags, CueWord, Frames, Hit, Part, Particle, SpeakerKind};

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
const REACH: usize = 44;

/// All cues of a text that stand in their frames, in order.
pub(crate) fn sites(scene: &Scene<'_, '_>) -> Vec<Site> {
    let mut sites: Vec<Site> = Vec::new();
    let mut sentence = 0;
    let sentences = scene.text.sentences();
    let mut taken = 0;
    for hit in scene.hits.all() {
        while sentences.get(sentence).is_some_and(|s| s.tokens.end <= hit.first) {
            sentence += 1;
        }
        let Some(range) = sentences.get(sentence).map(|s| s.tokens.clone()) else { break };
        // Names of things are not cues: صحيفة الاتحاد, قناة الحدث. Nor is what a cue before it took up.
        if hit.first < taken || scene.entity_at(hit.first).is_some() {
            continue;
        }
        let found = hit.cues().find_map(|word| {
            let spoken = sites.last().is_some_and(|s| s.sentence == sentence);
            Place { scene, hit, word, sentence, range: range.clone(), spoken }.site()
        });
        // A cue between another cue and its content belongs to that one: يتابع الخبير قائلاً.
        let covered = |site: &Site| {
            sites.last().is_some_and(|last| matches!(last.body, Body::From { token, .. } if site.tokens.start < token && site.tokens.start > last.tokens.start && last.sentence == sentence))
        };
        if let Some(site) = found
            && !covered(&site)
        {
            taken = site.tokens.end;
            sites.push(site);
        }
    }
    sites
}

/// A cue word at a place of the text.
struct Place<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    hit: &'s Hit,
    word: &'static CueWord,
    sentence: usize,
    /// The sentence.
    range: Range<usize>,
    /// Whether somebody speaks in it before this cue.
    spoken: bool,
}

/// A word or mark that brings in content.
struct Marker {
    at: usize,
    token: usize,
    start: usize,
    how: Introduced,
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
            rule,
        }
    }

    fn previous(&self) -> Option<usize> {
        self.hit.first.checked_sub(1).filter(|&p| p >= self.range.start)
    }

    /// Whether the cue is negated: لم يكشف, لا يقول.
    fn is_negated(&self) -> bool {
        self.previous().is_some_and(|p| {
            let nothing = || {
                p.checked_sub(1).is_some_and(|q| self.scene.is(q, Particle::Negation))
                    && !self.scene.is_comma(p)
            };
            self.scene.is(p, Particle::Negation) || nothing()
        })
    }

    /// Whether the verb stands where a clause may begin, so that it may hold its subject in itself.
    fn is_open(&self) -> bool {
        let scene = self.scene;
        let proclitics = self.hit.proclitics;
        proclitics.has(Proclitics::WAW)
            || proclitics.has(Proclitics::FA)
            || self.previous().is_none_or(|p| {
                scene.is_comma(p)
                    || scene.is_stop(p)
                    || scene.is_colon(p)
                    || scene.text.token(p).is_some_and(|t| t.is_quote())
                    || scene
                        .hit(p)
                        .or_else(|| scene.hit(p.saturating_sub(1)).filter(|h| h.end > p))
                        .is_some_and(|h| {
                            matches!(
                                h.particle(),
                                Some(
                                    Particle::That
                                        | Particle::Cut
                                        | Particle::Connective
                                        | Particle::Qad
                                        | Particle::Kana
                                        | Particle::Relative
                                        | Particle::Adverb
                                )
                            )
                        })
            })
    }

    fn verb(&self) -> Option<Site> {
        let (scene, word, hit) = (self.scene, self.word, self.hit);
        let proclitics = hit.proclitics;
        let attached = [Proclitics::BA, Proclitics::KAF, Proclitics::ARTICLE];
        if attached.iter().any(|&p| proclitics.has(p))
            || (proclitics.has(Proclitics::LAM) && word.part == Part::Perfect)
            || self.is_negated()
        {
            return None;
        }
        let previous = self.previous();
        if previous.is_some_and(|p| source::is_preposition(scene, p)) && !proclitics.has(Proclitics::WAW) {
            return None;
        }
        if word.flags.has(CueFlags::PRONOUN) && word.frames == Frames::TAIL {
            return self.relative();
        }
        if let Some(site) = self.after_quotation() {
            return Some(site);
        }
        let conjunction = proclitics.has(Proclitics::WAW) || proclitics.has(Proclitics::FA);
        let marker = self.marker(hit.end);
        let before = if conjunction { None } else { source::before(scene, hit.first, self.range.start) };
        let before = before.filter(|b| {
            marker.as_ref().is_some_and(|m| matches!(m.how, Introduced::That | Introduced::Colon))
                || source::is_plausible(scene, b.start)
        });
        let mut site = match marker {
            Some(marker) => {
                let between = hit.end..marker.at;
                let relays = word.flags.has(CueFlags::RELAY) && scene.is(marker.at, Particle::An);
                if relays {
                    return self.relay(between, marker);
                }
                let with_addressee =
                    matches!(word.class, Class::Demand | Class::Accuse | Class::Ask | Class::Describe)
                        || word.frames.has(Frames::LA);
                let mut after = None;
                let mut start = (marker.token, marker.start);
                let mut how = marker.how;
                if with_addressee && marker.how != Introduced::Colon {
                    let (source, rest) = source::leading(scene, between.clone());
                    let object = match before {
                        Some(_) => between.start,
                        None => rest,
                    };
                    if before.is_none() {
                        after = source;
                    }
                    // وصف الوضع بالخطير, اتهم التنظيم بالهجوم: what is described or accused belongs to the content.
                    if matches!(word.class, Class::Describe | Class::Accuse)
                        && marker.how == Introduced::Preposition
                        && let Some(object) = self.first_word(object..marker.at)
                    {
                        start = (object, self.start_of(object));
                        how = Introduced::Bare;
                    }
                } else {
                    after = source::within(scene, between.clone());
                }
                let plain = marker.how == Introduced::Preposition || self.weak() || start.0 != marker.token;
                let speaks =
                    after.as_ref().or(before.as_ref()).is_some_and(|s| source::is_plausible(scene, s.start));
                if plain
                    && !speaks
                    && (!self.is_open()
                        || self.weak() && (marker.how == Introduced::Preposition || after.is_some()))
                {
                    return None;
                }
                let relative = previous.is_some_and(|p| scene.is(p, Particle::Relative));
                let source = if relative { after } else { after.or(before) };
                let via = self.via(hit.end..marker.at);
                let mut site =
                    self.make(source, Body::From { token: start.0, start: start.1, how }, "claims.verb");
                site.via = via;
                site
            }
            None if word.frames.has(Frames::NP) => self.object(before)?,
            None => return None,
        };
        site.opens = true;
        site.clause = self.clause_start(site.source.as_ref());
        Some(site)
    }

    /// `«…»، يقول خبير`: the cue stands behind what it reports.
    fn after_quotation(&self) -> Option<Site> {
        let scene = self.scene;
        if !matches!(
            self.word.class,
            Class::Assert | Class::Warn | Class::Ask | Class::Announce | Class::Deny
        ) || !self.hit.proclitics.is_none()
        {
            return None;
        }
        let mut close = self.previous()?;
        if scene.is_comma(close) || scene.is_mark(close, &["-", "–"]) {
            close = close.checked_sub(1)?;
        }
        let quotation = scene.quotation_to(close)?;
        if quotation.tokens.len() < 3
            || quotation.tokens.start <= self.range.start.saturating_sub(0).min(quotation.tokens.start - 1)
                && quotation.tokens.len() < 3
        {
            return None;
        }
        let stop = (self.hit.end..self.range.end)
            .find(|&i| scene.is_stop(i) || scene.is_colon(i) || scene.is(i, Particle::That))
            .unwrap_or(self.range.end);
        if scene.is_colon(stop) || (stop < self.range.end && scene.is(stop, Particle::That)) {
            return None;
        }
        let source = source::within(scene, self.hit.end..stop);
        let marks = quotation.tokens.start - 1..quotation.tokens.end + 1;
        let mut site = self.make(source, Body::Quotation(marks), "claims.after-quotation");
        site.opens = true;
        Some(site)
    }

    /// `التي أعلنها تنظيم داعش`, `ما أكده المستشار`: the pronoun on the verb stands for what is said.
    fn relative(&self) -> Option<Site> {
        let scene = self.scene;
        let relative = self.previous().filter(|&p| scene.is(p, Particle::Relative))?;
        let (source, _) = source::leading(scene, self.hit.end..self.range.end);
        let source = source?;
        let mut end = relative;
        while end > self.range.start && scene.is_comma(end - 1) {
            end -= 1;
        }
        while end > self.range.start && scene.date_at(end - 1).is_some() {
            end -= 1;
        }
        // وهذا ما أكده: what was said before.
        if end > self.range.start && end == relative && scene.is(end - 1, Particle::Demonstrative)
            || scene.is(end.saturating_sub(1), Particle::Pronoun)
        {
            let mut site = self.make(Some(source), Body::Same, "claims.relative");
            site.opens = true;
            site.clause = self.clause_start(None);
            return Some(site);
        }
        let mut start = end;
        while start > self.range.start && end - start < 6 {
            let at = start - 1;
            let stops = !scene.text.token(at).is_some_and(|t| t.is_word() || t.is_quote())
                || source::is_preposition(scene, at)
                || scene.date_at(at).is_some();
            if stops {
                break;
            }
            start = at;
            if scene.is_definite(at) || scene.proclitic(at, Proclitics::WAW).is_some() {
                break;
            }
        }
        let antecedent = source::trim(scene, start..end)?;
        Some(self.make(Some(source), Body::Antecedent(antecedent), "claims.relative"))
    }

    /// `نقلت وكالة رويترز عن مصدر أن …`: the source is whom the outlet quotes.
    fn relay(&self, outlet: Range<usize>, marker: Marker) -> Option<Site> {
        let scene = self.scene;
        let via = source::within(scene, outlet);
        let from = marker.at + 1;
        let stop = (from..self.range.end.min(from + REACH)).find(|&i| {
            scene.is(i, Particle::That)
                || scene.is_colon(i)
                || scene.text.folded(i).starts_with("قول") && scene.hit(i).is_some()
        });
        let Some(stop) = stop else {
            // نقلت الصحيفة عن مصدر وجود …: rare, and not told from عن NP.
            return None;
        };
        let source = source::within(scene, from..stop);
        let mut open = stop;
        while open < self.range.end
            && (scene.is(open, Particle::That)
                || scene.is_colon(open)
                || scene.text.folded(open).starts_with("قول"))
        {
            open += 1;
        }
        let how = if scene.is_colon(open - 1) { Introduced::Colon } else { Introduced::That };
        let mut site =
            self.make(source, Body::From { token: open, start: self.start_of(open), how }, "claims.relay");
        site.via = via;
        site.opens = true;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// `نفت مصادر أوروبية وجود جدول`, `الصين ترفض العقوبات`: what is said is a noun phrase.
    fn object(&self, before: Option<Range<usize>>) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let end = self.clause_end(hit.end);
        let pronoun = self.word.flags.has(CueFlags::PRONOUN);
        let (source, rest) = match before {
            Some(before) => (Some(before), hit.end),
            None => source::leading(scene, hit.end..end),
        };
        let token = self.first_word(rest..end)?;
        // A weak cue is one only with somebody to say it and a verbal noun that is said.
        if self.weak() && !(source.is_some() && source::is_masdar(scene, token)) {
            return None;
        }
        if source.is_none() && !pronoun && !self.is_open() {
            return None;
        }
        if self.word.flags.has(CueFlags::RELAY)
            && source
                .as_ref()
                .is_none_or(|s| scene.hit(s.start).is_none_or(|h| h.speaker() != Some(SpeakerKind::Outlet)))
        {
            return None;
        }
        Some(self.make(
            source,
            Body::From { token, start: self.start_of(token), how: Introduced::Bare },
            "claims.verb-object",
        ))
    }

    /// The first word in a range that is not an adverb, a date or a comma.
    fn first_word(&self, range: Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let mut at = range.start;
        while at < range.end {
            if let Some(date) = scene.date_at(at) {
                at = date.tokens.end.max(at + 1);
            } else if scene.is_comma(at) || scene.is(at, Particle::Adverb) {
                at = scene.hit(at).map_or(at + 1, |h| h.end);
            } else {
                return Some(at);
            }
        }
        None
    }

    fn start_of(&self, token: usize) -> usize {
        self.scene.text.token(token).map_or(0, |t| t.span().start)
    }

    /// Where the clause that begins at a token may end at the latest.
    fn clause_end(&self, from: usize) -> usize {
        let scene = self.scene;
        (from..self.range.end.min(from + REACH))
            .find(|&i| scene.is_stop(i) || scene.is(i, Particle::Cut))
            .unwrap_or(self.range.end.min(from + REACH))
    }

    /// يُعتقد أن, تشير التقديرات إلى, أفيد بأن: nobody is named.
    fn impersonal(&self) -> Option<Site> {
        let proclitics = self.hit.proclitics;
        if self.word.part == Part::Passive
            && (self.is_negated() || proclitics.has(Proclitics::BA) || proclitics.has(Proclitics::ARTICLE))
        {
            return None;
        }
        let marker = self.near(self.marker(self.hit.end), 6).or_else(|| {
            let token = self.first_word(self.hit.end..self.clause_end(self.hit.end))?;
            let plain = self.word.frames.has(Frames::NP) && !source::is_preposition(self.scene, token);
            plain.then(|| Marker { at: token, token, start: self.start_of(token), how: Introduced::Bare })
        })?;
        let source = if self.word.class == Class::Estimate { None } else { self.hit.speaker_in(self.scene) };
        let quoted = self.weak() && (self.quoted() || !self.is_open());
        if quoted {
            return None;
        }
        let mut site = self.make(
            source,
            Body::From { token: marker.token, start: marker.start, how: marker.how },
            "claims.impersonal",
        );
        site.opens = proclitics.has(Proclitics::WAW) || self.hit.first == self.range.start;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// Whether the cue stands inside what somebody says in his own words.
    fn quoted(&self) -> bool {
        let quotations = self.scene.text.quotations();
        let at = quotations.partition_point(|q| q.tokens.start <= self.hit.first);
        quotations
            .get(at.saturating_sub(16)..at)
            .is_some_and(|all| all.iter().any(|q| q.tokens.contains(&self.hit.first) && q.tokens.len() > 5))
    }

    fn near(&self, marker: Option<Marker>, reach: usize) -> Option<Marker> {
        marker.filter(|m| m.at <= self.hit.end + reach)
    }

    /// مشيراً إلى, مضيفاً أن, واصفة الوضع ب: what else the speaker of the clause says.
    fn participle(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let attached = [Proclitics::BA, Proclitics::LAM, Proclitics::KAF, Proclitics::ARTICLE];
        if attached.iter().any(|&p| hit.proclitics.has(p))
            || self.previous().is_some_and(|p| source::is_preposition(scene, p))
        {
            return None;
        }
        if let Some(site) = self.after_quotation() {
            return Some(site);
        }
        let marker = self.near(self.marker(hit.end), 10);
        // إجراءات مشددة: only where somebody is speaking already, or accuses or demands at once.
        let adjective = self.word.flags.has(CueFlags::F)
            && self.word.class != Class::Describe
            && !self.previous().is_some_and(|p| scene.is_comma(p));
        let at_once = marker.as_ref().is_some_and(|m| {
            m.at == hit.end
                && matches!(self.word.class, Class::Accuse | Class::Demand)
                && m.how == Introduced::Preposition
        });
        if (!self.spoken || adjective) && !at_once || self.weak() && self.quoted() {
            return None;
        }
        let body = match marker {
            Some(marker) => {
                let mut start = (marker.token, marker.start);
                let mut how = marker.how;
                if matches!(self.word.class, Class::Describe | Class::Accuse)
                    && marker.how == Introduced::Preposition
                    && let Some(object) = self.first_word(hit.end..marker.at)
                {
                    start = (object, self.start_of(object));
                    how = Introduced::Bare;
                }
                Body::From { token: start.0, start: start.1, how }
            }
            None if self.word.frames.has(Frames::NP) && !self.weak() => {
                let token = self.first_word(hit.end..self.clause_end(hit.end))?;
                if scene.is(token, Particle::Relative) || token > hit.end + 2 {
                    return None;
                }
                Body::From { token, start: self.start_of(token), how: Introduced::Bare }
            }
            None => return None,
        };
        let mut site = self.make(None, body, "claims.participle");
        site.opens = true;
        Some(site)
    }

    /// إعلان, التخوف من, إشارة التقرير إلى: a verbal noun with its complement.
    fn noun(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let marker = self.near(self.marker(hit.end), 6);
        let (source, body) = match marker {
            Some(marker) if marker.how != Introduced::Colon => {
                let between = hit.end..marker.at;
                let source = if between.is_empty() { None } else { Some(self.genitive(between)?) };
                let many = scene.text.folded(hit.first).ends_with("ات") || self.word.class == Class::Believe;
                let told = marker.how == Introduced::That
                    || source.is_some()
                    || self.word.flags.has(CueFlags::PRONOUN)
                    || many;
                if !told {
                    return None;
                }
                (source, Body::From { token: marker.token, start: marker.start, how: marker.how })
            }
            _ if self.word.frames.has(Frames::NP)
                && matches!(self.word.class, Class::Announce | Class::Deny) =>
            {
                let token = hit.end;
                let (source, rest) = match scene.entity_from(token) {
                    Some(entity) => (Some(entity.tokens.clone()), entity.tokens.end),
                    None => (None, token),
                };
                let masdar = rest < self.range.end && source::is_masdar(scene, rest);
                if !masdar {
                    return None;
                }
                (source, Body::From { token: rest, start: self.start_of(rest), how: Introduced::Bare })
            }
            _ => return None,
        };
        Some(self.make(source, body, "claims.noun"))
    }

    /// The genitive of a verbal noun, if the whole stretch is one: إشارة | التقرير الفني للملف | إلى.
    fn genitive(&self, between: Range<usize>) -> Option<Range<usize>> {
        let (source, end) = source::leading(self.scene, between.clone());
        source.filter(|s| s.start == between.start && end == between.end)
    }

    /// بحسب المرصد, وفقاً لمصدر, على حد قوله.
    fn preposition(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let word = self.word;
        if !word.frames.has(Frames::TAIL) {
            return None;
        }
        let mut tokens = hit.first..hit.end;
        let mut span = hit.span;
        let mut via = None;
        let source = if word.flags.has(CueFlags::PRONOUN) {
            None
        } else if word.frames.has(Frames::NP) || word.frames.has(Frames::LA) || word.frames.has(Frames::AN_NP)
        {
            let end = self.source_end(hit.end);
            let source = source::within_prepositional(scene, hit.end..end)?;
            if scene.is(source.start, Particle::Norm) {
                return None;
            }
            Some(source)
        } else {
            // حسب ما أفادت به الإذاعة, حسبما نقلت وكالة عن بيان: the verb belongs to the cue.
            let verb = scene
                .hit(hit.end)
                .filter(|h| h.cues().any(|c| matches!(c.part, Part::Perfect | Part::Imperfect)))?;
            if self.weak() {
                return None;
            }
            tokens.end = verb.end;
            if scene.text.folded(tokens.end) == "به" || scene.text.folded(tokens.end) == "بها" {
                tokens.end += 1;
            }
            span = span.to(scene.text.span_of(tokens.clone()));
            span.start = hit.span.start;
            let end = self.source_end(tokens.end);
            let relay = (tokens.end..end).find(|&i| scene.is(i, Particle::An));
            match relay {
                Some(relay) => {
                    via = source::within(scene, tokens.end..relay);
                    source::within(scene, relay + 1..end)
                }
                None => source::within(scene, tokens.end..end),
            }
        };
        let head = self.is_clause_head();
        let after = source.as_ref().map_or(tokens.end, |s| s.end);
        let body = if head {
            let mut token = after;
            while token < self.range.end
                && (scene.is_comma(token)
                    || scene.is_mark(token, &[")"])
                    || scene.is(token, Particle::Adverb))
            {
                token += 1;
            }
            // بحسب المرصد، فإن العدد …
            if scene.is(token, Particle::That) && scene.text.folded(token + 1) != "كان" {
                token += 1;
            }
            if token >= self.range.end {
                return None;
            }
            Body::From { token, start: self.start_of(token), how: Introduced::Bare }
        } else {
            Body::Before
        };
        let mut site = self.make(
            source,
            body,
            if head { "claims.according-to.head" } else { "claims.according-to.tail" },
        );
        site.tokens = tokens;
        site.span = span;
        site.via = via;
        site.opens = true;
        Some(site)
    }

    /// The end of a source that nothing but punctuation ends.
    fn source_end(&self, from: usize) -> usize {
        let scene = self.scene;
        (from..self.range.end)
            .find(|&i| {
                scene.is_stop(i)
                    || scene.is_colon(i)
                    || scene.is(i, Particle::That)
                    || scene.is(i, Particle::Cut)
                    || (i > from
                        && scene.hit(i).is_some_and(|h| {
                            h.speaker().is_none()
                                && h.cues().any(|c| {
                                    matches!(
                                        c.part,
                                        Part::Perfect
                                            | Part::Imperfect
                                            | Part::Preposition
                                            | Part::Participle
                                    )
                                })
                                && !scene.is(i - 1, Particle::Relative)
                        }))
            })
            .unwrap_or(self.range.end)
    }

    /// Whether nothing but connectives stands between the beginning of the sentence and the cue.
    fn is_clause_head(&self) -> bool {
        (self.range.start..self.hit.first).all(|i| {
            let scene = self.scene;
            scene.text.token(i).is_none_or(|t| !t.is_word())
                || scene.hits.is(i, Particle::Connective)
                || scene.hits.is(i, Particle::Cut)
                || scene.hits.is(i, Particle::Adverb)
        })
    }

    /// جاء في بيان صادر عن الحكومة: …
    fn document(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let words = hit.first..hit.end;
        let inside =
            words.clone().rev().find(|&i| scene.text.folded(i) == "في" || scene.text.folded(i) == "على");
        let from = match inside {
            Some(i) => i + 1,
            None => (hit.end..self.range.end.min(hit.end + 4)).find(|&i| scene.text.folded(i) == "في")? + 1,
        };
        let marker = self.marker(from)?;
        let source = source::within_prepositional(scene, from..marker.at)?;
        let head = scene.hit(source.start).is_some_and(|h| h.speaker().is_some() || h.is(Particle::Venue));
        if !head {
            return None;
        }
        let mut site = self.make(
            Some(source),
            Body::From { token: marker.token, start: marker.start, how: marker.how },
            "claims.document",
        );
        site.tokens = hit.first..hit.first + 1;
        site.span.end = scene.text.token(hit.first).map_or(site.span.end, |t| t.span().end);
        site.opens = true;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// The outlet to which it was said: `قال لوكالة رويترز إن`, `لقناة "الجزيرة"`.
    fn via(&self, between: Range<usize>) -> Option<Range<usize>> {
        let scene = self.scene;
        let at = between
            .clone()
            .find(|&i| source::is_audience(scene, i) && !scene.hits.is(i, Particle::Audience))?;
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
        while start > self.range.start {
            let at = start - 1;
            let connects = scene.hits.get(at).is_some_and(|h| {
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
            if !connects && !scene.is_comma(at) {
                break;
            }
            start = at;
        }
        while scene.is_comma(start) {
            start += 1;
        }
        start
    }

    /// The first word or mark behind `from` that brings in content of one of the cue's frames.
    fn marker(&self, from: usize) -> Option<Marker> {
        let scene = self.scene;
        let frames = self.word.frames;
        let to = self.range.end.min(from + REACH);
        let mut pending: Option<Marker> = None;
        let mut at = from;
        let mut relative = false;
        while at < to {
            if pending.as_ref().is_some_and(|p| at > p.at + 12) {
                return pending;
            }
            if let Some(date) = scene.date_at(at) {
                at = date.tokens.end.max(at + 1);
                continue;
            }
            if let Some(quotation) = scene.quotation_from(at) {
                let next = quotation.tokens.end + 1;
                let said = quotation.tokens.len() > 5 || at == from || scene.is_comma(at - 1);
                let follows = frames.has(Frames::COLON) || frames.has(Frames::AN) || frames.has(Frames::NP);
                if said && follows && !self.is_name(at, next) {
                    return pending.or(Some(Marker {
                        at,
                        token: at,
                        start: self.start_of(at),
                        how: Introduced::Colon,
                    }));
                }
                at = next;
                continue;
            }
            if scene.is_stop(at) {
                break;
            }
            if scene.is_colon(at) {
                let opens = frames.has(Frames::COLON) || frames.has(Frames::AN);
                if !opens {
                    break;
                }
                let mut token = at + 1;
                let mut how = Introduced::Colon;
                if scene.is(token, Particle::That) && scene.text.folded(token).starts_with("ان") {
                    token += 1;
                    how = Introduced::That;
                }
                return pending.or_else(|| {
                    (token < self.range.end).then(|| Marker { at, token, start: self.start_of(token), how })
                });
            }
            let hit = scene.hit(at);
            let entity = scene.entity_at(at).is_some();
            if let Some(hit) = hit
                && !entity
            {
                match hit.particle() {
                    Some(Particle::That) if hit.proclitics.is_none() || hit.proclitics == Proclitics::BA => {
                        let any = [Frames::AN, Frames::ILA, Frames::ALA, Frames::BI, Frames::MIN];
                        if !any.iter().any(|&f| frames.has(f)) {
                            return pending;
                        }
                        let mut token = hit.end;
                        // أنّ "…": the quotation is the content.
                        if scene.is(token, Particle::That) {
                            token += 1;
                        }
                        return (token < self.range.end).then(|| Marker {
                            at,
                            token,
                            start: self.start_of(token),
                            how: Introduced::That,
                        });
                    }
                    Some(Particle::Cut) if at > from => break,
                    Some(Particle::Relative) => relative = true,
                    _ => {}
                }
                let verb = hit.speaker().is_none()
                    && hit.particle().is_none()
                    && hit.cues().any(|c| {
                        matches!(c.part, Part::Perfect | Part::Imperfect) && !c.flags.has(CueFlags::WEAK)
                    });
                if verb && !relative && at > from {
                    break;
                }
            }
            if !relative
                && !entity
                && at > from
                && source::is_imperfect(scene, at)
                && hit.is_none_or(|h| h.cues().next().is_none())
            {
                break;
            }
            if pending.is_none()
                && !entity_starts_with(scene, at)
                && let Some(marker) = self.preposition_marker(at)
            {
                let waits =
                    frames.has(Frames::AN) && matches!(marker.how, Introduced::Preposition) && at > from;
                if !waits {
                    return Some(marker);
                }
                pending = Some(marker);
            }
            at = hit.map_or(at + 1, |h| h.end.max(at + 1));
        }
        pending
    }

    /// A quotation that is a name: short, and the sentence goes on to the content.
    fn is_name(&self, open: usize, next: usize) -> bool {
        let scene = self.scene;
        let short = next - open <= 6;
        short
            && ((open..next).any(|i| scene.entity_at(i).is_some())
                || scene.text.token(next).is_some_and(|t| t.is_word())
                    && !self.word.frames.has(Frames::COLON)
                || (next..self.range.end.min(next + 12))
                    .any(|i| scene.is(i, Particle::That) || scene.is_colon(i)))
    }

    /// A preposition of the frame, on its own or on the word that follows.
    fn preposition_marker(&self, at: usize) -> Option<Marker> {
        let scene = self.scene;
        let frames = self.word.frames;
        let hit = scene.hit(at);
        let free = match hit.and_then(|h| h.particle()) {
            Some(Particle::Ila) => frames.has(Frames::ILA),
            Some(Particle::Ala) => frames.has(Frames::ALA),
            Some(Particle::An) => frames.has(Frames::AN_NP),
            Some(Particle::Min) => frames.has(Frames::MIN) && self.word.class != Class::Demand,
            _ => false,
        };
        if free {
            let mut token = hit.map_or(at + 1, |h| h.end);
            let mut how = Introduced::Preposition;
            if let Some(that) = scene.hit(token).filter(|h| h.is(Particle::That)) {
                token = that.end;
                how = Introduced::That;
            }
            return (token < self.range.end).then(|| Marker { at, token, start: self.start_of(token), how });
        }
        for (frame, proclitic) in [(Frames::BI, Proclitics::BA), (Frames::LA, Proclitics::LAM)] {
            // قال للصحفيين: where أن may follow, ل says to whom.
            let addressed = frame == Frames::LA && frames.has(Frames::AN);
            if frames.has(frame)
                && !addressed
                && let Some(skip) = scene.proclitic(at, proclitic)
                && hit.is_none_or(|h| h.particle().is_none() || h.is(Particle::That))
                && !source::is_audience(scene, at)
                && !matches!(
                    scene.text.folded(at),
                    "باسم" | "بقياده" | "بشكل" | "برئاسه" | "برفقه" | "بحضور" | "بصوره"
                )
            {
                return Some(Marker {
                    at,
                    token: at,
                    start: self.start_of(at) + skip,
                    how: Introduced::Preposition,
                });
            }
        }
        None
    }
}

fn entity_starts_with(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.entity_at(at).is_some_and(|e| e.tokens.start != at)
}

impl Hit {
    /// The speaker that is a part of an impersonal phrase: تشير | التقارير.
    fn speaker_in(&self, scene: &Scene<'_, '_>) -> Option<Range<usize>> {
        let second = self.first + 1;
        let speaks = self.end == second + 1 && scene.hit(second).is_some_and(|h| h.speaker().is_some());
        speaks.then_some(second..self.end)
    }
}
