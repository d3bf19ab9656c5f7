//! What a calendar expression says, before it is resolved: the fields that its words fill.

use crate::sense::{Calendar, Direction, Era};
use crate::{Clock, DayPart, Modifier, Season};

/// The fields of one calendar expression.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fields {
    pub(crate) modifier: Option<Modifier>,
    pub(crate) part: Option<DayPart>,
    pub(crate) clock: Option<Clock>,
    /// Days from the reference.
    pub(crate) relative_day: Option<i32>,
    pub(crate) weekday: Option<u8>,
    /// Which weekday of the period, -1 for the last: ثالث ثلاثاء "third Tuesday".
    pub(crate) nth: Option<i8>,
    /// Which week of the period, -1 for the last.
    pub(crate) nth_week: Option<i8>,
    pub(crate) day: Option<i64>,
    /// The day is told by an ordinal.
    pub(crate) ordinal: bool,
    /// The last day of the month.
    pub(crate) last_day: bool,
    /// Weeks from the week of the reference.
    pub(crate) relative_week: Option<i32>,
    pub(crate) month: Option<MonthRef>,
    /// The last month of several: شهري مايو ويونيو "the months of May and June".
    pub(crate) month_to: Option<u8>,
    pub(crate) season: Option<Season>,
    pub(crate) quarter: Option<u8>,
    pub(crate) half: Option<u8>,
    pub(crate) year: Option<YearRef>,
    pub(crate) era: Option<Era>,
    pub(crate) direction: Option<Direction>,
    /// The month has two names, of two months.
    pub(crate) two_months: bool,
    /// هذا "this" stands before it.
    pub(crate) this: bool,
}

/// A month as told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthRef {
    /// Its number; numbers beyond 12 are possible, and impossible.
    Named(Calendar, u8),
    /// Months from the month of the reference.
    Relative(i32),
}

/// A year as told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum YearRef {
    Number(i64),
    /// Years from the year of the reference.
    Relative(i32),
}

impl Fields {
    pub(crate) const fn has_day(&self) -> bool {
        self.day.is_some() || self.last_day || self.relative_day.is_some() || self.weekday.is_some()
    }

    /// Whether anything of the calendar is said.
    pub(crate) const fn has_date(&self) -> bool {
        self.has_day()
            || self.month.is_some()
            || self.year.is_some()
            || self.season.is_some()
            || self.quarter.is_some()
            || self.half.is_some()
            || self.relative_week.is_some()
            || self.nth_week.is_some()
    }
}
