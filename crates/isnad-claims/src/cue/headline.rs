//! Headlines that name who says it and put a colon: `وزارة الصحة: 12 إصابة جديدة`.

use core::ops::Range;

use isnad_text::{ParagraphKind, Proclitics};

use super::{Body, Introduced, Site};
use crate::Class;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::{CueFlags, CueWord, Frames, List, Part};

/// How far from the beginning of a paragraph the colon may stand, in tokens.
const HEAD: usize = 16;

/// The claims of headlines, in order.
pub(super) fn sites(scene: &Scene<'_, '_>) -> Vec<Site> {
    let paragraphs = scene.text.paragraphs().iter().enumerate();
    paragraphs.filter_map(|(i, tokens)| site(scene, i, tokens.clone())).collect()
}

fn site(scene: &Scene<'_, '_>, paragraph: usize, tokens: Range<usize>) -> Option<Site> {
    let colon = (tokens.start..tokens.end.min(tokens.start + HEAD))
        .find(|&i| scene.is_colon(i) && speaker(scene, segment(scene, tokens.start, i)).is_some())?;
    if scene.text.paragraph_kind(paragraph) == ParagraphKind::Byline {
        return None;
    }
    let source = speaker(scene, segment(scene, tokens.start, colon))?;
    let token = colon + 1;
    let words =
        (token..tokens.end).filter(|&i| scene.text.token(i).is_some_and(|t| t.is_word())).take(3).count();
    let quoted = scene.quotation_from(token).is_some();
    // A heading bears no full stop.
    // عاجل | الدفاع المدني: …: a flash may.
    let flash = (tokens.start..colon).any(|i| scene.text.surface(i) == "|");
    let open = flash || !scene.is_stop(tokens.end.saturating_sub(1));
    if words < 2 || !quoted && (words < 3 || !open) {
        return None;
    }
    Some(Site {
        tokens: colon..token,
        span: scene.text.span_of(colon..token),
        word: CueWord {
            class: Class::Assert,
            part: Part::Perfect,
            frames: Frames::COLON,
            flags: CueFlags::default(),
            marked: "",
        },
        clause: source.start,
        source: Some(source),
        via: None,
        body: Body::From { token, start: scene.text.token(token)?.span().start, how: Introduced::That },
        opens: true,
        sentence: scene.text.sentence_of(colon)?,
        maker: None,
        negated: false,
        relayed: false,
        rule: "claims.headline",
    })
}

/// The tokens between the mark before a colon and the colon: تحديث 2 - | مصدران | :
fn segment(scene: &Scene<'_, '_>, floor: usize, colon: usize) -> Range<usize> {
    // تعادل الفريقين ومدرب الضيوف: «…»: who is quoted stands last.
    let quoted = || scene.quotation_from(colon + 1).is_some();
    let joined =
        |i: &usize| scene.hit(*i).is_some_and(|h| h.speaker().is_some() && h.proclitics == Proclitics::WAW);
    if let Some(last) = (floor.max(colon.saturating_sub(4))..colon).find(joined).filter(|_| quoted()) {
        return last..colon;
    }
    let parts =
        |i: &usize| scene.is_colon(*i) || scene.is_dash(*i) || matches!(scene.text.surface(*i), "-" | "|");
    let start = (floor..colon).rev().find(parts).map_or(floor, |i| i + 1);
    start..colon
}

/// Somebody who can speak, and nothing besides.
fn speaker(scene: &Scene<'_, '_>, segment: Range<usize>) -> Option<Range<usize>> {
    let source = source::trim(scene, segment)?;
    let joined = scene.hit(source.start).is_some_and(|h| h.speaker().is_some());
    let names = (joined || source::is_plausible(scene, source.start) || is_quoted(scene, &source))
        && scene
            .entity_at(source.start)
            .is_none_or(|e| e.entity_type != isnad_entities::EntityType::Location);
    let label = scene.on(source.end - 1, List::Label);
    let verbless = source.clone().all(|i| {
        scene.hit(i).is_none_or(|h| !source::is_verb(h)) && !source::is_imperfect(scene, i)
            || scene.entity_at(i).is_some()
    });
    let plain = source.len() <= 9 && source.clone().all(|i| !scene.is_comma(i) && scene.date_at(i).is_none());
    (names && !label && verbless && plain && source::whole(scene, source.clone())).then_some(source)
}

/// A name that no layer knows speaks where nothing but a whole quotation follows: `بوعزة: «لن نغادر قبل الفجر»`.
fn is_quoted(scene: &Scene<'_, '_>, source: &Range<usize>) -> bool {
    let bare = source.clone().all(|i| scene.hit(i).is_none() && scene.quantity_at(i).is_none());
    let said = (source.end..source.end + 3).find_map(|i| scene.quotation_from(i));
    source.len() <= 3 && bare && said.is_some_and(|q| q.closed && q.tokens.len() >= 4)
}
