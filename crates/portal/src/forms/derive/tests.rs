//! Every procedure of the catalogue that came with the program gets a form that can be filed.

use std::collections::BTreeMap;

use motcua_contract::cases;
use motcua_contract::service::Service;
use motcua_forms::{Form, Kind};

use super::filing;
use crate::reading::tests::catalogue;

fn form(service: &Service) -> Form {
    Form::read(&filing(service).definition)
        .unwrap_or_else(|rejected| panic!("{}: {rejected}", service.code))
}

/// The papers that a form asks for: requirement and the copies stated, in order.
fn asked(form: &Form) -> Vec<(String, Option<u32>, Option<u32>)> {
    let fields = form.definition().fields();
    fields
        .filter_map(|field| match &field.kind {
            Kind::Papers {
                requirement,
                originals,
                copies,
            } => Some((requirement.clone(), *originals, *copies)),
            _ => None,
        })
        .collect()
}

#[test]
fn every_paper_of_every_procedure_is_asked_for_exactly_once_and_nothing_else() {
    assert_eq!(catalogue().len(), 2642);
    for service in catalogue() {
        let form = form(service);
        let lines = service.cases.iter().flat_map(|case| &case.requirements);
        let stated: BTreeMap<_, _> = lines
            .filter(|line| line.is_paper())
            .map(|line| (line.id.clone(), (line.originals, line.copies)))
            .collect();
        let asked = asked(&form);
        assert_eq!(asked.len(), stated.len(), "{}", service.code);
        for (id, originals, copies) in asked {
            let expected = stated.get(&id).map(|(a, b)| (Some(*a), Some(*b)));
            assert_eq!(expected, Some((originals, copies)), "{} {id}", service.code);
        }
    }
}

#[test]
fn a_case_is_asked_for_exactly_where_there_is_something_to_choose() {
    let mut choosing = 0;
    for service in catalogue() {
        let choices = cases::choices(&service.cases).len();
        let form = form(service);
        match form.field("case").map(|field| &field.kind) {
            Some(Kind::Choice { options, .. }) => assert_eq!(options.len(), choices),
            _ => assert_eq!(choices, 0, "{}", service.code),
        }
        choosing += usize::from(choices > 0);
    }
    assert!(choosing > 400, "{choosing} procedures have cases");
}

#[test]
fn titles_fit_a_screen_and_say_something() {
    for service in catalogue() {
        for page in form(service).definition().pages() {
            let title = page.title.vi.chars().count();
            assert!(
                (1..=91).contains(&title),
                "{} {:?}",
                service.code,
                page.title
            );
        }
    }
}
