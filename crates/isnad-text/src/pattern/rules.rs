//! Rules: patterns with names, and the files that people write them in.

use core::ops::Range;
use std::sync::OnceLock;

use crate::pattern::run::Thread;
use crate::pattern::{Classes, Found, Further, Need, Openings, Pattern, Piece, Pieces, Test, key_bit};
use crate::{Proclitics, RuleId};

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
    /// Of each rule, made when it is first tried.
    plans: Vec<OnceLock<Plan>>,
    /// Rules by what their first piece must be, and by what must follow it.
    first: Index,
    then: Index,
    /// Rules whose matches may end after their first piece.
    short: Vec<Set>,
    /// Keys that rules ask for as they begin, one bit each.
    literals: Vec<u64>,
}

/// Rules that one set holds.
const RULES: usize = 256;

/// Some of the rules, one bit each.
#[derive(Clone, Copy, Debug, Default)]
struct Set([u64; RULES / 64]);

impl Set {
    fn add(&mut self, rule: usize) {
        if let Some(word) = self.0.get_mut(rule / 64) {
            *word |= 1 << (rule % 64);
        }
    }

    #[inline]
    fn with(self, other: Set) -> Set {
        let Set([a, b, c, d]) = other;
        let Set([e, f, g, h]) = self;
        Set([a | e, b | f, c | g, d | h])
    }

    #[inline]
    fn within(self, other: Set) -> Set {
        let Set([a, b, c, d]) = other;
        let Set([e, f, g, h]) = self;
        Set([a & e, b & f, c & g, d & h])
    }

    #[inline]
    fn is_empty(self) -> bool {
        let Set([a, b, c, d]) = self;
        a | b | c | d == 0
    }

    /// In order.
    #[inline]
    fn each(self, mut take: impl FnMut(usize)) {
        for (n, mut word) in self.0.into_iter().enumerate() {
            while word != 0 {
                take(64 * n + word.trailing_zeros() as usize);
                word &= word - 1;
            }
        }
    }
}

/// Bits of the set of literals.
const LITERALS: usize = 1 << 12;

fn literal(key: u64) -> usize {
    (key >> 32) as usize % LITERALS
}

/// What a rule needs, so that it is not tried in vain.
#[derive(Clone, Debug)]
struct Plan {
    /// By its steps.
    needs: Vec<Need>,
    further: Further,
}

impl Plan {
    fn of(rule: &Rule) -> Plan {
        Plan { needs: rule.pattern.needs(), further: rule.pattern.further() }
    }
}

/// Tests, each once, by what a piece must have to pass; and of each test the rules that ask for it.
#[derive(Clone, Debug, Default)]
struct Index {
    tests: Vec<Test>,
    /// By test, for each set of rules.
    rules: Vec<Set>,
    /// 64 tests to a word.
    words: Vec<IndexWord>,
}

/// Of 64 tests, those that ask for each class, for a key with each bit, and for neither.
#[derive(Clone, Debug)]
struct IndexWord {
    classes: [u64; 64],
    keys: [u64; 64],
    any: u64,
    /// All classes that a test asks for.
    asked: Classes,
}

impl IndexWord {
    fn add(&mut self, test: u64, need: Need) {
        if need == Need::NOTHING {
            self.any |= test;
            return;
        }
        self.asked = self.asked.with(need.classes);
        for (set, mut wanted) in [(&mut self.classes, need.classes.0), (&mut self.keys, need.keys)] {
            while wanted != 0 {
                if let Some(tests) = set.get_mut(wanted.trailing_zeros() as usize) {
                    *tests |= test;
                }
                wanted &= wanted - 1;
            }
        }
    }
}

