//! Fractions, shares, and counts without an exact value.

use super::{Amount, Form, Grammar, integer};
use crate::Number;
use crate::vocabulary::Hit;

impl Grammar<'_, '_> {
    /// ثلث "a third", ثلثا, ثلاثة أرباع, نصف مليون.
    pub(super) fn fraction(self, numerator: u64, denominator: u64, hit: Hit) -> Option<Amount> {
        let value = Number::fraction(numerator.into(), denominator.into())?;
        // نصفهم "half of them": the pronoun stays outside
        let word = self.text.slice(hit.span);
        let mut span = hit.span;
        span.end -= isnad_text::pronoun_len(word);
        let mut amount = Amount::new(Form::Fraction, value, hit.end, span, hit.proclitics);
        self.multiply_fraction(&mut amount);
        Some(amount)
    }

    /// A scale after a fraction: نصف مليون, ثلاثة أرباع المليون.
    pub(super) fn multiply_fraction(self, amount: &mut Amount) {
        if let Some((scale, hit)) = self.scale(amount.end, false)
            && let Some(value) = amount.value.checked_mul(scale)
        {
            amount.form = Form::Words;
            amount.scaled = Some((amount.value, scale));
            (amount.value, amount.high) = (value, value);
            amount.end = hit.end;
            amount.span.end = hit.span.end;
        }
    }

    /// خمس المحصول "a fifth of the harvest" is spelled like five, but five would have the noun without article.
    pub(super) fn is_fraction_of_noun(self, amount: &Amount) -> bool {
        let at = amount.end - 1;
        matches!(self.text.folded(at), "خمس" | "سبع" | "تسع" | "عشر")
            && amount.span == self.text.span_of(at..at + 1)
            && self.text.surface(at + 1).starts_with("ال") // not آليات "vehicles"
            && self.text.token(at + 1).is_some_and(|t| !t.starts_paragraph())
            && self.word(at + 1).is_none()
    }

    /// واحد من كل خمسة "one in every five"; واحد من خمسة and ثلاثة على خمسة where no noun follows.
    pub(super) fn share(self, amount: Amount) -> Amount {
        let over = self.text.folded(amount.end) == "علي" && amount.form == Form::Words;
        if !over && self.text.folded(amount.end) != "من" {
            return amount;
        }
        let every = self.text.folded(amount.end + 1) == "كل";
        let Some(of) = self.whole(amount.end + if every { 2 } else { 1 }) else { return amount };
        let alone = !self.text.token(of.end).is_some_and(|t| t.is_word() && !t.starts_paragraph());
        let alone = alone || over && self.text.folded(of.end) == "من";
        let one = amount.value == Number::ONE && amount.form == Form::Words;
        // ثلاثة على أربعة "three over four"
        let fits = every || (alone && (one || over && amount.value < of.value));
        match amount.value.checked_div(of.value) {
            Some(value) if fits && value <= Number::ONE && of.proclitics.is_none() => Amount {
                form: Form::Fraction,
                value,
                high: value,
                end: of.end,
                span: amount.span.cover(of.span),
                ..amount
            },
            _ => amount,
        }
    }

    /// عشرات, مئات الآلاف, ملايين: from twice the power of ten to just below ten times it.
    pub(super) fn vague(self, value: u64, hit: Hit) -> Option<Amount> {
        let mut power = integer(value);
        let (mut end, mut span) = (hit.end, hit.span);
        while let Some((scale, next)) = self.scale(end, true) {
            power = power.checked_mul(scale)?;
            (end, span.end) = (next.end, next.span.end);
        }
        let low = power.checked_mul(integer(2))?;
        let high = power.checked_mul(integer(10))?.checked_add(Number::integer(-1))?;
        Some(Amount { high, ..Amount::new(Form::Vague, low, end, span, hit.proclitics) })
    }
}
