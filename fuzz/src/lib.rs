//! What must hold for any input. The fuzz targets and the regression test (`examples/tests/regressions.rs`) both ask it.
//!
//! Bytes are a text, read lossily, or, where the first byte is odd, a row of words: random bytes alone hardly ever make
//! a sentence that a grammar would look at twice.

mod words;

use std::sync::LazyLock;

use isnad::claims::Extractor;
use isnad::dates::{Dates, Extent, Reference};
use isnad::entities::Entities;
use isnad::normalize::{Normalizer, Profile, Scheme, find_garbled, light_stem};
use isnad::numerals::Numerals;
use isnad::text::pattern::RuleFile;
use isnad::text::{Lexicon, Mention, OffsetIndex, OffsetUnit, Span, Text};
use isnad::{Analyzer, Document};

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

/// What is asserted of the bytes of an input.
pub type Check = fn(&[u8]);

/// A target by its name, which is that of its folder of regressions.
pub const TARGETS: [(&str, Check); 12] = [
    ("normalize", normalize),
    ("text", text),
    ("numerals", numerals),
    ("dates", dates),
    ("entities", entities),
    ("claims", claims),
    ("pipeline", pipeline),
    ("rules", rules),
    ("gazetteer", gazetteer),
    ("lexicon", lexicon),
    ("number_words", number_words),
    ("date_names", date_names),
];

/// What a user's data are tried on: news with a bit of everything.
const NEWS: &str = "وقال المتحدث باسم وزارة الدفاع العراقية سامر الخطيب، أمس الثلاثاء 5 آذار/مارس 2024، إن «كتيبة الصقور» \
    قتلت عشرة مسلحين على الأقل قرب مدينة الموصل، وأصيب نحو 20 ألف شخص. ونفى حزب النور ذلك في 20 رمضان 1445 هـ.";

/// Half of the inputs are read as they are, half as a row of words.
fn read(bytes: &[u8]) -> String {
    match bytes.split_first() {
        Some((mode, rest)) if mode % 2 == 1 => {
            let mut text = String::new();
            for pair in rest.chunks_exact(2) {
                let (word, glue) =
                    (usize::from(pair[0]) | usize::from(pair[1] & 1) << 8, usize::from(pair[1] >> 1));
                text.push_str(words::WORDS[word % words::WORDS.len()]);
                // After half of the words stands a space.
                text.push_str(glue.checked_sub(64).map_or(" ", |glue| words::GLUE[glue]));
            }
            text
        }
        Some((_, rest)) => String::from_utf8_lossy(rest).into_owned(),
        None => String::new(),
    }
}

fn reference() -> Option<Reference> {
    "2024-03-20".parse().ok()
}

fn inside(source: &str, span: Span) {
    assert!(source.get(span.range()).is_some_and(|s| !s.is_empty()), "{span:?} is no stretch of the text");
}

/// Inside the text, on char boundaries, sorted, disjoint, and no more than the text has tokens.
fn layer(text: &Text<'_>, mentions: &[impl Mention]) {
    let mut end = 0;
    for mention in mentions {
        inside(text.source(), mention.span());
        assert!(mention.span().start >= end, "{} at {:?} overlaps", mention.rule(), mention.span());
        end = mention.span().end;
    }
    assert!(mentions.len() <= text.tokens().len());
}

pub fn normalize(bytes: &[u8]) {
    let source = read(bytes);
    for profile in [Profile::MATCHING, Profile::DISPLAY, Profile::SEARCH, Profile::MODEL] {
        let normalizer = Normalizer::new(profile);
        let normalized = normalizer.normalize(&source);
        let mut plain = String::new();
        normalizer.normalize_into(&source, &mut plain);
        assert_eq!(normalized.text(), plain);
        assert_eq!(normalizer.normalize(&plain).text(), plain, "normalizing twice differs");
        // Ranges of single characters, and of all, come back to char boundaries in order.
        let mut before = 0;
        for (at, c) in normalized.text().char_indices().take(200) {
            let there = normalized.to_source(at..at + c.len_utf8());
            assert!(source.get(there.clone()).is_some() && there.start >= before);
            before = there.start;
        }
        assert!(source.get(normalized.to_source(0..plain.len())).is_some());
        assert!(plain.get(normalized.to_result(0..source.len())).is_some());
        let report = normalizer.report(&source);
        assert!(
            report.mixed_scripts.iter().chain(&report.look_alikes).all(|r| source.get(r.clone()).is_some())
        );
        // Ligatures of whole words write up to eighteen letters for one.
        assert!(plain.len() <= 12 * source.len());
    }
    for scheme in
        [Scheme::Buckwalter, Scheme::SafeBuckwalter, Scheme::XmlBuckwalter, Scheme::HabashSoudiBuckwalter]
    {
        let latin = scheme.to_latin(&source);
        assert_eq!(scheme.to_arabic(&latin), source.as_ref() as &str, "{latin}");
    }
    let _ = find_garbled(&source);
    source.split_whitespace().for_each(|word| assert!(word.contains(light_stem(word))));
}

