//! The problem answers that every operation shares, as named responses.

use serde_json::{Value, json};

use super::each_operation;
use crate::problem::{self, Problem, kind};

/// A shared answer: its name, its status, when it comes, and a sample.
struct Refusal {
    name: &'static str,
    status: u16,
    description: &'static str,
    /// Whether an operation, by method and content, can answer so.
    applies: fn(&str, &Value) -> bool,
    retry_after: bool,
    kind: &'static str,
    title: &'static str,
}

const REFUSALS: [Refusal; 17] = [
    Refusal {
        name: "Invalid",
        status: 400,
        description: "A parameter, header or member is not what this document says; `errors` names it.",
        applies: always,
        retry_after: false,
        kind: kind::INVALID,
        title: "Yêu cầu không hợp lệ",
    },
    Refusal {
        name: "SignInNeeded",
        status: 401,
        description: "Nobody is signed in, or the session has ended. Nothing of the request was kept; \
                      send it again after signing in.",
        applies: needs_session,
        retry_after: false,
        kind: kind::SIGN_IN,
        title: "Bạn cần đăng nhập",
    },
    Refusal {
        name: "Forbidden",
        status: 403,
        description: "The request comes from another site (`/problems/cross-site`), the identity is not \
                      assured enough (`/problems/assurance-too-low`), or consent is missing \
                      (`/problems/consent-needed`).",
        applies: |method, operation| changes(method) || needs_session(method, operation),
        retry_after: false,
        kind: kind::CROSS_SITE,
        title: "Yêu cầu đến từ trang khác",
    },
    Refusal {
        name: "NotFound",
        status: 404,
        description: "Nothing stands here that this person may see, or this portal does not offer it \
                      (`/problems/not-offered`, see its capabilities).",
        applies: always,
        retry_after: false,
        kind: kind::NOT_FOUND,
        title: "Không tìm thấy",
    },
    Refusal {
        name: "MethodNotAllowed",
        status: 405,
        description: "The address exists, but not with this method; `Allow` names those it has.",
        applies: always,
        retry_after: false,
        kind: kind::METHOD,
        title: "Phương thức không được dùng ở đây",
    },
    Refusal {
        name: "RequestTimeout",
        status: 408,
        description: "The request did not arrive in time.",
        applies: always,
        retry_after: false,
        kind: kind::TIMEOUT,
        title: "Yêu cầu đến quá chậm",
    },
    Refusal {
        name: "Conflict",
        status: 409,
        description: "Not as things stand: the dossier's state (`/problems/not-now`), one filed before \
                      (`/problems/duplicate`), the same request still at work (`/problems/in-progress`), \
                      an offset that is not the upload's (`/problems/upload-offset`).",
        applies: |method, _| changes(method),
        retry_after: false,
        kind: kind::NOT_NOW,
        title: "Lúc này chưa làm được",
    },
    Refusal {
        name: "Gone",
        status: 410,
        description: "It is gone for good.",
        applies: |_, operation| {
            has_header(operation, "Tus-Resumable") || operation["operationId"] == "getUpload"
        },
        retry_after: false,
        kind: kind::GONE,
        title: "Không còn nữa",
    },
    Refusal {
        name: "OtherTusVersion",
        status: 412,
        description: "`Tus-Resumable` names a version of tus that the portal does not speak; \
                      `Tus-Version` names those it does.",
        applies: |_, operation| has_header(operation, "Tus-Resumable"),
        retry_after: false,
        kind: kind::TUS,
        title: "Phiên bản tus không được hỗ trợ",
    },
    Refusal {
        name: "TooLarge",
        status: 413,
        description: "The body, or the file announced, is larger than the portal takes.",
        applies: always,
        retry_after: false,
        kind: kind::TOO_LARGE,
        title: "Dữ liệu gửi lên quá lớn",
    },
    Refusal {
        name: "UnsupportedMediaType",
        status: 415,
        description: "The body has another media type than this document says.",
        applies: has_body,
        retry_after: false,
        kind: kind::MEDIA_TYPE,
        title: "Kiểu dữ liệu không được nhận",
    },
    Refusal {
        name: "Unprocessable",
        status: 422,
        description: "The answers break the form's rules (`/problems/answers-invalid`, each fault with a \
                      pointer), or the key was used with another body (`/problems/idempotency-key-reused`).",
        applies: |method, operation| {
            has_body(method, operation) || has_header(operation, "Idempotency-Key")
        },
        retry_after: false,
        kind: kind::ANSWERS,
        title: "Có câu trả lời cần sửa",
    },
    Refusal {
        name: "PreconditionRequired",
        status: 428,
        description: "`If-Match` is missing.",
        applies: |_, operation| has_header(operation, "If-Match"),
        retry_after: false,
        kind: kind::PRECONDITION,
        title: "Thiếu điều kiện của yêu cầu",
    },
    Refusal {
        name: "TooManyRequests",
        status: 429,
        description: "Too many requests from here; come back after `Retry-After`.",
        applies: always,
        retry_after: true,
        kind: kind::TOO_MANY,
        title: "Quá nhiều yêu cầu",
    },
    Refusal {
        name: "Internal",
        status: 500,
        description: "The portal failed; nothing of the request was kept.",
        applies: always,
        retry_after: false,
        kind: kind::INTERNAL,
        title: "Cổng gặp lỗi",
    },
    Refusal {
        name: "Unavailable",
        status: 503,
        description: "Overloaded or closed for maintenance; `Retry-After` says until when, where known.",
        applies: always,
        retry_after: true,
        kind: kind::UNAVAILABLE,
        title: "Cổng tạm ngừng phục vụ",
    },
    Refusal {
        name: "GatewayTimeout",
        status: 504,
        description: "The portal gave up waiting for its own parts.",
        applies: always,
        retry_after: false,
        kind: kind::TIMEOUT,
        title: "Cổng chờ quá lâu",
    },
];

fn always(_: &str, _: &Value) -> bool {
    true
}

fn changes(method: &str) -> bool {
    !matches!(method, "get" | "head" | "options")
}

fn needs_session(_: &str, operation: &Value) -> bool {
    operation["security"].is_array()
}

fn has_body(_: &str, operation: &Value) -> bool {
    operation["requestBody"].is_object()
}

fn has_header(operation: &Value, name: &str) -> bool {
    let parameters = operation["parameters"].as_array();
    parameters
        .into_iter()
        .flatten()
        .any(|parameter| parameter["name"] == name)
}

/// Names the shared answers and refers to them from each operation that can give them.
pub(super) fn add(document: &mut Value) {
    for refusal in &REFUSALS {
        document["components"]["responses"][refusal.name] = response(refusal);
    }
    each_operation(document, |method, operation| {
        for refusal in &REFUSALS {
            if !(refusal.applies)(method, operation) {
                continue;
            }
            let answer = &mut operation["responses"][refusal.status.to_string()];
            if answer.is_null() {
                *answer = json!({"$ref": format!("#/components/responses/{}", refusal.name)});
            }
        }
    });
}

fn response(refusal: &Refusal) -> Value {
    let mut sample = Problem::new(refusal.kind, refusal.status, refusal.title);
    if refusal.status == 400 {
        sample = sample.fault("?limit", "outOfRange", "Chọn một số từ 1 đến 50.");
    }
    if refusal.status == 422 {
        sample = sample.fault(
            "/answers/childName",
            "required",
            "Nhập họ, chữ đệm và tên của trẻ.",
        );
    }
    let mut response = json!({
        "description": refusal.description,
        "content": {
            problem::MEDIA_TYPE: {
                "schema": {"$ref": "#/components/schemas/Problem"},
                "example": sample,
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
