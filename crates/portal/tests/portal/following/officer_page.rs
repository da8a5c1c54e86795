//! The officer's page: what may be done now and nothing else, without script.

use super::desk::Filed;
use crate::client::{Answer, get, send};
use crate::stage::Stage;

fn path(filed: &Filed) -> String {
    format!("/sandbox/officer/dossiers/{}", filed.code)
}

fn page(filed: &Filed) -> String {
    let answer = get(filed.applicant.sender.to, &path(filed));
    assert_eq!(answer.status, 200);
    String::from_utf8(answer.body).expect("text")
}

fn submit(filed: &Filed, form: &str, headers: &[(&str, &str)]) -> Answer {
    let length = form.len().to_string();
    let mut all = vec![
        ("content-type", "application/x-www-form-urlencoded"),
        ("content-length", length.as_str()),
    ];
    all.extend(headers);
    let line = format!("POST {}", path(filed));
    send(
        filed.applicant.sender.to,
        line.as_bytes(),
        &all,
        form.as_bytes(),
    )
}

#[test]
fn it_offers_what_is_legal_and_does_it() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let html = page(&filed);
    assert!(html.contains("Trang cán bộ thử nghiệm") && !html.contains("<script"));
    assert_eq!(html.matches("<h1>").count(), 1);
    assert!(html.contains("value=\"receive\"") && !html.contains("value=\"handOn\""));
    let done = submit(&filed, "move=receive", &[]);
    assert_eq!(
        (done.status, done.header("location")),
        (303, path(&filed).as_str())
    );
    assert_eq!(filed.status(), 2);
    let html = page(&filed);
    assert!(html.contains("value=\"handOn\"") && !html.contains("value=\"receive\""));
    let list = get(stage.address, "/sandbox/officer");
    assert!(String::from_utf8_lossy(&list.body).contains(&filed.code));
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_stays() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let again = submit(
        &filed,
        "move=refuse&refuse-reasons=&refuse-whatNext=Sang+n%C6%A1i+kh%C3%A1c",
        &[],
    );
    let html = String::from_utf8(again.body).expect("text");
    assert_eq!(again.status, 200);
    assert!(
        html.contains("role=\"alert\"") && html.contains("<title>Lỗi: "),
        "{html}"
    );
    assert!(html.contains("Sang nơi khác"));
    let again = submit(&filed, "move=return", &[]);
    assert!(String::from_utf8_lossy(&again.body).contains("Hồ sơ chưa có kết quả."));
    assert_eq!(filed.status(), 1);
}

#[test]
fn no_other_site_acts_for_the_officer_and_nothing_typed_becomes_markup() {
    let stage = Stage::new();
    let filed = Filed::new(&stage);
    let foreign = [
        ("origin", "https://other.example"),
        ("sec-fetch-site", "cross-site"),
    ];
    submit(&filed, "move=receive", &foreign).problem(403, "cross-site");
    assert_eq!(filed.status(), 1);
    let again = submit(&filed, "move=pause&pause-reason=%3Cb%3E%22x", &[]);
    let html = String::from_utf8(again.body).expect("text");
    assert!(!html.contains("<b>"));
}

#[test]
fn there_is_no_such_page_on_a_real_portal() {
    let built_in = include_str!("../../../data/portal.json");
    let mut settings: serde_json::Value = serde_json::from_str(built_in).expect("JSON");
    settings["sandbox"] = false.into();
    let identity = serde_json::json!({
        "issuer": "https://identity.example", "clientId": "portal", "scopes": ["openid"]
    });
    let built_in = include_str!("../../../data/sign_in.json");
    let mut sign_in: serde_json::Value = serde_json::from_str(built_in).expect("JSON");
    for (member, value) in identity.as_object().expect("an object") {
        if sign_in.get(member).is_some() {
            sign_in[member] = value.clone();
        }
    }
    let stage = Stage::with(&[("portal.json", settings), ("sign_in.json", sign_in)]);
    get(stage.address, "/sandbox/officer").problem(404, "not-found");
    get(stage.address, "/sandbox/officer/api/dossiers").problem(404, "not-found");
}
