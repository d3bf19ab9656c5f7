//! isnad-claims: one vocabulary of cues, speakers and particles.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use isnad_text::{KeyFilter, LexiconBuilder, PhraseFlags, Text, Token, fold_into};

use crate::rust::{self, Generated};
use crate::tsv::{self, Row};

pub(super) fn generate(root: &Path) -> Result<Vec<Generated>> {
    let mut vocabulary = Vocabulary::default();
    for (file, columns, word) in FILES {
        let table = tsv::read(&root.join("crates/isnad-claims/data").join(file), *columns)?;
        for row in &table.rows {
            let place = || format!("{}:{}", table.path.display(), row.line);
            let (word, flags) = word(row).with_context(place)?;
            ensure!(vocabulary.add(row.get(0), word, flags), "{}: no word", place());
        }
    }
    particles(root, &mut vocabulary)?;
    people(root, &mut vocabulary)?;
    Ok(vec![Generated {
        path: "crates/isnad-claims/src/generated/vocabulary.rs".into(),
        source: vocabulary.source() + &countries(root)? + &completions(root)? + &cases(root)? + &stems(root)?,
    }])
}

/// Reads a row as a `Word` of the crate, in Rust.
type Reader = fn(&Row) -> Result<(String, PhraseFlags)>;

const FILES: &[(&str, usize, Reader)] = &[
    ("cues.tsv", 7, cue),
    ("speakers.tsv", 3, speaker),
    ("events.tsv", 7, event),
    ("happenings.tsv", 3, happening),
];

/// Ids from here on are of lists, those below of words.
const FIRST_LIST: usize = 1 << 16;

#[derive(Default)]
struct Vocabulary {
    /// Forms that stand with the article as rows of their own, which hide what the bare form is.
    definite: std::collections::BTreeSet<String>,
    /// Distinct words.
    words: Vec<String>,
    phrases: Phrases,
}

impl Vocabulary {
    fn add(&mut self, phrase: &str, word: String, flags: PhraseFlags) -> bool {
        if phrase.starts_with("ال") {
            self.definite.insert(phrase.into());
        }
        let id = self.words.iter().position(|w| *w == word).unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        });
        self.phrases.add(phrase, id, flags)
    }

    /// Puts a word on the list that [`LISTS`] has at an index.
    fn list(&mut self, phrase: &str, list: usize) -> bool {
        self.phrases.add(phrase, FIRST_LIST + list, PhraseFlags::NONE)
    }

    fn source(self) -> String {
        let names =
            FILES.iter().map(|(file, ..)| *file).chain([PARTICLES, PEOPLE, COMPLETIONS, CASES, STEMS]);
        let files: Vec<String> = names.map(|file| format!("data/{file}")).collect();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let mut out = rust::header(&files);
        out += "use crate::senses::Senses;\n";
        out += "use crate::vocabulary::{CueFlags, CueWord, EventFlags, EventFrame, EventPart, EventWord, Frames, Grammatical, Part};\n";
        out += "use crate::shape::Stems;
";
        out += "use crate::vocabulary::{List, Particle, PersonClass, PersonNoun, SpeakerKind, Word};
";
        out += "use crate::{Class, CountKind, EventKind};

";
        let (lexicon, filter, groups) = self.phrases.tables("VOCABULARY", "FIRST_WORDS");
        out += &format!(
            "/// What each entry may be, by its id.\npub(crate) static SENSES: [Senses; {}] = [\n",
            groups.len()
        );
        for group in groups {
            let (words, lists): (Vec<usize>, Vec<usize>) = group.into_iter().partition(|id| *id < FIRST_LIST);
            let words: Vec<&str> =
                words.iter().filter_map(|id| self.words.get(*id).map(String::as_str)).collect();
            let lists = lists.iter().filter_map(|id| LISTS.get(id - FIRST_LIST));
            let lists: Vec<String> = lists.map(|list| format!("List::{}", camel(list))).collect();
            out += &format!("    Senses::of(&[{}], &[{}]),\n", words.join(", "), lists.join(", "));
        }
        out + "];\n\n" + &filter + &lexicon
    }
}

