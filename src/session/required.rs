//! Draws what is somebody's own once it is known who is signed in, and the way in until then.
//!
//! Announces: nothing beyond what [`SessionPanel`] does. Focus: stays where it is.

use leptos::prelude::*;
use motcua_contract::portal::Capability;

use super::panel::SessionPanel;
use super::{Known, ask};
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::waiting;
use crate::i18n::{common, session as words};

/// Whether the screen can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// The portal has not said yet what it can do, or who is signed in.
    Waiting,
    /// This portal has none of it.
    NotOffered,
    /// Nobody is signed in, or it could not be asked.
    Outside,
    /// Somebody is.
    Inside,
}

/// Draws `screen` for whoever is signed in at a portal that offers it.
pub(crate) fn required(capability: Capability, screen: fn() -> AnyView) -> impl IntoView {
    required_or(capability, screen, || {
        view! {
            <p class="read">{common::failed_sign_in()}</p>
            <SessionPanel />
        }
        .fresh()
    })
}

/// The same, where there is something to draw for whoever is not signed in as well.
pub(crate) fn required_or(
    capability: Capability,
    screen: fn() -> AnyView,
    outside: fn() -> AnyView,
) -> impl IntoView {
    let app = use_app();
    let known = ask();
    let standing = Memo::new(move |_| {
        let described = app.portal.state.with(|state| state.value().is_some());
        let offered = app.offers(capability) && app.offers(Capability::SignIn);
        known.with(|known| standing(described, offered, known))
    });
    move || match standing.get() {
        Standing::Waiting => waiting(common::loading()),
        Standing::NotOffered => {
            view! { <p class="notice read">{words::not_offered_here()}</p> }.fresh()
        }
        Standing::Outside => outside(),
        Standing::Inside => screen(),
    }
}

fn standing(described: bool, offered: bool, known: &Known) -> Standing {
    match known {
        _ if !described => Standing::Waiting,
        _ if !offered => Standing::NotOffered,
        Known::NotOffered | Known::Asking => Standing::Waiting,
        Known::Unclear(_) | Known::Guest | Known::Expired => Standing::Outside,
        Known::Person(_) => Standing::Inside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::remote::Failure;

    #[test]
    fn nobody_is_sent_to_sign_in_before_the_portal_has_said_that_it_has_it() {
        assert_eq!(standing(false, false, &Known::Guest), Standing::Waiting);
        assert_eq!(standing(true, false, &Known::Guest), Standing::NotOffered);
        assert_eq!(standing(true, true, &Known::NotOffered), Standing::Waiting);
        for known in [
            Known::Guest,
            Known::Expired,
            Known::Unclear(Failure::Offline),
        ] {
            assert_eq!(standing(true, true, &known), Standing::Outside, "{known:?}");
        }
    }
}
