//! What stands at each token: pieces with their classes, for the rules to match.

use std::borrow::Cow;

use isnad_text::pattern::{Classes, Piece, Pieces};
use isnad_text::{Key, Lexicon, Proclitics, Reading, Text, Token, TokenKind};

use crate::generated::classes as class;
use crate::shape;
use crate::tables::{FIRST, PAIRS};
use crate::words::{NAMELESS, Words};

/// No record: the tag of a piece that no list holds.
pub(crate) const NO_RECORD: u32 = u32::MAX;

/// The pieces of a whole text.
pub(crate) struct Annotated<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) words: &'a Words,
    pieces: Vec<Piece>,
    /// Where the pieces of each token start; one more than there are tokens.
    starts: Vec<u32>,
    /// The classes of the pieces of each token together.
    classes: Vec<Classes>,
}

impl Pieces for Annotated<'_, '_> {
    #[inline]
    fn at(&self, token: usize) -> &[Piece] {
        match (self.starts.get(token), self.starts.get(token + 1)) {
            (Some(&start), Some(&end)) => self.pieces.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    #[inline]
    fn joins(&self, token: usize) -> bool {
        self.text.token(token).is_some_and(|t| !t.starts_paragraph())
    }

    #[inline]
    fn classes(&self, token: usize) -> Classes {
        self.classes.get(token).copied().unwrap_or_default()
    }
}

/// Which words a phrase of the lexicon may begin with, and which pairs of words: one bit each, asked first.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    words: Bits,
    pairs: Bits,
}

impl Beginnings {
    /// Those of the built-in phrases and of a user's.
    pub(crate) fn with(user: Option<&Lexicon>) -> Beginnings {
        let mut beginnings = Beginnings { words: Bits::built_in(FIRST), pairs: Bits::built_in(PAIRS) };
        for (first, second) in user.into_iter().flat_map(Lexicon::beginnings) {
            match second {
                None => beginnings.words.set(first.0),
                Some(second) => beginnings.pairs.set(pair(first, second)),
            }
        }
        beginnings
    }

