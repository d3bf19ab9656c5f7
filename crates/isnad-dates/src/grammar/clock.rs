//! Times of day: الثامنة والنصف مساء "half past eight in the evening", الساعة 14:30 بتوقيت غرينتش "14:30 GMT".

use isnad_numerals::Number;

use crate::atoms::Atom;
use crate::digits::Digits;
use crate::fields::Fields;
use crate::grammar::{Grammar, Read, Told};
use crate::pieces;
use crate::sense::{Count, Prep, Sense, Use};
use crate::{Clock, DayPart, Modifier, Point, TemporalKind, TimeValue, Unit};

/// A time of day as read, before its day is known.
#[derive(Clone, Copy)]
struct TimeOfDay {
    clock: Clock,
    part: Option<DayPart>,
    /// The part of the day is a construct: a day follows (مساء الأربعاء "the evening of Wednesday").
    construct: bool,
    /// Days from the reference that the part of the day says itself: هذه الليلة "tonight".
    night: Option<i32>,
    end: usize,
}

impl Grammar<'_, '_> {
    /// A time, a part of a day, or a range of times, with its day.
    pub(super) fn time(&self, first: usize) -> Option<Read> {
        self.times(first).or_else(|| self.clock_time(first)).or_else(|| self.day_part(first))
    }

    fn clock_time(&self, first: usize) -> Option<Read> {
        let about = self.atom(first)?.sense == Some(Sense::About);
        let time = self.time_of_day(first, first + usize::from(about))?;
        let mut f = Fields { modifier: about.then_some(Modifier::Approx), ..Fields::default() };
        let mut time = time;
        let end = self.day_of(&mut f, &time);
        let end = self.zone(&mut time.clock, end);
        self.timed(f, &time, first, end)
    }

    /// The day after a time: مساء أمس الأحد, من فجر اليوم, يوم الخميس.
    fn day_of(&self, f: &mut Fields, time: &TimeOfDay) -> usize {
        let mut at = time.end;
        // 13:20 - 20 مايو 2025 in a byline
        if self.follows(at, Sense::Dash)
            && self.next(at + 1).is_some()
            && let Some((day, end)) = self.calendar(at + 1)
            && day.day.is_some()
            && day.month.is_some()
            && day.year.is_some()
        {
            *f = day;
            return end;
        }
        if self.follows(at, Sense::Prep(Prep::From)) {
            at += 1;
        }
        let Some(next) = self.next(at) else { return time.end };
        let begins_day = match next.sense {
            Some(Sense::Day(_) | Sense::Weekday(_, true)) => true,
            Some(Sense::Unit(Unit::Day, Count::One)) => true,
            Some(Sense::DayPart(_, Use::Construct)) => time.part.is_none(),
            _ => time.construct && next.integer().is_some(),
        };
        if !begins_day || !next.is_bare() {
            return time.end;
        }
        match self.calendar(at) {
            Some((day, end)) if day.has_day() => {
                let modifier = f.modifier;
                *f = Fields { modifier: modifier.or(day.modifier), ..day };
                end
            }
            _ => time.end,
        }
    }

    /// A clock on the day that the fields tell, or on that of the reference.
    fn timed(&self, mut f: Fields, time: &TimeOfDay, first: usize, end: usize) -> Option<Read> {
        let part = f.part.or(time.part);
        f.part = None;
        f.clock = Some(with_part(time.clock, part));
        if let Some(night) = time.night {
            f.relative_day = Some(night);
        }
        if f.has_date() {
            let mut read = self.resolve(&f, first, end)?;
            read.rule = "dates.time.clock";
            return Some(read);
        }
        // استهدفت عصر الاثنين عربة في الساعة 3:40 "on Monday afternoon struck a vehicle at 3:40": of the day just told
        let start = self.atom(first)?.first;
        let told = self.told_lately(start).filter(|_| !self.is_announced(start, self.end_token(end)));
        let mut clock = f.clock?;
        if let (None, Some(Told { part: told, .. })) = (part, self.told_before(start))
            && clock.hour.is_some_and(|hour| hour < 12)
        {
            clock = with_part(clock, told);
        }
        let point = Point::Time(told.map(|told| told.day).or(self.today()), clock);
        let mut read = Read::of(first, end, point, "dates.time.clock");
        read.inferred = told.map_or(self.reference.is_some(), |told| told.inferred);
        read.modifier = f.modifier;
        Some(read)
    }

