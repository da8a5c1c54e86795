//! Every answer once more, in the words of its question, before anything is sent.
//!
//! Announces: on a navigation its heading; what is missing after "continue" by the summary
//! that takes focus. Focus: on the heading after a navigation; on the summary when
//! something is missing. "Đổi" leads to the question and back here; its name holds the
//! question, so that a list of links makes sense.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::submission::DeliveryKind;

use super::open::Application;
use super::saved::saved_line;
use super::{behalf, delivery};
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::form::{About, Answered, Remark, id_of, reading_view, summary};
use crate::i18n::{apply as words, behalf as behalf_words, fill, language};
use crate::papers;
use crate::route::{Route, Step};
use crate::session::{self, Known};

/// The pointer under which the statement's remark stands; no answer has it.
const STATEMENT: &str = "/statement-of-truth";

/// The review.
pub(super) fn review(application: Application) -> AnyView {
    let filling = application.filling;
    // A guest is asked for a way to be reached, so it has to be known who this is.
    session::ask();
    let title = application.title();
    let asked = RwSignal::new(Vec::<Remark>::new());
    let confirmed = RwSignal::new(false);
    let window_title = {
        let name = fill(words::review_window(), &[("name", &title)]);
        Signal::derive(move || match asked.read().is_empty() {
            true => name.clone(),
            false => fill(words::error_prefix(), &[("title", &name)]),
        })
    };
    let parts = filling.answered().into_iter().map(|(part, lines)| {
        let id = format!("review-{}", part.section);
        let heading = id.clone();
        let lines = lines.iter().map(|answered| line(application, answered));
        view! {
            <section class="review-part" aria-labelledby=id>
                <h2 id=heading>{part.title}</h2>
                <dl class="review-list">{lines.collect_view()}</dl>
            </section>
        }
    });
    let summaries = move || {
        asked.with(|remarks| {
            (!remarks.is_empty()).then(|| {
                summary(About::Errors, remarks, |pointer| {
                    elsewhere(application, pointer)
                })
            })
        })
    };
    let navigate = use_navigate();
    let on_submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let remarks = remarks(application, confirmed.get_untracked());
        let ready = remarks.is_empty();
        asked.set(remarks);
        if ready {
            navigate(&application.href(Step::Send), NavigateOptions::default());
        }
    };
    let back = application.href(Step::Tasks);
    view! {
        {summaries}
        <p class="apply__way" lang="vi">{title}</p>
        <PageHeading title=words::review_title() window_title />
        <p class="lead">{words::review_lead()}</p>
        {for_whom(application)}
        {missing(application)}
        {parts.collect_view()}
        {ways(application)}
        <form novalidate on:submit=on_submit>
            {statement(application, asked, confirmed)}
            <div class="actions">
                <button type="submit" class="button">{words::to_sending()}</button>
                <a class="button button--quiet" href=back>{words::all_parts()}</a>
            </div>
        </form>
        {saved_line(application.draft)}
    }
    .fresh()
}

/// For whom, and the way to change it; nothing where one files for oneself.
fn for_whom(application: Application) -> Option<AnyView> {
    let line = behalf::line(application)?;
    let href = application.href(Step::Tasks);
    Some(
        view! {
            <div class="review-whom">
                {line}
                <a class="more" href=href>{behalf_words::change()}</a>
            </div>
        }
        .fresh(),
    )
}

/// What is missing or wrong, said before anyone presses a button, with the ways to it.
fn missing(application: Application) -> Option<AnyView> {
    let faults = application.filling.all_faults();
    let title = match faults.len() {
        0 => return None,
        1 => words::missing_one().into(),
        count => fill(words::missing_many(), &[("n", &count.to_string())]),
    };
    let links = faults.into_iter().map(|fault| {
        let href = elsewhere(application, &fault.pointer);
        view! { <li><a href=href>{fault.message}</a></li> }
    });
    Some(
        view! {
            <section class="notice notice--warning" aria-labelledby="missing">
                <h2 class="summary__title" id="missing">{title}</h2>
                <ul class="missing">{links.collect_view()}</ul>
            </section>
        }
        .fresh(),
    )
}

/// Everything that keeps it from being sent.
fn remarks(application: Application, confirmed: bool) -> Vec<Remark> {
    let mut remarks = application.filling.all_faults();
    for (requirement, lack) in application.draft.read(papers::lacking) {
        let pointer = format!("/papers/{requirement}");
        if remarks.iter().all(|remark| remark.pointer != pointer) {
            let message = papers::lack_in_words(lack).into();
            remarks.push(Remark { pointer, message });
        }
    }
    let guest =
        session::known().with_untracked(|known| matches!(known, Known::Guest | Known::Expired));
    remarks.extend(delivery::lacking(application, guest));
    if !confirmed {
        remarks.push(Remark {
            pointer: STATEMENT.into(),
            message: words::statement_missing().into(),
        });
    }
    remarks
}

