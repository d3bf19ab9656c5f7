//! What the README shows is what the code does.

use std::path::Path;
use std::process::Command;

/// The README's example: the quoted line in, the `text` block out.
#[test]
fn readme_example_is_real() {
    let readme = include_str!("../../README.md");
    let shown =
        readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("its output");
    let output = extract(&["--reference", "2024-01-18", &example()]);
    let output: String = output.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    assert_eq!(output.trim(), shown.trim(), "put this into the README:\n{output}");
}

/// The README's record: every value shown stands in the record of the README's example.
#[test]
fn readme_record_is_real() {
    let readme = include_str!("../../README.md");
    let shown = readme.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a record");
    let shown: serde_json::Value = serde_json::from_str(shown).expect("JSON");
    let record = extract(&["--format", "jsonl", "--reference", "2024-01-18", &example()]);
    let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
    for (field, value) in shown.as_object().expect("an object") {
        let is_real = match value {
            serde_json::Value::Array(some) => {
                some.iter().all(|one| record[field].as_array().is_some_and(|all| all.contains(one)))
            }
            value => *value == record[field],
        };
        assert!(is_real, "{field} of the README is not in\n{record}");
    }
    assert_eq!(shown.as_object().map(serde_json::Map::len), record.as_object().map(serde_json::Map::len));
}

/// Sample articles, as programs and as people see them; every line of these files was read against the article, and what
/// is wrong in them is listed in `data/README.md`.
#[test]
fn sample_articles_are_read_as_expected() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/");
    for article in ["conflict", "disaster", "politics"] {
        for (format, ending) in [("jsonl", "expected.jsonl"), ("pretty", "expected.txt")] {
            let name = format!("{article}.{ending}");
            let expected = std::fs::read_to_string(format!("{folder}{name}")).expect(&name);
            let found = extract(&["--format", format, &format!("{folder}{article}.txt")]);
            assert!(found == expected, "{name} differs: see CONTRIBUTING.md");
        }
    }
}

/// The README's quoted line in a file.
fn example() -> String {
    let input = include_str!("../../README.md").lines().find_map(|line| line.strip_prefix("> "));
    let folder = std::env::temp_dir().join(format!("isnad-readme-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the example");
    let file = folder.join("readme.txt");
    std::fs::write(&file, input.expect("an example")).expect("the example's input");
    file.to_string_lossy().into_owned()
}

/// Runs the example `extract`, which a full `cargo test` has built beside this test; `cargo test --test readme` alone
/// builds no example, and one that is older than what it is made of would say nothing of the code.
fn extract(arguments: &[&str]) -> String {
    let this = std::env::current_exe().expect("the path of this test");
    let path = this.ancestors().nth(2).expect("target/debug").join("examples/extract");
    let built = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified());
    let made_of = std::fs::read_to_string(path.with_extension("d")).unwrap_or_default();
    for source in made_of.split_whitespace().skip(1) {
        let is_newer = built(source.as_ref()).ok() > built(&path).ok();
        assert!(
            !is_newer,
            "{source} has changed: run `cargo build -p isnad-examples --example extract` first"
        );
    }
    let output =
        Command::new(&path).args(arguments).output().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}
