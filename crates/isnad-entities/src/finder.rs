//! Finding entities in a text.

use core::ops::Range;
use std::borrow::Cow;
use std::sync::Arc;

use isnad_text::pattern::{Capture, Classes, Matcher, Rule, RuleSet};
use isnad_text::{Mention, RuleId, Span, Text, Token, resolve_overlaps};

use crate::annotate::{Annotated, NO_RECORD};
use crate::document::Document;
use crate::generated::classes::{self as class, NAMES};
use crate::generated::rules::RULES;
use crate::words::{UserWords, Words};
use crate::{Confidence, Detailed, Entity, EntityType, detail};

/// The compiled gazetteers and rules. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Entities {
    words: Arc<Words>,
    rules: Arc<RuleSet>,
    /// Of each rule.
    senses: Arc<[Sense]>,
}

impl Default for Entities {
    fn default() -> Entities {
        Entities::new()
    }
}

impl Entities {
    /// With the built-in gazetteers and rules.
    ///
    /// ```
    /// let entities = isnad_entities::Entities::new();
    /// ```
    #[must_use]
    pub fn new() -> Entities {
        Entities::with(UserWords::default(), RULES.to_vec())
    }

    pub(crate) fn with(user: UserWords, rules: Vec<Rule>) -> Entities {
        let senses = rules.iter().map(Sense::of).collect();
        Entities { words: Arc::new(Words::new(user)), rules: Arc::new(RuleSet::new(rules)), senses }
    }

    /// All entities of a text, sorted and disjoint: of names within names the longest.
    ///
    /// ```
    /// let text = isnad_text::Text::new("وصل إلى بغداد"); // "he arrived in Baghdad"
    /// let found = isnad_entities::Entities::new().find(&text);
    /// assert_eq!(found[0].label.as_deref(), Some("Baghdad"));
    /// ```
    #[must_use]
    pub fn find(&self, text: &Text<'_>) -> Vec<Entity> {
        let mut document = Document::for_tokens(text.tokens().len());
        let annotated = self.read(text, |annotated, candidates| {
            resolve_overlaps(candidates);
            candidates.iter().for_each(|c| document.add(annotated, c.entity(annotated)));
        });
        document.settle(&annotated)
    }

    /// The names of its rules, built in and of the user.
    ///
    /// ```
    /// let entities = isnad_entities::Entities::new();
    /// assert!(entities.rules().any(|rule| rule.as_str() == "entities.person.strange"));
    /// ```
    pub fn rules(&self) -> impl Iterator<Item = &RuleId> {
        self.rules.rules().iter().map(|rule| &rule.id)
    }

    /// What [`find`](Self::find) gives, each with what else it may be and with the names within it.
    ///
    /// ```
    /// use isnad_entities::Entities;
    /// let text = isnad_text::Text::new("جامعة بغداد"); // "the University of Baghdad"
    /// let found = Entities::new().find_detailed(&text);
    /// assert_eq!(found.len(), 1);
    /// assert_eq!(found[0].nested[0].label.as_deref(), Some("Baghdad"));
    /// ```
    #[must_use]
    pub fn find_detailed(&self, text: &Text<'_>) -> Vec<Detailed> {
        let mut document = Document::for_tokens(text.tokens().len());
        let mut all = Vec::new();
        let annotated = self.read(text, |annotated, candidates| {
            all.extend_from_slice(candidates);
            resolve_overlaps(candidates);
            candidates.iter().for_each(|c| document.add(annotated, c.entity(annotated)));
        });
        detail::of(&annotated, document.settle(&annotated), &all)
    }

    /// What [`find`](Self::find) chooses from: every reading that a rule gives, sorted by place, the longest first.
    /// Names within names are here, and the other types that a name may have; short forms, which need the whole
    /// text, are not.
    ///
    /// ```
    /// let text = isnad_text::Text::new("جامعة بغداد"); // "the University of Baghdad"
    /// let all = isnad_entities::Entities::new().candidates(&text);
    /// let surfaces: Vec<&str> = all.iter().map(|e| text.slice(e.span)).collect();
    /// assert!(surfaces.starts_with(&["جامعة بغداد"]) && surfaces.ends_with(&["بغداد"]));
    /// ```
    #[must_use]
    pub fn candidates(&self, text: &Text<'_>) -> Vec<Entity> {
        let mut found = Vec::new();
        self.read(text, |annotated, candidates| found.extend(candidates.iter().map(|c| c.entity(annotated))));
        found.sort_by(|a, b| {
            let place = a.span.start.cmp(&b.span.start).then(b.span.end.cmp(&a.span.end));
            place.then(b.priority.cmp(&a.priority)).then_with(|| a.rule.cmp(&b.rule))
        });
        found
    }

