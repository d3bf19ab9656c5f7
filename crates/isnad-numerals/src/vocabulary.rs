//! The words that numbers are made of, and what stands around them.

use isnad_text::{Lexicon, Match, Proclitics, Span, Text};

use crate::Number;
use crate::generated::vocabulary::{MEANINGS, UNITS, WORDS};

/// What a word or phrase of the vocabulary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A number word and its value; of fractions the denominator.
    Word(Class, u64),
    /// A word that makes the number beside it a bound or an approximation.
    Modifier(Side, Effect),
    /// A unit of money or measure, by its place in [`UNITS`].
    Unit(usize),
    /// Two of a unit: دولارين "two dollars".
    UnitPair(usize),
    /// What the word says of numbers near it.
    Role(Role),
    /// A phrase with a number word in it that is no number: آن واحد "at the same time".
    NoNumber,
}

/// How a number word enters the grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Zero,
    Unit,
    /// أحد, إحدى: one in eleven and twenty-one, else someone.
    TeenOne,
    Ten,
    Teen,
    Tens,
    Hundred,
    Hundreds,
    Scale,
    /// ألفا: a thousand after a number (14 ألفا), two thousand before a noun (ألفا جندي).
    ScaleAccusative,
    ScaleDual,
    ScalePlural,
    Vague,
    Ordinal,
    OrdinalAccusative,
    /// حادي: the one of eleventh and twenty-first.
    OrdinalOne,
    Fraction,
    FractionPair,
    FractionPlural,
    Point,
    Minus,
}

/// On which side of the number a modifier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    /// Before, with the name of what is counted between: تجاوز عدد القتلى 100.
    Reach,
    After,
}

/// What a modifier does to the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    Approx,
    Low,
    High,
    /// A negation, which turns a bound round: لا يغطي أكثر من 30 is at most thirty.
    Turn,
}

/// What a word says of the number after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It is a name: صفحة 12.
    Identifier,
    /// It is an ordinal: رقم 19.
    Rank,
    /// From a number to a number is a change, not a range: ارتفع من 20 إلى 30.
    Change,
    /// An ordinal after it is part of a ruler's name: حسن الثاني.
    Regnal,
    /// It is what the number tells: عدد القتلى 100.
    Amount,
}

/// A unit of money or measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitInfo {
    pub(crate) code: &'static str,
    pub(crate) dimension: &'static str,
    /// How many of the SI unit it is; of money how much of one its parts are (a cent 1/100).
    pub(crate) factor: (i64, i64),
    /// What an ambiguous name may mean, the likeliest first.
    pub(crate) candidates: &'static [&'static str],
}

impl UnitInfo {
    pub(crate) fn factor(&self) -> Number {
        Number::fraction(self.factor.0.into(), self.factor.1.into()).unwrap_or(Number::ONE)
    }
}

/// A word of the vocabulary where it stands in a text.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// One past its last token.
    pub(crate) end: usize,
    pub(crate) span: Span,
    pub(crate) proclitics: Proclitics,
}

impl Hit {
    pub(crate) fn has_article(&self) -> bool {
        self.proclitics.has(Proclitics::ARTICLE)
    }

    /// Whether nothing but perhaps the article stands before it.
    pub(crate) fn is_bare(&self) -> bool {
        self.proclitics.is_none() || self.proclitics == Proclitics::ARTICLE
    }

    /// Whether و, and nothing else but perhaps the article, stands before it.
    pub(crate) fn is_joined(&self) -> bool {
        self.proclitics == Proclitics::WAW || self.proclitics == Proclitics::WAW.with(Proclitics::ARTICLE)
    }
}

/// The built-in words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Vocabulary;

impl Vocabulary {
    #[inline]
    pub(crate) fn matched(self, text: &Text<'_>, at: usize) -> Option<Match<'static>> {
        const LEXICON: Lexicon = Lexicon::built_in(&WORDS);
        static SHARED: Lexicon = LEXICON;
        SHARED.longest_at(text, at)
    }

    /// The longest phrase at a token, by the meaning that `wanted` accepts.
    #[inline]
    pub(crate) fn at<T>(
        self,
        text: &Text<'_>,
        at: usize,
        wanted: impl Fn(Meaning) -> Option<T>,
    ) -> Option<(T, Hit)> {
        let found = self.matched(text, at)?;
        found.ids().find_map(|id| {
            let meaning = *MEANINGS.get(id as usize)?;
            let accepted = wanted(meaning)?;
            let hit = Hit { end: found.end, span: found.span, proclitics: found.proclitics };
            Some((accepted, hit))
        })
    }

    /// The number word at a token.
    pub(crate) fn word(self, text: &Text<'_>, at: usize) -> Option<(Class, u64, Hit)> {
        let word =
            |meaning| if let Meaning::Word(class, value) = meaning { Some((class, value)) } else { None };
        self.at(text, at, word).map(|((class, value), hit)| (class, value, hit))
    }

    /// The unit at a token.
    pub(crate) fn unit(self, text: &Text<'_>, at: usize) -> Option<(&'static UnitInfo, Hit)> {
        self.at(text, at, |m| if let Meaning::Unit(at) = m { UNITS.get(at) } else { None })
    }

    /// Two of a unit at a token.
    pub(crate) fn unit_pair(self, text: &Text<'_>, at: usize) -> Option<(&'static UnitInfo, Hit)> {
        self.at(text, at, |m| if let Meaning::UnitPair(at) = m { UNITS.get(at) } else { None })
    }

    /// The unit of a code.
    pub(crate) fn unit_of(self, code: &str) -> Option<&'static UnitInfo> {
        UNITS.iter().find(|unit| unit.code == code)
    }

    /// The role of the word at a token.
    pub(crate) fn role(self, text: &Text<'_>, at: usize) -> Option<(Role, Hit)> {
        self.at(text, at, |m| if let Meaning::Role(role) = m { Some(role) } else { None })
    }
}
