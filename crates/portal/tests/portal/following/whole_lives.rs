//! From the counter to the result, and the ends without one.

use std::time::Duration;

use serde_json::{Value, json};

use super::desk::{Filed, kinds};
use crate::stage::Stage;
use crate::uploads::sender::hash;

const DAY: Duration = Duration::from_secs(86_400);

#[test]
fn a_dossier_is_received_handed_on_decided_and_returned() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let shown = filed.shown();
    assert_eq!(shown["status"]["code"], 4);
    assert_eq!(shown["timeline"][3]["handler"]["role"], "department");
    assert_eq!(shown["timeline"][3]["until"], shown["deadline"]["promised"]);
    assert!(shown["timeline"][2]["endedAt"].is_string());
    assert_eq!(shown["content"]["papers"][0]["state"], "accepted");

    filed.officer(&json!({"move": "decide", "name": "Giấy chứng nhận", "text": "Đồng ý cấp."}));
    let done = filed.shown();
    assert_eq!(done["status"]["nextStep"]["action"], "fetchResult");
    assert_eq!(done["deadline"]["clock"], "metInTime");
    let file = &done["results"][0]["file"];
    let fetched = filed
        .applicant
        .get(file["address"].as_str().expect("an address"));
    assert_eq!(
        (fetched.status, fetched.header("content-type")),
        (200, "application/pdf")
    );
    assert_eq!(file["sha256"], hash(&fetched.body));

    filed.officer(&json!({"move": "return"}));
    let returned = filed.shown();
    assert_eq!(returned["status"]["code"], 10);
    assert!(returned["status"]["nextStep"].is_null());
    assert_eq!(
        kinds(&returned),
        [
            "filed", "paid", "received", "handedOn", "decided", "returned"
        ]
    );
    let open = |entry: &&Value| entry["endedAt"].is_null();
    let timeline = returned["timeline"].as_array().expect("a timeline");
    assert_eq!(timeline.iter().filter(open).count(), 0);
}

#[test]
fn no_result_while_something_is_owed() {
    let stage = Stage::new();
    let filed = Filed::new(&stage).at_work();
    let decide = json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."});
    filed.try_move(&decide).problem(409, "not-now");
    assert_eq!(filed.status(), 4);
    filed.pay();
    filed.officer(&decide);
}

#[test]
fn a_fee_stops_the_clock_until_it_is_paid() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let before = filed.shown()["deadline"]["promised"].clone();
    filed.officer(&json!({
        "move": "setFee", "name": "Phí thẩm định", "amount": 50_000, "basis": "Thông tư mẫu"
    }));
    let asked = filed.shown();
    assert_eq!(asked["status"]["code"], 6);
    assert_eq!(asked["deadline"]["clock"], "waitingForYou");
    assert_eq!(asked["actions"][0], "pay");
    stage.clock.advance(Duration::from_secs(3600));
    filed.pay();
    let paid = filed.shown();
    assert_eq!(paid["status"]["code"], 4);
    assert_eq!(paid["deadline"]["clock"], "running");
    assert_eq!(kinds(&paid)[4..], ["paymentRequested", "paid", "resumed"]);
    assert!(paid["deadline"]["promised"].as_str() >= before.as_str());
}

#[test]
fn a_refusal_has_reasons_a_letter_and_what_to_do_next() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let bare = json!({"move": "refuse", "reasons": []});
    let problem = filed.try_move(&bare).problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["pointer"], "/reasons");
    filed.officer(&json!({
        "move": "refuse",
        "reasons": [{"text": {"vi": "Thủ tục này nộp ở Công an tỉnh."}, "basis": "Nghị định mẫu"}],
        "whatNext": "Bạn nộp ở Công an tỉnh nơi bạn ở."
    }));
    let shown = filed.shown();
    assert_eq!(shown["status"]["code"], 3);
    assert_eq!(shown["ending"]["kind"], "refused");
    assert_eq!(shown["ending"]["reasons"][0]["basis"], "Nghị định mẫu");
    assert_eq!(shown["deadline"]["clock"], "ended");
    assert_eq!(
        shown["actions"],
        json!(["fileAgain", "rate", "giveFeedback"])
    );
    // What was due is due no more.
    assert_eq!(shown["payments"]["obligations"][0]["state"], "cancelled");
    let letter = shown["ending"]["letter"]["address"]
        .as_str()
        .expect("a letter");
    assert!(filed.applicant.get(letter).body.starts_with(b"%PDF"));
}

