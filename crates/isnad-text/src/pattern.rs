//! Token patterns: a small language for rules that a person can read, shared by the layers that find things by rule.
//!
//! A layer says what stands at each token as [`Piece`]s: ways to read what begins there, each with a set of [`Classes`]
//! that the layer has named. A [`Pattern`] is matched against pieces, in time bounded by its own length.
//!
//! | Written | Matches |
//! |---|---|
//! | `title` | a piece of the class `title` |
//! | `'عام'` | this one word, folded |
//! | `[given & !common]` | all of these classes, none of those after `!` |
//! | `[stop & 'في']` | this word, if it has the class: quicker than the word alone where a pattern begins |
//! | `[given \| family]` | any of these classes |
//! | `a b` | one after the other |
//! | `(a \| b)` | the first that leads to a match |
//! | `a?` `a{0,3}` `a+` | repeated, as often as possible; `+` is `{1,8}` |
//! | `PER:( … )` | what is inside is captured under the label |
//! | `noun/w` `noun/l?` `noun/*` | must bear the proclitic و, may bear ل, may bear any; letters are `w f b l k` |
//! | `>[x]` `!>[x]` | what follows is, is not an x; nothing is consumed |
//! | `<[x]` `!<[x]` | the token before is, is not an x |
//! | `$name` | a pattern defined elsewhere under that name |
//!
//! The first piece of a match may bear any proclitics, every other one none, unless it says so. The article is no obstacle.
//!
//! ```
//! use isnad_text::pattern::{Classes, Pattern, Piece, Pieces};
//! use isnad_text::{Proclitics, Text};
//!
//! struct Numbers<'a>(Vec<Piece>, &'a Text<'a>);
//! impl Pieces for Numbers<'_> {
//!     fn at(&self, token: usize) -> &[Piece] { self.0.get(token..token + 1).unwrap_or_default() }
//! }
//! let text = Text::new("الفرقة 12 مشاة");
//! let class = |t: &isnad_text::Token| Classes(if t.is_word() { 1 } else { 2 });
//! let pieces = text.tokens().iter().enumerate().map(|(i, t)| Piece::word(t.key(), class(t), i)).collect();
//! let pattern = Pattern::parse("word N:( number )", &["word", "number"], &|_| None).unwrap();
//! let found = pattern.match_at(&Numbers(pieces, &text), 0).unwrap();
//! assert_eq!((found.end, found.captures().next().unwrap().tokens()), (2, 1..2));
//! ```

use core::ops::Range;
use std::borrow::Cow;

use crate::{Key, Proclitics};

mod parse;
mod rules;
mod run;

pub use parse::PatternError;
#[cfg(feature = "rules")]
pub use rules::RuleFile;
pub use rules::{Matcher, Rule, RuleSet};

/// A set of up to 64 classes, numbered by the layer that names them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(pub u64);

impl Classes {
    /// No class.
    pub const NONE: Classes = Classes(0);

    /// The set that holds only the class of this number.
    ///
    /// ```
    /// assert_eq!(isnad_text::pattern::Classes::one(3).0, 8);
    /// ```
    #[inline]
    #[must_use]
    pub const fn one(class: u32) -> Classes {
        Classes(1 << (class & 63))
    }

    /// Both sets together.
    ///
    /// ```
    /// use isnad_text::pattern::Classes;
    /// assert!(Classes::one(1).with(Classes::one(2)).has(Classes::one(2)));
    /// ```
    #[inline]
    #[must_use]
    pub const fn with(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// Whether all of `other` are in this set.
    ///
    /// ```
    /// use isnad_text::pattern::Classes;
    /// assert!(!Classes::one(1).has(Classes::one(2)));
    /// ```
    #[inline]
    #[must_use]
    pub const fn has(self, other: Classes) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether any of `other` is in this set.
    ///
    /// ```
    /// use isnad_text::pattern::Classes;
    /// assert!(Classes(6).any(Classes(3)));
    /// ```
    #[inline]
    #[must_use]
    pub const fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }
}

/// One way to read what begins at a token: a word, a word after its proclitics, or a phrase of several tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub classes: Classes,
    /// Key of the word as read; of a phrase, of its first word.
    pub key: Key,
    /// One past the index of its last token.
    pub end: u32,
    /// What the layer that made it wants to find again: an entry of its tables.
    pub tag: u32,
    /// What was read off its first word.
    pub proclitics: Proclitics,
    /// Bytes of the first word that the proclitics take up.
    pub skip: u8,
}

impl Piece {
    /// The word at token `at` as it stands.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Piece};
    /// assert_eq!(Piece::word(isnad_text::fold_key("نعم"), Classes::NONE, 4).end, 5);
    /// ```
    #[must_use]
    pub const fn word(key: Key, classes: Classes, at: usize) -> Piece {
        Piece { classes, key, end: at as u32 + 1, tag: 0, proclitics: Proclitics::NONE, skip: 0 }
    }
}

