//! Canonical order and composition of Arabic marks (Unicode Standard, chapter 3.11), for the Arabic blocks.

use alloc::vec::Vec;

use crate::generated::combining_classes::CLASSES;

/// The canonical combining class: marks on one letter are sorted by it; 0 for letters.
#[inline]
pub(crate) fn class(c: char) -> u8 {
    match c as u32 {
        0..0x600 | 0x900.. => 0,
        code => MARKS.get(code as usize - 0x600).copied().unwrap_or(0),
    }
}

#[allow(clippy::indexing_slicing)] // evaluated by the compiler, which would refuse an index out of range
static MARKS: [u8; 0x300] = {
    let mut table = [0; 0x300];
    let mut i = 0;
    while i < CLASSES.len() {
        let (first, last, class) = CLASSES[i];
        let mut code = first;
        while code <= last {
            table[code as usize - 0x600] = class;
            code += 1;
        }
        i += 1;
    }
    table
};

/// The letter and the mark that a composed letter is made of.
pub(crate) const fn decompose(c: char) -> Option<(char, char)> {
    Some(match c {
        'آ' => ('ا', '\u{653}'),
        'أ' => ('ا', '\u{654}'),
        'إ' => ('ا', '\u{655}'),
        'ؤ' => ('و', '\u{654}'),
        'ئ' => ('ي', '\u{654}'),
        '\u{6C0}' => ('\u{6D5}', '\u{654}'),
        '\u{6C2}' => ('\u{6C1}', '\u{654}'),
        '\u{6D3}' => ('\u{6D2}', '\u{654}'),
        _ => return None,
    })
}

/// The composed letter, where there is one.
pub(crate) const fn compose(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('ا', '\u{653}') => 'آ',
        ('ا', '\u{654}') => 'أ',
        ('ا', '\u{655}') => 'إ',
        ('و', '\u{654}') => 'ؤ',
        ('ي', '\u{654}') => 'ئ',
        ('\u{6D5}', '\u{654}') => '\u{6C0}',
        ('\u{6C1}', '\u{654}') => '\u{6C2}',
        ('\u{6D2}', '\u{654}') => '\u{6D3}',
        _ => return None,
    })
}

/// Marks on one letter that are sorted by comparing.
const FEW: usize = 20;

/// Sorts marks by counting their classes: in linear time, however many a hostile text puts on one letter.
fn count_out(marks: &mut [(char, u8)]) {
    let mut starts = [0; 257];
    for &(_, class) in &*marks {
        if let Some(count) = starts.get_mut(usize::from(class) + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let unsorted = Vec::from(&*marks);
    for (c, class) in unsorted {
        if let Some(start) = starts.get_mut(usize::from(class)) {
            if let Some(slot) = marks.get_mut(*start) {
                *slot = (c, class);
            }
            *start += 1;
        }
    }
}

/// Characters that are put in order together: a letter and its marks, however many.
pub(crate) struct Cluster {
    /// So many, unless there are more.
    few: [(char, u8); FEW],
    len: usize,
    many: Vec<(char, u8)>,
}

impl Cluster {
    pub(crate) const fn new() -> Cluster {
        Cluster { few: [('\0', 0); FEW], len: 0, many: Vec::new() }
    }

    fn all(&self) -> &[(char, u8)] {
        if self.many.is_empty() { self.few.get(..self.len).unwrap_or_default() } else { &self.many }
    }

    fn all_mut(&mut self) -> &mut [(char, u8)] {
        if self.many.is_empty() { self.few.get_mut(..self.len).unwrap_or_default() } else { &mut self.many }
    }

    fn add(&mut self, c: char) {
        let marked = (c, class(c));
        match self.few.get_mut(self.len) {
            Some(slot) => *slot = marked,
            None => {
                if self.many.is_empty() {
                    self.many.extend(self.few);
                }
                self.many.push(marked);
            }
        }
        self.len += 1;
    }

    /// Adds a character, decomposed.
    pub(crate) fn push(&mut self, c: char) {
        let (letter, mark) = decompose(c).map_or((c, None), |(letter, mark)| (letter, Some(mark)));
        self.add(letter);
        if let Some(mark) = mark {
            self.add(mark);
        }
    }

    /// Puts the marks on each letter in canonical order.
    pub(crate) fn sort(&mut self) {
        for marks in self.all_mut().chunk_by_mut(|a, b| a.1 != 0 && b.1 != 0) {
            if marks.len() <= FEW {
                marks.sort_by_key(|&(_, class)| class);
            } else {
                count_out(marks);
            }
        }
    }

    /// Joins each letter with those of its marks that it composes with.
    pub(crate) fn compose(&mut self) {
        let (mut kept, mut letter, mut blocked) = (0, None, 0);
        let all = self.all_mut();
        for at in 0..all.len() {
            let Some(&(c, class)) = all.get(at) else { break };
            if class > blocked
                && let Some(slot) = letter.and_then(|l: usize| all.get_mut(l))
                && let Some(composed) = compose(slot.0, c)
            {
                slot.0 = composed;
                continue;
            }
            if class == 0 {
                letter = Some(kept);
            }
            blocked = class;
            if let Some(slot) = all.get_mut(kept) {
                *slot = (c, class);
            }
            kept += 1;
        }
        self.many.truncate(kept);
        self.len = kept;
    }

    pub(crate) fn chars(&self) -> impl Iterator<Item = char> + Clone {
        self.all().iter().map(|&(c, _)| c)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_sorts_as_comparing_does() {
        let marks = "\u{651}\u{64e}\u{653}\u{670}\u{655}\u{64b}".chars().cycle().take(3 * FEW);
        let mut counted: Vec<(char, u8)> = marks.map(|c| (c, class(c))).collect();
        let mut compared = counted.clone();
        count_out(&mut counted);
        compared.sort_by_key(|&(_, class)| class);
        assert_eq!(counted, compared);
    }
}
