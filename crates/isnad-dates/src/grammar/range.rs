//! Ranges and lists of dates: من 13 إلى 15 يوليو "from 13 to 15 July", بين عامي 2011 و2015 "between 2011 and 2015",
//! 3 و4 مايو "3 and 4 May".

use crate::digits::Digits;
use crate::fields::{Fields, MonthRef, YearRef};
use crate::grammar::context::Tense;
use crate::grammar::month_year::is_year;
use crate::grammar::{Grammar, Read};
use crate::sense::{Count, Direction, Era, Prep, Sense};
use crate::{Date, Point, TemporalKind, TimeValue, Unit};

/// Atoms that one side of a range may have.
const SIDE: usize = 32;

/// Atoms that a list of days of one month may have.
const LIST: usize = 12;

impl Grammar<'_, '_> {
    /// A range; or one day of a list, which takes its month from the end of the list.
    pub(super) fn range(&self, at: usize) -> Option<Read> {
        self.span_between(at).or_else(|| self.days_after_month(at)).or_else(|| self.listed(at))
    }

    fn span_between(&self, at: usize) -> Option<Read> {
        let atom = self.atom(at)?;
        let open = match atom.sense {
            Some(Sense::Prep(prep @ (Prep::From | Prep::Between))) => Some(prep),
            _ => None,
        };
        let first = at + usize::from(open.is_some());
        if open.is_some() {
            self.next(first)?;
        }
        if let Some(read) = self.pair(first, open.is_some()) {
            return Some(read);
        }
        // العام الدراسي 2021/2022
        if self.atom(first)?.sense == Some(Sense::Unit(Unit::Year, Count::One))
            && self
                .next(first + 1)
                .is_some_and(|a| a.is_bare() && matches!(a.digits, Some(Digits::Pair(1000.., _))))
            && let Some(read) = self.pair(first + 1, true)
        {
            return Some(Read { first, ..read });
        }
        if open.is_none()
            && let Some(read) = self.two_years(first)
        {
            return Some(read);
        }
        if open.is_none() && !self.is_linked_ahead(first) {
            return None;
        }
        // العرض الأول إلى السادس من حزيران: an ordinal by itself belongs to the noun before it
        if open.is_none() && self.atom(first)?.number.is_some_and(|n| n.ordinal) {
            return None;
        }
        let (mut left, end) = self.side(first)?;
        let link = self.next(end)?;
        let until = matches!(link.sense, Some(Sense::Prep(Prep::Until)));
        let dash = link.sense == Some(Sense::Dash);
        let start = match open {
            Some(Prep::Between) if self.joined(end).is_some() => self.joined(end)?,
            _ if until || dash => {
                self.next(end + 1).filter(|a| a.is_bare())?;
                end + 1
            }
            _ => return None,
        };
        let (mut right, end) = self.side(start)?;
        let years = |f: &Fields| f.year.is_some() && f.month.is_none() && !f.has_day() && f.season.is_none();
        // يناير-مارس 2023
        let months = left.month.is_some()
            && !left.has_day()
            && left.year.is_none()
            && !right.has_day()
            && right.month.is_some_and(|month| left.month != Some(month))
            && right.year.is_some();
        if open.is_none() && dash && !months && !(years(&left) && years(&right)) && left.month.is_some() {
            return None; // a dash between two dates is mostly a dash
        }
        complete(&mut left, &mut right);
        let evident = if years(&left) || years(&right) {
            years(&left) == years(&right) && self.are_years(&left, &right, first, end)
        } else {
            left.month.is_some() == right.month.is_some()
                && (left.month.is_some() || (left.weekday.is_some() && right.weekday.is_some()))
        };
        if !evident {
            return None;
        }
        self.interval(&left, &right, first, end)
    }

    /// عامي 2011 و2012 "the years 2011 and 2012": neighbours, and so one stretch of time.
    fn two_years(&self, at: usize) -> Option<Read> {
        if self.atom(at)?.sense != Some(Sense::Unit(Unit::Year, Count::Two)) {
            return None;
        }
        let (left, end) = self.side(at)?;
        let (right, end) = self.side(self.joined(end)?)?;
        let (Some(YearRef::Number(low)), Some(YearRef::Number(high))) = (left.year, right.year) else {
            return None;
        };
        (high == low + 1).then(|| self.interval(&left, &right, at, end))?
    }

    /// Whether إلى "to" or a dash stands a few atoms ahead, with nothing else between: a quick no for most.
    pub(super) fn is_linked_ahead(&self, at: usize) -> bool {
        (at + 1..=at + SIDE)
            .map_while(|i| self.next(i))
            .any(|a| matches!(a.sense, Some(Sense::Prep(Prep::Until) | Sense::Dash)))
    }

