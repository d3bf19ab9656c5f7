//! From tokens to atoms: the words and numbers that may be part of a temporal expression.

use isnad_numerals::{Number, Quantity, QuantityKind};
use isnad_text::{KeyFilter, Lexicon, Match, Proclitics, Text, TokenKind};

use crate::Unit;
use crate::digits::{self, Digits};
use crate::generated::vocabulary::FIRST_WORDS;
use crate::names::Names;
use crate::pieces;
use crate::sense::{Sense, Strength};

/// A word, phrase, number or mark that the grammar knows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Atom {
    /// Index of its first token.
    pub(crate) first: usize,
    /// One past the index of its last token.
    pub(crate) end: usize,
    /// Byte at which it starts, proclitics left out.
    pub(crate) start: usize,
    pub(crate) proclitics: Proclitics,
    pub(crate) sense: Option<Sense>,
    /// A second meaning: الربيع is spring, and was a month in Libya.
    pub(crate) also: Option<Sense>,
    pub(crate) number: Option<Num>,
    pub(crate) digits: Option<Digits>,
}

/// A number reading: a fraction, or a range of them with one denominator.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Num {
    low: i64,
    high: i64,
    denominator: i32,
    pub(crate) ordinal: bool,
}

impl Num {
    const fn whole(value: i64) -> Num {
        Num { low: value, high: value, denominator: 1, ordinal: false }
    }

    /// From bounds of a size that a date may have.
    fn new(low: Number, high: Number, ordinal: bool) -> Option<Num> {
        let both = low.denominator().checked_mul(high.denominator())?;
        let denominator = if low.denominator() == high.denominator() { low.denominator() } else { both };
        let part = |n: Number| i64::try_from(n.numerator().checked_mul(denominator / n.denominator())?).ok();
        Some(Num {
            low: part(low)?,
            high: part(high)?,
            denominator: i32::try_from(denominator).ok()?,
            ordinal,
        })
    }

    pub(crate) const fn is_range(&self) -> bool {
        self.low != self.high
    }

    /// The lower bound.
    pub(crate) fn value(&self) -> Number {
        Number::fraction(i128::from(self.low), i128::from(self.denominator)).unwrap_or(Number::ZERO)
    }

    pub(crate) const fn is_positive(&self) -> bool {
        self.low > 0
    }

    /// Whether it lies between zero and one.
    pub(crate) const fn is_fraction(&self) -> bool {
        self.low > 0 && self.low < self.denominator as i64
    }

    /// The two ends of a range of integers.
    pub(crate) fn ends(&self) -> Option<(i64, i64)> {
        (self.denominator == 1 && self.is_range()).then_some((self.low, self.high))
    }

    /// Its value if it is one integer.
    pub(crate) fn integer(&self) -> Option<i64> {
        (self.denominator == 1 && !self.is_range()).then_some(self.low)
    }
}

impl Atom {
    /// Whether nothing but the article stands before it.
    pub(crate) fn is_bare(&self) -> bool {
        self.proclitics.is_none() || self.proclitics == Proclitics::ARTICLE
    }

    /// Whether و "and" and nothing else but the article stands before it.
    pub(crate) fn is_and(&self) -> bool {
        self.proclitics == Proclitics::WAW || self.proclitics == Proclitics::WAW.with(Proclitics::ARTICLE)
    }

    /// Whether ب "in" or ل "for" stands before it: بعام 2014, لعام 2014.
    pub(crate) fn is_linked(&self) -> bool {
        self.proclitics.has(Proclitics::BA) || self.proclitics.has(Proclitics::LAM)
    }

    pub(crate) fn is_definite(&self) -> bool {
        self.proclitics.has(Proclitics::ARTICLE)
    }

    pub(crate) fn is(&self, sense: Sense) -> bool {
        self.sense == Some(sense) || self.also == Some(sense)
    }

    /// The value of a number that is one integer.
    pub(crate) fn integer(&self) -> Option<i64> {
        self.number.and_then(|n| n.integer())
    }
}

/// The words of time: the built-in ones, and those of the user.
pub(crate) struct Vocabulary<'a> {
    pub(crate) built_in: &'a Lexicon,
    pub(crate) senses: &'a [Sense],
    pub(crate) names: Option<&'a Names>,
}

impl<'a> Vocabulary<'a> {
    /// The longest phrase from a token on, with the senses that its ids index; the user's wins over a built-in one of
    /// its length.
    #[inline]
    fn longest_at(&self, text: &Text<'_>, at: usize) -> Option<(Match<'a>, &'a [Sense])> {
        let built_in = self.built_in.longest_at(text, at);
        if let Some(names) = self.names
            && let Some(own) = names.lexicon.longest_at(text, at)
            && built_in.as_ref().is_none_or(|b| own.end >= b.end)
        {
            return Some((own, &names.senses));
        }
        built_in.map(|found| (found, self.senses))
    }
}

