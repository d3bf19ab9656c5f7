//! The table of a lexicon: a trie of keys, and the phrases at its nodes.

use core::ops::Range;
use std::borrow::Cow;

use isnad_normalize::is_ignorable;

use super::{Entries, Match, PhraseFlags, same_bytes};
use crate::token::PLAIN;
use crate::{Key, Proclitics, Reading, Text, Token, TokenKind};

/// An edge of the trie: from a node, by a token's key, to a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(hidden)]
pub struct Edge {
    pub key: u64,
    pub from: u32,
    pub to: u32,
}

/// What a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The meaning, as the layer that owns the lexicon numbers it.
    pub id: u32,
    /// Constraints on how the phrase must stand in the text.
    pub flags: PhraseFlags,
    #[doc(hidden)]
    pub start: u32,
    #[doc(hidden)]
    pub len: u32,
}

/// The const form of a lexicon, written by the generator.
#[derive(Clone, Debug)]
#[doc(hidden)]
pub struct LexiconTable {
    /// Edges are sorted by bucket; a bucket is the top `bits` bits of the edge's hash.
    pub bits: u32,
    pub buckets: Cow<'static, [u32]>,
    pub edges: Cow<'static, [Edge]>,
    /// Where each node's entries start; one more than there are nodes.
    pub nodes: Cow<'static, [u32]>,
    pub entries: Cow<'static, [Entry]>,
    /// The phrases as written, end to end.
    pub phrases: Cow<'static, str>,
}

impl LexiconTable {
    pub(crate) const fn hash(from: u32, key: u64) -> u64 {
        key ^ (from as u64).wrapping_mul(0xA24B_AED4_963E_E407)
    }

    /// The bucket of an edge.
    #[inline]
    pub const fn bucket(bits: u32, from: u32, key: u64) -> usize {
        (Self::hash(from, key) >> (64 - bits)) as usize
    }

    #[inline]
    pub(super) fn step(&self, from: u32, key: Key) -> Option<u32> {
        let bucket = Self::bucket(self.bits, from, key.0);
        let (&start, &end) = (self.buckets.get(bucket)?, self.buckets.get(bucket + 1)?);
        if start == end {
            return None;
        }
        let edges = self.edges.get(start as usize..end as usize)?;
        edges.iter().find(|e| e.key == key.0 && e.from == from).map(|e| e.to)
    }

    pub(super) fn entries(&self, node: u32) -> &[Entry] {
        let at = node as usize;
        match (self.nodes.get(at), self.nodes.get(at + 1)) {
            (Some(&start), Some(&end)) => self.entries.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    #[inline]
    fn phrase_bytes(&self, entry: &Entry) -> &[u8] {
        let range = entry.start as usize..(entry.start + entry.len) as usize;
        self.phrases.as_bytes().get(range).unwrap_or_default()
    }

    /// Whether the tokens are spelled as an entry's phrase, without haste.
    #[inline(never)]
    fn spells(
        &self,
        entry: &Entry,
        text: &Text<'_>,
        tokens: Range<usize>,
        reading: Option<&Reading>,
    ) -> bool {
        let phrase = self.phrases.get(entry.start as usize..(entry.start + entry.len) as usize);
        let phrase = phrase.unwrap_or_default();
        if tokens.len() == 1 && reading.is_none() {
            let surface = text.surface(tokens.start);
            // A word without marks is as long as it has letters, and no phrase that is no longer has as many and marks.
            let is_plain = text.token(tokens.start).is_some_and(|t| t.flags & PLAIN != 0);
            let settled = entry.flags.has(PhraseFlags::EXACT) && is_plain && phrase.len() <= surface.len();
            if settled || surface == phrase {
                return surface == phrase;
            }
        }
        // للوزير: written as it folds, once what the proclitic swallowed is restored.
        if tokens.len() == 1
            && let Some(r) = reading.filter(|_| !entry.flags.has(PhraseFlags::EXACT))
            && let Some(rest) = phrase.strip_prefix(r.restored.as_str())
            && text.folded_bytes(tokens.start).get(r.folded_skip as usize..) == Some(rest.as_bytes())
        {
            return true;
        }
        spells(phrase, text, tokens, entry.flags, reading)
    }

    /// Every phrase from `first` on, shortest first, whose first word led to `node`.
    #[inline]
    pub(super) fn walk<'r>(
        &self,
        text: &Text<'_>,
        first: usize,
        mut node: u32,
        reading: Option<&'r Reading>,
        mut found: impl FnMut(Phrase<'r>),
    ) {
        let mut at = first + 1;
        loop {
            if let Some(phrase) = self.accept(text, first..at, node, reading) {
                found(phrase);
            }
            node = loop {
                let Some(token) = text.token(at).filter(|t| !t.starts_paragraph()) else { return };
                at += 1;
                match self.step(node, token.key()) {
                    Some(next) => break next,
                    None if is_mark(token) => {}
                    None => return,
                }
            };
        }
    }

    /// The phrase that these tokens are, if the node has entries whose spelling and flags fit.
    #[inline(always)]
    pub(super) fn accept<'r>(
        &self,
        text: &Text<'_>,
        tokens: Range<usize>,
        node: u32,
        reading: Option<&'r Reading>,
    ) -> Option<Phrase<'r>> {
        let entries = self.entries(node);
        if entries.is_empty() {
            return None;
        }
        let (proclitics, skip, restored) = match reading {
            Some(r) => (r.proclitics, r.folded_skip as usize, r.restored.as_str()),
            None => (Proclitics::NONE, 0, ""),
        };
        // One word, nothing restored, and the entry is written as it folds: the common case by far.
        let word = if tokens.len() == 1 && restored.is_empty() {
            text.folded_bytes(tokens.start).get(skip..)
        } else {
            None
        };
        let (must, must_not) = PhraseFlags::demanded(proclitics);
        let (mut fits, mut bit) = (0, 1);
        for entry in entries {
            let as_it_folds = word.filter(|_| !entry.flags.has(PhraseFlags::EXACT));
            let is_spelled = || {
                as_it_folds.is_some_and(|word| same_bytes(word, self.phrase_bytes(entry)))
                    || self.spells(entry, text, tokens.clone(), reading)
            };
            if entry.flags.has(must) && entry.flags.0 & must_not.0 == 0 && is_spelled() {
                fits |= bit;
            }
            bit <<= 1; // of more than 64 entries the rest is left out
        }
        if fits == 0 {
            return None;
        }
        let end = if tokens.len() > 1 { closed(text, tokens) } else { tokens.end };
        Some(Phrase { end, reading, node, fits })
    }
}

