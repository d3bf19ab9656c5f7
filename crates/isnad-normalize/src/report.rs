//! What a profile changes in a text, and what in the text is suspicious.

use core::ops::Range;

use alloc::vec::Vec;

use crate::canonical::class;
use crate::context::is_letter;
use crate::fold::{is_bidi_control, is_invisible};
use crate::normalizer::{Normalizer, Sink};

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Change {
    /// Tatweel was dropped.
    Tatweel,
    /// A vowel or other mark was dropped or changed.
    Mark,
    /// Marks were put in order, or composed with their letter.
    MarkOrder,
    /// A form of alef became a plain one.
    Alef,
    /// Hamza lost its seat, or the seat its hamza.
    Hamza,
    /// Alef maqsura and ya.
    AlefMaqsura,
    /// Ta marbuta became ha.
    TaMarbuta,
    /// A letter of another alphabet in Arabic script became the Arabic one.
    LookAlike,
    /// A presentation form or ligature was spelled out.
    Form,
    /// A digit was written in other digits.
    Digit,
    /// Punctuation, quotation marks, dashes and separators.
    Punctuation,
    /// A bidi control was dropped.
    BidiControl,
    /// Another invisible character was dropped.
    Invisible,
    /// White space.
    Space,
    /// A capital became small.
    Case,
    /// A letter written three times or more.
    Elongation,
}

/// What a normalizer changes in a text and how often, and what in the text is suspicious.
///
/// ```
/// use isnad_normalize::{Change, Normalizer, Profile};
/// let report = Normalizer::new(Profile::SEARCH).report("العـــراق \u{202e}أمس"); // "Iraq yesterday", turned about
/// assert_eq!(report.count(Change::Tatweel), 3);
/// assert_eq!(report.count(Change::Alef), 1);
/// assert_eq!(report.bidi_controls, 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// Kinds of change and how often each was made, in the order of the kinds.
    pub changes: Vec<(Change, usize)>,
    /// Bidi controls in the text, whether or not the profile drops them.
    pub bidi_controls: usize,
    /// Words that mix scripts, as ranges of bytes: `pаypal` with a Cyrillic а.
    pub mixed_scripts: Vec<Range<usize>>,
    /// Words of Arabic spelled with letters of Persian or Urdu that look the same, as ranges of bytes.
    pub look_alikes: Vec<Range<usize>>,
}

impl Report {
    /// How often a kind of change was made.
    ///
    /// ```
    /// use isnad_normalize::{Change, Normalizer, Profile};
    /// assert_eq!(Normalizer::new(Profile::MODEL).report("١٢").count(Change::Digit), 2);
    /// ```
    #[must_use]
    pub fn count(&self, change: Change) -> usize {
        self.changes.iter().find(|(kind, _)| *kind == change).map_or(0, |&(_, count)| count)
    }

    /// Whether the text may deceive the eye: bidi controls, mixed scripts, look-alike letters.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let normalizer = Normalizer::new(Profile::DISPLAY);
    /// assert!(normalizer.report("bаnk").is_suspicious()); // with a Cyrillic а
    /// assert!(!normalizer.report("بنك").is_suspicious());
    /// ```
    #[must_use]
    pub fn is_suspicious(&self) -> bool {
        self.bidi_controls > 0 || !self.mixed_scripts.is_empty() || !self.look_alikes.is_empty()
    }

    fn add(&mut self, change: Change, times: usize) {
        match self.changes.binary_search_by_key(&change, |&(kind, _)| kind) {
            Ok(at) => {
                if let Some((_, count)) = self.changes.get_mut(at) {
                    *count += times;
                }
            }
            Err(at) => self.changes.insert(at, (change, times)),
        }
    }
}

impl Sink for Report {
    fn copy(&mut self, _: &str) {}

