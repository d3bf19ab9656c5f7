//! `RULES.md`: the names of all rules, each with a sentence of a corpus in which it finds something.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

use crate::corpus::Case;
use crate::rust::Generated;

/// The layers whose finds bear the name of a rule, and where the corpora of each are.
const LAYERS: [(&str, &[&str]); 4] = [
    ("numerals", &["corpus"]),
    ("dates", &["corpus"]),
    ("entities", &["corpus"]),
    ("claims", &["corpus", "events"]),
];

const HEAD: &str = "# Rules

Made by `cargo run -p isnad-dev`. Not to be edited.

Every find bears the name of the rule that made it (`RuleId`). Names of this list are stable within a minor version; a
rule that is renamed stands in the CHANGELOG. Beside each: what it finds in a sentence of the tests.
";

#[derive(Deserialize)]
struct Rules {
    rule: Vec<Named>,
}

#[derive(Deserialize)]
struct Named {
    id: String,
}

#[derive(Deserialize)]
struct Corpus {
    case: Vec<Case>,
}

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    let mut page = HEAD.to_string();
    for (layer, corpora) in LAYERS {
        let folder = root.join("crates").join(format!("isnad-{layer}"));
        let mut rules: BTreeMap<String, Option<(String, String)>> = BTreeMap::new();
        for path in files(&folder.join("src"), "rs")? {
            let names = names_in(&read(&path)?, layer).map(|name| (name, None)).collect::<Vec<_>>();
            rules.extend(names);
        }
        let written = folder.join("data/rules.toml");
        if written.exists() {
            let read: Rules = toml::from_str(&read(&written)?)?;
            rules.extend(read.rule.into_iter().map(|rule| (rule.id, None)));
        }
        for path in corpora.iter().map(|name| files(&folder.join("tests").join(name), "toml")) {
            for path in path? {
                let corpus: Corpus = toml::from_str(&read(&path)?)?;
                for case in corpus.case {
                    show(&mut rules, &case).with_context(|| path.display().to_string())?;
                }
            }
        }
        let _ = write!(page, "\n## isnad-{layer}\n\n| Rule | Finds | In |\n|---|---|---|\n");
        for (rule, example) in rules {
            let (found, text) = example.unwrap_or_default();
            let _ = writeln!(page, "| `{rule}` | {} | {} |", cell(&found), cell(&text));
        }
    }
    Ok(vec![Generated { path: "RULES.md".to_string(), source: page }])
}

/// Notes what the rules of a case find, where its text is shorter than what they have.
fn show(rules: &mut BTreeMap<String, Option<(String, String)>>, case: &Case) -> Result<()> {
    for found in &case.found {
        let Some(rule) = found.get("rule").and_then(toml::Value::as_str) else { continue };
        let known = rules.get_mut(rule);
        ensure!(known.is_some() || rule == "none", "there is no rule `{rule}`: {}", case.text);
        let surface = found.get("text").and_then(toml::Value::as_str).unwrap_or_default();
        if let Some(example) = known
            && example.as_ref().is_none_or(|(_, text)| case.text.len() < text.len())
        {
            *example = Some((surface.to_string(), case.text.clone()));
        }
    }
    Ok(())
}

/// The names of rules of a layer among the literals of a source file; comments and their examples are left out.
fn names_in<'s>(source: &'s str, layer: &'s str) -> impl Iterator<Item = String> + 's {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2)).filter_map(move |literal| {
        let name = literal.strip_prefix(layer)?.strip_prefix('.')?;
        let is_name =
            name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b));
        is_name.then(|| literal.to_string())
    })
}

/// All files of a folder and those below it, but what is generated.
fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("generated") {
            found.extend(files(&path, extension)?);
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// On one line, and without what would end the cell of a table.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}
