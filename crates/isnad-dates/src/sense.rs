//! What a word of time means. `data/*.tsv` says which words there are; this says which meanings.

use crate::{DayPart, Modifier, Season, Unit, Vague, Zone};

/// The meaning of a word or phrase of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    Month(Month),
    /// 1 Monday to 7 Sunday; whether it stands alone (الجمعة) or only where a phrase asks for it (كل جمعة).
    Weekday(u8, bool),
    Unit(Unit, Count),
    /// A night as a unit: ليلتين "two nights".
    Nights(Count),
    Season(Season),
    /// First year of a decade within its century.
    Decade(u8),
    DayPart(DayPart, Use),
    Zone(Zone),
    Holiday(Feast),
    Vague(Vague, Guard),
    /// Whether approximately so.
    Frequency(Unit, bool),
    /// Which part of a period.
    Edge(Modifier),
    FirstDay,
    LastDay,
    About,
    /// أكثر من "more than": part of a duration's span only behind منذ "for", never of its value.
    Bound,
    /// Days from the reference.
    Day(i32),
    /// Nights from the reference.
    Night(i32),
    Direction(Direction),
    /// So many from the reference: قبل الماضي "before last", بعد المقبل "after next".
    Far(i8),
    This,
    That,
    Same,
    /// الفترة "the period"
    Period,
    First,
    Last,
    Every,
    Several,
    SeveralAfter,
    /// الثاني "the second", where it is no number of its own: الربع الثاني "the second quarter".
    Nth(u8),
    /// الواحدة "one o'clock"
    OneOClock,
    /// كامل "whole", after an amount.
    Whole,
    Except,
    /// الموافق "corresponding to"
    Equals,
    /// مرتين "twice"; 0 for مرات "times"
    Times(u8),
    Era(Era),
    Prep(Prep),
    /// 1/n
    Fraction(u8),
    Relative,
    /// منه "of it": of the month told before.
    OfIt,
    /// و "and" written apart.
    And,
    /// يناهز "comes to about": before an amount, outside its span.
    AboutVerb,
    /// A name that has a word of time in it: روسيا اليوم "Russia Today".
    Name,
    /// فصل "season" before its name.
    SeasonNoun,
    /// A noun that a year follows directly: مونديال 2022.
    Dated,
    /// The word slash, or the sign.
    Slash,
    Open,
    Close,
    Comma,
    Dash,
    Colon,
}

/// A month name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Month {
    pub(crate) calendar: Calendar,
    pub(crate) number: u8,
    pub(crate) strength: Strength,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calendar {
    Gregorian,
    Hijri,
    Coptic,
}

/// How much else a month name needs beside it before it is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    Rare,
    Weak,
    Plain,
}

/// Grammatical number of a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    One,
    Two,
    Many,
}

/// How a part of the day stands beside what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// صباح الأربعاء: before a day.
    Construct,
    /// صباحا: after an hour or a day, or alone.
    Adverb,
    /// الصباح
    Definite,
    /// ص "a.m.": directly after digits.
    Mark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    Before,
    At,
    After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Era {
    Gregorian,
    Hijri,
    BeforeChrist,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prep {
    Since,
    Before,
    After,
    During,
    Within,
    Until,
    From,
    In,
    Between,
    With,
    /// بعد ذلك "after that", before بيومين "by two days".
    Later,
    /// قبل ذلك "before that"
    Earlier,
}

/// What a vague reference needs around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    None,
    /// That nothing follows: من قبل is also "by".
    Final,
    /// That its sentence speaks of what is to come: لاحقا is also "later" in a story.
    Future,
    /// That it describes no noun: رئيسا سابقا is a former president.
    Adverb,
}

/// The rule for the day of a feast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    Gregorian(u8, u8),
    Hijri(u8, u8),
    /// Days from Easter Sunday.
    Easter(i8),
}
