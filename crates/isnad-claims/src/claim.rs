//! What is found: claims.

use isnad_text::{Mention, RuleId, Span};

/// A reported statement: someone says, denies, estimates, warns, demands something.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The words that report it.
    pub cue: Cue,
    /// Who says it, as the fullest noun phrase; `None` where nobody is named or only the verb holds the subject.
    pub source: Option<Span>,
    /// Names by which the source is known: its surface, its canonical Arabic name, its English label. Also given where
    /// the subject is only in the verb and the text tells who it is.
    pub source_canon: Option<Vec<String>>,
    /// The outlet through which it is reported.
    pub via: Option<Span>,
    /// What is said, quotation marks left out.
    pub content: Span,
    /// Whether in the speaker's own words.
    pub quote: Quote,
    /// Whether the content is asserted.
    pub polarity: Polarity,
    /// Indices of the quantities in the content.
    pub quantities: Vec<usize>,
    /// Indices of the dates in the content.
    pub dates: Vec<usize>,
    /// Indices of the entities in the content.
    pub entities: Vec<usize>,
    /// Indices of the events in the content.
    pub events: Vec<usize>,
    /// The rule that found it.
    pub rule: RuleId,
}

/// The words that report a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// What kind of report they make.
    pub class: Class,
}

/// Kinds of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Class {
    /// قال "said".
    Assert,
    /// نفى "denied".
    Deny,
    /// قدّر "estimated".
    Estimate,
    /// حذّر "warned".
    Warn,
    /// اتهم "accused".
    Accuse,
    /// طالب "demanded".
    Demand,
    /// أعلن "announced".
    Announce,
    /// كشف "revealed".
    Reveal,
    /// وصف "described".
    Describe,
    /// اعتبر "considered".
    Believe,
    /// تبنّى "claimed responsibility".
    ClaimResponsibility,
    /// هدّد "threatened".
    Threaten,
    /// تعهّد "pledged".
    Promise,
    /// تساءل "asked".
    Ask,
}

/// In whose words a claim is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Quote {
    /// The speaker's own, between quotation marks.
    Direct,
    /// The reporter's.
    Indirect,
    /// The reporter's, with some of the speaker's between quotation marks.
    Mixed,
}

/// Whether what is reported is held to be so by its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum Polarity {
    /// It is.
    Asserted,
    /// It is not.
    Denied,
    /// Nobody could verify it.
    Unverified,
    /// It might be: a warning, a condition, a demand.
    Hypothetical,
}

impl Mention for Claim {
    fn span(&self) -> Span {
        self.cue.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
