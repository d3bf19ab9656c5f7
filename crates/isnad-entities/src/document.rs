//! The document pass: what a text has named in full it may go on to name in short.
//!
//! الكاظمي after مصطفى الكاظمي, المجلس الوطني after المجلس الوطني السوري, واع after وكالة الأنباء العراقية (واع): the short
//! form takes the id of the full one. A full mention further down counts too, since headlines are short.
//! Names of the gazetteer that need evidence (الحشد) are believed where the text names the thing in full.

use core::ops::Range;

use isnad_text::pattern::{Classes, Pieces};
use isnad_text::{Key, Proclitics, RuleId, Span, Text, resolve_overlaps};

use crate::annotate::{Annotated, Bits};
use crate::generated::classes as class;
use crate::naming::{self, Names, form};
use crate::{Confidence, Entity, EntityType};

const SHORT_FORM: RuleId = RuleId::new("entities.document.short-form");
const ACRONYM: RuleId = RuleId::new("entities.document.acronym");
const EVIDENCE: RuleId = RuleId::new("entities.document.evidence");

const MAYBE: Classes = Classes(
    class::MAYBE_PER.0
        | class::MAYBE_ORG.0
        | class::MAYBE_LOC.0
        | class::MAYBE_FAC.0
        | class::MAYBE_NORP.0
        | class::MAYBE_EVENT.0,
);

/// Settles ids, and adds the short mentions that the rules could not know.
pub(crate) fn settle(annotated: &Annotated<'_, '_>, found: &mut Vec<Entity>) {
    found.iter_mut().for_each(|entity| balance(annotated, entity));
    let names = Names::of(annotated, found);
    let mut aliases = Aliases::with_room(found.len());
    for (of, entity) in found.iter_mut().enumerate() {
        if entity.id.is_none() {
            entity.id = Some(naming::id(annotated, entity).into());
        }
        let entity_type = entity.entity_type;
        names.get(of).short_forms(entity_type, &mut |keys| aliases.add(keys, entity_type, of));
    }
    aliases.sort();
    // Mentions found by rule that are short forms of fuller ones. The longest names lead: a short form of a short form
    // follows the chain.
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (n, entity) in found.iter().enumerate() {
        let keys = names.get(n).keys;
        if keys.first().is_some_and(|&first| aliases.may_begin(first)) {
            let of_types = aliases.of(form(keys.iter().copied()));
            let mut of_type = of_types.filter(|of| of.first().is_some_and(|f| f.1 == entity.entity_type));
            same.extend(of_type.next().and_then(|of| nearest(of, n)).map(|full| (n, full)));
        }
    }
    same.sort_by_key(|&(n, _)| core::cmp::Reverse(names.get(n).len()));
    for (n, full) in same {
        copy(found, n, full);
    }
    let mut more = short_mentions(annotated, found, &aliases);
    more.extend(acronyms(annotated, found));
    more.extend(evidence(annotated, found));
    if !more.is_empty() {
        found.extend(more);
        resolve_overlaps(found);
    }
}

/// A mention holds a pair of quotation marks or none: `تنظيم "داعش"`, but of `صحيفة "الشرق الأوسط" اللندنية` and of
/// `وكالة "هاوار"` only what the marks enclose.
fn balance(annotated: &Annotated<'_, '_>, entity: &mut Entity) {
    /// How far from a mention the mark that closes it may stand.
    const FAR: usize = 6;
    let is = |at: usize, class| annotated.at(at).first().is_some_and(|p| p.classes.has(class));
    let Range { start, end } = entity.tokens.clone();
    let Some(mark) = (start + 1..end).find(|&at| is(at, class::OPEN) || is(at, class::CLOSE)) else { return };
    let tokens = if is(mark, class::CLOSE) {
        start..mark
    } else {
        let Some(close) = (mark + 1..end + FAR).find(|&at| is(at, class::CLOSE)) else { return };
        let head = annotated.at(start).iter().fold(Classes::NONE, |sum, p| sum.with(p.classes));
        if mark <= start + 2 && head.any(class::OUTER.with(class::MEDIA)) {
            mark + 1..close
        } else if close >= end {
            start..close + 1
        } else {
            return;
        }
    };
    if !tokens.is_empty() {
        let skip = entity.span.start.saturating_sub(annotated.text.span_of(start..end).start);
        entity.span = annotated.text.span_of(tokens.clone());
        entity.span.start += if tokens.start == start { skip } else { 0 };
        entity.tokens = tokens;
    }
}

/// A short form, and a full mention that it may stand for, with its type.
type Alias = (u64, EntityType, usize);

/// Short forms of full mentions, sorted.
struct Aliases {
    forms: Vec<Alias>,
    /// Of the first word of each form, how many words the form has: bit n for n words. Sorted.
    lengths: Vec<(Key, u64)>,
    /// Words that forms begin with, by some bits of their keys: most words of a text begin none.
    first: Bits,
}

