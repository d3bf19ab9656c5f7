//! isnad-numerals: number words, modifiers, units, phrases that are no numbers, countable nouns.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use isnad_text::{Key, KeyFilter, LexiconBuilder, PhraseFlags, Text, Token};

use crate::rust::{self, Generated};
use crate::tsv::{self, Row, Table};

const DATA: [&str; 7] =
    ["number_words", "modifiers", "designators", "not_numbers", "measures", "currency_nouns", "currencies"];

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    let folder = root.join("crates/isnad-numerals/data");
    let read = |name: &str, columns| tsv::read(&folder.join(format!("{name}.tsv")), columns);
    let mut vocabulary = Vocabulary::default();
    for row in read("not_numbers", 2)?.rows {
        vocabulary.add(row.get(0), "M::NoNumber".into(), PhraseFlags::NONE);
    }
    vocabulary.number_words(&read("number_words", 5)?)?;
    vocabulary.modifiers(&read("modifiers", 4)?)?;
    vocabulary.designators(&read("designators", 3)?)?;
    vocabulary.measures(&read("measures", 6)?)?;
    vocabulary.currencies(&read("currency_nouns", 5)?, &read("currencies", 7)?)?;
    Ok(vec![vocabulary.write(), nouns(&read("nouns", 4)?)?])
}

/// Two word lists: the stems that may bear ان, and those that may bear ين, as the dual.
fn nouns(table: &Table) -> Result<Generated> {
    let (mut an, mut ayn) = (LexiconBuilder::default(), LexiconBuilder::default());
    for row in &table.rows {
        let (takes_an, takes_ayn) = match row.get(1) {
            "sound" => (true, false),
            "oblique" => (false, true),
            "broken" | "feminine" => (true, true),
            plural => bail!("{}: unknown plural {plural}", place(table, row)),
        };
        let stem = match (row.get(2), row.get(0)) {
            ("", noun) => dual_stem(noun),
            (stem, _) => stem.to_string(),
        };
        if takes_an {
            an.add(&stem, 0, PhraseFlags::NONE);
        }
        if takes_ayn {
            ayn.add(&stem, 0, PhraseFlags::NONE);
        }
    }
    let source = rust::header(&["data/nouns.tsv"])
        + &rust::lexicon("BEFORE_AN", &an.into_table(), "isnad_text")
        + &rust::lexicon("BEFORE_AYN", &ayn.into_table(), "isnad_text");
    Ok(Generated { path: "crates/isnad-numerals/src/generated/nouns.rs".into(), source })
}

/// What the endings of the dual are put to: طفلة, طفلتان.
fn dual_stem(word: &str) -> String {
    word.strip_suffix('ة').map_or_else(|| word.to_string(), |stem| format!("{stem}ت"))
}

/// The words of all files: one lexicon whose ids index one list of meanings.
#[derive(Default)]
struct Vocabulary {
    words: LexiconBuilder,
    meanings: Vec<String>,
    ids: BTreeMap<String, u32>,
    units: Vec<String>,
    /// With which words phrases begin.
    first_words: BTreeSet<Key>,
    /// How currencies are spelled, by their codes.
    currencies: BTreeMap<String, String>,
}

impl Vocabulary {
    /// Adds a phrase with its meaning, written as Rust.
    fn add(&mut self, phrase: &str, meaning: String, flags: PhraseFlags) {
        let next = self.meanings.len() as u32;
        let id = *self.ids.entry(meaning.clone()).or_insert(next);
        if id == next {
            self.meanings.push(meaning);
        }
        self.first_words.extend(Text::new(phrase).tokens().first().map(Token::key));
        rust::add(&mut self.words, phrase, id, flags);
    }

