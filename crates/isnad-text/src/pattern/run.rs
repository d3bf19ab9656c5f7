//! Matching: a backtracking walk over the program with a bound on its steps.

use super::{CAPTURES, Capture, Classes, Found, Need, Pattern, Piece, Pieces, Step, Test, key_bit};
use crate::Proclitics;

/// Steps that one attempt may take: far more than any rule of news needs, and a bound on what a user's rule can cost.
const MOST_STEPS: u32 = 4096;

/// Tokens that one match may span.
pub(super) const LONGEST: usize = 250;

/// A place in the program and in the text, both from where the match began. Small, since it is copied at every choice.
#[derive(Clone, Copy, Debug)]
pub(super) struct Thread {
    step: u16,
    token: u8,
    captures: [Open; CAPTURES],
}

/// A capture that is being made: tokens from the beginning of the match, and bytes of proclitics.
#[derive(Clone, Copy, Debug)]
struct Open {
    start: u8,
    end: u8,
    skip: u8,
}

const UNSET: u8 = u8::MAX;

impl Open {
    const NONE: Open = Open { start: UNSET, end: 0, skip: 0 };
}

impl Pattern {
    /// The match that begins at a token, if there is one: of several, the one whose choices come first.
    ///
    /// ```
    /// use isnad_text::pattern::{Classes, Pattern, Piece, Pieces};
    /// use isnad_text::fold_key;
    ///
    /// // "Colonel Saad Karim": a title and two words of a name.
    /// let mut made = Pieces::for_tokens(3);
    /// for (word, class) in [("العقيد", 0), ("سعد", 1), ("كريم", 1)] {
    ///     let list = made.list([Piece::word(fold_key(word), Classes::one(class))]);
    ///     made.push(list, true);
    /// }
    /// let pattern = Pattern::parse("title PER:( name+ )", &["title", "name"], &|_| None).unwrap();
    /// assert_eq!(pattern.match_at(&made, 0).unwrap().end, 3);
    /// assert!(pattern.match_at(&made, 1).is_none());
    /// ```
    #[must_use]
    pub fn match_at(&self, pieces: &Pieces, start: usize) -> Option<Found> {
        self.match_with(pieces, start, &[], &mut Vec::new())
    }

    /// The same, with what steps need, and room for the choices that wait.
    pub(super) fn match_with(
        &self,
        pieces: &Pieces,
        start: usize,
        needs: &[Need],
        waiting: &mut Vec<Thread>,
    ) -> Option<Found> {
        waiting.clear();
        let program: &[Step] = &self.program;
        let mut thread = Thread { step: 0, token: 0, captures: [Open::NONE; CAPTURES] };
        let mut here = Here::of(pieces, start);
        for _ in 0..MOST_STEPS {
            let step = program.get(usize::from(thread.step))?;
            thread.step += 1;
            let alive = match step {
                Step::Done => return Some(thread.found(start)),
                Step::Split(other) => {
                    // Only ways on which what stands here can be consumed are tried.
                    let open = |step: u16| needs.get(usize::from(step)).is_none_or(|need| here.meets(need));
                    if !open(thread.step) {
                        thread.step = *other;
                    } else if open(*other) {
                        waiting.push(Thread { step: *other, ..thread });
                    }
                    true
                }
                Step::Jump(to) => {
                    thread.step = *to;
                    true
                }
                Step::Open(label) => {
                    if let Some(capture) = thread.captures.get_mut(usize::from(*label)) {
                        *capture = Open { start: thread.token, ..Open::NONE };
                    }
                    true
                }
                Step::Close(label) => {
                    if let Some(capture) = thread.captures.get_mut(usize::from(*label)) {
                        capture.end = thread.token;
                    }
                    true
                }
                Step::Ahead(be, test) => {
                    let is = here.joins && here.pieces.iter().any(|p| test.fits(p, true));
                    is == *be
                }
                Step::Behind(be, test) => {
                    let at = start + usize::from(thread.token);
                    let before = if here.joins { at.checked_sub(1) } else { None };
                    let ends = |p: &&Piece| p.tokens == 1;
                    let is =
                        before.is_some_and(|b| pieces.at(b).iter().filter(ends).any(|p| test.fits(p, true)));
                    is == *be
                }
                Step::Piece(test) => {
                    let first = thread.token == 0;
                    let readings = if first || here.joins { here.pieces } else { &[] };
                    let mut fitting = readings.iter().filter(|p| test.fits(p, first));
                    let next = fitting.next();
                    if next.is_some() && readings.len() > 1 {
                        // The pieces after the first wait, the last of them deepest.
                        let from = waiting.len();
                        waiting.extend(fitting.filter_map(|other| {
                            let mut thread = thread;
                            thread.consume(other).then_some(thread)
                        }));
                        if let Some(others) = waiting.get_mut(from..) {
                            others.reverse();
                        }
                    }
                    let consumed = next.is_some_and(|next| thread.consume(next));
                    if consumed {
                        here = Here::of(pieces, start + usize::from(thread.token));
                    }
                    consumed
                }
            };
            if !alive {
                let other = waiting.pop()?;
                if other.token != thread.token {
                    here = Here::of(pieces, start + usize::from(other.token));
                }
                thread = other;
            }
        }
        None
    }
}

