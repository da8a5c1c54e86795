//! The receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả), on the screen and on paper.
//!
//! Announces: on a navigation its heading. Focus: on the heading after a navigation; on
//! the main region after "try again". The QR code is an image with the code as its name;
//! the code stands beside it as text. Without a network the copy kept on this device is shown,
//! which says that it is one and of when; where there is none, what this device knows.

use leptos::prelude::*;
use motcua_contract::dossier::receipt::{Receipt, ReceivedPaper};
use motcua_contract::submission::DeliveryKind;

use super::handed_in::short_hash;
use super::kept_receipt;
use super::reading::{reading_again, sent_from_here};
use super::standing::{paragraph, promised};
use crate::api::client;
use crate::components::fresh::IntoFresh;
use crate::components::heading::PageHeading;
use crate::components::icon::Icon;
use crate::i18n::{dossier as words, fill, language};
use crate::remote::Remote;
use crate::route::Route;
use crate::{api, format, share};

mod qr_code;

use qr_code::qr_code;

/// The screen.
#[component]
pub(super) fn ReceiptScreen(code: String) -> impl IntoView {
    let receipt = kept_receipt::load(code.clone());
    let asked = code.clone();
    let known = move || {
        let failed = receipt
            .state
            .with(|state| matches!(state, Remote::Failed(_)));
        let known = failed.then(|| sent_from_here(&asked)).flatten();
        known.map(|known| view! { <div class="notice read">{known}</div> }.fresh())
    };
    let ready = Callback::new(move |value: Receipt| shown(&value, receipt.is_kept()));
    let back = Route::Dossier(code.clone()).href();
    view! {
        <article class="dossier">
            <PageHeading title=words::receipt() window_title=Signal::derive(words_receipt_short) />
            {reading_again(receipt.state, receipt.retry, code, words::no_receipt_here, ready)}
            {known}
            <p class="screen-only"><a class="more" href=back>{words::back_to_dossier()}</a></p>
        </article>
    }
}

fn words_receipt_short() -> String {
    words::receipt_short().into()
}

/// The receipt; `kept` leaves out what only the portal gives.
fn shown(receipt: &Receipt, kept: bool) -> AnyView {
    let code = receipt.code.as_str();
    let by = [
        &receipt.received_by.officer,
        &receipt.received_by.unit,
        &receipt.received_by.agency,
    ]
    .into_iter()
    .flatten()
    .cloned()
    .collect::<Vec<_>>()
    .join(", ");
    let date = match (&receipt.deadline, &receipt.no_deadline) {
        (Some(deadline), _) => promised(deadline),
        (None, Some(why)) => {
            let (text, lang) = why.for_language(language().tag());
            view! {
                <span class="answer__line">{words::no_date()}</span>
                <span class="answer__hint" lang=lang>{text.to_owned()}</span>
            }
            .fresh()
        }
        (None, None) => view! { <span class="answer__line">{words::no_date()}</span> }.fresh(),
    };
    let applicant = match receipt.filed_by {
        Some(_) => words::filed_for(),
        None => words::applicant(),
    };
    let filed_by = receipt.filed_by.clone().map(|name| {
        fact(
            words::filed_by(),
            view! { <span lang="vi">{name}</span> }.fresh(),
        )
    });
    view! {
        <div class="receipt">
            <div class="receipt__code">
                {qr_code(&receipt.qr, code)}
                <div>
                    <p class="hint">{words::code_label()}</p>
                    <p class="receipt__number">{code.to_owned()}</p>
                    <p>{words::keep_the_code()}</p>
                </div>
            </div>
            <dl class="facts">
                {fact(words::service(), view! { <span lang="vi">{receipt.service.name.clone()}</span> }.fresh())}
                {fact(applicant, view! { <span lang="vi">{receipt.applicant.clone()}</span> }.fresh())}
                {filed_by}
                {fact(words::received_at(), format::date_time(&receipt.received_at).into_any())}
                {fact(words::received_by(), view! { <span lang="vi">{by}</span> }.fresh())}
                {fact(words::promised(), date)}
                {fact(words::delivery(), delivery(receipt))}
            </dl>
        </div>
        {papers(&receipt.papers)}
        {contact(receipt)}
        {actions(code, !kept, !kept && receipt.deadline.is_some())}
    }
    .fresh()
}

fn fact(name: &'static str, value: AnyView) -> AnyView {
    view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> }.fresh()
}

fn delivery(receipt: &Receipt) -> AnyView {
    let way = match receipt.delivery.kind {
        DeliveryKind::Online => words::delivery_online(),
        DeliveryKind::Postal => words::delivery_postal(),
        DeliveryKind::Counter => words::delivery_counter(),
        DeliveryKind::Unknown => words::delivery_ask(),
    };
    let place = receipt.counter.as_ref().map(|counter| {
        let (name, lang) = counter.name.for_language(language().tag());
        view! {
            <span class="answer__hint" lang=lang>{name.to_owned()}</span>
            <span class="answer__hint" lang="vi">{counter.address.clone()}</span>
            {counter.hours.as_ref().map(|hours| {
                let (hours, lang) = hours.for_language(language().tag());
                view! { <span class="answer__hint" lang=lang>{hours.to_owned()}</span> }
            })}
        }
    });
    view! { {way} {place} }.fresh()
}

fn papers(papers: &[ReceivedPaper]) -> AnyView {
    let body = if papers.is_empty() {
        view! { <p>{words::no_papers()}</p> }.fresh()
    } else {
        let rows = papers.iter().map(|paper| {
            let files = fill(words::files(), &[("n", &paper.files.to_string())]);
            let hashes = paper.sha256.iter().map(|hash| {
                let words = fill(words::hash(), &[("hash", &short_hash(hash))]);
                view! { <span class="handed__hash">{words}</span> }
            });
            view! {
                <li class="handed__paper">
                    <p lang="vi">{paper.name.clone()}</p>
                    <p class="hint">{files}{hashes.collect_view()}</p>
                </li>
            }
        });
        view! { <ol class="handed">{rows.collect_view()}</ol> }.fresh()
    };
    view! {
        <section class="section section--read" aria-labelledby="received">
            <h2 id="received">{words::papers_received()}</h2>
            {body}
        </section>
    }
    .fresh()
}

fn contact(receipt: &Receipt) -> Option<AnyView> {
    let hotline = receipt.hotline.as_ref()?;
    let href = format!("tel:{}", hotline.phone.replace(' ', ""));
    Some(
        view! {
            <section class="section section--read" aria-labelledby="ask">
                <h2 id="ask">{words::ask_whom()}</h2>
                <p><a class="more" href=href>{hotline.phone.clone()}</a></p>
                {hotline.hours.as_ref().map(paragraph)}
            </section>
        }
        .fresh(),
    )
}

/// Print, the portal's PDF, the date for a calendar. The last two are navigations to the
/// portal, which answers with a file; the router leaves links with `rel=external` alone.
fn actions(code: &str, printed: bool, dated: bool) -> AnyView {
    let pdf = client::address(&api::path::receipt_file(code));
    let calendar = client::address(&api::path::calendar(code));
    view! {
        <div class="actions screen-only">
            {printed.then(|| view! {
                <a class="button" href=pdf rel="external" download>{words::save_pdf()}</a>
            })}
            <button type="button" class="button button--quiet" on:click=|_| share::print("receipt")>
                <Icon name="print" />{words::print()}
            </button>
            {dated.then(|| view! {
                <a class="button button--quiet" href=calendar rel="external" download>{words::to_calendar()}</a>
            })}
        </div>
    }
    .fresh()
}
