//! What is said: from the word that brings it in to the end of the clause, sentence or quotation.

use core::ops::Range;

use isnad_text::{Proclitics, Span, TokenKind};

use crate::cue::{Body, Introduced, Site};
use crate::generated::vocabulary::{ADOPTS, GOES_ON, PARTS_CLAUSES};
use crate::scene::Scene;
use crate::shape;
use crate::source;
use crate::vocabulary::{CueFlags, List, Part, Particle};
use crate::{Class, Ending, Quote};

/// The content of a claim, and in whose words.
#[derive(Clone, Debug)]
pub(crate) struct Content {
    pub(crate) span: Span,
    pub(crate) quote: Quote,
    pub(crate) ending: Ending,
}

/// The content of each site, in order; `None` where nothing is left to say.
pub(crate) fn contents(scene: &Scene<'_, '_>, sites: &[Site]) -> Vec<Option<Content>> {
    let mut last = None;
    sites
        .iter()
        .enumerate()
        .map(|(i, site)| {
            let end = scene.text.sentences().get(site.sentence).map_or(0, |s| s.tokens.end);
            let content = match &site.body {
                Body::From { token, start, how } => {
                    let rest = sites.get(i + 1..).unwrap_or_default();
                    from(scene, site, *token, *start, *how, limit(scene, *token, end, rest))
                }
                Body::Quotation(marks) => quotation(scene, marks.clone()),
                Body::Before => {
                    let said = sites.get(..i).and_then(<[Site]>::last).filter(|s| {
                        s.sentence == site.sentence && matches!(s.body, Body::Before) && s.source.is_some()
                    });
                    // قال إن الحصص خفضت، لافتا إلى أن التمويل لا يكفي، بحسب تقرير: what was said last.
                    let else_said = sites.get(..i).and_then(<[Site]>::last).and_then(|s| match s.body {
                        Body::From { token, start, how }
                            if s.sentence == site.sentence
                                && (s.word.part == Part::Participle
                                    || how == Introduced::That && is_put_in(scene, site, token)) =>
                        {
                            Some((token, start))
                        }
                        _ => None,
                    });
                    before(scene, site, said.and_then(|s| s.source.as_ref()).map(|s| s.end), else_said)
                }
                Body::Antecedent(tokens) => {
                    plain(scene, tokens.clone(), None, Quote::Indirect, Ending::Phrase)
                }
                Body::Same => last.clone(),
            };
            last.clone_from(&content);
            content
        })
        .collect()
}

/// Where a clause that holds `from` ends at the latest: where the next cue opens a clause of its own.
fn limit(scene: &Scene<'_, '_>, from: usize, end: usize, rest: &[Site]) -> usize {
    let end = end.min(from + LONGEST);
    rest.iter()
        .take(LONGEST)
        .take_while(|s| s.tokens.start < end)
        .filter(|s| s.opens && s.clause > from && ends_clause(scene, s) && !is_put_in(scene, s, from))
        .map(|s| s.clause)
        .next()
        .unwrap_or(end)
}

/// A clause is never longer, in tokens.
const LONGEST: usize = 400;

/// Whether a cue begins something new, not a clause within what is said.
fn ends_clause(scene: &Scene<'_, '_>, site: &Site) -> bool {
    let before = site.clause.checked_sub(1);
    let inner = before.is_some_and(|b| scene.is(b, Particle::That) || scene.is(b, Particle::Relative))
        || (site.clause..site.tokens.start)
            .any(|i| scene.is(i, Particle::Relative) && !source::is_what(scene, i))
            // …، الأمر الذي تنفيه كييف: a comment on the whole.
            && !source::is_matter(scene, site.clause);
    if inner {
        return false;
    }
    let parted = before.is_some_and(|b| scene.is_comma(b) || scene.is_stop(b));
    match site.word.part {
        Part::Participle => true,
        Part::Preposition => {
            let after = site.source.as_ref().map_or(site.tokens.end, |s| s.end);
            parted || scene.text.token(after).is_none_or(|t| !t.is_word())
        }
        _ => {
            let opener = scene.hit(site.clause);
            parted
                || scene.proclitic(site.clause, Proclitics::WAW).is_some()
                || scene.proclitic(site.clause, Proclitics::FA).is_some()
                || opener.is_some_and(|h| {
                    h.proclitics.has(Proclitics::WAW)
                        || h.proclitics.has(Proclitics::FA)
                        || matches!(h.particle(), Some(Particle::Cut | Particle::Connective))
                })
        }
    }
}