/// Phrases with all that each may be: one entry for what stands and falls together, so that it is compared once.
#[derive(Default)]
struct Phrases {
    entries: Vec<(String, PhraseFlags, Vec<usize>)>,
    /// The last entry of each folded phrase.
    last: BTreeMap<String, usize>,
}

impl Phrases {
    fn add(&mut self, phrase: &str, id: usize, flags: PhraseFlags) -> bool {
        let mut folded = String::new();
        fold_into(phrase, &mut folded);
        let written = if flags.has(PhraseFlags::EXACT) { phrase } else { &folded };
        match self.last.get(&folded).and_then(|&at| self.entries.get_mut(at)) {
            Some((last, of, ids)) if last == written && *of == flags => ids.push(id),
            _ => {
                self.entries.push((written.to_string(), flags, vec![id]));
                self.last.insert(folded, self.entries.len() - 1);
            }
        }
        !Text::new(phrase).tokens().is_empty()
    }

    /// A lexicon, a filter of the words that its phrases begin with, and the ids of its entries.
    fn tables(self, lexicon: &str, filter: &str) -> (String, String, Vec<Vec<usize>>) {
        let mut builder = LexiconBuilder::default();
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut first = Vec::new();
        for (phrase, flags, ids) in self.entries {
            let group = groups.iter().position(|g| *g == ids).unwrap_or_else(|| {
                groups.push(ids);
                groups.len() - 1
            });
            first.extend(Text::new(&phrase).tokens().first().map(Token::key));
            builder.add(&phrase, group as u32, flags);
        }
        let keys = KeyFilter::of(first);
        let bits = keys.bits();
        let filter = format!("pub(crate) static {filter}: [u64; {}] = {bits:?};\n\n", bits.len());
        (rust::lexicon(lexicon, &builder.into_table(), "isnad_text"), filter, groups)
    }
}

fn cue(row: &Row) -> Result<(String, PhraseFlags)> {
    let frames = bits(row.get(4).split(' '), FRAMES)?;
    let flags: Vec<&str> = row.list(5, ',').collect();
    let (exact, marked) = exactness(row, &flags);
    let word = format!(
        "Word::Cue(CueWord {{ class: Class::{}, part: Part::{}, frames: Frames({frames}), flags: CueFlags({}), marked: {marked:?} }})",
        camel(row.get(3)),
        camel(row.get(2)),
        bits(flags.into_iter().filter(|f| !NOTES.contains(f)), FLAGS)?,
    );
    Ok((word, if exact { PhraseFlags::EXACT } else { PhraseFlags::NONE }))
}

/// Whether the form must stand as written, and the form where vowel marks are a part of that.
fn exactness<'r>(row: &'r Row, flags: &[&str]) -> (bool, &'r str) {
    let exact = flags.contains(&"exact");
    let marks = |c: char| matches!(c, '\u{64B}'..='\u{652}');
    (exact, if exact && row.get(0).contains(marks) { row.get(0) } else { "" })
}

/// In the order of the bits in `Frames`.
const FRAMES: &[&str] =
    &["an", "ila-an", "ala-an", "bi-an", "min-an", "an-np", "np", "colon", "tail", "la", "fi"];
/// In the order of the bits in `CueFlags`.
const FLAGS: &[&str] = &["weak", "court", "m", "f", "pron", "no-source", "relay", "continue"];
/// Notes that no rule reads.
const NOTES: &[&str] = &["exact", "dual", "pl", "1"];

fn bits<'a>(names: impl Iterator<Item = &'a str>, order: &[&str]) -> Result<u16> {
    let mut bits = 0;
    for name in names.filter(|n| !n.is_empty()) {
        let at = order.iter().position(|o| *o == name).with_context(|| format!("unknown: {name}"))?;
        bits |= 1 << at;
    }
    Ok(bits)
}

fn speaker(row: &Row) -> Result<(String, PhraseFlags)> {
    let kind = match row.get(1) {
        "person_role" => "Person",
        "document" => "Document",
        "collective" => "Collective",
        "outlet" => "Outlet",
        other => bail!("unknown kind of speaker: {other}"),
    };
    Ok((format!("Word::Speaker(SpeakerKind::{kind})"), PhraseFlags::NONE))
}

/// In the order of the bits in `EventFlags`.
const EVENT_FLAGS: &[&str] = &["loaded", "ambiguous", "stance", "neg", "m", "f", "dual", "pl"];

