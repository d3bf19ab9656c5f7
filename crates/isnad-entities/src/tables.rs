//! The built-in tables, which the compiler puts together from the compact form in which they are committed: numbers as
//! digits to the base of 64, starts of stretches as their lengths, a trie as the list of its edges.
#![allow(clippy::indexing_slicing, long_running_const_eval)] // evaluated by the compiler: an index out of range would not build

use std::borrow::Cow;

use isnad_text::{Edge, Entry, Key, LexiconTable, PhraseFlags};

use crate::EntityType;
use crate::annotate::pair;
use crate::generated::words as written;

/// The number that so many digits from an index on are.
const fn number(digits: &[u8], at: usize, width: usize) -> u64 {
    let (mut number, mut n) = (0, 0);
    while n < width {
        let digit = match digits[at + n] {
            b'~' => b'\\' - b'(', // a backslash would have to be escaped in a literal: `~` stands for it
            digit => digit - b'(',
        };
        number = number << 6 | digit as u64;
        n += 1;
    }
    number
}

/// A thing of the gazetteer: its type, and where its texts start in `TEXTS` and how long they are: id, canonical Arabic
/// name, English label, country.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Thing {
    pub(crate) entity_type: EntityType,
    pub(crate) start: u32,
    pub(crate) lens: [u8; 4],
}

const THING_COUNT: usize = written::THINGS.len() / 8;

pub(crate) static THINGS: [Thing; THING_COUNT] = {
    let mut things = [Thing { entity_type: EntityType::Person, start: 0, lens: [0; 4] }; THING_COUNT];
    let (mut start, mut n) = (0, 0);
    while n < things.len() {
        let at = 8 * n;
        let lens = [
            number(written::THINGS, at + 1, 2) as u8,
            number(written::THINGS, at + 3, 2) as u8,
            number(written::THINGS, at + 5, 2) as u8,
            number(written::THINGS, at + 7, 1) as u8,
        ];
        let entity_type = EntityType::ALL[number(written::THINGS, at, 1) as usize];
        things[n] = Thing { entity_type, start, lens };
        start += lens[0] as u32 + lens[1] as u32 + lens[2] as u32 + lens[3] as u32;
        n += 1;
    }
    assert!(start as usize == written::TEXTS.len(), "things and their texts do not agree");
    things
};

/// What phrases of the trie are: the number of a set of classes, and the stretch of `OF_RECORD` that lists the things
/// named.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record {
    pub(crate) set: u16,
    pub(crate) count: u16,
    pub(crate) start: u32,
}

const RECORD_COUNT: usize = written::RECORDS.len() / 4;

pub(crate) static RECORDS: [Record; RECORD_COUNT] = {
    let mut records = [Record { set: 0, count: 0, start: 0 }; RECORD_COUNT];
    let (mut start, mut n) = (0, 0);
    while n < records.len() {
        let set = number(written::RECORDS, 4 * n, 2) as u16;
        let count = number(written::RECORDS, 4 * n + 2, 2) as u16;
        records[n] = Record { set, count, start };
        start += count as u32;
        n += 1;
    }
    records
};

const OF_RECORD_COUNT: usize = written::OF_RECORD.len() / 3;

/// Indices of `THINGS`.
pub(crate) static OF_RECORD: [u16; OF_RECORD_COUNT] = {
    let mut of_record = [0; OF_RECORD_COUNT];
    let mut n = 0;
    while n < of_record.len() {
        of_record[n] = number(written::OF_RECORD, 3 * n, 3) as u16;
        n += 1;
    }
    of_record
};

/// Words that name nothing by themselves: ordinary ones, names of persons, triggers. A word is told by 45 bits of its key.
#[derive(Debug)]
pub(crate) struct SingleWords {
    /// By the first bits of the key, where the words with them start.
    buckets: [u16; (1 << BITS) + 1],
    /// The bits of the key after the first.
    keys: [u32; SINGLE_COUNT],
    /// Which of `PAIRS`.
    pairs: [u16; SINGLE_COUNT],
}

const BITS: u32 = written::SINGLE_COUNTS.len().ilog2();
const SINGLE_COUNT: usize = written::SINGLE.len() / 7;

pub(crate) static SINGLE: SingleWords = {
    assert!(SINGLE_COUNT <= u16::MAX as usize, "the starts of buckets need more bits");
    let mut words =
        SingleWords { buckets: [0; (1 << BITS) + 1], keys: [0; SINGLE_COUNT], pairs: [0; SINGLE_COUNT] };
    let mut n = 0;
    while n < 1 << BITS {
        words.buckets[n + 1] = words.buckets[n] + number(written::SINGLE_COUNTS, n, 1) as u16;
        n += 1;
    }
    n = 0;
    while n < SINGLE_COUNT {
        words.keys[n] = number(written::SINGLE, 7 * n, 5) as u32;
        words.pairs[n] = number(written::SINGLE, 7 * n + 5, 2) as u16;
        n += 1;
    }
    words
};

