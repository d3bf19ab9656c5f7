//! Finding the characters that a profile may change, many bytes at a time.
//!
//! Running Arabic text is made of the bytes D8 and D9 and what may follow them, and of spaces. A profile is boiled down
//! to a few ranges of bytes that betray a character that it changes: which byte follows (U+0623 أ is D8 A3, and hardly
//! anything else in such text has A3 as its second byte), which byte leads. They become vector comparisons. The ranges
//! may hit more than what changes, if it is rare; what they hit is looked at closely, what they miss is clean.

use alloc::vec::Vec;

use crate::canonical::{class, decompose};
use crate::profile::{Canonical, Digits, Profile};
use crate::rules::{Fold, OTHERS};

/// Bytes looked at together.
pub(crate) const BLOCK: usize = 256;
/// Which of them are hits, as bits.
pub(crate) type Hits = [u64; BLOCK / 64];
/// Ranges of first bytes of ASCII, and of second bytes, that a profile has at most.
const SIGNS: usize = 3;
const NEXTS: usize = 5;

/// The bytes from `first` to `first + span`.
#[derive(Clone, Copy, Debug)]
struct Bytes {
    first: u8,
    span: u8,
}

impl Bytes {
    /// No byte of UTF-8.
    const NONE: Bytes = Bytes::new(0xFF, 0xFF);

    const fn new(first: u8, last: u8) -> Bytes {
        Bytes { first, span: last.wrapping_sub(first) }
    }

