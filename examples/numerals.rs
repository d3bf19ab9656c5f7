//! Numbers and quantities in a sentence.

use isnad_numerals::find;

fn main() {
    // "About 14 to 18 thousand displaced people arrived, 8.9 per cent of whom need two million dollars."
    let text = "وصل نحو 14 ألفاً إلى 18 ألف نازح، يحتاج 8,9 بالمئة منهم إلى مليوني دولار.";
    println!("{text}\n");
    for quantity in find(text) {
        println!(
            "{} {}{} {}  «{}»  {}",
            quantity.kind,
            if quantity.approx { "~" } else { "" },
            quantity.interval(),
            quantity.unit.as_ref().map_or("", |unit| unit.as_str()),
            &text[quantity.span.range()],
            quantity.rule,
        );
    }
}
