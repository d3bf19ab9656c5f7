//! What stands at each token: pieces with their classes, for the rules to match.

use isnad_text::pattern::{Classes, Piece, Pieces};
use isnad_text::{Key, KeyFilter, Lexicon, Proclitics, Reading, Text, Token, TokenKind, same_bytes};

use crate::generated::classes as class;
use crate::shape;
use crate::tables::{FIRST, LONGER, PAIRS};
use crate::words::{NAMELESS, Words};

/// No record: the tag of a piece that no list holds.
pub(crate) const NO_RECORD: u32 = u32::MAX;

/// The pieces of a text, as far as it was read.
pub(crate) struct Annotated<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) words: &'a Words,
    pub(crate) pieces: Pieces,
    known: Known,
    room: Vec<Piece>,
}

/// Which words a phrase of the lexicon may begin with, which a longer one, and with which pairs of words: one bit each,
/// asked first.
#[derive(Clone, Debug)]
pub(crate) struct Beginnings {
    words: KeyFilter,
    longer: KeyFilter,
    pairs: KeyFilter,
}

impl Beginnings {
    /// Those of the built-in phrases and of a user's.
    pub(crate) fn with(user: Option<&Lexicon>) -> Beginnings {
        let mut beginnings = Beginnings {
            words: KeyFilter::built_in(FIRST),
            longer: KeyFilter::built_in(LONGER),
            pairs: KeyFilter::built_in(PAIRS),
        };
        for (first, second) in user.into_iter().flat_map(Lexicon::beginnings) {
            match second {
                None => beginnings.words.insert(first),
                Some(second) => {
                    beginnings.longer.insert(first);
                    beginnings.pairs.insert(pair(first, second));
                }
            }
        }
        beginnings
    }

    /// Whether a phrase of several words may begin with a word and go on to a token.
    #[inline]
    fn goes_on(&self, first: Key, next: &Token) -> bool {
        !next.is_word() && self.longer.may_have(first) || self.pairs.may_have(pair(first, next.key()))
    }
}

pub(crate) const fn pair(first: Key, second: Key) -> Key {
    Key(first.0.rotate_left(17) ^ second.0)
}

/// Tokens that were read, by their keys: a text repeats its words.
struct Known(Vec<KnownToken>);

/// Everything that tells whether a token is written alike, so that no look at the text is needed where one is not.
#[derive(Clone, Copy)]
struct KnownToken {
    key: Key,
    /// How it is written, if that is short.
    written: [u8; SHORT],
    len: u8,
    kind: TokenKind,
    /// Whether a phrase of several tokens may begin with it.
    goes_on: bool,
    /// Its pieces, but for phrases of several tokens.
    list: u32,
    /// Where it was last.
    token: u32,
}

/// Bytes of the words that are kept as they are written; longer ones are looked up.
const SHORT: usize = 16;

impl KnownToken {
    const NONE: KnownToken = KnownToken {
        key: Key(0),
        written: [0; SHORT],
        len: 0, // no token is empty
        kind: TokenKind::Symbol,
        goes_on: false,
        list: 0,
        token: u32::MAX,
    };

    fn of(token: &Token, written: &[u8]) -> KnownToken {
        let mut known = KnownToken { key: token.key(), kind: token.kind(), ..KnownToken::NONE };
        known.len = written.len().min(usize::from(u8::MAX)) as u8;
        for (to, from) in known.written.iter_mut().zip(written) {
            *to = *from;
        }
        known
    }

    /// Whether a token is written like this one.
    #[inline]
    fn is(&self, text: &Text<'_>, token: &Token, written: &[u8]) -> bool {
        if self.key != token.key() || self.kind != token.kind() {
            return false;
        }
        match self.written.get(..usize::from(self.len)) {
            Some(short) => same_bytes(short, written),
            None => text.surface(self.token as usize).as_bytes() == written,
        }
    }
}

impl Known {
    fn for_tokens(tokens: usize) -> Known {
        Known(vec![KnownToken::NONE; tokens.next_power_of_two().clamp(16, 1 << 16)])
    }

