//! What the text around an expression says: its direction, and the dates told before that it refers to.

use isnad_text::TokenKind;

use crate::fields::Fields;
use crate::generated::context::{ASIDE, EXPECTS, FROM, FUTURE, MOVES, NOT_FUTURE, OPENS, PAST, UNTIL};
use crate::grammar::Grammar;
use crate::grammar::Read;
use crate::sense::{Count, Direction, Sense};
use crate::words::Words;
use crate::{Date, Point, TemporalKind, TimeValue, Unit};

/// Where an expression without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Running news: the last one.
    Past,
    /// Something announced: the next one.
    Future,
    /// Where something begins or ends: the nearest one.
    Near,
    /// The expression stands by itself: that of the reference's year.
    Isolated,
    /// The text tells: الماضي "last", الجاري "current", المقبل "next".
    Told(Direction),
}

/// How many tokens before and after an expression are looked at for a future verb.
const BEFORE: usize = 10;
const AFTER: usize = 4;

impl Grammar<'_, '_> {
    /// The direction of the expression from the atom `first` to before `end`.
    pub(super) fn tense(&self, f: &Fields, first: usize, end: usize) -> Tense {
        if let Some(direction) = f.direction {
            return Tense::Told(direction);
        }
        // A year that is told leaves nothing to the sentence; without a reference nothing follows from it.
        if self.reference.is_none() || (f.year.is_some() && (f.day.is_some() || f.weekday.is_none())) {
            return Tense::Past;
        }
        let Some(start) = self.atom(first).map(|a| a.first) else { return Tense::Past };
        let stop = self.end_token(end);
        if let Some(tense) = self.bound(f, start) {
            return tense;
        }
        if self.is_announced(start, stop) {
            return Tense::Future;
        }
        let around = self.around(start, stop);
        // في أول شباط: a preposition before it does not make a sentence.
        let outside = (around.start..start).chain(stop..around.end);
        let words = outside.filter(|&i| {
            self.text.token(i).is_some_and(|t| matches!(t.kind(), TokenKind::Word | TokenKind::Number))
        });
        if words.take(2).count() <= 1 { Tense::Isolated } else { Tense::Past }
    }

    /// The tokens of the sentence that are looked at around those from `start` to before `stop`.
    fn around(&self, start: usize, stop: usize) -> core::ops::Range<usize> {
        let sentence = self.text.sentence_of(start).and_then(|i| self.text.sentences().get(i));
        let tokens = sentence.map_or(0..0, |s| s.tokens.clone());
        tokens.start.max(start.saturating_sub(BEFORE))..tokens.end.min(stop + AFTER)
    }

    /// Whether the sentence speaks of what is to come around the tokens from `start` to before `stop`.
    pub(super) fn is_announced(&self, start: usize, stop: usize) -> bool {
        let around = self.around(start, stop);
        // سيغادر بحسب بيان صدر الأحد "will leave, by a statement issued on Sunday": a clause of its own
        let own = (around.start..start).rev().find(|&i| ASIDE.has(self.text.folded(i)));
        // قال الثلاثاء إنه سيزور "said on Tuesday that he would visit": what is said does not date the saying.
        let told = |&i: &usize| !self.begins_speech(i);
        let expects =
            |i: usize| EXPECTS.has(self.verb(i)) && (i + 1..start).any(|that| self.begins_speech(that));
        (own.unwrap_or(around.start)..start).any(|i| self.is_future(i) || expects(i))
            || (stop..around.end).take_while(told).any(|i| self.is_future(i))
    }

    /// Whether what stands there is to come: announced, or told by a verb of the present (يصدر لاحقا "is to appear later").
    pub(super) fn is_to_come(&self, start: usize, stop: usize) -> bool {
        let around = self.around(start, stop);
        let present = |i: usize| self.verb(i).starts_with('ي') && self.verb(i).chars().count() > 3;
        (around.start.max(start.saturating_sub(AFTER))..start).any(present) || self.is_announced(start, stop)
    }

