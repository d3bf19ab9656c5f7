//! Sums of money.

use super::cardinal::{ending_of_dual, write_cardinal};
use super::{Case, Gender, NounForm, Style, noun_form};
use crate::Number;
use crate::generated::vocabulary::CURRENCIES;

/// The noun of a currency or of its parts, with what a number does to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MoneyNoun {
    pub(crate) singular: &'static str,
    pub(crate) plural: &'static str,
    /// Masculine, or invariable after `=`; empty for parts.
    pub(crate) adjective: &'static str,
    pub(crate) feminine: bool,
}

/// How a currency is spelled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Currency {
    pub(crate) code: &'static str,
    pub(crate) noun: MoneyNoun,
    /// How many parts make one, and their noun.
    pub(crate) parts: Option<(u64, MoneyNoun)>,
}

/// A sum of money in words, in the currency of an ISO 4217 code, with its parts (cents) where it has some. `None` for
/// an unknown code, a negative sum, one of 10^18 or more, or one finer than the parts.
///
/// ```
/// use isnad_numerals::{Number, spell::{Case, money}};
/// let sum = Number::fraction(2043, 100).unwrap();
/// assert_eq!(money(sum, "USD", Case::Nominative).unwrap(), "عشرون دولارا أميركيا وثلاثة وأربعون سنتا");
/// assert_eq!(money(Number::from(2), "SYP", Case::Genitive).unwrap(), "ليرتين سوريتين");
/// ```
#[must_use]
pub fn money(sum: Number, code: &str, case: Case) -> Option<String> {
    let at = CURRENCIES.binary_search_by(|c| c.code.cmp(code)).ok()?;
    let currency = CURRENCIES.get(at)?;
    let (per_one, part) = currency.parts.map_or((1, None), |(n, noun)| (n, Some(noun)));
    let in_parts = sum.checked_mul(Number::integer(per_one.into()))?;
    if in_parts.denominator() != 1 || in_parts < Number::ZERO {
        return None;
    }
    let whole = u64::try_from(in_parts.numerator() / i128::from(per_one)).ok()?;
    let rest = u64::try_from(in_parts.numerator() % i128::from(per_one)).ok()?;
    if whole >= 1_000_000_000_000_000_000 {
        return None;
    }
    let mut out = String::with_capacity(160);
    if whole > 0 || rest == 0 {
        counted(&mut out, whole, &currency.noun, case);
    }
    if let (Some(noun), true) = (part, rest > 0) {
        if whole > 0 {
            out.push_str(" و");
        }
        counted(&mut out, rest, &noun, case);
    }
    Some(out)
}

/// A number with its noun in the form that it demands.
fn counted(out: &mut String, n: u64, noun: &MoneyNoun, case: Case) {
    let gender = if noun.feminine { Gender::Feminine } else { Gender::Masculine };
    let form = noun_form(n);
    if !matches!(form, NounForm::Singular | NounForm::Dual) {
        write_cardinal(out, n, Style { gender, case, definite: false, construct: true });
        out.push(' ');
    }
    let ta = noun.singular.strip_suffix('ة');
    let tanwin = ta.is_none() && !noun.singular.ends_with(['ا', 'و', 'ي']);
    let accusative =
        form == NounForm::SingularAccusative || (form == NounForm::Singular && case == Case::Accusative);
    match (form, ta) {
        (NounForm::PluralGenitive, _) => out.push_str(noun.plural),
        (NounForm::Dual, Some(stem)) => {
            out.push_str(stem);
            out.push('ت');
        }
        _ => out.push_str(noun.singular),
    }
    if form == NounForm::Dual {
        out.push_str(ending_of_dual(case, false));
    } else if accusative && tanwin {
        out.push('ا');
    }
    if let Some(name) = noun.adjective.strip_prefix('=') {
        out.push(' ');
        out.push_str(name);
    } else if !noun.adjective.is_empty() {
        out.push(' ');
        out.push_str(noun.adjective);
        let feminine = noun.feminine || (form == NounForm::PluralGenitive && noun.plural != noun.singular);
        out.push_str(match (form, feminine) {
            (NounForm::Dual, true) => "ت",
            (_, true) => "ة",
            (_, false) if accusative => "ا",
            _ => "",
        });
        if form == NounForm::Dual {
            out.push_str(ending_of_dual(case, false));
        }
    }
    if form == NounForm::Singular {
        out.push_str(match (gender, accusative) {
            (Gender::Feminine, _) => " واحدة",
            (_, true) => " واحدا",
            (_, false) => " واحد",
        });
    }
}
