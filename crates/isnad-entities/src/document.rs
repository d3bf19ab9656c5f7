//! The document pass: what a text has named in full it may go on to name in short.
//!
//! الكاظمي after مصطفى الكاظمي, المجلس الوطني after المجلس الوطني السوري, واع after وكالة الأنباء العراقية (واع): the short
//! form takes the id of the full one. A full mention further down counts too, since headlines are short.
//! Names of the gazetteer that need evidence (الحشد) are believed where the text names the thing in full.

use core::ops::Range;

use isnad_text::pattern::Classes;
use isnad_text::{Key, KeyFilter, Proclitics, RuleId, Span, Text, resolve_overlaps};

use crate::annotate::Annotated;
use crate::countries::Countries;
use crate::generated::classes as class;
use crate::hashes::ByHash;
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

/// The mentions of a text that the rules found, with their names.
#[derive(Default)]
pub(crate) struct Document {
    found: Vec<Entity>,
    names: Names,
}

impl Document {
    pub(crate) fn for_tokens(tokens: usize) -> Document {
        Document { found: Vec::with_capacity(tokens / 16), names: Names::default() }
    }

    /// Adds the next mention.
    pub(crate) fn add(&mut self, annotated: &Annotated<'_, '_>, mut entity: Entity) {
        balance(annotated, &mut entity);
        // What was made longer by its quotation marks takes up what stood within.
        if self.found.last().is_some_and(|last| last.span.end > entity.span.start) {
            return;
        }
        self.names.add(annotated, &entity);
        if entity.id.is_none() {
            entity.id = Some(naming::id(annotated, &entity).into());
        }
        self.found.push(entity);
    }

    /// Settles ids, and adds the short mentions that the rules could not know.
    pub(crate) fn settle(self, annotated: &Annotated<'_, '_>) -> Vec<Entity> {
        let Document { mut found, names } = self;
        settle(annotated, &mut found, &names);
        found
    }
}

