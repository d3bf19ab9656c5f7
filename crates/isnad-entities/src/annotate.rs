//! What stands at each token: pieces with their classes, for the rules to match.

use isnad_text::pattern::{Classes, Piece, Pieces};
use isnad_text::{Lexicon, Proclitics, Reading, Text, Token, TokenKind};

use crate::generated::classes as class;
use crate::{shape, words};

/// No record: the tag of a piece that no list holds.
pub(crate) const NO_RECORD: u32 = u32::MAX;

/// The pieces of a whole text.
pub(crate) struct Annotated<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pieces: Vec<Piece>,
    /// Where the pieces of each token start; one more than there are tokens.
    starts: Vec<u32>,
}

impl Pieces for Annotated<'_, '_> {
    fn at(&self, token: usize) -> &[Piece] {
        match (self.starts.get(token), self.starts.get(token + 1)) {
            (Some(&start), Some(&end)) => self.pieces.get(start as usize..end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    fn joins(&self, token: usize) -> bool {
        self.text.token(token).is_some_and(|t| !t.starts_paragraph())
    }
}

impl<'a, 't> Annotated<'a, 't> {
    pub(crate) fn new(text: &'a Text<'t>, lexicon: &Lexicon) -> Annotated<'a, 't> {
        let tokens = text.tokens();
        let mut pieces = Vec::with_capacity(tokens.len() * 2);
        let mut starts = Vec::with_capacity(tokens.len() + 1);
        for (at, token) in tokens.iter().enumerate() {
            starts.push(pieces.len() as u32);
            if token.is_word() {
                word(text, at, token, lexicon, &mut pieces);
            } else {
                pieces.push(Piece { tag: NO_RECORD, ..Piece::word(token.key(), mark(text, at, token), at) });
            }
        }
        starts.push(pieces.len() as u32);
        Annotated { text, pieces, starts }
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

/// Pieces of a word: phrases that begin with it, the word as it stands, the word behind its proclitics.
fn word(text: &Text<'_>, at: usize, token: &Token, lexicon: &Lexicon, pieces: &mut Vec<Piece>) {
    let from = pieces.len();
    let mut plain = Piece { tag: NO_RECORD, ..Piece::word(token.key(), Classes::NONE, at) };
    let take = |piece: &mut Piece, reading: Option<&Reading>, pieces: &mut Vec<Piece>| {
        lexicon.each_at(text, at, reading, |found| {
            let classes = found.ids().fold(Classes::NONE, |sum, record| sum.with(words::classes(record)));
            let record = found.ids().find(|&r| words::things(r).next().is_some()).unwrap_or(found.id());
            if found.end == at + 1 {
                piece.classes = piece.classes.with(classes);
                if piece.tag == NO_RECORD || words::things(piece.tag).next().is_none() {
                    piece.tag = record;
                }
            } else {
                let whole = Piece { classes, end: found.end as u32, tag: record, ..*piece };
                pieces.push(whole);
            }
        });
    };
    let script = if token.is_arabic() { class::WORD } else { class::LATIN };
    take(&mut plain, None, pieces);
    let readings = text.readings(at);
    for reading in readings.iter().filter(|r| r.skip == 0) {
        take(&mut plain, Some(reading), pieces);
        plain.classes = plain.classes.with(class::DEF);
    }
    let known = plain.tag != NO_RECORD;
    plain.classes = plain.classes.with(script).with(shape::length(text.folded(at)));
    let mut behind: [Option<Piece>; 4] = [None; 4];
    for reading in readings.iter().filter(|r| r.skip > 0 && !known) {
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
        plain.classes = plain.classes.with(class::UNKNOWN);
        if !behind.iter().flatten().any(split) {
            plain.classes = plain.classes.with(shape::of(text.surface(at), text.folded(at)));
        }
    }
    // Longer phrases are tried first, and those with fewer proclitics.
    if let Some(phrases) = pieces.get_mut(from..) {
        phrases.sort_by_key(|p| (core::cmp::Reverse(p.end), p.skip));
    }
    pieces.push(plain);
    for piece in behind.into_iter().flatten() {
        let open = without_conjunction(piece.proclitics);
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
