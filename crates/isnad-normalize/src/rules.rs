//! What each character becomes under a profile, its neighbours left aside.

use crate::fold::{folds_to_several, is_bidi_control, is_invisible};
use crate::generated::presentation_forms::FORMS;
use crate::profile::{AlefMaqsura, Digits, Hamza, Profile, SuperscriptAlef, WordLigatures, Zwnj};

/// What a character becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fold {
    Keep,
    Drop,
    To(char),
    /// Several characters, each to be folded in its turn.
    Expand(&'static str),
}

/// Characters outside U+0600–U+06FF and ASCII that any profile changes; only these are asked about when a scanner is made.
pub(crate) const OTHERS: [(u32, u32); 10] = [
    (0xA0, 0xBB),
    (0x8D3, 0x8FF),
    (0x180E, 0x180E),
    (0x2000, 0x206F),
    (0xFB50, 0xFDFF),
    (0xFE00, 0xFE0F),
    (0xFE70, 0xFEFF),
    (0xFF10, 0xFF19),
    (0x1D7CE, 0x1D7FF),
    (0xE0000, 0xE007F),
];

impl Profile {
    /// What a code point of U+0600–U+06FF becomes: itself, another, or 0 for what is dropped.
    pub(crate) const fn letter(&self, code: u16) -> u16 {
        let dropped = match code {
            0x0610..=0x061A | 0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7 | 0x06E8 | 0x06EA..=0x06ED => {
                self.drop_quranic_marks
            }
            0x064B..=0x064D => self.drop_tanwin,
            0x064E..=0x0650 => self.drop_vowels,
            0x0651 => self.drop_shadda,
            0x0652 => self.drop_sukun,
            0x0653..=0x065F => self.drop_rare_marks,
            0x0670 => matches!(self.superscript_alef, SuperscriptAlef::Drop),
            0x0640 => self.drop_tatweel,
            0x061C => self.drop_bidi,
            0x0621 => matches!(self.hamza, Hamza::Drop),
            _ => false,
        };
        if dropped {
            return 0;
        }
        let seat = matches!(self.hamza, Hamza::Seat | Hamza::Drop);
        let bare = matches!(self.hamza, Hamza::Bare);
        match code {
            0x0622 | 0x0623 | 0x0625 | 0x0671 if self.fold_alef => 0x0627, // آ أ إ ٱ -> ا
            0x0672 | 0x0673 if self.fold_look_alikes => 0x0627,
            0x0624 if seat => 0x0648,          // ؤ -> و
            0x0626 if seat => 0x064A,          // ئ -> ي
            0x0624 | 0x0626 if bare => 0x0621, // -> ء
            0x0649 if matches!(self.alef_maqsura, AlefMaqsura::All) => 0x064A, // ى -> ي
            0x0629 if self.fold_ta_marbuta => 0x0647, // ة -> ه
            0x06C3 if self.fold_look_alikes && !self.fold_ta_marbuta => 0x0629, // Urdu ۃ is a ta marbuta
            // Persian ی, Uyghur ې, Urdu ے ۓ -> ي
            0x06CC | 0x06D0 | 0x06D2 | 0x06D3 if self.fold_look_alikes => 0x064A,
            // ھ ہ ۀ ۂ ۃ ە -> ه
            0x06BE | 0x06C0..=0x06C3 | 0x06D5 if self.fold_look_alikes => 0x0647,
            0x06A9 | 0x06AA if self.fold_look_alikes => 0x0643, // ک ڪ -> ك
            0x0670 if matches!(self.superscript_alef, SuperscriptAlef::ToAlef) => 0x0627,
            0x0660..=0x0669 => self.digit(code - 0x0660, code),
            0x06F0..=0x06F9 => self.digit(code - 0x06F0, code),
            0x066A if self.fold_number_marks => 0x25,
            0x066B if self.fold_number_marks => 0x2E,
            0x066C if self.fold_number_marks => 0x2C,
            0x060C if self.fold_punctuation => 0x2C,
            0x061B if self.fold_punctuation => 0x3B,
            0x061F if self.fold_punctuation => 0x3F,
            0x06D4 if self.fold_punctuation => 0x2E,
            _ => code,
        }
    }

