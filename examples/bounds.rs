//! A number between its bounds, for people.

use isnad::numerals::Number;

/// `≥`, `≤` and `~` as in the text: "~40", "≥14", "50–70".
pub(crate) fn bounds(low: Option<Number>, high: Option<Number>, approx: bool) -> String {
    let about = if approx { "~" } else { "" };
    match (low, high) {
        (Some(low), Some(high)) if low == high => format!("{about}{low}"),
        (Some(low), Some(high)) => format!("{about}{low}–{high}"),
        (Some(low), None) => format!("{about}≥{low}"),
        (None, Some(high)) => format!("{about}≤{high}"),
        (None, None) => "?".to_string(),
    }
}
