//! Filing for somebody else: only by a mandate in force that covers it, and never without the
//! represented person's learning of it.

use std::time::Duration;

use serde_json::{Value, json};

use super::applicant::{Applicant, SERVICE};
use crate::browser::Browser;
use crate::stage::Stage;
use crate::uploads::sender::new_key;

const HELPER: &str = "Võ Mẫu Minh";
const ELDER: &str = "Lê Giả Cừ";
const LOG: &str = "/api/v1/me/access-log";
const CENTRE: &str = "/api/v1/me/notifications";
const DOSSIERS: &str = "/api/v1/dossiers";
const DAY: u64 = 86_400;

/// Somebody who files signed in as an invented citizen.
fn signed_in(stage: &Stage, citizen: &str) -> Applicant {
    let browser = Browser::signed_in(stage.address, citizen);
    let cookies = browser.cookies.iter();
    let cookies: Vec<String> = cookies
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mut applicant = Applicant::new(stage.address);
    applicant.sender.cookie = cookies.join("; ");
    applicant
}

/// A submission for whom a mandate names.
fn submission(applicant: &mut Applicant, mandate: &str) -> Value {
    let mut sent = applicant.submission();
    sent["onBehalfOf"] = mandate.into();
    sent.as_object_mut()
        .expect("a submission")
        .remove("contact");
    sent
}

fn total(applicant: &Applicant, query: &str) -> Value {
    applicant.get(&format!("{DOSSIERS}{query}")).json()["total"].clone()
}

#[test]
fn what_a_helper_files_bears_both_names_wherever_it_is_shown() {
    let stage = Stage::new();
    let mut helper = signed_in(&stage, "minh");
    let sent = submission(&mut helper, "minh-cu");
    let dossier = helper.filed(&sent);
    assert_eq!(dossier["applicant"], ELDER);
    assert_eq!(
        (&dossier["filedBy"], &dossier["filedAs"]),
        (&json!(HELPER), &json!("helper"))
    );
    let told = format!("{HELPER} nộp hồ sơ trực tuyến thay cho {ELDER}.");
    assert_eq!(dossier["timeline"][0]["text"]["vi"], told.as_str());
    let code = dossier["code"].as_str().expect("a code");
    let receipt = helper.get(&format!("{DOSSIERS}/{code}/receipt")).json();
    assert_eq!(
        (&receipt["applicant"], &receipt["filedBy"]),
        (&json!(ELDER), &json!(HELPER))
    );
    let line = helper.get(DOSSIERS).json()["items"][0].clone();
    assert_eq!(
        (&line["applicant"], &line["filedBy"]),
        (&json!(ELDER), &json!(HELPER))
    );
    let officer = crate::client::get(stage.address, &format!("/sandbox/officer/dossiers/{code}"));
    let page = String::from_utf8(officer.body).expect("text");
    assert!(
        page.contains(&format!("{HELPER}, với tư cách người giúp nộp hồ sơ")),
        "{page}"
    );
}

#[test]
fn the_represented_person_is_told_and_sees_who_did_it_even_if_they_were_never_here() {
    let stage = Stage::new();
    let mut helper = signed_in(&stage, "minh");
    let sent = submission(&mut helper, "minh-cu");
    let code = helper.filed(&sent)["code"].clone();
    let path = format!("{DOSSIERS}/{}", code.as_str().expect("a code"));
    let mut elder = Browser::signed_in(stage.address, "cu");
    let line = elder.get(LOG).json()["items"][0].clone();
    assert_eq!((&line["actor"], &line["dossier"]), (&json!(HELPER), &code));
    assert_eq!(
        line["why"]["vi"],
        "Võ Mẫu Minh nộp thay bạn, với tư cách người giúp nộp hồ sơ"
    );
    let news = elder.get(CENTRE).json()["items"][0].clone();
    assert_eq!(news["dossier"], code);
    assert_eq!(news["title"]["vi"], "Có người vừa nộp một hồ sơ thay bạn.");
    // A lock screen shows titles: no name stands there.
    assert!(!news["title"].to_string().contains("Minh"));
    assert_eq!(elder.get(&path).json()["filedBy"], HELPER);
    assert_eq!(elder.get(DOSSIERS).json()["total"], 1);
    // An officer's look and step reach both of them.
    let officer = format!(
        "/sandbox/officer/dossiers/{}",
        code.as_str().expect("a code")
    );
    crate::client::get(stage.address, &officer);
    let looked = elder.get(LOG).json()["items"][0].clone();
    assert_eq!(looked["what"]["vi"], "Hồ sơ nộp thay bạn");
    let body = json!({"move": "receive"}).to_string();
    let length = body.len().to_string();
    let line = format!(
        "POST /sandbox/officer/api/dossiers/{}/moves",
        code.as_str().expect("a code")
    );
    let headers = [
        ("content-type", "application/json"),
        ("content-length", length.as_str()),
    ];
    crate::client::send(stage.address, line.as_bytes(), &headers, body.as_bytes());
    for news in [elder.get(CENTRE).json(), helper.get(CENTRE).json()] {
        assert_eq!(
            news["items"][0]["title"]["vi"],
            "Hồ sơ của bạn đã được tiếp nhận."
        );
    }
    // Theirs to take back.
    let taken = elder.post(&format!("{path}/withdrawal"), &new_key(), &json!({}));
    assert_eq!(taken.status, 200);
}

