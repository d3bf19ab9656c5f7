//! Plain dates and the reference.

use core::fmt;
use core::str::FromStr;

/// A day of the proleptic Gregorian calendar.
///
/// ```
/// use isnad_dates::Date;
/// assert_eq!(Date::new(2022, 1, 21).unwrap().to_string(), "2022-01-21");
/// assert_eq!(Date::new(2022, 2, 30), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, `None` where there is none such.
    ///
    /// ```
    /// assert!(isnad_dates::Date::new(2024, 2, 29).is_some());
    /// ```
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        if month < 1 || month > 12 || day < 1 || day > Date::days_in_month(year, month) {
            return None;
        }
        Some(Date { year, month, day })
    }

    /// Days of a month.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::days_in_month(2023, 2), 28);
    /// ```
    #[must_use]
    pub const fn days_in_month(year: i32, month: u8) -> u8 {
        match month {
            4 | 6 | 9 | 11 => 30,
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// The year.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::new(2022, 1, 21).unwrap().year(), 2022);
    /// ```
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::new(2022, 1, 21).unwrap().month(), 1);
    /// ```
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::new(2022, 1, 21).unwrap().day(), 21);
    /// ```
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// When the text was written: what relative expressions are resolved against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The day.
    pub date: Date,
    /// Seconds since midnight, where the time is known.
    pub seconds: Option<u32>,
}

impl From<Date> for Reference {
    fn from(date: Date) -> Reference {
        Reference { date, seconds: None }
    }
}

/// A reference that is neither an ISO 8601 date nor an RFC 3339 date-time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date (YYYY-MM-DD) and no date-time (YYYY-MM-DDThh:mm:ss)")]
pub struct ReferenceError(String);

impl FromStr for Reference {
    type Err = ReferenceError;

    /// Reads `2022-01-21` or `2022-01-21T04:30:00` with or without an offset.
    fn from_str(text: &str) -> Result<Reference, ReferenceError> {
        let error = || ReferenceError(text.to_string());
        let (day, time) = text.split_once(['T', ' ']).map_or((text, None), |(day, time)| (day, Some(time)));
        let mut parts = day.splitn(3, '-').map(str::parse::<i32>);
        let mut part = || parts.next().and_then(Result::ok).ok_or_else(error);
        let (year, month, date) = (part()?, part()?, part()?);
        let small = |n: i32| u8::try_from(n).map_err(|_| error());
        let date = Date::new(year, small(month)?, small(date)?).ok_or_else(error)?;
        let seconds = match time {
            None => None,
            Some(time) => {
                let clock = time.get(..8).or(time.get(..5)).ok_or_else(error)?;
                let mut total = 0;
                for (part, unit) in clock.split(':').zip([3600, 60, 1]) {
                    total += part.parse::<u32>().map_err(|_| error())? * unit;
                }
                if total >= 86_400 {
                    return Err(error());
                }
                Some(total)
            }
        };
        Ok(Reference { date, seconds })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seconds {
            None => write!(f, "{}", self.date),
            Some(s) => write!(f, "{}T{:02}:{:02}:{:02}", self.date, s / 3600, s / 60 % 60, s % 60),
        }
    }
}
