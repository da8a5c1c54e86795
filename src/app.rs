//! Starts the app and draws its frame: skip link, header, screen, bar, footer.
//!
//! Announces: nothing by itself. Focus: the skip link is the first stop of the
//! keyboard and leads to the main region.

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::components::Router;
use motcua_contract::portal::Capability;
// Not Leptos's own: its executor is set up by mounting, which comes after this.
use wasm_bindgen_futures::spawn_local;

use crate::components::frame::{BottomBar, Footer, Header};
use crate::config::Config;
use crate::connection::{self, Connection};
use crate::i18n::common;
use crate::outlet::Outlet;
use crate::{announce, api, focus, outbox, scroll, settings, title};

/// What every screen may ask the context for.
#[derive(Clone)]
pub(crate) struct App {
    /// The run-time configuration.
    pub(crate) config: Arc<Config>,
    /// Whether there is a network.
    pub(crate) connection: ReadSignal<Connection>,
    /// What the portal says about itself, as far as every screen needs it; asked for until it is
    /// there.
    pub(crate) portal: api::Load<api::front::PortalFront>,
    /// Draws everything anew, in the language set before.
    pub(crate) redraw: RwSignal<u32>,
}

impl App {
    /// Whether the portal can do this, as far as is known now. Reading it is tracked.
    pub(crate) fn offers(&self, capability: Capability) -> bool {
        self.portal.state.with(|state| {
            let portal = state.value();
            portal.is_some_and(|portal| portal.capabilities.contains(&capability))
        })
    }
}

/// The app's context.
pub(crate) fn use_app() -> App {
    expect_context()
}

/// Reads the configuration and takes the place of the prerendered shell.
pub(crate) fn start() {
    settings::speak_as_set();
    spawn_local(async {
        let config = match api::client::file("/config.json").await {
            Some(text) => Config::parse(&text),
            None => Config::default(),
        };
        mount(config);
    });
}

fn mount(config: Config) {
    api::client::connect(config.portal());
    title::set_portal(config.name());
    let root = document().get_element_by_id("app").and_then(|root| {
        use wasm_bindgen::JsCast;
        root.dyn_into::<web_sys::HtmlElement>().ok()
    });
    let Some(root) = root else { return };
    if let Some(accent) = config.accent() {
        let html = document().document_element();
        use wasm_bindgen::JsCast;
        if let Some(html) = html.and_then(|html| html.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = html.style().set_property("--accent-chosen", accent);
            let _ = html.set_attribute("data-accent", "");
        }
    }
    focus::keep_what_was_typed();
    root.set_inner_html("");
    leptos::mount::mount_to(root, move || view! { <Shell config=Arc::new(config) /> }).forget();
    let _ = document()
        .body()
        .map(|body| body.set_attribute("data-started", ""));
}

/// Everything on the page.
#[component]
fn Shell(config: Arc<Config>) -> impl IntoView {
    scroll::take_over();
    let app = App {
        config,
        connection: connection::watch(),
        portal: api::load(api::path::portal),
        redraw: RwSignal::new(0),
    };
    app.portal.insist(api::path::portal);
    let redraw = app.redraw;
    provide_context(app);
    outbox::resume_if_any();
    view! {
        <Router>
            {move || {
                redraw.track();
                view! { <Frame /> }
            }}
        </Router>
        {announce::REGIONS.map(|id| view! {
            <div id=id class="visually-hidden" role="status"></div>
        })}
    }
}

#[component]
fn Frame() -> impl IntoView {
    view! {
        <Header />
        <ConnectionNotice />
        <main id="main" class="page">
            <span id=crate::focus::STONE class="visually-hidden" tabindex="-1">"\u{a0}"</span>
            <Outlet />
        </main>
        <Footer />
        <BottomBar />
    }
}

/// Says, above the screen, that there is no network; announced by [`connection`].
#[component]
fn ConnectionNotice() -> impl IntoView {
    let connection = use_app().connection;
    move || {
        let words = match connection.get() {
            Connection::Online => return None,
            Connection::Offline => common::offline(),
            Connection::Waiting => common::waiting_for_network(),
        };
        Some(view! {
            <section aria-label=common::connection()>
                <p class="notice notice--warning notice--bar">{words}</p>
            </section>
        })
    }
}
