//! Where one lives, and the cards that say who one is.

use super::*;

#[test]
fn a_residence_case_in_the_address_needs_no_answer_and_brings_its_papers() {
    let form = ready("1.004222").form;
    let mut rented = Filled::example("1.004222");
    rented.case = "dang-ky-thuong-tru-vao-cho-o-hop-phap-do-thue-muon-o-nho".into();
    assert_eq!(
        rented.faults(&form),
        ["/owner/fullName", "/papers/f0e1d00115"]
    );
    let mut undecided = Filled::example("1.004222").with(json!({"case": null}));
    assert!(undecided.faults(&form).contains(&"/case".to_owned()));
    undecided.case = "chung".into();
    assert!(undecided.faults(&form).contains(&"/case".to_owned()));
}

#[test]
fn a_minor_who_moves_needs_a_parents_consent() {
    let missing = ["/guardian/fullName", "/guardian/citizenId"];
    leads_to("1.004222", json!({"dateOfBirth": "2010-01-01"}), &missing);
    leads_to("1.004194", json!({"dateOfBirth": "2010-01-01"}), &missing);
}

#[test]
fn a_stay_is_registered_for_two_years_at_most() {
    leads_to("1.004194", json!({"until": "2028-11-21"}), &["/until"]);
}

#[test]
fn a_childs_card_needs_proof_that_one_represents_it() {
    let changes = json!({
        "who": "other",
        "subject": {"fullName": "Nguyễn Thử Bé", "dateOfBirth": "2015-01-01", "citizenId": "001315000001"},
        "representative": {"fullName": "Trần Thị Thử", "citizenId": "001192054321", "phone": "0912345678"},
    });
    leads_to("1.014064", changes, &["/papers/aae3467ceb"]);
}

#[test]
fn a_passport_for_a_child_is_not_asked_for_at_fourteen() {
    let mut subject = Filled::example("1.001456").answers["subject"].clone();
    subject["dateOfBirth"] = "2012-11-20".into();
    leads_to("1.001456", json!({"subject": subject}), &["/subject"]);
    leads_to(
        "1.001456",
        json!({"again": "lost"}),
        &["/papers/62b3cad750"],
    );
}
