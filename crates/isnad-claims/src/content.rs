//! What is said: from the word that brings it in to the end of the clause, sentence or quotation.

use core::ops::Range;

use isnad_text::{Proclitics, Span, TokenKind};

use crate::cue::{Body, Introduced, Site};
use crate::scene::Scene;
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
                Body::Before => before(scene, site),
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
        .filter(|s| s.opens && s.clause > from && ends_clause(scene, s))
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
            .any(|i| scene.is(i, Particle::Relative) && scene.text.folded(i) != "ما");
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
            && how != Introduced::Colon;
        if !goes_on {
            let said = how == Introduced::Colon && site.word.class != Class::Announce;
            let quote =
                if said || scene.is_colon(token.saturating_sub(1)) { Quote::Direct } else { Quote::Mixed };
            return inside(scene, token).map(|c| Content { quote, ..c });
        }
    }
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
        if at > from + 1
            && scene.is_comma(at - 1)
            && scene.is(at, Particle::Cut)
            && scene.text.folded(at) != "حيث"
        {
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
        let claimed = site.word.class == Class::ClaimResponsibility
            || scene.text.folded(site.tokens.start).starts_with("تبن");
        if claimed && at > tokens.start && scene.is(at, Particle::Adjunct) {
            return Some(at);
        }
        if at > tokens.start && scene.is_comma(at) {
            let next = scene.hit(at + 1);
            let comments = next.is_some_and(|h| {
                !h.proclitics.is_none()
                    && matches!(h.particle(), Some(Particle::Pronoun | Particle::Demonstrative))
            });
            if comments || site.word.part == Part::Noun {
                return Some(at);
            }
        }
        at += 1;
    }
    None
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

/// The clause before a cue that stands at its end: `…، بحسب المرصد`.
fn before(scene: &Scene<'_, '_>, site: &Site) -> Option<Content> {
    let floor = scene.text.sentences().get(site.sentence)?.tokens.start;
    let floor = floor.max(site.tokens.start.saturating_sub(LONGEST));
    let mut end = site.tokens.start;
    while end > floor && scene.is_comma(end - 1) {
        end -= 1;
    }
    if let Some(quotation) = end.checked_sub(1).and_then(|close| scene.quotation_to(close)) {
        let whole = quotation.tokens.start - 1 <= floor + 1
            || scene.is_colon(quotation.tokens.start.saturating_sub(2));
        if whole || quotation.tokens.len() > 8 {
            return inside(scene, quotation.tokens.start - 1);
        }
    }
    let mut start = (floor..end).rev().find(|&i| scene.is_stop(i) && i + 1 < end).map_or(floor, |i| i + 1);
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
    let first = scene.bare_start(start, Proclitics::WAW);
    // أسفرت، وفق قوله، عن مقتل: what is put in between covers both sides.
    let after = site.source.as_ref().map_or(site.tokens.end, |s| s.end.max(site.tokens.end));
    // ارتفع العدد، وفقا للمرصد، إلى 40: the clause goes on with what belongs to it.
    let goes_on =
        matches!(scene.text.folded(after + 1), "الي" | "علي" | "عن" | "في" | "من" | "خلال" | "جراء" | "اثر");
    let put_in = (site.word.flags.has(CueFlags::PRONOUN) || goes_on)
        && scene.is_comma(after)
        && scene.is_comma(site.tokens.start.saturating_sub(1));
    if put_in {
        let sentence = scene.text.sentences().get(site.sentence).map_or(end, |s| s.tokens.end);
        end = clause_end(scene, after + 1, sentence.min(after + LONGEST)).0;
    }
    let quote = if holds_quotation(scene, start..end) { Quote::Mixed } else { Quote::Indirect };
    plain(scene, start..end, Some(first), quote, Ending::Cue)
}
