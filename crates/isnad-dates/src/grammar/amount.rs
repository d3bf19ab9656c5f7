//! Amounts of time: ثلاث سنوات "three years", منذ عدة أشهر "for some months", قبل أسبوعين "two weeks ago".

use isnad_numerals::Number;

use crate::atoms::{Atom, Num};
use crate::digits::Digits;
use crate::grammar::month_year::is_year;
use crate::grammar::{Grammar, Read};
use crate::sense::{Count, Direction, Prep, Sense};
use crate::{Clock, Duration, Modifier, Point, Reference, TemporalKind, TimeValue, Unit};

/// How many sentences after a day is told a story goes on from it.
const LATER: usize = 2;

/// An amount as read.
#[derive(Clone, Copy)]
pub(super) struct Amount {
    pub(super) duration: Duration,
    pub(super) end: usize,
    pub(super) approx: bool,
    /// Nothing but the noun: شهر "a month", أيام "days". It needs a preposition to be an amount.
    bare: bool,
}

impl Grammar<'_, '_> {
    /// An amount with the preposition before it.
    pub(super) fn amount(&self, at: usize) -> Option<Read> {
        if let Some(read) = self.between(at).or_else(|| self.between_amounts(at)).or_else(|| self.age(at)) {
            return Some(read);
        }
        let atom = self.atom(at)?;
        let prep = match atom.sense {
            // على بعد ساعتين "two hours away"
            Some(Sense::Prep(Prep::After)) if atom.first > 0 && self.text.folded(atom.first - 1) == "علي" =>
            {
                return None;
            }
            Some(Sense::Prep(prep)) => Some(prep),
            _ => None,
        };
        match prep {
            Some(prep @ (Prep::Since | Prep::Before | Prep::After)) => {
                let amount = self.amount_at(at, at + 1)?;
                if self.is_from_event(prep, &amount) {
                    if prep != Prep::Since
                        && let Some(day) = self.event_day(amount.end)
                    {
                        return self.away_from(at, &amount, day, prep == Prep::Before);
                    }
                    // قبل أيام من سقوطه "days before it fell": how long before
                    if amount.duration.is_several() && prep != Prep::Since {
                        return Some(self.length(at + 1, &amount));
                    }
                    // بعد شهر على رحيله "a month after his death": about the time of the text
                    if amount.bare && prep == Prep::After {
                        let value = TimeValue::Point(self.unit_at(amount.duration.grain()?, 0)?);
                        return Some(Read::new(
                            at,
                            amount.end,
                            TemporalKind::Date,
                            value,
                            "dates.relative.amount",
                        ));
                    }
                    return (!amount.bare).then(|| self.length(at + 1, &amount));
                }
                match prep {
                    Prep::Since => {
                        let mut read = self.length(at, &amount);
                        read.rule = "dates.duration.since";
                        Some(read)
                    }
                    Prep::Before => self.away(at, &amount, Direction::Before),
                    _ => self.later(at, &amount).or_else(|| self.away(at, &amount, Direction::After)),
                }
            }
            Some(prep @ (Prep::Later | Prep::Earlier)) => {
                // بعد ذلك بيومين "two days after that"
                let linked = self.next(at + 1).filter(|a| a.proclitics == isnad_text::Proclitics::BA)?;
                let (duration, end, _) = self.one_amount(at + 1)?;
                let amount = Amount { duration, end, approx: false, bare: linked.is_bare() };
                let day = self.last.get().and_then(|point| point.date())?;
                self.away_from(at, &amount, day, prep == Prep::Earlier)
            }
            Some(Prep::During | Prep::Within) => {
                let amount = self.amount_at(at, at + 1)?;
                // خلال أيام العطل "during the holidays"
                let construct = amount.bare && self.text.folded(self.end_token(amount.end)).starts_with("ال");
                (!construct).then(|| self.length(at + 1, &amount))
            }
            Some(Prep::From) => self.ago(at),
            Some(_) => None,
            None => {
                let amount = self.amount_at(at, at)?;
                // استمر لسنوات "went on for years", but لأيام العطل "for the days of the holidays"
                let lasts = || {
                    atom.proclitics == isnad_text::Proclitics::LAM
                        && amount.duration.is_several()
                        && amount.duration.grain() != Some(Unit::Decade)
                        && !self.text.folded(self.end_token(amount.end)).starts_with("ال")
                };
                if amount.bare && !lasts() && !self.is_alone(at, amount.end) && !self.is_adverb(at, &amount) {
                    return None;
                }
                if let Some(read) = self.up_to(at, &amount, false) {
                    return Some(read);
                }
                let mut read = self.length(at, &amount);
                if at
                    .checked_sub(1)
                    .and_then(|i| self.atom(i))
                    .is_some_and(|b| b.end == atom.first && b.is(Sense::AboutVerb))
                {
                    read.modifier = Some(Modifier::Approx);
                }
                Some(read)
            }
        }
    }

