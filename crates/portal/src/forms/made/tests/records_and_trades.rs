//! Records, licences and businesses.

use super::*;

#[test]
fn nobody_asks_for_another_persons_record_no_2() {
    leads_to("3.000333", json!({"kind": "2"}), &[]);
    let stranger = json!({
        "who": "authorised", "kind": "2",
        "subject": {"fullName": "Trần Thị Thử", "dateOfBirth": "1992-08-03", "sex": "female"},
        "repName": "Nguyễn Văn Mẫu", "repId": "001090012345",
        "repHome": {"province": "01", "commune": "00004", "detail": "Số 1"},
    });
    leads_to("3.000333", stranger, &["/kind", "/papers/2a0e880057"]);
}

#[test]
fn a_time_of_residence_does_not_end_before_it_begins() {
    let stays = json!([{"from": "2020-01-01", "to": "2019-01-01", "place": "Hà Nội"}]);
    leads_to("3.000333", json!({"stays": stays}), &["/stays/0/to"]);
    leads_to("3.000333", json!({"stays": []}), &["/stays"]);
}

#[test]
fn motorcycle_classes_alone_need_no_health_certificate() {
    let form = ready("3.000348").form;
    let example = Filled::example("3.000348").without_papers();
    assert_eq!(example.faults(&form), ["/papers/29990ddf42"]);
    let motorcycle = example.with(json!({"classes": ["A1"]}));
    assert_eq!(motorcycle.faults(&form), Vec::<String>::new());
}

#[test]
fn a_family_business_brings_its_members_and_their_authorisation() {
    let changes = json!({"founders": "family"});
    leads_to("1.001612", changes, &["/members", "/papers/e762d99753"]);
}

#[test]
fn a_business_is_signed_for_and_only_an_extract_is_for_guests() {
    for (code, made) in all() {
        assert_eq!(made.signature, code == "1.001612", "{code}");
        assert_eq!(made.guests, code == "2.000635", "{code}");
    }
    let extract = Forms::new(false)
        .write(&service("2.000635"))
        .expect("a form");
    assert!(!extract.for_case("default").guests);
}
