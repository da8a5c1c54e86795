//! One item: what is wrong, the way to mend it, words to the officer.
//!
//! The reason comes before the control and describes it, so that who hears the page knows
//! what to do before they do it.

use leptos::prelude::*;
use motcua_contract::dossier::supplement::{SupplementItem, SupplementTarget};
use motcua_forms::{Field, Kind};

use super::answering::Answering;
use super::lacking::{note_pointer, pointer};
use crate::components::fresh::IntoFresh;
use crate::form::{Remark, Sheet, draw, id_of};
use crate::i18n::{fill, language, supplement as words};
use crate::outbox::supplement::requirement;
use crate::papers::{Asked, Papers};

/// The item with this number, from 1, of `total`. `remarks` are what is missing in all.
pub(super) fn item(
    answering: &Answering,
    (number, total): (usize, usize),
    item: &SupplementItem,
    remarks: RwSignal<Vec<Remark>>,
) -> AnyView {
    let tag = language().tag();
    let (title, title_lang) = item.title.for_language(tag);
    let (reason, reason_lang) = item.reason.for_language(tag);
    let (n, of) = (number.to_string(), total.to_string());
    let values = [("n", n.as_str()), ("total", &of), ("title", title)];
    let heading = format!("item-{}", item.id);
    let labelled = heading.clone();
    let reason_id = format!("reason-{}", item.id);
    let control = match &item.target {
        SupplementTarget::Paper { .. } => {
            paper(answering, item, [&heading, &reason_id], title, remarks)
        }
        SupplementTarget::Answer { pointer } => answer(answering, pointer),
        SupplementTarget::Unknown => view! { <p>{words::cannot_here()}</p> }.fresh(),
    };
    view! {
        <section class="asked-for" aria-labelledby=labelled>
            <h2 id=heading lang=title_lang>{fill(words::item(), &values)}</h2>
            <div class="notice notice--warning" id=reason_id>
                <p><strong>{words::why()}</strong></p>
                <p lang=reason_lang>{reason.to_owned()}</p>
            </div>
            {control}
            {note(answering, item, remarks)}
        </section>
    }
    .fresh()
}

fn paper(
    answering: &Answering,
    item: &SupplementItem,
    [heading, reason]: [&str; 2],
    title: &str,
    remarks: RwSignal<Vec<Remark>>,
) -> AnyView {
    let pointer = pointer(item);
    let id = id_of(&pointer);
    let (heading, reason) = (heading.to_owned(), reason.to_owned());
    let set = format!("{id}-set");
    let asked = Asked {
        draft: answering.draft,
        requirement: requirement(item).into(),
    };
    view! {
        <div class="q" role="group" id=set aria-labelledby=heading aria-describedby=reason>
            {fault(pointer, remarks)}
            <Papers asked name=title.to_owned() id=id />
        </div>
    }
    .fresh()
}

/// The question as the form asks it; each item of a group one after the other, since only
/// what is there is to be mended.
fn answer(answering: &Answering, pointer: &str) -> AnyView {
    let Some(sheet) = answering.sheet else {
        return ().into_any();
    };
    let Some(field) = sheet.filling.field(pointer.trim_start_matches('/')) else {
        return view! { <p>{words::cannot_here()}</p> }.fresh();
    };
    match &field.kind {
        Kind::Group(group) => {
            let count = sheet.filling.items(pointer).len();
            let items = (0..count).flat_map(|at| {
                let within = format!("{pointer}/{at}");
                let fields = group.fields.iter();
                fields
                    .map(|field| part(field, &within, sheet))
                    .collect::<Vec<_>>()
            });
            items.collect_view().into_any()
        }
        _ => draw(&field, pointer, sheet),
    }
}

fn part(field: &Field, within: &str, sheet: Sheet) -> AnyView {
    draw(field, &format!("{within}/{}", field.id), sheet)
}

/// Words to the officer.
fn note(answering: &Answering, item: &SupplementItem, remarks: RwSignal<Vec<Remark>>) -> AnyView {
    let draft = answering.draft;
    let own = note_pointer(item);
    let id = id_of(&own);
    let hint = match &item.target {
        SupplementTarget::Answer { .. } => Some(words::note_answer_hint()),
        SupplementTarget::Paper { .. } => Some(words::note_paper_hint()),
        SupplementTarget::Unknown => None,
    };
    let described = hint.map(|_| format!("{id}-hint"));
    let key = item.id.clone();
    let typed = draft.read(|draft| {
        let of = draft.supplement.as_ref()?;
        of.notes.get(&key).cloned()
    });
    let on_input = move |event| {
        let typed = event_target_value(&event);
        draft.change(|draft| {
            if let Some(of) = &mut draft.supplement {
                of.notes.insert(key.clone(), typed);
            }
        });
    };
    view! {
        <div class="q">
            <label class="q__label" for=id.clone()>{words::note()}</label>
            {hint.map(|hint| view! { <p class="hint q__hint" id=format!("{id}-hint")>{hint}</p> })}
            {fault(own, remarks)}
            <textarea class="box box--lines" id=id.clone() rows="3" maxlength="2000" autocomplete="off"
                aria-describedby=described prop:value=typed on:input=on_input></textarea>
        </div>
    }
    .fresh()
}

fn fault(pointer: String, remarks: RwSignal<Vec<Remark>>) -> AnyView {
    (move || {
        let found = remarks.with(|all| {
            let found = all.iter().find(|remark| remark.pointer == pointer)?;
            Some(found.message.clone())
        });
        found.map(|message| view! { <p class="q__error">{message}</p> })
    })
    .into_any()
}
