//! Rules: patterns with names, and the files that people write them in.

use crate::RuleId;
use crate::pattern::{Classes, Found, Need, Opening, Pattern, Piece, Pieces, key_bit};

/// A pattern with a name.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its stable name.
    pub id: RuleId,
    /// What it matches.
    pub pattern: Pattern,
    /// Higher wins between results of equal length.
    pub priority: i32,
}

/// Rules, sorted by what they can begin with, so that a text is read in one pass.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    rules: Vec<Rule>,
    /// Of each rule, the ways in which it may begin, and what its steps need.
    plans: Vec<Plan>,
    /// Rules by what their first piece must be, and by what must follow it.
    first: Index,
    then: Index,
}

#[derive(Clone, Debug)]
struct Plan {
    openings: Vec<Opening>,
    needs: Vec<Need>,
}

/// Sets of rules, 64 to a word.
#[derive(Clone, Debug, Default)]
struct Index {
    words: Vec<IndexWord>,
}

/// Of 64 rules, those that ask for each class, for a key with each bit, and for nothing.
#[derive(Clone, Debug)]
struct IndexWord {
    classes: [u64; 64],
    keys: [u64; 64],
    any: u64,
    /// All classes that a rule asks for.
    asked: Classes,
}

impl Index {
    /// Each rule with all the needs of which it has one.
    fn new<'n>(rules: impl ExactSizeIterator<Item = impl Iterator<Item = Need>>) -> Index {
        let none = IndexWord { classes: [0; 64], keys: [0; 64], any: 0, asked: Classes::NONE };
        let mut words = vec![none; rules.len().div_ceil(64)];
        for (n, needs) in rules.enumerate() {
            let (Some(word), bit) = (words.get_mut(n / 64), 1 << (n % 64)) else { continue };
            for need in needs {
                if need == Need::NOTHING {
                    word.any |= bit;
                    continue;
                }
                word.asked = word.asked.with(need.classes);
                for (set, wanted) in [(&mut word.classes, need.classes.0), (&mut word.keys, need.keys)] {
                    for (n, rules) in set.iter_mut().enumerate() {
                        *rules |= if wanted >> n & 1 != 0 { bit } else { 0 };
                    }
                }
            }
        }
        Index { words }
    }

    /// The rules of one word that pieces of these classes satisfy.
    #[inline]
    fn of(&self, word: usize, classes: Classes, pieces: &[Piece]) -> u64 {
        let Some(word) = self.words.get(word) else { return 0 };
        let (mut rules, mut classes) = (word.any, classes.0 & word.asked.0);
        while classes != 0 {
            rules |= word.classes.get(classes.trailing_zeros() as usize).copied().unwrap_or_default();
            classes &= classes - 1;
        }
        let of_key = |piece: &Piece| word.keys.get(key_bit(piece.key).trailing_zeros() as usize);
        pieces.iter().filter_map(of_key).fold(rules, |sum, of_key| sum | of_key)
    }
}

/// What a list of pieces is to 64 rules: which may begin with one of its pieces, and which may go on to one after their first.
#[derive(Clone, Copy, Debug, Default)]
struct Role {
    first: u64,
    then: u64,
}

impl RuleSet {
    /// A set of rules.
    ///
    /// ```
    /// let rules = isnad_text::pattern::RuleSet::new(Vec::new());
    /// assert!(rules.rules().is_empty());
    /// ```
    #[must_use]
    pub fn new(rules: Vec<Rule>) -> RuleSet {
        let plan = |rule: &Rule| {
            let needs = rule.pattern.needs();
            Plan { openings: rule.pattern.openings(&needs), needs }
        };
        let plans: Vec<Plan> = rules.iter().map(plan).collect();
        let first = Index::new(plans.iter().map(|plan| plan.openings.iter().map(|o| Need::of(&o.first))));
        let then = Index::new(plans.iter().map(|plan| plan.openings.iter().map(|o| o.then)));
        RuleSet { rules, plans, first, then }
    }

    /// The rules.
    ///
    /// ```
    /// assert!(isnad_text::pattern::RuleSet::default().rules().is_empty());
    /// ```
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Every match of every rule, by the token where it begins, those of a token in the order of the rules.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Pattern, Piece, Pieces, Rule, RuleSet};
    /// use isnad_text::fold_key;
    ///
    /// // "Colonel Saad Karim": a title and two words of a name.
    /// let mut made = Pieces::for_tokens(3);
    /// for (word, class) in [("العقيد", 0), ("سعد", 1), ("كريم", 1)] {
    ///     let list = made.list([Piece::word(fold_key(word), Classes::one(class))]);
    ///     made.push(list, true);
    /// }
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// let rule = Rule { id: isnad_text::RuleId::new("mine.officer"), pattern, priority: 0 };
    /// let rules = RuleSet::new(vec![rule]);
    /// let mut seen = Vec::new();
    /// rules.each(&made, |at, rule, found| seen.push((at, rule.id.clone(), found.end)));
    /// assert_eq!(seen, [(0, isnad_text::RuleId::new("mine.officer"), 3)]);
    /// ```
    pub fn each<'r>(&'r self, pieces: &Pieces, mut found: impl FnMut(usize, &'r Rule, Found)) {
        let width = self.first.words.len();
        let roles: Vec<Role> = pieces
            .lists()
            .flat_map(|(list, classes)| (0..width).map(move |word| self.role(word, list, classes)))
            .collect();
        let role = |list: u32, word: usize| roles.get(list as usize * width + word).copied().unwrap_or_default();
        let mut waiting = Vec::new();
        for (at, list) in pieces.tokens().enumerate() {
            for word in 0..width {
                let mut begin = role(list, word).first;
                if begin == 0 {
                    continue;
                }
                let here = pieces.of(list);
                // What follows the first piece: the next token, or the one after a phrase.
                let phrases = here.iter().take_while(|p| p.tokens != 1);
                let after_phrases = phrases.map(|p| role(pieces.joined(at + usize::from(p.tokens)), word).then);
                begin &= after_phrases.fold(role(pieces.joined(at + 1), word).then, |sum, then| sum | then);
                while begin != 0 {
                    let n = word * 64 + begin.trailing_zeros() as usize;
                    begin &= begin - 1;
                    if let (Some(rule), Some(plan)) = (self.rules.get(n), self.plans.get(n))
                        && plan.openings.iter().any(|o| o.is_at(pieces, at, here))
                        && let Some(matched) = rule.pattern.match_with(pieces, at, &plan.needs, &mut waiting)
                    {
                        found(at, rule, matched);
                    }
                }
            }
        }
    }

    fn role(&self, word: usize, list: &[Piece], classes: Classes) -> Role {
        let (mut first, mut asked) = (0, self.first.of(word, classes, list));
        while asked != 0 {
            let n = asked.trailing_zeros();
            asked &= asked - 1;
            let plan = self.plans.get(word * 64 + n as usize);
            if plan.is_some_and(|plan| plan.openings.iter().any(|o| list.iter().any(|p| o.first.fits(p, true)))) {
                first |= 1 << n;
            }
        }
        Role { first, then: self.then.of(word, classes, list) }
    }
}

