//! Cues that are no finite verbs: participles, verbal nouns, prepositions, documents, impersonal phrases.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Body, Introduced, Marker, Place, REACH, Site};
use crate::Class;
use crate::generated::vocabulary::{ANY_BLAME, IN_IT, RENEWS, THEREBY, TOLD_IN};
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, Frames, Part, Particle};

impl Place<'_, '_, '_> {
    /// يُعتقد أن, تشير التقديرات إلى, أفيد بأن: nobody is named.
    pub(super) fn impersonal(&self) -> Option<Site> {
        let proclitics = self.hit.proclitics;
        if self.word.part == Part::Passive
            && (self.is_negated() || proclitics.has(Proclitics::BA) || proclitics.has(Proclitics::ARTICLE))
        {
            return None;
        }
        // لم ترد حتى الآن أنباء عن: there is nothing that is said.
        let missing = (self.range.start.max(self.hit.first.saturating_sub(4))..self.hit.first)
            .any(|i| self.scene.is(i, Particle::Negation));
        // ما إذا تم رصد: a question, no report.
        let asked = self.previous().is_some_and(|p| self.scene.text.folded(p) == "اذا");
        if asked || missing && self.word.part == Part::Impersonal && self.word.class != Class::Deny {
            return None;
        }
        if source::is_what(self.scene, self.hit.first) && self.hit.end > self.hit.first + 1 {
            return self.estimated_clause();
        }
        // يذكر أن: the phrase holds what brings its content in.
        let held = self.scene.text.folded(self.hit.end - 1) == "ان" && self.hit.end > self.hit.first + 1;
        let own = || {
            let token = self.hit.end;
            (held && token < self.range.end).then(|| Marker {
                at: token,
                token,
                start: self.start_of(token),
                how: Introduced::That,
            })
        };
        let marker = own().or_else(|| self.near(self.marker(self.hit.end), 6)).or_else(|| {
            let token = self.first_word(self.hit.end..self.clause_end(self.hit.end))?;
            // نُقل سبعة إلى المستشفى: carried, not told.
            let told = !self.scene.text.folded(self.hit.first).ends_with("نقل");
            let plain =
                told && self.word.frames.has(Frames::NP) && !source::is_preposition(self.scene, token);
            plain.then(|| Marker { at: token, token, start: self.start_of(token), how: Introduced::Bare })
        })?;
        // تشير تقديرات | المنظمة | إلى: whose they are.
        let owned = || {
            let of = self.hit.end..marker.at;
            let noun = self.hit.end - 1;
            let whose = !of.is_empty() && !self.scene.is_definite(noun);
            let source = noun..of.end;
            (whose && self.hit.end == self.hit.first + 2 && source::whole(self.scene, source.clone()))
                .then_some(source)
        };
        let source =
            if self.word.class == Class::Estimate { owned() } else { self.hit.speaker_in(self.scene) };
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

    /// هناك ما يقدر بنحو 3500 محتجز: the whole clause is what is estimated.
    fn estimated_clause(&self) -> Option<Site> {
        let scene = self.scene;
        if self.word.class != Class::Estimate {
            return None;
        }
        let mut start = self.hit.first;
        let floor = self.range.start.max(start.saturating_sub(REACH));
        while start > floor && !scene.is_comma(start - 1) && !scene.is_stop(start - 1) {
            start -= 1;
        }
        while start < self.hit.first && scene.is(start, Particle::Cut) {
            start = scene.hit(start).map_or(start + 1, |h| h.end);
        }
        let body = Body::From {
            token: start,
            start: scene.bare_start(start, Proclitics::WAW),
            how: Introduced::Bare,
        };
        let mut site = self.make(None, body, "claims.impersonal");
        site.tokens.start += 1;
        site.span = scene.text.span_of(site.tokens.clone());
        Some(site)
    }

    /// مشيراً إلى, مضيفاً أن, واصفة الوضع ب: what else the speaker of the clause says.
    pub(super) fn participle(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let attached = [Proclitics::BA, Proclitics::LAM, Proclitics::KAF, Proclitics::ARTICLE];
        if attached.iter().any(|&p| hit.proclitics.has(p))
            || self.previous().is_some_and(|p| source::is_preposition(scene, p))
        {
            return None;
        }
        // الدول "مطالبة بتحمل المسؤولية": a word of what is said.
        if self.is_in_marks() {
            return None;
        }
        // شخصا متهما بالتعاون, ثلاثة متهمين: who is accused, no one who accuses.
        let accused = self.word.class == Class::Accuse
            && scene.text.folded(hit.first).starts_with("متهم")
            && self.previous().is_some_and(|p| {
                scene.quantity_at(p).is_some() || scene.hit(p).is_some_and(|h| h.person().is_some())
            });
        if accused {
            return None;
        }
        // «…»، نافياً وجود: what follows is what else is said.
        let alone =
            scene.text.token(hit.end).is_none_or(|t| !t.is_word()) || source::names_somebody(scene, hit.end);
        if alone && let Some(site) = self.after_quotation() {
            return Some(site);
        }
        let marker = self.near(self.marker(hit.end), 10);
        if let Some(site) = self.saying(marker.as_ref()) {
            return Some(site);
        }
        // إجراءات مشددة: only where somebody is speaking already, or accuses or demands at once.
        let adjective = self.word.flags.has(CueFlags::F)
            && self.word.class != Class::Describe
            && !self.previous().is_some_and(|p| scene.is_comma(p));
        let at_once = marker.as_ref().is_some_and(|m| {
            m.at == hit.end
                && m.token == m.at
                && matches!(self.word.class, Class::Accuse | Class::Demand)
                && m.how == Introduced::Preposition
        });
        // …، معتبرين أن: a report whatever the verb before it.
        let apart = self.previous().is_some_and(|p| scene.is_comma(p))
            && marker.as_ref().is_some_and(|m| {
                m.how == Introduced::That && m.at == hit.end
                    || !self.weak()
                        && matches!(
                            self.word.class,
                            Class::Warn | Class::Demand | Class::Accuse | Class::Deny
                        )
                        && m.how != Introduced::Colon
                        && m.at <= hit.end + 3
            });
        // …، محملة الوزارة مسؤولية, …، مرجحة استقرار الأسعار, …، معلنا رفع الفائدة
        let blames = || {
            self.word.class == Class::Accuse
                && (hit.end..hit.end + 6).any(|i| ANY_BLAME.fit(scene.text.folded(i)))
        };
        let at_last = self.previous().is_some_and(|p| scene.is_comma(p))
            && self.word.frames.has(Frames::NP)
            && (blames() || shape::is_masdar(scene, hit.end) && !scene.is_definite(hit.end));
        if (!self.spoken || adjective) && !at_once && !apart && !at_last || self.weak() && self.quoted() {
            return None;
        }
        // مؤكدا | التزام الوزارة بالمواعيد: the verbal noun comes first.
        let first = self.first_word(hit.end..self.range.end.min(hit.end + 3));
        let object = first.filter(|&o| {
            self.word.frames.has(Frames::NP)
                && self.word.frames.has(Frames::AN)
                && marker.as_ref().is_some_and(|m| m.at > o && m.how == Introduced::Preposition)
                && shape::is_masdar(scene, o)
                && !scene.is_definite(o)
        });
        let body = match (object, marker) {
            (Some(object), _) => self.bare(object),
            (None, Some(marker)) => {
                let mut start = (marker.token, marker.start);
                let mut how = marker.how;
                if matches!(self.word.class, Class::Describe | Class::Accuse)
                    && marker.how != Introduced::Colon
                    && let Some(object) = self.first_word(hit.end..marker.at)
                {
                    start = (object, self.start_of(object));
                    how = Introduced::Bare;
                }
                Body::From { token: start.0, start: start.1, how }
            }
            (None, None) if self.word.frames.has(Frames::NP) && (!self.weak() || at_last) => {
                let token = self.first_word(hit.end..self.clause_end(hit.end))?;
                let adverb = scene.hit(hit.end).is_some_and(|h| h.is(Particle::Adverb) && h.end == token);
                if scene.is(token, Particle::Relative) && !source::is_what(scene, token)
                    || token > hit.end + 2 && !adverb
                {
                    return None;
                }
                self.bare(self.behind_called(token, self.clause_end(token)))
            }
            (None, None) => return None,
        };
        let mut site = self.make(None, body, "claims.participle");
        site.opens = true;
        Some(site)
    }

    /// إعلان, التخوف من, إشارة التقرير إلى: a verbal noun with its complement.
    pub(super) fn noun(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        if let Some(site) = self.done() {
            return Some(site);
        }
        // معربة عن قلقها من: one report, not two.
        let felt = self.word.class == Class::Believe
            && self.word.flags.has(CueFlags::PRONOUN)
            && self.previous().is_some_and(|p| scene.text.folded(p) == "عن");
        if felt {
            return None;
        }
        let marker = self.near(self.marker(hit.end), 6);
        let announced = self.announced();
        let (source, body) = match marker {
            // إعلان الشركة | إلغاء وظائف بحلول مارس: the verbal noun stands before the preposition.
            Some(ref marker)
                if marker.how == Introduced::Preposition
                    && announced
                        .as_ref()
                        .is_some_and(|(source, object)| source.is_some() && *object < marker.at) =>
            {
                let (source, object) = announced?;
                (source, self.bare(object))
            }
            Some(marker) if marker.how != Introduced::Colon => {
                let between = hit.end..marker.at;
                // جدد المرصد | مطالبته المجتمع الدولي ب: the pronoun is who demands, of whom follows.
                let own = self.word.flags.has(CueFlags::PRONOUN) && self.word.class == Class::Demand;
                let source = if own {
                    self.renewer()
                } else if between.is_empty() || shape::is_adjective_of(scene, hit.first, between.clone()) {
                    None
                } else {
                    // اتهام الوزير | للمعارضة | ب: of whom it is said.
                    let of = (between.start + 1..between.end)
                        .find(|&i| scene.proclitic(i, Proclitics::LAM).is_some() && scene.is_definite(i))
                        .filter(|_| self.word.class == Class::Accuse);
                    Some(self.genitive(between.start..of.unwrap_or(between.end))?)
                };
                let many = scene.text.folded(hit.first).ends_with("ات") && self.word.class != Class::Announce
                    || self.word.class == Class::Believe;
                let told = marker.how == Introduced::That
                    || source.is_some()
                    || self.word.flags.has(CueFlags::PRONOUN)
                    || many;
                if !told {
                    return None;
                }
                (source, Body::From { token: marker.token, start: marker.start, how: marker.how })
            }
            _ => {
                let (source, object) = announced?;
                (source, self.bare(object))
            }
        };
        Some(self.make(source, body, "claims.noun"))
    }

    /// `إعلان | الرئيس | أمس | تعبئة جزئية`: who announces or denies, and the verbal noun behind him.
    fn announced(&self) -> Option<(Option<Range<usize>>, usize)> {
        let scene = self.scene;
        if !self.word.frames.has(Frames::NP) || !matches!(self.word.class, Class::Announce | Class::Deny) {
            return None;
        }
        let end = self.clause_end(self.hit.end);
        let (source, rest) = source::leading(scene, self.hit.end..end);
        let object = if scene.date_at(rest).is_some() { self.first_word(rest..end)? } else { rest };
        let said = shape::is_masdar(scene, object) && !(object > rest && scene.is_definite(object))
            || source.is_some() && shape::is_definite_masdar(scene, object);
        (object < self.range.end && said).then_some((source, object))
    }

    /// جدد الوزير | رفض بلاده للخطة: what he says again, which reads like a verb.
    pub(super) fn renews(&self) -> Option<Site> {
        let noun = self.hit.proclitics.is_none() && self.word.frames.has(Frames::NP);
        let source = self.renewer().filter(|s| noun && s.end == self.hit.first)?;
        let token = self.first_word(self.hit.end..self.clause_end(self.hit.end))?;
        let mut site = self.make(Some(source), self.bare(token), "claims.noun");
        site.opens = true;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// جدد | المرصد | مطالبته: who says again what he said.
    fn renewer(&self) -> Option<Range<usize>> {
        let scene = self.scene;
        let near = self.range.start.max(self.hit.first.saturating_sub(12))..self.hit.first;
        let verb = near.rev().find(|&i| RENEWS.fit(scene.text.folded(i)))?;
        source::leading(scene, verb + 1..self.hit.first).0
    }

    /// The genitive of a verbal noun, if the whole stretch is one: إشارة | التقرير الفني للملف | إلى.
    fn genitive(&self, between: Range<usize>) -> Option<Range<usize>> {
        let source = source::within(self.scene, between.clone())?;
        let whole = source == between && source::is_plausible(self.scene, between.start);
        whole.then_some(source)
    }

    /// `تم استبعاد الاحتمال من قبل الخبراء`: the verb says nothing, its noun reports.
    fn done(&self) -> Option<Site> {
        let scene = self.scene;
        self.previous().filter(|&p| scene.is(p, Particle::Done))?;
        let end = self.clause_end(self.hit.end);
        let by = (self.hit.end..end).find(|&i| scene.is(i, Particle::By));
        let object = self.first_word(self.hit.end..by.unwrap_or(end))?;
        let named = by.and_then(|by| scene.hit(by)).map(|h| h.end);
        let source = named.and_then(|from| source::within(scene, from..end));
        let marker = self.near(self.marker(self.hit.end), 1);
        let body = marker.map_or_else(|| self.bare(object), |m| m.body());
        Some(self.make(source, body, "claims.noun"))
    }

    /// بحسب المرصد, وفقاً لمصدر, على حد قوله.
    pub(super) fn preposition(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let word = self.word;
        if !word.frames.has(Frames::TAIL) {
            return None;
        }
        if self.is_in_marks() {
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
            // …، على ما أفاد مسؤول
            let apart =
                scene.text.folded(hit.first) == "علي" && self.previous().is_some_and(|p| scene.is_comma(p));
            if self.weak() && !apart {
                return None;
            }
            tokens.end = verb.end;
            if IN_IT.fit(scene.text.folded(tokens.end)) {
                tokens.end += 1;
            }
            span = span.cover(scene.text.span_of(tokens.clone()));
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
        let after = source.as_ref().map_or(tokens.end, |s| s.end);
        // وحسب الإذاعة صباح اليوم، …
        let after = scene.date_at(after).map_or(after, |d| d.tokens.end.max(after));
        let opens = |after: usize| {
            hit.proclitics.has(Proclitics::WAW)
                && self.previous().is_some_and(|p| scene.is_comma(p))
                && scene.is_comma(after)
                && scene.text.token(after + 1).is_some_and(|t| t.is_word())
        };
        let head = self.is_clause_head() || opens(after);
        let body = if head {
            // بحسب شهود تحدثوا للوكالة، | فإن النار بدأت: behind what is told of them.
            let resumes = |i: &usize| {
                scene.is_comma(*i)
                    && scene.is(i + 1, Particle::That)
                    && scene.text.folded(i + 1).starts_with('ف')
            };
            let told = scene.hit(after).is_some_and(source::is_verb);
            let mut token =
                (after..self.range.end.min(after + 16)).find(resumes).filter(|_| told).unwrap_or(after);
            while token < self.range.end
                && (scene.is_comma(token)
                    || scene.text.surface(token) == ")"
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
        (from..self.range.end.min(from + 60))
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
                        }))
            })
            // المنظمة التي | دعت: the relative goes with its verb.
            .map(|i| if i > from + 1 && scene.is(i - 1, Particle::Relative) { i - 1 } else { i })
            .unwrap_or(self.range.end)
    }

    /// Whether nothing but connectives stands between the beginning of the sentence and the cue.
    fn is_clause_head(&self) -> bool {
        self.hit.first < self.range.start + REACH
            && (self.range.start..self.hit.first).all(|i| {
                let scene = self.scene;
                scene.text.token(i).is_none_or(|t| !t.is_word())
                    || i == self.range.start && THEREBY.fit(scene.text.folded(i))
                    || scene.is(i, Particle::Connective)
                    || scene.is(i, Particle::Cut)
                    || scene.is(i, Particle::Adverb)
            })
    }

    /// جاء في بيان صادر عن الحكومة: …
    pub(super) fn document(&self) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let words = hit.first..hit.end;
        let inside = words.clone().rev().find(|&i| TOLD_IN.fit(scene.text.folded(i)));
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

    fn near(&self, marker: Option<Marker>, reach: usize) -> Option<Marker> {
        marker.filter(|m| m.at <= self.hit.end + reach)
    }

    /// Whether the cue is the first word between marks within a clause: `جرى التسليم "وفق وثيقة رسمية" وقعت`.
    fn is_in_marks(&self) -> bool {
        let scene = self.scene;
        // «الحب بحسب سامي»: within a title.
        let title = || {
            let floor = self.range.start.max(self.hit.first.saturating_sub(6));
            (floor..self.hit.first)
                .filter_map(|i| scene.quotation_from(i))
                .any(|q| q.closed && q.tokens.contains(&self.hit.first) && q.tokens.len() <= 6)
        };
        title()
            || self.previous().is_some_and(|p| {
                let within =
                    p.checked_sub(1).is_some_and(|q| scene.text.token(q).is_some_and(|t| t.is_word()));
                within && p > self.range.start && scene.quotation_from(p).is_some_and(|q| q.closed)
            })
    }

    /// Whether the cue stands inside what somebody says in his own words.
    fn quoted(&self) -> bool {
        let quotations = self.scene.text.quotations();
        let at = quotations.partition_point(|q| q.tokens.start <= self.hit.first);
        quotations
            .get(at.saturating_sub(16)..at)
            .is_some_and(|all| all.iter().any(|q| q.tokens.contains(&self.hit.first) && q.tokens.len() > 5))
    }
}
