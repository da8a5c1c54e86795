//! Somebody who sends files, by hand, so that each request can be got wrong.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::client::{Answer, send};

/// The media type of bytes on their way.
pub(crate) const BYTES: (&str, &str) = ("content-type", "application/offset+octet-stream");
/// The version of tus.
pub(crate) const TUS: (&str, &str) = ("tus-resumable", "1.0.0");

/// A guest, once something was announced; nobody before.
#[derive(Clone)]
pub(crate) struct Sender {
    pub(crate) to: SocketAddr,
    pub(crate) cookie: String,
}

impl Sender {
    pub(crate) fn new(to: SocketAddr) -> Self {
        Self {
            to,
            cookie: String::new(),
        }
    }

    /// One request with the cookie and the version.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let length = body.len().to_string();
        let mut all = vec![TUS, ("cookie", self.cookie.as_str())];
        if method == "PATCH" || method == "POST" {
            all.push(("content-length", &length));
        }
        all.extend(headers);
        send(self.to, format!("{method} {path}").as_bytes(), &all, body)
    }

    /// Announces a file of so many bytes under a key and remembers the cookie.
    pub(crate) fn try_announce(&mut self, key: &str, bytes: u64) -> Answer {
        let bytes = bytes.to_string();
        let headers = [
            ("idempotency-key", key),
            ("upload-length", &bytes),
            ("upload-metadata", "filename Z2lheS5wZGY=,purpose cGFwZXI="),
        ];
        let answer = self.ask("POST", "/api/v1/uploads", &headers, b"");
        if let Some((cookie, _)) = answer.header("set-cookie").split_once(';') {
            self.cookie = cookie.into();
        }
        answer
    }

    /// Announces a file of so many bytes; its address.
    pub(crate) fn announce(&mut self, bytes: usize) -> String {
        let answer = self.try_announce(&new_key(), bytes as u64);
        assert_eq!(
            answer.status,
            201,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        answer.header("location").into()
    }

    /// Sends bytes from an offset on.
    pub(crate) fn patch(&self, path: &str, offset: usize, bytes: &[u8]) -> Answer {
        let offset = offset.to_string();
        self.ask("PATCH", path, &[BYTES, ("upload-offset", &offset)], bytes)
    }

    /// The same with the hash that they are said to have.
    pub(crate) fn patch_with_hash(
        &self,
        path: &str,
        offset: usize,
        bytes: &[u8],
        hashed: &[u8],
    ) -> Answer {
        let offset = offset.to_string();
        let checksum = format!("sha256 {}", STANDARD.encode(Sha256::digest(hashed)));
        let headers = [
            BYTES,
            ("upload-offset", &offset),
            ("upload-checksum", &checksum),
        ];
        self.ask("PATCH", path, &headers, bytes)
    }

    /// Begins a request that promises `length` bytes, and sends only these.
    pub(crate) fn begin(&self, path: &str, offset: usize, length: usize, bytes: &[u8]) -> Begun {
        let mut stream = TcpStream::connect(self.to).expect("a connection");
        let head = format!(
            "PATCH {path} HTTP/1.1\r\nhost: portal.test\r\nconnection: close\r\n\
             tus-resumable: 1.0.0\r\ncookie: {}\r\ncontent-type: {}\r\nupload-offset: {offset}\r\n\
             content-length: {length}\r\n\r\n",
            self.cookie, BYTES.1
        );
        stream.write_all(head.as_bytes()).expect("a head");
        stream.write_all(bytes).expect("bytes");
        Begun(stream)
    }

    /// How many bytes count.
    pub(crate) fn offset(&self, path: &str) -> usize {
        let answer = self.ask("HEAD", path, &[], b"");
        assert_eq!(answer.status, 200);
        assert!(answer.header("cache-control").contains("no-store"));
        answer.header("upload-offset").parse().expect("a number")
    }

    /// What became of a file.
    pub(crate) fn told(&self, path: &str) -> Value {
        let answer = self.ask("GET", path, &[], b"");
        assert_eq!(
            answer.status,
            200,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        answer.json()
    }

    /// What became of it once it was judged.
    pub(crate) fn judged(&self, path: &str) -> Value {
        self.eventually(path, |told| {
            matches!(told["state"]["kind"].as_str(), Some("checked" | "refused"))
        })
    }

    /// Asks again and again until the portal says what is hoped for.
    pub(crate) fn eventually(&self, path: &str, hoped: impl Fn(&Value) -> bool) -> Value {
        let patience = Instant::now() + Duration::from_secs(120);
        loop {
            let told = self.told(path);
            if hoped(&told) {
                return told;
            }
            assert!(Instant::now() < patience, "it stays {told}");
        }
    }

    /// Sends a whole file in one piece; its address.
    pub(crate) fn send_whole(&mut self, file: &[u8]) -> String {
        let path = self.announce(file.len());
        let answer = self.patch(&path, 0, file);
        assert_eq!(
            answer.status,
            204,
            "{}",
            String::from_utf8_lossy(&answer.body)
        );
        path
    }
}

/// A request under way.
pub(crate) struct Begun(TcpStream);

impl Begun {
    /// Sends the rest, and reads the status of the answer.
    pub(crate) fn end(mut self, rest: &[u8]) -> u16 {
        self.0.write_all(rest).expect("bytes");
        let mut answer = String::new();
        self.0.read_to_string(&mut answer).expect("an answer");
        let status = answer.split(' ').nth(1).expect("a status");
        status.parse().expect("a number")
    }
}

/// As the portal writes the SHA-256 of a file.
pub(crate) fn hash(file: &[u8]) -> String {
    let digest = Sha256::digest(file);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A key for an announcement that is none other's.
pub(crate) fn new_key() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("upload-{:010}", COUNT.fetch_add(1, Ordering::Relaxed))
}
