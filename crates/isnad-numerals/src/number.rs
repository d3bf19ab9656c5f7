//! Exact numbers.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

/// An exact rational number: integers to 10^30 and beyond, decimals and fractions without floating point.
///
/// ```
/// use isnad_numerals::Number;
/// let half = Number::fraction(1, 2).unwrap();
/// assert_eq!(half.to_string(), "0.5");
/// assert_eq!(half.checked_add(Number::from(2)).unwrap().to_string(), "2.5");
/// assert_eq!(Number::fraction(1, 3).unwrap().to_string(), "1/3");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Number {
    numerator: i128,
    /// Positive, without a common factor with the numerator.
    denominator: i128,
}

const fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Number {
    /// Zero.
    pub const ZERO: Number = Number { numerator: 0, denominator: 1 };
    /// One.
    pub const ONE: Number = Number { numerator: 1, denominator: 1 };

    /// `numerator / denominator` in lowest terms; `None` if the denominator is zero or the number too large to hold.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::fraction(2, 4), Number::fraction(1, 2));
    /// assert_eq!(Number::fraction(1, 0), None);
    /// ```
    #[must_use]
    pub fn fraction(numerator: i128, denominator: i128) -> Option<Number> {
        if denominator == 0 || numerator == i128::MIN || denominator == i128::MIN {
            return None;
        }
        let common = i128::try_from(gcd(numerator.unsigned_abs(), denominator.unsigned_abs())).ok()?;
        let sign = if denominator < 0 { -1 } else { 1 };
        Some(Number { numerator: sign * (numerator / common), denominator: (denominator / common).abs() })
    }

    /// An integer, if it has an opposite.
    fn whole(value: i128) -> Option<Number> {
        (value != i128::MIN).then_some(Number::integer(value))
    }

    /// An integer; not `i128::MIN`, which has no opposite.
    pub(crate) const fn integer(value: i128) -> Number {
        Number { numerator: value, denominator: 1 }
    }

    /// The numerator in lowest terms.
    ///
    /// ```
    /// assert_eq!(isnad_numerals::Number::from(7).numerator(), 7);
    /// ```
    #[must_use]
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// The denominator in lowest terms, always positive.
    ///
    /// ```
    /// assert_eq!(isnad_numerals::Number::from(7).denominator(), 1);
    /// ```
    #[must_use]
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// The sum, `None` on overflow.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::from(2).checked_add(Number::from(3)), Some(Number::from(5)));
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Number) -> Option<Number> {
        if self.denominator == 1 && other.denominator == 1 {
            return self.numerator.checked_add(other.numerator).and_then(Number::whole);
        }
        let left = self.numerator.checked_mul(other.denominator)?;
        let right = other.numerator.checked_mul(self.denominator)?;
        Number::fraction(left.checked_add(right)?, self.denominator.checked_mul(other.denominator)?)
    }

    /// The product, `None` on overflow.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::from(2).checked_mul(Number::from(3)), Some(Number::from(6)));
    /// ```
    #[must_use]
    pub fn checked_mul(self, other: Number) -> Option<Number> {
        if self.denominator == 1 && other.denominator == 1 {
            return self.numerator.checked_mul(other.numerator).and_then(Number::whole);
        }
        Number::fraction(
            self.numerator.checked_mul(other.numerator)?,
            self.denominator.checked_mul(other.denominator)?,
        )
    }

    /// Its value if it is an integer that fits.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::from(14_000).to_i64(), Some(14_000));
    /// assert_eq!(Number::fraction(1, 2).unwrap().to_i64(), None);
    /// ```
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        if self.denominator == 1 { i64::try_from(self.numerator).ok() } else { None }
    }

    /// The difference, `None` on overflow.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::from(2).checked_sub(Number::from(3)), Some(Number::from(-1)));
    /// ```
    #[must_use]
    pub fn checked_sub(self, other: Number) -> Option<Number> {
        self.checked_add(Number { numerator: other.numerator.checked_neg()?, ..other })
    }

    /// The quotient, `None` on overflow and for a zero divisor.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::from(1).checked_div(Number::from(4)), Number::fraction(1, 4));
    /// ```
    #[must_use]
    pub fn checked_div(self, other: Number) -> Option<Number> {
        self.checked_mul(Number::fraction(other.denominator, other.numerator)?)
    }

    /// As a double, if that loses nothing.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!(Number::fraction(1, 4).unwrap().to_f64_exact(), Some(0.25));
    /// assert_eq!(Number::fraction(1, 10).unwrap().to_f64_exact(), None);
    /// ```
    #[must_use]
    pub fn to_f64_exact(self) -> Option<f64> {
        // A double holds integers to 2^53 over powers of two exactly.
        let fits = self.numerator.unsigned_abs() <= 1 << 53;
        (fits && self.denominator.count_ones() == 1 && self.denominator <= 1 << 60).then(|| self.to_f64())
    }

    /// As a double, rounded where it must be.
    ///
    /// ```
    /// assert_eq!(isnad_numerals::Number::fraction(1, 4).unwrap().to_f64(), 0.25);
    /// ```
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Number {
            fn from(value: $integer) -> Number {
                Number::integer(i128::from(value))
            }
        }
    )*};
}
from_integers!(i8 i16 i32 i64 u8 u16 u32 u64);