    const fn digit(&self, value: u16, written: u16) -> u16 {
        match self.digits {
            Digits::Keep => written,
            Digits::Ascii => 0x30 + value,
            Digits::Arabic => 0x0660 + value,
            Digits::Persian => 0x06F0 + value,
        }
    }

    fn digit_of(&self, value: u32) -> Fold {
        match self.digit(value as u16, 0) {
            0 => Fold::Keep,
            digit => char::from_u32(u32::from(digit)).map_or(Fold::Keep, Fold::To),
        }
    }

    /// What any character becomes.
    #[inline]
    pub(crate) fn fold(&self, c: char) -> Fold {
        match c as u32 {
            code @ 0x600..0x700 => match self.letter(code as u16) {
                0 => Fold::Drop,
                to if u32::from(to) == code => match form(code).filter(|_| self.expand_forms) {
                    Some((_, text)) => Fold::Expand(text),
                    None => Fold::Keep,
                },
                to => char::from_u32(u32::from(to)).map_or(Fold::Keep, Fold::To),
            },
            code @ 0x30..0x3A => match self.digit(code as u16 - 0x30, code as u16) {
                to if u32::from(to) == code => Fold::Keep,
                to => char::from_u32(u32::from(to)).map_or(Fold::Keep, Fold::To),
            },
            0x41..0x5B if self.lowercase => Fold::To(c.to_ascii_lowercase()),
            0..0x80 => Fold::Keep,
            code => match self.fold_other(code) {
                Fold::Expand(text) if text.chars().all(|c| self.fold(c) == Fold::Drop) => Fold::Drop,
                fold => fold,
            },
        }
    }

    fn fold_other(&self, code: u32) -> Fold {
        let drop_if = |dropped: bool| if dropped { Fold::Drop } else { Fold::Keep };
        let to_if = |folds: bool, to: char| if folds { Fold::To(to) } else { Fold::Keep };
        match code {
            0xA0 | 0x2007 | 0x202F => to_if(self.fold_no_break_spaces, ' '),
            0x200C => match self.zwnj {
                Zwnj::Keep => Fold::Keep,
                Zwnj::Drop => Fold::Drop,
                Zwnj::Space => Fold::To(' '),
            },
            0x08D3..=0x08E1 | 0x08E3..=0x08FF => drop_if(self.drop_quranic_marks),
            0xAB | 0xBB | 0x201C..=0x201F => to_if(self.fold_quotes, '"'),
            0x2018..=0x201B => to_if(self.fold_quotes, '\''),
            // Digits of full width, and of mathematical alphabets.
            0xFF10..=0xFF19 => self.digit_of(code - 0xFF10),
            0x1D7CE..=0x1D7FF => self.digit_of((code - 0x1D7CE) % 10),
            0x2010..=0x2015 => to_if(self.fold_dashes, '-'),
            0xFB50..=0xFDFF | 0xFE70..=0xFEFC => match form(code) {
                Some((true, text)) => match self.word_ligatures {
                    WordLigatures::Keep => Fold::Keep,
                    WordLigatures::Expand => Fold::Expand(text),
                    WordLigatures::Drop => Fold::Drop,
                },
                Some((false, text)) if self.expand_forms => Fold::Expand(text),
                _ => Fold::Keep,
            },
            _ => match char::from_u32(code) {
                Some(c) if is_bidi_control(c) => drop_if(self.drop_bidi),
                Some(c) if is_invisible(c) => drop_if(self.drop_zero_width),
                _ => Fold::Keep,
            },
        }
    }
}

/// What a presentation form or ligature stands for, and whether that is a whole word.
pub(crate) fn form(code: u32) -> Option<(bool, &'static str)> {
    if (0x600..0xFB50).contains(&code) && !folds_to_several(code) {
        return None;
    }
    let at = FORMS.binary_search_by_key(&code, |&(form, ..)| u32::from(form)).ok()?;
    FORMS.get(at).map(|&(_, word, text)| (word, text))
}
