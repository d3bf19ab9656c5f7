//! The words that numbers are made of, and what stands around them.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::Arc;

use isnad_text::{Key, KeyFilter, Lexicon, Match, Proclitics, Span, Text};

use crate::generated::nouns::{BEFORE_AN, BEFORE_AYN};
use crate::generated::vocabulary::{FILTER, MEANINGS, UNITS, WORDS};
use crate::{Interval, Number};

/// What a word or phrase of the vocabulary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A number word and its value; of fractions the denominator.
    Word(Class, u64),
    /// A word that makes the number beside it a bound or an approximation.
    Modifier(Side, Effect),
    /// A unit of money or measure, by its place in [`UNITS`].
    Unit(usize),
    /// A unit after في "in" and the article: في المئة "per cent". في itself would begin too many phrases that are none.
    UnitAfterIn(usize),
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
    /// حادي: the one of eleventh and twenty-first.
    OrdinalOne,
    Fraction,
    FractionPair,
    FractionPlural,
    /// A fraction only with its damma written: ثُمن.
    FractionVowelled,
    Point,
    Minus,
}

/// On which side of the number a modifier stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    /// Before, with the name of what is counted between: تجاوز عدد القتلى 100.
    Reach,
    /// The same, with على or عن before the number: يزيد عددهم على 100.
    Govern,
    /// Before a number that و joins to it: نيف وعشرون.
    Joined,
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
    /// With the article before its digits it is an ordinal: الدورة الـ75.
    Series,
    /// From a number to a number is a change, not a range: ارتفع من 20 إلى 30.
    Change,
    /// An ordinal after it is part of a ruler's name: حسن الثاني.
    Regnal,
    /// It is what the number tells: عدد القتلى 100.
    Amount,
}

impl Role {
    /// How many roles there are.
    pub(crate) const COUNT: usize = 6;
}

/// A unit of money or measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitInfo {
    pub(crate) code: Cow<'static, str>,
    pub(crate) dimension: Cow<'static, str>,
    /// How many of the SI unit it is; of money how much of one its parts are (a cent 1/100).
    pub(crate) factor: (i64, i64),
    /// The SI unit it converts to, and what is added before the factor is applied.
    pub(crate) si: Option<(&'static str, (i64, i64))>,
    /// What an ambiguous name may mean, the likeliest first; of the parts of currencies, the currencies.
    pub(crate) candidates: &'static [&'static str],
}

impl UnitInfo {
    pub(crate) fn factor(&self) -> Number {
        Number::fraction(self.factor.0.into(), self.factor.1.into()).unwrap_or(Number::ONE)
    }

    /// Bounds in this unit, in the SI unit; `None` for what has none, and on overflow.
    pub(crate) fn convert(&self, bounds: Interval) -> Option<(Interval, &'static str)> {
        let (si, (numerator, denominator)) = self.si?;
        let zero = Number::fraction(numerator.into(), denominator.into())?;
        Some((bounds.checked_add(zero.into())?.checked_scale(self.factor())?, si))
    }

    pub(crate) fn is(&self, dimension: &str) -> bool {
        self.dimension == dimension
    }
}

const DAMMA: char = '\u{64F}';

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
    /// The built-in unit of a code.
    pub(crate) fn unit_of(code: &str) -> Option<&'static UnitInfo> {
        UNITS.iter().find(|unit| unit.code == code)
    }

    /// The built-in currency of a code, not a noun that may mean it.
    pub(crate) fn currency_of(code: &str) -> Option<&'static UnitInfo> {
        UNITS.iter().find(|unit| unit.code == code && unit.is("money") && unit.candidates.is_empty())
    }
}

/// The vocabulary in a text: what stands at each token. What was looked up last is kept, since the grammar asks
/// several times what stands at the same few tokens.
#[derive(Debug)]
pub(crate) struct Lookup<'a, 't> {
    text: &'a Text<'t>,
    vocabulary: &'a Vocabulary,
    /// What was found at the tokens asked about last, and at which; the index bears [`NOTHING`] where nothing was.
    kept: [(Cell<usize>, Cell<Option<Found<'a>>>); KEPT],
}

/// How many tokens are kept: as many as the grammar looks ahead from a number.
const KEPT: usize = 8;

/// A bit that no index of a token has.
const NOTHING: usize = 1 << (usize::BITS - 1);

impl<'a, 't> Lookup<'a, 't> {
    pub(crate) fn new(text: &'a Text<'t>, vocabulary: &'a Vocabulary) -> Lookup<'a, 't> {
        Lookup { text, vocabulary, kept: [const { (Cell::new(usize::MAX), Cell::new(None)) }; KEPT] }
    }

    /// The longest phrase at a token.
    #[inline]
    pub(crate) fn found(&self, at: usize) -> Option<Found<'a>> {
        let (last, kept) = self.kept.get(at % KEPT)?;
        if last.get() == at {
            return kept.get();
        }
        if last.get() == at | NOTHING {
            return None;
        }
        // Most words are told here, before anything is looked up.
        let nothing = self.vocabulary.user.is_none() && !BUILT_IN.filter.may_begin(self.text, at);
        let found = if nothing { None } else { self.longest(at) };
        if found.is_some() {
            last.set(at);
            kept.set(found);
        } else {
            last.set(at | NOTHING);
        }
        found
    }

    fn longest(&self, at: usize) -> Option<Found<'a>> {
        let built_in = BUILT_IN.longest(self.text, at);
        let Some(user) = &self.vocabulary.user else { return built_in };
        let own = user.longest(self.text, at);
        let end = |found: Option<Found<'_>>| found.map(|f| f.phrase.end);
        if end(own) >= end(built_in) { own } else { built_in }
    }