pub fn text(bytes: &[u8]) {
    let source = read(bytes);
    let text = Text::new(&source);
    let mut end = 0;
    for (i, token) in text.tokens().iter().enumerate() {
        inside(&source, token.span());
        assert!(token.span().start >= end);
        // Between tokens stands nothing that could be one.
        let between = source.get(end..token.span().start).expect("a boundary");
        assert!(
            !between.contains(|c: char| c.is_ascii_alphanumeric() || ('ء'..='ي').contains(&c)),
            "{between:?}"
        );
        end = token.span().end;
        assert_eq!(text.token_at(token.span().start), i);
        assert!(text.readings(i).len() < 32);
    }
    let mut end = 0;
    for sentence in text.sentences() {
        inside(&source, sentence.span);
        assert!(sentence.span.start >= end);
        end = sentence.span.end;
    }
    for quotation in text.quotations() {
        inside(&source, quotation.outer);
        assert!(quotation.outer.contains(quotation.inner) || quotation.inner.is_empty());
    }
    for paragraph in 0..text.paragraphs().len() {
        let _ = (text.paragraph_kind(paragraph), text.dateline(paragraph));
    }
}

pub fn numerals(bytes: &[u8]) {
    let source = read(bytes);
    let text = Text::new(&source);
    let found = Numerals::new().find(&text);
    layer(&text, &found);
    for quantity in &found {
        let (low, high) = (quantity.low, quantity.high);
        assert!(low.is_some() || high.is_some());
        assert!(low.zip(high).is_none_or(|(low, high)| low <= high), "{quantity:?}");
    }
}

pub fn dates(bytes: &[u8]) {
    let source = read(bytes);
    let text = Text::new(&source);
    let quantities = Numerals::new().find(&text);
    for reference in [None, reference()] {
        let found = Dates::new().find(&text, &quantities, reference);
        layer(&text, &found);
        for date in &found {
            assert!(!date.timex3().is_empty());
            let _ = (date.edtf(), date.hijri());
            if let Some(Extent { start: Some(from), end: Some(to) }) = date.extent() {
                assert!(from <= to, "{} from {from} to {to}", date.timex3());
            }
        }
    }
    let _ = Dates::new().document_date(&text, &quantities);
}

pub fn entities(bytes: &[u8]) {
    static ENTITIES: LazyLock<Entities> = LazyLock::new(Entities::new);
    let source = read(bytes);
    let text = Text::new(&source);
    let found = ENTITIES.find(&text);
    layer(&text, &found);
    let candidates = ENTITIES.candidates(&text);
    candidates.iter().for_each(|c| inside(&source, c.span));
    assert!(candidates.is_sorted_by_key(|c| c.span.start));
}

pub fn claims(bytes: &[u8]) {
    let source = read(bytes);
    let text = Text::new(&source);
    let found = Extractor::new().find(&text, &[], &[], &[], reference());
    let most = text.tokens().len();
    assert!(found.claims.len() <= most && found.events.len() <= most && found.counts.len() <= most);
    for claim in &found.claims {
        [Some(claim.cue.span), claim.source, claim.via, Some(claim.content)]
            .into_iter()
            .flatten()
            .for_each(|span| inside(&source, span));
        assert!(!claim.explain(&source).is_empty());
    }
}

