//! What a paragraph is in an article: prose, heading, byline, item of a list; and the dateline that prose may open with.

use core::ops::Range;

use crate::generated::bylines::BYLINES;
use crate::{Lexicon, Text, TokenKind};

crate::names! {
    /// What a paragraph is in an article.
    #[derive(Default)]
    #[non_exhaustive]
    pub enum ParagraphKind {
        /// Sentences.
        #[default]
        Prose = "prose",
        /// A headline or the heading of a section: short, without a final mark, and not the last paragraph.
        Heading = "heading",
        /// Who wrote it, or where it comes from: `بقلم: سامر الحلبي`.
        Byline = "byline",
        /// An item of a list: `- فتح الطريق`, `2) عودة المدارس`.
        Item = "item",
    }
}

/// Longest heading and byline, in tokens.
const SHORT: usize = 18;
const BYLINE: usize = 10;
/// Tokens among which a dateline ends, and tokens that must follow it.
const DATELINE: usize = 12;
const STORY: usize = 5;

pub(crate) fn kind(text: &Text<'_>, paragraph: &Range<usize>) -> ParagraphKind {
    let (start, len) = (paragraph.start, paragraph.len());
    let Some(last) = paragraph.end.checked_sub(1).and_then(|at| text.token(at)) else {
        return ParagraphKind::Prose;
    };
    let numbered = text.token(start).is_some_and(|t| t.kind() == TokenKind::Number)
        && matches!(text.surface(start + 1), "." | ")" | "-" | "–")
        && text.token(start + 1).is_some_and(|t| !t.has_gap_before());
    let is_bullet = matches!(text.surface(start), "-" | "–" | "—" | "•" | "*" | "·" | "●" | "▪" | "◦");
    if len > 1 && (is_bullet || numbered) {
        return ParagraphKind::Item;
    }
    if len <= BYLINE && Lexicon::built_in(&BYLINES).longest_written_at(text, start).is_some() {
        let after = text.surface(start + 1);
        if len <= BYLINE / 2 || matches!(after, ":" | "/" | "-" | "–") {
            return ParagraphKind::Byline;
        }
    }
    let ends =
        last.kind() == TokenKind::Punctuation && !matches!(text.slice(last.span()), "؟" | "!" | ")" | "]");
    if len <= SHORT && !ends && paragraph.end < text.tokens().len() {
        return ParagraphKind::Heading;
    }
    ParagraphKind::Prose
}

/// Place, agency and date in front of a story, up to the dash that ends them: `بغداد (وكالة) - قال …`.
pub(crate) fn dateline(text: &Text<'_>, paragraph: &Range<usize>) -> Option<Range<usize>> {
    let within = paragraph.start..paragraph.end.min(paragraph.start + DATELINE);
    let mut brackets = 0;
    for at in within {
        let token = text.token(at)?;
        match text.slice(token.span()) {
            "(" | "[" => brackets += 1,
            ")" | "]" => brackets -= 1,
            "-" | "–" | "—" if brackets == 0 && at > paragraph.start => {
                let follows = text.token(at + 1).is_some_and(|t| t.has_gap_before() && t.is_word());
                // A second dash soon after makes a parenthesis of the two: قال الوزير - وهو طبيب - إن …
                let paired = (at + 1..at + DATELINE).any(|i| matches!(text.surface(i), "-" | "–" | "—"));
                if paired {
                    return None;
                }
                if follows && token.has_gap_before() && at + STORY < paragraph.end {
                    return Some(paragraph.start..at);
                }
            }
            "/" | "،" | "," | "-" | "–" => {}
            _ if token.is_word() || token.kind() == TokenKind::Number => {
                // Outside the brackets a place has a few words, not a sentence.
                if brackets == 0 && at - paragraph.start > 5 {
                    return None;
                }
            }
            _ => return None,
        }
    }
    None
}
