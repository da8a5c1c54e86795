//! On which ways one wants to hear of one dossier.
//!
//! Announces: on a navigation its heading; that the choice is saved (polite); a failure as
//! `role=alert`. Focus: on the heading after a navigation; stays on the button.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::notification::{
    ChannelOut, DossierNotifications, NotificationChannel, NotificationChannels,
};
use serde::Deserialize;

use super::channel::{Way, drawable};
use crate::api::write::Write;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{dossier, fill, notifications as words, session as session_words};
use crate::pages::dossier::reading::reading;
use crate::route::Route;
use crate::{announce, api, focus, session};

/// What this screen reads of a dossier.
#[derive(Clone, Debug, PartialEq, Deserialize)]
struct About {
    #[serde(default)]
    notifications: Option<DossierNotifications>,
}

/// The screen.
#[component]
pub(super) fn DossierNotices(code: String) -> impl IntoView {
    let asked = StoredValue::new(code.clone());
    let about = api::load::<About>(move || asked.with_value(|code| api::path::dossier(code)));
    let ready = Callback::new(move |about: About| match about.notifications {
        Some(chosen) => view! { <Choice code=asked.get_value() chosen=chosen.channels /> }.fresh(),
        None => view! { <p class="notice read">{session_words::not_offered_here()}</p> }.fresh(),
    });
    let line = fill(words::dossier_about(), &[("code", &code)]);
    view! {
        <p class="hint dossier__code">{line}</p>
        <PageHeading title=words::dossier_title() />
        {reading(about, code.clone(), dossier::no_such_dossier, ready)}
        <p><a class="more" href=Route::Notifications.href()>{words::to_centre()}</a></p>
        <p><a class="more" href=Route::Dossier(code).href()>{dossier::back_to_dossier()}</a></p>
    }
}

/// How far the saving is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saving {
    Idle,
    Asked,
    Done,
    Failed,
}

#[component]
fn Choice(code: String, chosen: Vec<ChannelOut>) -> impl IntoView {
    let channels = api::load::<NotificationChannels>(api::path::notification_channels);
    let chosen = RwSignal::new(chosen);
    let retry = move |()| {
        focus::focus_id("main");
        channels.retry();
    };
    view! {
        <RemoteView state=channels.state on_retry=retry
            ready=move |channels: NotificationChannels| form(code.clone(), channels, chosen) />
    }
}

fn form(
    code: String,
    channels: NotificationChannels,
    chosen: RwSignal<Vec<ChannelOut>>,
) -> AnyView {
    let ways = drawable(channels.items);
    if ways.is_empty() {
        return view! { <p class="read">{words::ways_none()}</p> }.fresh();
    }
    let state = RwSignal::new(Saving::Idle);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if state.get_untracked() == Saving::Asked {
            return;
        }
        state.set(Saving::Asked);
        let (code, channels) = (code.clone(), chosen.get_untracked());
        spawn_local(async move {
            let done = save(&code, channels).await;
            if done {
                announce::say(words::saved());
            }
            let _ = state.try_set(if done { Saving::Done } else { Saving::Failed });
        });
    };
    let boxes = ways
        .into_iter()
        .map(|(way, channel)| tick(way, &channel, chosen, state));
    let boxes = boxes.collect_view();
    let busy = move || state.get() == Saving::Asked;
    view! {
        <form class="ways section--read" novalidate on:submit=submit>
            <p>{words::dossier_lead()}</p>
            <fieldset class="q">
                <legend class="q__label">{words::dossier_which()}</legend>
                {boxes}
            </fieldset>
            {move || match state.get() {
                // Said above; this is for who sees.
                Saving::Done => Some(view! { <p class="notice">{words::saved()}</p> }.fresh()),
                Saving::Failed => Some(view! {
                    <p class="fault" role="alert">{words::save_failed()}</p>
                }.fresh()),
                Saving::Idle | Saving::Asked => None,
            }}
            <div class="actions">
                <button class="button" aria-disabled=move || busy().then_some("true")>
                    {move || if busy() { words::saving() } else { words::save() }}
                </button>
            </div>
        </form>
    }
    .fresh()
}

fn tick(
    way: Way,
    channel: &NotificationChannel,
    chosen: RwSignal<Vec<ChannelOut>>,
    state: RwSignal<Saving>,
) -> AnyView {
    let reachable = way.is_reachable(channel);
    let hint = match (&channel.address, reachable) {
        (Some(address), _) => Some(address.clone()),
        (None, false) if way == Way::WebPush => Some(words::no_device().to_owned()),
        (None, false) => Some(words::no_address().to_owned()),
        (None, true) => None,
    };
    let id = format!("tell-{}", way.word());
    let hint_id = format!("{id}-hint");
    let ticked = move || chosen.with(|chosen| chosen.contains(&way.kind()));
    view! {
        <label class="radio">
            <input type="checkbox" id=id disabled=!reachable prop:checked=move || reachable && ticked()
                aria-describedby=hint.is_some().then(|| hint_id.clone())
                on:change=move |_| {
                    chosen.update(|chosen| toggle(chosen, way.kind()));
                    state.set(Saving::Idle);
                } />
            <span>{way.name()}</span>
        </label>
        {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
    }
    .fresh()
}

fn toggle(chosen: &mut Vec<ChannelOut>, kind: ChannelOut) {
    match chosen.iter().position(|one| *one == kind) {
        Some(at) => drop(chosen.remove(at)),
        None => chosen.push(kind),
    }
}

/// What is sent: each way once, without those that this version cannot name again.
fn sendable(mut channels: Vec<ChannelOut>) -> Vec<ChannelOut> {
    channels.retain(|kind| *kind != ChannelOut::Unknown);
    channels.sort_unstable();
    channels.dedup();
    channels
}

/// Whether the portal took it.
async fn save(code: &str, channels: Vec<ChannelOut>) -> bool {
    let channels = sendable(channels);
    let Ok(body) = serde_json::to_string(&DossierNotifications { channels }) else {
        return false;
    };
    let path = api::path::dossier_notifications(code);
    let answer = Write::put(&path).body(&body).send().await;
    if let Err(refusal) = &answer
        && refusal.needs_sign_in()
    {
        session::ended();
    }
    answer.is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_that_is_not_drawn_stays_chosen_and_one_without_a_name_is_not_sent() {
        let mut chosen = vec![ChannelOut::WebPush, ChannelOut::Unknown, ChannelOut::Sms];
        toggle(&mut chosen, ChannelOut::Sms);
        toggle(&mut chosen, ChannelOut::Email);
        assert_eq!(sendable(chosen), [ChannelOut::WebPush, ChannelOut::Email]);
    }

    #[test]
    fn a_dossier_says_how_one_hears_of_it() {
        let sample = include_str!("../../../crates/contract/samples/getDossier.json");
        let about: About = serde_json::from_str(sample).unwrap();
        let whole: motcua_contract::dossier::Dossier = serde_json::from_str(sample).unwrap();
        assert_eq!(about.notifications, whole.notifications);
    }
}
