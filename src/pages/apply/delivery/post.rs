//! Where the post brings the result.

use leptos::prelude::*;
use motcua_contract::submission::PostalAddress;

use super::check::{Missing, blank_address};
use super::{change, places};
use crate::components::fresh::IntoFresh;
use crate::form::{PlainBox, Remark};
use crate::i18n::submit as words;
use crate::pages::apply::open::Application;

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

/// The boxes of the address.
pub(super) fn post(application: Application, remarks: RwSignal<Vec<Remark>>) -> AnyView {
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
