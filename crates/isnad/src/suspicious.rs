//! What in a text may deceive the eye: what a reader sees, and what was read, need not be the same there.
//!
//! | In the text | Kind |
//! |---|---|
//! | `\u{202e}12` a control that turns the order about, so that 12 is seen as 21; a mark of direction beside a digit | [`BidiControl`](Deception::BidiControl) |
//! | `بغ\u{200b}داد` a character without width inside a word or number | [`Invisible`](Deception::Invisible) |
//! | `bаnk` a Cyrillic а among Latin letters | [`MixedScripts`](Deception::MixedScripts) |
//! | `العراڨ` a letter of another language in Arabic script that looks like an Arabic one | [`LookAlike`](Deception::LookAlike) |
//!
//! Values are read as though the controls and characters without width were not there; this list says where they are.

use std::sync::LazyLock;

use isnad_normalize::{Normalizer, Profile, is_bidi_control, is_invisible};
use isnad_text::Span;

/// A stretch of text that may deceive the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Suspicious {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Deception,
}

isnad_text::names! {
    /// How a text may deceive the eye.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Deception {
        /// A control that turns the order of characters about.
        BidiControl = "bidi_control",
        /// A character that cannot be seen, inside a word or number.
        Invisible = "invisible",
        /// A word of letters from two scripts.
        MixedScripts = "mixed_scripts",
        /// A word with letters that look like Arabic ones and are others.
        LookAlike = "look_alike",
    }
}

/// All such stretches, sorted by position. A run of controls is one.
///
/// Nothing deceives across a space, so that the text is looked at in pieces between spaces, and only those with a
/// character that is neither an Arabic letter nor a sign of ASCII are looked at at all.
pub(crate) fn find(source: &str) -> Vec<Suspicious> {
    let mut found: Vec<Suspicious> = Vec::new();
    let is_space = |b: &u8| matches!(b, b' ' | b'\n');
    let bytes = source.as_bytes();
    let mut done = 0;
    while let Some(odd) = bytes.get(done..).and_then(next_odd).map(|ahead| done + ahead) {
        let before = bytes.get(done..odd).and_then(|before| before.iter().rposition(is_space));
        let after = bytes.get(odd..).and_then(|after| after.iter().position(is_space));
        let start = before.map_or(done, |space| done + space + 1);
        let end = after.map_or(source.len(), |space| odd + space);
        let piece = source.get(start..end).unwrap_or_default();
        if !is_plain(piece) {
            look_at(piece, start, &mut found);
        }
        done = end;
    }
    found.sort_by_key(|s| (s.span.start, s.span.end, s.kind));
    found
}

/// The first byte that no Arabic letter (U+0600–U+067F) and no sign of ASCII has. That of U+061C, a control, is taken for
/// odd too.
fn next_odd(bytes: &[u8]) -> Option<usize> {
    let odd = |b: u8| !(b < 0x41 || (0x80..0xC0).contains(&b) && b != 0x9C || b == 0xD8 || b == 0xD9);
    // Whole blocks first, which the compiler makes vectors of.
    let blocks = bytes.chunks(64);
    let clean = blocks.take_while(|block| !block.iter().fold(false, |any, &b| any | odd(b))).count() * 64;
    let rest = bytes.get(clean..)?;
    rest.iter().position(|&b| odd(b)).map(|at| clean + at)
}

/// Whether all of a piece is Arabic, or all is ASCII, with common punctuation.
fn is_plain(piece: &str) -> bool {
    let (mut arabic, mut latin) = (false, false);
    let known = piece.chars().all(|c| match c {
        'a'..='z' | 'A'..='Z' => {
            latin = true;
            true
        }
        '\u{600}'..='\u{61b}' | '\u{61d}'..='\u{67f}' => {
            arabic = true;
            true
        }
        _ => c.is_ascii() || matches!(c, '«' | '»' | '\u{2010}'..='\u{2026}'),
    });
    known && !(arabic && latin)
}

/// Adds what deceives in a piece that begins at `at`.
fn look_at(piece: &str, at: usize, found: &mut Vec<Suspicious>) {
    static NORMALIZER: LazyLock<Normalizer> = LazyLock::new(|| Normalizer::new(Profile::DISPLAY));
    let report = NORMALIZER.report(piece);
    let words = report.mixed_scripts.iter().map(|range| (range, Deception::MixedScripts));
    for (range, kind) in words.chain(report.look_alikes.iter().map(|range| (range, Deception::LookAlike))) {
        found.push(Suspicious { span: Span::new(at + range.start, at + range.end), kind });
    }
    let mut before = None;
    let mut chars = piece.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if let Some(kind) = kind(c) {
            let mut end = start + c.len_utf8();
            while let Some((at, next)) = chars.next_if(|&(_, next)| self::kind(next) == Some(kind)) {
                end = at + next.len_utf8();
            }
            let after = chars.peek().map(|&(_, c)| c);
            if deceives(c, before, after) {
                found.push(Suspicious { span: Span::new(at + start, at + end), kind });
            }
            continue;
        }
        before = Some(c);
    }
}

const fn kind(c: char) -> Option<Deception> {
    match c {
        // They choose the look of the sign before them.
        '\u{fe00}'..='\u{fe0f}' => None,
        _ if is_bidi_control(c) => Some(Deception::BidiControl),
        _ if is_invisible(c) => Some(Deception::Invisible),
        _ => None,
    }
}

/// Overrides and isolates deceive wherever they stand; marks of direction (common beside punctuation) where a number
/// begins or goes on; joiners (Persian spelling) inside numbers; the rest between two characters of a word or number.
fn deceives(c: char, before: Option<char>, after: Option<char>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    match c {
        '\u{61c}' | '\u{200e}' | '\u{200f}' => {
            is_word(before) && is_word(after) || is_digit(before) || is_digit(after)
        }
        '\u{200c}' | '\u{200d}' => is_digit(before) && is_digit(after),
        '\u{e0000}'..='\u{e007f}' => true,
        _ if is_bidi_control(c) => true,
        _ => is_word(before) && is_word(after),
    }
}
