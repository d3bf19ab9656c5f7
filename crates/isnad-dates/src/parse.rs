//! Dates and values read back from the text that their `Display` writes.

use core::str::FromStr;

use isnad_numerals::Number;

use crate::{
    Clock, Date, DayPart, Duration, HijriDate, Moment, Point, Recurrence, Reference, Season, TimeValue, Unit,
    Vague, Zone,
};

/// A text that is no date, moment, reference or value.
///
/// ```
/// let error = "2022-02-30".parse::<isnad_dates::Date>().unwrap_err();
/// assert_eq!(error.to_string(), "`2022-02-30` is no date (YYYY-MM-DD)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no {wanted}")]
pub struct DateError {
    text: String,
    wanted: &'static str,
}

macro_rules! read_back {
    ($($(#[$doc:meta])* $kind:ident: $read:path, $wanted:literal;)+) => {$(
        impl FromStr for $kind {
            type Err = DateError;

            $(#[$doc])*
            fn from_str(text: &str) -> Result<$kind, DateError> {
                $read(text).ok_or_else(|| DateError { text: text.to_string(), wanted: $wanted })
            }
        }

        isnad_text::as_text!($kind: $wanted);
    )+};
}

read_back! {
    /// Reads `2022-01-21`; a year beyond four digits or before Christ as `Display` writes it.
    ///
    /// ```
    /// use isnad_dates::Date;
    /// assert_eq!("2022-01-21".parse(), Ok(Date::new(2022, 1, 21).unwrap()));
    /// assert!("2022-1-21".parse::<Date>().is_err());
    /// ```
    Date: date, "date (YYYY-MM-DD)";
    /// Reads `2022-01-21T04:30:00`.
    ///
    /// ```
    /// let moment: isnad_dates::Moment = "2022-01-21T04:30:00".parse()?;
    /// assert_eq!(moment.seconds, 4 * 3600 + 30 * 60);
    /// # Ok::<(), isnad_dates::DateError>(())
    /// ```
    Moment: moment, "moment (YYYY-MM-DDThh:mm:ss)";
    /// Reads `1443`, `1443-09` or `1443-09-20`.
    ///
    /// ```
    /// let ramadan: isnad_dates::HijriDate = "1443-09".parse()?;
    /// assert_eq!((ramadan.year, ramadan.month, ramadan.day), (1443, Some(9), None));
    /// # Ok::<(), isnad_dates::DateError>(())
    /// ```
    HijriDate: hijri, "Hijri date (YYYY, YYYY-MM or YYYY-MM-DD)";
    /// Reads `2022-01-21`, `2022-01-21T04:30` or `2022-01-21T04:30:00`, also with a fraction of a second and an offset
    /// (`Z`, `+03:00`), and with a space in place of `T`, as RFC 3339 allows. The day and hour count as they are written,
    /// where the text was written: the offset changes neither.
    ///
    /// ```
    /// use isnad_dates::Reference;
    /// let reference: Reference = "2022-01-21T04:30:00+03:00".parse()?;
    /// assert_eq!(reference.seconds, Some(4 * 3600 + 30 * 60));
    /// assert!("2022-01-21T04:30rubbish".parse::<Reference>().is_err());
    /// # Ok::<(), isnad_dates::DateError>(())
    /// ```
    Reference: reference, "date (YYYY-MM-DD) and no date-time (YYYY-MM-DDThh:mm:ss)";
    /// Reads TIMEX3: `P1Y6M`, `PT15M`, `PXM`.
    ///
    /// ```
    /// use isnad_dates::{Duration, Unit};
    /// assert_eq!("PT90M".parse(), Ok(Duration::of(90.into(), Unit::Minute)));
    /// ```
    Duration: duration, "duration of TIMEX3";
    /// Reads TIMEX3: `2022`, `2022-03`, `2022-W10`, `2022-01-25TNI`, `XXXX-WXX-5`.
    ///
    /// ```
    /// use isnad_dates::{Point, Season};
    /// assert_eq!("2019-FA".parse(), Ok(Point::Season(Some(2019), Season::Autumn)));
    /// ```
    Point: point, "point of time in TIMEX3";
    /// Reads TIMEX3. What recurs and what lasts are written alike there: `P1D` is read as a length of time, and
    /// `R/P1D`, as the alternate form of `Display` (`{:#}`) writes it, as something that recurs.
    ///
    /// ```
    /// use isnad_dates::TimeValue;
    /// for written in ["2022-01-21", "2022-01/2022-03", "P3D", "P3Y/P5Y", "R/XXXX-WXX-5", "PAST_REF", "2022-01-21T15+03:00"] {
    ///     let value: TimeValue = written.parse()?;
    ///     assert_eq!(format!("{value:#}"), written);
    /// }
    /// # Ok::<(), isnad_dates::DateError>(())
    /// ```
    TimeValue: value, "value of TIMEX3";
}

/// A number of at least so many digits.
fn digits<T: FromStr>(text: &str, least: usize) -> Option<T> {
    let are_digits = text.len() >= least && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| are_digits)
}

/// A number of exactly two digits.
fn two(text: &str) -> Option<u8> {
    digits(text, 2).filter(|_| text.len() == 2)
}

fn date(text: &str) -> Option<Date> {
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut parts = rest.splitn(3, '-');
    // `Display` counts the sign among the four places of a year.
    let year: i32 = digits(parts.next()?, if sign < 0 { 3 } else { 4 })?;
    Date::new(sign * year, two(parts.next()?)?, two(parts.next()?)?)
}

fn moment(text: &str) -> Option<Moment> {
    let Reference { date, seconds } = reference(text)?;
    Some(Moment { date, seconds: seconds? })
}

fn hijri(text: &str) -> Option<HijriDate> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 1)?;
    let mut part = || parts.next().map_or(Some(None), |part| two(part).map(Some));
    Some(HijriDate { year, month: part()?, day: part()? })
}

