//! The engine: clean stretches pass whole, and what a profile changes is changed one character or cluster at a time.

use alloc::string::String;
use core::ops::Range;

use crate::normalized::{Mapped, Normalized};
use crate::profile::{AlefMaqsura, Canonical, Profile};
use crate::rules::{Fold, form};
use crate::scan::{BLOCK, Scanner};
use crate::slots::{LOOK, SPELL, Slot, Slots};

/// Applies a [`Profile`].
///
/// ```
/// use isnad_normalize::{Normalizer, Profile};
/// let normalizer = Normalizer::new(Profile::SEARCH);
/// assert_eq!(normalizer.normalize("إلى العـــراقِ").text(), "الي العراق"); // "to Iraq"
/// ```
#[derive(Clone, Debug)]
pub struct Normalizer {
    profile: Profile,
    scanner: Scanner,
    slots: Slots,
    /// Some folds look at neighbours.
    context: bool,
    /// Tanwin, short vowels, shadda and sukun stay, but for their order.
    orders: bool,
}

/// Marks on one letter, and characters dropped in a row, that are settled without a close look.
const CROWD: usize = 8;

/// What the engine writes to. All that it is given, in order, makes up the source.
pub(crate) trait Sink {
    /// A stretch that stays.
    fn copy(&mut self, clean: &str);
    /// A stretch of the source, and what stands in its place.
    fn replace(&mut self, source: &str, from: Range<usize>, to: impl Iterator<Item = char> + Clone);
    /// A stretch that becomes one character, or none.
    #[inline]
    fn put(&mut self, source: &str, from: Range<usize>, to: Option<char>) {
        self.replace(source, from, to.into_iter());
    }
    /// A letter of two bytes at `at`, and what it becomes: perhaps itself.
    #[inline]
    fn letter(&mut self, source: &str, at: usize, to: char) {
        match source.get(at..at + 2) {
            Some(letter) if letter.starts_with(to) => self.copy(letter),
            _ => self.put(source, at..at + 2, Some(to)),
        }
    }
    /// Whether nothing more is wanted.
    #[inline]
    fn is_full(&self) -> bool {
        false
    }
}

impl Sink for String {
    #[inline]
    fn copy(&mut self, clean: &str) {
        self.push_str(clean);
    }
    #[inline]
    fn letter(&mut self, _: &str, _: usize, to: char) {
        self.push(to);
    }
    #[inline]
    fn replace(&mut self, _: &str, _: Range<usize>, to: impl Iterator<Item = char> + Clone) {
        self.extend(to);
    }
    #[inline]
    fn put(&mut self, _: &str, _: Range<usize>, to: Option<char>) {
        if let Some(to) = to {
            self.push(to);
        }
    }
}

/// How far the engine has come: all before `done` is written, all before `seen` is known to be clean.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    pub(crate) done: usize,
    pub(crate) seen: usize,
}

impl Normalizer {
    /// Prepares a profile: some microseconds.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let normalizer = Normalizer::new(Profile::DISPLAY);
    /// assert!(normalizer.normalize("عنوان الخبر").is_unchanged()); // "headline"
    /// ```
    #[must_use]
    pub fn new(profile: Profile) -> Normalizer {
        let context =
            profile.shorten_elongation || profile.collapse_spaces || profile.canonical != Canonical::Keep;
        let orders = ('\u{64B}'..='\u{652}').all(|mark| profile.fold(mark) == Fold::Keep);
        Normalizer { scanner: Scanner::new(&profile), slots: Slots::new(&profile), profile, context, orders }
    }

