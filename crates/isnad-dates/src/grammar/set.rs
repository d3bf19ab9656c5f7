//! What recurs: كل جمعة "every Friday", يوميا "daily", مرتين في الأسبوع "twice a week".

use isnad_numerals::Number;

use crate::fields::{Fields, MonthRef};
use crate::grammar::{Grammar, Read};
use crate::sense::{Calendar, Count, Prep, Sense, Use};
use crate::{Duration, Modifier, Point, Recurrence, TemporalKind, TimeValue, Unit};

impl Grammar<'_, '_> {
    pub(super) fn set(&self, at: usize) -> Option<Read> {
        match self.atom(at)?.sense {
            Some(Sense::Frequency(unit, approx)) => {
                let mut read = every(at, at + 1, Duration::of(Number::ONE, unit));
                read.modifier = approx.then_some(Modifier::Approx);
                Some(read)
            }
            Some(Sense::Every) => self.each(at, at + 1),
            Some(Sense::Unit(Unit::Day, Count::Many)) => {
                // أيام الجمعة "Fridays"
                match self.next(at + 1).filter(|a| a.is_bare())?.sense? {
                    Sense::Weekday(day, true) => Some(each(at, at + 2, Point::Weekday(day))),
                    _ => None,
                }
            }
            _ => self.times_per(at),
        }
    }

    /// كل "every" and what: a weekday, a unit, so many units, a part of the day, a month, a season.
    fn each(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.next(at).filter(|a| a.is_bare())?;
        match atom.sense {
            Some(Sense::Weekday(day, _)) => return Some(each(first, at + 1, Point::Weekday(day))),
            Some(Sense::Unit(Unit::Day, Count::One)) if !atom.is_definite() => {
                if let Some(Sense::Weekday(day, _)) =
                    self.next(at + 1).filter(|a| a.is_bare()).and_then(|a| a.sense)
                {
                    return Some(each(first, at + 2, Point::Weekday(day)));
                }
            }
            Some(Sense::DayPart(part, Use::Construct)) => {
                return Some(each(first, at + 1, Point::DayPart(None, part)));
            }
            Some(Sense::Season(season)) if !atom.is_definite() => {
                return Some(each(first, at + 1, Point::Season(None, season)));
            }
            _ => {}
        }
        // كل 25 من الشهر "every 25th of the month"
        if let Some(day @ 1..=31) = atom.integer().filter(|_| atom.sense.is_none())
            && self.follows(at + 1, Sense::Prep(Prep::From))
            && self
                .next(at + 2)
                .is_some_and(|a| a.is_bare() && a.is_definite() && a.is(Sense::Unit(Unit::Month, Count::One)))
        {
            let day = Point::PartialDay { year: None, month: None, day: u8::try_from(day).ok() };
            return Some(each(first, at + 3, day));
        }
        if let Some(month) = atom.month().filter(|m| m.calendar == Calendar::Gregorian) {
            return Some(each(first, at + 1, Point::Month(None, Some(month.number))));
        }
        let amount = self.amount_at(first, at)?;
        (!atom.is_definite() && !amount.duration.is_several())
            .then(|| every(first, amount.end, amount.duration))
    }

    /// 15 مايو من كل عام "15 May of each year"
    pub(super) fn yearly(&self, f: &Fields, first: usize, end: usize) -> Option<Read> {
        let (Some(day), Some(MonthRef::Named(Calendar::Gregorian, month)), None) = (f.day, f.month, f.year)
        else {
            return None;
        };
        let year = Sense::Unit(Unit::Year, Count::One);
        if !(self.follows(end, Sense::Prep(Prep::From))
            && self.follows(end + 1, Sense::Every)
            && self.follows(end + 2, year))
        {
            return None;
        }
        let day = Point::PartialDay { year: None, month: Some(month), day: u8::try_from(day).ok() };
        Some(each(first, end + 3, day))
    }

    /// مرتين في الأسبوع, ثلاث مرات يوميا, مرة كل شهر
    fn times_per(&self, first: usize) -> Option<Read> {
        let atom = self.atom(first)?;
        let at = match atom.sense {
            // مرة واحدة "one time"
            Some(Sense::Times(1)) if self.next(first + 1).is_some_and(|a| a.integer() == Some(1)) => {
                first + 2
            }
            Some(Sense::Times(1..)) => first + 1,
            None if atom.integer().is_some() && self.follows(first + 1, Sense::Times(0)) => first + 2,
            _ => return None,
        };
        match self.next(at).filter(|a| a.is_bare())?.sense? {
            Sense::Prep(Prep::In) => {
                let unit = self.next(at + 1).filter(|a| a.is_bare())?;
                let day = unit.is(Sense::Day(0));
                let (unit, Count::One) = unit.unit().or(day.then_some((Unit::Day, Count::One)))? else {
                    return None;
                };
                // مرتين في الأسبوع الفائت "twice last week"
                if self.direction(at + 2).is_some() {
                    return None;
                }
                Some(every(first, at + 2, Duration::of(Number::ONE, unit)))
            }
            Sense::Every => {
                let read = self.each(first, at + 1)?;
                Some(read)
            }
            Sense::Frequency(unit, _) => Some(every(first, at + 1, Duration::of(Number::ONE, unit))),
            _ => None,
        }
    }
}

fn every(first: usize, end: usize, duration: Duration) -> Read {
    let value = TimeValue::Set(Recurrence::Every(duration));
    Read::new(first, end, TemporalKind::Set, value, "dates.set.every")
}

fn each(first: usize, end: usize, point: Point) -> Read {
    Read::new(first, end, TemporalKind::Set, TimeValue::Set(Recurrence::Each(point)), "dates.set.each")
}
