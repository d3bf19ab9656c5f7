//! The text with what was found in it marked where it stands, each mark with an explanation.

use std::cmp::Reverse;
use std::ops::Range;

use isnad::Document;
use isnad::claims::Count;
use isnad::text::Span;

use crate::bounds::bounds;
use crate::html::Html;
use crate::words::label;

/// What a mark is, outermost first: of two over the same stretch the earlier holds the later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Content(usize),
    Source,
    Cue(usize),
    Name(usize),
    Date(usize),
    Quantity(usize),
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    span: Span,
    kind: Kind,
    /// Whether this is where it begins, not a piece after a line's end or another mark's.
    first: bool,
}

/// The paragraphs of a text. The first is a heading where the text has one.
pub(crate) fn write(html: &mut Html, document: &Document<'_>, article: usize) {
    let source = document.text.source();
    let marks = marks(document);
    let (mut next, mut open) = (0, Vec::<Mark>::new());
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let (start, end) = (at, at + line.trim_end().len());
        at += line.len();
        // What began before this line and goes on, then what begins in it.
        open.retain(|m| m.span.end > start);
        let mut here: Vec<Mark> = open.clone();
        here.iter_mut().for_each(|m| m.first = false);
        while let Some(mark) = marks.get(next).filter(|m| m.span.start < end) {
            here.push(*mark);
            open.push(*mark);
            next += 1;
        }
        if start < end {
            html.raw("<p>");
            line_of(html, document, article, start..end, &here);
            html.raw("</p>\n");
        }
    }
}

fn marks(document: &Document<'_>) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |span: Span, kind| marks.push(Mark { span, kind, first: true });
    for (i, claim) in document.claims.iter().enumerate() {
        add(claim.content, Kind::Content(i));
        add(claim.cue.span, Kind::Cue(i));
        if let Some(source) = claim.source {
            add(source, Kind::Source);
        }
    }
    document.entities.iter().enumerate().for_each(|(i, e)| add(e.span, Kind::Name(i)));
    document.dates.iter().enumerate().for_each(|(i, d)| add(d.span, Kind::Date(i)));
    document.quantities.iter().enumerate().for_each(|(i, q)| add(q.span, Kind::Quantity(i)));
    marks.retain(|m| !m.span.is_empty());
    marks.sort_by_key(|m| (m.span.start, Reverse(m.span.end), m.kind));
    // Several claims may share their cue or source: once is enough.
    marks.dedup_by(|b, a| {
        a.span == b.span && (a.kind == b.kind || matches!((a.kind, b.kind), (Kind::Cue(_), Kind::Cue(_))))
    });
    marks
}

/// One line. Marks that cross are cut where the outer one ends, so that the tags nest.
fn line_of(html: &mut Html, document: &Document<'_>, article: usize, line: Range<usize>, marks: &[Mark]) {
    let clip = |at: usize| at.clamp(line.start, line.end);
    let mut places: Vec<usize> = marks
        .iter()
        .flat_map(|m| [clip(m.span.start), clip(m.span.end)])
        .chain([line.start, line.end])
        .collect();
    places.sort_unstable();
    places.dedup();
    let (mut stack, mut next, mut at) = (Vec::<Mark>::new(), 0, line.start);
    for place in places {
        html.text(document.text.source().get(at..place).unwrap_or_default());
        at = place;
        if let Some(lowest) = stack.iter().position(|m| clip(m.span.end) <= place) {
            let rest = stack.split_off(lowest);
            for (i, mark) in rest.iter().enumerate().rev() {
                let has_tip = mark.first && !stack.iter().chain(rest.iter().take(i)).any(|m| is_leaf(m.kind));
                close(html, document, article, *mark, has_tip);
            }
            for mark in rest.into_iter().filter(|m| clip(m.span.end) > place) {
                let mark = Mark { first: false, ..mark };
                let alone = !stack.iter().any(|m| is_leaf(m.kind));
                begin(html, article, mark, alone);
                stack.push(mark);
            }
        }
        while let Some(&mark) = marks.get(next).filter(|m| clip(m.span.start) == place && place < line.end) {
            next += 1;
            let alone = !stack.iter().any(|m| is_leaf(m.kind));
            begin(html, article, mark, alone);
            stack.push(mark);
        }
    }
}

/// Whether a mark explains itself; those that hold others do not, or two explanations would open at once.
const fn is_leaf(kind: Kind) -> bool {
    matches!(kind, Kind::Cue(_) | Kind::Name(_) | Kind::Date(_) | Kind::Quantity(_))
}

/// The word in an element's name, its class, and its index.
const fn names(kind: Kind) -> (&'static str, &'static str, usize) {
    match kind {
        Kind::Content(i) => ("said", "said", i),
        Kind::Source => ("source", "source", 0),
        Kind::Cue(i) => ("cue", "m cue", i),
        Kind::Name(i) => ("name", "m name", i),
        Kind::Date(i) => ("date", "m date", i),
        Kind::Quantity(i) => ("quantity", "m quantity", i),
    }
}

