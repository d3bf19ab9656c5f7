//! What a token of digits says, by its shape alone.

use crate::Number;

/// The shape of a token of digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Shape {
    /// A number; `decimal` is what it would be if its only separator, read here as one of groups, were a decimal
    /// point: 1.500 is 1500, but 1.5 in "1.500 million".
    Number { value: Number, decimal: Option<Number> },
    /// `3/4`
    Fraction(Number),
    /// `10-20`
    Range(Number, Number),
    /// `2-1`: not ascending.
    Score(Number, Number),
    /// A clock time, date, telephone number, version, or more digits than a number can hold.
    Other,
}

/// A token of digits: its shape, and whether a percent sign touches it.
///
/// `surface` is the token as written.
pub(crate) fn shape(surface: &str) -> (Shape, bool) {
    if let Some(value) = simple(surface.as_bytes()) {
        return (Shape::Number { value: Number::from(value), decimal: None }, false);
    }
    let bare = surface.trim_end_matches(['%', '٪']);
    (read(bare).unwrap_or(Shape::Other), bare.len() < surface.len())
}

/// A few digits and nothing else, as most numbers of news are.
fn simple(surface: &[u8]) -> Option<i64> {
    let short = (1..=6).contains(&surface.len()) && surface.iter().all(u8::is_ascii_digit);
    short.then(|| surface.iter().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
}

fn read(surface: &str) -> Option<Shape> {
    let mut cut = None; // where the first of - – / : stands
    for (i, c) in surface.char_indices() {
        if matches!(c, '-' | '–' | '/' | ':') {
            if cut.is_some() {
                return None; // 12/3/2014, 2014-03-12, 0780-123-456
            }
            cut = Some((i, c));
        }
    }
    let Some((at, separator)) = cut else {
        let (value, decimal) = plain(surface)?;
        return Some(Shape::Number { value, decimal });
    };
    let (left, right) = (surface.get(..at)?, surface.get(at + separator.len_utf8()..)?);
    let (a, b) = (plain(left)?.0, plain(right)?.0);
    match separator {
        '/' => {
            let (n, d) = (a.to_i64()?, b.to_i64()?);
            let years = (1000..3000).contains(&n) && (d == n + 1 || (d < 100 && (n + 1) % 100 == d));
            // 140/90, of the blood's pressure
            let measured = n > d && d > 20;
            if years || measured { None } else { Number::fraction(n.into(), d.into()).map(Shape::Fraction) }
        }
        ':' => None,
        _ if left.starts_with(['0', '٠', '۰']) && left.chars().count() > 1 => None, // 07-12
        _ if a < b => Some(Shape::Range(a, b)),
        _ if a.to_i64()? < 200 && b.to_i64()? < 200 => Some(Shape::Score(a, b)),
        _ => None,
    }
}

/// Digits with their separators of groups and decimals. In front the value, behind it the other reading, if there is one.
fn plain(surface: &str) -> Option<(Number, Option<Number>)> {
    let mut digits: i128 = 0;
    let mut count = 0usize; // digits read
    let mut separators: [(char, usize); 14] = [(' ', 0); 14]; // each with the digits before it
    let mut used = 0usize;
    let mut leading_zero = false;
    let mut vulgar = None;
    for c in surface.chars() {
        let digit = match c {
            '0'..='9' => u32::from(c) - u32::from('0'),
            '٠'..='٩' => u32::from(c) - u32::from('٠'),
            '۰'..='۹' => u32::from(c) - u32::from('۰'),
            '.' | '٫' | ',' | '،' | '٬' => {
                *separators.get_mut(used)? = (if c == '،' { ',' } else { c }, count);
                used += 1;
                continue;
            }
            '½' | '¼' | '¾' | '⅓' | '⅔' if vulgar.is_none() => {
                vulgar = Some(c);
                continue;
            }
            c if isnad_text::is_ignorable(c) => continue,
            _ => return None,
        };
        if vulgar.is_some() {
            return None;
        }
        leading_zero |= count == 0 && digit == 0;
        count += 1;
        digits = digits.checked_mul(10)?.checked_add(i128::from(digit))?;
    }
    if let Some(sign) = vulgar {
        return if used == 0 {
            Number::integer(digits).checked_add(vulgar_fraction(sign)?).map(|n| (n, None))
        } else {
            None
        };
    }
    let separators = separators.get(..used)?;
    let whole = Number::integer(digits);
    let scaled = |after: usize| Number::fraction(digits, 10i128.checked_pow(u32::try_from(after).ok()?)?);
    let Some(&(last, before_last)) = separators.last() else {
        let telephone = leading_zero && count >= 7;
        return if telephone { None } else { Some((whole, None)) };
    };
    let after = count - before_last;
    if surface.contains('،') && (before_last > 3 || after > 3) {
        return None; // 2009،11: two numbers of a list
    }
    let grouped = |list: &[(char, usize)], end: usize| {
        let mut ends = list.iter().skip(1).map(|s| s.1).chain([end]);
        list.first().is_some_and(|s| (1..=3).contains(&s.1))
            && list.iter().all(|s| ends.next().is_some_and(|end| end - s.1 == 3))
            && list.iter().all(|s| Some(s.0) == list.first().map(|f| f.0) && s.0 != '٫')
    };
    if used == 1 {
        let groups = grouped(separators, count) && !leading_zero;
        return if last == '٬' && !groups {
            None
        } else if groups {
            Some((whole, (last != '٬').then(|| scaled(after)).flatten()))
        } else {
            scaled(after).map(|n| (n, None))
        };
    }
    if grouped(separators, count) && !leading_zero {
        return Some((whole, None));
    }
    let (_, groups) = separators.split_last()?;
    let differs = groups.iter().all(|s| s.0 != last) && last != '٬';
    if differs && grouped(groups, before_last) && !leading_zero {
        scaled(after).map(|n| (n, None))
    } else {
        None
    }
}

fn vulgar_fraction(sign: char) -> Option<Number> {
    let (n, d) = match sign {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        _ => (2, 3),
    };
    Number::fraction(n, d)
}
