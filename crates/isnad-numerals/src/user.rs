//! Words and units of one's own.

use std::sync::Arc;

use isnad_text::{Key, KeyFilter, LexiconBuilder, LoadError, PhraseFlags, Text, Token};

use crate::Numerals;
use crate::vocabulary::{Class, Effect, Meaning, Role, Side, UnitInfo, Vocabulary, Words};

/// Collects a user's words and makes [`Numerals`] that know them beside the built-in ones.
///
/// A file has one fact a line, its cells separated by tabs; the first cell says what the line is. Lines that begin with
/// `#` are comments.
///
/// | line | example |
/// |---|---|
/// | `number` word class value | `number`&nbsp;`دزينة`&nbsp;`unit`&nbsp;`12` |
/// | `unit` name code dimension factor | `unit`&nbsp;`قصبة`&nbsp;`qasaba`&nbsp;`length`&nbsp;`71/20` |
/// | `currency` name code | `currency`&nbsp;`بتكوين`&nbsp;`BTC` |
/// | `noun` noun plural | `noun`&nbsp;`مركب`&nbsp;`broken` |
/// | `modifier` phrase side effect | `modifier`&nbsp;`يا دوب`&nbsp;`before`&nbsp;`high` |
/// | `role` phrase role | `role`&nbsp;`صاروخ`&nbsp;`identifier` |
/// | `none` phrase | `none`&nbsp;`سبع البحار` |
///
/// Classes, plurals, sides, effects and roles are those of the files in `data/`.
#[derive(Clone, Debug, Default)]
pub struct NumeralsBuilder {
    lexicon: LexiconBuilder,
    first_words: Vec<Key>,
    meanings: Vec<Meaning>,
    units: Vec<UnitInfo>,
    before_an: LexiconBuilder,
    before_ayn: LexiconBuilder,
}

impl Numerals {
    /// Starts from the built-in words, to add one's own.
    ///
    /// ```
    /// use isnad_numerals::{Number, Numerals};
    /// let numerals = Numerals::builder().words("number\tدزينة\tunit\t12\n", "mine.tsv").unwrap().build();
    /// let found = numerals.find(&isnad_text::Text::new("دزينة أقلام")); // a dozen pens
    /// assert_eq!(found[0].low, Some(Number::from(12)));
    /// ```
    #[must_use]
    pub fn builder() -> NumeralsBuilder {
        NumeralsBuilder::default()
    }
}

impl NumeralsBuilder {
    /// Reads the lines of a file; `file` is its name in errors.
    ///
    /// # Errors
    ///
    /// Names the file, the line and the cause for the first line that cannot be used.
    ///
    /// ```
    /// let error = isnad_numerals::Numerals::builder().words("noun\tمركب\tmany", "mine.tsv").unwrap_err();
    /// assert_eq!(error.to_string(), "mine.tsv:1: unknown plural \"many\": expected sound, broken, oblique or feminine");
    /// ```
    pub fn words(mut self, source: &str, file: &str) -> Result<NumeralsBuilder, LoadError> {
        for (n, line) in source.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
            self.line(&cells).map_err(|cause| LoadError::new(file, n + 1, cause))?;
        }
        Ok(self)
    }

    fn line(&mut self, cells: &[&str]) -> Result<(), String> {
        match *cells {
            ["number", word, class, value] => {
                let value = value.parse().map_err(|_| format!("{value:?} is no whole number"))?;
                self.add(word, Meaning::Word(named(class, "class", &CLASSES)?, value))
            }
            ["unit", name, code, dimension, factor] => {
                let factor = read_factor(factor)
                    .ok_or_else(|| format!("{factor:?} is no positive decimal or fraction"))?;
                self.unit(name, code, dimension, factor)
            }
            ["currency", name, code] => self.unit(name, code, "money", (1, 100)),
            ["noun", noun, plural] => self.noun(noun, named(plural, "plural", &PLURALS)?),
            ["modifier", phrase, side, effect] => {
                let meaning =
                    Meaning::Modifier(named(side, "side", &SIDES)?, named(effect, "effect", &EFFECTS)?);
                self.add(phrase, meaning)
            }
            ["role", phrase, role] => self.add(phrase, Meaning::Role(named(role, "role", &ROLES)?)),
            ["none", phrase] => self.add(phrase, Meaning::NoNumber),
            [what @ ("number" | "unit" | "currency" | "noun" | "modifier" | "role" | "none"), ..] => {
                Err(format!("a line of {what} has not {} cells", cells.len()))
            }
            [what, ..] => Err(format!("unknown kind of line {what:?}")),
            [] => Ok(()),
        }
    }

    fn add(&mut self, phrase: &str, meaning: Meaning) -> Result<(), String> {
        if !self.lexicon.add(phrase, self.meanings.len() as u32, PhraseFlags::ARTICLE) {
            return Err("no word".to_string());
        }
        self.first_words.extend(Text::new(phrase).tokens().first().map(Token::key));
        self.meanings.push(meaning);
        Ok(())
    }

    fn unit(&mut self, name: &str, code: &str, dimension: &str, factor: (i64, i64)) -> Result<(), String> {
        let unit = Meaning::Unit(self.units.len());
        let pair = Meaning::UnitPair(self.units.len());
        let (code, dimension) = (code.to_string().into(), dimension.to_string().into());
        self.units.push(UnitInfo { code, dimension, factor, si: None, candidates: &[] });
        self.add(name, unit)?;
        if !name.contains(' ') {
            if !name.ends_with(['ة', 'ا', 'ى', 'ء']) {
                self.add(&format!("{name}ا"), unit)?;
            }
            self.add(&format!("{}ان", dual_stem(name)), pair)?;
            self.add(&format!("{}ين", dual_stem(name)), pair)?;
        }
        Ok(())
    }

    fn noun(&mut self, noun: &str, (an, ayn): (bool, bool)) -> Result<(), String> {
        let stem = dual_stem(noun);
        let added = (!an || self.before_an.add(&stem, 0, PhraseFlags::NONE))
            && (!ayn || self.before_ayn.add(&stem, 0, PhraseFlags::NONE));
        if added { Ok(()) } else { Err("no word".to_string()) }
    }

    /// The grammar with the words read so far.
    ///
    /// ```
    /// let numerals = isnad_numerals::Numerals::builder().build();
    /// assert_eq!(numerals.find(&isnad_text::Text::new("مئة كتاب")).len(), 1);
    /// ```
    #[must_use]
    pub fn build(self) -> Numerals {
        let words = Words {
            lexicon: self.lexicon.build(),
            filter: KeyFilter::of(self.first_words),
            meanings: self.meanings.into(),
            units: self.units.into(),
            before_an: self.before_an.build(),
            before_ayn: self.before_ayn.build(),
        };
        Numerals { vocabulary: Vocabulary { user: Some(Arc::new(words)) } }
    }
}

