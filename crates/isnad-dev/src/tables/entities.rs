//! isnad-entities: classes, gazetteer, trigger words, rules.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt::Write;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use isnad_text::pattern::{RuleFile, Step, Test};
use isnad_text::{Lexicon, LexiconTable, PhraseFlags, Text};

use crate::rust::{self, Generated};
use crate::tsv::{self, Row, Table};

mod ordinary;

const CRATE: &str = "crates/isnad-entities";

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    let folder = root.join(CRATE).join("data");
    let classes = tsv::read(&folder.join("classes.tsv"), 2)?;
    ensure!(classes.rows.len() <= 64, "{}: more than 64 classes", classes.path.display());
    let names: Vec<&str> = classes.rows.iter().map(|r| r.get(0)).collect();
    // Spellings of the words that stand in a name's letters: وإن "and if" is not وان, the city of Van.
    let mut spelled: HashMap<String, Vec<String>> = HashMap::new();
    for (file, columns) in [("function_words", 5), ("common_words", 2)] {
        for row in &tsv::read(&folder.join(format!("{file}.tsv")), columns)?.rows {
            spelled.entry(key(row.get(0))).or_default().push(row.get(0).to_string());
        }
    }
    let triggers = tsv::read(&folder.join("triggers.tsv"), 5)?;
    let official = tsv::read(&folder.join("official_adjectives.tsv"), 5)?;
    let outside = Outside::of(&triggers, &official);
    let mut words = Words { classes: &names, things: Vec::new(), records: BTreeMap::new(), spelled };
    for file in ["places", "organisations", "people", "events"] {
        let table = tsv::read(&folder.join(format!("{file}.tsv")), 8)?;
        words.gazetteer(file, &table, &outside)?;
    }
    for file in ["function_words", "official_adjectives", "loanwords", "vocabulary"] {
        words.list(&tsv::read(&folder.join(format!("{file}.tsv")), 5)?)?;
    }
    words.names(&tsv::read(&folder.join("names.tsv"), 5)?)?;
    words.common(&tsv::read(&folder.join("common_words.tsv"), 2)?)?;
    words.nisbas(&tsv::read(&folder.join("nisbas.tsv"), 5)?)?;
    words.triggers(&triggers)?;
    words.ordinary(&tsv::read(&folder.join("nouns.tsv"), 5)?, &tsv::read(&folder.join("verbs.tsv"), 6)?)?;
    words.settle();
    let list = [
        ("classes", class_constants(&names)),
        ("words", words.source()?),
        ("rules", rules(&folder, &names)?),
        ("shapes", shapes(&folder)?),
    ];
    let file = |(name, source): (&str, String)| Generated {
        path: format!("{CRATE}/src/generated/{name}.rs"),
        source,
    };
    Ok(list.into_iter().map(file).collect())
}

fn class_constants(names: &[&str]) -> String {
    let mut out = rust::header(&["data/classes.tsv"]);
    let _ = writeln!(out, "use isnad_text::pattern::Classes;\n");
    let _ = writeln!(out, "pub(crate) static NAMES: [&str; {}] = {names:?};", names.len());
    for (n, name) in names.iter().enumerate() {
        let _ = writeln!(out, "pub(crate) const {}: Classes = Classes::one({n});", name.to_uppercase());
    }
    out
}

/// The rules, compiled.
fn rules(folder: &Path, classes: &[&str]) -> Result<String> {
    let source = std::fs::read_to_string(folder.join("rules.toml"))?;
    let file = RuleFile::read(&source, "crates/isnad-entities/data/rules.toml", classes)?;
    let mut out = rust::header(&["data/rules.toml"]);
    out.push_str("use isnad_text::RuleId;\nuse isnad_text::pattern::{Pattern, Rule, Step::*, Test};\nuse std::borrow::Cow::Borrowed;\n\n");
    out.push_str("const fn t(all: u64, any: u64, none: u64, key: u64, must: u8, may: u8) -> Test {\n    Test { all, any, none, key, must, may }\n}\n\n");
    let _ = writeln!(out, "pub(crate) static RULES: [Rule; {}] = [", file.rules.len());
    for rule in &file.rules {
        let test = |t: &Test| format!("t({},{},{},{},{},{})", t.all, t.any, t.none, t.key, t.must, t.may);
        let steps = rule.pattern.program.iter().map(|step| match step {
            Step::Piece(t) => format!("Piece({})", test(t)),
            Step::Ahead(be, t) => format!("Ahead({be},{})", test(t)),
            Step::Behind(be, t) => format!("Behind({be},{})", test(t)),
            step => format!("{step:?}"),
        });
        let labels = rule.pattern.labels().iter().map(|l| format!("Borrowed({l:?})"));
        let _ = writeln!(
            out,
            "Rule {{ id: RuleId::new({:?}), priority: {}, pattern: Pattern {{ labels: Borrowed(&[{}]), program: Borrowed(&[\n{}\n]) }} }},",
            rule.id.as_str(),
            rule.priority,
            labels.collect::<Vec<_>>().join(", "),
            steps.collect::<Vec<_>>().join(","),
        );
    }
    out.push_str("];\n");
    Ok(out)
}

