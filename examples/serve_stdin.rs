//! Isnad behind a pipe, for programs in other languages: one JSON line in, one JSON line out, at once.
//!
//! In: `{"id": "…", "text": "…", "date": "2024-01-18"}` (`id` and `date` may be left out). Out: the record, or
//! `{"error": "…", "line": 3, "id": "…"}`. Every line has exactly one answer, flushed before the next is read; the
//! process ends where its input ends, or when nobody reads its answers any more.
//!
//! ```text
//! $ echo '{"id": "a", "text": "قال مصدر إن 12 شخصا قتلوا"}' | cargo run --release --example serve_stdin
//! ```

use std::io::{self, BufRead, ErrorKind, Read, Write};

use isnad::Analyzer;
use isnad::dates::Reference;
use isnad::text::OffsetUnit;
use serde::Deserialize;
use serde_json::{Value, json};

/// Longest line that is read, in bytes. What is longer is answered with an error, and skipped.
const LONGEST: u64 = 16 << 20;

#[derive(Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    text: String,
    date: Option<String>,
}

fn main() -> io::Result<()> {
    match serve(io::stdin().lock(), io::stdout().lock()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

fn serve(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let analyzer = Analyzer::new();
    let mut line = Vec::new();
    for number in 1_usize.. {
        line.clear();
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let answer = if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
            skip_line(&mut input)?;
            Err((format!("the line is longer than {LONGEST} bytes"), Value::Null))
        } else if line.trim_ascii().is_empty() {
            continue;
        } else {
            answer(&analyzer, &line)
        };
        let answer = answer
            .unwrap_or_else(|(error, id)| json!({"error": error, "line": number, "id": id}).to_string());
        output.write_all((answer + "\n").as_bytes())?;
        output.flush()?;
    }
    Ok(())
}

/// The record of one request, or what is wrong with it and whose it was.
fn answer(analyzer: &Analyzer, line: &[u8]) -> Result<String, (String, Value)> {
    let request: Request = serde_json::from_slice(line).map_err(|e| (e.to_string(), Value::Null))?;
    let id = match &request.id {
        Value::Null => String::new(),
        Value::String(id) => id.clone(),
        other => other.to_string(),
    };
    let reference: Option<Reference> = match request.date.as_deref().filter(|date| !date.is_empty()) {
        Some(date) => Some(date.parse().map_err(|e| (format!("{e}"), request.id.clone()))?),
        None => None,
    };
    let document = match reference {
        Some(reference) => analyzer.analyze_at(&request.text, reference),
        None => analyzer.analyze(&request.text),
    };
    serde_json::to_string(&document.record(&id, OffsetUnit::Bytes)).map_err(|e| (e.to_string(), request.id))
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (used, ends) = match buffer.iter().position(|&b| b == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(used);
        if ends {
            return Ok(());
        }
    }
}
