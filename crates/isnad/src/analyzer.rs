//! The layers, composed.

use isnad_text::Text;

use crate::Document;
#[cfg(feature = "dates")]
use crate::settle;

/// Every layer, compiled once; `Send` and `Sync`, to be shared between threads.
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

/// When a text was written, where the caller knows it.
#[cfg(feature = "dates")]
pub type Reference = isnad_dates::Reference;
/// When a text was written; without the feature `dates` nobody asks.
#[cfg(not(feature = "dates"))]
pub type Reference = core::convert::Infallible;

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

    /// Reads a text. Without a reference date, the one that the text bears itself is taken; if it bears none, relative
    /// dates stay unresolved.
    ///
    /// ```
    /// let document = isnad::Analyzer::new().analyze("نص قصير.", None); // "A short text."
    /// assert_eq!(document.text.tokens().len(), 3);
    /// ```
    #[must_use]
    pub fn analyze<'t>(&self, text: &'t str, reference: Option<Reference>) -> Document<'t> {
        let text = Text::new(text);
        #[cfg(not(feature = "dates"))]
        let _ = reference;
        #[cfg(feature = "numerals")]
        #[cfg_attr(not(feature = "dates"), allow(unused_mut))]
        let mut quantities = self.numerals.find(&text);
        #[cfg(feature = "dates")]
        let reference =
            reference.or_else(|| self.dates.document_date(&text, &quantities)?.timex3().parse().ok());
        #[cfg(feature = "dates")]
        #[cfg_attr(not(feature = "entities"), allow(unused_mut))]
        let mut dates = self.dates.find(&text, &quantities, reference);
        #[cfg(feature = "entities")]
        #[cfg_attr(not(feature = "dates"), allow(unused_mut))]
        let mut entities = self.entities.find(&text);
        #[cfg(feature = "dates")]
        settle::numbers_in_dates(&mut quantities, &dates);
        #[cfg(all(feature = "dates", feature = "entities"))]
        {
            settle::names(&mut quantities, &mut dates, &mut entities);
            settle::currencies(&text, &mut quantities, &entities);
        }
        #[cfg(feature = "claims")]
        let found = self.claims.find(&text, &quantities, &dates, &entities, reference);
        Document {
            #[cfg(feature = "dates")]
            reference,
            #[cfg(feature = "numerals")]
            quantities,
            #[cfg(feature = "dates")]
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
