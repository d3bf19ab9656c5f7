//! Dates of the calendar: الخميس 21 كانون الثاني (يناير) 2022 "Thursday 21 January 2022" and all its parts.

use isnad_text::TokenKind;

use crate::atoms::Atom;
use crate::digits::Digits;
use crate::fields::{Fields, MonthRef, YearRef};
use crate::generated::context::NAMED;
use crate::grammar::month_year::{is_year, offset};
use crate::grammar::{Grammar, Read};
use crate::sense::{Calendar, Count, Direction, Prep, Sense, Strength, Use};
use crate::{Clock, DayPart, Modifier, Point, TemporalKind, Unit};

impl Grammar<'_, '_> {
    /// A date and, where one stands beside it, its equal in another calendar.
    pub(super) fn date(&self, at: usize) -> Option<Read> {
        let (fields, end) = self.calendar(at)?;
        if self.is_name(&fields, at) {
            return None;
        }
        if let Some(read) = self.clock_after(&fields, at, end).or_else(|| self.yearly(&fields, at, end)) {
            return Some(read);
        }
        let mut read = self.resolve(&fields, at, end)?;
        if let Some((other, end)) = self.equal_date(&fields, end) {
            self.compare(&mut read, &fields, &other, at, end);
        }
        Some(read)
    }

    /// الموافق 23 يناير "corresponding to 23 January", after a date.
    fn equal_date(&self, one: &Fields, at: usize) -> Option<(Fields, usize)> {
        let mut at = at;
        // 1 محرم 1445 هـ - 19 يوليو 2023: a mark is enough between two calendars
        if self.follows(at, Sense::Dash) || self.follows(at, Sense::Slash) {
            self.next(at + 1)?;
            let (fields, end) = self.calendar(at + 1)?;
            let full = |f: &Fields| f.day.is_some() && f.month.is_some() && f.year.is_some();
            let differ = one.is_hijri() != fields.is_hijri();
            return (differ && full(one) && full(&fields)).then_some((fields, end));
        }
        let opened = self.follows(at, Sense::Open);
        if opened || self.follows(at, Sense::Comma) {
            at += 1;
        }
        let equals = self.next(at).is_some_and(|a| a.is(Sense::Equals));
        if equals {
            at += 1;
            if self.next(at).is_some_and(|a| matches!(a.sense, Some(Sense::Prep(Prep::In | Prep::From)))) {
                at += 1;
            }
        }
        if !equals && !opened {
            return None;
        }
        self.next(at)?;
        let (fields, mut end) = self.calendar(at)?;
        if opened {
            if !self.follows(end, Sense::Close) {
                return None;
            }
            end += 1;
        }
        let plain = fields.day.is_some() && fields.month.is_some();
        (plain && (equals || fields.year.is_some())).then_some((fields, end))
    }

    /// The fields of a date from the atom at `first` on, and where it ends.
    pub(super) fn calendar(&self, first: usize) -> Option<(Fields, usize)> {
        let mut f = Fields::default();
        let mut at = first;
        let get = |at: usize| self.get(first, at);
        // حوالي منتصف … "about the middle of …"
        if get(at)?.sense == Some(Sense::About) {
            f.modifier = Some(Modifier::Approx);
            at += 1;
        }
        if let Some(Sense::Edge(edge)) = get(at)?.sense {
            f.modifier = Some(edge);
            at += 1;
        }
        let head = at;
        if let Some(Sense::DayPart(part, Use::Construct)) = get(at)?.sense {
            f.part = Some(part);
            at += 1;
        }
        if let Some(Digits::Date { year, month, day }) = get(at)?.digits {
            self.numeric(&mut f, year, month, day);
            let end = self.era(&mut f, at + 1);
            return Some((f, end));
        }
        if let Some(Digits::MonthYear { month, year: year @ 1900..=2100 }) = get(at)?.digits {
            f.month = Some(MonthRef::Named(Calendar::Gregorian, u8::try_from(month).ok()?));
            f.year = Some(YearRef::Number(i64::from(year)));
            return Some((f, at + 1));
        }
        at = self.day_head(&mut f, first, at)?;
        at = self.day_and_month(&mut f, first, at);
        at = if f.year.is_some() { self.era(&mut f, at) } else { self.year_part(&mut f, first, at, head) };
        if f.year.is_none()
            && f.direction.is_none()
            && let Some(direction) = self.direction(at)
            && (f.month.is_some() || f.weekday.is_some() || f.season.is_some())
        {
            f.direction = Some(direction);
            at += 1;
        }
        if f.part.is_none() && f.has_day() {
            at = self.part_after(&mut f, at);
        }
        let lone_edge = (f.last_day || f.day.is_some()) && f.month.is_none() && f.weekday.is_none();
        (f.has_date() && !lone_edge && at > head && self.is_evident(&f, first, head, at)).then_some((f, at))
    }

