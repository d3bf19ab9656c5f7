//! Finding quantities in a text.

use isnad_text::{Proclitics, RuleId, Text, Token, TokenKind};

use crate::context::{self, Roles};
use crate::dual;
use crate::elision;
use crate::grammar::{Form, Grammar};
use crate::modifiers::{self, Waiting};
use crate::range::Pair;
use crate::term::Term;
use crate::vocabulary::{Class, Effect, Lookup, Meaning, Role, Side, UnitInfo, Vocabulary};
use crate::{Number, Quantity, QuantityKind, Unit};

/// The compiled number grammar.
#[derive(Clone, Debug, Default)]
pub struct Numerals {
    pub(crate) vocabulary: Vocabulary,
}

impl Numerals {
    /// With the built-in words and units.
    ///
    /// ```
    /// let numerals = isnad_numerals::Numerals::new();
    /// ```
    #[must_use]
    pub fn new() -> Numerals {
        Numerals::default()
    }

    /// All number readings of a text, sorted and disjoint. Numbers that are part of dates are among them.
    ///
    /// ```
    /// use isnad_numerals::{Number, Numerals};
    /// let text = isnad_text::Text::new("قتل أكثر من 20 جنديا"); // more than 20 soldiers were killed
    /// let found = Numerals::new().find(&text);
    /// assert_eq!((found[0].low, found[0].high), (Some(Number::from(20)), None));
    /// ```
    #[must_use]
    pub fn find(&self, text: &Text<'_>) -> Vec<Quantity> {
        let lookup = Lookup::new(text, &self.vocabulary);
        let grammar = Grammar { text, vocabulary: &lookup };
        let (waiting, roles) = (Waiting::default(), Roles::default());
        let mut scan = Scan { grammar, waiting, roles, found: Vec::new(), currencies: Vec::new() };
        scan.run();
        scan.settle_currencies();
        scan.settle_parts();
        scan.found
    }
}

/// All number readings of a text, with the built-in words and units.
///
/// ```
/// assert_eq!(isnad_numerals::find("خمسة وعشرون كتابا")[0].low, Some(25.into())); // twenty-five books
/// ```
#[must_use]
pub fn find(text: &str) -> Vec<Quantity> {
    Numerals::new().find(&Text::new(text))
}

/// One walk over the tokens of a text.
struct Scan<'a, 't> {
    grammar: Grammar<'a, 't>,
    /// Modifiers before their number.
    waiting: Waiting,
    /// Words that say what a number near them is.
    roles: Roles,
    found: Vec<Quantity>,
    /// Currencies that the text names in full: الليرة السورية.
    currencies: Vec<&'a str>,
}

