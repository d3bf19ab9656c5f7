//! Finding quantities in a text.

use isnad_text::{Proclitics, RuleId, Span, Text, Token, TokenKind};

use crate::dual;
use crate::grammar::{Amount, Form, Grammar};
use crate::modifiers::{self, Waiting};
use crate::vocabulary::{Class, Effect, Hit, Meaning, Role, Side, UnitInfo, Vocabulary};
use crate::{Number, Quantity, QuantityKind, Unit};

/// The compiled number grammar.
#[derive(Clone, Debug, Default)]
pub struct Numerals {
    vocabulary: Vocabulary,
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
        let grammar = Grammar { text, vocabulary: self.vocabulary };
        let mut scan = Scan {
            grammar,
            waiting: Waiting::default(),
            found: Vec::new(),
            change: None,
            currencies: Vec::new(),
        };
        scan.run();
        scan.settle_currencies();
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
    waiting: Waiting,
    found: Vec<Quantity>,
    /// The last word of rising or falling.
    change: Option<usize>,
    /// Currencies that the text names in full: الليرة السورية.
    currencies: Vec<&'static str>,
}

impl<'a, 't> Scan<'a, 't> {
    fn run(&mut self) {
        let text = self.grammar.text;
        let mut at = 0;
        while let Some(token) = text.token(at) {
            let next = match token.kind() {
                TokenKind::Number => self.quantity(at),
                TokenKind::Word => self.word(at, token),
                TokenKind::Symbol => self.sign(at),
                _ => None,
            };
            at = next.unwrap_or(at + 1);
        }
    }

    /// Reads the word at a token: where to go on, if not at the next token.
    fn word(&mut self, at: usize, token: &Token) -> Option<usize> {
        let text = self.grammar.text;
        if !token.is_arabic() {
            return self.sign(at); // USD 20
        }
        let Some((meaning, hit)) = self.grammar.vocabulary.at(text, at, Some) else {
            self.dual(at);
            return None;
        };
        match meaning {
            Meaning::NoNumber => Some(hit.end),
            Meaning::Word(..) if token.is_in_hashtag() => None,
            // جنديان اثنان "two soldiers, two": said already
            Meaning::Word(Class::Unit, 2)
                if self.found.last().is_some_and(|q| q.dual && q.tokens.end == at) =>
            {
                None
            }
            Meaning::Word(..) | Meaning::UnitPair(_) => self.quantity(at),
            Meaning::Modifier(side, effect) => {
                self.modifier(text, side, effect, at, &hit);
                Some(hit.end)
            }
            Meaning::Unit(_) if token.span().len() > 4 => {
                self.note_currency(at);
                self.quantity(at)
            }
            Meaning::Role(Role::Change) => {
                self.change = Some(at);
                None
            }
            _ => None,
        }
    }

    /// Takes notice of a currency that stands without a number.
    fn note_currency(&mut self, at: usize) {
        if let Some((unit, _)) = self.grammar.vocabulary.unit(self.grammar.text, at) {
            self.note(unit);
        }
    }

    fn note(&mut self, unit: &UnitInfo) {
        if unit.dimension == "money" && unit.candidates.is_empty() && !self.currencies.contains(&unit.code) {
            self.currencies.push(unit.code);
        }
    }

    /// An ambiguous currency (ليرة) is the one of its candidates that the text names in full, if there is just one.
    fn settle_currencies(&mut self) {
        for quantity in &mut self.found {
            let mut named = self.currencies.iter().filter(|code| quantity.candidates.contains(code));
            if let (Some(code), None) = (named.next(), named.next()) {
                quantity.unit = Some(Unit((*code).into()));
                quantity.candidates = &[];
            }
        }
    }

    /// A dual noun: جنديان "two soldiers". Directly behind a number or another dual there is none:
    /// أربعة صيادين "four fishermen", رجلان مسلحان "two armed men".
    fn dual(&mut self, at: usize) -> Option<()> {
        let text = self.grammar.text;
        let span = dual::dual(text, at)?;
        let follows = self.found.last().is_some_and(|q| q.tokens.end == at);
        if follows || text.token(at)?.is_in_hashtag() {
            return None;
        }
        let mut bounds = self.waiting.take(text, self.grammar.vocabulary, at);
        modifiers::after(text, self.grammar.vocabulary, at + 1, &mut bounds);
        let two = Number::from(2);
        let (low, high) = bounds.apply(two, two);
        self.found.push(Quantity {
            span,
            tokens: at..at + 1,
            kind: QuantityKind::Cardinal,
            low,
            high,
            approx: bounds.approx,
            unit: None,
            candidates: &[],
            dual: true,
            rule: RuleId::new("numerals.dual"),
        });
        None
    }

