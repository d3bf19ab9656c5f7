//! Periods told from the reference or from a larger one: الشهر الماضي "last month", بداية العام "the beginning of the
//! year", الربع الأول من 2019 "the first quarter of 2019", التسعينيات "the nineties".

use isnad_numerals::Number;

use crate::atoms::Atom;
use crate::digits::Digits;
use crate::fields::{Fields, YearRef};
use crate::grammar::month_year::{is_year, offset};
use crate::grammar::{Grammar, Read};
use crate::sense::{Count, Direction, Era, Feast, Prep, Sense};
use crate::{Date, Duration, Point, TemporalKind, TimeValue, Unit, Vague};

impl Grammar<'_, '_> {
    /// A period, after the word that tells which part of it is meant.
    pub(super) fn period(&self, first: usize) -> Option<Read> {
        let mut at = first;
        let mut modifier = None;
        if let Some(Sense::Edge(edge)) = self.atom(at)?.sense {
            modifier = Some(edge);
            at += 1;
            if self.next(at)?.sense.is_some_and(|s| s == Sense::Prep(Prep::From)) {
                at += 1;
            }
        }
        let mut read = self
            .unit_period(first, at, modifier.is_some())
            .or_else(|| self.season(first, at))
            .or_else(|| self.part_of_year(first, at))
            .or_else(|| self.decade(first, at))
            .or_else(|| self.nth(first, at))
            .or_else(|| self.last_amount(first, at))
            .or_else(|| self.holiday(first, at))
            .or_else(|| self.year_after_edge(first, at))?;
        read.first = first;
        read.modifier = modifier.or(read.modifier);
        Some(read)
    }

