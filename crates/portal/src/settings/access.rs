//! `access.json`: under which address the portal stands, which apps may speak for a
//! person, and how long a session lasts.

use std::time::Duration;

use http::HeaderMap;
use http::header::HOST;
use serde::Deserialize;

use crate::web::shield::Origin;

/// See the module. Times are whole seconds and more than none.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Access {
    /// The portal's own origin as browsers know it. `https` makes cookies `Secure`; where
    /// there is none, it is plain HTTP at the host that a request names.
    #[serde(default)]
    address: Option<Origin>,
    /// Origins of apps elsewhere that may use a person's session.
    #[serde(default)]
    apps: Vec<Origin>,
    /// How long a person who does nothing stays signed in.
    idle_seconds: std::num::NonZeroU32,
    /// How long a person stays signed in at most.
    longest_seconds: std::num::NonZeroU32,
    /// How long a guest who does nothing is known again.
    guest_seconds: std::num::NonZeroU32,
}

impl Access {
    /// Whether the portal stands behind HTTPS.
    pub(crate) fn is_secure(&self) -> bool {
        self.address.as_ref().is_some_and(Origin::is_secure)
    }

    /// The portal's own origin, where that is HTTPS.
    pub(crate) fn https_address(&self) -> Option<&str> {
        let address = self.address.as_ref().filter(|address| address.is_secure());
        address.map(Origin::as_str)
    }

    /// The portal's own origin, as the sender of a request knows it.
    pub(crate) fn own_origin(&self, request: &HeaderMap) -> Option<String> {
        if let Some(address) = &self.address {
            return Some(address.as_str().into());
        }
        let host = request.get(HOST)?.to_str().ok()?;
        let origin: Origin = format!("http://{host}").parse().ok()?;
        Some(origin.as_str().into())
    }

    /// Whether pages of an origin may use a person's session.
    pub(crate) fn trusts(&self, origin: &str, request: &HeaderMap) -> bool {
        self.apps.iter().any(|app| app.as_str() == origin)
            || self.own_origin(request).is_some_and(|own| own == origin)
    }

    /// How long a person who does nothing stays signed in.
    pub(crate) fn idle(&self) -> Duration {
        seconds(self.idle_seconds)
    }

    /// How long a person stays signed in at most.
    pub(crate) fn longest(&self) -> Duration {
        seconds(self.longest_seconds)
    }

    /// How long a guest who does nothing is known again.
    pub(crate) fn guest(&self) -> Duration {
        seconds(self.guest_seconds)
    }
}

fn seconds(number: std::num::NonZeroU32) -> Duration {
    Duration::from_secs(number.get().into())
}
