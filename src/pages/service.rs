//! One service: the answer first, then everything published about it.
//!
//! Announces: on a navigation its heading, which is the service's name; when the portal
//! is slow first "Dịch vụ mã …" and, once it is there, the name (polite). Focus: on the
//! heading after a navigation; on the main region after "try again", whose button goes.

use std::sync::Arc;

use leptos::prelude::*;
use motcua_contract::problem::Problem;
use motcua_contract::service::{Defect, OnlineLevel, Service, Step};

use super::Screen;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::i18n::{fill, language, service as words};
use crate::remote::{Failure, Remote};
use crate::route::Route;
use crate::{announce, api, clock, focus, format};

mod answer;
pub(super) mod cases;
mod channels;
mod contents;
mod figures;
mod glossary;
mod list_actions;
mod missing;
mod official;
mod papers;
pub(super) mod picker;
mod record;
mod related;
pub(super) mod start;
pub(super) mod summary;

use contents::section;

/// Fetches this screen.
#[lazy]
pub(super) fn service_screen() -> Screen {
    |route| match route {
        Route::Service(code) => view! { <ServiceScreen code /> }.fresh(),
        _ => ().into_any(),
    }
}

/// The heading: its words, and the language they are in.
type Title = (String, &'static str);

#[component]
fn ServiceScreen(code: String) -> impl IntoView {
    let asked = StoredValue::new(code);
    let service = api::load::<Service>(move || asked.with_value(|code| api::path::service(code)));
    // None until there is something to say, so that on a quick answer the heading that
    // takes focus is the service's name at once; kept over a retry.
    let title = Memo::new(move |shown: Option<&Option<Title>>| {
        let title = service
            .state
            .with(|state| asked.with_value(|code| title(state, code)));
        title.or_else(|| shown.cloned().flatten())
    });
    Effect::new(move |before: Option<Option<Title>>| {
        let now = title.get();
        if let (Some(Some(before)), Some(now)) = (&before, &now)
            && before != now
            && service
                .state
                .with_untracked(|state| state.value().is_some())
        {
            announce::say(&fill(words::arrived(), &[("name", &now.0)]));
        }
        now
    });
    let heading = Signal::derive(move || title.get().unwrap_or_default().0);
    let lang = move || title.get().map(|(_, lang)| lang);
    let size = move || heading.with(|title| size_of(title));
    let missing = Memo::new(move |_| {
        service.state.with(|state| match state {
            Remote::Failed(Failure::Missing(body)) => crate::json::read::<Problem>(body).ok(),
            _ => None,
        })
    });
    let retry = move |()| {
        focus::focus_id("main");
        service.retry();
    };
    view! {
        <article class="service">
            <Show when=move || title.read().is_some()>
                <div class=size lang=lang><PageHeading title=heading /></div>
            </Show>
            {move || match missing.get() {
                Some(problem) => missing::missing(&problem),
                None => view! {
                    <RemoteView state=service.state on_retry=retry ready=move |service: Service| {
                        asked.with_value(|code| published(service, code))
                    } />
                }.fresh(),
            }}
        </article>
    }
}

/// Names run to 1,094 characters (1.013980); set as large as "Đăng ký thường trú" they
/// would be all one sees.
fn size_of(title: &str) -> &'static str {
    match title.chars().count() {
        0..=140 => "service__title",
        141..=400 => "service__title service__title--long",
        _ => "service__title service__title--longest",
    }
}

fn title(state: &Remote<Service>, code: &str) -> Option<Title> {
    let of = |message| (fill(message, &[("code", code)]), language().tag());
    match state {
        Remote::Loading => None,
        Remote::Slow => Some(of(words::unnamed())),
        Remote::Failed(Failure::Missing(_)) => Some(of(words::missing_title())),
        Remote::Failed(_) => Some(of(words::unnamed())),
        Remote::Ready { value, .. } => Some((value.name.clone(), "vi")),
    }
}

