//! From the written pattern to a program.

use std::borrow::Cow;

use super::{CAPTURES, Classes, Pattern, Step, Test};
use crate::{Proclitics, fold_key};

/// Why a pattern cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("at byte {at} of the pattern: {cause}")]
#[non_exhaustive]
pub struct PatternError {
    /// Where in the pattern, in bytes.
    pub at: usize,
    /// What is wrong.
    pub cause: String,
}

/// Longest program that is accepted: repetitions are written out.
const LONGEST: usize = 2000;
/// Deepest nesting of groups and definitions.
const DEEPEST: usize = 24;

impl Pattern {
    /// Reads a pattern. `classes` names the classes in the order of their numbers; `define` gives the text behind `$name`.
    ///
    /// # Errors
    ///
    /// Says where the pattern is wrong and why: an unknown class or definition, one that holds itself, a missing
    /// bracket, a pattern that is too long or that may match nothing at all.
    ///
    /// ```
    /// use isnad_text::pattern::Pattern;
    /// let error = Pattern::parse("title nam{1,2}", &["title", "name"], &|_| None).unwrap_err();
    /// assert_eq!(error.to_string(), "at byte 6 of the pattern: there is no class `nam`");
    /// // An exclusion is no alternative.
    /// assert!(Pattern::parse("[title & !name | name]", &["title", "name"], &|_| None).is_err());
    /// ```
    pub fn parse<'d>(
        source: &'d str,
        classes: &[&str],
        define: &dyn Fn(&str) -> Option<&'d str>,
    ) -> Result<Pattern, PatternError> {
        let mut parser = Parser { source, at: 0, classes, define, labels: Vec::new(), within: Vec::new() };
        let node = parser.alternatives()?;
        if let Some(c) = parser.peek() {
            return Err(parser.error(format!("`{c}` is not expected here")));
        }
        if may_be_empty(&node) {
            return Err(PatternError { at: 0, cause: "it matches nothing at all".into() });
        }
        let mut program = Vec::new();
        emit(&node, &mut program);
        program.push(Step::Done);
        if program.len() > LONGEST {
            return Err(PatternError { at: 0, cause: format!("it is longer than {LONGEST} steps") });
        }
        Ok(Pattern { program: program.into(), labels: parser.labels.into() })
    }
}

enum Node {
    Piece(Test),
    Look { ahead: bool, be: bool, test: Test },
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeat { node: Box<Node>, least: u32, most: u32 },
    Capture(u8, Box<Node>),
}

struct Parser<'p, 'd> {
    source: &'d str,
    at: usize,
    classes: &'p [&'p str],
    define: &'p dyn Fn(&str) -> Option<&'d str>,
    labels: Vec<Cow<'static, str>>,
    /// Definitions and groups that are being read.
    within: Vec<&'d str>,
}

type Parsed<T> = Result<T, PatternError>;

