//! HTML that cannot be injected into: markup is literals of this program, all else is escaped.

/// A page under way.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    /// Markup. Only what is written in this program is `'static`, so that nothing of an article can pass here.
    pub(crate) fn raw(&mut self, markup: &'static str) -> &mut Html {
        self.0.push_str(markup);
        self
    }

    /// Text between tags. Characters that turn the order of a line about, or cannot be seen, are shown by their number.
    pub(crate) fn text(&mut self, text: &str) -> &mut Html {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c if is_treacherous(c) => {
                    let number = u32::from(c);
                    self.0.push_str(&format!("<span class=\"ctl\" dir=\"ltr\">U+{number:04X}</span>"));
                }
                c => self.0.push(c),
            }
        }
        self
    }

    /// Text where no element may stand (drawings, titles): what turns the order about or cannot be seen is left out.
    pub(crate) fn plain(&mut self, text: &str) -> &mut Html {
        let visible: String = text.chars().filter(|&c| !is_treacherous(c)).collect();
        self.text(&visible)
    }

    /// Text of the article, isolated so that its order stays within it.
    pub(crate) fn quote(&mut self, text: &str) -> &mut Html {
        self.raw("<bdi>").text(&text.split_whitespace().collect::<Vec<_>>().join(" ")).raw("</bdi>")
    }

    /// The name of an element within the page: `a1-claim-3`.
    pub(crate) fn name(&mut self, article: usize, kind: &'static str, index: usize) -> &mut Html {
        self.raw("a").number(article).raw("-").raw(kind).raw("-").number(index)
    }

    pub(crate) fn number(&mut self, number: usize) -> &mut Html {
        self.0.push_str(&number.to_string());
        self
    }

    /// A heading's or label's Arabic, and the same in English beside it, smaller.
    pub(crate) fn both(&mut self, (arabic, english): (&str, &str)) -> &mut Html {
        self.text(arabic).raw(" <span class=\"en\" lang=\"en\" dir=\"ltr\">").text(english).raw("</span>")
    }

    /// A value in Latin letters or digits: a TIMEX3 value, the name of a rule.
    pub(crate) fn code(&mut self, value: &str) -> &mut Html {
        self.raw("<code dir=\"ltr\">").text(value).raw("</code>")
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Controls of either kind, marks of direction, and what has no width; the joiners are spelling, and stay.
fn is_treacherous(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    )
}