    /// The profile that it applies.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// assert!(Normalizer::new(Profile::SEARCH).profile().fold_ta_marbuta);
    /// ```
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Normalizes a text and remembers what came from where. A text that stays as it is is borrowed.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let normalizer = Normalizer::new(Profile::SEARCH);
    /// let normalized = normalizer.normalize("قُتِلَ الجُنديّ"); // "the soldier was killed"
    /// assert_eq!(normalized.text(), "قتل الجندي");
    /// let soldier = normalized.text().find("الجندي").unwrap();
    /// assert_eq!(&normalized.source()[normalized.to_source(soldier..normalized.text().len())], "الجُنديّ");
    /// ```
    #[must_use]
    pub fn normalize<'n, 's>(&'n self, source: &'s str) -> Normalized<'n, 's> {
        let mut mapped = Mapped::new(source.len());
        let done = self.run(source, 0, &mut mapped);
        let rest = source.get(done..).unwrap_or_default();
        if done > 0 {
            mapped.copy(rest);
        }
        Normalized::new(self, source, mapped)
    }

    /// Appends the normalized form of `source` to `out`, without remembering what came from where.
    ///
    /// ```
    /// use isnad_normalize::{Normalizer, Profile};
    /// let mut out = String::new();
    /// Normalizer::new(Profile::MODEL).normalize_into("١٢٫٥٪", &mut out);
    /// assert_eq!(out, "12.5%");
    /// ```
    pub fn normalize_into(&self, source: &str, out: &mut String) {
        out.reserve(source.len());
        let done = self.run(source, 0, out);
        out.push_str(source.get(done..).unwrap_or_default());
    }

    /// Normalizes from `from` on, where nothing before matters, and returns from where on all is clean and not written.
    pub(crate) fn run<S: Sink>(&self, source: &str, from: usize, sink: &mut S) -> usize {
        let bytes = source.as_bytes();
        let mut step = Step { done: from, seen: from };
        if self.profile.collapse_spaces && from == 0 && bytes.first() == Some(&b' ') {
            step = self.look(source, step, 0, sink);
        }
        let mut block = from;
        while block < bytes.len() && !sink.is_full() {
            for (mut hits, from) in self.scanner.hits(bytes, block).into_iter().zip((block..).step_by(64)) {
                while hits != 0 {
                    let at = from + hits.trailing_zeros() as usize;
                    hits &= hits - 1;
                    if at >= step.seen {
                        step = self.visit(source, step, at, sink);
                    } else {
                        // All that is seen already goes at once.
                        hits &= u64::MAX.checked_shl((step.seen - from).min(64) as u32).unwrap_or(0);
                    }
                }
            }
            block = (block + BLOCK).max(step.seen);
        }
        step.done
    }

    /// Changes the character at `at`, if it changes.
    #[inline]
    fn visit<S: Sink>(&self, source: &str, step: Step, at: usize, sink: &mut S) -> Step {
        let bytes = source.as_bytes();
        if self.context && self.orders && is_lone_mark(bytes, at) {
            return step;
        }
        let Some((code, to)) = self.slots.letter(bytes, at) else {
            return self.other(source, step, at, sink);
        };
        let slot = Slot { code: u32::from(code), to, end: at + 2 };
        if to == LOOK
            || self.context
                && !self.is_between(bytes, step.done, at, to)
                && !self.is_plain(bytes, step.done, at, slot)
        {
            return self.crowd(source, step, at, slot, sink);
        }
        if to == code {
            return step;
        }
        let to = char::from_u32(u32::from(to)).filter(|&to| to != '\0');
        write_clean(source, step.done, at, sink);
        sink.put(source, at..at + 2, to);
        let end = if to.is_none() && !self.context { self.vocalised(source, at + 2, sink) } else { at + 2 };
        Step { done: end, seen: end }
    }

