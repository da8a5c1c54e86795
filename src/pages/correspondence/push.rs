//! Web push on the device in hand: what it would show, the browser's question, on and off.
//!
//! Announces: that it is turned on, off, or not yet (polite); what went wrong as the line's own
//! error (`role=alert`). Focus: on the heading of what the device will show when that opens, so
//! that it is read before the browser asks; back on the line's button after, or on its words
//! where no button is left.
//!
//! The browser is asked only from the second tap, after it was said what will come: whoever
//! says no by mistake cannot be asked again by any page.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::notification::{PushDevice, PushSubscribed};

use crate::api::write::{Key, Refusal, Write};
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, notifications as words};
use crate::offline::shared;
use crate::push::{self, Permission};
use crate::{announce, api, focus, session};

const BUTTON: &str = "push-button";
const STATE: &str = "push-state";
const QUESTION: &str = "push-question";

/// What the portal says about web push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Push {
    /// The key to subscribe for.
    key: String,
    /// The person's devices that are told.
    devices: Vec<PushDevice>,
}

impl Push {
    /// None where the portal has no key for it.
    pub(super) fn of(key: Option<String>, devices: Vec<PushDevice>) -> Option<Self> {
        key.map(|key| Self { key, devices })
    }

    /// The portal's id of the device that holds the subscription with this hash.
    fn id_of(&self, held: &str) -> Option<String> {
        let mut devices = self.devices.iter();
        let own = devices.find(|device| device.endpoint_sha256 == held)?;
        Some(own.id.clone())
    }

    /// How many devices are told beside one.
    fn beside(&self, own: Option<&str>) -> usize {
        let others = self.devices.iter();
        others
            .filter(|device| Some(device.id.as_str()) != own)
            .count()
    }
}

/// How this device stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Standing {
    /// The browser is being asked what it holds.
    Looking,
    NotSupported,
    /// Others use it too: nothing of one person's may show on it.
    Shared,
    /// The person told the browser so.
    Blocked,
    /// Not told; what went wrong with the last try.
    Off(Option<&'static str>),
    /// Reading what it would show.
    Reading,
    /// The browser asks, or the portal is being told.
    Asking,
    /// Told, under the portal's id.
    On(String),
    /// The portal is being told that it is not any more.
    Ending(String),
    /// Not told any more, which the portal may not know.
    EndUnclear(String),
}

impl Standing {
    fn has_button(&self) -> bool {
        !matches!(
            self,
            Self::Looking | Self::NotSupported | Self::Shared | Self::Blocked
        )
    }

    /// The portal's id of this device, as long as the portal may know it.
    fn own(&self) -> Option<&str> {
        match self {
            Self::On(id) | Self::Ending(id) | Self::EndUnclear(id) => Some(id),
            _ => None,
        }
    }
}

/// A subscription on its way to the portal: the same one goes with the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sending {
    key: Key,
    body: String,
}

#[derive(Clone, Copy)]
struct Line {
    push: StoredValue<Push>,
    standing: RwSignal<Standing>,
    sending: StoredValue<Option<Sending>>,
}

impl Line {
    /// Draws a standing; focus goes to its button, or to its words where it has none.
    fn stand(self, standing: Standing) {
        let to = if standing.has_button() { BUTTON } else { STATE };
        if self.standing.try_set(standing).is_none() {
            request_animation_frame(move || focus::focus_control(to));
        }
    }

    fn read(self) {
        self.standing.set(Standing::Reading);
        request_animation_frame(|| focus::focus_id(QUESTION));
    }

    /// The second tap: the browser asks within it.
    fn turn_on(self) {
        if self.standing.get_untracked() == Standing::Asking {
            return;
        }
        let asked = push::ask();
        self.stand(Standing::Asking);
        spawn_local(async move {
            let standing = match asked.await {
                Permission::Granted => self.subscribe().await,
                Permission::Blocked => Standing::Blocked,
                Permission::NotSupported => Standing::NotSupported,
                Permission::Askable => {
                    announce::say(words::push_not_now());
                    Standing::Off(None)
                }
            };
            if matches!(standing, Standing::On(_)) {
                say(words::turned_on());
            }
            self.stand(standing);
        });
    }

