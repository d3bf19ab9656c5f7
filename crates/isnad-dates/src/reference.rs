//! The reference: when the text was written.

use core::fmt;

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

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seconds {
            None => write!(f, "{}", self.date),
            Some(s) => write!(f, "{}T{:02}:{:02}:{:02}", self.date, s / 3600, s / 60 % 60, s % 60),
        }
    }
}
