//! What happened, who had it, from when until when (Decree 224/2026, Article 15.1).

use serde::{Deserialize, Serialize};

use super::status::DossierStatus;
use crate::text::LocalText;

/// One stretch of a dossier's life.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct TimelineEntry {
    /// Stable within the dossier.
    pub id: String,
    /// What happened.
    pub kind: TimelineKind,
    /// The status from then on.
    pub status: DossierStatus,
    /// Who received or handles it.
    pub handler: Handler,
    /// Since when, RFC 3339.
    pub since: String,
    /// Until when it must be done, RFC 3339, where the procedure sets a date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// When it was done, RFC 3339; absent for what is going on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<String>,
    /// The same in plain words.
    pub text: LocalText,
}

/// What happened to a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum TimelineKind {
    /// Filed by the person.
    Filed,
    /// Received at the one-stop counter; the clock starts.
    Received,
    /// Not received, with reasons.
    Refused,
    /// Handed on to the department that settles it.
    HandedOn,
    /// More was asked for; the clock stops.
    SupplementRequested,
    /// More was sent; the clock starts again.
    Supplemented,
    /// Something is to be paid.
    PaymentRequested,
    /// It was paid.
    Paid,
    /// The clock stops for another reason.
    Paused,
    /// It goes on.
    Resumed,
    /// Late: an apology and a new date.
    Postponed,
    /// Withdrawn by the person.
    Withdrawn,
    /// Stopped, with reasons.
    Stopped,
    /// The result is there.
    Decided,
    /// The result was given to the post.
    Posted,
    /// The person has it.
    Returned,
    /// Something this version does not know: show the text.
    #[serde(other)]
    Unknown,
}

/// Who has a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Handler {
    /// In what role.
    pub role: HandlerRole,
    /// Which body ("Ủy ban nhân dân phường Ninh Kiều"); absent for the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Which part of it ("Trung tâm Phục vụ hành chính công").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Which officer, as the portal publishes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
}

/// The role in which somebody has a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum HandlerRole {
    /// The person who filed it.
    Citizen,
    /// The one-stop counter (bộ phận một cửa).
    Counter,
    /// The department that settles it.
    Department,
    /// Whoever signs.
    Authority,
    /// Another body that is asked.
    OtherAgency,
    /// The payment platform or a bank.
    Payment,
    /// The public post.
    Post,
    /// A role this version does not know: show the names.
    #[serde(other)]
    Unknown,
}
