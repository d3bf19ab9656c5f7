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
//! | `[given \| family & !def]` | `\|` binds closer: one of the first two, and no article; one list of alternatives a test |
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
//! use isnad_text::Text;
//!
//! let text = Text::new("الفرقة 12 مشاة"); // "the 12th infantry division"
//! let mut pieces = Pieces::for_tokens(3);
//! for token in text.tokens() {
//!     let class = Classes::one(if token.is_word() { 0 } else { 1 });
//!     let list = pieces.list([Piece::word(token.key(), class)]);
//!     pieces.push(list, true);
//! }
//! let pattern = Pattern::parse("word N:( number )", &["word", "number"], &|_| None).unwrap();
//! let found = pattern.match_at(&pieces, 0).unwrap();
//! assert_eq!((found.end, found.captures().next().unwrap().tokens()), (2, 1..2));
//! ```

use core::ops::Range;
use std::borrow::Cow;

use crate::Key;

mod further;
mod parse;
mod pieces;
mod rules;
mod run;

use further::Further;
pub use parse::PatternError;
pub use pieces::{Piece, Pieces};
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

/// A compiled pattern.
#[derive(Clone, Debug)]
pub struct Pattern {
    #[doc(hidden)]
    pub program: Cow<'static, [Step]>,
    #[doc(hidden)]
    pub labels: Cow<'static, [Cow<'static, str>]>,
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
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
#[inline]
pub(crate) const fn key_bit(key: Key) -> u64 {
    1 << (key.0 >> 58)
}

/// A way in which a match may begin: what its first piece must be, and what must stand after it.
#[derive(Clone, Debug)]
pub(crate) struct Opening {
    pub(crate) first: Test,
    /// One of these; none if the match may end after its first piece.
    pub(crate) then: Vec<Test>,
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
    /// // "Colonel Saad Karim": a title and two words of a name.
    /// let mut made = Pieces::for_tokens(3);
    /// for (word, class) in [("العقيد", 0), ("سعد", 1), ("كريم", 1)] {
    ///     let list = made.list([Piece::word(fold_key(word), Classes::one(class))]);
    ///     made.push(list, true);
    /// }
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
    /// // "Colonel Saad Karim": a title and two words of a name.
    /// let mut made = Pieces::for_tokens(3);
    /// for (word, class) in [("العقيد", 0), ("سعد", 1), ("كريم", 1)] {
    ///     let list = made.list([Piece::word(fold_key(word), Classes::one(class))]);
    ///     made.push(list, true);
    /// }
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// let found = pattern.match_at(&made, 0).unwrap();
    /// assert_eq!(found.captures().count(), 1);
    /// ```
    pub fn captures(&self) -> impl Iterator<Item = Capture> {
        self.captures.into_iter().filter(|c| c.end > c.start)
    }
}

impl Pattern {
    /// The ways in which a match may begin.
    pub(crate) fn openings(&self) -> Vec<Opening> {
        let opening = |at: usize| match self.program.get(at)? {
            Step::Piece(first) => Some(Opening { first: *first, then: self.asked(at + 1) }),
            _ => None,
        };
        self.reached(0).filter_map(opening).collect()
    }

    /// What a token must be on which the step at an index comes to stand: it passes one of these tests, if there are any.
    fn asked(&self, from: usize) -> Vec<Test> {
        let mut tests = Vec::new();
        for at in self.reached(from) {
            match self.program.get(at) {
                // Pieces after the first bear no proclitics of which nothing is said.
                Some(Step::Piece(test)) if test.may == u8::MAX => tests.push(Test { may: 0, ..*test }),
                Some(Step::Piece(test) | Step::Ahead(true, test)) => tests.push(*test),
                _ => return Vec::new(),
            }
        }
        tests
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

    /// The pieces, looks ahead and ends that are reached from a step before anything is consumed.
    fn reached(&self, from: usize) -> impl Iterator<Item = usize> {
        let mut seen = vec![false; self.program.len()];
        let mut waiting = vec![from];
        core::iter::from_fn(move || {
            while let Some(at) = waiting.pop() {
                if seen.get_mut(at).is_none_or(|seen| core::mem::replace(seen, true)) {
                    continue;
                }
                match self.program.get(at)? {
                    Step::Split(other) => waiting.extend([at + 1, usize::from(*other)]),
                    Step::Jump(to) => waiting.push(usize::from(*to)),
                    Step::Ahead(true, _) if from > 0 => return Some(at),
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
