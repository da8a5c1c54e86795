//! Warns before a session ends, wherever the person is.
//!
//! A native `<dialog>` with `role=alertdialog`, opened with `showModal()`: the browser
//! moves focus into it, makes the rest inert and, when it closes, gives focus back to
//! where it was. Announces: by the move of focus, its name and its text; while it stands,
//! each full minute that is left (polite, in the dialog, since the rest of the page is
//! inert). When the session ended anyway the text says so and that nothing is lost; the
//! focus goes to the dialog's heading, as its buttons have changed. Escape means "leave
//! it": the session then simply ends.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::html::{Dialog, H2};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::session::{Session, SignedIn};

use super::expiry::{Phase, phase};
use super::{Known, known, learn, leaving};
use crate::api::write::Write;
use crate::i18n::{fill, session as words};
use crate::{announce, api, focus};

const TITLE: &str = "session-ending";
const TEXT: &str = "session-ending-text";

/// How often the minutes left are counted while the warning stands.
const LOOKED_EVERY_MS: f64 = 15_000.0;

/// What the dialog says; nothing while it is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Warning {
    /// The session ends in so many minutes.
    Ending(u32),
    /// It has ended.
    Over,
}

/// Whether the session's end is being moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extending {
    /// Nobody has asked.
    Idle,
    /// On its way.
    Asked,
    /// The portal did not answer, or said no.
    Failed,
}

thread_local! {
    static WARNING: RefCell<Option<ArcRwSignal<Option<Warning>>>> = const { RefCell::new(None) };
    static TIMER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
    /// The person does not want to be reminded of this end again.
    static PUT_AWAY: Cell<bool> = const { Cell::new(false) };
}

/// Watches the end of `person`'s session from now on.
pub(super) fn watch(person: &SignedIn) {
    PUT_AWAY.set(false);
    warning().set(None);
    look(person.expires_at.clone());
}

/// The dialog's state; drawn when first asked for.
fn warning() -> ArcRwSignal<Option<Warning>> {
    if let Some(warning) = WARNING.with_borrow(Clone::clone) {
        return warning;
    }
    let warning = ArcRwSignal::new(None);
    WARNING.set(Some(warning.clone()));
    if let Some(body) = document().body() {
        let drawn = warning.clone();
        leptos::mount::mount_to(body, move || view! { <Ending warning=drawn /> }).forget();
    }
    // A phone that slept has slept through its timers.
    let seen = window_event_listener_untyped("visibilitychange", |_| look_again());
    std::mem::forget(seen);
    warning
}

fn look_again() {
    let person = known().with_untracked(|known| known.person().cloned());
    if let Some(person) = person {
        look(person.expires_at);
    }
}

fn look(expires_at: String) {
    if let Some(timer) = TIMER.take() {
        timer.clear();
    }
    let wait_ms = match phase(js_sys::Date::now(), js_sys::Date::parse(&expires_at)) {
        Phase::Calm { wait_ms } => wait_ms,
        Phase::Ending { minutes } => {
            if !PUT_AWAY.get() {
                warning().set(Some(Warning::Ending(minutes)));
            }
            LOOKED_EVERY_MS
        }
        Phase::Over => {
            known().set(Known::Expired);
            warning().set(Some(Warning::Over));
            return;
        }
    };
    // Positive, and within 31 bits.
    let wait = Duration::from_millis(wait_ms as u64 + 1);
    let timer = set_timeout_with_handle(move || look(expires_at), wait).ok();
    TIMER.set(timer);
}

/// The dialog.
#[component]
fn Ending(warning: ArcRwSignal<Option<Warning>>) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let title = NodeRef::<H2>::new();
    let extending = RwSignal::new(Extending::Idle);
    let state = warning.clone();
    Effect::new(move |before: Option<Option<Warning>>| {
        let now = state.get();
        let Some(dialog) = dialog.get() else {
            return now;
        };
        match (before.flatten(), now) {
            (None, Some(_)) => {
                extending.set(Extending::Idle);
                let _ = dialog.show_modal();
            }
            (Some(_), None) => dialog.close(),
            (Some(Warning::Ending(_)), Some(Warning::Over)) => {
                if let Some(title) = title.get() {
                    focus::focus_text(&title);
                }
            }
            _ => {}
        }
        now
    });
    let put_away = warning.clone();
    let put_away = move || {
        PUT_AWAY.set(true);
        put_away.set(None);
    };
    let closed = put_away.clone();
    let over = {
        let warning = warning.clone();
        move || warning.get() == Some(Warning::Over)
    };
    let text = move || match warning.get() {
        Some(Warning::Ending(minutes)) => {
            fill(words::ending_text(), &[("n", &minutes.to_string())])
        }
        Some(Warning::Over) => words::over_text().into(),
        None => String::new(),
    };
    let heading = {
        let over = over.clone();
        move || {
            if over() {
                words::over()
            } else {
                words::ending()
            }
        }
    };
    // Shown and hidden rather than drawn anew: a button that is replaced while the minutes
    // change loses the focus it had.
    let extendable =
        move || known().with(|known| known.person().is_some_and(|person| person.extendable));
    let extends = {
        let over = over.clone();
        move || !over() && extendable()
    };
    let signs_in = extends.clone();
    let later = move || {
        if over() {
            words::go_on_as_guest()
        } else {
            words::let_it_end()
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog role="alertdialog" aria-labelledby=TITLE aria-describedby=TEXT
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                closed();
            }>
            <h2 node_ref=title id=TITLE>{heading}</h2>
            <p id=TEXT role="status">{text}</p>
            <p class="fault" role="status">{move || (extending.get() == Extending::Failed).then(words::extend_failed)}</p>
            <div class="actions">
                <button type="button" class="button" hidden=move || !extends()
                    aria-disabled=move || (extending.get() == Extending::Asked).then_some("true")
                    on:click=move |_| extend(extending)>{words::extend()}</button>
                <button type="button" class="button" hidden=signs_in on:click=|_| leaving::sign_in()>{words::sign_in_again()}</button>
                <button type="button" class="button button--quiet" on:click=move |_| put_away()>{later}</button>
            </div>
        </dialog>
    }
}

fn extend(state: RwSignal<Extending>) {
    if state.get_untracked() == Extending::Asked {
        return;
    }
    state.set(Extending::Asked);
    spawn_local(async move {
        let answer = Write::post(&api::path::session_extension()).send().await;
        let session = match answer {
            Ok(answer) => answer.parse::<Session>().ok(),
            Err(refusal) if refusal.needs_sign_in() => {
                known().set(Known::Expired);
                warning().set(Some(Warning::Over));
                return;
            }
            Err(_) => None,
        };
        match session.filter(|session| session.person.is_some()) {
            Some(session) => {
                learn(session);
                announce::say(words::extended());
            }
            None => state.set(Extending::Failed),
        }
    });
}
