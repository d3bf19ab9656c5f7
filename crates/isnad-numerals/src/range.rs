//! Two ends made one: ranges and scores.

use isnad_text::{Proclitics, Span, TokenKind};

use crate::Number;
use crate::grammar::{Form, Grammar};
use crate::term::Term;
use crate::vocabulary::Class;

/// A range: its bounds, and the term at its upper end.
pub(crate) struct Range<'a> {
    pub(crate) low: Number,
    pub(crate) high: Number,
    pub(crate) last: Term<'a>,
}

/// Two numbers with a colon or a dash between them, apart from it.
pub(crate) enum Pair {
    /// 19: 48
    Time,
    /// 2 - 1, 4 - صفر
    Score { low: Number, high: Number, span: Span },
}

impl<'a> Grammar<'a, '_> {
    /// The pair of short numbers that begins at a token.
    pub(crate) fn pair(self, first: usize) -> Option<Pair> {
        let text = self.text;
        if !matches!(text.surface(first + 1), ":" | "-" | "–") {
            return None;
        }
        let side = |at: usize| {
            let token = text.token(at)?;
            if matches!(self.word(at), Some((Class::Zero, ..))) {
                return Some((Number::ZERO, token.span()));
            }
            let short = token.kind() == TokenKind::Number && text.folded(at).len() <= 3;
            let amount = self.amount(at).filter(|_| short)?;
            let plain = amount.form == Form::Digits && amount.end == at + 1 && !amount.percent;
            plain.then_some((amount.value, token.span()))
        };
        let ((one, from), (other, to)) = (side(first)?, side(first + 2)?);
        if text.surface(first + 1) == ":" {
            return Some(Pair::Time);
        }
        // صفر - 2 and 2 - 1, but 10 - 20
        let ascends = one < other && (one != Number::ZERO || text.token(first)?.kind() == TokenKind::Number);
        (!ascends).then(|| Pair::Score { low: one.min(other), high: one.max(other), span: from.cover(to) })
    }

    /// The range whose lower end is `term`: بين 10 و20, من 10 إلى 20, 10 أو 20, 10 - 20. `changes` says that من … إلى
    /// would tell of a change.
    pub(crate) fn range(self, first: usize, term: &Term<'a>, changes: bool) -> Option<Range<'a>> {
        let text = self.text;
        if !term.is_point() || text.token(term.end)?.starts_paragraph() {
            return None;
        }
        let before = first.checked_sub(1).map_or("", |at| text.folded(at));
        let between = matches!(before, "بين" | "وبين");
        let from = before == "من";
        if changes && (from || !between && term.unit.is_some()) {
            return None; // ارتفع 3 دولارات إلى 80 دولارا "rose by three dollars to eighty"
        }
        let (last_at, joined_by) = match text.folded(term.end) {
            "و" if between => (term.end + 1, None),
            "الي" | "حتي" | "او" | "-" => (term.end + 1, None),
            _ if between => (term.end, Some(Proclitics::WAW)),
            "و" if self.shares_scale(term, term.end + 1) => (term.end + 1, None),
            _ if !from && self.shares_scale(term, term.end) => (term.end, Some(Proclitics::WAW)),
            _ if from => (term.end, Some(Proclitics::LAM)), // من عشرة لعشرين
            _ => return None,
        };
        let last = self.term(last_at)?;
        let joined = joined_by.is_none_or(|proclitic| last.proclitics.has(proclitic));
        // تراجع 0.7% إلى 1254 نقطة: a share goes to no bare number
        let mixed = term.unit.is_some_and(|u| u.is("ratio")) && last.unit.is_none() && !between;
        let same_unit = !mixed && (term.unit.is_none() || last.unit.is_none() || term.unit == last.unit);
        if !joined || !last.is_point() || !same_unit {
            return None;
        }
        // 20 أو 30 ألفا: the scale of the upper end is that of the lower too
        let carried = last.scaled.filter(|_| term.scaled.is_none() && term.unit.is_none());
        let carried = carried.filter(|(_, scale)| term.low < *scale);
        let carried =
            carried.and_then(|(_, scale)| term.low.checked_mul(scale)).filter(|low| *low < last.low);
        let (low, high) = (carried.unwrap_or(term.low), last.low);
        (low < high).then_some(Range { low, high, last })
    }

    /// 5.5 و6 مليارات دولار "5.5 to 6 billion dollars": a decimal that has neither scale nor unit takes them from the
    /// larger number joined to it.
    fn shares_scale(self, term: &Term<'a>, at: usize) -> bool {
        let lacks = term.form == Form::Digits && term.unit.is_none() && term.low.denominator() != 1;
        lacks
            && self.term(at).is_some_and(|last| {
                last.unit.is_some_and(|u| u.is("money"))
                    && last.scaled.is_some_and(|(count, _)| term.low < count)
            })
    }
}