    /// الخميس الساعة 8: a clock after a date. Only with the word الساعة "the hour", or digits.
    pub(super) fn clock_after(&self, f: &Fields, first: usize, end: usize) -> Option<Read> {
        if f.part.is_some() && !f.has_day() {
            return None;
        }
        let mut at = end;
        if self.follows(at, Sense::Comma) {
            at += 1;
        }
        if self.next(at).is_some_and(|a| a.is_bare() && matches!(a.sense, Some(Sense::Prep(Prep::In)))) {
            at += 1;
        }
        // 20 مارس 2024 - 10:30 in a byline; a bar between them parts two expressions
        let dash = matches!(self.next(at).and_then(|a| a.sense), Some(Sense::Dash | Sense::Slash))
            && self.text.surface(self.end_token(at)) != "|"
            && self.next(at + 1).is_some_and(|a| matches!(a.digits, Some(Digits::Clock { .. })))
            && !matches!(
                self.next(at + 2).and_then(|a| a.sense),
                Some(Sense::Dash | Sense::Prep(Prep::Until))
            );
        if dash && f.day.is_some() && f.year.is_some() {
            at += 1;
        }
        if let Some(read) = self.times_from(f, first, at) {
            return Some(read);
        }
        // 16 مارس 2024 على 00:42, الجمعة على الساعة الثامنة: how the Maghreb puts it
        if f.has_day()
            && self.text.folded(self.end_token(at)) == "علي"
            && let Some(atom) = self.atom(at).filter(|a| a.first == self.end_token(at) + 1)
            && (is_hour_word(atom) || matches!(atom.digits, Some(Digits::Clock { .. })))
            && let Some(time) = self.time_of_day(at, at)
        {
            return self.timed(*f, &time, first, time.end);
        }
        let atom = self.next(at).filter(|a| a.is_bare())?;
        let written = is_hour_word(atom) || matches!(atom.digits, Some(Digits::Clock { .. }));
        let time = self.time_of_day(at, at)?;
        // اليوم في الثالثة عصرا "today at three in the afternoon", الجمعة 8 مساء
        if !(written || time.part.is_some() && f.has_day()) {
            return None;
        }
        self.timed(*f, &time, first, time.end)
    }

    /// A time of day from the atom at `at` on.
    fn time_of_day(&self, first: usize, at: usize) -> Option<TimeOfDay> {
        let mut at = at;
        let named = is_hour_word(self.get(first, at)?);
        if named {
            at += 1;
        }
        let atom = self.get(first, at)?;
        if at > first && !atom.is_bare() {
            return None;
        }
        // 17,00 ت غ, 1700 ت غ: before a zone the hour of an agency
        let zoned = || matches!(self.next(at + 1)?.sense, Some(Sense::Zone(_))).then_some(());
        let before_zone = || zoned().and_then(|()| pieces::clock_before_zone(self.text.surface(atom.first)));
        let digits = match atom.digits {
            Some(Digits::Clock { .. }) => atom.digits,
            digits => before_zone().or(digits),
        };
        let (mut clock, mut end, written) = match (digits, atom.number) {
            // الآية 2:30 "verse 2:30"
            (Some(Digits::Clock { .. }), _) if !named && self.after_part_of_book(atom.first) => return None,
            (Some(Digits::Clock { hour, minute, second }), _) => {
                (Clock { hour: Some(hour), minute: Some(minute), second, zone: None }, at + 1, true)
            }
            _ if atom.sense == Some(Sense::OneOClock) => {
                let (clock, end) = self.minutes(hour_and_minutes(Number::ONE)?, at + 1);
                (clock, end, false)
            }
            (digits, Some(number)) if !number.is_range() => {
                // الرابعة والأربعون دقيقة is four hours and forty minutes, not the forty-fourth.
                let split = number.integer().filter(|n| {
                    number.ordinal
                        && (21..60).contains(n)
                        && matches!(self.next(at + 1).and_then(Atom::unit), Some((Unit::Minute, Count::One)))
                });
                if let Some(both) = split.filter(|n| n % 10 > 0) {
                    let hour = Number::fraction(i128::from(both % 10 * 60 + both / 10 * 10), 60)?;
                    return self.named_time(hour_and_minutes(hour)?, at + 2, named);
                }
                let clock = hour_and_minutes(number.value())?;
                let ordinal = number.ordinal && digits.is_none();
                if !named && !ordinal && digits.is_none() && atom.sense.is_some() {
                    return None;
                }
                let (clock, end) = self.minutes(clock, at + 1);
                let told = ordinal && end > at + 1;
                let (clock, end) = self.minutes_after_colon(clock, end);
                (clock, end, told)
            }
            _ => return None,
        };
        end = self.zone(&mut clock, end);
        let mut time = TimeOfDay { clock, part: None, construct: false, night: None, end };
        self.part_of(&mut time);
        time.end = self.zone(&mut time.clock, time.end);
        let hour_noun = atom.sense == Some(Sense::OneOClock) || atom.number.is_some_and(|n| n.ordinal);
        let hour_noun = hour_noun || time.clock.minute.is_some();
        let told = time.part.is_some() || time.clock.zone.is_some();
        let evident = named || written || ((hour_noun || atom.digits.is_some()) && told);
        evident.then_some(time)
    }

