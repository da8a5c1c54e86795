//! Resumable uploads (tus 1.0.0).

#![expect(
    dead_code,
    reason = "the functions carry documentation and are never called"
)]

use utoipa::OpenApi;

use super::parameters::{Chunk, IdempotencyKey, NewUpload, TusResumable};
use crate::problem::Problem;
use crate::upload::Upload;

#[derive(OpenApi)]
#[openapi(paths(
    get_upload_options,
    create_upload,
    get_upload_offset,
    send_upload_bytes,
    get_upload,
    delete_upload
))]
pub(super) struct Paths;

/// What the tus server can do.
#[utoipa::path(
    options,
    path = "/api/v1/uploads",
    operation_id = "getUploadOptions",
    tag = "uploads",
    responses(
        (status = 200, description = "As 204. A browser's preflight gets this without the headers of tus."),
        (status = 204, description = "See the headers.",
            headers(
                ("Tus-Resumable" = String, description = "1.0.0"),
                ("Tus-Version" = String, description = "1.0.0"),
                ("Tus-Extension" = String, description = "creation,checksum,termination,expiration"),
                ("Tus-Max-Size" = u64, description = "Bytes in one file."),
                ("Tus-Checksum-Algorithm" = String, description = "sha256")
            )
        )
    ),
    extensions(("x-capability" = json!("uploads")))
)]
fn get_upload_options() {}

/// Announce a file.
///
/// Bytes follow with PATCH. A file too large is refused here, before any byte is sent.
#[utoipa::path(
    post,
    path = "/api/v1/uploads",
    operation_id = "createUpload",
    tag = "uploads",
    params(TusResumable, IdempotencyKey, NewUpload),
    responses(
        (status = 201, description = "Announced.",
            headers(
                ("Tus-Resumable" = String, description = "1.0.0"),
                ("Location" = String, description = "Its address."),
                ("Upload-Expires" = Option<String>, description = "When it is deleted unless a dossier takes it, as HTTP date.")
            )
        )
    ),
    extensions(("x-capability" = json!("uploads")))
)]
fn create_upload() {}

/// How many bytes have arrived.
///
/// Ask this first after every break; never assume.
#[utoipa::path(
    head,
    path = "/api/v1/uploads/{id}",
    operation_id = "getUploadOffset",
    tag = "uploads",
    params(
        ("id" = String, Path, description = "The upload’s id.", min_length = 1, max_length = 100, example = "u1"),
        TusResumable
    ),
    responses(
        (status = 200, description = "See the headers.",
            headers(
                ("Tus-Resumable" = String, description = "1.0.0"),
                ("Upload-Offset" = u64, description = "Bytes that have arrived."),
                ("Upload-Length" = u64, description = "Bytes in the file."),
                ("Upload-Expires" = Option<String>, description = "When it is deleted unless a dossier takes it, as HTTP date.")
            )
        )
    ),
    extensions(("x-capability" = json!("uploads")))
)]
fn get_upload_offset() {}

/// Send bytes from an offset.
///
/// With `Upload-Checksum`, the portal keeps the bytes only if they have that hash (460 if not).
/// An offset that is not where the upload stands is refused (409) and changes nothing.
#[utoipa::path(
    patch,
    path = "/api/v1/uploads/{id}",
    operation_id = "sendUploadBytes",
    tag = "uploads",
    params(
        ("id" = String, Path, description = "The upload’s id.", min_length = 1, max_length = 100, example = "u1"),
        TusResumable,
        Chunk
    ),
    request_body(content = String, content_type = "application/offset+octet-stream"),
    responses(
        (status = 204, description = "Kept.",
            headers(
                ("Tus-Resumable" = String, description = "1.0.0"),
                ("Upload-Offset" = u64, description = "Bytes that have arrived."),
                ("Upload-Expires" = Option<String>, description = "When it is deleted unless a dossier takes it, as HTTP date.")
            )
        ),
        (status = 460, description = "The bytes do not have the hash; none was kept.", body = Problem, content_type = "application/problem+json")
    ),
    extensions(("x-capability" = json!("uploads")))
)]
fn send_upload_bytes() {}

/// What became of a file.
///
/// Not of tus: says what the portal knows, no more.
#[utoipa::path(
    get,
    path = "/api/v1/uploads/{id}",
    operation_id = "getUpload",
    tag = "uploads",
    params(
        ("id" = String, Path, description = "The upload’s id.", min_length = 1, max_length = 100, example = "u1")
    ),
    responses((status = 200, description = "The upload.", body = Upload)),
    extensions(("x-capability" = json!("uploads")))
)]
fn get_upload() {}

/// Take a file back that no dossier has.
#[utoipa::path(
    delete,
    path = "/api/v1/uploads/{id}",
    operation_id = "deleteUpload",
    tag = "uploads",
    params(
        ("id" = String, Path, description = "The upload’s id.", min_length = 1, max_length = 100, example = "u1"),
        TusResumable
    ),
    responses((status = 204, description = "Gone.")),
    extensions(("x-capability" = json!("uploads")))
)]
fn delete_upload() {}
