//! Finding temporal expressions in a text.

use isnad_numerals::{Numerals, Quantity};
use isnad_text::{Lexicon, Text};

use crate::generated::vocabulary::{SENSES, VOCABULARY};
use crate::grammar::Grammar;
use crate::{HijriCalendar, Reference, TemporalExpression, atoms};

/// The compiled date grammar.
///
/// ```
/// use isnad_dates::Dates;
/// use isnad_numerals::Numerals;
/// use isnad_text::Text;
///
/// let text = Text::new("في 4 كانون الثاني (يناير) 2022"); // on 4 January 2022
/// let found = Dates::new().find(&text, &Numerals::new().find(&text), None);
/// assert_eq!(found[0].timex3(), "2022-01-04");
/// assert_eq!(text.slice(found[0].span), "4 كانون الثاني (يناير) 2022");
/// ```
#[derive(Clone, Debug)]
pub struct Dates {
    vocabulary: Lexicon,
    hijri: HijriCalendar,
    month_first: bool,
}

impl Default for Dates {
    fn default() -> Dates {
        Dates::new()
    }
}

impl Dates {
    /// With the built-in names.
    ///
    /// ```
    /// let dates = isnad_dates::Dates::new();
    /// ```
    #[must_use]
    pub const fn new() -> Dates {
        Dates {
            vocabulary: Lexicon::built_in(&VOCABULARY),
            hijri: HijriCalendar::UmmAlQura,
            month_first: false,
        }
    }

    /// Reckons Hijri dates by another calendar than Umm al-Qura.
    ///
    /// ```
    /// use isnad_dates::{Dates, HijriCalendar};
    /// let dates = Dates::new().hijri_calendar(HijriCalendar::TabularCivil);
    /// ```
    #[must_use]
    pub const fn hijri_calendar(mut self, calendar: HijriCalendar) -> Dates {
        self.hijri = calendar;
        self
    }

    /// Reads 5/6/2020 as May 6 instead of 5 June.
    ///
    /// ```
    /// let dates = isnad_dates::Dates::new().month_first(true);
    /// let text = isnad_text::Text::new("5/6/2020");
    /// assert_eq!(dates.find(&text, &[], None)[0].timex3(), "2020-05-06");
    /// ```
    #[must_use]
    pub const fn month_first(mut self, yes: bool) -> Dates {
        self.month_first = yes;
        self
    }

    /// All temporal expressions of a text, sorted and disjoint. `quantities` are the number readings of the same text.
    /// Without a reference, relative expressions keep an unresolved value.
    ///
    /// ```
    /// let text = isnad_text::Text::new("وصل أمس"); // he arrived yesterday
    /// let reference = "2022-01-21".parse().ok();
    /// assert_eq!(isnad_dates::Dates::new().find(&text, &[], reference)[0].timex3(), "2022-01-20");
    /// assert_eq!(isnad_dates::Dates::new().find(&text, &[], None)[0].timex3(), "XXXX-XX-XX");
    /// ```
    #[must_use]
    pub fn find(
        &self,
        text: &Text<'_>,
        quantities: &[Quantity],
        reference: Option<Reference>,
    ) -> Vec<TemporalExpression> {
        let atoms = atoms::atoms(text, quantities, &self.vocabulary, SENSES, self.month_first);
        Grammar::new(text, &atoms, reference, self.hijri).find()
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
