//! What is found: events.

use isnad_text::{Mention, RuleId, Span};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The words that tell it.
    pub span: Span,
    /// What it is.
    pub event_type: EventType,
    /// Names of who did it.
    pub agent: Option<Vec<String>>,
    /// Names of whom or what it befell.
    pub target: Option<Vec<String>>,
    /// Names of where.
    pub place: Option<Vec<String>>,
    /// TIMEX3 value of when.
    pub date: Option<String>,
    /// Indices of its counts.
    pub counts: Vec<usize>,
    /// The rule that found it.
    pub rule: RuleId,
}

/// Kinds of event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[non_exhaustive]
pub enum EventType {
    /// An attack of any kind.
    Attack,
    /// Killing or death.
    Killing,
    /// Wounding.
    Wounding,
    /// Arrest.
    Arrest,
    /// Detention (a state).
    Detention,
    /// Release.
    Release,
    /// Escape.
    Escape,
    /// Kidnapping.
    Kidnapping,
    /// Surrender.
    Surrender,
    /// Displacement.
    Displacement,
    /// Infection.
    Infection,
    /// Protest.
    Protest,
    /// Deployment of forces.
    Deployment,
    /// Withdrawal.
    Withdrawal,
    /// Going missing.
    Disappearance,
    /// An explosion.
    Bombing,
    /// Fighting of two sides.
    Clash,
    /// Shelling and rocket fire.
    Shelling,
    /// A raid from the air.
    AirStrike,
    /// An earthquake, a flood.
    Disaster,
    /// A crash, a fire.
    Accident,
    /// A sentence of a court.
    Ruling,
    /// A vote or an election.
    Vote,
    /// An agreement or a truce.
    Agreement,
    /// Recovery from an illness.
    Recovery,
    /// A number or price that rose.
    Rise,
    /// A number or price that fell.
    Fall,
}

impl Mention for Event {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