/// Weights of the trigrams of 30 symbols (the border of a word, 29 letters), as one string: `N` is 0.
fn shapes(folder: &Path) -> Result<String> {
    let table = tsv::read(&folder.join("shapes.tsv"), 2)?;
    let mut weights = vec![b'N'; 30 * 30 * 30];
    for row in &table.rows {
        let at = row.get(0).chars().try_fold(0, |at, c| {
            let symbol = if matches!(c, '^' | '$') {
                Some(0)
            } else {
                LETTERS.chars().position(|l| l == c).map(|n| n + 1)
            };
            symbol.map(|s| at * 30 + s)
        });
        let weight: i8 = row.get(1).parse()?;
        let slot = at.and_then(|at| weights.get_mut(at));
        *slot.with_context(|| format!("{}:{}: no trigram of letters", table.path.display(), row.line))? =
            (b'N' as i8 + weight) as u8;
    }
    let mut out = rust::header(&["data/shapes.tsv"]);
    let _ = writeln!(out, "pub(crate) static LETTERS: &str = {LETTERS:?};");
    let _ = writeln!(out, "pub(crate) static WEIGHTS: &[u8; 27000] = b{:?};", String::from_utf8(weights)?);
    Ok(out)
}

/// The letters of folded words.
const LETTERS: &str = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي";

/// A thing of the gazetteer, as one line of `THINGS`.
struct Thing {
    id: String,
    kind: &'static str,
    name: String,
    label: String,
    country: String,
}

/// What a folded phrase is.
#[derive(Default)]
struct Record {
    /// As first written.
    phrase: String,
    /// Whether the spelling must agree letter by letter.
    exact: bool,
    classes: u64,
    things: Vec<usize>,
}

/// Heads and titles that are no part of the names after them.
struct Outside<'t> {
    places: HashSet<&'t str>,
    titles: HashSet<&'t str>,
    media: HashSet<&'t str>,
    /// Adjectives of bodies with the article, without the ending of relation: they are no country's.
    official: HashSet<String>,
}

impl<'t> Outside<'t> {
    fn of(triggers: &'t Table, official: &Table) -> Outside<'t> {
        let of = |class: &str, flag: &str| {
            let rows = triggers.rows.iter();
            let rows = rows.filter(|r| r.get(1) == class && r.list(2, ',').any(|f| f == flag));
            rows.map(|r| r.get(0)).collect::<HashSet<_>>()
        };
        let mut media: HashSet<_> = of("org_head", "media");
        media.extend(of("org_head", "outside"));
        let stem = |r: &Row| format!("ال{}", r.get(0).trim_end_matches('ي'));
        let official = official.rows.iter().map(stem).collect();
        Outside { places: of("place_head", "outside"), titles: of("title", "outside"), media, official }
    }
}

/// A word without the article.
fn bare_word(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

struct Words<'c> {
    classes: &'c [&'c str],
    things: Vec<Thing>,
    records: BTreeMap<(String, bool), Record>,
    /// Function words and ordinary words as they are spelled, by their folded forms.
    spelled: HashMap<String, Vec<String>>,
}

/// No countries' adjectives: المجلس الانتقالي الجنوبي is the whole name.
const DIRECTIONS: [&str; 8] =
    ["الجنوبي", "الجنوبية", "الشمالي", "الشمالية", "الشرقي", "الشرقية", "الغربي", "الغربية"];

