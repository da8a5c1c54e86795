//! Handing in: exactly what is so, and what one can do about it.
//!
//! Announces: each change of what is so, by its title (polite); that the dossier was
//! received with its code. Focus: on the heading after a navigation, and again when the
//! dossier was received, since the heading then says so; on the summary when the portal
//! found something to mend.

use std::rc::Rc;

use leptos::prelude::*;
use motcua_contract::dossier::DossierCode;

use super::open::Application;
use super::{behalf, delivery};
use crate::api::attempt::Tries;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::i18n::{dossier, fill, submit as words};
use crate::outbox::compose::{Closing, compose};
use crate::outbox::post::{self, Shown};
use crate::papers;
use crate::route::{Route, Step};
use crate::session::{self, Known, panel::SessionPanel};
use crate::{announce, focus, format};

mod refusal;

/// What the last screen adds, as far as it is known.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) application: Application,
    /// Beginning to sign, until that is answered.
    pub(super) signing: Tries,
    /// The id of a finished signing.
    pub(super) signature: RwSignal<Option<String>>,
    /// The dossier that one files despite.
    pub(super) despite: RwSignal<Option<DossierCode>>,
}

impl Desk {
    /// Freezes what the form has found complete, and sends it. Nothing happens when it is
    /// not complete: the screen says so then.
    pub(super) fn send(self) {
        let draft = self.application.draft;
        let Some(complete) = self.application.filling.complete() else {
            return;
        };
        let person = session::known().with_untracked(|known| known.person().is_some());
        let body = draft.read(|draft| {
            let closing = Closing {
                contact: draft.contact.clone().filter(|_| !person),
                signature: self.signature.get_untracked(),
                despite: self.despite.get_untracked(),
                draft: draft.portal_id().map(str::to_owned),
            };
            serde_json::to_string(&compose(&draft.content, complete, closing))
        });
        if let Ok(body) = body {
            post::send(draft, body);
        }
    }
}

/// The step.
pub(super) fn send(application: Application) -> AnyView {
    let posting = post::posting(application.draft);
    let desk = Desk {
        application,
        signing: Tries::new(),
        signature: RwSignal::new(None),
        despite: RwSignal::new(None),
    };
    // Read once: the draft may go while this screen is still there.
    let window = fill(words::send_window(), &[("name", &application.title())]);
    let tell = Rc::clone(&posting);
    Effect::new(move |before: Option<Shown>| {
        let now = tell.shown.get();
        if let Some(before) = before
            && std::mem::discriminant(&before) != std::mem::discriminant(&now)
        {
            match &now {
                Shown::Received { .. } => request_animation_frame(focus::heading_changed),
                // Its summary takes focus. A signature that the portal does not take is void.
                Shown::Refused(problem) => {
                    if problem
                        .errors
                        .iter()
                        .any(|fault| fault.pointer == "/signature")
                    {
                        desk.signature.set(None);
                    }
                }
                other => announce::say(title(other)),
            }
            // The button that was pressed may be gone with the old state.
            request_animation_frame(|| focus::focus_if_lost("state"));
        }
        now
    });
    let shown = posting.shown.clone();
    let heading = Signal::derive(move || {
        shown.with(|shown| match shown {
            Shown::Received { .. } => words::received().to_owned(),
            _ => words::send_title().to_owned(),
        })
    });
    let draft = application.draft;
    on_cleanup(move || post::close(draft));
    // A refusal that was read and left behind: the next look begins anew.
    post::look_anew(&posting);
    let shown = posting.shown.clone();
    let id = draft.id();
    let whom = behalf::line(application);
    view! {
        <PageHeading title=heading window_title=Signal::stored(window) />
        {whom}
        {move || state(desk, &id, &shown.get())}
    }
    .fresh()
}

fn title(shown: &Shown) -> &'static str {
    match shown {
        Shown::NotSent => words::not_sent(),
        Shown::Sending => words::sending(),
        Shown::Unclear { .. } => words::unclear(),
        Shown::SignIn => words::sign_in_needed(),
        Shown::Refused(_) => words::refused(),
        Shown::Received { .. } => words::received(),
    }
}

fn state(desk: Desk, id: &str, shown: &Shown) -> AnyView {
    match shown {
        Shown::NotSent => not_sent(desk),
        Shown::Sending => boxed(shown, words::sending_text().into(), ().into_any()),
        Shown::Unclear { seconds, .. } => {
            let draft = desk.application.draft;
            let text = fill(words::unclear_text(), &[("n", &seconds.to_string())]);
            boxed(shown, text, view! {
                <button type="button" class="button button--quiet" on:click=move |_| post::go_on(draft)>{words::ask_now()}</button>
            }.fresh())
        }
        Shown::SignIn => sign_in(desk, shown),
        Shown::Refused(problem) => refusal::refused(desk, id, problem),
        Shown::Received {
            code,
            at,
            has_receipt,
            remembered,
        } => received(code, at.as_deref(), *has_receipt, *remembered),
    }
}

