//! The dossier that a letter is about: its facts, and the way to leave it out.
//!
//! Announces: nothing by itself, and no focus moves: whoever hears `remove` does that.

use leptos::prelude::*;
use motcua_contract::dossier::Status;
use motcua_contract::service::ServiceLink;
use serde::Deserialize;

use super::letter::DOSSIER;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::form::{Remark, id_of};
use crate::format;
use crate::i18n::{feedback as words, fill};
use crate::pages::dossier::standing::status_tag;
use crate::remote::Remote;

/// What is read of the dossier: what the portal will attach.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Facts {
    service: ServiceLink,
    filed_at: String,
    status: Status,
    #[serde(default)]
    deadline: Option<Promise>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Promise {
    promised: String,
}

/// The box; `remove` leaves the dossier out.
pub(super) fn about_dossier(
    code: &str,
    remarks: RwSignal<Vec<Remark>>,
    remove: Callback<()>,
) -> AnyView {
    let path = api::path::dossier(code);
    let load = api::load::<Facts>(move || path.clone());
    let facts = move || {
        load.state.with(|state| match state {
            Remote::Loading | Remote::Slow => ().into_any(),
            Remote::Failed(_) => view! { <p>{words::on_dossier_unread()}</p> }.fresh(),
            Remote::Ready { value, .. } => shown(value),
        })
    };
    let fault = move || {
        remarks.with(|all| {
            let found = all.iter().find(|remark| remark.pointer == DOSSIER)?;
            Some(view! { <p class="q__error">{found.message.clone()}</p> }.fresh())
        })
    };
    let title = fill(words::on_dossier(), &[("code", code)]);
    view! {
        <section class="act act--wait" aria-labelledby="about-dossier">
            <h2 id="about-dossier">{title}</h2>
            {fault}
            {facts}
            <p>{words::on_dossier_text()}</p>
            <button type="button" class="button button--quiet" id=id_of(DOSSIER)
                on:click=move |_| remove.run(())>{words::on_dossier_remove()}</button>
        </section>
    }
    .fresh()
}

fn shown(facts: &Facts) -> AnyView {
    let filed = fill(words::filed(), &[("date", &format::date(&facts.filed_at))]);
    let promised = facts.deadline.as_ref().map(|deadline| {
        let date = format::date_time(&deadline.promised);
        format!(" {}", fill(words::promised(), &[("date", &date)]))
    });
    view! {
        <p lang="vi"><strong>{facts.service.name.clone()}</strong></p>
        <p>{status_tag(&facts.status)}</p>
        <p>{filed}{promised}</p>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use motcua_contract::dossier::Dossier;

    use super::Facts;

    #[test]
    fn what_is_shown_and_the_whole_are_read_alike() {
        let sample = include_str!("../../../../crates/contract/samples/getDossier.json");
        let (facts, whole): (Facts, Dossier) = (
            serde_json::from_str(sample).unwrap(),
            serde_json::from_str(sample).unwrap(),
        );
        assert_eq!((facts.service, facts.status), (whole.service, whole.status));
        assert_eq!(
            facts.deadline.map(|deadline| deadline.promised),
            whole.deadline.map(|deadline| deadline.promised)
        );
        assert_eq!(facts.filed_at, whole.filed_at);
    }
}