    /// The place for a token, and whether one that is written alike has it. Each token has two places; a new one
    /// takes the place that was used less recently.
    #[inline]
    fn place(&mut self, text: &Text<'_>, token: &Token, written: &[u8]) -> Option<(&mut KnownToken, bool)> {
        let at = token.key().0 as usize & (self.0.len() - 2);
        let [one, other] = self.0.get_mut(at..at + 2)? else { return None };
        Some(if one.is(text, token, written) {
            (one, true)
        } else if other.is(text, token, written) {
            (other, true)
        } else if one.token.wrapping_add(1) <= other.token.wrapping_add(1) {
            (one, false)
        } else {
            (other, false)
        })
    }
}

impl<'a, 't> Annotated<'a, 't> {
    /// A text of which nothing is read yet.
    pub(crate) fn new(text: &'a Text<'t>, words: &'a Words) -> Annotated<'a, 't> {
        let tokens = text.tokens().len();
        let (pieces, known) = (Pieces::for_tokens(tokens), Known::for_tokens(tokens));
        Annotated { text, words, pieces, known, room: Vec::new() }
    }

    /// Reads on to a token.
    pub(crate) fn read_to(&mut self, end: usize) {
        let Annotated { text, words, pieces, known, room } = self;
        for at in pieces.tokens()..end {
            let Some(token) = text.token(at) else { break };
            let written = text.source().as_bytes().get(token.span().range()).unwrap_or_default();
            let Some((slot, is_known)) = known.place(text, token, written) else { break };
            if !is_known {
                room.clear();
                let goes_on = if token.is_word() {
                    word(text, at, token, words, room);
                    words.beginnings.longer.may_begin(text, at)
                } else {
                    room.push(Piece { tag: NO_RECORD, ..Piece::word(token.key(), mark(text, at, token)) });
                    false
                };
                let list = pieces.list(room.iter().copied());
                *slot = KnownToken { list, goes_on, ..KnownToken::of(token, written) };
            }
            slot.token = at as u32; // the last is nearest at hand
            let mut list = slot.list;
            if slot.goes_on
                && let Some(next) = text.token(at + 1).filter(|next| !next.starts_paragraph())
                && (words.beginnings.goes_on(token.key(), next)
                    || text.readings(at).iter().any(|r| words.beginnings.goes_on(r.key, next)))
            {
                room.clear();
                phrases(text, at, [token, next], words, pieces.of(list), room);
                if !room.is_empty() {
                    list = pieces.list_before(room.iter().copied(), list);
                }
            }
            pieces.push(list, !token.starts_paragraph());
        }
    }