impl<'a> Scan<'a, '_> {
    fn run(&mut self) {
        let text = self.grammar.text;
        let mut at = 0;
        while let Some(token) = text.token(at) {
            let next = match token.kind() {
                TokenKind::Number => self.quantity(at),
                TokenKind::Word if token.is_arabic() => self.word(at, token),
                TokenKind::Word | TokenKind::Symbol => self.sign(at), // USD 20, $20
                _ => None,
            };
            at = next.unwrap_or(at + 1);
        }
    }

    /// Reads the word at a token: where to go on, if not at the next token.
    fn word(&mut self, at: usize, token: &Token) -> Option<usize> {
        let Some(found) = self.grammar.vocabulary.found(at) else {
            if token.span().len() >= dual::SHORTEST {
                self.dual(at);
            }
            return None;
        };
        let hit = found.hit();
        // A phrase may have a role beside its meaning.
        for meaning in found.meanings() {
            return match meaning {
                Meaning::Role(role) => {
                    self.roles.note(role, hit.end);
                    continue;
                }
                Meaning::Modifier(Side::After, _) | Meaning::UnitAfterIn(_) => continue,
                Meaning::Unit(unit) if token.span().len() > 2 => {
                    self.note(found.unit(unit)?);
                    self.quantity(at)
                }
                Meaning::Unit(_) => continue,
                Meaning::NoNumber => Some(hit.end),
                // ارتفع ليصل إلى 100 "rose to reach a hundred": how far it went, no bound
                Meaning::Modifier(_, Effect::High) if hit.proclitics.has(Proclitics::LAM) => Some(hit.end),
                Meaning::Modifier(side, effect) => {
                    self.waiting.modifier(side, effect, at, hit.end);
                    Some(hit.end)
                }
                Meaning::Word(..) | Meaning::UnitPair(_) if token.is_in_hashtag() => None,
                // جنديان اثنان "two soldiers, two": said already
                Meaning::Word(Class::Unit, 2) if self.follows_dual(at) => None,
                Meaning::Word(..) | Meaning::UnitPair(_) => self.quantity(at),
            };
        }
        None
    }

    fn follows_dual(&self, at: usize) -> bool {
        self.found.last().is_some_and(|q| q.dual && q.tokens.end == at)
    }

    /// A dual noun: جنديان "two soldiers". Directly behind a number or another dual there is none:
    /// أربعة صيادين "four fishermen", رجلان مسلحان "two armed men".
    fn dual(&mut self, at: usize) {
        let text = self.grammar.text;
        let Some(span) = dual::dual(text, self.grammar.vocabulary, at) else { return };
        // طفلتان وامرأتان "two girls and two women"
        let joined = || text.readings(at).iter().any(|r| r.proclitics.has(Proclitics::WAW));
        let follows = self.found.last().is_some_and(|q| q.tokens.end == at) && !joined();
        if follows || text.token(at).is_none_or(|t| t.is_in_hashtag()) {
            return;
        }
        let mut bounds = self.waiting.take(text, self.grammar.vocabulary, at);
        modifiers::after(text, self.grammar.vocabulary, at + 1, &mut bounds);
        let (low, high) = bounds.apply(Number::from(2), Number::from(2));
        let two = Quantity::new(span, at..at + 1, QuantityKind::Cardinal, RuleId::new("numerals.dual"));
        self.found.push(Quantity { low, high, approx: bounds.approx, dual: true, ..two });
    }

    /// A sign before its number: $20, %20, USD 20.
    fn sign(&mut self, at: usize) -> Option<usize> {
        let text = self.grammar.text;
        let next = text.token(at + 1).filter(|t| t.kind() == TokenKind::Number)?;
        let (unit, _) = self.grammar.vocabulary.unit(at)?;
        if unit.is("ratio") && next.has_gap_before() {
            return None;
        }
        self.quantity(at)
    }

    /// The quantity that begins at a token; one past its last token.
    fn quantity(&mut self, first: usize) -> Option<usize> {
        let (text, vocabulary) = (self.grammar.text, self.grammar.vocabulary);
        if let Some(end) = context::telephone(text, first) {
            return Some(end);
        }
        let term = self.grammar.term(first)?;
        let in_hashtag = text.token(term.amount_at).is_some_and(|t| t.is_in_hashtag());
        let in_name = term.form == Form::Ordinal && self.roles.before(Role::Regnal, first);
        if in_hashtag || in_name || self.roles.is_item(text, &term) {
            return Some(term.end);
        }
        // «نحو 60»: what is bounded is no name
        if !self.waiting.is_at(first) && self.roles.name(text, &term) {
            self.roles.pass_on(text, &term);
            return Some(term.end);
        }
        match self.grammar.pair(first) {
            Some(Pair::Time) => return Some(first + 3),
            Some(Pair::Score { low, high, span }) => {
                let score =
                    Quantity::new(span, first..first + 3, QuantityKind::Score, RuleId::new("numerals.score"));
                self.found.push(Quantity { low: Some(low), high: Some(high), ..score });
                return Some(first + 3);
            }
            None => {}
        }
        let changes = self.roles.near(Role::Change, first, 8);
        let range = self.grammar.range(first, &term, changes);
        let is_range = range.is_some() || term.form == Form::Range;
        // 6-4 و3-6: the next set, won by the other side
        let scored = term.form == Form::Range
            && term.unit.is_none()
            && self.found.last().is_some_and(|q| q.kind == QuantityKind::Score && q.tokens.end + 1 >= first);
        let (low, high, end, span, unit) = match range {
            Some(r) => (r.low, r.high, r.last.end, term.span.cover(r.last.span), r.last.unit.or(term.unit)),
            None => (term.low, term.high, term.end, term.span, term.unit),
        };
        let mut bounds = self.waiting.take(text, vocabulary, first);
        modifiers::after(text, vocabulary, end, &mut bounds);
        let mut kind = kind(&term, unit, is_range);
        if kind == QuantityKind::Cardinal && (self.roles.before(Role::Rank, first) || self.in_series(first)) {
            kind = QuantityKind::Ordinal;
        }
        let form = if scored { Form::Score } else { term.form };
        if scored {
            kind = QuantityKind::Score;
        }
        if let Some(unit) = unit {
            self.note(unit);
        }
        let (low, high) = bounds.apply(low, high);
        let candidates: &[&str] = unit.filter(|u| u.is("money")).map_or(&[], |u| u.candidates);
        let mut quantity = Quantity {
            low,
            high,
            approx: bounds.approx,
            unit: unit.map(|u| Unit(u.code.clone())),
            unit_candidates: candidates.iter().map(|&code| Unit(code.into())).collect(),
            ..Quantity::new(span, first..end, kind, rule(kind, form))
        };
        elision::supply_unit(text, &self.found, &self.roles, form, &mut quantity);
        self.found.push(quantity);
        Some(end)
    }

    /// الدورة الـ75 "the 75th session", الذكرى العشرون "the twentieth anniversary": of tens the cardinal is the ordinal.
    fn in_series(&self, first: usize) -> bool {
        let definite = |at: usize| self.grammar.text.folded(at).starts_with("ال");
        let article = first.checked_sub(1).filter(|&at| self.grammar.text.folded(at) == "ال");
        self.roles.before(Role::Series, article.unwrap_or(first)) && (article.is_some() || definite(first))
    }

    /// Takes notice of a currency.
    fn note(&mut self, unit: &'a UnitInfo) {
        if unit.is("money") && unit.candidates.is_empty() && !self.currencies.contains(&&*unit.code) {
            self.currencies.push(&unit.code);
        }
    }

    /// Parts of a currency (63 سنتا "63 cents") are of the one that is told beside them.
    fn settle_parts(&mut self) {
        for at in 0..self.found.len() {
            let Some(part) = self.found.get(at).and_then(|q| Vocabulary::unit_of(q.unit.as_ref()?.as_str()))
            else {
                continue;
            };
            if !part.is("part") {
                continue;
            }
            let sentence = |q: &Quantity| self.grammar.text.sentence_of(q.tokens.start);
            let here = self.found.get(at).and_then(sentence);
            let near = self.found.get(at.saturating_sub(2)..).unwrap_or_default().iter().take(5);
            let code = near.filter(|q| sentence(q) == here).find_map(|q| {
                let unit = q.unit.as_ref().filter(|_| q.unit_candidates.is_empty())?;
                part.candidates.contains(&unit.as_str()).then(|| unit.clone())
            });
            if let (Some(code), Some(quantity)) = (code, self.found.get_mut(at)) {
                let scaled = |n: Option<Number>| n.and_then(|n| n.checked_mul(part.factor()));
                (quantity.low, quantity.high) = (scaled(quantity.low), scaled(quantity.high));
                quantity.unit = Some(code);
            }
        }
    }

    /// An ambiguous currency (ليرة) is the one of its candidates that the text names in full, if there is just one.
    fn settle_currencies(&mut self) {
        for quantity in &mut self.found {
            let is_named = |unit: &&Unit| self.currencies.contains(&unit.as_str());
            let mut named = quantity.unit_candidates.iter().filter(is_named);
            if let (Some(unit), None) = (named.next().cloned(), named.next()) {
                quantity.unit = Some(unit);
                quantity.unit_candidates.clear();
            }
        }
    }
}

