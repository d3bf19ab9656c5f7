//! The JSON record: what other programs read, one document a line.
//!
//! [`Document::record`](crate::Document::record) makes it; serialise it with any serde format, and read it back with the same types.
//!
//! Spans are `start` and `end`, offsets into the original text, in bytes of UTF-8 unless another unit was asked for; `text` is
//! always the exact surface. `schema` changes when a field changes its meaning; new fields may come without that.
//!
//! ```
//! use isnad::record::Record;
//! use isnad::text::OffsetUnit;
//!
//! // "The agency said 12 people were killed."
//! let document = isnad::Analyzer::new().analyze("قالت الوكالة إن 12 شخصا قتلوا.");
//! let json = serde_json::to_string(&document.record("a.txt", OffsetUnit::Bytes))?;
//! let record: Record<'_> = serde_json::from_str(&json)?;
//! assert_eq!(record.claims[0].cue.surface.text, "قالت");
//! assert_eq!(record.quantities[0].bounds.low.unwrap().to_f64(), 12.0);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! `record.schema.json` beside this crate's `Cargo.toml` is the JSON Schema of it, made from these types; with the feature
//! `schemars_1` they implement `schemars::JsonSchema`.

mod write;

use std::borrow::Cow;

use isnad_claims::{Class, CountKind, EventKind, Evidence, Polarity, Precision, Quote};
use isnad_dates::{Modifier, TemporalKind};
use isnad_entities::{Confidence, EntityType};
use isnad_numerals::QuantityKind;
use serde::{Deserialize, Serialize};

pub(crate) use write::write;

/// A document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Record<'d> {
    /// Version of this form: 1.
    pub schema: u32,
    /// Id or file name of the document.
    #[serde(borrow)]
    pub doc: Cow<'d, str>,
    /// Date, or RFC 3339 date-time, that relative dates were resolved against.
    pub reference: Option<String>,
    /// Sentences.
    pub sentences: Vec<Place>,
    /// Quantities that are not part of a date.
    pub quantities: Vec<Quantity<'d>>,
    /// Dates, times, durations and sets.
    pub dates: Vec<Temporal<'d>>,
    /// Named entities.
    pub entities: Vec<Entity<'d>>,
    /// Who said what.
    pub claims: Vec<Claim<'d>>,
    /// What happened.
    pub events: Vec<Event<'d>>,
    /// To how many.
    pub counts: Vec<Count<'d>>,
    /// What in the text may deceive the eye; left out where nothing does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suspicious: Vec<Suspicious<'d>>,
}

/// Where something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
pub struct Place {
    /// Offset of its beginning.
    pub start: usize,
    /// Offset of its end.
    pub end: usize,
}

/// Where something stands, and what is written there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
pub struct Surface<'d> {
    /// Offset of its beginning.
    pub start: usize,
    /// Offset of its end.
    pub end: usize,
    /// The exact surface.
    #[serde(borrow)]
    pub text: Cow<'d, str>,
}

/// Where something stands, and the rule that found it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
pub struct Found<'d> {
    /// Offset of its beginning.
    pub start: usize,
    /// Offset of its end.
    pub end: usize,
    /// The exact surface.
    #[serde(borrow)]
    pub text: Cow<'d, str>,
    /// Name of the rule.
    #[serde(borrow)]
    pub rule: Cow<'d, str>,
}

/// A JSON number: an integer where it is one, else the nearest double.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Amount {
    /// An integer of at most 2^53.
    Integer(i64),
    /// Anything else.
    Double(f64),
}

/// Lower and upper bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Bounds {
    /// The lower bound; null where only an upper bound is stated.
    pub low: Option<Amount>,
    /// The upper bound; equal to `low` for a point value.
    pub high: Option<Amount>,
    /// The exact value, or low and high, where a double cannot hold it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// Whether the text says about.
    #[serde(default)]
    pub approx: bool,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Quantity<'d> {
    /// Where, and by which rule.
    #[serde(flatten, borrow)]
    pub found: Found<'d>,
    /// What it measures.
    pub kind: QuantityKind,
    /// How much.
    #[serde(flatten)]
    pub bounds: Bounds,
    /// ISO 4217 code of a currency, or short English name of a unit.
    pub unit: Option<Cow<'d, str>>,
    /// What an ambiguous unit may be, where nothing in the text decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unit_candidates: Vec<String>,
    /// Whether a dual noun carries it.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub dual: bool,
}

/// A temporal expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Temporal<'d> {
    /// Where, and by which rule.
    #[serde(flatten, borrow)]
    pub found: Found<'d>,
    /// What it is.
    pub kind: TemporalKind,
    /// TIMEX3 value.
    pub value: String,
    /// Which part of the value is meant.
    #[serde(rename = "mod")]
    pub modifier: Option<Modifier>,
    /// The Hijri value, where the text gives a Hijri date.
    pub hijri: Option<String>,
    /// EDTF value, where there is one.
    pub edtf: Option<String>,
    /// What is wrong with the date as written: `impossible` (30 February), `weekday` (it is another day of the week),
    /// `month_names` (the two names are of two months), `calendars N` (the Hijri and the Gregorian date are N days apart),
    /// `outside_table` (the Hijri date was reckoned by arithmetic).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
}