/// What the endings of the dual are put to: طفلة, طفلتان.
fn dual_stem(noun: &str) -> String {
    noun.strip_suffix('ة').map_or_else(|| noun.to_string(), |stem| format!("{stem}ت"))
}

/// The meaning of a name in a cell.
fn named<T: Copy>(name: &str, what: &str, all: &[(&str, T)]) -> Result<T, String> {
    all.iter().find(|(known, _)| *known == name).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|(known, _)| *known).collect();
        let (last, others) =
            names.split_last().map_or(("", names.as_slice()), |(last, others)| (*last, others));
        format!("unknown {what} {name:?}: expected {} or {last}", others.join(", "))
    })
}

fn read_factor(cell: &str) -> Option<(i64, i64)> {
    let (numerator, denominator) = match (cell.split_once('/'), cell.split_once('.')) {
        (Some((n, d)), _) => (n.parse().ok()?, d.parse().ok()?),
        (None, Some((whole, part))) => {
            (format!("{whole}{part}").parse().ok()?, 10i64.checked_pow(part.len().try_into().ok()?)?)
        }
        (None, None) => (cell.parse().ok()?, 1),
    };
    (numerator > 0 && denominator > 0).then_some((numerator, denominator))
}

/// Whether ان and whether ين tell the dual.
const PLURALS: [(&str, (bool, bool)); 4] = [
    ("sound", (true, false)),
    ("broken", (true, true)),
    ("oblique", (false, true)),
    ("feminine", (true, true)),
];
const SIDES: [(&str, Side); 5] = [
    ("before", Side::Before),
    ("reach", Side::Reach),
    ("govern", Side::Govern),
    ("joined", Side::Joined),
    ("after", Side::After),
];
const EFFECTS: [(&str, Effect); 4] =
    [("approx", Effect::Approx), ("low", Effect::Low), ("high", Effect::High), ("turn", Effect::Turn)];
const ROLES: [(&str, Role); 6] = [
    ("identifier", Role::Identifier),
    ("rank", Role::Rank),
    ("series", Role::Series),
    ("change", Role::Change),
    ("regnal", Role::Regnal),
    ("amount", Role::Amount),
];
const CLASSES: [(&str, Class); 12] = [
    ("unit", Class::Unit),
    ("teen", Class::Teen),
    ("tens", Class::Tens),
    ("hundred", Class::Hundred),
    ("hundreds", Class::Hundreds),
    ("scale", Class::Scale),
    ("scale-dual", Class::ScaleDual),
    ("scale-plural", Class::ScalePlural),
    ("vague", Class::Vague),
    ("ordinal", Class::Ordinal),
    ("fraction", Class::Fraction),
    ("minus", Class::Minus),
];
