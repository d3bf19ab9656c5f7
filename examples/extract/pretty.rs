//! A document for a person at a terminal: claims by speaker, a table of counts, then numbers, dates and names.

use std::collections::BTreeMap;
use std::fmt::Write;

use isnad::Document;
use isnad::claims::{Claim, Count, Evidence, Named, Polarity, Quote};
use isnad::entities::EntityType;
use isnad::text::Span;

use crate::bounds::bounds;

/// The page of one document.
pub(crate) fn page(document: &Document<'_>, id: &str) -> String {
    let mut page = String::new();
    // Writing to a String never fails.
    let _ = write(&mut page, document, id);
    page
}

fn write(page: &mut String, document: &Document<'_>, id: &str) -> std::fmt::Result {
    let reference = document.reference.map_or("no date known".to_string(), |r| format!("dated {r}"));
    let sentences = document.text.sentences().len();
    writeln!(page, "━━ {id} · {reference} · {sentences} sentences")?;
    claims(page, document)?;
    counts(page, document)?;
    quantities(page, document)?;
    dates(page, document)?;
    names(page, document)?;
    writeln!(page)
}

/// Who said what, speakers in the order in which they first speak.
fn claims(page: &mut String, document: &Document<'_>) -> std::fmt::Result {
    heading(page, "WHO SAID WHAT", document.claims.len())?;
    let mut speakers: Vec<(String, Vec<&Claim>)> = Vec::new();
    for claim in &document.claims {
        let speaker = speaker(document, claim);
        match speakers.iter_mut().find(|(name, _)| *name == speaker) {
            Some((_, said)) => said.push(claim),
            None => speakers.push((speaker, vec![claim])),
        }
    }
    for (speaker, said) in speakers {
        writeln!(page, "  {speaker}")?;
        for claim in said {
            let class = word(claim.cue.class);
            let (open, close) = match claim.quote {
                Quote::Direct => ("“", "”"),
                Quote::Mixed => ("", " [partly quoted]"),
                Quote::Indirect => ("", ""),
            };
            let doubt = match claim.polarity {
                Polarity::Asserted => String::new(),
                other => format!(" [{}]", word(other)),
            };
            let via = claim.via.map_or(String::new(), |via| format!(" · via {}", surface(document, via)));
            let content = surface(document, claim.content);
            writeln!(page, "    {class:<11} {open}{content}{close}{doubt}{via}")?;
        }
    }
    Ok(())
}

/// The fullest name of who speaks, and the English label where the lexicon has one.
fn speaker(document: &Document<'_>, claim: &Claim) -> String {
    let names = claim.speaker.as_ref().map(|s| s.names.as_slice()).unwrap_or_default();
    let Some(first) = names.first() else {
        return claim.source.map_or("speaker not named".to_string(), |s| surface(document, s));
    };
    let label =
        names.last().filter(|label| label.is_ascii()).map_or(String::new(), |label| format!("  {label}"));
    isolate(&first.split_whitespace().collect::<Vec<_>>().join(" ")) + &label
}

/// What happened to how many, where, when, and who says so.
fn counts(page: &mut String, document: &Document<'_>) -> std::fmt::Result {
    heading(page, "HOW MANY", document.counts.len())?;
    for count in &document.counts {
        let Count { low, high, approx, part, .. } = count;
        let object = count.object.map_or(String::new(), |o| surface(document, o));
        let number = bounds(*low, *high, *approx);
        let kind = word(count.kind);
        let part = if *part { "  among them" } else { "" };
        let name = |label: &str, named: Option<&Named>| {
            named.map_or(String::new(), |n| format!(" · {label} {}", isolate(n.name())))
        };
        let (agent, place) = (name("by", count.agent.as_ref()), name("in", count.place.as_ref()));
        let date = count.date.as_ref().map_or(String::new(), |date| {
            let doubt = if date.evidence == Evidence::Reference { "?" } else { "" };
            format!(" · {}{doubt}", date.value)
        });
        let claim = count.claim.and_then(|i| document.claims.get(i));
        let source = name("says", claim.and_then(|c| c.speaker.as_ref()));
        writeln!(page, "  {kind:<11}{number:>9}{part}  {object}{agent}{place}{date}{source}")?;
    }
    Ok(())
}

fn quantities(page: &mut String, document: &Document<'_>) -> std::fmt::Result {
    heading(page, "NUMBERS", document.quantities.len())?;
    for quantity in &document.quantities {
        let number = bounds(quantity.low, quantity.high, quantity.approx);
        let unit = quantity.unit.as_ref().map_or(String::new(), |u| format!(" {}", u.as_str()));
        let kind = word(quantity.kind);
        writeln!(page, "  {kind:<11}{number:>9}{unit}  {}", surface(document, quantity.span))?;
    }
    Ok(())
}

fn dates(page: &mut String, document: &Document<'_>) -> std::fmt::Result {
    heading(page, "WHEN", document.dates.len())?;
    for date in &document.dates {
        let modifier = date.modifier.map_or(String::new(), |m| format!(" ({})", word(m).to_lowercase()));
        let hijri = date.hijri.as_ref().map_or(String::new(), |h| format!(" = {h} AH"));
        let issue = date.issue.map_or(String::new(), |issue| format!(" [{issue}]"));
        writeln!(
            page,
            "  {:<11}{}{hijri}{modifier}{issue}  {}",
            word(date.kind),
            date.value,
            surface(document, date.span)
        )?;
    }
    Ok(())
}

/// Names, each once, with how often it is mentioned.
fn names(page: &mut String, document: &Document<'_>) -> std::fmt::Result {
    heading(page, "NAMES", document.entities.len())?;
    let mut things: BTreeMap<(EntityType, String), (String, usize)> = BTreeMap::new();
    for entity in &document.entities {
        let name = surface(document, entity.span);
        let key = entity.id.as_deref().unwrap_or(&name).to_string();
        let label = match (&entity.name, &entity.label) {
            (Some(arabic), Some(english)) => format!("{}  {english}", isolate(arabic)),
            (Some(arabic), None) => isolate(arabic),
            _ => name,
        };
        things.entry((entity.entity_type, key)).or_insert((label, 0)).1 += 1;
    }
    for ((kind, _), (name, times)) in things {
        let times = if times > 1 { format!("  ×{times}") } else { String::new() };
        writeln!(page, "  {:<11}{name}{times}", word(kind))?;
    }
    Ok(())
}

fn heading(page: &mut String, title: &str, items: usize) -> std::fmt::Result {
    if items == 0 { writeln!(page, "\n{title}: none found") } else { writeln!(page, "\n{title} ({items})") }
}

/// The name of a kind, for people.
fn word(kind: impl std::fmt::Display) -> String {
    kind.to_string().replace('_', " ")
}

/// A surface on one line, isolated so that the terminal's bidirectional order leaves the rest of the line alone.
fn surface(document: &Document<'_>, span: Span) -> String {
    isolate(&document.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" "))
}

fn isolate(text: &str) -> String {
    // A text that holds isolates of its own could end ours.
    let plain: String = text.chars().filter(|&c| !isnad::normalize::is_bidi_control(c)).collect();
    format!("\u{2068}{plain}\u{2069}")
}
