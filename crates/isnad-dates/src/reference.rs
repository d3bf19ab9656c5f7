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

    /// Reads `2022-01-21`, `2022-01-21T04:30` or `2022-01-21T04:30:00`, also with a fraction of a second and an offset
    /// (`Z`, `+03:00`). The day and hour count as they are written, where the text was written: the offset changes neither.
    ///
    /// ```
    /// use isnad_dates::Reference;
    /// let reference: Reference = "2022-01-21T04:30:00+03:00".parse()?;
    /// assert_eq!(reference.seconds, Some(4 * 3600 + 30 * 60));
    /// assert!("2022-01-21T04:30rubbish".parse::<Reference>().is_err());
    /// # Ok::<(), isnad_dates::ReferenceError>(())
    /// ```
    fn from_str(text: &str) -> Result<Reference, ReferenceError> {
        let error = || ReferenceError(text.to_string());
        let number = |part: Option<&str>, digits: core::ops::RangeInclusive<usize>| {
            let part = part.filter(|p| digits.contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|p| p.parse::<u32>().ok()).ok_or_else(error)
        };
        let (day, time) = text.split_once(['T', ' ']).map_or((text, None), |(day, time)| (day, Some(time)));
        let mut parts = day.splitn(3, '-');
        let year = number(parts.next(), 4..=4)?;
        let month = number(parts.next(), 1..=2)?;
        let date = number(parts.next(), 1..=2)?;
        let date = Date::new(year as i32, month as u8, date as u8).ok_or_else(error)?;
        let Some(time) = time else { return Ok(Reference { date, seconds: None }) };
        let (clock, offset) = match time.find(['Z', '+', '-']) {
            Some(at) => (time.get(..at).unwrap_or_default(), time.get(at..).unwrap_or_default()),
            None => (time, "Z"),
        };
        if let Some(offset) = offset.strip_prefix(['+', '-']) {
            let (hours, minutes) = offset.split_once(':').ok_or_else(error)?;
            number(Some(hours), 2..=2)?;
            number(Some(minutes), 2..=2)?;
        } else if offset != "Z" {
            return Err(error());
        }
        let (clock, fraction) =
            clock.split_once('.').map_or((clock, "0"), |(clock, fraction)| (clock, fraction));
        number(Some(fraction), 1..=9)?;
        let mut parts = clock.splitn(3, ':');
        let hour = number(parts.next(), 2..=2)?;
        let minute = number(parts.next(), 2..=2)?;
        let second = parts.next().map_or(Ok(0), |second| number(Some(second), 2..=2))?;
        if hour > 23 || minute > 59 || second > 59 {
            return Err(error());
        }
        Ok(Reference { date, seconds: Some(hour * 3600 + minute * 60 + second) })
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