    /// The same for what is no letter of U+0600–U+06FF.
    #[inline(never)]
    fn other<S: Sink>(&self, source: &str, step: Step, at: usize, sink: &mut S) -> Step {
        let bytes = source.as_bytes();
        let lead = bytes.get(at).copied().unwrap_or_default();
        if lead < 0x80 {
            if lead == b'\n' && self.is_plain_break(bytes, step.done, at) {
                let end = if bytes.get(at + 1) == Some(&b'\n') { at + 2 } else { at + 1 };
                return Step { seen: end, ..step };
            }
            if !(self.profile.lowercase && lead.is_ascii_uppercase()) {
                return self.look(source, step, at, sink);
            }
            write_clean(source, step.done, at, sink);
            sink.put(source, at..at + 1, Some(char::from(lead.to_ascii_lowercase())));
            return Step { done: at + 1, seen: at + 1 };
        }
        self.signs(source, step, at, sink)
    }

    /// Signs and letters of other scripts, as many as stand in a row from `at` on.
    fn signs<S: Sink>(&self, source: &str, mut step: Step, mut at: usize, sink: &mut S) -> Step {
        let bytes = source.as_bytes();
        while let Some(slot) = self.slots.get(bytes, at).filter(|slot| !slot.is_common()) {
            let is_sign = slot.is_inert() && (slot.stays() || matches!(slot.code, 0..0xC0 | 0x2000..0x2040));
            if slot.to == LOOK || self.context && !is_sign && !self.is_plain(bytes, step.done, at, slot) {
                return self.crowd(source, step, at, slot, sink);
            }
            if slot.stays() {
                step.seen = slot.end;
            } else {
                write_clean(source, step.done, at, sink);
                let from = at..slot.end;
                match slot.to {
                    0 => sink.put(source, from, None),
                    SPELL => sink.replace(source, from, form(slot.code).map_or("", |(_, text)| text).chars()),
                    to => sink.put(source, from, char::from_u32(u32::from(to))),
                }
                step = Step { done: slot.end, seen: slot.end };
            }
            if sink.is_full() {
                break;
            }
            at = slot.end;
        }
        step
    }

    /// Several marks on a letter, or several characters in a row that are dropped, where nothing beside them matters;
    /// anything else is looked at closely.
    #[inline(never)]
    fn crowd<S: Sink>(&self, source: &str, step: Step, at: usize, slot: Slot, sink: &mut S) -> Step {
        let bytes = source.as_bytes();
        let mut end = at;
        if self.context && self.orders && matches!(slot.code, 0x64B..=0x652) {
            let (mut marks, mut len, mut is_sorted) = ([0u8; CROWD], 0_usize, true);
            while let Some(&[0xD9, mark @ 0x8B..=0x92]) = bytes.get(end..).and_then(|rest| rest.first_chunk())
            {
                let before = len.checked_sub(1).and_then(|last| marks.get(last));
                is_sorted &= before.is_none_or(|&before| before <= mark);
                let Some(slot) = marks.get_mut(len) else { break };
                *slot = mark;
                len += 1;
                end += 2;
            }
            let is_alone = match self.slots.get(bytes, end) {
                Some(next) => next.is_visible() || next.code < 0x80,
                None => true,
            };
            if is_alone {
                if is_sorted {
                    return Step { seen: end, ..step };
                }
                // Their canonical order is that of their codes.
                let marks = marks.get_mut(..len).unwrap_or_default();
                marks.sort_unstable();
                write_clean(source, step.done, at, sink);
                let ordered = marks.iter().filter_map(|&mark| char::from_u32(0x640 | u32::from(mark & 0x3F)));
                sink.replace(source, at..end, ordered);
                return Step { done: end, seen: end };
            }
        } else if slot.to == 0 {
            let mut last = slot;
            for _ in 0..CROWD {
                match self.slots.get(bytes, last.end) {
                    Some(next) if next.to == 0 && next.code != 0 => last = next,
                    _ => break,
                }
            }
            if last.end > slot.end && self.is_plain(bytes, step.done, at, Slot { end: last.end, ..slot }) {
                write_clean(source, step.done, at, sink);
                sink.put(source, at..last.end, None);
                return Step { done: last.end, seen: last.end };
            }
        }
        self.look(source, step, at, sink)
    }

