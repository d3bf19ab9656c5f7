//! The dates of an article as a line in SVG: the day of the article, what came before and after, and what was counted when.
//!
//! Stations stand at even steps, whatever lies between them, so that a week and a decade both can be read; a long gap is
//! written beside the line. Coordinates count from the right edge, so that the drawing keeps its size on a narrow screen.

use std::collections::BTreeMap;

use isnad::Document;
use isnad::claims::Evidence;
use isnad::dates::{Extent, Moment};

use crate::bounds::bounds;
use crate::html::Html;
use crate::words::label;

/// Stations drawn at most, the surfaces told at each, and characters of a line.
const STATIONS: usize = 60;
const TOLD: usize = 3;
const WIDTH: usize = 44;
/// Where the first station stands, from one to the next, and what a gap adds.
const FIRST: usize = 20;
const STEP: usize = 58;
const GAP: usize = 22;

/// What lies at one time.
#[derive(Default)]
struct Station {
    value: String,
    surfaces: Vec<String>,
    counted: Vec<(&'static str, String)>,
    is_reference: bool,
}

pub(crate) fn write(html: &mut Html, document: &Document<'_>, article: usize) {
    let stations = stations(document);
    if stations.is_empty() {
        html.raw("<p class=\"none\">لا تاريخ محددا في النص.</p>\n");
        return;
    }
    let height = height(&stations);
    html.raw("<svg class=\"timeline\" role=\"img\" width=\"100%\" height=\"").number(height);
    html.raw("\" aria-labelledby=\"").name(article, "timeline", 0).raw("\" aria-describedby=\"");
    html.name(article, "timeline", 1).raw("\"><title id=\"").name(article, "timeline", 0);
    html.raw("\">الخط الزمني للخبر</title><desc id=\"").name(article, "timeline", 1).raw("\">");
    for station in stations.values() {
        html.plain(&station.value).raw(": ").plain(&station.surfaces.join("، ")).raw(". ");
    }
    html.raw("</desc><svg x=\"100%\" overflow=\"visible\">\n");
    let (mut before, mut y) = (None, 0);
    for ((start, end), station) in stations.iter().take(STATIONS) {
        let step = step(before, *start);
        y += step;
        if let Some(before) = before {
            gap(html, months(before, *start), y, step);
        }
        before = Some(*end);
        draw(html, station, is_day(*start, *end), y);
    }
    html.raw("</svg></svg>\n");
}

/// Stations by when they begin and end.
fn stations(document: &Document<'_>) -> BTreeMap<(Moment, Moment), Station> {
    let mut stations: BTreeMap<(Moment, Moment), Station> = BTreeMap::new();
    for date in &document.dates {
        let Some(Extent { start: Some(start), end: Some(end) }) = date.extent() else { continue };
        let station = stations.entry((start, end)).or_default();
        station.value = date.timex3();
        let surface = document.text.slice(date.span).split_whitespace().collect::<Vec<_>>().join(" ");
        if station.surfaces.len() < TOLD && !station.surfaces.contains(&surface) {
            station.surfaces.push(surface);
        }
    }
    let reference = document.reference.map(|r| r.to_string().chars().take(10).collect::<String>());
    for station in stations.values_mut() {
        station.is_reference = Some(&station.value) == reference.as_ref();
        let counts = document.counts.iter().filter(|c| {
            c.date.as_ref().is_some_and(|d| d.evidence != Evidence::Reference && d.value == station.value)
        });
        for count in counts.take(TOLD) {
            let number = bounds(count.low, count.high, count.approx);
            station.counted.push((label(count.kind).0, number));
        }
    }
    stations
}

fn is_day(start: Moment, end: Moment) -> bool {
    end.date <= start.date.plus_days(1).unwrap_or(start.date)
}

fn months(from: Moment, to: Moment) -> i64 {
    let months = |m: Moment| i64::from(m.date.year()) * 12 + i64::from(m.date.month());
    months(to) - months(from)
}

/// How far below the one before a station stands: further where a gap is told between.
fn step(before: Option<Moment>, start: Moment) -> usize {
    match before {
        None => FIRST,
        Some(before) if months(before, start) > 2 => STEP + GAP,
        Some(_) => STEP,
    }
}

fn height(stations: &BTreeMap<(Moment, Moment), Station>) -> usize {
    let mut before = None;
    let steps = stations.keys().take(STATIONS).map(|(start, end)| step(before.replace(*end), *start));
    steps.sum::<usize>() + STEP - FIRST
}

/// The line from the station before, dashed and labelled where more than two months lie between.
fn gap(html: &mut Html, months: i64, y: usize, step: usize) {
    let long = months > 2;
    html.raw("<line class=\"")
        .raw(if long { "axis far" } else { "axis" })
        .raw("\" x1=\"-12\" x2=\"-12\" y1=\"");
    html.number(y + 9 - step).raw("\" y2=\"").number(y - 9).raw("\"/>");
    if long {
        html.raw("<text class=\"gap\" direction=\"rtl\" x=\"-30\" y=\"").number(y - 22).raw("\">⋯ ");
        let text = match months {
            3..12 => format!("{months} أشهر"),
            12..24 => "نحو سنة".to_string(),
            24..36 => "نحو سنتين".to_string(),
            36..132 => format!("{} سنوات", months / 12),
            _ => format!("{} سنة", months / 12),
        };
        html.plain(&text).raw("</text>\n");
    }
}

fn draw(html: &mut Html, station: &Station, is_day: bool, y: usize) {
    let class = match (station.is_reference, is_day) {
        (true, _) => "dot now",
        (false, true) => "dot",
        (false, false) => "dot long",
    };
    html.raw("<rect class=\"").raw(class).raw("\" x=\"-18\" width=\"12\" height=\"12\" rx=\"");
    html.raw(if is_day { "6" } else { "2" }).raw("\" y=\"").number(y - 6).raw("\"/>");
    html.raw("<text direction=\"rtl\" x=\"-30\" y=\"").number(y + 5).raw("\"><tspan class=\"when\">\u{2066}");
    html.plain(&station.value).raw("\u{2069}</tspan>");
    if station.is_reference {
        html.raw("<tspan class=\"gap\"> يوم الخبر</tspan>");
    }
    if !station.counted.is_empty() {
        html.raw("<tspan class=\"counted\">");
        for (kind, number) in &station.counted {
            html.raw(" · ").plain(kind).raw(" \u{2066}").plain(number).raw("\u{2069}");
        }
        html.raw("</tspan>");
    }
    html.raw("</text><text class=\"what\" direction=\"rtl\" x=\"-30\" y=\"")
        .number(y + 24)
        .raw("\">\u{2068}");
    html.plain(&short(&station.surfaces.join("، "))).raw("\u{2069}</text>\n");
}

fn short(text: &str) -> String {
    if text.chars().count() <= WIDTH {
        return text.to_string();
    }
    text.chars().take(WIDTH - 1).collect::<String>() + "…"
}
