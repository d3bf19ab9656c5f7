//! What is found: entities.

use core::ops::Range;
use std::borrow::Cow;

use isnad_text::{Mention, RuleId, Span};

/// A named entity in a text.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Entity {
    /// Where it stands.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub entity_type: EntityType,
    /// Canonical id: of the gazetteer (`iso:IQ` a country, `geonames:99072` a place, `isnad:org/…` one of Isnad's own), or made
    /// from the name for things that no gazetteer holds (`per:سامر-الخطيب`). Mentions of one
    /// thing in one text share it.
    pub id: Option<Cow<'static, str>>,
    /// Canonical Arabic name, where the gazetteer has one, else the fullest mention.
    pub name: Option<Cow<'static, str>>,
    /// English label, where the gazetteer has one.
    pub label: Option<Cow<'static, str>>,
    /// The country it belongs to (ISO 3166-1 alpha-2), where the gazetteer says so.
    pub country: Option<Cow<'static, str>>,
    /// What speaks for it.
    pub confidence: Confidence,
    /// The rule that found it.
    pub rule: RuleId,
    /// The priority of that rule.
    pub priority: i32,
}

isnad_text::names! {
    /// What speaks for an entity. It counts kinds of evidence, each of which can be looked at; it is no probability.
    ///
    /// | | The gazetteer holds the name | It does not |
    /// |---|---|---|
    /// | and the words around it, or in it, say what it is | high | medium |
    /// | nothing else says so | medium; high from two words on | low |
    ///
    /// Words that say what a thing is: a title, verb or head that the rule asks for (العقيد "Colonel", مدينة "city"), the
    /// head noun that a name begins with (وزارة "ministry"), a listed given name before further names. A short form has at
    /// most medium; a name believed because the text names the thing in full as well has high.
    ///
    /// ```
    /// use isnad_entities::{Confidence, find};
    /// assert_eq!(find("في بغداد")[0].confidence, Confidence::Medium);
    /// assert_eq!(find("في مدينة بغداد")[0].confidence, Confidence::High); // "in the city of Baghdad"
    /// ```
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    pub enum Confidence {
        /// Only its letters or its place in the sentence look like a name.
        Low = "low",
        /// One kind of evidence.
        Medium = "medium",
        /// Two kinds of evidence.
        High = "high",
    }
}

isnad_text::names! {
    /// What an entity is. Where each begins and ends is said in the crate's documentation.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum EntityType {
        /// A person, without title.
        Person = "PER",
        /// An organisation, armed group, government body, media outlet, party.
        Organisation = "ORG",
        /// A country, city, region, river, desert.
        Location = "LOC",
        /// A named building, prison, dam, base, market, crossing.
        Facility = "FAC",
        /// A people, sect or nationality, used as a noun.
        Group = "NORP",
        /// A named event.
        Event = "EVENT",
    }
}

impl Mention for Entity {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }

    fn priority(&self) -> i32 {
        self.priority
    }
}
