//! `RULES.md` lists every rule that the sources of a layer name and that finds something in a corpus.
//!
//! `ISNAD_WRITE_RULES=1 cargo test -p isnad --test rules` writes it anew.
#![cfg(feature = "claims")]

use std::collections::BTreeMap;
use std::fmt::Write;

use isnad::text::{Mention, Text};
use isnad::{claims, dates, entities, numerals};
use isnad_dev::corpus::{Case, cases};

const HEAD: &str = "# Rules

Every find bears the name of the rule that made it (`RuleId`). The names are stable within a minor version, and one that
changes stands in the CHANGELOG. Beside each: what it finds, and in which sentence of the tests.

Written by `ISNAD_WRITE_RULES=1 cargo test -p isnad --test rules`.
";

/// The layers whose finds bear the name of a rule, and the folders of their corpora.
const LAYERS: [(&str, &[&str]); 4] = [
    ("numerals", &["corpus"]),
    ("dates", &["corpus"]),
    ("entities", &["corpus"]),
    ("claims", &["corpus", "events"]),
];

/// By its name, what a rule finds and in which text: the shortest.
type Examples = BTreeMap<String, (String, String)>;

#[test]
fn every_rule_is_listed() {
    let root = isnad_dev::root();
    let path = root.join("RULES.md");
    let listed = std::fs::read_to_string(&path).unwrap_or_default();
    let write = std::env::var_os("ISNAD_WRITE_RULES").is_some();
    let mut page = HEAD.to_string();
    for (layer, corpora) in LAYERS {
        let mut examples = Examples::new();
        for corpus in corpora {
            for (_, _, case) in cases(&root.join(format!("crates/isnad-{layer}/tests/{corpus}"))) {
                note(layer, &case, &mut examples);
            }
        }
        let names = isnad_dev::rules::names(&root, layer).unwrap();
        for rule in names.iter().chain(examples.keys()) {
            let is_listed = write || listed.contains(&format!("| `{rule}` |"));
            assert!(
                is_listed,
                "`{rule}` is not in RULES.md, whose tests/rules.rs tells how to write it anew"
            );
        }
        let strange = examples.keys().find(|rule| !names.contains(*rule));
        assert_eq!(strange, None, "no source of isnad-{layer} names this rule");
        write!(page, "\n## isnad-{layer}\n\n| Rule | Finds | In |\n|---|---|---|\n").unwrap();
        for rule in names {
            let (found, text) = examples.remove(&rule).unwrap_or_default();
            writeln!(page, "| `{rule}` | {} | {} |", cell(&found), cell(&text)).unwrap();
        }
    }
    if write {
        std::fs::write(path, page).unwrap();
    }
}

fn note(layer: &str, case: &Case, examples: &mut Examples) {
    let reference = case.reference.as_deref().map(|r| r.parse::<dates::Reference>().unwrap());
    let text = Text::new(&case.text);
    match layer {
        "numerals" => add(&text, &numerals::find(&case.text), examples),
        "dates" => {
            add(&text, &dates::find(&case.text, reference), examples);
            let own = dates::Dates::new().document_date(&text, &[]);
            add(&text, own.as_slice(), examples);
        }
        "entities" => add(&text, &entities::find(&case.text), examples),
        _ => {
            let found = claims::find(&case.text, reference);
            add(&text, &found.claims, examples);
            add(&text, &found.events, examples);
            add(&text, &found.counts, examples);
        }
    }
}

fn add(text: &Text<'_>, found: &[impl Mention], examples: &mut Examples) {
    for one in found {
        let example = (text.slice(one.span()).to_string(), text.source().to_string());
        let kept = examples.entry(one.rule().to_string()).or_insert_with(|| example.clone());
        if example.1.len() < kept.1.len() {
            *kept = example;
        }
    }
}

/// On one line, and without what would end the cell of a table.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
