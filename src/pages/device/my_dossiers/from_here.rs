//! The codes of dossiers sent from this device. With a code goes the receipt that is kept.
//!
//! Announces: which code was taken off the device (polite). Focus: on the list's heading
//! then, since the button is gone with its line; on the main region where it was the last.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::components::fresh::IntoFresh;
use crate::i18n::{dossier as words, fill};
use crate::offline::receipts;
use crate::route::Route;
use crate::sent::{self, Sent};
use crate::session::kept::kept_part;
use crate::{announce, focus, format};

const FROM_HERE: &str = "sent-from-here";

/// The list; nothing where no code is kept.
#[component]
pub(super) fn FromHere() -> impl IntoView {
    let kept = RwSignal::new(sent::all());
    let forget = Callback::new(move |sent: Sent| {
        sent::forget(&sent.code);
        forget_receipt(sent.code.clone());
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

fn forget_receipt(code: String) {
    if receipts::may_have_any() {
        spawn_local(async move { (kept_part().await.receipts.forget)(code).await });
    }
}
