//! What holds for all forms and all answers.

use motcua_forms::{Answers, Complete, Fault, Form, Papers, Setting};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::made::{TwoPlaces, setting};
use crate::made_up::{answers, broken, definition, filled, json_value, typed};

fn read(definition: &Value) -> Option<Form> {
    Form::parse(&definition.to_string()).ok()
}

fn check(form: &Form, answers: &Answers, setting: &Setting<'_>) -> Result<Complete, Vec<Fault>> {
    form.check(answers, &Papers::default(), setting)
}

/// Everything that can be asked of a form.
fn exercise(form: &Form, answers: &Answers) {
    let papers = Papers::default();
    let here = Setting {
        places: Some(&TwoPlaces),
        ..setting()
    };
    let mut shown = form.shown(answers, &here);
    let _ = check(form, answers, &here);
    let _ = form.warnings(answers, &here);
    let _ = form.computed(answers, &here);
    let _ = form.section_states(answers, &papers, &here);
    let _ = form.prefill(answers, |name| answers.get(name));
    let _ = form.schema();
    for field in form.definition().fields() {
        let _ = form.dependents(&field.id);
        form.update(&mut shown, &field.id, answers);
    }
}

/// Else what is said below of those that pass would say little.
#[test]
fn a_good_part_of_the_made_up_answers_passes() {
    let mut runner = TestRunner::deterministic();
    let made = filled();
    let passes = (0..300).filter(|_| {
        let (definition, given) = made.new_tree(&mut runner).unwrap().current();
        let form = read(&definition).unwrap();
        check(&form, &given, &setting()).is_ok_and(|complete| !complete.answers().is_empty())
    });
    let passes = passes.count();
    assert!(passes >= 30, "{passes} of 300");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn most_made_up_forms_are_sound(definition in definition()) {
        // Else the properties below would say little.
        let rejected = Form::parse(&definition.to_string()).err();
        prop_assert!(rejected.is_none(), "{}", rejected.unwrap());
    }

    #[test]
    fn no_text_panics(text in "\\PC*") {
        let _ = Form::parse(&text);
    }

    #[test]
    fn no_definition_and_no_answers_panic(definition in broken(), given in answers(), odd in json_value()) {
        if let Some(form) = read(&definition) {
            exercise(&form, &given);
            if let Value::Object(odd) = odd {
                exercise(&form, &odd);
            }
        }
    }

    #[test]
    fn what_passes_is_valid_by_the_schema_and_passes_again_unchanged((definition, given) in filled()) {
        let form = read(&definition).unwrap();
        if let Ok(complete) = check(&form, &given, &setting()) {
            let sent = Value::Object(complete.answers().clone());
            let schema = jsonschema::draft202012::new(&form.schema()).unwrap();
            let invalid = schema.iter_errors(&sent).next().map(|error| error.to_string());
            prop_assert_eq!(invalid, None, "{}", sent);
            let again = check(&form, complete.answers(), &setting());
            prop_assert_eq!(again.as_ref(), Ok(&complete));
        }
    }

    #[test]
    fn app_and_portal_differ_only_in_the_communes_that_the_portal_knows((definition, given) in filled()) {
        let form = read(&definition).unwrap();
        let portal = Setting { places: Some(&TwoPlaces), ..setting() };
        match (check(&form, &given, &setting()), check(&form, &given, &portal)) {
            (Ok(app), Ok(portal)) => prop_assert_eq!(app, portal),
            (app, Err(portal)) => {
                let app = app.err().unwrap_or_default();
                let unknown = |fault: &Fault| fault.pointer.ends_with("/commune") && fault.code == "unknown";
                let (places, rest): (Vec<_>, Vec<_>) = portal.into_iter().partition(unknown);
                let known: Vec<_> = app.iter().filter(|fault| !places.contains(fault)).cloned().collect();
                // A rule is asked only once its answer is sound; places may silence it.
                prop_assert!(rest.iter().all(|fault| known.contains(fault)));
                prop_assert!(known.iter().all(|fault| rest.contains(fault) || fault.code == "rule"));
            }
            (Err(app), Ok(_)) => prop_assert!(false, "the portal overlooks {app:?}"),
        }
    }

    #[test]
    fn a_keystroke_brings_about_what_a_fresh_look_would((definition, given) in filled(), field in any::<prop::sample::Index>(), typed in typed()) {
        let form = read(&definition).unwrap();
        let mut shown = form.shown(&given, &setting());
        let fields: Vec<_> = form.definition().fields().map(|field| field.id.clone()).collect();
        let field = field.get(&fields);
        let mut after = given;
        after.insert(field.clone(), typed);
        let before = shown.clone();
        let changed = form.update(&mut shown, field, &after);
        prop_assert_eq!(&shown, &form.shown(&after, &setting()));
        prop_assert_eq!(changed.is_empty(), shown == before);
        let dependents = form.dependents(field);
        for change in &changed {
            prop_assert!(dependents.contains(change), "{:?} was not foreseen", change);
        }
    }

    #[test]
    fn hiding_and_showing_again_loses_no_answer((definition, given) in filled(), field in any::<prop::sample::Index>(), meanwhile in typed()) {
        let form = read(&definition).unwrap();
        let fields: Vec<_> = form.definition().fields().map(|field| field.id.clone()).collect();
        let field = field.get(&fields);
        let before = form.shown(&given, &setting());
        let mut shown = before.clone();
        let mut typed = given.clone();
        typed.insert(field.clone(), meanwhile);
        form.update(&mut shown, field, &typed);
        form.update(&mut shown, field, &given);
        prop_assert_eq!(shown, before);
    }

    #[test]
    fn the_pages_together_find_what_the_whole_check_finds(definition in definition(), given in answers()) {
        let form = read(&definition).unwrap();
        let pages = form.definition().pages();
        let by_page: Vec<_> = pages
            .flat_map(|page| form.page_faults(&page.id, &given, &Papers::default(), &setting()))
            .collect();
        prop_assert_eq!(by_page, check(&form, &given, &setting()).err().unwrap_or_default());
    }
}
