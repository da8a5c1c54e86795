//! A portal to measure, and whoever asks it: real HTTP, a real database on this machine's disk.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;

use motcua_portal::Clock;
use motcua_portal::server::{Options, Server};
use serde_json::{Value, json};

/// A service whose derived form asks for no paper: the forms' and the database's work alone.
const SERVICE: &str = "1.001667";

/// A portal that runs until the program ends.
pub(crate) fn serve(data: PathBuf) -> SocketAddr {
    let (tell, told) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let server = Server::start(Options {
                listen: "127.0.0.1:0".into(),
                data,
                app: None,
                connect: Vec::new(),
                program: env!("CARGO_BIN_EXE_motcua-portal").into(),
                clock: Clock::default(),
                demo: None,
            })
            .await
            .expect("a server");
            tell.send(server.address()).expect("someone waits");
            server.run(std::future::pending()).await;
        });
    });
    told.recv().expect("an address")
}

/// A submission that the form takes.
pub(crate) fn sample(to: SocketAddr) -> Value {
    let mut connection = Connection::new(to);
    let form = connection.get(&format!("/api/v1/services/{SERVICE}/forms/default"));
    let province = connection.get("/api/v1/places")["items"][0]["code"].clone();
    let communes = format!(
        "/api/v1/places/{}/communes",
        province.as_str().expect("a code")
    );
    let commune = connection.get(&communes)["items"][0]["code"].clone();
    let place = json!({"province": province, "commune": commune, "detail": "Số 1"});
    let mut answers = serde_json::Map::new();
    for section in form["definition"]["sections"].as_array().expect("sections") {
        for page in section["pages"].as_array().expect("pages") {
            for field in page["fields"].as_array().expect("fields") {
                let id = field["id"].as_str().expect("an id").to_owned();
                let answer = match field["kind"].as_str().expect("a kind") {
                    "papers" | "note" | "signature" | "group" => continue,
                    "choice" => field["options"][0]["value"].clone(),
                    "date" => "1990-05-17".into(),
                    "address" => place.clone(),
                    "citizenId" => "001090000001".into(),
                    "phone" => "0900000001".into(),
                    "email" => "thu@example.vn".into(),
                    "fullName" => "Nguyễn Văn Thử".into(),
                    "yesNo" | "statement" => true.into(),
                    _ => "Nội dung".into(),
                };
                answers.insert(id, answer);
            }
        }
    }
    let ways = form["delivery"].as_array().expect("ways").iter();
    let mut ways = ways
        .map(|way| &way["kind"])
        .filter(|kind| *kind != "postal");
    json!({
        "service": SERVICE, "case": "default", "formVersion": form["version"],
        "answers": answers, "papers": [], "delivery": {"kind": ways.next()},
        "channel": "online", "contact": {"phone": "0900000001"}, "confirmed": true,
    })
}

/// The same as somebody's application of a number, which differs from the others.
pub(crate) fn numbered(sample: &Value, number: u32) -> (String, Value) {
    let mut sent = sample.clone();
    sent["answers"]["request"] = format!("Việc số {number}").into();
    (format!("bench-key-{number:012}"), sent)
}

/// A connection that stays open, and the guest it belongs to.
pub(crate) struct Connection {
    stream: BufReader<TcpStream>,
    cookie: String,
}

impl Connection {
    pub(crate) fn new(to: SocketAddr) -> Self {
        let stream = TcpStream::connect(to).expect("a connection");
        stream.set_nodelay(true).expect("a setting");
        Self {
            stream: BufReader::new(stream),
            cookie: String::new(),
        }
    }

    pub(crate) fn get(&mut self, path: &str) -> Value {
        let cookie = self.cookie();
        let (status, body) = self.ask(&format!(
            "GET {path} HTTP/1.1\r\nhost: bench\r\n{cookie}\r\n"
        ));
        assert_eq!(status, 200, "{path}: {body}");
        serde_json::from_str(&body).expect("JSON")
    }

    pub(crate) fn post(&mut self, path: &str, key: &str, body: &Value) -> (u16, String) {
        let body = body.to_string();
        let cookie = self.cookie();
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n\
             idempotency-key: {key}\r\n{cookie}content-length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    fn cookie(&self) -> String {
        match self.cookie.as_str() {
            "" => String::new(),
            cookie => format!("cookie: {cookie}\r\n"),
        }
    }

    fn ask(&mut self, request: &str) -> (u16, String) {
        self.stream
            .get_mut()
            .write_all(request.as_bytes())
            .expect("a request");
        let mut line = String::new();
        self.stream.read_line(&mut line).expect("a status line");
        let status = line
            .split(' ')
            .nth(1)
            .expect("a status")
            .parse()
            .expect("a number");
        let mut length = 0;
        loop {
            let mut header = String::new();
            self.stream.read_line(&mut header).expect("a header");
            let Some((name, value)) = header.trim_end().split_once(": ") else {
                break;
            };
            match name {
                "content-length" => length = value.parse().expect("a length"),
                "set-cookie" => self.cookie = value.split(';').next().expect("a pair").into(),
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).expect("a body");
        (status, String::from_utf8(body).expect("text"))
    }
}
