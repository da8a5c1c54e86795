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
use crate::remote::Remote;
use crate::route::AGAIN;
use crate::{address, api};

/// What is read of the earlier dossier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Earlier {
    service: ServiceLink,
    case: Named,
    content: Content,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Content {
    answers: Map<String, Value>,
}

/// Fetches the answers into `answers` and says how that stands; nothing where one does not
/// come from a dossier. Answers of another service or case are not taken.
pub(super) fn earlier(
    service: &str,
    case: &str,
    answers: StoredValue<Option<Map<String, Value>>>,
) -> Option<AnyView> {
    let code = address::parameter(AGAIN).filter(|code| !code.is_empty())?;
    let path = api::path::dossier(&code);
    let dossier = api::load::<Earlier>(move || path.clone());
    let (service, case) = (service.to_owned(), case.to_owned());
    let line = move || {
        let (class, message) = dossier.state.with(|state| match state {
            Remote::Loading | Remote::Slow => ("notice", words::again_asking()),
            Remote::Ready { value, .. }
                if value.service.code == service && value.case.id == case =>
            {
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