/// Content that begins behind its cue.
fn from(
    scene: &Scene<'_, '_>,
    site: &Site,
    token: usize,
    start: usize,
    how: Introduced,
    limit: usize,
) -> Option<Content> {
    if let Some(quotation) = scene.quotation_from(token) {
        let next = quotation.tokens.end + 1;
        let goes_on = next < limit
            && (scene.text.token(next).is_some_and(|t| t.is_word()) || scene.quantity_at(next).is_some())
            && (how != Introduced::Colon || is_scare(scene, token));
        // أنه «…»، وأن …: a second clause of the same report.
        let second = how == Introduced::That
            && next + 1 < limit
            && scene.is_comma(next)
            && scene.is(next + 1, Particle::That)
            && scene.text.folded(next + 1).starts_with("وان");
        let goes_on = goes_on || second;
        if !goes_on {
            let said = how == Introduced::Colon && site.word.class != Class::Announce;
            let quote =
                if said || scene.is_colon(token.saturating_sub(1)) { Quote::Direct } else { Quote::Mixed };
            return inside(scene, token).map(|c| Content { quote, ..c });
        }
    }
    let how = if how == Introduced::Colon && is_scare(scene, token) { Introduced::Bare } else { how };
    let (end, ending) = clause_end(scene, token, limit);
    let (end, ending) = if matches!(how, Introduced::Bare | Introduced::Preposition) {
        phrase_end(scene, site, token..end).map_or((end, ending), |at| (at, Ending::Phrase))
    } else {
        (end, ending)
    };
    let sentence = scene.text.sentences().get(site.sentence).map_or(0, |s| s.tokens.end);
    let ending = if ending == Ending::NextCue && limit >= sentence { Ending::Sentence } else { ending };
    let quote = match how {
        Introduced::Colon => Quote::Direct,
        _ if holds_quotation(scene, token..end) => Quote::Mixed,
        _ => Quote::Indirect,
    };
    plain(scene, token..end, Some(start), quote, ending)
}

/// `أعلنت الوزارة "تحييد" 14 مسلحا`: a word between quotation marks, with which what is said begins.
fn is_scare(scene: &Scene<'_, '_>, open: usize) -> bool {
    let introduced = open.checked_sub(1).is_some_and(|p| scene.is_colon(p));
    let Some(quotation) =
        scene.quotation_from(open).filter(|q| q.closed && !introduced && q.tokens.len() <= 2)
    else {
        return false;
    };
    let next = quotation.tokens.end + 1;
    let joined = scene.proclitic(next, Proclitics::WAW).is_some() && !scene.is_definite(next);
    !joined && shape::is_masdar(scene, open + 1)
}

/// What stands between the first mark and the last; the cue may split it.
fn quotation(scene: &Scene<'_, '_>, marks: Range<usize>) -> Option<Content> {
    let first = scene.quotation_from(marks.start)?;
    if first.tokens.end + 1 < marks.end {
        return plain(scene, marks.start + 1..marks.end - 1, None, Quote::Direct, Ending::Quotation);
    }
    inside(scene, marks.start).map(|c| Content { quote: Quote::Direct, ..c })
}

/// What stands between the marks of the quotation that opens at a token.
fn inside(scene: &Scene<'_, '_>, open: usize) -> Option<Content> {
    let quotation = scene.quotation_from(open)?;
    let mut content = plain(scene, quotation.tokens.clone(), None, Quote::Direct, Ending::Quotation)?;
    if quotation.closed && content.span.end < quotation.inner.end {
        let tail = scene.text.source().get(content.span.end..quotation.inner.end).unwrap_or_default();
        if tail.trim_start().starts_with([')', '"', '»', '”']) {
            content.span.end = quotation.inner.end;
        }
    }
    Some(content)
}

/// The first token behind the clause that begins at `from`, and what ends it.
fn clause_end(scene: &Scene<'_, '_>, from: usize, limit: usize) -> (usize, Ending) {
    let mut at = from;
    while at < limit {
        if let Some(quotation) = scene.quotation_from(at) {
            at = (quotation.tokens.end + 1).max(at + 1);
            continue;
        }
        let token = scene.text.token(at);
        // The closing mark of a quotation that holds the whole report.
        if token.is_some_and(|t| t.kind() == TokenKind::CloseQuote)
            && scene.quotation_to(at).is_some_and(|q| q.tokens.start <= from)
        {
            return (at, Ending::Quotation);
        }
        if at > from && scene.is_stop(at) {
            return (at, Ending::Sentence);
        }
        if at > from + 1 && scene.is_comma(at - 1) && scene.is(at, Particle::Cut) && !is_where(scene, at) {
            return (at - 1, Ending::Opener);
        }
        at += 1;
    }
    (at.min(limit), Ending::NextCue)
}

