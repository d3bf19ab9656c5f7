//! Generated files are what the data says.

#[test]
fn generated_files_are_fresh() {
    let root = isnad_dev::root();
    for file in isnad_dev::tables::all(&root).unwrap() {
        let committed = std::fs::read_to_string(root.join(&file.path)).unwrap_or_default();
        assert!(committed == file.source, "{} is stale: run `cargo run -p isnad-dev`", file.path);
    }
}
