//! isnad-text: words that bear no proclitic, abbreviations.

use std::path::Path;

use anyhow::{Result, ensure};
use isnad_text::{Lexicon, PhraseFlags};

use crate::rust::{self, Generated};
use crate::tsv;

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    ["unprefixed", "short_nouns", "abbreviations", "clause_openers", "bylines"]
        .into_iter()
        .map(|name| word_list(root, name))
        .collect()
}

fn word_list(root: &Path, name: &str) -> Result<Generated> {
    let data = format!("data/{name}.tsv");
    let table = tsv::read(&root.join("crates/isnad-text").join(&data), 2)?;
    let mut builder = Lexicon::builder();
    for row in &table.rows {
        ensure!(
            builder.add(row.get(0), 0, PhraseFlags::NONE),
            "{}:{}: no word",
            table.path.display(),
            row.line
        );
    }
    let source =
        rust::header(&[&data]) + &rust::lexicon(&name.to_uppercase(), &builder.into_table(), "crate");
    Ok(Generated { path: format!("crates/isnad-text/src/generated/{name}.rs"), source })
}
