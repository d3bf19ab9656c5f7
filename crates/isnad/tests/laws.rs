//! Laws of the whole pipeline, whatever the text.
#![cfg(feature = "record")]

use isnad::text::{Mention, Span};
use isnad::{Analyzer, Document};
use isnad_dev::testing::config;
use once_cell::sync::Lazy;
use proptest::prelude::*;

static ANALYZER: Lazy<Analyzer> = Lazy::new(Analyzer::new);

const ARTICLES: [&str; 5] = [
    include_str!("../../../examples/data/conflict.txt"),
    include_str!("../../../examples/data/disaster.txt"),
    include_str!("../../../examples/data/economy.txt"),
    include_str!("../../../examples/data/health.txt"),
    include_str!("../../../examples/data/politics.txt"),
];

/// Spans are inside the text and on char boundaries, lists are sorted, the lists of one layer disjoint, indices valid.
fn holds(source: &str) {
    let document = ANALYZER.analyze_at(source, "2024-03-20".parse::<isnad::dates::Reference>().unwrap());
    let inside = |span: Span| {
        assert!(source.get(span.range()).is_some_and(|s| !s.is_empty()), "{span:?} of {source:?}")
    };
    fn disjoint(layer: &[impl Mention]) {
        let mut end = 0;
        for mention in layer {
            assert!(mention.span().start >= end, "{} at {:?}", mention.rule(), mention.span());
            end = mention.span().end;
        }
    }
    disjoint(&document.quantities);
    disjoint(&document.dates);
    disjoint(&document.entities);
    let Document { quantities, dates, entities, claims, events, counts, .. } = &document;
    quantities.iter().for_each(|q| inside(q.span));
    dates.iter().for_each(|d| inside(d.span));
    entities.iter().for_each(|e| inside(e.span));
    for quantity in quantities {
        assert!(quantity.low.is_some() || quantity.high.is_some());
        assert!(quantity.low.zip(quantity.high).is_none_or(|(low, high)| low <= high), "{quantity:?}");
    }
    assert!(claims.is_sorted_by_key(|c| c.cue.span.start) && counts.is_sorted_by_key(|c| c.span.start));
    assert!(events.is_sorted_by_key(|e| e.span.start));
    for claim in claims {
        [Some(claim.cue.span), claim.source, claim.via, Some(claim.content)]
            .into_iter()
            .flatten()
            .for_each(inside);
        assert!(claim.quantities.iter().all(|&i| claim.content.contains(quantities[i].span)));
        assert!(claim.dates.iter().all(|&i| claim.content.contains(dates[i].span)));
        assert!(claim.entities.iter().all(|&i| claim.content.contains(entities[i].span)));
        assert!(claim.events.iter().all(|&i| i < events.len()));
    }
    for count in counts {
        inside(count.span);
        count.object.into_iter().for_each(inside);
        assert!(count.claim.is_none_or(|i| i < claims.len()));
        let named = [&count.agent, &count.place].into_iter().flatten();
        assert!(named.into_iter().all(|n| !n.names.is_empty() && n.names.len() <= 3));
    }
    for event in events {
        inside(event.span);
        assert!(event.counts.iter().all(|&i| i < counts.len()));
    }
}

#[test]
fn articles_and_their_prefixes() {
    for article in ARTICLES {
        holds(article);
        // Some hundred places at which an article may be cut off.
        for end in (0..article.len()).filter(|&end| end % 61 == 0 && article.is_char_boundary(end)) {
            holds(&article[..end]);
        }
    }
}

#[test]
fn same_text_same_record() {
    for article in ARTICLES {
        let once = ANALYZER.analyze(article);
        let again = Analyzer::new().analyze(article);
        assert_eq!(format!("{once:?}"), format!("{again:?}"));
    }
}

/// What has made parsers slow or their output long, to be repeated.
const HOSTILE: [&str; 16] = [
    "قال إن ",
    "قال: ",
    "« قال ",
    "بحسب محمد، ",
    "وأضاف ",
    "قتل 3 جنود في بغداد أمس. ",
    "محمد علي حسن. ",
    "وزارة الدفاع (ABC) ",
    "خمسة وعشرون ",
    "5 يناير ",
    "بين 5 و",
    "«\"“",
    "#_",
    "و",
    "َ",
    "1,",
];

/// Four times the text gives at most five times the record. Time is for the benches: a test asks no clock.
#[test]
fn the_record_grows_with_the_text_and_no_faster() {
    for unit in HOSTILE {
        let size = |bytes: usize| {
            let text = unit.repeat(bytes / unit.len());
            let document = ANALYZER.analyze(&text);
            serde_json::to_string(&document.record("a", isnad::text::OffsetUnit::Bytes)).unwrap().len()
        };
        let (small, large) = (size(4_000), size(16_000));
        assert!(large <= 5 * small + 4_096, "{unit}: {small} bytes of record become {large}");
    }
}

/// Pieces of articles in any order, with what breaks parsers between them.
fn shuffled() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = ARTICLES.iter().flat_map(|a| a.split(' ')).collect();
    let odd = prop_oneof![
        Just("«"),
        Just("»"),
        Just("\""),
        Just("\n\n"),
        Just("#"),
        Just("و"),
        Just("قال إن"),
        Just("بين"),
        Just("من"),
        Just("("),
        Just(":"),
        Just("قتل"),
        Just("5"),
        Just("٪"),
        Just("ـ"),
        Just("\u{202e}"),
        Just("عام"),
        Just("وزير"),
    ];
    let piece = prop_oneof![3 => proptest::sample::select(words), 1 => odd];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn any_text(source in any::<String>()) {
        holds(&source);
    }

    #[test]
    fn shuffled_articles(source in shuffled()) {
        holds(&source);
    }
}
