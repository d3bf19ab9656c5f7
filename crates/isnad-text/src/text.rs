//! A text, prepared once.

use core::ops::Range;
use std::sync::OnceLock;

use crate::clitics::{Readings, Restored};
use crate::tokenize::Tokens;
use crate::{
    ParagraphKind, Proclitics, Quotation, Reading, Sentence, Span, Token, clitics, layout, paragraph,
    quotation, sentence,
};

/// A text with its tokens, folded keys, proclitic readings, sentences and quotations.
///
/// It borrows the original and never alters it. Preparing takes one pass over the text for the tokens and one over
/// the tokens for each of the rest; asking takes none. The readings are made when the first of them is asked for.
///
/// Texts are read up to 2 GiB; what lies beyond is not analysed.
#[derive(Clone, Debug)]
pub struct Text<'t> {
    source: &'t str,
    folded: String,
    tokens: Vec<Token>,
    /// Made when the first is asked for.
    readings: OnceLock<Readings>,
    paragraphs: Vec<Range<usize>>,
    sentences: Vec<Sentence>,
    quotations: Vec<Quotation>,
}

impl<'t> Text<'t> {
    /// Prepares a text. Never fails, whatever the input.
    ///
    /// ```
    /// let text = isnad_text::Text::new("بغداد 2020");
    /// assert_eq!(text.tokens().len(), 2);
    /// ```
    #[must_use]
    pub fn new(source: &'t str) -> Text<'t> {
        let mut end = source.len().min(u32::MAX as usize / 2);
        while !source.is_char_boundary(end) {
            end -= 1;
        }
        let read = source.get(..end).unwrap_or_default();
        let mut read_off = Tokens::for_bytes(read.len());
        read_off.read::<true>(read);
        let Tokens { all: mut tokens, folded, marks, lines, .. } = read_off;
        let paragraphs = paragraph::paragraphs(read, &mut tokens, &lines);
        let quotations = quotation::quotations(read, &mut tokens, &paragraphs, &marks);
        let readings = OnceLock::new();
        let mut text =
            Text { source, folded, tokens, readings, paragraphs, sentences: Vec::new(), quotations };
        text.sentences = sentence::sentences(&text, &marks);
        text
    }

    /// The original.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("نعم").source(), "نعم");
    /// ```
    #[must_use]
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// The original's stretch at `span`, empty if that is no valid range of it.
    ///
    /// ```
    /// use isnad_text::{Span, Text};
    /// assert_eq!(Text::new("نعم").slice(Span::new(0, 2)), "ن");
    /// ```
    #[inline]
    #[must_use]
    pub fn slice(&self, span: Span) -> &'t str {
        self.source.get(span.range()).unwrap_or_default()
    }

