//! Starting: what to have at hand, how it goes, a draft that is there already, the button.
//!
//! Announces: that the form is being opened (the button says so, `aria-disabled`). Focus:
//! the screen it leads to takes it; on the first answer to "for whom?" where that is open.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::form::Form as FormAnswer;
use motcua_contract::service::{Requirement, Service};
use motcua_forms::{Form, Kind};

use super::again;
use super::behalf;
use super::other_ways::other_ways;
use super::who_may::who_may_send;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::remote_view::RemoteView;
use crate::format;
use crate::i18n::{apply as words, behalf as behalf_words, fill};
use crate::offline::drafts::{self, DraftLine};
use crate::offline::shared;
use crate::pages::service::cases;
use crate::push;
use crate::remote::{Failure, Remote};
use crate::route::{Route, Step};

/// Everything that depends on the case.
pub(super) fn begin(service: &Arc<Service>, case: String) -> AnyView {
    let path = api::path::form(&service.code, &case);
    let form = api::load::<FormAnswer>(move || path.clone());
    let service = Arc::clone(service);
    let missing = Memo::new(move |_| {
        form.state
            .with(|state| matches!(state, Remote::Failed(Failure::Missing(_))))
    });
    (move || {
        if missing.get() {
            return other_ways(words::no_form_title(), words::no_form(), &service);
        }
        let service = Arc::clone(&service);
        view! {
            <RemoteView state=form.state on_retry=move |()| form.retry()
                ready=move |answer: FormAnswer| match Form::read(&answer.definition) {
                    Ok(form) => ready(&service, &answer, &form),
                    Err(_) => other_ways(words::newer_form_title(), words::newer_form(), &service),
                } />
        }
        .fresh()
    })
    .into_any()
}

fn ready(service: &Arc<Service>, answer: &FormAnswer, form: &Form) -> AnyView {
    let parts = form.definition().sections.len().to_string();
    let how = [
        fill(words::how_pages(), &[("n", &parts)]),
        words::how_saved().into(),
        words::how_review().into(),
    ];
    let how = how.map(|line| view! { <li>{line}</li> });
    view! {
        <section class="section" aria-labelledby="have-ready">
            <h2 id="have-ready">{words::have_ready()}</h2>
            {have_ready(service, &answer.case, form)}
        </section>
        <section class="section" aria-labelledby="how-it-goes">
            <h2 id="how-it-goes">{words::how_it_goes()}</h2>
            <ul class="ready">{how}</ul>
            {who_may_send(answer.guests)}
        </section>
        <Begin service=service.code.clone() name=service.name.clone() answer=answer.clone() />
    }
    .fresh()
}

/// What the questions will ask for, so that one fetches it before and not in between.
fn have_ready(service: &Service, case: &str, form: &Form) -> AnyView {
    let asks = |wanted: fn(&Kind) -> bool| {
        form.definition()
            .fields()
            .any(|field| asks(&field.kind, wanted))
    };
    let mut things = Vec::new();
    if asks(|kind| matches!(kind, Kind::CitizenId { .. } | Kind::Person { .. })) {
        things.push(words::ready_citizen_id());
    }
    if asks(|kind| matches!(kind, Kind::Address { .. } | Kind::Person { .. })) {
        things.push(words::ready_address());
    }
    if asks(|kind| matches!(kind, Kind::BankAccount)) {
        things.push(words::ready_bank_account());
    }
    let papers = papers(service, case, form);
    let papers = papers.map(|names| {
        let names = names
            .into_iter()
            .map(|name| view! { <li lang="vi">{name}</li> })
            .collect_view();
        view! { <li>{words::ready_papers()}<ul>{names}</ul></li> }
    });
    let nothing = papers
        .is_none()
        .then(|| view! { <li>{words::ready_nothing()}</li> });
    let things = things.into_iter().map(|thing| view! { <li>{thing}</li> });
    view! { <ul class="ready">{things.collect_view()}{papers}{nothing}</ul> }.fresh()
}

fn asks(kind: &Kind, wanted: fn(&Kind) -> bool) -> bool {
    match kind {
        Kind::Group(group) => group.fields.iter().any(|field| asks(&field.kind, wanted)),
        kind => wanted(kind),
    }
}