/// Everything about a service that was `asked` for by this or a former code.
fn published(service: Service, asked: &str) -> AnyView {
    let today = clock::today();
    let renumbered = (service.code != asked).then(|| {
        let values = [("asked", asked), ("code", service.code.as_str())];
        view! { <p class="notice">{fill(words::former_code(), &values)}</p> }
    });
    let field = Route::results(&[("field", &service.field.id)]);
    let code = fill(words::code(), &[("code", &service.code)]);
    let level = match service.online {
        OnlineLevel::Full => "tag tag--ok",
        OnlineLevel::Partial | OnlineLevel::NotStated | OnlineLevel::Unknown => "tag tag--info",
        OnlineLevel::None => "tag",
    };
    let sections = sections(&service, &today);
    let papers = papers_section(&Arc::new(service.clone()));
    view! {
        {renumbered}
        <p class="service__kind">
            <a href=field lang="vi">{service.field.name.clone()}</a>
            <span class="service__code">{code}</span>
            <span class=level>{format::online(service.online)}</span>
        </p>
        <div class="service__columns">
            <div class="service__side">
                <section class="service__answer" aria-labelledby="tom-tat">
                    <h2 class="service__summary" id="tom-tat">{words::summary()}</h2>
                    {answer::card(&service, &today)}
                    {start::start(&service)}
                </section>
            </div>
            <div class="service__text">
                {contents::list(&service)}
                {papers}
                {sections}
                <figures::Figures code=service.code.clone() />
                <related::Related code=service.code.clone() />
            </div>
        </div>
    }
    .fresh()
}

fn papers_section(service: &Arc<Service>) -> AnyView {
    let names = service.cases.iter().flat_map(|case| &case.requirements);
    let terms = official::terms(names.map(|paper| paper.name.as_str()));
    let body = view! { {terms} <papers::Papers service=Arc::clone(service) /> };
    section(contents::PAPERS, words::papers(), body.fresh())
}

/// All sections but the papers.
fn sections(service: &Service, today: &str) -> Vec<AnyView> {
    let mut sections = vec![section(
        contents::CHANNELS,
        words::channels(),
        channels::table(service, today),
    )];
    if !service.steps.is_empty() {
        let disordered = service.defects.contains(&Defect::StepsOutOfOrder);
        sections.push(section(
            contents::STEPS,
            words::steps(),
            steps(&service.steps, disordered),
        ));
    }
    if let Some(conditions) = &service.conditions {
        let body = view! { {official::terms([conditions.as_str()])} {official::text(conditions)} };
        sections.push(section(
            contents::CONDITIONS,
            words::conditions(),
            body.fresh(),
        ));
    }
    if !service.results.is_empty() {
        let items = service.results.iter().map(|result| {
            let code = result.code.as_deref().map(|code| {
                view! { <span class="hint">{fill(words::result_code(), &[("code", code)])}</span> }
            });
            view! { <li><span lang="vi">{result.name.clone()}</span> " " {code}</li> }
        });
        let body = view! { <ul class="results__list">{items.collect_view()}</ul> };
        sections.push(section(contents::RESULTS, words::results(), body.fresh()));
    }
    if !service.legal_basis.is_empty() {
        let body = record::legal_basis(&service.legal_basis);
        sections.push(section(contents::LEGAL, words::legal(), body));
    }
    sections.push(section(
        contents::RECORD,
        words::record(),
        record::record(service),
    ));
    sections
}

/// The page that the record was taken from, when that is an address of the web.
pub(super) fn official_page(service: &Service) -> Option<&str> {
    service.source_url.as_deref().and_then(record::web_address)
}

/// The steps in their order; text before the first numbered one stands before the list.
fn steps(steps: &[Step], disordered: bool) -> AnyView {
    let warning = disordered.then(|| {
        view! { <p class="notice notice--warning">{words::steps_out_of_order()}</p> }
    });
    let terms = official::terms(steps.iter().map(|step| step.text.as_str()));
    let numbered = steps
        .iter()
        .position(|step| step.title.is_some())
        .unwrap_or(steps.len());
    let (before, numbered) = steps.split_at(numbered);
    let before = before.iter().map(|step| official::text(&step.text));
    let list = (!numbered.is_empty()).then(|| {
        let items = numbered.iter().map(|step| {
            let title = step
                .title
                .clone()
                .map(|title| view! { <h3 lang="vi">{title}</h3> });
            view! { <li class="steps__step">{title}{official::text(&step.text)}</li> }
        });
        view! { <ol class="steps">{items.collect_view()}</ol> }
    });
    view! { {warning} {terms} {before.collect_view()} {list} }.fresh()
}
