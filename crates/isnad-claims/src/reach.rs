//! How far a search looks, in tokens unless it says otherwise. Each bound is there so that the time a text takes grows with its
//! length; beyond it what is sought belongs to something else more often than not.

/// A count or an event and its circumstances: place, date, agent. Longer sentences are tables or lists.
pub(crate) const CIRCUMSTANCES: usize = 90;
/// A cue and its source or its content: one clause of news prose with its asides.
pub(crate) const CUE: usize = 44;
/// A number and the word before it that governs it: a subject with a relative clause may stand between.
pub(crate) const GOVERNOR: usize = 28;
/// The same of a noun alone, which stands nearer, and of what says that a figure is a bound, a total, of a noun before it.
pub(crate) const NEAR_GOVERNOR: usize = 14;
/// Those counted and the verb behind them, where no number tells how many.
pub(crate) const NEAR_VERB: usize = 10;
/// A whole and its part: بينهم behind a clause that tells of something else.
pub(crate) const PART: usize = 28;
/// Those counted and what is said of them in the words behind.
pub(crate) const FATE: usize = 8;
/// A verb and the noun that completes it, with those counted and who they are between: لقي … حتفهم.
pub(crate) const COMPLETION: usize = 40;
/// A group that was named, and the part of it that is numbered.
pub(crate) const GROUP: usize = 20;
/// A court and those whom it sentenced.
pub(crate) const COURT: usize = 16;
/// A disease and the figure of those ill.
pub(crate) const DISEASE: usize = 40;
/// A toll and what it is since, before it and behind.
pub(crate) const SUM: (usize, usize) = (12, 14);
/// The verb of saying and the date beside it.
pub(crate) const DATE_OF_TELLING: usize = 12;
/// The names of places before a noun that stands for one of them, in entities.
pub(crate) const PLACES: usize = 60;
/// The names of places before a sentence that opens with another, in entities.
pub(crate) const PLACES_BEFORE: usize = 30;
/// The country that an adjective is of, in entities before it and behind.
pub(crate) const COUNTRY: (usize, usize) = (40, 20);
/// To what those counted have or lose: فقد 500 موظف في 30 شركة | وظائفهم.
pub(crate) const BELONGINGS: usize = 12;
