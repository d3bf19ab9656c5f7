//! Paragraphs, and lines that only a narrow column broke.

use core::ops::Range;

use crate::Token;
use crate::token::PARAGRAPH_START;

/// Widest line, in bytes, that a column may have broken (about 110 letters).
const WIDEST: usize = 200;
/// Narrowest line, in bytes, that says anything about the column.
const NARROWEST: usize = 40;

/// Marks the first token of each paragraph and returns the paragraphs as ranges of tokens.
///
/// A blank line ends a paragraph. A single line break ends it too, unless it looks like one that a column made
/// (articles copied from a narrow page, or from e-mail): the line before it is short, does not end a sentence,
/// and the line after it is short as well.
pub(crate) fn paragraphs(source: &str, tokens: &mut [Token], lines: &[u32]) -> Vec<Range<usize>> {
    let line = |n: usize| lines.get(n).map(|&at| at as usize);
    let mut starts = Vec::new();
    for (n, &start) in lines.iter().enumerate() {
        let start = start as usize;
        let next = line(n + 1).unwrap_or(tokens.len());
        let joined = n > 0 && {
            let previous = line(n - 1).unwrap_or(0)..start;
            is_wrapped(source, tokens, previous, start..next)
        };
        if !joined {
            starts.push(start);
        }
    }
    for &start in &starts {
        if let Some(token) = tokens.get_mut(start) {
            token.flags |= PARAGRAPH_START;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

fn is_wrapped(source: &str, tokens: &[Token], line: Range<usize>, next: Range<usize>) -> bool {
    let bytes = |line: &Range<usize>| match tokens.get(line.clone()) {
        Some([first, .., last]) => (last.end - first.start) as usize,
        _ => 0,
    };
    let (Some(last), Some(first)) = (tokens.get(line.end.wrapping_sub(1)), tokens.get(next.start)) else {
        return false;
    };
    let gap = source.get(last.end as usize..first.start as usize).unwrap_or_default();
    let ends_sentence = source
        .get(last.start as usize..last.end as usize)
        .is_some_and(|s| s.starts_with(['.', '!', '؟', '?', '…', ':', '"', '»', '”', ')', ']']));
    let bullet = source
        .get(first.start as usize..first.end as usize)
        .is_some_and(|s| s.starts_with(['-', '–', '•', '*', '·', '●', '▪', '#']));
    gap.bytes().filter(|&b| b == b'\n').count() == 1
        && !ends_sentence
        && !bullet
        && (NARROWEST..=WIDEST).contains(&bytes(&line))
        && bytes(&next) <= WIDEST
}