fn boxed(shown: &Shown, text: String, more: AnyView) -> AnyView {
    view! {
        <section class="act act--wait" aria-labelledby="state">
            <h2 id="state">{title(shown)}</h2>
            <p>{text}</p>
            {more}
        </section>
    }
    .fresh()
}

/// Nothing has left the device: the button, or what stands before it.
fn not_sent(desk: Desk) -> AnyView {
    let application = desk.application;
    // Nobody gets a result in a way that they did not choose.
    let undelivered = !delivery::lacking(application, false).is_empty();
    if undelivered || application.filling.complete().is_none() {
        let href = application.href(Step::Review);
        return boxed(
            &Shown::NotSent,
            words::incomplete().into(),
            view! { <p><a class="button" href=href>{words::mend()}</a></p> }.fresh(),
        );
    }
    let known = session::ask();
    let guest = Memo::new(move |_| !known.with(|known| matches!(known, Known::Person(_))));
    // As a value: a signing is not begun anew because the draft was looked into once more.
    let received = Memo::new(move |_| application.draft.with(papers::all_received));
    let (needs_signature, guests) = application
        .about
        .with_value(|about| (about.signature, about.guests));
    view! {
        {move || {
            if guest.get() && !guests {
                return view! {
                    <section class="act act--wait" aria-labelledby="state">
                        <h2 id="state">{words::sign_in_needed()}</h2>
                        <p>{words::sign_in_first()}</p>
                    </section>
                    <SessionPanel />
                }
                .fresh();
            }
            if !received.get() {
                let href = application.href(Step::Tasks);
                return view! {
                    <section class="act act--wait" aria-labelledby="state">
                        <h2 id="state">{words::papers_waiting()}</h2>
                        <p>{words::papers_waiting_text()}</p>
                        <p><a class="button button--quiet" href=href>{words::to_tasks()}</a></p>
                    </section>
                }
                .fresh();
            }
            if needs_signature && desk.signature.read().is_none() {
                return super::signing::signing(application, desk.signing, desk.signature);
            }
            let signed = desk.signature.read().is_some().then(|| {
                view! { <p><span class="tag tag--ok">{words::signed()}</span></p> }
            });
            boxed(
                &Shown::NotSent,
                words::not_sent_text().into(),
                view! {
                    {signed}
                    <p>{words::sending_confirms()}</p>
                    <button type="button" class="button" on:click=move |_| desk.send()>{words::send()}</button>
                }
                .fresh(),
            )
        }}
        <p><a class="more" href=application.href(Step::Review)>{words::back()}</a></p>
    }
    .fresh()
}

/// The portal wants to know who sends; the same thing goes on once somebody is signed in.
fn sign_in(desk: Desk, shown: &Shown) -> AnyView {
    let known = session::known();
    let draft = desk.application.draft;
    let go_on = move || {
        known.with(|known| known.person().is_some()).then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| post::go_on(draft)>{words::send()}</button>
            }
        })
    };
    view! {
        {boxed(shown, words::sign_in_needed_text().into(), go_on.into_any())}
        <SessionPanel />
    }
    .fresh()
}

/// The portal has it: under which code, since when, and that the official receipt is another thing.
fn received(code: &str, at: Option<&str>, has_receipt: bool, remembered: bool) -> AnyView {
    let keep = if remembered {
        words::received_text()
    } else {
        words::not_remembered()
    };
    let at = at.map(|at| fill(words::received_at(), &[("time", &format::date_time(at))]));
    let (receipt, open) = if has_receipt {
        let href = Route::Receipt(code.into()).href();
        let open =
            view! { <a class="button button--quiet" href=href>{dossier::open_receipt()}</a> };
        (words::receipt_there(), Some(open))
    } else {
        (words::receipt_follows(), None)
    };
    view! {
        <section class="act act--ok" aria-label=words::received_code()>
            <p class="hint">{words::received_code()}</p>
            <p class="receipt__number">{code.to_owned()}</p>
            <p>{at}</p>
            <p>{keep}</p>
            <p>{receipt}</p>
            <p class="actions">
                <a class="button" href=Route::Dossier(code.into()).href()>{words::received_open()}</a>
                {open}
            </p>
        </section>
    }
    .fresh()
}