    /// 23/01/2022: whose calendar it is, the year tells.
    fn numeric(&self, f: &mut Fields, year: i32, month: i32, day: i32) {
        let calendar = if (1300..=1500).contains(&year) { Calendar::Hijri } else { Calendar::Gregorian };
        f.day = Some(i64::from(day));
        f.month = Some(MonthRef::Named(calendar, u8::try_from(month).unwrap_or(99)));
        f.year = Some(YearRef::Number(i64::from(year)));
    }

    /// يوم الخميس "on Thursday", أمس السبت "yesterday, Saturday", غرة "the first of".
    fn day_head(&self, f: &mut Fields, first: usize, at: usize) -> Option<usize> {
        let get = |at: usize| self.get(first, at);
        let mut at = at;
        // هذا الاثنين "this Monday"
        if get(at).is_some_and(|a| a.sense == Some(Sense::This))
            && self.next(at + 1).is_some_and(|a| matches!(a.sense, Some(Sense::Weekday(_, true))))
        {
            f.this = true;
            at += 1;
        }
        let atom = get(at)?;
        match atom.sense {
            Some(Sense::FirstDay) => {
                f.day = Some(1);
                return Some(at + 1);
            }
            Some(Sense::LastDay) => {
                f.last_day = true;
                return Some(at + 1);
            }
            // يوم "day", يومي "the days of" before what tells which
            Some(Sense::Unit(Unit::Day, Count::One | Count::Two)) if !atom.is_definite() => {
                let tells = self.next(at + 1).is_some_and(|a| {
                    a.is_bare()
                        && (matches!(a.sense, Some(Sense::Weekday(_, true) | Sense::Day(_)))
                            || matches!(a.digits, Some(Digits::DayMonth { .. }))
                            || a.integer().is_some_and(|n| (1..=31).contains(&n)))
                });
                if !tells {
                    return None;
                }
                at += 1;
            }
            _ => {}
        }
        let atom = get(at)?;
        match atom.sense {
            Some(Sense::Day(0))
                if self.next(at + 1).is_some_and(|a| {
                    a.is_bare()
                        && a.integer()
                            .is_some_and(|n| (1..=31).contains(&n) && a.sense.is_none() && a.digits.is_none())
                }) =>
            {
                // اليوم الثالث من أكتوبر "the third day of October"
                at += 1;
            }
            // اليوم الـ133 للحرب "the 133rd day of the war"
            Some(Sense::Day(0))
                if self.next(at + 1).is_some_and(|a| a.is_bare() && a.is_definite_number()) =>
            {
                return None;
            }
            // لم أمس "I did not touch"
            Some(Sense::Day(-1)) if self.is_negated(at) => {}
            // ذلك اليوم "that day", 25 شاحنة في اليوم "25 trucks a day"
            Some(Sense::Day(0)) if self.is_that(at) || self.is_rate(at) => {}
            // اليوم التالي "the next day" is that after the one told last
            Some(Sense::Day(0)) if self.follows_last_day(f, at + 1) => at += 2,
            Some(Sense::Day(days)) => {
                let days = match self.direction(at + 1) {
                    Some(direction) if days == 0 => {
                        at += 1;
                        match direction {
                            Direction::Before => -1,
                            Direction::At => 0,
                            Direction::After => 1,
                        }
                    }
                    _ => days,
                };
                f.relative_day = Some(days);
                at += 1;
                at = self.weekday_beside(f, at);
            }
            // الليلة الأولى "the first night", تلك الليلة "that night"
            Some(Sense::Night(0))
                if self.is_that(at)
                    || self.next(at + 1).is_some_and(|a| {
                        a.is_bare()
                            && (a.number.is_some_and(|n| n.ordinal) || matches!(a.sense, Some(Sense::Nth(_))))
                    }) =>
            {
                return None;
            }
            Some(Sense::Night(days)) if f.part.is_none() => {
                // الليلة الفائتة "last night"
                // or الليلة قبل الماضية "the night before last"
                let turned = self.direction(at + 1).map(offset).or(self.far(at + 1)).filter(|_| days == 0);
                at += usize::from(turned.is_some());
                f.relative_day = Some(turned.unwrap_or(days));
                f.part = Some(DayPart::Night);
                at = self.weekday_beside(f, at + 1);
            }
            Some(Sense::Weekday(day, true)) if !self.is_no_weekday(at) => {
                f.weekday = Some(day);
                at += 1;
                if f.part == Some(DayPart::Night) {
                    let next = self.night_between(at, day);
                    if next > at {
                        return Some(next);
                    }
                }
                if let Some(direction) = self.direction(at) {
                    f.direction = Some(direction);
                    at += 1;
                } else if let Some(next) = self.joined(at)
                    && self.next(next).is_some_and(|a| matches!(a.sense, Some(Sense::Weekday(_, true))))
                {
                    f.direction = self.direction(next + 1); // السبت والأحد الماضيين
                }
                at = self.to_date(at);
            }
            _ => {}
        }
        Some(at)
    }