    /// Goes through vocalised words from `at` on, where a mark that is dropped stands on nearly every letter, and
    /// returns their end.
    #[inline]
    fn vocalised<S: Sink>(&self, source: &str, mut at: usize, sink: &mut S) -> usize {
        let bytes = source.as_bytes();
        let mut bare = 0; // letters in a row without a mark
        while bare < 3
            && let Some(&[lead, next, mark, of_mark]) = bytes.get(at..).and_then(|rest| rest.first_chunk())
            && !sink.is_full()
        {
            let ((_, to), (_, dropped)) = (self.slots.of(lead, next), self.slots.of(mark, of_mark));
            if (lead & 0xFC == 0xD8) & (to >= 0x600) & (to != LOOK)
                && let Some(to) = char::from_u32(u32::from(to))
            {
                sink.letter(source, at, to);
                at += 2;
                bare += 1;
                if (mark & 0xFC == 0xD8) & (dropped == 0) {
                    sink.put(source, at..at + 2, None);
                    at += 2;
                    bare = 0;
                }
            } else if lead == b' ' {
                sink.copy(" ");
                at += 1;
            } else if (lead & 0xFC == 0xD8) & (to == 0) {
                sink.put(source, at..at + 2, None); // a second mark
                at += 2;
            } else {
                break;
            }
        }
        at
    }

    /// Whether what stands beside a letter are other letters or spaces: most of what changes in running text.
    #[inline]
    fn is_between(&self, bytes: &[u8], done: usize, at: usize, to: u16) -> bool {
        let Some(&[before, of_before, _, _, next, of_next]) =
            at.checked_sub(2).and_then(|from| bytes.get(from..)?.first_chunk())
        else {
            return false;
        };
        let of = |lead, low| if lead & 0xFC == 0xD8 { self.slots.of(lead, low).1 } else { LOOK };
        let is_other = |letter: u16| matches!(letter, 0x620..=0x64A) & (letter != to);
        matches!(to, 0x620..=0x64A)
            && (is_other(of(next, of_next)) | (next == b' '))
            && at >= done + 2
            && (is_other(of(before, of_before)) | (of_before == b' '))
    }

    /// Whether the neighbours of a character have no bearing on it: the usual case, settled without decoding.
    #[inline]
    fn is_plain(&self, bytes: &[u8], done: usize, at: usize, slot: Slot) -> bool {
        let to = slot.to;
        let after = |at: usize| match bytes.get(at) {
            Some(&byte @ 0x21..0x80) => Some((u16::from(byte), at + 1)),
            Some(b' ') if to != 0 => Some((0x20, at + 1)),
            _ => {
                let slot = self.slots.get(bytes, at)?;
                slot.is_visible().then_some((slot.to, slot.end))
            }
        };
        let Some((next, end)) = after(slot.end) else { return false };
        let before = (at >= done + 2).then(|| self.slots.letter(bytes, at - 2)).flatten().map(|(_, to)| to);
        let repeats = if to == 0 { before == Some(next) } else { before == Some(to) };
        let doubled = next == to && after(end).is_none_or(|(third, _)| third == to);
        let joins = matches!(slot.code, 0x653..=0x655) && to != 0;
        // Of what is written again and again only letters and spaces are made fewer.
        to != 0x20 && (to == SPELL || matches!(to, 0x21..0x80) || !repeats && !doubled) && !joins
    }

    /// Whether a line break, or an empty line, stands between visible characters, and stays.
    fn is_plain_break(&self, bytes: &[u8], done: usize, at: usize) -> bool {
        let stays = |at: usize| match bytes.get(at) {
            Some(&byte @ 0..0x80) => byte > b' ',
            _ => self.slots.letter(bytes, at).is_some_and(|(_, to)| to != 0),
        };
        !self.profile.join_wrapped_lines
            && at >= done + 2
            && (stays(at - 1) || stays(at - 2))
            && (stays(at + 1) || bytes.get(at + 1) == Some(&b'\n') && stays(at + 2))
    }

