//! What a temporal expression denotes.

use core::fmt;
use core::ops::Range;

use isnad_numerals::Number;

use crate::{Date, Point, Zone};

/// The value of a temporal expression. `Display` writes it as TIMEX3.
///
/// ```
/// use isnad_dates::{Date, Point, TimeValue};
/// let value = TimeValue::Point(Point::Month(Some(2020), Some(3)));
/// assert_eq!(value.to_string(), "2020-03");
/// let extent = value.extent().unwrap();
/// assert_eq!(extent.start.unwrap().to_string(), "2020-03-01T00:00:00");
/// assert_eq!(extent.end.unwrap().to_string(), "2020-04-01T00:00:00");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeValue {
    /// A named stretch of time.
    Point(Point),
    /// From one to another, both included; `None` is open.
    Interval(Option<Point>, Option<Point>),
    /// A length of time.
    Duration(Duration),
    /// A length of time between two: من 3 إلى 5 سنوات "three to five years".
    Between(Duration, Duration),
    /// Something that recurs.
    Set(Recurrence),
    /// The past, the present or the future, without saying when.
    Vague(Vague),
}

isnad_text::names! {
    /// A time that is not told.
    pub enum Vague {
        /// مؤخرا "recently"
        Past = "past",
        /// حاليا "currently"
        Present = "present",
        /// قريبا "soon"
        Future = "future",
    }
}

isnad_text::names! {
    /// A unit of time, the shortest first.
    #[non_exhaustive]
    #[allow(missing_docs)]
    pub enum Unit {
        Second = "second",
        Minute = "minute",
        Hour = "hour",
        Day = "day",
        Week = "week",
        Month = "month",
        Year = "year",
        Decade = "decade",
        Century = "century",
        Millennium = "millennium",
    }
}

/// A length of time: numbers of several units, or one unit of which the number is not told (`PXM`, "some months").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// The number of each unit, from [`Unit::Second`] to [`Unit::Year`].
    counts: [u64; 7],
    /// Thousandths of a second: 9.58 ثوان.
    millis: u16,
    /// The unit of which there are several.
    several: Option<Unit>,
}

/// Something that recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Recurrence {
    /// Every so often: `P1D` daily, `P2W` every two weeks.
    Every(Duration),
    /// Each point of a kind: `XXXX-WXX-5` every Friday, `XXXX-SU` every summer.
    Each(Point),
}

/// A second of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// Seconds since midnight.
    pub seconds: u32,
}

/// A stretch of the calendar, as far as its ends are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Extent {
    /// Its first moment; `None` where it is open or not told.
    pub start: Option<Moment>,
    /// The moment after its last one; `None` where it is open or not told.
    pub end: Option<Moment>,
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = self.seconds;
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, s / 3600, s / 60 % 60, s % 60)
    }
}

impl Unit {
    /// What a fraction of the unit is counted in, and how many make one.
    const fn parts(self) -> Option<(Unit, i64)> {
        match self {
            Unit::Second => None,
            Unit::Minute => Some((Unit::Second, 60)),
            Unit::Hour => Some((Unit::Minute, 60)),
            Unit::Day => Some((Unit::Hour, 24)),
            Unit::Week => Some((Unit::Day, 7)),
            Unit::Month => Some((Unit::Day, 30)),
            Unit::Year => Some((Unit::Month, 12)),
            Unit::Decade => Some((Unit::Year, 10)),
            Unit::Century => Some((Unit::Year, 100)),
            Unit::Millennium => Some((Unit::Year, 1000)),
        }
    }
}

impl Duration {
    /// So many of a unit. Decades, centuries and millennia are counted in years; a fraction is counted in smaller
    /// units ("a year and a half" is `P1Y6M`).
    ///
    /// ```
    /// use isnad_dates::{Duration, Unit};
    /// use isnad_numerals::Number;
    /// assert_eq!(Duration::of(Number::from(3), Unit::Decade).to_string(), "P30Y");
    /// assert_eq!(Duration::of(Number::fraction(1, 2).unwrap(), Unit::Hour).to_string(), "PT30M");
    /// ```
    #[must_use]
    pub fn of(number: Number, unit: Unit) -> Duration {
        Duration::default().with(number, unit)
    }

    /// A number of the unit that is not told.
    ///
    /// ```
    /// use isnad_dates::{Duration, Unit};
    /// assert_eq!(Duration::several(Unit::Month).to_string(), "PXM");
    /// ```
    #[must_use]
    pub fn several(unit: Unit) -> Duration {
        Duration { several: Some(unit), ..Duration::default() }
    }

