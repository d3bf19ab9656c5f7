//! Arabic words in the grammar of claims: their number may only fall, and each is written as text folds.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use isnad_text::fold_into;

/// How many Arabic literals each file has, as committed; `ISNAD_WRITE_WORDS=1` writes it anew.
const COMMITTED: &str = "crates/isnad-dev/tests/words_in_code.tsv";

/// A literal of the code, without its quotation marks, and its line.
struct Literal {
    line: usize,
    word: String,
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{64A}' | '\u{671}'..='\u{6D3}')
}

/// The Arabic literals of a source file, before its tests.
fn literals(source: &str) -> Vec<Literal> {
    let code = source.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let mut found = Vec::new();
    for (at, line) in code.lines().enumerate() {
        let mut rest = line.chars().peekable();
        while let Some(c) = rest.next() {
            let word: String = match c {
                '/' if rest.peek() == Some(&'/') => break,
                '"' => {
                    let mut escaped = false;
                    rest.by_ref()
                        .take_while(|&c| {
                            let ends = c == '"' && !escaped;
                            escaped = c == '\\' && !escaped;
                            !ends
                        })
                        .collect()
                }
                // A lifetime has no letter of Arabic.
                '\'' if rest.peek().copied().is_some_and(is_arabic) => {
                    rest.by_ref().take_while(|&c| c != '\'').collect()
                }
                _ => continue,
            };
            if word.contains(is_arabic) {
                found.push(Literal { line: at, word });
            }
        }
    }
    found
}

/// The sources of the claim layer that people write, by their paths below it.
fn sources(root: &Path) -> Vec<(String, String)> {
    let base = root.join("crates/isnad-claims/src");
    let mut folders: Vec<PathBuf> = vec![base.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(&base).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                if name != "generated" {
                    folders.push(path);
                }
            } else if name.ends_with(".rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                found.push((name, source));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn words_in_code_grow_fewer() {
    let root = isnad_dev::root();
    let counts: Vec<(String, usize)> =
        sources(&root).into_iter().map(|(name, source)| (name, literals(&source).len())).collect();
    if std::env::var_os("ISNAD_WRITE_WORDS").is_some() {
        let mut out = String::from(
            "# Arabic literals in each file of crates/isnad-claims/src, outside tests and tables: knowledge of words belongs to data/*.tsv.\n",
        );
        for (name, count) in counts.iter().filter(|(_, count)| *count > 0) {
            writeln!(out, "{name}\t{count}").unwrap();
        }
        std::fs::write(root.join(COMMITTED), out).unwrap();
        return;
    }
    let committed = isnad_dev::tsv::read(&root.join(COMMITTED), 2).unwrap();
    for (name, count) in counts {
        let row = committed.rows.iter().find(|row| row.get(0) == name);
        let most = row.map_or(0, |row| row.get(1).parse().unwrap());
        assert!(
            count <= most,
            "{name} has {count} Arabic literals, of {most}: put the new words into crates/isnad-claims/data"
        );
    }
}

/// What is compared with a folded word must be written as it folds, or it is never met.
#[test]
fn words_in_code_are_folded() {
    let mut wrong = Vec::new();
    for (name, source) in sources(&isnad_dev::root()) {
        let lines: Vec<&str> = source.lines().collect();
        for Literal { line, word } in literals(&source) {
            // Words as they are written, hamza and all: the statement says so in the lines around.
            let near = lines.get(line.saturating_sub(3)..(line + 1).min(lines.len())).unwrap_or_default();
            let written =
                near.iter().any(|l| ["surface", "slice(", "source()"].iter().any(|w| l.contains(w)));
            let mut folded = String::new();
            fold_into(&word, &mut folded);
            if folded != word && !written {
                wrong.push(format!("{name}:{}: {word} folds to {folded}", line + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
