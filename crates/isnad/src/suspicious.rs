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

use isnad_normalize::{Normalizer, Profile};
use isnad_text::Span;

/// A stretch of text that may deceive the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Suspicious {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Deception,
}

/// How a text may deceive the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Deception {
    /// A control that turns the order of characters about.
    BidiControl,
    /// A character that cannot be seen, inside a word or number.
    Invisible,
    /// A word of letters from two scripts.
    MixedScripts,
    /// A word with letters that look like Arabic ones and are others.
    LookAlike,
}

/// All such stretches, sorted by position. A run of controls is one.
pub(crate) fn find(source: &str) -> Vec<Suspicious> {
    let report = Normalizer::new(Profile::DISPLAY).report(source);
    let mut found: Vec<Suspicious> = Vec::new();
    let words = report.mixed_scripts.iter().map(|range| (range, Deception::MixedScripts));
    for (range, kind) in words.chain(report.look_alikes.iter().map(|range| (range, Deception::LookAlike))) {
        found.push(Suspicious { span: Span::new(range.start, range.end), kind });
    }
    let mut before = None;
    let mut chars = source.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if let Some(kind) = kind(c) {
            let mut end = start + c.len_utf8();
            while let Some((at, next)) = chars.next_if(|&(_, next)| self::kind(next) == Some(kind)) {
                end = at + next.len_utf8();
            }
            let after = chars.peek().map(|&(_, c)| c);
            if deceives(c, before, after) {
                found.push(Suspicious { span: Span::new(start, end), kind });
            }
            continue;
        }
        before = Some(c);
    }
    found.sort_by_key(|s| (s.span.start, s.span.end, s.kind));
    found
}

const fn kind(c: char) -> Option<Deception> {
    match c {
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some(Deception::BidiControl)
        }
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
            Some(Deception::Invisible)
        }
        '\u{e0000}'..='\u{e007f}' => Some(Deception::Invisible),
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
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => is_word(before) && is_word(after),
    }
}
