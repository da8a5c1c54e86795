//! Changes as they happen, over a stream.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};

use super::desk::Filed;
use crate::stage::Stage;

/// Somebody who listens.
struct Listener(BufReader<TcpStream>);

/// An event: its id, its name, its data.
type Event = (String, String, Value);

impl Listener {
    fn new(filed: &Filed, last: Option<&str>) -> Self {
        let sender = &filed.applicant.sender;
        let mut stream = TcpStream::connect(sender.to).expect("a connection");
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).expect("a time-out");
        let last = last.map_or_else(String::new, |id| format!("last-event-id: {id}\r\n"));
        let head = format!(
            "GET /api/v1/events HTTP/1.1\r\nhost: portal.test\r\ncookie: {}\r\n{last}\r\n",
            sender.cookie
        );
        stream.write_all(head.as_bytes()).expect("a request");
        let mut listener = Self(BufReader::new(stream));
        let head = listener.until(|line| line.is_empty());
        assert!(head[0].contains(" 200 "), "{head:?}");
        assert!(
            head.iter()
                .any(|line| line == "content-type: text/event-stream")
        );
        listener
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).expect("a line");
        assert!(read > 0, "the stream ended");
        line.trim_end().into()
    }

    fn until(&mut self, last: impl Fn(&str) -> bool) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let line = self.line();
            let done = last(&line);
            lines.push(line);
            if done {
                return lines;
            }
        }
    }

    /// The next event; comments are passed over.
    fn event(&mut self) -> Event {
        let lines = self.until(|line| line.starts_with("data: "));
        let member = |name: &str| {
            let mut lines = lines.iter().rev();
            let line = lines.find_map(|line| line.strip_prefix(name));
            line.unwrap_or_default().to_owned()
        };
        let data = serde_json::from_str(&member("data: ")).expect("JSON");
        (member("id: "), member("event: "), data)
    }

    /// The next event of a name.
    fn named(&mut self, name: &str) -> Event {
        loop {
            let event = self.event();
            if event.1 == name {
                return event;
            }
        }
    }
}

#[test]
fn what_the_officer_does_is_told_at_once_with_the_new_validator() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let mut listener = Listener::new(&filed, None);
    filed.officer(&filed.request());
    let (_, _, changed) = listener.named("dossier");
    assert_eq!(changed["code"], filed.code.as_str());
    assert_eq!(changed["needsYou"], true);
    assert_eq!(
        changed["etag"],
        filed.applicant.get(&filed.path()).header("etag")
    );
    let (_, _, centre) = listener.named("notifications");
    assert!(centre["unread"].as_u64().is_some_and(|unread| unread >= 3));
}

#[test]
fn a_stream_that_broke_goes_on_where_it_was_and_nobody_hears_of_anothers() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage);
    let other = Filed::paid(&stage);
    let mut listener = Listener::new(&filed, None);
    filed.officer(&json!({"move": "receive"}));
    let (id, ..) = listener.named("notifications");
    drop(listener);
    other.officer(&json!({"move": "receive"}));
    filed.officer(&json!({"move": "handOn"}));
    let mut again = Listener::new(&filed, Some(&id));
    let (_, name, changed) = again.event();
    assert_eq!(
        (name.as_str(), &changed["code"]),
        ("dossier", &json!(filed.code))
    );
    let (_, name, _) = again.event();
    assert_eq!(name, "notifications");
}

#[test]
fn who_names_an_event_that_is_none_is_told_to_fetch_everything() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    for strange in ["999999", "-5", "x"] {
        let (_, name, _) = Listener::new(&filed, Some(strange)).event();
        assert_eq!(name, "resync");
    }
}

#[test]
fn a_stream_ends_with_the_session_and_none_begins_without_one() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let mut listener = Listener::new(&filed, None);
    let signed_out = filed
        .applicant
        .sender
        .ask("DELETE", "/api/v1/session", &[], b"");
    assert!(
        matches!(signed_out.status, 200 | 204),
        "{}",
        signed_out.status
    );
    let (_, name, _) = listener.named("session");
    assert_eq!(name, "session");
    crate::client::get(stage.address, "/api/v1/events").problem(401, "sign-in-needed");
}