/// Whether the token, or what its proclitics leave of it, may begin a built-in phrase: a quick no for most.
#[inline]
fn begins_phrase(text: &Text<'_>, at: usize) -> bool {
    static FILTER: KeyFilter = KeyFilter::built_in(&FIRST_WORDS);
    FILTER.may_begin(text, at)
}

/// All atoms of a text.
pub(crate) fn atoms(
    text: &Text<'_>,
    quantities: &[Quantity],
    vocabulary: &Vocabulary<'_>,
    month_first: bool,
) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(text.tokens().len() / 4);
    let (mut quantities, mut at) = (quantities, 0);
    while let Some(token) = text.token(at) {
        while let Some((first, rest)) = quantities.split_first()
            && first.tokens.start < at
        {
            quantities = rest;
        }
        let quantity = quantities.first().filter(|q| q.tokens.start == at);
        // Most words say nothing of time.
        if quantity.is_none()
            && token.is_arabic()
            && vocabulary.names.is_none()
            && !begins_phrase(text, at)
            && !is_article(text, at)
        {
            at += 1;
            continue;
        }
        let atom = match token.kind() {
            TokenKind::Number => {
                // عام 786 م: م is the era after a year, not the metre.
                let before = atoms.last().filter(|a: &&Atom| a.end == at);
                let year = before.is_some_and(is_year_noun);
                let hour = before.is_some_and(is_hour_noun);
                let whole = pieces::number(text, at, month_first);
                whole.or_else(|| {
                    let clock = pieces::clock_with_point(text.surface(at)).filter(|_| hour);
                    let quantity = quantity.filter(|q| !(year || hour) || num(q).is_some());
                    let number = number(text, at, quantity, month_first)?;
                    Some(match clock {
                        Some(clock) => Atom { digits: Some(clock), number: None, ..number },
                        None => number,
                    })
                })
            }
            TokenKind::Word if is_article(text, at) => {
                // الـ24: the article stands apart from digits
                let quantity =
                    quantities.iter().find(|q| q.tokens.start > at).filter(|q| q.tokens.start == at + 1);
                let number = number(text, at + 1, quantity, month_first);
                // والـ16 "and the 16th"
                let and = text.folded(at).starts_with('و');
                let proclitics =
                    if and { Proclitics::WAW.with(Proclitics::ARTICLE) } else { Proclitics::ARTICLE };
                let start = token.span().start + if and { 'و'.len_utf8() } else { 0 };
                number.map(|n| Atom { first: at, start, proclitics, ..n })
            }
            TokenKind::Word => {
                let dated = || atoms.last().is_some_and(|a: &Atom| a.end == at && is_iso(a, text));
                let timed = || atoms.last().is_some_and(|a: &Atom| a.end == at && is_clock(a));
                let piece = match text.surface(at).as_bytes().first() {
                    Some(b'T') if dated() => pieces::iso_time(text, at),
                    Some(b'Z') if timed() => pieces::offset(text, at),
                    _ => None,
                };
                piece.or_else(|| word(text, at, quantity, vocabulary))
            }
            TokenKind::Punctuation | TokenKind::Symbol => {
                let zoned = |a: &Atom| a.end == at && (is_clock(a) || a.sense == Some(UTC));
                let offset = atoms.last().is_some_and(zoned).then(|| pieces::offset(text, at)).flatten();
                if offset.is_some() && atoms.last().is_some_and(|a: &Atom| a.sense == Some(UTC)) {
                    // GMT+3 is one zone.
                    let utc = atoms.pop();
                    offset.zip(utc).map(|(o, utc)| Atom { first: utc.first, start: utc.start, ..o })
                } else {
                    offset.or_else(|| mark(text, at))
                }
            }
            _ => None,
        };
        at = match atom {
            Some(atom) => {
                atoms.push(atom);
                atom.end
            }
            // Money and measures are no part of a date.
            None => quantity.map_or(at + 1, |q| q.tokens.end.max(at + 1)),
        };
    }
    atoms
}

const UTC: Sense = Sense::Zone(crate::Zone::Offset(0));

/// الـ before digits, or والـ.
#[inline]
fn is_article(text: &Text<'_>, at: usize) -> bool {
    text.token(at + 1).is_some_and(|t| t.kind() == TokenKind::Number && !t.starts_line())
        && matches!(text.folded(at), "ال" | "وال")
}

