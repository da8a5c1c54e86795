//! Births, marriages and deaths.

use super::*;

#[test]
fn an_abandoned_child_needs_the_record_and_no_parents() {
    let changes =
        json!({"relation": "carer", "parents": "abandoned", "father": null, "birthProof": null});
    leads_to("1.001193", changes, &["/papers/b1ce2a0f87"]);
}

#[test]
fn a_surrogate_birth_needs_the_clinics_confirmation() {
    leads_to(
        "1.001193",
        json!({"surrogacy": true}),
        &["/papers/679b8f7fcd"],
    );
}

#[test]
fn an_electronic_certificate_of_birth_needs_no_paper() {
    let form = ready("1.001193").form;
    let example = Filled::example("1.001193").without_papers();
    assert_eq!(example.faults(&form), ["/papers/53b702b36b"]);
    let electronic = example.with(json!({"birthProof": "electronic"}));
    assert_eq!(electronic.faults(&form), Vec::<String>::new());
}

#[test]
fn a_birth_lies_in_the_past_and_a_mother_who_files_is_known() {
    leads_to(
        "1.001193",
        json!({"childBirthDate": "2026-11-21"}),
        &["/childBirthDate"],
    );
    leads_to("1.001193", json!({"parents": "father"}), &["/parents"]);
}

#[test]
fn who_is_authorised_to_register_a_birth_shows_it() {
    let mother = json!({"fullName": "Trần Thị Thử", "ethnicity": "Kinh", "nationality": "VN",
        "residence": {"province": "01", "commune": "00004", "detail": "Số 1"}});
    let changes = json!({"relation": "authorised", "mother": mother});
    leads_to(
        "1.001193",
        changes,
        &["/motherBirthYear", "/papers/da410610ca"],
    );
}

#[test]
fn nobody_marries_too_young() {
    leads_to(
        "1.000894",
        json!({"yourBirthDate": "2008-11-21"}),
        &["/yourBirthDate"],
    );
    let mut groom = Filled::example("1.000894").answers["partner"].clone();
    groom["dateOfBirth"] = "2006-11-21".into();
    leads_to("1.000894", json!({"partner": groom}), &["/partner"]);
    groom["dateOfBirth"] = "2006-11-20".into();
    leads_to("1.000894", json!({"partner": groom}), &[]);
}

#[test]
fn an_earlier_certificate_of_marital_status_is_handed_back() {
    let form = ready("1.004873").form;
    let example = Filled::example("1.004873").without_papers();
    assert_eq!(example.faults(&form), ["/papers/ebf44345ae"]);
    let first = example.with(json!({"reissue": false}));
    assert_eq!(first.faults(&form), Vec::<String>::new());
}

#[test]
fn a_certificate_for_another_purpose_names_it() {
    let changes = json!({"purposeDetail": null, "certificates": null});
    leads_to("1.004873", changes, &["/purposeDetail", "/certificates"]);
    leads_to("1.004873", json!({"purpose": "marriage"}), &[]);
}

#[test]
fn an_extract_for_an_organisation_says_why() {
    let person = json!({"fullName": "Nguyễn Văn Mẫu", "dateOfBirth": "1990-05-17",
        "sex": "male", "nationality": "VN"});
    let changes = json!({"relation": "organisation", "person": person});
    leads_to("2.000635", changes, &["/organisation", "/reason"]);
}

#[test]
fn a_death_follows_the_birth_and_one_long_ago_needs_evidence() {
    leads_to("1.000656", json!({"diedOn": "1939-12-31"}), &["/diedOn"]);
    leads_to(
        "1.000656",
        json!({"proof": "longAgo"}),
        &["/papers/99d44efa00"],
    );
    leads_to(
        "1.000656",
        json!({"homeKnown": false}),
        &["/papers/7b59606674"],
    );
}
