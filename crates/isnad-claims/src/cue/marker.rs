//! What brings content in: أن, a colon, a quotation, a preposition.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Body, Introduced, Place, REACH};
use crate::Class;
use crate::generated::vocabulary::{GETS_TO, RESPONSIBILITY, SEAT};
use crate::scene::Scene;
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, Frames, Hit, List, Part, Particle};

/// إلى "to"
const ILA: &str = "الي";
/// عن "about"
const AN: &str = "عن";

/// كيف "how".
pub(super) fn is_how(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at) == "كيف"
}

/// A word or mark that brings in content.
pub(super) struct Marker {
    pub(super) at: usize,
    pub(super) token: usize,
    pub(super) start: usize,
    pub(super) how: Introduced,
}

impl Marker {
    pub(super) fn body(&self) -> Body {
        Body::From { token: self.token, start: self.start, how: self.how }
    }
}

impl Place<'_, '_, '_> {
    /// The first word or mark behind `from` that brings in content of one of the cue's frames.
    pub(super) fn marker(&self, from: usize) -> Option<Marker> {
        let scene = self.scene;
        let frames = self.word.frames;
        let to = self.range.end.min(from + REACH);
        let mut pending: Option<Marker> = None;
        let mut at = from;
        let mut relative = false;
        let mut commas = 0;
        let mut apposed = false; // a title or another name stands behind a comma
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
                // دعا «كل أبناء المدينة» إلى: whom he calls on.
                let called = at == from && frames.has(Frames::ILA) && scene.text.folded(next) == ILA;
                if called && self.word.class == Class::Demand {
                    at = next;
                    continue;
                }
                // يتهم الحكومة «بالصمت»: the preposition stands within the marks.
                if at > from
                    && frames.has(Frames::BI)
                    && !frames.has(Frames::COLON)
                    && let Some(marker) = self.preposition_marker(at + 1)
                {
                    return Some(Marker { at, ..marker });
                }
                // انتقدت المنظمة | اعتماد المحاكم على «…»: what is said begins before the marks.
                if frames.has(Frames::NP) && at > from && self.holds_object(from..at) {
                    return None;
                }
                let last = scene.is_stop(next) || next >= self.range.end;
                let said = quotation.tokens.len() > 5 || at == from || scene.is_comma(at - 1) || last;
                let follows = frames.has(Frames::COLON) || frames.has(Frames::AN) || frames.has(Frames::NP);
                let object = at == from && self.word.flags.has(CueFlags::PRONOUN);
                if said && follows && (object || !self.is_name(at, next)) {
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
            // قالت الوزارة، بحسب ما نقلت الوكالة، إن: who handed it on is put in.
            if let Some(close) = self.put_in(at).filter(|&close| close < to) {
                at = close;
                continue;
            }
            if scene.is_comma(at) {
                commas += 1;
                apposed |= source::names_somebody(scene, at + 1) || scene.entity_at(at + 1).is_some();
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
                return (token < self.range.end).then(|| Marker {
                    at,
                    token,
                    start: self.start_of(token),
                    how,
                });
            }
            // أعلن التنظيم مسؤوليته عن الهجوم: the object stands before the preposition.
            if self.word.class == Class::Announce && RESPONSIBILITY.fit(scene.text.folded(at)) {
                break;
            }
            let hit = scene.hit(at);
            let entity = scene.entity_at(at).is_some();
            if let Some(hit) = hit
                && !entity
            {
                match hit.particle() {
                    Some(Particle::That) if hit.proclitics.is_none() || hit.proclitics == Proclitics::BA => {
                        let any = [Frames::AN, Frames::ILA, Frames::ALA, Frames::BI, Frames::MIN];
                        // نفت وجود جدول، …، أن: what is said was a noun phrase, and is over.
                        // حذر من «…» إن استمر, هدد بقتلهم إن لم: a condition within what is said.
                        let conditional = pending.is_some() && scene.text.surface(at) == "إن" && {
                            scene.is(hit.end, Particle::Negation)
                                || !scene.is_definite(hit.end) && scene.entity_at(hit.end).is_none()
                        };
                        if conditional {
                            return pending;
                        }
                        let over = frames.has(Frames::NP) && commas > 0 && !scene.is_comma(at - 1);
                        if !any.iter().any(|&f| frames.has(f)) || over && !apposed {
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
                    // نفى الضابط ما أوردته الصحيفة من أن: the object is a clause.
                    Some(Particle::Relative)
                        if at > from && source::is_what(scene, at) && frames.has(Frames::NP) =>
                    {
                        break;
                    }
                    Some(Particle::Relative) => relative = true,
                    // فلان، وهو سائق يقيم في …: a clause about him.
                    Some(Particle::Pronoun) if at > from && scene.is_comma(at - 1) => relative = true,
                    // يقول وهو يمسح عينيه: what he does meanwhile.
                    Some(Particle::Pronoun) if source::is_and_pronoun(scene, at) => relative = true,
                    _ => {}
                }
                let joined = hit.proclitics.has(Proclitics::WAW);
                let verb = hit.speaker().is_none()
                    && hit.particle().is_none()
                    && hit.cues().any(|c| {
                        matches!(c.part, Part::Perfect | Part::Imperfect)
                            && (joined || !c.flags.has(CueFlags::WEAK))
                            && !(c.flags.has(CueFlags::PRONOUN) && c.frames == Frames::TAIL)
                    });
                // روت فقدان أسرتها، قائلة: what the participle brings in is its own.
                let participle = (frames.has(Frames::NP) || pending.is_some())
                    && at > from + 1
                    && scene.is_comma(at - 1)
                    && hit.cues().any(|c| c.part == Part::Participle);
                // جدد الوزير رفضه، معتبرا أن: what the participle brings in at once is its own.
                let apart = || {
                    at > from + 1
                        && scene.is_comma(at - 1)
                        && (joined && scene.text.surface(at).ends_with(['ا', 'ً', 'ة'])
                            || scene.is(hit.end, Particle::That))
                        && hit.cues().any(|c| c.part == Part::Participle)
                };
                // هتف المحتجون، مطالبين باستقالته: the preposition is the participle's.
                let owns = || {
                    at > from + 1
                        && scene.is_comma(at - 1)
                        && hit.cues().any(|c| c.part == Part::Participle)
                        && self.preposition_marker(hit.end).is_some()
                };
                if (verb && !relative || participle || apart() || owns()) && at > from {
                    break;
                }
            }
            // أحد السكان، ويدعى أبو محمد، إن: what he is called stands between commas.
            if !relative && at > from && scene.is_comma(at - 1) && scene.text.folded(at).starts_with('و') {
                let close = (at + 1..to.min(at + 12)).find(|&i| scene.is_comma(i));
                let resumes = |c: usize| scene.is(c + 1, Particle::That) || source::is_audience(scene, c + 1);
                relative = close.is_some_and(resumes) && source::is_imperfect(scene, at);
            }
            if !relative && !entity && at > from && source::is_imperfect(scene, at) {
                // شاهد يدعى أبو محمد: a clause about an indefinite noun.
                let about =
                    !scene.is_definite(at - 1) && scene.hit(from).is_some_and(|h| h.speaker().is_some());
                if !about {
                    break;
                }
                relative = true;
            }
            // نفى الكرملين أي صلة له ب: the object stands before the preposition.
            if at > from && frames.has(Frames::NP) && pending.is_none() && source::is_any(scene, at) {
                break;
            }
            if pending.is_none()
                && !entity_starts_with(scene, at)
                && let Some(marker) = self.preposition_marker(at)
            {
                // تساءل النائب عن مصير: at once what he asks about.
                let waits = self.word.class != Class::Ask
                    && frames.has(Frames::AN)
                    && matches!(marker.how, Introduced::Preposition)
                    && at > from;
                if !waits {
                    return Some(marker);
                }
                pending = Some(marker);
            }
            let end = hit.map_or(at + 1, |h| h.end.max(at + 1));
            // تساءل النائب | عن: the title may go on, but what is asked is brought in so.
            let asked = self.word.class == Class::Ask && end > at + 1 && scene.text.folded(end - 1) == AN;
            at = if asked { end - 1 } else { end };
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

    /// `، بحسب ما نقلت الوكالة |،`, `، في تصريحات أدلى بها |،`: where a phrase closes that stands between commas and tells
    /// through whom or in what it was said.
    fn put_in(&self, comma: usize) -> Option<usize> {
        let scene = self.scene;
        if !scene.is_comma(comma) {
            return None;
        }
        let attributes = |h: &Hit<'_>| {
            h.proclitics.is_none()
                && h.cues().any(|c| c.part == Part::Preposition && c.frames.has(Frames::TAIL))
        };
        let told = scene.hit(comma + 1).is_some_and(attributes)
            || source::is_preposition(scene, comma + 1) && scene.is(comma + 2, Particle::Venue);
        let end = self.range.end.min(comma + 16);
        let close = (comma + 2..end).find(|&i| scene.is_comma(i) || scene.is_stop(i) || scene.is_colon(i));
        // صرحت، في بيان لها | عن مقتل …، ثم: what is said stands within.
        let brings = |i: usize| scene.is(i, Particle::That) || self.preposition_marker(i).is_some();
        let holds = |close: usize| {
            let verb = |i: &usize| !scene.hit(*i).is_some_and(source::is_verb);
            (comma + 3..close).take_while(verb).any(brings)
        };
        close.filter(|&c| told && scene.is_comma(c) && !holds(c))
    }

    /// Whether a verbal noun or كيف "how" stands behind the source, with which what is said begins.
    fn holds_object(&self, words: Range<usize>) -> bool {
        let scene = self.scene;
        let (source, rest) = source::leading(scene, words.clone());
        let first = self.first_word(rest..words.end);
        let object = |o: usize| shape::is_masdar(scene, o) && !scene.is_definite(o) || is_how(scene, o);
        (source.is_some() || words.start == rest) && first.is_some_and(object)
    }

    /// A preposition of the frame, on its own or on the word that follows.
    fn preposition_marker(&self, at: usize) -> Option<Marker> {
        let scene = self.scene;
        let frames = self.word.frames;
        let hit = scene.hit(at);
        // By the word itself: it may also begin a phrase (على ما).
        let free = match scene.text.folded(at) {
            ILA => frames.has(Frames::ILA),
            "علي" => frames.has(Frames::ALA),
            AN => frames.has(Frames::AN_NP),
            "في" => frames.has(Frames::FI),
            "حول" => frames.has(Frames::AN_NP) && self.word.class == Class::Ask,
            "من" => {
                frames.has(Frames::MIN) && self.word.class != Class::Demand && !scene.is(at, Particle::By)
            }
            _ => false,
        };
        if free {
            let mut token = at + 1;
            let mut how = Introduced::Preposition;
            if let Some(that) = scene.hit(token).filter(|h| h.is(Particle::That)) {
                token = that.end;
                how = Introduced::That;
            }
            // توصل الطرفان إلى اتفاق: reached, not said.
            let verb = scene.text.folded(self.hit.first);
            let reached = self.weak() && GETS_TO.fit(verb);
            if reached && how == Introduced::Preposition {
                return None;
            }
            // كشفت الشركة النقاب عن: the veil belongs to the verb.
            let at = if scene.on(at - 1, List::Light) { at - 1 } else { at };
            return (token < self.range.end).then(|| Marker { at, token, start: self.start_of(token), how });
        }
        // ندد بما وصفه
        if frames.has(Frames::BI) && scene.text.folded(at) == "بما" && hit.is_none_or(|h| h.end == at + 1)
        {
            let start = self.start_of(at) + 'ب'.len_utf8();
            return Some(Marker { at, token: at, start, how: Introduced::Preposition });
        }
        // ب"…": the preposition stands alone before a quotation mark.
        let apart = || scene.quotation_from(at + 1).is_some() || scene.quantity_at(at + 1).is_some();
        if frames.has(Frames::BI) && scene.text.folded(at) == "ب" && apart() {
            let token = at + 1;
            return Some(Marker { at, token, start: self.start_of(token), how: Introduced::Preposition });
        }
        for (frame, proclitic) in [(Frames::BI, Proclitics::BA), (Frames::LA, Proclitics::LAM)] {
            // قال للصحفيين: where أن may follow, ل says to whom. نفى مصدر بوزارة المالية وجود: where a clause or a noun
            // may, what ب brings in is of the source.
            let states = matches!(self.word.class, Class::Assert | Class::Deny | Class::Announce)
                && frames.has(Frames::NP)
                || self.word.class == Class::Reveal;
            let addressed =
                frames.has(Frames::AN) && (frame == Frames::LA || states && self.word.part != Part::Noun);
            if frames.has(frame)
                && !addressed
                && let Some(skip) = scene.proclitic(at, proclitic)
                && hit.is_none_or(|h| h.particle().is_none() || h.proclitics.has(proclitic))
                && !hit.is_some_and(|h| h.is(Particle::Led))
                && !source::is_audience(scene, at)
                && !scene.on(at, List::Manner)
                && !(frame == Frames::BI && at > self.hit.end && self.is_seat(at))
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

    /// `ممرضة | بالعاصمة ليلونغوي`, `أستاذ الاقتصاد | بجامعة تونس`: where the source lives or works.
    fn is_seat(&self, at: usize) -> bool {
        let scene = self.scene;
        SEAT.fit(scene.text.folded(at))
            && scene.entity_at(at + 1).or_else(|| scene.entity_at(at)).is_some()
            && source::names_somebody(scene, self.hit.end)
    }
}

fn entity_starts_with(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.entity_at(at).is_some_and(|e| e.tokens.start != at)
}
