//! Points of the calendar and the clock, each with its own grain: a year, a week, the night of a day.

use core::fmt;

use crate::Date;

/// A stretch of the calendar or the clock that has a name of its own.
///
/// What is not known is `None`: the third of May of an unknown year, an hour of an unknown day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Point {
    /// `20` is the century that runs from 2000 to 2099 (as TIMEX3 writes it, `20XX`).
    Century(i32),
    /// `201` is the decade that runs from 2010 to 2019 (`201X`).
    Decade(i32),
    /// A year; negative years are before Christ, 0 is 1 BC.
    Year(Option<i32>),
    /// Half of a year, 1 or 2.
    Half(Option<i32>, u8),
    /// Quarter of a year, 1 to 4.
    Quarter(Option<i32>, u8),
    /// Season of a year.
    Season(Option<i32>, Season),
    /// Month of a year, 1 to 12.
    Month(Option<i32>, Option<u8>),
    /// ISO 8601 week.
    Week(Option<(i32, u8)>),
    /// A day.
    Day(Date),
    /// A day of which only a part is known, or one that does not exist (the 30th of February).
    PartialDay {
        /// Its year.
        year: Option<i32>,
        /// Its month as written; 13 is possible, and impossible.
        month: Option<u8>,
        /// Its day of the month as written.
        day: Option<u8>,
    },
    /// A day of the week, 1 for Monday to 7 for Sunday, of an unknown week.
    Weekday(u8),
    /// A part of a day.
    DayPart(Option<Date>, DayPart),
    /// A time of day.
    Time(Option<Date>, Clock),
}

isnad_text::names! {
    /// A season, in the northern hemisphere.
    pub enum Season {
        /// March to May.
        Spring = "spring",
        /// June to August.
        Summer = "summer",
        /// September to November.
        Autumn = "autumn",
        /// December to February.
        Winter = "winter",
    }
}

isnad_text::names! {
    /// A part of the day, in the terms of TIMEX3.
    #[non_exhaustive]
    pub enum DayPart {
        /// From dawn to noon.
        Morning = "morning",
        /// From noon to sunset.
        Afternoon = "afternoon",
        /// Around and after sunset.
        Evening = "evening",
        /// Night.
        Night = "night",
        /// As long as it is light.
        Daytime = "daytime",
    }
}

/// A time of day as far as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// 0 to 23; `None` where only the day is known ("two hours ago" without a time of writing).
    pub hour: Option<u8>,
    /// 0 to 59.
    pub minute: Option<u8>,
    /// 0 to 59.
    pub second: Option<u8>,
    /// The zone that the text names.
    pub zone: Option<Zone>,
}

/// A time zone as named in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Zone {
    /// بالتوقيت المحلي "local time".
    Local,
    /// Minutes east of UTC, without daylight saving.
    Offset(i16),
}

impl Zone {
    /// After a time that is written exactly: as EDTF has it, and `J`, the letter of local time, where there is no offset.
    pub(crate) fn exact(self) -> String {
        if self == Zone::Local { "J".to_string() } else { self.edtf() }
    }

    /// `Z`, `+03:00`, or nothing where the text says no more than "local time".
    fn edtf(self) -> String {
        match self {
            Zone::Local => String::new(),
            Zone::Offset(0) => "Z".to_string(),
            Zone::Offset(minutes) => {
                let (sign, minutes) = (if minutes < 0 { '-' } else { '+' }, minutes.unsigned_abs());
                format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

impl Season {
    /// Its first month.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Season::Autumn.first_month(), 9);
    /// ```
    #[must_use]
    pub const fn first_month(self) -> u8 {
        match self {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }
    }

    pub(crate) const fn timex3(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }

    /// ISO 8601-2, 4.8: 21 spring to 24 winter.
    const fn edtf(self) -> u8 {
        match self {
            Season::Spring => 21,
            Season::Summer => 22,
            Season::Autumn => 23,
            Season::Winter => 24,
        }
    }
}

impl DayPart {
    /// Its code in TIMEX3.
    ///
    /// ```
    /// assert_eq!(isnad_dates::DayPart::Night.timex3(), "NI");
    /// ```
    #[must_use]
    pub const fn timex3(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
            DayPart::Daytime => "DT",
        }
    }

    /// First and last hour (exclusive; 30 is six o'clock of the next day).
    pub(crate) const fn hours(self) -> (u32, u32) {
        match self {
            DayPart::Morning => (4, 12),
            DayPart::Afternoon => (12, 18),
            DayPart::Evening => (18, 21),
            DayPart::Night => (21, 30),
            DayPart::Daytime => (6, 18),
        }
    }
}

/// Four digits, or `XXXX`. Years before Christ as TIMEX3 writes them: `BC0055`.
struct Year(Option<i32>);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("XXXX"),
            Some(year) if year <= 0 => write!(f, "BC{:04}", 1 - year),
            Some(year) => write!(f, "{year:04}"),
        }
    }
}

/// Two digits, or `XX`.
struct Two(Option<u8>);

impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("XX"),
            Some(n) => write!(f, "{n:02}"),
        }
    }
}

