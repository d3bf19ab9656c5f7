//! Building a lexicon from phrases.

use core::ops::Range;
use std::sync::Arc;

use super::{Edge, Entry, Lexicon, LexiconTable, PhraseFlags, Storage};
use crate::tokenize::Tokens;
use crate::{LoadError, TokenKind};

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
    edges: Edges,
    /// Nodes and their entries, in the order in which they were added.
    entries: Vec<(u32, Entry)>,
    phrases: String,
    tokens: Tokens,
}

/// The edges of the trie in the order in which they were made, and where each is: the edge at an index leads to the node
/// of that number and one.
#[derive(Clone, Debug, Default)]
struct Edges {
    all: Vec<Edge>,
    /// By hash, the number of the node that an edge leads to; 0 where there is none. A power of two, or none at all.
    slots: Vec<u32>,
}

impl Edges {
    /// The node to which a node's edge with this key leads. The edge is made if there is none.
    fn step(&mut self, from: u32, key: u64) -> u32 {
        if self.slots.len() <= 2 * self.all.len() {
            self.grow();
        }
        let mask = self.slots.len() - 1;
        let mut at = Self::hash(from, key) as usize & mask;
        while let Some(&to @ 1..) = self.slots.get(at) {
            if self.all.get(to as usize - 1).is_some_and(|e| e.key == key && e.from == from) {
                return to;
            }
            at = (at + 1) & mask;
        }
        let to = self.all.len() as u32 + 1;
        self.all.push(Edge { key, from, to });
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = to;
        }
        to
    }

    fn grow(&mut self) {
        let len = (4 * self.all.len()).next_power_of_two().max(64);
        self.slots.clear();
        self.slots.resize(len, 0);
        for edge in &self.all {
            let mut at = Self::hash(edge.from, edge.key) as usize & (len - 1);
            while self.slots.get(at).is_some_and(|&to| to != 0) {
                at = (at + 1) & (len - 1);
            }
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = edge.to;
            }
        }
    }

    /// The upper half is folded in, as all of it that a node changes is there.
    const fn hash(from: u32, key: u64) -> u64 {
        let hash = LexiconTable::hash(from, key);
        hash ^ hash >> 32
    }
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
        self.tokens.read::<false>(phrase);
        // No mark is told from another yet.
        let tokens = || self.tokens.all.iter().filter(|t| t.kind() != TokenKind::OpenQuote);
        let mut node = 0;
        for token in tokens() {
            node = self.edges.step(node, token.key().0);
        }
        if node == 0 {
            return false;
        }
        let start = self.phrases.len() as u32;
        let mut done: Option<Range<usize>> = None;
        for span in tokens().map(|t| t.span().range()) {
            // Words with one space between them are copied in one piece.
            done = match done {
                Some(words) if phrase.get(words.end..span.start) == Some(" ") => Some(words.start..span.end),
                Some(words) => {
                    self.phrases.push_str(phrase.get(words).unwrap_or_default());
                    self.phrases.push(' ');
                    Some(span)
                }
                None => Some(span),
            };
        }
        self.phrases.push_str(done.and_then(|words| phrase.get(words)).unwrap_or_default());
        let len = self.phrases.len() as u32 - start;
        self.entries.push((node, Entry { id, flags, start, len }));
        true
    }

    /// Adds the rows of a TSV file: phrase, id, and if need be flags (`exact`, `article`, `bare`, separated by commas).
    /// Empty lines and those that begin with `# ` are passed over. `file` is what errors call it.
    ///
    /// # Errors
    ///
    /// Names the file, the line and the cause of the first row that cannot be read.
    ///
    /// ```
    /// let mut builder = isnad_text::Lexicon::builder();
    /// assert_eq!(builder.add_tsv("بغداد\t1\nآب\t8\texact\n", "places.tsv")?, 2);
    /// let error = builder.add_tsv("دمشق\tfive", "places.tsv").unwrap_err();
    /// assert_eq!(error.to_string(), "places.tsv:1: the id \"five\" is no number from 0 to 4294967295");
    /// # Ok::<(), isnad_text::LoadError>(())
    /// ```
    pub fn add_tsv(&mut self, rows: &str, file: &str) -> Result<usize, LoadError> {
        let mut added = 0;
        for (line, row) in rows.lines().enumerate() {
            if row.trim().is_empty() || row.starts_with("# ") || row == "#" {
                continue;
            }
            let mut cells = row.split('\t').map(str::trim);
            let (phrase, id) = (cells.next().unwrap_or_default(), cells.next());
            let flags = cells.next().unwrap_or_default();
            let result = match (id, cells.next()) {
                (None, _) => Err("two cells are needed: phrase and id".to_string()),
                (_, Some(_)) => Err("more than three cells: phrase, id, flags".to_string()),
                (Some(id), None) => self.add_row(phrase, id, flags.split(',')),
            };
            result.map_err(|cause| LoadError::new(file, line + 1, cause))?;
            added += 1;
        }
        Ok(added)
    }

    /// Adds the rows of a JSON Lines file: `{"phrase": "بغداد", "id": 1, "flags": ["exact"]}`, the flags if need be.
    ///
    /// # Errors
    ///
    /// Names the file, the line and the cause of the first row that cannot be read.
    ///
    /// ```
    /// let mut builder = isnad_text::Lexicon::builder();
    /// assert_eq!(builder.add_jsonl(r#"{"phrase": "بغداد", "id": 1}"#, "places.jsonl")?, 1);
    /// assert!(builder.add_jsonl("{}", "places.jsonl").unwrap_err().to_string().starts_with("places.jsonl:1: "));
    /// # Ok::<(), isnad_text::LoadError>(())
    /// ```
    #[cfg(feature = "json")]
    pub fn add_jsonl(&mut self, rows: &str, file: &str) -> Result<usize, LoadError> {
        #[derive(serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Row<'r> {
            #[serde(borrow)]
            phrase: std::borrow::Cow<'r, str>,
            id: u32,
            #[serde(default)]
            flags: Vec<String>,
        }
        let mut added = 0;
        for (line, row) in rows.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
            let result =
                serde_json::from_str::<Row<'_>>(row).map_err(|error| error.to_string()).and_then(|row| {
                    self.add_row(&row.phrase, &row.id.to_string(), row.flags.iter().map(String::as_str))
                });
            result.map_err(|cause| LoadError::new(file, line + 1, cause))?;
            added += 1;
        }
        Ok(added)
    }

    fn add_row<'f>(
        &mut self,
        phrase: &str,
        id: &str,
        flags: impl Iterator<Item = &'f str>,
    ) -> Result<(), String> {
        let id = id.parse().map_err(|_| format!("the id {id:?} is no number from 0 to {}", u32::MAX))?;
        let mut all = PhraseFlags::NONE;
        for flag in flags.map(str::trim).filter(|flag| !flag.is_empty()) {
            all = all.with(match flag {
                "exact" => PhraseFlags::EXACT,
                "article" => PhraseFlags::ARTICLE,
                "bare" => PhraseFlags::BARE,
                _ => return Err(format!("the flag {flag:?} is none of exact, article, bare")),
            });
        }
        if self.add(phrase, id, all) { Ok(()) } else { Err(format!("no word in the phrase {phrase:?}")) }
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
        let unsorted = self.edges.all;
        let bits = (unsorted.len().max(1) * 2).next_power_of_two().ilog2().max(1);
        let bucket = |e: &Edge| LexiconTable::bucket(bits, e.from, e.key);
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for edge in &unsorted {
            if let Some(count) = buckets.get_mut(bucket(edge) + 1) {
                *count += 1;
            }
        }
        sum_up(&mut buckets);
        let mut edges = vec![Edge { key: 0, from: 0, to: 0 }; unsorted.len()];
        let mut free = buckets.clone();
        for &edge in &unsorted {
            let slot = free.get_mut(bucket(&edge));
            let at = slot.map_or(0, |slot| core::mem::replace(slot, *slot + 1));
            if let Some(to) = edges.get_mut(at as usize) {
                *to = edge;
            }
        }
        for (&start, &end) in buckets.iter().zip(buckets.iter().skip(1)) {
            if end - start > 1
                && let Some(within) = edges.get_mut(start as usize..end as usize)
            {
                within.sort_unstable_by_key(|e| (e.from, e.key));
            }
        }
        let mut nodes = vec![0; unsorted.len() + 2];
        for (node, _) in &self.entries {
            if let Some(count) = nodes.get_mut(*node as usize + 1) {
                *count += 1;
            }
        }
        sum_up(&mut nodes);
        let mut free = nodes.clone();
        let mut entries =
            vec![Entry { id: 0, flags: PhraseFlags::NONE, start: 0, len: 0 }; self.entries.len()];
        for (node, entry) in self.entries {
            let slot = free.get_mut(node as usize);
            let at = slot.map_or(0, |slot| core::mem::replace(slot, *slot + 1));
            if let Some(to) = entries.get_mut(at as usize) {
                *to = entry;
            }
        }
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

/// Counts become starts: each the sum of itself and those before it.
fn sum_up(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}
