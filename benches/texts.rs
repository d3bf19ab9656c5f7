//! The texts that are measured: the project's own articles with variation, and variants made of them. See README.md.

use std::fmt::Write;

/// Bytes of each text.
pub(crate) const SIZE: usize = 4_000_000;

const ARTICLES: [&str; 5] = [
    include_str!("../examples/data/conflict.txt"),
    include_str!("../examples/data/disaster.txt"),
    include_str!("../examples/data/economy.txt"),
    include_str!("../examples/data/health.txt"),
    include_str!("../examples/data/politics.txt"),
];

/// The articles over and over, each time with other numbers and other words of three letters, so that no branch predictor
/// learns them by heart.
pub(crate) fn news() -> String {
    let mut text = String::with_capacity(SIZE + 20_000);
    let mut turn = Turns(1);
    while text.len() < SIZE {
        for article in ARTICLES {
            for word in article.split_inclusive(|c: char| c.is_whitespace()) {
                let is_number = word.starts_with(|c: char| c.is_ascii_digit()) && word.trim_end().len() <= 3;
                match turn.next() % 8 {
                    0 if is_number => {
                        let _ = write!(text, "{}", turn.next() % 900 + 2);
                        text.push_str(word.trim_start_matches(|c: char| c.is_ascii_digit()));
                    }
                    1 if word.chars().count() == 4
                        && word.chars().all(|c| ('ا'..='ي').contains(&c) || c == ' ') =>
                    {
                        text.extend(word.trim_end().chars().rev().chain([' ']));
                    }
                    _ => text.push_str(word),
                }
            }
            text.push_str("\n\n");
        }
    }
    text
}

/// The same with half of its plain words drawn at random from its first eighth; marks, numbers and lines stay. A branch
/// predictor goes through words in an order that it has seen before up to twice as fast as through these.
pub(crate) fn mixed(news: &str) -> String {
    let is_plain =
        |word: &&str| word.ends_with(' ') && word.trim_end().chars().all(|c| ('ء'..='ي').contains(&c));
    let plain: Vec<&str> =
        cut(news, SIZE / 8).split_inclusive(char::is_whitespace).filter(is_plain).collect();
    let mut turn = Turns(4);
    news.split_inclusive(char::is_whitespace)
        .map(|word| match turn.next() as usize {
            n if n % 2 == 0 && is_plain(&word) => plain.get(n / 2 % plain.len()).copied().unwrap_or(word),
            _ => word,
        })
        .collect()
}

/// A mark on every letter.
pub(crate) fn vocalised(news: &str) -> String {
    let mut marks = "\u{64e}\u{64f}\u{650}\u{652}\u{651}".chars().cycle();
    let vocalised = |c: char| [Some(c), marks.next().filter(|_| ('ا'..='ي').contains(&c))];
    cut(news, SIZE / 2).chars().flat_map(vocalised).flatten().collect()
}

/// Two words of three in Latin letters.
pub(crate) fn latin(news: &str) -> String {
    const WORDS: [&str; 8] =
        ["Reuters", "the", "of", "NATO", "F-16", "@user", "http://example.org/a/b", "2024"];
    let mut turn = Turns(2);
    let words = cut(news, SIZE / 2).split_inclusive(' ');
    words
        .flat_map(|w| [w, WORDS[turn.next() as usize % 8], " ", WORDS[turn.next() as usize % 8], " "])
        .collect()
}

/// Every other word a number: plain, grouped, decimal, Arabic-Indic, a date, a time, a sum.
pub(crate) fn digits(news: &str) -> String {
    let mut turn = Turns(3);
    let mut text = String::with_capacity(SIZE * 2);
    for word in cut(news, SIZE * 2 / 3).split_inclusive(' ') {
        text.push_str(word);
        let n = turn.next() % 10_000;
        let _ = match turn.next() % 7 {
            0 => write!(text, "{n} "),
            1 => write!(text, "{},{:03} ", n % 900 + 1, n % 1000),
            2 => write!(text, "{n}.{} ", n % 97),
            3 => write!(text, "٣{}٧ ", ['٠', '١', '٥'][n as usize % 3]),
            4 => write!(text, "{}/{}/20{:02} ", n % 28 + 1, n % 12 + 1, n % 25),
            5 => write!(text, "{:02}:{:02} ", n % 24, n % 60),
            _ => write!(text, "{n} مليون دولار "),
        };
    }
    text
}

/// The hostile shapes, in turn.
pub(crate) fn hostile() -> String {
    let shapes = crate::shapes::SHAPES;
    shapes.iter().map(|(_, unit)| crate::shapes::repeat(unit, SIZE / shapes.len())).collect()
}

fn cut(text: &str, at: usize) -> &str {
    let end = (0..=at.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    &text[..end]
}

/// The same numbers at every run (xorshift).
struct Turns(u64);

impl Turns {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 5
    }
}
