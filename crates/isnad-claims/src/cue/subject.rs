//! The subject of a verb: where it stands before it, and whether what stands behind it can be it.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Introduced, Marker, Place, REACH};
use crate::Class;
use crate::source;
use crate::vocabulary::{CueFlags, Frames, List, Part, Particle, SpeakerKind};

impl Place<'_, '_, '_> {
    /// The subject where it stands before the verb: for certain in a headline, behind أن, or where it can speak.
    pub(super) fn subject_before(&self, marker: Option<&Marker>) -> Option<Range<usize>> {
        let scene = self.scene;
        let proclitics = self.hit.proclitics;
        if proclitics.has(Proclitics::FA) {
            return self.topic();
        }
        if proclitics.has(Proclitics::WAW) {
            return None;
        }
        // أمر اعتبره المدرب دليلا: the subject stands behind.
        let owned = self.word.flags.has(CueFlags::PRONOUN) && self.word.frames.has(Frames::NP) && {
            let (source, _) = source::leading(scene, self.hit.end..self.range.end.min(self.hit.end + REACH));
            source.is_some_and(|s| s.start == self.hit.end)
        };
        if owned {
            return None;
        }
        let certain = |b: &Range<usize>| {
            // أنا لم أقل: the speaker speaks of himself.
            if matches!(scene.text.folded(b.start), "انا" | "نحن") {
                return false;
            }
            // الليرة تواصل الانهيار: …: a weak verb needs somebody who speaks.
            let told = marker.is_some_and(|m| {
                let quoted = || scene.quotation_from(m.token).is_some();
                m.how == Introduced::That || m.how == Introduced::Colon && (!self.weak() || quoted())
            });
            let at_once = marker.is_some_and(|m| m.at == self.hit.end);
            let joined =
                scene.hit(b.start).is_some_and(|h| h.speaker().is_some() && h.proclitics == Proclitics::WAW);
            let short = b.len() <= 4 && (!self.weak() || at_once);
            let first = b.start == self.range.start;
            let headline =
                short && self.word.part == Part::Imperfect && (first || scene.is_colon(b.start - 1));
            let nominal = short && marker.is_some() && !first && scene.is(b.start - 1, Particle::That);
            told || headline || nominal || joined || source::is_plausible(scene, b.start)
        };
        source::before(scene, self.hit.first, self.range.start).filter(certain).or_else(|| self.host())
    }

    /// `أما رئيس المجلس، عضو اللجنة، | فأوضح`: what أما puts in front is the subject.
    fn topic(&self) -> Option<Range<usize>> {
        let scene = self.scene;
        let floor = self.range.start.max(self.hit.first.saturating_sub(REACH));
        let opener = (floor..self.hit.first)
            .rev()
            .find(|&i| scene.text.folded(i).ends_with("اما") && scene.is(i, Particle::Connective))?;
        let source = source::trim(scene, opener + 1..self.hit.first)?;
        let brief =
            source.len() <= 2 && source.clone().all(|i| scene.text.token(i).is_some_and(|t| t.is_word()));
        let phrase = source::is_preposition(scene, source.start) || scene.date_at(source.start).is_some();
        (source::is_plausible(scene, source.start) || brief && !phrase).then_some(source)
    }

    /// Whether the noun right behind the verb cannot be its subject: `طالب | الحكومة`, `طالبت | الوزير`.
    pub(super) fn disagrees(&self, noun: usize) -> bool {
        let scene = self.scene;
        let surface = scene.text.surface(noun);
        let body = || {
            scene.hit(noun).is_some_and(|h| h.speaker() == Some(SpeakerKind::Collective))
                || scene
                    .entity_from(noun)
                    .is_some_and(|e| e.entity_type == isnad_entities::EntityType::Organisation)
        };
        let feminine = || (surface.ends_with('ة') || surface.ends_with("ات")) && body();
        // طالبت رئيس القسم سلمى جابر: a title that is not bent.
        let masculine = || {
            let titled = scene.hit(noun).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person));
            scene.on(noun, List::Masculine) && (!titled || scene.is_definite(noun))
        };
        let flags = self.word.flags;
        // ودعت الأطراف إلى: whoever speaks already calls on them.
        let called = self.word.class == Class::Demand
            && self.hit.proclitics.has(Proclitics::WAW)
            && scene.on(noun, List::Addressee);
        if called {
            return true;
        }
        self.word.part != Part::Participle
            && self.hit.end == noun
            && (flags.has(CueFlags::M) && feminine() || flags.has(CueFlags::F) && masculine())
    }
}
