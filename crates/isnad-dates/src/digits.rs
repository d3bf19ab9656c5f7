//! Shapes of digits: what a number token may say about time.

/// What the digits of a token look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    /// Digits alone: the value and how many there are.
    Plain(i32, u8),
    /// 23/01/2022, 2022-1-23, 5.6.2020
    Date { year: i32, month: i32, day: i32 },
    /// 2/2013, 01-2022
    MonthYear { month: i32, year: i32 },
    /// 21/09 with a slash: day and month, if something beside it says so.
    DayMonth { day: i32, month: i32 },
    /// 13-15, 2010-2014, 2019/2020
    Pair(i32, i32),
    /// 09:14-10: the hour, then the day of a byline.
    ClockDay { hour: u8, minute: u8, day: i32 },
    /// 14:30, 15:23:24
    Clock { hour: u8, minute: u8, second: Option<u8> },
}

/// Reads a number token. Arabic-Indic and Persian digits count as digits.
pub(crate) fn read(token: &str, month_first: bool) -> Option<Digits> {
    let mut parts = [(0i32, 0u8); 4]; // value and number of digits
    let mut separators = ['\0'; 3];
    let mut part = 0;
    for c in token.chars() {
        if let Some(digit) = digit(c) {
            let (value, count) = parts.get_mut(part)?;
            *value = value.checked_mul(10)?.checked_add(digit)?;
            *count = count.checked_add(1)?;
        } else if !isnad_text::is_ignorable(c) {
            *separators.get_mut(part)? = c;
            part += 1;
        }
    }
    let [(a, a_len), (b, b_len), (c, c_len), _] = parts;
    let [first, second, _] = separators;
    let short = |len: u8| (1..=2).contains(&len);
    match part {
        0 if a_len > 0 => Some(Digits::Plain(a, a_len)),
        1 if first == ':' && short(a_len) && b_len == 2 && a < 24 && b < 60 => {
            Some(Digits::Clock { hour: a as u8, minute: b as u8, second: None })
        }
        1 if matches!(first, '/' | '-' | '–') => match (a_len, b_len) {
            (4, 4) if first == '/' && a == b + 1 => Some(Digits::Pair(b, a)), // 2024/2023, set from right to left
            (4, 4) => Some(Digits::Pair(a, b)),
            (1 | 2, 4) if (1..=12).contains(&a) => Some(Digits::MonthYear { month: a, year: b }),
            (4, 1 | 2) if first == '/' && (1..=12).contains(&b) => {
                Some(Digits::MonthYear { month: b, year: a })
            }
            (4, 2) if first == '/' && b > 12 && b == (a + 1) % 100 => Some(Digits::Pair(a, a + 1)), // 2023/24
            (4, 2) if first != '/' && b > 12 => Some(Digits::Pair(a, a - a % 100 + b)),             // 2015-17
            (4, 2) if first == '-' => Some(Digits::MonthYear { month: b, year: a }),
            (1 | 2, 1 | 2) if first == '/' && month_first => Some(Digits::DayMonth { day: b, month: a }),
            (1 | 2, 1 | 2) if first == '/' => Some(Digits::DayMonth { day: a, month: b }),
            (1 | 2, 1 | 2) => Some(Digits::Pair(a, b)),
            _ => None,
        },
        2 if first == ':' && second == ':' && short(a_len) && a < 24 && b < 60 && c < 60 => {
            Some(Digits::Clock { hour: a as u8, minute: b as u8, second: Some(c as u8) })
        }
        2 if first == ':'
            && second == '-'
            && short(a_len)
            && b_len == 2
            && short(c_len)
            && a < 24
            && b < 60 =>
        {
            Some(Digits::ClockDay { hour: a as u8, minute: b as u8, day: c })
        }
        2 if first == second && matches!(first, '/' | '-' | '.' | '–') && short(b_len) => {
            if a_len == 4 && short(c_len) {
                // year-month-day, and year-day-month where only that is possible
                let (month, day) = if b > 12 && c <= 12 { (c, b) } else { (b, c) };
                return Some(Digits::Date { year: a, month, day });
            }
            if !short(a_len) || !(c_len == 4 || (c_len == 2 && first != '.')) {
                return None;
            }
            let swap = if month_first { b <= 31 && a <= 12 } else { b > 12 && a <= 12 };
            let (day, month) = if swap { (b, a) } else { (a, b) };
            let year = match c_len {
                4 => c,
                _ if c < 70 => 2000 + c,
                _ => 1900 + c,
            };
            Some(Digits::Date { year, month, day })
        }
        _ => None,
    }
}

/// The value of a decimal digit, Western, Arabic-Indic or Persian.
fn digit(c: char) -> Option<i32> {
    let code = c as u32;
    match c {
        '0'..='9' => Some((code - 0x30) as i32),
        '٠'..='٩' => Some((code - 0x660) as i32),
        '۰'..='۹' => Some((code - 0x6F0) as i32),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (token, want) in [
            ("2017", Some(Digits::Plain(2017, 4))),
            ("٢٠٢٢/١/٢٣", Some(Digits::Date { year: 2022, month: 1, day: 23 })),
            ("23/01/2022", Some(Digits::Date { year: 2022, month: 1, day: 23 })),
            ("1/23/2022", Some(Digits::Date { year: 2022, month: 1, day: 23 })),
            ("2/2013", Some(Digits::MonthYear { month: 2, year: 2013 })),
            ("21/09", Some(Digits::DayMonth { day: 21, month: 9 })),
            ("13-15", Some(Digits::Pair(13, 15))),
            ("14:30", Some(Digits::Clock { hour: 14, minute: 30, second: None })),
            ("09:14-10", Some(Digits::ClockDay { hour: 9, minute: 14, day: 10 })),
            ("1,500", None),
            ("2.5", None),
            ("99999999999999999999999", None),
        ] {
            assert_eq!(read(token, false), want, "{token}");
        }
        assert_eq!(read("5-6-2020", true), Some(Digits::Date { year: 2020, month: 5, day: 6 }));
    }
}
