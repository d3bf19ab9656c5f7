//! The grammar of numbers: from tokens to one exact value.
//!
//! ```text
//! amount   := fraction | ordinal | cardinal
//! cardinal := part (و part)* (و fraction)?        parts in falling order of their scales
//! part     := group scale* | scale | dual-scale
//! group    := hundreds (و below)? | below | digits
//! below    := unit و tens | unit ten | tens | ten | unit
//! ```
//!
//! "و" is the conjunction, written onto the next word or apart.

use isnad_text::{Proclitics, Span, Text, TokenKind};

use crate::Number;
use crate::digits::{self, Shape};
use crate::vocabulary::{Class, Hit, Lookup};

/// A number read from tokens.
#[derive(Clone, Debug)]
pub(crate) struct Amount {
    pub(crate) form: Form,
    pub(crate) value: Number,
    /// The upper end: above `value` for ranges in one token and for counts without an exact value.
    pub(crate) high: Number,
    /// One past its last token.
    pub(crate) end: usize,
    pub(crate) span: Span,
    /// What stands before its first word.
    pub(crate) proclitics: Proclitics,
    /// The last scale, and what it multiplies: 400 and 1000 of أربعمئة ألف.
    pub(crate) scaled: Option<(Number, Number)>,
    /// Whether a percent sign touches it.
    pub(crate) percent: bool,
    /// The value if a separator is one of decimals after all: "1.500 million".
    pub(crate) decimal: Option<Number>,
}

/// What an amount is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Digits,
    Words,
    /// Words after digits or the other way round.
    Mixed,
    Ordinal,
    Fraction,
    Vague,
    Range,
    Score,
}

/// The tokens of a text, read as numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) vocabulary: &'a Lookup<'a, 't>,
}

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

const fn integer(value: u64) -> Number {
    Number::integer(value as i128)
}

impl Grammar<'_, '_> {
    /// The number that begins with a token.
    pub(crate) fn amount(self, at: usize) -> Option<Amount> {
        match self.text.token(at)?.kind() {
            TokenKind::Number => self.digits(at),
            TokenKind::Word => {
                let (class, value, hit) = self.word(at)?;
                self.words(class, value, hit)
            }
            _ => None,
        }
    }

    /// The number word at a token. وأحد عشر "and eleven" is spelled like واحد "one" once it is folded.
    pub(crate) fn word(self, at: usize) -> Option<(Class, u64, Hit)> {
        let (class, value, mut hit) = self.vocabulary.word(at)?;
        if class == Class::Unit
            && self.text.folded(at) == "واحد"
            && matches!(self.text.folded(at + 1), "عشر" | "عشره")
        {
            hit.proclitics = Proclitics::WAW;
            hit.span.start += 'و'.len_utf8();
            return Some((Class::TeenOne, 1, hit));
        }
        Some((class, value, hit))
    }

    fn digits(self, at: usize) -> Option<Amount> {
        let token = self.text.token(at)?;
        let (shape, percent) = digits::shape(self.text.surface(at));
        let simple = |form, value, high| Amount {
            form,
            value,
            high,
            end: at + 1,
            span: token.span(),
            proclitics: Proclitics::NONE,
            scaled: None,
            percent,
            decimal: None,
        };
        match shape {
            Shape::Number { value, decimal } if percent => {
                let value = decimal.unwrap_or(value);
                Some(simple(Form::Digits, value, value))
            }
            Shape::Number { value, .. } => match self.word(at + 1) {
                Some((Class::FractionPlural, denominator, hit)) if hit.is_bare() => {
                    let hit = Hit { span: token.span().to(hit.span), proclitics: Proclitics::NONE, ..hit };
                    self.fraction(value.to_i64()?.try_into().ok()?, denominator, hit)
                }
                _ => self.cardinal(at).map(|amount| self.share(amount)),
            },
            Shape::Fraction(value) => {
                let mut amount = simple(Form::Fraction, value, value);
                self.multiply_fraction(&mut amount);
                Some(amount)
            }
            Shape::Range(low, high) => {
                let mut amount = simple(Form::Range, low, high);
                if let Some((scale, hit)) = self.scale(amount.end, true) {
                    amount.value = low.checked_mul(scale)?;
                    amount.high = high.checked_mul(scale)?;
                    amount.end = hit.end;
                    amount.span.end = hit.span.end;
                }
                Some(amount)
            }
            Shape::Score(low, high) => Some(simple(Form::Score, low.min(high), low.max(high))),
            Shape::Other => None,
        }
    }

