//! What the client has is not sent again, and what is sent is packed.

use std::io::Read;

use crate::client::{get, get_with, send};
use crate::stage::shared;

const READ: [&str; 12] = [
    "/api/v1/portal",
    "/api/v1/openapi.json",
    "/api/v1/services?q=khai+sinh",
    "/api/v1/services/suggestions?q=khai",
    "/api/v1/services/1.001193",
    "/api/v1/services/1.001193/related",
    "/api/v1/services/1.001193/forms/default",
    "/api/v1/catalogue",
    "/api/v1/fields",
    "/api/v1/life-events",
    "/api/v1/places",
    "/api/v1/places/92/communes",
];

#[test]
fn an_answer_at_hand_is_not_sent_again() {
    for path in READ {
        let first = get(shared(), path);
        assert_eq!(first.header("cache-control"), "no-cache", "{path}");
        let etag = first.header("etag").to_owned();
        for known in [
            etag.clone(),
            format!("\"other\", {etag}"),
            etag.replace("W/", ""),
            "*".into(),
        ] {
            let again = get_with(shared(), path, &[("if-none-match", &known)]);
            assert_eq!((again.status, again.body.len()), (304, 0), "{path} {known}");
            assert_eq!(again.header("etag"), etag);
        }
        let other = get_with(shared(), path, &[("if-none-match", "\"other\"")]);
        assert_eq!(other.status, 200, "{path}");
    }
}

#[test]
fn a_problem_is_never_kept() {
    let answer = get(shared(), "/api/v1/services?limit=0");
    assert_eq!(
        (answer.header("cache-control"), answer.header("etag")),
        ("no-store", "")
    );
}

#[test]
fn answers_are_packed_in_what_the_client_takes() {
    for path in READ.iter().filter(|path| !path.contains("suggestions")) {
        let plain = get(shared(), path).body;
        let packed = get_with(shared(), path, &[("accept-encoding", "gzip")]);
        assert_eq!(packed.header("content-encoding"), "gzip", "{path}");
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(packed.body.as_slice())
            .read_to_end(&mut unpacked)
            .expect("gzip");
        assert_eq!(unpacked, plain, "{path}");

        let packed = get_with(shared(), path, &[("accept-encoding", "gzip, br")]);
        assert_eq!(packed.header("content-encoding"), "br", "{path}");
        assert!(packed.header("vary").contains("accept-encoding"), "{path}");
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.body.as_slice(), &mut unpacked).expect("brotli");
        assert_eq!(unpacked, plain, "{path}");
    }
}

#[test]
fn a_head_request_tells_what_a_get_would() {
    let line = b"HEAD /api/v1/portal";
    let (head, whole) = (
        send(shared(), line, &[], b""),
        get(shared(), "/api/v1/portal"),
    );
    assert_eq!(
        (head.status, head.header("etag")),
        (200, whole.header("etag"))
    );
    assert_eq!(head.header("content-length"), whole.body.len().to_string());
}
