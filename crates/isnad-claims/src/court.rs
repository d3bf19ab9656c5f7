//! What courts decide: those sentenced are neither dead nor held yet.

use core::ops::Range;

use crate::agents::whole;
use crate::candidate::Candidate;
use crate::scene::Scene;
use crate::source;
use crate::vocabulary::Particle;
use crate::{Evidence, Named};

/// How far before those sentenced the court and its verb stand, in tokens.
const BEFORE: usize = 16;

/// Words of a sentence, by the letters that they begin with, behind و and ب: death, prison.
const PENALTIES: [&str; 4] = ["اعدام", "سجن", "حبس", "موبد"];

/// Words of a court's decision, by their letters.
const DECIDES: [&str; 7] = ["محكمه", "محاكم", "قضت", "قضي", "حكم", "احكام", "عاقب"];

fn bare<'s>(scene: &'s Scene<'_, '_>, at: usize) -> &'s str {
    let word = scene.text.folded(at).trim_start_matches(['و', 'ب', 'ل']);
    word.strip_prefix("ال").unwrap_or(word)
}

/// Whether the word that governs a candidate is what a court decides for them: `قضت المحكمة بإعدام`, not `نفذ حكم الإعدام`.
pub(crate) fn is_sentence(scene: &Scene<'_, '_>, trigger: usize, candidate: &Candidate) -> bool {
    PENALTIES.iter().any(|p| bare(scene, trigger).starts_with(p)) && decided(scene, candidate.tokens.start)
}

/// Whether a court's decision is told before a token, and not that it was carried out.
fn decided(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = at.saturating_sub(BEFORE)..at;
    let told = before.clone().any(|i| DECIDES.iter().any(|d| bare(scene, i).starts_with(d)));
    told && !before.into_iter().any(|i| bare(scene, i).contains("نفذ") || bare(scene, i).contains("تنفيذ"))
}

/// The court that decided about those counted: أصدرت | محكمة الجنايات | أحكاما بحق …
pub(crate) fn court(scene: &Scene<'_, '_>, within: &Range<usize>, token: usize) -> Option<Named> {
    let start = within.start.max(token.saturating_sub(BEFORE + BEFORE / 2));
    let court =
        (start..token).rev().find(|&i| matches!(scene.text.folded(i), "محكمه" | "المحكمه" | "ومحكمه"))?;
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
    const ACCUSED: [&str; 8] = ["متهم", "ادين", "مدان", "تهمه", "اتهم", "تورط", "متورط", "ضالع"];
    (trigger.saturating_sub(3)..trigger).any(|i| {
        let word = bare(scene, i);
        ACCUSED.iter().any(|a| word.starts_with(a))
    })
}
