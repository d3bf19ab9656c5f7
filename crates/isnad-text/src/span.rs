//! Where something stands in the original text.

use core::ops::Range;

/// A half-open range of bytes of the original text, on char boundaries.
///
/// ```
/// use isnad_text::Span;
/// let span = Span::new(2, 10);
/// assert_eq!(span.len(), 8);
/// assert!(span.overlaps(Span::new(9, 12)) && !span.overlaps(Span::new(10, 12)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, but not including, `end`.
    ///
    /// ```
    /// assert_eq!(isnad_text::Span::new(0, 4).range(), 0..4);
    /// ```
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// Number of bytes.
    ///
    /// ```
    /// assert_eq!(isnad_text::Span::new(3, 7).len(), 4);
    /// ```
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds no byte.
    ///
    /// ```
    /// assert!(isnad_text::Span::new(3, 3).is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// As a range, for slicing.
    ///
    /// ```
    /// assert_eq!(&"abc"[isnad_text::Span::new(1, 2).range()], "b");
    /// ```
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether the two share a byte.
    ///
    /// ```
    /// use isnad_text::Span;
    /// assert!(Span::new(0, 4).overlaps(Span::new(3, 5)));
    /// ```
    #[must_use]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    ///
    /// ```
    /// use isnad_text::Span;
    /// assert!(Span::new(0, 4).contains(Span::new(1, 4)));
    /// ```
    #[must_use]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    ///
    /// ```
    /// use isnad_text::Span;
    /// assert_eq!(Span::new(0, 2).cover(Span::new(5, 6)), Span::new(0, 6));
    /// ```
    #[must_use]
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Range<usize> {
        span.range()
    }
}
