//! Province and commune of a postal address, as the browser's own lists.

use leptos::prelude::*;
use motcua_contract::place::{Communes, Provinces};

use crate::api;
use crate::components::fresh::IntoFresh;
use crate::form::PlainBox;
use crate::i18n::{common, form as forms, submit as words};
use crate::remote::Remote;

/// A place as the lists offer it: its code and full name.
type Place = (String, String);

/// Both lists; the second follows the first.
pub(super) fn places(province: PlainBox, commune: PlainBox) -> AnyView {
    let code = RwSignal::new(province.value.get_untracked());
    let load = api::load::<Provinces>(api::path::provinces);
    let chosen = province.on_typed;
    let clear = commune.on_typed;
    let on_chosen = Callback::new(move |new: String| {
        chosen.run(new.clone());
        // A commune of another province is none of this one.
        clear.run(String::new());
        code.set(new);
    });
    let provinces = PlainBox {
        on_typed: on_chosen,
        ..province
    };
    let first = move || {
        let places = load.state.with(|state| {
            of(state, |value: &Provinces| {
                value
                    .items
                    .iter()
                    .map(|place| (place.code.clone(), place.full_name.clone()))
                    .collect()
            })
        });
        offered(provinces, places, Callback::new(move |()| load.retry()))
    };
    let second = move || {
        let code = code.get();
        if code.is_empty() {
            // Stands already, so that its label has something to name.
            list(commune, Vec::new(), forms::province_first())
        } else {
            communes(commune, code)
        }
    };
    view! {
        {province.labelled(first.into_any())}
        {commune.labelled(second.into_any())}
    }
    .fresh()
}

fn communes(field: PlainBox, province: String) -> AnyView {
    let load = api::load::<Communes>(move || api::path::communes(&province));
    (move || {
        let places = load.state.with(|state| {
            of(state, |value: &Communes| {
                value
                    .items
                    .iter()
                    .map(|place| (place.code.clone(), place.full_name.clone()))
                    .collect()
            })
        });
        offered(field, places, Callback::new(move |()| load.retry()))
    })
    .into_any()
}

fn of<T>(state: &Remote<T>, read: fn(&T) -> Vec<Place>) -> Option<Vec<Place>> {
    match state {
        Remote::Ready { value, .. } => Some(read(value)),
        Remote::Failed(_) => None,
        Remote::Loading | Remote::Slow => Some(Vec::new()),
    }
}

/// A list of places: there, on its way (empty), or failed (none).
fn offered(field: PlainBox, places: Option<Vec<Place>>, retry: Callback<()>) -> AnyView {
    let Some(places) = places else {
        return view! {
            <p class="q__check" role="alert">
                {words::places_failed()} " "
                <button type="button" class="button button--quiet" on:click=move |_| retry.run(())>{common::retry()}</button>
            </p>
        }
        .fresh();
    };
    let none = if places.is_empty() {
        common::loading()
    } else {
        words::choose()
    };
    list(field, places, none)
}

/// The control; `none` says why nothing is chosen.
fn list(field: PlainBox, places: Vec<Place>, none: &'static str) -> AnyView {
    let now = field.value.get_untracked();
    let options = places.into_iter().map(|(code, name)| {
        let selected = code == now;
        view! { <option value=code prop:selected=selected>{name}</option> }
    });
    view! {
        <select class="box box--select" id=field.id() autocomplete="off" aria-required="true"
            aria-invalid=field.invalid() aria-describedby=field.described_by()
            on:change=move |event| field.on_typed.run(event_target_value(&event))>
            <option value="">{none}</option>
            {options.collect_view()}
        </select>
    }
    .fresh()
}