pub fn pipeline(bytes: &[u8]) {
    let source = read(bytes);
    let document = ANALYZER.analyze(&source);
    whole(&document);
    let unit = OffsetUnit::Bytes;
    let record = document.record("x", unit);
    let json = serde_json::to_string(&record).expect("a record is JSON");
    assert_eq!(serde_json::from_str::<isnad::record::Record<'_>>(&json).expect("it reads back"), record);
    let again = ANALYZER.analyze(&source);
    assert_eq!(serde_json::to_string(&again.record("x", unit)).expect("JSON"), json, "two runs differ");
    for unit in [OffsetUnit::Chars, OffsetUnit::Utf16] {
        let (record, index) = (document.record("x", unit), OffsetIndex::new(&source, unit));
        let found = record.entities.iter().map(|e| &e.found).chain(record.counts.iter().map(|c| &c.found));
        for found in found.chain(record.dates.iter().map(|d| &d.found)) {
            assert_eq!(source.get(index.byte(found.start)..index.byte(found.end)), Some(&*found.text));
        }
    }
    // Contents nest eight deep, so that a record grows with its text and no faster.
    assert!(
        json.len() <= 4000 + 600 * source.len(),
        "{} bytes of record for {} of text",
        json.len(),
        source.len()
    );
}

fn whole(document: &Document<'_>) {
    let Document { text, quantities, dates, entities, claims, events, counts, .. } = document;
    let source = text.source();
    layer(text, quantities);
    layer(text, dates);
    layer(text, entities);
    assert!(claims.is_sorted_by_key(|c| c.cue.span.start));
    assert!(events.is_sorted_by_key(|e| e.span.start) && counts.is_sorted_by_key(|c| c.span.start));
    for claim in claims {
        [Some(claim.cue.span), claim.source, claim.via, Some(claim.content)]
            .into_iter()
            .flatten()
            .for_each(|span| inside(source, span));
        assert!(claim.quantities.iter().all(|&i| claim.content.contains(quantities[i].span)));
        assert!(claim.dates.iter().all(|&i| claim.content.contains(dates[i].span)));
        assert!(claim.entities.iter().all(|&i| claim.content.contains(entities[i].span)));
        assert!(claim.events.iter().all(|&i| i < events.len()));
    }
    for count in counts {
        inside(source, count.span);
        count.object.into_iter().for_each(|span| inside(source, span));
        assert!(count.claim.is_none_or(|i| i < claims.len()));
    }
    for event in events {
        inside(source, event.span);
        assert!(event.counts.iter().all(|&i| i < counts.len()));
    }
}

/// A file of data as the fuzzer made it: as it stands, without the word rows.
fn file(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub fn rules(bytes: &[u8]) {
    let source = file(bytes);
    let text = Text::new(NEWS);
    if let Ok(builder) = Entities::builder().rules(&source, "rules.toml") {
        let entities = builder.build();
        layer(&text, &entities.find(&text));
    }
    if let Err(error) = RuleFile::read(&source, "rules.toml", &["word", "name"]) {
        assert!(error.line() <= source.lines().count() + 1);
    }
}

pub fn gazetteer(bytes: &[u8]) {
    let source = file(bytes);
    let text = Text::new(NEWS);
    match Entities::builder().gazetteer(&source, "things.tsv") {
        Ok(builder) => layer(&text, &builder.build().find(&text)),
        Err(error) => assert!(error.line() >= 1 && error.line() <= source.lines().count()),
    }
}

pub fn lexicon(bytes: &[u8]) {
    let source = file(bytes);
    for json in [false, true] {
        let mut builder = Lexicon::builder();
        let read = match json {
            true => builder.add_jsonl(&source, "x.jsonl"),
            false => builder.add_tsv(&source, "x.tsv"),
        };
        if read.is_ok() {
            let lexicon = builder.build();
            for source in [NEWS, &source] {
                let text = Text::new(source);
                for at in 0..text.tokens().len().min(200) {
                    if let Some(found) = lexicon.longest_at(&text, at) {
                        inside(source, found.span);
                    }
                }
            }
        }
    }
}

pub fn number_words(bytes: &[u8]) {
    let source = file(bytes);
    if let Ok(builder) = Numerals::builder().words(&source, "mine.tsv") {
        let numerals = builder.build();
        for source in [NEWS, &source] {
            let text = Text::new(source);
            layer(&text, &numerals.find(&text));
        }
    }
}

pub fn date_names(bytes: &[u8]) {
    let source = file(bytes);
    if let Ok(dates) = Dates::new().with_names(&source, "mine.tsv") {
        for source in [NEWS, &source] {
            let text = Text::new(source);
            layer(&text, &dates.find(&text, &Numerals::new().find(&text), reference()));
        }
    }
}
