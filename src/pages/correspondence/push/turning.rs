//! Turning web push on and off on the device in hand.
//!
//! Announces and focus: see [`super`].

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::notification::PushSubscribed;

use super::standing::{Push, Standing};
use super::{BUTTON, QUESTION, STATE};
use crate::api::attempt::Tries;
use crate::api::write::{Refusal, Write};
use crate::i18n::{fill, notifications as words};
use crate::push::{self, Permission};
use crate::{announce, api, focus, session};

/// This device among the ways, as it is turned on and off.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) push: StoredValue<Push>,
    pub(super) standing: RwSignal<Standing>,
    /// The same subscription goes to the portal with the same key until that answers.
    tries: Tries,
}

impl Line {
    /// The device of which nothing is known yet.
    pub(super) fn new(push: Push) -> Self {
        Self {
            push: StoredValue::new(push),
            standing: RwSignal::new(Standing::Looking),
            tries: Tries::new(),
        }
    }

    /// Draws a standing; focus goes to its button, or to its words where it has none.
    pub(super) fn stand(self, standing: Standing) {
        let to = if standing.has_button() { BUTTON } else { STATE };
        if self.standing.try_set(standing).is_none() {
            request_animation_frame(move || focus::focus_control(to));
        }
    }

    /// Says what it would show.
    pub(super) fn read(self) {
        self.standing.set(Standing::Reading);
        request_animation_frame(|| focus::focus_id(QUESTION));
    }

    /// The second tap: the browser asks within it.
    pub(super) fn turn_on(self) {
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
        let path = api::path::push_subscriptions();
        match self.tries.post(&path, body).await {
            Ok(PushSubscribed { id }) => Standing::On(id),
            Err(refusal) => {
                if refusal.needs_sign_in() {
                    session::ended();
                }
                Standing::Off(Some(why(&refusal)))
            }
        }
    }

    /// In the browser first: whatever the portal answers, this device shows nothing any more.
    pub(super) fn turn_off(self, id: String) {
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