impl Aliases {
    fn with_room(mentions: usize) -> Aliases {
        Aliases {
            forms: Vec::with_capacity(mentions),
            lengths: Vec::with_capacity(mentions),
            first: Bits::new(mentions * 32),
        }
    }

    fn add(&mut self, keys: &[Key], entity_type: EntityType, of: usize) {
        let Some(first) = keys.first().filter(|_| keys.len() < 64) else { return };
        self.lengths.push((*first, 1 << keys.len()));
        self.first.set(first.0);
        self.forms.push((form(keys.iter().copied()), entity_type, of));
    }

    /// To be called when all are there.
    fn sort(&mut self) {
        self.forms.sort_unstable();
        self.lengths.sort_unstable();
        self.lengths.dedup();
    }

    /// How many words the forms have that begin with a word.
    fn lengths(&self, first: Key) -> u64 {
        let from = self.lengths.partition_point(|l| l.0 < first);
        let of_first = self.lengths.iter().skip(from).take_while(|l| l.0 == first);
        of_first.fold(0, |sum, l| sum | l.1)
    }

    /// Whether a form may begin with a word.
    #[inline]
    fn may_begin(&self, first: Key) -> bool {
        self.first.has(first.0)
    }

    /// Whether a form may begin with a token, or with a reading of it.
    #[inline]
    fn may_begin_at(&self, text: &Text<'_>, at: usize) -> bool {
        text.token(at).is_some_and(|t| self.may_begin(t.key()))
            || text.readings(at).iter().any(|r| self.may_begin(r.key))
    }

    /// The full mentions of a form, those of each type apart. Both are found by halving: one name may stand in a text
    /// any number of times.
    fn of(&self, form: u64) -> impl Iterator<Item = &[Alias]> {
        let from = self.forms.partition_point(|entry| entry.0 < form);
        let mut rest = self.forms.get(from..).unwrap_or_default();
        core::iter::from_fn(move || {
            let first = rest.first().filter(|entry| entry.0 == form)?;
            let (of_type, others) =
                rest.split_at_checked(rest.partition_point(|e| (e.0, e.1) <= (form, first.1)))?;
            rest = others;
            Some(of_type)
        })
    }
}

/// Of full mentions in order, the last before `n`, else the first after it.
fn nearest(full: &[Alias], n: usize) -> Option<usize> {
    let at = full.partition_point(|f| f.2 < n);
    let before = at.checked_sub(1).and_then(|i| full.get(i));
    before.or_else(|| full.iter().skip(at).find(|f| f.2 != n)).map(|f| f.2)
}

/// Gives the thing of one mention to another.
fn copy(found: &mut [Entity], to: usize, from: usize) {
    let Some(source) = found.get(from).cloned() else { return };
    if let Some(entity) = found.get_mut(to) {
        take(entity, &source);
    }
}

fn take(entity: &mut Entity, source: &Entity) {
    entity.id.clone_from(&source.id);
    entity.name.clone_from(&source.name);
    entity.label.clone_from(&source.label);
    entity.country.clone_from(&source.country);
}

/// Short forms in the stretches that no mention covers.
fn short_mentions(annotated: &Annotated<'_, '_>, found: &[Entity], aliases: &Aliases) -> Vec<Entity> {
    let text = annotated.text;
    let mut more = Vec::new();
    if aliases.forms.is_empty() {
        return more;
    }
    let mut next = 0; // index of the first mention that ends after the token
    let mut at = 0;
    while at < text.tokens().len() {
        while found.get(next).is_some_and(|e| e.tokens.end <= at) {
            next += 1;
        }
        if let Some(entity) = found.get(next).filter(|e| e.tokens.contains(&at)) {
            at = entity.tokens.end;
            continue;
        }
        if aliases.may_begin_at(text, at)
            && let Some(mention) = short_mention(annotated, found, aliases, at, next)
        {
            at = mention.tokens.end;
            more.push(mention);
        } else {
            at += 1;
        }
    }
    more
}

/// The longest short form that begins at a token; `next` is the index of the mention after it.
fn short_mention(
    annotated: &Annotated<'_, '_>,
    found: &[Entity],
    aliases: &Aliases,
    at: usize,
    next: usize,
) -> Option<Entity> {
    let text = annotated.text;
    let behind = text.readings(at).iter().filter(|r| r.skip > 0 && !r.proclitics.has(Proclitics::ARTICLE));
    let readings = behind.map(|r| (r.key, usize::from(r.skip)));
    for (first, skip) in text.token(at).map(|t| (t.key(), 0)).into_iter().chain(readings) {
        if !aliases.may_begin(first) {
            continue;
        }
        let mut lengths = aliases.lengths(first);
        while let Some(longest) = lengths.checked_ilog2() {
            lengths &= !(1 << longest);
            let length = longest as usize;
            let rest = (at + 1..at + length).map_while(|i| text.token(i).filter(|t| !t.starts_paragraph()));
            if rest.clone().count() + 1 != length {
                continue;
            }
            let full = aliases.of(form(core::iter::once(first).chain(rest.map(|t| t.key()))));
            // Of several types the one named last.
            let of_types = full.filter_map(|of| nearest(of, next));
            let Some(source) = of_types.max_by_key(|&of| (of < next, of)).and_then(|of| found.get(of)) else {
                continue;
            };
            if length == 1 && !stands_alone(annotated, at, skip, source.entity_type) {
                continue;
            }
            let tokens = at..at + length;
            let mut span = text.span_of(tokens.clone());
            span.start += skip;
            let confidence = source.confidence.min(Confidence::Medium);
            return Some(Entity { span, tokens, confidence, rule: SHORT_FORM, ..source.clone() });
        }
    }
    None
}