/// A phrase found, before it is said where it stands.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'r> {
    /// One past the index of its last token.
    pub(super) end: usize,
    reading: Option<&'r Reading>,
    node: u32,
    /// Which entries of the node fit.
    fits: u64,
}

impl Phrase<'_> {
    #[inline]
    pub(super) fn found<'l>(self, table: &'l LexiconTable, text: &Text<'_>, first: usize) -> Match<'l> {
        let Phrase { end, reading, node, fits } = self;
        let mut span = text.span_of(first..end);
        span.start += reading.map_or(0, |r| r.skip as usize);
        let proclitics = reading.map_or(Proclitics::NONE, |r| r.proclitics);
        Match { first, end, span, proclitics, entries: Entries { all: table.entries(node), fits } }
    }
}

/// تنظيم «الدولة»: a phrase that holds the opening mark holds the closing one.
fn closed(text: &Text<'_>, tokens: Range<usize>) -> usize {
    let inside = || tokens.clone().skip(1).filter_map(|i| text.token(i));
    let opened = inside().filter(|t| t.kind() == TokenKind::OpenQuote).count();
    let closed = inside().filter(|t| t.kind() == TokenKind::CloseQuote).count();
    let closes = text.token(tokens.end).is_some_and(|token| token.kind() == TokenKind::CloseQuote);
    tokens.end + usize::from(opened > closed && closes)
}

/// Whether tokens are spelled as a phrase.
fn spells(
    phrase: &str,
    text: &Text<'_>,
    tokens: Range<usize>,
    flags: PhraseFlags,
    reading: Option<&Reading>,
) -> bool {
    let restored = reading.map_or("", |r| r.restored.as_str());
    let words = tokens.clone().filter(|&i| text.token(i).is_some_and(|t| !is_mark(t)));
    let skip = reading.map_or(0, |r| r.folded_skip as usize);
    if flags.has(PhraseFlags::EXACT) {
        let letters = |c: &char| !is_ignorable(*c) && !c.is_whitespace();
        let written = words.flat_map(|i| text.surface(i).chars()).filter(letters).skip(skip / 2);
        return restored.chars().chain(written).eq(phrase.chars().filter(letters));
    }
    // Nothing restored, no marks within, and the entry is written as it folds.
    let mut rest = if restored.is_empty() { phrase.as_bytes() } else { &[] };
    for (n, at) in tokens.clone().enumerate() {
        let word = text.folded_bytes(at).get(if n == 0 { skip } else { 0 }..).unwrap_or_default();
        let Some(after) = rest.strip_prefix(word) else { break };
        if after.is_empty() && n + 1 == tokens.len() && !rest.is_empty() {
            return true;
        }
        rest = after.strip_prefix(b" ").unwrap_or_default();
    }
    let written = words
        .enumerate()
        .flat_map(|(n, i)| text.folded(i).get(if n == 0 { skip } else { 0 }..).unwrap_or_default().chars());
    let folded = phrase.chars().filter(|c| !c.is_whitespace()).filter_map(crate::fold_char);
    restored.chars().chain(written).eq(folded)
}

/// Marks that may stand inside a phrase: تنظيم «الدولة», تنظيم #داعش.
pub(super) fn is_mark(token: &Token) -> bool {
    token.is_quote() || token.kind() == TokenKind::Hash
}