fn begin(html: &mut Html, article: usize, mark: Mark, alone: bool) {
    let (word, class, index) = names(mark.kind);
    html.raw(if is_leaf(mark.kind) { "<mark" } else { "<span" }).raw(" class=\"").raw(class).raw("\"");
    if mark.first && mark.kind != Kind::Source {
        html.raw(" id=\"").name(article, word, index).raw("\"");
    }
    if mark.first && alone && is_leaf(mark.kind) {
        html.raw(" tabindex=\"0\" aria-describedby=\"").name(article, word, index).raw("-tip\"");
    }
    html.raw(">");
}

fn close(html: &mut Html, document: &Document<'_>, article: usize, mark: Mark, has_tip: bool) {
    if !is_leaf(mark.kind) {
        html.raw("</span>");
        return;
    }
    if has_tip {
        let (word, _, index) = names(mark.kind);
        html.raw("<span role=\"tooltip\" class=\"tip\" id=\"").name(article, word, index).raw("-tip\">");
        explain(html, document, mark.kind);
        html.raw("</span>");
    }
    html.raw("</mark>");
}

fn explain(html: &mut Html, document: &Document<'_>, kind: Kind) {
    match kind {
        Kind::Content(_) | Kind::Source => {}
        Kind::Cue(i) => document.claims.get(i).into_iter().for_each(|claim| {
            html.raw("<b>").both(label(claim.cue.class)).raw("</b>");
            let speaker = claim.speaker.as_ref();
            html.raw("<span class=\"row\">القائل: ");
            match (speaker.map(|s| s.name()), claim.source) {
                (Some(name), _) => html.quote(name),
                (None, Some(source)) => html.quote(document.text.slice(source)),
                (None, None) => html.text("غير مذكور"),
            };
            html.raw("</span><span class=\"row\">")
                .both(label(claim.quote))
                .raw(" · ")
                .both(label(claim.polarity));
            html.raw("</span>");
            rule(html, claim.rule.as_str());
        }),
        Kind::Name(i) => document.entities.get(i).into_iter().for_each(|entity| {
            html.raw("<b>").both(label(entity.entity_type)).raw("</b>");
            if let Some(name) = &entity.name {
                html.raw("<span class=\"row\">").quote(name).raw("</span>");
            }
            if let Some(english) = &entity.label {
                html.raw("<span class=\"row\" lang=\"en\" dir=\"ltr\">").quote(english).raw("</span>");
            }
            rule(html, entity.rule.as_str());
        }),
        Kind::Date(i) => document.dates.get(i).into_iter().for_each(|date| {
            html.raw("<b>").both(label(date.kind)).raw("</b><span class=\"row\">").code(&date.timex3());
            if let Some(modifier) = date.modifier {
                html.raw(" ").both(label(modifier));
            }
            html.raw("</span>");
            if let Some(hijri) = date.hijri() {
                html.raw("<span class=\"row\">هجري: ").code(&hijri).raw("</span>");
            }
            if let Some(issue) = date.issue {
                let what = match issue {
                    isnad::dates::Issue::Calendars(_) => ("التقويمان لا يتفقان", "the calendars disagree"),
                    other => label(other),
                };
                html.raw("<span class=\"row warn\">⚠ ").both(what).raw("</span>");
            }
            rule(html, date.rule.as_str());
        }),
        Kind::Quantity(i) => document.quantities.get(i).into_iter().for_each(|quantity| {
            html.raw("<b>").both(label(quantity.kind)).raw("</b><span class=\"row\">");
            html.code(&bounds(quantity.low, quantity.high, quantity.approx));
            if let Some(unit) = &quantity.unit {
                html.raw(" ").code(unit.as_str());
            }
            html.raw("</span>");
            let first = document.counts.partition_point(|c| c.span.start < quantity.span.start);
            let counts = document.counts.iter().skip(first).take_while(|c| c.span.start < quantity.span.end);
            counts.for_each(|count| told(html, document, count));
            rule(html, quantity.rule.as_str());
        }),
    }
}

/// What a number counts, and who says so.
fn told(html: &mut Html, document: &Document<'_>, count: &Count) {
    html.raw("<span class=\"row\">").both(label(count.kind)).raw(" — ");
    match crate::sections::source(document, count) {
        Some(source) => html.raw("بحسب ").quote(source.name()),
        None => html.raw("بحسب الخبر نفسه"),
    };
    html.raw("</span>");
}

fn rule(html: &mut Html, name: &str) {
    html.raw("<span class=\"row rule\">القاعدة ").code(name).raw("</span>");
}