    /// Whether التالي "the following" stands at `at` behind اليوم, and a day was told before: fills in the day after it.
    fn follows_last_day(&self, f: &mut Fields, at: usize) -> bool {
        let Some(Point::Day(last)) = self.last.get().filter(|_| self.is_following(at)) else { return false };
        let Some(day) = last.plus_days(1) else { return false };
        f.day = Some(i64::from(day.day()));
        f.month = Some(MonthRef::Named(Calendar::Gregorian, day.month()));
        f.year = Some(YearRef::Number(i64::from(day.year())));
        true
    }

    /// Whether التالي "the following", which is told from what was told before, stands at `at`.
    pub(super) fn is_following(&self, at: usize) -> bool {
        let next = self.next(at).filter(|a| a.is_bare() && a.is(Sense::Direction(Direction::After)));
        next.is_some_and(|a| {
            matches!(self.text.folded(a.first), "التالي" | "التاليه" | "الموالي" | "المواليه")
        })
    }

    /// أمس (السبت) "yesterday (Saturday)": a weekday that only says it again.
    fn weekday_beside(&self, f: &mut Fields, at: usize) -> usize {
        let open = usize::from(self.follows(at, Sense::Open));
        let comma = usize::from(open == 0 && self.follows(at, Sense::Comma));
        let Some(Sense::Weekday(day, true)) =
            self.next(at + open + comma).filter(|a| a.is_bare()).and_then(|a| a.sense)
        else {
            return at;
        };
        let close = usize::from(open == 1 && self.follows(at + 2, Sense::Close));
        if close != open {
            return at;
        }
        f.weekday = Some(day);
        at + 1 + comma + open + close
    }

    /// ليل السبت - الأحد, ليلة السبت على الأحد "the night from Saturday to Sunday".
    fn night_between(&self, at: usize, day: u8) -> usize {
        let link = [Sense::Dash, Sense::Slash, Sense::Prep(Prep::Until)];
        let link = usize::from(link.into_iter().any(|sense| self.follows(at, sense)));
        let onto = || {
            let word = self.end_token(at);
            self.atom(at).filter(|a| self.text.folded(word) == "علي" && a.first == word + 1)
        };
        let next = self.next(at + link).or_else(onto);
        let is_next_day =
            next.is_some_and(|a| matches!(a.sense, Some(Sense::Weekday(d, true)) if d == day % 7 + 1));
        if is_next_day { at + link + 1 } else { at }
    }