    /// Reads a text part by part, so that what a part needs is near at hand, and gives the candidates of each.
    fn read<'e, 'a, 't>(
        &'e self,
        text: &'a Text<'t>,
        mut each: impl FnMut(&Annotated<'a, 't>, &mut Vec<Candidate<'e>>),
    ) -> Annotated<'a, 't>
    where
        'e: 'a,
    {
        let mut annotated = Annotated::new(text, &self.words);
        let mut matcher = self.rules.matcher();
        let (mut candidates, mut nothing) = (Vec::new(), Vec::new());
        let mut start = 0;
        while start < text.tokens().len() {
            let end = end_of_part(text, start);
            annotated.read_to(end);
            candidates.clear();
            self.candidates_in(&annotated, &mut matcher, start..end, &mut candidates, &mut nothing);
            leave_out(&mut candidates, &mut nothing);
            share_context(&mut candidates);
            each(&annotated, &mut candidates);
            start = end;
        }
        annotated
    }

    /// Adds what the rules find in a stretch, sorted by place, and where they say that nothing is.
    fn candidates_in<'e>(
        &'e self,
        annotated: &Annotated<'_, '_>,
        matcher: &mut Matcher<'e>,
        tokens: Range<usize>,
        found: &mut Vec<Candidate<'e>>,
        nothing: &mut Vec<Span>,
    ) {
        matcher.each_in(&annotated.pieces, tokens, |at, n, matched| {
            let (Some(rule), Some(sense)) = (self.rules.rules().get(n), self.senses.get(n)) else { return };
            let whole = at..matched.end;
            for capture in matched.captures() {
                if sense.nothing == Some(capture.label) {
                    nothing.push(annotated.text.span_of(capture.tokens()));
                }
                if let Some(&Some(entity_type)) = sense.types.get(usize::from(capture.label))
                    && !(entity_type == EntityType::Organisation
                        && within_minister(annotated, capture.tokens().start))
                {
                    let context = capture.tokens() != whole || sense.looks_around;
                    insert(found, Candidate::new(annotated, entity_type, rule, capture, context));
                }
            }
        });
    }

    /// What the rules saw at each token of a stretch: the ways to read what begins there, each with its classes.
    /// An entity's rule and these classes explain it.
    ///
    /// ```
    /// use isnad_entities::Entities;
    /// let entities = Entities::new();
    /// let text = isnad_text::Text::new("العقيد أحمد"); // Colonel Ahmad
    /// let seen = entities.explain(&text, 0..2);
    /// assert!(seen[0].classes.contains(&"rank") && seen[1].classes.contains(&"given"));
    /// ```
    #[must_use]
    pub fn explain(&self, text: &Text<'_>, tokens: Range<usize>) -> Vec<Seen> {
        let mut annotated = Annotated::new(text, &self.words);
        annotated.read_to(tokens.end);
        let mut seen = Vec::new();
        for at in tokens {
            for piece in annotated.at(at) {
                let mut span = text.span_of(at..at + usize::from(piece.tokens));
                span.start += usize::from(piece.skip);
                let has = |n: &usize| piece.classes.has(Classes::one(*n as u32));
                let classes = (0..NAMES.len()).filter(has).filter_map(|n| NAMES.get(n).copied()).collect();
                seen.push(Seen { span, classes });
            }
        }
        seen
    }
}

/// Where the part of a text that begins at a token ends: with a paragraph, since no name goes on to the next.
fn end_of_part(text: &Text<'_>, start: usize) -> usize {
    const LEAST: usize = 2048;
    let mut rest = start + LEAST..text.tokens().len();
    let end = rest.find(|&at| text.token(at).is_some_and(Token::starts_paragraph));
    end.unwrap_or(text.tokens().len())
}

/// The label of a capture in which rules find nothing.
const NOTHING: &str = "NONE";

/// Takes away the candidates within stretches in which nothing is, and forgets the stretches.
fn leave_out(candidates: &mut Vec<Candidate<'_>>, nothing: &mut Vec<Span>) {
    if nothing.is_empty() {
        return;
    }
    nothing.sort_unstable_by_key(|s| (s.start, s.end));
    candidates.retain(|c| {
        let before = nothing.partition_point(|s| s.start <= c.span.start);
        before.checked_sub(1).and_then(|n| nothing.get(n)).is_none_or(|s| c.span.end > s.end)
    });
    nothing.clear();
}

/// What the matches of a rule stand for.
#[derive(Clone, Debug)]
struct Sense {
    /// By the captures: a rule that finds two of a type numbers them (LOC, LOC2).
    types: Vec<Option<EntityType>>,
    /// The capture in which there is nothing.
    nothing: Option<u8>,
    /// Whether it asks for something before or after the match.
    looks_around: bool,
}

impl Sense {
    fn of(rule: &Rule) -> Sense {
        let from_label = |label: &Cow<'_, str>| {
            label.trim_end_matches(|c: char| c.is_ascii_digit()).parse::<EntityType>().ok()
        };
        Sense {
            types: rule.pattern.labels().iter().map(from_label).collect(),
            nothing: rule.pattern.labels().iter().position(|l| l == NOTHING).map(|n| n as u8),
            looks_around: rule.pattern.looks_around(),
        }
    }
}

