//! An address of the two tiers of today: province, commune, and the rest in words.
//!
//! Both are the browser's own lists, in which one types ahead; who knows only an old name
//! (before 1 July 2025), or the commune but not its province, looks it up below.
//! Announces: what a look-up found (polite), and what was chosen by it. Focus: on the
//! province after a look-up's answer was taken, because the answer's button is gone.

use leptos::prelude::*;
use motcua_contract::place::{Communes, Provinces};

use super::text::{self, Line};
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::form::autocomplete::street_token;
use crate::form::question::{Question, grouped, labelled};
use crate::form::sheet::Sheet;
use crate::i18n::{common, form as words};
use crate::remote::Remote;

mod look_up;

/// A place as the lists offer it: its code and full name.
type Place = (String, String);

/// The questions of an address; `detail` asks for house and street as well. `own` is the
/// profile's attribute when it is about the person who fills in.
pub(crate) fn address(
    question: &Question,
    sheet: Sheet,
    detail: bool,
    own: Option<&str>,
) -> AnyView {
    let part = |name, label| Question::part(question, name, label, question.required);
    let province_question = part("province", words::province());
    let commune_question = part("commune", words::commune());
    let province = RwSignal::new(sheet.filling.text(&province_question.pointer));
    let detail = detail.then(|| {
        let mut question = part("detail", words::detail());
        question.autocomplete = street_token(own);
        text::line(&question, sheet, Line::NAME)
    });
    let look_up = look_up::look_up(question, sheet, province);
    let controls = view! {
        <div class="parts">
            {provinces(&province_question, &commune_question, sheet, province)}
            {communes(&commune_question, sheet, province)}
            {look_up}
            {detail}
        </div>
    };
    grouped(question, sheet, controls.fresh())
}

fn provinces(
    question: &Question,
    commune: &Question,
    sheet: Sheet,
    province: RwSignal<String>,
) -> AnyView {
    let load = api::load::<Provinces>(api::path::provinces);
    let (pointer, commune) = (question.pointer.clone(), commune.pointer.clone());
    let on_chosen = Callback::new(move |code: String| {
        sheet.filling.type_in(&pointer, code.clone());
        // A commune of another province is none of this one.
        sheet.filling.type_in(&commune, String::new());
        province.set(code);
    });
    let drawn = question.clone();
    let control = move || {
        let places = load.state.with(|state| match state {
            Remote::Ready { value, .. } => Ok(value
                .items
                .iter()
                .map(|place| (place.code.clone(), place.full_name.clone()))
                .collect()),
            Remote::Failed(_) => Err(words::provinces_failed()),
            Remote::Loading | Remote::Slow => Ok(Vec::new()),
        });
        let retry = Callback::new(move |()| load.retry());
        list(
            &drawn,
            sheet,
            words::choose_province(),
            places,
            province.into(),
            on_chosen,
            retry,
        )
    };
    labelled(question, sheet, control.into_any())
}

fn communes(question: &Question, sheet: Sheet, province: RwSignal<String>) -> AnyView {
    let drawn = question.clone();
    let control = move || {
        let code = province.get();
        if code.is_empty() {
            return view! {
                <select class="box box--select" id=drawn.id() disabled>
                    <option>{words::province_first()}</option>
                </select>
            }
            .fresh();
        }
        communes_of(&drawn, sheet, code)
    };
    labelled(question, sheet, control.into_any())
}

fn communes_of(question: &Question, sheet: Sheet, province: String) -> AnyView {
    let load = api::load::<Communes>(move || api::path::communes(&province));
    let pointer = question.pointer.clone();
    let chosen = Signal::stored(sheet.filling.text(&pointer));
    let on_chosen = Callback::new(move |code| sheet.filling.type_in(&pointer, code));
    let question = question.clone();
    (move || {
        let places = load.state.with(|state| match state {
            Remote::Ready { value, .. } => Ok(value
                .items
                .iter()
                .map(|place| (place.code.clone(), place.full_name.clone()))
                .collect()),
            Remote::Failed(_) => Err(words::communes_failed()),
            Remote::Loading | Remote::Slow => Ok(Vec::new()),
        });
        let retry = Callback::new(move |()| load.retry());
        list(
            &question,
            sheet,
            words::choose_commune(),
            places,
            chosen,
            on_chosen,
            retry,
        )
    })
    .into_any()
}

/// A list of places in each of its states: on its way (empty), there, or failed.
fn list(
    question: &Question,
    sheet: Sheet,
    none: &'static str,
    places: Result<Vec<Place>, &'static str>,
    chosen: Signal<String>,
    on_chosen: Callback<String>,
    retry: Callback<()>,
) -> AnyView {
    let failed = places.as_ref().err().map(|words| {
        view! {
            <p class="q__check" role="alert">
                {*words} " "
                <button type="button" class="button button--quiet" on:click=move |_| retry.run(())>
                    {common::retry()}
                </button>
            </p>
        }
    });
    let places = places.unwrap_or_default();
    let none = if places.is_empty() && failed.is_none() {
        common::loading()
    } else {
        none
    };
    let now = chosen.get_untracked();
    // One that a list from another day does not have is still the answer.
    let unknown = (!now.is_empty() && !places.iter().any(|(code, _)| *code == now)).then(|| {
        (
            now.clone(),
            if places.is_empty() {
                none.into()
            } else {
                now.clone()
            },
        )
    });
    let options = places.into_iter().chain(unknown).map(|(code, name)| {
        let selected = code == now;
        view! { <option value=code prop:selected=selected>{name}</option> }
    });
    let on_change = move |event| on_chosen.run(event_target_value(&event));
    view! {
        <select class="box box--select" id=question.id() autocomplete="off"
            aria-required=question.demanded() aria-invalid=question.invalid(sheet)
            aria-describedby=question.described_by(sheet)
            prop:value=move || chosen.get() on:change=on_change>
            <option value="">{none}</option>
            {options.collect_view()}
        </select>
        {failed}
    }
    .fresh()
}
