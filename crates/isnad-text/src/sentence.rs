//! Sentences.

use core::ops::Range;

use crate::generated::abbreviations::ABBREVIATIONS;
use crate::{Lexicon, ParagraphKind, Span, Text, TokenKind, layout};

/// A sentence: from its first token to its final mark.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Sentence {
    /// From the first to the last token.
    pub span: Span,
    /// Indices of its tokens.
    pub tokens: Range<usize>,
}

/// Splits a text into sentences. A paragraph's end ends a sentence; `.`, `۔`, `!`, `؟` and `…` do where no abbreviation,
/// decimal or address stands. A quotation that closes within its paragraph is never cut: what is said in it is one thing said.
///
/// `marks` are the indices of all tokens that are no words.
pub(crate) fn sentences(text: &Text<'_>, marks: &[u32]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(text.tokens().len() / 16);
    let mut quotations = text.quotations().iter().filter(|q| q.closed && q.depth == 0).peekable();
    let mut marks = marks.iter().map(|&at| at as usize).peekable();
    for paragraph in text.paragraphs() {
        let mut start = paragraph.start;
        while let Some(at) = marks.next_if(|&at| at < paragraph.end) {
            if at < start || !ends_sentence(text, at) || parts_heading(text, at, paragraph) {
                continue;
            }
            while quotations.next_if(|q| q.tokens.end <= at).is_some() {}
            let quotation = quotations.peek().map(|q| &q.tokens).filter(|tokens| tokens.contains(&at));
            let end = match quotation {
                // The last token before the closing mark may end the sentence of the quotation, and this one with it.
                Some(tokens) if tokens.end == at + 1 && begins_sentence(text, at + 2, paragraph.end) => {
                    at + 2
                }
                Some(_) => continue,
                None => (at + 1..paragraph.end).find(|&i| !closes(text, i)).unwrap_or(paragraph.end),
            };
            push(text, &mut sentences, start..end);
            start = end;
        }
        push(text, &mut sentences, start..paragraph.end);
    }
    sentences
}

fn push(text: &Text<'_>, sentences: &mut Vec<Sentence>, tokens: Range<usize>) {
    if !tokens.is_empty() {
        sentences.push(Sentence { span: text.span_of(tokens.clone()), tokens });
    }
}

/// Whether the token is a mark that ends a sentence here.
fn ends_sentence(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.token(at) else { return false };
    if token.kind() != TokenKind::Punctuation {
        return false;
    }
    let mark = text.surface(at);
    match mark.chars().next() {
        Some('!' | '؟' | '?') => return true,
        Some('.' | '…' | '۔') => {}
        _ => return false,
    }
    let next = text.token(at + 1);
    if next.is_some_and(|t| !t.has_gap_before() && matches!(t.kind(), TokenKind::Word | TokenKind::Number)) {
        return mark.len() > 1 && mark != "…"; // Monde.fr, but لم ينته..إنها
    }
    if mark != "." || next.is_none_or(|t| t.starts_paragraph()) {
        return true;
    }
    let Some(previous) = at.checked_sub(1).and_then(|p| text.token(p)) else { return true };
    !(previous.is_word()
        && !token.has_gap_before()
        && Lexicon::built_in(&ABBREVIATIONS).has_word(previous.key()))
}

/// Whether two full stops stand in a headline as a colon would: `بعد السيول.. قرى بلا ماء` (after the floods: villages without water).
fn parts_heading(text: &Text<'_>, at: usize, paragraph: &Range<usize>) -> bool {
    text.surface(at) == ".."
        && at + 1 < paragraph.end
        && layout::kind(text, paragraph) == ParagraphKind::Heading
}

/// Whether the token still belongs to the sentence whose final mark stands before it.
fn closes(text: &Text<'_>, at: usize) -> bool {
    text.token(at).is_some_and(|t| {
        t.kind() == TokenKind::CloseQuote
            || (t.kind() == TokenKind::Punctuation
                && !t.has_gap_before()
                && matches!(text.surface(at), ")" | "]"))
    })
}

/// After a quotation that ends in a full stop: whether something new begins, not the words that say who spoke («…» يقول فلان).
fn begins_sentence(text: &Text<'_>, at: usize, end: usize) -> bool {
    at >= end || text.folded(at).starts_with('و')
}
