//! `cargo run -p isnad-dev` refreshes every `src/generated/*.rs` from `data/*.tsv`.

fn main() -> anyhow::Result<()> {
    let root = isnad_dev::root();
    for file in isnad_dev::tables::all(&root)? {
        let path = root.join(&file.path);
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&file.source) {
            std::fs::create_dir_all(path.parent().unwrap_or(&root))?;
            std::fs::write(&path, &file.source)?;
            println!("{}", file.path);
        }
    }
    Ok(())
}