/// Where what is said ends earlier, if it is a noun phrase: before a clause that comments on it (، وهو …، فهم …), behind
/// the complement of a noun, before how responsibility was claimed.
fn phrase_end(scene: &Scene<'_, '_>, site: &Site, tokens: Range<usize>) -> Option<usize> {
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(quotation) = scene.quotation_from(at) {
            at = quotation.tokens.end + 1;
            continue;
        }
        // إشارة التقرير إلى الحرارة | إلا أن اللجنة قررت: a verbal noun holds no clause behind it.
        let opener = scene
            .hit(at)
            .is_some_and(|h| h.is(Particle::Cut) && !is_where(scene, at) || scene.text.folded(at) == "لكن");
        let nominal =
            site.word.part == Part::Noun || site.tokens.len() > 1 && site.word.part == Part::Impersonal;
        if nominal && opener && at > tokens.start {
            return Some(at);
        }
        let claimed =
            site.word.class == Class::ClaimResponsibility || ADOPTS.fit(scene.text.folded(site.tokens.start));
        let venue = || source::is_preposition(scene, at) && scene.is(at + 1, Particle::Venue);
        if claimed && at > tokens.start && (scene.is(at, Particle::Adjunct) || venue()) {
            return Some(at);
        }
        if at > tokens.start && scene.is_comma(at) {
            let clause = site.word.part == Part::Preposition;
            if comments(scene, at + 1) && !clause || site.word.part == Part::Noun {
                return Some(at);
            }
        }
        at += 1;
    }
    None
}

/// `، وهو من أهم …`, `، فهم لم …`, `، وجاء هذا الإعلان …`, `، كما رصدت …`: a clause of its own, behind what a noun phrase says.
fn comments(scene: &Scene<'_, '_>, at: usize) -> bool {
    let Some(hit) = scene.hit(at) else { return false };
    let joined = ["و", "ف"].iter().any(|c| scene.text.folded(at).starts_with(c));
    let begins = |i: usize| scene.hit(i).is_some_and(source::is_verb);
    match hit.particle() {
        Some(
            Particle::Pronoun
            | Particle::Demonstrative
            | Particle::Negation
            | Particle::That
            | Particle::Kana
            | Particle::Qad,
        ) => joined,
        Some(Particle::Connective) => hit.proclitics.is_none() && begins(hit.end),
        None => {
            let verb = source::is_verb(hit) || hit.cues().any(|c| c.part == Part::Document);
            verb && (hit.proclitics.has(Proclitics::WAW) || hit.proclitics.has(Proclitics::FA))
                && hit.speaker().is_none()
        }
        _ => false,
    }
}

/// A range of tokens without the punctuation at its ends.
fn plain(
    scene: &Scene<'_, '_>,
    mut tokens: Range<usize>,
    start: Option<usize>,
    quote: Quote,
    ending: Ending,
) -> Option<Content> {
    let mark = |i: usize| scene.text.token(i).is_none_or(|t| t.kind() == TokenKind::Punctuation);
    while tokens.start < tokens.end && mark(tokens.end - 1) && scene.text.surface(tokens.end - 1) != ")" {
        tokens.end -= 1;
    }
    while tokens.start < tokens.end && mark(tokens.start) && scene.text.surface(tokens.start) != "(" {
        tokens.start += 1;
    }
    let mut span = scene.text.span_of(tokens.clone());
    if let Some(start) = start
        && scene.text.token(tokens.start).is_some_and(|t| t.span().start <= start)
    {
        span.start = start;
    }
    (!span.is_empty()).then_some(Content { span, quote, ending })
}

/// Whether some of the speaker's own words stand in the range: a quotation that is more than a name.
fn holds_quotation(scene: &Scene<'_, '_>, tokens: Range<usize>) -> bool {
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(quotation) = scene.quotation_from(at) {
            let named = (at..quotation.tokens.end + 1).any(|i| scene.entity_at(i).is_some())
                && quotation.tokens.len() <= 6
                || quotation.tokens.len() <= 3
                    && at.checked_sub(1).is_some_and(|p| {
                        scene.hit(p).is_some_and(|h| h.speaker().is_some()) || scene.on(p, List::Named)
                    });
            if !named {
                return true;
            }
            at = quotation.tokens.end;
        }
        at += 1;
    }
    false
}

/// حيث "where".
fn is_where(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at) == "حيث"
}

/// لكنه, بينما, غير أن: another clause of the same rank.
fn parts(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    if folded == "كما" {
        return scene.hit(at).is_some_and(|h| h.end == at + 1);
    }
    scene.is(at, Particle::Cut) && PARTS_CLAUSES.fit(folded)
}

/// Where a clause begins whose first word bears the conjunction: و|أدى الهجوم. No noun begins with و and a hamza on alif.
fn behind_waw(scene: &Scene<'_, '_>, token: usize) -> usize {
    let bare = scene.bare_start(token, Proclitics::WAW);
    let start = scene.text.token(token).map_or(bare, |t| t.span().start);
    let joined = ["وأ", "وإ"].iter().any(|w| scene.text.surface(token).starts_with(w));
    if bare == start && joined && scene.entity_at(token).is_none() { start + 'و'.len_utf8() } else { bare }
}

