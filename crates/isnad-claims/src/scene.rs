//! A text with all that is known of it before claims are sought: what each token belongs to.

use core::cell::OnceCell;
use core::ops::Range;

use isnad_dates::{TemporalExpression, TimeValue};
use isnad_entities::Entity;
use isnad_numerals::Quantity;
use isnad_text::{KeyFilter, Proclitics, Quotation, Reading, Text, Token, TokenKind};

use crate::generated::vocabulary::{FIRST_WORDS, NO_VERB};
use crate::marks::{Marks, Within};
use crate::vocabulary::{EVENT, HAPPENING, Hit, Hits, List, PERSON, Particle, UserWords};
use crate::{EventKind, dated, discourse, reach, stated};

/// The layers below, by token.
pub(crate) struct Scene<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) hits: Hits<'a>,
    pub(crate) quantities: &'a [Quantity],
    pub(crate) dates: &'a [TemporalExpression],
    pub(crate) entities: &'a [Entity],
    /// When each date says that something happened.
    days: Vec<OnceCell<Option<TimeValue>>>,
    /// First tokens of the entities and of the dates.
    entity_starts: Marks,
    date_starts: Marks,
    /// The tokens that may begin a count: a number, a noun for people, another.
    pub(crate) countable: Marks,
    /// Words that tell of an event.
    pub(crate) telling: Marks,
    /// Words that call a place what it is: قرية, بمحافظة, السواحل, البلاد.
    pub(crate) place_words: Marks,
    /// The words of the lists that are sought by range.
    listed: [Marks; SOUGHT.len()],
    /// Words that name who did it: على يد, برصاص.
    pub(crate) doers: Marks,
    /// The sentences that tell of something else than those before them, once they are asked for.
    pub(crate) anew: OnceCell<Marks>,
    /// Words for what somebody answers for.
    pub(crate) duties: Marks,
    /// Marks that may end a clause.
    pub(crate) bounds: Marks,
    /// The last letters of the first word of each entity.
    pub(crate) tails: Vec<Option<[u8; 4]>>,
    cells: Vec<Cell>,
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
/// What somebody answers for.
const DUTY: u8 = 128;

/// Lists whose words are sought by range; see [`Scene::listed`].
const SOUGHT: [List; 6] =
    [List::Building, List::Disease, List::Numbers, List::Operates, List::Village, List::War];

/// Lists of words that count by themselves.
const COUNTS: u64 = 1 << List::Other as u64 | 1 << List::OneOf as u64 | 1 << List::Next as u64;

/// Lists of words that may call a place what it is; those of the last only with ب.
const PLACES: u64 = 1 << List::PlaceNoun as u64 | 1 << List::Territory as u64 | AT_PLACE;
const AT_PLACE: u64 = 1 << List::AtPlace as u64;

