//! A folded word in registers: readings take letters off its front and hash the rest, without a look at memory.

use crate::Key;

/// A folded word of up to `8 * N` bytes, eight at a time, little-endian; zeros follow it.
#[derive(Clone, Copy)]
pub(crate) struct Packed<const N: usize> {
    words: [u64; N],
    len: usize,
}

/// A letter of two bytes as it stands in a packed word.
pub(crate) const fn letter(c: char) -> u64 {
    let code = c as u64;
    (0xC0 | code >> 6) | (0x80 | code & 0x3F) << 8
}

const ALEF: u64 = letter('ا');
const LAM: u64 = letter('ل');

/// The longest that is packed.
const MOST: usize = 64;

/// The bits of so many bytes.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static MASKS: [[u64; MOST / 8]; MOST + 1] = {
    let mut table = [[0; MOST / 8]; MOST + 1];
    let mut len = 0;
    while len <= MOST {
        let mut byte = 0;
        while byte < len {
            table[len][byte / 8] |= 0xFF << (byte % 8 * 8);
            byte += 1;
        }
        len += 1;
    }
    table
};

impl<const N: usize> Packed<N> {
    /// Bytes that a word may have, so that an article can still be put before it.
    pub(crate) const LONGEST: usize = 8 * N - 2;

    /// The `len` bytes of `bytes` from `at` on.
    #[inline]
    pub(crate) fn new(bytes: &[u8], at: usize, len: usize) -> Packed<N> {
        let mut words = [0; N];
        let ahead = bytes.get(at..).unwrap_or_default();
        let mut copy = [[0; 8]; N];
        let eights = match ahead.as_chunks().0.first_chunk() {
            Some(eights) => eights,
            None => {
                // Near the end of the text.
                let (to, from) = (copy.as_flattened_mut(), ahead);
                let len = from.len().min(to.len());
                if let (Some(to), Some(from)) = (to.get_mut(..len), from.get(..len)) {
                    to.copy_from_slice(from);
                }
                &copy
            }
        };
        for ((word, eight), mask) in words.iter_mut().zip(eights).zip(MASKS.get(len).into_iter().flatten()) {
            *word = u64::from_le_bytes(*eight) & mask;
        }
        Packed { words, len }
    }

    /// Changes the letter at an even byte by exclusive or.
    #[inline]
    pub(crate) fn change(&mut self, at: usize, by: u16) {
        if let Some(word) = self.words.get_mut(at / 8) {
            *word ^= u64::from(by) << (at % 8 * 8);
        }
    }

    #[inline]
    pub(crate) fn key(&self) -> Key {
        Key::of_words(&self.words, self.len)
    }

    /// How many bytes it has.
    #[inline]
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// The first two bytes.
    #[inline]
    pub(crate) fn first(&self) -> u64 {
        self.words.first().map_or(0, |word| word & 0xFFFF)
    }

    /// The word without its first two bytes.
    #[inline]
    pub(crate) fn rest(&self) -> Packed<N> {
        let mut words = self.words;
        let above = self.words.iter().skip(1).copied().chain([0]);
        for (word, above) in words.iter_mut().zip(above) {
            *word = *word >> 16 | above << 48;
        }
        Packed { words, len: self.len.saturating_sub(2) }
    }

    /// The word without ال in front, if it stands there.
    #[inline]
    pub(crate) fn without_article(&self) -> Option<Packed<N>> {
        let rest = self.rest();
        (self.first() == ALEF && rest.first() == LAM).then(|| rest.rest())
    }

    /// The word with a letter in front of it.
    #[inline]
    pub(crate) fn after(&self, letter: char) -> Packed<N> {
        let mut words = self.words;
        let mut carried = self::letter(letter);
        for word in &mut words {
            let above = *word >> 48;
            *word = *word << 16 | carried;
            carried = above;
        }
        Packed { words, len: self.len + 2 }
    }
}
