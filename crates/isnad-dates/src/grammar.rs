//! The grammar: which sequences of atoms say when.
//!
//! Each module reads one family of expressions, from an atom on. At every atom all families are asked, and the longest
//! answer is taken.

use core::cell::Cell;

use isnad_text::{RuleId, Text};

use crate::atoms::Atom;
use crate::digits::Digits;
use crate::sense::{Direction, Guard, Prep, Sense};
use crate::{
    Clock, Date, DayPart, HijriCalendar, HijriDate, Issue, Modifier, Point, Reference, TemporalExpression,
    TemporalKind, TimeValue,
};

use month_year::is_year;

mod amount;
mod calendar;
mod clock;
mod context;
mod month_year;
mod period;
mod range;
mod resolve;
mod set;
mod year;

/// A text under reading.
pub(crate) struct Grammar<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) atoms: &'a [Atom],
    pub(crate) reference: Option<Reference>,
    pub(crate) hijri: HijriCalendar,
    /// The year that the text speaks of, as far as it has been read: a season without a year is of it.
    pub(crate) topic: Cell<Option<i32>>,
    /// The last period or day that was read: الفترة نفسها "the same period" refers to it.
    pub(crate) last: Cell<Option<Point>>,
    /// Whether what was read last is longer than `last`: منذ 24 مارس "since 24 March" tells of no day that الفترة نفسها
    /// "the same period" could be.
    pub(crate) open: Cell<bool>,
    /// The last day or time that was read: an hour further on in its sentence is of that day.
    pub(crate) told: Cell<Option<Told>>,
}

/// A day, or a time of it, that the text has told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told {
    pub(crate) day: Date,
    pub(crate) hijri: Option<HijriDate>,
    pub(crate) part: Option<DayPart>,
    pub(crate) clock: Option<Clock>,
    /// The day is that of the reference, not of the text.
    pub(crate) inferred: bool,
    /// The token where its expression ends.
    pub(crate) end: usize,
}

/// What a family of rules has read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Read {
    /// Index of the first atom of its span.
    pub(crate) first: usize,
    /// One past the index of its last atom.
    pub(crate) end: usize,
    pub(crate) value: TimeValue,
    pub(crate) kind: TemporalKind,
    pub(crate) modifier: Option<Modifier>,
    pub(crate) hijri: Option<HijriDate>,
    /// The day is that of the reference, not of the text.
    pub(crate) inferred: bool,
    pub(crate) issue: Option<Issue>,
    pub(crate) rule: &'static str,
}

impl Read {
    fn new(first: usize, end: usize, kind: TemporalKind, value: TimeValue, rule: &'static str) -> Read {
        Read { first, end, value, kind, modifier: None, hijri: None, inferred: false, issue: None, rule }
    }
}

impl<'a, 't> Grammar<'a, 't> {
    pub(crate) fn new(
        text: &'a Text<'t>,
        atoms: &'a [Atom],
        reference: Option<Reference>,
        hijri: HijriCalendar,
    ) -> Grammar<'a, 't> {
        Grammar {
            text,
            atoms,
            reference,
            hijri,
            topic: Cell::new(None),
            last: Cell::new(None),
            open: Cell::new(false),
            told: Cell::new(None),
        }
    }

