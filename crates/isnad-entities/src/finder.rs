//! Finding entities in a text.

use isnad_text::pattern::{Capture, Pieces, Rule, RuleSet};
use isnad_text::{Lexicon, Text, resolve_overlaps};

use crate::annotate::Annotated;
use crate::generated::classes as class;
use crate::generated::rules::RULES;
use crate::{Entity, EntityType, document, words};

/// The compiled gazetteers and rules.
#[derive(Clone, Debug)]
pub struct Entities {
    lexicon: Lexicon,
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
        Entities { lexicon: words::lexicon(), rules: RuleSet::new(RULES.to_vec()) }
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
        let annotated = Annotated::new(text, &self.lexicon);
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
