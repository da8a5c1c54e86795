//! One application makes one dossier, however often and by however many it is sent.

use std::collections::BTreeSet;

use super::applicant::{Applicant, FEE, SERVICE};
use crate::stage::Stage;
use crate::uploads::sender::new_key;

#[test]
fn what_is_filed_is_shown_as_it_was_sent_with_its_code_and_its_hashes() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let answer = applicant.file(&new_key(), &sent);
    assert_eq!(
        answer.status,
        201,
        "{}",
        String::from_utf8_lossy(&answer.body)
    );
    let dossier = answer.json();
    let code = dossier["code"].as_str().expect("a code");
    assert_eq!(code, "H15.50.05.13-261120-0001");
    assert_eq!(
        answer.header("location"),
        format!("/api/v1/dossiers/{code}")
    );
    assert_eq!(dossier["status"]["code"], 1);
    assert_eq!(dossier["status"]["portalText"]["vi"], "Mới đăng ký");
    assert_eq!(dossier["timeline"].as_array().map(Vec::len), Some(1));
    assert_eq!(dossier["timeline"][0]["kind"], "filed");
    assert_eq!(dossier["service"]["code"], SERVICE);
    assert_eq!(dossier["payments"]["obligations"][0]["amount"], FEE);
    assert_eq!(dossier["payments"]["obligations"][0]["state"], "due");
    assert_eq!(
        dossier["actions"],
        serde_json::json!(["pay", "message", "withdraw", "giveFeedback"])
    );
    let hash = dossier["content"]["answersSha256"]
        .as_str()
        .expect("a hash");
    assert_eq!(hash.len(), 64);
    for paper in dossier["content"]["papers"].as_array().expect("papers") {
        assert_eq!(paper["files"][0]["mediaType"], "image/jpeg");
    }
    assert!(answer.header("etag").starts_with("W/"));
    let mut shown = applicant.get(answer.header("location")).json();
    // The paper is written when somebody first looks.
    let receipt = shown.as_object_mut().expect("a dossier").remove("receipt");
    assert!(receipt.is_some());
    assert_eq!(shown, dossier);
}

#[test]
fn twenty_of_the_same_request_at_once_make_one_dossier_and_get_one_answer() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let key = new_key();
    let answers: Vec<_> = std::thread::scope(|threads| {
        let waiting: Vec<_> = (0..20)
            .map(|_| threads.spawn(|| applicant.file(&key, &sent)))
            .collect();
        waiting
            .into_iter()
            .map(|one| one.join().expect("an answer"))
            .collect()
    });
    let bodies: BTreeSet<_> = answers.iter().map(|answer| &answer.body).collect();
    assert!(answers.iter().all(|answer| answer.status == 201));
    assert_eq!(bodies.len(), 1);
    assert_eq!(applicant.count(), 1);
}

#[test]
fn the_same_application_under_two_keys_is_one_dossier_and_the_other_learns_which() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let (one, other) = std::thread::scope(|threads| {
        let one = threads.spawn(|| applicant.file("first-key-of-two", &sent));
        let other = threads.spawn(|| applicant.file("second-key-of-two", &sent));
        (
            one.join().expect("an answer"),
            other.join().expect("an answer"),
        )
    });
    let (filed, refused) = if one.status == 201 {
        (one, other)
    } else {
        (other, one)
    };
    let problem = refused.problem(409, "duplicate");
    assert_eq!(problem["dossier"], filed.json()["code"]);
    assert_eq!(applicant.count(), 1);
}

#[test]
fn who_files_the_same_again_on_purpose_may_and_other_answers_are_another_application() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let mut sent = applicant.submission();
    let first = applicant.filed(&sent);
    let again = applicant.submission();
    applicant.file(&new_key(), &again).problem(409, "duplicate");
    let mut despite = again;
    despite["despite"] = first["code"].clone();
    assert_eq!(
        applicant.filed(&despite)["code"],
        "H15.50.05.13-261120-0002"
    );

    sent = applicant.submission();
    let name = sent["answers"].as_object_mut().expect("answers");
    for answer in name
        .values_mut()
        .filter(|answer| *answer == "Nguyễn Văn Thử")
    {
        *answer = "Trần Thị Khác".into();
    }
    sent["answers"]["request"] = "Một việc khác".into();
    assert_eq!(applicant.filed(&sent)["code"], "H15.50.05.13-261120-0003");
    assert_eq!(applicant.count(), 3);
}

#[test]
fn a_dossier_is_nobody_elses() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let code = applicant.filed(&sent)["code"].clone();
    let code = code.as_str().expect("a code");
    let mut stranger = Applicant::new(stage.address);
    stranger.upload();
    assert_eq!(stranger.count(), 0);
    for path in ["", "/receipt", "/receipt.pdf", "/payments", "/files/f1"] {
        let path = format!("/api/v1/dossiers/{code}{path}");
        stranger.get(&path).problem(404, "not-found");
        Applicant::new(stage.address)
            .get(&path)
            .problem(401, "sign-in-needed");
    }
}

#[test]
fn a_list_is_searched_and_filtered() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    applicant.filed(&sent);
    for (query, count) in [
        ("", 1),
        ("?q=an%20ninh%20trat%20tu", 1),
        ("?q=261120", 1),
        ("?q=khai%20sinh", 0),
        ("?state=needsYou", 1),
        ("?state=open", 1),
        ("?state=finished", 0),
        ("?offset=1", 1),
    ] {
        let list = applicant.get(&format!("/api/v1/dossiers{query}")).json();
        assert_eq!(list["total"], count, "{query}");
        assert_eq!(list["needingYou"], 1, "{query}");
    }
    applicant
        .get("/api/v1/dossiers?state=lost&limit=0")
        .problem(400, "invalid");
}
