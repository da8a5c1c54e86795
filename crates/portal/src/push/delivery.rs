//! Sending what is queued, apart from what caused it: a push service that is slow, away or rude
//! keeps nobody waiting and fails nothing.

use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::StatusCode;
use http::header::{AUTHORIZATION, CONTENT_ENCODING, CONTENT_TYPE, RETRY_AFTER};
use reqwest::Response;
use sha2::{Digest, Sha256};
use tokio::task::JoinSet;
use tracing::{debug, warn};

use super::queue::{self, Due, Outcome};
use super::sealed;
use crate::portal::Portal;

/// How long a push service may take to answer.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How often the portal looks for something to send.
const LOOK: Duration = Duration::from_millis(500);
/// How many are sent at once.
const AT_ONCE: usize = 32;
/// For how long a push service keeps a message for a device that is off, in seconds: a week.
const KEPT: &str = "604800";

impl Portal {
    /// Sends, for as long as it runs; what is under way when it stops is sent again later.
    pub(crate) async fn push(self: Arc<Self>) {
        let mut look = tokio::time::interval(LOOK);
        look.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut under_way = JoinSet::new();
        loop {
            tokio::select! {
                _ = look.tick() => {
                    for due in self.due(AT_ONCE - under_way.len()).await {
                        under_way.spawn(Arc::clone(&self).deliver(due));
                    }
                }
                Some(_) = under_way.join_next() => {}
            }
        }
    }

    /// Those to send now. Looking comes first: a transaction would write where nothing is due.
    async fn due(self: &Arc<Self>, most: usize) -> Vec<Due> {
        let now = self.clock.now();
        let any = self
            .ask(move |connection| queue::is_any_due(connection, now))
            .await;
        if most == 0 || !any.unwrap_or_default() {
            return Vec::new();
        }
        // A refusal is in the log already; the next round tries again.
        self.transact(move |transaction| Ok(queue::take(transaction, most, now)?))
            .await
            .unwrap_or_default()
    }

    async fn deliver(self: Arc<Self>, due: Due) {
        let outcome = self.send(&due).await;
        let now = self.clock.now();
        let _ = self
            .transact(move |transaction| Ok(queue::settle(transaction, &due, outcome, now)?))
            .await;
    }

    async fn send(&self, due: &Due) -> Outcome {
        let origin = due.endpoint.origin().ascii_serialization();
        let settings = &self.settings;
        let contact = settings.push.contact.as_deref();
        let contact = contact.or_else(|| settings.access.https_address());
        let signed = self
            .push
            .vapid
            .authorization(&origin, contact, self.clock.now());
        let answer = self
            .push
            .http
            .post(due.endpoint.clone())
            .header(AUTHORIZATION, signed)
            .header(CONTENT_TYPE, "application/octet-stream")
            .header(CONTENT_ENCODING, "aes128gcm")
            .header("ttl", KEPT)
            .header("urgency", if due.urgent { "high" } else { "normal" })
            .header("topic", topic(due))
            .body(sealed::seal(&due.keys, &due.payload))
            .send()
            .await;
        match answer {
            Ok(answer) => judged(&answer, &origin),
            Err(error) => {
                // Without its address, which is the device's secret.
                let error = error.without_url();
                debug!(%origin, %error, "a push service does not answer");
                Outcome::Later(None)
            }
        }
    }
}

/// By which a later message about the same dossier takes the place of one that was not delivered
/// yet: 32 characters that tell the push service nothing, for it does not know the device's secret.
fn topic(due: &Due) -> String {
    let digest = Sha256::new()
        .chain_update(due.keys.auth)
        .chain_update(&due.dossier)
        .finalize();
    URL_SAFE_NO_PAD.encode(&digest[..24])
}

/// What an answer means. Its body is nobody's to read.
fn judged(answer: &Response, origin: &str) -> Outcome {
    match answer.status() {
        status if status.is_success() => Outcome::Taken,
        StatusCode::NOT_FOUND | StatusCode::GONE => Outcome::Gone,
        status if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() => {
            let asked = answer.headers().get(RETRY_AFTER);
            let seconds = asked.and_then(|value| value.to_str().ok()?.parse().ok());
            Outcome::Later(seconds.map(Duration::from_secs))
        }
        status => {
            warn!(%origin, %status, "a push service refuses what it is sent");
            Outcome::Refused
        }
    }
}
