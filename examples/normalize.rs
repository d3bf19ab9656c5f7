//! Normalizing for search: the result, what was changed, and the way back to the source.
//!
//! `cargo run --example normalize`

use isnad_normalize::{Normalizer, Profile};

fn main() {
    // "Students in the village received ١٬٢٠٠ books, in a spleeendid initiative"
    let source = "تَسلَّمَ طُلّابُ القريـــةِ ١٬٢٠٠ كتابٍ، في مبادرةٍ رااائعة";
    let search = Normalizer::new(Profile::SEARCH);
    let normalized = search.normalize(source);
    println!("{source}\n{}\n", normalized.text());

    for (change, count) in search.report(source).changes {
        println!("{count:>3} × {change:?}");
    }

    let query = search.normalize("القرية").into_text(); // "the village", as a user may type it
    if let Some(start) = normalized.text().find(&*query) {
        let found = normalized.to_source(start..start + query.len());
        println!("\nfound at bytes {found:?} of the source: {}", &source[found.clone()]);
    }
}
