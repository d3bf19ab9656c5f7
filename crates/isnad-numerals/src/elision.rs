//! Units that a number shares with the one before it: "ارتفع 40% في الشمال و20 في الجنوب" (rose by 40 % in the north
//! and by 20 in the south), "جمع 40 مليون دولار، منها 3 ملايين من الجمهور" (40 million dollars, of which three million
//! from the public). A counted noun behind the number forbids it: "40% من القرى و20 مدرسة".

use isnad_text::{Proclitics, Text, TokenKind};

use crate::context::Roles;
use crate::grammar::Form;
use crate::vocabulary::{Role, Vocabulary};
use crate::{Number, Quantity, QuantityKind, Unit};

/// Gives a bare number the unit that the text leaves out, if it does.
pub(crate) fn supply_unit(
    text: &Text<'_>,
    before: &[Quantity],
    roles: &Roles,
    form: Form,
    quantity: &mut Quantity,
) {
    if quantity.kind != QuantityKind::Cardinal || counts_noun(text, quantity.tokens.end) {
        return;
    }
    let Some(value) = quantity.low.or(quantity.high) else { return };
    let near = |last: &&Quantity| {
        let sentence = text.sentence_of(quantity.tokens.start);
        text.sentence_of(last.tokens.start).zip(sentence).is_some_and(|(last, this)| this - last <= 1)
    };
    let is_share = value > Number::ZERO && value <= Number::from(100);
    if is_share && form == Form::Digits {
        let first = quantity.tokens.start;
        let follows_percent = || {
            before.iter().rev().take(4).any(|last| {
                last.unit.as_ref().is_some_and(|unit| unit.as_str() == "percent")
                    && text.sentence_of(last.tokens.start) == text.sentence_of(first)
            })
        };
        let is_amount_of_change = value.denominator() != 1 && roles.near(Role::Change, first, 12);
        if (bears(text, first, Proclitics::WAW) && follows_percent())
            || (is_amount_of_change && bears(text, first, Proclitics::BA))
        {
            quantity.kind = QuantityKind::Percent;
            quantity.unit = Vocabulary::unit_of("percent").map(|unit| Unit(unit.code.clone()));
        }
    } else if value >= Number::from(1_000_000)
        && let Some(last) = before.iter().rev().take(2).find(|last| !is_bracketed(text, last))
        && last.kind == QuantityKind::Money
        && near(&last)
    {
        quantity.kind = QuantityKind::Money;
        quantity.unit = last.unit.clone();
        quantity.unit_candidates.clone_from(&last.unit_candidates);
    }
}

/// Whether the word before a number is, or begins with, a proclitic: و20, وبمقدار 15, ب 0.4, بحوالي 0.4.
fn bears(text: &Text<'_>, first: usize, proclitic: Proclitics) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let alone = if proclitic == Proclitics::WAW { "و" } else { "ب" };
    text.folded(before) == alone || text.readings(before).iter().any(|r| r.proclitics.has(proclitic))
}

/// Whether a quantity is said again in brackets: "198 تريليون دينار (153 مليار دولار)".
fn is_bracketed(text: &Text<'_>, quantity: &Quantity) -> bool {
    quantity.tokens.start.checked_sub(1).is_some_and(|at| text.surface(at) == "(")
        && text.surface(quantity.tokens.end) == ")"
}

/// Whether a noun follows that the number counts.
fn counts_noun(text: &Text<'_>, end: usize) -> bool {
    text.token(end).is_some_and(|token| {
        token.kind() == TokenKind::OpenQuote
            || (token.is_word()
                && !token.starts_paragraph()
                && !isnad_text::is_function_word(text.folded(end))
                && !text.readings(end).iter().any(|r| r.proclitics.has(Proclitics::WAW)))
    })
}
