//! What to fold: every fold can be switched by itself, and four presets have a purpose each.

/// Which folds a [`Normalizer`](crate::Normalizer) applies.
///
/// Start from a preset and change what your purpose needs:
///
/// ```
/// use isnad_normalize::{Digits, Normalizer, Profile};
///
/// let profile = Profile { ta_marbuta: false, digits: Digits::Keep, ..Profile::SEARCH };
/// // "the good city 12"
/// assert_eq!(Normalizer::new(profile).normalize("المدينةُ الطيّبة ١٢").text(), "المدينة الطيبة ١٢");
/// ```
///
/// | preset | purpose | what it does to `«مُـسْتَشفىٰ   الأُسرةِ رااائع ١٢٪»` |
/// |---|---|---|
/// | [`DISPLAY`](Profile::DISPLAY) | to be read: harmless clean-up | `«مُـسْتَشفىٰ الأُسرةِ رااائع ١٢٪»` |
/// | [`MODEL`](Profile::MODEL) | training text: one spelling of the invisible, all letters kept | `«مستشفى الأسرة رائع 12%»` |
/// | [`SEARCH`](Profile::SEARCH) | recall: what a user may type otherwise | `"مستشفي الاسره رائع 12%"` |
/// | [`MATCHING`](Profile::MATCHING) | letter by letter, as every lexicon of Isnad matches | `"مستشفي   الاسره رااايع 12%"` |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Tatweel is dropped: `العـــراق` -> `العراق` (Iraq).
    pub tatweel: bool,
    /// Fatha, damma, kasra are dropped: `كَتَبَ` -> `كتب` (wrote).
    pub vowels: bool,
    /// Tanwin is dropped: `شكرًا` -> `شكرا` (thanks).
    pub tanwin: bool,
    /// Shadda is dropped: `محمّد` -> `محمد` (Muhammad).
    pub shadda: bool,
    /// Sukun is dropped: `بنْت` -> `بنت` (girl).
    pub sukun: bool,
    /// Hamza and madda written as marks of their own, and rarer vowel signs (U+0653–U+065F) are dropped.
    pub rare_marks: bool,
    /// What becomes of the superscript alef: `هٰذا` (this).
    pub superscript_alef: SuperscriptAlef,
    /// Quranic and honorific marks (U+0610–U+061A, U+06D6–U+06ED, U+08D3–U+08FF) are dropped.
    pub quranic: bool,
    /// `أ إ آ ٱ` -> `ا`.
    pub alef: bool,
    /// What becomes of hamza on its seats.
    pub hamza: Hamza,
    /// What becomes of `ى`.
    pub alef_maqsura: AlefMaqsura,
    /// `ة` -> `ه`: `مدرسة` -> `مدرسه` (school).
    pub ta_marbuta: bool,
    /// Letters of Persian, Urdu and Kurdish keyboards that stand for Arabic ones: `کی` -> `كي`, `ہ ھ ە ۀ` -> `ه`.
    /// Letters that are letters of their own there stay: `پ چ ژ گ`.
    pub look_alikes: bool,
    /// Presentation forms and ligatures of letters: `ﻼ` -> `لا`, `ﺏ` -> `ب`. A mark shown alone is a mark.
    pub forms: bool,
    /// Ligatures of whole words: `ﷲ ﷺ ﷽ ﷼`.
    pub word_ligatures: WordLigatures,
    /// Order and composition of marks.
    pub canonical: Canonical,
    /// `٠–٩ ۰–۹ 0–9`.
    pub digits: Digits,
    /// Separators of numbers: `٫` -> `.`, `٬` -> `,`, `٪` -> `%`.
    pub number_marks: bool,
    /// `، ؛ ؟ ۔` -> `, ; ? .`
    pub punctuation: bool,
    /// `« » “ ” „ ‟` -> `"`, `‘ ’ ‚ ‛` -> `'`.
    pub quotes: bool,
    /// `‐ ‑ ‒ – — ―` -> `-`.
    pub dashes: bool,
    /// Bidi controls (U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069) are dropped.
    pub bidi: bool,
    /// Zero-width space and joiner, word joiner, byte order mark, variation selectors, soft hyphen are dropped.
    pub zero_width: bool,
    /// The zero-width non-joiner, which Persian spelling needs: `می‌خواهم`.
    pub zwnj: Zwnj,
    /// No-break spaces become spaces.
    pub no_break_spaces: bool,
    /// ASCII capitals become small.
    pub case: bool,
    /// A letter written three times or more is written once: `رااائع` -> `رائع` (splendid).
    /// A word that is nothing else (`ههههه`, laughter) keeps three. Ligatures are not looked into.
    pub elongation: bool,
    /// Runs of spaces and tabs become one space; those around a line break and at the ends go; of several line breaks two stay.
    pub spaces: bool,
    /// A single line break that a narrow column made becomes a space (needs `spaces`).
    pub wrapped_lines: bool,
}

