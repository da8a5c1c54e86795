//! A push service on this machine, and devices that agreed to be told through it.

use std::collections::{HashMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Nonce};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use p256::ecdh::diffie_hellman;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use p256::elliptic_curve::Generate;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{PublicKey, SecretKey};
use serde_json::{Value, json};
use sha2::Sha256;

/// What the portal sent to one device.
pub(crate) struct Received {
    /// Which device, by the name that the test gave it.
    pub(crate) device: String,
    /// Names in lower case.
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: Vec<u8>,
}

/// How the service answers.
#[derive(Clone, Copy)]
pub(crate) enum Reply {
    Status(u16),
    /// 429, to be asked again after so many seconds.
    After(u32),
    /// Not at all: the connection is lost.
    Lost,
}

/// See the module. It takes everything unless it was told otherwise.
pub(crate) struct PushService {
    address: SocketAddr,
    replies: Arc<Mutex<VecDeque<Reply>>>,
    received: Receiver<Received>,
}

impl PushService {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let address = listener.local_addr().expect("an address");
        let replies: Arc<Mutex<VecDeque<Reply>>> = Arc::default();
        let (tell, received) = channel();
        let told = Arc::clone(&replies);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                serve(stream.expect("a connection"), &told, &tell);
            }
        });
        Self {
            address,
            replies,
            received,
        }
    }

    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Answers so to the next that come.
    pub(crate) fn replies(&self, next: &[Reply]) {
        self.replies.lock().expect("a lock").extend(next);
    }

    /// The next that comes.
    pub(crate) fn next(&self) -> Received {
        let patience = Duration::from_secs(60);
        self.received.recv_timeout(patience).expect("a message")
    }
}

fn serve(stream: TcpStream, replies: &Mutex<VecDeque<Reply>>, tell: &Sender<Received>) {
    let mut lines = BufReader::new(&stream);
    let mut first = String::new();
    lines.read_line(&mut first).expect("a line");
    let mut headers = HashMap::new();
    loop {
        let mut line = String::new();
        lines.read_line(&mut line).expect("a line");
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers["content-length"].parse().expect("a length");
    let mut body = vec![0; length];
    lines.read_exact(&mut body).expect("a body");
    let path = first
        .strip_prefix("POST /")
        .and_then(|rest| rest.split(' ').next());
    let device = path.expect("a path").to_owned();
    let reply = replies.lock().expect("a lock").pop_front();
    let answer = match reply.unwrap_or(Reply::Status(201)) {
        Reply::Status(status) => format!("HTTP/1.1 {status} Said\r\n"),
        Reply::After(seconds) => format!("HTTP/1.1 429 Said\r\nretry-after: {seconds}\r\n"),
        Reply::Lost => String::new(),
    };
    if !answer.is_empty() {
        let rest = "content-length: 0\r\nconnection: close\r\n\r\n";
        // The portal may have been stopped meanwhile.
        let _ = (&stream).write_all(format!("{answer}{rest}").as_bytes());
    }
    // Nobody may wait for it any more.
    let _ = tell.send(Received {
        device,
        headers,
        body,
    });
}

/// A device with the keys that its browser made.
pub(crate) struct Device {
    secret: SecretKey,
    auth: [u8; 16],
    endpoint: String,
}

impl Device {
    pub(crate) fn new(service: &PushService, name: &str) -> Self {
        Self {
            secret: SecretKey::generate(),
            auth: *b"sixteen bytes..!",
            endpoint: format!("{}/{name}", service.origin()),
        }
    }

    /// What its browser gives.
    pub(crate) fn subscription(&self) -> Value {
        let public = self.secret.public_key().to_sec1_point(false);
        json!({
            "endpoint": self.endpoint,
            "p256dh": URL_SAFE_NO_PAD.encode(public.as_bytes()),
            "auth": URL_SAFE_NO_PAD.encode(self.auth),
        })
    }

    /// What it reads, as RFC 8291 has the receiver do it.
    pub(crate) fn reads(&self, body: &[u8]) -> Value {
        let (salt, rest) = body.split_at(16);
        assert_eq!(rest[..5], [0, 0, 0x10, 0, 65]);
        let (theirs, sealed) = rest[5..].split_at(65);
        let their_key = PublicKey::from_sec1_bytes(theirs).expect("a point");
        let shared = diffie_hellman(self.secret.to_nonzero_scalar(), their_key.as_affine());
        let own = self.secret.public_key().to_sec1_point(false);
        let info = [b"WebPush: info\0", own.as_bytes(), theirs].concat();
        let key: [u8; 32] = expand(&shared.extract(Some(&self.auth)), &info);
        let content = Hkdf::new(Some(salt), &key);
        let key: [u8; 16] = expand(&content, b"Content-Encoding: aes128gcm\0");
        let nonce: [u8; 12] = expand(&content, b"Content-Encoding: nonce\0");
        let record = Aes128Gcm::new(&key.into())
            .decrypt(&Nonce::from(nonce), sealed)
            .expect("what was encrypted for this device");
        let end = record.iter().rposition(|byte| *byte != 0).expect("an end");
        assert_eq!(record[end], 2);
        serde_json::from_slice(&record[..end]).expect("JSON")
    }
}

fn expand<const N: usize>(key: &Hkdf<Sha256>, info: &[u8]) -> [u8; N] {
    let mut bytes = [0; N];
    key.expand(info, &mut bytes).expect("so many bytes");
    bytes
}

/// What a VAPID header claims, once its signature was found to be of the key that the portal
/// tells browsers.
pub(crate) fn claims(header: &str, portal_key: &str) -> Value {
    let said = header.strip_prefix("vapid t=").expect("a token");
    let (token, key) = said.split_once(", k=").expect("a key");
    assert_eq!(key, portal_key);
    let bytes = |part: &str| URL_SAFE_NO_PAD.decode(part).expect("base64url");
    let (signed, signature) = token.rsplit_once('.').expect("a signature");
    let signature = Signature::from_slice(&bytes(signature)).expect("a signature");
    let key = VerifyingKey::from_sec1_bytes(&bytes(key)).expect("a key");
    key.verify(signed.as_bytes(), &signature)
        .expect("the portal's signature");
    let (head, claims) = signed.split_once('.').expect("two parts");
    let head: Value = serde_json::from_slice(&bytes(head)).expect("JSON");
    assert_eq!(head, json!({"typ": "JWT", "alg": "ES256"}));
    serde_json::from_slice(&bytes(claims)).expect("JSON")
}
