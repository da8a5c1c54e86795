//! Where one fetches the result.

use leptos::prelude::*;
use motcua_contract::portal::Counter;

use super::change;
use super::check::Missing;
use crate::components::fresh::IntoFresh;
use crate::form::{Remark, id_of};
use crate::i18n::{language, submit as words};
use crate::pages::apply::open::Application;

/// The counters to choose from; says so where the portal names none.
pub(super) fn counters(
    application: Application,
    places: &[Counter],
    remarks: RwSignal<Vec<Remark>>,
) -> AnyView {
    if places.is_empty() {
        return view! { <p class="note">{words::counter_none()}</p> }.fresh();
    }
    let chosen = RwSignal::new(application.draft.read(|draft| {
        draft
            .content
            .delivery
            .as_ref()
            .and_then(|delivery| delivery.counter.clone())
    }));
    let rows = places.iter().map(|place| {
        let id = place.id.clone();
        let same = id.clone();
        let (name, lang) = place.name.for_language(language().tag());
        let hours = place.hours.as_ref().map(|hours| {
            let (hours, lang) = hours.for_language(language().tag());
            view! { <p class="hint option__hint" lang=lang>{hours.to_owned()}</p> }
        });
        view! {
            <div class="option">
                <label class="radio">
                    <input type="radio" name="counter" prop:checked=move || chosen.get() == same
                        on:change=move |_| {
                            change(application, |delivery| delivery.counter.clone_from(&id));
                            chosen.set(id.clone());
                        } />
                    <span lang=lang>{name.to_owned()}</span>
                </label>
                <p class="hint option__hint" lang="vi">{place.address.clone()}</p>
                {hours}
            </div>
        }
        .fresh()
    });
    let pointer = Missing::Counter.pointer();
    let wrong = move || remarks.with(|all| all.iter().any(|remark| remark.pointer == pointer));
    view! {
        <fieldset class="q" class:q--wrong=wrong id=format!("{}-set", id_of(pointer))>
            <legend class="q__label">{words::which_counter()}</legend>
            {move || wrong().then(|| view! { <p class="q__error">{words::fault_counter()}</p> })}
            {rows.collect_view()}
        </fieldset>
    }
    .fresh()
}
