//! From characters to tokens, in one pass.

use core::ops::Range;

use crate::class::{CHANGES, Class, class, in_word};
use crate::packed::Packed;
use crate::plain::{Masks, change};
use crate::token::{ARABIC, GAP_BEFORE, IN_HASHTAG, LINE_START, PLAIN};
use crate::{Key, Token, TokenKind, fold_into};

/// The tokens of a text, and what later passes go over instead of all tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens {
    pub(crate) all: Vec<Token>,
    /// The text with each token folded.
    pub(crate) folded: String,
    /// So many bytes of the source stand there.
    copied: usize,
    /// Indices of quotation and other marks.
    pub(crate) marks: Vec<u32>,
    /// Indices of tokens that begin a line.
    pub(crate) lines: Vec<u32>,
    masks: Masks,
}

impl Tokens {
    /// Room for the tokens of a text of so many bytes of news.
    pub(crate) fn for_bytes(len: usize) -> Tokens {
        Tokens {
            all: Vec::with_capacity(len / 8 + 4),
            folded: String::with_capacity(len),
            ..Tokens::default()
        }
    }

    /// Fills this with the tokens of `source`; if `FULL`, with their folded forms, not with their keys alone.
    pub(crate) fn read<const FULL: bool>(&mut self, source: &str) {
        self.all.clear();
        self.folded.clear();
        self.copied = 0;
        self.marks.clear();
        self.lines.clear();
        self.masks.fill(source.as_bytes());
        let mut at = 0; // byte position
        let mut flags = GAP_BEFORE | LINE_START;
        let mut hashtag = false; // between a `#` and the end of its words
        let bytes = source.as_bytes();
        while let Some(&lead) = bytes.get(at) {
            if lead == b' ' {
                flags |= GAP_BEFORE;
                hashtag = false;
                at += 1;
                continue;
            }
            if lead & 0xFE == 0xD8 {
                let with = if hashtag { flags | IN_HASHTAG } else { flags };
                if let Some(end) = self.plain_word::<FULL>(source, at, with) {
                    // After most words stands a space.
                    let spaced = bytes.get(end) == Some(&b' ');
                    flags = if spaced { GAP_BEFORE } else { 0 };
                    hashtag &= !spaced;
                    at = end + usize::from(spaced);
                    continue;
                }
            }
            if let Some(sign) = Sign::at(bytes, at) {
                self.sign::<FULL>(source, at, sign, flags);
                (flags, hashtag) = (0, false);
                at += sign.len;
                continue;
            }
            let Some(rest) = source.get(at..) else { break };
            let piece = match arabic_word(rest) {
                Some(word) => word,
                None => {
                    let Some(first) = rest.chars().next() else { break };
                    match class(first) {
                        Class::Newline => {
                            flags |= GAP_BEFORE | LINE_START;
                            hashtag = false;
                            at += first.len_utf8();
                            continue;
                        }
                        Class::Space => {
                            flags |= GAP_BEFORE;
                            hashtag = false;
                            at += first.len_utf8();
                            continue;
                        }
                        first_class if first_class == Class::Format || first == '_' => {
                            // Invisible characters part nothing: in `د.` with bidi controls around it the full stop touches the abbreviation.
                            if first.is_ascii() {
                                flags |= GAP_BEFORE;
                            }
                            at += first.len_utf8();
                            continue;
                        }
                        first_class => piece(rest, first, first_class),
                    }
                }
            };
            if piece.kind == TokenKind::Hash {
                hashtag = true;
            } else {
                hashtag &= matches!(piece.kind, TokenKind::Word | TokenKind::Number);
                if hashtag {
                    flags |= IN_HASHTAG;
                }
            }
            let end = at + piece.len;
            self.any::<FULL>(source, at..end, piece, flags);
            flags = 0;
            at = end;
        }
        if FULL {
            self.copy(source, self.all.last().map_or(0, |last| last.end as usize));
        }
    }

    /// Copies the source up to `end`, where it is folded as it is written.
    #[inline]
    fn copy(&mut self, source: &str, end: usize) {
        if self.copied < end {
            self.folded.push_str(source.get(self.copied..end).unwrap_or_default());
            self.copied = end;
        }
    }

