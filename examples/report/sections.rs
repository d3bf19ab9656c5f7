//! The parts of an article's report: who said what, how many, when, what is named.

use std::collections::BTreeMap;

use isnad::Document;
use isnad::claims::{Claim, Count, Evidence, Named, Polarity, Quote};
use isnad::entities::EntityType;
use isnad::text::ParagraphKind;

use crate::bounds::bounds;
use crate::html::Html;
use crate::words::{Label, label};
use crate::{marks, timeline};

/// Everything about one article.
pub(crate) fn article(html: &mut Html, document: &Document<'_>, id: &str, article: usize) {
    html.raw("<article aria-labelledby=\"").name(article, "title", 0).raw("\" id=\"");
    html.name(article, "article", 0).raw("\">\n<header><h2 id=\"").name(article, "title", 0).raw("\">");
    html.quote(title(document).unwrap_or(id)).raw("</h2>\n<p class=\"meta\"><span>").quote(id).raw("</span>");
    if let Some(reference) = document.reference {
        html.raw("<span>بتاريخ ").code(&reference.to_string()).raw("</span>");
    }
    for (number, (arabic, english)) in [
        (document.claims.len(), ("أقوال", "claims")),
        (document.counts.len(), ("أعداد", "counts")),
        (document.dates.len(), ("تواريخ", "dates")),
        (document.entities.len(), ("أسماء", "names")),
    ] {
        html.raw("<span><b>").number(number).raw("</b> ").both((arabic, english)).raw("</span>");
    }
    html.raw("</p></header>\n");
    suspicious(html, document);

    html.raw("<div class=\"columns\">\n");
    begin(html, article, "text", ("النص", "The text"));
    html.raw("<div class=\"text\">\n");
    marks::write(html, document, article);
    html.raw("</div></section>\n");
    begin(html, article, "when", ("متى", "When"));
    timeline::write(html, document, article);
    html.raw("</section></div>\n");

    begin(html, article, "claims", ("من قال ماذا", "Who said what"));
    claims(html, document, article);
    html.raw("</section>\n");
    begin(html, article, "counts", ("كم، وبحسب من", "How many, and who says so"));
    counts(html, document, article);
    html.raw("</section>\n");
    begin(html, article, "names", ("الأسماء", "Names"));
    names(html, document);
    html.raw("</section>\n</article>\n");
}

/// The heading that the text opens with.
pub(crate) fn title<'t>(document: &Document<'t>) -> Option<&'t str> {
    let first = document.text.paragraphs().first()?;
    let is_heading = document.text.paragraph_kind(0) == ParagraphKind::Heading;
    is_heading.then(|| document.text.slice(document.text.span_of(first.clone())))
}

fn begin(html: &mut Html, article: usize, kind: &'static str, title: Label) {
    html.raw("<section class=\"").raw(kind).raw("-section\" aria-labelledby=\"").name(article, kind, 0);
    html.raw("\"><h3 id=\"").name(article, kind, 0).raw("\">").both(title).raw("</h3>\n");
}

/// What in the text may deceive the eye.
fn suspicious(html: &mut Html, document: &Document<'_>) {
    use isnad::normalize::{Normalizer, Profile};
    let source = document.text.source();
    let report = Normalizer::new(Profile::DISPLAY).report(source);
    if !report.is_suspicious() {
        return;
    }
    html.raw("<p class=\"notice\" role=\"note\"><b>⚠ في هذا النص ما قد يخدع العين</b> ");
    html.raw("<span class=\"en\" lang=\"en\" dir=\"ltr\">may deceive the eye</span>");
    if report.bidi_controls > 0 {
        html.raw("<span class=\"row\">محارف تقلب اتجاه النص: ").number(report.bidi_controls).raw("</span>");
    }
    for (words, what) in
        [(&report.mixed_scripts, "خلط أبجديات: "), (&report.look_alikes, "أحرف شبيهة بالعربية: ")]
    {
        if words.is_empty() {
            continue;
        }
        html.raw("<span class=\"row\">").raw(what);
        for word in words.iter().take(8) {
            html.quote(source.get(word.clone()).unwrap_or_default()).raw(" ");
        }
        html.raw("</span>");
    }
    html.raw("</p>\n");
}

