//! The JSON record: what other programs read.
//!
//! The fields are those of the serialised form, in its order; `schema` changes when one of them changes its meaning.

use isnad_text::{Mention, OffsetIndex, OffsetUnit, Span};
use serde::{Serialize, Serializer};

use crate::Document;

/// A document as the JSON record of the project (schema 1). It is made to be serialised.
///
/// `start` and `end` are offsets into the original text, in bytes unless another unit was asked for; `text` is always
/// the exact surface.
#[derive(Debug, Serialize)]
pub struct Record<'d> {
    schema: u32,
    doc: &'d str,
    #[cfg(feature = "dates")]
    reference: Option<String>,
    sentences: Vec<Place>,
    #[cfg(feature = "numerals")]
    quantities: Vec<Quantity<'d>>,
    #[cfg(feature = "dates")]
    dates: Vec<Temporal<'d>>,
    #[cfg(feature = "entities")]
    entities: Vec<Entity<'d>>,
    #[cfg(feature = "claims")]
    claims: Vec<Claim<'d>>,
    #[cfg(feature = "claims")]
    events: Vec<Event<'d>>,
    #[cfg(feature = "claims")]
    counts: Vec<Count<'d>>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Place {
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Surface<'d> {
    start: usize,
    end: usize,
    text: &'d str,
}

/// What every mention has.
#[derive(Debug, Serialize)]
struct Found<'d> {
    start: usize,
    end: usize,
    text: &'d str,
    rule: &'d str,
}

/// A number as a JSON number: an integer where that is exact, else the nearest double.
#[cfg(feature = "numerals")]
#[derive(Clone, Copy, Debug)]
struct Amount(isnad_numerals::Number);

#[cfg(feature = "numerals")]
impl Amount {
    /// Whether a JSON number, read as a double, holds it exactly.
    fn is_exact(self) -> bool {
        const LARGEST: u128 = 1 << 53;
        let number = self.0;
        // A decimal of up to 15 digits survives the way through a double.
        let ends = !number.to_string().contains('/');
        ends && number.numerator().unsigned_abs() <= LARGEST && number.denominator() <= 1_000_000_000_000_000
    }
}

#[cfg(feature = "numerals")]
impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.to_i64() {
            Some(whole) if self.is_exact() => serializer.serialize_i64(whole),
            _ => serializer.serialize_f64(self.0.to_f64()),
        }
    }
}

/// Bounds, with their exact form where JSON has none.
#[cfg(feature = "numerals")]
#[derive(Debug, Serialize)]
struct Bounds {
    low: Option<Amount>,
    high: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
    approx: bool,
}

#[cfg(feature = "numerals")]
impl Bounds {
    fn new(
        low: Option<isnad_numerals::Number>,
        high: Option<isnad_numerals::Number>,
        approx: bool,
    ) -> Bounds {
        let (low, high) = (low.map(Amount), high.map(Amount));
        let all = [low, high];
        let exact = all.iter().flatten().any(|a| !a.is_exact()).then(|| match (low, high) {
            (Some(a), Some(b)) if a.0 == b.0 => a.0.to_string(),
            (a, b) => {
                let side = |n: Option<Amount>| n.map_or("..".to_string(), |n| n.0.to_string());
                format!("{} {}", side(a), side(b))
            }
        });
        Bounds { low, high, exact, approx }
    }
}

#[cfg(feature = "numerals")]
#[derive(Debug, Serialize)]
struct Quantity<'d> {
    #[serde(flatten)]
    found: Found<'d>,
    kind: isnad_numerals::QuantityKind,
    #[serde(flatten)]
    bounds: Bounds,
    unit: Option<&'d str>,
    /// What an ambiguous unit may be, where nothing in the text decides.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unit_candidates: &'d [&'d str],
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    dual: bool,
}

#[cfg(feature = "dates")]
#[derive(Debug, Serialize)]
struct Temporal<'d> {
    #[serde(flatten)]
    found: Found<'d>,
    kind: isnad_dates::TemporalKind,
    value: String,
    #[serde(rename = "mod")]
    modifier: Option<isnad_dates::Modifier>,
    hijri: Option<String>,
    edtf: Option<String>,
}

#[cfg(feature = "entities")]
#[derive(Debug, Serialize)]
struct Entity<'d> {
    #[serde(flatten)]
    found: Found<'d>,
    #[serde(rename = "type")]
    entity_type: isnad_entities::EntityType,
    id: Option<&'d str>,
    name: Option<&'d str>,
    label: Option<&'d str>,
}

#[cfg(feature = "claims")]
#[derive(Debug, Serialize)]
struct Cue<'d> {
    #[serde(flatten)]
    surface: Surface<'d>,
    class: isnad_claims::Class,
}

#[cfg(feature = "claims")]
#[derive(Debug, Serialize)]
struct Claim<'d> {
    cue: Cue<'d>,
    source: Option<Surface<'d>>,
    source_canon: Option<&'d [String]>,
    via: Option<Surface<'d>>,
    content: Surface<'d>,
    quote: isnad_claims::Quote,
    polarity: isnad_claims::Polarity,
    rule: &'d str,
    quantities: &'d [usize],
    dates: &'d [usize],
    entities: &'d [usize],
    events: &'d [usize],
}

#[cfg(feature = "claims")]
#[derive(Debug, Serialize)]
struct Event<'d> {
    #[serde(flatten)]
    found: Found<'d>,
    #[serde(rename = "type")]
    event_type: isnad_claims::EventType,
    agent: Option<&'d [String]>,
    target: Option<&'d [String]>,
    place: Option<&'d [String]>,
    date: Option<&'d str>,
    counts: &'d [usize],
}