    /// Where in the folded text a byte will stand that is not copied yet.
    #[inline]
    const fn folded_at(&self, at: usize) -> u32 {
        (self.folded.len() + at - self.copied) as u32
    }

    /// Adds the plain word at `at`, and returns its end. `None` if something else stands there.
    #[inline]
    fn plain_word<const FULL: bool>(&mut self, source: &str, at: usize, flags: u8) -> Option<usize> {
        let bytes = source.as_bytes();
        let (stops, changes) = self.masks.window(at);
        let len = stops.trailing_zeros() as usize;
        let end = at + len;
        if len == 0 || len > Packed::<4>::LONGEST || !ends_word(bytes, end) {
            return None;
        }
        let mut word = Packed::<4>::new(bytes, at, len);
        let start = self.folded_at(at);
        let mut changes = changes & !(!0 << len);
        while changes != 0 {
            let letter = changes.trailing_zeros() as usize;
            changes &= changes - 1;
            let here = at + letter;
            let Some(&[lead, next]) = bytes.get(here..here + 2) else { break };
            let change = change(lead, next);
            word.change(letter, change.by);
            if FULL {
                self.copy(source, here);
                self.folded.push(change.to);
                self.copied = here + 2;
            }
        }
        let key = word.key();
        self.add(key, at..end, start, TokenKind::Word, flags | ARABIC | PLAIN);
        Some(end)
    }

    /// Adds a sign that stands alone.
    #[inline]
    fn sign<const FULL: bool>(&mut self, source: &str, at: usize, sign: Sign, flags: u8) {
        let start = self.folded_at(at);
        if FULL && sign.len > 1 {
            self.copy(source, at);
            self.folded.push(char::from(sign.folded));
            self.copied = at + sign.len;
        }
        let key = Key::of_words(&[u64::from(sign.folded)], 1);
        self.add(key, at..at + sign.len, start, sign.kind, flags);
    }

    /// Adds a token of any kind.
    fn any<const FULL: bool>(&mut self, source: &str, span: Range<usize>, piece: Piece, flags: u8) {
        let surface = source.get(span.clone()).unwrap_or_default();
        let start = self.folded_at(span.start);
        let form = if piece.as_written {
            surface
        } else {
            if FULL {
                self.copy(source, span.start);
            } else {
                self.folded.clear();
            }
            let before = self.folded.len();
            fold_into(surface, &mut self.folded);
            self.copied = span.end;
            self.folded.get(before..).unwrap_or_default()
        };
        let key = Key::of_folded(form);
        self.add(key, span, start, piece.kind, flags | piece.flags);
    }

    #[inline]
    fn add(&mut self, key: Key, span: Range<usize>, folded: u32, kind: TokenKind, flags: u8) {
        if kind != TokenKind::Word {
            self.marks.push(self.all.len() as u32);
        }
        if flags & LINE_START != 0 {
            self.lines.push(self.all.len() as u32);
        }
        self.all.push(Token { key, start: span.start as u32, end: span.end as u32, folded, kind, flags });
    }
}

/// Whether no word goes on at `at`, where something other than a letter of a plain word stands: a mark or a format
/// character may still belong to it.
#[inline]
fn ends_word(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at..) {
        Some(&[0..0x80, ..] | &[]) | None => true,
        Some(&[0xD8, 0x9C, ..]) => false, // U+061C, the Arabic letter mark
        Some(&[lead @ 0xD8..=0xDB, next, ..]) => in_word(lead, next) == 0,
        Some(&[0xC2, 0xA0 | 0xAB | 0xBB, ..]) => true,
        _ => false,
    }
}

/// One of the usual marks and symbols, which folds to one of ASCII.
#[derive(Clone, Copy)]
struct Sign {
    kind: TokenKind,
    len: usize,
    folded: u8,
}

