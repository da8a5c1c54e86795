//! Requests that are wrong: each gets its problem, and nothing changes.

use super::sender::{BYTES, Sender, TUS, new_key};
use crate::client::send;
use crate::stage::shared;

#[test]
fn an_announcement_that_is_wrong_is_told_where() {
    let sender = Sender::new(shared());
    let key = new_key();
    let keyed = ("idempotency-key", key.as_str());
    let length = ("upload-length", "100");
    for (headers, pointer, code) in [
        (vec![length], "Idempotency-Key:", "required"),
        (vec![keyed], "Upload-Length:", "required"),
        (
            vec![keyed, ("upload-length", "0")],
            "Upload-Length:",
            "outOfRange",
        ),
        (
            vec![keyed, ("upload-length", "-1")],
            "Upload-Length:",
            "malformed",
        ),
        (
            vec![keyed, ("upload-length", "1e3")],
            "Upload-Length:",
            "malformed",
        ),
        (
            vec![keyed, ("upload-length", "")],
            "Upload-Length:",
            "malformed",
        ),
        (vec![keyed, length, length], "Upload-Length:", "repeated"),
        (
            vec![keyed, length, ("upload-metadata", "filename %%%")],
            "Upload-Metadata:",
            "malformed",
        ),
        (
            vec![keyed, length, ("upload-metadata", "purpose dmlydXM=")],
            "Upload-Metadata:",
            "unknown",
        ),
    ] {
        let problem = sender
            .ask("POST", "/api/v1/uploads", &headers, b"")
            .problem(400, "invalid");
        let fault = &problem["errors"][0];
        assert_eq!(
            (fault["pointer"].as_str(), fault["code"].as_str()),
            (Some(pointer), Some(code)),
            "{headers:?}"
        );
    }
}

#[test]
fn a_file_too_large_is_refused_before_any_byte_and_begins_no_session() {
    let mut sender = Sender::new(shared());
    for bytes in [10_485_761, u64::MAX] {
        let answer = sender.try_announce(&new_key(), bytes);
        answer.problem(413, "too-large");
        assert_eq!(answer.header("set-cookie"), "");
    }
}

#[test]
fn another_version_of_tus_or_none_is_refused_everywhere() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    let cookie = ("cookie", sender.cookie.as_str());
    for (method, path) in [
        ("POST", "/api/v1/uploads"),
        ("PATCH", &path),
        ("DELETE", &path),
    ] {
        let line = format!("{method} {path}");
        let other = [cookie, ("tus-resumable", "0.2.2"), ("content-length", "0")];
        let answer = send(shared(), line.as_bytes(), &other, b"");
        answer.problem(412, "tus-version");
        assert_eq!(answer.header("tus-version"), "1.0.0");
        let none = [cookie, ("content-length", "0")];
        send(shared(), line.as_bytes(), &none, b"").problem(400, "invalid");
    }
    let other = [cookie, ("tus-resumable", "2.0.0")];
    let head = send(shared(), format!("HEAD {path}").as_bytes(), &other, b"");
    assert_eq!((head.status, head.header("tus-resumable")), (412, "1.0.0"));
    assert_eq!(sender.offset(&path), 0);
}

#[test]
fn an_offset_that_lies_changes_nothing() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    assert_eq!(sender.patch(&path, 0, &[1; 40]).status, 204);
    for offset in [0, 39, 41, 100, 101, 1_000_000] {
        let problem = sender
            .patch(&path, offset, &[2; 10])
            .problem(409, "upload-offset");
        assert!(
            problem["detail"]
                .as_str()
                .is_some_and(|text| text.contains("40"))
        );
    }
    for (offset, code) in [
        ("", "malformed"),
        ("-1", "malformed"),
        ("0x28", "malformed"),
    ] {
        let problem = sender
            .ask(
                "PATCH",
                &path,
                &[BYTES, ("upload-offset", offset)],
                &[2; 10],
            )
            .problem(400, "invalid");
        assert_eq!(problem["errors"][0]["code"], code, "{offset}");
    }
    sender
        .ask("PATCH", &path, &[BYTES], &[2; 10])
        .problem(400, "invalid");
    let beyond_counting = [BYTES, ("upload-offset", "99999999999999999999")];
    sender
        .ask("PATCH", &path, &beyond_counting, &[2; 10])
        .problem(409, "upload-offset");
    assert_eq!(sender.offset(&path), 40);
}

