//! isnad-dates.

use std::path::Path;

use anyhow::Result;

use crate::rust::Generated;

pub(super) fn generate(_root: &Path) -> Result<Vec<Generated>> {
    Ok(Vec::new())
}
