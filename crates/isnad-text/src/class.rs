//! What a character can do in a token.

use isnad_normalize::{fold_arabic, folds_to_several, is_bidi_control, is_invisible};

/// What a character can do in a token.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// A letter of the Arabic script.
    Arabic,
    /// A letter of any other script.
    Letter,
    /// A combining mark or tatweel: continues a word.
    Mark,
    /// Zero-width and bidi controls: belong to a word only between its letters.
    Format,
    Digit,
    Newline,
    Space,
    Quote,
    Punctuation,
    Symbol,
}

/// The class of a character.
#[inline]
pub(crate) fn class(c: char) -> Class {
    match c as u32 {
        code @ 0..0x80 => ASCII.get(code as usize).copied().unwrap_or(Class::Symbol),
        code @ 0x600..0x700 => ARABIC.get(code as usize - 0x600).copied().unwrap_or(Class::Arabic),
        _ => other(c),
    }
}

/// What a character of U+0600–U+06FF, given by its two bytes, does in a word: whether it has a part in one.
#[inline]
pub(crate) fn in_word(lead: u8, next: u8) -> u8 {
    WORD.get(usize::from(lead << 6 | next & 0x3F)).copied().unwrap_or(0)
}

pub(crate) const STAYS: u8 = 1;
pub(crate) const CHANGES: u8 = 2;

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static WORD: [u8; 256] = {
    let mut table = [0; 256];
    let mut i = 0;
    while i < 256 {
        let code = 0x600 + i as u16;
        if matches!(block(code as u32), Class::Arabic | Class::Mark) {
            table[i] =
                if fold_arabic(code) == code && !folds_to_several(code as u32) { STAYS } else { CHANGES };
        }
        i += 1;
    }
    table
};

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static ARABIC: [Class; 256] = {
    let mut table = [Class::Arabic; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = block(0x600 + i as u32);
        i += 1;
    }
    table
};

#[allow(clippy::indexing_slicing)] // as above
static ASCII: [Class; 128] = {
    let mut table = [Class::Symbol; 128];
    let mut i = 0;
    while i < 128 {
        table[i] = ascii(i as u8);
        i += 1;
    }
    table
};

const fn block(code: u32) -> Class {
    match code {
        0x0600..=0x0605 | 0x061C | 0x06DD => Class::Format,
        0x0606..=0x060B | 0x060E | 0x060F | 0x066A | 0x06DE | 0x06E9 | 0x06FD | 0x06FE => Class::Symbol,
        0x060C | 0x060D | 0x061B | 0x061D..=0x061F | 0x066B..=0x066D | 0x06D4 => Class::Punctuation,
        0x0610..=0x061A | 0x0640 | 0x064B..=0x065F | 0x0670 => Class::Mark,
        0x06D6..=0x06DC | 0x06DF..=0x06E4 | 0x06E7 | 0x06E8 | 0x06EA..=0x06ED => Class::Mark,
        0x0660..=0x0669 | 0x06F0..=0x06F9 => Class::Digit,
        _ => Class::Arabic,
    }
}

const fn ascii(byte: u8) -> Class {
    match byte {
        b'0'..=b'9' => Class::Digit,
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'\n' => Class::Newline,
        b' ' | b'\t' | b'\r' => Class::Space,
        b'"' => Class::Quote,
        b'$' | b'%' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~' => Class::Symbol,
        0..0x20 | 0x7F => Class::Format,
        _ => Class::Punctuation,
    }
}

fn other(c: char) -> Class {
    match c {
        '\u{08D3}'..='\u{08FF}' | '\u{0300}'..='\u{036F}' => Class::Mark,
        '½' | '¼' | '¾' | '⅓' | '⅔' => Class::Digit,
        '\u{2028}' | '\u{2029}' | '\u{85}' => Class::Newline,
        '\u{A0}' | '\u{202F}' => Class::Space,
        '«' | '»' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‹' | '›' => Class::Quote,
        // The tags of emoji among them, which nothing shows: "1\u{e0030}4" is seen as 14.
        _ if is_invisible(c) || is_bidi_control(c) => Class::Format,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}' | '\u{3002}' => Class::Punctuation,
        '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}' => Class::Arabic,
        '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => Class::Arabic,
        c if c.is_alphabetic() => Class::Letter,
        c if c.is_numeric() => Class::Digit,
        c if c.is_whitespace() => Class::Space,
        c if c.is_control() => Class::Format,
        _ => Class::Symbol,
    }
}
