//! Laws: what is spelled reads back, whatever is read ends and stays in bounds.

use isnad_dev::testing::config;
use isnad_numerals::spell::{Case, Gender, Style, cardinal, money, number, ordinal};
use isnad_numerals::{Interval, Number, QuantityKind, find};
use proptest::prelude::*;

fn styles() -> Vec<Style> {
    let mut styles = Vec::new();
    for gender in [Gender::Masculine, Gender::Feminine] {
        for case in [Case::Nominative, Case::Accusative, Case::Genitive] {
            let style = Style::new().gender(gender).case(case);
            styles.extend([style, style.definite(), style.construct()]);
        }
    }
    styles
}

/// Reads one number that fills a text but for a noun behind it.
fn read(text: &str) -> Option<Number> {
    let noun = " كتاب"; // a book
    let whole = format!("{text}{noun}");
    match &find(&whole)[..] {
        [one] if one.span.range() == (0..text.len()) && one.low == one.high => one.low,
        _ => None,
    }
}

fn reads_back(n: u64, style: Style) -> bool {
    let monday = n == 2 && style == style.definite(); // الاثنين
    monday || read(&cardinal(n, style)) == Some(Number::from(n as i64))
}

#[test]
fn all_to_two_hundred_thousand_read_back() {
    let styles = styles();
    for n in 0..=200_000u64 {
        let style = styles[n as usize % styles.len()];
        assert!(reads_back(n, style), "{n} {style:?} {}", cardinal(n, style));
    }
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn cardinals_read_back(digits in 0u32..18, seed in any::<u64>(), style in 0usize..18) {
        let n = seed % 10u64.pow(digits + 1).min(1_000_000_000_000_000_000);
        let style = styles()[style];
        prop_assert!(reads_back(n, style), "{} {:?} {}", n, style, cardinal(n, style));
    }

    #[test]
    fn ordinals_read_back(n in 1u64..10_000, style in 0usize..18) {
        let style = styles()[style];
        let spelled = ordinal(n, style);
        let text = format!("كتابا {spelled}"); // a book, the n-th
        let found = find(&text);
        let monday = n == 2 && style == style.definite();
        let adverb = n == 1;
        prop_assert!(
            monday || adverb || (found.len() == 1 && found[0].low == Some(Number::from(n as i64))),
            "{} {} {:?}", n, spelled, found
        );
    }

    #[test]
    fn decimals_read_back(n in -1_000_000i64..1_000_000, places in 0u32..6) {
        let n = Number::fraction(n.into(), 10i128.pow(places)).unwrap();
        let spelled = number(n, Style::new()).unwrap();
        prop_assert_eq!(read(&spelled), Some(n), "{}", spelled);
    }

    #[test]
    fn money_reads_back(cents in 0i64..100_000_000, case in 0usize..3) {
        let case = [Case::Nominative, Case::Accusative, Case::Genitive][case];
        for code in ["USD", "EUR", "SYP", "EGP", "SAR"] {
            let sum = Number::fraction(cents.into(), 100).unwrap();
            let spelled = money(sum, code, case).unwrap();
            let found = find(&spelled);
            let whole = cents >= 100;
            prop_assert!(
                found.len() == 1 && (!whole || found[0].low == Some(sum) && found[0].kind == QuantityKind::Money),
                "{} {:?}", spelled, found
            );
        }
    }

    #[test]
    fn digits_read_back(n in any::<i64>()) {
        prop_assert_eq!(read(&n.to_string()), Some(Number::from(n)));
    }

    #[test]
    fn grouped_digits_read_back(n in 1_000i64..1_000_000_000_000, separator in "[,٬]") {
        let digits = n.to_string();
        let mut grouped = String::new();
        for (i, c) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i).is_multiple_of(3) {
                grouped.push_str(&separator);
            }
            grouped.push(c);
        }
        prop_assert_eq!(read(&grouped), Some(Number::from(n)), "{}", grouped);
    }

    #[test]
    fn anything_is_read_in_order_and_in_bounds(text in "([ء-ي]{1,7}|[0-9٠-٩]{1,5}|[ .,،/%-]|و|ألف|مليون|نصف|بين|إلى|ثلاثة|عشر|دولار){0,40}") {
        let mut end = 0;
        for quantity in find(&text) {
            prop_assert!(quantity.span.start >= end && quantity.span.end > quantity.span.start);
            prop_assert!(text.get(quantity.span.range()).is_some());
            prop_assert!(quantity.low.is_some() || quantity.high.is_some());
            if let (Some(low), Some(high)) = (quantity.low, quantity.high) {
                prop_assert!(low <= high);
            }
            end = quantity.span.end;
        }
    }

    #[test]
    fn order_is_that_of_differences(a in any::<i32>(), b in 1i32..1000, c in any::<i32>(), d in 1i32..1000) {
        let (one, other) = (Number::fraction(a.into(), b.into()).unwrap(), Number::fraction(c.into(), d.into()).unwrap());
        prop_assert_eq!(one.cmp(&other), one.checked_sub(other).unwrap().numerator().cmp(&0));
        prop_assert_eq!(one.to_string().parse::<Number>(), Ok(one));
    }

    #[test]
    fn intervals_agree(a in -50i64..50, b in 0i64..50, c in -50i64..50, d in 0i64..50, x in -100i64..100) {
        let one = Interval { low: Some(a.into()), high: Some((a + b).into()) };
        let other = Interval { low: Some(c.into()), high: Some((c + d).into()) };
        prop_assert_eq!(one.overlaps(other), other.overlaps(one));
        if one.contains(x.into()) && other.contains(x.into()) {
            prop_assert!(one.overlaps(other));
        }
        prop_assert_eq!(one.checked_add(other).unwrap().low, Some((a + c).into()));
    }
}

#[test]
fn absurd_runs_end() {
    assert!(find(&"9".repeat(10_000)).is_empty());
    assert_eq!(find(&"و ".repeat(10_000)), []);
    let words = "ألف و".repeat(5_000);
    assert!(!find(&words).is_empty());
    let lots = "مليون ".repeat(5_000);
    assert!(!find(&lots).is_empty());
    assert!(find(&"1,".repeat(3_000)).is_empty());
}