    /// What may stand between a weekday and its date: a comma, في "on", الموافق "corresponding to".
    fn to_date(&self, at: usize) -> usize {
        let mut to = at;
        if self.follows(to, Sense::Comma) {
            to += 1;
        }
        if self
            .next(to)
            .is_some_and(|a| a.is_bare() && matches!(a.sense, Some(Sense::Prep(Prep::In) | Sense::Equals)))
        {
            to += 1;
        }
        let dated = self.next(to).is_some_and(|a| {
            self.month_after(a, to + 1)
                || matches!(a.digits, Some(Digits::DayMonth { .. } | Digits::Date { .. }))
        });
        if dated { to } else { at }
    }

    /// Whether a day number is followed by a month: 18 شباط, الثالث عشر من شباط.
    fn month_after(&self, number: &Atom, at: usize) -> bool {
        if !number.integer().is_some_and(|n| (1..=31).contains(&n)) {
            return false;
        }
        let at = if self.next(at).is_some_and(|a| a.is(Sense::Prep(Prep::From))) { at + 1 } else { at };
        self.next(at).is_some_and(|a| {
            matches!(a.sense, Some(Sense::Month(_) | Sense::Unit(Unit::Month, Count::One)))
                || matches!(a.also, Some(Sense::Month(_)))
        })
    }

    /// The number of the day and the month; the number only if it can be a day.
    fn day_and_month(&self, f: &mut Fields, first: usize, at: usize) -> usize {
        if f.month.is_some() {
            return at;
        }
        if let Some(end) = self.month_and_day(f, first, at).or_else(|| self.dashed(f, first, at)) {
            return end;
        }
        let mut dated = *f;
        let day = self.day_number(&mut dated, first, at);
        let month = self.month_part(&mut dated, first, day);
        // 16 الجاري, السادس عشر من الجاري "the 16th of the current month"
        let of = day + usize::from(self.follows(day, Sense::Prep(Prep::From)));
        if day > at && dated.month.is_none() && self.direction(of) == Some(Direction::At) {
            dated.month = Some(MonthRef::Relative(0));
            *f = dated;
            return of + 1;
        }
        if day == at || dated.month.is_some() || self.day_stands_alone(&dated, day) {
            *f = dated;
            return month;
        }
        self.month_part(f, first, at)
    }

    /// 14 - أكتوبر - 2019, 14/أكتوبر/2019
    fn dashed(&self, f: &mut Fields, first: usize, at: usize) -> Option<usize> {
        let day = self.get(first, at)?.integer().filter(|day| (1..=31).contains(day))?;
        let link = [Sense::Dash, Sense::Slash].into_iter().find(|&link| self.follows(at + 1, link))?;
        let mut dated = Fields { day: Some(day), ..*f };
        let end = self.month_part(&mut dated, first, at + 2);
        dated.month?;
        let year = self.next(end + 1).filter(|a| is_year(a) && self.follows(end, link))?.integer()?;
        *f = Fields { year: Some(YearRef::Number(year)), ..dated };
        Some(end + 2)
    }

    /// مارس 20، 2024: the month before its day.
    fn month_and_day(&self, f: &mut Fields, first: usize, at: usize) -> Option<usize> {
        self.get(first, at)?.month()?;
        let mut dated = *f;
        let day_at = self.month_part(&mut dated, first, at);
        let plain = |at: usize, len: [u8; 2]| match self.next(at).filter(|a| a.is_bare())?.digits? {
            Digits::Plain(value, n) if len.contains(&n) => Some(i64::from(value)),
            _ => None,
        };
        dated.day = Some(plain(day_at, [1, 2])?).filter(|day| (1..=31).contains(day));
        let comma = usize::from(self.follows(day_at + 1, Sense::Comma));
        let year = plain(day_at + 1 + comma, [4, 4]).filter(|year| (1300..=2100).contains(year))?;
        dated.year = Some(YearRef::Number(year));
        (dated.day.is_some() && dated.month.is_some()).then(|| *f = dated)?;
        Some(day_at + 2 + comma)
    }

