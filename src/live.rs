//! Changes at the portal as they happen: the app's only event stream.
//!
//! One stream serves the whole page. It is open while some screen follows it ([`follow`]) and
//! the portal offers it. Where it is not offered, fails, or was cut while the device slept,
//! followers are told to look for themselves, every half a minute and when the page comes
//! back to the eye: they ask for what they show and draw nothing anew that is the same.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use motcua_contract::live::{EVENT_DOSSIER, EVENT_NOTIFICATIONS, EVENT_RESYNC, EVENT_SESSION};
use motcua_contract::portal::Capability;
use serde::Deserialize;
use web_sys::VisibilityState;

use crate::app::use_app;

mod stream;

use stream::{Refusals, Stream};

/// How often followers look for themselves while no stream tells them.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// What followers are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum News {
    /// The dossier with this code changed.
    Dossier(String),
    /// Something in the notification centre changed.
    Notifications,
    /// Anything may have changed.
    Anything,
}

impl News {
    /// Reads one event; nothing for one that this version does not know.
    fn read(event: &str, data: &str) -> Option<Self> {
        match event {
            // Which one is not known: it may be ours.
            EVENT_DOSSIER => Some(
                crate::json::read::<Changed>(data)
                    .map_or(Self::Anything, |changed| Self::Dossier(changed.code)),
            ),
            EVENT_NOTIFICATIONS => Some(Self::Notifications),
            // A session that is over shows in the answer to the next look.
            EVENT_RESYNC | EVENT_SESSION => Some(Self::Anything),
            _ => None,
        }
    }

    /// Whether it may be about the dossier with this code.
    pub(crate) fn concerns(&self, code: &str) -> bool {
        match self {
            Self::Dossier(changed) => changed == code,
            Self::Anything => true,
            Self::Notifications => false,
        }
    }
}

/// What is read of a `DossierChanged`.
#[derive(Deserialize)]
struct Changed {
    code: String,
}

type Follower = Rc<dyn Fn(&News)>;

thread_local! {
    static FOLLOWERS: RefCell<Vec<(u32, Follower)>> = const { RefCell::new(Vec::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
    static STREAM: RefCell<Option<Stream>> = const { RefCell::new(None) };
    static REFUSALS: RefCell<Refusals> = const { RefCell::new(Refusals::none()) };
}

/// Hears what changes, for as long as the owner of the caller stands.
pub(crate) fn follow(hear: impl Fn(&News) + 'static) {
    let number = LAST.get() + 1;
    LAST.set(number);
    FOLLOWERS.with_borrow_mut(|all| all.push((number, Rc::new(hear))));
    on_cleanup(move || {
        FOLLOWERS.with_borrow_mut(|all| all.retain(|(other, _)| *other != number));
        if FOLLOWERS.with_borrow(Vec::is_empty) {
            close();
        }
    });
    let portal = use_app().portal.state;
    let offered = Memo::new(move |_| {
        portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::LiveChanges))
        })
    });
    Effect::new(move |_| {
        if offered.get() {
            open();
        }
    });
    let look = move || {
        let seen = document().visibility_state() == VisibilityState::Visible;
        if !seen || flows() {
            return;
        }
        if offered.get_untracked() {
            open();
        }
        tell_one(number, &News::Anything);
    };
    if let Ok(timer) = set_interval_with_handle(look, LOOK_EVERY) {
        on_cleanup(move || timer.clear());
    }
    let back = window_event_listener_untyped("visibilitychange", move |_| look());
    let online = window_event_listener_untyped("online", move |_| look());
    on_cleanup(move || {
        back.remove();
        online.remove();
    });
}

/// Opens the stream, unless there is one: the browser itself takes up one that broke off. One
/// that the portal has refused is tried again after pauses that grow.
fn open() {
    let over = STREAM.with_borrow(|stream| stream.as_ref().map(Stream::is_over));
    if over == Some(false) || !REFUSALS.with_borrow_mut(|refusals| refusals.lets_try(over)) {
        return;
    }
    STREAM.set(Stream::open());
}

fn close() {
    STREAM.set(None);
}

/// Whether a stream is open now.
fn flows() -> bool {
    STREAM.with_borrow(|stream| stream.as_ref().is_some_and(Stream::flows))
}

fn tell(news: &News) {
    let all: Vec<Follower> =
        FOLLOWERS.with_borrow(|all| all.iter().map(|(_, hear)| Rc::clone(hear)).collect());
    for hear in all {
        hear(news);
    }
}

fn tell_one(number: u32, news: &News) {
    let found = FOLLOWERS.with_borrow(|all| {
        let mut all = all.iter();
        all.find(|(other, _)| *other == number)
            .map(|(_, hear)| Rc::clone(hear))
    });
    if let Some(hear) = found {
        hear(news);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_concerns_the_dossier_it_names() {
        let news = News::read("dossier", r#"{"code":"H1-2","etag":"x","needsYou":true}"#);
        let news = news.expect("known");
        assert!(news.concerns("H1-2"));
        assert!(!news.concerns("H1-3"));
    }

    #[test]
    fn what_cannot_be_read_may_concern_anybody() {
        for (event, data) in [("dossier", "{"), ("resync", "{}"), ("session", "{}")] {
            let news = News::read(event, data).expect("known");
            assert!(news.concerns("H1-2"), "{event}");
        }
    }

    #[test]
    fn an_event_of_a_later_version_is_passed_over() {
        assert_eq!(News::read("weather", "{}"), None);
    }
}
