//! Going to the portal's sign-in page and coming back to the very same step.
//!
//! The page is left, so everything typed has to be on the device before. Whoever keeps
//! something says so with [`before_leaving`]; [`sign_in`] waits for all of them.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::session::{FAILURE_PARAMETER, SignInFailure};

use crate::address;
use crate::api::{self, client};
use crate::i18n::session as words;

type Keeping = Pin<Box<dyn Future<Output = ()>>>;
type Keeper = Rc<dyn Fn() -> Keeping>;

thread_local! {
    static KEEPERS: RefCell<Vec<(u32, Keeper)>> = const { RefCell::new(Vec::new()) };
}

/// Has `keep` run and waited for before the page is left, as long as the current owner
/// lives.
pub(crate) fn before_leaving<F>(keep: impl Fn() -> F + 'static)
where
    F: Future<Output = ()> + 'static,
{
    let keeper: Keeper = Rc::new(move || Box::pin(keep()));
    let id = KEEPERS.with_borrow_mut(|keepers| {
        let id = keepers.last().map_or(0, |(id, _)| id + 1);
        keepers.push((id, keeper));
        id
    });
    on_cleanup(move || {
        KEEPERS.with_borrow_mut(|keepers| keepers.retain(|(other, _)| *other != id));
    });
}

/// Keeps what is to be kept.
pub(crate) async fn keep_all() {
    let keepers: Vec<Keeper> =
        KEEPERS.with_borrow(|all| all.iter().map(|(_, keeper)| Rc::clone(keeper)).collect());
    for keep in keepers {
        keep().await;
    }
}

/// Leaves for the portal's sign-in, to come back here.
pub(crate) fn sign_in() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let search = without_failure(&location.search().unwrap_or_default());
    leave_for(client::address(&api::path::sign_in(&format!(
        "{path}{search}"
    ))));
}

/// Leaves for `address` once everything is kept. Only for addresses of the web: what a
/// portal gives is text and could be `javascript:`.
pub(crate) fn leave_for(address: String) {
    if !is_web(&address) {
        return;
    }
    spawn_local(async move {
        keep_all().await;
        let _ = window().location().assign(&address);
    });
}

/// An address that a browser can safely be sent to: on this origin, or http(s).
pub(crate) fn is_web(address: &str) -> bool {
    (address.starts_with('/') && !address.starts_with("//"))
        || address.starts_with("https://")
        || address.starts_with("http://")
}

/// A query string without the failure that an earlier sign-in left in it.
fn without_failure(search: &str) -> String {
    let kept: Vec<&str> = search
        .trim_start_matches('?')
        .split('&')
        .filter(|part| !part.is_empty() && part.split('=').next() != Some(FAILURE_PARAMETER))
        .collect();
    if kept.is_empty() {
        String::new()
    } else {
        format!("?{}", kept.join("&"))
    }
}

/// Why the sign-in that just came back failed, if it did; taken off the address, so that
/// a reload does not tell it again.
pub(crate) fn take_failure() -> Option<SignInFailure> {
    let value = address::parameter(FAILURE_PARAMETER)?;
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let search = without_failure(&location.search().unwrap_or_default());
    // After the router has written the address of this navigation itself.
    request_animation_frame(move || address::replace(&format!("{path}{search}")));
    Some(read_failure(&value))
}

fn read_failure(value: &str) -> SignInFailure {
    serde_json::from_value(value.into()).unwrap_or(SignInFailure::Unknown)
}

/// What happened, and what else one can do.
pub(crate) fn explain(failure: SignInFailure) -> &'static str {
    match failure {
        SignInFailure::Cancelled => words::failed_cancelled(),
        SignInFailure::Unavailable => words::failed_unavailable(),
        SignInFailure::NotFound => words::failed_not_found(),
        SignInFailure::AssuranceTooLow => words::failed_assurance(),
        SignInFailure::Expired => words::failed_expired(),
        SignInFailure::Unknown => words::failed_unknown(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_keeps_the_query_and_forgets_an_earlier_failure() {
        assert_eq!(without_failure(""), "");
        assert_eq!(without_failure("?signInFailure=cancelled"), "");
        assert_eq!(
            without_failure("?page=mother&signInFailure=expired&x=1"),
            "?page=mother&x=1"
        );
    }

    #[test]
    fn a_failure_this_version_does_not_know_is_still_told() {
        assert_eq!(read_failure("notFound"), SignInFailure::NotFound);
        assert_eq!(read_failure("solarFlare"), SignInFailure::Unknown);
    }

    #[test]
    fn a_portal_cannot_send_the_browser_to_a_script() {
        for address in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//evil.example",
            "",
        ] {
            assert!(!is_web(address), "{address}");
        }
        assert!(is_web("https://pay.example/t1") && is_web("/thanh-toan-thu/t1"));
    }
}