/// Whether it is a date of ISO 8601, which a time may follow.
fn is_iso(atom: &Atom, text: &Text<'_>) -> bool {
    matches!(atom.digits, Some(Digits::Date { .. })) && text.surface(atom.first).contains('-')
}

fn is_clock(atom: &Atom) -> bool {
    matches!(atom.digits, Some(Digits::Clock { .. }))
}

/// الساعة "the hour"
fn is_hour_noun(atom: &Atom) -> bool {
    matches!(atom.sense, Some(Sense::Unit(Unit::Hour, _))) && atom.is_definite()
}

fn is_year_noun(atom: &Atom) -> bool {
    matches!(atom.sense, Some(Sense::Unit(Unit::Year, _)))
}

pub(crate) fn plain(text: &Text<'_>, at: usize) -> Atom {
    let start = text.token(at).map_or(0, |t| t.span().start);
    Atom {
        first: at,
        end: at + 1,
        start,
        proclitics: Proclitics::NONE,
        sense: None,
        also: None,
        number: None,
        digits: None,
    }
}

fn mark(text: &Text<'_>, at: usize) -> Option<Atom> {
    let sense = match text.surface(at) {
        "/" | "\\" | "|" => Sense::Slash,
        "(" | "[" => Sense::Open,
        ")" | "]" => Sense::Close,
        "،" | "," => Sense::Comma,
        "-" | "–" | "—" => Sense::Dash,
        ":" => Sense::Colon,
        _ => return None,
    };
    Some(Atom { sense: Some(sense), ..plain(text, at) })
}

/// The number that a quantity gives a date, if it can be part of one.
fn num(quantity: &Quantity) -> Option<Num> {
    let ordinal = match quantity.kind {
        QuantityKind::Ordinal => true,
        QuantityKind::Cardinal | QuantityKind::Fraction | QuantityKind::Range => false,
        _ => return None,
    };
    // أكثر من عشر "more than ten" has one bound only.
    let (low, high) = (quantity.low.or(quantity.high)?, quantity.high.or(quantity.low)?);
    Num::new(low, high, ordinal)
}

fn number(text: &Text<'_>, at: usize, quantity: Option<&Quantity>, month_first: bool) -> Option<Atom> {
    let atom = plain(text, at);
    match quantity {
        Some(q) if q.tokens.len() > 1 => Some(Atom { end: q.tokens.end, number: Some(num(q)?), ..atom }),
        _ => {
            let digits = digits::read(text.surface(at), month_first);
            let number = match digits {
                Some(Digits::Plain(value, _)) => Some(Num::whole(i64::from(value))),
                _ => quantity.and_then(num),
            };
            (digits.is_some() || number.is_some()).then_some(Atom { number, digits, ..atom })
        }
    }
}

fn word(
    text: &Text<'_>,
    at: usize,
    quantity: Option<&Quantity>,
    vocabulary: &Vocabulary<'_>,
) -> Option<Atom> {
    let found = vocabulary.longest_at(text, at);
    let number = quantity.and_then(num);
    let Some((found, senses)) = found else {
        let quantity = quantity?;
        let start = quantity.span.start;
        let token = text.token(at)?;
        // What the quantity's span leaves out of its first word is its proclitics.
        let skip = start.saturating_sub(token.span().start);
        let proclitics = text
            .readings(at)
            .iter()
            .find(|r| usize::from(r.skip) == skip)
            .map_or(Proclitics::NONE, |r| r.proclitics);
        return Some(Atom {
            end: quantity.tokens.end,
            start,
            proclitics,
            number: Some(number?),
            ..plain(text, at)
        });
    };
    let mut meanings = found.ids().filter_map(|id| senses.get(id as usize).copied());
    let (mut sense, mut also) = (meanings.next(), meanings.next());
    if matches!(sense, Some(Sense::Month(m)) if m.strength == Strength::Rare) && also.is_some() {
        core::mem::swap(&mut sense, &mut also);
    }
    let atom = Atom {
        end: found.end,
        start: found.span.start,
        proclitics: found.proclitics,
        sense,
        also,
        ..plain(text, at)
    };
    match (quantity, number) {
        (Some(q), Some(number)) if q.tokens.end > found.end => {
            Some(Atom { end: q.tokens.end, sense: None, also: None, number: Some(number), ..atom })
        }
        (Some(q), number) if q.tokens.end == found.end => {
            let sense = atom.sense.filter(|s| number.is_none() || !matches!(s, Sense::Nth(_)));
            Some(Atom { number, sense, ..atom })
        }
        _ => Some(atom),
    }
}
