//! Reading, working and writing side by side, with the order kept and memory bounded.
//!
//! A reader thread makes batches, rayon works on the documents of one batch in parallel, a writer thread writes what
//! is done; a few batches are under way at any time.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::Duration;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::input::{self, Document};

/// A batch is full at so many documents or bytes of text.
const DOCUMENTS: usize = 256;
const BYTES: usize = 1 << 20;
/// Batches that wait between two stages.
const WAITING: usize = 2;

/// Set by Ctrl-C: what is under way is written to its last whole line, then all ends.
static STOP: AtomicBool = AtomicBool::new(false);

type Batch<T> = Vec<Result<T>>;

/// Runs every document of the files through `work` and writes the answers in order. Says whether all went well; each
/// thing that did not has its message on standard error.
pub(crate) fn run(
    files: &[PathBuf],
    threads: usize,
    progress: bool,
    out: Box<dyn Write + Send>,
    work: impl Fn(&Document) -> Result<String> + Sync,
) -> Result<bool> {
    // Ctrl-C before the handler stands ends the process as ever.
    let _ = ctrlc::set_handler(|| STOP.store(true, Ordering::Relaxed));
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().context("--threads")?;
    let bar = if progress { spinner() } else { ProgressBar::hidden() };
    let (to_work, batches) = sync_channel::<Batch<Document>>(WAITING);
    let (to_write, finished) = sync_channel::<Batch<String>>(WAITING);
    let all_well = std::thread::scope(|scope| {
        scope.spawn(move || fill(files, &to_work));
        let writer = scope.spawn({
            let bar = bar.clone();
            move || write(out, &finished, &bar)
        });
        for batch in batches {
            let answers: Batch<String> = pool.install(|| {
                batch
                    .into_par_iter()
                    .map(|document| document.and_then(|d| work(&d).with_context(|| d.id)))
                    .collect()
            });
            if to_write.send(answers).is_err() || STOP.load(Ordering::Relaxed) {
                break; // the writer has gone
            }
        }
        drop(to_write);
        writer.join().map_err(|_| anyhow::anyhow!("the writer failed"))?
    })?;
    bar.finish_and_clear();
    if STOP.load(Ordering::Relaxed) {
        eprintln!("extract: interrupted");
        return Ok(false);
    }
    Ok(all_well)
}

fn fill(files: &[PathBuf], to_work: &SyncSender<Batch<Document>>) {
    let (mut batch, mut bytes) = (Batch::new(), 0);
    input::read(files, |document| {
        bytes += document.as_ref().map_or(0, |d| d.text.len());
        batch.push(document);
        if batch.len() < DOCUMENTS && bytes < BYTES {
            return !STOP.load(Ordering::Relaxed);
        }
        bytes = 0;
        to_work.send(std::mem::take(&mut batch)).is_ok() && !STOP.load(Ordering::Relaxed)
    });
    if !batch.is_empty() {
        let _ = to_work.send(batch); // nobody listens any more: nothing to do
    }
}

/// Writes whole answers only. A reader that has closed its pipe wants no more: that is no error.
fn write(
    mut out: Box<dyn Write + Send>,
    finished: &Receiver<Batch<String>>,
    bar: &ProgressBar,
) -> Result<bool> {
    let mut all_well = true;
    for batch in finished {
        let mut lines = String::new();
        for answer in &batch {
            match answer {
                Ok(answer) => lines.push_str(answer),
                Err(error) => {
                    all_well = false;
                    bar.suspend(|| eprintln!("extract: {error:#}"));
                }
            }
        }
        match out.write_all(lines.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => bar.inc(batch.len() as u64),
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
