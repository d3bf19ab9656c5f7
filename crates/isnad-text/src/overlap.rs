//! The one rule by which overlapping mentions are settled.

use std::collections::BTreeMap;

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
    mentions.sort_by_key(|m| m.span().start);
    let mut stays = vec![true; mentions.len()];
    let mut ranks = Vec::new();
    let mut from = 0;
    while from < mentions.len() {
        // A cluster: mentions that overlap, directly or through others. Most are of one.
        let mut to = from + 1;
        let mut end = mentions.get(from).map_or(0, |m| m.span().end);
        while let Some(span) = mentions.get(to).map(Mention::span)
            && span.start < end
        {
            end = end.max(span.end);
            to += 1;
        }
        if to - from > 1
            && let (Some(cluster), Some(stays)) = (mentions.get(from..to), stays.get_mut(from..to))
        {
            resolve_cluster(cluster, stays, &mut ranks);
        }
        from = to;
    }
    let mut stays = stays.into_iter();
    mentions.retain(|_| stays.next().unwrap_or(false));
}

/// Says which mentions of a cluster stay, the best first. `ranks` is room for their indices.
fn resolve_cluster<M: Mention>(cluster: &[M], stays: &mut [bool], ranks: &mut Vec<u32>) {
    ranks.clear();
    ranks.extend(0..cluster.len() as u32);
    let at = |n: u32| cluster.get(n as usize);
    ranks.sort_by(|&a, &b| {
        let (Some(a), Some(b)) = (at(a), at(b)) else { return core::cmp::Ordering::Equal };
        let (x, y) = (a.span(), b.span());
        let longer = y.len().cmp(&x.len()).then(b.priority().cmp(&a.priority()));
        longer.then(x.start.cmp(&y.start)).then_with(|| a.rule().cmp(b.rule()))
    });
    let mut taken = Taken::default();
    for &n in &*ranks {
        if let (Some(mention), Some(stay)) = (at(n), stays.get_mut(n as usize)) {
            *stay = taken.take(mention.span());
        }
    }
}

/// The spans of what stays of a cluster: a few as they come, many by their starts.
#[derive(Default)]
struct Taken {
    few: [Span; 4],
    count: usize,
    many: BTreeMap<usize, usize>,
}

impl Taken {
    /// Takes a span if it overlaps none that is taken.
    fn take(&mut self, span: Span) -> bool {
        let few = self.few.iter().take(self.count);
        let free = few.clone().all(|t| t.end <= span.start || span.end <= t.start)
            && self.many.range(..span.end).next_back().is_none_or(|(_, &end)| end <= span.start);
        if free {
            match self.few.get_mut(self.count) {
                Some(slot) => (*slot, self.count) = (span, self.count + 1),
                None => _ = self.many.insert(span.start, span.end),
            }
        }
        free
    }
}
