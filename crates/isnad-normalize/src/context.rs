//! Folds that look at neighbours: the order of marks, elongation, white space, the end of a word.

use crate::canonical::{Cluster, class, decompose};
use crate::normalizer::{Normalizer, Sink, Step, write_clean};
use crate::profile::Canonical;
use crate::rules::Fold;

/// Widest line, in bytes, that a column may have broken (about 110 letters).
const WIDEST: usize = 200;
/// Narrowest line, in bytes, that says anything about the column.
const NARROWEST: usize = 40;

/// How many dropped characters are looked through for a mark.
const LOOKAHEAD: usize = 64;

impl Normalizer {
    /// Whether no letter of the word follows: marks, tatweel and what is dropped are looked through.
    pub(crate) fn is_final(&self, source: &str, end: usize) -> bool {
        let rest = source.get(end..).unwrap_or_default();
        let next = rest.chars().find(|&c| class(c) == 0 && c != 'ـ' && !matches!(self.fold(c), Fold::Drop));
        !next.is_some_and(is_letter)
    }

    /// Puts a letter and its marks in canonical order. `None` if the character at `at` has no part in that.
    pub(crate) fn order_marks<S: Sink>(
        &self,
        source: &str,
        step: Step,
        at: usize,
        c: char,
        sink: &mut S,
    ) -> Option<Step> {
        if c.is_whitespace() {
            return None;
        }
        let profile = self.profile();
        let end = at + c.len_utf8();
        let is_dropped = |c: char| class(c) == 0 && matches!(self.fold(c), Fold::Drop);
        let mut after = source.get(end..)?.chars().take(LOOKAHEAD);
        let marked =
            after.find(|&c| !is_dropped(c)).is_some_and(|c| class(c) != 0 || self.expands_to_mark(c));
        let is_mark = class(c) != 0 || is_dropped(c) || self.expands_to_mark(c);
        let may_split = |c| profile.canonical == Canonical::Decompose && decompose(c).is_some();
        let expands = match self.fold(c) {
            // A form of one letter is as that letter is.
            Fold::Expand(text) => {
                let kept = |c: &char| self.fold(*c) != Fold::Drop;
                text.chars().filter(kept).nth(1).is_some() || text.chars().any(may_split)
            }
            _ => false,
        };
        let splits = may_split(c);
        if !marked && !expands && !splits && (!is_mark || !matches!(c, '\u{653}'..='\u{655}')) {
            return None; // nothing to sort, split or join
        }
        // The letter before a mark belongs to it, unless it is written already.
        let before = source.get(step.done..at).unwrap_or_default().chars().next_back();
        let start = match before {
            Some(letter) if is_mark && class(letter) == 0 && !letter.is_whitespace() => {
                at - letter.len_utf8()
            }
            _ => at,
        };
        let mut cluster = Cluster::new();
        let (mut end, mut kept) = (start, 0);
        for c in source.get(start..)?.chars() {
            let belongs = end == start || class(c) != 0 || is_dropped(c) || self.expands_to_mark(c);
            if !belongs {
                break;
            }
            let fold = self.fold(c);
            kept += usize::from(fold != Fold::Drop);
            match fold {
                // A mark that is dropped may not keep the next from its letter.
                Fold::Drop => {}
                Fold::To(to) if class(c) == 0 => cluster.push(to),
                Fold::Expand(text) => {
                    let stays = |c: &char| self.fold(*c) != Fold::Drop;
                    text.chars().filter(stays).for_each(|c| cluster.push(c));
                }
                _ => cluster.push(c),
            }
            end += c.len_utf8();
        }
        if kept < 2 && !expands && !splits && profile.shorten_elongation {
            return None; // a letter that loses all its marks may be part of a run
        }
        cluster.sort();
        if profile.canonical == Canonical::Compose {
            cluster.compose();
        }
        let from = source.get(start..end)?;
        let folded = || cluster.chars().filter_map(|c| self.fold_letter(c));
        if folded().eq(from.chars()) {
            return Some(Step { seen: end, ..step });
        }
        let first = folded().next()?; // what vanishes may join the spaces around it
        if profile.shorten_elongation && decompose(first).is_some() {
            let (mut before, after) = (source.get(..start)?, source.get(end..)?);
            // Of a run of three or more the last is left, and the others are gone.
            let last = from.chars().next();
            let unlike = before.trim_end_matches(|c| Some(c) == last || is_dropped(c));
            let run = before.get(unlike.len()..)?;
            if step.done == start && run.chars().filter(|&c| Some(c) == last).nth(1).is_some() {
                before = unlike;
            }
            if self.is_beside(before, after, first) {
                return None; // composed, it might lengthen a run that is short enough as it is written
            }
        }
        write_clean(source, step.done, start, sink);
        sink.replace(source, start..end, folded());
        Some(Step { done: end, seen: end })
    }

