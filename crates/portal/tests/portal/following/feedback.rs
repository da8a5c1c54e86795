//! Feedback: given, followed by its code, answered, opened again, published.

use std::time::Duration;

use serde_json::{Value, json};

use super::desk::Filed;
use crate::client::{Answer, get, send};
use crate::stage::Stage;
use crate::uploads::sender::new_key;

const DAY: Duration = Duration::from_secs(86_400);

fn written(publish: bool) -> Value {
    json!({
        "about": "site", "title": "Chữ quá nhỏ", "text": "Trang in có chữ quá nhỏ.",
        "publish": publish,
        "sender": {"name": "Nguyễn Văn Thử", "address": "Số 1, đường Mẫu",
                   "contact": {"phone": "0900000001"}}
    })
}

fn give(filed: &Filed, body: &Value) -> Value {
    let answer = filed.applicant.post("/api/v1/feedback", &new_key(), body);
    assert_eq!(
        answer.status,
        201,
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    answer.json()
}

fn handle(stage: &Stage, code: &str, what: &Value) -> Answer {
    let path = format!("POST /sandbox/officer/api/feedback/{code}/moves");
    let body = what.to_string();
    let length = body.len().to_string();
    let headers = [
        ("content-type", "application/json"),
        ("content-length", length.as_str()),
    ];
    send(stage.address, path.as_bytes(), &headers, body.as_bytes())
}

fn followed(stage: &Stage, code: &str) -> Value {
    get(stage.address, &format!("/api/v1/feedback/{code}")).json()
}

#[test]
fn whoever_has_the_code_follows_it_to_the_answer_and_may_object() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let given = give(&filed, &written(false));
    let code = given["code"].as_str().expect("a code");
    assert_eq!(
        (&given["state"], &given["reopenable"]),
        (&json!("received"), &json!(false))
    );
    let forward = json!({"move": "forward", "agency": "Sở mẫu", "text": "Thuộc Sở mẫu."});
    assert_eq!(handle(&stage, code, &forward).status, 200);
    assert_eq!(followed(&stage, &code.to_lowercase())["agency"], "Sở mẫu");
    let answer = json!({"move": "answer", "text": "Đã sửa chữ to hơn."});
    assert_eq!(handle(&stage, code, &answer).status, 200);
    handle(&stage, code, &answer).problem(409, "not-now");
    let answered = followed(&stage, code);
    assert_eq!(
        (&answered["state"], &answered["reopenable"]),
        (&json!("answered"), &json!(true))
    );
    assert_eq!(answered["history"][2]["text"], "Đã sửa chữ to hơn.");
    assert!(!answered.to_string().contains("0900000001"));
    let centre = filed.applicant.get("/api/v1/me/notifications").json();
    assert_eq!(
        centre["items"][0]["title"]["vi"],
        "Phản ánh của bạn có trả lời mới."
    );

    let path = format!("/api/v1/feedback/{code}/reopening");
    let object = json!({"reason": "Bản in vẫn nhỏ."});
    let reopened = filed.applicant.post(&path, &new_key(), &object);
    assert_eq!(
        (reopened.status, &reopened.json()["state"]),
        (200, &json!("reopened"))
    );
    filed
        .applicant
        .post(&path, &new_key(), &object)
        .problem(409, "not-now");
    handle(&stage, code, &answer);
    stage.clock.advance(31 * DAY);
    assert_eq!(followed(&stage, code)["reopenable"], false);
}

#[test]
fn whoever_has_the_code_may_fetch_what_was_attached_and_nobody_else() {
    let stage = Stage::new();
    let mut filed = Filed::new(&stage);
    let mut written = written(false);
    written["attachments"] = json!([filed.applicant.upload()]);
    let given = give(&filed, &written);
    let file = &followed(&stage, given["code"].as_str().expect("a code"))["attachments"][0];
    let address = file["address"].as_str().expect("an address");
    let fetched = get(stage.address, address);
    assert_eq!(
        (fetched.status, fetched.header("content-type")),
        (200, "image/jpeg")
    );
    assert_eq!(Some(fetched.body.len() as u64), file["bytes"].as_u64());
    let page = get(stage.address, "/sandbox/officer/feedback").body;
    let hash = file["sha256"].as_str().expect("a hash");
    assert!(String::from_utf8_lossy(&page).contains(hash));
    let other = give(&filed, &self::written(false));
    let (_, id) = address.rsplit_once('/').expect("an id");
    let others = format!(
        "/api/v1/feedback/{}/files/{id}",
        other["code"].as_str().expect("a code")
    );
    for path in [
        others.as_str(),
        &format!("{address}0"),
        "/api/v1/feedback/PA-2222-2222-2222/files/f1",
    ] {
        get(stage.address, path).problem(404, "not-found");
    }
}

