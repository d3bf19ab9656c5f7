//! Verbs that report: قال فلان إن, أعلنت الوزارة عن, نفت وجود, «…» يقول خبير.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Body, Introduced, Marker, Place, REACH, Site};
use crate::Class;
use crate::generated::vocabulary::{
    BEFORE_TIME, IF, RESPONSIBILITY, TELLS_TO, THEREIN, WITH_THEM, WITH_WHAT,
};
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, Frames, Part, Particle, SpeakerKind};

/// Whether a person's name ends before the word, which tells of other people.
fn is_behind_name(scene: &crate::scene::Scene<'_, '_>, at: usize) -> bool {
    let people = scene.is_definite(at)
        || source::names_somebody(scene, at)
        || scene.hit(at).is_some_and(|h| h.person().is_some());
    people
        && at
            .checked_sub(1)
            .and_then(|p| scene.entity_at(p))
            .is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person && e.tokens.end == at)
}

impl Place<'_, '_, '_> {
    pub(super) fn verb(&self) -> Option<Site> {
        let word = self.word;
        if !self.is_finite() {
            return None;
        }
        if self.is_negated() {
            return self.disclaimed();
        }
        // توجة: a noun.
        if self.scene.text.slice(self.hit.span).ends_with('ة') {
            return None;
        }
        // آمر الفوج: a commander, not "ordered".
        if self.scene.text.slice(self.hit.span).starts_with('آ') && self.word.class == Class::Demand {
            return None;
        }
        if word.flags.has(CueFlags::COURT) {
            return self.ruling();
        }
        if let Some(site) = self.as_said().or_else(|| self.renews()) {
            return Some(site);
        }
        // جدد مطالبته ب: what is renewed is the cue.
        let renewed = self.weak()
            && (self.hit.end..self.range.end.min(self.hit.end + 10)).any(|i| {
                self.scene.hit(i).is_some_and(|h| {
                    h.cues().any(|c| c.part == Part::Noun && c.flags.has(CueFlags::PRONOUN))
                        && h.proclitics.is_none()
                })
            });
        if renewed && self.scene.text.folded(self.hit.first).ends_with("جدد") {
            return None;
        }
        // قيادي، اشترط عدم الكشف عن هويته: how he spoke. تصريحات أدلى بها: what holds the report.
        let resumed = self.word.frames == Frames::BI && WITH_THEM.fit(self.scene.text.folded(self.hit.end));
        if resumed || source::keeps_back_at(self.scene, self.hit.first) {
            return None;
        }
        // إذا كنت تعتقد أن: a condition, not a report.
        let supposed =
            |back: usize| self.hit.first.checked_sub(back).is_some_and(|p| IF.fit(self.scene.text.folded(p)));
        if supposed(1) || supposed(2) {
            return None;
        }
        // عبر المواقع: a preposition, unless عن follows or a person speaks.
        let named = || {
            let next = self.hit.end;
            // عبر فتحي الفائز بالجائزة عن سعادته
            let felt = (next..self.range.end.min(next + 12)).any(|i| {
                self.scene.text.folded(i) == "عن" && self.scene.on(i + 1, crate::vocabulary::List::Feeling)
            });
            felt || self.scene.text.folded(next) == "عن"
                || self
                    .scene
                    .hit(next)
                    .is_some_and(|h| h.speaker() == Some(SpeakerKind::Person) || h.is(Particle::Quantifier))
                || self
                    .scene
                    .entity_from(next)
                    .is_some_and(|e| e.entity_type == isnad_entities::EntityType::Person)
        };
        if self.hit.is(Particle::Adjunct) && !named() {
            return None;
        }
        // المواجهة بين مواطنين: the preposition, where no clause begins.
        let between = self.scene.text.surface(self.hit.first) == "بين";
        if between
            && !self.is_open()
            && self.previous().is_some_and(|p| !source::names_somebody(self.scene, p))
        {
            return None;
        }
        if word.flags.has(CueFlags::PRONOUN) && word.frames == Frames::TAIL {
            return self.relative();
        }
        if let Some(site) = self.after_quotation().or_else(|| self.resumed()) {
            return Some(site);
        }
        if word.flags.has(CueFlags::RELAY)
            && let Some(about) = self.relayed()
        {
            return self.relay(self.hit.end..about, about);
        }
        // اعتبره العلماء دليلا من أن: the object stands before the clause.
        let object = word.flags.has(CueFlags::PRONOUN) && word.frames.has(Frames::NP) && {
            let (source, rest) =
                source::leading(self.scene, self.hit.end..self.range.end.min(self.hit.end + REACH));
            source.is_some() && shape::ends_accusative(self.scene.text.surface(rest))
        };
        let marker = self.marker(self.hit.end).filter(|m| !object || m.at == self.hit.end);
        let marker = self.by_saying().or(marker);
        if marker.as_ref().is_some_and(|m| self.is_told_by_saying(m)) {
            return None;
        }
        // نشرت الوكالة تصريح مسؤول بأن: the statement says it.
        let statement = |i: usize| {
            self.scene
                .hit(i)
                .is_some_and(|h| h.speaker() == Some(SpeakerKind::Document) || h.is(Particle::Venue))
        };
        let published = self.hit.is(Particle::Publishes)
            && marker.as_ref().is_some_and(|m| (self.hit.end..m.at).any(statement));
        if published && self.weak() {
            return None;
        }
        let before = self.subject_before(marker.as_ref());
        // كتب: سمير الحلبي: a byline.
        let byline = marker.as_ref().is_some_and(|m| {
            m.how == Introduced::Colon
                && m.at == self.hit.end
                && self.hit.first == self.range.start
                && self.hit.proclitics.is_none()
                && self.range.end <= m.at + 6
                && self.scene.quotation_from(m.at + 1).is_none()
        });
        // نُشر: 13:20, نشرت في: 26/11/2022
        let dated = marker.as_ref().is_some_and(|m| {
            m.how == Introduced::Colon
                && m.at <= self.hit.end + 1
                && (self.weak() || self.hit.is(Particle::Publishes))
                && (self.scene.date_at(m.token).is_some() || self.scene.quantity_at(m.token).is_some())
        });
        // يختتم بفوز الفيلم «…»: no subject.
        let adjunct = marker.as_ref().is_some_and(|m| m.how == Introduced::Colon)
            && self.weak()
            && self.scene.proclitic(self.hit.end, Proclitics::BA).is_some()
            && self.scene.hit(self.hit.end).is_none()
            && self.scene.entity_from(self.hit.end).is_none();
        if byline || dated || adjunct {
            return None;
        }
        let mut site = match marker {
            Some(marker) => self.framed(&marker, before).filter(|s| {
                // علم أن: nobody is named who learnt it.
                !(word.flags.has(CueFlags::RELAY) && self.weak() && s.source.is_none())
            })?,
            None if word.frames.has(Frames::NP) => self.object(before)?,
            None => return None,
        };
        site.opens = true;
        site.clause = self.clause_start(site.source.as_ref());
        Some(site)
    }

    /// Whether the word stands as a verb: not behind a preposition, nor with one written onto it.
    fn is_finite(&self) -> bool {
        let (scene, proclitics) = (self.scene, self.hit.proclitics);
        let attached = [Proclitics::BA, Proclitics::KAF, Proclitics::ARTICLE];
        let governed = |p: usize| {
            // في معرض رد: a verbal noun within a phrase.
            let phrase = || {
                scene.is(p, Particle::Venue)
                    && p.checked_sub(1).is_some_and(|q| source::is_preposition(scene, q))
                    && !self.names_document()
            };
            // معه, إليها: the preposition has its noun.
            let complete = isnad_text::pronoun_len(scene.text.surface(p)) > 0
                && scene.is(p, Particle::Preposition)
                && scene.text.folded(p) != "تجاه";
            source::is_preposition(scene, p) && !complete || phrase()
        };
        // توجة, a town: no verb ends so.
        if scene.text.surface(self.hit.end - 1).ends_with('ة') && self.hit.end == self.hit.first + 1 {
            return false;
        }
        // سيعلن: what will be said is no report.
        let future = proclitics.has(Proclitics::SIN)
            && matches!(self.word.class, Class::Assert | Class::Announce | Class::Reveal | Class::Describe);
        let nominal = future
            || attached.iter().any(|&p| proclitics.has(p))
            || proclitics.has(Proclitics::LAM) && self.word.part == Part::Perfect;
        let object = !proclitics.has(Proclitics::WAW) && self.previous().is_some_and(governed);
        !nominal && !object
    }

    /// A verb whose content a marker brings in.
    fn framed(&self, marker: &Marker, before: Option<Range<usize>>) -> Option<Site> {
        let (scene, word) = (self.scene, self.word);
        let between = self.hit.end..marker.at;
        let mut body = marker.body();
        // وصف الاتفاق بأنه: ب before أن is the same ب.
        let preposition = marker.how == Introduced::Preposition
            || marker.how == Introduced::That && matches!(word.class, Class::Describe | Class::Accuse);
        let addressed = preposition
            && matches!(
                word.class,
                Class::Demand | Class::Accuse | Class::Ask | Class::Describe | Class::Estimate
            )
            // ندد المجلس بالقرار, تحدثت المديرية في حصيلة أولية عن مقتل: nothing stands between whoever speaks and that.
            && (word.class != Class::Accuse || word.frames.has(Frames::NP))
            && (word.class != Class::Describe || !word.frames.has(Frames::AN_NP));
        // هدد الوزير أيمن سعيد | المخالفين ب: behind the name stands whom he warns.
        let warned = preposition && matches!(word.class, Class::Warn | Class::Threaten);
        let estimated = word.class == Class::Estimate
            && preposition
            && before.is_none()
            && !source::is_plausible(scene, between.start);
        let (leading, rest) = source::leading(scene, between.clone());
        let is_object = |o: usize| {
            shape::is_masdar(scene, o) && !scene.is_definite(o)
                || shape::is_definite_masdar(scene, o)
                    && leading.is_some()
                    && o == rest
                    && word.frames.has(Frames::NP)
        };
        let first = self.first_word(rest..marker.at);
        // اقترحت الرئيسة خلال اجتماع مع الحكام | تنظيم استفتاء على …: behind the phrase that says where.
        let later = || {
            let phrase =
                word.frames.has(Frames::NP) && first.is_some_and(|o| source::is_preposition(scene, o));
            let mut words = rest + 1..marker.at;
            words.find(|&o| phrase && is_object(o) && !source::is_preposition(scene, o - 1))
        };
        let definite = |o: usize| leading.is_some() && shape::is_definite_masdar(scene, o);
        let object = if preposition && before.is_none() {
            first.filter(|&o| is_object(o) || definite(o)).or_else(later)
        } else {
            None
        };
        let mut called_on = false;
        let after = if estimated {
            // تقدر الحاجة بمليون: nobody estimates, and what is estimated belongs to the content.
            if let Some(object) = self.first_word(between.clone()) {
                body = self.bare(object);
            }
            None
        } else if let Some(object) = object
            && !addressed
        {
            // تعهدت باكستان إرسال مساعدات بـ…: the object stands before the preposition.
            body = self.bare(object);
            leading
        } else if addressed {
            // دعا «كل أبناء المدينة» إلى: whom he calls on.
            let quoted =
                scene.quotation_from(between.start).is_some() && scene.entity_at(between.start + 1).is_none();
            let (source, rest) =
                if quoted { (None, between.start) } else { source::leading(scene, between.clone()) };
            // هدد جلاده بقتل: a word or two of which the vocabulary knows nothing.
            let brief =
                self.is_open() && (1..=2).contains(&between.len()) && !scene.is_definite(between.start);
            let source =
                if brief { source.or_else(|| source::within(scene, between.clone())) } else { source };
            // واتهمت أنقرة بـ…: who is accused, where but one is named.
            let alone = before.is_none()
                && rest >= marker.at
                && (scene.text.folded(self.hit.first).contains("تهم")
                    || word.class == Class::Describe && !word.flags.has(CueFlags::PRONOUN))
                && source.as_ref().is_some_and(|s| s.start == between.start);
            // وطالب الحكومة ب, ودعت المجلس إلى: what does not agree with the verb is called on.
            let called = before.is_none()
                && rest >= marker.at
                && word.class != Class::Estimate
                && source.as_ref().is_some_and(|s| s.start == between.start && self.disagrees(s.start));
            called_on = called;
            let alone = alone || called;
            let source = if alone { None } else { source };
            let object = if before.is_some() || alone { between.start } else { rest };
            // وصف الوضع بالخطير, اتهم التنظيم بالهجوم: what is described or accused belongs to the content.
            if matches!(word.class, Class::Describe | Class::Accuse | Class::Estimate)
                && let Some(object) = self.first_word(object..marker.at)
            {
                body = self.bare(object);
            }
            if before.is_some() { None } else { source }
        } else if (1..marker.at).contains(&rest)
            && leading.is_some()
            && (self.is_object(rest) || warned && is_behind_name(scene, rest))
        {
            leading
        } else {
            source::within(scene, between.clone())
        };
        let speaks = before.is_some() || after.as_ref().is_some_and(|s| source::is_plausible(scene, s.start));
        if !speaks && !estimated && (preposition || self.weak()) {
            let brief = !self.weak() && after.as_ref().is_some_and(|s| s.len() <= 4);
            // ووعدت بتحسين: a promise goes on with what is promised.
            let promised = (matches!(word.class, Class::Promise | Class::Threaten)
                // تعهد بالمحاسبة، وأمر بتشكيل لجنة
                || word.class == Class::Demand
                    && self.spoken
                    && self.previous().is_some_and(|p| scene.is_comma(p)))
                && between.is_empty()
                && (self.hit.proclitics.has(Proclitics::WAW)
                    || self.previous().is_some_and(|p| {
                        scene.is(p, Particle::Cut) && isnad_text::pronoun_len(scene.text.surface(p)) > 0
                    }));
            // وتابع سالم بالقول: «…»
            let aloud = marker.how == Introduced::Colon
                && word.class == Class::Assert
                && between.len() <= 5
                && self.is_open()
                && after.is_some()
                && scene.quotation_from(marker.token).is_some();
            // ووصف الاتفاق بأنه: whoever speaks already.
            let described = word.class == Class::Describe
                && marker.how == Introduced::That
                && self.hit.proclitics.has(Proclitics::WAW);
            // ذكر الهاشمي، الذي كان يتحدث في ندوة، أن: a name that no layer knows, and what is told of him.
            let apposed = marker.how == Introduced::That
                && scene.is_comma(marker.at - 1)
                && (between.start + 1..between.start + 4).any(|i| scene.is_comma(i) && i + 1 < marker.at);
            let loose = self.weak()
                && !promised
                && !apposed
                && !aloud
                && !described
                && !called_on
                && (preposition || after.is_some() || between.len() > 6);
            // يرجح أن: nobody is named, nor need be.
            let held =
                between.is_empty() && !preposition && matches!(word.class, Class::Estimate | Class::Believe);
            if loose && !held || !self.is_open() && !brief && !held {
                return None;
            }
        }
        let relative = self.previous().is_some_and(|p| scene.is(p, Particle::Relative));
        let source = match before {
            Some(before) if relative && after.is_none() => Some(before),
            Some(before) if !relative && source::is_plausible(scene, before.start) => Some(before),
            Some(before) if !relative => after.or(Some(before)),
            _ => after,
        };
        let maker = if source.is_none() { self.publisher() } else { None };
        // أكد فيها: the verb holds its subject; تقريرا تحدث عن: the document has been named for its maker.
        let within = THEREIN.fit(scene.text.folded(self.hit.end));
        // تقارير تحدثت عن: the document says it, where nobody is named who made it.
        let document = || {
            let noun = self.previous()?;
            let whole = self.names_document() && !scene.is_definite(noun) && self.hit.proclitics.is_none();
            whole.then_some(noun..noun + 1)
        };
        let source = if within { source } else { source.or_else(|| maker.clone()).or_else(document) };
        let mut site = self.make(source, body, "claims.verb");
        site.maker = maker;
        // تحدثت الشرطة عن مقتل, عن 15 قتيلا: what happened is asserted; any other matter is described.
        let happened = |i: usize| {
            scene.quantity_at(i).is_some()
                || scene.hit(i).is_some_and(|h| h.events().next().is_some() || h.happening().is_some())
        };
        if word.class == Class::Describe && word.frames.has(Frames::AN_NP) && happened(marker.token) {
            site.word.class = Class::Assert;
        }
        site.via = self.via(between.clone()).or_else(|| self.handed_on(between));
        // ذكر موقع … | نقلا عن | مصدر حكومي أن: the outlet hands it on.
        if let Some(source) = site.source.clone()
            && let Some(from) = source.clone().find(|&i| {
                scene.text.folded(i) == "نقلا" && scene.text.folded(i + 1) == "عن" && i > source.start
            })
            && from + 2 < source.end
        {
            site.via = source::trim(scene, source.start..from);
            site.source = source::trim(scene, from + 2..source.end);
        }
        Some(site)
    }

    /// `جدد الوزير | التأكيد على أن`, `أبلغ السفير | مجلس الأمن أن`: a word behind the source that is the verb's object.
    fn is_object(&self, at: usize) -> bool {
        let scene = self.scene;
        let noun =
            scene.hit(at).is_some_and(|h| h.cues().any(|c| c.part == Part::Noun) && h.speaker().is_none());
        let renews = self.weak() && scene.is_definite(at) && (noun || shape::is_definite_masdar(scene, at));
        let verb = scene.text.folded(self.hit.first);
        // أبلغ الوزير | نظيره أن
        let tells = TELLS_TO.fit(verb)
            && (source::names_somebody(scene, at)
                || scene.entity_from(at).is_some()
                || source::is_own(scene, at));
        // طمأن الوزير | المواطنين
        let oblique = scene.is_definite(at)
            && scene.text.folded(at).ends_with("ين")
            && (scene.hit(at).is_some_and(|h| h.person().is_some() || h.speaker().is_some())
                || scene.text.folded(at).starts_with("الم") && scene.text.folded(at).chars().count() >= 7);
        renews || tells || oblique
    }

    /// The outlet that hands on what is said, put in between: `قالت الوزارة، بحسب ما نقلت | وكالة الأنباء |، إن`.
    fn handed_on(&self, between: Range<usize>) -> Option<Range<usize>> {
        let scene = self.scene;
        let by = between
            .clone()
            .filter(|&i| scene.is_comma(i))
            .find_map(|i| scene.hit(i + 1).filter(|h| h.cues().any(|c| c.part == Part::Preposition)))?;
        let end = (by.end..between.end).find(|&i| scene.is_comma(i))?;
        let outlet = |i: &usize| scene.hit(*i).is_some_and(|h| h.speaker() == Some(SpeakerKind::Outlet));
        let start = (by.end..end.min(by.end + 3)).find(outlet)?;
        source::within(scene, start..end)
    }

    /// Whether the word before is a document that the verb describes: تقريرا تحدث عن.
    pub(super) fn names_document(&self) -> bool {
        self.previous()
            .and_then(|p| self.scene.hit(p))
            .is_some_and(|h| h.speaker() == Some(SpeakerKind::Document))
    }

    /// `«…»، يقول خبير`: the cue stands behind what it reports.
    pub(super) fn after_quotation(&self) -> Option<Site> {
        let scene = self.scene;
        if !matches!(
            self.word.class,
            Class::Assert | Class::Warn | Class::Ask | Class::Announce | Class::Deny
        ) || !self.hit.proclitics.is_none()
        {
            return None;
        }
        let mut close = self.previous()?;
        if scene.is_comma(close) || scene.is_dash(close) {
            close = close.checked_sub(1)?;
        }
        let quotation = scene.quotation_to(close)?;
        // "قوات سوريا الديمقراطية" صرحت: a name.
        let named = scene.entity_from(quotation.tokens.start).is_some_and(|e| e.tokens == quotation.tokens);
        if named
            || quotation.tokens.len() < 3
            || quotation.tokens.start <= self.range.start.saturating_sub(0).min(quotation.tokens.start - 1)
                && quotation.tokens.len() < 3
        {
            return None;
        }
        let stop = (self.hit.end..self.range.end.min(self.hit.end + REACH))
            .find(|&i| {
                // «…»، قالت الطبيبة، | وأضافت أن, | مضيفة: another report.
                let another = scene.is_comma(i)
                    && scene.hit(i + 1).is_some_and(|h| {
                        source::is_verb(h) && h.proclitics.has(Proclitics::WAW)
                            || h.cues().any(|c| c.part == Part::Participle) && h.speaker().is_none()
                    });
                another || scene.is_stop(i) || scene.is_colon(i) || scene.is(i, Particle::That)
            })
            .unwrap_or(self.range.end);
        if scene.is_colon(stop) || (stop < self.range.end && scene.is(stop, Particle::That)) {
            return None;
        }
        // «…»، يقول خبير، «…»: the cue splits what is said.
        let second = (self.hit.end + 1..stop).find(|&i| {
            scene.is_comma(i - 1) && scene.quotation_from(i).is_some_and(|q| q.closed && q.tokens.len() > 1)
        });
        let source = source::within(scene, self.hit.end..second.unwrap_or(stop));
        let end = second.and_then(|i| scene.quotation_from(i)).unwrap_or(quotation).tokens.end;
        let marks = quotation.tokens.start - 1..end + 1;
        let mut site = self.make(source, Body::Quotation(marks), "claims.after-quotation");
        site.opens = true;
        Some(site)
    }

    /// `لم تعلن أي جهة مسؤوليتها عن الهجوم`: a claim of responsibility that nobody makes.
    fn disclaimed(&self) -> Option<Site> {
        let scene = self.scene;
        if self.word.class != Class::Announce && self.word.class != Class::ClaimResponsibility {
            return None;
        }
        let end = self.clause_end(self.hit.end);
        let near = self.hit.end..end.min(self.hit.end + 6);
        let claimed = near.into_iter().find(|&i| RESPONSIBILITY.fit(scene.text.folded(i)))?;
        let source = source::within(scene, self.hit.end..claimed);
        let about = (claimed + 1..end).find(|&i| scene.text.folded(i) == "عن");
        let token = self.first_word(about.unwrap_or(claimed) + 1..end)?;
        let mut site = self.make(source, self.bare(token), "claims.disclaimed");
        site.negated = true;
        site.word.class = Class::ClaimResponsibility;
        site.opens = true;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// Whether the cue is negated: لم يكشف, لا يقول.
    pub(super) fn is_negated(&self) -> bool {
        self.previous().is_some_and(|p| {
            let nothing = || {
                p.checked_sub(1).is_some_and(|q| self.scene.is(q, Particle::Negation))
                    && !self.scene.is_comma(p)
            };
            let without = || {
                (p.saturating_sub(2)..p).any(|i| {
                    self.scene
                        .hit(i)
                        .is_some_and(|h| h.end == p + 1 && self.scene.text.folded(p - 1) == "دون")
                })
            };
            self.scene.is(p, Particle::Negation) || nothing() || without()
        })
    }

    /// Whether the verb stands where a clause may begin, so that it may hold its subject in itself.
    pub(super) fn is_open(&self) -> bool {
        let scene = self.scene;
        let proclitics = self.hit.proclitics;
        // شريطا أعلن فيه, بما وصفه ب
        let within = THEREIN.fit(scene.text.folded(self.hit.end)) && proclitics.is_none();
        let what = self.word.flags.has(CueFlags::PRONOUN)
            && self.previous().is_some_and(|p| {
                let what = WITH_WHAT.fit(scene.text.folded(p));
                // على ما وصفه
                let of = source::is_what(scene, p) && p > 0 && source::is_preposition(scene, p - 1);
                what || of
            });
        if within || what || self.names_document() {
            return true;
        }
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

    /// The first word in a range that is not an adverb, a date or a comma.
    pub(super) fn first_word(&self, range: Range<usize>) -> Option<usize> {
        let scene = self.scene;
        let mut at = range.start;
        while at < range.end {
            if let Some(date) = scene.date_at(at) {
                at = date.tokens.end.max(at + 1);
            } else if BEFORE_TIME.fit(scene.text.folded(at)) && scene.date_at(at + 1).is_some() {
                at += 1;
            } else if scene.is_comma(at) || scene.is(at, Particle::Adverb) {
                at = scene.hit(at).map_or(at + 1, |h| h.end);
            } else {
                return Some(at);
            }
        }
        None
    }

    /// Where the clause that begins at a token may end at the latest.
    pub(super) fn clause_end(&self, from: usize) -> usize {
        let scene = self.scene;
        (from..self.range.end.min(from + REACH))
            .find(|&i| scene.is_stop(i) || scene.is(i, Particle::Cut))
            .unwrap_or(self.range.end.min(from + REACH))
    }
}
