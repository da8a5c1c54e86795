//! Resumable uploads in the protocol tus 1.0.0.
//!
//! `POST /uploads` creates one, `PATCH` sends bytes from an offset, `HEAD` asks how many
//! have arrived, `GET` asks what became of them. `DELETE` takes it back. Extensions:
//! `creation`, `checksum` (sha256), `termination`, `expiration`.

use serde::{Deserialize, Serialize};

use crate::text::LocalText;

/// The protocol's version, in `Tus-Resumable` of every request and answer.
pub const TUS_VERSION: &str = "1.0.0";
/// The extensions a portal must have, as `Tus-Extension` lists them.
pub const TUS_EXTENSIONS: &str = "creation,checksum,termination,expiration";
/// The media type of the bytes in a `PATCH`.
pub const CHUNK_MEDIA_TYPE: &str = "application/offset+octet-stream";
/// The status of a `PATCH` whose bytes do not have the hash in `Upload-Checksum`.
pub const CHECKSUM_MISMATCH: u16 = 460;

/// Keys of `Upload-Metadata`; each value is Base64, as tus says.
pub mod metadata {
    /// The file's name on the device.
    pub const NAME: &str = "filename";
    /// The media type as the device takes it to be; the portal looks for itself.
    pub const MEDIA_TYPE: &str = "filetype";
    /// What the file is for: see [`super::Purpose`].
    pub const PURPOSE: &str = "purpose";
    /// The id of the requirement it is for.
    pub const REQUIREMENT: &str = "requirement";
}

/// What a file is for; decides its limits and how long it is kept unused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// A paper of a dossier or of a supplement.
    Paper,
    /// An attachment to a message or to feedback.
    Attachment,
    /// A purpose this version does not know.
    #[serde(other)]
    Unknown,
}

/// The answer to `GET /uploads/{id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Upload {
    /// Stands in a dossier's papers.
    pub id: String,
    /// The file's name on the device.
    pub name: String,
    /// Its size in bytes, as announced.
    pub bytes: u64,
    /// How far it is.
    pub state: UploadState,
    /// When the portal deletes it if no dossier has taken it, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<String>,
}

/// How far a file is. It only ever moves down this list, and says no more than the
/// portal knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum UploadState {
    /// Announced; no byte has arrived.
    Waiting,
    /// Some bytes have arrived.
    Sending {
        /// How many.
        offset: u64,
    },
    /// All bytes have arrived and are stored.
    Received {
        /// SHA-256 of the stored bytes, 64 lower-case hexadecimal digits: compare it with
        /// the file's own before telling the person that it has arrived.
        sha256: String,
    },
    /// Received, looked into and found in order.
    #[serde(rename_all = "camelCase")]
    Checked {
        /// As with `received`.
        sha256: String,
        /// The media type found inside.
        media_type: String,
        /// How many pages, when it has pages.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pages: Option<u32>,
    },
    /// Not taken; the bytes are gone or in quarantine.
    Refused {
        /// Why, for programs.
        reason: UploadRefusal,
        /// Why, for people, with the way to mend it.
        text: LocalText,
    },
    /// A state this version does not know: show the file as sent and wait.
    #[serde(other)]
    Unknown,
}

/// Why a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub enum UploadRefusal {
    /// The media type found inside is not among the portal's limits.
    Type,
    /// Larger than the portal takes.
    TooLarge,
    /// Empty.
    Empty,
    /// Cannot be opened: damaged, or locked with a password.
    Unreadable,
    /// A scanner flagged it.
    Unsafe,
    /// A reason this version does not know: show the text.
    #[serde(other)]
    Unknown,
}
