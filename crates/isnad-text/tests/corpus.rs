//! The corpus: what the tokens, sentences and quotations of a text are.

use isnad_dev::corpus::{Found, check};
use isnad_text::{Proclitics, Span, Text};

fn found(text: &Text<'_>, span: Span, fields: &[(&str, toml::Value)]) -> Found {
    let mut found: Found = fields.iter().map(|(k, v)| ((*k).to_string(), v.clone())).collect();
    found.insert("text".to_string(), text.slice(span).into());
    found
}

#[test]
fn tokens() {
    check("tests/corpus/tokens".as_ref(), &["text", "kind", "article"], |case| {
        let text = Text::new(&case.text);
        let kind = |t: &isnad_text::Token| t.kind().as_str();
        let token = |(at, t): (usize, &isnad_text::Token)| {
            let article = text.readings(at).iter().any(|r| r.proclitics.has(Proclitics::ARTICLE));
            found(&text, t.span(), &[("kind", kind(t).into()), ("article", article.into())])
        };
        text.tokens().iter().enumerate().map(token).collect()
    });
}

#[test]
fn sentences() {
    check("tests/corpus/sentences".as_ref(), &["text"], |case| {
        let text = Text::new(&case.text);
        text.sentences().iter().map(|s| found(&text, s.span, &[])).collect()
    });
}

#[test]
fn quotations() {
    check("tests/corpus/quotations".as_ref(), &["text", "depth", "closed", "continues", "term"], |case| {
        let text = Text::new(&case.text);
        let fields = |q: &isnad_text::Quotation| {
            let depth = toml::Value::Integer(q.depth as i64);
            let (closed, continues, term) = (q.closed, q.continues, text.is_term(q));
            [
                ("depth", depth),
                ("closed", closed.into()),
                ("continues", continues.into()),
                ("term", term.into()),
            ]
        };
        text.quotations().iter().map(|q| found(&text, q.inner, &fields(q))).collect()
    });
}

#[test]
fn paragraphs() {
    check("tests/corpus/paragraphs".as_ref(), &["text", "kind", "dateline"], |case| {
        let text = Text::new(&case.text);
        let paragraph = |(n, tokens): (usize, &std::ops::Range<usize>)| {
            let dateline = text.dateline(n).map(|tokens| text.slice(text.span_of(tokens)).into());
            let kind = text.paragraph_kind(n).as_str().into();
            let mut found = found(&text, text.span_of(tokens.clone()), &[("kind", kind)]);
            found.extend(dateline.map(|d| ("dateline".to_string(), d)));
            found
        };
        text.paragraphs().iter().enumerate().map(paragraph).collect()
    });
}
