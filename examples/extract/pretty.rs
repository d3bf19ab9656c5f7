//! A document for a person at a terminal.

use std::fmt::Write;

use isnad::Document;

/// The page of one document.
pub(crate) fn page(document: &Document<'_>, id: &str) -> String {
    let mut page = String::new();
    let _ = writeln!(page, "{id}: {} claims", document.claims.len());
    page
}
