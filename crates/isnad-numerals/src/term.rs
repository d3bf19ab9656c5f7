//! A number with its sign and unit: what one end of a quantity is made of.

use isnad_text::{Proclitics, Span, Token, TokenKind};

use crate::Number;
use crate::grammar::{Amount, Form, Grammar};
use crate::vocabulary::{Class, Hit, UnitInfo, Vocabulary};

/// An amount with its unit.
#[derive(Clone, Debug)]
pub(crate) struct Term<'a> {
    pub(crate) form: Form,
    pub(crate) low: Number,
    pub(crate) high: Number,
    pub(crate) decimal: Option<Number>,
    pub(crate) scaled: Option<(Number, Number)>,
    pub(crate) unit: Option<&'a UnitInfo>,
    /// The first token of the number itself.
    pub(crate) amount_at: usize,
    pub(crate) end: usize,
    pub(crate) span: Span,
    pub(crate) proclitics: Proclitics,
}

impl<'a> Term<'a> {
    fn of(at: usize, amount: &Amount) -> Term<'a> {
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

    fn of_unit(at: usize, value: i64, unit: &'a UnitInfo, hit: &Hit) -> Term<'a> {
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

impl Term<'_> {
    /// Whether it is one number that can be an end of a range.
    pub(crate) fn is_point(&self) -> bool {
        matches!(self.form, Form::Digits | Form::Words | Form::Mixed | Form::Fraction)
            && self.low == self.high
    }
}

impl<'a> Grammar<'a, '_> {
    /// A number with its unit, sign and parts.
    pub(crate) fn term(self, first: usize) -> Option<Term<'a>> {
        let token = self.text.token(first)?;
        if token.kind() == TokenKind::Number || self.word(first).is_some() {
            return self.numbered(first);
        }
        if !token.is_arabic() {
            return self.signed(first);
        }
        if let Some((value, unit, hit)) = self.counted_unit(first) {
            let mut term = Term::of_unit(first, value, unit, &hit);
            self.after_unit(&mut term);
            self.below_zero(&mut term);
            return Some(term);
        }
        // لتر ونصف "a litre and a half"
        let (unit, hit) = self.vocabulary.unit(first)?;
        // تراجعت الليرة 3 قروش "the lira fell by three piastres": without و nothing is added
        let joined = || self.text.readings(hit.end).iter().any(|r| r.proclitics.has(Proclitics::WAW));
        if self.text.folded(hit.end) != "و" && !joined() {
            return None;
        }
        let mut term = Term::of_unit(first, 1, unit, &hit);
        self.after_unit(&mut term);
        (term.end > hit.end).then_some(term)
    }

