//! The page of `report`: well formed, safe against a hostile article, readable to all. What the source shows is tested
//! everywhere, what only a browser knows where there is one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

/// An article that tries to break out of the page: tags, ends of tags, attributes, comments, references, controls that
/// turn the line about, characters without width.
const HOSTILE: &str = "</script><img src=x onerror=alert(1)> \"><svg onload=alert(2)> مقتل 14 شخصا في بغداد\n\n\
    بغداد - 14 كانون الثاني/يناير 2024\n\n\
    وقال المتحدث باسم الحكومة <b onmouseover='x'>باسل</b> حمدان إن «\u{202e}12 شخصا قتلوا\u{202c} في تفجير \
    و\u{2066}15 آخرين</mark></p></article>». وأضافت وزارة الصحة\u{200b} أن 1\u{200f}2 جريحا نقلوا --> &lt;script&gt; ]]> \
    </title></style><style>*{display:none}</style> \u{0} \u{1b}[31m \u{2028} javascript:alert(3)\n";

/// Tags that the page is made of; an article can add none.
const TAGS: [&str; 51] = [
    "a", "article", "b", "bdi", "body", "caption", "code", "dd", "desc", "div", "dl", "dt", "footer", "h1",
    "h2", "h3", "h4", "head", "header", "html", "i", "li", "line", "main", "mark", "meta", "nav", "ol", "p",
    "q", "rect", "section", "span", "style", "svg", "table", "tbody", "td", "text", "th", "thead", "title",
    "tr", "tspan", "ul", "br", "em", "strong", "details", "summary", "hr",
];

/// A start tag: its name and its attributes.
type Tag = (String, BTreeMap<String, String>);

/// The start tags of a page, after asking that all tags nest and are known.
fn tags(page: &str) -> Vec<Tag> {
    let (mut tags, mut open) = (Vec::<Tag>::new(), Vec::<String>::new());
    for piece in page.split('<').skip(1) {
        let inside = piece.split('>').next().expect("the end of a tag");
        if inside.starts_with('!') {
            continue;
        }
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "</{name}> closes another element");
            continue;
        }
        let name: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(TAGS.contains(&name.as_str()), "<{name}> is no tag of this page");
        let mut attributes = BTreeMap::new();
        let mut rest = inside[name.len()..].trim_end_matches('/').trim();
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').expect("the end of a value");
            assert!(!key.starts_with("on") && key != "style" && key != "src", "{key} on <{name}>");
            attributes.insert(key.to_string(), value.to_string());
            rest = after.trim();
        }
        if !inside.ends_with('/') && name != "meta" {
            open.push(name.clone());
        }
        tags.push((name, attributes));
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    tags
}