    /// All tokens in order.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("نعم، لا").tokens().len(), 3);
    /// ```
    #[inline]
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The token at an index.
    ///
    /// ```
    /// assert!(isnad_text::Text::new("نعم").token(1).is_none());
    /// ```
    #[inline]
    #[must_use]
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The folded form of the token at an index, empty where there is none.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("الأمَّة").folded(0), "الامه"); // the nation
    /// ```
    #[inline]
    #[must_use]
    pub fn folded(&self, index: usize) -> &str {
        folded_form(&self.tokens, &self.folded, index)
    }

    /// The same as bytes, which no look at char boundaries is needed for.
    #[inline]
    pub(crate) fn folded_bytes(&self, index: usize) -> &[u8] {
        let (start, end) = folded_range(&self.tokens, self.folded.len(), index);
        self.folded.as_bytes().get(start..end).unwrap_or_default()
    }

    /// The original surface of the token at an index, empty where there is none.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("الأمَّة").surface(0), "الأمَّة");
    /// ```
    #[inline]
    #[must_use]
    pub fn surface(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |t| self.slice(t.span()))
    }

    /// Readings of the token at an index with proclitics or the article read off, fewest first.
    /// The word as it stands is not among them: its key is [`Token::key`].
    ///
    /// ```
    /// use isnad_text::{Proclitics, Text, fold_key};
    /// let text = Text::new("وبالعراق"); // and in Iraq
    /// let reading = text.readings(0).iter().find(|r| r.key == fold_key("العراق")).unwrap();
    /// assert_eq!(reading.proclitics, Proclitics::WAW.with(Proclitics::BA));
    /// assert_eq!(&"وبالعراق"[reading.skip as usize..], "العراق");
    /// ```
    #[inline]
    #[must_use]
    pub fn readings(&self, index: usize) -> &[Reading] {
        self.readings.get_or_init(|| clitics::readings(self.source, &self.folded, &self.tokens)).of(index)
    }

    /// Whether the token at an index may bear a proclitic, or the article.
    ///
    /// ```
    /// use isnad_text::{Proclitics, Text};
    /// let text = Text::new("وقال الوزير"); // and the minister said
    /// assert!(text.bears(0, Proclitics::WAW));
    /// assert!(text.bears(1, Proclitics::ARTICLE) && !text.bears(1, Proclitics::WAW));
    /// assert!(!Text::new("وزير").bears(0, Proclitics::WAW)); // the letter is the word's own
    /// ```
    #[must_use]
    pub fn bears(&self, index: usize, proclitics: Proclitics) -> bool {
        self.readings(index).iter().any(|r| r.proclitics.has(proclitics))
    }

    /// The folded form of the token at an index without as many of the proclitics of a set as it may bear.
    ///
    /// ```
    /// use isnad_text::{Proclitics, Text};
    /// let all = Proclitics::WAW.with(Proclitics::BA).with(Proclitics::LAM).with(Proclitics::ARTICLE);
    /// let bare = |word| Text::new(word).bare(0, all).to_string();
    /// assert_eq!(bare("وبالعراق"), "عراق"); // and in Iraq
    /// assert_eq!(bare("للتحالف"), "تحالف"); // to the alliance
    /// assert_eq!(bare("وزير"), "وزير"); // minister: the letter is its own
    /// assert_eq!(Text::new("وبالعراق").bare(0, Proclitics::WAW), "بالعراق");
    /// ```
    #[must_use]
    pub fn bare(&self, index: usize, proclitics: Proclitics) -> &str {
        let folded = self.folded(index);
        let may = |r: &&Reading| proclitics.has(r.proclitics) && r.restored == Restored::Nothing;
        let skip = self.readings(index).iter().filter(may).map(|r| r.folded_skip).max();
        skip.and_then(|skip| folded.get(usize::from(skip)..)).unwrap_or(folded)
    }

    /// Paragraphs as ranges of token indices.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("عنوان\n\nنص").paragraphs().len(), 2);
    /// ```
    #[must_use]
    pub fn paragraphs(&self) -> &[Range<usize>] {
        &self.paragraphs
    }

    /// What a paragraph is: prose, heading, byline or item of a list.
    ///
    /// ```
    /// use isnad_text::{ParagraphKind, Text};
    /// // "Aid arrives" — "By Samir al-Halabi" — "The lorries entered the city in the morning."
    /// let text = Text::new("وصول المساعدات\n\nبقلم: سامر الحلبي\n\nدخلت الشاحنات المدينة صباحا.");
    /// let kinds: Vec<_> = (0..3).map(|paragraph| text.paragraph_kind(paragraph)).collect();
    /// assert_eq!(kinds, [ParagraphKind::Heading, ParagraphKind::Byline, ParagraphKind::Prose]);
    /// ```
    #[must_use]
    pub fn paragraph_kind(&self, paragraph: usize) -> ParagraphKind {
        self.paragraphs.get(paragraph).map_or(ParagraphKind::Prose, |tokens| layout::kind(self, tokens))
    }

    /// The tokens of the dateline that a paragraph opens with, without the dash that ends it.
    ///
    /// ```
    /// // "Aleppo (an agency) - The governor said today that the road was open."
    /// let text = isnad_text::Text::new("حلب (وكالة) - قال المحافظ اليوم إن الطريق مفتوح.");
    /// assert_eq!(text.slice(text.span_of(text.dateline(0).unwrap())), "حلب (وكالة)");
    /// ```
    #[must_use]
    pub fn dateline(&self, paragraph: usize) -> Option<Range<usize>> {
        layout::dateline(self, self.paragraphs.get(paragraph)?)
    }

    /// Sentences in order; every token belongs to one.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("جاء. ثم ذهب.").sentences().len(), 2);
    /// ```
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// Index of the sentence that holds the token at an index.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("جاء. ثم ذهب.").sentence_of(2), Some(1));
    /// ```
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|s| s.tokens.end <= token);
        (at < self.sentences.len()).then_some(at)
    }

    /// Quotations, by the position of their opening mark; nested ones follow what holds them.
    ///
    /// ```
    /// let text = isnad_text::Text::new("قال: \"لا\"");
    /// assert_eq!(text.slice(text.quotations()[0].inner), "لا");
    /// ```
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// Whether a quotation is a name or term between scare quotes rather than something said.
    ///
    /// ```
    /// // "The «Hope» organisation said: «No»"
    /// let text = isnad_text::Text::new("قالت منظمة «الأمل» إنها باقية: «لا نرحل»");
    /// let terms: Vec<bool> = text.quotations().iter().map(|q| text.is_term(q)).collect();
    /// assert_eq!(terms, [true, false]);
    /// ```
    #[must_use]
    pub fn is_term(&self, quotation: &Quotation) -> bool {
        quotation::is_term(self, quotation)
    }

    /// Index of the first token that starts at or after a byte position.
    ///
    /// ```
    /// assert_eq!(isnad_text::Text::new("نعم لا").token_at(7), 1);
    /// ```
    #[must_use]
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| (t.start as usize) < byte)
    }

    /// The span from the first to the last token of a range of indices, empty for an empty range.
    ///
    /// ```
    /// use isnad_text::{Span, Text};
    /// assert_eq!(Text::new("نعم لا").span_of(0..2), Span::new(0, 11));
    /// ```
    #[inline]
    #[must_use]
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span().cover(last.span()),
            Some([only]) => only.span(),
            _ => Span::default(),
        }
    }
}

/// The folded form of the token at an index.
#[inline]
pub(crate) fn folded_form<'f>(tokens: &[Token], folded: &'f str, index: usize) -> &'f str {
    let (start, end) = folded_range(tokens, folded.len(), index);
    folded.get(start..end).unwrap_or_default()
}

/// Where the folded form of a token stands: up to the next, without what lies between them, which is as it is written.
#[inline]
fn folded_range(tokens: &[Token], len: usize, index: usize) -> (usize, usize) {
    match tokens.get(index..) {
        Some([token, next, ..]) => {
            (token.folded as usize, next.folded.wrapping_sub(next.start - token.end) as usize)
        }
        Some([last]) => (last.folded as usize, len),
        _ => (0, 0),
    }
}
