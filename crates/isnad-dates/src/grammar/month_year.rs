//! The month, the year and the era of a date: شهر كانون الأول/ ديسمبر عام 2017 م.

use crate::Unit;
use crate::atoms::Atom;
use crate::digits::Digits;
use crate::fields::{Fields, MonthRef, YearRef};
use crate::grammar::Grammar;
use crate::sense::{Calendar, Count, Direction, Era, Prep, Sense};

impl Grammar<'_, '_> {
    /// The month, after what may link it to a day.
    pub(super) fn month_part(&self, f: &mut Fields, first: usize, at: usize) -> usize {
        if f.month.is_some() {
            return at;
        }
        let mut to = at;
        if f.day.is_some() || f.nth.is_some() || f.nth_week.is_some() || f.half.is_some() || f.last_day {
            let links = |a: &Atom| {
                a.is_bare()
                    && match a.sense {
                        Some(Sense::Prep(Prep::From)) => true,
                        Some(Sense::Prep(Prep::In)) => f.nth.is_some() || f.nth_week.is_some() || f.last_day,
                        _ => false,
                    }
            };
            if self.next(to).is_some_and(links) {
                to += 1;
            }
        } else if to > first && f.weekday.is_some() {
            return at;
        }
        self.month(f, first, to).or_else(|| self.month_of_it(f, first, at)).unwrap_or(at)
    }

    /// في 29 منه "on its 29th": the month of the day told before, in this sentence or the one before.
    fn month_of_it(&self, f: &mut Fields, first: usize, at: usize) -> Option<usize> {
        f.day.filter(|_| self.follows(at, Sense::OfIt) && self.after_preposition(first))?;
        let token = self.atom(first)?.first;
        let told =
            self.told.get().filter(|told| self.sentences_since(told, token).is_some_and(|n| n <= 1))?;
        let (calendar, year, month) = match told.hijri {
            Some(hijri) => (Calendar::Hijri, hijri.year, hijri.month?),
            None => (Calendar::Gregorian, told.day.year(), told.day.month()),
        };
        f.month = Some(MonthRef::Named(calendar, month));
        f.year = Some(YearRef::Number(i64::from(year)));
        Some(at + 1)
    }

    /// A month: named, numbered, or told from the reference.
    fn month(&self, f: &mut Fields, first: usize, at: usize) -> Option<usize> {
        let atom = self.get(first, at)?;
        let linked = f.nth.is_some() || f.nth_week.is_some() || f.last_day;
        if at > first && !atom.is_bare() && !(linked && atom.is_linked()) {
            return None;
        }
        match atom.sense {
            Some(Sense::Unit(Unit::Month, Count::One)) if atom.is_definite() => {
                if let Some(months) = self.direction(at + 1).map(offset).or(self.far(at + 1)) {
                    f.month = Some(MonthRef::Relative(months));
                    return Some(at + 2);
                }
                // 14 من الشهر نفسه "the 14th of the same month"
                if f.day.is_some() && self.follows(at + 1, Sense::Same) {
                    let last = self.last_day();
                    f.month = Some(last.map_or(MonthRef::Relative(0), |last| {
                        MonthRef::Named(Calendar::Gregorian, last.month())
                    }));
                    f.year = last.map(|last| YearRef::Number(i64::from(last.year())));
                    return Some(at + 2);
                }
                let Some(number) = self.next(at + 1).filter(|a| a.number.is_some_and(|n| n.ordinal)) else {
                    // الـ20 من الشهر "the 20th of the month"
                    let of_month = f.day.is_some() && self.follows(at - 1, Sense::Prep(Prep::From));
                    of_month.then(|| f.month = Some(MonthRef::Relative(0)))?;
                    return Some(at + 1);
                };
                // في الشهر العاشر من الحرب "in the tenth month of the war"
                let of_year = |a: &Atom| {
                    matches!(a.sense, Some(Sense::Unit(Unit::Year, _) | Sense::This)) || is_year(a)
                };
                if self.follows(at + 2, Sense::Prep(Prep::From)) && !self.next(at + 3).is_some_and(of_year) {
                    return None;
                }
                let number = number.integer()?;
                f.month = Some(MonthRef::Named(Calendar::Gregorian, in_year(number)?));
                Some(at + 2)
            }
            Some(Sense::This) => {
                let next = self.next(at + 1)?;
                let month = next.sense == Some(Sense::Unit(Unit::Month, Count::One)) && next.is_definite();
                month.then(|| f.month = Some(MonthRef::Relative(0)))?;
                Some(at + 2)
            }
            Some(Sense::Unit(Unit::Month, Count::One)) => {
                let next = self.next(at + 1).filter(|a| a.is_bare())?;
                if let Some(number) = next.integer()
                    && next.month().is_none()
                    && (next.digits.is_some() || number != 1) // شهر واحد "one month"
                    && !matches!(next.digits, Some(Digits::Plain(_, 3..)))
                {
                    // شهر 3 "month 3", unless a thing is counted
                    f.month = Some(MonthRef::Named(Calendar::Gregorian, in_year(number)?));
                    return Some(at + 2);
                }
                self.named_month(f, at + 1)
            }
            Some(Sense::Unit(Unit::Month, Count::Two)) if f.day.is_none() => {
                // شهري مايو ويونيو "the months of May and June"
                let one = self.next(at + 1).filter(|a| a.is_bare())?.month()?;
                let two = self.next(at + 2).filter(|a| a.is_and())?.month()?;
                if one.calendar != two.calendar || one.number == two.number {
                    return None;
                }
                f.month = Some(MonthRef::Named(one.calendar, one.number));
                f.month_to = Some(two.number);
                Some(at + 3)
            }
            _ if atom.month().is_some() => self.named_month(f, at),
            _ => None,
        }
    }

