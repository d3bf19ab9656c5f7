//! Cardinal numbers.

use isnad_text::{Proclitics, Span, TokenKind};

use super::{Amount, Form, Grammar, integer};
use crate::Number;
use crate::digits::{self, Shape};
use crate::vocabulary::{Class, Hit};

/// A number below a thousand, or a token of digits.
struct Group {
    value: Number,
    end: usize,
    span: Span,
    proclitics: Proclitics,
    digits: bool,
    decimal: Option<Number>,
    /// What it is if it is a scale alone.
    scale: Option<(Class, u64)>,
}

impl Grammar<'_, '_> {
    /// A scale word that multiplies what stands before it.
    pub(super) fn scale(self, at: usize, plural: bool) -> Option<(Number, Hit)> {
        if self.text.token(at)?.starts_paragraph() {
            return None;
        }
        let (class, value, hit) = self.word(at)?;
        let fits =
            matches!(class, Class::Scale | Class::ScaleAccusative) || (plural && class == Class::ScalePlural);
        (fits && hit.is_bare()).then_some((integer(value), hit))
    }

    /// Where what و joins begins: the same token if it bears و, the next one if و stands apart.
    fn joint(self, at: usize) -> Option<(usize, bool)> {
        let token = self.text.token(at)?;
        if token.starts_paragraph() || !token.is_arabic() {
            return None;
        }
        Some(if self.text.folded(at) == "و" { (at + 1, false) } else { (at, true) })
    }

    /// The number word that و joins to what ends at a token.
    pub(super) fn joined_word(self, at: usize) -> Option<(Class, u64, usize, Hit)> {
        let (at, on_word) = self.joint(at)?;
        let (class, value, hit) = self.word(at)?;
        let fits = if on_word { hit.is_joined() } else { hit.is_bare() };
        fits.then_some((class, value, at, hit))
    }

    pub(super) fn cardinal(self, at: usize) -> Option<Amount> {
        let mut amount = self.whole(at)?;
        self.point(&mut amount);
        amount.high = amount.value;
        Some(amount)
    }

    /// A cardinal without decimals in words.
    pub(super) fn whole(self, at: usize) -> Option<Amount> {
        let first = self.part(at, true)?;
        let mut amount = first.0;
        let mut limit = first.1;
        let mut mixed = false;
        loop {
            // و + fraction of the last scale: مليون ونصف, مليونان وربع المليون, خمسة ونصف
            if let Some((Class::Fraction, denominator, _, hit)) = self.joined_word(amount.end) {
                let scale = limit.unwrap_or(Number::ONE);
                let share = Number::fraction(1, denominator.into())?.checked_mul(scale)?;
                let whole = amount.value;
                amount.value = whole.checked_add(share)?;
                (amount.end, amount.span.end) = (hit.end, hit.span.end);
                if let Some((next, again)) = self.scale(amount.end, false) {
                    if limit == Some(next) {
                        (amount.end, amount.span.end) = (again.end, again.span.end);
                    } else if limit.is_none() {
                        amount.scaled = Some((amount.value, next));
                        amount.value = amount.value.checked_mul(next)?;
                        (amount.end, amount.span.end) = (again.end, again.span.end);
                    }
                }
                break;
            }
            if let Some((share, hit)) = self.shares(amount.end) {
                let scale = limit.unwrap_or(Number::ONE);
                amount.value = amount.value.checked_add(share.checked_mul(scale)?)?;
                (amount.end, amount.span.end) = (hit.end, hit.span.end);
                if let Some((_, again)) = self.scale(amount.end, false).filter(|s| limit == Some(s.0)) {
                    (amount.end, amount.span.end) = (again.end, again.span.end);
                }
                break;
            }
            let Some(scale) = limit else { break };
            let Some((next, on_word)) = self.joint(amount.end) else { break };
            let Some((part, smaller)) = self.part(next, false) else { break };
            let joined = part.proclitics == Proclitics::WAW
                || part.proclitics == Proclitics::WAW.with(Proclitics::ARTICLE);
            let bare = part.proclitics.is_none() || part.proclitics == Proclitics::ARTICLE;
            if !(if on_word { joined } else { bare }) || part.value >= scale || part.percent {
                break;
            }
            mixed |= part.form != amount.form;
            amount.value = amount.value.checked_add(part.value)?;
            (amount.end, amount.span.end) = (part.end, part.span.end);
            amount.scaled = None;
            limit = smaller;
            if limit.is_none() {
                break;
            }
        }
        if mixed {
            amount.form = Form::Mixed;
        }
        Some(amount)
    }

