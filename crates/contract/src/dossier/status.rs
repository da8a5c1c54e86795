//! How far a dossier is: the ten codes of the national exchange, and what comes next.

use serde::{Deserialize, Serialize};

use super::timeline::HandlerRole;
use crate::text::LocalText;

/// How far a dossier is, for programs and for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// The national code.
    pub code: DossierStatus,
    /// The portal's own word for it. Show it beside the official term, and instead of it
    /// when the code is not known.
    pub portal_text: LocalText,
    /// What it means in plain words.
    pub meaning: LocalText,
    /// What happens next; absent when nothing does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_step: Option<NextStep>,
}

/// Who must do what until when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextStep {
    /// Who has it.
    pub who: HandlerRole,
    /// Their name; absent when it is the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Since when, RFC 3339.
    pub since: String,
    /// Until when, RFC 3339; absent when there is no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// What the person does, as one button; absent when there is nothing but to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// The same in plain words.
    pub text: LocalText,
}

/// Something that a person can do about a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// Answer the supplement request.
    Supplement,
    /// Pay what is due.
    Pay,
    /// Withdraw it.
    Withdraw,
    /// Write to the officer.
    Message,
    /// Fetch the result.
    FetchResult,
    /// Rate it.
    Rate,
    /// Give feedback on it.
    GiveFeedback,
    /// File again, prefilled with these answers.
    FileAgain,
    /// An action this version does not know: send the person to the portal's own page.
    #[serde(other)]
    Unknown,
}

/// A code of the national exchange (QCVN 120:2019/BTTTT), a number on the wire.
///
/// A code this version does not know keeps its number and is shown in the portal's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub enum DossierStatus {
    /// 1, Mới đăng ký: filed, not received yet.
    Filed,
    /// 2, Được tiếp nhận: received.
    Received,
    /// 3, Không được tiếp nhận: not received; the end.
    NotReceived,
    /// 4, Đang xử lý: being handled.
    InProgress,
    /// 5, Yêu cầu bổ sung giấy tờ: the person is asked for more.
    SupplementRequested,
    /// 6, Yêu cầu thực hiện nghĩa vụ tài chính: the person is asked to pay.
    PaymentRequested,
    /// 7, Công dân yêu cầu rút hồ sơ: withdrawn; the end.
    Withdrawn,
    /// 8, Dừng xử lý: stopped; the end.
    Stopped,
    /// 9, Đã xử lý xong: the result is there, on its way to the person.
    Done,
    /// 10, Đã trả kết quả: the person has the result; the end.
    Returned,
    /// Any other number.
    Other(u16),
}

impl DossierStatus {
    /// The ten codes, in order.
    pub const KNOWN: [Self; 10] = [
        Self::Filed,
        Self::Received,
        Self::NotReceived,
        Self::InProgress,
        Self::SupplementRequested,
        Self::PaymentRequested,
        Self::Withdrawn,
        Self::Stopped,
        Self::Done,
        Self::Returned,
    ];

    /// The number on the wire.
    #[must_use]
    pub fn number(self) -> u16 {
        match self {
            Self::Filed => 1,
            Self::Received => 2,
            Self::NotReceived => 3,
            Self::InProgress => 4,
            Self::SupplementRequested => 5,
            Self::PaymentRequested => 6,
            Self::Withdrawn => 7,
            Self::Stopped => 8,
            Self::Done => 9,
            Self::Returned => 10,
            Self::Other(number) => number,
        }
    }

    /// The official term; `None` for a code this version does not know.
    #[must_use]
    pub fn official_term(self) -> Option<&'static str> {
        Some(match self {
            Self::Filed => "Mới đăng ký",
            Self::Received => "Được tiếp nhận",
            Self::NotReceived => "Không được tiếp nhận",
            Self::InProgress => "Đang xử lý",
            Self::SupplementRequested => "Yêu cầu bổ sung giấy tờ",
            Self::PaymentRequested => "Yêu cầu thực hiện nghĩa vụ tài chính",
            Self::Withdrawn => "Công dân yêu cầu rút hồ sơ",
            Self::Stopped => "Dừng xử lý",
            Self::Done => "Đã xử lý xong",
            Self::Returned => "Đã trả kết quả",
            Self::Other(_) => return None,
        })
    }

    /// Whether it waits for the person. Our reading, not the standard's.
    #[must_use]
    pub fn waits_for_the_person(self) -> bool {
        matches!(self, Self::SupplementRequested | Self::PaymentRequested)
    }

    /// Whether nothing follows. Our reading, not the standard's.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(
            self,
            Self::NotReceived | Self::Withdrawn | Self::Stopped | Self::Returned
        )
    }
}

impl From<u16> for DossierStatus {
    fn from(number: u16) -> Self {
        Self::KNOWN
            .into_iter()
            .find(|status| status.number() == number)
            .unwrap_or(Self::Other(number))
    }
}

impl From<DossierStatus> for u16 {
    fn from(status: DossierStatus) -> Self {
        status.number()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for DossierStatus {}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for DossierStatus {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        let terms: Vec<String> = Self::KNOWN
            .iter()
            .filter_map(|status| Some(format!("{} {}", status.number(), status.official_term()?)))
            .collect();
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::Integer)
            .minimum(Some(0))
            .maximum(Some(u16::MAX))
            .description(Some(format!(
                "A code of the national exchange (QCVN 120:2019/BTTTT): {}. Another number is \
                 shown in the portal's words.",
                terms.join(", ")
            )))
            .into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_survives_the_wire_known_or_not() {
        for number in 0..=20 {
            let status: DossierStatus = serde_json::from_str(&number.to_string()).expect("a code");
            assert_eq!(
                serde_json::to_string(&status).expect("a number"),
                number.to_string()
            );
            assert_eq!(status.official_term().is_some(), (1..=10).contains(&number));
        }
    }

    #[test]
    fn nothing_that_is_final_waits_for_the_person() {
        for status in DossierStatus::KNOWN {
            assert!(
                !(status.is_final() && status.waits_for_the_person()),
                "{status:?}"
            );
        }
    }
}
