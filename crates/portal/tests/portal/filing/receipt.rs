//! The receipt says what was received, and when the result is due.

use std::time::Duration;

use super::applicant::Applicant;
use crate::stage::Stage;
use crate::uploads::sender::hash;

#[test]
fn the_receipt_names_the_papers_with_their_hashes_and_a_date_in_working_days() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let dossier = applicant.filed(&sent);
    let code = dossier["code"].as_str().expect("a code");
    let receipt = applicant
        .get(&format!("/api/v1/dossiers/{code}/receipt"))
        .json();
    assert_eq!(receipt["code"], code);
    assert_eq!(receipt["qr"], code);
    assert_eq!(receipt["receivedAt"], "2026-11-20T12:00:00+07:00");
    // Four working days from Friday noon: Monday to Thursday.
    assert_eq!(receipt["deadline"]["promised"], "2026-11-26T17:00:00+07:00");
    assert_eq!(receipt["deadline"]["workingDaysLeft"], 4);
    assert_eq!(receipt["deadline"], dossier["deadline"]);
    let papers = receipt["papers"].as_array().expect("papers");
    assert_eq!(
        papers.len(),
        sent["papers"].as_array().expect("papers").len()
    );
    for paper in papers {
        assert_eq!(paper["sha256"][0].as_str().map(str::len), Some(64));
    }
}

#[test]
fn the_receipt_is_printed_as_a_tagged_file_that_may_be_kept_under_the_dossiers_name() {
    let stage = Stage::new();
    let mut applicant = Applicant::new(stage.address);
    let sent = applicant.submission();
    let dossier = applicant.filed(&sent);
    let code = dossier["code"].as_str().expect("a code");
    let printed = applicant.get(&format!("/api/v1/dossiers/{code}/receipt.pdf"));
    assert_eq!(printed.status, 200);
    assert_eq!(printed.header("content-type"), "application/pdf");
    assert!(printed.header("content-disposition").contains(code));
    assert!(printed.header("cache-control").contains("no-store"));
    assert!(printed.body.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&printed.body).into_owned();
    assert!(text.contains("/StructTreeRoot") && text.contains("pdfuaid:part"));
    let told = applicant.get(&format!("/api/v1/dossiers/{code}")).json()["receipt"].clone();
    assert_eq!(told["bytes"], printed.body.len());
    assert_eq!(told["sha256"], hash(&printed.body));
    assert_eq!(
        told["address"],
        format!("/api/v1/dossiers/{code}/receipt.pdf")
    );
    // Written once: the same bytes whenever it is fetched.
    stage.clock.advance(Duration::from_secs(600));
    let later = applicant.get(&format!("/api/v1/dossiers/{code}/receipt.pdf"));
    assert!(later.body == printed.body);
}