impl Sign {
    /// The sign at a byte, unless the same follows: `----` is a line.
    #[inline]
    fn at(bytes: &[u8], at: usize) -> Option<Sign> {
        let rest = bytes.get(at..)?;
        let (kind, len, folded) = match *rest {
            [ascii @ 0..0x80, ..] => match ascii {
                b'@' | b'_' => return None,
                // Others of their kind, or the words of a hashtag, may go on.
                b'.' | b'!' | b'?' | b'#'
                    if !matches!(rest.get(1), None | Some(b' ' | b'\n' | b'_' | b'"')) =>
                {
                    return None;
                }
                _ => match class(char::from(ascii)) {
                    Class::Quote => (TokenKind::OpenQuote, 1, ascii),
                    Class::Punctuation => (TokenKind::Punctuation, 1, ascii),
                    Class::Symbol => (TokenKind::Symbol, 1, ascii),
                    _ => return None,
                },
            },
            [0xD8, 0x8C, ..] => (TokenKind::Punctuation, 2, b','), // ،
            [0xC2, 0xAB | 0xBB, ..] | [0xE2, 0x80, 0x9C | 0x9D, ..] => {
                (TokenKind::OpenQuote, if rest.first() == Some(&0xC2) { 2 } else { 3 }, b'"') // « » “ ”
            }
            _ => return None,
        };
        (rest.get(len..)?.get(..len) != rest.get(..len)).then_some(Sign { kind, len, folded })
    }
}

/// What the next token is.
struct Piece {
    kind: TokenKind,
    len: usize,
    flags: u8,
    /// It folds to itself.
    as_written: bool,
}

fn piece(rest: &str, first: char, first_class: Class) -> Piece {
    // A sign of ASCII folds to itself.
    let sign = first.is_ascii() && matches!(first_class, Class::Quote | Class::Punctuation | Class::Symbol);
    let plain = |kind, len| Piece { kind, len, flags: 0, as_written: sign && len == 1 };
    let width = first.len_utf8();
    match first_class {
        Class::Arabic | Class::Mark => arabic(word(rest, Class::Arabic), false),
        Class::Letter => match address(rest) {
            Some((kind, len)) => plain(kind, len),
            None => plain(TokenKind::Word, word(rest, Class::Letter)),
        },
        Class::Digit => plain(TokenKind::Number, number(rest)),
        Class::Quote | Class::Punctuation if is_rule(rest, first) => {
            plain(TokenKind::Punctuation, run(rest, |c| c == first))
        }
        Class::Quote => plain(TokenKind::OpenQuote, width),
        Class::Punctuation => match first {
            '#' if rest
                .chars()
                .nth(1)
                .is_some_and(|c| matches!(class(c), Class::Arabic | Class::Letter | Class::Digit)) =>
            {
                plain(TokenKind::Hash, width)
            }
            '@' => match handle(rest) {
                Some(len) => plain(TokenKind::Mention, len),
                None => plain(TokenKind::Punctuation, width),
            },
            '.' | '…' => plain(TokenKind::Punctuation, run(rest, |c| c == '.' || c == '…')),
            '!' | '?' | '؟' => plain(TokenKind::Punctuation, run(rest, |c| matches!(c, '!' | '?' | '؟'))),
            _ => plain(TokenKind::Punctuation, width),
        },
        Class::Symbol | Class::Format | Class::Space | Class::Newline => plain(TokenKind::Symbol, width),
    }
}

/// A word in Arabic script, if one begins here. Nearly all are letters of U+0600–U+06FF alone, and are read two bytes at
/// a time; the rest takes the general way.
#[inline]
fn arabic_word(rest: &str) -> Option<Piece> {
    let (mut len, mut seen) = (0, 0);
    for pair in rest.as_bytes().chunks_exact(2) {
        let &[lead, next] = pair else { break };
        if lead & 0xFC != 0xD8 {
            if lead < 0x80 || (lead == 0xC2 && matches!(next, 0xA0 | 0xAB | 0xBB)) {
                break;
            }
            // A presentation form, a zero-width character, a typographic quote …
            return (len > 0).then(|| arabic(word(rest, Class::Arabic), false));
        }
        let does = in_word(lead, next);
        if does == 0 && (lead, next) == (0xD8, 0x9C) {
            // U+061C, the Arabic letter mark: without width, as those above.
            return (len > 0).then(|| arabic(word(rest, Class::Arabic), false));
        }
        if does == 0 {
            break; // punctuation, a digit
        }
        seen |= does;
        len += 2;
    }
    (len > 0).then(|| arabic(len, seen & CHANGES == 0))
}

