//! The stable name of the rule that found something.

use core::fmt;
use std::sync::Arc;

/// The name of a rule, such as `dates.relative.weekday`: layer, group, rule. `RULES.md` lists them.
///
/// Built-in names are stable within a minor version; rules that a user adds at run time bear the user's names.
///
/// ```
/// use isnad_text::RuleId;
/// const RULE: RuleId = RuleId::new("numerals.digits");
/// assert_eq!(RULE.as_str(), "numerals.digits");
/// assert_eq!(RuleId::from("mine.ministry".to_string()).to_string(), "mine.ministry");
/// ```
#[derive(Clone)]
pub struct RuleId(Repr);

#[derive(Clone)]
enum Repr {
    BuiltIn(&'static str),
    User(Arc<str>),
}

impl RuleId {
    /// The name of a built-in rule.
    ///
    /// ```
    /// assert_eq!(isnad_text::RuleId::new("claims.verb").as_str(), "claims.verb");
    /// ```
    #[must_use]
    pub const fn new(name: &'static str) -> RuleId {
        RuleId(Repr::BuiltIn(name))
    }

    /// The name as text.
    ///
    /// ```
    /// assert_eq!(isnad_text::RuleId::new("claims.verb").as_str(), "claims.verb");
    /// ```
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Repr::BuiltIn(name) => name,
            Repr::User(name) => name,
        }
    }
}

impl From<String> for RuleId {
    fn from(name: String) -> RuleId {
        RuleId(Repr::User(name.into()))
    }
}

impl PartialEq for RuleId {
    fn eq(&self, other: &RuleId) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RuleId {}

impl PartialOrd for RuleId {
    fn partial_cmp(&self, other: &RuleId) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RuleId {
    fn cmp(&self, other: &RuleId) -> core::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl core::hash::Hash for RuleId {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for RuleId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// As a rule of the user's, which equals the built-in one of the same name.
#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for RuleId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<RuleId, D::Error> {
        String::deserialize(deserializer).map(RuleId::from)
    }
}