/// Where a pattern finds the pieces of a text.
pub trait Pieces {
    /// The pieces that begin at a token, phrases before words, those to be tried first first; none where the text ends.
    fn at(&self, token: usize) -> &[Piece];
    /// Whether a match that began before may go on to this token.
    fn joins(&self, _token: usize) -> bool {
        true
    }
    /// The classes of all pieces that begin at a token.
    fn classes(&self, token: usize) -> Classes {
        self.at(token).iter().fold(Classes::NONE, |sum, piece| sum.with(piece.classes))
    }
    /// One bit, told by [`key_bit`], for the key of each piece that begins at a token.
    fn keys(&self, token: usize) -> u64 {
        self.at(token).iter().fold(0, |sum, piece| sum | key_bit(piece.key))
    }
}

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    #[doc(hidden)]
    pub program: Cow<'static, [Step]>,
    #[doc(hidden)]
    pub labels: Cow<'static, [Cow<'static, str>]>,
    /// Classes one of which the first piece must have; empty if that cannot be said.
    #[doc(hidden)]
    pub first: Classes,
}

/// One step of a compiled pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(hidden)]
pub enum Step {
    /// Consume a piece.
    Piece(Test),
    /// Try what follows, then what stands at the index.
    Split(u16),
    /// Try what stands at the index.
    Jump(u16),
    /// Open and close the capture of a label.
    Open(u8),
    Close(u8),
    /// Look at what follows or at the token before; `true` says that it must be so.
    Ahead(bool, Test),
    Behind(bool, Test),
    Done,
}

/// What a piece must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(hidden)]
pub struct Test {
    pub all: u64,
    pub any: u64,
    pub none: u64,
    /// Key of the word, 0 for any.
    pub key: u64,
    /// Proclitics that it must bear and may bear; `u8::MAX` in `may` says that nothing was said.
    pub must: u8,
    pub may: u8,
}

/// The bit that stands for a key in a set of 64.
///
/// ```
/// use isnad_text::{fold_key, pattern::key_bit};
/// assert_eq!(key_bit(fold_key("نعم")).count_ones(), 1);
/// ```
#[inline]
#[must_use]
pub const fn key_bit(key: Key) -> u64 {
    1 << (key.0 >> 58)
}

/// A way in which a match may begin: what its first piece must be, and what must stand after it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening {
    pub(crate) first: Test,
    pub(crate) then: Need,
}

impl Test {
    /// Classes one of which a piece must have to pass; none if that cannot be said. Of several that it must all have,
    /// the last: layers number the general ones first.
    pub(crate) fn wanted(&self) -> Classes {
        Classes(if self.any != 0 { self.any } else { self.all.checked_ilog2().map_or(0, |n| 1 << n) })
    }
}

/// What must stand at a token if a match is to go on from a step of a pattern: a piece of one of these classes, or with
/// one of these keys. It is asked before a way is tried, and never turns away one that leads to a match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Need {
    pub(crate) classes: Classes,
    /// As [`key_bit`] tells them.
    pub(crate) keys: u64,
}

impl Need {
    /// It cannot be said what must stand there.
    pub(crate) const NOTHING: Need = Need { classes: Classes(u64::MAX), keys: u64::MAX };

    fn of(test: &Test) -> Need {
        match (test.key, test.wanted()) {
            (0, Classes::NONE) => Need::NOTHING,
            (0, classes) => Need { classes, keys: 0 },
            (key, _) => Need { classes: Classes::NONE, keys: key_bit(Key(key)) },
        }
    }

    const fn or(self, other: Need) -> Need {
        Need { classes: self.classes.with(other.classes), keys: self.keys | other.keys }
    }

    /// Whether a token has it.
    #[inline]
    pub(crate) fn is_met(self, pieces: &impl Pieces, at: usize) -> bool {
        self == Need::NOTHING
            || pieces.classes(at).any(self.classes)
            || (self.keys != 0 && pieces.keys(at) & self.keys != 0)
    }
}

/// Most captures that one pattern can make.
pub(crate) const CAPTURES: usize = 4;

/// A match of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// One past the last token consumed.
    pub end: usize,
    captures: [Capture; CAPTURES],
}

/// A stretch that a pattern captured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capture {
    /// Index of its label among those of the pattern.
    pub label: u8,
    /// Bytes of proclitics before it, in its first token.
    pub skip: u8,
    start: u32,
    end: u32,
}

