//! The app's files as a browser needs them.

use crate::client::{get, get_with, send};
use crate::stage::shared;

const WASM: &str = "/motcua-0123456789abcdef_bg.wasm";

#[test]
fn a_packed_sibling_stands_in_for_a_file_under_the_files_own_type() {
    for (takes, body, encoding) in [
        ("gzip, deflate, br", "brotli wasm", "br"),
        ("gzip", "gzip wasm", "gzip"),
        ("identity", "plain wasm", ""),
    ] {
        let answer = get_with(shared(), WASM, &[("accept-encoding", takes)]);
        assert_eq!(
            (answer.body.as_slice(), answer.header("content-encoding")),
            (body.as_bytes(), encoding)
        );
        assert_eq!(answer.header("content-type"), "application/wasm");
        assert!(answer.header("vary").contains("accept-encoding"));
    }
}

#[test]
fn hashed_files_are_kept_for_ever_and_all_others_asked_about() {
    assert_eq!(
        get(shared(), WASM).header("cache-control"),
        "public, max-age=31536000, immutable"
    );
    for path in [
        "/",
        "/index.html",
        "/sw.js",
        "/config.json",
        "/dich-vu/1.001193",
    ] {
        let first = get(shared(), path);
        assert_eq!(
            (first.status, first.header("cache-control")),
            (200, "no-cache"),
            "{path}"
        );
        let again = get_with(shared(), path, &[("if-none-match", first.header("etag"))]);
        assert_eq!(again.status, 304, "{path}");
    }
}

#[test]
fn an_address_of_the_app_starts_the_app_and_a_missing_file_is_missing() {
    for screen in [
        "/",
        "/tim?q=khai+sinh",
        "/dich-vu/1.001193",
        "/ho-so/H15.50.05.13-261008-0975",
    ] {
        let answer = get(shared(), screen);
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (200, "text/html"),
            "{screen}"
        );
    }
    for file in [
        "/missing.js",
        "/style-0123456789abcdef.css",
        "/.env",
        "/motcua-0123456789abcdef_bg.wasm.map",
    ] {
        get(shared(), file).problem(404, "not-found");
    }
}

#[test]
fn nothing_outside_the_apps_folder_is_served() {
    for path in [
        "/../data/portal.sqlite",
        "/%2e%2e/data/portal.sqlite",
        "/..%2fdata%2fportal.sqlite",
        "/%00.js",
        "//etc/passwd.txt",
    ] {
        let answer = get(shared(), path);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path} {}",
            answer.status
        );
    }
}

#[test]
fn a_page_may_do_what_the_app_needs_and_no_more() {
    let page = get(shared(), "/");
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
    assert!(policy.contains("connect-src 'self' https://other.example;"));
    assert!(!policy.contains("unsafe-inline"));
    assert_eq!(page.header("cross-origin-opener-policy"), "same-origin");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert!(page.header("permissions-policy").contains("geolocation=()"));
    assert_eq!(
        get(shared(), WASM).header("x-content-type-options"),
        "nosniff"
    );
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let part = get_with(shared(), WASM, &[("range", "bytes=0-4")]);
    assert_eq!(
        (part.status, part.body.as_slice()),
        (206, b"plain".as_slice())
    );
    let head = send(shared(), format!("HEAD {WASM}").as_bytes(), &[], b"");
    assert_eq!((head.status, head.header("content-length")), (200, "10"));
}

#[test]
fn the_manifest_has_its_own_type() {
    let manifest = get(shared(), "/app.webmanifest");
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
}
