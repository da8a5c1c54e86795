//! The automatic officer: a whole life while one looks on.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::desk::{Filed, kinds};
use crate::process;
use crate::stage::Stage;

/// Looks again and again until the dossier has a status.
fn until(filed: &Filed, status: u16) -> Value {
    let patience = Instant::now() + Duration::from_secs(120);
    loop {
        let shown = filed.shown();
        if shown["status"]["code"] == status {
            return shown;
        }
        assert!(Instant::now() < patience, "it stays {}", shown["status"]);
    }
}

#[test]
fn a_visitor_files_is_asked_for_more_pays_and_gets_the_result() {
    let stage = Stage::demo(1000);
    let mut filed = Filed::new(&stage);
    until(&filed, 5);
    filed.answer_all();
    filed.pay();
    let returned = until(&filed, 10);
    assert_eq!(returned["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(returned["supplements"][0]["state"], "accepted");
    let kinds = kinds(&returned);
    for told in [
        "received",
        "handedOn",
        "supplemented",
        "paid",
        "decided",
        "returned",
    ] {
        assert!(kinds.iter().any(|kind| kind == told), "{told}: {kinds:?}");
    }
}

#[test]
fn who_chose_the_post_gets_the_result_by_post() {
    let stage = Stage::demo(1000);
    let mut filed = Filed::by_post(&stage);
    until(&filed, 5);
    filed.answer_all();
    let returned = until(&filed, 10);
    let way = &returned["results"][0]["post"];
    assert!(way["deliveredAt"].is_string(), "{way}");
    let kinds = kinds(&returned);
    assert_eq!(kinds[kinds.len() - 3..], ["decided", "posted", "returned"]);
}

#[test]
fn there_is_no_automatic_officer_on_a_real_portal() {
    let folder = tempfile::tempdir().expect("a folder");
    let built_in = include_str!("../../../data/portal.json");
    let mut portal: Value = serde_json::from_str(built_in).expect("JSON");
    portal["sandbox"] = false.into();
    let built_in = include_str!("../../../data/sign_in.json");
    let mut sign_in: Value = serde_json::from_str(built_in).expect("JSON");
    sign_in["issuer"] = json!("https://identity.example");
    for (name, settings) in [("portal.json", portal), ("sign_in.json", sign_in)] {
        std::fs::write(folder.path().join(name), settings.to_string()).expect("a file");
    }
    let error = process::refused(folder.path(), &["--demo"]);
    assert!(error.contains("--demo"), "{error}");
}