#[test]
fn a_delay_is_told_with_the_dossiers_facts_and_only_by_its_own_person() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let mut about = written(false);
    about["about"] = "delay".into();
    about["dossier"] = filed.code.as_str().into();
    let given = give(&filed, &about);
    let all = get(stage.address, "/sandbox/officer/api/feedback").json();
    assert_eq!(all[0]["feedback"]["code"], given["code"]);
    assert!(
        all[0]["facts"]
            .as_str()
            .is_some_and(|facts| facts.contains(&filed.code))
    );
    let stranger = Filed::new(&stage);
    let answer = stranger
        .applicant
        .post("/api/v1/feedback", &new_key(), &about);
    assert_eq!(
        answer.problem(400, "invalid")["errors"][0]["pointer"],
        "/dossier"
    );
}

#[test]
fn what_is_published_can_be_found_and_names_nobody() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let answer = json!({"move": "answer", "text": "Bạn phóng to trang khi in."});
    for publish in [true, false] {
        let given = give(&filed, &written(publish));
        assert_eq!(given["publish"], publish);
        handle(&stage, given["code"].as_str().expect("a code"), &answer);
    }
    let found = get(stage.address, "/api/v1/feedback/published?q=chu+qua+nho").json();
    assert_eq!(found["total"], 1);
    assert_eq!(found["items"][0]["answer"], "Bạn phóng to trang khi in.");
    assert!(!found.to_string().contains("Nguyễn Văn Thử"));
    let none = get(stage.address, "/api/v1/feedback/published?q=hoc+phi").json();
    assert_eq!(none["total"], 0);
}

#[test]
fn what_is_missing_or_personal_is_named_and_kept_by_nobody() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let changed = |member: &str, value: Value| {
        let mut body = written(true);
        body[member] = value;
        body
    };
    for (body, pointer) in [
        (changed("title", json!(" ")), "/title"),
        (changed("text", json!("x".repeat(5001))), "/text"),
        (changed("text", json!("Gọi tôi 0900 000 001")), "/text"),
        (changed("sender", Value::Null), "/sender"),
        (changed("attachments", json!(["nobodys"])), "/attachments/0"),
    ] {
        let answer = filed.applicant.post("/api/v1/feedback", &new_key(), &body);
        let problem = answer.problem(422, "answers-invalid");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{body}");
    }
    assert_eq!(
        get(stage.address, "/sandbox/officer/api/feedback").json(),
        json!([])
    );
    let bare = json!({"move": "answer", "text": " "});
    handle(&stage, "PA-2222-2222-2222", &bare).problem(422, "answers-invalid");
    get(stage.address, "/api/v1/feedback/PA-2222-2222-2222").problem(404, "not-found");
}

#[test]
fn the_officers_page_answers_and_says_what_is_missing() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let given = give(&filed, &written(false));
    let code = given["code"].as_str().expect("a code");
    let submit = |form: &str| {
        let length = form.len().to_string();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", length.as_str()),
        ];
        let line = format!("POST /sandbox/officer/feedback/{code}");
        send(stage.address, line.as_bytes(), &headers, form.as_bytes())
    };
    let again = submit("move=forward&text=x&agency=");
    assert!(String::from_utf8_lossy(&again.body).contains("role=\"alert\""));
    assert_eq!(submit("move=answer&text=Xong.").status, 303);
    let page = get(stage.address, "/sandbox/officer/feedback");
    let html = String::from_utf8(page.body).expect("text");
    assert!(html.contains(code) && html.contains("Xong.") && !html.contains("<textarea"));
}

#[test]
fn what_the_officer_did_not_choose_is_not_done_and_what_they_typed_stays() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let given = give(&filed, &written(false));
    let code = given["code"].as_str().expect("a code");
    let line = format!("POST /sandbox/officer/feedback/{code}");
    for (form, fault) in [
        ("text=C%E1%BA%A3m+%C6%A1n", "/move"),
        ("move=erase&text=C%E1%BA%A3m+%C6%A1n", "/move"),
        ("move=forward&agency=&text=C%E1%BA%A3m+%C6%A1n", "/agency"),
    ] {
        let length = form.len().to_string();
        let headers = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("content-length", length.as_str()),
        ];
        let again = send(stage.address, line.as_bytes(), &headers, form.as_bytes());
        let html = String::from_utf8(again.body).expect("text");
        assert_eq!(again.status, 200, "{form}");
        assert!(html.contains(&format!("({fault})")), "{form}: {html}");
        assert!(html.contains(">Cảm ơn</textarea>"), "{form}: {html}");
        assert_eq!(followed(&stage, code)["state"], "received", "{form}");
    }
}
