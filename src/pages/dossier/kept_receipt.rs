//! The receipt as this device keeps it: kept whenever the portal gives it, opened in its place
//! where the portal cannot be reached.
//!
//! Announces and focus: nothing of its own; that it is a kept copy, and of when, is said above it
//! by [`RemoteView`](crate::components::remote_view::RemoteView).

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::dossier::receipt::Receipt;

use super::shown::Dossier;
use crate::components::fresh::IntoFresh;
use crate::i18n::dossier as words;
use crate::offline::receipts;
use crate::remote::{Failure, Remote, Watched};
use crate::route::Route;
use crate::session::kept::kept_part;
use crate::{api, sent};

/// A receipt being loaded, and the way to ask again.
#[derive(Clone, Copy)]
pub(super) struct Loaded {
    pub(super) state: Watched<Receipt>,
    pub(super) retry: Callback<()>,
}

impl Loaded {
    /// Whether it is this device's copy that is shown: what else the portal would give is not to
    /// be had then.
    pub(super) fn is_kept(&self) -> bool {
        self.state.with_untracked(|state| {
            matches!(
                state,
                Remote::Ready {
                    kept_at: Some(_),
                    ..
                }
            )
        })
    }
}

/// Loads the receipt of the dossier with this code.
pub(super) fn load(code: String) -> Loaded {
    let state = Watched::new();
    let attempt = RwSignal::new(0_u32);
    Effect::new(move |_| {
        attempt.track();
        state.set(Remote::Loading);
        let (code, path) = (code.clone(), api::path::receipt(&code));
        let slow = move || {
            if state.with_untracked(|state| matches!(state, Remote::Loading)) {
                state.set(Remote::Slow);
            }
        };
        let done = move |answer: Result<api::client::Answer, Failure>| {
            let read = answer.and_then(|answer| Ok((answer.parse::<Receipt>()?, answer.body)));
            match read {
                Ok((value, body)) => {
                    spawn_local(async move { (kept_part().await.receipts.keep)(code, body).await });
                    state.set(Remote::Ready {
                        value,
                        kept_at: None,
                    });
                }
                Err(failure) if is_out_of_reach(&failure) && receipts::may_have_any() => {
                    spawn_local(async move {
                        let now = kept(code).await.unwrap_or(Remote::Failed(failure));
                        state.set(now);
                    });
                }
                Err(failure) => {
                    state.set(Remote::Failed(failure));
                }
            }
        };
        api::request(path, Box::new(slow), Box::new(done));
    });
    Loaded {
        state,
        retry: Callback::new(move |()| attempt.update(|attempt| *attempt += 1)),
    }
}

async fn kept(code: String) -> Option<Remote<Receipt>> {
    let kept = (kept_part().await.receipts.find)(code).await?;
    Some(Remote::Ready {
        value: crate::json::read(&kept.body).ok()?,
        kept_at: Some(kept.at),
    })
}

/// Whether it is the way to the portal, or the portal itself, that fails: what it refuses to show
/// is not shown from the device either.
fn is_out_of_reach(failure: &Failure) -> bool {
    match failure {
        Failure::Offline
        | Failure::Timeout
        | Failure::Busy
        | Failure::Portal(_)
        | Failure::Garbled => true,
        Failure::Missing(_) | Failure::SignIn | Failure::Invalid(_) => false,
    }
}

/// Keeps the receipt of a dossier that was sent from this device as soon as there is one, whether
/// or not anybody opens it.
pub(super) fn keep_when_there(now: RwSignal<Option<Dossier>>) {
    let there = Memo::new(move |_| {
        now.with(|now| {
            let dossier = now.as_ref().filter(|dossier| dossier.receipt.is_some())?;
            Some(dossier.code.as_str().to_owned())
        })
    });
    Effect::new(move |_| {
        if let Some(code) = there.get().filter(|code| sent::find(code).is_some()) {
            spawn_local(async move { (kept_part().await.receipts.fetch)(code).await });
        }
    });
}

/// The way to a kept receipt, on the screen of a dossier that cannot be fetched now.
pub(super) fn way(state: Watched<Dossier>, code: String) -> AnyView {
    let out_of_reach = Memo::new(move |_| {
        state.with(|state| match state {
            Remote::Failed(failure) => is_out_of_reach(failure),
            _ => false,
        })
    });
    let is_kept = RwSignal::new(false);
    let href = Route::Receipt(code.clone()).href();
    Effect::new(move |_| {
        if out_of_reach.get() && receipts::may_have_any() {
            let code = code.clone();
            spawn_local(async move {
                let found = (kept_part().await.receipts.find)(code).await.is_some();
                let _ = is_kept.try_set(found);
            });
        }
    });
    (move || {
        (out_of_reach.get() && is_kept.get()).then(|| {
            view! {
                <div class="actions">
                    <a class="button button--quiet" href=href.clone()>{words::open_kept_receipt()}</a>
                </div>
            }
            .fresh()
        })
    })
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_portal_refuses_to_show_is_not_shown_from_the_device() {
        assert!(is_out_of_reach(&Failure::Offline) && is_out_of_reach(&Failure::Garbled));
        for refused in [Failure::SignIn, Failure::Missing(String::new())] {
            assert!(!is_out_of_reach(&refused), "{refused:?}");
        }
    }
}
