//! From characters to tokens, in one pass.

use crate::token::{ARABIC, GAP_BEFORE, IN_HASHTAG, LINE_START};
use crate::{Key, Token, TokenKind, fold_into};

/// What a character can do in a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter of the Arabic script.
    Arabic,
    /// A letter of any other script.
    Letter,
    /// A combining mark or tatweel: continues a word.
    Mark,
    /// Zero-width and bidi controls: belong to a word only between its letters.
    Format,
    Digit,
    Newline,
    Space,
    Quote,
    Punctuation,
    Symbol,
}

fn class(c: char) -> Class {
    use Class::{Arabic, Digit, Format, Letter, Mark, Newline, Punctuation, Quote, Space, Symbol};
    match c {
        '\u{0621}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}' | '\u{066F}' => Arabic,
        '\u{0671}'..='\u{06D3}'
        | '\u{06D5}'
        | '\u{06EE}'
        | '\u{06EF}'
        | '\u{06FA}'..='\u{06FC}'
        | '\u{06FF}' => Arabic,
        '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' => Mark,
        '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}'
        | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}' => Mark,
        '\u{08D3}'..='\u{08FF}' | '\u{0300}'..='\u{036F}' => Mark,
        '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => Digit,
        '½' | '¼' | '¾' | '⅓' | '⅔' => Digit,
        'a'..='z' | 'A'..='Z' => Letter,
        '\n' | '\u{2028}' | '\u{2029}' | '\u{85}' => Newline,
        ' ' | '\t' | '\r' | '\u{A0}' | '\u{202F}' => Space,
        '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‹' | '›' => Quote,
        '$' | '%' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' | '\u{066A}' => Symbol,
        '!'..='/' | ':'..='@' | '['..='_' | '{'..='}' => Punctuation,
        '\u{060C}' | '\u{061B}' | '\u{061E}' | '\u{061F}' | '\u{066B}'..='\u{066D}' | '\u{06D4}' => {
            Punctuation
        }
        '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => Format,
        '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' => Format,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{3001}' | '\u{3002}' => Punctuation,
        '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FDFB}'
        | '\u{FE70}'..='\u{FEFC}' => Arabic,
        c if c.is_alphabetic() => Letter,
        c if c.is_numeric() => Digit,
        c if c.is_whitespace() => Space,
        c if c.is_control() => Format,
        _ => Symbol,
    }
}

/// Tokens of `source`, with their folded forms appended to `folded`.
pub(crate) fn tokenize(source: &str, folded: &mut String) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 9 + 4);
    let mut at = 0; // byte position
    let mut flags = GAP_BEFORE | LINE_START;
    let mut hashtag = false; // between a `#` and the end of its words
    while let Some(rest) = source.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let width = first.len_utf8();
        let (kind, len, script) = match class(first) {
            Class::Newline => {
                flags |= GAP_BEFORE | LINE_START;
                hashtag = false;
                at += width;
                continue;
            }
            Class::Space | Class::Format => {
                flags |= GAP_BEFORE;
                hashtag &= class(first) == Class::Format;
                at += width;
                continue;
            }
            Class::Punctuation if first == '_' => {
                flags |= GAP_BEFORE;
                at += width;
                continue;
            }
            Class::Arabic | Class::Mark => (TokenKind::Word, word(rest, Class::Arabic), ARABIC),
            Class::Letter => match address(rest) {
                Some((kind, len)) => (kind, len, 0),
                None => (TokenKind::Word, word(rest, Class::Letter), 0),
            },
            Class::Digit => (TokenKind::Number, number(rest), 0),
            Class::Quote => (TokenKind::OpenQuote, width, 0),
            Class::Symbol => (TokenKind::Symbol, width, 0),
            Class::Punctuation => match first {
                '#' if rest
                    .chars()
                    .nth(1)
                    .is_some_and(|c| matches!(class(c), Class::Arabic | Class::Letter | Class::Digit)) =>
                {
                    (TokenKind::Hash, width, 0)
                }
                '@' => match handle(rest) {
                    Some(len) => (TokenKind::Mention, len, 0),
                    None => (TokenKind::Punctuation, width, 0),
                },
                '.' | '…' => (TokenKind::Punctuation, run(rest, |c| c == '.' || c == '…'), 0),
                '!' | '?' | '؟' => (TokenKind::Punctuation, run(rest, |c| matches!(c, '!' | '?' | '؟')), 0),
                _ => (TokenKind::Punctuation, width, 0),
            },
        };
        if kind == TokenKind::Hash {
            hashtag = true;
        } else {
            hashtag &= matches!(kind, TokenKind::Word | TokenKind::Number);
            if hashtag {
                flags |= IN_HASHTAG;
            }
        }
        let end = at + len;
        let fold_start = folded.len();
        let surface = source.get(at..end).unwrap_or_default();
        fold_into(surface, folded);
        let key = Key::of_folded(folded.get(fold_start..).unwrap_or_default());
        tokens.push(Token {
            key,
            start: at as u32,
            end: end as u32,
            folded: (fold_start as u32, folded.len() as u32),
            readings: 0,
            kind,
            flags: flags | script,
        });
        flags = 0;
        at = end;
    }
    tokens
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
    let is_url =
        ["http://", "https://", "www.", "HTTP://", "HTTPS://", "WWW."].iter().any(|p| rest.starts_with(p));
    if is_url {
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
