//! The matching fold: what every lexicon of the workspace looks words up by.
//!
//! Arabic news spells one word in many ways: with or without short vowels, with or without the hamza of
//! an initial alef, with ى for ي and ه for ة, with a Persian keyboard. The fold maps all of them to one
//! form, letter by letter, and a [`Key`] is the hash of that form.
//!
//! | written | folded | what happened |
//! |---|---|---|
//! | `قُتِلَ` (was killed) | `قتل` | short vowels dropped |
//! | `العـــراق` (Iraq) | `العراق` | tatweel dropped |
//! | `أحمد` `احمد` `إحمد` `ٱحمد` | `احمد` | forms of alef |
//! | `مستشفى` (hospital) | `مستشفي` | alef maqsura |
//! | `خمسة` `خمسه` (five) | `خمسه` | ta marbuta |
//! | `مسؤول` (official) | `مسوول` | hamza on waw |
//! | `طائرة` (aircraft) | `طايره` | hamza on ya |
//! | `کردستان` with Persian kaf | `كردستان` | look-alike letters |
//! | `١٢٫٥` | `12.5` | digits and their separators |
//! | `NATO` | `nato` | ASCII case |
//!
//! The fold is lossy on purpose: it is a filter. Where it unites two words that must stay apart (آب the
//! month, أب the father) the lexicon entry demands the exact spelling.

use alloc::string::String;

/// Folds one character: `Some(c)` is what stands in its place, `None` says that it is dropped.
///
/// A character that folds to several (a lam-alef ligature) gives its first here; [`fold_into`] gives all.
///
/// ```
/// use isnad_normalize::fold_char;
/// assert_eq!(fold_char('أ'), Some('ا')); // alef with hamza
/// assert_eq!(fold_char('ّ'), None); // shadda
/// assert_eq!(fold_char('٣'), Some('3'));
/// assert_eq!(fold_char('ك'), Some('ك'));
/// ```
#[inline]
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    let code = c as u32;
    match ARABIC.get(code.wrapping_sub(0x0600) as usize) {
        Some(0) => None,
        Some(&folded) => char::from_u32(u32::from(folded)),
        None if c.is_ascii() => Some(c.to_ascii_lowercase()),
        None => fold_other(c),
    }
}

/// Appends the folded form of `word` to `out`.
///
/// ```
/// let mut out = String::new();
/// isnad_normalize::fold_into("الأُمَمُ المُتَّحِدَة", &mut out);
/// assert_eq!(out, "الامم المتحده"); // the United Nations
/// ```
#[inline]
pub fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        if let Some(folded) = fold_char(c) {
            out.push(folded);
            if matches!(c as u32, 0xFEF5..=0xFEFC) {
                out.push('ا'); // lam-alef ligatures are two letters
            }
        }
    }
}

/// The key of a word: the hash of its folded form.
///
/// Equal for all spellings that the fold unites. It is a filter, not an identity: whoever finds an entry by
/// key compares the folded forms before believing it (`isnad_text::Lexicon` does).
///
/// ```
/// use isnad_normalize::fold_key;
/// assert_eq!(fold_key("أَحْمَد"), fold_key("احمد"));
/// assert_ne!(fold_key("أحمد"), fold_key("محمد"));
/// ```
#[must_use]
pub fn fold_key(word: &str) -> Key {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    Key::of_folded(&folded)
}

/// Hash of a folded word. Stable across platforms and releases of the same minor version: generated tables hold it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

impl Key {
    /// The key of a form that is folded already.
    ///
    /// ```
    /// use isnad_normalize::{Key, fold_key};
    /// assert_eq!(Key::of_folded("احمد"), fold_key("أحمد"));
    /// ```
    #[inline]
    #[must_use]
    pub fn of_folded(folded: &str) -> Key {
        const K: u64 = 0x9E37_79B9_7F4A_7C15;
        let bytes = folded.as_bytes();
        let mut hash = (bytes.len() as u64).wrapping_mul(K);
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            hash = (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(K);
        }
        let mut word = [0; 8];
        for (to, from) in word.iter_mut().zip(chunks.remainder()) {
            *to = *from;
        }
        hash = (hash.rotate_left(23) ^ u64::from_le_bytes(word)).wrapping_mul(K);
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        Key(hash ^ (hash >> 32))
    }
}

/// Whether a character is invisible to spelling: a short vowel or other mark, tatweel, a zero-width or bidi control.
///
/// ```
/// use isnad_normalize::is_ignorable;
/// assert!(is_ignorable('ـ') && is_ignorable('َ') && is_ignorable('\u{200f}'));
/// assert!(!is_ignorable('ا'));
/// ```
#[inline]
#[must_use]
pub fn is_ignorable(c: char) -> bool {
    fold_char(c).is_none()
}

