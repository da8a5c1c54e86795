//! Feedback being written: what is kept of it, what it lacks, how it is sent. Pure.

use motcua_contract::dossier::DossierCode;
use motcua_contract::feedback::{FeedbackAbout, GiveFeedback, Sender};
use motcua_contract::submission::Contact;
use motcua_forms::Personal;
use serde::{Deserialize, Serialize};

use crate::outbox::compose::as_sent;

/// One letter, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Letter {
    pub(super) about: Option<FeedbackAbout>,
    /// The code of the dossier it is about.
    pub(super) dossier: Option<String>,
    /// The dossier stays out of what is sent.
    pub(super) apart: bool,
    pub(super) title: String,
    pub(super) text: String,
    pub(super) publish: bool,
    pub(super) name: String,
    pub(super) address: String,
    pub(super) phone: String,
}

/// What keeps it from being sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    About,
    Title,
    Text,
    /// The title would be published with something personal in it.
    TitlePersonal(Personal),
    /// The text would.
    TextPersonal(Personal),
    Name,
    Address,
    Phone,
}

impl Lack {
    /// The box at fault, as the portal names it too.
    pub(super) fn pointer(self) -> &'static str {
        match self {
            Self::About => "/about",
            Self::Title | Self::TitlePersonal(_) => "/title",
            Self::Text | Self::TextPersonal(_) => "/text",
            Self::Name => "/sender/name",
            Self::Address => "/sender/address",
            Self::Phone => "/sender/contact/phone",
        }
    }
}

/// Where it is told what is wrong with the files.
pub(super) const ATTACHMENTS: &str = "/attachments";
/// Where it is told which dossier the letter is about.
pub(super) const DOSSIER: &str = "/dossier";

impl Letter {
    /// The same about a dossier: most who write from there write about a delay.
    pub(super) fn on(mut self, dossier: Option<String>) -> Self {
        if dossier.is_some() {
            self.about = self.about.or(Some(FeedbackAbout::Delay));
            self.dossier = dossier;
        }
        self
    }

    /// Everything it lacks, in the order of the screen; a `guest` says who they are.
    pub(super) fn lacks(&self, guest: bool) -> Vec<Lack> {
        let blank = |text: &str| text.trim().is_empty();
        let published = |text: &str| Personal::in_text(text).filter(|_| self.publish);
        [
            self.about.is_none().then_some(Lack::About),
            blank(&self.title).then_some(Lack::Title),
            published(&self.title).map(Lack::TitlePersonal),
            blank(&self.text).then_some(Lack::Text),
            published(&self.text).map(Lack::TextPersonal),
            (guest && blank(&self.name)).then_some(Lack::Name),
            (guest && blank(&self.address)).then_some(Lack::Address),
            (guest && blank(&self.phone)).then_some(Lack::Phone),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// As it is sent, with these uploads.
    pub(super) fn sent(&self, guest: bool, attachments: Vec<String>) -> GiveFeedback {
        let trimmed = |text: &str| text.trim().to_owned();
        GiveFeedback {
            about: self.about.unwrap_or(FeedbackAbout::Other),
            title: trimmed(&self.title),
            text: trimmed(&self.text),
            dossier: self
                .dossier
                .clone()
                .filter(|_| !self.apart)
                .map(DossierCode::new),
            service: None,
            agency: None,
            attachments,
            sender: guest.then(|| Sender {
                name: trimmed(&self.name),
                address: trimmed(&self.address),
                contact: Contact {
                    phone: Some(as_sent(&self.phone)),
                    email: None,
                },
            }),
            publish: self.publish,
        }
    }

    /// The screen's name for a pointer into what was sent.
    pub(super) fn place(pointer: &str) -> Option<String> {
        const PLACES: [&str; 8] = [
            "/about",
            "/title",
            "/text",
            ATTACHMENTS,
            DOSSIER,
            "/sender/name",
            "/sender/address",
            "/sender/contact/phone",
        ];
        let place = match pointer {
            "/sender" => Some("/sender/name"),
            pointer if pointer.starts_with(ATTACHMENTS) => Some(ATTACHMENTS),
            pointer => PLACES.into_iter().find(|place| *place == pointer),
        };
        place.map(Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Letter {
        Letter {
            about: Some(FeedbackAbout::Site),
            title: " Chữ quá nhỏ ".into(),
            text: "Trang in có chữ quá nhỏ.".into(),
            ..Letter::default()
        }
    }

    #[test]
    fn a_guest_says_who_they_are_and_somebody_signed_in_does_not() {
        assert_eq!(written().lacks(false), []);
        assert_eq!(
            written().lacks(true),
            [Lack::Name, Lack::Address, Lack::Phone]
        );
        assert_eq!(written().sent(false, Vec::new()).sender, None);
        let guest = Letter {
            name: "Nguyễn Văn Thử".into(),
            address: "Số 1, đường Mẫu".into(),
            phone: "0900 000 001".into(),
            ..written()
        };
        assert_eq!(guest.lacks(true), []);
        let sender = guest
            .sent(true, Vec::new())
            .sender
            .expect("a guest is named");
        assert_eq!(sender.contact.phone.as_deref(), Some("0900000001"));
    }

    #[test]
    fn an_empty_letter_lacks_everything_in_the_order_of_the_screen() {
        assert_eq!(
            Letter::default().lacks(false),
            [Lack::About, Lack::Title, Lack::Text]
        );
    }

    #[test]
    fn personal_data_matters_only_in_what_is_published() {
        let mut letter = Letter {
            text: "Gọi tôi 0900 000 001".into(),
            ..written()
        };
        assert_eq!(letter.lacks(false), []);
        letter.publish = true;
        assert_eq!(letter.lacks(false), [Lack::TextPersonal(Personal::Number)]);
    }

    #[test]
    fn from_a_dossier_one_writes_about_its_delay_unless_one_chose_otherwise() {
        let on = |letter: Letter| letter.on(Some("H15-1".into()));
        assert_eq!(on(Letter::default()).about, Some(FeedbackAbout::Delay));
        let chosen = on(written());
        assert_eq!(chosen.about, Some(FeedbackAbout::Site));
        assert_eq!(
            chosen.sent(false, Vec::new()).dossier,
            Some(DossierCode::new("H15-1"))
        );
        assert_eq!(written().on(None), written());
    }

    #[test]
    fn a_dossier_that_was_left_out_is_not_sent_and_not_forgotten() {
        let mut letter = written().on(Some("H15-1".into()));
        letter.apart = true;
        assert_eq!(letter.sent(false, Vec::new()).dossier, None);
        assert_eq!(
            letter.on(Some("H15-1".into())).dossier.as_deref(),
            Some("H15-1")
        );
    }

    #[test]
    fn every_lack_stands_where_the_portal_would_name_it() {
        for lack in [
            Lack::About,
            Lack::Title,
            Lack::Text,
            Lack::Name,
            Lack::Phone,
        ] {
            assert_eq!(
                Letter::place(lack.pointer()).as_deref(),
                Some(lack.pointer())
            );
        }
        assert_eq!(Letter::place("/sender").as_deref(), Some("/sender/name"));
        assert_eq!(
            Letter::place("/attachments/0").as_deref(),
            Some(ATTACHMENTS)
        );
        assert_eq!(Letter::place("/moon"), None);
    }
}