    /// What و or إلا adds or takes away in fractions: خمسة وثلاثة أرباع, خمسة وثلثان, خمسة إلا ربعا.
    fn shares(self, at: usize) -> Option<(Number, Hit)> {
        if self.text.folded(at) == "الا" {
            let (class, denominator, hit) = self.word(at + 1)?;
            // ثلثا is also the accusative of one third
            let is_one = class == Class::Fraction || self.text.folded(at + 1) == "ثلثا";
            return (is_one && hit.proclitics.is_none())
                .then(|| Number::fraction(-1, denominator.into()).map(|share| (share, hit)))
                .flatten();
        }
        let (class, value, _, hit) = self.joined_word(at)?;
        let (over, denominator, hit) = match class {
            Class::FractionPair => (2, value, hit),
            Class::Unit => match self.word(hit.end)? {
                (Class::FractionPlural, denominator, plural) if plural.is_bare() => {
                    (value, denominator, plural)
                }
                _ => return None,
            },
            _ => return None,
        };
        (over < denominator).then_some((Number::fraction(over.into(), denominator.into())?, hit))
    }

    /// A group with the scales that multiply it, or a scale alone; and the last scale.
    pub(super) fn part(self, at: usize, first: bool) -> Option<(Amount, Option<Number>)> {
        let group = self.group(at, first)?;
        let (mut value, mut end, mut span) = (group.value, group.end, group.span);
        let mut limit = None;
        let mut scaled = None;
        let mut form = if group.digits { Form::Digits } else { Form::Words };
        if let Some((class, word)) = group.scale {
            // ألف 60 كتابا "he wrote sixty books"
            let is_verb =
                class == Class::Scale && self.text.token(end).is_some_and(|t| t.kind() == TokenKind::Number);
            if first && is_verb {
                return None;
            }
            // ألف, ألفان, ألفا جندي
            let two = class == Class::ScaleAccusative && self.is_construct(at);
            value = integer(if two { word * 2 } else { word });
            limit = Some(integer(if class == Class::ScaleDual { word / 2 } else { word }));
        }
        while let Some((scale, hit)) = self.scale(end, true) {
            if limit.is_some_and(|limit| limit >= scale) {
                break;
            }
            let coefficient = if limit.is_none() { group.decimal.unwrap_or(value) } else { value };
            scaled = Some((coefficient, scale));
            value = coefficient.checked_mul(scale)?;
            limit = Some(scale);
            (end, span.end) = (hit.end, hit.span.end);
            if form == Form::Digits {
                form = Form::Mixed;
            }
        }
        let decimal = group.decimal.filter(|_| scaled.is_none());
        let amount = Amount { scaled, decimal, ..Amount::new(form, value, end, span, group.proclitics) };
        Some((amount, limit))
    }

    /// Whether ألفا or مليونا is two of it before its noun (ألفا جندي "two thousand soldiers"), not the accusative of
    /// one, which tanwin or what follows shows: ألفاً, مليونا ونصف المليون, ألفا في.
    fn is_construct(self, at: usize) -> bool {
        let next = self.text.token(at + 1).is_some_and(|t| t.is_arabic() && !t.starts_paragraph());
        next && !self.text.surface(at).contains('\u{64B}')
            && !self.text.folded(at + 1).starts_with('و')
            && self.text.folded(at + 1).len() > 4
            && !matches!(self.text.folded(at + 1), "علي" | "الي")
    }