fn hash(test: &Test) -> usize {
    let classes = test.all ^ test.any.rotate_left(21) ^ test.none.rotate_left(42);
    let hash = (classes ^ test.key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (hash >> 32) as usize
}

impl Index {
    /// Tests with the rules that ask for them, of which there are so many sets.
    fn new(asked: &[(Test, usize)], width: usize) -> Index {
        let none = IndexWord { classes: [0; 64], keys: [0; 64], any: 0, asked: Classes::NONE };
        let mut index = Index::default();
        // Numbers of tests, each at its hash or behind it.
        let mut slots: Vec<Option<usize>> = vec![None; (2 * asked.len()).next_power_of_two()];
        for (test, rule) in asked {
            let mut slot = hash(test) % slots.len();
            while let Some(&Some(other)) = slots.get(slot)
                && index.tests.get(other) != Some(test)
            {
                slot = (slot + 1) % slots.len();
            }
            let Some(slot) = slots.get_mut(slot) else { continue };
            let n = *slot.get_or_insert(index.tests.len());
            if n == index.tests.len() {
                index.tests.push(*test);
                index.rules.resize((n + 1) * width, Set::default());
                index.words.resize(n / 64 + 1, none.clone());
                if let Some(word) = index.words.last_mut() {
                    word.add(1 << (n % 64), Need::of(test));
                }
            }
            if let Some(rules) = index.rules.get_mut(n * width + rule / RULES) {
                rules.add(rule % RULES);
            }
        }
        index
    }

    /// The rules of one set a test of which a piece passes.
    fn of(&self, set: usize, width: usize, piece: &Piece) -> Set {
        let mut rules = Set::default();
        for (n, word) in self.words.iter().enumerate() {
            let mut tests = word.any;
            tests |= word.keys.get(key_bit(piece.key).trailing_zeros() as usize).copied().unwrap_or_default();
            let mut classes = piece.classes.0 & word.asked.0;
            while classes != 0 {
                tests |= word.classes.get(classes.trailing_zeros() as usize).copied().unwrap_or_default();
                classes &= classes - 1;
            }
            while tests != 0 {
                let test = n * 64 + tests.trailing_zeros() as usize;
                tests &= tests - 1;
                if self.tests.get(test).is_some_and(|test| test.fits(piece, true)) {
                    rules = rules.with(self.rules.get(test * width + set).copied().unwrap_or_default());
                }
            }
        }
        rules
    }
}

/// What pieces are to a set of rules: which may begin with one of them, and which may go on to one after their first.
#[derive(Clone, Copy, Debug, Default)]
struct Role {
    first: Set,
    then: Set,
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
        let width = rules.len().div_ceil(RULES);
        let (mut first, mut then) = (Vec::new(), Vec::new());
        let mut short = vec![Set::default(); width];
        let mut openings = Openings::default();
        for (n, rule) in rules.iter().enumerate() {
            let ends = openings.read(&rule.pattern);
            first.extend(openings.first.iter().map(|test| (*test, n)));
            then.extend(openings.then.iter().map(|test| (*test, n)));
            if ends && let Some(set) = short.get_mut(n / RULES) {
                set.add(n % RULES);
            }
        }
        let mut literals = vec![0; LITERALS / 64];
        for (test, _) in first.iter().chain(&then).filter(|(test, _)| test.key != 0) {
            if let Some(word) = literals.get_mut(literal(test.key) / 64) {
                *word |= 1 << (literal(test.key) % 64);
            }
        }
        let (first, then) = (Index::new(&first, width), Index::new(&then, width));
        let plans = rules.iter().map(|_| OnceLock::new()).collect();
        RuleSet { rules, plans, first, then, short, literals }
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

    /// What a piece is to the rules of one set.
    fn make_role(&self, set: usize, piece: &Piece) -> Role {
        let width = self.short.len();
        Role { first: self.first.of(set, width, piece), then: self.then.of(set, width, piece) }
    }

    /// Reads a text with these rules.
    ///
    /// ```
    /// let rules = isnad_text::pattern::RuleSet::default();
    /// let matcher = rules.matcher();
    /// ```
    #[must_use]
    pub fn matcher(&self) -> Matcher<'_> {
        let known = vec![None; self.short.len() * KNOWN];
        Matcher { rules: self, roles: Vec::new(), known, waiting: Vec::new() }
    }
}

/// Reads a text with a set of rules; keeps what it has learnt of its pieces.
#[derive(Debug)]
pub struct Matcher<'r> {
    rules: &'r RuleSet,
    /// Of each list of pieces, for each set of rules.
    roles: Vec<Role>,
    known: Vec<Option<Known>>,
    waiting: Vec<Thread>,
}

