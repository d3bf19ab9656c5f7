//! What is found: quantities.

use core::fmt;
use core::ops::Range;
use std::borrow::Cow;

use isnad_text::{Mention, RuleId, Span};

use crate::vocabulary::Vocabulary;
use crate::{Interval, Number};

/// A number in a text, with its bounds, unit and kind.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Quantity {
    /// Where it stands: number words or digits, scale, percent sign, currency, unit; both ends of a range.
    /// The modifier (نحو "about") and the counted noun stay outside.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// What it measures.
    pub kind: QuantityKind,
    /// Lower bound, `None` where only an upper bound is given.
    pub low: Option<Number>,
    /// Upper bound, equal to `low` for a point value.
    pub high: Option<Number>,
    /// Whether the text says about, nearly, roughly.
    pub approx: bool,
    /// Unit of money or measure; where its name is ambiguous, the likeliest.
    pub unit: Option<Unit>,
    /// What an ambiguous unit may be (دينار alone: IQD, JOD, …); empty where the text leaves no doubt.
    pub unit_candidates: Vec<Unit>,
    /// Whether a dual noun (جنديان "two soldiers") carries it.
    pub dual: bool,
    /// The rule that found it.
    pub rule: RuleId,
}

impl Quantity {
    /// One of unknown value, which the rule that makes it fills in.
    pub(crate) const fn new(span: Span, tokens: Range<usize>, kind: QuantityKind, rule: RuleId) -> Quantity {
        Quantity {
            span,
            tokens,
            kind,
            low: None,
            high: None,
            approx: false,
            unit: None,
            unit_candidates: Vec::new(),
            dual: false,
            rule,
        }
    }
}

isnad_text::names! {
    /// What a quantity measures.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum QuantityKind {
        /// So many of something.
        Cardinal = "cardinal",
        /// A place in an order: الخامسة "the fifth".
        Ordinal = "ordinal",
        /// A part of one: ربع "a quarter".
        Fraction = "fraction",
        /// Of a hundred.
        Percent = "percent",
        /// With a currency.
        Money = "money",
        /// With a unit of measure.
        Measure = "measure",
        /// From … to ….
        Range = "range",
        /// An order of magnitude: عشرات "tens".
        Vague = "vague",
        /// Of a game: 2-1.
        Score = "score",
    }
}

/// A unit of money (ISO 4217, `USD`) or of measure (a short English name, `km`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Unit(pub Cow<'static, str>);

impl Unit {
    /// Its code.
    ///
    /// ```
    /// assert_eq!(isnad_numerals::Unit("km".into()).as_str(), "km");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Bounds in this unit, in the SI unit of its dimension; `None` for money, unknown units and on overflow.
    ///
    /// ```
    /// use isnad_numerals::{Number, Unit};
    /// let (si, unit) = Unit("celsius".into()).to_si(Number::from(20).into()).unwrap();
    /// assert_eq!((si.point().unwrap().to_string().as_str(), unit.as_str()), ("293.15", "K"));
    /// ```
    #[must_use]
    pub fn to_si(&self, bounds: Interval) -> Option<(Interval, Unit)> {
        let (bounds, unit) = Vocabulary::unit_of(&self.0)?.convert(bounds)?;
        Some((bounds, Unit(unit.into())))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Mention for Quantity {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