impl<'a, 't> Scene<'a, 't> {
    pub(crate) fn new(
        text: &'a Text<'t>,
        user: Option<&'a UserWords>,
        quantities: &'a [Quantity],
        dates: &'a [TemporalExpression],
        entities: &'a [Entity],
    ) -> Scene<'a, 't> {
        let count = text.tokens().len();
        let mut hits = Hits::with_capacity(count / 2);
        let [mut countable, mut telling, mut place_words, mut doers, mut duties, mut breaks] =
            [(); 6].map(|()| Marks::new(count));
        let mut listed = SOUGHT.map(|_| Marks::new(count));
        let mut cells: Vec<Cell> = Vec::with_capacity(count);
        for (at, token) in text.tokens().iter().enumerate() {
            let readings = text.readings(at);
            let mut cell = Cell::new(text, at, token, readings);
            if token.is_arabic() && (user.is_some() || may_begin(token, readings)) {
                cell.lists = hits.look_up(text, at, user);
            }
            if let Some((index, hit)) = hits.last().filter(|(_, hit)| hit.first == at) {
                cell.hit = index + 1;
                cell.particles = hit.particles();
                cell.kinds = hit.kinds;
            }
            if cell.lists & COUNTS != 0 || cell.kinds & (EVENT | PERSON) != 0 {
                countable.add(at);
            }
            if cell.kinds & (EVENT | HAPPENING) != 0 {
                telling.add(at);
            }
            if cell.particles & (1 << Particle::By as u32) != 0 || cell.is_on(List::ByMeans) {
                doers.add(at);
            }
            if cell.lists != 0 {
                let sought = listed.iter_mut().zip(SOUGHT).filter(|(_, list)| cell.is_on(*list));
                sought.for_each(|(marks, _)| marks.add(at));
            }
            if cell.shape & (COMMA | STOP | DUTY) != 0 {
                let marks = if cell.shape & DUTY != 0 { &mut duties } else { &mut breaks };
                marks.add(at);
            }
            if cell.lists & PLACES != 0
                && (cell.lists & (PLACES & !AT_PLACE) != 0 || text.folded(at).starts_with('ب'))
            {
                place_words.add(at);
            }
            cells.push(cell);
        }
        let [mut entity_starts, mut date_starts] = [(); 2].map(|()| Marks::new(count));
        fn mark(cells: &mut [Cell], tokens: Range<usize>, set: impl Fn(&mut Cell)) {
            cells.get_mut(tokens).into_iter().flatten().for_each(set);
        }
        for (i, q) in quantities.iter().enumerate() {
            mark(&mut cells, q.tokens.clone(), |c| c.quantity = i as u32 + 1);
            countable.add(q.tokens.start);
        }
        for (i, d) in dates.iter().enumerate() {
            mark(&mut cells, d.tokens.clone(), |c| c.date = i as u32 + 1);
            date_starts.add(d.tokens.start);
        }
        for (i, e) in entities.iter().enumerate() {
            mark(&mut cells, e.tokens.clone(), |c| c.entity = i as u32 + 1);
            entity_starts.add(e.tokens.start);
        }
        for (i, q) in text.quotations().iter().enumerate() {
            let (open, index) = (q.tokens.start.saturating_sub(1), i as u32 + 1);
            mark(&mut cells, open..open + 1, |c| c.quotation = index);
            if q.closed {
                mark(&mut cells, q.tokens.end..q.tokens.end + 1, |c| c.quotation = index);
            }
        }
        for entity in entities {
            let first = text.token(entity.tokens.start);
            if let (Some(cell), Some(token)) = (cells.get_mut(entity.tokens.start), first)
                && token.span().start == entity.span.start
            {
                cell.shape |= NAMED;
            }
        }
        let days = dates.iter().map(|_| OnceCell::new()).collect();
        let tails = entities.iter().map(|e| discourse::tail(text.folded(e.tokens.start))).collect();
        let scene = Scene {
            text,
            hits,
            quantities,
            dates,
            entities,
            days,
            entity_starts,
            date_starts,
            countable,
            telling,
            place_words,
            listed,
            doers,
            anew: OnceCell::new(),
            duties,
            bounds: Marks::new(0),
            tails,
            cells,
        };
        let mut bounds = Marks::new(count);
        breaks.within(0..count).filter(|&at| scene.may_end_clause(at)).for_each(|at| bounds.add(at));
        Scene { bounds, ..scene }
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
        let mut starts = self.entity_starts.within(tokens);
        let Some(first) = starts.next().and_then(|start| self.entity_index(start)) else { return &[] };
        self.entities.get(first..first + 1 + starts.count()).unwrap_or_default()
    }

