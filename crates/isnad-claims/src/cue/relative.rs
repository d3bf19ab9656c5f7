//! Reports within and beside a relative clause: التي أعلنها التنظيم, ما أكده الوزير من أن, مظاهرات تطالب, تقرير قال فيه.

use core::ops::Range;

use isnad_text::Proclitics;

use super::{Body, Introduced, Place, REACH, Site};
use crate::Class;
use crate::generated::vocabulary::{ABOUT_WHAT, OF_WHAT, THE_LATTER, THEREIN, WHO};
use crate::source;
use crate::vocabulary::{CueFlags, Frames, Part, Particle, SpeakerKind};

impl Place<'_, '_, '_> {
    /// `مظاهرات تطالب الحكومة ب…`: a verb that describes the indefinite noun before it has it as subject.
    pub(super) fn host(&self) -> Option<Range<usize>> {
        let scene = self.scene;
        let noun = self.previous().filter(|_| self.hit.proclitics.is_none())?;
        // القصر الذي يرجح أن: nobody is named who thinks so.
        let thought = self.word.class == Class::Estimate && scene.is(self.hit.end, Particle::That);
        if scene.is(noun, Particle::Relative) {
            return if thought { None } else { self.antecedent(noun) };
        }
        // مسلحون يُرجح أنهم: who is thought to be, not who thinks.
        if matches!(self.word.class, Class::Estimate | Class::Believe)
            && scene.is(self.hit.end, Particle::That)
        {
            return None;
        }
        let hit = scene.hit(noun)?;
        let kind = hit.speaker()?;
        // تقارير تفيد ب, لافتات تطالب ب
        let says = kind == SpeakerKind::Document && self.word.part == crate::vocabulary::Part::Imperfect;
        let many = (matches!(kind, SpeakerKind::Collective | SpeakerKind::Person) || says)
            && !scene.is_definite(noun);
        let oblique =
            scene.text.folded(noun).ends_with("ين") || scene.text.surface(noun).ends_with(['ا', 'ً']);
        (many && !oblique && hit.end == self.hit.first).then_some(noun..hit.end)
    }

    /// `البيانات الأسبوعية للوزارة التي | أظهرت`: who or what the relative clause tells about.
    pub(super) fn antecedent(&self, relative: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        if !WHO.fit(scene.text.folded(relative)) {
            return None;
        }
        let end =
            if relative > self.range.start && scene.is_comma(relative - 1) { relative - 1 } else { relative };
        let near = self.range.start.max(end.saturating_sub(8))..end;
        // وفقا للجان المقاومة المحلية، التي: with ل written onto it.
        let speaks = |i: usize| {
            source::names_somebody(scene, i)
                || scene.hit(i).is_some_and(|h| h.speaker().is_some() && h.proclitics == Proclitics::LAM)
                || scene
                    .entity_from(i)
                    .is_some_and(|e| e.entity_type == isnad_entities::EntityType::Organisation)
        };
        // الدائرة في المحافظة | التي: not where it is.
        let placed = |i: usize| i > near.start && scene.text.surface(i - 1) == "في";
        // باريس | التي تقول: a capital for its government.
        let capital = scene
            .entity_at(end.wrapping_sub(1))
            .filter(|e| e.entity_type == isnad_entities::EntityType::Location && e.tokens.end == end)
            .map(|e| e.tokens.start);
        let capital = capital.filter(|&c| near.contains(&c) && !placed(c));
        // المتحدث باسم الوزارة كامل صالح، الذي: the title goes before what it is of.
        let titled = near.clone().find(|&i| {
            scene.hit(i).is_some_and(|h| h.speaker() == Some(SpeakerKind::Person))
                && speaks(i)
                && !placed(i)
                && source::whole(scene, i..end)
        });
        let head = capital.or(titled).or_else(|| near.clone().rev().find(|&i| speaks(i) && !placed(i)))?;
        let source = source::trim(scene, head..end)?;
        let agrees = (scene.text.folded(relative) == "التي") == self.word.flags.has(CueFlags::F);
        (agrees && source.end == end && source::whole(scene, source.clone())).then_some(source)
    }

    /// `نشرت صحيفة … تقريرا تحدث عن`, `أدلى المتحدث بتصريح قال فيه`: who made the document that the verb describes.
    pub(super) fn publisher(&self) -> Option<Range<usize>> {
        let scene = self.scene;
        let describes = self.names_document() || THEREIN.fit(scene.text.folded(self.hit.end));
        if !describes || !self.hit.proclitics.is_none() {
            return None;
        }
        let near = self.range.start.max(self.hit.first.saturating_sub(REACH))..self.hit.first;
        let verb = near.rev().filter_map(|i| scene.hit(i)).find(|h| h.is(Particle::Publishes))?;
        source::leading(scene, verb.end..self.hit.first).0
    }

    /// `تظاهرة | دعا إليها | حزب العمال`, `الهدنة التي أعلن عنها الوزير`: the preposition's pronoun stands for what is said.
    pub(super) fn resumed(&self) -> Option<Site> {
        let scene = self.scene;
        let resumes = match scene.text.folded(self.hit.end) {
            "اليها" | "اليه" => self.word.frames.has(Frames::ILA),
            "بها" | "به" => self.word.frames.has(Frames::BI) && self.word.class == Class::Demand,
            "عنها" | "عنه" => self.word.frames.has(Frames::AN_NP),
            _ => false,
        };
        if !resumes || !self.hit.proclitics.is_none() {
            return None;
        }
        let from = self.hit.end + 1;
        let (source, rest) = source::leading(scene, from..self.range.end.min(from + REACH));
        let source = source.filter(|s| s.start == from && !scene.is_colon(rest))?;
        let noun = self.previous()?;
        let relative = scene.is(noun, Particle::Relative) && scene.is_definite(noun);
        let end = if relative { noun } else { noun + 1 };
        let last = end.checked_sub(1).filter(|&l| l >= self.range.start)?;
        let described = scene.text.token(last).is_some_and(|t| t.is_word())
            && scene.hit(last).is_none_or(|h| h.particle().is_none() || h.is(Particle::Venue))
            && !source::is_imperfect(scene, last);
        let said = described && (relative || !scene.is_definite(last));
        let start = if relative
            && last > self.range.start
            && !scene.is_definite(last - 1)
            && !source::is_preposition(scene, last - 1)
        {
            last - 1
        } else {
            last
        };
        let mut site =
            said.then(|| self.make(Some(source), Body::Antecedent(start..end), "claims.relative"))?;
        site.tokens.end = from;
        site.span = scene.text.span_of(site.tokens.clone());
        Some(site)
    }

    /// `وهو ما كان المتحدث باسمه قد | نفاه`, `وهو اتهام | نفته اللجنة`: a comment takes up what was said before.
    fn taken_up(&self) -> Option<Site> {
        let scene = self.scene;
        let floor = self.range.start.max(self.hit.first.saturating_sub(12));
        let comments = |i: usize| i > floor && source::is_and_pronoun(scene, i - 1);
        let what = |i: &usize| source::is_what(scene, *i) && comments(*i);
        let noun = self.previous()?;
        let known = scene.hit(noun).is_some_and(|h| h.cues().any(|c| c.part == Part::Noun));
        let source =
            if comments(noun) && (known || self.word.class == Class::Deny) && !scene.is_definite(noun) {
                source::leading(scene, self.hit.end..self.range.end.min(self.hit.end + REACH)).0
            } else {
                let what = (floor..noun).rev().find(what).filter(|&w| scene.is(w + 1, Particle::Kana))?;
                let mut end = self.hit.first;
                while end > what + 2 && scene.is(end - 1, Particle::Qad) {
                    end -= 1;
                }
                source::trim(scene, what + 2..end).filter(|s| source::is_plausible(scene, s.start))
            };
        let mut site = self.make(Some(source?), Body::Same, "claims.relative");
        site.opens = true;
        site.clause = self.clause_start(None);
        Some(site)
    }

    /// `التي أعلنها تنظيم داعش`, `ما أكده المستشار`: the pronoun on the verb stands for what is said.
    pub(super) fn relative(&self) -> Option<Site> {
        let scene = self.scene;
        if let Some(site) = self.taken_up() {
            return Some(site);
        }
        let relative = self.previous().filter(|&p| scene.is(p, Particle::Relative))?;
        // ما تداولته المواقع | عن نيته: what it is about stands behind who says it.
        let near = self.range.end.min(self.hit.end + REACH);
        let brought = |i: &usize| ABOUT_WHAT.fit(scene.text.folded(*i));
        let to = (self.hit.end + 1..near.min(self.hit.end + 8)).find(brought);
        let to = to.filter(|_| source::is_what(scene, relative)).unwrap_or(near);
        let (source, _) = source::leading(scene, self.hit.end..to);
        // وهو ما نفته جملة وتفصيلا: whoever speaks already.
        let carried = source::is_what(scene, relative)
            && relative > self.range.start
            && scene.is(relative - 1, Particle::Pronoun);
        let last = THE_LATTER.fit(scene.text.folded(self.hit.end));
        if source.is_none() && carried && !last {
            let mut site = self.make(None, Body::Same, "claims.relative");
            site.opens = true;
            site.clause = self.clause_start(None);
            return Some(site);
        }
        // وهو ما تنفيه الأخيرة
        let source = source.or_else(|| last.then(|| self.hit.end..self.hit.end + 1))?;
        // ما أكده الأمين العام … من أن: what it is stands behind.
        if source::is_what(scene, relative) {
            let that = (source.end..self.clause_end(source.end)).find(|&i| scene.is(i, Particle::That));
            let about = |t: usize| OF_WHAT.fit(scene.text.folded(t));
            let of = that.filter(|&t| about(t - 1)).map(|t| (t + 1, Introduced::That));
            let of = of.or_else(|| about(source.end).then_some((source.end + 1, Introduced::Preposition)));
            if let Some((token, how)) = of.filter(|&(t, _)| t < self.range.end) {
                let body = Body::From { token, start: self.start_of(token), how };
                let mut site = self.make(Some(source), body, "claims.relative");
                site.opens = true;
                site.clause = self.clause_start(None);
                return Some(site);
            }
        }
        let mut end = relative;
        // صحة ما تداولته المواقع: what, it is not said.
        let what = source::is_what(scene, relative)
            && relative.checked_sub(1).is_some_and(|p| {
                scene.text.token(p).is_some_and(|t| t.is_word())
                    && !scene.is(p, Particle::Demonstrative)
                    && !scene.is(p, Particle::Pronoun)
                    && !source::is_preposition(scene, p)
            });
        if what {
            return None;
        }
        while end > self.range.start && scene.is_comma(end - 1) {
            end -= 1;
        }
        while end > self.range.start && scene.date_at(end - 1).is_some() {
            end -= 1;
        }
        let matter = source::is_matter(scene, relative.saturating_sub(1));
        // وهذا ما أكده: what was said before.
        if end > self.range.start && end == relative && scene.is(end - 1, Particle::Demonstrative)
            || scene.is(end.saturating_sub(1), Particle::Pronoun)
            // …، الأمر الذي تنفيه كييف
            || matter && scene.is_comma(relative.saturating_sub(2))
        {
            let mut site = self.make(Some(source), Body::Same, "claims.relative");
            site.opens = true;
            site.clause = self.clause_start(None);
            if matter {
                site.clause = relative - 1;
            }
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
}
