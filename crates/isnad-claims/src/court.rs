//! What courts decide: those sentenced are neither dead nor held yet.

use core::ops::Range;

use isnad_text::Proclitics;

use crate::agents::whole;
use crate::candidate::Candidate;
use crate::generated::vocabulary::{ACCUSED, DECIDES, EXECUTED, PENALTY, THE_COURT};
use crate::reach;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::Particle;
use crate::{Evidence, Named};

/// A word without و ب ل and the article.
fn bare<'s>(scene: &'s Scene<'_, '_>, at: usize) -> &'s str {
    const JOINED: Proclitics =
        Proclitics::WAW.with(Proclitics::BA).with(Proclitics::LAM).with(Proclitics::ARTICLE);
    scene.text.bare(at, JOINED)
}

/// Whether the word that governs a candidate is what a court decides for them: `قضت المحكمة بإعدام`, not `نفذ حكم الإعدام`.
pub(crate) fn is_sentence(scene: &Scene<'_, '_>, trigger: usize, candidate: &Candidate) -> bool {
    PENALTY.fit(bare(scene, trigger)) && decided(scene, candidate.tokens.start)
}

/// Whether a court's decision is told before a token, and not that it was carried out.
fn decided(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = at.saturating_sub(reach::COURT)..at;
    let told = before.clone().any(|i| DECIDES.fit(bare(scene, i)));
    told && !before.into_iter().any(|i| EXECUTED.fit(bare(scene, i)))
}

/// The court that decided about those counted: أصدرت | محكمة الجنايات | أحكاما بحق …
pub(crate) fn court(scene: &Scene<'_, '_>, within: &Range<usize>, token: usize) -> Option<Named> {
    let start = within.start.max(token.saturating_sub(reach::COURT + reach::COURT / 2));
    let court = (start..token).rev().find(|&i| THE_COURT.fit(scene.text.folded(i)))?;
    if !decided(scene, token) || scene.is(court, Particle::By) {
        return None;
    }
    if let Some(named) = scene.entity_at(court) {
        return Some(crate::discourse::named(scene, named, Evidence::Subject));
    }
    let (source, _) = source::leading(scene, court..token);
    source.map(|s| whole(scene, s, Evidence::Subject))
}

/// متهم بقتل …, أدينا بقتل …: who is accused of a deed, so that whoever else is told of did not do it.
pub(crate) fn is_accusation(scene: &Scene<'_, '_>, trigger: usize) -> bool {
    (trigger.saturating_sub(3)..trigger).any(|i| ACCUSED.fit(bare(scene, i)))
}
