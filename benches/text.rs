//! Preparing a text: tokens, folded keys, proclitic readings, sentences, quotations; and making a lexicon.

use std::hint::black_box;

use criterion::{Criterion, Throughput};
use isnad::text::{Lexicon, PhraseFlags, Text};

/// Fifty thousand phrases of two and three words.
fn phrases(news: &str) -> Vec<String> {
    let words: Vec<&str> = news.split_whitespace().collect();
    let word = |i: usize| words.get(i % words.len()).copied().unwrap_or_default();
    (0..50_000).map(|i| format!("{} {}{}", word(7 * i), word(13 * i + 5), ["", " آخر"][i % 2])).collect()
}

/// Preparing a text.
pub(crate) fn run(criterion: &mut Criterion, name: &str, news: &str) {
    let prepared = Text::new(news);
    assert!(prepared.tokens().len() > news.len() / 100 && prepared.sentences().len() > news.len() / 8000);
    let mut group = criterion.benchmark_group(format!("text: {name}"));
    group.throughput(Throughput::Bytes(news.len() as u64));
    group.bench_function("reference: std::str::from_utf8", |b| {
        b.iter(|| std::str::from_utf8(black_box(news.as_bytes())).map(str::len));
    });
    group.bench_function("Text::new", |b| b.iter(|| Text::new(black_box(news)).tokens().len()));
    #[cfg(feature = "peers")]
    {
        use charabia::Tokenize;
        assert!(news.tokenize().count() > news.len() / 100);
        group.bench_function("peer: charabia, tokens and lemmas", |b| {
            b.iter(|| black_box(news).tokenize().map(|t| t.lemma().len()).sum::<usize>());
        });
    }
    group.finish();
}

/// Making a lexicon.
pub(crate) fn lexicon(criterion: &mut Criterion, news: &str) {
    let phrases = phrases(news);
    let build = || {
        let mut builder = Lexicon::builder();
        for (phrase, id) in phrases.iter().zip(0..) {
            builder.add(phrase, id, PhraseFlags::NONE);
        }
        builder.build()
    };
    let phrase = phrases.first().map(String::as_str).unwrap_or_default();
    assert!(build().longest_at(&Text::new(phrase), 0).is_some());
    criterion.bench_function("lexicon of 50,000 phrases", |b| b.iter(build));
}
