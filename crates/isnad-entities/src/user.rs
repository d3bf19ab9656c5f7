//! Gazetteers and rules that a user brings at run time.

use std::collections::HashSet;

use isnad_text::pattern::{Classes, Rule, RuleFile};
use isnad_text::{Lexicon, LexiconBuilder, LoadError, PhraseFlags, UnknownName};

use crate::generated::classes::{self as class, NAMES};
use crate::generated::rules::RULES;
use crate::words::{Named, UserWords};
use crate::{Entities, EntityType};

/// There is no rule of that name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no rule `{0}`")]
pub struct UnknownRule(String);

impl UnknownRule {
    /// The name as it was given. [`Entities::rules`] tells those that there are.
    ///
    /// ```
    /// let error = isnad_entities::Entities::builder().without("entities.no-such-rule").unwrap_err();
    /// assert_eq!(error.rule(), "entities.no-such-rule");
    /// ```
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.0
    }
}

/// Adds to the built-in gazetteers and rules.
///
/// A rule captures a name under the label of its type (`PER`, `ORG`, `LOC`, `FAC`, `NORP`, `EVENT`), two of a type as
/// `LOC` and `LOC2`. `NONE:( … )` says that no rule finds a name within what it captures: the title of a film in quotes.
///
/// ```
/// use isnad_entities::Entities;
///
/// let things = "mine:1\tORG\tكتيبة الصقور\tFalcons Battalion\tSY\tالصقور\n";
/// let rules = "[[rule]]\nid = \"mine.operation\"\npattern = \"'عملية' open EVENT:( word{1,3} ) close\"\n";
/// let entities = Entities::builder()
///     .gazetteer(things, "things.tsv").unwrap()
///     .rules(rules, "rules.toml").unwrap()
///     .without("entities.person.strange").unwrap()
///     .build();
/// let text = isnad_text::Text::new("أعلنت كتيبة الصقور انتهاء القتال"); // "the Falcons Battalion announced …"
/// assert_eq!(entities.find(&text)[0].id.as_deref(), Some("mine:1"));
/// ```
#[derive(Clone, Debug)]
pub struct EntitiesBuilder {
    lexicon: LexiconBuilder,
    words: UserWords,
    ids: HashSet<String>,
    rules: Vec<Rule>,
}

impl Entities {
    /// Starts from the built-in gazetteers and rules, to add to them.
    ///
    /// ```
    /// let entities = isnad_entities::Entities::builder().build();
    /// ```
    #[must_use]
    pub fn builder() -> EntitiesBuilder {
        EntitiesBuilder {
            lexicon: Lexicon::builder(),
            words: UserWords::default(),
            ids: HashSet::new(),
            rules: RULES.to_vec(),
        }
    }
}

