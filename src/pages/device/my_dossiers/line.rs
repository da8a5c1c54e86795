//! One dossier as a line of the list: what it is, for whom, how it stands, what it wants.

use leptos::prelude::*;
use motcua_contract::dossier::timeline::HandlerRole;
use motcua_contract::dossier::{DossierCode, NextStep, Status};
use motcua_contract::service::ServiceLink;
use serde::Deserialize;

use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{fill, language, my_dossiers as words};
use crate::pages::dossier::standing::status_tag;
use crate::route::Route;

/// A dossier, as far as a line shows it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Line {
    code: DossierCode,
    service: ServiceLink,
    applicant: String,
    #[serde(default)]
    filed_by: Option<String>,
    filed_at: String,
    status: Status,
    #[serde(default)]
    deadline: Option<Promise>,
    #[serde(default)]
    unread_messages: u32,
}

/// When the result is promised, RFC 3339.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Promise {
    promised: String,
}

/// The id of a line's link, by its place.
pub(super) fn line_id(at: usize) -> String {
    format!("dossier-{at}")
}

/// What the person is asked to do now.
fn wanted(status: &Status) -> Option<&NextStep> {
    let step = status.next_step.as_ref();
    step.filter(|step| step.who == HandlerRole::Citizen)
}

/// The line, for somebody called `me`.
pub(super) fn line(at: usize, line: &Line, me: &str) -> AnyView {
    let code = line.code.as_str();
    let href = Route::Dossier(code.into()).href();
    let filed = format!("{code} · {}", format::date(&line.filed_at));
    let other = (line.applicant != me).then(|| {
        let name = line.applicant.clone();
        view! { <p>{words::for_whom()} " " <strong lang="vi">{name}</strong></p> }
    });
    let by = line.filed_by.clone().filter(|by| by != me).map(|name| {
        view! { <p>{words::filed_by()} " " <strong lang="vi">{name}</strong></p> }
    });
    let does = wanted(&line.status).map(|step| {
        let (text, lang) = step.text.for_language(language().tag());
        let until = step.until.as_deref().map(|until| {
            let words = fill(words::until(), &[("time", &format::date_time(until))]);
            view! { " " <span>{words}</span> }
        });
        view! { <p class="mine__do"><strong lang=lang>{text.to_owned()}</strong>{until}</p> }
    });
    let over = line.status.code.is_final();
    let promised = line.deadline.as_ref().filter(|_| does.is_none() && !over);
    let promised = promised.map(|deadline| {
        let day = format::date(&deadline.promised);
        view! { <p class="hint">{fill(words::promised(), &[("day", &day)])}</p> }
    });
    let unread = (line.unread_messages > 0).then(|| {
        let n = line.unread_messages.to_string();
        let words = fill(words::unread(), &[("n", &n)]);
        let label = fill(words::unread_of(), &[("n", &n), ("code", code)]);
        let href = Route::Messages(code.into()).href();
        view! { <p><a class="more" href=href aria-label=label>{words}</a></p> }
    });
    view! {
        <li class="kept__list">
            <div>
                <a class="kept__name" id=line_id(at) href=href lang="vi">{line.service.name.clone()}</a>
                <p class="hint">{filed}</p>
                {other}
                {by}
                {does}
                {promised}
                {unread}
            </div>
            {status_tag(&line.status)}
        </li>
    }
    .fresh()
}

#[cfg(test)]
impl Line {
    /// Whether the contract's whole summary says what this line does.
    pub(super) fn says_the_same_as(
        &self,
        whole: &motcua_contract::dossier::DossierSummary,
    ) -> bool {
        let promised = self.deadline.as_ref().map(|deadline| &deadline.promised);
        self.code == whole.code
            && self.service == whole.service
            && self.applicant == whole.applicant
            && self.filed_by == whole.filed_by
            && self.filed_at == whole.filed_at
            && self.status == whole.status
            && promised == whole.deadline.as_ref().map(|deadline| &deadline.promised)
            && self.unread_messages == whole.unread_messages
    }
}