    fn modifier(&mut self, text: &Text<'_>, side: Side, effect: Effect, at: usize, hit: &Hit) {
        // One phrase may stand on either side (على الأقل): the first meaning that can stand before is taken.
        let before = self.grammar.vocabulary.at(text, at, |m| match m {
            Meaning::Modifier(side @ (Side::Before | Side::Reach), effect) => Some((side, effect)),
            _ => None,
        });
        let (side, effect) = before.map_or((side, effect), |(both, _)| both);
        if side != Side::After {
            self.waiting.modifier(side, effect, at, hit.end);
        }
    }

    /// $20, and a percent sign before its number.
    fn sign(&mut self, at: usize) -> Option<usize> {
        let text = self.grammar.text;
        let next = text.token(at + 1).filter(|t| t.kind() == TokenKind::Number)?;
        let (unit, _) = self.grammar.vocabulary.unit(text, at)?;
        if unit.dimension == "ratio" && next.has_gap_before() {
            return None;
        }
        self.quantity(at)
    }

    /// The quantity that begins at a token; one past its last token.
    fn quantity(&mut self, first: usize) -> Option<usize> {
        let text = self.grammar.text;
        let mut bounds = self.waiting.take(text, self.grammar.vocabulary, first);
        let term = self.term(first)?;
        if text.token(term.amount_at).is_some_and(|t| t.is_in_hashtag()) || self.is_identifier(&term) {
            return Some(term.end);
        }
        if term.form == Form::Ordinal && self.role_before(first, Role::Regnal) {
            return Some(term.end);
        }
        if let Some(score) = self.score(first, &term) {
            return Some(score);
        }
        let found = self.range(first, &term);
        let (low, high, end, span, unit, is_range) = match found {
            Some((other, low, high)) => {
                (low, high, other.end, term.span.to(other.span), other.unit.or(term.unit), true)
            }
            None => (term.low, term.high, term.end, term.span, term.unit, term.form == Form::Range),
        };
        modifiers::after(text, self.grammar.vocabulary, end, &mut bounds);
        let mut kind = kind(&term, unit, is_range);
        if kind == QuantityKind::Cardinal && self.role_before(first, Role::Rank) {
            kind = QuantityKind::Ordinal;
        }
        let (low, high) = bounds.apply(low, high);
        if let Some(unit) = unit {
            self.note(unit);
        }
        let rule = rule(kind, term.form);
        self.found.push(Quantity {
            span,
            tokens: first..end,
            kind,
            low,
            high,
            approx: bounds.approx,
            unit: unit.map(|u| Unit(u.code.into())),
            candidates: unit.map_or(&[], |u| u.candidates),
            dual: false,
            rule,
        });
        Some(end)
    }

    /// An amount with its unit, sign and parts.
    fn term(&self, first: usize) -> Option<Term> {
        let text = self.grammar.text;
        let vocabulary = self.grammar.vocabulary;
        if let Some((value, unit, hit)) = self.counted_unit(first) {
            let mut term = Term::of_unit(first, value, unit, &hit);
            self.after_unit(&mut term);
            self.below_zero(&mut term);
            return Some(term);
        }
        if text.token(first)?.is_arabic()
            && let Some((unit, hit)) = vocabulary.unit(text, first)
        {
            // لتر ونصف "a litre and a half"
            let mut term = Term::of_unit(first, 1, unit, &hit);
            self.after_unit(&mut term);
            return (term.end > hit.end).then_some(term);
        }
        let sign = !text.token(first)?.is_arabic() && text.token(first)?.kind() != TokenKind::Number;
        let amount_at = if sign { first + 1 } else { first };
        let amount = self.grammar.amount(amount_at)?;
        let mut term = Term::of(amount_at, &amount);
        if sign {
            term.unit = vocabulary.unit(text, first).map(|(unit, _)| unit);
            term.span.start = text.token(first)?.span().start;
            if let Some(decimal) = amount.decimal
                && term.unit.is_some_and(|u| u.dimension == "ratio")
            {
                (term.low, term.high) = (decimal, decimal);
            }
        } else {
            self.negative(first, &mut term);
        }
        if amount.percent {
            term.unit = self.grammar.vocabulary.unit_of("percent");
        } else if !sign {
            self.unit_after(&mut term);
        }
        self.below_zero(&mut term);
        Some(term)
    }

