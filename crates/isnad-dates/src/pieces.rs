//! Dates and times that stand in several tokens: 2024-03-20T15:30:00Z, 20 / 3 / 2024, 15h30, GMT+3, الـ24.

use isnad_text::{Text, TokenKind};

use crate::Zone;
use crate::atoms::{Atom, plain};
use crate::digits::{self, Digits};
use crate::sense::Sense;

/// The date or time in several tokens that begins with the number at a token.
pub(crate) fn number(text: &Text<'_>, at: usize, month_first: bool) -> Option<Atom> {
    // Most numbers have neither a mark nor a letter behind them.
    let next = text.token(at + 1).filter(|t| !t.starts_line())?;
    let (digits, end) = match next.kind() {
        TokenKind::Punctuation | TokenKind::Symbol => spaced_date(text, at, month_first)?,
        TokenKind::Word if !next.has_gap_before() => hours(text, at)?,
        _ => return None,
    };
    Some(Atom { end, digits: Some(digits), ..plain(text, at) })
}

/// 20 / 3 / 2024, 20. 3. 2024, 2024 - 3 - 20
fn spaced_date(text: &Text<'_>, at: usize, month_first: bool) -> Option<(Digits, usize)> {
    let mark = text.surface(at + 1);
    if !matches!(mark, "/" | "-" | "–" | "." | "\\") || text.surface(at + 3) != mark {
        return None;
    }
    let part = |at: usize| match digits::read(text.surface(at), month_first) {
        Some(Digits::Plain(value, len)) if text.token(at).is_some_and(|t| !t.starts_line()) => {
            Some((value, len))
        }
        _ => None,
    };
    let first = digits::read(text.surface(at), month_first);
    let (Some(Digits::Plain(a, a_len)), (b, b_len), (c, c_len)) = (first, part(at + 2)?, part(at + 4)?)
    else {
        return None;
    };
    let full = |year: i32, len: u8| len == 4 && (1300..=2100).contains(&year);
    let (day, month, year) = match (a_len, b_len, c_len) {
        (1 | 2, 1 | 2, 4) if full(c, c_len) => (a, b, c),
        (4, 1 | 2, 1 | 2) if full(a, a_len) => (c, b, a),
        _ => return None,
    };
    let swap = if month_first && c_len == 4 { day <= 12 } else { month > 12 && day <= 12 };
    let (day, month) = if swap { (month, day) } else { (day, month) };
    ((1..=31).contains(&day) && (1..=12).contains(&month))
        .then_some((Digits::Date { year, month, day }, at + 5))
}

/// 15h30, 15h, 15سا30: how the Maghreb writes the hour.
fn hours(text: &Text<'_>, at: usize) -> Option<(Digits, usize)> {
    let letter = text.surface(at + 1);
    let rest = letter.strip_prefix(['h', 'H']);
    if rest.is_none() && !matches!(letter, "س" | "سا") {
        return None;
    }
    let Some(Digits::Plain(hour @ 0..24, 1 | 2)) = digits::read(text.surface(at), false) else { return None };
    let touching = text.token(at + 2).is_some_and(|t| t.kind() == TokenKind::Number && !t.has_gap_before());
    let (minute, end) = match rest {
        Some("") if !touching => (Some((0, 2)), at + 2),
        Some(minute) if !minute.is_empty() => (two_digits(minute), at + 2),
        _ if touching => (two_digits(text.surface(at + 2)), at + 3),
        _ => (None, at),
    };
    let minute = minute.filter(|(minute, len)| *minute < 60 && *len == 2)?.0;
    let clock =
        Digits::Clock { hour: u8::try_from(hour).ok()?, minute: u8::try_from(minute).ok()?, second: None };
    Some((clock, end))
}

fn two_digits(surface: &str) -> Option<(i32, u8)> {
    match digits::read(surface, false) {
        Some(Digits::Plain(value, len)) => Some((value, len)),
        _ => None,
    }
}

/// T15:30:00 directly after a date of ISO 8601; a zone may follow it.
pub(crate) fn iso_time(text: &Text<'_>, at: usize) -> Option<Atom> {
    let token = text.token(at).filter(|t| !t.has_gap_before())?;
    let (hour, _) = two_digits(text.surface(at).strip_prefix('T')?)?;
    if text.surface(at + 1) != ":" || text.token(at + 2)?.has_gap_before() {
        return None;
    }
    // "30", "30:00", "30:00.000"
    let rest = text.surface(at + 2);
    let (minute, second) = match rest.split_once(':') {
        Some((minute, second)) => {
            let whole = second.split_once(['.', ',']).map_or(second, |(whole, _)| whole);
            (minute, Some(two_digits(whole)?.0))
        }
        None => (rest, None),
    };
    let narrow = |value: i32, below: i32| u8::try_from(value).ok().filter(|_| value < below);
    let clock = Digits::Clock {
        hour: narrow(hour, 24)?,
        minute: narrow(two_digits(minute)?.0, 60)?,
        second: match second {
            Some(second) => Some(narrow(second, 60)?),
            None => None,
        },
    };
    let start = token.span().start;
    Some(Atom { end: at + 3, start, digits: Some(clock), ..plain(text, at) })
}

/// Z, +03:00 or -5 directly after a time, or after GMT or UTC.
pub(crate) fn offset(text: &Text<'_>, at: usize) -> Option<Atom> {
    let token = text.token(at).filter(|t| !t.has_gap_before())?;
    let zone = |minutes: i32, end: usize| {
        let zone = Zone::Offset(i16::try_from(minutes).ok()?);
        Some(Atom { end, start: token.span().start, sense: Some(Sense::Zone(zone)), ..plain(text, at) })
    };
    if text.surface(at) == "Z" {
        return zone(0, at + 1);
    }
    let sign = match text.surface(at) {
        "+" => 1,
        "-" | "−" => -1,
        _ => return None,
    };
    text.token(at + 1).filter(|t| t.kind() == TokenKind::Number && !t.has_gap_before())?;
    let (hours, minutes) = match digits::read(text.surface(at + 1), false)? {
        Digits::Plain(hours, 1 | 2) => (hours, 0),
        Digits::Plain(both, 4) => (both / 100, both % 100),
        Digits::Clock { hour, minute, second: None } => (i32::from(hour), i32::from(minute)),
        _ => return None,
    };
    (hours <= 14).then(|| zone(sign * (hours * 60 + minutes), at + 2))?
}

/// The hour before a time zone: 17,00 ت غ, 1700 ت غ.
pub(crate) fn clock_before_zone(surface: &str) -> Option<Digits> {
    match digits::read(surface, false) {
        Some(Digits::Plain(both, 4)) if both < 24 * 100 && both % 100 < 60 => Some(Digits::Clock {
            hour: u8::try_from(both / 100).ok()?,
            minute: u8::try_from(both % 100).ok()?,
            second: None,
        }),
        _ => clock_with_point(surface),
    }
}

/// The hour before which a point parts hours and minutes: الساعة 3.30.
pub(crate) fn clock_with_point(surface: &str) -> Option<Digits> {
    let (hour, minute) = surface.split_once(['.', '٫', ','])?;
    let ((hour, 1 | 2), (minute, 2)) = (two_digits(hour)?, two_digits(minute)?) else { return None };
    let fits = (0..24).contains(&hour) && minute < 60;
    fits.then_some(Digits::Clock {
        hour: u8::try_from(hour).ok()?,
        minute: u8::try_from(minute).ok()?,
        second: None,
    })
}