impl Opening {
    /// Whether a match may begin so with one of the pieces of a token.
    #[inline]
    fn is_at(&self, pieces: &Pieces, at: usize, here: &[Piece]) -> bool {
        here.iter().any(|piece| {
            let next = at + usize::from(piece.tokens);
            self.first.fits(piece, true)
                && (self.then == Need::NOTHING || (pieces.joins(next) && self.then.is_met(pieces, next)))
        })
    }
}

#[cfg(feature = "rules")]
pub use file::{RuleFile, RuleFileError};

#[cfg(feature = "rules")]
mod file {
    use core::fmt;
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use toml::Spanned;

    use super::Rule;
    use crate::RuleId;
    use crate::pattern::Pattern;

    /// A rule file as read: definitions, rules, and names of rules to be switched off.
    ///
    /// ```
    /// use isnad_text::pattern::RuleFile;
    /// let file = RuleFile::read("[[rule]]\nid = \"mine.colonel\"\npattern = \"title PER:( word )\"\n", "mine.toml", &["title", "word"]);
    /// assert_eq!(file.unwrap().rules[0].id.as_str(), "mine.colonel");
    /// let file = RuleFile::read("[[rule]]\nid = \"mine\"\npattern = \"titel\"\n", "mine.toml", &["title"]);
    /// assert_eq!(file.unwrap_err().to_string(), "mine.toml:3: rule `mine`: at byte 0 of the pattern: there is no class `titel`");
    /// ```
    #[derive(Clone, Debug, Default)]
    pub struct RuleFile {
        /// The rules in the order of the file.
        pub rules: Vec<Rule>,
        /// Names of built-in rules to leave out.
        pub off: Vec<String>,
    }

    /// Why a rule file cannot be read.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RuleFileError {
        /// The file, as the caller named it.
        pub file: String,
        /// The line, from 1.
        pub line: usize,
        /// What is wrong.
        pub cause: String,
    }

    impl fmt::Display for RuleFileError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}:{}: {}", self.file, self.line, self.cause)
        }
    }

    impl core::error::Error for RuleFileError {}

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Written {
        #[serde(default)]
        define: BTreeMap<String, String>,
        #[serde(default)]
        off: Vec<String>,
        #[serde(default)]
        rule: Vec<WrittenRule>,
    }

    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct WrittenRule {
        id: Spanned<String>,
        pattern: Spanned<String>,
        #[serde(default)]
        priority: i32,
        /// For the reader.
        #[serde(default)]
        #[expect(dead_code, reason = "a note may stand in the file")]
        note: String,
    }

    impl RuleFile {
        /// Reads a rule file. `classes` names the classes in the order of their numbers.
        ///
        /// # Errors
        ///
        /// Names the file and line, and says what is wrong: broken TOML, an unknown key, a rule named twice, a pattern
        /// that cannot be read.
        ///
        /// ```
        /// use isnad_text::pattern::RuleFile;
        /// let error = RuleFile::read("[[rule]]\nid = \"a\"\n", "mine.toml", &["title"]).unwrap_err();
        /// assert_eq!((error.file.as_str(), error.line), ("mine.toml", 1));
        /// ```
        pub fn read(source: &str, file: &str, classes: &[&str]) -> Result<RuleFile, RuleFileError> {
            let error = |at: usize, cause: String| RuleFileError {
                file: file.to_string(),
                line: source.bytes().take(at).filter(|&b| b == b'\n').count() + 1,
                cause,
            };
            let written: Written = toml::from_str(source)
                .map_err(|e| error(e.span().map_or(0, |s| s.start), e.message().to_string()))?;
            let define = |name: &str| written.define.get(name).map(String::as_str);
            let mut rules: Vec<Rule> = Vec::new();
            for rule in &written.rule {
                let id = rule.id.get_ref();
                let at = rule.id.span().start;
                if id.is_empty() || rules.iter().any(|r| r.id.as_str() == id) {
                    return Err(error(at, format!("there are two rules `{id}`, or it has no name")));
                }
                let pattern = Pattern::parse(rule.pattern.get_ref(), classes, &define)
                    .map_err(|e| error(rule.pattern.span().start, format!("rule `{id}`: {e}")))?;
                rules.push(Rule { id: RuleId::from(id.clone()), pattern, priority: rule.priority });
            }
            Ok(RuleFile { rules, off: written.off })
        }
    }
}
