//! Writes RESULTS.md from what `cargo bench -p isnad-benches` has left in `target/criterion`: one table of ratios.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// Bytes a second by group and bench.
type Speeds = BTreeMap<String, BTreeMap<String, f64>>;

const REFERENCE: &str = "reference: std::str::from_utf8";

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("../target"), PathBuf::from);
    let mut speeds = Speeds::new();
    collect(&target.join("criterion"), &mut speeds);
    if speeds.is_empty() {
        eprintln!("results: nothing measured yet: cargo bench -p isnad-benches");
        std::process::exit(1);
    }
    let table = table(&speeds);
    std::fs::write(root.join("RESULTS.md"), &table).expect("RESULTS.md");
    print!("{table}");
}

/// Every folder `new` holds one bench: its name and throughput, and the median time.
fn collect(folder: &Path, speeds: &mut Speeds) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.is_dir()) {
        if path.ends_with("new") {
            let read = |name: &str| -> Option<Value> {
                serde_json::from_slice(&std::fs::read(path.join(name)).ok()?).ok()
            };
            let (Some(bench), Some(estimates)) = (read("benchmark.json"), read("estimates.json")) else {
                continue;
            };
            let bytes = bench["throughput"]["Bytes"].as_f64();
            let nanoseconds = estimates["median"]["point_estimate"].as_f64();
            let names = (bench["group_id"].as_str(), bench["function_id"].as_str());
            if let (Some(bytes), Some(ns), (Some(group), Some(function))) = (bytes, nanoseconds, names) {
                speeds.entry(group.to_string()).or_default().insert(function.to_string(), bytes * 1e9 / ns);
            }
        } else {
            collect(&path, speeds);
        }
    }
}

fn table(speeds: &Speeds) -> String {
    let run = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().ok();
        output.map_or(String::new(), |o| String::from_utf8_lossy(&o.stdout).trim().to_string())
    };
    let machine = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let machine =
        machine.lines().find_map(|l| l.strip_prefix("model name")?.split(": ").nth(1)).unwrap_or("unknown");
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut out = String::from(
        "# Results\n\nWritten by `cargo run -p isnad-benches --bin results` after `cargo bench -p isnad-benches`.\n",
    );
    let (date, compiler) = (run("date", &["-u", "+%F"]), run("rustc", &["--version"]));
    let _ = writeln!(out, "{date}; {machine}, {cores} cores; {compiler}. One thread; medians.\n");
    let _ = writeln!(
        out,
        "The ratio is to `std::str::from_utf8` over the same bytes in the same run: 1.0 is as fast.\n"
    );
    let _ = writeln!(out, "| Text | Work | MB/s | Ratio |\n|---|---|---:|---:|");
    for (group, benches) in speeds {
        let reference = benches.get(REFERENCE).copied().unwrap_or(f64::NAN);
        for (bench, speed) in benches {
            let _ = writeln!(out, "| {group} | {bench} | {:.1} | {:.3} |", speed / 1e6, speed / reference);
        }
    }
    out
}
