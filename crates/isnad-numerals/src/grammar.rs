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

mod cardinal;
mod fraction;
mod ordinal;

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

impl Amount {
    fn new(form: Form, value: Number, end: usize, span: Span, proclitics: Proclitics) -> Amount {
        Amount {
            form,
            value,
            high: value,
            end,
            span,
            proclitics,
            scaled: None,
            percent: false,
            decimal: None,
        }
    }
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
        let simple = |form, value, high| {
            let amount = Amount::new(form, value, at + 1, token.span(), Proclitics::NONE);
            Amount { high, percent, ..amount }
        };
        match shape {
            Shape::Number { value, decimal: None } if !percent && self.ends_at(at + 1) => {
                Some(simple(Form::Digits, value, value))
            }
            Shape::Number { value, decimal } if percent => {
                let value = decimal.unwrap_or(value);
                Some(simple(Form::Digits, value, value))
            }
            Shape::Number { value, .. } => match self.word(at + 1) {
                Some((Class::FractionPlural, denominator, hit)) if hit.is_bare() => {
                    let hit = Hit { span: token.span().cover(hit.span), proclitics: Proclitics::NONE, ..hit };
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

    /// Whether nothing at a token can go on with the digits before it: a quick yes for most.
    fn ends_at(self, at: usize) -> bool {
        let Some(token) = self.text.token(at) else { return true };
        token.kind() != TokenKind::Number
            && self.vocabulary.found(at).is_none()
            && !matches!(self.text.folded(at), "و" | "الا" | "علي" | "من" | "ر")
    }

    /// The number that begins with a word of the vocabulary.
    pub(crate) fn words(self, class: Class, value: u64, hit: Hit) -> Option<Amount> {
        match class {
            // نص القانون "the law provided": half of dialect stands before what it halves
            Class::Fraction
                if self.text.folded(hit.end - 1).ends_with("نص") && !self.is_measured(hit.end) =>
            {
                None
            }
            Class::Fraction => self.fraction(1, value, hit),
            Class::FractionPair => self.fraction(2, value, hit),
            // 48 ثانية, دقيقة وثانية: seconds
            Class::Ordinal if value == 2 && self.counts_seconds(&hit) => None,
            Class::Ordinal | Class::OrdinalOne => self.ordinal(class, value, hit),
            Class::Vague => self.vague(value, hit),
            // في آن واحد "at one time"; folded, آن is the commonest of words and would begin too many phrases
            Class::Unit if value == 1 && hit.end > 1 && self.text.surface(hit.end - 2) == "آن" => None,
            Class::FractionPlural | Class::FractionVowelled | Class::Point => None,
            Class::Minus => {
                let mut amount = self.cardinal(hit.end).filter(|a| a.proclitics.is_none())?;
                let minus = Number::integer(-1);
                (amount.value, amount.high) =
                    (amount.value.checked_mul(minus)?, amount.high.checked_mul(minus)?);
                (amount.span, amount.proclitics) = (hit.span.cover(amount.span), hit.proclitics);
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
                        Hit { end: plural.end, span: hit.span.cover(plural.span), ..hit },
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
                if let Some((value, end, span)) = self.hundredth(&amount) {
                    (amount.value, amount.high, amount.form) = (value, value, Form::Ordinal);
                    (amount.end, amount.span.end) = (end, span.end);
                    return Some(amount);
                }
                if self.is_fraction_of_noun(&amount) {
                    return self.fraction(1, value, hit);
                }
                Some(self.share(amount))
            }
        }
    }

    /// Whether a scale or a unit stands at a token.
    fn is_measured(self, at: usize) -> bool {
        self.scale(at, true).is_some()
            || self.vocabulary.unit(at).is_some_and(|(_, hit)| hit.proclitics.is_none())
    }

    /// The index of the first token of a one-word hit.
    fn at_of(self, hit: &Hit) -> usize {
        hit.end - 1
    }
}
