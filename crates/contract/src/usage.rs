//! Measurement that knows no person: what people cannot finish, and where.
//!
//! No identifier, no answer, no query, no address of the network; a portal that receives
//! more throws it away.

use serde::{Deserialize, Serialize};

/// Events in one request at most.
pub const EVENTS_MAX: u32 = 50;

/// The body of `POST /usage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Usage {
    /// What happened, oldest first.
    #[cfg_attr(feature = "openapi", schema(max_items = 50))]
    pub events: Vec<UsageEvent>,
}

/// Something that happened on a screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct UsageEvent {
    /// What.
    pub kind: UsageKind,
    /// The screen's name in the app (`service`, `form`), never an address.
    pub screen: String,
    /// The service's code, on screens that are about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The page of the form or the part of the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// How long it took, in milliseconds, where time is what counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<u32>,
}

/// What happened on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum UsageKind {
    /// The screen was shown.
    Shown,
    /// The screen was ready to use; with `milliseconds`.
    Ready,
    /// The person finished what the screen is for.
    Finished,
    /// The person left before that.
    Left,
    /// An error was shown; `part` names the problem's type or the field.
    Failed,
    /// A search found nothing; the query itself is not sent.
    NothingFound,
    /// An event this version does not know.
    #[serde(other)]
    Unknown,
}
