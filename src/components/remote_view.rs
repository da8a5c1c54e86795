//! Shows something that comes from the portal in each of its states.
//!
//! Announces: nothing while all is quick; "still loading" after half a second
//! (polite); a failure as `role=alert`. Focus: stays where it is; "try again" is
//! a plain button after the words that explain it.

use leptos::prelude::*;

use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{common, fill};
use crate::remote::{Asked, Failure, Remote, Stage, TIMEOUT_SECONDS, Watched, typed};

/// Draws `state` once it is there, and says what is so until then.
#[component]
pub(crate) fn RemoteView<T, V>(
    /// What is being loaded.
    state: Watched<T>,
    /// Asks again.
    #[prop(into)]
    on_retry: Callback<()>,
    /// Draws the answer.
    ready: V,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    V: Fn(T) -> AnyView + Send + Sync + 'static,
{
    let ready = move |held: &dyn Asked| typed::<T>(held).value().cloned().map(&ready);
    in_each_state(state.stage(), on_retry, Box::new(ready))
}

/// Draws the answer, if there is one.
type Draw = Box<dyn Fn(&dyn Asked) -> Option<AnyView> + Send + Sync>;

/// The part of [`RemoteView`] that does not depend on what is loaded.
fn in_each_state(stage: Stage, on_retry: Callback<()>, ready: Draw) -> AnyView {
    Effect::new(move |_| match stage.get() {
        Remote::Slow => crate::announce::say(common::slow()),
        Remote::Ready { .. } => crate::scroll::ready(),
        Remote::Loading | Remote::Failed(_) => {}
    });
    let draw = move || {
        let held = stage.held();
        match held.stage() {
            Remote::Loading => waiting(common::loading()),
            Remote::Slow => waiting(common::slow()),
            Remote::Failed(failure) => failed(&failure, on_retry),
            Remote::Ready { kept_at, .. } => view! {
                {kept_at.map(|time| kept_notice(&time))}
                {ready(&*held)}
            }
            .fresh(),
        }
    };
    draw.into_any()
}

/// Says that something is on its way, in the room that it will take.
pub(crate) fn waiting(words: &'static str) -> AnyView {
    view! {
        <div class="waiting">
            <p class="waiting__words">{words}</p>
            <div class="waiting__line" aria-hidden="true"></div>
            <div class="waiting__line" aria-hidden="true"></div>
            <div class="waiting__line" aria-hidden="true"></div>
        </div>
    }
    .fresh()
}

/// Says that what follows is a copy kept on the device.
pub(crate) fn kept_notice(time: &str) -> AnyView {
    let words = fill(common::stale(), &[("time", &format::date_time(time))]);
    view! { <p class="notice notice--warning" role="status">{words}</p> }.fresh()
}

/// A failure in words, with the way on.
pub(crate) fn failed(failure: &Failure, on_retry: Callback<()>) -> AnyView {
    let (title, words) = explain(failure);
    view! {
        <div class="failure" role="alert">
            <h2 class="failure__title">{title}</h2>
            <p>{words}</p>
            {(!matches!(failure, Failure::Missing(_))).then(|| view! {
                <button type="button" class="button" on:click=move |_| on_retry.run(())>
                    {common::retry()}
                </button>
            })}
        </div>
    }
    .fresh()
}

/// Heading and text for a failure.
pub(crate) fn explain(failure: &Failure) -> (&'static str, String) {
    match failure {
        Failure::Offline => (
            common::failed_offline_title(),
            common::failed_offline().into(),
        ),
        Failure::Timeout => (
            common::failed_timeout_title(),
            fill(
                common::failed_timeout(),
                &[("seconds", &TIMEOUT_SECONDS.to_string())],
            ),
        ),
        Failure::Missing(_) => (
            common::failed_missing_title(),
            common::failed_missing().into(),
        ),
        Failure::SignIn => (
            common::failed_sign_in_title(),
            common::failed_sign_in().into(),
        ),
        Failure::Invalid(words) => (common::failed_invalid_title(), words.clone()),
        Failure::Busy => (common::failed_busy_title(), common::failed_busy().into()),
        Failure::Portal(reference) => {
            let mut words = String::from(common::failed_portal());
            if let Some(reference) = reference {
                words.push(' ');
                words.push_str(&fill(
                    common::failed_reference(),
                    &[("reference", reference)],
                ));
            }
            (common::failed_portal_title(), words)
        }
        Failure::Garbled => (
            common::failed_garbled_title(),
            common::failed_garbled().into(),
        ),
    }
}
