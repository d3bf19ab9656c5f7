//! What courts rule and prosecutors charge: قضت المحكمة بسجن, أجلت المحكمة النطق بالحكم, وجهت النيابة إلى المتهم تهمة.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Body, Introduced, Place, Site};
use crate::Class;
use crate::generated::vocabulary::{CHARGE, RULES_HOW};
use crate::source;
use crate::vocabulary::{Frames, List, Particle};

/// How far behind its verb a court is named, in tokens.
const NAMED: usize = 10;

impl Place<'_, '_, '_> {
    /// A verb that reports only where a court or a prosecutor is its subject.
    pub(super) fn ruling(&self) -> Option<Site> {
        let scene = self.scene;
        let from = self.hit.end;
        let end = self.clause_end(from);
        let court = |i: usize| {
            scene.on(i, List::Court) && scene.hit(i).is_none_or(|h| !h.proclitics.has(Proclitics::BA))
        };
        let before = source::before(scene, self.hit.first, self.range.start).filter(|b| court(b.start));
        let (source, rest) = match before {
            Some(before) => (before, from),
            None => {
                // وجهت | إليهم | النيابة: to whom stands before the subject.
                let start = (from..end.min(from + NAMED)).find(|&i| court(i))?;
                let plain = (from..start).all(|i| {
                    i == from && source::is_preposition(scene, i)
                        || scene.date_at(i).is_some()
                        || scene.is_comma(i)
                        || i > from && source::is_preposition(scene, from)
                        || source::is_to_somebody(scene, i)
                        || scene.is(i, Particle::Adverb)
                });
                let (source, rest) = source::leading(scene, start..end);
                (source.filter(|_| plain)?, rest)
            }
        };
        let charges = |i: &usize| CHARGE.fit(scene.text.folded(*i));
        let mut source = source;
        let body = if self.word.class == Class::Accuse {
            self.bare((from..end).find(charges)?)
        } else if self.word.frames.has(Frames::BI) {
            let (token, skip) = (rest..end).find_map(|i| {
                let told = scene.on(i, List::Manner) || scene.is(i, Particle::Adverb) || charges_by(scene, i);
                let skip = scene.proclitic(i, Proclitics::BA).filter(|_| !told)?;
                Some((i, skip))
            })?;
            // محكمة الجنايات، المنعقدة في المدينة، | بسجن: what is told of the court.
            if scene.is_comma(rest)
                && scene.is_definite(rest + 1)
                && scene.date_at(rest + 1).is_none()
                && token > rest + 2
                && scene.is_comma(token - 1)
            {
                source.end = token - 1;
            }
            let mut token = (token, self.start_of(token) + skip);
            if let Some(that) = scene.hit(token.0).filter(|h| h.is(Particle::That)) {
                token = (that.end, self.start_of(that.end));
            }
            Body::From { token: token.0, start: token.1, how: Introduced::Preposition }
        } else {
            let object = self.first_word(rest..end)?;
            // أيدت المحكمة في جلستها: nothing follows at once.
            if source::is_preposition(scene, object) {
                return None;
            }
            self.bare(object)
        };
        Some(self.ruled(source, body))
    }

    fn ruled(&self, source: Range<usize>, body: Body) -> Site {
        let mut site = self.make(Some(source), body, "claims.ruling");
        site.opens = true;
        site.clause = self.clause_start(site.source.as_ref());
        site
    }
}

/// برئاسة القاضي, بتهمة القتل: by whom and for what, not what was ruled.
fn charges_by(scene: &crate::scene::Scene<'_, '_>, at: usize) -> bool {
    RULES_HOW.fit(scene.text.folded(at))
}
