//! Tokens: what a text is made of.

use crate::{Key, Span};

crate::names! {
    /// What a token is.
    #[non_exhaustive]
    pub enum TokenKind {
        /// Letters of one script with their marks: `العِراق`, `Reuters`, `H1N1`.
        Word = "word",
        /// Digits with what separates them, and a percent sign that touches them: `12.5`, `١٬٥٠٠`, `2015-2017`, `14:30`, `23%`.
        Number = "number",
        /// An opening quotation mark.
        OpenQuote = "open_quote",
        /// A closing quotation mark.
        CloseQuote = "close_quote",
        /// Any other punctuation mark; runs of full stops and of `؟!` are one token.
        Punctuation = "punctuation",
        /// The `#` before the words of a hashtag. The words follow as tokens of their own.
        Hash = "hash",
        /// `@name`
        Mention = "mention",
        /// A web address.
        Url = "url",
        /// An e-mail address.
        Email = "email",
        /// Emoji, currency signs, mathematical and other symbols.
        Symbol = "symbol",
    }
}

/// A token: a stretch of text with its kind and the key of its folded form.
///
/// Tokens are in order and disjoint; what lies between them (white space, the underscores of hashtags, stray
/// control characters) is gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub(crate) key: Key,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Where its folded form starts in the folded text.
    pub(crate) folded: u32,
    pub(crate) kind: TokenKind,
    pub(crate) flags: u8,
}

pub(crate) const GAP_BEFORE: u8 = 1;
pub(crate) const LINE_START: u8 = 2;
pub(crate) const PARAGRAPH_START: u8 = 4;
pub(crate) const IN_HASHTAG: u8 = 8;
pub(crate) const ARABIC: u8 = 16;
/// A word of letters of two bytes, each of which folds to one such: nothing in it is without width.
pub(crate) const PLAIN: u8 = 32;

impl Token {
    /// Where it stands.
    ///
    /// ```
    /// let text = isnad_text::Text::new("في العراق"); // in Iraq
    /// assert_eq!(text.slice(text.tokens()[1].span()), "العراق");
    /// ```
    #[inline]
    #[must_use]
    pub const fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// What it is.
    ///
    /// ```
    /// use isnad_text::{Text, TokenKind};
    /// assert_eq!(Text::new("23%").tokens()[0].kind(), TokenKind::Number);
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(&self) -> TokenKind {
        self.kind
    }

    /// Key of its folded form, by which lexicons look it up.
    ///
    /// ```
    /// use isnad_text::{Text, fold_key};
    /// assert_eq!(Text::new("أحمد").tokens()[0].key(), fold_key("احمد"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn key(&self) -> Key {
        self.key
    }

    /// Whether it is a word.
    ///
    /// ```
    /// assert!(isnad_text::Text::new("بغداد").tokens()[0].is_word());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word)
    }

    /// Whether it is a word in Arabic script.
    ///
    /// ```
    /// assert!(!isnad_text::Text::new("Reuters").tokens()[0].is_arabic());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_arabic(&self) -> bool {
        self.is_word() && self.flags & ARABIC != 0
    }

    /// Whether it is an opening or closing quotation mark.
    ///
    /// ```
    /// assert!(isnad_text::Text::new("«نعم»").tokens()[0].is_quote());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_quote(&self) -> bool {
        matches!(self.kind, TokenKind::OpenQuote | TokenKind::CloseQuote)
    }

    /// Whether a visible gap, white space or an underscore, stands before it (or the text begins with it).
    ///
    /// ```
    /// let text = isnad_text::Text::new("قال: نعم");
    /// assert!(!text.tokens()[1].has_gap_before() && text.tokens()[2].has_gap_before());
    /// ```
    #[inline]
    #[must_use]
    pub const fn has_gap_before(&self) -> bool {
        self.flags & GAP_BEFORE != 0
    }

    /// Whether it is the first of its line.
    ///
    /// ```
    /// assert!(isnad_text::Text::new("سطر\nسطر").tokens()[1].starts_line());
    /// ```
    #[inline]
    #[must_use]
    pub const fn starts_line(&self) -> bool {
        self.flags & LINE_START != 0
    }

    /// Whether it is the first of its paragraph.
    ///
    /// ```
    /// assert!(isnad_text::Text::new("عنوان\n\nنص").tokens()[1].starts_paragraph());
    /// ```
    #[inline]
    #[must_use]
    pub const fn starts_paragraph(&self) -> bool {
        self.flags & PARAGRAPH_START != 0
    }

    /// Whether it is one of the words of a hashtag.
    ///
    /// ```
    /// let text = isnad_text::Text::new("#الحشد_الشعبي");
    /// assert!(text.tokens()[2].is_in_hashtag());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_in_hashtag(&self) -> bool {
        self.flags & IN_HASHTAG != 0
    }
}
