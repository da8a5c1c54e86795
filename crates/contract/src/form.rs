//! The form of a service for one of its cases.

use serde::{Deserialize, Serialize};

use crate::opaque::Opaque;
use crate::service::ServiceLink;

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
}