    /// This and so many of a unit more. Negative numbers add nothing.
    ///
    /// ```
    /// use isnad_dates::{Duration, Unit};
    /// let hour = Duration::of(1.into(), Unit::Hour);
    /// assert_eq!(hour.with(30.into(), Unit::Minute).to_string(), "PT1H30M");
    /// ```
    #[must_use]
    pub fn with(mut self, number: Number, unit: Unit) -> Duration {
        let given = unit;
        let (mut number, mut unit) = (number, unit);
        loop {
            if let Some(slot) = self.counts.get_mut(unit as usize) {
                let whole = number.numerator().div_euclid(number.denominator());
                *slot = slot.saturating_add(u64::try_from(whole).unwrap_or(0));
                let rest = number.numerator().rem_euclid(number.denominator());
                if rest == 0 {
                    return self;
                }
                number = Number::fraction(rest, number.denominator()).unwrap_or(Number::ZERO);
            }
            let Some((smaller, parts)) = unit.parts() else {
                let millis =
                    number.checked_mul(Number::from(1000)).map_or(0, |n| n.numerator() / n.denominator());
                if given == Unit::Second {
                    self.millis = u16::try_from(millis).unwrap_or(0);
                }
                return self;
            };
            let Some(product) = number.checked_mul(Number::from(parts)) else { return self };
            (number, unit) = (product, smaller);
        }
    }

    /// How many of a unit are told of, 0 where none or an unknown number.
    ///
    /// ```
    /// use isnad_dates::{Duration, Unit};
    /// assert_eq!(Duration::of(2.into(), Unit::Week).count(Unit::Week), 2);
    /// ```
    #[must_use]
    pub fn count(&self, unit: Unit) -> u64 {
        self.counts.get(unit as usize).copied().unwrap_or(0)
    }

    /// The smallest unit in it.
    ///
    /// ```
    /// use isnad_dates::{Duration, Unit};
    /// assert_eq!(Duration::several(Unit::Hour).grain(), Some(Unit::Hour));
    /// ```
    #[must_use]
    pub fn grain(&self) -> Option<Unit> {
        self.several.or_else(|| {
            Unit::ALL.iter().copied().find(|&u| self.count(u) > 0 || u == Unit::Second && self.millis > 0)
        })
    }

    /// Whether the number is not told.
    ///
    /// ```
    /// assert!(isnad_dates::Duration::several(isnad_dates::Unit::Day).is_several());
    /// ```
    #[must_use]
    pub const fn is_several(&self) -> bool {
        self.several.is_some()
    }

    /// This and another.
    pub(crate) fn plus(mut self, other: &Duration) -> Duration {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count = count.saturating_add(more);
        }
        self.millis = self.millis.max(other.millis);
        self
    }
}

