//! Numbers to words: the other direction.
//!
//! Arabic numbers agree with what they count in a way of their own, and name the form in which it stands:
//!
//! | number | of a masculine noun | of a feminine noun | the noun |
//! |---|---|---|---|
//! | 1 | واحد | واحدة | [`NounForm::Singular`], before the number |
//! | 2 | اثنان | اثنتان | [`NounForm::Dual`], the number left out |
//! | 3–10 | ثلاثة | ثلاث | [`NounForm::PluralGenitive`] |
//! | 11–99 | خمسة عشر | خمس عشرة | [`NounForm::SingularAccusative`] |
//! | 100 and above | مئة | مئة | [`NounForm::SingularGenitive`], or by its last two digits |
//!
//! ```
//! use isnad_numerals::spell::{Case, Gender, Style, cardinal, ordinal};
//!
//! let women = Style::new().gender(Gender::Feminine);
//! assert_eq!(cardinal(4963, women), "أربعة آلاف وتسعمئة وثلاث وستون");
//! assert_eq!(cardinal(12, Style::new().case(Case::Genitive)), "اثني عشر");
//! assert_eq!(ordinal(25, Style::new().definite()), "الخامس والعشرون");
//! ```

mod cardinal;
mod money;
mod ordinal;

pub use cardinal::{cardinal, number};
pub use money::money;
pub(crate) use money::{Currency, MoneyNoun};
pub use ordinal::ordinal;

isnad_text::names! {
    /// The grammatical gender of what is counted.
    #[derive(Default)]
    pub enum Gender {
        /// Masculine: رجل "man".
        #[default]
        Masculine = "masculine",
        /// Feminine: امرأة "woman".
        Feminine = "feminine",
    }
}

isnad_text::names! {
    /// The grammatical case of the number.
    #[derive(Default)]
    pub enum Case {
        /// Subject: عشرون.
        #[default]
        Nominative = "nominative",
        /// Object: عشرين.
        Accusative = "accusative",
        /// After a preposition or in a construct: عشرين.
        Genitive = "genitive",
    }
}

/// How a number is to be spelled: by default masculine, nominative, indefinite, with no noun behind it.
///
/// ```
/// use isnad_numerals::spell::{Style, cardinal};
/// assert_eq!(cardinal(200, Style::new()), "مئتان");
/// assert_eq!(cardinal(200, Style::new().construct()), "مئتا"); // مئتا جندي "two hundred soldiers"
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Style {
    pub(crate) gender: Gender,
    pub(crate) case: Case,
    pub(crate) definite: bool,
    pub(crate) construct: bool,
}

impl Style {
    /// The default style.
    ///
    /// ```
    /// use isnad_numerals::spell::{Style, cardinal};
    /// assert_eq!(cardinal(7, Style::new()), "سبعة");
    /// ```
    #[must_use]
    pub fn new() -> Style {
        Style::default()
    }

    /// For a noun of this gender.
    ///
    /// ```
    /// use isnad_numerals::spell::{Gender, Style, cardinal};
    /// assert_eq!(cardinal(7, Style::new().gender(Gender::Feminine)), "سبع");
    /// ```
    #[must_use]
    pub const fn gender(self, gender: Gender) -> Style {
        Style { gender, ..self }
    }

    /// In this case.
    ///
    /// ```
    /// use isnad_numerals::spell::{Case, Style, cardinal};
    /// assert_eq!(cardinal(30, Style::new().case(Case::Genitive)), "ثلاثين");
    /// ```
    #[must_use]
    pub const fn case(self, case: Case) -> Style {
        Style { case, ..self }
    }

    /// With the article.
    ///
    /// ```
    /// use isnad_numerals::spell::{Style, cardinal};
    /// assert_eq!(cardinal(25, Style::new().definite()), "الخمسة والعشرون");
    /// ```
    #[must_use]
    pub const fn definite(self) -> Style {
        Style { definite: true, ..self }
    }

    /// Directly before the counted noun, where duals lose their ن.
    ///
    /// ```
    /// use isnad_numerals::spell::{Style, cardinal};
    /// assert_eq!(cardinal(2000, Style::new().construct()), "ألفا"); // ألفا جندي
    /// ```
    #[must_use]
    pub const fn construct(self) -> Style {
        Style { construct: true, ..self }
    }
}

isnad_text::names! {
    /// The form in which a number demands its noun.
    pub enum NounForm {
        /// رجل واحد: the singular, with the number behind it.
        Singular = "singular",
        /// رجلان: the dual, which says the number by itself.
        Dual = "dual",
        /// ثلاثة رجال
        PluralGenitive = "plural_genitive",
        /// عشرون رجلا
        SingularAccusative = "singular_accusative",
        /// مئة رجل
        SingularGenitive = "singular_genitive",
    }
}

/// The form that the counted noun takes.
///
/// ```
/// use isnad_numerals::spell::{NounForm, noun_form};
/// assert_eq!(noun_form(5), NounForm::PluralGenitive); // خمسة كتب
/// assert_eq!(noun_form(1_050), NounForm::SingularAccusative); // ألف وخمسون كتابا
/// assert_eq!(noun_form(300), NounForm::SingularGenitive); // ثلاثمئة كتاب
/// ```
#[must_use]
pub const fn noun_form(n: u64) -> NounForm {
    match (n, n % 100) {
        (1, _) => NounForm::Singular,
        (2, _) => NounForm::Dual,
        (_, 3..=10) => NounForm::PluralGenitive,
        (_, 11..=99) => NounForm::SingularAccusative,
        _ => NounForm::SingularGenitive,
    }
}
