//! From fields to values: which day, month or year is meant.

use crate::fields::{Fields, MonthRef, YearRef};
use crate::grammar::context::Tense;
use crate::grammar::{Grammar, Read};
use crate::sense::{Calendar, Direction, Era};
use crate::{Date, HijriDate, Issue, Point, TemporalKind, TimeValue};

impl Grammar<'_, '_> {
    /// The value of the fields read from the atom `first` to before `end`.
    pub(super) fn resolve(&self, f: &Fields, first: usize, end: usize) -> Option<Read> {
        let tense = self.tense(f, first, end);
        let kind = Grammar::kind_of(f);
        let mut read = Read::new(first, end, kind, TimeValue::Point(Point::Year(None)), "dates.calendar");
        read.modifier = f.modifier;
        if f.two_months {
            read.issue = Some(Issue::MonthNames);
        }
        if f.is_hijri() && f.relative_day.is_none() {
            self.resolve_hijri(f, tense, &mut read);
            return Some(read);
        }
        let (value, rule) = self.value(f, tense, &mut read)?;
        read.rule = rule;
        read.value = value;
        if let TimeValue::Point(point) = value {
            if point.is_impossible() {
                read.issue = Some(Issue::Impossible);
            }
            if let (Some(weekday), Some(date)) = (f.weekday, point.date())
                && weekday != date.weekday()
            {
                read.issue = Some(Issue::Weekday);
            }
            read.value = TimeValue::Point(with_time(point, f));
        }
        Some(read)
    }

    fn value(&self, f: &Fields, tense: Tense, read: &mut Read) -> Option<(TimeValue, &'static str)> {
        let point = |point: Point, rule: &'static str| Some((TimeValue::Point(point), rule));
        let today = self.today();
        let dated = f.day.is_some() && f.month.is_some() && today.is_none();
        if let Some(days) = f.relative_day.filter(|_| !dated) {
            let day = today.and_then(|t| t.plus_days(days));
            return point(day.map_or(UNKNOWN_DAY, Point::Day), "dates.relative.day");
        }
        let month = self.month_of(f, tense);
        if let Some(nth) = f.nth {
            return point(self.nth_weekday(f, nth, month)?, "dates.relative.nth-weekday");
        }
        if let Some(nth) = f.nth_week {
            return point(nth_week(nth, month?), "dates.relative.nth-week");
        }
        if let (Some(weeks), Some(weekday)) = (f.relative_week, f.weekday) {
            let monday = today.and_then(|t| t.plus_days(weeks * 7 + 1 - i32::from(t.weekday())));
            let day = monday.and_then(|m| m.plus_days(i32::from(weekday) - 1));
            return point(day.map_or(Point::Weekday(weekday), Point::Day), "dates.relative.weekday");
        }
        if f.day.is_some() || f.last_day {
            let day = self.day_of_month(f, month);
            // الثلاثاء الثالث من أيلول is the third Tuesday where the third is none.
            if f.ordinal
                && let (Some(nth @ 1..=5), Some(date), Some(weekday)) = (f.day, day.date(), f.weekday)
                && date.weekday() != weekday
                && let Some(nth) = self.nth_weekday(f, nth as i8, month)
            {
                return point(nth, "dates.relative.nth-weekday");
            }
            return point(day, "dates.calendar.day");
        }
        if let Some(weekday) = f.weekday {
            let day = today.and_then(|t| t.plus_days(days_to(weekday, t.weekday(), tense, f.this)));
            return point(day.map_or(Point::Weekday(weekday), Point::Day), "dates.weekday");
        }
        if let Some((year, month)) = month {
            if let Some(last) = f.month_to {
                let until = Point::Month(year, Some(last));
                return Some((
                    TimeValue::Interval(Some(Point::Month(year, Some(month))), Some(until)),
                    "dates.calendar.months",
                ));
            }
            if let (Some(half), None) = (f.half, f.quarter) {
                read.modifier = Some(if half == 1 { crate::Modifier::Start } else { crate::Modifier::End });
            }
            return point(Point::Month(year, Some(month)), "dates.calendar.month");
        }
        let year = self.year_of(f);
        if let Some(season) = f.season {
            let told = matches!(tense, Tense::Told(_));
            let year = year
                .or_else(|| self.topic.get().filter(|_| !told))
                .or_else(|| Some(season_year(season, today?, tense)));
            return point(Point::Season(year, season), "dates.calendar.season");
        }
        if let Some(quarter) = f.quarter {
            let year = year.or_else(|| Some(part_year(3 * quarter - 2, 3, today?, tense)));
            return point(Point::Quarter(year, quarter), "dates.calendar.quarter");
        }
        if let Some(half) = f.half {
            let year = year.or_else(|| Some(part_year(6 * half - 5, 6, today?, tense)));
            return point(Point::Half(year, half), "dates.calendar.half");
        }
        f.year.and_then(|_| point(Point::Year(year), "dates.calendar.year"))
    }

