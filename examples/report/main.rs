//! An article, or a JSONL of articles, as one page of HTML that needs nothing else: to read, to print, to send.
//!
//! `cargo run --release --example report -- --output report.html` reads the bundled article; `--help` says the rest.

#[path = "../bounds.rs"]
mod bounds;
mod html;
#[path = "../extract/input.rs"]
mod input;
mod marks;
mod sections;
mod timeline;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;
use isnad::dates::Reference;

use crate::html::Html;

/// Write a report of who said what, how many and when in Arabic news, as one HTML page.
///
/// FILE is *.txt (one document), *.jsonl (one {"id", "text", "date"?} a line) or - for standard input (either).
/// Without any, the bundled sample article is read.
#[derive(Parser)]
#[command(name = "report", version)]
struct Options {
    /// Files to read.
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Date that relative dates are resolved against, where a line of JSONL bears none: YYYY-MM-DD, or with Thh:mm:ss.
    #[arg(long, value_name = "DATE")]
    reference: Option<Reference>,
    /// Where to write; standard output if not given.
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("report: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything could be read.
fn run(options: &Options) -> anyhow::Result<bool> {
    let (mut articles, mut all_well) = (Vec::new(), true);
    input::read(&options.files, |document| {
        match document {
            Ok(document) => articles.push(document),
            Err(error) => {
                all_well = false;
                eprintln!("report: {error:#}");
            }
        }
        true
    });
    let page = page(&articles, options.reference);
    match &options.output {
        Some(path) => std::fs::write(path, page).with_context(|| path.display().to_string())?,
        None => print!("{page}"),
    }
    Ok(all_well)
}

/// Nothing is fetched and nothing runs, even if some markup slipped through.
const HEAD: &str = r#"<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
"#;

const LEGEND: &str = r##"<body>
<a class="skip" href="#main">إلى النص</a>
<header class="page"><p class="brand" aria-hidden="true">إسناد</p>
<h1>من قال ماذا، وكم، ومتى <span class="en" lang="en" dir="ltr">Isnad report</span></h1>
<ul class="legend" aria-label="دليل الألوان">
<li><span class="m cue">فعل القول</span> <span class="en" lang="en" dir="ltr">cue</span></li>
<li><span class="said">ما قيل</span> <span class="en" lang="en" dir="ltr">said</span></li>
<li><span class="source">القائل</span> <span class="en" lang="en" dir="ltr">speaker</span></li>
<li><span class="m name">اسم</span> <span class="en" lang="en" dir="ltr">name</span></li>
<li><span class="m date">تاريخ</span> <span class="en" lang="en" dir="ltr">date</span></li>
<li><span class="m quantity">عدد</span> <span class="en" lang="en" dir="ltr">quantity</span></li>
</ul></header>
"##;

fn page(articles: &[input::Document], reference: Option<Reference>) -> String {
    let analyzer = isnad::Analyzer::new();
    let documents = articles.iter().map(|article| match article.date.or(reference) {
        Some(reference) => analyzer.analyze_at(&article.text, reference),
        None => analyzer.analyze(&article.text),
    });
    let documents: Vec<_> = documents.zip(articles.iter().map(|a| a.id.as_str())).collect();
    let title = |(document, id): &(isnad::Document<'_>, &str)| -> String {
        sections::title(document).unwrap_or(id).to_string()
    };
    let mut html = Html::default();
    html.raw(HEAD).raw("<title>");
    html.plain(&documents.first().filter(|_| documents.len() == 1).map(title).unwrap_or_default());
    html.raw(" إسناد: من قال ماذا</title>\n<style>\n")
        .raw(include_str!("style.css"))
        .raw("</style>\n</head>\n");
    html.raw(LEGEND);
    if documents.len() > 1 {
        html.raw("<nav class=\"contents\" aria-label=\"المقالات\"><ol>\n");
        for (i, document) in documents.iter().enumerate() {
            html.raw("<li><a href=\"#").name(i + 1, "article", 0).raw("\">").quote(&title(document));
            html.raw("</a></li>\n");
        }
        html.raw("</ol></nav>\n");
    }
    html.raw("<main id=\"main\">\n");
    for (i, (document, id)) in documents.iter().enumerate() {
        sections::article(&mut html, document, id, i + 1);
    }
    html.raw(
        "</main>\n<footer>كل علامة تسمّي القاعدة التي وضعتها؛ لا يحكم إسناد بصحة قول، بل يبيّن قائله وموضعه. ",
    );
    html.raw("<span class=\"en\" lang=\"en\" dir=\"ltr\">Every mark names the rule that made it. Isnad does not judge ");
    html.raw("whether a claim is true; it shows who made it, and where.</span></footer>\n</body>\n</html>\n");
    html.finish()
}
