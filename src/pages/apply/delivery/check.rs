//! What is still missing before one can go on from the delivery step. Pure.

use motcua_contract::submission::{Contact, Delivery, DeliveryKind, PostalAddress};

use crate::outbox::compose::as_sent;

/// What has to be mended, and where: pointers as the screen's controls are named after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// No way was chosen.
    Way,
    /// Who receives the letter.
    Receiver,
    /// A telephone of ten digits.
    ReceiverPhone,
    /// The province.
    Province,
    /// The commune.
    Commune,
    /// House and street.
    Detail,
    /// Which counter.
    Counter,
    /// Neither telephone nor email.
    Contact,
    /// A telephone that cannot be one.
    Phone,
    /// An email address that cannot be one.
    Email,
}

impl Missing {
    /// The control at fault.
    pub(super) fn pointer(self) -> &'static str {
        match self {
            Self::Way => "/delivery/kind",
            Self::Receiver => "/delivery/name",
            Self::ReceiverPhone => "/delivery/phone",
            Self::Province => "/delivery/province",
            Self::Commune => "/delivery/commune",
            Self::Detail => "/delivery/detail",
            Self::Counter => "/delivery/counter",
            Self::Contact | Self::Phone => "/contact/phone",
            Self::Email => "/contact/email",
        }
    }
}

/// What the portal and the form ask for here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// The form offers ways to choose from.
    pub(super) delivery: bool,
    /// The portal names counters to choose from.
    pub(super) counters: bool,
    /// Nobody is signed in, so a way to reach the person is needed.
    pub(super) contact: bool,
}

/// Everything that is missing, in the order of the screen.
pub(super) fn missing(
    asked: Asked,
    delivery: Option<&Delivery>,
    contact: Option<&Contact>,
) -> Vec<Missing> {
    let mut missing = Vec::new();
    if asked.delivery {
        match delivery {
            None => missing.push(Missing::Way),
            Some(delivery) => match delivery.kind {
                DeliveryKind::Postal => post(delivery.address.as_ref(), &mut missing),
                DeliveryKind::Counter if asked.counters && delivery.counter.is_none() => {
                    missing.push(Missing::Counter);
                }
                _ => {}
            },
        }
    }
    if asked.contact {
        reach(contact, &mut missing);
    }
    missing
}

fn post(address: Option<&PostalAddress>, missing: &mut Vec<Missing>) {
    let blank = blank_address();
    let address = address.unwrap_or(&blank);
    let parts = [
        (address.name.trim().is_empty(), Missing::Receiver),
        (!is_phone(&address.phone), Missing::ReceiverPhone),
        (address.province.is_empty(), Missing::Province),
        (address.commune.is_empty(), Missing::Commune),
        (address.detail.trim().is_empty(), Missing::Detail),
    ];
    missing.extend(
        parts
            .into_iter()
            .filter_map(|(lacks, what)| lacks.then_some(what)),
    );
}

fn reach(contact: Option<&Contact>, missing: &mut Vec<Missing>) {
    let given = |text: Option<&String>| text.map(|text| text.trim().to_owned()).unwrap_or_default();
    let phone = given(contact.and_then(|contact| contact.phone.as_ref()));
    let email = given(contact.and_then(|contact| contact.email.as_ref()));
    if phone.is_empty() && email.is_empty() {
        missing.push(Missing::Contact);
    } else if !phone.is_empty() && !is_phone(&phone) {
        missing.push(Missing::Phone);
    }
    if !email.is_empty() && !is_email(&email) {
        missing.push(Missing::Email);
    }
}

/// An address in which nothing has been typed.
pub(super) fn blank_address() -> PostalAddress {
    PostalAddress {
        name: String::new(),
        phone: String::new(),
        province: String::new(),
        commune: String::new(),
        detail: String::new(),
    }
}

/// Ten digits beginning with 0, mobile or fixed (the contract's shape of a contact).
fn is_phone(typed: &str) -> bool {
    let phone = as_sent(typed);
    phone.len() == 10 && phone.starts_with('0') && phone.bytes().all(|b| b.is_ascii_digit())
}

/// Something, an at sign, and a name with a dot: more cannot be known without sending.
fn is_email(typed: &str) -> bool {
    let Some((user, host)) = typed.split_once('@') else {
        return false;
    };
    !user.is_empty()
        && !typed.contains(char::is_whitespace)
        && !host.contains('@')
        && host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Asked = Asked {
        delivery: true,
        counters: true,
        contact: true,
    };

    fn delivery(kind: DeliveryKind) -> Delivery {
        Delivery {
            kind,
            address: None,
            counter: None,
        }
    }

    #[test]
    fn a_letter_needs_all_of_an_address() {
        let asked = Asked {
            contact: false,
            ..ALL
        };
        let post = delivery(DeliveryKind::Postal);
        assert_eq!(
            missing(asked, Some(&post), None),
            [
                Missing::Receiver,
                Missing::ReceiverPhone,
                Missing::Province,
                Missing::Commune,
                Missing::Detail
            ]
        );
    }

    #[test]
    fn a_counter_is_chosen_where_there_are_some() {
        let counter = delivery(DeliveryKind::Counter);
        let asked = Asked {
            contact: false,
            ..ALL
        };
        assert_eq!(missing(asked, Some(&counter), None), [Missing::Counter]);
        let none = Asked {
            counters: false,
            ..asked
        };
        assert_eq!(missing(none, Some(&counter), None), []);
    }

    #[test]
    fn a_guest_is_reached_by_phone_or_email() {
        let online = delivery(DeliveryKind::Online);
        let with = |phone: &str, email: &str| {
            let contact = Contact {
                phone: Some(phone.into()),
                email: Some(email.into()),
            };
            missing(ALL, Some(&online), Some(&contact))
        };
        assert_eq!(missing(ALL, Some(&online), None), [Missing::Contact]);
        assert_eq!(with("", " "), [Missing::Contact]);
        assert_eq!(with("0900 000 012", ""), []);
        assert_eq!(with("", "an@vidu.vn"), []);
        assert_eq!(with("12", ""), [Missing::Phone]);
        assert_eq!(with("0900000012", "an@vidu"), [Missing::Email]);
    }

    #[test]
    fn nobody_is_asked_for_what_the_form_leaves_to_the_officer() {
        let asked = Asked {
            delivery: false,
            counters: true,
            contact: false,
        };
        assert_eq!(missing(asked, None, None), []);
    }
}
