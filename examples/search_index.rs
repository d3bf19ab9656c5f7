//! An Arabic analyser for tantivy: قُوّات is found by قوات, and للجيش by جيش.
//!
//! `cargo run --release -p isnad-examples --features search --example search_index`. Nobody else compiles tantivy.

use isnad::normalize::{Normalizer, Profile, is_stop_word, light_stem};
use isnad::text::{Text, TokenKind};
use tantivy::collector::{Count, TopDocs};
use tantivy::query::QueryParser;
use tantivy::schema::{IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{TextAnalyzer, Token, TokenStream, Tokenizer};
use tantivy::{Index, TantivyDocument, doc};

/// Words of Isnad's tokenizer, without stop words, normalized for search and stemmed; offsets are of the original.
#[derive(Clone)]
struct Arabic {
    normalizer: Normalizer,
}

struct Tokens {
    tokens: Vec<Token>,
    /// One more than the index of the current token.
    next: usize,
}

impl Tokenizer for Arabic {
    type TokenStream<'a> = Tokens;

    fn token_stream<'a>(&'a mut self, source: &'a str) -> Tokens {
        let text = Text::new(source);
        let words = text.tokens().iter().filter(|t| t.kind() != TokenKind::Punctuation);
        let tokens = words.enumerate().filter_map(|(position, token)| {
            let word = text.slice(token.span());
            let normalized = self.normalizer.normalize(word);
            (!is_stop_word(word)).then(|| Token {
                offset_from: token.span().start,
                offset_to: token.span().end,
                position,
                text: light_stem(normalized.text()).to_string(),
                position_length: 1,
            })
        });
        Tokens { tokens: tokens.collect(), next: 0 }
    }
}

impl TokenStream for Tokens {
    fn advance(&mut self) -> bool {
        self.next += 1;
        self.next <= self.tokens.len()
    }

    fn token(&self) -> &Token {
        &self.tokens[self.next - 1]
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.tokens[self.next - 1]
    }
}

/// Sentences of this example's own.
const SENTENCES: [&str; 4] = [
    "انتشرت قُوّاتُ الأمن في شوارع المدينة.", // "security forces spread through the city's streets"
    "سلّم المسلحون أسلحتهم للجيش قرب الجسر.", // "the gunmen handed their arms over to the army near the bridge"
    "افتتح الوزير مدرسة جديدة في القرية.",   // "the minister opened a new school in the village"
    "وأعادت المـــدارس فتح أبوابها أمس.",    // "and the schools reopened yesterday"
];

struct Search {
    index: Index,
    body: tantivy::schema::Field,
}

impl Search {
    fn new() -> tantivy::Result<Search> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("arabic")
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let body =
            schema.add_text_field("body", TextOptions::default().set_indexing_options(indexing) | STORED);
        let index = Index::create_in_ram(schema.build());
        let arabic = Arabic { normalizer: Normalizer::new(Profile::SEARCH) };
        index.tokenizers().register("arabic", TextAnalyzer::from(arabic));
        let mut writer = index.writer_with_num_threads(1, 15_000_000)?;
        for sentence in SENTENCES {
            writer.add_document(doc!(body => sentence))?;
        }
        writer.commit()?;
        Ok(Search { index, body })
    }

    fn find(&self, query: &str) -> tantivy::Result<Vec<String>> {
        let searcher = self.index.reader()?.searcher();
        let query = QueryParser::for_index(&self.index, vec![self.body]).parse_query(query)?;
        let total = searcher.search(&query, &Count)?;
        let hits = searcher.search(&query, &TopDocs::with_limit(total.max(1)).order_by_score())?;
        hits.into_iter()
            .map(|(_, address)| {
                let document: TantivyDocument = searcher.doc(address)?;
                Ok(document.get_first(self.body).and_then(|v| v.as_str()).unwrap_or_default().to_string())
            })
            .collect()
    }
}

fn main() -> tantivy::Result<()> {
    let search = Search::new()?;
    for query in ["قوات", "جيش", "المدرسة", "مدارس", "\"قوات الأمن\"", "طائرة"]
    {
        println!("{query}");
        search.find(query)?.iter().for_each(|hit| println!("    {hit}"));
    }
    Ok(())
}

#[test]
fn words_are_found_however_they_are_written() {
    let search = Search::new().unwrap();
    assert_eq!(search.find("قوات").unwrap(), [SENTENCES[0]]); // forces, written with its vowels
    assert_eq!(search.find("جيش").unwrap(), [SENTENCES[1]]); // army, written "to the army"
    assert_eq!(search.find("بالجيش").unwrap(), [SENTENCES[1]]);
    assert_eq!(search.find("المدرسه").unwrap(), [SENTENCES[2]]); // the school, with ha for ta marbuta
    assert_eq!(search.find("مدارس").unwrap(), [SENTENCES[3]]); // schools, written with tatweel
    assert_eq!(search.find("\"قوات الأمن\"").unwrap(), [SENTENCES[0]]);
    assert!(search.find("طائرة").unwrap().is_empty()); // an aeroplane
}
