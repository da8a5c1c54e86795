//! Every service has a form, and each version that was handed out stays.

use motcua_portal::import;
use serde_json::{Value, json};

use crate::client::get;
use crate::import::{eventually, file, records};
use crate::stage::{Stage, shared};

fn form(path: &str) -> Value {
    let answer = get(shared(), &format!("/api/v1/services/{path}"));
    assert_eq!(answer.status, 200, "{path}");
    answer.json()
}

fn ids(form: &Value, of: &str) -> Vec<String> {
    let sections = form["definition"]["sections"].as_array().expect("sections");
    let pages = sections
        .iter()
        .flat_map(|one| one["pages"].as_array().expect("pages"));
    let fields = pages.flat_map(|one| one["fields"].as_array().expect("fields"));
    let text = |value: &Value| value.as_str().map(String::from);
    fields.filter_map(|field| text(&field[of])).collect()
}

#[test]
fn a_form_by_hand_is_served_whole_and_says_how_the_result_comes() {
    let birth = form("1.001193/forms/default");
    assert_eq!(
        (&birth["service"]["code"], &birth["case"]),
        (&json!("1.001193"), &json!("default"))
    );
    assert!(ids(&birth, "id").contains(&"childName".into()));
    assert!(!birth.to_string().contains("\"use\""));
    assert!(
        birth["statement"]["vi"]
            .as_str()
            .is_some_and(|vi| vi.starts_with("Tôi cam đoan"))
    );
    let ways: Vec<_> = birth["delivery"]
        .as_array()
        .expect("ways")
        .iter()
        .map(|way| &way["kind"])
        .collect();
    assert_eq!(ways, ["online", "postal", "counter"]);
    let card = form("1.014064/forms/default");
    assert!(
        card["delivery"]
            .as_array()
            .expect("ways")
            .iter()
            .all(|way| way["kind"] != "online")
    );
    assert_eq!(form("1.001612/forms/default")["signature"], true);
}

#[test]
fn the_schema_of_the_answers_knows_the_forms_fields() {
    let answer = get(
        shared(),
        "/api/v1/services/1.001193/forms/default/answers-schema",
    );
    assert_eq!(answer.header("content-type"), "application/schema+json");
    let schema = answer.json();
    assert_eq!(
        schema["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    assert!(schema["properties"]["childName"].is_object());
}

#[test]
fn a_derived_form_asks_which_case_it_is_and_takes_it_from_the_address() {
    let service = get(shared(), "/api/v1/services/1.004915").json();
    let case = service["cases"][0]["id"]
        .as_str()
        .expect("a case")
        .to_owned();
    let open = form("1.004915/forms/default");
    let fixed = form(&format!("1.004915/forms/{case}"));
    assert_eq!(fixed["case"], case);
    assert_eq!(
        (&open["version"], &open["definition"]),
        (&fixed["version"], &fixed["definition"])
    );
    let papers = service["cases"].as_array().expect("cases").iter();
    let papers = papers.flat_map(|case| case["requirements"].as_array().expect("papers"));
    let real = papers.filter(|paper| paper["originals"] != 0 || paper["copies"] != 0);
    assert_eq!(ids(&open, "requirement").len(), real.count());
}

#[test]
fn what_no_service_has_is_refused_with_its_reason() {
    let answer = |path: &str| get(shared(), &format!("/api/v1/services/{path}"));
    answer("1.001193/forms/khong-co").problem(404, "not-found");
    answer("1.001193/forms/default?version=khong-co").problem(404, "not-found");
    let unknown = answer("1.001194x/forms/default").problem(404, "unknown-service");
    assert!(unknown["nearest"].is_array());
    answer("1.001193/forms/%00").problem(400, "invalid");
    answer("1.001193/forms/%FF").problem(400, "invalid");
    // A version of another service's form is none of this one's.
    let other = form("1.000894/forms/default")["version"]
        .as_str()
        .expect("a version")
        .to_owned();
    answer(&format!("1.001193/forms/default?version={other}")).problem(404, "not-found");
}

#[test]
fn a_version_that_answers_were_given_to_outlives_the_catalogue() {
    let stage = Stage::new();
    let address = "/api/v1/services/1.001193/forms/default";
    let before = get(stage.address, address).json();
    let version = before["version"].as_str().expect("a version").to_owned();
    let changed = records().into_iter().map(|mut record| {
        if record["code"] == "1.001193" {
            record["code"] = json!("9.001193");
            record["aliases"] = json!(["1.001193"]);
            record["components"] = json!([{"case": null, "items": [
                {"name": "Tờ khai kiểu mới", "originals": 1, "copies": 0},
            ]}]);
        }
        record.to_string()
    });
    let changed: Vec<String> = changed.collect();
    import(&stage.data, &file(&stage, "changed.jsonl", &changed), None).expect("an import");
    let after = eventually(&stage, address, |answer| {
        answer.json()["service"]["code"] == "9.001193"
    });
    let after = after.json();
    assert_ne!(after["version"], before["version"]);
    assert_eq!(ids(&after, "requirement").len(), 1);
    for code in ["1.001193", "9.001193"] {
        let path = format!("/api/v1/services/{code}/forms/default?version={version}");
        assert_eq!(get(stage.address, &path).json(), before, "{code}");
    }
}
