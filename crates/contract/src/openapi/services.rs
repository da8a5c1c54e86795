//! Services: search, suggestions, one, related.

#![expect(
    dead_code,
    reason = "functions and parameter lists carry documentation and are never used"
)]

use utoipa::{IntoParams, OpenApi};

use crate::problem::Problem;
use crate::search::{RelatedServices, ServiceList, Suggestions};
use crate::service::{Audience, GovernmentLevel, OnlineLevel, Service};

#[derive(OpenApi)]
#[openapi(paths(search_services, suggest_services, get_service, get_related_services))]
pub(super) struct Paths;

/// How to narrow down services. A facet may be given several times: any of its values will do.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
struct Search {
    /// What the person typed: words with or without diacritics, a question, a code or a
    /// part of one. Empty is the same as absent: all services, the ones people look for first.
    #[param(max_length = 200, example = "lam giay khai sinh")]
    q: Option<String>,
    /// Ids of subject areas. An empty one is the same as absent; an unknown one finds nothing.
    #[param(example = json!(["ho-tich"]))]
    field: Option<Vec<String>>,
    /// Ids of bodies. An empty one is the same as absent; an unknown one finds nothing.
    #[param(example = json!(["bo-tu-phap"]))]
    agency: Option<Vec<String>>,
    /// Levels of government that settle the service.
    level: Option<Vec<GovernmentLevel>>,
    /// Who applies.
    audience: Option<Vec<Audience>>,
    /// How far it can be done online.
    online: Option<Vec<OnlineLevel>>,
    /// How many services on this page.
    #[param(minimum = 1, maximum = 50, default = 10)]
    limit: Option<u32>,
    /// How many services to skip. Beyond the last one, the page is empty.
    #[param(minimum = 0, maximum = 10_000, default = 0)]
    offset: Option<u32>,
}

/// Search services.
///
/// Best first, with counts for narrowing down. A query that is not about a service of this
/// portal is answered with no items and `guidance`, a mistyped one with `didYouMean`.
#[utoipa::path(
    get,
    path = "/api/v1/services",
    operation_id = "searchServices",
    tag = "services",
    params(Search),
    responses((status = 200, description = "One page of services.", body = ServiceList))
)]
fn search_services() {}

#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
struct Typed {
    /// What the person has typed so far. Empty or absent finds nothing.
    #[param(max_length = 200, example = "khai s")]
    q: Option<String>,
    /// How many suggestions at most.
    #[param(minimum = 1, maximum = 20, default = 8)]
    limit: Option<u32>,
}

/// Suggest services while the person types.
///
/// Asked at each pause in typing, so answer fast or leave some out.
#[utoipa::path(
    get,
    path = "/api/v1/services/suggestions",
    operation_id = "suggestServices",
    tag = "services",
    params(Typed),
    responses((status = 200, description = "Suggestions.", body = Suggestions))
)]
fn suggest_services() {}

/// Everything published about a service.
///
/// A code that the service had before is answered with the service of today. For an unknown
/// one, the problem's `nearest` names the services whose codes are closest.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}",
    operation_id = "getService",
    tag = "services",
    params(("code" = String, Path, description = "The official code.", min_length = 1, max_length = 100, example = "1.001193")),
    responses(
        (status = 200, description = "The service.", body = Service),
        (
            status = 404,
            description = "No service has this code; `nearest` names those whose codes are closest.",
            body = Problem,
            content_type = "application/problem+json",
            example = json!({
                "type": "/problems/unknown-service",
                "title": "Không có thủ tục mang mã này",
                "status": 404,
                "nearest": [{"code": "1.001193", "name": "Thủ tục đăng ký khai sinh"}]
            })
        )
    )
)]
fn get_service() {}

/// What people need before, after or instead of a service.
#[utoipa::path(
    get,
    path = "/api/v1/services/{code}/related",
    operation_id = "getRelatedServices",
    tag = "services",
    params(("code" = String, Path, description = "The official code.", min_length = 1, max_length = 100, example = "1.001193")),
    responses((status = 200, description = "Related services.", body = RelatedServices))
)]
fn get_related_services() {}
