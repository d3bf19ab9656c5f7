//! Dual nouns that count two of something new: جنديان "two soldiers", سيارتين, صحيفتا.
//!
//! The endings are ان in the nominative and ين elsewhere; before a noun that owns it the dual drops its ن. Which
//! nouns are read so is data: of a noun whose plural ends in ين as well (مسلحين "gunmen") only ان tells two.
//! A dual with the article (البلدين "the two countries") is of what is known already, and is none.

use isnad_text::{Key, Proclitics, Span, Text};

use crate::vocabulary::Lookup;

/// Bytes of the shortest dual: five letters.
pub(crate) const SHORTEST: usize = 10;

/// A dual noun at a token: its span without proclitics.
pub(crate) fn dual(text: &Text<'_>, vocabulary: &Lookup<'_, '_>, at: usize) -> Option<Span> {
    let word = text.folded(at);
    let ending = Ending::of(word)?;
    let stem = word.get(..word.len() - ending.len())?;
    let skip = if vocabulary.is_dual_stem(Key::of_folded(stem), ending.is_oblique()) {
        0
    } else {
        let reading = text.readings(at).iter().find(|reading| {
            let letters = reading.proclitics.count() as usize;
            !reading.proclitics.has(Proclitics::ARTICLE)
                && !reading.proclitics.has(Proclitics::FA) // فاسدين "corrupt"
                && stem.get(2 * letters..).is_some_and(|stem| vocabulary.is_dual_stem(Key::of_folded(stem), ending.is_oblique()))
        })?;
        usize::from(reading.skip)
    };
    if !ending.fits(text, at) || follows_dual(text, at) {
        return None;
    }
    let mut span = text.token(at)?.span();
    span.start += skip;
    Some(span)
}

/// Whether the word before looks like a dual, of which this one is the adjective: مصدران عسكريان "two military sources".
fn follows_dual(text: &Text<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| text.folded(before));
    let joined = || text.readings(at).iter().any(|r| r.proclitics.has(Proclitics::WAW));
    before.len() > 8
        && !joined()
        && matches!(Ending::of(before), Some(Ending::Nominative | Ending::Oblique))
        && text.token(at).is_some_and(|t| !t.starts_paragraph())
}

#[derive(Clone, Copy)]
enum Ending {
    /// ان
    Nominative,
    /// ين
    Oblique,
    /// تا, before an owner
    Construct,
    /// تي, before an owner
    ConstructOblique,
}

impl Ending {
    fn of(word: &str) -> Option<Ending> {
        if word.len() < SHORTEST {
            return None;
        }
        match word.as_bytes() {
            [.., 0xD8, 0xA7, 0xD9, 0x86] => Some(Ending::Nominative),
            [.., 0xD9, 0x8A, 0xD9, 0x86] => Some(Ending::Oblique),
            [.., 0xD8, 0xAA, 0xD8, 0xA7] => Some(Ending::Construct),
            [.., 0xD8, 0xAA, 0xD9, 0x8A] => Some(Ending::ConstructOblique),
            _ => None,
        }
    }

    /// Bytes of the ending that the stem does not hold.
    const fn len(self) -> usize {
        match self {
            Ending::Nominative | Ending::Oblique => 4,
            Ending::Construct | Ending::ConstructOblique => 2,
        }
    }

    const fn is_oblique(self) -> bool {
        matches!(self, Ending::Oblique | Ending::ConstructOblique)
    }

    /// Whether what follows lets the ending be one of the dual.
    fn fits(self, text: &Text<'_>, at: usize) -> bool {
        let owner = |at: usize| {
            let noun = text.token(at).is_some_and(|t| t.is_arabic() && !t.starts_paragraph());
            noun && text.folded(at).len() > 6 && !PARTICLES.contains(&text.folded(at))
        };
        // مدينتي الموصل وتكريت "the cities of Mosul and Tikrit": known by their names
        let names = |at: usize| {
            text.folded(at).starts_with("ال")
                || (at + 1..at + 4).any(|i| {
                    let joined = text.readings(i).iter().any(|r| r.proclitics.has(Proclitics::WAW));
                    joined && text.token(i).is_some_and(|t| t.is_arabic())
                })
        };
        match self {
            Ending::Nominative | Ending::Oblique => true,
            Ending::Construct | Ending::ConstructOblique => owner(at + 1) && !names(at + 1),
        }
    }
}

/// Words that own nothing: after them the word before is no construct.
const PARTICLES: [&str; 12] =
    ["الذي", "التي", "الذين", "خلال", "بعدما", "قبل", "بعد", "امام", "عندما", "داخل", "ايضا", "حيث"];
