//! The reference: when the text was written.

use core::fmt;
use core::str::FromStr;

use crate::Date;

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
    ///
    /// ```
    /// let reference: isnad_dates::Reference = "2022-01-21T04:30:00".parse().unwrap();
    /// assert_eq!(reference.seconds, Some(4 * 3600 + 30 * 60));
    /// ```
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
                let mut total: u32 = 0;
                for (part, unit) in clock.split(':').zip([3600, 60, 1]) {
                    let part: u32 = part.parse().map_err(|_| error())?;
                    total = total.saturating_add(part.saturating_mul(unit));
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