    /// سنة أخرى "another year", قضى شهرا "spent a month": a noun that by itself says how long.
    fn is_adverb(&self, at: usize, amount: &Amount) -> bool {
        let Some(atom) = self.atom(at).filter(|a| a.proclitics.is_none() && amount.end == at + 1) else {
            return false;
        };
        let next = self.text.folded(atom.end);
        let before = atom.first.checked_sub(1).map_or("", |i| self.text.folded(i));
        if matches!(next, "اخري" | "اضافيه" | "اضافيا") {
            return !isnad_text::is_preposition(before);
        }
        // مديرا عاما "a general manager", كان شهرا صعبا "was a hard month"
        let noun = self.text.folded(atom.first);
        // وقع عقدا "signed a contract"
        if atom.unit().is_some_and(|(unit, _)| unit == Unit::Decade) {
            return false;
        }
        let grain = amount.duration.grain();
        let long =
            amount.duration.is_several() || matches!(grain, Some(Unit::Week | Unit::Month | Unit::Year));
        let adjective = next.chars().count() > 3 && next.ends_with('ا') && !next.starts_with("ال");
        let verb =
            before.chars().count() > 2 && !before.ends_with('ا') && !isnad_text::is_function_word(before);
        long && noun.ends_with('ا') && verb && !adjective
    }

    /// تلاه بعد تسع ساعات "was followed nine hours later": from the hour that the sentence has told.
    fn later(&self, at: usize, amount: &Amount) -> Option<Read> {
        if let Some(read) = self.days_later(at, amount) {
            return Some(read);
        }
        let told = self.told_before(self.atom(at)?.first)?;
        let clock = told.clock.filter(|_| amount.duration.grain().is_some_and(|g| g <= Unit::Hour))?;
        let seconds = u32::from(clock.hour?) * 3600 + u32::from(clock.minute.unwrap_or(0)) * 60;
        let from = Reference { date: told.day, seconds: Some(seconds) };
        let point = self.shifted_from(Some(from), &amount.duration, 1)?;
        Some(Read::of(at, amount.end, point, "dates.text.amount"))
    }

    /// اعتقل بعد يومين "was arrested two days later", in a story: from the day that it has told, if that leads to no time
    /// after the reference.
    fn days_later(&self, at: usize, amount: &Amount) -> Option<Read> {
        let start = self.atom(at)?.first;
        let days = matches!(amount.duration.grain()?, Unit::Day | Unit::Week);
        let told = self
            .told
            .get()
            .filter(|told| days && self.sentences_since(told, start).is_some_and(|since| since <= LATER))?;
        if self.is_announced(start, self.end_token(amount.end)) {
            return None;
        }
        let point = self.shifted_from(Some(told.day.into()), &amount.duration, 1)?;
        let day = point.moments()?.start.date;
        (day <= self.today()?).then(|| Read::of(at, amount.end, point, "dates.text.amount"))
    }

