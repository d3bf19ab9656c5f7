//! Cues, speakers and event frames that a user brings at run time.

use core::str::FromStr;
use std::sync::Arc;

use isnad_text::{Lexicon, LexiconBuilder, LoadError, PhraseFlags, UnknownName};
use serde::Deserialize;
use toml::Spanned;

use crate::senses::Senses;
use crate::vocabulary::{
    CueFlags, CueWord, EventFlags, EventFrame, EventPart, EventWord, Frames, Part, SpeakerKind, UserWords,
    Word,
};
use crate::{Class, CountKind, EventKind, Extractor};

/// Adds to the built-in cues and frames.
///
/// ```
/// use isnad_claims::Extractor;
///
/// // "grumbled", with "that" or a colon before what is said
/// let mine = r#"
///     [[cue]]
///     forms = ["برطم", "برطمت"]
///     class = "assert"
///     part = "perfect"
///     frames = ["an", "colon"]
/// "#;
/// let extractor = Extractor::builder().words(mine, "mine.toml").unwrap().build();
/// let text = isnad_text::Text::new("برطم الوزير أن الطريق مغلق."); // "The minister grumbled that the road is closed."
/// assert_eq!(extractor.find(&text, &[], &[], &[], None).claims.len(), 1);
/// ```
#[derive(Clone, Debug)]
pub struct ExtractorBuilder {
    lexicon: LexiconBuilder,
    words: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    cue: Vec<Row>,
    #[serde(default)]
    speaker: Vec<Row>,
    #[serde(default)]
    event: Vec<Row>,
}

/// A table of the file. Which keys it needs depends on what it is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    forms: Spanned<Vec<Spanned<String>>>,
    class: Option<Spanned<String>>,
    kind: Option<Spanned<String>>,
    count: Option<Spanned<String>>,
    part: Option<Spanned<String>>,
    frame: Option<Spanned<String>>,
    #[serde(default)]
    frames: Vec<Spanned<String>>,
    #[serde(default)]
    flags: Vec<Spanned<String>>,
}

/// A place in the file, and what is wrong there.
type Wrong = (usize, String);

impl Extractor {
    /// Starts from the built-in cues and frames, to add to them.
    ///
    /// ```
    /// let extractor = isnad_claims::Extractor::builder().build();
    /// ```
    #[must_use]
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder { lexicon: Lexicon::builder(), words: Vec::new() }
    }
}

impl ExtractorBuilder {
    /// Adds the words of a TOML file. Forms stand without proclitics; one with the article is a form of its own.
    ///
    /// - `[[cue]]`: `forms`, `class` (as in [`Class`]: `assert`, `deny`, …), `part` (`perfect`, `imperfect`, `passive`,
    ///   `participle`, `noun`, `preposition`, `document`, `impersonal`), `frames` (how content follows: `an`, `ila-an`,
    ///   `ala-an`, `bi-an`, `min-an`, `an-np`, `np`, `colon`, `tail`, `la`), `flags` (`weak`, `m`, `f`, `pron`,
    ///   `no-source`, `relay`).
    /// - `[[speaker]]`: `forms`, `kind` (`person`, `document`, `collective`, `outlet`).
    /// - `[[event]]`: `forms`, then `kind` (as in [`EventKind`]), or `count` (as in [`CountKind`]) with `part` (`perfect`,
    ///   `imperfect`, `passive`, `participle`, `noun`, `victim-noun`), `frame` (where the counted stand: `act`, `pass`, `of`,
    ///   `subj`, `about`, `container`, `result`, `none`) and `flags` (`ambiguous`, `stance`, `neg`, `f`, `dual`, `pl`);
    ///   or both.
    ///
    /// # Errors
    ///
    /// Names the file and line, and says what is wrong: broken TOML, an unknown key or name, a form without a word.
    ///
    /// ```
    /// use isnad_claims::Extractor;
    /// let error = Extractor::builder().words("[[cue]]\nforms = [\"برطم\"]\nclass = \"shout\"\n", "mine.toml").unwrap_err();
    /// assert!(error.to_string().starts_with("mine.toml:3: unknown name `shout`"));
    /// ```
    pub fn words(mut self, source: &str, file: &str) -> Result<ExtractorBuilder, LoadError> {
        let error = |(at, cause): Wrong| LoadError::at(source, file, at, cause);
        let read: File = toml::from_str(source)
            .map_err(|e| error((e.span().map_or(0, |s| s.start), e.message().to_string())))?;
        for row in &read.cue {
            let word = row.cue().map_err(error)?;
            self.add(row, word).map_err(error)?;
        }
        for row in &read.speaker {
            let kind = row.name(&row.kind, "kind", SPEAKERS).map_err(error)?;
            self.add(row, Word::Speaker(kind)).map_err(error)?;
        }
        for row in &read.event {
            let (happening, event) = row.event().map_err(error)?;
            for word in [happening, event].into_iter().flatten() {
                self.add(row, word).map_err(error)?;
            }
        }
        Ok(self)
    }

    fn add(&mut self, row: &Row, word: Word) -> Result<(), Wrong> {
        if row.forms.get_ref().is_empty() {
            return Err((row.forms.span().start, "there are no forms".to_string()));
        }
        for form in row.forms.get_ref() {
            if !self.lexicon.add(form.get_ref(), self.words.len() as u32, PhraseFlags::NONE) {
                return Err((form.span().start, format!("the form `{}` has no word", form.get_ref())));
            }
        }
        self.words.push(word);
        Ok(())
    }

