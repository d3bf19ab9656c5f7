//! isnad-dates: one lexicon of all words of time, and the list of their senses.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use isnad_text::{KeyFilter, Lexicon, LexiconBuilder, PhraseFlags, Text, Token, fold_key};

use crate::rust::{self, Generated};
use crate::tsv::{self, Row};

/// A data file: its name, the number of its columns, and what one of its rows means.
type Source = (&'static str, usize, fn(&Row) -> Result<(String, PhraseFlags)>);

const SOURCES: [Source; 11] = [
    ("months", 7, month),
    ("weekdays", 3, weekday),
    ("units", 4, unit),
    ("seasons", 2, season),
    ("decades", 3, decade),
    ("dayparts", 3, day_part),
    ("zones", 2, zone),
    ("holidays", 4, holiday),
    ("frequencies", 4, frequency),
    ("vague", 3, vague),
    ("words", 5, word),
];

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    let folder = root.join("crates/isnad-dates");
    let mut senses: Vec<String> = Vec::new();
    let mut builder = Lexicon::builder();
    let mut seen = std::collections::BTreeSet::new();
    let mut first_words = Vec::new();
    for (name, columns, read) in SOURCES {
        let table = tsv::read(&folder.join(format!("data/{name}.tsv")), columns)?;
        for row in &table.rows {
            let place = || format!("{}:{}", table.path.display(), row.line);
            let (sense, flags) = read(row).map_err(|e| e.context(place()))?;
            let key: Vec<u64> = row.get(0).split(' ').map(|w| fold_key(w).0).collect();
            let spelled = if flags.has(PhraseFlags::EXACT) { row.get(0) } else { "" };
            if !seen.insert((key, spelled.to_string(), sense.clone())) {
                continue; // a spelling that the fold unites with another
            }
            first_words.extend(Text::new(row.get(0)).token(0).map(Token::key));
            let id = senses.iter().position(|s| *s == sense).unwrap_or_else(|| {
                senses.push(sense);
                senses.len() - 1
            });
            ensure!(add(&mut builder, row.get(0), id, flags), "{}: no word", place());
        }
    }
    let files: Vec<String> = SOURCES.iter().map(|(name, ..)| format!("data/{name}.tsv")).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut source = rust::header(&files);
    source.push_str(
        "use crate::sense::{Calendar, Count, Direction, Era, Feast, Guard, Month, Prep, Sense, Strength, Use};\n",
    );
    source.push_str("use crate::{DayPart, Modifier, Season, Unit, Vague, Zone};\n\n");
    source.push_str("/// By the ids of the lexicon.\npub(crate) static SENSES: &[Sense] = &[\n");
    for sense in &senses {
        source.push_str(&format!("    Sense::{sense},\n"));
    }
    source.push_str("];\n\n");
    let filter = KeyFilter::of(first_words);
    let bits = filter.bits();
    source.push_str("/// A filter of the first words of all phrases.\n");
    source.push_str(&format!("pub(crate) static FIRST_WORDS: [u64; {}] = {bits:?};\n\n", bits.len()));
    source.push_str(&rust::lexicon("VOCABULARY", &builder.into_table(), "isnad_text"));
    let context = context(&folder)?;
    let module = "//! Const tables made from `data/` by `cargo run -p isnad-dev`. Not to be edited.\n\n#[rustfmt::skip]\npub(crate) mod context;\n#[rustfmt::skip]\npub(crate) mod vocabulary;\n";
    Ok(vec![
        Generated { path: "crates/isnad-dates/src/generated/mod.rs".into(), source: module.into() },
        Generated { path: "crates/isnad-dates/src/generated/context.rs".into(), source: context },
        Generated { path: "crates/isnad-dates/src/generated/vocabulary.rs".into(), source },
    ])
}

/// Sorted lists of folded words, one for each class of `data/context.tsv`.
fn context(folder: &Path) -> Result<String> {
    let table = tsv::read(&folder.join("data/context.tsv"), 2)?;
    let mut source = rust::header(&["data/context.tsv"]);
    source.push_str("use crate::words::Words;\n\n");
    for class in [
        "future",
        "not-future",
        "opens",
        "expects",
        "past",
        "aside",
        "from",
        "until",
        "moves",
        "amount",
        "label",
        "named",
        "part",
        "book",
    ] {
        let folded = |row: &Row| row.get(0).chars().filter_map(isnad_text::fold_char).collect::<String>();
        let words: std::collections::BTreeSet<String> =
            table.rows.iter().filter(|row| row.get(1) == class).map(folded).collect();
        let name = class.replace('-', "_").to_uppercase();
        source.push_str(
            &format!("pub(crate) static {name}: &Words = &Words::of(&{words:?});\n")
                .replace('{', "[")
                .replace('}', "]"),
        );
    }
    Ok(source)
}

fn add(builder: &mut LexiconBuilder, phrase: &str, id: usize, flags: PhraseFlags) -> bool {
    u32::try_from(id).is_ok_and(|id| rust::add(builder, phrase, id, flags))
}

/// The Rust name of a value: `before-christ` is `BeforeChrist`.
fn name(value: &str) -> String {
    let capital = |word: &str| {
        word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect::<String>()
    };
    value.split('-').map(capital).collect()
}

