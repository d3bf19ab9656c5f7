//! What holds of any input.

use isnad_claims::find;
use isnad_dev::testing::config;
use proptest::prelude::*;

/// Words by which claims and counts are told, and marks, in any order.
const WORDS: &[&str] = &[
    "قال",
    "وأضاف",
    "بحسب",
    "أن",
    "إن",
    ":",
    "«",
    "»",
    "\"",
    "،",
    ".",
    "\n\n",
    "قتل",
    "مقتل",
    "5",
    "جنود",
    "ضابط",
    "بينهم",
    "الوزير",
    "مصدر",
    "أمني",
    "نقلت",
    "وكالة",
    "عن",
    "في",
    "بغداد",
    "نفى",
    "وجود",
    "التي",
    "لم",
    "آخرون",
    "عشرات",
    "من",
    "إلى",
    "على",
    "يد",
    "(",
    ")",
    "أمس",
    "وصف",
    "بأنه",
    "لقي",
    "مصرعهم",
    "أحد",
    "المتهمين",
];

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn spans_lie_in_the_text(words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        let text = words.join(" ");
        let found = find(&text, None);
        for claim in &found.claims {
            for span in [Some(claim.cue.span), claim.source, claim.via, Some(claim.content)].into_iter().flatten() {
                prop_assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?} of {text}");
            }
        }
        for count in &found.counts {
            prop_assert!(text.get(count.span.range()).is_some_and(|s| !s.is_empty()));
            prop_assert!(count.low.is_none() || count.high.is_none() || count.low <= count.high);
            prop_assert!(count.claim.is_none_or(|c| found.claims[c].content.contains(count.span)));
        }
        prop_assert!(found.claims.is_sorted_by_key(|c| c.cue.span.start));
        prop_assert!(found.counts.is_sorted_by_key(|c| c.span.start));
        prop_assert_eq!(find(&text, None), found);
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,200}") {
        let _ = find(&text, None);
    }
}

/// A cue on every second word, quotations in quotations, one sentence of thousands of words.
#[test]
fn hostile_input_is_bounded() {
    for unit in ["قال إن ", "قال كلمة ", "« قال ", "بحسب محمد، ", "قتل 5 جنود و", "بينهم 5 "]
    {
        let text = unit.repeat(2_000);
        let found = find(&text, None);
        let told: usize = found.claims.iter().map(|c| c.content.len()).sum();
        assert!(told <= 8 * text.len(), "{unit}: {told}");
    }
}
