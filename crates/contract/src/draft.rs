//! Drafts kept on the portal, so that another device can go on.
//!
//! Every `PUT` names the version it builds on in `If-Match`. When another device was
//! faster, the portal answers 412 with its own version, and the person chooses: theirs
//! (`PUT` again with the new `ETag`), the other (take `current`), or both (`POST` a copy).

use serde::{Deserialize, Serialize};

use crate::opaque::Opaque;
use crate::service::ServiceLink;
use crate::submission::{Delivery, Paper};

/// The answer to `GET /drafts`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Drafts {
    /// Last changed first.
    pub items: Vec<DraftSummary>,
}

/// A draft as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DraftSummary {
    /// Stable.
    pub id: String,
    /// What is applied for.
    pub service: ServiceLink,
    /// The case's id.
    pub case: String,
    /// For whom, when it is somebody else: a mandate's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// When it was last changed, RFC 3339.
    pub updated_at: String,
    /// On which device ("Chrome trên Android").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// How many of the form's sections are done.
    pub sections_done: u32,
    /// Of how many.
    pub sections: u32,
    /// When the portal deletes it, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// What the app sends: the body of `POST /drafts` and `PUT /drafts/{id}`, and the content
/// of a draft that is taken away as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DraftContent {
    /// The service's code.
    pub service: String,
    /// The case's id.
    pub case: String,
    /// The version of the form that the answers were given to.
    pub form_version: String,
    /// For whom, when it is somebody else: a mandate's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// The answers as typed, valid or not.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub answers: Opaque,
    /// The papers so far.
    #[serde(default)]
    pub papers: Vec<Paper>,
    /// How to get the result, once chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Delivery>,
    /// Where the person was: the id of a page of the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// How many of the form's sections are done.
    #[serde(default)]
    pub sections_done: u32,
    /// Of how many.
    #[serde(default)]
    pub sections: u32,
}

/// The answer to `POST /drafts`, `GET /drafts/{id}` and `PUT /drafts/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Stable.
    pub id: String,
    /// The same as the `ETag` header, so that it survives in a conflict and in a file.
    pub etag: String,
    /// When it was last changed, RFC 3339.
    pub updated_at: String,
    /// On which device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<String>,
    /// When the portal deletes it, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
    /// What it holds.
    pub content: DraftContent,
}

/// The 412 answer to `PUT /drafts/{id}`: a problem of type
/// [`crate::problem::kind::CONFLICT`] that brings the version to choose against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DraftConflict {
    /// The problem's type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The problem's title.
    #[serde(default)]
    pub title: String,
    /// 412.
    #[cfg_attr(feature = "openapi", schema(minimum = 412, maximum = 412))]
    #[serde(default)]
    pub status: u16,
    /// What the portal holds now.
    pub current: Draft,
    /// JSON pointers into `content` at which the version sent and `current` differ.
    #[serde(default)]
    pub differences: Vec<String>,
}
