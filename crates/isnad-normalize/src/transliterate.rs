//! Transliteration, one sign a letter, there and back without loss.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::generated::transliteration::LETTERS;

/// What stands before a character that is meant as it is, though the scheme uses it as a sign.
const ESCAPE: char = '\\';

/// A scheme of transliteration.
///
/// Characters that a scheme has no sign for stay as they are. Those that it uses as signs, and the escape itself, are
/// escaped by `\` on the way to Latin, so that any text comes back as it was:
///
/// ```
/// use isnad_normalize::Scheme;
/// let latin = Scheme::Buckwalter.to_latin("قال NATO"); // "NATO said"
/// assert_eq!(latin, r"qAl \N\A\TO");
/// assert_eq!(Scheme::Buckwalter.to_arabic(&latin), "قال NATO");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scheme {
    /// Buckwalter: ASCII.
    Buckwalter,
    /// Safe Buckwalter: letters where Buckwalter has punctuation.
    SafeBuckwalter,
    /// XML Buckwalter: without `< > &`.
    XmlBuckwalter,
    /// Habash-Soudi-Buckwalter: letters of Unicode, easy to read.
    HabashSoudiBuckwalter,
}

impl Scheme {
    /// From Arabic letters to the scheme's signs.
    ///
    /// ```
    /// use isnad_normalize::Scheme;
    /// assert_eq!(Scheme::Buckwalter.to_latin("الشرق"), "Al$rq"); // the East
    /// assert_eq!(Scheme::HabashSoudiBuckwalter.to_latin("مدرسة"), "mdrsħ"); // school
    /// ```
    #[must_use]
    pub fn to_latin(self, text: &str) -> Cow<'_, str> {
        let mut out = String::new();
        let mut done = 0;
        for (at, c) in text.char_indices() {
            let (escape, sign) = match self.sign(c) {
                Some(sign) => (false, sign),
                None if c == ESCAPE || self.letter(c).is_some() => (true, c),
                None => continue,
            };
            out.push_str(text.get(done..at).unwrap_or_default());
            if escape {
                out.push(ESCAPE);
            }
            out.push(sign);
            done = at + c.len_utf8();
        }
        finish(text, done, out)
    }

    /// From the scheme's signs to Arabic letters.
    ///
    /// ```
    /// use isnad_normalize::Scheme;
    /// assert_eq!(Scheme::SafeBuckwalter.to_arabic("AlmWtmr"), "المؤتمر"); // the conference
    /// ```
    #[must_use]
    pub fn to_arabic(self, text: &str) -> Cow<'_, str> {
        let mut out = String::new();
        let mut done = 0;
        let mut chars = text.char_indices();
        while let Some((at, c)) = chars.next() {
            let to = if c == ESCAPE { chars.next() } else { self.letter(c).map(|letter| (at, letter)) };
            let Some((from, to)) = to else { continue };
            out.push_str(text.get(done..at).unwrap_or_default());
            out.push(to);
            done = from + if c == ESCAPE { to.len_utf8() } else { c.len_utf8() };
        }
        finish(text, done, out)
    }

    fn sign(self, letter: char) -> Option<char> {
        let found = LETTERS.iter().find(|&&(arabic, _)| arabic == letter);
        found.and_then(|(_, signs)| signs.get(self as usize)).copied()
    }

    fn letter(self, sign: char) -> Option<char> {
        LETTERS.iter().find(|(_, signs)| signs.get(self as usize) == Some(&sign)).map(|&(letter, _)| letter)
    }
}

fn finish(text: &str, done: usize, mut out: String) -> Cow<'_, str> {
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(text.get(done..).unwrap_or_default());
    Cow::Owned(out)
}
