//! What a text is made of: tokens with their readings, sentences, quotations; and a lexicon over them.

use isnad_text::{Lexicon, PhraseFlags, Proclitics, Text};

fn main() {
    // "And the minister said: «We shall rebuild Mosul». He left for the city of Mosul."
    let text = Text::new("وقال الوزير: «سنعيد بناء الموصل». وغادر إلى مدينة الموصل.");
    println!("{}\n", text.source());
    for (at, token) in text.tokens().iter().enumerate() {
        let bare = text.readings(at).iter().filter(|reading| reading.skip > 0);
        let bare: Vec<&str> = bare.map(|r| &text.slice(token.span())[usize::from(r.skip)..]).collect();
        println!("{:<12} {}  {}", token.kind(), text.slice(token.span()), bare.join(" | "));
    }
    println!("\n{} sentences", text.sentences().len());
    for quotation in text.quotations() {
        println!("quoted: {}", text.slice(quotation.inner));
    }

    let mut places = Lexicon::builder();
    places.add("الموصل", 1, PhraseFlags::NONE); // Mosul
    places.add("مدينة الموصل", 2, PhraseFlags::NONE); // the city of Mosul
    let places = places.build();
    let found: Vec<_> = (0..text.tokens().len()).filter_map(|at| places.longest_at(&text, at)).collect();
    for phrase in &found {
        println!("a phrase of the lexicon: {}", text.slice(phrase.span));
    }
    assert!(found.iter().any(|phrase| text.slice(phrase.span) == "مدينة الموصل"));
    assert!(text.readings(0).iter().any(|reading| reading.proclitics.has(Proclitics::WAW)));
}

#[test]
fn the_text_is_taken_apart() {
    main();
}
