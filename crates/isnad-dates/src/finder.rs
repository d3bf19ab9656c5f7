//! Finding temporal expressions in a text.

use isnad_numerals::{Numerals, Quantity};
use isnad_text::{Lexicon, Text};

use crate::atoms::{Atom, Vocabulary};
use crate::generated::vocabulary::{SENSES, VOCABULARY};
use crate::grammar::Grammar;
use crate::names::Names;
use crate::{HijriCalendar, LoadError, Reference, TemporalExpression, atoms, document};

/// What [`Dates::find_from_own_date`] finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DatedText {
    /// All temporal expressions of the text, sorted and disjoint.
    pub expressions: Vec<TemporalExpression>,
    /// The date that the text bears itself, from which they are counted; `None` where it bears none.
    pub reference: Option<Reference>,
}

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
    names: Option<Names>,
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
            names: None,
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

    /// Adds names to the built-in ones and to those of earlier calls, from lines of three cells separated by tabs: the name,
    /// its class and its value.
    /// `month`: `gregorian 7`, `hijri 9` or `coptic 13`; `feast`: `gregorian 10-14`, `hijri 10-01` or `easter -2`; `era`: `gregorian` or
    /// `hijri`; `vague`: `past`, `present` or `future`. Lines that begin with `#` are comments.
    ///
    /// ```
    /// use isnad_dates::Dates;
    /// use isnad_text::Text;
    /// let dates = Dates::new().with_names("عيد الاستقلال\tfeast\tgregorian 11-22", "mine.tsv").unwrap(); // Independence Day
    /// let found = dates.find(&Text::new("عيد الاستقلال 2020"), &[], None);
    /// assert_eq!(found[0].timex3(), "2020-11-22");
    /// ```
    ///
    /// # Errors
    ///
    /// Names the file, the line and the cause for the first line that cannot be used; `file` is its name in errors.
    pub fn with_names(mut self, source: &str, file: &str) -> Result<Dates, LoadError> {
        self.names = Some(Names::read(self.names.take(), source, file)?);
        Ok(self)
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
        Grammar::new(text, &self.atoms(text, quantities), reference, self.hijri).find()
    }

    /// All temporal expressions of a text, counted from the date that it bears itself ([`Dates::document_date`]), and that
    /// date: what the two give one after the other, with one look at the words. A text that bears no date gives what
    /// [`Dates::find`] without a reference does.
    ///
    /// ```
    /// let text = isnad_text::Text::new("خبر قصير\nنشر في: 23/01/2022\nقال المسؤول أمس إن العمل مستمر."); // published on
    /// let dated = isnad_dates::Dates::new().find_from_own_date(&text, &[]);
    /// assert_eq!(dated.expressions[1].timex3(), "2022-01-22"); // yesterday
    /// assert_eq!(dated.reference.unwrap().to_string(), "2022-01-23");
    /// ```
    #[must_use]
    pub fn find_from_own_date(&self, text: &Text<'_>, quantities: &[Quantity]) -> DatedText {
        let atoms = self.atoms(text, quantities);
        let expressions = Grammar::new(text, &atoms, None, self.hijri).find();
        let own = document::document_date(text, &expressions).and_then(|date| date.timex3().parse().ok());
        match own {
            Some(own) => DatedText {
                expressions: Grammar::new(text, &atoms, Some(own), self.hijri).find(),
                reference: Some(own),
            },
            None => DatedText { expressions, reference: None },
        }
    }

    fn atoms(&self, text: &Text<'_>, quantities: &[Quantity]) -> Vec<Atom> {
        let vocabulary =
            Vocabulary { built_in: &self.vocabulary, senses: SENSES, names: self.names.as_ref() };
        atoms::atoms(text, quantities, &vocabulary, self.month_first)
    }

    /// The date that an article bears itself: under a label (نشر في), in a byline, in the dateline of its first sentence,
    /// or in its address. The rule tells which.
    ///
    /// ```
    /// let text = isnad_text::Text::new("خبر قصير\nنشر في: 23/01/2022\nقال المسؤول أمس إن العمل مستمر."); // published on
    /// let date = isnad_dates::Dates::new().document_date(&text, &[]).unwrap();
    /// assert_eq!((date.timex3().as_str(), date.rule.as_str()), ("2022-01-23", "dates.document.label"));
    /// ```
    #[must_use]
    pub fn document_date(&self, text: &Text<'_>, quantities: &[Quantity]) -> Option<TemporalExpression> {
        document::document_date(text, &self.find(text, quantities, None))
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
