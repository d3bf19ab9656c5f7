//! Building a lexicon from phrases.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Edge, Entry, Lexicon, LexiconTable, PhraseFlags, Storage};
use crate::Text;

/// Collects phrases and makes a [`Lexicon`] of them.
///
/// ```
/// use isnad_text::{Lexicon, PhraseFlags, Text};
/// let mut builder = Lexicon::builder();
/// builder.add("آب", 8, PhraseFlags::EXACT); // August, not أب "father"
/// let lexicon = builder.build();
/// assert!(lexicon.longest_at(&Text::new("في آب").clone(), 1).is_some());
/// assert!(lexicon.longest_at(&Text::new("أب"), 0).is_none());
/// ```
#[derive(Clone, Debug, Default)]
pub struct LexiconBuilder {
    children: BTreeMap<(u32, u64), u32>,
    /// Entries by node, in the order in which they were added.
    entries: BTreeMap<u32, Vec<Entry>>,
    phrases: String,
}

impl LexiconBuilder {
    /// Adds a phrase: words separated by spaces. The same phrase may have several entries.
    /// A phrase without any word is not added; the answer says whether it was.
    ///
    /// ```
    /// let mut builder = isnad_text::Lexicon::builder();
    /// assert!(builder.add("بغداد", 1, isnad_text::PhraseFlags::NONE));
    /// assert!(!builder.add("  ", 2, isnad_text::PhraseFlags::NONE));
    /// ```
    pub fn add(&mut self, phrase: &str, id: u32, flags: PhraseFlags) -> bool {
        let text = Text::new(phrase);
        let mut node = 0;
        for token in text.tokens().iter().filter(|t| !t.is_quote()) {
            let next = self.children.len() as u32 + 1;
            node = *self.children.entry((node, token.key().0)).or_insert(next);
        }
        if node == 0 {
            return false;
        }
        let start = self.phrases.len() as u32;
        for token in text.tokens().iter().filter(|t| !t.is_quote()) {
            self.phrases.push_str(text.slice(token.span()));
            self.phrases.push(' ');
        }
        self.phrases.pop();
        let len = self.phrases.len() as u32 - start;
        self.entries.entry(node).or_default().push(Entry { id, flags, start, len });
        true
    }

    /// The lexicon.
    ///
    /// ```
    /// let lexicon = isnad_text::Lexicon::builder().build();
    /// assert!(lexicon.longest_at(&isnad_text::Text::new("بغداد"), 0).is_none());
    /// ```
    #[must_use]
    pub fn build(self) -> Lexicon {
        Lexicon(Storage::Built(Arc::new(self.into_table())))
    }

    /// The table, as the generator writes it.
    #[doc(hidden)]
    #[must_use]
    pub fn into_table(self) -> LexiconTable {
        let bits = (self.children.len().max(1) * 2).next_power_of_two().ilog2().max(1);
        let mut edges: Vec<Edge> =
            self.children.iter().map(|(&(from, key), &to)| Edge { key, from, to }).collect();
        let bucket = |e: &Edge| (LexiconTable::hash(e.from, e.key) >> (64 - bits)) as usize;
        edges.sort_by_key(|e| (bucket(e), e.from, e.key));
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for edge in &edges {
            if let Some(count) = buckets.get_mut(bucket(edge) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut buckets {
            sum += *count;
            *count = sum;
        }
        let mut nodes = Vec::with_capacity(self.children.len() + 2);
        let mut entries = Vec::new();
        for node in 0..=self.children.len() as u32 {
            nodes.push(entries.len() as u32);
            entries.extend(self.entries.get(&node).into_iter().flatten());
        }
        nodes.push(entries.len() as u32);
        LexiconTable {
            bits,
            buckets: buckets.into(),
            edges: edges.into(),
            nodes: nodes.into(),
            entries: entries.into(),
            phrases: self.phrases.into(),
        }
    }
}