impl Capture {
    /// Indices of its tokens.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Pattern, Piece, Pieces};
    /// use isnad_text::fold_key;
    ///
    /// /// One piece a token, made by hand: a title and two words of a name.
    /// struct Made(Vec<Piece>);
    /// impl Pieces for Made {
    ///     fn at(&self, token: usize) -> &[Piece] { self.0.get(token..token + 1).unwrap_or_default() }
    /// }
    /// let word = |w: &str, class: u64, at: usize| Piece::word(fold_key(w), Classes(class), at);
    /// let made = Made(vec![word("العقيد", 1, 0), word("سعد", 2, 1), word("كريم", 2, 2)]); // "Colonel Saad Karim"
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// let found = pattern.match_at(&made, 0).unwrap();
    /// assert_eq!(found.captures().next().unwrap().tokens(), 1..3);
    /// ```
    #[must_use]
    pub const fn tokens(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl Found {
    /// What was captured, in order; see [`Capture::tokens`] for where.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Pattern, Piece, Pieces};
    /// use isnad_text::fold_key;
    ///
    /// /// One piece a token, made by hand: a title and two words of a name.
    /// struct Made(Vec<Piece>);
    /// impl Pieces for Made {
    ///     fn at(&self, token: usize) -> &[Piece] { self.0.get(token..token + 1).unwrap_or_default() }
    /// }
    /// let word = |w: &str, class: u64, at: usize| Piece::word(fold_key(w), Classes(class), at);
    /// let made = Made(vec![word("العقيد", 1, 0), word("سعد", 2, 1), word("كريم", 2, 2)]); // "Colonel Saad Karim"
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// let found = pattern.match_at(&made, 0).unwrap();
    /// assert_eq!(found.captures().count(), 1);
    /// ```
    pub fn captures(&self) -> impl Iterator<Item = Capture> {
        self.captures.into_iter().filter(|c| c.end > c.start)
    }
}

impl Pattern {
    /// The ways in which a match may begin. `needs` are those of its steps.
    pub(crate) fn openings(&self, needs: &[Need]) -> Vec<Opening> {
        let opening = |at: usize| match self.program.get(at)? {
            Step::Piece(first) => {
                Some(Opening { first: *first, then: needs.get(at + 1).copied().unwrap_or(Need::NOTHING) })
            }
            _ => None,
        };
        self.reached().filter_map(opening).collect()
    }

    /// What each step needs. Steps lead onwards only, but for those of a hand-made program.
    pub(crate) fn needs(&self) -> Vec<Need> {
        let mut needs = vec![Need::NOTHING; self.program.len() + 1];
        for (at, step) in self.program.iter().enumerate().rev() {
            let of = |to: usize| needs.get(to).copied().filter(|_| to > at).unwrap_or(Need::NOTHING);
            let need = match step {
                Step::Piece(test) | Step::Ahead(true, test) => Need::of(test),
                Step::Split(other) => of(at + 1).or(of(usize::from(*other))),
                Step::Jump(to) => of(usize::from(*to)),
                Step::Open(_) | Step::Close(_) | Step::Behind(..) | Step::Ahead(false, _) => of(at + 1),
                Step::Done => Need::NOTHING,
            };
            if let Some(slot) = needs.get_mut(at) {
                *slot = need;
            }
        }
        needs
    }

    /// The pieces and the end that are reached before anything is consumed.
    fn reached(&self) -> impl Iterator<Item = usize> {
        let mut seen = vec![false; self.program.len()];
        let mut waiting = vec![0];
        core::iter::from_fn(move || {
            while let Some(at) = waiting.pop() {
                if seen.get_mut(at).is_none_or(|seen| core::mem::replace(seen, true)) {
                    continue;
                }
                match self.program.get(at)? {
                    Step::Split(other) => waiting.extend([at + 1, usize::from(*other)]),
                    Step::Jump(to) => waiting.push(usize::from(*to)),
                    Step::Open(_) | Step::Close(_) | Step::Behind(..) | Step::Ahead(..) => {
                        waiting.push(at + 1);
                    }
                    Step::Piece(_) | Step::Done => return Some(at),
                }
            }
            None
        })
    }

    /// Whether it asks for something before or after what it matches.
    ///
    /// ```
    /// use isnad_text::pattern::Pattern;
    /// let pattern = Pattern::parse("PER:( name+ ) >[title]", &["title", "name"], &|_| None).unwrap();
    /// assert!(pattern.looks_around());
    /// ```
    #[must_use]
    pub fn looks_around(&self) -> bool {
        self.program.iter().any(|step| matches!(step, Step::Ahead(true, _) | Step::Behind(true, _)))
    }

    /// Names of the captures.
    ///
    /// ```
    /// use isnad_text::pattern::Pattern;
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// assert_eq!(pattern.labels(), ["PER"]);
    /// ```
    #[must_use]
    pub fn labels(&self) -> &[Cow<'static, str>] {
        &self.labels
    }
}
