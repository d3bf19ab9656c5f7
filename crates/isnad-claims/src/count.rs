//! What is found: counts.

use isnad_numerals::Number;
use isnad_text::{Mention, RuleId, Span};

#[cfg(doc)]
use crate::Evidence;
use crate::{Claim, Named, When};

/// A stated number of people or attacks in an event or state.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Count {
    /// The number, or the noun that carries it.
    pub span: Span,
    /// What happened to those counted.
    pub kind: CountKind,
    /// Lower bound.
    pub low: Option<Number>,
    /// Upper bound.
    pub high: Option<Number>,
    /// Whether the text says about.
    pub approx: bool,
    /// Whether it is a part of a count before it (بينهم ثلاثة أطفال "among them three children").
    pub part: bool,
    /// Who or what is counted.
    pub object: Option<Span>,
    /// Who did it.
    pub agent: Option<Named>,
    /// Where it happened.
    pub place: Option<Named>,
    /// When it happened; with [`Evidence::Reference`] where only the date of the article gives it.
    pub date: Option<When>,
    /// The event word that governs it; `None` where the noun alone says what happened.
    pub trigger: Option<Span>,
    /// Index of its quantity; `None` where a noun counts by itself.
    pub quantity: Option<usize>,
    /// Index of the event that governs it.
    pub event: Option<usize>,
    /// Index of the claim that states it; `None` for the article itself.
    pub claim: Option<usize>,
    /// The rule that found it.
    pub rule: RuleId,
}

isnad_text::names! {
    /// What happened to those who are counted.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum CountKind {
        /// Killed or died.
        Killed = "killed",
        /// Wounded.
        Wounded = "wounded",
        /// Missing.
        Missing = "missing",
        /// Arrested (an event).
        Arrested = "arrested",
        /// Held (a state).
        Held = "held",
        /// Escaped.
        Escaped = "escaped",
        /// Freed.
        Freed = "freed",
        /// Kidnapped.
        Kidnapped = "kidnapped",
        /// Surrendered.
        Surrendered = "surrendered",
        /// Displaced.
        Displaced = "displaced",
        /// Infected.
        Infected = "infected",
        /// Strength of a non-state armed group.
        Fighters = "fighters",
        /// State forces present, sent or withdrawn.
        Troops = "troops",
        /// Protesters.
        Protesters = "protesters",
        /// Attacks.
        Attacks = "attacks",
        /// Any other count of people.
        People = "people",
    }
}

impl Count {
    /// Why it was found, in a paragraph for a person. `claims` are those of the same text.
    ///
    /// ```
    /// let text = "قتلت جماعة مسلحة 12 شخصا."; // "An armed group killed 12 people."
    /// let article = isnad_claims::find(text, None);
    /// assert_eq!(
    ///     article.counts[0].explain(text, &article.claims),
    ///     "«12» of «شخصا» are counted as killed, for «قتلت» governs them (rule claims.count.event). Done by \
    ///      «جماعة مسلحة»: the subject of the verb. The text says neither where nor when. Stated by the article itself."
    /// );
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str, claims: &[Claim]) -> String {
        let slice = |span: Span| text.get(span.range()).unwrap_or_default();
        let about = if self.approx { "about " } else { "" };
        let bounds = match (self.low, self.high) {
            (Some(low), Some(high)) if low != high => format!(", from {low} to {high},"),
            (Some(low), None) => format!(", at least {low},"),
            (None, Some(high)) => format!(", at most {high},"),
            _ => String::new(),
        };
        let object = self.object.map(|o| format!(" of «{}»", slice(o))).unwrap_or_default();
        let part = if self.part { ", as a part of the count before" } else { "" };
        let governed = match self.trigger {
            Some(word) => format!(", for «{}» governs them", slice(word)),
            None => ", by the noun alone".to_string(),
        };
        let kind = self.kind.name();
        let rule = &self.rule;
        let mut out = format!(
            "{about}«{}»{bounds}{object} are counted as {kind}{part}{governed} (rule {rule}).",
            slice(self.span)
        );
        if let Some(agent) = &self.agent {
            out += &format!(" Done by «{}»: {}.", agent.name(), agent.evidence.why());
        }
        if let Some(place) = &self.place {
            out += &format!(" In «{}»: {}.", place.name(), place.evidence.why());
        }
        if let Some(when) = &self.date {
            let (value, precision, why) = (&when.value, when.precision.name(), when.evidence.why());
            out += &format!(" On {value}, {precision}: {why}.");
        }
        out += match (&self.place, &self.date) {
            (None, None) => " The text says neither where nor when.",
            (None, _) => " The text does not say where.",
            (_, None) => " The text does not say when.",
            _ => "",
        };
        let claim = self.claim.and_then(|i| claims.get(i));
        out + &match (claim.map(|c| (c, c.speaker.as_ref())), self.claim) {
            (Some((claim, Some(speaker))), _) => {
                format!(" Stated by «{}» with «{}».", speaker.name(), slice(claim.cue.span))
            }
            (Some((claim, None)), _) => {
                format!(" Stated with «{}», by nobody who is named.", slice(claim.cue.span))
            }
            (None, Some(_)) => " Stated in a claim.".to_string(),
            (None, None) => " Stated by the article itself.".to_string(),
        }
    }
}

impl CountKind {
    /// Its name in English.
    const fn name(self) -> &'static str {
        match self {
            CountKind::Killed => "killed",
            CountKind::Wounded => "wounded",
            CountKind::Missing => "missing",
            CountKind::Arrested => "arrested",
            CountKind::Held => "held",
            CountKind::Escaped => "escaped",
            CountKind::Freed => "freed",
            CountKind::Kidnapped => "kidnapped",
            CountKind::Surrendered => "surrendered",
            CountKind::Displaced => "displaced",
            CountKind::Infected => "infected",
            CountKind::Fighters => "fighters",
            CountKind::Troops => "troops",
            CountKind::Protesters => "protesters",
            CountKind::Attacks => "attacks",
            CountKind::People => "people",
        }
    }
}

impl Mention for Count {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