/// The page on which an answer is given; none for the statement, which stands here.
fn elsewhere(application: Application, pointer: &str) -> Option<String> {
    match pointer {
        STATEMENT => None,
        pointer if pointer.starts_with("/delivery/") || pointer.starts_with("/contact/") => {
            Some(application.href(Step::Delivery))
        }
        pointer => {
            let (page, item) = application.filling.place_of(pointer)?;
            Some(Route::question(
                &application.draft.id(),
                &page,
                item.as_ref(),
                true,
            ))
        }
    }
}

/// One answer with the way to change it.
fn line(application: Application, answered: &Answered) -> AnyView {
    let draft = application.draft.id();
    let href = Route::question(&draft, &answered.page, answered.item.as_ref(), true);
    let missing = answered.fault.clone();
    let (visible, whole) = match missing.is_some() {
        true => (words::fill_in(), words::fill_in_what()),
        false => (words::change(), words::change_what()),
    };
    let rest = fill(whole, &[("question", &answered.question)]);
    let rest = rest.strip_prefix(visible).unwrap_or(&rest).to_owned();
    let answer = match (&missing, answered.reading.is_something()) {
        (None, false) => view! { <span class="hint">{words::left_empty()}</span> }.fresh(),
        (_, true) => reading_view(&answered.reading),
        (Some(_), false) => words::not_answered().into_any(),
    };
    let is_missing = missing.is_some();
    let fault = missing.map(|message| view! { <p class="q__error">{message}</p> });
    view! {
        <div class="review-line" class:review-line--missing=is_missing>
            <dt>{answered.question.clone()}</dt>
            <dd class="review-line__answer">{answer}{fault}</dd>
            <dd class="review-line__change">
                <a class="more" href=href>{visible}<span class="visually-hidden">{rest}</span></a>
            </dd>
        </div>
    }
    .fresh()
}

/// How the result comes, when there was a choice.
fn ways(application: Application) -> Option<AnyView> {
    let offered = application
        .about
        .with_value(|about| !about.delivery.is_empty());
    if !offered {
        return None;
    }
    let chosen = application.draft.read(|draft| {
        draft
            .content
            .delivery
            .as_ref()
            .map(|delivery| delivery.kind)
    });
    let answer = match chosen {
        Some(kind) => way_of(kind),
        None => words::not_answered(),
    };
    let href = application.href(Step::Delivery);
    Some(
        view! {
            <section class="review-part" aria-labelledby="review-delivery">
                <h2 id="review-delivery">{words::task_delivery()}</h2>
                <dl class="review-list">
                    <div class="review-line" class:review-line--missing=chosen.is_none()>
                        <dt>{words::task_delivery()}</dt>
                        <dd class="review-line__answer">{answer}</dd>
                        <dd class="review-line__change">
                            <a class="more" href=href>
                                {words::change()}
                                <span class="visually-hidden">": "{words::task_delivery()}</span>
                            </a>
                        </dd>
                    </div>
                </dl>
            </section>
        }
        .fresh(),
    )
}

fn way_of(kind: DeliveryKind) -> &'static str {
    match kind {
        DeliveryKind::Online => words::delivery_online(),
        DeliveryKind::Postal => words::delivery_postal(),
        DeliveryKind::Counter => words::delivery_counter(),
        DeliveryKind::Unknown => words::delivery_other(),
    }
}

/// What one states by going on, to be ticked.
fn statement(
    application: Application,
    asked: RwSignal<Vec<Remark>>,
    confirmed: RwSignal<bool>,
) -> AnyView {
    let stated = application
        .about
        .with_value(|about| about.statement.clone());
    let (text, lang) = match &stated {
        Some(text) => {
            let (text, lang) = text.for_language(language().tag());
            (text.to_owned(), lang)
        }
        None => (words::statement_default().to_owned(), language().tag()),
    };
    let id = id_of(STATEMENT);
    let fault =
        move || asked.with(|remarks| remarks.iter().any(|remark| remark.pointer == STATEMENT));
    let error_id = format!("{id}-error");
    let described_by = {
        let error_id = error_id.clone();
        move || fault().then(|| error_id.clone())
    };
    let error = move || {
        fault().then(|| {
            view! { <p class="q__error" id=error_id.clone()>{words::statement_missing()}</p> }
        })
    };
    view! {
        <section class="statement" aria-labelledby="statement">
            <h2 id="statement">{words::statement_title()}</h2>
            {behalf::line(application)}
            {error}
            <label class="radio radio--statement">
                <input type="checkbox" id=id aria-required="true"
                    aria-invalid=move || fault().then_some("true") aria-describedby=described_by
                    on:change=move |event| confirmed.set(event_target_checked(&event)) />
                <span lang=lang>{text}</span>
            </label>
        </section>
    }
    .fresh()
}
