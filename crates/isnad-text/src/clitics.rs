//! Proclitics: و ف ب ل ك س written onto the word that follows, and the article ال.
//!
//! `وبالعراق` is و (and) + ب (in) + العراق (Iraq). Which readings a word may have is decided here and nowhere
//! else; layers get the keys of the readings and look them up.

use crate::class::{STAYS, in_word};
use crate::generated::unprefixed::UNPREFIXED;
use crate::{Key, Lexicon};

/// A set of proclitics read off the front of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Proclitics(pub(crate) u8);

impl Proclitics {
    /// None.
    pub const NONE: Proclitics = Proclitics(0);
    /// و "and".
    pub const WAW: Proclitics = Proclitics(1);
    /// ف "so, then".
    pub const FA: Proclitics = Proclitics(2);
    /// ب "in, by, with".
    pub const BA: Proclitics = Proclitics(4);
    /// ل "to, for".
    pub const LAM: Proclitics = Proclitics(8);
    /// ك "as".
    pub const KAF: Proclitics = Proclitics(16);
    /// س, the future.
    pub const SIN: Proclitics = Proclitics(32);
    /// The article ال. It is looked through, but it belongs to the span.
    pub const ARTICLE: Proclitics = Proclitics(64);

    /// Whether all of `other` are in this set.
    ///
    /// ```
    /// use isnad_text::Proclitics;
    /// assert!(Proclitics::WAW.with(Proclitics::BA).has(Proclitics::BA));
    /// ```
    #[must_use]
    pub const fn has(self, other: Proclitics) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the set is empty.
    ///
    /// ```
    /// assert!(isnad_text::Proclitics::NONE.is_none());
    /// ```
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// This set and `other`.
    ///
    /// ```
    /// use isnad_text::Proclitics;
    /// assert!(!Proclitics::NONE.with(Proclitics::LAM).is_none());
    /// ```
    #[must_use]
    pub const fn with(self, other: Proclitics) -> Proclitics {
        Proclitics(self.0 | other.0)
    }

    /// How many proclitics were read off, the article among them.
    ///
    /// ```
    /// use isnad_text::Proclitics;
    /// assert_eq!(Proclitics::WAW.with(Proclitics::ARTICLE).count(), 2);
    /// ```
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }
}

/// One way to read a word: what stands in front, and the key of what is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Key of the folded rest.
    pub key: Key,
    /// What was read off the front.
    pub proclitics: Proclitics,
    /// Bytes of the original word that the proclitics take up: a span starts after them. The article stays in.
    pub skip: u8,
    /// Bytes of the folded word in front of the rest (the article included).
    pub(crate) folded_skip: u8,
    /// What the folded rest has in front of it that is not written: the alef that لل swallows.
    pub(crate) restored: Restored,
}

/// Letters that a proclitic swallowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Restored {
    Nothing,
    Alef,
    Article,
}

impl Restored {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Restored::Nothing => "",
            Restored::Alef => "ا",
            Restored::Article => "ال",
        }
    }
}

/// Appends the readings of a word besides the word as it stands, those with fewest proclitics first.
///
/// - `surface`: the original word; `folded`: its folded form; `key`: that form's key.
pub(crate) fn read(surface: &str, folded: &str, key: Key, out: &mut Vec<Reading>) {
    // Every proclitic and the alef of the article is one folded letter of two bytes.
    let first = folded.chars().next();
    if !matches!(first, Some('و' | 'ف' | 'ب' | 'ل' | 'ك' | 'س' | 'ا')) {
        return;
    }
    let from = out.len();
    if let Some(bare) = folded.strip_prefix("ال") {
        push(out, bare, 3, Proclitics::ARTICLE, 0, 4, Restored::Nothing);
    }
    if first == Some('ا') || Lexicon::built_in(&UNPREFIXED).has_word(key) {
        return;
    }
    let conjunction = match first {
        Some('و') => Proclitics::WAW,
        Some('ف') => Proclitics::FA,
        _ => Proclitics::NONE,
    };
    if !conjunction.is_none() {
        let rest = folded.get(2..).unwrap_or_default();
        let skip = skip(surface, 1);
        push(out, rest, 2, conjunction, skip, 2, Restored::Nothing);
        if let Some(bare) = rest.strip_prefix("ال") {
            push(out, bare, 3, conjunction.with(Proclitics::ARTICLE), skip, 6, Restored::Nothing);
        } else if !Lexicon::built_in(&UNPREFIXED).has_word(Key::of_folded(rest)) {
            preposition(out, surface, rest, conjunction, 1);
        }
    }
    preposition(out, surface, folded, Proclitics::NONE, 0);
    if let Some(new) = out.get_mut(from..)
        && new.len() > 1
    {
        new.sort_by_key(|r| r.proclitics.count());
    }
}

