//! Web push: telling a device of a person's while the app is not open there.
//!
//! A device that agreed gives the address of its push service and two keys
//! ([`subscription`]). What there is to tell is queued in the transaction that tells it
//! ([`queue`]) and sent apart from it ([`delivery`]): encrypted for the device alone
//! ([`sealed`], RFC 8291), signed as the portal's ([`vapid`], RFC 8292). The address is a
//! stranger's word and the portal is to call it, so [`reach`] decides where it may lead.
//!
//! What is sent says which dossier and what to do, and nothing of the case.

use std::sync::Arc;

use motcua_contract::notification::PushMessage;

use crate::settings::Settings;

pub(crate) mod delivery;
pub(crate) mod queue;
mod reach;
pub(crate) mod rows;
mod sealed;
pub(crate) mod subscription;
pub(crate) mod vapid;

use reach::Resolver;
use vapid::Vapid;

/// What sending takes.
pub(crate) struct Push {
    pub(crate) vapid: Vapid,
    http: reqwest::Client,
}

impl Push {
    /// `vapid` signs.
    pub(crate) fn new(vapid: Vapid, settings: &Settings) -> Result<Self, reqwest::Error> {
        // Straight to the push service and no further: behind a proxy or a redirect nobody
        // would look where the call leads.
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .timeout(delivery::PATIENCE)
            .dns_resolver(Arc::new(Resolver::new(settings.push.local_services)))
            .build()?;
        Ok(Self { vapid, http })
    }
}

/// A message as it is encrypted.
fn text(message: &PushMessage) -> String {
    serde_json::to_string(message).expect("the contract's types have string keys only")
}
