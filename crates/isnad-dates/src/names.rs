//! Names of months, feasts and eras that a user adds.

use isnad_text::{Lexicon, LexiconBuilder, LoadError, PhraseFlags};

use crate::Vague;
use crate::sense::Guard;
use crate::sense::{Calendar, Era, Feast, Month, Sense, Strength};

/// Names of a user, beside the built-in ones.
#[derive(Clone, Debug)]
pub(crate) struct Names {
    builder: LexiconBuilder,
    pub(crate) lexicon: Lexicon,
    pub(crate) senses: Vec<Sense>,
}

impl Names {
    /// Reads lines of three cells (the name, what it is, and its value) and adds them to those of `earlier` files.
    pub(crate) fn read(earlier: Option<Names>, source: &str, file: &str) -> Result<Names, LoadError> {
        let (mut builder, mut senses) =
            earlier.map_or_else(|| (Lexicon::builder(), Vec::new()), |names| (names.builder, names.senses));
        for (n, line) in source.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let error = |cause: &str| LoadError::new(file, n + 1, cause);
            let mut cells = line.split('\t').map(str::trim);
            let (Some(name), Some(class), Some(value), None) =
                (cells.next(), cells.next(), cells.next(), cells.next())
            else {
                return Err(error("expected a name, a class and a value, separated by tabs"));
            };
            senses.push(sense(class, value).map_err(error)?);
            if !builder.add(name, senses.len() as u32 - 1, PhraseFlags::NONE) {
                return Err(error("the name has no word"));
            }
        }
        Ok(Names { lexicon: builder.clone().build(), builder, senses })
    }
}

fn sense(class: &str, value: &str) -> Result<Sense, &'static str> {
    let (kind, rest) = value.split_once(' ').unwrap_or((value, ""));
    let month_day = || -> Result<(u8, u8), &'static str> {
        let (month, day) = rest.split_once('-').ok_or("expected month-day")?;
        match (month.parse(), day.parse()) {
            (Ok(month @ 1..=12), Ok(day @ 1..=31)) => Ok((month, day)),
            _ => Err("no such month and day"),
        }
    };
    match (class, kind) {
        ("month", "gregorian" | "hijri" | "coptic") => {
            let (calendar, last) = match kind {
                "hijri" => (Calendar::Hijri, 12),
                "coptic" => (Calendar::Coptic, 13),
                _ => (Calendar::Gregorian, 12),
            };
            let number = rest.parse().ok().filter(|n| (1..=last).contains(n));
            let number = number.ok_or("expected the number of a month")?;
            Ok(Sense::Month(Month { calendar, number, strength: Strength::Plain }))
        }
        ("feast", "gregorian") => {
            month_day().map(|(month, day)| Sense::Holiday(Feast::Gregorian(month, day)))
        }
        ("feast", "hijri") => month_day().map(|(month, day)| Sense::Holiday(Feast::Hijri(month, day))),
        ("feast", "easter") => rest
            .parse()
            .map(|days| Sense::Holiday(Feast::Easter(days)))
            .map_err(|_| "expected days from Easter"),
        ("era", "gregorian") => Ok(Sense::Era(Era::Gregorian)),
        ("era", "hijri") => Ok(Sense::Era(Era::Hijri)),
        ("vague", "past") => Ok(Sense::Vague(Vague::Past, Guard::None)),
        ("vague", "present") => Ok(Sense::Vague(Vague::Present, Guard::None)),
        ("vague", "future") => Ok(Sense::Vague(Vague::Future, Guard::None)),
        ("month" | "feast" | "era" | "vague", _) => Err("no such value of this class"),
        _ => Err("expected month, feast, era or vague"),
    }
}