    /// الشهر الماضي, هذا الأسبوع, العام الجاري; العام "the year" after بداية "beginning of".
    fn unit_period(&self, first: usize, at: usize, edge: bool) -> Option<Read> {
        let atom = self.get(first, at)?;
        if atom.sense == Some(Sense::This) {
            let unit = self.next(at + 1).filter(|a| a.is_bare())?;
            if matches!(unit.sense, Some(Sense::Day(0))) {
                if let Some(read) = self.day_in_year(first, at) {
                    return Some(read);
                }
                return Some(Read::of(first, at + 2, self.unit_at(Unit::Day, 0)?, "dates.relative.this"));
            }
            let (unit, Count::One) = unit.unit().filter(|_| unit.is_definite())? else { return None };
            return Some(Read::of(first, at + 2, self.unit_at(unit, 0)?, "dates.relative.this"));
        }
        let (unit, count) = atom.unit().filter(|_| atom.is_definite())?;
        match count {
            Count::One => {
                // الشهر التالي "the following month"
                if self.is_following(at + 1)
                    && let Some(point) = self.unit_after_last(unit)
                {
                    return Some(Read::of(first, at + 2, point, "dates.text.following"));
                }
                if let Some(count) = self.direction(at + 1).map(offset).or(self.far(at + 1)) {
                    let point = self.unit_at(unit, count)?;
                    return Some(Read::of(first, at + 2, point, "dates.relative.unit"));
                }
                let period = matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Century);
                // أواخر القرن التاسع عشر "the end of the nineteenth century"
                let numbered = unit == Unit::Century
                    && self.next(at + 1).is_some_and(|a| a.is_bare() && a.number.is_some());
                (edge && period && !numbered)
                    .then(|| Some(Read::of(first, at + 1, self.unit_at(unit, 0)?, "dates.relative.edge")))?
            }
            // السنتين الماضيتين "the last two years"
            Count::Two => {
                self.turn(at + 1)?;
                let duration = Duration::of(Number::from(2), unit);
                Some(Read::new(
                    first,
                    at + 2,
                    TemporalKind::Duration,
                    TimeValue::Duration(duration),
                    "dates.duration.last",
                ))
            }
            Count::Many => self.several_periods(first, at, unit),
        }
    }

    /// مثل هذا اليوم من العام الماضي "on this day of last year", from هذا on.
    fn day_in_year(&self, first: usize, at: usize) -> Option<Read> {
        let like = self.atom(at)?.first.checked_sub(1).is_some_and(|i| self.text.folded(i) == "مثل");
        let mut f = Fields::default();
        let end = self.year_part(&mut f, first, at + 2, at);
        let today = self.today().filter(|_| like && f.year.is_some())?;
        let day = Date::new(self.year_of(&f)?, today.month(), today.day())?;
        Some(Read::of(first, end, Point::Day(day), "dates.relative.this"))
    }

    /// The unit after that of what was told last.
    fn unit_after_last(&self, unit: Unit) -> Option<Point> {
        let last = self.last_day()?;
        Some(match unit {
            Unit::Year => Point::Year(Some(last.year() + 1)),
            Unit::Month => {
                let (year, month) = last.plus_months(1);
                Point::Month(Some(year), Some(month))
            }
            Unit::Week => Point::Week(Some(last.plus_days(7)?.iso_week())),
            _ => return None,
        })
    }

    /// What الماضية "past", الأخيرة "last", المقبلة "coming" say behind units of time.
    pub(super) fn turn(&self, at: usize) -> Option<Direction> {
        self.direction(at).or_else(|| self.follows(at, Sense::Last).then_some(Direction::Before))
    }

    /// الأشهر الستة الماضية "the last six months"; السنوات القليلة المقبلة "the next few years".
    fn several_periods(&self, first: usize, at: usize, unit: Unit) -> Option<Read> {
        let number = self.next(at + 1).filter(|a| a.is_bare() && a.sense.is_none()).and_then(|a| a.number);
        if let Some(number) = number {
            // الأسابيع الستة الأولى "the first six weeks"
            let first_of = self.next(at + 2).is_some_and(|a| {
                a.is(Sense::Nth(1)) || (a.integer() == Some(1) && a.number.is_some_and(|n| n.ordinal))
            });
            let turned = self.turn(at + 2).is_some();
            let rule = match (first_of, turned) {
                (true, _) => "dates.duration.first",
                (_, true) => "dates.duration.last",
                _ => "dates.duration",
            };
            // الأشهر الثلاثة المنتهية في يونيو "the three months to June"
            let definite = self.next(at + 1).is_some_and(|a| self.text.folded(a.first).starts_with("ال"));
            let whole = !number.is_range() && number.is_positive() && !number.ordinal;
            let end = at + 2 + usize::from(first_of || turned);
            let value = TimeValue::Duration(Duration::of(number.value(), unit));
            return (whole && (definite || first_of || turned))
                .then(|| Read::new(first, end, TemporalKind::Duration, value, rule));
        }
        let few = usize::from(self.follows(at + 1, Sense::SeveralAfter));
        let vague = match self.turn(at + 1 + few)? {
            Direction::Before => Vague::Past,
            Direction::At => Vague::Present,
            Direction::After => Vague::Future,
        };
        Some(Read::new(first, at + 2 + few, TemporalKind::Date, TimeValue::Vague(vague), "dates.vague"))
    }

    /// Whether هذا الشهر "this month", الأسبوع الجاري "the current week" stand at an atom.
    pub(super) fn this_period(&self, at: usize) -> bool {
        self.period(at).is_some_and(|read| read.kind == TemporalKind::Date)
    }

    /// آخر ثلاث سنوات "the last three years", أول 48 ساعة "the first 48 hours".
    fn last_amount(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.get(first, at)?;
        let rule = match atom.sense {
            Some(Sense::Last) => "dates.duration.last",
            Some(Sense::First) if self.next(at + 1)?.number.is_some() => "dates.duration.first",
            _ => return None,
        };
        let amount = self.amount_at(first, at + 1)?;
        let value = TimeValue::Duration(amount.duration);
        let told = !amount.duration.is_several();
        told.then(|| Read::new(first, amount.end, TemporalKind::Duration, value, rule))
    }

    /// So many units from the reference.
    pub(super) fn unit_at(&self, unit: Unit, count: i32) -> Option<Point> {
        let today = self.today();
        let year = today.map(Date::year);
        Some(match unit {
            Unit::Day => {
                today.and_then(|t| t.plus_days(count)).map_or(super::resolve::UNKNOWN_DAY, Point::Day)
            }
            Unit::Week => Point::Week(today.and_then(|t| t.plus_days(7 * count)).map(Date::iso_week)),
            Unit::Month => match today.map(|t| t.plus_months(count)) {
                Some((year, month)) => Point::Month(Some(year), Some(month)),
                None => Point::Month(None, None),
            },
            Unit::Year => Point::Year(year.map(|y| y + count)),
            Unit::Decade => Point::Decade(year?.div_euclid(10) + count),
            Unit::Century => Point::Century(year?.div_euclid(100) + count),
            _ => return None,
        })
    }

    /// خريف 2019, فصل الصيف, الشتاء الماضي
    fn season(&self, first: usize, at: usize) -> Option<Read> {
        let mut at = at;
        let head = at;
        // هذا الصيف "this summer"
        let this = self.get(first, at)?.sense == Some(Sense::This);
        at += usize::from(this);
        let named = self.get(first, at)?.is(Sense::SeasonNoun);
        if named {
            at += 1;
        }
        let atom = self.get(first, at)?;
        let season = match (atom.sense, atom.also) {
            (Some(Sense::Season(season)), _) | (_, Some(Sense::Season(season))) => season,
            _ => return None,
        };
        let direction = this.then_some(Direction::At);
        let mut f = Fields { season: Some(season), direction, ..Fields::default() };
        let definite = self.text.folded(atom.first).starts_with("ال") || atom.is_definite();
        let mut end = self.year_part(&mut f, first, at + 1, head);
        // شتاء 2022-2023: the winter that begins in the first
        if let Some(Digits::Pair(from @ 1900..=2100, to)) =
            self.next(end).filter(|a| a.is_bare()).and_then(|a| a.digits)
            && f.year.is_none()
            && to == from + 1
        {
            f.year = Some(YearRef::Number(i64::from(from)));
            end += 1;
        }
        if f.year.is_none()
            && let Some(direction) = self.direction(end)
        {
            f.direction = Some(direction);
            end += 1;
        }
        let told = f.year.is_some() || f.direction.is_some();
        let alone =
            definite && (named || head > first || self.after_preposition(first) || self.is_alone(first, end));
        if !told && !alone {
            return None;
        }
        self.resolve(&f, first, end)
    }

    /// الربع الحالي "the current quarter", الربع الماضي من السنة "the last quarter of the year": `end` is behind the direction.
    fn relative_quarter(&self, first: usize, end: usize, direction: Direction) -> Option<Read> {
        let today = self.today()?;
        let quarters = today.year() * 4 + i32::from(today.month() - 1) / 3 + offset(direction);
        let quarter = u8::try_from(quarters.rem_euclid(4) + 1).ok()?;
        let point = Point::Quarter(Some(quarters.div_euclid(4)), quarter);
        let year = |a: &Atom| a.sense == Some(Sense::Unit(Unit::Year, Count::One)) && a.is_definite();
        let of_year = self.follows(end, Sense::Prep(Prep::From)) && self.next(end + 1).is_some_and(year);
        let end = end + 2 * usize::from(of_year);
        Some(Read::new(first, end, TemporalKind::Date, TimeValue::Point(point), "dates.relative.unit"))
    }

    /// الربع الأول من عام 2019, النصف الثاني من العام الماضي
    fn part_of_year(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.get(first, at)?;
        let Some(Sense::Fraction(parts)) = atom.sense.filter(|_| atom.is_definite()) else { return None };
        let ordinal = self.next(at + 1).filter(|a| a.is_bare())?;
        if parts == 4
            && let Some(direction) = self.direction(at + 1)
        {
            return self.relative_quarter(first, at + 2, direction);
        }
        let last = ordinal.is(Sense::Last);
        let number = match ordinal.sense {
            _ if last => i64::from(parts),
            Some(Sense::Nth(nth)) => i64::from(nth),
            _ => ordinal.integer()?,
        };
        let number = u8::try_from(number).ok().filter(|n| (1..=parts).contains(n))?;
        let mut f = Fields::default();
        match parts {
            4 => f.quarter = Some(number),
            2 => f.half = Some(number),
            _ => return None,
        }
        let mut end = self.month_part(&mut f, first, at + 2);
        end = self.year_part(&mut f, first, end, at);
        if f.year.is_none()
            && f.month.is_some()
            && let Some(direction) = self.direction(end)
        {
            f.direction = Some(direction);
            end += 1;
        }
        let told = f.year.is_some() || f.month.is_some();
        if !told
            && parts == 2
            && self.follows(at + 2, Sense::Prep(Prep::From))
            && self.next(at + 3).is_some()
            && let Some(read) = self.decade(at + 3, at + 3)
            && let TimeValue::Point(point) = read.value
        {
            // النصف الثاني من القرن العشرين "the second half of the twentieth century"
            let (start, years) = match point {
                Point::Century(n) if n >= 0 => (n.checked_mul(100)?, 50),
                Point::Decade(n) => (n.checked_mul(10)?, 5),
                _ => return None,
            };
            let from = start + (i32::from(number) - 1) * years;
            let value =
                TimeValue::Interval(Some(Point::Year(Some(from))), Some(Point::Year(Some(from + years - 1))));
            return Some(Read::new(first, read.end, TemporalKind::Date, value, "dates.century.half"));
        }
        if !told {
            // من العام "of the year"
            let of_year = self.follows(end, Sense::Prep(Prep::From))
                && self
                    .next(end + 1)
                    .is_some_and(|a| a.sense == Some(Sense::Unit(Unit::Year, Count::One)) && a.is_definite());
            if !of_year {
                // في الربع الثاني "in the second quarter"; a half by itself is mostly that of a match
                let known = parts == 4
                    || matches!(self.last.get(), Some(Point::Quarter(..) | Point::Half(..)))
                    || !self.text.folded(atom.first).starts_with("النصف");
                let of = self.text.folded(self.end_token(end)) == "من";
                return (known && !of && self.after_preposition(first))
                    .then(|| self.resolve(&f, first, end))?;
            }
            f.year = Some(YearRef::Relative(0));
            end += 2;
            // الربع الثالث من العام المالي 2023-2024: where a fiscal year begins is not told
            if let Some(Digits::Pair(from @ 1900..=2100, to)) = self.next(end).and_then(|a| a.digits)
                && to == from + 1
            {
                let year = |year| Some(Point::Year(Some(year)));
                let value = TimeValue::Interval(year(from), year(to));
                return Some(Read::new(first, end + 1, TemporalKind::Date, value, "dates.range"));
            }
            // من العام نفسه "of the same year"
            if self.follows(end, Sense::Same)
                && let Some(last) = self.last_day()
            {
                f.year = Some(YearRef::Number(i64::from(last.year())));
                end += 1;
            }
        }
        self.resolve(&f, first, end)
    }

    /// التسعينيات, ثمانينيات القرن الماضي, العقد الأول من القرن الحادي والعشرين, القرن التاسع عشر
    fn decade(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.get(first, at)?;
        if let Some(Sense::Decade(decade)) = atom.sense {
            let of = usize::from(self.follows(at + 1, Sense::Prep(Prep::From)));
            let (century, end) = match self.century(at + 1 + of) {
                Some(century) => century,
                // في الأربعينيات من العمر "in his forties"
                None if of == 1 && self.text.folded(self.end_token(at + 2)).contains("عمر") => {
                    return None;
                }
                None if atom.is_definite() => (19, at + 1),
                None => return None,
            };
            return Some(Read::of(
                first,
                end,
                Point::Decade(century * 10 + i32::from(decade) / 10),
                "dates.decade",
            ));
        }
        if atom.is_definite() && atom.sense == Some(Sense::Unit(Unit::Decade, Count::One)) {
            let ordinal = self.next(at + 1).filter(|a| a.is_bare())?;
            let number = i32::try_from(ordinal.integer()?).ok().filter(|n| (1..=10).contains(n))?;
            if !self.follows(at + 2, Sense::Prep(Prep::From)) {
                return None;
            }
            let (century, end) = self.century(at + 3)?;
            return Some(Read::of(first, end, Point::Decade(century * 10 + number - 1), "dates.decade"));
        }
        if let Some(read) = self.hijri_century(first, at) {
            return Some(read);
        }
        if at > first || atom.is_definite() {
            let (century, end) = self.century_from(first, at)?;
            return Some(Read::of(first, end, Point::Century(century), "dates.century"));
        }
        None
    }

    /// القرن الثالث الهجري "the third century of the Hijra", in years of the Gregorian calendar.
    fn hijri_century(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.get(first, at)?;
        if !(atom.is_definite() && atom.sense == Some(Sense::Unit(Unit::Century, Count::One))) {
            return None;
        }
        let number = i32::try_from(self.next(at + 1).filter(|a| a.is_bare())?.integer()?).ok()?;
        if !(1..=15).contains(&number) || !self.follows(at + 2, Sense::Era(Era::Hijri)) {
            return None;
        }
        let from = self.hijri.to_date(number * 100 - 99, 1, 1)?;
        let to = self.hijri.to_date(number * 100, 12, 29)?;
        let year = |date: Date| Some(Point::Year(Some(date.year())));
        let value = TimeValue::Interval(year(from), year(to));
        Some(Read::new(first, at + 3, TemporalKind::Date, value, "dates.century.hijri"))
    }

    fn century(&self, at: usize) -> Option<(i32, usize)> {
        self.next(at)?;
        self.century_from(at + 1, at)
    }

    /// القرن الحادي والعشرين is 20 (20XX); القرن الماضي the one before that of the reference.
    fn century_from(&self, first: usize, at: usize) -> Option<(i32, usize)> {
        let atom = self.get(first, at)?;
        if !(atom.is_definite() && atom.sense == Some(Sense::Unit(Unit::Century, Count::One))) {
            return None;
        }
        if let Some(direction) = self.direction(at + 1) {
            let year = self.today().map_or(2000, Date::year);
            return Some((year.div_euclid(100) + offset(direction), at + 2));
        }
        let ordinal = self.next(at + 1).filter(|a| a.is_bare())?;
        let number = i32::try_from(ordinal.integer()?).ok().filter(|n| (1..=30).contains(n))?;
        let mut f = Fields::default();
        let end = self.era(&mut f, at + 2);
        match f.era {
            Some(Era::BeforeChrist) => Some((-number, end)),
            Some(Era::Hijri) => None,
            _ => Some((number - 1, end)),
        }
    }

    /// ثالث ثلاثاء في أيلول, الأسبوع الأول من شهر مايو, آخر يوم بشهر أكتوبر, أحد الأسبوع الماضي
    fn nth(&self, first: usize, at: usize) -> Option<Read> {
        let (mut f, mut end) = self.nth_head(first, at)?;
        if f.relative_week.is_none() {
            end = self.month_part(&mut f, first, end);
            f.month?;
            end = self.year_part(&mut f, first, end, at);
            if f.year.is_none()
                && let Some(direction) = self.direction(end)
            {
                f.direction = Some(direction);
                end += 1;
            }
        }
        self.resolve(&f, first, end)
    }

    fn nth_head(&self, first: usize, at: usize) -> Option<(Fields, usize)> {
        let mut f = Fields::default();
        let atom = self.get(first, at)?;
        let ordinal = |at: usize, from: usize| -> Option<i8> {
            let atom = self.get(from, at).filter(|a| at == from || a.is_bare())?;
            if atom.is(Sense::Last) {
                return Some(-1);
            }
            if atom.is(Sense::First) {
                return Some(1);
            }
            let number = atom.number.filter(|n| n.ordinal)?.integer()?;
            i8::try_from(number).ok().filter(|n| (1..=31).contains(n))
        };
        // الثلاثاء الأخير, الأسبوع الأول, اليوم الثالث: the noun, then which
        match atom.sense {
            Some(Sense::Weekday(day, definite)) => {
                if let Some(weeks) = self.week_of(at + 1) {
                    f.weekday = Some(day);
                    f.relative_week = Some(weeks.0);
                    return Some((f, weeks.1));
                }
                if definite && let Some(nth) = ordinal(at + 1, first).filter(|n| *n < 6) {
                    f.weekday = Some(day);
                    f.nth = Some(nth);
                    return Some((f, at + 2));
                }
            }
            Some(Sense::Unit(Unit::Week, Count::One)) if atom.is_definite() => {
                f.nth_week = Some(ordinal(at + 1, first).filter(|n| *n < 6)?);
                return Some((f, at + 2));
            }
            Some(Sense::Day(0)) => {
                match ordinal(at + 1, first)? {
                    -1 => f.last_day = true,
                    nth => f.day = Some(i64::from(nth)),
                }
                return Some((f, at + 2));
            }
            _ => {}
        }
        // ثالث ثلاثاء, أول أسبوع, آخر يوم: which, then the noun
        let nth = ordinal(at, at).filter(|_| at == first || atom.is_bare())?;
        let mut noun = at + 1;
        let day = |at: usize| self.next(at).filter(|a| a.is_bare() && !a.is_definite()).and_then(|a| a.sense);
        if day(noun) == Some(Sense::Unit(Unit::Day, Count::One))
            && matches!(day(noun + 1), Some(Sense::Weekday(..)))
        {
            noun += 1; // ثالث يوم ثلاثاء
        }
        match self.next(noun).filter(|a| a.is_bare())?.sense? {
            Sense::Weekday(day, _) => {
                f.weekday = Some(day);
                f.nth = Some(nth).filter(|n| *n < 6);
                f.nth?;
            }
            Sense::Unit(Unit::Week, Count::One) => f.nth_week = Some(nth),
            // أول أيام رمضان "the first of the days of Ramadan"
            Sense::Unit(Unit::Day, Count::One | Count::Many) if nth < 0 => f.last_day = true,
            Sense::Unit(Unit::Day, Count::One | Count::Many) => f.day = Some(i64::from(nth)),
            Sense::Month(_) if nth == 1 => {
                f.day = Some(1); // أول شباط "the first of February"
                return Some((f, noun));
            }
            _ => return None,
        }
        Some((f, noun + 1))
    }

    /// الأسبوع الماضي, من هذا الأسبوع after a weekday: weeks from the reference's.
    fn week_of(&self, at: usize) -> Option<(i32, usize)> {
        let of = usize::from(self.follows(at, Sense::Prep(Prep::From)));
        let at = at + of;
        let week = Sense::Unit(Unit::Week, Count::One);
        if self.follows(at, Sense::This) && self.next(at + 1).is_some_and(|a| a.is(week) && a.is_definite()) {
            return Some((0, at + 2));
        }
        let atom = self.next(at)?;
        if !(atom.is(week) && atom.is_definite()) {
            return None;
        }
        Some((offset(self.direction(at + 1)?), at + 2))
    }

    /// عيد الفطر, رأس السنة 2020
    fn holiday(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.get(first, at)?;
        let Some(Sense::Holiday(feast)) = atom.sense else { return None };
        let mut f = Fields::default();
        let mut end = self.year_part(&mut f, first, at + 1, at);
        if f.year.is_none()
            && let Some(direction) = self.direction(end)
        {
            f.direction = Some(direction);
            end += 1;
        }
        let today = self.today();
        let mut read = Read::of(first, end, super::resolve::UNKNOWN_DAY, "dates.holiday");
        let year = match f.year {
            Some(YearRef::Number(n)) => i32::try_from(n).ok(),
            Some(YearRef::Relative(n)) => today.map(|t| t.year() + n),
            None => today.map(Date::year),
        };
        let in_year = |year: i32| match feast {
            Feast::Gregorian(month, day) => Date::new(year, month, day),
            Feast::Easter(days) => easter(year)?.plus_days(i32::from(days)),
            Feast::Hijri(month, day) if f.is_hijri() || (1300..1500).contains(&year) => {
                self.hijri.to_date(year, month, day)
            }
            Feast::Hijri(month, day) => self.hijri.to_date(self.hijri_year_in(year, month)?, month, day),
        };
        let day = match (year, f.direction, today) {
            (Some(year), None | Some(Direction::At), _) => in_year(year),
            (Some(year), Some(Direction::Before), Some(today)) => {
                in_year(year).filter(|d| *d < today).or_else(|| in_year(year - 1))
            }
            (Some(year), Some(Direction::After), Some(today)) => {
                in_year(year).filter(|d| *d > today).or_else(|| in_year(year + 1))
            }
            _ => None,
        };
        if let Some(day) = day {
            read.value = TimeValue::Point(Point::Day(day));
            if let Feast::Hijri(..) = feast {
                read.hijri = self.hijri.of_date(day);
            }
        }
        Some(read)
    }

    /// مطلع 2014 "the start of 2014"
    fn year_after_edge(&self, first: usize, at: usize) -> Option<Read> {
        let atom = self.next(at).filter(|a| at > first && a.is_bare() && is_year(a))?;
        let mut f = Fields { year: Some(YearRef::Number(atom.integer()?)), ..Fields::default() };
        let end = self.era(&mut f, at + 1);
        self.resolve(&f, first, end)
    }
}

/// Western Easter Sunday (the anonymous Gregorian algorithm).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}