impl fmt::Display for Point {
    /// As TIMEX3.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |date: Option<Date>, f: &mut fmt::Formatter<'_>| match date {
            None => f.write_str("XXXX-XX-XX"),
            Some(date) => date.fmt(f),
        };
        match *self {
            Point::Century(n) if n < 0 => write!(f, "BC{:02}XX", n.saturating_neg() - 1),
            Point::Century(n) => write!(f, "{n:02}XX"),
            Point::Decade(n) => write!(f, "{n:03}X"),
            Point::Year(year) => write!(f, "{}", Year(year)),
            Point::Half(year, n) => write!(f, "{}-H{n}", Year(year)),
            Point::Quarter(year, n) => write!(f, "{}-Q{n}", Year(year)),
            Point::Season(year, season) => write!(f, "{}-{}", Year(year), season.timex3()),
            Point::Month(year, month) => write!(f, "{}-{}", Year(year), Two(month)),
            Point::Week(None) => f.write_str("XXXX-WXX"),
            Point::Week(Some((year, week))) => write!(f, "{year:04}-W{week:02}"),
            Point::Day(date) => date.fmt(f),
            Point::PartialDay { year, month, day } => {
                write!(f, "{}-{}-{}", Year(year), Two(month), Two(day))
            }
            Point::Weekday(n) => write!(f, "XXXX-WXX-{n}"),
            Point::DayPart(date, part) => {
                day(date, f)?;
                write!(f, "T{}", part.timex3())
            }
            Point::Time(date, clock) => {
                day(date, f)?;
                write!(f, "T{}", Two(clock.hour))?;
                // An hour of a range ends with itself, not with its first minute: T15/T16.
                if clock.hour.is_some() && !(f.alternate() && clock.minute.is_none()) {
                    write!(f, ":{:02}", clock.minute.unwrap_or(0))?;
                }
                if let Some(second) = clock.second {
                    write!(f, ":{second:02}")?;
                }
                if clock.zone == Some(Zone::Offset(0)) {
                    f.write_str("Z")?;
                }
                Ok(())
            }
        }
    }
}

impl Point {
    /// As EDTF (ISO 8601-2), where it has a form: weeks and weekdays have none, nor has what does not exist.
    ///
    /// ```
    /// use isnad_dates::{Point, Season};
    /// assert_eq!(Point::Season(Some(2019), Season::Autumn).edtf().as_deref(), Some("2019-23"));
    /// assert_eq!(Point::Year(Some(-54)).edtf().as_deref(), Some("-0054"));
    /// assert_eq!(Point::Weekday(5).edtf(), None);
    /// ```
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let year = |y: Option<i32>| match y {
            None => "XXXX".to_string(),
            Some(y) if y < 0 => format!("-{:04}", -y),
            Some(y) if y > 9999 => format!("Y{y}"),
            Some(y) => format!("{y:04}"),
        };
        match *self {
            Point::Year(y) => Some(year(y)),
            Point::Half(y, n) => Some(format!("{}-{}", year(y), 39 + u32::from(n))),
            Point::Quarter(y, n) => Some(format!("{}-{}", year(y), 32 + u32::from(n))),
            Point::Season(y, season) => Some(format!("{}-{}", year(y), season.edtf())),
            Point::Month(y, m) => Some(format!("{}-{}", year(y), Two(m))),
            Point::Week(Some((y, w))) => {
                let monday = Date::from_iso_week(y, w)?;
                Some(format!("{monday}/{}", monday.plus_days(6)?))
            }
            Point::Week(None) | Point::Weekday(_) => None,
            Point::PartialDay { year: y, month, day } => {
                (!self.is_impossible()).then(|| format!("{}-{}-{}", year(y), Two(month), Two(day)))
            }
            Point::DayPart(date, _) => date.map(|d| d.to_string()),
            Point::Time(date, clock) => match (date, clock.hour) {
                (Some(d), Some(h)) => {
                    let (m, s) = (clock.minute.unwrap_or(0), clock.second.unwrap_or(0));
                    let zone = clock.zone.map_or(String::new(), Zone::edtf);
                    Some(format!("{d}T{h:02}:{m:02}:{s:02}{zone}"))
                }
                _ => date.map(|d| d.to_string()),
            },
            Point::Century(n) if n < 0 => None,
            Point::Century(_) | Point::Decade(_) | Point::Day(_) => Some(self.to_string()),
        }
    }

    /// Whether there is no such day: 30 فبراير "30 February", month 13.
    ///
    /// ```
    /// use isnad_dates::Point;
    /// let day = Point::PartialDay { year: Some(2022), month: Some(2), day: Some(30) };
    /// assert!(day.is_impossible());
    /// assert_eq!(day.to_string(), "2022-02-30");
    /// ```
    #[must_use]
    pub fn is_impossible(&self) -> bool {
        let Point::PartialDay { year, month, day } = *self else { return false };
        let month_fits = month.is_none_or(|m| (1..=12).contains(&m));
        // 2000 is a leap year: what it has not, no year has.
        let longest = month.map_or(31, |m| Date::days_in_month(year.unwrap_or(2000), m));
        !month_fits || day.is_some_and(|d| d < 1 || d > longest)
    }

    /// The day it is or lies in.
    pub(crate) const fn date(&self) -> Option<Date> {
        match *self {
            Point::Day(date) => Some(date),
            Point::DayPart(date, _) | Point::Time(date, _) => date,
            _ => None,
        }
    }
}
