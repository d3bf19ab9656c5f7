//! Finding entities in a text.

use isnad_text::pattern::{Classes, Pieces};
use isnad_text::{Lexicon, RuleId, Text, resolve_overlaps};

use crate::annotate::Annotated;
use crate::generated::classes as class;
use crate::{Entity, words};

/// The compiled gazetteers and rules.
#[derive(Clone, Debug)]
pub struct Entities {
    lexicon: Lexicon,
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
        Entities { lexicon: words::lexicon() }
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
            for piece in annotated.at(at) {
                if piece.classes.any(NAMED) && !piece.classes.has(class::BARE) {
                    let tokens = at..piece.end as usize;
                    let mut span = text.span_of(tokens.clone());
                    span.start += usize::from(piece.skip);
                    if let Some(thing) = words::things(piece.tag).next() {
                        found.push(Entity {
                            span,
                            tokens,
                            entity_type: thing.1,
                            id: Some(thing.0.into()),
                            name: Some(thing.2.into()),
                            label: Some(thing.3.into()),
                            country: (!thing.4.is_empty()).then(|| thing.4.into()),
                            rule: RuleId::new("entities.gazetteer"),
                        });
                    }
                }
            }
        }
        resolve_overlaps(&mut found);
        found
    }
}

const NAMED: Classes =
    Classes(class::PER.0 | class::ORG.0 | class::LOC.0 | class::FAC.0 | class::NORP.0 | class::EVENT.0);

/// All entities of a text, with the built-in gazetteers and rules.
///
/// ```
/// assert!(isnad_entities::find("نص").is_empty());
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<Entity> {
    Entities::new().find(&Text::new(text))
}
