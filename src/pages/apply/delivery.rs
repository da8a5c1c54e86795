//! How to get the result, and how to reach somebody who is not signed in.
//!
//! Announces: on a navigation its heading; after "continue" with something missing, the
//! summary, which takes focus. Focus: on the heading after a navigation; on the summary
//! then. What is chosen is kept with the draft at once.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::portal::{Counter, Portal};
use motcua_contract::submission::{Delivery, DeliveryKind};

use super::open::Application;
use crate::api;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::form::{About, Remark, id_of, summary};
use crate::i18n::{fill, language, submit as words};
use crate::route::Step;
use crate::session::{self, Known};

mod check;
mod contact;
mod counters;
mod places;
mod post;

use check::{Asked, Missing, missing};
use contact::contact;
use counters::counters;
use post::post;

/// The step.
pub(super) fn delivery(application: Application) -> AnyView {
    let portal = api::load::<Portal>(api::path::portal);
    let window = fill(words::delivery_window(), &[("name", &application.title())]);
    view! {
        <PageHeading title=words::delivery_title() window_title=Signal::stored(window) />
        <RemoteView state=portal.state on_retry=move |()| portal.retry()
            ready=move |portal: Portal| step(application, portal.counters) />
    }
    .fresh()
}

fn step(application: Application, places: Vec<Counter>) -> AnyView {
    let remarks = RwSignal::new(Vec::<Remark>::new());
    let known = session::ask();
    let guest = Memo::new(move |_| !matches!(known.get(), Known::Person(_)));
    let may_be_guest = application.about.with_value(|about| about.guests);
    let places: Vec<Counter> = places.into_iter().filter(|c| c.id.is_some()).collect();
    let has_counters = !places.is_empty();
    let choices = application.about.with_value(|about| about.delivery.clone());
    let offered = !choices.is_empty();
    let kind = RwSignal::new(application.draft.read(|draft| {
        draft
            .content
            .delivery
            .as_ref()
            .map(|delivery| delivery.kind)
    }));
    let navigate = use_navigate();
    let proceed = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let asked = Asked {
            delivery: offered,
            counters: has_counters,
            contact: may_be_guest && guest.get_untracked(),
        };
        let found = application.draft.read(|draft| {
            missing(
                asked,
                draft.content.delivery.as_ref(),
                draft.contact.as_ref(),
            )
        });
        let found: Vec<Remark> = found.into_iter().map(remark).collect();
        let complete = found.is_empty();
        remarks.set(found);
        if complete {
            application.draft.save_soon();
            navigate(&application.href(Step::Review), NavigateOptions::default());
        }
    };
    let radios = choices.into_iter().map(|choice| {
        let (title, text) = match choice.kind {
            DeliveryKind::Online => (words::online(), words::online_text()),
            DeliveryKind::Postal => (words::postal(), words::postal_text()),
            DeliveryKind::Counter => (words::counter(), words::counter_text()),
            // A way this version cannot describe cannot be chosen here.
            DeliveryKind::Unknown => return ().into_any(),
        };
        let note = choice.note.as_ref().map(|note| {
            let (note, lang) = note.for_language(language().tag());
            view! { <p class="hint option__hint" lang=lang>{note.to_owned()}</p> }
        });
        let way = choice.kind;
        view! {
            <div class="option">
                <label class="radio">
                    <input type="radio" name="delivery" prop:checked=move || kind.get() == Some(way)
                        on:change=move |_| {
                            change(application, |delivery| delivery.kind = way);
                            kind.set(Some(way));
                        } />
                    <span>{title}</span>
                </label>
                <p class="hint option__hint">{text}</p>
                {note}
            </div>
        }
        .fresh()
    });
    let radios = radios.collect_view();
    let ways = if offered {
        let wrong =
            move || remarks.with(|all| all.iter().any(|r| r.pointer == Missing::Way.pointer()));
        view! {
            <fieldset class="q" class:q--wrong=wrong id=format!("{}-set", id_of(Missing::Way.pointer()))>
                <legend class="q__label">{words::delivery_choose()}</legend>
                {move || wrong().then(|| view! { <p class="q__error">{words::fault_choose()}</p> })}
                {radios}
            </fieldset>
        }
        .fresh()
    } else {
        view! { <p class="lead">{words::officer_decides()}</p> }.fresh()
    };
    let more = move || match kind.get().filter(|_| offered) {
        Some(DeliveryKind::Postal) => post(application, remarks),
        Some(DeliveryKind::Counter) => counters(application, &places, remarks),
        _ => ().into_any(),
    };
    let back = application.href(Step::Tasks);
    view! {
        {move || remarks.with(|all| (!all.is_empty()).then(|| summary(About::Errors, all, |_| None)))}
        <form novalidate on:submit=proceed>
            {ways}
            {more}
            {move || (may_be_guest && guest.get()).then(|| contact(application, remarks))}
            <div class="actions">
                <button class="button">{words::next()}</button>
                <a class="button button--quiet" href=back>{words::back()}</a>
            </div>
        </form>
    }
    .fresh()
}

/// What this step still lacks, for whoever looks everything over. Whether the portal names
/// counters is known on the step itself only.
pub(super) fn lacking(application: Application, guest: bool) -> Vec<Remark> {
    let asked = application.about.with_value(|about| Asked {
        delivery: !about.delivery.is_empty(),
        counters: false,
        contact: guest && about.guests,
    });
    let found = application.draft.read(|draft| {
        missing(
            asked,
            draft.content.delivery.as_ref(),
            draft.contact.as_ref(),
        )
    });
    found.into_iter().map(remark).collect()
}

fn remark(missing: Missing) -> Remark {
    let message = match missing {
        Missing::Way => words::fault_choose(),
        Missing::Receiver => words::fault_receiver(),
        Missing::ReceiverPhone | Missing::Phone => words::fault_phone(),
        Missing::Province => words::fault_province(),
        Missing::Commune => words::fault_commune(),
        Missing::Detail => words::fault_detail(),
        Missing::Counter => words::fault_counter(),
        Missing::Contact => words::fault_contact(),
        Missing::Email => words::fault_email(),
    };
    Remark {
        pointer: missing.pointer().into(),
        message: message.into(),
    }
}

/// Changes the delivery that is kept, as typed.
fn change(application: Application, change: impl FnOnce(&mut Delivery)) {
    application.draft.change(|draft| {
        let delivery = draft.content.delivery.get_or_insert(Delivery {
            kind: DeliveryKind::Online,
            address: None,
            counter: None,
        });
        change(delivery);
        // Only what belongs to the way chosen is kept and sent.
        if delivery.kind != DeliveryKind::Postal {
            delivery.address = None;
        }
        if delivery.kind != DeliveryKind::Counter {
            delivery.counter = None;
        }
    });
}