impl<'d> Parser<'_, 'd> {
    fn error(&self, cause: String) -> PatternError {
        PatternError { at: self.at, cause }
    }

    fn rest(&self) -> &'d str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    fn take(&mut self, c: char) -> bool {
        let is = self.peek() == Some(c);
        if is {
            self.at += c.len_utf8();
        }
        is
    }

    fn expect(&mut self, c: char) -> Parsed<()> {
        if self.take(c) { Ok(()) } else { Err(self.error(format!("`{c}` is missing"))) }
    }

    fn word(&mut self) -> &'d str {
        self.peek();
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn alternatives(&mut self) -> Parsed<Node> {
        let mut all = vec![self.sequence()?];
        while self.take('|') {
            all.push(self.sequence()?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Alternatives(all) })
    }

    fn sequence(&mut self) -> Parsed<Node> {
        let mut all = Vec::new();
        while let Some(c) = self.peek() {
            if matches!(c, ')' | '|') {
                break;
            }
            let node = self.item()?;
            all.push(self.repeated(node)?);
        }
        Ok(if all.len() == 1 { all.remove(0) } else { Node::Sequence(all) })
    }

    fn repeated(&mut self, node: Node) -> Parsed<Node> {
        if matches!(self.rest().chars().next(), Some('+' | '{')) && may_be_empty(&node) {
            return Err(self.error("what is repeated may match nothing".into()));
        }
        let (least, most) = match self.rest().chars().next() {
            Some('?') => (0, 1),
            Some('+') => (1, 8),
            Some('{') => {
                self.at += 1;
                let least = self.number()?;
                let most = if self.take(',') { self.number()? } else { least };
                if self.peek() != Some('}') || least > most || most > 32 {
                    return Err(self.error("a repetition is {least,most}, at most 32".into()));
                }
                (least, most)
            }
            _ => return Ok(node),
        };
        self.at += 1;
        Ok(Node::Repeat { node: Box::new(node), least, most })
    }

    fn number(&mut self) -> Parsed<u32> {
        let digits = self.word();
        digits.parse().map_err(|_| self.error("a number is missing".into()))
    }

    fn item(&mut self) -> Parsed<Node> {
        if self.within.len() > DEEPEST {
            return Err(self.error("it is nested too deep".into()));
        }
        match self.peek() {
            Some('(') => self.group(),
            Some('$') => self.definition(),
            Some('<') => self.look(false, true),
            Some('>') => self.look(true, true),
            Some('!') => {
                self.at += 1;
                match self.peek() {
                    Some('<') => self.look(false, false),
                    Some('>') => self.look(true, false),
                    _ => Err(self.error("`!` stands before `<` or `>`, or inside [ ]".into())),
                }
            }
            Some('[' | '\'') => Ok(Node::Piece(self.test()?)),
            _ => {
                let from = self.at;
                let word = self.word();
                if self.rest().starts_with(":(") {
                    self.at += 1;
                    return self.capture(word);
                }
                self.at = from;
                Ok(Node::Piece(self.test()?))
            }
        }
    }

    fn group(&mut self) -> Parsed<Node> {
        self.expect('(')?;
        self.within.push("");
        let node = self.alternatives()?;
        self.within.pop();
        self.expect(')')?;
        Ok(node)
    }

    fn capture(&mut self, label: &str) -> Parsed<Node> {
        let index = match self.labels.iter().position(|l| l == label) {
            Some(index) => index,
            None => {
                self.labels.push(label.to_string().into());
                self.labels.len() - 1
            }
        };
        if index >= CAPTURES {
            return Err(self.error(format!("there are more than {CAPTURES} captures")));
        }
        Ok(Node::Capture(index as u8, Box::new(self.group()?)))
    }

    fn definition(&mut self) -> Parsed<Node> {
        self.at += 1;
        let name = self.word();
        let Some(source) = (self.define)(name) else {
            return Err(self.error(format!("there is no definition `{name}`")));
        };
        if self.within.contains(&name) {
            return Err(self.error(format!("the definition `{name}` holds itself")));
        }
        let (outer, at) = (core::mem::replace(&mut self.source, source), core::mem::take(&mut self.at));
        self.within.push(name);
        let node = self.alternatives().and_then(|node| match self.peek() {
            None => Ok(node),
            Some(c) => Err(self.error(format!("`{c}` is not expected here"))),
        });
        self.within.pop();
        (self.source, self.at) = (outer, at);
        node.map_err(|e| PatternError { at, cause: format!("in the definition `{name}`, {e}") })
    }

    fn look(&mut self, ahead: bool, be: bool) -> Parsed<Node> {
        self.at += 1;
        self.peek();
        Ok(Node::Look { ahead, be, test: self.test()? })
    }

    /// A class, `[classes]` or `'word'`, with its proclitics.
    fn test(&mut self) -> Parsed<Test> {
        let mut test = Test { may: u8::MAX, ..Test::default() };
        if self.take('\'') {
            test.key = self.literal()?;
        } else if self.take('[') {
            let mut one_of = false;
            loop {
                let negative = self.take('!');
                let class = if !negative && self.take('\'') {
                    test.key = self.literal()?;
                    0
                } else {
                    self.class()?
                };
                match self.peek() {
                    Some('|') if negative || class == 0 => {
                        return Err(self
                            .error("`|` stands between classes; write `(a | b)` for anything else".into()));
                    }
                    _ if negative => test.none |= class,
                    Some('|') if !one_of && test.any != 0 => {
                        return Err(self.error("a second list of alternatives; write `(a | b)`".into()));
                    }
                    Some('|') => (test.any, one_of) = (test.any | class, true),
                    _ if one_of => (test.any, one_of) = (test.any | class, false),
                    _ => test.all |= class,
                }
                if self.take(']') {
                    break;
                }
                if !(self.take('&') || self.take('|')) {
                    return Err(self.error("`]` is missing".into()));
                }
            }
        } else {
            test.all = self.class()?;
        }
        if self.rest().starts_with('/') {
            self.at += 1;
            test.may = 0;
            loop {
                let set = match self.rest().chars().next() {
                    Some('w') => Proclitics::WAW,
                    Some('f') => Proclitics::FA,
                    Some('b') => Proclitics::BA,
                    Some('l') => Proclitics::LAM,
                    Some('k') => Proclitics::KAF,
                    Some('*') => Proclitics(!0),
                    Some('0') => Proclitics::NONE,
                    _ => break,
                };
                self.at += 1;
                let optional = self.rest().starts_with('?');
                self.at += usize::from(optional);
                if !optional && set.0 != !0 {
                    test.must |= set.0;
                }
                test.may |= set.0 & !(1 << 7);
            }
        }
        Ok(test)
    }

    /// The key of the word up to the closing `'`.
    fn literal(&mut self) -> Parsed<u64> {
        let rest = self.rest();
        let Some(end) = rest.find('\'') else { return Err(self.error("`'` is missing".into())) };
        self.at += end + 1;
        Ok(fold_key(rest.get(..end).unwrap_or_default()).0)
    }

    fn class(&mut self) -> Parsed<u64> {
        self.peek();
        let from = self.at;
        let name = self.word();
        match self.classes.iter().position(|c| *c == name) {
            Some(class) => Ok(Classes::one(class as u32).0),
            None => {
                self.at = from;
                Err(self.error(format!("there is no class `{name}`")))
            }
        }
    }
}

