//! The ways out of the app: which of them somebody uses, and for which dossier.

use motcua_contract::notification::{ChannelOut, ChannelState, NotificationChannel};
use motcua_contract::submission::Contact;
use motcua_contract::text::LocalText;
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use crate::push::rows as push;
use crate::session::Owner;
use crate::settings::Settings;
use crate::store::json::{Json, Word};

/// The ways there are, in this order; see [`offered`].
const WAYS: [ChannelOut; 4] = [
    ChannelOut::WebPush,
    ChannelOut::Sms,
    ChannelOut::Email,
    ChannelOut::Zalo,
];

/// What the portal offers, in this order: web push only where it may call push services.
pub(crate) fn offered(settings: &Settings) -> &'static [ChannelOut] {
    let without_push = usize::from(!settings.push.offered);
    &WAYS[without_push..]
}

/// A way that somebody set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) on: bool,
    pub(crate) address: Option<String>,
}

/// The way of a kind that somebody set; off where they never did. Web push is on as long as one
/// of their devices is told, and has no address to show.
pub(crate) fn way(
    connection: &Connection,
    owner: &Owner,
    kind: ChannelOut,
) -> rusqlite::Result<Way> {
    if kind == ChannelOut::WebPush {
        let on = push::is_any(connection, owner)?;
        return Ok(Way { on, address: None });
    }
    let found = connection
        .prepare_cached("SELECT is_on, address FROM channel WHERE owner = ?1 AND kind = ?2")?
        .query_row(params![owner, Word(kind)], |row| {
            Ok(Way {
                on: row.get(0)?,
                address: row.get(1)?,
            })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// Keeps a way.
pub(crate) fn set(
    transaction: &Transaction<'_>,
    owner: &Owner,
    kind: ChannelOut,
    way: &Way,
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO channel (owner, kind, is_on, address) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (owner, kind) DO UPDATE SET is_on = excluded.is_on, address = excluded.address",
        params![owner, Word(kind), way.on, way.address],
    )?;
    Ok(())
}

/// Sets ways that somebody named while filing and has not set themselves.
pub(crate) fn set_from(
    transaction: &Transaction<'_>,
    owner: &Owner,
    contact: &Contact,
) -> rusqlite::Result<()> {
    let named = [
        (ChannelOut::Sms, &contact.phone),
        (ChannelOut::Email, &contact.email),
    ];
    for (kind, address) in named {
        if let Some(address) = address {
            transaction.execute(
                "INSERT OR IGNORE INTO channel (owner, kind, is_on, address) VALUES (?1, ?2, 1, ?3)",
                params![owner, Word(kind), address],
            )?;
        }
    }
    Ok(())
}

/// A way as the contract shows it.
pub(crate) fn shown(kind: ChannelOut, way: &Way, sandbox: bool) -> NotificationChannel {
    NotificationChannel {
        kind,
        state: if way.on {
            ChannelState::On
        } else {
            ChannelState::Off
        },
        address: way.address.as_deref().map(|address| masked(kind, address)),
        note: (sandbox && kind != ChannelOut::WebPush).then(|| {
            LocalText::new(
                "Cổng thử nghiệm không gửi tin thật; bạn đọc tin ở hộp thư thử nghiệm.",
                "A trial portal sends nothing; read the messages in the sandbox inbox.",
            )
        }),
    }
}

/// The ways on which somebody wants to hear of a dossier, as they chose for it or in general.
pub(crate) fn chosen(
    connection: &Connection,
    owner: &Owner,
    dossier: i64,
) -> rusqlite::Result<Vec<ChannelOut>> {
    let own = connection
        .prepare_cached("SELECT channels FROM dossier_channels WHERE dossier = ?1")?
        .query_row([dossier], |row| row.get::<_, Json<Vec<ChannelOut>>>(0))
        .optional()?;
    if let Some(Json(channels)) = own {
        return Ok(channels);
    }
    let mut used = Vec::new();
    for kind in WAYS {
        if way(connection, owner, kind)?.on {
            used.push(kind);
        }
    }
    Ok(used)
}

/// Keeps the ways for one dossier.
pub(crate) fn choose(
    transaction: &Transaction<'_>,
    dossier: i64,
    channels: &[ChannelOut],
) -> rusqlite::Result<()> {
    transaction.execute(
        "INSERT INTO dossier_channels (dossier, channels) VALUES (?1, ?2)
         ON CONFLICT (dossier) DO UPDATE SET channels = excluded.channels",
        params![dossier, Json(channels)],
    )?;
    Ok(())
}

/// An address with its middle left out.
pub(crate) fn masked(kind: ChannelOut, address: &str) -> String {
    let (shown, rest) = match (kind, address.split_once('@')) {
        (ChannelOut::Email, Some((name, host))) => (name, format!("@{host}")),
        _ => (address, String::new()),
    };
    let characters: Vec<char> = shown.chars().collect();
    // Of a short name less stays, so that something is always left out.
    let head = (characters.len() / 2).min(2);
    let tail = if rest.is_empty() { head } else { 0 };
    let hidden = characters.len() - head - tail;
    let end: String = characters[characters.len() - tail..].iter().collect();
    let head: String = characters[..head].iter().collect();
    format!("{head}{}{end}{rest}", "•".repeat(hidden))
}

/// Whether an address can be one of a kind: ten digits, or something with an @ inside.
pub(crate) fn is_address(kind: ChannelOut, address: &str) -> bool {
    match kind {
        ChannelOut::Email => {
            let parts = address.split_once('@');
            let plain = address
                .chars()
                .all(|c| !c.is_whitespace() && !c.is_control());
            plain
                && address.len() <= 254
                && parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        }
        _ => {
            address.len() == 10
                && address.starts_with('0')
                && address.bytes().all(|byte| byte.is_ascii_digit())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_middle() {
        assert_eq!(masked(ChannelOut::Sms, "0900000012"), "09••••••12");
        assert_eq!(
            masked(ChannelOut::Email, "minhan@example.com"),
            "mi••••@example.com"
        );
        assert_eq!(
            masked(ChannelOut::Email, "an@example.com"),
            "a•@example.com"
        );
        assert_eq!(masked(ChannelOut::Sms, ""), "");
    }

    #[test]
    fn what_is_no_address_is_none() {
        assert!(is_address(ChannelOut::Sms, "0900000001"));
        assert!(is_address(ChannelOut::Email, "an@example.com"));
        for wrong in ["900000001", "09000000011", "09000000a1", ""] {
            assert!(!is_address(ChannelOut::Zalo, wrong), "{wrong}");
        }
        for wrong in ["an", "@example.com", "an@host", "a n@example.com"] {
            assert!(!is_address(ChannelOut::Email, wrong), "{wrong}");
        }
    }
}
