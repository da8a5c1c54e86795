//! Nothing is fetched before the person consents, and what was fetched can be followed.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::stage::{Stage, shared};

const PROFILE: &str = "/api/v1/me/profile";
const CONSENTS: &str = "/api/v1/me/consents";
const LOG: &str = "/api/v1/me/access-log";
const REPORTS: &str = "/api/v1/me/profile/reports";

fn consent(purpose: &str) -> Value {
    json!({"purpose": purpose, "shown": {"vi": "Tôi đồng ý để thử.", "en": "I agree, for a trial."}})
}

fn value(browser: &mut Browser, attribute: &str) -> Value {
    let profile = browser.get(PROFILE).json();
    let mut values = profile["values"].as_array().expect("values").iter();
    let found = values.find(|one| one["attribute"] == attribute);
    found.cloned().unwrap_or_default()
}

#[test]
fn before_a_consent_nothing_is_known_and_after_its_end_nothing_either() {
    let stage = Stage::new();
    let mut browser = Browser::signed_in(stage.address, "an");
    let before = browser.get(PROFILE).json();
    assert_eq!(before["values"], json!([]));
    assert_eq!(before["available"][0]["purpose"], "prefillPopulation");
    assert_eq!(browser.get(LOG).json()["items"], json!([]));

    let given = browser.post(CONSENTS, "consent-key-00001", &consent("prefillPopulation"));
    assert_eq!(given.status, 201);
    let given = given.json();
    assert_eq!(given["text"]["vi"], "Tôi đồng ý để thử.", "as it was shown");
    let name = value(&mut browser, "fullName");
    assert_eq!(
        (&name["value"], &name["asOf"]),
        (&json!("Nguyễn Mẫu An"), &json!("2026-10-01"))
    );
    assert_eq!(name["source"]["id"], "population");
    assert_eq!(value(&mut browser, "phone"), Value::Null, "another consent");
    let log = browser.get(LOG).json()["items"].clone();
    assert_eq!(log.as_array().map(Vec::len), Some(1));
    assert!(
        log[0]["what"]["vi"]
            .as_str()
            .is_some_and(|what| what.starts_with("Họ tên"))
    );

    let address = format!("{CONSENTS}/{}", given["id"].as_str().expect("an id"));
    let withdrawn = browser.delete(&address).json();
    assert_eq!(withdrawn["withdrawnAt"], "2026-11-20T12:00:00+07:00");
    assert_eq!(browser.get(PROFILE).json(), before);
    assert_eq!(
        browser.get(CONSENTS).json()["items"][0],
        withdrawn,
        "the record stays"
    );
    stage.clock.advance(Duration::from_secs(60));
    assert_eq!(browser.delete(&address).json(), withdrawn);

    browser.post(CONSENTS, "consent-key-00002", &consent("prefillContact"));
    assert_eq!(value(&mut browser, "phone")["value"], "0900000901");
    stage.clock.advance(Duration::from_secs(361 * 86_400));
    browser.sign_in("an", "continue", "/toi");
    assert_eq!(browser.get(PROFILE).json(), before);
}

#[test]
fn a_consent_is_the_person_s_own() {
    let mut one = Browser::signed_in(shared(), "binh");
    let given = one
        .post(CONSENTS, "consent-key-00003", &consent("prefillPopulation"))
        .json();
    let mut other = Browser::signed_in(shared(), "cu");
    let address = format!("{CONSENTS}/{}", given["id"].as_str().expect("an id"));
    other.delete(&address).problem(404, "not-found");
    assert_eq!(other.get(PROFILE).json()["values"], json!([]));
    assert_eq!(other.get(CONSENTS).json()["items"], json!([]));
    assert_eq!(value(&mut one, "fullName")["value"], "Trần Thử Bình");
    let mut guest = Browser::new(shared());
    for path in [PROFILE, CONSENTS, LOG, "/api/v1/me/mandates"] {
        guest.get(path).problem(401, "sign-in-needed");
    }
}

#[test]
fn nobody_consents_to_what_was_not_asked_or_without_having_seen_it() {
    let mut browser = Browser::signed_in(shared(), "dung");
    let mut unseen = consent("prefillPopulation");
    unseen["shown"]["vi"] = json!(" ");
    let mut long = consent("prefillPopulation");
    long["shown"]["en"] = json!("a".repeat(2001));
    for (body, pointer) in [
        (consent("everything"), "/purpose"),
        (unseen, "/shown/vi"),
        (long, "/shown/en"),
    ] {
        let problem = browser
            .post(CONSENTS, "consent-key-00004", &body)
            .problem(400, "invalid");
        assert_eq!(problem["errors"][0]["pointer"], pointer);
    }
    assert_eq!(browser.get(CONSENTS).json()["items"], json!([]));
}

#[test]
fn a_value_said_to_be_wrong_is_disputed_and_the_person_is_told_who_mends_it() {
    let mut browser = Browser::signed_in(shared(), "nga");
    let report = json!({"attribute": "permanentResidence", "shown": {"detail": "cũ"},
        "note": "Tôi đã chuyển nhà."});
    let unknown = browser
        .post(REPORTS, "report-key-000001", &report)
        .problem(400, "invalid");
    assert_eq!(unknown["errors"][0]["pointer"], "/attribute");
    browser.post(CONSENTS, "consent-key-00005", &consent("prefillPopulation"));
    assert_eq!(value(&mut browser, "permanentResidence")["disputed"], false);
    let received = browser.post(REPORTS, "report-key-000001", &report);
    assert_eq!(received.status, 201);
    assert_eq!(
        received.json()["forwardedTo"]["vi"],
        "Công an cấp xã nơi bạn thường trú"
    );
    assert_eq!(value(&mut browser, "permanentResidence")["disputed"], true);
    assert_eq!(value(&mut browser, "fullName")["disputed"], false);
    let again = browser.post(REPORTS, "report-key-000001", &report);
    assert_eq!(again.body, received.body);
}

#[test]
fn a_helper_sees_for_whom_they_may_act_as_long_as_they_may() {
    let stage = Stage::new();
    let mut browser = Browser::signed_in(stage.address, "minh");
    let kinds = |browser: &mut Browser| -> Vec<Value> {
        let mandates = browser.get("/api/v1/me/mandates").json();
        let items = mandates["items"].as_array().expect("mandates").iter();
        items.map(|one| one["kind"].clone()).collect()
    };
    assert_eq!(kinds(&mut browser), ["helper", "authorised"]);
    stage.clock.advance(Duration::from_secs(45 * 86_400));
    browser.sign_in("minh", "continue", "/toi");
    assert_eq!(kinds(&mut browser), ["authorised"]);
}

#[test]
fn a_cursor_that_nobody_gave_out_is_refused() {
    let mut browser = Browser::signed_in(shared(), "em");
    for wrong in ["x", "1%27", "%ff"] {
        browser
            .get(&format!("{LOG}?cursor={wrong}"))
            .problem(400, "invalid");
    }
}