/// The clause before a cue that stands at its end: `…، بحسب المرصد`.
fn before(
    scene: &Scene<'_, '_>,
    site: &Site,
    said: Option<usize>,
    else_said: Option<(usize, usize)>,
) -> Option<Content> {
    let floor = scene.text.sentences().get(site.sentence)?.tokens.start;
    let floor = floor.max(site.tokens.start.saturating_sub(LONGEST));
    let mut end = site.tokens.start;
    while end > floor && scene.is_comma(end - 1) {
        end -= 1;
    }
    if let Some(quotation) = end.checked_sub(1).and_then(|close| scene.quotation_to(close)) {
        let whole = quotation.tokens.start - 1 <= floor + 1
            || scene.is_colon(quotation.tokens.start.saturating_sub(2));
        let told = site.word.part != Part::Preposition && quotation.tokens.len() > 2;
        if whole || told || quotation.tokens.len() > 8 {
            return inside(scene, quotation.tokens.start - 1);
        }
    }
    // …، حيث أوقع القصف قتلى، وفق الدفاع المدني: the clause that stands last.
    let where_it =
        |i: usize| i > floor && is_where(scene, i) && scene.hit(i + 1).is_some_and(source::is_verb);
    // بلغ العدد 300، وفق الدفاع المدني، و120 في الريف بحسب الوزارة: each has its own part. …، لكنه بقي …، حسب زوجته: his clause.
    let part = |i: usize| {
        scene.is_stop(i) && i + 1 < end
            || where_it(i)
            || scene.is_comma(i) && i + 1 < end && (parts(scene, i + 1) || said == Some(i))
    };
    let mut start = (floor..end).rev().find(|&i| part(i)).map_or(floor, |i| i + 1);
    while start < end {
        let skip = scene.is_comma(start)
            || scene.hit(start).is_some_and(|h| {
                matches!(
                    h.particle(),
                    Some(Particle::Cut | Particle::Connective | Particle::Kana | Particle::Qad)
                )
            });
        let lone = scene.text.folded(start) == "و";
        if !skip && !lone {
            break;
        }
        start = scene.hit(start).map_or(start + 1, |h| h.end);
    }
    let mut first = behind_waw(scene, start);
    if let Some((token, at)) = else_said.filter(|&(token, _)| token > start && token < end) {
        (start, first) = (token, at);
    }
    let after = site.source.as_ref().map_or(site.tokens.end, |s| s.end.max(site.tokens.end));
    if is_put_in(scene, site, start) {
        let sentence = scene.text.sentences().get(site.sentence).map_or(end, |s| s.tokens.end);
        end = clause_end(scene, after + 1, sentence.min(after + LONGEST)).0;
    }
    let quote = if holds_quotation(scene, start..end) { Quote::Mixed } else { Quote::Indirect };
    plain(scene, start..end, Some(first), quote, Ending::Cue)
}

/// `أسفرت، وفق قوله، عن مقتل`, `خروقات الهدنة، بحسب المرصد، أدت إلى`: whether the attribution is put in between commas, so that
/// what is said, which begins at a token, covers both sides.
fn is_put_in(scene: &Scene<'_, '_>, site: &Site, start: usize) -> bool {
    let cue = site.tokens.start;
    let after = site.source.as_ref().map_or(site.tokens.end, |s| s.end.max(site.tokens.end));
    let attributes = matches!(site.body, Body::Before) && start < cue;
    if !attributes || !scene.is_comma(after) || !scene.is_comma(cue - 1) {
        return false;
    }
    let next = after + 1;
    let before = || start..cue;
    // ارتفع العدد، وفقا للمرصد، إلى 40: the clause goes on with what belongs to it.
    let phrase = GOES_ON.fit(scene.text.folded(next)) && !scene.is(next, Particle::Cut);
    let number = || {
        scene.quantity_at(next).is_some()
            && scene.proclitic(next, Proclitics::WAW).is_none()
            && !before().any(|i| scene.quantity_at(i).is_some())
    };
    let verb = |i: usize| scene.hit(i).is_some_and(|h| source::is_verb(h) || h.is(Particle::Kana));
    let predicate = || {
        // أدت, تسببت: a perfect by its ending.
        let shape = || {
            let folded = scene.text.folded(next);
            scene.hit(next).is_none()
                && scene.entity_at(next).is_none()
                && folded.ends_with('ت')
                && !folded.ends_with("ات")
                && (3..=7).contains(&folded.chars().count())
                && scene.proclitic(next, Proclitics::WAW).is_none()
        };
        (verb(next) && scene.hit(next).is_some_and(|h| h.proclitics.is_none()) || shape())
            && !before().any(|i| verb(i) || scene.has_imperfect_shape(i))
    };
    site.word.flags.has(CueFlags::PRONOUN) || phrase || number() || predicate()
}