/// Whether a node may match without any piece.
fn may_be_empty(node: &Node) -> bool {
    match node {
        Node::Piece(_) => false,
        Node::Look { .. } => true,
        Node::Capture(_, node) => may_be_empty(node),
        Node::Repeat { node, least, .. } => *least == 0 || may_be_empty(node),
        Node::Sequence(nodes) => nodes.iter().all(may_be_empty),
        Node::Alternatives(nodes) => nodes.iter().any(may_be_empty),
    }
}

fn emit(node: &Node, out: &mut Vec<Step>) {
    if out.len() > LONGEST {
        return; // the caller refuses it
    }
    match node {
        Node::Piece(test) => out.push(Step::Piece(*test)),
        Node::Look { ahead: true, be, test } => out.push(Step::Ahead(*be, *test)),
        Node::Look { ahead: false, be, test } => out.push(Step::Behind(*be, *test)),
        Node::Sequence(nodes) => nodes.iter().for_each(|n| emit(n, out)),
        Node::Capture(label, node) => {
            out.push(Step::Open(*label));
            emit(node, out);
            out.push(Step::Close(*label));
        }
        Node::Repeat { node, least, most } => {
            for _ in 0..*least {
                emit(node, out);
            }
            let mut splits = Vec::new();
            for _ in *least..*most {
                splits.push(out.len());
                out.push(Step::Split(0));
                emit(node, out);
            }
            let end = out.len() as u16;
            for split in splits {
                set(out, split, Step::Split(end));
            }
        }
        Node::Alternatives(nodes) => {
            let mut jumps = Vec::new();
            for (n, node) in nodes.iter().enumerate() {
                let split = out.len();
                if n + 1 < nodes.len() {
                    out.push(Step::Split(0));
                }
                emit(node, out);
                if n + 1 < nodes.len() {
                    jumps.push(out.len());
                    out.push(Step::Jump(0));
                    let next = out.len() as u16;
                    set(out, split, Step::Split(next));
                }
            }
            let end = out.len() as u16;
            for jump in jumps {
                set(out, jump, Step::Jump(end));
            }
        }
    }
}

fn set(out: &mut [Step], at: usize, step: Step) {
    if let Some(slot) = out.get_mut(at) {
        *slot = step;
    }
}