    /// A month name, and a second name of the same month: كانون الأول/ ديسمبر, يوليو (تموز).
    fn named_month(&self, f: &mut Fields, at: usize) -> Option<usize> {
        let month = self.atom(at)?.month()?;
        f.month = Some(MonthRef::Named(month.calendar, month.number));
        let mut end = at + 1;
        let open = self.follows(end, Sense::Open);
        let separated = open || self.follows(end, Sense::Slash) || self.follows(end, Sense::Dash);
        let second = self.next(end + usize::from(separated)).filter(|a| a.is_bare()).and_then(|a| a.month());
        if let Some(second) = second
            && second.calendar == month.calendar
            && (second.number == month.number || open)
        {
            let close = end + 2;
            if !open || self.follows(close, Sense::Close) {
                f.two_months = second.number != month.number;
                end = close + usize::from(open) - usize::from(!separated);
            }
        }
        Some(end)
    }

    /// The year, its era, and what links them.
    pub(super) fn year_part(&self, f: &mut Fields, first: usize, at: usize, head: usize) -> usize {
        let mut to = at;
        if to > head {
            let comma = usize::from(self.follows(to, Sense::Comma));
            let link = self
                .next(to + comma)
                .is_some_and(|a| a.is_bare() && matches!(a.sense, Some(Sense::Prep(Prep::From | Prep::In))));
            let after = to + comma + usize::from(link);
            let year = self.next(after).is_some_and(|a| {
                a.sense == Some(Sense::Unit(Unit::Year, Count::One))
                    || (a.sense == Some(Sense::This) && link)
                    || ((comma == 1 || a.digits.is_some()) && is_year(a))
            });
            if (comma == 1 || link) && year {
                to = after;
            }
        }
        let Some(atom) = self.get(first, to) else { return at };
        let joins = to == first || atom.is_bare() || (to > head && atom.is_linked());
        if !joins {
            return at;
        }
        match atom.sense {
            Some(Sense::Unit(Unit::Year, Count::One)) => {
                if atom.is_definite()
                    && let Some(years) = self.far(to + 1)
                {
                    f.year = Some(YearRef::Relative(years));
                    return to + 2;
                }
                // 28 تشرين الأول من العام التالي "28 October of the following year"
                if atom.is_definite()
                    && self.is_following(to + 1)
                    && let Some(last) = self.last_day()
                {
                    f.year = Some(YearRef::Number(i64::from(last.year() + 1)));
                    return to + 2;
                }
                if atom.is_definite()
                    && let Some(direction) = self.direction(to + 1)
                {
                    // العام الماضي 2013: the number tells
                    let number =
                        self.next(to + 2).filter(|a| a.is_bare() && is_year(a) && a.digits.is_some());
                    f.year = Some(match number.and_then(Atom::integer) {
                        Some(year) => YearRef::Number(year),
                        None => YearRef::Relative(offset(direction)),
                    });
                    return to + 2 + usize::from(number.is_some());
                }
                // من السنة ذاتها "of the same year"
                if atom.is_definite()
                    && self.follows(to + 1, Sense::Same)
                    && let Some(last) = self.last_day()
                {
                    f.year = Some(YearRef::Number(i64::from(last.year())));
                    return to + 2;
                }
                let Some(number) = self.next(to + 1).filter(|a| a.is_bare() && a.sense.is_none()) else {
                    return at;
                };
                let plain = !matches!(number.digits, Some(Digits::Plain(_, 5..)))
                    && !number.number.is_some_and(|n| n.ordinal);
                let Some(year) = number.integer().filter(|y| plain && (1..=9999).contains(y)) else {
                    return at;
                };
                let end = self.era(f, to + 2);
                let full = if f.era.is_some() { year } else { full_year(year, number.digits) };
                f.year = Some(YearRef::Number(full));
                end
            }
            Some(Sense::This) => {
                let year = self
                    .next(to + 1)
                    .is_some_and(|a| a.sense == Some(Sense::Unit(Unit::Year, Count::One)) && a.is_definite());
                if year {
                    f.year = Some(YearRef::Relative(0));
                    return to + 2;
                }
                at
            }
            _ if to > head && atom.is_bare() && (is_year(atom) || self.has_era(atom, to + 1)) => {
                f.year = atom.integer().map(YearRef::Number);
                self.era(f, to + 1)
            }
            _ => at,
        }
    }