/// U+0600–U+06FF, 0 for what is dropped.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static ARABIC: [u16; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = fold_arabic(0x0600 + i as u16);
        i += 1;
    }
    table
};

/// What a code point of U+0600–U+06FF folds to; 0 for what is dropped. For tables made by the compiler.
#[doc(hidden)]
#[must_use]
pub const fn fold_arabic(code: u16) -> u16 {
    match code {
        // Marks: signs above names, tashkeel, superscript alef, Quranic annotation.
        0x0610..=0x061A | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06DC | 0x06DF..=0x06E4 => 0,
        0x06E7 | 0x06E8 | 0x06EA..=0x06ED => 0,
        0x0640 | 0x061C => 0, // tatweel, Arabic letter mark
        0x0622 | 0x0623 | 0x0625 | 0x0671..=0x0673 => 0x0627, // آ أ إ ٱ -> ا
        0x0624 => 0x0648,     // ؤ -> و
        0x0626 | 0x0649 | 0x06CC | 0x06D0 => 0x064A, // ئ ى and Persian ی, Uyghur ې -> ي
        0x0629 | 0x06BE | 0x06C0..=0x06C3 | 0x06D5 => 0x0647, // ة and ھ ہ ۀ ە -> ه
        0x06A9 | 0x06AA => 0x0643, // ک ڪ -> ك
        0x0660..=0x0669 => code - 0x0660 + 0x30,
        0x06F0..=0x06F9 => code - 0x06F0 + 0x30,
        0x066A => 0x25,          // ٪
        0x066B => 0x2E,          // ٫
        0x060C | 0x066C => 0x2C, // ، ٬
        0x061B => 0x3B,          // ؛
        0x061F => 0x3F,          // ؟
        _ => code,
    }
}

fn fold_other(c: char) -> Option<char> {
    match c as u32 {
        0x00AD | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0x2066..=0x2069 | 0xFEFF => None,
        0x08D3..=0x08E1 | 0x08E3..=0x08FF | 0xFE00..=0xFE0F => None,
        0xAB | 0xBB | 0x201C..=0x201F => Some('"'),
        0x2018..=0x201B => Some('\''),
        0x2010..=0x2015 => Some('-'),
        0xFE70..=0xFE7F => None,
        code @ 0xFE80..=0xFEFC => {
            let at = FORMS_B.partition_point(|&(last, _)| last < code as u16);
            FORMS_B.get(at).and_then(|&(_, letter)| fold_char(letter))
        }
        _ => Some(c),
    }
}

/// Presentation forms B: the last code point of each letter's forms, and the letter.
static FORMS_B: [(u16, char); 40] = [
    (0xFE80, 'ء'),
    (0xFE82, 'آ'),
    (0xFE84, 'أ'),
    (0xFE86, 'ؤ'),
    (0xFE88, 'إ'),
    (0xFE8C, 'ئ'),
    (0xFE8E, 'ا'),
    (0xFE92, 'ب'),
    (0xFE94, 'ة'),
    (0xFE98, 'ت'),
    (0xFE9C, 'ث'),
    (0xFEA0, 'ج'),
    (0xFEA4, 'ح'),
    (0xFEA8, 'خ'),
    (0xFEAA, 'د'),
    (0xFEAC, 'ذ'),
    (0xFEAE, 'ر'),
    (0xFEB0, 'ز'),
    (0xFEB4, 'س'),
    (0xFEB8, 'ش'),
    (0xFEBC, 'ص'),
    (0xFEC0, 'ض'),
    (0xFEC4, 'ط'),
    (0xFEC8, 'ظ'),
    (0xFECC, 'ع'),
    (0xFED0, 'غ'),
    (0xFED4, 'ف'),
    (0xFED8, 'ق'),
    (0xFEDC, 'ك'),
    (0xFEE0, 'ل'),
    (0xFEE4, 'م'),
    (0xFEE8, 'ن'),
    (0xFEEC, 'ه'),
    (0xFEEE, 'و'),
    (0xFEF0, 'ى'),
    (0xFEF4, 'ي'),
    (0xFEF6, 'ل'),
    (0xFEF8, 'ل'),
    (0xFEFA, 'ل'),
    (0xFEFC, 'ل'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_are_idempotent_over_all_of_unicode() {
        for c in '\0'..=char::MAX {
            if let Some(folded) = fold_char(c) {
                assert_eq!(fold_char(folded), Some(folded), "{c:?}");
            }
        }
    }

    #[test]
    fn lam_alef_is_two_letters() {
        let mut out = String::new();
        fold_into("ﻻ", &mut out);
        assert_eq!(out, "لا");
    }
}
