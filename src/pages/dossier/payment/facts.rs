//! The three facts, each under its own heading, none inferred from another.

use leptos::prelude::*;
use motcua_contract::dossier::Payments;
use motcua_contract::dossier::payment::{Obligation, ObligationState, Payment};

use super::attempt;
use crate::components::fresh::IntoFresh;
use crate::format;
use crate::i18n::{dossier as words, fill};
use crate::pages::dossier::standing::paragraph;

/// What is or was to be paid.
pub(super) fn due(obligations: &[Obligation]) -> AnyView {
    let rows = obligations.iter().map(|obligation| {
        let (class, state) = match obligation.state {
            ObligationState::Due => ("tag tag--wait", words::obligation_due()),
            ObligationState::Fulfilled => ("tag tag--ok", words::obligation_fulfilled()),
            ObligationState::Waived => ("tag", words::obligation_waived()),
            ObligationState::Cancelled => ("tag", words::obligation_cancelled()),
            ObligationState::Unknown => ("tag", words::obligation_unknown()),
        };
        let by = obligation.due_by.as_deref().map(|by| {
            view! { <p>{fill(words::pay_by(), &[("time", &format::date_time(by))])}</p> }
        });
        view! {
            <li class="money__line">
                <p lang="vi">{obligation.name.clone()}</p>
                <div class="money__amount">{format::money(obligation.amount, None)}</div>
                <p><span class=class>{state}</span></p>
                {obligation.basis.as_ref().map(paragraph)}
                {by}
            </li>
        }
    });
    section(
        "money-due",
        words::fact_due(),
        rows.collect_view().into_any(),
        obligations.is_empty().then(words::fact_due_none),
    )
}

/// Attempts to pay.
pub(super) fn paid(attempts: &[Payment]) -> AnyView {
    let rows = attempts.iter().map(|payment| {
        let when = payment.paid_at.as_deref().unwrap_or(&payment.started_at);
        let by = [&payment.provider, &payment.reference]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(" · ");
        let receipt = payment.receipt.clone().and_then(|file| {
            let address = file.address?;
            Some(view! { <p><a class="more" href=address rel="external" download=file.name>{words::save_money_receipt()}</a></p> })
        });
        view! {
            <li class="money__line">
                <p>{format::date_time(when)}{(!by.is_empty()).then(|| view! { " · " <span lang="vi">{by}</span> })}</p>
                <div class="money__amount">{format::money(payment.amount, None)}</div>
                <p><span class=attempt::class(payment.state)>{attempt::went(payment.state)}</span></p>
                {payment.text.as_ref().map(paragraph)}
                {receipt}
            </li>
        }
    });
    section(
        "money-paid",
        words::fact_paid(),
        rows.collect_view().into_any(),
        attempts.is_empty().then(words::fact_paid_none),
    )
}

/// What the authority has accepted, and for what.
pub(super) fn accepted(payments: &Payments) -> AnyView {
    let rows = payments.acceptances.iter().map(|acceptance| {
        let names: Vec<&str> = payments
            .obligations
            .iter()
            .filter(|obligation| acceptance.obligations.contains(&obligation.id))
            .map(|obligation| obligation.name.as_str())
            .collect();
        view! {
            <li class="money__line">
                <p lang="vi">{names.join("; ")}</p>
                <p class="hint">{format::date_time(&acceptance.at)} " · " <span lang="vi">{acceptance.by.clone()}</span></p>
            </li>
        }
    });
    let none = payments
        .acceptances
        .is_empty()
        .then(words::fact_accepted_none);
    section(
        "money-accepted",
        words::fact_accepted(),
        rows.collect_view().into_any(),
        none,
    )
}

fn section(
    id: &'static str,
    title: &'static str,
    rows: AnyView,
    none: Option<&'static str>,
) -> AnyView {
    let body = match none {
        Some(none) => view! { <p>{none}</p> }.fresh(),
        None => view! { <ul class="money">{rows}</ul> }.fresh(),
    };
    view! {
        <section class="section section--read" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            {body}
        </section>
    }
    .fresh()
}
