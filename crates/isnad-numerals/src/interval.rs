//! Intervals of exact numbers: what a quantity with bounds says.

use core::fmt;

use crate::{Number, Quantity, QuantityKind, Unit};

/// All numbers from `low` to `high`, both included; a side that is `None` is open.
///
/// ```
/// use isnad_numerals::{Interval, Number};
/// let at_least_600 = Interval { low: Some(600.into()), high: None };
/// assert!(at_least_600.contains(1_000.into()) && !at_least_600.contains(599.into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// The lower end.
    pub low: Option<Number>,
    /// The upper end.
    pub high: Option<Number>,
}

impl From<Number> for Interval {
    fn from(point: Number) -> Interval {
        Interval { low: Some(point), high: Some(point) }
    }
}

impl Interval {
    /// The value, if both ends are the same.
    ///
    /// ```
    /// use isnad_numerals::{Interval, Number};
    /// assert_eq!(Interval::from(Number::from(5)).point(), Some(5.into()));
    /// ```
    #[must_use]
    pub fn point(self) -> Option<Number> {
        self.low.filter(|_| self.low == self.high)
    }

    /// Whether a number lies inside.
    ///
    /// ```
    /// use isnad_numerals::{Interval, Number};
    /// let range = Interval { low: Some(10.into()), high: Some(20.into()) };
    /// assert!(range.contains(20.into()) && !range.contains(21.into()));
    /// ```
    #[must_use]
    pub fn contains(self, number: Number) -> bool {
        self.low.is_none_or(|low| low <= number) && self.high.is_none_or(|high| number <= high)
    }

    /// Whether some number lies in both.
    ///
    /// ```
    /// use isnad_numerals::{Interval, Number};
    /// let range = Interval { low: Some(10.into()), high: Some(20.into()) };
    /// assert!(range.overlaps(Number::from(20).into()) && !range.overlaps(Number::from(9).into()));
    /// ```
    #[must_use]
    pub fn overlaps(self, other: Interval) -> bool {
        let below = |low: Option<Number>, high: Option<Number>| match (low, high) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Whether every number of this one is below every number of the other.
    ///
    /// ```
    /// use isnad_numerals::{Interval, Number};
    /// let range = Interval { low: Some(10.into()), high: Some(20.into()) };
    /// assert!(range.is_below(Number::from(21).into()) && !range.is_below(Number::from(20).into()));
    /// ```
    #[must_use]
    pub fn is_below(self, other: Interval) -> bool {
        self.high.zip(other.low).is_some_and(|(high, low)| high < low)
    }

    /// The sums of a number of one with a number of the other; `None` on overflow.
    ///
    /// ```
    /// use isnad_numerals::{Interval, Number};
    /// let some = Interval { low: Some(10.into()), high: None };
    /// assert_eq!(some.checked_add(Number::from(5).into()).unwrap().low, Some(15.into()));
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Interval) -> Option<Interval> {
        let sum = |a: Option<Number>, b: Option<Number>| match a.zip(b) {
            Some((a, b)) => a.checked_add(b).map(Some),
            None => Some(None),
        };
        Some(Interval { low: sum(self.low, other.low)?, high: sum(self.high, other.high)? })
    }

    /// Each number times `factor`, which must be positive; `None` on overflow.
    ///
    /// ```
    /// use isnad_numerals::{Interval, Number};
    /// let range = Interval { low: Some(1.into()), high: Some(2.into()) };
    /// assert_eq!(range.checked_scale(1_000.into()).unwrap().high, Some(2_000.into()));
    /// ```
    #[must_use]
    pub fn checked_scale(self, factor: Number) -> Option<Interval> {
        if factor <= Number::ZERO {
            return None;
        }
        let scale = |end: Option<Number>| end.map_or(Some(None), |n| n.checked_mul(factor).map(Some));
        Some(Interval { low: scale(self.low)?, high: scale(self.high)? })
    }
}

impl fmt::Display for Interval {
    /// `5`, `10..20`, `600..` and `..300`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(point) = self.point() {
            return write!(f, "{point}");
        }
        if let Some(low) = self.low {
            write!(f, "{low}")?;
        }
        f.write_str("..")?;
        self.high.map_or(Ok(()), |high| write!(f, "{high}"))
    }
}

impl Quantity {
    /// Its bounds.
    ///
    /// ```
    /// let found = isnad_numerals::find("بين 10 و20 طالبا"); // between 10 and 20 students
    /// assert!(found[0].interval().contains(15.into()));
    /// ```
    #[must_use]
    pub const fn interval(&self) -> Interval {
        Interval { low: self.low, high: self.high }
    }

    /// Its bounds in the SI unit of its measure, and that unit; `None` for what has no unit of measure, or on overflow.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// let found = isnad_numerals::find("على بعد 2 كيلومتر"); // two kilometres away
    /// let (bounds, unit) = found[0].to_si().unwrap();
    /// assert_eq!((bounds.point(), unit.as_str()), (Some(Number::from(2_000)), "m"));
    /// ```
    #[must_use]
    pub fn to_si(&self) -> Option<(Interval, Unit)> {
        if !matches!(self.kind, QuantityKind::Measure | QuantityKind::Range | QuantityKind::Percent) {
            return None;
        }
        self.unit.as_ref()?.to_si(self.interval())
    }
}
