//! What an entry of the vocabulary may be, summed up by the compiler.

use std::borrow::Cow;

use isnad_text::{Proclitics, Span, Text};

use crate::vocabulary::{CUE, EVENT, HAPPENING, List, PERSON, Particle, SpeakerKind, Word};

/// What an entry of the vocabulary may be.
#[derive(Debug)]
pub(crate) struct Senses {
    pub(crate) words: Cow<'static, [Word]>,
    pub(crate) sum: Sum,
    /// For a word alone, whatever phrase it may begin.
    pub(crate) lists: Lists,
}

/// What some words are, so that no question goes through them in vain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sum {
    pub(crate) kinds: u8,
    pub(crate) particle: Option<Particle>,
    pub(crate) speaker: Option<SpeakerKind>,
    pub(crate) particles: u32,
    /// The form with its vowel marks, where only those tell the words from homographs.
    marked: &'static str,
}

impl Sum {
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
    const fn of(words: &[Word]) -> Sum {
        let mut sum = Sum { kinds: 0, particle: None, speaker: None, particles: 0, marked: "" };
        let mut i = 0;
        while i < words.len() {
            match &words[i] {
                Word::Cue(cue) => {
                    sum.kinds |= CUE;
                    sum.marked = cue.marked;
                }
                Word::Event(event) => {
                    sum.kinds |= EVENT;
                    sum.marked = event.marked;
                }
                Word::Happening(_) => sum.kinds |= HAPPENING,
                Word::Person(_) => sum.kinds |= PERSON,
                Word::Speaker(kind) => {
                    if sum.speaker.is_none() {
                        sum.speaker = Some(*kind);
                    }
                }
                Word::Particle(particle) => {
                    if sum.particle.is_none() {
                        sum.particle = Some(*particle);
                    }
                    sum.particles |= 1 << *particle as u32;
                }
            }
            i += 1;
        }
        sum
    }
}

impl Senses {
    pub(crate) const fn of(words: &'static [Word], lists: &[List]) -> Senses {
        Senses { words: Cow::Borrowed(words), sum: Sum::of(words), lists: Lists::of(lists) }
    }

    /// A word of the user.
    #[cfg(feature = "user")]
    pub(crate) fn of_user(word: Word) -> Senses {
        let words = vec![word];
        Senses { sum: Sum::of(&words), words: words.into(), lists: Lists::of(&[]) }
    }

    /// Whether the vowel marks that the words demand are written.
    pub(crate) fn are_marked(&self, text: &Text<'_>, span: Span) -> bool {
        let letters = || text.slice(span).chars().filter(|&c| c != '\u{640}');
        self.sum.marked.is_empty() || letters().eq(self.sum.marked.chars())
    }
}

/// The lists that a word is on, as bits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lists {
    pub(crate) all: u64,
    /// Those that it is on with proclitics too.
    joined: u64,
}

impl Lists {
    #[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
    pub(crate) const fn of(lists: &[List]) -> Lists {
        let mut of = Lists { all: 0, joined: 0 };
        let mut i = 0;
        while i < lists.len() {
            of.all |= 1 << lists[i] as u64;
            of.joined |= (lists[i].joins() as u64) << lists[i] as u64;
            i += 1;
        }
        of
    }

    pub(crate) const fn of_word(self, proclitics: Proclitics) -> u64 {
        if proclitics.is_none() { self.all } else { self.joined }
    }
}