/// ب ل ك س at the front of `word`, before which `letters` letters were read off already.
fn preposition(out: &mut Vec<Reading>, surface: &str, word: &str, before: Proclitics, letters: usize) {
    let set = match word.chars().next() {
        Some('ب') => Proclitics::BA,
        Some('ل') => Proclitics::LAM,
        Some('ك') => Proclitics::KAF,
        Some('س') => Proclitics::SIN,
        _ => return,
    };
    let with = before.with(set);
    let rest = word.get(2..).unwrap_or_default();
    let skip = skip(surface, letters + 1);
    let folded_skip = 2 * (letters as u8 + 1);
    if set == Proclitics::SIN {
        // The future س stands before an imperfect verb only.
        if rest.starts_with(['ي', 'ت', 'ن', 'ا']) {
            push(out, rest, 4, with, skip, folded_skip, Restored::Nothing);
        }
        return;
    }
    if set == Proclitics::LAM
        && let Some(bare) = rest.strip_prefix('ل')
    {
        // للتحالف = ل + التحالف: the alef of the article is not written. للجنة may also be ل + اللجنة.
        push(out, rest, 3, with, skip, folded_skip, Restored::Alef);
        push(out, rest, 3, with, skip, folded_skip, Restored::Article);
        push(out, bare, 3, with.with(Proclitics::ARTICLE), skip, folded_skip + 2, Restored::Nothing);
        push(out, rest, 3, with.with(Proclitics::ARTICLE), skip, folded_skip, Restored::Nothing);
        // للبنان = ل + لبنان: a word that begins with ل of its own.
        push(out, rest, 3, with, skip, folded_skip, Restored::Nothing);
        return;
    }
    push(out, rest, 3, with, skip, folded_skip, Restored::Nothing);
    if let Some(bare) = rest.strip_prefix("ال") {
        push(out, bare, 3, with.with(Proclitics::ARTICLE), skip, folded_skip + 4, Restored::Nothing);
    }
}

/// Adds a reading if at least `letters` letters are left.
fn push(
    out: &mut Vec<Reading>,
    rest: &str,
    letters: usize,
    proclitics: Proclitics,
    skip: u8,
    folded_skip: u8,
    restored: Restored,
) {
    if rest.len() < 2 * letters {
        return;
    }
    let key = if restored == Restored::Nothing {
        Key::of_folded(rest)
    } else {
        let restored = restored.as_str();
        let mut whole = [0; 48];
        let len = restored.len() + rest.len();
        let Some(buffer) = whole.get_mut(..len) else { return };
        for (to, from) in buffer.iter_mut().zip(restored.bytes().chain(rest.bytes())) {
            *to = from;
        }
        let Ok(whole) = core::str::from_utf8(buffer) else { return };
        Key::of_folded(whole)
    };
    out.push(Reading { key, proclitics, skip, folded_skip, restored });
}

/// Bytes that the first `letters` letters of a word take up, with their marks.
fn skip(surface: &str, letters: usize) -> u8 {
    let pairs = surface.as_bytes().chunks_exact(2).take(letters + 1);
    if pairs.clone().all(|pair| matches!(pair, &[lead @ 0xD8..=0xD9, next] if in_word(lead, next) == STAYS)) {
        return 2 * letters as u8;
    }
    let mut seen = 0;
    for (i, c) in surface.char_indices() {
        if !crate::is_ignorable(c) {
            if seen == letters {
                return u8::try_from(i).unwrap_or(0);
            }
            seen += 1;
        }
    }
    0
}
