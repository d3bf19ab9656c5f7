//! Dates and times in a sentence, resolved against a reference date.

use isnad_dates::{Reference, find};

fn main() -> anyhow::Result<()> {
    // "Last Tuesday, three months ago, in December 2023, and on the tenth of Ramadan 1445."
    let text = "الثلاثاء الماضي، وقبل ثلاثة أشهر، وفي كانون الأول/ ديسمبر 2023، وفي العاشر من رمضان 1445 هـ.";
    let reference: Reference = "2024-03-25".parse()?;
    println!("{text}\n");
    for date in find(text, Some(reference)) {
        println!("{} {}  «{}»  {}", date.kind, date.value, &text[date.span.range()], date.rule);
    }
    Ok(())
}
