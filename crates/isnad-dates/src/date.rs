//! Days of the proleptic Gregorian calendar, and arithmetic with them.

use core::fmt;

/// A day of the proleptic Gregorian calendar. Year 0 is 1 BC.
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

/// Years that a date may lie in; far beyond what news speaks of, and safe for all arithmetic here.
const YEARS: core::ops::RangeInclusive<i32> = -99_999..=99_999;

impl Date {
    /// The day, `None` where there is none such.
    ///
    /// ```
    /// assert!(isnad_dates::Date::new(2024, 2, 29).is_some());
    /// ```
    #[must_use]
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let in_range = *YEARS.start() <= year && year <= *YEARS.end();
        if !in_range || month < 1 || month > 12 || day < 1 || day > Date::days_in_month(year, month) {
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

    /// Days since 1970-01-01.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::new(2000, 1, 1).unwrap().to_days(), 10_957);
    /// ```
    #[must_use]
    pub const fn to_days(self) -> i32 {
        // Years that begin in March, so that the leap day comes last (Howard Hinnant's days_from_civil).
        let year = self.year - (self.month <= 2) as i32;
        let month = (self.month as i32 + 9) % 12;
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * month + 2) / 5 + self.day as i32 - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day that lies so many days after 1970-01-01; `None` beyond the years that a date may lie in.
    ///
    /// ```
    /// use isnad_dates::Date;
    /// assert_eq!(Date::from_days(10_957), Date::new(2000, 1, 1));
    /// ```
    #[must_use]
    pub const fn from_days(days: i32) -> Option<Date> {
        let Some(days) = days.checked_add(719_468) else { return None };
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Date::new(era * 400 + year_of_era + (month <= 2) as i32, month as u8, day as u8)
    }

    /// The day so many days later, or earlier.
    ///
    /// ```
    /// use isnad_dates::Date;
    /// assert_eq!(Date::new(2024, 2, 28).unwrap().plus_days(2), Date::new(2024, 3, 1));
    /// ```
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Option<Date> {
        match self.to_days().checked_add(days) {
            Some(days) => Date::from_days(days),
            None => None,
        }
    }

    /// The year and month so many months later, or earlier.
    pub(crate) const fn plus_months(self, months: i32) -> (i32, u8) {
        let total = (self.year * 12 + self.month as i32 - 1).saturating_add(months);
        (total.div_euclid(12), total.rem_euclid(12) as u8 + 1)
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::new(2022, 1, 21).unwrap().weekday(), 5); // a Friday
    /// ```
    #[must_use]
    pub const fn weekday(self) -> u8 {
        (self.to_days() + 3).rem_euclid(7) as u8 + 1
    }

    /// The ISO 8601 week: its year and number.
    ///
    /// ```
    /// assert_eq!(isnad_dates::Date::new(2022, 1, 1).unwrap().iso_week(), (2021, 52));
    /// ```
    #[must_use]
    pub const fn iso_week(self) -> (i32, u8) {
        // The week belongs to the year that its Thursday lies in.
        let thursday = self.to_days() + 4 - self.weekday() as i32;
        let year = match Date::from_days(thursday) {
            Some(date) => date.year,
            None => self.year,
        };
        let first = Date { year, month: 1, day: 1 }.to_days();
        (year, ((thursday - first) / 7 + 1) as u8)
    }

    /// The Monday of an ISO 8601 week.
    ///
    /// ```
    /// use isnad_dates::Date;
    /// assert_eq!(Date::from_iso_week(2022, 3), Date::new(2022, 1, 17));
    /// ```
    #[must_use]
    pub const fn from_iso_week(year: i32, week: u8) -> Option<Date> {
        match Date::new(year, 1, 4) {
            Some(fourth) => fourth.plus_days((week as i32 - 1) * 7 + 1 - fourth.weekday() as i32),
            None => None,
        }
    }

    /// The last day of a month.
    pub(crate) const fn end_of_month(year: i32, month: u8) -> Option<Date> {
        Date::new(year, month, Date::days_in_month(year, month))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Date { year: 0..=9999, month: 0..=99, day: 0..=99 } = self else {
            return write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day);
        };
        // What nearly all dates are, and many are written.
        let digit = |n: i32| b'0' + (n % 10) as u8;
        let (y, m, d) = (self.year, i32::from(self.month), i32::from(self.day));
        let [a, b, c, e] = [y / 1000, y / 100, y / 10, y].map(digit);
        let written = [a, b, c, e, b'-', digit(m / 10), digit(m), b'-', digit(d / 10), digit(d)];
        f.write_str(str::from_utf8(&written).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_round_trip_and_weekdays_go_on() {
        let mut weekday = Date::from_days(-800_000).unwrap().weekday();
        for days in -799_999..800_000 {
            let date = Date::from_days(days).unwrap();
            assert_eq!(date.to_days(), days);
            weekday = weekday % 7 + 1;
            assert_eq!(date.weekday(), weekday);
        }
    }

    #[test]
    fn weeks_round_trip() {
        for days in (-30_000..40_000).step_by(7) {
            let date = Date::from_days(days).unwrap();
            let (year, week) = date.iso_week();
            let monday = Date::from_iso_week(year, week).unwrap();
            assert!((0..7).contains(&(days - monday.to_days())), "{date}");
        }
    }
}
