//! Reading `data/*.tsv`: `#` lines are comments, every other line has the same number of cells.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The rows of one file.
#[derive(Clone, Debug)]
pub struct Table {
    /// Where it was read from.
    pub path: PathBuf,
    /// Line number and cells.
    pub rows: Vec<Row>,
}

/// One line.
#[derive(Clone, Debug)]
pub struct Row {
    /// Line number, from 1.
    pub line: usize,
    /// Its cells.
    pub cells: Vec<String>,
}

impl Row {
    /// The cell of a column; `-` and cells that are not there are empty.
    ///
    /// ```
    /// let row = isnad_dev::tsv::Row { line: 1, cells: vec!["a".into(), "-".into()] };
    /// assert_eq!((row.get(0), row.get(1), row.get(2)), ("a", "", ""));
    /// ```
    #[must_use]
    pub fn get(&self, column: usize) -> &str {
        match self.cells.get(column).map(String::as_str) {
            Some("-") | None => "",
            Some(cell) => cell,
        }
    }

    /// The parts of a cell that lists several, separated by `separator`.
    ///
    /// ```
    /// let row = isnad_dev::tsv::Row { line: 1, cells: vec!["a|b".into()] };
    /// assert_eq!(row.list(0, '|').collect::<Vec<_>>(), ["a", "b"]);
    /// ```
    pub fn list(&self, column: usize, separator: char) -> impl Iterator<Item = &str> {
        self.get(column).split(separator).map(str::trim).filter(|part| !part.is_empty())
    }
}

/// Reads a file, whose rows must all have `columns` cells.
///
/// # Errors
///
/// Names the file and line of the first row that has not.
///
/// ```
/// let table = isnad_dev::tsv::read(&isnad_dev::root().join("crates/isnad-text/data/abbreviations.tsv"), 2).unwrap();
/// assert_eq!(table.rows[0].get(0), "د");
/// ```
pub fn read(path: &Path, columns: usize) -> Result<Table> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let mut rows = Vec::new();
    for (n, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with("# ") || line == "#" {
            continue;
        }
        let cells: Vec<String> = line.split('\t').map(str::to_string).collect();
        ensure!(
            cells.len() == columns && !cells.iter().any(|c| c.is_empty() || c.trim() != c),
            "{}:{}: expected {columns} cells without padding (- for none), found {:?}",
            path.display(),
            n + 1,
            cells
        );
        rows.push(Row { line: n + 1, cells });
    }
    Ok(Table { path: path.to_path_buf(), rows })
}
