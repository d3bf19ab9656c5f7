//! What the surroundings of a number say of it: that it is a name (صفحة 12 "page 12", F-16), an ordinal (رقم 19
//! "number 19"), a line's own number, the end of a change (ارتفع من 20 إلى 30 "rose from 20 to 30").

use isnad_text::{Text, Token, TokenKind};

use crate::term::Term;
use crate::vocabulary::Role;

/// The words with a role that were met last, as the text is read from left to right.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Roles {
    /// By role, one past the end of the last phrase that has it; 0 for none.
    ends: [usize; Role::COUNT],
    /// The number of the list's last item.
    item: i64,
}

impl Roles {
    pub(crate) fn note(&mut self, role: Role, end: usize) {
        if let Some(last) = self.ends.get_mut(role as usize) {
            *last = end;
        }
    }

    fn end(&self, role: Role) -> usize {
        self.ends.get(role as usize).copied().unwrap_or(0)
    }

    /// Whether a phrase with the role ends just before a token.
    pub(crate) fn before(&self, role: Role, at: usize) -> bool {
        at > 0 && self.end(role) == at
    }

    /// Whether one ends at most `within` tokens before it.
    pub(crate) fn near(&self, role: Role, at: usize, within: usize) -> bool {
        let end = self.end(role);
        end > 0 && (end..=end + within).contains(&at)
    }

    /// Whether the digits of a term number an item of a list: at the beginning of a line, or inside one, from 1 on:
    /// "كما يلي: 1- الغذاء 2- الدواء".
    pub(crate) fn is_item(&mut self, text: &Text<'_>, term: &Term<'_>) -> bool {
        let first = term.amount_at;
        if text.token(first).is_none_or(|t| t.kind() != TokenKind::Number) || text.folded(first).len() > 2 {
            return false;
        }
        let Some(number) = term.low.to_i64() else { return false };
        let begins = text.token(first).is_some_and(Token::starts_line);
        let opened = first.checked_sub(1).is_some_and(|at| text.surface(at) == ":");
        let counted = number == 1 && opened || number == self.item + 1 && number > 1;
        let is_item = (begins || counted) && is_marked(text, first, begins);
        if is_item {
            self.item = number;
        }
        is_item
    }

    /// المادتان 3 و4: what joins a number to one that names is a name too.
    pub(crate) fn pass_on(&mut self, text: &Text<'_>, term: &Term<'_>) {
        if self.before(Role::Identifier, term.amount_at) && text.folded(term.end) == "و" {
            self.note(Role::Identifier, term.end + 1);
        }
    }

    /// Whether the digits of a term name something.
    pub(crate) fn name(&self, text: &Text<'_>, term: &Term<'_>) -> bool {
        let first = term.amount_at;
        let Some(number) = text.token(first).filter(|t| t.kind() == TokenKind::Number) else { return false };
        let Some(before) = first.checked_sub(1) else { return false };
        let word = |at: usize| text.token(at).filter(|t| t.is_word());
        // F-16, سو-24, كوفيد-19
        let touches = !number.has_gap_before() && text.token(before).is_some_and(|t| !t.has_gap_before());
        let stem = before.checked_sub(1).and_then(word);
        let joined = match text.surface(before) {
            "-" | "–" | "/" => stem.is_some(),
            "." => stem.is_some_and(|t| !t.is_arabic()), // BA.5
            _ => false,
        };
        if touches && joined {
            return true;
        }
        // GJ 667, but not USD 20
        if word(before).is_some_and(|t| !t.is_arabic()) && term.span.start == number.span().start {
            return true;
        }
        if ends_quoted_name(text, first) {
            return true;
        }
        // خصص القانون 26 مليار درهم "the law allotted 26 billion": no name has a scale, money or a share behind it
        let counts = term.scaled.is_some()
            || term.unit.is_some_and(|u| u.is("money") || u.is("part") || u.is("ratio"));
        // المرسوم التشريعي رقم 38: the law may have an adjective before its number; رقم 50.22: nothing is the 50.22nd
        (self.before(Role::Identifier, first) && !counts)
            || (self.before(Role::Rank, first)
                && (self.near(Role::Identifier, first, 4) || term.low.denominator() != 1))
    }
}

/// Whether "1-", "2." or "3)" stands here with a word behind it; at the beginning of a line also "1 - ".
fn is_marked(text: &Text<'_>, at: usize, begins: bool) -> bool {
    let surface = text.surface(at + 1);
    let apart = begins && surface == "-";
    let mark = text.token(at + 1).is_some_and(|t| (apart || !t.has_gap_before()) && !t.starts_line());
    let item = text.token(at + 2).is_some_and(|t| t.is_word() && !t.starts_line());
    mark && item && (matches!(surface, "-" | ")" | "–" | "ـ") || begins && surface == ".")
}

/// One past a telephone number in groups, +964 780 123 4567 or 0780 123 456.
pub(crate) fn telephone(text: &Text<'_>, first: usize) -> Option<usize> {
    let group = |at: usize| {
        let token = text.token(at).filter(|t| t.kind() == TokenKind::Number)?;
        (text.folded(at).bytes().all(|b| b.is_ascii_digit())).then_some(token)
    };
    let number = group(first)?;
    let plus = first.checked_sub(1).is_some_and(|at| text.surface(at) == "+") && !number.has_gap_before();
    if !plus && !text.folded(first).starts_with('0') {
        return None;
    }
    let groups =
        (first..first + 8).take_while(|&at| group(at).is_some_and(|t| !t.starts_line() || at == first));
    let count = groups.count();
    (count >= 3).then_some(first + count)
}

/// Whether digits end a name in quotation marks: «كل زه 667».
fn ends_quoted_name(text: &Text<'_>, at: usize) -> bool {
    let kind = |at: usize| text.token(at).map(Token::kind);
    let opens = |back: usize| at.checked_sub(back).and_then(kind) == Some(TokenKind::OpenQuote);
    kind(at + 1) == Some(TokenKind::CloseQuote)
        && (2..=4).any(opens)
        && at.checked_sub(1).and_then(kind) == Some(TokenKind::Word)
}