    /// The number that begins with a word of the vocabulary.
    pub(crate) fn words(self, class: Class, value: u64, hit: Hit) -> Option<Amount> {
        match class {
            Class::Fraction => self.fraction(1, value, hit),
            Class::FractionPair => self.fraction(2, value, hit),
            // ثانيا "secondly", but هجوما ثانيا "a second attack"
            Class::OrdinalAccusative if !self.follows_accusative(hit.end - 1) => None,
            // 48 ثانية, دقيقة وثانية: seconds
            Class::Ordinal if value == 2 && self.counts_seconds(&hit) => None,
            Class::Ordinal | Class::OrdinalOne | Class::OrdinalAccusative => self.ordinal(class, value, hit),
            Class::Vague => self.vague(value, hit),
            Class::FractionPlural | Class::Point => None,
            Class::Minus => {
                let mut amount = self.cardinal(hit.end).filter(|a| a.proclitics.is_none())?;
                let minus = Number::integer(-1);
                (amount.value, amount.high) =
                    (amount.value.checked_mul(minus)?, amount.high.checked_mul(minus)?);
                (amount.span, amount.proclitics) = (hit.span.to(amount.span), hit.proclitics);
                Some(amount)
            }
            Class::ScalePlural => self.vague(value, hit),
            _ => {
                let first = self.at_of(&hit);
                if class == Class::Unit
                    && let Some((Class::FractionPlural, denominator, plural)) = self.word(hit.end)
                    && plural.is_bare()
                {
                    return self.fraction(
                        value,
                        denominator,
                        Hit { end: plural.end, span: hit.span.to(plural.span), ..hit },
                    );
                }
                let mut amount = self.cardinal(first)?;
                if amount.value < integer(100)
                    && let Some(above) = self.above(amount.end)
                {
                    amount.value = amount.value.checked_add(above.value)?;
                    (amount.form, amount.high) = (Form::Ordinal, amount.value);
                    (amount.end, amount.span.end) = (above.end, above.span.end);
                }
                if self.is_fraction_of_noun(&amount) {
                    return self.fraction(1, value, hit);
                }
                Some(self.share(amount))
            }
        }
    }

    /// خمس المحصول "a fifth of the harvest" is spelled like five, but five would have the noun without article.
    fn is_fraction_of_noun(self, amount: &Amount) -> bool {
        let at = amount.end - 1;
        matches!(self.text.folded(at), "خمس" | "سبع" | "تسع" | "عشر")
            && amount.span == self.text.span_of(at..at + 1)
            && self.text.folded(at + 1).starts_with("ال")
            && self.text.token(at + 1).is_some_and(|t| !t.starts_paragraph())
            && self.word(at + 1).is_none()
    }

    /// واحد من كل خمسة "one in every five", and واحد من خمسة where no noun follows.
    fn share(self, amount: Amount) -> Amount {
        if self.text.folded(amount.end) != "من" {
            return amount;
        }
        let every = self.text.folded(amount.end + 1) == "كل";
        let Some(of) = self.whole(amount.end + if every { 2 } else { 1 }) else { return amount };
        let alone = !self.text.token(of.end).is_some_and(|t| t.is_word() && !t.starts_paragraph());
        let fits = every || (amount.value == Number::ONE && amount.form == Form::Words && alone);
        match amount.value.checked_div(of.value) {
            Some(value) if fits && value <= Number::ONE && of.proclitics.is_none() => Amount {
                form: Form::Fraction,
                value,
                high: value,
                end: of.end,
                span: amount.span.to(of.span),
                ..amount
            },
            _ => amount,
        }
    }

    /// The index of the first token of a one-word hit.
    fn at_of(self, hit: &Hit) -> usize {
        hit.end - 1
    }

    /// ثلث "a third", ثلثا, ثلاثة أرباع, نصف مليون.
    fn fraction(self, numerator: u64, denominator: u64, hit: Hit) -> Option<Amount> {
        let value = Number::fraction(numerator.into(), denominator.into())?;
        let mut amount = Amount {
            form: Form::Fraction,
            value,
            high: value,
            end: hit.end,
            span: hit.span,
            proclitics: hit.proclitics,
            scaled: None,
            percent: false,
            decimal: None,
        };
        self.multiply_fraction(&mut amount);
        Some(amount)
    }