/// What becomes of the superscript (dagger) alef.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum SuperscriptAlef {
    /// `هٰذا` stays.
    #[default]
    Keep,
    /// `هٰذا` -> `هذا`, as modern spelling has it.
    Drop,
    /// `السمٰوٰت` -> `السماوات`, for Quranic spelling.
    ToAlef,
}

/// What becomes of hamza on its seats.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hamza {
    /// `مسؤول` stays (official).
    #[default]
    Keep,
    /// The seat stays: `مسؤول` -> `مسوول`, `طائرة` -> `طايرة`.
    Seat,
    /// The hamza stays: `مسؤول` -> `مسءول`, `طائرة` -> `طاءرة`.
    Bare,
    /// As `Seat`, and the bare hamza is dropped: `ماء` -> `ما`.
    Drop,
}

/// What becomes of `ى`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum AlefMaqsura {
    /// `على` stays.
    #[default]
    Keep,
    /// At the end of a word: `على` -> `علي`.
    Final,
    /// Everywhere: also the undotted ya of old texts, `ىوم` -> `يوم`.
    All,
    /// The other way about, as Egypt writes: final `ي` -> `ى`.
    Egyptian,
}

/// What becomes of ligatures of whole words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum WordLigatures {
    /// `ﷺ` stays.
    #[default]
    Keep,
    /// `ﷺ` -> `صلى الله عليه وسلم`.
    Expand,
    /// `ﷺ` is dropped.
    Drop,
}

/// Order and composition of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Canonical {
    /// As written.
    #[default]
    Keep,
    /// In canonical order, and composed where a composed letter exists (NFC): alef + U+0653 -> `آ`.
    Compose,
    /// In canonical order, and decomposed (NFD): `آ` -> alef + U+0653.
    Decompose,
}

/// Which digits to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Digits {
    /// As written.
    #[default]
    Keep,
    /// `٣ ۳` -> `3`
    Ascii,
    /// `3 ۳` -> `٣`
    Arabic,
    /// `3 ٣` -> `۳`
    Persian,
}

/// What becomes of the zero-width non-joiner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Zwnj {
    /// It stays.
    #[default]
    Keep,
    /// It is dropped.
    Drop,
    /// It becomes a space.
    Space,
}

impl Profile {
    /// Nothing is folded: what other profiles start from.
    pub const NONE: Profile = Profile {
        tatweel: false,
        vowels: false,
        tanwin: false,
        shadda: false,
        sukun: false,
        rare_marks: false,
        superscript_alef: SuperscriptAlef::Keep,
        quranic: false,
        alef: false,
        hamza: Hamza::Keep,
        alef_maqsura: AlefMaqsura::Keep,
        ta_marbuta: false,
        look_alikes: false,
        forms: false,
        word_ligatures: WordLigatures::Keep,
        canonical: Canonical::Keep,
        digits: Digits::Keep,
        number_marks: false,
        punctuation: false,
        quotes: false,
        dashes: false,
        bidi: false,
        zero_width: false,
        zwnj: Zwnj::Keep,
        no_break_spaces: false,
        case: false,
        elongation: false,
        spaces: false,
        wrapped_lines: false,
    };

    /// Canonical composition of the Arabic blocks (NFC), and nothing else.
    pub const COMPOSED: Profile = Profile { canonical: Canonical::Compose, ..Profile::NONE };

    /// Canonical decomposition of the Arabic blocks (NFD), and nothing else.
    pub const DECOMPOSED: Profile = Profile { canonical: Canonical::Decompose, ..Profile::NONE };

    /// For the eye: what looks the same becomes the same, what is invisible and harmful goes. No letter, vowel or sign is lost.
    pub const DISPLAY: Profile = Profile {
        forms: true,
        canonical: Canonical::Compose,
        bidi: true,
        zero_width: true,
        no_break_spaces: true,
        spaces: true,
        ..Profile::NONE
    };

    /// For training language models: one spelling of marks, digits and spaces; the letters stay as they are written.
    pub const MODEL: Profile = Profile {
        tatweel: true,
        vowels: true,
        tanwin: true,
        shadda: true,
        sukun: true,
        rare_marks: false,
        superscript_alef: SuperscriptAlef::Drop,
        quranic: true,
        look_alikes: true,
        word_ligatures: WordLigatures::Expand,
        digits: Digits::Ascii,
        number_marks: true,
        elongation: true,
        wrapped_lines: true,
        zwnj: Zwnj::Drop,
        ..Profile::DISPLAY
    };

    /// For recall: whatever users and writers spell differently is united.
    pub const SEARCH: Profile = Profile {
        alef: true,
        rare_marks: true,
        alef_maqsura: AlefMaqsura::All,
        ta_marbuta: true,
        punctuation: true,
        quotes: true,
        dashes: true,
        case: true,
        canonical: Canonical::Keep,
        ..Profile::MODEL
    };

    /// The fold that lexicons match by, letter by letter: the same as [`fold_into`](crate::fold_into).
    pub const MATCHING: Profile = Profile {
        hamza: Hamza::Seat,
        elongation: false,
        spaces: false,
        wrapped_lines: false,
        ..Profile::SEARCH
    };
}
