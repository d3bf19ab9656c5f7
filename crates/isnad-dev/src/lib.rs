//! What the workspace is built and tested with, and never ships: the generator of const tables and the runner of corpus files.
#![forbid(unsafe_code)]

pub mod corpus;
pub mod rules;
pub mod rust;
pub mod tables;
pub mod testing;
pub mod tsv;

use std::path::{Path, PathBuf};

/// The root of the workspace.
///
/// ```
/// assert!(isnad_dev::root().join("Cargo.toml").exists());
/// ```
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default()
}