fn sources() -> Vec<(String, Vec<String>)> {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data/");
    let articles =
        ["conflict", "disaster", "economy", "health", "politics"].map(|n| format!("{data}{n}.txt"));
    let hostile = folder().join("hostile.txt");
    std::fs::write(&hostile, HOSTILE).expect("the hostile article");
    vec![
        ("one".into(), vec![articles[0].clone()]),
        ("all".into(), articles.to_vec()),
        ("hostile".into(), vec![hostile.display().to_string()]),
    ]
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join(format!("isnad-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the pages");
    folder
}

fn report(files: &[String]) -> String {
    let this = std::env::current_exe().expect("the path of this test");
    let path = this.ancestors().nth(2).expect("target/debug").join("examples/report");
    let output =
        Command::new(&path).args(files).output().unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn pages_are_well_formed_and_accessible() {
    for (name, files) in sources() {
        let page = report(&files);
        let tags = tags(&page);
        let of = |tag: &'static str| tags.iter().filter(move |(name, _)| name == tag).map(|(_, a)| a);
        let html = of("html").next().expect("<html>");
        assert_eq!((html["lang"].as_str(), html["dir"].as_str()), ("ar", "rtl"));
        assert!(page.contains("default-src 'none'") && !page.contains("url(") && !page.contains("@import"));

        let ids: Vec<&str> = tags.iter().filter_map(|(_, a)| Some(a.get("id")?.as_str())).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{name}: an id stands twice");
        for (tag, attributes) in &tags {
            for key in ["aria-labelledby", "aria-describedby"] {
                let lost = attributes.get(key).filter(|id| !known.contains(id.as_str()));
                assert_eq!(lost, None, "{name}: {key} on <{tag}> leads nowhere");
            }
        }
        let lost = of("a").find(|a| !a["href"].strip_prefix('#').is_some_and(|id| known.contains(id)));
        assert_eq!(lost, None, "{name}: a link leads nowhere");

        let levels: Vec<u32> =
            tags.iter().filter_map(|(tag, _)| tag.strip_prefix('h')?.parse().ok()).collect();
        assert_eq!(levels.iter().filter(|&&l| l == 1).count(), 1);
        assert_eq!(levels.first(), Some(&1));
        assert!(levels.windows(2).all(|w| w[1] <= w[0] + 1), "{name}: a level of headings is left out");
        assert!(of("th").all(|a| a.contains_key("scope")), "{name}: a header of nothing");
        assert!(of("svg").all(|a| a.get("role").is_none_or(|r| r == "img") || a.contains_key("x")));
        let marks = of("mark").filter(|a| a.contains_key("tabindex"));
        assert!(marks.clone().all(|a| a["tabindex"] == "0" && a.contains_key("aria-describedby")));
        let tips = of("span").filter(|a| a.get("role").is_some_and(|r| r == "tooltip")).count();
        assert_eq!(marks.count(), tips, "{name}: a mark without an explanation");
        assert!(tips > 5, "{name}: hardly any marks");
    }
}

#[test]
fn the_text_is_all_there() {
    let (_, files) = &sources()[0];
    let page = report(files);
    // Without explanations and tags, the section of the text is the article.
    let section =
        page.split("<div class=\"text\">").nth(1).and_then(|s| s.split("</div>").next()).expect("a text");
    let mut shown = String::new();
    let mut depth = 0_usize;
    for piece in section.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag");
        match depth {
            0 if tag.contains("class=\"tip\"") => depth = 1,
            0 => {}
            _ if tag.starts_with('/') => depth -= 1,
            _ => depth += 1,
        }
        if depth == 0 {
            shown.push_str(text);
        }
    }
    let words = |text: &str| text.split_whitespace().map(str::to_string).collect::<Vec<_>>();
    let shown = shown.replace("&quot;", "\"");
    assert_eq!(words(&shown), words(&std::fs::read_to_string(&files[0]).expect("the article")));
}

#[test]
fn a_hostile_article_stays_text() {
    let (_, files) = &sources()[2];
    let page = report(files);
    // `tags` has asked that every tag is one of ours, and no attribute runs anything.
    let tags = tags(&page);
    assert_eq!(tags.iter().filter(|(name, _)| name == "style").count(), 1);
    assert!(
        page.contains("&lt;img src=x onerror=alert(") && page.contains("U+202E") && page.contains("U+200F")
    );
    // Of characters that turn the line about only the isolates of the drawing are left, each closed where it was opened.
    assert!(!page.contains([
        '\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2067}', '\u{200b}', '\u{0}', '\u{1b}'
    ]));
    for piece in page.split('<') {
        let opened = piece.matches(['\u{2066}', '\u{2068}']).count();
        assert_eq!(opened, piece.matches('\u{2069}').count(), "an isolate is left open in {piece}");
    }
    assert!(page.contains("class=\"notice\""), "nothing is said of what may deceive the eye");
}

/// What a browser makes of the pages: the same elements as their source, and what only layout knows.
#[test]
fn a_browser_shows_what_was_written() {
    let Some(browser) = browser() else {
        eprintln!(
            "skipped: no Chromium here (apt-get install chromium); the page was not looked at in a browser"
        );
        return;
    };
    for (name, files) in sources() {
        let page = report(&files);
        let mut written: BTreeMap<String, usize> = BTreeMap::new();
        tags(&page).into_iter().for_each(|(tag, _)| *written.entry(tag).or_default() += 1);
        *written.entry("meta".into()).or_default() -= 1;
        // The probe may run where the page's own policy would forbid it.
        let (before, policy) = page.split_once("<meta http-equiv").expect("a policy");
        let probed = format!(
            "{before}{}",
            policy.split_once('\n').expect("its end").1.replace("</body>", &format!("{PROBE}</body>"))
        );
        for (scheme, width) in [("light", "1280,900"), ("light", "500,900"), ("dark", "1280,900")] {
            let found = look(&browser, &format!("{name}.html"), &probed, scheme, width);
            let seen: BTreeMap<String, usize> =
                serde_json::from_value(found["tags"].clone()).expect("counts of tags");
            assert_eq!(seen, written, "{name}: the browser sees other elements");
            assert_eq!(found["wide"], false, "{name}: the page is wider than the window of {width}");
            assert_eq!(found["faint"], serde_json::json!([]), "{name}, {scheme}: contrast below 4.5");
            assert_eq!(found["mute"], 0, "{name}: marks that do not explain themselves on focus");
            assert_eq!(found["direction"], "rtl");
        }
        // As it is delivered, nothing runs.
        let bare = page.replace("</body>", "<script>document.title='ran'</script></body>");
        assert!(
            !dump(&browser, &format!("{name}-bare.html"), &bare, "light", "1280,900").contains("<title>ran")
        );
    }
}

/// Looks at the page from inside, and leaves what it saw in an element.
const PROBE: &str = r#"<script>
const light = c => { const m = c.match(/[\d.]+/g).map(Number), f = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  return .2126 * f(m[0]) + .7152 * f(m[1]) + .0722 * f(m[2]); };
const clear = c => c === 'transparent' || /rgba\(.*, 0\)/.test(c);
const ground = e => { for (; e; e = e.parentElement) { const b = getComputedStyle(e).backgroundColor; if (!clear(b)) return b; } return 'rgb(255,255,255)'; };
const tags = {}, faint = new Set();
let mute = 0;
for (const e of document.querySelectorAll('*')) {
  if (e.tagName === 'SCRIPT') continue;
  const tag = e.tagName.toLowerCase();
  tags[tag] = (tags[tag] || 0) + 1;
  const words = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
  if (!words || !document.body.contains(e) || ['title', 'desc'].includes(tag)) continue;
  const style = getComputedStyle(e), ink = e.closest('svg') ? style.fill : style.color;
  const a = light(ink), b = light(ground(e));
  if ((Math.max(a, b) + .05) / (Math.min(a, b) + .05) < 4.5) faint.add(tag + '.' + (e.getAttribute('class') || '') + ' ' + ink + ' on ' + ground(e));
}
for (const m of document.querySelectorAll('mark[tabindex]')) {
  m.focus({preventScroll: true});
  const tip = m.querySelector(':scope > .tip'), box = tip.getBoundingClientRect();
  if (document.activeElement !== m || getComputedStyle(tip).display === 'none' || box.left < -1 || box.right > innerWidth + 1) mute++;
  m.blur();
}
const root = document.documentElement;
const saw = {tags, mute, faint: [...faint], wide: root.scrollWidth > root.clientWidth, direction: getComputedStyle(document.body).direction};
const pre = document.createElement('pre');
pre.id = 'saw'; pre.textContent = btoa(unescape(encodeURIComponent(JSON.stringify(saw))));
document.body.append(pre);
</script>"#;

fn look(browser: &str, name: &str, page: &str, scheme: &str, window: &str) -> serde_json::Value {
    let dom = dump(browser, name, page, scheme, window);
    let saw =
        dom.split("<pre id=\"saw\">").nth(1).and_then(|s| s.split('<').next()).expect("what the probe saw");
    serde_json::from_slice(&base64(saw)).expect("JSON")
}

fn dump(browser: &str, name: &str, page: &str, scheme: &str, window: &str) -> String {
    let path = folder().join(name);
    std::fs::write(&path, page).expect("the page");
    let scheme = format!("--blink-settings=preferredColorScheme={}", u8::from(scheme == "light"));
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--dump-dom",
            &scheme,
        ])
        .arg(format!("--user-dir={}", folder().join("profile").display()))
        .arg(format!("--window-size={window}"))
        .arg(format!("file://{}", path.display()))
        .output()
        .expect("the browser runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn browser() -> Option<String> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    names.into_iter().find(|name| Command::new(name).arg("--version").output().is_ok()).map(str::to_string)
}

fn base64(text: &str) -> Vec<u8> {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for value in text.bytes().filter_map(|b| LETTERS.iter().position(|&l| l == b)) {
        bits = bits << 6 | value as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}