impl Words<'_> {
    fn class(&self, name: &str) -> Option<u64> {
        self.classes.iter().position(|c| *c == name).map(|n| 1 << n)
    }

    /// The class of a row's cell, with the row's place in the error.
    fn class_of(&self, table: &Table, row: &Row, name: &str) -> Result<u64> {
        self.class(name)
            .with_context(|| format!("{}:{}: `{name}` is not in classes.tsv", table.path.display(), row.line))
    }

    /// The record of a phrase, as it stands or with the article allowed before it.
    fn record(&mut self, phrase: &str, article: bool) -> &mut Record {
        let record = self.records.entry((key(phrase), article)).or_default();
        if record.phrase.is_empty() {
            record.phrase = phrase.to_string();
        }
        record
    }

    /// The record of a word whose spelling must agree: على "on" is not علي "Ali".
    fn exact(&mut self, word: &str) -> &mut Record {
        // Apart from the record of the folded form, which may be spelled the same.
        let record = self.records.entry((format!("={word}"), false)).or_default();
        record.phrase = word.to_string();
        record.exact = true;
        record
    }

    fn gazetteer(&mut self, file: &str, table: &Table, outside: &Outside<'_>) -> Result<()> {
        let headed = self.class("headed").context("classes.tsv: no `headed`")?;
        for row in &table.rows {
            let kind = kind(file, row.get(1));
            let class = self.class_of(table, row, &kind.to_lowercase())?;
            let maybe = self.class_of(table, row, &format!("maybe_{}", kind.to_lowercase()))?;
            let flagged = |flag: &str| row.list(6, ',').any(|f| f == flag);
            let ambiguous = flagged("ambiguous");
            ensure!(!row.get(7).is_empty(), "{}:{}: no source", table.path.display(), row.line);
            let thing = self.things.len();
            self.things.push(Thing {
                id: row.get(0).to_string(),
                kind,
                name: row.get(2).to_string(),
                label: row.get(3).to_string(),
                country: row.get(4).to_string(),
            });
            // فيلق القدس الإيراني: where the name is known without the country's adjective, that stays outside.
            let bare: Vec<&str> = std::iter::once(row.get(2))
                .filter(|_| !ambiguous)
                .chain(row.list(5, '|').filter(|s| !s.starts_with('?')))
                .collect();
            let named =
                ["armed_group", "club", "media", "party", "agency", "university"].contains(&row.get(1));
            // So of a club that bears its town's name, which a rule finds by the adjective: برشلونة الإسباني.
            let town = |name: &str| {
                row.get(1) == "club"
                    && !name.starts_with("ال")
                    && row.list(5, '|').any(|s| s.strip_prefix('?') == Some(name))
            };
            let qualified = |surface: &str| {
                surface.rsplit_once(' ').is_some_and(|(name, last)| {
                    named
                        && (bare.contains(&name) || town(name))
                        && last.starts_with("ال")
                        && last.ends_with(['ي', 'ة'])
                        && !DIRECTIONS.contains(&last)
                        && !outside.official.contains(last.trim_end_matches('ة').trim_end_matches('ي'))
                })
            };
            // وكالة شفق نيوز: of a medium the name alone is the mention, where the row has it alone.
            let media = ["media", "agency", "company"].contains(&row.get(1));
            let alone: Vec<&str> = std::iter::once(row.get(2))
                .chain(row.list(5, '|'))
                .map(|s| s.trim_start_matches('?'))
                .collect();
            let with_head = |surface: &str| {
                let parts = surface.trim_start_matches('?').split_once(' ');
                parts.is_some_and(|(head, name)| {
                    media && outside.media.contains(head) && alone.contains(&name)
                })
            };
            let surfaces = std::iter::once(row.get(2)).chain(row.list(5, '|'));
            let surfaces = surfaces.filter(|s| !qualified(s) && !with_head(s));
            for (n, surface) in surfaces.enumerate() {
                let (needs, surface) = match surface.strip_prefix('?') {
                    Some(surface) => (true, surface),
                    None => (false, surface),
                };
                // الأمير ويليام: the title is no part of the name, which needs it where it is one word.
                let (needs, surface) = match surface.split_once(' ') {
                    Some((title, name)) if kind == "PER" && outside.titles.contains(bare_word(title)) => {
                        (needs || !name.contains(' '), name)
                    }
                    _ => (needs, surface),
                };
                let one_word = !surface.contains(' ');
                let is_headed = kind == "LOC"
                    && !row.get(3).contains("City")
                    && surface.split_once(' ').is_some_and(|(first, _)| outside.places.contains(first));
                let needs = needs || (ambiguous && !is_headed && (n == 0 || one_word));
                let exact = one_word && flagged("exact");
                let ordinary = self.spelled.get(&key(surface)).filter(|w| !w.iter().any(|w| w == surface));
                ensure!(
                    !one_word || exact || ordinary.is_none(),
                    "{}:{}: {surface} folds to the letters of {ordinary:?}: flag the row `exact`",
                    table.path.display(),
                    row.line
                );
                let record = if exact { self.exact(surface) } else { self.record(surface, false) };
                record.classes |= if needs { maybe } else { class } | if is_headed { headed } else { 0 };
                if !record.things.contains(&thing) {
                    record.things.push(thing);
                }
                // الفيفا: acronyms take the article freely.
                let takes_article = ["intergov", "sports_body", "intelligence"].contains(&row.get(1));
                if takes_article && one_word && !needs && !exact && !key(surface).starts_with("ال") {
                    let record = self.record(surface, true);
                    record.classes |= class;
                    record.things.push(thing);
                }
            }
        }
        Ok(())
    }

    /// Words with a class.
    fn list(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            let classes = self.class_of(table, row, row.get(1))?;
            let article = !["stop", "verb", "speech"].contains(&row.get(1));
            let feminine = match row.get(2) {
                "" => format!("{}ة", row.get(0)),
                form => form.to_string(),
            };
            for form in [
                Some(row.get(0)),
                ["official", "adjective"].contains(&row.get(1)).then_some(feminine.as_str()),
            ]
            .into_iter()
            .flatten()
            {
                let exact = row.list(3, ',').any(|f| f == "exact");
                let record = if exact { self.exact(form) } else { self.record(form, article) };
                record.classes |= classes;
            }
        }
        Ok(())
    }

    /// Words of persons' names.
    fn names(&mut self, table: &Table) -> Result<()> {
        let class = |words: &Self, name| words.class(name).context("classes.tsv lacks a class of names");
        let (given, family) = (class(self, "given")?, class(self, "family")?);
        let (particle, doubtful) = (class(self, "particle")?, class(self, "doubtful")?);
        for row in &table.rows {
            let classes = match row.get(1) {
                "given" => given,
                "family" => family,
                "both" => given | family,
                "element" => particle,
                kind => bail!("{}:{}: `{kind}` is no kind of name", table.path.display(), row.line),
            };
            let ambiguous = row.list(3, ',').any(|f| f == "ambiguous");
            self.record(row.get(0), false).classes |= classes | if ambiguous { doubtful } else { 0 };
        }
        Ok(())
    }

    /// Ordinary words that are also names.
    fn common(&mut self, table: &Table) -> Result<()> {
        let common = self.class("common").context("classes.tsv: no `common`")?;
        for row in &table.rows {
            self.record(row.get(0), false).classes |= common;
        }
        Ok(())
    }

    /// Adjectives of origin in all their forms, by rule: عراقي gives عراقية, عراقيون, عراقيين, عراقيات.
    fn nisbas(&mut self, table: &Table) -> Result<()> {
        for row in &table.rows {
            let (nisba, people) = (self.class_of(table, row, "nisba")?, self.class_of(table, row, "people")?);
            let feminine = self.class_of(table, row, "f")?;
            let (id, stem) = (row.get(0), row.get(2));
            let country = id.strip_prefix("iso:").unwrap_or_default().to_string();
            let thing = self.things.len();
            self.things.push(Thing {
                id: id.strip_prefix("isnad:people/").unwrap_or(id).replace("iso:", ""),
                kind: "NORP",
                name: stem.to_string(),
                label: row.get(1).to_string(),
                country,
            });
            let regular = stem.ends_with('ي');
            let singular = if regular { ["", "ة", "ان", "تان", "تين"].as_slice() } else { &[] };
            let plural = match (regular, row.get(3)) {
                (true, _) => ["ون", "ين", "ات"].as_slice(),
                (false, "") => &[""], // the name of a people: Hutu
                (false, _) => &[],
            };
            let of = |s: &str| if s.contains(['ة', 'ت']) { feminine } else { 0 };
            let forms = singular.iter().map(|s| (format!("{stem}{s}"), nisba | of(s)));
            let forms = forms.chain(plural.iter().map(|s| (format!("{stem}{s}"), nisba | people)));
            let forms = forms.chain(row.list(3, '|').map(|p| (p.to_string(), nisba | people)));
            for (form, classes) in forms.collect::<Vec<_>>() {
                let record = self.record(&form, true);
                record.classes |= classes;
                if !record.things.contains(&thing) {
                    record.things.push(thing);
                }
            }
        }
        Ok(())
    }

    /// Trigger words; of a phrase with adjectives also the form with the article on each word.
    fn triggers(&mut self, table: &Table) -> Result<()> {
        let inflected = self.class("inflected").context("classes.tsv: no `inflected`")?;
        for row in &table.rows {
            let mut classes = self.class_of(table, row, row.get(1))?;
            for flag in row.list(2, ',') {
                classes |= match flag {
                    "ambiguous" => self.class_of(table, row, "weak")?,
                    "role" | "dual_use" | "outside" | "suffixed" => 0,
                    flag => self.class_of(table, row, flag)?,
                };
            }
            let phrase = row.get(0);
            let words: Vec<&str> = phrase.split(' ').collect();
            self.record(phrase, true).classes |= classes;
            if row.list(2, ',').any(|f| f == "suffixed") {
                // زوجة, زوجته, زوجها: the relative of somebody named before.
                let stem = phrase.strip_suffix('ة').map_or(phrase.to_string(), |stem| format!("{stem}ت"));
                for suffix in ["ه", "ها", "هم", "هما"] {
                    self.record(&format!("{stem}{suffix}"), false).classes |= classes | inflected;
                }
            }
            if words.len() > 1 && !words.iter().any(|w| w.starts_with("ال")) {
                let def: Vec<String> = words.iter().map(|w| format!("ال{w}")).collect();
                self.record(&def.join(" "), false).classes |= classes;
            }
        }
        Ok(())
    }

    /// Where a place and an organisation share a name, the organisation needs evidence; where a name is an ordinary
    /// word, whatever it names does.
    fn settle(&mut self) {
        let class = |name: &str| self.classes.iter().position(|c| *c == name).map_or(0, |n| 1u64 << n);
        let (loc, org, maybe_org) = (class("loc"), class("org"), class("maybe_org"));
        let ordinary = class("common") | class("stop") | class("verb") | class("speech");
        let kinds = ["per", "org", "loc", "fac", "norp", "event"];
        let kinds = kinds.map(|k| (class(k), class(&format!("maybe_{k}"))));
        let exact: Vec<String> =
            self.records.values().filter(|r| r.classes & ordinary != 0).map(|r| key(&r.phrase)).collect();
        for phrase in exact {
            for article in [false, true] {
                let Some(record) = self.records.get_mut(&(phrase.clone(), article)) else { continue };
                for (sure, maybe) in kinds {
                    if record.classes & sure != 0 {
                        record.classes = record.classes & !sure | maybe;
                    }
                }
            }
        }
        for record in self.records.values_mut() {
            if record.classes & loc != 0 && record.classes & org != 0 {
                record.classes = record.classes & !org | maybe_org;
            }
        }
    }

    /// The tables in the form in which they are committed; `isnad-entities/src/tables.rs` says what is what.
    fn source(&self) -> Result<String> {
        let mut out = rust::header(&["data/*.tsv"]);
        let mut builder = Lexicon::builder();
        // Of a word's key, its classes as it stands and with the article allowed before it.
        let mut single: BTreeMap<u64, [u64; 2]> = BTreeMap::new();
        let (mut records, mut of_record, mut sets) = (Vec::new(), Vec::new(), Vec::new());
        // Records that say the same are one: most names are nothing but names.
        let mut known: HashMap<(u64, &[usize]), usize> = HashMap::new();
        for ((_, article), record) in &self.records {
            let phrase = if record.exact { record.phrase.clone() } else { key(&record.phrase) };
            if record.things.is_empty()
                && !record.exact
                && let [token] = Text::new(&phrase).tokens()
            {
                let [bare, with_article] = single.entry(token.key().0).or_default();
                *bare |= record.classes;
                *with_article |= if *article { record.classes } else { 0 };
                continue;
            }
            let n = *known.entry((record.classes, &record.things)).or_insert_with(|| {
                let set = sets.iter().position(|s| *s == record.classes).unwrap_or_else(|| {
                    sets.push(record.classes);
                    sets.len() - 1
                });
                records.push([set as u64, record.things.len() as u64]);
                of_record.extend(record.things.iter().map(|&t| [t as u64]));
                records.len() - 1
            });
            let flags = match record {
                Record { exact: true, .. } => PhraseFlags::EXACT,
                _ if *article => PhraseFlags::ARTICLE,
                _ => PhraseFlags::NONE,
            };
            builder.add(&phrase, n as u32, flags);
        }
        rust::array(&mut out, "CLASS_SETS", "u64", sets.iter().map(|s| format!("{s:#x}")));
        rust::digits(&mut out, "RECORDS", [2, 2], &records)?;
        rust::digits(&mut out, "OF_RECORD", [3], &of_record)?;
        let thing = |t: &Thing| {
            let kind = ["PER", "ORG", "LOC", "FAC", "NORP"].iter().position(|k| *k == t.kind).unwrap_or(5);
            [
                kind as u64,
                t.id.len() as u64,
                t.name.len() as u64,
                t.label.len() as u64,
                t.country.len() as u64,
            ]
        };
        rust::digits(
            &mut out,
            "THINGS",
            [1, 2, 2, 2, 1],
            &self.things.iter().map(thing).collect::<Vec<_>>(),
        )?;
        let texts = self.things.iter().map(|t| [&*t.id, &t.name, &t.label, &t.country].concat());
        rust::text(&mut out, "TEXTS", texts);
        single_words(&mut out, &single)?;
        phrases(&mut out, &builder.into_table())?;
        Ok(out)
    }
}

