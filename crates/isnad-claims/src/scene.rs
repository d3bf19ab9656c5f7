//! A text with all that is known of it before claims are sought: what each token belongs to.

use core::ops::Range;

use isnad_dates::TemporalExpression;
use isnad_entities::Entity;
use isnad_numerals::Quantity;
use isnad_text::{Proclitics, Quotation, Text, Token, TokenKind};

use crate::vocabulary::{self, EVENT, Hit, Hits, List, PERSON, Particle, UserWords};
use crate::{dated, discourse};

/// The layers below, by token.
pub(crate) struct Scene<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) hits: Hits<'a>,
    pub(crate) quantities: &'a [Quantity],
    pub(crate) dates: &'a [TemporalExpression],
    pub(crate) entities: &'a [Entity],
    /// When each date says that something happened.
    pub(crate) days: Vec<Option<String>>,
    /// First tokens of the entities and of the dates.
    pub(crate) entity_starts: Vec<u32>,
    pub(crate) date_starts: Vec<u32>,
    /// The tokens that may begin a count: a number, a noun for people, another.
    pub(crate) countable: Vec<u32>,
    /// The last letters of the first word of each entity.
    pub(crate) tails: Vec<Option<[u8; 4]>>,
    cells: Vec<Cell>,
    /// Words that call a place what it is.
    place_words: Vec<u32>,
}

/// What is known of a token. Indices are one more than they are, 0 for none.
#[derive(Clone, Copy, Default)]
struct Cell {
    quantity: u32,
    date: u32,
    entity: u32,
    /// The hit that begins here.
    hit: u32,
    /// The quotation that this mark opens or closes.
    quotation: u32,
    /// The small words that the hit may be.
    particles: u32,
    /// The lists that the word is on.
    lists: u64,
    shape: u8,
    /// Kinds of the hit's senses.
    kinds: u8,
    /// Proclitics of any of its readings.
    proclitics: Proclitics,
}

const COMMA: u8 = 1;
const COLON: u8 = 2;
const STOP: u8 = 4;
const DASH: u8 = 8;
const IMPERFECT: u8 = 16;
/// A name begins with the word as it stands.
const NAMED: u8 = 32;
/// ل "to" alone.
const LAM: u8 = 64;

/// Lists of words that count by themselves.
const COUNTS: u64 = 1 << List::Other as u64 | 1 << List::OneOf as u64 | 1 << List::Next as u64;

