//! The layers, composed.

use isnad_text::Text;

use crate::Document;
#[cfg(feature = "dates")]
use crate::settle;

/// Every layer, compiled once; `Send` and `Sync`, to be shared between threads.
///
/// ```
/// # #[cfg(feature = "dates")] {
/// use isnad::Analyzer;
/// use isnad::dates::Dates;
///
/// // 5-6-2020 is the sixth of May, as some write it.
/// let analyzer = Analyzer::new().with_dates(Dates::new().month_first(true));
/// let document = analyzer.analyze("في 5-6-2020");
/// assert_eq!(document.dates[0].timex3(), "2020-05-06");
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    #[cfg(feature = "numerals")]
    numerals: isnad_numerals::Numerals,
    #[cfg(feature = "dates")]
    dates: isnad_dates::Dates,
    #[cfg(feature = "entities")]
    entities: isnad_entities::Entities,
    #[cfg(feature = "claims")]
    claims: isnad_claims::Extractor,
}

impl Analyzer {
    /// With everything built in.
    ///
    /// ```
    /// let analyzer = isnad::Analyzer::new();
    /// ```
    #[must_use]
    pub fn new() -> Analyzer {
        Analyzer::default()
    }

    /// Reads numbers with these settings and user data.
    ///
    /// ```
    /// let analyzer = isnad::Analyzer::new().with_numerals(isnad::numerals::Numerals::new());
    /// ```
    #[cfg(feature = "numerals")]
    #[must_use]
    pub fn with_numerals(mut self, numerals: isnad_numerals::Numerals) -> Analyzer {
        self.numerals = numerals;
        self
    }

    /// Reads dates with these settings and user data.
    ///
    /// ```
    /// let analyzer = isnad::Analyzer::new().with_dates(isnad::dates::Dates::new().month_first(true));
    /// ```
    #[cfg(feature = "dates")]
    #[must_use]
    pub fn with_dates(mut self, dates: isnad_dates::Dates) -> Analyzer {
        self.dates = dates;
        self
    }

    /// Finds entities with these gazetteers and rules.
    ///
    /// ```
    /// let analyzer = isnad::Analyzer::new().with_entities(isnad::entities::Entities::new());
    /// ```
    #[cfg(feature = "entities")]
    #[must_use]
    pub fn with_entities(mut self, entities: isnad_entities::Entities) -> Analyzer {
        self.entities = entities;
        self
    }

    /// Extracts claims with these cues and frames.
    ///
    /// ```
    /// let analyzer = isnad::Analyzer::new().with_claims(isnad::claims::Extractor::new());
    /// ```
    #[cfg(feature = "claims")]
    #[must_use]
    pub fn with_claims(mut self, claims: isnad_claims::Extractor) -> Analyzer {
        self.claims = claims;
        self
    }

    /// Reads a text of unknown date. Relative dates are resolved against the date that the text bears itself, in a
    /// dateline or an address; if it bears none, they stay unresolved.
    ///
    /// ```
    /// let document = isnad::Analyzer::new().analyze("نص قصير."); // "A short text."
    /// assert_eq!(document.text.tokens().len(), 3);
    /// ```
    #[must_use]
    pub fn analyze<'t>(&self, text: &'t str) -> Document<'t> {
        let text = Text::new(text);
        #[cfg(feature = "dates")]
        {
            let quantities = self.numerals.find(&text);
            let dated = self.dates.find_from_own_date(&text, &quantities);
            self.compose(text, quantities, dated.expressions, dated.reference)
        }
        #[cfg(not(feature = "dates"))]
        Document {
            #[cfg(feature = "numerals")]
            quantities: self.numerals.find(&text),
            #[cfg(feature = "entities")]
            entities: self.entities.find(&text),
            text,
        }
    }

    /// Reads a text written at a known time.
    ///
    /// ```
    /// use isnad::Analyzer;
    /// use isnad::dates::Reference;
    /// // "yesterday"
    /// let today: Reference = "2024-03-01".parse()?; // or a `Date`
    /// let document = Analyzer::new().analyze_at("أمس", today);
    /// assert_eq!(document.dates[0].timex3(), "2024-02-29");
    /// # Ok::<(), isnad::dates::DateError>(())
    /// ```
    #[cfg(feature = "dates")]
    #[must_use]
    pub fn analyze_at<'t>(
        &self,
        text: &'t str,
        reference: impl Into<isnad_dates::Reference>,
    ) -> Document<'t> {
        let reference = reference.into();
        let text = Text::new(text);
        let quantities = self.numerals.find(&text);
        let dates = self.dates.find(&text, &quantities, Some(reference));
        self.compose(text, quantities, dates, Some(reference))
    }

    #[cfg(feature = "dates")]
    fn compose<'t>(
        &self,
        text: Text<'t>,
        mut quantities: Vec<isnad_numerals::Quantity>,
        #[cfg_attr(not(feature = "entities"), allow(unused_mut))] mut dates: Vec<
            isnad_dates::TemporalExpression,
        >,
        reference: Option<isnad_dates::Reference>,
    ) -> Document<'t> {
        settle::numbers_in_dates(&mut quantities, &dates);
        #[cfg(feature = "entities")]
        let entities = {
            let mut entities = self.entities.find(&text);
            settle::names(&mut quantities, &mut dates, &mut entities);
            settle::currencies(&text, &mut quantities, &entities);
            entities
        };
        #[cfg(feature = "claims")]
        let found = self.claims.find(&text, &quantities, &dates, &entities, reference);
        Document {
            reference,
            quantities,
            dates,
            #[cfg(feature = "entities")]
            entities,
            #[cfg(feature = "claims")]
            claims: found.claims,
            #[cfg(feature = "claims")]
            events: found.events,
            #[cfg(feature = "claims")]
            counts: found.counts,
            text,
        }
    }
}
