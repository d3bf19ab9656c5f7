//! What stands at each token, for patterns to match.

use core::ops::Range;

use super::Classes;
use crate::{Key, Proclitics};

/// One way to read what begins at a token: a word, a word after its proclitics, or a phrase of several tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub classes: Classes,
    /// Key of the word as read; of a phrase, of its first word.
    pub key: Key,
    /// What the layer that made it wants to find again: an entry of its tables.
    pub tag: u32,
    /// How many tokens it takes up.
    pub tokens: u16,
    /// What was read off its first word.
    pub proclitics: Proclitics,
    /// Bytes of the first word that the proclitics take up.
    pub skip: u8,
}

impl Piece {
    /// A word as it stands.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Piece};
    /// assert_eq!(Piece::word(isnad_text::fold_key("نعم"), Classes::NONE).tokens, 1);
    /// ```
    #[must_use]
    pub const fn word(key: Key, classes: Classes) -> Piece {
        Piece { classes, key, tag: 0, tokens: 1, proclitics: Proclitics::NONE, skip: 0 }
    }
}

/// The pieces of a text. Tokens that are read alike share one list of them.
///
/// ```
/// use isnad_text::pattern::{Classes, Piece, Pieces};
/// use isnad_text::fold_key;
///
/// let mut pieces = Pieces::for_tokens(2);
/// let yes = pieces.list([Piece::word(fold_key("نعم"), Classes::one(0))]);
/// pieces.push(yes, true);
/// pieces.push(yes, true);
/// assert_eq!(pieces.at(0), pieces.at(1));
/// assert!(pieces.at(2).is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Pieces {
    all: Vec<Piece>,
    lists: Vec<List>,
    /// Of each token the index of its list, times two; the last bit says whether a match that began before may go on to it.
    tokens: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct List {
    start: u32,
    len: u16,
    /// How many tokens its longest piece has besides the first.
    further: u16,
    /// Those of all its pieces.
    classes: Classes,
}

impl List {
    const EMPTY: List = List { start: 0, len: 0, further: 0, classes: Classes::NONE };

    #[inline]
    const fn range(self) -> Range<usize> {
        self.start as usize..self.start as usize + self.len as usize
    }
}

impl Pieces {
    /// Those of a text of about so many tokens, of which none is there yet.
    ///
    /// ```
    /// assert!(isnad_text::pattern::Pieces::for_tokens(1).at(0).is_empty());
    /// ```
    #[must_use]
    pub fn for_tokens(tokens: usize) -> Pieces {
        let room = tokens.min(1 << 16);
        let mut pieces = Pieces {
            all: Vec::with_capacity(room),
            lists: Vec::with_capacity(room),
            tokens: Vec::with_capacity(tokens),
        };
        pieces.list([]); // where the text ends
        pieces
    }

    /// Adds a list, phrases before words, those to be tried first first, and gives its index. A list has at most 65,535
    /// pieces.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Piece, Pieces};
    /// let mut pieces = Pieces::for_tokens(1);
    /// assert_eq!(pieces.list([Piece::word(isnad_text::fold_key("نعم"), Classes::NONE)]), 1);
    /// ```
    pub fn list(&mut self, pieces: impl IntoIterator<Item = Piece>) -> u32 {
        let start = self.all.len();
        self.all.extend(pieces);
        self.add_list(start)
    }

    /// Makes a list of the pieces from an index on.
    fn add_list(&mut self, start: usize) -> u32 {
        self.all.truncate(start + usize::from(u16::MAX));
        let mut list = List { start: start as u32, ..List::EMPTY };
        for piece in self.all.get(start..).unwrap_or_default() {
            list.len += 1;
            list.further = list.further.max(piece.tokens.saturating_sub(1));
            list.classes = list.classes.with(piece.classes);
        }
        self.lists.push(list);
        self.lists.len() as u32 - 1
    }