/// The token that a match has come to.
#[derive(Clone, Copy)]
struct Here<'p> {
    pieces: &'p [Piece],
    classes: Classes,
    joins: bool,
}

impl<'p> Here<'p> {
    #[inline]
    fn of(pieces: &'p Pieces, at: usize) -> Here<'p> {
        let (list, classes, joins) = pieces.here(at);
        Here { pieces: list, classes, joins }
    }

    #[inline]
    fn meets(&self, need: &Need) -> bool {
        let has = |piece: &Piece| key_bit(piece.key) & need.keys != 0;
        self.classes.any(need.classes)
            || (need.keys != 0 && (need.keys == u64::MAX || self.pieces.iter().any(has)))
    }
}

impl Thread {
    /// Goes on to where a piece ends, unless that is too far.
    #[inline]
    fn consume(&mut self, piece: &Piece) -> bool {
        let token = usize::from(self.token) + usize::from(piece.tokens);
        if token >= LONGEST {
            return false;
        }
        if piece.skip > 0 {
            for capture in self.captures.iter_mut().filter(|c| c.start == self.token) {
                capture.skip = piece.skip;
            }
        }
        self.token = token as u8;
        true
    }

    fn found(&self, start: usize) -> Found {
        let mut captures = [Capture::default(); CAPTURES];
        for (label, (to, from)) in captures.iter_mut().zip(&self.captures).enumerate() {
            if from.start != UNSET {
                let at = |token: u8| (start + usize::from(token)) as u32;
                *to =
                    Capture { label: label as u8, skip: from.skip, start: at(from.start), end: at(from.end) };
            }
        }
        Found { end: start + usize::from(self.token), captures }
    }
}

impl Test {
    /// Whether the piece is what is wanted; `free` allows proclitics of which the pattern says nothing.
    #[inline]
    pub(super) fn fits(&self, piece: &Piece, free: bool) -> bool {
        let classes = piece.classes.0;
        classes & self.all == self.all
            && classes & self.none == 0
            && (self.any == 0 || classes & self.any != 0)
            && (self.key == 0 || piece.key.0 == self.key)
            && (piece.proclitics.0 | self.must == 0 || self.allows(piece.proclitics, free))
    }

    fn allows(&self, proclitics: Proclitics, free: bool) -> bool {
        let borne = proclitics.without(Proclitics::ARTICLE).0;
        let may = if self.may < u8::MAX { self.may } else { u8::from(free) * u8::MAX };
        borne & self.must == self.must && borne & !may == 0
    }
}
