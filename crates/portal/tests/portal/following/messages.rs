//! The person and the officer write to each other.

use serde_json::json;

use super::desk::Filed;
use crate::client::{get, send};
use crate::stage::Stage;
use crate::uploads::sender::new_key;

fn officer_writes(filed: &Filed, text: &str) -> u16 {
    let path = format!("POST /sandbox/officer/api/dossiers/{}/messages", filed.code);
    let body = json!({"text": text}).to_string();
    let length = body.len().to_string();
    let headers = [
        ("content-type", "application/json"),
        ("content-length", length.as_str()),
    ];
    send(
        filed.applicant.sender.to,
        path.as_bytes(),
        &headers,
        body.as_bytes(),
    )
    .status
}

#[test]
fn messages_go_both_ways_with_files_and_are_unread_until_they_are_read() {
    let stage = Stage::new();
    let mut filed = Filed::new(&stage);
    let path = format!("{}/messages", filed.path());
    let upload = filed.applicant.upload();
    let body = json!({"text": "Tôi cần gấp.\nCảm ơn.", "attachments": [upload]});
    let sent = filed.applicant.post(&path, &new_key(), &body);
    assert_eq!(sent.status, 201);
    let sent = sent.json();
    assert_eq!(sent["from"]["role"], "citizen");
    let file = sent["attachments"][0]["address"]
        .as_str()
        .expect("an address");
    assert_eq!(
        filed.applicant.get(file).header("content-type"),
        "image/jpeg"
    );
    let page = format!("/sandbox/officer/dossiers/{}", filed.code);
    let page = get(stage.address, &page).body;
    let hash = sent["attachments"][0]["sha256"].as_str().expect("a hash");
    assert!(
        String::from_utf8_lossy(&page).contains(hash),
        "the officer can compare the file with the person's own"
    );

    assert_eq!(officer_writes(&filed, "Chúng tôi đang xem."), 204);
    assert_eq!(officer_writes(&filed, "  "), 422);
    assert_eq!(filed.shown()["unreadMessages"], 1);
    filed.is_listed_as_it_is();
    let messages = filed.applicant.get(&path).json();
    assert_eq!(messages["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(messages["items"][1]["from"]["officer"], "Cán bộ thử nghiệm");
    assert_eq!(filed.shown()["unreadMessages"], 0);
}

#[test]
fn an_empty_message_a_strange_file_and_a_finished_dossier_are_refused() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let path = format!("{}/messages", filed.path());
    for (body, pointer) in [
        (json!({"text": " "}), "/text"),
        (json!({"text": "x".repeat(2001)}), "/text"),
    ] {
        let problem = filed
            .applicant
            .post(&path, &new_key(), &body)
            .problem(422, "answers-invalid");
        assert_eq!(problem["errors"][0]["pointer"], pointer);
    }
    let strange = json!({"text": "Xem tệp.", "attachments": ["nobodys"]});
    let problem = filed
        .applicant
        .post(&path, &new_key(), &strange)
        .problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["pointer"], "/attachments/0");
    filed.withdraw();
    filed
        .applicant
        .post(&path, &new_key(), &json!({"text": "Còn đó không?"}))
        .problem(409, "not-now");
    assert_eq!(filed.applicant.get(&path).json()["items"], json!([]));
    filed
        .applicant
        .get(&format!("{path}?cursor=x"))
        .problem(404, "not-found");
}
