//! A scanner that speaks clamd's protocol says what is safe, and nobody else does.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc::{Receiver, channel};

use serde_json::json;

use super::resuming::files_in;
use super::sender::{Sender, hash};
use crate::papers::{jpeg, png};
use crate::stage::Stage;

/// Behind a photo, what the scanner below flags.
const BAD: &[u8] = b"this-is-what-the-test-scanner-flags";

/// A scanner on a free port; each file it was sent comes out of the receiver.
fn scanner() -> (String, Receiver<Vec<u8>>) {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a socket");
    let address = format!("tcp:{}", socket.local_addr().expect("an address"));
    (address, answering(socket))
}

fn answering(socket: TcpListener) -> Receiver<Vec<u8>> {
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for stream in socket.incoming() {
            let mut stream = stream.expect("a connection");
            let file = read_stream(&mut stream);
            let bad = file.windows(BAD.len()).any(|bytes| bytes == BAD);
            let answer = if bad {
                "stream: Test-Signature FOUND\0"
            } else {
                "stream: OK\0"
            };
            stream.write_all(answer.as_bytes()).expect("an answer");
            if tell.send(file).is_err() {
                return;
            }
        }
    });
    told
}

/// A file as `INSTREAM` brings it.
fn read_stream(stream: &mut impl Read) -> Vec<u8> {
    let mut command = [0; 10];
    stream.read_exact(&mut command).expect("a command");
    assert_eq!(&command, b"zINSTREAM\0");
    let mut file = Vec::new();
    loop {
        let mut length = [0; 4];
        stream.read_exact(&mut length).expect("a length");
        match u32::from_be_bytes(length) as usize {
            0 => return file,
            length => {
                let begun = file.len();
                file.resize(begun + length, 0);
                stream.read_exact(&mut file[begun..]).expect("a piece");
            }
        }
    }
}

#[test]
fn the_scanner_gets_the_whole_file_before_it_is_checked() {
    let (address, scanned) = scanner();
    let stage = Stage::with_uploads(&json!({"scanner": {"address": address}}));
    let mut sender = Sender::new(stage.address);
    let file = [jpeg(640, 480), vec![7; 200_000]].concat();
    let path = sender.send_whole(&file);
    assert_eq!(sender.judged(&path)["state"]["kind"], "checked");
    assert!(scanned.recv().expect("a scan") == file);
}

#[test]
fn what_the_scanner_flags_is_refused_and_lies_in_quarantine() {
    let (address, _scanned) = scanner();
    let stage = Stage::with_uploads(&json!({"scanner": {"address": address}}));
    let mut sender = Sender::new(stage.address);
    let file = [jpeg(640, 480), BAD.to_vec()].concat();
    let path = sender.send_whole(&file);
    let state = sender.judged(&path)["state"].clone();
    assert_eq!(
        (&state["kind"], &state["reason"]),
        (&json!("refused"), &json!("unsafe"))
    );
    assert_eq!(files_in(&stage), [hash(&file)]);
    let quarantined = stage.data.join("files/quarantine").join(hash(&file));
    assert!(quarantined.exists());
}

#[test]
fn while_the_scanner_does_not_answer_nothing_is_checked_and_all_is_once_it_does() {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a socket");
    let port = socket.local_addr().expect("an address").port();
    // Nobody listens there now; the address stays this test's own as long as it is tried.
    drop(socket);
    let address = format!("tcp:127.0.0.1:{port}");
    let stage = Stage::with_uploads(&json!({"scanner": {"address": address}}));
    let mut sender = Sender::new(stage.address);
    let first = sender.send_whole(&jpeg(640, 480));
    let state = sender.told(&first)["state"].clone();
    assert_eq!(
        state,
        json!({"kind": "received", "sha256": hash(&jpeg(640, 480))})
    );

    let socket = TcpListener::bind(("127.0.0.1", port)).expect("the same port");
    let _scanned = answering(socket);
    let second = sender.send_whole(&png(640, 480));
    for path in [&first, &second] {
        assert_eq!(sender.judged(path)["state"]["kind"], "checked");
    }
}
