//! Reports with two verbs: `اختتم المدرب حديثه قائلا: …`, `علق الوزير على القرار قائلا إن`.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Body, Marker, Place, Site};
use crate::Class;
use crate::source;
use crate::vocabulary::{CueFlags, Frames, Part, Particle};

/// How far before the participle its verb may stand, in tokens.
const BEFORE: usize = 24;

impl Place<'_, '_, '_> {
    /// `…، كما قال`, `…، كما أكد الوزير`: what stands before was said.
    pub(super) fn as_said(&self) -> Option<Site> {
        let scene = self.scene;
        self.previous().filter(|&p| scene.text.folded(p) == "كما" && p > self.range.start)?;
        let said = matches!(self.word.class, Class::Assert | Class::Announce | Class::Believe);
        let near = self.hit.end..self.range.end.min(self.hit.end + 12);
        let end = near.clone().find(|&i| {
            scene.is_stop(i) || scene.is_comma(i) || scene.text.token(i).is_none_or(|t| t.is_quote())
        });
        let rest = self.hit.end..end.unwrap_or(near.end);
        let brought = rest.clone().any(|i| scene.is(i, Particle::That) || scene.is_colon(i));
        if !said || brought || end.is_none() && near.end < self.range.end {
            return None;
        }
        let source = source::within(scene, rest.clone());
        let whole = rest.is_empty()
            || source.as_ref().is_some_and(|s| s.end == rest.end && source::is_plausible(scene, s.start));
        if !whole || self.word.frames.has(Frames::NP) && !rest.is_empty() {
            return None;
        }
        let mut site = self.make(source, Body::Before, "claims.as-said");
        site.tokens.start -= 1;
        site.opens = true;
        Some(site)
    }

    /// Whether the token is قائلا "saying", which brings in content by itself.
    fn says(&self, at: usize) -> bool {
        let says = |h: &crate::vocabulary::Hit<'_>| h.cues().any(|c| c.part == Part::Participle);
        self.scene.text.folded(at).starts_with("قايل") && self.scene.hit(at).is_some_and(says)
    }

    /// Whether what this verb does is told beside that he says something, so that not it but قائلا reports: behind an
    /// object (`علق | على الجدل | قائلا`), or behind a comma.
    pub(super) fn is_told_by_saying(&self, marker: &Marker) -> bool {
        let scene = self.scene;
        if !self.word.flags.has(CueFlags::WEAK) {
            return false;
        }
        let near = self.hit.end + 1..self.range.end.min(self.hit.end + BEFORE);
        let Some(saying) = near.into_iter().take_while(|&i| !scene.is_stop(i)).find(|&i| self.says(i)) else {
            return false;
        };
        let next = scene.hit(saying).map_or(saying + 1, |h| h.end);
        let brings = marker.at < saying || marker.at <= next + 1;
        let (source, rest) = source::leading(scene, self.hit.end..saying);
        // علّق المدير أمس | قائلا
        let alone = source.is_some() && !scene.is_comma(rest) && self.first_word(rest..saying).is_none();
        brings && !alone
    }

    /// `وختم سامر الخطيب، | قائلا: …`: a report whose verb is no cue; its subject is the source.
    pub(super) fn saying(&self, marker: Option<&Marker>) -> Option<Site> {
        let scene = self.scene;
        let marker = marker.filter(|m| self.says(self.hit.first) && m.at <= self.hit.end + 1)?;
        let floor = self.last.max(self.range.start).max(self.hit.first.saturating_sub(BEFORE));
        let replies = |h: &crate::vocabulary::Hit<'_>| {
            source::is_verb(h)
                || h.cues().any(|c| c.part == Part::Perfect) && !h.proclitics.has(Proclitics::ARTICLE)
        };
        let verb = (floor..self.hit.first)
            .rev()
            .find(|&i| scene.hit(i).is_some_and(replies) && !source::names_somebody(scene, i.wrapping_sub(1)))
            .or_else(|| self.first_word(floor..self.hit.first).filter(|_| !self.spoken))?;
        // فيما | رد النائب على زميله قائلا: another clause than that of whoever speaks already.
        let opens = || {
            let before = verb.checked_sub(1).and_then(|p| scene.hit(p));
            scene.proclitic(verb, Proclitics::WAW).is_some() || before.is_some_and(|h| h.is(Particle::Cut))
        };
        if self.spoken && !opens() {
            return None;
        }
        let from = scene.hit(verb).map_or(verb + 1, |h| h.end);
        // رد عليه | الوزير | قائلا
        let from = if source::is_to_somebody(scene, from) { from + 1 } else { from };
        let (source, _) = source::leading(scene, from..self.hit.first);
        if self.spoken && source.is_none() {
            return None;
        }
        let site = self.make(source.or_else(|| self.brief(from)), marker.body(), "claims.participle");
        Some(Site { opens: true, ..site })
    }

    /// A word or two before a comma or the participle, of which the vocabulary knows nothing.
    fn brief(&self, from: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let end = (from..self.hit.first).find(|&i| scene.is_comma(i)).unwrap_or(self.hit.first);
        let plain =
            (from..end).all(|i| scene.hit(i).is_none() && scene.text.token(i).is_some_and(|t| t.is_word()));
        let pronoun = self.hit.cues().any(|c| c.flags.has(CueFlags::PRONOUN));
        ((1..=3).contains(&(end - from.min(end))) && plain && !pronoun).then_some(from..end)
    }

    /// `رد الوزير على منتقديه | بالقول إن`: what the saying brings in, where the verb before it says how.
    pub(super) fn by_saying(&self) -> Option<Marker> {
        let scene = self.scene;
        let near = self.hit.end..self.range.end.min(self.hit.end + 16);
        let saying = near
            .take_while(|&i| !scene.is_stop(i) && !scene.is(i, Particle::That))
            .find(|&i| scene.text.folded(i) == "بالقول")?;
        let marker = self.marker(saying + 1).filter(|m| self.weak() && m.at == saying + 1)?;
        let (_, rest) = source::leading(scene, self.hit.end..saying);
        Some(Marker { at: rest, ..marker })
    }
}
