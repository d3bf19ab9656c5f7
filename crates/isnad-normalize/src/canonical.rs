//! Canonical order and composition of Arabic marks (Unicode Standard, chapter 3.11), for the Arabic blocks.

use alloc::vec::Vec;

use crate::generated::combining_classes::CLASSES;

/// The canonical combining class: marks on one letter are sorted by it; 0 for letters.
pub(crate) fn class(c: char) -> u8 {
    let code = c as u32;
    if !(0x610..0x900).contains(&code) {
        return 0;
    }
    let at = CLASSES.partition_point(|&(_, last, _)| u32::from(last) < code);
    CLASSES.get(at).filter(|&&(first, ..)| u32::from(first) <= code).map_or(0, |&(.., class)| class)
}

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
    let counted = marks.to_vec();
    for (c, class) in counted {
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
    chars: Vec<(char, u8)>,
}

impl Cluster {
    pub(crate) fn new() -> Cluster {
        Cluster { chars: Vec::with_capacity(8) }
    }

    /// Adds a character, decomposed.
    pub(crate) fn push(&mut self, c: char) {
        let (letter, mark) = decompose(c).map_or((c, None), |(letter, mark)| (letter, Some(mark)));
        self.chars.extend([Some(letter), mark].into_iter().flatten().map(|c| (c, class(c))));
    }

    /// Puts the marks on each letter in canonical order.
    pub(crate) fn sort(&mut self) {
        for marks in self.chars.chunk_by_mut(|a, b| a.1 != 0 && b.1 != 0) {
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
        for at in 0..self.chars.len() {
            let Some(&(c, class)) = self.chars.get(at) else { break };
            if class > blocked
                && let Some(slot) = letter.and_then(|l: usize| self.chars.get_mut(l))
                && let Some(composed) = compose(slot.0, c)
            {
                slot.0 = composed;
                continue;
            }
            if class == 0 {
                letter = Some(kept);
            }
            blocked = class;
            if let Some(slot) = self.chars.get_mut(kept) {
                *slot = (c, class);
            }
            kept += 1;
        }
        self.chars.truncate(kept);
    }

    pub(crate) fn chars(&self) -> impl Iterator<Item = char> {
        self.chars.iter().map(|&(c, _)| c)
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
