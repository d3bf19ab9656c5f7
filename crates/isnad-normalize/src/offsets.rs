//! Byte offsets in the units of others: characters, or the UTF-16 units of JavaScript, Java and C#.

use alloc::vec::Vec;

/// What an offset counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OffsetUnit {
    /// Bytes of UTF-8, as all spans of Isnad do.
    #[default]
    Bytes,
    /// Unicode scalar values, as Python does.
    Chars,
    /// UTF-16 code units, as JavaScript, Java and C# do.
    Utf16,
}

/// Converts byte offsets of one text into another unit.
///
/// ```
/// use isnad_normalize::{OffsetIndex, OffsetUnit};
/// let text = "نعم 🙂 لا";
/// let at = text.find("لا").unwrap();
/// assert_eq!(at, 12);
/// assert_eq!(OffsetIndex::new(text, OffsetUnit::Chars).get(at), 6);
/// assert_eq!(OffsetIndex::new(text, OffsetUnit::Utf16).get(at), 7);
/// ```
#[derive(Clone, Debug)]
pub struct OffsetIndex<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// The converted offset at every [`STRIDE`]th byte (or the char boundary before it).
    checkpoints: Vec<usize>,
}

/// Bytes between two checkpoints: what one conversion counts at most.
const STRIDE: usize = 256;

impl<'t> OffsetIndex<'t> {
    /// Prepares the conversion: one pass over the text, none for bytes.
    ///
    /// ```
    /// use isnad_normalize::{OffsetIndex, OffsetUnit};
    /// assert_eq!(OffsetIndex::new("نعم", OffsetUnit::Bytes).get(4), 4);
    /// ```
    #[must_use]
    pub fn new(text: &'t str, unit: OffsetUnit) -> OffsetIndex<'t> {
        let mut checkpoints = Vec::new();
        if unit != OffsetUnit::Bytes {
            let (mut from, mut total) = (0, 0);
            for multiple in (0..=text.len()).step_by(STRIDE) {
                let to = floor(text, multiple);
                total += count(text.get(from..to).unwrap_or_default(), unit);
                checkpoints.push(total);
                from = to;
            }
        }
        OffsetIndex { text, unit, checkpoints }
    }

    /// The converted offset of a byte offset; one inside a character counts as its beginning, one beyond the text as its end.
    ///
    /// ```
    /// use isnad_normalize::{OffsetIndex, OffsetUnit};
    /// assert_eq!(OffsetIndex::new("نعم", OffsetUnit::Chars).get(4), 2);
    /// ```
    #[must_use]
    pub fn get(&self, byte: usize) -> usize {
        if self.unit == OffsetUnit::Bytes {
            return byte;
        }
        let byte = floor(self.text, byte);
        let at = byte / STRIDE;
        let before = self.checkpoints.get(at).copied().unwrap_or(0);
        before + count(self.text.get(floor(self.text, at * STRIDE)..byte).unwrap_or_default(), self.unit)
    }

    /// The byte offset of a converted one: the other way about. One beyond the text counts as its end, and the second
    /// UTF-16 unit of a character as the end of that character.
    ///
    /// ```
    /// use isnad_normalize::{OffsetIndex, OffsetUnit};
    /// assert_eq!(OffsetIndex::new("نعم", OffsetUnit::Chars).byte(2), 4);
    /// ```
    #[must_use]
    pub fn byte(&self, offset: usize) -> usize {
        if self.unit == OffsetUnit::Bytes {
            return floor(self.text, offset);
        }
        let at = self.checkpoints.partition_point(|&c| c <= offset).saturating_sub(1);
        let mut left = offset.saturating_sub(self.checkpoints.get(at).copied().unwrap_or(0));
        let mut byte = floor(self.text, at * STRIDE);
        for c in self.text.get(byte..).unwrap_or_default().chars() {
            if left == 0 {
                break;
            }
            let width = if self.unit == OffsetUnit::Chars { 1 } else { c.len_utf16() };
            left = left.saturating_sub(width);
            byte += c.len_utf8();
        }
        byte
    }
}

fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn count(part: &str, unit: OffsetUnit) -> usize {
    match unit {
        OffsetUnit::Bytes => part.len(),
        OffsetUnit::Chars => part.chars().count(),
        OffsetUnit::Utf16 => part.chars().map(char::len_utf16).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "قال 🙂 إنّ x".repeat(97);
        for unit in [OffsetUnit::Chars, OffsetUnit::Utf16] {
            let index = OffsetIndex::new(&text, unit);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(index.get(byte), count(&text[..byte], unit), "{byte}");
                assert_eq!(index.byte(index.get(byte)), byte);
            }
        }
    }
}
