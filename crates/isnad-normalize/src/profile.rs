//! What to fold: every fold can be switched by itself, and four presets have a purpose each.

/// Which folds a [`Normalizer`](crate::Normalizer) applies.
///
/// Start from a preset and change what your purpose needs, always with `..Profile::PRESET` at the end, as more folds may come:
///
/// ```
/// use isnad_normalize::{Digits, Normalizer, Profile};
///
/// let profile = Profile { fold_ta_marbuta: false, digits: Digits::Keep, ..Profile::SEARCH };
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Profile {
    /// Tatweel is dropped: `العـــراق` -> `العراق` (Iraq).
    pub drop_tatweel: bool,
    /// Fatha, damma, kasra are dropped: `كَتَبَ` -> `كتب` (wrote).
    pub drop_vowels: bool,
    /// Tanwin is dropped: `شكرًا` -> `شكرا` (thanks).
    pub drop_tanwin: bool,
    /// Shadda is dropped: `محمّد` -> `محمد` (Muhammad).
    pub drop_shadda: bool,
    /// Sukun is dropped: `بنْت` -> `بنت` (girl).
    pub drop_sukun: bool,
    /// Hamza and madda written as marks of their own, and rarer vowel signs (U+0653–U+065F) are dropped.
    pub drop_rare_marks: bool,
    /// What becomes of the superscript alef: `هٰذا` (this).
    pub superscript_alef: SuperscriptAlef,
    /// Quranic and honorific marks (U+0610–U+061A, U+06D6–U+06ED, U+08D3–U+08FF) are dropped.
    pub drop_quranic_marks: bool,
    /// `أ إ آ ٱ` -> `ا`.
    pub fold_alef: bool,
    /// What becomes of hamza on its seats.
    pub hamza: Hamza,
    /// What becomes of `ى`.
    pub alef_maqsura: AlefMaqsura,
    /// `ة` -> `ه`: `مدرسة` -> `مدرسه` (school).
    pub fold_ta_marbuta: bool,
    /// Letters of Persian, Urdu and Kurdish keyboards that stand for Arabic ones: `کی` -> `كي`, `ہ ھ ە ۀ` -> `ه`.
    /// Letters that are letters of their own there stay: `پ چ ژ گ`.
    pub fold_look_alikes: bool,
    /// Presentation forms and ligatures of letters: `ﻼ` -> `لا`, `ﺏ` -> `ب`. A mark shown alone is a mark.
    pub expand_forms: bool,
    /// Ligatures of whole words: `ﷲ ﷺ ﷽ ﷼`.
    pub word_ligatures: WordLigatures,
    /// Order and composition of marks.
    pub canonical: Canonical,
    /// `٠–٩ ۰–۹ 0–9`.
    pub digits: Digits,
    /// Separators of numbers: `٫` -> `.`, `٬` -> `,`, `٪` -> `%`.
    pub fold_number_marks: bool,
    /// `، ؛ ؟ ۔` -> `, ; ? .`
    pub fold_punctuation: bool,
    /// `« » “ ” „ ‟` -> `"`, `‘ ’ ‚ ‛` -> `'`.
    pub fold_quotes: bool,
    /// `‐ ‑ ‒ – — ―` -> `-`.
    pub fold_dashes: bool,
    /// Bidi controls (U+061C, U+200E, U+200F, U+202A–U+202E, U+2066–U+2069) are dropped.
    pub drop_bidi: bool,
    /// Zero-width space and joiner, word joiner, byte order mark, variation selectors, soft hyphen are dropped.
    pub drop_zero_width: bool,
    /// The zero-width non-joiner, which Persian spelling needs: `می‌خواهم`.
    pub zwnj: Zwnj,
    /// No-break spaces become spaces.
    pub fold_no_break_spaces: bool,
    /// ASCII capitals become small.
    pub lowercase: bool,
    /// A letter written three times or more is written once: `رااائع` -> `رائع` (splendid).
    /// A word that is nothing else (`ههههه`, laughter) keeps three. Ligatures are not looked into.
    pub shorten_elongation: bool,
    /// Runs of spaces and tabs become one space; those around a line break and at the ends go; of several line breaks two stay.
    pub collapse_spaces: bool,
    /// A single line break that a narrow column made becomes a space (needs `collapse_spaces`). One that might be taken for
    /// such, now or when the line before it has grown, becomes an empty line.
    pub join_wrapped_lines: bool,
}

