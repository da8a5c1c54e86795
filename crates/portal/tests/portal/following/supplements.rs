//! More is asked for as one list and sent as one answer.

use std::time::Duration;

use serde_json::{Value, json};

use super::desk::{Filed, kinds};
use crate::stage::Stage;

#[test]
fn a_request_is_one_list_with_a_reason_for_each_item_and_stops_the_clock() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    filed.officer(&filed.request());
    let shown = filed.shown();
    assert_eq!(shown["status"]["code"], 5);
    assert_eq!(shown["deadline"]["clock"], "waitingForYou");
    assert_eq!(shown["actions"][0], "supplement");
    let request = &shown["supplements"][0];
    assert_eq!(
        (&request["round"], &request["state"]),
        (&json!(1), &json!("open"))
    );
    assert_eq!(request["answerBy"], "2026-11-27T17:00:00+07:00");
    assert_eq!(request["items"][1]["target"]["pointer"], "/fullName");
    assert!(request["items"][1]["title"]["vi"].is_string());
    assert!(request["notice"]["address"].is_string());
    assert_eq!(shown["content"]["papers"][0]["state"], "refused");
    let list = filed
        .applicant
        .get("/api/v1/dossiers?state=needsYou")
        .json();
    assert_eq!(
        (&list["total"], &list["needingYou"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn the_answer_replaces_the_paper_mends_the_answer_and_lets_the_clock_run_on() {
    let stage = Stage::new();
    let mut filed = Filed::paid(&stage).at_work();
    let before = filed.shown();
    filed.officer(&filed.request());
    stage.clock.advance(Duration::from_secs(1800));
    let shown = filed.answer_all();
    assert_eq!(shown["status"]["code"], 4);
    assert_eq!(shown["deadline"]["clock"], "running");
    assert_eq!(
        shown["content"]["answers"]["fullName"],
        "Nguyễn Văn Thử Nghiệm"
    );
    assert_ne!(
        shown["content"]["answersSha256"],
        before["content"]["answersSha256"]
    );
    let papers = shown["content"]["papers"].as_array().expect("papers");
    assert_eq!(
        papers[0]["requirement"],
        before["content"]["papers"][0]["requirement"]
    );
    assert_ne!(papers[0]["files"], before["content"]["papers"][0]["files"]);
    let last = papers.last().expect("a paper");
    assert_eq!(last["state"], "replaced");
    assert_eq!(last["files"], before["content"]["papers"][0]["files"]);
    let request = &shown["supplements"][0];
    assert_eq!(request["state"], "answered");
    assert_eq!(request["promisedAfter"], shown["deadline"]["promised"]);
    assert_eq!(kinds(&shown)[4..], ["supplementRequested", "supplemented"]);

    filed.officer(&json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."}));
    assert_eq!(filed.shown()["supplements"][0]["state"], "accepted");
}

#[test]
fn items_are_answered_together_and_what_is_missing_is_named() {
    let stage = Stage::new();
    let mut filed = Filed::paid(&stage).at_work();
    filed.officer(&filed.request());
    let before = filed.shown();
    let request = before["supplements"][0].clone();
    let id = request["id"].as_str().expect("an id");
    let (paper, name) = (&request["items"][0]["id"], &request["items"][1]["id"]);
    let upload = filed.applicant.upload();
    let bad = |items: Value, pointer: &str, code: &str| {
        let problem = filed.answer(id, &items).problem(422, "answers-invalid");
        let errors = problem["errors"].as_array().expect("errors").clone();
        let named = |error: &Value| error["pointer"] == pointer && error["code"] == code;
        assert!(errors.iter().any(named), "{errors:?}");
    };
    bad(json!([]), "/items", "required");
    bad(
        json!([{"item": paper, "uploads": [upload]}]),
        "/items",
        "required",
    );
    bad(
        json!([{"item": "i999", "note": "x"}]),
        "/items/0/item",
        "unknown",
    );
    let both = |first: Value, second: Value| json!([first, second]);
    let good = json!({"item": name, "answer": "Nguyễn Văn Thử"});
    bad(
        both(json!({"item": paper}), good.clone()),
        "/items/0/uploads",
        "required",
    );
    bad(
        both(json!({"item": paper, "uploads": ["nobodys"]}), good),
        "/items/0/uploads/0",
        "unknown",
    );
    let paper_sent = json!({"item": paper, "uploads": [upload]});
    bad(
        both(paper_sent.clone(), json!({"item": name})),
        "/items/1/answer",
        "required",
    );
    bad(
        both(paper_sent, json!({"item": name, "answer": "7"})),
        "/items/1/answer",
        "malformed",
    );
    assert_eq!(filed.shown(), before);
    filed.answer_all();
    let done = filed.answer(
        id,
        &json!([{"item": paper, "note": "x"}, {"item": name, "answer": "Nguyễn Văn Thử"}]),
    );
    done.problem(409, "not-now");
}

#[test]
fn a_paper_that_cannot_be_had_is_answered_in_words() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    filed.officer(&filed.request());
    let request = filed.shown()["supplements"][0].clone();
    let items = json!([
        {"item": request["items"][0]["id"], "note": "Bệnh viện không cấp lại giấy này."},
        {"item": request["items"][1]["id"], "answer": "Nguyễn Văn Thử"}
    ]);
    let answer = filed.answer(request["id"].as_str().expect("an id"), &items);
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json()["content"]["papers"][0]["state"], "accepted");
}

#[test]
fn the_second_time_only_what_was_asked_for_the_first_time_and_no_third_time() {
    let stage = Stage::new();
    let mut filed = Filed::paid(&stage).at_work();
    filed.officer(&filed.request());
    filed.answer_all();
    let only = |pointer: &str| {
        json!({"move": "askSupplement", "explanation": "Còn một mục chưa đạt.", "days": 3, "items": [
            {"target": {"kind": "answer", "pointer": pointer}, "reason": "Vẫn thiếu."}]})
    };
    let problem = filed
        .try_move(&only("/phone"))
        .problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["code"], "notAskedBefore");
    filed.officer(&only("/fullName"));
    let shown = filed.shown();
    assert_eq!(shown["supplements"][1]["round"], 2);
    let first = &shown["supplements"][0];
    assert_eq!(first["state"], "refused");
    assert_eq!(first["items"][0]["state"], "accepted");
    assert_eq!(first["items"][1]["state"], "refused");
    assert_eq!(first["items"][1]["outcome"]["vi"], "Vẫn thiếu.");
    filed.answer_all();
    let problem = filed.try_move(&only("/fullName")).problem(409, "not-now");
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|why| why.contains("hai lần"))
    );
}

