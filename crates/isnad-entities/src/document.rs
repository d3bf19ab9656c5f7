//! The document pass: what a text has named in full it may go on to name in short.
//!
//! الكاظمي after مصطفى الكاظمي, المجلس الوطني after المجلس الوطني السوري, واع after وكالة الأنباء العراقية (واع): the short
//! form takes the id of the full one. A full mention further down counts too, since headlines are short.
//! Names of the gazetteer that need evidence (الحشد) are believed where the text names the thing in full.

use std::collections::{BTreeMap, HashMap};

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

/// Settles ids, and adds the short mentions that the rules could not know.
pub(crate) fn settle(annotated: &Annotated<'_, '_>, found: &mut Vec<Entity>) {
    let names: Vec<Name> = found.iter().map(|e| Name::of(annotated, e)).collect();
    let mut aliases = Aliases::default();
    for (of, (entity, name)) in found.iter_mut().zip(&names).enumerate() {
        if entity.id.is_none() {
            entity.id = Some(name.id(entity.entity_type).into());
        }
        for keys in name.short_forms(entity.entity_type) {
            aliases.add(keys, entity.entity_type, of);
        }
    }
    // Mentions found by rule that are short forms of fuller ones. The longest names lead: a short form of a short form
    // follows the chain.
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (n, (entity, name)) in found.iter().zip(&names).enumerate() {
        let of = aliases.of(&name.keys()).and_then(|types| types.get(&entity.entity_type));
        same.extend(of.and_then(|of| nearest(of, n)).map(|full| (n, full)));
    }
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

/// Short forms, each with the full mentions that it may stand for, in order, by their type.
#[derive(Default)]
struct Aliases {
    forms: HashMap<Vec<Key>, BTreeMap<EntityType, Vec<usize>>>,
    /// Of the first word of each form, how many words the forms have: bit n for n words.
    lengths: HashMap<Key, u64>,
}

impl Aliases {
    fn add(&mut self, keys: Vec<Key>, entity_type: EntityType, of: usize) {
        let Some(first) = keys.first().filter(|_| keys.len() < 64) else { return };
        *self.lengths.entry(*first).or_default() |= 1 << keys.len();
        self.forms.entry(keys).or_default().entry(entity_type).or_default().push(of);
    }

    fn of(&self, keys: &[Key]) -> Option<&BTreeMap<EntityType, Vec<usize>>> {
        self.forms.get(keys)
    }
}

/// Of the full mentions, the last before `n`, else the first after it.
fn nearest(full: &[usize], n: usize) -> Option<usize> {
    let at = full.partition_point(|&m| m < n);
    let before = at.checked_sub(1).and_then(|i| full.get(i));
    before.or_else(|| full.iter().skip(at).find(|&&m| m != n)).copied()
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
        let mention = short_mention(annotated, found, aliases, at, next);
        at = mention.as_ref().map_or(at + 1, |m| m.tokens.end);
        more.extend(mention);
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
        let lengths = aliases.lengths.get(&first).copied().unwrap_or_default();
        for length in (1..64).rev().filter(|n| lengths >> n & 1 != 0) {
            let rest = (at + 1..at + length).map_while(|i| text.token(i).filter(|t| !t.starts_paragraph()));
            let keys: Vec<Key> = core::iter::once(first).chain(rest.map(|t| t.key())).collect();
            let Some(types) = aliases.of(&keys).filter(|_| keys.len() == length) else { continue };
            let full = types.values().filter_map(|of| nearest(of, next));
            // Of several types the one named last.
            let Some(source) = full.max_by_key(|&of| (of < next, of)).and_then(|of| found.get(of)) else {
                continue;
            };
            if length == 1 && !stands_alone(annotated, at, skip, source.entity_type) {
                continue;
            }
            let tokens = at..at + length;
            let mut span = text.span_of(tokens.clone());
            span.start += skip;
            return Some(Entity { span, tokens, rule: SHORT_FORM, ..source.clone() });
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
