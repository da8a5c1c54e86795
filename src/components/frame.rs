//! The frame around every screen: header, bottom bar, footer.

use leptos::prelude::*;

use super::icon::Icon;
use crate::app::use_app;
use crate::components::fresh::IntoFresh;
use crate::focus;
use crate::i18n::{common, language};
use crate::outlet::use_route;
use crate::route::{Place, Route};

fn places() -> [(Place, Route, &'static str, &'static str); 4] {
    [
        (Place::Home, Route::Home, "home", common::place_home()),
        (
            Place::Search,
            Route::Results,
            "search",
            common::place_search(),
        ),
        (
            Place::Dossiers,
            Route::Dossiers,
            "dossier",
            common::place_dossiers(),
        ),
        (Place::Me, Route::Me, "person", common::place_me()),
    ]
}

/// The skip link (within a landmark, so that no text stands outside of all), mark, name and, on a
/// wide screen, the four places.
#[component]
pub(crate) fn Header() -> impl IntoView {
    let app = use_app();
    let name = app.config.name().to_owned();
    let mark = app.config.mark().map(str::to_owned);
    let portal = app.portal.state;
    let line = move || {
        portal.with(|state| {
            // A no-break space keeps the line's height until the name is known.
            let (text, lang) = match state.value() {
                Some(portal) => portal.name.for_language(language().tag()),
                None => ("\u{a0}", "vi"),
            };
            view! { <span class="mark__line" lang=lang>{text.to_owned()}</span> }
        })
    };
    view! {
        <header class="top">
            <a class="skip" href="#main" on:click=|event| {
                event.prevent_default();
                focus::focus_id("main");
            }>{common::skip_to_content()}</a>
            <a class="mark" href=Route::Home.href()>
                {match mark {
                    Some(mark) => view! { <img class="mark__picture" src=mark alt="" width="36" height="36" /> }.fresh(),
                    None => view! { <DrumStar /> }.fresh(),
                }}
                <span class="mark__words"><span class="mark__name">{name}</span>{line}</span>
            </a>
            <nav class="top__places" aria-label=common::main_navigation()>
                <Places icons=false />
            </nav>
        </header>
    }
}

/// The four places at the bottom of a phone's screen.
#[component]
pub(crate) fn BottomBar() -> impl IntoView {
    view! {
        <nav class="bottom" aria-label=common::main_navigation()>
            <Places icons=true />
        </nav>
    }
}

#[component]
fn Places(icons: bool) -> impl IntoView {
    let route = use_route();
    places()
        .map(|(place, target, icon, words)| {
            let here = move || {
                let route = route.read();
                if *route == target_of(place) {
                    Some("page")
                } else {
                    (route.place() == Some(place)).then_some("true")
                }
            };
            view! {
                <a class="place" href=target.href() aria-current=here>
                    {icons.then(|| view! { <Icon name=icon /> })}
                    {words}
                </a>
            }
        })
        .collect_view()
}

fn target_of(place: Place) -> Route {
    match place {
        Place::Home => Route::Home,
        Place::Search => Route::Results,
        Place::Dossiers => Route::Dossiers,
        Place::Me => Route::Me,
    }
}

/// What stands at the end of every screen.
#[component]
pub(crate) fn Footer() -> impl IntoView {
    let portal = use_app().portal.state;
    let sandbox = move || {
        portal.with(|state| {
            state
                .value()
                .is_some_and(|portal| portal.sandbox)
                .then(|| view! { <p class="footer__sandbox">{common::sandbox()}</p> })
        })
    };
    let hotline = move || {
        portal.with(|state| {
            let phone = state.value()?.hotline.as_ref()?.phone.clone();
            let href = format!("tel:{}", phone.replace(' ', ""));
            Some(view! { <li><a href=href>{phone}</a></li> })
        })
    };
    let links = [
        (Route::Help, common::help()),
        (Route::Settings, common::settings()),
        (Route::Accessibility, common::accessibility()),
        (Route::Privacy, common::privacy()),
        (Route::About, common::about()),
    ];
    view! {
        <footer class="footer">
            {sandbox}
            <nav aria-label=common::footer_navigation()>
                <ul class="footer__links">
                    {hotline}
                    {links.map(|(route, words)| view! { <li><a href=route.href()>{words}</a></li> })}
                </ul>
            </nav>
        </footer>
    }
}

/// The app's mark: a star of fourteen rays, as on the Đông Sơn drums.
#[component]
fn DrumStar() -> impl IntoView {
    view! {
        <svg class="mark__picture" width="36" height="36" viewBox="0 0 36 36" aria-hidden="true">
            <circle cx="18" cy="18" r="17" fill="none" stroke="currentColor" stroke-width="1.5" />
            <path fill="currentColor" d=DRUM_STAR />
        </svg>
    }
}

/// Fourteen rays between radius 5 and 14.5 around (18, 18).
const DRUM_STAR: &str = "M18.0 3.5L19.2 12.9L24.3 4.9L21.2 13.9L29.3 9.0L22.7 15.7L32.1 14.8L23.2 18.0L32.1 21.2L22.7 20.3L29.3 27.0L21.2 22.1L24.3 31.1L19.2 23.1L18.0 32.5L16.8 23.1L11.7 31.1L14.8 22.1L6.7 27.0L13.3 20.3L3.9 21.2L12.8 18.0L3.9 14.8L13.3 15.7L6.7 9.0L14.8 13.9L11.7 4.9L16.8 12.9zM20.6 18a2.6 2.6 0 1 0-5.2 0 2.6 2.6 0 0 0 5.2 0z";