fn article(cell: &str) -> PhraseFlags {
    if cell == "yes" { PhraseFlags::ARTICLE } else { PhraseFlags::NONE }
}

fn month(row: &Row) -> Result<(String, PhraseFlags)> {
    let number: u8 = row.get(2).parse()?;
    let (calendar, strength) = (name(row.get(1)), name(row.get(4)));
    let flags = if row.get(5) == "exact" { PhraseFlags::EXACT } else { PhraseFlags::NONE };
    Ok((
        format!(
            "Month(Month {{ calendar: Calendar::{calendar}, number: {number}, strength: Strength::{strength} }})"
        ),
        flags,
    ))
}

fn weekday(row: &Row) -> Result<(String, PhraseFlags)> {
    let number: u8 = row.get(1).parse()?;
    Ok((format!("Weekday({number}, {})", row.get(2) == "definite"), PhraseFlags::NONE))
}

fn unit(row: &Row) -> Result<(String, PhraseFlags)> {
    let count = name(row.get(2));
    let sense = match row.get(1) {
        "night" => format!("Nights(Count::{count})"),
        unit => format!("Unit(Unit::{}, Count::{count})", name(unit)),
    };
    Ok((sense, article(row.get(3))))
}

fn season(row: &Row) -> Result<(String, PhraseFlags)> {
    Ok((format!("Season(Season::{})", name(row.get(1))), PhraseFlags::ARTICLE))
}

fn decade(row: &Row) -> Result<(String, PhraseFlags)> {
    Ok((format!("Decade({})", row.get(1).parse::<u8>()?), article(row.get(2))))
}

fn day_part(row: &Row) -> Result<(String, PhraseFlags)> {
    let part = match row.get(1) {
        "MO" => "Morning",
        "AF" => "Afternoon",
        "EV" => "Evening",
        "NI" => "Night",
        "DT" => "Daytime",
        other => bail!("no part of the day: {other}"),
    };
    Ok((format!("DayPart(DayPart::{part}, Use::{})", name(row.get(2))), PhraseFlags::NONE))
}

fn zone(row: &Row) -> Result<(String, PhraseFlags)> {
    let zone = match row.get(1) {
        "local" => "Local".to_string(),
        minutes => format!("Offset({})", minutes.parse::<i16>()?),
    };
    Ok((format!("Zone(Zone::{zone})"), PhraseFlags::NONE))
}

fn holiday(row: &Row) -> Result<(String, PhraseFlags)> {
    let rule = match (row.get(1), row.get(2).split_once('-').filter(|(month, _)| !month.is_empty())) {
        ("gregorian", Some((month, day))) => {
            format!("Gregorian({}, {})", month.parse::<u8>()?, day.parse::<u8>()?)
        }
        ("hijri", Some((month, day))) => format!("Hijri({}, {})", month.parse::<u8>()?, day.parse::<u8>()?),
        ("easter", None) => format!("Easter({})", row.get(2).parse::<i8>()?),
        _ => bail!("no rule for a feast: {:?}", row.cells),
    };
    Ok((format!("Holiday(Feast::{rule})"), PhraseFlags::NONE))
}

fn frequency(row: &Row) -> Result<(String, PhraseFlags)> {
    Ok((format!("Frequency(Unit::{}, {})", name(row.get(1)), row.get(3) == "approx"), article(row.get(2))))
}

fn vague(row: &Row) -> Result<(String, PhraseFlags)> {
    let (guard, flags) = match row.get(2) {
        "final" => ("Final", PhraseFlags::NONE),
        "future" => ("Future", PhraseFlags::NONE),
        "adverb" => ("Adverb", PhraseFlags::NONE),
        "exact" => ("None", PhraseFlags::EXACT),
        "" => ("None", PhraseFlags::NONE),
        other => bail!("no guard: {other}"),
    };
    Ok((format!("Vague(Vague::{}, Guard::{guard})", name(row.get(1))), flags))
}

fn word(row: &Row) -> Result<(String, PhraseFlags)> {
    let value = row.get(2);
    let sense = match row.get(1) {
        "edge" => format!("Edge(Modifier::{})", name(value)),
        "day" => format!("Day({})", value.parse::<i32>()?),
        "night" => format!("Night({})", value.parse::<i32>()?),
        "direction" => format!("Direction(Direction::{})", name(value)),
        "far" => format!("Far({})", value.parse::<i8>()?),
        "era" => format!("Era(Era::{})", name(value)),
        "prep" => format!("Prep(Prep::{})", name(value)),
        "times" => format!("Times({})", value.parse::<u8>()?),
        "nth" => format!("Nth({})", value.parse::<u8>()?),
        "fraction" => format!("Fraction({})", value.parse::<u8>()?),
        class @ ("first-day" | "last-day" | "about" | "bound" | "this" | "that" | "same" | "period"
        | "first" | "last" | "every" | "several" | "several-after" | "except" | "equals"
        | "relative" | "slash" | "and" | "about-verb" | "name" | "dated" | "season-noun"
        | "one-o-clock" | "whole" | "of-it") => name(class),
        other => bail!("no class of words: {other}"),
    };
    Ok((sense, article(row.get(3))))
}
