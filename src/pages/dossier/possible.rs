//! What else one can do with a dossier: keep it, print it, put the date into a calendar, apply
//! again, take it back. What the portal does not allow now is not here.

use leptos::prelude::*;
use motcua_contract::dossier::Action;
use motcua_contract::portal::Capability;

use super::shown::Dossier;
use crate::api::{self, client};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::icon::Icon;
use crate::i18n::{dossier as words, feedback};
use crate::route::Route;
use crate::share;

/// The section.
pub(super) fn possible(dossier: &Dossier) -> AnyView {
    let code = dossier.code.as_str();
    let may = |action| dossier.actions.contains(&action);
    let again = may(Action::FileAgain).then(|| {
        let href = Route::apply_again(&dossier.service.code, &dossier.case.id, code);
        view! { <li><a class="more" href=href>{words::file_again()}</a></li> }
    });
    let withdraw = may(Action::Withdraw).then(|| {
        let href = Route::Withdrawal(code.into()).href();
        view! { <li><a class="more" href=href>{words::withdraw()}</a></li> }
    });
    let speak_up = may(Action::GiveFeedback).then(|| {
        let href = Route::feedback_on(code);
        view! { <li><a class="more" href=href>{feedback::line()}</a></li> }
    });
    let calendar = dossier.deadline.is_some().then(|| {
        let name = format!("{code}.ics");
        (client::address(&api::path::calendar(code)), name)
    });
    let export = client::address(&api::path::export(code));
    let archive = format!("{code}.zip");
    let portal = use_app().portal.state;
    let tracked = move || {
        portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Tracking))
        })
    };
    let kept = move || {
        tracked().then(|| {
            let calendar = calendar.clone().map(|(href, name)| {
                view! { <li><a class="more" href=href rel="external" download=name>{words::to_calendar()}</a></li> }
            });
            view! {
                {calendar}
                <li><a class="more" href=export.clone() rel="external" download=archive.clone()>{words::export()}</a></li>
            }
        })
    };
    view! {
        <section class="section section--read screen-only" aria-labelledby="possible">
            <h2 id="possible">{words::possible()}</h2>
            <ul class="plain-list">
                {kept}
                <li>
                    <button type="button" class="button button--quiet" on:click=|_| share::print("dossier")>
                        <Icon name="print" />{words::print_dossier()}
                    </button>
                </li>
                {again}
                {speak_up}
                {withdraw}
            </ul>
        </section>
    }
    .fresh()
}
