//! What is found: temporal expressions.

use core::ops::Range;

use isnad_text::{Mention, RuleId, Span};

/// A date, time, duration or set in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TemporalExpression {
    /// Where it stands.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: TemporalKind,
    /// TIMEX3 value, resolved as far as the reference allows.
    pub value: String,
    /// EDTF form, where there is one.
    pub edtf: Option<String>,
    /// Hijri value, where the text gives a Hijri date.
    pub hijri: Option<String>,
    /// Start, middle, end, or about.
    pub modifier: Option<Modifier>,
    /// The rule that found it.
    pub rule: RuleId,
}

/// What a temporal expression is, in the terms of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum TemporalKind {
    /// A day or anything longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// Which part of the value is meant, in the terms of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "UPPERCASE"))]
pub enum Modifier {
    /// بداية "beginning".
    Start,
    /// منتصف "middle".
    Mid,
    /// نهاية "end".
    End,
    /// حوالي "about".
    Approx,
}

impl Mention for TemporalExpression {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
