//! Counts instructions by callgrind, which a busy machine cannot disturb.
//!
//! `instructions` fails where the sample article costs over 5 % more than the committed figure (`instructions.tsv`), or
//! where a hostile shape of eight times the length costs more than 9.6 times as much. `--write` refreshes the figures;
//! `--long` goes from 1 kB to 1 MB. Figures of another compiler are shown, not compared.

mod shapes;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const FIGURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/instructions.tsv");
const STAGES: [&str; 3] = ["normalize", "text", "everything"];
/// What must go through hostile shapes in linear time.
const HOSTILE_STAGES: [&str; 3] = ["presets", "text", "everything"];
/// In hundredths of the committed figure.
const MOST: u64 = 105;
/// Eight times the length may cost so many tenths of the instructions: linear, and a fifth for what is looked up ever
/// further apart.
const SLOPE: u64 = 96;

fn main() -> ExitCode {
    let options: Vec<String> = std::env::args().skip(1).collect();
    let has = |option: &str| options.iter().any(|o| o == option);
    if Command::new("valgrind").arg("--version").output().is_err() {
        eprintln!("instructions: no valgrind here (apt-get install valgrind)");
        return ExitCode::FAILURE;
    }
    let compiler = compiler();
    let mut well = true;
    let committed = std::fs::read_to_string(FIGURES).unwrap_or_default();
    let is_same_compiler = committed.lines().any(|line| line == format!("# {compiler}"));
    let mut written = format!(
        "# Instructions for the sample article, by callgrind; written by `instructions --write`.\n# {compiler}\n"
    );
    let start = count(&["nothing"]);
    for stage in STAGES {
        let figure = count(&[stage]).saturating_sub(start);
        written.push_str(&format!("{stage}\t{figure}\n"));
        let before: Option<u64> =
            committed.lines().find_map(|line| line.strip_prefix(stage)?.trim().parse().ok());
        let rise = before.map_or(0.0, |before| figure as f64 * 100.0 / before as f64 - 100.0);
        println!("{stage:<12}{figure:>14} instructions  {rise:+.1} %");
        if !has("--write") && is_same_compiler && before.is_none_or(|b| figure * 100 > b * MOST) {
            eprintln!("instructions: `{stage}` costs over 5 % more than committed (refresh: --write)");
            well = false;
        }
    }
    if !is_same_compiler && !has("--write") {
        println!("(the committed figures are of another compiler: shown, not compared)");
    }
    if has("--write") {
        std::fs::write(FIGURES, written).expect("the figures");
    }
    let sizes: &[usize] =
        if has("--long") { &[1 << 10, 1 << 13, 1 << 16, 1 << 19, 1 << 20] } else { &[1 << 13, 1 << 16] };
    let cases = shapes::SHAPES.iter().flat_map(|(shape, _)| HOSTILE_STAGES.map(|stage| (*shape, stage)));
    for (shape, stage) in cases {
        let counts: Vec<u64> = sizes
            .iter()
            .map(|n| {
                let n = n.to_string();
                count(&[stage, shape, &n]).saturating_sub(count(&["nothing", shape, &n]))
            })
            .collect();
        let per_byte: Vec<u64> = counts.iter().zip(sizes).map(|(c, n)| c / *n as u64).collect();
        println!("{shape:<30}{stage:<12} instructions a byte at {sizes:?}: {per_byte:?}");
        for (pair, size) in counts.windows(2).zip(sizes.windows(2)) {
            // What a text costs however short it is weighs in the first kilobyte only.
            if size[0] >= 1 << 13 && pair[1] * 80 > pair[0] * SLOPE * (size[1] / size[0]) as u64 {
                eprintln!(
                    "instructions: `{shape}`, {stage}, is not linear from {} to {} bytes",
                    size[0], size[1]
                );
                well = false;
            }
        }
    }
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn compiler() -> String {
    let output = Command::new("rustc").arg("--version").output().expect("rustc");
    String::from_utf8_lossy(&output.stdout).trim().to_string()
}

/// Instructions of one run of `once`, which stands beside this program.
fn count(arguments: &[&str]) -> u64 {
    let this: PathBuf = std::env::current_exe().expect("the path of this program");
    let once = this.parent().unwrap_or(Path::new(".")).join("once");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(once)
        .args(arguments)
        .output()
        .expect("valgrind runs");
    let told = String::from_utf8_lossy(&output.stderr);
    let collected = told.lines().find_map(|line| line.split("Collected :").nth(1)?.trim().parse().ok());
    collected.unwrap_or_else(|| panic!("callgrind told no count: {told}"))
}
