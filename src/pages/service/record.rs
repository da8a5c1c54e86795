//! Where the information comes from: code, decision, official page, known defects.
//!
//! Announces: that the code was copied (polite). Focus: stays on the button.

use leptos::prelude::*;
use leptos::task::spawn_local;
use motcua_contract::service::{Defect, LegalDocument, Service};

use crate::components::fresh::IntoFresh;
use crate::i18n::{fill, service as words};
use crate::route::Route;
use crate::{announce, format, share};

/// The record's own data.
pub(super) fn record(service: &Service) -> AnyView {
    let levels: Vec<_> = service
        .levels
        .iter()
        .map(|level| format::level(*level))
        .collect();
    let field = Route::results(&[("field", &service.field.id)]);
    let agency = Route::results(&[("agency", &service.agency.id)]);
    let official = service.source_url.as_deref().and_then(web_address);
    view! {
        {defects(&service.defects)}
        <dl class="record">
            <div>
                <dt>{words::record_code()}</dt>
                <dd class="record__code">{service.code.clone()} {copy_button(service.code.clone())}</dd>
            </div>
            {line(words::record_former(), (!service.former_codes.is_empty()).then(|| service.former_codes.join(", ")))}
            <div>
                <dt>{words::record_field()}</dt>
                <dd><a href=field lang="vi">{service.field.name.clone()}</a></dd>
            </div>
            <div>
                <dt>{words::record_agency()}</dt>
                <dd><a href=agency lang="vi">{service.agency.name.clone()}</a></dd>
            </div>
            {line(words::record_levels(), (!levels.is_empty()).then(|| levels.join(", ")))}
            {line(words::record_type(), service.procedure_type.clone())}
            {line(words::record_decision(), service.decision.clone())}
        </dl>
        {official.map(|url| view! { <p>{official_link(url, words::record_open(), "more")}</p> })}
    }
    .fresh()
}

fn line(name: &'static str, value: Option<String>) -> Option<impl IntoView> {
    let value = value?;
    Some(view! { <div><dt>{name}</dt><dd lang="vi">{value}</dd></div> })
}

fn copy_button(code: String) -> impl IntoView {
    let told = RwSignal::new(None::<String>);
    let copy = move |_| {
        let code = code.clone();
        spawn_local(async move {
            let message = if share::copy(&code).await {
                fill(words::code_copied(), &[("code", &code)])
            } else {
                words::code_not_copied().into()
            };
            announce::say(&message);
            let _ = told.try_set(Some(message));
        });
    };
    view! {
        <button type="button" class="button button--quiet" on:click=copy>{words::copy_code()}</button>
        {move || told.get().map(|message| view! { <span class="hint">{message}</span> })}
    }
}

fn defects(defects: &[Defect]) -> Option<impl IntoView> {
    if defects.is_empty() {
        return None;
    }
    let items = defects.iter().map(|defect| {
        let words = match defect {
            Defect::TimeWithoutUnit => words::defect_time(),
            Defect::FeeInNote => words::defect_fee_note(),
            Defect::FeeExpired => words::defect_fee_expired(),
            Defect::TimeAndFeeMixed => words::defect_mixed(),
            Defect::FeeImplausible => words::defect_implausible(),
            Defect::StepsOutOfOrder => words::defect_steps(),
            Defect::Unknown => words::defect_unknown(),
        };
        view! { <li>{words}</li> }
    });
    Some(view! {
        <div class="notice notice--warning">
            <h3>{words::defects()}</h3>
            <ul>{items.collect_view()}</ul>
        </div>
    })
}

/// The legal documents; a link only where the portal knows where one can be read.
pub(super) fn legal_basis(documents: &[LegalDocument]) -> AnyView {
    let items = documents.iter().map(|document| {
        let number = document.number.clone();
        let title = document.title.clone().map(|title| format!(": {title}"));
        let url = document.url.as_deref().and_then(web_address);
        match url {
            Some(url) => view! { <li lang="vi">{external(url, number, "")} {title}</li> }.fresh(),
            None => view! { <li lang="vi">{number}{title}</li> }.fresh(),
        }
    });
    view! { <ul class="legal">{items.collect_view()}</ul> }.fresh()
}

/// A link that leaves the app, which says so.
pub(super) fn official_link(url: &str, label: &'static str, class: &'static str) -> AnyView {
    external(url, label.into(), class)
}

fn external(url: &str, label: String, class: &'static str) -> AnyView {
    view! {
        <a class=class href=url.to_owned() target="_blank" rel="external noopener noreferrer">
            {label} " " <span class="external">{words::new_window()}</span>
        </a>
    }
    .fresh()
}

/// The address, when it is one of the web: what a catalogue holds is text, and
/// `javascript:` is text too.
pub(super) fn web_address(url: &str) -> Option<&str> {
    let url = url.trim();
    let web = url.starts_with("https://") || url.starts_with("http://");
    web.then_some(url)
}

#[cfg(test)]
mod tests {
    use super::web_address;

    #[test]
    fn only_an_address_of_the_web_becomes_a_link() {
        assert_eq!(
            web_address(" https://a.example/x "),
            Some("https://a.example/x")
        );
        assert_eq!(web_address("javascript:alert(1)"), None);
        assert_eq!(web_address("//a.example"), None);
        assert_eq!(web_address("https:evil"), None);
    }
}
