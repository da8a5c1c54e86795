//! Line icons, drawn on a 24 by 24 grid in the current colour. Decoration only:
//! they are hidden from assistive technology and always stand beside words.

use leptos::prelude::*;

/// Path data of an icon by its name; a plain dot for a name from a newer portal.
pub(crate) fn path(name: &str) -> &'static str {
    match name {
        "home" => "M4 11 12 4l8 7v9h-5v-6H9v6H4z",
        "search" => "M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM16 16l5 5",
        "dossier" => "M6 3h8l4 4v14H6zM9 12h6M9 16h6",
        "person" => "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c1-5 4-7 8-7s7 2 8 7",
        "child" => "M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0zM9 11h.01M15 11h.01M9 15c2 2 4 2 6 0",
        "rings" => "M15 14a6 6 0 1 1-12 0 6 6 0 0 1 12 0zM21.5 14a6 6 0 1 1-12 0 6 6 0 0 1 12 0z",
        "house" => "M3 11 12 4l9 7M6 10v10h12V10M10 20v-6h4v6",
        "idCard" => {
            "M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM11 11a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM14 10h4M14 14h4M6 16c1-2 5-2 6 0"
        }
        "car" => "M4 16v-4l2-5h12l2 5v4zM4 16v3M20 16v3M7 13h.01M17 13h.01",
        "land" => "M3 20h18M6 20V10l6-5 6 5v10M10 20v-5h4v5",
        "shop" => "M4 9l2-5h12l2 5M5 9v11h14V9M4 9c0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0 0 3 4 3 4 0",
        "leaf" => "M12 21V9M12 13c-5 0-7-3-7-8 5 0 7 3 7 8zM12 11c0-4 2-6 6-6 0 4-2 6-6 6z",
        "plane" => "M21 4 3 11l6 3 3 6zM9 14l5-4",
        "scales" => "M12 4v16M7 20h10M5 7h14M5 7l-3 7c1 2 5 2 6 0zM19 7l-3 7c1 2 5 2 6 0z",
        "briefcase" => "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
        "book" => "M12 6c-2-2-5-2-8-2v14c3 0 6 0 8 2 2-2 5-2 8-2V4c-3 0-6 0-8 2zM12 6v14",
        "check" => "M5 13l4 4L19 7",
        "clock" => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 3",
        "warning" => "M12 4 2 20h20zM12 10v4M12 17h.01",
        "info" => "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 11v6M12 7h.01",
        "arrow" => "M5 12h14M13 6l6 6-6 6",
        "print" => "M7 9V3h10v6M7 17H4v-7h16v7h-3M7 14h10v7H7z",
        "share" => "M12 15V3M8 7l4-4 4 4M5 12v8h14v-8",
        "keep" => "M6 3h12v18l-6-4-6 4z",
        _ => "M12 12h.01",
    }
}

/// An icon by its name.
#[component]
pub(crate) fn Icon(
    /// See [`path`].
    #[prop(into)]
    name: String,
) -> impl IntoView {
    view! {
        <svg class="icon" width="26" height="26" viewBox="0 0 24 24" aria-hidden="true">
            <path d=path(&name) />
        </svg>
    }
}