    /// من أسبوع "a week ago", said for itself.
    fn ago(&self, at: usize) -> Option<Read> {
        let amount = self.amount_at(at, at + 1)?;
        if !self.is_alone(at, amount.end) {
            return None;
        }
        self.away(at, &amount, Direction::Before)
    }

    /// The day of the event that an amount is counted from, where من or على and its date follow: من رمضان, على 11 سبتمبر.
    fn event_day(&self, at: usize) -> Option<crate::Date> {
        if !self.follows(at, Sense::Prep(Prep::From)) {
            return None;
        }
        // بعد عشرة أيام من ذلك "ten days after that"
        if self.next(at + 1)?.sense == Some(Sense::That) {
            return self.last.get().and_then(|point| point.date());
        }
        let read = self.date(at + 1).or_else(|| self.period(at + 1)).or_else(|| self.bare_year(at + 1))?;
        read.value.extent()?.start.map(|moment| moment.date)
    }

    /// قبل أسبوعين من عيد الفطر "two weeks before Eid": a date of the amount's grain, where the day that it is counted
    /// from is known. Of an event without a date only the length is told.
    fn away_from(&self, at: usize, amount: &Amount, day: crate::Date, before: bool) -> Option<Read> {
        let sign = if before { -1 } else { 1 };
        let point = self.shifted_from(Some(day.into()), &amount.duration, sign)?;
        let mut read = Read::of(at, amount.end, point, "dates.text.amount");
        read.modifier = amount.approx.then_some(Modifier::Approx);
        Some(read)
    }

    /// بين 3 و5 سنوات "between three and five years", 3-5 أيام, من 18 إلى 25 عاما: a length between two.
    fn between(&self, at: usize) -> Option<Read> {
        let atom = self.atom(at)?;
        let opened = matches!(atom.sense, Some(Sense::Prep(Prep::Between | Prep::From)));
        let first = at + usize::from(opened);
        let number = self.get(at, first).filter(|a| a.sense.is_none())?;
        let (low, high) = match number.digits {
            Some(Digits::Pair(low, high)) => (i64::from(low), i64::from(high)),
            _ => number.number.filter(Num::is_range)?.ends()?,
        };
        let (unit, count) = self.next(first + 1).filter(|a| a.is_bare() && !a.is_definite())?.unit()?;
        if count == Count::Two || !(0 < low && low < high && high < 1000) {
            return None;
        }
        let of = |n: i64| Duration::of(Number::from(n), unit);
        let value = TimeValue::Between(of(low), of(high));
        Some(Read::new(first, first + 2, TemporalKind::Duration, value, "dates.duration.between"))
    }

    /// بين ستة أشهر وسنتين "between six months and two years", من شهر إلى ثلاث سنوات.
    fn between_amounts(&self, at: usize) -> Option<Read> {
        let Some(Sense::Prep(prep @ (Prep::Between | Prep::From))) = self.atom(at)?.sense else {
            return None;
        };
        let low = self.amount_at(at, at + 1)?;
        self.up_to(at + 1, &low, prep == Prep::Between)
    }

    /// The length between an amount and a longer one that follows: 40 يوما إلى 60 يوما. After بين "between" و "and" may
    /// join them.
    fn up_to(&self, first: usize, low: &Amount, between: bool) -> Option<Read> {
        let second = match self.follows(low.end, Sense::Prep(Prep::Until)) {
            true => Some(low.end + 1).filter(|&at| self.next(at).is_some_and(Atom::is_bare)),
            false => self.joined(low.end).filter(|_| between),
        }?;
        let high = self.amount_at(second, second)?;
        let (from, to) = (low.duration.grain()?, high.duration.grain()?);
        let ascends = from < to || from == to && low.duration.count(from) < high.duration.count(to);
        let told = !high.bare && !low.duration.is_several() && !high.duration.is_several();
        let value = TimeValue::Between(low.duration, high.duration);
        (told && ascends)
            .then(|| Read::new(first, high.end, TemporalKind::Duration, value, "dates.duration.between"))
    }