    async fn subscribe(self) -> Standing {
        let Some(key) = self.push.try_with_value(|push| push.key.clone()) else {
            return Standing::Looking;
        };
        let Some(made) = push::subscribe(&key).await else {
            return Standing::Off(Some(words::push_unreachable()));
        };
        let Ok(body) = serde_json::to_string(&made) else {
            return Standing::Off(Some(words::push_unclear()));
        };
        let kept = self.sending.try_get_value().flatten();
        let sending = kept.filter(|kept| kept.body == body);
        let sending = sending.unwrap_or_else(|| Sending {
            key: Key::fresh(),
            body,
        });
        let _ = self.sending.try_set_value(Some(sending.clone()));
        let path = api::path::push_subscriptions();
        let write = Write::post(&path).key(&sending.key).body(&sending.body);
        match write.send().await {
            Ok(answer) => match answer.parse::<PushSubscribed>() {
                Ok(PushSubscribed { id }) => Standing::On(id),
                Err(_) => Standing::Off(Some(words::push_unclear())),
            },
            Err(refusal) => {
                if refusal.needs_sign_in() {
                    session::ended();
                }
                Standing::Off(Some(why(&refusal)))
            }
        }
    }

    /// In the browser first: whatever the portal answers, this device shows nothing any more.
    fn turn_off(self, id: String) {
        if matches!(self.standing.get_untracked(), Standing::Ending(_)) {
            return;
        }
        self.stand(Standing::Ending(id.clone()));
        spawn_local(async move {
            push::take_back().await;
            let path = api::path::push_subscription(&id);
            let known = match Write::delete(&path).send().await {
                Ok(_) => true,
                // What is not there is not told.
                Err(refusal) => refusal
                    .problem()
                    .is_some_and(|problem| problem.status == 404),
            };
            if known {
                say(words::turned_off());
                let _ = self.sending.try_set_value(None);
                self.stand(Standing::Off(None));
            } else {
                self.stand(Standing::EndUnclear(id));
            }
        });
    }
}

fn say(message: &str) {
    announce::say(&fill(message, &[("way", words::push_here())]));
}

/// Why a device was not taken.
fn why(refusal: &Refusal) -> &'static str {
    match refusal.problem() {
        Some(problem) if problem.status == 422 => words::push_refused(),
        _ => words::push_unclear(),
    }
}

/// Finds out how this device stands. A subscription that is not among the person's devices is
/// another person's, or one that the portal has given up: it ends here.
async fn look(push: Push) -> Standing {
    if shared::on() {
        return Standing::Shared;
    }
    let standing = match push::permission() {
        Permission::NotSupported => return Standing::NotSupported,
        Permission::Blocked => Standing::Blocked,
        Permission::Askable | Permission::Granted => Standing::Off(None),
    };
    let Some(held) = push::held().await else {
        return standing;
    };
    match push.id_of(&held) {
        Some(id) => Standing::On(id),
        None => {
            push::take_back().await;
            standing
        }
    }
}

/// The line of this device among the ways.
#[component]
pub(super) fn PushLine(push: Push) -> impl IntoView {
    let line = Line {
        push: StoredValue::new(push.clone()),
        standing: RwSignal::new(Standing::Looking),
        sending: StoredValue::new(None),
    };
    spawn_local(async move {
        let standing = look(push).await;
        let _ = line.standing.try_set(standing);
    });
    let others = move || {
        let others = line
            .standing
            .with(|standing| line.push.with_value(|push| push.beside(standing.own())));
        let text = || fill(words::push_others(), &[("n", &others.to_string())]);
        (others > 0).then(|| view! { <p class="hint">{text()}</p> }.fresh())
    };
    let fault = move || {
        let fault = match line.standing.get() {
            Standing::Off(fault) => fault,
            Standing::EndUnclear(_) => Some(words::push_end_unclear()),
            _ => None,
        };
        fault.map(|why| view! { <p class="fault" role="alert">{why}</p> }.fresh())
    };
    view! {
        <li class="kept__list">
            <div>
                <p class="kept__name">{words::push_here()}</p>
                <p class="hint" id=STATE tabindex="-1">{move || line.standing.with(state)}</p>
                {others}
                {fault}
            </div>
            {move || action(line, line.standing.get())}
        </li>
    }
}

