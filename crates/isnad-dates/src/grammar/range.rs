//! Ranges.

use crate::grammar::{Grammar, Read};

impl Grammar<'_, '_> {
    pub(super) fn range(&self, _at: usize) -> Option<Read> {
        None
    }
}
