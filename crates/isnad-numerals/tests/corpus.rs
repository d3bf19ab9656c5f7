//! The crate's own corpus: what must be found in a text, and what must not.

use isnad_dev::corpus::{self, Case, Found};
use isnad_numerals::{Number, Numerals};
use isnad_text::Text;

fn found(case: &Case) -> Vec<Found> {
    let text = Text::new(&case.text);
    let number = |n: Number| match n.to_i64() {
        Some(n) => toml::Value::Integer(n),
        None => toml::Value::Float(n.to_f64()),
    };
    let fields = |q: isnad_numerals::Quantity| {
        let mut found = Found::new();
        found.insert("text".into(), text.slice(q.span).into());
        found.insert("kind".into(), q.kind.as_str().into());
        found.insert("approx".into(), q.approx.into());
        found.insert("dual".into(), q.dual.into());
        found.insert("rule".into(), q.rule.as_str().into());
        found.extend(q.low.map(|n| ("low".into(), number(n))));
        found.extend(q.high.map(|n| ("high".into(), number(n))));
        found.extend(q.unit.map(|u| ("unit".into(), u.as_str().into())));
        found
    };
    Numerals::new().find(&text).into_iter().map(fields).collect()
}

#[test]
fn corpus() {
    corpus::check(
        "tests/corpus".as_ref(),
        &["text", "kind", "approx", "dual", "low", "high", "unit", "rule"],
        found,
    );
}
