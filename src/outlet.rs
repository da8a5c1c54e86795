//! Shows the screen of the current address, fetching its part of the app first.
//!
//! The router watches the address bar and the links; which screen stands where
//! is [`Route`]'s business, so there is one exhaustive match instead of a second
//! table of paths. While a screen's file is on its way the old screen stays.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::pages::{self, Screen};
use crate::route::Route;
use crate::{focus, scroll};

/// What is shown now, for screens that stay while their address changes
/// ([`Route::shares_its_screen_with`]). Changes when the navigation has begun.
#[derive(Clone, Copy)]
pub(crate) struct Shown(pub(crate) RwSignal<Route>);

/// The current screen.
#[component]
pub(crate) fn Outlet() -> impl IntoView {
    let location = use_location();
    let browser = use_context::<BrowserUrl>();
    let route = Memo::new(move |_| Route::read(&location.pathname.read(), &location.search.read()));
    let shown = RwSignal::new_local(None::<(Route, Screen)>);
    let now = RwSignal::new(Route::NotFound);
    provide_context(Shown(now));
    Effect::new(move |first: Option<()>| {
        let wanted = route.get();
        // The router writes the address bar once it is told that the screen is
        // there; the address is true at once, whatever still has to be fetched.
        if let Some(browser) = &browser {
            browser.ready_to_complete();
        }
        let navigated = first.is_some();
        spawn_local(async move {
            let screen = pages::screen(&wanted).await;
            if route.try_get_untracked().as_ref() != Some(&wanted) {
                return;
            }
            if navigated {
                focus::navigation_began();
                scroll::screen_changed();
            }
            let stays = shown.try_with_untracked(|shown| {
                let before = now.get_untracked();
                shown.is_some() && before.shares_its_screen_with(&wanted)
            });
            now.set(wanted.clone());
            if stays == Some(false) {
                shown.set(Some((wanted, screen)));
            }
        });
    });
    move || shown.get().map(|(route, screen)| screen(route))
}

/// The route of the address bar, for the navigation to mark its place.
pub(crate) fn use_route() -> Memo<Route> {
    let pathname = use_location().pathname;
    Memo::new(move |_| Route::parse(&pathname.get()))
}
