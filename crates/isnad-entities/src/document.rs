//! The document pass: what a text has named in full it may go on to name in short.
//!
//! الكاظمي after مصطفى الكاظمي, المجلس الوطني after المجلس الوطني السوري, واع after وكالة الأنباء العراقية (واع): the short
//! form takes the id of the full one. A full mention further down counts too, since headlines are short.
//! Names of the gazetteer that need evidence (الحشد) are believed where the text names the thing in full.

use std::collections::HashMap;

use isnad_text::pattern::{Classes, Pieces};
use isnad_text::{Key, Proclitics, RuleId, Span, resolve_overlaps};

use crate::annotate::Annotated;
use crate::generated::classes as class;
use crate::naming::Name;
use crate::{Entity, EntityType};

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

/// A name under which a thing is known in this text.
struct Alias {
    keys: Vec<Key>,
    /// Index of the full mention.
    of: usize,
}

/// Settles ids, and adds the short mentions that the rules could not know.
pub(crate) fn settle(annotated: &Annotated<'_, '_>, found: &mut Vec<Entity>) {
    let names: Vec<Name> = found.iter().map(|e| Name::of(annotated, e)).collect();
    let mut aliases: Vec<Alias> = Vec::new();
    for (of, (entity, name)) in found.iter_mut().zip(&names).enumerate() {
        if entity.id.is_none() {
            entity.id = Some(name.id(entity.entity_type).into());
        }
        let forms = name.short_forms(entity.entity_type);
        aliases.extend(forms.into_iter().filter(|keys| !keys.is_empty()).map(|keys| Alias { keys, of }));
    }
    let aliases = Aliases::new(aliases);
    // Mentions found by rule that are short forms of fuller ones.
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (n, (entity, name)) in found.iter().zip(&names).enumerate() {
        let keys = name.keys();
        let full = keys
            .first()
            .map_or(&[][..], |&first| aliases.beginning(first))
            .iter()
            .filter(|a| a.keys == keys && a.of != n)
            .filter(|a| found.get(a.of).is_some_and(|e| e.entity_type == entity.entity_type))
            .map(|a| a.of);
        if let Some(full) = nearest(full, n) {
            same.push((n, full));
        }
    }
    // The longest names lead: a short form of a short form follows the chain.
    same.sort_by_key(|&(n, _)| core::cmp::Reverse(names.get(n).map_or(0, |name| name.words.len())));
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

/// Of the full mentions, the last before `n`, else the first after it.
fn nearest(full: impl Iterator<Item = usize>, n: usize) -> Option<usize> {
    let (mut before, mut after) = (None, None);
    for at in full {
        if at < n {
            before = before.max(Some(at));
        } else {
            after = Some(after.map_or(at, |a: usize| a.min(at)));
        }
    }
    before.or(after)
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

/// Aliases by their first word.
struct Aliases {
    sorted: Vec<Alias>,
    /// A cheap first question: bits of the keys that an alias begins with.
    bits: [u64; 64],
}

impl Aliases {
    fn new(mut sorted: Vec<Alias>) -> Aliases {
        sorted.sort_by(|a, b| (a.keys.first(), a.of).cmp(&(b.keys.first(), b.of)));
        let mut bits = [0; 64];
        for Key(key) in sorted.iter().filter_map(|a| a.keys.first()) {
            if let Some(word) = bits.get_mut((key >> 6) as usize % 64) {
                *word |= 1 << (key % 64);
            }
        }
        Aliases { sorted, bits }
    }

    /// Those that begin with a word, in the order of their full mentions.
    fn beginning(&self, first: Key) -> &[Alias] {
        let word = self.bits.get((first.0 >> 6) as usize % 64).copied().unwrap_or_default();
        if word >> (first.0 % 64) & 1 == 0 {
            return &[];
        }
        let from = self.sorted.partition_point(|a| a.keys.first() < Some(&first));
        let to = self.sorted.partition_point(|a| a.keys.first() <= Some(&first));
        self.sorted.get(from..to).unwrap_or_default()
    }
}

/// Short forms in the stretches that no mention covers.
fn short_mentions(annotated: &Annotated<'_, '_>, found: &[Entity], aliases: &Aliases) -> Vec<Entity> {
    let text = annotated.text;
    let mut more = Vec::new();
    if aliases.sorted.is_empty() {
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
        let readings = text
            .readings(at)
            .iter()
            .filter(|r| r.skip > 0 && !r.proclitics.has(Proclitics::ARTICLE))
            .map(|r| (r.key, usize::from(r.skip)));
        let key = text.token(at).map(|t| (t.key(), 0));
        let mut end = at + 1;
        for (key, skip) in key.into_iter().chain(readings) {
            let candidates = aliases.beginning(key).iter();
            let fits = |alias: &&Alias| {
                alias.keys.iter().skip(1).enumerate().all(|(n, k)| {
                    text.token(at + 1 + n).is_some_and(|t| t.key() == *k && !t.starts_paragraph())
                })
            };
            let Some(longest) = candidates.clone().filter(fits).map(|a| a.keys.len()).max() else { continue };
            let full = candidates.filter(fits).filter(|a| a.keys.len() == longest).map(|a| a.of);
            let Some(source) = nearest(full, next).and_then(|of| found.get(of)) else { continue };
            if longest == 1 && !stands_alone(annotated, at, skip, source.entity_type) {
                continue;
            }
            end = at + longest;
            let mut span = text.span_of(at..end);
            span.start += skip;
            more.push(Entity { span, tokens: at..end, rule: SHORT_FORM, ..source.clone() });
            break;
        }
        at = end;
    }
    more
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
    !word.classes.any(class::STOP.with(class::VERB).with(class::SPEECH))
        && !(entity_type == EntityType::Person && adjective && after_definite())
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
        if !tokens.clone().any(named)
            || found.iter().any(|e| e.tokens.start < tokens.end && tokens.start < e.tokens.end)
        {
            continue;
        }
        let acronym = Entity { span: text.span_of(tokens.clone()), tokens, rule: ACRONYM, ..entity.clone() };
        more.push(acronym);
    }
    more
}

/// Names of the gazetteer that need evidence, where the text names the same thing in full.
fn evidence(annotated: &Annotated<'_, '_>, found: &[Entity]) -> Vec<Entity> {
    let mut more = Vec::new();
    let known: HashMap<&str, usize> =
        found.iter().enumerate().filter_map(|(n, e)| Some((e.id.as_deref()?, n))).collect();
    for at in 0..annotated.text.tokens().len() {
        for piece in annotated.at(at).iter().filter(|p| p.classes.any(MAYBE)) {
            let source = annotated.words.things(piece.tag).find_map(|t| found.get(*known.get(&*t.id)?));
            let alone = |e: &Entity| {
                piece.end as usize > at + 1
                    || stands_alone(annotated, at, usize::from(piece.skip), e.entity_type)
            };
            if let Some(source) = source.filter(|&e| alone(e)) {
                let tokens = at..piece.end as usize;
                let mut span: Span = annotated.text.span_of(tokens.clone());
                span.start += usize::from(piece.skip);
                more.push(Entity { span, tokens, rule: EVIDENCE, ..source.clone() });
            }
        }
    }
    more
}
