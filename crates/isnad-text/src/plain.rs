//! Plain words: Arabic letters of two bytes, each of which folds to one. Nearly all words of news are such, and they are
//! found many bytes at a time.

use isnad_normalize::{bit_mask, fold_arabic, folds_to_several};

/// For each byte of a text, whether no plain word goes on there, and whether a letter of one that the fold changes begins there.
#[derive(Clone, Debug, Default)]
pub(crate) struct Masks {
    /// A pair for 64 bytes of text.
    pairs: Vec<(u64, u64)>,
}

impl Masks {
    /// Marks a text.
    pub(crate) fn fill(&mut self, bytes: &[u8]) {
        self.pairs.clear();
        self.pairs.reserve(bytes.len() / 64 + 2);
        let mut from = 0;
        while from <= bytes.len() {
            let ahead = bytes.get(from..).unwrap_or_default();
            self.pairs.push(match ahead.first_chunk() {
                Some(window) => compare(window),
                None => {
                    let mut window = [0; 65];
                    if let Some(window) = window.get_mut(..ahead.len()) {
                        window.copy_from_slice(ahead);
                    }
                    compare(&window)
                }
            });
            from += 64;
        }
    }

    /// The marks of the 64 bytes from `at` on.
    #[inline]
    pub(crate) fn window(&self, at: usize) -> (u64, u64) {
        let pair = |i: usize| self.pairs.get(i).copied().unwrap_or((!0, 0));
        let ((stops, changes), (stops_after, changes_after)) = (pair(at / 64), pair(at / 64 + 1));
        let shift = at % 64;
        // Shifted twice, as a shift by 64 is none.
        let join = |low: u64, high: u64| low >> shift | high << 1 << (63 - shift);
        (join(stops, stops_after), join(changes, changes_after))
    }
}

/// Nothing here branches, so that the compiler makes vectors of it.
#[inline]
fn compare(window: &[u8; 65]) -> (u64, u64) {
    let (mut stops, mut changes) = ([0u8; 64], [0u8; 64]);
    let [_, nexts @ ..] = window;
    for (((stop, change), &lead), &next) in stops.iter_mut().zip(&mut changes).zip(window).zip(nexts) {
        let (d8, d9) = (lead == 0xD8, lead == 0xD9);
        // U+0620–063F and U+0641–064A.
        let letter = d8 & (next >= 0xA0) | d9 & (next.wrapping_sub(0x81) < 10);
        let inside = (lead as i8) < -64; // of a character
        *stop = u8::from(!letter & !inside);
        // آأؤإئ ة, ى
        *change = u8::from(d8 & (next.wrapping_sub(0xA2) < 5 || next == 0xA9) | d9 & (next == 0x89));
    }
    (bit_mask(&stops), bit_mask(&changes))
}

/// What a letter of U+0600–U+067F, given by its two bytes, folds to.
#[inline]
pub(crate) fn change(lead: u8, next: u8) -> Change {
    CHANGES.get(usize::from(lead << 6 & 0x40 | next & 0x3F)).copied().unwrap_or(Change { to: '\0', by: 0 })
}

/// A letter, and its bytes differing from those of what is written.
#[derive(Clone, Copy)]
pub(crate) struct Change {
    pub(crate) to: char,
    pub(crate) by: u16,
}

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static CHANGES: [Change; 128] = {
    let mut table = [Change { to: '\0', by: 0 }; 128];
    let mut i = 0;
    while i < 128 {
        let code = 0x600 + i as u16;
        let to = fold_arabic(code);
        if to >= 0x600
            && to < 0x680
            && !folds_to_several(code as u32)
            && let Some(letter) = char::from_u32(to as u32)
        {
            table[i] = Change { to: letter, by: bytes_of(code) ^ bytes_of(to) };
        }
        i += 1;
    }
    table
};

const fn bytes_of(code: u16) -> u16 {
    (0xC0 | code >> 6) | (0x80 | code & 0x3F) << 8
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `compare` says of each letter of U+0600–U+067F is what the fold does with it.
    #[test]
    fn letters_are_marked_as_they_fold() {
        for code in 0x600..0x680u16 {
            let c = char::from_u32(code.into()).unwrap();
            let mut window = [b' '; 65];
            c.encode_utf8(&mut window);
            let (stops, changes) = compare(&window);
            let folded = char::from_u32(fold_arabic(code).into()).unwrap();
            let is_letter = matches!(c, '\u{620}'..='\u{63f}' | '\u{641}'..='\u{64a}');
            assert_eq!((stops & 1 == 0, changes & 1 == 1), (is_letter, is_letter && folded != c), "{c}");
            if changes & 1 == 1 {
                let change = change(window[0], window[1]);
                assert_eq!((change.to, change.by), (folded, bytes_of(code) ^ bytes_of(folded as u16)));
            }
        }
    }
}
