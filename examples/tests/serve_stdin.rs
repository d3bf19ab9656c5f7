//! The protocol of `serve_stdin`: one answer a line, at once, whatever the line.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::Value;

#[test]
fn every_line_is_answered_before_the_next_is_sent() {
    let this = std::env::current_exe().expect("the path of this test");
    let path = this.ancestors().nth(2).expect("target/debug").join("examples/serve_stdin");
    let mut server =
        Command::new(path).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
    let mut input = server.stdin.take().expect("its input");
    let mut output = BufReader::new(server.stdout.take().expect("its output"));
    let mut ask = |line: &[u8]| -> Value {
        input.write_all(&[line, b"\n"].concat()).expect("it listens");
        let mut answer = String::new();
        output.read_line(&mut answer).expect("it answers");
        serde_json::from_str(&answer).unwrap_or_else(|e| panic!("{e}: {answer}"))
    };
    // "A source said 12 people were killed yesterday."
    let record =
        ask("{\"id\": \"a\", \"text\": \"قال مصدر إن 12 شخصا قتلوا أمس.\", \"date\": \"2024-03-01\"}"
            .as_bytes());
    assert_eq!((&record["doc"], &record["reference"]), (&"a".into(), &"2024-03-01".into()));
    assert_eq!(record["dates"][0]["value"], "2024-02-29");
    assert_eq!(record["counts"][0]["low"], 12);
    let error = ask(b"{\"id\": 7, \"text\": \"x\", \"date\": \"yesterday\"}");
    assert_eq!((&error["line"], &error["id"]), (&2.into(), &7.into()));
    assert!(error["error"].as_str().is_some_and(|e| e.contains("yesterday")), "{error}");
    for bad in [&b"{"[..], b"[]", b"null", b"\xff\xfe", b"{\"id\": \"b\"}", b"{\"text\": 3}"] {
        assert!(ask(bad)["error"].is_string(), "{bad:?} has no error");
    }
    // It goes on after errors; blank lines have no answer, and numbers may be ids.
    assert_eq!(ask(b"\n{\"id\": 8, \"text\": \"\"}")["doc"], "8");
    drop(input);
    assert!(server.wait().expect("it ends").success());
}
