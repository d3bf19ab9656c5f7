//! Writing const tables as Rust source.

use std::fmt::Write;

use anyhow::{Result, ensure};
use isnad_text::{LexiconBuilder, LexiconTable, PhraseFlags, fold_into};

/// A generated file: its path from the workspace root and its content.
#[derive(Clone, Debug)]
pub struct Generated {
    /// Path from the root of the workspace.
    pub path: String,
    /// Its content.
    pub source: String,
}

/// The first lines of a generated file made from `data`.
///
/// ```
/// assert!(isnad_dev::rust::header(&["data/a.tsv"]).starts_with("// Made from data/a.tsv"));
/// ```
#[must_use]
pub fn header(data: &[&str]) -> String {
    format!("// Made from {} by `cargo run -p isnad-dev`. Not to be edited.\n", data.join(", "))
}

/// Adds a phrase to a lexicon, written as it folds unless it must be spelled just so: an entry written so is compared at
/// once with what the text has.
///
/// ```
/// use isnad_text::{Lexicon, PhraseFlags};
/// let mut builder = Lexicon::builder();
/// assert!(isnad_dev::rust::add(&mut builder, "أمة", 0, PhraseFlags::NONE)); // nation
/// assert_eq!(builder.into_table().phrases, "امه");
/// ```
pub fn add(builder: &mut LexiconBuilder, phrase: &str, id: u32, flags: PhraseFlags) -> bool {
    if flags.has(PhraseFlags::EXACT) {
        return builder.add(phrase, id, flags);
    }
    let mut folded = String::new();
    fold_into(phrase, &mut folded);
    builder.add(&folded, id, flags)
}

/// A static lexicon table of the given name; `path` is how its crate names isnad-text (`crate` or `isnad_text`).
///
/// ```
/// let table = isnad_text::Lexicon::builder().into_table();
/// assert!(isnad_dev::rust::lexicon("WORDS", &table, "isnad_text").contains("static WORDS"));
/// ```
#[must_use]
pub fn lexicon(name: &str, table: &LexiconTable, path: &str) -> String {
    if table.entries.len() > LARGE {
        return large_lexicon(name, table, path);
    }
    let mut out = format!(
        "pub(crate) static {name}: {path}::LexiconTable = {path}::LexiconTable {{\n    bits: {},\n",
        table.bits
    );
    list(&mut out, "buckets", table.buckets.iter().map(u32::to_string));
    let edge = |e: &isnad_text::Edge| format!("{path}::Edge{{key:{},from:{},to:{}}}", e.key, e.from, e.to);
    list(&mut out, "edges", table.edges.iter().map(edge));
    list(&mut out, "nodes", table.nodes.iter().map(u32::to_string));
    let entry = |e: &isnad_text::Entry| {
        format!(
            "{path}::Entry{{id:{},flags:{path}::PhraseFlags({}),start:{},len:{}}}",
            e.id, e.flags.0, e.start, e.len
        )
    };
    list(&mut out, "entries", table.entries.iter().map(entry));
    let _ = writeln!(out, "    phrases: ::std::borrow::Cow::Borrowed({:?}),\n}};", table.phrases);
    out
}

/// Tables with more entries than this are written as arrays of their own, with short names.
const LARGE: usize = 5000;

fn large_lexicon(name: &str, table: &LexiconTable, path: &str) -> String {
    // Literals, not calls: the compiler takes half the time over them.
    let mut out = format!("use {path}::{{Edge as G, Entry as N, PhraseFlags as F}};\n\n");
    let edge = |e: &isnad_text::Edge| format!("G{{key:{:#x},from:{},to:{}}}", e.key, e.from, e.to);
    array(&mut out, "EDGES", "G", table.edges.iter().map(edge));
    let entry = |e: &isnad_text::Entry| {
        format!("N{{id:{},flags:F({}),start:{},len:{}}}", e.id, e.flags.0, e.start, e.len)
    };
    array(&mut out, "ENTRIES", "N", table.entries.iter().map(entry));
    array(&mut out, "BUCKETS", "u32", table.buckets.iter().map(u32::to_string));
    array(&mut out, "NODES", "u32", table.nodes.iter().map(u32::to_string));
    let _ = writeln!(
        out,
        "pub(crate) static {name}: {path}::LexiconTable = {path}::LexiconTable {{\n    bits: {},\n    \
         buckets: ::std::borrow::Cow::Borrowed(&BUCKETS),\n    edges: ::std::borrow::Cow::Borrowed(&EDGES),\n    \
         nodes: ::std::borrow::Cow::Borrowed(&NODES),\n    entries: ::std::borrow::Cow::Borrowed(&ENTRIES),\n    \
         phrases: ::std::borrow::Cow::Borrowed({:?}),\n}};",
        table.bits, table.phrases
    );
    out
}

/// A static array, many items a line.
pub(crate) fn array(out: &mut String, name: &str, of: &str, items: impl Iterator<Item = String>) {
    let (mut body, mut count, mut width) = (String::new(), 0, 0);
    for item in items {
        if width == 0 {
            body.push('\n');
        }
        body.push_str(&item);
        body.push(',');
        count += 1;
        width = if width > 150 { 0 } else { width + item.len() + 1 };
    }
    let _ = writeln!(out, "pub(crate) static {name}: [{of}; {count}] = [{body}\n];");
}

/// Rows of numbers as one string of digits to the base of 64, each cell in so many digits: the most compact form that
/// is text, read back by the compiler.
pub(crate) fn digits<const N: usize>(
    out: &mut String,
    name: &str,
    widths: [u32; N],
    rows: &[[u64; N]],
) -> Result<()> {
    let mut written = Vec::new();
    for row in rows {
        let mut cells = String::new();
        for (&cell, width) in row.iter().zip(widths) {
            ensure!(width >= 11 || cell < 1 << (6 * width), "{name}: {cell} has more than {width} digits");
            // The backslash would need another before it.
            let digit = |n| match b'(' + (cell >> (6 * n) & 63) as u8 {
                b'\\' => '~',
                byte => char::from(byte),
            };
            cells.extend((0..width).rev().map(digit));
        }
        written.push(cells);
    }
    let len: usize = written.iter().map(String::len).sum();
    let _ = writeln!(out, "pub(crate) static {name}: &[u8; {len}] = b\"{}\";", lines(written.into_iter()));
    Ok(())
}

/// Strings end to end as one, several a line.
pub(crate) fn text(out: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let escaped = items.map(|item| item.replace('\\', "\\\\").replace('"', "\\\""));
    let _ = writeln!(out, "pub(crate) static {name}: &str = \"{}\";", lines(escaped));
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let (mut out, mut width) = (String::new(), 160);
    for item in items {
        // The first space of a line would be passed over.
        if width >= 160 && !item.starts_with(' ') {
            out.push_str("\\\n");
            width = 0;
        }
        out.push_str(&item);
        width += item.len();
    }
    out
}

fn list(out: &mut String, field: &str, items: impl Iterator<Item = String>) {
    let _ = write!(out, "    {field}: ::std::borrow::Cow::Borrowed(&[");
    let mut width = 0;
    for item in items {
        if width == 0 {
            out.push_str("\n        ");
        }
        out.push_str(&item);
        out.push(',');
        width = if width > 100 { 0 } else { width + item.len() + 1 };
    }
    out.push_str("]),\n");
}
