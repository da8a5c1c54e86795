//! Shell and routes.
use leptos::prelude::*;
use leptos_router::{Lazy, LazyRoute, components::{A, Route, Router, Routes}, lazy_route, path};

struct About;

#[lazy_route]
impl LazyRoute for About {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <h1>"About"</h1> }.into_any()
    }
}

/// The whole app.
#[component]
pub(crate) fn App() -> impl IntoView {
    view! {
        <Router>
            <A href="/about">"About"</A>
            <Routes fallback=|| "none">
                <Route path=path!("/") view=|| view! { <h1>"Một Cửa"</h1> } />
                <Route path=path!("/about") view={Lazy::<About>::new()} />
            </Routes>
        </Router>
    }
}
