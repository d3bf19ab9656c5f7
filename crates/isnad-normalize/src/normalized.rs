//! A normalized text, and what in it came from where.
//!
//! The map is a list of checkpoints, about two a kilobyte: at each, what came before has no bearing on what follows.
//! Between two of them the engine is run again when a position is asked for, so that remembering costs next to nothing
//! and never more than a fraction of a bit for a byte, however much was changed.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use crate::normalizer::{Normalizer, Sink};
use crate::{OffsetIndex, OffsetUnit};

/// Bytes of the source between two checkpoints, about: what one question looks at.
const STRIDE: usize = 512;

/// A normalized text: the result, borrowed where nothing changed, and the way back to the source.
///
/// Ranges map both ways. What was dropped belongs to the character before it; a range that begins or ends inside
/// something that was replaced as a whole takes all of it.
///
/// ```
/// use isnad_normalize::{Normalizer, Profile};
/// let normalizer = Normalizer::new(Profile::SEARCH);
/// let normalized = normalizer.normalize("في الأُسبوعِ ﷺ"); // "in the week"
/// assert_eq!(normalized.text(), "في الاسبوع صلي الله عليه وسلم");
/// let week = normalized.to_result(5..23);
/// assert_eq!(&normalized.text()[week.clone()], "الاسبوع");
/// assert_eq!(normalized.to_source(week), 5..23);
/// ```
#[derive(Clone, Debug)]
pub struct Normalized<'n, 's> {
    normalizer: &'n Normalizer,
    source: &'s str,
    text: Cow<'s, str>,
    checkpoints: Vec<Checkpoint>,
}

/// A pair of positions that correspond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Checkpoint {
    source: usize,
    result: usize,
    /// Nothing changes from here to the next checkpoint.
    clean: bool,
}

/// Writes the result and the checkpoints.
pub(crate) struct Mapped {
    out: String,
    checkpoints: Vec<Checkpoint>,
    source: usize,
    next: usize,
    capacity: usize,
}

impl Mapped {
    pub(crate) const fn new(capacity: usize) -> Mapped {
        Mapped { out: String::new(), checkpoints: Vec::new(), source: 0, next: STRIDE, capacity }
    }

    #[inline]
    fn advance(&mut self, by: usize) {
        self.source += by;
        if self.source >= self.next {
            self.mark(false);
        }
    }

    #[cold]
    fn mark(&mut self, clean: bool) {
        let here = Checkpoint { source: self.source, result: self.out.len(), clean };
        match self.checkpoints.last_mut() {
            Some(last) if last.source == here.source && last.result == here.result => last.clean |= clean,
            _ => self.checkpoints.push(here),
        }
        self.next = self.source + STRIDE;
    }
}

impl Sink for Mapped {
    #[inline]
    fn copy(&mut self, clean: &str) {
        if self.out.capacity() == 0 {
            self.out.reserve(self.capacity);
        }
        if clean.len() >= STRIDE {
            self.mark(true);
        }
        self.out.push_str(clean);
        self.advance(clean.len());
    }

    #[inline]
    fn replace(&mut self, _: &str, from: Range<usize>, to: impl Iterator<Item = char> + Clone) {
        self.out.extend(to);
        self.advance(from.len());
    }

    #[inline]
    fn letter(&mut self, _: &str, _: usize, to: char) {
        self.out.push(to);
        self.advance(2);
    }

    #[inline]
    fn put(&mut self, _: &str, from: Range<usize>, to: Option<char>) {
        if let Some(to) = to {
            self.out.push(to);
        }
        self.advance(from.len());
    }
}

impl<'n, 's> Normalized<'n, 's> {
    pub(crate) fn new(normalizer: &'n Normalizer, source: &'s str, mapped: Mapped) -> Normalized<'n, 's> {
        let text = if mapped.source == 0 { Cow::Borrowed(source) } else { Cow::Owned(mapped.out) };
        Normalized { normalizer, source, text, checkpoints: mapped.checkpoints }
    }

