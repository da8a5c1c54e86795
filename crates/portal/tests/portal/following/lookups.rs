//! Following without signing in, and guessing.

use std::time::Duration;

use serde_json::{Value, json};

use super::desk::Filed;
use crate::client::{Answer, send};
use crate::stage::Stage;

fn look_up(stage: &Stage, body: &Value) -> Answer {
    let body = body.to_string();
    let length = body.len().to_string();
    let headers = [
        ("content-type", "application/json"),
        ("content-length", length.as_str()),
    ];
    send(
        stage.address,
        b"POST /api/v1/lookups",
        &headers,
        body.as_bytes(),
    )
}

fn with_phone(code: &str, digits: &str) -> Value {
    json!({"code": code, "proof": {"kind": "phone", "digits": digits}})
}

#[test]
fn the_code_alone_shows_the_stage_and_nothing_of_the_case() {
    let stage = Stage::new();
    let filed = Filed::new(&stage).at_work();
    let typed = filed.code.to_lowercase().replace('-', " – ");
    let found = look_up(&stage, &json!({"code": typed})).json();
    assert_eq!(found["code"], filed.code.as_str());
    assert_eq!(found["status"]["code"], 4);
    for hidden in ["service", "deadline", "timeline"] {
        assert!(found[hidden].is_null(), "{found}");
    }
    assert!(found["status"]["nextStep"].is_null());
    assert_eq!(found["proofs"], json!(["phone", "citizenId"]));
}

#[test]
fn one_proof_more_shows_the_timeline() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    for proof in [
        json!({"kind": "phone", "digits": "0001"}),
        json!({"kind": "citizenId", "digits": "0001"}),
    ] {
        let found = look_up(&stage, &json!({"code": filed.code, "proof": proof})).json();
        assert_eq!(found["timeline"][0]["kind"], "filed", "{found}");
        assert!(found["service"]["name"].is_string() && found["deadline"].is_object());
        assert!(!found.to_string().contains("Nguyễn Văn Thử"));
    }
}

#[test]
fn a_wrong_proof_and_a_code_that_does_not_exist_are_refused_alike() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let mut answers = [
        look_up(&stage, &with_phone(&filed.code, "9999")),
        look_up(&stage, &with_phone("H15.50.05.13-261120-9999", "0001")),
        look_up(&stage, &json!({"code": "H15.50.05.13-261120-9998"})),
        look_up(&stage, &json!({"code": "không phải mã"})),
    ];
    let problems = answers.each_mut().map(|answer| {
        let mut problem = answer.problem(404, "not-found");
        problem
            .as_object_mut()
            .expect("a problem")
            .remove("instance");
        problem
    });
    assert!(problems.iter().all(|problem| *problem == problems[0]));
}

#[test]
fn guessing_is_slowed_then_locked_and_a_right_proof_does_not_help_meanwhile() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let right = with_phone(&filed.code, "0001");
    let mut guesses = (1000..2000).map(|guess| with_phone(&filed.code, &guess.to_string()));
    let mut guess = || look_up(&stage, &guesses.next().expect("a guess"));
    for _ in 0..5 {
        guess().problem(404, "not-found");
    }
    let refused = guess();
    assert_eq!((refused.status, refused.header("retry-after")), (429, "2"));
    look_up(&stage, &right).problem(429, "too-many-requests");
    stage.clock.advance(Duration::from_secs(2));
    assert_eq!(look_up(&stage, &right).status, 200);
    for _ in 0..7 {
        stage.clock.advance(Duration::from_secs(300));
        guess().problem(404, "not-found");
    }
    stage.clock.advance(Duration::from_secs(300));
    let locked = look_up(&stage, &right);
    assert_eq!((locked.status, locked.header("retry-after")), (429, "3300"));
    stage.clock.advance(Duration::from_secs(3300));
    assert_eq!(look_up(&stage, &right).status, 200);
}

#[test]
fn who_tries_many_codes_is_slowed_whatever_they_try_and_nobody_else_is() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let ask = |from: &str, code: &str| {
        let body = json!({"code": code}).to_string();
        let length = body.len().to_string();
        let headers = [
            ("content-type", "application/json"),
            ("content-length", length.as_str()),
            ("x-forwarded-for", from),
        ];
        send(
            stage.address,
            b"POST /api/v1/lookups",
            &headers,
            body.as_bytes(),
        )
    };
    for number in 0..5 {
        let guess = format!("H15.50.05.13-261120-{:04}", 9000 + number);
        ask("203.0.113.7", &guess).problem(404, "not-found");
    }
    ask("203.0.113.7", &filed.code).problem(429, "too-many-requests");
    assert_eq!(ask("203.0.113.8", &filed.code).status, 200);
}

#[test]
fn what_is_no_proof_is_named() {
    let stage = Stage::new();
    for (body, pointer) in [
        (json!({"code": ""}), "/code"),
        (with_phone("H15-261120-0001", "12a4"), "/proof/digits"),
        (
            json!({"code": "H15-261120-0001", "proof": {"kind": "name", "digits": "1234"}}),
            "/proof/kind",
        ),
    ] {
        let problem = look_up(&stage, &body).problem(422, "answers-invalid");
        assert_eq!(problem["errors"][0]["pointer"], pointer);
    }
    look_up(&stage, &json!({"code": 7})).problem(400, "invalid");
}