fn settle(annotated: &Annotated<'_, '_>, found: &mut Vec<Entity>, names: &Names) {
    let countries = Countries::of(annotated, found);
    countries.settle(annotated, found);
    let mut aliases = Aliases::with_room(found.len());
    let mut room = Vec::new();
    for (of, entity) in found.iter().enumerate() {
        let entity_type = entity.entity_type;
        names.get(of).short_forms(entity_type, &mut room, &mut |keys| aliases.add(keys, entity_type, of));
    }
    aliases.gather();
    // Mentions found by rule that are short forms of fuller ones. The longest names lead: a short form of a short form
    // follows the chain.
    let mut same: Vec<(usize, usize)> = Vec::new();
    for (n, entity) in found.iter().enumerate() {
        let keys = names.get(n).keys;
        if keys.first().is_some_and(|&first| aliases.may_begin(first)) {
            let full = aliases.of(form(keys.iter().copied()), entity.entity_type);
            same.extend(nearest(full, n).map(|full| (n, full)));
        }
    }
    same.sort_by_key(|&(n, _)| core::cmp::Reverse(names.get(n).len()));
    for (n, full) in same {
        copy(found, n, full);
    }
    let mut more = short_mentions(annotated, found, &aliases);
    more.extend(acronyms(annotated, found));
    more.extend(evidence(annotated, found, &countries));
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

/// Short forms, and the full mentions that they may stand for.
struct Aliases {
    /// By form and type.
    forms: ByHash<Full>,
    /// The index of a form and a mention for each short form of each mention.
    added: Vec<(u32, u32)>,
    /// The mentions of all forms, those of each together and in order.
    mentions: Vec<u32>,
    /// By the first word of each form, how many words the form has, bit n for n words, and of which types it is.
    shapes: ByHash<(u64, u8)>,
    /// Words that forms begin with, by some bits of their keys: most words of a text begin none.
    first: KeyFilter,
}

/// Where the mentions of a form are.
#[derive(Debug, Default)]
struct Full {
    start: u32,
    count: u32,
}

impl Aliases {
    fn with_room(mentions: usize) -> Aliases {
        Aliases {
            forms: ByHash::with_room(mentions),
            added: Vec::with_capacity(mentions),
            mentions: Vec::new(),
            shapes: ByHash::with_room(mentions),
            first: KeyFilter::with_room((mentions / 2).clamp(16, 1 << 13)),
        }
    }

    fn add(&mut self, keys: &[Key], entity_type: EntityType, of: usize) {
        let Some(first) = keys.first().filter(|_| keys.len() < 64) else { return };
        self.first.insert(*first);
        if let Some((_, (lengths, types))) = self.shapes.entry(first.0)
            && let Some((n, full)) = self.forms.entry(of_type(form(keys.iter().copied()), entity_type))
        {
            *lengths |= 1 << keys.len();
            *types |= 1 << entity_type as u8;
            full.count += 1;
            self.added.push((n as u32, of as u32));
        }
    }

    /// To be called when all are there.
    fn gather(&mut self) {
        let mut start = 0;
        for full in self.forms.values_mut() {
            full.start = start;
            start += core::mem::take(&mut full.count);
        }
        self.mentions.resize(self.added.len(), 0);
        for &(n, of) in &self.added {
            if let Some(full) = self.forms.at_mut(n as usize)
                && let Some(slot) = self.mentions.get_mut((full.start + full.count) as usize)
            {
                *slot = of;
                full.count += 1;
            }
        }
    }

    /// How many words the forms have that begin with a word, and of which types they are.
    fn shapes(&self, first: Key) -> (u64, u8) {
        self.shapes.get(first.0).copied().unwrap_or_default()
    }

    /// Whether a form may begin with a word.
    #[inline]
    fn may_begin(&self, first: Key) -> bool {
        self.first.may_have(first)
    }

    /// Whether a form may begin with a token, or with a reading of it.
    fn may_begin_at(&self, text: &Text<'_>, at: usize) -> bool {
        text.token(at).is_some_and(|t| self.may_begin(t.key()))
            || text.readings(at).iter().any(|r| self.may_begin(r.key))
    }

    /// The full mentions of a form, in order.
    fn of(&self, form: u64, entity_type: EntityType) -> &[u32] {
        let range = |f: &Full| f.start as usize..(f.start + f.count) as usize;
        let full = self.forms.get(of_type(form, entity_type));
        full.and_then(|full| self.mentions.get(range(full))).unwrap_or_default()
    }
}

fn of_type(form: u64, entity_type: EntityType) -> u64 {
    form.wrapping_add((entity_type as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15))
}

/// Of full mentions in order, the last before `n`, else the first after it.
fn nearest(full: &[u32], n: usize) -> Option<usize> {
    let at = full.partition_point(|&of| (of as usize) < n);
    let before = at.checked_sub(1).and_then(|i| full.get(i)).copied();
    let after = || full.iter().skip(at).copied().find(|&of| of as usize != n);
    before.or_else(after).map(|of| of as usize)
}

/// Gives the thing of one mention to another.
fn copy(found: &mut [Entity], to: usize, from: usize) {
    if let Ok([entity, source]) = found.get_disjoint_mut([to, from]) {
        entity.id.clone_from(&source.id);
        entity.name.clone_from(&source.name);
        entity.label.clone_from(&source.label);
        entity.country.clone_from(&source.country);
    }
}

/// Short forms in the stretches that no mention covers.
fn short_mentions(annotated: &Annotated<'_, '_>, found: &[Entity], aliases: &Aliases) -> Vec<Entity> {
    let text = annotated.text;
    let mut more = Vec::new();
    if aliases.mentions.is_empty() {
        return more;
    }
    // Whether a short form may begin with tokens that are read alike.
    let mut begins = vec![None; annotated.pieces.lists()];
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
        let begin = begins.get_mut(annotated.pieces.list_of(at) as usize);
        if begin.is_some_and(|begin| *begin.get_or_insert_with(|| aliases.may_begin_at(text, at)))
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
        let (mut lengths, types) = aliases.shapes(first);
        while let Some(longest) = lengths.checked_ilog2() {
            lengths &= !(1 << longest);
            let length = longest as usize;
            let rest = (at + 1..at + length).map_while(|i| text.token(i).filter(|t| !t.starts_paragraph()));
            if rest.clone().count() + 1 != length {
                continue;
            }
            let form = form(core::iter::once(first).chain(rest.map(|t| t.key())));
            // Of several types the one named last.
            let is_among = |t: &&EntityType| types >> **t as u8 & 1 != 0;
            let of_types = EntityType::ALL.iter().filter(is_among);
            let of_types = of_types.filter_map(|&t| nearest(aliases.of(form, t), next));
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
        annotated.at(at).iter().find(|p| usize::from(p.skip) == skip && p.tokens == 1)
    };
    let Some(word) = piece(at, skip) else { return true };
    let adjective = word.classes.any(class::NISBA.with(class::OFFICIAL).with(class::ADJECTIVE));
    let after_definite = || {
        at.checked_sub(1)
            .and_then(|b| annotated.at(b).last())
            .is_some_and(|p| p.classes.any(class::DEF.with(class::LOC).with(class::ORG)))
    };
    let function_word = word.classes.any(class::STOP.with(class::VERB).with(class::SPEECH));
    let person = entity_type == EntityType::Person;
    let organisation = entity_type == EntityType::Organisation && word.classes.has(class::NISBA);
    let only_adjective = (person || organisation) && adjective && after_definite();
    // Egypt writes على "on" with the letters of علي.
    let preposition = || annotated.text.surface(at).get(skip..) == Some("علي") && !ends(annotated, at + 1);
    !(function_word || only_adjective || person && preposition())
}

/// Whether a name ends before a token: at a verb, a mark, the end of the text.
fn ends(annotated: &Annotated<'_, '_>, at: usize) -> bool {
    let after = class::VERB.with(class::SPEECH).with(class::STOP).with(class::COMMA).with(class::CLOSE);
    let Some(token) = annotated.text.token(at) else { return true };
    !token.is_word() || annotated.at(at).iter().any(|p| p.classes.any(after))
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

/// Whether what may be a place too stands where a place is meant.
fn is_place(annotated: &Annotated<'_, '_>, at: usize, classes: Classes) -> bool {
    let place = class::LOC.with(class::MAYBE_LOC);
    let before = || at.checked_sub(1).map_or(&[][..], |b| annotated.at(b));
    classes.any(place)
        && (before().iter().any(|p| p.classes.any(class::PLACE_HEAD.with(class::DIRECTION)))
            || at.checked_sub(1).is_some_and(|b| annotated.text.folded(b) == "في"))
}

/// Names of the gazetteer that need evidence, where the text names the same thing in full.
fn evidence(annotated: &Annotated<'_, '_>, found: &[Entity], countries: &Countries) -> Vec<Entity> {
    let mut more = Vec::new();
    let mut needing =
        (0..annotated.text.tokens().len()).filter(|&at| annotated.pieces.classes(at).any(MAYBE)).peekable();
    if needing.peek().is_none() {
        return more;
    }
    // The last mention of each thing.
    let mut last: ByHash<usize> = ByHash::with_room(found.len());
    for (n, entity) in found.iter().enumerate() {
        if let Some((_, last)) = entity.id.as_deref().and_then(|id| last.entry(Key::of_folded(id).0)) {
            *last = n;
        }
    }
    let of = |id: &str| {
        let last = last.get(Key::of_folded(id).0);
        last.and_then(|&n| found.get(n)).filter(|e| e.id.as_deref() == Some(id))
    };
    for at in needing {
        for piece in annotated.at(at).iter().filter(|p| p.classes.any(MAYBE)) {
            let source = annotated.words.things(piece.tag).find_map(|t| of(&t.id));
            let alone = |e: &Entity| {
                piece.tokens > 1 || stands_alone(annotated, at, usize::from(piece.skip), e.entity_type)
            };
            if let Some(source) = source.filter(|&e| alone(e)) {
                let tokens = at..at + usize::from(piece.tokens);
                if source.entity_type == EntityType::Organisation && is_place(annotated, at, piece.classes) {
                    continue; // في برشلونة is in the city, whatever the text says of the club
                }
                let mut span: Span = annotated.text.span_of(tokens.clone());
                span.start += usize::from(piece.skip);
                let confidence = Confidence::High;
                more.push(Entity { span, tokens, confidence, rule: EVIDENCE, ..source.clone() });
            } else if let Some(place) = countries.place(annotated, at, piece) {
                more.push(place);
            }
        }
    }
    more
}
