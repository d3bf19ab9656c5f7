//! What the shape of a word tells of it: an adjective of relation, a verbal noun, an accusative.

use core::ops::Range;

use crate::scene::Scene;
use crate::vocabulary::{List, Particle};

/// Words told by their letters; see `data/stems.tsv`.
pub(crate) struct Stems {
    /// Whole words.
    whole: &'static [&'static str],
    /// What a word begins with.
    begin: &'static [&'static str],
    /// What it ends with.
    end: &'static [&'static str],
    /// What stands anywhere in it.
    within: &'static [&'static str],
    /// The first letters of those that begin a word and of those within it, and the last of those that end it: one look
    /// tells most words.
    letters: [u64; 3],
}

/// A letter as a bit, by its last byte.
const fn bit(last: u8) -> u64 {
    1 << (last & 63)
}

impl Stems {
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
    pub(crate) const fn of(
        whole: &'static [&'static str],
        begin: &'static [&'static str],
        end: &'static [&'static str],
        within: &'static [&'static str],
    ) -> Stems {
        const fn letters(stems: &[&str], last: bool) -> u64 {
            let (mut letters, mut i) = (0, 0);
            while i < stems.len() {
                let stem = stems[i].as_bytes();
                letters |= bit(stem[if last { stem.len() - 1 } else { 1 }]);
                i += 1;
            }
            letters
        }
        let letters = [letters(begin, false), letters(within, false), letters(end, true)];
        Stems { whole, begin, end, within, letters }
    }

    /// Whether a folded word is told by one of them.
    pub(crate) fn fit(&self, word: &str) -> bool {
        let [&[_, first, ..], &[.., last]] = [word.as_bytes(); 2] else { return false };
        let [begin, within, end] = self.letters;
        begin & bit(first) != 0 && self.begin.iter().any(|stem| word.starts_with(stem))
            || end & bit(last) != 0 && self.end.iter().any(|stem| word.ends_with(stem))
            || within != 0 && self.stand_in(word.as_bytes())
            || self.whole.contains(&word)
    }

    fn stand_in(&self, word: &[u8]) -> bool {
        let [_, within, _] = self.letters;
        let begins = |rest: &[u8]| self.within.iter().any(|stem| rest.starts_with(stem.as_bytes()));
        let letters = word.iter().skip(1).enumerate().filter(|(_, letter)| within & bit(**letter) != 0);
        letters.filter_map(|(at, _)| word.get(at..)).any(begins)
    }
}

/// The form of an adjective of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nisba {
    /// عربي
    Masculine,
    /// عربية
    Feminine,
    /// عربيين, عربيون
    Plural,
    /// عربيا
    Accusative,
}

/// What adjective of relation a word may be, by its ending.
pub(crate) fn nisba(folded: &str) -> Option<Nisba> {
    const ENDINGS: [(&str, Nisba); 5] = [
        ("ي", Nisba::Masculine),
        ("يه", Nisba::Feminine),
        ("يين", Nisba::Plural),
        ("يون", Nisba::Plural),
        ("يا", Nisba::Accusative),
    ];
    ENDINGS.into_iter().find(|(ending, _)| folded.ends_with(ending)).map(|(_, nisba)| nisba)
}

/// عربي, عربية, المصرية: an adjective of relation of some length, as it agrees with a noun.
pub(crate) fn is_nisba(folded: &str) -> bool {
    let bare = folded.strip_prefix("ال").unwrap_or(folded);
    nisba(bare).is_some_and(|n| n != Nisba::Accusative) && bare.chars().count() > 3
}

/// التهديدات | التركية | بـ: an adjective of relation of the noun before it.
pub(crate) fn is_adjective_of(scene: &Scene<'_, '_>, noun: usize, between: Range<usize>) -> bool {
    between.len() == 1
        && scene.is_definite(noun)
        && scene.is_definite(between.start)
        && is_nisba(scene.text.folded(between.start))
}

/// التنظيم | المتطرف | الهجوم: a definite participle that agrees with the noun before it, with the object behind it.
pub(crate) fn is_attribute(scene: &Scene<'_, '_>, head: usize, at: usize) -> bool {
    let folded = scene.text.folded(at);
    let known = scene.hit(at).is_some_and(|h| h.person().is_some() || h.cues().next().is_some());
    folded.starts_with("الم")
        && folded.chars().count() >= 6
        && !known
        && at > head
        && folded.ends_with('ه') == scene.text.folded(at - 1).ends_with('ه')
        && (scene.is_definite(at + 1) || scene.entity_from(at + 1).is_some())
}

/// عرضا, تطوراً: an indefinite accusative, which is an object.
pub(crate) fn ends_accusative(surface: &str) -> bool {
    surface.ends_with("ا") && surface.chars().count() > 3 || surface.ends_with("اً") || surface.ends_with("ًا")
}

/// وزارة, وكالة, رئيس: a singular head, which names nobody until a noun follows.
pub(crate) fn is_singular_head(scene: &Scene<'_, '_>, at: usize) -> bool {
    let folded = scene.text.folded(at);
    !(folded.ends_with("ون")
        || folded.ends_with("ين")
        || folded.ends_with("ات")
        || folded.starts_with("مصادر"))
}

/// Whether a word looks like a verbal noun: انسحاب, تشكيل, إجراء, استقالة, or one that the vocabulary knows.
pub(crate) fn is_masdar(scene: &Scene<'_, '_>, at: usize) -> bool {
    let known = scene.hit(at).is_some_and(|h| {
        h.proclitics.is_none()
            && (h.is(Particle::Masdar)
                || h.events().any(|e| e.part == crate::vocabulary::EventPart::Noun)
                || h.cues().any(|c| c.part == crate::vocabulary::Part::Noun))
    });
    known || has_masdar_shape(scene.text.folded(at)) || is_treatment(scene, at)
}

/// معالجة, مغادرة: a verbal noun of the third form, which is no place (محافظة) and nobody (محامية).
fn is_treatment(scene: &Scene<'_, '_>, at: usize) -> bool {
    let mut letters = scene.text.folded(at).chars();
    let shape = letters.next() == Some('م') && letters.nth(1) == Some('ا') && letters.count() == 3;
    shape
        && scene.text.surface(at).ends_with('ة')
        && !scene.on(at, List::PlaceNoun)
        && scene.hit(at).is_none_or(|h| h.speaker().is_none() && h.person().is_none())
        && scene.entity_at(at).is_none()
}

/// الانتصار, التوصل: a verbal noun with the article.
pub(crate) fn is_definite_masdar(scene: &Scene<'_, '_>, at: usize) -> bool {
    scene.text.folded(at).strip_prefix("ال").is_some_and(has_masdar_shape)
}

pub(crate) fn has_masdar_shape(folded: &str) -> bool {
    if !folded.starts_with(['ا', 'ت']) {
        return false;
    }
    let mut letters = ['\0'; 12];
    let count = letters.iter_mut().zip(folded.chars()).map(|(slot, letter)| *slot = letter).count();
    match letters.get(..count).unwrap_or_default() {
        ['ا', .., 'ا', _] if count >= 5 => true,
        ['ا', .., 'ا', _, 'ه'] if count >= 6 => true,
        ['ت', _, 'ا', _, _] => true,
        ['ت', _, _, 'ي', _] | ['ت', _, _, 'ي', _, 'ه'] => true,
        ['ت', _, _, 'و', _] | ['ت', _, _, 'ي'] => true,
        _ => false,
    }
}
