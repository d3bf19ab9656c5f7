//! Ordinal numbers.

use isnad_text::{Proclitics, Span, TokenKind};

use super::{Amount, Form, Grammar, integer};
use crate::Number;
use crate::vocabulary::{Class, Hit};

impl Grammar<'_, '_> {
    pub(super) fn counts_seconds(self, hit: &Hit) -> bool {
        let at = hit.end - 1;
        self.text.folded(at).ends_with("ثانيه")
            && !hit.has_article()
            && at.checked_sub(1).is_some_and(|before| {
                self.text.token(before).is_some_and(|t| t.kind() == TokenKind::Number)
                    || self.vocabulary.word(before).is_some_and(|(class, ..)| class != Class::Ordinal)
            })
    }

    /// ثالث, الثالث عشر, الخامس والعشرون, الخامس والعشرون بعد المئة.
    pub(super) fn ordinal(self, class: Class, value: u64, hit: Hit) -> Option<Amount> {
        let (mut total, mut end, mut span) = (value, hit.end, hit.span);
        if let Some((Class::Ten, 10, ten)) = self.word(end)
            && ten.proclitics.is_none()
            && (class == Class::OrdinalOne || (2..10).contains(&value))
        {
            total += 10;
            (end, span.end) = (ten.end, ten.span.end);
        } else if let Some((Class::Tens, tens, _, next)) = self.joined_word(end)
            && (class == Class::OrdinalOne || (2..10).contains(&value))
        {
            total += tens;
            (end, span.end) = (next.end, next.span.end);
        } else if class == Class::OrdinalOne {
            return None;
        }
        let mut value = integer(total);
        if let Some(above) = self.above(end) {
            value = value.checked_add(above.value)?;
            (end, span.end) = (above.end, above.span.end);
        }
        Some(Amount::new(Form::Ordinal, value, end, span, hit.proclitics))
    }

    /// The hundreds of an ordinal: الخامس بعد المئة "the hundred and fifth".
    pub(super) fn above(self, at: usize) -> Option<Amount> {
        if self.text.folded(at) != "بعد" {
            return None;
        }
        let above = self.cardinal(at + 1)?;
        (above.proclitics == Proclitics::ARTICLE && above.value.numerator() % 100 == 0).then_some(above)
    }

    /// An ordinal that begins with its hundreds: المئة والخامس "the hundred and fifth", الألف والحادي والعشرون.
    pub(super) fn hundredth(self, amount: &Amount) -> Option<(Number, usize, Span)> {
        if !amount.proclitics.has(Proclitics::ARTICLE) || amount.value.numerator() % 100 != 0 {
            return None;
        }
        let (class, value, _, hit) = self.joined_word(amount.end)?;
        if !matches!(class, Class::Ordinal | Class::OrdinalOne) || !hit.has_article() {
            return None;
        }
        let rest = self.ordinal(class, value, hit)?;
        Some((amount.value.checked_add(rest.value)?, rest.end, rest.span))
    }
}