    /// في الخامسة عشرة من عمره "in his fifteenth year", دون سن الثانية عشرة "below the age of twelve".
    fn age(&self, at: usize) -> Option<Read> {
        let atom = self.atom(at)?;
        let years = match atom.sense {
            Some(Sense::Nth(nth)) => i64::from(nth),
            None => atom.integer().filter(|n| (1..=120).contains(n))?,
            _ => return None,
        };
        let definite = self.text.folded(atom.first).starts_with("ال") || atom.is_definite();
        let of_age = self.text.folded(atom.end) == "من"
            && matches!(self.text.folded(atom.end + 1), "عمره" | "عمرها" | "عمري" | "عمرهما" | "العمر");
        if !definite || !(of_age || self.after_age(at)) {
            return None;
        }
        let value = TimeValue::Duration(Duration::of(years.into(), Unit::Year));
        Some(Read::new(at, at + 1, TemporalKind::Duration, value, "dates.duration.age"))
    }

    /// Whether سن "the age of" stands before it.
    pub(super) fn after_age(&self, at: usize) -> bool {
        let before = self.atom(at).and_then(|a| a.first.checked_sub(1));
        // دون الخامسة "under five"; the ordinal is of سنة, and so feminine
        let below = || {
            let own = self.atom(at).map_or("", |a| self.text.folded(a.first));
            own.starts_with("ال") && own.ends_with('ه')
        };
        before.is_some_and(|at| match self.text.folded(at) {
            "سن" | "لسن" | "بسن" => true,
            "دون" => below(),
            _ => false,
        })
    }

    /// Whether the atoms are all that their sentence says.
    pub(super) fn is_alone(&self, first: usize, end: usize) -> bool {
        let Some(start) = self.atom(first).map(|a| a.first) else { return false };
        let sentence = self.text.sentence_of(start).and_then(|i| self.text.sentences().get(i));
        sentence.is_some_and(|s| {
            let words = |range: core::ops::Range<usize>| {
                range.filter(|&i| self.text.token(i).is_some_and(|t| t.is_word())).take(2).count()
            };
            words(s.tokens.start..start) == 0 && words(self.end_token(end)..s.tokens.end) == 0
        })
    }

    fn length(&self, first: usize, amount: &Amount) -> Read {
        // أكثر من سنتين "more than two years": the bound is no part of the length
        let bounds =
            (first..amount.end).take_while(|&i| self.atom(i).is_some_and(|a| a.is(Sense::Bound))).count();
        let first = first + bounds;
        let value = TimeValue::Duration(amount.duration);
        let counted = (first..amount.end).filter_map(|i| self.atom(i)).any(|a| a.number.is_some());
        let turned = self.turn(amount.end).filter(|d| counted && *d != Direction::At);
        let mut read = match turned {
            // الـ24 ساعة الماضية "the last 24 hours"
            Some(_) => Read::new(first, amount.end + 1, TemporalKind::Duration, value, "dates.duration.last"),
            None => Read::new(first, amount.end, TemporalKind::Duration, value, "dates.duration"),
        };
        read.modifier = amount.approx.then_some(Modifier::Approx);
        read
    }

    /// قبل ثلاثة أيام من الانتخابات "three days before the election", بعد عام على الحرب "a year after the war": the
    /// amount is not counted from the reference.
    fn is_from_event(&self, prep: Prep, amount: &Amount) -> bool {
        let next = self.end_token(amount.end);
        let here = self.text.token(next).is_some_and(|t| !t.starts_paragraph());
        let link = self.text.folded(next);
        let event = link == "من" && prep != Prep::Since || link == "علي" && prep == Prep::After;
        // قبل عقد من الزمن "a decade ago" is counted from now too
        let now = matches!(self.text.folded(next + 1), "الان" | "اليوم" | "الزمن" | "الزمان");
        here && event && !now
    }