fn event(row: &Row) -> Result<(String, PhraseFlags)> {
    let flags: Vec<&str> = row.list(5, ',').collect();
    let (exact, marked) = exactness(row, &flags);
    let part = match row.get(2) {
        "victim-noun" => "VictimNoun".to_string(),
        other => camel(other),
    };
    let frame = match row.get(4) {
        "" => "None".to_string(),
        "obj-prep-عن" => "About".to_string(),
        other => camel(other),
    };
    let (kind, joint) = match row.get(3) {
        "killed+wounded" => ("killed", true),
        other => (other, false),
    };
    let word = format!(
        "Word::Event(EventWord {{ part: EventPart::{part}, count: CountKind::{}, joint: {joint}, frame: EventFrame::{frame}, flags: EventFlags({}), marked: {marked:?} }})",
        camel(kind),
        bits(flags.into_iter().filter(|f| *f != "exact"), EVENT_FLAGS)?,
    );
    Ok((word, if exact { PhraseFlags::EXACT } else { PhraseFlags::NONE }))
}

fn happening(row: &Row) -> Result<(String, PhraseFlags)> {
    Ok((format!("Word::Happening(EventKind::{})", camel(row.get(1))), PhraseFlags::ARTICLE))
}

const PEOPLE: &str = "people_nouns.tsv";

/// Every form of the nouns for people: singular, dual and plural, with their cases and constructs.
fn people(root: &Path, vocabulary: &mut Vocabulary) -> Result<()> {
    let table = tsv::read(&root.join("crates/isnad-claims/data").join(PEOPLE), 6)?;
    let mut seen = std::collections::BTreeSet::new();
    // قيادي بارز: known as one word of those who speak, and a person all the same.
    let speakers = tsv::read(&root.join("crates/isnad-claims/data/speakers.tsv"), 3)?;
    let roles: Vec<&str> =
        speakers.rows.iter().filter(|row| row.get(1) == "person_role").map(|row| row.get(0)).collect();
    for row in &table.rows {
        let mut forms: Vec<(String, &str)> = Vec::new();
        let singular = row.get(0);
        let role = |role: &&&str| {
            let rest = role.strip_prefix(singular).and_then(|rest| rest.strip_prefix(' '));
            rest.is_some_and(|rest| !rest.contains(' ') && !rest.starts_with("ال"))
        };
        forms.extend(roles.iter().filter(role).map(|role| ((*role).to_string(), "Singular")));
        forms.push((singular.into(), "Singular"));
        if !singular.ends_with(['ة', 'ء', 'ا', 'ى']) && !singular.contains(' ') {
            forms.push((format!("{singular}ا"), "Singular"));
        }
        // زوجته, سائقهم: whose they are.
        if row.get(4) == "companion" {
            let stem = singular.strip_suffix('ة').map_or(singular.to_string(), |stem| format!("{stem}ت"));
            forms.extend(
                ["ه", "ها", "هم", "هما", "هن"].map(|pronoun| (format!("{stem}{pronoun}"), "Singular")),
            );
        }
        for plural in [row.get(2), row.get(3)] {
            forms.push((plural.into(), "Plural"));
            let mut constructs = vec![plural.to_string()];
            if let Some(stem) = plural.strip_suffix("ون") {
                forms.push((format!("{stem}ين"), "Plural"));
                constructs = vec![format!("{stem}و"), format!("{stem}ي")];
                forms.extend(constructs.iter().map(|c| (c.clone(), "Plural")));
            } else if plural.ends_with("ين") {
                continue;
            }
            // أشقائها, أبناؤه: the hamza of the plural has the seat that its case gives it.
            if let Some(stem) = plural.strip_suffix("اء") {
                let seats = [format!("{stem}ائ"), format!("{stem}اؤ")];
                let with = |c: &String| ["ه", "ها", "هم"].map(|pronoun| (format!("{c}{pronoun}"), "Plural"));
                forms.extend(seats.iter().flat_map(with));
            }
            // سكانها, مقاتليه: with a pronoun.
            if !plural.is_empty() && !plural.contains(' ') && !plural.ends_with(['ة', 'ء', 'ى']) {
                let with =
                    |c: &String| ["ه", "ها", "هم", "هما"].map(|pronoun| (format!("{c}{pronoun}"), "Plural"));
                forms.extend(constructs.iter().flat_map(with));
            }
        }
        // Behind the plurals: مسلحين is read as more than two.
        let dual = row.get(1);
        forms.push((dual.into(), "Dual"));
        if let Some(stem) = dual.strip_suffix("ان") {
            forms.extend(["ين", "ا", "ي"].map(|ending| (format!("{stem}{ending}"), "Dual")));
            // طفلاها, زميليه
            let pronouns = ["اها", "اهم", "يها", "يهم", "اهما", "يهما"]; // طفلاه reads like a feminine
            forms.extend(pronouns.map(|ending| (format!("{stem}{ending}"), "Dual")));
        }
        for (form, number) in forms {
            // Of forms that read alike the first stands: a singular accusative before the construct of a dual.
            if form.is_empty() || !seen.insert(form.clone()) {
                continue;
            }
            let word = format!(
                "Word::Person(PersonNoun {{ number: Grammatical::{number}, class: PersonClass::{} }})",
                camel(row.get(4))
            );
            let definite = format!("ال{form}");
            if vocabulary.definite.contains(&definite) {
                vocabulary.add(&definite, word.clone(), PhraseFlags::NONE);
            }
            ensure!(
                vocabulary.add(&form, word, PhraseFlags::ARTICLE),
                "{}:{}: no word",
                table.path.display(),
                row.line
            );
        }
    }
    Ok(())
}

