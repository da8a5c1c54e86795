//! A dossier (hồ sơ): one application and all that happens to it.

use serde::{Deserialize, Serialize};

use crate::channel::ChannelKind;
use crate::file::StoredFile;
use crate::notification::DossierNotifications;
use crate::opaque::Opaque;
use crate::profile::MandateKind;
use crate::rating::Rating;
use crate::service::{Named, ServiceLink};
use crate::submission::Delivery;
use crate::text::LocalText;

pub mod code;
pub mod deadline;
pub mod ending;
pub mod message;
pub mod payment;
pub mod receipt;
pub mod result;
pub mod status;
pub mod supplement;
pub mod timeline;

pub use code::DossierCode;
pub use deadline::{Apology, Deadline};
pub use ending::Ending;
pub use payment::Payments;
pub use result::DossierResult;
pub use status::{Action, DossierStatus, NextStep, Status};
pub use supplement::SupplementRequest;
pub use timeline::{Handler, TimelineEntry};

/// The answer to `GET /dossiers`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Dossiers {
    /// What needs the person first, then the last changed.
    pub items: Vec<DossierSummary>,
    /// How many there are on all pages.
    pub total: u32,
    /// How many stand before this page.
    pub offset: u32,
    /// How many of all need the person, whatever the filters.
    #[serde(default)]
    pub needing_you: u32,
}

/// A dossier as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DossierSummary {
    /// Its code.
    pub code: DossierCode,
    /// What was applied for.
    pub service: ServiceLink,
    /// For whom: the name of the applicant.
    pub applicant: String,
    /// Who filed it, when that is somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_by: Option<String>,
    /// Who handles it.
    pub agency: String,
    /// When it was filed, RFC 3339.
    pub filed_at: String,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
    /// How far it is.
    pub status: Status,
    /// When the result is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// Messages that the person has not read.
    #[serde(default)]
    pub unread_messages: u32,
}

/// The answer to `GET /dossiers/{code}` and `POST /dossiers`: everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Dossier {
    /// Its code.
    pub code: DossierCode,
    /// What was applied for.
    pub service: ServiceLink,
    /// The case's id and name.
    pub case: Named,
    /// For whom: the name of the applicant.
    pub applicant: String,
    /// Who filed it, when that is somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_by: Option<String>,
    /// By what right they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filed_as: Option<MandateKind>,
    /// By which way it was filed.
    pub channel: ChannelKind,
    /// When it was filed, RFC 3339.
    pub filed_at: String,
    /// When it last changed, RFC 3339.
    pub updated_at: String,
    /// Who handles it.
    pub agency: Named,
    /// How far it is, and what comes next.
    pub status: Status,
    /// All that happened, oldest first. It always explains the status.
    pub timeline: Vec<TimelineEntry>,
    /// When the result is promised; absent before it is received, and where the procedure
    /// states no time (the receipt says so).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// The one apology and postponement there may be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apology: Option<Apology>,
    /// What the person may do now; what is not here is refused.
    #[serde(default)]
    pub actions: Vec<Action>,
    /// What was handed in.
    pub content: DossierContent,
    /// What officers asked for in addition, oldest first; at most two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supplements: Vec<SupplementRequest>,
    /// What is to be paid, what was paid, what was accepted.
    #[serde(default)]
    pub payments: Payments,
    /// The printed receipt (giấy tiếp nhận hồ sơ và hẹn trả kết quả), once received;
    /// its content is `GET /dossiers/{code}/receipt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt: Option<StoredFile>,
    /// The outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<DossierResult>,
    /// How the person gets the result.
    pub delivery: Delivery,
    /// How it ended without a result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
    /// Messages that the person has not read.
    #[serde(default)]
    pub unread_messages: u32,
    /// The person's own rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// On which ways the person hears of this dossier, where the portal has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notifications: Option<DossierNotifications>,
}

/// What was handed in, as sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DossierContent {
    /// The version of the form that the answers were given to.
    pub form_version: String,
    /// The answers.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub answers: Opaque,
    /// SHA-256 of the canonical JSON (RFC 8785) of the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answers_sha256: Option<String>,
    /// The papers.
    #[serde(default)]
    pub papers: Vec<HandedIn>,
}

/// A paper as the portal holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct HandedIn {
    /// The requirement's id.
    pub requirement: String,
    /// The requirement's name at the time.
    pub name: String,
    /// The files, in reading order.
    pub files: Vec<StoredFile>,
    /// Whether the officer has taken it, refused it or not looked yet.
    pub state: PaperState,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<LocalText>,
}

/// How a paper stands with the officer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum PaperState {
    /// The portal has it; no officer has looked yet.
    Received,
    /// In order.
    Accepted,
    /// Not in order; a supplement request asks for another.
    Refused,
    /// Replaced by a later one.
    Replaced,
    /// A state this version does not know: show as received.
    #[serde(other)]
    Unknown,
}