    /// The longest phrase at a token, by the first meaning that `wanted` accepts; it is given the units that meanings
    /// index.
    #[inline]
    fn at<T>(&self, at: usize, wanted: impl Fn(Meaning, &'a [UnitInfo]) -> Option<T>) -> Option<(T, Hit)> {
        let found = self.found(at)?;
        let accepted = found.meanings().find_map(|meaning| wanted(meaning, &found.words.units))?;
        Some((accepted, found.hit()))
    }

    /// What a modifier or number word at a token means.
    pub(crate) fn modifier_or_word(&self, at: usize) -> Option<(Option<Effect>, Hit)> {
        self.at(at, |meaning, _| match meaning {
            Meaning::Modifier(Side::After, effect) => Some(Some(effect)),
            Meaning::Word(..) => Some(None),
            _ => None,
        })
    }

    /// Whether the word at a token has a role.
    pub(crate) fn has_role(&self, at: usize, role: Role) -> bool {
        self.at(at, |meaning, _| (meaning == Meaning::Role(role)).then_some(())).is_some()
    }

    /// The number word at a token.
    pub(crate) fn word(&self, at: usize) -> Option<(Class, u64, Hit)> {
        let word = |m, _: &[_]| if let Meaning::Word(class, value) = m { Some((class, value)) } else { None };
        let ((class, value), hit) = self.at(at, word)?;
        // ثُمن "an eighth", خُمس "a fifth": without the vowel a price, and five
        let vowelled =
            class == Class::FractionVowelled || matches!(class, Class::Unit | Class::Ten) && value >= 5;
        if vowelled
            && self.text.slice(hit.span).chars().nth(1 + 2 * usize::from(hit.has_article())) == Some(DAMMA)
        {
            return Some((Class::Fraction, value, hit));
        }
        (class != Class::FractionVowelled).then_some((class, value, hit))
    }

    /// The unit at a token.
    pub(crate) fn unit(&self, at: usize) -> Option<(&'a UnitInfo, Hit)> {
        if self.text.folded(at) == "في" {
            let (unit, hit) = self
                .at(at + 1, |m, units| if let Meaning::UnitAfterIn(at) = m { units.get(at) } else { None })
                .filter(|(_, hit)| hit.has_article())?;
            return Some((unit, Hit { span: self.text.span_of(at..at + 1).cover(hit.span), ..hit }));
        }
        self.at(at, |m, units| if let Meaning::Unit(at) = m { units.get(at) } else { None })
    }

    /// Two of a unit at a token.
    pub(crate) fn unit_pair(&self, at: usize) -> Option<(&'a UnitInfo, Hit)> {
        self.at(at, |m, units| if let Meaning::UnitPair(at) = m { units.get(at) } else { None })
    }

    /// Whether a stem with ان (or with ين, if `oblique`) is the dual of a noun that one counts.
    pub(crate) fn is_dual_stem(&self, stem: Key, oblique: bool) -> bool {
        let has = |words: &Words| {
            if oblique { words.before_ayn.has_word(stem) } else { words.before_an.has_word(stem) }
        };
        has(&BUILT_IN) || self.vocabulary.user.as_ref().is_some_and(|user| has(user))
    }
}

impl Words {
    #[inline]
    fn longest(&self, text: &Text<'_>, at: usize) -> Option<Found<'_>> {
        if !self.filter.may_begin(text, at) {
            return None;
        }
        self.lexicon.longest_at(text, at).map(|phrase| Found { words: self, phrase })
    }
}

/// A phrase of the vocabulary where it stands in a text, with all its meanings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'v> {
    words: &'v Words,
    phrase: Match<'v>,
}

impl<'v> Found<'v> {
    pub(crate) fn meanings(&self) -> impl Iterator<Item = Meaning> + use<'v> {
        let meanings = &self.words.meanings;
        self.phrase.ids().filter_map(|id| meanings.get(id as usize).copied())
    }

    pub(crate) fn unit(&self, at: usize) -> Option<&'v UnitInfo> {
        self.words.units.get(at)
    }

    pub(crate) fn hit(&self) -> Hit {
        Hit { end: self.phrase.end, span: self.phrase.span, proclitics: self.phrase.proclitics }
    }
}