/// Whether one word can be a short form where it stands: not a function word of the same letters (على, علي), not an
/// adjective after a definite noun (الرئيس المصري).
fn stands_alone(annotated: &Annotated<'_, '_>, at: usize, skip: usize, entity_type: EntityType) -> bool {
    let piece = |at: usize, skip: usize| {
        annotated.at(at).iter().find(|p| usize::from(p.skip) == skip && p.end as usize == at + 1)
    };
    let Some(word) = piece(at, skip) else { return true };
    let adjective = word.classes.any(class::NISBA.with(class::OFFICIAL).with(class::ADJECTIVE));
    let after_definite = || {
        at.checked_sub(1)
            .and_then(|b| annotated.at(b).last())
            .is_some_and(|p| p.classes.any(class::DEF.with(class::LOC).with(class::ORG)))
    };
    let function_word = word.classes.any(class::STOP.with(class::VERB).with(class::SPEECH));
    let only_adjective = entity_type == EntityType::Person && adjective && after_definite();
    !(function_word || only_adjective)
}

/// `وكالة الأنباء العراقية (واع)`: a name in parentheses right after an organisation is its other name.
fn acronyms(annotated: &Annotated<'_, '_>, found: &[Entity]) -> Vec<Entity> {
    let text = annotated.text;
    let is = |at: usize, class| annotated.at(at).first().is_some_and(|p| p.classes.has(class));
    let mut more: Vec<Entity> = Vec::new();
    for entity in found.iter().filter(|e| e.entity_type == EntityType::Organisation) {
        let open = entity.tokens.end;
        if !is(open, class::LPAREN) {
            continue;
        }
        let close = (open + 2..open + 5).find(|&at| is(at, class::RPAREN));
        let Some(close) = close else { continue };
        let named = |at: usize| {
            annotated.at(at).iter().any(|p| p.classes.any(class::UNKNOWN.with(class::LATIN).with(class::ORG)))
        };
        let tokens = open + 1..close;
        let next = found.partition_point(|e| e.tokens.end <= tokens.start);
        let taken = found.get(next).is_some_and(|e| e.tokens.start < tokens.end);
        if taken || !tokens.clone().any(named) {
            continue;
        }
        let span = text.span_of(tokens.clone());
        let confidence = entity.confidence.min(Confidence::Medium);
        more.push(Entity { span, tokens, confidence, rule: ACRONYM, ..entity.clone() });
    }
    more
}

/// Names of the gazetteer that need evidence, where the text names the same thing in full.
fn evidence(annotated: &Annotated<'_, '_>, found: &[Entity]) -> Vec<Entity> {
    let mut more = Vec::new();
    let mut needing =
        (0..annotated.text.tokens().len()).filter(|&at| annotated.classes(at).any(MAYBE)).peekable();
    if needing.peek().is_none() {
        return more;
    }
    let mut known: Vec<(Key, usize)> =
        found.iter().enumerate().filter_map(|(n, e)| Some((Key::of_folded(e.id.as_deref()?), n))).collect();
    known.sort_unstable();
    // The last mention of a thing.
    let of = |id: &str| {
        let key = Key::of_folded(id);
        let to = known.partition_point(|k| k.0 <= key);
        let same = known.iter().take(to).rev().take_while(|k| k.0 == key);
        same.filter_map(|k| found.get(k.1)).find(|e| e.id.as_deref() == Some(id))
    };
    for at in needing {
        for piece in annotated.at(at).iter().filter(|p| p.classes.any(MAYBE)) {
            let source = annotated.words.things(piece.tag).find_map(|t| of(&t.id));
            let alone = |e: &Entity| {
                piece.end as usize > at + 1
                    || stands_alone(annotated, at, usize::from(piece.skip), e.entity_type)
            };
            if let Some(source) = source.filter(|&e| alone(e)) {
                let tokens = at..piece.end as usize;
                let mut span: Span = annotated.text.span_of(tokens.clone());
                span.start += usize::from(piece.skip);
                let confidence = Confidence::High;
                more.push(Entity { span, tokens, confidence, rule: EVIDENCE, ..source.clone() });
            }
        }
    }
    more
}