#[test]
fn nobody_files_by_a_mandate_that_is_not_theirs_has_run_out_or_covers_other_services() {
    let stage = Stage::new();
    let refused = |applicant: &mut Applicant, mandate: &str, code: &str| {
        let sent = submission(applicant, mandate);
        let problem = applicant
            .file(&new_key(), &sent)
            .problem(422, "answers-invalid");
        assert_eq!(problem["errors"][0]["pointer"], "/onBehalfOf", "{problem}");
        assert_eq!(problem["errors"][0]["code"], code, "{problem}");
        assert_eq!(applicant.count(), 0);
    };
    refused(&mut signed_in(&stage, "minh"), "an-be", "unknown");
    refused(&mut signed_in(&stage, "an"), "minh-cu", "unknown");
    refused(&mut signed_in(&stage, "minh"), "minh-giang", "notCovered");
    stage.clock.advance(Duration::from_secs(45 * DAY));
    refused(&mut signed_in(&stage, "minh"), "minh-cu", "expired");
    let mut elder = Browser::signed_in(stage.address, "cu");
    assert_eq!(elder.get(LOG).json()["items"], json!([]));
    assert_eq!(elder.get(CENTRE).json()["items"], json!([]));
    assert_eq!(elder.get(DOSSIERS).json()["total"], 0);
}

#[test]
fn a_guest_files_for_nobody_else() {
    let stage = Stage::new();
    let mut guest = Applicant::new(stage.address);
    let mut sent = guest.submission();
    sent["onBehalfOf"] = "minh-cu".into();
    guest.file(&new_key(), &sent).problem(401, "sign-in-needed");
    assert_eq!(guest.count(), 0);
}

#[test]
fn a_draft_too_is_only_for_whom_one_may_act() {
    let stage = Stage::new();
    let mut browser = Browser::signed_in(stage.address, "minh");
    let draft = |service: &str, mandate: &str| {
        json!({"service": service, "case": "default", "formVersion": "1", "answers": {},
            "onBehalfOf": mandate})
    };
    for (service, mandate, code) in [
        (SERVICE, "an-be", "unknown"),
        (SERVICE, "minh-giang", "notCovered"),
    ] {
        let body = draft(service, mandate);
        let answer = browser.post("/api/v1/drafts", &new_key(), &body);
        let problem = answer.problem(400, "invalid");
        assert_eq!(problem["errors"][0]["code"], code, "{problem}");
    }
    let kept = browser.post("/api/v1/drafts", &new_key(), &draft(SERVICE, "minh-cu"));
    assert_eq!(kept.status, 201);
    let list = browser.get("/api/v1/drafts").json();
    assert_eq!(list["items"][0]["onBehalfOf"], "minh-cu");
}