    /// What the words right before an expression say: منذ "since" looks back, اعتبارا من "as of" ahead, حتى "until" to the
    /// nearest month or day of one.
    fn bound(&self, f: &Fields, start: usize) -> Option<Tense> {
        let before = |back: usize| start.checked_sub(back).map_or("", |i| self.text.folded(i));
        let has = |list: &Words| {
            let around = self.around(start, start);
            (around.start..start).any(|i| list.has(self.verb(i)))
        };
        let (lasted, moves) = (|| has(PAST), || has(MOVES));
        match before(1) {
            "منذ" | "مذ" => Some(Tense::Past),
            // تسليم نوفمبر "for delivery in November"
            "تسليم" | "استحقاق" if f.month.is_some() && !f.has_day() => Some(Tense::Future),
            "من" if FROM.has(before(2)) => (!lasted()).then_some(Tense::Near),
            "الي" if moves() => Some(Tense::Future),
            _ if start.checked_sub(1).is_some_and(|i| UNTIL.has(self.verb(i))) => {
                if lasted() {
                    None
                } else if f.month.is_some() {
                    Some(Tense::Near)
                } else {
                    moves().then_some(Tense::Future)
                }
            }
            _ => None,
        }
    }

    /// Whether حتى "until" stands before the atom.
    pub(super) fn is_end(&self, first: usize) -> bool {
        let before = self.atom(first).and_then(|a| a.first.checked_sub(1));
        before.is_some_and(|i| UNTIL.has(self.verb(i)))
    }

    /// Whether منذ "since" stands before the atom.
    pub(super) fn is_since(&self, first: usize) -> bool {
        let before = self.atom(first).and_then(|a| a.first.checked_sub(1));
        before.is_some_and(|i| matches!(self.verb(i), "منذ" | "مذ"))
    }

    /// منذ مطلع 2019 وحتى يومنا هذا "since early 2019 and until this day of ours": from what was read to the reference.
    pub(super) fn until_today(&self, read: &Read) -> Option<Read> {
        let TimeValue::Point(start) = read.value else { return None };
        let (link, day) = (self.next(read.end)?, self.next(read.end + 1)?);
        let until = UNTIL.has(self.verb(link.first)) && self.text.folded(day.first) == "يومنا";
        if !until || !day.is_bare() || !self.is_since(read.first) {
            return None;
        }
        let value = TimeValue::Interval(Some(start), self.today().map(Point::Day));
        Some(Read { end: read.end + 2, value, kind: TemporalKind::Date, rule: "dates.range", ..*read })
    }

    /// A word without و "and".
    fn verb(&self, token: usize) -> &str {
        let folded = self.text.folded(token);
        folded.strip_prefix('و').unwrap_or(folded)
    }

    /// أن, إنه, بأنها: "that", "that it".
    fn begins_speech(&self, token: usize) -> bool {
        let folded = self.text.folded(token);
        let bare = folded.strip_prefix(['ب', 'و']).unwrap_or(folded);
        bare.strip_prefix("ان").is_some_and(|who| {
            matches!(who, "" | "ه" | "ها" | "هم" | "هما" | "هن" | "نا" | "ني" | "ي" | "ك" | "كم")
        })
    }

    /// سيجتمع "will meet", سوف, لن, من المقرر "it is scheduled": the sentence speaks of what is to come.
    fn is_future(&self, token: usize) -> bool {
        let bare = self.verb(token);
        let before = |back: usize| token.checked_sub(back).map_or("", |i| self.text.folded(i));
        let read = || self.text.readings(token).iter().any(|r| r.proclitics.has(isnad_text::Proclitics::SIN));
        // Of short words only verbs of three letters begin so: سيصل "will arrive".
        let short = || bare.chars().count() == 4 && (bare.starts_with("سي") || bare.starts_with("ست"));
        // في ستافانغر "in Stavanger": no verb follows a preposition.
        let noun = || isnad_text::is_preposition(before(1));
        if bare.starts_with('س') && (short() || read()) && !NOT_FUTURE.has(bare) && !noun() {
            return true;
        }
        // ، على أن يبدأ "and it is to begin"
        let to_be = || {
            bare == "ان"
                && before(1) == "علي"
                && token.checked_sub(2).and_then(|i| self.text.token(i)).is_some_and(|t| !t.is_word())
        };
        // كان من المقرر "had been scheduled", كانت الرئاسيات المقررة "the elections scheduled"
        let was = || (1..=4).any(|back| self.follows_copula(token, back));
        // it opens its sentence or its clause: فيما يصل "while … arrives", الذي يزور "who visits"
        let opens = || {
            OPENS.has(bare)
                && (matches!(before(1), "فيما" | "بينما" | "كما" | "الذي" | "التي")
                    || self.opens_sentence(token))
        };
        FUTURE.has(bare) && !was() || to_be() || opens()
    }