    /// The number of the day.
    fn day_number(&self, f: &mut Fields, first: usize, at: usize) -> usize {
        let Some(atom) = self.get(first, at) else { return at };
        // الثلاثة من "the three of" counts; الثالث من "the third of" is a day.
        let small = atom.integer().is_some_and(|n| n <= 10);
        let cardinal = atom.number.is_some_and(|n| !n.ordinal) && atom.digits.is_none();
        let counts = small && cardinal && atom.is_definite();
        if counts || (at > first && !atom.is_bare()) {
            return at;
        }
        match (atom.digits, atom.integer()) {
            (Some(Digits::Date { year, month, day }), _) => {
                self.numeric(f, year, month, day);
                at + 1
            }
            // الأحد 12/5, يوم 12/5, 12/5 الجاري
            (Some(Digits::DayMonth { day, month }), _)
                if f.weekday.is_some() || at > first || self.direction(at + 1).is_some() =>
            {
                f.day = Some(i64::from(day));
                f.month = Some(MonthRef::Named(Calendar::Gregorian, u8::try_from(month).unwrap_or(99)));
                at + 1
            }
            (Some(Digits::ClockDay { hour, minute, day }), _) => {
                f.clock = Some(Clock { hour: Some(hour), minute: Some(minute), second: None, zone: None });
                f.day = Some(i64::from(day));
                at + 1
            }
            (digits, Some(day))
                if (1..=31).contains(&day) || (digits.is_some() && (32..=99).contains(&day)) =>
            {
                if day > 31 && !self.month_after_digits(at + 1) {
                    return at;
                }
                if matches!(digits, Some(Digits::Plain(_, len)) if len > 2) {
                    return at;
                }
                f.day = Some(day);
                f.ordinal = atom.number.is_some_and(|n| n.ordinal);
                at + 1
            }
            _ => at,
        }
    }

    fn month_after_digits(&self, at: usize) -> bool {
        self.next(at).is_some_and(|a| {
            matches!(a.sense, Some(Sense::Month(m)) if m.strength == Strength::Plain) && a.is_bare()
        })
    }

    /// السبت السادس عشر "Saturday the sixteenth": a weekday lets a day stand without a month.
    fn day_stands_alone(&self, f: &Fields, end: usize) -> bool {
        f.weekday.is_some() && f.ordinal && self.atom(end - 1).is_some_and(Atom::is_definite_number)
    }

    /// الأربعاء صباحا "Wednesday in the morning".
    fn part_after(&self, f: &mut Fields, at: usize) -> usize {
        match self.next(at).filter(|a| a.is_bare()).and_then(|a| a.sense) {
            Some(Sense::DayPart(part, usage))
                if usage == Use::Adverb || (usage == Use::Construct && matches!(part, DayPart::Evening)) =>
            {
                f.part = Some(part);
                at + 1
            }
            _ => at,
        }
    }

    /// Whether في "in" stands before اليوم, and nothing behind it that tells which day.
    fn is_rate(&self, at: usize) -> bool {
        let before = self.atom(at).filter(|a| a.is_bare()).and_then(|a| a.first.checked_sub(1));
        let told = self.next(at + 1).is_some_and(|a| {
            matches!(a.sense, Some(Sense::Direction(_) | Sense::Weekday(..) | Sense::Open | Sense::Comma))
        });
        before.is_some_and(|i| self.text.folded(i) == "في") && !told
    }

    fn is_that(&self, at: usize) -> bool {
        at > 0 && self.next(at).is_some() && self.atom(at - 1).is_some_and(|a| a.sense == Some(Sense::That))
    }