fn kind(term: &Term<'_>, unit: Option<&UnitInfo>, is_range: bool) -> QuantityKind {
    match unit {
        _ if is_range => QuantityKind::Range,
        Some(unit) if unit.is("money") || unit.is("part") => QuantityKind::Money,
        Some(unit) if unit.is("ratio") => QuantityKind::Percent,
        Some(_) => QuantityKind::Measure,
        None => match term.form {
            Form::Ordinal => QuantityKind::Ordinal,
            Form::Fraction => QuantityKind::Fraction,
            Form::Vague => QuantityKind::Vague,
            Form::Score => QuantityKind::Score,
            Form::Range => QuantityKind::Range,
            Form::Digits | Form::Words | Form::Mixed => QuantityKind::Cardinal,
        },
    }
}

fn rule(kind: QuantityKind, form: Form) -> RuleId {
    RuleId::new(match (kind, form) {
        (QuantityKind::Range, _) => "numerals.range",
        (QuantityKind::Percent, _) => "numerals.percent",
        (QuantityKind::Money, _) => "numerals.money",
        (QuantityKind::Measure, _) => "numerals.measure",
        (_, Form::Digits) => "numerals.digits",
        (_, Form::Words) => "numerals.words",
        (_, Form::Mixed) => "numerals.mixed",
        (_, Form::Ordinal) => "numerals.ordinal",
        (_, Form::Fraction) => "numerals.fraction",
        (_, Form::Vague) => "numerals.vague",
        (_, Form::Score) => "numerals.score",
        (_, Form::Range) => "numerals.range",
    })
}
