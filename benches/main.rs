//! How fast the layers are, beside `str::from_utf8` and memcpy over the same bytes: what counts is the ratio within one run.
//!
//! `cargo bench -p isnad-benches` runs all, `cargo run -p isnad-benches --bin results` writes the table of ratios; each
//! bench asserts its result first, so that a fast wrong answer fails. `ISNAD_BENCH_TEXT=/path/to/a/text cargo bench
//! -p isnad-benches` measures a text of your own instead.

mod layers;
mod normalize;
mod shapes;
mod text;
mod texts;

use criterion::Criterion;

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    if let Some(file) = std::env::var_os("ISNAD_BENCH_TEXT") {
        let own = std::fs::read_to_string(&file).expect("ISNAD_BENCH_TEXT names a text file in UTF-8");
        normalize::run(&mut criterion, "own", &own);
        normalize::run(&mut criterion, "own, vocalised", &texts::vocalised(&own));
        text::run(&mut criterion, "own", &own);
        layers::run(&mut criterion, "own", &own, 0);
        return criterion.final_summary();
    }
    let news = texts::news();
    let mixed = texts::mixed(&news);
    normalize::run(&mut criterion, "mixed", &mixed);
    normalize::run(&mut criterion, "vocalised", &texts::vocalised(&mixed));
    text::run(&mut criterion, "mixed", &mixed);
    text::lexicon(&mut criterion, &news);
    layers::run(&mut criterion, "mixed", &mixed, 1000);
    layers::run(&mut criterion, "news", &news, 2000);
    layers::run(&mut criterion, "vocalised", &texts::vocalised(&news), 500);
    layers::run(&mut criterion, "latin", &texts::latin(&news), 400);
    layers::run(&mut criterion, "digits", &texts::digits(&news), 1000);
    layers::run(&mut criterion, "hostile", &texts::hostile(), 0);
    criterion.final_summary();
}