impl<'a, 't> Scene<'a, 't> {
    pub(crate) fn new(
        text: &'a Text<'t>,
        user: Option<&'a UserWords>,
        quantities: &'a [Quantity],
        dates: &'a [TemporalExpression],
        entities: &'a [Entity],
    ) -> Scene<'a, 't> {
        let hits = Hits::of(text, user);
        let mut countable = Vec::new();
        let mut cells: Vec<Cell> = Vec::with_capacity(text.tokens().len());
        for at in 0..text.tokens().len() {
            let cell = Cell::new(text, at);
            if cell.lists & COUNTS != 0 {
                countable.push(at as u32);
            }
            cells.push(cell);
        }
        let mut mark = |tokens: Range<usize>, set: &dyn Fn(&mut Cell)| {
            cells.get_mut(tokens).into_iter().flatten().for_each(set);
        };
        for (i, q) in quantities.iter().enumerate() {
            mark(q.tokens.clone(), &|c| c.quantity = i as u32 + 1);
        }
        for (i, d) in dates.iter().enumerate() {
            mark(d.tokens.clone(), &|c| c.date = i as u32 + 1);
        }
        for (i, e) in entities.iter().enumerate() {
            mark(e.tokens.clone(), &|c| c.entity = i as u32 + 1);
        }
        for (i, q) in text.quotations().iter().enumerate() {
            let (open, index) = (q.tokens.start.saturating_sub(1), i as u32 + 1);
            mark(open..open + 1, &|c| c.quotation = index);
            if q.closed {
                mark(q.tokens.end..q.tokens.end + 1, &|c| c.quotation = index);
            }
        }
        for (i, hit) in hits.all().iter().enumerate() {
            let Some(cell) = cells.get_mut(hit.first) else { continue };
            cell.hit = i as u32 + 1;
            cell.particles = hit.particles();
            cell.kinds = hit.kinds;
            if hit.kinds & (EVENT | PERSON) != 0 {
                countable.push(hit.first as u32);
            }
        }
        countable.extend(quantities.iter().map(|q| q.tokens.start as u32));
        countable.sort(); // three lists in order
        countable.dedup();
        for entity in entities {
            let first = text.token(entity.tokens.start);
            if let (Some(cell), Some(token)) = (cells.get_mut(entity.tokens.start), first)
                && token.span().start == entity.span.start
            {
                cell.shape |= NAMED;
            }
        }
        const PLACES: u64 = 1 << List::PlaceNoun as u64 | 1 << List::Territory as u64;
        let calls = |(i, c): &(usize, &Cell)| {
            c.lists & PLACES != 0
                || c.lists & (1 << List::AtPlace as u32) != 0 && text.folded(*i).starts_with('ب')
        };
        let place_words = cells.iter().enumerate().filter(calls).map(|(i, _)| i as u32).collect();
        let days = dates.iter().map(dated::day).collect();
        let tails = entities.iter().map(|e| discourse::tail(text.folded(e.tokens.start))).collect();
        Scene {
            text,
            hits,
            quantities,
            dates,
            entities,
            days,
            entity_starts: entities.iter().map(|e| e.tokens.start as u32).collect(),
            date_starts: dates.iter().map(|d| d.tokens.start as u32).collect(),
            countable,
            tails,
            cells,
            place_words,
        }
    }

    /// The cell of a token: every step of the grammar comes through here, so that tests can count them.
    #[inline]
    fn look(&self, token: usize) -> Option<&Cell> {
        #[cfg(test)]
        work::STEPS.with(|steps| steps.set(steps.get() + 1));
        self.cells.get(token)
    }

    fn cell(&self, token: usize, index: impl Fn(&Cell) -> u32) -> Option<usize> {
        (self.look(token).map(index)? as usize).checked_sub(1)
    }

    fn has(&self, token: usize, shape: u8) -> bool {
        self.look(token).is_some_and(|c| c.shape & shape != 0)
    }

    /// Index of the first token that starts at or after a byte, sought from a token near it.
    pub(crate) fn token_near(&self, byte: usize, near: usize) -> usize {
        let tokens = self.text.tokens();
        let before = |token: &Token| token.span().start < byte;
        let (mut low, mut step) = (near.min(tokens.len()), 4);
        let mut high = low;
        while low.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(|t| !before(t)) {
            low = low.saturating_sub(step);
            step *= 2;
        }
        step = 4;
        while tokens.get(high).is_some_and(before) {
            high = (high + step).min(tokens.len());
            step *= 2;
        }
        low + tokens.get(low..high).unwrap_or_default().partition_point(before)
    }

    /// Index of the quantity that covers a token.
    pub(crate) fn quantity_at(&self, token: usize) -> Option<usize> {
        self.cell(token, |c| c.quantity)
    }