/// What becomes of the superscript (dagger) alef.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
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
        drop_tatweel: false,
        drop_vowels: false,
        drop_tanwin: false,
        drop_shadda: false,
        drop_sukun: false,
        drop_rare_marks: false,
        superscript_alef: SuperscriptAlef::Keep,
        drop_quranic_marks: false,
        fold_alef: false,
        hamza: Hamza::Keep,
        alef_maqsura: AlefMaqsura::Keep,
        fold_ta_marbuta: false,
        fold_look_alikes: false,
        expand_forms: false,
        word_ligatures: WordLigatures::Keep,
        canonical: Canonical::Keep,
        digits: Digits::Keep,
        fold_number_marks: false,
        fold_punctuation: false,
        fold_quotes: false,
        fold_dashes: false,
        drop_bidi: false,
        drop_zero_width: false,
        zwnj: Zwnj::Keep,
        fold_no_break_spaces: false,
        lowercase: false,
        shorten_elongation: false,
        collapse_spaces: false,
        join_wrapped_lines: false,
    };

    /// Canonical composition of the Arabic blocks (NFC), and nothing else.
    pub const COMPOSED: Profile = Profile { canonical: Canonical::Compose, ..Profile::NONE };

    /// Canonical decomposition of the Arabic blocks (NFD), and nothing else.
    pub const DECOMPOSED: Profile = Profile { canonical: Canonical::Decompose, ..Profile::NONE };

    /// For the eye: what looks the same becomes the same, what is invisible and harmful goes. No letter, vowel or sign is lost.
    pub const DISPLAY: Profile = Profile {
        expand_forms: true,
        canonical: Canonical::Compose,
        drop_bidi: true,
        drop_zero_width: true,
        fold_no_break_spaces: true,
        collapse_spaces: true,
        ..Profile::NONE
    };

    /// For training language models: one spelling of marks, digits and spaces; the letters stay as they are written.
    pub const MODEL: Profile = Profile {
        drop_tatweel: true,
        drop_vowels: true,
        drop_tanwin: true,
        drop_shadda: true,
        drop_sukun: true,
        drop_rare_marks: false,
        superscript_alef: SuperscriptAlef::Drop,
        drop_quranic_marks: true,
        fold_look_alikes: true,
        word_ligatures: WordLigatures::Expand,
        digits: Digits::Ascii,
        fold_number_marks: true,
        shorten_elongation: true,
        join_wrapped_lines: true,
        zwnj: Zwnj::Drop,
        ..Profile::DISPLAY
    };

    /// For recall: whatever users and writers spell differently is united.
    pub const SEARCH: Profile = Profile {
        fold_alef: true,
        drop_rare_marks: true,
        alef_maqsura: AlefMaqsura::All,
        fold_ta_marbuta: true,
        fold_punctuation: true,
        fold_quotes: true,
        fold_dashes: true,
        lowercase: true,
        canonical: Canonical::Keep,
        ..Profile::MODEL
    };

    /// The fold that lexicons match by, letter by letter: the same as [`fold_into`](crate::fold_into).
    pub const MATCHING: Profile = Profile {
        hamza: Hamza::Seat,
        shorten_elongation: false,
        collapse_spaces: false,
        join_wrapped_lines: false,
        ..Profile::SEARCH
    };
}

impl Default for Profile {
    fn default() -> Profile {
        Profile::NONE
    }
}