    /// The year that is told, in the Gregorian calendar.
    pub(super) fn year_of(&self, f: &Fields) -> Option<i32> {
        match f.year? {
            YearRef::Number(n) if f.era == Some(Era::BeforeChrist) => i32::try_from(1 - n).ok(),
            YearRef::Number(n) => i32::try_from(n).ok(),
            YearRef::Relative(years) => self.today().map(|t| t.year() + years),
        }
    }

    /// The year and month meant; the year is `None` where neither text nor reference tells it.
    fn month_of(&self, f: &Fields, tense: Tense) -> Option<(Option<i32>, u8)> {
        let today = self.today();
        match f.month? {
            MonthRef::Relative(months) => Some(match today {
                Some(today) => {
                    let (year, month) = today.plus_months(months);
                    (Some(year), month)
                }
                None => (None, 0),
            }),
            MonthRef::Named(Calendar::Coptic, month) => {
                let year = i32::try_from(match f.year? {
                    YearRef::Number(n) => n,
                    YearRef::Relative(_) => return None,
                });
                let first = coptic(year.ok()?, month, 1)?;
                Some((Some(first.year()), first.month()))
            }
            MonthRef::Named(_, month) => {
                let year = match f.year {
                    Some(_) => self.year_of(f),
                    None => today.map(|t| year_for(month, f, tense, t)),
                };
                Some((year, month))
            }
        }
    }

    fn day_of_month(&self, f: &Fields, month: Option<(Option<i32>, u8)>) -> Point {
        let day = f.day.and_then(|d| u8::try_from(d).ok());
        let (year, month) = match month {
            Some(month) => month,
            None => {
                // السبت السادس عشر "Saturday the sixteenth": of the month near by where it is a Saturday.
                let Some(today) = self.today() else {
                    return Point::PartialDay { year: None, month: None, day };
                };
                let near = [0, -1, 1].into_iter().find_map(|months| {
                    let (y, m) = today.plus_months(months);
                    let date = Date::new(y, m, day?)?;
                    (Some(date.weekday()) == f.weekday).then_some((Some(y), m))
                });
                near.unwrap_or((Some(today.year()), today.month()))
            }
        };
        let day = match year {
            Some(year) if f.last_day => Some(Date::days_in_month(year, month)),
            _ => day,
        };
        if let Some(MonthRef::Named(Calendar::Coptic, number)) = f.month
            && let Some(YearRef::Number(year)) = f.year
            && let Some(date) = i32::try_from(year).ok().and_then(|y| coptic(y, number, day?))
        {
            return Point::Day(date);
        }
        let date = year.zip(day).and_then(|(y, d)| Date::new(y, month, d));
        date.map_or(Point::PartialDay { year, month: (month != 0).then_some(month), day }, Point::Day)
    }

    /// ثالث ثلاثاء من أيلول "the third Tuesday of September"; -1 is the last.
    fn nth_weekday(&self, f: &Fields, nth: i8, month: Option<(Option<i32>, u8)>) -> Option<Point> {
        let (year, month) = month?;
        let weekday = i32::from(f.weekday?);
        let Some(year) = year else { return Some(Point::Weekday(f.weekday?)) };
        let date = if nth < 0 {
            let last = Date::end_of_month(year, month)?;
            last.plus_days(-(i32::from(last.weekday()) - weekday).rem_euclid(7))?
        } else {
            let first = Date::new(year, month, 1)?;
            first
                .plus_days((weekday - i32::from(first.weekday())).rem_euclid(7) + 7 * (i32::from(nth) - 1))?
        };
        (date.month() == month).then_some(Point::Day(date))
    }

    /// A Hijri date: its days in the Gregorian calendar, with the Hijri value beside them.
    fn resolve_hijri(&self, f: &Fields, tense: Tense, read: &mut Read) {
        read.rule = "dates.hijri";
        let month = match f.month {
            Some(MonthRef::Named(_, month)) => Some(month),
            _ => None,
        };
        let day = f.day.and_then(|d| u8::try_from(d).ok());
        let hijri_year = match f.year {
            Some(YearRef::Number(n)) if f.era == Some(Era::Hijri) || n < 1700 => i32::try_from(n).ok(),
            // رمضان 2019: the month that begins in the Gregorian year
            Some(_) => self.year_of(f).and_then(|year| self.hijri_year_in(year, month.unwrap_or(1))),
            None => {
                self.today().and_then(|today| self.hijri_year_near(today, month.unwrap_or(1), day, tense))
            }
        };
        read.value = TimeValue::Point(UNKNOWN_DAY);
        let Some(year) = hijri_year else { return };
        let last = f
            .last_day
            .then(|| (29..=30).rev().find(|&d| self.hijri.to_date(year, month.unwrap_or(1), d).is_some()));
        let date = HijriDate { year, month, day: day.or(last.flatten()) };
        read.hijri = Some(date);
        match date.days(self.hijri) {
            Some((first, last)) if first == last => {
                read.value = TimeValue::Point(with_time(Point::Day(first), f));
                if f.weekday.is_some_and(|w| w != first.weekday()) {
                    read.issue = Some(Issue::Weekday);
                }
            }
            Some((first, last)) => {
                read.value = TimeValue::Interval(Some(Point::Day(first)), Some(Point::Day(last)));
            }
            None if cfg!(feature = "hijri") => read.issue = Some(Issue::Impossible),
            None => {}
        }
        if !date.is_tabled(self.hijri) && read.issue.is_none() {
            read.issue = Some(Issue::OutsideTable);
        }
    }