    /// 255 هـ: whether an era makes a year of a number.
    fn has_era(&self, number: &Atom, at: usize) -> bool {
        let era = self.next(at).filter(|a| a.is_bare()).and_then(|a| a.sense);
        number.integer().is_some_and(|n| n > 0)
            && number.sense.is_none()
            && matches!(era, Some(Sense::Era(Era::Hijri | Era::BeforeChrist)))
    }

    /// هـ "AH", م "CE", ق.م "BC" after a year.
    pub(super) fn era(&self, f: &mut Fields, at: usize) -> usize {
        let open = usize::from(self.follows(at, Sense::Open));
        match self.next(at + open).filter(|a| a.is_bare() || open == 0).and_then(|a| a.sense) {
            Some(Sense::Era(era)) if open == 0 || self.follows(at + 2, Sense::Close) => {
                f.era = Some(era);
                if let (Era::Hijri, Some(MonthRef::Named(calendar, _))) = (era, &mut f.month) {
                    *calendar = Calendar::Hijri;
                }
                at + 1 + 2 * open
            }
            _ => at,
        }
    }
}

/// Whether a number after a month, or after the edge of a period, is a year.
pub(super) fn is_year(atom: &Atom) -> bool {
    let Some(value) = atom.integer() else { return false };
    match atom.digits {
        Some(Digits::Plain(_, len)) => len == 4 && (1000..=2999).contains(&value),
        Some(_) => false,
        None => {
            (1000..=2999).contains(&value)
                && value % 1000 != 0 // ألف سائح "a thousand tourists"
                && atom.sense.is_none() && atom.number.is_some_and(|n| !n.ordinal)
        }
    }
}

/// عام 67 "the year 67" is 1967 in news.
fn full_year(year: i64, digits: Option<Digits>) -> i64 {
    match digits {
        Some(Digits::Plain(_, 2)) if year >= 30 => 1900 + year,
        Some(Digits::Plain(_, 2)) => 2000 + year,
        _ => year,
    }
}

fn in_year(number: i64) -> Option<u8> {
    u8::try_from(number).ok().filter(|n| (1..=12).contains(n))
}

/// How far from the reference a direction points.
pub(super) const fn offset(direction: Direction) -> i32 {
    match direction {
        Direction::Before => -1,
        Direction::At => 0,
        Direction::After => 1,
    }
}