#[test]
fn more_bytes_than_announced_are_refused_whether_their_number_is_said_or_not() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    assert_eq!(sender.patch(&path, 0, &[1; 40]).status, 204);
    sender.patch(&path, 40, &[2; 61]).problem(413, "too-large");
    let mut chunks = b"3c\r\n".to_vec();
    chunks.extend([2; 60]);
    chunks.extend(b"\r\n1\r\n3\r\n0\r\n\r\n");
    let headers = [
        TUS,
        BYTES,
        ("cookie", sender.cookie.as_str()),
        ("upload-offset", "40"),
        ("transfer-encoding", "chunked"),
    ];
    send(
        shared(),
        format!("PATCH {path}").as_bytes(),
        &headers,
        &chunks,
    )
    .problem(413, "too-large");
    assert_eq!(sender.offset(&path), 40);
}

#[test]
fn bytes_after_the_last_one_are_refused() {
    let mut sender = Sender::new(shared());
    let path = sender.send_whole(b"khong phai anh");
    sender.patch(&path, 14, b"x").problem(413, "too-large");
    sender.patch(&path, 0, b"x").problem(409, "upload-offset");
    assert_eq!(sender.patch(&path, 14, b"").status, 204);
}

#[test]
fn damaged_bytes_do_not_count() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    sender
        .patch_with_hash(&path, 0, &[1; 40], &[2; 40])
        .problem(460, "upload-checksum");
    assert_eq!(sender.offset(&path), 0);
    for checksum in [
        "",
        "sha256",
        "sha1 2jmj7l5rSw0yVb/vlWAYkK/YBwk=",
        "sha256 AAAA",
    ] {
        let headers = [BYTES, ("upload-offset", "0"), ("upload-checksum", checksum)];
        let problem = sender
            .ask("PATCH", &path, &headers, &[1; 40])
            .problem(400, "invalid");
        assert_eq!(
            problem["errors"][0]["pointer"], "Upload-Checksum:",
            "{checksum}"
        );
    }
    assert_eq!(sender.offset(&path), 0);
}

#[test]
fn bytes_under_another_media_type_are_refused() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    for kind in ["application/octet-stream", "multipart/form-data", ""] {
        sender
            .ask(
                "PATCH",
                &path,
                &[("content-type", kind), ("upload-offset", "0")],
                b"x",
            )
            .problem(415, "unsupported-media-type");
    }
    assert_eq!(sender.offset(&path), 0);
}

#[test]
fn an_upload_that_never_was_is_not_found_and_another_sites_page_changes_nothing() {
    let mut sender = Sender::new(shared());
    let path = sender.announce(100);
    for id in ["0", "..%2f..%2fportal.sqlite", "%2e%2e", "a%00"] {
        let answer = sender.patch(&format!("/api/v1/uploads/{id}"), 0, b"x");
        assert!(
            matches!(answer.status, 400 | 404),
            "{id}: {}",
            answer.status
        );
    }
    for (method, headers) in [
        ("PATCH", [BYTES, ("upload-offset", "0")].as_slice()),
        ("DELETE", &[]),
    ] {
        let elsewhere = [headers, &[("origin", "https://evil.example")]].concat();
        sender
            .ask(method, &path, &elsewhere, b"x")
            .problem(403, "cross-site");
    }
    assert_eq!(sender.offset(&path), 0);
}
