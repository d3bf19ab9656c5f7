//! Claims and counts in a sentence: who said what, and what happened to how many.

mod bounds;

use bounds::bounds;
use isnad_claims::find;

fn main() {
    // "And a security source said that at least ten civilians, three children among them, were killed in a bombing in
    // the centre of Baghdad."
    let text = "وقال مصدر أمني إن عشرة مدنيين على الأقل، بينهم ثلاثة أطفال، قتلوا في تفجير وسط بغداد.";
    println!("{text}\n");
    let found = find(text, None);
    for claim in &found.claims {
        let source = claim.source.map_or("?", |s| &text[s.range()]);
        println!("{} by «{source}»: «{}»  {}", claim.cue.class, &text[claim.content.range()], claim.rule);
    }
    for count in &found.counts {
        let part = if count.part { " among them" } else { "" };
        println!("{} {}{part}  {}", count.kind, bounds(count.low, count.high, count.approx), count.rule);
    }
}