    #[inline]
    const fn hold(self, byte: u8) -> bool {
        byte.wrapping_sub(self.first) <= self.span
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Scanner {
    /// First bytes of ASCII.
    signs: [Bytes; SIGNS],
    /// First bytes from here on, but for D8 and D9.
    beyond: u8,
    /// Second bytes.
    nexts: [Bytes; NEXTS],
    /// How many of the ranges are used.
    used: (usize, usize),
    /// Bytes after D9 that are common after D8.
    after_d9: Bytes,
    /// Bytes after a space.
    after_space: Bytes,
    /// Doubled letters are hits too.
    doubles: bool,
}

impl Scanner {
    /// The scanner of a profile.
    pub(crate) fn new(profile: &Profile) -> Scanner {
        let hits = |code: u32| {
            char::from_u32(code).is_some_and(|c| {
                profile.folds_finally(c)
                    || profile.fold(c) != Fold::Keep
                    || profile.canonical != Canonical::Keep && class(c) != 0
                    || profile.canonical == Canonical::Decompose && decompose(c).is_some()
            })
        };
        let (mut signs, mut nexts) = ([false; 256], [false; 256]);
        let (mut first_d9, mut last_d9) = (0xFF, 0);
        for next in 0x80..=0xBF_u8 {
            let of_d8 = hits(0x600 | u32::from(next & 0x3F));
            let of_d9 = hits(0x640 | u32::from(next & 0x3F));
            let common_d8 = matches!(next, 0x8B | 0x8C | 0xA7 | 0xA8 | 0xAA..=0xBA); // 0x8C: the comma ،
            if of_d9 && common_d8 && !of_d8 {
                first_d9 = first_d9.min(next);
                last_d9 = next;
            } else if let Some(hit) = nexts.get_mut(usize::from(next)) {
                *hit = of_d8 || of_d9;
            }
        }
        let others = OTHERS.iter().any(|&(first, last)| (first..=last).any(hits));
        let mut sign = |range: core::ops::RangeInclusive<usize>| {
            signs.get_mut(range).into_iter().flatten().for_each(|hit| *hit = true);
        };
        if profile.lowercase {
            sign(0x41..=0x5A);
        }
        if matches!(profile.digits, Digits::Arabic | Digits::Persian) {
            sign(0x30..=0x39);
        }
        if profile.collapse_spaces {
            sign(0x09..=0x0D);
        }
        let (signs, nexts) = (ranges(&signs), ranges(&nexts));
        let used = |ranges: &[Bytes]| ranges.iter().filter(|range| range.first != 0xFF).count();
        Scanner {
            used: (used(&signs), used(&nexts)),
            signs,
            beyond: match (others, (0x680..0x700).any(hits)) {
                (true, _) => 0xC2,
                (false, true) => 0xDA,
                (false, false) => 0xFF,
            },
            nexts,
            after_d9: if last_d9 == 0 { Bytes::NONE } else { Bytes::new(first_d9, last_d9) },
            after_space: if profile.collapse_spaces { Bytes::new(0, b' ') } else { Bytes::NONE },
            doubles: profile.shorten_elongation,
        }
    }

    /// Which of the [`BLOCK`] bytes from `at` on begin a character that may change, as bits. Bytes inside a character
    /// of three or more may be among them.
    #[inline]
    pub(crate) fn hits(&self, bytes: &[u8], at: usize) -> Hits {
        let window = bytes.get(at..at + BLOCK + 3).and_then(|w| <&[u8; BLOCK + 3]>::try_from(w).ok());
        if let Some(window) = window {
            return self.window(window);
        }
        let mut window = [0; BLOCK + 3];
        for (to, from) in window.iter_mut().zip(bytes.get(at..).unwrap_or_default()) {
            *to = *from;
        }
        self.window(&window)
    }

    #[inline]
    fn window(&self, window: &[u8; BLOCK + 3]) -> Hits {
        match self.used {
            (0..=1, 0..=1) => self.compare::<1, 1>(window),
            (0..=1, 0..=4) => self.compare::<1, 4>(window),
            _ => self.compare::<SIGNS, NEXTS>(window),
        }
    }

    /// Nothing here branches, so that the compiler makes vectors of it.
    #[inline]
    fn compare<const S: usize, const N: usize>(&self, window: &[u8; BLOCK + 3]) -> Hits {
        let mut hits = [0u8; BLOCK];
        let [_, second @ ..] = window;
        let [_, third @ ..] = second;
        let [_, fourth @ ..] = third;
        for ((hit, &lead), &next) in hits.iter_mut().zip(window).zip(second) {
            let mut is_hit = self.after_d9.hold(next) & (lead == 0xD9);
            is_hit |= self.after_space.hold(next) & (lead == b' ');
            is_hit |= (lead >= self.beyond) & (lead & 0xFE != 0xD8);
            for signs in self.signs.iter().take(S) {
                is_hit |= signs.hold(lead);
            }
            for nexts in self.nexts.iter().take(N) {
                is_hit |= nexts.hold(next);
            }
            *hit = u8::from(is_hit);
        }
        if self.doubles {
            let letters = window.iter().zip(second).zip(third.iter().zip(fourth));
            for (hit, ((a, b), (c, d))) in hits.iter_mut().zip(letters) {
                *hit |= u8::from((*a >= 0xD8) & (a == c) & (b == d));
            }
        }
        bits(&hits)
    }
}

/// At most `N` ranges that hold all the bytes of a set; where there are more, the nearest are joined.
fn ranges<const N: usize>(set: &[bool; 256]) -> [Bytes; N] {
    let mut found: Vec<(u8, u8)> = Vec::new();
    for (&hit, byte) in set.iter().zip(0..=0xFF) {
        match found.last_mut() {
            Some((_, last)) if hit && *last + 1 == byte => *last = byte,
            _ if hit => found.push((byte, byte)),
            _ => {}
        }
    }
    while found.len() > N {
        let gap = |i: &usize| match (found.get(*i), found.get(i + 1)) {
            (Some(a), Some(b)) => b.0 - a.1,
            _ => 0xFF,
        };
        let Some(nearest) = (0..found.len() - 1).min_by_key(gap) else { break };
        let (_, last) = found.remove(nearest + 1);
        if let Some(range) = found.get_mut(nearest) {
            range.1 = last;
        }
    }
    let mut ranges = [Bytes::NONE; N];
    for (range, (first, last)) in ranges.iter_mut().zip(found) {
        *range = Bytes::new(first, last);
    }
    ranges
}

/// One bit a byte that is 1.
#[inline]
fn bits(hits: &[u8; BLOCK]) -> Hits {
    let mut bits = [0; BLOCK / 64];
    for (bits, bytes) in bits.iter_mut().zip(hits.as_chunks().0) {
        *bits = bit_mask(bytes);
    }
    bits
}

/// One bit a byte: the lowest of each, which alone may be set.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn bit_mask(bytes: &[u8; 64]) -> u64 {
    let mut bits = 0;
    for (i, eight) in bytes.as_chunks().0.iter().enumerate() {
        bits |= (u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * i);
    }
    bits
}
