//! The one rule by which overlapping mentions are settled.

use crate::{RuleId, Span};

/// Anything that a layer finds in a text.
pub trait Mention {
    /// Where it stands.
    fn span(&self) -> Span;
    /// The rule that found it.
    fn rule(&self) -> &RuleId;
    /// Higher wins between mentions of equal length.
    fn priority(&self) -> i32 {
        0
    }
}

/// Keeps a disjoint subset, sorted by position. Of two that overlap the longer stays; of equal length the one of
/// higher priority, then the leftmost, then the one whose rule id sorts first.
///
/// ```
/// use isnad_text::{Mention, RuleId, Span, resolve_overlaps};
/// struct Found(Span, RuleId);
/// impl Mention for Found {
///     fn span(&self) -> Span { self.0 }
///     fn rule(&self) -> &RuleId { &self.1 }
/// }
/// let found = |a, b| Found(Span::new(a, b), RuleId::new("example"));
/// let mut all = vec![found(4, 6), found(0, 5), found(6, 8)];
/// resolve_overlaps(&mut all);
/// assert_eq!(all.iter().map(|f| f.0.range()).collect::<Vec<_>>(), [0..5, 6..8]);
/// ```
pub fn resolve_overlaps<M: Mention>(mentions: &mut Vec<M>) {
    mentions.retain(|m| !m.span().is_empty());
    let mut by_rank: Vec<usize> = (0..mentions.len()).collect();
    let rank = |i: &usize| {
        mentions.get(*i).map(|m| {
            let span = m.span();
            (core::cmp::Reverse(span.len()), core::cmp::Reverse(m.priority()), span.start, m.rule().clone())
        })
    };
    by_rank.sort_by_cached_key(rank);
    let mut taken = std::collections::BTreeMap::new(); // start -> end of what stays
    let mut stays = vec![false; mentions.len()];
    for i in by_rank {
        let Some(span) = mentions.get(i).map(Mention::span) else { continue };
        let free = taken.range(..span.end).next_back().is_none_or(|(_, &end)| end <= span.start);
        if free && let Some(stay) = stays.get_mut(i) {
            taken.insert(span.start, span.end);
            *stay = true;
        }
    }
    let mut stays = stays.into_iter();
    mentions.retain(|_| stays.next().unwrap_or(false));
    mentions.sort_by_key(|m| m.span().start);
}