    fn number_words(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            let flags = match row.get(3) {
                "" => PhraseFlags::ARTICLE,
                "bare" => PhraseFlags::NONE,
                "exact" => PhraseFlags::ARTICLE.with(PhraseFlags::EXACT),
                form => bail!("{}:{}: unknown form {form}", table.path.display(), row.line),
            };
            let value: u64 = row.get(2).parse().with_context(|| place(table, row))?;
            self.add(row.get(0), format!("M::Word(C::{},{value})", camel(row.get(1))), flags);
        }
        Ok(())
    }

    fn modifiers(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            let meaning = format!("M::Modifier(S::{},E::{})", camel(row.get(1)), camel(row.get(2)));
            self.add(row.get(0), meaning, PhraseFlags::NONE);
        }
        Ok(())
    }

    fn designators(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            self.add(row.get(0), format!("M::Role(R::{})", camel(row.get(1))), PhraseFlags::ARTICLE);
        }
        Ok(())
    }

    fn measures(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            let (one, zero) = row.get(3).split_once('+').unwrap_or((row.get(3), ""));
            let one = factor(one).with_context(|| place(table, row))?;
            let zero =
                if zero.is_empty() { (0, 1) } else { factor(zero).with_context(|| place(table, row))? };
            let si = (row.get(2) != "-").then(|| (row.get(2), zero));
            let unit = self.unit(row.get(0), row.get(1), one, si, &[]);
            let mut forms = Vec::new();
            for name in row.list(4, '|') {
                forms.push(name.to_string());
                forms.extend(accusative(name));
            }
            let name = row.list(4, '|').next().unwrap_or_default();
            match name.split(' ').collect::<Vec<_>>()[..] {
                [noun] => self.pair(dual(noun), unit),
                [noun, adjective] => self.pair(duals(noun, adjective), unit),
                _ => {}
            }
            self.forms(forms, unit);
        }
        Ok(())
    }

    /// Forms that mean two of a unit.
    fn pair(&mut self, forms: Option<[String; 2]>, unit: usize) {
        for form in forms.into_iter().flatten() {
            self.add(&form, format!("M::UnitPair({unit})"), PhraseFlags::ARTICLE);
        }
    }

    /// Adds a unit; of money `factor` is 1 over the number of its parts.
    fn unit(
        &mut self,
        code: &str,
        dimension: &str,
        factor: (i64, i64),
        si: Option<(&str, (i64, i64))>,
        candidates: &[&str],
    ) -> usize {
        self.units.push(format!(
            "UnitInfo{{code:B({code:?}),dimension:B({dimension:?}),factor:{factor:?},si:{si:?},candidates:&{candidates:?}}}"
        ));
        self.units.len() - 1
    }

    fn forms(&mut self, mut forms: Vec<String>, unit: usize) {
        forms.sort();
        forms.dedup();
        for form in forms {
            let latin = form.bytes().all(|b| b.is_ascii_alphabetic());
            let flags = if latin { PhraseFlags::EXACT } else { PhraseFlags::ARTICLE };
            match form.strip_prefix("في ال") {
                Some(rest) => self.add(rest, format!("M::UnitAfterIn({unit})"), flags),
                None => self.add(&form, format!("M::Unit({unit})"), flags),
            }
        }
    }

    /// A noun alone (دينار "dinar") is a unit with candidates; with an adjective (دينار أردني) it is one currency.
    fn currencies(&mut self, nouns: &Table, currencies: &Table) -> Result<()> {
        for noun in &nouns.rows {
            let codes: Vec<&str> = noun.list(3, '|').collect();
            let unit = match codes[..] {
                [] => continue,
                ["part"] => {
                    let name = noun.get(4).split(' ').next().unwrap_or_default();
                    let whole: Vec<&str> = currencies
                        .rows
                        .iter()
                        .filter(|c| c.get(5) == noun.get(0))
                        .map(|c| c.get(0))
                        .collect();
                    self.unit(name, "part", parts_where(currencies, 5, noun.get(0))?, None, &whole)
                }
                [code] => self.unit(code, "money", parts_where(currencies, 0, code)?, None, &[]),
                [first, ..] => self.unit(first, "money", parts_where(currencies, 0, first)?, None, &codes),
            };
            let singular = noun.get(0);
            let mut forms = vec![singular.to_string()];
            forms.extend(accusative(singular));
            forms.extend(noun.list(2, '|').map(str::to_string));
            self.pair(dual(singular), unit);
            self.forms(forms, unit);
        }
        for row in &currencies.rows {
            let noun = nouns.rows.iter().find(|n| n.get(0) == row.get(1));
            let noun =
                noun.with_context(|| format!("{}: unknown noun {}", place(currencies, row), row.get(1)))?;
            let unit = self.unit(row.get(0), "money", parts_where(currencies, 0, row.get(0))?, None, &[]);
            let part = nouns.rows.iter().find(|n| !row.get(5).is_empty() && n.get(0) == row.get(5));
            let parts = part.map(|n| format!("Some(({},{}))", row.get(4), money_noun(n, "")));
            let spelled = format!(
                "Currency{{code:{:?},noun:{},parts:{}}}",
                row.get(0),
                money_noun(noun, row.list(2, '|').next().unwrap_or_default()),
                parts.unwrap_or_else(|| "None".into())
            );
            self.currencies.insert(row.get(0).to_string(), spelled);
            let mut forms: Vec<String> = row.list(3, '|').map(str::to_string).collect();
            forms.push(row.get(0).to_string());
            for adjective in row.list(2, '|') {
                if let Some(name) = adjective.strip_prefix('=') {
                    forms.extend(
                        [noun.get(0)].into_iter().chain(noun.list(2, '|')).map(|n| format!("{n} {name}")),
                    );
                    continue;
                }
                forms.extend(with_adjective(noun, adjective));
                let agreeing =
                    if noun.get(1) == "f" { format!("{adjective}ة") } else { adjective.to_string() };
                self.pair(duals(noun.get(0), &agreeing), unit);
            }
            self.forms(forms, unit);
        }
        Ok(())
    }

    fn write(self) -> Generated {
        let files: Vec<String> = DATA.iter().map(|name| format!("data/{name}.tsv")).collect();
        let mut source = rust::header(&files.iter().map(String::as_str).collect::<Vec<_>>());
        source += "use std::borrow::Cow::Borrowed as B;\n";
        source += "use crate::spell::{Currency, MoneyNoun};\n";
        source += "use crate::vocabulary::{Class as C, Effect as E, Meaning as M, Role as R, Side as S, UnitInfo};\n";
        let _ = writeln!(source, "pub(crate) static MEANINGS: [M; {}] = [", self.meanings.len());
        for meaning in &self.meanings {
            let _ = writeln!(source, "    {meaning},");
        }
        let _ = writeln!(source, "];\npub(crate) static UNITS: [UnitInfo; {}] = [", self.units.len());
        for unit in &self.units {
            let _ = writeln!(source, "    {unit},");
        }
        let _ =
            writeln!(source, "];\npub(crate) static CURRENCIES: [Currency; {}] = [", self.currencies.len());
        for currency in self.currencies.values() {
            let _ = writeln!(source, "    {currency},");
        }
        source += "];\n";
        let filter = KeyFilter::of(self.first_words);
        let _ = writeln!(
            source,
            "pub(crate) static FILTER: [u64; {0}] = {1:?};",
            filter.bits().len(),
            filter.bits()
        );
        source += &rust::lexicon("WORDS", &self.words.into_table(), "isnad_text");
        Generated { path: "crates/isnad-numerals/src/generated/vocabulary.rs".into(), source }
    }
}

