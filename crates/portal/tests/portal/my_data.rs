//! Taking one's data away, and having it deleted.

use std::io::Cursor;
use std::time::Duration;

use serde_json::{Value, json};
use zip::ZipArchive;

use crate::browser::Browser;
use crate::stage::Stage;
use crate::uploads::sender::hash;

const EXPORTS: &str = "/api/v1/me/exports";
const DELETION: &str = "/api/v1/me/deletion";
const DAY: Duration = Duration::from_secs(86_400);

fn draft(browser: &mut Browser) {
    let content = json!({"service": "1.001193", "case": "c1", "formVersion": "1",
        "answers": {"childName": "Bé Mẫu"}, "papers": [], "sectionsDone": 1, "sections": 4});
    let kept = browser.post("/api/v1/drafts", "my-data-draft-key", &content);
    assert_eq!(kept.status, 201);
}

fn post(browser: &mut Browser, path: &str, key: &str) -> crate::client::Answer {
    browser.ask("POST", path, &[("idempotency-key", key)], b"")
}

#[test]
fn everything_comes_in_one_file_that_is_nobody_elses_and_goes_after_a_week() {
    let stage = Stage::new();
    let mut an = Browser::signed_in(stage.address, "an");
    draft(&mut an);
    let asked = post(&mut an, EXPORTS, "my-data-export-01");
    assert_eq!(asked.status, 202);
    let export = asked.json();
    assert_eq!(export["state"], "ready");
    let own = format!("{EXPORTS}/{}", export["id"].as_str().expect("an id"));
    assert_eq!(an.get(&own).json(), export);
    let file = an.get(export["file"]["address"].as_str().expect("an address"));
    assert_eq!(export["file"]["sha256"], hash(&file.body));
    let mut archive = ZipArchive::new(Cursor::new(file.body)).expect("an archive");
    let drafts = archive.by_name("ban-nhap.json").expect("the drafts");
    let drafts: Value = serde_json::from_reader(drafts).expect("JSON");
    assert_eq!(drafts[0]["answers"]["childName"], "Bé Mẫu");
    for part in [
        "toi.json",
        "dong-y.json",
        "nhat-ky-truy-cap.json",
        "phan-anh.json",
    ] {
        assert!(archive.by_name(part).is_ok(), "{part}");
    }

    let mut other = Browser::signed_in(stage.address, "binh");
    other.get(&own).problem(404, "not-found");
    other
        .get(&format!("{own}/content"))
        .problem(404, "not-found");
    stage.clock.advance(7 * DAY);
    let mut later = Browser::signed_in(stage.address, "an");
    assert_eq!(later.get(&own).json()["state"], "expired");
    later
        .get(&format!("{own}/content"))
        .problem(404, "not-found");
}

#[test]
fn the_same_request_again_is_one_export_and_a_fourth_in_a_day_waits() {
    let stage = Stage::new();
    let mut an = Browser::signed_in(stage.address, "an");
    let first = post(&mut an, EXPORTS, "my-data-export-11");
    let again = post(&mut an, EXPORTS, "my-data-export-11");
    assert!(first.body == again.body);
    for number in 12..14 {
        let key = format!("my-data-export-{number}");
        assert_eq!(post(&mut an, EXPORTS, &key).status, 202);
    }
    post(&mut an, EXPORTS, "my-data-export-14").problem(409, "not-now");
    stage.clock.advance(DAY);
    let mut next = Browser::signed_in(stage.address, "an");
    assert_eq!(post(&mut next, EXPORTS, "my-data-export-15").status, 202);
}

#[test]
fn what_would_go_is_said_before_and_what_the_law_keeps_stays() {
    let stage = Stage::new();
    let mut an = Browser::signed_in(stage.address, "an");
    draft(&mut an);
    let preview = an.get(DELETION).json();
    assert!(preview["requestedAt"].is_null());
    assert!(
        preview["kept"][0]["why"]["vi"]
            .as_str()
            .is_some_and(|why| why.contains("lưu trữ"))
    );
    let done = post(&mut an, DELETION, "my-data-deletion-1");
    assert_eq!(done.status, 202);
    assert_eq!(done.json()["requestedAt"], "2026-11-20T12:00:00+07:00");
    assert_eq!(an.get("/api/v1/drafts").json()["items"], json!([]));
    assert_eq!(
        an.get(DELETION).json()["requestedAt"],
        "2026-11-20T12:00:00+07:00"
    );
    // The access log stays, and so does the session.
    assert_eq!(an.get("/api/v1/me/access-log").status, 200);
}

#[test]
fn a_guest_is_told_to_sign_in() {
    let stage = Stage::new();
    let mut guest = Browser::new(stage.address);
    for path in [EXPORTS, DELETION] {
        post(&mut guest, path, "my-data-export-21").problem(401, "sign-in-needed");
    }
    guest.get(DELETION).problem(401, "sign-in-needed");
}
