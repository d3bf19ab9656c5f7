//! Proclitics: و ف ب ل ك س written onto the word that follows, and the article ال.
//!
//! `وبالعراق` is و (and) + ب (in) + العراق (Iraq). Which readings a word may have is decided here and nowhere
//! else; layers get the keys of the readings and look them up.

use std::borrow::Cow;

use crate::filter::{KeyFilter, place};
use crate::generated::short_nouns::SHORT_NOUNS;
use crate::generated::unprefixed::UNPREFIXED;
use crate::packed::{Packed, letter};
use crate::text::folded_form;
use crate::token::PLAIN;
use crate::{Key, Lexicon, Token};

/// The pronouns of the third person that are written onto the end of a word, the longer before those they end in.
const PRONOUNS: [&str; 5] = ["هما", "هم", "هن", "ها", "ه"];

/// How many bytes at the end of a word a pronoun of the third person takes: `زوجته` "his wife", `معهم` "with them". The
/// letters alone decide: a word that ends so by nature (`مياه`) has them too, and one in ة written as ه.
///
/// ```
/// assert_eq!(isnad_text::pronoun_len("زوجته"), "ه".len());
/// assert_eq!(isnad_text::pronoun_len("محاميهما"), "هما".len());
/// assert_eq!(isnad_text::pronoun_len("زوجة"), 0);
/// ```
#[must_use]
pub fn pronoun_len(word: &str) -> usize {
    PRONOUNS.into_iter().find(|pronoun| word.ends_with(pronoun)).map_or(0, str::len)
}

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

    /// This set without those of `other`.
    ///
    /// ```
    /// use isnad_text::Proclitics;
    /// let both = Proclitics::LAM.with(Proclitics::ARTICLE);
    /// assert_eq!(both.without(Proclitics::ARTICLE), Proclitics::LAM);
    /// ```
    #[must_use]
    pub const fn without(self, other: Proclitics) -> Proclitics {
        Proclitics(self.0 & !other.0)
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

/// A word as it is written.
trait Written: Copy {
    /// Bytes that its first `letters` letters take up, with their marks.
    fn skip(self, letters: usize) -> u8;
    /// Whether the alef at a byte bears a hamza or a madda.
    fn has_hamza(self, at: u8) -> bool;
}

/// What begins with a plain word: letters of two bytes, without marks.
#[derive(Clone, Copy)]
struct Plain<'b>(&'b [u8]);

impl Written for Plain<'_> {
    #[inline]
    fn skip(self, letters: usize) -> u8 {
        2 * letters as u8
    }

    #[inline]
    fn has_hamza(self, at: u8) -> bool {
        self.0.get(usize::from(at) + 1) != Some(&0xA7) // D8 A7 is ا
    }
}

impl Written for &str {
    fn skip(self, letters: usize) -> u8 {
        let mut visible = self.char_indices().filter(|&(_, c)| !crate::is_ignorable(c));
        visible.nth(letters).and_then(|(at, _)| u8::try_from(at).ok()).unwrap_or(0)
    }

    fn has_hamza(self, at: u8) -> bool {
        let mut written = self.get(usize::from(at)..).unwrap_or_default().chars();
        matches!(written.next(), Some('آ' | 'أ' | 'إ' | 'ٲ' | 'ٳ' | '\u{FE81}'..='\u{FE88}'))
            || written.take_while(|&c| crate::is_ignorable(c)).any(|c| matches!(c, '\u{653}'..='\u{655}'))
    }
}

/// The readings of all tokens of a text.
#[derive(Clone, Debug)]
pub(crate) struct Readings {
    all: Vec<Reading>,
    /// Where those of each token start; one more than there are tokens.
    starts: Vec<u32>,
}

impl Readings {
    /// Those of the token at an index.
    #[inline]
    pub(crate) fn of(&self, index: usize) -> &[Reading] {
        match self.starts.get(index..).and_then(|starts| starts.first_chunk()) {
            Some(&[start, end]) => self.all.get(start as usize..end as usize).unwrap_or_default(),
            None => &[],
        }
    }
}

/// Reads all tokens of a text.
#[cold]
pub(crate) fn readings(source: &str, folded: &str, tokens: &[Token]) -> Readings {
    let mut all = Vec::with_capacity(source.len() / 12);
    let mut starts = Vec::with_capacity(tokens.len() + 1);
    starts.push(0);
    for (index, token) in tokens.iter().enumerate() {
        let at = token.folded as usize;
        if token.flags & PLAIN != 0 {
            let word = Packed::<4>::new(folded.as_bytes(), at, token.span().len());
            let written = source.as_bytes().get(token.start as usize..).unwrap_or_default();
            read(word, token.key, Plain(written), &mut all);
        } else if token.is_arabic() {
            let len = folded_form(tokens, folded, index).len();
            if len <= Packed::<8>::LONGEST {
                let written = source.get(token.span().range()).unwrap_or_default();
                read(Packed::<8>::new(folded.as_bytes(), at, len), token.key, written, &mut all);
            }
        }
        starts.push(all.len() as u32);
    }
    Readings { all, starts }
}

/// Appends the readings of a word besides the word as it stands, those with fewest proclitics first.
#[inline]
fn read<const N: usize>(word: Packed<N>, key: Key, written: impl Written, out: &mut Vec<Reading>) {
    let first = word.first();
    if first == ALEF {
        if let Some(bare) = without_article(word, written, 0) {
            push(out, bare, 3, Proclitics::ARTICLE, 0, 4, Restored::Nothing);
        }
    } else if matches!(first, WAW | FA | BA | LAM | KAF | SIN) && !is_unprefixed(key) {
        prefixed(word, first, written, out);
    }
}

