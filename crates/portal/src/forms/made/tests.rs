//! The forms made by hand, filled in as the examples in `data/forms/examples` fill them in
//! (by people who do not exist), and as people fill forms in wrongly.

use motcua_contract::service::Service;
use motcua_forms::{Answers, Day, Form, Papers, Setting};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::{Forms, Ready};
use super::*;
use crate::reading::tests::catalogue;

const EXAMPLES: [(&str, &str); 12] = [
    (
        "1.001193",
        include_str!("../../../data/forms/examples/1.001193.json"),
    ),
    (
        "1.000894",
        include_str!("../../../data/forms/examples/1.000894.json"),
    ),
    (
        "1.004873",
        include_str!("../../../data/forms/examples/1.004873.json"),
    ),
    (
        "2.000635",
        include_str!("../../../data/forms/examples/2.000635.json"),
    ),
    (
        "1.000656",
        include_str!("../../../data/forms/examples/1.000656.json"),
    ),
    (
        "1.004222",
        include_str!("../../../data/forms/examples/1.004222.json"),
    ),
    (
        "1.004194",
        include_str!("../../../data/forms/examples/1.004194.json"),
    ),
    (
        "1.014064",
        include_str!("../../../data/forms/examples/1.014064.json"),
    ),
    (
        "1.001456",
        include_str!("../../../data/forms/examples/1.001456.json"),
    ),
    (
        "3.000333",
        include_str!("../../../data/forms/examples/3.000333.json"),
    ),
    (
        "3.000348",
        include_str!("../../../data/forms/examples/3.000348.json"),
    ),
    (
        "1.001612",
        include_str!("../../../data/forms/examples/1.001612.json"),
    ),
];

/// A form as somebody fills it in.
#[derive(Clone, Debug, Deserialize)]
struct Filled {
    case: String,
    answers: Answers,
    /// Requirements with a file each.
    papers: Vec<String>,
}

impl Filled {
    fn example(code: &str) -> Self {
        let (_, text) = EXAMPLES.iter().find(|(one, _)| *one == code).expect(code);
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{code}: {error}"))
    }

    /// With other answers; `null` takes one away.
    fn with(mut self, changes: Value) -> Self {
        for (id, answer) in changes.as_object().expect("an object") {
            match answer {
                Value::Null => drop(self.answers.remove(id)),
                answer => drop(self.answers.insert(id.clone(), answer.clone())),
            }
        }
        self
    }

    fn without_papers(mut self) -> Self {
        self.papers.clear();
        self
    }

    /// The pointers of all faults on 20 November 2026.
    fn faults(&self, form: &Form) -> Vec<String> {
        let setting = Setting {
            today: Day::new(2026, 11, 20).expect("a day"),
            case: &self.case,
            places: None,
        };
        let papers: Papers = self.papers.iter().map(|id| (id.as_str(), 1)).collect();
        match form.check(&self.answers, &papers, &setting) {
            Ok(_) => Vec::new(),
            Err(faults) => faults.into_iter().map(|fault| fault.pointer).collect(),
        }
    }
}

fn service(code: &str) -> Service {
    let mut services = catalogue().iter();
    services.find(|one| one.code == code).expect(code).clone()
}

fn ready(code: &str) -> Ready {
    let written = Forms::new(true).write(&service(code));
    written.unwrap_or_else(|broken| panic!("{broken}"))
}

#[test]
fn each_knows_exactly_the_papers_that_the_catalogue_asks_for() {
    let made = all();
    for (code, _) in FILES {
        let service = service(code);
        let lines = service.cases.iter().flat_map(|case| &case.requirements);
        let mut wanted: Vec<_> = lines
            .filter(|line| line.is_paper())
            .map(|line| line.id.as_str())
            .collect();
        let covered = made[code].covered.iter().map(String::as_str);
        let mut known: Vec<_> = made[code].papers().into_iter().chain(covered).collect();
        wanted.sort_unstable();
        known.sort_unstable();
        assert_eq!(known, wanted, "{code}");
    }
}

#[test]
fn each_states_as_many_originals_and_copies_as_the_catalogue() {
    use motcua_forms::Kind;
    for (code, _) in FILES {
        let service = service(code);
        let lines: Vec<_> = service
            .cases
            .iter()
            .flat_map(|case| &case.requirements)
            .collect();
        for field in ready(code).form.definition().fields() {
            if let Kind::Papers {
                requirement,
                originals,
                copies,
            } = &field.kind
            {
                let line = lines.iter().find(|line| line.id == *requirement);
                let line = line.unwrap_or_else(|| panic!("{code} {requirement}"));
                let stated = (Some(line.originals), Some(line.copies));
                assert_eq!((*originals, *copies), stated, "{code} {requirement}");
            }
        }
    }
}

#[test]
fn each_example_is_accepted() {
    for (code, _) in EXAMPLES {
        let faults = Filled::example(code).faults(&ready(code).form);
        assert!(faults.is_empty(), "{code}: {faults:?}");
    }
}

#[test]
fn an_answer_that_is_taken_away_is_missed_at_its_own_place_or_not_needed() {
    for (code, _) in EXAMPLES {
        let form = ready(code).form;
        let example = Filled::example(code);
        let mut missed = 0;
        for id in example.answers.keys() {
            let faults = example.clone().with(json!({ (id): null })).faults(&form);
            missed += usize::from(faults.contains(&format!("/{id}")));
        }
        assert!(
            missed * 2 > example.answers.len(),
            "{code}: {missed} are missed"
        );
    }
}

#[test]
fn a_catalogue_that_asks_for_another_paper_gets_a_derived_form_until_somebody_has_looked() {
    let mut changed = service("1.001193");
    changed.cases[0].requirements[0].id = "0000000000".into();
    let made = all();
    assert!(made["1.001193"].fits(&service("1.001193")));
    assert!(!made["1.001193"].fits(&changed));
    let ready = Forms::new(true).write(&changed).expect("a form");
    assert!(ready.form.field("childName").is_none());
    assert!(ready.form.field("paper-0000000000").is_some());
}

/// What a change to an example leads to, faults in the order of the form.
fn leads_to(code: &str, changes: Value, pointers: &[&str]) {
    let faults = Filled::example(code)
        .with(changes.clone())
        .faults(&ready(code).form);
    assert_eq!(faults, pointers, "{code} {changes}");
}

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
