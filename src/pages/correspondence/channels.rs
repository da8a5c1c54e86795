//! The ways to be told in general: each with its state, a button to turn it on or off, and
//! where it leads to.
//!
//! Announces: what a way is then (polite); a failure and an address left empty as the way's
//! own error (`role=alert`). Focus: in the box when one is to write an address; back on the
//! way's first button when it is done or one thinks better of it.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::notification::{
    ChannelState, NotificationChannel, NotificationChannels, SetChannel,
};

use super::channel::{Address, Way, drawable};
use super::push::{Push, PushLine};
use crate::api::write::{Refusal, Write};
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, language, notifications as words};
use crate::{announce, api, focus, session};

const TITLE: &str = "ways";

/// The part.
#[component]
pub(super) fn Channels() -> impl IntoView {
    let channels = api::load::<NotificationChannels>(api::path::notification_channels);
    let retry = move |()| {
        focus::focus_id(TITLE);
        channels.retry();
    };
    view! {
        <section class="section section--read" aria-labelledby=TITLE>
            <h2 id=TITLE>{words::ways()}</h2>
            <RemoteView state=channels.state on_retry=retry
                ready=|channels: NotificationChannels| {
                    let ways = drawable(channels.items);
                    let push = Push::of(channels.push_key, channels.push_devices);
                    if ways.is_empty() {
                        return view! { <p>{words::ways_none()}</p> }.fresh();
                    }
                    let rows = ways.into_iter().map(|(way, channel)| match way {
                        Way::WebPush => push.clone().map(|push| view! { <PushLine push /> }).fresh(),
                        _ => view! { <Line way channel /> }.fresh(),
                    });
                    view! {
                        <p>{words::ways_lead()}</p>
                        <ul class="kept">{rows.collect_view()}</ul>
                    }.fresh()
                } />
        </section>
    }
}

/// How far a change is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Change {
    /// None is wanted.
    None,
    /// An address is being written; what was wrong with the last one.
    Address(Option<String>),
    /// The portal is being told, perhaps an address that stands in the box.
    Asked { wrote: bool },
    /// It did not answer, or said no.
    Failed(String),
}

/// One way.
#[derive(Clone, Copy)]
struct Changing {
    way: Way,
    channel: RwSignal<NotificationChannel>,
    change: RwSignal<Change>,
}

impl Changing {
    fn is_on(self) -> bool {
        self.channel
            .with(|channel| channel.state != ChannelState::Off)
    }

    fn first_button(self) -> String {
        format!("way-{}", self.way.word())
    }

    fn box_id(self) -> String {
        format!("way-{}-address", self.way.word())
    }

    fn write_address(self) {
        self.change.set(Change::Address(None));
        request_animation_frame(move || focus::focus_control(&self.box_id()));
    }

    fn think_better(self) {
        self.change.set(Change::None);
        request_animation_frame(move || focus::focus_control(&self.first_button()));
    }

    fn toggle(self) {
        let (on, reachable) = self.channel.with_untracked(|channel| {
            let on = channel.state != ChannelState::Off;
            (on, self.way.is_reachable(channel))
        });
        if on || reachable {
            self.set(!on, None);
        } else {
            self.write_address();
        }
    }

    fn set(self, on: bool, address: Option<String>) {
        if matches!(self.change.get_untracked(), Change::Asked { .. }) {
            return;
        }
        let wrote = address.is_some();
        self.change.set(Change::Asked { wrote });
        spawn_local(async move {
            let now = match put(self.way, &SetChannel { on, address }).await {
                Ok(channel) => {
                    announce::say(&fill(told(channel.state), &[("way", self.way.name())]));
                    let _ = self.channel.try_set(channel);
                    Change::None
                }
                Err(why) if wrote => Change::Address(Some(why)),
                Err(why) => Change::Failed(why),
            };
            let to = match now {
                Change::Address(_) => self.box_id(),
                _ => self.first_button(),
            };
            if self.change.try_set(now).is_none() {
                request_animation_frame(move || focus::focus_control(&to));
            }
        });
    }
}

fn told(state: ChannelState) -> &'static str {
    match state {
        ChannelState::On => words::turned_on(),
        ChannelState::Confirming => words::to_confirm(),
        ChannelState::Off => words::turned_off(),
    }
}

/// The way as it is then, or why not.
async fn put(way: Way, set: &SetChannel) -> Result<NotificationChannel, String> {
    let unclear = || words::way_failed().to_owned();
    let body = serde_json::to_string(set).map_err(|_| unclear())?;
    let path = api::path::notification_channel(way.word());
    match Write::put(&path).body(&body).send().await {
        Ok(answer) => answer.parse().map_err(|_| unclear()),
        Err(Refusal::Refused { problem, .. }) if problem.status != 401 => {
            let mut faults = problem.errors.iter();
            let fault = faults.next().map(|fault| fault.message.clone());
            Err(fault
                .or_else(|| problem.detail.clone())
                .unwrap_or_else(unclear))
        }
        Err(refusal) => {
            if refusal.needs_sign_in() {
                session::ended();
            }
            Err(unclear())
        }
    }
}

