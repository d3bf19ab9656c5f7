//! Finding entities in a text.

use core::ops::Range;
use std::sync::Arc;

use isnad_text::pattern::{Capture, Classes, Pieces, Rule, RuleSet};
use isnad_text::{Lexicon, Span, Text, resolve_overlaps};

use crate::annotate::{Annotated, Beginnings};
use crate::generated::classes::{self as class, NAMES};
use crate::generated::rules::RULES;
use crate::{Entity, EntityType, document, words};

/// The compiled gazetteers and rules.
#[derive(Clone, Debug)]
pub struct Entities {
    lexicon: Lexicon,
    beginnings: Arc<Beginnings>,
    rules: RuleSet,
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
        let lexicon = words::lexicon();
        let beginnings = Arc::new(Beginnings::of([&lexicon]));
        Entities { lexicon, beginnings, rules: RuleSet::new(RULES.to_vec()) }
    }

    /// All entities of a text, sorted and disjoint.
    ///
    /// ```
    /// let text = isnad_text::Text::new("وصل إلى بغداد"); // "he arrived in Baghdad"
    /// let found = isnad_entities::Entities::new().find(&text);
    /// assert_eq!(found[0].label.as_deref(), Some("Baghdad"));
    /// ```
    #[must_use]
    pub fn find(&self, text: &Text<'_>) -> Vec<Entity> {
        let annotated = Annotated::new(text, &self.lexicon, &self.beginnings);
        let mut found = Vec::new();
        for at in 0..text.tokens().len() {
            self.rules.each_at(&annotated, at, |rule, matched| {
                for capture in matched.captures() {
                    let label = rule.pattern.labels().get(usize::from(capture.label));
                    if let Some(kind) = label.and_then(|l| EntityType::of_label(l)) {
                        found.push(entity(&annotated, kind, rule, capture));
                    }
                }
            });
        }
        resolve_overlaps(&mut found);
        document::settle(&annotated, &mut found);
        found
    }
}

impl Entities {
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
        let annotated = Annotated::new(text, &self.lexicon, &self.beginnings);
        let mut seen = Vec::new();
        for at in tokens {
            for piece in annotated.at(at) {
                let mut span = text.span_of(at..piece.end as usize);
                span.start += usize::from(piece.skip);
                let has = |n: &usize| piece.classes.has(Classes::one(*n as u32));
                let classes = (0..NAMES.len()).filter(has).filter_map(|n| NAMES.get(n).copied()).collect();
                seen.push(Seen { span, classes });
            }
        }
        seen
    }
}

/// A way to read what begins at a token, as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Where it stands, without proclitics.
    pub span: Span,
    /// Names of its classes (data/classes.tsv).
    pub classes: Vec<&'static str>,
}

fn entity(annotated: &Annotated<'_, '_>, kind: EntityType, rule: &Rule, capture: Capture) -> Entity {
    let mut tokens = capture.tokens();
    let mut span = annotated.text.span_of(tokens.clone());
    span.start += usize::from(capture.skip);
    let mut whole =
        annotated.at(tokens.start).iter().filter(|p| p.end as usize == tokens.end && p.skip == capture.skip);
    let thing = whole.clone().flat_map(|p| words::things(p.tag)).find(|t| t.1 == kind);
    if kind == EntityType::Location && whole.any(|p| p.classes.has(class::HEADED)) {
        tokens.start += 1;
        span = annotated.text.span_of(tokens.clone());
    }
    Entity {
        span,
        tokens,
        entity_type: kind,
        id: thing.map(|t| t.0.into()),
        name: thing.map(|t| t.2.into()),
        label: thing.map(|t| t.3.into()),
        country: thing.filter(|t| !t.4.is_empty()).map(|t| t.4.into()),
        rule: rule.id.clone(),
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
