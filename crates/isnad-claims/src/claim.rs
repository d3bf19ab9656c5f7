//! What is found: claims.

use isnad_text::{Mention, RuleId, Span};

use crate::Named;

/// A reported statement: someone says, denies, estimates, warns, demands something.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Claim {
    /// The words that report it.
    pub cue: Cue,
    /// Who says it, as the fullest noun phrase; `None` where nobody is named or only the verb holds the subject.
    pub source: Option<Span>,
    /// Who that is, by all names. Also given where the subject is only in the verb and the text tells who it is.
    pub speaker: Option<Named>,
    /// The outlet through which it is reported.
    pub via: Option<Span>,
    /// What is said, quotation marks left out.
    pub content: Span,
    /// Index of the claim within whose content it is reported: what the minister thinks, within what the agency says of him.
    /// The innermost, where there are several; `None` where the article itself reports it.
    pub within: Option<usize>,
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
    /// Indices of the counts that it states.
    pub counts: Vec<usize>,
    /// Why the content ends where it does.
    pub ending: Ending,
    /// The rule that found it.
    pub rule: RuleId,
}

/// The words that report a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Cue {
    /// Where they stand.
    pub span: Span,
    /// What kind of report they make.
    pub class: Class,
}

isnad_text::names! {
    /// Kinds of report.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Class {
        /// قال "said".
        Assert = "assert",
        /// نفى "denied".
        Deny = "deny",
        /// قدّر "estimated".
        Estimate = "estimate",
        /// حذّر "warned".
        Warn = "warn",
        /// اتهم "accused".
        Accuse = "accuse",
        /// طالب "demanded".
        Demand = "demand",
        /// أعلن "announced".
        Announce = "announce",
        /// كشف "revealed".
        Reveal = "reveal",
        /// وصف "described".
        Describe = "describe",
        /// اعتبر "considered".
        Believe = "believe",
        /// تبنّى "claimed responsibility".
        ClaimResponsibility = "claim_responsibility",
        /// هدّد "threatened".
        Threaten = "threaten",
        /// تعهّد "pledged".
        Promise = "promise",
        /// تساءل "asked".
        Ask = "ask",
    }
}

isnad_text::names! {
    /// In whose words a claim is given.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    pub enum Quote {
        /// The speaker's own, between quotation marks.
        Direct = "direct",
        /// The reporter's.
        Indirect = "indirect",
        /// The reporter's, with some of the speaker's between quotation marks.
        Mixed = "mixed",
    }
}

isnad_text::names! {
    /// Whether what is reported is held to be so by its source.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Polarity {
        /// It is.
        Asserted = "asserted",
        /// It is not.
        Denied = "denied",
        /// Nobody could verify it.
        Unverified = "unverified",
        /// It might be: a warning, a condition, a demand.
        Hypothetical = "hypothetical",
    }
}

isnad_text::names! {
    /// Why a content ends where it does.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Ending {
        /// The sentence, or a part of it with a stop of its own, ends.
        Sentence = "sentence",
        /// Another cue opens a clause of its own.
        NextCue = "next_cue",
        /// The quotation closes.
        Quotation = "quotation",
        /// A word like بينما "while" opens a clause that is not reported.
        Opener = "opener",
        /// The cue stands behind what is said.
        Cue = "cue",
        /// What is said is no more than a phrase.
        Phrase = "phrase",
    }
}

impl Ending {
    const fn why(self) -> &'static str {
        match self {
            Ending::Sentence => "where the sentence ends",
            Ending::NextCue => "where the next cue opens a clause of its own",
            Ending::Quotation => "where the quotation closes",
            Ending::Opener => "before a word that opens a clause of its own",
            Ending::Cue => "before the cue, which stands behind it",
            Ending::Phrase => "with the phrase that the cue belongs to",
        }
    }
}

impl Claim {
    /// Why it was found, in a paragraph for a person.
    ///
    /// ```
    /// let text = "قال الوزير إن الطريق مغلق."; // "The minister said that the road is closed."
    /// let claim = &isnad_claims::find(text, None).claims[0];
    /// assert_eq!(
    ///     claim.explain(text),
    ///     "«قال» is a cue that asserts (rule claims.verb). Said by «الوزير»: the source beside the cue. What is said, in \
    ///      the reporter's words, is «الطريق مغلق»; it ends where the sentence ends, and is held to be so."
    /// );
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str) -> String {
        let slice = |span: Span| text.get(span.range()).unwrap_or_default();
        let who = match (self.source, &self.speaker) {
            (Some(source), Some(speaker)) => {
                let known = speaker.names.iter().find(|name| *name != slice(source));
                let known = known.map(|name| format!(", known as «{name}»")).unwrap_or_default();
                format!("Said by «{}»{known}: {}.", slice(source), speaker.evidence.why())
            }
            (Some(source), None) => format!("Said by «{}».", slice(source)),
            (None, Some(speaker)) => format!("Said by «{}»: {}.", speaker.name(), speaker.evidence.why()),
            (None, None) => "Nobody is named who says it.".to_string(),
        };
        let via = self.via.map(|via| format!(" Handed on by «{}».", slice(via))).unwrap_or_default();
        let words = match self.quote {
            Quote::Direct => "the speaker's own words",
            Quote::Indirect => "the reporter's words",
            Quote::Mixed => "the reporter's words and some of the speaker's",
        };
        let held = match self.polarity {
            Polarity::Asserted => "held to be so",
            Polarity::Denied => "denied",
            Polarity::Unverified => "not verified",
            Polarity::Hypothetical => "not said to be so yet",
        };
        format!(
            "«{}» is a cue that {} (rule {}). {who}{via} What is said, in {words}, is «{}»; it ends {}, and is {held}.",
            slice(self.cue.span),
            self.cue.class.verb(),
            self.rule,
            slice(self.content),
            self.ending.why()
        )
    }
}

impl Class {
    /// What a cue of this class does, in English.
    const fn verb(self) -> &'static str {
        match self {
            Class::Assert => "asserts",
            Class::Deny => "denies",
            Class::Estimate => "estimates",
            Class::Warn => "warns",
            Class::Accuse => "accuses",
            Class::Demand => "demands",
            Class::Announce => "announces",
            Class::Reveal => "reveals",
            Class::Describe => "describes",
            Class::Believe => "believes",
            Class::ClaimResponsibility => "claims responsibility",
            Class::Threaten => "threatens",
            Class::Promise => "promises",
            Class::Ask => "asks",
        }
    }
}

impl Mention for Claim {
    fn span(&self) -> Span {
        self.cue.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