    /// 19: 48, a clock that a feed has pulled apart.
    fn minutes_after_colon(&self, mut clock: Clock, at: usize) -> (Clock, usize) {
        let minutes = self.next(at + 1).filter(|_| self.follows(at, Sense::Colon));
        match minutes.and_then(|a| a.digits) {
            Some(Digits::Plain(minute @ 0..60, 2)) if clock.minute.is_none() => {
                clock.minute = u8::try_from(minute).ok();
                (clock, at + 2)
            }
            _ => (clock, at),
        }
    }

    /// A time whose minutes are read already.
    fn named_time(&self, clock: Clock, end: usize, named: bool) -> Option<TimeOfDay> {
        let mut time = TimeOfDay { clock, part: None, construct: false, night: None, end };
        self.part_of(&mut time);
        time.end = self.zone(&mut time.clock, time.end);
        (named || time.part.is_some()).then_some(time)
    }

    /// والنصف "and a half", وعشر دقائق "and ten minutes", إلا ربعا "less a quarter".
    fn minutes(&self, clock: Clock, at: usize) -> (Clock, usize) {
        let (mut clock, mut end) = (clock, at);
        for _ in 0..2 {
            let Some(atom) = self.next(end) else { break };
            let less = atom.sense == Some(Sense::Except);
            let value = if less { Some(end + 1) } else { self.joined(end) };
            let Some(value) = value else { break };
            let Some(amount) = self.next(value) else { break };
            let minutes = match amount.fraction().and_then(|f| f.checked_mul(Number::from(60))) {
                Some(minutes) => minutes.to_i64(),
                None => amount.integer().filter(|_| amount.sense.is_none()),
            };
            let Some(minutes) = minutes.filter(|m| (1..60).contains(m)) else { break };
            let unit = self.next(value + 1).filter(|a| a.is_bare()).and_then(Atom::unit);
            let counted = amount.fraction().is_none();
            if counted && !matches!(unit, Some((Unit::Minute, _))) {
                break;
            }
            let (Some(hour), minute) = (clock.hour, clock.minute.unwrap_or(0)) else { break };
            let total = i64::from(hour) * 60 + i64::from(minute) + if less { -minutes } else { minutes };
            let total = total.rem_euclid(24 * 60);
            clock.hour = u8::try_from(total / 60).ok();
            clock.minute = u8::try_from(total % 60).ok();
            end = value + 1 + usize::from(counted);
        }
        (clock, end)
    }

    /// صباحا, من مساء, هذا الصباح, هذه الليلة after an hour.
    fn part_of(&self, time: &mut TimeOfDay) {
        let mut at = time.end;
        if self.next(at).is_some_and(|a| {
            a.is_bare() && matches!(a.sense, Some(Sense::Prep(Prep::From | Prep::In) | Sense::This))
        }) {
            at += 1;
        }
        let linked = at > time.end;
        let Some(atom) = self.next(at).filter(|a| a.is_bare()) else { return };
        if !linked && let Some(late) = self.half_of_day(atom) {
            // 12 PM is noon, 12 AM midnight.
            time.clock.hour = time.clock.hour.map(|h| if h > 12 { h } else { h % 12 + 12 * u8::from(late) });
            time.end = at + 1;
            return;
        }
        match atom.sense {
            Some(Sense::DayPart(part, usage)) if usage != Use::Mark || !linked => {
                // من الليل "of the night" goes with an hour, من مساء with the day that follows.
                time.part = Some(self.noon(part, at));
                time.construct = usage == Use::Construct;
                time.end = at + 1;
            }
            Some(Sense::Night(days)) => {
                time.part = Some(DayPart::Night);
                time.night = Some(days);
                time.end = at + 1;
            }
            _ => {}
        }
    }

