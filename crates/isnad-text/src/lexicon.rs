//! Phrases to entries: one lexicon type for every list of words in the workspace.
//!
//! A lexicon is a trie over folded tokens. Built-in ones are const tables made by the generator; run-time ones are
//! built by [`LexiconBuilder`] and behave alike.

use crate::{Key, Proclitics, Reading, Span, Text, Token};

mod build;
mod table;

pub use build::LexiconBuilder;
use table::is_mark;
pub use table::{Edge, Entry, LexiconTable};

/// Constraints on how a phrase must stand in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PhraseFlags(#[doc(hidden)] pub u8);

impl PhraseFlags {
    /// No constraint: proclitics may stand before it, the article may not.
    pub const NONE: PhraseFlags = PhraseFlags(0);
    /// Letters must be spelled just so (آب is August, أب is a father); marks and tatweel are still looked through.
    pub const EXACT: PhraseFlags = PhraseFlags(1);
    /// The article may stand before it: رئيس also finds الرئيس.
    pub const ARTICLE: PhraseFlags = PhraseFlags(2);
    /// No proclitic may stand before it.
    pub const BARE: PhraseFlags = PhraseFlags(4);

    /// These and `other`.
    ///
    /// ```
    /// use isnad_text::PhraseFlags;
    /// assert!(PhraseFlags::EXACT.with(PhraseFlags::BARE).has(PhraseFlags::BARE));
    /// ```
    #[must_use]
    pub const fn with(self, other: PhraseFlags) -> PhraseFlags {
        PhraseFlags(self.0 | other.0)
    }

    /// Whether all of `other` are set.
    ///
    /// ```
    /// use isnad_text::PhraseFlags;
    /// assert!(!PhraseFlags::NONE.has(PhraseFlags::EXACT));
    /// ```
    #[must_use]
    pub const fn has(self, other: PhraseFlags) -> bool {
        self.0 & other.0 == other.0
    }

    /// The flags that an entry must have, and those that it must not, to stand behind such proclitics.
    const fn demanded(proclitics: Proclitics) -> (PhraseFlags, PhraseFlags) {
        let article = proclitics.has(Proclitics::ARTICLE);
        let others = proclitics.without(Proclitics::ARTICLE);
        (
            if article { PhraseFlags::ARTICLE } else { PhraseFlags::NONE },
            if others.is_none() { PhraseFlags::NONE } else { PhraseFlags::BARE },
        )
    }
}

/// Phrases over folded tokens, each with its entries.
///
/// Matching looks through proclitics, through the underscores of hashtags, through line breaks inside a paragraph and
/// through quotation marks inside a phrase.
///
/// ```
/// use isnad_text::{Lexicon, PhraseFlags, Text};
///
/// let mut builder = Lexicon::builder();
/// builder.add("تنظيم الدولة", 7, PhraseFlags::NONE); // "the State organisation"
/// let lexicon = builder.build();
///
/// let text = Text::new("وتنظيم «الدولة» يعود");
/// let found = lexicon.longest_at(&text, 0).unwrap();
/// assert_eq!(found.id(), 7);
/// assert_eq!(text.slice(found.span), "تنظيم «الدولة»");
/// ```
#[derive(Clone)]
pub struct Lexicon(Storage);

#[derive(Clone)]
enum Storage {
    BuiltIn(&'static LexiconTable),
    Built(std::sync::Arc<LexiconTable>),
}

/// A phrase found in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match<'l> {
    /// Index of its first token.
    pub first: usize,
    /// One past the index of its last token.
    pub end: usize,
    /// Where it stands, proclitics left out.
    pub span: Span,
    /// What was read off its first word.
    pub proclitics: Proclitics,
    /// Its entries that may stand so; at least one.
    entries: Entries<'l>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Entries<'l> {
    all: &'l [Entry],
    fits: u64,
}

impl<'l> Match<'l> {
    /// The id of its first entry.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, Text};
    /// let mut builder = Lexicon::builder();
    /// builder.add("صلاح الدين", 3, PhraseFlags::NONE); // a province
    /// builder.add("صلاح الدين", 9, PhraseFlags::NONE); // a man
    /// let lexicon = builder.build();
    /// let text = Text::new("في صلاح الدين");
    /// let found = lexicon.longest_at(&text, 1).unwrap();
    /// assert_eq!(found.id(), 3);
    /// ```
    #[must_use]
    pub fn id(&self) -> u32 {
        self.ids().next().unwrap_or(u32::MAX)
    }

