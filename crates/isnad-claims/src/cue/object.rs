//! What a verb reports without a word to bring it in, and what it hands on: نفت المصادر وجود جدول, نقلت وكالة عن مصدر أن.

use core::ops::Range;

use isnad_text::Proclitics;

use super::marker::is_how;
use super::{Body, Introduced, Place, REACH, Site};
use crate::Class;
use crate::generated::vocabulary::{
    A_SAYING, ANY_BLAME, BLAME, MEETS_PRESS, OF_HIM, OF_HIS_BLAME, RESPONSIBILITY, THEREIN, WHO,
};
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, Frames, Particle, SpeakerKind};

impl Place<'_, '_, '_> {
    /// `نقلت وكالة رويترز عن مصدر أن …`: the source is whom the outlet quotes.
    pub(super) fn relay(&self, outlet: Range<usize>, about: usize) -> Option<Site> {
        let scene = self.scene;
        let via = source::within(scene, outlet);
        let from = about + 1;
        let stop = (from..self.range.end.min(from + REACH)).find(|&i| {
            scene.is(i, Particle::That)
                || scene.is_colon(i)
                || is_saying(scene.text.folded(i)) && scene.hit(i).is_some()
        });
        let Some(stop) = stop else {
            // نقلت الصحيفة عن مصدر وجود …: rare, and not told from عن NP.
            return None;
        };
        let source = source::within(scene, from..stop);
        let mut open = stop;
        while open < self.range.end
            && (scene.is(open, Particle::That) || scene.is_colon(open) || is_saying(scene.text.folded(open)))
        {
            open += 1;
        }
        let how = if scene.is_colon(open - 1) { Introduced::Colon } else { Introduced::That };
        let mut site =
            self.make(source, Body::From { token: open, start: self.start_of(open), how }, "claims.relay");
        site.via = via;
        site.relayed = true;
        site.opens = true;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// `نفت مصادر أوروبية وجود جدول`, `الصين ترفض العقوبات`: what is said is a noun phrase.
    pub(super) fn object(&self, before: Option<Range<usize>>) -> Option<Site> {
        let (scene, hit) = (self.scene, self.hit);
        let end = self.clause_end(hit.end);
        let pronoun = self.word.flags.has(CueFlags::PRONOUN);
        let (source, rest) = match before {
            Some(before) => (Some(before), hit.end),
            // بيانا نفت فيه | ما أوردته الصحيفة
            None if THEREIN.fit(scene.text.folded(hit.end)) => (None, hit.end + 1),
            None if source::is_preposition(scene, hit.end) => (None, hit.end),
            None => source::leading(scene, hit.end..end),
        };
        // رفض الحارس | التعليق: one word that no list holds, before a verbal noun.
        let unknown = source.is_none() && rest == hit.end && !pronoun && !self.weak() && self.is_open();
        let (source, rest) = if unknown
            && scene.is_definite(rest)
            && !shape::is_definite_masdar(scene, rest)
            && (shape::is_definite_masdar(scene, rest + 1) || shape::is_masdar(scene, rest + 1))
        {
            (source::trim(scene, rest..rest + 1), rest + 1)
        } else {
            (source, rest)
        };
        // يروي الشاب | كيف نجا: how it was, behind who tells it.
        let how = (hit.end + 1..end.min(hit.end + 7)).find(|&i| is_how(scene, i));
        let (source, rest) = match how.filter(|_| source.is_none() && rest == hit.end) {
            Some(how) => (source::trim(scene, hit.end..how), how),
            None => (source, rest),
        };
        // الذي تصنفه | منظمة إرهابية: what he is called, where nothing else follows.
        let named = |s: &Range<usize>| {
            let last = rest >= end || scene.is_comma(rest) || scene.is_stop(rest);
            last && s.start == hit.end && !scene.is_definite(s.start) && scene.entity_from(s.start).is_none()
        };
        let (source, rest) = match source {
            Some(s) if pronoun && self.word.class == Class::Describe && named(&s) => (None, hit.end),
            source => (source, rest),
        };
        // سبعة خبراء | من أصل عشرة | رفع الفائدة
        let of = scene.quantity_at(hit.end).is_some() && source::is_out_of(scene, rest);
        let rest = if of {
            let said = |i: &usize| shape::is_masdar(scene, *i) && !scene.is_definite(*i);
            (rest + 2..end).find(said).unwrap_or(rest)
        } else {
            rest
        };
        let rest = self.behind_meeting(rest, end);
        // حمّل إسرائيل مسؤولية ما حدث: who is held responsible is no speaker.
        let held = self.word.class == Class::Accuse
            && source.is_some()
            && BLAME.fit(scene.text.folded(rest))
            && !OF_HIS_BLAME.fit(scene.text.folded(rest));
        let (source, rest) = if held && source.as_ref().is_some_and(|s| s.start >= hit.end) {
            (None, hit.end)
        } else {
            (source, rest)
        };
        // نفت في بيان مقتضب صحة: the object is the first verbal noun behind the phrase.
        let phrase = source.is_none() && rest == hit.end && source::is_preposition(scene, hit.end);
        let from = if phrase {
            (hit.end..end.min(hit.end + 12)).find(|&i| shape::is_masdar(scene, i) && !scene.is_definite(i))?
        } else {
            rest
        };
        let from = self.behind_told(from, end);
        let from = self.behind_venue(from, end);
        // نفت الوزارة «وجود أي تقصير»: what is said is quoted.
        if source.is_some() && from < end && scene.quotation_from(from).is_some() {
            return Some(self.make(source, self.bare(from), "claims.verb-object"));
        }
        let token = self.first_word(from..end)?;
        // أكد رفض بلاده للعقوبات، وقال: what stands behind the comma is not what was rejected.
        let whole = source.as_ref().filter(|s| s.start == hit.end && from == rest);
        let apart = token == from + 1 && scene.is_comma(from) && !source::is_preposition(scene, token);
        let to = whole.filter(|_| apart).and_then(|source| {
            (source.start + 1..source.end)
                .find_map(|i| scene.proclitic(i, Proclitics::LAM).map(|skip| (source.start..i, i, skip)))
        });
        if let Some((source, to, skip)) = to {
            let start = self.start_of(to) + skip;
            let body = Body::From { token: to, start, how: Introduced::Preposition };
            return Some(self.make(Some(source), body, "claims.verb-object"));
        }
        // ما يسميه "…": the label is what is said, and the speaker is in the verb.
        if pronoun && self.word.class == Class::Describe && scene.quotation_from(self.hit.end).is_some() {
            let body = Body::From {
                token: self.hit.end,
                start: self.start_of(self.hit.end),
                how: Introduced::Colon,
            };
            return Some(self.make(None, body, "claims.verb-object"));
        }
        // أحصت المنظمة التي تتخذ من المدينة مقرا | سقوط: behind what is told of her.
        let relative = scene.is(token, Particle::Relative)
            && scene.text.folded(token).starts_with("ال")
            && source.is_some();
        let token = (token + 2..end.min(token + 9))
            .find(|&i| {
                relative
                    && shape::is_masdar(scene, i)
                    && !scene.is_definite(i)
                    && !source::is_preposition(scene, i - 1)
            })
            .unwrap_or(token);
        let token = if self.word.frames.has(Frames::MIN) { self.behind_addressee(token, end) } else { token };
        let token = self.behind_called(token, end);
        // A weak cue is one only with somebody to say it and a verbal noun that is said.
        // …، كما وثق مقتل أربعة: whoever speaks already.
        let carried = self.spoken && self.previous().is_some_and(|p| scene.text.folded(p) == "كما");
        // حمّل الوزير المعارضة مسؤولية
        let blamed = self.word.class == Class::Accuse
            && source.is_some()
            && (token..token + 4).any(|i| ANY_BLAME.fit(scene.text.folded(i)));
        if self.weak()
            && !blamed
            && !((source.is_some() || carried) && (shape::is_masdar(scene, token) || how == Some(token)))
        {
            return None;
        }
        // الذين اقترحوا المرشحين: who did it, no report.
        let described =
            || self.previous().is_some_and(|p| scene.is(p, Particle::Relative) && !source::is_what(scene, p));
        if source.is_none() && !pronoun && (!self.is_open() || described()) {
            return None;
        }
        // أظهر الفريق تصميمه: what is shown is said by documents only.
        let shows = self.word.class == Class::Reveal && self.weak();
        let document =
            |s: &Range<usize>| scene.hit(s.start).is_some_and(|h| h.speaker() == Some(SpeakerKind::Document));
        if shows && !source.as_ref().is_some_and(document) {
            return None;
        }
        if self.word.flags.has(CueFlags::RELAY)
            && source
                .as_ref()
                .is_none_or(|s| scene.hit(s.start).is_none_or(|h| h.speaker() != Some(SpeakerKind::Outlet)))
        {
            return None;
        }
        let mut site = self.make(source, self.bare(token), "claims.verb-object");
        // أعلن التنظيم مسؤوليته عن الهجوم
        if RESPONSIBILITY.fit(scene.text.folded(token)) && site.word.class != Class::Accuse {
            site.word.class = Class::ClaimResponsibility;
        }
        Some(site)
    }

    /// `طلب من الدول | إقرار القانون`, `تطلب منهم | اعتماد …`: what is asked for stands behind whom it is asked of.
    fn behind_addressee(&self, from: usize, end: usize) -> usize {
        let scene = self.scene;
        let of = (from..end).find(|&i| OF_HIM.fit(scene.text.folded(i)));
        let Some(of) = of else { return from };
        (of + 1..end).find(|&i| shape::is_masdar(scene, i) && !scene.is_definite(i)).unwrap_or(from)
    }

    /// `ناشد الأطراف | وقف القتال`, `مناشدا الشركات | زيادة الإنتاج`: what is called for stands behind whom is called on.
    pub(super) fn behind_called(&self, from: usize, end: usize) -> usize {
        let scene = self.scene;
        let calls = self.word.class == Class::Demand
            && (scene.is_definite(from) || scene.entity_from(from).is_some())
            && !shape::is_definite_masdar(scene, from);
        let stretch = from + 1..end.min(from + 7);
        let plain =
            |i: usize| scene.text.token(i).is_some_and(|t| t.is_word()) && !source::is_preposition(scene, i);
        let said =
            |i: usize| shape::is_masdar(scene, i) && !scene.is_definite(i) && scene.entity_at(i).is_none();
        let found = stretch.take_while(|&i| plain(i)).find(|&i| said(i));
        found.filter(|_| calls).unwrap_or(from)
    }

    /// `نفت نازحة تحدثت إليها الصحيفة، | وجود …`: where she said it stands between her and what she said.
    fn behind_meeting(&self, from: usize, end: usize) -> usize {
        let scene = self.scene;
        let meets = MEETS_PRESS.fit(scene.text.folded(from));
        let close = (from..end.min(from + 8)).find(|&i| scene.is_comma(i));
        close.filter(|_| meets).map_or(from, |comma| comma + 1)
    }

    /// `نفى قيادي، اشترط عدم الكشف عن هويته، | ضلوع`: how he spoke is put in.
    fn behind_told(&self, from: usize, end: usize) -> usize {
        let scene = self.scene;
        // الاتحاد، الذي يضم ألف عضو، | ما وصفه
        let relative = WHO.fit(scene.text.folded(from + 1));
        let told = scene.is_comma(from) && (relative || source::keeps_back_at(scene, from + 1));
        let close = (from + 1..end).find(|&i| scene.is_comma(i));
        close.filter(|_| told).map_or(from, |close| close + 1)
    }

    /// `أعلنت الوزارة في بيان لاحق | إسقاط مسيرة`: what is said stands behind where it was said.
    fn behind_venue(&self, from: usize, end: usize) -> usize {
        let scene = self.scene;
        // أعلنت الكويت، على لسان وزيرها، | تمديد
        let told = |t: usize| {
            scene.hit(t).is_some_and(|h| {
                h.cues().any(|c| c.part == crate::vocabulary::Part::Preposition && c.frames.has(Frames::TAIL))
            })
        };
        let phrase = |t: &usize| source::is_preposition(scene, *t) || told(*t) && scene.is_comma(*t - 1);
        let token = self.first_word(from..end).filter(phrase);
        // تبنى التنظيم، عبر وكالته، | الهجوم
        let put_in = token.filter(|&t| scene.is_comma(t - 1));
        let close = put_in.and_then(|t| (t..end.min(t + 16)).find(|&i| scene.is_comma(i)));
        if let Some(behind) = close.and_then(|c| self.first_word(c..end)) {
            return behind;
        }
        // أعلن الوزير من طرابلس | تخصيص, أعلن التنظيم عبر وكالته | مسؤوليته
        let somewhere = |t: usize| {
            scene.entity_from(t + 1).is_some_and(|e| e.entity_type == isnad_entities::EntityType::Location)
                || scene.hit(t + 1).is_some_and(|h| h.speaker() == Some(SpeakerKind::Outlet))
        };
        let venue = token.filter(|&t| scene.is(t + 1, Particle::Venue) || somewhere(t));
        let said = |i: &usize| {
            shape::is_masdar(scene, *i) && !scene.is_definite(*i) && !source::is_preposition(scene, i - 1)
                || RESPONSIBILITY.fit(scene.text.folded(*i))
                || scene.quotation_from(*i).is_some() && !source::names_somebody(scene, i - 1)
                || scene.date_at(i - 1).is_some()
                    && scene.date_at(*i).is_none()
                    && !source::is_preposition(scene, *i)
        };
        venue
            .and_then(|t| (t + 2..end.min(t + 10)).find(said))
            .or_else(|| token.and_then(|t| self.behind_time(t, end)))
            .unwrap_or(from)
    }

    /// `نفوا خلال جلسات سابقة | التهم`: behind a phrase without the article a word with it begins what is said.
    fn behind_time(&self, preposition: usize, end: usize) -> Option<usize> {
        let scene = self.scene;
        let first = preposition + 1;
        let plain = |i: usize| {
            scene.text.token(i).is_some_and(|t| t.is_word())
                && scene.entity_at(i).is_none()
                && !scene.is_definite(i)
                && !source::is_preposition(scene, i)
        };
        let object = (first..end.min(first + 4)).find(|&i| !plain(i))?;
        // خلال جلسة علنية | التهم, خلال جلسات سابقة | التهم, not خلال جلسة الحكومة: an adjective closes the phrase.
        let last = scene.text.folded(object - 1);
        let adjective = shape::is_nisba(last) || last.chars().nth(1) == Some('ا');
        let closed = object >= first + 2 && adjective && !source::names_somebody(scene, object - 1);
        (closed && scene.is_definite(object)).then_some(object)
    }

    /// The عن before whom an outlet quotes, if أن or a colon follows in the clause.
    pub(super) fn relayed(&self) -> Option<usize> {
        let scene = self.scene;
        let end = self.clause_end(self.hit.end).min(self.hit.end + 16);
        let mut at = self.hit.end;
        // نسبت وكالة إلى مصدر قوله
        // علمت الصحيفة من مصادر أن
        let by = match self.word.frames {
            f if f.has(Frames::ILA) => "الي",
            f if f.has(Frames::MIN) => "من",
            _ => "عن",
        };
        let about = loop {
            if at >= end {
                return None;
            }
            // شبكة سي إن إن: a name holds no word that brings anything in.
            if let Some(name) = scene.entity_at(at).filter(|e| e.tokens.end > at) {
                at = name.tokens.end;
                continue;
            }
            if scene.text.folded(at) == by || scene.is(at, Particle::That) || scene.is_colon(at) {
                break at;
            }
            // قناة "أن بي أن": a name in quotation marks.
            at = scene.quotation_from(at).map_or(at + 1, |q| q.tokens.end + 1);
        };
        (scene.text.folded(about) == by).then_some(about)
    }
}

/// قوله, القول: the saying that a relay hands on.
fn is_saying(folded: &str) -> bool {
    A_SAYING.fit(folded)
}
