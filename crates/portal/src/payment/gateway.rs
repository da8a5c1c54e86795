//! The boundary to whoever takes the money.
//!
//! A real gateway takes the sandbox's place by an implementation of [`Gateway`], chosen in
//! `Portal::open`. All the portal needs of it is an address to send the browser to that
//! nobody can alter, an honest answer to "what became of this order?", and that it closes
//! or gives back an order when told. It may notify the portal (`POST /payments/notifications`,
//! read by [`Gateway::named_in`]) and sends the browser back to `/payments/return`; both only
//! make the portal ask. Calls may block: they never run on the async threads.

use crate::moment::Moment;

/// What is to be paid, as the gateway gets to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Order {
    /// The attempt's id.
    pub(crate) id: String,
    /// In whole đồng.
    pub(crate) amount: u64,
    /// What for, in a line without personal data: the dossier's code.
    pub(crate) about: String,
}

/// What became of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nobody has decided about it yet, or the gateway has not even seen it.
    Unknown,
    /// The bank has not confirmed yet.
    Pending,
    /// The money was taken.
    Paid {
        at: Moment,
        /// The gateway's number for it.
        reference: String,
    },
    /// The bank refused.
    Refused,
    /// The person turned back, or the portal closed it.
    Cancelled,
    /// It was given back.
    Refunded,
}

impl Outcome {
    pub(crate) fn reference(&self) -> Option<String> {
        match self {
            Self::Paid { reference, .. } => Some(reference.clone()),
            _ => None,
        }
    }
}

/// The gateway gave no answer.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unreachable(pub(crate) String);

/// See the module.
pub(crate) trait Gateway: Send + Sync {
    /// Where to send the browser: an address that carries the order, signed.
    fn continue_to(&self, order: &Order) -> String;

    /// What became of an order.
    fn ask(&self, order: &str) -> Result<Outcome, Unreachable>;

    /// Closes an order that nobody shall pay any more; one that is paid stays paid.
    fn void(&self, order: &str) -> Result<(), Unreachable>;

    /// Gives back what an order took.
    fn refund(&self, order: &str) -> Result<(), Unreachable>;

    /// The order that a notification is about; `None` unless the gateway itself wrote it.
    fn named_in(&self, notification: &[u8], signature: &str) -> Option<String>;
}
