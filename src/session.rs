//! Who is signed in, as far as the app knows.
//!
//! The portal is asked at most once a start, and only when a screen wants to know
//! ([`ask`]) and the portal offers signing in; the first screen does not. What is known
//! outlives the screens, so it stands in a signal of its own rather than in one screen's
//! owner. The cookie is the browser's and the portal's: nothing here ever sees it.
//!
//! [`expiry`] says when to warn, [`dialog`] warns, [`leaving`] goes to the portal's
//! sign-in and comes back, [`panel`] shows all this on a screen, [`required`] keeps what is
//! somebody's own for whoever is signed in.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::portal::Capability;
use motcua_contract::session::{Session, SignedIn};

use crate::api::{self, client};
use crate::app::use_app;
use crate::remote::Failure;

pub(crate) mod devices;
mod dialog;
pub(crate) mod expiry;
pub(crate) mod kept;
pub(crate) mod leaving;
pub(crate) mod panel;
pub(crate) mod required;

/// What is known of the session.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Known {
    /// This portal has no signing in (or its description is not there yet).
    NotOffered,
    /// Asked, no answer yet.
    Asking,
    /// Could not be asked; guests go on all the same.
    Unclear(Failure),
    /// Nobody is signed in.
    Guest,
    /// Somebody was, and the time ran out while the app was open.
    Expired,
    /// This person.
    Person(SignedIn),
}

impl Known {
    /// Who is signed in.
    pub(crate) fn person(&self) -> Option<&SignedIn> {
        match self {
            Self::Person(person) => Some(person),
            _ => None,
        }
    }

    fn from_answer(session: Session) -> Self {
        session.person.map_or(Self::Guest, Self::Person)
    }
}

thread_local! {
    /// Belongs to no screen: it is there as long as the page.
    static KNOWN: RefCell<Option<ArcRwSignal<Known>>> = const { RefCell::new(None) };
    static ASKED: Cell<bool> = const { Cell::new(false) };
    /// Counts the calls of [`ask_again`]: only the last one goes on asking.
    static ROUND: Cell<u32> = const { Cell::new(0) };
}

/// What is known, to be read by any screen that has called [`ask`].
pub(crate) fn known() -> ArcRwSignal<Known> {
    KNOWN.with_borrow_mut(|known| {
        known
            .get_or_insert_with(|| ArcRwSignal::new(Known::NotOffered))
            .clone()
    })
}

/// Makes sure that the session is asked for once, as soon as the portal's description
/// says that there is one to ask for. For screens to call while they are drawn.
pub(crate) fn ask() -> ArcRwSignal<Known> {
    let portal = use_app().portal.state;
    Effect::new(move |_| {
        let offered = portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.capabilities.contains(&Capability::SignIn))
        });
        if offered && !ASKED.replace(true) {
            ask_again();
        }
    });
    known()
}

/// Asks now, whatever is known.
pub(crate) fn ask_again() {
    known().set(Known::Asking);
    let round = ROUND.get() + 1;
    ROUND.set(round);
    spawn_local(find_out(round, AGAIN));
}

/// How long after a failure the portal is asked again, and how long at most: who is signed in
/// must not go on as a guest because one answer got lost.
const AGAIN: Duration = Duration::from_secs(2);
const AGAIN_AT_MOST: Duration = Duration::from_secs(60);

async fn find_out(round: u32, pause: Duration) {
    let answer = client::get(&api::path::session(), None).await;
    let asking = known().with_untracked(|known| match known {
        Known::Asking => Some(true),
        Known::Unclear(_) => Some(false),
        // Somebody has signed in or out meanwhile: what came later counts.
        _ => None,
    });
    let Some(asking) = asking.filter(|_| ROUND.get() == round) else {
        return;
    };
    match answer.and_then(|answer| answer.parse::<Session>()) {
        Ok(session) => learn(session),
        Err(failure) => {
            // Said once: who is on its button stays there.
            if asking {
                known().set(Known::Unclear(failure));
            }
            let next = AGAIN_AT_MOST.min(pause * 2);
            set_timeout(move || spawn_local(find_out(round, next)), pause);
        }
    }
}

/// Takes over what the portal says about the session, and watches its end.
pub(crate) fn learn(session: Session) {
    let state = Known::from_answer(session);
    let person = state.person().cloned();
    // First, since the warning's buttons follow from it, and the one that takes focus must stay.
    known().set(state);
    if let Some(person) = person {
        dialog::watch(&person);
    }
}

/// The portal has answered 401: whoever was signed in is not any more.
pub(crate) fn ended() {
    let known = known();
    if known.with_untracked(|known| known.person().is_some()) {
        known.set(Known::Expired);
    } else {
        known.set(Known::Guest);
    }
}
