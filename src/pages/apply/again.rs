//! Applying again with the answers of an earlier dossier, where one comes from there.
//!
//! Announces: nothing; how it stands is said in a line above the button. What cannot be had
//! keeps nobody from beginning: the form is then empty, and the line says so.

use leptos::prelude::*;
use motcua_contract::service::{Named, ServiceLink};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::components::fresh::IntoFresh;
use crate::i18n::{apply as words, fill};
use crate::pages::apply::behalf::Question;
use crate::remote::Remote;
use crate::route::AGAIN;
use crate::{address, api};

/// What is read of the earlier dossier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Earlier {
    service: ServiceLink,
    case: Named,
    content: Content,
    applicant: String,
    #[serde(default)]
    filed_by: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Content {
    answers: Map<String, Value>,
}

impl Earlier {
    /// Whether its answers are those of whom one files for now: of somebody called `name`, or
    /// without a name one's own.
    pub(super) fn is_of(&self, name: Option<&str>, me: Option<&str>) -> bool {
        let applicant = Some(self.applicant.as_str());
        match name {
            Some(_) => name == applicant,
            None => self.filed_by.is_none() || me == applicant,
        }
    }
}

/// Fetches the answers into `answers` and says how that stands; nothing where one does not
/// come from a dossier. Answers of another service, case or person are not taken.
pub(super) fn earlier(
    service: &str,
    case: &str,
    question: Question,
    answers: StoredValue<Option<Map<String, Value>>>,
) -> Option<AnyView> {
    let code = address::parameter(AGAIN).filter(|code| !code.is_empty())?;
    let path = api::path::dossier(&code);
    let dossier = api::load::<Earlier>(move || path.clone());
    let (service, case) = (service.to_owned(), case.to_owned());
    let line = move || {
        answers.set_value(None);
        let (class, message) = dossier.state.with(|state| match state {
            Remote::Loading | Remote::Slow => ("notice", words::again_asking()),
            Remote::Ready { value, .. }
                if value.service.code == service && value.case.id == case =>
            {
                if !question.fits(value) {
                    return ("notice notice--warning", words::again_other());
                }
                answers.set_value(Some(value.content.answers.clone()));
                ("notice", words::again_there())
            }
            Remote::Ready { .. } | Remote::Failed(_) => {
                ("notice notice--warning", words::again_missing())
            }
        });
        view! { <p class=class>{fill(message, &[("code", &code)])}</p> }.fresh()
    };
    Some(line.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_s_answers_are_put_in_as_somebody_else_s() {
        let sample = include_str!("../../../crates/contract/samples/getDossier.json");
        let mut earlier: Earlier = serde_json::from_str(sample).unwrap();
        earlier.applicant = "Người Được Giúp".into();
        let (elder, helper) = (Some("Người Được Giúp"), Some("Người Giúp"));
        earlier.filed_by = Some("Người Giúp".into());
        assert!(earlier.is_of(elder, helper));
        assert!(!earlier.is_of(None, helper));
        assert!(earlier.is_of(None, elder));
        earlier.filed_by = None;
        assert!(
            earlier.is_of(None, helper),
            "one's own, for whoever the form names"
        );
        assert!(!earlier.is_of(Some("Người Khác"), helper));
    }
}