    /// The pieces that begin at a token.
    #[inline]
    pub(crate) fn at(&self, token: usize) -> &[Piece] {
        self.pieces.at(token)
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

/// Pieces of a word alone: as it stands, and behind its proclitics.
fn word(text: &Text<'_>, at: usize, token: &Token, words: &Words, pieces: &mut Vec<Piece>) {
    let mut plain = Piece { tag: NO_RECORD, ..Piece::word(token.key(), Classes::NONE) };
    let take = |piece: &mut Piece, reading: Option<&Reading>| {
        let (key, proclitics) = reading.map_or((token.key(), Proclitics::NONE), |r| (r.key, r.proclitics));
        let single = words.single(key, proclitics);
        if single != Classes::NONE {
            piece.classes = piece.classes.with(single);
            if piece.tag == NO_RECORD {
                piece.tag = NAMELESS;
            }
        }
        if words.beginnings.words.may_have(key) {
            words.each_word_at(text, at, key, reading, |record, classes| {
                piece.classes = piece.classes.with(classes);
                if piece.tag == NO_RECORD || !words.names_things(piece.tag) {
                    piece.tag = record;
                }
            });
        }
    };
    let script = if token.is_arabic() { class::WORD } else { class::LATIN };
    take(&mut plain, None);
    let place = class::LOC.with(class::MAYBE_LOC);
    if plain.classes.any(place) && text.surface(at).contains('\u{64B}') {
        plain.classes = Classes(plain.classes.0 & !place.0); // تركياً "Turkish": places bear no tanwin
    }
    let readings = text.readings(at);
    for reading in readings.iter().filter(|r| r.skip == 0) {
        take(&mut plain, Some(reading));
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
        pieces.push(plain);
        return;
    }
    let mut behind: [Option<Piece>; 4] = [None; 4];
    // Of a word that is known as it stands only phrases are read behind proclitics: بعيد الفطر.
    for reading in readings.iter().filter(|r| r.skip > 0 && !known) {
        let borne = reading.proclitics.without(Proclitics::ARTICLE);
        let slot = behind.iter_mut().find(|p| p.is_none_or(|p| p.proclitics == borne));
        let Some(slot) = slot else { continue };
        let piece = slot.get_or_insert(Piece {
            classes: Classes::NONE,
            key: reading.key,
            proclitics: borne,
            skip: reading.skip,
            ..plain
        });
        take(piece, Some(reading));
        if reading.proclitics.has(Proclitics::ARTICLE) {
            piece.classes = piece.classes.with(class::DEF);
        }
    }
    for slot in &mut behind {
        // Behind the future س stands a verb, no name: ساندر is no أندر.
        let is_name = |p: Piece| {
            p.classes.any(NAME) && !p.classes.any(class::VERB.with(class::SPEECH).with(class::STOP))
        };
        if slot.is_some_and(|p| p.proclitics.has(Proclitics::SIN) && is_name(p)) {
            *slot = None;
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
                (true, true) => Classes::NONE, // بنحسي, فوبيار
                (true, false) if text.folded(at).starts_with("بن") => Classes::NONE, // بنعيسى "Benaissa"
                (true, false) => class::INFLECTED, // بتغلبه "by his defeating"
            };
            plain.classes = plain.classes.with(class::UNKNOWN).with(shape);
        }
    }
    pieces.push(plain);
    for piece in behind.into_iter().flatten() {
        let open = piece.proclitics.without(CONJUNCTION);
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

/// Pieces of several tokens that begin with the first of two whose pieces alone are given.
#[inline(never)]
fn phrases(
    text: &Text<'_>,
    at: usize,
    [token, next]: [&Token; 2],
    words: &Words,
    alone: &[Piece],
    pieces: &mut Vec<Piece>,
) {
    let mut take = |reading: Option<&Reading>, key: Key, proclitics: Proclitics| {
        let skip = reading.map_or(0, |r| r.skip);
        let first = reading.map_or(token.key(), |r| r.key);
        if words.beginnings.goes_on(first, next) {
            words.each_phrase_at(text, at, reading, |end, tag, classes| {
                let Ok(tokens) = u16::try_from(end - at) else { return };
                pieces.push(Piece { classes, key, tag, tokens, proclitics, skip });
            });
        }
    };
    take(None, token.key(), Proclitics::NONE);
    let known = alone.first().is_some_and(|plain| plain.tag != NO_RECORD);
    let readings = text.readings(at);
    for reading in readings {
        let borne = |r: &Reading| r.proclitics.without(Proclitics::ARTICLE);
        // The key of a word behind proclitics is that of its first reading with them.
        let same = readings.iter().find(|r| r.skip > 0 && borne(r) == borne(reading));
        let key = same.filter(|r| r.skip > 0 && !known).map_or(token.key(), |r| r.key);
        take(Some(reading), key, borne(reading));
    }
    // Longer phrases are tried first, and those with fewer proclitics.
    if pieces.len() > 1 {
        pieces.sort_by_key(|p| (core::cmp::Reverse(p.tokens), p.skip));
    }
}

const NAME: Classes = class::GIVEN.with(class::FAMILY);
const SURER: Classes = class::DEF.with(class::TITLE).with(class::ORG_HEAD).with(class::COMMON);

const CONJUNCTION: Proclitics = Proclitics::WAW.with(Proclitics::FA);
