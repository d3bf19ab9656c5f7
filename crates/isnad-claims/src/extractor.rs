//! Extracting claims, events and counts from a text whose lower layers are prepared.

use isnad_dates::{Dates, Reference, TemporalExpression};
use isnad_entities::{Entities, Entity};
use isnad_numerals::{Numerals, Quantity};
use isnad_text::{RuleId, Span, Text};

use crate::scene::Scene;
use crate::{Claim, Class, Count, CountType, Cue, Event, Polarity, content, cue, discourse, slots, tally};

/// The compiled cues and frames.
#[derive(Clone, Debug, Default)]
pub struct Extractor {}

/// What was extracted; each list is sorted by position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// Who said what.
    pub claims: Vec<Claim>,
    /// What happened.
    pub events: Vec<Event>,
    /// To how many.
    pub counts: Vec<Count>,
}

impl Extractor {
    /// With the built-in cues and frames.
    ///
    /// ```
    /// let extractor = isnad_claims::Extractor::new();
    /// ```
    #[must_use]
    pub fn new() -> Extractor {
        Extractor::default()
    }

    /// All claims, events and counts of a text. The other layers' results are of the same text, and what the indices
    /// of a [`Claim`] point into.
    ///
    /// ```
    /// let text = isnad_text::Text::new("نص");
    /// assert!(isnad_claims::Extractor::new().find(&text, &[], &[], &[], None).claims.is_empty());
    /// ```
    #[must_use]
    pub fn find(
        &self,
        text: &Text<'_>,
        quantities: &[Quantity],
        dates: &[TemporalExpression],
        entities: &[Entity],
        reference: Option<Reference>,
    ) -> Extraction {
        let scene = Scene::new(text, quantities, dates, entities);
        let sites = cue::sites(&scene);
        let contents = content::contents(&scene, &sites);
        let speakers = discourse::speakers(&scene, &sites);
        let mut claims = Vec::with_capacity(sites.len());
        for ((site, content), names) in sites.iter().zip(contents).zip(speakers) {
            let Some(content) = content else { continue };
            let inside = |span: Span| content.span.contains(span);
            claims.push(Claim {
                cue: Cue { span: site.span, class: site.word.class },
                source: site.source.as_ref().map(|s| discourse::span(&scene, s)),
                source_canon: names,
                via: site.via.as_ref().map(|v| discourse::span(&scene, v)),
                content: content.span,
                quote: content.quote,
                polarity: polarity(site.word.class),
                quantities: indices(quantities, |q| inside(q.span)),
                dates: indices(dates, |d| inside(d.span)),
                entities: indices(entities, |e| inside(e.span)),
                events: Vec::new(),
                rule: RuleId::new(site.rule),
            });
        }
        let counts = counts(&scene, &claims, reference);
        Extraction { claims, counts, events: Vec::new() }
    }
}

fn counts(scene: &Scene<'_, '_>, claims: &[Claim], reference: Option<Reference>) -> Vec<Count> {
    tally::tallies(scene)
        .into_iter()
        .map(|tally| {
            let sentence = scene.text.sentences().get(tally.sentence).map_or(0..0, |s| s.tokens.clone());
            let token = tally.tokens.start;
            // The innermost claim that holds it states it.
            let claim = claims
                .iter()
                .enumerate()
                .filter(|(_, c)| c.content.contains(tally.span))
                .min_by_key(|(_, c)| c.content.len())
                .map(|(i, _)| i);
            let held = matches!(
                tally.count_type,
                CountType::Held | CountType::Escaped | CountType::Surrendered | CountType::Freed
            );
            let date = slots::date(scene, token, &sentence);
            let date_inferred = if date.is_none() { reference.map(|r| r.date.to_string()) } else { None };
            Count {
                span: tally.span,
                count_type: tally.count_type,
                low: tally.low,
                high: tally.high,
                approx: tally.approx,
                part: tally.part,
                object: tally.object.map(|o| scene.text.span_of(o)),
                agent: slots::agent(scene, token, tally.trigger, &sentence, tally.count_type),
                place: slots::place(scene, token, &sentence, held),
                date,
                date_inferred,
                source_canon: claim.and_then(|c| claims.get(c)).and_then(|c| c.source_canon.clone()),
                claim,
                rule: RuleId::new(tally.rule),
            }
        })
        .collect()
}

fn polarity(class: Class) -> Polarity {
    match class {
        Class::Deny => Polarity::Denied,
        Class::Warn | Class::Demand | Class::Threaten | Class::Promise | Class::Ask => Polarity::Hypothetical,
        _ => Polarity::Asserted,
    }
}

fn indices<T>(all: &[T], keep: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, t)| keep(t)).map(|(i, _)| i).collect()
}

/// All claims, events and counts of a text, with everything built in.
///
/// ```
/// assert!(isnad_claims::find("نص", None).claims.is_empty());
/// ```
#[must_use]
pub fn find(text: &str, reference: Option<Reference>) -> Extraction {
    let text = Text::new(text);
    let mut quantities = Numerals::new().find(&text);
    let dates = Dates::new().find(&text, &quantities, reference);
    quantities.retain(|q| !dates.iter().any(|d| d.span.overlaps(q.span)));
    let entities = Entities::new().find(&text);
    Extractor::new().find(&text, &quantities, &dates, &entities, reference)
}
