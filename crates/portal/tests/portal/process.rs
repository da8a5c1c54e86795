//! The program itself: its commands, its signals, its log.

use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::client::get;

const PROGRAM: &str = env!("CARGO_BIN_EXE_motcua-portal");

/// Starts the program and waits for the address that it prints.
pub(crate) fn serve(data: &Path) -> (Child, SocketAddr) {
    start(data, "info")
}

/// The same without a line for each request: nobody reads the log before the end, and a
/// full pipe would stop the program.
pub(crate) fn serve_quietly(data: &Path) -> (Child, SocketAddr) {
    start(data, "warn")
}

fn start(data: &Path, log: &str) -> (Child, SocketAddr) {
    let mut child = Command::new(PROGRAM)
        .env("RUST_LOG", log)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut line = String::new();
    let mut out = BufReader::new(child.stdout.take().expect("stdout"));
    out.read_line(&mut line).expect("a line");
    let address = line
        .trim()
        .trim_start_matches("http://")
        .trim_end_matches('/');
    (child, address.parse().expect("an address"))
}

/// Ends the program in the middle of whatever it does.
pub(crate) fn kill(child: &mut Child) {
    child.kill().expect("a signal");
    child.wait().expect("an end");
}

/// Sends a signal; the log, and whether the program ended well.
pub(crate) fn stop(mut child: Child, signal: &str) -> (String, bool) {
    let pid = child.id().to_string();
    let sent = Command::new("kill")
        .args([signal, &pid])
        .status()
        .expect("kill");
    assert!(sent.success());
    let mut log = String::new();
    child
        .stderr
        .take()
        .expect("stderr")
        .read_to_string(&mut log)
        .expect("a log");
    (log, child.wait().expect("an end").success())
}

/// What the program says when it does not start.
pub(crate) fn refused(data: &Path, more: &[&str]) -> String {
    let out = Command::new(PROGRAM)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .args(more)
        .output()
        .expect("the program");
    assert!(!out.status.success());
    String::from_utf8(out.stderr).expect("text")
}

#[test]
fn it_prints_its_address_stops_on_a_signal_and_starts_again_on_the_same_data() {
    let folder = tempfile::tempdir().expect("a folder");
    for signal in ["-TERM", "-INT"] {
        let (child, address) = serve(folder.path());
        assert_eq!(
            get(address, "/api/v1/portal").json()["catalogue"]["services"],
            2642
        );
        get(address, "/").problem(404, "not-found");
        let (log, well) = stop(child, signal);
        assert!(well, "{log}");
        assert!(folder.path().join("portal.sqlite").exists());
        assert!(
            !folder.path().join("portal.sqlite-wal").exists(),
            "the database was not closed"
        );
    }
}

#[test]
fn the_log_names_routes_and_never_what_people_looked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let (child, address) = serve(folder.path());
    get(address, "/api/v1/services?q=chuyenrieng");
    get(address, "/api/v1/services/1.001193");
    get(address, "/api/v1/places/matches?q=chuyenrieng&limit=0");
    get(address, "/ho-so/H15.50.05.13-261008-0975");
    let (log, _) = stop(child, "-TERM");
    for told in [
        "/api/v1/services/{code}",
        "method=GET",
        "status=400",
        "microseconds=",
    ] {
        assert!(log.contains(told), "{told} is missing:\n{log}");
    }
    for secret in [
        "chuyenrieng",
        "1.001193",
        "261008",
        "127.0.0.1",
        "portal.test",
    ] {
        assert!(!log.contains(secret), "{secret} is told:\n{log}");
    }
}

#[test]
fn it_prints_the_contract() {
    let out = Command::new(PROGRAM)
        .arg("openapi")
        .output()
        .expect("the program");
    assert_eq!(
        String::from_utf8(out.stdout).expect("text"),
        motcua_contract::openapi::text()
    );
}

#[test]
fn a_broken_catalogue_fails_with_the_line_and_the_reason() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("broken.jsonl");
    std::fs::write(&file, "{}\n").expect("a file");
    let out = Command::new(PROGRAM)
        .arg("import")
        .arg("--data")
        .arg(folder.path())
        .arg(&file)
        .output();
    let out = out.expect("the program");
    let error = String::from_utf8(out.stderr).expect("text");
    assert!(!out.status.success());
    assert!(
        error.contains("line 1: missing field `code`") && error.contains("nothing was changed"),
        "{error}"
    );
}

#[test]
fn a_portal_that_is_no_sandbox_does_not_start_with_invented_people() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut portal: serde_json::Value =
        serde_json::from_str(include_str!("../../data/portal.json")).expect("JSON");
    portal["sandbox"] = false.into();
    std::fs::write(folder.path().join("portal.json"), portal.to_string()).expect("a file");
    let out = Command::new(PROGRAM)
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path())
        .output()
        .expect("the program");
    let error = String::from_utf8(out.stderr).expect("text");
    assert!(
        !out.status.success() && error.contains("sign_in.json"),
        "{error}"
    );
}

#[test]
fn an_address_in_use_and_settings_that_cannot_be_read_are_said_plainly() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("portal.json"), "{\"nmae\": 1}").expect("a file");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a socket");
    let address = taken.local_addr().expect("an address").to_string();
    for (listen, reason) in [
        ("127.0.0.1:0", "portal.json"),
        (address.as_str(), "cannot listen on"),
    ] {
        let out = Command::new(PROGRAM)
            .args(["serve", "--listen", listen, "--data"])
            .arg(folder.path())
            .output();
        let out = out.expect("the program");
        let error = String::from_utf8(out.stderr).expect("text");
        assert!(!out.status.success() && error.contains(reason), "{error}");
    }
}