#[test]
fn nothing_is_asked_for_that_the_form_does_not_have() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    for target in [
        json!({"kind": "paper", "requirement": "nothing"}),
        json!({"kind": "answer", "pointer": "/nothing"}),
        json!({"kind": "photo"}),
    ] {
        let request = json!({"move": "askSupplement", "explanation": "Thiếu.", "days": 3,
            "items": [{"target": target, "reason": "Thiếu."}]});
        let problem = filed.try_move(&request).problem(422, "answers-invalid");
        assert_eq!(problem["errors"][0]["pointer"], "/items/0/target");
    }
    assert_eq!(filed.status(), 4);
}

#[test]
fn the_same_answer_sent_again_is_one_answer_and_a_strangers_is_none() {
    let stage = Stage::new();
    let mut filed = Filed::paid(&stage).at_work();
    filed.officer(&filed.request());
    let request = filed.shown()["supplements"][0].clone();
    let path = format!(
        "{}/supplements/{}/answer",
        filed.path(),
        request["id"].as_str().expect("an id")
    );
    let upload = filed.applicant.upload();
    let body = json!({"items": [
        {"item": request["items"][0]["id"], "uploads": [upload]},
        {"item": request["items"][1]["id"], "answer": "Nguyễn Văn Thử"}]});
    let mut stranger = crate::filing::applicant::Applicant::new(stage.address);
    stranger.upload();
    stranger
        .post(&path, "a-strangers-own-key", &body)
        .problem(404, "not-found");
    let first = filed.applicant.post(&path, "an-answer-of-mine", &body);
    let again = filed.applicant.post(&path, "an-answer-of-mine", &body);
    assert_eq!((first.status, again.status), (200, 200));
    assert!(first.body == again.body);
    assert_eq!(
        kinds(&filed.shown())
            .iter()
            .filter(|kind| *kind == "supplemented")
            .count(),
        1
    );
}
