//! The layers above the text, each alone over what the layers below it found, and everything from text to record.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use isnad::Analyzer;
use isnad::claims::Extractor;
use isnad::dates::{Dates, Reference};
use isnad::entities::Entities;
use isnad::numerals::Numerals;
use isnad::text::{OffsetUnit, Text};

/// What `name` should hold, in results a megabyte, so that a fast wrong answer fails.
pub(crate) fn run(criterion: &mut Criterion, name: &str, source: &str, least: usize) {
    let reference: Option<Reference> = "2024-03-20".parse().ok();
    let (numerals, date_grammar, entity_rules, extractor) =
        (Numerals::new(), Dates::new(), Entities::new(), Extractor::new());
    let text = Text::new(source);
    let quantities = numerals.find(&text);
    let dates = date_grammar.find(&text, &quantities, reference);
    let entities = entity_rules.find(&text);
    let found = extractor.find(&text, &quantities, &dates, &entities, reference);
    let least = least * (source.len() >> 20);
    assert!(quantities.len() >= least && dates.len() >= least && entities.len() >= least, "{name}");
    assert!(found.claims.len() >= least / 2 && found.counts.len() >= least / 5, "{name}");

    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Bytes(source.len() as u64));
    let mut copy = vec![0; source.len()];
    group.bench_function("reference: memcpy", |b| {
        b.iter(|| black_box(&mut copy).copy_from_slice(black_box(source.as_bytes())));
    });
    group.bench_function("reference: std::str::from_utf8", |b| {
        b.iter(|| std::str::from_utf8(black_box(source.as_bytes())).map(str::len));
    });
    group.bench_function("text", |b| b.iter(|| Text::new(black_box(source)).tokens().len()));
    group.bench_function("numerals", |b| b.iter(|| numerals.find(black_box(&text)).len()));
    group.bench_function("dates", |b| {
        b.iter(|| date_grammar.find(black_box(&text), &quantities, reference).len());
    });
    group.bench_function("entities", |b| b.iter(|| entity_rules.find(black_box(&text)).len()));
    group.bench_function("claims", |b| {
        b.iter(|| extractor.find(black_box(&text), &quantities, &dates, &entities, reference).claims.len());
    });
    let analyzer = Analyzer::new();
    group.bench_function("everything", |b| b.iter(|| analyzer.analyze(black_box(source)).claims.len()));
    let document = analyzer.analyze(source);
    group.bench_function("record as JSON", |b| {
        b.iter(|| {
            serde_json::to_string(&document.record("x", OffsetUnit::Bytes)).map(|json| json.len()).ok()
        });
    });
    #[cfg(feature = "peers")]
    peers(&mut group, source, &entities);
    group.finish();
}

/// The names of the text by an automaton over bytes: what a list alone would cost, without words, folds or rules.
#[cfg(feature = "peers")]
fn peers(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    source: &str,
    entities: &[isnad::entities::Entity],
) {
    let names: std::collections::BTreeSet<&str> =
        entities.iter().filter_map(|e| source.get(e.span.range())).collect();
    let Ok(automaton) = aho_corasick::AhoCorasick::builder()
        .match_kind(aho_corasick::MatchKind::LeftmostLongest)
        .build(&names)
    else {
        return;
    };
    assert!(automaton.find_iter(source).count() >= entities.len() / 2);
    group.bench_function("peer of entities: aho-corasick over the same names", |b| {
        b.iter(|| automaton.find_iter(black_box(source)).count());
    });
    use unicode_segmentation::UnicodeSegmentation;
    group.bench_function("peer of text: unicode-segmentation, words", |b| {
        b.iter(|| black_box(source).unicode_words().count());
    });
    let segmenter = icu_segmenter::WordSegmenter::new_auto(Default::default());
    group.bench_function("peer of text: icu_segmenter, words", |b| {
        b.iter(|| segmenter.segment_str(black_box(source)).count());
    });
    let stemmer = rust_stemmers::Stemmer::create(rust_stemmers::Algorithm::Arabic);
    group.bench_function("peer of normalize: rust-stemmers, every word", |b| {
        b.iter(|| black_box(source).split_whitespace().map(|w| stemmer.stem(w).len()).sum::<usize>());
    });
}
