//! Bounds and approximations: what stands before and after a number and is part of its value.

use isnad_text::{Proclitics, Text, TokenKind, is_preposition};

use crate::Number;
use crate::vocabulary::{Effect, Lookup, Role, Side};

/// How many words may stand between a verb and the number that it bounds: يزيد عدد سكان المدينة على 100.
const REACH: usize = 4;

/// How many, where nothing is joined on and no preposition governs the number: تجاوزت حصيلة قتلى الزلزال الذي ضرب البلاد الاثنين 25 ألفا.
const FAR: usize = 10;

/// What the modifiers of one number say together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bounds {
    pub(crate) approx: bool,
    low: bool,
    high: bool,
}

impl Bounds {
    fn add(&mut self, effect: Effect) {
        match effect {
            Effect::Approx => self.approx = true,
            Effect::Low => self.low = true,
            Effect::High => self.high = true,
            Effect::Turn => (self.low, self.high) = (self.high, self.low),
        }
    }

    /// Lower and upper bound of what is written as `low` to `high`.
    pub(crate) fn apply(self, low: Number, high: Number) -> (Option<Number>, Option<Number>) {
        match (self.low, self.high) {
            (true, false) => (Some(low), None),
            (false, true) => (None, Some(high)),
            _ => (Some(low), Some(high)),
        }
    }
}

/// Modifiers met so far that still wait for their number, as the text is read from left to right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Waiting {
    bounds: Bounds,
    /// The token that must be the number's first.
    at: usize,
    /// Where the modifier stands; whether it may reach its number over what is counted.
    side: Option<Side>,
    /// Where a negation stood, if one did.
    turned_at: Option<usize>,
}

impl Waiting {
    /// Takes notice of a modifier that stands in the tokens `first..end`.
    pub(crate) fn modifier(&mut self, side: Side, effect: Effect, first: usize, end: usize) {
        if effect == Effect::Turn {
            self.turned_at = Some(first);
            return;
        }
        // كان القارب يقل نحو 85 شخصا "the boat carried about 85": without عن the verb bounds nothing.
        if self.at != first || self.side == Some(Side::Govern) {
            self.bounds = Bounds::default();
        }
        self.bounds.add(effect);
        if self.turned_at.is_some_and(|at| first - at <= 2) && effect != Effect::Approx {
            self.bounds.add(Effect::Turn);
        }
        self.turned_at = None;
        self.at = end;
        self.side = Some(side);
    }

    /// Whether a modifier stands right before the token.
    pub(crate) fn is_at(&self, first: usize) -> bool {
        self.side.is_some() && self.at == first
    }

    /// What is said of the number whose first token is at `first`.
    pub(crate) fn take(&mut self, text: &Text<'_>, vocabulary: &Lookup<'_, '_>, first: usize) -> Bounds {
        let waiting = *self;
        // قرابة الـ 70: the article apart from its digits
        let article = first.checked_sub(1).is_some_and(|before| text.folded(before) == "ال");
        let joined = || text.readings(first).iter().any(|r| r.proclitics.has(Proclitics::WAW));
        let near = waiting.side != Some(Side::Govern)
            && (waiting.side != Some(Side::Joined) || joined())
            && (waiting.at == first || (article && waiting.at + 1 == first));
        // يزيد على, يزيد عن "exceeds": the two that verbs of size take
        let governs = || first.checked_sub(1).is_some_and(|at| matches!(text.folded(at), "علي" | "عن"));
        let reaches = match waiting.side {
            Some(Side::Reach) => true,
            Some(Side::Govern) => governs(),
            _ => false,
        };
        let free = || {
            let joined = (waiting.at..first).any(|i| text.folded(i).starts_with('و'));
            let governed =
                !governs() && first.checked_sub(1).is_some_and(|at| is_preposition(text.folded(at)));
            !joined && !governed
        };
        let near_by = (waiting.at..=waiting.at + REACH).contains(&first)
            || ((waiting.at..=waiting.at + FAR).contains(&first) && free());
        let reached = reaches
            && near_by
            && vocabulary.has_role(waiting.at, Role::Amount)
            && (waiting.at..first).all(|i| text.token(i).is_some_and(|t| t.is_word()));
        if near || reached {
            *self = Waiting::default();
            waiting.bounds
        } else {
            Bounds::default()
        }
    }
}

/// Adds what the words after a number say of it: "28 شخصا على الأقل". The counted noun may stand between.
pub(crate) fn after(text: &Text<'_>, vocabulary: &Lookup<'_, '_>, end: usize, bounds: &mut Bounds) {
    for at in end..end + 5 {
        let Some(token) = text.token(at) else { return };
        if !token.is_word() || token.starts_paragraph() {
            return;
        }
        let found = vocabulary.modifier_or_word(at);
        match found {
            Some((Some(effect), hit)) => {
                // "20 نحو": what follows may belong to the next number
                let next_is_number = text.token(hit.end).is_some_and(|t| t.kind() == TokenKind::Number)
                    || vocabulary.word(hit.end).is_some();
                if !next_is_number {
                    bounds.add(effect);
                }
                return;
            }
            Some(_) => return,
            None => {}
        }
    }
}
