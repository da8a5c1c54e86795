//! The sandbox gateway's own books.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::clock::Clock;
use crate::moment::Moment;
use crate::payment::gateway::{Gateway, Order, Outcome, Unreachable};
use crate::store::Store;
use crate::store::json::Word;

/// How long a late confirmation takes.
const LATE: Duration = Duration::from_secs(60);

/// A gateway that asks the person what shall happen.
pub(crate) struct SandboxGateway {
    store: Arc<Store>,
    clock: Clock,
    key: Vec<u8>,
}

/// What the person may let happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Choice {
    Pay,
    Refuse,
    TurnBack,
    /// Paid, and confirmed a minute later.
    Late,
    /// Paid; the browser never returns and no notification is sent.
    Vanish,
}

/// How an order stands in the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Standing {
    Pending,
    Paid,
    Refused,
    Cancelled,
    Refunded,
}

struct Entry {
    standing: Standing,
    decided_at: Option<Moment>,
    settles_at: Option<Moment>,
}

impl SandboxGateway {
    /// A gateway whose books are in the portal's database and whose key signs for both sides.
    pub(crate) fn new(store: Arc<Store>, clock: Clock, key: Vec<u8>) -> Self {
        Self { store, clock, key }
    }

    /// Signs words that belong together.
    pub(super) fn sign(&self, words: &[&str]) -> String {
        let mut text = String::new();
        for byte in self.mac(words).finalize().into_bytes() {
            let _ = write!(text, "{byte:02x}");
        }
        text
    }

    /// Whether the gateway signed these words.
    pub(super) fn signed(&self, words: &[&str], signature: &str) -> bool {
        let bytes: Option<Vec<u8>> = (0..signature.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(signature.get(at..at + 2)?, 16).ok())
            .collect();
        bytes.is_some_and(|bytes| self.mac(words).verify_slice(&bytes).is_ok())
    }

    fn mac(&self, words: &[&str]) -> Hmac<Sha256> {
        let mut mac = Hmac::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        for word in words {
            mac.update(&(word.len() as u64).to_le_bytes());
            mac.update(word.as_bytes());
        }
        mac
    }

    /// Lets happen what the person chose; an order that is decided stays as it is. Answers
    /// whether anything was decided.
    pub(super) fn decide(&self, order: &Order, choice: Choice) -> Result<bool, Unreachable> {
        let now = self.clock.now();
        let (standing, settles_at) = match choice {
            Choice::Pay | Choice::Vanish => (Standing::Paid, None),
            Choice::Refuse => (Standing::Refused, None),
            Choice::TurnBack => (Standing::Cancelled, None),
            Choice::Late => (Standing::Pending, Some(now.plus(LATE))),
        };
        let new = self.books(|connection| {
            connection.execute(
                "INSERT OR IGNORE INTO sandbox_order (id, amount, about, state, decided_at, settles_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![order.id, order.amount, order.about, Word(standing), now, settles_at],
            )
        })?;
        Ok(new == 1)
    }

    fn books<T>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> Result<T, Unreachable> {
        let done: rusqlite::Result<T> = self.store.with(|connection| work(connection));
        done.map_err(|error| Unreachable(error.to_string()))
    }
}

impl Gateway for SandboxGateway {
    fn continue_to(&self, order: &Order) -> String {
        let amount = order.amount.to_string();
        let signature = self.sign(&["order", &order.id, &amount, &order.about]);
        let about =
            percent_encoding::utf8_percent_encode(&order.about, percent_encoding::NON_ALPHANUMERIC);
        format!(
            "/sandbox/gateway?order={}&amount={amount}&about={about}&signature={signature}",
            order.id
        )
    }

    fn ask(&self, order: &str) -> Result<Outcome, Unreachable> {
        let now = self.clock.now();
        let entry = self.books(|connection| {
            connection
                .query_row(
                    "SELECT state, decided_at, settles_at FROM sandbox_order WHERE id = ?1",
                    [order],
                    |row| {
                        Ok(Entry {
                            standing: row.get::<_, Word<_>>(0)?.0,
                            decided_at: row.get(1)?,
                            settles_at: row.get(2)?,
                        })
                    },
                )
                .optional()
        })?;
        let paid = |at| Outcome::Paid {
            at,
            reference: format!("TN-{}", order.get(..8).unwrap_or(order)),
        };
        Ok(match entry {
            None => Outcome::Unknown,
            Some(entry) => match (entry.standing, entry.settles_at) {
                (Standing::Pending, Some(at)) if at <= now => paid(at),
                (Standing::Pending, _) => Outcome::Pending,
                (Standing::Paid, _) => paid(entry.decided_at.unwrap_or(now)),
                (Standing::Refused, _) => Outcome::Refused,
                (Standing::Cancelled, _) => Outcome::Cancelled,
                (Standing::Refunded, _) => Outcome::Refunded,
            },
        })
    }

    fn void(&self, order: &str) -> Result<(), Unreachable> {
        let now = self.clock.now();
        self.books(|connection| {
            connection.execute(
                "INSERT OR IGNORE INTO sandbox_order (id, amount, about, state, decided_at)
                 VALUES (?1, 0, '', ?2, ?3)",
                params![order, Word(Standing::Cancelled), now],
            )
        })
        .map(drop)
    }

    fn refund(&self, order: &str) -> Result<(), Unreachable> {
        self.books(|connection| {
            connection.execute(
                "UPDATE sandbox_order SET state = ?2 WHERE id = ?1",
                params![order, Word(Standing::Refunded)],
            )
        })
        .map(drop)
    }

    fn named_in(&self, notification: &[u8], signature: &str) -> Option<String> {
        let text = std::str::from_utf8(notification).ok()?;
        let notice: Notice = serde_json::from_str(text).ok()?;
        self.signed(&["notice", text], signature)
            .then_some(notice.order)
    }
}

/// A notification, as the gateway writes it.
#[derive(Serialize, Deserialize)]
pub(super) struct Notice {
    pub(super) order: String,
}