    /// ص and AM, م and PM directly after an hour: whether the second half of the day.
    fn half_of_day(&self, atom: &Atom) -> Option<bool> {
        match atom.sense? {
            Sense::DayPart(part, Use::Mark) => Some(part != DayPart::Morning),
            Sense::Era(_) if self.text.surface(atom.first) == "م" => Some(true),
            _ => None,
        }
    }

    /// بعد منتصف الليل "after midnight" is the morning of the clock.
    fn noon(&self, part: DayPart, at: usize) -> DayPart {
        let after_midnight = part == DayPart::Night
            && self.atom(at).is_some_and(|a| (a.first..a.end).any(|i| self.text.folded(i) == "منتصف"));
        if after_midnight { DayPart::Morning } else { part }
    }

    fn zone(&self, clock: &mut Clock, at: usize) -> usize {
        let open = usize::from(self.follows(at, Sense::Open));
        match self.next(at + open).and_then(|a| a.sense) {
            Some(Sense::Zone(zone)) if open == 0 || self.follows(at + 2, Sense::Close) => {
                clock.zone = Some(zone);
                at + 1 + 2 * open
            }
            _ => at,
        }
    }

    /// من الساعة 3 إلى الساعة 4 بعد العصر "from 3 to 4 in the afternoon".
    fn times(&self, first: usize) -> Option<Read> {
        self.times_from(&Fields::default(), first, first)
    }

    /// A range of times on the day that the fields tell; its span begins at `first`.
    fn times_from(&self, f: &Fields, first: usize, at: usize) -> Option<Read> {
        let open = self.get(first, at)?;
        let between = open.sense == Some(Sense::Prep(Prep::Between));
        let prefixed = between || open.sense == Some(Sense::Prep(Prep::From));
        let start = at + usize::from(prefixed);
        if !between && !self.is_linked_ahead(start) {
            return None;
        }
        let left = self.range_time(start)?;
        let link = self.next(left.end)?;
        let until = matches!(link.sense, Some(Sense::Prep(Prep::Until)));
        let right = if until || (link.sense == Some(Sense::Dash)) {
            self.next(left.end + 1)?;
            self.range_time(left.end + 1)?
        } else if between && let Some(second) = self.joined(left.end) {
            self.range_time(second)?
        } else {
            return None;
        };
        // 13:20 - 20 مايو 2025: the hour, then the day
        if self.next(right.end).is_some_and(|a| a.is_bare() && a.month().is_some()) && right.part.is_none() {
            return None;
        }
        let named = is_hour_word(self.atom(start)?)
            || right.part.is_some()
            || left.part.is_some()
            || matches!(self.atom(start)?.digits, Some(Digits::Clock { .. }));
        if !named {
            return None;
        }
        // بين الثانية والرابعة من فجر الثلاثاء "between two and four on Tuesday morning"
        let mut after = Fields::default();
        let end = if f.has_date() { right.end } else { self.day_of(&mut after, &right) };
        let told = if f.has_date() { f } else { &after };
        let day = if told.has_date() {
            let read = self.resolve(told, first, end)?;
            match read.value {
                TimeValue::Point(point) => point.date(),
                _ => None,
            }
        } else {
            self.today()
        };
        let part = right.part;
        let from = with_part(left.clock, left.part.or(part));
        let to = with_part(right.clock, part.or(left.part));
        // من الساعة 20:00 إلى 06:00: the morning after
        let next = if from.hour > to.hour { day.and_then(|day| day.plus_days(1)) } else { day };
        let value = TimeValue::Interval(Some(Point::Time(day, from)), Some(Point::Time(next, to)));
        let span_first = if f.has_date() { first } else { start };
        let mut read = Read::new(span_first, end, TemporalKind::Time, value, "dates.time.range");
        read.inferred = !told.has_date() && self.reference.is_some();
        Some(read)
    }

    /// One side of a range: an hour may stand there without further evidence.
    fn range_time(&self, at: usize) -> Option<TimeOfDay> {
        if let Some(time) = self.time_of_day(at, at) {
            return Some(time);
        }
        let number = self.atom(at)?.number.filter(|n| !n.is_range())?;
        let clock = hour_and_minutes(number.value())?;
        let mut time = TimeOfDay { clock, part: None, construct: false, night: None, end: at + 1 };
        self.part_of(&mut time);
        Some(time)
    }

