//! What officers asked for in addition: each request as one itemised list, each item with its
//! reason, its own state and what the officer said to the answer.

use leptos::prelude::*;
use motcua_contract::dossier::supplement::SupplementState;

use super::shown::{Dossier, Request, RequestItem};
use super::standing::paragraph;
use super::stored::stored;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{fill, language, supplement as words};
use crate::route::Route;

/// The section; nothing where nothing was asked for.
pub(super) fn requests(dossier: &Dossier) -> AnyView {
    if dossier.supplements.is_empty() {
        return ().into_any();
    }
    let code = dossier.code.as_str();
    let requests = dossier.supplements.iter().map(|one| request(code, one));
    view! {
        <section class="section section--read" aria-labelledby="requests">
            <h2 id="requests">{words::requests()}</h2>
            {requests.collect_view()}
        </section>
    }
    .fresh()
}

fn request(code: &str, request: &Request) -> impl IntoView + use<> {
    let round = request.round.to_string();
    let title = fill(words::round(), &[("n", &round)]);
    let by = [&request.requested_by.unit, &request.requested_by.agency];
    let by: Vec<String> = by.into_iter().flatten().cloned().collect();
    let at = format::date_time(&request.requested_at);
    let asked = fill(words::asked(), &[("time", &at)]);
    let open = request.state == SupplementState::Open;
    let until = request.answer_by.as_deref().filter(|_| open).map(|until| {
        let until = fill(words::answer_by(), &[("time", &format::date_time(until))]);
        view! { <p><strong>{until}</strong></p> }
    });
    let after = request.promised_after.as_deref().map(|date| {
        let date = fill(
            words::promised_after(),
            &[("time", &format::date_time(date))],
        );
        view! { <p>{date}</p> }
    });
    let answer = open.then(|| {
        let href = Route::Supplement(code.into()).href();
        view! { <div class="actions screen-only"><a class="button" href=href>{words::answer()}</a></div> }
    });
    let notice = request
        .notice
        .as_ref()
        .map(|notice| stored(notice, words::save_notice()));
    let items = request.items.iter().map(item);
    view! {
        <div class="request">
            <h3>{title} " " {state_tag(request.state)}</h3>
            <p class="hint">{asked}{(!by.is_empty()).then(|| view! { " · " <span lang="vi">{by.join(", ")}</span> })}</p>
            {paragraph(&request.explanation)}
            {until}
            <ol class="request__items">{items.collect_view()}</ol>
            {after}
            {notice}
            {answer}
        </div>
    }
}

fn item(item: &RequestItem) -> impl IntoView + use<> {
    let (title, lang) = item.title.for_language(language().tag());
    let outcome = item.outcome.as_ref().map(|said| {
        view! { <p class="hint">{words::officer_said()}</p> {paragraph(said)} }
    });
    view! {
        <li class="request__item">
            <p><strong lang=lang>{title.to_owned()}</strong> " " {state_tag(item.state)}</p>
            {paragraph(&item.reason)}
            {outcome}
        </li>
    }
}

/// How far a request or an item is.
fn state_tag(state: SupplementState) -> AnyView {
    let (class, words) = match state {
        SupplementState::Open => ("tag tag--wait", words::state_open()),
        SupplementState::Answered => ("tag tag--info", words::state_answered()),
        SupplementState::Accepted => ("tag tag--ok", words::state_accepted()),
        SupplementState::Refused => ("tag tag--wait", words::state_refused()),
        SupplementState::Expired => ("tag", words::state_expired()),
        SupplementState::Unknown => return ().into_any(),
    };
    view! { <span class=class>{words}</span> }.fresh()
}