/// A noun of money, as Rust; nouns without a plural of their own do not change (يورو).
fn money_noun(noun: &Row, adjective: &str) -> String {
    format!(
        "MoneyNoun{{singular:{:?},plural:{:?},adjective:{adjective:?},feminine:{}}}",
        noun.get(0),
        noun.list(2, '|').next().filter(|_| noun.get(0) != "يورو").unwrap_or(noun.get(0)),
        noun.get(1) == "f"
    )
}

/// One over the parts of the first currency that has `value` in a column: a hundred where the data says none.
fn parts_where(currencies: &Table, column: usize, value: &str) -> Result<(i64, i64)> {
    let row = currencies.rows.iter().find(|row| row.get(column) == value);
    let row = row.with_context(|| format!("{}: no currency with {value}", currencies.path.display()))?;
    Ok((
        1,
        if row.get(4).is_empty() {
            100
        } else {
            row.get(4).parse().with_context(|| place(currencies, row))?
        },
    ))
}

fn place(table: &Table, row: &Row) -> String {
    format!("{}:{}", table.path.display(), row.line)
}

/// `scale-dual` as `ScaleDual`.
fn camel(name: &str) -> String {
    let upper =
        |part: &str| part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect();
    name.split('-').map(upper).collect::<Vec<String>>().concat()
}

/// A decimal or a fraction in lowest terms is not needed: numerator and denominator as written.
fn factor(cell: &str) -> Result<(i64, i64)> {
    if let Some((numerator, denominator)) = cell.split_once('/') {
        return Ok((numerator.parse()?, denominator.parse()?));
    }
    let (whole, part) = cell.split_once('.').unwrap_or((cell, ""));
    ensure!(part.len() < 18, "too many decimals");
    Ok((format!("{whole}{part}").parse()?, 10i64.pow(part.len() as u32)))
}

/// The accusative that tanwin writes with an alef, of one Arabic word: دولار, دولارا.
fn accusative(word: &str) -> Option<String> {
    let last = word.chars().last()?;
    let takes =
        word.chars().count() > 2 && !word.contains(' ') && !matches!(last, 'ة' | 'ا' | 'ى' | 'و' | 'ء');
    (takes && ('ء'..='ي').contains(&last) && !word.ends_with("ات")).then(|| format!("{word}ا"))
}

/// The dual, in both cases: دولار, دولاران and دولارين; ليرة, ليرتان and ليرتين.
fn dual(word: &str) -> Option<[String; 2]> {
    let stem = dual_stem(word);
    let last = word.chars().last()?;
    let takes = word.chars().count() > 1 && ('ء'..='ي').contains(&last) && !matches!(last, 'ا' | 'ى');
    takes.then(|| [format!("{stem}ان"), format!("{stem}ين")])
}

/// The dual of a noun with its adjective: ليرتان سوريتان and ليرتين سوريتين.
fn duals(noun: &str, adjective: &str) -> Option<[String; 2]> {
    let ([a, b], [x, y]) = (dual(noun)?, dual(adjective)?);
    Some([format!("{a} {x}"), format!("{b} {y}")])
}

/// ليرة سورية, الليرة السورية (the article of the first word is looked through), ليرات سورية, دولارا أميركيا, دولارين أميركيين.
fn with_adjective(noun: &Row, adjective: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let singular = noun.get(0);
    let feminine = format!("{adjective}ة");
    let agreeing = if noun.get(1) == "f" { &feminine } else { adjective };
    let mut add = |noun: &str, adjective: &str| {
        forms.push(format!("{noun} {adjective}"));
        forms.push(format!("{noun} ال{adjective}"));
    };
    add(singular, agreeing);
    for plural in noun.list(2, '|') {
        add(plural, &feminine);
        add(plural, adjective); // said of invariable nouns: يورو
    }
    if noun.get(1) == "m" {
        let accusative = accusative(singular).unwrap_or_else(|| singular.to_string());
        add(&accusative, &format!("{adjective}ا"));
        add(&accusative, adjective);
    }
    forms
}
