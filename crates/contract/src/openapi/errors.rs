//! The problem answers that every operation shares, as named responses.

use serde_json::{Value, json};

use super::each_operation;
use crate::problem::{self, Problem, kind};

/// A shared answer: its name, its status, when it comes, and a sample.
struct Refusal {
    name: &'static str,
    status: u16,
    description: &'static str,
    retry_after: bool,
    sample: fn() -> Problem,
}

const REFUSALS: [Refusal; 9] = [
    Refusal {
        name: "Invalid",
        status: 400,
        description: "A parameter, header or member is not what this document says; `errors` names it.",
        retry_after: false,
        sample: || {
            Problem::new(kind::INVALID, 400, "Yêu cầu không hợp lệ").fault(
                "?limit",
                "outOfRange",
                "Chọn một số từ 1 đến 50.",
            )
        },
    },
    Refusal {
        name: "NotFound",
        status: 404,
        description: "Nothing stands here, or this portal does not offer it \
                      (`/problems/not-offered`, see its capabilities).",
        retry_after: false,
        sample: || Problem::new(kind::NOT_FOUND, 404, "Không tìm thấy"),
    },
    Refusal {
        name: "MethodNotAllowed",
        status: 405,
        description: "The address exists, but not with this method; `Allow` names those it has.",
        retry_after: false,
        sample: || Problem::new(kind::METHOD, 405, "Phương thức không được dùng ở đây"),
    },
    Refusal {
        name: "RequestTimeout",
        status: 408,
        description: "The request did not arrive in time.",
        retry_after: false,
        sample: || Problem::new(kind::TIMEOUT, 408, "Yêu cầu đến quá chậm"),
    },
    Refusal {
        name: "TooLarge",
        status: 413,
        description: "The body is larger than the portal takes.",
        retry_after: false,
        sample: || Problem::new(kind::TOO_LARGE, 413, "Dữ liệu gửi lên quá lớn"),
    },
    Refusal {
        name: "TooManyRequests",
        status: 429,
        description: "Too many requests from here; come back after `Retry-After`.",
        retry_after: true,
        sample: || Problem::new(kind::TOO_MANY, 429, "Quá nhiều yêu cầu"),
    },
    Refusal {
        name: "Internal",
        status: 500,
        description: "The portal failed; nothing of the request was kept.",
        retry_after: false,
        sample: || Problem::new(kind::INTERNAL, 500, "Cổng gặp lỗi"),
    },
    Refusal {
        name: "Unavailable",
        status: 503,
        description: "Overloaded or closed for maintenance; `Retry-After` says until when, where known.",
        retry_after: true,
        sample: || Problem::new(kind::UNAVAILABLE, 503, "Cổng tạm ngừng phục vụ"),
    },
    Refusal {
        name: "GatewayTimeout",
        status: 504,
        description: "The portal gave up waiting for its own parts.",
        retry_after: false,
        sample: || Problem::new(kind::TIMEOUT, 504, "Cổng chờ quá lâu"),
    },
];

/// Names the shared answers and refers to them from each operation.
pub(super) fn add(document: &mut Value) {
    for refusal in &REFUSALS {
        document["components"]["responses"][refusal.name] = response(refusal);
    }
    each_operation(document, |_, operation| {
        for refusal in &REFUSALS {
            let answers = &mut operation["responses"][refusal.status.to_string()];
            if answers.is_null() {
                *answers = json!({"$ref": format!("#/components/responses/{}", refusal.name)});
            }
        }
    });
}

fn response(refusal: &Refusal) -> Value {
    let mut response = json!({
        "description": refusal.description,
        "content": {
            problem::MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "example": (refusal.sample)(),
            },
        },
    });
    if refusal.retry_after {
        response["headers"]["Retry-After"] = json!({
            "description": "Seconds to wait.",
            "schema": {"type": "integer", "minimum": 0},
        });
    }
    response
}