#[cfg(feature = "claims")]
#[derive(Debug, Serialize)]
struct Count<'d> {
    #[serde(flatten)]
    found: Found<'d>,
    #[serde(rename = "type")]
    count_type: isnad_claims::CountType,
    #[serde(flatten)]
    bounds: Bounds,
    part: bool,
    object: Option<&'d str>,
    agent: Option<&'d [String]>,
    place: Option<&'d [String]>,
    date: Option<&'d str>,
    date_inferred: Option<&'d str>,
    source_canon: Option<&'d [String]>,
    claim: Option<usize>,
}

/// Writes spans in the unit that was asked for.
struct Writer<'d> {
    document: &'d Document<'d>,
    offsets: OffsetIndex<'d>,
}

impl<'d> Writer<'d> {
    fn place(&self, span: Span) -> Place {
        Place { start: self.offsets.get(span.start), end: self.offsets.get(span.end) }
    }

    #[cfg_attr(not(feature = "claims"), allow(dead_code))]
    fn surface(&self, span: Span) -> Surface<'d> {
        let Place { start, end } = self.place(span);
        Surface { start, end, text: self.document.text.slice(span) }
    }

    #[cfg_attr(not(any(feature = "numerals", feature = "entities")), allow(dead_code))]
    fn found(&self, mention: &'d impl Mention) -> Found<'d> {
        let Surface { start, end, text } = self.surface(mention.span());
        Found { start, end, text, rule: mention.rule().as_str() }
    }
}

impl<'d> Record<'d> {
    pub(crate) fn new(document: &'d Document<'d>, doc: &'d str, unit: OffsetUnit) -> Record<'d> {
        let w = Writer { document, offsets: OffsetIndex::new(document.text.source(), unit) };
        Record {
            schema: 1,
            doc,
            #[cfg(feature = "dates")]
            reference: document.reference.map(|r| r.to_string()),
            sentences: document.text.sentences().iter().map(|s| w.place(s.span)).collect(),
            #[cfg(feature = "numerals")]
            quantities: document.quantities.iter().map(|q| w.quantity(q)).collect(),
            #[cfg(feature = "dates")]
            dates: document.dates.iter().map(|d| w.temporal(d)).collect(),
            #[cfg(feature = "entities")]
            entities: document.entities.iter().map(|e| w.entity(e)).collect(),
            #[cfg(feature = "claims")]
            claims: document.claims.iter().map(|c| w.claim(c)).collect(),
            #[cfg(feature = "claims")]
            events: document.events.iter().map(|e| w.event(e)).collect(),
            #[cfg(feature = "claims")]
            counts: document.counts.iter().map(|c| w.count(c)).collect(),
        }
    }
}

#[cfg(feature = "numerals")]
impl<'d> Writer<'d> {
    fn quantity(&self, q: &'d isnad_numerals::Quantity) -> Quantity<'d> {
        Quantity {
            found: self.found(q),
            kind: q.kind,
            bounds: Bounds::new(q.low, q.high, q.approx),
            unit: q.unit.as_ref().map(isnad_numerals::Unit::as_str),
            unit_candidates: q.candidates,
            dual: q.dual,
        }
    }
}

#[cfg(feature = "dates")]
impl<'d> Writer<'d> {
    fn temporal(&self, d: &'d isnad_dates::TemporalExpression) -> Temporal<'d> {
        Temporal {
            found: self.found(d),
            kind: d.kind,
            value: d.timex3(),
            modifier: d.modifier,
            hijri: d.hijri(),
            edtf: d.edtf(),
        }
    }
}

#[cfg(feature = "entities")]
impl<'d> Writer<'d> {
    fn entity(&self, e: &'d isnad_entities::Entity) -> Entity<'d> {
        Entity {
            found: self.found(e),
            entity_type: e.entity_type,
            id: e.id.as_deref(),
            name: e.name.as_deref(),
            label: e.label.as_deref(),
        }
    }
}

#[cfg(feature = "claims")]
impl<'d> Writer<'d> {
    fn claim(&self, c: &'d isnad_claims::Claim) -> Claim<'d> {
        Claim {
            cue: Cue { surface: self.surface(c.cue.span), class: c.cue.class },
            source: c.source.map(|s| self.surface(s)),
            source_canon: c.source_canon.as_deref(),
            via: c.via.map(|s| self.surface(s)),
            content: self.surface(c.content),
            quote: c.quote,
            polarity: c.polarity,
            rule: c.rule.as_str(),
            quantities: &c.quantities,
            dates: &c.dates,
            entities: &c.entities,
            events: &c.events,
        }
    }

    fn event(&self, e: &'d isnad_claims::Event) -> Event<'d> {
        Event {
            found: self.found(e),
            event_type: e.event_type,
            agent: e.agent.as_deref(),
            target: e.target.as_deref(),
            place: e.place.as_deref(),
            date: e.date.as_deref(),
            counts: &e.counts,
        }
    }

    fn count(&self, c: &'d isnad_claims::Count) -> Count<'d> {
        Count {
            found: self.found(c),
            count_type: c.count_type,
            bounds: Bounds::new(c.low, c.high, c.approx),
            part: c.part,
            object: c.object.map(|o| self.document.text.slice(o)),
            agent: c.agent.as_deref(),
            place: c.place.as_deref(),
            date: c.date.as_deref(),
            date_inferred: c.date_inferred.as_deref(),
            source_canon: c.source_canon.as_deref(),
            claim: c.claim,
        }
    }
}
