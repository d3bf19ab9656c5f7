//! A text with all that was found in it.

use isnad_text::Text;

/// A text with all that was found in it. It borrows the text; every list is sorted by position.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Document<'t> {
    /// The text, its tokens, sentences and quotations.
    pub text: Text<'t>,
    /// The reference date that relative dates were resolved against: the one given, else the one that the text bears itself.
    #[cfg(feature = "dates")]
    pub reference: Option<isnad_dates::Reference>,
    /// Quantities that are not part of a date.
    #[cfg(feature = "numerals")]
    pub quantities: Vec<isnad_numerals::Quantity>,
    /// Dates, times, durations and sets.
    #[cfg(feature = "dates")]
    pub dates: Vec<isnad_dates::TemporalExpression>,
    /// Named entities.
    #[cfg(feature = "entities")]
    pub entities: Vec<isnad_entities::Entity>,
    /// Claims, with indices into the lists above.
    #[cfg(feature = "claims")]
    pub claims: Vec<isnad_claims::Claim>,
    /// Events.
    #[cfg(feature = "claims")]
    pub events: Vec<isnad_claims::Event>,
    /// Counts of people and attacks.
    #[cfg(feature = "claims")]
    pub counts: Vec<isnad_claims::Count>,
}

impl<'t> Document<'t> {
    /// What in the text may deceive the eye: controls that turn the order about, invisible characters inside words and
    /// numbers, mixed scripts, look-alike letters. No value is changed by them unseen: they are read past, and told here.
    ///
    /// ```
    /// use isnad::Deception;
    /// let document = isnad::Analyzer::new().analyze("قتل \u{202e}12 شخصا"); // "12 were killed", seen as 21
    /// assert_eq!(document.suspicious()[0].kind, Deception::BidiControl);
    /// assert!(isnad::Analyzer::new().analyze("قتل 12 شخصا").suspicious().is_empty());
    /// ```
    #[must_use]
    pub fn suspicious(&self) -> Vec<crate::Suspicious> {
        crate::suspicious::find(self.text.source())
    }

    /// This document as the JSON record of the project, under the id or file name `doc`, with offsets in `unit`.
    ///
    /// ```
    /// use isnad::text::OffsetUnit;
    /// let document = isnad::Analyzer::new().analyze("نص قصير."); // "A short text."
    /// let json = serde_json::to_value(document.record("a.txt", OffsetUnit::Chars)).unwrap();
    /// assert_eq!(json["schema"], 1);
    /// assert_eq!(json["doc"], "a.txt");
    /// assert_eq!(json["sentences"][0]["end"], 8);
    /// ```
    #[cfg(feature = "record")]
    #[must_use]
    pub fn record<'d>(&'d self, doc: &'d str, unit: isnad_text::OffsetUnit) -> crate::record::Record<'d> {
        crate::record::write(self, doc, unit)
    }
}