    /// The Hijri year whose month begins in a Gregorian year.
    pub(super) fn hijri_year_in(&self, year: i32, month: u8) -> Option<i32> {
        let first = self.hijri.of_date(Date::new(year, 1, 1)?)?.year;
        (first..first + 3).find(|&y| self.hijri.to_date(y, month, 1).is_some_and(|d| d.year() == year))
    }

    /// The Hijri year of the month (or day) meant from a reference.
    fn hijri_year_near(&self, today: Date, month: u8, day: Option<u8>, tense: Tense) -> Option<i32> {
        let year = self.hijri.of_date(today)?.year;
        let days = |year: i32| HijriDate { year, month: Some(month), day }.days(self.hijri);
        let years = [year - 1, year, year + 1];
        match tense {
            Tense::Told(Direction::Before) => {
                years.into_iter().rev().find(|&y| days(y).is_some_and(|(_, last)| last < today))
            }
            Tense::Told(Direction::After) => {
                years.into_iter().find(|&y| days(y).is_some_and(|(first, _)| first > today))
            }
            Tense::Told(Direction::At) => Some(year),
            _ => years.into_iter().min_by_key(|&y| {
                days(y).map_or(i32::MAX, |(first, last)| {
                    let today = today.to_days();
                    (first.to_days() - today).max(today - last.to_days()).max(0)
                })
            }),
        }
    }

    /// Puts a date and its equal in another calendar together: the Gregorian one is the value.
    pub(super) fn compare(&self, read: &mut Read, one: &Fields, two: &Fields, first: usize, end: usize) {
        let Some(other) = self.resolve(two, first, end) else { return };
        if one.is_hijri() == two.is_hijri() {
            return; // two dates, not one date twice
        }
        let (hijri, gregorian) = if one.is_hijri() { (&*read, &other) } else { (&other, &*read) };
        let day = |r: &Read| match r.value {
            TimeValue::Point(point) => point.date(),
            _ => None,
        };
        let apart = day(hijri).zip(day(gregorian)).map(|(h, g)| h.to_days() - g.to_days());
        let mut merged = *gregorian;
        merged.first = first;
        merged.end = end;
        merged.hijri = hijri.hijri;
        merged.rule = "dates.calendar.equal";
        merged.issue = gregorian.issue.or(hijri.issue).or(apart.filter(|&d| d != 0).map(Issue::Calendars));
        *read = merged;
    }
}

impl Fields {
    pub(super) fn is_hijri(&self) -> bool {
        self.era == Some(Era::Hijri) || matches!(self.month, Some(MonthRef::Named(Calendar::Hijri, _)))
    }
}

pub(super) const UNKNOWN_DAY: Point = Point::PartialDay { year: None, month: None, day: None };

/// A day with the time of it that is told.
pub(super) fn with_time(point: Point, f: &Fields) -> Point {
    let day = match point {
        Point::Day(date) => Some(date),
        _ if point == UNKNOWN_DAY || matches!(point, Point::Weekday(_)) => None,
        _ => return point,
    };
    match (f.clock, f.part) {
        (Some(clock), _) => Point::Time(day, clock),
        (None, Some(part)) => Point::DayPart(day, part),
        (None, None) => point,
    }
}

/// Days from a reference to a weekday.
fn days_to(weekday: u8, today: u8, tense: Tense, this: bool) -> i32 {
    let ahead = (i32::from(weekday) - i32::from(today)).rem_euclid(7);
    // News names the day on which it is written: «قال الثلاثاء» on a Tuesday is today.
    let behind = if ahead == 0 { 0 } else { ahead - 7 };
    match tense {
        _ if this => ahead,
        Tense::Told(Direction::After) if ahead == 0 => 7,
        Tense::Told(Direction::After) | Tense::Future => ahead,
        Tense::Near if ahead <= 4 => ahead,
        Tense::Told(Direction::Before) if ahead == 0 => -7,
        _ => behind,
    }
}

