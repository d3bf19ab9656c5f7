//! isnad-claims: one vocabulary of cues, speakers and particles.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use isnad_text::{LexiconBuilder, PhraseFlags};

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
    Ok(vec![Generated {
        path: "crates/isnad-claims/src/generated/vocabulary.rs".into(),
        source: vocabulary.source(),
    }])
}

/// Reads a row as a `Word` of the crate, in Rust.
type Reader = fn(&Row) -> Result<(String, PhraseFlags)>;

const FILES: &[(&str, usize, Reader)] =
    &[("cues.tsv", 7, cue), ("speakers.tsv", 3, speaker), ("particles.tsv", 3, particle)];

#[derive(Default)]
struct Vocabulary {
    lexicon: LexiconBuilder,
    /// Distinct words; their places are the ids of the lexicon.
    words: Vec<String>,
}

impl Vocabulary {
    fn add(&mut self, phrase: &str, word: String, flags: PhraseFlags) -> bool {
        let id = self.words.iter().position(|w| *w == word).unwrap_or_else(|| {
            self.words.push(word);
            self.words.len() - 1
        });
        self.lexicon.add(phrase, id as u32, flags)
    }

    fn source(self) -> String {
        let files: Vec<String> = FILES.iter().map(|(file, ..)| format!("data/{file}")).collect();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let mut out = rust::header(&files);
        out += "use crate::vocabulary::{CueFlags, CueWord, Frames, Part, Particle, SpeakerKind, Word};\n";
        out += "use crate::Class;\n\n";
        out += &format!("pub(crate) static WORDS: [Word; {}] = [\n", self.words.len());
        for word in &self.words {
            out += &format!("    {word},\n");
        }
        out += "];\n\n";
        out + &rust::lexicon("VOCABULARY", &self.lexicon.into_table(), "isnad_text")
    }
}

fn cue(row: &Row) -> Result<(String, PhraseFlags)> {
    let frames = bits(row.get(4).split(' '), FRAMES)?;
    let flags: Vec<&str> = row.list(5, ',').collect();
    let exact = flags.contains(&"exact");
    let marks = |c: char| matches!(c, '\u{64B}'..='\u{652}');
    let marked = if exact && row.get(0).contains(marks) { row.get(0) } else { "" };
    let word = format!(
        "Word::Cue(CueWord {{ class: Class::{}, part: Part::{}, frames: Frames({frames}), flags: CueFlags({}), marked: {marked:?} }})",
        camel(row.get(3)),
        camel(row.get(2)),
        bits(flags.into_iter().filter(|f| *f != "exact"), FLAGS)?,
    );
    Ok((word, if exact { PhraseFlags::EXACT } else { PhraseFlags::NONE }))
}

/// In the order of the bits in `Frames`.
const FRAMES: &[&str] = &["an", "ila-an", "ala-an", "bi-an", "min-an", "an-np", "np", "colon", "tail", "la"];
/// In the order of the bits in `CueFlags`.
const FLAGS: &[&str] = &["weak", "continue", "m", "f", "dual", "pl", "1", "pron", "no-source", "relay"];

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

fn particle(row: &Row) -> Result<(String, PhraseFlags)> {
    let kind = match row.get(1) {
        "prep-ila" => "Ila".to_string(),
        "prep-ala" => "Ala".to_string(),
        "prep-an" => "An".to_string(),
        "prep-min" => "Min".to_string(),
        "prep" => "Preposition".to_string(),
        other => camel(other),
    };
    Ok((format!("Word::Particle(Particle::{kind})"), PhraseFlags::NONE))
}

/// `claim_responsibility` as the name of a variant.
fn camel(name: &str) -> String {
    let part = |p: &str| p.chars().take(1).flat_map(char::to_uppercase).chain(p.chars().skip(1)).collect();
    name.split('_').map(part).collect::<Vec<String>>().concat()
}
