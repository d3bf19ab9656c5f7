//! Paragraphs, and lines that only a narrow column broke.

use core::ops::Range;

use isnad_normalize::is_wrapped;

use crate::Token;
use crate::token::PARAGRAPH_START;

/// Marks the first token of each paragraph and returns the paragraphs as ranges of tokens.
///
/// A blank line ends a paragraph. A single line break ends it too, unless it looks like one that a column made
/// (articles copied from a narrow page, or from e-mail): the line before it is short, does not end a sentence,
/// and the line after it is short as well.
pub(crate) fn paragraphs(source: &str, tokens: &mut [Token], lines: &[u32]) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    for (n, &start) in lines.iter().enumerate() {
        let start = start as usize;
        let joined = n > 0 && {
            let end = start.checked_sub(1).and_then(|last| tokens.get(last)).map_or(0, |t| t.end as usize);
            let next = tokens.get(start).map_or(end, |t| t.start as usize);
            let gap = source.get(end..next).unwrap_or_default();
            gap.bytes().filter(|&b| b == b'\n').count() == 1 && is_wrapped(source, end, next)
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
