//! What recurs.

use crate::grammar::{Grammar, Read};

impl Grammar<'_, '_> {
    pub(super) fn set(&self, _at: usize) -> Option<Read> {
        None
    }
}