fn state(standing: &Standing) -> &'static str {
    match standing {
        Standing::Looking => words::push_looking(),
        Standing::NotSupported => words::push_not_supported(),
        Standing::Shared => words::push_shared(),
        Standing::Blocked => words::push_blocked(),
        Standing::Off(_) | Standing::Reading | Standing::EndUnclear(_) => words::off(),
        Standing::Asking => words::push_asking(),
        Standing::On(_) => words::on(),
        Standing::Ending(_) => words::push_ending(),
    }
}

fn action(line: Line, standing: Standing) -> AnyView {
    match standing {
        Standing::Looking | Standing::NotSupported | Standing::Shared | Standing::Blocked => {
            ().into_any()
        }
        Standing::Reading => reading(line),
        Standing::Off(None) => button(words::turn_on(), words::turn_on_which(), move || {
            line.read();
        }),
        Standing::Off(Some(_)) => {
            button(words::push_again(), words::push_again_which(), move || {
                line.turn_on();
            })
        }
        Standing::Asking => busy(words::turn_on(), words::turn_on_which()),
        Standing::On(id) => button(words::turn_off(), words::turn_off_which(), move || {
            line.turn_off(id.clone());
        }),
        Standing::Ending(_) => busy(words::turn_off(), words::turn_off_which()),
        Standing::EndUnclear(id) => {
            button(words::push_again(), words::push_again_which(), move || {
                line.turn_off(id.clone());
            })
        }
    }
}

fn button(text: &'static str, named: &'static str, press: impl Fn() + 'static) -> AnyView {
    let named = fill(named, &[("way", words::push_here())]);
    view! {
        <button type="button" class="button button--quiet" id=BUTTON aria-label=named
            on:click=move |_| press()>{text}</button>
    }
    .fresh()
}

fn busy(text: &'static str, named: &'static str) -> AnyView {
    let named = fill(named, &[("way", words::push_here())]);
    view! {
        <button type="button" class="button button--quiet" id=BUTTON aria-label=named
            aria-disabled="true">{text}</button>
    }
    .fresh()
}

/// What it would show, before the browser asks.
fn reading(line: Line) -> AnyView {
    view! {
        <div class="sample" role="group" aria-labelledby=QUESTION>
            <h3 id=QUESTION>{words::push_question()}</h3>
            <p>{words::push_what()}</p>
            <p>{words::push_never()}</p>
            <p>{words::push_next()}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| line.turn_on()>{words::push_go_on()}</button>
                <button type="button" class="button button--quiet"
                    on:click=move |_| line.stand(Standing::Off(None))>{words::cancel()}</button>
            </div>
        </div>
    }
    .fresh()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_finds_itself_among_those_that_are_told() {
        let sample = include_str!("../../../crates/contract/samples/listNotificationChannels.json");
        let channels: motcua_contract::notification::NotificationChannels =
            serde_json::from_str(sample).unwrap();
        let hash = channels.push_devices[0].endpoint_sha256.clone();
        let push = Push::of(channels.push_key, channels.push_devices).unwrap();
        assert_eq!(push.id_of(&hash), Some("w1".into()));
        assert_eq!(push.id_of("another"), None);
        assert_eq!((push.beside(Some("w1")), push.beside(None)), (0, 1));
        assert_eq!(Push::of(None, Vec::new()), None);
    }
}
