//! The JSON Schema of the record is the one that its types give, and what `extract` prints obeys it.

use std::collections::BTreeSet;

use isnad::Analyzer;
use isnad::record::Record;
use isnad::text::OffsetUnit;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

const COMMITTED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/record.schema.json");

fn schema() -> Value {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Record<'_>>();
    schema.insert("title".into(), "Isnad record, schema 1".into());
    schema.to_value()
}

#[test]
fn committed_schema_is_that_of_the_types() {
    let text = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    if std::env::var_os("ISNAD_WRITE_SCHEMA").is_some() {
        std::fs::write(COMMITTED, &text).unwrap();
    }
    let committed = std::fs::read_to_string(COMMITTED).unwrap_or_default();
    assert!(
        committed == text,
        "refresh it: ISNAD_WRITE_SCHEMA=1 cargo test -p isnad --features schemars_1 --test schema"
    );
}

#[test]
fn records_obey_the_schema() {
    let schema = schema();
    let analyzer = Analyzer::new();
    for article in [
        include_str!("../../../examples/data/conflict.txt"),
        include_str!("../../../examples/data/disaster.txt"),
        include_str!("../../../examples/data/economy.txt"),
        include_str!("../../../examples/data/health.txt"),
        include_str!("../../../examples/data/politics.txt"),
        "",
        // Odd dates, exact numbers, ambiguous units, what deceives the eye.
        "في 30 فبراير 2021 أنفقت 3 ملايين دينار و1.234567890123456789 دولار، \u{202e}12 و99999999999999999999 شخصا",
    ] {
        let json =
            serde_json::to_string(&analyzer.analyze(article).record("a.txt", OffsetUnit::Bytes)).unwrap();
        check(&schema, &serde_json::from_str(&json).unwrap());
    }
    let expected = include_str!("../../../examples/data/conflict.expected.jsonl");
    expected.lines().for_each(|line| check(&schema, &serde_json::from_str(line).unwrap()));
}

#[test]
fn what_breaks_the_schema_is_seen() {
    let schema = schema();
    let mut record: Value =
        serde_json::from_str(include_str!("../../../examples/data/conflict.expected.jsonl")).unwrap();
    assert_eq!(obeys(&schema, &schema, &record, "$"), Ok(()));
    record["entities"][0]["type"] = "CAT".into();
    assert!(obeys(&schema, &schema, &record, "$").is_err());
}

fn check(schema: &Value, record: &Value) {
    assert_eq!(obeys(schema, schema, record, "$"), Ok(()));
}

/// Whether a value obeys a schema, for the keywords that ours uses. Stricter than the standard: every property must be described.
fn obeys(root: &Value, schema: &Value, value: &Value, path: &str) -> Result<(), String> {
    let mut described = BTreeSet::new();
    obeys_part(root, schema, value, path, &mut described)?;
    match value.as_object().and_then(|v| v.keys().find(|key| !described.contains(*key))) {
        Some(key) => Err(format!("{path}: `{key}` is not described")),
        None => Ok(()),
    }
}

fn obeys_part(
    root: &Value,
    schema: &Value,
    value: &Value,
    path: &str,
    described: &mut BTreeSet<String>,
) -> Result<(), String> {
    let none = Map::new();
    for (keyword, wanted) in schema.as_object().unwrap_or(&none) {
        match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" | "default" => {}
            "$ref" => {
                let pointer = wanted.as_str().and_then(|r| r.strip_prefix('#')).expect("a local reference");
                obeys_part(root, root.pointer(pointer).expect("its target"), value, path, described)?;
            }
            "type" => {
                let types: Vec<&str> = wanted
                    .as_array()
                    .map_or(vec![wanted], |l| l.iter().collect())
                    .iter()
                    .filter_map(|t| t.as_str())
                    .collect();
                let is = |t: &&str| match *t {
                    "null" => value.is_null(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    "string" => value.is_string(),
                    "array" => value.is_array(),
                    "object" => value.is_object(),
                    other => panic!("unknown type {other}"),
                };
                if !types.iter().any(is) {
                    return Err(format!("{path}: {value} is none of {types:?}"));
                }
            }
            "minimum" => {
                if value.is_number() && value.as_f64() < wanted.as_f64() {
                    return Err(format!("{path}: {value} is below {wanted}"));
                }
            }
            "const" | "enum" => {
                let allowed = wanted.as_array().map_or(vec![wanted], |l| l.iter().collect());
                if !allowed.contains(&value) {
                    return Err(format!("{path}: {value} is none of {allowed:?}"));
                }
            }
            "required" => {
                for key in wanted.as_array().expect("a list").iter().filter_map(Value::as_str) {
                    if value.is_object() && value.get(key).is_none() {
                        return Err(format!("{path}: no `{key}`"));
                    }
                }
            }
            "properties" => {
                for (key, schema) in wanted.as_object().expect("properties") {
                    if let Some(value) = value.get(key) {
                        described.insert(key.clone());
                        obeys(root, schema, value, &format!("{path}.{key}"))?;
                    }
                }
            }
            "items" => {
                for (i, item) in value.as_array().into_iter().flatten().enumerate() {
                    obeys(root, wanted, item, &format!("{path}[{i}]"))?;
                }
            }
            "allOf" => {
                for part in wanted.as_array().expect("a list") {
                    obeys_part(root, part, value, path, described)?;
                }
            }
            "anyOf" | "oneOf" => {
                let parts = wanted.as_array().expect("a list");
                let fits = parts.iter().find_map(|part| {
                    let mut also = described.clone();
                    obeys_part(root, part, value, path, &mut also).ok().map(|()| also)
                });
                *described = fits.ok_or_else(|| format!("{path}: {value} fits none of {keyword}"))?;
            }
            other => panic!("{path}: the keyword `{other}` is unknown to this test"),
        }
    }
    Ok(())
}
