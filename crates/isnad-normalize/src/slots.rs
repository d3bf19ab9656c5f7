//! What a character becomes, its neighbours left aside, by one look at a table.

use crate::canonical::{class, decompose};
use crate::context::is_letter;
use crate::profile::{Canonical, Profile};
use crate::rules::Fold;

/// Stands for what a character becomes: more than a table is needed.
pub(crate) const LOOK: u16 = 0xFFFF;
/// Stands for what a character becomes: several letters, none of which changes any further.
pub(crate) const SPELL: u16 = 0xFFFE;

/// The presentation forms, and what stands among them.
const FORMS: core::ops::Range<u16> = 0xFB40..0xFF00;

/// What the characters become that a profile may change.
#[derive(Clone, Debug)]
pub(crate) struct Slots {
    /// U+0600–U+06FF.
    letters: [u16; 256],
    /// U+0080–U+00BF and U+2000–U+203F: quotation marks, dashes, spaces.
    signs: [u16; 128],
    forms: [u16; (FORMS.end - FORMS.start) as usize],
}

/// A character, what it becomes, and where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub(crate) code: u32,
    /// 0 if it is dropped; [`LOOK`], [`SPELL`].
    pub(crate) to: u16,
    pub(crate) end: usize,
}

impl Slots {
    pub(crate) fn new(profile: &Profile) -> Slots {
        let of = |code: u16| char::from_u32(u32::from(code)).unwrap_or_default();
        let (mut letters, mut signs) = ([0; 256], [0; 128]);
        for (to, code) in letters.iter_mut().zip(0x600..) {
            let c = of(code);
            let splits = profile.canonical == Canonical::Decompose && decompose(c).is_some();
            let look = splits || profile.folds_finally(c) || matches!(profile.fold(c), Fold::Expand(_));
            *to = if look { LOOK } else { profile.letter(code) };
        }
        for (to, code) in signs.iter_mut().zip((0x80..0xC0).chain(0x2000..0x2040)) {
            *to = match profile.fold(of(code)) {
                Fold::Keep => code,
                Fold::Drop => 0,
                Fold::To(sign) => u16::try_from(u32::from(sign)).unwrap_or(LOOK),
                Fold::Expand(_) => LOOK,
            };
        }
        let mut forms = [0; (FORMS.end - FORMS.start) as usize];
        for (to, code) in forms.iter_mut().zip(FORMS) {
            *to = match profile.fold(of(code)) {
                Fold::Keep => code,
                Fold::Drop => 0,
                Fold::Expand(text) => spelt(profile, text),
                Fold::To(_) => LOOK,
            };
        }
        Slots { letters, signs, forms }
    }

    /// The character of U+0600–U+06FF at a byte, and what it becomes.
    #[inline]
    pub(crate) fn letter(&self, bytes: &[u8], at: usize) -> Option<(u16, u16)> {
        match bytes.get(at..)?.first_chunk() {
            Some(&[lead @ 0xD8..=0xDB, next]) => Some(self.of(lead, next)),
            _ => None,
        }
    }

    /// The same, given its two bytes, the first from D8 to DB.
    #[inline]
    pub(crate) fn of(&self, lead: u8, next: u8) -> (u16, u16) {
        let low = lead << 6 | next & 0x3F;
        (0x600 | u16::from(low), self.letters.get(usize::from(low)).copied().unwrap_or(LOOK))
    }

    /// What a character becomes that a table of letters may know.
    #[inline]
    pub(crate) fn of_char(&self, c: char) -> u16 {
        self.letters.get((c as usize).wrapping_sub(0x600)).copied().unwrap_or(LOOK)
    }

