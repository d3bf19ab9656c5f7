//! Text that was decoded wrongly, and what it was.

use alloc::string::String;
use alloc::vec::Vec;

use crate::context::is_letter;

/// How a text seems to have been decoded wrongly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Misreading {
    /// UTF-8 taken for Windows-1252 or Latin-1: `Ø§Ù„Ø¹Ø±Ø§Ù‚`.
    Utf8AsWestern,
    /// UTF-8 taken for Windows-1256: `ط§ظ„ط¹ط±ط§ظ‚`.
    Utf8AsArabic,
    /// Windows-1256 taken for Windows-1252 or Latin-1: `ÇáÚÑÇÞ`.
    ArabicAsWestern,
}

/// A text that seems to have been decoded wrongly, and what it probably was. An offer: nothing is repaired unasked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Garbled {
    /// What happened to it.
    pub misreading: Misreading,
    /// The text as it probably was.
    pub repaired: String,
}

/// Bytes 80–9F of Windows-1252; from A0 on it is Latin-1. Bytes that it leaves out stand for themselves.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
/// Bytes 80–FF of Windows-1256.
const ARABIC: &str = "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200c}\u{200d}ں\u{a0}،¢£¤¥¦§¨©ھ«¬\u{ad}®¯°±²³´µ¶·¸¹؛»¼½¾؟ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\u{64b}\u{64c}\u{64d}\u{64e}ô\u{64f}\u{650}÷\u{651}ù\u{652}ûü\u{200e}\u{200f}ے";

/// Tells whether a text was decoded wrongly, and offers what it probably was.
///
/// ```
/// use isnad_normalize::{Misreading, find_garbled};
/// let garbled = find_garbled("ÇáÚÑÇÞ").unwrap();
/// assert_eq!((garbled.misreading, garbled.repaired.as_str()), (Misreading::ArabicAsWestern, "العراق")); // Iraq
/// assert_eq!(find_garbled("العراق"), None);
/// ```
#[must_use]
pub fn find_garbled(text: &str) -> Option<Garbled> {
    let count = |belongs: fn(char) -> bool| text.chars().filter(|&c| belongs(c)).count();
    let western = count(|c| matches!(c as u32, 0xC0..0x100));
    let arabic = count(is_letter);
    if western > 2 && western > 2 * arabic && western > count(|c| c.is_ascii_alphabetic()) {
        let bytes = encode(text, |c| byte_of(c, WESTERN).or((c < '\u{100}').then_some(c as u8)))?;
        return utf8(&bytes, Misreading::Utf8AsWestern).or_else(|| {
            let decode = |byte: &u8| {
                if *byte < 0x80 {
                    Some(char::from(*byte))
                } else {
                    ARABIC.chars().nth(usize::from(*byte) - 0x80)
                }
            };
            believe(bytes.iter().filter_map(decode).collect(), Misreading::ArabicAsWestern)
        });
    }
    // The lead bytes D8 and D9 are ط and ظ in Windows-1256: every other letter is one of them.
    if arabic > 2 && count(|c| matches!(c, 'ط' | 'ظ')) * 5 > arabic * 2 {
        let bytes = encode(text, |c| byte_of(c, ARABIC))?;
        return utf8(&bytes, Misreading::Utf8AsArabic);
    }
    None
}

/// The bytes of a text in a code page, ASCII left aside; `None` if it holds what the code page has not.
fn encode(text: &str, byte: impl Fn(char) -> Option<u8>) -> Option<Vec<u8>> {
    text.chars().map(|c| if c.is_ascii() { Some(c as u8) } else { byte(c) }).collect()
}

fn byte_of(c: char, page: &str) -> Option<u8> {
    page.chars().position(|of_page| of_page == c).map(|at| 0x80 + at as u8)
}

fn utf8(bytes: &[u8], misreading: Misreading) -> Option<Garbled> {
    believe(core::str::from_utf8(bytes).ok()?.into(), misreading)
}

/// A repair is believed if most of its letters are Arabic.
fn believe(repaired: String, misreading: Misreading) -> Option<Garbled> {
    let (arabic, letters) = repaired.chars().fold((0, 0), |(arabic, letters), c| {
        (arabic + usize::from(is_letter(c)), letters + usize::from(c.is_alphabetic()))
    });
    (arabic > 2 && arabic * 10 > letters * 7).then_some(Garbled { misreading, repaired })
}
