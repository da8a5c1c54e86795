//! Whatever is sent, the answer names what is wrong, and the portal goes on.

use crate::client::{get, send};
use crate::stage::shared;

#[test]
fn each_parameter_that_is_not_as_it_should_be_is_named() {
    let long = "a".repeat(201);
    let long_id = "a".repeat(101);
    for (path, pointer, code) in [
        (format!("services?q={long}"), "?q", "tooLong"),
        ("services?q=%ff".into(), "?q", "malformed"),
        ("services?q=%C0%AE".into(), "?q", "malformed"),
        ("services?q=a%00b".into(), "?q", "malformed"),
        ("services?q=a%0d%0aSet-Cookie:x".into(), "?q", "malformed"),
        ("services?q=a&q=b".into(), "?q", "repeated"),
        (format!("services?field={long_id}"), "?field", "tooLong"),
        ("services?agency=%80".into(), "?agency", "malformed"),
        ("services?level=village".into(), "?level", "unknown"),
        ("services?level=unknown".into(), "?level", "unknown"),
        ("services?audience=".into(), "?audience", "unknown"),
        ("services?online=full,maybe".into(), "?online", "unknown"),
        ("services?limit=0".into(), "?limit", "outOfRange"),
        ("services?limit=51".into(), "?limit", "outOfRange"),
        (
            "services?limit=99999999999999999999".into(),
            "?limit",
            "outOfRange",
        ),
        ("services?limit=ten".into(), "?limit", "malformed"),
        ("services?limit=-1".into(), "?limit", "malformed"),
        ("services?limit=".into(), "?limit", "malformed"),
        ("services?offset=10001".into(), "?offset", "outOfRange"),
        (
            "services/suggestions?q=a&limit=21".into(),
            "?limit",
            "outOfRange",
        ),
        (format!("services/suggestions?q={long}"), "?q", "tooLong"),
        ("places/matches?q=%ff".into(), "?q", "malformed"),
        ("places/matches?q=a&limit=51".into(), "?limit", "outOfRange"),
        ("services/%ff".into(), "{code}", "malformed"),
        ("services/a%00".into(), "{code}", "malformed"),
        (format!("services/{long_id}/related"), "{code}", "tooLong"),
        (
            format!("places/{long_id}/communes"),
            "{province}",
            "tooLong",
        ),
    ] {
        let problem = get(shared(), &format!("/api/v1/{path}")).problem(400, "invalid");
        let fault = &problem["errors"][0];
        assert_eq!(
            (fault["pointer"].as_str(), fault["code"].as_str()),
            (Some(pointer), Some(code)),
            "{path}"
        );
        assert!(
            fault["message"]
                .as_str()
                .is_some_and(|message| !message.is_empty())
        );
    }
}

#[test]
fn all_faults_of_a_request_are_named_at_once() {
    let problem = get(shared(), "/api/v1/services?q=%ff&level=x&limit=0").problem(400, "invalid");
    assert_eq!(problem["errors"].as_array().map(Vec::len), Some(3));
}

#[test]
fn hostile_text_is_a_query_like_any_other() {
    for typed in [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "'%20OR%201=1;--",
        "../../etc/passwd",
        "%F0%9F%92%A9%E2%80%AE%EF%BB%BF",
        "%25%32%35%7B%7B7*7%7D%7D",
        "%CC%81%CC%81%CC%81%CC%81%CC%81%CC%81",
    ] {
        let answer = get(shared(), &format!("/api/v1/services?q={typed}"));
        assert_eq!(answer.status, 200, "{typed}");
        assert_eq!(answer.header("content-type"), "application/json");
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
    assert_eq!(
        get(shared(), "/api/v1/services?nobody-asks=%ff&utm=1").status,
        200
    );
}

#[test]
fn bytes_that_are_no_text_get_an_answer() {
    let answer = send(shared(), b"GET /api/v1/services?q=\xff\xfe", &[], b"");
    assert_eq!(answer.status, 400);
    let answer = send(shared(), b"GET /api/v1/services?q=\xc4\x91", &[], b"");
    assert!(matches!(answer.status, 200 | 400), "{}", answer.status);
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest_ones() {
    let problem = get(shared(), "/api/v1/services/1.001139").problem(404, "unknown-service");
    assert_eq!(problem["nearest"][0]["code"], "1.001193");
    assert_eq!(problem["nearest"].as_array().map(Vec::len), Some(5));
    let problem = get(shared(), "/api/v1/services/dang-ky-ket-hon").problem(404, "unknown-service");
    assert_eq!(problem["nearest"][0]["code"], "1.000894");
    get(shared(), "/api/v1/services/9.999999/related").problem(404, "unknown-service");
}

#[test]
fn a_body_too_large_is_refused_announced_or_not() {
    let body = vec![b'x'; 64 * 1024 + 1];
    let length = body.len().to_string();
    for path in ["/api/v1/services", "/api/v1/portal"] {
        let line = format!("POST {path}");
        let answer = send(
            shared(),
            line.as_bytes(),
            &[("content-length", &length)],
            &body,
        );
        answer.problem(413, "too-large");
    }
    let mut chunks = format!("{:x}\r\n", body.len()).into_bytes();
    chunks.extend(&body);
    chunks.extend(b"\r\n0\r\n\r\n");
    let chunked = [("transfer-encoding", "chunked")];
    send(shared(), b"POST /api/v1/services", &chunked, &chunks).problem(413, "too-large");
}

#[test]
fn a_method_that_an_address_does_not_have_is_refused_with_those_it_has() {
    for path in [
        "/api/v1/services",
        "/api/v1/portal",
        "/healthz",
        "/",
        "/tim",
    ] {
        for method in ["POST", "PUT", "DELETE"] {
            let answer = send(shared(), format!("{method} {path}").as_bytes(), &[], b"");
            answer.problem(405, "method-not-allowed");
            assert_eq!(answer.header("allow"), "GET,HEAD", "{method} {path}");
        }
    }
}

#[test]
fn a_method_that_the_contract_does_not_name_is_refused_where_nothing_is_offered_too() {
    let answer = send(shared(), b"PUT /api/v1/usage", &[], b"");
    answer.problem(405, "method-not-allowed");
    assert_eq!(answer.header("allow"), "POST");
    send(shared(), b"POST /api/v1/usage", &[], b"").problem(404, "not-offered");
}

#[test]
fn an_over_long_head_is_refused_and_the_next_request_is_served() {
    let endless = "a".repeat(1024 * 1024);
    let answer = send(
        shared(),
        b"GET /api/v1/portal",
        &[("x-endless", &endless)],
        b"",
    );
    assert_eq!(answer.status, 431);
    let long = format!("/api/v1/services?q={}", "a".repeat(70_000));
    assert!(matches!(get(shared(), &long).status, 400 | 414));
    assert_eq!(get(shared(), "/healthz").json()["status"], "ok");
}