    /// درجتان تحت الصفر "two degrees below zero"
    fn below_zero(&self, term: &mut Term) {
        let text = self.grammar.text;
        if text.folded(term.end) == "تحت"
            && text.folded(term.end + 1) == "الصفر"
            && let Some(value) = term.low.checked_mul(Number::from(-1))
        {
            (term.low, term.high) = (value, value);
            term.unit = term.unit.or(self.grammar.vocabulary.unit_of("degree"));
            term.end += 2;
            term.span = term.span.to(text.span_of(term.end - 1..term.end));
        }
    }

    /// A unit that tells its number by itself: دولاران "two dollars", دولار واحد "one dollar".
    fn counted_unit(&self, at: usize) -> Option<(i64, &'static UnitInfo, Hit)> {
        let (text, vocabulary) = (self.grammar.text, self.grammar.vocabulary);
        if let Some((unit, hit)) = vocabulary.unit_pair(text, at) {
            return Some((2, unit, hit));
        }
        let (unit, hit) = vocabulary.unit(text, at).filter(|_| text.folded(at).len() > 4)?;
        match vocabulary.word(text, hit.end)? {
            (Class::Unit, 1, one) if one.proclitics.is_none() => {
                Some((1, unit, Hit { end: one.end, span: hit.span.to(one.span), ..hit }))
            }
            _ => None,
        }
    }

    /// -5: a minus sign that touches the number and nothing before it; and .77
    fn negative(&self, first: usize, term: &mut Term) {
        let text = self.grammar.text;
        let Some(sign) = first.checked_sub(1).and_then(|i| text.token(i)) else { return };
        let touches = text.token(first).is_some_and(|t| !t.has_gap_before());
        let alone = sign.has_gap_before() || first == 1;
        let heat = self.grammar.vocabulary.unit(text, term.end);
        let heat = heat.is_some_and(|(u, _)| matches!(u.dimension, "temperature" | "angle"));
        if !alone || !(touches || heat) || term.form == Form::Words {
            return;
        }
        match text.surface(first - 1) {
            "-" | "−" | "–" => {
                let minus = Number::from(-1);
                if let (Some(low), Some(high)) = (term.low.checked_mul(minus), term.high.checked_mul(minus)) {
                    (term.low, term.high) = (low.min(high), low.max(high));
                    term.span.start = sign.span().start;
                }
            }
            "." | "٫" if term.form == Form::Digits => {
                let digits = text.folded(first).trim_end_matches('%').len() as u32;
                let scale = 10i128.checked_pow(digits).and_then(|scale| Number::fraction(1, scale));
                if let Some(value) = scale.and_then(|scale| term.low.checked_mul(scale)) {
                    (term.low, term.high) = (value, value);
                    term.span.start = sign.span().start;
                }
            }
            _ => {}
        }
    }

    /// The unit that follows: 20 دولارا, ثلاثون في المئة, 5 كيلومترات ونصف.
    fn unit_after(&self, term: &mut Term) {
        let text = self.grammar.text;
        let Some((unit, hit)) = self.grammar.vocabulary.unit(text, term.end) else { return };
        if text.token(term.end).is_none_or(Token::starts_paragraph) {
            return;
        }
        let is_ratio = unit.dimension == "ratio";
        // 2014 م: of the Christian era
        let year = (Number::from(1000)..Number::from(2100)).contains(&term.low) && term.form == Form::Digits;
        if year && unit.code == "m" && text.folded(term.end) == "م" {
            return;
        }
        if !(hit.is_bare() || is_ratio && hit.proclitics == Proclitics::BA) || term.form == Form::Score {
            return;
        }
        if is_ratio && let Some(decimal) = term.decimal {
            (term.low, term.high) = (decimal, decimal);
        }
        if term.form == Form::Ordinal || (term.form == Form::Vague && is_ratio) {
            return;
        }
        term.unit = Some(unit);
        (term.end, term.span.end) = (hit.end, hit.span.end);
        self.after_unit(term);
    }