    /// وقت متأخر من الليل "late at night", وضح النهار "broad daylight", في الليل.
    fn day_part(&self, first: usize) -> Option<Read> {
        let atom = self.atom(first)?;
        // هذا الصباح "this morning"
        if atom.sense == Some(Sense::This)
            && let Some(Sense::DayPart(part, Use::Definite)) = self.next(first + 1)?.sense
            && self.next(first + 1).is_some_and(|a| a.is_bare() && a.end - a.first == 1)
        {
            return Some(Read::of(first, first + 2, Point::DayPart(self.today(), part), "dates.time.this"));
        }
        let told = self.told_before(atom.first);
        // مساءً "in the evening", and مساء where nothing follows that it could be the evening of
        let alone = || {
            let next = self.text.token(atom.end).filter(|t| t.is_word() && !t.starts_line());
            self.text.surface(atom.first).contains('\u{64B}')
                || next.is_none()
                || isnad_text::is_preposition(self.text.folded(atom.end))
        };
        // قُتلوا فجراً "were killed at dawn": of the day told, or of that of the text; ليلا ونهارا is no time
        if let Some(Sense::DayPart(part @ (DayPart::Morning | DayPart::Afternoon | DayPart::Evening), usage)) =
            atom.sense
            && (usage == Use::Adverb || usage == Use::Construct && part == DayPart::Evening && alone())
        {
            let before = atom.first.checked_sub(1).and_then(|i| self.text.token(i))?;
            let beside = self.next(first + 1).is_some_and(|a| matches!(a.sense, Some(Sense::DayPart(..))));
            let evident = before.is_word() && !beside && !atom.is_and() && self.reference.is_some();
            let day = told.map(|told| told.day).or(self.today());
            let mut read = Read::of(first, first + 1, Point::DayPart(day, part), "dates.time.adverb");
            read.inferred = told.is_none_or(|told| told.inferred);
            return evident.then_some(read);
        }
        let Some(Sense::DayPart(part, Use::Definite)) = atom.sense else { return None };
        const ALONE: [&str; 5] = ["الليل", "النهار", "الصباح", "المساء", "الفجر"];
        let phrase = atom.end - atom.first > 1;
        let alone = ALONE.contains(&self.text.folded(atom.first)) && self.after_preposition(first);
        if !phrase && !alone {
            return None;
        }
        // في ساعات الصباح الأولى "in the first hours of the morning": of the day of the text, as فجرا is
        let told = told.filter(|_| phrase);
        let day =
            told.map(|told| told.day).or_else(|| self.today().filter(|_| phrase && part == DayPart::Morning));
        let mut read = Read::of(first, first + 1, Point::DayPart(day, part), "dates.time.part");
        read.inferred = day.is_some() && told.is_none_or(|told| told.inferred);
        let late = self.text.folded(atom.first + 1).starts_with("متاخر");
        read.modifier = late.then_some(Modifier::End);
        Some(read)
    }
}

/// الساعة "the hour" before its number.
fn is_hour_word(atom: &Atom) -> bool {
    atom.sense == Some(Sense::Unit(Unit::Hour, Count::One)) && atom.is_definite()
}

/// 8 or, of the words for half past eight, 8.5.
fn hour_and_minutes(number: Number) -> Option<Clock> {
    let minutes = number.checked_mul(Number::from(60))?.to_i64().filter(|m| (0..=24 * 60).contains(m))?;
    let hour = u8::try_from(minutes / 60 % 24).ok()?;
    let minute = u8::try_from(minutes % 60).ok().filter(|m| *m > 0);
    Some(Clock { hour: Some(hour), minute, second: None, zone: None })
}

/// The hour of the 24 that a part of the day makes of it: the third in the afternoon is 15.
fn with_part(mut clock: Clock, part: Option<DayPart>) -> Clock {
    let Some(hour) = clock.hour else { return clock };
    clock.hour = Some(match (part, hour) {
        (Some(DayPart::Morning | DayPart::Night | DayPart::Evening), 12) => 0,
        (Some(DayPart::Afternoon), 1..=9)
        | (Some(DayPart::Evening), 1..=11)
        | (Some(DayPart::Night), 6..=11) => hour + 12,
        _ => hour,
    });
    clock
}