#[test]
fn an_apology_comes_once_with_a_new_date() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let postpone = json!({"move": "postpone", "reason": "Chờ cơ quan khác trả lời.", "days": 3});
    filed.officer(&postpone);
    let shown = filed.shown();
    assert_eq!(shown["apology"]["previous"], "2026-11-26T17:00:00+07:00");
    assert_eq!(shown["apology"]["promised"], "2026-12-01T17:00:00+07:00");
    assert_eq!(shown["deadline"]["promised"], shown["apology"]["promised"]);
    assert!(shown["apology"]["letter"]["address"].is_string());
    let problem = filed.try_move(&postpone).problem(409, "not-now");
    assert!(
        problem["detail"]
            .as_str()
            .is_some_and(|why| why.contains("một lần"))
    );
    // Late all the same, and told so.
    stage.clock.advance(14 * DAY);
    let officer = filed.officer(&json!({"move": "pause", "reason": "Chờ xác minh."}));
    assert_eq!(officer["dossier"]["deadline"]["clock"], "late");
}

#[test]
fn a_pause_takes_no_day_from_the_promise() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    filed.officer(&json!({"move": "pause", "reason": "Chờ xác minh tại chỗ."}));
    assert_eq!(filed.shown()["deadline"]["clock"], "paused");
    // From Friday to the Tuesday after, with four working days to go.
    stage.clock.advance(4 * DAY);
    let resumed = filed.officer(&json!({"move": "resume"}));
    let deadline = &resumed["dossier"]["deadline"];
    assert_eq!(deadline["clock"], "running");
    assert_eq!(deadline["promised"], "2026-11-30T17:00:00+07:00");
}

#[test]
fn a_person_takes_a_dossier_back_until_its_result_is_there() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let withdrawn = filed.withdraw();
    assert_eq!(withdrawn.status, 200);
    let shown = withdrawn.json();
    assert_eq!(shown["status"]["code"], 7);
    assert_eq!(shown["ending"]["kind"], "withdrawn");
    assert_eq!(shown["ending"]["reasons"][0]["text"]["vi"], "Tôi nộp nhầm.");
    filed.withdraw().problem(409, "not-now");
    filed
        .try_move(&json!({"move": "resume"}))
        .problem(409, "not-now");

    let other = Filed::paid(&stage).at_work();
    other.officer(&json!({"move": "decide", "name": "Giấy", "text": "Đồng ý."}));
    other.withdraw().problem(409, "not-now");
    assert_eq!(other.status(), 9);
}

#[test]
fn what_is_forbidden_changes_nothing_and_stands_in_the_audit_trail() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let before = filed.shown();
    filed
        .try_move(&json!({"move": "handOn"}))
        .problem(409, "not-now");
    filed
        .try_move(&json!({"move": "return"}))
        .problem(409, "not-now");
    assert_eq!(filed.shown(), before);
    let received = filed.officer(&json!({"move": "receive"}));
    let audit = received["audit"].as_array().expect("a trail");
    let steps: Vec<_> = audit
        .iter()
        .map(|line| (&line["step"], line["refused"].is_string()))
        .collect();
    assert_eq!(
        steps,
        [
            (&json!("handOn"), true),
            (&json!("return"), true),
            (&json!("receive"), false)
        ]
    );
}

#[test]
fn what_was_promised_goes_into_a_calendar_and_everything_into_one_archive() {
    let stage = Stage::new();
    let filed = Filed::paid(&stage).at_work();
    let event = filed.applicant.get(&format!("{}/calendar", filed.path()));
    assert_eq!(event.header("content-type"), "text/calendar; charset=utf-8");
    let text = String::from_utf8(event.body).expect("text");
    assert!(text.contains("DTSTART;VALUE=DATE:20261126\r\n"), "{text}");
    let archive = filed.applicant.get(&format!("{}/export", filed.path()));
    assert_eq!(
        (archive.status, archive.header("content-type")),
        (200, "application/zip")
    );
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive.body)).expect("an archive");
    let names: Vec<String> = archive.file_names().flatten().map(Into::into).collect();
    assert!(
        names
            .iter()
            .any(|name| name.starts_with("giay-to-cong-cap/giay-tiep-nhan-")),
        "{names:?}"
    );
    assert!(
        names.iter().any(|name| name.starts_with("giay-to-da-nop/")),
        "{names:?}"
    );
    let told = archive.by_name("ho-so.json").expect("the dossier");
    let told: Value = serde_json::from_reader(told).expect("JSON");
    assert_eq!(told["code"], filed.code.as_str());
}
