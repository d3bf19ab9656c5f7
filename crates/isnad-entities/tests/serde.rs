//! What the feature `serde` writes.

use isnad_entities::{Detailed, Entities, Entity};
use isnad_text::Text;

#[test]
fn entities_are_read_back() {
    let entities = Entities::new();
    // "Colonel Samer al-Khatib arrived at the University of Baghdad."
    let text = Text::new("وصل العقيد سامر الخطيب إلى جامعة بغداد.");
    let found = entities.find(&text);
    let json = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Entity>>(&json).unwrap(), found);
    let detailed = entities.find_detailed(&text);
    let json = serde_json::to_string(&detailed).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Detailed>>(&json).unwrap(), detailed);
    assert!(found.len() == 2 && json.contains("\"entity_type\":\"PER\""));
}