    /// 13-15 يوليو, 2010-2014: two numbers in one token, or in one quantity.
    fn pair(&self, first: usize, open: bool) -> Option<Read> {
        let atom = self.atom(first)?;
        let (low, high) = match (atom.digits, atom.number) {
            (Some(Digits::Pair(low, high)), _) => (i64::from(low), i64::from(high)),
            (_, Some(number)) if number.is_range() => number.ends()?,
            _ => return None,
        };
        if low >= high {
            return None;
        }
        if (1000..=2999).contains(&low) {
            let year = |n: i64| Fields { year: Some(YearRef::Number(n)), ..Fields::default() };
            let (left, right) = (year(low), year(high));
            let told = open || matches!(atom.digits, Some(Digits::Pair(..)));
            let years = if told { 1500..=2100 } else { 1900..=2059 };
            let plausible = years.contains(&low) && years.contains(&high);
            // الموسم 2023/24 انتهى "the season of 2023/24 has ended": a slash between neighbours counts nothing
            let season = told && high == low + 1 && self.text.surface(atom.first).contains('/');
            return (plausible && (season || self.are_years(&left, &right, first, first + 1)))
                .then(|| self.interval(&left, &right, first, first + 1))?;
        }
        let mut right = Fields { day: Some(high), ..Fields::default() };
        let month_at = first + 1;
        let mut end = self.month_part(&mut right, first, month_at);
        // من 16 إلى 20 الجاري "from the 16th to the 20th of the current month"
        if right.month.is_none() && self.direction(month_at) == Some(Direction::At) {
            right.month = Some(MonthRef::Relative(0));
            end = month_at + 1;
        }
        // يوليو 13-15: the month stands before it
        right.month?;
        end = self.year_part(&mut right, first, end, first);
        if right.year.is_none()
            && let Some(direction) = self.direction(end)
        {
            right.direction = Some(direction);
            end += 1;
        }
        let left = Fields { day: Some(low), ..right };
        self.interval(&left, &right, first, end)
    }

    /// يوليو 13-15, تموز 13 إلى 15: the month, then its days.
    fn days_after_month(&self, at: usize) -> Option<Read> {
        let mut f = Fields::default();
        let days = self.month_part(&mut f, at, at);
        f.month?;
        let atom = self.next(days).filter(|a| a.is_bare())?;
        let day = |n: i64| (1..=31).contains(&n).then_some(n);
        let (low, high, end) = match (atom.digits, atom.number) {
            (Some(Digits::Pair(low, high)), _) => (day(low.into())?, day(high.into())?, days + 1),
            (_, Some(number)) if number.is_range() => {
                let (low, high) = number.ends()?;
                (day(low)?, day(high)?, days + 1)
            }
            (_, Some(_)) => {
                let low = day(atom.integer()?)?;
                let link = self.next(days + 1)?;
                if !matches!(link.sense, Some(Sense::Prep(Prep::Until) | Sense::Dash)) {
                    return None;
                }
                let high = self.next(days + 2).filter(|a| a.is_bare())?.integer()?;
                (low, day(high)?, days + 3)
            }
            _ => return None,
        };
        let mut right = Fields { day: Some(high), ..f };
        let end = self.year_part(&mut right, at, end, at);
        let left = Fields { day: Some(low), ..right };
        (low < high).then(|| self.interval(&left, &right, at, end))?
    }

    /// One side of a range: a date, a year, or a bare day.
    fn side(&self, at: usize) -> Option<(Fields, usize)> {
        if let Some(found) = self.calendar(at) {
            return Some(found);
        }
        let mut f = Fields::default();
        let atom = self.atom(at)?;
        // عامي 2011 و2015 "the years 2011 and 2015"
        let dual = atom.sense == Some(Sense::Unit(Unit::Year, Count::Two));
        let number = if dual { self.next(at + 1)? } else { atom };
        let value = number.integer().filter(|_| number.sense.is_none())?;
        if is_year(number) {
            f.year = Some(YearRef::Number(value));
            let end = self.era(&mut f, at + 1 + usize::from(dual));
            return Some((f, end));
        }
        f.day = Some(value).filter(|n| (1..=31).contains(n) && !dual);
        f.day.map(|_| (f, at + 1))
    }

