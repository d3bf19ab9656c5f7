//! What is found: temporal expressions.

use core::ops::Range;

use isnad_text::{Mention, RuleId, Span, UnknownName};

use crate::{Extent, HijriDate, TimeValue};

/// A date, time, duration or set in a text.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct TemporalExpression {
    /// Where it stands.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: TemporalKind,
    /// What it denotes, resolved as far as the reference allows.
    pub value: TimeValue,
    /// Start, middle, end, or about.
    pub modifier: Option<Modifier>,
    /// The Hijri date, where the text gives one.
    pub hijri: Option<HijriDate>,
    /// Whether the text names a time of day without its day, which is then that of the reference: الساعة الثالثة "at three
    /// o'clock". A part of a day that tells its day (مساء الخميس, هذا الصباح) is not inferred.
    pub day_inferred: bool,
    /// What is odd about it.
    pub issue: Option<Issue>,
    /// The rule that found it.
    pub rule: RuleId,
}

isnad_text::names! {
    /// What a temporal expression is, in the terms of TIMEX3.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    pub enum TemporalKind {
        /// A day or anything longer.
        Date = "date",
        /// A time of day.
        Time = "time",
        /// A length of time.
        Duration = "duration",
        /// Something that recurs.
        Set = "set",
    }
}

isnad_text::names! {
    /// Which part of the value is meant, in the terms of TIMEX3.
    #[cfg_attr(feature = "schemars_1", derive(schemars::JsonSchema))]
    #[non_exhaustive]
    pub enum Modifier {
        /// بداية "beginning".
        Start = "START",
        /// منتصف "middle".
        Mid = "MID",
        /// نهاية "end".
        End = "END",
        /// حوالي "about".
        Approx = "APPROX",
    }
}

/// What is odd about a temporal expression. The text is reported as it stands, never silently set right.
///
/// ```
/// use isnad_dates::Issue;
/// assert_eq!(Issue::MonthNames.to_string(), "month_names");
/// assert_eq!("calendars -3".parse(), Ok(Issue::Calendars(-3)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Issue {
    /// There is no such day: 30 فبراير "30 February".
    Impossible,
    /// The day of the week is another.
    Weekday,
    /// The two names of the month are of two months: آذار (أبريل) "March (April)".
    MonthNames,
    /// The Hijri and the Gregorian date are so many days apart. One is normal where the moon is sighted.
    Calendars(i32),
    /// The Hijri date lies outside the table of its calendar and was reckoned by arithmetic.
    OutsideTable,
}

impl core::fmt::Display for Issue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Issue::Impossible => f.write_str("impossible"),
            Issue::Weekday => f.write_str("weekday"),
            Issue::MonthNames => f.write_str("month_names"),
            Issue::Calendars(days) => write!(f, "calendars {days}"),
            Issue::OutsideTable => f.write_str("outside_table"),
        }
    }
}

impl core::str::FromStr for Issue {
    type Err = UnknownName;

    fn from_str(name: &str) -> Result<Issue, UnknownName> {
        let known = ["impossible", "weekday", "month_names", "calendars N", "outside_table"];
        let days = || name.strip_prefix("calendars ").and_then(|days| days.parse().ok());
        Ok(match name {
            "impossible" => Issue::Impossible,
            "weekday" => Issue::Weekday,
            "month_names" => Issue::MonthNames,
            "outside_table" => Issue::OutsideTable,
            _ => Issue::Calendars(days().ok_or_else(|| UnknownName::new(name, known))?),
        })
    }
}

isnad_text::as_text!(Issue: "an issue of a date, as `weekday`");

impl TemporalExpression {
    /// Its value as TIMEX3.
    ///
    /// ```
    /// let found = isnad_dates::find("في 21 كانون الثاني (يناير) 2022", None); // "on 21 January (January) 2022"
    /// assert_eq!(found[0].timex3(), "2022-01-21");
    /// ```
    #[must_use]
    pub fn timex3(&self) -> String {
        self.value.to_string()
    }

    /// Its value as EDTF, where it has one; `~` marks what is approximate.
    ///
    /// ```
    /// let found = isnad_dates::find("خريف 2019", None); // "autumn 2019"
    /// assert_eq!(found[0].edtf().as_deref(), Some("2019-23"));
    /// ```
    #[must_use]
    pub fn edtf(&self) -> Option<String> {
        let edtf = self.value.edtf()?;
        Some(if self.modifier == Some(Modifier::Approx) && !edtf.contains('/') { edtf + "~" } else { edtf })
    }

    /// The Hijri date as text, where the text gives one.
    ///
    /// ```
    /// let found = isnad_dates::find("في 20 جمادى الآخرة 1443 هـ", None); // "on 20 Jumada II 1443 AH"
    /// assert_eq!(found[0].hijri().as_deref(), Some("1443-06-20"));
    /// ```
    #[must_use]
    pub fn hijri(&self) -> Option<String> {
        self.hijri.map(|date| date.to_string())
    }

    /// From when (included) till when (excluded), as far as it is known.
    ///
    /// ```
    /// let found = isnad_dates::find("في آذار 2020", None); // "in March 2020"
    /// assert_eq!(found[0].extent().unwrap().start.unwrap().to_string(), "2020-03-01T00:00:00");
    /// ```
    #[must_use]
    pub fn extent(&self) -> Option<Extent> {
        self.value.extent()
    }
}

impl Mention for TemporalExpression {
    fn span(&self) -> Span {
        self.span
    }

    fn rule(&self) -> &RuleId {
        &self.rule
    }
}
