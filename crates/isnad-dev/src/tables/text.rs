//! isnad-text: words that bear no proclitic, abbreviations.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, ensure};
use isnad_text::{Lexicon, PhraseFlags};

use crate::rust::{self, Generated};
use crate::tsv;

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    let lists = ["unprefixed", "short_nouns", "abbreviations", "clause_openers", "bylines"];
    let mut files = lists.into_iter().map(|name| word_list(root, name)).collect::<Result<Vec<_>>>()?;
    files.push(function_words(root)?);
    Ok(files)
}

/// Two sorted lists of folded words: the prepositions, and all function words.
fn function_words(root: &Path) -> Result<Generated> {
    let data = "data/function_words.tsv";
    let table = tsv::read(&root.join("crates/isnad-text").join(data), 3)?;
    let list = |name: &str, takes: fn(&str) -> bool| {
        let folded =
            |row: &tsv::Row| row.get(0).chars().filter_map(isnad_text::fold_char).collect::<String>();
        let words: BTreeSet<String> = table.rows.iter().filter(|row| takes(row.get(1))).map(folded).collect();
        let words: Vec<&String> = words.iter().collect();
        format!("pub(crate) static {name}: &[&str] = &{words:?};\n")
    };
    let source = rust::header(&[data])
        + &list("PREPOSITIONS", |class| class == "preposition")
        + &list("FUNCTION_WORDS", |_| true);
    Ok(Generated { path: "crates/isnad-text/src/generated/function_words.rs".into(), source })
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
