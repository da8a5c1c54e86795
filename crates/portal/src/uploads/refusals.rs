//! What uploads are refused for.

use std::io;
use std::time::Duration;

use http::header::RETRY_AFTER;
use http::{HeaderName, StatusCode};
use motcua_contract::problem::kind;
use motcua_contract::upload::{CHECKSUM_MISMATCH, CHUNK_MEDIA_TYPE, TUS_VERSION};
use tracing::error;

use crate::web::refusal::Refusal;

const MEBIBYTE: u64 = 1 << 20;

/// A file larger than the portal takes, before any byte of it.
pub(crate) fn file_too_large(most: u64) -> Refusal {
    Refusal::new(
        kind::TOO_LARGE,
        StatusCode::PAYLOAD_TOO_LARGE,
        "Tệp quá lớn",
        &format!(
            "Cổng nhận tệp tối đa {} MiB. Bạn lưu ảnh nhỏ hơn, hoặc tách tệp PDF thành nhiều phần.",
            most as f64 / MEBIBYTE as f64
        ),
    )
}

/// More bytes than were announced.
pub(crate) fn beyond_the_end() -> Refusal {
    Refusal::new(
        kind::TOO_LARGE,
        StatusCode::PAYLOAD_TOO_LARGE,
        "Nhiều dữ liệu hơn đã báo",
        "Phần gửi lên vượt quá độ dài đã báo khi tạo. Cổng không giữ gì của phần này.",
    )
}

/// More files without a dossier than one visitor may have.
pub(crate) fn too_many_files(most: u32, wait: Duration) -> Refusal {
    Refusal::new(
        kind::TOO_MANY,
        StatusCode::TOO_MANY_REQUESTS,
        "Quá nhiều tệp chưa dùng",
        &format!(
            "Bạn đã gửi {most} tệp mà chưa nộp hồ sơ nào có chúng. Bạn nộp hồ sơ, hoặc xóa những \
             tệp không cần, rồi gửi tiếp."
        ),
    )
    .with(RETRY_AFTER, &wait.as_secs().to_string())
}

/// More bytes without a dossier than one visitor may have.
pub(crate) fn too_many_bytes(most: u64) -> Refusal {
    Refusal::new(
        kind::TOO_LARGE,
        StatusCode::PAYLOAD_TOO_LARGE,
        "Các tệp chưa dùng đã quá lớn",
        &format!(
            "Các tệp bạn gửi mà chưa nộp cùng hồ sơ được chiếm tối đa {} MiB. Bạn nộp hồ sơ, hoặc \
             xóa những tệp không cần, rồi gửi tiếp.",
            most / MEBIBYTE
        ),
    )
}

/// No room for anybody.
pub(crate) fn full() -> Refusal {
    Refusal::new(
        kind::UNAVAILABLE,
        StatusCode::SERVICE_UNAVAILABLE,
        "Cổng tạm hết chỗ nhận tệp",
        "Những gì bạn đã gửi vẫn còn. Bạn thử lại sau.",
    )
    .with(RETRY_AFTER, "600")
}

/// As many requests bring bytes as may.
pub(crate) fn crowded() -> Refusal {
    Refusal::new(
        kind::UNAVAILABLE,
        StatusCode::SERVICE_UNAVAILABLE,
        "Nhiều người đang gửi tệp",
        "Những gì bạn đã gửi vẫn còn. Bạn gửi tiếp sau vài giây.",
    )
    .with(RETRY_AFTER, "5")
}

/// Another request is bringing bytes to the same upload.
pub(crate) fn busy() -> Refusal {
    Refusal::new(
        kind::IN_PROGRESS,
        StatusCode::CONFLICT,
        "Tệp đang được gửi bởi một yêu cầu khác",
        "Chờ yêu cầu kia xong, hỏi lại số byte đã đến bằng HEAD, rồi gửi tiếp.",
    )
    .with(RETRY_AFTER, "2")
}

/// An offset that is not where the upload stands.
pub(crate) fn offset(arrived: u64) -> Refusal {
    Refusal::new(
        kind::OFFSET,
        StatusCode::CONFLICT,
        "Sai vị trí gửi tiếp",
        &format!("Cổng đã nhận {arrived} byte. Gửi tiếp từ đó; không có gì thay đổi."),
    )
}

/// Bytes without the hash that they are said to have.
pub(crate) fn checksum() -> Refusal {
    let status = StatusCode::from_u16(CHECKSUM_MISMATCH).expect("a status");
    Refusal::new(
        kind::CHECKSUM,
        status,
        "Dữ liệu đến không khớp mã băm",
        "Dữ liệu bị hỏng trên đường truyền; cổng không giữ gì của phần này. Gửi lại phần này.",
    )
}

/// Bytes under another media type.
pub(crate) fn chunk_type() -> Refusal {
    Refusal::new(
        kind::MEDIA_TYPE,
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "Kiểu dữ liệu không được nhận",
        &format!("Gửi nội dung với Content-Type là {CHUNK_MEDIA_TYPE}."),
    )
}

/// A request that broke off or stood still.
pub(crate) fn broken_off(arrived: u64) -> Refusal {
    Refusal::new(
        kind::TIMEOUT,
        StatusCode::REQUEST_TIMEOUT,
        "Dữ liệu ngừng đến",
        &format!("Cổng giữ {arrived} byte đã đến. Gửi tiếp từ đó."),
    )
}

/// An upload that was taken back, or whose time ran out.
pub(crate) fn gone() -> Refusal {
    Refusal::new(
        kind::GONE,
        StatusCode::GONE,
        "Tệp không còn nữa",
        "Tệp đã bị xóa hoặc đã hết hạn giữ. Bạn gửi lại tệp.",
    )
}

/// An upload that a dossier has.
pub(crate) fn taken() -> Refusal {
    Refusal::new(
        kind::NOT_NOW,
        StatusCode::CONFLICT,
        "Tệp đã nằm trong hồ sơ",
        "Tệp đã được nộp cùng hồ sơ nên không xóa riêng được.",
    )
}

/// A version of tus that the portal does not speak.
pub(crate) fn tus_version() -> Refusal {
    Refusal::new(
        kind::TUS,
        StatusCode::PRECONDITION_FAILED,
        "Phiên bản tus không được hỗ trợ",
        &format!("Cổng nói tus {TUS_VERSION}; gửi Tus-Resumable với phiên bản đó."),
    )
    .with(HeaderName::from_static("tus-version"), TUS_VERSION)
}

/// What the disk could not do is a fault of the portal; what it was stands in the log.
pub(crate) fn disk(error: &io::Error) -> Refusal {
    error!(%error, "a file could not be read or written");
    if error.kind() == io::ErrorKind::StorageFull {
        full()
    } else {
        Refusal::internal()
    }
}