/// A named entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity<'d> {
    /// Where, and by which rule.
    #[serde(flatten, borrow)]
    pub found: Found<'d>,
    /// What it is.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Canonical id, shared by all mentions of the same thing.
    pub id: Option<Cow<'d, str>>,
    /// Canonical Arabic name.
    pub name: Option<Cow<'d, str>>,
    /// English label.
    pub label: Option<Cow<'d, str>>,
    /// What speaks for it: `low` (its letters or its place alone), `medium` (the gazetteer or the words around it), `high`.
    pub confidence: Confidence,
}

/// The words that report a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Cue<'d> {
    /// Where.
    #[serde(flatten, borrow)]
    pub surface: Surface<'d>,
    /// What kind of report they make.
    pub class: Class,
}

/// A reported statement. The last four fields are indices into the lists of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Claim<'d> {
    /// The words that report it.
    #[serde(borrow)]
    pub cue: Cue<'d>,
    /// Who says it; null where nobody is named.
    pub source: Option<Surface<'d>>,
    /// Names of who says it: surface, canonical Arabic name, English label.
    pub source_canon: Option<Vec<Cow<'d, str>>>,
    /// The outlet through which it is reported.
    pub via: Option<Surface<'d>>,
    /// What is said.
    pub content: Surface<'d>,
    /// The claim within whose content it is reported.
    #[serde(default)]
    pub within: Option<usize>,
    /// In whose words.
    pub quote: Quote,
    /// Whether its source holds it to be so.
    pub polarity: Polarity,
    /// Name of the rule.
    pub rule: Cow<'d, str>,
    /// Quantities in the content.
    pub quantities: Vec<usize>,
    /// Dates in the content.
    pub dates: Vec<usize>,
    /// Entities in the content.
    pub entities: Vec<usize>,
    /// Events in the content.
    pub events: Vec<usize>,
    /// Counts that it states.
    #[serde(default)]
    pub counts: Vec<usize>,
}

/// An event. Names are lists as in [`Claim::source_canon`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Event<'d> {
    /// Where, and by which rule.
    #[serde(flatten, borrow)]
    pub found: Found<'d>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EventKind,
    /// Who did it.
    pub agent: Option<Vec<Cow<'d, str>>>,
    /// Whom or what it befell.
    pub target: Option<Vec<Cow<'d, str>>>,
    /// Where.
    pub place: Option<Vec<Cow<'d, str>>>,
    /// When, as TIMEX3.
    pub date: Option<Cow<'d, str>>,
    /// Indices of its counts.
    pub counts: Vec<usize>,
}

/// A stated number of people or attacks. Names are lists as in [`Claim::source_canon`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Count<'d> {
    /// Where, and by which rule.
    #[serde(flatten, borrow)]
    pub found: Found<'d>,
    /// What happened to those counted.
    #[serde(rename = "type")]
    pub kind: CountKind,
    /// How many.
    #[serde(flatten)]
    pub bounds: Bounds,
    /// Whether it is a part of the count before it.
    pub part: bool,
    /// Who is counted.
    pub object: Option<Cow<'d, str>>,
    /// Who did it.
    pub agent: Option<Vec<Cow<'d, str>>>,
    /// Where.
    pub place: Option<Vec<Cow<'d, str>>>,
    /// When, as TIMEX3, from the text of the event.
    pub date: Option<Cow<'d, str>>,
    /// When, where only the context gives it.
    pub date_inferred: Option<Cow<'d, str>>,
    /// Who states it; null for the article itself.
    pub source_canon: Option<Vec<Cow<'d, str>>>,
    /// Index of the claim that states it.
    pub claim: Option<usize>,
    /// Index of the event that governs it.
    #[serde(default)]
    pub event: Option<usize>,
    /// Index of its quantity; null where a noun counts by itself.
    #[serde(default)]
    pub quantity: Option<usize>,
    /// What in the text says who, where and when.
    #[serde(default)]
    pub evidence: Reasons,
}

/// What in the text says who did it, where and when; null where it does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reasons {
    /// Of the agent.
    pub agent: Option<Evidence>,
    /// Of the place.
    pub place: Option<Evidence>,
    /// Of the date.
    pub date: Option<Evidence>,
    /// How much the date says.
    pub precision: Option<Precision>,
}

/// What may deceive the eye.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Suspicious<'d> {
    /// Where; the text may hold nothing that can be seen.
    #[serde(flatten, borrow)]
    pub surface: Surface<'d>,
    /// How it deceives.
    pub kind: crate::Deception,
}

impl Amount {
    /// As a double.
    ///
    /// ```
    /// assert_eq!(isnad::record::Amount::Integer(3).to_f64(), 3.0);
    /// ```
    #[must_use]
    pub const fn to_f64(self) -> f64 {
        match self {
            Amount::Integer(n) => n as f64,
            Amount::Double(n) => n,
        }
    }
}
