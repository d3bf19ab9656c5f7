//! Sets of tokens, which are searched by range.

use core::ops::Range;

/// A bit for each token of a text.
pub(crate) struct Marks {
    words: Vec<u64>,
}

impl Marks {
    /// None of so many tokens.
    pub(crate) fn new(tokens: usize) -> Marks {
        Marks { words: vec![0; tokens / 64 + 1] }
    }

    pub(crate) fn add(&mut self, token: usize) {
        if let Some(word) = self.words.get_mut(token / 64) {
            *word |= 1 << (token % 64);
        }
    }

    pub(crate) fn has(&self, token: usize) -> bool {
        self.words.get(token / 64).is_some_and(|word| word >> (token % 64) & 1 != 0)
    }

    /// Those of a range, in order.
    #[inline]
    pub(crate) fn within(&self, range: Range<usize>) -> Within<'_> {
        let bits = self.words.get(range.start / 64).map_or(0, |word| word & (u64::MAX << (range.start % 64)));
        Within { words: &self.words, at: range.start / 64, bits, end: range.end }
    }

    /// The last of a range. The time it takes grows with the range.
    pub(crate) fn last(&self, range: Range<usize>) -> Option<usize> {
        let mut at = range.end / 64;
        let mut bits = self.words.get(at).map_or(0, |word| word & !(u64::MAX << (range.end % 64)));
        while bits == 0 && at > range.start / 64 {
            at -= 1;
            bits = self.words.get(at).copied()?;
        }
        let last = at * 64 + bits.checked_ilog2()? as usize;
        (last >= range.start).then_some(last)
    }
}

/// See [`Marks::within`].
#[derive(Default)]
pub(crate) struct Within<'m> {
    words: &'m [u64],
    /// The word that is being read, and what is left of it.
    at: usize,
    bits: u64,
    end: usize,
}

impl Iterator for Within<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while self.bits == 0 {
            self.at += 1;
            if self.at * 64 >= self.end {
                return None;
            }
            self.bits = *self.words.get(self.at)?;
        }
        let token = self.at * 64 + self.bits.trailing_zeros() as usize;
        self.bits &= self.bits - 1;
        (token < self.end).then_some(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_what_a_scan_of_it_has() {
        let all = [0, 1, 63, 64, 130, 191, 192];
        let mut marks = Marks::new(200);
        all.iter().for_each(|&token| marks.add(token));
        for start in 0..202 {
            for end in 0..202 {
                let scanned = || all.iter().copied().filter(|t| (start..end).contains(t));
                assert!(marks.within(start..end).eq(scanned()), "{start}..{end}");
                assert_eq!(marks.last(start..end), scanned().next_back(), "{start}..{end}");
            }
        }
    }
}
