//! What the text around an expression says: its direction, and the dates told before that it refers to.

use isnad_text::TokenKind;

use crate::fields::Fields;
use crate::generated::context::{FUTURE, NOT_FUTURE, is_one_of};
use crate::grammar::Grammar;
use crate::grammar::Read;
use crate::sense::{Count, Direction, Sense};
use crate::{Date, Point, Unit};

/// Where an expression without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Running news: the last one.
    Past,
    /// Something announced: the next one.
    Future,
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
        let sentence = self.text.sentence_of(start).and_then(|i| self.text.sentences().get(i));
        let tokens = sentence.map_or(0..0, |s| s.tokens.clone());
        let around = tokens.start.max(start.saturating_sub(BEFORE))..tokens.end.min(stop + AFTER);
        // قال الثلاثاء إنه سيزور "said on Tuesday that he would visit": what is said does not date the saying.
        let told = |&i: &usize| !self.begins_speech(i);
        if (around.start..start).any(|i| self.is_future(i))
            || (stop..around.end).take_while(told).any(|i| self.is_future(i))
        {
            return Tense::Future;
        }
        // في أول شباط: a preposition before it does not make a sentence.
        let outside = (around.start..start).chain(stop..around.end);
        let words = outside.filter(|&i| {
            self.text.token(i).is_some_and(|t| matches!(t.kind(), TokenKind::Word | TokenKind::Number))
        });
        if words.take(2).count() <= 1 { Tense::Isolated } else { Tense::Past }
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
        let folded = self.text.folded(token);
        let bare = folded.strip_prefix('و').unwrap_or(folded);
        let read = || self.text.readings(token).iter().any(|r| r.proclitics.has(isnad_text::Proclitics::SIN));
        // Of short words only verbs of three letters begin so: سيصل "will arrive".
        let short = || bare.chars().count() == 4 && (bare.starts_with("سي") || bare.starts_with("ست"));
        // في ستافانغر "in Stavanger": no verb follows a preposition.
        let noun = || {
            let before = token.checked_sub(1).map(|i| self.text.folded(i));
            matches!(before, Some("في" | "من" | "الي" | "علي" | "عن" | "مع"))
        };
        if bare.starts_with('س') && (short() || read()) && !is_one_of(NOT_FUTURE, bare) && !noun() {
            return true;
        }
        is_one_of(FUTURE, bare)
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
        let (year, month) = match last {
            Point::Month(Some(year), month) => (year, month),
            Point::Year(Some(year)) => (year, None),
            _ => last.date().map(|d| (d.year(), Some(d.month())))?,
        };
        let point = match (unit, f.year, month) {
            (None | Some(Unit::Month), Some(_), Some(_)) => Point::Month(self.year_of(&f), month),
            (None, Some(_), None) => Point::Year(self.year_of(&f)),
            (Some(Unit::Month), None, Some(_)) => Point::Month(Some(year), month),
            (Some(Unit::Year), None, _) => Point::Year(Some(year)),
            (Some(Unit::Day), None, _) => Point::Day(last.date()?),
            (Some(Unit::Week), None, _) => Point::Week(Some(last.date()?.iso_week())),
            (None, None, _) => last,
            _ => return None,
        };
        Some(Read::of(first, to, point, "dates.text.same"))
    }

    /// The day of the reference.
    pub(super) fn today(&self) -> Option<Date> {
        self.reference.map(|r| r.date)
    }
}
