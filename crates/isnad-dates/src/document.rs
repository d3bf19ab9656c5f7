//! The date that an article bears itself: under a label, in a byline, in the dateline of its first sentence, in its
//! address.

use isnad_text::{RuleId, Span, Text, TokenKind};

use crate::generated::context::{LABEL, is_one_of};
use crate::{Date, Modifier, Point, TemporalExpression, TemporalKind, TimeValue};

/// Tokens from the start of the text within which a byline or dateline stands, and from its end.
const HEAD: usize = 160;
const TAIL: usize = 60;
/// Tokens of the longest line that is a byline.
const BYLINE: usize = 20;
/// Tokens of a paragraph within which a dateline stands: بغداد (رويترز) - 21 يناير 2022 - …
const DATELINE: usize = 12;

/// The best candidate among the expressions found without a reference, or the address of the article.
pub(crate) fn document_date(text: &Text<'_>, found: &[TemporalExpression]) -> Option<TemporalExpression> {
    let mut best: Option<(u8, TemporalExpression)> = None;
    for expression in found {
        let Some((score, rule)) = rank(text, expression) else { continue };
        if best.as_ref().is_none_or(|(b, _)| score > *b) {
            let TimeValue::Point(point) = expression.value else { continue };
            let Some(date) = point.date() else { continue };
            let value = TimeValue::Point(Point::Day(date));
            let kind = TemporalKind::Date;
            best = Some((
                score,
                TemporalExpression { value, kind, rule: RuleId::new(rule), ..expression.clone() },
            ));
        }
    }
    best.map(|(_, expression)| expression).or_else(|| address(text))
}

/// How much speaks for a full date being that of the article.
fn rank(text: &Text<'_>, expression: &TemporalExpression) -> Option<(u8, &'static str)> {
    let full = matches!(expression.value, TimeValue::Point(point) if point.date().is_some());
    let plain = expression.issue.is_none() && !matches!(expression.modifier, Some(Modifier::Approx));
    if !full || !plain {
        return None;
    }
    let first = expression.tokens.start;
    let tokens = text.tokens().len();
    if first > HEAD && first + TAIL < tokens {
        return None;
    }
    let line_start = (first.saturating_sub(BYLINE)..=first)
        .rev()
        .find(|&i| text.token(i).is_some_and(|t| t.starts_line()));
    let labelled = (line_start.unwrap_or(first).max(first.saturating_sub(4))..first)
        .any(|i| is_one_of(LABEL, text.folded(i)));
    if labelled {
        return Some((4, "dates.document.label"));
    }
    let start = line_start?;
    let end = (start + 1..=start + BYLINE).find(|&i| text.token(i).is_none_or(|t| t.starts_line()));
    let verb = (start..first).any(|i| text.token(i).is_some_and(|t| t.is_arabic())) && first - start > 6;
    if end.is_some() && !verb && first <= HEAD {
        return Some((3, "dates.document.byline"));
    }
    // بغداد - 21 يناير 2022 - قال …: a dash, bracket or colon closes the dateline
    let closed = matches!(text.surface(expression.tokens.end), "-" | "–" | "—" | ":" | ")");
    (first - start <= DATELINE && closed && first <= HEAD).then_some((2, "dates.document.dateline"))
}

/// /2022/01/23/ in the first address of the text.
fn address(text: &Text<'_>) -> Option<TemporalExpression> {
    let (index, token) =
        text.tokens().iter().enumerate().take(HEAD).find(|(_, t)| t.kind() == TokenKind::Url)?;
    let url = text.slice(token.span());
    let (from, to, date) = dated(url)?;
    let start = token.span().start;
    Some(TemporalExpression {
        span: Span::new(start + from, start + to),
        tokens: index..index + 1,
        kind: TemporalKind::Date,
        value: TimeValue::Point(Point::Day(date)),
        modifier: None,
        hijri: None,
        issue: None,
        rule: RuleId::new("dates.document.address"),
    })
}

/// The first year, month and day between slashes or hyphens of an address, and where they stand.
fn dated(url: &str) -> Option<(usize, usize, Date)> {
    let bytes = url.as_bytes();
    let number = |at: usize, len: usize| -> Option<i32> {
        let digits = url.get(at..at + len)?;
        digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    (1..bytes.len()).find_map(|at| {
        if is_digit(at - 1) {
            return None;
        }
        let year = number(at, 4).filter(|y| (1990..=2100).contains(y))?;
        let separator = *bytes.get(at + 4).filter(|b| matches!(b, b'/' | b'-'))?;
        let month_len = if is_digit(at + 6) { 2 } else { 1 };
        let month = number(at + 5, month_len)?;
        let day_at = at + 5 + month_len + 1;
        if bytes.get(day_at - 1) != Some(&separator) {
            return None;
        }
        let day_len = if is_digit(day_at + 1) { 2 } else { 1 };
        let day = number(day_at, day_len)?;
        let date = Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
        (!is_digit(day_at + day_len)).then_some((at, day_at + day_len, date))
    })
}
