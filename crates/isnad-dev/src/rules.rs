//! The names of rules, as the sources of a layer have them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
struct Rules {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
}

/// The names of all rules of a layer: those written in its sources, and in its `data/rules.toml` where it has one.
///
/// # Errors
///
/// Names the file that cannot be read.
///
/// ```
/// let names = isnad_dev::rules::names(&isnad_dev::root(), "numerals").unwrap();
/// assert!(names.contains("numerals.digits"));
/// ```
pub fn names(root: &Path, layer: &str) -> Result<BTreeSet<String>> {
    let folder = root.join("crates").join(format!("isnad-{layer}"));
    let mut names = BTreeSet::new();
    for path in sources(&folder.join("src"))? {
        names.extend(names_in(&read(&path)?, layer));
    }
    let data = folder.join("data/rules.toml");
    if data.exists() {
        let rules: Rules = toml::from_str(&read(&data)?).with_context(|| data.display().to_string())?;
        names.extend(rules.rule.into_iter().map(|rule| rule.id));
    }
    Ok(names)
}

/// The names among the literals of a source file; comments and the examples in them are left out.
fn names_in(source: &str, layer: &str) -> impl Iterator<Item = String> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('"').skip(1).step_by(2)).filter_map(move |literal| {
        let name = literal.strip_prefix(layer)?.strip_prefix('.')?;
        let is_name =
            name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b));
        is_name.then(|| literal.to_string())
    })
}

/// The sources of a folder and those below it, but what is generated.
fn sources(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() && !path.ends_with("generated") {
            found.extend(sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}
