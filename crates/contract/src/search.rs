//! Finding services: results, facets, suggestions, guidance.

use serde::{Deserialize, Serialize};

use crate::service::ServiceSummary;
use crate::text::LocalText;

/// Characters (Unicode scalar values, after percent-decoding) in `q`, of services and
/// of places alike. A longer query is answered with 400, not cut.
pub const QUERY_CHARACTERS: u32 = 200;
/// Services on a page when `limit` is absent.
pub const PAGE_SIZE_DEFAULT: u32 = 10;
/// The largest `limit`; the smallest is 1.
pub const PAGE_SIZE_MAX: u32 = 50;
/// The largest `offset`: more than any catalogue holds.
pub const OFFSET_MAX: u32 = 10_000;
/// Suggestions when `limit` is absent.
pub const SUGGESTIONS_DEFAULT: u32 = 8;
/// The largest `limit` of suggestions; the smallest is 1.
pub const SUGGESTIONS_MAX: u32 = 20;
/// Related services that a portal names at most.
pub const RELATED_MAX: u32 = 10;
/// Characters in an id or a code that stands in an address or a facet parameter.
pub const ID_CHARACTERS: u32 = 100;

/// The answer to `GET /services`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct ServiceList {
    /// This page of services, best first.
    pub items: Vec<ServiceSummary>,
    /// How many there are on all pages.
    pub total: u32,
    /// How many stand before this page.
    pub offset: u32,
    /// Counts for narrowing down, over all pages. A facet's own choice does not
    /// narrow its own counts, so one sees what another choice would give.
    pub facets: Facets,
    /// A spelling that finds more, when the query looks mistyped.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub did_you_mean: Option<String>,
    /// What to do instead, when the query is not about a service here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guidance: Option<Guidance>,
}

/// Counts by each way of narrowing down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Facets {
    /// By subject area; parameter `field`.
    #[serde(default)]
    pub field: Vec<FacetValue>,
    /// By body; parameter `agency`.
    #[serde(default)]
    pub agency: Vec<FacetValue>,
    /// By level of government; parameter `level`.
    #[serde(default)]
    pub level: Vec<FacetValue>,
    /// By who may apply; parameter `audience`.
    #[serde(default)]
    pub audience: Vec<FacetValue>,
    /// By online level; parameter `online`.
    #[serde(default)]
    pub online: Vec<FacetValue>,
}

/// One choice within a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FacetValue {
    /// What the parameter takes: an id, or an enum's value.
    pub value: String,
    /// Its official name, where the portal has one; enums are named by the app.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// How many services.
    pub count: u32,
}

/// What to do when a query is not about a service of this portal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Guidance {
    /// Why, for programs (`notAPublicService`, `otherBody`, `emergency`, `unreadable` …).
    pub kind: String,
    /// Why and what now, for people.
    pub text: LocalText,
}

/// The answer to `GET /services/suggestions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestions {
    /// Best first.
    pub items: Vec<Suggestion>,
}

/// One suggestion while typing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Suggestion {
    /// What to put into the box, or the service's name.
    pub text: String,
    /// The service it leads to, when it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

/// The answer to `GET /services/{code}/related`: what people need before, after or
/// instead of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RelatedServices {
    /// Nearest first, at most 10; never the service itself.
    pub items: Vec<ServiceSummary>,
}
