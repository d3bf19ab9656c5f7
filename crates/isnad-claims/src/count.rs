//! What is found: counts.

use isnad_numerals::Number;
use isnad_text::{Mention, RuleId, Span};

/// A stated number of people or attacks in an event or state.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Count {
    /// The number, or the noun that carries it.
    pub span: Span,
    /// What happened to those counted.
    pub count_type: CountType,
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
    /// Names of who did it.
    pub agent: Option<Vec<String>>,
    /// Names of where it happened.
    pub place: Option<Vec<String>>,
    /// TIMEX3 value of when it happened, from the text of the event.
    pub date: Option<String>,
    /// The date, where only the dateline or the context gives it.
    pub date_inferred: Option<String>,
    /// Names of who states it; `None` for the article itself.
    pub source_canon: Option<Vec<String>>,
    /// Index of the claim that states it.
    pub claim: Option<usize>,
    /// The rule that found it.
    pub rule: RuleId,
}

/// What happened to those who are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum CountType {
    /// Killed or died.
    Killed,
    /// Wounded.
    Wounded,
    /// Missing.
    Missing,
    /// Arrested (an event).
    Arrested,
    /// Held (a state).
    Held,
    /// Escaped.
    Escaped,
    /// Freed.
    Freed,
    /// Kidnapped.
    Kidnapped,
    /// Surrendered.
    Surrendered,
    /// Displaced.
    Displaced,
    /// Infected.
    Infected,
    /// Strength of a non-state armed group.
    Fighters,
    /// State forces present, sent or withdrawn.
    Troops,
    /// Protesters.
    Protesters,
    /// Attacks.
    Attacks,
    /// Any other count of people.
    People,
}

impl Count {
    /// Why it was found, in a paragraph for a person.
    ///
    /// ```
    /// let text = "قتلت جماعة مسلحة 12 شخصا."; // "An armed group killed 12 people."
    /// let count = &isnad_claims::find(text, None).counts[0];
    /// assert_eq!(
    ///     count.explain(text),
    ///     "The rule claims.count.event reads «12» (شخصا) as Killed; by جماعة مسلحة; place, date not told; stated by the article itself."
    /// );
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str) -> String {
        let slice = |span: Span| text.get(span.range()).unwrap_or_default();
        let first = |names: &Option<Vec<String>>| names.as_ref().and_then(|n| n.first().cloned());
        let slots = [
            ("by", first(&self.agent), "agent"),
            ("in", first(&self.place), "place"),
            ("on", self.date.clone(), "date"),
        ];
        let told: String = slots
            .iter()
            .filter_map(|(word, value, _)| value.as_ref().map(|v| format!("; {word} {v}")))
            .collect();
        let missing: Vec<&str> = slots.iter().filter(|(_, value, _)| value.is_none()).map(|s| s.2).collect();
        let missing =
            if missing.is_empty() { String::new() } else { format!("; {} not told", missing.join(", ")) };
        let stated = match (self.claim, first(&self.source_canon)) {
            (_, Some(name)) => name,
            (Some(_), None) => "a claim that names nobody".to_string(),
            (None, None) => "the article itself".to_string(),
        };
        let object = self.object.map(|o| format!(" ({})", slice(o))).unwrap_or_default();
        let part = if self.part { ", a part of the count before it" } else { "" };
        format!(
            "The rule {} reads «{}»{object} as {:?}{part}{told}{missing}; stated by {stated}.",
            self.rule,
            slice(self.span),
            self.count_type
        )
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
