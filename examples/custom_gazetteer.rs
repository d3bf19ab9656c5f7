//! One's own names, rules, numbers and dates beside the built-in ones. In a program they would be read from files.

use isnad::Analyzer;
use isnad::dates::Dates;
use isnad::entities::Entities;
use isnad::numerals::Numerals;

/// id, type, Arabic name, English label, country, other names.
const THINGS: &str = "\
# A gazetteer of this example.
acme:falcons\tORG\tكتيبة صقور الوادي\tValley Falcons Battalion\t-\tصقور الوادي
acme:market\tFAC\tسوق النحاسين القديم\tOld Coppersmiths' Market\t-\t-
";

/// Up to three words in quotation marks after "operation" are the name of an event.
const RULES: &str = r#"
[[rule]]
id = "acme.operation"
pattern = "'عملية' open EVENT:( word{1,3} ) close"
"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let entities = Entities::builder().gazetteer(THINGS, "things.tsv")?.rules(RULES, "rules.toml")?.build();
    let numerals = Numerals::builder().words("number\tدزينة\tunit\t12\n", "numbers.tsv")?.build(); // a dozen
    let dates = Dates::new().with_names("عيد الاستقلال\tfeast\tgregorian 11-22\n", "dates.tsv")?; // Independence Day
    let analyzer = Analyzer::new().with_entities(entities).with_numerals(numerals).with_dates(dates);

    // "The Valley Falcons announced the end of operation «Dawn of the River» near the Old Coppersmiths' Market on
    // Independence Day 2023, and seized a dozen rifles."
    let text = "أعلنت صقور الوادي انتهاء عملية «فجر النهر» قرب سوق النحاسين القديم في عيد الاستقلال 2023، وصادرت دزينة بنادق.";
    let document = analyzer.analyze(text);
    println!("{text}\n");
    for entity in &document.entities {
        let id = entity.id.as_deref().unwrap_or("-");
        println!("{}  {id}  «{}»  {}", entity.entity_type, document.text.slice(entity.span), entity.rule);
    }
    for date in &document.dates {
        println!("Date  {}  «{}»  {}", date.timex3(), document.text.slice(date.span), date.rule);
    }
    for quantity in &document.quantities {
        let low = quantity.low.map_or(String::new(), |low| low.to_string());
        println!("Number  {low}  «{}»  {}", document.text.slice(quantity.span), quantity.rule);
    }
    let has = |id: &str| document.entities.iter().any(|e| e.id.as_deref() == Some(id));
    assert!(has("acme:falcons") && has("acme:market"));

    // What cannot be read says where and why.
    if let Err(error) = Entities::builder().gazetteer("acme:x\tCAT\tقط\t-\t-\t-\n", "things.tsv") {
        println!("\n{error}");
    }
    Ok(())
}

#[test]
fn everything_of_ones_own_is_found() {
    main().unwrap();
}
