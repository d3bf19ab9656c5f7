//! Normalizing with each preset, with a map and without.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use isnad::normalize::{Normalizer, Profile};

pub(crate) fn run(criterion: &mut Criterion, name: &str, text: &str) {
    let mut group = criterion.benchmark_group(format!("normalize: {name}"));
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("reference: std::str::from_utf8", |b| {
        b.iter(|| std::str::from_utf8(black_box(text.as_bytes())).map(str::len));
    });
    for (name, profile) in [
        ("matching", Profile::MATCHING),
        ("display", Profile::DISPLAY),
        ("search", Profile::SEARCH),
        ("model", Profile::MODEL),
    ] {
        let normalizer = Normalizer::new(profile);
        let mut into = String::new();
        normalizer.normalize_into(text, &mut into);
        assert_eq!(normalizer.normalize(text).text(), into);
        let keeps_hamza = matches!(name, "display" | "model");
        assert_eq!(keeps_hamza && text.contains('أ'), into.contains('أ'));
        group.bench_function(name, |b| b.iter(|| normalizer.normalize(black_box(text)).text().len()));
        group.bench_function(format!("{name}, without map"), |b| {
            b.iter(|| {
                into.clear();
                normalizer.normalize_into(black_box(text), &mut into);
                into.len()
            });
        });
    }
    #[cfg(feature = "peers")]
    {
        use unicode_normalization::UnicodeNormalization;
        let icu = icu_normalizer::ComposingNormalizerBorrowed::new_nfkc();
        assert_eq!(icu.normalize(text), text.nfkc().collect::<String>());
        group.bench_function("peer: unicode-normalization, NFKC", |b| {
            b.iter(|| black_box(text).nfkc().collect::<String>().len());
        });
        group.bench_function("peer: icu_normalizer, NFKC", |b| {
            b.iter(|| icu.normalize(black_box(text)).len())
        });
    }
    group.finish();
}
