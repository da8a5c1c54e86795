//! The forms made by hand, filled in as the examples in `data/forms/examples` fill them in
//! (by people who do not exist), and as people fill forms in wrongly.

use motcua_contract::service::Service;
use motcua_forms::{Answers, Day, Form, Papers, Setting};
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::{Forms, Ready};
use super::*;
use crate::reading::tests::catalogue;

mod civil_status;
mod identity;
mod records_and_trades;

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
