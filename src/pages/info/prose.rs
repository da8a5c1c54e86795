//! Sections of plain text, as the screens that tell are made of.

use crate::components::fresh::IntoFresh;
use leptos::prelude::*;

/// A message of the catalogue.
pub(super) type Words = fn() -> &'static str;

/// A heading and its paragraphs.
pub(super) fn section(title: Words, paragraphs: &[Words]) -> AnyView {
    let paragraphs = paragraphs.iter().map(|words| view! { <p>{words()}</p> });
    view! {
        <section class="section section--read">
            <h2>{title()}</h2>
            {paragraphs.collect_view()}
        </section>
    }
    .fresh()
}

/// A heading and a list of points.
pub(super) fn points(title: Words, points: &[Words]) -> AnyView {
    let points = points.iter().map(|words| view! { <li>{words()}</li> });
    view! {
        <section class="section section--read">
            <h2>{title()}</h2>
            <ul class="plain-list">{points.collect_view()}</ul>
        </section>
    }
    .fresh()
}