/// Words that name nothing: how many have keys with the same first bits, and of each the bits after them, and which of
/// the pairs of classes it has.
fn single_words(out: &mut String, words: &BTreeMap<u64, [u64; 2]>) -> Result<()> {
    let mut counts = vec![[0]; 1 << 15];
    let (mut pairs, mut rows) = (Vec::new(), Vec::new());
    for (key, pair) in words {
        if let Some([count]) = counts.get_mut((key >> 49) as usize) {
            *count += 1;
        }
        let n = pairs.iter().position(|p| p == pair).unwrap_or_else(|| {
            pairs.push(*pair);
            pairs.len() - 1
        });
        rows.push([key >> 19 & 0x3FFF_FFFF, n as u64]);
    }
    let pairs = pairs.iter().map(|[bare, article]| format!("({bare:#x},{article:#x})"));
    rust::array(out, "PAIRS", "(u64, u64)", pairs);
    rust::digits(out, "SINGLE_COUNTS", [1], &counts)?;
    rust::digits(out, "SINGLE", [5, 2], &rows)
}

/// The trie: edges in the order of the nodes that they lead to, and of each node how many entries it has.
fn phrases(out: &mut String, table: &LexiconTable) -> Result<()> {
    let mut edges: Vec<_> = table.edges.iter().collect();
    edges.sort_by_key(|e| e.to);
    ensure!(edges.iter().zip(1..).all(|(e, n)| e.to == n), "nodes are not numbered as their edges are");
    rust::digits(out, "EDGES", [11, 3], &edges.iter().map(|e| [e.key, e.from.into()]).collect::<Vec<_>>())?;
    let counts: Vec<[u64; 1]> = table.nodes.windows(2).map(|w| [(w[1] - w[0]).into()]).collect();
    rust::digits(out, "NODES", [1], &counts)?;
    let phrase = |e: &isnad_text::Entry| &table.phrases[e.start as usize..(e.start + e.len) as usize];
    let (mut entries, mut texts) = (Vec::new(), Vec::new());
    for entry in table.entries.iter() {
        // A phrase with and without the article is written once.
        let same = texts.last().is_some_and(|last| *last == phrase(entry));
        entries.push([entry.id.into(), entry.flags.0.into(), if same { 0 } else { entry.len.into() }]);
        if !same {
            texts.push(phrase(entry));
        }
    }
    rust::digits(out, "ENTRIES", [3, 1, 2], &entries)?;
    rust::text(out, "PHRASES", texts.iter().map(ToString::to_string));
    Ok(())
}

/// The type of entity of a row of a gazetteer file.
fn kind(file: &str, of: &str) -> &'static str {
    match (file, of) {
        ("people", _) => "PER",
        ("events", _) => "EVENT",
        ("organisations", _) => "ORG",
        (
            _,
            "crossing" | "camp" | "dam" | "airport" | "base" | "prison" | "market" | "oilfield" | "shrine"
            | "square",
        )
        | (
            _,
            "facility" | "building" | "bridge" | "port" | "hospital" | "mosque" | "palace" | "canal_works",
        ) => "FAC",
        _ => "LOC",
    }
}

/// A phrase as lexicons see it.
fn key(phrase: &str) -> String {
    let mut folded = String::new();
    isnad_text::fold_into(phrase, &mut folded);
    folded
}
