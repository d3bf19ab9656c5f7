//! A user's own words and units.

use isnad_numerals::{Number, Numerals, Quantity, QuantityKind};
use isnad_text::Text;

const MINE: &str = "# words of my trade\n\
    number\tدزينة\tunit\t12\n\
    unit\tقصبة\tqasaba\tlength\t3.55\n\
    currency\tبتكوين\tBTC\n\
    noun\tمركب\tbroken\n\
    modifier\tيا دوب\tbefore\thigh\n\
    modifier\tيطيف\tgovern\tlow\n\
    role\tالبراق\tidentifier\n\
    role\tالملتقى\tseries\n\
    none\tسبع صنايع\n";

fn find(text: &str) -> Vec<Quantity> {
    Numerals::builder().words(MINE, "mine.tsv").unwrap().build().find(&Text::new(text))
}

#[test]
fn words_of_the_user_stand_beside_the_built_in_ones() {
    // a dozen pens and twenty books
    let found = find("دزينة أقلام وعشرون كتابا");
    assert_eq!(found.iter().map(|q| q.low).collect::<Vec<_>>(), [Some(Number::from(12)), Some(20.into())]);
    // five reeds (a measure), two coins
    let found = find("طوله 5 قصبات أو قصبتان");
    assert_eq!(found.last().unwrap().unit.as_ref().unwrap().as_str(), "qasaba");
    let found = find("دفع 3 بتكوين");
    assert_eq!((found[0].kind, found[0].unit.as_ref().unwrap().as_str()), (QuantityKind::Money, "BTC"));
}

#[test]
fn duals_modifiers_names_and_idioms_of_the_user_are_read() {
    assert!(find("رأى مركبين في البحر")[0].dual); // he saw two boats at sea
    assert_eq!(find("يا دوب 5 كتب")[0].high, Some(Number::from(5))); // barely five books
    let above = &find("يطيف عددهم على 30")[0]; // their number goes beyond 30
    assert_eq!((above.low, above.high), (Some(Number::from(30)), None));
    assert_eq!(find("الملتقى الـ12")[0].kind, QuantityKind::Ordinal); // the twelfth meeting
    assert_eq!(find("صاروخ البراق 4"), []); // the missile Buraq 4
    assert_eq!(find("سبع صنايع والبخت ضايع"), []); // seven trades, and no luck
}

#[test]
fn errors_name_file_line_and_cause() {
    let cause = |line: &str| {
        Numerals::builder().words(&format!("# one\n{line}"), "mine.tsv").unwrap_err().to_string()
    };
    assert_eq!(cause("number\tدزينة\tunit\ttwelve"), "mine.tsv:2: \"twelve\" is no whole number");
    assert_eq!(
        cause("unit\tقصبة\tqasaba\tlength\t-1"),
        "mine.tsv:2: \"-1\" is no positive decimal or fraction"
    );
    assert_eq!(cause("noun\tمركب"), "mine.tsv:2: a line of noun has not 2 cells");
    assert_eq!(cause("word\tمركب"), "mine.tsv:2: unknown kind of line \"word\"");
    assert_eq!(cause("none\t"), "mine.tsv:2: no word");
    assert!(
        cause("modifier\tيا دوب\tbefore\tless").starts_with("mine.tsv:2: unknown effect \"less\": expected")
    );
}
