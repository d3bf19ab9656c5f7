//! Arabic dates and times, resolved against a reference date.
//!
//! ```
//! let found = isnad_dates::find("منذ نهاية شهر آذار الماضي", "2020-05-05".parse().ok()); // since the end of last March
//! assert_eq!(found[0].timex3(), "2020-03");
//! assert_eq!(found[0].modifier, Some(isnad_dates::Modifier::End));
//! ```
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
mod point;
mod reference;
mod sense;
mod value;

#[cfg(any(feature = "jiff_0_2", feature = "chrono_0_4", feature = "time_0_3"))]
pub use convert::DateRangeError;
pub use date::Date;
pub use expression::{Issue, Modifier, TemporalExpression, TemporalKind};
pub use finder::{Dates, find};
pub use hijri::{HijriCalendar, HijriDate};
pub use names::NamesError;
pub use point::{Clock, DayPart, Point, Season, Zone};
pub use reference::{Reference, ReferenceError};
pub use value::{Duration, Moment, Recurrence, TimeValue, Unit, Vague};