    /// What may follow a unit: ونصف, and the parts of a currency (20 دولارا و43 سنتا).
    fn after_unit(&self, term: &mut Term) {
        let text = self.grammar.text;
        let (at, on_word) = match text.token(term.end) {
            Some(t) if t.is_arabic() && text.folded(term.end) == "و" => (term.end + 1, false),
            Some(_) => (term.end, true),
            None => return,
        };
        if let Some((Class::Fraction, denominator, hit)) = self.grammar.vocabulary.word(text, at)
            && (if on_word { hit.is_joined() } else { hit.is_bare() })
            && let Some(part) = Number::fraction(1, denominator.into())
            && let Some(value) = term.low.checked_add(part)
            && term.low == term.high
        {
            (term.low, term.high) = (value, value);
            (term.end, term.span.end) = (hit.end, hit.span.end);
            return;
        }
        if term.unit.is_some_and(|u| u.dimension == "money")
            && let Some((parts, part, end, to)) = self.parts(at, on_word)
            && part.dimension == "part"
            && let Some(share) = term.unit.and_then(|u| parts.checked_mul(u.factor()))
            && let Some(value) = term.low.checked_add(share)
            && share < Number::ONE
        {
            (term.low, term.high) = (value, value);
            (term.end, term.span.end) = (end, to.end);
        }
    }

    /// A number of parts of a currency: so many, their unit, the end.
    fn parts(&self, at: usize, on_word: bool) -> Option<(Number, &'static UnitInfo, usize, Span)> {
        let fits = |proclitics: Proclitics| !on_word || proclitics.is_none() || proclitics == Proclitics::WAW;
        if let Some((n, part, hit)) = self.counted_unit(at) {
            return fits(hit.proclitics).then_some((n.into(), part, hit.end, hit.span));
        }
        let amount = self.grammar.amount(at).filter(|a| fits(a.proclitics))?;
        let (part, hit) = self.grammar.vocabulary.unit(self.grammar.text, amount.end)?;
        hit.is_bare().then_some((amount.value, part, hit.end, hit.span))
    }

    /// 2 - 1 with spaces: one score, read to its end.
    fn score(&mut self, first: usize, term: &Term) -> Option<usize> {
        let text = self.grammar.text;
        let goals = |at: usize| {
            let number =
                text.token(at).is_some_and(|t| t.kind() == TokenKind::Number && text.folded(at).len() <= 3);
            number
                .then(|| self.grammar.amount(at))
                .flatten()
                .filter(|a| a.form == Form::Digits && a.end == at + 1)
        };
        let (one, other) = (goals(first)?, goals(first + 2)?);
        if text.surface(first + 1) == ":" {
            return Some(first + 3); // 19: 48 is a time
        }
        let dash = matches!(text.surface(first + 1), "-" | "–");
        if !dash || one.value < other.value || one.percent || other.percent || term.end != first + 1 {
            return None;
        }
        self.found.push(Quantity {
            span: one.span.to(other.span),
            tokens: first..first + 3,
            kind: QuantityKind::Score,
            low: Some(other.value),
            high: Some(one.value),
            approx: false,
            unit: None,
            candidates: &[],
            dual: false,
            rule: RuleId::new("numerals.score"),
        });
        Some(first + 3)
    }

    /// Whether the shape around digits says that they name something: F-16, صفحة 12, a numbered line.
    fn is_identifier(&self, term: &Term) -> bool {
        let text = self.grammar.text;
        let first = term.amount_at;
        if text.token(first).is_none_or(|t| t.kind() != TokenKind::Number) {
            return false;
        }
        if self.is_list_marker(first) {
            return true;
        }
        let Some(before) = first.checked_sub(1) else { return false };
        let touches = text.token(first).is_some_and(|t| !t.has_gap_before());
        let hyphen = touches && matches!(text.surface(before), "-" | "–" | "/");
        if hyphen
            && text.token(before).is_some_and(|t| !t.has_gap_before())
            && before.checked_sub(1).and_then(|i| text.token(i)).is_some_and(|t| t.is_word())
        {
            return true;
        }
        // A350, GJ 667, but not USD 20
        let latin = text.token(before).is_some_and(|t| t.is_word() && !t.is_arabic());
        if latin && term.span.start == text.token(first).map_or(0, |t| t.span().start) {
            return true;
        }
        if self.role_before(first, Role::Identifier) {
            return true;
        }
        // المرسوم التشريعي رقم 38: the law may have an adjective before its number
        self.role_before(first, Role::Rank)
            && (first.saturating_sub(4)..before)
                .any(|at| matches!(self.grammar.vocabulary.role(text, at), Some((Role::Identifier, _))))
    }

