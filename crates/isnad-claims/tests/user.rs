//! What a user brings at run time, and what is said of files that cannot be read.
#![cfg(feature = "user")]

use isnad_claims::{Class, CountKind, EventKind, Extraction, Extractor};
use isnad_entities::Entities;
use isnad_numerals::Numerals;
use isnad_text::Text;

fn read(words: &str, text: &str) -> Extraction {
    let extractor = Extractor::builder().words(words, "mine.toml").unwrap().build();
    let text = Text::new(text);
    let quantities = Numerals::new().find(&text);
    extractor.find(&text, &quantities, &[], &Entities::new().find(&text), None)
}

#[test]
fn cues_speakers_and_frames() {
    // "grumbled"; "a palm reader"; "were swept away"; "a whirlpool"
    let words = r#"
        [[cue]]
        forms = ["برطم", "برطمت"]
        class = "announce"
        part = "perfect"
        frames = ["an", "colon"]
        flags = ["m"]

        [[speaker]]
        forms = ["قارئ كف"]
        kind = "person"

        [[event]]
        forms = ["انجرف"]
        count = "missing"
        part = "perfect"
        frame = "subj"

        [[event]]
        forms = ["دوامة"]
        kind = "disaster"
    "#;
    let found = read(words, "برطم قارئ كف أن 12 شخصا غابوا.");
    assert_eq!(found.claims[0].cue.class, Class::Announce);
    assert_eq!(found.claims[0].speaker.as_ref().unwrap().name(), "قارئ كف");
    let found = read(words, "انجرف 12 شخصا في دوامة.");
    assert_eq!(found.counts[0].kind, CountKind::Missing);
    assert_eq!(found.events[1].kind, EventKind::Disaster);
}

/// A built-in word keeps its senses beside the user's, and no word of the user changes another extractor.
#[test]
fn built_in_words_stay() {
    let words = "[[speaker]]\nforms = [\"قال\"]\nkind = \"outlet\"\n";
    assert_eq!(read("", "قال الوزير إن الطريق مغلق.").claims.len(), 1);
    let _ = read(words, "قال الوزير إن الطريق مغلق.");
    assert_eq!(read("", "برطم الوزير أن الطريق مغلق.").claims.len(), 0);
}

#[test]
fn errors_name_file_line_and_cause() {
    for (words, error) in [
        ("[[cue]]\nforms = [\"برطم\"]\npart = \"perfect\"\n", "mine.toml:2: `class` is missing"),
        ("[[cue]]\nforms = []\nclass = \"assert\"\npart = \"perfect\"\n", "mine.toml:2: there are no forms"),
        ("[[speaker]]\nforms = [\"\"]\nkind = \"outlet\"\n", "mine.toml:2: the form `` has no word"),
        (
            "[[speaker]]\nforms = [\"بوق\"]\nkind = \"trumpet\"\n",
            "mine.toml:3: unknown name `trumpet`, expected one of `person`, `document`, `collective`, `outlet`",
        ),
        ("[[event]]\nforms = [\"انجرف\"]\n", "mine.toml:2: `kind` is missing"),
    ] {
        assert_eq!(Extractor::builder().words(words, "mine.toml").unwrap_err().to_string(), error);
    }
    let broken = Extractor::builder().words("\n[[cue]\n", "mine.toml").unwrap_err();
    assert_eq!((broken.file(), broken.line()), ("mine.toml", 2));
    let unknown = Extractor::builder().words("[[cue]]\nforms = [\"برطم\"]\ntone = \"loud\"\n", "mine.toml");
    assert!(unknown.unwrap_err().cause().contains("tone"));
}