/// The list of the adjectives of countries, from the data of the entities.
fn origins(root: &Path, vocabulary: &mut Vocabulary) -> Result<()> {
    let list = LISTS.iter().position(|list| *list == "origin").unwrap_or_default();
    let table = tsv::read(&root.join("crates/isnad-entities/data/nisbas.tsv"), 5)?;
    for row in table.rows.iter().filter(|row| row.get(0).starts_with("iso:")) {
        for ending in ["", "ة", "ا"] {
            for article in ["", "ال"] {
                vocabulary.list(&format!("{article}{}{ending}", row.get(2)), list);
            }
        }
    }
    Ok(())
}

const PARTICLES: &str = "particles.tsv";

/// Kinds that are lists: a rule asks for them, beside whatever else the word may be.
const LISTS: &[&str] = &[
    "at-place",
    "place-noun",
    "direction",
    "building",
    "prison",
    "by-means",
    "named",
    "other",
    "one-of",
    "counter",
    "counted",
    "numbers",
    "parent",
    "manner",
    "forces",
    "strikes",
    "disease",
    "operates",
    "territory",
    "weapon",
    "origin",
    "feeling",
    "about",
    "light",
    "masculine",
    "of-title",
    "honorific",
    "addressee",
    "court",
    "next",
    "village",
    "drives",
    "unit",
    "carries",
    "leaving",
    "exceeds",
    "circumstance",
    "custody",
    "rubble",
    "of-state",
    "meets",
    "another",
    "occurrence",
    "homeland",
    "when",
    "belongs",
    "lays",
    "of-speaker",
    "period",
    "onset",
    "reaches",
    "label",
    "policing",
    "loses",
    "war",
];

/// Reads the small words and the lists into the vocabulary.
fn particles(root: &Path, vocabulary: &mut Vocabulary) -> Result<()> {
    let table = tsv::read(&root.join("crates/isnad-claims/data").join(PARTICLES), 3)?;
    for row in &table.rows {
        let added = if let Some(list) = LISTS.iter().position(|list| *list == row.get(1)) {
            vocabulary.list(row.get(0), list)
        } else {
            let kind = row.get(1).strip_prefix("prep-").unwrap_or(row.get(1));
            let kind = if kind == "prep" { "Preposition".to_string() } else { camel(kind) };
            vocabulary.add(row.get(0), format!("Word::Particle(Particle::{kind})"), PhraseFlags::NONE)
        };
        ensure!(added, "{}:{}: no word", table.path.display(), row.line);
    }
    origins(root, vocabulary)
}