    fn replace(&mut self, source: &str, from: Range<usize>, mut to: impl Iterator<Item = char> + Clone) {
        let from = source.get(from).unwrap_or_default();
        let Some(first) = from.chars().next() else { return };
        let mut letters = from.chars().filter(|&c| is_letter(c));
        let letter = letters.next();
        if to.clone().next().is_none() {
            // Each of what is dropped in one piece counts.
            from.chars().for_each(|c| self.add(kind(c), 1));
        } else if from.chars().count() == 1 {
            self.add(kind(first), 1);
        } else if letter.is_some() && letters.count() >= 2 && to.all(is_letter) {
            self.add(Change::Elongation, 1);
        } else if from.chars().any(|c| class(c) != 0) {
            self.add(Change::MarkOrder, 1);
        } else {
            self.add(kind(first), 1);
        }
    }
}

/// The kind of change that a single character undergoes.
fn kind(c: char) -> Change {
    match c as u32 {
        0x640 => Change::Tatweel,
        _ if is_bidi_control(c) => Change::BidiControl,
        _ if class(c) != 0 => Change::Mark,
        0x622 | 0x623 | 0x625 | 0x671 => Change::Alef,
        0x621 | 0x624 | 0x626 => Change::Hamza,
        0x649 | 0x64A => Change::AlefMaqsura,
        0x629 => Change::TaMarbuta,
        0x672..=0x6D3 | 0x6D5 => Change::LookAlike,
        0xFB50..=0xFDFF | 0xFE70..=0xFEFC => Change::Form,
        0x41..0x5B => Change::Case,
        _ if c.is_numeric() => Change::Digit,
        _ if c.is_whitespace() => Change::Space,
        _ if is_invisible(c) => Change::Invisible,
        _ => Change::Punctuation,
    }
}

impl Normalizer {
    /// What this normalizer changes in a text and how often, and what in the text is suspicious.
    /// For a text that was decoded wrongly ask [`find_garbled`](crate::find_garbled).
    ///
    /// ```
    /// use isnad_normalize::{Change, Normalizer, Profile};
    /// let report = Normalizer::new(Profile::MODEL).report("رااائع");
    /// assert_eq!(report.changes, [(Change::Elongation, 1)]);
    /// ```
    #[must_use]
    pub fn report(&self, text: &str) -> Report {
        let mut report = Report::default();
        self.run(text, 0, &mut report);
        report.bidi_controls = text.chars().filter(|&c| kind(c) == Change::BidiControl).count();
        let mut word: Option<(usize, Scripts)> = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            if c.is_alphabetic() || class(c) != 0 || c == 'ـ' {
                word.get_or_insert((at, Scripts::default())).1.see(c);
            } else if let Some((start, scripts)) = word.take() {
                if scripts.are_mixed() {
                    report.mixed_scripts.push(start..at);
                }
                if scripts.look_alike && scripts.only_arabic {
                    report.look_alikes.push(start..at);
                }
            }
        }
        report
    }
}

/// The scripts of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Scripts {
    arabic: bool,
    latin: bool,
    cyrillic: bool,
    greek: bool,
    /// Letters that Persian and Urdu write in place of Arabic ones.
    look_alike: bool,
    /// Letters that only Arabic writes so.
    only_arabic: bool,
}

impl Scripts {
    fn see(&mut self, c: char) {
        match c as u32 {
            0x41..0x250 => self.latin = true,
            0x370..0x400 => self.greek = true,
            0x400..0x530 => self.cyrillic = true,
            _ => self.arabic |= is_letter(c),
        }
        self.look_alike |= matches!(c, 'ی' | 'ک' | 'ہ' | 'ھ' | 'ە' | 'ے');
        self.only_arabic |= matches!(c, 'ي' | 'ك' | 'ة' | 'ى' | 'أ' | 'إ' | 'ه');
    }

    const fn are_mixed(self) -> bool {
        self.arabic as u8 + self.latin as u8 + self.cyrillic as u8 + self.greek as u8 > 1
    }
}
