//! Quotations: which mark opens, which closes, and what stands between.

use core::ops::Range;

use crate::generated::clause_openers::CLAUSE_OPENERS;
use crate::{Lexicon, Span, Text, Token, TokenKind};

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Quotation {
    /// With the marks.
    pub outer: Span,
    /// Without the marks and the white space inside them.
    pub inner: Span,
    /// Indices of the tokens between the marks.
    pub tokens: Range<usize>,
    /// How many quotations hold it.
    pub depth: usize,
    /// Whether the closing mark was there. Where it was not, the quotation ends with its paragraph.
    pub closed: bool,
    /// Whether it goes on from the paragraph before, which opened a mark and closed none: each paragraph of a long
    /// quotation opens the mark anew, and only the last closes it.
    pub continues: bool,
}

/// Deeper nesting than this is not news, and is read flat.
const DEEPEST: usize = 16;

struct Open {
    token: usize,
    style: Style,
    /// Place of its quotation in the list.
    slot: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Guillemets,
    Double,
    Single,
    Angle,
}

/// What the shape of a mark and its neighbours say about it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// Finds the quotations and settles the kind of each quotation mark's token.
/// `marks` are the indices of all tokens that are no words.
pub(crate) fn quotations(
    source: &str,
    tokens: &mut [Token],
    paragraphs: &[Range<usize>],
    marks: &[u32],
) -> Vec<Quotation> {
    let mut marks = marks.iter().map(|&at| at as usize).peekable();
    let mut found: Vec<Option<Quotation>> = Vec::new();
    let mut unclosed = None; // in the paragraph before
    for paragraph in paragraphs {
        let first_slot = found.len();
        let mut continues = false;
        let mut open: Vec<Open> = Vec::new();
        while let Some(at) = marks.next_if(|&at| at < paragraph.end) {
            let Some(token) = tokens.get(at).copied() else { continue };
            if token.kind != TokenKind::OpenQuote {
                continue;
            }
            let Some((style, side)) = shape(source, &token) else {
                set(tokens, at, TokenKind::Punctuation);
                continue;
            };
            let same = open.iter().rposition(|o| o.style == style);
            let opens = match side {
                Side::Opens => true,
                Side::Closes => false,
                Side::Either => same.is_none(),
            };
            if opens && open.len() < DEEPEST {
                continues |= at == paragraph.start && unclosed == Some(style);
                open.push(Open { token: at, style, slot: found.len() });
                found.push(None);
            } else if let Some(same) = same {
                set(tokens, at, TokenKind::CloseQuote);
                for inner in open.drain(same + 1..) {
                    set(tokens, inner.token, TokenKind::OpenQuote); // opened, never closed: no quotation
                }
                if let Some(opening) = open.pop()
                    && opening.token + 1 < at
                {
                    let quotation = quote(source, tokens, opening.token, at, open.len(), true);
                    if let Some(slot) = found.get_mut(opening.slot) {
                        *slot = Some(quotation);
                    }
                }
            } else {
                set(tokens, at, TokenKind::CloseQuote);
            }
        }
        unclosed = open.first().map(|o| o.style);
        // What is still open ends with the paragraph: only the outermost is believed.
        if let Some(opening) = open.first()
            && paragraph.end > opening.token + 1
        {
            let quotation = quote(source, tokens, opening.token, paragraph.end, 0, false);
            if let Some(slot) = found.get_mut(opening.slot) {
                *slot = Some(quotation);
            }
        }
        if continues && let Some(Some(first)) = found.get_mut(first_slot) {
            first.continues = true;
        }
    }
    found.into_iter().flatten().collect()
}

fn quote(source: &str, tokens: &[Token], open: usize, close: usize, depth: usize, closed: bool) -> Quotation {
    let opening = tokens.get(open).map_or(Span::default(), Token::span);
    let end = if closed {
        tokens.get(close).map_or(opening, Token::span)
    } else {
        tokens.get(close.saturating_sub(1)).map_or(opening, |t| Span::new(t.end as usize, t.end as usize))
    };
    let inner = source.get(opening.end..end.start).unwrap_or_default();
    let start = opening.end + (inner.len() - inner.trim_start().len());
    let inner = Span::new(start, start + inner.trim().len());
    Quotation { outer: opening.cover(end), inner, tokens: open + 1..close, depth, closed, continues: false }
}

/// Words between scare quotes are few.
const TERM: usize = 4;

/// Whether a quotation is a name or a term rather than something said: a few words that stand in the sentence as a noun
/// would, after another word and without a mark or a clause among them.
pub(crate) fn is_term(text: &Text<'_>, quotation: &Quotation) -> bool {
    let words = quotation.tokens.clone();
    let opening = words.start.saturating_sub(1);
    let Some(first) = text.token(words.start) else { return false };
    let before = opening.checked_sub(1).and_then(|at| text.token(at));
    quotation.closed
        && (1..=TERM).contains(&words.len())
        && words
            .clone()
            .all(|at| text.token(at).is_some_and(|t| t.is_word() || t.kind() == TokenKind::Number))
        && !Lexicon::built_in(&CLAUSE_OPENERS).has_word(first.key())
        && text.token(opening).is_some_and(|t| !t.starts_paragraph())
        && before.is_some_and(|t| t.is_word())
}

fn set(tokens: &mut [Token], at: usize, kind: TokenKind) {
    if let Some(token) = tokens.get_mut(at) {
        token.kind = kind;
    }
}

/// Style and side of a mark; `None` for what is no quotation mark (an apostrophe).
fn shape(source: &str, token: &Token) -> Option<(Style, Side)> {
    let span = token.span();
    let mark = source.get(span.range())?;
    match mark {
        "«" => return Some((Style::Guillemets, Side::Opens)),
        "»" => return Some((Style::Guillemets, Side::Closes)),
        _ => {}
    }
    let before = source.get(..span.start).and_then(|s| s.chars().next_back());
    let after = source.get(span.end..).and_then(|s| s.chars().next());
    // A word may lean on an opening mark with nothing but a proclitic: لـ"قسد".
    let free_before = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '{' | 'ـ' | ':' | '/' | '،' | ',' | '-' | '–')
    });
    let free_after = after.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                ')' | ']' | '}' | '.' | ',' | '،' | '؛' | ';' | ':' | '!' | '؟' | '?' | '…' | '/' | '-' | '–'
            )
    });
    let by_place = match (free_before, free_after) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    };
    Some(match mark {
        "„" => (Style::Double, Side::Opens),
        // Right-to-left typing turns “ ” about so often that only their place is trusted.
        "“" => (Style::Double, if by_place == Side::Closes { Side::Closes } else { Side::Opens }),
        "”" | "‟" => (Style::Double, if by_place == Side::Opens { Side::Opens } else { Side::Closes }),
        "\"" => (Style::Double, by_place),
        "‹" => (Style::Angle, Side::Opens),
        "›" => (Style::Angle, Side::Closes),
        "‘" | "’" if by_place == Side::Either => return None,
        _ => (Style::Single, by_place),
    })
}