/// The papers that the form takes, by the names of the catalogue; none when it takes none.
fn papers(service: &Service, case: &str, form: &Form) -> Option<Vec<String>> {
    let asked: Vec<_> = form
        .definition()
        .fields()
        .filter_map(|field| match &field.kind {
            Kind::Papers { requirement, .. } => Some((requirement, field)),
            _ => None,
        })
        .collect();
    let groups = cases::groups(&service.cases, Some(case));
    let listed: Vec<&Requirement> = cases::papers(&groups)
        .filter(|line| line.is_paper())
        .collect();
    let name = |(requirement, field): &(&String, &motcua_forms::Field)| {
        let line = listed.iter().find(|line| line.id == **requirement);
        line.map_or_else(|| field.label.vi.clone(), |line| line.name.clone())
    };
    (!asked.is_empty()).then(|| asked.iter().map(name).collect())
}

/// What was begun before, and the button.
#[component]
fn Begin(service: String, name: String, answer: FormAnswer) -> impl IntoView {
    let kept = RwSignal::new(Vec::<DraftLine>::new());
    if drafts::may_have_any() {
        let service = service.clone();
        spawn_local(async move {
            let mut lines = drafts::list().await;
            lines.retain(|line| line.service == service && line.supplement.is_none());
            let _ = kept.try_set(lines);
        });
    }
    let whom = behalf::Question::new();
    let again = StoredValue::new(None);
    let earlier = again::earlier(&service, &answer.case, whom, again);
    let asked = service.clone();
    let share = RwSignal::new(shared::on());
    let opening = RwSignal::new(false);
    let navigate = use_navigate();
    let begin = move |_| {
        if opening.get_untracked() {
            return;
        }
        let Some(for_whom) = whom.answer() else {
            return;
        };
        opening.set(true);
        let (service, name, answer) = (service.clone(), name.clone(), answer.clone());
        let navigate = navigate.clone();
        spawn_local(async move {
            if share.get_untracked() != shared::on() {
                if share.get_untracked() {
                    push::take_back().await;
                }
                // A refusal to erase shows when the draft is saved; starting is not stopped.
                let _ = drafts::share_device(share.get_untracked()).await;
            }
            let draft = drafts::begin(&service, &answer.case, &answer.version, &name).await;
            if let Some(answers) = again.get_value() {
                draft.change(|draft| draft.content.answers = answers);
            }
            if for_whom != behalf::Whom::Oneself {
                for_whom.keep(draft);
            }
            navigate(
                &Route::Draft(draft.id(), Step::Tasks).href(),
                NavigateOptions::default(),
            );
        });
    };
    let label = move || {
        if opening.get() {
            words::starting()
        } else if kept.read().is_empty() {
            words::begin()
        } else {
            words::begin_anew()
        }
    };
    view! {
        {earlier}
        {move || kept.with(|lines| (!lines.is_empty()).then(|| going_on(lines)))}
        <div class="begin">
            <behalf::Ask service=asked question=whom />
            <label class="radio">
                <input type="checkbox" aria-describedby="shared-device-hint" prop:checked=share.get_untracked()
                    on:change=move |event| share.set(event_target_checked(&event)) />
                <span>{words::shared_device()}</span>
            </label>
            <p class="hint" id="shared-device-hint">{words::shared_device_hint()}</p>
            <div class="actions">
                <button type="button" class="button" aria-disabled=move || opening.get().then_some("true")
                    on:click=begin>{label}</button>
            </div>
        </div>
    }
}

/// What one has begun for this service, to be taken up again.
fn going_on(lines: &[DraftLine]) -> AnyView {
    let lines = lines.iter().map(|line| {
        let href = Route::Draft(line.id.clone(), Step::Tasks).href();
        let time = format::date_time(&line.saved_at);
        let since = fill(words::going_on_since(), &[("time", &time)]);
        let whom = line.represented.as_ref();
        let whom = whom.map(|name| fill(behalf_words::for_name(), &[("name", name)]));
        let since = match whom {
            Some(whom) => format!("{whom}. {since}"),
            None => since,
        };
        view! {
            <p>{since.clone()}</p>
            <div class="actions">
                <a class="button" href=href>
                    {words::go_on()} <span class="visually-hidden">": "{since}</span>
                </a>
            </div>
        }
    });
    view! {
        <section class="going-on" aria-labelledby="going-on">
            <h2 id="going-on">{words::going_on()}</h2>
            {lines.collect_view()}
        </section>
    }
    .fresh()
}