    fn group(self, at: usize, first: bool) -> Option<Group> {
        let token = self.text.token(at)?;
        if token.kind() == TokenKind::Number {
            return self.digit_group(at, first);
        }
        let (class, value, hit) = self.word(at)?;
        let group = |value: u64, end: usize, span: Span| {
            Some(Group {
                value: integer(value),
                end,
                span,
                proclitics: hit.proclitics,
                digits: false,
                decimal: None,
                scale: None,
            })
        };
        let first_value = value;
        let mut hundreds = match class {
            Class::Hundred | Class::Hundreds => (value, hit.end, hit.span),
            Class::Scale | Class::ScaleAccusative | Class::ScaleDual => {
                return group(value, hit.end, hit.span).map(|g| Group { scale: Some((class, value)), ..g });
            }
            _ => (0, hit.end, hit.span),
        };
        if class == Class::Unit
            && value > 1
            && let Some((Class::Hundred, hundred, next)) = self.word(hit.end)
            && next.is_bare()
        {
            hundreds = (value * hundred, next.end, hit.span.cover(next.span));
        }
        let (value, end, span) = hundreds;
        if value == 0 {
            let (value, end, to) = self.below(class, first_value, &hit)?;
            // الاثنين alone is Monday
            if first && value == 2 && hit.has_article() && self.text.folded(at).ends_with("ين") {
                return None;
            }
            return group(value, end, hit.span.cover(to));
        }
        if let Some((class, more, _, next)) = self.joined_word(end)
            && let Some((rest, end, to)) = self.below(class, more, &next)
        {
            return group(value + rest, end, span.cover(to));
        }
        // خمسمية خمسة وعشرين: dialects leave out the و
        if let Some((class, more, next)) = self.word(end)
            && next.proclitics.is_none()
            && matches!(class, Class::Unit | Class::Teen)
            && let Some((rest, end, to)) = self.below(class, more, &next)
            && (rest > 20 || class == Class::Teen)
        {
            return group(value + rest, end, span.cover(to));
        }
        group(value, end, span)
    }

    /// A number below a hundred whose first word is given: value, end, span of its last word.
    fn below(self, class: Class, value: u64, hit: &Hit) -> Option<(u64, usize, Span)> {
        match class {
            Class::Zero | Class::Ten | Class::Teen | Class::Tens => Some((value, hit.end, hit.span)),
            Class::Unit | Class::TeenOne => {
                if let Some((Class::Ten, ten, next)) = self.word(hit.end)
                    && next.proclitics.is_none()
                {
                    return Some((value + ten, next.end, next.span));
                }
                if let Some((Class::Tens, tens, _, next)) = self.joined_word(hit.end) {
                    return Some((value + tens, next.end, next.span));
                }
                (class == Class::Unit).then_some((value, hit.end, hit.span))
            }
            _ => None,
        }
    }

    /// Digits, with further groups of three after a space: 1 500 000.
    fn digit_group(self, at: usize, first: bool) -> Option<Group> {
        let token = self.text.token(at)?;
        let (Shape::Number { mut value, decimal }, false) = digits::shape(self.text.surface(at)) else {
            return None;
        };
        let (mut end, mut span) = (at + 1, token.span());
        if first && self.text.folded(at).len() <= 3 && !self.text.folded(at).starts_with('0') {
            while let Some(next) = self.text.token(end)
                && next.kind() == TokenKind::Number
                && self.text.folded(end).len() == 3
                && matches!(
                    self.text.source().get(span.end..next.span().start),
                    Some(" " | "\u{a0}" | "\u{202f}")
                )
                && let (Shape::Number { value: more, decimal: None }, false) =
                    digits::shape(self.text.surface(end))
            {
                value = value.checked_mul(integer(1000))?.checked_add(more)?;
                (end, span.end) = (end + 1, next.span().end);
            }
        }
        if end == at + 1
            && let Some(number) = self.around_ra(at)
        {
            (value, end) = (number, at + 3);
            span = span.cover(self.text.span_of(at + 2..end));
        }
        Some(Group { value, end, span, proclitics: Proclitics::NONE, digits: true, decimal, scale: None })
    }