    /// The date that covers a token.
    pub(crate) fn date_at(&self, token: usize) -> Option<&'a TemporalExpression> {
        self.cell(token, |c| c.date).and_then(|i| self.dates.get(i))
    }

    /// The entity that covers a token.
    pub(crate) fn entity_at(&self, token: usize) -> Option<&'a Entity> {
        self.cell(token, |c| c.entity).and_then(|i| self.entities.get(i))
    }

    /// Index of the entity that covers a token.
    pub(crate) fn entity_index(&self, token: usize) -> Option<usize> {
        self.cell(token, |c| c.entity)
    }

    /// The entity that begins at a token.
    pub(crate) fn entity_from(&self, token: usize) -> Option<&'a Entity> {
        self.entity_at(token).filter(|e| e.tokens.start == token)
    }

    /// Index of the date that covers a token.
    pub(crate) fn date_index(&self, token: usize) -> Option<usize> {
        self.cell(token, |c| c.date)
    }

    /// The entities that begin in a range of tokens.
    pub(crate) fn entities_in(&self, tokens: Range<usize>) -> &'a [Entity] {
        let first = self.entity_starts.partition_point(|start| (*start as usize) < tokens.start);
        let rest = self.entity_starts.get(first..).unwrap_or_default();
        let count = rest.iter().take_while(|start| (**start as usize) < tokens.end).count();
        self.entities.get(first..first + count).unwrap_or_default()
    }

    /// The hit that begins at a token.
    pub(crate) fn hit(&self, token: usize) -> Option<&Hit<'a>> {
        self.cell(token, |c| c.hit).and_then(|i| self.hits.all().get(i))
    }

    /// Whether the token may be this small word.
    pub(crate) fn is(&self, token: usize, particle: Particle) -> bool {
        self.look(token).is_some_and(|c| c.particles & (1 << particle as u32) != 0)
    }

    /// Whether the token begins a word that tells an event, or a noun for whom one befell.
    pub(crate) fn tells(&self, token: usize) -> bool {
        self.look(token).is_some_and(|c| c.kinds & EVENT != 0)
    }

    /// Whether the word is on a list.
    pub(crate) fn on(&self, token: usize, list: List) -> bool {
        self.look(token).is_some_and(|c| c.lists & (1u64 << list as u32) != 0)
    }

    /// The words of a range that call a place what it is: قرية, بمحافظة, السواحل, البلاد.
    pub(crate) fn place_words(&self, range: &Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = self.place_words.partition_point(|&i| (i as usize) < range.start);
        let end = range.end;
        let words = self.place_words.get(first..).unwrap_or_default();
        words.iter().map(|&i| i as usize).take_while(move |&i| i < end)
    }

    pub(crate) fn is_comma(&self, token: usize) -> bool {
        self.has(token, COMMA)
    }

    pub(crate) fn is_colon(&self, token: usize) -> bool {
        self.has(token, COLON)
    }

    pub(crate) fn is_dash(&self, token: usize) -> bool {
        self.has(token, DASH)
    }

    /// A comma or stop.
    pub(crate) fn is_break(&self, token: usize) -> bool {
        self.has(token, COMMA | STOP)
    }

    /// Whether the token is the preposition ل alone, as before a quotation mark.
    pub(crate) fn is_lam(&self, token: usize) -> bool {
        self.has(token, LAM)
    }

    /// A mark that ends what was going on: full stop, semicolon, question mark. Behind the text all has ended.
    pub(crate) fn is_stop(&self, token: usize) -> bool {
        self.look(token).is_none_or(|c| c.shape & STOP != 0)
    }

    /// Whether a word has the letters of an imperfect verb, ya and three to eight in all: يعني.
    pub(crate) fn has_imperfect_shape(&self, token: usize) -> bool {
        self.has(token, IMPERFECT)
    }

    /// The quotation whose opening mark is this token.
    pub(crate) fn quotation_from(&self, token: usize) -> Option<&'a Quotation> {
        self.quotation(token).filter(|q| q.tokens.start == token + 1)
    }

    /// The quotation whose closing mark is this token.
    pub(crate) fn quotation_to(&self, token: usize) -> Option<&'a Quotation> {
        self.quotation(token).filter(|q| q.tokens.end == token)
    }

    fn quotation(&self, token: usize) -> Option<&'a Quotation> {
        self.cell(token, |c| c.quotation).and_then(|i| self.text.quotations().get(i))
    }

    /// Whether the token may bear the proclitic, and how many bytes it and what stands before it take up.
    pub(crate) fn proclitic(&self, token: usize, proclitic: Proclitics) -> Option<usize> {
        // A word that is known as it stands (بين "between") bears no proclitic.
        self.look(token).filter(|c| c.proclitics.has(proclitic) && c.shape & NAMED == 0)?;
        if self.hit(token).is_some_and(|h| !h.proclitics.has(proclitic)) {
            return None;
        }
        let reading = self.text.readings(token).iter().find(|r| r.proclitics.has(proclitic))?;
        Some(reading.skip as usize)
    }

    /// Whether the word begins with the article, behind any proclitic.
    pub(crate) fn is_definite(&self, token: usize) -> bool {
        self.look(token).is_some_and(|c| c.proclitics.has(Proclitics::ARTICLE))
    }

    /// Byte where a token begins once its proclitics are left out.
    pub(crate) fn bare_start(&self, token: usize, proclitics: Proclitics) -> usize {
        let start = self.text.token(token).map_or(0, |t| t.span().start);
        start + self.proclitic(token, proclitics).unwrap_or(0)
    }
}