/// Whether the title of a minister goes on over a token: وزير الخارجية الأميركية names no ministry.
fn within_minister(annotated: &Annotated<'_, '_>, token: usize) -> bool {
    let before = token.checked_sub(1).map_or(&[][..], |b| annotated.at(b));
    before.iter().any(|p| p.classes.has(class::MINISTER) && p.tokens > 1)
}

/// A way to read what begins at a token, as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// Where it stands, without proclitics.
    pub span: Span,
    /// Names of its classes (data/classes.tsv).
    pub classes: Vec<&'static str>,
}

/// Adds a candidate to those sorted by place. It belongs near the end: rules are tried in the order of the text.
fn insert<'r>(candidates: &mut Vec<Candidate<'r>>, new: Candidate<'r>) {
    let before = candidates.iter().rev().take_while(|c| c.place() > new.place()).count();
    candidates.insert(candidates.len() - before, new);
}

/// Lets what one rule saw around a name speak for all that read it so.
fn share_context(candidates: &mut [Candidate<'_>]) {
    for same in candidates.chunk_by_mut(|a, b| a.place() == b.place()) {
        if same.iter().any(|c| c.context) {
            same.iter_mut().for_each(|c| c.context = true);
        }
    }
}

/// What a rule found, before it is known whether it stays.
#[derive(Clone)]
pub(crate) struct Candidate<'r> {
    span: Span,
    tokens: Range<usize>,
    entity_type: EntityType,
    /// Whether words around it or its head say what it is.
    context: bool,
    /// The record that names it, if one does.
    pub(crate) tag: u32,
    rule: &'r Rule,
}

impl Mention for Candidate<'_> {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule.id
    }

    fn priority(&self) -> i32 {
        self.rule.priority
    }
}

impl<'r> Candidate<'r> {
    fn new(
        annotated: &Annotated<'_, '_>,
        entity_type: EntityType,
        rule: &'r Rule,
        capture: Capture,
        mut context: bool,
    ) -> Candidate<'r> {
        let mut tokens = capture.tokens();
        let mut span = annotated.text.span_of(tokens.clone());
        span.start += usize::from(capture.skip);
        let pieces = annotated.at(tokens.start).iter();
        let length = tokens.len();
        let whole = pieces.filter(|p| usize::from(p.tokens) == length && p.skip == capture.skip);
        let mut named = whole.clone().map(|p| p.tag).filter(|&tag| annotated.words.names(tag, entity_type));
        let tag = named.next().unwrap_or(NO_RECORD);
        if entity_type == EntityType::Location && whole.clone().any(|p| p.classes.has(class::HEADED)) {
            context = true;
            tokens.start += 1; // نهر الفرات: the head is no part of the name
            // ريف حمص الشرقي: the adjective belongs to the head.
            let last = tokens.end - 1;
            if tokens.len() > 1
                && annotated.at(last).iter().any(|p| p.classes.has(class::DIRECTION.with(class::DEF)))
            {
                tokens.end = last;
            }
            span = annotated.text.span_of(tokens.clone());
        }
        const HEAD: Classes = class::ORG_HEAD.with(class::FAC_HEAD).with(class::EVENT_NAME);
        let known = if entity_type == EntityType::Person { class::GIVEN.with(class::PARTICLE) } else { HEAD };
        context |= tokens.len() > 1
            && annotated
                .at(tokens.start)
                .iter()
                .any(|p| p.classes.any(known) && !p.classes.has(class::DOUBTFUL));
        Candidate { span, tokens, entity_type, context, tag, rule }
    }

    /// By what it is sorted: where it stands, the longest first.
    #[inline]
    fn place(&self) -> (usize, core::cmp::Reverse<usize>, EntityType) {
        (self.span.start, core::cmp::Reverse(self.span.end), self.entity_type)
    }

    fn confidence(&self) -> Confidence {
        match (self.tag != NO_RECORD, self.context || self.tokens.len() > 1) {
            (true, true) => Confidence::High,
            (true, false) => Confidence::Medium,
            (false, _) if self.context => Confidence::Medium,
            (false, _) => Confidence::Low,
        }
    }

    pub(crate) fn entity(&self, annotated: &Annotated<'_, '_>) -> Entity {
        let (id, name, label, country) = match annotated.words.thing(self.tag, self.entity_type) {
            Some(thing) => (Some(thing.id), Some(thing.name), thing.label, thing.country),
            None => (None, None, None, None),
        };
        Entity {
            span: self.span,
            tokens: self.tokens.clone(),
            entity_type: self.entity_type,
            id,
            name,
            label,
            country,
            confidence: self.confidence(),
            rule: self.rule.id.clone(),
            priority: self.rule.priority,
        }
    }
}

/// All entities of a text, with the built-in gazetteers and rules.
///
/// ```
/// assert!(isnad_entities::find("نص").is_empty());
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<Entity> {
    Entities::new().find(&Text::new(text))
}
