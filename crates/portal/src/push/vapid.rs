//! Saying that a message is the portal's: VAPID (RFC 8292), a token signed with the key that the
//! device got when it agreed.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use serde_json::{Value, json};

use crate::moment::Moment;

/// How long a token holds; a push service refuses more than a day.
const HOLDS: Duration = Duration::from_secs(12 * 3600);

/// The portal's key pair for web push.
pub(crate) struct Vapid {
    key: SigningKey,
    public: String,
}

impl Vapid {
    pub(crate) fn new(key: &SecretKey) -> Self {
        let public = key.public_key().to_sec1_point(false);
        Self {
            key: SigningKey::from(key),
            public: URL_SAFE_NO_PAD.encode(public.as_bytes()),
        }
    }

    /// The public key as the contract and browsers have it: the uncompressed point, base64url.
    pub(crate) fn public(&self) -> &str {
        &self.public
    }

    /// What stands in `Authorization` for a push service at `origin`.
    pub(super) fn authorization(&self, origin: &str, contact: Option<&str>, now: Moment) -> String {
        let mut claims = json!({"aud": origin, "exp": now.plus(HOLDS).unix()});
        if let Some(contact) = contact {
            claims["sub"] = contact.into();
        }
        let said = format!(
            "{}.{}",
            part(&json!({"typ": "JWT", "alg": "ES256"})),
            part(&claims)
        );
        let signature: Signature = self.key.sign(said.as_bytes());
        let signature = URL_SAFE_NO_PAD.encode(signature.to_bytes());
        format!("vapid t={said}.{signature}, k={}", self.public)
    }
}

fn part(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}
