//! Reading, working and writing side by side, with the order kept and memory bounded.
//!
//! A reader makes batches and hands each to whichever worker is free, and to the writer a promise of its answers. The
//! writer takes the promises in order, and only so many are open at any time.

use std::io::{ErrorKind, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};

use crate::input::{self, Document, Input};

/// A batch is full at so many documents or bytes of text.
const DOCUMENTS: usize = 64;
const BYTES: usize = 1 << 18;
/// Batches that wait for a worker.
const WAITING: usize = 2;

/// Set by Ctrl-C: what is under way is written to its last whole line, then all ends.
static STOP: AtomicBool = AtomicBool::new(false);

/// Documents, and whom to tell the answers.
struct Batch {
    inputs: Vec<Result<Input>>,
    answers: SyncSender<Vec<Result<Vec<u8>>>>,
}

/// The answers of a batch, once they are there.
type Promise = Receiver<Vec<Result<Vec<u8>>>>;

/// Runs every document of the files through `work` and writes the answers in order. Says whether all went well; each
/// thing that did not has its message on standard error.
pub(crate) fn run(
    files: &[PathBuf],
    threads: usize,
    progress: bool,
    out: Box<dyn Write>,
    work: impl Fn(&Document) -> Result<Vec<u8>> + Sync,
) -> Result<bool> {
    // Ctrl-C before the handler stands ends the process as ever.
    let _ = ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed));
    let cores = || std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if threads == 0 { cores() } else { threads };
    let bar = if progress { spinner() } else { ProgressBar::hidden() };
    let (to_work, batches) = sync_channel::<Batch>(WAITING);
    let (to_write, promises) = sync_channel::<Promise>(WAITING + threads);
    let batches = Mutex::new(batches);
    let all_well = std::thread::scope(|scope| {
        scope.spawn(move || fill(files, &to_work, &to_write));
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(batch) = batches.lock().ok().and_then(|batches| batches.recv().ok()) {
                    let answer = |input: Result<Input>| {
                        let document = input?.parse()?;
                        work(&document).with_context(|| document.id)
                    };
                    let _ = batch.answers.send(batch.inputs.into_iter().map(answer).collect());
                }
            });
        }
        write(out, promises, &bar)
    })?;
    bar.finish_and_clear();
    if STOP.load(Ordering::Relaxed) {
        eprintln!("extract: interrupted");
        return Ok(false);
    }
    Ok(all_well)
}

fn fill(files: &[PathBuf], to_work: &SyncSender<Batch>, to_write: &SyncSender<Promise>) {
    let hand_on = |inputs: Vec<Result<Input>>| {
        let (answers, promise) = sync_channel(1);
        to_write.send(promise).is_ok() && to_work.send(Batch { inputs, answers }).is_ok()
    };
    let (mut inputs, mut bytes) = (Vec::new(), 0);
    input::read(files, |input| {
        bytes += match &input {
            Ok(Input::Document(document)) => document.text.len(),
            Ok(Input::Line(line, ..)) => line.len(),
            Err(_) => 0,
        };
        inputs.push(input);
        if inputs.len() < DOCUMENTS && bytes < BYTES {
            return !STOP.load(Ordering::Relaxed);
        }
        bytes = 0;
        hand_on(std::mem::take(&mut inputs)) && !STOP.load(Ordering::Relaxed)
    });
    if !inputs.is_empty() {
        hand_on(inputs); // nobody may listen any more: nothing to do
    }
}

/// Writes whole answers only. A reader that has closed its pipe wants no more: that is no error.
fn write(mut out: Box<dyn Write>, promises: Receiver<Promise>, bar: &ProgressBar) -> Result<bool> {
    let mut all_well = true;
    for promise in promises {
        let answers = promise.recv().context("a worker failed")?;
        let mut lines = Vec::new();
        for answer in &answers {
            match answer {
                Ok(answer) => lines.extend_from_slice(answer),
                Err(error) => {
                    all_well = false;
                    bar.suspend(|| eprintln!("extract: {error:#}"));
                }
            }
        }
        match out.write_all(&lines).and_then(|()| out.flush()) {
            Ok(()) => bar.inc(answers.len() as u64),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(all_well),
            Err(error) => return Err(error).context("cannot write the output"),
        }
    }
    Ok(all_well)
}

fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {human_pos} documents, {per_sec}, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}
