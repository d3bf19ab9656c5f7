//! Matching: a backtracking walk over the program with a bound on its steps.

use super::{CAPTURES, Capture, Found, Pattern, Piece, Pieces, Step, Test};
use crate::Proclitics;

/// Steps that one attempt may take: far more than any rule of news needs, and a bound on what a user's rule can cost.
const MOST_STEPS: u32 = 4096;

#[derive(Clone, Copy)]
struct Thread {
    step: u16,
    token: u32,
    captures: [Capture; CAPTURES],
}

impl Pattern {
    /// The match that begins at a token, if there is one: of several, the one whose choices come first.
    ///
    /// See the [module documentation](crate::pattern) for an example.
    #[must_use]
    pub fn match_at(&self, pieces: &impl Pieces, start: usize) -> Option<Found> {
        let begin = Thread { step: 0, token: start as u32, captures: [Capture::default(); CAPTURES] };
        let mut waiting: Vec<Thread> = Vec::new();
        let mut thread = begin;
        for _ in 0..MOST_STEPS {
            let at = thread.token as usize;
            let alive = match self.program.get(usize::from(thread.step))? {
                Step::Done => return Some(Found { end: at, captures: thread.captures }),
                Step::Split(other) => {
                    waiting.push(Thread { step: *other, ..thread });
                    thread.step += 1;
                    true
                }
                Step::Jump(to) => {
                    thread.step = *to;
                    true
                }
                Step::Open(label) => {
                    if let Some(capture) = thread.captures.get_mut(usize::from(*label)) {
                        *capture = Capture { label: *label, skip: u8::MAX, start: thread.token, end: 0 };
                    }
                    thread.step += 1;
                    true
                }
                Step::Close(label) => {
                    if let Some(capture) = thread.captures.get_mut(usize::from(*label)) {
                        capture.end = thread.token;
                    }
                    thread.step += 1;
                    true
                }
                Step::Ahead(be, test) => {
                    thread.step += 1;
                    let is = pieces.joins(at) && pieces.at(at).iter().any(|p| test.fits(p, true));
                    is == *be
                }
                Step::Behind(be, test) => {
                    thread.step += 1;
                    let before = if pieces.joins(at) { at.checked_sub(1) } else { None };
                    let ends = |p: &&Piece| p.end as usize == at;
                    let is =
                        before.is_some_and(|b| pieces.at(b).iter().filter(ends).any(|p| test.fits(p, true)));
                    is == *be
                }
                Step::Piece(test) => {
                    thread.step += 1;
                    let first = at == start;
                    let mut fitting = pieces.at(at).iter().filter(|p| test.fits(p, first));
                    let next = if first || pieces.joins(at) { fitting.next() } else { None };
                    if let Some(next) = next {
                        // The pieces after the first wait, the last of them deepest.
                        let from = waiting.len();
                        waiting.extend(fitting.map(|other| thread.consume(other)));
                        if let Some(others) = waiting.get_mut(from..) {
                            others.reverse();
                        }
                        thread = thread.consume(next);
                    }
                    next.is_some()
                }
            };
            if !alive {
                thread = waiting.pop()?;
            }
        }
        None
    }
}

impl Thread {
    fn consume(mut self, piece: &Piece) -> Thread {
        for capture in &mut self.captures {
            if capture.start == self.token && capture.skip == u8::MAX {
                capture.skip = piece.skip;
            }
        }
        self.token = piece.end;
        self
    }
}

impl Test {
    /// Whether the piece is what is wanted; `free` allows proclitics of which the pattern says nothing.
    #[inline]
    fn fits(&self, piece: &Piece, free: bool) -> bool {
        let classes = piece.classes.0;
        let article = Proclitics::ARTICLE.0;
        let borne = piece.proclitics.0 & !article;
        classes & self.all == self.all
            && (self.any == 0 || classes & self.any != 0)
            && classes & self.none == 0
            && (self.key == 0 || piece.key.0 == self.key)
            && borne & self.must == self.must
            && borne & !(if self.may == u8::MAX { if free { !0 } else { 0 } } else { self.may }) == 0
    }
}