    /// The dates that begin in a range of tokens, and when each says that something happened.
    pub(crate) fn dates_in(
        &self,
        tokens: Range<usize>,
    ) -> impl Iterator<Item = (&'a TemporalExpression, &Option<TimeValue>)> + use<'_, 'a, 't> {
        let mut starts = self.date_starts.within(tokens);
        let first = starts.next().and_then(|start| self.date_index(start));
        let range = first.map_or(0..0, |first| first..first + 1 + starts.count());
        let dates = self.dates.get(range.clone()).unwrap_or_default();
        let days = self.days.get(range).unwrap_or_default();
        dates.iter().zip(days).map(|(date, day)| (date, day.get_or_init(|| dated::day(date))))
    }

    /// When a date says that something happened.
    pub(crate) fn day(&self, date: usize) -> Option<TimeValue> {
        *self.days.get(date)?.get_or_init(|| dated::day(self.dates.get(date)?))
    }

    /// The words of a range that are on a list, one of [`SOUGHT`].
    pub(crate) fn listed(&self, list: List, tokens: Range<usize>) -> Within<'_> {
        let marks = self.listed.iter().zip(SOUGHT).find(|(_, sought)| *sought == list);
        debug_assert!(marks.is_some(), "{list:?} is not sought by range");
        marks.map_or_else(Within::default, |(marks, _)| marks.within(tokens))
    }

    /// What the words of a sentence tell of, up to some length.
    pub(crate) fn happenings(&self, sentence: &Range<usize>) -> impl Iterator<Item = EventKind> {
        let end = sentence.end.min(sentence.start + reach::CIRCUMSTANCES);
        self.telling.within(sentence.start..end).filter_map(move |at| self.hit(at)?.happening())
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
        self.look(token).is_some_and(|c| c.is_on(list))
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

    /// Whether a comma or stop may end a clause: a comma before a connective, or before و and no name.
    fn may_end_clause(&self, mark: usize) -> bool {
        let next = mark + 1;
        let cuts = |hit: &Hit<'_>| matches!(hit.particle(), Some(Particle::Cut | Particle::Connective));
        self.is_stop(mark)
            || self.hit(next).is_some_and(cuts)
            || self.proclitic(next, Proclitics::WAW).is_some() && self.entity_at(next).is_none()
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
    const fn is_on(&self, list: List) -> bool {
        self.lists & (1 << list as u64) != 0
    }

    /// What a token is by itself.
    fn new(text: &Text<'_>, at: usize, token: &Token, readings: &[Reading]) -> Cell {
        let mut cell = Cell::default();
        for reading in readings {
            cell.proclitics = cell.proclitics.with(reading.proclitics);
        }
        if token.is_arabic() && !begins_with_another(text, token) {
            let folded = text.folded(at);
            if is_imperfect_shape(folded) {
                cell.shape |= IMPERFECT;
            } else if folded == "ل" {
                cell.shape |= LAM;
            } else if stated::is_duty(folded) {
                cell.shape |= DUTY;
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

/// Whether a word, as it stands or as it may be read, may begin a phrase of the vocabulary; `false` is certain.
#[inline]
fn may_begin(word: &Token, readings: &[Reading]) -> bool {
    static FILTER: KeyFilter = KeyFilter::built_in(&FIRST_WORDS);
    FILTER.may_have(word.key()) || readings.iter().any(|reading| FILTER.may_have(reading.key))
}

/// Whether a word begins with a letter that none of the shapes begins with, ا to غ: more than half of all do.
fn begins_with_another(text: &Text<'_>, word: &Token) -> bool {
    let letter = text.source().as_bytes().get(word.span().start..).and_then(|word| word.first_chunk());
    matches!(letter, Some([0xD8, 0xA2 | 0xA3 | 0xA5 | 0xA7..=0xBA]))
}

fn is_letter(text: &Text<'_>, token: usize) -> bool {
    let mut chars = text.folded(token).chars();
    let first = chars.next().filter(|_| chars.as_str().is_empty());
    first.is_some_and(char::is_alphabetic)
}

fn is_imperfect_shape(folded: &str) -> bool {
    let folded = folded.strip_prefix('و').unwrap_or(folded);
    folded.starts_with('ي') && (3..9).contains(&folded.chars().count()) && !NO_VERB.fit(folded)
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
