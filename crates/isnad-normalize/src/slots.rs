//! What a character becomes, its neighbours left aside, by one look at a table.

use crate::canonical::{class, decompose};
use crate::generated::presentation_forms::FORMS;
use crate::profile::{Canonical, Profile, WordLigatures};
use crate::rules::{Fold, form};

/// Stands for what a character becomes: more than a table is needed.
pub(crate) const LOOK: u16 = 0xFFFF;
/// Stands for what a character becomes: several letters, none of which changes any further.
pub(crate) const SPELL: u16 = 0xFFFE;

/// Presentation forms stand from here on up to U+FEFF, with few other characters among them.
const FIRST_FORM: u16 = 0xFB40;

/// What the characters become that a profile may change.
#[derive(Clone, Debug)]
pub(crate) struct Slots {
    /// U+0600–U+06FF.
    letters: [u16; 256],
    /// U+0080–U+00BF and U+2000–U+203F: quotation marks, dashes, spaces.
    signs: [u16; 128],
    expands_forms: bool,
    words: WordLigatures,
    drops_invisible: bool,
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
        Slots {
            letters,
            signs,
            expands_forms: profile.expand_forms,
            words: profile.word_ligatures,
            drops_invisible: profile.drop_zero_width,
        }
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

    /// What a presentation form becomes, or what stands among them.
    #[inline]
    fn form(&self, code: u16) -> u16 {
        match STANDS_FOR.get(usize::from(code - FIRST_FORM)).copied().unwrap_or(LOOK) {
            WORD => match self.words {
                WordLigatures::Keep => code,
                WordLigatures::Expand => self.spelt(code),
                WordLigatures::Drop => 0,
            },
            INVISIBLE if self.drops_invisible => 0,
            0 | INVISIBLE => code,
            _ if !self.expands_forms => code,
            letter @ 0x600..0x700 => match self.letters.get(usize::from(letter - 0x600)).copied() {
                Some(0) => 0,
                Some(to @ 0x600..0x700) if !is_mark(letter) => to,
                _ => LOOK,
            },
            SPELL => SPELL,
            _ => self.spelt(code),
        }
    }

    /// What a form of several letters or marks becomes: if none of them changes, it is spelt as it stands in the table.
    #[inline(never)]
    fn spelt(&self, code: u16) -> u16 {
        let stays = |c: char| c == ' ' || class(c) == 0 && u32::from(self.of_char(c)) == u32::from(c);
        match form(u32::from(code)) {
            Some((_, text)) if text.chars().all(stays) => SPELL,
            Some((_, text)) if text.chars().all(|c| self.of_char(c) == 0) => 0,
            _ => LOOK,
        }
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
                    0xFB40..0xFF00 => self.form(code as u16),
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

/// Stands for a ligature of a whole word.
const WORD: u16 = 0xFFFD;
/// Stands for a variation selector, or the byte order mark.
const INVISIBLE: u16 = 0xFFFC;

/// What the characters from [`FIRST_FORM`] on stand for: one letter, or one of the constants; 0 where nothing.
#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static STANDS_FOR: [u16; 0xFF00 - FIRST_FORM as usize] = {
    let mut table = [0; 0xFF00 - FIRST_FORM as usize];
    let mut n = 0;
    while n < FORMS.len() {
        let (form, is_word, text) = FORMS[n];
        n += 1;
        if form >= FIRST_FORM {
            table[(form - FIRST_FORM) as usize] = match text.as_bytes() {
                _ if is_word => WORD,
                &[lead @ 0xD8..=0xDB, next] => 0x600 | (lead << 6 | next & 0x3F) as u16,
                letters if no_profile_changes(letters) => SPELL,
                _ => LOOK,
            };
        }
    }
    let mut selector = 0xFE00;
    while selector < 0xFE10 {
        table[selector - FIRST_FORM as usize] = INVISIBLE;
        selector += 1;
    }
    table[0xFEFF - FIRST_FORM as usize] = INVISIBLE;
    table
};

/// Whether a text is of letters of which every profile keeps each: ب but not ة. Others are looked at closely.
#[allow(clippy::indexing_slicing)]
const fn no_profile_changes(text: &[u8]) -> bool {
    let mut at = 0;
    while at + 1 < text.len() {
        match (text[at], text[at + 1]) {
            (0xD8, 0xA7 | 0xA8 | 0xAA..=0xBA) | (0xD9, 0x81..=0x88 | 0x8A) => at += 2, // ا ب ت–غ ف–و ي
            _ => return false,
        }
    }
    at == text.len()
}

/// Whether a code point of U+0600–U+06FF may be a mark.
pub(crate) const fn is_mark(code: u16) -> bool {
    matches!(code, 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6ED)
}
