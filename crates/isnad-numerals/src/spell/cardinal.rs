//! Cardinal numbers.

use super::{Case, Gender, NounForm, Style, noun_form};
use crate::Number;

/// Units before a masculine noun; 0 has no word here, 10 is last.
const WITH_TA: [&str; 11] =
    ["", "واحد", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"];
/// Units before a feminine noun.
const WITHOUT_TA: [&str; 11] = ["", "واحدة", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"];
/// Tens in the nominative and in the other cases.
const TENS: [[&str; 10]; 2] = [
    ["", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"],
    ["", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"],
];
const HUNDREDS: [&str; 10] =
    ["", "مئة", "مئت", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"];
/// A scale: its value, and its word alone and behind the number that it multiplies.
struct Scale {
    value: u64,
    word: &'static str,
    singular: &'static str,
    accusative: &'static str,
    plural: &'static str,
}

macro_rules! scales {
    ($($value:literal $word:literal $plural:literal,)*) => {
        [$(Scale {
            value: $value,
            word: $word,
            singular: concat!(" ", $word),
            accusative: concat!(" ", $word, "ا"),
            plural: concat!(" ", $plural),
        }),*]
    };
}

static SCALES: [Scale; 6] = scales![
    1_000_000_000_000_000_000 "كوينتيليون" "كوينتيليونات",
    1_000_000_000_000_000 "كوادريليون" "كوادريليونات",
    1_000_000_000_000 "تريليون" "تريليونات",
    1_000_000_000 "مليار" "مليارات",
    1_000_000 "مليون" "ملايين",
    1_000 "ألف" "آلاف",
];

/// A cardinal number in words.
///
/// ```
/// use isnad_numerals::spell::{Style, cardinal};
/// assert_eq!(cardinal(0, Style::new()), "صفر");
/// assert_eq!(cardinal(21_300, Style::new()), "واحد وعشرون ألفا وثلاثمئة");
/// assert_eq!(cardinal(3_000_000, Style::new()), "ثلاثة ملايين");
/// ```
#[must_use]
pub fn cardinal(n: u64, style: Style) -> String {
    let mut out = String::with_capacity(256);
    write_cardinal(&mut out, n, style);
    out
}

/// Any exact number in words: with a sign, with decimals after فاصلة "point". A fraction that does not end is spelled
/// by its first twelve places. `None` beyond 10^18.
///
/// ```
/// use isnad_numerals::{Number, spell::{Style, number}};
/// let n = Number::fraction(-7, 2).unwrap();
/// assert_eq!(number(n, Style::new()).unwrap(), "سالب ثلاثة فاصلة خمسة");
/// ```
#[must_use]
pub fn number(n: Number, style: Style) -> Option<String> {
    let (whole, rest) = (
        n.numerator().unsigned_abs() / n.denominator() as u128,
        n.numerator().unsigned_abs() % n.denominator() as u128,
    );
    let mut out = String::with_capacity(256);
    if n.numerator() < 0 {
        out.push_str("سالب ");
    }
    write_cardinal(&mut out, u64::try_from(whole).ok().filter(|n| *n < 1_000_000_000_000_000_000)?, style);
    if rest > 0 {
        out.push_str(" فاصلة");
        let denominator = n.denominator() as u128;
        let mut scaled = rest.checked_mul(1_000_000_000_000)? / denominator;
        let mut places = 12;
        while scaled.is_multiple_of(10) && places > 1 {
            scaled /= 10;
            places -= 1;
        }
        for _ in scaled.max(1).ilog10() + 1..places {
            out.push_str(" صفر");
        }
        out.push(' ');
        write_cardinal(&mut out, scaled as u64, style);
    }
    Some(out)
}

pub(super) fn write_cardinal(out: &mut String, n: u64, style: Style) {
    if n == 0 {
        out.push_str("صفر");
        return;
    }
    let mut words = Words { out, style, begun: false };
    for scale in SCALES.iter().filter(|scale| scale.value <= n) {
        words.scale(n / scale.value % 1000, scale, n.is_multiple_of(scale.value));
    }
    words.below_thousand(n % 1000, style.gender, style.construct && !style.definite);
}

/// The ending of the dual and of the tens: ان and ون, or ين.
const fn is_oblique(case: Case) -> bool {
    !matches!(case, Case::Nominative)
}

pub(super) const fn ending_of_dual(case: Case, construct: bool) -> &'static str {
    match (is_oblique(case), construct) {
        (false, false) => "ان",
        (true, false) => "ين",
        (false, true) => "ا",
        (true, true) => "ي",
    }
}

pub(super) fn tens(n: usize, case: Case) -> &'static str {
    TENS.get(usize::from(is_oblique(case))).and_then(|tens| tens.get(n)).copied().unwrap_or_default()
}

struct Words<'a> {
    out: &'a mut String,
    style: Style,
    begun: bool,
}

impl Words<'_> {
    /// Begins a part: و before all but the first, the article before each.
    fn part(&mut self) {
        if self.begun {
            self.out.push_str(" و");
        }
        self.begun = true;
        if self.style.definite {
            self.out.push_str("ال");
        }
    }

    /// So many thousands or millions; `last` says that nothing follows them.
    fn scale(&mut self, count: u64, scale: &Scale, last: bool) {
        let indefinite = !self.style.definite;
        match count {
            0 => {}
            1 => {
                self.part();
                self.out.push_str(scale.word);
                if last && indefinite && !self.style.construct && self.style.case == Case::Accusative {
                    self.out.push('ا'); // tanwin
                }
            }
            2 => {
                self.part();
                self.out.push_str(scale.word);
                self.out
                    .push_str(ending_of_dual(self.style.case, last && indefinite && self.style.construct));
            }
            _ => {
                self.below_thousand(count, Gender::Masculine, true);
                self.out.push_str(match noun_form(count) {
                    NounForm::PluralGenitive => scale.plural,
                    NounForm::SingularAccusative => scale.accusative,
                    _ => scale.singular,
                });
            }
        }
    }

    fn below_thousand(&mut self, n: u64, gender: Gender, construct: bool) {
        let (hundreds, rest) = (n / 100, n % 100);
        if hundreds > 0 {
            self.part();
            self.out.push_str(HUNDREDS.get(hundreds as usize).copied().unwrap_or_default());
            if hundreds == 2 {
                self.out.push_str(ending_of_dual(self.style.case, construct && rest == 0));
            }
        }
        if rest > 0 {
            self.part();
            self.below_hundred(rest as usize, gender, construct);
        }
    }

    fn below_hundred(&mut self, n: usize, gender: Gender, construct: bool) {
        match (n, gender) {
            (1..=10, _) => self.unit(n, gender, construct),
            (11, Gender::Masculine) => self.out.push_str("أحد عشر"),
            (11, Gender::Feminine) => self.out.push_str("إحدى عشرة"),
            (12, _) => {
                self.two(gender, true);
                self.out.push_str(if gender == Gender::Masculine { " عشر" } else { " عشرة" });
            }
            (13..=19, Gender::Masculine) => {
                self.out.push_str(WITH_TA.get(n - 10).copied().unwrap_or_default());
                self.out.push_str(" عشر");
            }
            (13..=19, Gender::Feminine) => {
                self.out.push_str(WITHOUT_TA.get(n - 10).copied().unwrap_or_default());
                self.out.push_str(" عشرة");
            }
            _ => {
                match (n % 10, gender) {
                    (0, _) => {}
                    (1, Gender::Feminine) => self.out.push_str("إحدى"),
                    (unit, _) => self.unit(unit, gender, false),
                }
                if !n.is_multiple_of(10) {
                    self.part();
                }
                self.out.push_str(tens(n / 10, self.style.case));
            }
        }
    }

    fn unit(&mut self, n: usize, gender: Gender, construct: bool) {
        let tanwin = self.style.case == Case::Accusative && !self.style.definite && !construct;
        match (n, gender) {
            (2, _) => return self.two(gender, false),
            // ثمان stands alone without its ي, except in the accusative and with the article
            (8, Gender::Feminine) if !construct && !self.style.definite && !tanwin => {
                self.out.push_str("ثمان")
            }
            (_, Gender::Masculine) => self.out.push_str(WITH_TA.get(n).copied().unwrap_or_default()),
            (_, Gender::Feminine) => self.out.push_str(WITHOUT_TA.get(n).copied().unwrap_or_default()),
        }
        let takes_alef = (n > 1) == (gender == Gender::Feminine); // ثلاثا, واحدا; ة takes none
        if tanwin && takes_alef {
            self.out.push('ا');
        }
    }

    fn two(&mut self, gender: Gender, construct: bool) {
        self.out.push_str(if gender == Gender::Masculine { "اثن" } else { "اثنت" });
        self.out.push_str(ending_of_dual(self.style.case, construct));
    }
}