#[test]
fn the_list_is_narrowed_to_one_person_and_duplicates_are_told_apart_by_person() {
    let stage = Stage::new();
    let mut father = signed_in(&stage, "binh");
    for mandate in ["binh-mot", "binh-hai"] {
        let sent = submission(&mut father, mandate);
        father.filed(&sent);
    }
    // The same for himself is a third application, and again for one child a slip.
    let own = father.submission();
    father.filed(&own);
    let again = submission(&mut father, "binh-mot");
    father.file(&new_key(), &again).problem(409, "duplicate");
    for (query, count) in [
        ("", 3),
        ("?onBehalfOf=binh-mot", 1),
        ("?onBehalfOf=binh-hai", 1),
        ("?onBehalfOf=minh-cu", 0),
        ("?q=tran%20thu%20hai", 1),
    ] {
        assert_eq!(total(&father, query), count, "{query}");
    }
}

#[test]
fn who_files_what_was_filed_for_them_already_learns_of_it_and_a_helper_does_not() {
    let stage = Stage::new();
    let mut helper = signed_in(&stage, "minh");
    let sent = submission(&mut helper, "minh-cu");
    let code = helper.filed(&sent)["code"].clone();
    let mut elder = signed_in(&stage, "cu");
    let own = elder.submission();
    let problem = elder.file(&new_key(), &own).problem(409, "duplicate");
    assert_eq!(problem["dossier"], code);

    let stage = Stage::new();
    let mut elder = signed_in(&stage, "cu");
    let own = elder.submission();
    elder.filed(&own);
    let mut helper = signed_in(&stage, "minh");
    let sent = submission(&mut helper, "minh-cu");
    helper.filed(&sent);
    assert_eq!(helper.count(), 1);
}

#[test]
fn nothing_of_the_helper_s_own_becomes_the_represented_person_s() {
    let stage = Stage::new();
    let mut helper = signed_in(&stage, "minh");
    // A paper of the helper's own, known to the portal from a dossier of theirs.
    let own = helper.submission();
    helper.filed(&own);
    let held = helper.get("/api/v1/me/documents").json()["items"].clone();
    let held_before = held.as_array().expect("papers").len();
    assert!(held_before > 0);
    let mut sent = submission(&mut helper, "minh-cu");
    let uploads = sent["papers"][0]["uploads"].take();
    sent["papers"][0]["held"] = held[0]["id"].clone();
    sent["papers"][0]["uploads"] = json!([]);
    let problem = helper
        .file(&new_key(), &sent)
        .problem(422, "answers-invalid");
    assert_eq!(problem["errors"][0]["pointer"], "/papers/0/held");
    assert_eq!(problem["errors"][0]["code"], "notTheirs");
    // Nor are the represented person's papers offered to the helper later.
    sent["papers"][0]["uploads"] = uploads;
    sent["papers"][0]["held"] = Value::Null;
    helper.filed(&sent);
    let held = helper.get("/api/v1/me/documents").json()["items"].clone();
    assert_eq!(held.as_array().expect("papers").len(), held_before);
}

#[test]
fn a_profile_is_seen_only_where_the_mandate_and_the_person_s_own_consent_allow() {
    let stage = Stage::new();
    let mut helper = Browser::signed_in(stage.address, "minh");
    let of = |helper: &mut Browser, mandate: &str| {
        helper.get(&format!("/api/v1/me/profile?onBehalfOf={mandate}"))
    };
    let consent = json!({"purpose": "prefillPopulation",
        "shown": {"vi": "Cho phép cổng lấy thông tin của tôi để điền sẵn."}});
    for citizen in ["cu", "giang"] {
        let mut person = Browser::signed_in(stage.address, citizen);
        if citizen == "giang" {
            let nothing = of(&mut helper, "minh-giang").json();
            assert_eq!(nothing, json!({"values": [], "available": []}));
        }
        let given = person.post("/api/v1/me/consents", &new_key(), &consent);
        assert_eq!(given.status, 201);
    }
    // A helper's mandate does not go so far, whatever the person allowed the portal.
    assert_eq!(of(&mut helper, "minh-cu").json()["values"], json!([]));
    let seen = of(&mut helper, "minh-giang").json();
    assert_eq!(seen["values"][0]["value"], "Vàng Giả Giàng");
    assert_eq!(seen["available"], json!([]));
    let mut giang = Browser::signed_in(stage.address, "giang");
    let line = giang.get(LOG).json()["items"][0].clone();
    assert_eq!(line["actor"], HELPER);
    of(&mut helper, "an-be").problem(404, "not-found");
}
