//! Named entities in a sentence, with canonical ids.

use isnad_entities::find;

fn main() {
    // "A delegation of the Iraqi Ministry of Defence visited the city of Mosul, then Syria, with a United Nations mission."
    let text = "زار وفد من وزارة الدفاع العراقية مدينة الموصل، ثم #سوريا، برفقة بعثة الأمم المتحدة.";
    println!("{text}\n");
    for entity in find(text) {
        println!(
            "{} {} ({})  «{}»  {}",
            entity.entity_type,
            entity.id.as_deref().unwrap_or("no id"),
            entity.label.as_deref().unwrap_or("no label"),
            &text[entity.span.range()],
            entity.rule
        );
    }
}
