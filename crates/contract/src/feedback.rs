//! Feedback (phản ánh, kiến nghị) on a rule, an officer, a delay or the portal itself.

use serde::{Deserialize, Serialize};

use crate::dossier::DossierCode;
use crate::file::StoredFile;
use crate::submission::Contact;

/// The body of `POST /feedback`, sent with an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct GiveFeedback {
    /// What it is about.
    pub about: FeedbackAbout,
    /// In a few words.
    pub title: String,
    /// The rest.
    pub text: String,
    /// The dossier it is about; the portal attaches its facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<DossierCode>,
    /// The code of the service it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The id of the body it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Ids of uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
    /// Who writes, for somebody who is not signed in: the law asks for a name, an address
    /// and a phone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sender: Option<Sender>,
    /// May the question and the answer be published, without the name.
    #[serde(default)]
    pub publish: bool,
}

/// Somebody who writes without being signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Sender {
    /// Full name.
    pub name: String,
    /// Where they live.
    pub address: String,
    /// How to reach them.
    pub contact: Contact,
}

/// What feedback is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum FeedbackAbout {
    /// A rule that is unclear, unlawful or a burden.
    Rule,
    /// How an officer behaved.
    Officer,
    /// Something that takes too long.
    Delay,
    /// The portal or the app.
    Site,
    /// Anything else.
    #[serde(other)]
    Other,
}

/// The answer to `POST /feedback`, `GET /feedback/{code}` and
/// `POST /feedback/{code}/reopening`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Feedback {
    /// To follow it by; hard to guess, and all that `GET /feedback/{code}` asks for.
    pub code: String,
    /// What it is about.
    pub about: FeedbackAbout,
    /// In a few words.
    pub title: String,
    /// The rest.
    pub text: String,
    /// When it was received, RFC 3339.
    pub received_at: String,
    /// How far it is.
    pub state: FeedbackState,
    /// Who has it now.
    pub agency: String,
    /// The day that the agency itself names, `yyyy-MM-dd`; none is promised for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<String>,
    /// All that happened, oldest first.
    #[serde(default)]
    pub history: Vec<FeedbackEvent>,
    /// What was attached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<StoredFile>,
    /// Whether the person may open it again now.
    #[serde(default)]
    pub reopenable: bool,
    /// Whether the person let the question and the answer be published, without the name;
    /// absent where the portal does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publish: Option<bool>,
}

/// How far feedback is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum FeedbackState {
    /// Received.
    Received,
    /// Handed on to the body that is competent.
    Forwarded,
    /// Answered.
    Answered,
    /// Opened again by the person.
    Reopened,
    /// Not taken; the last event says why.
    Refused,
    /// A state this version does not know.
    #[serde(other)]
    Unknown,
}

/// Something that happened to feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct FeedbackEvent {
    /// When, RFC 3339.
    pub at: String,
    /// What it is now.
    pub state: FeedbackState,
    /// By whom.
    pub agency: String,
    /// The answer or the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// The body of `POST /feedback/{code}/reopening`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReopenFeedback {
    /// Why the answer does not do.
    pub reason: String,
}

/// The answer to `GET /feedback/published`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PublishedFeedback {
    /// Best first with a query, latest first without.
    pub items: Vec<PublishedAnswer>,
    /// How many there are on all pages.
    pub total: u32,
    /// How many stand before this page.
    pub offset: u32,
}

/// A question and its answer, without the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PublishedAnswer {
    /// Stable, fit for an address.
    pub id: String,
    /// What it is about.
    pub about: FeedbackAbout,
    /// In a few words.
    pub title: String,
    /// What was asked.
    pub question: String,
    /// What was answered.
    pub answer: String,
    /// Who answered.
    pub agency: String,
    /// When, RFC 3339.
    pub answered_at: String,
}