    /// The ids of all its entries, in the order in which they were added.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, Text};
    /// let mut builder = Lexicon::builder();
    /// builder.add("صلاح الدين", 3, PhraseFlags::NONE); // a province
    /// builder.add("صلاح الدين", 9, PhraseFlags::NONE); // a man
    /// let lexicon = builder.build();
    /// let text = Text::new("في صلاح الدين");
    /// let found = lexicon.longest_at(&text, 1).unwrap();
    /// assert!(found.ids().eq([3, 9]));
    /// ```
    pub fn ids(&self) -> impl Iterator<Item = u32> + use<'l> {
        let Entries { all, mut fits } = self.entries;
        core::iter::from_fn(move || {
            let next = fits.trailing_zeros() as usize; // 64 where none is left
            fits &= fits.wrapping_sub(1);
            all.get(next).filter(|_| next < 64).map(|entry| entry.id)
        })
    }

    /// Number of tokens.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, Text};
    /// let mut builder = Lexicon::builder();
    /// builder.add("صلاح الدين", 3, PhraseFlags::NONE); // a province
    /// builder.add("صلاح الدين", 9, PhraseFlags::NONE); // a man
    /// let lexicon = builder.build();
    /// let text = Text::new("في صلاح الدين");
    /// let found = lexicon.longest_at(&text, 1).unwrap();
    /// assert_eq!(found.tokens(), 2);
    /// ```
    #[must_use]
    pub const fn tokens(&self) -> usize {
        self.end - self.first
    }
}

impl core::fmt::Debug for Lexicon {
    /// Its size: the table itself would be megabytes.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Lexicon").field("phrases", &self.table().entries.len()).finish_non_exhaustive()
    }
}

impl Lexicon {
    /// A lexicon from a const table.
    #[doc(hidden)]
    #[must_use]
    pub const fn built_in(table: &'static LexiconTable) -> Lexicon {
        Lexicon(Storage::BuiltIn(table))
    }

    /// Starts a lexicon that is filled at run time.
    ///
    /// ```
    /// let lexicon = isnad_text::Lexicon::builder().build();
    /// assert!(!lexicon.has_word(isnad_text::fold_key("بغداد")));
    /// ```
    #[must_use]
    pub fn builder() -> LexiconBuilder {
        LexiconBuilder::default()
    }

    #[inline]
    fn table(&self) -> &LexiconTable {
        match &self.0 {
            Storage::BuiltIn(table) => table,
            Storage::Built(table) => table,
        }
    }

    /// Whether a phrase of one word has this key: the cheapest question, without any look at spelling.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, fold_key};
    /// let mut builder = Lexicon::builder();
    /// builder.add("بغداد", 0, PhraseFlags::NONE);
    /// assert!(builder.build().has_word(fold_key("بَغداد")));
    /// ```
    #[inline]
    #[must_use]
    pub fn has_word(&self, key: Key) -> bool {
        let table = self.table();
        table.step(0, key).is_some_and(|node| !table.entries(node).is_empty())
    }

    /// Keys of the words that phrases begin with, and of the pairs of words that longer ones begin with.
    #[doc(hidden)]
    pub fn beginnings(&self) -> impl Iterator<Item = (Key, Option<Key>)> {
        let edges = &self.table().edges;
        let mut first = vec![0; self.table().nodes.len()];
        for edge in edges.iter().filter(|e| e.from == 0) {
            if let Some(slot) = first.get_mut(edge.to as usize) {
                *slot = edge.key;
            }
        }
        edges.iter().filter_map(move |e| match e.from {
            0 => Some((Key(e.key), None)),
            from => {
                let first = first.get(from as usize).copied().filter(|&key| key != 0)?;
                Some((Key(first), Some(Key(e.key))))
            }
        })
    }