    /// 25ر68, which the eye reads from the left as 68.25: ر as the decimal point of news agencies, between the decimals and
    /// the whole.
    fn around_ra(self, at: usize) -> Option<Number> {
        let joined = |at: usize| self.text.token(at).is_some_and(|t| !t.has_gap_before());
        let number = |at: usize| match digits::shape(self.text.surface(at)) {
            (Shape::Number { value, .. }, false) => value.to_i64(),
            _ => None,
        };
        if self.text.surface(at + 1) != "ر" || !joined(at + 1) || !joined(at + 2) {
            return None;
        }
        let scale =
            10i128.checked_pow(u32::try_from(self.text.folded(at).len()).ok().filter(|n| *n <= 3)?)?;
        Number::fraction(number(at)?.into(), scale)?.checked_add(number(at + 2)?.into())
    }

    /// ثلاثة فاصلة خمسة "three point five"
    pub(super) fn point(self, amount: &mut Amount) {
        let Some((Class::Point, _, _)) = self.word(amount.end) else { return };
        let Some(decimals) = self.decimals(amount.end + 1) else { return };
        let Some(value) = amount.value.checked_add(decimals.part) else { return };
        amount.value = value;
        (amount.end, amount.span.end) = (decimals.end, self.text.span_of(decimals.end - 1..decimals.end).end);
        let scale = decimals.scale.map(|scale| (scale, amount.end)).or_else(|| {
            let (scale, hit) = self.scale(amount.end, true)?;
            amount.span.end = hit.span.end;
            Some((scale, hit.end))
        });
        if let Some((scale, end)) = scale
            && let Some(product) = amount.value.checked_mul(scale)
        {
            amount.scaled = Some((amount.value, scale));
            (amount.value, amount.end) = (product, end);
        }
    }

    /// What stands behind the point: خمسة وعشرون is .25, صفر خمسة and واحد أربعة, spelled digit by digit, .05 and .14.
    fn decimals(self, at: usize) -> Option<Decimals> {
        let (digits, count, end) = self.spelled_digits(at);
        if count > 1 && !self.continues(end) {
            let part = Number::fraction(digits, 10i128.checked_pow(count)?)?;
            return Some(Decimals { part, scale: None, end });
        }
        let (mut at, mut scale) = (at, 10i128);
        while let Some((Class::Zero, _, zero)) = self.word(at) {
            (at, scale) = (zero.end, scale.checked_mul(10).filter(|scale| *scale <= 1_000_000)?);
        }
        if scale > 10 && self.word(at).is_none() {
            return Some(Decimals { part: Number::ZERO, scale: None, end: at });
        }
        let whole = self.whole(at)?;
        // واحد فاصلة اثنين مليون: what multiplies is no decimal
        let (value, scaled_by) = whole.scaled.map_or((whole.value, None), |(value, by)| (value, Some(by)));
        let digits = value.to_i64().filter(|_| value.denominator() == 1)?;
        for _ in 1..digits.checked_ilog10().map_or(1, |n| n + 1) {
            scale = scale.checked_mul(10)?;
        }
        let part = Number::fraction(digits.into(), scale)?;
        Some(Decimals { part, scale: scaled_by, end: whole.end })
    }

    /// Whether a number word stands here that goes on with the one before it: عشر, مئة, آلاف, وعشرون.
    fn continues(self, at: usize) -> bool {
        let tens = matches!(self.joined_word(at), Some((Class::Tens, ..)));
        tens || self.word(at).is_some_and(|(class, value, hit)| {
            let thousand = value == 1000 && matches!(class, Class::Scale | Class::ScalePlural);
            hit.is_bare() && (thousand || matches!(class, Class::Ten | Class::Hundred | Class::Hundreds))
        })
    }

    /// Digits as words, one by one: their value, how many, and the end.
    fn spelled_digits(self, at: usize) -> (i128, u32, usize) {
        let (mut value, mut count, mut end) = (0i128, 0u32, at);
        while count < 12
            && let Some((Class::Zero | Class::Unit, digit, hit)) = self.word(end)
            && hit.proclitics.is_none()
        {
            value = value * 10 + i128::from(digit);
            (count, end) = (count + 1, hit.end);
        }
        (value, count, end)
    }
}

/// What stands behind a decimal point.
struct Decimals {
    part: Number,
    /// What multiplies the whole number.
    scale: Option<Number>,
    end: usize,
}
