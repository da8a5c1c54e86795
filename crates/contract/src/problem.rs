//! Errors as RFC 9457 problem details.

use serde::{Deserialize, Serialize};

/// The media type of every error answer.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Types a portal uses; each is a path below the portal's address and stable for ever.
pub mod kind {
    /// A parameter or a member of the body is not what the contract says (400).
    pub const INVALID: &str = "/problems/invalid";
    /// Nothing stands at this address, or no resource has this id (404).
    pub const NOT_FOUND: &str = "/problems/not-found";
    /// No service has this code; `nearest` names the closest ones (404).
    pub const UNKNOWN_SERVICE: &str = "/problems/unknown-service";
    /// This portal does not offer this part of the contract (404); see `capabilities`.
    pub const NOT_OFFERED: &str = "/problems/not-offered";
    /// Nobody is signed in, or the session has ended (401).
    pub const SIGN_IN: &str = "/problems/sign-in-needed";
    /// The identity is not assured enough for this; sign in anew (403).
    pub const ASSURANCE: &str = "/problems/assurance-too-low";
    /// The person has not consented to this yet (403).
    pub const CONSENT: &str = "/problems/consent-needed";
    /// The request comes from another site (403).
    pub const CROSS_SITE: &str = "/problems/cross-site";
    /// The dossier's state does not allow this, whoever asks; see its `actions` (409).
    pub const NOT_NOW: &str = "/problems/not-now";
    /// The duplicate guard: the person has filed the same; `dossier` names it (409).
    pub const DUPLICATE: &str = "/problems/duplicate";
    /// The first request with this `Idempotency-Key` is still being worked on (409).
    pub const IN_PROGRESS: &str = "/problems/in-progress";
    /// `Upload-Offset` is not where the upload stands (409).
    pub const OFFSET: &str = "/problems/upload-offset";
    /// It is gone for good: an upload or a draft that ran out (410).
    pub const GONE: &str = "/problems/gone";
    /// `If-Match` names a version that is no longer the current one (412).
    pub const CONFLICT: &str = "/problems/conflict";
    /// `Tus-Resumable` names a version that the portal does not speak; `Tus-Version` names
    /// those it does (412, as tus says).
    pub const TUS: &str = "/problems/tus-version";
    /// The answers break the form's rules; `errors` point at each (422).
    pub const ANSWERS: &str = "/problems/answers-invalid";
    /// The `Idempotency-Key` was used before with another body (422).
    pub const KEY_REUSED: &str = "/problems/idempotency-key-reused";
    /// `If-Match` is missing (428).
    pub const PRECONDITION: &str = "/problems/precondition-required";
    /// The bytes do not have the hash in `Upload-Checksum` (460, as tus says).
    pub const CHECKSUM: &str = "/problems/upload-checksum";
    /// The address exists, but not with this method (405).
    pub const METHOD: &str = "/problems/method-not-allowed";
    /// The body is larger than the portal takes (413).
    pub const TOO_LARGE: &str = "/problems/too-large";
    /// The body has a media type the resource does not take (415).
    pub const MEDIA_TYPE: &str = "/problems/unsupported-media-type";
    /// Too many requests; `Retry-After` says when to come back (429).
    pub const TOO_MANY: &str = "/problems/too-many-requests";
    /// The portal failed; nothing of the request was kept (500).
    pub const INTERNAL: &str = "/problems/internal";
    /// The portal is overloaded or closed for maintenance (503).
    pub const UNAVAILABLE: &str = "/problems/unavailable";
    /// The portal gave up waiting for its own parts (504) or for the client (408).
    pub const TIMEOUT: &str = "/problems/timeout";
}

/// An error in the words of RFC 9457.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// What kind of problem: one of [`kind`], or the portal's own.
    #[serde(rename = "type", default = "blank")]
    pub kind: String,
    /// The kind in a few words, the same for each occurrence.
    #[serde(default)]
    pub title: String,
    /// The HTTP status.
    #[cfg_attr(feature = "openapi", schema(minimum = 100, maximum = 599))]
    #[serde(default)]
    pub status: u16,
    /// What happened this time, for people. Never holds personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The request's id in the portal's log, to quote to the hotline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Each parameter, header or member at fault.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<Fault>,
    /// For an unknown service: the services whose codes are nearest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<crate::service::ServiceLink>,
    /// For a duplicate: the dossier filed before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dossier: Option<crate::dossier::DossierCode>,
}

fn blank() -> String {
    "about:blank".into()
}

/// One thing at fault in a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Fault {
    /// Where: a JSON pointer into the body (`/answers/childName`), or
    /// `?name` for a query parameter, `{name}` for a part of the address, or a header's
    /// name with a colon.
    pub pointer: String,
    /// What, for programs: `required`, `outOfRange`, `tooLong`, `malformed`, `unknown`, `repeated` …
    pub code: String,
    /// What, for people, with the way to mend it.
    pub message: String,
}

impl Problem {
    /// A problem of `kind` with its HTTP `status` and `title`.
    #[must_use]
    pub fn new(kind: &str, status: u16, title: &str) -> Self {
        Self {
            kind: kind.into(),
            title: title.into(),
            status,
            detail: None,
            instance: None,
            errors: Vec::new(),
            nearest: Vec::new(),
            dossier: None,
        }
    }

    /// The same with what happened this time.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// The same with one more thing at fault.
    #[must_use]
    pub fn fault(mut self, pointer: &str, code: &str, message: impl Into<String>) -> Self {
        self.errors.push(Fault {
            pointer: pointer.into(),
            code: code.into(),
            message: message.into(),
        });
        self
    }
}
