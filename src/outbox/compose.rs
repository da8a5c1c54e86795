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
        delivery: content.delivery.clone().map_or(
            Delivery {
                kind: DeliveryKind::Counter,
                address: None,
                counter: None,
            },
            delivered,
        ),
        channel: ChannelKind::Online,
        on_behalf_of: content.on_behalf_of.clone(),
        contact: closing.contact.map(reached),
        draft: closing.draft,
        confirmed: true,
        signature: closing.signature,
        despite: closing.despite,
    }
}

/// A guest's ways to be reached, as the contract has them.
fn reached(contact: Contact) -> Contact {
    Contact {
        phone: contact.phone.map(|phone| as_sent(&phone)),
        email: contact.email.map(|email| email.trim().to_owned()),
    }
}

fn delivered(mut delivery: Delivery) -> Delivery {
    if let Some(address) = &mut delivery.address {
        address.phone = as_sent(&address.phone);
    }
    delivery
}

/// What was typed as a telephone number, as it is sent: digits alone, `+84` as `0`.
pub(crate) fn as_sent(typed: &str) -> String {
    let kept: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '(' | ')'))
        .collect();
    match kept.strip_prefix("+84") {
        Some(rest) => format!("0{rest}"),
        None => kept,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_sent_as_ten_digits_however_it_was_typed() {
        assert_eq!(as_sent("+84 900.000-012"), "0900000012");
        assert_eq!(as_sent("0900000012"), "0900000012");
    }

    #[test]
    fn a_guest_is_reached_by_what_they_meant_however_they_typed_it() {
        let contact = reached(Contact {
            phone: Some("0900 000 012".into()),
            email: Some(" thu@vidu.vn ".into()),
        });
        assert_eq!(contact.phone.as_deref(), Some("0900000012"));
        assert_eq!(contact.email.as_deref(), Some("thu@vidu.vn"));
    }
}