fn reference(text: &str) -> Option<Reference> {
    let (day, time) = text.split_once(['T', ' ']).map_or((text, None), |(day, time)| (day, Some(time)));
    let date = date(day)?;
    let Some(time) = time else { return Some(Reference { date, seconds: None }) };
    let (clock, offset) = time.split_at_checked(time.find(['Z', '+', '-']).unwrap_or(time.len()))?;
    if let Some(offset) = offset.strip_prefix(['+', '-']) {
        let (hours, minutes) = offset.split_once(':')?;
        two(hours).and(two(minutes))?;
    } else if !matches!(offset, "" | "Z") {
        return None;
    }
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    digits::<u64>(fraction, 1).filter(|_| fraction.len() <= 9)?;
    let mut parts = clock.splitn(3, ':');
    let (hour, minute) = (two(parts.next()?)?, two(parts.next()?)?);
    let second = parts.next().map_or(Some(0), two)?;
    let [hour, minute, second] =
        [(hour, 23), (minute, 59), (second, 59)].map(|(n, most)| (n <= most).then_some(u32::from(n)));
    Some(Reference { date, seconds: Some(hour? * 3600 + minute? * 60 + second?) })
}

fn value(text: &str) -> Option<TimeValue> {
    if let Some(recurs) = text.strip_prefix("R/") {
        let every = || duration(recurs).map(Recurrence::Every);
        return point(recurs).map(Recurrence::Each).or_else(every).map(TimeValue::Set);
    }
    let side = |side: &str| if side.is_empty() { Some(None) } else { point(side).map(Some) };
    Some(match (text, text.split_once('/')) {
        ("PAST_REF", _) => TimeValue::Vague(Vague::Past),
        ("PRESENT_REF", _) => TimeValue::Vague(Vague::Present),
        ("FUTURE_REF", _) => TimeValue::Vague(Vague::Future),
        (_, Some((low, high))) if low.starts_with('P') => TimeValue::Between(duration(low)?, duration(high)?),
        (_, Some((start, end))) => TimeValue::Interval(side(start)?, side(end)?),
        _ if text.starts_with('P') => TimeValue::Duration(duration(text)?),
        _ => TimeValue::Point(point(text)?),
    })
}

fn duration(text: &str) -> Option<Duration> {
    let mut rest = text.strip_prefix('P')?;
    if let Some(several) = rest.strip_prefix('X') {
        let unit = match several {
            "S" => Unit::Second,
            "H" => Unit::Hour,
            "D" => Unit::Day,
            "W" => Unit::Week,
            "M" => Unit::Month,
            "Y" => Unit::Year,
            "DE" => Unit::Decade,
            "CE" => Unit::Century,
            "ML" => Unit::Millennium,
            _ => return None,
        };
        return Some(Duration::several(unit));
    }
    if rest == "TXM" {
        return Some(Duration::several(Unit::Minute));
    }
    let (mut read, mut in_time) = (Duration::default(), false);
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !in_time) {
            (rest, in_time) = (time, true);
        }
        let (number, unit) = rest.split_at_checked(rest.find(|c: char| !c.is_ascii_digit())?)?;
        let of = match (unit.get(..1)?, in_time) {
            ("Y", false) => Unit::Year,
            ("M", false) => Unit::Month,
            ("W", false) => Unit::Week,
            ("D", false) => Unit::Day,
            ("H", true) => Unit::Hour,
            ("M", true) => Unit::Minute,
            ("S", true) => Unit::Second,
            _ => return None,
        };
        read = read.with(Number::from(digits::<u64>(number, 1)?), of);
        rest = unit.get(1..)?;
    }
    Some(read)
}

