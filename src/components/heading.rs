//! A screen's heading.
//!
//! Announces: "{title}, heading level 1" when a navigation led here; nothing on
//! the first load. Focus: on the heading after a navigation, left alone before.

use leptos::html::H1;
use leptos::prelude::*;

/// The one `h1` of a screen. Titles the window and takes focus after a navigation.
#[component]
pub(crate) fn PageHeading(
    /// The heading's text.
    #[prop(into)]
    title: Signal<String>,
    /// What the window's title says, when it differs from the heading.
    #[prop(optional, into)]
    window_title: Option<Signal<String>>,
) -> impl IntoView {
    let node = NodeRef::<H1>::new();
    node.on_load(|_| crate::focus::heading_appeared());
    Effect::new(move |_| crate::title::set(&window_title.unwrap_or(title).read()));
    view! { <h1 node_ref=node>{move || title.get()}</h1> }
}
