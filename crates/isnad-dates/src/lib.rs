//! Every way that Arabic says when: dates in all month-name traditions, the Hijri calendar, times, durations, what
//! recurs, and what is told from the day of writing, resolved against a reference date.
//!
//! ```
//! use isnad_dates::{Modifier, TemporalKind, find};
//!
//! let reference = "2022-03-10".parse().ok(); // a Thursday
//! for (text, timex3) in [
//!     ("في 21 كانون الثاني (يناير) 2022", "2022-01-21"),     // on 21 January (January) 2022
//!     ("منذ نهاية شهر آذار الماضي", "2021-03"),               // since the end of last March
//!     ("بين عامي 2011 و2015", "2011/2015"),                   // between 2011 and 2015
//!     ("20/6/1443 هـ", "2022-01-23"),                         // by Umm al-Qura
//!     ("الثامنة والنصف مساء أمس", "2022-03-09T20:30"),        // half past eight yesterday evening
//!     ("منذ عدة أشهر", "PXM"),                                // for some months
//!     ("قبل ثلاث سنوات", "2019"),                             // three years ago
//!     ("كل جمعة", "XXXX-WXX-5"),                              // every Friday
//!     ("مؤخرا", "PAST_REF"),                                  // recently
//!     ("30 فبراير 2021", "2021-02-30"),                       // 30 February: found, and reported as impossible
//! ] {
//!     let found = find(text, reference);
//!     assert_eq!(found[0].timex3(), timex3, "{text}");
//! }
//! let found = find("نهاية العام الجاري", reference); // the end of the current year
//! assert_eq!((found[0].kind, found[0].modifier), (TemporalKind::Date, Some(Modifier::End)));
//! assert!(find("مارس الوسطاء ضغوطا", reference).is_empty()); // "exerted pressure": no March
//! ```
//!
//! # How it works
//!
//! Tokens and number readings become *atoms* by one look-up in the vocabulary (`data/*.tsv`); the grammar reads atoms
//! into *fields*, and fields resolve to a typed [`TimeValue`], from which TIMEX3, EDTF and the interval come. Spans leave
//! out في and خلال before a date and keep منذ and قبل before an amount.
//!
//! # Resolution
//!
//! In running news a month, day or weekday without a year lies behind: the last month of that name, the nearest day of
//! that number and month, the last such weekday (or the day of writing itself). A future verb nearby (سيعقد "will be held")
//! or a direction (المقبل "next") turns it. Without a reference nothing is guessed: the unknown parts are `X`.
//!
//! # Untrusted input
//!
//! Finding never fails and never panics, takes time linear in the text, and asks no clock. What is odd (a day that does not
//! exist, a weekday that is another, two calendars that disagree) is told in [`TemporalExpression::issue`].
//!
//! # Performance
//!
//! Only tokens that the vocabulary or a number reading knows become atoms; of the others each costs one look-up by key.
//! The Hijri calendars are tables and arithmetic. The one regex (dates in web addresses) is compiled when first needed.
//!
//! # Features
//!
//! `hijri` (on by default) reckons Hijri dates by icu_calendar. Without it `HijriDate::days` and the methods of
//! [`HijriCalendar`] are not there, and `20/6/1443 هـ` is found with its [`hijri`](TemporalExpression::hijri) date but without
//! a day of the Gregorian calendar. `jiff_0_2`, `chrono_0_4` and `time_0_3` convert to and from the dates of those crates;
//! `serde` writes everything that is found, and reads it back; `schemars_1` gives JSON Schemas of the kinds. Names of one's
//! own (`Dates::with_names`) need no feature, for they bring no dependency.
#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]

mod generated;

mod atoms;
mod convert;
mod date;
mod digits;
mod document;
mod expression;
mod fields;
mod finder;
mod grammar;
mod hijri;
mod names;
mod parse;
mod pieces;
mod point;
mod reference;
mod sense;
mod value;
mod words;

#[cfg(any(feature = "jiff_0_2", feature = "chrono_0_4", feature = "time_0_3"))]
pub use convert::DateRangeError;
pub use date::Date;
pub use expression::{Issue, Modifier, TemporalExpression, TemporalKind};
pub use finder::{DatedText, Dates, find};
pub use hijri::{HijriCalendar, HijriDate};
pub use isnad_text::LoadError;
pub use parse::DateError;
pub use point::{Clock, DayPart, Point, Season, Zone};
pub use reference::Reference;
pub use value::{Duration, Extent, Moment, Recurrence, TimeValue, Unit, Vague};
/// The layers below, whose types stand in the signatures here.
#[doc(no_inline)]
pub use {isnad_numerals as numerals, isnad_text as text};
