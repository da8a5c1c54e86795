//! The dossiers a person has sent: the portal's list for somebody who is signed in, and
//! the codes kept on this device.
//!
//! Announces: which code was taken off the device (polite). Focus: on the list's heading
//! then, since the button is gone with its line.

use leptos::prelude::*;
use motcua_contract::dossier::{DossierCode, Status};
use motcua_contract::portal::Capability;
use motcua_contract::service::ServiceLink;
use serde::Deserialize;

use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{dossier as words, fill, language};
use crate::route::Route;
use crate::sent::{self, Sent};
use crate::session::{self, Known};
use crate::{announce, api, focus, format};

const FROM_HERE: &str = "sent-from-here";

/// The answer to `GET /dossiers`, as far as this list shows it; the whole type would add
/// 6 kB of code.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Mine {
    items: Vec<Line>,
    total: u32,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    code: DossierCode,
    service: ServiceLink,
    filed_at: String,
    status: Status,
}

/// Both lists, each only where there is something to say.
#[component]
pub(super) fn MyDossiers() -> impl IntoView {
    let portal = use_app().portal.state;
    let known = session::ask();
    let signed_in = Memo::new(move |_| {
        let tracked = portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Tracking))
        });
        tracked && known.with(|known| matches!(known, Known::Person(_)))
    });
    view! {
        {move || signed_in.get().then(|| view! { <AtThePortal /> })}
        <FromHere />
    }
}

#[component]
fn AtThePortal() -> impl IntoView {
    let mine = api::load::<Mine>(api::path::dossiers);
    view! {
        <section class="section section--read" aria-labelledby="mine">
            <h2 id="mine">{words::mine()}</h2>
            <RemoteView state=mine.state on_retry=move |()| mine.retry() ready=|mine: Mine| {
                if mine.items.is_empty() {
                    return view! { <p>{words::mine_none()}</p> }.fresh();
                }
                let more = usize::try_from(mine.total).unwrap_or(usize::MAX).saturating_sub(mine.items.len());
                let more = (more > 0).then(|| {
                    let n = more.to_string();
                    view! { <p class="hint">{fill(words::more_of_mine(), &[("n", &n)])}</p> }
                });
                let rows = mine.items.iter().map(line);
                view! { <ul class="kept">{rows.collect_view()}</ul> {more} }.fresh()
            } />
        </section>
    }
}

fn line(line: &Line) -> impl IntoView + use<> {
    let code = line.code.as_str().to_owned();
    let href = Route::Dossier(code.clone()).href();
    let filed = format!("{code} · {}", format::date(&line.filed_at));
    let (status, lang) = match line.status.code.official_term() {
        Some(term) => (term.to_owned(), "vi"),
        None => {
            let (text, lang) = line.status.portal_text.for_language(language().tag());
            (text.to_owned(), lang)
        }
    };
    let class = if line.status.code.waits_for_the_person() {
        "tag tag--wait"
    } else {
        "tag tag--info"
    };
    view! {
        <li class="kept__list">
            <div>
                <a class="kept__name" href=href lang="vi">{line.service.name.clone()}</a>
                <p class="hint">{filed}</p>
            </div>
            <span class=class lang=lang>{status}</span>
        </li>
    }
}

#[component]
fn FromHere() -> impl IntoView {
    let kept = RwSignal::new(sent::all());
    let forget = Callback::new(move |sent: Sent| {
        sent::forget(&sent.code);
        kept.set(sent::all());
        announce::say(&fill(words::sent_forgotten(), &[("code", &sent.code)]));
        focus::focus_id(if kept.with_untracked(Vec::is_empty) {
            "main"
        } else {
            FROM_HERE
        });
    });
    move || {
        let kept = kept.get();
        if kept.is_empty() {
            return ().into_any();
        }
        let rows = kept.into_iter().map(|sent| {
            let href = Route::Dossier(sent.code.clone()).href();
            let hint = format!("{} · {}", sent.code, format::date(&sent.sent_at));
            let label = fill(words::forget_sent(), &[("code", &sent.code)]);
            let name = sent.service.clone();
            view! {
                <li class="kept__list">
                    <div>
                        <a class="kept__name" href=href lang="vi">{name}</a>
                        <p class="hint">{hint}</p>
                    </div>
                    <button type="button" class="button button--quiet" aria-label=label
                        on:click=move |_| forget.run(sent.clone())>{words::forget_sent_short()}</button>
                </li>
            }
        });
        view! {
            <section class="section section--read" aria-labelledby=FROM_HERE>
                <h2 id=FROM_HERE>{words::from_here()}</h2>
                <p>{words::from_here_lead()}</p>
                <ul class="kept">{rows.collect_view()}</ul>
            </section>
        }
        .fresh()
    }
}