#[component]
fn Line(way: Way, channel: NotificationChannel) -> impl IntoView {
    let note = channel.note.as_ref().map(|note| {
        let (text, lang) = note.for_language(language().tag());
        view! { <p class="hint" lang=lang>{text.to_owned()}</p> }
    });
    let line = Changing {
        way,
        channel: RwSignal::new(channel),
        change: RwSignal::new(Change::None),
    };
    let state = move || {
        line.channel.with(|channel| {
            let state = match channel.state {
                ChannelState::On => words::on(),
                ChannelState::Confirming => words::confirming(),
                ChannelState::Off => words::off(),
            };
            match &channel.address {
                Some(address) => format!("{state} · {address}"),
                None => state.to_owned(),
            }
        })
    };
    // The box stays the same one, with what was written, until the portal has taken it.
    let writes = Memo::new(move |_| {
        let change = line.change.get();
        matches!(change, Change::Address(_) | Change::Asked { wrote: true })
    });
    view! {
        <li class="kept__list">
            <div>
                <p class="kept__name">{way.name()}</p>
                <p class="hint">{state}</p>
                {note}
                {move || match line.change.get() {
                    Change::Failed(why) => view! { <p class="fault" role="alert">{why}</p> }.fresh(),
                    _ => ().into_any(),
                }}
            </div>
            {move || if writes.get() { address_form(line) } else { buttons(line) }}
        </li>
    }
}

fn buttons(line: Changing) -> AnyView {
    let named = move |message: &str| fill(message, &[("way", line.way.name())]);
    let busy = move || matches!(line.change.get(), Change::Asked { .. }).then_some("true");
    let change = move || {
        let known = line.channel.with(|channel| channel.address.is_some());
        known.then(|| {
            view! {
                <button type="button" class="button button--quiet" aria-label=named(words::change_which())
                    on:click=move |_| line.write_address()>{words::change()}</button>
            }
            .fresh()
        })
    };
    view! {
        <div class="actions">
            <button type="button" class="button button--quiet" id=line.first_button()
                aria-label=move || named(if line.is_on() { words::turn_off_which() } else { words::turn_on_which() })
                aria-disabled=busy on:click=move |_| line.toggle()>
                {move || if line.is_on() { words::turn_off() } else { words::turn_on() }}
            </button>
            {change}
        </div>
    }
    .fresh()
}

fn address_form(line: Changing) -> AnyView {
    let input = NodeRef::<Input>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if matches!(line.change.get_untracked(), Change::Asked { .. }) {
            return;
        }
        let typed = input.get_untracked().map(|input| input.value());
        let typed = written(line.way, &typed.unwrap_or_default());
        if typed.is_empty() {
            let empty = words::address_empty().to_owned();
            line.change.set(Change::Address(Some(empty)));
            focus::focus_control(&line.box_id());
        } else {
            line.set(true, Some(typed));
        }
    };
    let fault = move || match line.change.get() {
        Change::Address(fault) => fault,
        _ => None,
    };
    let busy = move || matches!(line.change.get(), Change::Asked { .. }).then_some("true");
    let (label, kind, autocomplete, mode) = match line.way.address() {
        Address::Email => (words::email_label(), "email", "email", "email"),
        Address::Phone | Address::Device | Address::None => {
            (words::phone_label(), "tel", "tel", "tel")
        }
    };
    let label = fill(label, &[("way", line.way.name())]);
    let fault_id = format!("{}-fault", line.box_id());
    view! {
        <form class="address" novalidate on:submit=submit>
            <label class="q__label" for=line.box_id()>{label}</label>
            <p class="q__error" id=fault_id.clone() role="alert">{fault}</p>
            <input node_ref=input class="box" id=line.box_id() type=kind autocomplete=autocomplete inputmode=mode
                maxlength="254" aria-describedby=fault_id
                aria-invalid=move || fault().is_some().then_some("true") />
            <div class="actions">
                <button class="button" aria-disabled=busy>{words::save()}</button>
                <button type="button" class="button button--quiet" on:click=move |_| line.think_better()>{words::cancel()}</button>
            </div>
        </form>
    }
    .fresh()
}

/// What was written, as the portal takes it: a number without the blanks and dots one groups
/// its digits with.
fn written(way: Way, typed: &str) -> String {
    match way.address() {
        Address::Phone => typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '.' && *c != '-')
            .collect(),
        Address::Email | Address::Device | Address::None => typed.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_written_in_groups() {
        assert_eq!(written(Way::Sms, " 0900 000.012 "), "0900000012");
        assert_eq!(
            written(Way::Email, " an-b@example.com "),
            "an-b@example.com"
        );
    }
}
