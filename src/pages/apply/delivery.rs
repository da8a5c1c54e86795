//! How to get the result, and how to reach somebody who is not signed in.
//!
//! Announces: on a navigation its heading; after "continue" with something missing, the
//! summary, which takes focus. Focus: on the heading after a navigation; on the summary
//! then. What is chosen is kept with the draft at once.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use motcua_contract::portal::{Counter, Portal};
use motcua_contract::submission::{Contact, Delivery, DeliveryKind, PostalAddress};

use super::open::Application;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::remote_view::RemoteView;
use crate::form::{About, PlainBox, Remark, id_of, summary};
use crate::i18n::{fill, language, submit as words};
use crate::route::Step;
use crate::session::{self, Known};
use crate::{api, session::panel::SessionPanel};

mod check;
mod places;

use check::{Asked, Missing, blank_address, missing};

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

fn step(application: Application, counters: Vec<Counter>) -> AnyView {
    let remarks = RwSignal::new(Vec::<Remark>::new());
    let known = session::ask();
    let guest = Memo::new(move |_| !matches!(known.get(), Known::Person(_)));
    let may_be_guest = application.about.with_value(|about| about.guests);
    let counters: Vec<Counter> = counters.into_iter().filter(|c| c.id.is_some()).collect();
    let has_counters = !counters.is_empty();
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
        Some(DeliveryKind::Counter) => counter(application, &counters, remarks),
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

/// A box for one part of the postal address.
fn part(
    application: Application,
    remarks: RwSignal<Vec<Remark>>,
    missing: Missing,
    label: &'static str,
    hint: Option<&'static str>,
    member: fn(&mut PostalAddress) -> &mut String,
) -> PlainBox {
    let now = application.draft.read(|draft| {
        let address = draft
            .content
            .delivery
            .as_ref()
            .and_then(|d| d.address.clone());
        let mut address = address.unwrap_or_else(blank_address);
        std::mem::take(member(&mut address))
    });
    PlainBox {
        pointer: missing.pointer(),
        label,
        hint,
        value: Signal::stored(now),
        on_typed: Callback::new(move |typed: String| {
            change(application, |delivery| {
                *member(delivery.address.get_or_insert_with(blank_address)) = typed;
            });
        }),
        remarks,
    }
}

fn post(application: Application, remarks: RwSignal<Vec<Remark>>) -> AnyView {
    let part =
        |missing, label, hint, member| part(application, remarks, missing, label, hint, member);
    let name = part(Missing::Receiver, words::receiver(), None, |a| &mut a.name);
    let phone = part(
        Missing::ReceiverPhone,
        words::receiver_phone(),
        Some(words::phone_hint()),
        |a| &mut a.phone,
    );
    let province = part(Missing::Province, words::province(), None, |a| {
        &mut a.province
    });
    let commune = part(Missing::Commune, words::commune(), None, |a| &mut a.commune);
    let detail = part(Missing::Detail, words::detail(), None, |a| &mut a.detail);
    view! {
        <div class="parts">
            {name.line("text", "name", "box")}
            {phone.line("tel", "tel", "box box--short")}
            {places::places(province, commune)}
            {detail.line("text", "address-line1", "box")}
        </div>
    }
    .fresh()
}

fn counter(
    application: Application,
    counters: &[Counter],
    remarks: RwSignal<Vec<Remark>>,
) -> AnyView {
    if counters.is_empty() {
        return view! { <p class="note">{words::counter_none()}</p> }.fresh();
    }
    let chosen = RwSignal::new(application.draft.read(|draft| {
        draft
            .content
            .delivery
            .as_ref()
            .and_then(|delivery| delivery.counter.clone())
    }));
    let rows = counters.iter().map(|place| {
        let id = place.id.clone();
        let same = id.clone();
        let (name, lang) = place.name.for_language(language().tag());
        let hours = place.hours.as_ref().map(|hours| {
            let (hours, lang) = hours.for_language(language().tag());
            view! { <p class="hint option__hint" lang=lang>{hours.to_owned()}</p> }
        });
        view! {
            <div class="option">
                <label class="radio">
                    <input type="radio" name="counter" prop:checked=move || chosen.get() == same
                        on:change=move |_| {
                            change(application, |delivery| delivery.counter.clone_from(&id));
                            chosen.set(id.clone());
                        } />
                    <span lang=lang>{name.to_owned()}</span>
                </label>
                <p class="hint option__hint" lang="vi">{place.address.clone()}</p>
                {hours}
            </div>
        }
        .fresh()
    });
    let pointer = Missing::Counter.pointer();
    let wrong = move || remarks.with(|all| all.iter().any(|remark| remark.pointer == pointer));
    view! {
        <fieldset class="q" class:q--wrong=wrong id=format!("{}-set", id_of(pointer))>
            <legend class="q__label">{words::which_counter()}</legend>
            {move || wrong().then(|| view! { <p class="q__error">{words::fault_counter()}</p> })}
            {rows.collect_view()}
        </fieldset>
    }
    .fresh()
}

fn contact(application: Application, remarks: RwSignal<Vec<Remark>>) -> AnyView {
    let field = |missing: Missing, label, hint, member: fn(&mut Contact) -> &mut Option<String>| {
        let now = application.draft.read(|draft| {
            let mut contact = draft.contact.clone()?;
            member(&mut contact).take()
        });
        PlainBox {
            pointer: missing.pointer(),
            label,
            hint,
            value: Signal::stored(now.unwrap_or_default()),
            on_typed: Callback::new(move |typed: String| {
                application.draft.change(|draft| {
                    let contact = draft.contact.get_or_insert(Contact {
                        phone: None,
                        email: None,
                    });
                    *member(contact) = (!typed.trim().is_empty()).then_some(typed);
                });
            }),
            remarks,
        }
    };
    let phone = field(
        Missing::Phone,
        words::contact_phone(),
        Some(words::contact_phone_hint()),
        |c| &mut c.phone,
    );
    let email = field(Missing::Email, words::contact_email(), None, |c| {
        &mut c.email
    });
    view! {
        <section class="section" aria-labelledby="contact">
            <h2 id="contact">{words::contact_title()}</h2>
            <p>{words::contact_why()}</p>
            <p class="hint">{words::contact_or()}</p>
            {phone.line("tel", "tel", "box box--short")}
            {email.line("email", "email", "box")}
            <SessionPanel />
        </section>
    }
    .fresh()
}
