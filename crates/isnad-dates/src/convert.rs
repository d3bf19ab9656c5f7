//! Conversions to and from the dates of other crates, each behind a feature that names the crate's version.

/// There is no such day in the other crate's range, or in ours.
#[cfg(any(feature = "jiff_0_2", feature = "chrono_0_4", feature = "time_0_3"))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the day is out of range")]
pub struct DateRangeError;

#[cfg(feature = "jiff_0_2")]
mod jiff_0_2 {
    use super::DateRangeError;
    use crate::{Date, Reference};

    impl TryFrom<Date> for jiff::civil::Date {
        type Error = DateRangeError;

        fn try_from(date: Date) -> Result<jiff::civil::Date, DateRangeError> {
            let year = i16::try_from(date.year()).map_err(|_| DateRangeError)?;
            let (month, day) = (date.month() as i8, date.day() as i8);
            jiff::civil::Date::new(year, month, day).map_err(|_| DateRangeError)
        }
    }

    impl TryFrom<jiff::civil::Date> for Date {
        type Error = DateRangeError;

        fn try_from(date: jiff::civil::Date) -> Result<Date, DateRangeError> {
            let (month, day) = (date.month() as u8, date.day() as u8);
            Date::new(i32::from(date.year()), month, day).ok_or(DateRangeError)
        }
    }

    /// The day and hour as they stand on the clock there.
    impl TryFrom<jiff::civil::DateTime> for Reference {
        type Error = DateRangeError;

        fn try_from(time: jiff::civil::DateTime) -> Result<Reference, DateRangeError> {
            let [hour, minute, second] = [time.hour(), time.minute(), time.second()].map(|n| n as u32);
            let seconds = Some(hour * 3600 + minute * 60 + second);
            Ok(Reference { date: time.date().try_into()?, seconds })
        }
    }

    impl TryFrom<&jiff::Zoned> for Reference {
        type Error = DateRangeError;

        fn try_from(time: &jiff::Zoned) -> Result<Reference, DateRangeError> {
            time.datetime().try_into()
        }
    }
}

#[cfg(feature = "chrono_0_4")]
mod chrono_0_4 {
    use chrono::Datelike;

    use super::DateRangeError;
    use crate::Date;

    impl TryFrom<Date> for chrono::NaiveDate {
        type Error = DateRangeError;

        fn try_from(date: Date) -> Result<chrono::NaiveDate, DateRangeError> {
            chrono::NaiveDate::from_ymd_opt(date.year(), u32::from(date.month()), u32::from(date.day()))
                .ok_or(DateRangeError)
        }
    }

    impl TryFrom<chrono::NaiveDate> for Date {
        type Error = DateRangeError;

        fn try_from(date: chrono::NaiveDate) -> Result<Date, DateRangeError> {
            Date::new(date.year(), date.month() as u8, date.day() as u8).ok_or(DateRangeError)
        }
    }
}

#[cfg(feature = "time_0_3")]
mod time_0_3 {
    use super::DateRangeError;
    use crate::Date;

    impl TryFrom<Date> for time::Date {
        type Error = DateRangeError;

        fn try_from(date: Date) -> Result<time::Date, DateRangeError> {
            let month = time::Month::try_from(date.month()).map_err(|_| DateRangeError)?;
            time::Date::from_calendar_date(date.year(), month, date.day()).map_err(|_| DateRangeError)
        }
    }

    impl TryFrom<time::Date> for Date {
        type Error = DateRangeError;

        fn try_from(date: time::Date) -> Result<Date, DateRangeError> {
            Date::new(date.year(), u8::from(date.month()), date.day()).ok_or(DateRangeError)
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(all(feature = "jiff_0_2", feature = "chrono_0_4", feature = "time_0_3"))]
    #[test]
    fn days_survive_the_way_there_and_back() {
        use crate::Date;
        for days in (-100_000..100_000).step_by(997) {
            let date = Date::from_days(days).unwrap();
            assert_eq!(Date::try_from(jiff::civil::Date::try_from(date).unwrap()), Ok(date));
            assert_eq!(Date::try_from(chrono::NaiveDate::try_from(date).unwrap()), Ok(date));
            assert_eq!(Date::try_from(time::Date::try_from(date).unwrap()), Ok(date));
        }
    }
}
