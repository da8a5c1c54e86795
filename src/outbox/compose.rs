//! What is handed in, made from a draft. Pure.

use motcua_contract::channel::ChannelKind;
use motcua_contract::dossier::DossierCode;
use motcua_contract::draft::DraftContent;
use motcua_contract::opaque::Opaque;
use motcua_contract::submission::{Contact, Delivery, DeliveryKind, Submission};

/// What the last screens add to a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Closing {
    /// How to reach a guest; nothing for somebody who is signed in.
    pub(crate) contact: Option<Contact>,
    /// The id of a finished signing.
    pub(crate) signature: Option<String>,
    /// The dossier that the duplicate guard named, when one files all the same.
    pub(crate) despite: Option<DossierCode>,
    /// The id of the draft's copy on the portal, which goes once the dossier exists.
    pub(crate) draft: Option<String>,
}

/// The submission. `answers` are those that the form has found valid: what was typed into
/// questions that are not asked any more is not among them. Whoever calls has seen the
/// statement of truth confirmed.
pub(crate) fn compose(content: &DraftContent, answers: Opaque, closing: Closing) -> Submission {
    Submission {
        service: content.service.clone(),
        case: content.case.clone(),
        form_version: content.form_version.clone(),
        answers,
        papers: content.papers.clone(),
        // A form without a choice leaves it to the officer, who tells the person to come.
        delivery: content.delivery.clone().unwrap_or(Delivery {
            kind: DeliveryKind::Counter,
            address: None,
            counter: None,
        }),
        channel: ChannelKind::Online,
        on_behalf_of: content.on_behalf_of.clone(),
        contact: closing.contact,
        draft: closing.draft,
        confirmed: true,
        signature: closing.signature,
        despite: closing.despite,
    }
}
