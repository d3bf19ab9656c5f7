//! Years that stand alone: في 2017 "in 2017", مونديال 2022 "the 2022 World Cup", and not 2020 قتيلا "2020 dead".

use isnad_text::{Proclitics, TokenKind};

use crate::digits::Digits;
use crate::fields::{Fields, YearRef};
use crate::generated::context::{AMOUNT, BOOK, PART};
use crate::grammar::month_year::is_year;
use crate::grammar::{Grammar, Read};
use crate::sense::{Era, Prep, Sense};
use crate::words::Words;

impl Grammar<'_, '_> {
    /// A year that stands alone: في 2017 "in 2017", مونديال 2022 "the 2022 World Cup".
    pub(super) fn bare_year(&self, at: usize) -> Option<Read> {
        let atom = self.atom(at)?;
        let year = atom.number.filter(|n| !n.ordinal)?.integer().filter(|y| *y > 0)?;
        if let Some(Digits::Plain(30..=99, 2)) = atom.digits
            && self.after_war(at)
        {
            let f = Fields { year: Some(YearRef::Number(1900 + year)), ..Fields::default() };
            return self.resolve(&f, at, at + 1);
        }
        if !is_year(atom) {
            return self.year_of_era(at, year);
        }
        let digits = matches!(atom.digits, Some(Digits::Plain(..)));
        let mut f = Fields { year: Some(YearRef::Number(year)), ..Fields::default() };
        let end = self.era(&mut f, at + 1);
        let before = at.checked_sub(1).and_then(|i| self.atom(i)).filter(|b| b.end == atom.first);
        let sense = before.and_then(|b| b.sense);
        let preposition = atom.proclitics.has(Proclitics::LAM)
            || (matches!(sense, Some(Sense::Prep(prep)) if !matches!(prep, Prep::From | Prep::Between))
                && atom.first.checked_sub(1).is_none_or(|i| self.text.folded(i) != "الي"));
        if self.after_part_of_book(atom.first) && f.era.is_none() {
            return None;
        }
        let recent = (1900..=2059).contains(&year) && (year % 100 != 0 || year == 2000);
        let counts = self.counts_noun(atom.end);
        // السنوات 2023 و2024 و2025: a year that و joins to another
        let joined = || {
            let Some(before) = at.checked_sub(1).and_then(|i| self.atom(i)).filter(|b| b.end == atom.first)
            else {
                return false;
            };
            let other = match before.sense {
                Some(Sense::And) if before.is_bare() => at.checked_sub(2).and_then(|i| self.atom(i)),
                _ => Some(before).filter(|_| atom.is_and()),
            };
            matches!(self.last.get(), Some(crate::Point::Year(Some(last)))
                if other.is_some_and(|o| is_year(o) && o.integer() == Some(i64::from(last))) && i64::from(last) + 1 == year)
        };
        // بعقد حتى 2026 قيمته كذا: what has an end or a beginning is counted by no number
        let bounds = matches!(sense, Some(Sense::Prep(Prep::Until | Prep::Since)));
        let known = f.era.is_some()
            || (digits && recent && preposition && bounds)
            || (digits && recent && joined())
            || (sense == Some(Sense::Dated) && recent)
            || (preposition && recent && (!counts || digits && !self.is_counted_form(atom.end)))
            || (preposition && digits && (1500..1900).contains(&year) && !counts)
            || (digits && recent && !counts && self.after_name(atom.first));
        known.then(|| self.resolve(&f, at, end))?
    }

    /// حرب 67 "the war of 67", نكسة الـ67
    pub(super) fn after_war(&self, at: usize) -> bool {
        let Some(atom) = self.atom(at) else { return false };
        let before = at.checked_sub(1).and_then(|i| self.atom(i)).filter(|b| b.end == atom.first);
        before.is_some_and(|b| {
            b.is(Sense::Dated)
                && matches!(self.text.folded(b.first), "حرب" | "نكسه" | "نكبه" | "هزيمه" | "انتفاضه" | "ثوره")
        })
    }

    /// 3000 قبل الميلاد "3000 BC", 61 هـ "61 AH": any number is a year before an era.
    fn year_of_era(&self, at: usize, year: i64) -> Option<Read> {
        let mut f = Fields { year: Some(YearRef::Number(year)), ..Fields::default() };
        let end = self.era(&mut f, at + 1);
        let known = match f.era? {
            Era::BeforeChrist => year < 100_000,
            Era::Hijri => year < 1600,
            Era::Gregorian => false, // م is also "metre"
        };
        known.then(|| self.resolve(&f, at, end))?
    }

    /// Whether the token is a noun that a number before it may count: no function word, no article, no و.
    pub(super) fn counts_noun(&self, token: usize) -> bool {
        let folded = self.text.folded(token);
        self.text.token(token).is_some_and(|t| t.is_arabic() && !t.starts_line())
            && !isnad_text::is_function_word(folded)
            && !folded.starts_with("ال")
            && !folded.starts_with(['و', 'ب', 'ف'])
            && !folded.starts_with("لل")
    }

    /// مقاتلا, قرية: the shape of a noun counted by a number.
    fn is_counted_form(&self, token: usize) -> bool {
        self.text.folded(token).chars().count() > 3 && self.text.folded(token).ends_with(['ا', 'ه'])
    }

    /// Whether a number names a part of a text: المادة 2015 "article 2015", الآية 2:30 "verse 2:30", إنجيل متى 5:30
    /// "the Gospel of Matthew 5:30".
    pub(super) fn after_part_of_book(&self, first: usize) -> bool {
        let is = |list: &Words, back: usize| {
            first.checked_sub(back).is_some_and(|at| {
                let word = self.text.folded(at);
                let bare = word.strip_prefix(['و', 'ب', 'ل']).unwrap_or(word);
                let bare = bare.strip_prefix("ال").unwrap_or(bare);
                list.has(bare)
            })
        };
        is(PART, 1) || is(BOOK, 2) || is(BOOK, 3)
    }

    /// Whether a word stands before it that no amount follows: not بلغ 2020 "reached 2020", نحو 2020 "about 2020".
    fn after_name(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let measured = self.text.token(first + 1).is_some_and(|t| t.kind() == TokenKind::Symbol);
        let numbered = before.checked_sub(1).is_some_and(|i| self.text.folded(i) == "رقم");
        !measured
            && !numbered
            && self.text.token(before).is_some_and(|t| {
                (t.is_arabic() && !AMOUNT.has(self.text.folded(before))) || t.kind() == TokenKind::CloseQuote
            })
    }
}