    /// Whether a letter that is, or may become, the same stands on either side: one composed of the same base, or a base
    /// with a mark of its own.
    fn is_beside(&self, before: &str, after: &str, letter: char) -> bool {
        let base = |c: char| decompose(c).map_or(c, |(base, _)| base);
        let is_like = |c: Option<char>, marked: bool| {
            let c = c.and_then(|c| self.fold_letter(c));
            c.is_some_and(|c| base(c) == base(letter) && (marked || decompose(c).is_some()))
        };
        let kept = |c: &char| !matches!(self.fold(*c), Fold::Drop);
        let mut after = after.chars().take(LOOKAHEAD).filter(kept);
        let mut before = before.chars().rev().take(LOOKAHEAD).filter(kept);
        let mut marked = false;
        let last = before.find(|&c| {
            marked |= class(c) != 0;
            class(c) == 0
        });
        is_like(last, marked) || is_like(after.next(), after.next().is_some_and(|c| class(c) != 0))
    }

    fn expands_to_mark(&self, c: char) -> bool {
        match self.fold(c) {
            Fold::Expand(text) => text.chars().next().is_some_and(|c| class(c) != 0),
            _ => false,
        }
    }

    /// Shortens a run of one letter, or of white space. Characters that are dropped break no run.
    /// `None` if there is none at `at`.
    pub(crate) fn shorten<S: Sink>(&self, source: &str, step: Step, at: usize, sink: &mut S) -> Option<Step> {
        let rest = source.get(at..)?;
        let kept = rest.char_indices().find_map(|(i, c)| match self.resolve(source, at + i, c) {
            Fold::Drop => None,
            Fold::Keep => Some((at + i, c)),
            Fold::To(to) => Some((at + i, to)),
            Fold::Expand(_) => Some((at + i, '\0')),
        });
        let first = kept.map_or(source.len(), |(i, _)| i);
        let letter = kept.map_or('\0', |(_, c)| c);
        let step = match letter {
            // What is dropped at the end of a word is no part of the space after it.
            ' ' | '\t'..='\r'
                if self.profile().collapse_spaces
                    && (at == first || at == 0 || ends_in_space(source, step, at)) =>
            {
                return self.blank(source, step, at, sink);
            }
            '\0' if first == source.len() && self.profile().collapse_spaces => {
                self.blank(source, step, at, sink).or(Some(step))?
            }
            letter if self.profile().shorten_elongation && is_letter(letter) => {
                match self.elongated(source, step, at, letter, sink) {
                    Some(step) => return Some(step),
                    None => step,
                }
            }
            _ => step,
        };
        // No run: all that is dropped before the next character goes at once, so that nothing is looked at twice.
        if first > at && step.done < first {
            let start = at.max(step.done);
            write_clean(source, step.done, start, sink);
            sink.put(source, start..first, None);
            return Some(Step { done: first, seen: first });
        }
        (step.seen >= first && first > at).then_some(step)
    }

    fn elongated<S: Sink>(
        &self,
        source: &str,
        step: Step,
        at: usize,
        letter: char,
        sink: &mut S,
    ) -> Option<Step> {
        let is_it = |at, c| match self.resolve(source, at, c) {
            Fold::Keep => c == letter,
            Fold::To(to) => to == letter,
            _ => false,
        };
        let is_dropped = |c: char| matches!(self.fold(c), Fold::Drop);
        let (mut start, mut end, mut count) = (at, at, 0);
        if let Some(before) = source.get(step.done..at)?.chars().next_back()
            && is_it(at - before.len_utf8(), before)
        {
            start = at - before.len_utf8();
            count = 1;
        }
        for (i, c) in source.get(at..)?.char_indices() {
            if is_it(at + i, c) {
                count += 1;
                end = at + i + c.len_utf8();
            } else if !is_dropped(c) {
                break;
            }
        }
        if count < 3 {
            return None;
        }
        let before = source.get(..start)?.chars().rev().find(|&c| !is_dropped(c));
        let after = source.get(end..)?.chars().find(|&c| !is_dropped(c));
        let in_word = |c: Option<char>| c.is_some_and(|c| is_letter(c) || class(c) != 0);
        let alone = !in_word(before) && !in_word(after);
        // A letter and the mark on it are one cluster: the last of the run is left for its mark to join.
        if self.profile().canonical != Canonical::Keep
            && let Some((last, _)) = after
                .filter(|&c| class(c) != 0)
                .and_then(|_| source.get(start..end)?.char_indices().rfind(|&(i, c)| is_it(start + i, c)))
            && last > 0
        {
            write_clean(source, step.done, start, sink);
            sink.put(source, start..start + last, None);
            return Some(Step { done: start + last, seen: start + last });
        }
        let to = core::iter::repeat_n(letter, if alone { 3 } else { 1 });
        if source.get(start..end)?.chars().eq(to.clone()) {
            return Some(Step { seen: end, ..step });
        }
        write_clean(source, step.done, start, sink);
        sink.replace(source, start..end, to);
        Some(Step { done: end, seen: end })
    }