/// The country of each adjective of origin: its folded form, the code, the Arabic name, the English label.
fn countries(root: &Path) -> Result<String> {
    let data = root.join("crates/isnad-entities/data");
    let places = tsv::read(&data.join("places.tsv"), 8)?;
    let named =
        |id: &str| places.rows.iter().find(|p| p.get(0) == id).map(|p| (p.get(4), p.get(2), p.get(3)));
    let nisbas = tsv::read(&data.join("nisbas.tsv"), 5)?;
    let mut rows = std::collections::BTreeMap::new();
    for row in nisbas.rows.iter().filter(|row| row.get(0).starts_with("iso:")) {
        let mut folded = String::new();
        isnad_text::fold_into(row.get(2), &mut folded);
        rows.extend(named(row.get(0)).map(|country| (folded, country)));
    }
    let mut out = format!("\npub(crate) static COUNTRIES: [(&str, &str, &str, &str); {}] = [\n", rows.len());
    for (folded, (code, name, english)) in rows {
        out += &format!("    ({folded:?}, {code:?}, {name:?}, {english:?}),\n");
    }
    Ok(out + "];\n")
}

const COMPLETIONS: &str = "completions.tsv";

/// Verbs and the words that complete them, folded, sorted by the verb.
fn completions(root: &Path) -> Result<String> {
    let table = tsv::read(&root.join("crates/isnad-claims/data").join(COMPLETIONS), 4)?;
    let mut rows: Vec<_> =
        table.rows.iter().map(|r| (fold(r.get(0)), fold(r.get(1)), camel(r.get(2)))).collect();
    rows.sort();
    let mut out = format!(
        "\n/// Verbs and what completes them, as they fold, and what became of those between.\n\
         pub(crate) static COMPLETIONS: [(&str, &str, CountKind); {}] = [\n",
        rows.len()
    );
    for (verb, complement, kind) in rows {
        out += &format!("    ({verb:?}, {complement:?}, CountKind::{kind}),\n");
    }
    Ok(out + "];\n")
}

const CASES: &str = "cases.tsv";

/// What each case was, by its folded noun, and whether the noun stands only behind "case".
fn cases(root: &Path) -> Result<String> {
    let table = tsv::read(&root.join("crates/isnad-claims/data").join(CASES), 4)?;
    let mut rows: Vec<_> =
        table.rows.iter().map(|r| (fold(r.get(0)), camel(r.get(1)), r.get(2) == "case")).collect();
    rows.sort();
    let mut out = format!(
        "\n/// Nouns of cases, as they fold, what each case was, and whether they tell it only behind \"case\".\n\
         pub(crate) static CASES: [(&str, CountKind, bool); {}] = [\n",
        rows.len()
    );
    for (noun, kind, behind) in rows {
        out += &format!("    ({noun:?}, CountKind::{kind}, {behind}),\n");
    }
    Ok(out + "];\n")
}

const STEMS: &str = "stems.tsv";

/// The sets of words that are told by their letters, each a static: whole words, what begins, ends, stands in a word.
fn stems(root: &Path) -> Result<String> {
    let table = tsv::read(&root.join("crates/isnad-claims/data").join(STEMS), 3)?;
    let mut sets: BTreeMap<String, [Vec<String>; 4]> = BTreeMap::new();
    for row in &table.rows {
        let letters = row.get(0);
        let kind = match (letters.starts_with('-'), letters.ends_with('-')) {
            (false, false) => 0,
            (false, true) => 1,
            (true, false) => 2,
            (true, true) => 3,
        };
        let set = sets.entry(row.get(1).to_uppercase().replace('-', "_")).or_default();
        if let Some(of) = set.get_mut(kind) {
            of.push(fold(letters.trim_matches('-')));
        }
    }
    let mut out = String::new();
    for (set, [whole, begin, end, within]) in sets {
        out += &format!(
            "\npub(crate) static {set}: Stems = Stems::of(&{whole:?}, &{begin:?}, &{end:?}, &{within:?});\n"
        );
    }
    Ok(out)
}

fn fold(word: &str) -> String {
    let mut folded = String::new();
    fold_into(word, &mut folded);
    folded
}

/// `claim_responsibility`, `place-noun` as the name of a variant.
fn camel(name: &str) -> String {
    let part = |p: &str| p.chars().take(1).flat_map(char::to_uppercase).chain(p.chars().skip(1)).collect();
    name.split(['_', '-']).map(part).collect::<Vec<String>>().concat()
}
