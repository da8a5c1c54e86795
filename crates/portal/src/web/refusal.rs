//! Refusals: problem details on their way to the client.

use axum::response::{IntoResponse, Response};
use http::header::{ALLOW, RETRY_AFTER};
use http::{HeaderName, HeaderValue, StatusCode};
use motcua_contract::dossier::DossierCode;
use motcua_contract::problem::{Fault, Problem, kind};
use motcua_contract::service::ServiceLink;
use tracing::error;

/// An answer that says no. The request's id is added on the way out, by the log.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    problem: Box<Problem>,
    header: Option<(HeaderName, HeaderValue)>,
}

/// What a handler answers.
pub(crate) type Answer = Result<Response, Refusal>;

impl Refusal {
    /// A refusal of a kind; each part of the portal words its own.
    pub(crate) fn new(kind: &str, status: StatusCode, title: &str, detail: &str) -> Self {
        Self {
            problem: Box::new(Problem::new(kind, status.as_u16(), title).detail(detail)),
            header: None,
        }
    }

    /// The same with a header; `value` is what the portal itself made.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Self {
        let value = HeaderValue::from_str(value).expect("a header's value");
        self.header = Some((name, value));
        self
    }

    /// Whether it is for whoever asked to mend, rather than a fault of the portal's.
    pub(crate) fn is_the_senders(&self) -> bool {
        self.problem.status < 500
    }

    /// Why, in words.
    pub(crate) fn words(&self) -> &str {
        self.problem
            .detail
            .as_deref()
            .unwrap_or(&self.problem.title)
    }

    /// Each thing at fault.
    pub(crate) fn faults(&self) -> &[Fault] {
        &self.problem.errors
    }

    /// Parameters that are not what the contract says.
    pub(crate) fn invalid(faults: Vec<Fault>) -> Self {
        let mut refusal = Self::new(
            kind::INVALID,
            StatusCode::BAD_REQUEST,
            "Yêu cầu không hợp lệ",
            "Có tham số không đúng; danh sách bên dưới nêu từng tham số và cách sửa.",
        );
        refusal.problem.errors = faults;
        refusal
    }

    /// Nothing stands at this address.
    pub(crate) fn not_found() -> Self {
        Self::new(
            kind::NOT_FOUND,
            StatusCode::NOT_FOUND,
            "Không tìm thấy",
            "Không có gì ở địa chỉ này.",
        )
    }

    /// Itself, or another in place of "nothing stands here".
    pub(crate) fn or_for_not_found(self, other: impl FnOnce() -> Self) -> Self {
        if self.problem.kind == kind::NOT_FOUND {
            other()
        } else {
            self
        }
    }

    /// A code that no service has.
    pub(crate) fn unknown_service(nearest: Vec<ServiceLink>) -> Self {
        let mut refusal = Self::new(
            kind::UNKNOWN_SERVICE,
            StatusCode::NOT_FOUND,
            "Không có dịch vụ mang mã này",
            "Bạn kiểm tra lại mã, hoặc chọn một trong các dịch vụ gần giống nhất.",
        );
        refusal.problem.nearest = nearest;
        refusal
    }

    /// A part of the contract that this portal does not offer.
    pub(crate) fn not_offered() -> Self {
        Self::new(
            kind::NOT_OFFERED,
            StatusCode::NOT_FOUND,
            "Cổng này không cung cấp",
            "Cổng này chưa cung cấp chức năng này; danh sách chức năng nằm ở /api/v1/portal.",
        )
    }

    /// The address exists, but not with this method; the router adds `Allow` where this
    /// does not.
    pub(crate) fn method() -> Self {
        Self::new(
            kind::METHOD,
            StatusCode::METHOD_NOT_ALLOWED,
            "Phương thức không được dùng ở đây",
            "Các phương thức dùng được nằm ở tiêu đề Allow.",
        )
    }

    /// The same, naming the methods it has.
    pub(crate) fn method_but(methods: &str) -> Self {
        Self::method().with(ALLOW, methods)
    }

    /// Nobody is signed in, or the session has ended.
    pub(crate) fn sign_in() -> Self {
        Self::new(
            kind::SIGN_IN,
            StatusCode::UNAUTHORIZED,
            "Bạn cần đăng nhập",
            "Bạn chưa đăng nhập hoặc phiên đã hết hạn. Bạn đăng nhập rồi làm lại.",
        )
    }

    /// The request would change something and comes from another site.
    pub(crate) fn cross_site() -> Self {
        Self::new(
            kind::CROSS_SITE,
            StatusCode::FORBIDDEN,
            "Yêu cầu đến từ trang khác",
            "Cổng chỉ nhận thay đổi từ trang của chính mình. Bạn mở cổng rồi làm lại.",
        )
    }

    /// The `Idempotency-Key` was used before with another body.
    pub(crate) fn key_reused() -> Self {
        Self::new(
            kind::KEY_REUSED,
            StatusCode::UNPROCESSABLE_ENTITY,
            "Khóa này đã dùng cho yêu cầu khác",
            "Khóa Idempotency-Key đã được gửi với nội dung khác. Không có gì thay đổi.",
        )
    }

    /// Nothing of what is to be paid is due, or somebody is paying it already.
    pub(crate) fn nothing_to_pay() -> Self {
        Self::new(
            kind::NOT_NOW,
            StatusCode::CONFLICT,
            "Không có khoản nào phải nộp lúc này",
            "Khoản này đã được nộp, hoặc ngân hàng đang xác nhận một lần nộp trước. Bạn đừng trả \
             lại; xem lại hồ sơ sau ít phút.",
        )
    }

    /// The duplicate guard: the same was filed before.
    pub(crate) fn duplicate(dossier: DossierCode, day: &str) -> Self {
        let mut refusal = Self::new(
            kind::DUPLICATE,
            StatusCode::CONFLICT,
            "Bạn đã nộp hồ sơ này",
            &format!(
                "Bạn đã nộp một hồ sơ giống như vậy ngày {day}. Nếu vẫn muốn nộp thêm, bạn xác \
                 nhận rồi gửi lại."
            ),
        );
        refusal.problem.dossier = Some(dossier);
        refusal
    }

    /// Answers, papers or choices that break the form's rules; nothing of them is kept.
    pub(crate) fn answers(faults: Vec<Fault>) -> Self {
        let mut refusal = Self::new(
            kind::ANSWERS,
            StatusCode::UNPROCESSABLE_ENTITY,
            "Có câu trả lời cần sửa",
            "Danh sách bên dưới nêu từng chỗ và cách sửa. Chưa có gì được gửi.",
        );
        refusal.problem.errors = faults;
        refusal
    }

    /// The state of things does not allow it; `why` says what to do.
    pub(crate) fn not_now(why: &str) -> Self {
        Self::new(
            kind::NOT_NOW,
            StatusCode::CONFLICT,
            "Lúc này chưa làm được",
            why,
        )
    }

    /// `If-Match` is missing.
    pub(crate) fn precondition() -> Self {
        Self::new(
            kind::PRECONDITION,
            StatusCode::PRECONDITION_REQUIRED,
            "Thiếu điều kiện của yêu cầu",
            "Gửi kèm If-Match với ETag của bản mà bạn đã thấy.",
        )
    }

    /// The body is of another media type than the resource takes.
    pub(crate) fn media_type() -> Self {
        Self::new(
            kind::MEDIA_TYPE,
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Kiểu dữ liệu không được nhận",
            "Gửi nội dung với Content-Type là application/json.",
        )
    }

    /// The body is larger than the portal takes.
    pub(crate) fn too_large(most_bytes: usize) -> Self {
        Self::new(
            kind::TOO_LARGE,
            StatusCode::PAYLOAD_TOO_LARGE,
            "Dữ liệu gửi lên quá lớn",
            &format!(
                "Cổng nhận tối đa {} KiB cho mỗi yêu cầu ở đây.",
                most_bytes / 1024
            ),
        )
    }

    /// The request did not arrive in time.
    pub(crate) fn slow_request() -> Self {
        Self::new(
            kind::TIMEOUT,
            StatusCode::REQUEST_TIMEOUT,
            "Yêu cầu đến quá chậm",
            "Cổng đã chờ mà chưa nhận đủ dữ liệu. Bạn thử lại.",
        )
    }

    /// The portal waited too long for its own parts.
    pub(crate) fn slow_portal() -> Self {
        Self::new(
            kind::TIMEOUT,
            StatusCode::GATEWAY_TIMEOUT,
            "Cổng chờ quá lâu",
            "Cổng chưa trả lời kịp. Bạn thử lại sau ít phút.",
        )
    }

    /// More requests at once than the portal serves.
    pub(crate) fn overloaded() -> Self {
        Self::new(
            kind::UNAVAILABLE,
            StatusCode::SERVICE_UNAVAILABLE,
            "Cổng tạm ngừng phục vụ",
            "Cổng đang quá tải. Bạn thử lại sau vài giây.",
        )
        .with(RETRY_AFTER, "5")
    }

    /// A fault of the portal itself; what it was stands in the log.
    pub(crate) fn internal() -> Self {
        Self::new(
            kind::INTERNAL,
            StatusCode::INTERNAL_SERVER_ERROR,
            "Cổng gặp lỗi",
            "Lỗi nằm ở cổng, không phải ở bạn. Bạn thử lại sau ít phút.",
        )
    }
}

/// What the database could not do is a fault of the portal; what it was stands in the log.
impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        error!(%error, "the database did not answer");
        Self::internal()
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.problem.status).expect("a status");
        let mut response = status.into_response();
        if let Some((name, value)) = self.header {
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(Pending(self.problem));
        response
    }
}

/// A problem that still lacks its `instance`.
#[derive(Clone)]
pub(crate) struct Pending(pub(crate) Box<Problem>);
