//! The notification centre, and what would leave the portal.

use serde_json::json;

use super::desk::Filed;
use crate::stage::Stage;

fn inbox(filed: &Filed) -> String {
    let page = filed.applicant.get("/sandbox/inbox");
    String::from_utf8(page.body).expect("text")
}

#[test]
fn each_step_of_the_officers_is_told_once_and_read_up_to_where_one_looked() {
    let stage = Stage::new();
    let filed = Filed::new(&stage).at_work();
    filed.officer(&filed.request());
    let centre = filed.applicant.get("/api/v1/me/notifications").json();
    let items = centre["items"].as_array().expect("notifications");
    assert_eq!((items.len(), &centre["unread"]), (3, &json!(3)));
    assert_eq!(items[0]["action"], "supplement");
    assert_eq!(items[0]["dossier"], filed.code.as_str());
    // It may stand on a lock screen.
    assert!(!centre.to_string().contains("Nguyễn Văn Thử"));
    let body = json!({"upTo": items[1]["id"]});
    let path = "/api/v1/me/notifications/read";
    let read = filed.applicant.post(path, "key-of-no-use-here", &body);
    assert_eq!(read.status, 204);
    let centre = filed.applicant.get("/api/v1/me/notifications").json();
    assert_eq!(centre["unread"], 1);
    assert_eq!(centre["items"][0]["read"], false);
    let strange = json!({"upTo": "n9999"});
    let problem = filed.applicant.post(path, "key-of-no-use-here", &strange);
    problem.problem(422, "answers-invalid");
}

#[test]
fn who_left_a_phone_while_filing_hears_there_until_they_choose_otherwise() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let ways = filed
        .applicant
        .get("/api/v1/me/notification-channels")
        .json();
    assert_eq!(ways["items"][1]["kind"], "sms");
    assert_eq!(ways["items"][1]["state"], "on");
    assert_eq!(ways["items"][1]["address"], "09••••••01");
    assert_eq!(filed.shown()["notifications"], json!({"channels": ["sms"]}));
    filed.officer(&json!({"move": "receive"}));
    let sent = inbox(&filed);
    assert_eq!(sent.matches("Tin nhắn SMS").count(), 1, "{sent}");
    assert!(sent.contains(&filed.code) && !sent.contains("Nguyễn Văn Thử"));

    let path = format!("{}/notifications", filed.path());
    let none = filed.applicant.put(&path, &json!({"channels": []}));
    assert_eq!((none.status, none.json()), (200, json!({"channels": []})));
    filed.officer(&json!({"move": "handOn"}));
    assert_eq!(inbox(&filed).matches("Tin nhắn SMS").count(), 1);
}

#[test]
fn another_way_needs_an_address_and_is_used_from_then_on() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let path = "/api/v1/me/notification-channels/email";
    let problem = filed
        .applicant
        .put(path, &json!({"on": true}))
        .problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["pointer"], "/address");
    filed
        .applicant
        .put(path, &json!({"on": true, "address": "không phải"}))
        .problem(422, "answers-invalid");
    let set = filed
        .applicant
        .put(path, &json!({"on": true, "address": "an@example.com"}));
    assert_eq!(
        (set.status, &set.json()["address"]),
        (200, &json!("a•@example.com"))
    );
    filed.officer(&json!({"move": "receive"}));
    assert!(inbox(&filed).contains("Thư điện tử đến a•@example.com"));
    let unknown = "/api/v1/me/notification-channels/fax";
    filed
        .applicant
        .put(unknown, &json!({"on": true}))
        .problem(404, "not-found");
    let own = format!("{}/notifications", filed.path());
    let problem = filed
        .applicant
        .put(&own, &json!({"channels": ["sms", "fax"]}));
    assert_eq!(
        problem.problem(422, "answers-invalid")["errors"][0]["pointer"],
        "/channels/1"
    );
}
