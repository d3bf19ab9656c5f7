//! What is found: events.

use isnad_text::{Mention, RuleId, Span};

use crate::{Named, When};

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Event {
    /// The words that tell it.
    pub span: Span,
    /// What it is.
    pub kind: EventKind,
    /// Who did it.
    pub agent: Option<Named>,
    /// Whom or what it befell.
    pub target: Option<Named>,
    /// Where.
    pub place: Option<Named>,
    /// When.
    pub date: Option<When>,
    /// Indices of its counts.
    pub counts: Vec<usize>,
    /// The rule that found it.
    pub rule: RuleId,
}

isnad_text::names! {
    /// Kinds of event.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum EventKind {
        /// An attack of any kind.
        Attack = "attack",
        /// Killing or death.
        Killing = "killing",
        /// Wounding.
        Wounding = "wounding",
        /// Arrest.
        Arrest = "arrest",
        /// Detention (a state).
        Detention = "detention",
        /// Release.
        Release = "release",
        /// Escape.
        Escape = "escape",
        /// Kidnapping.
        Kidnapping = "kidnapping",
        /// Surrender.
        Surrender = "surrender",
        /// Displacement.
        Displacement = "displacement",
        /// Infection.
        Infection = "infection",
        /// Protest.
        Protest = "protest",
        /// Deployment of forces.
        Deployment = "deployment",
        /// Withdrawal.
        Withdrawal = "withdrawal",
        /// Going missing.
        Disappearance = "disappearance",
        /// An explosion.
        Bombing = "bombing",
        /// Fighting of two sides.
        Clash = "clash",
        /// Shelling and rocket fire.
        Shelling = "shelling",
        /// A raid from the air.
        AirStrike = "air_strike",
        /// An earthquake, a flood.
        Disaster = "disaster",
        /// A crash, a fire.
        Accident = "accident",
        /// A sentence of a court.
        Ruling = "ruling",
        /// A vote or an election.
        Vote = "vote",
        /// An agreement or a truce.
        Agreement = "agreement",
        /// Recovery from an illness.
        Recovery = "recovery",
        /// A number or price that rose.
        Rise = "rise",
        /// A number or price that fell.
        Fall = "fall",
        /// A number or price that came to so much.
        Amount = "amount",
        /// A statement, a speech, a press conference.
        Statement = "statement",
    }
}

impl Event {
    /// Why it was found, in a paragraph for a person.
    ///
    /// ```
    /// let text = "اعتقلت الشرطة سبعة أشخاص في بغداد."; // "The police arrested seven people in Baghdad."
    /// let event = &isnad_claims::find(text, None).events[0];
    /// assert_eq!(
    ///     event.explain(text),
    ///     "«اعتقلت» tells an arrest (rule claims.event.frame). Done by «الشرطة»: the subject of the verb. In «بغداد»: in \
    ///      the same clause. 1 count goes with it."
    /// );
    /// ```
    #[must_use]
    pub fn explain(&self, text: &str) -> String {
        let told = text.get(self.span.range()).unwrap_or_default();
        let mut out = format!("«{told}» tells {} (rule {}).", self.kind.name(), self.rule);
        for (how, named) in [("Done by", &self.agent), ("It befell", &self.target), ("In", &self.place)] {
            if let Some(named) = named {
                out += &format!(" {how} «{}»: {}.", named.name(), named.evidence.why());
            }
        }
        if let Some(when) = &self.date {
            out += &format!(" On {}, {}: {}.", when.value, when.precision.name(), when.evidence.why());
        }
        match self.counts.len() {
            0 => {}
            1 => out += " 1 count goes with it.",
            n => out += &format!(" {n} counts go with it."),
        }
        out
    }
}

impl EventKind {
    /// Its name in English, with the article.
    const fn name(self) -> &'static str {
        match self {
            EventKind::Attack => "an attack",
            EventKind::Killing => "a killing or death",
            EventKind::Wounding => "a wounding",
            EventKind::Arrest => "an arrest",
            EventKind::Detention => "a detention",
            EventKind::Release => "a release",
            EventKind::Escape => "an escape",
            EventKind::Kidnapping => "a kidnapping",
            EventKind::Surrender => "a surrender",
            EventKind::Displacement => "a displacement",
            EventKind::Infection => "an infection",
            EventKind::Protest => "a protest",
            EventKind::Deployment => "a deployment",
            EventKind::Withdrawal => "a withdrawal",
            EventKind::Disappearance => "a disappearance",
            EventKind::Bombing => "an explosion",
            EventKind::Clash => "a clash",
            EventKind::Shelling => "shelling",
            EventKind::AirStrike => "an air strike",
            EventKind::Disaster => "a disaster",
            EventKind::Accident => "an accident",
            EventKind::Ruling => "a ruling",
            EventKind::Vote => "a vote",
            EventKind::Agreement => "an agreement",
            EventKind::Statement => "a statement",
            EventKind::Recovery => "a recovery",
            EventKind::Rise => "a rise",
            EventKind::Fall => "a fall",
            EventKind::Amount => "an amount",
        }
    }
}

impl Mention for Event {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