    /// "1- " or "2. " or "3) " at the beginning of a line.
    fn is_list_marker(&self, at: usize) -> bool {
        let text = self.grammar.text;
        let starts = text.token(at).is_some_and(|t| t.starts_line() && text.folded(at).len() <= 2);
        let mark = text.token(at + 1).is_some_and(|t| !t.has_gap_before() && !t.starts_line());
        let item = text.token(at + 2).is_some_and(|t| t.is_word() && !t.starts_line());
        starts && mark && item && matches!(text.surface(at + 1), "-" | "." | ")" | "–" | "ـ")
    }

    /// Whether the phrase that ends just before a token has a role.
    fn role_before(&self, first: usize, wanted: Role) -> bool {
        (first.saturating_sub(3)..first).any(|at| {
            let found = self.grammar.vocabulary.role(self.grammar.text, at);
            found.is_some_and(|(role, hit)| role == wanted && hit.end == first)
        })
    }

    /// The other end of a range, and the bounds of both together.
    fn range(&mut self, first: usize, term: &Term) -> Option<(Term, Number, Number)> {
        if !matches!(term.form, Form::Digits | Form::Words | Form::Mixed | Form::Fraction)
            || term.low != term.high
        {
            return None;
        }
        let text = self.grammar.text;
        let before = |n: usize| first.checked_sub(n).map_or("", |at| text.folded(at));
        let between = matches!(before(1), "بين" | "وبين");
        let from = before(1) == "من";
        let joiner = text.token(term.end)?;
        if joiner.starts_paragraph() {
            return None;
        }
        let other_at = match text.folded(term.end) {
            "و" if between => term.end + 1,
            "الي" | "حتي" | "او" | "-" => term.end + 1,
            _ if between || from => term.end,
            _ => return None,
        };
        let other = self.term(other_at)?;
        if other_at == term.end {
            let proclitics = other.proclitics;
            let joined =
                (between && proclitics.has(Proclitics::WAW)) || (from && proclitics == Proclitics::LAM);
            if !joined {
                return None;
            }
        }
        if from && self.change.is_some_and(|at| first - at <= 8) {
            return None;
        }
        if !matches!(other.form, Form::Digits | Form::Words | Form::Mixed | Form::Fraction)
            || other.low != other.high
        {
            return None;
        }
        if term.unit.is_some() && other.unit.is_some() && term.unit != other.unit {
            return None;
        }
        let mut low = term.low;
        if let (None, Some((_, scale))) = (term.scaled, other.scaled)
            && let Some(carried) = low.checked_mul(scale)
            && carried < other.low
            && low < scale
            && term.unit.is_none()
        {
            low = carried;
        }
        if low < other.low {
            let high = other.low;
            return Some((other, low, high));
        }
        None
    }
}

/// An amount with its unit.
#[derive(Clone, Debug)]
struct Term {
    form: Form,
    low: Number,
    high: Number,
    decimal: Option<Number>,
    scaled: Option<(Number, Number)>,
    unit: Option<&'static UnitInfo>,
    /// The first token of the number itself.
    amount_at: usize,
    end: usize,
    span: Span,
    proclitics: Proclitics,
}

impl Term {
    fn of(at: usize, amount: &Amount) -> Term {
        Term {
            form: amount.form,
            low: amount.value,
            high: amount.high,
            decimal: amount.decimal,
            scaled: amount.scaled,
            unit: None,
            amount_at: at,
            end: amount.end,
            span: amount.span,
            proclitics: amount.proclitics,
        }
    }

    fn of_unit(at: usize, value: i64, unit: &'static UnitInfo, hit: &Hit) -> Term {
        Term {
            form: Form::Words,
            low: Number::from(value),
            high: Number::from(value),
            decimal: None,
            scaled: None,
            unit: Some(unit),
            amount_at: at,
            end: hit.end,
            span: hit.span,
            proclitics: hit.proclitics,
        }
    }
}

fn kind(term: &Term, unit: Option<&UnitInfo>, is_range: bool) -> QuantityKind {
    match unit {
        _ if is_range => QuantityKind::Range,
        Some(unit) if matches!(unit.dimension, "money" | "part") => QuantityKind::Money,
        Some(unit) if unit.dimension == "ratio" => QuantityKind::Percent,
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