impl SingleWords {
    /// The classes of a word as it stands, and with the article read off it.
    #[inline]
    pub(crate) fn of(&self, Key(key): Key) -> Option<(u64, u64)> {
        let bucket = (key >> (64 - BITS)) as usize;
        let (&start, &end) = (self.buckets.get(bucket)?, self.buckets.get(bucket + 1)?);
        let rest = (key >> (34 - BITS)) as u32 & 0x3FFF_FFFF;
        let within = self.keys.get(usize::from(start)..usize::from(end))?;
        let at = usize::from(start) + within.iter().position(|&k| k == rest)?;
        written::PAIRS.get(usize::from(*self.pairs.get(at)?)).copied()
    }
}

/// The phrases: names of things, and all that has more than one word or must be spelled letter by letter.
pub(crate) static PHRASES: LexiconTable = LexiconTable {
    bits: TRIE_BITS,
    buckets: Cow::Borrowed(&TRIE.buckets),
    edges: Cow::Borrowed(&TRIE.edges),
    nodes: Cow::Borrowed(&NODES),
    entries: Cow::Borrowed(&ENTRIES),
    phrases: Cow::Borrowed(written::PHRASES),
};

const EDGE_COUNT: usize = written::EDGES.len() / 14;
const TRIE_BITS: u32 = (EDGE_COUNT * 2).next_power_of_two().ilog2();

struct Trie {
    buckets: [u32; (1 << TRIE_BITS) + 1],
    edges: [Edge; EDGE_COUNT],
    /// Words that phrases begin with, those that longer ones do, and pairs of words, as [`Beginnings`](crate::annotate::Beginnings) has them.
    first: [u64; 1 << 11],
    longer: [u64; 1 << 11],
    pairs: [u64; 1 << 12],
}

pub(crate) static FIRST: &[u64] = &TRIE.first;
pub(crate) static LONGER: &[u64] = &TRIE.longer;
pub(crate) static PAIRS: &[u64] = &TRIE.pairs;

static TRIE: Trie = {
    const NONE: Edge = Edge { key: 0, from: 0, to: 0 };
    let mut trie = Trie {
        buckets: [0; (1 << TRIE_BITS) + 1],
        edges: [NONE; EDGE_COUNT],
        first: [0; 1 << 11],
        longer: [0; 1 << 11],
        pairs: [0; 1 << 12],
    };
    let mut all = [NONE; EDGE_COUNT];
    let mut n = 0;
    while n < EDGE_COUNT {
        let key = number(written::EDGES, 14 * n, 11);
        let from = number(written::EDGES, 14 * n + 11, 3) as u32;
        all[n] = Edge { key, from, to: n as u32 + 1 };
        trie.buckets[LexiconTable::bucket(TRIE_BITS, from, key) + 1] += 1;
        if from == 0 {
            trie.first[(key / 64) as usize % trie.first.len()] |= 1 << (key % 64);
        } else if all[from as usize - 1].from == 0 {
            let first = all[from as usize - 1].key;
            trie.longer[(first / 64) as usize % trie.longer.len()] |= 1 << (first % 64);
            let pair = pair(Key(first), Key(key)).0;
            trie.pairs[(pair / 64) as usize % trie.pairs.len()] |= 1 << (pair % 64);
        }
        n += 1;
    }
    n = 0;
    while n < 1 << TRIE_BITS {
        trie.buckets[n + 1] += trie.buckets[n];
        n += 1;
    }
    let mut free = trie.buckets;
    n = 0;
    while n < EDGE_COUNT {
        let bucket = LexiconTable::bucket(TRIE_BITS, all[n].from, all[n].key);
        trie.edges[free[bucket] as usize] = all[n];
        free[bucket] += 1;
        n += 1;
    }
    trie
};

static NODES: [u32; EDGE_COUNT + 2] = {
    let mut nodes = [0; EDGE_COUNT + 2];
    let mut n = 0;
    while n <= EDGE_COUNT {
        nodes[n + 1] = nodes[n] + number(written::NODES, n, 1) as u32;
        n += 1;
    }
    nodes
};

const ENTRY_COUNT: usize = written::ENTRIES.len() / 6;

static ENTRIES: [Entry; ENTRY_COUNT] = {
    let mut entries = [Entry { id: 0, flags: PhraseFlags::NONE, start: 0, len: 0 }; ENTRY_COUNT];
    let (mut start, mut len, mut n) = (0, 0, 0);
    while n < ENTRY_COUNT {
        let id = number(written::ENTRIES, 6 * n, 3) as u32;
        let flags = PhraseFlags(number(written::ENTRIES, 6 * n + 3, 1) as u8);
        // No letters: the phrase is that of the entry before.
        let letters = number(written::ENTRIES, 6 * n + 4, 2) as u32;
        if letters > 0 {
            start += len;
            len = letters;
        }
        entries[n] = Entry { id, flags, start, len };
        n += 1;
    }
    assert!((start + len) as usize == written::PHRASES.len(), "entries and their phrases do not agree");
    entries
};
