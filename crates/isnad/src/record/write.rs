//! Making a record of a document.

use std::borrow::Cow;

use isnad_claims::{Evidence, Named};
use isnad_numerals::Number;
use isnad_text::{Mention, OffsetIndex, OffsetUnit, Span};

use super::{
    Amount, Bounds, Claim, Count, Cue, Entity, Event, Found, Place, Quantity, Reasons, Record, Surface,
    Suspicious, Temporal,
};
use crate::Document;

/// The record of a document, with offsets in the given unit.
pub(crate) fn write<'d>(document: &'d Document<'d>, doc: &'d str, unit: OffsetUnit) -> Record<'d> {
    let w = Writer { document, offsets: OffsetIndex::new(document.text.source(), unit) };
    Record {
        schema: 1,
        doc: Cow::Borrowed(doc),
        reference: document.reference.map(|r| r.to_string()),
        sentences: document.text.sentences().iter().map(|s| w.place(s.span)).collect(),
        quantities: document.quantities.iter().map(|q| w.quantity(q)).collect(),
        dates: document.dates.iter().map(|d| w.temporal(d)).collect(),
        entities: document.entities.iter().map(|e| w.entity(e)).collect(),
        claims: document.claims.iter().map(|c| w.claim(c)).collect(),
        events: document.events.iter().map(|e| w.event(e)).collect(),
        counts: document.counts.iter().map(|c| w.count(c)).collect(),
        suspicious: document
            .suspicious()
            .into_iter()
            .map(|s| Suspicious { surface: w.surface(s.span), kind: s.kind })
            .collect(),
    }
}

struct Writer<'d> {
    document: &'d Document<'d>,
    offsets: OffsetIndex<'d>,
}

impl<'d> Writer<'d> {
    fn place(&self, span: Span) -> Place {
        Place { start: self.offsets.get(span.start), end: self.offsets.get(span.end) }
    }

    fn surface(&self, span: Span) -> Surface<'d> {
        let Place { start, end } = self.place(span);
        Surface { start, end, text: Cow::Borrowed(self.document.text.slice(span)) }
    }

    fn found(&self, mention: &'d impl Mention) -> Found<'d> {
        let Surface { start, end, text } = self.surface(mention.span());
        Found { start, end, text, rule: Cow::Borrowed(mention.rule().as_str()) }
    }

    fn quantity(&self, q: &'d isnad_numerals::Quantity) -> Quantity<'d> {
        Quantity {
            found: self.found(q),
            kind: q.kind,
            bounds: Bounds::new(q.low, q.high, q.approx),
            unit: q.unit.as_ref().map(|u| Cow::Borrowed(u.as_str())),
            unit_candidates: q.unit_candidates.iter().map(|unit| unit.to_string()).collect(),
            dual: q.dual,
        }
    }

    fn temporal(&self, d: &'d isnad_dates::TemporalExpression) -> Temporal<'d> {
        Temporal {
            found: self.found(d),
            kind: d.kind,
            value: d.timex3(),
            modifier: d.modifier,
            hijri: d.hijri(),
            edtf: d.edtf(),
            issue: d.issue.map(|issue| issue.to_string()),
        }
    }

    fn entity(&self, e: &'d isnad_entities::Entity) -> Entity<'d> {
        Entity {
            found: self.found(e),
            entity_type: e.entity_type,
            id: e.id.as_deref().map(Cow::Borrowed),
            name: e.name.as_deref().map(Cow::Borrowed),
            label: e.label.as_deref().map(Cow::Borrowed),
            confidence: e.confidence,
        }
    }

    fn claim(&self, c: &'d isnad_claims::Claim) -> Claim<'d> {
        Claim {
            cue: Cue { surface: self.surface(c.cue.span), class: c.cue.class },
            source: c.source.map(|s| self.surface(s)),
            source_canon: names(c.speaker.as_ref()),
            via: c.via.map(|s| self.surface(s)),
            content: self.surface(c.content),
            within: c.within,
            quote: c.quote,
            polarity: c.polarity,
            rule: Cow::Borrowed(c.rule.as_str()),
            quantities: c.quantities.clone(),
            dates: c.dates.clone(),
            entities: c.entities.clone(),
            events: c.events.clone(),
            counts: c.counts.clone(),
        }
    }

    fn event(&self, e: &'d isnad_claims::Event) -> Event<'d> {
        Event {
            found: self.found(e),
            kind: e.kind,
            agent: names(e.agent.as_ref()),
            target: names(e.target.as_ref()),
            place: names(e.place.as_ref()),
            date: e.date.as_ref().map(|d| Cow::Borrowed(d.value.as_str())),
            counts: e.counts.clone(),
        }
    }

    fn count(&self, c: &'d isnad_claims::Count) -> Count<'d> {
        let is_inferred = |d: &&isnad_claims::When| d.evidence == Evidence::Reference;
        let (inferred, told) =
            (c.date.as_ref().filter(is_inferred), c.date.as_ref().filter(|d| !is_inferred(d)));
        let stated = c.claim.and_then(|i| self.document.claims.get(i));
        Count {
            found: self.found(c),
            kind: c.kind,
            bounds: Bounds::new(c.low, c.high, c.approx),
            part: c.part,
            object: c.object.map(|o| Cow::Borrowed(self.document.text.slice(o))),
            agent: names(c.agent.as_ref()),
            place: names(c.place.as_ref()),
            date: told.map(|d| Cow::Borrowed(d.value.as_str())),
            date_inferred: inferred.map(|d| Cow::Borrowed(d.value.as_str())),
            source_canon: names(stated.and_then(|claim| claim.speaker.as_ref())),
            claim: c.claim,
            event: c.event,
            quantity: c.quantity,
            evidence: Reasons {
                agent: c.agent.as_ref().map(|a| a.evidence),
                place: c.place.as_ref().map(|p| p.evidence),
                date: c.date.as_ref().map(|d| d.evidence),
                precision: c.date.as_ref().map(|d| d.precision),
            },
        }
    }
}

fn names(named: Option<&Named>) -> Option<Vec<Cow<'_, str>>> {
    named.map(|n| n.names.iter().map(|name| Cow::Borrowed(name.as_str())).collect())
}

impl Amount {
    fn new(number: Number) -> Amount {
        match number.to_i64() {
            Some(whole) if is_exact(number) => Amount::Integer(whole),
            _ => Amount::Double(number.to_f64()),
        }
    }
}

/// Whether a JSON number, read as a double, holds it exactly: integers up to 2^53, and decimals of up to fifteen digits.
fn is_exact(number: Number) -> bool {
    const LARGEST: u128 = 1 << 53;
    const DIGITS: i128 = 1_000_000_000_000_000;
    number.numerator().unsigned_abs() <= LARGEST && DIGITS % number.denominator() == 0
}

impl Bounds {
    fn new(low: Option<Number>, high: Option<Number>, approx: bool) -> Bounds {
        let exact = [low, high].into_iter().flatten().any(|n| !is_exact(n)).then(|| match (low, high) {
            (Some(low), Some(high)) if low == high => low.to_string(),
            _ => [low, high].map(|n| n.map_or("..".to_string(), |n| n.to_string())).join(" "),
        });
        Bounds { low: low.map(Amount::new), high: high.map(Amount::new), exact, approx }
    }
}
