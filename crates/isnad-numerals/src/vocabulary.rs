//! The words that numbers are made of, and what stands around them.

use std::borrow::Cow;
use std::sync::Arc;

use isnad_text::{Key, KeyFilter, Lexicon, Match, Proclitics, Span, Text};

use crate::Number;
use crate::generated::nouns::{BEFORE_AN, BEFORE_AYN};
use crate::generated::vocabulary::{FILTER, MEANINGS, UNITS, WORDS};

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

impl Role {
    /// How many roles there are.
    pub(crate) const COUNT: usize = 5;
}

/// A unit of money or measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitInfo {
    pub(crate) code: Cow<'static, str>,
    pub(crate) dimension: Cow<'static, str>,
    /// How many of the SI unit it is; of money how much of one its parts are (a cent 1/100).
    pub(crate) factor: (i64, i64),
    /// What an ambiguous name may mean, the likeliest first.
    pub(crate) candidates: &'static [&'static str],
}

impl UnitInfo {
    pub(crate) fn factor(&self) -> Number {
        Number::fraction(self.factor.0.into(), self.factor.1.into()).unwrap_or(Number::ONE)
    }

    pub(crate) fn is(&self, dimension: &str) -> bool {
        self.dimension == dimension
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

/// A set of words: the built-in one, or what a user adds to it.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) lexicon: Lexicon,
    pub(crate) filter: KeyFilter,
    pub(crate) meanings: Cow<'static, [Meaning]>,
    pub(crate) units: Cow<'static, [UnitInfo]>,
    /// Stems of nouns whose dual is told by ان, and by ين.
    pub(crate) before_an: Lexicon,
    pub(crate) before_ayn: Lexicon,
}

static BUILT_IN: Words = Words {
    lexicon: Lexicon::built_in(&WORDS),
    filter: KeyFilter::built_in(&FILTER),
    meanings: Cow::Borrowed(&MEANINGS),
    units: Cow::Borrowed(&UNITS),
    before_an: Lexicon::built_in(&BEFORE_AN),
    before_ayn: Lexicon::built_in(&BEFORE_AYN),
};

/// All words: the built-in ones, and a user's, which go first where both fit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    pub(crate) user: Option<Arc<Words>>,
}

impl Vocabulary {
    /// The longest phrase at a token, by the meaning that `wanted` accepts; it is given the units that meanings index.
    #[inline]
    pub(crate) fn at<'v, T>(
        &'v self,
        text: &Text<'_>,
        at: usize,
        mut wanted: impl FnMut(Meaning, &'v [UnitInfo]) -> Option<T>,
    ) -> Option<(T, Hit)> {
        let built_in = BUILT_IN.longest(text, at);
        let mut pick = |words: &'v Words, found: Option<Match<'v>>| {
            let found = found?;
            found.ids().find_map(|id| {
                let accepted = wanted(*words.meanings.get(id as usize)?, &words.units)?;
                Some((accepted, Hit { end: found.end, span: found.span, proclitics: found.proclitics }))
            })
        };
        let Some(user) = &self.user else { return pick(&BUILT_IN, built_in) };
        let own = user.longest(text, at);
        if own.as_ref().map(|m| m.end) >= built_in.as_ref().map(|m| m.end) {
            pick(user, own).or_else(|| pick(&BUILT_IN, built_in))
        } else {
            pick(&BUILT_IN, built_in)
        }
    }

    /// The number word at a token.
    pub(crate) fn word(&self, text: &Text<'_>, at: usize) -> Option<(Class, u64, Hit)> {
        let word = |m, _: &[_]| if let Meaning::Word(class, value) = m { Some((class, value)) } else { None };
        self.at(text, at, word).map(|((class, value), hit)| (class, value, hit))
    }

    /// The unit at a token.
    pub(crate) fn unit(&self, text: &Text<'_>, at: usize) -> Option<(&UnitInfo, Hit)> {
        self.at(text, at, |m, units| if let Meaning::Unit(at) = m { units.get(at) } else { None })
    }

    /// Two of a unit at a token.
    pub(crate) fn unit_pair(&self, text: &Text<'_>, at: usize) -> Option<(&UnitInfo, Hit)> {
        self.at(text, at, |m, units| if let Meaning::UnitPair(at) = m { units.get(at) } else { None })
    }

    /// The built-in unit of a code.
    pub(crate) fn unit_of(code: &str) -> Option<&'static UnitInfo> {
        UNITS.iter().find(|unit| unit.code == code)
    }

    /// Whether a stem with ان (or with ين, if `oblique`) is the dual of a noun that one counts.
    pub(crate) fn is_dual_stem(&self, stem: Key, oblique: bool) -> bool {
        let has = |words: &Words| {
            if oblique { words.before_ayn.has_word(stem) } else { words.before_an.has_word(stem) }
        };
        has(&BUILT_IN) || self.user.as_ref().is_some_and(|user| has(user))
    }
}

impl Words {
    #[inline]
    fn longest(&self, text: &Text<'_>, at: usize) -> Option<Match<'_>> {
        if self.filter.may_begin(text, at) { self.lexicon.longest_at(text, at) } else { None }
    }
}
