//! The Hijri calendar: dates as texts give them, and their days of the Gregorian calendar.

use core::fmt;

use crate::Date;

/// A Hijri date as far as it is told: a year, a month of a year, or a day.
///
/// ```
/// use isnad_dates::{HijriCalendar, HijriDate};
/// let ramadan = HijriDate { year: 1443, month: Some(9), day: None };
/// assert_eq!(ramadan.to_string(), "1443-09");
/// # #[cfg(feature = "hijri")] {
/// let (first, last) = ramadan.days(HijriCalendar::UmmAlQura).unwrap();
/// assert_eq!((first.to_string(), last.to_string()), ("2022-04-02".to_string(), "2022-05-01".to_string()));
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HijriDate {
    /// Year of the Hijra.
    pub year: i32,
    /// Month, 1 for Muharram to 12 for Dhu al-Hijja.
    pub month: Option<u8>,
    /// Day of the month.
    pub day: Option<u8>,
}

isnad_text::names! {
    /// Which reckoning of the Hijri calendar turns its dates into days.
    #[derive(Default)]
    #[non_exhaustive]
    pub enum HijriCalendar {
        /// The civil calendar of Saudi Arabia, from its table (1300–1600 AH; the tabular civil calendar beyond).
        #[default]
        UmmAlQura = "umm_al_qura",
        /// Arithmetic, eleven leap years in thirty, from Friday 16 July 622.
        TabularCivil = "tabular_civil",
        /// The same from Thursday 15 July 622.
        TabularAstronomical = "tabular_astronomical",
    }
}

impl fmt::Display for HijriDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl HijriDate {
    /// Its first and last day; `None` where there is no such date. Needs the feature `hijri`.
    ///
    /// ```
    /// use isnad_dates::HijriCalendar;
    /// // "in Ramadan 1445"
    /// let found = isnad_dates::find("في رمضان 1445 هـ", None);
    /// if let Some((first, last)) = found[0].hijri.unwrap().days(HijriCalendar::UmmAlQura) {
    ///     assert_eq!((first.to_string(), last.to_string()), ("2024-03-11".into(), "2024-04-09".into()));
    /// }
    /// ```
    #[cfg(feature = "hijri")]
    #[must_use]
    pub fn days(self, calendar: HijriCalendar) -> Option<(Date, Date)> {
        let first = calendar.to_date(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))?;
        let last = match (self.month, self.day) {
            (_, Some(_)) => first,
            (None, None) => calendar.to_date(self.year.checked_add(1)?, 1, 1)?.plus_days(-1)?,
            (Some(12), None) => calendar.to_date(self.year.checked_add(1)?, 1, 1)?.plus_days(-1)?,
            (Some(month), None) => calendar.to_date(self.year, month.checked_add(1)?, 1)?.plus_days(-1)?,
        };
        Some((first, last))
    }

    /// Whether the calendar's table holds it; outside, Umm al-Qura is reckoned by the tabular civil calendar.
    ///
    /// ```
    /// use isnad_dates::{HijriCalendar, HijriDate};
    /// let early = HijriDate { year: 61, month: Some(1), day: Some(10) };
    /// assert!(!early.is_tabled(HijriCalendar::UmmAlQura));
    /// ```
    #[must_use]
    pub const fn is_tabled(self, calendar: HijriCalendar) -> bool {
        !matches!(calendar, HijriCalendar::UmmAlQura) || (1300 <= self.year && self.year <= 1600)
    }
}

#[cfg(feature = "hijri")]
impl HijriCalendar {
    /// Days from 1 January of year 1 (day 1) to the Unix epoch.
    const EPOCH: i64 = 719_163;

    /// The day of a Hijri date, `None` where there is none such (or none near enough).
    ///
    /// ```
    /// use isnad_dates::{Date, HijriCalendar};
    /// assert_eq!(HijriCalendar::UmmAlQura.to_date(1443, 6, 20), Date::new(2022, 1, 23));
    /// assert_eq!(HijriCalendar::UmmAlQura.to_date(1443, 6, 31), None);
    /// ```
    #[must_use]
    pub fn to_date(self, year: i32, month: u8, day: u8) -> Option<Date> {
        use icu_calendar::Date as Icu;
        use icu_calendar::cal::Hijri;
        if !(-5000..=5000).contains(&year) {
            return None;
        }
        let days = match self.algorithm() {
            None => Icu::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura())
                .ok()?
                .to_rata_die(),
            Some(tabular) => Icu::try_new_hijri_with_calendar(year, month, day, tabular).ok()?.to_rata_die(),
        };
        Date::from_days(i32::try_from(days.to_i64_date() - Self::EPOCH).ok()?)
    }

    /// The Hijri date of a day.
    ///
    /// ```
    /// use isnad_dates::{Date, HijriCalendar};
    /// let day = HijriCalendar::UmmAlQura.of_date(Date::new(2022, 1, 23).unwrap()).unwrap();
    /// assert_eq!(day.to_string(), "1443-06-20");
    /// ```
    #[must_use]
    pub fn of_date(self, date: Date) -> Option<HijriDate> {
        use icu_calendar::Date as Icu;
        use icu_calendar::cal::Hijri;
        let days = icu_calendar::types::RataDie::new(i64::from(date.to_days()) + Self::EPOCH);
        let (year, month, day) = match self.algorithm() {
            None => {
                let date = Icu::from_rata_die(days, Hijri::new_umm_al_qura());
                (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
            }
            Some(tabular) => {
                let date = Icu::from_rata_die(days, tabular);
                (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
            }
        };
        Some(HijriDate { year, month: Some(month), day: Some(day) })
    }

    fn algorithm(self) -> Option<icu_calendar::cal::Hijri<icu_calendar::cal::hijri::TabularAlgorithm>> {
        use icu_calendar::cal::Hijri;
        use icu_calendar::cal::hijri::{TabularAlgorithmEpoch as Epoch, TabularAlgorithmLeapYears as Leap};
        match self {
            HijriCalendar::UmmAlQura => None,
            HijriCalendar::TabularCivil => Some(Hijri::new_tabular(Leap::TypeII, Epoch::Friday)),
            HijriCalendar::TabularAstronomical => Some(Hijri::new_tabular(Leap::TypeII, Epoch::Thursday)),
        }
    }
}

// What the grammar asks: without the feature no Hijri date is a day that it knows.
#[cfg(not(feature = "hijri"))]
impl HijriDate {
    pub(crate) fn days(self, _calendar: HijriCalendar) -> Option<(Date, Date)> {
        None
    }
}

#[cfg(not(feature = "hijri"))]
impl HijriCalendar {
    pub(crate) fn to_date(self, _year: i32, _month: u8, _day: u8) -> Option<Date> {
        None
    }

    pub(crate) fn of_date(self, _date: Date) -> Option<HijriDate> {
        None
    }
}
