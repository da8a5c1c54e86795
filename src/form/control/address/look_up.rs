//! Finding today's commune by an old name, or without knowing its province.

use leptos::prelude::*;
use motcua_contract::place::{PlaceMatch, PlaceMatches};

use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::explain;
use crate::form::question::{Question, id_of};
use crate::form::sheet::Sheet;
use crate::i18n::{common, fill, form as words};
use crate::remote::{Failure, Remote};
use crate::{announce, focus};

/// What was asked for and what came of it.
type Asked = Option<(String, Remote<Vec<PlaceMatch>>)>;

/// The look-up, folded. Taking an answer sets province and commune.
pub(super) fn look_up(question: &Question, sheet: Sheet, province: RwSignal<String>) -> AnyView {
    let id = format!("{}-old", question.id());
    let pointer = question.pointer.clone();
    let typed = RwSignal::new(String::new());
    let asked = RwSignal::<Asked>::new(None);
    let opened = RwSignal::new(false);
    let find = move || find(typed.get_untracked(), asked);
    let on_chosen = Callback::new(move |place: PlaceMatch| {
        let commune = place.commune;
        sheet
            .filling
            .type_in(&format!("{pointer}/province"), commune.province.clone());
        sheet
            .filling
            .type_in(&format!("{pointer}/commune"), commune.code);
        // The same province again would not draw its communes anew.
        province.set(String::new());
        province.set(commune.province);
        asked.set(None);
        opened.set(false);
        let place = format!("{}, {}", commune.full_name, place.province_name);
        announce::say(&fill(words::old_place_chosen(), &[("place", &place)]));
        focus::focus_control(&id_of(&format!("{pointer}/province")));
    });
    view! {
        <details class="q__help" prop:open=move || opened.get()>
            <summary>{words::old_place()}</summary>
            <div class="look-up">
                <label class="q__label" for=id.clone()>{words::old_place_label()}</label>
                <div class="look-up__row">
                    <input class="box" id=id type="text" aria-label=words::old_place_label() autocomplete="off" spellcheck="false"
                        on:input=move |event| typed.set(event_target_value(&event))
                        on:keydown=move |event| if event.key() == "Enter" {
                            // The page's own form is not to be handed in by this.
                            event.prevent_default();
                            find();
                        } />
                    <button type="button" class="button button--quiet" on:click=move |_| find()>
                        {words::old_place_find()}
                    </button>
                </div>
                {move || asked.get().map(|(query, state)| found(&query, state, on_chosen))}
            </div>
        </details>
    }
    .fresh()
}

fn find(query: String, asked: RwSignal<Asked>) {
    let query = query.trim().to_owned();
    if query.is_empty() {
        return;
    }
    asked.set(Some((query.clone(), Remote::Loading)));
    let path = api::path::place_matches(&query);
    api::request(
        path,
        Box::new(|| announce::say(common::slow())),
        Box::new(move |answer| {
            let answer = answer.and_then(|answer| answer.parse::<PlaceMatches>());
            let state = match answer {
                Ok(found) => Remote::Ready {
                    value: found.items,
                    kept_at: None,
                },
                Err(failure) => Remote::Failed(failure),
            };
            announce::say(&heading(&query, &state));
            let _ = asked.try_set(Some((query, state)));
        }),
    );
}

/// What came of it, in a sentence.
fn heading(query: &str, state: &Remote<Vec<PlaceMatch>>) -> String {
    match state {
        Remote::Loading | Remote::Slow => common::loading().into(),
        Remote::Failed(failure) => failed(failure),
        Remote::Ready { value, .. } if value.is_empty() => {
            fill(words::old_place_none(), &[("q", query)])
        }
        Remote::Ready { value, .. } => {
            let count = value.len().to_string();
            fill(words::old_place_found(), &[("n", &count), ("q", query)])
        }
    }
}

fn failed(failure: &Failure) -> String {
    let (title, text) = explain(failure);
    format!("{title}. {text}")
}

fn found(query: &str, state: Remote<Vec<PlaceMatch>>, on_chosen: Callback<PlaceMatch>) -> AnyView {
    let heading = heading(query, &state);
    let places = match state {
        Remote::Ready { value, .. } => value,
        _ => Vec::new(),
    };
    let places = places.into_iter().map(|place| {
        let name = format!("{}, {}", place.commune.full_name, place.province_name);
        let former = place.former.as_ref().map(|former| {
            let mut words = fill(words::old_place_former(), &[("former", former)]);
            if place.partly {
                words = format!("{words}; {}", words::old_place_partly());
            }
            view! { <span class="hint">{words}</span> }
        });
        view! {
            <li>
                <button type="button" class="look-up__place" on:click=move |_| on_chosen.run(place.clone())>
                    <span>{name}</span> " " {former}
                </button>
            </li>
        }
    });
    view! { <p>{heading}</p><ul class="look-up__places">{places.collect_view()}</ul> }.fresh()
}
