//! What one layer cannot know alone: readings that another layer's results decide.
//!
//! | Seen | Reading that stays | Example |
//! |---|---|---|
//! | a number inside a date | the date | `21` in 21 أوت 2023 |
//! | a number or a date inside a longer name | the name | جسر 14 تموز "14 July bridge", رمضان in رمضان عبد الله |
//! | any other overlap of a date and a name | the date | آذار "March", also a woman's name |
//! | a currency of several countries (دينار) | that of the country named nearest in the sentence, else of the one named most in the text | مليون دينار … تونس |
//!
//! Where none of these decides, the quantity keeps its candidates, the likeliest first, and the record says so.

#[cfg(feature = "entities")]
use std::collections::BTreeMap;

use isnad_dates::TemporalExpression;
#[cfg(feature = "entities")]
use isnad_entities::{Entity, EntityType};
use isnad_numerals::Quantity;
#[cfg(feature = "entities")]
use isnad_numerals::Unit;
use isnad_text::Mention;

/// Drops the items of which `other` holds something that `beats` them. Both lists are sorted and disjoint.
fn yield_to<A: Mention, B: Mention>(items: &mut Vec<A>, others: &[B], beats: impl Fn(&B, &A) -> bool) {
    let mut at = 0;
    items.retain(|item| {
        while others.get(at).is_some_and(|o| o.span().end <= item.span().start) {
            at += 1;
        }
        let overlapping =
            others.get(at..).unwrap_or_default().iter().take_while(|o| o.span().start < item.span().end);
        !{ overlapping }.any(|o| beats(o, item))
    });
}

/// Quantities yield to the dates that hold them.
pub(crate) fn numbers_in_dates(quantities: &mut Vec<Quantity>, dates: &[TemporalExpression]) {
    yield_to(quantities, dates, |_, _| true);
}

/// Numbers and dates yield to names that hold them and more, but a year stays in the name of its event (مونديال 2022 "the
/// 2022 World Cup"); other names yield to dates.
#[cfg(feature = "entities")]
pub(crate) fn names(
    quantities: &mut Vec<Quantity>,
    dates: &mut Vec<TemporalExpression>,
    entities: &mut Vec<Entity>,
) {
    let holds = |entity: &Entity, span: isnad_text::Span| entity.span.contains(span) && entity.span != span;
    yield_to(quantities, entities, |e, q| holds(e, q.span));
    let dated = |e: &Entity, d: &TemporalExpression| e.entity_type == EntityType::Event && holds(e, d.span);
    yield_to(dates, entities, |e, d| holds(e, d.span) && !dated(e, d));
    yield_to(entities, dates, |d, e| !dated(e, d));
}

/// The country nearby decides between currencies of one name. The first two letters of an ISO 4217 code are the
/// country's, so that no table is needed.
#[cfg(feature = "entities")]
pub(crate) fn currencies(text: &isnad_text::Text<'_>, quantities: &mut [Quantity], entities: &[Entity]) {
    if quantities.iter().all(|q| q.unit_candidates.is_empty()) {
        return;
    }
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for country in entities.iter().filter_map(|e| e.country.as_deref()) {
        *named.entry(country).or_default() += 1;
    }
    for quantity in quantities.iter_mut().filter(|q| !q.unit_candidates.is_empty()) {
        let near = nearby(text, quantity, entities);
        let unit = near.or_else(|| most_named(&quantity.unit_candidates, &named)).cloned();
        if unit.is_some() {
            quantity.unit = unit;
            quantity.unit_candidates.clear();
        }
    }
}

/// Names on either side that are looked at: further away, nearness says nothing.
#[cfg(feature = "entities")]
const NEAR: usize = 8;

/// The candidate whose country is named nearest in the same sentence.
#[cfg(feature = "entities")]
fn nearby<'q>(text: &isnad_text::Text<'_>, quantity: &'q Quantity, entities: &[Entity]) -> Option<&'q Unit> {
    let sentence = text.sentences().get(text.sentence_of(quantity.tokens.start)?)?.span;
    let at = entities.partition_point(|e| e.span.start < quantity.span.start);
    let near = entities.get(at.saturating_sub(NEAR)..(at + NEAR).min(entities.len()))?;
    near.iter()
        .filter(|e| sentence.contains(e.span))
        .filter_map(|e| {
            let country = e.country.as_deref()?;
            let unit = quantity.unit_candidates.iter().find(|unit| unit.as_str().starts_with(country))?;
            Some((e.span.start.abs_diff(quantity.span.start), unit))
        })
        .min_by_key(|&(away, unit)| (away, unit.as_str()))
        .map(|(_, unit)| unit)
}

/// The candidate whose country is named most; none where two are named alike or none is.
#[cfg(feature = "entities")]
fn most_named<'q>(candidates: &'q [Unit], named: &BTreeMap<&str, usize>) -> Option<&'q Unit> {
    let times = |unit: &Unit| {
        let country = named.iter().find(|(country, _)| unit.as_str().starts_with(**country));
        country.map_or(0, |(_, n)| *n)
    };
    let most = candidates.iter().map(times).max().filter(|n| *n > 0)?;
    let mut best = candidates.iter().filter(|unit| times(unit) == most);
    best.next().filter(|_| best.next().is_none())
}

#[cfg(all(test, feature = "claims"))]
mod tests {
    use crate::Analyzer;

    fn unit(text: &str) -> Option<String> {
        let document = Analyzer::new().analyze(text);
        document
            .quantities
            .first()
            .filter(|q| q.unit_candidates.is_empty())?
            .unit
            .as_ref()
            .map(|u| u.as_str().to_string())
    }

    #[test]
    fn a_year_stays_in_the_name_of_its_event() {
        let document = Analyzer::new().analyze("فاز المنتخب في مونديال 2022"); // the 2022 World Cup
        let event = document.entities.iter().any(|e| document.text.slice(e.span) == "مونديال 2022");
        assert!(event && document.dates.first().is_some_and(|d| d.timex3() == "2022"));
    }

    #[test]
    fn the_country_nearby_decides_the_currency() {
        // "The Tunisian government spent 3 million dinars", with and without a country.
        assert_eq!(unit("أنفقت الحكومة في تونس 3 ملايين دينار.").as_deref(), Some("TND"));
        assert_eq!(unit("أنفقت الحكومة في الكويت 3 ملايين دينار، وفي تونس أقل.").as_deref(), Some("KWD"));
        assert_eq!(unit("أنفقت البلدية 3 ملايين دينار.\n\nوقع ذلك في ليبيا."), Some("LYD".to_string()));
        assert_eq!(unit("أنفقت البلدية 3 ملايين دينار."), None);
    }
}