impl Cell {
    /// What a token is by itself.
    fn new(text: &Text<'_>, at: usize) -> Cell {
        let mut cell = Cell::default();
        let Some(token) = text.token(at) else { return cell };
        for reading in text.readings(at) {
            cell.proclitics = cell.proclitics.with(reading.proclitics);
        }
        if token.is_arabic() {
            cell.lists = vocabulary::lists(text, at);
            let folded = text.folded(at);
            if is_imperfect_shape(folded) {
                cell.shape |= IMPERFECT;
            } else if folded == "ل" {
                cell.shape |= LAM;
            }
        } else if token.kind() == TokenKind::Punctuation {
            cell.shape = match text.surface(at) {
                "،" | "," => COMMA,
                ":" => COLON,
                "-" | "–" => DASH,
                // د. علاء: the full stop of a title.
                "." if !token.has_gap_before() && at.checked_sub(1).is_some_and(|p| is_letter(text, p)) => 0,
                mark if mark.starts_with(['.', '؛', ';', '!', '؟', '?', '…']) => STOP,
                _ => 0,
            };
        }
        cell
    }
}

fn is_letter(text: &Text<'_>, token: usize) -> bool {
    let mut chars = text.folded(token).chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

fn is_imperfect_shape(folded: &str) -> bool {
    let folded = folded.strip_prefix('و').unwrap_or(folded);
    folded.starts_with('ي')
        && (3..9).contains(&folded.chars().count())
        && !["يوم", "يهود", "يسار"].iter().any(|noun| folded.starts_with(noun))
}

#[cfg(test)]
mod work {
    use core::cell::Cell;

    use isnad_numerals::Numerals;
    use isnad_text::Text;

    use crate::Extractor;

    thread_local! {
        pub(super) static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// Steps that a text takes.
    fn steps(source: &str) -> u64 {
        let text = Text::new(source);
        let quantities = Numerals::new().find(&text);
        STEPS.with(|steps| steps.set(0));
        let _ = Extractor::new().find(&text, &quantities, &[], &[], None);
        STEPS.with(Cell::get)
    }

    /// One sentence without end, quotations in quotations, cues, counts and events on every second word: four times the
    /// text takes four times the steps.
    #[test]
    fn steps_grow_with_the_text() {
        for unit in [
            "كلمة ",
            "قال كلمة ",
            "قال إن ",
            "« قال ",
            "« كلمة ",
            "» ",
            "بحسب محمد، ",
            "قتل 5 جنود و",
            "بينهم 5 ",
            "المنظمة قالت ",
            "هجوم في ",
            "وقتل آخر ",
            "نقلت وكالة عن ",
            "التي أعلنها ",
            "السجن يضم 5 ",
        ] {
            let (once, four) = (steps(&unit.repeat(2_500)), steps(&unit.repeat(10_000)));
            assert!(four <= 5 * once, "{unit}: {once} steps, four times the text {four}");
        }
    }

    /// A sentence of a hundred thousand words takes a bounded number of steps a word.
    #[test]
    fn a_long_sentence_is_read() {
        let words = "قال الوزير إن 5 جنود قتلوا في هجوم على مدينة وأصيب آخرون ";
        let text = words.repeat(100_000 / 12);
        assert!(steps(&text) < 800 * 100_000, "{}", steps(&text));
    }
}
