//! Runs `tests/corpus/*.toml`: one file a construct, each with what must be found and what must not.

use isnad_claims::{Claim, Count, Event, Evidence, find};
use isnad_dev::corpus::{Found, check};
use toml::Value;

const CLAIM: &[&str] =
    &["kind", "text", "class", "source", "via", "content", "within", "quote", "polarity", "speaker", "rule"];
const COUNT: &[&str] = &["type", "low", "high", "part", "approx", "agent", "place", "date"];
const EVENT: &[&str] = &["kind", "text", "type", "agent", "target", "place", "date", "rule"];

#[test]
fn corpus() {
    check("tests/corpus".as_ref(), &[CLAIM, COUNT].concat(), |case| {
        let reference = case.reference.as_deref().map(|r| r.parse().unwrap());
        let extraction = find(&case.text, reference);
        let claims = extraction.claims.iter().map(|c| (c.cue.span.start, 0, claim(&case.text, c)));
        let counts = extraction.counts.iter().map(|c| (c.span.start, 1, count(&case.text, c)));
        let mut found: Vec<_> = claims.chain(counts).collect();
        found.sort_by_key(|&(start, rank, _)| (start, rank));
        found.into_iter().map(|(_, _, found)| found).collect()
    });
}

/// Events stand beside nearly every count: only these cases list them.
#[test]
fn events() {
    check("tests/events".as_ref(), EVENT, |case| {
        let reference = case.reference.as_deref().map(|r| r.parse().unwrap());
        find(&case.text, reference).events.iter().map(|e| event(&case.text, e)).collect()
    });
}

fn put(found: &mut Found, key: &str, value: Option<impl Into<Value>>) {
    found.extend(value.map(|v| (key.to_string(), v.into())));
}

fn claim(text: &str, claim: &Claim) -> Found {
    let slice = |span: isnad_text::Span| text[span.range()].to_string();
    let mut found = Found::new();
    put(&mut found, "kind", Some("claim"));
    put(&mut found, "text", Some(slice(claim.cue.span)));
    put(&mut found, "class", Some(claim.cue.class.as_str()));
    put(&mut found, "source", claim.source.map(slice));
    put(&mut found, "via", claim.via.map(slice));
    put(&mut found, "content", Some(slice(claim.content)));
    put(&mut found, "within", claim.within.map(|i| i as i64));
    put(&mut found, "quote", Some(claim.quote.as_str()));
    put(&mut found, "polarity", Some(claim.polarity.as_str()));
    put(&mut found, "speaker", claim.speaker.as_ref().map(|s| s.name()));
    put(&mut found, "rule", Some(claim.rule.to_string()));
    found
}

fn event(text: &str, event: &Event) -> Found {
    let mut found = Found::new();
    put(&mut found, "kind", Some("event"));
    put(&mut found, "text", Some(&text[event.span.range()]));
    put(&mut found, "type", Some(event.kind.as_str()));
    put(&mut found, "agent", event.agent.as_ref().map(|n| n.name()));
    put(&mut found, "target", event.target.as_ref().map(|n| n.name()));
    put(&mut found, "place", event.place.as_ref().map(|n| n.name()));
    put(&mut found, "date", event.date.as_ref().map(|d| d.value.as_str()));
    put(&mut found, "rule", Some(event.rule.to_string()));
    found
}

fn count(text: &str, count: &Count) -> Found {
    let mut found = Found::new();
    let number = |n: isnad_numerals::Number| n.to_i64();
    put(&mut found, "kind", Some("count"));
    put(&mut found, "text", Some(text[count.span.range()].to_string()));
    put(&mut found, "type", Some(count.kind.as_str()));
    put(&mut found, "low", count.low.and_then(number));
    put(&mut found, "high", count.high.and_then(number));
    put(&mut found, "part", Some(count.part));
    put(&mut found, "approx", Some(count.approx));
    put(&mut found, "agent", count.agent.as_ref().map(|a| a.name()));
    put(&mut found, "place", count.place.as_ref().map(|p| p.name()));
    let told = count.date.as_ref().filter(|d| d.evidence != Evidence::Reference);
    put(&mut found, "date", told.map(|d| d.value.as_str()));
    put(&mut found, "rule", Some(count.rule.to_string()));
    found
}
