//! How fast the layers are, beside `str::from_utf8` over the same bytes: what counts is the ratio within one run.
//!
//! `cargo bench` runs all; each bench asserts its result first, so that a fast wrong answer fails.

mod normalize;
mod text;

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use isnad::Analyzer;
use isnad::claims::Extractor;
use isnad::dates::{Dates, Reference};
use isnad::entities::Entities;
use isnad::numerals::Numerals;
use isnad::text::Text;

/// The project's own articles, repeated to a quarter of a megabyte.
fn news() -> String {
    let articles = [
        include_str!("../examples/data/conflict.txt"),
        include_str!("../examples/data/disaster.txt"),
        include_str!("../examples/data/economy.txt"),
        include_str!("../examples/data/health.txt"),
        include_str!("../examples/data/politics.txt"),
    ]
    .join("\n\n");
    articles.repeat(250_000 / articles.len() + 1)
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(20);
    normalize::run(&mut criterion, &news());
    text::run(&mut criterion, &news());
    layers(&mut criterion);
    criterion.final_summary();
}

fn layers(criterion: &mut Criterion) {
    let source = news();
    let reference: Option<Reference> = "2024-03-20".parse().ok();
    let (numerals, date_grammar, entity_rules, extractor) =
        (Numerals::new(), Dates::new(), Entities::new(), Extractor::new());
    let text = Text::new(&source);
    let quantities = numerals.find(&text);
    let dates = date_grammar.find(&text, &quantities, reference);
    let entities = entity_rules.find(&text);
    let found = extractor.find(&text, &quantities, &dates, &entities, reference);
    assert!(text.tokens().len() > 10_000 && quantities.len() > 1000 && dates.len() > 500);
    assert!(entities.len() > 1000 && found.claims.len() > 500 && found.counts.len() > 200);

    let mut group = criterion.benchmark_group("news");
    group.throughput(Throughput::Bytes(source.len() as u64));
    group.bench_function("reference: std::str::from_utf8", |b| {
        b.iter(|| std::str::from_utf8(black_box(source.as_bytes())).map(str::len));
    });
    group.bench_function("text", |b| b.iter(|| Text::new(black_box(&source)).tokens().len()));
    group.bench_function("numerals", |b| b.iter(|| numerals.find(black_box(&text)).len()));
    group.bench_function("dates", |b| {
        b.iter(|| date_grammar.find(black_box(&text), &quantities, reference).len())
    });
    group.bench_function("entities", |b| b.iter(|| entity_rules.find(black_box(&text)).len()));
    group.bench_function("claims", |b| {
        b.iter(|| extractor.find(black_box(&text), &quantities, &dates, &entities, reference).claims.len());
    });
    let analyzer = Analyzer::new();
    group.bench_function("everything", |b| b.iter(|| analyzer.analyze(black_box(&source)).claims.len()));
    group.finish();
}
