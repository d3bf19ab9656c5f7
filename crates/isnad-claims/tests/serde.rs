//! What the feature `serde` writes.

use isnad_claims::{Article, find};

#[test]
fn claims_events_and_counts_are_read_back() {
    // "The Ministry of Health announced on Tuesday that about 14 people were killed in a bombing in Baghdad."
    let text = "أعلنت وزارة الصحة، الثلاثاء، أن نحو 14 شخصا قتلوا في تفجير في بغداد.";
    let found = find(text, "2024-01-18".parse().ok());
    assert!(!found.claims.is_empty() && !found.events.is_empty() && !found.counts.is_empty());
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Article>(&json).unwrap(), found);
    assert!(json.contains("\"class\":\"announce\""));
}