impl EntitiesBuilder {
    /// Adds a gazetteer: lines of six cells separated by tabs (id, type, Arabic name, English label, country, other
    /// names separated by `|`), `-` for an empty cell. Types are PER, ORG, LOC, FAC, NORP, EVENT. A `?` before a name
    /// says that it needs evidence: the full name in the same text, or a head or title before it. Lines that begin with
    /// `#` are notes.
    ///
    /// # Errors
    ///
    /// Names the file and line of the first row with a wrong number of cells, an unknown type, an id that was there
    /// already, or an empty name.
    ///
    /// ```
    /// use isnad_entities::Entities;
    /// let error = Entities::builder().gazetteer("x:1\tORG\t-\t-\t-\t-\n", "mine.tsv").unwrap_err();
    /// assert_eq!(error.to_string(), "mine.tsv:1: the name is empty");
    /// ```
    pub fn gazetteer(mut self, source: &str, file: &str) -> Result<EntitiesBuilder, LoadError> {
        for (n, line) in source.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            self.row(line).map_err(|cause| LoadError::new(file, n + 1, cause))?;
        }
        Ok(self)
    }

    fn row(&mut self, line: &str) -> Result<(), String> {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let [id, kind, name, label, country, others] = cells.as_slice() else {
            return Err(format!("six cells are wanted, {} are there", cells.len()));
        };
        let given = |cell: &str| (!matches!(cell, "" | "-")).then(|| cell.to_string());
        let id = given(id).ok_or("the id is empty")?;
        let entity_type: EntityType = kind.parse().map_err(|e: UnknownName| e.to_string())?;
        let name = given(name).ok_or("the name is empty")?;
        if !self.ids.insert(id.clone()) {
            return Err(format!("the id `{id}` was there already"));
        }
        let (sure, maybe) = classes_of(entity_type);
        let thing = self.words.things.len() as u32;
        let aliases = given(others).unwrap_or_default();
        for surface in core::iter::once(name.as_str()).chain(aliases.split('|')).filter(|s| !s.is_empty()) {
            let (surface, classes) = surface.strip_prefix('?').map_or((surface, sure), |rest| (rest, maybe));
            if !self.lexicon.add(surface, self.words.records.len() as u32, PhraseFlags::NONE) {
                return Err(format!("the name `{surface}` has no word"));
            }
            self.words.records.push((classes, thing));
        }
        let name = name.trim_start_matches('?').to_string().into();
        let (label, country) = (given(label).map(Into::into), given(country).map(Into::into));
        self.words.things.push(Named { id: id.into(), entity_type, name, label, country });
        Ok(())
    }

    /// Adds the rules of a file, and leaves out those that it switches off (`off = ["entities.person.strange"]`). A
    /// rule with the name of a built-in one takes its place. The language is described in [`isnad_text::pattern`].
    ///
    /// # Errors
    ///
    /// Names the file and line of what cannot be read.
    ///
    /// ```
    /// use isnad_entities::Entities;
    /// let error = Entities::builder().rules("[[rule]]\nid = \"x\"\npattern = \"tittle\"", "x.toml").unwrap_err();
    /// assert_eq!(error.to_string(), "x.toml:3: rule `x`: at byte 0 of the pattern: there is no class `tittle`");
    /// ```
    pub fn rules(mut self, source: &str, file: &str) -> Result<EntitiesBuilder, LoadError> {
        let read = RuleFile::read(source, file, &NAMES)?;
        for id in &read.off {
            let at = source.find(id.as_str()).unwrap_or_default();
            self = self.without(id).map_err(|e| LoadError::at(source, file, at, e.to_string()))?;
        }
        self.rules.retain(|rule| !read.rules.iter().any(|new| new.id == rule.id));
        self.rules.extend(read.rules);
        Ok(self)
    }

    /// Leaves out a rule.
    ///
    /// # Errors
    ///
    /// Says so if there is no rule of that name.
    ///
    /// ```
    /// assert!(isnad_entities::Entities::builder().without("entities.no-such-rule").is_err());
    /// ```
    pub fn without(mut self, rule: &str) -> Result<EntitiesBuilder, UnknownRule> {
        let before = self.rules.len();
        self.rules.retain(|r| r.id.as_str() != rule);
        if self.rules.len() == before {
            return Err(UnknownRule(rule.to_string()));
        }
        Ok(self)
    }

    /// The entity layer with all that was added.
    ///
    /// ```
    /// let entities = isnad_entities::Entities::builder().build();
    /// assert!(!entities.find(&isnad_text::Text::new("بغداد")).is_empty());
    /// ```
    #[must_use]
    pub fn build(mut self) -> Entities {
        if !self.words.records.is_empty() {
            self.words.lexicon = Some(self.lexicon.build());
        }
        Entities::with(self.words, self.rules)
    }
}

/// The classes of names of a type: certain ones, and those that need evidence.
fn classes_of(entity_type: EntityType) -> (Classes, Classes) {
    match entity_type {
        EntityType::Person => (class::PER, class::MAYBE_PER),
        EntityType::Organisation => (class::ORG, class::MAYBE_ORG),
        EntityType::Location => (class::LOC, class::MAYBE_LOC),
        EntityType::Facility => (class::FAC, class::MAYBE_FAC),
        EntityType::Group => (class::NORP, class::MAYBE_NORP),
        EntityType::Event => (class::EVENT, class::MAYBE_EVENT),
    }
}