    /// As [`Normalizer::visit`], for whatever character and with a look at its neighbours.
    #[cold]
    fn look<S: Sink>(&self, source: &str, step: Step, at: usize, sink: &mut S) -> Step {
        let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) else { return step };
        let end = at + c.len_utf8();
        if self.profile.canonical != Canonical::Keep
            && let Some(step) = self.order_marks(source, step, at, c, sink)
        {
            return step;
        }
        if (self.profile.shorten_elongation || self.profile.collapse_spaces)
            && let Some(step) = self.shorten(source, step, at, sink)
        {
            return step;
        }
        let fold = self.resolve(source, at, c);
        if fold == Fold::Keep {
            return Step { seen: end, ..step };
        }
        write_clean(source, step.done, at, sink);
        match fold {
            Fold::Keep => {}
            Fold::Drop => sink.put(source, at..end, None),
            Fold::To(to) => sink.put(source, at..end, Some(to)),
            Fold::Expand(text) => {
                sink.replace(source, at..end, text.chars().filter_map(|c| self.fold_letter(c)));
            }
        }
        Step { done: end, seen: end }
    }

    /// What a character becomes where it stands.
    pub(crate) fn resolve(&self, source: &str, at: usize, c: char) -> Fold {
        if self.profile.folds_finally(c) {
            if !self.is_final(source, at + c.len_utf8()) {
                return Fold::Keep;
            }
            return Fold::To(if c == 'ي' { 'ى' } else { 'ي' });
        }
        match self.fold(c) {
            // A positional form of one letter, or a mark shown alone.
            Fold::Expand(text) => {
                let mut letters = text.chars().filter_map(|c| self.fold_letter(c));
                match (letters.next(), letters.next()) {
                    (Some(only), None) => Fold::To(only),
                    _ => Fold::Expand(text),
                }
            }
            fold => fold,
        }
    }

    /// What a letter that another character expanded to becomes.
    pub(crate) fn fold_letter(&self, c: char) -> Option<char> {
        match self.fold(c) {
            Fold::Drop => None,
            Fold::To(to) => Some(to),
            Fold::Keep | Fold::Expand(_) => Some(c),
        }
    }

    /// As [`Profile::fold`], by the tables where they tell.
    #[inline]
    pub(crate) fn fold(&self, c: char) -> Fold {
        match self.slots.of_char(c) {
            0 => Fold::Drop,
            LOOK => self.profile.fold(c),
            to if u32::from(to) == u32::from(c) => Fold::Keep,
            to => char::from_u32(u32::from(to)).map_or(Fold::Keep, Fold::To),
        }
    }
}

impl Profile {
    /// Whether a letter folds at the end of a word only.
    pub(crate) const fn folds_finally(&self, c: char) -> bool {
        match self.alef_maqsura {
            AlefMaqsura::Final => c == 'ى',
            AlefMaqsura::Egyptian => c == 'ي',
            _ => false,
        }
    }
}

/// Writes the clean stretch from `done` up to `at`.
#[inline]
pub(crate) fn write_clean<S: Sink>(source: &str, done: usize, at: usize, sink: &mut S) {
    if done < at {
        sink.copy(source.get(done..at).unwrap_or_default());
    }
}

/// Whether one of the eight common marks stands before a letter or a sign of ASCII: there is nothing to put in order.
#[inline]
fn is_lone_mark(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at..).and_then(|ahead| ahead.first_chunk()) {
        Some(&[0xD9, 0x8B..=0x92, lead, next]) => {
            // Without a branch: which of them it is, nobody can foretell.
            (lead < 0x80) | (lead == 0xD8) & (next >= 0xA0) | (lead == 0xD9) & (next.wrapping_sub(0x81) < 10)
        }
        _ => false,
    }
}
