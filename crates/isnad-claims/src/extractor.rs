//! Extracting claims, events and counts from a text whose lower layers are prepared.

use isnad_dates::{Dates, Reference, TemporalExpression};
use isnad_entities::{Entities, Entity};
use isnad_numerals::{Numerals, Quantity};
use isnad_text::Text;

use crate::{Claim, Count, Event};

/// The compiled cues and frames.
#[derive(Clone, Debug, Default)]
pub struct Extractor {}

/// What was extracted; each list is sorted by position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Who said what.
    pub claims: Vec<Claim>,
    /// What happened.
    pub events: Vec<Event>,
    /// To how many.
    pub counts: Vec<Count>,
}

impl Extractor {
    /// With the built-in cues and frames.
    ///
    /// ```
    /// let extractor = isnad_claims::Extractor::new();
    /// ```
    #[must_use]
    pub fn new() -> Extractor {
        Extractor::default()
    }

    /// All claims, events and counts of a text. The other layers' results are of the same text, and what the indices
    /// of a [`Claim`] point into.
    ///
    /// ```
    /// let text = isnad_text::Text::new("نص");
    /// assert!(isnad_claims::Extractor::new().find(&text, &[], &[], &[], None).claims.is_empty());
    /// ```
    #[must_use]
    pub fn find(
        &self,
        _text: &Text<'_>,
        _quantities: &[Quantity],
        _dates: &[TemporalExpression],
        _entities: &[Entity],
        _reference: Option<Reference>,
    ) -> Extraction {
        Extraction::default()
    }
}

/// All claims, events and counts of a text, with everything built in.
///
/// ```
/// assert!(isnad_claims::find("نص", None).claims.is_empty());
/// ```
#[must_use]
pub fn find(text: &str, reference: Option<Reference>) -> Extraction {
    let text = Text::new(text);
    let mut quantities = Numerals::new().find(&text);
    let dates = Dates::new().find(&text, &quantities, reference);
    quantities.retain(|q| !dates.iter().any(|d| d.span.overlaps(q.span)));
    let entities = Entities::new().find(&text);
    Extractor::new().find(&text, &quantities, &dates, &entities, reference)
}