    /// Whether what stands at a token depends on the token alone: no phrase goes on from it to the next.
    fn settled(&self, text: &Text<'_>, at: usize, token: &Token) -> bool {
        let Some(next) = text.token(at + 1) else { return true };
        let goes_on = |first| self.pairs.has(pair(first, next.key()));
        next.is_word() && !goes_on(token.key()) && !text.readings(at).iter().any(|r| goes_on(r.key))
    }
}

pub(crate) const fn pair(first: Key, second: Key) -> u64 {
    first.0.rotate_left(17) ^ second.0
}

/// A set of hashes by their lowest bits: what it has not was never put in.
#[derive(Clone, Debug)]
pub(crate) struct Bits(Cow<'static, [u64]>);

impl Bits {
    /// With room for at least so many bits, within bounds.
    pub(crate) fn new(bits: usize) -> Bits {
        Bits(vec![0; (bits / 64).next_power_of_two().clamp(16, 1 << 13)].into())
    }

    /// Those of a power of two of words.
    const fn built_in(bits: &'static [u64]) -> Bits {
        Bits(Cow::Borrowed(bits))
    }

    pub(crate) fn set(&mut self, key: u64) {
        let at = self.place(key);
        if let Some(word) = self.0.to_mut().get_mut(at) {
            *word |= 1 << (key % 64);
        }
    }

    #[inline]
    pub(crate) fn has(&self, key: u64) -> bool {
        self.0.get(self.place(key)).is_some_and(|word| word >> (key % 64) & 1 != 0)
    }

    #[inline]
    fn place(&self, key: u64) -> usize {
        (key / 64) as usize & (self.0.len() - 1)
    }
}

/// Tokens whose pieces are known, by their letters: a text repeats its words.
struct Repeats(Vec<u32>);

impl Repeats {
    fn new(tokens: usize) -> Repeats {
        Repeats(vec![u32::MAX; tokens.next_power_of_two().clamp(16, 8192)])
    }

    /// The place for a token of this key: an earlier token with the same surface, or one with another.
    fn slot(&mut self, Key(key): Key) -> Option<&mut u32> {
        let mask = self.0.len() - 1;
        self.0.get_mut(key as usize & mask)
    }
}

impl<'a, 't> Annotated<'a, 't> {
    pub(crate) fn new(text: &'a Text<'t>, words: &'a Words) -> Annotated<'a, 't> {
        let tokens = text.tokens();
        let mut pieces = Vec::with_capacity(tokens.len() * 2);
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        let mut classes: Vec<Classes> = Vec::with_capacity(tokens.len());
        let mut repeats = Repeats::new(tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            let start = pieces.len();
            starts.push(start as u32);
            if token.is_word() {
                let settled = words.beginnings.settled(text, at, token);
                if settled && let Some(slot) = repeats.slot(token.key()) {
                    let known = *slot as usize;
                    *slot = at as u32;
                    if known < at
                        && text.surface(known) == text.surface(at)
                        && let (Some(&from), Some(&to)) = (starts.get(known), starts.get(known + 1))
                        && let Some(&of_known) = classes.get(known)
                    {
                        for n in from..to {
                            if let Some(&piece) = pieces.get(n as usize) {
                                pieces.push(Piece { end: at as u32 + 1, ..piece });
                            }
                        }
                        classes.push(of_known);
                        continue;
                    }
                }
                word(text, at, token, words, settled, &mut pieces);
            } else {
                pieces.push(Piece { tag: NO_RECORD, ..Piece::word(token.key(), mark(text, at, token), at) });
            }
            let with = |sum: Classes, piece: &Piece| sum.with(piece.classes);
            classes.push(pieces.iter().skip(start).fold(Classes::NONE, with));
        }
        starts.push(pieces.len() as u32);
        Annotated { text, words, pieces, starts, classes }
    }
}

fn mark(text: &Text<'_>, at: usize, token: &Token) -> Classes {
    match token.kind() {
        TokenKind::Number => class::NUMBER,
        TokenKind::OpenQuote => class::OPEN,
        TokenKind::CloseQuote => class::CLOSE,
        TokenKind::Hash => class::HASH,
        TokenKind::Punctuation => match text.surface(at) {
            "،" | "," => class::COMMA,
            "-" | "–" | "—" | "/" => class::DASH,
            "(" | "[" => class::LPAREN,
            ")" | "]" => class::RPAREN,
            _ => Classes::NONE,
        },
        _ => Classes::NONE,
    }
}

/// Pieces of a word: phrases that begin with it, the word as it stands, the word behind its proclitics. With `alone`, no
/// phrase goes on to the next token.
fn word(text: &Text<'_>, at: usize, token: &Token, words: &Words, alone: bool, pieces: &mut Vec<Piece>) {
    let from = pieces.len();
    let mut plain = Piece { tag: NO_RECORD, ..Piece::word(token.key(), Classes::NONE, at) };
    let take = |piece: &mut Piece, reading: Option<&Reading>, pieces: &mut Vec<Piece>| {
        let (key, proclitics) = reading.map_or((token.key(), Proclitics::NONE), |r| (r.key, r.proclitics));
        let single = words.single(key, proclitics);
        if single != Classes::NONE {
            piece.classes = piece.classes.with(single);
            if piece.tag == NO_RECORD {
                piece.tag = NAMELESS;
            }
        }
        if !words.beginnings.words.has(key.0) {
            return;
        }
        words.each_at(text, at, key, reading, alone, |end, record, classes| {
            if end == at + 1 {
                piece.classes = piece.classes.with(classes);
                if piece.tag == NO_RECORD || !words.names_things(piece.tag) {
                    piece.tag = record;
                }
            } else {
                let whole = Piece { classes, end: end as u32, tag: record, ..*piece };
                pieces.push(whole);
            }
        });
    };
    let script = if token.is_arabic() { class::WORD } else { class::LATIN };
    take(&mut plain, None, pieces);
    let place = class::LOC.with(class::MAYBE_LOC);
    if plain.classes.any(place) && text.surface(at).contains('\u{64B}') {
        plain.classes = Classes(plain.classes.0 & !place.0); // تركياً "Turkish": places bear no tanwin
    }
    let readings = text.readings(at);
    for reading in readings.iter().filter(|r| r.skip == 0) {
        take(&mut plain, Some(reading), pieces);
        plain.classes = plain.classes.with(class::DEF);
    }
    let known = plain.tag != NO_RECORD;
    plain.classes = plain.classes.with(script).with(shape::length(text.folded(at)));
    if plain.classes.any(NAME) && text.surface(at).ends_with('ه') {
        plain.classes = plain.classes.with(class::INFLECTED); // نظيره "his colleague", not نظيرة Nazira
    }
    if !readings.iter().any(|r| r.skip > 0) {
        if !known {
            let shape = shape::of(text.surface(at), text.folded(at));
            plain.classes = plain.classes.with(class::UNKNOWN).with(shape);
        }
        sort_phrases(pieces, from);
        pieces.push(plain);
        return;
    }
    let mut behind: [Option<Piece>; 4] = [None; 4];
    for reading in readings.iter().filter(|r| r.skip > 0) {
        if known {
            // Of a word that is known as it stands only phrases are read behind proclitics: بعيد الفطر.
            let mut whole =
                Piece { proclitics: without_article(reading.proclitics), skip: reading.skip, ..plain };
            take(&mut whole, Some(reading), pieces);
            continue;
        }
        let borne = without_article(reading.proclitics);
        let slot = behind.iter_mut().find(|p| p.is_none_or(|p| p.proclitics == borne));
        let Some(slot) = slot else { continue };
        let piece = slot.get_or_insert(Piece {
            classes: Classes::NONE,
            key: reading.key,
            proclitics: borne,
            skip: reading.skip,
            ..plain
        });
        take(piece, Some(reading), pieces);
        if reading.proclitics.has(Proclitics::ARTICLE) {
            piece.classes = piece.classes.with(class::DEF);
        }
    }
    if !known {
        // A word that makes sense behind a proclitic is no name with that letter; و is hardly ever a name's first.
        let split =
            |p: &Piece| p.tag != NO_RECORD || p.classes.has(class::DEF) || p.proclitics.has(Proclitics::WAW);
        if !behind.iter().flatten().any(split) {
            let shape = shape::of(text.surface(at), text.folded(at));
            let foreign = shape.any(class::ODD.with(class::FOREIGN));
            let shape = match (shape::looks_prefixed(text.folded(at)), foreign) {
                (false, _) => shape,
                (true, true) => Classes::NONE,     // بنحسي, فوبيار
                (true, false) => class::INFLECTED, // بتغلبه "by his defeating"
            };
            plain.classes = plain.classes.with(class::UNKNOWN).with(shape);
        }
    }
    sort_phrases(pieces, from);
    pieces.push(plain);
    for piece in behind.into_iter().flatten() {
        let open = without_conjunction(piece.proclitics);
        // فليم is no ليم with "so" before it, بيانا no يانا: short names are not read behind ف ب ك.
        let only_name =
            piece.classes.any(NAME) && !piece.classes.any(SURER) && !words.names_things(piece.tag);
        let close =
            [Proclitics::FA, Proclitics::BA, Proclitics::KAF].iter().any(|&p| piece.proclitics.has(p));
        let letters = text.surface(at).len().saturating_sub(usize::from(piece.skip)) / 2;
        if only_name && close && letters < 5 {
            continue;
        }
        if piece.tag != NO_RECORD
            || piece.classes.has(class::DEF)
            || open.is_none()
            || open == Proclitics::LAM
        {
            let rest = text.surface(at).get(usize::from(piece.skip)..).unwrap_or_default();
            let folded = text.folded(at).get(2 * piece.proclitics.count() as usize..).unwrap_or_default();
            let mut classes = piece.classes.with(script).with(shape::length(folded));
            if piece.tag == NO_RECORD {
                classes = classes.with(class::UNKNOWN).with(shape::of(rest, folded));
            }
            pieces.push(Piece { classes, ..piece });
        }
    }
}

/// Longer phrases are tried first, and those with fewer proclitics.
#[inline]
fn sort_phrases(pieces: &mut [Piece], from: usize) {
    if let Some(phrases @ [_, _, ..]) = pieces.get_mut(from..) {
        phrases.sort_by_key(|p| (core::cmp::Reverse(p.end), p.skip));
    }
}

const NAME: Classes = class::GIVEN.with(class::FAMILY);
const SURER: Classes = class::DEF.with(class::TITLE).with(class::ORG_HEAD).with(class::COMMON);

fn without_article(set: Proclitics) -> Proclitics {
    [Proclitics::WAW, Proclitics::FA, Proclitics::BA, Proclitics::LAM, Proclitics::KAF, Proclitics::SIN]
        .into_iter()
        .filter(|&p| set.has(p))
        .fold(Proclitics::NONE, Proclitics::with)
}

fn without_conjunction(set: Proclitics) -> Proclitics {
    [Proclitics::BA, Proclitics::LAM, Proclitics::KAF, Proclitics::SIN]
        .into_iter()
        .filter(|&p| set.has(p))
        .fold(Proclitics::NONE, Proclitics::with)
}
