//! HTML that cannot be injected into: markup is literals of this program, all else is escaped.

use isnad::normalize::{is_bidi_control, is_invisible};

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
    let is_spelling = matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let is_other = matches!(
        c,
        '\u{0}'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}'
        | '\u{2065}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}'
    );
    is_bidi_control(c) || is_invisible(c) && !is_spelling || is_other
}