/// The fullest name of who speaks, and the English label.
type Speaker = (String, String);
/// A claim and its index in the document.
type Said<'d> = (usize, &'d Claim);

/// Claims by speaker, speakers in the order in which they first speak.
fn claims(html: &mut Html, document: &Document<'_>, article: usize) {
    let mut speakers: Vec<(Speaker, Vec<Said<'_>>)> = Vec::new();
    let mut known: BTreeMap<Speaker, usize> = BTreeMap::new();
    for (i, claim) in document.claims.iter().enumerate() {
        let speaker = speaker(document, claim);
        let at = *known.entry(speaker.clone()).or_insert(speakers.len());
        match speakers.get_mut(at) {
            Some((_, said)) => said.push((i, claim)),
            None => speakers.push((speaker, vec![(i, claim)])),
        }
    }
    if speakers.is_empty() {
        html.raw("<p class=\"none\">لا أقوال في النص.</p>\n");
    }
    html.raw("<div class=\"speakers\">\n");
    for ((name, english), said) in speakers {
        html.raw("<section class=\"speaker\"><h4>");
        match name.as_str() {
            "" => html.raw("<i>قائل غير مسمّى</i>"),
            name => html.quote(name),
        };
        if !english.is_empty() {
            html.raw(" <span class=\"en\" lang=\"en\" dir=\"ltr\">").text(&english).raw("</span>");
        }
        html.raw("</h4>\n<ul>\n");
        for (i, claim) in said {
            one_claim(html, document, claim, article, i);
        }
        html.raw("</ul></section>\n");
    }
    html.raw("</div>\n");
}

fn one_claim(html: &mut Html, document: &Document<'_>, claim: &Claim, article: usize, index: usize) {
    let content = document.text.slice(claim.content);
    html.raw("<li><span class=\"class\">").both(label(claim.cue.class)).raw("</span> ");
    html.raw(match claim.quote {
        Quote::Direct => "<q>",
        _ => "<span>",
    });
    html.quote(content).raw(match claim.quote {
        Quote::Direct => "</q>",
        _ => "</span>",
    });
    if claim.polarity != Polarity::Asserted {
        html.raw(" <span class=\"chip\">").both(label(claim.polarity)).raw("</span>");
    }
    if let Some(via) = claim.via {
        html.raw(" <span class=\"via\">عبر ").quote(document.text.slice(via)).raw("</span>");
    }
    html.raw(" <a class=\"there\" href=\"#")
        .name(article, "said", index)
        .raw("\" aria-label=\"موضعه في النص: ");
    html.plain(&content.chars().take(40).collect::<String>()).raw("\">في النص ↑</a></li>\n");
}

/// The fullest name of who speaks, and the English label where the lexicon has one.
fn speaker(document: &Document<'_>, claim: &Claim) -> Speaker {
    let names = claim.speaker.as_ref().map(|s| s.names.as_slice()).unwrap_or_default();
    let english = names.last().filter(|name| name.is_ascii()).cloned().unwrap_or_default();
    let surface = claim.source.map(|s| document.text.slice(s).to_string());
    (names.first().cloned().or(surface).unwrap_or_default(), english)
}

/// Who states a count; `None` for the article itself.
pub(crate) fn source<'d>(document: &'d Document<'_>, count: &Count) -> Option<&'d Named> {
    document.claims.get(count.claim?)?.speaker.as_ref()
}

const COLUMNS: [Label; 6] = [
    ("الفئة", "Of whom"),
    ("العدد", "How many"),
    ("بحسب", "Says who"),
    ("أين", "Where"),
    ("متى", "When"),
    ("الفاعل", "By whom"),
];

fn counts(html: &mut Html, document: &Document<'_>, article: usize) {
    if document.counts.is_empty() {
        html.raw("<p class=\"none\">لا أعداد منسوبة في النص.</p>\n");
        return;
    }
    html.raw("<table><caption class=\"unseen\">الأعداد في النص، ومن ذكرها</caption><thead><tr>");
    for column in COLUMNS {
        html.raw("<th scope=\"col\">").both(column).raw("</th>");
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for count in &document.counts {
        row(html, document, count, article);
    }
    html.raw("</tbody></table>\n");
    html.raw("<p class=\"note\"><code dir=\"ltr\">≥</code> على الأقل، <code dir=\"ltr\">≤</code> على الأكثر، ");
    html.raw("<code dir=\"ltr\">~</code> تقريبا، <code dir=\"ltr\">?</code> استُنتج من السياق.</p>\n");
}

fn row(html: &mut Html, document: &Document<'_>, count: &Count, article: usize) {
    let name = |html: &mut Html, (arabic, _): Label, named: Option<&Named>, none: &'static str| {
        html.raw("<td><span class=\"head\" aria-hidden=\"true\">").text(arabic).raw("</span>");
        match named {
            Some(named) => html.quote(named.name()),
            None => html.raw(none),
        };
        html.raw("</td>");
    };
    let [_, how_many, says_who, place, when, by_whom] = COLUMNS;
    html.raw("<tr><th scope=\"row\"><span>").both(label(count.kind)).raw("</span>");
    if let Some(object) = count.object {
        html.raw(" <span class=\"object\">").quote(document.text.slice(object)).raw("</span>");
    }
    if count.part {
        html.raw(" <span class=\"chip\">من بينهم</span>");
    }
    html.raw("</th><td class=\"number\"><span class=\"head\" aria-hidden=\"true\">").text(how_many.0);
    html.raw("</span>");
    // The number leads to where it stands.
    let quantity = document.quantities.partition_point(|q| q.span.end <= count.span.start);
    let stands = document.quantities.get(quantity).is_some_and(|q| q.span.overlaps(count.span));
    let number = bounds(count.low, count.high, count.approx);
    if stands {
        html.raw("<a href=\"#").name(article, "quantity", quantity).raw("\">").code(&number).raw("</a>");
    } else {
        html.code(&number);
    }
    html.raw("</td>");
    name(html, says_who, source(document, count), "<i>الخبر نفسه</i>");
    name(html, place, count.place.as_ref(), "<span class=\"nil\">—</span>");
    html.raw("<td><span class=\"head\" aria-hidden=\"true\">").text(when.0).raw("</span>");
    match &count.date {
        Some(date) if date.evidence == Evidence::Reference => html.code(&format!("{}?", date.value)),
        Some(date) => html.code(&date.value),
        None => html.raw("<span class=\"nil\">—</span>"),
    };
    html.raw("</td>");
    name(html, by_whom, count.agent.as_ref(), "<span class=\"nil\">—</span>");
    html.raw("</tr>\n");
}

/// Names by type, each once, with how often it is mentioned.
fn names(html: &mut Html, document: &Document<'_>) {
    let mut things: BTreeMap<EntityType, BTreeMap<&str, (&str, &str, usize)>> = BTreeMap::new();
    for entity in &document.entities {
        let surface = document.text.slice(entity.span);
        let name = entity.name.as_deref().unwrap_or(surface);
        let english = entity.label.as_deref().unwrap_or_default();
        let id = entity.id.as_deref().unwrap_or(surface);
        things.entry(entity.entity_type).or_default().entry(id).or_insert((name, english, 0)).2 += 1;
    }
    if things.is_empty() {
        html.raw("<p class=\"none\">لا أسماء في النص.</p>\n");
    }
    html.raw("<dl class=\"names\">\n");
    for (kind, names) in things {
        html.raw("<div><dt>").both(label(kind)).raw("</dt>");
        for (name, english, times) in names.into_values() {
            html.raw("<dd>").quote(name);
            if !english.is_empty() {
                html.raw(" <span class=\"en\" lang=\"en\" dir=\"ltr\">").text(english).raw("</span>");
            }
            if times > 1 {
                html.raw(" <span class=\"times\">×").number(times).raw("</span>");
            }
            html.raw("</dd>");
        }
        html.raw("</div>\n");
    }
    html.raw("</dl>\n");
}
