//! What must stand further on if a pattern is to match: asked before it is tried.

use super::run::LONGEST;
use super::{Pattern, Pieces, Reached, Step, Test};

/// What every match of a pattern has behind its first piece, or looks ahead at: a parenthesis, a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Further {
    wanted: Vec<Wanted>,
    /// How many pieces behind the first may be looked at.
    pieces: usize,
}

/// Classes that one piece has: all of these, and one of those if there are any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wanted {
    all: u64,
    any: u64,
}

impl Further {
    /// Whether all of it stands, in any order, as far behind the token as a match that begins there can reach. What no
    /// piece may go on to is looked at too: the answer may be yes where there is no match, but never no where there is one.
    pub(super) fn stands_after(&self, pieces: &Pieces, at: usize) -> bool {
        let bound = at + 1 + LONGEST;
        self.wanted.iter().all(|wanted| {
            let mut end = at + 1 + pieces.reach(at).1 + self.pieces;
            let mut token = at + 1;
            while token < end.min(bound) {
                let (classes, further) = pieces.reach(token);
                if classes.0 & wanted.all == wanted.all && (wanted.any == 0 || classes.0 & wanted.any != 0) {
                    return true;
                }
                end += further; // a phrase leads further
                token += 1;
            }
            false
        })
    }
}

/// What is to come from a step on: which of all that is wanted, one bit each, and how many pieces may be looked at.
#[derive(Clone, Copy, Default)]
struct Rest {
    wanted: u64,
    pieces: usize,
}

impl Rest {
    /// What both ways have in common.
    fn or(self, other: Rest) -> Rest {
        Rest { wanted: self.wanted & other.wanted, pieces: self.pieces.max(other.pieces) }
    }
}

impl Pattern {
    /// What a match has behind its first piece. Nothing is said of a program that leads back.
    pub(super) fn further(&self) -> Further {
        let mut all: Vec<Wanted> = Vec::new();
        let mut bit = |test: &Test| {
            let wanted = Wanted { all: test.all, any: test.any };
            if (wanted.all, wanted.any) == (0, 0) {
                return 0;
            }
            let known = all.iter().position(|&w| w == wanted);
            let n = known.unwrap_or(all.len());
            if known.is_none() && n < 64 {
                all.push(wanted);
            }
            1u64.checked_shl(n as u32).unwrap_or_default()
        };
        let mut from = vec![Rest::default(); self.program.len() + 1];
        let mut behind: Option<Rest> = None;
        let mut is_first = vec![false; self.program.len()];
        let mut reached = Reached::default();
        reached.start(self);
        reached.from(self, 0, |at| {
            if let Some(is_first) = is_first.get_mut(at) {
                *is_first = true;
            }
        });
        for (at, step) in self.program.iter().enumerate().rev() {
            let of = |to: usize| from.get(to).filter(|_| to > at).copied();
            let rest = match step {
                Step::Piece(test) => {
                    of(at + 1).map(|r| Rest { wanted: r.wanted | bit(test), pieces: r.pieces + 1 })
                }
                Step::Ahead(true, test) => {
                    of(at + 1).map(|r| Rest { wanted: r.wanted | bit(test), pieces: r.pieces.max(1) })
                }
                Step::Split(other) => {
                    of(at + 1).zip(of(usize::from(*other))).map(|(one, other)| one.or(other))
                }
                Step::Jump(to) => of(usize::from(*to)),
                Step::Open(_) | Step::Close(_) | Step::Behind(..) | Step::Ahead(false, _) => of(at + 1),
                Step::Done => Some(Rest::default()),
            };
            let Some(rest) = rest else { return Further::default() };
            if is_first.get(at) == Some(&true) {
                let after = of(at + 1).unwrap_or_default();
                behind = Some(behind.map_or(after, |behind| behind.or(after)));
            }
            if let Some(slot) = from.get_mut(at) {
                *slot = rest;
            }
        }
        let Rest { wanted, pieces } = behind.unwrap_or_default();
        let is_wanted = |n: usize| 1u64.checked_shl(n as u32).is_some_and(|bit| wanted & bit != 0);
        let wanted = all.iter().enumerate().filter(|&(n, _)| is_wanted(n)).map(|(_, &w)| w).collect();
        Further { wanted, pieces }
    }
}
