//! Every generated table of the workspace, one module a crate.

use std::path::Path;

use anyhow::Result;

use crate::rust::Generated;

mod claims;
mod dates;
mod entities;
mod normalize;
mod numerals;
mod text;

/// All generated files, as they should be.
///
/// # Errors
///
/// Names the file and line of the data that cannot be used.
///
/// ```
/// assert!(!isnad_dev::tables::all(&isnad_dev::root()).unwrap().is_empty());
/// ```
pub fn all(root: &Path) -> Result<Vec<Generated>> {
    let mut files = Vec::new();
    for generate in [
        normalize::generate,
        text::generate,
        numerals::generate,
        dates::generate,
        entities::generate,
        claims::generate,
    ] {
        files.extend(generate(root)?);
    }
    Ok(files)
}
