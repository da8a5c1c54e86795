//! Draws something of a dossier once the portal has given it, and what is so until then.
//!
//! Announces: as [`RemoteView`] does; that one must sign in, or that there is no such
//! dossier, as `role=alert`. Focus: stays where it is.

use leptos::prelude::*;

use crate::api::Load;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{dossier as words, fill};
use crate::remote::{Failure, Remote, Watched};
use crate::route::Route;
use crate::session::panel::SessionPanel;
use crate::{focus, format, sent};

/// What a screen about one dossier can be in, beside the states of every request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Access {
    /// Being asked for, there, or failed as anything may fail.
    Usual,
    /// The portal wants to know who asks.
    SignIn,
    /// The portal has nothing here that this person may see.
    Nothing,
}

/// Draws `load` with `ready`; `nothing` says what it means that there is nothing.
pub(in crate::pages) fn reading<T>(
    load: Load<T>,
    code: String,
    nothing: fn() -> &'static str,
    ready: Callback<T, AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    reading_again(load.state, move || load.retry(), code, nothing, ready)
}

/// The same for what is loaded in another way; `retry` asks again.
pub(super) fn reading_again<T>(
    loaded: Watched<T>,
    retry: impl Into<Callback<()>>,
    code: String,
    nothing: fn() -> &'static str,
    ready: Callback<T, AnyView>,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
{
    let ask = retry.into();
    let access = Memo::new(move |_| {
        loaded.with(|state| match state {
            Remote::Failed(Failure::SignIn) => Access::SignIn,
            Remote::Failed(Failure::Missing(_)) => Access::Nothing,
            _ => Access::Usual,
        })
    });
    Effect::new(move |_| {
        if access.get() == Access::SignIn {
            crate::session::ended();
        }
    });
    let retry = move |()| {
        focus::focus_id("main");
        ask.run(());
    };
    move || match access.get() {
        Access::SignIn => sign_in(&code),
        Access::Nothing => view! {
            <div class="failure" role="alert"><p>{nothing()}</p></div>
            <p><a class="more" href=Route::Dossiers.href()>{words::to_list()}</a></p>
        }
        .fresh(),
        Access::Usual => {
            view! { <RemoteView state=loaded on_retry=retry ready=move |value| ready.run(value) /> }
                .fresh()
        }
    }
}

/// What this device knows of the dossier, and the way to more.
fn sign_in(code: &str) -> AnyView {
    let kept = sent_from_here(code);
    view! {
        <div class="notice notice--warning read" role="alert">
            <p>{words::sign_in_to_see()}</p>
            {kept}
        </div>
        <SessionPanel />
        <p><a class="more" href=Route::lookup(code)>{words::look_up_by_code()}</a></p>
    }
    .fresh()
}

/// What this device knows of a dossier that was sent from here.
pub(super) fn sent_from_here(code: &str) -> Option<AnyView> {
    let sent = sent::find(code)?;
    let at = fill(
        words::sent_from_here(),
        &[("time", &format::date_time(&sent.sent_at))],
    );
    let known = view! {
        <p lang="vi"><strong>{sent.service}</strong></p>
        <p>{at}</p>
        <p>{words::keep_the_code()}</p>
    };
    Some(known.fresh())
}
