//! The main job: Arabic news in, claims that can be checked out.
//!
//! `cargo run --release --example extract` reads the bundled article; `--help` says the rest.

#[path = "../bounds.rs"]
mod bounds;
mod input;
mod pipeline;
mod pretty;

use std::fs::File;
use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use isnad::dates::Reference;
use isnad::text::OffsetUnit;

/// Extract who said what, how many, where and when from Arabic news.
///
/// FILE is *.txt (one document), *.jsonl (one {"id", "text", "date"?} a line) or - for standard input (either).
/// Without any, the bundled sample article is read.
#[derive(Parser)]
#[command(name = "extract", version)]
struct Options {
    /// Files to read.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Date that relative dates are resolved against, where a line of JSONL bears none: YYYY-MM-DD, or with Thh:mm:ss.
    #[arg(long, value_name = "DATE")]
    reference: Option<Reference>,
    /// For people or for programs.
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    format: Format,
    /// What offsets count.
    #[arg(long, value_enum, default_value_t = Unit::Bytes)]
    offsets: Unit,
    /// Threads to work with; all cores if not given.
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    threads: usize,
    /// Where to write; standard output if not given.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Readable in a terminal.
    Pretty,
    /// One JSON record a line.
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum Unit {
    Bytes,
    Chars,
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> OffsetUnit {
        match unit {
            Unit::Bytes => OffsetUnit::Bytes,
            Unit::Chars => OffsetUnit::Chars,
            Unit::Utf16 => OffsetUnit::Utf16,
        }
    }
}

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("extract: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything could be read.
fn run(options: &Options) -> anyhow::Result<bool> {
    use anyhow::Context;
    let out: Box<dyn Write> = match &options.output {
        Some(path) => Box::new(File::create(path).with_context(|| path.display().to_string())?),
        None => Box::new(stdout()),
    };
    // A progress line would mix with results on the same terminal.
    let progress = std::io::stderr().is_terminal() && (options.output.is_some() || !stdout().is_terminal());
    let analyzer = isnad::Analyzer::new();
    let unit = OffsetUnit::from(options.offsets);
    pipeline::run(&options.files, options.threads, progress, out, |document| {
        let found = match document.date.or(options.reference) {
            Some(reference) => analyzer.analyze_at(&document.text, reference),
            None => analyzer.analyze(&document.text),
        };
        match options.format {
            Format::Pretty => Ok(pretty::page(&found, &document.id).into_bytes()),
            Format::Jsonl => {
                // Records are some four times as long as their texts.
                let mut line = Vec::with_capacity(5 * document.text.len());
                serde_json::to_writer(&mut line, &found.record(&document.id, unit))?;
                line.push(b'\n');
                Ok(line)
            }
        }
    })
}
