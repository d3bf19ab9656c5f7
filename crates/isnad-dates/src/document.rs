//! The date that an article bears itself: under a label, in a byline, in the dateline of its first sentence, in its
//! address.

use isnad_text::{RuleId, Span, Text, TokenKind};
use once_cell::sync::Lazy;
use regex::Regex;

use crate::generated::context::LABEL;
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
    let labelled =
        (line_start.unwrap_or(first).max(first.saturating_sub(4))..first).any(|i| LABEL.has(text.folded(i)));
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

/// /2022/01/23/ in the first address that bears a date, at the top of the text or at its end.
fn address(text: &Text<'_>) -> Option<TemporalExpression> {
    let tokens = text.tokens();
    let tail = tokens.len().saturating_sub(TAIL).max(HEAD);
    let (index, token, (from, to, date)) = tokens
        .iter()
        .enumerate()
        .take(HEAD)
        .chain(tokens.iter().enumerate().skip(tail))
        .filter(|(_, t)| t.kind() == TokenKind::Url)
        .find_map(|(index, token)| Some((index, token, dated(text.slice(token.span()))?)))?;
    let start = token.span().start;
    Some(TemporalExpression {
        span: Span::new(start + from, start + to),
        tokens: index..index + 1,
        kind: TemporalKind::Date,
        value: TimeValue::Point(Point::Day(date)),
        modifier: None,
        hijri: None,
        day_inferred: false,
        issue: None,
        rule: RuleId::new("dates.document.address"),
    })
}

/// Year, month and day between two slashes or two hyphens, with no digit on either side.
static IN_ADDRESS: Lazy<Option<Regex>> = Lazy::new(|| {
    let shape =
        r"(?:^|[^0-9])((?:19[89]|20[0-9])[0-9])(?:/([0-9]{1,2})/|-([0-9]{1,2})-)([0-9]{1,2})(?:[^0-9]|$)";
    Regex::new(shape).ok()
});

/// The first year, month and day in an address, and where they stand.
fn dated(url: &str) -> Option<(usize, usize, Date)> {
    let found = IN_ADDRESS.as_ref()?.captures(url)?;
    let (year, day) = (found.get(1)?, found.get(4)?);
    let month = found.get(2).or(found.get(3))?;
    let date =
        Date::new(year.as_str().parse().ok()?, month.as_str().parse().ok()?, day.as_str().parse().ok()?)?;
    Some((year.start(), day.end(), date))
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[test]
    fn dates_in_addresses() {
        let day = |url| dated(url).map(|(from, to, date)| (&url[from..to], date.to_string()));
        assert_eq!(day("https://example.org/2020/05/05/a"), Some(("2020/05/05", "2020-05-05".to_string())));
        assert_eq!(day("https://example.org/a-2021-1-3"), Some(("2021-1-3", "2021-01-03".to_string())));
        for none in [
            "https://example.org/12020/05/05",
            "https://example.org/2020/13/05",
            "https://example.org/2020/05-05",
        ] {
            assert_eq!(day(none), None, "{none}");
        }
    }
}