    /// قبل and بعد: a date of the amount's grain.
    fn away(&self, at: usize, amount: &Amount, direction: Direction) -> Option<Read> {
        let sign = if direction == Direction::Before { -1 } else { 1 };
        // بعد سبع دقائق "seven minutes later" tells of the text's own time where none is known.
        let minutes = amount.duration.grain().is_some_and(|g| g <= Unit::Minute);
        if minutes && self.reference.is_none_or(|r| r.seconds.is_none()) {
            return Some(self.length(at + 1, amount));
        }
        let point = self.shifted(&amount.duration, sign);
        // قبل عقد "a decade ago" is told by decades, قبل نصف قرن "half a century ago" by years
        let atoms = || (at..amount.end).filter_map(|i| self.atom(i));
        let unit = atoms().filter_map(Atom::unit).last().map(|(unit, _)| unit);
        let unit = unit.filter(|_| atoms().all(|a| a.fraction().is_none()));
        let point = match (point, unit) {
            (Some(Point::Year(Some(year))), Some(Unit::Decade)) => Some(Point::Decade(year.div_euclid(10))),
            (Some(Point::Year(Some(year))), Some(Unit::Century)) => {
                Some(Point::Century(year.div_euclid(100)))
            }
            _ => point,
        };
        let value = match point {
            Some(point) => TimeValue::Point(point),
            None if direction == Direction::Before => TimeValue::Vague(crate::Vague::Past),
            None => TimeValue::Vague(crate::Vague::Future),
        };
        let kind = match point {
            Some(Point::Time(..)) => TemporalKind::Time,
            _ => TemporalKind::Date,
        };
        let mut read = Read::new(at, amount.end, kind, value, "dates.relative.amount");
        read.modifier = amount.approx.then_some(Modifier::Approx);
        Some(read)
    }

    /// The reference moved by an amount, in the amount's grain; `None` where the number is not told.
    pub(super) fn shifted(&self, duration: &Duration, sign: i32) -> Option<Point> {
        self.shifted_from(self.reference, duration, sign)
    }

    fn shifted_from(&self, from: Option<Reference>, duration: &Duration, sign: i32) -> Option<Point> {
        if duration.is_several() {
            return None;
        }
        let grain = duration.grain()?;
        let count = |unit: Unit| -> Option<i32> {
            i32::try_from(duration.count(unit)).ok().filter(|n| *n < 100_000).map(|n| n * sign)
        };
        let months = count(Unit::Year)?.checked_mul(12)?.checked_add(count(Unit::Month)?)?;
        let days = count(Unit::Week)?.checked_mul(7)?.checked_add(count(Unit::Day)?)?;
        let seconds = i64::from(count(Unit::Hour)?) * 3600
            + i64::from(count(Unit::Minute)?) * 60
            + i64::from(count(Unit::Second)?);
        let Some(reference) = from else {
            return Some(match grain {
                Unit::Year => Point::Year(None),
                Unit::Month => Point::Month(None, None),
                Unit::Week => Point::Week(None),
                Unit::Day => super::resolve::UNKNOWN_DAY,
                _ => return None,
            });
        };
        let (year, month) = reference.date.plus_months(months);
        let day = reference.date.day().min(crate::Date::days_in_month(year, month));
        let date = crate::Date::new(year, month, day)?.plus_days(days)?;
        Some(match grain {
            Unit::Year => Point::Year(Some(date.year())),
            Unit::Month => Point::Month(Some(date.year()), Some(date.month())),
            Unit::Week => Point::Week(Some(date.iso_week())),
            Unit::Day => Point::Day(date),
            Unit::Hour | Unit::Minute | Unit::Second => {
                let Some(time) = reference.seconds else {
                    let clock = Clock { hour: None, minute: None, second: None, zone: None };
                    return Some(Point::Time(Some(date), clock));
                };
                let total = i64::from(time) + seconds;
                let date = date.plus_days(i32::try_from(total.div_euclid(86_400)).ok()?)?;
                let rest = total.rem_euclid(86_400);
                let clock = Clock {
                    hour: u8::try_from(rest / 3600).ok(),
                    minute: (grain != Unit::Hour || rest / 60 % 60 != 0).then_some((rest / 60 % 60) as u8),
                    second: (grain == Unit::Second).then_some((rest % 60) as u8),
                    zone: None,
                };
                Point::Time(Some(date), clock)
            }
            _ => return None,
        })
    }

