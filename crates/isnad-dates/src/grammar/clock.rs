//! Times of day.

use crate::grammar::{Grammar, Read};

impl Grammar<'_, '_> {
    pub(super) fn time(&self, _at: usize) -> Option<Read> {
        None
    }
}
