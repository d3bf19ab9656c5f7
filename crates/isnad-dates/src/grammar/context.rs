//! What the sentence around an expression says about its direction.

use isnad_text::TokenKind;

use crate::Date;
use crate::fields::Fields;
use crate::grammar::Grammar;
use crate::sense::Direction;

/// Where an expression without a year lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Running news: the last one.
    Past,
    /// Something announced: the next one.
    Future,
    /// The expression stands by itself: that of the reference's year.
    Isolated,
    /// The text tells: الماضي "last", الجاري "current", المقبل "next".
    Told(Direction),
}

/// How many tokens before and after an expression are looked at for a future verb.
const BEFORE: usize = 10;
const AFTER: usize = 4;

impl Grammar<'_, '_> {
    /// The direction of the expression from the atom `first` to before `end`.
    pub(super) fn tense(&self, f: &Fields, first: usize, end: usize) -> Tense {
        if let Some(direction) = f.direction {
            return Tense::Told(direction);
        }
        let Some(start) = self.atom(first).map(|a| a.first) else { return Tense::Past };
        let stop = self.end_token(end);
        let sentence = self.text.sentence_of(start).and_then(|i| self.text.sentences().get(i));
        let tokens = sentence.map_or(0..0, |s| s.tokens.clone());
        let around = tokens.start.max(start.saturating_sub(BEFORE))..tokens.end.min(stop + AFTER);
        if around.clone().any(|i| !(start..stop).contains(&i) && self.is_future(i)) {
            return Tense::Future;
        }
        // في أول شباط: a preposition before it does not make a sentence.
        let outside = (around.start..start).chain(stop..around.end);
        let words = outside.filter(|&i| {
            self.text.token(i).is_some_and(|t| matches!(t.kind(), TokenKind::Word | TokenKind::Number))
        });
        if words.count() <= 1 { Tense::Isolated } else { Tense::Past }
    }

    /// سيجتمع "will meet", سوف, لن, من المقرر "it is scheduled": the sentence speaks of what is to come.
    fn is_future(&self, token: usize) -> bool {
        let folded = self.text.folded(token);
        let bare = folded.strip_prefix('و').unwrap_or(folded);
        let read = || self.text.readings(token).iter().any(|r| r.proclitics.has(isnad_text::Proclitics::SIN));
        // Of short words only verbs of three letters begin so: سيصل "will arrive".
        let short = || {
            bare.chars().count() == 4
                && (bare.starts_with("سي") || bare.starts_with("ست"))
                && !NOUNS.contains(&bare)
        };
        if bare.starts_with('س') && (short() || read()) {
            return true;
        }
        FUTURE.contains(&bare)
    }

    /// The day of the reference.
    pub(super) fn today(&self) -> Option<Date> {
        self.reference.map(|r| r.date)
    }
}

/// Folded nouns and adjectives of four letters that look like a future verb.
const NOUNS: [&str; 13] =
    ["سيده", "سيدي", "سيوف", "ستون", "ستين", "سيول", "ستار", "سيره", "سيطر", "سيرا", "سينا", "سيما", "ستاد"];

/// Folded words that announce: what is scheduled, expected, or about to begin.
const FUTURE: [&str; 38] = [
    "سوف",
    "لن",
    "المقرر",
    "المقرره",
    "المزمع",
    "المزمعه",
    "المرتقب",
    "المرتقبه",
    "المتوقع",
    "المتوقعه",
    "المنتظر",
    "المنتظره",
    "ينتظر",
    "يعتزم",
    "تعتزم",
    "تستعد",
    "يستعد",
    "موعدا",
    "موعدها",
    "يبدا",
    "تبدا",
    "ينطلق",
    "تنطلق",
    "يفتتح",
    "تفتتح",
    "يستضيف",
    "تستضيف",
    "ينتهي",
    "تنتهي",
    "تستانف",
    "يستانف",
    "يتوجه",
    "تتوجه",
    "يعقد",
    "تعقد",
    "يلتقي",
    "تلتقي",
    "يحل",
];
