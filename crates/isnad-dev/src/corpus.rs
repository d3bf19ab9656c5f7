//! Corpus files: what must be found in a text, and with that what must not.
//!
//! ```toml
//! [[case]]
//! text = "قتل نحو 20 جنديا"          # "about 20 soldiers were killed"
//! reference = "2020-01-01"            # optional, for layers that need one
//! found = [{ text = "20", low = 20, high = 20, approx = true }]
//! why = "approximation is a field, not part of the span"   # optional
//! ```
//!
//! `found` is complete and in order: whatever else a layer finds in the text fails the case, so that `found = []`
//! is a negative case. Of each thing found, the fields that are named must be equal; a field the layer did not give is
//! compared as `"none"`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// The text to read.
    pub text: String,
    /// Reference date, for the layers that need one.
    pub reference: Option<String>,
    /// What must be found: `text` and any other fields.
    pub found: Vec<BTreeMap<String, toml::Value>>,
    /// What the case is about.
    pub why: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

/// Something that a layer found: its fields, `text` among them.
pub type Found = BTreeMap<String, toml::Value>;

/// Every case of every `*.toml` in a folder, with its file and its number there, from 1.
///
/// # Panics
///
/// Where there is none, or one cannot be read.
///
/// ```
/// let folder = isnad_dev::root().join("crates/isnad-dates/tests/corpus");
/// assert!(isnad_dev::corpus::cases(&folder).iter().any(|(_, _, case)| !case.found.is_empty()));
/// ```
#[must_use]
pub fn cases(folder: &Path) -> Vec<(PathBuf, usize, Case)> {
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{}: no corpus files", folder.display());
    let mut cases = Vec::new();
    for path in paths {
        let source = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let file: File = toml::from_str(&source).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        cases.extend(file.case.into_iter().enumerate().map(|(n, case)| (path.clone(), n + 1, case)));
    }
    cases
}

/// Runs every case of every `*.toml` in a folder through `find`. `fields` are those that something found may have: a case
/// that names another has it misspelt, and fails.
///
/// # Panics
///
/// With a list of all failures, each with its file and number.
///
/// ```no_run
/// isnad_dev::corpus::check("tests/corpus".as_ref(), &["text", "kind"], |case| vec![]);
/// ```
pub fn check(folder: &Path, fields: &[&str], find: impl Fn(&Case) -> Vec<Found>) {
    let (cases, mut failures) = (cases(folder), Vec::new());
    for (path, n, case) in &cases {
        let (place, found) = (format!("{} case {n}", path.display()), find(case));
        let all = || case.found.iter().chain(&found).flat_map(BTreeMap::keys);
        if let Some(other) = all().find(|key| !fields.contains(&key.as_str())) {
            failures.push(format!("{place}: no field `{other}`"));
        }
        if !agree(&case.found, &found) {
            failures.push(format!(
                "{place}: {} {}\n  wanted {}\n  found  {}",
                case.text,
                case.why.as_deref().unwrap_or_default(),
                show(&case.found),
                show(&found)
            ));
        }
    }
    assert!(failures.is_empty(), "{} of {} cases fail\n{}", failures.len(), cases.len(), failures.join("\n"));
}

fn agree(wanted: &[Found], found: &[Found]) -> bool {
    wanted.len() == found.len()
        && wanted.iter().zip(found).all(|(w, f)| {
            w.iter().all(|(key, want)| match (want, f.get(key)) {
                (toml::Value::String(none), None) => none == "none",
                (toml::Value::Integer(a), Some(toml::Value::Float(b))) => *a as f64 == *b,
                (toml::Value::Float(a), Some(toml::Value::Integer(b))) => *a == *b as f64,
                (want, Some(got)) => want == got,
                (_, None) => false,
            })
        })
}

fn show(list: &[Found]) -> String {
    let one = |f: &Found| f.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(" ");
    format!("[{}]", list.iter().map(one).collect::<Vec<_>>().join(" | "))
}
