//! Handing in a dossier.

use serde::{Deserialize, Serialize};

use crate::channel::ChannelKind;
use crate::dossier::DossierCode;
use crate::opaque::Opaque;

/// The body of `POST /dossiers`, sent with an `Idempotency-Key`: the same key and body
/// again give the same answer, and never a second dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Submission {
    /// The service's code.
    pub service: String,
    /// The case's id.
    pub case: String,
    /// The version of the form that the answers were given to.
    pub form_version: String,
    /// The answers, valid by the form's own rules; the portal checks them again.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub answers: Opaque,
    /// The papers.
    #[serde(default)]
    pub papers: Vec<Paper>,
    /// How to get the result.
    pub delivery: Delivery,
    /// By which way it is filed; the fees depend on it. `online` from the app, another for
    /// staff who file for somebody at a counter.
    pub channel: ChannelKind,
    /// For whom, when it is somebody else: a mandate's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// How to reach somebody who is not signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// The draft it was written in; the portal deletes it once the dossier exists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draft: Option<String>,
    /// That the person confirmed the statement of truth on the review page.
    pub confirmed: bool,
    /// The id of a finished signing, where the service asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// The dossier that the duplicate guard named (409), when the person files all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub despite: Option<DossierCode>,
}

/// What is handed in for one requirement: files just uploaded, or a document already held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Paper {
    /// The requirement's id.
    pub requirement: String,
    /// Ids of uploads, in reading order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploads: Vec<String>,
    /// The id of a document already held, in place of uploads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<String>,
}

/// How one gets the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// Which way.
    pub kind: DeliveryKind,
    /// Where to, by post.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<PostalAddress>,
    /// The id of the counter, in person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
}

/// By which way one gets the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum DeliveryKind {
    /// As a signed file on the portal.
    Online,
    /// By public post (bưu chính công ích).
    Postal,
    /// In person.
    Counter,
    /// A way this version does not know.
    #[serde(other)]
    Unknown,
}

/// An address of the two-tier places: province, commune, and the rest in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct PostalAddress {
    /// Who receives it.
    pub name: String,
    /// Their telephone.
    pub phone: String,
    /// The province's official code.
    pub province: String,
    /// The commune's official code.
    pub commune: String,
    /// House, street, hamlet.
    pub detail: String,
}

/// How to reach a guest. At least one of the two; the last digits of the phone are the
/// second proof at lookups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Ten digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// An email address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}