    /// All expressions of the text, in order.
    pub(crate) fn find(&self) -> Vec<TemporalExpression> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.atoms.len() {
            match self.begins(at).then(|| self.longest(at)).flatten() {
                Some(read) => {
                    // What follows a preposition may be read longer for itself.
                    let inner = (read.first > at).then(|| self.longest(read.first)).flatten();
                    let read = inner.filter(|i| i.end > read.end).unwrap_or(read);
                    let read = self.until_today(&read).unwrap_or(read);
                    self.remember(&read);
                    at = read.end.max(at + 1);
                    found.push(self.expression(read));
                }
                None => at += 1,
            }
        }
        found
    }

    /// Keeps what later expressions may refer to.
    fn remember(&self, read: &Read) {
        if matches!(read.value, TimeValue::Interval(..)) {
            self.open.set(true);
        }
        let TimeValue::Point(point) = read.value else { return };
        self.open.set(self.is_since(read.first));
        if let Some(day) = point.date() {
            let (part, clock) = match point {
                Point::DayPart(_, part) => (Some(part), None),
                Point::Time(_, clock) => (None, Some(clock)),
                _ => (None, None),
            };
            // 04:17 (01:17 ت.غ): the same hour again, as another zone has it
            let again = clock.is_some_and(|c| c.zone.is_some())
                && self
                    .atom(read.first)
                    .and_then(|a| self.told_before(a.first))
                    .is_some_and(|t| t.clock.is_some());
            // حتى صباح غد "until tomorrow morning" is where something ends, not when the rest of the sentence happens
            if !again && !self.is_end(read.first) {
                self.told.set(Some(Told {
                    day,
                    hijri: read.hijri,
                    part,
                    clock,
                    inferred: read.inferred,
                    end: self.end_token(read.end),
                }));
            }
        }
        match point {
            Point::Month(Some(_), _)
            | Point::Day(_)
            | Point::Quarter(Some(_), _)
            | Point::Half(Some(_), _) => {
                self.last.set(Some(point));
            }
            Point::DayPart(Some(day), _) | Point::Time(Some(day), _) if !read.inferred => {
                self.last.set(Some(Point::Day(day)));
            }
            Point::Year(Some(year)) => {
                self.last.set(Some(point));
                // A year ahead is what the text is about; one behind is history.
                if self.reference.is_some_and(|r| year > r.date.year()) {
                    self.topic.set(Some(year));
                }
            }
            _ => {}
        }
    }

    /// Whether an expression can begin at an atom, as far as the atom alone tells: a quick no for most.
    fn begins(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at) else { return false };
        match atom.sense {
            Some(
                Sense::Comma
                | Sense::Open
                | Sense::Close
                | Sense::Dash
                | Sense::Colon
                | Sense::Slash
                | Sense::And
                | Sense::Name
                | Sense::Dated
                | Sense::Except
                | Sense::Direction(_)
                | Sense::Far(_)
                | Sense::AboutVerb
                | Sense::Whole
                | Sense::Relative
                | Sense::OfIt
                | Sense::Era(_)
                | Sense::Zone(_)
                | Sense::SeveralAfter
                | Sense::Equals
                | Sense::Prep(Prep::In | Prep::Until | Prep::With),
            ) => atom.number.is_some(),
            Some(
                Sense::Prep(_)
                | Sense::This
                | Sense::That
                | Sense::Same
                | Sense::Period
                | Sense::Every
                | Sense::Several
                | Sense::First
                | Sense::Last
                | Sense::About
                | Sense::Bound
                | Sense::Edge(_)
                | Sense::Times(_)
                | Sense::Fraction(_)
                | Sense::SeasonNoun
                | Sense::FirstDay
                | Sense::LastDay,
            ) => self.next(at + 1).is_some(),
            None => {
                let shaped = !matches!(atom.digits, None | Some(Digits::Plain(..)));
                shaped
                    || is_year(atom)
                    || atom.number.is_some_and(|n| n.is_range())
                    || self.after_war(at)
                    || atom.number.is_some() && self.after_age(at)
                    || self.next(at + 1).is_some()
            }
            Some(_) => true,
        }
    }

    fn longest(&self, at: usize) -> Option<Read> {
        let families = [
            Grammar::range,
            Grammar::time,
            Grammar::date,
            Grammar::period,
            Grammar::set,
            Grammar::amount,
            Grammar::vague,
            Grammar::same,
            Grammar::bare_year,
        ];
        let mut best: Option<Read> = None;
        for family in families {
            if let Some(read) = family(self, at)
                && best.is_none_or(|b| read.end > b.end)
            {
                best = Some(read);
            }
        }
        best
    }

    fn expression(&self, read: Read) -> TemporalExpression {
        let start = self.atom(read.first);
        let tokens = start.map_or(0, |a| a.first)..self.end_token(read.end);
        let mut span = self.text.span_of(tokens.clone());
        span.start = start.map_or(span.start, |a| a.start);
        TemporalExpression {
            span,
            tokens,
            kind: read.kind,
            value: read.value,
            modifier: read.modifier,
            hijri: read.hijri,
            day_inferred: read.inferred,
            issue: read.issue,
            rule: RuleId::new(read.rule),
        }
    }

    /// One past the index of the last token before the atom at an index.
    fn end_token(&self, atom: usize) -> usize {
        atom.checked_sub(1).and_then(|i| self.atom(i)).map_or(0, |a| a.end)
    }

    /// The day or time that the sentence of a token has told before it.
    pub(crate) fn told_before(&self, token: usize) -> Option<Told> {
        self.told.get().filter(|told| self.sentences_since(told, token) == Some(0))
    }

    /// The same, or what the sentence before told of the last week: a story goes on with the hour alone.
    pub(crate) fn told_lately(&self, token: usize) -> Option<Told> {
        let lately = |told: &Told| {
            let since = self.reference.map(|r| r.date.to_days() - told.day.to_days());
            since.is_some_and(|days| (0..=7).contains(&days))
        };
        self.told.get().filter(|told| match self.sentences_since(told, token) {
            Some(0) => true,
            Some(1) => lately(told),
            _ => false,
        })
    }

    /// How many sentences lie from the end of what was told to a token behind it.
    pub(crate) fn sentences_since(&self, told: &Told, token: usize) -> Option<usize> {
        let sentence = self.text.sentence_of(told.end.checked_sub(1)?)?;
        self.text.sentence_of(token)?.checked_sub(sentence).filter(|_| told.end <= token)
    }

    pub(crate) fn atom(&self, at: usize) -> Option<&'a Atom> {
        self.atoms.get(at)
    }

    /// The atom at an index, if it follows directly on the one before it, within a paragraph.
    pub(crate) fn next(&self, at: usize) -> Option<&'a Atom> {
        let atom = self.atoms.get(at)?;
        let before = self.atoms.get(at.checked_sub(1)?)?;
        let begins = self.text.token(atom.first).is_some_and(|t| t.starts_paragraph());
        (before.end == atom.first && !begins).then_some(atom)
    }

    /// The atom at `at`, which must follow on the one before unless it is the first.
    pub(crate) fn get(&self, first: usize, at: usize) -> Option<&'a Atom> {
        if at == first { self.atom(at) } else { self.next(at) }
    }

    /// Where the atom stands that و "and" joins on at `at`: the same one, or the next where و is written apart.
    pub(crate) fn joined(&self, at: usize) -> Option<usize> {
        let atom = self.next(at)?;
        if atom.is_and() {
            return Some(at);
        }
        let apart = atom.sense == Some(Sense::And) && atom.is_bare();
        (apart && self.next(at + 1).is_some_and(Atom::is_bare)).then_some(at + 1)
    }

    /// Whether the bare atom at `at` follows and has this sense.
    pub(crate) fn follows(&self, at: usize, sense: Sense) -> bool {
        self.next(at).is_some_and(|a| a.is_bare() && a.is(sense))
    }

    /// The direction told at `at`: الماضي "last".
    pub(crate) fn direction(&self, at: usize) -> Option<Direction> {
        match self.next(at)? {
            a if !a.is_bare() => None,
            Atom { sense: Some(Sense::Direction(direction)), .. } => Some(*direction),
            _ => None,
        }
    }

    /// What قبل الماضي "before last" at `at` says: -2.
    pub(crate) fn far(&self, at: usize) -> Option<i32> {
        match self.next(at)?.sense? {
            Sense::Far(count) => Some(i32::from(count)),
            _ => None,
        }
    }

    /// Whether an indefinite accusative stands before a token, which that in ا describes: رئيسا سابقا. Verbs of them end in
    /// وا.
    fn describes(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |i| self.text.folded(i));
        before.chars().count() > 3 && before.ends_with('ا') && !before.ends_with("وا")
    }

    /// مؤخرا "recently", حاليا "currently", قريبا "soon".
    fn vague(&self, at: usize) -> Option<Read> {
        let atom = self.atom(at)?;
        let Some(Sense::Vague(vague, guard)) = atom.sense else { return None };
        // وقت سابق اليوم "earlier today", وقت سابق من مساء اليوم "earlier this evening": the day is told.
        if matches!(self.next(at + 1), Some(a) if a.is_bare() && matches!(a.sense, Some(Sense::Day(_)))) {
            return None;
        }
        let from = usize::from(self.follows(at + 1, Sense::Prep(Prep::From)));
        let told = |at: usize| self.calendar(at).is_some() || self.this_period(at);
        if (from == 1 || self.follows(at + 1, Sense::This)) && told(at + 1 + from) {
            return None;
        }
        let follows = || self.text.token(atom.end).is_some_and(|t| t.is_word() && !t.starts_paragraph());
        match guard {
            Guard::Final if follows() => return None,
            Guard::Adverb if self.describes(atom.first) => return None,
            Guard::Future if !self.is_to_come(atom.first, atom.end) => return None,
            _ => {}
        }
        Some(Read::new(at, at + 1, TemporalKind::Date, TimeValue::Vague(vague), "dates.vague"))
    }
}
