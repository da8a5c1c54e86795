//! What is still to be sent, and what became of it.
//!
//! A line stands in the queue until it was delivered, could not be, or another about the same
//! dossier took its place.

use std::time::Duration;

use motcua_contract::dossier::DossierCode;
use motcua_contract::notification::PushMessage;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, Row, Transaction, params};
use url::Url;

use super::sealed::Keys;
use super::{subscription, text};
use crate::moment::Moment;
use crate::session::Owner;

/// How long to wait before each further try.
const PAUSES: [Duration; 5] = [
    Duration::from_secs(30),
    Duration::from_secs(120),
    Duration::from_secs(600),
    Duration::from_secs(3600),
    Duration::from_secs(6 * 3600),
];
/// A try that was not told the end of, since the portal stopped, is made again after this.
const LEASE: Duration = Duration::from_secs(60);

/// Something to tell somebody.
pub(crate) struct Telling<'a> {
    /// The dossier's code.
    pub(crate) code: &'a str,
    /// In a few words, without personal data.
    pub(crate) title: &'a LocalText,
    /// Whether they have something to do.
    pub(crate) urgent: bool,
}

/// Queues it for each device of somebody's.
pub(crate) fn add(
    transaction: &Transaction<'_>,
    owner: &Owner,
    telling: &Telling<'_>,
    now: Moment,
) -> rusqlite::Result<()> {
    let devices: Vec<(String, String)> = transaction
        .prepare_cached("SELECT id, language FROM push_subscription WHERE owner = ?1")?
        .query_map([owner], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (device, language) in devices {
        transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO push (subscription, dossier, payload, urgent, due_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                device,
                telling.code,
                text(&message(telling, &language)),
                telling.urgent,
                now
            ])?;
    }
    Ok(())
}

fn message(telling: &Telling<'_>, language: &str) -> PushMessage {
    let body = LocalText::new(
        format!("Hồ sơ {}. Mở cổng để xem.", telling.code),
        format!("Dossier {}. Open the portal to see it.", telling.code),
    );
    let (title, spoken) = telling.title.for_language(language);
    PushMessage {
        title: title.to_owned(),
        text: Some(body.for_language(spoken).0.to_owned()),
        language: spoken.to_owned(),
        dossier: Some(DossierCode::new(telling.code)),
    }
}

/// One to send.
#[derive(Clone, Debug)]
pub(super) struct Due {
    id: i64,
    device: String,
    pub(super) endpoint: Url,
    pub(super) keys: Keys,
    pub(super) dossier: String,
    pub(super) payload: String,
    pub(super) urgent: bool,
    /// The tries made before.
    tries: usize,
}

impl Due {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let endpoint = Url::parse(&row.get::<_, String>("endpoint")?);
        let public = subscription::point(&row.get::<_, Vec<u8>>("p256dh")?);
        Ok(Self {
            id: row.get("id")?,
            device: row.get("subscription")?,
            endpoint: endpoint.expect("as it was kept"),
            keys: Keys {
                public: public.expect("as it was kept"),
                auth: row.get("auth")?,
            },
            dossier: row.get("dossier")?,
            payload: row.get("payload")?,
            urgent: row.get("urgent")?,
            tries: row.get("tries")?,
        })
    }
}

/// Whether something is to be sent now.
pub(super) fn is_any_due(connection: &Connection, now: Moment) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT 1 FROM push WHERE due_at <= ?1")?
        .exists([now])
}

/// Takes so many out of the queue to send them; whoever breaks off leaves them to a later try.
pub(super) fn take(
    transaction: &Transaction<'_>,
    most: usize,
    now: Moment,
) -> rusqlite::Result<Vec<Due>> {
    let due: Vec<Due> = transaction
        .prepare_cached(
            "SELECT push.*, endpoint, p256dh, auth FROM push
             JOIN push_subscription ON push_subscription.id = subscription
             WHERE due_at <= ?1 ORDER BY due_at, push.id LIMIT ?2",
        )?
        .query_map(params![now, most as i64], Due::read)?
        .collect::<rusqlite::Result<_>>()?;
    for one in &due {
        transaction
            .prepare_cached("UPDATE push SET tries = tries + 1, due_at = ?2 WHERE id = ?1")?
            .execute(params![one.id, now.plus(LEASE)])?;
    }
    Ok(due)
}

/// How a try ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The push service took it.
    Taken,
    /// The device does not want any more, or is no more.
    Gone,
    /// The push service does not want this one.
    Refused,
    /// Not now; after how long, where it says so.
    Later(Option<Duration>),
}

/// Notes how a try ended.
pub(super) fn settle(
    transaction: &Transaction<'_>,
    due: &Due,
    outcome: Outcome,
    now: Moment,
) -> rusqlite::Result<()> {
    let again = match outcome {
        Outcome::Gone => {
            transaction.execute("DELETE FROM push_subscription WHERE id = ?1", [&due.device])?;
            return Ok(());
        }
        Outcome::Taken | Outcome::Refused => None,
        Outcome::Later(asked) => pause(due.tries, asked),
    };
    match again {
        Some(pause) => transaction.execute(
            "UPDATE push SET due_at = ?2 WHERE id = ?1",
            params![due.id, now.plus(pause)],
        )?,
        None => transaction.execute("DELETE FROM push WHERE id = ?1", [due.id])?,
    };
    Ok(())
}

/// How long to wait after so many earlier tries; none where it is given up. A push service may
/// ask for longer than the usual pause, within reason.
fn pause(tries: usize, asked: Option<Duration>) -> Option<Duration> {
    let longest = PAUSES[PAUSES.len() - 1];
    let usual = *PAUSES.get(tries)?;
    Some(asked.unwrap_or_default().clamp(usual, longest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_grow_and_end() {
        let all: Vec<_> = (0..9).map_while(|tries| pause(tries, None)).collect();
        assert_eq!(all, PAUSES);
        assert!(PAUSES.is_sorted());
        let asked = |seconds| pause(0, Some(Duration::from_secs(seconds)));
        assert_eq!(asked(1), Some(PAUSES[0]));
        assert_eq!(asked(90), Some(Duration::from_secs(90)));
        assert_eq!(asked(10_000_000), Some(PAUSES[4]));
        assert_eq!(pause(PAUSES.len(), Some(PAUSES[0])), None);
    }

    #[test]
    fn a_message_says_which_dossier_in_the_device_s_language() {
        let title = LocalText::new(
            "Bạn cần bổ sung hồ sơ.",
            "Your dossier needs more from you.",
        );
        let telling = Telling {
            code: "H15-1",
            title: &title,
            urgent: true,
        };
        let said = message(&telling, "en");
        assert_eq!(
            (said.title.as_str(), said.language.as_str()),
            ("Your dossier needs more from you.", "en")
        );
        assert_eq!(
            said.text.as_deref(),
            Some("Dossier H15-1. Open the portal to see it.")
        );
        let other = message(&telling, "km");
        assert_eq!(
            (other.title.as_str(), other.language.as_str()),
            ("Bạn cần bổ sung hồ sơ.", "vi")
        );
    }
}