    /// Whether a day or month without a year names what stands before it: شارع 14 تموز "14 July Street", حرب أكتوبر.
    fn is_name(&self, f: &Fields, at: usize) -> bool {
        let told = f.year.is_some() || f.direction.is_some() || f.weekday.is_some() || f.modifier.is_some();
        let before = self.atom(at).filter(|a| a.is_bare()).and_then(|a| a.first.checked_sub(1));
        // The day may be read as no day: what stands before it counts.
        let number = |i: &usize| self.text.token(*i).is_some_and(|t| t.kind() == TokenKind::Number);
        let before = match before.filter(number) {
            Some(day) => day.checked_sub(1),
            None => before,
        };
        f.month.is_some()
            && !told
            && before.is_some_and(|i| {
                let word = self.text.folded(i);
                let bare = word.strip_prefix(['و', 'ب', 'ل']).unwrap_or(word);
                NAMED.has(word) || NAMED.has(bare)
            })
    }

    /// Whether لم "did not" stands before the atom.
    fn is_negated(&self, at: usize) -> bool {
        self.atom(at)
            .and_then(|a| a.first.checked_sub(1))
            .is_some_and(|i| matches!(self.text.folded(i), "لم" | "ولم" | "فلم"))
    }

    /// الاثنين is Monday, and "the two": كلا الاثنين "both"; صلاة الجمعة is the Friday prayer.
    fn is_no_weekday(&self, at: usize) -> bool {
        let Some(first) = self.atom(at).map(|a| a.first) else { return false };
        matches!(
            first.checked_sub(1).map(|i| self.text.folded(i)),
            Some("كلا" | "كلي" | "هذين" | "احد" | "صلاه" | "خطبه")
        )
    }

    /// Whether enough is said for a date.
    fn is_evident(&self, f: &Fields, first: usize, head: usize, end: usize) -> bool {
        let Some(MonthRef::Named(calendar, _)) = f.month else {
            return f.has_day() || f.year.is_some();
        };
        let names = (head..end).filter_map(|i| self.atom(i)).filter_map(|a| a.month());
        let strength = names.clone().map(|m| m.strength).max().unwrap_or(Strength::Plain);
        let beside = f.day.is_some()
            || f.year.is_some()
            || f.direction.is_some()
            || f.last_day
            || names.clone().count() > 1;
        let after_unit = (head..end)
            .filter_map(|i| self.atom(i))
            .any(|a| matches!(a.sense, Some(Sense::Unit(Unit::Month, _))));
        match strength {
            Strength::Plain => true,
            Strength::Weak => {
                beside
                    || after_unit
                    || f.modifier.is_some()
                    || self.after_preposition(first)
                    || self.after_month(first)
            }
            Strength::Rare => {
                after_unit
                    || names.count() > 1
                    || (f.day.is_some() && f.year.is_some())
                    // 3 صفر is also a score: three to nil
                    || (calendar == Calendar::Hijri && (f.ordinal || f.day.is_some_and(|d| d >= 10)))
                    || (f.year.is_some() && calendar == Calendar::Hijri)
            }
        }
    }

    /// Whether a preposition of time stands before the atom, or is written onto it.
    pub(super) fn after_preposition(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at) else { return false };
        if atom.is_linked() {
            return true;
        }
        let before = at.checked_sub(1).and_then(|i| self.atom(i));
        before.is_some_and(|b| b.end == atom.first && matches!(b.sense, Some(Sense::Prep(_))))
    }

    /// حزيران وتموز "June and July": a month that joins another.
    fn after_month(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at).filter(|a| a.is_and()) else { return false };
        at.checked_sub(1)
            .and_then(|i| self.atom(i))
            .is_some_and(|b| b.end == atom.first && b.month().is_some())
    }

    pub(super) fn kind_of(f: &Fields) -> TemporalKind {
        if f.part.is_some() || f.clock.is_some() { TemporalKind::Time } else { TemporalKind::Date }
    }
}

impl Atom {
    /// السادس "the sixth", not سادس.
    fn is_definite_number(&self) -> bool {
        self.number.is_some() && self.is_definite()
    }

    /// The month that it names.
    pub(crate) fn month(&self) -> Option<crate::sense::Month> {
        match (self.sense, self.also) {
            (Some(Sense::Month(month)), _) | (_, Some(Sense::Month(month))) => Some(month),
            _ => None,
        }
    }
}
