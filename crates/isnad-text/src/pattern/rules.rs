//! Rules: patterns with names, and the files that people write them in.

use crate::pattern::run::Thread;
use crate::pattern::{Classes, Found, Need, Opening, Pattern, Piece, Pieces, key_bit};

use crate::{Key, RuleId};

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
    /// Rules by a class that their first piece must have, and by one that what follows the first piece must have.
    first: ByClass,
    second: ByClass,
    /// By the bit of a key, the rules whose first piece may have the key.
    keys: Vec<u64>,
    /// Of each rule, the ways in which it may begin, and what its steps need.
    plans: Vec<Plan>,
}

#[derive(Clone, Debug)]
struct Plan {
    openings: Vec<Opening>,
    needs: Vec<Need>,
}

/// Of each class, the rules that ask for it, as a bit set of `width` words; at the end those that ask for none.
#[derive(Clone, Debug, Default)]
struct ByClass {
    bits: Vec<u64>,
    width: usize,
    /// All classes that a rule asks for.
    asked: Classes,
}

impl ByClass {
    fn new(classes: impl ExactSizeIterator<Item = Classes>) -> ByClass {
        let width = classes.len().div_ceil(64);
        let mut asked = Classes::NONE;
        let mut bits = vec![0; 65 * width];
        for (n, wanted) in classes.enumerate() {
            asked = asked.with(wanted);
            for class in 0..65 {
                let asks =
                    if class == 64 { wanted == Classes::NONE } else { wanted.any(Classes::one(class)) };
                if asks && let Some(word) = bits.get_mut(class as usize * width + n / 64) {
                    *word |= 1 << (n % 64);
                }
            }
        }
        ByClass { bits, width, asked }
    }

    /// The rules of one word of the bit set that some of these classes satisfy.
    #[inline]
    fn of(&self, classes: Classes, word: usize) -> u64 {
        let of = |class: usize| self.bits.get(class * self.width + word).copied().unwrap_or_default();
        let (mut rules, mut classes) = (of(64), classes.0 & self.asked.0);
        while classes != 0 {
            rules |= of(classes.trailing_zeros() as usize);
            classes &= classes - 1;
        }
        rules
    }
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
        let first = ByClass::new(rules.iter().map(|rule| rule.pattern.first));
        let plan = |rule: &Rule| {
            let needs = rule.pattern.needs();
            Plan { openings: rule.pattern.openings(&needs), needs }
        };
        let plans: Vec<Plan> = rules.iter().map(plan).collect();
        // Of what must follow, classes only: keys are looked at for each rule.
        let then = |plan: &Plan| {
            let open = plan.openings.iter().any(|opening| opening.then.keys != 0);
            let all = plan.openings.iter().fold(Classes::NONE, |sum, o| sum.with(o.then.classes));
            if open { Classes::NONE } else { all }
        };
        let second = ByClass::new(plans.iter().map(then));
        let mut keys = vec![0; 64 * first.width];
        for (n, plan) in plans.iter().enumerate() {
            for bit in 0..64 {
                let may = |o: &Opening| o.first.key == 0 || key_bit(Key(o.first.key)) == 1 << bit;
                if plan.openings.iter().any(may)
                    && let Some(word) = keys.get_mut(bit * first.width + n / 64)
                {
                    *word |= 1 << (n % 64);
                }
            }
        }
        RuleSet { rules, first, second, keys, plans }
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

    /// Reads a text with these rules.
    ///
    /// ```
    /// let rules = isnad_text::pattern::RuleSet::default();
    /// let matcher = rules.matcher();
    /// ```
    #[must_use]
    pub fn matcher(&self) -> Matcher<'_> {
        Matcher { rules: self, waiting: Vec::new() }
    }
}

/// Reads a text with a set of rules; keeps the room that matching needs.
#[derive(Debug)]
pub struct Matcher<'r> {
    rules: &'r RuleSet,
    waiting: Vec<Thread>,
}

impl<'r> Matcher<'r> {
    /// Every match of every rule that begins at a token, in the order of the rules.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Pattern, Piece, Pieces, Rule, RuleSet};
    /// use isnad_text::fold_key;
    ///
    /// /// One piece a token, made by hand: a title and two words of a name.
    /// struct Made(Vec<Piece>);
    /// impl Pieces for Made {
    ///     fn at(&self, token: usize) -> &[Piece] { self.0.get(token..token + 1).unwrap_or_default() }
    /// }
    /// let word = |w: &str, class: u64, at: usize| Piece::word(fold_key(w), Classes(class), at);
    /// let made = Made(vec![word("العقيد", 1, 0), word("سعد", 2, 1), word("كريم", 2, 2)]); // "Colonel Saad Karim"
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// let rule = Rule { id: isnad_text::RuleId::new("mine.officer"), pattern, priority: 0 };
    /// let rules = RuleSet::new(vec![rule]);
    /// let mut seen = Vec::new();
    /// rules.matcher().each_at(&made, 0, |rule, found| seen.push((rule.id.clone(), found.end)));
    /// assert_eq!(seen, [(isnad_text::RuleId::new("mine.officer"), 3)]);
    /// ```
    #[inline]
    pub fn each_at(&mut self, pieces: &impl Pieces, at: usize, mut found: impl FnMut(&'r Rule, Found)) {
        let RuleSet { rules, first, second, keys, plans } = self.rules;
        let classes = pieces.classes(at);
        for word in 0..first.width {
            let mut begin = first.of(classes, word);
            if begin == 0 {
                continue;
            }
            let here = pieces.at(at);
            let of_key = |p: &Piece| keys.get((p.key.0 >> 58) as usize * first.width + word);
            begin &= here.iter().filter_map(of_key).fold(0, |sum, rules| sum | rules);
            if begin == 0 {
                continue;
            }
            // What follows the first piece: the next token, or the one after a phrase.
            let phrases = here.iter().take_while(|p| p.end as usize != at + 1);
            let after_phrases = phrases.map(|p| following(pieces, p.end as usize));
            begin &= second.of(after_phrases.fold(following(pieces, at + 1), Classes::with), word);
            while begin != 0 {
                let n = word * 64 + begin.trailing_zeros() as usize;
                begin &= begin - 1;
                let (Some(rule), Some(plan)) = (rules.get(n), plans.get(n)) else { return };
                let begins = |opening: &Opening| {
                    here.iter().any(|p| opening.first.fits(p, true) && opening.goes_on(pieces, p))
                };
                if plan.needs.first().is_none_or(|need| need.is_met(pieces, at))
                    && plan.openings.iter().any(begins)
                    && let Some(matched) = rule.pattern.match_with(pieces, at, &plan.needs, &mut self.waiting)
                {
                    found(rule, matched);
                }
            }
        }
    }
}

impl Opening {
    #[inline]
    fn goes_on(&self, pieces: &impl Pieces, piece: &Piece) -> bool {
        let next = piece.end as usize;
        self.then == Need::NOTHING || (pieces.joins(next) && self.then.is_met(pieces, next))
    }
}

/// Classes of what a match may go on to at a token.
#[inline]
fn following(pieces: &impl Pieces, at: usize) -> Classes {
    if pieces.joins(at) { pieces.classes(at) } else { Classes::NONE }
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