    /// An amount from the atom at `at` on.
    pub(super) fn amount_at(&self, first: usize, at: usize) -> Option<Amount> {
        let get = |at: usize| self.get(first, at);
        let mut at = at;
        let mut approx = false;
        while let Some(sense @ (Sense::About | Sense::Bound)) = get(at)?.sense {
            approx |= sense == Sense::About;
            at += 1;
            if at > first + 3 {
                return None;
            }
        }
        let atom = get(at)?;
        if at > first && !atom.is_bare() {
            return None;
        }
        let bounded = at > first
            && self.atom(at - 1).is_some_and(|a| matches!(a.sense, Some(Sense::About | Sense::Bound)));
        let (mut duration, mut end, bare) = self.one_amount(at)?;
        let mut bare = bare && !bounded;
        // عام ونصف "a year and a half", ساعتين وعشر دقائق "two hours and ten minutes"
        let mut more = 0;
        while let Some(next_at) = self.joined(end)
            && let Some(next) = self.next(next_at)
            && more < 4
        {
            let grain = duration.grain().filter(|_| !duration.is_several());
            match (next.fraction(), grain) {
                (Some(fraction), Some(grain))
                    if !self.next(next_at + 1).is_some_and(|a| a.is_bare() && a.unit().is_some()) =>
                {
                    duration = duration.with(fraction, grain);
                    end = next_at + 1;
                }
                _ => match self.one_amount(next_at) {
                    Some((other, to, false)) if !other.is_several() && other.grain() < grain => {
                        duration = duration.plus(&other);
                        end = to;
                    }
                    _ => break,
                },
            }
            bare = false;
            more += 1;
        }
        // ساعة إلا ربعا "an hour less a quarter"
        if self.next(end).is_some_and(|a| a.sense == Some(Sense::Except))
            && let Some(share) = self.next(end + 1).and_then(Atom::fraction)
            && let Some(grain) = duration.grain().filter(|_| !duration.is_several())
            && let Ok(count) = i64::try_from(duration.count(grain))
            && let Some(rest) = share.checked_mul(Number::from(-1)).and_then(|s| s.checked_add(count.into()))
        {
            (duration, end, bare) = (Duration::of(rest, grain), end + 2, false);
        }
        // عقد من الزمن "a decade of time"
        let token = self.end_token(end);
        if bare
            && self.text.folded(token) == "من"
            && matches!(self.text.folded(token + 1), "الزمن" | "الزمان")
        {
            bare = false;
        }
        if self.follows(end, Sense::About) && self.text.folded(self.end_token(end)) == "تقريبا" {
            approx = true;
            end += 1;
        }
        Some(Amount { duration, end, approx, bare })
    }

