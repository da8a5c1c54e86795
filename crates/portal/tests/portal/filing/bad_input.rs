//! Whatever a submission gets wrong is named, and nothing comes of it.

use serde_json::{Value, json};

use super::applicant::Applicant;
use crate::stage::Stage;
use crate::uploads::sender::new_key;

type Spoil = fn(&mut Value);

#[test]
fn what_the_browser_would_have_checked_is_checked_again_and_named() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sound = applicant.submission();
    let spoilt: [(&str, &str, Spoil); 11] = [
        ("/confirmed", "required", |sent| {
            sent["confirmed"] = false.into();
        }),
        ("/formVersion", "unknown", |sent| {
            sent["formVersion"] = "0".into();
        }),
        ("/case", "unknown", |sent| sent["case"] = "khong-co".into()),
        ("/channel", "unknown", |sent| {
            sent["channel"] = "direct".into();
        }),
        ("/contact", "required", |sent| sent["contact"] = Value::Null),
        ("/contact/phone", "malformed", |sent| {
            sent["contact"]["phone"] = "12".into();
        }),
        ("/delivery/kind", "unknown", |sent| {
            sent["delivery"]["kind"] = "drone".into();
        }),
        ("/delivery/counter", "unknown", |sent| {
            sent["delivery"]["counter"] = "x".into();
        }),
        ("/signature", "unknown", |sent| {
            sent["signature"] = "x".into();
        }),
        ("/draft", "unknown", |sent| sent["draft"] = "x".into()),
        ("/answers/phone", "required", |sent| {
            sent["answers"] = json!({});
        }),
    ];
    for (pointer, code, spoil) in spoilt {
        let mut sent = sound.clone();
        spoil(&mut sent);
        let problem = applicant
            .file(&new_key(), &sent)
            .problem(422, "answers-invalid");
        let faults = problem["errors"].as_array().expect("faults");
        let named = |fault: &Value| fault["pointer"] == pointer && fault["code"] == code;
        assert!(faults.iter().any(named), "{pointer} {code}: {problem}");
    }
    assert_eq!(applicant.count(), 0);
    // Nothing was used up on the way.
    assert_eq!(applicant.filed(&sound)["code"], "H15.50.05.13-261120-0001");
}

#[test]
fn papers_have_to_be_there_ones_own_and_unused() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let mut other = Applicant::new(stage.address);
    let sound = applicant.submission();
    let foreign = other.upload();
    let begun = applicant.sender.announce(1_000);
    let begun = begun.rsplit('/').next().expect("an id").to_owned();
    let own = sound["papers"][0]["uploads"][0].clone();
    for (uploads, held, code) in [
        (json!([foreign]), Value::Null, "unknown"),
        (json!([begun]), Value::Null, "incomplete"),
        (json!([own, own]), Value::Null, "repeated"),
        (json!(["x"]), Value::Null, "unknown"),
        (json!([]), json!("x"), "unknown"),
    ] {
        let mut sent = sound.clone();
        sent["papers"][0]["uploads"] = uploads;
        sent["papers"][0]["held"] = held;
        let problem = applicant
            .file(&new_key(), &sent)
            .problem(422, "answers-invalid");
        let fault = &problem["errors"][0];
        assert_eq!(fault["code"], code, "{problem}");
        assert!(
            fault["pointer"]
                .as_str()
                .is_some_and(|at| at.starts_with("/papers/0/"))
        );
    }
    let mut bare = sound.clone();
    bare["papers"] = json!([]);
    let problem = applicant
        .file(&new_key(), &bare)
        .problem(422, "answers-invalid");
    let pointer = problem["errors"][0]["pointer"].as_str().expect("a pointer");
    assert!(pointer.starts_with("/papers/"), "{problem}");

    let first = applicant.filed(&sound);
    let mut again = sound;
    again["despite"] = first["code"].clone();
    let problem = applicant
        .file(&new_key(), &again)
        .problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["code"], "taken");
    assert_eq!(applicant.count(), 1);
}

#[test]
fn a_key_with_another_body_is_refused_and_the_first_answer_stands() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let key = new_key();
    let first = applicant.file(&key, &sent);
    let mut other = sent.clone();
    other["contact"]["phone"] = "0900000002".into();
    applicant
        .file(&key, &other)
        .problem(422, "idempotency-key-reused");
    assert_eq!(applicant.file(&key, &sent).body, first.body);
    assert_eq!(applicant.count(), 1);
}

#[test]
fn a_service_that_nobody_has_and_a_body_that_is_none_are_refused() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let mut sent = applicant.submission();
    sent["service"] = "9.999999".into();
    applicant
        .file(&new_key(), &sent)
        .problem(404, "unknown-service");
    applicant
        .file(&new_key(), &json!([]))
        .problem(400, "invalid");
    applicant.file("short", &sent).problem(400, "invalid");
    sent["answers"] = json!("all of them");
    let problem = applicant.file(&new_key(), &sent).problem(400, "invalid");
    assert_eq!(problem["errors"][0]["pointer"], "/answers");
    assert_eq!(applicant.count(), 0);
}