    /// The result.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// assert_eq!(Normalizer::new(Profile::MODEL).normalize("سـلام").text(), "سلام"); // peace
    /// ```
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The result, borrowed from the source where nothing changed.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let text = Normalizer::new(Profile::MODEL).normalize("سلام").into_text();
    /// assert!(matches!(text, std::borrow::Cow::Borrowed("سلام")));
    /// ```
    #[must_use]
    pub fn into_text(self) -> Cow<'s, str> {
        self.text
    }

    /// The source.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// assert_eq!(Normalizer::new(Profile::MODEL).normalize("سـلام").source(), "سـلام");
    /// ```
    #[must_use]
    pub const fn source(&self) -> &'s str {
        self.source
    }

    /// Whether the source stayed as it is.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// assert!(Normalizer::new(Profile::MODEL).normalize("سلام").is_unchanged());
    /// ```
    #[must_use]
    pub const fn is_unchanged(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Where a range of bytes of the result came from.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let normalizer = Normalizer::new(Profile::MODEL);
    /// assert_eq!(normalizer.normalize("سـلام").to_source(2..4), 4..6); // ل
    /// ```
    #[must_use]
    pub fn to_source(&self, range: Range<usize>) -> Range<usize> {
        let start = self.source_of(range.start, false);
        let end = if range.end <= range.start { start } else { self.source_of(range.end, true) };
        start..end.max(start)
    }

    /// Where a range of bytes of the source has gone; empty if all of it was dropped.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let normalizer = Normalizer::new(Profile::MODEL);
    /// assert_eq!(normalizer.normalize("سـلام").to_result(4..6), 2..4); // ل
    /// ```
    #[must_use]
    pub fn to_result(&self, range: Range<usize>) -> Range<usize> {
        let start = {
            let piece = self.piece(range.start, Side::Source);
            piece.result.start + piece.offset(range.start.saturating_sub(piece.source.start), false)
        };
        if range.end <= range.start {
            return start..start;
        }
        let last = self.piece(range.end - 1, Side::Source);
        let end = last.result.start + last.offset(range.end.min(self.source.len()) - last.source.start, true);
        start..end.max(start)
    }

    /// The same in other units than bytes; worth keeping, as it takes a pass over both texts.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, OffsetUnit, Profile};
    /// let normalizer = Normalizer::new(Profile::MODEL);
    /// let normalized = normalizer.normalize("سـلام");
    /// let map = normalized.map(OffsetUnit::Chars);
    /// assert_eq!((map.to_source(1..2), map.to_result(2..3)), (2..3, 1..2));
    /// ```
    #[must_use]
    pub fn map(&self, unit: OffsetUnit) -> OffsetMap<'_> {
        OffsetMap {
            normalized: self,
            source: OffsetIndex::new(self.source, unit),
            result: OffsetIndex::new(&self.text, unit),
        }
    }

    fn source_of(&self, byte: usize, is_end: bool) -> usize {
        let piece = self.piece(byte, Side::Result);
        let into = byte.min(self.text.len()).saturating_sub(piece.result.start);
        if piece.is_clean {
            piece.source.start + into
        } else if into > 0 && is_end {
            piece.source.end
        } else {
            piece.source.start
        }
    }

    /// The piece that holds a byte; the empty one at the end for what lies beyond.
    fn piece(&self, byte: usize, side: Side) -> Piece {
        let end = Piece {
            source: self.source.len()..self.source.len(),
            result: self.text.len()..self.text.len(),
            is_clean: true,
        };
        if self.is_unchanged() {
            return Piece { source: 0..self.source.len(), result: 0..self.text.len(), is_clean: true };
        }
        if byte >= end.on(side).start {
            return end;
        }
        // Of several checkpoints at one place of the result the last before the byte is meant: all between is dropped.
        let after = self.checkpoints.partition_point(|c| c.on(side) <= byte);
        let from = after.checked_sub(1).and_then(|i| self.checkpoints.get(i)).copied().unwrap_or_default();
        if from.clean {
            let next = self.checkpoints.get(after);
            let (source, result) = next.map_or((end.source.end, end.result.end), |c| (c.source, c.result));
            return Piece { source: from.source..source, result: from.result..result, is_clean: true };
        }
        let mut finder = Finder {
            byte,
            side,
            piece: Piece {
                source: from.source..from.source,
                result: from.result..from.result,
                is_clean: true,
            },
        };
        let done = self.normalizer.run(self.source, from.source, &mut finder);
        finder.copy(self.source.get(done..).unwrap_or_default());
        finder.piece
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Source,
    Result,
}