/// Roles that are kept, by classes and proclitics.
const KNOWN: usize = 1024;

type Known = (Classes, Proclitics, Role);

impl Matcher<'_> {
    /// Every match of every rule that begins in a stretch of tokens, by where it begins, with the index of the rule; those
    /// of a token in the order of the rules.
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
    /// rules.matcher().each_in(&made, 0..3, |at, rule, found| seen.push((at, rule, found.end)));
    /// assert_eq!(seen, [(0, 0, 3)]);
    /// ```
    pub fn each_in(
        &mut self,
        pieces: &Pieces,
        tokens: Range<usize>,
        mut found: impl FnMut(usize, usize, Found),
    ) {
        self.learn(pieces);
        let Matcher { rules: RuleSet { rules, plans, short, .. }, roles, waiting, .. } = self;
        let width = short.len();
        let role =
            |list: u32, set: usize| roles.get(list as usize * width + set).copied().unwrap_or_default();
        for at in tokens {
            let list = pieces.list_of(at);
            for set in 0..width {
                let first = role(list, set).first;
                if first.is_empty() {
                    continue;
                }
                let here = pieces.of(list);
                // What follows the first piece: the next token, or the one after a phrase.
                let phrases = here.iter().take_while(|p| p.tokens != 1);
                let after_phrases =
                    phrases.map(|p| role(pieces.joined(at + usize::from(p.tokens)), set).then);
                let then = after_phrases.fold(role(pieces.joined(at + 1), set).then, Set::with);
                first.within(then).each(|n| {
                    let n = set * RULES + n;
                    if let (Some(rule), Some(plan)) = (rules.get(n), plans.get(n))
                        && let plan = plan.get_or_init(|| Plan::of(rule))
                        && plan.further.stands_after(pieces, at)
                        && let Some(matched) = rule.pattern.match_with(pieces, at, &plan.needs, waiting)
                    {
                        found(at, n, matched);
                    }
                });
            }
        }
    }

    /// Finds the roles of the lists that are new.
    fn learn(&mut self, pieces: &Pieces) {
        let width = self.rules.short.len();
        let known = self.roles.len().checked_div(width).unwrap_or_default();
        self.roles.reserve((pieces.lists() - known) * width);
        for list in known..pieces.lists() {
            for (set, &short) in self.rules.short.iter().enumerate() {
                let mut all = Role { first: Set::default(), then: short };
                for piece in pieces.of(list as u32) {
                    let role = self.role(set, piece);
                    all = Role { first: all.first.with(role.first), then: all.then.with(role.then) };
                }
                self.roles.push(all);
            }
        }
    }

    /// The role of a piece. Few pieces have a key that rules ask for; the others are told by their classes and proclitics,
    /// which come back.
    fn role(&mut self, set: usize, piece: &Piece) -> Role {
        let rules = self.rules;
        let classes = piece.classes;
        let at = literal(piece.key.0);
        if rules.literals.get(at / 64).is_none_or(|bits| bits >> (at % 64) & 1 != 0) {
            return rules.make_role(set, piece);
        }
        let mix = (classes.0 ^ u64::from(piece.proclitics.0) << 58).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let slot = self.known.get_mut(set * KNOWN + (mix >> (64 - KNOWN.ilog2())) as usize);
        match slot {
            Some(Some((of, proclitics, role))) if (*of, *proclitics) == (classes, piece.proclitics) => *role,
            slot => {
                let role = rules.make_role(set, piece);
                if let Some(slot) = slot {
                    *slot = Some((classes, piece.proclitics, role));
                }
                role
            }
        }
    }
}

#[cfg(feature = "rules")]
pub use file::RuleFile;

#[cfg(feature = "rules")]
mod file {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use toml::Spanned;

    use super::Rule;
    use crate::pattern::Pattern;
    use crate::{LoadError, RuleId};

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
        /// assert_eq!((error.file(), error.line()), ("mine.toml", 1));
        /// ```
        pub fn read(source: &str, file: &str, classes: &[&str]) -> Result<RuleFile, LoadError> {
            let error = |at: usize, cause: String| LoadError::at(source, file, at, cause);
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
