//! isnad-normalize: presentation forms, combining classes, stop words, transliteration.

use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::rust::{self, Generated};
use crate::tsv::{self, Row, Table};

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    Ok(vec![forms(root)?, combining_classes(root)?, stop_words(root)?, letters(root)?])
}

fn read(root: &Path, name: &str, columns: usize) -> Result<Table> {
    tsv::read(&root.join(format!("crates/isnad-normalize/data/{name}.tsv")), columns)
}

fn generated(name: &str, source: &str) -> Generated {
    let header = rust::header(&[&format!("data/{name}.tsv")]);
    Generated {
        path: format!("crates/isnad-normalize/src/generated/{name}.rs"),
        source: format!("{header}{source}"),
    }
}

fn code_point(row: &Row, cell: &str, path: &Path) -> Result<u32> {
    u32::from_str_radix(cell, 16).with_context(|| format!("{}:{}: {cell:?}", path.display(), row.line))
}

fn forms(root: &Path) -> Result<Generated> {
    let table = read(root, "presentation_forms", 5)?;
    let mut source = "pub(crate) static FORMS: &[(u16, bool, &str)] = &[\n".to_string();
    let mut last = 0;
    for row in &table.rows {
        let code = code_point(row, row.get(0), &table.path)?;
        ensure!(code > last, "{}:{}: not in order", table.path.display(), row.line);
        last = code;
        let text: Vec<char> = row
            .get(2)
            .split(' ')
            .map(|c| char::from_u32(code_point(row, c, &table.path)?).context("no character"))
            .collect::<Result<_>>()?;
        let escaped: String = text.iter().map(|c| c.escape_unicode().to_string()).collect();
        let _ = writeln!(source, "    ({code:#06X}, {}, \"{escaped}\"),", row.get(1) == "word");
    }
    source.push_str("];\n");
    Ok(generated("presentation_forms", &source))
}

fn combining_classes(root: &Path) -> Result<Generated> {
    let table = read(root, "combining_classes", 3)?;
    let mut source = "pub(crate) static CLASSES: &[(u16, u16, u8)] = &[\n".to_string();
    for row in &table.rows {
        let (first, last) =
            (code_point(row, row.get(0), &table.path)?, code_point(row, row.get(1), &table.path)?);
        let class: u8 =
            row.get(2).parse().with_context(|| format!("{}:{}", table.path.display(), row.line))?;
        let _ = writeln!(source, "    ({first:#06X}, {last:#06X}, {class}),");
    }
    source.push_str("];\n");
    Ok(generated("combining_classes", &source))
}

fn stop_words(root: &Path) -> Result<Generated> {
    let table = read(root, "stop_words", 2)?;
    let mut words: Vec<String> = Vec::new();
    for row in &table.rows {
        let mut folded = String::new();
        isnad_text::fold_into(row.get(0), &mut folded);
        words.push(folded);
    }
    words.sort();
    words.dedup();
    let mut source = "pub(crate) static STOP_WORDS: &[&str] = &[\n".to_string();
    for word in words {
        let _ = writeln!(source, "    {word:?},");
    }
    source.push_str("];\n");
    Ok(generated("stop_words", &source))
}

fn letters(root: &Path) -> Result<Generated> {
    let table = read(root, "transliteration", 6)?;
    let mut source = "pub(crate) static LETTERS: &[(char, [char; 4])] = &[\n".to_string();
    for row in &table.rows {
        let letter = char::from_u32(code_point(row, row.get(0), &table.path)?).context("no character")?;
        let signs: Vec<char> = (1..5).filter_map(|column| row.get(column).chars().next()).collect();
        ensure!(signs.len() == 4, "{}:{}: four schemes", table.path.display(), row.line);
        let _ = writeln!(source, "    ('{}', {signs:?}),", letter.escape_unicode());
    }
    source.push_str("];\n");
    Ok(generated("transliteration", &source))
}
