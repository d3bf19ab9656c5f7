//! A text with all that is known of it before claims are sought: what each token belongs to.

use core::ops::Range;

use isnad_dates::TemporalExpression;
use isnad_entities::Entity;
use isnad_numerals::Quantity;
use isnad_text::{Proclitics, Quotation, Text, TokenKind};

use crate::vocabulary::{Hit, Hits, Particle};

/// The layers below, by token.
pub(crate) struct Scene<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) hits: Hits,
    pub(crate) quantities: &'a [Quantity],
    pub(crate) dates: &'a [TemporalExpression],
    pub(crate) entities: &'a [Entity],
    cover: Vec<Cover>,
}

/// One more than the index of the mention that covers a token, 0 for none.
#[derive(Clone, Copy, Default)]
struct Cover {
    quantity: u32,
    date: u32,
    entity: u32,
}

impl<'a, 't> Scene<'a, 't> {
    pub(crate) fn new(
        text: &'a Text<'t>,
        quantities: &'a [Quantity],
        dates: &'a [TemporalExpression],
        entities: &'a [Entity],
    ) -> Scene<'a, 't> {
        let mut cover = vec![Cover::default(); text.tokens().len()];
        let mut mark = |tokens: Range<usize>, set: &dyn Fn(&mut Cover)| {
            cover.get_mut(tokens).into_iter().flatten().for_each(set);
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
        Scene { text, hits: Hits::of(text), quantities, dates, entities, cover }
    }

    fn covered(&self, token: usize, by: impl Fn(&Cover) -> u32) -> Option<usize> {
        (self.cover.get(token).map(by)? as usize).checked_sub(1)
    }

    /// Index of the quantity that covers a token.
    pub(crate) fn quantity_at(&self, token: usize) -> Option<usize> {
        self.covered(token, |c| c.quantity)
    }

    /// The date that covers a token.
    pub(crate) fn date_at(&self, token: usize) -> Option<&'a TemporalExpression> {
        self.covered(token, |c| c.date).and_then(|i| self.dates.get(i))
    }

    /// The entity that covers a token.
    pub(crate) fn entity_at(&self, token: usize) -> Option<&'a Entity> {
        self.covered(token, |c| c.entity).and_then(|i| self.entities.get(i))
    }

    /// The entity that begins at a token.
    pub(crate) fn entity_from(&self, token: usize) -> Option<&'a Entity> {
        self.entity_at(token).filter(|e| e.tokens.start == token)
    }

    /// The hit that begins at a token.
    pub(crate) fn hit(&self, token: usize) -> Option<&Hit> {
        self.hits.get(token)
    }

    pub(crate) fn is(&self, token: usize, particle: Particle) -> bool {
        self.hits.is(token, particle)
    }

    pub(crate) fn is_mark(&self, token: usize, marks: &[&str]) -> bool {
        self.text.token(token).is_some_and(|t| t.kind() == TokenKind::Punctuation)
            && marks.contains(&self.text.surface(token))
    }

    pub(crate) fn is_comma(&self, token: usize) -> bool {
        self.is_mark(token, &["،", ","])
    }

    pub(crate) fn is_colon(&self, token: usize) -> bool {
        self.is_mark(token, &[":"])
    }

    /// A mark that ends what was going on: full stop, semicolon, question mark.
    pub(crate) fn is_stop(&self, token: usize) -> bool {
        let Some(t) = self.text.token(token) else { return true };
        let mark = self.text.surface(token);
        if t.kind() != TokenKind::Punctuation || !mark.starts_with(['.', '؛', ';', '!', '؟', '?', '…']) {
            return false;
        }
        // د. علاء: the full stop of a title.
        let title = |p: usize| self.text.folded(p).chars().count() == 1;
        !(mark == "." && !t.has_gap_before() && token.checked_sub(1).is_some_and(title))
    }

    /// The quotation whose opening mark is this token.
    pub(crate) fn quotation_from(&self, token: usize) -> Option<&'a Quotation> {
        let quotations = self.text.quotations();
        let at = quotations.partition_point(|q| q.tokens.start <= token);
        quotations.get(at).filter(|q| q.tokens.start == token + 1)
    }

    /// The quotation whose closing mark is this token.
    pub(crate) fn quotation_to(&self, token: usize) -> Option<&'a Quotation> {
        if self.text.token(token)?.kind() != TokenKind::CloseQuote {
            return None;
        }
        let quotations = self.text.quotations();
        let at = quotations.partition_point(|q| q.tokens.start <= token);
        // Of those that begin before it, the last that ends here: nested ones are few.
        quotations.get(at.saturating_sub(16)..at)?.iter().rev().find(|q| q.closed && q.tokens.end == token)
    }

    /// Whether the token may bear the proclitic, and how many bytes it and what stands before it take up.
    pub(crate) fn proclitic(&self, token: usize, proclitic: Proclitics) -> Option<usize> {
        let reading = self.text.readings(token).iter().find(|r| r.proclitics.has(proclitic))?;
        // A word that is known as it stands (بين "between") bears no proclitic.
        let known = self.hit(token).is_some_and(|h| !h.proclitics.has(proclitic));
        let named = self
            .entity_from(token)
            .is_some_and(|e| self.text.token(token).is_some_and(|t| t.span().start == e.span.start));
        (!known && !named).then_some(reading.skip as usize)
    }

    /// Whether the word begins with the article, behind any proclitic.
    pub(crate) fn is_definite(&self, token: usize) -> bool {
        self.text.readings(token).iter().any(|r| r.proclitics.has(Proclitics::ARTICLE))
    }

    /// Byte where a token begins once its proclitics are left out.
    pub(crate) fn bare_start(&self, token: usize, proclitics: Proclitics) -> usize {
        let start = self.text.token(token).map_or(0, |t| t.span().start);
        start + self.proclitic(token, proclitics).unwrap_or(0)
    }
}
