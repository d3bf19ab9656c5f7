//! Extracting claims, events and counts from a text whose lower layers are prepared.

use std::sync::Arc;

use isnad_dates::{Dates, Reference, TemporalExpression};
use isnad_entities::{Entities, Entity};
use isnad_numerals::{Numerals, Quantity};
use isnad_text::{Mention, RuleId, Span, Text};

use crate::scene::Scene;
use crate::vocabulary::UserWords;
use crate::{Claim, Class, Count, Cue, Event, Polarity, content, counted, cue, discourse, happening, tally};

/// The compiled cues and frames.
#[derive(Clone, Debug, Default)]
pub struct Extractor {
    pub(crate) user: Option<Arc<UserWords>>,
}

/// What was extracted; each list is sorted by position.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
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
        let scene = Scene::new(text, self.user.as_deref(), quantities, dates, entities);
        let sites = cue::sites(&scene);
        let contents = content::contents(&scene, &sites);
        let speakers = discourse::speakers(&scene, &sites, &contents);
        let mut claims = Vec::with_capacity(sites.len());
        let mut near = [0; 3];
        let [near_quantity, near_date, near_entity] = &mut near;
        for ((site, content), names) in sites.iter().zip(contents).zip(speakers) {
            let Some(content) = content else { continue };
            claims.push(Claim {
                cue: Cue { span: site.span, class: site.word.class },
                source: site.source.as_ref().map(|s| discourse::span(&scene, s)),
                speaker: names,
                via: site.via.as_ref().map(|v| discourse::span(&scene, v)),
                content: content.span,
                within: None,
                quote: content.quote,
                polarity: polarity(site),
                quantities: inside(quantities, content.span, near_quantity),
                dates: inside(dates, content.span, near_date),
                entities: inside(entities, content.span, near_entity),
                events: Vec::new(),
                counts: Vec::new(),
                ending: content.ending,
                rule: RuleId::new(site.rule),
            });
        }
        mark_unverified(&scene, &mut claims);
        keep_shallow(&mut claims);
        set_within(&mut claims);
        let tallies = tally::tallies(&scene);
        let events = happening::events(&scene, &tallies);
        let mut near = 0;
        for claim in &mut claims {
            claim.events = inside(&events, claim.content, &mut near);
        }
        let counts = counted::counts(&scene, tallies, &events, &claims, reference);
        for (i, count) in counts.iter().enumerate() {
            if let Some(claim) = count.claim.and_then(|c| claims.get_mut(c)) {
                claim.counts.push(i);
            }
        }
        Extraction { claims, events, counts }
    }
}

/// `ولم يتسن التحقق من هذه الأرقام`: what was said just before is unverified.
fn mark_unverified(scene: &Scene<'_, '_>, claims: &mut [Claim]) {
    for hit in scene.hits.doubts() {
        let before = claims.partition_point(|c| c.cue.span.start < hit.span.start);
        let Some(last) = before.checked_sub(1).and_then(|i| claims.get_mut(i)) else { continue };
        let sentence = |at: usize| scene.text.sentence_of(at);
        let near = sentence(hit.first)
            .zip(sentence(scene.text.token_at(last.cue.span.start)))
            .is_some_and(|(here, there)| here - there <= 1);
        if near && last.polarity == Polarity::Asserted {
            last.polarity = Polarity::Unverified;
        }
    }
}

/// Claims within claims, deeper than this, are no news: what they hold would be told over and over.
const DEEPEST: usize = 8;

/// Drops the claims whose content lies within that of more than [`DEEPEST`] others.
fn keep_shallow(claims: &mut Vec<Claim>) {
    let nesting = |(i, c): (usize, &Claim)| (c.content.start, core::cmp::Reverse(c.content.end), i);
    let mut order: Vec<_> = claims.iter().enumerate().map(nesting).collect();
    order.sort_unstable();
    let mut open: Vec<usize> = Vec::new(); // ends of the contents that hold the position
    let mut keep = vec![true; claims.len()];
    for (start, core::cmp::Reverse(end), i) in order {
        while open.last().is_some_and(|&end| end <= start) {
            open.pop();
        }
        if open.len() < DEEPEST {
            open.push(end);
        } else if let Some(keep) = keep.get_mut(i) {
            *keep = false;
        }
    }
    let mut keep = keep.into_iter();
    claims.retain(|_| keep.next().unwrap_or(true));
}

