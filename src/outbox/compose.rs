//! What is handed in, made from a draft. Pure.

use motcua_contract::channel::ChannelKind;
use motcua_contract::dossier::DossierCode;
use motcua_contract::draft::DraftContent;
use motcua_contract::submission::{Contact, Delivery, DeliveryKind, Paper, Submission};
use motcua_forms::Complete;

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

/// The submission. What the form has found `complete` alone can be sent: what was typed or
/// photographed for questions that are not asked any more is not among it. Whoever calls
/// has seen the statement of truth confirmed.
pub(crate) fn compose(content: &DraftContent, complete: Complete, closing: Closing) -> Submission {
    let asked = |paper: &&Paper| complete.papers().contains(&paper.requirement);
    let papers = content.papers.iter().filter(asked).cloned().collect();
    Submission {
        service: content.service.clone(),
        case: content.case.clone(),
        form_version: content.form_version.clone(),
        answers: complete.into_answers(),
        papers,
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