    /// A scale after a fraction: نصف مليون, ثلاثة أرباع المليون.
    fn multiply_fraction(self, amount: &mut Amount) {
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

    /// A scale word that multiplies what stands before it.
    fn scale(self, at: usize, plural: bool) -> Option<(Number, Hit)> {
        if self.text.token(at)?.starts_paragraph() {
            return None;
        }
        let (class, value, hit) = self.word(at)?;
        let fits =
            matches!(class, Class::Scale | Class::ScaleAccusative) || (plural && class == Class::ScalePlural);
        (fits && hit.is_bare()).then_some((integer(value), hit))
    }

    /// عشرات, مئات الآلاف, ملايين: from twice the power of ten to just below ten times it.
    fn vague(self, value: u64, hit: Hit) -> Option<Amount> {
        let mut power = integer(value);
        let (mut end, mut span) = (hit.end, hit.span);
        while let Some((scale, next)) = self.scale(end, true) {
            power = power.checked_mul(scale)?;
            (end, span.end) = (next.end, next.span.end);
        }
        let low = power.checked_mul(integer(2))?;
        let high = power.checked_mul(integer(10))?.checked_add(Number::integer(-1))?;
        Some(Amount {
            form: Form::Vague,
            value: low,
            high,
            end,
            span,
            proclitics: hit.proclitics,
            scaled: None,
            percent: false,
            decimal: None,
        })
    }

    fn follows_accusative(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.text.folded(before);
        word.len() > 6 && word.ends_with('ا') && self.text.token(at).is_some_and(|t| !t.starts_paragraph())
    }

    fn counts_seconds(self, hit: &Hit) -> bool {
        let at = hit.end - 1;
        self.text.folded(at).ends_with("ثانيه")
            && !hit.has_article()
            && at.checked_sub(1).is_some_and(|before| {
                self.text.token(before).is_some_and(|t| t.kind() == TokenKind::Number)
                    || self.vocabulary.word(before).is_some_and(|(class, ..)| class != Class::Ordinal)
            })
    }

    /// ثالث, الثالث عشر, الخامس والعشرون, الخامس والعشرون بعد المئة.
    fn ordinal(self, class: Class, value: u64, hit: Hit) -> Option<Amount> {
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
        Some(Amount {
            form: Form::Ordinal,
            value,
            high: value,
            end,
            span,
            proclitics: hit.proclitics,
            scaled: None,
            percent: false,
            decimal: None,
        })
    }

    /// The hundreds of an ordinal: الخامس بعد المئة "the hundred and fifth".
    fn above(self, at: usize) -> Option<Amount> {
        if self.text.folded(at) != "بعد" {
            return None;
        }
        let above = self.cardinal(at + 1)?;
        (above.proclitics == Proclitics::ARTICLE && above.value.numerator() % 100 == 0).then_some(above)
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
    fn joined_word(self, at: usize) -> Option<(Class, u64, usize, Hit)> {
        let (at, on_word) = self.joint(at)?;
        let (class, value, hit) = self.word(at)?;
        let fits = if on_word { hit.is_joined() } else { hit.is_bare() };
        fits.then_some((class, value, at, hit))
    }

    fn cardinal(self, at: usize) -> Option<Amount> {
        let mut amount = self.whole(at)?;
        self.point(&mut amount);
        amount.high = amount.value;
        Some(amount)
    }

    /// A cardinal without decimals in words.
    fn whole(self, at: usize) -> Option<Amount> {
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
                    if limit == Some(next) && again.has_article() {
                        (amount.end, amount.span.end) = (again.end, again.span.end);
                    } else if limit.is_none() {
                        amount.scaled = Some((amount.value, next));
                        amount.value = amount.value.checked_mul(next)?;
                        (amount.end, amount.span.end) = (again.end, again.span.end);
                    }
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
            amount.scaled = part.scaled.filter(|_| false);
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

    /// A group with the scales that multiply it, or a scale alone; and the last scale.
    fn part(self, at: usize, first: bool) -> Option<(Amount, Option<Number>)> {
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
        let amount = Amount {
            form,
            value,
            high: value,
            end,
            span,
            proclitics: group.proclitics,
            scaled,
            percent: false,
            decimal: if scaled.is_none() { group.decimal } else { None },
        };
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
            hundreds = (value * hundred, next.end, hit.span.to(next.span));
        }
        let (value, end, span) = hundreds;
        if value == 0 {
            let (value, end, to) = self.below(class, first_value, &hit)?;
            // الاثنين alone is Monday
            if first && value == 2 && hit.has_article() && self.text.folded(at).ends_with("ين") {
                return None;
            }
            return group(value, end, hit.span.to(to));
        }
        if let Some((class, more, _, next)) = self.joined_word(end)
            && let Some((rest, end, to)) = self.below(class, more, &next)
        {
            return group(value + rest, end, span.to(to));
        }
        // خمسمية خمسة وعشرين: dialects leave out the و
        if let Some((class, more, next)) = self.word(end)
            && next.proclitics.is_none()
            && matches!(class, Class::Unit | Class::Teen)
            && let Some((rest, end, to)) = self.below(class, more, &next)
            && (rest > 20 || class == Class::Teen)
        {
            return group(value + rest, end, span.to(to));
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
        Some(Group { value, end, span, proclitics: Proclitics::NONE, digits: true, decimal, scale: None })
    }

    /// ثلاثة فاصلة خمسة "three point five"
    fn point(self, amount: &mut Amount) {
        let Some((Class::Point, _, _)) = self.word(amount.end) else { return };
        let mut at = amount.end + 1;
        let mut places = 1i128;
        while let Some((Class::Zero, _, zero)) = self.word(at) {
            places *= 10;
            at = zero.end;
            if places > 1_000_000 {
                return;
            }
        }
        let Some(decimals) = self.whole(at) else { return };
        let mut scale = places * 10;
        let digits = decimals.value.numerator();
        while scale / places <= digits && scale < 1_000_000_000_000 {
            scale *= 10;
        }
        if let Some(part) = Number::fraction(digits, scale)
            && let Some(value) = amount.value.checked_add(part)
            && decimals.value.denominator() == 1
        {
            amount.value = value;
            (amount.end, amount.span.end) = (decimals.end, decimals.span.end);
            if let Some((scale, hit)) = self.scale(amount.end, true)
                && let Some(product) = amount.value.checked_mul(scale)
            {
                amount.scaled = Some((amount.value, scale));
                amount.value = product;
                (amount.end, amount.span.end) = (hit.end, hit.span.end);
            }
        }
    }
}