/// The word without the article, whose alef is the letter after so many. The article has a bare alef, or ٱ: ألبسة
/// (clothes) and إلقاء (throwing) have none, though they fold to the same two letters.
#[inline]
fn without_article<const N: usize>(
    word: Packed<N>,
    written: impl Written,
    letters: usize,
) -> Option<Packed<N>> {
    word.without_article().filter(|_| !written.has_hamza(written.skip(letters)))
}

const ALEF: u64 = letter('ا');
const WAW: u64 = letter('و');
const FA: u64 = letter('ف');
const BA: u64 = letter('ب');
const LAM: u64 = letter('ل');
const KAF: u64 = letter('ك');
const SIN: u64 = letter('س');
const YA: u64 = letter('ي');
const TA: u64 = letter('ت');
const NUN: u64 = letter('ن');

/// Whether a word only looks prefixed. Most are told by a look at two kilobytes.
#[inline]
fn is_unprefixed(key: Key) -> bool {
    KeyFilter::built_in(&FILTER).may_have(key) && Lexicon::built_in(&UNPREFIXED).has_word(key)
}

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static FILTER: [u64; 256] = {
    let mut bits = [0; 256];
    let edges = match &UNPREFIXED.edges {
        Cow::Borrowed(edges) => *edges,
        Cow::Owned(_) => &[],
    };
    let mut i = 0;
    while i < edges.len() {
        let (word, bit) = place(Key(edges[i].key), bits.len());
        bits[word] |= bit;
        i += 1;
    }
    bits
};

/// Whether a word of two letters is a noun that ب ل ك are written onto: بحي "in the district of".
fn is_short_noun<const N: usize>(word: Packed<N>) -> bool {
    word.len() == 4 && Lexicon::built_in(&SHORT_NOUNS).has_word(word.key())
}

/// The readings of a word that begins with a letter of a proclitic.
fn prefixed<const N: usize>(word: Packed<N>, first: u64, written: impl Written, out: &mut Vec<Reading>) {
    let conjunction = match first {
        WAW => Proclitics::WAW,
        FA => Proclitics::FA,
        _ => return preposition(out, word, Proclitics::NONE, 1, written),
    };
    let (rest, skip) = (word.rest(), written.skip(1));
    push(out, rest, 2, conjunction, skip, 2, Restored::Nothing);
    if let Some(bare) = without_article(rest, written, 1) {
        push(out, bare, 3, conjunction.with(Proclitics::ARTICLE), skip, 6, Restored::Nothing);
    } else if matches!(rest.first(), BA | LAM | KAF | SIN) && !is_unprefixed(rest.key()) {
        preposition(out, rest, conjunction, 2, written);
    }
}

/// ب ل ك س at the front of `word`; `letters` of what is written are read off with it.
fn preposition<const N: usize>(
    out: &mut Vec<Reading>,
    word: Packed<N>,
    before: Proclitics,
    letters: u8,
    written: impl Written,
) {
    let set = match word.first() {
        BA => Proclitics::BA,
        LAM => Proclitics::LAM,
        KAF => Proclitics::KAF,
        SIN => Proclitics::SIN,
        _ => return,
    };
    let with = before.with(set);
    let with_article = with.with(Proclitics::ARTICLE);
    let (rest, skip) = (word.rest(), written.skip(usize::from(letters)));
    let folded_skip = 2 * letters;
    if set == Proclitics::SIN {
        // The future س stands before an imperfect verb only.
        if matches!(rest.first(), YA | TA | NUN | ALEF) {
            push(out, rest, 4, with, skip, folded_skip, Restored::Nothing);
        }
        return;
    }
    if set == Proclitics::LAM && rest.first() == LAM {
        // للتحالف = ل + التحالف: the alef of the article is not written. للجنة may also be ل + اللجنة.
        push(out, rest, 3, with, skip, folded_skip, Restored::Alef);
        push(out, rest, 3, with, skip, folded_skip, Restored::Article);
        // للبنان = ل + لبنان: a word that begins with ل of its own.
        push(out, rest, 3, with, skip, folded_skip, Restored::Nothing);
        push(out, rest.rest(), 3, with_article, skip, folded_skip + 2, Restored::Nothing);
        push(out, rest, 3, with_article, skip, folded_skip, Restored::Nothing);
        return;
    }
    push(out, rest, if is_short_noun(rest) { 2 } else { 3 }, with, skip, folded_skip, Restored::Nothing);
    if let Some(bare) = without_article(rest, written, usize::from(letters)) {
        push(out, bare, 3, with_article, skip, folded_skip + 4, Restored::Nothing);
    }
}

/// Adds a reading if at least `letters` letters are left.
#[inline]
fn push<const N: usize>(
    out: &mut Vec<Reading>,
    rest: Packed<N>,
    letters: usize,
    proclitics: Proclitics,
    skip: u8,
    folded_skip: u8,
    restored: Restored,
) {
    if rest.len() < 2 * letters {
        return;
    }
    let key = match restored {
        Restored::Nothing => rest.key(),
        Restored::Alef => rest.after('ا').key(),
        Restored::Article => rest.after('ل').after('ا').key(),
    };
    out.push(Reading { key, proclitics, skip, folded_skip, restored });
}