    fn blank<S: Sink>(&self, source: &str, step: Step, at: usize, sink: &mut S) -> Option<Step> {
        let start = at - usize::from(ends_in_space(source, step, at));
        let (mut end, mut lines, mut tail) = (start, 0, source.len());
        let mut last = ' ';
        for (i, c) in source.get(start..)?.char_indices() {
            match self.fold(c) {
                Fold::Drop => continue,
                Fold::Keep if matches!(c, ' ' | '\t'..='\r') => {}
                Fold::To(' ') => {}
                _ => {
                    tail = start + i;
                    break;
                }
            }
            end = start + i + c.len_utf8();
            lines += usize::from(c == '\r' || c == '\n' && last != '\r');
            last = c;
        }
        if tail == source.len() {
            end = tail; // what is dropped at the end of the text hides no space
        } else if end == start {
            return None;
        }
        let to = match lines {
            _ if start == 0 || end == source.len() => "",
            0 => " ",
            1 if !self.profile().join_wrapped_lines || is_told(source, start, end) => "\n",
            1 if is_wrapped(source, start, end) => " ",
            // Beside lines that were joined, or lost their marks, it would look as if a column had made it.
            _ => "\n\n",
        };
        let from = source.get(start..end)?;
        if from == to {
            return Some(Step { seen: end, ..step });
        }
        write_clean(source, step.done, start, sink);
        sink.replace(source, start..end, to.chars());
        Some(Step { done: end, seen: end })
    }
}

/// Whether a space stands before `at` that is not written yet.
fn ends_in_space(source: &str, step: Step, at: usize) -> bool {
    source.get(step.done..at).is_some_and(|clean| clean.ends_with(' '))
}

/// Whether a line break looks as if a narrow column had made it: the lines on both sides are short, the first does not
/// end a sentence, and the second is no item of a list and not the same over again.
///
/// All from the last visible character of a line to the first of the next is a gap that holds one line break.
#[doc(hidden)]
#[must_use]
pub fn is_wrapped(source: &str, end_of_line: usize, start_of_next: usize) -> bool {
    if is_told(source, end_of_line, start_of_next) {
        return false;
    }
    let breaks = |from: usize, to: usize| {
        source.as_bytes().get(from..to.min(source.len())).is_some_and(|line| line.contains(&b'\n'))
    };
    let at_most_widest = |from: usize, to: usize| to - from <= WIDEST || breaks(from, to);
    at_most_widest(end_of_line.saturating_sub(WIDEST + 1), end_of_line)
        && at_most_widest(start_of_next, source.len().min(start_of_next + WIDEST + 1))
        && end_of_line >= NARROWEST
        && !breaks(end_of_line - NARROWEST, end_of_line)
        && !repeats(source.as_bytes(), end_of_line, start_of_next)
}

/// Whether a line says the same as the one before it, as the caption of a picture does that stands there twice.
fn repeats(bytes: &[u8], end_of_line: usize, start_of_next: usize) -> bool {
    let window = |from: usize, to: usize| bytes.get(from..to.min(bytes.len())).unwrap_or_default();
    let before = window(end_of_line.saturating_sub(WIDEST + 1), end_of_line);
    let line = before.rsplit(|&b| b == b'\n').next().unwrap_or_default().trim_ascii();
    let after = window(start_of_next, start_of_next + WIDEST + 1);
    after.starts_with(line) && after.get(line.len()).is_none_or(|&b| matches!(b, b'\n' | b'\r'))
}

/// Whether the signs on both sides tell that a line break was meant: a final mark before it, the sign of a list after it.
fn is_told(source: &str, end_of_line: usize, start_of_next: usize) -> bool {
    let last = source.get(..end_of_line).and_then(|s| s.chars().next_back());
    let first = source.get(start_of_next..).and_then(|s| s.chars().next());
    last.is_some_and(|c| ".!؟?…:\"»”)]".contains(c)) || first.is_some_and(|c| "-–•*·●▪#".contains(c))
}

/// Whether a character is a letter of the Arabic script.
pub(crate) const fn is_letter(c: char) -> bool {
    matches!(c as u32,
        0x620..=0x63F | 0x641..=0x64A | 0x66E | 0x66F | 0x671..=0x6D3 | 0x6D5 | 0x6EE | 0x6EF | 0x6FA..=0x6FC | 0x6FF
        | 0x750..=0x77F | 0x870..=0x887 | 0x889..=0x88E | 0x8A0..=0x8C9)
}