    /// One number and unit: the amount, its end, and whether it is the bare noun.
    fn one_amount(&self, at: usize) -> Option<(Duration, usize, bool)> {
        let atom = self.atom(at)?;
        let unit_after = |at: usize| self.next(at).filter(|a| a.is_bare()).and_then(Atom::unit);
        if let Some(Sense::Several) = atom.sense {
            let (unit, count) = unit_after(at + 1)?;
            return (count != Count::Two).then(|| (Duration::several(unit), at + 2, false));
        }
        if let Some(fraction) = atom.fraction() {
            // نصف ساعة "half an hour", ربع قرن
            let (unit, _) = unit_after(at + 1)?;
            return Some((Duration::of(fraction, unit), at + 2, false));
        }
        if let (Some(number), None) = (atom.number, atom.sense) {
            if number.ordinal || number.is_range() || !number.is_positive() {
                return None;
            }
            let (unit, count) = unit_after(at + 1)?;
            let unit_atom = self.next(at + 1)?;
            let definite = unit_atom.is_definite();
            // دورته الـ71 يوم الجمعة "its 71st session, on Friday"
            let names_day = unit == Unit::Day
                && count == Count::One
                && self
                    .next(at + 2)
                    .is_some_and(|a| a.is_bare() && matches!(a.sense, Some(Sense::Weekday(_, true))));
            // القرار 2254 عام 2015 "resolution 2254, of 2015"
            let names_year = unit == Unit::Year
                && count == Count::One
                && self.next(at + 2).is_some_and(|a| {
                    a.is_bare() && is_year(a) && matches!(a.digits, Some(Digits::Plain(..)))
                });
            if count == Count::Two
                || definite
                || names_day
                || names_year
                || matches!(atom.digits, Some(Digits::Pair(..)))
            {
                return None;
            }
            let end = at + 2 + usize::from(self.follows(at + 2, Sense::SeveralAfter));
            return Some((Duration::of(number.value(), unit), end, false));
        }
        let (unit, count) = atom.unit()?;
        if atom.is_definite() {
            return None;
        }
        match count {
            _ if count != Count::Many && self.follows(at + 1, Sense::Whole) => {
                let number = if count == Count::One { Number::ONE } else { Number::from(2) };
                Some((Duration::of(number, unit), at + 2, false))
            }
            // عامي 2011 و2019 "in 2011 and 2019"
            Count::Two if self.is_construct_dual(at) && self.next(at + 1).is_some_and(Atom::names_period) => {
                None
            }
            Count::Two => Some((Duration::of(Number::from(2), unit), at + 1, self.is_construct_dual(at))),
            // عام 2003, شهر مايو, يوم الجمعة: what follows says which, not how many.
            Count::One if self.next(at + 1).is_some_and(Atom::names_period) => None,
            Count::One => {
                let one = self.next(at + 1).is_some_and(|a| {
                    a.is_bare()
                        && !a.is_definite()
                        && a.integer() == Some(1)
                        && a.digits.is_none()
                        && !a.number.is_some_and(|n| n.ordinal)
                });
                Some((Duration::of(Number::ONE, unit), at + 1 + usize::from(one), !one))
            }
            Count::Many if self.follows(at + 1, Sense::SeveralAfter) => {
                Some((Duration::several(unit), at + 2, false))
            }
            Count::Many => Some((Duration::several(unit), at + 1, true)),
        }
    }

    /// شهري, عامي, سنتي: the dual before names of months and years is no amount.
    fn is_construct_dual(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at) else { return false };
        !self.text.folded(atom.first).ends_with('ن')
    }
}

impl Atom {
    /// Whether it says which year, month or day a noun before it means.
    fn names_period(&self) -> bool {
        let number = self.number.is_some_and(|n| !n.ordinal && !n.is_range()) && self.fraction().is_none();
        let one = self.integer() == Some(1) && self.digits.is_none();
        self.is_bare()
            && (self.month().is_some()
                || matches!(self.sense, Some(Sense::Weekday(_, true) | Sense::Day(_)))
                || (number && !one && self.sense.is_none()))
    }

    /// The unit of time that it names. A night is a day of TIMEX3.
    pub(crate) fn unit(&self) -> Option<(Unit, Count)> {
        match self.sense? {
            Sense::Unit(unit, count) => Some((unit, count)),
            Sense::Nights(count) => Some((Unit::Day, count)),
            _ => None,
        }
    }

    /// The fraction that it names: نصف "half".
    pub(crate) fn fraction(&self) -> Option<Number> {
        match self.sense {
            Some(Sense::Fraction(n)) => Number::fraction(1, i128::from(n)),
            None => self.number.filter(Num::is_fraction).map(|n| n.value()),
            _ => None,
        }
    }
}