fn point(text: &str) -> Option<Point> {
    if let Some((day, time)) = text.split_once('T') {
        let day = if day == "XXXX-XX-XX" { None } else { Some(date(day)?) };
        let part = DayPart::ALL.iter().find(|part| part.timex3() == time);
        return part.map_or_else(|| Some(Point::Time(day, clock(time)?)), |&p| Some(Point::DayPart(day, p)));
    }
    if let Some(day) = date(text) {
        return Some(Point::Day(day));
    }
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut parts = rest.splitn(3, '-');
    let first = parts.next()?;
    let two_or_none = |part: &str| if part == "XX" { Some(None) } else { digits(part, 2).map(Some) };
    match (parts.next(), parts.next()) {
        (None, _) => match first.strip_suffix("XX").filter(|_| first != "XXXX") {
            Some(century) => {
                let before = century.strip_prefix("BC").and_then(|n| digits::<i32>(n, 2));
                let century = || digits(century, 2);
                before.map(|n| (-1i32).checked_sub(n)).unwrap_or_else(century).map(Point::Century)
            }
            None => match first.strip_suffix('X').filter(|_| first != "XXXX") {
                Some(decade) => digits::<i32>(decade, 2).map(|n| Point::Decade(sign * n)),
                None => year(first).map(Point::Year),
            },
        },
        (Some("WXX"), None) => (first == "XXXX").then_some(Point::Week(None)),
        (Some("WXX"), Some(day)) => digits(day, 1).filter(|_| first == "XXXX").map(Point::Weekday),
        (Some(part), None) => {
            let season = Season::ALL.iter().find(|season| season.timex3() == part);
            if let Some(week) = part.strip_prefix('W') {
                return Some(Point::Week(Some((sign * digits::<i32>(first, 3)?, two(week)?))));
            }
            let year = year(first)?;
            Some(match (season, part.split_at_checked(1)?) {
                (Some(&season), _) => Point::Season(year, season),
                (None, ("H", half)) => Point::Half(year, digits(half, 1)?),
                (None, ("Q", quarter)) => Point::Quarter(year, digits(quarter, 1)?),
                _ => Point::Month(year, two_or_none(part)?),
            })
        }
        (Some(month), Some(day)) => {
            Some(Point::PartialDay { year: year(first)?, month: two_or_none(month)?, day: two_or_none(day)? })
        }
    }
}

/// `2022`, `BC0055`, or `XXXX` for one that is not known.
fn year(text: &str) -> Option<Option<i32>> {
    if text == "XXXX" {
        return Some(None);
    }
    let before = text.strip_prefix("BC").and_then(|n| digits::<i32>(n, 4)).map(|n| 1 - n);
    before.or_else(|| digits(text, 4)).map(Some)
}

/// `15`, `15:30`, `XX`, with a zone: `Z`, `+03:00`, or `J` for the local time of the place.
fn clock(text: &str) -> Option<Clock> {
    let (clock, zone) = text.split_at_checked(text.find(['Z', 'J', '+', '-']).unwrap_or(text.len()))?;
    let zone = match zone {
        "" => None,
        "Z" => Some(Zone::Offset(0)),
        "J" => Some(Zone::Local),
        _ => {
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let minutes = i16::from(two(hours)?) * 60 + i16::from(two(minutes)?);
            Some(Zone::Offset(if zone.starts_with('-') { -minutes } else { minutes }))
        }
    };
    let mut parts = clock.splitn(3, ':');
    let hour = parts.next().map(|hour| if hour == "XX" { Some(None) } else { two(hour).map(Some) })??;
    let mut part = || parts.next().map_or(Some(None), |part| two(part).map(Some));
    Some(Clock { hour, minute: part()?, second: part()?, zone })
}