const fn arabic(len: usize, as_written: bool) -> Piece {
    Piece { kind: TokenKind::Word, len, flags: ARABIC, as_written }
}

/// Length of the word that `rest` begins with. Trailing format characters stay outside.
fn word(rest: &str, script: Class) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let c_class = class(c);
        if c_class == script || c_class == Class::Mark {
            end = i + c.len_utf8();
        } else if c_class == Class::Format {
        } else if script == Class::Letter && c_class == Class::Digit && i > 0 {
            end = i + c.len_utf8(); // H1N1
        } else if script == Class::Letter && matches!(c, '\'' | '’') && i == end {
            // O'Neill: an apostrophe between letters
            if !chars.peek().is_some_and(|&(_, next)| class(next) == Class::Letter) {
                break;
            }
        } else {
            break;
        }
    }
    end.max(rest.chars().next().map_or(1, char::len_utf8))
}

/// Length of the number that `rest` begins with.
fn number(rest: &str) -> usize {
    let mut end = 0;
    let mut separator = false; // a separator was read and no digit after it yet
    for (i, c) in rest.char_indices() {
        match c {
            '.' | ',' | ':' | '/' | '-' | '٫' | '٬' | '،' | '–' if !separator && i == end => {
                separator = true
            }
            '%' | '٪' if i == end => return i + c.len_utf8(),
            _ => match class(c) {
                Class::Digit => {
                    end = i + c.len_utf8();
                    separator = false;
                }
                Class::Format if !separator => end = i + c.len_utf8(),
                Class::Format => {}
                _ => break,
            },
        }
    }
    // A run of format characters at the end is gap.
    let trimmed = rest.get(..end).unwrap_or_default().trim_end_matches(|c| class(c) == Class::Format);
    trimmed.len().max(1)
}

/// Whether a mark stands four times or more: a line drawn with it (`-----`, `""""`), which means nothing.
fn is_rule(rest: &str, mark: char) -> bool {
    let second = rest.get(mark.len_utf8()..).unwrap_or_default();
    second.starts_with(mark) && rest.chars().take(4).filter(|&c| c == mark).count() == 4
}

fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// `@name`: letters, digits and underscores of any script.
fn handle(rest: &str) -> Option<usize> {
    let name = rest.get(1..)?;
    let len = run(name, |c| {
        c == '_' || matches!(class(c), Class::Letter | Class::Digit | Class::Arabic | Class::Mark)
    });
    (len > 0).then_some(len + 1)
}

/// A web or e-mail address at the start of `rest`.
fn address(rest: &str) -> Option<(TokenKind, usize)> {
    let may_be_url = rest.starts_with(['h', 'w', 'H', 'W']);
    let opens_url = |with: &&str| rest.starts_with(*with);
    if may_be_url && ["http://", "https://", "www.", "HTTP://", "HTTPS://", "WWW."].iter().any(opens_url) {
        let len = rest
            .find(|c: char| {
                c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '“' | '”' | '،' | '؛')
            })
            .unwrap_or(rest.len());
        let url = rest.get(..len)?.trim_end_matches(['.', ',', ')', '؟', '!', ':', ';', ']']);
        return Some((TokenKind::Url, url.len()));
    }
    // The local part of an e-mail address is at most 64 bytes long (RFC 5321, 4.5.3.1.1), which also bounds the search.
    let local = rest.bytes().take(65).position(|b| !(b.is_ascii_alphanumeric() || b"._%+-".contains(&b)))?;
    if rest.as_bytes().get(local) != Some(&b'@') {
        return None;
    }
    let domain = rest.get(local + 1..)?;
    let len =
        domain.bytes().take(255).take_while(|&b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-').count();
    let domain = domain.get(..len)?.trim_end_matches(['.', '-']);
    domain.contains('.').then_some((TokenKind::Email, local + 1 + domain.len()))
}