    /// The longest phrase that begins with the token at `at`; of equally long ones, that with fewest proclitics.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, Text};
    /// let mut builder = Lexicon::builder();
    /// builder.add("جنوب السودان", 1, PhraseFlags::NONE); // South Sudan
    /// builder.add("جنوب", 2, PhraseFlags::NONE);
    /// let lexicon = builder.build();
    /// let text = Text::new("بجنوب السودان");
    /// assert_eq!(lexicon.longest_at(&text, 0).unwrap().id(), 1);
    /// ```
    #[inline]
    #[must_use]
    pub fn longest_at(&self, text: &Text<'_>, at: usize) -> Option<Match<'_>> {
        let mut longest: Option<Match<'_>> = None;
        self.each_at(text, at, |found| {
            if longest.as_ref().is_none_or(|longest| found.end > longest.end) {
                longest = Some(found);
            }
        });
        longest
    }

    /// Every phrase that begins with the token at `at`: first as the word stands, then with proclitics read off it, fewest
    /// first; of each reading the shortest first.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, Text};
    /// let mut builder = Lexicon::builder();
    /// builder.add("السودان", 1, PhraseFlags::NONE); // Sudan
    /// builder.add("السودان الغربي", 2, PhraseFlags::NONE); // western Sudan
    /// let (lexicon, text) = (builder.build(), Text::new("والسودان الغربي"));
    /// let mut ids = Vec::new();
    /// lexicon.each_at(&text, 0, |found| ids.push(found.id()));
    /// assert_eq!(ids, [1, 2]);
    /// ```
    #[inline]
    pub fn each_at<'l>(&'l self, text: &Text<'_>, at: usize, mut found: impl FnMut(Match<'l>)) {
        let Some(token) = text.token(at) else { return };
        let table = self.table();
        let readings = text.readings(at);
        for i in 0..=readings.len() {
            let reading = i.checked_sub(1).and_then(|i| readings.get(i));
            if let Some(node) = table.step(0, reading.map_or(token.key(), |r| r.key)) {
                table.walk(text, at, node, reading, |phrase| found(phrase.found(table, text, at)));
            }
        }
    }

    /// The longest phrase that begins with the token at `at` as it stands, whose readings are not made for it.
    pub(crate) fn longest_written_at(&self, text: &Text<'_>, at: usize) -> Option<Match<'_>> {
        let table = self.table();
        let node = table.step(0, text.token(at)?.key())?;
        let mut longest = None;
        table.walk(text, at, node, None, |phrase| longest = Some(phrase.found(table, text, at)));
        longest
    }

    /// Every phrase of several words that begins with the token at `at`, shortest first, with the given proclitics read
    /// off its first word.
    ///
    /// ```
    /// use isnad_text::{Lexicon, PhraseFlags, Text};
    /// let mut builder = Lexicon::builder();
    /// builder.add("السودان", 1, PhraseFlags::NONE); // Sudan
    /// builder.add("السودان الغربي", 2, PhraseFlags::NONE); // western Sudan
    /// let (lexicon, text) = (builder.build(), Text::new("السودان الغربي"));
    /// let mut ids = Vec::new();
    /// lexicon.each_longer_at(&text, 0, None, |found| ids.push(found.id()));
    /// assert_eq!(ids, [2]);
    /// ```
    #[inline]
    pub fn each_longer_at<'l>(
        &'l self,
        text: &Text<'_>,
        at: usize,
        reading: Option<&Reading>,
        mut found: impl FnMut(Match<'l>),
    ) {
        let key = match reading {
            Some(reading) => reading.key,
            None => text.token(at).map_or(Key(0), Token::key),
        };
        let table = self.table();
        let Some(mut node) = table.step(0, key) else { return };
        let mut next = at + 1;
        loop {
            // Quotation and hash marks inside a phrase are looked through.
            while let Some(token) = text.token(next)
                && is_mark(token)
            {
                next += 1;
            }
            let Some(token) = text.token(next).filter(|t| !t.starts_paragraph()) else { return };
            let Some(child) = table.step(node, token.key()) else { return };
            node = child;
            next += 1;
            if let Some(phrase) = table.accept(text, at..next, node, reading) {
                found(phrase.found(table, text, at));
            }
        }
    }

    /// The phrase of one word that is the token at `at`, with the given proclitics read off it, if there is one.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub fn word_at(
        &self,
        text: &Text<'_>,
        at: usize,
        key: Key,
        reading: Option<&Reading>,
    ) -> Option<Match<'_>> {
        let table = self.table();
        let node = table.step(0, key)?;
        table.accept(text, at..at + 1, node, reading).map(|phrase| phrase.found(table, text, at))
    }
}

/// Whether a few bytes are the same: those of most words are compared by the first eight and the last eight.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn same_bytes(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    match (a.first_chunk::<8>(), b.first_chunk::<8>()) {
        (Some(x), Some(y)) => {
            x == y && a.last_chunk::<8>() == b.last_chunk::<8>() && (a.len() <= 16 || a == b)
        }
        _ => match (a.first_chunk::<4>(), b.first_chunk::<4>()) {
            (Some(x), Some(y)) => x == y && a.last_chunk::<4>() == b.last_chunk::<4>(),
            _ => a.iter().eq(b),
        },
    }
}