    /// Whether no word stands before a token in its sentence.
    fn opens_sentence(&self, token: usize) -> bool {
        let sentence = self.text.sentence_of(token).and_then(|i| self.text.sentences().get(i));
        sentence.is_some_and(|s| {
            (s.tokens.start..token).all(|i| self.text.token(i).is_some_and(|t| !t.is_word()))
        })
    }

    /// Whether كان or كانت "was" stands so many tokens before a token.
    fn follows_copula(&self, token: usize, back: usize) -> bool {
        token.checked_sub(back).is_some_and(|i| matches!(self.verb(i), "كان" | "كانت"))
    }

    /// الفترة نفسها من العام الماضي "the same period of last year", الشهر نفسه "the same month".
    pub(super) fn same(&self, first: usize) -> Option<Read> {
        let atom = self.atom(first)?;
        let unit = match atom.sense {
            Some(Sense::Period) => None,
            Some(Sense::Day(0)) => Some(Unit::Day),
            Some(Sense::Unit(unit, Count::One)) if atom.is_definite() => Some(unit),
            Some(Sense::Same | Sense::That) => {
                // نفس الفترة, ذلك اليوم
                let next = self.next(first + 1)?;
                match next.sense {
                    Some(Sense::Period) => None,
                    Some(Sense::Day(0)) => Some(Unit::Day),
                    _ => Some(next.unit().filter(|_| next.is_definite())?.0),
                }
            }
            _ => return None,
        };
        let before = matches!(atom.sense, Some(Sense::Same | Sense::That));
        if !before && !self.follows(first + 1, Sense::Same) {
            return None;
        }
        let last = self.last.get()?;
        let end = first + 2;
        let mut f = Fields::default();
        let to = self.year_part(&mut f, first, end, first);
        if unit.is_none() && f.year.is_none() && self.open.get() {
            return None;
        }
        let (year, month) = match last {
            Point::Month(Some(year), month) => (year, month),
            Point::Year(Some(year)) | Point::Quarter(Some(year), _) | Point::Half(Some(year), _) => {
                (year, None)
            }
            _ => last.date().map(|d| (d.year(), Some(d.month())))?,
        };
        let point = match (unit, f.year, month) {
            (None | Some(Unit::Month), Some(_), Some(_)) => Point::Month(self.year_of(&f), month),
            // الفترة نفسها من 2022 "the same period of 2022", after a quarter
            (None, Some(_), None) => match last {
                Point::Quarter(_, quarter) => Point::Quarter(self.year_of(&f), quarter),
                Point::Half(_, half) => Point::Half(self.year_of(&f), half),
                _ => Point::Year(self.year_of(&f)),
            },
            (Some(Unit::Month), None, Some(_)) => Point::Month(Some(year), month),
            (Some(Unit::Year), None, _) => Point::Year(Some(year)),
            (Some(Unit::Day), None, _) => Point::Day(last.date()?),
            (Some(Unit::Week), None, _) => Point::Week(Some(last.date()?.iso_week())),
            (None, None, _) => last,
            _ => return None,
        };
        Some(Read::of(first, to, point, "dates.text.same"))
    }

    /// The first day of what was told last.
    pub(super) fn last_day(&self) -> Option<Date> {
        self.last.get()?.moments().map(|moments| moments.start.date)
    }

    /// The day of the reference.
    pub(super) fn today(&self) -> Option<Date> {
        self.reference.map(|r| r.date)
    }
}