impl Checkpoint {
    const fn on(&self, side: Side) -> usize {
        match side {
            Side::Source => self.source,
            Side::Result => self.result,
        }
    }
}

/// A stretch of the source and what became of it.
#[derive(Clone, Debug)]
struct Piece {
    source: Range<usize>,
    result: Range<usize>,
    is_clean: bool,
}

impl Piece {
    const fn on(&self, side: Side) -> &Range<usize> {
        match side {
            Side::Source => &self.source,
            Side::Result => &self.result,
        }
    }

    /// How far into the result a position so far into the source is.
    const fn offset(&self, into: usize, is_end: bool) -> usize {
        if self.is_clean {
            into
        } else if is_end {
            self.result.end - self.result.start
        } else {
            0
        }
    }
}

/// Runs the engine until it has passed a byte.
struct Finder {
    byte: usize,
    side: Side,
    piece: Piece,
}

impl Finder {
    fn step(&mut self, source: usize, result: usize, is_clean: bool) {
        if !self.is_full() {
            let (from, to) = (self.piece.source.end, self.piece.result.end);
            self.piece = Piece { source: from..from + source, result: to..to + result, is_clean };
        }
    }
}

impl Sink for Finder {
    fn copy(&mut self, clean: &str) {
        self.step(clean.len(), clean.len(), true);
    }

    fn replace(&mut self, _: &str, from: Range<usize>, to: impl Iterator<Item = char> + Clone) {
        self.step(from.len(), to.map(char::len_utf8).sum(), false);
    }

    fn is_full(&self) -> bool {
        self.piece.on(self.side).end > self.byte
    }
}

/// Maps ranges of a [`Normalized`] both ways in characters or UTF-16 units.
#[derive(Clone, Debug)]
pub struct OffsetMap<'n> {
    normalized: &'n Normalized<'n, 'n>,
    source: OffsetIndex<'n>,
    result: OffsetIndex<'n>,
}

impl OffsetMap<'_> {
    /// Where a range of the result came from.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, OffsetUnit, Profile};
    /// let normalizer = Normalizer::new(Profile::MODEL);
    /// let normalized = normalizer.normalize("🙂 سـلام");
    /// assert_eq!(normalized.map(OffsetUnit::Utf16).to_source(3..7), 3..8);
    /// ```
    #[must_use]
    pub fn to_source(&self, range: Range<usize>) -> Range<usize> {
        let bytes = self.normalized.to_source(self.result.byte(range.start)..self.result.byte(range.end));
        self.source.get(bytes.start)..self.source.get(bytes.end)
    }

    /// Where a range of the source has gone.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, OffsetUnit, Profile};
    /// let normalizer = Normalizer::new(Profile::MODEL);
    /// let normalized = normalizer.normalize("🙂 سـلام");
    /// assert_eq!(normalized.map(OffsetUnit::Chars).to_result(2..7), 2..6);
    /// ```
    #[must_use]
    pub fn to_result(&self, range: Range<usize>) -> Range<usize> {
        let bytes = self.normalized.to_result(self.source.byte(range.start)..self.source.byte(range.end));
        self.result.get(bytes.start)..self.result.get(bytes.end)
    }
}