/// Says of each claim within the content of which other it is reported.
fn set_within(claims: &mut [Claim]) {
    let mut order: Vec<_> = claims.iter().enumerate().map(|(i, c)| (c.content, i)).collect();
    order.sort_unstable_by_key(|(content, i)| (content.start, core::cmp::Reverse(content.end), *i));
    let mut rest = order.into_iter().peekable();
    let mut open: Vec<(Span, usize)> = Vec::new(); // contents that hold the position, the innermost last
    for (i, claim) in claims.iter_mut().enumerate() {
        let cue = claim.cue.span;
        while let Some(next) = rest.next_if(|(content, _)| content.start <= cue.start) {
            open.retain(|(content, _)| content.end > next.0.start);
            open.push(next);
        }
        open.retain(|(content, _)| content.end > cue.start);
        let holds = |(content, of): &&(Span, usize)| *of != i && content.end >= cue.end;
        claim.within = open.iter().rev().find(holds).map(|(_, of)| *of);
    }
}

/// Whether the content is held to be so by its source.
const fn polarity(site: &cue::Site) -> Polarity {
    match site.word.class {
        Class::Deny => Polarity::Denied,
        // لم تعلن أي جهة مسؤوليتها: nobody did.
        Class::ClaimResponsibility if site.negated => Polarity::Denied,
        Class::Warn | Class::Demand | Class::Threaten | Class::Promise | Class::Ask => Polarity::Hypothetical,
        _ => Polarity::Asserted,
    }
}

/// Indices of the mentions of a sorted layer that lie inside a span. They are sought from `near` on, where those of the
/// span before began: contents that follow each other are close in the text.
fn inside<M: Mention>(all: &[M], span: Span, near: &mut usize) -> Vec<usize> {
    let before = |i: usize| all.get(i).is_some_and(|m| m.span().start < span.start);
    while *near > 0 && !before(*near - 1) {
        *near -= 1;
    }
    while before(*near) {
        *near += 1;
    }
    let rest = all.get(*near..).unwrap_or_default();
    let count = rest.iter().take_while(|m| m.span().end <= span.end).count();
    (*near..*near + count).collect()
}

/// What [`find`] gives: what was extracted, and the lists that the indices of the claims point into.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Article {
    /// Quantities that are not part of a date.
    pub quantities: Vec<Quantity>,
    /// Dates, times, durations and sets.
    pub dates: Vec<TemporalExpression>,
    /// Named entities.
    pub entities: Vec<Entity>,
    /// Who said what.
    pub claims: Vec<Claim>,
    /// What happened.
    pub events: Vec<Event>,
    /// To how many.
    pub counts: Vec<Count>,
}

/// All claims, events and counts of a text, with everything built in. For many texts make an [`Extractor`] once, or use
/// the analyzer of the crate `isnad`, which also settles what one layer cannot know alone.
///
/// ```
/// // "The ministry said that 12 people were killed."
/// let article = isnad_claims::find("قالت الوزارة إن 12 شخصا قتلوا.", None);
/// let claim = &article.claims[0];
/// assert_eq!(article.quantities[claim.quantities[0]].low, Some(12.into()));
/// ```
#[must_use]
pub fn find(text: &str, reference: Option<Reference>) -> Article {
    let text = Text::new(text);
    let mut quantities = Numerals::new().find(&text);
    let dates = Dates::new().find(&text, &quantities, reference);
    let mut taken = dates.iter().peekable();
    quantities.retain(|q| {
        while taken.next_if(|d| d.span.end <= q.span.start).is_some() {}
        !taken.peek().is_some_and(|d| d.span.overlaps(q.span))
    });
    let entities = Entities::new().find(&text);
    let Extraction { claims, events, counts } =
        Extractor::new().find(&text, &quantities, &dates, &entities, reference);
    Article { quantities, dates, entities, claims, events, counts }
}
