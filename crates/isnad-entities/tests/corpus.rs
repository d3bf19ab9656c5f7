//! The corpus: what is found in each sentence, in order and completely.

use isnad_dev::corpus::{Case, Found, check};
use isnad_entities::{Entities, Entity};
use isnad_text::Text;

#[test]
fn corpus() {
    let entities = Entities::new();
    check("tests/corpus".as_ref(), &["text", "type", "rule", "id", "label"], |case: &Case| {
        let text = Text::new(&case.text);
        entities.find(&text).iter().map(|e| fields(&text, e)).collect()
    });
}

fn fields(text: &Text<'_>, entity: &Entity) -> Found {
    let mut found = Found::from([
        ("text".to_string(), text.slice(entity.span).into()),
        ("type".to_string(), entity.entity_type.as_str().into()),
        ("rule".to_string(), entity.rule.as_str().into()),
    ]);
    found.extend(entity.id.as_deref().map(|id| ("id".to_string(), id.into())));
    found.extend(entity.label.as_deref().map(|label| ("label".to_string(), label.into())));
    found
}
