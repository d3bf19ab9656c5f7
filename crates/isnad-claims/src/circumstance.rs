//! Who, where and when, each with what in the text says so.

use isnad_dates::{Point, TimeValue};
use isnad_text::Span;

/// Somebody or something that is named, and why it is taken for what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Named {
    /// Up to three names by which it is known: the surface in the text, the canonical Arabic name, the English label.
    pub names: Vec<String>,
    /// Where it is named.
    pub span: Span,
    /// Index of its entity, where it is one.
    pub entity: Option<usize>,
    /// What says so.
    pub evidence: Evidence,
}

/// A date, and why something is taken to have happened then.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct When {
    /// TIMEX3 value.
    pub value: String,
    /// Index of the temporal expression, where the text has one.
    pub date: Option<usize>,
    /// How much it says.
    pub precision: Precision,
    /// What says so.
    pub evidence: Evidence,
}

impl When {
    /// Whether it is a single day.
    pub(crate) fn is_one_day(&self) -> bool {
        self.precision == Precision::Day && !self.value.contains('/')
    }
}

isnad_text::names! {
    /// What in the text says who, where or when.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Evidence {
        /// It is the source beside the cue.
        Source = "source",
        /// It spoke before, and the verb holds its subject.
        Discourse = "discourse",
        /// It is the subject of the event's verb: قتلت القوات.
        Subject = "subject",
        /// It is the subject of the verb before, with which the event's verb goes on: يسيطر التنظيم … ويحتجز.
        SharedSubject = "shared_subject",
        /// It states the event, whose verb is its own: قالت القوات إنها حررت.
        Speaker = "speaker",
        /// It stands behind على يد, برصاص.
        Preposition = "preposition",
        /// The attack of which it came is its attack: هجوم لتنظيم.
        Attack = "attack",
        /// It is the object, or the genitive of the noun, of the event.
        Object = "object",
        /// It stands in the clause of the event.
        Clause = "clause",
        /// It stands in the sentence of the event.
        Sentence = "sentence",
        /// The event was told before with it.
        Earlier = "earlier",
        /// It is the date of the article: inferred, not told.
        Reference = "reference",
    }
}

impl Evidence {
    /// Why, as the end of an English sentence.
    pub(crate) const fn why(self) -> &'static str {
        match self {
            Evidence::Source => "the source beside the cue",
            Evidence::Discourse => "who spoke before, as the verb holds its subject",
            Evidence::Subject => "the subject of the verb",
            Evidence::SharedSubject => "the subject of the verb before, which this one goes on from",
            Evidence::Speaker => "the speaker, whose own act it is",
            Evidence::Preposition => "named behind “by”",
            Evidence::Attack => "whose attack it came of",
            Evidence::Object => "whom the event word is about",
            Evidence::Clause => "in the same clause",
            Evidence::Sentence => "in the same sentence",
            Evidence::Earlier => "from where the event was told before",
            Evidence::Reference => "the date of the article, inferred",
        }
    }
}

isnad_text::names! {
    /// How much a date says.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Precision {
        /// A day.
        Day = "day",
        /// A week or weekend.
        Week = "week",
        /// A month.
        Month = "month",
        /// A quarter, half or season.
        Season = "season",
        /// A year.
        Year = "year",
        /// A decade or century, or anything else.
        Era = "era",
    }
}

impl Precision {
    /// Of a value; of a stretch between two, that of the first.
    pub(crate) const fn of(value: &TimeValue) -> Precision {
        let (TimeValue::Point(point) | TimeValue::Interval(Some(point), _)) = value else {
            return Precision::Era;
        };
        match point {
            Point::Day(_) | Point::PartialDay { .. } | Point::DayPart(..) | Point::Time(..) => Precision::Day,
            Point::Week(_) => Precision::Week,
            Point::Month(..) => Precision::Month,
            Point::Half(..) | Point::Quarter(..) | Point::Season(..) => Precision::Season,
            Point::Year(_) => Precision::Year,
            _ => Precision::Era,
        }
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Precision::Day => "a day",
            Precision::Week => "a week",
            Precision::Month => "a month",
            Precision::Season => "a season",
            Precision::Year => "a year",
            Precision::Era => "an era",
        }
    }
}

impl Named {
    /// The name as the text has it.
    ///
    /// ```
    /// let article = isnad_claims::find("قال الوزير إن الطريق مغلق.", None); // "The minister said that the road is closed."
    /// assert_eq!(article.claims[0].speaker.as_ref().unwrap().name(), "الوزير");
    /// ```
    #[must_use]
    pub fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}
