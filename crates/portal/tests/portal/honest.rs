//! The catalogue's defects are shown, never papered over.

use serde_json::{Value, json};

use crate::client::get;
use crate::stage::shared;

fn service(code: &str) -> Value {
    get(shared(), &format!("/api/v1/services/{code}")).json()
}

fn has(service: &Value, defect: &str) -> bool {
    service["defects"]
        .as_array()
        .is_some_and(|all| all.contains(&json!(defect)))
}

fn channels(service: &Value) -> &Vec<Value> {
    service["channels"].as_array().expect("channels")
}

#[test]
fn a_birth_registration_has_no_time_because_the_source_gives_no_unit() {
    let birth = service("1.001193");
    assert!(
        channels(&birth)
            .iter()
            .all(|channel| channel["time"].is_null())
    );
    assert!(has(&birth, "timeWithoutUnit") && has(&birth, "stepsOutOfOrder"));
    let list = get(shared(), "/api/v1/services?q=1.001193").json();
    assert_eq!(list["items"][0]["code"], "1.001193");
    assert!(list["items"][0]["time"].is_null());
}

#[test]
fn a_fee_of_zero_with_a_note_is_shown_as_its_note_with_its_end_date() {
    let licence = service("3.000348");
    let fee = &channels(&licence)[0]["fees"][0];
    assert_eq!(
        (&fee["kind"], &fee["amount"]),
        (&json!("seeNote"), &Value::Null)
    );
    assert!(
        fee["note"]
            .as_str()
            .is_some_and(|note| note.contains("135.000 đồng"))
    );
    assert_eq!(fee["validUntil"], "2025-12-31");
    assert!(has(&licence, "feeInNote") && has(&licence, "feeExpired"));
}

#[test]
fn forty_dong_are_unclear_and_ten_dollars_are_ten_dollars() {
    let pass = service("1.001200");
    let unclear = channels(&pass)
        .iter()
        .flat_map(|channel| channel["fees"].as_array().expect("fees"));
    let unclear: Vec<_> = unclear.filter(|fee| fee["kind"] == "unclear").collect();
    assert!(unclear.iter().any(|fee| fee["amount"] == 40), "{unclear:?}");
    assert!(has(&pass, "feeImplausible"));
    let dollars = service("1.000771");
    let fee = &channels(&dollars)[0]["fees"][0];
    assert_eq!(
        (&fee["kind"], &fee["amount"], &fee["currency"]),
        (&json!("amount"), &json!(10), &json!("USD"))
    );
}

#[test]
fn where_time_and_fee_are_glued_together_the_line_is_shown_and_nothing_guessed() {
    let glued = service("1.000005");
    assert!(has(&glued, "timeAndFeeMixed"));
    let line = channels(&glued)
        .iter()
        .find(|channel| !channel["sourceText"].is_null())
        .expect("a line");
    assert!(line["time"].is_null() && line["fees"] == json!([]));
}

#[test]
fn an_online_way_says_nothing_about_how_far_it_goes() {
    assert_eq!(service("1.001193")["online"], "notStated");
    let levels = get(shared(), "/api/v1/services").json()["facets"]["online"].clone();
    let values: Vec<_> = levels
        .as_array()
        .expect("a facet")
        .iter()
        .map(|one| &one["value"])
        .collect();
    assert_eq!(values, ["notStated", "none"]);
}

#[test]
fn the_organisation_that_the_source_cut_in_two_is_one_audience() {
    assert_eq!(
        service("1.000178")["audience"],
        json!(["citizen", "organisation"])
    );
}

#[test]
fn what_is_filed_here_goes_nowhere_and_that_is_said() {
    let filing = &service("1.001193")["filing"];
    assert_eq!(filing["state"], "open");
    assert!(
        filing["reason"]["vi"]
            .as_str()
            .is_some_and(|reason| reason.contains("cổng thử nghiệm"))
    );
    assert!(filing["reason"]["en"].is_string());
    let portal = get(shared(), "/api/v1/portal").json();
    assert_eq!(portal["sandbox"], true);
    assert_eq!(
        portal["capabilities"],
        json!([
            "catalogueSnapshot",
            "lifeEvents",
            "places",
            "signIn",
            "profile",
            "myData",
            "drafts",
            "uploads",
            "filing",
            "guestFiling",
            "payments",
            "signatures",
            "tracking",
            "lookups",
            "liveChanges",
            "notifications",
            "ratings",
            "feedback",
            "quality"
        ])
    );
}

#[test]
fn headings_over_papers_are_told_from_cases_and_form_files_are_named() {
    let birth = service("1.001193");
    let cases = birth["cases"].as_array().expect("cases");
    assert!(cases.iter().all(|case| case["forEveryone"] == true));
    let stay = service("1.004194");
    assert!(stay["cases"][0]["forEveryone"].is_null());
    let files: Vec<_> = stay["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .flat_map(|case| case["requirements"].as_array().expect("papers"))
        .filter(|paper| paper["formFiles"].is_array())
        .map(|paper| &paper["formFiles"])
        .collect();
    assert_eq!(files.len(), 3);
    assert_eq!(files[0], &json!(["MuCT01banhnhkmtheoThngts53.doc"]));
}

#[test]
fn numbered_steps_come_apart_and_nothing_of_them_is_lost() {
    let steps = service("1.000178")["steps"].clone();
    let titles: Vec<_> = steps
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| &step["title"])
        .collect();
    assert_eq!(titles, ["Bước 1", "Bước 2", "Bước 3", "Bước 4", "Bước 5"]);
    assert!(
        steps[0]["text"]
            .as_str()
            .is_some_and(|text| text.starts_with("Thụ lý giải quyết"))
    );
}