    /// Whatever character begins at a byte. Those of ASCII are left as they are.
    #[inline]
    pub(crate) fn get(&self, bytes: &[u8], at: usize) -> Option<Slot> {
        let inside = |byte: u8, shift: u32| u32::from(byte & 0x3F) << shift;
        let slot = |code: u32, to: u16, len: usize| Some(Slot { code, to, end: at + len });
        // What no profile changes stands for itself; beyond U+FFFF, where a table cannot tell which, for any such.
        let stays = |code: u32, looked: bool| if looked { LOOK } else { u16::try_from(code).unwrap_or(1) };
        match *bytes.get(at..)? {
            [ascii @ 0..0x80, ..] => slot(u32::from(ascii), u16::from(ascii), 1),
            [lead @ 0xD8..=0xDB, next, ..] => {
                let (code, to) = self.of(lead, next);
                slot(u32::from(code), to, 2)
            }
            [0xC2, next, ..] => {
                slot(u32::from(next), self.signs.get(usize::from(next & 0x3F)).copied().unwrap_or(LOOK), 2)
            }
            [lead @ 0xC3..=0xDF, next, ..] => {
                let code = inside(lead & 0x1F, 6) | inside(next, 0);
                slot(code, stays(code, (0x750..0x780).contains(&code)), 2)
            }
            [lead @ 0xE0..=0xEF, second, third, ..] => {
                let code = u32::from(lead & 0xF) << 12 | inside(second, 6) | inside(third, 0);
                let to = match code {
                    0x2000..0x2040 => self.signs.get(code as usize - 0x2000 + 64).copied().unwrap_or(LOOK),
                    0xFB40..0xFF00 => {
                        self.forms.get(code as usize - usize::from(FORMS.start)).copied().unwrap_or(LOOK)
                    }
                    0x800..0x900 | 0x180E | 0x2040..0x2070 | 0xFF10..0xFF1A | 0xFFFE | 0xFFFF => LOOK,
                    _ => stays(code, false),
                };
                slot(code, to, 3)
            }
            [lead @ 0xF0..=0xF4, second, third, fourth, ..] => {
                let code =
                    u32::from(lead & 7) << 18 | inside(second, 12) | inside(third, 6) | inside(fourth, 0);
                slot(code, stays(code, matches!(code, 0x1D7CE..0x1D800 | 0xE0000..0xE0080)), 4)
            }
            _ => None,
        }
    }
}

impl Slot {
    /// Whether it is of ASCII or of U+0600–U+06FF.
    #[inline]
    pub(crate) const fn is_common(self) -> bool {
        matches!(self.code, 0..0x80 | 0x600..0x700)
    }

    /// Whether it stays as it is.
    #[inline]
    pub(crate) const fn stays(self) -> bool {
        self.to as u32 == self.code || self.code > 0xFFFF && self.to != LOOK
    }

    /// Whether it is a sign or a letter of another script: its neighbours have no bearing on it.
    #[inline]
    pub(crate) const fn is_inert(self) -> bool {
        !matches!(self.code, 0..0xA1 | 0x600..0x700 | 0x2000..0x2010 | 0x2028..0x2030)
            && !matches!(self.to, LOOK | 0 | 0x20)
    }

    /// Whether something is seen of it that is no space, and no mark of what stands before it.
    #[inline]
    pub(crate) const fn is_visible(self) -> bool {
        match self.code {
            0..0x80 => self.code > 0x20,
            0x600..0x700 => self.to != 0 && self.to != LOOK && !is_mark(self.code as u16),
            _ => self.is_inert(),
        }
    }
}

/// What a form becomes that stands for a text.
fn spelt(profile: &Profile, text: &str) -> u16 {
    let mut folded = text.chars().filter(|&c| profile.fold(c) != Fold::Drop);
    match (folded.next(), folded.next()) {
        (Some(c), None) if class(c) == 0 && is_letter(c) => {
            let splits = profile.canonical == Canonical::Decompose && decompose(c).is_some();
            let to = profile.letter(u16::try_from(u32::from(c)).unwrap_or(0));
            if splits || !(0x600..0x700).contains(&to) { LOOK } else { to }
        }
        (Some(_), Some(_)) => {
            let stays = |c| {
                let splits = profile.canonical == Canonical::Decompose && decompose(c).is_some();
                profile.fold(c) == Fold::Keep && class(c) == 0 && !splits
            };
            if text.chars().all(stays) { SPELL } else { LOOK }
        }
        _ => LOOK,
    }
}

/// Whether a code point of U+0600–U+06FF may be a mark.
pub(crate) const fn is_mark(code: u16) -> bool {
    matches!(code, 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6ED)
}