    /// Whether two numbers are years, not amounts: من 2000 إلى 3000 مقاتل "from 2000 to 3000 fighters".
    fn are_years(&self, left: &Fields, right: &Fields, first: usize, end: usize) -> bool {
        let left_era = left.era;
        let (Some(left), Some(right)) = (left.year, right.year) else { return false };
        let (YearRef::Number(low), YearRef::Number(high)) = (left, right) else { return true };
        let round = low % 100 == 0 && high % 100 == 0;
        let named = (first..end)
            .filter_map(|i| self.atom(i))
            .any(|a| matches!(a.sense, Some(Sense::Unit(Unit::Year, _))));
        let counted = !named && self.counts_noun(self.end_token(end));
        // Years before Christ count down.
        let ordered = if left_era == Some(Era::BeforeChrist) { low > high } else { low < high };
        ordered && high <= 2999 && !counted && !(round && high > 2030)
    }

    /// 3 in 3 و4 مايو: the month follows further on.
    fn listed(&self, at: usize) -> Option<Read> {
        let day = |i: usize| {
            let atom = self.atom(i)?;
            let plain = atom.sense.is_none() && (matches!(atom.digits, None | Some(Digits::Plain(_, 1 | 2))));
            atom.integer().filter(|n| plain && (1..=31).contains(n))
        };
        let own = day(at)?;
        let mut last = at;
        while let Some(next) = self.joined(last + 1).filter(|&i| i < at + LIST && day(i).is_some()) {
            last = next;
        }
        if last == at {
            return None;
        }
        let (fields, end) = self.calendar(last)?;
        if fields.day.is_none() || fields.month.is_none() {
            return None;
        }
        let f = Fields { day: Some(own), weekday: None, ..fields };
        let mut read = self.resolve(&f, at, end)?;
        read.end = at + 1;
        read.rule = "dates.calendar.list";
        Some(read)
    }

    fn interval(&self, left: &Fields, right: &Fields, first: usize, end: usize) -> Option<Read> {
        let (mut from, to) = (self.resolve(left, first, end)?, self.resolve(right, first, end)?);
        // من حزيران حتى تشرين الثاني: each has the nearest year, the first one that ends with the second
        if let (Some(start), Some(stop)) = (begin(from.value), begin(to.value))
            && start > stop
            && left.year.is_none()
            && left.month.is_some()
            && left.direction.is_none()
            && !left.is_hijri()
        {
            let in_year = |year: i32| {
                let f = Fields { year: Some(YearRef::Number(i64::from(year))), ..*left };
                self.resolve(&f, first, end).filter(|read| begin(read.value) <= Some(stop))
            };
            from = in_year(stop.year()).or_else(|| in_year(stop.year() - 1)).unwrap_or(from);
        }
        let start = |value: TimeValue| match value {
            TimeValue::Point(point) => Some(point),
            TimeValue::Interval(start, _) => start,
            _ => None,
        };
        let stop = |value: TimeValue| match value {
            TimeValue::Point(point) => Some(point),
            TimeValue::Interval(_, end) => end,
            _ => None,
        };
        let (from_point, mut to_point): (Point, Point) = (start(from.value)?, stop(to.value)?);
        // من الاثنين إلى الجمعة "from Monday to Friday": the next Friday after that Monday
        if right.weekday.is_some()
            && right.day.is_none()
            && let (Point::Day(from), Point::Day(to)) = (from_point, to_point)
            && from > to
        {
            to_point = Point::Day(to.plus_days(7)?);
        }
        // انعقد من الاثنين إلى الأربعاء "took place from Monday to Wednesday", written on a Monday: a week before
        let mut from_point = from_point;
        if let (Point::Day(start), Point::Day(stop), Some(today)) = (from_point, to_point, self.today())
            && left.day.is_none()
            && right.day.is_none()
            && left.weekday.is_some()
            && stop > today
            && self.tense(left, first, end) == Tense::Past
        {
            (from_point, to_point) = (Point::Day(start.plus_days(-7)?), Point::Day(stop.plus_days(-7)?));
        }
        let mut read = to;
        read.first = first;
        read.end = end;
        read.kind = TemporalKind::Date;
        read.value = TimeValue::Interval(Some(from_point), Some(to_point));
        read.modifier = None;
        read.issue = from.issue.or(to.issue);
        read.rule = "dates.range";
        Some(read)
    }
}

/// The first day of a value.
fn begin(value: TimeValue) -> Option<Date> {
    value.extent()?.start.map(|moment| moment.date)
}

/// Gives each side what only the other says.
fn complete(left: &mut Fields, right: &mut Fields) {
    if left.month.is_none() && left.day.is_some() {
        left.month = right.month;
    }
    if right.month.is_none() && right.day.is_some() {
        right.month = left.month;
    }
    left.era = left.era.or(right.era);
    if left.month.is_some() && right.month.is_some() {
        left.year = left.year.or(right.year);
        right.year = right.year.or(left.year);
        left.direction = left.direction.or(right.direction);
        right.direction = right.direction.or(left.direction);
    }
}