impl fmt::Display for Duration {
    /// As TIMEX3 and ISO 8601: `P1Y6M`, `PT15M`; `PXM` for some months and, as TimeML has it, `PXH` for some hours.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LETTERS: [&str; 10] = ["S", "M", "H", "D", "W", "M", "Y", "DE", "CE", "ML"];
        let letter = |unit: Unit| LETTERS.get(unit as usize).copied().unwrap_or_default();
        f.write_str("P")?;
        match self.several {
            Some(Unit::Minute) => return f.write_str("TXM"), // PXM is some months
            Some(unit) => return write!(f, "X{}", letter(unit)),
            None => {}
        }
        for &unit in Unit::ALL.iter().rev() {
            if unit == Unit::Hour && (self.millis > 0 || self.counts.iter().take(3).any(|&n| n > 0)) {
                f.write_str("T")?;
            }
            if unit == Unit::Second && self.millis > 0 {
                let decimals = format!("{:03}", self.millis);
                write!(f, "{}.{}S", self.count(unit), decimals.trim_end_matches('0'))?;
            } else if self.count(unit) > 0 {
                write!(f, "{}{}", self.count(unit), letter(unit))?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for TimeValue {
    /// As TIMEX3. The alternate form (`{:#}`) tells what TIMEX3 does not, for programs that read it back: an hour from its
    /// first minute (`T15`), any time zone, and what recurs (`R/P1D`) from what lasts (`P1D`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let recurs = if f.alternate() { "R/" } else { "" };
        match self {
            TimeValue::Point(point) if f.alternate() => side(point, f),
            TimeValue::Point(point) => write!(f, "{point}"),
            TimeValue::Interval(start, end) => {
                start.iter().try_for_each(|start| side(start, f))?;
                f.write_str("/")?;
                end.iter().try_for_each(|end| side(end, f))
            }
            TimeValue::Duration(duration) => write!(f, "{duration}"),
            TimeValue::Between(low, high) => write!(f, "{low}/{high}"),
            TimeValue::Set(Recurrence::Every(duration)) => write!(f, "{recurs}{duration}"),
            TimeValue::Set(Recurrence::Each(point)) if f.alternate() => {
                f.write_str(recurs)?;
                side(point, f)
            }
            TimeValue::Set(Recurrence::Each(point)) => write!(f, "{point}"),
            TimeValue::Vague(Vague::Past) => f.write_str("PAST_REF"),
            TimeValue::Vague(Vague::Present) => f.write_str("PRESENT_REF"),
            TimeValue::Vague(Vague::Future) => f.write_str("FUTURE_REF"),
        }
    }
}

/// A point with no more than is told of it, and in the alternate form with its zone.
fn side(point: &Point, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{point:#}")?;
    match point {
        Point::Time(_, clock) if f.alternate() => {
            let zone = clock.zone.filter(|&zone| zone != Zone::Offset(0));
            zone.map_or(Ok(()), |zone| f.write_str(&zone.exact()))
        }
        _ => Ok(()),
    }
}

impl TimeValue {
    /// As EDTF, where it has a form there.
    ///
    /// ```
    /// use isnad_dates::{Point, TimeValue};
    /// let years = TimeValue::Interval(Some(Point::Year(Some(2010))), None);
    /// assert_eq!(years.edtf().as_deref(), Some("2010/.."));
    /// ```
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        match self {
            TimeValue::Point(point) => point.edtf(),
            TimeValue::Interval(start, end) => {
                let side = |point: &Option<Point>| match point {
                    None => Some("..".to_string()),
                    Some(point) => point.edtf().filter(|form| !form.contains('/')),
                };
                Some(format!("{}/{}", side(start)?, side(end)?))
            }
            _ => None,
        }
    }

    /// From when (included) till when (excluded), as far as it is known; `None` for what is no stretch of the calendar,
    /// and for what would end before it begins.
    ///
    /// ```
    /// use isnad_dates::{Duration, TimeValue, Unit};
    /// assert_eq!(TimeValue::Duration(Duration::of(3.into(), Unit::Day)).extent(), None);
    /// ```
    #[must_use]
    pub fn extent(&self) -> Option<Extent> {
        match self {
            TimeValue::Point(point) => {
                let moments = point.moments()?;
                Some(Extent { start: Some(moments.start), end: Some(moments.end) })
            }
            TimeValue::Interval(start, end) => {
                let start = start.and_then(|p| p.moments()).map(|m| m.start);
                let end = end.and_then(|p| p.moments()).map(|m| m.end);
                let is_stretch = start.zip(end).is_none_or(|(start, end)| start <= end);
                (is_stretch && (start.is_some() || end.is_some())).then_some(Extent { start, end })
            }
            _ => None,
        }
    }
}

impl Point {
    /// From when (included) till when (excluded).
    ///
    /// ```
    /// use isnad_dates::{Date, DayPart, Point};
    /// let night = Point::DayPart(Date::new(2022, 1, 25), DayPart::Night);
    /// assert_eq!(night.moments().unwrap().end.to_string(), "2022-01-26T06:00:00");
    /// ```
    #[must_use]
    pub fn moments(&self) -> Option<Range<Moment>> {
        let days = |from: Option<Date>, to: Option<Date>| {
            Some(Moment { date: from?, seconds: 0 }..Moment { date: to?, seconds: 0 })
        };
        let months = |year: i32, month: u8, count: i32| {
            let first = Date::new(year, month, 1)?;
            let (y, m) = first.plus_months(count);
            days(Some(first), Date::new(y, m, 1))
        };
        let years =
            |first: i32, count: i32| days(Date::new(first, 1, 1), Date::new(first.checked_add(count)?, 1, 1));
        match *self {
            Point::Century(n) if n < 0 => years(n.checked_mul(100)?, 100),
            Point::Century(n) => years(n.checked_mul(100)?, 100),
            Point::Decade(n) => years(n.checked_mul(10)?, 10),
            Point::Year(year) => years(year?, 1),
            Point::Half(year, n) => months(year?, n.saturating_mul(6).saturating_sub(5), 6),
            Point::Quarter(year, n) => months(year?, n.saturating_mul(3).saturating_sub(2), 3),
            Point::Season(year, season) => months(year?, season.first_month(), 3),
            Point::Month(year, month) => months(year?, month?, 1),
            Point::Week(week) => {
                let (year, week) = week?;
                let monday = Date::from_iso_week(year, week)?;
                days(Some(monday), monday.plus_days(7))
            }
            Point::Day(date) => days(Some(date), date.plus_days(1)),
            Point::PartialDay { .. } | Point::Weekday(_) => None,
            Point::DayPart(date, part) => {
                let (from, to) = part.hours();
                let moment = |hour: u32| {
                    let date = date?.plus_days((hour / 24) as i32)?;
                    Some(Moment { date, seconds: hour % 24 * 3600 })
                };
                Some(moment(from)?..moment(to)?)
            }
            Point::Time(date, clock) => {
                let date = date?;
                let Some(hour) = clock.hour else { return days(Some(date), date.plus_days(1)) };
                let start = u32::from(hour) * 3600
                    + u32::from(clock.minute.unwrap_or(0)) * 60
                    + u32::from(clock.second.unwrap_or(0));
                let length = match (clock.minute, clock.second) {
                    (_, Some(_)) => 1,
                    (Some(_), None) => 60,
                    (None, None) => 3600,
                };
                let end = start + length;
                let end_date = date.plus_days((end / 86_400) as i32)?;
                Some(Moment { date, seconds: start }..Moment { date: end_date, seconds: end % 86_400 })
            }
        }
    }
}
