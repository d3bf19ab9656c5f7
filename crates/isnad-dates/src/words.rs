//! Lists of words.

/// Folded words in order, with a trace of their letters by which most other words are told at once.
pub(crate) struct Words {
    words: &'static [&'static str],
    traces: u64,
}

impl Words {
    pub(crate) const fn of(words: &'static [&'static str]) -> Words {
        let (mut rest, mut traces) = (words, 0);
        while let [first, others @ ..] = rest {
            traces |= trace(first);
            rest = others;
        }
        Words { words, traces }
    }

    /// Whether a folded word is in the list.
    #[inline]
    pub(crate) fn has(&self, folded: &str) -> bool {
        self.traces & trace(folded) != 0 && self.words.binary_search(&folded).is_ok()
    }
}

/// A bit for the first letter and the third, which tells more where the article stands.
#[inline]
const fn trace(word: &str) -> u64 {
    match word.as_bytes() {
        [_, first, _, _, _, third, ..] => 1 << ((first.wrapping_mul(5) ^ *third) & 63),
        [_, first, ..] => 1 << (first.wrapping_mul(5) & 63),
        _ => 1,
    }
}
