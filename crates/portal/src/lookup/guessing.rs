//! How guessing is slowed, and then locked.
//!
//! What counts is a lookup that finds nothing. The first few are free, for people mistype;
//! each one more doubles the wait, and at [`LOCK`] it is an hour. A day without any wipes the
//! slate. It is kept in the database, under hashes that name nobody, so that a portal
//! that starts again forgets nothing.

use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::Sha256;

use crate::moment::Moment;

/// Mistakes that cost nothing.
const FREE: u32 = 4;
/// The mistake from which on it is locked.
const LOCK: u32 = 12;
/// The wait after the first mistake that costs something; it doubles with each.
const FIRST: Duration = Duration::from_secs(2);
const LOCKED: Duration = Duration::from_secs(3600);
/// Without a mistake for so long, the slate is clean.
const FORGOTTEN: Duration = Duration::from_secs(86_400);

/// Whose mistakes are counted together; a hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slate([u8; 32]);

impl Slate {
    /// Of what is told apart by a kind and a text, like the address that somebody asks from.
    pub(crate) fn of(kind: &str, text: &str, key: &[u8]) -> Self {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
        mac.update(kind.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        Self(mac.finalize().into_bytes().into())
    }
}

/// The mistakes on a slate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Mistakes {
    count: u32,
    last: i64,
}

impl Mistakes {
    /// How long to wait before the next try is looked at; nothing when it is now.
    fn wait(self, now: Moment) -> Duration {
        let last = Moment::from_unix(self.last);
        if last.until(now) >= FORGOTTEN {
            return Duration::ZERO;
        }
        let pause = match self.count {
            count if count >= LOCK => LOCKED,
            count if count > FREE => FIRST * 2_u32.pow(count - FREE - 1),
            _ => return Duration::ZERO,
        };
        now.until(last.plus(pause))
    }
}

/// How long whoever asks has to wait, by the worst of their slates.
pub(crate) fn wait(
    connection: &Connection,
    slates: &[Slate],
    now: Moment,
) -> rusqlite::Result<Duration> {
    let mut longest = Duration::ZERO;
    for slate in slates {
        longest = longest.max(read(connection, slate)?.wait(now));
    }
    Ok(longest)
}

/// Writes a mistake on each slate.
pub(crate) fn mistake(
    transaction: &Transaction<'_>,
    slates: &[Slate],
    now: Moment,
) -> rusqlite::Result<()> {
    for slate in slates {
        let before = read(transaction, slate)?;
        let old = Moment::from_unix(before.last).until(now) >= FORGOTTEN;
        let count = if old {
            1
        } else {
            before.count.saturating_add(1)
        };
        transaction.execute(
            "INSERT INTO guess (slate, count, last) VALUES (?1, ?2, ?3)
             ON CONFLICT (slate) DO UPDATE SET count = excluded.count, last = excluded.last",
            params![slate.0, count, now],
        )?;
    }
    Ok(())
}

fn read(connection: &Connection, slate: &Slate) -> rusqlite::Result<Mistakes> {
    let found = connection
        .prepare_cached("SELECT count, last FROM guess WHERE slate = ?1")?
        .query_row([slate.0], |row| {
            Ok(Mistakes {
                count: row.get(0)?,
                last: row.get(1)?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Wipes slates that nobody made a mistake on for long.
pub(crate) fn sweep(transaction: &Transaction<'_>, now: Moment) -> rusqlite::Result<usize> {
    transaction.execute("DELETE FROM guess WHERE last < ?1", [now.minus(FORGOTTEN)])
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment::from_unix(1_800_000_000);

    fn waits(count: u32, after: u64) -> u64 {
        let mistakes = Mistakes {
            count,
            last: NOW.unix(),
        };
        mistakes
            .wait(NOW.plus(Duration::from_secs(after)))
            .as_secs()
    }

    #[test]
    fn who_mistypes_a_few_times_waits_for_nothing() {
        for count in 0..=FREE {
            assert_eq!(waits(count, 0), 0);
        }
    }

    #[test]
    fn each_mistake_more_doubles_the_wait_until_it_is_an_hour() {
        assert_eq!([5, 6, 7, 11].map(|count| waits(count, 0)), [2, 4, 8, 128]);
        assert_eq!([12, 13, u32::MAX].map(|count| waits(count, 0)), [3600; 3]);
    }

    #[test]
    fn waiting_helps_and_a_day_wipes_the_slate() {
        assert_eq!(waits(7, 5), 3);
        assert_eq!(waits(7, 8), 0);
        assert_eq!(waits(LOCK, 3600), 0);
        assert_eq!(waits(u32::MAX, 86_400), 0);
    }

    #[test]
    fn all_codes_with_one_proof_take_longer_than_a_lifetime() {
        // Ten thousand proofs for one code, at one an hour once it is locked.
        let hours = 10_000 - u64::from(LOCK);
        assert!(hours / 24 > 365);
    }
}
