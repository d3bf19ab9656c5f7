//! What is read: whole text files, or lines of JSONL, one at a time. Reading is one thing and parsing another, so that the
//! thread that reads does no more than that.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, anyhow, bail};
use isnad::dates::Reference;
use serde::Deserialize;

/// One document to analyse.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) date: Option<Reference>,
}

/// What was read of a document.
pub(crate) enum Input {
    Document(Document),
    /// A line of JSONL, and where it stands.
    Line(Vec<u8>, Arc<Path>, usize),
}

impl Input {
    pub(crate) fn parse(self) -> Result<Document> {
        match self {
            Input::Document(document) => Ok(document),
            Input::Line(line, path, number) => {
                parse(&line).with_context(|| format!("{}:{number}", path.display()))
            }
        }
    }
}

/// What a line of JSONL must look like.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    date: Option<String>,
}

/// Hands every document of the files to `each`, in order; a broken one as an error with its place. Stops when `each`
/// answers `false`.
pub(crate) fn read(files: &[PathBuf], mut each: impl FnMut(Result<Input>) -> bool) {
    if files.is_empty() {
        let text = include_str!("../data/conflict.txt").to_string();
        each(Ok(Input::Document(Document { id: "conflict.txt".to_string(), text, date: None })));
    }
    for path in files {
        let goes_on = match open(path) {
            Ok(Source::Text(reader)) => each(whole(reader, path).map(Input::Document)),
            Ok(Source::Lines(reader)) => lines(reader, path, &mut each),
            Err(error) => each(Err(error)),
        };
        if !goes_on {
            return;
        }
    }
}

enum Source {
    Text(Box<dyn BufRead>),
    Lines(Box<dyn BufRead>),
}

fn open(path: &Path) -> Result<Source> {
    if path == Path::new("-") {
        let mut reader = BufReader::new(std::io::stdin());
        let start = reader.fill_buf().context("standard input")?;
        let start = start.strip_prefix(BOM).unwrap_or(start);
        let is_json = start.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'{');
        return Ok(if is_json { Source::Lines(Box::new(reader)) } else { Source::Text(Box::new(reader)) });
    }
    let file = File::open(path).with_context(|| path.display().to_string())?;
    if file.metadata().is_ok_and(|m| m.is_dir()) {
        bail!("{}: is a directory", path.display());
    }
    let reader = Box::new(BufReader::with_capacity(1 << 16, file));
    let is_lines = path.extension().is_some_and(|e| e == "jsonl" || e == "ndjson");
    Ok(if is_lines { Source::Lines(reader) } else { Source::Text(reader) })
}

const BOM: &[u8] = b"\xEF\xBB\xBF";

fn whole(mut reader: Box<dyn BufRead>, path: &Path) -> Result<Document> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes).with_context(|| path.display().to_string())?;
    let text = String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        let line = e.as_bytes().iter().take(at).filter(|&&b| b == b'\n').count() + 1;
        anyhow!("{}:{line}: not UTF-8 (byte {at})", path.display())
    })?;
    let id = path.file_name().map_or_else(|| "-".to_string(), |name| name.to_string_lossy().into_owned());
    Ok(Document { id, text, date: None })
}

fn lines(mut reader: Box<dyn BufRead>, path: &Path, each: &mut impl FnMut(Result<Input>) -> bool) -> bool {
    let path: Arc<Path> = path.into();
    for number in 1.. {
        let mut line = Vec::new();
        match reader.read_until(b'\n', &mut line) {
            Ok(0) => return true,
            Ok(_) => {}
            Err(error) => {
                return each(Err(error).with_context(|| format!("{}:{number}", path.display())));
            }
        }
        if number == 1 && line.starts_with(BOM) {
            line.drain(..BOM.len());
        }
        if !line.trim_ascii().is_empty() && !each(Ok(Input::Line(line, path.clone(), number))) {
            return false;
        }
    }
    true
}

fn parse(line: &[u8]) -> Result<Document> {
    let line =
        std::str::from_utf8(line).map_err(|e| anyhow!("not UTF-8 (byte {} of the line)", e.valid_up_to()))?;
    let Line { id, text, date } = serde_json::from_str(line).map_err(|e| {
        // It counts lines in what it was given, of which there is one; the caller knows its number in the file.
        let (told, column) = (e.to_string(), e.column());
        let cause = told.strip_suffix(&format!(" at line {} column {column}", e.line())).unwrap_or(&told);
        anyhow!("{cause} (column {column})")
    })?;
    let id = match id {
        serde_json::Value::String(id) => id,
        serde_json::Value::Number(id) => id.to_string(),
        other => bail!("`id` must be a text or a number, not {other}"),
    };
    let date = date.filter(|d| !d.is_empty()).map(|d| d.parse()).transpose()?;
    Ok(Document { id, text, date })
}
