//! The form of a service for one of its cases.

use serde::{Deserialize, Serialize};

use crate::opaque::Opaque;
use crate::service::ServiceLink;
use crate::submission::DeliveryKind;
use crate::text::LocalText;

/// Stands in place of a case's id for a service that has no cases.
pub const DEFAULT_CASE: &str = "default";

/// The answer to `GET /services/{code}/forms/{case}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Form {
    /// Whose form it is.
    pub service: ServiceLink,
    /// The case's id, or `default` for a service that has no cases.
    pub case: String,
    /// Changes whenever the definition changes. Drafts and dossiers name the version that
    /// their answers were given to, and a portal serves old ones with `?version=`.
    pub version: String,
    /// The definition, as the crate `motcua-forms` documents it. Its own `version` is that of
    /// the format; an app that does not know it shows the other ways to file instead.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub definition: Opaque,
    /// The ways to get the result that one may choose from, the usual one first. Empty when
    /// the portal leaves that to the officer.
    #[serde(default)]
    pub delivery: Vec<DeliveryChoice>,
    /// What the person confirms at the end (lời cam đoan), in the words of the official form.
    /// Absent: the app's own plain words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<LocalText>,
    /// Whether the submission must name a finished signing.
    #[serde(default)]
    pub signature: bool,
    /// Whether somebody who is not signed in may file it here.
    #[serde(default)]
    pub guests: bool,
}

/// One way to get the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeliveryChoice {
    /// Which way.
    pub kind: DeliveryKind,
    /// What to know before choosing it: what it costs, where, what to bring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<LocalText>,
}
