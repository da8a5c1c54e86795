//! What an officer asks for in addition: one itemised list, answered together.
//!
//! Everything is explained fully at once (Decree 61/2018, Article 17), at most twice
//! (Decree 63/2010, Article 20.4).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::timeline::Handler;
use crate::file::StoredFile;
use crate::text::LocalText;

/// Requests for one dossier at most.
pub const REQUESTS_MAX: u8 = 2;

/// One request (phiếu yêu cầu bổ sung, hoàn thiện hồ sơ; Circular 03/2025 form 02).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SupplementRequest {
    /// Stable within the dossier.
    pub id: String,
    /// The first or the second.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 255))]
    pub round: u8,
    /// Who asks.
    pub requested_by: Handler,
    /// When, RFC 3339.
    pub requested_at: String,
    /// Until when to answer, RFC 3339; absent when there is no date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<String>,
    /// How far it is.
    pub state: SupplementState,
    /// What is wrong on the whole, in plain words.
    pub explanation: LocalText,
    /// Each thing asked for.
    pub items: Vec<SupplementItem>,
    /// The date promised before, RFC 3339, and once answered the new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_before: Option<String>,
    /// The new promised date, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_after: Option<String>,
    /// The notice as a file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<StoredFile>,
}

/// How far a request, or one item of it, is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum SupplementState {
    /// Waits for the person.
    Open,
    /// Answered; the officer has not looked yet.
    Answered,
    /// In order.
    Accepted,
    /// Not in order.
    Refused,
    /// The time to answer has passed.
    Expired,
    /// A state this version does not know.
    #[serde(other)]
    Unknown,
}

/// One paper or one answer asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct SupplementItem {
    /// Stable within the request.
    pub id: String,
    /// What is asked for.
    pub target: SupplementTarget,
    /// What it is called.
    pub title: LocalText,
    /// What is wrong with what was sent, and how to mend it.
    pub reason: LocalText,
    /// How far it is.
    pub state: SupplementState,
    /// What the officer said to the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<LocalText>,
}

/// What an item asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum SupplementTarget {
    /// A paper.
    Paper {
        /// The requirement's id; absent for a paper that the published list does not hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        requirement: Option<String>,
    },
    /// An answer of the form, mended in the same form engine.
    Answer {
        /// JSON pointer into the dossier's answers (`/childName`).
        pointer: String,
    },
    /// Something this version does not know: show the reason and send the person to the
    /// counter.
    #[serde(other)]
    Unknown,
}

/// The body of `POST /dossiers/{code}/supplements/{id}/answer`, sent with an
/// `Idempotency-Key`: all items together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AnswerSupplement {
    /// One for each open item.
    pub items: Vec<AnsweredItem>,
}

/// What is sent for one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct AnsweredItem {
    /// The item's id.
    pub item: String,
    /// Ids of uploads, for a paper, in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploads: Vec<String>,
    /// The id of a document already held, in place of uploads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<String>,
    /// The new answer, for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<Value>))]
    pub answer: Option<Value>,
    /// The person's words to it, or why it cannot be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