/// The year of a month, or of a day of it, that is told without one.
fn year_for(month: u8, f: &Fields, tense: Tense, today: Date) -> i32 {
    let year = today.year();
    let here = (today.month(), if f.day.is_some() { i64::from(today.day()) } else { 0 });
    let there = (month, f.day.unwrap_or(0));
    let chosen = match tense {
        Tense::Told(Direction::At) => year,
        Tense::Told(Direction::Before) if there < here => year,
        Tense::Told(Direction::Before) => year - 1,
        Tense::Told(Direction::After) if there > here => year,
        Tense::Told(Direction::After) => year + 1,
        Tense::Future if there >= here => year,
        Tense::Future => year + 1,
        Tense::Past if f.day.is_some() => nearest(month, f.day, today, 3),
        Tense::Near => nearest(month, f.day, today, 1),
        Tense::Isolated if f.day.is_some() || f.nth.is_some() || f.nth_week.is_some() => year,
        Tense::Isolated | Tense::Past if there <= here => year,
        Tense::Isolated | Tense::Past => year - 1,
    };
    let Some((weekday, day)) = f.weekday.zip(f.day.and_then(|d| u8::try_from(d).ok())) else { return chosen };
    let fits = |y: &i32| Date::new(*y, month, day).is_some_and(|d| d.weekday() == weekday);
    [chosen, year, year - 1, year + 1].into_iter().find(fits).unwrap_or(chosen)
}

/// The year that brings a day nearest to the reference; one ahead must be `ahead` times as near as one behind.
fn nearest(month: u8, day: Option<i64>, today: Date, ahead: i32) -> i32 {
    let year = today.year();
    let distance = |year: &i32| {
        let day = day.and_then(|d| u8::try_from(d).ok()).unwrap_or(1).min(Date::days_in_month(*year, month));
        let apart = Date::new(*year, month, day).map_or(i32::MAX / 4, |d| d.to_days() - today.to_days());
        if apart > 0 { ahead * apart } else { -apart }
    };
    [year, year - 1, year + 1].into_iter().min_by_key(distance).unwrap_or(year)
}

/// The year of a season told without one.
fn season_year(season: crate::Season, today: Date, tense: Tense) -> i32 {
    let first = season.first_month();
    match tense {
        Tense::Told(Direction::Before) if today.month() < first + 3 => today.year() - 1,
        Tense::Told(Direction::After) if today.month() >= first => today.year() + 1,
        _ => today.year(),
    }
}

/// The year of a quarter or half told without one, by its first month: the last that has begun, or what is announced.
fn part_year(first_month: u8, months: u8, today: Date, tense: Tense) -> i32 {
    match tense {
        Tense::Past | Tense::Isolated if today.month() < first_month => today.year() - 1,
        Tense::Future if today.month() >= first_month + months => today.year() + 1,
        _ => today.year(),
    }
}

/// The first or last week of a month: ISO weeks that begin in it.
fn nth_week(nth: i8, (year, month): (Option<i32>, u8)) -> Point {
    let week = year.and_then(|year| {
        let date = if nth < 0 {
            Date::end_of_month(year, month)?.plus_days(-6)?
        } else {
            let first = Date::new(year, month, 1)?;
            first.plus_days((8 - i32::from(first.weekday())) % 7 + 7 * (i32::from(nth) - 1))?
        };
        Some(date.iso_week())
    });
    Point::Week(week)
}

/// A day of the Coptic calendar: twelve months of thirty days and a short one, from 29 August 284 (Julian).
fn coptic(year: i32, month: u8, day: u8) -> Option<Date> {
    /// 1 Thout of year 1, in days from the Unix epoch.
    const EPOCH: i32 = -615_558;
    let longest = if month == 13 { 5 + u8::from(year % 4 == 3) } else { 30 };
    if !(1..=3000).contains(&year) || !(1..=13).contains(&month) || !(1..=longest).contains(&day) {
        return None;
    }
    Date::from_days(EPOCH + 365 * (year - 1) + year / 4 + 30 * (i32::from(month) - 1) + i32::from(day) - 1)
}

impl Read {
    pub(super) fn of(first: usize, end: usize, point: Point, rule: &'static str) -> Read {
        let kind = match point {
            Point::DayPart(..) | Point::Time(..) => TemporalKind::Time,
            _ => TemporalKind::Date,
        };
        Read::new(first, end, kind, TimeValue::Point(point), rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coptic_new_year() {
        // 1 Thout 1736 is 12 September 2019 (after a Coptic leap year), 1 Thout 1737 is 11 September 2020.
        assert_eq!(coptic(1736, 1, 1), Date::new(2019, 9, 12));
        assert_eq!(coptic(1737, 1, 1), Date::new(2020, 9, 11));
    }
}
