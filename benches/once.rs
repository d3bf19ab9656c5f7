//! Reads one text once, for those who count instructions: `once STAGE [SHAPE BYTES]`.
//!
//! Without a shape, the text is the project's own sample article. STAGE is `nothing`, `normalize`, `presets`
//! (all four), `text` or `everything`.

mod shapes;

use isnad::Analyzer;
use isnad::normalize::{Normalizer, Profile};
use isnad::text::{OffsetUnit, Text};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let stage = arguments.first().map_or("everything", String::as_str);
    let source = match arguments.get(1..3) {
        Some([shape, bytes]) => {
            let unit = shapes::SHAPES.iter().find(|(name, _)| name == shape).expect("a shape").1;
            shapes::repeat(unit, bytes.parse().expect("a number of bytes"))
        }
        _ => include_str!("../examples/data/conflict.txt").to_string(),
    };
    let size = match stage {
        "nothing" => source.len(),
        "normalize" => Normalizer::new(Profile::MATCHING).normalize(&source).text().len(),
        "presets" => [Profile::MATCHING, Profile::DISPLAY, Profile::SEARCH, Profile::MODEL]
            .map(|profile| Normalizer::new(profile).normalize(&source).text().len())
            .iter()
            .sum(),
        "text" => Text::new(&source).tokens().len(),
        "everything" => {
            let document = Analyzer::new().analyze(&source);
            serde_json::to_string(&document.record("x", OffsetUnit::Bytes)).map_or(0, |json| json.len())
        }
        other => panic!("no stage `{other}`"),
    };
    println!("{size}");
}