impl FromStr for Number {
    type Err = NumberError;

    /// Reads what [`Display`](fmt::Display) writes: `7`, `-2.5`, `1/3`.
    ///
    /// ```
    /// use isnad_numerals::Number;
    /// assert_eq!("-0.5".parse(), Ok(Number::fraction(-1, 2).unwrap()));
    /// for wrong in ["", "-", "+5", ".5", "5.", ".+5", "1.-5", "1/-3", "--1", "٥"] {
    ///     assert!(wrong.parse::<Number>().is_err(), "{wrong}");
    /// }
    /// ```
    fn from_str(text: &str) -> Result<Number, NumberError> {
        let integer = |digits: &str| {
            let are_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
            digits.parse::<i128>().ok().filter(|_| are_digits)
        };
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
        let read = || match (digits.split_once('/'), digits.split_once('.')) {
            (Some((n, d)), _) => Number::fraction(sign * integer(n)?, integer(d)?),
            (None, Some((whole, part))) => {
                integer(whole).and(integer(part))?;
                let scale = 10i128.checked_pow(part.len().try_into().ok()?)?;
                Number::fraction(sign * integer(&format!("{whole}{part}"))?, scale)
            }
            (None, None) => Number::fraction(sign * integer(digits)?, 1),
        };
        read().ok_or(NumberError(()))
    }
}

/// A text is no number, or one too large to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an integer, a decimal or a fraction below 10^38")]
pub struct NumberError(());

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Number) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    /// By value, exactly: whole parts first, then what is left by its continued fraction.
    fn cmp(&self, other: &Number) -> Ordering {
        if self.denominator == other.denominator {
            return self.numerator.cmp(&other.numerator);
        }
        let whole = |n: &Number| n.numerator.div_euclid(n.denominator);
        let (mut a, mut b) = (self.numerator.rem_euclid(self.denominator), self.denominator);
        let (mut c, mut d) = (other.numerator.rem_euclid(other.denominator), other.denominator);
        let mut order = whole(self).cmp(&whole(other));
        while order.is_eq() && a != 0 && c != 0 {
            // a/b < c/d where b/a > d/c: the sides change places at every turn
            order = (d / c).cmp(&(b / a));
            (a, b, c, d) = (d % c, c, b % a, a);
        }
        if order.is_eq() { (a != 0).cmp(&(c != 0)) } else { order }
    }
}

impl fmt::Display for Number {
    /// As a decimal where it ends within 30 places (`2.5`), else as a fraction (`1/3`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut places, mut scale) = (0usize, 1i128);
        while scale % self.denominator != 0 && places < 30 {
            scale *= 10;
            places += 1;
        }
        let scaled = (scale % self.denominator == 0)
            .then(|| self.numerator.checked_mul(scale / self.denominator))
            .flatten();
        match scaled {
            Some(value) if places == 0 => write!(f, "{value}"),
            Some(value) => {
                let sign = if value < 0 { "-" } else { "" };
                let (whole, part) = (value.abs() / scale, value.abs() % scale);
                write!(f, "{sign}{whole}.{part:0places$}")
            }
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Number({self})")
    }
}

// As its text, so that nothing is lost: `"2.5"`, `"1/3"`.
isnad_text::as_text!(Number: "a number as text");
