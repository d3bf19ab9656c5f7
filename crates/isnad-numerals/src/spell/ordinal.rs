//! Ordinal numbers.

use super::cardinal::{tens, write_cardinal};
use super::{Case, Gender, Style};

const ORDINALS: [&str; 11] =
    ["", "أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];

/// An ordinal number in words: its gender is that of the noun it describes. From a hundred on, what is above the last
/// two digits follows after بعد "after": الخامس بعد المئة, the 105th. Zero has no ordinal and is spelled as a cardinal.
///
/// ```
/// use isnad_numerals::spell::{Gender, Style, ordinal};
/// let definite = Style::new().definite();
/// assert_eq!(ordinal(1, definite.gender(Gender::Feminine)), "الأولى");
/// assert_eq!(ordinal(13, definite), "الثالث عشر");
/// assert_eq!(ordinal(1_002, definite), "الثاني بعد الألف");
/// ```
#[must_use]
pub fn ordinal(n: u64, style: Style) -> String {
    let mut out = String::with_capacity(64);
    let (above, rest) = (n - n % 100, n % 100);
    if rest == 0 {
        write_cardinal(&mut out, n, style);
        return out;
    }
    if style.definite {
        out.push_str("ال");
    }
    below_hundred(&mut out, rest as usize, style);
    if above > 0 {
        out.push_str(" بعد ");
        write_cardinal(&mut out, above, Style::new().definite().case(Case::Genitive));
    }
    out
}

fn below_hundred(out: &mut String, n: usize, style: Style) {
    let feminine = style.gender == Gender::Feminine;
    let (unit, ten) = (n % 10, n / 10);
    match n {
        1 if feminine => out.push_str("أولى"),
        1..=10 => {
            out.push_str(named(n, style));
            out.push_str(if feminine {
                "ة"
            } else if style.case == Case::Accusative && !style.definite && n > 1 {
                "ا" // tanwin
            } else {
                ""
            });
        }
        11..=19 => {
            out.push_str(if unit == 1 {
                "حادي"
            } else {
                ORDINALS.get(unit).copied().unwrap_or_default()
            });
            out.push_str(if feminine { "ة عشرة" } else { " عشر" });
        }
        _ => {
            if unit > 0 {
                out.push_str(match (unit, style.definite || feminine) {
                    (1, true) => "حادي",
                    (1, false) => "حاد",
                    _ => named(unit, style),
                });
                out.push_str(if feminine { "ة و" } else { " و" });
                if style.definite {
                    out.push_str("ال");
                }
            }
            out.push_str(tens(ten, style.case));
        }
    }
}

/// ثاني loses its ي where it bears tanwin: ثان.
fn named(n: usize, style: Style) -> &'static str {
    let bears_tanwin = !style.definite && style.gender == Gender::Masculine && style.case != Case::Accusative;
    if n == 2 && bears_tanwin { "ثان" } else { ORDINALS.get(n).copied().unwrap_or_default() }
}
