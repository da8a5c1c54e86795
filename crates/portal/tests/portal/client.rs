//! A client small enough to see through: one request a connection, bytes as sent.

use std::collections::HashMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case.
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// The problem, after making sure that it is one of this status and kind.
    pub(crate) fn problem(&self, status: u16, kind: &str) -> Value {
        let problem = self.json();
        assert_eq!(self.status, status, "{problem}");
        assert_eq!(self.header("content-type"), "application/problem+json");
        assert_eq!(problem["type"], format!("/problems/{kind}"), "{problem}");
        assert_eq!(problem["status"], status);
        assert!(
            problem["instance"]
                .as_str()
                .is_some_and(|id| id.starts_with("r-"))
        );
        problem
    }
}

/// Sends a request line with headers and a body.
pub(crate) fn send(to: SocketAddr, line: &[u8], headers: &[(&str, &str)], body: &[u8]) -> Answer {
    try_send(to, line, headers, body).expect("an answer")
}

/// The same where the server may be gone, or go away before it has answered.
pub(crate) fn try_send(
    to: SocketAddr,
    line: &[u8],
    headers: &[(&str, &str)],
    body: &[u8],
) -> Option<Answer> {
    let mut request = line.to_vec();
    request.extend(b" HTTP/1.1\r\nhost: portal.test\r\nconnection: close\r\n");
    for (name, value) in headers {
        request.extend(format!("{name}: {value}\r\n").as_bytes());
    }
    request.extend(b"\r\n");
    request.extend(body);
    let mut stream = TcpStream::connect(to).ok()?;
    stream
        .set_read_timeout(Some(Duration::from_secs(60)))
        .expect("a time-out");
    // A server may refuse before it has read everything.
    let _ = stream.write_all(&request);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    parsed(&answer, line.starts_with(b"HEAD"))
}

/// Gets an address.
pub(crate) fn get(to: SocketAddr, path: &str) -> Answer {
    get_with(to, path, &[])
}

/// Gets an address with headers.
pub(crate) fn get_with(to: SocketAddr, path: &str, headers: &[(&str, &str)]) -> Answer {
    send(to, format!("GET {path}").as_bytes(), headers, b"")
}

fn parsed(answer: &[u8], head_only: bool) -> Option<Answer> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).expect("a head of text");
    let mut lines = head.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let headers: HashMap<_, _> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
        .collect();
    let rest = &answer[end + 4..];
    let chunked = headers
        .get("transfer-encoding")
        .is_some_and(|how| how == "chunked");
    Some(Answer {
        status: status.expect("a status").parse().expect("a number"),
        body: match (head_only, chunked) {
            (true, _) => Vec::new(),
            (false, true) => joined(rest),
            (false, false) => rest.to_vec(),
        },
        headers,
    })
}

fn joined(mut chunks: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    while let Some(end) = chunks.windows(2).position(|two| two == b"\r\n") {
        let size = std::str::from_utf8(&chunks[..end]).expect("a size");
        let size = usize::from_str_radix(size, 16).expect("hexadecimal");
        if size == 0 {
            break;
        }
        body.extend(&chunks[end + 2..end + 2 + size]);
        chunks = &chunks[end + 4 + size..];
    }
    body
}
