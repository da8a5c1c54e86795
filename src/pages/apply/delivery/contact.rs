//! How to reach somebody who is not signed in.

use leptos::prelude::*;
use motcua_contract::submission::Contact;

use super::check::Missing;
use crate::components::fresh::IntoFresh;
use crate::form::{PlainBox, Remark};
use crate::i18n::submit as words;
use crate::pages::apply::open::Application;
use crate::session::panel::SessionPanel;

/// The boxes, with the way to sign in instead.
pub(super) fn contact(application: Application, remarks: RwSignal<Vec<Remark>>) -> AnyView {
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
