//! Drafts: kept, resumed elsewhere, and never silently overwritten.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::client::Answer;
use crate::stage::{Stage, shared};

const DRAFTS: &str = "/api/v1/drafts";
const DAY: Duration = Duration::from_secs(86_400);

fn content(name: &str) -> Value {
    json!({"service": "1.001193", "case": "c1", "formVersion": "1",
        "answers": {"childName": name, "childBorn": "2026-11-01"}, "papers": [],
        "page": "p1", "sectionsDone": 1, "sections": 4})
}

/// A new draft: its address and its version.
fn create(browser: &mut Browser, key: &str, name: &str) -> (String, String) {
    let answer = browser.post(DRAFTS, key, &content(name));
    assert_eq!(
        answer.status,
        201,
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    let draft = answer.json();
    assert_eq!(
        answer.header("etag"),
        draft["etag"].as_str().expect("a version")
    );
    (
        answer.header("location").into(),
        answer.header("etag").into(),
    )
}

fn put(browser: &mut Browser, address: &str, version: Option<&str>, body: &Value) -> Answer {
    let mut headers = vec![("content-type", "application/json")];
    headers.extend(version.map(|version| ("if-match", version)));
    browser.ask("PUT", address, &headers, body.to_string().as_bytes())
}

#[test]
fn a_draft_begun_on_one_device_goes_on_on_another() {
    let stage = Stage::new();
    let mut phone = Browser::signed_in(stage.address, "an");
    let (address, version) = create(&mut phone, "draft-key-0000001", "Bé");
    let mut desk = Browser::new(stage.address);
    desk.agent = "Mozilla/5.0 (Windows NT 10.0; rv:153.0) Gecko/20100101 Firefox/153.0".into();
    desk.sign_in("an", "continue", "/toi");

    let listed = desk.get(DRAFTS).json()["items"][0].clone();
    assert_eq!(listed["service"]["code"], "1.001193");
    assert!(
        listed["service"]["name"]
            .as_str()
            .is_some_and(|name| name.contains("khai sinh"))
    );
    assert_eq!(listed["device"], "Chrome trên Android");
    assert_eq!(
        (&listed["sectionsDone"], &listed["sections"]),
        (&json!(1), &json!(4))
    );

    assert_eq!(
        desk.get(&address).json()["content"]["answers"]["childName"],
        "Bé"
    );
    let saved = put(&mut desk, &address, Some(&version), &content("Bé An"));
    assert_eq!(
        (saved.status, saved.header("cache-control")),
        (200, "private, no-store")
    );
    assert_ne!(saved.header("etag"), version);
    let there = phone.get(&address).json();
    assert_eq!(there["content"]["answers"]["childName"], "Bé An");
    assert_eq!(there["device"], "Firefox trên Windows");
    assert_eq!(phone.delete(&address).status, 204);
    desk.get(&address).problem(404, "not-found");
}

#[test]
fn when_another_device_was_faster_the_person_sees_where_they_differ() {
    let mut browser = Browser::signed_in(shared(), "binh");
    let (address, first) = create(&mut browser, "draft-key-0000002", "Một");
    let second = put(&mut browser, &address, Some(&first), &content("Hai"));
    let second = second.header("etag").to_owned();
    let late = put(&mut browser, &address, Some(&first), &content("Ba"));
    assert_eq!(
        (late.status, late.header("content-type")),
        (412, "application/problem+json")
    );
    let conflict = late.json();
    assert_eq!(conflict["type"], "/problems/conflict");
    assert_eq!(conflict["differences"], json!(["/answers/childName"]));
    assert_eq!(
        conflict["current"]["content"]["answers"]["childName"],
        "Hai"
    );
    assert_eq!(conflict["current"]["etag"], second);
    let chosen = put(&mut browser, &address, Some(&second), &content("Ba"));
    assert_eq!(chosen.status, 200);
}

#[test]
fn a_save_whose_answer_was_lost_may_be_sent_again() {
    let mut browser = Browser::signed_in(shared(), "cu");
    let (address, first) = create(&mut browser, "draft-key-0000003", "Một");
    let saved = put(&mut browser, &address, Some(&first), &content("Hai"));
    let again = put(&mut browser, &address, Some(&first), &content("Hai"));
    assert_eq!(
        (again.status, again.header("etag")),
        (200, saved.header("etag"))
    );
    // Another page is nothing to choose between.
    let mut elsewhere = content("Hai");
    elsewhere["page"] = json!("p7");
    assert_eq!(
        put(&mut browser, &address, Some(&first), &elsewhere).status,
        200
    );
}

#[test]
fn nobody_overwrites_what_they_have_not_seen() {
    let mut browser = Browser::signed_in(shared(), "dung");
    let (address, _) = create(&mut browser, "draft-key-0000004", "Một");
    put(&mut browser, &address, None, &content("Hai")).problem(428, "precondition-required");
    let answers = browser.get(&address).json()["content"]["answers"].clone();
    assert_eq!(answers["childName"], "Một");
}

#[test]
fn another_s_draft_does_not_exist() {
    let mut owner = Browser::signed_in(shared(), "em");
    let (address, version) = create(&mut owner, "draft-key-0000005", "Riêng");
    let mut other = Browser::signed_in(shared(), "hoa");
    other.get(&address).problem(404, "not-found");
    put(&mut other, &address, Some(&version), &content("x")).problem(404, "not-found");
    put(&mut other, &address, Some("*"), &content("x")).problem(404, "not-found");
    other.delete(&address).problem(404, "not-found");
    assert!(!String::from_utf8_lossy(&other.get(DRAFTS).body).contains("Riêng"));
    let mut guest = Browser::new(shared());
    guest.get(&address).problem(401, "sign-in-needed");
    guest
        .post(DRAFTS, "draft-key-0000005", &content("x"))
        .problem(401, "sign-in-needed");
    assert_eq!(
        owner.get(&address).json()["content"]["answers"]["childName"],
        "Riêng"
    );
}

#[test]
fn a_draft_sent_twice_is_kept_once_and_another_under_the_same_key_not_at_all() {
    let mut browser = Browser::signed_in(shared(), "giang");
    let first = create(&mut browser, "draft-key-0000006", "Một");
    assert_eq!(create(&mut browser, "draft-key-0000006", "Một"), first);
    browser
        .post(DRAFTS, "draft-key-0000006", &content("Hai"))
        .problem(422, "idempotency-key-reused");
    assert_eq!(
        browser.get(DRAFTS).json()["items"].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_draft_runs_out_thirty_days_after_it_was_last_saved() {
    let stage = Stage::new();
    let mut browser = Browser::signed_in(stage.address, "an");
    let (address, version) = create(&mut browser, "draft-key-0000007", "Một");
    stage.clock.advance(29 * DAY);
    browser.sign_in("an", "continue", "/toi");
    assert_eq!(
        put(&mut browser, &address, Some(&version), &content("Hai")).status,
        200
    );
    stage.clock.advance(29 * DAY);
    browser.sign_in("an", "continue", "/toi");
    assert_eq!(browser.get(&address).status, 200);
    stage.clock.advance(DAY);
    browser.sign_in("an", "continue", "/toi");
    browser.get(&address).problem(404, "not-found");
    assert_eq!(browser.get(DRAFTS).json()["items"], json!([]));
}

#[test]
fn what_is_no_draft_is_refused_with_a_pointer() {
    let mut browser = Browser::signed_in(shared(), "nga");
    let changed = |name: &str, value: Value| {
        let mut draft = content("x");
        draft[name] = value;
        draft
    };
    for (body, pointer) in [
        (changed("service", json!("9.999999")), "/service"),
        (changed("service", json!(1)), "/service"),
        (changed("case", json!("c".repeat(101))), "/case"),
        (changed("onBehalfOf", json!("an-be")), "/onBehalfOf"),
        (changed("answers", json!("none")), "/answers"),
        (
            changed("papers", json!([{"uploads": []}])),
            "/papers/0/requirement",
        ),
        (changed("sectionsDone", json!(-1)), "/sectionsDone"),
        (json!([]), ""),
    ] {
        let problem = browser
            .post(DRAFTS, "draft-key-0000008", &body)
            .problem(400, "invalid");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{body}");
    }
    let text = [
        ("content-type", "text/plain"),
        ("idempotency-key", "draft-key-0000008"),
    ];
    browser
        .ask("POST", DRAFTS, &text, b"{}")
        .problem(415, "unsupported-media-type");
    let kind = [
        ("content-type", "application/json"),
        ("idempotency-key", "draft-key-0000008"),
    ];
    for broken in [&b"{"[..], b"", b"\xff\xfe", b"{}{}"] {
        browser
            .ask("POST", DRAFTS, &kind, broken)
            .problem(400, "invalid");
    }
    let huge = changed("answers", json!({"story": "ơ".repeat(130 * 1024)}));
    browser
        .post(DRAFTS, "draft-key-0000008", &huge)
        .problem(413, "too-large");
    assert_eq!(browser.get(DRAFTS).json()["items"], json!([]));
    let large = changed("answers", json!({"story": "ơ".repeat(100 * 1024)}));
    assert_eq!(
        browser.post(DRAFTS, "draft-key-0000008", &large).status,
        201
    );
}

#[test]
fn a_deleted_draft_lets_go_of_the_uploads_that_no_other_draft_names() {
    let stage = Stage::new();
    let mut browser = Browser::signed_in(stage.address, "an");
    let (mine, shared) = (announced(&mut browser, 1), announced(&mut browser, 2));
    let with = |uploads: Value| {
        let mut draft = content("Bé");
        draft["papers"] = json!([{"requirement": "p5", "uploads": uploads}]);
        draft
    };
    let id = |address: &str| address.rsplit('/').next().expect("an id").to_owned();
    let both = with(json!([id(&mine), id(&shared)]));
    let deleted = browser.post(DRAFTS, "draft-key-0000101", &both);
    let kept = browser.post(DRAFTS, "draft-key-0000102", &with(json!([id(&shared)])));
    assert_eq!((deleted.status, kept.status), (201, 201));
    assert_eq!(browser.delete(deleted.header("location")).status, 204);
    browser.get(&mine).problem(410, "gone");
    assert_eq!(browser.get(&shared).status, 200);
    browser
        .delete(deleted.header("location"))
        .problem(404, "not-found");
}

/// The address of a file that will come.
fn announced(browser: &mut Browser, number: u8) -> String {
    let key = format!("draft-upload-key-{number}");
    let headers = [
        ("tus-resumable", "1.0.0"),
        ("idempotency-key", key.as_str()),
        ("upload-length", "100"),
        ("upload-metadata", "filename Z2lheS5wZGY=,purpose cGFwZXI="),
    ];
    let answer = browser.ask("POST", "/api/v1/uploads", &headers, b"");
    assert_eq!(answer.status, 201);
    answer.header("location").into()
}
