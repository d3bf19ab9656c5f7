//! A quick look before a lexicon is asked.

use std::borrow::Cow;

use crate::{Key, Text};

/// A set of keys in a few kilobytes that answers "no" or "perhaps": most words of a text begin no phrase of a lexicon,
/// and most of them are told so here, without a look into its tables.
///
/// ```
/// use isnad_text::{KeyFilter, Text, fold_key};
/// let filter = KeyFilter::of([fold_key("بغداد")]); // Baghdad
/// let text = Text::new("وبغداد عاصمة"); // and Baghdad is a capital
/// assert!(filter.may_begin(&text, 0) && !filter.may_begin(&text, 1));
/// ```
#[derive(Clone, Debug)]
pub struct KeyFilter {
    /// A power of two of words, at least one.
    bits: Cow<'static, [u64]>,
}

impl KeyFilter {
    /// A filter of these keys. Of sixteen thousand or less the chance to answer "perhaps" for another is one in thirty-two
    /// or less; of more it grows with their number, since a filter takes up no more than 64 kilobytes.
    ///
    /// ```
    /// use isnad_text::{KeyFilter, fold_key};
    /// assert!(KeyFilter::of([fold_key("نعم")]).may_have(fold_key("نَعَم")));
    /// ```
    #[must_use]
    pub fn of(keys: impl IntoIterator<Item = Key>) -> KeyFilter {
        let keys: Vec<Key> = keys.into_iter().collect();
        let mut filter = KeyFilter::with_room((keys.len() / 2 + 1).min(8192));
        keys.into_iter().for_each(|key| filter.insert(key));
        filter
    }

    /// An empty one of so many words of 64 bits, or some more.
    #[doc(hidden)]
    #[must_use]
    pub fn with_room(words: usize) -> KeyFilter {
        KeyFilter { bits: vec![0; words.next_power_of_two()].into() }
    }

    /// Puts in a key.
    #[doc(hidden)]
    pub fn insert(&mut self, key: Key) {
        let (word, bit) = place(key, self.bits.len());
        if let Some(word) = self.bits.to_mut().get_mut(word) {
            *word |= bit;
        }
    }

    /// A filter from the bits of another, as the generator writes them.
    #[doc(hidden)]
    #[must_use]
    pub const fn built_in(bits: &'static [u64]) -> KeyFilter {
        KeyFilter { bits: Cow::Borrowed(bits) }
    }

    /// The bits.
    #[doc(hidden)]
    #[must_use]
    pub fn bits(&self) -> &[u64] {
        &self.bits
    }

    /// Whether the key may be in the set; `false` is certain.
    ///
    /// ```
    /// use isnad_text::{KeyFilter, fold_key};
    /// assert!(!KeyFilter::of([]).may_have(fold_key("نعم")));
    /// ```
    #[inline]
    #[must_use]
    pub fn may_have(&self, key: Key) -> bool {
        let (word, bit) = place(key, self.bits.len());
        self.bits.get(word).is_some_and(|bits| bits & bit != 0)
    }

    /// Whether the token at an index, or a reading of it, may be in the set; `false` is certain.
    ///
    /// ```
    /// use isnad_text::{KeyFilter, Text};
    /// assert!(!KeyFilter::of([]).may_begin(&Text::new("نعم"), 0));
    /// ```
    #[inline]
    #[must_use]
    pub fn may_begin(&self, text: &Text<'_>, at: usize) -> bool {
        text.token(at).is_some_and(|token| self.may_have(token.key()))
            || text.readings(at).iter().any(|reading| self.may_have(reading.key))
    }
}

/// The word and bit of a key.
#[inline]
pub(crate) const fn place(key: Key, len: usize) -> (usize, u64) {
    ((key.0 >> 6) as usize & (len - 1), 1 << (key.0 & 63))
}