    /// Adds a list that has the pieces of another after its own.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Piece, Pieces};
    /// let word = |class| Piece::word(isnad_text::fold_key("نعم"), Classes::one(class));
    /// let mut pieces = Pieces::for_tokens(1);
    /// let (short, long) = (pieces.list([word(0)]), pieces.list_before([word(1)], 1));
    /// assert_eq!((pieces.of(short).len(), pieces.of(long).len()), (1, 2));
    /// ```
    pub fn list_before(&mut self, pieces: impl IntoIterator<Item = Piece>, list: u32) -> u32 {
        let start = self.all.len();
        self.all.extend(pieces);
        self.all.extend_from_within(self.list_at(list as usize).range());
        self.add_list(start)
    }

    /// Adds the next token, with the index of its list, and whether a match that began before may go on to it.
    ///
    /// ```
    /// let mut pieces = isnad_text::pattern::Pieces::for_tokens(1);
    /// pieces.push(0, false);
    /// assert!(!pieces.joins(0));
    /// ```
    #[inline]
    pub fn push(&mut self, list: u32, joins: bool) {
        self.tokens.push(list << 1 | u32::from(joins));
    }

    /// The pieces of a list.
    ///
    /// ```
    /// assert!(isnad_text::pattern::Pieces::for_tokens(1).of(0).is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub fn of(&self, list: u32) -> &[Piece] {
        self.all.get(self.list_at(list as usize).range()).unwrap_or_default()
    }

    /// The pieces that begin at a token; none where the text ends.
    ///
    /// ```
    /// assert!(isnad_text::pattern::Pieces::for_tokens(1).at(0).is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub fn at(&self, token: usize) -> &[Piece] {
        self.of(self.list_of(token))
    }

    /// Whether a match that began before may go on to a token.
    ///
    /// ```
    /// assert!(!isnad_text::pattern::Pieces::for_tokens(1).joins(0));
    /// ```
    #[inline]
    #[must_use]
    pub fn joins(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t & 1 != 0)
    }

    /// The classes of all pieces that begin at a token.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Pieces};
    /// assert_eq!(Pieces::for_tokens(1).classes(0), Classes::NONE);
    /// ```
    #[inline]
    #[must_use]
    pub fn classes(&self, token: usize) -> Classes {
        self.list_at(self.list_of(token) as usize).classes
    }

    /// The classes of all pieces that begin at a token, and how many tokens the longest has besides the first.
    #[inline]
    pub(super) fn reach(&self, token: usize) -> (Classes, usize) {
        let list = self.list_at(self.list_of(token) as usize);
        (list.classes, usize::from(list.further))
    }

    /// All of that at once.
    #[inline]
    pub(super) fn here(&self, token: usize) -> (&[Piece], Classes, bool) {
        let token = self.tokens.get(token).copied().unwrap_or_default();
        let list = self.list_at((token >> 1) as usize);
        (self.all.get(list.range()).unwrap_or_default(), list.classes, token & 1 != 0)
    }

    /// The index of the list of a token; 0, which is empty, where the text ends.
    ///
    /// ```
    /// assert_eq!(isnad_text::pattern::Pieces::for_tokens(1).list_of(0), 0);
    /// ```
    #[inline]
    #[must_use]
    pub fn list_of(&self, token: usize) -> u32 {
        self.tokens.get(token).map_or(0, |t| t >> 1)
    }

    /// The same, but the empty one if no match may go on to the token.
    #[inline]
    pub(super) fn joined(&self, token: usize) -> u32 {
        self.tokens.get(token).map_or(0, |t| if t & 1 != 0 { t >> 1 } else { 0 })
    }

    /// How many tokens there are.
    ///
    /// ```
    /// assert_eq!(isnad_text::pattern::Pieces::for_tokens(1).tokens(), 0);
    /// ```
    #[must_use]
    pub fn tokens(&self) -> usize {
        self.tokens.len()
    }

    /// How many lists there are, the empty one among them.
    ///
    /// ```
    /// assert_eq!(isnad_text::pattern::Pieces::for_tokens(1).lists(), 1);
    /// ```
    #[must_use]
    pub fn lists(&self) -> usize {
        self.lists.len()
    }

    #[inline]
    fn list_at(&self, list: usize) -> List {
        self.lists.get(list).copied().unwrap_or(List::EMPTY)
    }
}
