//! The same questions for several things or people: a list of what was added, each with
//! its way to be changed and taken away. The questions themselves stand on a page of their
//! own for each item.
//!
//! Announces: what was removed or brought back (polite). Focus: on "undo" after a removal,
//! because the button that did it is gone; on "add" after undoing.

use leptos::prelude::*;
use motcua_forms::{Field, Group};
use serde_json::Value;

use super::control::field::question;
use super::question::{Question, grouped, said};
use super::reading::name_of;
use super::sheet::Sheet;
use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, form as words};
use crate::{announce, focus};

/// What one of the items is called, by its number from 0 ("Người con thứ 1").
pub(crate) fn item_name(group: &Group, item: usize) -> String {
    fill(&said(&group.item), &[("n", &(item + 1).to_string())])
}

/// The list. `href` leads to the page of an item.
pub(crate) fn group(
    field: &Field,
    group: &Group,
    sheet: Sheet,
    href: impl Fn(usize) -> String + Send + Sync + 'static,
) -> AnyView {
    let pointer = format!("/{}", field.id);
    let question = question(field, &pointer, sheet);
    let group = StoredValue::new(group.clone());
    let href = StoredValue::new(href);
    let removed = RwSignal::new(None::<(usize, Value)>);
    let changed = RwSignal::new(0_u32);
    let list = {
        let question = question.clone();
        move || {
            changed.track();
            list(&question, group, sheet, href, removed, changed)
        }
    };
    grouped(&question, sheet, list.into_any())
}

type Href<F> = StoredValue<F>;

fn list<F: Fn(usize) -> String + Send + Sync + 'static>(
    question: &Question,
    group: StoredValue<Group>,
    sheet: Sheet,
    href: Href<F>,
    removed: RwSignal<Option<(usize, Value)>>,
    changed: RwSignal<u32>,
) -> AnyView {
    let pointer = StoredValue::new(question.pointer.clone());
    let (add_id, undo_id) = (question.id(), format!("{}-undo", question.id()));
    let items = sheet.filling.items(&question.pointer);
    let count = items.len();
    let remove = {
        let undo_id = undo_id.clone();
        Callback::new(move |item: usize| {
            let value = pointer.with_value(|pointer| sheet.filling.remove_item(pointer, item));
            let name = group.with_value(|group| item_name(group, item));
            removed.set(Some((item, value)));
            changed.update(|count| *count += 1);
            announce::say(&fill(words::removed(), &[("item", &name)]));
            let undo_id = undo_id.clone();
            request_animation_frame(move || focus::focus_control(&undo_id));
        })
    };
    let undo = {
        let add_id = add_id.clone();
        move |_| {
            let Some((item, value)) = removed.try_update(Option::take).flatten() else {
                return;
            };
            pointer.with_value(|pointer| sheet.filling.insert_item(pointer, item, value));
            let name = group.with_value(|group| item_name(group, item));
            changed.update(|count| *count += 1);
            announce::say(&fill(words::restored(), &[("item", &name)]));
            let add_id = add_id.clone();
            request_animation_frame(move || focus::focus_control(&add_id));
        }
    };
    let undo = removed.get_untracked().map(|(item, _)| {
        let name = group.with_value(|group| item_name(group, item));
        view! {
            <p class="notice items__undo">
                {fill(words::removed(), &[("item", &name)])} " "
                <button type="button" class="button button--quiet" id=undo_id on:click=undo>
                    {words::undo()}
                </button>
            </p>
        }
    });
    let rows = items.into_iter().enumerate().map(|(item, value)| {
        let (name, known_by) = group.with_value(|group| {
            (item_name(group, item), name_of(&group.fields, &value))
        });
        let href = href.with_value(|href| href(item));
        view! {
            <li class="item">
                <div class="item__words">
                    <p class="item__name">{name.clone()}</p>
                    {known_by.map(|known_by| view! { <p>{known_by}</p> })}
                </div>
                <a class="more" href=href>
                    {words::change()} <span class="visually-hidden">" "{name.clone()}</span>
                </a>
                <button type="button" class="button button--quiet" on:click=move |_| remove.run(item)>
                    {words::remove()} <span class="visually-hidden">" "{name}</span>
                </button>
            </li>
        }
    });
    let rows = (count > 0).then(|| view! { <ul class="items">{rows.collect_view()}</ul> });
    let empty = (count == 0).then(|| view! { <p class="hint">{words::none_yet()}</p> });
    let maximum = group.with_value(|group| group.maximum);
    let add = if count < maximum {
        let next = group.with_value(|group| item_name(group, count));
        let words = fill(words::add_item(), &[("item", &next)]);
        let href = href.with_value(|href| href(count));
        view! { <a class="button button--quiet" id=add_id href=href>{words}</a> }.fresh()
    } else {
        let words = fill(words::at_most(), &[("n", &maximum.to_string())]);
        view! { <p class="hint">{words}</p> }.fresh()
    };
    view! { {undo}{rows}{empty}{add} }.fresh()
}
