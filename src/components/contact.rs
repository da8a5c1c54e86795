//! Where to turn: the portal's hotline and counters, as the portal states them.
//!
//! Announces nothing; a telephone number is a link that dials.

use leptos::prelude::*;
use motcua_contract::portal::{Counter, Hotline, Portal};
use motcua_contract::text::LocalText;

use crate::components::fresh::IntoFresh;
use crate::i18n::{info, language};

/// The hotline and every counter; says so when the portal gives neither.
pub(crate) fn contact(portal: &Portal) -> AnyView {
    if portal.hotline.is_none() && portal.counters.is_empty() {
        return view! { <p>{info::no_contact()}</p> }.fresh();
    }
    view! {
        <ul class="contacts">
            {portal.hotline.as_ref().map(hotline)}
            {portal.counters.iter().map(counter).collect_view()}
        </ul>
    }
    .fresh()
}

/// A portal's own words in a paragraph, marked with the language they are in.
pub(crate) fn local(text: &LocalText) -> AnyView {
    let (words, lang) = text.for_language(language().tag());
    view! { <p lang=lang>{words.to_owned()}</p> }.fresh()
}

fn hotline(hotline: &Hotline) -> impl IntoView + use<> {
    view! {
        <li class="contact">
            <h3>{info::hotline()}</h3>
            {dial(&hotline.phone)}
            {hotline.hours.as_ref().map(local)}
            {hotline.note.as_ref().map(local)}
        </li>
    }
}

fn counter(counter: &Counter) -> impl IntoView + use<> {
    let (name, lang) = counter.name.for_language(language().tag());
    view! {
        <li class="contact">
            <h3 lang=lang>{name.to_owned()}</h3>
            <p lang="vi">{counter.address.clone()}</p>
            {counter.hours.as_ref().map(local)}
            {counter.phone.as_deref().map(dial)}
        </li>
    }
}

fn dial(phone: &str) -> AnyView {
    let href = format!("tel:{}", phone.replace(' ', ""));
    view! { <p><a class="more" href=href>{phone.to_owned()}</a></p> }.fresh()
}
