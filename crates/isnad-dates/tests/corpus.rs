//! Runs `tests/corpus/*.toml`.

use isnad_dates::find;
use isnad_dev::corpus::{Found, check};
use toml::Value;

#[test]
fn corpus() {
    check("tests/corpus".as_ref(), &["text", "value", "mod", "hijri", "rule", "issue"], |case| {
        let reference = case.reference.as_deref().map(|r| r.parse().unwrap());
        find(&case.text, reference)
            .into_iter()
            .map(|d| {
                let mut found = Found::new();
                let mut put = |key: &str, value: Option<String>| {
                    found.extend(value.map(|v| (key.to_string(), Value::String(v))));
                };
                put("text", Some(case.text[d.span.range()].to_string()));
                put("value", Some(d.timex3()));
                put("mod", d.modifier.map(|m| m.to_string()));
                put("hijri", d.hijri());
                put("rule", Some(d.rule.to_string()));
                put("issue", d.issue.map(|i| i.to_string()));
                found
            })
            .collect()
    });
}
