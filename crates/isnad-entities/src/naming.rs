//! Ids for things that no gazetteer holds, and the words by which a later mention takes up an earlier one.

use isnad_text::pattern::{Classes, Pieces};
use isnad_text::{Key, Text, TokenKind};

use crate::annotate::Annotated;
use crate::generated::classes as class;
use crate::{Entity, EntityType, words};

/// A name taken apart into its words, without quotation and hash marks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    pub(crate) words: Vec<NameWord>,
}

/// A word of a name. Particles are joined to what they introduce: عبد الرحمن, أبو هاشم are one word of a person's name.
#[derive(Clone, Debug)]
pub(crate) struct NameWord {
    pub(crate) keys: Vec<Key>,
    pub(crate) folded: String,
    pub(crate) classes: Classes,
}

impl Name {
    pub(crate) fn of(annotated: &Annotated<'_, '_>, entity: &Entity) -> Name {
        let text = annotated.text;
        let mut name = Name::default();
        let mut joins = false;
        for at in entity.tokens.clone() {
            let Some(token) = text.token(at) else { continue };
            if !(token.is_word() || token.kind() == TokenKind::Number) {
                continue;
            }
            let skip = entity.span.start.saturating_sub(token.span().start);
            let piece =
                annotated.at(at).iter().find(|p| p.end as usize == at + 1 && usize::from(p.skip) == skip);
            let (key, classes) = piece.map_or((token.key(), Classes::NONE), |p| (p.key, p.classes));
            let folded = folded(text, at, skip);
            let key = if skip == 0 {
                token.key()
            } else if folded.starts_with("ال") {
                Key::of_folded(&folded)
            } else {
                key
            };
            let is_particle = classes.has(class::PARTICLE) || folded == "عبد";
            match name.words.last_mut() {
                Some(last) if joins => {
                    last.keys.push(key);
                    last.folded.push('-');
                    last.folded.push_str(&folded);
                }
                _ => {
                    let folded = match words::nisba_country(piece.map_or(u32::MAX, |p| p.tag)) {
                        Some(country) if classes.has(class::DEF) => country.to_string(),
                        _ => folded,
                    };
                    name.words.push(NameWord { keys: vec![key], folded, classes });
                }
            }
            joins = is_particle && entity.entity_type == EntityType::Person;
        }
        name
    }

    /// The id of a thing of this name.
    pub(crate) fn id(&self, entity_type: EntityType) -> String {
        let prefix = match entity_type {
            EntityType::Person => "per",
            EntityType::Organisation => "org",
            EntityType::Location => "loc",
            EntityType::Facility => "fac",
            EntityType::Group => "norp",
            EntityType::Event => "event",
        };
        let words: Vec<&str> = self.words.iter().map(|w| w.folded.as_str()).collect();
        format!("{prefix}:{}", words.join("-"))
    }

    /// The keys of all words.
    pub(crate) fn keys(&self) -> Vec<Key> {
        self.words.iter().flat_map(|w| w.keys.iter().copied()).collect()
    }

    /// Shorter names by which a text goes on to speak of the thing.
    pub(crate) fn short_forms(&self, entity_type: EntityType) -> Vec<Vec<Key>> {
        let keys =
            |words: &[NameWord]| -> Vec<Key> { words.iter().flat_map(|w| w.keys.iter().copied()).collect() };
        let words = self.words.as_slice();
        let mut forms = Vec::new();
        match (entity_type, words) {
            (EntityType::Person, [first, middle @ .., last]) => {
                if usable(last) {
                    forms.push(keys(core::slice::from_ref(last)));
                }
                if usable(first) && !first.classes.any(class::DOUBTFUL.with(class::COMMON)) {
                    forms.push(keys(core::slice::from_ref(first)));
                }
                if !middle.is_empty() {
                    forms.push(first.keys.iter().chain(&last.keys).copied().collect());
                    forms.push(keys(words.get(1..).unwrap_or_default()));
                    forms.push(keys(words.get(..words.len() - 1).unwrap_or_default()));
                }
            }
            (EntityType::Organisation, [head, rest @ ..]) if !rest.is_empty() => {
                if head.classes.has(class::STANDALONE.with(class::DEF)) {
                    forms.push(head.keys.clone());
                }
                if rest.len() < 2 {
                    return forms;
                }
                // حزب اليسار الديمقراطي -> اليسار الديمقراطي; وزارة الخارجية الصينية -> الخارجية الصينية
                if head.classes.has(class::ELIDED)
                    && !head.classes.has(class::DEF)
                    && rest.first().is_some_and(|w| w.classes.has(class::DEF))
                {
                    forms.push(keys(rest));
                }
                // المجلس الوطني السوري -> المجلس الوطني; الجيش السوري الحر -> الجيش الحر
                let without: Vec<NameWord> =
                    words.iter().filter(|w| !w.classes.has(class::NISBA)).cloned().collect();
                let names_itself = head.classes.any(class::DEF.with(class::INSTITUTION));
                if names_itself && without.len() >= 2 && without.len() < words.len() {
                    forms.push(keys(&without));
                }
            }
            (EntityType::Facility, [first, middle @ .., last])
                if !middle.is_empty() && last.classes.any(class::OFFICIAL.with(class::NISBA)) =>
            {
                forms.push(first.keys.iter().copied().chain(keys(middle)).collect());
            }
            _ => {}
        }
        forms
    }
}

/// Whether a word can stand for a person alone, if the text has named the person.
fn usable(word: &NameWord) -> bool {
    let classes = word.classes;
    word.keys.len() > 1
        || !(classes.any(class::STOP.with(class::VERB).with(class::SPEECH).with(class::SHORT))
            || (classes.has(class::COMMON)
                && !classes.any(class::GIVEN.with(class::FAMILY).with(class::DEF))))
}

/// The folded form of a word behind its proclitics; لل gets its article back.
fn folded(text: &Text<'_>, at: usize, skip: usize) -> String {
    let folded = text.folded(at);
    if skip == 0 {
        return folded.to_string();
    }
    let mut rest = String::new();
    isnad_text::fold_into(text.surface(at).get(skip..).unwrap_or_default(), &mut rest);
    let swallowed = folded.strip_suffix(rest.as_str()).is_some_and(|front| front.ends_with('ل'));
    match rest.strip_prefix('ل') {
        Some(bare) if swallowed => format!("ال{bare}"),
        _ => rest,
    }
}
