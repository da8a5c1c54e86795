//! Published answers, to read before one writes.
//!
//! Announces and focus: see [`super`].

use leptos::html::Input;
use leptos::prelude::*;
use motcua_contract::feedback::{PublishedAnswer, PublishedFeedback};

use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::i18n::{feedback as words, fill};
use crate::{announce, api, focus, format};

const WORDS: &str = "published-words";

/// The search, with the latest answers until something is looked for.
pub(super) fn search() -> AnyView {
    let input = NodeRef::<Input>::new();
    let looked_for = RwSignal::new(String::new());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value());
        looked_for.set(typed.unwrap_or_default().trim().to_owned());
    };
    view! {
        <section class="section section--read" aria-labelledby="published">
            <h2 id="published">{words::search_title()}</h2>
            <p>{words::search_lead()}</p>
            <form role="search" on:submit=submit>
                <label class="find__label" for=WORDS>{words::search_label()}</label>
                <input node_ref=input class="find__input" id=WORDS type="search" autocomplete="off" maxlength="200" />
                <div class="actions"><button class="button button--quiet">{words::search()}</button></div>
            </form>
            {move || page(looked_for.get(), 0)}
        </section>
    }
    .fresh()
}

/// The answers from `offset` on, and the way to more.
fn page(looked_for: String, offset: u32) -> AnyView {
    let looked_for = StoredValue::new(looked_for);
    let load = api::load::<PublishedFeedback>(move || {
        looked_for.with_value(|looked_for| api::path::published_feedback(looked_for, offset))
    });
    let next = RwSignal::new(None::<u32>);
    let ready = move |page: PublishedFeedback| {
        let searched = looked_for.with_value(|looked_for| !looked_for.is_empty());
        if offset > 0 {
            let first = page.items.first().map(id);
            request_animation_frame(move || focus::focus_control(&first.unwrap_or_default()));
        } else if searched {
            announce::say(&told(page.total));
        }
        if page.items.is_empty() && offset == 0 {
            let words = if searched {
                words::found_none()
            } else {
                words::published_none()
            };
            return view! { <p>{words}</p> }.fresh();
        }
        let shown = u32::try_from(page.items.len()).unwrap_or(u32::MAX);
        let after = offset.saturating_add(shown);
        let more = (shown > 0 && after < page.total).then_some(after);
        let count =
            (searched && offset == 0).then(|| view! { <p class="hint">{told(page.total)}</p> });
        let answers = page.items.iter().map(answer).collect_view();
        view! {
            {count}
            {answers}
            {move || more.filter(|_| next.get().is_none()).map(|after| view! {
                <button type="button" class="button button--quiet" on:click=move |_| next.set(Some(after))>{words::more()}</button>
            }.fresh())}
        }
        .fresh()
    };
    view! {
        <RemoteView state=load.state on_retry=move |()| load.retry() ready=ready />
        {move || next.get().map(|after| page(looked_for.get_value(), after))}
    }
    .fresh()
}

fn told(total: u32) -> String {
    match total {
        0 => words::found_none().into(),
        total => fill(words::found(), &[("n", &format::number(total.into()))]),
    }
}

fn id(answer: &PublishedAnswer) -> String {
    format!("answer-{}", answer.id)
}

fn answer(answer: &PublishedAnswer) -> AnyView {
    let values = [
        ("agency", answer.agency.as_str()),
        ("date", &format::date(&answer.answered_at)),
    ];
    let by = fill(words::answered_by(), &values);
    view! {
        <details class="question-answer" lang="vi">
            <summary id=id(answer)>{answer.title.clone()}</summary>
            {lines(&answer.question)}
            <p class="hint">{by}</p>
            {lines(&answer.answer)}
        </details>
    }
    .fresh()
}

/// Text as its writer broke it into lines.
pub(super) fn lines(text: &str) -> Vec<AnyView> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| view! { <p>{line.to_owned()}</p> }.fresh())
        .collect()
}
