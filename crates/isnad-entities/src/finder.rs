//! Finding entities in a text.

use isnad_text::Text;

use crate::Entity;

/// The compiled gazetteers and rules.
#[derive(Clone, Debug, Default)]
pub struct Entities {}

impl Entities {
    /// With the built-in gazetteers and rules.
    ///
    /// ```
    /// let entities = isnad_entities::Entities::new();
    /// ```
    #[must_use]
    pub fn new() -> Entities {
        Entities::default()
    }

    /// All entities of a text, sorted and disjoint.
    ///
    /// ```
    /// let text = isnad_text::Text::new("نص");
    /// assert!(isnad_entities::Entities::new().find(&text).is_empty());
    /// ```
    #[must_use]
    pub fn find(&self, _text: &Text<'_>) -> Vec<Entity> {
        Vec::new()
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
