//! What fuzzing has found once stays mended: every input under `fuzz/regressions` holds what the fuzz targets assert.

#[path = "../../fuzz/src/lib.rs"]
#[allow(unreachable_pub, missing_docs, dead_code)]
mod checks;

use std::path::Path;

#[test]
fn inputs_that_fuzzing_found() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/regressions"));
    let mut count = 0;
    for (name, check) in checks::TARGETS {
        let folder = root.join(name);
        for file in std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = file.expect("an entry").path();
            let bytes = std::fs::read(&path).expect("an input");
            eprintln!("{}", path.display());
            check(&bytes);
            count += 1;
        }
    }
    assert!(count >= 12, "{count} inputs: are the regressions where they should be?");
}

/// A little of what the fuzzer does, the same at every run: rows of words, and articles cut and joined.
#[test]
fn rows_of_words() {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for round in 0..120 {
        let mut bytes = vec![1];
        bytes.extend((0..20 + round).map(|_| next().to_le_bytes()[3]));
        for (_, check) in checks::TARGETS.iter().take(7) {
            check(&bytes);
        }
    }
}