    /// The extractor with all that was added.
    ///
    /// ```
    /// let extractor = isnad_claims::Extractor::builder().build();
    /// let text = isnad_text::Text::new("نص");
    /// assert!(extractor.find(&text, &[], &[], &[], None).claims.is_empty());
    /// ```
    #[must_use]
    pub fn build(self) -> Extractor {
        if self.words.is_empty() {
            return Extractor::new();
        }
        let senses = self.words.into_iter().map(Senses::of_user).collect();
        Extractor { user: Some(Arc::new(UserWords { lexicon: self.lexicon.build(), senses })) }
    }
}

const SPEAKERS: &[(&str, SpeakerKind)] = &[
    ("person", SpeakerKind::Person),
    ("document", SpeakerKind::Document),
    ("collective", SpeakerKind::Collective),
    ("outlet", SpeakerKind::Outlet),
];

const PARTS: &[(&str, Part)] = &[
    ("perfect", Part::Perfect),
    ("imperfect", Part::Imperfect),
    ("passive", Part::Passive),
    ("participle", Part::Participle),
    ("noun", Part::Noun),
    ("preposition", Part::Preposition),
    ("document", Part::Document),
    ("impersonal", Part::Impersonal),
];

const FRAMES: &[(&str, u16)] = &[
    ("an", Frames::AN.0),
    ("ila-an", Frames::ILA.0),
    ("ala-an", Frames::ALA.0),
    ("bi-an", Frames::BI.0),
    ("min-an", Frames::MIN.0),
    ("an-np", Frames::AN_NP.0),
    ("np", Frames::NP.0),
    ("colon", Frames::COLON.0),
    ("tail", Frames::TAIL.0),
    ("la", Frames::LA.0),
    ("fi", Frames::FI.0),
];

const CUE_FLAGS: &[(&str, u16)] = &[
    ("weak", CueFlags::WEAK.0),
    ("court", CueFlags::COURT.0),
    ("m", CueFlags::M.0),
    ("f", CueFlags::F.0),
    ("pron", CueFlags::PRONOUN.0),
    ("no-source", CueFlags::NO_SOURCE.0),
    ("relay", CueFlags::RELAY.0),
    ("continue", CueFlags::CONTINUE.0),
];

const EVENT_PARTS: &[(&str, EventPart)] = &[
    ("perfect", EventPart::Perfect),
    ("imperfect", EventPart::Imperfect),
    ("passive", EventPart::Passive),
    ("participle", EventPart::Participle),
    ("noun", EventPart::Noun),
    ("victim-noun", EventPart::VictimNoun),
];

const EVENT_FRAMES: &[(&str, EventFrame)] = &[
    ("act", EventFrame::Act),
    ("pass", EventFrame::Pass),
    ("of", EventFrame::Of),
    ("subj", EventFrame::Subj),
    ("about", EventFrame::About),
    ("container", EventFrame::Container),
    ("result", EventFrame::Result),
    ("none", EventFrame::None),
];

const EVENT_FLAGS: &[(&str, u16)] = &[
    ("ambiguous", EventFlags::AMBIGUOUS.0),
    ("stance", EventFlags::STANCE.0),
    ("neg", EventFlags::NEGATED.0),
    ("f", EventFlags::FEMININE.0),
    ("dual", EventFlags::DUAL.0),
    ("pl", EventFlags::PLURAL.0),
];

impl Row {
    fn cue(&self) -> Result<Word, Wrong> {
        Ok(Word::Cue(CueWord {
            class: named::<Class>(self.given(&self.class, "class")?)?,
            part: self.name(&self.part, "part", PARTS)?,
            frames: Frames(bits(&self.frames, FRAMES)?),
            flags: CueFlags(bits(&self.flags, CUE_FLAGS)?),
            marked: "",
        }))
    }

    fn event(&self) -> Result<(Option<Word>, Option<Word>), Wrong> {
        let happening =
            self.kind.as_ref().map(|kind| named::<EventKind>(kind).map(Word::Happening)).transpose()?;
        let Some(count) = &self.count else {
            self.given(&self.kind, "kind")?;
            return Ok((happening, None));
        };
        let word = Word::Event(EventWord {
            part: self.name(&self.part, "part", EVENT_PARTS)?,
            count: named::<CountKind>(count)?,
            joint: false,
            frame: self.name(&self.frame, "frame", EVENT_FRAMES)?,
            flags: EventFlags(bits(&self.flags, EVENT_FLAGS)?),
            marked: "",
        });
        Ok((happening, Some(word)))
    }

    fn given<'r>(&self, cell: &'r Option<Spanned<String>>, key: &str) -> Result<&'r Spanned<String>, Wrong> {
        cell.as_ref().ok_or_else(|| (self.forms.span().start, format!("`{key}` is missing")))
    }

    fn name<T: Copy>(
        &self,
        cell: &Option<Spanned<String>>,
        key: &str,
        all: &[(&'static str, T)],
    ) -> Result<T, Wrong> {
        one_of(self.given(cell, key)?, all)
    }
}

fn one_of<T: Copy>(cell: &Spanned<String>, all: &[(&'static str, T)]) -> Result<T, Wrong> {
    let found = all.iter().find(|(name, _)| name == cell.get_ref()).map(|(_, value)| *value);
    found.ok_or_else(|| unknown(cell, UnknownName::new(cell.get_ref(), all.iter().map(|(name, _)| *name))))
}

fn bits(cells: &[Spanned<String>], all: &[(&'static str, u16)]) -> Result<u16, Wrong> {
    cells.iter().try_fold(0, |bits, cell| Ok(bits | one_of(cell, all)?))
}

/// A kind, by its name.
fn named<T: FromStr<Err = UnknownName>>(cell: &Spanned<String>) -> Result<T, Wrong> {
    cell.get_ref().parse().map_err(|error| unknown(cell, error))
}

fn unknown(cell: &Spanned<String>, error: UnknownName) -> Wrong {
    (cell.span().start, error.to_string())
}
