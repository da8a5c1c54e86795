//! Ask once: what the portal knows about the person fills in what is still open.
//!
//! Nothing is fetched from a register before the person consents; the text that is shown
//! is the text that is sent. Only empty answers are filled, each once for a draft: what a
//! person typed or cleared stays as it is. In an application for somebody else it is their
//! profile that is asked, as far as the portal lets one see it. [`note`] says beside an answer where it comes
//! from, and takes "this is wrong".
//!
//! Announces: how many answers were filled in (polite). Focus: stays; after a consent was
//! given, whose button goes, on the box's heading.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::consent::GiveConsent;
use motcua_contract::portal::Capability;
use motcua_contract::profile::{AvailableSource, HeldValue, Profile};
use motcua_contract::text::LocalText;
use serde_json::Value;

use crate::api::write::{Key, Write};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::form::Filling;
use crate::i18n::{fill, language, prefill as words};
use crate::offline::draft::Filled;
use crate::offline::drafts::OpenDraft;
use crate::remote::Remote;
use crate::route::Route;
use crate::session::{self, Known};
use crate::{announce, api, focus};

mod consent;
pub(crate) mod note;

/// Fills in what is known and may be used, and offers what could be fetched. Draws
/// nothing for guests or where the portal keeps no profile.
#[component]
pub(crate) fn Prefill(draft: OpenDraft, filling: Filling) -> impl IntoView {
    let portal = use_app().portal.state;
    let known = session::ask();
    let person = Memo::new(move |_| {
        let kept = portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::Profile))
        });
        kept && known.with(|known| matches!(known, Known::Person(_)))
    });
    let mandate = Memo::new(move |_| draft.with(|draft| draft.content.on_behalf_of.clone()));
    move || {
        // Asked anew for each person: what is known of one is nothing to another.
        let mandate = mandate.get();
        person
            .get()
            .then(|| view! { <Offer draft filling mandate /> })
    }
}

#[component]
fn Offer(
    draft: OpenDraft,
    filling: Filling,
    /// By which one files for somebody else, whose profile it then is.
    mandate: Option<String>,
) -> impl IntoView {
    let profile = api::load::<Profile>(move || match &mandate {
        Some(mandate) => api::path::profile_by(mandate),
        None => api::path::profile(),
    });
    let wanted = filling.prefill_attributes();
    Effect::new(move |_| {
        profile.state.with(|state| {
            if let Remote::Ready { value, .. } = state {
                let filled = fill_in(draft, filling, &value.values);
                if filled > 0 {
                    announce::say(&fill(words::filled(), &[("n", &filled.to_string())]));
                }
            }
        });
    });
    move || {
        profile.state.with(|state| match state {
            Remote::Ready { value, .. } => {
                let offers: Vec<AnyView> = value
                    .available
                    .iter()
                    .filter(|source| source.attributes.iter().any(|a| wanted.contains(a)))
                    .map(|source| offer(source, profile))
                    .collect();
                if offers.is_empty() {
                    ().into_any()
                } else {
                    offers.into_any()
                }
            }
            // Filling in by hand works all the same: a quiet line, no alarm.
            Remote::Failed(_) => view! { <p class="hint">{words::unavailable()}</p> }.fresh(),
            Remote::Loading | Remote::Slow => ().into_any(),
        })
    }
}

/// Puts known values into open answers; how many.
fn fill_in(draft: OpenDraft, filling: Filling, values: &[HeldValue]) -> usize {
    let held: BTreeMap<&str, &HeldValue> = values
        .iter()
        .filter(|held| !held.disputed)
        .map(|held| (held.attribute.as_str(), held))
        .collect();
    let known: BTreeMap<String, Value> = held
        .iter()
        .map(|(attribute, held)| ((*attribute).to_owned(), held.value.clone()))
        .collect();
    let mut count = 0;
    for (pointer, attribute, value) in filling.prefillable(&known) {
        let Some(held) = held.get(attribute.as_str()) else {
            continue;
        };
        // Filled in once and cleared since: that is the person's answer.
        if draft.read(|draft| draft.filled.contains_key(&pointer)) {
            continue;
        }
        let filled = Filled {
            source: held.source.clone(),
            as_of: held.as_of.clone(),
            attribute,
            value: value.clone(),
            disputed: false,
        };
        draft.change(|draft| {
            draft.filled.insert(pointer.clone(), filled);
        });
        filling.fill_in(&pointer, value);
        count += 1;
    }
    count
}

/// A register that is asked only with consent: the text, and the button that gives it.
fn offer(source: &AvailableSource, profile: api::Load<Profile>) -> AnyView {
    // All that the purpose opens, not only what this form wants: the portal fetches all of it.
    let attributes: Vec<&str> = source.attributes.iter().map(String::as_str).collect();
    let shown = consent::text(&source.source.name, &attributes);
    let (text, lang) = shown.for_language(language().tag());
    let text = text.to_owned();
    let (name, _) = source.source.name.for_language(language().tag());
    let title = fill(words::offer(), &[("source", name)]);
    let id = format!("prefill-{}", source.source.id);
    let title_id = id.clone();
    let purpose = source.purpose.clone();
    let state = RwSignal::new(Giving::Idle);
    let agree = move |_| give(purpose.clone(), shown.clone(), state, profile);
    view! {
        <section class="act act--wait" aria-labelledby=id>
            <h2 id=title_id>{title}</h2>
            <p lang=lang>{text}</p>
            {move || (state.get() == Giving::Failed).then(|| view! { <p class="fault" role="alert">{words::consent_failed()}</p> })}
            <button type="button" class="button button--quiet" on:click=agree
                aria-disabled=move || (state.get() == Giving::Asked).then_some("true")>{words::agree()}</button>
            <p class="hint">{words::no_need()}</p>
            {use_app().offers(Capability::MyData).then(|| view! {
                <p><a class="more" href=Route::MyData.href()>{words::where_to_withdraw()}</a></p>
            })}
        </section>
    }
    .fresh()
}

/// How far a consent is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Giving {
    Idle,
    Asked,
    Failed,
}

fn give(purpose: String, shown: LocalText, state: RwSignal<Giving>, profile: api::Load<Profile>) {
    if state.get_untracked() == Giving::Asked {
        return;
    }
    state.set(Giving::Asked);
    let key = Key::fresh();
    spawn_local(async move {
        let Ok(body) = serde_json::to_string(&GiveConsent { purpose, shown }) else {
            return;
        };
        let given = Write::post(&api::path::consents())
            .key(&key)
            .body(&body)
            .send()
            .await;
        match given {
            Ok(_) => {
                focus::heading_changed();
                profile.retry();
            }
            Err(refusal) => {
                if refusal.needs_sign_in() {
                    session::ended();
                }
                let _ = state.try_set(Giving::Failed);
            }
        }
    });
}
