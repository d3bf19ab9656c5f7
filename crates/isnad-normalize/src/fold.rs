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

use crate::Profile;
use crate::rules::Fold;

/// Folds one character: `Some(c)` is what stands in its place, `None` says that it is dropped.
///
/// A character that folds to several (a ligature) gives its first here; [`fold_into`] gives all.
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
        Some(&folded) if !folds_to_several(code) => char::from_u32(u32::from(folded)),
        None if c.is_ascii() => Some(c.to_ascii_lowercase()),
        _ => match Profile::MATCHING.fold(c) {
            Fold::Keep => Some(c),
            Fold::Drop => None,
            Fold::To(folded) => Some(folded),
            Fold::Expand(text) => text.chars().find_map(fold_char),
        },
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
    let bytes = word.as_bytes();
    let (mut done, mut at) = (0, 0); // what stays as it is is copied in one piece
    while let Some(&lead) = bytes.get(at) {
        let mut end = at + 2;
        let letter = match bytes.get(at + 1) {
            Some(&next) if lead & 0xFC == 0xD8 => {
                let low = lead << 6 | next & 0x3F;
                ARABIC.get(usize::from(low)).map(|&to| (0x600 | u16::from(low), to))
            }
            _ => None,
        };
        match letter {
            Some((_, 0)) => out.push_str(word.get(done..at).unwrap_or_default()),
            Some((code, to)) if to == code && !folds_to_several(u32::from(code)) => {
                at = end;
                continue;
            }
            Some((code, to)) if to != code => {
                out.push_str(word.get(done..at).unwrap_or_default());
                out.extend(char::from_u32(u32::from(to)));
            }
            _ => {
                let Some(c) = word.get(at..).and_then(|rest| rest.chars().next()) else { break };
                end = at + c.len_utf8();
                match Profile::MATCHING.fold(c) {
                    Fold::Keep => {
                        at = end;
                        continue;
                    }
                    Fold::Drop => out.push_str(word.get(done..at).unwrap_or_default()),
                    Fold::To(folded) => {
                        out.push_str(word.get(done..at).unwrap_or_default());
                        out.push(folded);
                    }
                    Fold::Expand(text) => {
                        out.push_str(word.get(done..at).unwrap_or_default());
                        out.extend(text.chars().filter_map(fold_char));
                    }
                }
            }
        }
        (done, at) = (end, end);
    }
    out.push_str(word.get(done..).unwrap_or_default());
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
        let bytes = folded.as_bytes();
        let mut hash = start(bytes.len());
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            hash = mix(hash, u64::from_le_bytes(word));
        }
        finish(mix(hash, tail(bytes, chunks.remainder())))
    }

    /// The key of a folded form that is given eight bytes at a time, little-endian; zeros stand after its `len` bytes.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn of_words(words: &[u64], len: usize) -> Key {
        let word = |i: usize| words.get(i).copied().unwrap_or(0);
        // Nearly all words are of fewer than 24 bytes: three rounds and a choice are quicker than a loop.
        let first = mix(start(len), word(0));
        let second = mix(first, word(1));
        let third = mix(second, word(2));
        let mut hash = match len / 8 {
            0 => first,
            1 => second,
            _ => third,
        };
        for i in 3..=len / 8 {
            hash = mix(hash, word(i));
        }
        finish(hash)
    }
}

const K: u64 = 0x9E37_79B9_7F4A_7C15;

const fn start(len: usize) -> u64 {
    (len as u64).wrapping_mul(K)
}

#[inline]
const fn mix(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(23) ^ word).wrapping_mul(K)
}

#[inline]
const fn finish(mut hash: u64) -> Key {
    hash ^= hash >> 32;
    hash = hash.wrapping_mul(0xD6E8_FEB8_6659_FD93);
    Key(hash ^ (hash >> 32))
}

/// The last bytes, fewer than eight, as a little-endian number. Where there are eight bytes in all, or four, overlapping
/// reads are quicker than a loop.
#[inline]
fn tail(bytes: &[u8], rest: &[u8]) -> u64 {
    let shift = 8 * rest.len() as u32;
    if rest.is_empty() {
        0
    } else if let Some(last) = bytes.last_chunk() {
        u64::from_le_bytes(*last) >> (64 - shift)
    } else if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
        u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (shift - 32)
    } else {
        rest.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte))
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

/// Kazakh letters that are two letters each: ٵ ٶ ٷ ٸ.
#[doc(hidden)]
#[must_use]
pub const fn folds_to_several(code: u32) -> bool {
    matches!(code, 0x675..=0x678)
}

/// Whether a character turns the order of others about, or marks a direction: overrides, embeddings, isolates and marks.
///
/// ```
/// assert!(isnad_normalize::is_bidi_control('\u{202e}') && !isnad_normalize::is_bidi_control('\u{200d}'));
/// ```
#[must_use]
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a character has neither width nor ink, and no say in the order of others: joiners, soft hyphens, variation
/// selectors, the tags of emoji.
///
/// ```
/// assert!(isnad_normalize::is_invisible('\u{200b}') && !isnad_normalize::is_invisible(' '));
/// ```
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
    )
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
    Profile::MATCHING.letter(code)
}

#[cfg(test)]
mod tests {
    use std::vec::Vec;

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
    fn keys_of_all_lengths_differ() {
        let letters = "abcdefghijklmnopqrstuvwxyz";
        let mut keys: Vec<Key> = (0..=26).map(|n| Key::of_folded(&letters[..n])).collect();
        assert_eq!(keys[3], Key(0x8188_853D_7346_A424));
        for (n, key) in keys.iter().enumerate() {
            let mut words = [0; 4];
            letters[..n].bytes().enumerate().for_each(|(i, b)| words[i / 8] |= u64::from(b) << (i % 8 * 8));
            assert_eq!(Key::of_words(&words, n), *key);
        }
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), 27);
    }

    #[test]
    fn lam_alef_is_two_letters() {
        let mut out = String::new();
        fold_into("ﻻ", &mut out);
        assert_eq!(out, "لا");
    }

    #[test]
    fn the_preset_is_the_same_fold() {
        let normalizer = crate::Normalizer::new(Profile::MATCHING);
        let mut out = String::new();
        let planes = ('\0'..'\u{3000}').chain('\u{f800}'..='\u{ffff}').chain('\u{1d700}'..'\u{1f000}');
        for c in planes {
            out.clear();
            fold_into(c.encode_utf8(&mut [0; 4]), &mut out);
            assert_eq!(normalizer.normalize(c.encode_utf8(&mut [0; 4])).text(), out, "{c:?}");
        }
    }
}
