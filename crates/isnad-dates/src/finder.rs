//! Finding temporal expressions in a text.

use isnad_numerals::{Numerals, Quantity};
use isnad_text::Text;

use crate::{Reference, TemporalExpression};

/// The compiled date grammar.
#[derive(Clone, Debug, Default)]
pub struct Dates {}

impl Dates {
    /// With the built-in names.
    ///
    /// ```
    /// let dates = isnad_dates::Dates::new();
    /// ```
    #[must_use]
    pub fn new() -> Dates {
        Dates::default()
    }

    /// All temporal expressions of a text, sorted and disjoint. `quantities` are the number readings of the same text.
    /// Without a reference, relative expressions keep an unresolved value.
    ///
    /// ```
    /// let text = isnad_text::Text::new("نص");
    /// assert!(isnad_dates::Dates::new().find(&text, &[], None).is_empty());
    /// ```
    #[must_use]
    pub fn find(
        &self,
        _text: &Text<'_>,
        _quantities: &[Quantity],
        _reference: Option<Reference>,
    ) -> Vec<TemporalExpression> {
        Vec::new()
    }

    /// The date that an article bears itself: dateline, byline, address.
    ///
    /// ```
    /// let text = isnad_text::Text::new("نص");
    /// assert_eq!(isnad_dates::Dates::new().document_date(&text, &[]), None);
    /// ```
    #[must_use]
    pub fn document_date(&self, _text: &Text<'_>, _quantities: &[Quantity]) -> Option<TemporalExpression> {
        None
    }
}

/// All temporal expressions of a text, with the built-in names.
///
/// ```
/// assert!(isnad_dates::find("نص", None).is_empty());
/// ```
#[must_use]
pub fn find(text: &str, reference: Option<Reference>) -> Vec<TemporalExpression> {
    let text = Text::new(text);
    Dates::new().find(&text, &Numerals::new().find(&text), reference)
}
