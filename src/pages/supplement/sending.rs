//! How the sending stands, exactly, and what one can do about it.

use leptos::prelude::*;
use motcua_contract::problem::Problem;

use super::answering::{Answering, item_at};
use crate::announce;
use crate::components::fresh::IntoFresh;
use crate::form::{About, Remark, summary};
use crate::i18n::{fill, supplement as words};
use crate::outbox::post::{self, Shown};
use crate::route::Route;
use crate::session::{self, panel::SessionPanel};

/// Everything but "not sent" and "refused", which leave the items on the screen.
pub(super) fn sending(answering: &Answering, shown: ArcRwSignal<Shown>) -> AnyView {
    let draft = answering.draft;
    let code = answering.asked.code.as_str().to_owned();
    (move || match shown.get() {
        Shown::NotSent | Shown::Refused(_) => ().into_any(),
        Shown::Sending => {
            announce::say(words::sending());
            boxed(words::sending(), words::sending_text().into(), ().into_any())
        }
        Shown::Unclear { seconds, .. } => {
            announce::say(words::unclear());
            let text = fill(words::unclear_text(), &[("n", &seconds.to_string())]);
            boxed(words::unclear(), text, view! {
                <button type="button" class="button button--quiet" on:click=move |_| post::go_on(draft)>{words::ask_now()}</button>
            }.fresh())
        }
        Shown::SignIn => {
            announce::say(words::sign_in());
            let known = session::known();
            let again = move || {
                known.with(|known| known.person().is_some()).then(|| view! {
                    <button type="button" class="button" on:click=move |_| post::go_on(draft)>{words::send()}</button>
                })
            };
            view! {
                {boxed(words::sign_in(), words::sign_in_text().into(), again.into_any())}
                <SessionPanel />
            }
            .fresh()
        }
        Shown::Received { .. } => view! {
            <div class="act act--ok">
                <p>{words::done_text()}</p>
                <p><a class="button" href=Route::Dossier(code.clone()).href()>{words::to_dossier()}</a></p>
            </div>
        }
        .fresh(),
    })
    .into_any()
}

fn boxed(title: &'static str, text: String, more: AnyView) -> AnyView {
    view! {
        <section class="act act--wait" aria-labelledby="state">
            <h2 id="state">{title}</h2>
            <p>{text}</p>
            {more}
        </section>
    }
    .fresh()
}

/// The portal said no and kept nothing: why, above the items that are still there.
pub(super) fn refused(answering: &Answering, shown: ArcRwSignal<Shown>) -> AnyView {
    let answering = answering.clone();
    (move || match shown.get() {
        Shown::Refused(problem) => Some(why(&answering, &problem)),
        _ => None,
    })
    .into_any()
}

fn why(answering: &Answering, problem: &Problem) -> AnyView {
    let remarks: Vec<Remark> = problem
        .errors
        .iter()
        .map(|fault| Remark {
            pointer: item_at(&answering.request, &fault.pointer).unwrap_or_default(),
            message: fault.message.clone(),
        })
        .collect();
    let listed = (!remarks.is_empty()).then(|| summary(About::Errors, &remarks, |_| None));
    let told = problem
        .detail
        .clone()
        .unwrap_or_else(|| problem.title.clone());
    view! {
        {listed}
        <section class="act" role="alert" aria-labelledby="state">
            <h2 id="state">{words::refused()}</h2>
            <p lang="vi">{told}</p>
            <p>{words::refused_text()}</p>
        </section>
    }
    .fresh()
}