    /// 20 دولارا, -5
    fn numbered(self, first: usize) -> Option<Term<'a>> {
        let amount = self.amount(first)?;
        let mut term = Term::of(first, &amount);
        self.negative(first, &mut term);
        if amount.percent {
            term.unit = Vocabulary::unit_of("percent");
        } else {
            self.unit_after(&mut term);
        }
        self.below_zero(&mut term);
        Some(term)
    }

    /// $20, %20, USD 20
    fn signed(self, first: usize) -> Option<Term<'a>> {
        let (unit, hit) = self.vocabulary.unit(first)?;
        let amount = self.amount(first + 1)?;
        let mut term = Term::of(first + 1, &amount);
        term.unit = Some(unit);
        term.span.start = hit.span.start;
        if let Some(decimal) = amount.decimal.filter(|_| unit.is("ratio")) {
            (term.low, term.high) = (decimal, decimal);
        }
        Some(term)
    }

    /// درجتان تحت الصفر "two degrees below zero"
    fn below_zero(self, term: &mut Term<'a>) {
        let text = self.text;
        if matches!(text.folded(term.end), "تحت" | "دون")
            && text.folded(term.end + 1) == "الصفر"
            && let Some(value) = term.low.checked_mul(Number::from(-1))
        {
            (term.low, term.high) = (value, value);
            term.unit = term.unit.or(Vocabulary::unit_of("degree"));
            term.end += 2;
            term.span = term.span.cover(text.span_of(term.end - 1..term.end));
        }
    }

    /// A unit that tells its number by itself: دولاران "two dollars", دولار واحد "one dollar".
    fn counted_unit(self, at: usize) -> Option<(i64, &'a UnitInfo, Hit)> {
        let (text, vocabulary) = (self.text, self.vocabulary);
        if let Some((unit, hit)) = vocabulary.unit_pair(at) {
            return Some((2, unit, hit));
        }
        let (unit, hit) = vocabulary.unit(at).filter(|_| text.folded(at).len() > 4)?;
        match self.word(hit.end)? {
            (Class::Unit, 1, one) if one.proclitics.is_none() => {
                Some((1, unit, Hit { end: one.end, span: hit.span.cover(one.span), ..hit }))
            }
            _ => None,
        }
    }

    /// -5: a minus sign that touches the number and nothing before it; and .77
    fn negative(self, first: usize, term: &mut Term<'a>) {
        let text = self.text;
        let Some(sign) = first.checked_sub(1).and_then(|i| text.token(i)) else { return };
        let touches = text.token(first).is_some_and(|t| !t.has_gap_before());
        let alone = sign.has_gap_before() || first == 1;
        let heat =
            || self.vocabulary.unit(term.end).is_some_and(|(u, _)| u.is("temperature") || u.is("angle"));
        if !alone || term.form == Form::Words || !(touches || heat()) {
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
    fn unit_after(self, term: &mut Term<'a>) {
        let text = self.text;
        let Some((unit, hit)) = self.vocabulary.unit(term.end) else { return };
        if text.token(term.end).is_none_or(Token::starts_paragraph) {
            return;
        }
        let is_ratio = unit.is("ratio");
        if unit.code == "m" && text.folded(term.end) == "م" && self.is_year(term) {
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

    /// Whether م behind a number says that it is of the Christian era: 2014 م, سنة 533 م, القرن 14 م.
    fn is_year(self, term: &Term<'_>) -> bool {
        let before = term.amount_at.checked_sub(1).map_or("", |at| self.text.folded(at));
        let of_our_time = (Number::from(1000)..Number::from(2100)).contains(&term.low);
        (of_our_time && term.form == Form::Digits)
            || ["عام", "سنه", "قرن"].iter().any(|word| before.ends_with(word))
    }

    /// What may follow a unit: ونصف, and the parts of a currency (20 دولارا و43 سنتا).
    fn after_unit(self, term: &mut Term<'a>) {
        let text = self.text;
        let (at, on_word) = match text.token(term.end) {
            Some(t) if t.is_arabic() && text.folded(term.end) == "و" => (term.end + 1, false),
            Some(_) => (term.end, true),
            None => return,
        };
        if let Some((Class::Fraction, denominator, hit)) = self.word(at)
            && (if on_word { hit.is_joined() } else { hit.is_bare() })
            && let Some(part) = Number::fraction(1, denominator.into())
            && let Some(value) = term.low.checked_add(part)
            && term.low == term.high
        {
            (term.low, term.high) = (value, value);
            (term.end, term.span.end) = (hit.end, hit.span.end);
            // طن ونصف الطن
            if let Some((_, again)) =
                self.vocabulary.unit(term.end).filter(|(unit, _)| Some(*unit) == term.unit)
            {
                (term.end, term.span.end) = (again.end, again.span.end);
            }
            return;
        }
        // متر و80 سنتيمترا "one metre eighty"
        if let Some(unit) = term.unit.filter(|u| u.is("length") || u.is("mass"))
            && let Some((parts, part, end, to)) = self.parts(at, on_word)
            && part.dimension == unit.dimension
            && let Some(share) = parts.checked_mul(part.factor()).and_then(|n| n.checked_div(unit.factor()))
            && let Some(value) = term.low.checked_add(share).filter(|_| share < Number::ONE)
            && term.low == term.high
        {
            (term.low, term.high) = (value, value);
            (term.end, term.span.end) = (end, to.end);
        }
        if term.unit.is_some_and(|u| u.is("money"))
            && let Some((parts, part, end, to)) = self.parts(at, on_word)
            && part.is("part")
            && let Some(unit) = term.unit.map(|unit| of_parts(unit, part))
            && let Some(share) = parts.checked_mul(unit.factor())
            && let Some(value) = term.low.checked_add(share)
            && share < Number::ONE
        {
            (term.low, term.high) = (value, value);
            (term.end, term.span.end) = (end, to.end);
            term.unit = Some(unit);
        }
    }

    /// A number of parts of a currency: so many, their unit, the end.
    fn parts(self, at: usize, on_word: bool) -> Option<(Number, &'a UnitInfo, usize, Span)> {
        let fits = |proclitics: Proclitics| !on_word || proclitics.is_none() || proclitics == Proclitics::WAW;
        if let Some((n, part, hit)) = self.counted_unit(at) {
            return fits(hit.proclitics).then_some((n.into(), part, hit.end, hit.span));
        }
        let amount = self.amount(at).filter(|a| fits(a.proclitics))?;
        let (part, hit) = self.vocabulary.unit(amount.end)?;
        hit.is_bare().then_some((amount.value, part, hit.end, hit.span))
    }
}

/// The currency that an ambiguous noun means beside its parts: درهم with سنتيم is the Moroccan dirham.
fn of_parts<'a>(unit: &'a UnitInfo, part: &UnitInfo) -> &'a UnitInfo {
    let mut fitting = unit.candidates.iter().filter(|code| part.candidates.contains(code));
    match (fitting.next(), fitting.next()) {
        (Some(code), more) if more.is_none() || *code != unit.code => {
            Vocabulary::currency_of(code).unwrap_or(unit)
        }
        _ => unit,
    }
}
